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
resource-user-import = Gebruikers uit een bestand
resource-site = Locatie
resource-setting = Instelling

## Users

users-empty = Nog geen gebruikers
users-empty-text = Een gebruiker heeft een lijn met een intern nummer. Daarna voegt u er telefoons aan toe.
user-new = Nieuwe gebruiker
user-name = Naam
user-name-help = Ook zichtbaar voor degene die wordt gebeld.
user-extension = Intern nummer
user-extension-help = 2 tot en met 10 cijfers.
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
users-import = Gebruikers importeren
users-delete = Gebruikers verwijderen
user-open = Gebruiker openen
user-more = Meer over de gebruiker
user-tabs = Onderdelen van de gebruiker
user-tab-line = Lijn
user-tab-groups = Groepen
user-tab-permissions = Autorisaties
user-section-person = Persoon
user-section-login = Nummer en aanmelding op de telefoon
user-section-calls = Oproepen
user-first-name = Voornaam
user-last-name = Achternaam
user-email = E-mail
user-email-help = Hier gaan voicemailberichten, faxen en een uitnodiging naartoe.
user-language = Taal
user-language-help = Van de telefoon en de meldingen.
user-person = Persoon die zich aanmeldt
user-person-help = Iemand met een eigen aanmelding, voor wie dit de eigen lijn is.
user-person-linked = Aan een persoon gekoppeld
user-person-no-email = Nog niemand. Vul bij de instellingen een e-mailadres in om iemand uit te nodigen.
user-person-nobody = Nog niemand. Een uitnodiging zou naar { $email } gaan.
user-person-invited = Uitgenodigd: { $email }
user-person-until = De uitnodiging geldt tot { $time }.
user-person-over = De uitnodiging is verlopen. Stuur haar opnieuw op de pagina ‘Personen’.
user-invite = Uitnodigen om zich aan te melden
user-login = Gebruikers-ID
user-login-help = 2 tot en met 50 kleine letters en cijfers.
user-login-made = Laat u dit leeg, dan wordt het van de naam gemaakt.
user-pin = Pincode
user-pin-help = 3 tot en met 10 cijfers, om op een telefoon aan te melden. De huidige wordt aan niemand getoond; laat u dit leeg, dan blijft die gelden.
user-pin-made = 3 tot en met 10 cijfers, om op een telefoon aan te melden. Laat u dit leeg, dan wordt er een gemaakt die niemand kent.
user-voicemail = Voicemailboxen
user-voicemail-help = Interne nummers waarvan de gebruiker de berichten hoort. Laat u dit leeg, dan het eigen nummer.
user-clip-internal = Nummerweergave intern
user-clip-external = Nummerweergave extern
user-clip-help = Nummers waarmee de gebruiker zichtbaar kan zijn. Elk nummer kan worden gekozen.
user-hidden = Verbergen in de interne contacten
user-hidden-help = Anderen vinden deze gebruiker daar niet.
user-to-operator = Naar operator
user-to-operator-help = Oproepen die niemand aanneemt, gaan naar de operator.
user-operator = Nummer van de operator
user-delete-devices =
    { $count ->
        [one] Er zit één toestel op deze lijn. Verwijder het eerst of geef het een andere lijn.
       *[other] Er zitten { $count } toestellen op deze lijn. Verwijder ze eerst of geef ze een andere lijn.
    }
user-memberships = Lidmaatschappen
user-groups = Autorisatiegroepen
user-groups-help = Hieruit volgt wat de gebruiker mag.
user-groups-always = Altijd lid van
user-groups-always-help = Deze kan niemand verlaten; wie in de contacten wordt verborgen, gaat van de ene naar de andere.
user-pickup-groups = Pick-upgroepen
user-pickup-groups-help = Leden kunnen elkaars oproepen aannemen.
user-pickup-none = Er is nog geen pick-upgroep.
user-hunt-groups = Huntgroepen
user-hunt-help = Nummers die bij meerdere overgaan. Wie erin zit en in welke volgorde, stelt u bij de huntgroep in.
user-hunt-none = In geen enkele huntgroep.
saved-nothing = Er is niets gewijzigd.
yes = Ja
no = Nee
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

## Rights of users

rights-help = Alles wat de gebruiker mag, opgeteld uit alle groepen. Wijzig de groepen om het te wijzigen.
rights-phone = Aan de telefoon
rights-phone-none = Niets meer dan bellen en gebeld worden.
rights-pages = Op het web
rights-pages-none = Er worden geen pagina’s getoond.
right-may = Recht
right-on = Bij de leden van
right-because = Vanwege de groep
right-pages = Ziet
right-pages-count =
    { $count ->
        [one] één module
       *[other] { $count } modules
    }
group-admins = Beheerders
group-all-hosts = Alle hosts
group-all-invisible-users = Alle onzichtbare gebruikers
group-all-users = Alle gebruikers
group-all-visible-users = Alle zichtbare gebruikers
group-all-queues = Alle wachtrijen
gui-group-admin = Nieuwe beheerders-GUI
gui-group-user = Nieuwe gebruikers-GUI
feature-call-waiting = Wisselgesprek
feature-call-recording = Gespreksopname
feature-redirect-call = Gesprek omleiden
feature-override-redirect = Oproepomleiding overschrijven
feature-manage-automatic-recordings = Beheer automatische opnames
feature-busy-lamp-field = BLF
feature-caller-display = Nummerweergave (CLIP)
feature-anonymous = Anoniem (CLIR)
feature-do-not-disturb = DND (niet storen)
feature-call-pickup = Oproepovername
feature-manage-own-recordings = Beheer eigen opnames
feature-monitor-own-queue = Monitor eigen wachtrij
feature-manage-own-queue-recordings = Beheer eigen wachtrij-opnames
feature-fax-server = Faxserver
feature-show-gui = Toon GUI
feature-edit-global-contacts = Globale contacten bewerken
feature-group-pickup = Overname groepsoproep
feature-hot-desking = Hot desking
feature-impersonate = Impersoneren
feature-ringtone-configuration = Ringtone-configuratie
feature-manage-manual-recordings = Beheer handmatige gebruikersopnames
feature-internal-contacts = Opnemen in interne contacten
feature-night-mode = Nachtstand toestaan
feature-push-messages = Push-berichten ontvangen
feature-intercom = Intercom toestaan
feature-night-mode-status = Nachtstandstatus
feature-reminder = Herinnering toestaan
feature-voicemail-configuration = Voicemailconfiguratie
feature-queue-login = Aan- en afmelden bij wachtrij
feature-redirect-queues = Wachtrijen omleiden
feature-monitor-queue = Monitor wachtrij

## Users from a file

