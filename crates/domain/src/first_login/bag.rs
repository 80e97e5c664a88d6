//! Numbers of the land register (BAG): 16 digits, of which a spreadsheet keeps 15.
//!
//! Four digits of the municipality, two of the kind of object, ten more. One with a zero in front loses only that; of the
//! others the last digit becomes a zero, and which it was nobody can tell. No home is found by such a number.

use super::Reason;

/// Kinds of object: home, berth, pitch, building, number.
const KINDS: &[&str] = &["01", "02", "03", "10", "20"];

/// What there is to say of a cell; nothing of a sound number or an empty cell.
pub(super) fn check(text: &str) -> Option<Reason> {
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '\'')).collect();
    if digits.is_empty() {
        return None;
    }
    if is_scientific(&digits) {
        return Some(Reason::BagDamaged);
    }
    let digits = digits.strip_suffix(".0").or_else(|| digits.strip_suffix(",0")).unwrap_or(&digits);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Reason::Bag);
    }
    let kind = |from: usize| digits.get(from..from + 2).is_some_and(|kind| KINDS.contains(&kind));
    match digits.len() {
        16 if !kind(4) => Some(Reason::Bag),
        // Nine times of ten it did not end in a zero.
        16 if !digits.starts_with('0') && digits.ends_with('0') => Some(Reason::BagDamaged),
        16 => None,
        15 if kind(3) => Some(Reason::BagPadded),
        _ => Some(Reason::Bag),
    }
}

/// `1,96301E+15`.
fn is_scientific(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else { return false };
    let numeric = |text: &str, more: &str| {
        text.starts_with(|c: char| c.is_ascii_digit() || c == '+')
            && text.chars().all(|c| c.is_ascii_digit() || more.contains(c))
    };
    numeric(number, ",.") && numeric(power, "+")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_went_through_a_spreadsheet_are_known() {
        for (text, reason) in [
            ("0363010012345678", None),
            ("1963010012345678", None),
            ("", None),
            ("0363010012345670", None),
            ("363010012345678", Some(Reason::BagPadded)),
            ("363010012345678.0", Some(Reason::BagPadded)),
            ("1963010012345670", Some(Reason::BagDamaged)),
            ("1,96301E+15", Some(Reason::BagDamaged)),
            ("1.96301001234567e15", Some(Reason::BagDamaged)),
            ("1963990012345678", Some(Reason::Bag)),
            ("123", Some(Reason::Bag)),
            ("onbekend", Some(Reason::Bag)),
        ] {
            assert_eq!(check(text), reason, "{text}");
        }
    }
}
