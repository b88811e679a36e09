# English. `error-<code>` and `invalid-<code>` are looked up by code, every other id is a variant of Key.

app-name = Cordboard

## Frame

skip-to-content = Skip to content
nav-where = Where you are
nav-main = Customer
nav-customers = Customers
nav-overview = Overview
nav-users = Users
nav-devices = Devices
nav-registrations = Registrations
nav-journal = Journal
nav-sites = Sites
person-menu = Account: { $name }
theme-label = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
sign-out = Sign out
live-on = Live
live-on-why = This page shows changes as they happen.
live-off = Not live
live-off-why = The connection to the server is interrupted. It is being tried again.
loading = Loading
nowhere-title = There is no such page
nowhere-text = The address is not right, or what it led to is gone.
nowhere-back = Go to the overview
not-set = Not set

## Failures

failure-offline = The server does not answer. Nothing is lost; please try again.
failure-unreadable = The server gave an answer that this page does not understand. Please reload it.
failure-reference = Code { $reference }
failure-again = Try again
failure-reload = Reload

## Forms

form-check = Please check the marked fields. Nothing was saved.
form-save = Save
form-cancel = Cancel
field-optional = (optional)
field-choose = Please choose
field-country = Country
dialog-close = Close
saved-draft = Saved. Devices get it when you publish.
copy-done = Copied
copy-failed = This browser does not allow copying. Please select the text and copy it by hand.
copy-value = Copy { $value }
table-more = Show more

## Signing in

sign-in-title = Sign in
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-claim = Every line, every phone, one board.

## Lamps and states

lamp-since = since { $time }
lamp-until = until { $time }
lamp-last-seen = last seen { $time }
light-trouble = In trouble
light-attention = Needs attention
light-under-way = Under way
status-draft = Draft
status-pending = Pending
status-delivered = Delivered
status-confirmed = Confirmed
status-failed = Failed
status-draft-means = There are changes that are not published yet. The device knows nothing of them.
status-pending-means = Published. The device fetches it at its next contact: when it restarts, is resynchronised, or comes for the first time.
status-delivered-means = The device has fetched this release. A registration with its credentials will confirm that it runs it.
status-confirmed-means = The device has fetched this release and registered with its credentials.
status-failed-means = The device has reported a failure, or its fetch is overdue.
steps-label = Way of the configuration
step-saved = Saved
step-published = Published
registration-none = Not registered
registration-one = Registered
registration-many = Registered { $count } times

## Columns

column-customer = Customer
column-provider = Provider
column-status = Status
column-sites = Sites
column-lines = Lines
column-devices = Devices
column-registered = Registered
column-registration = Registration
column-user = User
column-site = Site
column-device = Device
column-line = Line
column-mac = MAC address
column-provisioning-mac = Provisioning MAC
column-last-access = Last access
column-configuration = Configuration
column-agent = Agent
column-address = IP address
column-user-agent = User-Agent
column-contact = Contact
column-expires = Expires
column-time = Time
column-from = From
column-to = To
column-result = Result
column-duration = Duration

## Customers

customers-title = Customers
customers-empty = No customers yet
customers-empty-text = A customer has sites, users with their lines, and the devices on them.
customer-new = New customer
customer-name = Name
customer-country-help = Decides on tones, emergency numbers and the time zone.
customer-site = First site
customer-site-help = Where the phones stand, for example “Main office”. More sites can follow.
customer-create = Create customer
customer-no-devices = No devices
customer-all-confirmed = All confirmed
customer-some-confirmed = { $confirmed } of { $devices } confirmed

## Overview

today-title = What needs you today
today-nothing = Nothing. Every agent is connected and every device runs what was published.
today-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
today-agent-away = { $name }: the agent is not connected
today-failed = { $name }: the configuration failed
today-no-agent = { $name }: no agent yet
today-no-agent-why = Without an agent no calls can be placed at this site.
today-not-registered = { $name } has its configuration but is not registered
today-not-registered-why = Calls in and out do not work on it until it registers.
today-drafts =
    { $count ->
        [one] One change is not published
       *[other] { $count } changes are not published
    }
today-drafts-why = Devices and agents know nothing of a change until it is published.
today-armed = { $name } may make its first contact
today-pending = { $name } has not fetched its new configuration
today-pending-why = It does so at its next contact.
today-review = Look through
today-connect = Connect an agent
today-open-site = Open site
today-open-device = Open device
count-confirmed = { $count } confirmed

## Publishing

publish-title = Waiting to be published
publish-waiting =
    { $count ->
        [one] One change is not published
       *[other] { $count } changes are not published
    }
publish-review = Review
publish-now = Publish
publish-help = Publishing makes a release for each device and site it touches. No device is contacted; each fetches its release at its next contact.
publish-done = Published
publish-done-help = What happened to each target.
published-new = New release
published-same = No difference
published-failed = Not published
change-created = New
change-changed = Changed
change-deleted = Deleted
resource-device = Device
resource-handset = Handset
resource-user = User
resource-user-import = Users from a file
resource-site = Site
resource-setting = Setting

## Users

users-empty = No users yet
users-empty-text = A user has a line with an extension. Phones are added to it afterwards.
user-new = New user
user-name = Name
user-name-help = Also shown to the people called.
user-extension = Extension
user-extension-help = 2 to 10 digits.
user-extension-is = Extension { $extension }
user-create = Create user
user-phones = Phones
user-no-phones = No phone on this line yet
user-no-phones-text = Add a device to place and take calls. Several can share the line and ring together.
user-cord-meaning = A solid cord: the device is registered. A dotted one: it is not.
user-settings = Settings
user-delete = Delete user
user-delete-title = Delete { $name }?
user-delete-lost = The user, the line and its extension. The line's SIP credentials end at once.
user-delete-calls = Nobody can reach this extension any more.
user-delete-kept = Calls that were made stay in the journal.
users-import = Import users
users-delete = Delete users
user-open = Open user
user-more = More about the user
user-tabs = Parts of the user
user-tab-line = Line
user-tab-groups = Groups
user-tab-permissions = Permissions
user-section-person = Person
user-section-login = Number and sign-in at the phone
user-section-calls = Calls
user-first-name = First name
user-last-name = Last name
user-email = E-mail
user-email-help = Voice messages and faxes go there, and so does an invitation.
user-language = Language
user-language-help = Of the phone and of announcements.
user-person = Person who signs in
user-person-help = Somebody with a sign-in of their own, who sees this line as theirs.
user-person-linked = Linked to a person
user-person-no-email = Nobody yet. Enter an e-mail address in the settings to invite somebody.
user-person-nobody = Nobody yet. An invitation would go to { $email }.
user-person-invited = Invited: { $email }
user-person-until = The invitation ends on { $time }.
user-person-over = The invitation has expired. Send it again on the page “People”.
user-invite = Invite to sign in
user-login = Login id
user-login-help = Lower-case letters and digits, 2 to 50.
user-login-made = Left empty, it is made of the name.
user-pin = PIN
user-pin-help = 3 to 10 digits, to log in at a phone. The present one is shown to nobody; left empty, it stays.
user-pin-made = 3 to 10 digits, to log in at a phone. Left empty, one is made that nobody knows.
user-voicemail = Voicemail boxes
user-voicemail-help = Extensions whose messages the user hears. Left empty, the user's own.
user-clip-internal = Internal CLIP
user-clip-external = External CLIP
user-clip-help = Numbers the user may choose to be seen with. Each can be dialled.
user-hidden = Hide in the internal directory
user-hidden-help = Others do not find this user there.
user-to-operator = To the operator
user-to-operator-help = Calls nobody answers go to the operator instead of ending.
user-operator = Operator's number
user-delete-devices =
    { $count ->
        [one] One device is on this line. Delete it or give it another line first.
       *[other] { $count } devices are on this line. Delete them or give them another line first.
    }
