//! All homes of a client, page by page, in an order that stays: by project, and within one by the moment they were added; or
//! those of a work list. For programs; people search. That somebody looked is logged before anything is shown.

use std::fmt;
use std::str::FromStr;

use domain::access::{Denied, ProjectPlace, SeeBoard, SeeHomes, in_organisation, in_project};
use domain::audit::Subject;
use domain::first_login::progress::{Cursor, Expected, Step, WorkList};
use domain::id::ProjectId;
use domain::naming::Slug;
use domain::text_enum::UnknownWord;
use domain::time::{Day, Time};
use store::progress::{Listed, Standing};
use store::users::Found;
use store::{Read, StoreError};

use super::search::own_client;
use crate::audit;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Which homes.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// Of one project only.
    pub project: Option<Slug>,
    /// What stands on this work list only.
    pub list: Option<WorkList>,
    /// Behind which the page begins.
    pub after: Option<After>,
    /// The most homes on it.
    pub most: u32,
}

/// Where a page ended: the next begins behind it. Written as `<project>~<home>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    project: ProjectId,
    home: Cursor,
}

impl fmt::Display for After {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.project, self.home)
    }
}

impl FromStr for After {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let (project, home) = text.split_once('~').ok_or(UnknownWord)?;
        Ok(Self { project: project.parse().map_err(|_| UnknownWord)?, home: home.parse()? })
    }
}

/// Some homes.
#[derive(Clone, Debug)]
pub struct Page {
    /// The homes.
    pub homes: Vec<Found>,
    /// Where the next page begins; none on the last one.
    pub next: Option<After>,
}

/// A page of the homes of the own client.
///
/// # Errors
/// [`Barred`]: a project of another client is not there.
pub async fn page(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, chosen: &Chosen) -> Result<Page, Barred> {
    let (who, chosen, now) = (caller.into().who(app, ctx), chosen.clone(), ctx.now);
    let (list, most) = (chosen.list, chosen.most);
    let which = list.map_or("all", WorkList::as_str);
    let read = app.db.read(move |tx| {
        let scope = own_client(&who.actor(tx)?)?;
        let board = in_organisation::<SeeBoard>(scope.by(), scope.within())?;
        let mut projects = store::project::of_client(tx, &board)?;
        projects.retain(|it| chosen.project.as_ref().is_none_or(|slug| it.slug == slug.as_str()));
        if projects.is_empty() && chosen.project.is_some() {
            return Err(Denied::NotYours.into());
        }
        projects.sort_by_key(|it| it.id);
        let mut homes: Vec<Found> = Vec::new();
        for project in projects {
            let after = chosen.after.filter(|after| after.project >= project.id);
            if after.is_some_and(|after| after.project > project.id) {
                continue;
            }
            // One more than fits tells that there is a next page.
            let most = (chosen.most + 1).saturating_sub(u32::try_from(homes.len()).unwrap_or(u32::MAX));
            if most == 0 {
                break;
            }
            let place = ProjectPlace { organisation: project.organisation, project: project.id };
            let right = in_project::<SeeHomes>(scope.by(), place)?;
            let expected = Expected::on(Day::of(now), project.delivered_on);
            let ask = Ask { list: chosen.list, expected, after: after.map(|after| after.home), most };
            let found = ask.run(tx, &right, now)?;
            homes.extend(found.into_iter().map(|standing| Found::of(standing, &project)));
        }
        Ok::<_, Barred>((scope.by().clone(), scope.within(), homes))
    });
    let (actor, organisation, mut homes) = read.await?;
    let more = homes.len() > most as usize;
    homes.truncate(most as usize);
    let next = homes.last().filter(|_| more).map(|last| ended(last, list));
    let about = (organisation, Subject::new("organisation", organisation.uuid()));
    audit::homes_seen(app, ctx, &actor, about, which).await?;
    Ok(Page { homes, next })
}

fn ended(last: &Found, list: Option<WorkList>) -> After {
    let told_on = list.and_then(|_| last.standing.progress.day(Step::InstructionHandedOut));
    After { project: last.project, home: Cursor { dwelling: last.standing.dwelling, told_on } }
}

/// What is asked of one project.
struct Ask {
    list: Option<WorkList>,
    expected: Expected,
    after: Option<Cursor>,
    most: u32,
}

impl Ask {
    fn run(
        &self,
        tx: &mut Read<'_>,
        right: &domain::access::Scope<SeeHomes, ProjectPlace>,
        now: Time,
    ) -> Result<Vec<Standing>, StoreError> {
        let &Self { list, expected, after, most } = self;
        match list {
            Some(list) => store::progress::on_list(tx, right, &Listed { list, expected, after, most }, now),
            None => store::progress::page(tx, right, (after.map(|after| after.dwelling), most), now),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_page_ended_is_one_word() {
        let id = "01890000-0000-7000-8000-000000000001";
        for text in [format!("{id}~{id}"), format!("{id}~{id}.2026-11-26")] {
            assert_eq!(text.parse::<After>().unwrap().to_string(), text);
        }
        for text in ["", "~", id, &format!("{id}~"), &format!("{id}~x"), &format!("x~{id}"), &format!("{id}~{id}.x")] {
            assert!(text.parse::<After>().is_err(), "{text}");
        }
    }
}
