//! PRODUCT 3.1, 3.2: passkeys of residents and staff. Added after the password of now, used to sign in without one and where it is
//! asked once more, named and removed by their owner, and gone with the generation of the identity (law 6).

mod add;
mod challenge;
mod check;
mod enter;
mod own;

pub use add::{Add, AddError, Begun, Made, add, begin};
pub(crate) use challenge::For;
pub use challenge::{Offer, offer, offer_once_more};
pub(crate) use check::{Checked, check};
pub use check::{Use, UseError};
pub use enter::{Enter, enter};
pub use own::{OwnError, Passkeys, of_owner, remove, rename};
pub use store::passkey::OwnPasskey;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use crypto::passkey::Party;

use crate::house::App;

/// The house as browsers know it; none when its address is a number.
fn party(app: &App) -> Option<Party> {
    Party::of(&app.settings.public_url)
}

/// As pages and browsers write bytes.
fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What a browser wrote so; nothing, which is never right, when it did not.
fn from_base64url(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap_or_default()
}

/// The name that passkeys are made for here; none where the address of the house is a number.
#[must_use]
pub fn party_id(app: &App) -> Option<String> {
    party(app).map(|party| party.id().to_owned())
}
