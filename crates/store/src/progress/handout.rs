//! Ticks: the client told that a tenant has username, instruction or both, and took that back. Only for who lives there now.

use domain::access::{HandOut, ProjectPlace, Scope};
use domain::first_login::progress::{Part, State};
use domain::home::Keys;
use domain::id::{AccountId, OccupancyId};
use domain::time::{Day, Time};

use super::state_of;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Arg, Cells, Column, DayText, Record};
use crate::{args, sql};

/// Who lives in a home now, behind its main account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lives {
    /// The occupancy.
    pub occupancy: OccupancyId,
    /// The account.
    pub account: AccountId,
    /// How far it has come.
    pub state: State,
}

impl Record for Lives {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { occupancy: c.next()?, account: c.next()?, state: state_of(c.next()?)? })
    }
}

/// A home as a list of the client names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// By the skeleton of a username.
    Username(String),
    /// By the keys of the home; the strongest one it has decides.
    Home(Keys),
}

const LIVES: Sql = sql!(
    "SELECT occupancy_id, account_id, state FROM progress WHERE organisation_id = $1 AND project_id = $2 \
     AND occupancy_id = $3 AND starts_at <= $4 AND (ends_at IS NULL OR ends_at > $4) LIMIT 1"
);
const BY_USERNAME: Sql = sql!(
    "SELECT p.occupancy_id, p.account_id, p.state FROM account a JOIN occupancy o ON o.account_id = a.id \
     JOIN progress p ON p.occupancy_id = o.id WHERE p.organisation_id = $1 AND p.project_id = $2 AND a.skeleton = $3 \
     AND p.starts_at <= $4 AND (p.ends_at IS NULL OR p.ends_at > $4) LIMIT 1"
);
/// Who lives now behind the main account of dwelling `d`: `$1` client, `$4` now.
macro_rules! lives {
    () => {
        "SELECT p.occupancy_id, p.account_id, p.state FROM dwelling d JOIN account a ON a.dwelling_id = d.id AND a.main \
         JOIN occupancy o ON o.account_id = a.id JOIN progress p ON p.occupancy_id = o.id \
         WHERE d.organisation_id = $1 AND p.starts_at <= $4 AND (p.ends_at IS NULL OR p.ends_at > $4) AND "
    };
}

const BY_CLIENT_KEY: Sql = sql!(
    lives! "d.project_id = $2 AND d.client_key = $3 LIMIT 1"
);
const BY_ADDRESS_KEY: Sql = sql!(
    lives! "d.project_id = $2 AND d.address_key = $3 LIMIT 1"
);
const BY_BUILD_KEY: Sql = sql!(
    lives! "d.project_id = $2 AND d.build_key = $3 LIMIT 1"
);
// 8 is the username, 16 the instruction; 480 whatever the resident did.
const BOTH: Sql = sql!(
    "UPDATE progress SET username_handed_out_on = COALESCE(username_handed_out_on, $2), \
     instruction_handed_out_on = COALESCE(instruction_handed_out_on, $2), state = state | 24 \
     WHERE occupancy_id = $1 AND (state & 24) <> 24"
);
const USERNAME: Sql = sql!(
    "UPDATE progress SET username_handed_out_on = $2, state = state | 8 WHERE occupancy_id = $1 AND (state & 8) = 0"
);
const INSTRUCTION: Sql = sql!(
    "UPDATE progress SET instruction_handed_out_on = $2, state = state | 16 WHERE occupancy_id = $1 AND (state & 16) = 0"
);
const BOTH_BACK: Sql = sql!(
    "UPDATE progress SET username_handed_out_on = NULL, instruction_handed_out_on = NULL, state = state & 2023 \
     WHERE occupancy_id = $1 AND (state & 24) <> 0 AND (state & 480) = 0"
);
const USERNAME_BACK: Sql = sql!(
    "UPDATE progress SET username_handed_out_on = NULL, state = state & 2039 \
     WHERE occupancy_id = $1 AND (state & 8) <> 0 AND (state & 480) = 0"
);
const INSTRUCTION_BACK: Sql = sql!(
    "UPDATE progress SET instruction_handed_out_on = NULL, state = state & 2031 \
     WHERE occupancy_id = $1 AND (state & 16) <> 0 AND (state & 480) = 0"
);

