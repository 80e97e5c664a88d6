//! A request to link an address, as it comes in by e-mail (PRODUCT 3.5): what a text asks for. Reading gives nobody a right and is
//! no evidence of who wrote it; what could be read in two ways is never chosen between, a person reads it.

mod dates;
mod evidence;
mod items;
mod pairs;
mod part;
mod question;
mod read;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_hostile;

use crate::email::Address;
use crate::text_enum::text_enum;
use crate::time::Day;
use crate::username::Skeleton;

pub use evidence::{Doubt, Evidence, Missing, Refusal, Sort, State};
pub use question::Question;
pub use read::{Text, asks_letter, language, read};

/// More requests in one mail are a list, which has a procedure of its own.
pub const MOST: usize = 50;

text_enum! {
    /// Who lives there now, as the text says (law 7).
    Residents {
        /// The household stays.
        Same = "same",
        /// Another household comes: a tenant change.
        New = "new",
    }
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The account as it was written, for people.
    pub account: String,
    /// By which the account is looked up.
    pub skeleton: Skeleton,
    /// The address that is to be linked.
    pub address: Address,
    /// What the text says to the question of law 7; none leaves it to support.
    pub residents: Option<Residents>,
    /// The first day of those who come; always there with [`Residents::New`].
    pub first: Option<Day>,
}

text_enum! {
    /// Why a person has to read it.
    Unclear {
        /// It asks for nothing that we know.
        NoRequest = "no-request",
        /// No account is named.
        NoAccount = "no-account",
        /// No address is named.
        NoAddress = "no-address",
        /// What belongs to what can be read in two ways.
        Mixed = "mixed",
        /// Two addresses are named for one account.
        TwoAddresses = "two-addresses",
        /// There stands an address that is none, or one that is written in an unusual way.
        Address = "address",
        /// It asks for the contrary, or takes something back.
        Contrary = "contrary",
        /// Somebody left, yet it does not say who comes, and when.
        Residents = "residents",
        /// The day is missing, or can be read in two ways.
        Day = "day",
        /// It asks for more than one mail may.
        TooMany = "too-many",
        /// It asks for a password too.
        Password = "password",
        /// The request stands only in what was quoted: it may have been answered already.
        Quoted = "quoted",
    }
}

/// What a text asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Exactly this; at least one, at most [`MOST`].
    Requests(Vec<Asked>),
    /// A password, and nothing else: law 1 has one answer.
    Password,
    /// A person has to read it.
    Person(Unclear),
}