import-step-file = Bestand
import-step-format = Indeling
import-step-preview = Voorbeeld
import-step-users = Gebruikers
import-help = Veel gebruikers tegelijk, uit een rekenblad dat als CSV is opgeslagen. U ziet wat ervan komt voordat er iets wordt geschreven.
import-file = CSV-bestand
import-file-help = Hoogstens 8 MB en 50.000 rijen.
import-columns = De vijftien kolommen
import-columns-help = In deze volgorde. Alleen gebruikers-ID, intern nummer en pincode zijn verplicht. Meerdere waarden scheidt u met een komma; schakelaars zijn ‘yes’ of ‘no’.
import-template = Leeg bestand met deze kolommen
import-check = Voorbeeld tonen
import-reading = Het bestand wordt gelezen.
import-guessed = Zo ziet het bestand eruit. Kloppen letters niet of staat alles in één cel, kies dan iets anders.
import-sample = De eerste regels
import-encoding = Codering
import-utf8 = UTF-8
import-utf8-means = Wat de meeste programma’s nu schrijven.
import-iso = ISO
import-iso-means = ISO 8859-15, uit oudere programma’s.
import-separator = Scheidingsteken
import-comma = Komma
import-comma-means = susi,14,Susan
import-semicolon = Puntkomma
import-semicolon-means = susi;14;Susan
import-tab = Tab
import-tab-means = Brede tussenruimte tussen de waarden.
import-header = De eerste regel bevat de kolomnamen
import-header-help = Die wordt overgeslagen. Uitgeschakeld wordt die als gebruiker geïmporteerd.
import-pins = Ontbrekende pincodes maken
import-pins-help = Niemand kent ze; stel een nieuwe in voor wie die nodig heeft. Een geëxporteerd bestand heeft er geen.
import-site-help = Alle gebruikers uit het bestand komen op deze locatie.
import-good =
    { $count ->
        [one] Eén rij kan worden geïmporteerd
       *[other] { $count } rijen kunnen worden geïmporteerd
    }
import-bad =
    { $count ->
        [one] Eén rij kan niet worden geïmporteerd
       *[other] { $count } rijen kunnen niet worden geïmporteerd
    }
import-show-bad = Tonen
import-none-good = Er kan geen rij worden geïmporteerd. Hieronder staat waarom; verbeter het bestand en kies het opnieuw.
import-mode = Als een rij niet kan worden geïmporteerd
import-all = Alles of niets
import-all-means = Dan wordt er helemaal geen gebruiker aangemaakt.
import-all-closed = Pas als elke rij van het bestand kan worden geïmporteerd.
import-good-rows = Alleen de goede rijen
import-good-rows-means = Die wordt overgeslagen, de andere worden gebruikers.
import-missing = Groepen in het bestand die nog niet bestaan
import-pickup = Pick-upgroep
import-hunt = Huntgroep
import-create-groups = Deze groepen aanmaken
import-create-groups-help = Anders worden de gebruikers zonder deze groepen geïmporteerd.
import-no-groups = U mag hier geen groepen aanmaken: de gebruikers worden zonder deze groepen geïmporteerd.
import-no-password = Een import stelt geen webwachtwoord in. Wie zich op het web moet aanmelden, wordt uitgenodigd en kiest er zelf een.
import-invite = Gebruikers met een e-mailadres uitnodigen
import-invite-help = De uitnodigingen komen in een wachtrij en worden na de import geleidelijk verstuurd.
import-start =
    { $count ->
        [one] Eén gebruiker importeren
       *[other] { $count } gebruikers importeren
    }
import-another = Ander bestand kiezen
import-running = Gebruikers worden aangemaakt
import-goes-on = U kunt deze pagina verlaten; de import gaat door.
import-cancel-keeps = Annuleert u, dan blijven de al aangemaakte gebruikers.
import-cancel-takes-back = Annuleert u, dan worden de al aangemaakte gebruikers weer verwijderd.
import-stopping = De import stopt na de huidige rijen.
import-undoing = De al aangemaakte gebruikers worden verwijderd; nog { $count }.
import-ended = Resultaat
import-done =
    { $count ->
        [one] Er is één gebruiker aangemaakt
       *[other] Er zijn { $count } gebruikers aangemaakt
    }
import-stopped =
    { $count ->
        [one] Geannuleerd na één gebruiker, die blijft
       *[other] Geannuleerd na { $count } gebruikers, die blijven
    }
import-cancelled = Geannuleerd. Er is geen gebruiker aangemaakt.
import-failed = Niet elke rij kon worden geïmporteerd; daarom is er geen gebruiker aangemaakt.
import-rejected =
    { $count ->
        [one] Eén rij is niet geïmporteerd.
       *[other] { $count } rijen zijn niet geïmporteerd.
    }
import-invitations = Uitnodigingen: { $sent } verstuurd, { $waiting } in de wachtrij.
import-to-users = Naar de gebruikers
import-more = Nog een bestand importeren
import-rows = Rijen van het bestand
import-only-bad = Niet te importeren
import-empty = Het bestand heeft geen rijen
import-empty-text = Misschien is de enige regel voor de kolomnamen aangezien.
import-line = Regel
import-problems = Wat er mis is
import-row-bad = Niet te importeren
import-row-ready = Goed
import-row-done = Geïmporteerd
import-row-failed = Mislukt
file-chosen = Gekozen: { $name }

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

## Navigation, continued

nav-menu = Menu
nav-back = Terug naar het werk
nav-calls = Telefonie
nav-administration = Beheer
nav-own = Mijn account
nav-node = Provider
nav-people = Personen
nav-roles = Rollen
nav-profile = Mijn profiel
nav-sessions = Sessies
nav-tokens = API-tokens
column-actions = Acties
saved = Opgeslagen.

## Signing in, steps

sign-in-forgotten = Wachtwoord vergeten?
entrance-to-sign-in = Terug naar aanmelden
entrance-other = Een ander account gebruiken
second-factor-title = Tweede stap
second-factor-help = Uw account vraagt een tweede bewijs dat u het bent.
second-factor-code = Code van uw authenticator-app
second-factor-recovery = Herstelcode
second-factor-recovery-help = Een van de codes die u bij het instellen hebt bewaard. Elke code werkt één keer.
second-factor-send = Verder
second-factor-use-app = Toch de app gebruiken
second-factor-use-recovery = Een herstelcode gebruiken
new-password-title = Nieuw wachtwoord kiezen
new-password-text = Vervang het wachtwoord dat u hebt gekregen voordat u verdergaat.
reset-text = Het vervangt het vergeten wachtwoord; al uw open sessies eindigen.
reset-done = Het nieuwe wachtwoord geldt.
forgotten-title = Wachtwoord vergeten
forgotten-text = Wij sturen een link waarmee u een nieuw wachtwoord kiest. Die werkt één keer en een uur lang.
forgotten-send = Link sturen
forgotten-sent = Als er bij dit adres een account hoort, is er een e-mail onderweg. Kijk in uw postvak, ook bij de ongewenste e-mail.
invitation-title = Uitnodiging
invitation-hello = Hallo { $name }
invitation-text = { $by } nodigt u uit om met { $node } op Cordboard te werken.
invitation-new = Kies het wachtwoord waarmee u zich gaat aanmelden.
invitation-known = U hebt al een account: voer het wachtwoord daarvan in.
invitation-accept = Aannemen en aanmelden
password-show = Wachtwoord tonen
password-current = Huidig wachtwoord
password-new = Nieuw wachtwoord
password-set = Wachtwoord instellen
strength-short = Te kort: minstens tien tekens.
strength-weak = Zwak: het herhaalt zich.
strength-fair = Redelijk. Meerdere woorden zonder verband zijn beter.
strength-good = Goed.

## My account

