# French. `error-<code>` and `invalid-<code>` are looked up by code, every other id is a variant of Key.

app-name = Cordboard

## Frame

skip-to-content = Aller au contenu
nav-where = Vous êtes ici
nav-main = Client
nav-customers = Clients
nav-overview = Vue d’ensemble
nav-users = Utilisateurs
nav-devices = Appareils
nav-registrations = Enregistrements SIP
nav-journal = Journal d’appels
nav-sites = Sites
person-menu = Compte : { $name }
theme-label = Thème
theme-system = Comme le système
theme-light = Clair
theme-dark = Sombre
sign-out = Se déconnecter
live-on = En direct
live-on-why = Cette page affiche les changements dès qu’ils se produisent.
live-off = Direct interrompu
live-off-why = La connexion au serveur est interrompue. Une nouvelle tentative est en cours.
loading = Chargement en cours
nowhere-title = Cette page n’existe pas
nowhere-text = L’adresse est incorrecte, ou ce qu’elle désignait n’existe plus.
nowhere-back = Aller à la vue d’ensemble
not-set = Non renseigné

## Failures

failure-offline = Le serveur ne répond pas. Rien n’est perdu ; veuillez réessayer.
failure-unreadable = Le serveur a envoyé une réponse que cette page ne comprend pas. Veuillez recharger la page.
failure-reference = Code { $reference }
failure-again = Réessayer
failure-reload = Recharger

## Forms

form-check = Veuillez vérifier les champs signalés. Rien n’a été enregistré.
form-save = Enregistrer
form-cancel = Annuler
field-optional = (facultatif)
field-choose = Veuillez choisir
field-country = Pays
dialog-close = Fermer
saved-draft = Modifications enregistrées. Les appareils les recevront quand vous les publierez.
copy-done = Copié
copy-failed = Ce navigateur ne permet pas de copier. Veuillez sélectionner le texte et le copier vous-même.
copy-value = Copier { $value }
table-more = Afficher plus

## Signing in

sign-in-title = Connexion
sign-in-email = Adresse e-mail
sign-in-password = Mot de passe
sign-in-button = Se connecter
sign-in-claim = Chaque ligne, chaque téléphone, un seul tableau.

## Lamps and states

lamp-since = depuis le { $time }
lamp-until = jusqu’au { $time }
lamp-last-seen = dernier contact le { $time }
light-trouble = Problème
light-attention = À vérifier
light-under-way = En cours
status-draft = Brouillon
status-pending = En attente
status-delivered = Chargée
status-confirmed = Confirmée
status-failed = Échec
status-draft-means = Certaines modifications ne sont pas encore publiées. L’appareil ne les connaît pas.
status-pending-means = Publiée. L’appareil la charge à son prochain contact : quand il redémarre, quand il est synchronisé ou quand il se présente pour la première fois.
status-delivered-means = L’appareil a chargé cette version. Son enregistrement SIP avec les identifiants correspondants confirmera qu’il l’utilise.
status-confirmed-means = L’appareil a chargé cette version et s’est enregistré avec les identifiants correspondants.
status-failed-means = L’appareil a signalé une erreur, ou il n’a pas chargé la version à temps.
steps-label = Parcours de la configuration
step-saved = Sauvegardée
step-published = Publiée
registration-none = Non enregistré
registration-one = Enregistré
registration-many = Enregistré { $count } fois

## Columns

column-customer = Client
column-provider = Fournisseur
column-status = État
column-sites = Sites
column-lines = Lignes
column-devices = Appareils
column-registered = Enregistrés
column-registration = Enregistrement SIP
column-user = Utilisateur
column-site = Site
column-device = Appareil
column-line = Ligne
column-mac = Adresse MAC
column-provisioning-mac = Provisioning MAC
column-last-access = Dernier accès
column-configuration = Configuration
column-agent = Agent
column-address = Adresse IP
column-user-agent = User-Agent
column-contact = Contact
column-expires = Expiration
column-time = Date et heure
column-from = De
column-to = À
column-result = Résultat
column-duration = Durée

## Customers

customers-title = Clients
customers-empty = Aucun client pour l’instant
customers-empty-text = Un client a des sites, des utilisateurs avec leurs lignes, et les appareils de ces lignes.
customer-new = Créer un client
customer-name = Nom
customer-country-help = Détermine les tonalités, les numéros d’urgence et le fuseau horaire.
customer-site = Premier site
customer-site-help = L’endroit où se trouvent les téléphones, par exemple « Siège ». Vous pourrez ajouter d’autres sites.
customer-create = Créer le client
customer-no-devices = Aucun appareil
customer-all-confirmed = Tous confirmés
customer-some-confirmed =
    { $confirmed ->
        [one] { $confirmed } confirmé sur { $devices }
       *[other] { $confirmed } confirmés sur { $devices }
    }

## Overview

today-title = À traiter aujourd’hui
today-nothing = Rien. Chaque agent est connecté et chaque appareil utilise ce qui a été publié.
today-more =
    { $count ->
        [one] et un autre point
       *[other] et { $count } autres points
    }
today-agent-away = { $name } : l’agent n’est pas connecté
today-failed = { $name } : la configuration a échoué
today-no-agent = { $name } : pas encore d’agent
today-no-agent-why = Sans agent, aucun appel n’est possible sur ce site.
today-not-registered = { $name } a sa configuration mais n’est pas enregistré
today-not-registered-why = Tant qu’il n’est pas enregistré, les appels entrants et sortants ne fonctionnent pas.
today-drafts =
    { $count ->
        [one] Une modification n’est pas publiée
       *[other] { $count } modifications ne sont pas publiées
    }
today-drafts-why = Les appareils et les agents ignorent une modification tant qu’elle n’est pas publiée.
today-armed = { $name } peut établir son premier contact
today-pending = { $name } n’a pas chargé sa nouvelle configuration
today-pending-why = Il la chargera à son prochain contact.
today-review = Passer en revue
today-connect = Connecter un agent
today-open-site = Ouvrir le site
today-open-device = Ouvrir l’appareil
count-confirmed =
    { $count ->
        [one] { $count } confirmé
       *[other] { $count } confirmés
    }

## Publishing

publish-title = En attente de publication
publish-waiting =
    { $count ->
        [one] Une modification n’est pas publiée
       *[other] { $count } modifications ne sont pas publiées
    }
publish-review = Passer en revue
publish-now = Publier
publish-help = La publication crée une version pour chaque appareil et chaque site concerné. Aucun appareil n’est contacté ; chacun charge sa version à son prochain contact.
publish-done = Publication terminée
publish-done-help = Le résultat pour chaque appareil et chaque site.
published-new = Nouvelle version
published-same = Aucune différence
published-failed = Non publié
change-created = Nouveau
change-changed = Modifié
change-deleted = Supprimé
resource-device = Appareil
resource-handset = Combiné
resource-user = Utilisateur
resource-user-import = Utilisateurs d’un fichier
resource-site = Site
resource-setting = Réglage

## Users

users-empty = Aucun utilisateur pour l’instant
users-empty-text = Un utilisateur a une ligne avec un numéro interne. Vous y ajoutez ensuite des téléphones.
user-new = Créer un utilisateur
user-name = Nom
user-name-help = Il s’affiche aussi chez les personnes appelées.
user-extension = Numéro interne
user-extension-help = 2 à 10 chiffres.
user-extension-is = Numéro interne { $extension }
user-create = Créer l’utilisateur
user-phones = Téléphones
user-no-phones = Aucun téléphone sur cette ligne pour l’instant
user-no-phones-text = Ajoutez un appareil pour passer et recevoir des appels. Plusieurs appareils peuvent partager la ligne et sonner ensemble.
user-cord-meaning = Cordon continu : l’appareil est enregistré. Cordon pointillé : il ne l’est pas.
user-settings = Paramètres
user-delete = Supprimer l’utilisateur
user-delete-title = Supprimer { $name } ?
user-delete-lost = L’utilisateur, la ligne et son numéro interne. Les identifiants SIP de la ligne cessent immédiatement d’être valables.
user-delete-calls = Plus personne ne peut joindre ce numéro interne.
user-delete-kept = Les appels déjà effectués restent dans le journal d’appels.
users-import = Importer des utilisateurs
users-delete = Supprimer les utilisateurs
user-open = Ouvrir l’utilisateur
user-more = Autres indications
user-tabs = Parties de l’utilisateur
user-tab-line = Ligne
user-tab-groups = Groupes
user-tab-permissions = Autorisations
user-section-person = Personne
user-section-login = Numéro et connexion au téléphone
user-section-calls = Appels
user-first-name = Prénom
user-last-name = Nom de famille
user-email = E-mail
user-email-help = Les messages vocaux, les fax et une invitation y sont envoyés.
user-language = Langue
user-language-help = Du téléphone et des annonces.
user-person = Personne qui se connecte
user-person-help = Une personne qui a son propre accès et pour qui cette ligne est la sienne.
user-person-linked = Lié à une personne
user-person-no-email = Personne pour l’instant. Saisissez une adresse e-mail dans les paramètres pour inviter quelqu’un.
user-person-nobody = Personne pour l’instant. Une invitation serait envoyée à { $email }.
user-person-invited = Invitation envoyée à { $email }
user-person-until = L’invitation est valable jusqu’au { $time }.
user-person-over = L’invitation a expiré. Renvoyez-la depuis la page « Personnes ».
user-invite = Inviter à se connecter
user-login = Identifiant
user-login-help = 2 à 50 lettres minuscules et chiffres.
user-login-made = S’il reste vide, il est formé à partir du nom.
user-pin = Code PIN
user-pin-help = 3 à 10 chiffres, pour se connecter à un téléphone. Le code actuel n’est montré à personne ; si le champ reste vide, il est conservé.
user-pin-made = 3 à 10 chiffres, pour se connecter à un téléphone. S’il reste vide, un code que personne ne connaît est créé.
user-voicemail = Boîtes vocales
user-voicemail-help = Numéros internes dont l’utilisateur écoute les messages. Si le champ reste vide, le sien.
user-clip-internal = Présentation du numéro, interne
user-clip-external = Présentation du numéro, externe
user-clip-help = Numéros que l’utilisateur peut présenter. Chacun peut être composé.
user-hidden = Masquer dans l’annuaire interne
user-hidden-help = Les autres n’y trouvent pas cet utilisateur.
user-to-operator = Vers l’opérateur
user-to-operator-help = Les appels sans réponse vont à l’opérateur au lieu de se terminer.
user-operator = Numéro de l’opérateur
user-delete-devices =
    { $count ->
        [one] Un appareil utilise cette ligne. Supprimez-le d’abord ou attribuez-lui une autre ligne.
       *[other] { $count } appareils utilisent cette ligne. Supprimez-les d’abord ou attribuez-leur une autre ligne.
    }
