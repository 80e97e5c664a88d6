//! The colours of a letter on white paper: the house's own, with the client's in place of the accent, darkened until it can be
//! read. Printed in grey they still can be.

use domain::brand::{Brand, Colour};
use krilla::color::rgb;

use crate::sheet::Ink;

/// Text against paper (WCAG 2.2, level AA).
const READABLE: f64 = 4.5;

/// The colours of one brand.
pub(super) struct Colours {
    pub(super) dark: rgb::Color,
    pub(super) quiet: rgb::Color,
    pub(super) brand: rgb::Color,
    pub(super) on_brand: rgb::Color,
    /// The card behind the username.
    pub(super) card: rgb::Color,
    /// Thin lines.
    pub(super) line: rgb::Color,
}

impl Colours {
    pub(super) fn of(brand: &Brand) -> Self {
        let own = own(brand);
        Self {
            dark: rgb::Color::new(0x1b, 0x2a, 0x33),
            quiet: rgb::Color::new(0x4c, 0x5a, 0x62),
            brand: drawn(own),
            on_brand: drawn(Colour::on(own)),
            card: rgb::Color::new(0xf6, 0xf1, 0xe8),
            line: rgb::Color::new(0xd9, 0xd2, 0xc5),
        }
    }

    /// Of a line of text.
    pub(super) fn ink(&self, ink: Ink) -> rgb::Color {
        match ink {
            Ink::Dark => self.dark,
            Ink::Quiet => self.quiet,
            Ink::Brand => self.brand,
            Ink::OnBrand => self.on_brand,
        }
    }
}

/// The client's colour or ours, fit to read on white.
fn own(brand: &Brand) -> Colour {
    let ours = Colour::parse("#0b5c7a").unwrap_or(Colour::BLACK);
    brand.colour.unwrap_or(ours).against(Colour::WHITE, READABLE)
}

fn drawn(colour: Colour) -> rgb::Color {
    let [red, green, blue] = colour.parts();
    rgb::Color::new(red, green, blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(colour: rgb::Color) -> Colour {
        Colour::parse(&format!("#{:02x}{:02x}{:02x}", colour.red(), colour.green(), colour.blue())).unwrap()
    }

    #[test]
    fn every_pair_can_be_read_whatever_the_brand() {
        for own in ["#0b5c7a", "#ffd400", "#000000", "#ffffff", "#808080"] {
            let colours = Colours::of(&Brand { colour: Colour::parse(own).ok(), ..Brand::sample() });
            for ink in [Ink::Dark, Ink::Quiet, Ink::Brand] {
                assert!(back(colours.ink(ink)).contrast(Colour::WHITE) >= READABLE, "{ink:?} with {own}");
            }
            for ink in [Ink::Dark, Ink::Quiet] {
                assert!(back(colours.ink(ink)).contrast(back(colours.card)) >= READABLE, "{ink:?} on the card");
            }
            let disc = back(colours.ink(Ink::OnBrand)).contrast(back(colours.brand));
            assert!(disc >= READABLE, "{own}");
        }
    }
}
