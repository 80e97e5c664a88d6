//! What others than the resident may do with the address of a household that stays (laws 7 and 8): the one rule, whether
//! it comes by list or by page.

use crate::email::Address;
use crate::first_login::Proof;
use crate::text_enum::text_enum;
use crate::time::{Span, Time};

/// So long the owner of a new address can confirm it.
pub const CONFIRMS: Span = Span::hours(24);

/// So long the owner of the address before can take the change back.
pub const UNDOES: Span = Span::hours(72);

/// A household behind an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownHome {
    /// The address in force, if any.
    pub link: Option<KnownLink>,
    /// In use: a confirmed address or a passkey, or signed in to in the last 90 days.
    pub in_use: bool,
}

/// The address in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownLink {
    /// [`Address::search_key`].
    pub search_key: String,
    /// Who vouches for it.
    pub proof: Proof,
}

/// How a household gets in, as far as it makes its account one in use.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Used {
    /// When somebody got in last, or was to get in anew.
    pub at: Option<Time>,
    /// It has a passkey.
    pub has_passkey: bool,
}

text_enum! {
    /// What an address typed by others would be for a household.
    Takes {
        /// It is the address in force already.
        Same = "same",
        /// The first address of one that has none.
        First = "first",
        /// It comes in the place of one that nobody proved.
        Corrects = "corrects",
        /// Nothing comes in the place of one that nobody proved.
        Removes = "removes",
        /// The resident proved another one: only with a second person.
        Confirmed = "confirmed",
        /// Somebody gets in: only with a second person.
        InUse = "in-use",
    }
}

impl KnownHome {
    /// A household with this address; in use when its owner proved it, by a passkey, or when somebody got in after `since`.
    #[must_use]
    pub fn lived(link: Option<KnownLink>, used: Used, since: Time) -> Self {
        let confirmed = link.as_ref().is_some_and(|link| link.proof == Proof::Confirmed);
        let in_use = confirmed || used.has_passkey || used.at.is_some_and(|at| at > since);
        Self { link, in_use }
    }

    /// Nobody lives there now. An address would begin an occupancy, which is a tenant change (law 7): it takes none.
    #[must_use]
    pub const fn vacant() -> Self {
        Self { link: None, in_use: true }
    }

    /// What this address would be, or none in the place of the one in force.
    #[must_use]
    pub fn takes(&self, address: Option<&Address>) -> Takes {
        if self.link.as_ref().map(|link| link.search_key.clone()) == address.map(Address::search_key) {
            return Takes::Same;
        }
        // Told apart, because the way to go differs.
        match self.link.as_ref().map(|link| link.proof) {
            Some(Proof::Confirmed) => Takes::Confirmed,
            _ if self.in_use => Takes::InUse,
            Some(Proof::Linked) if address.is_none() => Takes::Removes,
            Some(Proof::Linked) => Takes::Corrects,
            // A proposed or ended address is not in force.
            None | Some(Proof::Proposed | Proof::Ended) => Takes::First,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: Time = Time::from_micros(1_795_438_980_000_000);

    fn takes(proof: Option<Proof>, signed_in_at: Option<Time>) -> Takes {
        let link = proof.map(|proof| KnownLink { search_key: "jan@example.nl".to_owned(), proof });
        let other = Address::parse("piet@example.nl").unwrap();
        KnownHome::lived(link, Used { at: signed_in_at, has_passkey: false }, NOW - Span::days(90)).takes(Some(&other))
    }

    #[test]
    fn only_what_nobody_uses_or_proved_gives_way() {
        let (lately, long_ago) = (Some(NOW - Span::days(89)), Some(NOW - Span::days(90)));
        assert_eq!((takes(None, None), takes(None, long_ago)), (Takes::First, Takes::First));
        assert_eq!(
            (takes(Some(Proof::Linked), None), takes(Some(Proof::Linked), long_ago)),
            (Takes::Corrects, Takes::Corrects)
        );
        assert_eq!((takes(None, lately), takes(Some(Proof::Linked), lately)), (Takes::InUse, Takes::InUse));
        assert_eq!(
            (takes(Some(Proof::Confirmed), None), takes(Some(Proof::Confirmed), long_ago)),
            (Takes::Confirmed, Takes::Confirmed)
        );
        let any = Address::parse("piet@example.nl").unwrap();
        assert_eq!(KnownHome::vacant().takes(Some(&any)), Takes::InUse);
    }

    #[test]
    fn an_address_is_taken_away_by_the_same_rule() {
        let removes = |proof: Option<Proof>, signed_in_at| {
            let link = proof.map(|proof| KnownLink { search_key: "jan@example.nl".to_owned(), proof });
            KnownHome::lived(link, Used { at: signed_in_at, has_passkey: false }, NOW - Span::days(90)).takes(None)
        };
        let lately = Some(NOW - Span::days(89));
        assert_eq!((removes(None, None), removes(None, lately)), (Takes::Same, Takes::Same));
        assert_eq!(removes(Some(Proof::Linked), None), Takes::Removes);
        assert_eq!(removes(Some(Proof::Linked), lately), Takes::InUse);
        assert_eq!(removes(Some(Proof::Confirmed), None), Takes::Confirmed);
    }

    proptest! {
        #[test]
        fn the_address_in_force_is_never_a_change(local in "[a-zA-Z]{1,8}", days in 0_i64..200, proof in 0_usize..3) {
            let typed = Address::parse(&format!("{local}@example.nl")).unwrap();
            let link = KnownLink { search_key: typed.search_key(), proof: Proof::ALL[proof] };
            let home = KnownHome::lived(Some(link), Used { at: Some(NOW - Span::days(days)), has_passkey: false }, NOW - Span::days(90));
            let again = Address::parse(&format!("{}@Example.nl", local.to_uppercase())).unwrap();
            prop_assert_eq!(home.takes(Some(&again)), Takes::Same);
        }
    }
}