user-memberships = Appartenances
user-groups = Groupes d’autorisation
user-groups-help = Ils déterminent ce que l’utilisateur peut faire.
user-groups-always = Toujours membre de
user-groups-always-help = Personne ne peut les quitter ; un utilisateur masqué dans l’annuaire passe de l’un à l’autre.
user-pickup-groups = Groupes d’interception
user-pickup-groups-help = Les membres peuvent prendre les appels les uns des autres.
user-pickup-none = Il n’y a pas encore de groupe d’interception.
user-hunt-groups = Groupes de recherche
user-hunt-help = Numéros qui sonnent chez plusieurs. Les membres et l’ordre de sonnerie se règlent dans le groupe de recherche.
user-hunt-none = Dans aucun groupe de recherche.
saved-nothing = Rien n’a été modifié.
yes = Oui
no = Non
credentials-title = Identifiants SIP
credentials-help = Chaque appareil de la ligne a ses propres identifiants : s’ils sont divulgués, ils peuvent être remplacés. Les mots de passe ne sont montrés à personne.
credentials-rotate = Renouveler les mots de passe SIP
credentials-rotated = Les nouveaux mots de passe SIP sont en vigueur. Les téléphones les chargent à leur prochain contact.
credential-of = Pour
credential-of-line = La ligne elle-même
credential-of-device = Un appareil
credential-user = Nom d’utilisateur
credential-version = Version
credential-changed = Modifié le
rotate-old-refused = Les anciens mots de passe de cette ligne sont immédiatement refusés.
rotate-offline = Les téléphones ne peuvent pas s’enregistrer tant qu’ils n’ont pas chargé le nouveau mot de passe. Redémarrez-les pour qu’ils le chargent maintenant.
rotate-phones-fetch = Les téléphones chargent d’eux-mêmes le nouveau mot de passe à leur prochain contact.
rotate-no-publish = Il n’y a rien à publier, et aucun autre paramètre ne change.

## Rights of users

rights-help = Tout ce que l’utilisateur peut faire, additionné de tous ses groupes. Pour le modifier, modifiez les groupes.
rights-phone = Au téléphone
rights-phone-none = Rien d’autre qu’appeler et être appelé.
rights-pages = Sur le web
rights-pages-none = Aucune page n’est affichée.
right-may = Droit
right-on = Sur les membres de
right-because = Grâce au groupe
right-pages = Voit
right-pages-count =
    { $count ->
        [one] un module
       *[other] { $count } modules
    }
group-admins = Administrateurs
group-all-hosts = Tous les hôtes
group-all-invisible-users = Tous les utilisateurs invisibles
group-all-users = Tous les utilisateurs
group-all-visible-users = Tous les utilisateurs visibles
group-all-queues = Toutes les files d’attente
gui-group-admin = Nouvelle GUI administrateur
gui-group-user = Nouvelle GUI utilisateur
feature-call-waiting = Signal d’appel
feature-call-recording = Enregistrement d’appels
feature-redirect-call = Renvoi d’appel
feature-override-redirect = Passer outre le renvoi
feature-manage-automatic-recordings = Gérer les enregistrements automatiques
feature-busy-lamp-field = BLF
feature-caller-display = Présentation du numéro (CLIP)
feature-anonymous = Anonyme (CLIR)
feature-do-not-disturb = Ne pas déranger
feature-call-pickup = Interception d’appel
feature-manage-own-recordings = Gérer ses enregistrements
feature-monitor-own-queue = Surveiller sa file d’attente
feature-manage-own-queue-recordings = Gérer les enregistrements de sa file d’attente
feature-fax-server = Serveur de fax
feature-show-gui = Afficher la GUI
feature-edit-global-contacts = Modifier les contacts globaux
feature-group-pickup = Interception de groupe
feature-hot-desking = Hot desking
feature-impersonate = Agir comme un autre
feature-ringtone-configuration = Réglage des sonneries
feature-manage-manual-recordings = Gérer les enregistrements manuels
feature-internal-contacts = Figurer dans les contacts internes
feature-night-mode = Permettre le mode nuit
feature-push-messages = Recevoir des messages
feature-intercom = Permettre l’intercom
feature-night-mode-status = État du mode nuit
feature-reminder = Permettre le rappel
feature-voicemail-configuration = Réglage de la messagerie vocale
feature-queue-login = Connexion à une file d’attente
feature-redirect-queues = Renvoyer des files d’attente
feature-monitor-queue = Surveiller une file d’attente

## Users from a file

import-step-file = Fichier
import-step-format = Format
import-step-preview = Aperçu
import-step-users = Utilisateurs
import-help = De nombreux utilisateurs à la fois, à partir d’un tableau enregistré en CSV. Vous voyez le résultat avant que rien ne soit écrit.
import-file = Fichier CSV
import-file-help = 8 Mo et 50 000 lignes au plus.
import-columns = Les quinze colonnes
import-columns-help = Dans cet ordre. Seuls l’identifiant, le numéro interne et le code PIN sont obligatoires. Plusieurs valeurs sont séparées par une virgule ; les options valent « yes » ou « no ».
import-template = Fichier vide avec ces colonnes
import-check = Afficher l’aperçu
import-reading = Le fichier est en cours de lecture.
import-guessed = Voici le contenu du fichier. Si des lettres sont fausses ou si tout se trouve dans une cellule, choisissez autre chose.
import-sample = Les premières lignes
import-encoding = Encodage
import-utf8 = UTF-8
import-utf8-means = Ce que la plupart des programmes écrivent aujourd’hui.
import-iso = ISO
import-iso-means = ISO 8859-15, d’anciens programmes.
import-separator = Séparateur
import-comma = Virgule
import-comma-means = susi,14,Susan
import-semicolon = Point-virgule
import-semicolon-means = susi;14;Susan
import-tab = Tabulation
import-tab-means = De larges espaces entre les valeurs.
import-header = La première ligne nomme les colonnes
import-header-help = Elle est ignorée. Désactivé, elle est importée comme utilisateur.
import-pins = Créer les codes PIN manquants
import-pins-help = Personne ne les connaît ; définissez-en un nouveau au besoin. Un fichier exporté n’en contient pas.
import-site-help = Tous les utilisateurs du fichier sont rattachés à ce site.
import-good =
    { $count ->
        [one] Une ligne peut être importée
       *[other] { $count } lignes peuvent être importées
    }
import-bad =
    { $count ->
        [one] Une ligne ne peut pas être importée
       *[other] { $count } lignes ne peuvent pas être importées
    }
import-show-bad = Les afficher
import-none-good = Aucune ligne ne peut être importée. Les raisons figurent ci-dessous ; corrigez le fichier et choisissez-le à nouveau.
import-mode = Si une ligne ne peut pas être importée
import-all = Tout ou rien
import-all-means = Aucun utilisateur n’est alors créé.
import-all-closed = Seulement quand toutes les lignes du fichier peuvent être importées.
import-good-rows = Seulement les bonnes lignes
import-good-rows-means = Elle est laissée de côté, les autres deviennent des utilisateurs.
import-missing = Groupes cités dans le fichier qui n’existent pas encore
import-pickup = Groupe d’interception
import-hunt = Groupe de recherche
import-create-groups = Créer ces groupes
import-create-groups-help = Sinon, les utilisateurs sont importés sans eux.
import-no-groups = Vous ne pouvez pas créer de groupes ici : les utilisateurs sont importés sans eux.
import-no-password = Une importation ne définit aucun mot de passe web. Qui doit se connecter sur le web est invité et en choisit un.
import-invite = Inviter les utilisateurs qui ont une adresse e-mail
import-invite-help = Les invitations sont mises en file et envoyées peu à peu après l’importation.
import-start =
    { $count ->
        [one] Importer un utilisateur
       *[other] Importer { $count } utilisateurs
    }
import-another = Choisir un autre fichier
import-running = Création des utilisateurs
import-goes-on = Vous pouvez quitter cette page ; l’importation continue.
import-cancel-keeps = En cas d’annulation, les utilisateurs déjà créés restent.
import-cancel-takes-back = En cas d’annulation, les utilisateurs déjà créés sont supprimés.
import-stopping = L’importation s’arrête après les lignes en cours.
import-undoing = Les utilisateurs déjà créés sont en cours de suppression ; il en reste { $count }.
import-ended = Résultat
import-done =
    { $count ->
        [one] Un utilisateur a été créé
       *[other] { $count } utilisateurs ont été créés
    }
import-stopped =
    { $count ->
        [one] Annulée après un utilisateur, qui reste
       *[other] Annulée après { $count } utilisateurs, qui restent
    }
import-cancelled = Annulée. Aucun utilisateur n’a été créé.
import-failed = Toutes les lignes n’ont pas pu être importées ; aucun utilisateur n’a donc été créé.
import-rejected =
    { $count ->
        [one] Une ligne n’a pas été importée.
       *[other] { $count } lignes n’ont pas été importées.
    }
import-invitations = Invitations : { $sent } envoyées, { $waiting } en attente.
import-to-users = Vers les utilisateurs
import-more = Importer un autre fichier
import-rows = Lignes du fichier
import-only-bad = Non importables
import-empty = Le fichier n’a aucune ligne
import-empty-text = Peut-être que son unique ligne a été prise pour les noms des colonnes.
import-line = Ligne
import-problems = Ce qui ne va pas
import-row-bad = Non importable
import-row-ready = Correcte
import-row-done = Importée
import-row-failed = Échec
file-chosen = Choisi : { $name }

## Devices

devices-empty = Aucun appareil pour l’instant
devices-empty-text = Les téléphones et les systèmes DECT se trouvent ici. Choisissez un modèle, indiquez l’utilisateur de la ligne, puis laissez l’appareil charger sa configuration.
device-new = Ajouter un appareil
device-model = Modèle
device-model-help = Il figure sur la plaque signalétique de l’appareil.
device-line-help = L’utilisateur dont il reçoit les appels.
device-name = Nom
device-name-help = Si le champ reste vide, le nom du modèle est utilisé.
device-create = Ajouter l’appareil
device-handsets =
    { $count ->
        [0] Aucun combiné
        [one] Un combiné
       *[other] { $count } combinés
    }
