//! A client's own texts (PRODUCT section 4): seen, tried on invented residents, kept, and taken back to the standard by an admin
//! of the client. What is kept is used at sending, and a text that cannot be read there makes way for the standard.

mod change;
mod kept;
mod logo;
mod look;
mod preview;
mod standard;

use domain::access::{Actor, Denied, EditTexts, Scope, in_organisation};
use domain::id::OrganisationId;
use domain::language::Language;
use domain::texts::{Fault, Own, Piece, Values};
use store::{Read, StoreError};

use crate::caller::{Barred, Who};
use crate::house::App;

pub use change::{Plan, change, plan, to_standard};
pub(crate) use kept::own;
pub use kept::{Unreadable, unreadable};
pub(crate) use logo::of as logo_of;
pub use logo::{LogoError, logo, remove_logo, set_logo};
pub use look::{Look, Seen, look, see, sheet};
pub use preview::{MailShown, Preview};

/// A piece in a language.
pub type Place = (Language, Piece);

/// Why a text was not kept.
#[derive(Debug, thiserror::Error)]
pub enum TextError {
    /// Not a right of this person, or the database failed.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// It is no text for this piece.
    #[error("the text has faults")]
    Faults(Vec<Fault>),
    /// With it a letter does not fit on its page.
    #[error("the letter does not fit on one page")]
    DoesNotFit,
    /// What stands there is not what was shown.
    #[error("something changed meanwhile")]
    Moved,
}

impl From<StoreError> for TextError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// The texts of the client somebody works for: its own admin's to change.
fn right(who: &Who, tx: &mut Read<'_>) -> Result<Scope<EditTexts, OrganisationId>, Barred> {
    match who.actor(tx)? {
        ref actor @ Actor::Staff { organisation: Some(own), .. } => Ok(in_organisation(actor, own)?),
        _ => Err(Denied::NotAllowed.into()),
    }
}

/// A client and its own texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Voice {
    /// The name of the client.
    pub(crate) landlord: String,
    /// Its texts.
    pub(crate) own: Own,
}

impl Voice {
    /// What is filled in; the username for a reader who may know it.
    pub(crate) fn values<'a>(&'a self, app: &'a App, username: Option<&'a str>) -> Values<'a> {
        Values { landlord: &self.landlord, service: &app.settings.brand.name, username }
    }
}
