//! Changing an own text: first it is tried on invented residents, then exactly that is kept.

use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::texts::Text;
use store::texts::Written;

use super::look::{at, in_letters, letterhead, voice};
use super::preview::{self, Preview};
use super::{Place, TextError, Voice, right};
use crate::audit::{Entry, before_and_after, entry};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};
use crate::seal;

/// A text that was tried.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The text, as it would be kept.
    pub text: String,
    /// How it would be read.
    pub preview: Preview,
    /// Binds keeping it to what was shown.
    pub seal: String,
}

/// Over the piece, what is kept in it, and what would be; empty for the standard.
pub(super) fn seal((language, piece): Place, kept: Option<&Written>, text: &str) -> String {
    let before = kept.map_or("", |one| &one.kept.text);
    seal::over([language.code(), piece.as_str(), before, text])
}

/// The text as the client would speak with it; refused where it is none, or leaves no room in a letter.
pub(super) fn tried(app: &App, voice: Voice, (place, typed): (Place, &str)) -> Result<(Text, Voice), TextError> {
    let text = Text::parse(place.1, typed).map_err(TextError::Faults)?;
    let voice = Voice { own: voice.own.with(place, text.clone()), ..voice };
    if in_letters(place) && !letters::fits(&letterhead(app, &voice), place.0) {
        return Err(TextError::DoesNotFit);
    }
    Ok((text, voice))
}

/// Tries a text. Changes nothing.
///
/// # Errors
/// [`TextError`].
pub async fn plan(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (place, typed): (Place, &str),
) -> Result<Plan, TextError> {
    let who = caller.into().who(app, ctx);
    let read = app.db.read(move |tx| {
        let scope = right(&who, tx)?;
        let written = store::texts::list(tx, &scope)?;
        Ok::<_, Barred>((store::texts::landlord(tx, scope.within())?.unwrap_or_default(), written))
    });
    let (landlord, written) = read.await?;
    let (text, voice) = tried(app, voice(landlord, &written), (place, typed))?;
    let seal = seal(place, at(&written, place), text.written());
    Ok(Plan { preview: preview::of(app, place, &voice), text: text.written().to_owned(), seal })
}

/// Keeps a text that was tried, if nothing else was written there meanwhile.
///
/// # Errors
/// [`TextError`].
pub async fn change(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (place, typed): (Place, &str),
    shown: &str,
) -> Result<(), TextError> {
    // Rights come before faults: who may not, learns nothing about the text.
    let who = caller.into().who(app, ctx);
    let text = Text::parse(place.1, typed).map(|text| text.written().to_owned());
    let (shown, now) = (shown.to_owned(), ctx.now);
    let line = line(app, ctx, (Act::TextChanged, place));
    app.db
        .write(move |tx| {
            let scope = right(&who, tx)?;
            let text = text.clone().map_err(TextError::Faults)?;
            let written = store::texts::list(tx, &scope)?;
            let before = at(&written, place);
            if seal(place, before, &text) != shown {
                return Err(TextError::Moved);
            }
            store::texts::write(tx, &scope, place, &text, now)?;
            Ok(about(&line, scope.by(), (scope.within(), (before.is_some(), true))).write(tx)?)
        })
        .await
}

/// Goes back to the standard, if what was shown still stands there; nothing when the standard does.
///
/// # Errors
/// [`TextError`].
pub async fn to_standard(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (place, shown): (Place, &str),
) -> Result<(), TextError> {
    let (who, shown) = (caller.into().who(app, ctx), shown.to_owned());
    let line = line(app, ctx, (Act::TextRemoved, place));
    app.db
        .write(move |tx| {
            let scope = right(&who, tx)?;
            let written = store::texts::list(tx, &scope)?;
            let before = at(&written, place);
            if before.is_some() && seal(place, before, "") != shown {
                return Err(TextError::Moved);
            }
            if store::texts::remove(tx, &scope, place)? {
                about(&line, scope.by(), (scope.within(), (true, false))).write(tx)?;
            }
            Ok(())
        })
        .await
}

/// The line names the piece and what it was before and after: the standard, or an own text. The words themselves stay out of it.
fn line(app: &App, ctx: &Ctx, (act, (language, piece)): (Act, Place)) -> Entry {
    let nobody = Subject::new("organisation", uuid::Uuid::nil());
    entry(app, ctx, Actor::Job, act, (None, nobody))
        .because(piece.as_str())
        .with(app, &format!("language {}", language.code()))
}

fn about(line: &Entry, by: &Actor, (client, (before, after)): (domain::id::OrganisationId, (bool, bool))) -> Entry {
    let word = |own: bool| if own { "own text" } else { "standard text" };
    let mut line = line.clone();
    (line.line.actor, line.line.organisation) = (by.clone(), Some(client));
    line.line.subject = Subject::new("organisation", client.uuid());
    let language = line.side.as_ref().map_or(String::new(), |side| side.detail.clone());
    line.telling(&format!("{language}, {}", before_and_after(word(before), word(after))))
}
