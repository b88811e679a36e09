# German. `error-<code>` and `invalid-<code>` are looked up by code, every other id is a variant of Key.

app-name = Cordboard

## Frame

skip-to-content = Zum Inhalt springen
nav-where = Sie befinden sich hier
nav-main = Kunde
nav-customers = Kunden
nav-overview = Übersicht
nav-users = Benutzer
nav-devices = Geräte
nav-registrations = Registrierungen
nav-journal = Anrufjournal
nav-sites = Standorte
person-menu = Konto: { $name }
theme-label = Darstellung
theme-system = Wie im System
theme-light = Hell
theme-dark = Dunkel
sign-out = Abmelden
live-on = Live
live-on-why = Diese Seite zeigt Änderungen, sobald sie geschehen.
live-off = Nicht live
live-off-why = Die Verbindung zum Server ist unterbrochen. Sie wird wieder aufgebaut.
loading = Wird geladen
nowhere-title = Diese Seite gibt es nicht
nowhere-text = Die Adresse stimmt nicht, oder das Ziel gibt es nicht mehr.
nowhere-back = Zur Übersicht
not-set = Nicht festgelegt

## Failures

failure-offline = Der Server antwortet nicht. Es ist nichts verloren; bitte versuchen Sie es noch einmal.
failure-unreadable = Der Server hat eine Antwort gegeben, die diese Seite nicht versteht. Bitte laden Sie die Seite neu.
failure-reference = Code { $reference }
failure-again = Erneut versuchen
failure-reload = Neu laden

## Forms

form-check = Bitte prüfen Sie die markierten Felder. Es wurde nichts gespeichert.
form-save = Speichern
form-cancel = Abbrechen
field-optional = (optional)
field-choose = Bitte wählen
field-country = Land
dialog-close = Schließen
saved-draft = Gespeichert. Die Geräte erhalten es, sobald Sie veröffentlichen.
copy-done = Kopiert
copy-failed = Dieser Browser lässt das Kopieren nicht zu. Bitte markieren Sie den Text und kopieren Sie ihn von Hand.
copy-value = { $value } kopieren
table-more = Mehr anzeigen

## Signing in

sign-in-title = Anmelden
sign-in-email = E-Mail-Adresse
sign-in-password = Passwort
sign-in-button = Anmelden
sign-in-claim = Jede Leitung, jedes Telefon, eine Schaltzentrale.

## Lamps and states

lamp-since = seit { $time }
lamp-until = bis { $time }
lamp-last-seen = letzte Meldung { $time }
light-trouble = Störung
light-attention = Handlungsbedarf
light-under-way = Im Gange
status-draft = Entwurf
status-pending = Ausstehend
status-delivered = Übertragen
status-confirmed = Bestätigt
status-failed = Fehlgeschlagen
status-draft-means = Es gibt Änderungen, die noch nicht veröffentlicht sind. Das Gerät weiß davon nichts.
status-pending-means = Veröffentlicht. Das Gerät ruft die Konfiguration beim nächsten Kontakt ab: wenn es neu startet, neu synchronisiert wird oder sich zum ersten Mal meldet.
status-delivered-means = Das Gerät hat diese Version abgerufen. Registriert es sich mit seinen Zugangsdaten, ist bestätigt, dass es damit arbeitet.
status-confirmed-means = Das Gerät hat diese Version abgerufen und sich mit seinen Zugangsdaten registriert.
status-failed-means = Das Gerät hat einen Fehler gemeldet, oder sein Abruf ist überfällig.
steps-label = Weg der Konfiguration
step-saved = Gespeichert
step-published = Veröffentlicht
registration-none = Nicht registriert
registration-one = Registriert
registration-many = { $count }-mal registriert

## Columns

column-customer = Kunde
column-provider = Provider
column-status = Status
column-sites = Standorte
column-lines = Leitungen
column-devices = Geräte
column-registered = Registriert
column-registration = Registrierung
column-user = Benutzer
column-site = Standort
column-device = Gerät
column-line = Leitung
column-mac = MAC-Adresse
column-provisioning-mac = Provisioning-MAC
column-last-access = Letzter Zugriff
column-configuration = Konfiguration
column-agent = Agent
column-address = IP-Adresse
column-user-agent = User-Agent
column-contact = SIP-Kontakt
column-expires = Gültig bis
column-time = Zeitpunkt
column-from = Von
column-to = An
column-result = Ergebnis
column-duration = Dauer

## Customers

customers-title = Kunden
customers-empty = Noch keine Kunden
customers-empty-text = Ein Kunde hat Standorte, Benutzer mit ihren Leitungen und die Geräte daran.
customer-new = Neuer Kunde
customer-name = Name
customer-country-help = Bestimmt Hörtöne, Notrufnummern und Zeitzone.
customer-site = Erster Standort
customer-site-help = Wo die Telefone stehen, zum Beispiel „Hauptsitz“. Weitere Standorte können folgen.
customer-create = Kunden anlegen
customer-no-devices = Keine Geräte
customer-all-confirmed = Alle bestätigt
customer-some-confirmed = { $confirmed } von { $devices } bestätigt

## Overview

today-title = Was heute ansteht
today-nothing = Nichts. Alle Agenten sind verbunden, und alle Geräte arbeiten mit der veröffentlichten Konfiguration.
today-more =
    { $count ->
        [one] und ein weiterer Punkt
       *[other] und { $count } weitere Punkte
    }
today-agent-away = { $name }: Der Agent ist nicht verbunden
today-failed = { $name }: Die Konfiguration ist fehlgeschlagen
today-no-agent = { $name }: Noch kein Agent
today-no-agent-why = Ohne Agent sind an diesem Standort keine Anrufe möglich.
today-not-registered = { $name } hat seine Konfiguration, ist aber nicht registriert
today-not-registered-why = Ankommende und abgehende Anrufe funktionieren erst, wenn es sich registriert.
today-drafts =
    { $count ->
        [one] Eine Änderung ist noch nicht veröffentlicht
       *[other] { $count } Änderungen sind noch nicht veröffentlicht
    }
today-drafts-why = Geräte und Agenten wissen von einer Änderung erst, wenn sie veröffentlicht ist.
today-armed = { $name } darf den Erstkontakt aufnehmen
today-pending = { $name } hat seine neue Konfiguration noch nicht abgerufen
today-pending-why = Das geschieht beim nächsten Kontakt.
today-review = Durchsehen
today-connect = Agenten verbinden
today-open-site = Standort öffnen
today-open-device = Gerät öffnen
count-confirmed = { $count } bestätigt

## Publishing

publish-title = Unveröffentlichte Änderungen
publish-waiting =
    { $count ->
        [one] Eine Änderung ist noch nicht veröffentlicht
       *[other] { $count } Änderungen sind noch nicht veröffentlicht
    }
publish-review = Durchsehen
publish-now = Veröffentlichen
publish-help = Beim Veröffentlichen entsteht für jedes betroffene Gerät und jeden betroffenen Standort eine Version der Konfiguration. Kein Gerät wird dabei angesprochen; jedes ruft seine Version beim nächsten Kontakt ab.
publish-done = Veröffentlicht
publish-done-help = Das Ergebnis für jedes Gerät und jeden Standort.
published-new = Neue Version
published-same = Unverändert
published-failed = Nicht veröffentlicht
change-created = Neu
change-changed = Geändert
change-deleted = Gelöscht
resource-device = Gerät
resource-handset = Mobilteil
resource-user = Benutzer
resource-user-import = Benutzer aus einer Datei
resource-site = Standort
resource-setting = Einstellung

## Users

users-empty = Noch keine Benutzer
users-empty-text = Ein Benutzer hat eine Leitung mit einer internen Rufnummer. Telefone kommen danach hinzu.
user-new = Neuer Benutzer
user-name = Name
user-name-help = Wird auch den Angerufenen angezeigt.
user-extension = Interne Rufnummer
user-extension-help = 2 bis 10 Ziffern.
user-extension-is = Interne Rufnummer { $extension }
user-create = Benutzer anlegen
user-phones = Telefone
user-no-phones = Noch kein Telefon an dieser Leitung
user-no-phones-text = Fügen Sie ein Gerät hinzu, um zu telefonieren. Mehrere Geräte können sich die Leitung teilen und klingeln dann gemeinsam.
user-cord-meaning = Durchgezogene Schnur: Das Gerät ist registriert. Gepunktete Schnur: Es ist nicht registriert.
user-settings = Einstellungen
user-delete = Benutzer löschen
user-delete-title = { $name } löschen?
user-delete-lost = Der Benutzer, die Leitung und ihre interne Rufnummer. Die SIP-Zugangsdaten der Leitung gelten ab sofort nicht mehr.
user-delete-calls = Diese interne Rufnummer ist für niemanden mehr erreichbar.
user-delete-kept = Bisherige Anrufe bleiben im Anrufjournal.
users-import = Benutzer importieren
users-delete = Benutzer löschen
user-open = Benutzer öffnen
user-more = Weitere Angaben
user-tabs = Bereiche des Benutzers
user-tab-line = Leitung
user-tab-groups = Gruppen
user-tab-permissions = Berechtigungen
user-section-person = Person
user-section-login = Rufnummer und Anmeldung am Telefon
user-section-calls = Anrufe
user-first-name = Vorname
user-last-name = Nachname
user-email = E-Mail
user-email-help = Dorthin gehen Sprachnachrichten, Faxe und eine Einladung.
user-language = Sprache
user-language-help = Für Telefon und Ansagen.
user-person = Person, die sich anmeldet
user-person-help = Jemand mit eigener Anmeldung, für den dies die eigene Leitung ist.
user-person-linked = Mit einer Person verbunden
user-person-no-email = Noch niemand. Tragen Sie in den Einstellungen eine E-Mail-Adresse ein, um jemanden einzuladen.
user-person-nobody = Noch niemand. Eine Einladung ginge an { $email }.
user-person-invited = Eingeladen: { $email }
user-person-until = Die Einladung gilt bis { $time }.
user-person-over = Die Einladung ist abgelaufen. Senden Sie sie auf der Seite „Personen“ erneut.
user-invite = Zur Anmeldung einladen
user-login = Benutzerkennung
user-login-help = 2 bis 50 Kleinbuchstaben und Ziffern.
user-login-made = Bleibt das Feld leer, wird sie aus dem Namen gebildet.
user-pin = PIN
user-pin-help = 3 bis 10 Ziffern, zum Anmelden am Telefon. Die jetzige sieht niemand; bleibt das Feld leer, gilt sie weiter.
user-pin-made = 3 bis 10 Ziffern, zum Anmelden am Telefon. Bleibt das Feld leer, wird eine erzeugt, die niemand kennt.
user-voicemail = Voicemailboxen
user-voicemail-help = Interne Rufnummern, deren Nachrichten der Benutzer hört. Bleibt das Feld leer, die eigene.
user-clip-internal = Rufnummernanzeige intern
user-clip-external = Rufnummernanzeige extern
user-clip-help = Rufnummern, unter denen der Benutzer erscheinen kann. Jede ist wählbar.
user-hidden = Im internen Telefonbuch verbergen
user-hidden-help = Andere finden diesen Benutzer dort nicht.
user-to-operator = Zur Vermittlung
user-to-operator-help = Anrufe, die niemand annimmt, gehen an die Vermittlung, statt zu enden.
user-operator = Rufnummer der Vermittlung
user-delete-devices =
    { $count ->
        [one] An dieser Leitung ist ein Gerät. Löschen Sie es zuerst, oder geben Sie ihm eine andere Leitung.
       *[other] An dieser Leitung sind { $count } Geräte. Löschen Sie sie zuerst, oder geben Sie ihnen eine andere Leitung.
    }
