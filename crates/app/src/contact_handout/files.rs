//! The letters to the residents, and the list of their homes, as files.

use std::io;

use domain::audit::{Act, Subject};
use domain::first_login::progress::WorkList;
use domain::language::Language;
use domain::text_enum::UnknownWord;
use store::StoreError;
use store::progress::Standing;
use words::Words;

use super::open::log;
use super::{HandoutLinkError, enter, homes};
use crate::audit;
use crate::first_login::back::{COLUMNS, cell};
use crate::first_login::letters::{LettersError, PART, of_homes};
use crate::first_login::{Sheet, SheetKind};
use crate::house::{App, Ctx};

/// The work lists that there are letters for: their residents are told, or asked for an address.
pub const LISTED: [WorkList; 2] = [WorkList::NotTold, WorkList::NoAddress];

/// A file with the letters to the homes of one of [`LISTED`], `part` counted from 1. Making it is no handing out.
///
/// # Errors
/// [`HandoutLinkError`]; `Nobody` when no home stands there.
pub async fn letters(
    app: &App,
    ctx: &Ctx,
    (token, typed): (&str, &str),
    (which, part, language): (WorkList, usize, Language),
) -> Result<Vec<u8>, HandoutLinkError> {
    let found = enter(app, ctx, token, typed).await?;
    let list = LISTED.contains(&which).then_some(which).ok_or(HandoutLinkError::Nobody)?;
    let many = PART as usize;
    let before = part.checked_sub(1).and_then(|before| before.checked_mul(many)).ok_or(HandoutLinkError::Nobody)?;
    let some: Vec<Standing> = homes(app, ctx, &found, list).await?.into_iter().skip(before).take(many).collect();
    if some.is_empty() {
        return Err(HandoutLinkError::Nobody);
    }
    let about = (Some(found.project.organisation), Subject::new("project", found.project.id.uuid()));
    let line = audit::entry(app, ctx, found.actor(), Act::LettersPrinted, about).because(list.as_str());
    app.db.write(move |tx| line.write(tx)).await?;
    of_homes(app, ctx, &found.project, (&some, language)).await.map_err(|error| match error {
        LettersError::Barred(error) => error.into(),
        other => HandoutLinkError::Letters(other),
    })
}

/// The homes of both lists as one file, each with its username.
///
/// # Errors
/// [`HandoutLinkError`].
pub async fn list(
    app: &App,
    ctx: &Ctx,
    (token, typed): (&str, &str),
    kind: &str,
) -> Result<(SheetKind, Vec<u8>), HandoutLinkError> {
    let kind: SheetKind = kind.parse().map_err(|_: UnknownWord| HandoutLinkError::Nobody)?;
    let found = enter(app, ctx, token, typed).await?;
    let mut all = Vec::new();
    for list in LISTED {
        all.extend(homes(app, ctx, &found, list).await?.into_iter().map(|home| (list, home)));
        log(app, ctx, &found, list.as_str()).await?;
    }
    let written = written(&all, kind, Words::of(ctx.language));
    Ok((kind, written.map_err(|error| StoreError::Internal(Box::new(error)))?))
}

fn written(homes: &[(WorkList, Standing)], kind: SheetKind, words: Words) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut sheet = Sheet::new(&mut out, kind)?;
    let own = COLUMNS.map(|column| words.t(words::first_login::column(column)));
    let ours = [words.t("list-column-username"), words.t("list-column-status")];
    sheet.row(&own.into_iter().chain(ours).collect::<Vec<_>>())?;
    for (list, Standing { home, username, .. }) in homes {
        let own = COLUMNS.map(|column| cell(home, column).to_owned());
        let ours = [username.clone(), words.t(words::first_login::work_list(*list)).into_owned()];
        sheet.row(&own.into_iter().chain(ours).collect::<Vec<_>>())?;
    }
    sheet.finish()?;
    Ok(out)
}