device-change = Modifier
device-delete = Supprimer
device-delete-title = Supprimer { $name } ?
device-delete-key = Sa configuration sur ce serveur. Sa clé d’accès cesse immédiatement d’être valable, de même qu’un premier contact encore autorisé.
device-delete-credentials = Ses identifiants SIP : il ne peut plus passer ni recevoir d’appels.
device-delete-password = Si son mot de passe administrateur a été laissé vide, personne ne le connaît : définissez-en un et laissez d’abord l’appareil le charger. Sinon, vous devrez rétablir les réglages d’usine sur l’appareil.
device-delete-stays = L’appareil lui-même n’est pas effacé. Il garde ce qu’il a chargé jusqu’à ce que quelqu’un le réinitialise.
device-delete-line = La ligne et ses autres appareils continuent de fonctionner. L’adresse MAC peut être réutilisée.
device-tabs = Rubriques de cet appareil
device-tab-state = État
device-tab-files = Fichiers
device-tab-history = Historique
device-not-registered = L’appareil n’est pas enregistré : il ne peut ni passer ni recevoir d’appels. Il s’enregistre dès qu’il a chargé sa configuration.
device-passwords-title = Accès à l’interface de configuration de l’appareil
device-passwords-help = 4 à 9 chiffres. Si le champ reste vide, un long mot de passe est généré et n’est montré à personne : c’est plus sûr.
device-admin-password = Mot de passe administrateur
device-user-name = Nom d’utilisateur
device-user-password = Mot de passe utilisateur
password-keep-help = 4 à 9 chiffres. Si le champ reste vide, le mot de passe ne change pas.
mac-help = Sur la plaque signalétique de l’appareil : 12 chiffres et lettres de A à F, avec ou sans séparateurs.
mac-change-help = Une autre adresse annule un premier contact autorisé ou déjà effectué.
handsets-title = Combinés
handset-add = Ajouter un combiné
handset-remove = Retirer le combiné
handset-remove-named = Retirer { $name }
handset-number = Combiné { $number }
handset-ipui = IPUI
handset-ipui-help = Sur l’étiquette du combiné. Si le champ reste vide, tout combiné muni du PIN peut s’inscrire.

## Last access, first contact

access-at = Date et heure
access-ip = Adresse IP
access-never = Jamais
access-never-means = L’appareil n’a pas encore chargé sa configuration.
first-contact-title = Premier contact
provisioning-mac-no = Non
provisioning-mac-once = Une fois
provisioning-mac-done = Fini
provisioning-mac-no-means = Rien n’est transmis pour cette adresse MAC. L’appareil est configuré manuellement.
provisioning-mac-once-means = Le service de redirection du fabricant peut diriger cet appareil vers ce serveur, une seule fois.
provisioning-mac-until = Autorisé jusqu’au
provisioning-mac-life = Durée de l’autorisation
provisioning-mac-arm = Autoriser une fois
provisioning-mac-again = Autoriser une fois de plus
provisioning-mac-disarm = Retirer l’autorisation
minutes-15 = 15 minutes
minutes-60 = 1 heure
minutes-day = 1 jour
minutes-week = 7 jours
redirect-title = Avant de mettre l’appareil sous tension
redirect-factory = L’appareil est aux réglages d’usine.
redirect-no-power = Il reste hors tension tant que tout n’est pas enregistré et publié ici.
redirect-dhcp = Son réseau lui attribue une adresse IP par DHCP.
redirect-internet = Internet est accessible depuis ce réseau.
redirect-server = Ce serveur est accessible depuis ce réseau.
redirect-maker = Votre fournisseur a saisi l’adresse MAC dans le service de redirection du fabricant.
redirect-unsupported = Ici, cet appareil ne peut pas être configuré par un service de redirection. Adressez-vous à votre fournisseur, ou configurez-le manuellement avec l’URL de sa clé d’accès.

## Access key

key-title = Clé d’accès
key-help = L’appareil charge sa configuration depuis une URL secrète qui lui est propre. Toute personne qui la connaît peut lire les paramètres de l’appareil.
key-new = Créer une nouvelle clé
key-renewed = La nouvelle clé est en vigueur. L’ancienne est refusée.
key-old-ends = L’ancienne URL est immédiatement refusée.
key-device-must-learn = L’appareil ne peut rien charger tant qu’il n’est pas reconfiguré, par le service de redirection ou manuellement.
key-assignments-stay = Les touches de fonction et tous les autres paramètres sont conservés.
key-sip-stays = Les identifiants SIP sont conservés : l’appareil continue de passer et de recevoir des appels.
manual-open = Configurer manuellement
manual-help = Un appareil peut être configuré sans service de redirection : son URL est saisie dans son interface de configuration. L’affichage de l’URL est consigné.
manual-reveal = Afficher l’URL
manual-copy = Copier l’URL
manual-step-open = Dans un navigateur, ouvrez l’interface de configuration de l’appareil { $model } en tant qu’administrateur.
manual-step-enter = Saisissez l’URL comme adresse du serveur de provisioning ou de configuration.
manual-step-restart = Enregistrez, puis redémarrez l’appareil. Il charge sa configuration au démarrage.
manual-step-watch = Observez « Dernier accès » sur cette page : l’indication change d’elle-même.

## Files and history

files-help = Les fichiers de la version la plus récente, tels que l’appareil les reçoit. Les données secrètes sont masquées.
files-empty = Aucune version pour l’instant
files-empty-text = Publiez la configuration de l’appareil : ses fichiers s’afficheront ici.
release-number = Version { $number }
release-column = Version
release-author = Publiée par
release-files = Fichiers
release-catalogue = Catalogue
releases-title = Versions
releases-empty = Rien n’a été publié pour cet appareil.
fetches-title = Chargements
fetches-empty = L’appareil n’a encore rien demandé.
fetch-file = Fichier
fetch-bytes = Octets
fetch-sent = Envoyé
fetch-not-modified = Inchangé
fetch-probe = Non nécessaire
fetch-cut = Interrompu
fetch-first-access = Premier contact

## Registrations and journal

registrations-empty = Aucun appareil enregistré
registrations-empty-text = Les appareils apparaissent ici quand ils s’enregistrent auprès de l’agent de leur site.
journal-empty = Aucun appel pour l’instant
journal-empty-text = Les appels apparaissent ici une fois terminés.
call-answered = Répondu
call-no-answer = Sans réponse
call-busy = Occupé
call-declined = Refusé
call-cancelled = Annulé
call-unreachable = Injoignable
call-failed = Échec

## Sites

site-new = Créer un site
site-name = Nom
site-create = Créer le site
site-about = À propos de ce site
site-time-zone = Fuseau horaire
site-time-zone-help = Par exemple Europe/Zurich.
site-realm = Domaine SIP
site-registrar = Serveur d’enregistrement
registrar-reported = Adresse indiquée par l’agent.
registrar-set = Adresse définie manuellement ; elle remplace celle que l’agent indique.
registrar-none = Adresse encore inconnue : l’agent l’indique quand il se connecte. La configuration des téléphones ne peut pas être publiée avant.
registrar-change = Définir l’adresse
registrar-help = Les téléphones s’enregistrent à cette adresse. Définissez-la si l’adresse qu’ils atteignent diffère de celle que voit l’agent.
registrar-host = Nom d’hôte ou adresse IP
registrar-port = Port
registrar-transport = Transport
registrar-back = Utiliser l’adresse indiquée par l’agent
agent-title = Agent
agent-empty = Pas encore d’agent
agent-empty-text = L’agent fonctionne sur un boîtier installé sur le site et achemine ses appels, même quand ce serveur est injoignable.
agent-none = Aucun agent
agent-connected = Connecté
agent-away = Non connecté
agent-connect = Connecter un agent
agent-state = État
agent-host = Hôte
agent-version = Logiciel
agent-last-seen = Dernier contact
enrol-help = L’agent se connecte avec un jeton qui ne sert qu’une fois. Ce jeton n’est affiché qu’ici et maintenant.
enrol-token = Générer un jeton
enrol-run = Exécutez cette commande sur le boîtier du site :
enrol-token-alone = Ou saisissez uniquement le jeton quand l’agent le demande :
enrol-until = Le jeton est valable jusqu’au { $time }.
enrol-copy-command = Copier la commande
enrol-copy-token = Copier le jeton
country-at = Autriche
country-be = Belgique
country-ch = Suisse
country-de = Allemagne
country-fr = France
country-gb = Royaume-Uni
country-lu = Luxembourg
country-nl = Pays-Bas

## Navigation, continued

nav-menu = Menu
nav-back = Retour au travail
nav-calls = Téléphonie
nav-administration = Administration
nav-own = Mon compte
nav-node = Fournisseur
nav-people = Personnes
nav-roles = Rôles
nav-profile = Mon profil
nav-sessions = Sessions
nav-tokens = Jetons d’API
column-actions = Actions
saved = Modifications enregistrées.

## Signing in, steps

sign-in-forgotten = Mot de passe oublié ?
entrance-to-sign-in = Retour à la connexion
entrance-other = Utiliser un autre compte
second-factor-title = Deuxième étape
second-factor-help = Votre compte demande une seconde preuve de votre identité.
second-factor-code = Code de votre application d’authentification
second-factor-recovery = Code de secours
second-factor-recovery-help = L’un des codes que vous avez conservés lors de la configuration. Chacun ne sert qu’une fois.
second-factor-send = Continuer
second-factor-use-app = Utiliser plutôt l’application
second-factor-use-recovery = Utiliser un code de secours
new-password-title = Choisir un nouveau mot de passe
new-password-text = Avant de continuer, remplacez le mot de passe que vous avez reçu.
reset-text = Il remplace celui que vous avez oublié ; toutes vos sessions ouvertes se terminent.
reset-done = Le nouveau mot de passe est en vigueur.
forgotten-title = Mot de passe oublié
forgotten-text = Nous vous envoyons un lien pour en choisir un nouveau. Il sert une seule fois et pendant une heure.
forgotten-send = Envoyer le lien
forgotten-sent = Si un compte correspond à cette adresse, un e-mail est en route. Consultez votre messagerie, y compris les indésirables.
invitation-title = Invitation
invitation-hello = Bonjour { $name }
invitation-text = { $by } vous invite à travailler avec { $node } sur Cordboard.
invitation-new = Choisissez le mot de passe avec lequel vous vous connecterez.
invitation-known = Vous avez déjà un compte : saisissez son mot de passe.
invitation-accept = Accepter et se connecter
password-show = Afficher le mot de passe
password-current = Mot de passe actuel
password-new = Nouveau mot de passe
password-set = Définir le mot de passe
strength-short = Trop court : dix caractères au moins.
strength-weak = Faible : il se répète.
strength-fair = Correct. Plusieurs mots sans rapport entre eux, c’est mieux.
strength-good = Bon.

