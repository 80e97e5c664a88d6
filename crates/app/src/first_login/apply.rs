//! Applies a chunk of a confirmed list in one write: judges its rows again, makes accounts, links addresses, writes the
//! log, and moves the cursor of the batch. Run twice it does nothing the second time, because the cursor has moved.

use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::first_login::{BatchFault, Change, Judged, Judgement, Reading};
use domain::id::{AccountId, BatchId, DwellingId, EmailLinkId, IdentityId, OccupancyId};
use domain::time::{Day, Time};
use domain::username::{Prefix, Username};
use store::email_link::NewLink;
use store::home::{Completed, NewHome, NewOccupancy};
use store::import::NewRow;
use store::{StoreError, Write};

use super::issue::{Nameless, issue};
use super::judging::{Task, Verdict, home_of, judge_rows, number_of};
use crate::audit::{self, Entry};
use crate::house::{App, Ctx};

/// Rows to be applied together, with all that is drawn by lot, so that a second run writes the same.
pub(super) struct Chunk {
    pub(super) batch: BatchId,
    pub(super) prefix: Prefix,
    /// How many addresses may still be corrected in this batch.
    pub(super) corrections: u64,
    pub(super) at: Time,
    pub(super) rows: Vec<Reading>,
    lots: Vec<Lot>,
}

/// What a row needs if it turns out to be a new home, or to bring an address.
struct Lot {
    dwelling: DwellingId,
    account: AccountId,
    identity: IdentityId,
    subject: String,
    occupancy: OccupancyId,
    link: EmailLinkId,
    created: Entry,
    completed: Entry,
    linked: Option<Entry>,
}

/// What was done with a row.
pub(super) struct Done {
    pub(super) judged: Judged,
    pub(super) username: Option<Username>,
}

/// Why a chunk was not applied.
#[derive(Debug, thiserror::Error)]
pub(super) enum ChunkError {
    #[error(transparent)]
    Stopped(#[from] BatchFault),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Chunk {
    pub(super) fn new(
        app: &App,
        ctx: &Ctx,
        task: &Task,
        (batch, prefix): (BatchId, &Prefix),
        rows: Vec<Reading>,
    ) -> Self {
        let lots = rows.iter().map(|row| Lot::draw(app, ctx, task, row)).collect();
        Self { batch, prefix: prefix.clone(), corrections: 0, at: ctx.now, rows, lots }
    }

    pub(super) fn with_corrections(mut self, left: u64) -> Self {
        self.corrections = left;
        self
    }
}

impl Lot {
    fn draw(app: &App, ctx: &Ctx, task: &Task, row: &Reading) -> Self {
        let entry = |act, account: AccountId| {
            let about = (Some(task.scope.within().organisation), Subject::new("account", account.uuid()));
            audit::entry(app, ctx, task.by.clone(), act, about)
        };
        let account = app.id(ctx.now);
        let address = if let Reading::Row(row) = row { row.address.as_ref() } else { None };
        Self {
            dwelling: in_order(app, ctx.now, number_of(row)),
            account,
            identity: app.id(ctx.now),
            subject: app.random_name(),
            occupancy: app.id(ctx.now),
            link: app.id(ctx.now),
            created: entry(Act::AccountCreated, account),
            completed: entry(Act::HomeCompleted, account),
            linked: address.map(|address| entry(Act::EmailLinked, account).with(app, &address.masked())),
        }
    }
}

/// An id whose first 26 bits behind the time count the rows (RFC 9562, 6.2, method 1): homes stay in the order of the
/// list, also within a millisecond.
fn in_order(app: &App, now: Time, number: u64) -> DwellingId {
    let mut random: [u8; 10] = app.chance.bytes();
    // The version of the id takes the first four bits, its variant the first two of the third byte.
    let count = [(number >> 22) & 0x0F, (number >> 14) & 0xFF, (number >> 8) & 0x3F, number & 0xFF];
    for (byte, part) in random.iter_mut().zip(count) {
        *byte = u8::try_from(part).unwrap_or(u8::MAX);
    }
    DwellingId::from_parts(now, random)
}

/// A row that was not applied before, with what it needs and what is known of it now.
struct Piece<'a> {
    reading: &'a Reading,
    lot: &'a Lot,
    verdict: &'a Verdict,
}