user-memberships = Mitgliedschaften
user-groups = Berechtigungsgruppen
user-groups-help = Aus ihnen folgt, was der Benutzer darf.
user-groups-always = Immer dabei
user-groups-always-help = Diese kann niemand verlassen; wer im Telefonbuch verborgen wird, wechselt von der einen zur anderen.
user-pickup-groups = Pickup-Gruppen
user-pickup-groups-help = Die Mitglieder können gegenseitig Anrufe annehmen.
user-pickup-none = Es gibt noch keine Pickup-Gruppe.
user-hunt-groups = Sammelgruppen
user-hunt-help = Nummern, die bei mehreren Personen klingeln. Wer dazugehört und in welcher Reihenfolge es klingelt, wird bei der Sammelgruppe festgelegt.
user-hunt-none = In keiner Sammelgruppe.
saved-nothing = Es wurde nichts geändert.
yes = Ja
no = Nein
credentials-title = SIP-Zugangsdaten
credentials-help = Jedes Gerät an der Leitung hat eigene Zugangsdaten. So lassen sich einzelne ersetzen, falls sie in falsche Hände geraten. Die Passwörter bekommt niemand zu sehen.
credentials-rotate = SIP-Passwort erneuern
credentials-rotated = Die neuen SIP-Passwörter gelten. Die Telefone rufen sie beim nächsten Kontakt ab.
credential-of = Für
credential-of-line = Die Leitung selbst
credential-of-device = Ein Gerät
credential-user = Benutzername
credential-version = Version
credential-changed = Geändert
rotate-old-refused = Die alten Passwörter dieser Leitung werden sofort abgelehnt.
rotate-offline = Die Telefone können sich erst wieder registrieren, wenn sie das neue Passwort abgerufen haben. Starten Sie sie neu, damit sie es gleich abrufen.
rotate-phones-fetch = Die Telefone rufen das neue Passwort beim nächsten Kontakt von selbst ab.
rotate-no-publish = Es muss nichts veröffentlicht werden, und keine andere Einstellung ändert sich.

## Rights of users

rights-help = Alles, was der Benutzer darf, aus allen Gruppen zusammen. Um es zu ändern, ändern Sie die Gruppen.
rights-phone = Am Telefon
rights-phone-none = Nichts außer anrufen und angerufen werden.
rights-pages = Im Web
rights-pages-none = Es werden keine Seiten gezeigt.
right-may = Recht
right-on = Bei den Mitgliedern von
right-because = Wegen der Gruppe
right-pages = Sieht
right-pages-count =
    { $count ->
        [one] ein Modul
       *[other] { $count } Module
    }
group-admins = Administratoren
group-all-hosts = Alle Hosts
group-all-invisible-users = Alle unsichtbaren Benutzer
group-all-users = Alle Benutzer
group-all-visible-users = Alle sichtbaren Benutzer
group-all-queues = Alle Warteschlangen
gui-group-admin = Neue Admin-GUI
gui-group-user = Neue Benutzer-GUI
feature-call-waiting = Anklopfen
feature-call-recording = Gesprächsaufzeichnung
feature-redirect-call = Anruf umleiten
feature-override-redirect = Umleitung übergehen
feature-manage-automatic-recordings = Automatische Aufzeichnungen verwalten
feature-busy-lamp-field = BLF
feature-caller-display = Rufnummernanzeige (CLIP)
feature-anonymous = Anonym (CLIR)
feature-do-not-disturb = Anrufschutz (DND)
feature-call-pickup = Anrufübernahme
feature-manage-own-recordings = Eigene Aufzeichnungen verwalten
feature-monitor-own-queue = Eigene Warteschlange beobachten
feature-manage-own-queue-recordings = Aufzeichnungen der eigenen Warteschlange verwalten
feature-fax-server = Faxserver
feature-show-gui = GUI anzeigen
feature-edit-global-contacts = Globale Kontakte bearbeiten
feature-group-pickup = Gruppenübernahme
feature-hot-desking = Hot Desking
feature-impersonate = Als anderer Benutzer handeln
feature-ringtone-configuration = Klingeltöne einstellen
feature-manage-manual-recordings = Manuelle Aufzeichnungen verwalten
feature-internal-contacts = In interne Kontakte aufnehmen
feature-night-mode = Nachtmodus schalten
feature-push-messages = Kurznachrichten empfangen
feature-intercom = Gegensprechen
feature-night-mode-status = Status des Nachtmodus
feature-reminder = Erinnerungsruf
feature-voicemail-configuration = Voicemail einrichten
feature-queue-login = An Warteschlange an- und abmelden
feature-redirect-queues = Warteschlangen umleiten
feature-monitor-queue = Warteschlange beobachten

## Users from a file

import-step-file = Datei
import-step-format = Format
import-step-preview = Vorschau
import-step-users = Benutzer
import-help = Viele Benutzer auf einmal, aus einer als CSV gespeicherten Tabelle. Sie sehen, was daraus würde, bevor etwas geschrieben wird.
import-file = CSV-Datei
import-file-help = Höchstens 8 MB und 50 000 Zeilen.
import-columns = Die fünfzehn Spalten
import-columns-help = In dieser Reihenfolge. Nur Benutzerkennung, interne Rufnummer und PIN müssen ausgefüllt sein. Mehrere Werte trennt ein Komma, Schalter sind „yes“ oder „no“.
import-template = Leere Datei mit diesen Spalten
import-check = Vorschau zeigen
import-reading = Die Datei wird gelesen.
import-guessed = So sieht die Datei aus. Wenn Buchstaben falsch sind oder alles in einer Zelle steht, wählen Sie etwas anderes.
import-sample = Die ersten Zeilen
import-encoding = Zeichencodierung
import-utf8 = UTF-8
import-utf8-means = Was die meisten Programme heute schreiben.
import-iso = ISO
import-iso-means = ISO 8859-15, aus älteren Programmen.
import-separator = Trennzeichen
import-comma = Komma
import-comma-means = susi,14,Susan
import-semicolon = Semikolon
import-semicolon-means = susi;14;Susan
import-tab = Tabulator
import-tab-means = Weite Lücken zwischen den Werten.
import-header = Die erste Zeile nennt die Spalten
import-header-help = Sie wird übersprungen. Ausgeschaltet wird sie als Benutzer importiert.
import-pins = Fehlende PINs erzeugen
import-pins-help = Niemand kennt sie; setzen Sie bei Bedarf eine neue. Eine exportierte Datei enthält keine.
import-site-help = Alle Benutzer der Datei kommen an diesen Standort.
import-good =
    { $count ->
        [one] Eine Zeile kann importiert werden
       *[other] { $count } Zeilen können importiert werden
    }
import-bad =
    { $count ->
        [one] Eine Zeile kann nicht importiert werden
       *[other] { $count } Zeilen können nicht importiert werden
    }
import-show-bad = Zeigen
import-none-good = Keine Zeile kann importiert werden. Unten steht, warum; korrigieren Sie die Datei und wählen Sie sie erneut.
import-mode = Wenn eine Zeile nicht importiert werden kann
import-all = Alles oder nichts
import-all-means = Dann wird gar kein Benutzer angelegt.
import-all-closed = Erst wenn jede Zeile der Datei importiert werden kann.
import-good-rows = Nur die guten Zeilen
import-good-rows-means = Sie wird ausgelassen, die anderen werden Benutzer.
import-missing = Gruppen in der Datei, die es noch nicht gibt
import-pickup = Pickup-Gruppe
import-hunt = Sammelgruppe
import-create-groups = Diese Gruppen anlegen
import-create-groups-help = Sonst werden die Benutzer ohne sie importiert.
import-no-groups = Sie dürfen hier keine Gruppen anlegen: Die Benutzer werden ohne sie importiert.
import-no-password = Ein Import setzt kein Web-Passwort. Wer sich im Web anmelden soll, wird eingeladen und wählt selbst eines.
import-invite = Benutzer mit E-Mail-Adresse einladen
import-invite-help = Die Einladungen werden eingereiht und nach dem Import nach und nach versendet.
import-start =
    { $count ->
        [one] Einen Benutzer importieren
       *[other] { $count } Benutzer importieren
    }
import-another = Andere Datei wählen
import-running = Benutzer werden angelegt
import-goes-on = Sie können diese Seite verlassen; der Import läuft weiter.
import-cancel-keeps = Wird er abgebrochen, bleiben die bereits angelegten Benutzer.
import-cancel-takes-back = Wird er abgebrochen, werden die bereits angelegten Benutzer wieder entfernt.
import-stopping = Der Import endet nach den laufenden Zeilen.
import-undoing = Die bereits angelegten Benutzer werden entfernt; noch { $count }.
import-ended = Ergebnis
import-done =
    { $count ->
        [one] Ein Benutzer wurde angelegt
       *[other] { $count } Benutzer wurden angelegt
    }
import-stopped =
    { $count ->
        [one] Nach einem Benutzer abgebrochen; er bleibt
       *[other] Nach { $count } Benutzern abgebrochen; sie bleiben
    }
import-cancelled = Abgebrochen. Es wurde kein Benutzer angelegt.
import-failed = Nicht jede Zeile konnte importiert werden, darum wurde kein Benutzer angelegt.
import-rejected =
    { $count ->
        [one] Eine Zeile wurde nicht importiert.
       *[other] { $count } Zeilen wurden nicht importiert.
    }
import-invitations = Einladungen: { $sent } versendet, { $waiting } warten.
import-to-users = Zu den Benutzern
import-more = Weitere Datei importieren
import-rows = Zeilen der Datei
import-only-bad = Nicht importierbar
import-empty = Die Datei hat keine Zeilen
import-empty-text = Vielleicht wurde ihre einzige Zeile für die Namen der Spalten gehalten.
import-line = Zeile
import-problems = Was nicht stimmt
import-row-bad = Nicht importierbar
import-row-ready = Gut
import-row-done = Importiert
import-row-failed = Fehlgeschlagen
file-chosen = Gewählt: { $name }

## Devices

devices-empty = Noch keine Geräte
devices-empty-text = Hier erscheinen Telefone und DECT-Systeme. Wählen Sie ein Modell, geben Sie an, zu wessen Leitung es gehört, und lassen Sie das Gerät seine Konfiguration abrufen.
device-new = Gerät hinzufügen
device-model = Modell
device-model-help = Es steht auf dem Typenschild des Geräts.
device-line-help = Der Benutzer, dessen Anrufe das Gerät annimmt.
device-name = Name
device-name-help = Bleibt das Feld leer, gilt der Name des Modells.
device-create = Gerät speichern
device-handsets =
    { $count ->
        [0] Keine Mobilteile
        [one] Ein Mobilteil
       *[other] { $count } Mobilteile
    }
