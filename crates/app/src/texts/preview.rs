//! How a text is read: in the mails and letters it stands in, to invented residents.

use domain::brand::Brand;
use domain::language::Language;
use domain::texts::{Piece, Place as Where};
use letters::{Kind, Letter};
use mail::compose::{Block, Content, Head, MessageId};
use mail::content::{self, Names, PasswordChanged, Reset, Sort, dressed, sent_by};
use words::{Words, t};

use super::look::letterhead;
use super::{Place, Voice};
use crate::house::App;

/// What a text looks like where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The mails it stands in.
    pub mails: Vec<MailShown>,
    /// The letters it stands in, in plain words.
    pub letters: Vec<String>,
}

/// A mail, as it is shown to whoever writes texts for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailShown {
    /// The name and the address it comes from.
    pub from: String,
    /// The subject.
    pub subject: String,
    /// What stands under the heading, top to bottom.
    pub blocks: Vec<Block>,
    /// Who helps.
    pub help: String,
    /// The last words, which no client changes.
    pub foot: String,
    /// The same without formatting.
    pub text: String,
    /// It goes to an address that nobody confirmed.
    pub unconfirmed: bool,
}

/// A piece of a voice where it stands.
pub(super) fn of(app: &App, (language, piece): Place, voice: &Voice) -> Preview {
    let stage = Stage { app, language, voice };
    let mails = match piece {
        Piece::NamesIntro => stage.names(),
        Piece::ChangedIntro => stage.changed(),
        _ if piece.place() == Where::Letter => Vec::new(),
        _ => stage.resets(),
    };
    let kinds: &[Kind] = match piece {
        Piece::LetterIntro => &[Kind::FirstLogin],
        Piece::AddressIntro => &[Kind::PassOnAddress],
        _ if piece.place() == Where::Mail => &[],
        _ => &[Kind::FirstLogin, Kind::PassOnAddress],
    };
    Preview { mails, letters: stage.letters(kinds) }
}

struct Stage<'a> {
    app: &'a App,
    language: Language,
    voice: &'a Voice,
}

impl Stage<'_> {
    fn resets(&self) -> Vec<MailShown> {
        let [confirmed, unconfirmed, _] = Reset::samples();
        let show = |mail: Reset, unconfirmed| self.mail(mail.content(self.w()), Sort::Reset, unconfirmed);
        vec![show(confirmed, false), show(unconfirmed, true)]
    }

    fn names(&self) -> Vec<MailShown> {
        let [one, _] = Names::samples();
        vec![self.mail(one.content(self.w()), Sort::Names, false)]
    }

    fn changed(&self) -> Vec<MailShown> {
        let [resident, _] = PasswordChanged::samples();
        vec![self.mail(resident.content(self.w()), Sort::PasswordChanged, false)]
    }

    fn w(&self) -> Words {
        Words::of(self.language)
    }

    fn mail(&self, content: Content, sort: Sort, unconfirmed: bool) -> MailShown {
        let values = self.voice.values(self.app, Some(SAMPLE));
        let brand = self.voice.own.brand(&self.app.settings.brand, self.language, &values);
        let content = dressed(content, sort, &self.voice.own, &values);
        MailShown {
            from: self.from(&brand),
            help: mail::compose::help(&content, &brand),
            foot: t!(self.w(), "mail-foot", brand = brand.name).into_owned(),
            text: mail::compose::plain(&content, &brand),
            subject: content.subject,
            blocks: content.blocks,
            unconfirmed,
        }
    }

    fn from(&self, brand: &Brand) -> String {
        let from = self.app.settings.mail_from.clone();
        let head = Head {
            thread: None,
            enclosed: None,
            to: from.clone(),
            message_id: MessageId::of_row(domain::id::MailId::from_uuid(uuid::Uuid::nil()), &from),
            date: content::Seen::sample().at,
            name: None,
            from,
        };
        let head = sent_by(head, self.w(), &self.voice.own, &self.voice.values(self.app, None));
        format!("{} <{}>", head.name.as_deref().unwrap_or(&brand.name), head.from.as_str())
    }

    fn letters(&self, kinds: &[Kind]) -> Vec<String> {
        let head = letterhead(self.app, self.voice);
        let sample = Letter::samples().into_iter().next();
        let text = |kind: &Kind| {
            let username = &sample.as_ref()?.username;
            Some(letters::text(*kind, &head, username, self.language))
        };
        kinds.iter().filter_map(text).collect()
    }
}

/// The username of the invented resident, as in the mails' own samples.
const SAMPLE: &str = "ALMELO01";
