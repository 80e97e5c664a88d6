//! Usernames for new accounts, of a list or by hand: the next numbers of the project. A number whose username looks like one that
//! was issued anywhere is passed over, for ever.

use domain::access::{ProjectPlace, Scope};
use domain::id::{AccountId, DwellingId};
use domain::time::Time;
use domain::username::{Prefix, Username};
use store::home::NewAccount;
use store::{StoreError, Write};

/// An account that is to get its username.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nameless {
    /// Its id.
    pub(crate) account: AccountId,
    /// Its home, which is there.
    pub(crate) dwelling: DwellingId,
    /// The one that letters and lists are about.
    pub(crate) main: bool,
}

/// Adds the accounts, each with the next number of the project; their usernames, in their order.
pub(crate) fn issue<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, ProjectPlace>,
    prefix: &Prefix,
    new: &[Nameless],
    at: Time,
) -> Result<Vec<Username>, StoreError> {
    let mut given: Vec<Option<Username>> = vec![None; new.len()];
    let mut waiting: Vec<usize> = (0..new.len()).collect();
    while !waiting.is_empty() {
        let gone = || StoreError::internal("the project is gone, or out of numbers");
        let first = store::project::next_number(tx, scope)?.ok_or_else(gone)?;
        let count = u32::try_from(waiting.len()).map_err(|_| gone())?;
        // Written before the accounts: of two that issue at once, one waits here and not half-way.
        store::project::set_next_number(tx, scope, first.checked_add(count).ok_or_else(gone)?)?;
        let tried: Vec<NewAccount> = waiting
            .iter()
            .zip(first..)
            .filter_map(|(at, number)| {
                let &Nameless { account: id, dwelling, main } = new.get(*at)?;
                Some(NewAccount { id, dwelling, main, username: Username::issue(prefix, number) })
            })
            .collect();
        let added = store::home::add_accounts(tx, scope, &tried, at)?;
        let mut still = Vec::new();
        for ((at, account), added) in waiting.into_iter().zip(tried).zip(added) {
            match given.get_mut(at) {
                Some(place) if added => *place = Some(account.username),
                _ => still.push(at),
            }
        }
        waiting = still;
    }
    Ok(given.into_iter().flatten().collect())
}
