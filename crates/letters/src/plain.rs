//! The words as plain text, for a mail or a page of the client's own: paragraphs, one empty line between them, nothing that a
//! mailbox would break. The page comes with the username filled in where there is one.

use domain::username::Username;
use words::{Words, t};

use crate::Letterhead;
use crate::content::{Content, Step};

/// Everything but the address, the date and the other languages.
pub(crate) fn write(content: &Content, head: &Letterhead, username: Option<&Username>) -> String {
    let w = Words::of(content.language);
    let named = match username {
        Some(username) => t!(w, "letter-username-line", username = username.as_str()).into_owned(),
        None => format!("{}: {}", content.card.username, content.card.username_later),
    };
    let page = t!(w, "letter-page-line", page = head.page_for(username)).into_owned();
    let steps: Vec<String> = content.steps.iter().zip(1..).map(|(step, number)| numbered(step, number)).collect();
    let mut parts = vec![
        content.title.clone(),
        content.greeting.clone(),
        content.intro.clone(),
        format!("{named}\n{page}"),
        format!("{}\n{}", content.steps_title, steps.join("\n")),
    ];
    parts.extend(content.notes.iter().map(|note| format!("{}\n{}", note.title, note.text)));
    parts.push(format!("{}\n{}", content.closing, head.landlord));
    parts.join("\n\n") + "\n"
}

fn numbered(step: &Step, number: u8) -> String {
    format!("{number}. {}", step.screen.as_ref().unwrap_or(&step.paper))
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;
    use crate::{Kind, instruction_text, text};

    #[test]
    fn a_text_names_the_username_and_the_page_and_nothing_to_scan() {
        let username = Username::parse_issued("ALMELO01").unwrap();
        for language in Language::ALL {
            for kind in [Kind::FirstLogin, Kind::PassOnAddress] {
                let said = text(kind, &Letterhead::sample(), &username, language);
                assert!(said.contains("ALMELO01\n"), "{said}");
                assert!(said.contains("/login/accounts/pass/reset/?username=ALMELO01\n"), "{said}");
                assert!(said.contains("1. ") && said.contains("3. ") && !said.contains("QR"), "{said}");
                assert!(!said.contains("letter-") && !said.contains(['{', '}']), "{said}");
            }
        }
    }

    #[test]
    fn the_instruction_holds_nothing_of_a_home() {
        let said = instruction_text(&Letterhead::sample(), Language::Nl);
        assert!(said.contains("Die krijgt u van Woningstichting De Linde."), "{said}");
        assert!(said.contains("/login/accounts/pass/reset/\n") && !said.contains("username="), "{said}");
    }

    #[test]
    fn help_is_in_the_words_of_the_client() {
        let mut head = Letterhead::sample();
        head.brand.help.nl = "Bel 0800-0123, op werkdagen van 9 tot 17 uur.".to_owned();
        assert!(instruction_text(&head, Language::Nl).contains("0800-0123"));
        assert!(
            instruction_text(&Letterhead::sample(), Language::Nl).contains("Bel of mail Woningstichting De Linde.")
        );
    }
}
