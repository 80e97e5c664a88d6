//! What somebody says by a link from a mail, with the username typed: opening it changes nothing, and a robot that presses its
//! button does not know the username (law 5). Five wrong ones end the link.

use domain::time::Time;
use domain::token::{Dead, Purpose};
use store::account::Behind;
use store::token::Alive;
use store::{Read, StoreError};

use crate::house::{App, Ctx};
use crate::reset::{SetError, check_username};

/// Why what somebody said by a link was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SayError {
    /// The link is dead.
    #[error("the link is dead: {0}")]
    Dead(Dead),
    /// The username is not the one of the letter.
    #[error("wrong username")]
    WrongUsername,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<SetError> for SayError {
    fn from(error: SetError) -> Self {
        match error {
            SetError::Dead(dead) => Self::Dead(dead),
            SetError::Store(error) => Self::Store(error),
            SetError::WrongUsername | SetError::Password(_) | SetError::Busy { .. } => Self::WrongUsername,
        }
    }
}

/// Finds what a link tells, while there is something to say about it.
type Look<T> = fn(&mut Read<'_>, &[u8; 32], Time) -> Result<Result<(Alive, T), Dead>, StoreError>;

/// A link of a purpose: its hash, and how what it tells is found.
pub(crate) struct TypedLink<T> {
    pub(crate) hash: [u8; 32],
    look: Look<T>,
}

impl<T: Send + 'static> TypedLink<T> {
    pub(crate) fn new(purpose: Purpose, token: &str, look: Look<T>) -> Self {
        Self { hash: crypto::token::hash(purpose.as_str(), token), look }
    }

    /// What the page behind it tells.
    pub(crate) async fn open(&self, app: &App, ctx: &Ctx) -> Result<Result<T, Dead>, StoreError> {
        let (hash, look, now) = (self.hash, self.look, ctx.now);
        app.db.read(move |tx| look(tx, &hash, now).map(|looked| looked.map(|(_, told)| told))).await
    }

    /// Whose it is, if the username typed is theirs.
    pub(crate) async fn proven(&self, app: &App, ctx: &Ctx, username: &str) -> Result<Behind, SayError> {
        // One after the other: many presses with the right username are not many wrong ones.
        let _turn = app.turns.take(self.hash).await;
        let (hash, look, now) = (self.hash, self.look, ctx.now);
        let looked = app.db.read(move |tx| {
            let (alive, _) = match look(tx, &hash, now)? {
                Ok(found) => found,
                Err(dead) => return Ok(Err(dead)),
            };
            let behind = store::account::behind(tx, alive.identity)?;
            Ok::<_, StoreError>(Ok((alive, behind)))
        });
        let (alive, behind) = looked.await?.map_err(SayError::Dead)?;
        check_username(app, ctx, &alive, behind.as_ref(), Some(username)).await?;
        behind.ok_or(SayError::Dead(Dead::Ended))
    }
}