/// Which of these occupancies are of the project, and somebody's now.
///
/// # Errors
/// When the database fails.
pub fn lives_each(
    tx: &mut Read<'_>,
    scope: &Scope<HandOut, ProjectPlace>,
    occupancies: &[OccupancyId],
    now: Time,
) -> Result<Vec<Option<Lives>>, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    let rows: Vec<Vec<Arg<'_>>> =
        occupancies.iter().map(|occupancy| args![organisation, project, *occupancy, now].to_vec()).collect();
    tx.maybe_each(LIVES, &rows)
}

/// Who lives now in each of these homes of the project; none where there is no such home, or nobody lives there.
///
/// # Errors
/// When the database fails.
pub fn named_each(
    tx: &mut Read<'_>,
    scope: &Scope<HandOut, ProjectPlace>,
    homes: &[Named],
    now: Time,
) -> Result<Vec<Option<Lives>>, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    let mut all = vec![None; homes.len()];
    for sql in [BY_USERNAME, BY_CLIENT_KEY, BY_ADDRESS_KEY, BY_BUILD_KEY] {
        let wanted = homes.iter().enumerate().filter_map(|(at, named)| Some((at, key_of(named)?)));
        let (places, rows): (Vec<usize>, Vec<Vec<Arg<'_>>>) = wanted
            .filter(|(_, (by, _))| *by == sql)
            .map(|(at, (_, key))| (at, vec![organisation.arg(), project.arg(), Arg::Text(key), now.arg()]))
            .unzip();
        let found: Vec<Option<Lives>> = tx.maybe_each(sql, &rows)?;
        for (at, lives) in places.into_iter().zip(found) {
            if let Some(place) = all.get_mut(at) {
                *place = lives;
            }
        }
    }
    Ok(all)
}

/// The statement and the key by which a home is found.
fn key_of(named: &Named) -> Option<(Sql, &str)> {
    match named {
        Named::Username(skeleton) => Some((BY_USERNAME, skeleton)),
        Named::Home(Keys { client: Some(key), .. }) => Some((BY_CLIENT_KEY, key)),
        Named::Home(Keys { address: Some(key), .. }) => Some((BY_ADDRESS_KEY, key)),
        Named::Home(Keys { build: Some(key), .. }) => Some((BY_BUILD_KEY, key)),
        Named::Home(_) => None,
    }
}

/// Ticks; for each whether that was new. They were found in this transaction, within the scope.
///
/// # Errors
/// When the database fails.
pub fn hand_out(
    tx: &mut Write<'_>,
    _: &Scope<HandOut, ProjectPlace>,
    part: Part,
    lives: &[Lives],
    at: Time,
) -> Result<Vec<bool>, StoreError> {
    let sql = match part {
        Part::Both => BOTH,
        Part::Username => USERNAME,
        Part::Instruction => INSTRUCTION,
    };
    let today = DayText::from(Day::of(at));
    let rows: Vec<Vec<Arg<'_>>> = lives.iter().map(|it| args![it.occupancy, today].to_vec()).collect();
    Ok(tx.run_each_told(sql, &rows)?.into_iter().map(|touched| touched == 1).collect())
}

/// Takes ticks back where the resident did nothing yet; for each whether it was. They were found in this transaction,
/// within the scope.
///
/// # Errors
/// When the database fails.
pub fn take_back(
    tx: &mut Write<'_>,
    _: &Scope<HandOut, ProjectPlace>,
    part: Part,
    lives: &[Lives],
) -> Result<Vec<bool>, StoreError> {
    let sql = match part {
        Part::Both => BOTH_BACK,
        Part::Username => USERNAME_BACK,
        Part::Instruction => INSTRUCTION_BACK,
    };
    let rows: Vec<Vec<Arg<'_>>> = lives.iter().map(|it| args![it.occupancy].to_vec()).collect();
    Ok(tx.run_each_told(sql, &rows)?.into_iter().map(|touched| touched == 1).collect())
}
