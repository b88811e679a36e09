# Dutch. `error-<code>` and `invalid-<code>` are looked up by code, every other id is a variant of Key.

app-name = Cordboard

## Frame

skip-to-content = Naar de inhoud
nav-where = Waar u bent
nav-main = Klant
nav-customers = Klanten
nav-overview = Overzicht
nav-users = Gebruikers
nav-devices = Toestellen
nav-registrations = Registraties
nav-journal = Oproeplijst
nav-sites = Locaties
person-menu = Account: { $name }
theme-label = Thema
theme-system = Zoals het systeem
theme-light = Licht
theme-dark = Donker
sign-out = Afmelden
live-on = Live
live-on-why = Deze pagina toont wijzigingen zodra ze er zijn.
live-off = Niet live
live-off-why = De verbinding met de server is verbroken. Er wordt geprobeerd die te herstellen.
loading = Laden
nowhere-title = Deze pagina bestaat niet
nowhere-text = Het adres klopt niet, of de pagina bestaat niet meer.
nowhere-back = Naar het overzicht
not-set = Niet ingesteld

## Failures

failure-offline = De server antwoordt niet. Er is niets verloren gegaan; probeer het opnieuw.
failure-unreadable = De server gaf een antwoord dat deze pagina niet begrijpt. Laad de pagina opnieuw.
failure-reference = Code { $reference }
failure-again = Opnieuw proberen
failure-reload = Opnieuw laden

## Forms

form-check = Controleer de gemarkeerde velden. Er is niets opgeslagen.
form-save = Opslaan
form-cancel = Annuleren
field-optional = (optioneel)
field-choose = Maak een keuze
field-country = Land
dialog-close = Sluiten
saved-draft = Opgeslagen. De toestellen krijgen de wijziging nadat u publiceert.
copy-done = Gekopieerd
copy-failed = Deze browser staat kopiëren niet toe. Selecteer de tekst en kopieer die zelf.
copy-value = { $value } kopiëren
table-more = Meer tonen

## Signing in

sign-in-title = Aanmelden
sign-in-email = E-mailadres
sign-in-password = Wachtwoord
sign-in-button = Aanmelden
sign-in-claim = Elke lijn, elke telefoon, op één bord.

## Lamps and states

lamp-since = sinds { $time }
lamp-until = tot { $time }
lamp-last-seen = laatst gezien { $time }
light-trouble = Storing
light-attention = Aandacht nodig
light-under-way = Bezig
status-draft = Concept
status-pending = In afwachting
status-delivered = Opgehaald
status-confirmed = Bevestigd
status-failed = Mislukt
status-draft-means = Er zijn wijzigingen die nog niet zijn gepubliceerd. Het toestel weet daar nog niets van.
status-pending-means = Gepubliceerd. Het toestel haalt de configuratie op bij het volgende contact: bij een herstart, bij een nieuwe synchronisatie of als het zich voor het eerst meldt.
status-delivered-means = Het toestel heeft deze release opgehaald. Zodra het zich met zijn toegangsgegevens registreert, is bevestigd dat het de release gebruikt.
status-confirmed-means = Het toestel heeft deze release opgehaald en zich met zijn toegangsgegevens geregistreerd.
status-failed-means = Het toestel heeft een fout gemeld, of het heeft de configuratie niet op tijd opgehaald.
steps-label = Verloop van de configuratie
step-saved = Opgeslagen
step-published = Gepubliceerd
registration-none = Niet geregistreerd
registration-one = Geregistreerd
registration-many = { $count } keer geregistreerd

## Columns

column-customer = Klant
column-provider = Provider
column-status = Status
column-sites = Locaties
column-lines = Lijnen
column-devices = Toestellen
column-registered = Geregistreerd
column-registration = Registratie
column-user = Gebruiker
column-site = Locatie
column-device = Toestel
column-line = Lijn
column-mac = MAC-adres
column-provisioning-mac = Provisioning-MAC
column-last-access = Laatste toegang
column-configuration = Configuratie
column-agent = Agent
column-address = IP-adres
column-user-agent = User-Agent
column-contact = Contact
column-expires = Verloopt
column-time = Tijd
column-from = Van
column-to = Naar
column-result = Resultaat
column-duration = Duur

## Customers

