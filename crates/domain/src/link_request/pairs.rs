//! Which address belongs to which account. Only an order that can be read in one way is read.

use super::items::{Item, Line};
use super::{MOST, Unclear};
use crate::email::Address;
use crate::username::Skeleton;

/// An account with its address, and the line in which the later of the two stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) account: String,
    pub(super) skeleton: Skeleton,
    pub(super) address: Address,
    pub(super) line: usize,
}

/// Puts them together.
///
/// # Errors
/// Why a person has to.
pub(super) fn of(lines: &[Line]) -> Result<Vec<Pair>, Unclear> {
    // Told ten times over, as much as one mail may ask for: what is more is compared with everything else by nobody.
    if lines.iter().map(|line| line.items.len()).sum::<usize>() > MOST * 20 {
        return Err(Unclear::TooMany);
    }
    let mut pairs = Vec::new();
    let mut loose = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match line.items.as_slice() {
            [] => {}
            [one] => loose.push((at, one)),
            many => pairs.extend(in_turn(many.iter().map(|item| (at, item)))?),
        }
    }
    // What is told once more, in the subject or in a sentence under a table, is nothing new.
    loose.retain(|(_, item)| !pairs.iter().any(|pair| tells(pair, item)));
    if pairs.is_empty() {
        let accounts = loose.iter().filter(|(_, item)| matches!(item, Item::Account(..))).count();
        match (accounts, loose.len() - accounts) {
            (0, _) => return Err(Unclear::NoAccount),
            (_, 0) => return Err(Unclear::NoAddress),
            _ => loose = once(loose),
        }
    }
    pairs.extend(in_turn(loose.into_iter())?);
    one_address_each(pairs)
}

fn tells(pair: &Pair, item: &Item) -> bool {
    match item {
        Item::Address(address) => pair.address.search_key() == address.search_key(),
        Item::Account(_, skeleton) => pair.skeleton == *skeleton,
    }
}

/// The same thing in two lines, where nothing else is told, is told once.
fn once(loose: Vec<(usize, &Item)>) -> Vec<(usize, &Item)> {
    let mut kept: Vec<(usize, &Item)> = Vec::new();
    for (at, item) in loose {
        if !kept.iter().any(|(_, known)| same(known, item)) {
            kept.push((at, item));
        }
    }
    kept
}

fn same(one: &Item, other: &Item) -> bool {
    match (one, other) {
        (Item::Address(one), Item::Address(other)) => one.search_key() == other.search_key(),
        (Item::Account(_, one), Item::Account(_, other)) => one == other,
        _ => false,
    }
}

/// Address, account, address, account; or the other way round, never a mixture of both.
fn in_turn<'a>(items: impl Iterator<Item = (usize, &'a Item)>) -> Result<Vec<Pair>, Unclear> {
    let items: Vec<(usize, &Item)> = items.collect();
    let mut pairs = Vec::new();
    let mut account_first = None;
    for two in items.chunks(2) {
        let (line, account, skeleton, address, order) = match two {
            [(_, Item::Account(account, skeleton)), (line, Item::Address(address))] => {
                (*line, account, skeleton, address, true)
            }
            [(_, Item::Address(address)), (line, Item::Account(account, skeleton))] => {
                (*line, account, skeleton, address, false)
            }
            _ => return Err(Unclear::Mixed),
        };
        if *account_first.get_or_insert(order) != order {
            return Err(Unclear::Mixed);
        }
        pairs.push(Pair { account: account.clone(), skeleton: skeleton.clone(), address: address.clone(), line });
    }
    Ok(pairs)
}

/// The same pair twice is one; two addresses for an account are a person's to decide.
fn one_address_each(pairs: Vec<Pair>) -> Result<Vec<Pair>, Unclear> {
    let mut kept: Vec<Pair> = Vec::new();
    for pair in pairs {
        match kept.iter().find(|known| known.skeleton == pair.skeleton) {
            None => kept.push(pair),
            Some(known) if known.address.search_key() == pair.address.search_key() => {}
            Some(_) => return Err(Unclear::TwoAddresses),
        }
    }
    Ok(kept)
}