device-change = Ändern
device-delete = Löschen
device-delete-title = { $name } löschen?
device-delete-key = Die Konfiguration, die hier gespeichert ist. Der Zugangsschlüssel gilt ab sofort nicht mehr, ein noch erlaubter Erstkontakt auch nicht.
device-delete-credentials = Die SIP-Zugangsdaten: Mit dem Gerät kann niemand mehr anrufen oder Anrufe annehmen.
device-delete-password = Wurde das Administratorpasswort leer gelassen, kennt es niemand: Legen Sie zuerst eines fest und lassen Sie das Gerät es abrufen. Sonst müssen Sie das Gerät vor Ort auf Werkseinstellungen zurücksetzen.
device-delete-stays = Das Gerät selbst wird nicht gelöscht. Es behält, was es geladen hat, bis es jemand zurücksetzt.
device-delete-line = Die Leitung und ihre anderen Geräte funktionieren weiter. Die MAC-Adresse kann wieder verwendet werden.
device-tabs = Bereiche dieses Geräts
device-tab-state = Status
device-tab-files = Dateien
device-tab-history = Verlauf
device-not-registered = Das Gerät ist nicht registriert. Deshalb sind damit keine Anrufe möglich. Es registriert sich, sobald es seine Konfiguration geladen hat.
device-passwords-title = Zugang zu den Einstellungen am Gerät
device-passwords-help = 4 bis 9 Ziffern. Bleibt das Feld leer, wird ein langes Passwort erzeugt, das niemand zu sehen bekommt: Das ist sicherer.
device-admin-password = Administratorpasswort
device-user-name = Benutzername
device-user-password = Benutzerpasswort
password-keep-help = 4 bis 9 Ziffern. Bleibt das Feld leer, ändert sich nichts.
mac-help = Auf dem Typenschild des Geräts: 12 Zeichen, Ziffern und Buchstaben A bis F, in beliebiger Schreibweise.
mac-change-help = Mit einer anderen Adresse verfällt ein Erstkontakt, der erlaubt ist oder schon stattgefunden hat.
handsets-title = Mobilteile
handset-add = Mobilteil hinzufügen
handset-remove = Mobilteil entfernen
handset-remove-named = { $name } entfernen
handset-number = Mobilteil { $number }
handset-ipui = IPUI
handset-ipui-help = Auf dem Etikett des Mobilteils. Bleibt das Feld leer, kann sich jedes Mobilteil mit der PIN anmelden.

## Last access, first contact

access-at = Zeitpunkt
access-ip = IP-Adresse
access-never = Nie
access-never-means = Das Gerät hat seine Konfiguration noch nicht geladen.
first-contact-title = Erstkontakt
provisioning-mac-no = Nein
provisioning-mac-once = Einmal
provisioning-mac-done = Erfolgt
provisioning-mac-no-means = Für diese MAC-Adresse wird nichts herausgegeben. Das Gerät wird von Hand in Betrieb genommen.
provisioning-mac-once-means = Der Redirect-Dienst des Herstellers darf dieses Gerät ein einziges Mal hierher leiten.
provisioning-mac-until = Erlaubt bis
provisioning-mac-life = Erlaubt für
provisioning-mac-arm = Einmal erlauben
provisioning-mac-again = Noch einmal erlauben
provisioning-mac-disarm = Zurücknehmen
minutes-15 = 15 Minuten
minutes-60 = 1 Stunde
minutes-day = 1 Tag
minutes-week = 7 Tage
redirect-title = Bevor Sie das Gerät einschalten
redirect-factory = Das Gerät ist im Werkszustand.
redirect-no-power = Es bleibt ohne Strom, bis alles hier gespeichert und veröffentlicht ist.
redirect-dhcp = Es bekommt von seinem Netzwerk eine Adresse per DHCP.
redirect-internet = Das Internet ist von dort aus erreichbar.
redirect-server = Dieser Server ist von dort aus erreichbar.
redirect-maker = Ihr Provider hat die MAC-Adresse beim Redirect-Dienst des Herstellers eingetragen.
redirect-unsupported = Dieses Gerät lässt sich hier nicht über einen Redirect-Dienst in Betrieb nehmen. Fragen Sie Ihren Provider, oder nehmen Sie es von Hand in Betrieb, mit der URL seines Zugangsschlüssels.

## Access key

key-title = Zugangsschlüssel
key-help = Das Gerät ruft seine Konfiguration über eine eigene, geheime URL ab. Wer sie kennt, kann die Einstellungen des Geräts lesen.
key-new = Schlüssel erneuern
key-renewed = Der neue Schlüssel gilt. Der alte wird abgelehnt.
key-old-ends = Die alte URL wird sofort abgelehnt.
key-device-must-learn = Das Gerät kann nichts mehr laden, bis es erneut in Betrieb genommen wird, über den Redirect-Dienst oder von Hand.
key-assignments-stay = Die Funktionstasten und alle anderen Einstellungen bleiben, wie sie sind.
key-sip-stays = Die SIP-Zugangsdaten bleiben: Mit dem Gerät lässt sich weiter telefonieren.
manual-open = Von Hand konfigurieren
manual-help = Ein Gerät lässt sich auch ohne Redirect-Dienst in Betrieb nehmen: Tragen Sie dazu seine URL in seinen eigenen Einstellungen ein. Das Anzeigen der URL wird protokolliert.
manual-reveal = URL anzeigen
manual-copy = URL kopieren
manual-step-open = Öffnen Sie die Einstellungen des Geräts ({ $model }) in einem Browser, als Administrator.
manual-step-enter = Tragen Sie die URL als Adresse des Provisionierungs- oder Konfigurationsservers ein.
manual-step-restart = Speichern Sie, und starten Sie das Gerät neu. Beim Start lädt es seine Konfiguration.
manual-step-watch = Beobachten Sie „Letzter Zugriff“ auf dieser Seite: Die Anzeige ändert sich von selbst.

## Files and history

files-help = Die Dateien der neuesten Version, wie das Gerät sie bekommt. Geheime Angaben sind verdeckt.
files-empty = Noch keine Version
files-empty-text = Veröffentlichen Sie das Gerät, dann erscheinen hier seine Dateien.
release-number = Version { $number }
release-column = Version
release-author = Veröffentlicht von
release-files = Dateien
release-catalogue = Katalog
releases-title = Versionen
releases-empty = Für dieses Gerät wurde noch nichts veröffentlicht.
fetches-title = Abrufe
fetches-empty = Das Gerät hat noch nichts angefragt.
fetch-file = Datei
fetch-bytes = Bytes
fetch-sent = Gesendet
fetch-not-modified = Unverändert
fetch-probe = Nicht nötig
fetch-cut = Unterbrochen
fetch-first-access = Erstkontakt

## Registrations and journal

registrations-empty = Kein Gerät ist registriert
registrations-empty-text = Geräte erscheinen hier, wenn sie sich beim Agenten ihres Standorts registrieren.
journal-empty = Noch keine Anrufe
journal-empty-text = Anrufe erscheinen hier, wenn sie beendet sind.
call-answered = Angenommen
call-no-answer = Keine Antwort
call-busy = Besetzt
call-declined = Abgelehnt
call-cancelled = Abgebrochen
call-unreachable = Nicht erreichbar
call-failed = Fehlgeschlagen

## Sites

site-new = Neuer Standort
site-name = Name
site-create = Standort anlegen
site-about = Über diesen Standort
site-time-zone = Zeitzone
site-time-zone-help = Zum Beispiel Europe/Zurich.
site-realm = SIP-Domain
site-registrar = Registrar-Adresse
registrar-reported = Wie vom Agenten gemeldet.
registrar-set = Von Hand festgelegt, anstelle der Meldung des Agenten.
registrar-none = Noch nicht bekannt: Der Agent meldet sie, wenn er sich verbindet. Vorher können keine Telefone veröffentlicht werden.
registrar-change = Adresse festlegen
registrar-help = Unter dieser Adresse sollen sich die Telefone registrieren. Legen Sie sie fest, wenn die Telefone eine andere Adresse erreichen als die, die der Agent sieht.
registrar-host = Hostname oder IP-Adresse
registrar-port = Port
registrar-transport = Transport
registrar-back = Vom Agenten übernehmen
agent-title = Agent
agent-empty = Noch kein Agent
agent-empty-text = Der Agent läuft auf einem Rechner am Standort und vermittelt dessen Anrufe, auch wenn dieser Server nicht erreichbar ist.
agent-none = Kein Agent
agent-connected = Verbunden
agent-away = Nicht verbunden
agent-connect = Agenten verbinden
agent-state = Status
agent-host = Hostname
agent-version = Software
agent-last-seen = Letzte Meldung
enrol-help = Der Agent meldet sich mit einem Token an, das nur einmal gilt. Es wird nur hier und nur jetzt angezeigt.
enrol-token = Token erzeugen
enrol-run = Führen Sie diesen Befehl auf dem Rechner am Standort aus:
enrol-token-alone = Oder geben Sie nur das Token ein, wenn der Agent danach fragt:
enrol-until = Das Token gilt bis { $time }.
enrol-copy-command = Befehl kopieren
enrol-copy-token = Token kopieren
country-at = Österreich
country-be = Belgien
country-ch = Schweiz
country-de = Deutschland
country-fr = Frankreich
country-gb = Vereinigtes Königreich
country-lu = Luxemburg
country-nl = Niederlande

## Navigation, continued

nav-menu = Menü
nav-back = Zurück zur Arbeit
nav-calls = Telefonie
nav-administration = Verwaltung
nav-own = Mein Konto
nav-node = Provider
nav-people = Personen
nav-roles = Rollen
nav-profile = Mein Profil
nav-sessions = Sitzungen
nav-tokens = API-Tokens
column-actions = Aktionen
saved = Gespeichert.

## Signing in, steps

sign-in-forgotten = Passwort vergessen?
entrance-to-sign-in = Zurück zur Anmeldung
entrance-other = Anderes Konto verwenden
second-factor-title = Zweiter Schritt
second-factor-help = Ihr Konto verlangt einen zweiten Nachweis, dass Sie es sind.
second-factor-code = Code Ihrer Authenticator-App
second-factor-recovery = Wiederherstellungscode
second-factor-recovery-help = Einer der Codes, die Sie bei der Einrichtung aufbewahrt haben. Jeder gilt einmal.
second-factor-send = Weiter
second-factor-use-app = Stattdessen die App verwenden
second-factor-use-recovery = Wiederherstellungscode verwenden
new-password-title = Neues Passwort wählen
new-password-text = Bitte ersetzen Sie das Passwort, das Sie erhalten haben, bevor es weitergeht.
reset-text = Es ersetzt das vergessene, und alle Ihre offenen Sitzungen enden.
reset-done = Das neue Passwort gilt.
forgotten-title = Passwort vergessen
forgotten-text = Wir senden Ihnen einen Link, mit dem Sie ein neues wählen. Er gilt einmal und eine Stunde lang.
forgotten-send = Link senden
forgotten-sent = Gehört zu dieser Adresse ein Konto, ist eine E-Mail unterwegs. Bitte sehen Sie in Ihr Postfach, auch in den Spam-Ordner.
invitation-title = Einladung
invitation-hello = Guten Tag, { $name }
invitation-text = { $by } lädt Sie ein, mit { $node } auf Cordboard zu arbeiten.
invitation-new = Wählen Sie das Passwort, mit dem Sie sich anmelden werden.
invitation-known = Sie haben bereits ein Konto: Bitte geben Sie dessen Passwort ein.
invitation-accept = Annehmen und anmelden
password-show = Passwort anzeigen
password-current = Bisheriges Passwort
password-new = Neues Passwort
password-set = Passwort festlegen
strength-short = Zu kurz: mindestens zehn Zeichen.
strength-weak = Schwach: Es wiederholt sich.
strength-fair = Brauchbar. Mehrere Wörter ohne Zusammenhang sind besser.
strength-good = Gut.