## My account

profile-about = À propos de moi
profile-name = Nom
profile-email-help = Vous vous connectez avec elle. La personne qui gère votre accès peut la modifier.
profile-looks = Langue et affichage
profile-looks-help = La langue vous suit partout ; le reste est conservé dans ce navigateur.
language-label = Langue
contrast-label = Contraste
contrast-normal = Normal
contrast-more = Élevé
density-label = Densité
density-comfortable = Aérée
density-compact = Compacte
password-title = Mot de passe
password-help = Si vous le changez, toutes vos autres sessions se terminent.
password-change = Changer le mot de passe
password-changed = Le nouveau mot de passe est en vigueur. Vos autres sessions sont terminées.
password-again-help = À nouveau, pour que personne ne puisse le faire en trouvant votre navigateur ouvert.
factor-title = Second facteur
factor-help = Un code d’une application de votre téléphone, demandé après le mot de passe. Un mot de passe volé n’ouvre alors plus rien à lui seul.
factor-on = Activé
factor-off = Désactivé
factor-add = Configurer
factor-asked = Là où vous travaillez, chacun se connecte avec une seconde preuve. Configurez la vôtre pour continuer.
factor-next = Continuer
factor-before = Il vous faut une application d’authentification sur votre téléphone. Toute application à codes temporels convient.
factor-scan = Scannez cette image avec l’application, puis saisissez le code affiché.
factor-picture = Code QR pour l’application d’authentification
factor-by-hand = Saisir plutôt à la main
factor-confirm = Activer
factor-remove = Désactiver
factor-remove-text = Ensuite, le mot de passe seul ouvre votre compte. Les codes de secours ne servent plus non plus.
recovery-left =
    { $count ->
        [one] Il reste un code de secours
       *[other] Il reste { $count } codes de secours
    }
recovery-renew = Nouveaux codes de secours
recovery-renew-text = Vos codes actuels ne servent plus dès qu’il y en a de nouveaux.
recovery-text = Sans votre téléphone, l’un de ces codes vous permet d’entrer, chacun une fois. Ils ne sont affichés qu’ici et maintenant : conservez-les là où vous les retrouverez.
recovery-download = Télécharger
recovery-print = Imprimer
recovery-done = Je les ai conservés
copy-codes = Tout copier
copy-secret = Copier le secret
copy-token = Copier le jeton
sessions-help = Là où vous êtes connecté. Terminez ce que vous ne reconnaissez pas, puis changez votre mot de passe.
session-browser = Navigateur
session-began = Début
session-seen = Dernière utilisation
session-current = Celle-ci
session-end = Terminer
session-unknown = Inconnu
sessions-end-others = Terminer toutes les autres
sessions-ended = Toutes les autres sessions sont terminées.
tokens-help = Avec un jeton, un script agit en votre nom, dans la limite de ce que vous lui permettez. Il n’a jamais plus de droits que vous à cet instant.
tokens-empty = Pas encore de jeton
tokens-empty-text = Il vous en faut un quand un programme doit utiliser l’interface en votre nom, par exemple pour récupérer le journal d’appels.
token-new = Nouveau jeton
token-name = Nom
token-name-help = À quoi il sert, pour savoir plus tard s’il est encore utile.
token-where = Agit chez
token-scope = Droits
token-life = Valable
token-days =
    { $count ->
        [one] Un jour
       *[other] { $count } jours
    }
token-mint = Créer le jeton
token-used = Dernière utilisation
token-never = Jamais
token-over = Expiré
token-end = Révoquer
token-end-text = { $name } est refusé immédiatement. Les programmes qui l’utilisent cessent de fonctionner.
token-shown = Voici le jeton. Il n’est affiché qu’ici et maintenant.
token-kept = Je l’ai conservé

## People and roles

people-empty = Encore personne
people-empty-text = Invitez les personnes qui doivent travailler ici. Elles choisissent elles-mêmes leur mot de passe.
person-invite = Inviter
person-role = Rôle
person-roles = Rôles ici
person-seen = Dernière connexion
person-never = Jamais
invite-help = Le lien de l’e-mail sert une seule fois et pendant une semaine.
invite-language = Langue de l’e-mail
invite-send = Envoyer l’invitation
invite-sent = Une invitation est en route vers { $email }.
invite-again = Renvoyer
invite-take-back = Retirer
invited-by = Invité par
invitations-title = Invitations en attente
invitations-none = Toutes les invitations ont été acceptées.
act-title = Agir comme cette personne
act-start = Agir comme cette personne
act-no-credentials = Clés, mots de passe, jetons, personnes et rôles restent hors d’atteinte pendant ce temps.
act-audited = Tout ce que vous faites est consigné sous les deux noms.
act-own-rights = Vous voyez ce qu’elle voit, sans aucun droit que vous n’avez pas vous-même.
act-ends = Cela se termine tout seul au bout d’une demi-heure.
acting-as = { $by } agit comme { $name } jusqu’à { $time }
acting-stop = Arrêter
acting-not-own = Vous agissez comme quelqu’un d’autre. Le profil, les sessions et les jetons n’appartiennent qu’à la personne.
roles-help = Un rôle dit ce que quelqu’un peut faire ici et dans tout ce qui en dépend. Les rôles prédéfinis suffisent le plus souvent ; sinon, créez les vôtres.
role-platform-operator = Opérateur de la plateforme
role-provider-administrator = Administrateur du fournisseur
role-provider-support = Support du fournisseur
role-customer-administrator = Administrateur du client
role-user = Utilisateur
role-other = Un autre rôle
role-origin = Origine
role-predefined = Prédéfini
role-made-here = Créé ici
role-made-above = Créé à un niveau supérieur
role-grantable = Vous pouvez l’attribuer
role-grantable-yes = Oui
role-grantable-no = Non, il permet plus que vos droits
role-new = Nouveau rôle
role-name = Nom
role-name-help = Ce que font les personnes qui l’ont, par exemple « Accueil ».
role-create = Créer le rôle
role-delete = Supprimer le rôle
role-delete-title = Supprimer { $name } ?
role-delete-lost = Le rôle et ce qu’il permet.
role-delete-kept = Les personnes et leurs autres rôles.
role-in-use = Quelqu’un l’a encore. Retirez-le-lui d’abord, sur la page « Personnes ».
role-give = Un rôle de plus
role-give-short = Attribuer
role-take = Retirer { $name }
role-take-short = Retirer
permissions-count =
    { $count ->
        [one] Une autorisation
       *[other] { $count } autorisations
    }
permissions-all = Tout
permissions-none = Aucune
permissions-beyond = Vous n’avez pas ce droit ici.
permissions-organisation = Organisation
permissions-people = Personnes
permissions-sites = Sites
permissions-users = Utilisateurs
permissions-devices = Appareils
permissions-operation = Exploitation
may-nodes-read = Voir les fournisseurs et revendeurs
may-nodes-write = Créer, renommer et déplacer fournisseurs et revendeurs
may-customers-read = Voir les clients
may-customers-write = Créer, renommer et déplacer des clients
may-customers-suspend = Suspendre des clients
may-customers-close = Clôturer des clients
may-settings-read = Voir les réglages
may-settings-write = Définir et verrouiller les réglages
may-limits-write = Fixer les limites
may-people-read = Voir les personnes et les rôles
may-people-write = Inviter des personnes, attribuer et retirer des rôles
may-roles-write = Créer des rôles
may-people-impersonate = Agir comme une autre personne
may-tokens-write = Créer des jetons d’API
may-sites-read = Voir les sites et les agents
may-sites-write = Créer et modifier des sites
may-agents-write = Connecter et retirer des agents
may-users-read = Voir les utilisateurs et les lignes
may-users-write = Créer et modifier utilisateurs et lignes
may-groups-read = Voir les groupes d’utilisateurs
may-groups-write = Modifier les groupes d’utilisateurs
may-credentials-rotate = Renouveler les mots de passe SIP
may-devices-read = Voir les appareils
may-devices-write = Créer, modifier et supprimer des appareils
may-access-key-reveal = Voir l’URL secrète des appareils
may-access-key-rotate = Créer de nouvelles clés d’accès
may-releases-read = Voir les modifications et les versions
may-releases-publish = Publier
may-registrations-read = Voir les enregistrements SIP
may-calls-read = Voir le journal d’appels
may-audit-read = Voir le journal d’audit
may-audit-export = Exporter le journal d’audit
may-redirect-services-write = Gérer les services de redirection

## Tables, forms, keys

table-tools = Filtrer et organiser
table-search = Filtrer par mots
table-filters = Filtres actifs
table-clear = Tout afficher
table-nothing = Aucun résultat
table-nothing-text = Il y a des lignes ici, mais aucune ne passe tous les filtres.
table-columns = Colonnes
table-views = Vues
table-export = CSV
table-select = Sélectionner { $name }
table-select-all = Sélectionner toutes les lignes affichées
filter-remove = Retirer le filtre { $name }
view-name = Nom de cette vue
view-save = Garder
view-forget = Oublier { $name }
bulk-title = Lignes sélectionnées
bulk-count =
    { $count ->
        [one] Une ligne sélectionnée
       *[other] { $count } lignes sélectionnées
    }