user-memberships = Memberships
user-groups = Permission groups
user-groups-help = What the user may do follows from them.
user-groups-always = Always in
user-groups-always-help = Nobody can leave these; hiding a user in the directory moves it from one to the other.
user-pickup-groups = Pickup groups
user-pickup-groups-help = Members may answer each other's calls.
user-pickup-none = There is no pickup group yet.
user-hunt-groups = Hunt groups
user-hunt-help = Numbers that ring at several. Who is in one, and in which order they ring, is set at the hunt group.
user-hunt-none = In no hunt group.
saved-nothing = Nothing was changed.
yes = Yes
no = No
credentials-title = SIP credentials
credentials-help = Each device on the line has credentials of its own, so that one that leaks can be replaced. The passwords are shown to nobody.
credentials-rotate = New SIP password
credentials-rotated = New SIP passwords are in force. Phones fetch them at their next contact.
credential-of = For
credential-of-line = The line itself
credential-of-device = A device
credential-user = User name
credential-version = Version
credential-changed = Changed
rotate-old-refused = The old passwords of this line are refused at once.
rotate-offline = Phones cannot register until they have fetched the new password. Restart them to make them fetch it now.
rotate-phones-fetch = Phones fetch the new password at their next contact, by themselves.
rotate-no-publish = Nothing has to be published, and no other setting changes.

## Rights of users

rights-help = Everything the user may do, added up from all groups. To change it, change the groups.
rights-phone = At the telephone
rights-phone-none = Nothing beyond calling and being called.
rights-pages = On the web
rights-pages-none = No pages are shown.
right-may = Right
right-on = On the members of
right-because = Because of the group
right-pages = Sees
right-pages-count =
    { $count ->
        [one] one module
       *[other] { $count } modules
    }
group-admins = Admins
group-all-hosts = All hosts
group-all-invisible-users = All invisible users
group-all-users = All users
group-all-visible-users = All visible users
group-all-queues = All queues
gui-group-admin = New admin GUI
gui-group-user = New user GUI
feature-call-waiting = Call waiting
feature-call-recording = Call recording
feature-redirect-call = Redirect call
feature-override-redirect = Override call redirect
feature-manage-automatic-recordings = Manage automatic recordings
feature-busy-lamp-field = BLF
feature-caller-display = Caller display (CLIP)
feature-anonymous = Anonymous (CLIR)
feature-do-not-disturb = Do not disturb
feature-call-pickup = Call pickup
feature-manage-own-recordings = Manage own recordings
feature-monitor-own-queue = Monitor own queue
feature-manage-own-queue-recordings = Manage own queue recordings
feature-fax-server = Fax server
feature-show-gui = Show GUI
feature-edit-global-contacts = Edit global contacts
feature-group-pickup = Group pickup
feature-hot-desking = Hot desking
feature-impersonate = Impersonate
feature-ringtone-configuration = Ringtone configuration
feature-manage-manual-recordings = Manage manual user recordings
feature-internal-contacts = Include in internal contacts
feature-night-mode = Allow night mode
feature-push-messages = Receive push messages
feature-intercom = Allow intercom
feature-night-mode-status = Night mode status
feature-reminder = Allow reminder
feature-voicemail-configuration = Voicemail configuration
feature-queue-login = Queue log-in and log-out
feature-redirect-queues = Redirect queues
feature-monitor-queue = Monitor queue

## Users from a file

import-step-file = File
import-step-format = Format
import-step-preview = Preview
import-step-users = Users
import-help = Many users at once, from a spreadsheet saved as CSV. You see what would come of it before anything is written.
import-file = CSV file
import-file-help = At most 8 MB and 50,000 rows.
import-columns = The fifteen columns
import-columns-help = In this order. Only login id, extension and PIN must be filled in. Several values have a comma between them, and switches are yes or no.
import-template = Empty file with these columns
import-check = Show preview
import-reading = The file is being read.
import-guessed = This is what the file looks like. If letters are wrong or everything stands in one cell, choose something else.
import-sample = The first lines
import-encoding = Encoding
import-utf8 = UTF-8
import-utf8-means = What most programs write today.
import-iso = ISO
import-iso-means = ISO 8859-15, from older programs.
import-separator = Separator
import-comma = Comma
import-comma-means = susi,14,Susan
import-semicolon = Semicolon
import-semicolon-means = susi;14;Susan
import-tab = Tab
import-tab-means = Wide gaps between the values.
import-header = The first line names the columns
import-header-help = It is skipped. Switched off, it is imported as a user.
import-pins = Make PINs that are missing
import-pins-help = Nobody knows them; set a new one for who needs it. A file that was exported has none.
import-site-help = All users of the file come to this site.
import-good =
    { $count ->
        [one] One row can be imported
       *[other] { $count } rows can be imported
    }
import-bad =
    { $count ->
        [one] One row cannot be imported
       *[other] { $count } rows cannot be imported
    }
import-show-bad = Show them
import-none-good = No row can be imported. Below you see why; correct the file and choose it again.
import-mode = If a row cannot be imported
import-all = All or nothing
import-all-means = Then no user is created at all.
import-all-closed = Only once every row of the file can be imported.
import-good-rows = Only the good rows
import-good-rows-means = It is left out, and the others become users.
import-missing = Groups the file names that do not exist yet
import-pickup = Pickup group
import-hunt = Hunt group
import-create-groups = Create these groups
import-create-groups-help = Otherwise the users are imported without them.
import-no-groups = You may not create groups here: the users are imported without them.
import-no-password = An import sets no web password. Whoever is to sign in on the web is invited and chooses one.
import-invite = Invite users with an e-mail address
import-invite-help = The invitations are queued and sent a few at a time once the import is done.
import-start =
    { $count ->
        [one] Import one user
       *[other] Import { $count } users
    }
import-another = Choose another file
import-running = Users are being created
import-goes-on = You may leave this page; the import goes on.
import-cancel-keeps = Cancelled, users created so far stay.
import-cancel-takes-back = Cancelled, users created so far are removed again.
import-stopping = The import stops after the rows at hand.
import-undoing = The users created so far are being removed; { $count } are left.
import-ended = Result
import-done =
    { $count ->
        [one] One user was created
       *[other] { $count } users were created
    }
import-stopped =
    { $count ->
        [one] Cancelled after one user, who stays
       *[other] Cancelled after { $count } users, who stay
    }
import-cancelled = Cancelled. No user was created.
import-failed = Not every row could be imported, so no user was created.
import-rejected =
    { $count ->
        [one] One row was not imported.
       *[other] { $count } rows were not imported.
    }
import-invitations = Invitations: { $sent } sent, { $waiting } waiting.
import-to-users = To the users
import-more = Import another file
import-rows = Rows of the file
import-only-bad = Cannot be imported
import-empty = The file has no rows
import-empty-text = Perhaps its only line was taken for the names of the columns.
import-line = Line
import-problems = What is wrong
import-row-bad = Cannot be imported
import-row-ready = Good
import-row-done = Imported
import-row-failed = Failed
file-chosen = Chosen: { $name }

## Devices

devices-empty = No devices yet
devices-empty-text = Phones and DECT systems come here. Choose a model, say whose line it is, and let the device fetch its configuration.
device-new = Add device
device-model = Model
device-model-help = It stands on the type plate of the device.
device-line-help = The user whose calls it takes.
device-name = Name
device-name-help = Left empty, the model's name.
device-create = Save device
device-handsets =
    { $count ->
        [0] No handsets
        [one] One handset
       *[other] { $count } handsets
    }