customers-title = Klanten
customers-empty = Nog geen klanten
customers-empty-text = Een klant heeft locaties, gebruikers met hun lijnen, en de toestellen op die lijnen.
customer-new = Nieuwe klant
customer-name = Naam
customer-country-help = Bepaalt de tonen, de noodnummers en de tijdzone.
customer-site = Eerste locatie
customer-site-help = Waar de telefoons staan, bijvoorbeeld “Hoofdkantoor”. U kunt later meer locaties toevoegen.
customer-create = Klant aanmaken
customer-no-devices = Geen toestellen
customer-all-confirmed = Alle bevestigd
customer-some-confirmed = { $confirmed } van { $devices } bevestigd

## Overview

today-title = Wat vandaag uw aandacht vraagt
today-nothing = Niets. Elke agent is verbonden en elk toestel gebruikt wat is gepubliceerd.
today-more =
    { $count ->
        [one] en nog één
       *[other] en nog { $count }
    }
today-agent-away = { $name }: de agent is niet verbonden
today-failed = { $name }: de configuratie is mislukt
today-no-agent = { $name }: nog geen agent
today-no-agent-why = Zonder agent kan op deze locatie niet worden gebeld.
today-not-registered = { $name } heeft de configuratie, maar is niet geregistreerd
today-not-registered-why = Het toestel kan pas bellen en gebeld worden als het is geregistreerd.
today-drafts =
    { $count ->
        [one] Eén wijziging is niet gepubliceerd
       *[other] { $count } wijzigingen zijn niet gepubliceerd
    }
today-drafts-why = Toestellen en agents weten pas van een wijziging als die is gepubliceerd.
today-armed = { $name }: het eerste contact is toegestaan
today-pending = { $name } heeft de nieuwe configuratie nog niet opgehaald
today-pending-why = Dat gebeurt bij het volgende contact.
today-review = Bekijken
today-connect = Agent verbinden
today-open-site = Locatie openen
today-open-device = Toestel openen
count-confirmed = { $count } bevestigd

## Publishing

publish-title = Nog te publiceren
publish-waiting =
    { $count ->
        [one] Eén wijziging is niet gepubliceerd
       *[other] { $count } wijzigingen zijn niet gepubliceerd
    }
publish-review = Bekijken
publish-now = Publiceren
publish-help = Bij het publiceren wordt een release gemaakt voor elk toestel en elke locatie waarvoor iets verandert. Er wordt geen toestel benaderd; elk haalt zijn release op bij het volgende contact.
publish-done = Gepubliceerd
publish-done-help = Wat er per toestel en locatie is gebeurd.
published-new = Nieuwe release
published-same = Geen verschil
published-failed = Niet gepubliceerd
change-created = Nieuw
change-changed = Gewijzigd
change-deleted = Verwijderd
resource-device = Toestel
resource-handset = Handset
resource-user = Gebruiker
resource-site = Locatie
resource-setting = Instelling

## Users

users-empty = Nog geen gebruikers
users-empty-text = Een gebruiker heeft een lijn met een intern nummer. Daarna voegt u er telefoons aan toe.
user-new = Nieuwe gebruiker
user-name = Naam
user-name-help = Ook zichtbaar voor degene die wordt gebeld.
user-extension = Intern nummer
user-extension-help = 1 tot en met 10 cijfers.
user-extension-is = Intern nummer { $extension }
user-create = Gebruiker aanmaken
user-phones = Telefoons
user-no-phones = Nog geen telefoon op deze lijn
user-no-phones-text = Voeg een toestel toe om te bellen en gebeld te worden. Meerdere toestellen kunnen de lijn delen en gaan dan tegelijk over.
user-cord-meaning = Een doorgetrokken snoer: het toestel is geregistreerd. Een gestippeld snoer: het toestel is niet geregistreerd.
user-settings = Instellingen
user-delete = Gebruiker verwijderen
user-delete-title = { $name } verwijderen?
user-delete-lost = De gebruiker, de lijn en het interne nummer. De SIP-toegangsgegevens van de lijn vervallen meteen.
user-delete-calls = Niemand kan dit interne nummer nog bereiken.
user-delete-kept = Oproepen die er al waren, blijven in de oproeplijst staan.
credentials-title = SIP-toegangsgegevens
credentials-help = Elk toestel op de lijn heeft eigen toegangsgegevens, zodat u gelekte gegevens kunt vervangen. De wachtwoorden worden aan niemand getoond.
credentials-rotate = Nieuw SIP-wachtwoord
credentials-rotated = De nieuwe SIP-wachtwoorden gelden nu. Telefoons halen ze op bij het volgende contact.
credential-of = Voor
credential-of-line = De lijn zelf
credential-of-device = Een toestel
credential-user = Gebruikersnaam
credential-version = Versie
credential-changed = Gewijzigd
rotate-old-refused = De oude wachtwoorden van deze lijn worden meteen geweigerd.
rotate-offline = Telefoons kunnen zich pas weer registreren als ze het nieuwe wachtwoord hebben opgehaald. Herstart ze om dat meteen te laten gebeuren.
rotate-phones-fetch = Telefoons halen het nieuwe wachtwoord bij het volgende contact vanzelf op.
rotate-no-publish = U hoeft niets te publiceren en er verandert geen andere instelling.

