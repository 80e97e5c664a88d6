//! What a mail said, as it is kept with a request: sealed, and bound to its row.

use domain::email::Address;
use domain::id::LinkRequestId;
use domain::language::Language;
use domain::link_request::{Asked, Residents, Text, asks_letter, language};
use domain::time::Day;
use mail::compose::Thread;
use mail::inbound::Inbound as Message;
use serde::{Deserialize, Serialize};
use store::StoreError;

use super::context;
use crate::house::App;

/// So much of the text is kept for a person to read, in characters.
const LONGEST: usize = 4_000;

/// What is asked for, of one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// The account as it was written.
    pub account: String,
    /// The address.
    pub address: Address,
    /// What the text says to the question of law 7.
    pub residents: Option<Residents>,
    /// The first day of those who come.
    pub first: Option<Day>,
}

/// A mail, as far as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Letter {
    /// Who says to have written it.
    pub(crate) sender: Option<Address>,
    pub(crate) subject: String,
    pub(crate) text: String,
    /// A program sent it: it is never answered.
    pub(crate) automatic: bool,
    /// In which language it is answered.
    pub(crate) language: Language,
    /// The name of the mail, and of those that it answers, for the thread.
    pub(crate) message_id: Option<String>,
    pub(crate) references: Vec<String>,
    pub(crate) wanted: Option<Wanted>,
    /// It asks for the letter for the resident.
    pub(crate) asks_letter: bool,
}

/// An answer quotes our mail: the token of its link is for its reader, and not for whoever reads the answer.
fn without_tokens(text: &str) -> String {
    let of_token = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut kept = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if of_token(c) {
            run.push(c);
            continue;
        }
        kept.push_str(if run.len() == crypto::token::LENGTH { "…" } else { &run });
        run.clear();
        kept.push(c);
    }
    kept.pop();
    kept
}

impl Letter {
    pub(crate) fn of(message: Option<&Message>, sender: Option<&Address>) -> Self {
        let text = |text: &str| text.chars().take(LONGEST).collect();
        Self {
            sender: sender.cloned(),
            subject: message.map(|it| text(&it.subject)).unwrap_or_default(),
            text: message.map(|it| text(&without_tokens(&it.text))).unwrap_or_default(),
            automatic: message.is_none_or(|it| it.automatic.is_some()),
            language: message
                .map_or(Language::Nl, |it| language(Text { subject: &it.subject, body: &it.text, own: &[] })),
            message_id: message.and_then(|it| it.message_id.clone()),
            references: message.map(|it| it.references.clone()).unwrap_or_default(),
            wanted: None,
            asks_letter: message.is_some_and(|it| asks_letter(&it.text)),
        }
    }

    /// The thread in which it is answered, under its own subject.
    pub(crate) fn thread(&self) -> Thread {
        Thread {
            subject: Some(self.subject.clone()).filter(|subject| !subject.is_empty()),
            answers: self.message_id.clone(),
            before: self.references.clone(),
        }
    }

    /// The same about one account.
    pub(crate) fn about(&self, asked: Option<&Asked>) -> Self {
        let wanted = asked.map(|asked| Wanted {
            account: asked.account.clone(),
            address: asked.address.clone(),
            residents: asked.residents,
            first: asked.first,
        });
        Self { wanted, ..self.clone() }
    }

    pub(crate) fn seal(&self, app: &App, id: LinkRequestId) -> Result<Vec<u8>, StoreError> {
        let json = serde_json::to_vec(self).map_err(|error| StoreError::Internal(Box::new(error)))?;
        app.keys.seal(&context(id), &json, &app.chance).map_err(|error| StoreError::Internal(Box::new(error)))
    }

    pub(crate) fn open(app: &App, id: LinkRequestId, sealed: &[u8]) -> Result<Self, StoreError> {
        let plain = app.keys.open(&context(id), sealed).map_err(|error| StoreError::Internal(Box::new(error)))?;
        serde_json::from_slice(&plain).map_err(|error| StoreError::Internal(Box::new(error)))
    }
}