device-change = Change
device-delete = Delete
device-delete-title = Delete { $name }?
device-delete-key = Its configuration here. Its access key ends at once, and so does a first contact that is still allowed.
device-delete-credentials = Its SIP credentials: it can no longer place or take calls.
device-delete-password = If its administrator password was left empty, nobody knows it: set one and let the device fetch it first, or you will need a factory reset at the device.
device-delete-stays = The device itself is not erased. It keeps what it has loaded until somebody resets it.
device-delete-line = The line and its other devices keep working. The MAC address can be used again.
device-tabs = Parts of this device
device-tab-state = State
device-tab-files = Files
device-tab-history = History
device-not-registered = The device is not registered, so it cannot place or take calls. It registers once it has loaded its configuration.
device-passwords-title = Access to the device's own settings
device-passwords-help = 4 to 9 digits. Left empty, a long one is made that nobody is shown: that is safer.
device-admin-password = Administrator password
device-user-name = User name
device-user-password = User password
password-keep-help = 4 to 9 digits. Left empty, it stays as it is.
mac-help = On the type plate of the device: 12 digits and letters A to F, in any spelling.
mac-change-help = Another address takes back a first contact that was allowed or has taken place.
handsets-title = Handsets
handset-add = Add handset
handset-remove = Remove handset
handset-remove-named = Remove { $name }
handset-number = Handset { $number }
handset-ipui = IPUI
handset-ipui-help = On the handset's label. Left empty, any handset with the PIN may register.

## Last access, first contact

access-at = Time
access-ip = IP address
access-never = Never
access-never-means = The device has not loaded its configuration yet.
first-contact-title = First contact
provisioning-mac-no = No
provisioning-mac-once = Once
provisioning-mac-done = Done
provisioning-mac-no-means = Nothing is handed out for this MAC address. The device is brought up by hand.
provisioning-mac-once-means = The maker's redirect service may send this device here, one time.
provisioning-mac-until = Allowed until
provisioning-mac-life = Allowed for
provisioning-mac-arm = Allow once
provisioning-mac-again = Allow once more
provisioning-mac-disarm = Take back
minutes-15 = 15 minutes
minutes-60 = 1 hour
minutes-day = 1 day
minutes-week = 7 days
redirect-title = Before you switch the device on
redirect-factory = The device is in factory state.
redirect-no-power = It has no power until this is saved and published.
redirect-dhcp = Its network gives it an address by DHCP.
redirect-internet = The Internet can be reached from there.
redirect-server = This server can be reached from there.
redirect-maker = Your provider has entered the MAC address at the maker's redirect service.
redirect-unsupported = This device cannot be brought up through a redirect service here. Ask your provider, or bring it up by hand with the URL of its access key.

## Access key

key-title = Access key
key-help = The device fetches its configuration from a secret URL of its own. Whoever knows it can read the device's settings.
key-new = New key
key-renewed = The new key is in force. The old one is refused.
key-old-ends = The old URL is refused at once.
key-device-must-learn = The device cannot load anything until it is brought up again, through the redirect service or by hand.
key-assignments-stay = The function keys and every other setting stay as they are.
key-sip-stays = The SIP credentials stay: the device keeps placing and taking calls.
manual-open = Manual configuration
manual-help = A device can be brought up without a redirect service by typing its URL into its own settings. Showing the URL is recorded.
manual-reveal = Show the URL
manual-copy = Copy URL
manual-step-open = Open the settings of the { $model } in a browser, as its administrator.
manual-step-enter = Enter the URL as the address of the provisioning or configuration server.
manual-step-restart = Save, and restart the device. It loads its configuration while it starts.
manual-step-watch = Watch “Last access” on this page: it changes by itself.

## Files and history

files-help = The files of the newest release, as the device gets them. Secrets are masked.
files-empty = No release yet
files-empty-text = Publish the device, and its files are shown here.
release-number = Release { $number }
release-column = Release
release-author = Published by
release-files = Files
release-catalogue = Catalogue
releases-title = Releases
releases-empty = Nothing has been published for this device.
fetches-title = Fetches
fetches-empty = The device has not asked for anything yet.
fetch-file = File
fetch-bytes = Bytes
fetch-sent = Sent
fetch-not-modified = Unchanged
fetch-probe = Not needed
fetch-cut = Cut short
fetch-first-access = First contact

## Registrations and journal

registrations-empty = Nobody is registered
registrations-empty-text = Devices appear here when they register with their site's agent.
journal-empty = No calls yet
journal-empty-text = Calls appear here when they have ended.
call-answered = Answered
call-no-answer = No answer
call-busy = Busy
call-declined = Declined
call-cancelled = Cancelled
call-unreachable = Unreachable
call-failed = Failed

## Sites

site-new = New site
site-name = Name
site-create = Create site
site-about = About this site
site-time-zone = Time zone
site-time-zone-help = For example Europe/Zurich.
site-realm = SIP domain
site-registrar = Registrar address
registrar-reported = As the agent reports it.
registrar-set = Set by hand, over what the agent reports.
registrar-none = Not known yet: the agent reports it when it connects. Phones cannot be published before.
registrar-change = Set address
registrar-help = Phones are told to register here. Set it where the address they reach differs from the one the agent sees.
registrar-host = Host name or IP address
registrar-port = Port
registrar-transport = Transport
registrar-back = Use what the agent reports
agent-title = Agent
agent-empty = No agent yet
agent-empty-text = The agent runs on a box at the site and carries its calls, also while this server is away.
agent-none = No agent
agent-connected = Connected
agent-away = Not connected
agent-connect = Connect an agent
agent-state = State
agent-host = Host
agent-version = Software
agent-last-seen = Last heard of
enrol-help = The agent joins with a token that works once. It is shown only here, only now.
enrol-token = Make a token
enrol-run = Run this on the site's box:
enrol-token-alone = Or type the token alone where the agent asks for it:
enrol-until = The token works until { $time }.
enrol-copy-command = Copy command
enrol-copy-token = Copy token
country-at = Austria
country-be = Belgium
country-ch = Switzerland
country-de = Germany
country-fr = France
country-gb = United Kingdom
country-lu = Luxembourg
country-nl = Netherlands

## Navigation, continued

nav-menu = Menu
nav-back = Back to work
nav-calls = Telephony
nav-administration = Administration
nav-own = My account
nav-node = Provider
nav-people = People
nav-roles = Roles
nav-profile = My profile
nav-sessions = Sessions
nav-tokens = API tokens
column-actions = Actions
saved = Saved.

## Signing in, steps

sign-in-forgotten = Forgot your password?
entrance-to-sign-in = Back to sign-in
entrance-other = Use another account
second-factor-title = Second step
second-factor-help = Your account asks for a second proof that it is you.
second-factor-code = Code of your authenticator app
second-factor-recovery = Recovery code
second-factor-recovery-help = One of the codes you kept when you set this up. Each works once.
second-factor-send = Continue
second-factor-use-app = Use the app instead
second-factor-use-recovery = Use a recovery code
new-password-title = Choose a new password
new-password-text = Before you go on, please replace the password you were given.
reset-text = It takes the place of the forgotten one, and every open session of yours ends.
reset-done = The new password is in force.
forgotten-title = Forgotten password
forgotten-text = We send a link with which you choose a new one. It works once and for an hour.
forgotten-send = Send the link
forgotten-sent = If this address has an account, a mail is on its way. Please look into your mailbox, also among unwanted mails.
invitation-title = Invitation
invitation-hello = Hello { $name }
invitation-text = { $by } invites you to work with { $node } on Cordboard.
invitation-new = Choose the password you will sign in with.
invitation-known = You have an account already: please enter its password.
invitation-accept = Accept and sign in
password-show = Show password
password-current = Present password
password-new = New password
password-set = Set password
strength-short = Too short: at least ten characters.
strength-weak = Weak: it repeats itself.
strength-fair = Fair. Several words that have nothing to do with each other are better.
strength-good = Good.

