### De woorden van Huissleutel in het Nederlands, voor bewoners op niveau B1: "u", korte zinnen,
### iemand doet iets. Elke fout zegt wat u nu kunt doen en wie helpt.
### Een sleutel begint met zijn plaats: common-, time-, mail-, page…, staff- en service- (alleen medewerkers),
### cli- (opdrachtregel). Elke sleutel staat in elke taal, met dezelfde waarden.

## common: overal

common-language = Nederlands
common-thousands = .
common-device = { $kind ->
    [both] { common-browser } op { common-system }
    [browser] { common-browser }
    [system] een apparaat met { common-system }
   *[neither] een onbekend apparaat
}
common-browser = { $browser ->
    [firefox] Firefox
    [chrome] Chrome
    [safari] Safari
    [edge] Edge
    [samsung] Samsung Internet
   *[other] een andere browser
}
common-system = { $system ->
    [windows] Windows
    [mac] een Mac
    [linux] Linux
    [android] Android
    [ios] een iPhone of iPad
   *[other] een ander apparaat
}

## time: dagen, momenten en hoelang iets duurt

time-day = { $weekday ->
    [1] maandag
    [2] dinsdag
    [3] woensdag
    [4] donderdag
    [5] vrijdag
    [6] zaterdag
   *[7] zondag
} { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
time-date = { $day }-{ $month }-{ $year }
time-month = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
time-moment = { $day } om { $clock } uur
time-clock = { $clock } uur
time-minutes = { $count ->
    [one] 1 minuut
   *[other] { $count } minuten
}
time-hours = { $count } uur
time-days = { $count ->
    [one] 1 dag
   *[other] { $count } dagen
}

## mail: onder elke mail en op meer dan één plaats

mail-help-title = Hulp nodig?
mail-help-residents = Vraag het aan uw verhuurder. In de brief met uw gebruikersnaam staat hoe.
mail-help-staff = Vraag het aan uw beheerder.
mail-help-contacts = Bel degene bij ons met wie u altijd werkt.
mail-foot = Deze mail komt van { $brand }. Wij lezen antwoorden op deze mail niet. Wij vragen u nooit om uw wachtwoord.
mail-link-below = Werkt de knop niet? Gebruik dan deze link:
mail-username-label = Uw gebruikersnaam
mail-username-line = Gebruikersnaam: { $username }
mail-not-you = Was u dit niet?
mail-nothing-to-do = Was u dit? Dan hoeft u niets te doen.
mail-staff-not-you = Kies dan meteen een nieuw wachtwoord. Bel ook uw beheerder.

## mail: nieuw wachtwoord

mail-reset-subject = Kies een nieuw wachtwoord
mail-reset-preheader = De link in deze mail werkt { $lasts }.
mail-reset-asked = Iemand vroeg een nieuw wachtwoord aan voor uw account. Dat gebeurde op { $moment }, met { $device }.
mail-reset-act = Was u dit? Druk dan op ‘{ mail-reset-button }’. Het wachtwoord bedenkt u zelf.
mail-reset-act-unconfirmed = Was u dit? Pak dan de brief van uw verhuurder. Daarin staat uw gebruikersnaam. Druk op ‘{ mail-reset-button }’ en vul uw gebruikersnaam in. Het wachtwoord bedenkt u zelf.
mail-reset-act-staff = Was u dit? Druk dan op ‘{ mail-reset-button }’. Het wachtwoord bedenkt u zelf. Uw tweede stap bij het inloggen blijft hetzelfde.
mail-reset-button = Kies een nieuw wachtwoord
mail-reset-life = De link werkt { $lasts } en maar één keer. Werkt de link niet meer? Vraag dan een nieuwe aan met ‘Wachtwoord vergeten’.
mail-reset-not-you = Dan hoeft u niets te doen. Er verandert dan niets. Geef de link aan niemand, ook niet als iemand u belt.
mail-reset-stranger = Dan gaf iemand misschien het verkeerde e-mailadres door. U hoeft niets te doen. Er verandert dan niets. Geef de link aan niemand.

## mail: gebruikersnaam kwijt

mail-names-subject = { $count ->
    [one] Uw gebruikersnaam
   *[other] Uw { $count } gebruikersnamen
}
mail-names-preheader = Met uw gebruikersnaam en uw wachtwoord logt u in.
mail-names-asked = Iemand vroeg welke gebruikersnaam bij dit e-mailadres hoort. Dat gebeurde op { $moment }, met { $device }.
mail-names-how = { $count ->
    [one] Hieronder ziet u de gebruikersnaam. Daarmee logt u in. Weet u uw wachtwoord ook niet meer? Druk dan op ‘Nieuw wachtwoord’. U krijgt daarna nog een mail, met een link.
   *[other] Hieronder ziet u de { $count } gebruikersnamen. Daarmee logt u in. Weet u een wachtwoord niet meer? Druk dan op ‘Nieuw wachtwoord’ bij die gebruikersnaam. U krijgt daarna nog een mail, met een link.
}
mail-names-button = Nieuw wachtwoord voor { $username }
mail-names-not-you = Dan hoeft u niets te doen. Wie dit vroeg, ziet uw gebruikersnaam niet. Alleen u krijgt deze mail.

## mail: wachtwoord veranderd

mail-changed-subject = Uw wachtwoord is veranderd
mail-changed-preheader = Was u dit niet? Kies dan meteen een nieuw wachtwoord.
mail-changed-done = Iemand veranderde het wachtwoord van uw account. Dat gebeurde op { $moment }, met { $device }.
mail-changed-you = Was u dit? Dan hoeft u niets te doen. U bent nu op al uw apparaten uitgelogd. Log weer in met uw nieuwe wachtwoord.
mail-changed-not-you = Kies dan meteen een nieuw wachtwoord. Vraag daarna om hulp. Onderaan deze mail staat bij wie.
mail-changed-button = Vraag een nieuw wachtwoord aan

## mail: uitnodiging voor een medewerker

mail-invitation-subject = Maak uw account bij { $brand }
mail-invitation-preheader = De link in deze mail werkt { $lasts }.
mail-invitation-client = U krijgt een account bij { $brand }. U gaat werken voor { $organisation }. Deze uitnodiging is van { $moment }.
mail-invitation-operator = U krijgt een account bij { $brand }. Deze uitnodiging is van { $moment }.
mail-invitation-role = { $role ->
    [clerk] U wordt medewerker. U ziet de woningen van uw organisatie en helpt de bewoners om in te loggen.
    [org-admin] U wordt beheerder. U ziet de woningen van uw organisatie en nodigt uw collega’s uit.
    [support] U komt bij support. U helpt bewoners die niet kunnen inloggen.
    [project-lead] U wordt projectleider. U helpt de bewoners van uw projecten om de eerste keer in te loggen.
    [operator-admin] U wordt beheerder. U nodigt collega’s uit en zorgt voor de klanten en de instellingen.
   *[auditor] U wordt auditor. U leest het hele logboek. U kunt niets veranderen.
}
mail-invitation-act = Druk op ‘{ mail-invitation-button }’ en kies zelf een wachtwoord. Niemand anders kent dat. Daarna koppelt u een app op uw telefoon. Die app geeft u een code bij het inloggen. Houd uw telefoon dus bij de hand.
mail-invitation-button = Maak uw account
mail-invitation-life = De link werkt { $lasts } en maar één keer. Werkt de link niet meer? Vraag dan uw beheerder om een nieuwe uitnodiging.
mail-invitation-unknown = Kent u { $brand } niet?
mail-invitation-ignore = Dan heeft iemand zich vergist. U hoeft niets te doen. Geef de link aan niemand.

## mail: tweede stap en herstelcodes van een medewerker

mail-factor-subject = Een nieuwe app met codes bij uw account
mail-factor-done = Iemand koppelde een app met codes aan uw account. Dat gebeurde op { $moment }, met { $device }.
mail-recovery-subject = Er is ingelogd met een herstelcode
mail-recovery-done = Iemand logde in op uw account met een herstelcode. Dat gebeurde op { $moment }, met { $device }.
mail-recovery-left = { $count ->
    [0] U hebt nu geen herstelcodes meer. Raakt u uw telefoon kwijt? Dan hebt u een nieuwe uitnodiging nodig van een beheerder.
    [one] U hebt nog 1 herstelcode.
   *[other] U hebt nog { $count } herstelcodes.
}

## letter: de brief aan een woning, de losse uitleg, de teksten om over te nemen

letter-file = Brieven voor bewoners van { $landlord }
letter-to = De bewoner(s) van
letter-build-number = Bouwnummer { $number }
letter-home-number = Woning { $number }
letter-date = Datum
letter-reference = Kenmerk
letter-greeting = Beste bewoner,
letter-title = Zo logt u de eerste keer in
letter-intro = Uw woning heeft een eigen pagina bij { $brand }. U logt daar in met een gebruikersnaam en een wachtwoord. Het wachtwoord kiest u zelf.
letter-username = Uw gebruikersnaam
letter-username-line = Uw gebruikersnaam: { $username }
letter-username-later = Die krijgt u van { $landlord }.
letter-page = De pagina waar u begint
letter-page-line = De pagina waar u begint: { $page }
letter-qr = QR-code. Met de camera van uw telefoon opent u hiermee de pagina { $page }
letter-steps = In drie stappen
letter-step-scan = Richt de camera van uw telefoon op de QR-code, of typ het adres over.
letter-step-open = Open de pagina { $page }.
letter-step-ask = Vul uw gebruikersnaam in en druk op ‘{ reset-button }’.
letter-step-choose = Open de mail en druk op ‘{ mail-reset-button }’. Vul uw gebruikersnaam nog eens in en bedenk een wachtwoord. Daarna logt u in.
letter-no-mail = Geen mail gekregen?
letter-no-mail-do = De mail komt binnen tien minuten. Kijk ook bij uw ongewenste mail (spam). Nog niets? Geef dan uw e-mailadres door aan { $landlord }.
letter-help = Hulp nodig?
letter-help-landlord = Bel of mail { $landlord }.
letter-help-safe = Geef uw wachtwoord aan niemand, ook niet aan ons. Bewaar uw gebruikersnaam goed.
letter-notice-nothing = U hoeft niets te doen.
letter-closing = Met vriendelijke groet,

letter-address-title = Geef uw e-mailadres door
letter-address-intro = Uw woning heeft een eigen pagina bij { $brand }. Om in te loggen hebt u een e-mailadres nodig. { $landlord } kent uw e-mailadres nog niet.
letter-address-step-tell = Geef uw e-mailadres en uw gebruikersnaam door aan { $landlord }.
letter-address-step-wait = Wacht op bericht van { $landlord }. Daarna kunt u verder.
letter-address-step-scan = Richt dan de camera van uw telefoon op de QR-code, of typ het adres over. Vraag een mail aan en kies zelf een wachtwoord.
letter-address-step-open = Open dan de pagina { $page }. Vraag een mail aan en kies zelf een wachtwoord.
letter-address-none = Hebt u geen e-mailadres?
letter-address-none-do = Vertel dat aan { $landlord }. Samen vindt u een andere weg.

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

## page: wat op elke pagina staat

shell-fault = Fout:
shell-skip = Naar de inhoud
shell-work-label = Onderhoud
shell-work-when = Van { $from } tot { $to }.
shell-menu = Menu
shell-start = Start
shell-signed-in-as = Ingelogd als
shell-help = Hulp nodig?
shell-help-landlord = Bel of mail uw verhuurder. Die helpt u verder. Geef uw wachtwoord aan niemand.
staff-shell-help = Vraag een collega die beheerder is. Geef uw wachtwoord en uw codes aan niemand.
staff-shell-help-contact = Bel degene bij ons met wie u altijd werkt. Gebruik een nummer dat u al had.
staff-shell-help-admin = Vraag de beheerder van { $brand }. Geef uw wachtwoord en uw codes aan niemand.
staff-shell-help-operator = Vraag een andere beheerder, of wie de server beheert. Geef uw wachtwoord en uw codes aan niemand.
staff-shell-post = Post die niet aankwam

field-summary = Er gaat iets niet goed
field-username = Gebruikersnaam
field-password = Wachtwoord
field-email = E-mailadres

common-way-login = Naar inloggen

## page: inloggen

login-title = Inloggen
login-lead = Welkom. Log in met uw gebruikersnaam en uw wachtwoord.
login-username-hint = Uw gebruikersnaam staat in de brief van uw verhuurder.
login-button = Log in
login-next = Daarna komt u op uw eigen pagina.
login-way-reset = Wachtwoord vergeten of eerste keer inloggen?
login-way-names = Gebruikersnaam kwijt?
login-wrong = De gebruikersnaam of het wachtwoord klopt niet. Kijk ze rustig na en probeer het nog eens. Lukt het niet? Kies dan een nieuw wachtwoord.
login-slowed = Er is te vaak geprobeerd om in te loggen. Wacht { $wait } en probeer het dan nog eens. U kunt ook een nieuw wachtwoord kiezen.
login-password-set = Uw nieuwe wachtwoord is ingesteld. Log nu in.
login-signed-out = U bent uitgelogd.
login-session-ended = U was een tijd niet actief. Log daarom opnieuw in.

## page: tweede stap bij inloggen (medewerkers)

staff-factor-title = Tweede stap
staff-factor-lead = Uw wachtwoord klopt. Nu nog uw code.
staff-factor-code = Code uit uw app
staff-factor-code-hint = Zes cijfers. Elke halve minuut komt er een nieuwe.
staff-factor-recovery = Herstelcode
staff-factor-recovery-hint = Een van de tien codes die u bewaard hebt. Elke code werkt één keer.
staff-factor-next = Daarna bent u ingelogd.
staff-factor-way-app = Gebruik de code uit uw app
staff-factor-way-recovery = Telefoon niet bij u? Gebruik een herstelcode
staff-factor-lost = Telefoon en codes allebei kwijt? Vraag een andere beheerder om een nieuwe uitnodiging.
staff-factor-empty = Vul de code in.
staff-factor-wrong = Deze code klopt niet, of hij is al gebruikt. Wacht op de volgende code in uw app en vul die in.
staff-factor-recovery-wrong = Deze herstelcode klopt niet, of hij is al gebruikt. Kijk hem na of neem een andere.
staff-factor-slowed = Er zijn te veel codes geprobeerd. Wacht { $wait } en probeer het dan nog eens.

## page: wachtwoord vergeten

reset-title = Nieuw wachtwoord kiezen
reset-lead = Bent u uw wachtwoord vergeten? Of logt u voor de eerste keer in? Dan begint u hier.
reset-hint = Bijvoorbeeld ALMELO01. Hij staat in de brief van uw verhuurder.
reset-button = Stuur mij een mail
reset-next = U krijgt een mail met een link. Met die link kiest u zelf een wachtwoord.
reset-empty = Vul uw gebruikersnaam in. Hij staat in de brief van uw verhuurder.
reset-too-long = Dit is te lang voor een gebruikersnaam. Vul alleen de naam uit de brief in.
reset-asked-title = Kijk nu in uw mail
reset-asked-lead = U kunt deze pagina sluiten.
reset-asked-mail = Kennen wij uw e-mailadres? Dan krijgt u binnen tien minuten een mail met een link.
reset-asked-spam = Ziet u geen mail? Kijk dan ook in de map met ongewenste mail (spam).
reset-asked-nothing = Nog steeds niets? Dan kennen wij uw e-mailadres niet, of wij hebben een verkeerd adres. Bel of mail dan uw verhuurder. Die geeft uw adres aan ons door.
reset-asked-way-again = Een andere gebruikersnaam invullen

## page: gebruikersnaam kwijt

names-title = Gebruikersnaam kwijt?
names-lead = Wij mailen u welke gebruikersnaam bij uw e-mailadres hoort.
names-hint = Het adres dat u aan uw verhuurder gaf. Bijvoorbeeld naam@example.nl.
names-button = Stuur mij een mail
names-next = In de mail staan uw gebruikersnaam en een knop voor een nieuw wachtwoord.
names-empty = Vul uw e-mailadres in.
names-not-an-address = Dit is geen e-mailadres. Er hoort één apenstaartje in, zoals in naam@example.nl.
names-asked-title = Uw mail komt eraan
names-asked-lead = U kunt deze pagina sluiten.
names-asked-mail = Hoort dit e-mailadres bij een woning? Dan krijgt u binnen tien minuten een mail met uw gebruikersnaam.
names-asked-spam = Ziet u geen mail? Kijk dan ook in de map met ongewenste mail (spam).
names-asked-nothing = Nog steeds niets? Kijk dan in de brief van uw verhuurder. Daarin staat uw gebruikersnaam. Geen brief meer? Bel of mail uw verhuurder.
names-asked-way-again = Een ander e-mailadres invullen

## page: het nieuwe wachtwoord

password-title = Kies uw nieuwe wachtwoord
password-lead = Een korte zin is sterk, en makkelijk te onthouden.
password-for = U kiest een wachtwoord voor
password-new = Nieuw wachtwoord
password-hint = Minstens { $count } tekens. Spaties mogen ook. Cijfers of hoofdletters hoeven niet.
password-username-hint = Die staat in de brief van uw verhuurder. Zo weten wij dat u het bent.
password-show = Toon
password-hide = Verberg
password-show-label = Toon het wachtwoord
password-left = { $count ->
    [one] Nog 1 teken
   *[other] Nog { $count } tekens
}
password-enough = Lang genoeg
password-suggest = Bedenk er een voor mij
password-suggested-type = Een idee: { $sentence }. Wilt u deze zin? Typ hem dan hierboven in.
password-suggested = Uw wachtwoord is nu: { $sentence }. Schrijf het op of bewaar het in uw telefoon.
password-button = Bewaar mijn wachtwoord
password-next = U bent dan op al uw apparaten uitgelogd. Log daarna in met het nieuwe wachtwoord.
password-too-short = { $missing ->
    [one] Uw wachtwoord is te kort. Er moet nog 1 teken bij.
   *[other] Uw wachtwoord is te kort. Er moeten nog { $missing } tekens bij.
}
password-too-long = Uw wachtwoord is te lang. Kies er een met minder tekens.
password-known = Dit wachtwoord is te bekend. Veel mensen gebruiken het, of het is ooit gestolen. Kies vier losse woorden.
password-repeats = In dit wachtwoord komt steeds hetzelfde terug. Dat is snel te raden. Kies vier losse woorden.
password-run = Dit wachtwoord is een rij, zoals abcd of 1234. Dat is snel te raden. Kies vier losse woorden.
password-is-username = Uw gebruikersnaam staat in dit wachtwoord. Dat is snel te raden. Kies iets anders.
password-is-brand = In dit wachtwoord staat een naam die bij uw woning hoort. Dat is snel te raden. Kies iets anders.
password-is-word = Dit is één woord met iets erbij. Dat is snel te raden. Maak er een zin van vier woorden van.
password-username-empty = Vul ook uw gebruikersnaam in. Hij staat in de brief van uw verhuurder.
password-username-wrong = Deze gebruikersnaam hoort niet bij deze link. Kijk in de brief van uw verhuurder en probeer het nog eens. Na vijf keer stopt de link.

## page: een link die niet meer werkt

dead-title = Deze link werkt niet meer
dead-unknown = Wij kennen deze link niet. Misschien is hij niet helemaal meegekomen uit de mail.
dead-expired = De link was te oud. Dat is voor uw veiligheid.
dead-used = Met deze link is al een wachtwoord gekozen. Was u dat? Log dan in. Was u dat niet? Vraag dan meteen een nieuwe link aan.
dead-replaced = U hebt daarna nog een mail gekregen. Gebruik de link in de nieuwste mail.
dead-address-changed = Er hoort nu een ander e-mailadres bij de woning. De mail staat in de mailbox van het nieuwe adres.
dead-too-many-tries = Er is te vaak een verkeerde gebruikersnaam ingevuld. Daarom is de link gestopt. Pak de brief van uw verhuurder erbij en vraag een nieuwe aan.
dead-ended = Deze link hoort bij een bewoner die hier niet meer woont. Woont u hier nog wel? Bel of mail dan uw verhuurder.
dead-again = Vraag een nieuwe link aan

## page: uitnodiging voor een medewerker

staff-step = Stap { $step } van { $steps }
staff-invitation-title = Maak uw account
staff-invitation-button = Bewaar en ga verder
staff-invitation-next = Hierna koppelt u een app op uw telefoon.
staff-enrol-title = Koppel een app met codes
staff-enrol-app = Open op uw telefoon een app die codes geeft. Bijvoorbeeld Aegis, 2FAS, Google Authenticator of Microsoft Authenticator.
staff-enrol-scan = Voeg daar een account toe en richt de camera op dit vierkant.
staff-enrol-qr = QR-code voor uw app. De letters eronder zeggen hetzelfde.
staff-enrol-type = Lukt dat niet? Typ deze letters over in de app:
staff-enrol-fill = De app toont nu zes cijfers. Vul die hieronder in.
staff-enrol-button = Controleer de code
staff-enrol-next = Hierna krijgt u tien herstelcodes.
staff-enrol-wrong = Deze code klopt niet. Kijk of de klok van uw telefoon goed staat. Wacht op de volgende code en vul die in.
staff-codes-title = Bewaar uw herstelcodes
staff-codes-lead = Met een herstelcode logt u in als u uw telefoon niet hebt. Elke code werkt één keer.
staff-codes-once = U ziet deze codes maar één keer. Druk ze af of bewaar ze in uw wachtwoordkluis.
staff-codes-print = Druk af
staff-codes-copy = Kopieer
staff-codes-copied = Gekopieerd
staff-codes-button = Ik heb ze bewaard
staff-codes-next = Hierna bent u klaar. U bent al ingelogd.
staff-dead-title = Deze uitnodiging werkt niet meer
staff-dead-used = Met deze uitnodiging is al een account gemaakt. Was u dat? Log dan in.
staff-dead-expired = De uitnodiging was te oud. Een uitnodiging werkt 72 uur.
staff-dead-replaced = Er is daarna een nieuwe uitnodiging gestuurd. Gebruik de link in de nieuwste mail.
staff-dead-ended = Deze uitnodiging is ingetrokken, of de link is niet helemaal meegekomen uit de mail.
staff-dead-not-you = Was u dat niet? Vraag de beheerder die u uitnodigde om een nieuwe uitnodiging.
staff-dead-way = Vraag de beheerder die u uitnodigde om een nieuwe uitnodiging.

## page: start

start-work-title = Binnenkort onderhoud
start-title = U bent ingelogd
start-lead = Dit is uw eigen pagina.
start-home = Uw woning
start-home-unknown = Deze woning heeft nog geen adres
start-landlord = Uw verhuurder
start-sign-out = Log uit
start-sign-out-next = Gebruikt u een computer van iemand anders? Log dan altijd uit.
staff-start-title = Uw werkplek
staff-start-lead = U bent ingelogd als medewerker.
staff-start-role = Uw rol
staff-start-organisation = Uw organisatie
staff-start-work = Uw werk
staff-role-clerk = Medewerker
staff-role-org-admin = Beheerder
staff-role-support = Support
staff-role-project-lead = Projectleider
staff-role-operator-admin = Beheerder van het systeem
staff-role-auditor = Auditor

## page: post die niet aankwam (beheer)

staff-post-title = Post die niet aankwam
staff-post-lead = Deze mails zijn opgegeven na de laatste poging. Is de oorzaak weg? Zet de mail dan terug in de rij.
staff-post-table = Mails die niet aankwamen, nieuwste eerst
staff-post-when = Gestopt
staff-post-kind = Mail
staff-post-lane = Soort
staff-post-address = Naar
staff-post-address-none = Nog niet opgezocht
staff-post-tries = Pogingen
staff-post-reason-recipient-refused = Adres bestaat niet
staff-post-reason-mailbox-full = Mailbox vol
staff-post-reason-content-refused = Inhoud geweigerd
staff-post-reason-policy = Geweigerd door regels
staff-post-reason-server-refused = Server weigert
staff-post-reason-outcome-unknown = Onduidelijk of hij aankwam
staff-post-reason-too-late = Te lang geprobeerd
staff-post-reason-other = Andere reden
staff-post-answer = Reden en laatste antwoord
staff-post-answer-none = Geen antwoord gekregen
staff-post-act = Actie
staff-post-retry = Probeer opnieuw
staff-post-retry-label = Probeer opnieuw: { $kind }, naar { $address }
staff-post-lane-security = Veiligheid
staff-post-lane-service = Service
staff-post-none = Alle post is aangekomen
staff-post-none-do = Komt een mail na alle pogingen niet aan, dan staat hij hier.
staff-post-older = Oudere post
staff-post-newest = Terug naar de nieuwste
staff-post-retried = De mail staat weer in de rij. Hij gaat binnen een minuut weg.
staff-post-not-retried = Deze mail kan niet opnieuw. Hij is al verstuurd, of de aanvraag is verlopen.
staff-post-kind-reset = Nieuw wachtwoord
staff-post-kind-names = Gebruikersnaam kwijt
staff-post-kind-changed = Wachtwoord veranderd
staff-post-kind-invitation = Uitnodiging
staff-post-kind-factor = Nieuwe app met codes
staff-post-kind-other = Andere mail
staff-post-kind-recovery = Ingelogd met herstelcode

## service: het serviceportaal, eerste keer inloggen (medewerkers en projectleiders)

service-unreadable-unknown = Wij konden deze lijst niet lezen. Dat ligt aan ons.
service-unreadable-do = Stuur de lijst opnieuw als Excel (.xlsx) of CSV.
service-undo-stays-why = Hier is al iets mee gedaan: verstrekt, aangevraagd of ingelogd.
service-trouble-bounced = De mail komt terug: dit e-mailadres bestaat niet.
service-why-half = Half verstrekt: de gebruikersnaam of de uitleg nog niet.
service-title = { $page }: { $project }
service-crumbs = Waar u bent
service-tabs = Van dit project
service-tab-board = Overzicht
service-tab-lists = Lijst
service-tab-worklist = Werklijst
service-tab-letters = Brieven
service-tab-homes = Woningen
service-tab-changes = Nieuwe bewoners
service-shell-projects = Projecten
service-shell-worklist = Werklijst
service-shell-letters = Brieven
service-shell-homes = Woningen
service-pager = Bladeren
service-pager-first = Terug naar het begin
service-pager-previous = Vorige
service-pager-next = Volgende
service-search = Zoek
service-search-clear = Toon alles
service-not-found-do = Kijk of het goed is getypt. Of zoek op een deel ervan.
service-act = Actie
service-copy = Kopieer
service-copied = Gekopieerd
service-no-address = geen e-mailadres
service-file-xlsx = Excel
service-file-csv = CSV
service-step-1 = E-mailadres ontvangen
service-step-2 = Verwerkt
service-step-3 = Lijst teruggestuurd
service-step-4 = Gebruikersnaam verstrekt
service-step-5 = Uitleg verstrekt
service-step-6 = Wachtwoord aangevraagd
service-step-7 = Mail aangenomen
service-step-8 = Wachtwoord gekozen
service-step-9 = Ingelogd

service-list-not-told = Nog verstrekken
service-list-bounced = Adres bestaat niet
service-list-no-address = Geen e-mailadres
service-list-no-reset = Nog niet aangevraagd
service-list-never = Nog nooit ingelogd
service-list-not-told-do = Maak de brieven, deel ze uit en vink ze af.
service-list-bounced-do = Vraag de bewoner om een goed adres en zet het in een nieuwe lijst.
service-list-no-address-do = Stuur de brief waarin u om een e-mailadres vraagt.
service-list-no-reset-do = Herinner deze bewoners: zij hebben de brief en deden nog niets.
service-list-never-do = De woning is meer dan 60 dagen geleden opgeleverd. Bel, of ga langs.
service-waiting-not-told = { $count ->
    [one] 1 woning heeft nog geen gebruikersnaam en uitleg
   *[other] { $count } woningen hebben nog geen gebruikersnaam en uitleg
}
service-waiting-bounced = { $count ->
    [one] 1 e-mailadres bestaat niet
   *[other] { $count } e-mailadressen bestaan niet
}
service-waiting-no-address = { $count ->
    [one] 1 woning heeft geen e-mailadres
   *[other] { $count } woningen hebben geen e-mailadres
}
service-waiting-no-reset = { $count ->
    [one] 1 bewoner vroeg nog geen wachtwoord aan
   *[other] { $count } bewoners vroegen nog geen wachtwoord aan
}
service-waiting-never = { $count ->
    [one] 1 bewoner logde na 60 dagen nog nooit in
   *[other] { $count } bewoners logden na 60 dagen nog nooit in
}
service-next-title = Nu eerst
service-next-ask = Er is nog geen lijst met e-mailadressen.
service-next-decide = Een lijst is gelezen en wacht op uw akkoord.
service-next-nothing = Niets te doen. Iedereen is binnen of onderweg.
service-next-ask-button = Begin met de lijst
service-next-decide-button = Bekijk de lijst
service-next-work-button = Ga naar de werklijst

service-projects-title = Projecten
service-projects-search = Zoek een project
service-projects-search-hint = Naam of opdrachtgever
service-projects-project = Project
service-projects-next = Nu eerst
service-projects-homes = Woningen
service-projects-signed-in = Ingelogd
service-projects-none = Er is nog geen project voor u
service-projects-none-do = Vraag uw beheerder om u bij een project te zetten.
service-projects-not-found = Geen project gevonden
service-choose-worklist = Werklijst: kies een project
service-choose-letters = Brieven: kies een project
service-choose-homes = Woningen: kies een project
service-choose-changes = Kies een project om te zien wie er vertrekt en komt
service-choose-none = Er is nog geen project met woningen
service-choose-none-do = Ga naar de projecten en begin met de lijst

service-board-homes = { $homes } woningen.
service-board-delivered = Opgeleverd op { $day }.
service-board-none = Hier komt het overzicht van dit project
service-board-none-do = Zodra de eerste lijst is verwerkt, ziet u per stap hoe ver de bewoners zijn.
service-funnel-title = De negen stappen
service-funnel-table = Per stap: hoeveel woningen zo ver zijn, en hoeveel er bleven steken
service-funnel-step = Stap
service-funnel-homes = Woningen
service-funnel-share = Deel
service-funnel-lost = Wat er blijft steken
service-lost-1 = { $count } zonder e-mailadres
service-lost-2 = { $count } nog te verwerken
service-lost-3 = { $count } nog niet teruggestuurd
service-lost-4 = { $count } nog zonder gebruikersnaam
service-lost-5 = { $count } nog zonder uitleg
service-lost-6 = { $count } vroegen nog niets aan
service-lost-7 = { $count } kregen de mail niet
service-lost-8 = { $count } kozen nog geen wachtwoord
service-lost-9 = { $count } logden nog niet in
service-work-title = Werklijsten
service-work-none = Alle werklijsten zijn leeg.
service-time-title = Ingelogd, door de tijd
service-time-now = { $count } van { $homes } woningen ({ $share })
service-time-table = Ingelogd per dag, nieuwste eerst
service-time-day = Dag
service-time-homes = Ingelogd
service-time-none = Er is nog niemand ingelogd. Zodra dat gebeurt, ziet u hier een lijn.

service-lists-title = Lijsten
service-lists-file = Bestand
service-lists-state = Status
service-lists-rows = Regels
service-lists-at = Gestuurd
service-lists-by = Door
service-lists-nameless = Lijst zonder naam
service-by-server = de server
service-lists-new = Stuur een nieuwe lijst
service-lists-none = Nog geen lijsten
service-lists-none-do = Stuur hierboven de eerste lijst in.
service-state-reading = Wordt gelezen
service-state-unreadable = Niet te lezen
service-state-asks-columns = Wijs de kolommen aan
service-state-to-confirm = Wacht op akkoord
service-state-stopped = Tegengehouden
service-state-applying = Wordt verwerkt
service-state-applied = Verwerkt
service-state-thrown-away = Weggegooid

service-upload-title = Stuur de lijst in
service-upload-file = Kies het bestand
service-upload-hint = Excel (.xlsx) of CSV, zoals u het kreeg. Hooguit { $most } MB.
service-upload-drop = Of sleep het bestand naar dit vak.
service-upload-button = Lees de lijst
service-upload-next = Er verandert nog niets. U ziet eerst per regel wat er gaat gebeuren.
service-upload-sending = Wordt verstuurd:
service-upload-sent = Verstuurd. De lijst wordt nu gelezen.
service-upload-no-file = Kies eerst een bestand. Daarna kunt u de lijst laten lezen.
service-upload-empty = Dit bestand is leeg. Kies een ander bestand, of vraag om een nieuwe lijst.
service-upload-too-large = Dit bestand is groter dan { $most } MB. Knip de lijst in stukken en stuur ze na elkaar.
service-upload-other-kind = Dit is geen Excel en geen CSV. Sla de lijst op als .xlsx of .csv en probeer het nog eens.
service-ask-title = Vraag de opdrachtgever om de lijst
service-ask-lead = Stuur deze tekst met het lege bestand erbij. De eigen lijst van de opdrachtgever mag ook.
service-ask-own-title = Nog geen lijst?
service-ask-own-lead = Vul deze lege lijst in, of gebruik de lijst uit uw eigen systeem. Per regel één woning, met uw eigen nummer, het adres en één e-mailadres. Een BSN of geboortedatum hebben wij niet nodig.
service-ask-xlsx = Lege lijst voor Excel
service-ask-csv = Lege lijst als CSV
service-ask-text-title = Tekst voor de opdrachtgever
service-ask-text =
    Onderwerp: e-mailadressen voor { $project }

    Goedendag,

    De bewoners van { $project } loggen binnenkort in bij { $brand }. Wilt u ons daarvoor een lijst sturen?

    Zet op elke regel één woning, met:
    - uw eigen nummer van de woning (VHE-nummer)
    - straat, huisnummer, toevoeging, postcode en plaats
    - één e-mailadres van de bewoner. Weet u het niet? Laat het dan leeg.

    Stuur geen BSN, geboortedatum of telefoonnummer mee. Die hebben wij niet nodig.

    U mag het bijgevoegde bestand gebruiken, of een lijst uit uw eigen systeem. U krijgt hem terug met bij elke woning de gebruikersnaam.

    Alvast bedankt.

service-batch-uploaded = Gestuurd door { $by } op { $at }.
service-running-waiting = De lijst wacht op zijn beurt
service-running-reading = De lijst wordt gelezen
service-running-applying = De lijst wordt verwerkt
service-running-of = { $done } van { $total } regels
service-running-so-far = { $done } regels
service-running-leave = U mag deze pagina verlaten en later terugkomen. Het werk gaat door.
service-running-again = Kijk opnieuw
service-running-watch = Kijk elke 10 seconden vanzelf opnieuw
service-running-watching = Deze pagina kijkt elke 10 seconden vanzelf opnieuw.
service-running-stop = Stop daarmee
service-ended-unreadable = Deze lijst is niet te lezen
service-ended-nothing-kept = Er is niets veranderd, en het bestand is niet bewaard.
service-ended-thrown-away = Deze lijst is weggegooid
service-ended-undone = Deze lijst is teruggedraaid
service-ended-undone-rows = { $count ->
    [one] Eén regel is teruggedraaid.
   *[other] { $count } regels zijn teruggedraaid.
}
service-ended-usernames = Gebruikersnamen van deze woningen worden nooit opnieuw gegeven.
service-ended-new = Stuur een nieuwe lijst

service-judged-all = Alle
service-judged-new = Nieuw
service-judged-unchanged = Ongewijzigd
service-judged-changed = Gewijzigd
service-judged-conflict = Conflict
service-judged-refused = Geweigerd
service-stop-title = Deze lijst wordt in zijn geheel tegengehouden
service-stop-shifted = { $moved } van de { $rows } bekende e-mailadressen staan bij een andere woning dan eerst. Waarschijnlijk zijn de regels verschoven. Er is een nieuwe lijst nodig.
service-stop-many = { $count } bekende e-mailadressen zouden veranderen. Bij tien of meer kijkt een collega mee: die keurt de lijst goed op de pagina Voorstellen. Vraag eerst zelf na of het klopt.
service-confirm-title = Klopt dit?
service-confirm-lead = Er is nog niets veranderd. Kijk de regels hieronder na en bevestig.
service-confirm-left = { $count ->
    [one] 1 regel blijft liggen: in conflict of geweigerd.
   *[other] { $count } regels blijven liggen: in conflict of geweigerd.
}
service-confirm-question = { $count ->
    [one] 1 bekende woning krijgt een e-mailadres. Wonen daar nog dezelfde bewoners?
   *[other] { $count } bekende woningen krijgen een e-mailadres. Wonen daar nog dezelfde bewoners?
}
service-confirm-same = Ja, het zijn dezelfde bewoners
service-confirm-new = Nee, er zijn nieuwe bewoners bij
service-confirm-not-said = Zeg eerst of het dezelfde bewoners zijn. Een lijst mag het e-mailadres van een nieuwe bewoner niet invullen.
service-confirm-new-residents = Een lijst kan geen nieuwe bewoners verwerken. Haal hun regels uit de lijst en voer voor hen een mutatie in.
service-confirm-homes = { $count ->
    [one] 1 nieuwe woning
   *[other] { $count } nieuwe woningen
}
service-confirm-addresses = { $count ->
    [one] 1 e-mailadres
   *[other] { $count } e-mailadressen
}
service-confirm-completed = { $count ->
    [one] 1 aangevulde woning
   *[other] { $count } aangevulde woningen
}
service-confirm-one = Bevestig: { $what }
service-confirm-nothing = Er is niets te bevestigen
service-confirm-nothing-do = Geen enkele regel verandert iets. Kijk hieronder waarom.
service-throw-away = Gooi de lijst weg
service-read-title = Zo is de lijst gelezen
service-read-rows = { $count ->
    [one] 1 regel met een woning.
   *[other] { $count } regels met een woning.
}
service-read-titles = { $count ->
    [0] Boven de kolomnamen stond niets.
    [one] 1 titelregel boven de kolomnamen is overgeslagen.
   *[other] { $count } titelregels boven de kolomnamen zijn overgeslagen.
}
service-read-columns = Kolommen van de lijst
service-read-column = Kolom in de lijst
service-read-means = Wat erin staat
service-read-means-label = Wat staat er in kolom { $column }?
service-read-first = Eerste regels
service-read-emptied = Leeggemaakt
service-read-again = Lees de lijst zo opnieuw
service-read-again-next = Alle regels worden dan opnieuw bekeken.
service-read-blanked = { $count ->
    [one] De kolom { $columns } is leeggemaakt. BSN en geboortedatum bewaren wij niet.
   *[other] De kolommen { $columns } zijn leeggemaakt. BSN en geboortedatum bewaren wij niet.
}
service-read-no-email = In deze lijst is geen kolom met e-mailadressen gevonden. Wijs hem hieronder aan, of bevestig zonder.
service-column-nothing = Niet gebruiken
service-columns-title = Wijs aan wat de kolommen zijn
service-columns-lead = Kies eerst de regel met de kolomnamen, en daarna wat er in elke kolom staat. Een verkeerde keuze is niet erg: u ziet daarna eerst wat de lijst zou doen.
service-columns-ready = Zo kan de lijst worden gelezen. Kijk de kolommen na en lees de lijst opnieuw.
service-columns-until = De lijst is nog niet gelezen en er is niets veranderd. Wij bewaren hem versleuteld tot { $at }. Daarna is hij weg en stuurt u hem opnieuw.
service-columns-lines = Eerste regels van de lijst
service-columns-cells = Wat er staat
service-columns-sheet = Tabblad
service-columns-header = Regel met de kolomnamen
service-columns-header-hint = Het nummer dat voor de regel staat. Vul 0 in als de lijst geen kolomnamen heeft.
service-columns-use = Gebruik deze regel
service-columns-next = Daarna ziet u per regel wat er zou gebeuren.
service-columns-no-line = Deze regel staat niet bij het begin van de lijst. Kies een regelnummer uit de tabel, of 0.
service-rows-title = De regels
service-rows-faults = Regels die blijven liggen, met de reden:
service-rows-filter = Toon regels per oordeel
service-rows-number = Regel
service-rows-judged = Oordeel
service-rows-home = Woning
service-rows-address = E-mailadres
service-rows-why = Waarom
service-rows-none = Geen regels met dit oordeel
service-rows-none-do = Toon alle regels

service-applied-one = Verwerkt: { $what }
service-applied-who = Door { $by } op { $at }.
service-applied-back = De lijst met gebruikersnamen
service-applied-back-do = Uw lijst zoals hij was, met bij elke woning de gebruikersnaam.
service-applied-back-xlsx = Lijst voor Excel
service-applied-kept = De eigen kolommen van de lijst bewaren wij tot en met { $day }.
service-applied-returned = Het laatst opgehaald op { $at }.
service-applied-gone = De eigen kolommen van de lijst zijn na 30 dagen gewist. Op de pagina Woningen staan alle gebruikersnamen.
service-applied-letters = Vertel het de bewoners
service-applied-told = Alle woningen hebben hun gebruikersnaam en uitleg.
service-applied-left = Los op wat bleef liggen
service-applied-left-do = { $count ->
    [one] 1 regel is niet verwerkt. Verbeter hem in de lijst en stuur die opnieuw in.
   *[other] { $count } regels zijn niet verwerkt. Verbeter ze in de lijst en stuur die opnieuw in.
}
service-applied-left-xlsx = Regels met reden voor Excel
service-undo-wrong = Klopte de lijst toch niet?
service-undo-before = { $count ->
    [one] 1 regel is al teruggedraaid.
   *[other] { $count } regels zijn al teruggedraaid.
}
service-undo-can = { $count ->
    [one] 1 regel kan nog terug: daar deed nog niemand iets.
   *[other] { $count } regels kunnen nog terug: daar deed nog niemand iets.
}
service-undo-stay = { $count ->
    [one] 1 regel blijft staan.
   *[other] { $count } regels blijven staan.
}
service-undo-cannot = Er kan niets meer terug. De gebruikersnamen zijn verstrekt, of de bewoners zijn al begonnen.
service-undo-look = Bekijk wat terug kan
service-undo-title = Draai de lijst terug
service-undo-what = Een teruggedraaide gebruikersnaam wordt nooit opnieuw gegeven. Wat er nu gebeurt, kunt u niet ongedaan maken; u kunt de lijst wel opnieuw insturen.
service-undo-table = Regels van de lijst die iets veranderden
service-undo-then = Wat er gebeurt
service-undo-home-goes = De woning en de gebruikersnaam gaan weg
service-undo-address-back = Het e-mailadres wordt weer wat het was
service-undo-place-goes = Straat en huisnummer van de woning gaan weer weg
service-undo-stays = Blijft
service-undo-ticked = Draai de gekozen regels terug
service-undo-count = Draai # regels terug
service-undo-all = { $count ->
    [one] Draai die ene regel terug
   *[other] Draai alle { $count } regels terug
}
service-undo-leave = Laat het zo
service-undo-done = { $count ->
    [one] 1 regel is teruggedraaid.
   *[other] { $count } regels zijn teruggedraaid.
}

service-homes-search = Zoek een woning
service-homes-search-hint = Nummer, adres of gebruikersnaam
service-homes-number = Nummer
service-homes-no-place = nog geen adres
service-homes-steps = Stappen
service-homes-hangs = Waar het op wacht
service-homes-heard = { $count } van 9 stappen gedaan
service-homes-none = Er zijn nog geen woningen
service-homes-none-do = Begin met de lijst
service-homes-not-found = Geen woning gevonden
service-hangs-1 = Wacht op een e-mailadres
service-hangs-2 = Wordt nog verwerkt
service-hangs-3 = Lijst nog niet teruggestuurd
service-hangs-4 = Gebruikersnaam nog verstrekken
service-hangs-5 = Uitleg nog verstrekken
service-hangs-6 = Bewoner vroeg nog geen wachtwoord aan
service-hangs-7 = Mail nog niet aangenomen
service-hangs-8 = Bewoner koos nog geen wachtwoord
service-hangs-9 = Bewoner logde nog niet in
service-hangs-none = Ingelogd

service-shell-users = Gebruikers
service-users-title = Gebruikers
service-users-search = Zoek een woning of gebruiker
service-users-search-hint = Adres, nummer, gebruikersnaam of e-mailadres
service-users-address-do = Een e-mailadres vindt u alleen als u het helemaal intypt.
service-users-found = { $count ->
    [0] Geen woning gevonden
    [one] 1 woning gevonden
   *[other] { $count } woningen gevonden
}
service-users-many = { $count } woningen getoond. Misschien zijn er meer: typ dan iets meer.
service-users-waiting = Wat nog wacht, per project
service-home-vacant = Hier woont nu niemand
service-home-vacant-do = Komt er een nieuwe bewoner? Kies ‘Nieuwe bewoner’ onderaan deze pagina.
service-home-bounced = E-mailadres werkt niet
service-home-second = tweede account
service-home-lives = Woont hier
service-home-since-day = Sinds { $day }
service-home-no-address = Geen e-mailadres
service-home-proof-linked = Ingevuld door een medewerker of met een lijst. De bewoner heeft het nog niet bevestigd.
service-home-proof-confirmed = De bewoner heeft dit zelf bevestigd.
service-home-delivery-ok = Wij weten niets van problemen.
service-home-delivery-soft = De laatste mail kon nog niet worden bezorgd. Wij proberen het opnieuw.
service-home-delivery-hard = Deze mailbox bestaat niet. Vraag de bewoner om het goede adres.
service-home-told = Gebruikersnaam en uitleg verstrekt
service-home-asked = Wachtwoord aangevraagd
service-home-password = Heeft een wachtwoord
service-home-signed-in = Laatst ingelogd
service-home-not-yet = Nog niet
service-home-yes = Ja
service-home-no = Nee
service-home-do = Wat u kunt doen
service-home-letter = Maak de brief
service-home-text = Kopieer een tekst
service-home-back = Terug naar de woning
service-home-linked = Het e-mailadres is gekoppeld. Er gaat geen mail uit: vertel het de bewoner zelf.
service-home-linked-list = Het e-mailadres is gekoppeld. Er gaat geen mail uit: vertel het de bewoner zelf. De woning staat op de werklijst ‘Nog verstrekken’, tot u hem afvinkt.
service-home-changed = Het e-mailadres is veranderd. Er gaat geen mail uit: vertel het de bewoner zelf.
service-home-revoked = Alle toegang is ingetrokken. De bewoner komt weer binnen met ‘Wachtwoord vergeten’.
service-link-title = Vul het e-mailadres in
service-link-change-title = Verander het e-mailadres
service-link-now = nu
service-link-question = Zelfde bewoner of nieuwe bewoner?
service-link-same = Zelfde bewoner: het e-mailadres klopt niet of ontbreekt
service-link-new = Nieuwe bewoner: er is iemand anders komen wonen
service-link-hint = Van de bewoner zelf, niet van u.
service-link-go-on = Ga verder
service-link-next = U ziet eerst precies wat er verandert.
service-link-not-said = Zeg eerst of het dezelfde bewoner is. Een nieuwe bewoner mag nooit bij de gegevens van de vorige.
service-link-empty = U vulde geen e-mailadres in. Vraag het de bewoner.
service-link-known-already = Dit e-mailadres is al gekoppeld. Er is niets te veranderen.
service-link-confirm-title = Klopt dit e-mailadres?
service-link-what = Dit gaat er veranderen
service-link-before = Nu
service-link-after = Straks
service-link-no-mail = Er gaat geen mail uit. De bewoner krijgt pas een mail na ‘Wachtwoord vergeten’.
service-link-old-links = Links in mails aan het oude adres werken dan niet meer.
service-link-confirm-link = Koppel dit e-mailadres
service-link-confirm-change = Verander het e-mailadres
service-link-leave = Terug, ik wil het anders
service-link-typo = Waarschijnlijk is dit een tikfout. Bedoelt u { $meant }?
service-link-typo-fix = Ja, neem dat adres
service-link-typo-use = Toch gebruiken
service-link-elsewhere = { $count ->
    [one] Dit e-mailadres hoort ook bij 1 andere woning van u. Klopt dat?
   *[other] Dit e-mailadres hoort ook bij { $count } andere woningen van u. Klopt dat?
}
service-users-all-projects = Alle projecten
service-users-state = Werklijst
service-users-all-states = Alle woningen
service-home-since-until = Sinds { $day }, tot en met { $last }
service-home-proof = Van wie is dit adres
service-home-delivery = Komt mail aan
service-home-coming-last = Laatste dag: { $day }.
service-home-coming-first = Eerste dag: { $day }.
service-home-coming-act = Bekijk of verander
service-home-whole = De hele woning
service-home-removed = Het e-mailadres is weg. De bewoner krijgt geen mail meer en kan geen nieuw wachtwoord aanvragen.
service-link-remove = Verwijder het e-mailadres
service-link-remove-title = Het e-mailadres verwijderen?
service-link-remove-next = De bewoner kan dan geen nieuw wachtwoord meer aanvragen, tot er weer een e-mailadres is.
service-link-confirm-remove = Verwijder het e-mailadres
service-link-leaving = Deze bewoner vertrekt op { $day }. Is het adres van de nieuwe bewoner? Vul het dan in bij ‘Nieuwe bewoner’.
service-revoke-all-title = Trek alle toegang tot de woning in
service-revoke-title = Trek alle toegang in
service-revoke-what = Dit stopt
service-revoke-nothing = Niets geeft nu toegang tot dit account.
service-revoke-password = Het wachtwoord
service-revoke-sessions = { $count ->
    [one] 1 apparaat dat is ingelogd
   *[other] { $count } apparaten die zijn ingelogd
}
service-revoke-devices = { $count ->
    [one] 1 apparaat dat wij herkennen
   *[other] { $count } apparaten die wij herkennen
}
service-revoke-links = { $count ->
    [one] 1 link in een mail
   *[other] { $count } links in mails
}
service-revoke-mails = { $count ->
    [one] 1 mail die nog weg moet
   *[other] { $count } mails die nog weg moeten
}
service-revoke-stays = De bewoner blijft wonen. De gebruikersnaam en het e-mailadres blijven zoals ze zijn.
service-revoke-next = De bewoner kiest daarna een nieuw wachtwoord met ‘Wachtwoord vergeten’. Vertel dat aan de bewoner.
service-revoke-next-no-address = Let op: er is een account zonder e-mailadres. Vul dat eerst in, anders komt de bewoner niet meer binnen.
service-revoke-button = Trek alle toegang in
service-revoke-logged = Dit komt met uw naam in het logboek. U kunt het niet ongedaan maken.

service-act-letters = Maak de brieven
service-act-letters-address = Maak de brieven
service-act-new-list = Stuur een nieuwe lijst
service-act-remind = Tekst voor een herinnering
service-act-letter = Brief
service-act-letter-label = Brief voor { $home }
service-tick = Kies
service-tick-label = Kies { $home }
service-tick-page = Kies alle woningen op deze pagina
service-tick-legend = Vink af
service-tick-what = Afvinken als verstrekt:
service-tick-both = gebruikersnaam en uitleg
service-tick-username = alleen de gebruikersnaam
service-tick-instruction = alleen de uitleg
service-tick-ticked = Gekozen woningen
service-tick-count = Gekozen woningen (#)
service-tick-all = { $count ->
    [one] De enige woning
   *[other] Alle { $count } woningen
}
service-tick-next = U ziet eerst precies wat er verandert.
service-nothing-ticked = U koos nog niets. Zet een vinkje bij één of meer regels, of neem ze allemaal.
service-told-handed-out = { $count ->
    [one] 1 woning is afgevinkt als verstrekt.
   *[other] { $count } woningen zijn afgevinkt als verstrekt.
}
service-told-undone = { $count ->
    [one] Het vinkje van 1 woning is weer weg.
   *[other] De vinkjes van { $count } woningen zijn weer weg.
}
service-told-undo = Maak ongedaan
service-worklist-none = Deze lijst is leeg. Mooi zo.
service-worklist-none-do = Terug naar het overzicht
service-worklist-since = Sinds
service-worklist-why = Bijzonderheden
service-handout-title = Vink af als verstrekt
service-handout-both = { $count ->
    [one] U zegt hiermee: deze bewoner kreeg de gebruikersnaam en de uitleg.
   *[other] U zegt hiermee: deze { $count } bewoners kregen de gebruikersnaam en de uitleg.
}
service-handout-username = { $count ->
    [one] U zegt hiermee: deze bewoner kreeg de gebruikersnaam. De uitleg nog niet.
   *[other] U zegt hiermee: deze { $count } bewoners kregen de gebruikersnaam. De uitleg nog niet.
}
service-handout-instruction = { $count ->
    [one] U zegt hiermee: deze bewoner kreeg de uitleg. De gebruikersnaam nog niet.
   *[other] U zegt hiermee: deze { $count } bewoners kregen de uitleg. De gebruikersnaam nog niet.
}
service-handout-already = { $count ->
    [one] 1 woning was al afgevinkt. Daar verandert niets.
   *[other] { $count } woningen waren al afgevinkt. Daar verandert niets.
}
service-handout-button = { $count ->
    [one] Vink deze woning af
   *[other] Vink deze { $count } woningen af
}
service-handout-next = Wie u zelf aankruist, kunt u daarna nog ongedaan maken.
service-handout-back = Terug naar de werklijst
service-handout-none = Er is niets af te vinken
service-handout-table = Woningen die u afvinkt
service-handout-more = { $count ->
    [one] En nog 1 woning.
   *[other] En nog { $count } woningen.
}
service-back-title = Neem vinkjes terug
service-back-mistake = Per ongeluk afgevinkt?
service-back-what = Welk vinkje haalt u weg?
service-back-ticked = Neem terug bij gekozen woningen
service-back-all = { $count ->
    [one] Neem terug bij de enige woning
   *[other] Neem terug bij alle { $count } woningen
}
service-back-run = Neem vinkjes terug
service-back-both = { $count ->
    [one] Deze woning is dan niet meer afgevinkt. De bewoner deed nog niets.
   *[other] Deze { $count } woningen zijn dan niet meer afgevinkt. De bewoners deden nog niets.
}
service-back-username = { $count ->
    [one] Bij deze woning is de gebruikersnaam dan niet meer afgevinkt. De bewoner deed nog niets.
   *[other] Bij deze { $count } woningen is de gebruikersnaam dan niet meer afgevinkt. De bewoners deden nog niets.
}
service-back-instruction = { $count ->
    [one] Bij deze woning is de uitleg dan niet meer afgevinkt. De bewoner deed nog niets.
   *[other] Bij deze { $count } woningen is de uitleg dan niet meer afgevinkt. De bewoners deden nog niets.
}
service-back-already = { $count ->
    [one] 1 woning blijft zoals hij is: er is niets afgevinkt, of de bewoner is al begonnen.
   *[other] { $count } woningen blijven zoals ze zijn: er is niets afgevinkt, of de bewoners zijn al begonnen.
}
service-back-button = { $count ->
    [one] Neem het vinkje van deze woning terug
   *[other] Neem de vinkjes van deze { $count } woningen terug
}
service-back-next = Ook vinkjes van eerder gaan weg. Kijk daarom de woningen na. U kunt ze daarna opnieuw afvinken.
service-back-none = Er is niets terug te nemen
service-back-table = Woningen waarvan u het vinkje terugneemt

service-letters-title = Maak brieven
service-letters-which = Voor welke woningen?
service-letters-not-told = Nog niet verstrekt
service-letters-no-address = Zonder e-mailadres: vraag om een adres
service-letters-all = Alle woningen
service-letters-one = Eén woning
service-letters-home = Welke woning?
service-letters-home-hint = Alleen als u één woning koos. Nummer, adres of gebruikersnaam.
service-letters-language = Taal
service-letters-button = Maak de PDF
service-letters-next = Eén bladzijde per woning, voor een vensterenvelop. Meer dan 2.000 woningen komen in delen.
service-letters-no-home = U vulde geen woning in. Typ het nummer, het adres of de gebruikersnaam.
service-letters-unknown-home = Deze woning is er niet in dit project. Kijk het na, of zoek hem op de pagina Woningen.
service-letters-nobody = Voor deze keuze is er geen enkele woning. Kies andere woningen.
service-letters-made = { $count ->
    [one] De brief voor 1 woning is klaar
   *[other] De brieven voor { $count } woningen zijn klaar
}
service-letters-made-do = Druk ze af en deel ze uit. Vink ze daarna af: het vinkje telt, niet het afdrukken.
service-letters-file = PDF
service-letters-part = Deel { $part } van { $of }
service-letters-tick = { $count ->
    [one] Vink 1 woning af
   *[other] Vink { $count } woningen af
}
service-letters-again = { $count ->
    [one] 1 woning kreeg al eens een brief
   *[other] { $count } woningen kregen al eens een brief
}
service-letters-own = Liever uw eigen brief of mail?
service-letters-own-lead = Voeg deze uitleg bij. Er staat niets van een woning in. De gebruikersnaam zet u er zelf bij.
service-letters-instruction-pdf = Uitleg als PDF
service-letters-instruction-docx = Uitleg voor Word
service-runs-title = Eerder gemaakt
service-runs-at = Gemaakt
service-runs-which = Voor
service-runs-homes = Woningen
service-runs-by = Door
service-runs-file = Bestand
service-runs-told = Afgevinkt
service-runs-none = Er zijn nog geen brieven gemaakt
service-runs-none-do = Kies hierboven voor welke woningen u brieven wilt.
service-text-title = Teksten om te kopiëren
service-text-letter-title = Uitleg voor in uw brief of mail
service-text-letter =
    U kunt nu inloggen bij { $brand }. Zo werkt het:

    1. Ga naar { $url }
    2. Vul uw gebruikersnaam in: [gebruikersnaam]
    3. U krijgt een mail van ons. Open de link in die mail.
    4. Kies een wachtwoord. Een zin van vier woorden is goed.

    Geen mail gekregen? Kijk bij de ongewenste mail. Staat hij daar ook niet? Neem dan contact met ons op.
service-text-remind-title = Herinnering
service-text-remind =
    U kreeg van ons een brief met uw gebruikersnaam voor { $brand }. U hebt nog geen wachtwoord gekozen.

    Ga naar { $url } en vul uw gebruikersnaam in. U krijgt dan een mail met een link.

    Brief kwijt? Neem contact met ons op.
service-text-address-title = Vraag om een e-mailadres
service-text-address =
    Wij hebben nog geen e-mailadres van u. Zonder e-mailadres kunt u geen wachtwoord kiezen.

    Geef uw e-mailadres door aan { $client }. Daarna krijgt u een brief waarin staat hoe u inlogt.

## page: als iets niet kan

error-code = Belt u voor hulp? Noem dan deze code:
error-way-start = Naar de startpagina
error-bad-request = Dit begrijpen wij niet
error-bad-request-do = Er ging iets mis bij het versturen. Ga terug naar de vorige pagina en probeer het nog eens.
error-forbidden = Dit mag u niet openen
error-forbidden-do = Deze pagina hoort bij ander werk. Hebt u hem wel nodig? Vraag het aan uw beheerder.
error-other-site = Dit kwam niet van onze pagina
error-other-site-do = Voor uw veiligheid hebben wij niets gedaan. Open de pagina opnieuw en probeer het nog eens.
error-not-found = Deze pagina is er niet
error-not-found-do = Kijk of het adres goed is overgetypt. Of ga naar de startpagina.
error-wrong-method = Zo werkt deze pagina niet
error-wrong-method-do = Ga naar de startpagina en kies daar wat u wilt doen.
error-too-large = Dit is te groot
error-too-large-do = Er werd meer verstuurd dan wij aannemen. Maak het korter en probeer het nog eens.
error-too-many = Even rustig aan
error-too-many-do = Dit is te vaak achter elkaar gedaan. Wacht { $wait } en probeer het dan nog eens.
error-internal = Er ging bij ons iets mis
error-internal-do = Dit ligt niet aan u. Probeer het over een paar minuten nog eens. Lukt het dan niet? Bel of mail uw verhuurder.
error-unknown = Wij weten niet of het gelukt is
error-unknown-do = Het duurde te lang. Misschien is het toch gedaan. Kijk dat eerst na, voordat u het nog eens doet.
error-unavailable = Het is nu erg druk
error-unavailable-do = Wij kunnen u nu niet helpen. Wacht { $wait } en probeer het dan nog eens. Uw gegevens zijn veilig.

## page: alleen in de demo

demo-bar = Demo
demo-bar-label = Demo
demo-bar-walk = Rondleiding
demo-bar-mail = Post
demo-bar-clock = Klok
demo-bar-codes = Codes
demo-title = Rondleiding door de demo
demo-lead = Alles hier is verzonnen. Mails komen niet verder dan deze computer. Volg deze stappen, of loop zelf rond.
demo-walk-login = Log in als bewoner
demo-walk-reset = Kies een nieuw wachtwoord, met een gebruikersnaam uit de lijst hieronder
demo-walk-mail = Open de mail die daarop komt
demo-walk-clock = Zet de klok vooruit en zie de link verlopen
demo-walk-staff = Log in als medewerker, met een code van deze pagina
demo-people = Wie u kunt zijn
demo-people-who = Wie
demo-people-login = Inlognaam
demo-people-none = Nog geen wachtwoord
demo-mails-title = Post in de demo
demo-mails-lead = Hier staat elke mail die de demo verstuurt. De nieuwste staat boven.
demo-mails-again = Kijk opnieuw
demo-mails-none = Nog geen post
demo-mails-none-do = Vraag een nieuw wachtwoord aan, dan komt er een mail
demo-mail-title = Mail: { $subject }
demo-mail-back = Terug naar de post
demo-mail-subject = Onderwerp
demo-mail-from = Van
demo-mail-to = Aan
demo-mail-at = Gekomen
demo-mail-html = Bekijk de mail zoals hij is opgemaakt
demo-mail-links = Links in deze mail
demo-mail-text = De mail als gewone tekst
demo-clock-title = De klok van de demo
demo-clock-lead = Zet de klok vooruit en zie wat er gebeurt. Terug kan niet.
demo-clock-hour = 1 uur verder
demo-clock-link = 25 uur verder
demo-clock-fortnight = 14 dagen verder
demo-clock-forward = Hoe ver vooruit?
demo-clock-forward-hint = Bijvoorbeeld 2d voor twee dagen, 3h voor drie uur of 10m voor tien minuten.
demo-clock-button = Zet vooruit
demo-clock-next = De hele demo leeft dan op de nieuwe tijd.
demo-clock-unreadable = Dit kan de klok niet lezen. Vul een getal in met d, h of m erachter. Bijvoorbeeld 2d.
demo-codes-title = Codes van de medewerkers
demo-codes-lead = { $seconds ->
    [one] Deze codes werken nog 1 seconde.
   *[other] Deze codes werken nog { $seconds } seconden.
}
demo-codes-again = Kijk opnieuw
demo-codes-code = Code
demo-state-signed-in = logt in
demo-state-password-set = koos een wachtwoord
demo-state-mail-asked = kreeg net een mail met een link
demo-state-linked = e-mailadres bekend
demo-state-no-address = geen e-mailadres bekend
demo-state-refused = dit e-mailadres bestaat niet meer
demo-state-carer = één e-mailadres voor meer woningen
demo-state-invited = de uitnodiging ligt bij de post

## cli: de rondleiding die de demo afdrukt

cli-demo-title = De demo van Huissleutel staat klaar: { $url }
cli-demo-english = In English: { $url }
cli-demo-resident = 1. Log in als bewoner
cli-demo-reset = 2. Vergeet een wachtwoord; andere gebruikersnamen staan op de rondleiding
cli-demo-mail = 3. Lees de mails, ook als JSON met ?format=json
cli-demo-clock = 4. Zet de klok vooruit
cli-demo-staff = 5. Log in als medewerker, met de code van deze pagina
cli-demo-stays = Stoppen: Ctrl-C. Alles blijft staan in { $folder }
cli-demo-goes = Stoppen: Ctrl-C. Daarna is alles weg; met --data-dir blijft het staan.

## cli: het verslag van een lijst, en de lijst met gebruikersnamen

cli-import-counts = Nieuw: { $new }. Ongewijzigd: { $unchanged }. Gewijzigd: { $changed }. Conflict: { $conflict }. Geweigerd: { $refused }.
cli-import-dry = Er is niets opgeslagen. Klopt het verslag? Geef de opdracht dan nog eens, met --confirm erbij.
cli-import-done = De lijst is verwerkt.
cli-import-nothing = De lijst is niet opnieuw verwerkt: er is niets aan te veranderen.

## cli: hoe ver de woningen van een project zijn, en wat er te doen is

cli-handout-done = Afgevinkt: { $changed }. Al eerder afgevinkt: { $unchanged }.
cli-handout-undone = Teruggenomen: { $changed }. Niet veranderd: { $unchanged }.
cli-handout-unknown = { $count } regels horen bij geen woning van dit project waar nu iemand woont. Regels: { $lines }.
cli-funnel-homes = Woningen: { $homes }. Daarvan leeg: { $vacant }.
cli-funnel-lost = hier blijven staan: { $lost }
cli-funnel-lists = Te doen:
cli-step-address-received = e-mailadres ontvangen
cli-step-processed = verwerkt
cli-step-list-returned = lijst teruggestuurd
cli-step-username-handed-out = gebruikersnaam verstrekt
cli-step-instruction-handed-out = uitleg verstrekt
cli-step-reset-asked = wachtwoord aangevraagd
cli-step-mail-accepted = mail bezorgd
cli-step-password-set = wachtwoord gekozen
cli-step-signed-in = ingelogd
cli-worklist-list = Werklijst
cli-worklist-hangs = Wacht op
cli-worklist-next = Wat nu
cli-worklist-no-address = geen e-mailadres
cli-worklist-bounced = mail komt terug
cli-worklist-not-told = nog verstrekken
cli-worklist-no-reset-asked = nog geen wachtwoord aangevraagd
cli-worklist-never-signed-in = na 60 dagen nooit ingelogd
cli-waits-for-nothing = niets: de bewoner is binnen
cli-next-ask-address = Vraag de bewoner om een e-mailadres.
cli-next-correct-address = Vraag de bewoner om het goede e-mailadres.
cli-next-hand-out = Geef de bewoner de brief en vink dat af.
cli-next-remind = Herinner de bewoner aan de brief.
cli-next-wait = Wacht op de mail, of zoek uit waar die is.
cli-next-nothing = Niets.

## list: wat wij over een lijst zeggen, op pagina's en op de opdrachtregel

list-judgement-new = nieuw
list-judgement-unchanged = ongewijzigd
list-judgement-changed = gewijzigd
list-judgement-conflict = conflict
list-judgement-refused = geweigerd
list-fault-shifted = De lijst wordt in zijn geheel geweigerd. { $moved } van de { $rows } bekende e-mailadressen staan bij een andere woning dan eerst. Waarschijnlijk zijn de regels verschoven. Vraag de opdrachtgever om een nieuwe lijst.
list-fault-many = De lijst wordt in zijn geheel geweigerd. Er zouden { $count } e-mailadressen veranderen. Bij tien of meer moet een tweede persoon meekijken, en dat kan nog niet met deze opdracht. Splits de lijst niet op, maar vraag na of het klopt.
list-column-client-number = VHE-nummer
list-column-street = Straat
list-column-house-number = Huisnummer
list-column-house-letter = Huisletter
list-column-addition = Toevoeging
list-column-postcode = Postcode
list-column-place = Plaats
list-column-email = E-mailadres
list-column-build-number = Bouwnummer
list-column-username = Gebruikersnaam
list-column-status = Status
list-reason-no-key = De regel zegt niet om welke woning het gaat. Vul een VHE-nummer in, of een postcode met huisnummer, of een bouwnummer.
list-reason-postcode = Dit is geen Nederlandse postcode. Schrijf hem als 1234 AB.
list-reason-house-number = Dit is geen huisnummer. Schrijf eerst het getal en dan de letter of toevoeging.
list-reason-no-house-number = Bij de postcode hoort een huisnummer.
list-reason-too-long = Dit is te lang.
list-reason-sign = Er staat een teken in dat hier niet hoort, zoals een nieuwe regel.
list-reason-extra-cells = De regel heeft meer cellen dan er kolommen zijn. Misschien is hij verschoven.
list-reason-email-no-at = Dit is geen e-mailadres: het @-teken ontbreekt.
list-reason-email-many = Hier staat meer dan één e-mailadres. Kies er één.
list-reason-email-sign = Er staat een teken in dat niet in een e-mailadres hoort.
list-reason-email-dot = Er staat een punt op de verkeerde plaats.
list-reason-email-domain = Wat achter het @-teken staat, is geen goede naam.
list-reason-email-too-long = Dit e-mailadres is te lang.
list-reason-completed = Straat en huisnummer van deze woning worden aangevuld.
list-reason-email-typo = Kijk dit na: waarschijnlijk een tikfout in wat achter het @-teken staat. Het adres is wel overgenomen.
list-reason-twice-in-list = Deze woning staat meer dan één keer in de lijst. Laat één regel staan.
list-reason-two-homes = Het nummer en het adres horen bij twee verschillende woningen.
list-reason-other-project = Deze woning hoort bij een ander project van deze opdrachtgever.
list-reason-confirmed = De bewoner heeft zelf een ander e-mailadres bevestigd. Zelfde bewoner? Dan verandert die het zelf. Nieuwe bewoner? Voer een mutatie in.
list-reason-in-use = Dit account is in gebruik. Een lijst verandert daar niets aan. Zelfde bewoner? Dan verandert die het e-mailadres zelf. Nieuwe bewoner? Voer een mutatie in.
list-status-vacant = Geen bewoner
list-status-no-address = Geen e-mailadres
list-status-address-refused = E-mailadres bestaat niet
list-status-linked = E-mailadres gekoppeld
list-status-confirmed = E-mailadres bevestigd
list-column-address = Straat en huisnummer
list-column-postcode-place = Postcode en plaats
list-column-bag = BAG-nummer
list-column-date = Datum
list-column-bsn = BSN (lezen wij niet)
list-column-birth-date = Geboortedatum (lezen wij niet)
list-reason-error-cell = Het rekenblad geeft hier een fout aan. Vul de juiste waarde in.
list-reason-no-outcome = Hier staat een formule zonder uitkomst. Open de lijst in Excel, sla hem op en stuur hem opnieuw.
list-reason-became-date = Excel heeft van dit huisnummer een datum gemaakt. Maak de cel op als tekst en vul het nummer opnieuw in.
list-reason-address-unclear = Wij zien niet wat de straat is en wat het huisnummer. Zet ze elk in een eigen kolom.
list-reason-moved = De postcode en het huisnummer stonden niet in hun eigen kolom. Wij hebben ze op hun plaats gezet. Kijk dit na.
list-reason-repaired = Er stonden vreemde tekens in, zoals Ã©. Wij hebben er de juiste letters van gemaakt. Kijk dit na.
list-reason-garbled = Hier zijn letters verloren gegaan voordat de lijst bij ons kwam. Kijk dit na.
list-reason-formula = Hier staat een formule. Wij nemen de uitkomst over die bij het opslaan in de cel stond. Kijk dit na.
list-reason-bag = Dit is geen BAG-nummer van 16 cijfers. Wij gebruiken het niet.
list-reason-bag-padded = Excel heeft de nul vooraan dit BAG-nummer weggelaten. Wij lezen het nummer met die nul.
list-reason-bag-damaged = Excel bewaart 15 cijfers en een BAG-nummer heeft er 16. Het laatste cijfer is dan weg en niet meer te achterhalen. Wij gebruiken dit nummer niet. Maak de kolom op als tekst en vul haar opnieuw.
list-reason-date = Deze datum bestaat niet. Wij bewaren hem niet, maar kijk na of de regel klopt.
list-reason-date-form = Deze datum is op meer manieren te lezen. Schrijf hem als 31-12-2026.
list-reason-email-placeholder = Wij lezen dit als: er is geen e-mailadres.
list-reason-email-tidied = Wij hebben alleen het e-mailadres overgenomen, zonder wat eromheen stond.
list-file-empty = Het bestand is leeg. Een lijst heeft een regel met kolomnamen en een regel per woning.
list-file-no-rows = Onder de kolomnamen staat niets. Zet elke woning op een eigen regel.
list-file-too-big = Het bestand is groter dan 32 MB. Stuur de lijst zonder plaatjes, of in delen.
list-file-too-long = De lijst heeft meer dan 100.000 regels. Stuur hem in delen.
list-file-pdf = Dit is een PDF. Vraag de lijst als Excel-bestand (.xlsx) of als CSV.
list-file-document = Dit is een tekstdocument. Zet de tabel in Excel en sla haar op als .xlsx.
list-file-archive = Dit is een zipbestand. Pak het uit en stuur de lijst die erin zit.
list-file-old-spreadsheet = Dit is een oud Excel-bestand (.xls), of er zit een wachtwoord op. Open het in Excel en sla het zonder wachtwoord op als .xlsx.
list-file-locked = Er zit een wachtwoord op dit bestand. Sla het op zonder wachtwoord.
list-file-other-spreadsheet = Dit rekenblad kunnen wij niet lezen. Sla het op als .xlsx.
list-file-web-page = Dit is een webpagina en geen lijst, wat de naam ook zegt. Open het bestand in Excel en sla het op als .xlsx.
list-file-picture = Dit is een plaatje. Vraag de lijst als Excel-bestand (.xlsx) of als CSV.
list-file-unknown = Dit is geen tekst en geen rekenblad. Vraag de lijst als Excel-bestand (.xlsx) of als CSV.
list-file-damaged = Dit Excel-bestand is beschadigd. Open het in Excel, sla het opnieuw op en stuur dat.
list-file-swollen = Dit bestand wordt uitgepakt te groot voor een lijst. Zet de lijst in een nieuw bestand en stuur dat.
list-file-no-sheet = Dit tabblad bestaat niet in het bestand.
list-file-endless = De regel op regelnummer { $line } houdt niet op. Er staat een aanhalingsteken dat niet wordt gesloten.
list-header-unknown = In de eerste 30 regels staan geen kolomnamen die wij kennen. Wijs zelf aan wat de kolommen zijn.
list-header-twice = Er zijn twee kolommen voor ‘{ $column }’. Kies welke geldt.
list-header-no-key = Geen kolom zegt welke woning het is. Nodig is een VHE-nummer, een postcode met huisnummer, of een bouwnummer.
list-header-too-wide = De lijst heeft meer dan 500 kolommen.
list-encoding-utf-8 = UTF-8
list-encoding-windows-1252 = Windows (1252)
list-encoding-utf-16 = UTF-16
list-template-page = Uitleg
list-template-title = Zo vult u de lijst in
list-template-key = Elke woning krijgt een eigen regel. Vul per woning in: uw eigen nummer (VHE), of postcode en huisnummer, of het bouwnummer.
list-template-email = Zet in elke cel hooguit één e-mailadres. Is er geen e-mailadres? Laat de cel dan leeg.
list-template-private = Stuur geen BSN en geen geboortedatum mee. Die hebben wij niet nodig.
list-template-example = Voorbeeld. Deze regels horen niet in de lijst:
list-title-judgement = Oordeel
list-title-reason = Reden
list-read-sheet = Excel, blad { $sheet }
list-read-text = Tekst (CSV), { $encoding }
list-read-unknown = Tekst (CSV)

## change: een andere bewoner (pagina's voor medewerkers)

change-new-title = Er verandert iets in deze woning
change-other-title = Kies een andere dag
change-act = Nieuwe bewoner
change-act-label = Nieuwe bewoner in { $home }
change-kind = Wat gebeurt er?
change-same = Blijven dezelfde bewoners wonen, met een nieuw contract? Dan hoeft u niets te doen: hun account blijft zoals het is.
change-kind-new-tenant = Nieuwe bewoner
change-kind-vacant = De woning komt leeg
change-kind-arrival = Er komt een bewoner in de lege woning
change-kind-death = De bewoner is overleden
change-kind-eviction = Ontruimd of met onbekende bestemming vertrokken
change-hint-new-tenant = De oude bewoner vertrekt, een ander komt.
change-hint-vacant = De bewoner vertrekt. Wie er komt, is nog niet bekend.
change-hint-arrival = Er woont nu niemand.
change-hint-death = Er blijft niemand wonen.
change-hint-eviction = De toegang stopt meteen. Een laatste dag is niet nodig.
change-last = Laatste dag oude bewoner
change-last-hint = Die hele dag heeft de oude bewoner nog toegang. Een dag in het verleden mag.
change-first = Eerste dag nieuwe bewoner
change-first-arrival = Vanaf deze dag kan de bewoner inloggen.
change-first-hint = Vult u niets in? Dan is het de dag na de laatste dag. Alleen nodig als er iemand komt.
change-email = E-mailadres nieuwe bewoner
change-email-hint = Leeg als u het nog niet weet. Wij mailen niet: u geeft de brief zelf.
change-look = Bekijk wat er gebeurt
change-look-next = Er verandert nog niets.
change-fault-kind = Kies wat er gebeurt.
change-fault-last = Vul de laatste dag van de oude bewoner in. Bijvoorbeeld 30-11-2026.
change-fault-first = Vul de eerste dag van de nieuwe bewoner in. Bijvoorbeeld 1-12-2026.
change-fault-before = Op die dag woonden deze bewoners er nog niet. Kijk de laatste dag na.
change-fault-overlap = De nieuwe bewoner komt dan te vroeg. Kies een dag na de laatste dag van de oude bewoner.
change-fault-far = Die dag is meer dan een jaar weg. Kies een dag die dichterbij ligt.
change-fault-address = Dit is geen e-mailadres. Vul het in als naam@example.nl, of laat het leeg.
change-fault-nobody = In deze woning woont nu niemand. Kies dat er een bewoner komt.
change-fault-somebody = In deze woning woont al iemand. Kies eerst wat er met deze bewoner gebeurt.
change-fault-planned = Voor deze woning staat al iets gepland. Zeg dat eerst af, of kies daar een andere dag.
change-preview-title = Klopt dit?
change-moved = Er is intussen iets veranderd. Kijk het nog eens na.
change-ends-now = De toegang van de oude bewoner stopt meteen als u op de knop drukt.
change-ends-on = De oude bewoner heeft toegang tot en met { $day }. Daarna, om middernacht, stopt alles.
change-begins = De nieuwe bewoner kan vanaf { $day } een wachtwoord aanvragen, met de mail naar { $email }.
change-begins-without = De nieuwe bewoner hoort vanaf { $day } bij deze woning. Er is nog geen e-mailadres.
change-gap = { $count ->
    [one] De oude bewoner had 1 dag langer toegang dan mocht. Dat kan een datalek zijn: meld het bij uw privacycollega. Wij schrijven het op in het logboek.
   *[other] De oude bewoner had { $count } dagen langer toegang dan mocht. Dat kan een datalek zijn: meld het bij uw privacycollega. Wij schrijven het op in het logboek.
}
change-typo = Klopt het e-mailadres? Bedoeld is misschien { $domain }. Ga terug om het te verbeteren.
change-ends-title = Dit eindigt
change-ends-what = Wachtwoord, ingelogde apparaten, lopende mails en het e-mailadres van de oude bewoner. De gebruikersnaam blijft bij de woning.
change-since = Woont er sinds
change-address = E-mailadres
change-no-address = Geen
change-access = Toegang
change-password = Wachtwoord ingesteld.
change-no-password = Nooit een wachtwoord ingesteld.
change-passkeys = { $count ->
    [one] 1 passkey.
   *[other] { $count } passkeys.
}
change-devices = { $count ->
    [0] Nergens ingelogd.
    [one] Op 1 apparaat ingelogd.
   *[other] Op { $count } apparaten ingelogd.
}
change-do-plan = Leg dit vast
change-do-now = Stop de toegang nu
change-do-arrival = Leg dit vast
change-do-at-once = Dit gebeurt meteen. U kunt het daarna niet afzeggen.
change-do-next = Daarna staat het in de lijst. Zolang de dag niet is gekomen, kunt u het afzeggen.
change-planned = Gepland
change-past = Geweest
change-none = Er zijn geen veranderingen
change-none-do = Zoek een woning op en kies ‘Nieuwe bewoner’.
change-what = Wat
change-state = Status
change-state-planned = Gepland
change-state-done = Gebeurd
change-state-late = { $count ->
    [one] Gebeurd, 1 dag te laat
   *[other] Gebeurd, { $count } dagen te laat
}
change-state-cancelled = Afgezegd
change-other = Andere dag
change-other-label = Kies een andere dag voor { $home }
change-cancel = Zeg af
change-cancel-label = Zeg af: wat er verandert in { $home }
change-told-planned = Het staat vast. Op de dag zelf hoeft u niets te doen.
change-told-done = De toegang van de oude bewoner is gestopt.
change-told-cancelled = Het is afgezegd. Alles blijft zoals het was.
change-told-too-late = Afzeggen kan niet meer: de dag is al geweest.

## mistake: een mutatie die een vergissing was (pagina's voor medewerkers)

mistake-title = Was dit een vergissing?
mistake-act = Draai terug
mistake-act-label = Draai terug: wat er veranderde in { $home }
mistake-lead = De oude bewoner woont er dan weer. Hebt u zich vergist in de woning of in de dag? Dan kunt u het tot 14 dagen daarna terugdraaien.
mistake-back = Komt terug
mistake-back-what = Met het e-mailadres van toen. Een nieuw wachtwoord vraagt de bewoner zelf aan, met ‘wachtwoord vergeten’. Portalen en apps herkennen de bewoner weer.
mistake-away = Gaat weg
mistake-away-what = Wie er nu bij staat, heeft nog geen wachtwoord. Diens e-mailadres en lopende mails eindigen.
mistake-away-nobody = Niemand: er staat nu geen bewoner.
mistake-second = Een collega kijkt mee. Pas als die het goedkeurt, verandert er iets.
mistake-do = Stel dit voor aan een collega
mistake-do-next = Het komt bij de voorstellen te staan, 14 dagen lang.
mistake-moved = Er is intussen iets veranderd. Kijk het nog eens na.
mistake-not-the-last = Dit kan niet worden teruggedraaid. Er is daarna iets anders veranderd in deze woning, of er vertrok niemand.
mistake-too-late = Terugdraaien kan tot 14 dagen daarna. Nu laat u de bewoner er als nieuwe bewoner in.
mistake-acted = De nieuwe bewoner heeft al een wachtwoord gekozen. Woont die er niet? Leg dan een nieuwe bewoner vast.
mistake-planned = Voor deze woning staat al iets gepland. Zeg dat eerst af.
mistake-proposed = Dit is al voorgesteld. Een collega beslist erover.
mistake-back-link = Terug naar de veranderingen
change-kind-sold = De woning is verkocht
change-kind-reopened = Teruggedraaid: de oude bewoner woont er weer
change-hint-sold = De bewoner vertrekt en er komt niemand meer. De woning hoort niet meer bij u.
change-fault-sold = Deze woning is verkocht. Er komt geen bewoner meer in. Was dat een vergissing? Draai het dan terug bij de veranderingen.
proposal-reopen = De oude bewoner komt terug
proposal-reopen-exactly = Deze bewoner komt terug: { $who }. Wie er nu bij de woning staat, verliest de toegang.

## one-leaves: een van de bewoners vertrekt (pagina's voor medewerkers)

one-leaves-title = Een van de bewoners vertrekt
one-leaves-lead = Voor een huisgenoot of partner die vertrekt, terwijl een ander blijft wonen. Wie blijft, houdt de woning en de gebruikersnaam.
one-leaves-ends = Het wachtwoord, alle ingelogde apparaten en alle links in mails eindigen meteen, voor iedereen.
one-leaves-next = Wie blijft, kiest een nieuw wachtwoord met ‘Wachtwoord vergeten’. Vertel dat aan die bewoner. Wij mailen niet.
one-leaves-whose = Van wie is het e-mailadres { $address }?
one-leaves-stays = Van de bewoner die blijft. Het adres blijft gekoppeld.
one-leaves-leaves = Van wie vertrekt: het adres gaat weg
one-leaves-not-said = Kies van wie het e-mailadres is.
one-leaves-email = E-mailadres van wie blijft
one-leaves-email-hint = Alleen als het oude adres weggaat. Een collega keurt het goed. U mag dit leeg laten: dan vult u het later in.
one-leaves-same = Dit is het adres van wie vertrekt. Vul het adres in van wie blijft, of laat het leeg.
one-leaves-all = Voor deze woning staat vast dat alle bewoners vertrekken. Laat het e-mailadres leeg.
one-leaves-do = Stop alle toegang nu
one-leaves-done = Alle toegang is gestopt. Vertel de bewoner: kies een nieuw wachtwoord met ‘Wachtwoord vergeten’.
one-leaves-done-proposed = Alle toegang is gestopt. Het nieuwe e-mailadres is voorgesteld: vraag een collega om het goed te keuren.
change-still-here = De bewoner zegt: ik woon hier nog

## service-log: het logboek (medewerkers)

service-log-act-organisation-added = Voegde een opdrachtgever toe.
service-log-act-project-added = Voegde een project toe.
service-log-act-staff-invited = Nodigde een medewerker uit.
service-log-act-staff-invited-again = Nodigde een medewerker nog eens uit.
service-log-act-invitation-withdrawn = Trok een uitnodiging in.
service-log-act-staff-role-changed = Gaf een medewerker een andere rol.
service-log-act-staff-projects-changed = Gaf een projectleider andere projecten.
service-log-act-staff-ended = Beëindigde het account van een medewerker.
service-log-act-rights-reviewed = Controleerde de rechten van de collega’s.
service-log-act-organisation-frozen = Bevroor een opdrachtgever.
service-log-act-organisation-released = Gaf een opdrachtgever weer vrij.
service-log-act-delivery-changed = Veranderde de dag van oplevering.
service-log-act-staff-joined = Nam de uitnodiging aan en koos een eigen wachtwoord.
service-log-act-factor-set = Stelde de tweede stap bij inloggen in.
service-log-act-recovery-code-used = Logde in met een herstelcode.
service-log-act-password-set = Stelde een nieuw wachtwoord in met de link uit de mail.
service-log-act-email-linked = Koppelde een e-mailadres.
service-log-act-email-changed = Verbeterde een e-mailadres.
service-log-act-email-confirmed = Bevestigde het eigen e-mailadres.
service-log-act-email-refused = Kreeg een mail terug: het e-mailadres werkt niet.
service-log-act-links-ended = Vulde vijf keer een verkeerde gebruikersnaam in. De link werkt niet meer.
service-log-act-session-started = Logde in.
service-log-act-session-ended = Logde uit.
service-log-act-account-created = Maakte een account met een gebruikersnaam.
service-log-act-home-completed = Vulde straat en huisnummer van een woning aan.
service-log-act-list-uploaded = Stuurde een lijst met woningen in.
service-log-act-list-discarded = Gooide een lijst weg.
service-log-act-row-undone = Draaide een regel van een lijst terug.
service-log-act-faults-listed = Haalde de regels op die niet klopten.
service-log-act-letters-made = Maakte brieven.
service-log-act-letters-printed = Haalde een bestand met brieven op.
service-log-act-work-list-sent = Stuurde de contactpersonen een link naar de werklijst.
service-log-act-import-confirmed = Bevestigde een lijst.
service-log-act-import-applied = Verwerkte een lijst tot het einde.
service-log-act-mail-retried = Liet een mail opnieuw versturen.
service-log-act-usernames-listed = Haalde de lijst met gebruikersnamen op.
service-log-act-handed-out = Vinkte af: de bewoner weet het.
service-log-act-handout-undone = Nam een vinkje terug.
service-log-act-change-planned = Legde een mutatie vast.
service-log-act-change-cancelled = Zei een mutatie af.
service-log-act-change-done = Voerde een mutatie uit.
service-log-act-occupancy-ended = Beëindigde de toegang van een vertrokken bewoner.
service-log-act-change-undone = Draaide een mutatie terug die een vergissing was.
service-log-act-still-here = Zei: ik woon hier nog.
service-log-act-occupancy-reopened = Gaf een bewoner de toegang terug: het vertrek was een vergissing.
service-log-act-gap-found = Legde vast dat een oude bewoner te lang toegang had.
service-log-act-email-removed = Haalde een e-mailadres weg.
service-log-act-proposal-made = Stelde een verandering voor die een collega goedkeurt.
service-log-act-proposal-approved = Keurde een voorstel goed; het is uitgevoerd.
service-log-act-proposal-refused = Wees een voorstel af.
service-log-act-proposal-withdrawn = Trok het eigen voorstel terug.
service-log-act-proposal-expired = Liet een voorstel vervallen.
service-log-act-proposal-objected = Maakte bezwaar tegen een voorstel.
service-log-act-access-revoked = Trok alle toegang tot een account in.
service-log-act-homes-seen = Bekeek woningen.
service-log-act-log-read = Bekeek het logboek.
service-log-act-detail-erased = Wiste wat er voor en na stond: de bewaartermijn is voorbij.
service-log-door-page = Op een pagina
service-log-door-command-line = Opdracht op de server
service-log-door-mail = Met een link uit een mail
service-log-door-job = Automatisch
service-log-who-resident = De bewoner
service-log-who-server = De server
service-log-who-job = Huissleutel zelf (automatisch)
service-log-who-contact = Een contactpersoon, met een link uit een mail
service-log-who-anonymous = Wie de link uit de mail had
service-log-who-staff = Een medewerker
service-log-why-all = alle woningen
service-log-why-search = gezocht
service-log-why-one = één woning
service-log-why-post = waar de mail is
service-log-why-no-address = lijst: geen e-mailadres
service-log-why-bounced = lijst: adres bestaat niet
service-log-why-not-told = lijst: nog verstrekken
service-log-why-no-reset = lijst: nog niet aangevraagd
service-log-why-never-signed-in = lijst: nog nooit ingelogd
service-log-why-change = voor een mutatie
service-log-why-new-tenant = nieuwe bewoner
service-log-why-vacant = leegstand
service-log-why-arrival = komst in een lege woning
service-log-why-death = overlijden
service-log-why-eviction = ontruiming
service-log-why-sold = de woning is verkocht
service-log-why-reopened = het was een vergissing
service-log-why-one-leaves = een van de bewoners vertrekt
service-log-why-reset = wachtwoord vergeten
service-log-why-username = gebruikersnaam
service-log-why-instruction = uitleg
service-log-why-both = gebruikersnaam en uitleg
service-log-why-new = nieuwe woning
service-log-why-changed = gewijzigde woning
service-log-why-unchanged = ongewijzigde woning
service-log-why-page = op de pagina
service-log-why-csv = als CSV-bestand
service-log-why-json = als JSON-bestand
service-log-why-retention = bewaartermijn
service-log-why-review = bij de jaarlijkse controle
service-log-why-role = van { $from } naar { $to }
service-log-why-same-residents = zelfde bewoners
service-log-why-second-person = met een tweede persoon
service-log-why-proposals = voorstellen
service-log-why-change-address = ander e-mailadres
service-log-why-access = toegang intrekken
service-log-why-many-changes = tien of meer e-mailadressen
service-log-why-reopen = bewoning weer openen
service-log-why-contact = contactpersoon
service-log-why-lost-factor = telefoon met codes kwijt
service-log-proposed-by = voorgesteld door { $who }
service-log-as-role = als { $role }
service-log-last-day = laatste dag { $day }
service-log-first-day = eerste dag { $day }
service-log-entered-day = ingevoerd op { $day }
service-log-stay = { $count ->
    [one] 1 blijft
   *[other] { $count } blijven
}
service-log-ended = { $count } beëindigd
service-log-erased = Gewist
service-log-shell = Logboek
service-log-title = Logboek
service-log-lead = Alles wat er gebeurde bij de woningen en de collega’s van { $client }, het nieuwste eerst. Ook wie dit logboek bekijkt, staat erin.
service-log-lead-operator = Alles wat wij zelf deden, het nieuwste eerst. Ook wie dit logboek bekijkt, staat erin.
service-log-lead-own = Wat u zelf deed, het nieuwste eerst.
service-log-lead-metadata = U ziet dat er iets gebeurde, wanneer en hoe. Bij wie het gebeurde, ziet alleen de auditor.
service-log-client = Logboek van
service-log-operator = Beheer
service-log-all = Alles
service-log-person = Medewerker
service-log-person-hint = naam@voorbeeld.nl
service-log-from = Vanaf
service-log-until = Tot en met
service-log-no-day = Dit is geen dag. Schrijf het zo: 1-12-2026.
service-log-when = Wanneer
service-log-number = Nummer
service-log-line = nr. { $number }
service-log-no-number = nog geen nummer
service-log-who = Wie
service-log-what = Wat
service-log-about = Waarover
service-log-home = Woning
service-log-detail = Voor en na
service-log-why = Waarom
service-log-door = Hoe
service-log-home-label = Alles over { $home }
service-log-act = Logboek
service-log-act-label = Logboek van { $home }
service-log-none = Er staat nog niets in het logboek.
service-log-not-found = Hierover staat niets in het logboek.
service-log-not-found-do = Kijk na wat u invulde, of kies een langere periode.
service-log-further = In dit deel van het logboek staat het niet.
service-log-further-do = Kies ‘Oudere regels’: daar zoekt u verder terug.
service-log-older = Oudere regels
service-log-newest = Nieuwste regels
service-log-files = Download dit logboek
service-log-files-lead = Dezelfde regels als bestand, hooguit 100.000. Zijn het er meer? Kies dan een kortere periode.
service-log-csv = CSV, voor Excel
service-log-json = JSON, voor programma’s
service-log-more-lines = Er zijn meer regels. Kies een kortere periode.
## staff: collega’s en medewerkers, uitnodigen, beëindigen, rechten controleren

staff-team-title = Collega’s
staff-team-title-operator = Medewerkers
staff-team-role = Rol
staff-team-state = Status
staff-team-signed-in = Laatst ingelogd
staff-team-factor = Code bij inloggen
staff-team-factor-set = Aan
staff-team-factor-not = Nog niet
staff-team-never = Nog nooit
staff-team-oneself = Dit bent u
staff-team-state-invited = Uitgenodigd
staff-team-state-waiting = Uitgenodigd, link werkt niet
staff-team-state-active = Actief
staff-team-state-ended = Beëindigd
staff-team-since = sinds { $day }
staff-team-means-clerk = Werkt met de woningen: lijsten, brieven, mutaties.
staff-team-means-org-admin = Doet hetzelfde, en regelt ook wie er mag inloggen.
staff-team-means-support = De helpdesk: één woning tegelijk.
staff-team-means-project-lead = Levert de projecten op die u hieronder aanvinkt.
staff-team-means-operator-admin = Opdrachtgevers, projecten, medewerkers en instellingen. Ziet geen bewoners.
staff-team-means-auditor = Leest het logboek, en verder niets.
staff-team-invite = Nodig iemand uit
staff-team-again = Stuur uitnodiging opnieuw
staff-team-withdraw = Trek uitnodiging in
staff-team-end = Beëindig account
staff-team-make-admin = Maak beheerder
staff-team-make-clerk = Maak medewerker
staff-team-projects-change = Projecten
staff-team-label = { $act }: { $who }
staff-team-own-account = Uw eigen account beëindigt u niet zelf: dat doet een andere beheerder. Heeft iemand een nieuw e-mailadres? Nodig het nieuwe adres uit en beëindig het oude.
staff-team-alone = Er is maar één beheerder. Nodig een tweede uit. Is de eerste ziek of weg, dan kan een ander het overnemen.
staff-team-gone = Beëindigd
staff-team-gone-on = Sinds
staff-team-review-due = Controleer de rechten van uw collega’s
staff-team-review-why = Doe dat elk jaar: wie weg is of ander werk heeft, mag er niet meer in.
staff-team-review-do = Controleer de rechten
staff-team-reviewed = Laatst gecontroleerd op { $day } door { $by }.
staff-team-never-reviewed = De rechten zijn nog nooit gecontroleerd.
staff-team-told-invited = De uitnodiging gaat binnen een minuut weg. De link erin werkt 72 uur.
staff-team-told-again = De uitnodiging gaat opnieuw weg. De link erin werkt 72 uur.
staff-team-told-withdrawn = De uitnodiging is ingetrokken. De link werkt niet meer.
staff-team-told-role = De rol is veranderd. Dat geldt meteen.
staff-team-told-projects = De projecten zijn veranderd. Dat geldt meteen.
staff-team-told-ended = Het account is beëindigd. Niets ervan werkt nog.
staff-team-told-reviewed = De controle is bewaard. Over een jaar vragen wij het weer.
staff-team-told-too-late = Dat kan niet meer: er is intussen iets veranderd. Kijk in de lijst hoe het nu is.
staff-team-told-oneself = Dat kunt u niet bij uzelf doen. Vraag het aan een andere beheerder.
staff-team-told-last-admin = Dit is de laatste beheerder. Maak eerst een collega beheerder.
staff-team-invite-title = Nodig iemand uit
staff-team-invite-lead = De mail heeft een link. Daarmee kiest uw collega zelf een wachtwoord en stelt een tweede stap in. U ziet dat wachtwoord niet.
staff-team-email-hint = Een eigen adres van deze persoon. Geen adres van een balie of afdeling.
staff-team-invite-do = Stuur de uitnodiging
staff-team-invite-next = De uitnodiging werkt 72 uur. Te laat? Stuur hem dan opnieuw.
staff-team-projects = Projecten
staff-team-projects-hint = Alleen voor een projectleider. Meer dan één mag.
staff-team-projects-none = Er zijn nog geen projecten. Een projectleider kan er daarom nog niet bij.
staff-team-projects-title = Welke projecten?
staff-team-projects-do = Bewaar
staff-team-projects-next = Alleen deze projecten zijn dan nog te zien.
staff-team-fault-address = Dit is geen e-mailadres. Vul het in als naam@example.nl.
staff-team-fault-group = Dit lijkt een adres van een balie of afdeling. Nodig iemand uit met een eigen adres: wie een postbus deelt, deelt ook het account, en dan zegt het logboek niet wie iets deed.
staff-team-fault-invited = Dit adres is al uitgenodigd. Ga terug naar de lijst en kies ‘Stuur uitnodiging opnieuw’.
staff-team-fault-at-work = Met dit adres werkt hier al iemand. Ga terug naar de lijst om de rol te veranderen.
staff-team-fault-at-work-operator = Met dit adres werkt hier al iemand. Hoort er een andere rol bij? Beëindig dit account en nodig deze persoon opnieuw uit.
staff-team-fault-cannot-be = Dit adres kan niet worden uitgenodigd. Neem een ander adres van deze persoon.
staff-team-fault-role = Kies een rol.
staff-team-fault-projects = Een projectleider heeft een project nodig, en alleen een projectleider. Vink een project aan.
staff-team-fault-unknown = Het project { $project } is er niet. Kies een ander project.
staff-team-fault-unanswered = Niet iedereen heeft een antwoord. Kies bij elke collega: klopt nog, of beëindig account.
staff-team-end-title = Beëindig een account
staff-team-withdraw-title = Trek een uitnodiging in
staff-team-ends-title = Dit werkt daarna niet meer
staff-team-ends-sessions = { $count ->
    [one] Ingelogd op 1 apparaat: dat stopt meteen.
   *[other] Ingelogd op { $count } apparaten: dat stopt meteen.
}
staff-team-ends-devices = { $count ->
    [one] 1 browser die wij herkenden.
   *[other] { $count } browsers die wij herkenden.
}
staff-team-ends-factor = Het wachtwoord, de tweede stap en de herstelcodes.
staff-team-ends-password = Het wachtwoord.
staff-team-ends-links = { $count ->
    [one] 1 link in een mail.
   *[other] { $count } links in mails.
}
staff-team-ends-mails = { $count ->
    [one] 1 mail die nog weg moet.
   *[other] { $count } mails die nog weg moeten.
}
staff-team-ends-log = Wat deze persoon heeft gedaan, blijft in het logboek staan.
staff-team-end-do = Beëindig dit account
staff-team-withdraw-do = Trek de uitnodiging in
staff-team-end-next = Dat gebeurt meteen. Terugkomen kan alleen met een nieuwe uitnodiging.
staff-team-moved = Er is intussen iets veranderd. Kijk het nog eens na.
staff-team-back = Terug naar de lijst
staff-team-review-title = Kloppen deze rechten nog?
staff-team-review-lead = Kijk bij elke collega: werkt die hier nog, en hoort deze rol daarbij?
staff-team-review-role = Een andere rol geeft u in de lijst
staff-team-review-role-operator = Hoort er een andere rol bij? Beëindig dit account en nodig deze persoon opnieuw uit.
staff-team-review-choose = Kies: klopt nog, of beëindig account.
staff-team-review-right = Klopt dit nog?
staff-team-review-of = Klopt dit nog voor { $who }?
staff-team-review-stays = Klopt nog
staff-team-review-oneself = Dit bent u
staff-team-review-button = Bewaar de controle
staff-team-review-next = Wij schrijven op dat u de rechten vandaag hebt gecontroleerd. Beëindigt u iemand? Dan vragen wij het eerst nog een keer.
staff-team-review-sure = Wie gaat eruit?
staff-team-review-ends = { $count ->
    [one] Dit account eindigt als u op de knop drukt:
   *[other] Deze { $count } accounts eindigen als u op de knop drukt:
}
staff-team-review-what = Alles waarmee zij binnenkomen stopt meteen: ingelogde apparaten, wachtwoord, tweede stap en links in mails.
staff-team-review-stay = { $count ->
    [one] Bij 1 collega klopt het nog.
   *[other] Bij { $count } collega’s klopt het nog.
}
staff-team-review-sure-do = Beëindig en bewaar de controle
staff-team-back-review = Terug naar de vragen

## staff: opdrachtgevers en projecten (beheer)

staff-client-title = Opdrachtgevers
staff-client-name = Opdrachtgever
staff-client-one = Opdrachtgever { $name }
staff-client-new = Nieuwe opdrachtgever
staff-client-none = Er zijn nog geen opdrachtgevers
staff-client-none-do = Voeg de eerste toe. Daarna volgen een project en een beheerder.
staff-client-projects = Projecten
staff-client-projects-all = Alle projecten
staff-client-projects-none = Er zijn nog geen projecten
staff-client-projects-none-do = Voeg eerst een opdrachtgever toe, en dan een project.
staff-client-project = Project
staff-client-project-one = Project { $name }
staff-client-project-new = Nieuw project
staff-client-project-add = Voeg het project toe
staff-client-project-next = De korte naam en het begin van de gebruikersnamen veranderen daarna nooit meer.
staff-client-project-hint = Zo staat het op pagina’s en in brieven.
staff-client-staff = Medewerkers
staff-client-admins = Beheerders
staff-client-homes = Woningen
staff-client-prefix = Begin van de gebruikersnamen
staff-client-prefix-hint = Twee tot twintig letters. Met ALMELO heet de eerste woning ALMELO01.
staff-client-prefix-is = Gebruikersnamen beginnen met { $prefix }.
staff-client-delivered = Oplevering
staff-client-delivered-hint = Weet u de dag nog niet? Laat dit leeg.
staff-client-slug = Korte naam
staff-client-slug-hint = Deze naam komt in het webadres. Kleine letters, cijfers en streepjes, zoals { $example }. Later kunt u hem niet veranderen.
staff-client-name-hint = Zo staat de naam op pagina’s, in mails en in brieven.
staff-client-has-portal = Werkt in het serviceportaal.
staff-client-portal = Deze opdrachtgever werkt in het serviceportaal
staff-client-without-portal = Werkt zonder serviceportaal: aanvragen komen per mail.
staff-client-portal-hint = Zonder vinkje komen de aanvragen van deze opdrachtgever per mail.
staff-client-add = Voeg de opdrachtgever toe
staff-client-add-next = Daarna voegt u een project toe en nodigt u de eerste beheerder uit.
staff-client-people = { $count ->
    [0] Nog geen medewerkers.
    [one] 1 medewerker.
   *[other] { $count } medewerkers.
}
staff-client-works = In gebruik
staff-client-no-portal = Zonder portaal
staff-client-no-admin = Geen beheerder
staff-client-frozen = Bevroren
staff-client-frozen-since = Bevroren sinds { $day }. Geen medewerker van deze opdrachtgever komt binnen. Bewoners wel.
staff-client-release = Geef weer vrij
staff-client-admin = Nodig de eerste beheerder uit
staff-client-admin-what = Die persoon nodigt de andere medewerkers zelf uit. Daarna nodigt u hier niemand meer uit.
staff-client-has-admin = Deze opdrachtgever heeft al een beheerder. Die nodigt de anderen uit.
staff-client-freeze = Bevriezen
staff-client-freeze-what = Is een mailbox gekaapt, of is de opdrachtgever gestopt? Dan kunt u alle medewerkers in één keer buitensluiten.
staff-client-freeze-look = Bevriezen: bekijk eerst wat er gebeurt
staff-client-freeze-title = Bevries deze opdrachtgever
staff-client-freeze-people = { $count ->
    [0] Er zijn geen medewerkers.
    [one] 1 medewerker komt niet meer binnen.
   *[other] { $count } medewerkers komen niet meer binnen.
}
staff-client-freeze-links = Uitnodigingen en links voor een nieuw wachtwoord van medewerkers werken niet.
staff-client-freeze-not = Bewoners merken niets: zij loggen in, vragen een wachtwoord aan en verhuizen zoals gepland. Projectleiders en beheer werken door.
staff-client-freeze-already = Deze opdrachtgever is al bevroren.
staff-client-freeze-do = Bevries nu
staff-client-freeze-next = U kunt de opdrachtgever daarna weer vrijgeven. Wat dan nog geldig is, werkt weer.
staff-client-back = Terug naar de opdrachtgever
staff-client-told-added = De opdrachtgever staat erbij.
staff-client-told-invited = De uitnodiging gaat binnen een minuut weg. De link erin werkt 72 uur.
staff-client-told-project = Het project staat erbij.
staff-client-told-frozen = De opdrachtgever is bevroren. Geen medewerker komt nog binnen.
staff-client-told-released = De opdrachtgever is weer vrij.
staff-client-told-delivery = De dag van oplevering is bewaard.
staff-client-fault-name = Vul een naam in. Hooguit 120 tekens, op één regel.
staff-client-fault-slug = Dit is geen korte naam. Gebruik 2 tot 40 kleine letters, cijfers en streepjes, zoals de-hagen.
staff-client-fault-taken = Een andere opdrachtgever heeft deze korte naam. Kies een andere.
staff-client-fault-project-taken = Deze opdrachtgever heeft al een project met deze korte naam. Kies een andere.
staff-client-fault-prefix = Zo kan een gebruikersnaam niet beginnen. Gebruik 2 tot 20 letters, zoals ALMELO.
staff-client-fault-alike = Gebruikersnamen van een ander project lijken hier te veel op. Kies een ander begin: een o lijkt op een 0, en een i of een l op een 1.
staff-client-fault-day = Dit is geen dag. Schrijf het zo: 1-12-2026. Of laat het leeg.
staff-client-fault-client = Kies een opdrachtgever.
staff-client-choose = Kies een opdrachtgever
staff-client-delivery-next = De dag staat daarna op het overzicht van het project.
# De tweede persoon: een verandering die niemand alleen doet.
proposal-shell = Voorstellen
proposal-title = Voorstellen
proposal-lead = Een account dat in gebruik is, verandert u nooit alleen. Een collega kijkt mee. De bewoner ziet het voorstel en kan het tegenhouden.
proposal-none = Er zijn geen voorstellen.
proposal-open = Hier moet nog iemand over beslissen
proposal-decided = Hier is over beslist
proposal-what = Wat er verandert
proposal-by = Voorgesteld door
proposal-standing = Hoe het ervoor staat
proposal-state-open = Wacht op een collega
proposal-state-waits = Gaat vanzelf door op { $until }
proposal-state-approved = Uitgevoerd
proposal-state-refused = Tegengehouden
proposal-state-expired = Vervallen
proposal-state-withdrawn = Ingetrokken
proposal-reason-wrong = Het e-mailadres klopt niet.
proposal-reason-not-asked = Wij weten niet zeker of de bewoner dit wil.
proposal-reason-by-resident = De bewoner doet het zelf.
proposal-reason-no-mistake = Het was geen vergissing.
proposal-reason-objection = De bewoner zei: dit klopt niet.
proposal-reason-too-late = Niemand besliste binnen 14 dagen.
proposal-reason-overtaken = Er was intussen iets veranderd.
proposal-reason-tenant-change = Voor deze woning is een verandering van bewoners vastgelegd.
proposal-reason-waited = Er was geen collega. De bewoner hield het 72 uur lang niet tegen.
proposal-one-title = Voorstel: ander e-mailadres
proposal-exactly = Dit gaat er precies veranderen
proposal-masked = Nu → straks
proposal-decided-by = Beslist door
proposal-check = Wilt u dit goedkeuren? Vraag eerst zelf na of de bewoner dit wil, bijvoorbeeld met het telefoonnummer dat u al had.
proposal-approve = Keur goed en voer uit
proposal-logged = Dit komt met uw naam en die van uw collega in het logboek.
proposal-refuse-why = Keurt u dit niet goed? Kies waarom.
proposal-refuse = Houd het tegen
proposal-own = Dit is uw eigen voorstel. Een collega beslist erover. U kunt het intrekken.
proposal-withdraw = Trek het voorstel in
proposal-back = Terug naar de voorstellen
proposal-told-proposed = Het is voorgesteld. Vraag een collega om het te bekijken.
proposal-told-approved = Goedgekeurd en gedaan. Ging het om een e-mailadres van een bewoner? Dan gaat er geen mail uit: vertel het de bewoner zelf.
proposal-told-refused = Het voorstel is tegengehouden. Er verandert niets.
proposal-told-withdrawn = Het voorstel is ingetrokken. Er verandert niets.
proposal-told-overtaken = Er was intussen iets veranderd. Er is niets gedaan en het voorstel is vervallen.
proposal-told-not-open = Over dit voorstel is al beslist.
proposal-told-own = Uw eigen voorstel kunt u niet goedkeuren. Vraag een collega.
proposal-told-other = Dit was niet de verandering die hier staat. Kijk nog eens goed.
proposal-told-reason = Kies eerst waarom u het tegenhoudt.
service-home-proposed = Het voorstel staat klaar. Er is nog niets veranderd. De bewoner ziet het op zijn eigen pagina.
service-home-proposal = Er is een ander e-mailadres voorgesteld. Daar is nog niet over beslist.
service-home-proposal-act = Bekijk het voorstel
service-link-propose = Stel deze verandering voor
service-link-second-colleague = Dit account is in gebruik. Daarom kijkt een collega mee: die keurt uw voorstel goed op de pagina Voorstellen. De bewoner ziet het voorstel en kan het tegenhouden.
service-link-second-nobody = Dit account is in gebruik, en u hebt geen collega die mee kan kijken. Daarom wacht uw voorstel 72 uur. De bewoner ziet het en kan het tegenhouden.
service-link-proposed = Er staat al een voorstel voor dit account. Daar moet eerst over beslist worden, op de pagina Voorstellen.
service-link-leaves = Dit account is in gebruik en de bewoner vertrekt. De bewoner kan het e-mailadres zelf veranderen.
objection-title = Uw verhuurder wil uw e-mailadres veranderen
objection-lead = Iemand van uw verhuurder wil een ander e-mailadres bij uw account zetten.
objection-own = Iemand van uw verhuurder wil dit veranderen: { $change }.
objection-second = Een collega kijkt er nog naar. Hebt u hier zelf om gevraagd? Dan hoeft u niets te doen.
objection-waits = Dit gebeurt op { $until }. Hebt u hier zelf om gevraagd? Dan hoeft u niets te doen.
objection-hint = Die staat in de brief van uw verhuurder. Zo weten wij dat u het bent.
objection-button = Dit klopt niet
objection-button-next = Dan verandert er niets. Uw verhuurder ziet dat u dit niet wilt.
objection-done-title = Er verandert niets
objection-done = Uw e-mailadres blijft zoals het is. Uw verhuurder ziet dat u dit niet wilt.
objection-dead-title = Deze link om nee te zeggen werkt niet meer
objection-dead-decided = Deze link is niet meer nodig: er is al over beslist.
objection-dead-tries = Er is te vaak een verkeerde gebruikersnaam ingevuld. Daarom is de link gestopt.
objection-dead-ended = Deze link werkt niet meer: uw e-mailadres of uw wachtwoord is intussen veranderd.
objection-dead-do = Wilt u weten hoe het nu is? Log dan in, of bel uw verhuurder.
mail-proposed-subject = Uw verhuurder wil uw e-mailadres veranderen
mail-proposed-preheader = Klopt dit niet? Houd het dan tegen.
mail-proposed-what = Op { $moment } stelde iemand van uw verhuurder voor om een ander e-mailadres aan uw account te koppelen.
mail-proposed-right = Hebt u hier zelf om gevraagd? Dan hoeft u niets te doen.
mail-proposed-wrong = Klopt dit niet?
mail-proposed-object = Druk op ‘{ mail-proposed-button }’ en vul uw gebruikersnaam in. Die staat in de brief van uw verhuurder. Dan verandert er niets.
mail-proposed-button = Dit klopt niet
mail-proposed-second = Een collega van uw verhuurder kijkt er ook nog naar. De link werkt tot { $until }.
mail-proposed-waits = Doet u niets? Dan verandert het e-mailadres op { $until }.

## mail-leaves: uw verhuurder zegt dat u vertrekt

mail-leaves-subject = Uw verhuurder zegt dat u vertrekt
mail-leaves-preheader = Woont u er nog? Laat het dan weten.
mail-leaves-what = Op { $moment } gaf uw verhuurder door dat { $day } uw laatste dag is in uw woning. Daarna kunt u niet meer inloggen met deze gebruikersnaam:
mail-leaves-right = Klopt dit? Dan hoeft u niets te doen.
mail-leaves-wrong = Woont u er nog?
mail-leaves-say = Druk op ‘{ mail-leaves-button }’ en vul uw gebruikersnaam in. Uw verhuurder hoort het dan meteen. Bel uw verhuurder ook.
mail-leaves-button = Ik woon hier nog
mail-still-here-subject = Een bewoner zegt: ik woon hier nog
mail-still-here-preheader = Kijk of er iets fout is vastgelegd.
mail-still-here-what = Op { $moment } zei een bewoner: ik woon hier nog. Volgens wat er is vastgelegd, is die bewoner weg, of gaat die bewoner weg.
mail-still-here-title = Dit doet u
mail-still-here-do = Kijk welke verandering het is, en bel de bewoner. Er is niets teruggedraaid. Is het een vergissing? Zeg die dan af, of draai haar terug.
mail-still-here-button = Bekijk de veranderingen

## still-here: de pagina achter die mail

still-title = Woont u hier nog?
still-lead = Uw verhuurder heeft doorgegeven dat { $day } uw laatste dag is.
still-right = Gaat u echt weg? Dan hoeft u niets te doen. U kunt deze pagina sluiten.
still-said = Iemand heeft dit al laten weten. Uw verhuurder weet ervan.
still-hint = Die staat in de mail en in de brief van uw verhuurder. Zo weten wij dat u het bent.
still-button = Ik woon hier nog
still-button-next = Uw verhuurder hoort dit meteen. Uw toegang verandert hierdoor nog niet.
still-done-title = Uw verhuurder weet het
still-done = Uw verhuurder heeft bericht gekregen dat u er nog woont. Bel uw verhuurder als u snel antwoord wilt.
still-dead-title = Deze link om te zeggen dat u er nog woont, werkt niet meer
still-dead-over = Uw verhuurder heeft het vertrek afgezegd, of u hebt al gezegd dat u er nog woont.
still-dead-expired = De link werkte tot 14 dagen na de laatste dag.
still-dead-do = Woont u er nog? Bel dan uw verhuurder.

## staff-texts: eigen teksten van een opdrachtgever (beheerders)

staff-texts-title = Eigen teksten
staff-texts-lead = Hier past u teksten aan in mails en brieven aan uw bewoners. Wat een bewoner beschermt, ligt vast: wie iets vroeg, de link, hoelang die werkt en wat te doen bij een vergissing.
staff-texts-list = Teksten die u kunt aanpassen
staff-texts-piece = Tekst
staff-texts-own = Eigen tekst
staff-texts-standard = Standaard
staff-texts-unused = Niet gebruikt
staff-texts-edit-label = { $piece }, { $language }: { $state }
staff-texts-edit-title = { $piece } ({ $language })
staff-texts-sheet = Voorbeeldbrief ({ $language })
staff-texts-sheet-typed = Bekijk de brief (pdf)
staff-texts-by = Aangepast door { $by } op { $moment }.
staff-texts-by-server = Aangepast op { $moment }.
staff-texts-unused-why = Deze tekst kunnen wij niet meer lezen. Daarom gebruiken wij de standaard. Pas de tekst aan of ga terug naar de standaard.
staff-texts-field = Uw tekst
staff-texts-hint = { $lines ->
    [one] Eén regel van hoogstens { $signs } tekens.
   *[other] Hoogstens { $lines } regels en { $signs } tekens. Een lege regel begint een nieuwe alinea.
    }
staff-texts-fill = Dit vullen wij voor u in
staff-texts-landlord = de naam van uw organisatie
staff-texts-service = de naam van de dienst
staff-texts-username = de gebruikersnaam van de bewoner
staff-texts-standard-is = De standaard
staff-texts-standard-none = Standaard staat hier niets.
staff-texts-look = Bekijk eerst
staff-texts-look-next = U ziet hoe bewoners de tekst lezen. Er verandert nog niets.
staff-texts-sure = Klopt dit zo?
staff-texts-sure-lead = Dit is uw nieuwe tekst. Hieronder ziet u hoe bewoners die lezen.
staff-texts-keep = Bewaar deze tekst
staff-texts-keep-next = Vanaf nu staat deze tekst in nieuwe mails en brieven.
staff-texts-back = Terug naar de standaard
staff-texts-back-next = Uw eigen tekst verdwijnt. Dat kunt u niet terugdraaien.
staff-texts-leave = Terug naar alle teksten
staff-texts-moved = Iemand paste deze tekst intussen aan. Kijk nog eens en bewaar opnieuw.
staff-texts-kept = De tekst is bewaard. Nieuwe mails en brieven gebruiken die meteen.
staff-texts-removed = De standaard staat er weer.
staff-texts-preview = Zo ziet het eruit
staff-texts-preview-lead = Dit is een voorbeeld met een verzonnen bewoner. Wat u niet kunt aanpassen, staat er ook.
staff-texts-preview-mail = De mail
staff-texts-preview-confirmed = De mail aan een bevestigd e-mailadres
staff-texts-preview-unconfirmed = De mail aan een e-mailadres dat nog niet is bevestigd
staff-texts-preview-letter = De brief in gewone tekst
staff-texts-preview-letter-address = De brief zonder e-mailadres, in gewone tekst
staff-texts-preview-plain = De mail als gewone tekst
staff-texts-preview-from = Van
staff-texts-preview-subject = Onderwerp
staff-texts-sender = Naam van de afzender
staff-texts-sender-used = Staat bij ‘Van’ in elke mail aan bewoners. Het adres verandert niet.
staff-texts-help = Hulpregel
staff-texts-help-used = Staat onder elke mail en in elke brief: wie u helpt en hoe u ons bereikt.
staff-texts-mail-greeting = Aanhef van mails
staff-texts-mail-greeting-used = Staat boven elke mail aan bewoners.
staff-texts-mail-closing = Slot van mails
staff-texts-mail-closing-used = Staat onder elke mail aan bewoners.
staff-texts-reset-subject = Onderwerp van de mail voor een nieuw wachtwoord
staff-texts-reset-subject-used = Staat ook boven de tekst van die mail.
staff-texts-reset-intro = Inleiding van de mail voor een nieuw wachtwoord
staff-texts-reset-intro-used = Staat boven de uitleg in die mail.
staff-texts-names-intro = Inleiding van de mail met de gebruikersnaam
staff-texts-names-intro-used = Staat boven de uitleg in de mail aan wie de gebruikersnaam kwijt is.
staff-texts-changed-intro = Inleiding van het bericht over een veranderd wachtwoord
staff-texts-changed-intro-used = Gaat alleen naar een bevestigd e-mailadres.
staff-texts-letter-greeting = Aanhef van brieven
staff-texts-letter-greeting-used = Staat boven elke brief en boven de teksten om te kopiëren.
staff-texts-letter-intro = Inleiding van de brief
staff-texts-letter-intro-used = Staat in de brief over de eerste keer inloggen.
staff-texts-address-intro = Inleiding van de brief zonder e-mailadres
staff-texts-address-intro-used = Staat in de brief die om een e-mailadres vraagt.
staff-texts-letter-closing = Slot van brieven
staff-texts-letter-closing-used = Staat onder elke brief, boven de naam van uw organisatie.
staff-texts-wrong = Regel { $line }, teken { $column }: { $why }
staff-texts-wrong-empty = hier staat niets. Vul een tekst in of ga terug naar de standaard.
staff-texts-wrong-long = { $count ->
    [one] de tekst is te lang. Maak die korter: hoogstens { $count } teken.
   *[other] de tekst is te lang. Maak die korter: hoogstens { $count } tekens.
    }
staff-texts-wrong-lines = { $count ->
    [one] dit is een regel te veel. Er past maar één regel.
   *[other] dit is een regel te veel. Er passen hoogstens { $count } regels.
    }
staff-texts-wrong-sign = hier staat een onzichtbaar teken (U+{ $code }). Haal het weg of typ de regel opnieuw.
staff-texts-wrong-web = ‘{ $what }’ lijkt op een webadres. Mailprogramma’s maken daar een link van, en bewoners mogen maar één link vertrouwen. Haal het weg, of zet een spatie achter de punt.
staff-texts-wrong-email = ‘{ $what }’ kan hier niet staan. Een goed e-mailadres zet u in de hulpregel.
staff-texts-wrong-unknown = ‘{ $what }’ kennen wij niet. Kies iets uit de lijst met wat wij invullen.
staff-texts-wrong-not-here = { $what } mag hier niet staan. Anderen dan de bewoner kunnen deze tekst ook lezen. Haal het weg.
staff-texts-wrong-open = deze accolade gaat niet dicht. Zet er een accolade achter of haal die weg.
staff-texts-wrong-close = deze accolade gaat nergens open. Haal die weg.
staff-texts-wrong-fit = Met deze tekst past de brief niet op één pagina in grote letters. Maak de tekst korter.
service-log-act-text-changed = Paste een eigen tekst aan.
service-log-act-text-removed = Zette een tekst terug naar de standaard.
service-log-text-own = eigen tekst
service-log-text-standard = standaard

## home: woningen en accounts met de hand, en wat voor veel woningen tegelijk gaat (medewerkers)

mail-account-added-subject = Er is een tweede account voor uw woning
mail-account-added-preheader = Wist u dit niet? Bel dan uw verhuurder.
mail-account-added-what = Op { $moment } maakte iemand van uw verhuurder nog een account voor uw woning. Daarmee kan een huisgenoot zelf inloggen.
mail-account-added-own = Voor u verandert er niets. Uw eigen gebruikersnaam blijft:
mail-account-added-button = Log in
mail-account-added-wrong = Wist u dit niet?
mail-account-added-do = Bel dan uw verhuurder. Die kan het andere account beëindigen.
service-log-act-home-changed = Veranderde het nummer of het adres van een woning.
service-log-act-account-ended = Beëindigde een tweede account.
service-log-why-by-hand = met de hand
service-log-why-second = tweede account
home-form-title = Voeg een woning toe
home-form-lead = Voor één woning die niet op een lijst staat. Vul in hoe u de woning kent: met uw nummer, met het adres of met het bouwnummer.
home-form-number-hint = Uw eigen nummer van de woning, als u dat hebt.
home-form-addition-hint = Bijvoorbeeld A of 2 hoog.
home-form-build-hint = Het nummer tijdens de bouw, als er nog geen adres is.
home-form-add = Voeg de woning toe
home-form-next = De woning krijgt meteen een gebruikersnaam. Er gaat geen mail uit.
home-form-back = Terug naar de woningen
home-form-edit-title = Verander nummer of adres
home-form-edit-lead = De gebruikersnaam, de bewoner en het e-mailadres blijven zoals ze zijn.
home-form-go-on = Ga verder
home-form-edit-next = U ziet eerst precies wat er verandert.
home-form-no-key = Dit zegt niet om welke woning het gaat. Vul uw nummer in, of een postcode met huisnummer, of een bouwnummer.
home-form-known = Deze woning hebt u al in dit project. Kijk op de pagina van die woning.
home-form-known-elsewhere = Deze woning hoort bij een ander project van deze opdrachtgever. Kijk na of u het goede project koos.
home-form-same = Er is niets veranderd. Verander eerst iets, of ga terug.
home-form-see-known = Bekijk de woning die er al is
home-form-see-other = Bekijk de andere woning die er al is
home-change-title = Klopt dit nieuwe nummer of adres?
home-change-part = Wat
home-change-stays = De gebruikersnaam, de bewoner en het e-mailadres blijven zoals ze zijn. Nieuwe brieven krijgen het nieuwe adres.
home-change-button = Verander dit
home-change-logged = Dit komt met uw naam in het logboek, met wat er eerst stond.
home-account-title = Maak een tweede account
home-account-what = Dit gaat u maken
home-account-lead = Een tweede account is voor iemand die in dezelfde woning woont, zoals een partner of een huisgenoot. Het krijgt een eigen gebruikersnaam.
home-account-living = Woont hier nu
home-account-until = Let op: er is een andere bewoner vastgelegd. Het tweede account werkt tot en met { $day }, net als de andere accounts van deze woning.
home-account-told = { $count ->
    [0] Wie er woont, ziet het op zijn eigen pagina. Er gaat geen mail uit: niemand heeft zijn e-mailadres bevestigd.
    [one] Wie er woont, ziet het op zijn eigen pagina en krijgt een mail op het bevestigde e-mailadres.
   *[other] Wie er woont, ziet het op zijn eigen pagina. Er gaan { $count } mails naar bevestigde e-mailadressen.
}
home-account-next = Daarna vult u het e-mailadres van de huisgenoot in en geeft u de gebruikersnaam door.
home-account-button = Maak het account
home-account-logged = Dit komt met uw naam in het logboek.
home-account-vacant-do = Leg eerst vast wie er komt wonen, met ‘Nieuwe bewoner’.
home-account-full = Deze woning heeft al 49 accounts. Beëindig er eerst een.
home-account-nobody = Dit account is beëindigd
home-account-end-title = Beëindig dit account
home-account-end-address = De koppeling met { $address }
home-account-end-name = De gebruikersnaam: die geven wij nooit meer uit
home-account-end-stays = De andere accounts van deze woning blijven werken.
home-account-end-button = Beëindig het account
home-account-ended-already = Dit account is al beëindigd
home-told-added = De woning is toegevoegd. Vul het e-mailadres in, of maak de brief.
home-told-edited = Het nummer of adres is veranderd.
home-told-account-added = Het tweede account is gemaakt. De gebruikersnaam staat hieronder. Vul het e-mailadres in en geef de gebruikersnaam zelf door.
home-told-account-ended = Het tweede account is beëindigd. Niets ervan werkt nog.
start-beside-title = Er is nog een account voor uw woning
start-beside-new = Sinds { $days } kan ook een huisgenoot met een eigen account inloggen.
start-beside-do = Wist u dit niet? Bel dan uw verhuurder.
service-log-addresses = { $count ->
    [one] { $count } e-mailadres
   *[other] { $count } e-mailadressen
}
home-many-legend = Veel woningen tegelijk
home-many-act = Met deze woningen:
home-many-act-told = afvinken als verstrekt
home-many-act-remind = vraag de huurder opnieuw (tekst om te kopiëren)
home-many-act-remove = e-mailadres weghalen
home-many-act-revoke = alle toegang intrekken
home-many-all = { $count ->
    [one] De woning op deze lijst
   *[other] Alle { $count } woningen op deze lijst
}
home-many-choose-project = Wilt u iets doen met veel woningen tegelijk? Kies dan boven de lijst eerst één project.
home-many-revoke-title = Trek alle toegang in van veel woningen
home-many-remove-title = Haal het e-mailadres weg bij veel woningen
home-many-revoke-lead = { $count ->
    [one] Bij deze woning eindigt alle toegang van alle accounts: wachtwoord, apparaten en links in mails. Het e-mailadres blijft. De bewoner komt weer binnen met ‘Wachtwoord vergeten’.
   *[other] Bij deze { $count } woningen eindigt alle toegang van alle accounts: wachtwoord, apparaten en links in mails. Het e-mailadres blijft. De bewoners komen weer binnen met ‘Wachtwoord vergeten’.
}
home-many-remove-lead = { $count ->
    [one] Bij deze woning gaat het e-mailadres weg. De bewoner krijgt geen mail meer, tot u een goed adres invult.
   *[other] Bij deze { $count } woningen gaat het e-mailadres weg. De bewoners krijgen geen mail meer, tot u een goed adres invult.
}
home-many-second = Bij tien of meer e-mailadressen kijkt een collega mee. Daarom wordt dit een voorstel. Er verandert nog niets.
home-many-more = Er gaan 200 woningen in één keer. Doe daarna de rest van de lijst.
home-many-propose = Stel dit voor aan een collega
home-many-revoke-button = { $count ->
    [one] Trek de toegang in
   *[other] Trek de toegang in bij { $count } woningen
}
home-many-remove-button = { $count ->
    [one] Haal het e-mailadres weg
   *[other] Haal { $count } e-mailadressen weg
}
home-many-logged = Dit komt per woning met uw naam in het logboek. U kunt het niet ongedaan maken.
home-many-table = De woningen waar het om gaat
home-many-left = { $count ->
    [one] Deze woning blijft zoals zij is
   *[other] Deze { $count } woningen blijven zoals ze zijn
}
home-many-in-use = Het account is in gebruik. De bewoner kan het adres zelf veranderen, of u stelt het voor bij de woning.
home-many-no-address = Er is geen e-mailadres.
home-many-stays = Blijft: het is intussen een ander adres, of het account is in gebruik.
home-many-none = Er is niets te doen bij deze woningen
home-many-told-revoked = { $count ->
    [one] Alle toegang van één woning is ingetrokken.
   *[other] Alle toegang van { $count } woningen is ingetrokken.
}
home-many-told-removed = { $count ->
    [one] Bij één woning is het e-mailadres weg. Vraag de bewoner om een goed adres.
   *[other] Bij { $count } woningen is het e-mailadres weg. Vraag de bewoners om een goed adres.
}
home-many-told-proposed = Het voorstel staat klaar. Er is nog niets veranderd. Een collega beslist op de pagina Voorstellen.
home-many-proposed = Veel woningen tegelijk
home-many-proposed-title = Voorstel: veel e-mailadressen
home-many-proposed-list = Bekijk alle regels van de lijst
home-many-goes = E-mailadres dat weggaat
home-many-check = Wilt u dit goedkeuren? Kijk de woningen hieronder na.
home-many-check-list = Wilt u dit goedkeuren? Kijk eerst alle regels van de lijst na.
home-many-in-use-stays = Accounts die in gebruik zijn, blijven zoals ze zijn.
home-many-propose-list = Stel deze lijst voor aan een collega
home-many-list-waits = Deze lijst wacht op een collega
home-many-list-waits-lead = Er verandert nog niets. Een collega van u moet de lijst goedkeuren.

## staff: sleutels voor programma’s (beheer)
staff-key-title = Sleutels voor programma’s
staff-key-lead = Met een sleutel haalt en wijzigt een programma van een opdrachtgever, zoals een ERP, gegevens van de eigen woningen.
staff-key-new = Nieuwe sleutel
staff-key-none = Er zijn nog geen sleutels
staff-key-none-do = Maak er een als een opdrachtgever zijn programma wil koppelen.
staff-key-menu = Sleutels
staff-key-name = Naam van de sleutel
staff-key-name-hint = Zo heet het programma in het logboek, bijvoorbeeld ERP van De Linde.
staff-key-for = Waarvoor
staff-key-state = Status
staff-key-last-day = Laatste dag
staff-key-last-day-hint = Hooguit een jaar vanaf vandaag. Daarna maakt u een nieuwe.
staff-key-used = Laatst gebruikt
staff-key-not-used = Nog niet
staff-key-works = Werkt
staff-key-over = Verlopen
staff-key-revoked = Ingetrokken
staff-key-revoke = Trek in
staff-key-revoke-one = Trek in: sleutel { $name }
staff-key-told-revoked = De sleutel is ingetrokken. Hij opent niets meer.
staff-key-make = Maak de sleutel
staff-key-make-next = U ziet de sleutel daarna één keer.
staff-key-scope-homes = Woningen en hun stand zien
staff-key-scope-edit = Woningen toevoegen en wijzigen, tweede accounts maken en beëindigen
staff-key-scope-addresses = E-mailadressen koppelen, wijzigen en weghalen
staff-key-scope-changes = Mutaties plannen en afzeggen
staff-key-scope-handouts = Afvinken wat is verstrekt
staff-key-scope-access = Alle toegang van een account intrekken
staff-key-fault-client = Kies een opdrachtgever.
staff-key-fault-name = Vul een naam in. Hooguit 120 tekens, op één regel.
staff-key-fault-taken = Deze opdrachtgever heeft al een sleutel die zo heet. Trek die eerst in, of kies een andere naam.
staff-key-fault-scope = Kies waarvoor de sleutel is.
staff-key-fault-day = Dit is geen dag. Schrijf bijvoorbeeld 31-12-2026.
staff-key-fault-over = Deze dag is voorbij. Kies vandaag of later.
staff-key-fault-too-long = Dat is te ver weg. Een sleutel werkt hooguit een jaar.
staff-key-made = De sleutel is gemaakt
staff-key-made-lead = Geef deze sleutel langs een veilige weg aan wie het programma beheert.
staff-key-once = U ziet deze sleutel alleen nu. Wij bewaren hem niet. Bent u hem kwijt? Trek hem dan in en maak een nieuwe.
staff-key-text = De sleutel
staff-key-copy = Kopieer de sleutel
staff-key-copied = De sleutel is gekopieerd.
staff-key-back = Terug naar de sleutels
service-log-act-key-made = Maakte een sleutel voor een programma.
service-log-act-key-revoked = Trok de sleutel van een programma in.
service-log-door-api = Door een programma
service-log-who-key = Een programma van de opdrachtgever
cli-demo-program = 6. Vraag iets als programma, met een sleutel

staff-texts-logo-title = Logo
staff-texts-logo-lead = Uw logo staat boven uw brieven, voor de naam van de dienst. In mails staat geen logo: die laden geen plaatjes.
staff-texts-logo-now = Uw logo
staff-texts-logo-none = U hebt nog geen logo. Boven uw brieven staat ons teken.
staff-texts-logo-file = Bestand met uw logo
staff-texts-logo-hint = Een png-bestand van hoogstens 256 kilobyte. De zijden zijn 16 tot 2.000 pixels.
staff-texts-logo-do = Gebruik dit logo
staff-texts-logo-next = Wij maken er een schoon plaatje van. Andere gegevens uit het bestand bewaren wij niet.
staff-texts-logo-remove = Haal het logo weg
staff-texts-logo-kept = Het logo is bewaard. Nieuwe brieven gebruiken het meteen.
staff-texts-logo-removed = Het logo is weg.
staff-texts-logo-wrong-empty = Kies eerst een bestand. Een logo is een png-bestand.
staff-texts-logo-wrong-svg = Een svg-bestand nemen wij niet aan. Daar kan meer in zitten dan een plaatje. Sla uw logo op als png.
staff-texts-logo-wrong-kind = Dit is geen png-bestand. Sla uw logo op als png en probeer het opnieuw.
staff-texts-logo-wrong-large = Dit bestand is te groot. Maak het kleiner: hoogstens 256 kilobyte.
staff-texts-logo-wrong-sides = Dit plaatje heeft niet de goede maat. Elke zijde is 16 tot 2.000 pixels, samen hoogstens een miljoen.
staff-texts-logo-wrong-broken = Dit bestand is beschadigd. Sla uw logo opnieuw op als png.
service-log-act-logo-changed = Veranderde het logo op de brieven.
service-log-act-logo-removed = Haalde het logo van de brieven.

# Twee beheerders: contactpersonen, een verloren tweede factor, woningen naar een andere opdrachtgever

mail-contact-subject = Bevestig dat u contactpersoon bent van { $client }
mail-contact-preheader = De link in deze mail werkt { $lasts }.
mail-contact-told = U bent opgegeven als contactpersoon van { $client } bij { $brand }. Dat gebeurde op { $moment }.
mail-contact-means = Een contactpersoon mag { $brand } mailen over accounts van bewoners van { $client }. Wij sturen u daar ook bericht over.
mail-contact-act = Klopt dit? Druk op ‘{ mail-contact-button }’. Zo weten wij dat deze mailbox van u is.
mail-contact-button = Bevestig mijn mailbox
mail-contact-life = De link werkt { $lasts } en maar één keer. Werkt de link niet meer? Vraag dan om een nieuwe mail.
mail-contact-unknown = Bent u geen contactpersoon?
mail-contact-ignore = Dan heeft iemand zich vergist. U hoeft niets te doen. Geef de link aan niemand.
contact-title = Bevestig uw mailbox
contact-lead = { $name } is opgegeven als contactpersoon van { $client }.
contact-what = Is deze mailbox van u, en van u alleen? Typ dan het e-mailadres waarop u de mail kreeg.
contact-hint = Het e-mailadres waarop u de mail met deze link kreeg.
contact-button = Bevestig mijn mailbox
contact-next = Daarna bent u klaar. U krijgt geen wachtwoord.
contact-wrong = Dit is niet het e-mailadres waarop u de mail kreeg. Kijk in de mail aan wie hij is gestuurd.
contact-done-title = Uw mailbox is bevestigd
contact-done = Dank u wel. Een beheerder keurt u ook nog goed. Daarna kunt u ons mailen als contactpersoon. U kunt deze pagina sluiten.
contact-dead-title = Deze bevestiging werkt niet meer
contact-dead-over = Deze link is al gebruikt, of u bent geen contactpersoon meer.
contact-dead-expired = Deze link is te oud.
contact-dead-do = Vraag degene die u heeft opgegeven om een nieuwe mail.
staff-contact-title = Contactpersonen
staff-contact-of = Contactpersonen van { $client }
staff-contact-lead = Mail van een contactpersoon telt als een verzoek van de opdrachtgever zelf. Een contactpersoon is iemand met een eigen mailbox. Een tweede persoon keurt goed.
staff-contact-none = Er zijn nog geen contactpersonen.
staff-contact-name = Naam
staff-contact-standing = Hoe het ervoor staat
staff-contact-counts = Telt mee
staff-contact-not-proven = Mailbox nog niet bevestigd
staff-contact-not-approved = Wacht op een tweede persoon
staff-contact-neither = Niet bevestigd en niet goedgekeurd
staff-contact-since = sinds { $day }
staff-contact-again = Stuur de mail opnieuw
staff-contact-end = Beëindig
staff-contact-new = Nieuwe contactpersoon
staff-contact-name-hint = Voornaam en achternaam.
staff-contact-email-hint = De eigen mailbox van deze persoon, geen info@ of klantenservice@.
staff-contact-add = Stel de contactpersoon voor
staff-contact-add-next = De mailbox krijgt een mail om te bevestigen. Een tweede persoon keurt goed onder Voorstellen.
staff-contact-told-entered = De contactpersoon is voorgesteld. De mail gaat binnen een minuut weg.
staff-contact-told-again = De mail gaat binnen een minuut opnieuw weg.
staff-contact-told-ended = De contactpersoon is beëindigd. Mail van dit adres telt niet meer mee.
staff-contact-told-proven = Deze mailbox is al bevestigd.
staff-contact-told-withdrawn = De contactpersoon is ingetrokken. De link in de mail werkt niet meer.
staff-contact-waiting = Door u voorgesteld
staff-contact-waiting-what = Een beheerder moet nog goedkeuren. Klopt er iets niet? Trek het in en vul het opnieuw in.
staff-contact-fault-name = Vul een naam in. Hooguit 120 tekens, op één regel.
staff-contact-fault-already = Deze opdrachtgever heeft al een contactpersoon met dit e-mailadres.
staff-contact-approves = Nieuwe contactpersonen keurt u goed onder Voorstellen.
staff-contact-see = Bekijk de contactpersonen
staff-contact-what = Wie mag namens deze opdrachtgever mailen over accounts?
staff-contact-project = Stel hier een contactpersoon voor van de opdrachtgever van dit project. Een beheerder keurt goed.
staff-move-title = Woningen naar een andere opdrachtgever
staff-move-lead = De bewoners houden hun account en hun gebruikersnaam. De oude opdrachtgever ziet de woningen daarna niet meer. Een tweede beheerder keurt goed.
staff-move-from = Van project
staff-move-to = Naar project
staff-move-choose = Kies een project
staff-move-usernames = Gebruikersnamen
staff-move-usernames-hint = Eén per regel. Laat dit leeg als alle woningen gaan.
staff-move-look = Bekijk wat er gaat
staff-move-look-next = Er verandert nog niets.
staff-move-sure = Dit gaat naar de andere opdrachtgever
staff-move-homes = { $count ->
    [one] 1 woning
   *[other] { $count } woningen
}
staff-move-what = Wat meegaat: de woning, alle accounts, wie er nu woont of nog komt, en het e-mailadres. Wat blijft: wie er vroeger woonde, en het logboek. Het eigen nummer van de oude opdrachtgever vervalt bij woningen met een adres.
staff-move-do = Stel dit voor
staff-move-do-next = Een andere beheerder keurt het goed onder Voorstellen.
staff-move-other = Kies anders
staff-move-moved = Er is intussen iets veranderd. Kijk nog eens.
staff-move-fault-from = Kies het project waar de woningen nu zijn.
staff-move-fault-to = Kies het project waar de woningen heen gaan.
staff-move-fault-same = Dit project is van dezelfde opdrachtgever. Kies er een van een andere.
staff-move-fault-none = Dit project heeft geen woningen.
staff-move-fault-many = Meer dan 2.000 woningen kan niet in één keer. Noem de gebruikersnamen, in delen.
staff-move-fault-unknown = Deze gebruikersnamen zijn niet van dit project: { $names }.
staff-move-fault-taken = De andere opdrachtgever heeft al een woning met hetzelfde adres of nummer: { $names }.
staff-lost-do = Tweede factor kwijt
staff-lost-told = Voorgesteld. Na goedkeuring door een tweede beheerder eindigt de oude toegang en gaat er een uitnodiging weg.
staff-lost-admin = Is een beheerder de tweede factor kwijt?
staff-lost-admin-what = Vul het e-mailadres van die beheerder in. Een tweede beheerder keurt goed. Daarna eindigt de oude toegang en gaat er een uitnodiging naar dat adres.
staff-lost-admin-do = Stel een nieuwe uitnodiging voor
staff-lost-admin-next = Bel eerst met een nummer dat u al had, zodat u weet wie het vraagt.
staff-lost-fault = Deze opdrachtgever heeft geen beheerder met dit e-mailadres.
staff-two-title = Voorstellen van beheerders
staff-two-one = Voorstel van een beheerder
staff-two-lead = Dit doet niemand alleen: contactpersonen, een verloren tweede factor en woningen die naar een andere opdrachtgever gaan.
staff-two-contact = Nieuwe contactpersoon
staff-two-lost = Tweede factor kwijt
staff-two-move = Woningen naar een andere opdrachtgever
staff-two-check-contact = Kent u deze persoon, en werkt die bij de opdrachtgever? Vraag het na met een nummer dat u al had.
staff-two-check-lost = Heeft u deze persoon zelf gesproken? Bel met een nummer dat u al had. Na goedkeuring eindigt de oude toegang.
staff-two-check-move = Klopt dit met de overeenkomst tussen de twee opdrachtgevers? De woningen gaan meteen over.
staff-two-client = Opdrachtgever
staff-two-operator = Eigen medewerkers
staff-two-by-server = Opdrachtregel op de server
proposal-reason-not-right = Dit klopt niet, of de tweede persoon weet het niet zeker.
service-log-act-contact-entered = Stelde een contactpersoon voor.
service-log-act-contact-again = Stuurde een contactpersoon de mail opnieuw.
service-log-act-contact-proven = Bevestigde de mailbox van een contactpersoon.
service-log-act-contact-ended = Beëindigde een contactpersoon.
service-log-act-factor-lost = Liet een medewerker opnieuw beginnen die de tweede factor kwijt was.
service-log-act-moved-away = Gaf een woning aan een andere opdrachtgever.
service-log-act-moved-here = Kreeg een woning van een andere opdrachtgever.
service-log-why-move-homes = woningen naar een andere opdrachtgever
service-log-homes = { $count ->
    [one] 1 woning
   *[other] { $count } woningen
}
proposal-told-oneself = Dit gaat over uzelf. Een ander moet het goedkeuren.
## own: Woning en het eigen e-mailadres

start-way-home = Uw woning en uw e-mailadres
common-way-start = Naar uw eigen pagina
own-home-title = Woning
own-home-tabs = Uw pagina’s
own-home-lead = Dit hoort bij uw woning en uw account.
own-home-asked = Wij sturen een mail naar { $address }. Open die mail en druk op de knop. Pas daarna verandert uw e-mailadres.
own-home-waits = Op { $moment } vroeg u om { $address } te koppelen. Open de mail die daar aankwam en druk op de knop. De knop werkt een dag.
own-home-confirmed = Uw nieuwe e-mailadres is gekoppeld.
own-home-address = Uw e-mailadres
own-home-address-confirmed = U hebt dit adres bevestigd. Hier sturen wij uw mails naartoe.
own-home-address-linked = Uw verhuurder heeft dit adres doorgegeven. U hebt het nog niet bevestigd.
own-home-address-bounced = Onze mails komen hier niet aan. Klopt het adres? Verander het anders.
own-home-address-none = Er is nog geen e-mailadres gekoppeld.
own-home-beside = Ook voor deze woning
own-home-beside-since = sinds { $day }
own-home-beside-do = Kent u een van deze accounts niet? Bel dan uw verhuurder.
own-home-leaves-title = Uw verhuurder zegt dat u vertrekt
own-home-leaves = Uw laatste dag is { $day }. Daarna kunt u hier niet meer inloggen.
own-home-leaves-do = Klopt dit niet? Bel dan meteen uw verhuurder.
own-home-sees = Wat uw verhuurder ziet
own-home-sees-username = Uw gebruikersnaam en het adres van uw woning.
own-home-sees-address = Uw e-mailadres, en of onze mails daar aankomen.
own-home-sees-state = Of u een wachtwoord hebt, en in welke maand u voor het laatst inlogde.
own-home-sees-never = Uw wachtwoord ziet niemand. Ook wij niet.
own-address-change = Verander e-mailadres
own-address-fill = Vul uw e-mailadres in
own-address-now = Nu is dit adres gekoppeld:
own-address-lead = Er is nog geen e-mailadres gekoppeld.
own-address-new = Nieuw e-mailadres
own-address-hint = Alleen een adres dat van uzelf is.
own-address-password = Uw wachtwoord
own-address-button = Stuur de mail
own-address-next-told = U krijgt een mail op het nieuwe adres, met een knop. Tot u daarop drukt, blijft uw oude adres gelden. Op uw oude adres krijgt u daarna ook bericht.
own-address-next-change = U krijgt een mail op het nieuwe adres, met een knop. Tot u daarop drukt, blijft het oude adres gelden.
own-address-next-fill = U krijgt een mail op dit adres, met een knop. Als u daarop drukt, is het adres gekoppeld.
own-address-back = Terug naar Woning
own-address-empty = U vulde geen e-mailadres in. Vul het hele adres in, zoals naam@example.nl.
own-address-no-at = In dit adres staat geen apenstaartje (@). Vul het hele adres in, zoals naam@example.nl.
own-address-many = In dit adres staan te veel apenstaartjes (@). Vul één adres in.
own-address-sign = In dit adres staat een teken dat niet kan. Kijk of er een spatie of een komma in staat.
own-address-dot = In dit adres staat een punt op een verkeerde plaats. Kijk het na.
own-address-domain = Achter het apenstaartje (@) klopt iets niet. Kijk het na, zoals naam@example.nl.
own-address-long = Dit adres is te lang. Kijk of er iets dubbel staat.
own-address-typo = Misschien is dit een tikfout. Bedoelt u { $meant }? Verander het dan, en vul uw wachtwoord in.
own-address-sure = Nee, het adres klopt zo
own-address-same = Dit adres is al gekoppeld. U hoeft niets te doen.
own-address-often = Dit ging te vaak achter elkaar. Wacht { $wait } en probeer het dan nog eens.
own-address-password-empty = U vulde geen wachtwoord in. Zo weten wij dat u het bent.
own-address-password-wrong = Dit wachtwoord klopt niet. Probeer het nog eens. Weet u het niet meer? Kies dan een nieuw wachtwoord.
missing-label = Uw e-mailadres
missing-notice = Er is nog geen e-mailadres gekoppeld. Zonder e-mailadres kunt u geen nieuw wachtwoord kiezen.
missing-fill = Vul uw e-mailadres in
missing-why = Waarom vragen wij dit?
missing-title = U hebt nog geen e-mailadres
missing-lead = Bij uw account hoort nog geen e-mailadres.
missing-use = Bent u ooit uw wachtwoord kwijt? Dan sturen wij een mail waarmee u een nieuw kiest. Dat kan alleen met een e-mailadres.
missing-skip = Nu niet
missing-skip-next = U gaat dan gewoon verder. Wij vragen het de volgende keer weer.
own-confirm-title = Is dit uw e-mailadres?
own-confirm-lead = Iemand wil dit adres aan een account koppelen:
own-confirm-why = Vul het wachtwoord van uw account in. Zo weten wij dat u het bent.
own-confirm-button = Ja, koppel dit adres
own-confirm-next = Daarna sturen wij onze mails naar dit adres.
own-confirm-stranger = Hebt u hier niet om gevraagd? Doe dan niets. Er verandert niets.
own-confirmed-title = Uw e-mailadres is gekoppeld
own-confirm-dead-title = Deze link om uw e-mailadres te koppelen werkt niet meer
own-confirm-dead-used = De link is al gebruikt. Uw e-mailadres is dan gekoppeld.
own-confirm-dead-expired = De link werkte een dag. Die tijd is voorbij.
own-confirm-dead-tries = Er is te vaak een verkeerd wachtwoord ingevuld. Daarom is de link gestopt.
own-confirm-dead-ended = Er is intussen iets veranderd: aan het adres, of aan uw account.
own-confirm-dead-do = Log in en kijk bij Woning welk adres er staat. Daar kunt u ook een nieuwe mail laten sturen.
own-undo-title = Was u dit niet?
own-undo-lead = Op { $moment } kwam er een ander e-mailadres bij uw account, in plaats van dit adres.
own-undo-right = Deed u dit zelf? Dan hoeft u niets te doen. U kunt deze pagina sluiten.
own-undo-button = Dit was ik niet
own-undo-next = Dan geldt dit e-mailadres weer. Iedereen wordt uitgelogd, ook u. Het wachtwoord en de passkeys werken niet meer. Daarna kiest u een nieuw wachtwoord.
own-undo-dead-title = Deze link om uw oude e-mailadres terug te halen werkt niet meer
own-undo-dead-used = De link is al gebruikt: uw oude adres is al terug.
own-undo-dead-expired = De link werkte drie dagen. Die tijd is voorbij.
own-undo-dead-ended = Er is intussen iets anders beslist over het adres of over uw account.
own-undo-dead-do = Kunt u niet meer bij uw account? Bel dan uw verhuurder.
own-back-title = Uw oude e-mailadres geldt weer
own-back-lead = Iedereen is uitgelogd. Kies nu een nieuw wachtwoord.
own-back-why = Wie dit deed, kende uw wachtwoord. Daarom werkt dat niet meer. Wij sturen een mail naar uw oude adres, en daarmee kiest u een nieuw.
own-back-button = Kies een nieuw wachtwoord
own-back-help = Weet u niet hoe dit kon gebeuren? Bel dan uw verhuurder.
explain-address-title = Waarom wij een e-mailadres vragen
explain-address-lead = Met een e-mailadres komt u altijd weer bij uw account.
explain-address-why = Waarom helpt het?
explain-address-why-text = Bent u uw wachtwoord kwijt? Dan sturen wij u een mail. Daarmee kiest u zelf een nieuw wachtwoord. Niemand anders kan dat voor u doen: uw verhuurder niet, en wij ook niet.
explain-address-what = Wat doen wij ermee?
explain-address-what-reset = U krijgt een mail als u daar zelf om vraagt.
explain-address-what-told = U krijgt bericht als er iets aan uw account verandert.
explain-address-what-never = Wij sturen geen reclame. Wij geven het adres niet door.
explain-address-who = Wie ziet het?
explain-address-who-text = Uw verhuurder ziet uw adres, want die helpt u als er iets misgaat. Andere bewoners zien het niet. Vertrekt u? Dan is het adres niet meer gekoppeld.
explain-address-none = En zonder e-mailadres?
explain-address-none-text = Inloggen kan gewoon. Maar weet u uw wachtwoord niet meer? Dan moet uw verhuurder eerst een e-mailadres van u koppelen. Dat kost tijd.
explain-address-other = Kan iemand anders bij uw mail?
explain-address-other-text = Kies dan een ander adres. Wie uw mail leest, kan met uw gebruikersnaam ook een nieuw wachtwoord kiezen.
explain-address-way = Log in en vul uw e-mailadres in
mail-confirm-subject = Koppel dit e-mailadres aan uw account
mail-confirm-preheader = Druk op de knop als u hierom vroeg.
mail-confirm-asked = Op { $moment } vroeg iemand om dit e-mailadres aan een account te koppelen. Dat gebeurde met { $device }.
mail-confirm-act = Was u dat? Druk dan op de knop. Soms vragen wij ook uw wachtwoord.
mail-confirm-button = Koppel dit e-mailadres
mail-confirm-lasts = De knop werkt { $lasts }.
mail-confirm-not-you = Doe dan niets. Er verandert niets, en u krijgt hierover geen mail meer.
mail-replaced-subject = Uw e-mailadres is veranderd
mail-replaced-preheader = Was u dit niet? Haal uw adres dan terug.
mail-replaced-done = Op { $moment } kwam er een ander e-mailadres bij uw account. Dat gebeurde met { $device }. Wij sturen onze mails nu naar dat andere adres.
mail-replaced-right = Deed u dit zelf? Dan hoeft u niets te doen.
mail-replaced-wrong = Was u dit niet?
mail-replaced-undo = Druk op ‘{ mail-replaced-button }’ en vul uw gebruikersnaam in. Die staat in de brief van uw verhuurder. Dan geldt dit adres weer, en kiest u een nieuw wachtwoord.
mail-replaced-button = Dit was ik niet
mail-replaced-until = De knop werkt tot { $until }.
service-log-act-email-asked = Vroeg om een ander eigen e-mailadres.
service-log-act-email-undone = Haalde het oude e-mailadres terug: ‘dit was ik niet’.
## security: de tab Beveiliging van wie is ingelogd

security-title = Beveiliging
security-lead = Zo houdt u uw account veilig.
security-password = Wachtwoord
security-password-way = Verander uw wachtwoord
security-devices = Waar u bent ingelogd
security-devices-lead = Staat hier een apparaat dat u niet kent? Log het uit. Kies daarna een nieuw wachtwoord.
security-device-here = Dit apparaat
security-device-days = Ingelogd op { $since }, laatst gebruikt op { $seen }
security-device-out = Log uit
security-device-out-one = Log uit: { $device }
security-others-out = Log alle andere apparaten uit
security-others-next = U blijft zelf ingelogd op dit apparaat.
security-end = Alles stoppen
security-end-lead = Kan iemand in uw account die daar niet mag zijn? Dan stopt u alles in één keer.
security-end-way = Trek alle toegang tot mijn account in
security-safe-way = Voelt u zich thuis niet meer veilig?
security-told-password = Uw wachtwoord is veranderd. Op al uw andere apparaten bent u uitgelogd.
security-told-device = Dat apparaat is uitgelogd.
security-told-others = Alle andere apparaten zijn uitgelogd.
security-told-revoked = Alle toegang tot uw account is ingetrokken. Wilt u er zelf weer in? Vraag hier een nieuw wachtwoord aan.
security-current = Uw wachtwoord van nu
security-current-hint = Zo weten wij dat u het zelf bent.
security-current-show = Toon het wachtwoord van nu
security-current-empty = Vul eerst uw wachtwoord van nu in. Weet u het niet meer? Kies dan wachtwoord vergeten.
security-current-wrong = Dat is niet uw wachtwoord van nu. Kijk het rustig na en probeer het nog eens. Weet u het niet meer? Kies dan wachtwoord vergeten.
security-current-slowed = Dit is te vaak geprobeerd. Wacht { $wait } en probeer het dan nog eens.
security-change-title = Verander uw wachtwoord
security-change-next = U blijft hier ingelogd. Op al uw andere apparaten bent u dan uitgelogd.
security-no-address = U kunt hier nog geen nieuw wachtwoord kiezen. Vul eerst uw e-mailadres in.
security-no-address-why = Verandert iemand anders uw wachtwoord? Dan krijgt u een mail van ons. Zonder e-mailadres hoort u daar niets van, en komt u er ook niet meer in.
security-to-home = Naar uw woning en uw e-mailadres
security-forgotten = Wachtwoord van nu vergeten?
security-back = Terug naar Beveiliging
security-end-title = Trek alle toegang tot mijn account in
security-end-what = Daarna komt niemand meer in uw account. U zelf ook niet, tot u een nieuw wachtwoord kiest.
security-ends = Dit stopt meteen
security-ends-devices = Elk apparaat waar u bent ingelogd, ook dit.
security-ends-password = Uw wachtwoord. Wie het kent, heeft er niets meer aan.
security-ends-links = Links in mails die u van ons kreeg.
security-stays = Dit blijft
security-stays-address = Uw e-mailadres. Daar sturen wij de mail heen waarmee u een nieuw wachtwoord kiest. Kan iemand anders uw mail lezen? Bel dan eerst uw verhuurder.
security-stays-no-address = Uw account zelf. De gebruikersnaam blijft bij de woning.
security-stays-others = Andere accounts van uw woning. Uw verhuurder kan die ook stoppen.
security-end-no-way-back = Bij uw account hoort geen e-mailadres. U komt er dan zelf niet meer in. Alleen uw verhuurder kan u dan weer helpen.
security-end-button = Trek alle toegang in
security-end-next = U gaat daarna naar de pagina waar u een nieuw wachtwoord vraagt.
service-log-act-devices-signed-out = Logde andere apparaten uit.
service-log-act-language-chosen = Koos de taal van het eigen account.
service-log-why-own = op de eigen pagina

## safe: voor wie zich thuis niet meer veilig voelt

safe-title = Voelt u zich thuis niet meer veilig?
safe-lead = Kan iemand in uw account die dat niet meer mag? Zo houdt u diegene buiten.
safe-leave = Verlaat deze pagina
safe-leave-key = Of druk op de toets Esc. U ziet dan de pagina om in te loggen.
safe-danger = Is er nu gevaar?
safe-danger-call = Bel 112
safe-talk = Wilt u met iemand praten over thuis? Veilig Thuis is er dag en nacht. Bellen is gratis.
safe-talk-call = Bel 0800-2000
safe-you = Wat u zelf kunt doen
safe-you-how = U kunt alle toegang tot uw account intrekken. Dan werkt het wachtwoord niet meer, en is elk apparaat uitgelogd. Daarna kiest u zelf een nieuw wachtwoord.
safe-you-not = Let op. Dit stopt alleen uw eigen account. Heeft de ander ook een account voor deze woning? Dat blijft werken. En kan de ander uw mail lezen? Dan kan die ook een nieuw wachtwoord vragen.
safe-landlord = Wat uw verhuurder kan doen
safe-landlord-how = Gaat een van de bewoners weg? Bel uw verhuurder. Die stopt dan alle toegang tot de woning, ook die van andere accounts. Is dat nodig? Dan haalt die ook een e-mailadres weg. U hoeft niet te zeggen waarom.
safe-landlord-until = Uw verhuurder geeft daarna alleen wie blijft een nieuwe start. Wie weg is, kan niets meer zien of doen.
safe-sees = Wat de ander hiervan merkt
safe-sees-what = Trekt u alle toegang in? Dan wordt de ander uitgelogd. Dat ziet die meteen. Denk dus eerst na over wat er dan kan gebeuren.
safe-trace = Uw browser onthoudt welke pagina’s u bekijkt. De knop boven aan haalt deze pagina niet uit die lijst. Gebruik liever een apparaat waar de ander niet bij kan.

## passkey: inloggen zonder wachtwoord

passkey-part = Passkeys
passkey-part-lead = Met een passkey logt u in zoals u uw telefoon of computer opent: met uw vinger, uw gezicht of uw pincode. Een wachtwoord is dan niet nodig.
passkey-none = U hebt nog geen passkey.
passkey-days = Gemaakt op { $since }, nog niet gebruikt
passkey-days-used = Gemaakt op { $since }, laatst gebruikt op { $used }
passkey-add-way = Maak een passkey
passkey-what-way = Wat is een passkey?
passkey-change-one = Verander { $name }
passkey-change = Verander
passkey-told-added = Uw passkey is gemaakt. De volgende keer kunt u ermee inloggen.
passkey-told-renamed = De passkey heet nu anders.
passkey-told-removed = De passkey is weg. Daarmee komt niemand meer in uw account.
passkey-new-title = Maak een passkey
passkey-new-lead = Eerst vragen wij uw wachtwoord. Daarna maakt uw telefoon of computer de passkey.
passkey-name = Naam van de passkey
passkey-name-hint = Zo kent u hem later terug. Bijvoorbeeld: telefoon, of computer beneden.
passkey-name-fault = Vul een naam in. Hooguit 120 tekens, op één regel.
passkey-new-button = Ga verder
passkey-new-next = Daarna vraagt uw telefoon of computer om uw vinger, uw gezicht of uw pincode.
passkey-new-many = U hebt al twintig passkeys. Haal er eerst een weg.
passkey-new-not-here = Op dit webadres werken passkeys niet. Blijf inloggen met uw wachtwoord.
passkey-make-title = Nu maakt u de passkey
passkey-make-lead = Druk op de knop. Uw telefoon of computer vraagt dan om uw vinger, uw gezicht of uw pincode.
passkey-make-button = Maak de passkey
passkey-make-next = Dit moet binnen vijf minuten.
passkey-make-no-script = Uw browser kan hier geen passkey maken. Zet JavaScript aan, of probeer het met een andere browser. Uw wachtwoord blijft gewoon werken.
passkey-make-failed = Dat is niet gelukt. Misschien is er al een passkey op dit apparaat, of stopte u zelf. Probeer het nog eens.
passkey-make-refused = De passkey is niet gemaakt. Misschien duurde het te lang. Begin opnieuw.
passkey-change-title = Uw passkey { $name }
passkey-change-lead = U kunt deze passkey een andere naam geven, of weghalen.
passkey-change-button = Bewaar de naam
passkey-remove = Haal deze passkey weg
passkey-remove-lead = Is het apparaat kwijt, of van iemand anders? Haal de passkey dan weg. Daarna kan niemand er meer mee inloggen.
passkey-remove-next = Staat hij nog op uw telefoon of computer? Die kunt u daar ook weghalen.
passkey-enter = Log in met een passkey
passkey-enter-refused = Met deze passkey kunt u hier niet inloggen. Misschien is hij weggehaald, of duurde het te lang. Probeer het nog eens, of log in met uw wachtwoord.
passkey-prove-lead = U hebt een passkey. Daarmee hoeft u uw wachtwoord van nu niet in te vullen.
passkey-prove = Gebruik een passkey
passkey-prove-refused = Met deze passkey lukt het niet. Probeer het nog eens, of vul uw wachtwoord in.
passkey-reset = Uw passkeys
passkey-reset-lead = Hiermee kan iemand ook zonder wachtwoord inloggen. Kent u er een niet? Haal hem dan weg.
passkey-reset-one = Haal { $name } weg
passkey-reset-all = Haal ook de passkeys van dit account weg, als die er zijn
passkey-what-title = Wat is een passkey?
passkey-what-lead = Een passkey is een sleutel op uw telefoon of computer. Daarmee logt u in zonder wachtwoord.
passkey-what-how = Zo werkt het
passkey-what-how-one = U logt één keer in met uw wachtwoord. Bij Beveiliging maakt u de passkey.
passkey-what-how-two = De volgende keer kiest u bij het inloggen uw passkey. U gebruikt dan uw vinger, uw gezicht of de pincode van uw apparaat.
passkey-what-safe = Waarom is dat veilig?
passkey-what-safe-one = Niemand kan een passkey raden of afkijken. En hij werkt alleen op deze website, dus niet op een nagemaakte.
passkey-what-safe-two = Uw vinger of uw gezicht blijft op uw eigen apparaat. Wij krijgen dat nooit te zien. Wij bewaren alleen een slot dat bij uw sleutel past.
passkey-what-lost = Apparaat kwijt?
passkey-what-lost-one = Log in met uw wachtwoord en haal de passkey weg bij Beveiliging. Weet u uw wachtwoord niet meer? Kies dan wachtwoord vergeten.
passkey-what-shared = Deelt u een apparaat?
passkey-what-shared-one = Maak alleen een passkey op een apparaat dat van u is. Wie het apparaat kan openen, kan er ook mee inloggen.
passkey-what-move = Gaat u verhuizen?
passkey-what-move-one = Dan stopt uw passkey vanzelf. Hij hoort bij uw tijd in deze woning.
mail-passkey-subject = Er is een passkey bij uw account gemaakt
mail-passkey-preheader = Was u dit niet? Kies dan meteen een nieuw wachtwoord.
mail-passkey-done = Iemand maakte een passkey voor uw account. Dat gebeurde op { $moment }, met { $device }. Met een passkey kunt u inloggen zonder wachtwoord.
mail-passkey-not-you = Kies dan meteen een nieuw wachtwoord en haal daarbij de passkey weg. Vraag daarna om hulp. Onderaan deze mail staat bij wie.
service-log-act-passkey-added = Maakte een passkey.
service-log-act-passkey-renamed = Gaf een passkey een andere naam.
service-log-act-passkey-removed = Haalde een passkey weg.
service-log-why-passkey = met een passkey
service-revoke-passkeys = { $count ->
    [one] De passkey. Daarmee kan niemand meer inloggen.
   *[other] { $count } passkeys. Daarmee kan niemand meer inloggen.
}
security-ends-passkeys = Uw passkeys.

## own-data: Mijn gegevens, en wie ze bekeek

own-data-title = Mijn gegevens
own-data-lead = Hier ziet u alles wat wij van u bewaren. U ziet ook wie dat bekeek of veranderde.
own-data-file = Haal alles op als bestand
own-data-back = Terug naar Mijn gegevens
own-data-made-at = Dit is de stand van { $moment }.
own-data-never = Uw wachtwoord ziet niemand. Wij ook niet. Het staat dus niet hier en niet in het bestand.
own-data-yes = Ja
own-data-no = Nee
own-data-log = Wie bekeek of veranderde iets?
own-data-log-lead = U ziet wat er gebeurde sinds u hier woont. Het nieuwste staat bovenaan. Namen van mensen die bij ons of bij uw verhuurder werken, staan er niet bij.
own-data-log-not = Uw verhuurder bekijkt ook lijsten met veel woningen. Dat staat hier niet bij: die regels gaan niet over u alleen.
own-data-log-none = Er is nog niets gebeurd.
own-data-log-all = Bekijk alles wat er gebeurde
own-data-log-older = Wat er eerder gebeurde
own-data-log-newest = Terug naar het nieuwste
own-data-who-you = U zelf
own-data-who-landlord = Een medewerker van { $organisation }
own-data-who-program = Een computerprogramma van { $organisation }
own-data-who-helpdesk = De helpdesk
own-data-who-operator = Een medewerker van { $brand }
own-data-who-system = Ging automatisch
own-data-who-link = Iemand met de link uit een mail
own-data-who-unknown = Onbekend wie
own-data-act-email-linked = Koppelde een e-mailadres.
own-data-act-email-changed = Veranderde het e-mailadres.
own-data-act-email-removed = Haalde het e-mailadres weg.
own-data-act-email-confirmed = Bevestigde het e-mailadres.
own-data-act-email-undone = Zette het oude e-mailadres terug.
own-data-act-email-asked = Vroeg om een ander e-mailadres.
own-data-act-email-refused = Kreeg een mail terug. Het e-mailadres werkt niet.
own-data-act-account-created = Maakte dit account.
own-data-act-home-completed = Vulde het adres van de woning aan.
own-data-act-home-changed = Veranderde het nummer of het adres van de woning.
own-data-act-home-moved = Nam de woning over van een andere verhuurder.
own-data-act-homes-seen = Bekeek uw woning en uw account.
own-data-act-log-read = Bekeek wat er bij uw woning gebeurde.
own-data-act-reopened = Gaf u weer toegang. Uw vertrek was een vergissing.
own-data-act-leaving-planned = Legde vast dat de bewoners vertrekken.
own-data-act-leaving-cancelled = Zei het vertrek weer af.
own-data-act-proposal-made = Stelde een ander e-mailadres voor.
own-data-act-proposal-objected = Maakte bezwaar tegen een ander e-mailadres.
own-data-act-access-revoked = Trok alle toegang tot het account in.
own-data-act-password-set = Koos een nieuw wachtwoord.
own-data-act-passkey-added = Maakte een passkey.
own-data-act-passkey-renamed = Gaf een passkey een andere naam.
own-data-act-passkey-removed = Haalde een passkey weg.
own-data-act-links-ended = Vulde vijf keer een verkeerde gebruikersnaam in. De link werkt niet meer.
own-data-act-session-started = Logde in.
own-data-act-session-ended = Logde uit.
own-data-act-devices-signed-out = Logde een ander apparaat uit.
own-data-act-language-chosen = Koos de taal van het account.
own-data-act-data-taken = Haalde alle gegevens op als bestand.
own-data-home = Uw woning
own-data-address = Adres
own-data-number = Nummer bij uw verhuurder
own-data-build-number = Bouwnummer
own-data-project = Project
own-data-first-day = Eerste dag
own-data-last-day = Laatste dag
own-data-entered = Ingevoerd op
own-data-account = Uw account
own-data-main = Hoofdaccount van de woning
own-data-language = Taal
own-data-password = Wachtwoord
own-data-password-since = Ingesteld op { $moment }
own-data-password-none = Nog niet ingesteld
own-data-signed-in = Laatst ingelogd
own-data-renewed = Alle toegang vernieuwd
own-data-links = Uw e-mailadressen
own-data-links-none = Er is geen e-mailadres.
own-data-linked = Opgeschreven: { $moment }. Door: { $who }.
own-data-confirmed = Bevestigd: { $moment }
own-data-ended = Gestopt: { $moment }
own-data-proof-proposed = U vroeg om dit adres. Het wacht tot u het bevestigt.
own-data-proof-linked = Gekoppeld. Nog niet bevestigd.
own-data-proof-confirmed = Gekoppeld en bevestigd.
own-data-proof-ended = Niet meer in gebruik.
own-data-delivery-ok = Mail komt aan, voor zover wij weten.
own-data-delivery-soft = De laatste mail kwam nog niet aan.
own-data-delivery-hard = Mail komt niet aan: dit adres bestaat niet.
own-data-made = Gemaakt: { $moment }
own-data-used = Laatst gebruikt: { $moment }
own-data-passkeys-none = U hebt geen passkeys.
own-data-devices = Apparaten en browsers
own-data-devices-none = Er is nergens ingelogd.
own-data-device-now = Nu ingelogd.
own-data-device-since = Ingelogd: { $moment }
own-data-device-out = Uitgelogd: { $moment }
own-data-browser = Een browser die wij herkennen
own-data-browser-since = Herkend sinds: { $moment }
own-data-mails = Mails aan u
own-data-mails-none = Er ging geen mail naar u.
own-data-mail-asked = Gevraagd: { $moment }
own-data-mail-ended = Klaar: { $moment }
own-data-mail-to = Naar { $address }
own-data-mail-reset = Een nieuw wachtwoord kiezen
own-data-mail-names = Uw gebruikersnamen
own-data-mail-password = Bericht over een nieuw wachtwoord
own-data-mail-passkey = Bericht over een passkey
own-data-mail-proposed = Bericht over een ander e-mailadres
own-data-mail-leaves = Bericht dat u vertrekt
own-data-mail-account = Bericht over een tweede account in uw woning
own-data-mail-confirm = Een nieuw e-mailadres bevestigen
own-data-mail-replaced = Bericht aan uw oude e-mailadres
own-data-mail-other = Een andere mail
own-data-mail-waiting = Wacht om verstuurd te worden.
own-data-mail-sent = Verstuurd.
own-data-mail-merged = Niet apart verstuurd: er was al zo’n mail onderweg.
own-data-mail-dropped = Niet verstuurd: de mail was niet meer nodig.
own-data-mail-dead = Niet verstuurd: het lukte niet.
own-data-steps = Uw start met dit account
own-data-steps-none = Hierover bewaren wij niets.
own-data-step-address = Uw e-mailadres is aan ons doorgegeven
own-data-step-processed = Het account is gemaakt
own-data-step-list = Uw verhuurder kreeg uw gebruikersnaam
own-data-step-username = Uw verhuurder gaf u de gebruikersnaam
own-data-step-instruction = Uw verhuurder gaf u de uitleg
own-data-step-asked = Er is om een wachtwoord gevraagd
own-data-step-mail = De mail daarover kwam aan
own-data-step-password = Het wachtwoord is ingesteld
own-data-step-signed-in = Er is voor het eerst ingelogd
own-data-letter = Er is een brief voor u gemaakt
own-data-leaving = Uw vertrek
own-data-leaving-none = Uw verhuurder heeft niet vastgelegd dat u vertrekt.
own-data-leaving-new = Er komt een nieuwe bewoner
own-data-leaving-vacant = De woning komt leeg te staan
own-data-leaving-eviction = Een ontruiming
own-data-leaving-sold = De woning is verkocht
own-data-leaving-mistake = Het was een vergissing
own-data-leaving-is-planned = Dit staat gepland.
own-data-leaving-is-done = Dit is gebeurd.
own-data-leaving-is-cancelled = Dit gaat niet door.
own-data-leaving-last = Laatste dag: { $day }
own-data-leaving-planned = Vastgelegd: { $moment }
own-data-still-here = Gemeld ‘ik woon hier nog’: { $moment }
own-data-proposals = Wat anderen wilden veranderen
own-data-proposals-none = Niemand stelde een verandering voor.
own-data-proposal-address = Een ander e-mailadres
own-data-proposal-other = Een andere verandering
own-data-proposal-open = Nog niemand besloot hierover.
own-data-proposal-approved = Dit is gedaan.
own-data-proposal-refused = Dit is niet gedaan.
own-data-proposal-over = Dit ging niet door.
own-data-proposed = Voorgesteld: { $moment }
own-data-waits = Gaat vanzelf in, als u niets doet: { $moment }
own-data-decided = Besloten: { $moment }
own-data-reason-objection = U maakte bezwaar.
own-data-reason-late = Niemand besloot op tijd.
own-data-reason-waited = De tijd om bezwaar te maken was voorbij.
own-data-reason-overtaken = Er veranderde intussen iets anders.
own-data-reason-colleague = Een tweede medewerker besloot dit.
service-log-act-data-taken = Haalde alle eigen gegevens op als bestand.

## kit: de pagina van de demo met alle onderdelen

demo-bar-components = Onderdelen
kit-title = Alle onderdelen
kit-lead = Elk onderdeel van de pagina’s, in elke stand. Dezelfde stukjes maken ook de echte pagina’s. Zet uw computer op donker, op hoog contrast of op grote letters. Kijk dan wat er gebeurt.
kit-states = Stand van de velden
kit-state-plain = Zoals ze zijn
kit-state-wrong = Met fouten
kit-resident = Voor bewoners
kit-resident-lead = Eén kolom, grote letters, één duidelijke knop.
kit-notices = Berichten
kit-notice = Dit is een bericht. Het zegt wat er is, en wat u kunt doen.
kit-buttons = Knoppen
kit-button = Bewaar
kit-next = Hier staat wat er daarna gebeurt.
kit-button-second = Tweede knop
kit-button-small = Kleine knop
kit-button-plain = Knop als link
kit-facts = Feiten en codes
kit-ways = Wegen verder
kit-device = Firefox op Windows
kit-steps = Stappen
kit-fields = Velden
kit-day = Een dag
kit-day-hint = Bijvoorbeeld #.
kit-choices = Kies er een
kit-choice-one = De eerste keuze
kit-choice-two = De tweede keuze
kit-box = Vink dit aan als het klopt
kit-file-hint = CSV of Excel.
kit-file-fault = Kies eerst een bestand. Zonder bestand kunnen wij niet verder.
kit-staff = Voor medewerkers
kit-chips = Hoe iets ervoor staat
kit-tone-wrong = Mail komt terug
kit-icons = Tekeningen
kit-decide = Klopt dit?
kit-done = Het is gedaan
kit-details = Meer lezen
kit-logo = Een logo
kit-table = Een tabel
kit-progress = Hoe ver het is
kit-moment = Een moment
kit-short = Een moment in een tabel
kit-colours = De eigen kleur van een opdrachtgever
kit-colours-lead = De kleur staat bovenaan zoals hij is. In tekst, links en knoppen wordt hij donkerder of lichter, tot iedereen hem kan lezen.
kit-colour-own = De eigen kleur:
kit-colour-day = Overdag wordt dat { $colour }
kit-colour-night = In het donker wordt dat { $colour }

## ending: bijna of helemaal uitgelogd (medewerkers)

ending-idle = U wordt over drie minuten uitgelogd
ending-idle-what = U hebt een tijd niets gedaan. Bent u er nog? Druk dan op de knop. Wat u hebt ingevuld, blijft staan.
ending-stay = Blijf ingelogd
ending-whole = Over drie minuten logt u opnieuw in
ending-whole-what = U bent al de hele dag ingelogd. Bewaar nu wat u hebt ingevuld. Daarna vragen wij opnieuw wie u bent.
ending-read = Sluit dit bericht
ending-over = U bent uitgelogd
ending-over-what = Wat u hebt ingevuld, staat hier nog. Log in via een nieuw venster en kom dan terug. Daarna kunt u hier verder.
ending-sign-in = Log in via een nieuw venster
ending-back = Terug naar deze pagina

## contact-end: een contactpersoon beëindigen (beheerders)

contact-end-title = Beëindig deze contactpersoon?
contact-end-mail = Mail van { $email } telt niet meer als een verzoek van de opdrachtgever.
contact-end-link = De link in de mail aan dit adres werkt niet meer.
contact-end-proposal = Wat hierover was voorgesteld, vervalt.
contact-end-do = Beëindig de contactpersoon
contact-end-next = Dat gebeurt meteen. Dezelfde persoon opnieuw toevoegen kan, met een tweede persoon erbij.

## explain: uitleg voor iedereen, en wat wij zeggen over privacy en toegankelijkheid

shell-links-explain = Uitleg
shell-links-privacy = Privacy
shell-links-access = Toegankelijkheid
login-way-no-mail = Komt er geen mail?
explain-way-reset = Kies een nieuw wachtwoord
explain-way-again = Vraag de mail opnieuw aan
explain-way-all = Alle uitleg
explain-title = Uitleg
explain-lead = Kies waar u meer over wilt weten.
explain-password-title = Uw wachtwoord
explain-password-lead = U kiest het zelf. Niemand anders kent het, wij ook niet.
explain-password-choose = Zo kiest u een goed wachtwoord
explain-password-choose-sentence = Neem een zin van vier woorden die niet bij elkaar horen. Zo’n zin onthoudt u goed en is moeilijk te raden.
explain-password-choose-length = U hebt minstens { $count } tekens nodig. Een spatie telt ook mee.
explain-password-choose-signs = Hoofdletters, cijfers en andere tekens mogen. Ze hoeven niet.
explain-password-choose-own = Gebruik dit wachtwoord alleen hier.
explain-password-choose-keep = Uw telefoon of computer mag het voor u bewaren. Schrijft u het liever op? Leg het briefje dan op een plek die alleen u kent.
explain-password-long = Waarom zo lang?
explain-password-long-text = Een computer raadt een kort wachtwoord heel snel. Met elk teken erbij wordt dat veel moeilijker. Lang werkt dus beter dan ingewikkeld.
explain-password-long-known = Sommige wachtwoorden zijn ooit gestolen en staan op een lijst. Dieven proberen die het eerst. Daarom nemen wij ze niet aan.
explain-password-forgot = Wachtwoord vergeten?
explain-password-forgot-one = Kies hieronder “Kies een nieuw wachtwoord” en vul uw gebruikersnaam in. Die staat in de brief van uw verhuurder.
explain-password-forgot-two = Open de mail die u krijgt en druk op de knop.
explain-password-forgot-three = Kies een nieuw wachtwoord. De knop in de mail werkt { $life }.
explain-password-never = Geef het aan niemand
explain-password-never-text = Wij vragen nooit om uw wachtwoord. Uw verhuurder doet dat ook niet. Vraagt iemand er toch om? Geef het dan niet en hang op.
explain-password-never-other = Kent iemand anders uw wachtwoord? Kies dan meteen een nieuw.
explain-no-mail-title = Er komt geen mail
explain-no-mail-lead = Loop deze stappen rustig na. Vaak is het snel opgelost.
explain-no-mail-wait = Wacht tien minuten. Soms is een mail even onderweg.
explain-no-mail-spam = Kijk in de map met ongewenste mail. Die heet vaak Spam of Junk. Zoek naar een mail van { $sender }.
explain-no-mail-box = Kijk of u in de goede mailbox zit. Wij mailen alleen naar het adres dat wij van u kennen. Misschien is dat een oud adres, of dat van uw partner.
explain-no-mail-name = Kijk of u de goede gebruikersnaam hebt ingevuld. Die staat in de brief van uw verhuurder.
explain-no-mail-again = Vraag de mail nog één keer aan. Gebruik daarna de nieuwste mail.
explain-no-mail-landlord = Nog niets? Dan kennen wij uw adres niet, of er zit een tikfout in. Bel of mail uw verhuurder. Die geeft het goede adres aan ons door.
explain-no-mail-full = Is uw mailbox vol?
explain-no-mail-full-text = Dan kan er geen mail meer bij. Gooi oude mails weg en vraag de mail opnieuw aan.
explain-no-mail-silent = Waarom zeggen wij niet of uw adres klopt?
explain-no-mail-silent-text = Anders kan een vreemde uitzoeken welk adres bij een woning hoort. Daarom geven wij altijd hetzelfde antwoord.
explain-real-title = Is deze mail van ons?
explain-real-lead = Twijfelt u aan een mail? Hier ziet u hoe onze mail eruitziet.
explain-real-how = Zo herkent u onze mail
explain-real-how-sender = De mail komt van { $sender }.
explain-real-how-site = De knop gaat naar een pagina van { $site }. Kijk na het drukken boven in uw browser. Het adres moet daar zo beginnen.
explain-real-how-when = U krijgt alleen mail als u daarom vraagt, of als er iets met uw account gebeurt.
explain-real-how-file = Er zit nooit een bestand bij de mail.
explain-real-never = Dit doen wij nooit
explain-real-never-password = Wij vragen nooit of u uw wachtwoord wilt mailen of zeggen.
explain-real-never-money = Wij vragen nooit om geld, en nooit om een code van uw bank.
explain-real-never-hurry = Wij zeggen nooit dat u uw woning of uw account kwijtraakt als u niet snel bent.
explain-real-doubt = Vertrouwt u een mail niet?
explain-real-doubt-press = Druk niet op de knop en geef geen antwoord.
explain-real-doubt-letter = Pak de brief van uw verhuurder. Typ het adres uit de brief over in uw browser. Zo weet u zeker dat u bij ons bent.
explain-real-doubt-tell = Bel of mail uw verhuurder. Dan weten ook anderen dat er valse mails rondgaan.
explain-real-doubt-away = Gooi de mail daarna weg.
explain-real-fell = Hebt u toch iets ingevuld?
explain-real-fell-text = Kies meteen een nieuw wachtwoord. Daarmee logt u ook alle apparaten uit. Bel daarna uw verhuurder.
explain-privacy-title = Privacy
explain-privacy-lead = Wij bewaren weinig van u. Hier leest u wat, waarom en hoelang.
explain-privacy-what = Wat wij bewaren
explain-privacy-what-home = Uw woning en uw gebruikersnaam. Zo weten wij welk account van u is.
explain-privacy-what-email = Uw e-mailadres. Daarmee komt u weer binnen als u uw wachtwoord kwijt bent.
explain-privacy-what-password = Een code die wij van uw wachtwoord maken. Uit die code kan niemand uw wachtwoord halen. Van een passkey bewaren wij alleen het slot.
explain-privacy-what-device = Wanneer u inlogt en met welk soort browser. Zo ziet u zelf of een ander in uw account kan.
explain-privacy-what-log = Wat er met uw account gebeurde, wanneer, en wie dat deed.
explain-privacy-what-not = Uw naam, uw geboortedatum en uw burgerservicenummer (BSN) bewaren wij niet. Wij houden ook niet bij waar u bent.
explain-privacy-why = Waarom dat mag
explain-privacy-why-text = Uw verhuurder laat u inloggen bij de diensten van uw woning. Zonder deze gegevens kan dat niet. Voor iets anders gebruiken wij ze niet.
explain-privacy-who = Wie daarvoor zorgt
explain-privacy-who-text = Uw verhuurder beslist over uw gegevens en moet daar goed voor zorgen. { $brand } bewaart ze voor uw verhuurder en doet er niets anders mee.
explain-privacy-sees = Wie uw gegevens ziet
explain-privacy-sees-landlord = Uw verhuurder ziet uw woning, uw gebruikersnaam en uw e-mailadres. Ook ziet uw verhuurder of het inloggen lukt. En in welke maand u voor het laatst inlogde.
explain-privacy-sees-operator = Wie bij { $brand } werkt, ziet alleen wat nodig is om te helpen. Wie wat bekeek, wordt bewaard.
explain-privacy-sees-home = Wonen er meer mensen in uw huis? Dan zien zij uw gebruikersnaam. Uw e-mailadres zien zij niet.
explain-privacy-sees-nobody = Verder ziet niemand iets. Wij verkopen niets en wij maken geen reclame.
explain-privacy-long = Hoelang wij het bewaren
explain-privacy-long-here = Zolang u hier woont, bewaren wij wat bij uw account hoort.
explain-privacy-long-left = Gaat u weg? Dan kan vanaf die dag niemand meer in uw account. Wie na u komt, krijgt niets van u te zien.
explain-privacy-long-gone = Wij wissen uw gegevens als de tijd om is die wij met uw verhuurder afspraken.
explain-privacy-long-log = Wat er gebeurde, blijft daarna staan. Maar niet meer dat het over u ging.
explain-privacy-cookies = Cookies
explain-privacy-cookies-text = Wij gebruiken alleen cookies die nodig zijn. Daarmee blijft u ingelogd, en weten wij dat u deze browser eerder gebruikte. Niemand volgt u ermee.
explain-privacy-rights = Wat u mag vragen
explain-privacy-rights-text = U mag zien wat wij van u bewaren. En u mag een kopie meenemen. Klopt er iets niet? Dan mag u vragen of wij het verbeteren of wissen. U mag ook vragen of wij ermee stoppen.
explain-privacy-rights-ask = Log in en kijk bij “Mijn gegevens”. Of vraag het aan uw verhuurder.
explain-privacy-complain = Bent u niet tevreden?
explain-privacy-complain-text = Vertel het eerst aan uw verhuurder. Komt u er samen niet uit? Dan kunt u een klacht sturen naar de
explain-privacy-authority = Autoriteit Persoonsgegevens
explain-privacy-date = Deze tekst is van 26 november 2026.
explain-privacy-way = Bekijk uw eigen gegevens
explain-access-title = Toegankelijkheid
explain-access-lead = Iedereen moet hier zelf kunnen inloggen. Lukt iets niet? Zeg het ons.
explain-access-norm = Waar wij op letten
explain-access-norm-text = Wij volgen de regels van WCAG 2.2 op niveau AA. Dat zijn afspraken over websites voor iedereen. Ook wie slecht ziet of geen muis gebruikt, moet alles zelf kunnen.
explain-access-tested = Wat wij testen
explain-access-tested-axe = Een programma zoekt fouten op onze pagina’s, telkens als wij iets veranderen. Dat programma heet axe.
explain-access-tested-keys = Wij lopen door de pagina’s met alleen het toetsenbord. Wij kijken of u altijd ziet waar u bent.
explain-access-tested-look = Wij bekijken de pagina’s in licht, in donker en met hoog contrast. Ook op een heel smal scherm moet alles passen.
explain-access-tested-scripts = Alles werkt ook zonder JavaScript, behalve inloggen met een passkey.
explain-access-tested-words = Een formule meet of onze Nederlandse teksten makkelijk te lezen zijn.
explain-access-not = Wat nog niet is getest
explain-access-not-expert = Nog geen expert van buiten heeft onze pagina’s bekeken.
explain-access-not-people = Nog geen mensen met een beperking hebben de pagina’s voor ons getest.
explain-access-not-reader = Wij testen met één browser: Chromium. Met een schermlezer hebben wij nog niet getest.
explain-access-not-claim = Een programma vindt niet alles. Daarom zeggen wij niet dat alles goed is.
explain-access-limits = Wat wij weten dat nog niet goed is
explain-access-limits-passkeys = Hoe een passkey eruitziet, bepaalt uw telefoon of computer. Daar kunnen wij niets aan doen. Inloggen met een wachtwoord kan altijd.
explain-access-limits-languages = De pagina’s zijn er in het Nederlands en het Engels. Andere talen en gebarentaal zijn er nog niet.
explain-access-report = Lukt er iets niet?
explain-access-report-text = Bel of mail uw verhuurder. Vertel op welke pagina u was en wat er niet lukte. Dan horen wij het ook. Uw verhuurder helpt u meteen verder.
explain-access-date = Deze tekst is van 26 november 2026.

## own-data-ask: een bewoner vraagt iets te veranderen of te wissen

own-data-ask = Vraag om iets te verbeteren of weg te halen
own-data-requests = Wat u vroeg
own-data-requests-none = U vroeg nog niets.
own-data-requests-lead = Uw verhuurder leest dit en geeft antwoord. Het antwoord ziet u hier. Hoort u niets? Bel dan uw verhuurder.
own-data-told-asked = Uw vraag is verstuurd naar uw verhuurder. Het antwoord ziet u op deze pagina.
own-data-requested = Gevraagd: { $moment }
own-data-due = Antwoord uiterlijk: { $day }
own-data-answered = Antwoord: { $moment }
own-data-answer-done = Dit is gedaan.
own-data-answer-partly = Een deel hiervan is gedaan.
own-data-answer-right = Nee. Wat er staat, klopt.
own-data-answer-needed = Nee. Zonder dit kunt u niet inloggen.
own-data-answer-law = Nee. Dit moet van de wet bewaard blijven.
own-data-answer-not-theirs = Nee. Dit gaat over iemand anders.
own-data-asked-correction = Verbeter iets wat niet klopt
own-data-asked-erasure = Haal iets weg
own-data-about = { $about }.
own-data-about-home = Het adres van de woning
own-data-about-email = Het e-mailadres
own-data-about-log = Iets in de lijst van wie keek of iets veranderde
own-data-about-everything = Alles wat u van mij bewaart
own-data-act-data-requested = Vroeg om iets te verbeteren of weg te halen.
own-request-title = Vraag om iets te verbeteren of weg te halen
own-request-lead = Klopt er iets niet? Of moet er iets weg? Uw verhuurder beslist daarover en geeft binnen een maand antwoord.
own-request-kind = Wat wilt u?
own-request-about = Waar gaat het over?
own-request-text = Wat moet er gebeuren?
own-request-hint = Schrijf het kort op. Hooguit { $count } tekens. Schrijf geen wachtwoord op.
own-request-button = Verstuur
own-request-next = { $landlord } krijgt uw vraag. U ziet het antwoord bij Mijn gegevens. Wij sturen u geen mail.
own-request-next-mail = Wij mailen uw vraag aan { $landlord }. U ziet het antwoord bij Mijn gegevens. Wij sturen u geen mail.
own-request-next-nobody = Wij bewaren uw vraag voor { $landlord }. Bel { $landlord } er ook zelf over. U ziet het antwoord bij Mijn gegevens.
own-request-email-way = Uw e-mailadres verandert u zelf
own-request-no-kind = Kies wat u wilt. Kies het een of het ander.
own-request-no-about = Kies waar het over gaat.
own-request-empty = U schreef niets op. Vul in wat er niet klopt, en wat het moet zijn.
own-request-long = De tekst is te lang. Gebruik hooguit { $count } tekens.
own-request-many = Er wachten al { $count } vragen op antwoord. Wacht tot uw verhuurder er een beantwoordt.
service-request-title = Verzoeken
service-request-lead = Bewoners vragen om hun gegevens te verbeteren of te wissen. Geef binnen een maand antwoord. Dat moet van de AVG (artikel 12).
service-request-none = Er zijn geen verzoeken.
service-request-none-do = Bewoners doen een verzoek bij Mijn gegevens. Het komt dan hier.
service-request-open = Nog te beantwoorden
service-request-answered = Beantwoord
service-request-count = { $count ->
    [one] Eén verzoek wacht op antwoord.
   *[other] { $count } verzoeken wachten op antwoord.
}
service-request-count-late = { $count ->
    [one] Eén ervan is te laat.
   *[other] { $count } ervan zijn te laat.
}
service-request-what = Verzoek
service-request-text = In eigen woorden
service-request-when = Uiterlijk
service-request-answer = Antwoord
service-request-answer-label = Antwoord voor { $home }
service-request-pick = Kies een antwoord
service-request-button = Geef dit antwoord
service-request-correction = Verbeteren
service-request-erasure = Wissen
service-request-home = adres van de woning
service-request-email = e-mailadres
service-request-log = iets in het logboek
service-request-everything = alles
service-request-done = Gedaan
service-request-partly = Deels gedaan
service-request-right = Geweigerd: het klopt wat er staat
service-request-needed = Geweigerd: nodig om in te loggen
service-request-law = Geweigerd: de wet verplicht het te bewaren
service-request-not-theirs = Geweigerd: het gaat over iemand anders
service-request-no-text = Geen toelichting
service-request-left = De bewoner is vertrokken. De tekst is gewist.
service-request-asked = Gevraagd op { $day }
service-request-due = { $day }
service-request-late = Te laat: { $day }
service-request-told = Het verzoek is afgehandeld. De bewoner ziet het antwoord bij Mijn gegevens.
service-request-already = Een collega was u voor: dit verzoek is al afgehandeld.
service-request-choose = Kies eerst een antwoord.
service-log-act-data-requested = Vroeg om gegevens te verbeteren of te wissen.
service-log-act-data-answered = Antwoordde op een verzoek over gegevens.
service-log-why-data-requests = verzoeken van bewoners
service-log-why-correction = verbeteren
service-log-why-erasure = wissen
staff-client-requests = Verzoeken van bewoners
staff-client-requests-none = Er wacht geen verzoek op antwoord.
staff-client-requests-what = U ziet dat er iets gevraagd is, en niet door wie. De medewerkers van de opdrachtgever lezen en beantwoorden het bij Verzoeken.
staff-client-requests-no-portal = Niemand bij deze opdrachtgever kan dit zien: er is niemand in het serviceportaal en geen contactpersoon die meetelt. Nodig een beheerder uit; die ziet alles wat hier wacht. Een nieuwe contactpersoon krijgt alleen nieuwe verzoeken.
staff-client-requests-by-mail = U ziet dat er iets gevraagd is, en niet door wie. De contactpersonen kregen elk verzoek per mail, met een link om te antwoorden.
staff-client-requests-due = Uiterlijk { $day }

## staff-term: bewaartermijnen, bewaarplicht en incidenten (beheer)
staff-term-link = Links uit mails
staff-term-link-from = het moment waarop de link niet meer werkt
staff-term-link-why = Zo lang kan de helpdesk zeggen waarom een link niet werkte.
staff-term-session = Ingelogde apparaten
staff-term-session-from = het moment waarop inloggen opnieuw moest
staff-term-session-why = Zo is te zien wanneer iemand voor het laatst was ingelogd.
staff-term-browser = Herkende browsers
staff-term-browser-from = de laatste keer inloggen met die browser
staff-term-browser-why = Wie bekend is, mag verder als anderen te vaak raden.
staff-term-mail = Mails en of ze aankwamen
staff-term-mail-from = het moment van versturen of opgeven
staff-term-mail-why = Zo kan de helpdesk zeggen of een mail aankwam.
staff-term-address = Oude e-mailadressen van wie er nog woont
staff-term-address-from = het einde van de koppeling, of de vraag die niemand bevestigde
staff-term-address-why = Bij een fout kan het oude adres terug.
staff-term-list-copy = Lijsten zoals de opdrachtgever ze stuurde
staff-term-list-copy-from = de dag van ontvangst
staff-term-list-copy-why = De lijst gaat terug in de eigen kolommen.
staff-term-list-rows = Wat er met de regels van een lijst gebeurde
staff-term-list-rows-from = de dag van overnemen
staff-term-list-rows-why = Een lijst kan nog worden teruggedraaid.
staff-term-letters = Aan welke bewoners brieven zijn gemaakt
staff-term-letters-from = de dag van maken
staff-term-letters-why = Zo is te zien wie al een brief kreeg.
staff-term-household = Bewoners die vertrokken zijn
staff-term-household-from = het einde van de toegang
staff-term-household-why = Zo lang kan een vraag over de huurtijd komen.
staff-term-tenant-change = Mutaties
staff-term-tenant-change-from = de dag dat zij gebeurde of is afgezegd
staff-term-tenant-change-why = Zo is te zien wanneer wie toegang had.
staff-term-proposal = Voorstellen waarover is beslist
staff-term-proposal-from = de beslissing
staff-term-proposal-why = Zo is te zien wie wat goedkeurde.
staff-term-log-detail = Wat het logboek van voor en na vertelt
staff-term-log-detail-from = de dag van de regel
staff-term-log-detail-why = De regel blijft. Alleen de details gaan weg.
staff-term-contact = Contactpersonen die gestopt zijn
staff-term-contact-from = de dag van stoppen
staff-term-contact-why = Zo is te zien in wiens naam iets is gevraagd.
staff-term-staff = Medewerkers die weg zijn, en uitnodigingen die niemand aannam
staff-term-staff-from = de laatste dag, of de uitnodiging
staff-term-staff-why = Zo is in het logboek te zien wie iets deed. Daarna staat daar geen adres meer.
staff-term-request = Verzoeken van bewoners die beantwoord zijn
staff-term-request-from = de dag van het antwoord
staff-term-request-why = Zo is te laten zien wat er is gevraagd en geantwoord.
staff-term-review = Controles van rechten
staff-term-review-from = de dag van de controle
staff-term-review-why = Zo is te laten zien dat er elk jaar is gecontroleerd.
staff-term-hold = Bewaarplichten die voorbij zijn
staff-term-hold-from = het einde ervan
staff-term-hold-why = Zo is te zien waarom iets langer bleef.
staff-term-report = Verslagen van het wissen
staff-term-report-from = de dag van het verslag
staff-term-report-why = Zo is te laten zien dat er gewist is.
staff-term-counter = Tellers van pogingen
staff-term-counter-from = het einde van de telling
staff-term-counter-why = Zo kan niemand eindeloos raden.
staff-term-answer = Antwoorden aan programma’s
staff-term-answer-from = de vraag
staff-term-answer-why = Zo gebeurt dezelfde vraag maar één keer.
staff-term-challenge = Gebruikte vragen aan passkeys
staff-term-challenge-from = het einde van de vraag
staff-term-challenge-why = Zo werkt geen antwoord twee keer.
staff-term-kept-home = Zo lang de woning er is. Het gaat over de woning, wie er ook woont.
staff-term-kept-client = Zo lang de opdrachtgever klant is.
staff-term-kept-log = Altijd. Dit is het logboek zelf: nummers en vaste woorden, zonder namen of adressen.
staff-term-kept-house = Zo lang het systeem draait. Het gaat niet over mensen.
staff-term-does-erases = wist alles
staff-term-does-erases-detail = wist de details, de regel blijft
staff-term-does-masks = wist naam en adres, het nummer blijft
staff-term-hold-lawsuit = Een rechtszaak
staff-term-hold-dispute = Een geschil met een huurder, zoals over de energievergoeding
staff-term-hold-incident = Een onderzoek naar een incident
staff-term-hold-authority = Een vraag van een toezichthouder of de politie
staff-term-hold-residents = De bewoners vroegen erom
service-log-act-term-changed = Veranderde een bewaartermijn.
service-log-act-hold-set = Stelde een bewaarplicht in.
service-log-act-hold-ended = Beëindigde een bewaarplicht.
service-log-act-incident-asked = Zocht uit wiens gegevens een incident raakt.
service-log-act-incident-listed = Maakte een lijst van woningen die een incident raakt.
cli-retention-dry = Dit zou nu gewist worden. Er is niets veranderd.
cli-retention-done = Dit is gewist.
cli-retention-stopped = Dit is gewist. Het werk is onderbroken. De volgende keer gaat het verder.
cli-retention-nothing = Niets. Alles is nog binnen zijn termijn.
cli-retention-all = alle opdrachtgevers
staff-term-title = Bewaartermijnen
staff-term-lead = Elke dag wist het systeem wat zijn tijd heeft gehad. Deze tabel is precies wat het systeem gebruikt.
staff-term-group-own = Termijnen die een opdrachtgever mag veranderen
staff-term-group-house = Termijnen die voor iedereen gelijk zijn
staff-term-count = Tel wat er nu weg zou gaan
staff-term-class = Gegevens
staff-term-term = Termijn
staff-term-from = Telt vanaf
staff-term-then = Daarna
staff-term-last = Laatste keer gewist
staff-term-due = Zou nu weggaan
staff-term-at-once = binnen minuten
staff-term-bounds = { $days } dagen. Per opdrachtgever { $least } tot { $most }.
staff-term-own = Eigen termijnen van opdrachtgevers
staff-term-own-none = Elke opdrachtgever heeft de gewone termijnen.
staff-term-class-choose = Kies welke gegevens
staff-term-days = Aantal dagen
staff-term-days-hint = Laat dit leeg om de gewone termijn te kiezen.
staff-term-change = Verander de termijn
staff-term-change-next = Geldt vanaf de volgende keer wissen, ook voor wat er al is. Dit komt in het logboek.
staff-term-holds = Bewaarplicht
staff-term-holds-lead = Wat u hier vasthoudt, wordt niet gewist, hoe oud het ook is.
staff-term-holds-none = Er wordt niets vastgehouden.
staff-term-hold-what = Van wie
staff-term-hold-all = hele opdrachtgever
staff-term-hold-state = Stand
staff-term-hold-holds = Geldt
staff-term-hold-over = Voorbij
staff-term-hold-reason = Waarom
staff-term-hold-reason-choose = Kies een reden
staff-term-hold-last = Laatste dag
staff-term-hold-last-hint = Bijvoorbeeld 31-12-2026. Laat dit leeg als u het einde nog niet weet.
staff-term-hold-open = tot iemand het beëindigt
staff-term-hold-set = Ingesteld
staff-term-hold-username = Gebruikersnaam van de woning
staff-term-hold-username-hint = Laat dit leeg om de hele opdrachtgever vast te houden.
staff-term-hold-do = Houd vast
staff-term-hold-next = Vanaf nu wordt hiervan niets gewist. Dit komt in het logboek.
staff-term-hold-end = Beëindig
staff-term-hold-end-one = Beëindig de bewaarplicht van { $name }
staff-term-runs = Verslagen
staff-term-runs-none = Er is nog niets gewist. De eerste keer is binnen een dag.
staff-term-run-at = Begonnen
staff-term-run-state = Stand
staff-term-run-erased = Gewist
staff-term-run-through = Klaar
staff-term-run-stopped = Onderbroken
staff-term-told-term = De termijn is veranderd.
staff-term-told-held = Dit wordt nu vastgehouden.
staff-term-told-ended = De bewaarplicht is voorbij. Wat over tijd is, gaat de volgende keer weg.
staff-term-fault-client = U koos geen opdrachtgever. Kies er een.
staff-term-fault-class = U koos geen gegevens. Kies ze in de lijst.
staff-term-fault-days = Dit is geen aantal dagen. Vul een getal in, of niets.
staff-term-fault-bounds = Deze termijn kan niet. Kies { $least } tot { $most } dagen.
staff-term-fault-home = Deze opdrachtgever heeft geen woning met die gebruikersnaam. Kijk de naam na.
staff-term-fault-why = U koos geen reden. Kies er een.
staff-term-fault-day = Dit is geen dag. Schrijf hem als 31-12-2026.
staff-term-fault-over = Deze dag is voorbij. Kies een latere dag.
staff-incident-way = Wiens gegevens raakt een incident?
staff-incident-title = Incident
staff-incident-lead = Zoek uit hoeveel bewoners een incident raakt, en wat u de opdrachtgever schrijft. Dit komt in het logboek van die opdrachtgever.
staff-incident-project = Project (korte naam)
staff-incident-project-hint = Laat dit leeg voor alle woningen van de opdrachtgever.
staff-incident-from = Eerste dag
staff-incident-until = Laatste dag
staff-incident-day-hint = Bijvoorbeeld 31-12-2026.
staff-incident-what = Wat er is gebeurd
staff-incident-what-choose = Kies wat er is gebeurd
staff-incident-ask = Zoek uit
staff-incident-touched = Wat het raakt
staff-incident-homes = Woningen
staff-incident-accounts = Accounts met gebruikersnaam
staff-incident-residents = Huishoudens die er toen woonden
staff-incident-former = Huishoudens die al weg waren en nog niet gewist zijn
staff-incident-addresses = E-mailadressen
staff-incident-passwords = Huishoudens met een wachtwoord, waarvan alleen een versleutelde afdruk bestaat
staff-incident-passkeys = Passkeys, waarvan alleen het slot hier is
staff-incident-list = De woningen zelf geeft u als lijst aan de opdrachtgever. Maak die op de server:
staff-incident-mail = Bericht aan de opdrachtgever
staff-incident-mail-lead = Een voorstel. Lees het na en vul aan wat alleen u weet.
staff-incident-mail-nl = Nederlands
staff-incident-mail-en = Engels
staff-incident-fault-project = Deze opdrachtgever heeft geen project met die korte naam.
staff-incident-fault-order = De laatste dag ligt voor de eerste. Draai ze om.
staff-incident-fault-what = U koos niet wat er is gebeurd. Kies het.
staff-incident-seen = Iemand kon gegevens van uw huurders zien die dat niet mocht.
staff-incident-sent-wrong = Gegevens van uw huurders gingen naar de verkeerde persoon.
staff-incident-lost = Iets waarop gegevens van uw huurders stonden, is verloren of gestolen.
staff-incident-changed = Iemand heeft gegevens van uw huurders veranderd of gewist die dat niet mocht.
staff-incident-mail-subject = Onderwerp: incident met gegevens van uw huurders
staff-incident-mail-hello = Beste relatie,
staff-incident-mail-when = Het gaat om { $about }, van { $from } tot en met { $until }.
staff-incident-mail-who = Het raakt { $homes } woningen: { $residents } huishoudens die er toen woonden, en { $former } die al vertrokken waren.
staff-incident-mail-data = Het gaat om adressen van woningen, { $accounts } gebruikersnamen en { $addresses } e-mailadressen.
staff-incident-mail-passwords = Van { $count } huishoudens bewaren wij een versleutelde afdruk van het wachtwoord. Het wachtwoord zelf bewaren wij niet. De sleutel van de afdruk ligt op een andere plaats.
staff-incident-mail-passkeys = Van { $count } passkeys bewaren wij het openbare deel. Daarmee kan niemand inloggen.
staff-incident-mail-not = Wij bewaren geen BSN, geen geboortedatum, geen telefoonnummer en geen bankgegevens. Die zijn dus niet geraakt.
staff-incident-mail-law = U bepaalt of u dit meldt. Bij een risico voor uw huurders meldt u het binnen 72 uur bij de Autoriteit Persoonsgegevens. Die tijd telt vanaf het moment dat u het weet. Is het risico hoog, dan vertelt u het ook aan uw huurders. Wij helpen u met wat u daarvoor nodig heeft.
staff-incident-mail-residents = Uw huurders kunnen een nieuw wachtwoord kiezen en bij Beveiliging alle apparaten uitloggen. Vraag hen op te letten bij mails die om gegevens vragen.
staff-incident-mail-end = Wij vertellen u meer zodra wij het weten. Vragen? Antwoord op dit bericht.
cli-incident-homes = { $count } woningen in de lijst

## De taal van het eigen account
own-language-title = Uw taal
own-language-lead = In deze taal ziet u onze pagina’s. Onze mails aan u zijn ook in deze taal.
own-language-label = Kies uw taal
own-language-none = Kies een taal.
own-language-button = Bewaar mijn taal
own-language-next = U kunt dit altijd weer veranderen.
own-language-done = Uw taal is bewaard.

## maintenance: onderhoudsmeldingen

mail-maintenance-title = Wanneer
mail-maintenance-when = Van { $from } tot { $to }.
mail-maintenance-nothing = U hoeft niets te doen. Wij vragen in deze mail niets van u, en er staat geen link in.
staff-term-maintenance = Onderhoudsmeldingen, met hun woningen
staff-term-maintenance-from = het einde van het onderhoud
staff-term-maintenance-why = Zo is te laten zien wie er bericht kreeg.
service-log-act-maintenance-written = Schreef een onderhoudsmelding.
service-log-act-maintenance-proposed = Stelde een onderhoudsmelding voor.
service-log-act-maintenance-given-back = Gaf een onderhoudsmelding terug aan de schrijver.
service-log-act-maintenance-approved = Keurde een onderhoudsmelding goed.
service-log-act-maintenance-paused = Zette het versturen van een onderhoudsmelding stil.
service-log-act-maintenance-resumed = Liet het versturen van een onderhoudsmelding weer doorgaan.
service-log-act-maintenance-stopped = Stopte een onderhoudsmelding voorgoed.
service-log-act-maintenance-done = Heeft een onderhoudsmelding aan iedereen verstuurd.

## staff-notice: onderhoudsmeldingen schrijven, goedkeuren en volgen

staff-notice-shell = Onderhoud
staff-notice-title = Onderhoudsmeldingen
staff-notice-lead = Een melding vertelt bewoners over gepland werk: per mail, en boven elke pagina zolang het werk duurt. Een beheerder keurt haar eerst goed.
staff-notice-new = Schrijf een melding
staff-notice-none = Er zijn nog geen meldingen.
staff-notice-none-do = Schrijf een melding als er werk gepland is waar bewoners iets van merken.
staff-notice-subject = Onderwerp
staff-notice-state = Stand
staff-notice-when = Wanneer
staff-notice-whom = Voor wie
staff-notice-window = { $from } tot { $to }
staff-notice-whom-all = Alle woningen van alle opdrachtgevers
staff-notice-whom-one = Alle woningen van één opdrachtgever
staff-notice-whom-homes = De woningen van één project
staff-notice-whom-project = { $client }, { $project }
staff-notice-state-draft = Concept
staff-notice-state-proposed = Wacht op goedkeuring
staff-notice-state-approved = Goedgekeurd
staff-notice-state-sending = Wordt verstuurd
staff-notice-state-paused = Staat stil
staff-notice-state-done = Verstuurd
staff-notice-state-stopped = Gestopt
staff-notice-new-title = Nieuwe onderhoudsmelding
staff-notice-change-title = Onderhoudsmelding wijzigen
staff-notice-change-voids = Deze melding is al voorgesteld. Wijzigt u haar, dan vervalt het voorstel. U stelt haar daarna opnieuw voor.
staff-notice-form-lead = Noem geen woning, geen gebruikersnaam en geen webadres. Iedereen leest dezelfde tekst.
staff-notice-name = Korte naam
staff-notice-name-hint = Van de opdrachtgever. Gaat het om één project, dan ook die van het project, zoals { $example }. Leeg bij alle woningen.
staff-notice-project = Project
staff-notice-project-choose = Kies een project
staff-notice-from-day = Eerste dag
staff-notice-from-time = Begint om
staff-notice-to-day = Laatste dag
staff-notice-to-day-hint = Leeg: dezelfde dag, of de nacht erna.
staff-notice-to-time = Eindigt om
staff-notice-time-hint = Bijvoorbeeld 22:00. De tijd in Nederland.
staff-notice-in = De tekst ({ $language })
staff-notice-subject-hint = Eén regel, hoogstens { $signs } tekens.
staff-notice-text = Tekst
staff-notice-text-hint = Zeg wat de bewoner merkt en wat blijft werken. Een lege regel begint een alinea. Hoogstens { $signs } tekens.
staff-notice-keep = Bewaar als concept
staff-notice-keep-next = Er gaat nog niets weg. U ziet daarna precies hoe de mail eruitziet.
staff-notice-fault-audience = U koos niet voor wie de melding is. Kies één van de drie.
staff-notice-fault-client = Dit is geen korte naam van een opdrachtgever. Die heeft alleen kleine letters, cijfers en streepjes.
staff-notice-fault-project = Dit is geen project. Vul de korte namen van opdrachtgever en project in, met een schuine streep ertussen.
staff-notice-fault-nobody = Er is geen opdrachtgever of project met deze korte naam. Kijk na wat u intikte.
staff-notice-fault-day = Dit is geen dag. Vul een dag in zoals 1-12-2026.
staff-notice-fault-time = Dit is geen tijd. Vul een tijd in zoals 22:00.
staff-notice-fault-backwards = Het werk eindigt voor het begint. Kijk de dagen en tijden na.
staff-notice-fault-over = Het werk is dan al voorbij. Kies een later moment.
staff-notice-fault-long = Het werk duurt langer dan twee weken. Schrijf een melding voor elk deel.
staff-notice-fault-far = Het werk is meer dan een jaar weg. Schrijf de melding later.
staff-notice-one = Onderhoudsmelding: { $subject }
staff-notice-written-by = Geschreven door
staff-notice-proposed-by = Voorgesteld door
staff-notice-approved-by = Goedgekeurd door
staff-notice-ended = Klaar
staff-notice-next-over = Het werk is voorbij. Deze melding gaat niet meer weg.
staff-notice-next-draft = Lees de mails na, stuur uzelf een test, en stel de melding dan voor.
staff-notice-next-draft-read = Wie de melding schrijft, is nog bezig.
staff-notice-next-approve = Lees alles na. U keurt precies dit goed, of u geeft het terug.
staff-notice-next-proposed = Een beheerder keurt de melding goed, of geeft haar terug.
staff-notice-next-approved = De woningen worden nu op een rij gezet. Daarna gaan de mails weg.
staff-notice-next-sending = De mails gaan weg, hoogstens { $rate } woningen per minuut.
staff-notice-next-paused = Er gaat nu niets weg. De pagina's vertellen wel over het werk.
staff-notice-next-done = Alle mails zijn weg. Hieronder staat wat ervan is geworden.
staff-notice-next-stopped = Er gaat niets meer weg, en geen pagina vertelt over het werk.
staff-notice-mail = De mail ({ $language })
staff-notice-banner = Boven elke pagina ({ $language })
staff-notice-test = Stuur mij deze mail ({ $language })
staff-notice-report = Hoever het is
staff-notice-again = Kijk opnieuw
staff-notice-report-homes = Woningen
staff-notice-report-mails = Mails
staff-notice-number = Aantal
staff-notice-homes = Woningen op de lijst
staff-notice-homes-what = Vastgezet na de goedkeuring.
staff-notice-waits = Wachten
staff-notice-waits-what = Zij komen nog aan de beurt.
staff-notice-mailed = Bericht per mail
staff-notice-mailed-what = Voor elk account met een e-mailadres is een mail gemaakt.
staff-notice-letter = Zonder e-mailadres
staff-notice-letter-what = De opdrachtgever stuurt een brief, en vindt de lijst bij Onderhoud.
staff-notice-vacant = Overgeslagen
staff-notice-vacant-what = Er woont nu niemand.
staff-notice-queued = Gemaakt
staff-notice-queued-what = Eén per account met een e-mailadres, bevestigd of niet.
staff-notice-under-way = Onderweg
staff-notice-under-way-what = Nog niet bij de mailserver van de ontvanger.
staff-notice-sent = Aangenomen
staff-notice-sent-what = De mailserver van de ontvanger nam de mail aan.
staff-notice-merged = Samengevoegd
staff-notice-merged-what = Dit e-mailadres kreeg de melding al.
staff-notice-dropped = Niet verstuurd
staff-notice-dropped-what = De bewoner vertrok, of de melding werd gestopt.
staff-notice-refused = Teruggekomen
staff-notice-refused-what = De mailbox bestaat niet, of is vol.
staff-notice-failed = Mislukt
staff-notice-failed-what = Om een andere reden niet bezorgd.
staff-notice-approve-next = Daarna gaan de mails weg, in een rustig tempo.
staff-notice-give-back = Geef terug
staff-notice-give-back-next = De melding is dan weer een concept. Vertel de schrijver zelf wat er anders moet.
staff-notice-decide-title = Keurt u deze melding goed?
staff-notice-propose-title = Klaar om voor te stellen?
staff-notice-propose = Stel de melding voor
staff-notice-propose-next = Een beheerder leest haar na. Pas na zijn goedkeuring gaat er iets weg.
staff-notice-change = Wijzig de melding
staff-notice-steer = Het versturen
staff-notice-pause = Zet stil
staff-notice-pause-next = Wat nog niet weg is, wacht. U kunt weer verdergaan.
staff-notice-resume = Ga verder
staff-notice-resume-next = De mails gaan weer weg.
staff-notice-stop-title = Voorgoed stoppen
staff-notice-stop = Stop voorgoed
staff-notice-stop-next = Wat nog niet weg is, gaat nooit meer weg. Het bericht verdwijnt van alle pagina's. Dit kan niet terug.
staff-notice-told-written = De melding is bewaard als concept.
staff-notice-told-tested = De test is onderweg naar uw eigen mailbox.
staff-notice-told-proposed = De melding is voorgesteld. Een beheerder kijkt haar na.
staff-notice-told-approved = De melding is goedgekeurd. De mails gaan weg.
staff-notice-told-given-back = De melding is weer een concept.
staff-notice-told-paused = Het versturen staat stil.
staff-notice-told-resumed = Het versturen gaat verder.
staff-notice-told-stopped = De melding is voorgoed gestopt.
staff-notice-told-state = Er is niets veranderd: de melding was al verder, of nog niet zo ver. Kijk naar de stand.
staff-notice-told-over = Er is niets veranderd: het werk is al voorbij.
staff-notice-told-own = Er is niets veranderd: iemand anders dan de schrijver moet dit goedkeuren.
staff-notice-told-other = Er is niets goedgekeurd: de melding is intussen gewijzigd. Lees haar opnieuw.

## service-planned: gepland onderhoud, voor medewerkers van een opdrachtgever

service-planned-title = Gepland onderhoud
service-planned-lead = Dit werk raakt uw woningen. Bewoners met een e-mailadres krijgen bericht van ons.
service-planned-none = Er is geen onderhoud gepland.
service-planned-now = Nu bezig
service-planned-coming = Gepland
service-planned-letters = Woningen zonder e-mailadres
service-planned-letters-one = Woningen zonder e-mailadres: { $subject }
service-planned-letters-lead = Deze bewoners krijgen geen mail. Stuur hun zelf een brief. De lijst groeit zolang de melding wordt verstuurd.
service-planned-count = { $count ->
    [0] Nog geen enkele woning staat op de lijst.
    [one] Eén woning staat op de lijst.
   *[other] { $count } woningen staan op de lijst.
}
service-planned-list = De lijst
service-planned-print = Brieven om te printen
service-planned-print-lead = Een bladzijde per woning, voor een vensterenvelop, met de tekst van de melding.
service-planned-pdf = { $language }, woning { $first } tot en met { $last } (PDF)
service-planned-back = Terug naar het geplande onderhoud
service-planned-xlsx = Lijst als spreadsheet (XLSX)
service-planned-csv = Lijst als CSV

## staff-desk: de helpdesk

staff-desk-title = Helpdesk
staff-desk-lead = Zoek één account tegelijk. Elke keer komt in het logboek van de opdrachtgever en van de bewoner.
staff-desk-search = Zoek een account
staff-desk-key = Gebruikersnaam of e-mailadres
staff-desk-key-hint = Helemaal en precies. Een deel vindt niets.
staff-desk-find = Zoek
staff-desk-find-next = U ziet daarna één account.
staff-desk-fault-empty = U vulde niets in. Vul de gebruikersnaam of het e-mailadres in.
staff-desk-fault-no-key = Dit is geen gebruikersnaam en geen e-mailadres. Kijk na wat u intikte.
staff-desk-fault-nobody = Er is geen account met deze gebruikersnaam of dit e-mailadres. Vraag de beller het nog eens te spellen.
staff-desk-several = { $count ->
    [one] Dit e-mailadres hoort bij { $count } account
   *[other] Dit e-mailadres hoort bij { $count } accounts
}
staff-desk-several-do = Vraag de beller om de gebruikersnaam. Open alleen dat account.
staff-desk-at-hand = Bij de hand
staff-desk-texts = Antwoorden
staff-desk-texts-way = Antwoorden om over te nemen
staff-desk-texts-lead = Neem de tekst over in uw eigen mail. U hoeft er niets aan te veranderen.
staff-desk-texts-all = Per vraag, in elke taal
staff-desk-account = Account { $username }
staff-desk-seen = Dat u dit account bekeek, staat nu in het logboek.
staff-desk-username = Gebruikersnaam
staff-desk-state = Hoe het account ervoor staat
staff-desk-nobody = Achter dit account woont nu niemand. De opdrachtgever meldt een nieuwe bewoner.
staff-desk-address = E-mailadres
staff-desk-address-none = Er is geen e-mailadres gekoppeld. De opdrachtgever is de weg.
staff-desk-confirmed = Bevestigd door de bewoner
staff-desk-linked = Nog niet bevestigd
staff-desk-works = Mail komt aan
staff-desk-delayed = Mail loopt vertraging op
staff-desk-bounced = Mail komt terug
staff-desk-used = In gebruik
staff-desk-in-use = Ja
staff-desk-not-in-use = Nee
staff-desk-signed-in = Laatst ingelogd
staff-desk-never = Nooit
staff-desk-waits = Wat nog wacht
staff-desk-waits-none = Niets
staff-desk-waits-own = De bewoner vroeg op { $moment } om een ander e-mailadres, en bevestigde het nog niet.
staff-desk-waits-others = De opdrachtgever stelde een ander e-mailadres voor.
staff-desk-waits-leaves = De bewoner vertrekt. De laatste dag is { $day }.
staff-desk-contact = De weg verder
staff-desk-contact-lead = Kunt u hier niet helpen? Verwijs de bewoner naar de verhuurder. Met vragen over dit account kunt u zelf terecht bij:
staff-desk-contact-none = { $client } heeft nog geen contactpersoon. Verwijs de bewoner naar de verhuurder.
staff-desk-again = Zoek een ander account
staff-desk-text-password = Iemand vraagt om een wachtwoord
staff-desk-text-no-address = Er is geen e-mailadres gekoppeld
staff-desk-text-landlord = Iemand belt de verkeerde verhuurder
staff-desk-hello = Beste bewoner,
staff-desk-password-no = U vroeg ons om een wachtwoord. Wij kunnen uw wachtwoord niet zien en niet voor u maken. Niemand kan dat. Zo blijft uw account van u alleen.
staff-desk-password-do = U maakt zelf een nieuw wachtwoord op deze pagina: { $link } Vul uw gebruikersnaam in. U krijgt een mail met een link. Daarmee kiest u uw wachtwoord.
staff-desk-password-none = Krijgt u binnen tien minuten geen mail? Kijk ook bij ongewenste mail. Neem daarna contact op met uw verhuurder. Die kijkt welk e-mailadres bij uw account hoort.
staff-desk-no-address-why = Bij uw account is geen e-mailadres gekoppeld. Daarom kunnen wij u geen link sturen voor een nieuw wachtwoord. Wij mogen het adres niet zelf invullen op uw verzoek.
staff-desk-no-address-do = Geef uw e-mailadres door aan uw verhuurder. Die koppelt het aan uw account. Meer uitleg vindt u hier: { $link }
staff-desk-landlord-why = Uw vraag gaat over een woning van een andere verhuurder dan waar u ons over schreef. Wij kunnen daar niets over zeggen.
staff-desk-landlord-do = Neem contact op met de verhuurder die op uw huurcontract staat. Die weet welk account bij uw woning hoort.
staff-desk-regards = Met vriendelijke groet,
    De helpdesk van { $brand }
service-log-act-desk-looked-often = bekeek als helpdesk in een uur meer accounts dan gewoon is.
service-log-why-help-desk = de helpdesk keek, voor een bewoner die hulp vroeg
service-log-why-help-desk-list = de helpdesk zag de gebruikersnaam, bij een e-mailadres dat iemand noemde
staff-desk-open-title = Doe iets voor de bewoner
staff-desk-open-lead = U kunt pas iets doen als de bewoner bewijst dat het account van hem of haar is. Daarvoor sturen wij een mail naar het bevestigde adres.
staff-desk-open-not = Er is geen bevestigd e-mailadres waarop mail aankomt. Dan kan de bewoner hier niets bewijzen. De verhuurder is de weg.
staff-desk-kind = Hoe iemand het vraagt
staff-desk-kind-phone = Aan de telefoon
staff-desk-kind-written = In een brief of mail
staff-desk-deed = Waar het om gaat
staff-desk-deed-username = De gebruikersnaam vertellen
staff-desk-deed-sessions = Alle apparaten uitloggen
staff-desk-deed-slow-down = Een vertraging opheffen
staff-desk-deed-change = Een wachtende verandering van het e-mailadres afzeggen
staff-desk-choose = Kies
staff-desk-open = Open een zaak
staff-desk-open-next = De bewoner krijgt meteen een mail. U ziet het getal dat u noemt.
staff-desk-fault-kind = U koos niet hoe iemand het vraagt. Kies het in de lijst.
staff-desk-fault-deed = U koos niet waar het om gaat. Kies het in de lijst.
staff-desk-fault-no-address = Er is geen bevestigd e-mailadres waarop mail aankomt. Verwijs de bewoner naar de verhuurder.
staff-desk-fault-often = Voor deze woning is vandaag te vaak een bewijs gevraagd of fout gegeven. Verwijs de bewoner naar de verhuurder.
staff-desk-cases = Zaken
staff-desk-cases-way = Uw zaken
staff-desk-cases-lead = Uw laatste zaken. Een zaak van een collega ziet u niet.
staff-desk-cases-none = U heeft nog geen zaken.
staff-desk-cases-none-do = Zoek een account en open daar een zaak.
staff-desk-open-cases = Open zaken
staff-desk-opened = Geopend
staff-desk-standing = Stand
staff-desk-case = Zaak over { $username }
staff-desk-case-waits = Wacht op de bewoner
staff-desk-case-proven = Bewezen
staff-desk-case-done = Gedaan
staff-desk-case-denied = De bewoner zegt: dat ben ik niet
staff-desk-case-missed = Te vaak fout
staff-desk-case-withdrawn = Gesloten
staff-desk-case-expired = Te laat
staff-desk-next-waits = Deze pagina verandert vanzelf als de bewoner antwoordt. U kunt haar ook opnieuw laden.
staff-desk-next-proven = De bewoner heeft bewezen dat het account van hem of haar is. Doe binnen een kwartier wat er staat.
staff-desk-next-done = Dit is gedaan. Er is niets meer te doen.
staff-desk-next-denied = Doe niets voor deze beller. Het staat in het logboek van de opdrachtgever.
staff-desk-next-over = Deze zaak is voorbij. Open een nieuwe zaak als de bewoner nog hulp vraagt.
staff-desk-number = Het getal
staff-desk-say-phone = Noem dit getal. De bewoner vult het in op de pagina achter de mail.
staff-desk-say-written = Zet dit getal in uw antwoord. De bewoner vult het in op de pagina achter de mail van ons.
staff-desk-code-title = Kan de bewoner de pagina niet openen?
staff-desk-code-lead = Vraag dan om de code uit de mail. U ziet alleen of die goed is. De code werkt tien minuten.
staff-desk-code = Code
staff-desk-code-hint = Acht cijfers.
staff-desk-code-do = Controleer de code
staff-desk-code-empty = U vulde geen code in. Vraag de bewoner om de acht cijfers uit de mail.
staff-desk-code-wrong = Deze code is fout. U kunt het nog { $left } keer proberen.
staff-desk-code-over = Deze code werkt niet meer. Vraag de bewoner de mail te openen, of open een nieuwe zaak.
staff-desk-do = Doe het nu
staff-desk-do-next = Dit kan één keer.
staff-desk-tell = U mag de gebruikersnaam nu vertellen:
staff-desk-to-account = Naar het account
staff-desk-close = Sluit de zaak
service-log-act-desk-case-opened = opende een zaak bij de helpdesk en vroeg de bewoner om een bewijs.
service-log-act-desk-case-proven = bewees aan de helpdesk dat het account van de bewoner is.
service-log-act-desk-proof-missed = gaf een fout bewijs bij de helpdesk.
service-log-act-desk-case-denied = zei: ik vroeg de helpdesk niets. Iemand anders doet zich voor als de bewoner.
service-log-act-desk-case-done = deed als helpdesk wat de bewoner vroeg.
service-log-act-desk-case-closed = sloot een zaak bij de helpdesk.
service-log-why-number = met het getal
service-log-why-code = met de code uit de mail
staff-term-case = Zaken van de helpdesk
staff-term-case-from = de dag waarop de zaak begon
staff-term-case-why = Zo is te zien wat de helpdesk voor wie deed.

## caller: de belcontrole, voor bewoners

caller-title = Vraagt u dit aan de helpdesk?
caller-lead-phone = Iemand belt met de helpdesk van { $brand } over uw account, sinds { $moment }. Het gaat om: { $deed }.
caller-lead-written = Iemand schreef aan de helpdesk van { $brand } over uw account. Op { $moment } vroegen wij u of u dat bent. Het gaat om: { $deed }.
caller-deed-username = uw gebruikersnaam vertellen
caller-deed-sessions = al uw apparaten uitloggen
caller-deed-slow-down = u weer sneller laten inloggen
caller-deed-change = een verandering van uw e-mailadres afzeggen
caller-number = Het getal
caller-number-phone = De twee cijfers die de helpdesk u nu noemt.
caller-number-written = De twee cijfers uit ons antwoord aan u.
caller-yes-phone = Ja, ik bel nu met de helpdesk
caller-yes-written = Ja, dit is mijn vraag
caller-yes-next = De helpdesk ziet dat u het bent, en doet alleen dit.
caller-no-heading = Bent u dit niet?
caller-sure = Ik heb de helpdesk niets gevraagd
caller-no = Nee, dat ben ik niet
caller-no-next = De helpdesk doet dan niets. Uw verhuurder ziet dat iemand zich voor u uitgaf.
caller-fault-empty = U vulde geen getal in. Vul de twee cijfers in die u hoorde of las.
caller-fault-wrong = Dit getal is fout. Vraag de helpdesk het nog eens te noemen. U kunt het nog { $left } keer proberen.
caller-fault-sure = U zette geen vinkje. Zet het als u de helpdesk niets vroeg.
caller-yes-title = De helpdesk weet dat u het bent
caller-yes-lead = Ga verder met uw gesprek. U hoeft hier niets meer te doen.
caller-no-title = Goed dat u het zegt
caller-no-lead = De helpdesk doet niets. Vertel niemand uw wachtwoord en niemand een code. Twijfelt u? Kies bij Beveiliging een nieuw wachtwoord.
caller-dead-title = Deze vraag is voorbij
caller-dead-do = Vraagt u de helpdesk nog iets? Bel dan opnieuw. U krijgt een nieuwe mail.
caller-dead-tries = Er is te vaak een fout getal ingevuld.
caller-dead-expired = Deze link werkte een half uur, en dat is voorbij.
caller-dead-over = U heeft al geantwoord, of de helpdesk heeft de zaak gesloten.
security-desk = Helpdesk
security-desk-none = De helpdesk behandelt nu geen vraag over uw account. Belt iemand u en zegt die van wel? Hang dan op.
security-desk-case = De helpdesk behandelt sinds { $moment } een vraag over uw account: { $deed }.
own-data-mail-caller = Vraag of u het was die de helpdesk iets vroeg
own-data-act-case-opened = Kreeg een vraag over uw account, en vroeg u om een bewijs.
own-data-act-case-proven = Bewees dat de vraag aan de helpdesk van u kwam.
own-data-act-proof-missed = Gaf een fout getal of een foute code.
own-data-act-case-denied = Zei dat de vraag aan de helpdesk niet van u kwam.
own-data-act-case-done = Deed wat er aan de helpdesk was gevraagd.
own-data-act-case-closed = Sloot een vraag over uw account.

## mail: de belcontrole

mail-caller-subject = Vraagt u iets aan de helpdesk?
mail-caller-preheader = Wij willen zeker weten dat u het bent.
mail-caller-asked-phone = Op { $moment } belde iemand met de helpdesk van { $brand } over uw account. Het gaat om: { $deed }.
mail-caller-asked-written = Iemand schreef aan de helpdesk van { $brand } over uw account. Wij behandelen dat sinds { $moment }. Het gaat om: { $deed }.
mail-caller-act-phone = Bent u dat? Open dan de pagina en vul het getal in dat de helpdesk u noemt. De link werkt een half uur.
mail-caller-act-written = Bent u dat? Open dan de pagina en vul het getal in uit ons antwoord. De link werkt een half uur.
mail-caller-button = Antwoord de helpdesk
mail-caller-code-title = Kunt u de pagina niet openen?
mail-caller-code = Noem de helpdesk dan deze code: { $code }. De code werkt tien minuten. Belt u niet zelf? Geef de code aan niemand.
mail-caller-not-you = Open de pagina en zeg dat u het niet bent. De helpdesk doet dan niets.

## mailin: verzoeken die per mail komen (support)

staff-term-inbound = Mails van opdrachtgevers en wat ze vroegen
staff-term-inbound-from = de dag waarop de mail binnenkwam
staff-term-inbound-why = Zo is te laten zien wie om een koppeling vroeg.
service-log-act-request-asked = Legde een nieuwe huurder voor aan de contactpersonen.
service-log-act-request-accepted = Voerde uit wat een opdrachtgever per mail vroeg.
service-log-act-request-refused = Weigerde wat een opdrachtgever per mail vroeg.
service-log-act-requests-seen = Bekeek de verzoeken die per mail kwamen.
staff-handout-title = Bewoners inlichten: { $project }
staff-handout-lead = Hier staan de woningen van { $client } waarvan de bewoners nog geen gebruikersnaam hebben gekregen.
staff-handout-open = Toon de woningen
staff-handout-open-next = U ziet dan de woningen, de brieven en de lijst.
staff-handout-waiting = { $count ->
    [0] Bij { $client } wacht nu niemand op een gebruikersnaam.
    [one] Bij { $client } wacht 1 woning op een gebruikersnaam en uitleg.
   *[other] Bij { $client } wachten { $count } woningen op een gebruikersnaam en uitleg.
}
staff-handout-none = Iedereen is ingelicht. U hoeft niets te doen.
staff-handout-first = 1. Licht de bewoners in
staff-handout-first-do = Druk de brieven af en bezorg ze. Of gebruik de lijst voor uw eigen bericht.
staff-handout-letters = Brieven (pdf)
staff-handout-letters-part = Brieven { $part } van { $parts } (pdf)
staff-handout-list-xlsx = Lijst (Excel)
staff-handout-list-csv = Lijst (csv)
staff-handout-then = 2. Vink af wie het weet
staff-handout-table = Woningen die wachten
staff-handout-then-do = Afgevinkt betekent: u hebt gebruikersnaam en uitleg aan de bewoner gegeven.
staff-handout-tick = Gekozen woningen: verstrekt
staff-handout-tick-all = { $count ->
    [one] Deze woning: verstrekt
   *[other] Alle { $count } woningen: verstrekt
}
staff-handout-rest = { $count ->
    [one] Dit zijn de eerste { $shown }. Nog 1 woning komt daarna, met een nieuwe link.
   *[other] Dit zijn de eerste { $shown }. Nog { $count } woningen komen daarna, met een nieuwe link.
}
staff-handout-without = { $count ->
    [one] 1 woning heeft nog geen e-mailadres
   *[other] { $count } woningen hebben nog geen e-mailadres
}
staff-handout-without-do = Deze brief vraagt de bewoner om een e-mailadres. Mail ons de adressen die u krijgt.
staff-handout-done-title = { $count ->
    [0] Dit was al afgevinkt
    [one] 1 woning is afgevinkt
   *[other] { $count } woningen zijn afgevinkt
}
staff-handout-done = Iedereen is ingelicht. U hoeft niets meer te doen.
staff-handout-done-left = Er wachten nog bewoners. Daarvoor krijgt u een nieuwe link per mail.
staff-handout-renewed-title = Kijk in uw mailbox
staff-handout-renewed = Is er nog iets te doen, en is dit het goede adres? Dan is er een nieuwe link onderweg.
staff-handout-dead-title = De link naar de werklijst werkt niet meer
staff-handout-dead-expired = De link was twee weken geldig.
staff-handout-dead-used = Met deze link is al afgevinkt.
staff-handout-dead-over = De link hoort bij een contactpersoon of opdrachtgever die veranderd is.
staff-handout-dead-do = Vraag een nieuwe link. Wij sturen hem naar het adres waar deze ook heen ging.
staff-handout-renew = Stuur een nieuwe link
staff-handout-renew-next = U krijgt een mail als er nog bewoners wachten.
staff-handout-send-title = Opdrachtgever zonder portaal
staff-handout-send-do = De contactpersonen krijgen per mail een link naar de brieven en de lijst, en vinken daar af wie het weet.
staff-handout-send = Stuur de link naar de contactpersonen
staff-handout-send-next = Alleen naar bewezen en goedgekeurde adressen.
staff-handout-sent = { $count ->
    [one] De link is onderweg naar 1 contactpersoon.
   *[other] De link is onderweg naar { $count } contactpersonen.
}
staff-handout-send-nobody = Er wacht niemand op een gebruikersnaam, dus er is niets gestuurd.
staff-handout-send-no-contact = Deze opdrachtgever heeft nog geen contactpersoon die bewezen en goedgekeurd is. Voer er eerst een in.
staff-mailin-letter = Stuur de brief voor de bewoner mee
staff-mailin-title = Koppelverzoeken
staff-mailin-lead = Opdrachtgevers vragen u per mail om een e-mailadres te koppelen. Een verzoek verandert niets, tot u het uitvoert.
staff-mailin-none = Er wacht geen verzoek.
staff-mailin-none-do = Komt er een mail binnen, dan ziet u die hier.
staff-mailin-open = Wacht op u
staff-mailin-decided = Afgehandeld
staff-mailin-subject = Onderwerp
staff-mailin-from = Van
staff-mailin-asks = Vraagt
staff-mailin-standing = Stand
staff-mailin-nobody = Geen bruikbare afzender
staff-mailin-no-subject = Zonder onderwerp
staff-mailin-read = Lezen
staff-mailin-ready = Klaar om uit te voeren
staff-mailin-not-ready = Er ontbreekt iets
staff-mailin-accepted = Uitgevoerd
staff-mailin-refused = Niet uitgevoerd
staff-mailin-one-title = Eén koppelverzoek
staff-mailin-account = Account in de mail
staff-mailin-residents = Bewoners volgens de mail
staff-mailin-residents-new = Nieuwe bewoners per { $day }
staff-mailin-residents-same = Dezelfde bewoners
staff-mailin-residents-not-said = De mail zegt het niet
staff-mailin-evidence = Wat zeker is en wat ontbreekt
staff-mailin-sure-contact = De afzender is een contactpersoon van { $client }.
staff-mailin-sure-authentic = De mail komt echt van deze afzender.
staff-mailin-text = De mail
staff-mailin-typo = Let op: bedoelde de schrijver { $domain }? Vraag het na voordat u koppelt.
staff-mailin-brings-others = De mail meldt een nieuwe huurder. Zeker is dat pas als een contactpersoon het bevestigt, met een link die naar het vaste adres gaat. Daarna wordt de mutatie ingevoerd.
staff-mailin-accept-title = Uitvoeren
staff-mailin-accept = Koppel dit e-mailadres
staff-mailin-accept-next = Is het account in gebruik? Dan wordt dit een voorstel. Een tweede persoon keurt het goed, of het wacht 72 uur. Wij mailen de bewoner niet: dat doet de opdrachtgever.
staff-mailin-refuse-title = Niet uitvoeren
staff-mailin-refuse-why = Waarom niet?
staff-mailin-refuse = Sluit dit verzoek
staff-mailin-back = Terug naar de koppelverzoeken
staff-mailin-missing-reading = U leest deze mail zelf.
staff-mailin-missing-account = Dit account bestaat niet.
staff-mailin-missing-contact = De afzender is geen contactpersoon van de opdrachtgever van dit account.
staff-mailin-missing-authentic = Het is niet zeker dat de mail echt van deze afzender komt.
staff-mailin-missing-other-residents = Er kwamen daar nieuwe bewoners na deze mail. Vraag de opdrachtgever opnieuw te mailen.
staff-mailin-missing-portal = Deze opdrachtgever koppelt zelf, in het serviceportaal bij Gebruikers.
staff-mailin-doubt-sender = De mail heeft geen afzender, of meer dan één.
staff-mailin-doubt-no-signature = De mail heeft geen handtekening van een mailserver.
staff-mailin-doubt-bad-signature = De handtekening klopt niet. Onderweg is iets veranderd, of de sleutel is er niet.
staff-mailin-doubt-other-domain = De mail is getekend door een ander domein dan dat van de afzender.
staff-mailin-doubt-no-policy = Het domein van de afzender zegt niet welke handtekening telt (geen DMARC).
staff-mailin-doubt-testing = Het domein probeert zijn handtekening nog uit.
staff-mailin-doubt-length = De handtekening laat het einde van de mail open.
staff-mailin-doubt-not-signed = De handtekening laat de afzender, de datum, het onderwerp of de vorm van de tekst open.
staff-mailin-doubt-algorithm = De handtekening is van een soort die niet meer veilig is.
staff-mailin-doubt-too-many = De mail heeft te veel handtekeningen.
staff-mailin-doubt-old = De mail is meer dan een week geleden geschreven. Misschien stuurde iemand een oude mail door.
staff-mailin-doubt-replayed = Dezelfde mail kwam al eerder binnen. Misschien stuurde iemand hem door.
staff-mailin-doubt-not-to-us = De mail is niet aan ons geschreven.
staff-mailin-doubt-not-looked-up = De handtekening was een dag lang niet te controleren.
staff-mailin-unclear-no-request = Wij vinden er geen vraag in die wij kennen.
staff-mailin-unclear-no-account = Er staat geen account in.
staff-mailin-unclear-no-address = Er staat geen e-mailadres in.
staff-mailin-unclear-mixed = Niet duidelijk is welk adres bij welk account hoort.
staff-mailin-unclear-two-addresses = Bij één account staan twee e-mailadressen.
staff-mailin-unclear-address = Een e-mailadres is niet goed te lezen.
staff-mailin-unclear-contrary = De mail vraagt om iets niet te doen, of om iets terug te draaien.
staff-mailin-unclear-residents = Niet duidelijk is of er nieuwe bewoners komen.
staff-mailin-unclear-day = De dag ontbreekt, of is op twee manieren te lezen.
staff-mailin-unclear-too-many = De mail is te lang of vraagt te veel.
staff-mailin-unclear-password = De mail vraagt om een wachtwoord. Dat geven wij nooit. De bewoner kiest het zelf, bij Wachtwoord vergeten.
staff-mailin-unclear-quoted = De vraag staat alleen in een oude mail eronder. Misschien is die al beantwoord.
staff-mailin-refusal-not-sure = Niet zeker is dat de opdrachtgever dit vroeg
staff-mailin-refusal-wrong-account = Het account of de woning klopt niet
staff-mailin-refusal-wrong-address = Het e-mailadres klopt niet
staff-mailin-refusal-portal = De opdrachtgever doet dit in het serviceportaal
staff-mailin-refusal-resident = De bewoner doet dit zelf
staff-mailin-refusal-done = Het is al gedaan, of stond er dubbel
staff-mailin-refusal-nothing = De mail vraagt niets
staff-mailin-refusal-password = De mail vraagt om een wachtwoord
staff-mailin-told-linked = Het e-mailadres is gekoppeld. De opdrachtgever vertelt het de bewoner.
staff-mailin-told-proposed = Het account is in gebruik. Het is nu een voorstel: een tweede persoon keurt het goed, of het wacht 72 uur.
staff-mailin-told-refused = Het verzoek is gesloten.
staff-mailin-told-already = Een collega was u voor. Dit verzoek is al afgehandeld.
staff-mailin-told-choose = U koos geen reden. Kies waarom u dit niet uitvoert.
staff-mailin-told-missing = Er ontbreekt iets. Lees hieronder wat.
staff-mailin-told-not-said = Zeg wie er wonen. Kies hieronder dezelfde of nieuwe bewoners.
staff-mailin-told-new-residents = Bij nieuwe bewoners hoort een mutatie. Er is niets gekoppeld. Vraag de contactpersoon om een mail met ‘mutatie account …, nieuwe huurder …, per …’.
staff-mailin-told-moved = Er is net iets veranderd aan dit account. Er is niets gekoppeld. Probeer het opnieuw.
staff-mailin-told-vacant = Er woont nu niemand achter dit account. Er is niets gekoppeld. Bij een nieuwe bewoner hoort een mutatie.
staff-mailin-told-same = Dit e-mailadres is al gekoppeld. Sluit het verzoek.
staff-mailin-told-already-proposed = Voor dit account wacht al een voorstel. Eerst moet daarover besloten zijn.
staff-mailin-told-leaving = De bewoners vertrekken. Hun adres verandert niet meer.
staff-mailin-count = { $count ->
    [one] Er wacht één verzoek.
   *[other] Er wachten { $count } verzoeken.
}

# Waar is de mail? (medewerkers en helpdesk)
staff-where-title = Waar is de mail?
staff-where-title-of = Waar is de mail? { $home }
staff-where-lead = Wat er de laatste dertig dagen met de mails is gebeurd. Dat u dit bekijkt, staat in het logboek.
staff-where-none = Er is de laatste dertig dagen geen mail gevraagd of verstuurd.
staff-where-table = Mails van { $username }
staff-where-when = Wanneer
staff-where-what = Wat
staff-where-kind = Mail
staff-where-server = Mailserver
staff-where-vacant = Er woont nu niemand achter dit account.
staff-where-no-address = Er is geen e-mailadres gekoppeld. Daarom komt er geen mail.
staff-where-typing-error = Het e-mailadres heeft waarschijnlijk een tikfout. Bedoeld is misschien { $meant }.
staff-where-bounced = Dit e-mailadres bestaat niet. Onze mails komen terug.
staff-where-full = De mailbox is vol. Onze mail past er niet bij.
staff-where-refused = De mailserver van de bewoner wil onze mail niet hebben.
staff-where-nothing-asked = Met deze gebruikersnaam is geen mail gevraagd.
staff-where-unconfirmed = Met deze gebruikersnaam is geen mail gevraagd, en het e-mailadres is nog niet bevestigd.
staff-where-queued = De mail staat klaar en gaat zo weg.
staff-where-limited = Er is vaak gevraagd. De mail wacht even en gaat daarna vanzelf weg.
staff-where-greylisted = De mailserver van de bewoner laat ons een paar minuten wachten. Dat is gewoon.
staff-where-deferred = De mailserver van de bewoner neemt de mail nu niet aan. Wij proberen het opnieuw.
staff-where-unreachable = Onze eigen mailserver antwoordt niet. De mail wacht en gaat later weg.
staff-where-merged = Er is al een mail met een link gestuurd. Die link werkt nog.
staff-where-sent = De mail is aangenomen. Hij staat in de mailbox of bij de ongewenste mail.
staff-where-used = De link in de mail is gebruikt. De bewoner heeft een wachtwoord gekozen.
staff-where-ask-again = De laatste mail is niet verstuurd. Een nieuwe kan wel lukken.
staff-where-do-tenants = Klopt dat niet? Dan voert de verhuurder de nieuwe bewoner in.
staff-where-do-link = De verhuurder koppelt het e-mailadres. Daarna vraagt de bewoner een mail aan.
staff-where-do-correct = De verhuurder vraagt het goede e-mailadres na en verbetert het.
staff-where-do-room = Vraag de bewoner om ruimte te maken. Daarna vraagt de bewoner een nieuwe mail aan.
staff-where-do-other = Vraag de beheerder van het systeem om ernaar te kijken. Een ander e-mailadres helpt soms ook.
staff-where-do-ask = Laat de bewoner op ‘Wachtwoord vergeten’ drukken. De gebruikersnaam staat in de brief.
staff-where-do-username = Wie alleen het e-mailadres invult, krijgt nu geen mail. Met de gebruikersnaam van de brief lukt het wel.
staff-where-do-wait = Vraag de bewoner om tien minuten te wachten. Opnieuw vragen helpt niet.
staff-where-do-later = Vraag de bewoner om het over een uur nog eens te bekijken.
staff-where-do-tell = Meld het bij de beheerder van het systeem.
staff-where-do-spam = Vraag de bewoner om in de map met ongewenste mail te kijken.
staff-where-do-sign-in = De bewoner kan inloggen met de gebruikersnaam en het nieuwe wachtwoord.
staff-where-kind-reset = Nieuw wachtwoord
staff-where-kind-names = Gebruikersnamen
staff-where-kind-changed = Bericht: wachtwoord veranderd
staff-where-kind-confirm = Nieuw e-mailadres
staff-where-kind-other = Bericht
staff-where-asked = Gevraagd
staff-where-waits = Wacht. De volgende keer is { $when }.
staff-where-waits-limited = Wacht, want er is vaak gevraagd. Gaat weg: { $when }.
staff-where-was-merged = Geen nieuwe mail: de vorige link werkt nog
staff-where-password-set = Link gebruikt: er is een wachtwoord gekozen
staff-where-link-used = Link gebruikt
staff-where-said-accepted = Aangenomen door de mailserver
staff-where-said-deferred = Nu niet aangenomen, later opnieuw
staff-where-said-greylisted = Moet een paar minuten wachten
staff-where-said-unreachable = Mailserver niet te bereiken
staff-where-said-unknown = Verstuurd, maar zonder antwoord
staff-where-said-refused = Geweigerd
staff-where-said-delayed = Vertraagd bij een andere mailserver
staff-where-said-bounced = Teruggekomen
staff-where-said-delivered = In de mailbox gezet
staff-where-said-passed = Doorgegeven aan een andere mailserver
staff-where-said-unreadable = Er kwam een bericht terug dat wij niet kunnen lezen
staff-where-dropped-no-address = Niet verstuurd: geen e-mailadres
staff-where-dropped-refused = Niet verstuurd: dit adres bestaat niet, en er ging vandaag al een mail heen
staff-where-dropped-used = Niet verstuurd: de link was al gebruikt
staff-where-dropped-other = Niet verstuurd: niet meer nodig
staff-where-dead-recipient = Gestopt: het adres bestaat niet
staff-where-dead-full = Gestopt: de mailbox is vol
staff-where-dead-late = Gestopt: het duurde te lang
staff-where-dead-other = Gestopt

## Antwoorden op mail die binnenkwam

mail-answer-asked = Op { $moment } vroeg u ons om { $address } te koppelen aan account { $account }.
mail-answer-asked-new = Op { $moment } meldde u ons een nieuwe huurder voor account { $account }: { $address }, vanaf { $day }.
mail-answer-asked-mail = Op { $moment } kregen wij een mail van u.
mail-answer-linked-subject = Het e-mailadres is gekoppeld
mail-answer-linked = Dat is gedaan. Het adres is gekoppeld.
mail-answer-planned-subject = De nieuwe huurder is ingevoerd
mail-answer-planned = Een contactpersoon heeft dit bevestigd. De toegang van wie er nu woont, stopt vóór die dag. De nieuwe huurder begint op die dag.
mail-answer-proposed-subject = Uw verzoek wacht nog
mail-answer-proposed = Dit account is in gebruik. Daarom verandert het adres niet meteen. Is er een tweede contactpersoon bij uw organisatie? Dan kan die het bevestigen of tegenhouden. Ook de bewoner hoort ervan en kan nee zeggen.
mail-answer-proposed-until = Zegt niemand nee? Dan verandert het adres op { $until }.
mail-answer-proposed-wait = Vertel de bewoner nog niets: tot dan gaan mails naar het oude adres. U hoort van ons hoe het afloopt.
mail-answer-stopped = Het adres is niet veranderd: een andere contactpersoon of de bewoner zei nee. Bel eerst met de bewoner voordat u het opnieuw vraagt.
mail-answer-overtaken = Het adres is niet veranderd: het account of de woning was intussen al anders, of niemand besliste op tijd. Kijk of uw verzoek nog nodig is, en mail ons dan opnieuw.
mail-answer-not-you-title = Hebt u dit niet gevraagd?
mail-answer-not-you = Dan gebruikt iemand misschien uw mailbox. Verander het wachtwoord van uw mailbox en bel degene bij ons met wie u altijd werkt.
mail-answer-next-title = Vertel het de bewoner
mail-answer-next = Wij mailen de bewoner hier niet over. Geef de bewoner zelf de gebruikersnaam: { $account }. De bewoner kiest een eigen wachtwoord op de pagina hieronder.
mail-answer-next-from = Wij mailen de bewoner hier niet over. Geef de nieuwe bewoner op of na { $day } de gebruikersnaam: { $account }, en niet eerder. De bewoner kiest dan een eigen wachtwoord op de pagina hieronder.
mail-answer-reset-button = Wachtwoord kiezen
mail-answer-portal-button = Naar het serviceportaal
mail-answer-refused-subject = Uw verzoek is niet uitgevoerd
mail-answer-refused = Dat hebben wij niet gedaan.
mail-answer-why-not-sure = Wij weten niet zeker dat dit verzoek van u kwam. Hebt u het zelf gestuurd? Dan kunnen wij aan uw mail niet zien dat hij echt van uw organisatie is. Bel degene bij ons met wie u altijd werkt. Laat ook wie bij u over de mail gaat ernaar kijken (DKIM).
mail-answer-why-wrong-account = Dit account hoort niet bij een woning van uw organisatie, of het bestaat niet. Kijk de gebruikersnaam na en mail ons opnieuw.
mail-answer-why-wrong-address = Dit e-mailadres kan niet kloppen. Vraag het de bewoner nog een keer en mail ons opnieuw.
mail-answer-why-portal = Uw organisatie doet dit zelf in het serviceportaal. Daar ziet u ook meteen wat er verandert.
mail-answer-why-resident = De bewoner kan dit zelf. De bewoner logt in en past het adres aan onder ‘Woning’.
mail-answer-why-done = Dit was al gedaan. U hoeft niets meer te doen.
mail-answer-why-nothing = In uw mail vonden wij geen verzoek. Wilt u een adres laten koppelen? Schrijf dan: ‘Graag e-mailadres (adres) koppelen aan account (gebruikersnaam)’.
mail-answer-why-password = Niemand geeft, maakt of verandert een wachtwoord voor een ander. De bewoner kiest het zelf op de pagina hieronder.
mail-answer-why-contact = Een contactpersoon van uw organisatie zei dat dit niet klopt. Overleg eerst met uw collega’s voordat u het opnieuw vraagt.

mail-received-subject = Uw mail aan { $brand }
mail-received-preheader = Zo komt u verder.
mail-received-thanks = Op { $moment } kreeg { $brand } een mail vanaf dit adres. Dank u wel. Was u dat niet? Dan hoeft u niets te doen.
mail-received-why = Een mail bewijst niet wie u bent. Daarom schrijven wij u niets over een account, ook niet of het bestaat.
mail-received-resident = Bent u bewoner? Uw wachtwoord kiest u zelf op de pagina hieronder. Wij kunnen dat niet voor u doen. Lukt het niet, of is uw e-mailadres veranderd? Vraag dan uw verhuurder om hulp.
mail-received-button = Wachtwoord kiezen
mail-received-client-title = Werkt u bij een verhuurder?
mail-received-client = Alleen vaste contactpersonen kunnen ons mailen over een account. Bent u dat? Stuur uw mail dan vanaf het adres dat wij van u kennen. Deed u dat al? Bel dan degene bij { $brand } met wie u altijd werkt. Daar vraagt u het ook als u contactpersoon wilt worden.

mail-answer-enclosed = De brief voor de bewoner zit bij deze mail.
mail-answer-handout = Vertel ons daarna dat de bewoner het weet. Op de pagina hieronder staan ook de brieven.
mail-handout-subject = Bewoners van { $project } wachten op bericht
mail-handout-preheader = De gebruikersnamen staan klaar.
mail-handout-told = In { $project } van { $client } staan gebruikersnamen klaar. De bewoners weten dat nog niet.
mail-handout-act = Geef elke bewoner de eigen gebruikersnaam en de uitleg. Op de pagina staan de brieven en de lijst. Vink daar daarna af wie het weet.
mail-handout-button = Open de werklijst
mail-handout-until = Deze link werkt tot { $until }, en tot u hebt afgevinkt. Zijn er dan nog bewoners over? Dan sturen wij u een nieuwe link.
mail-handout-care-title = Deze mail is voor u
mail-handout-care = Stuur de mail niet door. Gaat een collega dit doen? Vraag ons dan om die collega als contactpersoon.
mail-ask-subject = Klopt dit verzoek?
mail-ask-preheader = Wij wachten op uw antwoord.
mail-ask-change = Op { $moment } vroeg { $by } ons om { $address } te koppelen aan account { $account }. Dat account is in gebruik.
mail-ask-new = Op { $moment } meldde { $by } ons een nieuwe huurder voor account { $account }: { $address }, vanaf { $day }. De toegang van wie er nu woont, stopt dan.
mail-ask-act = Weet u of dit klopt? Open de pagina en zeg ja of nee.
mail-ask-button = Kijk het verzoek na
mail-ask-waits = Antwoordt niemand? Dan verandert het adres op { $until }.
mail-ask-not-without = Antwoordt niemand vóór { $until }? Dan doen wij niets.
mail-ask-care-title = Weet u het niet zeker?
mail-ask-care = Bel dan eerst met wie dit vroeg. Gebruik daarvoor een nummer dat u al had, en niet een nummer uit een mail.

staff-mailin-asked = Ligt bij de contactpersonen
staff-mailin-by-contact = Een contactpersoon
staff-mailin-ask-title = Vraag het de contactpersonen
staff-mailin-ask = Leg het voor
staff-mailin-ask-next = De andere contactpersonen van de opdrachtgever krijgen een mail op het vaste adres; is er geen andere, dan wie het vroeg. Het eerste antwoord telt. U kunt het later nog eens voorleggen.
staff-mailin-told-asked = De contactpersonen hebben een mail. Zegt een van hen ja, dan wordt de mutatie ingevoerd.

ask-title = Klopt dit verzoek?
ask-lead = Op { $moment } kregen wij dit verzoek namens { $client }.
ask-lead-by = Op { $moment } kregen wij dit verzoek van { $by }, namens { $client }.
ask-first = Eerste dag van de nieuwe huurder
ask-means-change = Zegt u ja? Dan verandert het e-mailadres van dit account meteen. Mails voor dit account gaan dan naar het nieuwe adres.
ask-means-new = Zegt u ja? Dan stopt de toegang van wie er nu woont vóór { $day }, van alle accounts van deze woning. Op die dag begint de nieuwe huurder, met dit e-mailadres.
ask-question = Klopt dit?
ask-yes = Ja, dit klopt
ask-no = Nee, dit klopt niet
ask-email = Uw eigen e-mailadres
ask-button = Verstuur uw antwoord
ask-next = Uw antwoord komt in het logboek van uw organisatie.
ask-choose = Kies ja of nee.
ask-home = Dit kan nu niet bij deze woning. Misschien is er al een wisseling van huurder gepland, of klopt de dag niet. Bel de helpdesk. U kunt hieronder ook nee zeggen.
ask-done-title = Dank u wel, het is gedaan
ask-done = Wie het vroeg, krijgt er een mail over. Vertelt u het de bewoner? Wij mailen de bewoner niet.
ask-stopped-title = Dank u wel, er verandert niets
ask-stopped = Wie het vroeg, krijgt er een mail over. Denkt u dat iemand uw organisatie misbruikt? Bel ons dan meteen.
ask-overtaken-title = Er is niets veranderd
ask-overtaken = Het account of de woning was intussen al anders. Bel de helpdesk als dat niet klopt.
ask-dead-title = Deze vraag is niet meer te beantwoorden
ask-dead-expired = De link is te oud.
ask-dead-used = Er is al geantwoord, of het is al gedaan.
ask-dead-over = De vraag geldt niet meer.
ask-dead-do = Is het nog niet geregeld, en moet het wel? Mail ons dan een nieuw verzoek, of bel de helpdesk.

service-log-act-mail-frozen = Zette de mail van de contactpersonen stil.
service-log-act-mail-released = Liet de mail van de contactpersonen weer gelden.
staff-client-told-mail-frozen = Mail van de contactpersonen telt niet meer, en hun links werken niet.
staff-client-told-mail-released = Mail van de contactpersonen telt weer.
staff-client-mail-frozen-since = Sinds { $day } telt geen mail van de contactpersonen.
staff-client-mail-release = Laat mail weer tellen
staff-client-mail-freeze-what = Is een mailbox of het maildomein van deze opdrachtgever overgenomen? Zet de mail dan stil. Verzoeken per mail blijven staan en kunnen niet worden uitgevoerd. Wat nog wachtte op een tweede contactpersoon of op 72 uur, vervalt.
staff-client-mail-freeze = Zet de mail stil
staff-mailin-refusal-contact = Een contactpersoon zei dat het niet klopt
ask-home-is = Woning

# Wat een bewoner vroeg over eigen gegevens, aan een contactpersoon

mail-data-ask-subject = Een bewoner vraagt iets over de eigen gegevens
mail-data-ask-preheader = Geef antwoord, uiterlijk { $day }.
mail-data-ask = Op { $moment } vroeg een bewoner u iets over de eigen gegevens. De woning: { $home }.
mail-data-ask-what = De bewoner koos: { $wish }. Het gaat over: { $about }.
mail-data-ask-words = De bewoner schreef erbij
mail-data-ask-do = Doe wat nodig is, en kies uw antwoord op de pagina. De bewoner leest het daarna op de eigen pagina. De AVG zegt: uiterlijk op { $day }.
mail-data-ask-button = Geef antwoord
mail-data-ask-next-title = Moet er bij ons iets anders?
mail-data-ask-next = Uw antwoord verandert zelf niets aan de gegevens. Mail of bel ons wat er anders moet, en kies daarna uw antwoord.
staff-data-ask-title = Een bewoner vraagt iets over de eigen gegevens
staff-data-ask-lead = Op { $moment } vroeg een bewoner van { $client } dit. De bewoner leest uw antwoord bij Mijn gegevens.
staff-data-ask-means = Uw antwoord verandert zelf niets aan de gegevens. Doe dus eerst wat nodig is. Moet er bij ons iets anders? Mail of bel ons.
staff-data-ask-next = Uw antwoord komt in het logboek van uw organisatie. U geeft het één keer.
staff-data-ask-done-title = Dank u wel, uw antwoord is gegeven
staff-data-ask-done = De bewoner leest het bij Mijn gegevens. Wij mailen de bewoner niet.
staff-data-ask-dead-title = Dit verzoek is niet meer te beantwoorden
staff-data-ask-dead-used = Het is al beantwoord.
staff-data-ask-dead-do = Wilt u er nog iets over zeggen? Bel of schrijf de bewoner zelf, of bel de helpdesk.