## My account

profile-about = Über mich
profile-name = Name
profile-email-help = Damit melden Sie sich an. Ändern kann sie, wer Ihren Zugang verwaltet.
profile-looks = Sprache und Darstellung
profile-looks-help = Die Sprache gilt überall für Sie, alles andere nur in diesem Browser.
language-label = Sprache
contrast-label = Kontrast
contrast-normal = Normal
contrast-more = Hoch
density-label = Dichte
density-comfortable = Luftig
density-compact = Kompakt
password-title = Passwort
password-help = Wenn Sie es ändern, enden alle Ihre anderen Sitzungen.
password-change = Passwort ändern
password-changed = Das neue Passwort gilt. Ihre anderen Sitzungen sind beendet.
password-again-help = Noch einmal, damit niemand dies tut, der Ihren Browser offen vorfindet.
factor-title = Zweiter Faktor
factor-help = Ein Code aus einer App auf Ihrem Telefon, der nach dem Passwort verlangt wird. Ein gestohlenes Passwort allein öffnet dann nichts.
factor-on = Ein
factor-off = Aus
factor-add = Einrichten
factor-asked = Wo Sie arbeiten, melden sich alle mit einem zweiten Nachweis an. Richten Sie Ihren ein, um fortzufahren.
factor-next = Weiter
factor-before = Sie brauchen eine Authenticator-App auf Ihrem Telefon. Jede, die zeitbasierte Codes kennt, ist geeignet.
factor-scan = Scannen Sie dieses Bild mit der App und geben Sie dann den angezeigten Code ein.
factor-picture = QR-Code für die Authenticator-App
factor-by-hand = Stattdessen von Hand eingeben
factor-confirm = Einschalten
factor-remove = Ausschalten
factor-remove-text = Danach öffnet allein das Passwort Ihr Konto. Auch die Wiederherstellungscodes verfallen.
recovery-left =
    { $count ->
        [one] Ein Wiederherstellungscode ist übrig
       *[other] { $count } Wiederherstellungscodes sind übrig
    }
recovery-renew = Neue Wiederherstellungscodes
recovery-renew-text = Ihre bisherigen Codes gelten nicht mehr, sobald es neue gibt.
recovery-text = Ohne Ihr Telefon kommen Sie mit einem dieser Codes hinein, mit jedem einmal. Sie werden nur hier und nur jetzt gezeigt: Bewahren Sie sie so auf, dass Sie sie wiederfinden.
recovery-download = Herunterladen
recovery-print = Drucken
recovery-done = Ich habe sie aufbewahrt
copy-codes = Alle kopieren
copy-secret = Schlüssel kopieren
copy-token = Token kopieren
sessions-help = Hier sind Sie angemeldet. Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.
session-browser = Browser
session-began = Begonnen
session-seen = Zuletzt benutzt
session-current = Diese hier
session-end = Beenden
session-unknown = Unbekannt
sessions-end-others = Alle anderen beenden
sessions-ended = Alle anderen Sitzungen sind beendet.
tokens-help = Mit einem Token handelt ein Skript in Ihrem Namen, soweit Sie es ihm erlauben. Es darf nie mehr als Sie selbst in diesem Augenblick.
tokens-empty = Noch keine Tokens
tokens-empty-text = Sie brauchen eines, wenn ein Programm die Schnittstelle in Ihrem Namen nutzen soll, zum Beispiel um das Anrufjournal abzuholen.
token-new = Neues Token
token-name = Name
token-name-help = Wofür es ist, damit Sie später wissen, ob es noch gebraucht wird.
token-where = Gilt für
token-scope = Darf
token-life = Gültig für
token-days =
    { $count ->
        [one] Einen Tag
       *[other] { $count } Tage
    }
token-mint = Token erstellen
token-used = Zuletzt benutzt
token-never = Nie
token-over = Abgelaufen
token-end = Token beenden
token-end-text = { $name } wird sofort abgewiesen. Programme, die es benutzen, funktionieren nicht mehr.
token-shown = Das ist das Token. Es wird nur hier und nur jetzt gezeigt.
token-kept = Ich habe es aufbewahrt

## People and roles

people-empty = Noch niemand
people-empty-text = Laden Sie die Personen ein, die hier arbeiten sollen. Sie wählen ihr Passwort selbst.
person-invite = Einladen
person-role = Rolle
person-roles = Rollen hier
person-seen = Zuletzt angemeldet
person-never = Nie
invite-help = Der Link in der E-Mail gilt einmal und eine Woche lang.
invite-language = Sprache der E-Mail
invite-send = Einladung senden
invite-sent = Eine Einladung an { $email } ist unterwegs.
invite-again = Erneut senden
invite-take-back = Zurückziehen
invited-by = Eingeladen von
invitations-title = Offene Einladungen
invitations-none = Alle Einladungen sind angenommen.
act-title = Als diese Person handeln
act-start = Als diese Person handeln
act-no-credentials = Schlüssel, Passwörter, Tokens, Personen und Rollen bleiben dabei unerreichbar.
act-audited = Alles, was Sie tun, wird unter beiden Namen festgehalten.
act-own-rights = Sie sehen, was diese Person sieht, und dürfen nichts, was Sie nicht selbst dürfen.
act-ends = Es endet nach einer halben Stunde von selbst.
acting-as = { $by } handelt bis { $time } als { $name }
acting-stop = Beenden
acting-not-own = Sie handeln als jemand anderes. Profil, Sitzungen und Tokens gehören der Person selbst.
roles-help = Eine Rolle sagt, was jemand hier und in allem darunter darf. Die vorgegebenen genügen meist; wo nicht, erstellen Sie eigene.
role-platform-operator = Plattformbetreiber
role-provider-administrator = Provider-Administrator
role-provider-support = Provider-Support
role-customer-administrator = Kundenadministrator
role-user = Benutzer
role-other = Eine andere Rolle
role-origin = Herkunft
role-predefined = Vorgegeben
role-made-here = Hier erstellt
role-made-above = Weiter oben erstellt
role-grantable = Von Ihnen vergebbar
role-grantable-yes = Ja
role-grantable-no = Nein, sie erlaubt mehr, als Sie dürfen
role-new = Neue Rolle
role-name = Name
role-name-help = Was Personen mit ihr tun, zum Beispiel „Empfang“.
role-create = Rolle erstellen
role-delete = Rolle löschen
role-delete-title = { $name } löschen?
role-delete-lost = Die Rolle und was sie erlaubt.
role-delete-kept = Personen und ihre übrigen Rollen.
role-in-use = Jemand hat sie noch. Nehmen Sie sie dort zuerst weg, auf der Seite „Personen“.
role-give = Weitere Rolle
role-give-short = Vergeben
role-take = { $name } wegnehmen
role-take-short = Wegnehmen
permissions-count =
    { $count ->
        [one] Eine Berechtigung
       *[other] { $count } Berechtigungen
    }
permissions-all = Alle
permissions-none = Keine
permissions-beyond = Das dürfen Sie hier selbst nicht.
permissions-organisation = Organisation
permissions-people = Personen
permissions-sites = Standorte
permissions-users = Benutzer
permissions-devices = Geräte
permissions-operation = Betrieb
may-nodes-read = Provider und Reseller sehen
may-nodes-write = Provider und Reseller anlegen, umbenennen und verschieben
may-customers-read = Kunden sehen
may-customers-write = Kunden anlegen, umbenennen und verschieben
may-customers-suspend = Kunden sperren
may-customers-close = Kunden auflösen
may-settings-read = Einstellungen sehen
may-settings-write = Einstellungen setzen und sperren
may-limits-write = Grenzen festlegen
may-people-read = Personen und Rollen sehen
may-people-write = Personen einladen, Rollen vergeben und wegnehmen
may-roles-write = Rollen erstellen
may-people-impersonate = Als andere Person handeln
may-tokens-write = API-Tokens erstellen
may-sites-read = Standorte und Agenten sehen
may-sites-write = Standorte anlegen und ändern
may-agents-write = Agenten verbinden und entfernen
may-users-read = Benutzer und Leitungen sehen
may-users-write = Benutzer und Leitungen anlegen und ändern
may-groups-read = Benutzergruppen sehen
may-groups-write = Benutzergruppen ändern
may-credentials-rotate = Neue SIP-Passwörter setzen
may-devices-read = Geräte sehen
may-devices-write = Geräte anlegen, ändern und löschen
may-access-key-reveal = Die geheime URL von Geräten sehen
may-access-key-rotate = Neue Zugangsschlüssel erstellen
may-releases-read = Änderungen und Releases sehen
may-releases-publish = Veröffentlichen
may-registrations-read = Registrierungen sehen
may-calls-read = Das Anrufjournal sehen
may-audit-read = Das Audit-Protokoll sehen
may-audit-export = Das Audit-Protokoll exportieren
may-redirect-services-write = Redirect-Dienste verwalten

## Tables, forms, keys

table-tools = Filtern und anordnen
table-search = Nach Wörtern filtern
table-filters = Aktive Filter
table-clear = Alles anzeigen
table-nothing = Nichts passt
table-nothing-text = Es gibt hier Zeilen, aber keine, die alle Filter durchlassen.
table-columns = Spalten
table-views = Ansichten
table-export = CSV
table-select = { $name } auswählen
table-select-all = Alle angezeigten Zeilen auswählen
filter-remove = Filter { $name } entfernen
view-name = Name dieser Ansicht
view-save = Merken
view-forget = { $name } vergessen
bulk-title = Ausgewählte Zeilen
bulk-count =
    { $count ->
        [one] Eine ausgewählt
       *[other] { $count } ausgewählt
    }
bulk-clear = Auswahl aufheben
bulk-result = Ergebnis je Zeile
bulk-done = Erledigt
progress-title = Fortschritt
progress-of = { $done } von { $total }
guard-title = Ohne Speichern verlassen?
guard-text = Was Sie auf dieser Seite eingegeben haben, ist noch nicht gespeichert.
guard-stay = Hier bleiben
guard-leave = Verlassen
merge-title = Inzwischen hat jemand anderes gespeichert
merge-text = Wählen Sie für jedes Feld, welche Fassung bleiben soll.
merge-yours = Ihre
merge-theirs = Die andere
merge-save = Auswahl speichern
palette-button = Suchen
palette-open = Suchen und überallhin gehen
palette-title = Überallhin gehen
palette-placeholder = Seite, Kunde, Benutzer, Gerät oder Nummer
palette-pages = Seiten
palette-nothing = Nichts gefunden
palette-move = bewegen
palette-go = öffnen
palette-close = schließen
keys-title = Tasten
keys-palette = Suchen und überallhin gehen
keys-filter = In den Filter der Liste
keys-down = Nächste Zeile
keys-up = Vorige Zeile
keys-edit = Ändern, was offen ist
keys-help = Diese Liste
keys-close = Schließen
keys-single = Einzelne Tasten
keys-single-help = Schalten Sie sie aus, wenn sie einem Hilfsmittel in die Quere kommen.