## My account

profile-about = About me
profile-name = Name
profile-email-help = You sign in with it. Whoever administers your access can change it.
profile-looks = Language and looks
profile-looks-help = The language goes with you; the rest is kept in this browser.
language-label = Language
contrast-label = Contrast
contrast-normal = Normal
contrast-more = High
density-label = Density
density-comfortable = Comfortable
density-compact = Compact
password-title = Password
password-help = Every other session of yours ends when you change it.
password-change = Change password
password-changed = The new password is in force. Your other sessions have ended.
password-again-help = Once more, so that nobody who finds your browser open can do this.
factor-title = Second factor
factor-help = A code of an app on your telephone, asked for after the password. A stolen password alone opens nothing then.
factor-on = On
factor-off = Off
factor-add = Set up
factor-asked = Where you work, everybody signs in with a second proof. Set yours up to go on.
factor-next = Continue
factor-before = You need an authenticator app on your telephone. Any that knows time-based codes will do.
factor-scan = Scan this picture with the app, then enter the code it shows.
factor-picture = QR code for the authenticator app
factor-by-hand = Enter it by hand instead
factor-confirm = Switch on
factor-remove = Switch off
factor-remove-text = From then on the password alone opens your account. The recovery codes end too.
recovery-left =
    { $count ->
        [one] One recovery code is left
       *[other] { $count } recovery codes are left
    }
recovery-renew = New recovery codes
recovery-renew-text = The codes you have are dead as soon as there are new ones.
recovery-text = Without your telephone one of these codes lets you in, each once. They are shown only here, only now: keep them where you find them again.
recovery-download = Download
recovery-print = Print
recovery-done = I have kept them
copy-codes = Copy all
copy-secret = Copy secret
copy-token = Copy token
sessions-help = Where you are signed in. End what you do not know, and change your password then.
session-browser = Browser
session-began = Began
session-seen = Last used
session-current = This one
session-end = End
session-unknown = Unknown
sessions-end-others = End all others
sessions-ended = All other sessions have ended.
tokens-help = With a token a script acts in your name, within what you allow it. It never may more than you do at that moment.
tokens-empty = No tokens yet
tokens-empty-text = You need one when a program is to use the interface in your name, for example to fetch the call journal.
token-new = New token
token-name = Name
token-name-help = What it is for, so that you know later whether it is still needed.
token-where = Acts at
token-scope = May
token-life = Works for
token-days =
    { $count ->
        [one] One day
       *[other] { $count } days
    }
token-mint = Make token
token-used = Last used
token-never = Never
token-over = Expired
token-end = End token
token-end-text = { $name } is refused at once. Programs that use it stop working.
token-shown = This is the token. It is shown only here, only now.
token-kept = I have kept it

## People and roles

people-empty = Nobody yet
people-empty-text = Invite the people who are to work here. They choose their own password.
person-invite = Invite
person-role = Role
person-roles = Roles here
person-seen = Last signed in
person-never = Never
invite-help = The link in the mail works once and for a week.
invite-language = Language of the mail
invite-send = Send invitation
invite-sent = An invitation is on its way to { $email }.
invite-again = Send again
invite-take-back = Take back
invited-by = Invited by
invitations-title = Open invitations
invitations-none = Every invitation has been taken.
act-title = Act as this person
act-start = Act as this person
act-no-credentials = Keys, passwords, tokens, people and roles stay out of reach meanwhile.
act-audited = All you do is written down under both names.
act-own-rights = You see what they see, and may nothing that you may not yourself.
act-ends = It ends by itself after half an hour.
acting-as = { $by } acts as { $name } until { $time }
acting-stop = Stop
acting-not-own = You act as somebody else. Profile, sessions and tokens belong to the person themselves.
roles-help = A role says what somebody may do here and in everything below. The predefined ones suit most; make your own where they do not.
role-platform-operator = Platform operator
role-provider-administrator = Provider administrator
role-provider-support = Provider support
role-customer-administrator = Customer administrator
role-user = User
role-other = Another role
role-origin = Origin
role-predefined = Predefined
role-made-here = Made here
role-made-above = Made further up
role-grantable = You may give it
role-grantable-yes = Yes
role-grantable-no = No, it allows more than you may
role-new = New role
role-name = Name
role-name-help = What people with it do, for example “Reception”.
role-create = Create role
role-delete = Delete role
role-delete-title = Delete { $name }?
role-delete-lost = The role and what it allows.
role-delete-kept = People, and the other roles they have.
role-in-use = Somebody still has it. Take it from them first, on the page “People”.
role-give = Another role
role-give-short = Give
role-take = Take { $name } away
role-take-short = Take away
permissions-count =
    { $count ->
        [one] One permission
       *[other] { $count } permissions
    }
permissions-all = All
permissions-none = None
permissions-beyond = You do not have this yourself here.
permissions-organisation = Organisation
permissions-people = People
permissions-sites = Sites
permissions-users = Users
permissions-devices = Devices
permissions-operation = Operation
may-nodes-read = See providers and resellers
may-nodes-write = Create, rename and move providers and resellers
may-customers-read = See customers
may-customers-write = Create, rename and move customers
may-customers-suspend = Suspend customers
may-customers-close = Close customers
may-settings-read = See settings
may-settings-write = Set and lock settings
may-limits-write = Set limits
may-people-read = See people and roles
may-people-write = Invite people, give and take roles
may-roles-write = Make roles
may-people-impersonate = Act as another person
may-tokens-write = Make API tokens
may-sites-read = See sites and agents
may-sites-write = Create and change sites
may-agents-write = Connect and remove agents
may-users-read = See users and lines
may-users-write = Create and change users and lines
may-groups-read = See user groups
may-groups-write = Change user groups
may-credentials-rotate = Set new SIP passwords
may-devices-read = See devices
may-devices-write = Create, change and delete devices
may-access-key-reveal = See the secret URL of devices
may-access-key-rotate = Make new access keys
may-releases-read = See changes and releases
may-releases-publish = Publish
may-registrations-read = See registrations
may-calls-read = See the call journal
may-audit-read = See the audit log
may-audit-export = Export the audit log
may-redirect-services-write = Manage redirect services

## Tables, forms, keys

table-tools = Filter and arrange
table-search = Filter by words
table-filters = Filters in force
table-clear = Show everything
table-nothing = Nothing fits
table-nothing-text = There are rows here, but none that all filters let through.
table-columns = Columns
table-views = Views
table-export = CSV
table-select = Select { $name }
table-select-all = Select all rows shown
filter-remove = Remove filter { $name }
view-name = Name of this view
view-save = Keep
view-forget = Forget { $name }
bulk-title = Selected rows
bulk-count =
    { $count ->
        [one] One selected
       *[other] { $count } selected
    }
bulk-clear = Clear selection
bulk-result = What became of each
bulk-done = Done
progress-title = Progress
progress-of = { $done } of { $total }
guard-title = Leave without saving?
guard-text = What you typed on this page is not saved yet.
guard-stay = Stay here
guard-leave = Leave
merge-title = Somebody else saved this in the meantime
merge-text = Choose for each field which version is to stay.
merge-yours = Yours
merge-theirs = Theirs
merge-save = Save what is chosen
palette-button = Search
palette-open = Search and go anywhere
palette-title = Go anywhere
palette-placeholder = Page, customer, user, device or number
palette-pages = Pages
palette-nothing = Nothing found
palette-move = move
palette-go = open
palette-close = close
keys-title = Keys
keys-palette = Search and go anywhere
keys-filter = Into the filter of the list
keys-down = Next row
keys-up = Row before
keys-edit = Change what is open
keys-help = This list
keys-close = Close
keys-single = Single keys
keys-single-help = Switch them off where they get in the way of an aid you use.