profile-about = Over mij
profile-name = Naam
profile-email-help = Hiermee meldt u zich aan. Wie uw toegang beheert, kan het wijzigen.
profile-looks = Taal en weergave
profile-looks-help = De taal gaat met u mee; de rest wordt in deze browser bewaard.
language-label = Taal
contrast-label = Contrast
contrast-normal = Normaal
contrast-more = Hoog
density-label = Dichtheid
density-comfortable = Ruim
density-compact = Compact
password-title = Wachtwoord
password-help = Als u het wijzigt, eindigen al uw andere sessies.
password-change = Wachtwoord wijzigen
password-changed = Het nieuwe wachtwoord geldt. Uw andere sessies zijn beëindigd.
password-again-help = Nog een keer, zodat niemand dit kan doen die uw browser open aantreft.
factor-title = Tweede factor
factor-help = Een code uit een app op uw telefoon, gevraagd na het wachtwoord. Met alleen een gestolen wachtwoord komt dan niemand binnen.
factor-on = Aan
factor-off = Uit
factor-add = Instellen
factor-asked = Waar u werkt, meldt iedereen zich met een tweede bewijs aan. Stel het uwe in om verder te gaan.
factor-next = Verder
factor-before = U hebt een authenticator-app op uw telefoon nodig. Elke app met tijdcodes is geschikt.
factor-scan = Scan deze afbeelding met de app en voer dan de getoonde code in.
factor-picture = QR-code voor de authenticator-app
factor-by-hand = Liever met de hand invoeren
factor-confirm = Inschakelen
factor-remove = Uitschakelen
factor-remove-text = Daarna opent alleen het wachtwoord uw account. Ook de herstelcodes vervallen.
recovery-left =
    { $count ->
        [one] Er is nog één herstelcode
       *[other] Er zijn nog { $count } herstelcodes
    }
recovery-renew = Nieuwe herstelcodes
recovery-renew-text = Uw huidige codes gelden niet meer zodra er nieuwe zijn.
recovery-text = Zonder uw telefoon komt u met een van deze codes binnen, met elke code één keer. Ze worden alleen hier en nu getoond: bewaar ze waar u ze terugvindt.
recovery-download = Downloaden
recovery-print = Afdrukken
recovery-done = Ik heb ze bewaard
copy-codes = Alles kopiëren
copy-secret = Geheim kopiëren
copy-token = Token kopiëren
sessions-help = Waar u bent aangemeld. Beëindig wat u niet kent en wijzig dan uw wachtwoord.
session-browser = Browser
session-began = Begonnen
session-seen = Laatst gebruikt
session-current = Deze
session-end = Beëindigen
session-unknown = Onbekend
sessions-end-others = Alle andere beëindigen
sessions-ended = Alle andere sessies zijn beëindigd.
tokens-help = Met een token handelt een script in uw naam, voor zover u dat toestaat. Het mag nooit meer dan u zelf op dat moment.
tokens-empty = Nog geen tokens
tokens-empty-text = U hebt er een nodig als een programma de interface namens u moet gebruiken, bijvoorbeeld om de oproeplijst op te halen.
token-new = Nieuw token
token-name = Naam
token-name-help = Waar het voor is, zodat u later weet of het nog nodig is.
token-where = Geldt voor
token-scope = Mag
token-life = Geldig
token-days =
    { $count ->
        [one] Eén dag
       *[other] { $count } dagen
    }
token-mint = Token maken
token-used = Laatst gebruikt
token-never = Nooit
token-over = Verlopen
token-end = Token beëindigen
token-end-text = { $name } wordt meteen geweigerd. Programma’s die het gebruiken, werken niet meer.
token-shown = Dit is het token. Het wordt alleen hier en nu getoond.
token-kept = Ik heb het bewaard

## People and roles

people-empty = Nog niemand
people-empty-text = Nodig de mensen uit die hier gaan werken. Zij kiezen zelf hun wachtwoord.
person-invite = Uitnodigen
person-role = Rol
person-roles = Rollen hier
person-seen = Laatst aangemeld
person-never = Nooit
invite-help = De link in de e-mail werkt één keer en een week lang.
invite-language = Taal van de e-mail
invite-send = Uitnodiging sturen
invite-sent = Er is een uitnodiging onderweg naar { $email }.
invite-again = Opnieuw sturen
invite-take-back = Intrekken
invited-by = Uitgenodigd door
invitations-title = Openstaande uitnodigingen
invitations-none = Alle uitnodigingen zijn aangenomen.
act-title = Als deze persoon handelen
act-start = Als deze persoon handelen
act-no-credentials = Sleutels, wachtwoorden, tokens, personen en rollen blijven ondertussen onbereikbaar.
act-audited = Alles wat u doet, wordt onder beide namen vastgelegd.
act-own-rights = U ziet wat deze persoon ziet, en mag niets wat u zelf niet mag.
act-ends = Het eindigt na een half uur vanzelf.
acting-as = { $by } handelt tot { $time } als { $name }
acting-stop = Stoppen
acting-not-own = U handelt als iemand anders. Profiel, sessies en tokens zijn van de persoon zelf.
roles-help = Een rol zegt wat iemand hier en in alles daaronder mag. De vaste rollen volstaan meestal; maak anders uw eigen rollen.
role-platform-operator = Platformbeheerder
role-provider-administrator = Providerbeheerder
role-provider-support = Providerondersteuning
role-customer-administrator = Klantbeheerder
role-user = Gebruiker
role-other = Een andere rol
role-origin = Herkomst
role-predefined = Vast
role-made-here = Hier gemaakt
role-made-above = Hogerop gemaakt
role-grantable = Door u te geven
role-grantable-yes = Ja
role-grantable-no = Nee, deze mag meer dan u
role-new = Nieuwe rol
role-name = Naam
role-name-help = Wat mensen met deze rol doen, bijvoorbeeld “Receptie”.
role-create = Rol maken
role-delete = Rol verwijderen
role-delete-title = { $name } verwijderen?
role-delete-lost = De rol en wat die toestaat.
role-delete-kept = Personen en hun andere rollen.
role-in-use = Iemand heeft deze nog. Neem die daar eerst weg, op de pagina “Personen”.
role-give = Nog een rol
role-give-short = Geven
role-take = { $name } afnemen
role-take-short = Afnemen
permissions-count =
    { $count ->
        [one] Eén recht
       *[other] { $count } rechten
    }
permissions-all = Alles
permissions-none = Geen
permissions-beyond = Dit mag u hier zelf niet.
permissions-organisation = Organisatie
permissions-people = Personen
permissions-sites = Locaties
permissions-users = Gebruikers
permissions-devices = Toestellen
permissions-operation = Bedrijf
may-nodes-read = Providers en resellers zien
may-nodes-write = Providers en resellers maken, hernoemen en verplaatsen
may-customers-read = Klanten zien
may-customers-write = Klanten maken, hernoemen en verplaatsen
may-customers-suspend = Klanten blokkeren
may-customers-close = Klanten opheffen
may-settings-read = Instellingen zien
may-settings-write = Instellingen wijzigen en vergrendelen
may-limits-write = Limieten instellen
may-people-read = Personen en rollen zien
may-people-write = Personen uitnodigen, rollen geven en afnemen
may-roles-write = Rollen maken
may-people-impersonate = Als een andere persoon handelen
may-tokens-write = API-tokens maken
may-sites-read = Locaties en agents zien
may-sites-write = Locaties maken en wijzigen
may-agents-write = Agents verbinden en verwijderen
may-users-read = Gebruikers en lijnen zien
may-users-write = Gebruikers en lijnen maken en wijzigen
may-groups-read = Gebruikersgroepen zien
may-groups-write = Gebruikersgroepen wijzigen
may-credentials-rotate = Nieuwe SIP-wachtwoorden instellen
may-devices-read = Toestellen zien
may-devices-write = Toestellen maken, wijzigen en verwijderen
may-access-key-reveal = De geheime URL van toestellen zien
may-access-key-rotate = Nieuwe toegangssleutels maken
may-releases-read = Wijzigingen en releases zien
may-releases-publish = Publiceren
may-registrations-read = Registraties zien
may-calls-read = De oproeplijst zien
may-audit-read = Het auditlogboek zien
may-audit-export = Het auditlogboek exporteren
may-redirect-services-write = Redirectdiensten beheren