## Groups of the telephone system

nav-groups = Gruppen
groups-kinds = Arten von Gruppen
groups-authorisation = Berechtigungsgruppen
groups-gui = Web-Module
groups-pickup = Pickup-Gruppen
groups-hunt = Sammelgruppen
groups-authorisation-help = Eine Berechtigungsgruppe sagt, was ihre Mitglieder an der Telefonanlage dürfen und bei wem.
groups-gui-help = Eine GUI-Gruppe ist eine Auswahl von Seiten. Eine Berechtigungsgruppe mit dem Recht „GUI anzeigen“ gibt sie ihren Mitgliedern.
groups-pickup-help = Mitglieder einer Pickup-Gruppe können mit einer Funktionstaste Anrufe voneinander übernehmen.
groups-hunt-help = Eine Sammelgruppe ist eine Nummer, die bei mehreren Personen klingelt, nacheinander oder bei allen zugleich.
group-new = Neue Berechtigungsgruppe
group-create = Gruppe erstellen
group-name = Name
group-name-help = Wer ihre Mitglieder sind, zum Beispiel „Empfang“.
group-kind = Mitglieder sind
group-kind-user = Benutzer
group-kind-queue = Warteschlangen
group-kind-host = Telefonanlagen
group-kind-user-means = Personen mit einer Nebenstelle. Das brauchen Sie fast immer.
group-kind-queue-means = Warteschlangen von Anrufern, damit andere sie beobachten oder umleiten dürfen.
group-saved = Gespeichert. Es gilt sofort.
group-delete = Gruppe löschen
group-delete-title = { $name } löschen?
group-delete-lost = Ihre Mitglieder verlieren, was diese Gruppe ihnen erlaubt.
group-delete-targets = Niemand darf mehr etwas bei den Mitgliedern, nur weil sie in dieser Gruppe sind.
group-delete-kept = Die Benutzer, ihre Telefone und ihre Nummern.
group-predefined-why = Jede Telefonanlage hat diese Gruppe und baut auf sie. Ohne sie könnten Benutzer ihren Zugang verlieren; darum behält sie ihren Namen und lässt sich nicht löschen.
group-admins-who = Der Benutzer „admin“ gehört immer dazu. Wen Sie hinzufügen, der verwaltet die Telefonanlage ebenfalls.
group-all-hosts-who = Zu ihr gehört die Telefonanlage selbst.
group-all-invisible-users-who = Benutzer, die in den Kontakten verborgen sind, gehören von selbst dazu.
group-all-users-who = Jeder Benutzer gehört vom ersten Tag an dazu. Niemand wird von Hand hinzugefügt oder herausgenommen.
group-all-visible-users-who = Benutzer, die im internen Verzeichnis stehen, gehören von selbst dazu.
group-all-queues-who = Jede Warteschlange gehört von selbst dazu.
members-title = Mitglieder
members-count =
    { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    }
members-add = Mitglieder hinzufügen
members-added =
    { $count ->
        [one] Ein Mitglied hinzugefügt
       *[other] { $count } Mitglieder hinzugefügt
    }
members-none = Noch ist niemand in dieser Gruppe.
members-not-users = Ihre Mitglieder sind keine Benutzer; hier ist niemand hinzuzufügen.
member-login = Anmeldename
member-take = { $name } herausnehmen
member-take-short = Herausnehmen
picker-search = Name, Anmeldename oder Nebenstelle
picker-chosen = Ausgewählt
picker-already = schon dabei
picker-more = Es gibt noch mehr. Geben Sie einen Teil des Namens ein.
grants-title = Was Mitglieder dürfen
grants-help = Jede Zeile ist ein Recht und die Gruppe, bei deren Mitgliedern es gilt.
grants-none = Noch keine Rechte. Auch ohne ist die Gruppe von Nutzen: abgehende Wege können ihren Mitgliedern vorbehalten sein.
grant-add = Recht vergeben
grant-save = Vergeben
grant-take = Wegnehmen: { $name }
grant-feature = Recht
grant-target = Gilt für
grant-target-help = Wofür es schon vergeben ist, steht nicht mehr da.
grant-sentence = Wählen Sie beides, dann steht hier, was es bedeutet.
features-calls = Anrufe
features-phone = Telefon
features-messages = Voicemail und Fax
features-recordings = Aufzeichnungen
features-queues = Warteschlangen
features-administration = Webseiten und Verwaltung
grant-call-waiting = Mitglieder dürfen sich bei „{ $target }“ einen zweiten Anruf anklopfen lassen.
grant-call-recording = Mitglieder dürfen Gespräche von „{ $target }“ aufzeichnen.
grant-redirect-call = Mitglieder dürfen die Anrufe von „{ $target }“ umleiten.
grant-override-redirect = Mitglieder erreichen „{ $target }“ auch, wenn deren Anrufe umgeleitet sind.
grant-manage-automatic-recordings = Mitglieder dürfen die automatischen Aufzeichnungen von „{ $target }“ verwalten.
grant-busy-lamp-field = Mitglieder dürfen auf ihren Tasten sehen, wer von „{ $target }“ besetzt ist.
grant-caller-display = Mitglieder dürfen wählen, welche Nummer „{ $target }“ anzeigen.
grant-anonymous = Mitglieder dürfen die Nummer von „{ $target }“ unterdrücken.
grant-do-not-disturb = Mitglieder dürfen für „{ $target }“ den Anrufschutz einschalten.
grant-call-pickup = Mitglieder dürfen Anrufe übernehmen, die bei „{ $target }“ klingeln.
grant-manage-own-recordings = Mitglieder dürfen Aufzeichnungen ihrer eigenen Gespräche mit „{ $target }“ verwalten.
grant-monitor-own-queue = Mitglieder dürfen ihre eigenen Warteschlangen aus „{ $target }“ beobachten.
grant-manage-own-queue-recordings = Mitglieder dürfen Aufzeichnungen ihrer eigenen Warteschlangen aus „{ $target }“ verwalten.
grant-fax-server = Mitglieder dürfen Faxe von „{ $target }“ senden und sehen.
grant-show-gui = Mitglieder sehen die Webseiten von „{ $target }“.
grant-edit-global-contacts = Mitglieder dürfen das Firmenverzeichnis für „{ $target }“ bearbeiten.
grant-group-pickup = Mitglieder dürfen in ihren Pickup-Gruppen Anrufe von „{ $target }“ übernehmen.
grant-hot-desking = Mitglieder dürfen sich an den Telefonen von „{ $target }“ anmelden.
grant-impersonate = Mitglieder dürfen als ein Benutzer von „{ $target }“ handeln.
grant-ringtone-configuration = Mitglieder dürfen die Klingeltöne von „{ $target }“ wählen.
grant-manage-manual-recordings = Mitglieder dürfen die Aufzeichnungen verwalten, die „{ $target }“ von Hand gemacht haben.
grant-internal-contacts = Mitglieder stehen im internen Verzeichnis von „{ $target }“.
grant-night-mode = Mitglieder dürfen den Nachtmodus von „{ $target }“ am Telefon schalten.
grant-push-messages = Mitglieder empfangen Kurznachrichten von „{ $target }“ am Telefon.
grant-intercom = Mitglieder dürfen „{ $target }“ direkt ansprechen: das Telefon nimmt von selbst ab.
grant-night-mode-status = Mitglieder dürfen den Nachtmodus von „{ $target }“ sehen.
grant-reminder = Mitglieder dürfen für „{ $target }“ einen Erinnerungsruf bestellen.
grant-voicemail-configuration = Mitglieder dürfen die Voicemail von „{ $target }“ einrichten.
grant-queue-login = Mitglieder dürfen sich an „{ $target }“ an- und abmelden.
grant-redirect-queues = Mitglieder dürfen die Warteschlangen von „{ $target }“ umleiten.
grant-monitor-queue = Mitglieder dürfen die Warteschlangen von „{ $target }“ beobachten.
gui-group-new = Neue GUI-Gruppe
gui-group-name-help = Für wen die Seiten sind, zum Beispiel „Empfang“.
gui-group-predefined-why = Jede Telefonanlage hat diese GUI-Gruppe; darum behält sie ihren Namen und lässt sich nicht löschen. Welche Module an sind, bestimmen Sie.
gui-group-beyond = Diese Gruppe zeigt mehr, als Sie hier selbst dürfen. Nur wer all das darf, kann sie ändern.
gui-group-delete-lost = Gruppen, die diese Seiten zeigten, zeigen sie nicht mehr.
gui-group-delete-kept = Die Berechtigungsgruppen, ihre Mitglieder und alle ihre anderen Rechte.
modules-title = Module
modules-on = { $enabled } von { $total } an
modules-help = Wird ein Modul eingeschaltet, schaltet sich ein, woran es hängt; wird eines ausgeschaltet, schaltet sich alles darunter aus.
modules-needed = Bleibt an: ohne kommt niemand hinein oder hinaus.
module-log-in = Anmelden
module-log-out = Abmelden
module-home = Startseite
module-home-night-mode = Nachtmodus
module-profile = Profil
module-profile-personal-data = Persönliche Daten
module-profile-pin = PIN ändern
module-profile-language = Sprache ändern
module-profile-impersonation = Als anderer Benutzer handeln
module-contacts = Kontakte
module-contacts-internal = Intern
module-contacts-global = Global
module-contacts-private = Privat
module-user-settings = Mein Telefon
module-user-function-keys = Funktionstasten
module-user-telephony = Telefonieoptionen
module-user-redirects = Umleitungen und Parallelruf
module-user-ringtones = Klingeltöne
module-user-voicemail = Voicemail
module-administration = Verwaltung
module-users-and-functions = Benutzer und Funktionen
module-users = Benutzer
module-user-import = Benutzer importieren
module-names-and-numbers = Namen und Nummern
module-pickup-groups = Pickup-Gruppen
module-hunt-groups = Sammelgruppen
module-authorisation = Berechtigung
module-authorisation-groups = Berechtigungsgruppen
module-web-gui = Web-GUI
module-provisioning = Provisionierung
module-devices = Geräte
module-access-keys = Zugangsschlüssel
module-publishing = Veröffentlichen
module-sites = Standorte
module-agents = Agenten
module-people = Personen
module-roles = Rollen
module-impersonation = Als andere Person handeln
module-tokens = API-Tokens
module-settings = Einstellungen
module-system-status = Systemzustand
module-registrations = Registrierungen
module-call-records = Anrufjournal
module-audit-log = Audit-Protokoll
pickup-group-new = Neue Pickup-Gruppe
pickup-group-name-help = Wer nahe genug sitzt, um die Telefone der anderen zu hören.
pickup-group-number = Nummer
pickup-group-number-help = Funktionstasten nennen die Gruppe bei dieser Nummer. Leer gelassen ist es die nächste freie. Sie bleibt, wie sie ist.
pickup-group-number-is = Nummer { $number } für Funktionstasten
pickup-groups-empty = Noch keine Pickup-Gruppen
pickup-groups-empty-text = Fassen Sie Personen zusammen, die füreinander abnehmen: wer da ist, übernimmt den Anruf.
pickup-members-help = Sie brauchen dazu das Recht „Gruppenübernahme“, das alle Benutzer haben, solange es niemand wegnimmt, und eine Taste mit der Nummer der Gruppe.
pickup-group-delete-lost = Ihre Mitglieder können mit ihr keine Anrufe mehr voneinander übernehmen.
pickup-group-delete-keys = Funktionstasten mit ihrer Nummer tun nichts mehr.
hunt-group-new = Neue Sammelgruppe
hunt-group-title = Titel
hunt-group-extension-help = Die Nummer, die man anruft. Kein Benutzer darf sie haben.
hunt-group-shown = Angezeigter Gruppenname
hunt-group-shown-help = Was die Telefone der Mitglieder zeigen, damit man sieht, dass der Anruf der Gruppe gilt. Leer: der Titel.
hunt-group-strategy = Rufstrategie
hunt-linear = Linear
hunt-parallel = Parallel
hunt-linear-means = Nacheinander, in der Reihenfolge der Mitglieder.
hunt-parallel-means = Alle zugleich. Wer zuerst abnimmt, hat den Anruf.
hunt-group-busy = Gruppe besetzt
hunt-group-busy-help = Ein Mitglied am Telefon genügt: der Anruf geht nicht weiter. Für jemanden mit zwei Telefonen.
hunt-group-door = Türsprechanlage
hunt-group-door-help = Telefone mit eigenem Klingelton für die Tür verwenden ihn.
hunt-groups-empty = Noch keine Sammelgruppen
hunt-groups-empty-text = Geben Sie einem Team eine Nummer: Verkauf, Support, Empfang.
hunt-linear-order = Es klingelt von oben nach unten. Der Nächste klingelt, wenn der Vorige besetzt ist oder seine Sekunden um sind.
hunt-parallel-order = Alle klingeln zugleich; die Reihenfolge spielt keine Rolle.
hunt-members-none = Noch ist niemand in dieser Gruppe: Anrufe klingeln nirgends.
hunt-members-save = Mitglieder speichern
hunt-seconds = Sekunden, die es bei { $name } klingelt
hunt-move-up = { $name } nach oben
hunt-move-down = { $name } nach unten
hunt-moved = { $name } ist jetzt Nummer { $place }
hunt-group-delete-lost = Anrufe an ihre Nummer erreichen niemanden mehr.
hunt-group-delete-kept = Ihre Mitglieder, deren Telefone und eigene Nummern.

