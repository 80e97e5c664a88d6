//! How far each home has come: a row for each occupancy of a main account, made and ended with it. Steps are written with
//! the act they belong to, and the first day stays. What a step, a list and the next act is stands in
//! [`domain::first_login::progress`]; the statements here count and page by the number of its `State`.
//!
//! Only who lives there now counts: `starts_at <= now`, and `ends_at` empty or later (law 6). Both are copies of the
//! bounds of occupancy and identity; whoever moves those moves these in the same transaction.

mod board;
mod handout;
mod homes;
mod lists;
mod steps;

use domain::first_login::progress::{Progress, State};
use domain::home::Home;
use domain::id::{AccountId, DwellingId, OccupancyId};

use crate::error::StoreError;
use crate::home::written;
use crate::value::{Cells, DayText, Record};

pub use board::{Returned, activated, homes, returned, states, waiting};
pub use handout::{Lives, Named, hand_out, lives_each, named_each, take_back};
pub use homes::{of_each, page, search};
pub use lists::{Listed, on_list};
pub(crate) use steps::{add_each, address_ended, address_linked, address_own, delivery_changed};
pub use steps::{list_returned, mail_accepted, password_set, reset_asked, signed_in};

/// A home, and how far the household behind its main account has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The home.
    pub dwelling: DwellingId,
    /// Its main account.
    pub account: AccountId,
    /// As the client wrote it.
    pub home: Home,
    /// The username of the account.
    pub username: String,
    /// Who lives there now; none when nobody does.
    pub occupancy: Option<OccupancyId>,
    /// The steps; all empty when nobody lives there.
    pub progress: Progress,
}

impl Record for Standing {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (dwelling, account) = (c.next()?, c.next()?);
        let home = written(c)?;
        let (username, occupancy, state) = (c.next()?, c.next()?, c.next::<Option<i64>>()?);
        let address = state_of(state.unwrap_or(0))?.address();
        let mut days = [None; 9];
        for day in &mut days {
            *day = c.next::<Option<DayText>>()?.map(|text| text.day()).transpose()?;
        }
        Ok(Self { dwelling, account, home, username, occupancy, progress: Progress::new(days, address) })
    }
}

/// The columns of a [`Standing`], of dwelling `d`, account `a` and progress `p`.
macro_rules! standing {
    () => {
        "SELECT d.id, a.id, d.client_number, d.street, d.house_number, d.addition, d.postcode, d.place, d.build_number, \
         a.username, p.occupancy_id, p.state, p.address_received_on, p.processed_on, p.list_returned_on, \
         p.username_handed_out_on, p.instruction_handed_out_on, p.reset_asked_on, p.mail_accepted_on, p.password_set_on, \
         p.signed_in_on "
    };
}
pub(crate) use standing;

pub(crate) fn state_of(number: i64) -> Result<State, StoreError> {
    State::from_number(number).ok_or_else(|| StoreError::internal("a stored state of progress is none"))
}

/// A number of homes.
fn counted(number: i64) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|_| StoreError::internal("a negative count"))
}
