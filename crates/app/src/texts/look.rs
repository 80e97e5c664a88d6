//! Seeing the own texts: all pieces at once, and one of them as it is read. Changes nothing.

use domain::language::Language;
use domain::texts::{Own, Place as Where, Unused};
use letters::{Letter, Letterhead};
use store::StoreError;
use store::texts::Written;

use super::preview::{self, Preview};
use super::standard::standard;
use super::{Place, TextError, Voice, right};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// All texts of a client.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The client.
    pub landlord: String,
    /// Those it wrote itself.
    pub written: Vec<(Written, Result<Place, Unused>)>,
}

/// One piece.
#[derive(Clone, Debug)]
pub struct Look {
    /// What the client wrote itself.
    pub written: Option<Written>,
    /// It is kept and not used: this version cannot read it.
    pub unused: bool,
    /// What stands otherwise; none where nothing does.
    pub standard: Option<String>,
    /// How it is read now.
    pub preview: Preview,
    /// Binds going back to the standard to what was shown.
    pub seal: String,
}

/// All texts of the client of whoever asks.
///
/// # Errors
/// [`Barred`].
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Seen, Barred> {
    let (landlord, written) = read(app, ctx, caller).await?;
    let written = written.into_iter().map(|one| {
        let place = one.kept.read().map(|(place, _)| place);
        (one, place)
    });
    Ok(Seen { landlord, written: written.collect() })
}

/// One piece, as it stands.
///
/// # Errors
/// [`Barred`].
pub async fn look(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, place: Place) -> Result<Look, Barred> {
    let (landlord, written) = read(app, ctx, caller).await?;
    let voice = voice(landlord, &written);
    let written = at(&written, place).cloned();
    Ok(Look {
        unused: written.as_ref().is_some_and(|one| one.kept.read().is_err()),
        standard: standard(app, place, &voice.values(app, None)),
        preview: preview::of(app, place, &voice),
        seal: super::change::seal(place, written.as_ref(), ""),
        written,
    })
}

/// A file with the letters of invented homes, in the own texts as they stand or, with `typed`, as they would.
///
/// # Errors
/// [`TextError`].
pub async fn sheet(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (language, typed): (Language, Option<(Place, &str)>),
) -> Result<Vec<u8>, TextError> {
    let caller = caller.into();
    let (landlord, written) = read(app, ctx, caller).await?;
    let logo = super::logo(app, ctx, caller).await?;
    let mut voice = voice(landlord, &written);
    if let Some((place, typed)) = typed {
        voice = super::change::tried(app, voice, (place, typed))?.1;
    }
    let head = Letterhead { logo, ..letterhead(app, &voice) };
    let today = domain::time::Day::of(ctx.now);
    let made = tokio::task::spawn_blocking(move || letters::letters(&head, today, Letter::samples(), language)).await;
    let made = made.map_err(|_| StoreError::internal("the making of a letter broke off"))?;
    made.map_err(|error| {
        tracing::error!(%error, "a letter could not be made");
        StoreError::internal("a letter could not be made").into()
    })
}

/// The letterhead of a client with its own texts, without its logo.
pub(super) fn letterhead(app: &App, voice: &Voice) -> Letterhead {
    Letterhead {
        brand: app.settings.brand.clone(),
        landlord: voice.landlord.clone(),
        reset_page: app.settings.link("/login/accounts/pass/reset/"),
        own: voice.own.clone(),
        logo: None,
    }
}

async fn read(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<(String, Vec<Written>), Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let scope = right(&who, tx)?;
            let written = store::texts::list(tx, &scope)?;
            Ok((store::texts::landlord(tx, scope.within())?.unwrap_or_default(), written))
        })
        .await
}

pub(super) fn voice(landlord: String, written: &[Written]) -> Voice {
    let kept: Vec<_> = written.iter().map(|one| one.kept.clone()).collect();
    Voice { landlord, own: Own::of(&kept) }
}

/// What is kept in a place.
pub(super) fn at(written: &[Written], (language, piece): Place) -> Option<&Written> {
    written.iter().find(|one| one.kept.language == language.code() && one.kept.piece == piece.as_str())
}

/// A piece that letters are made of.
pub(super) fn in_letters((_, piece): Place) -> bool {
    piece.place() != Where::Mail
}
