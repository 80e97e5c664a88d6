//! Mails as their recipients read them.

use mail::transport::Delivered;
use mail_parser::MessageParser;

use super::{PUBLIC, Seen};

#[derive(Clone)]
pub(crate) struct Letter {
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    pub(crate) raw: Vec<u8>,
}

impl Letter {
    pub(crate) fn read(mail: &Delivered, seen: &Seen) -> Self {
        let message = MessageParser::default().parse(&mail.message).expect("a message");
        let letter = Self {
            to: mail.envelope.to.as_str().to_owned(),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            html: message.body_html(0).unwrap_or_default().into_owned(),
            raw: mail.message.clone(),
        };
        let headed: Vec<&str> =
            message.to().map(|to| to.iter().filter_map(|one| one.address()).collect()).unwrap_or_default();
        assert_eq!(headed, [letter.to.as_str()], "the header names whom the envelope names, and nobody else");
        assert!(message.cc().is_none() && message.bcc().is_none());
        let from = message.from().and_then(|from| from.first()?.address());
        assert_eq!(from, Some("inloggen@post.example.nl"));
        for link in letter.links() {
            if let Some(token) = link.trim_end_matches('/').rsplit('/').next().filter(|last| last.len() == 43) {
                seen.secret(token);
            }
        }
        letter
    }

    /// Every address in both parts, each once, as a mail program or a scanner finds them.
    pub(crate) fn links(&self) -> Vec<String> {
        let mut links: Vec<String> = Vec::new();
        for text in [&self.text, &self.html] {
            for (at, _) in text.match_indices("http") {
                let rest = text.get(at..).unwrap_or_default();
                let end = rest.find(|sign: char| sign.is_whitespace() || "\"'<>".contains(sign)).unwrap_or(rest.len());
                let link = rest.get(..end).unwrap_or_default().replace("&amp;", "&");
                if link.contains("://") && !links.contains(&link) {
                    links.push(link);
                }
            }
        }
        links
    }

    /// The path of its link with a secret.
    #[track_caller]
    pub(crate) fn path(&self) -> String {
        let found = self
            .links()
            .into_iter()
            .find(|link| link.trim_end_matches('/').rsplit('/').next().is_some_and(|last| last.len() == 43));
        let link = found.unwrap_or_else(|| panic!("no link in {self:?}"));
        link.strip_prefix(PUBLIC).unwrap_or_else(|| panic!("not of this house: {link}")).to_owned()
    }

    /// Both parts.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.text.contains(words) || self.html.contains(words) || self.subject.contains(words)
    }
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "to {}: {} | {}", self.to, self.subject, self.text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
