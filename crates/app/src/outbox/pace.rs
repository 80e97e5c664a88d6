//! When a mail that was not taken is tried again, and when it is given up.

use domain::mail::Mail;
use domain::time::Span;

/// After the first failure a minute, then longer: greylisting lifts after five minutes as a rule.
const PAUSES: [i64; 6] = [1, 5, 6, 15, 30, 60];

/// A mail server that cannot be used at all is tried again sooner: once it is back, residents wait no longer than this.
const LONGEST_UNREACHABLE: Span = Span::minutes(5);

/// So many attempts without a reply after the final dot, and a person should look.
pub(super) const MOST_UNKNOWN: i64 = 3;

/// So many attempts of whatever kind, and a person should look.
pub(super) const MOST_ATTEMPTS: i64 = 200;

/// A mail older than this is of no use to anybody any more: it becomes a dead letter instead of a late surprise.
pub(crate) fn too_late(mail: Option<&Mail>) -> Span {
    match mail {
        Some(Mail::Invitation { .. }) => Span::hours(72),
        // While it is paused it waits; once the work is over it is dropped.
        Some(Mail::Maintenance { .. }) => Span::days(5),
        // It waits as long as the proposal it tells of.
        Some(Mail::RequestAnswer { ended: true, .. }) => Span::days(16),
        _ => Span::hours(24),
    }
}

/// The pause after the n-th attempt, from 1.
pub(super) fn pause(attempts: i64, unreachable: bool) -> Span {
    let index = usize::try_from(attempts - 1).unwrap_or(0).min(PAUSES.len() - 1);
    let pause = Span::minutes(PAUSES.get(index).copied().unwrap_or(60));
    if unreachable { pause.min(LONGEST_UNREACHABLE) } else { pause }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_an_unreachable_server_is_tried_within_five_minutes() {
        let all: Vec<_> = (1..9).map(|n| pause(n, false)).collect();
        assert!(all.is_sorted());
        assert_eq!(all.first(), Some(&Span::minutes(1)));
        assert!((0..99).all(|n| pause(n, true) <= Span::minutes(5)));
    }
}