## Audit log

nav-audit = Audit-Protokoll
filter-take = Filtern
audit-help = Wer was getan hat, in wessen Namen, und wie es ausging. Beginn und Ende sind eine Zeile.
audit-chain = Zeilen kommen nur hinzu, jede ist an die vorige versiegelt; die Plattform signiert stündlich die letzte und merkt, wenn eine geändert oder entfernt wurde.
audit-who = Wer
audit-behalf = im Namen von { $name }
audit-for = Im Namen von
audit-what = Was
audit-on = Woran
audit-since = Ab
audit-until = Bis
audit-opened = Begonnen
audit-done = Erledigt
audit-denied = Verweigert
audit-failed = Fehlgeschlagen
audit-nobody = Niemand angemeldet
audit-clock = Die Uhr
audit-agent = Geräteagent
audit-empty = Noch nichts festgehalten
audit-empty-text = Was jemand hier ändert, wird in dieser Liste stehen.
audit-export = Exportieren
audit-csv = CSV
audit-csv-for = für Tabellenprogramme
audit-ndjson = NDJSON
audit-ndjson-for = eine Zeile je Eintrag, für Programme
audit-syslog = Syslog
audit-syslog-for = RFC 5424, für Protokollserver
audit-changes = Was sich geändert hat
audit-nothing = Mehr wurde nicht vermerkt.
audit-before = Vorher
audit-after = Nachher
audit-no-target = Es betrifft nichts Einzelnes.
audit-id = Id
audit-open = Öffnen
audit-all-of-target = Alles dazu
audit-all-of-actor = Alles von { $name }
audit-trace = Zum Nachverfolgen
audit-word = Wort
audit-credential = Vorgezeigt
audit-program = Programm
audit-number = Nummer im Protokoll
audit-request = Anfrage
audit-operation = Vorgang
audit-code = Code
did-access = Zugriff verweigert
did-customer-create = Kunde angelegt
did-customer-change = Kunde geändert
did-customer-reopen = Kunde wieder geöffnet
did-customer-close = Kunde aufgelöst
did-customer-export = Daten des Kunden exportiert
did-customer-resume = Sperre aufgehoben
did-customer-suspend = Kunde gesperrt
did-device-create = Gerät hinzugefügt
did-device-delete = Gerät gelöscht
did-device-change = Gerät geändert
did-device-rotate-access-key = Neuer Zugangsschlüssel erstellt
did-device-reveal-access-key = Geheime URL angesehen
did-device-set-provisioning-mac = Erstkontakt vorbereitet
did-handset-create = Mobilteil hinzugefügt
did-handset-change = Mobilteil geändert
did-handset-delete = Mobilteil gelöscht
did-group-create = Berechtigungsgruppe erstellt
did-group-delete = Berechtigungsgruppe gelöscht
did-group-change = Berechtigungsgruppe umbenannt
did-group-grant = Recht an Gruppe vergeben
did-group-revoke = Recht von Gruppe weggenommen
did-group-add-members = Mitglieder zu Gruppe hinzugefügt
did-group-remove-member = Mitglied aus Gruppe genommen
did-gui-group-create = GUI-Gruppe erstellt
did-gui-group-delete = GUI-Gruppe gelöscht
did-gui-group-change = GUI-Gruppe geändert
did-hunt-group-create = Sammelgruppe erstellt
did-hunt-group-delete = Sammelgruppe gelöscht
did-hunt-group-change = Sammelgruppe geändert
did-hunt-group-members = Mitglieder einer Sammelgruppe gesetzt
did-line-rotate-credentials = Neues SIP-Passwort gesetzt
did-pickup-group-create = Pickup-Gruppe erstellt
did-pickup-group-delete = Pickup-Gruppe gelöscht
did-pickup-group-change = Pickup-Gruppe umbenannt
did-pickup-group-members = Mitglieder einer Pickup-Gruppe gesetzt
did-release-publish = Änderungen veröffentlicht
did-site-create = Standort angelegt
did-site-delete = Standort gelöscht
did-site-change = Standort geändert
did-site-enrol = Token für Agent erstellt
did-user-import-upload = Benutzerdatei hochgeladen
did-user-import-start = Benutzerimport gestartet
did-user-import-cancel = Benutzerimport abgebrochen
did-user-import-end = Benutzerimport beendet
did-user-create = Benutzer angelegt
did-user-delete = Benutzer gelöscht
did-user-change = Benutzer geändert
did-user-groups = Gruppen eines Benutzers gesetzt
did-invitation-create = Jemand eingeladen
did-invitation-delete = Einladung zurückgezogen
did-invitation-renew = Einladung erneut gesendet
did-invitation-accept = Einladung angenommen
did-invitation-look-up = Einladung angesehen
did-node-create = Provider oder Reseller angelegt
did-node-change = Provider oder Reseller geändert
did-node-move = Im Baum verschoben
did-limit-change = Grenze geändert
did-setting-change = Einstellung geändert
did-role-create = Rolle erstellt
did-role-delete = Rolle gelöscht
did-role-change = Rolle geändert
did-person-act = Begonnen, als andere Person zu handeln
did-person-act-end = Aufgehört, als andere Person zu handeln
did-person-grant = Rolle vergeben
did-person-revoke = Rolle weggenommen
did-person-change = Profil geändert
did-person-change-password = Passwort geändert
did-person-password-again = Passwort erneut verlangt
did-person-forgot-password = Passwort vergessen
did-person-reset-password = Passwort per Link ersetzt
did-person-recovery-codes = Neue Wiederherstellungscodes erstellt
did-person-second-factor-setup = Zweiter Faktor vorbereitet
did-person-second-factor = Zweiter Faktor eingeschaltet
did-person-second-factor-removal = Zweiter Faktor ausgeschaltet
did-redirect-service-create = Redirect-Dienst hinzugefügt
did-redirect-service-look-up = Redirect-Dienst hat gefragt
did-session-start = Angemeldet
did-session-end = Abgemeldet
did-session-revoke = Sitzung beendet
did-session-second-factor = Zweiter Faktor eingegeben
did-token-create = API-Token erstellt
did-token-delete = API-Token beendet

## Steps and values

wizard-next = Weiter
wizard-back = Zurück
wizard-step = Schritt { $step } von { $total }
confirm-type = Geben Sie zur Bestätigung { $name } ein.
confirm-name = Name
effective-here = hier gesetzt
effective-from = von { $level }
effective-level = Kommt von
effective-by = Gesetzt von
effective-since = Seit
effective-without = Ohne ihn
effective-back = Zurück zum geerbten Wert
effective-locked = gesperrt von { $level }
chip-remove = { $name } entfernen
multi-search = Liste durchsuchen
toast-undo = Rückgängig
empty-guide = Im Handbuch nachlesen
progress-done = Erledigt

## Settings, limits, the life of a customer

