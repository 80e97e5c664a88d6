//! The table as a text, as it is written down.

use std::fmt::Write;

use crate::testapp::Client;

pub(super) fn written(who: &[(&str, Client)], lines: &[(String, Vec<String>)]) -> String {
    let names: Vec<&str> = who.iter().map(|(name, _)| *name).collect();
    let mut text = "Who gets what at every address: status, and where a 303 or 308 leads to. Whoever is not named under a line gets \
                    the first answer.\nMethods that are not here are answered 405 to everybody.\n"
        .to_owned();
    writeln!(text, "People: {}.", names.join(", ")).unwrap();
    for (name, cells) in lines {
        writeln!(text, "\n{name}").unwrap();
        let mut kinds: Vec<(&String, Vec<&str>)> = Vec::new();
        for (cell, who) in cells.iter().zip(&names) {
            match kinds.iter_mut().find(|(known, _)| *known == cell) {
                Some((_, whom)) => whom.push(who),
                None => kinds.push((cell, vec![who])),
            }
        }
        for (cell, whom) in &kinds {
            let whom = if whom.len() == names.len() { "everybody".to_owned() } else { whom.join(", ") };
            writeln!(text, "    {cell:<40} {whom}").unwrap();
        }
    }
    text.replace("Whoever is not named under a line gets the first answer.\n", "\n").replace(" \n", "\n")
}
