### The words of Huissleutel in English: plain, short sentences, somebody does something.
### Every mistake says what to do next and who helps.
### A key begins with its place: common-, time-, mail-, page…, staff- (staff only), cli- (command
### line). Every key stands in every language, with the same values.

## common: everywhere

common-language = English
common-thousands = ,
common-device = { $kind ->
    [both] { common-browser } on { common-system }
    [browser] { common-browser }
    [system] a device with { common-system }
   *[neither] an unknown device
}
common-browser = { $browser ->
    [firefox] Firefox
    [chrome] Chrome
    [safari] Safari
    [edge] Edge
    [samsung] Samsung Internet
   *[other] another browser
}
common-system = { $system ->
    [windows] Windows
    [mac] a Mac
    [linux] Linux
    [android] Android
    [ios] an iPhone or iPad
   *[other] another device
}

## time: days, moments and how long something lasts

time-day = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
time-date = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
time-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
time-moment = { $day } at { $clock }
time-clock = { $clock }
time-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
time-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
time-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}

## mail: below every mail and in more than one place

mail-help-title = Need help?
mail-help-residents = Ask your landlord. The letter with your username says how.
mail-help-staff = Ask your admin.
mail-help-contacts = Call the person at our office with whom you always work.
mail-foot = This email comes from { $brand }. We do not read replies to it. We never ask for your password.
mail-link-below = Does the button not work? Then use this link:
mail-username-label = Your username
mail-username-line = Username: { $username }
mail-not-you = Was this not you?
mail-nothing-to-do = Was this you? Then you do not have to do anything.
mail-staff-not-you = Then choose a new password right away. Also call your admin.

## mail: new password

mail-reset-subject = Choose a new password
mail-reset-preheader = The link in this email works for { $lasts }.
mail-reset-asked = Somebody asked for a new password for your account. That was on { $moment }, with { $device }.
mail-reset-act = Was this you? Then press “{ mail-reset-button }”. You choose the password yourself.
mail-reset-act-unconfirmed = Was this you? Then find the letter from your landlord. It shows your username. Press “{ mail-reset-button }” and fill in your username. You choose the password yourself.
mail-reset-act-staff = Was this you? Then press “{ mail-reset-button }”. You choose the password yourself. Your second step when you sign in stays the same.
mail-reset-button = Choose a new password
mail-reset-life = The link works for { $lasts }, and only once. Has the link stopped working? Then ask for a new one with “Forgotten password”.
mail-reset-not-you = Then you do not have to do anything. Nothing will change. Do not give the link to anybody, not even to somebody who calls you.
mail-reset-stranger = Then somebody may have passed on the wrong email address. You do not have to do anything. Nothing will change. Do not give the link to anybody.

## mail: forgotten username

mail-names-subject = { $count ->
    [one] Your username
   *[other] Your { $count } usernames
}
mail-names-preheader = You sign in with your username and your password.
mail-names-asked = Somebody asked which username belongs to this email address. That was on { $moment }, with { $device }.
mail-names-how = { $count ->
    [one] Below you see the username. You sign in with it. Have you forgotten your password too? Then press “New password”. We will send you one more email, with a link.
   *[other] Below you see the { $count } usernames. You sign in with them. Have you forgotten a password? Then press “New password” for that username. We will send you one more email, with a link.
}
mail-names-button = New password for { $username }
mail-names-not-you = Then you do not have to do anything. Whoever asked does not see your username. Only you receive this email.

## mail: password changed

mail-changed-subject = Your password has changed
mail-changed-preheader = Was this not you? Then choose a new password right away.
mail-changed-done = Somebody changed the password of your account. That was on { $moment }, with { $device }.
mail-changed-you = Was this you? Then you do not have to do anything. You are now signed out on all your devices. Sign in again with your new password.
mail-changed-not-you = Then choose a new password right away. After that, ask for help. The end of this email says from whom.
mail-changed-button = Ask for a new password

## mail: invitation for a member of staff

mail-invitation-subject = Set up your account at { $brand }
mail-invitation-preheader = The link in this email works for { $lasts }.
mail-invitation-client = You are getting an account at { $brand }. You will work for { $organisation }. This invitation was made on { $moment }.
mail-invitation-operator = You are getting an account at { $brand }. This invitation was made on { $moment }.
mail-invitation-role = { $role ->
    [clerk] You will be a staff member. You see the homes of your organisation and help the residents to sign in.
    [org-admin] You will be an admin. You see the homes of your organisation and invite your colleagues.
    [support] You will work at the help desk. You help residents who cannot sign in.
    [project-lead] You will be a project lead. You help the residents of your projects to sign in for the first time.
    [operator-admin] You will be an admin. You invite colleagues and look after the clients and the settings.
   *[auditor] You will be an auditor. You read the whole log. You cannot change anything.
}
mail-invitation-act = Press “{ mail-invitation-button }” and choose a password yourself. Nobody else knows it. After that you connect an app on your phone. The app gives you a code when you sign in. So keep your phone at hand.
mail-invitation-button = Set up your account
mail-invitation-life = The link works for { $lasts }, and only once. Has the link stopped working? Then ask your admin for a new invitation.
mail-invitation-unknown = Do you not know { $brand }?
mail-invitation-ignore = Then somebody made a mistake. You do not have to do anything. Do not give the link to anybody.

## mail: second step and recovery codes of a member of staff

mail-factor-subject = A new app with codes on your account
mail-factor-done = Somebody connected an app with codes to your account. That was on { $moment }, with { $device }.
mail-recovery-subject = Somebody signed in with a recovery code
mail-recovery-done = Somebody signed in to your account with a recovery code. That was on { $moment }, with { $device }.
mail-recovery-left = { $count ->
    [0] You have no recovery codes left now. Should you lose your phone, then you need a new invitation from an admin.
    [one] You have 1 recovery code left.
   *[other] You have { $count } recovery codes left.
}

## letter: the letter to a home, the bare instruction, the texts to copy

letter-file = Letters for residents of { $landlord }
letter-to = De bewoner(s) van
letter-build-number = Bouwnummer { $number }
letter-home-number = Woning { $number }
letter-date = Date
letter-reference = Reference
letter-greeting = Dear resident,
letter-title = How to sign in for the first time
letter-intro = Your home has its own page at { $brand }. You sign in there with a username and a password. You choose the password yourself.
letter-username = Your username
letter-username-line = Your username: { $username }
letter-username-later = You get it from { $landlord }.
letter-page = The page where you start
letter-page-line = The page where you start: { $page }
letter-qr = QR code. The camera of your phone opens this page with it: { $page }
letter-steps = In three steps
letter-step-scan = Point the camera of your phone at the QR code, or type the address.
letter-step-open = Open the page { $page }.
letter-step-ask = Fill in your username and press “{ reset-button }”.
letter-step-choose = Open the mail and press “{ mail-reset-button }”. Fill in your username once more and think of a password. Then you can sign in.
letter-no-mail = No mail?
letter-no-mail-do = The mail comes within ten minutes. Look in your junk mail (spam) too. Still nothing? Then give your email address to { $landlord }.
letter-help = Need help?
letter-help-landlord = Call or mail { $landlord }.
letter-help-safe = Give your password to nobody, not even to us. Keep your username safe.
letter-notice-nothing = You do not have to do anything.
letter-closing = Kind regards,

letter-address-title = Pass on your email address
letter-address-intro = Your home has its own page at { $brand }. You need an email address to sign in. { $landlord } does not have your email address yet.
letter-address-step-tell = Give your email address and your username to { $landlord }.
letter-address-step-wait = Wait until you hear from { $landlord }. Then you can go on.
letter-address-step-scan = Then point the camera of your phone at the QR code, or type the address. Ask for a mail and choose a password yourself.
letter-address-step-open = Then open the page { $page }. Ask for a mail and choose a password yourself.
letter-address-none = No email address?
letter-address-none-do = Tell { $landlord }. Together you find another way.

letter-pointer-nl = Nederlands
letter-pointer-nl-first = Zo logt u de eerste keer in. Hulp nodig? Vraag het aan uw verhuurder.
letter-pointer-nl-address = Geef uw e-mailadres door. Hulp nodig? Vraag het aan uw verhuurder.
letter-pointer-en = English
letter-pointer-en-first = This letter says how to sign in for the first time. Need help? Ask your landlord.
letter-pointer-en-address = Your landlord still needs your email address. Need help? Ask your landlord.
letter-pointer-tr = Türkçe
letter-pointer-tr-first = Bu mektup ilk girişi anlatır. Yardım için ev sahibinize sorun.
letter-pointer-tr-address = Ev sahibinizin e-posta adresinize ihtiyacı var. Yardım için ev sahibinize sorun.
letter-pointer-pl = Polski
letter-pointer-pl-first = Ten list wyjaśnia pierwsze logowanie. Pomoc? Proszę zapytać wynajmującego.
letter-pointer-pl-address = Wynajmujący nie zna Państwa e-maila. Pomoc? Proszę zapytać wynajmującego.

## page: what stands on every page

shell-fault = Error:
shell-skip = To the content
shell-work-label = Maintenance
shell-work-when = From { $from } until { $to }.
shell-menu = Menu
shell-start = Start
shell-signed-in-as = Signed in as
shell-help = Need help?
shell-help-landlord = Call or email your landlord. They can help you. Never give your password to anyone.
staff-shell-help = Ask a colleague who is an admin. Never give your password or your codes to anyone.
staff-shell-help-contact = Call the person at our office with whom you always work. Use a number that you had already.
staff-shell-help-admin = Ask the admin of { $brand }. Never give your password or your codes to anyone.
staff-shell-help-operator = Ask another admin, or whoever runs the server. Never give your password or your codes to anyone.
staff-shell-post = Mail that did not arrive

field-summary = Something is not right
field-username = Username
field-password = Password
field-email = Email address

common-way-login = To the sign-in page

## page: signing in

login-title = Sign in
login-lead = Welcome. Sign in with your username and your password.
login-username-hint = Your username is in the letter from your landlord.
login-button = Sign in
login-next = Then you come to your own page.
login-way-reset = Forgotten your password, or signing in for the first time?
login-way-names = Lost your username?
login-wrong = The username or the password is not right. Check them and try again. Still no luck? Then choose a new password.
login-slowed = There were too many tries to sign in. Wait { $wait } and then try again. You can also choose a new password.
login-password-set = Your new password is set. Sign in now.
login-signed-out = You are signed out.
login-session-ended = You were away for a while. Please sign in again.

## page: second step of signing in (staff)

staff-factor-title = Second step
staff-factor-lead = Your password is right. Now your code.
staff-factor-code = Code from your app
staff-factor-code-hint = Six digits. A new one comes every half minute.
staff-factor-recovery = Recovery code
staff-factor-recovery-hint = One of the ten codes that you kept. Each code works once.
staff-factor-next = Then you are signed in.
staff-factor-way-app = Use the code from your app
staff-factor-way-recovery = No phone at hand? Use a recovery code
staff-factor-lost = Lost both your phone and your codes? Ask another admin for a new invitation.
staff-factor-empty = Fill in the code.
staff-factor-wrong = This code is not right, or it was used before. Wait for the next code in your app and fill that in.
staff-factor-recovery-wrong = This recovery code is not right, or it was used before. Check it or take another one.
staff-factor-slowed = Too many codes were tried. Wait { $wait } and then try again.

## page: forgotten password

reset-title = Choose a new password
reset-lead = Have you forgotten your password? Or are you signing in for the first time? Then start here.
reset-hint = For example ALMELO01. It is in the letter from your landlord.
reset-button = Send me an email
reset-next = You get an email with a link. With that link you choose your own password.
reset-empty = Fill in your username. It is in the letter from your landlord.
reset-too-long = This is too long for a username. Fill in only the name from the letter.
reset-asked-title = Now look in your email
reset-asked-lead = You can close this page.
reset-asked-mail = Do we know your email address? Then you get an email with a link within ten minutes.
reset-asked-spam = No email? Then look in the folder with unwanted email (spam) too.
reset-asked-nothing = Still nothing? Then we do not know your email address, or we have a wrong one. Call or email your landlord. They pass your address on to us.
reset-asked-way-again = Fill in another username

## page: lost username

names-title = Lost your username?
names-lead = We email you which username belongs to your email address.
names-hint = The address that you gave to your landlord. For example name@example.nl.
names-button = Send me an email
names-next = The email has your username and a button for a new password.
names-empty = Fill in your email address.
names-not-an-address = This is not an email address. It has one at sign in it, as in name@example.nl.
names-asked-title = Your email is on its way
names-asked-lead = You can close this page.
names-asked-mail = Does this email address belong to a home? Then you get an email with your username within ten minutes.
names-asked-spam = No email? Then look in the folder with unwanted email (spam) too.
names-asked-nothing = Still nothing? Then look in the letter from your landlord. It has your username. No letter any more? Call or email your landlord.
names-asked-way-again = Fill in another email address

## page: the new password

password-title = Choose your new password
password-lead = A short sentence is strong, and easy to remember.
password-for = You choose a password for
password-new = New password
password-hint = At least { $count } characters. Spaces are fine. No need for digits or capitals.
password-username-hint = It is in the letter from your landlord. That is how we know it is you.
password-show = Show
password-hide = Hide
password-show-label = Show the password
password-left = { $count ->
    [one] 1 character to go
   *[other] { $count } characters to go
}
password-enough = Long enough
password-suggest = Think of one for me
password-suggested-type = An idea: { $sentence }. Do you want this sentence? Then type it in above.
password-suggested = Your password is now: { $sentence }. Write it down or keep it in your phone.
password-button = Save my password
password-next = You are then signed out on all your devices. After that, sign in with the new password.
password-too-short = { $missing ->
    [one] Your password is too short. Add 1 character.
   *[other] Your password is too short. Add { $missing } characters.
}
password-too-long = Your password is too long. Choose one with fewer characters.
password-known = This password is too well known. Many people use it, or it was stolen once. Choose four separate words.
password-repeats = This password repeats itself. That is quick to guess. Choose four separate words.
password-run = This password is a row, such as abcd or 1234. That is quick to guess. Choose four separate words.
password-is-username = Your username is in this password. That is quick to guess. Choose something else.
password-is-brand = A name that belongs to your home is in this password. That is quick to guess. Choose something else.
password-is-word = This is one word with something added. That is quick to guess. Turn it into a sentence of four words.
password-username-empty = Fill in your username too. It is in the letter from your landlord.
password-username-wrong = This username does not belong to this link. Look in the letter from your landlord and try again. After five times the link stops.

## page: a link that no longer works

dead-title = This link no longer works
dead-unknown = We do not know this link. Perhaps part of it was lost on the way from the email.
dead-expired = The link was too old. That is for your safety.
dead-used = A password was already chosen with this link. Was that you? Then sign in. Was it not you? Then ask for a new link at once.
dead-replaced = You got another email after this one. Use the link in the newest email.
dead-address-changed = The home now has another email address. The email is in the mailbox of the new address.
dead-too-many-tries = A wrong username was filled in too often. That is why the link stopped. Take the letter from your landlord and ask for a new one.
dead-ended = This link belongs to a resident who no longer lives here. Do you still live here? Then call or email your landlord.
dead-again = Ask for a new link

## page: invitation for a member of staff

staff-step = Step { $step } of { $steps }
staff-invitation-title = Make your account
staff-invitation-button = Save and continue
staff-invitation-next = After this you connect an app on your phone.
staff-enrol-title = Connect an app that gives codes
staff-enrol-app = Open an app that gives codes on your phone. For example Aegis, 2FAS, Google Authenticator or Microsoft Authenticator.
staff-enrol-scan = Add an account there and point the camera at this square.
staff-enrol-qr = QR code for your app. The letters below say the same.
staff-enrol-type = Does that not work? Type these letters into the app:
staff-enrol-fill = The app now shows six digits. Fill them in below.
staff-enrol-button = Check the code
staff-enrol-next = After this you get ten recovery codes.
staff-enrol-wrong = This code is not right. See if the clock of your phone is right. Wait for the next code and fill that in.
staff-codes-title = Keep your recovery codes
staff-codes-lead = With a recovery code you sign in when you do not have your phone. Each code works once.
staff-codes-once = You see these codes only once. Print them or keep them in your password manager.
staff-codes-print = Print
staff-codes-copy = Copy
staff-codes-copied = Copied
staff-codes-button = I have kept them
staff-codes-next = Then you are done. You are already signed in.
staff-dead-title = This invitation no longer works
staff-dead-used = An account was already made with this invitation. Was that you? Then sign in.
staff-dead-expired = The invitation was too old. An invitation works for 72 hours.
staff-dead-replaced = A new invitation was sent after this one. Use the link in the newest email.
staff-dead-ended = This invitation was withdrawn, or part of the link was lost on the way from the email.
staff-dead-not-you = Was that not you? Ask the administrator who invited you for a new invitation.
staff-dead-way = Ask the admin who invited you for a new invitation.

## page: start

start-work-title = Maintenance soon
start-title = You are signed in
start-lead = This is your own page.
start-home = Your home
start-home-unknown = This home has no address yet
start-landlord = Your landlord
start-sign-out = Sign out
start-sign-out-next = Are you using somebody else’s computer? Then always sign out.
staff-start-title = Your workplace
staff-start-lead = You are signed in as a member of staff.
staff-start-role = Your role
staff-start-organisation = Your organisation
staff-start-work = Your work
staff-role-clerk = Clerk
staff-role-org-admin = Admin
staff-role-support = Support
staff-role-project-lead = Project lead
staff-role-operator-admin = System admin
staff-role-auditor = Auditor

## page: mail that did not arrive (operator)

staff-post-title = Mail that did not arrive
staff-post-lead = These mails were given up after the last try. Is the cause gone? Then put the mail back in the queue.
staff-post-table = Mails that did not arrive, newest first
staff-post-when = Given up
staff-post-kind = Mail
staff-post-lane = Lane
staff-post-address = To
staff-post-address-none = Not looked up yet
staff-post-tries = Tries
staff-post-reason-recipient-refused = No such address
staff-post-reason-mailbox-full = Mailbox full
staff-post-reason-content-refused = Content refused
staff-post-reason-policy = Refused by policy
staff-post-reason-server-refused = Server refuses
staff-post-reason-outcome-unknown = Unclear whether it arrived
staff-post-reason-too-late = Tried for too long
staff-post-reason-other = Other reason
staff-post-answer = Reason and last answer
staff-post-answer-none = No answer came
staff-post-act = Action
staff-post-retry = Try again
staff-post-retry-label = Try again: { $kind }, to { $address }
staff-post-lane-security = Security
staff-post-lane-service = Service
staff-post-none = All mail has arrived
staff-post-none-do = A mail that does not arrive after all its tries is shown here.
staff-post-older = Older mail
staff-post-newest = Back to the newest
staff-post-retried = The mail is back in the queue. It leaves within a minute.
staff-post-not-retried = This mail cannot go again. It was sent already, or the request has run out.
staff-post-kind-reset = New password
staff-post-kind-names = Lost username
staff-post-kind-changed = Password changed
staff-post-kind-invitation = Invitation
staff-post-kind-factor = New app with codes
staff-post-kind-other = Other mail
staff-post-kind-recovery = Signed in with a recovery code

## service: the service portal, first-time login (clerks and project leads)

service-unreadable-unknown = We could not read this list. That is our fault.
service-unreadable-do = Send the list again as Excel (.xlsx) or CSV.
service-undo-stays-why = Somebody acted on it already: handed out, asked for or signed in.
service-trouble-bounced = The mail comes back: this email address does not exist.
service-why-half = Handed out in part: the username or the instruction is still missing.
service-title = { $page }: { $project }
service-crumbs = Where you are
service-tabs = Of this project
service-tab-board = Overview
service-tab-lists = List
service-tab-worklist = Work list
service-tab-letters = Letters
service-tab-homes = Homes
service-tab-changes = New residents
service-shell-projects = Projects
service-shell-worklist = Work list
service-shell-letters = Letters
service-shell-homes = Homes
service-pager = Pages
service-pager-first = Back to the start
service-pager-previous = Previous
service-pager-next = Next
service-search = Search
service-search-clear = Show all
service-not-found-do = Check the spelling. Or search for part of it.
service-act = Action
service-copy = Copy
service-copied = Copied
service-no-address = no email address
service-file-xlsx = Excel
service-file-csv = CSV
service-step-1 = Email address received
service-step-2 = Processed
service-step-3 = List returned
service-step-4 = Username handed out
service-step-5 = Instruction handed out
service-step-6 = Password asked for
service-step-7 = Mail accepted
service-step-8 = Password chosen
service-step-9 = Signed in

service-list-not-told = To hand out
service-list-bounced = Address does not exist
service-list-no-address = No email address
service-list-no-reset = Not asked yet
service-list-never = Never signed in
service-list-not-told-do = Make the letters, hand them out and tick them off.
service-list-bounced-do = Ask the resident for a working address and put it in a new list.
service-list-no-address-do = Send the letter that asks for an email address.
service-list-no-reset-do = Remind these residents: they have the letter and did nothing yet.
service-list-never-do = The home was delivered more than 60 days ago. Phone them, or call at the door.
service-waiting-not-told = { $count ->
    [one] 1 home has no username and instruction yet
   *[other] { $count } homes have no username and instruction yet
}
service-waiting-bounced = { $count ->
    [one] 1 email address does not exist
   *[other] { $count } email addresses do not exist
}
service-waiting-no-address = { $count ->
    [one] 1 home has no email address
   *[other] { $count } homes have no email address
}
service-waiting-no-reset = { $count ->
    [one] 1 resident has not asked for a password yet
   *[other] { $count } residents have not asked for a password yet
}
service-waiting-never = { $count ->
    [one] 1 resident has not signed in after 60 days
   *[other] { $count } residents have not signed in after 60 days
}
service-next-title = First of all
service-next-ask = There is no list with email addresses yet.
service-next-decide = A list has been read and waits for your decision.
service-next-nothing = Nothing to do. Everybody is in, or on the way.
service-next-ask-button = Begin with the list
service-next-decide-button = Look at the list
service-next-work-button = Go to the work list

service-projects-title = Projects
service-projects-search = Find a project
service-projects-search-hint = Name or client
service-projects-project = Project
service-projects-next = First of all
service-projects-homes = Homes
service-projects-signed-in = Signed in
service-projects-none = There is no project for you yet
service-projects-none-do = Ask your admin to assign you to a project.
service-projects-not-found = No project found
service-choose-worklist = Work list: choose a project
service-choose-letters = Letters: choose a project
service-choose-homes = Homes: choose a project
service-choose-changes = Choose a project to see who leaves and who comes
service-choose-none = There is no project with homes yet
service-choose-none-do = Go to the projects and begin with the list

service-board-homes = { $homes } homes.
service-board-delivered = Delivered on { $day }.
service-board-none = The overview of this project comes here
service-board-none-do = Once the first list has been processed, you see for each step how far the residents are.
service-funnel-title = The nine steps
service-funnel-table = For each step: how many homes came so far, and how many got stuck
service-funnel-step = Step
service-funnel-homes = Homes
service-funnel-share = Share
service-funnel-lost = What gets stuck
service-lost-1 = { $count } without email address
service-lost-2 = { $count } to be processed
service-lost-3 = { $count } not returned yet
service-lost-4 = { $count } without username yet
service-lost-5 = { $count } without instruction yet
service-lost-6 = { $count } asked for nothing yet
service-lost-7 = { $count } did not get the mail
service-lost-8 = { $count } chose no password yet
service-lost-9 = { $count } did not sign in yet
service-work-title = Work lists
service-work-none = All work lists are empty.
service-time-title = Signed in, over time
service-time-now = { $count } of { $homes } homes ({ $share })
service-time-table = Signed in per day, newest first
service-time-day = Day
service-time-homes = Signed in
service-time-none = Nobody has signed in yet. When somebody does, you see a line here.

service-lists-title = Lists
service-lists-file = File
service-lists-state = Status
service-lists-rows = Rows
service-lists-at = Uploaded
service-lists-by = By
service-lists-nameless = List without a name
service-by-server = the server
service-lists-new = Upload a new list
service-lists-none = No lists yet
service-lists-none-do = Upload the first list above.
service-state-reading = Being read
service-state-unreadable = Cannot be read
service-state-asks-columns = Point out the columns
service-state-to-confirm = Waits for you
service-state-stopped = Stopped
service-state-applying = Being processed
service-state-applied = Processed
service-state-thrown-away = Thrown away

