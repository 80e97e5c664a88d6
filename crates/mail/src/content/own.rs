//! A mail to residents in the own words of their landlord: around what the mail has to say, never in its place. Who asked, the link
//! and its life, and what to do when it was not you stay as they are, whatever is put around them.

use domain::texts::{Own, Piece, Values};
use words::Words;

use super::text;
use crate::compose::{Content, Head};

/// Which mail, as far as its own texts are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The link to a new password.
    Reset,
    /// The usernames of an address.
    Names,
    /// The notice that a password changed.
    PasswordChanged,
    /// Any other.
    Other,
}

impl Sort {
    /// The piece that its first paragraphs are.
    const fn intro(self) -> Option<Piece> {
        match self {
            Self::Reset => Some(Piece::ResetIntro),
            Self::Names => Some(Piece::NamesIntro),
            Self::PasswordChanged => Some(Piece::ChangedIntro),
            Self::Other => None,
        }
    }
}

/// The mail with the landlord's own texts around it.
#[must_use]
pub fn dressed(content: Content, sort: Sort, own: &Own, values: &Values<'_>) -> Content {
    let language = content.language;
    // A username goes into the one mail only that its owner reads for certain, whatever a piece would take (law 4).
    let username = values.username.filter(|_| sort == Sort::PasswordChanged);
    let values = Values { username, ..*values };
    let paragraphs = |piece| own.paragraphs(language, piece, &values).unwrap_or_default().into_iter().map(text);
    let subject = Some(Piece::ResetSubject).filter(|_| sort == Sort::Reset);
    let subject = subject.and_then(|piece| own.said(language, piece, &values));
    let mut blocks: Vec<_> = paragraphs(Piece::MailGreeting).collect();
    blocks.extend(sort.intro().into_iter().flat_map(paragraphs));
    blocks.extend(content.blocks);
    blocks.extend(paragraphs(Piece::MailClosing));
    Content { subject: subject.unwrap_or(content.subject), blocks, ..content }
}

/// The head with the landlord's own name beside the address, which stays.
#[must_use]
pub fn sent_by(head: Head, w: Words, own: &Own, values: &Values<'_>) -> Head {
    let name = own.said(w.language(), Piece::Sender, values);
    Head { name: name.or(head.name), ..head }
}