bulk-clear = Effacer la sélection
bulk-result = Résultat pour chaque ligne
bulk-done = Fait
progress-title = Avancement
progress-of = { $done } sur { $total }
guard-title = Quitter sans enregistrer ?
guard-text = Ce que vous avez saisi sur cette page n’est pas encore enregistré.
guard-stay = Rester ici
guard-leave = Quitter
merge-title = Quelqu’un d’autre a enregistré entre-temps
merge-text = Choisissez pour chaque champ la version à garder.
merge-yours = La vôtre
merge-theirs = L’autre
merge-save = Enregistrer le choix
palette-button = Rechercher
palette-open = Rechercher et aller partout
palette-title = Aller partout
palette-placeholder = Page, client, utilisateur, appareil ou numéro
palette-pages = Pages
palette-nothing = Rien trouvé
palette-move = se déplacer
palette-go = ouvrir
palette-close = fermer
keys-title = Touches
keys-palette = Rechercher et aller partout
keys-filter = Aller au filtre de la liste
keys-down = Ligne suivante
keys-up = Ligne précédente
keys-edit = Modifier ce qui est ouvert
keys-help = Cette liste
keys-close = Fermer
keys-single = Touches simples
keys-single-help = Désactivez-les si elles gênent une aide que vous utilisez.

## Groups of the telephone system

nav-groups = Groupes
groups-kinds = Types de groupes
groups-authorisation = Groupes d’autorisation
groups-gui = Modules web
groups-pickup = Groupes d’interception
groups-hunt = Groupes de recherche
groups-authorisation-help = Un groupe d’autorisation dit ce que ses membres peuvent faire sur le système téléphonique, et sur qui.
groups-gui-help = Un groupe GUI est un ensemble de pages. Un groupe d’autorisation qui a le droit « Afficher la GUI » le donne à ses membres.
groups-pickup-help = Les membres d’un groupe d’interception peuvent prendre les appels les uns des autres avec une touche de fonction.
groups-hunt-help = Un groupe de recherche est un numéro qui sonne chez plusieurs personnes, l’une après l’autre ou toutes à la fois.
group-new = Nouveau groupe d’autorisation
group-create = Créer le groupe
group-name = Nom
group-name-help = Qui sont ses membres, par exemple « Accueil ».
group-kind = Les membres sont
group-kind-user = Utilisateurs
group-kind-queue = Files d’attente
group-kind-host = Systèmes téléphoniques
group-kind-user-means = Des personnes qui ont un poste. C’est presque toujours ce qu’il faut.
group-kind-queue-means = Des files d’appelants, pour que d’autres puissent les surveiller ou les renvoyer.
group-saved = Enregistré. C’est valable tout de suite.
group-delete = Supprimer le groupe
group-delete-title = Supprimer { $name } ?
group-delete-lost = Ses membres perdent ce que ce groupe leur permet.
group-delete-targets = Plus personne ne peut agir sur ses membres du fait de ce groupe.
group-delete-kept = Les utilisateurs, leurs téléphones et leurs numéros.
group-predefined-why = Tout système téléphonique a ce groupe et en dépend. Sans lui, des utilisateurs pourraient perdre leur accès ; il garde donc son nom et ne peut pas être supprimé.
group-admins-who = L’utilisateur « admin » en fait toujours partie. Ceux que vous ajoutez administrent aussi le système téléphonique.
group-all-hosts-who = Le système téléphonique lui-même en fait partie.
group-all-invisible-users-who = Les utilisateurs masqués dans les contacts en font partie d’office.
group-all-users-who = Tout utilisateur en fait partie dès le premier jour. Personne n’est ajouté ni retiré à la main.
group-all-visible-users-who = Les utilisateurs qui figurent dans l’annuaire interne en font partie d’office.
group-all-queues-who = Toute file d’attente en fait partie d’office.
members-title = Membres
members-count =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
members-add = Ajouter des membres
members-added =
    { $count ->
        [one] Un membre ajouté
       *[other] { $count } membres ajoutés
    }
members-none = Personne n’est encore dans ce groupe.
members-not-users = Ses membres ne sont pas des utilisateurs ; il n’y a personne à ajouter ici.
member-login = Identifiant
member-take = Retirer { $name }
member-take-short = Retirer
picker-search = Nom, identifiant ou poste
picker-chosen = Choisis
picker-already = déjà membre
picker-more = Il y en a d’autres. Tapez une partie du nom.
grants-title = Ce que les membres peuvent faire
grants-help = Chaque ligne est un droit et le groupe sur les membres duquel il vaut.
grants-none = Aucun droit pour l’instant. Même sans droit, le groupe sert : des routes sortantes peuvent être réservées à ses membres.
grant-add = Donner un droit
grant-save = Donner
grant-take = Retirer : { $name }
grant-feature = Droit
grant-target = S’applique à
grant-target-help = Ce pour quoi il est déjà donné n’apparaît plus.
grant-sentence = Choisissez les deux : ce que cela signifie s’écrira ici.
features-calls = Appels
features-phone = Téléphone
features-messages = Messagerie et fax
features-recordings = Enregistrements audio
features-queues = Files d’attente
features-administration = Pages web et administration
grant-call-waiting = Les membres peuvent laisser un deuxième appel se signaler sur les téléphones de « { $target } ».
grant-call-recording = Les membres peuvent enregistrer les appels de « { $target } ».
grant-redirect-call = Les membres peuvent renvoyer les appels de « { $target } ».
grant-override-redirect = Les membres joignent « { $target } » même quand les appels sont renvoyés.
grant-manage-automatic-recordings = Les membres peuvent gérer les enregistrements automatiques de « { $target } ».
grant-busy-lamp-field = Les membres peuvent voir sur leurs touches qui, dans « { $target } », est occupé.
grant-caller-display = Les membres peuvent choisir le numéro que « { $target } » présentent.
grant-anonymous = Les membres peuvent masquer le numéro de « { $target } ».
grant-do-not-disturb = Les membres peuvent activer « ne pas déranger » pour « { $target } ».
grant-call-pickup = Les membres peuvent prendre les appels qui sonnent chez « { $target } ».
grant-manage-own-recordings = Les membres peuvent gérer les enregistrements de leurs propres appels avec « { $target } ».
grant-monitor-own-queue = Les membres peuvent surveiller leurs propres files parmi « { $target } ».
grant-manage-own-queue-recordings = Les membres peuvent gérer les enregistrements de leurs propres files parmi « { $target } ».
grant-fax-server = Les membres peuvent envoyer et voir les fax de « { $target } ».
grant-show-gui = Les membres voient les pages web de « { $target } ».
grant-edit-global-contacts = Les membres peuvent modifier l’annuaire de l’entreprise pour « { $target } ».
grant-group-pickup = Les membres peuvent prendre les appels de « { $target } » dans leurs groupes d’interception.
grant-hot-desking = Les membres peuvent se connecter sur les téléphones de « { $target } ».
grant-impersonate = Les membres peuvent agir comme un utilisateur de « { $target } ».
grant-ringtone-configuration = Les membres peuvent choisir les sonneries de « { $target } ».
grant-manage-manual-recordings = Les membres peuvent gérer les enregistrements faits à la main par « { $target } ».
grant-internal-contacts = Les membres figurent dans l’annuaire interne de « { $target } ».
grant-night-mode = Les membres peuvent commander le mode nuit de « { $target } » par téléphone.
grant-push-messages = Les membres reçoivent les messages de « { $target } » sur leur téléphone.
grant-intercom = Les membres peuvent parler directement à « { $target } » : le téléphone décroche seul.
grant-night-mode-status = Les membres peuvent voir le mode nuit de « { $target } ».
grant-reminder = Les membres peuvent commander un appel de rappel pour « { $target } ».
grant-voicemail-configuration = Les membres peuvent régler la messagerie vocale de « { $target } ».
grant-queue-login = Les membres peuvent se connecter à « { $target } » et se déconnecter.
grant-redirect-queues = Les membres peuvent renvoyer les files d’attente de « { $target } ».
grant-monitor-queue = Les membres peuvent surveiller les files d’attente de « { $target } ».
gui-group-new = Nouveau groupe GUI
gui-group-name-help = À qui s’adressent les pages, par exemple « Accueil ».
gui-group-predefined-why = Tout système téléphonique a ce groupe GUI ; il garde donc son nom et ne peut pas être supprimé. Les modules actifs, c’est vous qui les choisissez.
gui-group-beyond = Ce groupe montre plus que ce que vous pouvez faire ici. Seul quelqu’un qui a tous ces droits peut le modifier.
gui-group-delete-lost = Les groupes qui affichaient ces pages ne les affichent plus.
gui-group-delete-kept = Les groupes d’autorisation, leurs membres et tous leurs autres droits.
modules-title = Modules
modules-on = { $enabled } sur { $total } actifs
modules-help = Activer un module active ceux dont il dépend ; en désactiver un désactive tout ce qui est dessous.
modules-needed = Reste actif : sans lui, personne n’entre ni ne sort.
module-log-in = Connexion
module-log-out = Déconnexion
module-home = Accueil
module-home-night-mode = Mode nuit
module-profile = Profil
module-profile-personal-data = Données personnelles
module-profile-pin = Changer le PIN
module-profile-language = Changer la langue
module-profile-impersonation = Agir comme un autre
module-contacts = Contacts
module-contacts-internal = Internes
module-contacts-global = Globaux
module-contacts-private = Privés
module-user-settings = Mon téléphone
module-user-function-keys = Touches de fonction
module-user-telephony = Options de téléphonie
module-user-redirects = Renvois et sonnerie simultanée
module-user-ringtones = Sonneries
module-user-voicemail = Messagerie vocale
module-administration = Administration
module-users-and-functions = Utilisateurs et fonctions
module-users = Utilisateurs
module-user-import = Importer des utilisateurs
module-names-and-numbers = Noms et numéros
module-pickup-groups = Groupes d’interception
module-hunt-groups = Groupes de recherche
module-authorisation = Autorisation
module-authorisation-groups = Groupes d’autorisation
module-web-gui = GUI web
module-provisioning = Provisionnement
module-devices = Appareils
module-access-keys = Clés d’accès
module-publishing = Publication
module-sites = Sites
module-agents = Agents
module-people = Personnes
module-roles = Rôles
module-impersonation = Agir comme une autre personne
module-tokens = Jetons d’API
module-settings = Paramètres
module-system-status = État du système
module-registrations = Enregistrements SIP
module-call-records = Journal d’appels
module-audit-log = Journal d’audit
pickup-group-new = Nouveau groupe d’interception
pickup-group-name-help = Ceux qui sont assez proches pour entendre sonner les autres.
pickup-group-number = Numéro
pickup-group-number-help = Les touches de fonction désignent le groupe par ce numéro. Vide, c’est le prochain libre. Il ne change plus.
pickup-group-number-is = Numéro { $number } pour les touches de fonction
pickup-groups-empty = Pas encore de groupe d’interception
pickup-groups-empty-text = Réunissez ceux qui répondent les uns pour les autres : qui est là prend l’appel.
pickup-members-help = Il leur faut aussi le droit « Interception de groupe », que tous ont sauf s’il a été retiré, et une touche avec le numéro du groupe.
pickup-group-delete-lost = Ses membres ne peuvent plus prendre les appels les uns des autres par lui.
pickup-group-delete-keys = Les touches de fonction avec son numéro ne font plus rien.
hunt-group-new = Nouveau groupe de recherche
hunt-group-title = Titre
hunt-group-extension-help = Le numéro à appeler. Aucun utilisateur ne peut l’avoir.
hunt-group-shown = Nom de groupe affiché
hunt-group-shown-help = Ce que montrent les téléphones des membres, pour voir que l’appel est pour le groupe. Vide : le titre.
hunt-group-strategy = Stratégie d’appel
hunt-linear = Linéaire
hunt-parallel = Parallèle
hunt-linear-means = L’un après l’autre, dans l’ordre des membres.
hunt-parallel-means = Tous à la fois. Le premier qui décroche a l’appel.
hunt-group-busy = Groupe occupé
hunt-group-busy-help = Un seul membre en ligne suffit : l’appel ne va pas plus loin. Pour qui a deux téléphones.
hunt-group-door = Interphone de porte
hunt-group-door-help = Les téléphones qui ont une sonnerie de porte l’utilisent.
hunt-groups-empty = Pas encore de groupe de recherche
hunt-groups-empty-text = Donnez un numéro à une équipe : ventes, assistance, accueil.
hunt-linear-order = Ils sonnent de haut en bas. Le suivant sonne quand le précédent est occupé ou que ses secondes sont passées.
hunt-parallel-order = Tous sonnent à la fois ; l’ordre ne compte pas.
hunt-members-none = Personne n’est encore dans ce groupe : les appels ne sonnent nulle part.
hunt-members-save = Enregistrer les membres
hunt-seconds = Secondes de sonnerie chez { $name }
hunt-move-up = Monter { $name }
hunt-move-down = Descendre { $name }
hunt-moved = { $name } est maintenant numéro { $place }
hunt-group-delete-lost = Les appels à son numéro n’atteignent plus personne.
hunt-group-delete-kept = Ses membres, leurs téléphones et leurs propres numéros.