## Groups of the telephone system

nav-groups = Groups
groups-kinds = Kinds of groups
groups-authorisation = Permission groups
groups-gui = Web modules
groups-pickup = Pickup groups
groups-hunt = Hunt groups
groups-authorisation-help = A permission group says what its members may do on the telephone system, and on whom.
groups-gui-help = A GUI group is a set of pages. A permission group with the right “Show GUI” gives it to its members.
groups-pickup-help = Members of a pickup group can take each other’s ringing calls with a function key.
groups-hunt-help = A hunt group is one number that rings several people, one after the other or all at once.
group-new = New permission group
group-create = Create group
group-name = Name
group-name-help = Who its members are, for example “Reception”.
group-kind = Members are
group-kind-user = Users
group-kind-queue = Queues
group-kind-host = Telephone systems
group-kind-user-means = People with an extension. This is what you need almost always.
group-kind-queue-means = Queues of callers, so that others may watch or redirect them.
group-saved = Saved. It is in force at once.
group-delete = Delete group
group-delete-title = Delete { $name }?
group-delete-lost = Its members lose what this group allows them.
group-delete-targets = Nobody may do anything on this group’s members any more because of it.
group-delete-kept = The users, their phones and their numbers.
group-predefined-why = Every telephone system has this group and relies on it. Without it, users could lose their access, so it keeps its name and cannot be deleted.
group-admins-who = The user “admin” always belongs to it. Whoever you add administers the telephone system too.
group-all-hosts-who = The telephone system itself belongs to it.
group-all-invisible-users-who = Users who are hidden in contacts belong to it by themselves.
group-all-users-who = Every user belongs to it from the first day on. Nobody is added or taken out by hand.
group-all-visible-users-who = Users who stand in the internal directory belong to it by themselves.
group-all-queues-who = Every queue belongs to it by itself.
members-title = Members
members-count =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
members-add = Add members
members-added =
    { $count ->
        [one] One member added
       *[other] { $count } members added
    }
members-none = Nobody is in this group yet.
members-not-users = Its members are no users, so there is nobody to add here.
member-login = Login
member-take = Take { $name } out
member-take-short = Take out
picker-search = Name, login or extension
picker-chosen = Chosen
picker-already = in already
picker-more = There are more. Type a part of the name.
grants-title = What members may do
grants-help = Each line is a right and the group on whose members it may be used.
grants-none = No rights yet. A group without rights is still of use: outgoing routes can be kept for its members.
grant-add = Give a right
grant-save = Give
grant-take = Take away: { $name }
grant-feature = Right
grant-target = Applies to
grant-target-help = What it is given on already is left out.
grant-sentence = Choose both, and this says what it means.
features-calls = Calls
features-phone = Phone
features-messages = Voicemail and fax
features-recordings = Recordings
features-queues = Queues
features-administration = Web pages and administration
grant-call-waiting = Members may have a second call signalled on the phones of “{ $target }”.
grant-call-recording = Members may record calls of “{ $target }”.
grant-redirect-call = Members may redirect the calls of “{ $target }”.
grant-override-redirect = Members reach “{ $target }” even while their calls are redirected.
grant-manage-automatic-recordings = Members may manage the automatic recordings of “{ $target }”.
grant-busy-lamp-field = Members may see on their keys who of “{ $target }” is busy.
grant-caller-display = Members may choose the number that “{ $target }” show.
grant-anonymous = Members may hide the number of “{ $target }”.
grant-do-not-disturb = Members may switch on “do not disturb” for “{ $target }”.
grant-call-pickup = Members may take calls that ring at “{ $target }”.
grant-manage-own-recordings = Members may manage recordings of their own calls with “{ $target }”.
grant-monitor-own-queue = Members may watch their own queues among “{ $target }”.
grant-manage-own-queue-recordings = Members may manage recordings of their own queues among “{ $target }”.
grant-fax-server = Members may send and see faxes of “{ $target }”.
grant-show-gui = Members see the web pages of “{ $target }”.
grant-edit-global-contacts = Members may edit the company directory for “{ $target }”.
grant-group-pickup = Members may take calls of “{ $target }” within their pickup groups.
grant-hot-desking = Members may log in on the phones of “{ $target }”.
grant-impersonate = Members may act as a user of “{ $target }”.
grant-ringtone-configuration = Members may choose the ringtones of “{ $target }”.
grant-manage-manual-recordings = Members may manage the recordings that “{ $target }” made by hand.
grant-internal-contacts = Members stand in the internal directory of “{ $target }”.
grant-night-mode = Members may switch the night mode of “{ $target }” by phone.
grant-push-messages = Members receive text messages of “{ $target }” on their phone.
grant-intercom = Members may speak straight to “{ $target }”: the phone answers by itself.
grant-night-mode-status = Members may see the night mode of “{ $target }”.
grant-reminder = Members may order a reminder call for “{ $target }”.
grant-voicemail-configuration = Members may set up the voicemail of “{ $target }”.
grant-queue-login = Members may log in to “{ $target }” and out again.
grant-redirect-queues = Members may redirect the queues of “{ $target }”.
grant-monitor-queue = Members may watch the queues of “{ $target }”.
gui-group-new = New GUI group
gui-group-name-help = Whom the pages are for, for example “Front office”.
gui-group-predefined-why = Every telephone system has this GUI group, so it keeps its name and cannot be deleted. Which modules are on is yours to choose.
gui-group-beyond = This group shows more than you may do yourself here. Only somebody who may all of it can change it.
gui-group-delete-lost = Groups that showed these pages show them no more.
gui-group-delete-kept = The permission groups, their members and all their other rights.
modules-title = Modules
modules-on = { $enabled } of { $total } on
modules-help = Switching one on switches on what it hangs on; switching one off switches off all below it.
modules-needed = Stays on: without it nobody gets in or out.
module-log-in = Log in
module-log-out = Log out
module-home = Home
module-home-night-mode = Night mode
module-profile = Profile
module-profile-personal-data = Personal data
module-profile-pin = Change PIN
module-profile-language = Change language
module-profile-impersonation = Impersonation
module-contacts = Contacts
module-contacts-internal = Internal
module-contacts-global = Global
module-contacts-private = Private
module-user-settings = My telephone
module-user-function-keys = Function keys
module-user-telephony = Telephony options
module-user-redirects = Forwarding and parallel calls
module-user-ringtones = Ringtones
module-user-voicemail = Voicemail
module-administration = Administration
module-users-and-functions = Users and functions
module-users = Users
module-user-import = Import users
module-names-and-numbers = Names and numbers
module-pickup-groups = Pickup groups
module-hunt-groups = Hunt groups
module-authorisation = Authorisation
module-authorisation-groups = Permission groups
module-web-gui = Web GUI
module-provisioning = Provisioning
module-devices = Devices
module-access-keys = Access keys
module-publishing = Publishing
module-sites = Sites
module-agents = Agents
module-people = People
module-roles = Roles
module-impersonation = Act as another person
module-tokens = API tokens
module-settings = Settings
module-system-status = State of the system
module-registrations = Registrations
module-call-records = Call records
module-audit-log = Audit log
pickup-group-new = New pickup group
pickup-group-name-help = Who sits near enough to hear each other’s phones.
pickup-group-number = Number
pickup-group-number-help = Function keys name the group by it. Left empty, it is the next free one. It stays as it is.
pickup-group-number-is = Number { $number } for function keys
pickup-groups-empty = No pickup groups yet
pickup-groups-empty-text = Put people into one who answer for each other: whoever is there takes the call.
pickup-members-help = They also need the right “Group pickup”, which all users have unless it was taken away, and a key with the group’s number.
pickup-group-delete-lost = Its members can no longer take each other’s calls with it.
pickup-group-delete-keys = Function keys with its number do nothing any more.
hunt-group-new = New hunt group
hunt-group-title = Title
hunt-group-extension-help = The number to call. No user may have it.
hunt-group-shown = Displayed group name
hunt-group-shown-help = What members’ phones show, so that they see the call is for the group. Left empty, the title.
hunt-group-strategy = Call strategy
hunt-linear = Linear
hunt-parallel = Parallel
hunt-linear-means = One after the other, in the order of the members.
hunt-parallel-means = All at once. Whoever answers first has the call.
hunt-group-busy = Group busy
hunt-group-busy-help = One member on the phone is enough: the call goes no further. For somebody with two phones.
hunt-group-door = Door intercom
hunt-group-door-help = Phones that have a ring of their own for the door use it.
hunt-groups-empty = No hunt groups yet
hunt-groups-empty-text = Give a team one number: sales, support, the front desk.
hunt-linear-order = They ring from top to bottom. The next one rings when the one before is busy or its seconds are over.
hunt-parallel-order = They all ring at once, so the order does not matter.
hunt-members-none = Nobody is in this group yet: calls to its number ring nowhere.
hunt-members-save = Save members
hunt-seconds = Seconds { $name } rings
hunt-move-up = Move { $name } up
hunt-move-down = Move { $name } down
hunt-moved = { $name } is now number { $place }
hunt-group-delete-lost = Calls to its number reach nobody any more.
hunt-group-delete-kept = Its members, their phones and their own numbers.