## Tables, forms, keys

table-tools = Filteren en schikken
table-search = Op woorden filteren
table-filters = Actieve filters
table-clear = Alles tonen
table-nothing = Niets gevonden
table-nothing-text = Er zijn hier rijen, maar geen die door alle filters komt.
table-columns = Kolommen
table-views = Weergaven
table-export = CSV
table-select = { $name } selecteren
table-select-all = Alle getoonde rijen selecteren
filter-remove = Filter { $name } verwijderen
view-name = Naam van deze weergave
view-save = Bewaren
view-forget = { $name } vergeten
bulk-title = Geselecteerde rijen
bulk-count =
    { $count ->
        [one] Eén geselecteerd
       *[other] { $count } geselecteerd
    }
bulk-clear = Selectie wissen
bulk-result = Resultaat per rij
bulk-done = Klaar
progress-title = Voortgang
progress-of = { $done } van { $total }
guard-title = Verlaten zonder op te slaan?
guard-text = Wat u op deze pagina hebt ingevoerd, is nog niet opgeslagen.
guard-stay = Hier blijven
guard-leave = Verlaten
merge-title = Iemand anders heeft dit intussen opgeslagen
merge-text = Kies per veld welke versie moet blijven.
merge-yours = Van u
merge-theirs = De andere
merge-save = Keuze opslaan
palette-button = Zoeken
palette-open = Zoeken en overal heen gaan
palette-title = Overal heen
palette-placeholder = Pagina, klant, gebruiker, toestel of nummer
palette-pages = Pagina’s
palette-nothing = Niets gevonden
palette-move = bewegen
palette-go = openen
palette-close = sluiten
keys-title = Toetsen
keys-palette = Zoeken en overal heen gaan
keys-filter = Naar het filter van de lijst
keys-down = Volgende rij
keys-up = Vorige rij
keys-edit = Wijzigen wat open is
keys-help = Deze lijst
keys-close = Sluiten
keys-single = Losse toetsen
keys-single-help = Zet ze uit als ze een hulpmiddel in de weg zitten.

## Groups of the telephone system

nav-groups = Groepen
groups-kinds = Soorten groepen
groups-authorisation = Autorisatiegroepen
groups-gui = Webmodules
groups-pickup = Pick-upgroepen
groups-hunt = Huntgroepen
groups-authorisation-help = Een autorisatiegroep zegt wat haar leden op de telefooncentrale mogen, en bij wie.
groups-gui-help = Een GUI-groep is een verzameling pagina’s. Een autorisatiegroep met het recht “Toon GUI” geeft ze aan haar leden.
groups-pickup-help = Leden van een pick-upgroep kunnen elkaars oproepen overnemen met een functietoets.
groups-hunt-help = Een huntgroep is één nummer dat bij meerdere mensen overgaat, na elkaar of allemaal tegelijk.
group-new = Nieuwe autorisatiegroep
group-create = Groep maken
group-name = Naam
group-name-help = Wie haar leden zijn, bijvoorbeeld “Receptie”.
group-kind = Leden zijn
group-kind-user = Gebruikers
group-kind-queue = Wachtrijen
group-kind-host = Telefooncentrales
group-kind-user-means = Mensen met een toestelnummer. Dit hebt u bijna altijd nodig.
group-kind-queue-means = Wachtrijen van bellers, zodat anderen ze mogen volgen of omleiden.
group-saved = Opgeslagen. Het geldt meteen.
group-delete = Groep verwijderen
group-delete-title = { $name } verwijderen?
group-delete-lost = Haar leden verliezen wat deze groep hun toestaat.
group-delete-targets = Niemand mag nog iets bij haar leden doen vanwege deze groep.
group-delete-kept = De gebruikers, hun telefoons en hun nummers.
group-predefined-why = Elke telefooncentrale heeft deze groep en steunt erop. Zonder deze groep kunnen gebruikers hun toegang verliezen; daarom houdt ze haar naam en kan ze niet worden verwijderd.
group-admins-who = De gebruiker “admin” hoort er altijd bij. Wie u toevoegt, beheert de telefooncentrale ook.
group-all-hosts-who = De telefooncentrale zelf hoort erbij.
group-all-invisible-users-who = Gebruikers die in Contacten verborgen zijn, horen er vanzelf bij.
group-all-users-who = Elke gebruiker hoort er vanaf de eerste dag bij. Niemand wordt met de hand toegevoegd of verwijderd.
group-all-visible-users-who = Gebruikers die in het interne adresboek staan, horen er vanzelf bij.
group-all-queues-who = Elke wachtrij hoort er vanzelf bij.
members-title = Leden
members-count =
    { $count ->
        [one] { $count } lid
       *[other] { $count } leden
    }
members-add = Leden toevoegen
members-added =
    { $count ->
        [one] Eén lid toegevoegd
       *[other] { $count } leden toegevoegd
    }
