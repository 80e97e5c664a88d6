//! A client's own logo: a PNG file, taken apart behind bounds and written anew; it stands in the head of letters. One that cannot
//! be read any more is left out, and no letter waits for it.

use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::id::OrganisationId;
use letters::{Picture, PictureFault};
use store::StoreError;

use super::right;
use crate::audit::{Entry, entry};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Why there is no new logo.
#[derive(Debug, thiserror::Error)]
pub enum LogoError {
    /// Not a right of this person, or the database failed.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The file is no logo.
    #[error(transparent)]
    Picture(#[from] PictureFault),
}

impl From<StoreError> for LogoError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// The logo of a client for its letters; none when it cannot be read: a letter is made without it.
pub(crate) async fn of(app: &App, organisation: OrganisationId) -> Option<Picture> {
    match app.db.read(move |tx| store::texts::logo(tx, organisation)).await {
        Ok(file) => file.and_then(|file| Picture::read(&file).ok()),
        Err(error) => {
            tracing::warn!(%organisation, %error, "a logo could not be read; letters go without it");
            None
        }
    }
}

/// The logo of the client of whoever asks, if it has one.
///
/// # Errors
/// [`Barred`].
pub async fn logo(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Option<Picture>, Barred> {
    let who = caller.into().who(app, ctx);
    let kept = app.db.read(move |tx| {
        let scope = right(&who, tx)?;
        Ok::<_, Barred>(store::texts::logo(tx, scope.within())?)
    });
    Ok(kept.await?.and_then(|file| Picture::read(&file).ok()))
}

/// Takes a file as the logo of the client.
///
/// # Errors
/// [`LogoError`].
pub async fn set_logo(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, file: Vec<u8>) -> Result<(), LogoError> {
    let who = caller.into().who(app, ctx);
    // Rights come before the file: who may not, makes the house take nothing apart.
    let asks = who.clone();
    app.db.read(move |tx| right(&asks, tx).map(drop)).await?;
    let taken = tokio::task::spawn_blocking(move || Picture::read(&file)).await;
    let picture = taken.map_err(|_| StoreError::internal("the reading of a picture broke off"))??;
    let (line, now) = (line(app, ctx, Act::LogoChanged), ctx.now);
    let write = app.db.write(move |tx| {
        let scope = right(&who, tx)?;
        store::texts::set_logo(tx, &scope, picture.png(), now)?;
        Ok::<_, Barred>(about(&line, scope.by(), scope.within()).write(tx)?)
    });
    Ok(write.await?)
}

/// Takes the logo away; nothing when there is none.
///
/// # Errors
/// [`Barred`].
pub async fn remove_logo(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<(), Barred> {
    let (who, line) = (caller.into().who(app, ctx), line(app, ctx, Act::LogoRemoved));
    app.db
        .write(move |tx| {
            let scope = right(&who, tx)?;
            if store::texts::remove_logo(tx, &scope)? {
                about(&line, scope.by(), scope.within()).write(tx)?;
            }
            Ok(())
        })
        .await
}

fn line(app: &App, ctx: &Ctx, act: Act) -> Entry {
    entry(app, ctx, Actor::Job, act, (None, Subject::new("organisation", uuid::Uuid::nil())))
}

fn about(line: &Entry, by: &Actor, client: OrganisationId) -> Entry {
    let mut line = line.clone();
    (line.line.actor, line.line.organisation) = (by.clone(), Some(client));
    line.line.subject = Subject::new("organisation", client.uuid());
    line
}