## Audit log

nav-audit = Audit log
filter-take = Filter
audit-help = Who did what, on whose behalf, and how it ended. What began and ended is one line.
audit-chain = Rows are only ever added, each sealed to the one before; the platform signs the last one every hour and finds out if one was changed or removed.
audit-who = Who
audit-behalf = on behalf of { $name }
audit-for = On behalf of
audit-what = What
audit-on = On what
audit-since = From
audit-until = Up to
audit-opened = Begun
audit-done = Done
audit-denied = Denied
audit-failed = Failed
audit-nobody = Nobody signed in
audit-clock = The clock
audit-agent = Device agent
audit-empty = Nothing written down yet
audit-empty-text = Whatever somebody changes here will stand in this list.
audit-export = Export
audit-csv = CSV
audit-csv-for = for spreadsheets
audit-ndjson = NDJSON
audit-ndjson-for = one row a line, for programs
audit-syslog = Syslog
audit-syslog-for = RFC 5424, for log servers
audit-changes = What changed
audit-nothing = Nothing more was noted.
audit-before = Before
audit-after = After
audit-no-target = It concerns no single thing.
audit-id = Id
audit-open = Open it
audit-all-of-target = Everything about it
audit-all-of-actor = Everything by { $name }
audit-trace = For tracing
audit-word = Word
audit-credential = Shown
audit-program = Program
audit-number = Number in the log
audit-request = Request
audit-operation = Operation
audit-code = Code
did-access = Refused to look
did-customer-create = Customer created
did-customer-change = Customer changed
did-customer-reopen = Customer reopened
did-customer-close = Customer closed
did-customer-export = Customer’s data exported
did-customer-resume = Suspension ended
did-customer-suspend = Customer suspended
did-device-create = Device added
did-device-delete = Device deleted
did-device-change = Device changed
did-device-rotate-access-key = New access key made
did-device-reveal-access-key = Secret URL looked at
did-device-set-provisioning-mac = First contact arranged
did-handset-create = Handset added
did-handset-change = Handset changed
did-handset-delete = Handset deleted
did-group-create = Permission group created
did-group-delete = Permission group deleted
did-group-change = Permission group renamed
did-group-grant = Right given to a group
did-group-revoke = Right taken from a group
did-group-add-members = Members added to a group
did-group-remove-member = Member taken out of a group
did-gui-group-create = GUI group created
did-gui-group-delete = GUI group deleted
did-gui-group-change = GUI group changed
did-hunt-group-create = Hunt group created
did-hunt-group-delete = Hunt group deleted
did-hunt-group-change = Hunt group changed
did-hunt-group-members = Members of a hunt group set
did-line-rotate-credentials = New SIP password set
did-pickup-group-create = Pickup group created
did-pickup-group-delete = Pickup group deleted
did-pickup-group-change = Pickup group renamed
did-pickup-group-members = Members of a pickup group set
did-release-publish = Changes published
did-site-create = Site created
did-site-delete = Site deleted
did-site-change = Site changed
did-site-enrol = Token for an agent made
did-user-import-upload = File of users uploaded
did-user-import-start = Import of users started
did-user-import-cancel = Import of users cancelled
did-user-import-end = Import of users ended
did-user-create = User created
did-user-delete = User deleted
did-user-change = User changed
did-user-groups = Groups of a user set
did-invitation-create = Somebody invited
did-invitation-delete = Invitation taken back
did-invitation-renew = Invitation sent again
did-invitation-accept = Invitation accepted
did-invitation-look-up = Invitation looked at
did-node-create = Provider or reseller created
did-node-change = Provider or reseller changed
did-node-move = Moved in the tree
did-limit-change = Limit changed
did-setting-change = Setting changed
did-role-create = Role created
did-role-delete = Role deleted
did-role-change = Role changed
did-person-act = Began to act as another person
did-person-act-end = Stopped acting as another person
did-person-grant = Role given
did-person-revoke = Role taken away
did-person-change = Profile changed
did-person-change-password = Password changed
did-person-password-again = Password asked again
did-person-forgot-password = Password forgotten
did-person-reset-password = Password replaced by a link
did-person-recovery-codes = New recovery codes made
did-person-second-factor-setup = Second factor prepared
did-person-second-factor = Second factor switched on
did-person-second-factor-removal = Second factor switched off
did-redirect-service-create = Redirect service added
did-redirect-service-look-up = Redirect service asked
did-session-start = Signed in
did-session-end = Signed out
did-session-revoke = Session ended
did-session-second-factor = Second factor entered
did-token-create = API token made
did-token-delete = API token ended

## Steps and values

wizard-next = Next
wizard-back = Back
wizard-step = Step { $step } of { $total }
confirm-type = Type { $name } to confirm.
confirm-name = Name
effective-here = set here
effective-from = from { $level }
effective-level = Comes from
effective-by = Set by
effective-since = Since
effective-without = Without it
effective-back = Back to inherited
effective-locked = locked by { $level }
chip-remove = Remove { $name }
multi-search = Search the list
toast-undo = Undo
empty-guide = Read in the guide
progress-done = Done

## Settings, limits, the life of a customer