## Audit log

nav-audit = Journal d’audit
filter-take = Filtrer
audit-help = Qui a fait quoi, au nom de qui, et comment cela s’est terminé. Début et fin tiennent en une ligne.
audit-chain = On ne fait qu’ajouter des lignes, chacune scellée à la précédente ; la plateforme signe la dernière chaque heure et voit si l’une a été modifiée ou retirée.
audit-who = Qui
audit-behalf = au nom de { $name }
audit-for = Au nom de
audit-what = Quoi
audit-on = Sur quoi
audit-since = À partir du
audit-until = Jusqu’au
audit-opened = Commencé
audit-done = Fait
audit-denied = Refusé
audit-failed = Échoué
audit-nobody = Personne de connecté
audit-clock = L’horloge
audit-agent = Agent de site
audit-empty = Rien de consigné pour l’instant
audit-empty-text = Tout ce que quelqu’un modifie ici figurera dans cette liste.
audit-export = Exporter
audit-csv = CSV
audit-csv-for = pour les tableurs
audit-ndjson = NDJSON
audit-ndjson-for = une ligne par entrée, pour les programmes
audit-syslog = Syslog
audit-syslog-for = RFC 5424, pour les serveurs de journaux
audit-changes = Ce qui a changé
audit-nothing = Rien de plus n’a été noté.
audit-before = Avant
audit-after = Après
audit-no-target = Cela ne concerne aucun objet précis.
audit-id = Id
audit-open = Ouvrir
audit-all-of-target = Tout à ce sujet
audit-all-of-actor = Tout ce qu’a fait { $name }
audit-trace = Pour retrouver la trace
audit-word = Mot
audit-credential = Présenté
audit-program = Programme
audit-number = Numéro dans le journal
audit-request = Requête
audit-operation = Opération
audit-code = Code
did-access = Consultation refusée
did-customer-create = Client créé
did-customer-change = Client modifié
did-customer-reopen = Client rouvert
did-customer-close = Client fermé
did-customer-export = Données du client exportées
did-customer-resume = Suspension levée
did-customer-suspend = Client suspendu
did-device-create = Appareil ajouté
did-device-delete = Appareil supprimé
did-device-change = Appareil modifié
did-device-rotate-access-key = Nouvelle clé d’accès créée
did-device-reveal-access-key = URL secrète consultée
did-device-set-provisioning-mac = Premier contact préparé
did-handset-create = Combiné ajouté
did-handset-change = Combiné modifié
did-handset-delete = Combiné supprimé
did-group-create = Groupe d’autorisation créé
did-group-delete = Groupe d’autorisation supprimé
did-group-change = Groupe d’autorisation renommé
did-group-grant = Droit donné à un groupe
did-group-revoke = Droit retiré à un groupe
did-group-add-members = Membres ajoutés à un groupe
did-group-remove-member = Membre retiré d’un groupe
did-gui-group-create = Groupe GUI créé
did-gui-group-delete = Groupe GUI supprimé
did-gui-group-change = Groupe GUI modifié
did-hunt-group-create = Groupe de recherche créé
did-hunt-group-delete = Groupe de recherche supprimé
did-hunt-group-change = Groupe de recherche modifié
did-hunt-group-members = Membres d’un groupe de recherche fixés
did-line-rotate-credentials = Nouveau mot de passe SIP
did-pickup-group-create = Groupe d’interception créé
did-pickup-group-delete = Groupe d’interception supprimé
did-pickup-group-change = Groupe d’interception renommé
did-pickup-group-members = Membres d’un groupe d’interception fixés
did-release-publish = Modifications publiées
did-site-create = Site créé
did-site-delete = Site supprimé
did-site-change = Site modifié
did-site-enrol = Jeton d’agent créé
did-user-import-upload = Fichier d’utilisateurs envoyé
did-user-import-start = Import d’utilisateurs lancé
did-user-import-cancel = Import d’utilisateurs annulé
did-user-import-end = Import d’utilisateurs terminé
did-user-create = Utilisateur créé
did-user-delete = Utilisateur supprimé
did-user-change = Utilisateur modifié
did-user-groups = Groupes d’un utilisateur fixés
did-invitation-create = Quelqu’un a été invité
did-invitation-delete = Invitation retirée
did-invitation-renew = Invitation renvoyée
did-invitation-accept = Invitation acceptée
did-invitation-look-up = Invitation consultée
did-node-create = Fournisseur ou revendeur créé
did-node-change = Fournisseur ou revendeur modifié
did-node-move = Déplacé dans l’arborescence
did-limit-change = Limite modifiée
did-setting-change = Paramètre modifié
did-role-create = Rôle créé
did-role-delete = Rôle supprimé
did-role-change = Rôle modifié
did-person-act = A commencé à agir comme une autre personne
did-person-act-end = A cessé d’agir comme une autre personne
did-person-grant = Rôle attribué
did-person-revoke = Rôle retiré
did-person-change = Profil modifié
did-person-change-password = Mot de passe changé
did-person-password-again = Mot de passe redemandé
did-person-forgot-password = Mot de passe oublié
did-person-reset-password = Mot de passe remplacé par un lien
did-person-recovery-codes = Nouveaux codes de secours créés
did-person-second-factor-setup = Second facteur préparé
did-person-second-factor = Second facteur activé
did-person-second-factor-removal = Second facteur désactivé
did-redirect-service-create = Service de redirection ajouté
did-redirect-service-look-up = Demande d’un service de redirection
did-session-start = Connexion
did-session-end = Déconnexion
did-session-revoke = Session terminée
did-session-second-factor = Second facteur saisi
did-token-create = Jeton d’API créé
did-token-delete = Jeton d’API révoqué

## Steps and values

wizard-next = Suivant
wizard-back = Précédent
wizard-step = Étape { $step } sur { $total }
confirm-type = Saisissez { $name } pour confirmer.
confirm-name = Nom
effective-here = défini ici
effective-from = de { $level }
effective-level = Vient de
effective-by = Défini par
effective-since = Depuis
effective-without = Sans elle
effective-back = Revenir à la valeur héritée
effective-locked = verrouillé par { $level }
chip-remove = Retirer { $name }
multi-search = Rechercher dans la liste
toast-undo = Annuler
empty-guide = Lire dans le guide
progress-done = Terminé

## Settings, limits, the life of a customer