members-none = Er zit nog niemand in deze groep.
members-not-users = Haar leden zijn geen gebruikers; hier valt niemand toe te voegen.
member-login = Gebruikersnaam
member-take = { $name } eruit halen
member-take-short = Eruit halen
picker-search = Naam, gebruikersnaam of toestelnummer
picker-chosen = Gekozen
picker-already = zit er al in
picker-more = Er zijn er meer. Typ een deel van de naam.
grants-title = Wat leden mogen
grants-help = Elke regel is een recht en de groep bij wiens leden het geldt.
grants-none = Nog geen rechten. Ook zonder rechten is de groep nuttig: uitgaande routes kunnen voor haar leden zijn.
grant-add = Recht geven
grant-save = Geven
grant-take = Wegnemen: { $name }
grant-feature = Autorisatie
grant-target = Toepassen op
grant-target-help = Waarvoor het al gegeven is, staat er niet meer bij.
grant-sentence = Kies beide, dan staat hier wat het betekent.
features-calls = Oproepen
features-phone = Telefoon
features-messages = Voicemail en fax
features-recordings = Opnames
features-queues = Wachtrijen
features-administration = Webpagina’s en beheer
grant-call-waiting = Leden mogen een tweede oproep laten melden op de telefoons van “{ $target }”.
grant-call-recording = Leden mogen gesprekken van “{ $target }” opnemen.
grant-redirect-call = Leden mogen de gesprekken van “{ $target }” omleiden.
grant-override-redirect = Leden bereiken “{ $target }” ook als hun oproepen zijn omgeleid.
grant-manage-automatic-recordings = Leden mogen de automatische opnames van “{ $target }” beheren.
grant-busy-lamp-field = Leden mogen op hun toetsen zien wie van “{ $target }” bezet is.
grant-caller-display = Leden mogen kiezen welk nummer “{ $target }” tonen.
grant-anonymous = Leden mogen het nummer van “{ $target }” verbergen.
grant-do-not-disturb = Leden mogen voor “{ $target }” niet storen aanzetten.
grant-call-pickup = Leden mogen oproepen overnemen die bij “{ $target }” overgaan.
grant-manage-own-recordings = Leden mogen opnames van hun eigen gesprekken met “{ $target }” beheren.
grant-monitor-own-queue = Leden mogen hun eigen wachtrijen uit “{ $target }” volgen.
grant-manage-own-queue-recordings = Leden mogen opnames van hun eigen wachtrijen uit “{ $target }” beheren.
grant-fax-server = Leden mogen faxen van “{ $target }” verzenden en zien.
grant-show-gui = Leden zien de webpagina’s van “{ $target }”.
grant-edit-global-contacts = Leden mogen het bedrijfsadresboek voor “{ $target }” bewerken.
grant-group-pickup = Leden mogen binnen hun pick-upgroepen oproepen van “{ $target }” overnemen.
grant-hot-desking = Leden mogen zich aanmelden op de telefoons van “{ $target }”.
grant-impersonate = Leden mogen als een gebruiker van “{ $target }” handelen.
grant-ringtone-configuration = Leden mogen de ringtones van “{ $target }” kiezen.
grant-manage-manual-recordings = Leden mogen de opnames beheren die “{ $target }” met de hand hebben gemaakt.
grant-internal-contacts = Leden staan in het interne adresboek van “{ $target }”.
grant-night-mode = Leden mogen de nachtstand van “{ $target }” via de telefoon schakelen.
grant-push-messages = Leden ontvangen berichten van “{ $target }” op hun telefoon.
grant-intercom = Leden mogen “{ $target }” direct aanspreken: de telefoon neemt vanzelf op.
grant-night-mode-status = Leden mogen de nachtstand van “{ $target }” zien.
grant-reminder = Leden mogen voor “{ $target }” een herinnering instellen.
grant-voicemail-configuration = Leden mogen de voicemail van “{ $target }” instellen.
grant-queue-login = Leden mogen zich aan- en afmelden bij “{ $target }”.
grant-redirect-queues = Leden mogen de wachtrijen van “{ $target }” omleiden.
grant-monitor-queue = Leden mogen de wachtrijen van “{ $target }” volgen.
gui-group-new = Nieuwe GUI-groep
gui-group-name-help = Voor wie de pagina’s zijn, bijvoorbeeld “Receptie”.
gui-group-predefined-why = Elke telefooncentrale heeft deze GUI-groep; daarom houdt ze haar naam en kan ze niet worden verwijderd. Welke modules aan staan, kiest u zelf.
gui-group-beyond = Deze groep toont meer dan u hier zelf mag. Alleen wie dat allemaal mag, kan haar wijzigen.
gui-group-delete-lost = Groepen die deze pagina’s toonden, tonen ze niet meer.
gui-group-delete-kept = De autorisatiegroepen, hun leden en al hun andere rechten.
modules-title = Modules
modules-on = { $enabled } van { $total } aan
modules-help = Zet u een module aan, dan gaat aan waar ze aan hangt; zet u er een uit, dan gaat alles eronder uit.
modules-needed = Blijft aan: anders komt niemand erin of eruit.
module-log-in = Aanmelden
module-log-out = Afmelden
module-home = Home
module-home-night-mode = Nachtstand
module-profile = Profiel
module-profile-personal-data = Persoonlijke gegevens
module-profile-pin = PIN wijzigen
module-profile-language = Taal wijzigen
module-profile-impersonation = Impersonatie
module-contacts = Contacten
module-contacts-internal = Intern
module-contacts-global = Globaal
module-contacts-private = Privé
module-user-settings = Mijn telefoon
module-user-function-keys = Functietoetsen
module-user-telephony = Telefonieopties
module-user-redirects = Omleidingen en parallel bellen
module-user-ringtones = Ringtones
module-user-voicemail = Voicemail
module-administration = Beheer
module-users-and-functions = Gebruikers en functies
module-users = Gebruikers
module-user-import = Gebruikers importeren
module-names-and-numbers = Namen en nummers
module-pickup-groups = Pick-upgroepen
module-hunt-groups = Huntgroepen
module-authorisation = Autorisatie
module-authorisation-groups = Autorisatiegroepen
module-web-gui = Web-GUI
module-provisioning = Provisioning
module-devices = Toestellen
module-access-keys = Toegangssleutels
module-publishing = Publiceren
module-sites = Locaties
module-agents = Agents
module-people = Personen
module-roles = Rollen
module-impersonation = Handelen als iemand anders
module-tokens = API-tokens
module-settings = Instellingen
module-system-status = Systeemstatus
module-registrations = Registraties
module-call-records = Oproeplijst
module-audit-log = Auditlog
pickup-group-new = Nieuwe pick-upgroep
pickup-group-name-help = Wie dichtbij genoeg zit om elkaars telefoon te horen.
pickup-group-number = Nummer
pickup-group-number-help = Functietoetsen noemen de groep met dit nummer. Leeg is het het volgende vrije. Het blijft zoals het is.
pickup-group-number-is = Nummer { $number } voor functietoetsen
pickup-groups-empty = Nog geen pick-upgroepen
pickup-groups-empty-text = Zet mensen bij elkaar die voor elkaar opnemen: wie er is, neemt de oproep over.
pickup-members-help = Ze hebben ook het recht “Overname groepsoproep” nodig, dat alle gebruikers hebben tenzij het is weggenomen, en een toets met het nummer van de groep.
pickup-group-delete-lost = Haar leden kunnen er elkaars oproepen niet meer mee overnemen.
pickup-group-delete-keys = Functietoetsen met haar nummer doen niets meer.
hunt-group-new = Nieuwe huntgroep
hunt-group-title = Titel
hunt-group-extension-help = Het nummer dat men belt. Geen gebruiker mag het hebben.
hunt-group-shown = Getoonde groepsnaam
hunt-group-shown-help = Wat de telefoons van de leden tonen, zodat men ziet dat de oproep voor de groep is. Leeg: de titel.
hunt-group-strategy = Oproepstrategie
hunt-linear = Lineair
hunt-parallel = Parallel
hunt-linear-means = Na elkaar, in de volgorde van de leden.
hunt-parallel-means = Allemaal tegelijk. Wie het eerst opneemt, heeft de oproep.
hunt-group-busy = Groep bezet
hunt-group-busy-help = Eén lid in gesprek is genoeg: de oproep gaat niet verder. Voor iemand met twee telefoons.
hunt-group-door = Deurintercom
hunt-group-door-help = Telefoons met een eigen deurbel gebruiken die.
hunt-groups-empty = Nog geen huntgroepen
hunt-groups-empty-text = Geef een team één nummer: verkoop, support, de receptie.
hunt-linear-order = Ze gaan van boven naar beneden over. De volgende gaat over als de vorige bezet is of zijn seconden om zijn.
hunt-parallel-order = Ze gaan allemaal tegelijk over; de volgorde doet er niet toe.
hunt-members-none = Er zit nog niemand in deze groep: oproepen gaan nergens over.
hunt-members-save = Leden opslaan
hunt-seconds = Seconden dat { $name } overgaat
hunt-move-up = { $name } omhoog
hunt-move-down = { $name } omlaag
hunt-moved = { $name } is nu nummer { $place }
hunt-group-delete-lost = Oproepen naar haar nummer bereiken niemand meer.
hunt-group-delete-kept = Haar leden, hun telefoons en hun eigen nummers.

## Audit log