nav-settings = Settings
effective-locks = locked for everything below
settings-help = Every value is handed down to everything below, until somebody sets another one there. The cord beside it says where it comes from.
settings-standard = the standard settings
settings-place = Language and place
settings-place-help = A changed country, time zone or tones reach the phones when you publish.
settings-look = Look
settings-look-help = On the sign-in page and in mails. A colour is moved in lightness until text in it is easy to read.
settings-mail = Mails and own address
settings-mail-help = Who mails come from, and under which address this console is reached.
settings-entrance = Signing in
settings-entrance-help = In force at once, for everybody whose role comes from here or from below.
setting-change = Change
setting-change-named = Change: { $name }
setting-saved = Saved, and in force at once.
setting-given-back = { $name }: the inherited value is in force again.
setting-lock = Lock for everything below
setting-lock-help = Nobody below can set another value until you unlock it. What they have set there is kept, without effect.
setting-locked = Locked
setting-open = Not locked
setting-locale = Language
setting-locale-help = Of mails, and of people who have not chosen one themselves.
setting-country-help = Decides on tones and on the numbers that are emergency calls.
setting-time-zone-help = Of the clocks on the phones.
setting-area-code = Area code
setting-area-code-help = As dialled within the country, for example 044.
setting-number-format = Number format
setting-number-format-help = How numbers are shown.
setting-national = National
setting-national-means = 044 555 01 00
setting-international = International
setting-international-means = +41 44 555 01 00
setting-tones = Tones
setting-tones-help = The country whose dial, ringing and busy tones phones play. Unset, that of the site.
setting-brand-name = Name
setting-brand-name-help = Stands on the sign-in page and in mails.
setting-brand-logo = Logo
setting-brand-logo-help = PNG, or SVG that consists of shapes only; up to 64 KB.
setting-logo-set = A picture
setting-brand-colour = Colour
setting-brand-colour-help = Such as #1a7f37 or oklch(0.5 0.1 150).
setting-colour-pick = Pick a colour
setting-preview = What people see when they sign in
setting-mail-name = Sender’s name
setting-mail-name-help = Who invitations and other mails come from.
setting-mail-address = Sender’s address
setting-mail-address-help = Your mail system must allow this server to send for it, or mails end up as unwanted.
setting-host-name = Own host name
setting-host-name-help = For example phones.example.net. Let it lead to this server, with a certificate for it, before people use it.
setting-networks = Networks
setting-networks-help = People may sign in from these only, for example 192.0.2.0/24. Left empty: from anywhere. Your own must be among them.
setting-any-network = Any network
setting-second-factor = Second factor
setting-second-factor-help = Whether everybody needs one.
setting-factor-all = Required
setting-factor-all-means = Everybody sets one up at the next sign-in and cannot go on without.
setting-factor-own = As people wish
setting-factor-own-means = Whoever wants one sets it up in their profile.
setting-idle = Idle time
setting-idle-help = Minutes after which an unused browser is signed out, 5 to 43,200.
setting-minutes =
    { $count ->
        [one] One minute
       *[other] { $count } minutes
    }
nav-usage = Usage
nav-limits = Limits
usage-help = What you have, what you may have, and what to do when it gets scarce.
limits-help = A limit set here holds for each customer below, unless one is set further down. What there is already stays, even above the limit.
limits-emergency = No limit ever stops an emergency call.
limits-title = Limits
licences-title = Licences
licences-help = What has been bought. Where licences of a PBX are counted, they decide how many users there may be.
limit-column = What
usage-column = In use
limit-value = Limit
limit-value-help = A whole number. 0: none at all.
limit-origin = Set by
limit-nobody = Nobody
limit-not-here = Not set here
limit-handsets = DECT handsets
limit-users-help = Each with a line and an extension.
limit-devices-help = Phones and DECT systems, handsets not counted.
limit-handsets-help = On all DECT systems together.
limit-calls = Calls at the same time
limit-calls-help = In use: the most of the last 24 hours. Emergency calls are never counted.
limit-storage = Storage
limit-storage-help = Exports and whatever else is kept as a file.
limit-t440 = PBX T440
limit-t440-help = Each brings 40 users.
limit-t640 = PBX T640
limit-t640-help = Each brings 80 users.
limit-multicell = Multi cell upgrade
limit-multicell-help = From single cell to multi cell, one a device.
limit-manager-small = DECT manager, single or mini-multi cell
limit-manager-small-help = Each lets one join an integrator.
limit-manager-multi = DECT manager, multi cell
limit-manager-multi-help = Each lets one of a multi cell system join.
limit-messaging = Messaging handsets
limit-messaging-help = Take messages of an alarm server.
limit-location = Location handsets
limit-location-help = Their location is seen; each includes messaging.
amount-gigabytes = { $count } GB
amount-kilobytes = { $count } kB
amount-megabytes = { $count } MB
unit-gigabytes = GB
usage-of = { $used } of { $limit }
usage-entitled = { $limit } (not counted here)
usage-no-limit = No limit
usage-ok = Enough left
usage-near = Nearly reached
usage-reached = Reached
usage-raise = Raise the limit, or remove what is not needed.
usage-ask = Remove what is not needed, or ask your provider to raise it.
nav-organisation = Organisation
nav-manage = Manage customer
organisation-help = A reseller has customers and people of its own, and is handed down your settings and limits.
providers-title = Providers
provider-new = New provider
providers-empty = No providers yet
resellers-title = Resellers
reseller-new = New reseller
resellers-empty = No resellers yet
resellers-empty-text = Who sells on to customers of their own gets a place here.
node-new-help = Invite its people afterwards, on its page “People”.
node-create = Create
node-place = Name and place
node-below = Belongs to
node-rename = Rename
node-move = Move
node-moved = { $name } has its new place.
node-move-help = Go to where it is to be, then press “Move here”.
node-move-to = Move to
node-move-into = Go to { $name }
node-move-here = Move here
node-move-lost = Whoever had access from its old place has it no more; settings and limits are inherited from the new one.
node-move-kept = Everything in it, its people with their roles, its phones and its calls.
node-move-wrong = Choose a provider or reseller that does not lie inside of it.
node-move-nowhere = There is nowhere else to move it from here.
erasures-title = Erased customers
erasures-help = What was erased after a closure, and when. Keep the digest with your papers: it stands for customer, times and numbers.
erasures-none = No customer was erased.
erasure-done = Complete
erasure-runs = Under way
erasure-by = Closed by
erasure-began = Secrets destroyed
erasure-ended = Last row gone
erasure-rows = Rows erased
erasure-digest = SHA-256
erasure-tables = { $count } rows, by table
standing-title = State
standing-active = Active
standing-suspended = Suspended
standing-closed = Closed
standing-by = Decided by
standing-phones = Phones
standing-phones-off = Refused
standing-reason = Reason
standing-erased = Will be erased
suspend = Suspend
suspend-change = Change suspension
suspend-lost = The customer’s own people can look at everything but change nothing, at once.
suspend-kept = Everything is kept, and you can take it back at any time.
suspend-calls = What the phones may do
suspend-emergency = Emergency calls always work.
suspend-reason-help = The customer’s people read it.
calls-work = Phones keep working
calls-work-means = All calls, in and out.
calls-internal = Internal and emergency calls only
calls-internal-means = Nothing else goes out or comes in, at once.
resume = End suspension
resume-kept = Phones and people may all they could before, at once.
exports-title = Exports
exports-help = An archive of all that is kept of the customer, one JSON object a line. Secrets are left out.
exports-none = No export yet.
export-make = Make an export
export-waiting = Waiting
export-running = Being written
export-failed = Failed. Please make another one.
export-fetch = Download
export-content = { $rows } rows, { $size }
close-section = Close this customer
close = Close customer
close-title = Close { $name }?
close-first = Make an export first and wait until it is finished.
close-ready = There is an export. Download it before you close.
close-step-export = An export is made and kept by you.
close-step-close = The customer is closed: phones and people are refused at once.
close-step-erase = When the grace period is over everything is erased. A certificate shows it.
close-lost-phones = Phones and agents are refused at once. See to it that emergency calls can be placed another way.
close-lost-people = The customer’s own people change nothing any more.
close-lost-all = When the grace period is over everything is erased, its exports here too, for good.
close-kept-grace = Until then you can open it again, and all is as before.
close-kept-export = The export you have downloaded.
close-kept-audit = The audit log, for as long as its own retention says.
close-until = Closed. It can be opened again until { $time }; then everything is erased.
reopen = Open again
reopen-lost = A first contact that was allowed before is not any more.
reopen-kept = Phones and agents are served as before.
nav-dashboard = Dashboard
dashboard-nothing = Nothing. Every agent is connected and every site is ready for emergency calls.
dashboard-suspended = { $count } suspended
dashboard-closed = { $count } closed
dashboard-limits = What customers may have
concern-away =
    { $count ->
        [one] One agent is not connected: no calls at its site
       *[other] { $count } agents are not connected: no calls at their sites
    }