nav-settings = Einstellungen
effective-locks = für alles darunter gesperrt
settings-help = Jeder Wert gilt für alles darunter, bis dort jemand einen anderen setzt. Die Schnur daneben zeigt, woher er kommt.
settings-standard = den Standardeinstellungen
settings-place = Sprache und Ort
settings-place-help = Ein geändertes Land, eine geänderte Zeitzone oder andere Hörtöne erreichen die Telefone, sobald Sie veröffentlichen.
settings-look = Aussehen
settings-look-help = Auf der Anmeldeseite und in E-Mails. Eine Farbe wird so weit heller oder dunkler gemacht, bis Text darin gut lesbar ist.
settings-mail = E-Mails und eigene Adresse
settings-mail-help = Von wem E-Mails kommen und unter welcher Adresse diese Konsole erreichbar ist.
settings-entrance = Anmeldung
settings-entrance-help = Sofort wirksam, für alle, deren Rolle von hier oder von weiter unten kommt.
setting-change = Ändern
setting-change-named = Ändern: { $name }
setting-saved = Gespeichert und sofort wirksam.
setting-given-back = { $name }: Der geerbte Wert gilt wieder.
setting-lock = Für alles darunter sperren
setting-lock-help = Niemand darunter kann einen anderen Wert setzen, bis Sie ihn freigeben. Was dort gesetzt ist, bleibt erhalten, wirkt aber nicht.
setting-locked = Gesperrt
setting-open = Nicht gesperrt
setting-locale = Sprache
setting-locale-help = Für E-Mails und für alle, die selbst keine gewählt haben.
setting-country-help = Bestimmt Hörtöne und welche Nummern Notrufe sind.
setting-time-zone-help = Für die Uhren der Telefone.
setting-area-code = Ortsvorwahl
setting-area-code-help = Wie innerhalb des Landes gewählt, zum Beispiel 044.
setting-number-format = Nummernformat
setting-number-format-help = Wie Nummern angezeigt werden.
setting-national = National
setting-national-means = 044 555 01 00
setting-international = International
setting-international-means = +41 44 555 01 00
setting-tones = Hörtöne
setting-tones-help = Das Land, dessen Wähl-, Ruf- und Besetzttöne die Telefone spielen. Ohne Angabe das des Standorts.
setting-brand-name = Name
setting-brand-name-help = Steht auf der Anmeldeseite und in E-Mails.
setting-brand-logo = Logo
setting-brand-logo-help = PNG, oder SVG, das nur aus Formen besteht; bis 64 KB.
setting-logo-set = Ein Bild
setting-brand-colour = Farbe
setting-brand-colour-help = Zum Beispiel #1a7f37 oder oklch(0.5 0.1 150).
setting-colour-pick = Farbe auswählen
setting-preview = Was man beim Anmelden sieht
setting-mail-name = Name des Absenders
setting-mail-name-help = Von wem Einladungen und andere E-Mails kommen.
setting-mail-address = Adresse des Absenders
setting-mail-address-help = Ihr Mailsystem muss diesem Server den Versand dafür erlauben, sonst landen E-Mails im Spam.
setting-host-name = Eigener Hostname
setting-host-name-help = Zum Beispiel telefone.example.net. Er muss auf diesen Server zeigen und ein Zertifikat haben, bevor jemand ihn benutzt.
setting-networks = Netze
setting-networks-help = Nur aus diesen Netzen darf man sich anmelden, zum Beispiel 192.0.2.0/24. Leer: von überall. Ihr eigenes muss dabei sein.
setting-any-network = Jedes Netz
setting-second-factor = Zweiter Faktor
setting-second-factor-help = Ob alle einen brauchen.
setting-factor-all = Verlangt
setting-factor-all-means = Alle richten bei der nächsten Anmeldung einen ein und kommen ohne ihn nicht weiter.
setting-factor-own = Nach Wunsch
setting-factor-own-means = Wer einen möchte, richtet ihn im eigenen Profil ein.
setting-idle = Leerlaufzeit
setting-idle-help = Minuten, nach denen ein unbenutzter Browser abgemeldet wird, 5 bis 43.200.
setting-minutes =
    { $count ->
        [one] Eine Minute
       *[other] { $count } Minuten
    }
nav-usage = Nutzung
nav-limits = Grenzen
usage-help = Was Sie haben, was Sie haben dürfen, und was zu tun ist, wenn es knapp wird.
limits-help = Eine hier gesetzte Grenze gilt für jeden Kunden darunter, solange weiter unten keine andere gesetzt ist. Was schon da ist, bleibt auch über der Grenze bestehen.
limits-emergency = Keine Grenze verhindert je einen Notruf.
limits-title = Grenzen
licences-title = Lizenzen
licences-help = Was gekauft wurde. Sind PBX-Lizenzen gezählt, bestimmen sie, wie viele Benutzer es geben darf.
limit-column = Was
usage-column = In Gebrauch
limit-value = Grenze
limit-value-help = Eine ganze Zahl. 0: gar keine.
limit-origin = Gesetzt von
limit-nobody = Niemand
limit-not-here = Hier nicht gesetzt
limit-handsets = DECT-Mobilteile
limit-users-help = Je mit einer Leitung und einer internen Rufnummer.
limit-devices-help = Telefone und DECT-Systeme, ohne Mobilteile.
limit-handsets-help = An allen DECT-Systemen zusammen.
limit-calls = Gleichzeitige Anrufe
limit-calls-help = In Gebrauch: der Höchstwert der letzten 24 Stunden. Notrufe zählen nie.
limit-storage = Speicher
limit-storage-help = Exporte und was sonst als Datei aufbewahrt wird.
limit-t440 = PBX T440
limit-t440-help = Jede bringt 40 Benutzer.
limit-t640 = PBX T640
limit-t640-help = Jede bringt 80 Benutzer.
limit-multicell = Multizellen-Erweiterung
limit-multicell-help = Von Einzelzelle auf Multizelle, eine je Gerät.
limit-manager-small = DECT-Manager, Einzel- oder Mini-Multizelle
limit-manager-small-help = Jede lässt einen einem Integrator beitreten.
limit-manager-multi = DECT-Manager, Multizelle
limit-manager-multi-help = Jede lässt einen eines Multizellensystems beitreten.
limit-messaging = Mobilteile mit Nachrichten
limit-messaging-help = Nehmen Nachrichten eines Alarmservers entgegen.
limit-location = Mobilteile mit Ortung
limit-location-help = Ihr Ort wird gesehen; jede umfasst Nachrichten.
amount-gigabytes = { $count } GB
amount-kilobytes = { $count } kB
amount-megabytes = { $count } MB
unit-gigabytes = GB
usage-of = { $used } von { $limit }
usage-entitled = { $limit } (hier nicht gezählt)
usage-no-limit = Keine Grenze
usage-ok = Genug übrig
usage-near = Fast erreicht
usage-reached = Erreicht
usage-raise = Erhöhen Sie die Grenze, oder löschen Sie, was nicht gebraucht wird.
usage-ask = Löschen Sie, was nicht gebraucht wird, oder bitten Sie Ihren Provider, sie zu erhöhen.
nav-organisation = Organisation
nav-manage = Kunde verwalten
organisation-help = Ein Reseller hat eigene Kunden und Personen und erbt Ihre Einstellungen und Grenzen.
providers-title = Provider
provider-new = Neuer Provider
providers-empty = Noch keine Provider
resellers-title = Reseller
reseller-new = Neuer Reseller
resellers-empty = Noch keine Reseller
resellers-empty-text = Wer an eigene Kunden weiterverkauft, bekommt hier einen Platz.
node-new-help = Laden Sie die Personen danach ein, auf der Seite „Personen“.
node-create = Anlegen
node-place = Name und Platz
node-below = Gehört zu
node-rename = Umbenennen
node-move = Verschieben
node-moved = { $name } hat den neuen Platz.
node-move-help = Gehen Sie dorthin, wo es hin soll, und drücken Sie „Hierher verschieben“.
node-move-to = Verschieben nach
node-move-into = Zu { $name } gehen
node-move-here = Hierher verschieben
node-move-lost = Wer vom alten Platz her Zugriff hatte, hat ihn nicht mehr; Einstellungen und Grenzen kommen vom neuen.
node-move-kept = Alles darin, die Personen mit ihren Rollen, die Telefone und ihre Anrufe.
node-move-wrong = Wählen Sie einen Provider oder Reseller, der nicht darin liegt.
node-move-nowhere = Von hier aus lässt es sich nirgendwohin verschieben.
erasures-title = Gelöschte Kunden
erasures-help = Was nach einer Auflösung gelöscht wurde und wann. Bewahren Sie die Prüfsumme bei Ihren Unterlagen auf: Sie steht für Kunde, Zeiten und Anzahlen.
erasures-none = Es wurde kein Kunde gelöscht.
erasure-done = Vollständig
erasure-runs = Im Gange
erasure-by = Aufgelöst von
erasure-began = Geheimnisse vernichtet
erasure-ended = Letzter Datensatz gelöscht
erasure-rows = Gelöschte Datensätze
erasure-digest = SHA-256
erasure-tables = { $count } Datensätze, nach Tabelle
standing-title = Zustand
standing-active = Aktiv
standing-suspended = Gesperrt
standing-closed = Aufgelöst
standing-by = Entschieden von
standing-phones = Telefone
standing-phones-off = Abgewiesen
standing-reason = Grund
standing-erased = Wird gelöscht
suspend = Sperren
suspend-change = Sperre ändern
suspend-lost = Die eigenen Leute des Kunden können sofort nur noch ansehen, nichts mehr ändern.
suspend-kept = Alles bleibt erhalten, und Sie können es jederzeit aufheben.
suspend-calls = Was die Telefone dürfen
suspend-emergency = Notrufe funktionieren immer.
suspend-reason-help = Die Leute des Kunden lesen ihn.
calls-work = Telefone arbeiten weiter
calls-work-means = Alle Anrufe, ankommend und abgehend.
calls-internal = Nur interne Anrufe und Notrufe
calls-internal-means = Sonst geht sofort nichts hinaus oder herein.
resume = Sperre aufheben
resume-kept = Telefone und Personen dürfen sofort wieder alles wie zuvor.
exports-title = Exporte
exports-help = Ein Archiv von allem, was über den Kunden aufbewahrt wird, ein JSON-Objekt je Zeile. Geheimnisse sind nicht dabei.
exports-none = Noch kein Export.
export-make = Export erstellen
export-waiting = Wartet
export-running = Wird geschrieben
export-failed = Fehlgeschlagen. Bitte erstellen Sie einen neuen.
export-fetch = Herunterladen
export-content = { $rows } Datensätze, { $size }
close-section = Diesen Kunden auflösen
close = Kunden auflösen
close-title = { $name } auflösen?
close-first = Erstellen Sie zuerst einen Export und warten Sie, bis er fertig ist.
close-ready = Es gibt einen Export. Laden Sie ihn herunter, bevor Sie auflösen.
close-step-export = Ein Export wird erstellt und von Ihnen aufbewahrt.
close-step-close = Der Kunde wird aufgelöst: Telefone und Personen werden sofort abgewiesen.
close-step-erase = Nach der Frist wird alles gelöscht. Eine Bescheinigung weist es nach.
close-lost-phones = Telefone und Agenten werden sofort abgewiesen. Sorgen Sie dafür, dass Notrufe auf anderem Weg möglich sind.
close-lost-people = Die eigenen Leute des Kunden ändern nichts mehr.
close-lost-all = Nach der Frist wird alles endgültig gelöscht, auch die Exporte hier.
close-kept-grace = Bis dahin können Sie ihn wieder öffnen, und alles ist wie zuvor.
close-kept-export = Der Export, den Sie heruntergeladen haben.
close-kept-audit = Das Audit-Protokoll, so lange wie seine eigene Aufbewahrung bestimmt.
close-until = Aufgelöst. Er kann bis { $time } wieder geöffnet werden; dann wird alles gelöscht.
reopen = Wieder öffnen
reopen-lost = Ein Erstkontakt, der erlaubt war, ist es nicht mehr.
reopen-kept = Telefone und Agenten werden wie zuvor bedient.
nav-dashboard = Übersicht
dashboard-nothing = Nichts. Alle Agenten sind verbunden, und alle Standorte sind für Notrufe bereit.
dashboard-suspended = { $count } gesperrt
dashboard-closed = { $count } aufgelöst
dashboard-limits = Was Kunden haben dürfen
concern-away =
    { $count ->
        [one] Ein Agent ist nicht verbunden: keine Anrufe an seinem Standort
       *[other] { $count } Agenten sind nicht verbunden: keine Anrufe an ihren Standorten
    }
concern-failed =
    { $count ->
        [one] Eine Konfiguration ist fehlgeschlagen
       *[other] { $count } Konfigurationen sind fehlgeschlagen
    }
concern-no-agent =
    { $count ->
        [one] Ein Standort hat noch keinen Agenten
       *[other] { $count } Standorte haben noch keinen Agenten
    }