nav-audit = Auditlog
filter-take = Filteren
audit-help = Wie wat deed, namens wie, en hoe het afliep. Begin en einde zijn één regel.
audit-chain = Er komen alleen regels bij, elk verzegeld aan de vorige; het platform ondertekent elk uur de laatste en merkt het als er een is gewijzigd of verwijderd.
audit-who = Wie
audit-behalf = namens { $name }
audit-for = Namens
audit-what = Wat
audit-on = Waaraan
audit-since = Vanaf
audit-until = Tot en met
audit-opened = Begonnen
audit-done = Gedaan
audit-denied = Geweigerd
audit-failed = Mislukt
audit-nobody = Niemand aangemeld
audit-clock = De klok
audit-agent = Device-agent
audit-empty = Nog niets vastgelegd
audit-empty-text = Alles wat iemand hier wijzigt, komt in deze lijst.
audit-export = Exporteren
audit-csv = CSV
audit-csv-for = voor spreadsheets
audit-ndjson = NDJSON
audit-ndjson-for = één regel per rij, voor programma’s
audit-syslog = Syslog
audit-syslog-for = RFC 5424, voor logservers
audit-changes = Wat er veranderde
audit-nothing = Meer is er niet genoteerd.
audit-before = Voorheen
audit-after = Daarna
audit-no-target = Het betreft niets afzonderlijks.
audit-id = Id
audit-open = Openen
audit-all-of-target = Alles hierover
audit-all-of-actor = Alles van { $name }
audit-trace = Om na te gaan
audit-word = Woord
audit-credential = Getoond
audit-program = Programma
audit-number = Nummer in het log
audit-request = Verzoek
audit-operation = Handeling
audit-code = Code
did-access = Inzage geweigerd
did-customer-create = Klant aangemaakt
did-customer-change = Klant gewijzigd
did-customer-reopen = Klant heropend
did-customer-close = Klant gesloten
did-customer-export = Gegevens van klant geëxporteerd
did-customer-resume = Opschorting beëindigd
did-customer-suspend = Klant opgeschort
did-device-create = Toestel toegevoegd
did-device-delete = Toestel verwijderd
did-device-change = Toestel gewijzigd
did-device-rotate-access-key = Nieuwe toegangssleutel gemaakt
did-device-reveal-access-key = Geheime URL bekeken
did-device-set-provisioning-mac = Eerste contact voorbereid
did-handset-create = Handset toegevoegd
did-handset-change = Handset gewijzigd
did-handset-delete = Handset verwijderd
did-group-create = Autorisatiegroep gemaakt
did-group-delete = Autorisatiegroep verwijderd
did-group-change = Autorisatiegroep hernoemd
did-group-grant = Recht aan groep gegeven
did-group-revoke = Recht van groep weggenomen
did-group-add-members = Leden aan groep toegevoegd
did-group-remove-member = Lid uit groep gehaald
did-gui-group-create = GUI-groep gemaakt
did-gui-group-delete = GUI-groep verwijderd
did-gui-group-change = GUI-groep gewijzigd
did-hunt-group-create = Huntgroep gemaakt
did-hunt-group-delete = Huntgroep verwijderd
did-hunt-group-change = Huntgroep gewijzigd
did-hunt-group-members = Leden van huntgroep ingesteld
did-line-rotate-credentials = Nieuw SIP-wachtwoord gezet
did-pickup-group-create = Pick-upgroep gemaakt
did-pickup-group-delete = Pick-upgroep verwijderd
did-pickup-group-change = Pick-upgroep hernoemd
did-pickup-group-members = Leden van pick-upgroep ingesteld
did-release-publish = Wijzigingen gepubliceerd
did-site-create = Locatie aangemaakt
did-site-delete = Locatie verwijderd
did-site-change = Locatie gewijzigd
did-site-enrol = Token voor agent gemaakt
did-user-import-upload = Gebruikersbestand geüpload
did-user-import-start = Gebruikersimport gestart
did-user-import-cancel = Gebruikersimport geannuleerd
did-user-import-end = Gebruikersimport klaar
did-user-create = Gebruiker aangemaakt
did-user-delete = Gebruiker verwijderd
did-user-change = Gebruiker gewijzigd
did-user-groups = Groepen van gebruiker ingesteld
did-invitation-create = Iemand uitgenodigd
did-invitation-delete = Uitnodiging ingetrokken
did-invitation-renew = Uitnodiging opnieuw verstuurd
did-invitation-accept = Uitnodiging aangenomen
did-invitation-look-up = Uitnodiging bekeken
did-node-create = Provider of reseller aangemaakt
did-node-change = Provider of reseller gewijzigd
did-node-move = In de boom verplaatst
did-limit-change = Limiet gewijzigd
did-setting-change = Instelling gewijzigd
did-role-create = Rol gemaakt
did-role-delete = Rol verwijderd
did-role-change = Rol gewijzigd
did-person-act = Begonnen te handelen als iemand anders
did-person-act-end = Gestopt te handelen als iemand anders
did-person-grant = Rol gegeven
did-person-revoke = Rol weggenomen
did-person-change = Profiel gewijzigd
did-person-change-password = Wachtwoord gewijzigd
did-person-password-again = Wachtwoord opnieuw gevraagd
did-person-forgot-password = Wachtwoord vergeten
did-person-reset-password = Wachtwoord via link vervangen
did-person-recovery-codes = Nieuwe herstelcodes gemaakt
did-person-second-factor-setup = Tweede factor voorbereid
did-person-second-factor = Tweede factor aangezet
did-person-second-factor-removal = Tweede factor uitgezet
did-redirect-service-create = Redirectdienst toegevoegd
did-redirect-service-look-up = Redirectdienst vroeg iets
did-session-start = Aangemeld
did-session-end = Afgemeld
did-session-revoke = Sessie beëindigd
did-session-second-factor = Tweede factor ingevoerd
did-token-create = API-token gemaakt
did-token-delete = API-token beëindigd

## Steps and values

wizard-next = Volgende
wizard-back = Vorige
wizard-step = Stap { $step } van { $total }
confirm-type = Typ { $name } om te bevestigen.
confirm-name = Naam
effective-here = hier ingesteld
effective-from = van { $level }
effective-level = Komt van
effective-by = Ingesteld door
effective-since = Sinds
effective-without = Zonder
effective-back = Terug naar geërfd
effective-locked = vergrendeld door { $level }
chip-remove = { $name } verwijderen
multi-search = Lijst doorzoeken
toast-undo = Ongedaan maken
empty-guide = In de handleiding lezen
progress-done = Klaar

## Settings, limits, the life of a customer