concern-failed =
    { $count ->
        [one] One configuration has failed
       *[other] { $count } configurations have failed
    }
concern-no-agent =
    { $count ->
        [one] One site has no agent yet
       *[other] { $count } sites have no agent yet
    }
concern-emergency =
    { $count ->
        [one] One site lacks what help needs: its address or its number
       *[other] { $count } sites lack what help needs: their address or their number
    }
concern-closed = Closed, and erased on { $time }
concern-open = Open customer
concern-sites = Open sites
warning-suspended = Suspended
address-street = Street
address-number = House number
address-postcode = Postcode
address-city = City
address-note = Floor, door, where to enter
address-note-help = Whatever helps to find people quickly.
emergency-title = Emergency calls
emergency-address = Address
emergency-caller = Number shown to help
emergency-caller-help = With + and country code. Help calls back on it, so it must ring at this site.
emergency-help = Where help is sent to when somebody here makes an emergency call, and the number it sees.
emergency-missing = Something is missing here: in an emergency help may not find this site or may not be able to call back.
emergency-change = Enter
emergency-lamp = Emergency details missing
emergency-ready = Ready
today-closed = This customer is closed
today-erased = Everything is erased on { $time }.
today-suspended = This customer is suspended: its own people can change nothing
today-emergency = { $name }: emergency address or number is missing
today-emergency-why = Without it help may not find the site, or not be able to call back.
today-limit-reached = Limit reached: { $name }
today-limit-near = Limit nearly reached: { $name }
today-enter = Enter it
today-open-usage = Open usage
overview-usage = What you have and may have

## Mails

mail-contested-subject = { $customer }: two addresses asked for the first contact of { $device }
mail-contested-text =
    The first contact of { $device } ({ $customer }) was stopped: two different addresses asked a redirect service
    where it is to go. One of them is not your device.

    Neither address was given anything that is still good. Please find out which device has this MAC, then allow
    its first contact again:

    { $url }

## Errors (openapi/api, ErrorCode)

error-malformed_json = The request could not be read. Please try again.
error-malformed_parameter = The address of this request is not right.
error-signed_out = You are signed out. Please sign in.
error-wrong_credentials = This e-mail address and password do not match.
error-wrong_signature = The signature of this request does not hold.
error-forbidden = You are not allowed to do this.
error-cross_site = This request came from another site and was refused.
error-not_found = This does not exist here, or you have no access to it.
error-method_not_allowed = This cannot be done here.
error-second_factor_due = Please enter the code of your authenticator app first.
error-wrong_code = This code is not right, or its time is over. Please try the next one.
error-wrong_password = This is not your present password.
error-password_too_weak = This password is easy to guess. Take at least ten characters, such as four words that have nothing to do with each other.
error-password_breached = This password is on a list of stolen passwords. Please choose another one.
error-new_password_due = Please choose a new password first.
error-beyond_own_rights = You cannot give more than you may do yourself here.
error-not_while_acting = This can only be done by the person themselves.
error-link_over = This link is not valid any more. Please ask for a new one.
error-in_use = This is still in use.
error-predefined = This is always there and stays as it is.
error-last_administrator = Somebody must be left who administers this. Give another person the role first.
error-login_taken = This login is already in use at this customer.
error-name_taken = This name is already in use here.
error-number_taken = This number is already in use here.
error-conflict = Somebody else changed this in the meantime. Nothing of yours was saved.
error-idempotency_mismatch = This was already sent with other values. Please reload the page and try again.
error-version_mismatch = Somebody else changed this since you opened it. Nothing of yours was saved.
error-body_too_large = This is larger than allowed.
error-unsupported_media_type = This kind of content is not accepted here.
error-invalid = Please check the marked fields. Nothing was saved.
error-unknown_field = The request names a field that does not exist.
error-mac_taken = This MAC address is already in use.
error-extension_taken = This extension is already in use at this customer.
error-email_taken = This e-mail address is already in use.
error-unknown_model = This model is not in the catalogue.
error-not_of_this_model = This model does not have this setting.
error-unknown_reference = What this refers to does not exist at this customer.
error-parent_module_off = Switch the module above it on first.
error-module_needed = Signing in and signing out must stay on, or nobody gets in or out.
error-column_count = A row has fifteen columns.
error-twice_in_file = An earlier row of the file has the same value.
error-wrong_encoding = The file is not written in the chosen encoding. Please choose another one.
error-bad_rows = There are rows that cannot be imported. Correct them, or import the good rows only.
error-mac_needed = Enter the MAC address first: the redirect service knows the device by it.
error-registrar_unknown = The site has no registrar address yet. Connect its agent, or set the address by hand.
error-nothing_to_publish = There is nothing to publish.
error-version_needed = The request must say which version it changes.
error-rate_limited = Too many requests. Please wait a moment and try again.
error-internal = Something went wrong on our side. Nothing was lost; please try again.
error-unavailable = A part of the system does not answer right now. Please try again in a moment.
error-second_factor_setup_due = Please set up a second factor first.
error-outside_networks = You may not work here from this network.
error-customer_suspended = This customer is suspended. You can look at everything but change nothing.
error-customer_closed = This customer is closed. Nothing can be changed any more.
error-setting_locked = This setting is locked by the provider above.
error-wrong_state = The customer is not in the state for this.
error-export_needed = Please make an export first and wait until it is finished.
error-host_taken = This host name is already in use.
error-limit_reached = The limit is reached. Your provider can raise it.
error-wrong_place = This cannot be moved or created there.
error-not_settable_here = This setting cannot be made at this level.
error-locks_oneself_out = You would lock yourself out: your own address is not in these networks.
error-name_differs = This is not the name of the customer.

## Refused values (openapi/types, Invalid)

invalid-empty = Please fill this in.
invalid-too_long = This is too long.
invalid-too_short = This is too short.
invalid-character = This contains characters that cannot be used here.
invalid-mac = A MAC address has 12 hexadecimal digits, for example 00:04:13:45:C9:BF.
invalid-access_key = An access key has 48 hexadecimal digits.
invalid-extension = An extension has 2 to 10 digits.
invalid-email = This is not an e-mail address.
invalid-device_password = A device password has 4 to 9 digits.
invalid-locale = This language is not available.
invalid-timestamp = This is not a time.
invalid-host = This is not a host name or an IP address.
invalid-ipui = An IPUI has 10 to 13 hexadecimal digits.
invalid-login = A login has 2 to 50 lower-case letters and digits.
invalid-pin = A PIN has 3 to 10 digits.
invalid-phone_number = This is not a number that can be dialled.
invalid-yes_no = Please write yes or no.
invalid-choice = Please choose one of the offered values.
invalid-number = Please enter a telephone number with + and country code, for example +41445550100.
invalid-colour = Please enter a colour such as #1a7f37.
invalid-picture = Please choose a PNG, or an SVG that consists of shapes only.
invalid-network = Please enter networks such as 192.0.2.0/24.
invalid-range = This number is outside the permitted range.

## Signing in, continued

mail-invitation-subject = { $by } invites you to { $node } on Cordboard
mail-invitation-text = Hello { $name },

    { $by } invites you to work with { $node } on Cordboard. Open this link to choose a password. It works once and for a week:

    { $url }

    If you did not expect this, you need not do anything.
mail-reset-subject = A new password for Cordboard
mail-reset-text = Hello { $name },

    somebody, probably you, asked for a new password. Open this link to choose one. It works once and for an hour:

    { $url }

    If it was not you, you need not do anything: your password stays as it is.