## Devices

devices-empty = Nog geen toestellen
devices-empty-text = Hier komen telefoons en DECT-systemen. Kies een model, geef aan van wie de lijn is, en laat het toestel de configuratie ophalen.
device-new = Toestel toevoegen
device-model = Model
device-model-help = Dit staat op het typeplaatje van het toestel.
device-line-help = De gebruiker van wie de oproepen op dit toestel binnenkomen.
device-name = Naam
device-name-help = Laat u dit leeg, dan wordt het de naam van het model.
device-create = Toestel opslaan
device-handsets =
    { $count ->
        [0] Geen handsets
        [one] Eén handset
       *[other] { $count } handsets
    }
device-change = Wijzigen
device-delete = Verwijderen
device-delete-title = { $name } verwijderen?
device-delete-key = De configuratie die hier staat. De toegangssleutel vervalt meteen, net als een eerste contact dat nog is toegestaan.
device-delete-credentials = De SIP-toegangsgegevens: het toestel kan niet meer bellen of gebeld worden.
device-delete-password = Is het beheerderswachtwoord niet ingevuld, dan kent niemand het. Stel er eerst een in en laat het toestel dat ophalen. Anders moet u op het toestel zelf de fabrieksinstellingen herstellen.
device-delete-stays = Het toestel zelf wordt niet gewist. Het behoudt wat het heeft geladen, totdat iemand de fabrieksinstellingen herstelt.
device-delete-line = De lijn en de andere toestellen op die lijn blijven werken. Het MAC-adres kan opnieuw worden gebruikt.
device-tabs = Onderdelen van dit toestel
device-tab-state = Status
device-tab-files = Bestanden
device-tab-history = Geschiedenis
device-not-registered = Het toestel is niet geregistreerd en kan dus niet bellen of gebeld worden. Het registreert zich zodra het de configuratie heeft geladen.
device-passwords-title = Toegang tot de instellingen van het toestel zelf
device-passwords-help = 4 tot en met 9 cijfers. Laat u dit leeg, dan wordt een lang wachtwoord gemaakt dat niemand te zien krijgt. Dat is veiliger.
device-admin-password = Beheerderswachtwoord
device-user-name = Gebruikersnaam
device-user-password = Gebruikerswachtwoord
password-keep-help = 4 tot en met 9 cijfers. Laat u dit leeg, dan blijft het zoals het is.
mac-help = Op het typeplaatje van het toestel: 12 cijfers en letters A tot en met F, in elke schrijfwijze.
mac-change-help = Met een ander adres vervalt een eerste contact dat is toegestaan of al heeft plaatsgevonden.
handsets-title = Handsets
handset-add = Handset toevoegen
handset-remove = Handset verwijderen
handset-remove-named = { $name } verwijderen
handset-number = Handset { $number }
handset-ipui = IPUI
handset-ipui-help = Op het label van de handset. Laat u dit leeg, dan kan elke handset met de PIN zich aanmelden.

## Last access, first contact

