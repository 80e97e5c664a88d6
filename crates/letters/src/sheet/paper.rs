//! A4, folded in three, behind the left window of a Dutch DL envelope. All measures in millimetres from the left and the top of
//! the sheet, turned into points by [`mm`].
//!
//! The envelope is 220 × 110 mm inside at most. Its window lies 20 mm from the left and 15 mm from the bottom and is 90 × 35 mm
//! (DIN 680 and the usual Dutch ones, of which some are 45 mm high or 110 mm wide). The folded letter is 210 × 99 mm: it slides
//! 10 mm sideways and 11 mm up and down. So
//!
//! - what must be seen wherever the letter lies is inside 20…100 × 60…84 mm: [`ADDRESS`], two millimetres inside that;
//! - what may be seen is 10…130 × 39…95 mm: nothing else stands there ([`CLEAR`]).

use super::Area;

/// Millimetres to points.
pub(crate) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

const fn area(x: f32, y: f32, width: f32, height: f32) -> Area {
    Area { x: mm(x), y: mm(y), width: mm(width), height: mm(height) }
}

pub(crate) const WIDTH: f32 = mm(210.0);
pub(crate) const HEIGHT: f32 = mm(297.0);

/// The column of text; the address of the window begins at its edge.
pub(crate) const LEFT: f32 = mm(22.0);
pub(crate) const RIGHT: f32 = mm(188.0);
/// Printers at an office leave the last millimetres white.
pub(crate) const BOTTOM: f32 = mm(286.0);

/// The address of the home.
pub(crate) const ADDRESS: Area = area(22.0, 61.0, 77.0, 22.0);
/// Where the window may show paper: nothing but the address stands here.
#[cfg(test)]
pub(crate) const CLEAR: Area = area(10.0, 39.0, 120.0, 56.0);
/// Who sends it, the date and the reference, beside the window.
pub(crate) const ASIDE: Area = area(134.0, 42.0, 54.0, 50.0);
/// The name of the brand, above the window.
pub(crate) const MAST: Area = area(22.0, 15.0, 166.0, 12.0);
/// The line under it.
pub(crate) const MAST_LINE: f32 = mm(32.0);

/// Where the text of a letter begins, and that of the instruction, which goes in no envelope.
pub(crate) const LETTER_TOP: f32 = mm(100.0);
pub(crate) const INSTRUCTION_TOP: f32 = mm(44.0);

/// Where the letter is folded, and how long the marks at the left edge are.
pub(crate) const FOLDS: [f32; 2] = [mm(99.0), mm(198.0)];
pub(crate) const FOLD_FROM: f32 = mm(4.0);
pub(crate) const FOLD_TO: f32 = mm(8.0);

/// The QR code without its quiet edge; a small code takes a little less, so that the edge stays quiet.
pub(crate) const QR: f32 = mm(30.0);
