### De woorden van Huissleutel in het Nederlands, voor bewoners op niveau B1: "u", korte zinnen,
### iemand doet iets. Elke fout zegt wat u nu kunt doen en wie helpt.
### Een sleutel begint met zijn plaats: common-, time-, mail-, page…, staff- (alleen medewerkers),
### cli- (opdrachtregel). Elke sleutel staat in elke taal, met dezelfde waarden.

## common: overal

common-language = Nederlands
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

## page: wat op elke pagina staat

shell-fault = Fout:
shell-skip = Naar de inhoud
shell-menu = Menu
shell-start = Start
shell-signed-in-as = Ingelogd als
shell-help = Hulp nodig?
shell-help-landlord = Bel of mail uw verhuurder. Die helpt u verder. Geef uw wachtwoord aan niemand.
staff-shell-help = Vraag een collega die beheerder is. Geef uw wachtwoord en uw codes aan niemand.
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
staff-dead-expired = De uitnodiging was te oud. Zij werkt 72 uur.
staff-dead-replaced = Er is daarna een nieuwe uitnodiging gestuurd. Gebruik de link in de nieuwste mail.
staff-dead-ended = Deze uitnodiging is ingetrokken, of de link is niet helemaal meegekomen uit de mail.
staff-dead-way = Vraag de beheerder die u uitnodigde om een nieuwe uitnodiging.

## page: start

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
staff-role-org-admin = Beheerder van de opdrachtgever
staff-role-support = Support
staff-role-project-lead = Projectleider
staff-role-operator-admin = Beheer
staff-role-auditor = Auditor

## page: post die niet aankwam (beheer)

staff-post-title = Post die niet aankwam
staff-post-lead = Deze mails zijn opgegeven na de laatste poging. Is de oorzaak weg? Zet de mail dan terug in de rij.
staff-post-table = Mails die niet aankwamen, nieuwste eerst
staff-post-when = Opgegeven
staff-post-kind = Mail
staff-post-lane = Spoor
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

cli-import-new = nieuw
cli-import-unchanged = ongewijzigd
cli-import-changed = gewijzigd
cli-import-conflict = conflict
cli-import-refused = geweigerd
cli-import-counts = Nieuw: { $new }. Ongewijzigd: { $unchanged }. Gewijzigd: { $changed }. Conflict: { $conflict }. Geweigerd: { $refused }.
cli-import-dry = Er is niets opgeslagen. Klopt het verslag? Geef de opdracht dan nog eens, met --confirm erbij.
cli-import-done = De lijst is verwerkt.
cli-import-nothing = De lijst is niet opnieuw verwerkt: er is niets aan te veranderen.
cli-import-shifted = De lijst wordt in zijn geheel geweigerd. { $moved } van de { $rows } bekende e-mailadressen staan bij een andere woning dan eerst. Waarschijnlijk zijn de regels verschoven. Vraag de opdrachtgever om een nieuwe lijst.
cli-import-many = De lijst wordt in zijn geheel geweigerd. Er zouden { $count } e-mailadressen veranderen. Bij tien of meer moet een tweede persoon meekijken, en dat kan nog niet met deze opdracht. Splits de lijst niet op, maar vraag na of het klopt.
cli-column-client-number = VHE-nummer
cli-column-street = Straat
cli-column-house-number = Huisnummer
cli-column-house-letter = Huisletter
cli-column-addition = Toevoeging
cli-column-postcode = Postcode
cli-column-place = Plaats
cli-column-email = E-mailadres
cli-column-build-number = Bouwnummer
cli-column-username = Gebruikersnaam
cli-column-status = Status
cli-reason-no-key = De regel zegt niet om welke woning het gaat. Vul een VHE-nummer in, of een postcode met huisnummer, of een bouwnummer.
cli-reason-postcode = Dit is geen Nederlandse postcode. Schrijf hem als 1234 AB.
cli-reason-house-number = Dit is geen huisnummer. Schrijf eerst het getal en dan de letter of toevoeging.
cli-reason-no-house-number = Bij de postcode hoort een huisnummer.
cli-reason-too-long = Dit is te lang.
cli-reason-sign = Er staat een teken in dat hier niet hoort, zoals een nieuwe regel.
cli-reason-extra-cells = De regel heeft meer cellen dan er kolommen zijn. Misschien is hij verschoven.
cli-reason-email-no-at = Dit is geen e-mailadres: het @-teken ontbreekt.
cli-reason-email-many = Hier staat meer dan één e-mailadres. Kies er één.
cli-reason-email-sign = Er staat een teken in dat niet in een e-mailadres hoort.
cli-reason-email-dot = Er staat een punt op de verkeerde plaats.
cli-reason-email-domain = Wat achter het @-teken staat, is geen goede naam.
cli-reason-email-too-long = Dit e-mailadres is te lang.
cli-reason-email-typo = Kijk dit na: waarschijnlijk een tikfout in wat achter het @-teken staat. Het adres is wel overgenomen.
cli-reason-twice-in-list = Deze woning staat meer dan één keer in de lijst. Laat één regel staan.
cli-reason-two-homes = Het nummer en het adres horen bij twee verschillende woningen.
cli-reason-other-project = Deze woning hoort bij een ander project van deze opdrachtgever.
cli-reason-confirmed = De bewoner heeft zelf een ander e-mailadres bevestigd. Zelfde bewoner? Dan verandert die het zelf. Nieuwe bewoner? Voer een mutatie in.
cli-reason-in-use = Dit account is in gebruik. Een lijst verandert daar niets aan. Zelfde bewoner? Dan verandert die het e-mailadres zelf. Nieuwe bewoner? Voer een mutatie in.
cli-status-vacant = Geen bewoner
cli-status-no-address = Geen e-mailadres
cli-status-address-refused = E-mailadres bestaat niet
cli-status-linked = E-mailadres gekoppeld
cli-status-confirmed = E-mailadres bevestigd