nav-settings = Instellingen
effective-locks = vergrendeld voor alles eronder
settings-help = Elke waarde geldt voor alles eronder, tot iemand daar een andere instelt. Het snoer ernaast laat zien waar hij vandaan komt.
settings-standard = de standaardinstellingen
settings-place = Taal en plaats
settings-place-help = Een ander land, een andere tijdzone of andere tonen bereiken de toestellen zodra u publiceert.
settings-look = Uiterlijk
settings-look-help = Op de aanmeldpagina en in e-mails. Een kleur wordt lichter of donkerder gemaakt tot tekst erin goed leesbaar is.
settings-mail = E-mails en eigen adres
settings-mail-help = Van wie e-mails komen, en op welk adres deze console te bereiken is.
settings-entrance = Aanmelden
settings-entrance-help = Meteen van kracht, voor iedereen van wie de rol hier of lager vandaan komt.
setting-change = Wijzigen
setting-change-named = Wijzigen: { $name }
setting-saved = Opgeslagen en meteen van kracht.
setting-given-back = { $name }: de geërfde waarde geldt weer.
setting-lock = Vergrendelen voor alles eronder
setting-lock-help = Niemand eronder kan een andere waarde instellen tot u hem ontgrendelt. Wat daar is ingesteld blijft bewaard, zonder effect.
setting-locked = Vergrendeld
setting-open = Niet vergrendeld
setting-locale = Taal
setting-locale-help = Van e-mails, en van mensen die er zelf geen hebben gekozen.
setting-country-help = Bepaalt de tonen en welke nummers noodnummers zijn.
setting-time-zone-help = Van de klokken op de toestellen.
setting-area-code = Netnummer
setting-area-code-help = Zoals binnen het land gekozen, bijvoorbeeld 044.
setting-number-format = Nummernotatie
setting-number-format-help = Hoe nummers worden getoond.
setting-national = Nationaal
setting-national-means = 044 555 01 00
setting-international = Internationaal
setting-international-means = +41 44 555 01 00
setting-tones = Tonen
setting-tones-help = Het land waarvan de toestellen de kies-, oproep- en bezettoon laten horen. Niet ingesteld: dat van de locatie.
setting-brand-name = Naam
setting-brand-name-help = Staat op de aanmeldpagina en in e-mails.
setting-brand-logo = Logo
setting-brand-logo-help = PNG, of SVG die alleen uit vormen bestaat; tot 64 kB.
setting-logo-set = Een afbeelding
setting-brand-colour = Kleur
setting-brand-colour-help = Bijvoorbeeld #1a7f37 of oklch(0.5 0.1 150).
setting-colour-pick = Kleur kiezen
setting-preview = Wat men bij het aanmelden ziet
setting-mail-name = Naam van de afzender
setting-mail-name-help = Van wie uitnodigingen en andere e-mails komen.
setting-mail-address = Adres van de afzender
setting-mail-address-help = Uw mailsysteem moet deze server toestaan ervoor te verzenden, anders belanden e-mails bij de ongewenste post.
setting-host-name = Eigen hostnaam
setting-host-name-help = Bijvoorbeeld toestellen.example.net. Laat hem naar deze server wijzen, met een certificaat, voordat mensen hem gebruiken.
setting-networks = Netwerken
setting-networks-help = Alleen vanuit deze netwerken kan men zich aanmelden, bijvoorbeeld 192.0.2.0/24. Leeg: overal vandaan. Uw eigen netwerk moet erbij staan.
setting-any-network = Elk netwerk
setting-second-factor = Tweede factor
setting-second-factor-help = Of iedereen er een nodig heeft.
setting-factor-all = Verplicht
setting-factor-all-means = Iedereen stelt er bij de volgende aanmelding een in en kan zonder niet verder.
setting-factor-own = Naar eigen keuze
setting-factor-own-means = Wie er een wil, stelt hem in het eigen profiel in.
setting-idle = Inactieve tijd
setting-idle-help = Minuten waarna een ongebruikte browser wordt afgemeld, 5 tot 43.200.
setting-minutes =
    { $count ->
        [one] Eén minuut
       *[other] { $count } minuten
    }
nav-usage = Gebruik
nav-limits = Limieten
usage-help = Wat u hebt, wat u mag hebben, en wat te doen als het krap wordt.
limits-help = Een limiet die hier is ingesteld geldt voor elke klant eronder, tenzij er lager een andere is. Wat er al is blijft, ook boven de limiet.
limits-emergency = Geen limiet houdt ooit een noodoproep tegen.
limits-title = Limieten
licences-title = Licenties
licences-help = Wat er is gekocht. Waar PBX-licenties worden geteld, bepalen zij hoeveel gebruikers er mogen zijn.
limit-column = Wat
usage-column = In gebruik
limit-value = Limiet
limit-value-help = Een heel getal. 0: helemaal geen.
limit-origin = Ingesteld door
limit-nobody = Niemand
limit-not-here = Hier niet ingesteld
limit-handsets = DECT-handsets
limit-users-help = Elk met een lijn en een intern nummer.
limit-devices-help = Toestellen en DECT-systemen, zonder handsets.
limit-handsets-help = Op alle DECT-systemen samen.
limit-calls = Gelijktijdige gesprekken
limit-calls-help = In gebruik: het hoogste van de laatste 24 uur. Noodoproepen tellen nooit mee.
limit-storage = Opslag
limit-storage-help = Exports en wat verder als bestand wordt bewaard.
limit-t440 = PBX T440
limit-t440-help = Elke licentie brengt 40 gebruikers.
limit-t640 = PBX T640
limit-t640-help = Elke licentie brengt 80 gebruikers.
limit-multicell = Multicell-upgrade
limit-multicell-help = Van single cell naar multicell, één per apparaat.
limit-manager-small = DECT-manager, single of mini-multicell
limit-manager-small-help = Elke licentie laat er één bij een integrator aansluiten.
limit-manager-multi = DECT-manager, multicell
limit-manager-multi-help = Elke licentie laat er één van een multicell-systeem aansluiten.
limit-messaging = Handsets met berichten
limit-messaging-help = Ontvangen berichten van een alarmserver.
limit-location = Handsets met locatie
limit-location-help = Hun locatie is zichtbaar; elke licentie omvat berichten.
amount-gigabytes = { $count } GB
amount-kilobytes = { $count } kB
amount-megabytes = { $count } MB
unit-gigabytes = GB
usage-of = { $used } van { $limit }
usage-entitled = { $limit } (hier niet geteld)
usage-no-limit = Geen limiet
usage-ok = Genoeg over
usage-near = Bijna bereikt
usage-reached = Bereikt
usage-raise = Verhoog de limiet, of verwijder wat niet nodig is.
usage-ask = Verwijder wat niet nodig is, of vraag uw provider haar te verhogen.
nav-organisation = Organisatie
nav-manage = Klant beheren
organisation-help = Een reseller heeft eigen klanten en mensen, en erft uw instellingen en limieten.
providers-title = Providers
provider-new = Nieuwe provider
providers-empty = Nog geen providers
resellers-title = Resellers
reseller-new = Nieuwe reseller
resellers-empty = Nog geen resellers
resellers-empty-text = Wie aan eigen klanten doorverkoopt, krijgt hier een plek.
node-new-help = Nodig de mensen daarna uit, op de pagina “Mensen”.
node-create = Aanmaken
node-place = Naam en plaats
node-below = Hoort bij
node-rename = Hernoemen
node-move = Verplaatsen
node-moved = { $name } heeft zijn nieuwe plaats.
node-move-help = Ga naar waar het moet komen en druk op “Hierheen verplaatsen”.
node-move-to = Verplaatsen naar
node-move-into = Naar { $name } gaan
node-move-here = Hierheen verplaatsen
node-move-lost = Wie vanuit de oude plaats toegang had, heeft die niet meer; instellingen en limieten komen van de nieuwe.
node-move-kept = Alles erin, de mensen met hun rollen, de toestellen en hun gesprekken.
node-move-wrong = Kies een provider of reseller die er niet in ligt.
node-move-nowhere = Het kan van hieruit nergens anders heen.
erasures-title = Gewiste klanten
erasures-help = Wat na een opheffing is gewist, en wanneer. Bewaar de controlesom bij uw papieren: die staat voor klant, tijden en aantallen.
erasures-none = Er is geen klant gewist.
erasure-done = Volledig
erasure-runs = Bezig
erasure-by = Opgeheven door
erasure-began = Geheimen vernietigd
erasure-ended = Laatste rij gewist
erasure-rows = Gewiste rijen
erasure-digest = SHA-256
erasure-tables = { $count } rijen, per tabel
standing-title = Toestand
standing-active = Actief
standing-suspended = Geblokkeerd
standing-closed = Opgeheven
standing-by = Besloten door
standing-phones = Telefoons
standing-phones-off = Geweigerd
standing-reason = Reden
standing-erased = Wordt gewist
suspend = Blokkeren
suspend-change = Blokkering wijzigen
suspend-lost = De eigen mensen van de klant kunnen meteen alles bekijken, maar niets wijzigen.
suspend-kept = Alles blijft bewaard, en u kunt het op elk moment terugdraaien.
suspend-calls = Wat de telefoons mogen
suspend-emergency = Noodoproepen werken altijd.
suspend-reason-help = De mensen van de klant lezen hem.
calls-work = Telefoons blijven werken
calls-work-means = Alle gesprekken, in en uit.
calls-internal = Alleen interne gesprekken en noodoproepen
calls-internal-means = Verder gaat er meteen niets in of uit.
resume = Blokkering opheffen
resume-kept = Telefoons en mensen mogen meteen weer alles van voorheen.
exports-title = Exports
exports-help = Een archief van alles wat van de klant wordt bewaard, één JSON-object per regel. Zonder geheimen.
exports-none = Nog geen export.
export-make = Export maken
export-waiting = Wacht
export-running = Wordt geschreven
export-failed = Mislukt. Maak er nog een.
export-fetch = Downloaden
export-content = { $rows } rijen, { $size }
close-section = Deze klant opheffen
close = Klant opheffen
close-title = { $name } opheffen?
close-first = Maak eerst een export en wacht tot hij klaar is.
close-ready = Er is een export. Download hem voordat u opheft.
close-step-export = Er wordt een export gemaakt, en u bewaart hem.
close-step-close = De klant wordt opgeheven: telefoons en mensen worden meteen geweigerd.
close-step-erase = Na de termijn wordt alles gewist. Een certificaat toont het aan.
close-lost-phones = Telefoons en agents worden meteen geweigerd. Zorg dat noodoproepen op een andere manier mogelijk zijn.
close-lost-people = De eigen mensen van de klant wijzigen niets meer.
close-lost-all = Na de termijn wordt alles voorgoed gewist, ook de exports hier.
close-kept-grace = Tot dan kunt u haar heropenen, en is alles als voorheen.
close-kept-export = De export die u hebt gedownload.
close-kept-audit = Het auditlog, zo lang als de eigen bewaartermijn bepaalt.
close-until = Opgeheven. Heropenen kan tot { $time }; daarna wordt alles gewist.
reopen = Heropenen
reopen-lost = Een eerste contact dat was toegestaan, is dat niet meer.
reopen-kept = Telefoons en agents worden weer bediend als voorheen.
nav-dashboard = Dashboard
dashboard-nothing = Niets. Elke agent is verbonden en elke locatie is klaar voor noodoproepen.
dashboard-suspended = { $count } geblokkeerd
dashboard-closed = { $count } opgeheven
dashboard-limits = Wat klanten mogen hebben
concern-away =
    { $count ->
        [one] Eén agent is niet verbonden: geen gesprekken op die locatie
       *[other] { $count } agents zijn niet verbonden: geen gesprekken op die locaties
    }
