//! A client's own texts: which pieces of mails and letters it may write itself, what each of them takes, and what became of those
//! that are kept. What protects a resident stands in no piece: who asked for a mail, its link and how long that works, and what to
//! do when nobody asked. A piece that also goes to addresses which nobody confirmed takes no username (laws 4 and 5).

mod links;
mod parse;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::brand::Brand;
use crate::language::Language;
use crate::text_enum::text_enum;

pub use parse::{Fault, MOST_FAULTS, Text, Why};

text_enum! {
    /// A piece of a mail or a letter that a client may write itself. The words stand in addresses and in the log for ever.
    Piece {
        /// The name that mails to residents come from; never the address.
        Sender = "sender",
        /// Who helps: below every mail to residents, and in letters.
        Help = "help",
        /// The first line of every mail to residents.
        MailGreeting = "mail-greeting",
        /// The last lines of every mail to residents.
        MailClosing = "mail-closing",
        /// The subject of the mail with the link to a new password.
        ResetSubject = "reset-subject",
        /// The first paragraphs of that mail.
        ResetIntro = "reset-intro",
        /// The first paragraphs of the mail with the usernames of an address.
        NamesIntro = "names-intro",
        /// The first paragraphs of the notice that a password changed; goes to confirmed addresses only.
        ChangedIntro = "changed-intro",
        /// The first line of letters.
        LetterGreeting = "letter-greeting",
        /// What a letter for a first login begins with.
        LetterIntro = "letter-intro",
        /// What a letter that asks for an e-mail address begins with.
        AddressIntro = "address-intro",
        /// The last words of letters, above the name of the landlord.
        LetterClosing = "letter-closing",
    }
}

text_enum! {
    /// What stands in braces in a text, and is filled in for each reader. The words are those of Dutch texts.
    Placeholder {
        /// The client, as its tenants know it.
        Landlord = "verhuurder",
        /// The name of the service.
        Service = "dienst",
        /// The username of the account.
        Username = "gebruikersnaam",
    }
}

/// Where a piece is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In mails and in letters.
    Both,
    /// In mails.
    Mail,
    /// In letters.
    Letter,
}

/// How much a piece holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Lines at most, empty ones between paragraphs counted.
    pub lines: usize,
    /// Characters at most.
    pub signs: usize,
}

impl Piece {
    /// Where it is read.
    #[must_use]
    pub const fn place(self) -> Place {
        match self {
            Self::Help => Place::Both,
            Self::LetterGreeting | Self::LetterIntro | Self::AddressIntro | Self::LetterClosing => Place::Letter,
            _ => Place::Mail,
        }
    }

    /// How much it holds. Short: what protects the reader stands below it, and a letter has one page.
    #[must_use]
    pub const fn room(self) -> Room {
        let (lines, signs) = match self {
            Self::Sender => (1, 60),
            Self::ResetSubject => (1, 78),
            Self::MailGreeting | Self::LetterGreeting => (1, 80),
            Self::Help => (3, 200),
            Self::LetterClosing => (2, 120),
            Self::MailClosing => (4, 240),
            Self::LetterIntro | Self::AddressIntro => (6, 400),
            Self::ResetIntro | Self::NamesIntro | Self::ChangedIntro => (12, 500),
        };
        Room { lines, signs }
    }

    /// What it takes in braces. The username only where the mail goes to nobody but who proved to own the address: every other
    /// piece also reaches mailboxes that may be a stranger's (law 4), or stands on a page that is set once for all homes.
    #[must_use]
    pub const fn takes(self) -> &'static [Placeholder] {
        match self {
            Self::ChangedIntro => &[Placeholder::Landlord, Placeholder::Service, Placeholder::Username],
            _ => &[Placeholder::Landlord, Placeholder::Service],
        }
    }

    /// An e-mail address may stand in it: of whom to ask for help.
    #[must_use]
    pub const fn takes_email(self) -> bool {
        matches!(self, Self::Help)
    }
}

impl Placeholder {
    /// Its name in texts of this language: Dutch, or English for all others.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (_, Language::Nl) => self.as_str(),
            (Self::Landlord, _) => "landlord",
            (Self::Service, _) => "service",
            (Self::Username, _) => "username",
        }
    }

    /// Reads its name in any language, whatever the case and the blanks around it.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let is = |it: &Self| Language::ALL.iter().any(|language| it.name(*language) == name);
        Self::ALL.iter().copied().find(is)
    }
}

/// What is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Values<'a> {
    /// The client, as its tenants know it.
    pub landlord: &'a str,
    /// The name of the service.
    pub service: &'a str,
    /// The username, for a reader who may know it.
    pub username: Option<&'a str>,
}

/// A text as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The code of its language.
    pub language: String,
    /// The word of its piece.
    pub piece: String,
    /// What was written.
    pub text: String,
}

/// Why a text that is kept is not used: the standard stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unused {
    /// This version knows no such piece or language.
    Unknown,
    /// It is no text for this piece.
    Fault(Fault),
}

/// The own texts of a client, in all languages. A piece without one keeps the standard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own(BTreeMap<(Language, Piece), Text>);

impl Kept {
    /// Reads it.
    ///
    /// # Errors
    /// [`Unused`], when a later (or an earlier) version cannot read it any more.
    pub fn read(&self) -> Result<((Language, Piece), Text), Unused> {
        let language = Language::ALL.into_iter().find(|it| it.code() == self.language).ok_or(Unused::Unknown)?;
        let piece = Piece::parse(&self.piece).ok_or(Unused::Unknown)?;
        let text = Text::parse(piece, &self.text)
            .map_err(|faults| faults.into_iter().next().map_or(Unused::Unknown, Unused::Fault))?;
        Ok(((language, piece), text))
    }
}

impl Own {
    /// Those of what is kept that can be read; the rest is left out, so that nothing kept can ever stop a mail.
    #[must_use]
    pub fn of(kept: &[Kept]) -> Self {
        Self(kept.iter().filter_map(|one| one.read().ok()).collect())
    }

    /// The same with this text in its place.
    #[must_use]
    pub fn with(mut self, (language, piece): (Language, Piece), text: Text) -> Self {
        self.0.insert((language, piece), text);
        self
    }

    /// There is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The own text of a piece.
    #[must_use]
    pub fn text(&self, language: Language, piece: Piece) -> Option<&Text> {
        self.0.get(&(language, piece))
    }

    /// The paragraphs of a piece, filled in; none where the standard stands, and where something would have to be filled in that
    /// this reader may not know.
    #[must_use]
    pub fn paragraphs(&self, language: Language, piece: Piece, values: &Values<'_>) -> Option<Vec<String>> {
        self.text(language, piece)?.fill(values)
    }

    /// The same as one text, its paragraphs in lines below each other.
    #[must_use]
    pub fn said(&self, language: Language, piece: Piece, values: &Values<'_>) -> Option<String> {
        self.paragraphs(language, piece, values).map(|paragraphs| paragraphs.join("\n"))
    }

    /// The brand with the client's own words on who helps, in this language only.
    #[must_use]
    pub fn brand(&self, brand: &Brand, language: Language, values: &Values<'_>) -> Brand {
        let mut brand = brand.clone();
        if let Some(help) = self.said(language, Piece::Help, values) {
            match language {
                Language::Nl => brand.help.nl = help,
                _ => brand.help.en = help,
            }
        }
        brand
    }
}