access-at = Tijd
access-ip = IP-adres
access-never = Nooit
access-never-means = Het toestel heeft de configuratie nog niet geladen.
first-contact-title = Eerste contact
provisioning-mac-no = Nee
provisioning-mac-once = Eenmalig
provisioning-mac-done = Voltooid
provisioning-mac-no-means = Voor dit MAC-adres wordt niets verstrekt. U neemt het toestel handmatig in gebruik.
provisioning-mac-once-means = De redirectdienst van de fabrikant mag dit toestel één keer hierheen sturen.
provisioning-mac-until = Toegestaan tot
provisioning-mac-life = Toegestaan gedurende
provisioning-mac-arm = Eenmalig toestaan
provisioning-mac-again = Nog eenmaal toestaan
provisioning-mac-disarm = Intrekken
minutes-15 = 15 minuten
minutes-60 = 1 uur
minutes-day = 1 dag
minutes-week = 7 dagen
redirect-title = Voordat u het toestel inschakelt
redirect-factory = Het toestel heeft de fabrieksinstellingen.
redirect-no-power = Het toestel krijgt pas stroom als dit is opgeslagen en gepubliceerd.
redirect-dhcp = Het netwerk geeft het toestel een adres via DHCP.
redirect-internet = Vanuit dat netwerk is het internet bereikbaar.
redirect-server = Vanuit dat netwerk is deze server bereikbaar.
redirect-maker = Uw provider heeft het MAC-adres ingevoerd bij de redirectdienst van de fabrikant.
redirect-unsupported = Dit toestel kan hier niet via een redirectdienst in gebruik worden genomen. Vraag het uw provider, of neem het handmatig in gebruik met de URL van de toegangssleutel.

## Access key

key-title = Toegangssleutel
key-help = Het toestel haalt de configuratie op via een eigen, geheime URL. Wie die URL kent, kan de instellingen van het toestel lezen.
key-new = Nieuwe sleutel
key-renewed = De nieuwe sleutel geldt nu. De oude wordt geweigerd.
key-old-ends = De oude URL wordt meteen geweigerd.
key-device-must-learn = Het toestel kan niets laden totdat het opnieuw in gebruik is genomen, via de redirectdienst of handmatig.
key-assignments-stay = De functietoetsen en alle andere instellingen blijven zoals ze zijn.
key-sip-stays = De SIP-toegangsgegevens blijven gelden: het toestel kan blijven bellen en gebeld worden.
manual-open = Handmatige configuratie
manual-help = U kunt een toestel zonder redirectdienst in gebruik nemen door de URL in de instellingen van het toestel zelf te typen. Het tonen van de URL wordt vastgelegd.
manual-reveal = URL tonen
manual-copy = URL kopiëren
manual-step-open = Open als beheerder de instellingen van de { $model } in een browser.
manual-step-enter = Voer de URL in als adres van de provisioning- of configuratieserver.
manual-step-restart = Sla op en herstart het toestel. Het laadt de configuratie tijdens het opstarten.
manual-step-watch = Let op “Laatste toegang” op deze pagina: die verandert vanzelf.

## Files and history

files-help = De bestanden van de nieuwste release, zoals het toestel ze krijgt. Geheime gegevens zijn afgeschermd.
files-empty = Nog geen release
files-empty-text = Publiceer het toestel, dan ziet u hier de bestanden.
release-number = Release { $number }
release-column = Release
release-author = Gepubliceerd door
release-files = Bestanden
release-catalogue = Catalogus
releases-title = Releases
releases-empty = Voor dit toestel is nog niets gepubliceerd.
fetches-title = Opgevraagde bestanden
fetches-empty = Het toestel heeft nog niets opgevraagd.
fetch-file = Bestand
fetch-bytes = Bytes
fetch-sent = Verzonden
fetch-not-modified = Ongewijzigd
fetch-probe = Niet nodig
fetch-cut = Afgebroken
fetch-first-access = Eerste contact

## Registrations and journal

registrations-empty = Nog geen registraties
registrations-empty-text = Toestellen verschijnen hier zodra ze zich bij de agent van hun locatie registreren.
journal-empty = Nog geen oproepen
journal-empty-text = Oproepen verschijnen hier zodra ze zijn beëindigd.
call-answered = Beantwoord
call-no-answer = Geen antwoord
call-busy = Bezet
call-declined = Geweigerd
call-cancelled = Geannuleerd
call-unreachable = Onbereikbaar
call-failed = Mislukt

## Sites

