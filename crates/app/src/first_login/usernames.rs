//! What the list of usernames says about a home, and that the client has it. The list itself is written by [`super::back`].

use std::sync::Arc;

use domain::access::{ProjectPlace, Scope, SeeUsernames};
use domain::first_login::Proof;
use domain::id::DwellingId;
use domain::time::Time;
use store::StoreError;
use store::home::Listed;
use words::key;

use crate::house::App;

/// How far the account of a home has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody lives there now.
    Vacant,
    /// No address is known: nobody can set a password yet.
    NoAddress,
    /// A mail server said that the mailbox does not exist.
    AddressRefused,
    /// An address is linked, and not proven yet.
    Linked,
    /// The resident proved the address.
    Confirmed,
}

impl Status {
    /// Of a home in the list.
    #[must_use]
    pub fn of(home: &Listed) -> Self {
        Self::judged(home.lived_in, home.proof, home.refused)
    }

    /// Of a home by whether somebody lives there, who vouches for its address, and whether that was refused.
    pub(super) const fn judged(lived_in: bool, proof: Option<Proof>, refused: bool) -> Self {
        match proof {
            _ if !lived_in => Self::Vacant,
            Some(Proof::Linked | Proof::Confirmed) if refused => Self::AddressRefused,
            Some(Proof::Confirmed) => Self::Confirmed,
            Some(Proof::Linked) => Self::Linked,
            None | Some(Proof::Proposed | Proof::Ended) => Self::NoAddress,
        }
    }
}

/// The key of the words for it.
#[must_use]
pub const fn status_key(status: Status) -> &'static str {
    match status {
        Status::Vacant => key!("list-status-vacant"),
        Status::NoAddress => key!("list-status-no-address"),
        Status::AddressRefused => key!("list-status-address-refused"),
        Status::Linked => key!("list-status-linked"),
        Status::Confirmed => key!("list-status-confirmed"),
    }
}

/// The most homes in one write.
const CHUNK: usize = 500;

/// The client got the usernames of these homes, in this list or in another; how many it had not got before. Who gives a
/// list logs it.
///
/// # Errors
/// When the database fails.
pub async fn mark_returned(
    app: &App,
    scope: &Arc<Scope<SeeUsernames, ProjectPlace>>,
    homes: &[DwellingId],
    at: Time,
) -> Result<u64, StoreError> {
    let mut marked = 0;
    for chunk in homes.chunks(CHUNK) {
        let (scope, chunk) = (Arc::clone(scope), chunk.to_vec());
        marked += app.db.write(move |tx| store::progress::list_returned(tx, &scope, &chunk, at)).await?;
    }
    Ok(marked)
}