nav-settings = Réglages
effective-locks = verrouillé pour tout ce qui est en dessous
settings-help = Chaque valeur vaut pour tout ce qui est en dessous, tant que personne n’y en définit une autre. Le cordon à côté dit d’où elle vient.
settings-standard = les réglages standard
settings-place = Langue et lieu
settings-place-help = Un changement de pays, de fuseau horaire ou de tonalités arrive aux téléphones quand vous publiez.
settings-look = Apparence
settings-look-help = Sur la page de connexion et dans les e-mails. Une couleur est éclaircie ou assombrie jusqu’à ce que le texte se lise bien.
settings-mail = E-mails et adresse propre
settings-mail-help = De qui viennent les e-mails, et à quelle adresse on atteint cette console.
settings-entrance = Connexion
settings-entrance-help = Effet immédiat, pour tous ceux dont le rôle vient d’ici ou d’en dessous.
setting-change = Modifier
setting-change-named = Modifier : { $name }
setting-saved = Enregistré, avec effet immédiat.
setting-given-back = { $name } : la valeur héritée est de nouveau en vigueur.
setting-lock = Verrouiller pour tout ce qui est en dessous
setting-lock-help = Personne en dessous ne peut définir une autre valeur avant que vous ne déverrouilliez. Ce qui y est défini est conservé, sans effet.
setting-locked = Verrouillé
setting-open = Non verrouillé
setting-locale = Langue
setting-locale-help = Des e-mails, et des personnes qui n’en ont pas choisi.
setting-country-help = Détermine les tonalités et les numéros d’urgence.
setting-time-zone-help = Des horloges des téléphones.
setting-area-code = Indicatif régional
setting-area-code-help = Comme on le compose dans le pays, par exemple 044.
setting-number-format = Format des numéros
setting-number-format-help = Comment les numéros s’affichent.
setting-national = National
setting-national-means = 044 555 01 00
setting-international = International
setting-international-means = +41 44 555 01 00
setting-tones = Tonalités
setting-tones-help = Le pays dont les téléphones jouent les tonalités d’invitation, de retour et d’occupation. Sans indication, celui du site.
setting-brand-name = Nom
setting-brand-name-help = Figure sur la page de connexion et dans les e-mails.
setting-brand-logo = Logo
setting-brand-logo-help = PNG, ou SVG fait uniquement de formes ; jusqu’à 64 Ko.
setting-logo-set = Une image
setting-brand-colour = Couleur
setting-brand-colour-help = Par exemple #1a7f37 ou oklch(0.5 0.1 150).
setting-colour-pick = Choisir une couleur
setting-preview = Ce que l’on voit à la connexion
setting-mail-name = Nom de l’expéditeur
setting-mail-name-help = De qui viennent les invitations et les autres e-mails.
setting-mail-address = Adresse de l’expéditeur
setting-mail-address-help = Votre messagerie doit autoriser ce serveur à envoyer pour elle, sinon les e-mails finissent dans les indésirables.
setting-host-name = Nom d’hôte propre
setting-host-name-help = Par exemple telephones.example.net. Il doit mener à ce serveur, avec un certificat, avant qu’on l’utilise.
setting-networks = Réseaux
setting-networks-help = On ne peut se connecter que depuis ces réseaux, par exemple 192.0.2.0/24. Vide : de partout. Le vôtre doit y figurer.
setting-any-network = Tous les réseaux
setting-second-factor = Second facteur
setting-second-factor-help = Si chacun en a besoin.
setting-factor-all = Exigé
setting-factor-all-means = Chacun en configure un à la prochaine connexion et ne peut continuer sans.
setting-factor-own = Au choix de chacun
setting-factor-own-means = Qui en veut un le configure dans son profil.
setting-idle = Durée d’inactivité
setting-idle-help = Minutes après lesquelles un navigateur inutilisé est déconnecté, de 5 à 43 200.
setting-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
nav-usage = Utilisation
nav-limits = Limites
usage-help = Ce que vous avez, ce que vous pouvez avoir, et que faire quand cela devient juste.
limits-help = Une limite définie ici vaut pour chaque client en dessous, sauf si une autre est définie plus bas. Ce qui existe déjà reste, même au-dessus de la limite.
limits-emergency = Aucune limite n’empêche jamais un appel d’urgence.
limits-title = Limites
licences-title = Licences
licences-help = Ce qui a été acheté. Là où des licences de PBX sont comptées, elles déterminent le nombre d’utilisateurs.
limit-column = Quoi
usage-column = Utilisé
limit-value = Limite
limit-value-help = Un nombre entier. 0 : aucun.
limit-origin = Défini par
limit-nobody = Personne
limit-not-here = Non défini ici
limit-handsets = Combinés DECT
limit-users-help = Chacun avec une ligne et un numéro interne.
limit-devices-help = Téléphones et systèmes DECT, sans les combinés.
limit-handsets-help = Sur tous les systèmes DECT réunis.
limit-calls = Appels simultanés
limit-calls-help = Utilisé : le maximum des dernières 24 heures. Les appels d’urgence ne comptent jamais.
limit-storage = Stockage
limit-storage-help = Les exports et tout ce qui est gardé comme fichier.
limit-t440 = PBX T440
limit-t440-help = Chacune apporte 40 utilisateurs.
limit-t640 = PBX T640
limit-t640-help = Chacune apporte 80 utilisateurs.
limit-multicell = Extension multicellule
limit-multicell-help = De monocellule à multicellule, une par appareil.
limit-manager-small = Gestionnaire DECT, mono- ou mini-multicellule
limit-manager-small-help = Chacune permet à un gestionnaire de rejoindre un intégrateur.
limit-manager-multi = Gestionnaire DECT, multicellule
limit-manager-multi-help = Chacune permet à un gestionnaire d’un système multicellule de le rejoindre.
limit-messaging = Combinés avec messagerie
limit-messaging-help = Reçoivent les messages d’un serveur d’alarme.
limit-location = Combinés avec localisation
limit-location-help = Leur position est visible ; chacune comprend la messagerie.
amount-gigabytes = { $count } Go
amount-kilobytes = { $count } ko
amount-megabytes = { $count } Mo
unit-gigabytes = Go
usage-of = { $used } sur { $limit }
usage-entitled = { $limit } (non compté ici)
usage-no-limit = Sans limite
usage-ok = Il en reste assez
usage-near = Presque atteinte
usage-reached = Atteinte
usage-raise = Relevez la limite, ou supprimez ce qui ne sert pas.
usage-ask = Supprimez ce qui ne sert pas, ou demandez à votre fournisseur de la relever.
nav-organisation = Organisation
nav-manage = Gérer le client
organisation-help = Un revendeur a ses propres clients et personnes, et hérite de vos réglages et limites.
providers-title = Fournisseurs
provider-new = Nouveau fournisseur
providers-empty = Aucun fournisseur
resellers-title = Revendeurs
reseller-new = Nouveau revendeur
resellers-empty = Aucun revendeur
resellers-empty-text = Qui revend à ses propres clients trouve sa place ici.
node-new-help = Invitez ensuite ses personnes, sur sa page « Personnes ».
node-create = Créer
node-place = Nom et place
node-below = Appartient à
node-rename = Renommer
node-move = Déplacer
node-moved = { $name } a sa nouvelle place.
node-move-help = Allez à l’endroit voulu, puis appuyez sur « Déplacer ici ».
node-move-to = Déplacer vers
node-move-into = Aller à { $name }
node-move-here = Déplacer ici
node-move-lost = Qui y avait accès depuis l’ancienne place ne l’a plus ; réglages et limites viennent de la nouvelle.
node-move-kept = Tout ce qu’il contient, ses personnes et leurs rôles, ses téléphones et ses appels.
node-move-wrong = Choisissez un fournisseur ou revendeur qui n’en fait pas partie.
node-move-nowhere = D’ici, il ne peut être déplacé nulle part.
erasures-title = Clients effacés
erasures-help = Ce qui a été effacé après une clôture, et quand. Gardez l’empreinte avec vos documents : elle vaut pour le client, les dates et les nombres.
erasures-none = Aucun client n’a été effacé.
erasure-done = Complet
erasure-runs = En cours
erasure-by = Clôturé par
erasure-began = Secrets détruits
erasure-ended = Dernière ligne effacée
erasure-rows = Lignes effacées
erasure-digest = SHA-256
erasure-tables = { $count } lignes, par table
standing-title = État
standing-active = Actif
standing-suspended = Suspendu
standing-closed = Clôturé
standing-by = Décidé par
standing-phones = Téléphones
standing-phones-off = Refusés
standing-reason = Motif
standing-erased = Sera effacé
suspend = Suspendre
suspend-change = Modifier la suspension
suspend-lost = Les personnes du client peuvent aussitôt tout consulter, mais rien modifier.
suspend-kept = Tout est conservé, et vous pouvez revenir en arrière à tout moment.
suspend-calls = Ce que peuvent les téléphones
suspend-emergency = Les appels d’urgence fonctionnent toujours.
suspend-reason-help = Les personnes du client le lisent.
calls-work = Les téléphones continuent
calls-work-means = Tous les appels, entrants et sortants.
calls-internal = Appels internes et d’urgence seulement
calls-internal-means = Rien d’autre ne sort ni n’entre, aussitôt.
resume = Lever la suspension
resume-kept = Téléphones et personnes peuvent aussitôt tout ce qu’ils pouvaient avant.
exports-title = Exports
exports-help = Une archive de tout ce qui est conservé du client, un objet JSON par ligne. Sans les secrets.
exports-none = Aucun export.
export-make = Créer un export
export-waiting = En attente
export-running = En cours d’écriture
export-failed = Échec. Veuillez en créer un autre.
export-fetch = Télécharger
export-content = { $rows } lignes, { $size }
close-section = Clôturer ce client
close = Clôturer le client
close-title = Clôturer { $name } ?
close-first = Créez d’abord un export et attendez qu’il soit terminé.
close-ready = Il y a un export. Téléchargez-le avant de clôturer.
close-step-export = Un export est créé et conservé par vous.
close-step-close = Le client est clôturé : téléphones et personnes sont refusés aussitôt.
close-step-erase = Le délai passé, tout est effacé. Un certificat l’atteste.
close-lost-phones = Téléphones et agents sont refusés aussitôt. Veillez à ce que les appels d’urgence restent possibles autrement.
close-lost-people = Les personnes du client ne modifient plus rien.
close-lost-all = Le délai passé, tout est effacé pour de bon, y compris les exports ici.
close-kept-grace = D’ici là vous pouvez le rouvrir, et tout est comme avant.
close-kept-export = L’export que vous avez téléchargé.
close-kept-audit = Le journal d’audit, aussi longtemps que le prévoit sa conservation.
close-until = Clôturé. Il peut être rouvert jusqu’au { $time } ; ensuite tout est effacé.
reopen = Rouvrir
reopen-lost = Un premier contact autorisé auparavant ne l’est plus.
reopen-kept = Téléphones et agents sont servis comme avant.
nav-dashboard = Tableau de bord
dashboard-nothing = Rien. Chaque agent est connecté et chaque site est prêt pour les appels d’urgence.
dashboard-suspended = { $count } suspendus
dashboard-closed = { $count } clôturés
dashboard-limits = Ce que peuvent avoir les clients
concern-away =
    { $count ->
        [one] Un agent n’est pas connecté : aucun appel sur son site
       *[other] { $count } agents ne sont pas connectés : aucun appel sur leurs sites
    }
concern-failed =
    { $count ->
        [one] Une configuration a échoué
       *[other] { $count } configurations ont échoué
    }
concern-no-agent =
    { $count ->
        [one] Un site n’a pas encore d’agent
       *[other] { $count } sites n’ont pas encore d’agent
    }
