//! The homes that a notice reaches by letter only: for the client, whose tenants they are (law 10), home by home; the operator sees
//! how many.

use std::io;

use domain::access::{Actor, Denied, HandOut, Scope, in_organisation};
use domain::audit::Act;
use domain::home::Home;
use domain::id::{DwellingId, MaintenanceId, OrganisationId};
use domain::language::Language;
use domain::maintenance::{Audience, Notice, Reader};
use domain::time::Day;
use store::StoreError;
use store::maintenance::Kept;
use uuid::Uuid;
use words::{Words, t};

use super::{NoticeError, by, line};
use crate::caller::{Barred, Caller, Who};
use crate::first_login::back::{COLUMNS, cell};
use crate::first_login::letters::{LettersError, PART, in_the_background, letterhead_of};
use crate::first_login::{Sheet, SheetKind};
use crate::house::{App, Ctx};

/// The homes of the client of whoever asks; that they were listed is logged.
///
/// # Errors
/// [`NoticeError`].
pub async fn without_address(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    id: MaintenanceId,
) -> Result<Vec<Home>, NoticeError> {
    let who = caller.into().who(app, ctx);
    let line = line(app, ctx, Act::HomesSeen, id).because("no-address");
    let (mut found, mut after) = (Vec::new(), DwellingId::from_uuid(Uuid::nil()));
    loop {
        let asks = who.clone();
        let some = app.db.read(move |tx| some(tx, &asks, (id, after))).await?;
        let Some((last, _)) = some.last() else { break };
        after = *last;
        found.extend(some.into_iter().map(|(_, home)| home));
    }
    app.db
        .write(move |tx| {
            let actor = who.actor(tx)?;
            let client = own(&actor)?;
            Ok::<_, NoticeError>(by(&line, &actor, Audience::Client(client)).write(tx)?)
        })
        .await?;
    Ok(found)
}

/// What a notice says that reaches some homes by letter only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByLetter {
    /// The notice.
    pub notice: Notice,
    /// So many homes of the client.
    pub homes: u32,
}

/// How many homes of the client of whoever asks a notice reaches by letter only.
///
/// # Errors
/// [`Barred`].
pub async fn by_letter(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    id: MaintenanceId,
) -> Result<ByLetter, Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let (scope, kept) = of_own(tx, &who, id)?;
            let homes = store::maintenance::count_without_address(tx, &scope, id)?;
            Ok(ByLetter { notice: kept.notice, homes })
        })
        .await
}

/// A file with letters to those homes, `part` counted from 1.
///
/// # Errors
/// [`LettersError`].
pub async fn letters_pdf(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, language, part): (MaintenanceId, Language, usize),
) -> Result<Vec<u8>, LettersError> {
    let (caller, now) = (caller.into(), ctx.now);
    let who = caller.who(app, ctx);
    let (client, notice) = app
        .db
        .read(move |tx| {
            let (scope, kept) = of_own(tx, &who, id)?;
            let client = store::organisation::by_id(tx, scope.within())?.ok_or(Denied::NotYours)?;
            Ok::<_, Barred>((client, kept.notice))
        })
        .await?;
    let homes = without_address(app, ctx, caller, id).await.map_err(|error| match error {
        NoticeError::Barred(error) => LettersError::Barred(error),
        _ => LettersError::Nobody,
    })?;
    let many = PART as usize;
    let before = part.checked_sub(1).and_then(|before| before.checked_mul(many)).unwrap_or(usize::MAX);
    let homes: Vec<Home> = homes.into_iter().skip(before).take(many).collect();
    if homes.is_empty() {
        return Err(LettersError::Nobody);
    }
    let head = letterhead_of(app, client.id, client.name).await;
    let words = said(&notice, language);
    in_the_background(move || letters::notices(&head, Day::of(now), (&words, homes), language)).await
}

/// The words of a notice in a letter.
fn said(notice: &Notice, language: Language) -> letters::Notice {
    let (w, window) = (Words::of(language), notice.window);
    letters::Notice {
        subject: notice.words.subject(language).to_owned(),
        when: t!(w, "mail-maintenance-when", from = w.moment(window.from), to = w.moment(window.to)).into_owned(),
        paragraphs: notice.words.paragraphs(language).map(str::to_owned).collect(),
    }
}

/// The same homes as a list, in the language of whoever asks.
///
/// # Errors
/// [`NoticeError`].
pub async fn letter_list(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, kind): (MaintenanceId, SheetKind),
) -> Result<Vec<u8>, NoticeError> {
    let homes = without_address(app, ctx, caller, id).await?;
    let written = written(&homes, kind, Words::of(ctx.language));
    Ok(written.map_err(|error| StoreError::Internal(Box::new(error)))?)
}

fn written(homes: &[Home], kind: SheetKind, words: Words) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut sheet = Sheet::new(&mut out, kind)?;
    sheet.row(&COLUMNS.map(|column| words.t(words::first_login::column(column))))?;
    for home in homes {
        sheet.row(&COLUMNS.map(|column| cell(home, column)))?;
    }
    sheet.finish()?;
    Ok(out)
}

fn own(actor: &Actor) -> Result<OrganisationId, Denied> {
    match actor {
        Actor::Staff { organisation: Some(own), .. } => Ok(*own),
        _ => Err(Denied::NotAllowed),
    }
}

/// A notice that was approved and touches the client of whoever asks, with the right over its homes.
fn of_own(
    tx: &mut store::Read<'_>,
    who: &Who,
    id: MaintenanceId,
) -> Result<(Scope<HandOut, OrganisationId>, Kept), Barred> {
    let actor = who.actor(tx)?;
    let scope = in_organisation::<HandOut>(&actor, own(&actor)?)?;
    let found = store::maintenance::by_id(tx, id)?.filter(|it| it.facts.state.is_told());
    let touches = |it: &Kept| it.notice.audience.touches(Reader::Client(scope.within()));
    let kept = found.filter(touches).ok_or(Denied::NotYours)?;
    Ok((scope, kept))
}

fn some(
    tx: &mut store::Read<'_>,
    who: &Who,
    (id, after): (MaintenanceId, DwellingId),
) -> Result<Vec<(DwellingId, Home)>, Barred> {
    let (scope, _) = of_own(tx, who, id)?;
    Ok(store::maintenance::without_address(tx, &scope, (id, after))?)
}
