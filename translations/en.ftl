### The words of Huissleutel in English: plain, short sentences, somebody does something.
### Every mistake says what to do next and who helps.
### A key begins with its place: common-, time-, mail-, page…, staff- (staff only), cli- (command
### line). Every key stands in every language, with the same values.

## common: everywhere

common-language = English
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
mail-help-staff = Ask your administrator.
mail-foot = This email comes from { $brand }. We do not read replies to it. We never ask for your password.
mail-link-below = Does the button not work? Then use this link:
mail-username-label = Your username
mail-username-line = Username: { $username }
mail-not-you = Was this not you?
mail-nothing-to-do = Was this you? Then you do not have to do anything.
mail-staff-not-you = Then choose a new password right away. Also call your administrator.

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
    [org-admin] You will be an administrator. You see the homes of your organisation and invite your colleagues.
    [support] You will work at the help desk. You help residents who cannot sign in.
    [project-lead] You will be a project lead. You help the residents of your projects to sign in for the first time.
    [operator-admin] You will be an administrator. You invite colleagues and look after the clients and the settings.
   *[auditor] You will be an auditor. You read the whole log. You cannot change anything.
}
mail-invitation-act = Press “{ mail-invitation-button }” and choose a password yourself. Nobody else knows it. After that you connect an app on your phone. The app gives you a code when you sign in. So keep your phone at hand.
mail-invitation-button = Set up your account
mail-invitation-life = The link works for { $lasts }, and only once. Has the link stopped working? Then ask your administrator for a new invitation.
mail-invitation-unknown = Do you not know { $brand }?
mail-invitation-ignore = Then somebody made a mistake. You do not have to do anything. Do not give the link to anybody.

## mail: second step and recovery codes of a member of staff

mail-factor-subject = A new app with codes on your account
mail-factor-done = Somebody connected an app with codes to your account. That was on { $moment }, with { $device }.
mail-recovery-subject = Somebody signed in with a recovery code
mail-recovery-done = Somebody signed in to your account with a recovery code. That was on { $moment }, with { $device }.
mail-recovery-left = { $count ->
    [0] You have no recovery codes left now. Should you lose your phone, then you need a new invitation from an administrator.
    [one] You have 1 recovery code left.
   *[other] You have { $count } recovery codes left.
}

## page: what stands on every page

shell-fault = Error:
shell-skip = To the content
shell-menu = Menu
shell-start = Start
shell-signed-in-as = Signed in as
shell-help = Need help?
shell-help-landlord = Call or email your landlord. They can help you. Never give your password to anyone.
staff-shell-help = Ask a colleague who is an administrator. Never give your password or your codes to anyone.
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
staff-factor-lost = Lost both your phone and your codes? Ask another administrator for a new invitation.
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
staff-dead-expired = The invitation was too old. It works for 72 hours.
staff-dead-replaced = A new invitation was sent after this one. Use the link in the newest email.
staff-dead-ended = This invitation was withdrawn, or part of the link was lost on the way from the email.
staff-dead-way = Ask the administrator who invited you for a new invitation.

## page: start

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
staff-role-org-admin = Administrator of the client
staff-role-support = Support
staff-role-project-lead = Project lead
staff-role-operator-admin = Operator administrator
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

## page: when something cannot be done

error-code = Calling for help? Then mention this code:
error-way-start = To the start page
error-bad-request = We do not understand this
error-bad-request-do = Something went wrong on the way to us. Go back to the page before and try again.
error-forbidden = You may not open this
error-forbidden-do = This page belongs to other work. Do you need it? Then ask your administrator.
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

cli-import-new = new
cli-import-unchanged = unchanged
cli-import-changed = changed
cli-import-conflict = conflict
cli-import-refused = refused
cli-import-counts = New: { $new }. Unchanged: { $unchanged }. Changed: { $changed }. Conflict: { $conflict }. Refused: { $refused }.
cli-import-dry = Nothing was stored. Is the report right? Then give the command once more, with --confirm.
cli-import-done = The list was applied.
cli-import-nothing = The list was not applied again: there is nothing to change.
cli-import-shifted = The whole list is refused. { $moved } of the { $rows } known addresses stand at another home than before. The rows have probably moved. Ask the client for a new list.
cli-import-many = The whole list is refused. { $count } addresses would change. Ten or more need a second person, which this command cannot do yet. Do not split the list; ask whether it is right.
cli-column-client-number = Home number
cli-column-street = Street
cli-column-house-number = House number
cli-column-house-letter = House letter
cli-column-addition = Addition
cli-column-postcode = Postcode
cli-column-place = Town
cli-column-email = E-mail address
cli-column-build-number = Build number
cli-column-username = Username
cli-column-status = Status
cli-reason-no-key = The row does not say which home it is. Fill in the home number, or postcode and house number, or the build number.
cli-reason-postcode = This is not a Dutch postcode. Write it as 1234 AB.
cli-reason-house-number = This is not a house number. Write the number first, then the letter or addition.
cli-reason-no-house-number = A postcode needs a house number.
cli-reason-too-long = This is too long.
cli-reason-sign = There is a sign in it that does not belong here, such as a line end.
cli-reason-extra-cells = The row has more cells than there are columns. It may have moved.
cli-reason-email-no-at = This is not an e-mail address: the @ is missing.
cli-reason-email-many = There is more than one e-mail address here. Choose one.
cli-reason-email-sign = There is a sign in it that does not belong in an e-mail address.
cli-reason-email-dot = There is a dot in the wrong place.
cli-reason-email-domain = What stands behind the @ is not a good name.
cli-reason-email-too-long = This e-mail address is too long.
cli-reason-email-typo = Look at this again: probably a typing error behind the @. The address was accepted.
cli-reason-twice-in-list = This home is in the list more than once. Leave one row.
cli-reason-two-homes = Number and address belong to two different homes.
cli-reason-other-project = This home belongs to another project of this client.
cli-reason-confirmed = The resident has confirmed another address. The same resident? Then they change it themselves. A new resident? Enter a tenant change.
cli-reason-in-use = This account is in use. A list changes nothing about it. The same resident? Then they change the address themselves. A new resident? Enter a tenant change.
cli-status-vacant = No resident
cli-status-no-address = No e-mail address
cli-status-address-refused = E-mail address does not exist
cli-status-linked = E-mail address linked
cli-status-confirmed = E-mail address confirmed