concern-emergency =
    { $count ->
        [one] Einem Standort fehlt, was Helfer brauchen: Adresse oder Nummer
       *[other] { $count } Standorten fehlt, was Helfer brauchen: Adresse oder Nummer
    }
concern-closed = Aufgelöst, wird am { $time } gelöscht
concern-open = Kunden öffnen
concern-sites = Standorte öffnen
warning-suspended = Gesperrt
address-street = Straße
address-number = Hausnummer
address-postcode = Postleitzahl
address-city = Ort
address-note = Stockwerk, Tür, Zugang
address-note-help = Alles, was hilft, Menschen schnell zu finden.
emergency-title = Notrufe
emergency-address = Adresse
emergency-caller = Nummer, die Helfer sehen
emergency-caller-help = Mit + und Landesvorwahl. Darauf rufen Helfer zurück, sie muss also an diesem Standort klingeln.
emergency-help = Wohin Helfer geschickt werden, wenn hier jemand einen Notruf absetzt, und welche Nummer sie sehen.
emergency-missing = Hier fehlt etwas: Im Notfall finden Helfer diesen Standort vielleicht nicht oder können nicht zurückrufen.
emergency-change = Eintragen
emergency-lamp = Notrufangaben fehlen
emergency-ready = Bereit
today-closed = Dieser Kunde ist aufgelöst
today-erased = Am { $time } wird alles gelöscht.
today-suspended = Dieser Kunde ist gesperrt: Seine eigenen Leute können nichts ändern
today-emergency = { $name }: Notrufadresse oder Notrufnummer fehlt
today-emergency-why = Ohne das finden Helfer den Standort vielleicht nicht oder können nicht zurückrufen.
today-limit-reached = Grenze erreicht: { $name }
today-limit-near = Grenze fast erreicht: { $name }
today-enter = Eintragen
today-open-usage = Nutzung öffnen
overview-usage = Was Sie haben und haben dürfen

## Mails

mail-contested-subject = { $customer }: Zwei Adressen haben den Erstkontakt von { $device } angefragt
mail-contested-text =
    Der Erstkontakt von { $device } ({ $customer }) wurde gestoppt: Zwei verschiedene Adressen haben bei einem
    Redirect-Dienst gefragt, wohin das Gerät sich wenden soll. Eine von ihnen ist nicht Ihr Gerät.

    Keine der beiden Adressen hat etwas bekommen, das noch gültig ist. Bitte finden Sie heraus, welches Gerät diese
    MAC-Adresse hat, und erlauben Sie dann seinen Erstkontakt erneut:

    { $url }

## Errors (openapi/api, ErrorCode)

error-malformed_json = Die Anfrage konnte nicht gelesen werden. Bitte versuchen Sie es noch einmal.
error-malformed_parameter = Die Adresse dieser Anfrage stimmt nicht.
error-signed_out = Sie sind abgemeldet. Bitte melden Sie sich an.
error-wrong_credentials = E-Mail-Adresse und Passwort passen nicht zusammen.
error-wrong_signature = Die Signatur dieser Anfrage ist nicht gültig.
error-forbidden = Dazu sind Sie nicht berechtigt.
error-cross_site = Diese Anfrage kam von einer anderen Website und wurde abgelehnt.
error-not_found = Das gibt es hier nicht, oder Sie haben keinen Zugriff darauf.
error-method_not_allowed = Das ist hier nicht möglich.
error-second_factor_due = Bitte geben Sie zuerst den Code Ihrer Authenticator-App ein.
error-wrong_code = Dieser Code ist falsch oder abgelaufen. Bitte versuchen Sie den nächsten.
error-wrong_password = Das ist nicht Ihr jetziges Passwort.
error-password_too_weak = Dieses Passwort ist leicht zu erraten. Nehmen Sie mindestens zehn Zeichen, zum Beispiel vier Wörter, die nichts miteinander zu tun haben.
error-password_breached = Dieses Passwort steht auf einer Liste gestohlener Passwörter. Bitte wählen Sie ein anderes.
error-new_password_due = Bitte wählen Sie zuerst ein neues Passwort.
error-beyond_own_rights = Sie können nicht mehr Rechte vergeben, als Sie hier selbst haben.
error-not_while_acting = Das kann nur die Person selbst tun.
error-link_over = Dieser Link ist nicht mehr gültig. Bitte fordern Sie einen neuen an.
error-in_use = Das wird noch verwendet.
error-predefined = Dies ist immer vorhanden und bleibt, wie es ist.
error-last_administrator = Jemand muss dies weiterhin verwalten. Geben Sie die Rolle zuerst einer anderen Person.
error-login_taken = Dieser Anmeldename wird bei diesem Kunden bereits verwendet.
error-name_taken = Dieser Name wird hier bereits verwendet.
error-number_taken = Diese Nummer wird hier bereits verwendet.
error-conflict = Jemand anderes hat das inzwischen geändert. Von Ihren Eingaben wurde nichts gespeichert.
error-idempotency_mismatch = Das wurde schon mit anderen Werten gesendet. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.
error-version_mismatch = Jemand anderes hat das geändert, seit Sie es geöffnet haben. Von Ihren Eingaben wurde nichts gespeichert.
error-body_too_large = Das ist größer als erlaubt.
error-unsupported_media_type = Diese Art von Inhalt wird hier nicht angenommen.
error-invalid = Bitte prüfen Sie die markierten Felder. Es wurde nichts gespeichert.
error-unknown_field = Die Anfrage nennt ein Feld, das es nicht gibt.
error-mac_taken = Diese MAC-Adresse wird bereits verwendet.
error-extension_taken = Diese interne Rufnummer wird bei diesem Kunden bereits verwendet.
error-email_taken = Diese E-Mail-Adresse wird bereits verwendet.
error-unknown_model = Dieses Modell ist nicht im Katalog.
error-not_of_this_model = Dieses Modell hat diese Einstellung nicht.
error-unknown_reference = Worauf sich das bezieht, gibt es bei diesem Kunden nicht.
error-parent_module_off = Schalten Sie zuerst das übergeordnete Modul ein.
error-module_needed = An- und Abmelden müssen eingeschaltet bleiben, sonst kommt niemand hinein oder hinaus.
error-column_count = Eine Zeile hat fünfzehn Spalten.
error-twice_in_file = Eine frühere Zeile der Datei hat denselben Wert.
error-wrong_encoding = Die Datei ist nicht in der gewählten Zeichenkodierung geschrieben. Bitte wählen Sie eine andere.
error-bad_rows = Einige Zeilen können nicht importiert werden. Berichtigen Sie sie, oder importieren Sie nur die guten Zeilen.
error-mac_needed = Geben Sie zuerst die MAC-Adresse ein: Daran erkennt der Redirect-Dienst das Gerät.
error-registrar_unknown = Der Standort hat noch keine Registrar-Adresse. Verbinden Sie seinen Agenten, oder legen Sie die Adresse von Hand fest.
error-nothing_to_publish = Es gibt nichts zu veröffentlichen.
error-version_needed = Die Anfrage muss angeben, welche Version sie ändert.
error-rate_limited = Zu viele Anfragen. Bitte warten Sie einen Moment und versuchen Sie es noch einmal.
error-internal = Bei uns ist etwas schiefgegangen. Es ist nichts verloren; bitte versuchen Sie es noch einmal.
error-unavailable = Ein Teil des Systems antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.
error-second_factor_setup_due = Bitte richten Sie zuerst einen zweiten Faktor ein.
error-outside_networks = Aus diesem Netz dürfen Sie hier nicht arbeiten.
error-customer_suspended = Dieser Kunde ist gesperrt. Sie können alles ansehen, aber nichts ändern.
error-customer_closed = Dieser Kunde ist geschlossen. Es kann nichts mehr geändert werden.
error-setting_locked = Diese Einstellung ist vom übergeordneten Provider festgelegt.
error-wrong_state = Der Zustand des Kunden lässt das nicht zu.
error-export_needed = Bitte erstellen Sie zuerst einen Export und warten Sie, bis er fertig ist.
error-host_taken = Dieser Hostname wird bereits verwendet.
error-limit_reached = Die Grenze ist erreicht. Ihr Provider kann sie anheben.
error-wrong_place = Dorthin kann dies nicht verschoben oder dort nicht angelegt werden.
error-not_settable_here = Diese Einstellung kann auf dieser Ebene nicht gesetzt werden.
error-locks_oneself_out = Sie würden sich selbst aussperren: Ihre eigene Adresse liegt nicht in diesen Netzen.
error-name_differs = Das ist nicht der Name des Kunden.

## Refused values (openapi/types, Invalid)

invalid-empty = Bitte füllen Sie dieses Feld aus.
invalid-too_long = Das ist zu lang.
invalid-too_short = Das ist zu kurz.
invalid-character = Das enthält Zeichen, die hier nicht möglich sind.
invalid-mac = Eine MAC-Adresse hat 12 hexadezimale Ziffern, zum Beispiel 00:04:13:45:C9:BF.
invalid-access_key = Ein Zugangsschlüssel hat 48 hexadezimale Ziffern.
invalid-extension = Eine interne Rufnummer hat 2 bis 10 Ziffern.
invalid-email = Das ist keine E-Mail-Adresse.
invalid-device_password = Ein Gerätepasswort hat 4 bis 9 Ziffern.
invalid-locale = Diese Sprache ist nicht verfügbar.
invalid-timestamp = Das ist keine Zeitangabe.
invalid-host = Das ist weder ein Hostname noch eine IP-Adresse.
invalid-ipui = Eine IPUI hat 10 bis 13 hexadezimale Ziffern.
invalid-login = Ein Anmeldename hat 2 bis 50 Kleinbuchstaben und Ziffern.
invalid-pin = Eine PIN hat 3 bis 10 Ziffern.
invalid-phone_number = Das ist keine wählbare Rufnummer.
invalid-yes_no = Bitte schreiben Sie ja oder nein.
invalid-choice = Bitte wählen Sie einen der angebotenen Werte.
invalid-number = Bitte geben Sie eine Telefonnummer mit + und Landesvorwahl ein, zum Beispiel +41445550100.
invalid-colour = Bitte geben Sie eine Farbe wie #1a7f37 ein.
invalid-picture = Bitte wählen Sie ein PNG oder ein SVG, das nur aus Formen besteht.
invalid-network = Bitte geben Sie Netze wie 192.0.2.0/24 ein.
invalid-range = Diese Zahl liegt außerhalb des erlaubten Bereichs.

## Signing in, continued

mail-invitation-subject = { $by } lädt Sie zu { $node } auf Cordboard ein
mail-invitation-text = Guten Tag { $name },

    { $by } lädt Sie ein, auf Cordboard mit { $node } zu arbeiten. Öffnen Sie diesen Link, um ein Passwort zu wählen. Er gilt einmal und eine Woche lang:

    { $url }

    Wenn Sie das nicht erwartet haben, müssen Sie nichts tun.
mail-reset-subject = Ein neues Passwort für Cordboard
mail-reset-text = Guten Tag { $name },

    jemand, vermutlich Sie, hat ein neues Passwort angefordert. Öffnen Sie diesen Link, um eines zu wählen. Er gilt einmal und eine Stunde lang:

    { $url }

    Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.
