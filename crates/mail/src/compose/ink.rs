//! The colours of a mail, the same as on the pages: `LIGHT` stands on the elements, `DARK` in the
//! small sheet for readers who chose dark. A client's own colour takes the place of the primary one.

use domain::brand::{Brand, Colour};

/// The colours of one mode, as `#rrggbb`.
pub(super) struct Palette {
    pub(super) paper: String,
    pub(super) ink: String,
    pub(super) quiet: String,
    pub(super) line: String,
    pub(super) primary: String,
    pub(super) on_primary: String,
    pub(super) accent: String,
}

/// The colours of both modes.
pub(super) struct Ink {
    pub(super) light: Palette,
    dark: Palette,
}

/// Text against paper (WCAG 2.2, level AA).
const READABLE: f64 = 4.5;

impl Ink {
    /// The house colours, with the brand's own where it has one, made fit to read on each paper.
    pub(super) fn of(brand: &Brand) -> Self {
        let light = ["#fbf8f3", "#1b2a33", "#55636b", "#d9d2c5", "#0b5c7a", "#ffffff", "#b4532a"];
        let dark = ["#12181b", "#eef2f3", "#a9b6bc", "#34414a", "#7cc4e0", "#12181b", "#f0a07c"];
        Self { light: palette(light, brand.colour), dark: palette(dark, brand.colour) }
    }

    /// The sheet for dark: it has to win from the styles on the elements.
    pub(super) fn dark_sheet(&self) -> String {
        let Palette { paper, ink, quiet, line, primary, on_primary, accent } = &self.dark;
        format!(
            ":root{{color-scheme:light dark}}\n\
             @media (prefers-color-scheme:dark){{\n\
             .paper{{background:{paper}!important}}\n\
             .ink{{color:{ink}!important}}\n\
             .quiet{{color:{quiet}!important}}\n\
             .line{{border-color:{line}!important}}\n\
             .note{{border-color:{accent}!important}}\n\
             .link{{color:{primary}!important}}\n\
             .button{{background:{primary}!important;color:{on_primary}!important}}\n\
             }}\n"
        )
    }
}

fn palette(colours: [&str; 7], own: Option<Colour>) -> Palette {
    let [paper, ink, quiet, line, mut primary, mut on_primary, accent] = colours.map(str::to_owned);
    if let (Some(own), Ok(under)) = (own, Colour::parse(&paper)) {
        let own = own.against(under, READABLE);
        primary = own.to_string();
        on_primary = Colour::on(own).to_string();
    }
    Palette { paper, ink, quiet, line, primary, on_primary, accent }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_can_be_read_whatever_the_brand() {
        let own = ["#0b5c7a", "#ffd400", "#000000", "#ffffff", "#808080"].map(|text| Colour::parse(text).ok());
        for colour in own.into_iter().chain([None]) {
            let ink = Ink::of(&Brand { colour, ..Brand::sample() });
            for mode in [&ink.light, &ink.dark] {
                for (on, under, least) in [
                    (&mode.ink, &mode.paper, READABLE),
                    (&mode.quiet, &mode.paper, READABLE),
                    (&mode.primary, &mode.paper, READABLE),
                    (&mode.on_primary, &mode.primary, READABLE),
                    (&mode.accent, &mode.paper, 3.0),
                ] {
                    let found = Colour::parse(on).unwrap().contrast(Colour::parse(under).unwrap());
                    assert!(found >= least, "{on} on {under}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn a_brand_puts_its_own_colour_on_the_button() {
        let colour = Colour::parse("#7a0b5c").ok();
        assert_eq!(Ink::of(&Brand { colour, ..Brand::sample() }).light.primary, "#7a0b5c");
    }
}