concern-failed =
    { $count ->
        [one] Eén configuratie is mislukt
       *[other] { $count } configuraties zijn mislukt
    }
concern-no-agent =
    { $count ->
        [one] Eén locatie heeft nog geen agent
       *[other] { $count } locaties hebben nog geen agent
    }
concern-emergency =
    { $count ->
        [one] Eén locatie mist wat hulpdiensten nodig hebben: adres of nummer
       *[other] { $count } locaties missen wat hulpdiensten nodig hebben: adres of nummer
    }
concern-closed = Opgeheven, wordt gewist op { $time }
concern-open = Klant openen
concern-sites = Locaties openen
warning-suspended = Geblokkeerd
address-street = Straat
address-number = Huisnummer
address-postcode = Postcode
address-city = Plaats
address-note = Verdieping, deur, ingang
address-note-help = Alles wat helpt om mensen snel te vinden.
emergency-title = Noodoproepen
emergency-address = Adres
emergency-caller = Nummer dat hulpdiensten zien
emergency-caller-help = Met + en landnummer. Hulpdiensten bellen erop terug, dus moet het op deze locatie overgaan.
emergency-help = Waar hulp heen wordt gestuurd als iemand hier een noodoproep doet, en het nummer dat zij ziet.
emergency-missing = Er ontbreekt iets: in nood vinden hulpdiensten deze locatie misschien niet, of kunnen ze niet terugbellen.
emergency-change = Invullen
emergency-lamp = Noodgegevens ontbreken
emergency-ready = Gereed
today-closed = Deze klant is opgeheven
today-erased = Op { $time } wordt alles gewist.
today-suspended = Deze klant is geblokkeerd: de eigen mensen kunnen niets wijzigen
today-emergency = { $name }: noodadres of noodnummer ontbreekt
today-emergency-why = Zonder dat vinden hulpdiensten de locatie misschien niet, of kunnen ze niet terugbellen.
today-limit-reached = Limiet bereikt: { $name }
today-limit-near = Limiet bijna bereikt: { $name }
today-enter = Invullen
today-open-usage = Gebruik openen
overview-usage = Wat u hebt en mag hebben

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
error-predefined = Dit is er altijd en blijft zoals het is.
error-last_administrator = Er moet iemand overblijven die dit beheert. Geef de rol eerst aan iemand anders.
error-login_taken = Deze gebruikersidentificatie is bij deze klant al in gebruik.
error-name_taken = Deze naam is hier al in gebruik.
error-number_taken = Dit nummer is hier al in gebruik.
error-conflict = Iemand anders heeft dit intussen gewijzigd. Uw wijzigingen zijn niet opgeslagen.
error-idempotency_mismatch = Dit is al met andere waarden verzonden. Laad de pagina opnieuw en probeer het nog eens.
error-version_mismatch = Iemand anders heeft dit gewijzigd nadat u het hebt geopend. Uw wijzigingen zijn niet opgeslagen.
error-body_too_large = Dit is groter dan toegestaan.
error-unsupported_media_type = Dit soort inhoud wordt hier niet geaccepteerd.
error-invalid = Controleer de gemarkeerde velden. Er is niets opgeslagen.
error-unknown_field = Het verzoek noemt een veld dat niet bestaat.
error-mac_taken = Dit MAC-adres is al in gebruik.
error-extension_taken = Dit interne nummer is bij deze klant al in gebruik.
error-email_taken = Dit e-mailadres is al in gebruik.
error-unknown_model = Dit model staat niet in de catalogus.
error-not_of_this_model = Dit model heeft deze instelling niet.
error-unknown_reference = Waar dit naar verwijst, bestaat bij deze klant niet.
error-parent_module_off = Schakel eerst de bovenliggende module in.
error-module_needed = Aanmelden en afmelden moeten ingeschakeld blijven, anders komt niemand erin of eruit.
error-column_count = Een regel heeft vijftien kolommen.
error-twice_in_file = Een eerdere regel van het bestand heeft dezelfde waarde.
error-wrong_encoding = Het bestand is niet in de gekozen tekencodering geschreven. Kies een andere.
error-bad_rows = Sommige regels kunnen niet worden geïmporteerd. Verbeter ze of importeer alleen de goede regels.
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
invalid-extension = Een intern nummer heeft 2 tot en met 10 cijfers.
invalid-email = Dit is geen e-mailadres.
invalid-device_password = Een toestelwachtwoord heeft 4 tot en met 9 cijfers.
invalid-locale = Deze taal is niet beschikbaar.
invalid-timestamp = Dit is geen tijd.
invalid-host = Dit is geen hostnaam of IP-adres.
invalid-ipui = Een IPUI heeft 10 tot en met 13 hexadecimale tekens.
invalid-login = Een gebruikersidentificatie heeft 2 tot en met 50 kleine letters en cijfers.
invalid-pin = Een PIN heeft 3 tot en met 10 cijfers.
invalid-phone_number = Dit is geen nummer dat kan worden gebeld.
invalid-yes_no = Schrijf ja of nee.
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
