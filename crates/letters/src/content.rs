//! What a letter says, in one language: the same parts for the letter with and without an address and for the bare instruction,
//! in the order in which they are read. How they look is a matter of `sheet`, `docx` and `plain`.

use domain::language::Language;
use domain::texts::Piece;
use words::{Words, key, t};

use crate::{Kind, Letterhead};

/// What the reader is helped with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A letter to one home.
    Letter(Kind),
    /// The instruction for any home.
    Instruction,
}

/// All words of a letter but the address, the date and the username.
pub(crate) struct Content {
    pub(crate) language: Language,
    pub(crate) title: String,
    pub(crate) greeting: String,
    pub(crate) intro: String,
    pub(crate) card: Card,
    pub(crate) steps_title: String,
    pub(crate) steps: [Step; 3],
    pub(crate) notes: [Note; 2],
    /// The last words, above the name of the landlord.
    pub(crate) closing: String,
    pub(crate) pointers: Vec<Pointer>,
}

/// What the reader takes along: the username and the page.
pub(crate) struct Card {
    /// Above the username.
    pub(crate) username: String,
    /// Where the username comes from, when it is not on the paper.
    pub(crate) username_later: String,
    /// Above the address of the page.
    pub(crate) page: String,
}

/// Something to do.
pub(crate) struct Step {
    /// With paper in hand.
    pub(crate) paper: String,
    /// Where there is no QR code to scan. `None`: the same.
    pub(crate) screen: Option<String>,
}

/// What to do when something goes otherwise.
pub(crate) struct Note {
    pub(crate) title: String,
    pub(crate) text: String,
}

/// A few words for who reads another language.
pub(crate) struct Pointer {
    /// BCP 47.
    pub(crate) code: &'static str,
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Language, its own name, the words of a first login, the words of a letter without an address.
const POINTERS: [(&str, &str, &str, &str); 4] = [
    ("nl", key!("letter-pointer-nl"), key!("letter-pointer-nl-first"), key!("letter-pointer-nl-address")),
    ("en", key!("letter-pointer-en"), key!("letter-pointer-en-first"), key!("letter-pointer-en-address")),
    ("tr", key!("letter-pointer-tr"), key!("letter-pointer-tr-first"), key!("letter-pointer-tr-address")),
    ("pl", key!("letter-pointer-pl"), key!("letter-pointer-pl-first"), key!("letter-pointer-pl-address")),
];

impl Content {
    /// The words for this purpose.
    pub(crate) fn of(purpose: Purpose, head: &Letterhead, language: Language) -> Self {
        let w = Words::of(language);
        let (landlord, brand) = (&head.landlord, &head.brand.name);
        let asks_address = purpose == Purpose::Letter(Kind::PassOnAddress);
        let (title, intro) = if asks_address {
            (t!(w, "letter-address-title"), t!(w, "letter-address-intro", brand = brand, landlord = landlord))
        } else {
            (t!(w, "letter-title"), t!(w, "letter-intro", brand = brand))
        };
        let own = |piece| head.said(language, piece);
        let own_intro = own(if asks_address { Piece::AddressIntro } else { Piece::LetterIntro });
        Self {
            language,
            title: title.into_owned(),
            greeting: own(Piece::LetterGreeting).unwrap_or_else(|| t!(w, "letter-greeting").into_owned()),
            intro: own_intro.unwrap_or_else(|| intro.into_owned()),
            card: Card {
                username: t!(w, "letter-username").into_owned(),
                username_later: t!(w, "letter-username-later", landlord = landlord).into_owned(),
                page: t!(w, "letter-page").into_owned(),
            },
            steps_title: t!(w, "letter-steps").into_owned(),
            steps: if asks_address { address_steps(w, head) } else { login_steps(w, head) },
            notes: [if asks_address { no_address(w, head) } else { no_mail(w, head) }, help(w, head)],
            closing: own(Piece::LetterClosing).unwrap_or_else(|| t!(w, "letter-closing").into_owned()),
            pointers: pointers(w, asks_address),
        }
    }
}

fn login_steps(w: Words, head: &Letterhead) -> [Step; 3] {
    [
        Step {
            paper: t!(w, "letter-step-scan").into_owned(),
            screen: Some(t!(w, "letter-step-open", page = head.reset_page).into_owned()),
        },
        same(t!(w, "letter-step-ask")),
        same(t!(w, "letter-step-choose")),
    ]
}

fn address_steps(w: Words, head: &Letterhead) -> [Step; 3] {
    let landlord = &head.landlord;
    [
        same(t!(w, "letter-address-step-tell", landlord = landlord)),
        same(t!(w, "letter-address-step-wait", landlord = landlord)),
        Step {
            paper: t!(w, "letter-address-step-scan").into_owned(),
            screen: Some(t!(w, "letter-address-step-open", page = head.reset_page).into_owned()),
        },
    ]
}

fn same(text: impl Into<String>) -> Step {
    Step { paper: text.into(), screen: None }
}

fn no_mail(w: Words, head: &Letterhead) -> Note {
    let text = t!(w, "letter-no-mail-do", landlord = head.landlord);
    Note { title: t!(w, "letter-no-mail").into_owned(), text: text.into_owned() }
}

fn no_address(w: Words, head: &Letterhead) -> Note {
    let text = t!(w, "letter-address-none-do", landlord = head.landlord);
    Note { title: t!(w, "letter-address-none").into_owned(), text: text.into_owned() }
}

/// Who helps, in the words of the client or in ours; and what nobody may ask.
pub(crate) fn help(w: Words, head: &Letterhead) -> Note {
    let own = head.said(w.language(), Piece::Help).or_else(|| head.brand.help.of(w.language()).map(str::to_owned));
    let who = own.unwrap_or_else(|| t!(w, "letter-help-landlord", landlord = head.landlord).into_owned());
    let text = format!("{who} {}", t!(w, "letter-help-safe"));
    Note { title: t!(w, "letter-help").into_owned(), text }
}

/// In every language but the letter's own.
fn pointers(w: Words, asks_address: bool) -> Vec<Pointer> {
    let others = POINTERS.iter().filter(|(code, ..)| *code != w.code());
    others
        .map(|(code, name, first, address)| Pointer {
            code,
            name: w.t(name).into_owned(),
            text: w.t(if asks_address { address } else { first }).into_owned(),
        })
        .collect()
}