impl Piece<'_> {
    fn is_new(&self) -> bool {
        self.verdict.judged.judgement == Judgement::New
    }

    /// The account it leads to.
    fn account(&self) -> Option<AccountId> {
        if self.is_new() { Some(self.lot.account) } else { self.verdict.lived.as_ref().map(|lived| lived.account) }
    }

    /// The occupancy and the address to be linked to it.
    fn address(&self) -> Option<(OccupancyId, &Address)> {
        let Reading::Row(row) = self.reading else { return None };
        let address = row.address.as_ref()?;
        let Judged { judgement, change, .. } = &self.verdict.judged;
        match (judgement, change) {
            (Judgement::New, _) => Some((self.lot.occupancy, address)),
            (Judgement::Changed, Some(Change::FirstLink | Change::Corrected)) => {
                Some((self.verdict.lived.as_ref()?.occupancy, address))
            }
            _ => None,
        }
    }

    fn corrects(&self) -> bool {
        self.verdict.judged.change == Some(Change::Corrected)
    }

    /// Of a corrected address what was and what is, both masked.
    fn before_and_after(&self) -> Option<String> {
        let before = Address::parse(&self.verdict.lived.as_ref()?.link.as_ref()?.search_key).ok()?;
        Some(audit::before_and_after(&before.masked(), &self.address()?.1.masked()))
    }

    /// The home that gets its street and number, and these.
    fn completed(&self) -> Option<Completed<'_>> {
        let Verdict { judged, keys, home, .. } = self.verdict;
        let id = (*home).filter(|_| judged.completes)?;
        Some(Completed { id, home: home_of(self.reading)?, keys })
    }

    /// The address that gives way to the new one.
    fn replaced(&self) -> Option<EmailLinkId> {
        let link = self.verdict.lived.as_ref()?.link.as_ref()?;
        self.corrects().then_some(link.id)
    }
}

/// Applies the rows of a chunk that the cursor has not passed; for every row of it what was done.
pub(super) fn run(tx: &mut Write<'_>, task: &Task, chunk: &Chunk) -> Result<Vec<Done>, ChunkError> {
    let verdicts = judge_rows(tx, task, &chunk.rows, chunk.at)?;
    // None: another process has applied the batch to its end.
    let cursor = store::import::cursor(tx, &task.scope, chunk.batch)?.unwrap_or(u64::MAX);
    let rows = chunk.rows.iter().zip(&chunk.lots).zip(&verdicts);
    let pieces: Vec<Piece<'_>> = rows
        .filter(|((reading, _), _)| number_of(reading) > cursor)
        .map(|((reading, lot), verdict)| Piece { reading, lot, verdict })
        .collect();
    let corrected = pieces.iter().filter(|piece| piece.corrects()).count() as u64;
    if corrected > chunk.corrections {
        return Err(BatchFault::TooManyChanges(corrected).into());
    }
    let new: Vec<&Piece<'_>> = pieces.iter().filter(|piece| piece.is_new()).collect();
    let mut usernames = add(tx, task, chunk, &new)?.into_iter();
    let completed: Vec<Completed<'_>> = pieces.iter().filter_map(Piece::completed).collect();
    store::home::complete(tx, &task.scope, &completed)?;
    link(tx, task, chunk, &pieces)?;
    Entry::write_all(&lines(&pieces), tx)?;
    write_rows(tx, chunk, &pieces)?;
    if let Some(last) = pieces.last() {
        store::import::advance(tx, &task.scope, chunk.batch, number_of(last.reading))?;
    }
    let applied = |number| number > cursor;
    let numbers = chunk.rows.iter().map(number_of);
    Ok(numbers
        .zip(verdicts)
        .map(|(number, verdict)| {
            let new = verdict.judged.judgement == Judgement::New && applied(number);
            Done { judged: verdict.judged, username: if new { usernames.next() } else { None } }
        })
        .collect())
}