service-upload-title = Upload the list
service-upload-file = Choose the file
service-upload-hint = Excel (.xlsx) or CSV, just as you got it. At most { $most } MB.
service-upload-drop = Or drag the file onto this place.
service-upload-button = Read the list
service-upload-next = Nothing changes yet. First you see for each row what would happen.
service-upload-sending = Being sent:
service-upload-sent = Sent. The list is being read now.
service-upload-no-file = Choose a file first. Then the list can be read.
service-upload-empty = This file is empty. Choose another file, or ask for a new list.
service-upload-too-large = This file is larger than { $most } MB. Cut the list into parts and upload them one by one.
service-upload-other-kind = This is neither Excel nor CSV. Save the list as .xlsx or .csv and try again.
service-ask-title = Ask the client for the list
service-ask-lead = Send this text with the empty file. The client’s own list will do as well.
service-ask-own-title = No list yet?
service-ask-own-lead = Fill in this empty list, or use the list from your own system. One home on each row, with your own number, the address and one email address. We need no citizen service number (BSN) or date of birth.
service-ask-xlsx = Empty list for Excel
service-ask-csv = Empty list as CSV
service-ask-text-title = Text for the client
service-ask-text =
    Subject: email addresses for { $project }

    Dear colleague,

    The residents of { $project } will soon sign in to { $brand }. Could you send us a list for that?

    Put one home on each row, with:
    - your own number of the home (VHE)
    - street, house number, addition, postcode and town
    - one email address of the resident. You do not know it? Leave it empty.

    Please send no citizen service number (BSN), date of birth or phone number. We do not need them.

    You may use the file that comes with this mail, or a list from your own system. You get it back with the username of each home.

    Thank you in advance.

service-batch-uploaded = Uploaded by { $by } on { $at }.
service-running-waiting = The list waits for its turn
service-running-reading = The list is being read
service-running-applying = The list is being processed
service-running-of = { $done } of { $total } rows
service-running-so-far = { $done } rows
service-running-leave = You may leave this page and come back later. The work goes on.
service-running-again = Look again
service-running-watch = Look again by itself every 10 seconds
service-running-watching = This page looks again by itself every 10 seconds.
service-running-stop = Stop that
service-ended-unreadable = This list cannot be read
service-ended-nothing-kept = Nothing has changed, and the file has not been kept.
service-ended-thrown-away = This list was thrown away
service-ended-undone = This list was undone
service-ended-undone-rows = { $count ->
    [one] One row was taken back.
   *[other] { $count } rows were taken back.
}
service-ended-usernames = The usernames of these homes are never given again.
service-ended-new = Upload a new list

service-judged-all = All
service-judged-new = New
service-judged-unchanged = Unchanged
service-judged-changed = Changed
service-judged-conflict = Conflict
service-judged-refused = Refused
service-stop-title = This list is stopped as a whole
service-stop-shifted = { $moved } of the { $rows } known email addresses stand at another home than before. The rows have probably shifted. A new list is needed.
service-stop-many = { $count } known email addresses would change. From ten on, a colleague looks too, and approves the list on the page Proposals. First ask yourself whether it is right.
service-confirm-title = Is this right?
service-confirm-lead = Nothing has changed yet. Look at the rows below and confirm.
service-confirm-left = { $count ->
    [one] 1 row is left: in conflict or refused.
   *[other] { $count } rows are left: in conflict or refused.
}
service-confirm-question = { $count ->
    [one] 1 home we know gets an email address. Do the same residents still live there?
   *[other] { $count } homes we know get an email address. Do the same residents still live there?
}
service-confirm-same = Yes, they are the same residents
service-confirm-new = No, there are new residents among them
service-confirm-not-said = First say whether they are the same residents. A list may not fill in the email address of a new resident.
service-confirm-new-residents = A list cannot take new residents. Remove their rows from the list and enter a tenant change for them.
service-confirm-homes = { $count ->
    [one] 1 new home
   *[other] { $count } new homes
}
service-confirm-addresses = { $count ->
    [one] 1 email address
   *[other] { $count } email addresses
}
service-confirm-completed = { $count ->
    [one] 1 completed home
   *[other] { $count } completed homes
}
service-confirm-one = Confirm: { $what }
service-confirm-nothing = There is nothing to confirm
service-confirm-nothing-do = No row changes anything. See below why.
service-throw-away = Throw the list away
service-read-title = How the list was read
service-read-rows = { $count ->
    [one] 1 row with a home.
   *[other] { $count } rows with a home.
}
service-read-titles = { $count ->
    [0] There was nothing above the column names.
    [one] 1 title row above the column names was left out.
   *[other] { $count } title rows above the column names were left out.
}
service-read-columns = Columns of the list
service-read-column = Column in the list
service-read-means = What it holds
service-read-means-label = What does column { $column } hold?
service-read-first = First rows
service-read-emptied = Emptied
service-read-again = Read the list again like this
service-read-again-next = All rows are then judged anew.
service-read-blanked = { $count ->
    [one] The column { $columns } was emptied. We do not keep BSN and date of birth.
   *[other] The columns { $columns } were emptied. We do not keep BSN and date of birth.
}
service-read-no-email = No column with email addresses was found in this list. Point it out below, or confirm without.
service-column-nothing = Do not use
service-columns-title = Point out what the columns are
service-columns-lead = First choose the row with the column names, then what each column holds. A wrong choice does no harm: you will first see what the list would do.
service-columns-ready = The list can be read like this. Check the columns and read the list again.
service-columns-until = The list has not been read yet and nothing has changed. We keep it encrypted until { $at }. After that it is gone and you send it again.
service-columns-lines = First rows of the list
service-columns-cells = What it says
service-columns-sheet = Sheet
service-columns-header = Row with the column names
service-columns-header-hint = The number in front of the row. Enter 0 if the list has no column names.
service-columns-use = Use this row
service-columns-next = You will then see per row what would happen.
service-columns-no-line = This row is not at the start of the list. Choose a row number from the table, or 0.
service-rows-title = The rows
service-rows-faults = Rows that are left, with the reason:
service-rows-filter = Show rows by judgement
service-rows-number = Row
service-rows-judged = Judgement
service-rows-home = Home
service-rows-address = Email address
service-rows-why = Why
service-rows-none = No rows with this judgement
service-rows-none-do = Show all rows

service-applied-one = Processed: { $what }
service-applied-who = By { $by } on { $at }.
service-applied-back = The list with usernames
service-applied-back-do = The list as it was, with the username of each home.
service-applied-back-xlsx = List for Excel
service-applied-kept = We keep the own columns of the list up to and including { $day }.
service-applied-returned = Last fetched on { $at }.
service-applied-gone = The own columns of the list were erased after 30 days. All usernames are on the page Homes.
service-applied-letters = Tell the residents
service-applied-told = All homes have their username and instruction.
service-applied-left = Solve what was left
service-applied-left-do = { $count ->
    [one] 1 row was not processed. Mend it in the list and upload that again.
   *[other] { $count } rows were not processed. Mend them in the list and upload that again.
}
service-applied-left-xlsx = Rows with reasons for Excel
service-undo-wrong = Was the list wrong after all?
service-undo-before = { $count ->
    [one] 1 row has been undone already.
   *[other] { $count } rows have been undone already.
}
service-undo-can = { $count ->
    [one] 1 row can still be undone: nobody did anything there yet.
   *[other] { $count } rows can still be undone: nobody did anything there yet.
}
service-undo-stay = { $count ->
    [one] 1 row stays.
   *[other] { $count } rows stay.
}
service-undo-cannot = Nothing can be undone any more. The usernames were handed out, or the residents have begun.
service-undo-look = See what can be undone
service-undo-title = Undo the list
service-undo-what = An undone username is never given again. What happens now cannot be taken back; you can upload the list once more.
service-undo-table = Rows of the list that changed something
service-undo-then = What happens
service-undo-home-goes = The home and the username go
service-undo-address-back = The email address becomes what it was
service-undo-place-goes = Street and number of the home go again
service-undo-stays = Stays
service-undo-ticked = Undo the chosen rows
service-undo-count = Take # rows back
service-undo-all = { $count ->
    [one] Undo that one row
   *[other] Undo all { $count } rows
}
service-undo-leave = Leave it as it is
service-undo-done = { $count ->
    [one] 1 row has been undone.
   *[other] { $count } rows have been undone.
}

service-homes-search = Find a home
service-homes-search-hint = Number, address or username
service-homes-number = Number
service-homes-no-place = no address yet
service-homes-steps = Steps
service-homes-hangs = What it waits for
service-homes-heard = { $count } of 9 steps done
service-homes-none = There are no homes yet
service-homes-none-do = Begin with the list
service-homes-not-found = No home found
service-hangs-1 = Waits for an email address
service-hangs-2 = Being processed
service-hangs-3 = List not returned yet
service-hangs-4 = Username to be handed out
service-hangs-5 = Instruction to be handed out
service-hangs-6 = Resident has not asked for a password
service-hangs-7 = Mail not accepted yet
service-hangs-8 = Resident has not chosen a password
service-hangs-9 = Resident has not signed in
service-hangs-none = Signed in

service-shell-users = Users
service-users-title = Users
service-users-search = Find a home or a user
service-users-search-hint = Address, number, username or email address
service-users-address-do = An email address is found only when you type all of it.
service-users-found = { $count ->
    [0] No home found
    [one] 1 home found
   *[other] { $count } homes found
}
service-users-many = { $count } homes shown. There may be more: type a little more then.
service-users-waiting = What is waiting, per project
service-home-vacant = Nobody lives here now
service-home-vacant-do = Is a new resident coming? Choose ‘New resident’ at the end of this page.
service-home-bounced = Email address does not work
service-home-second = second account
service-home-lives = Lives here
service-home-since-day = Since { $day }
service-home-no-address = No email address
service-home-proof-linked = Filled in by a colleague or with a list. The resident has not confirmed it yet.
service-home-proof-confirmed = The resident confirmed this.
service-home-delivery-ok = We know of no problems.
service-home-delivery-soft = The last email could not be delivered yet. We keep trying.
service-home-delivery-hard = This mailbox does not exist. Ask the resident for the right address.
service-home-told = Username and instruction handed out
service-home-asked = Password asked for
service-home-password = Has a password
service-home-signed-in = Last signed in
service-home-not-yet = Not yet
service-home-yes = Yes
service-home-no = No
service-home-do = What you can do
service-home-letter = Make the letter
service-home-text = Copy a text
service-home-back = Back to the home
service-home-linked = The email address is linked. No email goes out: tell the resident yourself.
service-home-linked-list = The email address is linked. No email goes out: tell the resident yourself. The home is on the work list ‘To hand out’ until you tick it off.
service-home-changed = The email address is changed. No email goes out: tell the resident yourself.
service-home-revoked = All access has ended. The resident gets in again with ‘Forgotten password’.
service-link-title = Fill in the email address
service-link-change-title = Change the email address
service-link-now = now
service-link-question = Same resident or new resident?
service-link-same = Same resident: the email address is wrong or missing
service-link-new = New resident: somebody else has moved in
service-link-hint = The resident’s own, not yours.
service-link-go-on = Go on
service-link-next = You see first exactly what will change.
service-link-not-said = Say first whether it is the same resident. A new resident may never get at the data of the one before.
service-link-empty = You did not fill in an email address. Ask the resident.
service-link-known-already = This email address is linked already. There is nothing to change.
service-link-confirm-title = Is this email address right?
service-link-what = This will change
service-link-before = Now
service-link-after = Then
service-link-no-mail = No email goes out. The resident gets an email only after ‘Forgotten password’.
service-link-old-links = Links in emails to the old address stop working.
service-link-confirm-link = Link this email address
service-link-confirm-change = Change the email address
service-link-leave = Back, I want something else
service-link-typo = This is probably a typing error. Do you mean { $meant }?
service-link-typo-fix = Yes, take that address
service-link-typo-use = Use it anyway
service-link-elsewhere = { $count ->
    [one] This email address also belongs to 1 other home of yours. Is that right?
   *[other] This email address also belongs to { $count } other homes of yours. Is that right?
}
service-users-all-projects = All projects
service-users-state = Work list
service-users-all-states = All homes
service-home-since-until = Since { $day }, until { $last }
service-home-proof = Whose address this is
service-home-delivery = Whether mail arrives
service-home-coming-last = Last day: { $day }.
service-home-coming-first = First day: { $day }.
service-home-coming-act = See or change
service-home-whole = The whole home
service-home-removed = The email address is gone. The resident gets no email any more and cannot ask for a new password.
service-link-remove = Remove the email address
service-link-remove-title = Remove the email address?
service-link-remove-next = The resident cannot ask for a new password then, until there is an email address again.
service-link-confirm-remove = Remove the email address
service-link-leaving = This resident leaves on { $day }. Is it the address of the new resident? Then enter it at ‘New resident’.
service-revoke-all-title = End all access to the home
service-revoke-title = End all access
service-revoke-what = This ends
service-revoke-nothing = Nothing gives access to this account now.
service-revoke-password = The password
service-revoke-sessions = { $count ->
    [one] 1 device that is signed in
   *[other] { $count } devices that are signed in
}
service-revoke-devices = { $count ->
    [one] 1 device that we recognise
   *[other] { $count } devices that we recognise
}
service-revoke-links = { $count ->
    [one] 1 link in an email
   *[other] { $count } links in emails
}
service-revoke-mails = { $count ->
    [one] 1 email that has yet to go
   *[other] { $count } emails that have yet to go
}
service-revoke-stays = The resident stays. The username and the email address stay as they are.
service-revoke-next = After this the resident chooses a new password with ‘Forgotten password’. Tell the resident so.
service-revoke-next-no-address = Mind: there is an account without an email address. Fill it in first, or the resident cannot get in any more.
service-revoke-button = End all access
service-revoke-logged = This goes into the log under your name. You cannot undo it.