site-new = Nieuwe locatie
site-name = Naam
site-create = Locatie aanmaken
site-about = Over deze locatie
site-time-zone = Tijdzone
site-time-zone-help = Bijvoorbeeld Europe/Zurich.
site-realm = SIP-domein
site-registrar = Registraradres
registrar-reported = Zoals de agent het meldt.
registrar-set = Handmatig ingesteld, in plaats van wat de agent meldt.
registrar-none = Nog niet bekend: de agent meldt het zodra hij verbinding maakt. Zolang het onbekend is, kunt u geen telefoons publiceren.
registrar-change = Adres instellen
registrar-help = Telefoons moeten zich op dit adres registreren. Stel het in als ze een ander adres moeten gebruiken dan de agent ziet.
registrar-host = Hostnaam of IP-adres
registrar-port = Poort
registrar-transport = Transport
registrar-back = Adres van agent gebruiken
agent-title = Agent
agent-empty = Nog geen agent
agent-empty-text = De agent draait op een apparaat op de locatie en verwerkt daar de oproepen, ook als deze server niet bereikbaar is.
agent-none = Geen agent
agent-connected = Verbonden
agent-away = Niet verbonden
agent-connect = Agent verbinden
agent-state = Status
agent-host = Host
agent-version = Software
agent-last-seen = Laatste bericht
enrol-help = De agent meldt zich aan met een token dat één keer werkt. Het wordt alleen hier en alleen nu getoond.
enrol-token = Token maken
enrol-run = Voer dit uit op het apparaat op de locatie:
enrol-token-alone = Of typ alleen het token waar de agent erom vraagt:
enrol-until = Het token werkt tot { $time }.
enrol-copy-command = Opdracht kopiëren
enrol-copy-token = Token kopiëren
country-at = Oostenrijk
country-be = België
country-ch = Zwitserland
country-de = Duitsland
country-fr = Frankrijk
country-gb = Verenigd Koninkrijk
country-lu = Luxemburg
country-nl = Nederland

## Mails

mail-contested-subject = { $customer }: twee adressen vroegen om het eerste contact van { $device }
mail-contested-text =
    Het eerste contact van { $device } ({ $customer }) is gestopt: vanaf twee verschillende adressen is bij een
    redirectdienst gevraagd waar het toestel naartoe moet. Een van die adressen is niet van uw toestel.

    Geen van beide adressen heeft iets gekregen dat nog geldig is. Ga na welk toestel dit MAC-adres heeft en sta
    daarna het eerste contact opnieuw toe:

    { $url }

## Errors (openapi/api, ErrorCode)

error-malformed_json = Het verzoek kon niet worden gelezen. Probeer het opnieuw.
error-malformed_parameter = Het adres van dit verzoek klopt niet.
error-signed_out = U bent afgemeld. Meld u opnieuw aan.
error-wrong_credentials = Dit e-mailadres en wachtwoord horen niet bij elkaar.
error-wrong_signature = De handtekening van dit verzoek klopt niet.
error-forbidden = U mag dit niet doen.
error-cross_site = Dit verzoek kwam van een andere website en is geweigerd.
error-not_found = Dit bestaat hier niet, of u hebt er geen toegang toe.
error-method_not_allowed = Dit kan hier niet.
error-second_factor_due = Voer eerst de code van uw authenticator-app in.
error-wrong_code = Deze code is onjuist of verlopen. Probeer de volgende.
error-wrong_password = Dit is niet uw huidige wachtwoord.
error-password_too_weak = Dit wachtwoord is makkelijk te raden. Neem minstens tien tekens, bijvoorbeeld vier woorden die niets met elkaar te maken hebben.
error-password_breached = Dit wachtwoord staat op een lijst van gestolen wachtwoorden. Kies een ander.
error-new_password_due = Kies eerst een nieuw wachtwoord.
error-beyond_own_rights = U kunt niet meer rechten geven dan u hier zelf hebt.
error-not_while_acting = Dit kan alleen de persoon zelf doen.
error-link_over = Deze link is niet meer geldig. Vraag een nieuwe aan.
error-in_use = Dit is nog in gebruik.
error-last_administrator = Er moet iemand overblijven die dit beheert. Geef de rol eerst aan iemand anders.
error-name_taken = Deze naam is hier al in gebruik.
error-conflict = Iemand anders heeft dit intussen gewijzigd. Uw wijzigingen zijn niet opgeslagen.
error-idempotency_mismatch = Dit is al met andere waarden verzonden. Laad de pagina opnieuw en probeer het nog eens.
error-version_mismatch = Iemand anders heeft dit gewijzigd nadat u het hebt geopend. Uw wijzigingen zijn niet opgeslagen.
error-body_too_large = Dit is groter dan toegestaan.
error-unsupported_media_type = Hier wordt alleen JSON geaccepteerd.
error-invalid = Controleer de gemarkeerde velden. Er is niets opgeslagen.
error-unknown_field = Het verzoek noemt een veld dat niet bestaat.
error-mac_taken = Dit MAC-adres is al in gebruik.
error-extension_taken = Dit interne nummer is bij deze klant al in gebruik.
error-email_taken = Dit e-mailadres is al in gebruik.
error-unknown_model = Dit model staat niet in de catalogus.
error-not_of_this_model = Dit model heeft deze instelling niet.
error-unknown_reference = Waar dit naar verwijst, bestaat bij deze klant niet.
error-mac_needed = Voer eerst het MAC-adres in: daaraan herkent de redirectdienst het toestel.
error-registrar_unknown = De locatie heeft nog geen registraradres. Verbind de agent, of stel het adres handmatig in.
error-nothing_to_publish = Er is niets te publiceren.
error-version_needed = Het verzoek moet vermelden welke versie het wijzigt.
error-rate_limited = Te veel verzoeken. Wacht even en probeer het opnieuw.
error-internal = Er is bij ons iets misgegaan. Er is niets verloren gegaan; probeer het opnieuw.
error-unavailable = Een deel van het systeem antwoordt nu niet. Probeer het straks opnieuw.
error-second_factor_setup_due = Stel eerst een tweede factor in.
error-outside_networks = Vanaf dit netwerk mag u hier niet werken.
error-customer_suspended = Deze klant is geblokkeerd. U kunt alles bekijken, maar niets wijzigen.
error-customer_closed = Deze klant is gesloten. Er kan niets meer worden gewijzigd.
error-setting_locked = Deze instelling is vergrendeld door de bovenliggende provider.
error-wrong_state = De status van de klant laat dit niet toe.
error-export_needed = Maak eerst een export en wacht tot deze klaar is.
error-host_taken = Deze hostnaam is al in gebruik.
error-limit_reached = De limiet is bereikt. Uw provider kan deze verhogen.
error-wrong_place = Dit kan daar niet naartoe worden verplaatst of daar niet worden aangemaakt.
error-not_settable_here = Deze instelling kan op dit niveau niet worden gemaakt.
error-locks_oneself_out = U zou uzelf buitensluiten: uw eigen adres ligt niet in deze netwerken.
error-name_differs = Dit is niet de naam van de klant.

