//! Filling a column from top to bottom: type of a size, leading that fits it, space between.

use super::lines::lines;
use super::{Ink, Placed};
use crate::type_face::{Face, Faces};

/// The distance from one baseline to the next, of the size of the type.
const LEADING: f32 = 1.31;
/// How far below the top of its line a baseline stands.
const BASELINE: f32 = 1.0;

/// How a text is set.
#[derive(Clone, Copy)]
pub(crate) struct Style<'a> {
    pub(crate) face: &'a Face,
    /// Points.
    pub(crate) size: f32,
    pub(crate) ink: Ink,
}

/// A column with a place to go on.
pub(crate) struct Flow<'a> {
    pub(crate) faces: &'a Faces,
    pub(crate) x: f32,
    pub(crate) width: f32,
    /// The top of what comes next.
    pub(crate) y: f32,
}

impl<'a> Style<'a> {
    pub(crate) fn text(faces: &'a Faces, size: f32) -> Self {
        Self { face: &faces.regular, size, ink: Ink::Dark }
    }

    pub(crate) fn bold(faces: &'a Faces, size: f32) -> Self {
        Self { face: &faces.bold, size, ink: Ink::Dark }
    }

    pub(crate) fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}

impl Flow<'_> {
    /// Sets a text in lines of the column and goes on below it. A blank ends each line but the last: readers of the file
    /// otherwise glue the words together.
    pub(crate) fn set(&mut self, style: Style<'_>, text: &str) -> Vec<Placed> {
        let broken = lines(style.face, style.size, &self.faces.readable(text), self.width);
        let last = broken.len().saturating_sub(1);
        let leading = style.size * LEADING;
        let top = self.y;
        self.y = broken.iter().fold(top, |y, _| y + leading);
        let mut y = top + style.size * BASELINE;
        let mut placed = Vec::with_capacity(broken.len());
        for (at, line) in broken.iter().enumerate() {
            let whole = line.ends_with('/');
            let run = if at < last && !whole {
                style.face.run(&format!("{line} "), style.size)
            } else {
                style.face.run(line, style.size)
            };
            placed.push(Placed { x: self.x, y, run, ink: style.ink });
            y += leading;
        }
        placed
    }

    /// Leaves room.
    pub(crate) fn skip(&mut self, room: f32) {
        self.y += room;
    }
}