service-act-letters = Make the letters
service-act-letters-address = Make the letters
service-act-new-list = Upload a new list
service-act-remind = Text for a reminder
service-act-letter = Letter
service-act-letter-label = Letter for { $home }
service-tick = Choose
service-tick-label = Choose { $home }
service-tick-page = Choose all homes on this page
service-tick-legend = Tick off
service-tick-what = Tick as handed out:
service-tick-both = username and instruction
service-tick-username = the username only
service-tick-instruction = the instruction only
service-tick-ticked = Chosen homes
service-tick-count = Chosen homes (#)
service-tick-all = { $count ->
    [one] The only home
   *[other] All { $count } homes
}
service-tick-next = First you see exactly what will change.
service-nothing-ticked = You have chosen nothing yet. Tick one or more rows, or take them all.
service-told-handed-out = { $count ->
    [one] 1 home was ticked as handed out.
   *[other] { $count } homes were ticked as handed out.
}
service-told-undone = { $count ->
    [one] The tick of 1 home is gone again.
   *[other] The ticks of { $count } homes are gone again.
}
service-told-undo = Undo
service-worklist-none = This list is empty. Well done.
service-worklist-none-do = Back to the overview
service-worklist-since = Since
service-worklist-why = Details
service-handout-title = Tick as handed out
service-handout-both = { $count ->
    [one] You say with this: this resident got the username and the instruction.
   *[other] You say with this: these { $count } residents got the username and the instruction.
}
service-handout-username = { $count ->
    [one] You say with this: this resident got the username. Not the instruction yet.
   *[other] You say with this: these { $count } residents got the username. Not the instruction yet.
}
service-handout-instruction = { $count ->
    [one] You say with this: this resident got the instruction. Not the username yet.
   *[other] You say with this: these { $count } residents got the instruction. Not the username yet.
}
service-handout-already = { $count ->
    [one] 1 home had been ticked before. Nothing changes there.
   *[other] { $count } homes had been ticked before. Nothing changes there.
}
service-handout-button = { $count ->
    [one] Tick this home
   *[other] Tick these { $count } homes
}
service-handout-next = Homes you tick yourself can be undone afterwards.
service-handout-back = Back to the work list
service-handout-none = There is nothing to tick
service-handout-table = Homes that you tick
service-handout-more = { $count ->
    [one] And 1 more home.
   *[other] And { $count } more homes.
}
service-back-title = Take back ticks
service-back-mistake = Ticked by mistake?
service-back-what = What you take back:
service-back-ticked = Take back for chosen homes
service-back-all = { $count ->
    [one] Take back for the only home
   *[other] Take back for all { $count } homes
}
service-back-run = Take back ticks
service-back-both = { $count ->
    [one] This home will no longer be ticked. The resident has not done anything yet.
   *[other] These { $count } homes will no longer be ticked. The residents have not done anything yet.
}
service-back-username = { $count ->
    [one] The username of this home will no longer be ticked. The resident has not done anything yet.
   *[other] The usernames of these { $count } homes will no longer be ticked. The residents have not done anything yet.
}
service-back-instruction = { $count ->
    [one] The instruction of this home will no longer be ticked. The resident has not done anything yet.
   *[other] The instructions of these { $count } homes will no longer be ticked. The residents have not done anything yet.
}
service-back-already = { $count ->
    [one] 1 home stays as it is: nothing is ticked, or the resident has begun.
   *[other] { $count } homes stay as they are: nothing is ticked, or the residents have begun.
}
service-back-button = { $count ->
    [one] Take back the tick of this home
   *[other] Take back the ticks of these { $count } homes
}
service-back-next = Earlier ticks go too, so check the homes. You can tick them again afterwards.
service-back-none = There is nothing to take back
service-back-table = Homes of which you take back the tick

service-letters-title = Make letters
service-letters-which = For which homes?
service-letters-not-told = Not handed out yet
service-letters-no-address = Without email address: ask for one
service-letters-all = All homes
service-letters-one = One home
service-letters-home = Which home?
service-letters-home-hint = Only if you chose one home. Number, address or username.
service-letters-language = Language
service-letters-button = Make the PDF
service-letters-next = One page per home, for a window envelope. More than 2,000 homes come in parts.
service-letters-no-home = You named no home. Type its number, its address or its username.
service-letters-unknown-home = There is no such home in this project. Check it, or find it on the page Homes.
service-letters-nobody = There is no home at all for this choice. Choose other homes.
service-letters-made = { $count ->
    [one] The letter for 1 home is ready
   *[other] The letters for { $count } homes are ready
}
service-letters-made-do = Print them and hand them out. Then tick them off: the tick counts, not the printing.
service-letters-file = PDF
service-letters-part = Part { $part } of { $of }
service-letters-tick = { $count ->
    [one] Tick 1 home
   *[other] Tick { $count } homes
}
service-letters-again = { $count ->
    [one] 1 home had a letter before
   *[other] { $count } homes had a letter before
}
service-letters-own = Rather your own letter or mail?
service-letters-own-lead = Add this instruction. It holds nothing about a home. You add the username yourself.
service-letters-instruction-pdf = Instruction as PDF
service-letters-instruction-docx = Instruction for Word
service-runs-title = Made before
service-runs-at = Made
service-runs-which = For
service-runs-homes = Homes
service-runs-by = By
service-runs-file = File
service-runs-told = Ticked off
service-runs-none = No letters have been made yet
service-runs-none-do = Choose above for which homes you want letters.
service-text-title = Texts to copy
service-text-letter-title = Instruction for your letter or mail
service-text-letter =
    You can now sign in to { $brand }. This is how:

    1. Go to { $url }
    2. Fill in your username: [username]
    3. You get an email from us. Open the link in that email.
    4. Choose a password. A sentence of four words is fine.

    No email? Look in your spam folder. Not there either? Then contact us.
service-text-remind-title = Reminder
service-text-remind =
    You got a letter from us with your username for { $brand }. You have not chosen a password yet.

    Go to { $url } and fill in your username. You then get an email with a link.

    Lost the letter? Contact us.
service-text-address-title = Ask for an email address
service-text-address =
    We do not have your email address yet. Without an email address you cannot choose a password.

    Give your email address to { $client }. After that you get a letter that says how to sign in.

## page: when something cannot be done

error-code = Calling for help? Then mention this code:
error-way-start = To the start page
error-bad-request = We do not understand this
error-bad-request-do = Something went wrong on the way to us. Go back to the page before and try again.
error-forbidden = You may not open this
error-forbidden-do = This page belongs to other work. Do you need it? Then ask your admin.
error-other-site = This did not come from our page
error-other-site-do = For your safety we did nothing. Open the page again and try once more.
error-not-found = This page is not there
error-not-found-do = Check the address for typing mistakes. Or go to the start page.
error-wrong-method = This page does not work that way
error-wrong-method-do = Go to the start page and choose there what you want to do.
error-too-large = This is too large
error-too-large-do = More was sent than we accept. Make it shorter and try again.
error-too-many = Not so fast
error-too-many-do = This was done too often in a row. Wait { $wait } and then try again.
error-internal = Something went wrong on our side
error-internal-do = You did nothing wrong. Try again in a few minutes. Still no luck? Then call or email your landlord.
error-unknown = We do not know whether it worked
error-unknown-do = It took too long. Perhaps it was done after all. Please check that before you do it again.
error-unavailable = It is very busy now
error-unavailable-do = We cannot help you right now. Wait { $wait } and then try again. Your data are safe.

## page: in the demo only

demo-bar = Demo
demo-bar-label = Demo
demo-bar-walk = Walk
demo-bar-mail = Mail
demo-bar-clock = Clock
demo-bar-codes = Codes
demo-title = A walk through the demo
demo-lead = Everything here is invented. Mails get no further than this computer. Follow these steps, or look around yourself.
demo-walk-login = Sign in as a resident
demo-walk-reset = Choose a new password, with a username from the list below
demo-walk-mail = Open the mail that follows
demo-walk-clock = Move the clock and see the link run out
demo-walk-staff = Sign in as staff, with a code from this page
demo-people = Who you can be
demo-people-who = Who
demo-people-login = Sign in as
demo-people-none = No password yet
demo-mails-title = Mail in the demo
demo-mails-lead = Here is every mail that the demo sends. The newest is on top.
demo-mails-again = Look again
demo-mails-none = No mail yet
demo-mails-none-do = Ask for a new password, and a mail comes
demo-mail-title = Mail: { $subject }
demo-mail-back = Back to the mail
demo-mail-subject = Subject
demo-mail-from = From
demo-mail-to = To
demo-mail-at = Arrived
demo-mail-html = See the mail as it looks
demo-mail-links = Links in this mail
demo-mail-text = The mail as plain text
demo-clock-title = The clock of the demo
demo-clock-lead = Move the clock and see what happens. There is no way back.
demo-clock-hour = 1 hour on
demo-clock-link = 25 hours on
demo-clock-fortnight = 14 days on
demo-clock-forward = How far ahead?
demo-clock-forward-hint = For example 2d for two days, 3h for three hours or 10m for ten minutes.
demo-clock-button = Move ahead
demo-clock-next = The whole demo then lives at the new time.
demo-clock-unreadable = The clock cannot read this. Fill in a number with d, h or m behind it. For example 2d.
demo-codes-title = Codes of the staff
demo-codes-lead = { $seconds ->
    [one] These codes work for 1 more second.
   *[other] These codes work for { $seconds } more seconds.
}
demo-codes-again = Look again
demo-codes-code = Code
demo-state-signed-in = signs in
demo-state-password-set = chose a password
demo-state-mail-asked = just got a mail with a link
demo-state-linked = email address known
demo-state-no-address = no email address known
demo-state-refused = this email address no longer exists
demo-state-carer = one email address for several homes
demo-state-invited = the invitation is in the mail

## cli: the walk that the demo prints

cli-demo-title = The demo of Huissleutel is ready: { $url }
cli-demo-english = In English: { $url }
cli-demo-resident = 1. Sign in as a resident
cli-demo-reset = 2. Forget a password; more usernames are on the walk
cli-demo-mail = 3. Read the mails, also as JSON with ?format=json
cli-demo-clock = 4. Move the clock
cli-demo-staff = 5. Sign in as staff, with the code on this page
cli-demo-stays = Stop: Ctrl-C. Everything stays in { $folder }
cli-demo-goes = Stop: Ctrl-C. Then everything is gone; with --data-dir it stays.

## cli: the report on a list, and the list of usernames

cli-import-counts = New: { $new }. Unchanged: { $unchanged }. Changed: { $changed }. Conflict: { $conflict }. Refused: { $refused }.
cli-import-dry = Nothing was stored. Is the report right? Then give the command once more, with --confirm.
cli-import-done = The list was applied.
cli-import-nothing = The list was not applied again: there is nothing to change.

## cli: how far the homes of a project have come, and what there is to do

cli-handout-done = Ticked: { $changed }. Ticked before: { $unchanged }.
cli-handout-undone = Taken back: { $changed }. Left as they were: { $unchanged }.
cli-handout-unknown = { $count } rows lead to no home of this project that somebody lives in now. Rows: { $lines }.
cli-funnel-homes = Homes: { $homes }. Of which empty: { $vacant }.
cli-funnel-lost = got no further: { $lost }
cli-funnel-lists = To do:
cli-step-address-received = email address received
cli-step-processed = processed
cli-step-list-returned = list returned
cli-step-username-handed-out = username handed out
cli-step-instruction-handed-out = instruction handed out
cli-step-reset-asked = password asked
cli-step-mail-accepted = mail delivered
cli-step-password-set = password set
cli-step-signed-in = signed in
cli-worklist-list = Work list
cli-worklist-hangs = Waits for
cli-worklist-next = What now
cli-worklist-no-address = no email address
cli-worklist-bounced = mail bounces
cli-worklist-not-told = to be handed out
cli-worklist-no-reset-asked = no password asked yet
cli-worklist-never-signed-in = never signed in after 60 days
cli-waits-for-nothing = nothing: the resident is in
cli-next-ask-address = Ask the resident for an email address.
cli-next-correct-address = Ask the resident for the right email address.
cli-next-hand-out = Hand the letter to the resident and tick it.
cli-next-remind = Remind the resident of the letter.
cli-next-wait = Wait for the mail, or find out where it is.
cli-next-nothing = Nothing.

## list: what we say about a list, on pages and on the command line

list-judgement-new = new
list-judgement-unchanged = unchanged
list-judgement-changed = changed
list-judgement-conflict = conflict
list-judgement-refused = refused
list-fault-shifted = The whole list is refused. { $moved } of the { $rows } known addresses stand at another home than before. The rows have probably moved. Ask the client for a new list.
list-fault-many = The whole list is refused. { $count } addresses would change. Ten or more need a second person, which this command cannot do yet. Do not split the list; ask whether it is right.
list-column-client-number = Home number
list-column-street = Street
list-column-house-number = House number
list-column-house-letter = House letter
list-column-addition = Addition
list-column-postcode = Postcode
list-column-place = Town
list-column-email = Email address
list-column-build-number = Build number
list-column-username = Username
list-column-status = Status
list-reason-no-key = The row does not say which home it is. Fill in the home number, or postcode and house number, or the build number.
list-reason-postcode = This is not a Dutch postcode. Write it as 1234 AB.
list-reason-house-number = This is not a house number. Write the number first, then the letter or addition.
list-reason-no-house-number = A postcode needs a house number.
list-reason-too-long = This is too long.
list-reason-sign = There is a sign in it that does not belong here, such as a line end.
list-reason-extra-cells = The row has more cells than there are columns. It may have moved.
list-reason-email-no-at = This is not an email address: the @ is missing.
list-reason-email-many = There is more than one email address here. Choose one.
list-reason-email-sign = There is a sign in it that does not belong in an email address.
list-reason-email-dot = There is a dot in the wrong place.
list-reason-email-domain = What stands behind the @ is not a good name.
list-reason-email-too-long = This email address is too long.
list-reason-completed = The street and house number of this home are added.
list-reason-email-typo = Look at this again: probably a typing error behind the @. The address was accepted.
list-reason-twice-in-list = This home is in the list more than once. Leave one row.
list-reason-two-homes = Number and address belong to two different homes.
list-reason-other-project = This home belongs to another project of this client.
list-reason-confirmed = The resident has confirmed another address. The same resident? Then they change it themselves. A new resident? Enter a tenant change.
list-reason-in-use = This account is in use. A list changes nothing about it. The same resident? Then they change the address themselves. A new resident? Enter a tenant change.
list-status-vacant = No resident
list-status-no-address = No email address
list-status-address-refused = Email address does not exist
list-status-linked = Email address linked
list-status-confirmed = Email address confirmed
list-column-address = Street and house number
list-column-postcode-place = Postcode and town
list-column-bag = BAG number
list-column-date = Date
list-column-bsn = Citizen service number (not read)
list-column-birth-date = Date of birth (not read)
list-reason-error-cell = The spreadsheet shows an error here. Fill in the right value.
list-reason-no-outcome = This is a formula without an outcome. Open the list in Excel, save it and send it again.
list-reason-became-date = Excel made a date of this house number. Format the cell as text and fill in the number again.
list-reason-address-unclear = We cannot tell the street from the house number. Give each a column of its own.
list-reason-moved = Postcode and house number were not in their own columns. We put them in their place. Look at this again.
list-reason-repaired = There were strange signs in it, such as Ã©. We made the right letters of them. Look at this again.
list-reason-garbled = Letters were lost here before the list came to us. Look at this again.
list-reason-formula = This is a formula. We take the outcome that stood in the cell when the list was saved. Look at this again.
list-reason-bag = This is not a BAG number of 16 digits. We do not use it.
list-reason-bag-padded = Excel left out the zero in front of this BAG number. We read the number with that zero.
list-reason-bag-damaged = Excel keeps 15 digits, and a BAG number has 16. The last digit is then lost and cannot be found again. We do not use this number. Format the column as text and fill it again.
list-reason-date = This date does not exist. We do not keep it, but look whether the row is right.
list-reason-date-form = This date can be read in more than one way. Write it as 31-12-2026.
list-reason-email-placeholder = We read this as: there is no email address.
list-reason-email-tidied = We took the email address only, without what stood around it.
list-file-empty = The file is empty. A list has a line with column names and a line for each home.
list-file-no-rows = There is nothing below the column names. Put each home on a line of its own.
list-file-too-big = The file is larger than 32 MB. Send the list without pictures, or in parts.
list-file-too-long = The list has more than 100,000 rows. Send it in parts.
list-file-pdf = This is a PDF. Ask for the list as an Excel file (.xlsx) or as CSV.
list-file-document = This is a text document. Put the table in Excel and save it as .xlsx.
list-file-archive = This is a zip file. Unpack it and send the list in it.
list-file-old-spreadsheet = This is an old Excel file (.xls), or it has a password. Open it in Excel and save it as .xlsx without a password.
list-file-locked = This file has a password. Save it without one.
list-file-other-spreadsheet = We cannot read this kind of spreadsheet. Save it as .xlsx.
list-file-web-page = This is a web page and not a list, whatever its name says. Open the file in Excel and save it as .xlsx.
list-file-picture = This is a picture. Ask for the list as an Excel file (.xlsx) or as CSV.
list-file-unknown = This is neither text nor a spreadsheet. Ask for the list as an Excel file (.xlsx) or as CSV.
list-file-damaged = This Excel file is damaged. Open it in Excel, save it again and send that.
list-file-swollen = Unpacked, this file is too large for a list. Put the list in a new file and send that.
list-file-no-sheet = There is no such sheet in the file.
list-file-endless = The row at line { $line } does not end. A quotation mark is opened there and never closed.
list-header-unknown = The first 30 lines have no column names that we know. Tell us what the columns are.
list-header-twice = There are two columns for “{ $column }”. Choose which one counts.
list-header-no-key = No column tells which home it is. Needed is a home number, a postcode with house number, or a build number.
list-header-too-wide = The list has more than 500 columns.
list-encoding-utf-8 = UTF-8
list-encoding-windows-1252 = Windows (1252)
list-encoding-utf-16 = UTF-16
list-template-page = How to
list-template-title = How to fill in the list
list-template-key = Give each home a line of its own. Fill in for each home: your own number, or postcode and house number, or the build number.
list-template-email = Put one email address in a cell at most. Is there none? Then leave the cell empty.
list-template-private = Do not send citizen service numbers or dates of birth. We do not need them.
list-template-example = Example. These lines do not belong in the list:
list-title-judgement = Judgement
list-title-reason = Reason
list-read-sheet = Excel, sheet { $sheet }
list-read-text = Text (CSV), { $encoding }
list-read-unknown = Text (CSV)

## change: another resident (pages for staff)

change-new-title = Something changes in this home
change-other-title = Choose another day
change-act = New resident
change-act-label = New resident in { $home }
change-kind = What happens?
change-same = Do the same residents stay, with a new contract? Then there is nothing to do: their account stays as it is.
change-kind-new-tenant = New resident
change-kind-vacant = The home becomes vacant
change-kind-arrival = A resident comes to the vacant home
change-kind-death = The resident died
change-kind-eviction = Evicted, or gone without notice
change-hint-new-tenant = The old resident leaves, somebody else comes.
change-hint-vacant = The resident leaves. Who comes is not known yet.
change-hint-arrival = Nobody lives there now.
change-hint-death = Nobody stays.
change-hint-eviction = Access ends at once. No last day is needed.
change-last = Last day of the old resident
change-last-hint = The old resident has access for all of that day. It may lie in the past.
change-first = First day of the new resident
change-first-arrival = From this day the resident can sign in.
change-first-hint = Leave it empty for the day after the last day. Only needed when somebody comes.
change-email = Email address of the new resident
change-email-hint = Empty when you do not know it yet. We send no mail: you give the letter yourself.
change-look = Look at what happens
change-look-next = Nothing changes yet.
change-fault-kind = Choose what happens.
change-fault-last = Fill in the last day of the old resident. For example 30-11-2026.
change-fault-first = Fill in the first day of the new resident. For example 1-12-2026.
change-fault-before = These residents did not live there yet on that day. Check the last day.
change-fault-overlap = The new resident comes too early then. Choose a day after the last day of the old resident.
change-fault-far = That day is more than a year away. Choose a nearer day.
change-fault-address = This is not an email address. Write it as name@example.com, or leave it empty.
change-fault-nobody = Nobody lives in this home now. Choose that a resident comes.
change-fault-somebody = Somebody lives in this home. Choose first what happens to them.
change-fault-planned = Something is planned for this home already. Call that off first, or choose another day there.
change-preview-title = Is this right?
change-moved = Something changed meanwhile. Please look once more.
change-ends-now = The access of the old resident ends the moment you press the button.
change-ends-on = The old resident has access up to and including { $day }. At 00:00 after that everything ends.
change-begins = The new resident can ask for a password from { $day }, with the mail to { $email }.
change-begins-without = The new resident belongs to this home from { $day }. There is no email address yet.
change-gap = { $count ->
    [one] The old resident had access for 1 day too long. That may be a data breach: tell your privacy colleague. We write it in the log.
   *[other] The old resident had access for { $count } days too long. That may be a data breach: tell your privacy colleague. We write it in the log.
}
change-typo = Is the email address right? Perhaps { $domain } is meant. Go back to correct it.
change-ends-title = This ends
change-ends-what = Password, signed-in devices, mails under way and the email address of the old resident. The username stays with the home.
change-since = Lives there since
change-address = Email address
change-no-address = None
change-access = Access
change-password = Password set.
change-no-password = Never set a password.
change-passkeys = { $count ->
    [one] 1 passkey.
   *[other] { $count } passkeys.
}
change-devices = { $count ->
    [0] Signed in nowhere.
    [one] Signed in on 1 device.
   *[other] Signed in on { $count } devices.
}
change-do-plan = Plan this
change-do-now = End the access now
change-do-arrival = Plan this
change-do-at-once = This happens at once. You cannot cancel it afterwards.
change-do-next = It stands in the list after that. You can call it off until the day has come.
change-planned = Planned
change-past = Past
change-none = There are no changes
change-none-do = Find a home and choose “New resident”.
change-what = What
change-state = Status
change-state-planned = Planned
change-state-done = Happened
change-state-late = { $count ->
    [one] Happened, 1 day late
   *[other] Happened, { $count } days late
}
change-state-cancelled = Called off
change-other = Another day
change-other-label = Choose another day for { $home }
change-cancel = Call off
change-cancel-label = Call off the change of { $home }
change-told-planned = It is planned. You need to do nothing on the day itself.
change-told-done = The access of the old resident has ended.
change-told-cancelled = It is called off. Everything stays as it was.
change-told-too-late = It can no longer be called off: the day has been.

## mistake: a tenant change that was a mistake (staff pages)

mistake-title = Was this a mistake?
mistake-act = Undo
mistake-act-label = Undo: what changed in { $home }
mistake-lead = The old resident then lives there again. Did you take the wrong home or the wrong day? You can undo it until 14 days later.
mistake-back = Comes back
mistake-back-what = With the email address of that time. The resident asks for a new password with “forgotten password”. Portals and apps know the resident again.
mistake-away = Goes away
mistake-away-what = Whoever stands there now has no password yet. Their email address and waiting mails end.
mistake-away-nobody = Nobody: no resident stands there now.
mistake-second = A colleague looks too. Nothing changes before they approve.
mistake-do = Propose this to a colleague
mistake-do-next = It stands among the proposals for 14 days.
mistake-moved = Something changed meanwhile. Look at it again.
mistake-not-the-last = This cannot be undone. Something else changed in this home since, or nobody left.
mistake-too-late = You can undo until 14 days later. Now you let the resident in as a new resident.
mistake-acted = The new resident has chosen a password already. Do they not live there? Then plan a new change.
mistake-planned = Something is planned for this home. Call that off first.
mistake-proposed = This is proposed already. A colleague decides about it.
mistake-back-link = Back to the changes
change-kind-sold = The home is sold
change-kind-reopened = Undone: the old resident lives there again
change-hint-sold = The resident leaves and nobody comes any more. The home is no longer yours.
change-fault-sold = This home is sold. No resident comes there any more. Was that a mistake? Undo it among the changes.
proposal-reopen = The old resident comes back
proposal-reopen-exactly = This resident comes back: { $who }. Whoever stands there now loses access.

## one-leaves: one of the residents leaves (staff pages)

one-leaves-title = One of the residents leaves
one-leaves-lead = For a housemate or partner who leaves while another one stays. Who stays keeps the home and the username.
one-leaves-ends = The password, all signed-in devices and all links in mails end at once, for everybody.
one-leaves-next = Who stays chooses a new password with “Forgotten password”. Tell that resident. We send no email.
one-leaves-whose = Whose is the email address { $address }?
one-leaves-stays = Of who stays: the address stays
one-leaves-leaves = Of who leaves: the address goes
one-leaves-not-said = Choose whose email address it is.
one-leaves-email = Email address of who stays
one-leaves-email-hint = Only when the old address goes. A colleague approves it. It may be empty: fill it in later.
one-leaves-same = This is the address of who leaves. Fill in the address of who stays, or leave it empty.
one-leaves-all = It is planned that all residents of this home leave. Leave the email address empty.
one-leaves-do = Stop all access now
one-leaves-done = All access has ended. Tell the resident: choose a new password with “Forgotten password”.
one-leaves-done-proposed = All access has ended. The new email address is proposed: ask a colleague to approve it.
change-still-here = The resident says: I still live here

## service-log: the log (staff)

service-log-act-organisation-added = Added a client.
service-log-act-project-added = Added a project.
service-log-act-staff-invited = Invited a member of staff.
service-log-act-staff-invited-again = Invited a member of staff once more.
service-log-act-invitation-withdrawn = Withdrew an invitation.
service-log-act-staff-role-changed = Gave a member of staff another role.
service-log-act-staff-projects-changed = Gave a project lead other projects.
service-log-act-staff-ended = Ended the account of a member of staff.
service-log-act-rights-reviewed = Reviewed the access of the colleagues.
service-log-act-organisation-frozen = Froze a client.
service-log-act-organisation-released = Released a client.
service-log-act-delivery-changed = Changed the day of delivery.
service-log-act-staff-joined = Accepted the invitation and chose a password of their own.
service-log-act-factor-set = Set up the second step of signing in.
service-log-act-recovery-code-used = Signed in with a recovery code.
service-log-act-password-set = Set a new password with the link from the mail.
service-log-act-email-linked = Linked an email address.
service-log-act-email-changed = Corrected an email address.
service-log-act-email-confirmed = Confirmed their own email address.
service-log-act-email-refused = Got a mail back: the email address does not work.
service-log-act-links-ended = Entered a wrong username five times. The link no longer works.
service-log-act-session-started = Signed in.
service-log-act-session-ended = Signed out.
service-log-act-account-created = Made an account with a username.
service-log-act-home-completed = Filled in street and number of a home.
service-log-act-list-uploaded = Sent in a list of homes.
service-log-act-list-discarded = Threw a list away.
service-log-act-row-undone = Undid a row of a list.
service-log-act-faults-listed = Fetched the rows that were not right.
service-log-act-letters-made = Made letters.
service-log-act-letters-printed = Fetched a file with letters.
service-log-act-work-list-sent = Sent the contacts a link to the work list.
service-log-act-import-confirmed = Confirmed a list.
service-log-act-import-applied = Applied a list to its end.
service-log-act-mail-retried = Had a mail sent once more.
service-log-act-usernames-listed = Fetched the list of usernames.
service-log-act-handed-out = Ticked: the resident was told.
service-log-act-handout-undone = Took a tick back.
service-log-act-change-planned = Planned a tenant change.
service-log-act-change-cancelled = Called a tenant change off.
service-log-act-change-done = Carried out a tenant change.
service-log-act-occupancy-ended = Ended the access of a resident who left.
service-log-act-change-undone = Undid a change that was a mistake.
service-log-act-still-here = Said: I still live here.
service-log-act-occupancy-reopened = Gave a resident access again: their leaving was a mistake.
service-log-act-gap-found = Recorded that a former resident had access for too long.
service-log-act-email-removed = Took an email address away.
service-log-act-proposal-made = Proposed a change that a colleague approves.
service-log-act-proposal-approved = Approved a proposal; it was carried out.
service-log-act-proposal-refused = Refused a proposal.
service-log-act-proposal-withdrawn = Took back the own proposal.
service-log-act-proposal-expired = Let a proposal lapse.
service-log-act-proposal-objected = Objected to a proposal.
service-log-act-access-revoked = Revoked all access to an account.
service-log-act-homes-seen = Looked at homes.
service-log-act-log-read = Looked at the log.
service-log-act-detail-erased = Erased what stood before and after: its term is over.
service-log-door-page = On a page
service-log-door-command-line = Command on the server
service-log-door-mail = By a link from a mail
service-log-door-job = Automatically
service-log-who-resident = The resident
service-log-who-server = The server
service-log-who-job = Huissleutel itself (automatically)
service-log-who-contact = A contact, by a link from an email
service-log-who-anonymous = Whoever had the link from the mail
service-log-who-staff = A member of staff
service-log-why-all = all homes
service-log-why-search = searched
service-log-why-one = one home
service-log-why-post = where the email is
service-log-why-no-address = list: no email address
service-log-why-bounced = list: address does not exist
service-log-why-not-told = list: to hand out
service-log-why-no-reset = list: not asked yet
service-log-why-never-signed-in = list: never signed in
service-log-why-change = for a tenant change
service-log-why-new-tenant = new resident
service-log-why-vacant = vacant
service-log-why-arrival = arrival in a vacant home
service-log-why-death = death
service-log-why-eviction = eviction
service-log-why-sold = the home is sold
service-log-why-reopened = it was a mistake
service-log-why-one-leaves = one of the residents leaves
service-log-why-reset = forgotten password
service-log-why-username = username
service-log-why-instruction = instruction
service-log-why-both = username and instruction
service-log-why-new = new home
service-log-why-changed = changed home
service-log-why-unchanged = unchanged home
service-log-why-page = on the page
service-log-why-csv = as a CSV file
service-log-why-json = as a JSON file
service-log-why-retention = retention term
service-log-why-review = at the yearly review
service-log-why-role = from { $from } to { $to }
service-log-why-same-residents = same residents
service-log-why-second-person = with a second person
service-log-why-proposals = proposals
service-log-why-change-address = another email address
service-log-why-access = revoking access
service-log-why-many-changes = ten or more email addresses
service-log-why-reopen = reopening a household
service-log-why-contact = contact
service-log-why-lost-factor = phone with codes lost
service-log-proposed-by = proposed by { $who }
service-log-as-role = as { $role }
service-log-last-day = last day { $day }
service-log-first-day = first day { $day }
service-log-entered-day = entered on { $day }
service-log-stay = { $count ->
    [one] 1 stays
   *[other] { $count } stay
}
service-log-ended = { $count } ended
service-log-erased = Erased
service-log-shell = Log
service-log-title = Log
service-log-lead = All that happened to the homes and the colleagues of { $client }, newest first. Whoever looks at this log is in it too.
service-log-lead-operator = All that we did ourselves, newest first. Whoever looks at this log is in it too.
service-log-lead-own = What you did yourself, newest first.
service-log-lead-metadata = You see that something happened, when and how. To whom it happened, only the auditor sees.
service-log-client = Log of
service-log-operator = Operator
service-log-all = Everything
service-log-person = Member of staff
service-log-person-hint = name@example.com
service-log-from = From
service-log-until = Up to and including
service-log-no-day = This is not a day. Write it like this: 1-12-2026.
service-log-when = When
service-log-number = Number
service-log-line = no. { $number }
service-log-no-number = no number yet
service-log-who = Who
service-log-what = What
service-log-about = About
service-log-home = Home
service-log-detail = Before and after
service-log-why = Why
service-log-door = How
service-log-home-label = Everything about { $home }
service-log-act = Log
service-log-act-label = Log of { $home }
service-log-none = There is nothing in the log yet.
service-log-not-found = There is nothing about this in the log.
service-log-not-found-do = Check what you filled in, or choose a longer period.
service-log-further = It is not in this part of the log.
service-log-further-do = Choose ‘Older lines’: there you search further back.
service-log-older = Older lines
service-log-newest = Newest lines
service-log-files = Download this log
service-log-files-lead = The same lines as a file, 100,000 at most. Are there more? Then choose a shorter period.
service-log-csv = CSV, for Excel
service-log-json = JSON, for programs
service-log-more-lines = There are more lines. Choose a shorter period.
## staff: colleagues and staff, inviting, ending, going over rights

staff-team-title = Colleagues
staff-team-title-operator = Staff
staff-team-role = Role
staff-team-state = Status
staff-team-signed-in = Last signed in
staff-team-factor = Code at sign-in
staff-team-factor-set = On
staff-team-factor-not = Not yet
staff-team-never = Never
staff-team-oneself = This is you
staff-team-state-invited = Invited
staff-team-state-waiting = Invited, link does not work
staff-team-state-active = Active
staff-team-state-ended = Ended
staff-team-since = since { $day }
staff-team-means-clerk = Works with the homes: lists, letters, tenant changes.
staff-team-means-org-admin = Does the same, and decides which colleagues can sign in.
staff-team-means-support = The help desk: one home at a time.
staff-team-means-project-lead = Delivers the projects that you tick below.
staff-team-means-operator-admin = Clients, projects, staff and settings. Sees no residents.
staff-team-means-auditor = Reads the log, and nothing else.
staff-team-invite = Invite somebody
staff-team-again = Send invitation again
staff-team-withdraw = Withdraw invitation
staff-team-end = End account
staff-team-make-admin = Make admin
staff-team-make-clerk = Make clerk
staff-team-projects-change = Projects
staff-team-label = { $act }: { $who }
staff-team-own-account = You do not end your own account: another admin does. Does somebody have a new email address? Invite the new address and end the old one.
staff-team-alone = There is only one admin. Invite a second one. When the first is ill or away, somebody else can take over.
staff-team-gone = Ended
staff-team-gone-on = Since
staff-team-review-due = Review the access of your colleagues
staff-team-review-why = Do that every year: who has left or has other work may not get in any more.
staff-team-review-do = Review access
staff-team-reviewed = Last reviewed on { $day } by { $by }.
staff-team-never-reviewed = Access was never reviewed.
staff-team-told-invited = The invitation leaves within a minute. Its link works for 72 hours.
staff-team-told-again = The invitation leaves once more. Its link works for 72 hours.
staff-team-told-withdrawn = The invitation is withdrawn. Its link does not work any more.
staff-team-told-role = The role has changed. That holds at once.
staff-team-told-projects = The projects have changed. That holds at once.
staff-team-told-ended = The account is ended. Nothing of it works any more.
staff-team-told-reviewed = The review is saved. We ask again in a year.
staff-team-told-too-late = That cannot be done any more: something changed meanwhile. Look in the list how it is now.
staff-team-told-oneself = You cannot do that to yourself. Ask another admin.
staff-team-told-last-admin = This is the last admin. Make a colleague admin first.
staff-team-invite-title = Invite somebody
staff-team-invite-lead = The mail has a link. With it your colleague chooses a password and sets a second step. You do not see that password.
staff-team-email-hint = This person’s own address. Not one of a desk or a department.
staff-team-invite-do = Send the invitation
staff-team-invite-next = The invitation works for 72 hours. Too late? Then send it again.
staff-team-projects = Projects
staff-team-projects-hint = For a project lead only. More than one is fine.
staff-team-projects-none = There are no projects yet, so a project lead cannot be invited yet.
staff-team-projects-title = Which projects?
staff-team-projects-do = Save
staff-team-projects-next = Only these projects can be seen then.
staff-team-fault-address = This is no email address. Write it as name@example.nl.
staff-team-fault-group = This looks like an address of a desk or a department. Invite somebody with an address of their own: who shares a mailbox shares the account, and then the log does not say who did something.
staff-team-fault-invited = This address is invited already. Go back to the list and choose ‘Send invitation again’.
staff-team-fault-at-work = Somebody with this address works here already. Go back to the list to change the role.
staff-team-fault-at-work-operator = Somebody with this address works here already. Does another role fit? End this account and invite this person again.
staff-team-fault-cannot-be = This address cannot be invited. Take another address of this person.
staff-team-fault-role = Choose a role.
staff-team-fault-projects = A project lead needs a project, and only a project lead. Tick a project.
staff-team-fault-unknown = There is no project { $project }. Choose another one.
staff-team-fault-unanswered = Not everybody has an answer. Choose for each colleague: still right, or end account.
staff-team-end-title = End an account
staff-team-withdraw-title = Withdraw an invitation
staff-team-ends-title = This works no more then
staff-team-ends-sessions = { $count ->
    [one] Signed in on 1 device: that stops at once.
   *[other] Signed in on { $count } devices: that stops at once.
}
staff-team-ends-devices = { $count ->
    [one] 1 browser that we recognised.
   *[other] { $count } browsers that we recognised.
}
staff-team-ends-factor = The password, the second step and the recovery codes.
staff-team-ends-password = The password.
staff-team-ends-links = { $count ->
    [one] 1 link in a mail.
   *[other] { $count } links in mails.
}
staff-team-ends-mails = { $count ->
    [one] 1 mail that has yet to leave.
   *[other] { $count } mails that have yet to leave.
}
staff-team-ends-log = What this person did stays in the log.
staff-team-end-do = End this account
staff-team-withdraw-do = Withdraw the invitation
staff-team-end-next = That happens at once. Coming back takes a new invitation.
staff-team-moved = Something changed meanwhile. Look at it once more.
staff-team-back = Back to the list
staff-team-review-title = Are these rights still right?
staff-team-review-lead = Look at each colleague: do they still work here, and does this role go with it?
staff-team-review-role = You give another role in the list
staff-team-review-role-operator = Does another role fit? End this account and invite this person again.
staff-team-review-choose = Choose: still right, or end account.
staff-team-review-right = Is this still right?
staff-team-review-of = Is this still right for { $who }?
staff-team-review-stays = Still right
staff-team-review-oneself = This is you
staff-team-review-button = Save the review
staff-team-review-next = We write down that you reviewed access today. Do you end somebody? Then we ask once more first.
staff-team-review-sure = Who goes?
staff-team-review-ends = { $count ->
    [one] This account ends when you press the button:
   *[other] These { $count } accounts end when you press the button:
}
staff-team-review-what = All by which they get in stops at once: devices that are signed in, password, second step and links in mails.
staff-team-review-stay = { $count ->
    [one] For 1 colleague it is still right.
   *[other] For { $count } colleagues it is still right.
}
staff-team-review-sure-do = End and save the review
staff-team-back-review = Back to the questions

## staff: clients and projects (operator admins)

staff-client-title = Clients
staff-client-name = Client
staff-client-one = Client { $name }
staff-client-new = New client
staff-client-none = There are no clients yet
staff-client-none-do = Add the first one. A project and an admin come after it.
staff-client-projects = Projects
staff-client-projects-all = All projects
staff-client-projects-none = There are no projects yet
staff-client-projects-none-do = Add a client first, and then a project.
staff-client-project = Project
staff-client-project-one = Project { $name }
staff-client-project-new = New project
staff-client-project-add = Add the project
staff-client-project-next = The short name and the beginning of the usernames never change after that.
staff-client-project-hint = As it stands on pages and in letters.
staff-client-staff = Staff
staff-client-admins = Admins
staff-client-homes = Homes
staff-client-prefix = Beginning of the usernames
staff-client-prefix-hint = Two to twenty letters. With ALMELO the first home is called ALMELO01.
staff-client-prefix-is = Usernames begin with { $prefix }.
staff-client-delivered = Delivery
staff-client-delivered-hint = Do you not know the day yet? Leave this empty.
staff-client-slug = Short name
staff-client-slug-hint = This name goes into the web address. Small letters, digits and hyphens, as in { $example }. You cannot change it later.
staff-client-name-hint = As the name stands on pages, in mails and in letters.
staff-client-has-portal = Works in the service portal.
staff-client-portal = This client works in the service portal
staff-client-without-portal = Works without the service portal: requests come by mail.
staff-client-portal-hint = Without the tick, requests of this client come by mail.
staff-client-add = Add the client
staff-client-add-next = After that you add a project and invite the first admin.
staff-client-people = { $count ->
    [0] No staff yet.
    [one] 1 member of staff.
   *[other] { $count } members of staff.
}
staff-client-works = In use
staff-client-no-portal = Without portal
staff-client-no-admin = No admin
staff-client-frozen = Frozen
staff-client-frozen-since = Frozen since { $day }. Nobody of this client’s staff gets in. Residents do.
staff-client-release = Release
staff-client-admin = Invite the first admin
staff-client-admin-what = This person invites the other members of staff. After that you invite nobody here.
staff-client-has-admin = This client has an admin already. That one invites the others.
staff-client-freeze = Freezing
staff-client-freeze-what = Was a mailbox taken over, or has the client stopped? Then you can shut out all of its staff at once.
staff-client-freeze-look = Freezing: first see what happens
staff-client-freeze-title = Freeze this client
staff-client-freeze-people = { $count ->
    [0] There is no staff.
    [one] 1 member of staff gets in no more.
   *[other] { $count } members of staff get in no more.
}
staff-client-freeze-links = Invitations and links for a new password of staff do not work.
staff-client-freeze-not = Residents notice nothing: they sign in, ask for a password and move as planned. Project leads and operator admins go on.
staff-client-freeze-already = This client is frozen already.
staff-client-freeze-do = Freeze now
staff-client-freeze-next = You can release the client after that. What is still valid then works again.
staff-client-back = Back to the client
staff-client-told-added = The client was added.
staff-client-told-invited = The invitation leaves within a minute. Its link works for 72 hours.
staff-client-told-project = The project was added.
staff-client-told-frozen = The client is frozen. Nobody of its staff gets in.
staff-client-told-released = The client is released.
staff-client-told-delivery = The day of delivery was saved.
staff-client-fault-name = Write a name. At most 120 characters, on one line.
staff-client-fault-slug = This is no short name. Use 2 to 40 small letters, digits and hyphens, as in de-hagen.
staff-client-fault-taken = Another client has this short name. Choose another one.
staff-client-fault-project-taken = This client has a project of this short name. Choose another one.
staff-client-fault-prefix = A username cannot begin so. Use 2 to 20 letters, as in ALMELO.
staff-client-fault-alike = Usernames of another project look too much like these. Choose another beginning: an o looks like a 0, and an i or an l like a 1.
staff-client-fault-day = This is not a day. Write it like this: 1-12-2026. Or leave it empty.
staff-client-fault-client = Choose a client.
staff-client-choose = Choose a client
staff-client-delivery-next = The day is then on the board of the project.
# The second person: a change that nobody makes alone.
proposal-shell = Proposals
proposal-title = Proposals
proposal-lead = You never change an account that is in use alone. A colleague looks too. The resident sees the proposal and can stop it.
proposal-none = There are no proposals.
proposal-open = Somebody still has to decide
proposal-decided = Decided
proposal-what = What changes
proposal-by = Proposed by
proposal-standing = How it stands
proposal-state-open = Waits for a colleague
proposal-state-waits = Goes ahead by itself on { $until }
proposal-state-approved = Done
proposal-state-refused = Stopped
proposal-state-expired = Lapsed
proposal-state-withdrawn = Taken back
proposal-reason-wrong = The email address is wrong.
proposal-reason-not-asked = We do not know for sure that the resident wants this.
proposal-reason-by-resident = The resident does it.
proposal-reason-no-mistake = It was not a mistake.
proposal-reason-objection = The resident said: this is not right.
proposal-reason-too-late = Nobody decided within 14 days.
proposal-reason-overtaken = Something had changed meanwhile.
proposal-reason-tenant-change = A change of tenant was planned for this home.
proposal-reason-waited = There was no colleague. The resident did not stop it for 72 hours.
proposal-one-title = Proposal: another email address
proposal-exactly = Exactly this will change
proposal-masked = Now → then
proposal-decided-by = Decided by
proposal-check = Do you want to approve this? Ask the resident yourself first, for instance by the phone number that you had already.
proposal-approve = Approve and do it
proposal-logged = This goes into the log under your name and that of your colleague.
proposal-refuse-why = Do you not approve? Choose why.
proposal-refuse = Stop it
proposal-own = This is your own proposal. A colleague decides about it. You can take it back.
proposal-withdraw = Take the proposal back
proposal-back = Back to the proposals
proposal-told-proposed = It is proposed. Ask a colleague to look at it.
proposal-told-approved = Approved and done. Was it about the email address of a resident? Then no email goes out: tell the resident yourself.
proposal-told-refused = The proposal is stopped. Nothing changes.
proposal-told-withdrawn = The proposal is taken back. Nothing changes.
proposal-told-overtaken = Something had changed meanwhile. Nothing was done and the proposal has lapsed.
proposal-told-not-open = This proposal was decided already.
proposal-told-own = You cannot approve your own proposal. Ask a colleague.
proposal-told-other = That was not the change that stands here. Have another good look.
proposal-told-reason = First choose why you stop it.
service-home-proposed = The proposal is ready. Nothing has changed yet. The resident sees it on the own page.
service-home-proposal = Another email address was proposed. Nobody decided about it yet.
service-home-proposal-act = See the proposal
service-link-propose = Propose this change
service-link-second-colleague = This account is in use. So a colleague looks too, and approves your proposal on the page Proposals. The resident sees the proposal and can stop it.
service-link-second-nobody = This account is in use, and you have no colleague who can look too. So your proposal waits 72 hours. The resident sees it and can stop it.
service-link-proposed = There is a proposal for this account already. It has to be decided first, on the page Proposals.
service-link-leaves = This account is in use and the resident leaves. The resident can change the email address.
objection-title = Your landlord wants to change your email address
objection-lead = Somebody of your landlord wants to link another email address to your account.
objection-own = Somebody of your landlord wants to change this: { $change }.
objection-second = A colleague still looks at it. Did you ask for this? Then there is nothing to do.
objection-waits = This happens on { $until }. Did you ask for this? Then there is nothing to do.
objection-hint = It stands in the letter of your landlord. That is how we know it is you.
objection-button = This is not right
objection-button-next = Nothing changes then. Your landlord sees that you do not want this.
objection-done-title = Nothing changes
objection-done = Your email address stays as it is. Your landlord sees that you do not want this.
objection-dead-title = This link to say no does not work any more
objection-dead-decided = This link is no longer needed: it was decided already.
objection-dead-tries = A wrong username was filled in too often. So the link was stopped.
objection-dead-ended = This link no longer works: your email address or your password changed meanwhile.
objection-dead-do = Do you want to know how it stands? Then sign in, or call your landlord.
mail-proposed-subject = Your landlord wants to change your email address
mail-proposed-preheader = Is this not right? Then stop it.
mail-proposed-what = On { $moment } somebody of your landlord proposed to link another email address to your account.
mail-proposed-right = Did you ask for this? Then there is nothing to do.
mail-proposed-wrong = Is this not right?
mail-proposed-object = Press ‘{ mail-proposed-button }’ and fill in your username. It stands in the letter of your landlord. Nothing changes then.
mail-proposed-button = This is not right
mail-proposed-second = A colleague at your landlord looks at it too. The link works until { $until }.
mail-proposed-waits = Do you do nothing? Then the email address changes on { $until }.

## mail-leaves: your landlord says that you leave

mail-leaves-subject = Your landlord says that you leave
mail-leaves-preheader = Do you still live there? Then tell us.
mail-leaves-what = On { $moment } your landlord told us that { $day } is your last day in your home. After that you cannot sign in with this username any more:
mail-leaves-right = Is this right? Then there is nothing to do.
mail-leaves-wrong = Do you still live there?
mail-leaves-say = Press ‘{ mail-leaves-button }’ and fill in your username. Your landlord hears of it at once. Call your landlord too.
mail-leaves-button = I still live here
mail-still-here-subject = A resident says: I still live here
mail-still-here-preheader = See whether a tenant change is wrong.
mail-still-here-what = On { $moment } a resident said: I still live here. By a tenant change that resident has left or will leave.
mail-still-here-title = What you do
mail-still-here-do = See which change it is, and call the resident. Nothing was undone. Is it a mistake? Then call the change off or undo it.
mail-still-here-button = See the changes

## still-here: the page behind that mail

still-title = Do you still live here?
still-lead = Your landlord told us that { $day } is your last day.
still-right = Are you really leaving? Then there is nothing to do. You can close this page.
still-said = Somebody told us already. Your landlord knows.
still-hint = It stands in the mail and in the letter of your landlord. By it we know that it is you.
still-button = I still live here
still-button-next = Your landlord hears this at once. It does not change your access yet.
still-done-title = Your landlord knows
still-done = Your landlord was told that you still live there. Call your landlord if you want an answer soon.
still-dead-title = This link to say that you still live there no longer works
still-dead-over = Your landlord called the leaving off, or you said already that you still live there.
still-dead-expired = The link worked until 14 days after the last day.
still-dead-do = Do you still live there? Then call your landlord.

## staff-texts: a client's own texts (admins)

staff-texts-title = Your own texts
staff-texts-lead = Here you change texts in emails and letters to your residents. What protects a resident cannot be changed: who asked, the link, how long it works and what to do in case of a mistake.
staff-texts-list = Texts you can change
staff-texts-piece = Text
staff-texts-own = Own text
staff-texts-standard = Standard
staff-texts-unused = Not used
staff-texts-edit-label = { $piece }, { $language }: { $state }
staff-texts-edit-title = { $piece } ({ $language })
staff-texts-sheet = Sample letter ({ $language })
staff-texts-sheet-typed = Look at the letter (PDF)
staff-texts-by = Changed by { $by } on { $moment }.
staff-texts-by-server = Changed on { $moment }.
staff-texts-unused-why = We cannot read this text any more. So we use the standard. Change the text or go back to the standard.
staff-texts-field = Your text
staff-texts-hint = { $lines ->
    [one] One line of at most { $signs } characters.
   *[other] At most { $lines } lines and { $signs } characters. An empty line begins a new paragraph.
    }
staff-texts-fill = We fill this in for you
staff-texts-landlord = the name of your organisation
staff-texts-service = the name of the service
staff-texts-username = the username of the resident
staff-texts-standard-is = The standard
staff-texts-standard-none = By standard nothing stands here.
staff-texts-look = Look first
staff-texts-look-next = You see how residents read the text. Nothing changes yet.
staff-texts-sure = Is this right?
staff-texts-sure-lead = This is your new text. Below you see how residents read it.
staff-texts-keep = Keep this text
staff-texts-keep-next = From now on this text stands in new emails and letters.
staff-texts-back = Back to the standard
staff-texts-back-next = Your own text goes away. You cannot undo this.
staff-texts-leave = Back to all texts
staff-texts-moved = Somebody changed this text meanwhile. Look again and keep it once more.
staff-texts-kept = The text is kept. New emails and letters use it at once.
staff-texts-removed = The standard is back.
staff-texts-preview = This is what it looks like
staff-texts-preview-lead = This is a sample with an invented resident. What you cannot change is shown as well.
staff-texts-preview-mail = The email
staff-texts-preview-confirmed = The email to a confirmed address
staff-texts-preview-unconfirmed = The email to an address that is not confirmed yet
staff-texts-preview-letter = The letter in plain text
staff-texts-preview-letter-address = The letter without an email address, in plain text
staff-texts-preview-plain = The email as plain text
staff-texts-preview-from = From
staff-texts-preview-subject = Subject
staff-texts-sender = Name of the sender
staff-texts-sender-used = Stands at ‘From’ in every email to residents. The address does not change.
staff-texts-help = Help line
staff-texts-help-used = Stands below every email and in every letter: who helps and how to reach them.
staff-texts-mail-greeting = Greeting of emails
staff-texts-mail-greeting-used = Stands above every email to residents.
staff-texts-mail-closing = Closing of emails
staff-texts-mail-closing-used = Stands below every email to residents.
staff-texts-reset-subject = Subject of the email for a new password
staff-texts-reset-subject-used = Also stands above the text of that email.
staff-texts-reset-intro = Introduction of the email for a new password
staff-texts-reset-intro-used = Stands above the explanation in that email.
staff-texts-names-intro = Introduction of the email with the username
staff-texts-names-intro-used = Stands above the explanation in the email to who lost the username.
staff-texts-changed-intro = Introduction of the notice about a changed password
staff-texts-changed-intro-used = Only goes to a confirmed email address.
staff-texts-letter-greeting = Greeting of letters
staff-texts-letter-greeting-used = Stands above every letter and above the texts to copy.
staff-texts-letter-intro = Introduction of the letter
staff-texts-letter-intro-used = Stands in the letter about signing in for the first time.
staff-texts-address-intro = Introduction of the letter without an email address
staff-texts-address-intro-used = Stands in the letter that asks for an email address.
staff-texts-letter-closing = Closing of letters
staff-texts-letter-closing-used = Stands below every letter, above the name of your organisation.
staff-texts-wrong = Line { $line }, character { $column }: { $why }
staff-texts-wrong-empty = there is nothing here. Fill in a text or go back to the standard.
staff-texts-wrong-long = { $count ->
    [one] the text is too long. Make it shorter: at most { $count } character.
   *[other] the text is too long. Make it shorter: at most { $count } characters.
    }
staff-texts-wrong-lines = { $count ->
    [one] this is a line too many. Only one line fits.
   *[other] this is a line too many. At most { $count } lines fit.
    }
staff-texts-wrong-sign = there is a sign here that nobody sees (U+{ $code }). Take it away or type the line again.
staff-texts-wrong-web = ‘{ $what }’ looks like a web address. Mail programs make a link of it, and residents should trust one link only. Take it away, or put a blank after the full stop.
staff-texts-wrong-email = ‘{ $what }’ cannot stand here. Put a good email address in the help line.
staff-texts-wrong-unknown = We do not know ‘{ $what }’. Choose from the list of what we fill in.
staff-texts-wrong-not-here = { $what } may not stand here. Others than the resident can read this text too. Take it away.
staff-texts-wrong-open = this brace is never closed. Put a brace behind it or take it away.
staff-texts-wrong-close = this brace was never opened. Take it away.
staff-texts-wrong-fit = With this text the letter does not fit on one page in large type. Make the text shorter.
service-log-act-text-changed = Changed an own text.
service-log-act-text-removed = Put a text back to the standard.
service-log-text-own = own text
service-log-text-standard = standard

## home: homes and accounts by hand, and what is done for many homes at once (staff)

mail-account-added-subject = There is a second account for your home
mail-account-added-preheader = Did you not know this? Then call your landlord.
mail-account-added-what = On { $moment } someone at your landlord made another account for your home. With it, someone who lives with you can sign in too.
mail-account-added-own = Nothing changes for you. Your own username stays:
mail-account-added-button = Sign in
mail-account-added-wrong = Did you not know this?
mail-account-added-do = Then call your landlord. They can end the other account.
service-log-act-home-changed = Changed the number or the address of a home.
service-log-act-account-ended = Ended a second account.
service-log-why-by-hand = by hand
service-log-why-second = second account
home-form-title = Add a home
home-form-lead = For one home that is on no list. Fill in how you know the home: by your number, by its address or by its build number.
home-form-number-hint = Your own number of the home, if you have one.
home-form-addition-hint = For example A or 2nd floor.
home-form-build-hint = The number during building, while there is no address yet.
home-form-add = Add the home
home-form-next = The home gets its username at once. No mail goes out.
home-form-back = Back to the homes
home-form-edit-title = Change number or address
home-form-edit-lead = The username, the resident and the e-mail address stay as they are.
home-form-go-on = Go on
home-form-edit-next = You first see exactly what changes.
home-form-no-key = This does not say which home it is. Fill in your number, or a postcode with a house number, or a build number.
home-form-known = You have this home in this project already. Look at the page of that home.
home-form-known-elsewhere = This home belongs to another project of this client. Check whether you chose the right project.
home-form-same = Nothing changed. Change something first, or go back.
home-form-see-known = Look at the home that is there already
home-form-see-other = Look at the other home that is there already
home-change-title = Is this new number or address right?
home-change-part = What
home-change-stays = The username, the resident and the e-mail address stay as they are. New letters carry the new address.
home-change-button = Change this
home-change-logged = This goes into the log with your name, and with what it was before.
home-account-title = Make a second account
home-account-what = This is what you make
home-account-lead = A second account is for someone who lives in the same home, such as a partner or a housemate. It gets a username of its own.
home-account-living = Lives here now
home-account-until = Note: another resident is planned for this home. The second account works until { $day }, like the other accounts of this home.
home-account-told = { $count ->
    [0] Those who live there see it on their own page. No mail goes out: nobody confirmed an e-mail address.
    [one] Those who live there see it on their own page, and a mail goes to the confirmed e-mail address.
   *[other] Those who live there see it on their own page. { $count } mails go to confirmed e-mail addresses.
}
home-account-next = After that you fill in the e-mail address of the housemate and pass on the username.
home-account-button = Make the account
home-account-logged = This goes into the log with your name.
home-account-vacant-do = First plan who comes to live there, with ‘New resident’.
home-account-full = This home has 49 accounts already. End one first.
home-account-nobody = This account has ended
home-account-end-title = End this account
home-account-end-address = The link with { $address }
home-account-end-name = The username: we never issue it again
home-account-end-stays = The other accounts of this home keep working.
home-account-end-button = End the account
home-account-ended-already = This account has ended already
home-told-added = The home was added. Fill in the e-mail address, or make the letter.
home-told-edited = The number or address was changed.
home-told-account-added = The second account was made. Its username is below. Fill in the e-mail address and pass on the username yourself.
home-told-account-ended = The second account has ended. Nothing of it works any more.
start-beside-title = There is another account for your home
start-beside-new = Since { $days } someone who lives with you can sign in with an account of their own.
start-beside-do = Did you not know this? Then call your landlord.
service-log-addresses = { $count ->
    [one] { $count } email address
   *[other] { $count } email addresses
}
home-many-legend = Many homes at once
home-many-act = With these homes:
home-many-act-told = tick as handed out
home-many-act-remind = ask the tenant again (text to copy)
home-many-act-remove = remove the email address
home-many-act-revoke = end all access
home-many-all = { $count ->
    [one] The home on this list
   *[other] All { $count } homes on this list
}
home-many-choose-project = Do you want to do something with many homes at once? Then first choose one project above the list.
home-many-revoke-title = End all access to many homes
home-many-remove-title = Remove the email address of many homes
home-many-revoke-lead = { $count ->
    [one] At this home all access to all accounts ends: password, devices and links in mails. The email address stays. The resident gets in again with ‘Forgotten password’.
   *[other] At these { $count } homes all access to all accounts ends: passwords, devices and links in mails. The email addresses stay. The residents get in again with ‘Forgotten password’.
}
home-many-remove-lead = { $count ->
    [one] At this home the email address goes. The resident gets no mail any more, until you fill in a good address.
   *[other] At these { $count } homes the email address goes. The residents get no mail any more, until you fill in a good address.
}
home-many-second = From ten email addresses on, a colleague looks too. So this becomes a proposal. Nothing changes yet.
home-many-more = 200 homes go at once. Do the rest of the list after that.
home-many-propose = Propose this to a colleague
home-many-revoke-button = { $count ->
    [one] End the access
   *[other] End the access to { $count } homes
}
home-many-remove-button = { $count ->
    [one] Remove the email address
   *[other] Remove { $count } email addresses
}
home-many-logged = This goes into the log for each home, with your name. You cannot undo it.
home-many-table = The homes it is about
home-many-left = { $count ->
    [one] This home stays as it is
   *[other] These { $count } homes stay as they are
}
home-many-in-use = The account is in use. The resident can change the address, or you propose it at the home.
home-many-no-address = There is no email address.
home-many-stays = Stays: it is another address by now, or the account is in use.
home-many-none = There is nothing to do at these homes
home-many-told-revoked = { $count ->
    [one] All access to one home has ended.
   *[other] All access to { $count } homes has ended.
}
home-many-told-removed = { $count ->
    [one] The email address of one home is gone. Ask the resident for a good one.
   *[other] The email addresses of { $count } homes are gone. Ask the residents for good ones.
}
home-many-told-proposed = The proposal is ready. Nothing has changed yet. A colleague decides on the page Proposals.
home-many-proposed = Many homes at once
home-many-proposed-title = Proposal: many email addresses
home-many-proposed-list = Look at all rows of the list
home-many-goes = Email address that goes
home-many-check = Do you want to approve this? Check the homes below.
home-many-check-list = Do you want to approve this? First check all rows of the list.
home-many-in-use-stays = Accounts in use stay as they are.
home-many-propose-list = Propose this list to a colleague
home-many-list-waits = This list waits for a colleague
home-many-list-waits-lead = Nothing changes yet. A colleague of yours has to approve the list.

## staff: keys for programs (operator)
staff-key-title = Keys for programs
staff-key-lead = With a key a program of a client, such as an ERP, reads and changes data of the client’s own homes.
staff-key-new = New key
staff-key-none = There are no keys yet
staff-key-none-do = Make one when a client wants to connect its program.
staff-key-menu = Keys
staff-key-name = Name of the key
staff-key-name-hint = This is what the log calls the program, for example ERP of De Linde.
staff-key-for = What for
staff-key-state = Status
staff-key-last-day = Last day
staff-key-last-day-hint = At most a year from today. After that you make a new one.
staff-key-used = Last used
staff-key-not-used = Not yet
staff-key-works = Works
staff-key-over = Expired
staff-key-revoked = Revoked
staff-key-revoke = Revoke
staff-key-revoke-one = Revoke key { $name }
staff-key-told-revoked = The key is revoked. It opens nothing any more.
staff-key-make = Make the key
staff-key-make-next = You then see the key once.
staff-key-scope-homes = See homes and how they stand
staff-key-scope-edit = Add and change homes, make and end second accounts
staff-key-scope-addresses = Link, change and remove e-mail addresses
staff-key-scope-changes = Plan tenant changes and call them off
staff-key-scope-handouts = Tick what was handed out
staff-key-scope-access = Revoke all access to an account
staff-key-fault-client = Choose a client.
staff-key-fault-name = Fill in a name. At most 120 characters, on one line.
staff-key-fault-taken = This client already has a key with this name. Revoke that one first, or choose another name.
staff-key-fault-scope = Choose what the key is for.
staff-key-fault-day = This is not a day. Write for example 31-12-2026.
staff-key-fault-over = This day is over. Choose today or later.
staff-key-fault-too-long = That is too far away. A key works for a year at most.
staff-key-made = The key is made
staff-key-made-lead = Give this key by a safe way to whoever looks after the program.
staff-key-once = You see this key only now. We do not keep it. Lost it? Then revoke it and make a new one.
staff-key-text = The key
staff-key-copy = Copy the key
staff-key-copied = The key is copied.
staff-key-back = Back to the keys
service-log-act-key-made = Made a key for a program.
service-log-act-key-revoked = Revoked the key of a program.
service-log-door-api = By a program
service-log-who-key = A program of the client
cli-demo-program = 6. Ask something as a program, with a key

staff-texts-logo-title = Logo
staff-texts-logo-lead = Your logo stands above your letters, before the name of the service. Emails have no logo: they load no pictures.
staff-texts-logo-now = Your logo
staff-texts-logo-none = You have no logo yet. Our mark stands above your letters.
staff-texts-logo-file = File with your logo
staff-texts-logo-hint = A PNG file of at most 256 kilobytes. Its sides are 16 to 2,000 pixels.
staff-texts-logo-do = Use this logo
staff-texts-logo-next = We make a clean picture of it. We keep nothing else from the file.
staff-texts-logo-remove = Take the logo away
staff-texts-logo-kept = The logo is kept. New letters use it at once.
staff-texts-logo-removed = The logo is gone.
staff-texts-logo-wrong-empty = Choose a file first. A logo is a PNG file.
staff-texts-logo-wrong-svg = We do not take an SVG file. It can hold more than a picture. Save your logo as PNG.
staff-texts-logo-wrong-kind = This is not a PNG file. Save your logo as PNG and try again.
staff-texts-logo-wrong-large = This file is too large. Make it smaller: at most 256 kilobytes.
staff-texts-logo-wrong-sides = This picture does not have the right size. Each side is 16 to 2,000 pixels, a million in all at most.
staff-texts-logo-wrong-broken = This file is damaged. Save your logo as PNG once more.
service-log-act-logo-changed = Changed the logo on letters.
service-log-act-logo-removed = Took the logo off letters.

# Two admins: contacts, a lost second factor, homes for another client

mail-contact-subject = Confirm that you are a contact of { $client }
mail-contact-preheader = The link in this email works for { $lasts }.
mail-contact-told = You were named as a contact of { $client } at { $brand }. That was on { $moment }.
mail-contact-means = A contact may write to { $brand } about the accounts of residents of { $client }. We also write to you about that.
mail-contact-act = Is this right? Press “{ mail-contact-button }”. That tells us that this mailbox is yours.
mail-contact-button = Confirm my mailbox
mail-contact-life = The link works for { $lasts }, and only once. Has the link stopped working? Then ask for a new email.
mail-contact-unknown = Are you not a contact?
mail-contact-ignore = Then somebody made a mistake. You do not have to do anything. Do not give the link to anybody.
contact-title = Confirm your mailbox
contact-lead = { $name } was named as a contact of { $client }.
contact-what = Is this mailbox yours, and yours alone? Then type the email address that the email came to.
contact-hint = The email address that the email with this link came to.
contact-button = Confirm my mailbox
contact-next = After that you are done. You do not get a password.
contact-wrong = This is not the email address that the email came to. Look in the email to see who it was sent to.
contact-done-title = Your mailbox is confirmed
contact-done = Thank you. An admin approves you too. After that you can write to us as a contact. You can close this page.
contact-dead-title = This confirmation no longer works
contact-dead-over = This link was used already, or you are no longer a contact.
contact-dead-expired = This link is too old.
contact-dead-do = Ask the person who named you for a new email.
staff-contact-title = Contacts
staff-contact-of = Contacts of { $client }
staff-contact-lead = Mail from a contact counts as a request of the client itself. A contact is a person with a mailbox of their own. A second person approves.
staff-contact-none = There are no contacts yet.
staff-contact-name = Name
staff-contact-standing = How it stands
staff-contact-counts = Counts
staff-contact-not-proven = Mailbox not confirmed yet
staff-contact-not-approved = Waits for a second person
staff-contact-neither = Neither confirmed nor approved
staff-contact-since = since { $day }
staff-contact-again = Send the email again
staff-contact-end = End
staff-contact-new = New contact
staff-contact-name-hint = First and last name.
staff-contact-email-hint = This person’s own mailbox, not info@ or service@.
staff-contact-add = Propose the contact
staff-contact-add-next = The mailbox gets an email to confirm. A second person approves under Proposals.
staff-contact-told-entered = The contact was proposed. The email goes out within a minute.
staff-contact-told-again = The email goes out again within a minute.
staff-contact-told-ended = The contact was ended. Mail from this address counts no more.
staff-contact-told-proven = This mailbox is confirmed already.
staff-contact-told-withdrawn = The contact was taken back. The link in the email does not work any more.
staff-contact-waiting = Proposed by you
staff-contact-waiting-what = An admin still has to approve. Is something wrong? Take it back and enter it again.
staff-contact-fault-name = Enter a name. At most 120 characters, on one line.
staff-contact-fault-already = This client has a contact with this email address already.
staff-contact-approves = You approve new contacts under Proposals.
staff-contact-see = See the contacts
staff-contact-what = Who may write about accounts in the name of this client?
staff-contact-project = Propose a contact of the client of this project here. An admin approves.
staff-move-title = Homes for another client
staff-move-lead = The residents keep their account and their username. The old client no longer sees the homes. A second admin approves.
staff-move-from = From project
staff-move-to = To project
staff-move-choose = Choose a project
staff-move-usernames = Usernames
staff-move-usernames-hint = One per line. Leave this empty if all homes go.
staff-move-look = See what goes
staff-move-look-next = Nothing changes yet.
staff-move-sure = This goes to the other client
staff-move-homes = { $count ->
    [one] 1 home
   *[other] { $count } homes
}
staff-move-what = What goes along: the home, all accounts, who lives there now or is to come, and the email address. What stays: who lived there before, and the log. The old client’s own number lapses for homes with an address.
staff-move-do = Propose this
staff-move-do-next = Another admin approves it under Proposals.
staff-move-other = Choose otherwise
staff-move-moved = Something changed meanwhile. Look again.
staff-move-fault-from = Choose the project where the homes are now.
staff-move-fault-to = Choose the project that the homes go to.
staff-move-fault-same = This project is of the same client. Choose one of another.
staff-move-fault-none = This project has no homes.
staff-move-fault-many = More than 2,000 homes do not go at once. Name the usernames, in parts.
staff-move-fault-unknown = These usernames are not of this project: { $names }.
staff-move-fault-taken = The other client has a home of the same address or number already: { $names }.
staff-lost-do = Second factor lost
staff-lost-told = Proposed. Once a second admin approves, the old access ends and an invitation goes out.
staff-lost-admin = Has an admin lost the second factor?
staff-lost-admin-what = Enter the email address of that admin. A second admin approves. Then the old access ends and an invitation goes to that address.
staff-lost-admin-do = Propose a new invitation
staff-lost-admin-next = First call a number that you had already, so that you know who asks.
staff-lost-fault = This client has no admin with this email address.
staff-two-title = Proposals of admins
staff-two-one = Proposal of an admin
staff-two-lead = Nobody does this alone: contacts, a lost second factor, and homes that go to another client.
staff-two-contact = New contact
staff-two-lost = Second factor lost
staff-two-move = Homes for another client
staff-two-check-contact = Do you know this person, and do they work for the client? Ask by a number that you had already.
staff-two-check-lost = Did you speak to this person yourself? Call a number that you had already. Once approved, the old access ends.
staff-two-check-move = Does this agree with the contract between the two clients? The homes go at once.
staff-two-client = Client
staff-two-operator = Own staff
staff-two-by-server = Command line on the server
proposal-reason-not-right = This is not right, or the second person is not sure.
service-log-act-contact-entered = Proposed a contact.
service-log-act-contact-again = Sent a contact the email again.
service-log-act-contact-proven = Confirmed the mailbox of a contact.
service-log-act-contact-ended = Ended a contact.
service-log-act-factor-lost = Let a member of staff begin anew who had lost the second factor.
service-log-act-moved-away = Gave a home to another client.
service-log-act-moved-here = Got a home from another client.
service-log-why-move-homes = homes for another client
service-log-homes = { $count ->
    [one] 1 home
   *[other] { $count } homes
}
proposal-told-oneself = This is about you. Somebody else has to approve it.
## own: Home and the own email address

start-way-home = Your home and your email address
common-way-start = To your own page
own-home-title = Home
own-home-tabs = Your pages
own-home-lead = This belongs to your home and your account.
own-home-asked = We are sending an email to { $address }. Open it and press the button. Your email address changes only after that.
own-home-waits = On { $moment } you asked to link { $address }. Open the email that arrived there and press the button. The button works for a day.
own-home-confirmed = Your new email address is linked.
own-home-address = Your email address
own-home-address-confirmed = You confirmed this address. We send your emails here.
own-home-address-linked = Your landlord gave us this address. You have not confirmed it yet.
own-home-address-bounced = Our emails do not arrive here. Is the address right? If not, change it.
own-home-address-none = No email address is linked yet.
own-home-beside = Also for this home
own-home-beside-since = since { $day }
own-home-beside-do = Is one of these accounts unknown to you? Then call your landlord.
own-home-leaves-title = Your landlord says that you leave
own-home-leaves = Your last day is { $day }. After that you cannot sign in here any more.
own-home-leaves-do = Is this not right? Then call your landlord at once.
own-home-sees = What your landlord sees
own-home-sees-username = Your username and the address of your home.
own-home-sees-address = Your email address, and whether our emails arrive there.
own-home-sees-state = Whether you have a password, and in which month you signed in last.
own-home-sees-never = Nobody sees your password. We do not see it either.
own-address-change = Change email address
own-address-fill = Fill in your email address
own-address-now = This address is linked now:
own-address-lead = No email address is linked yet.
own-address-new = New email address
own-address-hint = Only an address that is your own.
own-address-password = Your password
own-address-button = Send the email
own-address-next-told = You get an email at the new address, with a button. Until you press it, your old address stays. After that we tell your old address too.
own-address-next-change = You get an email at the new address, with a button. Until you press it, the old address stays.
own-address-next-fill = You get an email at this address, with a button. Once you press it, the address is linked.
own-address-back = Back to Home
own-address-empty = You filled in no email address. Fill in the whole address, like name@example.nl.
own-address-no-at = There is no at sign (@) in this address. Fill in the whole address, like name@example.nl.
own-address-many = There are too many at signs (@) in this address. Fill in one address.
own-address-sign = There is a sign in this address that cannot be. See whether it holds a space or a comma.
own-address-dot = There is a dot in the wrong place in this address. Check it.
own-address-domain = Something behind the at sign (@) is not right. Check it, like name@example.nl.
own-address-long = This address is too long. See whether something is there twice.
own-address-typo = This may be a typing error. Do you mean { $meant }? Then change it, and fill in your password.
own-address-sure = No, the address is right
own-address-same = This address is linked already. There is nothing to do.
own-address-often = This went too often in a row. Wait { $wait } and then try again.
own-address-password-empty = You filled in no password. It tells us that it is you.
own-address-password-wrong = This password is not right. Try again. Have you forgotten it? Then choose a new password.
missing-label = Your email address
missing-notice = No email address is linked yet. Without an email address you cannot choose a new password.
missing-fill = Fill in your email address
missing-why = Why do we ask this?
missing-title = You have no email address yet
missing-lead = No email address belongs to your account yet.
missing-use = Have you ever lost your password? Then we send an email with which you choose a new one. That only works with an email address.
missing-skip = Not now
missing-skip-next = You just go on then. We ask again next time.
own-confirm-title = Is this your email address?
own-confirm-lead = Somebody wants to link this address to an account:
own-confirm-why = Fill in the password of your account. It tells us that it is you.
own-confirm-button = Yes, link this address
own-confirm-next = After that we send our emails to this address.
own-confirm-stranger = Did you not ask for this? Then do nothing. Nothing changes.
own-confirmed-title = Your email address is linked
own-confirm-dead-title = This link to link your email address does not work any more
own-confirm-dead-used = The link was used already. Your email address is linked then.
own-confirm-dead-expired = The link worked for a day. That time is over.
own-confirm-dead-tries = A wrong password was filled in too often. That stopped the link.
own-confirm-dead-ended = Something changed meanwhile: the address, or your account.
own-confirm-dead-do = Sign in and see at Home which address is there. You can also have a new email sent there.
own-undo-title = Was this not you?
own-undo-lead = On { $moment } your account got another email address, in the place of this one.
own-undo-right = Did you do this yourself? Then there is nothing to do. You can close this page.
own-undo-button = This was not me
own-undo-next = Then this email address counts again. Everybody is signed out, you too. The password and the passkeys stop working. After that you choose a new password.
own-undo-dead-title = This link to get your old email address back does not work any more
own-undo-dead-used = The link was used already: your old address is back.
own-undo-dead-expired = The link worked for three days. That time is over.
own-undo-dead-ended = Something else was decided meanwhile about the address or about your account.
own-undo-dead-do = Can you not get into your account any more? Then call your landlord.
own-back-title = Your old email address is linked again
own-back-lead = Everybody is signed out. Choose a new password now.
own-back-why = Whoever did this knew your password. So it does not work any more. We send an email to your old address, and with that you choose a new one.
own-back-button = Choose a new password
own-back-help = Do you not know how this could happen? Then call your landlord.
explain-address-title = Why we ask for an email address
explain-address-lead = With an email address you always get back into your account.
explain-address-why = Why does it help?
explain-address-why-text = Have you lost your password? Then we send you an email. With that you choose a new password yourself. Nobody else can do that for you: your landlord cannot, and neither can we.
explain-address-what = What do we do with it?
explain-address-what-reset = You get an email when you ask for one yourself.
explain-address-what-told = We tell you when something about your account changes.
explain-address-what-never = We send no advertising. We do not hand the address on.
explain-address-who = Who sees it?
explain-address-who-text = Your landlord sees your address, because they help you when something goes wrong. Other residents do not see it. Do you leave? Then the address is not linked any more.
explain-address-none = And without an email address?
explain-address-none-text = You can sign in as usual. But have you forgotten your password? Then your landlord has to link an email address of yours first. That takes time.
explain-address-other = Can somebody else read your email?
explain-address-other-text = Then choose another address. Whoever reads your email can choose a new password too, with your username.
explain-address-way = Sign in and fill in your email address
mail-confirm-subject = Link this email address to your account
mail-confirm-preheader = Press the button if you asked for this.
mail-confirm-asked = On { $moment } somebody asked to link this email address to an account. It was done with { $device }.
mail-confirm-act = Was that you? Then press the button. Sometimes we ask for your password too.
mail-confirm-button = Link this email address
mail-confirm-lasts = The button works for { $lasts }.
mail-confirm-not-you = Then do nothing. Nothing changes, and you get no more emails about this.
mail-replaced-subject = Your email address was changed
mail-replaced-preheader = Was this not you? Then get your address back.
mail-replaced-done = On { $moment } your account got another email address. It was done with { $device }. We send our emails to that other address now.
mail-replaced-right = Did you do this yourself? Then there is nothing to do.
mail-replaced-wrong = Was this not you?
mail-replaced-undo = Press ‘{ mail-replaced-button }’ and fill in your username. It is in the letter from your landlord. Then this address is linked again, and you choose a new password.
mail-replaced-button = This was not me
mail-replaced-until = The button works until { $until }.
service-log-act-email-asked = Asked for another email address of their own.
service-log-act-email-undone = Got the old email address back: ‘this was not me’.
## security: the tab Security of whoever is signed in

security-title = Security
security-lead = This is how you keep your account safe.
security-password = Password
security-password-way = Change your password
security-devices = Where you are signed in
security-devices-lead = Is there a device here that you do not know? Sign it out. Then choose a new password.
security-device-here = This device
security-device-days = Signed in on { $since }, last used on { $seen }
security-device-out = Sign out
security-device-out-one = Sign out { $device }
security-others-out = Sign out all other devices
security-others-next = You stay signed in on this device.
security-end = Stop everything
security-end-lead = Can somebody get into your account who should not? Then you can stop everything at once.
security-end-way = End all access to my account
security-safe-way = Do you no longer feel safe at home?
security-told-password = Your password has changed. You are signed out on all your other devices.
security-told-device = That device is signed out.
security-told-others = All other devices are signed out.
security-told-revoked = All access to your account has ended. Do you want to get in again yourself? Ask for a new password here.
security-current = Your password of now
security-current-hint = So that we know it is really you.
security-current-show = Show the password of now
security-current-empty = Fill in your password of now first. Do you not know it any more? Then choose forgotten password.
security-current-wrong = That is not your password of now. Check it and try again. Do you not know it any more? Then choose forgotten password.
security-current-slowed = This was tried too often. Wait { $wait } and then try again.
security-change-title = Change your password
security-change-next = You stay signed in here. You will be signed out on all your other devices.
security-no-address = You cannot choose a new password here yet. Fill in your email address first.
security-no-address-why = When somebody else changes your password, we send you an email. Without an email address you would not hear of it, and could not get in any more.
security-to-home = To your home and your email address
security-forgotten = Forgotten your password of now?
security-back = Back to Security
security-end-title = End all access to my account
security-end-what = After this nobody gets into your account. Nor do you, until you choose a new password.
security-ends = This stops at once
security-ends-devices = Every device where you are signed in, this one too.
security-ends-password = Your password. Whoever knows it has no use for it any more.
security-ends-links = Links in emails that you got from us.
security-stays = This stays
security-stays-address = Your email address. We send the email there with which you choose a new password. Can somebody else read your email? Then call your landlord first.
security-stays-no-address = The account itself. The username stays with the home.
security-stays-others = Other accounts of your home. Your landlord can stop those too.
security-end-no-way-back = No email address belongs to your account. You will not get in again yourself. Only your landlord can help you then.
security-end-button = End all access
security-end-next = You then go to the page where you ask for a new password.
service-log-act-devices-signed-out = Signed out other devices.
service-log-act-language-chosen = Chose the language of their own account.
service-log-why-own = on their own page

## safe: for people who no longer feel safe at home

safe-title = Do you no longer feel safe at home?
safe-lead = Can somebody get into your account who should not any more? This is how you keep them out.
safe-leave = Leave this page
safe-leave-key = Or press the Esc key. You will then see the sign-in page.
safe-danger = Is there danger now?
safe-danger-call = Call 112
safe-talk = Do you want to talk to somebody about home? Veilig Thuis is there day and night. Calling is free.
safe-talk-call = Call 0800-2000
safe-you = What you can do yourself
safe-you-how = You can end all access to your account. The password stops working, and every device is signed out. Then you choose a new password yourself.
safe-you-not = Please note. This stops your own account only. Does the other person have an account for this home too? That one goes on working. And can the other person read your email? Then they can ask for a new password too.
safe-landlord = What your landlord can do
safe-landlord-how = Is one of the residents leaving? Call your landlord. They stop all access to the home, that of other accounts too, and take an email address away where needed. You do not have to say why.
safe-landlord-until = After that your landlord helps only those who stay to start anew. Whoever has left can see and do nothing any more.
safe-sees = What the other person notices
safe-sees-what = If you end all access, the other person is signed out. They see that at once. So think first about what may happen then.
safe-trace = Your browser keeps a list of the pages you look at. The button above does not take this page out of that list. Better use a device that the other person cannot reach.

## passkey: signing in without a password

passkey-part = Passkeys
passkey-part-lead = With a passkey you sign in the way you open your phone or computer: with your finger, your face or your PIN. You need no password then.
passkey-none = You have no passkey yet.
passkey-days = Made on { $since }, not used yet
passkey-days-used = Made on { $since }, last used on { $used }
passkey-add-way = Make a passkey
passkey-what-way = What is a passkey?
passkey-change-one = Change { $name }
passkey-change = Change
passkey-told-added = Your passkey is made. You can sign in with it next time.
passkey-told-renamed = The passkey has another name now.
passkey-told-removed = The passkey is gone. Nobody gets into your account with it any more.
passkey-new-title = Make a passkey
passkey-new-lead = First we ask for your password. Then your phone or computer makes the passkey.
passkey-name = Name of the passkey
passkey-name-hint = So that you know it again later. For example: phone, or computer downstairs.
passkey-name-fault = Fill in a name. At most 120 characters, on one line.
passkey-new-button = Go on
passkey-new-next = Then your phone or computer asks for your finger, your face or your PIN.
passkey-new-many = You already have twenty passkeys. Remove one first.
passkey-new-not-here = Passkeys do not work at this web address. Sign in with your password.
passkey-make-title = Now you make the passkey
passkey-make-lead = Press the button. Your phone or computer then asks for your finger, your face or your PIN.
passkey-make-button = Make the passkey
passkey-make-next = You have five minutes for this.
passkey-make-no-script = Your browser cannot make a passkey here. Switch JavaScript on, or try another browser. Your password goes on working.
passkey-make-failed = That did not work. Maybe there is a passkey on this device already, or you stopped it yourself. Try again.
passkey-make-refused = The passkey was not made. Maybe it took too long. Start again.
passkey-change-title = Your passkey { $name }
passkey-change-lead = You can give this passkey another name, or remove it.
passkey-change-button = Save the name
passkey-remove = Remove this passkey
passkey-remove-lead = Is the device lost, or somebody else’s? Then remove the passkey. After that nobody can sign in with it.
passkey-remove-next = Is it still on your phone or computer? You can remove it there too.
passkey-enter = Sign in with a passkey
passkey-enter-refused = You cannot sign in here with this passkey. Maybe it was removed, or it took too long. Try again, or sign in with your password.
passkey-prove-lead = You have a passkey. With it you need not fill in your password of now.
passkey-prove = Use a passkey
passkey-prove-refused = This passkey did not work. Please try again, or fill in your password.
passkey-reset = Your passkeys
passkey-reset-lead = With these somebody can sign in without a password too. Is there one that you do not know? Then remove it.
passkey-reset-one = Remove { $name }
passkey-reset-all = Remove the passkeys of this account too, if there are any
passkey-what-title = What is a passkey?
passkey-what-lead = A passkey is a key on your phone or computer. With it you sign in without a password.
passkey-what-how = This is how it works
passkey-what-how-one = You sign in with your password once. Under Security you make the passkey.
passkey-what-how-two = The next time you choose your passkey when you sign in. You then use your finger, your face or the PIN of your device.
passkey-what-safe = Why is that safe?
passkey-what-safe-one = Nobody can guess a passkey or look at it over your shoulder. And it works on this website only, not on a fake one.
passkey-what-safe-two = Your finger or your face stays on your own device. We never get to see it. We only keep a lock that your key fits.
passkey-what-lost = Lost your device?
passkey-what-lost-one = Sign in with your password and remove the passkey under Security. Do you not know your password any more? Then choose forgotten password.
passkey-what-shared = Do you share a device?
passkey-what-shared-one = Only make a passkey on a device that is yours. Whoever can open the device can sign in with it too.
passkey-what-move = Are you moving?
passkey-what-move-one = Then your passkey stops by itself. It belongs to your time in this home.
mail-passkey-subject = A passkey was made for your account
mail-passkey-preheader = Was this not you? Then choose a new password right away.
mail-passkey-done = Somebody made a passkey for your account. That was on { $moment }, with { $device }. With a passkey you can sign in without a password.
mail-passkey-not-you = Then choose a new password right away and remove the passkey there. After that, ask for help. The end of this email says from whom.
service-log-act-passkey-added = Made a passkey.
service-log-act-passkey-renamed = Gave a passkey another name.
service-log-act-passkey-removed = Removed a passkey.
service-log-why-passkey = with a passkey
service-revoke-passkeys = { $count ->
    [one] The passkey. Nobody can sign in with it any more.
   *[other] { $count } passkeys. Nobody can sign in with them any more.
}
security-ends-passkeys = Your passkeys.

## own-data: My data, and who looked at them

own-data-title = My data
own-data-lead = Here you see everything we keep about you. You also see who looked at it or changed it.
own-data-file = Get all of it as a file
own-data-back = Back to My data
own-data-made-at = This is how it stood on { $moment }.
own-data-never = Nobody sees your password. We do not either. So it is not here and not in the file.
own-data-yes = Yes
own-data-no = No
own-data-log = Who looked or changed something?
own-data-log-lead = You see what has happened since you came to live here. The newest is on top. Names of people who work for us or for your landlord are left out.
own-data-log-not = Your landlord also looks at lists of many homes. That is not shown here: those lines are not about you alone.
own-data-log-none = Nothing has happened yet.
own-data-log-all = See everything that happened
own-data-log-older = What happened before
own-data-log-newest = Back to the newest
own-data-who-you = You
own-data-who-landlord = Somebody who works for { $organisation }
own-data-who-program = A computer program of { $organisation }
own-data-who-helpdesk = The help desk
own-data-who-operator = Somebody who works for { $brand }
own-data-who-system = The computer, by itself
own-data-who-link = Somebody with the link from an email
own-data-who-unknown = That was not kept
own-data-act-email-linked = Linked an email address.
own-data-act-email-changed = Changed the email address.
own-data-act-email-removed = Took the email address away.
own-data-act-email-confirmed = Confirmed the email address.
own-data-act-email-undone = Put the old email address back.
own-data-act-email-asked = Asked for another email address.
own-data-act-email-refused = Got an email back. The email address does not work.
own-data-act-account-created = Made this account.
own-data-act-home-completed = Filled in the address of the home.
own-data-act-home-changed = Changed the number or the address of the home.
own-data-act-home-moved = Took the home over from another landlord.
own-data-act-homes-seen = Looked at your home and your account.
own-data-act-log-read = Looked at what happened at your home.
own-data-act-reopened = Gave you access again. Your leaving was a mistake.
own-data-act-leaving-planned = Wrote down that the residents are leaving.
own-data-act-leaving-cancelled = Called the leaving off.
own-data-act-proposal-made = Proposed another email address.
own-data-act-proposal-objected = Objected to another email address.
own-data-act-access-revoked = Ended all access to the account.
own-data-act-password-set = Chose a new password.
own-data-act-passkey-added = Made a passkey.
own-data-act-passkey-renamed = Gave a passkey another name.
own-data-act-passkey-removed = Removed a passkey.
own-data-act-links-ended = Filled in a wrong username five times. The link does not work any more.
own-data-act-session-started = Signed in.
own-data-act-session-ended = Signed out.
own-data-act-devices-signed-out = Signed out another device.
own-data-act-language-chosen = Chose the language of the account.
own-data-act-data-taken = Got all data as a file.
own-data-home = Your home
own-data-address = Address
own-data-number = Number at your landlord
own-data-build-number = Build number
own-data-project = Project
own-data-first-day = First day
own-data-last-day = Last day
own-data-entered = Entered on
own-data-account = Your account
own-data-main = Main account of the home
own-data-language = Language
own-data-password = Password
own-data-password-since = Set on { $moment }
own-data-password-none = Not set yet
own-data-signed-in = Last signed in
own-data-renewed = All access renewed
own-data-links = Your email addresses
own-data-links-none = There is no email address.
own-data-linked = Written down: { $moment }. By: { $who }.
own-data-confirmed = Confirmed: { $moment }
own-data-ended = Ended: { $moment }
own-data-proof-proposed = You asked for this address. It waits until you confirm it.
own-data-proof-linked = Linked. Not confirmed yet.
own-data-proof-confirmed = Linked and confirmed.
own-data-proof-ended = Not in use any more.
own-data-delivery-ok = Email arrives, as far as we know.
own-data-delivery-soft = The last email has not arrived yet.
own-data-delivery-hard = Email does not arrive: this address does not exist.
own-data-made = Made: { $moment }
own-data-used = Last used: { $moment }
own-data-passkeys-none = You have no passkeys.
own-data-devices = Devices and browsers
own-data-devices-none = Nobody is signed in anywhere.
own-data-device-now = Signed in now.
own-data-device-since = Signed in: { $moment }
own-data-device-out = Signed out: { $moment }
own-data-browser = A browser that we recognise
own-data-browser-since = Recognised since: { $moment }
own-data-mails = Emails to you
own-data-mails-none = No email went to you.
own-data-mail-asked = Asked: { $moment }
own-data-mail-ended = Done: { $moment }
own-data-mail-to = To { $address }
own-data-mail-reset = Choosing a new password
own-data-mail-names = Your usernames
own-data-mail-password = Notice about a new password
own-data-mail-passkey = Notice about a passkey
own-data-mail-proposed = Notice about another email address
own-data-mail-leaves = Notice that you leave
own-data-mail-account = Notice about a second account in your home
own-data-mail-confirm = Confirming a new email address
own-data-mail-replaced = Notice to your old email address
own-data-mail-other = Another email
own-data-mail-waiting = Waits to be sent.
own-data-mail-sent = Sent.
own-data-mail-merged = Not sent by itself: such an email was on its way.
own-data-mail-dropped = Not sent: the email was not needed any more.
own-data-mail-dead = Not sent: it did not work.
own-data-steps = Your start with this account
own-data-steps-none = We keep nothing about this.
own-data-step-address = Your email address was given to us
own-data-step-processed = The account was made
own-data-step-list = Your landlord got your username
own-data-step-username = Your landlord gave you the username
own-data-step-instruction = Your landlord gave you the explanation
own-data-step-asked = Somebody asked for a password
own-data-step-mail = The email about that arrived
own-data-step-password = The password was set
own-data-step-signed-in = Somebody signed in for the first time
own-data-letter = A letter to you was made
own-data-leaving = Moving out
own-data-leaving-none = Your landlord has not written down that you are moving out.
own-data-leaving-new = A new resident comes
own-data-leaving-vacant = The home will be vacant
own-data-leaving-eviction = An eviction
own-data-leaving-sold = The home is sold
own-data-leaving-mistake = It was a mistake
own-data-leaving-is-planned = This is planned.
own-data-leaving-is-done = This happened.
own-data-leaving-is-cancelled = This was called off.
own-data-leaving-last = Last day: { $day }
own-data-leaving-planned = Written down: { $moment }
own-data-still-here = Said ‘I still live here’: { $moment }
own-data-proposals = What others wanted to change
own-data-proposals-none = Nobody proposed a change.
own-data-proposal-address = Another email address
own-data-proposal-other = Another change
own-data-proposal-open = Nobody has decided about this yet.
own-data-proposal-approved = This was done.
own-data-proposal-refused = This was not done.
own-data-proposal-over = This was called off.
own-data-proposed = Proposed: { $moment }
own-data-waits = Happens by itself, if you do nothing: { $moment }
own-data-decided = Decided: { $moment }
own-data-reason-objection = You objected.
own-data-reason-late = Nobody decided in time.
own-data-reason-waited = The time to object was over.
own-data-reason-overtaken = Something else changed meanwhile.
own-data-reason-colleague = A second person decided this.
service-log-act-data-taken = Got all of their own data as a file.

## kit: the page of the demo with all components

demo-bar-components = Components
kit-title = All components
kit-lead = Every part of the pages, in every state. The same pieces make the real pages. Set your computer to dark, to high contrast or to large text, and see what happens.
kit-states = State of the fields
kit-state-plain = As they are
kit-state-wrong = With mistakes
kit-resident = For residents
kit-resident-lead = One column, large letters, one clear button.
kit-notices = Messages
kit-notice = This is a message. It says what there is, and what you can do.
kit-buttons = Buttons
kit-button = Save
kit-next = Here it says what happens next.
kit-button-second = Second button
kit-button-small = Small button
kit-button-plain = Button like a link
kit-facts = Facts and codes
kit-ways = Ways on
kit-device = Firefox on Windows
kit-steps = Steps
kit-fields = Fields
kit-day = A day
kit-day-hint = For example #.
kit-choices = Choose one
kit-choice-one = The first choice
kit-choice-two = The second choice
kit-box = Tick this when it is right
kit-file-hint = CSV or Excel.
kit-file-fault = Choose a file first. Without a file we cannot go on.
kit-staff = For staff
kit-chips = How something stands
kit-tone-wrong = Mail comes back
kit-icons = Drawings
kit-decide = Is this right?
kit-done = It is done
kit-details = Read more
kit-logo = A logo
kit-table = A table
kit-progress = How far it is
kit-moment = A moment
kit-short = A moment in a table
kit-colours = A client’s own colour
kit-colours-lead = The colour stands on top as it is. In text, links and buttons it becomes darker or lighter, until everybody can read it.
kit-colour-own = The own colour:
kit-colour-day = By day it becomes { $colour }
kit-colour-night = In the dark it becomes { $colour }

## ending: signed out soon, or already (staff)

ending-idle = You will be signed out in three minutes
ending-idle-what = You have not done anything for a while. Are you still there? Press the button. What you filled in stays.
ending-stay = Stay signed in
ending-whole = In three minutes you sign in again
ending-whole-what = You have been signed in all day. Save now what you filled in. After that we ask again who you are.
ending-read = Close this message
ending-over = You are signed out
ending-over-what = What you filled in is still here. Sign in in a new window and come back. Then you can go on here.
ending-sign-in = Sign in in a new window
ending-back = Back to this page

## contact-end: ending a contact (admins)

contact-end-title = End this contact?
contact-end-mail = Mail from { $email } no longer counts as a request of the client.
contact-end-link = The link in the mail to this address stops working.
contact-end-proposal = What was proposed about it is over.
contact-end-do = End the contact
contact-end-next = That happens at once. The same person can be added again, with a second person.

## explain: explanations for everybody, and what we say about privacy and accessibility

shell-links-explain = Explanations
shell-links-privacy = Privacy
shell-links-access = Accessibility
login-way-no-mail = Does no email come?
explain-way-reset = Choose a new password
explain-way-again = Ask for the email again
explain-way-all = All explanations
explain-title = Explanations
explain-lead = Choose what you would like to know more about.
explain-password-title = Your password
explain-password-lead = You choose it yourself. Nobody else knows it, and neither do we.
explain-password-choose = This is how you choose a good password
explain-password-choose-sentence = Take a sentence of four words that do not belong together. You remember such a sentence well, and it is hard to guess.
explain-password-choose-length = You need at least { $count } characters. A space counts too.
explain-password-choose-signs = Capitals, digits and other characters are fine. You do not need them.
explain-password-choose-own = Use this password only here.
explain-password-choose-keep = Your phone or computer may keep it for you. Would you rather write it down? Then put the note in a place that only you know.
explain-password-long = Why so long?
explain-password-long-text = A computer guesses a short password very quickly. Each character more makes that much harder. So long works better than complicated.
explain-password-long-known = Some passwords were stolen once and stand on a list. Thieves try those first. That is why we do not take them.
explain-password-forgot = Forgotten your password?
explain-password-forgot-one = Choose “Choose a new password” below and fill in your username. It stands in the letter of your landlord.
explain-password-forgot-two = Open the email that you get and press the button.
explain-password-forgot-three = Choose a new password. The button in the email works for { $life }.
explain-password-never = Give it to nobody
explain-password-never-text = We never ask for your password. Your landlord does not either. Does somebody ask for it all the same? Then do not give it, and hang up.
explain-password-never-other = Does somebody else know your password? Then choose a new one right away.
explain-no-mail-title = No email comes
explain-no-mail-lead = Go through these steps at your ease. Often it is solved quickly.
explain-no-mail-wait = Wait ten minutes. Sometimes an email takes a while.
explain-no-mail-spam = Look in the folder with unwanted email. It is often called Spam or Junk. Look for an email from { $sender }.
explain-no-mail-box = Check that you are in the right mailbox. We only write to the address that we know of you. Perhaps that is an old address, or that of your partner.
explain-no-mail-name = Check that you filled in the right username. It stands in the letter of your landlord.
explain-no-mail-again = Ask for the email once more. After that, use the newest email.
explain-no-mail-landlord = Still nothing? Then we do not know your address, or there is a typing mistake in it. Call or write to your landlord, who passes the right address on to us.
explain-no-mail-full = Is your mailbox full?
explain-no-mail-full-text = Then no email can come in. Throw old emails away and ask for the email again.
explain-no-mail-silent = Why do we not say whether your address is right?
explain-no-mail-silent-text = Otherwise a stranger could find out which address belongs to a home. That is why we always give the same answer.
explain-real-title = Is this email from us?
explain-real-lead = Do you doubt an email? Here you see what our email looks like.
explain-real-how = This is how you know our email
explain-real-how-sender = The email comes from { $sender }.
explain-real-how-site = The button goes to a page of { $site }. After pressing it, look at the top of your browser. The address there must begin like that.
explain-real-how-when = You only get email when you ask for it, or when something happens to your account.
explain-real-how-file = There is never a file with the email.
explain-real-never = We never do this
explain-real-never-password = We never ask you to write or tell us your password.
explain-real-never-money = We never ask for money, and never for a code of your bank.
explain-real-never-hurry = We never say that you lose your home or your account when you are not quick.
explain-real-doubt = Do you not trust an email?
explain-real-doubt-press = Do not press the button, and do not answer.
explain-real-doubt-letter = Take the letter of your landlord. Type the address of the letter in your browser. Then you know for sure that you are with us.
explain-real-doubt-tell = Call or write to your landlord. Then others know too that false emails go around.
explain-real-doubt-away = After that, throw the email away.
explain-real-fell = Did you fill something in all the same?
explain-real-fell-text = Choose a new password right away. That signs out all devices too. After that, call your landlord.
explain-privacy-title = Privacy
explain-privacy-lead = We keep little about you. Here you read what, why and for how long.
explain-privacy-what = What we keep
explain-privacy-what-home = Your home and your username. So we know which account is yours.
explain-privacy-what-email = Your email address. With it you get back in when you have lost your password.
explain-privacy-what-password = A code that we make from your password. Nobody can get your password out of that code. Of a passkey we only keep the lock.
explain-privacy-what-device = When you sign in and with what kind of browser. So you see yourself whether somebody else can get into your account.
explain-privacy-what-log = What happened to your account, when, and who did it.
explain-privacy-what-not = We do not keep your name, your date of birth or your citizen service number (BSN). Nor do we keep where you are.
explain-privacy-why = Why that is allowed
explain-privacy-why-text = Your landlord lets you sign in to the services of your home. That is not possible without these data. We use them for nothing else.
explain-privacy-who = Who takes care of it
explain-privacy-who-text = Your landlord decides about your data and has to take good care of them. { $brand } keeps them for your landlord and does nothing else with them.
explain-privacy-sees = Who sees your data
explain-privacy-sees-landlord = Your landlord sees your home, your username and your email address. Your landlord also sees whether signing in works. And in which month you last signed in.
explain-privacy-sees-operator = Who works at { $brand } sees only what is needed to help. Who looked at what is kept.
explain-privacy-sees-home = Do more people live in your house? Then they see your username. They do not see your email address.
explain-privacy-sees-nobody = Nobody else sees anything. We sell nothing and we do not advertise.
explain-privacy-long = How long we keep it
explain-privacy-long-here = As long as you live here, we keep what belongs to your account.
explain-privacy-long-left = Do you leave? Then nobody gets into your account any more from that day. Whoever comes after you sees nothing of you.
explain-privacy-long-gone = We erase your data when the time is over that we agreed with your landlord.
explain-privacy-long-log = What happened stays after that. But no longer that it was about you.
explain-privacy-cookies = Cookies
explain-privacy-cookies-text = We only use cookies that are needed. They keep you signed in, and tell us that you used this browser before. Nobody follows you with them.
explain-privacy-rights = What you may ask
explain-privacy-rights-text = You may see what we keep about you. And you may take a copy with you. Is something not right? Then you may ask us to correct or erase it. You may also ask us to stop.
explain-privacy-rights-ask = Sign in and look at “My data”. Or ask your landlord.
explain-privacy-complain = Are you not satisfied?
explain-privacy-complain-text = First tell your landlord. Can you not solve it together? Then you can send a complaint to the
explain-privacy-authority = Dutch Data Protection Authority
explain-privacy-date = This text is of 26 November 2026.
explain-privacy-way = Look at your own data
explain-access-title = Accessibility
explain-access-lead = Everybody should be able to sign in here alone. Does something not work? Tell us.
explain-access-norm = What we watch
explain-access-norm-text = We follow the rules of WCAG 2.2 at level AA. Those are agreements about websites for everybody. Those who see badly or use no mouse must be able to do everything too.
explain-access-tested = What we test
explain-access-tested-axe = A program looks for faults on our pages, each time we change something. That program is called axe.
explain-access-tested-keys = We walk through the pages with the keyboard alone. We check that you always see where you are.
explain-access-tested-look = We look at the pages in light, in dark and with high contrast. Everything must fit on a very narrow screen too.
explain-access-tested-scripts = Everything works without JavaScript too, except signing in with a passkey.
explain-access-tested-words = A formula measures whether our Dutch texts are easy to read.
explain-access-not = What has not been tested yet
explain-access-not-expert = No expert from outside has looked at our pages yet.
explain-access-not-people = No people with a disability have tested the pages for us yet.
explain-access-not-reader = We test with one browser: Chromium. We have not tested with a screen reader yet.
explain-access-not-claim = A program does not find everything. That is why we do not say that everything is right.
explain-access-limits = What we know is not good yet
explain-access-limits-passkeys = Your phone or computer decides what a passkey looks like. We can do nothing about that. Signing in with a password is always possible.
explain-access-limits-languages = The pages are in Dutch and English. Other languages and sign language are not there yet.
explain-access-report = Does something not work?
explain-access-report-text = Call or write to your landlord. Tell on which page you were and what did not work. Then we hear it too. Your landlord helps you on at once.
explain-access-date = This text is of 26 November 2026.

## own-data-ask: a resident asks to change or erase something

own-data-ask = Ask to change or remove something
own-data-requests = What you asked
own-data-requests-none = You have not asked anything.
own-data-requests-lead = Your landlord reads this and answers. You see the answer here. Do you hear nothing? Then call your landlord.
own-data-told-asked = Your question was sent to your landlord. You will see the answer on this page.
own-data-requested = Asked: { $moment }
own-data-due = Answer at the latest: { $day }
own-data-answered = Answer: { $moment }
own-data-answer-done = This was done.
own-data-answer-partly = A part of this was done.
own-data-answer-right = No. What it says is right.
own-data-answer-needed = No. Without this you cannot sign in.
own-data-answer-law = No. The law says this must be kept.
own-data-answer-not-theirs = No. This is about somebody else.
own-data-asked-correction = Correct something that is wrong
own-data-asked-erasure = Remove something
own-data-about = { $about }.
own-data-about-home = The address of the home
own-data-about-email = The email address
own-data-about-log = Something in the list of who looked or changed something
own-data-about-everything = Everything you keep about me
own-data-act-data-requested = Asked to correct something or to remove it.
own-request-title = Ask to change or remove something
own-request-lead = Is something wrong? Or should something go? Your landlord decides about that and answers within a month.
own-request-kind = What do you want?
own-request-about = What is it about?
own-request-text = What should happen?
own-request-hint = Write it down briefly. At most { $count } characters. Do not write down a password.
own-request-button = Send
own-request-next-mail = We email your request to { $landlord }. You see the answer at My data. We send you no email.
own-request-next-nobody = We keep your request for { $landlord }. Please call { $landlord } about it yourself as well. You see the answer at My data.
own-request-next = { $landlord } gets your question. You see the answer at My data. We send no email.
own-request-email-way = You change your email address yourself
own-request-no-kind = Choose what you want. Choose one or the other.
own-request-no-about = Choose what it is about.
own-request-empty = You wrote nothing. Fill in what is wrong, and what it should be.
own-request-long = The text is too long. Use at most { $count } characters.
own-request-many = There are { $count } questions waiting for an answer already. Wait until your landlord answers one.
service-request-title = Requests
service-request-lead = Residents ask to correct or erase their data. Answer within a month. The GDPR says so (article 12).
service-request-none = There are no requests.
service-request-none-do = Residents make a request at My data. It will stand here then.
service-request-open = To be answered
service-request-answered = Answered
service-request-count = { $count ->
    [one] One request waits for an answer.
   *[other] { $count } requests wait for an answer.
}
service-request-count-late = { $count ->
    [one] One of them is late.
   *[other] { $count } of them are late.
}
service-request-what = Request
service-request-text = In their own words
service-request-when = At the latest
service-request-answer = Answer
service-request-answer-label = Answer for { $home }
service-request-pick = Choose an answer
service-request-button = Give this answer
service-request-correction = Correct
service-request-erasure = Erase
service-request-home = address of the home
service-request-email = email address
service-request-log = something in the log
service-request-everything = everything
service-request-done = Done
service-request-partly = Done in part
service-request-right = Refused: what it says is right
service-request-needed = Refused: needed to sign in
service-request-law = Refused: the law obliges to keep it
service-request-not-theirs = Refused: it is about somebody else
service-request-no-text = No explanation
service-request-left = The resident has left. The text is erased.
service-request-asked = Asked on { $day }
service-request-due = { $day }
service-request-late = Late: { $day }
service-request-told = The request is answered. The resident sees the answer at My data.
service-request-already = A colleague was first: this request was answered already.
service-request-choose = Choose an answer first.
service-log-act-data-requested = Asked to correct or erase data.
service-log-act-data-answered = Answered a request about data.
service-log-why-data-requests = requests of residents
service-log-why-correction = correct
service-log-why-erasure = erase
staff-client-requests = Requests of residents
staff-client-requests-none = No request waits for an answer.
staff-client-requests-what = You see that something was asked, and not by whom. The client’s people read and answer it at Requests.
staff-client-requests-no-portal = Nobody at this client can see this: it has nobody in the service portal and no contact that counts. Invite an admin, who sees all that waits here. A new contact gets new requests only.
staff-client-requests-by-mail = You see that something was asked, and not by whom. The contacts got each request by email, with a link to answer.
staff-client-requests-due = At the latest { $day }

## staff-term: retention terms, holds and incidents (operator)
staff-term-link = Links from mails
staff-term-link-from = the moment the link stops working
staff-term-link-why = For so long the help desk can tell why a link did not work.
staff-term-session = Signed-in devices
staff-term-session-from = the moment one had to sign in again
staff-term-session-why = So it can be seen when somebody was last signed in.
staff-term-browser = Recognised browsers
staff-term-browser-from = the last sign-in with that browser
staff-term-browser-why = Whoever is known goes on when others guess too often.
staff-term-mail = Mails and whether they arrived
staff-term-mail-from = the moment of sending or giving up
staff-term-mail-why = So the help desk can tell whether a mail arrived.
staff-term-address = Former e-mail addresses of those who live there still
staff-term-address-from = the end of the link, or the request that nobody confirmed
staff-term-address-why = After a mistake the former address can come back.
staff-term-list-copy = Lists as the client sent them
staff-term-list-copy-from = the day it came in
staff-term-list-copy-why = The list goes back in the client’s own columns.
staff-term-list-rows = What was done with the rows of a list
staff-term-list-rows-from = the day it was applied
staff-term-list-rows-why = A list can still be undone.
staff-term-letters = To which residents letters were made
staff-term-letters-from = the day they were made
staff-term-letters-why = So it can be seen who got a letter already.
staff-term-household = Residents who left
staff-term-household-from = the end of access
staff-term-household-why = For so long questions about the tenancy can come.
staff-term-tenant-change = Tenant changes
staff-term-tenant-change-from = the day it happened or was called off
staff-term-tenant-change-why = So it can be seen when there was access.
staff-term-proposal = Proposals that were decided
staff-term-proposal-from = the decision
staff-term-proposal-why = So it can be seen who approved what.
staff-term-log-detail = What the log tells of before and after
staff-term-log-detail-from = the day of the line
staff-term-log-detail-why = The line stays. Only the details go.
staff-term-contact = Contacts who were ended
staff-term-contact-from = the day of the end
staff-term-contact-why = So it can be seen in whose name something was asked.
staff-term-staff = Staff who left, and invitations nobody accepted
staff-term-staff-from = the last day, or the invitation
staff-term-staff-why = So the log can tell who did something. After that there is no address any more.
staff-term-request = Requests of residents that were answered
staff-term-request-from = the day of the answer
staff-term-request-why = So it can be shown what was asked and answered.
staff-term-review = Reviews of rights
staff-term-review-from = the day of the review
staff-term-review-why = So it can be shown that there was a review each year.
staff-term-hold = Holds that are over
staff-term-hold-from = its end
staff-term-hold-why = So it can be seen why something stayed longer.
staff-term-report = Reports of the erasing
staff-term-report-from = the day of the report
staff-term-report-why = So it can be shown that things were erased.
staff-term-counter = Counters of tries
staff-term-counter-from = the end of the count
staff-term-counter-why = So nobody can guess without end.
staff-term-answer = Answers to programs
staff-term-answer-from = the request
staff-term-answer-why = So the same request is done only once.
staff-term-challenge = Used challenges of passkeys
staff-term-challenge-from = the end of the challenge
staff-term-challenge-why = So no answer works twice.
staff-term-kept-home = As long as the home is there. It is about the home, whoever lives there.
staff-term-kept-client = As long as the client is one.
staff-term-kept-log = For good. This is the log itself: ids and fixed words, no names or addresses.
staff-term-kept-house = As long as the system runs. It is not about people.
staff-term-does-erases = erases all of it
staff-term-does-erases-detail = erases the detail, the line stays
staff-term-does-masks = erases name and address, the id stays
staff-term-hold-lawsuit = A lawsuit
staff-term-hold-dispute = A dispute with a tenant, such as one about the energy fee
staff-term-hold-incident = An incident that is looked into
staff-term-hold-authority = A request of a supervisor or the police
staff-term-hold-residents = The residents asked for it
service-log-act-term-changed = Changed a retention term.
service-log-act-hold-set = Set a hold: nothing of it is erased.
service-log-act-hold-ended = Ended a hold.
service-log-act-incident-asked = Asked whose data an incident touches.
service-log-act-incident-listed = Listed the homes that an incident touches.
cli-retention-dry = This would be erased now. Nothing was changed.
cli-retention-done = This was erased.
cli-retention-stopped = This was erased. The work was stopped. The next run goes on with it.
cli-retention-nothing = Nothing. All is within its term.
cli-retention-all = all clients
staff-term-title = Retention terms
staff-term-lead = Every day the system erases what has had its time. This table is exactly what the system uses.
staff-term-group-own = Terms that a client may change
staff-term-group-house = Terms that are the same for everyone
staff-term-count = Count what would go now
staff-term-class = Data
staff-term-term = Term
staff-term-from = Counts from
staff-term-then = Then
staff-term-last = Erased last time
staff-term-due = Would go now
staff-term-at-once = within minutes
staff-term-bounds = { $days } days. Per client { $least } to { $most }.
staff-term-own = Clients’ own terms
staff-term-own-none = Every client has the usual terms.
staff-term-class-choose = Choose which data
staff-term-days = Number of days
staff-term-days-hint = Leave it empty for the usual term.
staff-term-change = Change the term
staff-term-change-next = Counts from the next erasing on, also for what is there. This goes into the log.
staff-term-holds = Holds
staff-term-holds-lead = What you hold here is not erased, however old it is.
staff-term-holds-none = Nothing is held.
staff-term-hold-what = Of whom
staff-term-hold-all = the whole client
staff-term-hold-state = State
staff-term-hold-holds = Holds
staff-term-hold-over = Over
staff-term-hold-reason = Why
staff-term-hold-reason-choose = Choose a reason
staff-term-hold-last = Last day
staff-term-hold-last-hint = For example 31-12-2026. Leave it empty when the end is not known yet.
staff-term-hold-open = until somebody ends it
staff-term-hold-set = Set
staff-term-hold-username = Username of the home
staff-term-hold-username-hint = Leave it empty to hold the whole client.
staff-term-hold-do = Hold
staff-term-hold-next = From now on nothing of it is erased. This goes into the log.
staff-term-hold-end = End
staff-term-hold-end-one = End the hold of { $name }
staff-term-runs = Reports
staff-term-runs-none = Nothing was erased yet. The first time is within a day.
staff-term-run-at = Began
staff-term-run-state = State
staff-term-run-erased = Erased
staff-term-run-through = Done
staff-term-run-stopped = Stopped
staff-term-told-term = The term was changed.
staff-term-told-held = This is held now.
staff-term-told-ended = The hold is over. What is past its term goes next time.
staff-term-fault-client = You chose no client. Choose one.
staff-term-fault-class = You chose no data. Choose them in the list.
staff-term-fault-days = This is no number of days. Fill in a number, or nothing.
staff-term-fault-bounds = This term cannot be. Choose { $least } to { $most } days.
staff-term-fault-home = This client has no home with that username. Check the name.
staff-term-fault-why = You chose no reason. Choose one.
staff-term-fault-day = This is no day. Write it as 31-12-2026.
staff-term-fault-over = This day is over. Choose a later one.
staff-incident-way = Whose data does an incident touch?
staff-incident-title = Incident
staff-incident-lead = Find out how many residents an incident touches, and what you write to the client. This goes into the log of that client.
staff-incident-project = Project (short name)
staff-incident-project-hint = Leave it empty for all homes of the client.
staff-incident-from = First day
staff-incident-until = Last day
staff-incident-day-hint = For example 31-12-2026.
staff-incident-what = What happened
staff-incident-what-choose = Choose what happened
staff-incident-ask = Find out
staff-incident-touched = What it touches
staff-incident-homes = Homes
staff-incident-accounts = Accounts with a username
staff-incident-residents = Households that lived there then
staff-incident-former = Households that had left and are not erased yet
staff-incident-addresses = E-mail addresses
staff-incident-passwords = Households with a password, of which only a keyed hash exists
staff-incident-passkeys = Passkeys, of which only the public half is here
staff-incident-list = The homes themselves go to the client as a list. Make it on the server:
staff-incident-mail = Message to the client
staff-incident-mail-lead = A draft. Read it and add what only you know.
staff-incident-mail-nl = Dutch
staff-incident-mail-en = English
staff-incident-fault-project = This client has no project of that short name.
staff-incident-fault-order = The last day comes before the first. Swap them.
staff-incident-fault-what = You did not choose what happened. Choose it.
staff-incident-seen = Somebody could see data of your tenants who may not.
staff-incident-sent-wrong = Data of your tenants went to the wrong person.
staff-incident-lost = Something that held data of your tenants was lost or stolen.
staff-incident-changed = Somebody changed or removed data of your tenants who may not.
staff-incident-mail-subject = Subject: incident with data of your tenants
staff-incident-mail-hello = Dear client,
staff-incident-mail-when = It is about { $about }, from { $from } up to and including { $until }.
staff-incident-mail-who = It touches { $homes } homes: { $residents } households that lived there then, and { $former } that had left before.
staff-incident-mail-data = It is about addresses of homes, { $accounts } usernames and { $addresses } e-mail addresses.
staff-incident-mail-passwords = Of { $count } households we keep a keyed hash of the password. The password itself is kept nowhere. The key of the hash is kept elsewhere.
staff-incident-mail-passkeys = Of { $count } passkeys we keep the public half. Nobody can sign in with it.
staff-incident-mail-not = We keep no citizen service number, birth date, phone number or bank details. So those are not touched.
staff-incident-mail-law = You decide whether to report this. When there is a risk for your tenants, you report it to the data protection authority within 72 hours. That time counts from when you know of it. When the risk is high, you tell your tenants too. We help you with what you need for that.
staff-incident-mail-residents = Your tenants can choose a new password, and sign out all devices under Security. Ask them to be careful with mails that ask for data.
staff-incident-mail-end = We tell you more as soon as we know it. Questions? Answer this message.
cli-incident-homes = { $count } homes in the list

## The language of the own account
own-language-title = Your language
own-language-lead = You see our pages in this language. Our emails to you are in this language too.
own-language-label = Choose your language
own-language-none = Choose a language.
own-language-button = Save my language
own-language-next = You can change this at any time.
own-language-done = Your language has been saved.

## maintenance: notices of planned maintenance

mail-maintenance-title = When
mail-maintenance-when = From { $from } until { $to }.
mail-maintenance-nothing = You do not have to do anything. We ask nothing of you in this email, and there is no link in it.
staff-term-maintenance = Notices of maintenance, with their homes
staff-term-maintenance-from = the end of the maintenance
staff-term-maintenance-why = So it can be shown who was told.
service-log-act-maintenance-written = Wrote a notice of maintenance.
service-log-act-maintenance-proposed = Proposed a notice of maintenance.
service-log-act-maintenance-given-back = Gave a notice of maintenance back to its writer.
service-log-act-maintenance-approved = Approved a notice of maintenance.
service-log-act-maintenance-paused = Paused the sending of a notice of maintenance.
service-log-act-maintenance-resumed = Let the sending of a notice of maintenance go on.
service-log-act-maintenance-stopped = Stopped a notice of maintenance for good.
service-log-act-maintenance-done = Has sent a notice of maintenance to everybody.

## staff-notice: writing, approving and following notices of maintenance

staff-notice-shell = Maintenance
staff-notice-title = Notices of maintenance
staff-notice-lead = A notice tells residents of planned work: by email, and above every page while the work goes on. An admin approves it first.
staff-notice-new = Write a notice
staff-notice-none = There are no notices yet.
staff-notice-none-do = Write one when work is planned that residents will notice.
staff-notice-subject = Subject
staff-notice-state = State
staff-notice-when = When
staff-notice-whom = For whom
staff-notice-window = { $from } until { $to }
staff-notice-whom-all = All homes of all clients
staff-notice-whom-one = All homes of one client
staff-notice-whom-homes = The homes of one project
staff-notice-whom-project = { $client }, { $project }
staff-notice-state-draft = Draft
staff-notice-state-proposed = Waits for approval
staff-notice-state-approved = Approved
staff-notice-state-sending = Being sent
staff-notice-state-paused = Paused
staff-notice-state-done = Sent
staff-notice-state-stopped = Stopped
staff-notice-new-title = New notice of maintenance
staff-notice-change-title = Change a notice of maintenance
staff-notice-change-voids = This notice was proposed already. If you change it, the proposal ends. You propose it again after that.
staff-notice-form-lead = Name no home, no username and no web address. Everybody reads the same text.
staff-notice-name = Short name
staff-notice-name-hint = Of the client. For one project also that of the project, as in { $example }. Empty for all homes.
staff-notice-project = Project
staff-notice-project-choose = Choose a project
staff-notice-from-day = First day
staff-notice-from-time = Begins at
staff-notice-to-day = Last day
staff-notice-to-day-hint = Empty: the same day, or the night after it.
staff-notice-to-time = Ends at
staff-notice-time-hint = For example 22:00. The time in the Netherlands.
staff-notice-in = The text ({ $language })
staff-notice-subject-hint = One line, { $signs } characters at most.
staff-notice-text = Text
staff-notice-text-hint = Say what the resident notices and what keeps working. An empty line begins a paragraph. { $signs } characters at most.
staff-notice-keep = Keep as a draft
staff-notice-keep-next = Nothing leaves yet. Next you see exactly how the email looks.
staff-notice-fault-audience = You did not choose for whom the notice is. Choose one of the three.
staff-notice-fault-client = This is no short name of a client. It has lower-case letters, digits and hyphens only.
staff-notice-fault-project = This is no project. Write the short names of client and project, with a slash between them.
staff-notice-fault-nobody = There is no client or project of this short name. Check what you typed.
staff-notice-fault-day = This is no day. Write a day as in 1-12-2026.
staff-notice-fault-time = This is no time. Write a time as in 22:00.
staff-notice-fault-backwards = The work ends before it begins. Check the days and times.
staff-notice-fault-over = The work would be over already. Choose a later moment.
staff-notice-fault-long = The work takes longer than two weeks. Write a notice for each part.
staff-notice-fault-far = The work is more than a year away. Write the notice later.
staff-notice-one = Notice of maintenance: { $subject }
staff-notice-written-by = Written by
staff-notice-proposed-by = Proposed by
staff-notice-approved-by = Approved by
staff-notice-ended = Ended
staff-notice-next-over = The work is over. This notice will not leave any more.
staff-notice-next-draft = Read the emails, send yourself a test, and then propose the notice.
staff-notice-next-draft-read = Whoever writes the notice is still at it.
staff-notice-next-approve = Read all of it. You approve exactly this, or you give it back.
staff-notice-next-proposed = An admin approves the notice, or gives it back.
staff-notice-next-approved = The homes are being listed now. After that the emails leave.
staff-notice-next-sending = The emails leave, { $rate } homes a minute at most.
staff-notice-next-paused = Nothing leaves now. The pages do tell of the work.
staff-notice-next-done = All mails have left. Below is what became of them.
staff-notice-next-stopped = Nothing leaves any more, and no page tells of the work.
staff-notice-mail = The email ({ $language })
staff-notice-banner = Above every page ({ $language })
staff-notice-test = Send me this email ({ $language })
staff-notice-report = How far it is
staff-notice-again = Look again
staff-notice-report-homes = Homes
staff-notice-report-mails = Emails
staff-notice-number = Number
staff-notice-homes = Homes on the list
staff-notice-homes-what = Fixed after the approval.
staff-notice-waits = Waiting
staff-notice-waits-what = Their turn is still to come.
staff-notice-mailed = Told by email
staff-notice-mailed-what = An email was made for each account with an address.
staff-notice-letter = Without an address
staff-notice-letter-what = The client sends a letter, and finds the list at Maintenance.
staff-notice-vacant = Skipped
staff-notice-vacant-what = Nobody lives there now.
staff-notice-queued = Made
staff-notice-queued-what = One for each account with an address, confirmed or not.
staff-notice-under-way = Under way
staff-notice-under-way-what = Not yet at the receiver's mail server.
staff-notice-sent = Accepted
staff-notice-sent-what = The receiver's mail server took the email.
staff-notice-merged = Merged
staff-notice-merged-what = This address was told already.
staff-notice-dropped = Not sent
staff-notice-dropped-what = The resident left, or the notice was stopped.
staff-notice-refused = Came back
staff-notice-refused-what = The mailbox does not exist, or is full.
staff-notice-failed = Failed
staff-notice-failed-what = Not delivered for another reason.
staff-notice-approve-next = After that the emails leave, at a steady pace.
staff-notice-give-back = Give back
staff-notice-give-back-next = The notice is a draft again. Tell the writer yourself what should change.
staff-notice-decide-title = Do you approve this notice?
staff-notice-propose-title = Ready to propose?
staff-notice-propose = Propose the notice
staff-notice-propose-next = An admin reads it. Nothing leaves before they approve.
staff-notice-change = Change the notice
staff-notice-steer = The sending
staff-notice-pause = Pause
staff-notice-pause-next = What has not left yet waits. You can go on later.
staff-notice-resume = Go on
staff-notice-resume-next = The emails leave again.
staff-notice-stop-title = Stop for good
staff-notice-stop = Stop for good
staff-notice-stop-next = What has not left yet never will. The message goes from all pages. This cannot be undone.
staff-notice-told-written = The notice is kept as a draft.
staff-notice-told-tested = The test is on its way to your own mailbox.
staff-notice-told-proposed = The notice is proposed. An admin looks at it.
staff-notice-told-approved = The notice is approved. The emails leave.
staff-notice-told-given-back = The notice is a draft again.
staff-notice-told-paused = The sending is paused.
staff-notice-told-resumed = The sending goes on.
staff-notice-told-stopped = The notice was stopped for good.
staff-notice-told-state = Nothing changed: the notice had come further already, or not so far. Look at its state.
staff-notice-told-over = Nothing changed: the work is over.
staff-notice-told-own = Nothing changed: somebody else than the writer has to approve this.
staff-notice-told-other = Nothing was approved: the notice changed meanwhile. Read it again.

## service-planned: planned maintenance, for people of a client

service-planned-title = Planned maintenance
service-planned-lead = This work touches your homes. Residents with an email address are told by us.
service-planned-none = No maintenance is planned.
service-planned-now = Going on now
service-planned-coming = Planned
service-planned-letters = Homes without an email address
service-planned-letters-one = Homes without an email address: { $subject }
service-planned-letters-lead = These residents get no email. Send them a letter yourself. The list grows while the notice is being sent.
service-planned-count = { $count ->
    [0] No home is on the list yet.
    [one] One home is on the list.
   *[other] { $count } homes are on the list.
}
service-planned-list = The list
service-planned-print = Letters to print
service-planned-print-lead = A page per home, for a window envelope, with the text of the notice.
service-planned-pdf = { $language }, home { $first } to { $last } (PDF)
service-planned-back = Back to planned maintenance
service-planned-xlsx = List as a spreadsheet (XLSX)
service-planned-csv = List as CSV

## staff-desk: the help desk

staff-desk-title = Help desk
staff-desk-lead = Look for one account at a time. Each time is written to the log of the client and of the resident.
staff-desk-search = Find an account
staff-desk-key = Username or e-mail address
staff-desk-key-hint = Whole and exact. A part of it finds nothing.
staff-desk-find = Find
staff-desk-find-next = You see one account then.
staff-desk-fault-empty = You filled in nothing. Fill in the username or the e-mail address.
staff-desk-fault-no-key = This is no username and no e-mail address. Check what you typed.
staff-desk-fault-nobody = No account has this username or this e-mail address. Ask the caller to spell it once more.
staff-desk-several = { $count ->
    [one] This e-mail address belongs to { $count } account
   *[other] This e-mail address belongs to { $count } accounts
}
staff-desk-several-do = Ask the caller for the username. Open that account only.
staff-desk-at-hand = At hand
staff-desk-texts = Answers
staff-desk-texts-way = Answers to copy
staff-desk-texts-lead = Copy the text into your own mail. You need not change anything in it.
staff-desk-texts-all = By question, in each language
staff-desk-account = Account { $username }
staff-desk-seen = That you looked at this account stands in the log now.
staff-desk-username = Username
staff-desk-state = How the account stands
staff-desk-nobody = Nobody lives behind this account now. The client reports a new resident.
staff-desk-address = E-mail address
staff-desk-address-none = No e-mail address is linked. The client is the way on.
staff-desk-confirmed = Confirmed by the resident
staff-desk-linked = Not confirmed yet
staff-desk-works = Mail arrives
staff-desk-delayed = Mail is delayed
staff-desk-bounced = Mail comes back
staff-desk-used = In use
staff-desk-in-use = Yes
staff-desk-not-in-use = No
staff-desk-signed-in = Last signed in
staff-desk-never = Never
staff-desk-waits = What still waits
staff-desk-waits-none = Nothing
staff-desk-waits-own = The resident asked for another e-mail address on { $moment }, and has not confirmed it.
staff-desk-waits-others = The client proposed another e-mail address.
staff-desk-waits-leaves = The resident leaves. The last day is { $day }.
staff-desk-contact = The way on
staff-desk-contact-lead = Can you not help here? Send the resident to the landlord. With questions about this account you can turn to:
staff-desk-contact-none = { $client } has no contact yet. Send the resident to the landlord.
staff-desk-again = Find another account
staff-desk-text-password = Somebody asks for a password
staff-desk-text-no-address = No e-mail address is linked
staff-desk-text-landlord = Somebody calls the wrong landlord
staff-desk-hello = Dear resident,
staff-desk-password-no = You asked us for a password. We cannot see your password and cannot make one for you. Nobody can. That keeps your account yours alone.
staff-desk-password-do = You make a new password yourself on this page: { $link } Fill in your username. You get a mail with a link. With it you choose your password.
staff-desk-password-none = No mail within ten minutes? Look at your spam as well. Then contact your landlord. They can see which e-mail address belongs to your account.
staff-desk-no-address-why = No e-mail address is linked to your account. So we cannot send you a link for a new password. We may not fill in the address ourselves when you ask.
staff-desk-no-address-do = Give your e-mail address to your landlord. They link it to your account. You find more here: { $link }
staff-desk-landlord-why = Your question is about a home of another landlord than the one you wrote to us about. We cannot say anything about it.
staff-desk-landlord-do = Contact the landlord who is named in your tenancy agreement. They know which account belongs to your home.
staff-desk-regards = Kind regards,
    The help desk of { $brand }
service-log-act-desk-looked-often = looked at more accounts within an hour, at the help desk, than is usual.
service-log-why-help-desk = the help desk looked, for a resident who asked for help
service-log-why-help-desk-list = the help desk saw the username, by an e-mail address that somebody gave
staff-desk-open-title = Do something for the resident
staff-desk-open-lead = You can only do something once the resident proves that the account is theirs. For that we send a mail to the confirmed address.
staff-desk-open-not = There is no confirmed e-mail address that mail reaches. The resident cannot prove anything here then. The landlord is the way.
staff-desk-kind = How somebody asks
staff-desk-kind-phone = On the phone
staff-desk-kind-written = In a letter or a mail
staff-desk-deed = What it is about
staff-desk-deed-username = Tell the username
staff-desk-deed-sessions = Sign out all devices
staff-desk-deed-slow-down = Lift a slow-down
staff-desk-deed-change = Call off a waiting change of the e-mail address
staff-desk-choose = Choose
staff-desk-open = Open a case
staff-desk-open-next = The resident gets a mail at once. You see the number to tell.
staff-desk-fault-kind = You did not choose how somebody asks. Choose it in the list.
staff-desk-fault-deed = You did not choose what it is about. Choose it in the list.
staff-desk-fault-no-address = There is no confirmed e-mail address that mail reaches. Send the resident to the landlord.
staff-desk-fault-often = Proof was asked or given wrongly too often for this home today. Send the resident to the landlord.
staff-desk-cases = Cases
staff-desk-cases-way = Your cases
staff-desk-cases-lead = Your newest cases. You do not see those of a colleague.
staff-desk-cases-none = You have no cases yet.
staff-desk-cases-none-do = Find an account and open a case there.
staff-desk-open-cases = Open cases
staff-desk-opened = Opened
staff-desk-standing = Standing
staff-desk-case = Case about { $username }
staff-desk-case-waits = Waits for the resident
staff-desk-case-proven = Proven
staff-desk-case-done = Done
staff-desk-case-denied = The resident says: that is not me
staff-desk-case-missed = Wrong too often
staff-desk-case-withdrawn = Closed
staff-desk-case-expired = Too late
staff-desk-next-waits = This page changes by itself when the resident answers. You can load it again too.
staff-desk-next-proven = The resident proved that the account is theirs. Do what it says within a quarter of an hour.
staff-desk-next-done = This is done. There is nothing left to do.
staff-desk-next-denied = Do nothing for this caller. It stands in the log of the client.
staff-desk-next-over = This case is over. Open a new one if the resident still asks for help.
staff-desk-number = The number
staff-desk-say-phone = Tell this number. The resident fills it in on the page behind the mail.
staff-desk-say-written = Put this number in your answer. The resident fills it in on the page behind our mail.
staff-desk-code-title = Can the resident not open the page?
staff-desk-code-lead = Ask for the code in the mail then. You only see whether it is right. The code works for ten minutes.
staff-desk-code = Code
staff-desk-code-hint = Eight digits.
staff-desk-code-do = Check the code
staff-desk-code-empty = You filled in no code. Ask the resident for the eight digits in the mail.
staff-desk-code-wrong = This code is wrong. Tries left: { $left }.
staff-desk-code-over = This code no longer works. Ask the resident to open the mail, or open a new case.
staff-desk-do = Do it now
staff-desk-do-next = This can be done once.
staff-desk-tell = You may tell the username now:
staff-desk-to-account = To the account
staff-desk-close = Close the case
service-log-act-desk-case-opened = opened a case at the help desk and asked the resident for proof.
service-log-act-desk-case-proven = proved to the help desk that the account is the resident's.
service-log-act-desk-proof-missed = gave a wrong proof at the help desk.
service-log-act-desk-case-denied = said: I asked the help desk nothing. Somebody else pretends to be the resident.
service-log-act-desk-case-done = did, at the help desk, what the resident asked.
service-log-act-desk-case-closed = closed a case at the help desk.
service-log-why-number = by the number
service-log-why-code = by the code in the mail
staff-term-case = Cases of the help desk
staff-term-case-from = the day on which the case began
staff-term-case-why = So it can be shown what the help desk did for whom.

## caller: the caller check, for residents

caller-title = Do you ask the help desk this?
caller-lead-phone = Somebody is calling the help desk of { $brand } about your account, since { $moment }. It is about: { $deed }.
caller-lead-written = Somebody wrote to the help desk of { $brand } about your account. On { $moment } we asked you whether that is you. It is about: { $deed }.
caller-deed-username = telling you your username
caller-deed-sessions = signing out all your devices
caller-deed-slow-down = letting you sign in faster again
caller-deed-change = calling off a change of your e-mail address
caller-number = The number
caller-number-phone = The two digits that the help desk tells you now.
caller-number-written = The two digits in our answer to you.
caller-yes-phone = Yes, I am calling the help desk now
caller-yes-written = Yes, this is my question
caller-yes-next = The help desk sees that it is you, and does this only.
caller-no-heading = Is this not you?
caller-sure = I asked the help desk nothing
caller-no = No, that is not me
caller-no-next = The help desk does nothing then. Your landlord sees that somebody pretended to be you.
caller-fault-empty = You filled in no number. Fill in the two digits that you heard or read.
caller-fault-wrong = This number is wrong. Ask the help desk to tell it once more. Tries left: { $left }.
caller-fault-sure = You did not tick the box. Tick it if you asked the help desk nothing.
caller-yes-title = The help desk knows that it is you
caller-yes-lead = Go on with your call. You need not do anything here any more.
caller-no-title = Good that you say so
caller-no-lead = The help desk does nothing. Tell nobody your password and nobody a code. Are you in doubt? Choose a new password at Security.
caller-dead-title = This question is over
caller-dead-do = Do you still ask the help desk something? Call again. You get a new mail.
caller-dead-tries = A wrong number was filled in too often.
caller-dead-expired = This link worked for half an hour, and that is over.
caller-dead-over = You answered already, or the help desk closed the case.
security-desk = Help desk
security-desk-none = The help desk handles no question about your account now. Does somebody call you and say so? Hang up.
security-desk-case = The help desk handles a question about your account since { $moment }: { $deed }.
own-data-mail-caller = Question whether it was you who asked the help desk something
own-data-act-case-opened = Got a question about your account, and asked you for proof.
own-data-act-case-proven = Proved that the question to the help desk came from you.
own-data-act-proof-missed = Gave a wrong number or a wrong code.
own-data-act-case-denied = Said that the question to the help desk did not come from you.
own-data-act-case-done = Did what the help desk was asked.
own-data-act-case-closed = Closed a question about your account.

## mail: the caller check

mail-caller-subject = Do you ask the help desk something?
mail-caller-preheader = We want to be sure that it is you.
mail-caller-asked-phone = On { $moment } somebody called the help desk of { $brand } about your account. It is about: { $deed }.
mail-caller-asked-written = Somebody wrote to the help desk of { $brand } about your account. We handle that since { $moment }. It is about: { $deed }.
mail-caller-act-phone = Is that you? Open the page and fill in the number that the help desk tells you. The link works for half an hour.
mail-caller-act-written = Is that you? Open the page and fill in the number in our answer. The link works for half an hour.
mail-caller-button = Answer the help desk
mail-caller-code-title = Can you not open the page?
mail-caller-code = Tell the help desk this code then: { $code }. The code works for ten minutes. Are you not the one who calls? Give the code to nobody.
mail-caller-not-you = Open the page and say that it is not you. The help desk does nothing then.

## mailin: requests that come by mail (support)

staff-term-inbound = Mails from clients and what they asked for
staff-term-inbound-from = the day the mail came in
staff-term-inbound-why = So it can be shown who asked for a link.
service-log-act-request-asked = Put a new tenant to the contacts.
service-log-act-request-accepted = Did what a client asked for by mail.
service-log-act-request-refused = Refused what a client asked for by mail.
service-log-act-requests-seen = Looked at the requests that came by mail.
staff-handout-title = Telling residents: { $project }
staff-handout-lead = Here are the homes of { $client } whose residents have not been given a username yet.
staff-handout-open = Show the homes
staff-handout-open-next = You then see the homes, the letters and the list.
staff-handout-waiting = { $count ->
    [0] Nobody at { $client } is waiting for a username now.
    [one] At { $client } 1 home is waiting for a username and instructions.
   *[other] At { $client } { $count } homes are waiting for a username and instructions.
}
staff-handout-none = Everybody was told. There is nothing for you to do.
staff-handout-first = 1. Tell the residents
staff-handout-first-do = Print the letters and deliver them. Or use the list for a message of your own.
staff-handout-letters = Letters (PDF)
staff-handout-letters-part = Letters { $part } of { $parts } (PDF)
staff-handout-list-xlsx = List (Excel)
staff-handout-list-csv = List (CSV)
staff-handout-then = 2. Tick who knows
staff-handout-table = Homes that wait
staff-handout-then-do = Ticked means: you gave username and instructions to the resident.
staff-handout-tick = Chosen homes: told
staff-handout-tick-all = { $count ->
    [one] This home: told
   *[other] All { $count } homes: told
}
staff-handout-rest = { $count ->
    [one] These are the first { $shown }. 1 more home comes afterwards, with a new link.
   *[other] These are the first { $shown }. { $count } more homes come afterwards, with a new link.
}
staff-handout-without = { $count ->
    [one] 1 home has no email address yet
   *[other] { $count } homes have no email address yet
}
staff-handout-without-do = This letter asks the resident for an email address. Email us the addresses that you get.
staff-handout-done-title = { $count ->
    [0] This was ticked already
    [one] 1 home is ticked
   *[other] { $count } homes are ticked
}
staff-handout-done = Everybody was told. There is nothing more for you to do.
staff-handout-done-left = Residents are still waiting. You get a new link for them by email.
staff-handout-renewed-title = Look in your mailbox
staff-handout-renewed = Is there still something to do, and is this the right address? Then a new link is on its way.
staff-handout-dead-title = The link to the work list no longer works
staff-handout-dead-expired = The link was valid for two weeks.
staff-handout-dead-used = This link has been used to tick homes already.
staff-handout-dead-over = The link belongs to a contact or a client that has changed.
staff-handout-dead-do = Ask for a new link. We send it to the address that this one went to.
staff-handout-renew = Send a new link
staff-handout-renew-next = You get an email if residents are still waiting.
staff-handout-send-title = Client without portal
staff-handout-send-do = The contacts get a link by email to the letters and the list, and tick there who knows.
staff-handout-send = Send the link to the contacts
staff-handout-send-next = To proven and approved addresses only.
staff-handout-sent = { $count ->
    [one] The link is on its way to 1 contact.
   *[other] The link is on its way to { $count } contacts.
}
staff-handout-send-nobody = Nobody is waiting for a username, so nothing was sent.
staff-handout-send-no-contact = This client has no contact yet who is proven and approved. Enter one first.
staff-mailin-letter = Enclose the letter for the resident
staff-mailin-title = Link requests
staff-mailin-lead = Clients ask you by mail to link an e-mail address. A request changes nothing until you do it.
staff-mailin-none = No request is waiting.
staff-mailin-none-do = When a mail comes in, you see it here.
staff-mailin-open = Waiting for you
staff-mailin-decided = Dealt with
staff-mailin-subject = Subject
staff-mailin-from = From
staff-mailin-asks = Asks for
staff-mailin-standing = State
staff-mailin-nobody = No usable sender
staff-mailin-no-subject = Without a subject
staff-mailin-read = To be read
staff-mailin-ready = Ready to be done
staff-mailin-not-ready = Something is missing
staff-mailin-accepted = Done
staff-mailin-refused = Not done
staff-mailin-one-title = One link request
staff-mailin-account = Account in the mail
staff-mailin-residents = Residents according to the mail
staff-mailin-residents-new = New residents from { $day }
staff-mailin-residents-same = The same residents
staff-mailin-residents-not-said = The mail does not say
staff-mailin-evidence = What is sure and what is missing
staff-mailin-sure-contact = The sender is a contact of { $client }.
staff-mailin-sure-authentic = The mail really comes from this sender.
staff-mailin-text = The mail
staff-mailin-typo = Look out: did the writer mean { $domain }? Ask before you link it.
staff-mailin-brings-others = The mail tells of a new tenant. That is sure only once a contact confirms it, by a link that goes to the stored address. Then the tenant change is entered.
staff-mailin-accept-title = Do it
staff-mailin-accept = Link this e-mail address
staff-mailin-accept-next = Is the account in use? Then this becomes a proposal. A second person approves it, or it waits 72 hours. We do not mail the resident: the client tells them.
staff-mailin-refuse-title = Do not do it
staff-mailin-refuse-why = Why not?
staff-mailin-refuse = Close this request
staff-mailin-back = Back to the link requests
staff-mailin-missing-reading = You read this mail yourself.
staff-mailin-missing-account = There is no such account.
staff-mailin-missing-contact = The sender is no contact of the client of this account.
staff-mailin-missing-authentic = It is not sure that the mail really comes from this sender.
staff-mailin-missing-other-residents = New residents came there after this mail. Ask the client to write again.
staff-mailin-missing-portal = This client links addresses itself, in the service portal under Users.
staff-mailin-doubt-sender = The mail has no sender, or more than one.
staff-mailin-doubt-no-signature = The mail has no signature of a mail server.
staff-mailin-doubt-bad-signature = The signature is not right. Something was changed on the way, or the key is not there.
staff-mailin-doubt-other-domain = The mail was signed by another domain than that of the sender.
staff-mailin-doubt-no-policy = The domain of the sender does not say which signature counts (no DMARC).
staff-mailin-doubt-testing = The domain is still trying out its signature.
staff-mailin-doubt-length = The signature leaves the end of the mail open.
staff-mailin-doubt-not-signed = The signature leaves open the sender, the date, the subject or the form of the text.
staff-mailin-doubt-algorithm = The signature is of a kind that is no longer safe.
staff-mailin-doubt-too-many = The mail has too many signatures.
staff-mailin-doubt-old = The mail was written more than a week ago. Somebody may have sent an old mail on.
staff-mailin-doubt-replayed = The same mail came in before. Somebody may have sent it on.
staff-mailin-doubt-not-to-us = The mail was not written to us.
staff-mailin-doubt-not-looked-up = For a day the signature could not be checked.
staff-mailin-unclear-no-request = We find no question in it that we know.
staff-mailin-unclear-no-account = It names no account.
staff-mailin-unclear-no-address = It names no e-mail address.
staff-mailin-unclear-mixed = It is not clear which address belongs to which account.
staff-mailin-unclear-two-addresses = Two e-mail addresses stand with one account.
staff-mailin-unclear-address = An e-mail address cannot be read well.
staff-mailin-unclear-contrary = The mail asks not to do something, or to take something back.
staff-mailin-unclear-residents = It is not clear whether new residents come.
staff-mailin-unclear-day = The day is missing, or can be read in two ways.
staff-mailin-unclear-too-many = The mail is too long or asks too much.
staff-mailin-unclear-password = The mail asks for a password. We never hand one out. The resident chooses it, under Forgotten password.
staff-mailin-unclear-quoted = The question stands only in an old mail below. It may have been answered already.
staff-mailin-refusal-not-sure = It is not sure that the client asked this
staff-mailin-refusal-wrong-account = The account or the home is not right
staff-mailin-refusal-wrong-address = The e-mail address is not right
staff-mailin-refusal-portal = The client does this in the service portal
staff-mailin-refusal-resident = The resident does this
staff-mailin-refusal-done = It is done already, or was asked twice
staff-mailin-refusal-nothing = The mail asks for nothing
staff-mailin-refusal-password = The mail asks for a password
staff-mailin-told-linked = The e-mail address is linked. The client tells the resident.
staff-mailin-told-proposed = The account is in use. It is a proposal now: a second person approves it, or it waits 72 hours.
staff-mailin-told-refused = The request is closed.
staff-mailin-told-already = A colleague was first. This request was dealt with already.
staff-mailin-told-choose = You chose no reason. Choose why you do not do this.
staff-mailin-told-missing = Something is missing. Read below what.
staff-mailin-told-not-said = Say who lives there. Choose the same or new residents below.
staff-mailin-told-new-residents = New residents need a tenant change. Nothing was linked. Ask the contact for an email with “tenant change account …, new tenant …, from …”.
staff-mailin-told-moved = Something about this account changed just now. Nothing was linked. Try again.
staff-mailin-told-vacant = Nobody lives behind this account now. Nothing was linked. A new resident needs a tenant change.
staff-mailin-told-same = This e-mail address is linked already. Close the request.
staff-mailin-told-already-proposed = A proposal waits for this account already. It has to be decided first.
staff-mailin-told-leaving = The residents are leaving. Their address no longer changes.
staff-mailin-count = { $count ->
    [one] One request is waiting.
   *[other] { $count } requests are waiting.
}

# Where is the mail? (staff and help desk)
staff-where-title = Where is the email?
staff-where-title-of = Where is the email? { $home }
staff-where-lead = What became of the emails in the last thirty days. That you look at this is in the log.
staff-where-none = No email was asked for or sent in the last thirty days.
staff-where-table = Emails of { $username }
staff-where-when = When
staff-where-what = What
staff-where-kind = Email
staff-where-server = Mail server
staff-where-vacant = Nobody lives behind this account now.
staff-where-no-address = No email address is linked. That is why no email comes.
staff-where-typing-error = The email address probably has a typing error. Perhaps { $meant } was meant.
staff-where-bounced = This email address does not exist. Our emails come back.
staff-where-full = The mailbox is full. Our email does not fit in.
staff-where-refused = The resident’s mail server does not want our email.
staff-where-nothing-asked = No email was asked for with this username.
staff-where-unconfirmed = No email was asked for with this username, and the email address is not confirmed yet.
staff-where-queued = The email is ready and leaves in a moment.
staff-where-limited = It was asked for often. The email waits a while and then leaves by itself.
staff-where-greylisted = The resident’s mail server makes us wait some minutes. That is usual.
staff-where-deferred = The resident’s mail server does not take the email now. We try again.
staff-where-unreachable = Our own mail server does not answer. The email waits and leaves later.
staff-where-merged = An email with a link was sent already. That link still works.
staff-where-sent = The email was accepted. It is in the mailbox or in the spam folder.
staff-where-used = The link in the email was used. The resident chose a password.
staff-where-ask-again = The last email was not sent. A new one may well arrive.
staff-where-do-tenants = Is that wrong? Then the landlord enters the new resident.
staff-where-do-link = The landlord links the email address. Then the resident asks for an email.
staff-where-do-correct = The landlord asks for the right email address and corrects it.
staff-where-do-room = Ask the resident to make room. Then the resident asks for a new email.
staff-where-do-other = Ask the system administrator to look at it. Another email address sometimes helps too.
staff-where-do-ask = Ask the resident to press ‘Forgotten password’ and fill in the username of the letter.
staff-where-do-username = Whoever fills in the email address only gets no email now. With the username of the letter it works.
staff-where-do-wait = Ask the resident to wait ten minutes. Asking again does not help.
staff-where-do-later = Ask the resident to look again in an hour.
staff-where-do-tell = Tell the system administrator.
staff-where-do-spam = Ask the resident to look in the spam folder.
staff-where-do-sign-in = The resident can sign in with the username and the new password.
staff-where-kind-reset = New password
staff-where-kind-names = Usernames
staff-where-kind-changed = Notice: password changed
staff-where-kind-confirm = New email address
staff-where-kind-other = Notice
staff-where-asked = Asked for
staff-where-waits = Waits. The next time is { $when }.
staff-where-waits-limited = Waits, because it was asked for often. Leaves: { $when }.
staff-where-was-merged = No new email: the link before still works
staff-where-password-set = Link used: a password was chosen
staff-where-link-used = Link used
staff-where-said-accepted = Accepted by the mail server
staff-where-said-deferred = Not accepted now, again later
staff-where-said-greylisted = Has to wait some minutes
staff-where-said-unreachable = Mail server not reachable
staff-where-said-unknown = Sent, but without an answer
staff-where-said-refused = Refused
staff-where-said-delayed = Delayed at another mail server
staff-where-said-bounced = Came back
staff-where-said-delivered = Put into the mailbox
staff-where-said-passed = Passed on to another mail server
staff-where-said-unreadable = Something came back that we cannot read
staff-where-dropped-no-address = Not sent: no email address
staff-where-dropped-refused = Not sent: this address does not exist, and an email went there today already
staff-where-dropped-used = Not sent: the link was used already
staff-where-dropped-other = Not sent: no longer needed
staff-where-dead-recipient = Given up: the address does not exist
staff-where-dead-full = Given up: the mailbox is full
staff-where-dead-late = Given up: it took too long
staff-where-dead-other = Given up

## Answers to mail that came in

mail-answer-asked = On { $moment } you asked us to link { $address } to account { $account }.
mail-answer-asked-new = On { $moment } you told us of a new tenant for account { $account }: { $address }, from { $day }.
mail-answer-asked-mail = On { $moment } we got an email from you.
mail-answer-linked-subject = The email address is linked
mail-answer-linked = That is done. The address is linked.
mail-answer-planned-subject = The new tenant is entered
mail-answer-planned = A contact confirmed this. The access of those who live there now ends before that day. The new tenant begins on that day.
mail-answer-proposed-subject = Your request still waits
mail-answer-proposed = This account is in use. So the address does not change at once. Is there a second contact at your organisation? Then they can confirm it or stop it. The resident hears of it too, and can say no.
mail-answer-proposed-until = Does nobody say no? Then the address changes on { $until }.
mail-answer-proposed-wait = Do not tell the resident anything yet: until then mails go to the old address. You hear from us how it ends.
mail-answer-stopped = The address did not change: another contact or the resident said no. Call the resident before you ask it again.
mail-answer-overtaken = The address did not change: the account or the home was another one by then, or nobody decided in time. See whether you still need it, and email us again if you do.
mail-answer-not-you-title = Did you not ask this?
mail-answer-not-you = Then somebody may be using your mailbox. Change the password of your mailbox and call the person at our office with whom you always work.
mail-answer-next-title = Tell the resident
mail-answer-next = We do not email the resident about this. Give the resident the username yourself: { $account }. The resident chooses a password on the page below.
mail-answer-next-from = We do not email the resident about this. Give the new resident the username on or after { $day }, and not before: { $account }. The resident then chooses a password on the page below.
mail-answer-reset-button = Choose a password
mail-answer-portal-button = To the service portal
mail-answer-refused-subject = Your request was not carried out
mail-answer-refused = We did not do that.
mail-answer-why-not-sure = We are not sure that this request came from you. Did you send it yourself? Then your email does not show that it really is from your organisation. Call the person at our office with whom you always work, and have it checked by whoever looks after your mail (DKIM).
mail-answer-why-wrong-account = This account does not belong to a home of your organisation, or it does not exist. Check the username and email us again.
mail-answer-why-wrong-address = This email address cannot be right. Ask the resident once more and email us again.
mail-answer-why-portal = Your organisation does this itself in the service portal. There you also see at once what changes.
mail-answer-why-resident = The resident can do this alone. The resident signs in and changes the address under “Home”.
mail-answer-why-done = This was done already. There is nothing left to do.
mail-answer-why-nothing = We found no request in your email. Do you want an address to be linked? Then write: “Please link email address (address) to account (username)”.
mail-answer-why-password = Nobody gives, makes or changes a password for somebody else. The resident chooses it on the page below.
mail-answer-why-contact = A contact of your organisation said that this is not right. Talk to your colleagues before you ask it again.

mail-received-subject = Your email to { $brand }
mail-received-preheader = This is how you go on.
mail-received-thanks = On { $moment } { $brand } got an email from this address. Thank you. Was that not you? Then there is nothing to do.
mail-received-why = An email does not prove who you are. So we write nothing to you about an account, not even whether it exists.
mail-received-resident = Are you a resident? You choose your password yourself on the page below. We cannot do that for you. Does it not work, or did your email address change? Then ask your landlord for help.
mail-received-button = Choose a password
mail-received-client-title = Do you work for a landlord?
mail-received-client = Only known contacts can email us about an account. Are you one? Then send your email from the address that we know. Did you do that already? Then call the person at { $brand } with whom you always work. That is also whom you ask if you want to become a contact.

mail-answer-enclosed = The letter for the resident is enclosed.
mail-answer-handout = Tell us afterwards that the resident knows. The page below has the letters too.
mail-handout-subject = Residents of { $project } are waiting to hear
mail-handout-preheader = The usernames are ready.
mail-handout-told = In { $project } of { $client } usernames are ready. The residents do not know yet.
mail-handout-act = Give each resident their own username and the instructions. The page has the letters and the list. Tick there afterwards who knows.
mail-handout-button = Open the work list
mail-handout-until = This link works until { $until }, and until you have ticked. Are there residents left then? Then we send you a new link.
mail-handout-care-title = This email is for you
mail-handout-care = Do not pass this email on. Is a colleague going to do this? Then ask us to make that colleague a contact.
mail-ask-subject = Is this request right?
mail-ask-preheader = We are waiting for your answer.
mail-ask-change = On { $moment } { $by } asked us to link { $address } to account { $account }. That account is in use.
mail-ask-new = On { $moment } { $by } told us of a new tenant for account { $account }: { $address }, from { $day }. The access of those who live there now ends then.
mail-ask-act = Do you know whether this is right? Open the page and say yes or no.
mail-ask-button = Check the request
mail-ask-waits = Does nobody answer? Then the address changes on { $until }.
mail-ask-not-without = Does nobody answer before { $until }? Then we do nothing.
mail-ask-care-title = Are you not sure?
mail-ask-care = Then call whoever asked this first. Use a number that you had already, and not one from an email.

staff-mailin-asked = With the contacts
staff-mailin-by-contact = A contact
staff-mailin-ask-title = Ask the contacts
staff-mailin-ask = Put it to them
staff-mailin-ask-next = The other contacts of the client get an email at the stored address; where there is no other, whoever asked. The first answer counts. You can put it to them once more later.
staff-mailin-told-asked = The contacts have an email. When one of them says yes, the tenant change is entered.

ask-title = Is this request right?
ask-lead = On { $moment } we got this request on behalf of { $client }.
ask-lead-by = On { $moment } we got this request from { $by }, on behalf of { $client }.
ask-first = First day of the new tenant
ask-means-change = Do you say yes? Then the email address of this account changes at once. Mails for this account then go to the new address.
ask-means-new = Do you say yes? Then the access of those who live there now ends before { $day }, of all accounts of this home. On that day the new tenant begins, with this email address.
ask-question = Is this right?
ask-yes = Yes, this is right
ask-no = No, this is not right
ask-email = Your own email address
ask-button = Send your answer
ask-next = Your answer is kept in the log of your organisation.
ask-choose = Choose yes or no.
ask-home = This cannot be done for this home now. Perhaps a tenant change is planned already, or the day is not right. Call the help desk. You can also say no below.
ask-done-title = Thank you, it is done
ask-done = Whoever asked gets an email about it. Will you tell the resident? We do not email the resident.
ask-stopped-title = Thank you, nothing changes
ask-stopped = Whoever asked gets an email about it. Do you think that somebody abuses your organisation? Then call us at once.
ask-overtaken-title = Nothing changed
ask-overtaken = The account or the home was another one by then. Call the help desk if that is not right.
ask-dead-title = This question cannot be answered any more
ask-dead-expired = The link is too old.
ask-dead-used = It was answered already, or it is done.
ask-dead-over = The question does not count any more.
ask-dead-do = Is it not arranged yet, and should it be? Then email us a new request, or call the help desk.

service-log-act-mail-frozen = Froze the mail of the contacts.
service-log-act-mail-released = Let the mail of the contacts count again.
staff-client-told-mail-frozen = Mail of the contacts counts no more, and their links do not work.
staff-client-told-mail-released = Mail of the contacts counts again.
staff-client-mail-frozen-since = Since { $day } no mail of the contacts counts.
staff-client-mail-release = Let mail count again
staff-client-mail-freeze-what = Was a mailbox or the mail domain of this client taken over? Then freeze its mail. Requests by mail stay and cannot be carried out. What still waited for a second contact or for 72 hours is over.
staff-client-mail-freeze = Freeze the mail
staff-mailin-refusal-contact = A contact said that it is not right
ask-home-is = Home

# What a resident asked about the own data, to a contact

mail-data-ask-subject = A resident asks something about their own data
mail-data-ask-preheader = Please answer by { $day }.
mail-data-ask = On { $moment } a resident asked you something about their own data. The home: { $home }.
mail-data-ask-what = The resident chose: { $wish }. It is about: { $about }.
mail-data-ask-words = The resident wrote
mail-data-ask-do = Do what is needed, and choose your answer on the page. The resident then reads it on their own page. The GDPR says: by { $day }.
mail-data-ask-button = Give an answer
mail-data-ask-next-title = Should something change at our side?
mail-data-ask-next = Your answer itself changes nothing in the data. Email or call us what should change, and choose your answer after that.
staff-data-ask-title = A resident asks something about their own data
staff-data-ask-lead = On { $moment } a resident of { $client } asked this. The resident reads your answer at My data.
staff-data-ask-means = Your answer itself changes nothing in the data. So do what is needed first. Should something change at our side? Email or call us.
staff-data-ask-next = Your answer is kept in the log of your organisation. You give it once.
staff-data-ask-done-title = Thank you, your answer is given
staff-data-ask-done = The resident reads it at My data. We do not email the resident.
staff-data-ask-dead-title = This request cannot be answered any more
staff-data-ask-dead-used = It was answered already.
staff-data-ask-dead-do = Do you want to say more about it? Call or write to the resident yourself, or call the help desk.