/// Makes homes with account, identity and occupancy; their usernames, in their order.
fn add(tx: &mut Write<'_>, task: &Task, chunk: &Chunk, new: &[&Piece<'_>]) -> Result<Vec<Username>, StoreError> {
    let homes: Vec<NewHome<'_>> = new
        .iter()
        .filter_map(|piece| {
            Some(NewHome { id: piece.lot.dwelling, home: home_of(piece.reading)?, keys: &piece.verdict.keys })
        })
        .collect();
    store::home::add_homes(tx, &task.scope, &homes, chunk.at)?;
    let nameless: Vec<Nameless> = new
        .iter()
        .map(|Piece { lot, .. }| Nameless { account: lot.account, dwelling: lot.dwelling, main: true })
        .collect();
    let usernames = issue(tx, &task.scope, &chunk.prefix, &nameless, chunk.at)?;
    let identities: Vec<(IdentityId, String)> =
        new.iter().map(|piece| (piece.lot.identity, piece.lot.subject.clone())).collect();
    store::identity::add_residents(tx, &identities, chunk.at)?;
    let occupancies: Vec<NewOccupancy> = new
        .iter()
        .map(|Piece { lot, .. }| NewOccupancy { id: lot.occupancy, account: lot.account, identity: lot.identity })
        .collect();
    store::home::add_occupancies(tx, &task.scope, &occupancies, Day::of(chunk.at), chunk.at)?;
    Ok(usernames)
}

fn link(tx: &mut Write<'_>, task: &Task, chunk: &Chunk, pieces: &[Piece<'_>]) -> Result<(), StoreError> {
    let organisation = task.scope.within().organisation;
    for piece in pieces.iter().filter(|piece| piece.corrects()) {
        if let Some((occupancy, _)) = piece.address() {
            store::email_link::end_linked(tx, organisation, occupancy, chunk.at)?;
        }
    }
    let links: Vec<NewLink> = pieces
        .iter()
        .filter_map(|piece| {
            let (occupancy, address) = piece.address()?;
            let (address, search_key) = (address.as_str().to_owned(), address.search_key());
            Some(NewLink { id: piece.lot.link, organisation, occupancy, address, search_key })
        })
        .collect();
    store::email_link::add_each(tx, &links, chunk.at)
}

/// Law 11: a line for each account, each home that got its street and each address, the address masked in its side row.
fn lines(pieces: &[Piece<'_>]) -> Vec<Entry> {
    let mut lines = Vec::with_capacity(2 * pieces.len());
    for piece in pieces {
        if piece.is_new() {
            lines.push(piece.lot.created.clone());
        }
        if let (Some(_), Some(account)) = (piece.completed(), piece.account()) {
            let mut completed = piece.lot.completed.clone();
            completed.line.subject = Subject::new("account", account.uuid());
            lines.push(completed);
        }
        if let (Some(linked), Some(account), Some(_)) = (&piece.lot.linked, piece.account(), piece.address()) {
            let mut linked = linked.clone();
            linked.line.subject = Subject::new("account", account.uuid());
            if piece.corrects() {
                linked.line.act = Act::EmailChanged;
                linked = match piece.before_and_after() {
                    Some(detail) => linked.telling(&detail),
                    None => linked,
                };
            }
            lines.push(linked);
        }
    }
    lines
}

fn write_rows(tx: &mut Write<'_>, chunk: &Chunk, pieces: &[Piece<'_>]) -> Result<(), StoreError> {
    let json = |error: serde_json::Error| StoreError::Internal(Box::new(error));
    let rows = pieces
        .iter()
        .map(|piece| {
            Ok(NewRow {
                number: number_of(piece.reading),
                home_key: piece.verdict.keys.strongest().map(|key| key.to_string()),
                home: serde_json::to_string(&home_of(piece.reading)).map_err(json)?,
                judgement: piece.verdict.judged.judgement,
                reasons: serde_json::to_string(&piece.verdict.judged.remarks).map_err(json)?,
                account: piece.account(),
                link: piece.address().map(|_| piece.lot.link),
                previous: piece.replaced(),
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    store::import::put_rows(tx, chunk.batch, &rows)
}
