//! Law 13: the numbers we do not collect, recognised so that they are left unread and blanked in what is kept.

use super::{Reason, dates};

/// Cells from which a column can be judged.
const ENOUGH: usize = 3;

/// True when the filled cells are citizen service numbers, all of them: of other numbers one in eleven passes the test.
pub(super) fn are_citizen_numbers<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let mut filled = 0;
    for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
        if !is_citizen_number(cell) {
            return false;
        }
        filled += 1;
    }
    filled >= ENOUGH
}

/// True for a cell with a mail address, a day or what may be a citizen service number: no name of a column.
pub(super) fn is_of_a_person(cell: &str) -> bool {
    let mailbox = cell.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'));
    let day = !cell.is_empty() && matches!(dates::check(cell), None | Some(Reason::DateForm));
    mailbox || day || is_citizen_number(cell)
}

/// The test of eleven: 9 × first + 8 × second … + 2 × eighth − ninth is a multiple of 11. A zero in front may be lost.
fn is_citizen_number(cell: &str) -> bool {
    if cell.len() > 20 {
        return false;
    }
    let signs = cell.chars().filter(|c| !matches!(c, '.' | ' ' | '\u{a0}' | '\''));
    let Some(mut digits) = signs.map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>() else { return false };
    if digits.len() == 8 {
        digits.insert(0, 0);
    }
    let &[a, b, c, d, e, f, g, h, last] = digits.as_slice() else { return false };
    let sum = 9 * a + 8 * b + 7 * c + 6 * d + 5 * e + 4 * f + 3 * g + 2 * h;
    sum > 0 && sum % 11 == last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_pass_the_test_of_eleven_are_known_and_others_are_not() {
        // Invented numbers, made to pass.
        assert!(are_citizen_numbers(["123456782", "111222333", "", "1234.56.782"].into_iter()));
        assert!(!are_citizen_numbers(["123456782", "111222333", "123456789"].into_iter()));
        assert!(!are_citizen_numbers(["123456782", "111222333"].into_iter()), "too few to say");
        assert!(!are_citizen_numbers(["0612345678", "0612345679", "0612345670"].into_iter()));
        assert!(is_citizen_number("10000008") && !is_citizen_number("000000000"));
    }

    #[test]
    fn a_row_that_is_taken_for_a_header_leaves_nothing_about_a_person() {
        for cell in ["123456782", "j.devries@example.nl", "Jan <jan@example.nl>", "01-02-1943", "1943-02-01", "1-2-43"]
        {
            assert!(is_of_a_person(cell), "{cell}");
        }
        for cell in ["", "E-mail", "E-mail (@)", "VHE-nr", "0012", "Huur per 01-01-2026", "7601 AB", "12-1"] {
            assert!(!is_of_a_person(cell), "{cell}");
        }
    }
}