concern-emergency =
    { $count ->
        [one] Il manque à un site ce dont les secours ont besoin : son adresse ou son numéro
       *[other] Il manque à { $count } sites ce dont les secours ont besoin : leur adresse ou leur numéro
    }
concern-closed = Clôturé, effacé le { $time }
concern-open = Ouvrir le client
concern-sites = Ouvrir les sites
warning-suspended = Suspendu
address-street = Rue
address-number = Numéro
address-postcode = Code postal
address-city = Localité
address-note = Étage, porte, accès
address-note-help = Tout ce qui aide à trouver les personnes rapidement.
emergency-title = Appels d’urgence
emergency-address = Adresse
emergency-caller = Numéro vu par les secours
emergency-caller-help = Avec + et l’indicatif du pays. Les secours y rappellent : il doit sonner sur ce site.
emergency-help = Où les secours sont envoyés quand quelqu’un d’ici appelle à l’aide, et le numéro qu’ils voient.
emergency-missing = Il manque quelque chose : en cas d’urgence, les secours pourraient ne pas trouver ce site ou ne pas pouvoir rappeler.
emergency-change = Saisir
emergency-lamp = Données d’urgence manquantes
emergency-ready = Prêt
today-closed = Ce client est clôturé
today-erased = Tout sera effacé le { $time }.
today-suspended = Ce client est suspendu : ses propres personnes ne peuvent rien modifier
today-emergency = { $name } : l’adresse ou le numéro d’urgence manque
today-emergency-why = Sans cela, les secours pourraient ne pas trouver le site ou ne pas pouvoir rappeler.
today-limit-reached = Limite atteinte : { $name }
today-limit-near = Limite presque atteinte : { $name }
today-enter = Saisir
today-open-usage = Ouvrir l’utilisation
overview-usage = Ce que vous avez et pouvez avoir

## Mails

mail-contested-subject = { $customer } : deux adresses ont demandé le premier contact de l’appareil { $device }
mail-contested-text =
    Le premier contact de l’appareil { $device } ({ $customer }) a été arrêté : deux adresses différentes ont demandé
    à un service de redirection où l’appareil doit s’adresser. L’une d’elles n’est pas celle de votre appareil.

    Aucune des deux n’a reçu de données encore valables. Veuillez vérifier quel appareil porte cette adresse MAC, puis
    autoriser à nouveau son premier contact :

    { $url }

## Errors (openapi/api, ErrorCode)

error-malformed_json = La requête n’a pas pu être lue. Veuillez réessayer.
error-malformed_parameter = L’adresse de cette requête est incorrecte.
error-signed_out = Votre session est fermée. Veuillez vous connecter.
error-wrong_credentials = Cette adresse e-mail et ce mot de passe ne correspondent pas.
error-wrong_signature = La signature de cette requête n’est pas valable.
error-forbidden = Vous n’êtes pas autorisé à faire cela.
error-cross_site = Cette requête provient d’un autre site web et a été refusée.
error-not_found = Cet élément n’existe pas ici, ou vous n’y avez pas accès.
error-method_not_allowed = Cette action n’est pas possible ici.
error-second_factor_due = Saisissez d’abord le code de votre application d’authentification.
error-wrong_code = Ce code n’est pas correct ou n’est plus valable. Essayez le suivant.
error-wrong_password = Ce n’est pas votre mot de passe actuel.
error-password_too_weak = Ce mot de passe est facile à deviner. Prenez au moins dix caractères, par exemple quatre mots sans rapport entre eux.
error-password_breached = Ce mot de passe figure sur une liste de mots de passe volés. Choisissez-en un autre.
error-new_password_due = Choisissez d’abord un nouveau mot de passe.
error-beyond_own_rights = Vous ne pouvez pas donner plus de droits que vous n’en avez ici.
error-not_while_acting = Seule la personne elle-même peut le faire.
error-link_over = Ce lien n’est plus valable. Demandez-en un nouveau.
error-in_use = Cet élément est encore utilisé.
error-predefined = Ceci existe toujours et reste tel quel.
error-last_administrator = Il doit rester quelqu’un qui administre ceci. Donnez d’abord ce rôle à une autre personne.
error-login_taken = Cet identifiant est déjà utilisé chez ce client.
error-name_taken = Ce nom est déjà utilisé ici.
error-number_taken = Ce numéro est déjà utilisé ici.
error-conflict = Quelqu’un d’autre a modifié cet élément entre-temps. Votre saisie n’a pas été enregistrée.
error-idempotency_mismatch = Cette demande a déjà été envoyée avec d’autres valeurs. Veuillez recharger la page et réessayer.
error-version_mismatch = Quelqu’un d’autre a modifié cet élément depuis que vous l’avez ouvert. Votre saisie n’a pas été enregistrée.
error-body_too_large = L’envoi dépasse la taille autorisée.
error-unsupported_media_type = Ce type de contenu n’est pas accepté ici.
error-invalid = Veuillez vérifier les champs signalés. Rien n’a été enregistré.
error-unknown_field = La requête contient un champ qui n’existe pas.
error-mac_taken = Cette adresse MAC est déjà utilisée.
error-extension_taken = Ce numéro interne est déjà utilisé chez ce client.
error-email_taken = Cette adresse e-mail est déjà utilisée.
error-unknown_model = Ce modèle ne figure pas dans le catalogue.
error-not_of_this_model = Ce modèle n’a pas ce paramètre.
error-unknown_reference = L’élément indiqué n’existe pas chez ce client.
error-parent_module_off = Activez d’abord le module supérieur.
error-module_needed = La connexion et la déconnexion doivent rester actives, sinon personne ne peut entrer ni sortir.
error-column_count = Une ligne comporte quinze colonnes.
error-twice_in_file = Une ligne précédente du fichier contient la même valeur.
error-wrong_encoding = Le fichier n’est pas écrit dans l’encodage choisi. Veuillez en choisir un autre.
error-bad_rows = Certaines lignes ne peuvent pas être importées. Corrigez-les ou importez uniquement les lignes valables.
error-mac_needed = Saisissez d’abord l’adresse MAC : elle permet au service de redirection de reconnaître l’appareil.
error-registrar_unknown = L’adresse du serveur d’enregistrement de ce site n’est pas encore connue. Connectez l’agent du site, ou définissez l’adresse manuellement.
error-nothing_to_publish = Il n’y a rien à publier.
error-version_needed = La requête doit indiquer la version qu’elle modifie.
error-rate_limited = Trop de requêtes. Veuillez patienter un instant, puis réessayer.
error-internal = Une erreur s’est produite de notre côté. Rien n’est perdu ; veuillez réessayer.
error-unavailable = Une partie du système ne répond pas pour le moment. Veuillez réessayer dans un instant.
error-second_factor_setup_due = Veuillez d’abord configurer un second facteur.
error-outside_networks = Vous ne pouvez pas travailler ici depuis ce réseau.
error-customer_suspended = Ce client est suspendu. Vous pouvez tout consulter, mais rien modifier.
error-customer_closed = Ce client est clôturé. Plus rien ne peut être modifié.
error-setting_locked = Ce réglage est verrouillé par le fournisseur du niveau supérieur.
error-wrong_state = L’état du client ne le permet pas.
error-export_needed = Veuillez d’abord créer un export et attendre qu’il soit terminé.
error-host_taken = Ce nom d’hôte est déjà utilisé.
error-limit_reached = La limite est atteinte. Votre fournisseur peut l’augmenter.
error-wrong_place = Impossible de déplacer ou de créer cet élément à cet endroit.
error-not_settable_here = Ce réglage ne peut pas être défini à ce niveau.
error-locks_oneself_out = Vous vous excluriez vous-même : votre adresse ne fait pas partie de ces réseaux.
error-name_differs = Ce n’est pas le nom du client.

## Refused values (openapi/types, Invalid)

invalid-empty = Veuillez remplir ce champ.
invalid-too_long = Cette valeur est trop longue.
invalid-too_short = Cette valeur est trop courte.
invalid-character = Cette valeur contient des caractères qui ne sont pas autorisés ici.
invalid-mac = Une adresse MAC comporte 12 chiffres hexadécimaux, par exemple 00:04:13:45:C9:BF.
invalid-access_key = Une clé d’accès comporte 48 chiffres hexadécimaux.
invalid-extension = Un numéro interne comporte 2 à 10 chiffres.
invalid-email = Ce n’est pas une adresse e-mail.
invalid-device_password = Un mot de passe d’appareil comporte 4 à 9 chiffres.
invalid-locale = Cette langue n’est pas disponible.
invalid-timestamp = Cette date ou cette heure n’est pas valable.
invalid-host = Ce n’est ni un nom d’hôte ni une adresse IP.
invalid-ipui = Un IPUI comporte 10 à 13 chiffres hexadécimaux.
invalid-login = Un identifiant comporte 2 à 50 lettres minuscules et chiffres.
invalid-pin = Un code PIN comporte 3 à 10 chiffres.
invalid-phone_number = Ce n’est pas un numéro qui peut être composé.
invalid-yes_no = Veuillez écrire oui ou non.
invalid-choice = Veuillez choisir l’une des valeurs proposées.
invalid-number = Veuillez saisir un numéro de téléphone avec + et l’indicatif du pays, par exemple +41445550100.
invalid-colour = Veuillez saisir une couleur, par exemple #1a7f37.
invalid-picture = Veuillez choisir un PNG, ou un SVG composé uniquement de formes.
invalid-network = Veuillez saisir des réseaux, par exemple 192.0.2.0/24.
invalid-range = Ce nombre est hors de la plage autorisée.

## Signing in, continued

mail-invitation-subject = { $by } vous invite à { $node } sur Cordboard
mail-invitation-text = Bonjour { $name },

    { $by } vous invite à travailler avec { $node } sur Cordboard. Ouvrez ce lien pour choisir un mot de passe. Il fonctionne une fois et pendant une semaine :

    { $url }

    Si vous n’attendiez pas cette invitation, vous n’avez rien à faire.
mail-reset-subject = Un nouveau mot de passe pour Cordboard
mail-reset-text = Bonjour { $name },

    quelqu’un, probablement vous, a demandé un nouveau mot de passe. Ouvrez ce lien pour en choisir un. Il fonctionne une fois et pendant une heure :

    { $url }

    Si ce n’était pas vous, vous n’avez rien à faire : votre mot de passe reste inchangé.
