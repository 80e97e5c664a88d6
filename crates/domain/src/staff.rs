//! People who work with the homes: how far they are, mailboxes that are nobody's own, and when their rights are to be gone
//! over again. What a role may do is the table in `access`.

use crate::email::Address;
use crate::text_enum::text_enum;
use crate::time::{Span, Time};

text_enum! {
    /// How far a member of staff is.
    State {
        /// Invited, and has not accepted.
        Invited = "invited",
        /// Set the own password.
        Active = "active",
        /// Has left, or the invitation was withdrawn.
        Ended = "ended",
    }
}

/// The rights of a team are gone over once in this time.
pub const REVIEW: Span = Span::days(365);

/// Whether somebody has to go over the rights of a team, the last time it was done being known.
#[must_use]
pub fn review_is_due(last: Option<Time>, now: Time) -> bool {
    last.is_none_or(|last| now - last > REVIEW)
}

/// Whether a mailbox belongs to a desk and not to a person, as its name says: `info@`, `huur2@`, `team.verhuur@`. Who shares a
/// mailbox shares the account, and the log names nobody.
#[must_use]
pub fn is_group_address(address: &Address) -> bool {
    let local = address.local().to_ascii_lowercase();
    let name = local.split('+').next().unwrap_or_default();
    let parts: Vec<&str> =
        name.split(|sign: char| !sign.is_ascii_alphabetic()).filter(|part| !part.is_empty()).collect();
    let Some(first) = parts.first() else { return false };
    GROUPS.contains(first) || parts.iter().all(|part| DESKS.contains(part))
}

/// What follows these is a group, whatever it is called.
const GROUPS: &[&str] = &["team", "afdeling", "afd", "groep", "noreply", "group"];

/// Names of desks. A name made of these only is nobody's own.
const DESKS: &[&str] = &[
    "abuse",
    "account",
    "accounts",
    "admin",
    "administratie",
    "administration",
    "administrator",
    "algemeen",
    "and",
    "backoffice",
    "balie",
    "beheer",
    "beheerder",
    "bestuur",
    "bewoners",
    "bewonerszaken",
    "boekhouding",
    "centrale",
    "communicatie",
    "contact",
    "crediteuren",
    "debiteuren",
    "desk",
    "directie",
    "en",
    "facilitair",
    "factuur",
    "facturen",
    "finance",
    "financien",
    "frontoffice",
    "gegevens",
    "help",
    "helpdesk",
    "hello",
    "hostmaster",
    "hr",
    "huur",
    "huurders",
    "huuradministratie",
    "huurincasso",
    "ict",
    "incasso",
    "info",
    "information",
    "informatie",
    "inkoop",
    "it",
    "kantoor",
    "kcc",
    "klant",
    "klanten",
    "klantcontact",
    "klantcontactcentrum",
    "klantenservice",
    "leefbaarheid",
    "mail",
    "mailbox",
    "makelaar",
    "management",
    "marketing",
    "melding",
    "meldingen",
    "mutatie",
    "mutaties",
    "no",
    "office",
    "onderhoud",
    "opzichters",
    "personeel",
    "planning",
    "post",
    "postbus",
    "postmaster",
    "privacy",
    "projecten",
    "receptie",
    "reparatie",
    "reparaties",
    "reply",
    "root",
    "sales",
    "secretariaat",
    "security",
    "service",
    "servicedesk",
    "storing",
    "storingen",
    "support",
    "systeem",
    "techniek",
    "test",
    "vastgoed",
    "verhuur",
    "verkoop",
    "vragen",
    "webmaster",
    "welkom",
    "wonen",
    "woningen",
    "woonconsulenten",
    "woonruimte",
    "woonservice",
    "zakelijk",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn desks_are_told_from_people() {
        let is = |text: &str| is_group_address(&Address::parse(text).expect("an address"));
        for desk in [
            "info@linde.example.nl",
            "HUUR@linde.example.nl",
            "administratie@linde.example.nl",
            "huur2@linde.example.nl",
            "verhuur-en-beheer@linde.example.nl",
            "team.noord@linde.example.nl",
            "afdeling_wonen@linde.example.nl",
            "no-reply@linde.example.nl",
            "kcc+noord@linde.example.nl",
        ] {
            assert!(is(desk), "{desk}");
        }
        for person in [
            "karel@linde.example.nl",
            "k.de.vries@linde.example.nl",
            "jan.beheer@linde.example.nl",
            "post.karin@linde.example.nl",
            "infante@linde.example.nl",
            "teamo@linde.example.nl",
            "j2@linde.example.nl",
            "12345@linde.example.nl",
        ] {
            assert!(!is(person), "{person}");
        }
    }

    #[test]
    fn rights_are_gone_over_once_a_year() {
        let now = Time::from_micros(2_000_000_000_000_000);
        assert!(review_is_due(None, now), "never is due");
        assert!(!review_is_due(Some(now - REVIEW), now), "a year to the moment is not over a year");
        assert!(review_is_due(Some(now - REVIEW - Span::from_micros(1)), now));
    }
}
