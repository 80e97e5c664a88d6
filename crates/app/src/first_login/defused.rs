//! Cells that a spreadsheet would run: written with an apostrophe in front, and read again without it.

use std::borrow::Cow;

/// A cell that begins with one of these is a formula to a spreadsheet, also inside quotation marks.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\0'];

/// The cell so that it runs nowhere.
pub(crate) fn defused(cell: &str) -> Cow<'_, str> {
    if cell.trim_start_matches('\'').starts_with(FORMULA) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell as it was before it was defused.
pub(super) fn restored(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => cell,
    }
}