## Refused values (openapi/types, Invalid)

invalid-empty = Vul dit in.
invalid-too_long = Dit is te lang.
invalid-too_short = Dit is te kort.
invalid-character = Dit bevat tekens die hier niet kunnen worden gebruikt.
invalid-mac = Een MAC-adres heeft 12 hexadecimale tekens, bijvoorbeeld 00:04:13:45:C9:BF.
invalid-access_key = Een toegangssleutel heeft 48 hexadecimale tekens.
invalid-extension = Een intern nummer heeft 1 tot en met 10 cijfers.
invalid-email = Dit is geen e-mailadres.
invalid-device_password = Een toestelwachtwoord heeft 4 tot en met 9 cijfers.
invalid-locale = Deze taal is niet beschikbaar.
invalid-timestamp = Dit is geen tijd.
invalid-host = Dit is geen hostnaam of IP-adres.
invalid-ipui = Een IPUI heeft 10 tot en met 13 hexadecimale tekens.
invalid-choice = Kies een van de aangeboden waarden.
invalid-number = Voer een telefoonnummer in met + en landcode, bijvoorbeeld +41445550100.
invalid-colour = Voer een kleur in zoals #1a7f37.
invalid-picture = Kies een PNG, of een SVG die alleen uit vormen bestaat.
invalid-network = Voer netwerken in zoals 192.0.2.0/24.
invalid-range = Dit getal ligt buiten het toegestane bereik.

## Signing in, continued

mail-invitation-subject = { $by } nodigt u uit voor { $node } op Cordboard
mail-invitation-text = Beste { $name },

    { $by } nodigt u uit om op Cordboard met { $node } te werken. Open deze link om een wachtwoord te kiezen. Hij werkt één keer en een week lang:

    { $url }

    Als u dit niet verwachtte, hoeft u niets te doen.
mail-reset-subject = Een nieuw wachtwoord voor Cordboard
mail-reset-text = Beste { $name },

    iemand, waarschijnlijk u, heeft om een nieuw wachtwoord gevraagd. Open deze link om er een te kiezen. Hij werkt één keer en een uur lang:

    { $url }

    Was u dit niet, dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.
