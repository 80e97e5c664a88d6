//! The log as a file: the lines somebody may read, as CSV or as one JSON object per line. It is made a piece at a time while it
//! is fetched, each piece a read of its own in which the right is looked up anew; nothing is held but one piece.

use std::sync::Arc;

use domain::id::AuditId;
use domain::text_enum::UnknownWord;
use serde::Serialize;
use store::StoreError;
use words::{Words, t};

use super::read::{LogPage, Sight};
use super::{Said, Told, Wish};
use crate::caller::{Barred, Caller, Who};
use crate::first_login::{Sheet, SheetKind};
use crate::house::{App, Ctx};

/// Lines in a piece.
const PIECE: u32 = 500;

/// Lines in a file; a longer period is fetched in parts.
pub const MOST: u64 = 100_000;

/// The form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For a spreadsheet.
    Csv,
    /// One JSON object per line.
    JsonLines,
}

impl Form {
    /// The fixed word for the log.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "json",
        }
    }
}

impl std::str::FromStr for Form {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        [Self::Csv, Self::JsonLines].into_iter().find(|form| form.as_str() == word).ok_or(UnknownWord)
    }
}

/// A file on its way.
pub struct Export {
    app: Arc<App>,
    who: Who,
    wish: Arc<Wish>,
    form: Form,
    words: Words,
    next: Next,
    left: u64,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// The header, and the first lines.
    Begin,
    /// The lines before this one.
    Before(AuditId),
    /// Nothing.
    End,
}

/// A line as a machine reads it.
#[derive(Serialize)]
struct Object<'a> {
    number: Option<i64>,
    id: String,
    at: String,
    act: &'a str,
    door: &'a str,
    actor: &'a str,
    who: &'a str,
    what: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    home: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    username: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    about: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    detail: &'a str,
    erased: bool,
}

/// The last line of a file that does not hold all.
#[derive(Serialize)]
struct More {
    more: bool,
    before: String,
}

impl Export {
    /// Begins a file; that it was fetched is logged.
    ///
    /// # Errors
    /// [`Barred`].
    pub async fn begin(
        app: Arc<App>,
        ctx: &Ctx,
        caller: impl Into<Caller<'_>>,
        (wish, form): (Wish, Form),
    ) -> Result<Self, Barred> {
        let (who, wish) = (caller.into().who(&app, ctx), Arc::new(wish));
        let (holder, wished) = (who.clone(), Arc::clone(&wish));
        let looked = app.db.read(move |tx| Ok::<_, Barred>(Sight::of(tx, &holder, &wished)?.line())).await?;
        looked.write(&app, ctx, form.as_str()).await?;
        let words = Words::of(ctx.language);
        Ok(Self { app, who, wish, form, words, next: Next::Begin, left: MOST })
    }

    /// The next piece of the file; none at its end.
    ///
    /// # Errors
    /// [`Barred`], also when the right was taken away meanwhile.
    pub async fn piece(&mut self) -> Result<Option<Vec<u8>>, Barred> {
        let before = match self.next {
            Next::Begin => None,
            Next::Before(line) => Some(line),
            Next::End => return Ok(None),
        };
        let (who, wish) = (self.who.clone(), Arc::clone(&self.wish));
        let most = PIECE.min(u32::try_from(self.left).unwrap_or(PIECE));
        let page =
            self.app.db.read(move |tx| Ok::<_, Barred>(Sight::of(tx, &who, &wish)?.page(tx, before, most)?)).await?;
        self.left = self.left.saturating_sub(page.lines.len() as u64);
        let full = self.left == 0;
        let written = match self.form {
            Form::Csv => self.sheet(&page, page.next.filter(|_| full)),
            Form::JsonLines => self.objects(&page, page.next.filter(|_| full)),
        };
        self.next = page.next.filter(|_| !full).map_or(Next::End, Next::Before);
        written.map(Some).map_err(|error| StoreError::Internal(Box::new(error)).into())
    }

    fn sheet(&self, page: &LogPage, more: Option<AuditId>) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut sheet = Sheet::new(&mut bytes, SheetKind::Csv)?;
        let first = self.next == Next::Begin;
        if first {
            sheet.row(&titles(self.words))?;
        }
        for told in &page.lines {
            sheet.row(&row(&told.say(self.words, page.place)))?;
        }
        if more.is_some() {
            sheet.row(&[t!(self.words, "service-log-more-lines")])?;
        }
        sheet.finish()?;
        // Every piece is a sheet of its own; the mark of the byte order stands once.
        Ok(if first { bytes } else { bytes.split_off("\u{feff}".len()) })
    }

    fn objects(&self, page: &LogPage, more: Option<AuditId>) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        for told in &page.lines {
            object(told, &told.say(self.words, page.place), page.place.whole, &mut bytes)?;
        }
        if let (Some(_), Some(last)) = (more, page.lines.last()) {
            let more = More { more: true, before: last.listed.line.at.rfc3339() };
            serde_json::to_writer(&mut bytes, &more)?;
            bytes.push(b'\n');
        }
        Ok(bytes)
    }
}

fn titles(w: Words) -> [String; 10] {
    [
        t!(w, "service-log-number"),
        t!(w, "service-log-when"),
        t!(w, "service-log-who"),
        t!(w, "service-log-what"),
        t!(w, "service-log-home"),
        t!(w, "field-username"),
        t!(w, "service-log-about"),
        t!(w, "service-log-detail"),
        t!(w, "service-log-why"),
        t!(w, "service-log-door"),
    ]
    .map(std::borrow::Cow::into_owned)
}

fn row(said: &Said) -> [String; 10] {
    let local = said.at.local();
    [
        said.number.map(|number| number.to_string()).unwrap_or_default(),
        format!("{} {:02}:{:02}", local.day, local.hour, local.minute),
        said.who.clone(),
        said.what.clone(),
        said.home.clone(),
        said.username.clone(),
        said.about.clone(),
        said.detail.clone(),
        said.why.clone(),
        said.door.clone(),
    ]
}

fn object(told: &Told, said: &Said, whole: bool, bytes: &mut Vec<u8>) -> std::io::Result<()> {
    let line = &told.listed.line;
    let object = Object {
        number: said.number,
        id: line.id.to_string(),
        at: line.at.rfc3339(),
        act: &line.act,
        door: &line.door,
        actor: &line.actor.0,
        who: &said.who,
        what: &said.what,
        home: &said.home,
        username: &said.username,
        about: &said.about,
        reason: line.reason.as_deref().filter(|_| whole),
        detail: &said.detail,
        erased: said.erased,
    };
    serde_json::to_writer(&mut *bytes, &object)?;
    bytes.push(b'\n');
    Ok(())
}
