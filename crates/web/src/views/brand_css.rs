//! The small stylesheet with a client's own colour. The colour replaces the canal tokens and is darkened
//! or lightened until it can be read on every ground it may stand on; the band on top keeps it as it is.

use domain::brand::{Colour, NotAColour};

/// Least contrast of text on its ground (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;

/// The grounds on which canal text can stand, as in `assets/css/tokens.css`; a test compares them.
struct Room {
    paper: &'static str,
    surface: &'static str,
    /// The ground of notices, without any hue of the house.
    soft: &'static str,
    /// The text on a primary button.
    on_canal: &'static str,
}

const DAY: Room = Room { paper: "#fbf8f3", surface: "#ffffff", soft: "#f3f0ea", on_canal: "#ffffff" };
const NIGHT: Room = Room { paper: "#12181b", surface: "#1b2327", soft: "#242e33", on_canal: "#0c1a20" };

/// The stylesheet for a brand with this colour, to be served after the main one.
#[must_use]
pub fn stylesheet(colour: Colour) -> String {
    within(":root", colour)
}

/// The same for a part of a page.
#[must_use]
pub fn within(part: &str, colour: Colour) -> String {
    let room = |room| tokens(colour, room).unwrap_or_default();
    format!(
        "{part}{{{}--hs-band:{colour};}}\n@media (prefers-color-scheme:dark){{{part}{{{}}}}}\n",
        room(&DAY),
        room(&NIGHT)
    )
}

/// What becomes of a colour by day and by night.
#[must_use]
pub fn fitted(colour: Colour) -> [Colour; 2] {
    [DAY, NIGHT].map(|room| fit(colour, &room).unwrap_or(colour))
}

fn fit(colour: Colour, room: &Room) -> Result<Colour, NotAColour> {
    let grounds = [room.soft, room.surface, room.paper, room.on_canal].map(Colour::parse);
    let mut canal = colour;
    for ground in grounds {
        // All grounds of a room lie on one side of it, so a later step never undoes an earlier one.
        canal = canal.against(ground?, TEXT);
    }
    Ok(canal)
}

fn tokens(colour: Colour, room: &Room) -> Result<String, NotAColour> {
    let canal = fit(colour, room)?;
    let paper = Colour::parse(room.paper)?;
    let strong = canal.against(paper, canal.contrast(paper) * 1.45);
    Ok(format!(
        "--hs-canal:{canal};--hs-canal-strong:{strong};--hs-canal-soft:{};--hs-on-canal:{};",
        room.soft, room.on_canal
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(css: &str, name: &str) -> Colour {
        let (_, after) = css.split_once(&format!("{name}:")).expect("the token");
        Colour::parse(&after[..7]).expect("a colour")
    }

    #[test]
    fn every_colour_ends_up_readable() {
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    let css = stylesheet(Colour::parse(&format!("#{red:02x}{green:02x}{blue:02x}")).expect("a colour"));
                    let (day, night) = css.split_once("@media").expect("two rooms");
                    for (part, room) in [(day, &DAY), (night, &NIGHT)] {
                        for ground in [room.paper, room.surface, room.soft, room.on_canal] {
                            let ground = Colour::parse(ground).expect("a colour");
                            for name in ["--hs-canal", "--hs-canal-strong"] {
                                assert!(value(part, name).contrast(ground) >= TEXT, "{part} on {ground}");
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_colour_that_passes_stays_as_it_is() {
        let css = stylesheet(Colour::parse("#0b5c7a").expect("a colour"));
        assert_eq!(value(&css, "--hs-canal").to_string(), "#0b5c7a");
        assert_eq!(value(&css, "--hs-band").to_string(), "#0b5c7a");
    }

    #[test]
    fn the_rooms_are_those_of_the_tokens() {
        let tokens = include_str!("../../assets/css/tokens.css");
        let (day, night) = tokens.split_once("@media").expect("two rooms");
        for (part, room) in [(day, &DAY), (night, &NIGHT)] {
            assert!(part.contains(&format!("--hs-paper: {};", room.paper)));
            assert!(part.contains(&format!("--hs-surface: {};", room.surface)));
            assert!(part.contains(&format!("--hs-on-canal: {};", room.on_canal)));
        }
    }
}
