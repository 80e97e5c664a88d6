//! Checks every chain from its first link, and every side row against its line. Whatever does not fit is named: which chain,
//! which line, and how. What nobody can know from the database alone is the end of a chain that was cut off with its lines;
//! for that the ends are told, so that they can be kept elsewhere and compared.

use domain::id::AuditId;
use domain::time::Time;
use store::audit::{Link, Stored};
use store::{Read, StoreError};
use uuid::Uuid;

use super::{link_hash, side_hash};
use crate::house::App;

/// Faults that are named; more of them are counted.
const NAMED: usize = 20;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Links of all chains.
    pub links: u64,
    /// Where each chain ends.
    pub ends: Vec<End>,
    /// Lines that wait for the sealer, and since when the oldest does.
    pub waiting: (u64, Option<Time>),
    /// What is wrong, at most 20 faults.
    pub faults: Vec<Broken>,
    /// All that is wrong.
    pub broken: u64,
}

/// Where a chain ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The chain: an organisation's id, or zeroes for the operator.
    pub chain: Uuid,
    /// How many links it has.
    pub seq: i64,
    /// The hash of the last one.
    pub hash: [u8; 32],
}

/// What is wrong with the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A link does not fit.
    Link(BrokenLink),
    /// So many lines are in no chain: the end of a chain was cut off, and its lines were left. The first of them.
    Cut(u64, Option<Which>),
    /// A client of this name has no line at all; each has had one since it was added.
    Silent(String),
}

/// Where a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenLink {
    /// What commands call the client; none for the operator.
    pub client: Option<String>,
    /// The number of the link.
    pub seq: i64,
    /// Its line, as it reads now.
    pub line: Option<Which>,
    /// How.
    pub how: How,
}

/// A line, by what it says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Which {
    /// Its id.
    pub id: AuditId,
    /// When.
    pub at: Time,
    /// What.
    pub act: String,
}

impl Which {
    fn of(line: &Stored) -> Self {
        Self { id: line.id, at: line.at, act: line.act.clone() }
    }
}

/// How a link does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The line, or its link, was changed or put into another chain.
    Changed,
    /// It does not follow the one before: one of the two was changed, and sealed anew.
    Torn,
    /// The line is gone, its link is there.
    LineGone,
    /// Line and link are gone, up to this number.
    Gone(i64),
    /// What was before and after was changed.
    DetailChanged,
    /// What was before and after is gone, and no line says that it was erased.
    DetailGone,
}

impl Report {
    /// How many links there are, if nothing is wrong.
    ///
    /// # Errors
    /// What is.
    pub fn whole(self) -> Result<u64, Vec<Broken>> {
        if self.broken == 0 { Ok(self.links) } else { Err(self.faults) }
    }

    fn found(&mut self, fault: Broken) {
        self.broken += 1;
        if self.faults.len() < NAMED {
            self.faults.push(fault);
        }
    }
}

/// Checks the whole log.
///
/// # Errors
/// When the database fails.
pub async fn verify(app: &App) -> Result<Report, StoreError> {
    let mut report = Report::default();
    let mut without_line = 0;
    for chain in app.db.read(store::audit::chains).await? {
        let client = app.db.read(move |tx| store::audit::slug_of(tx, chain)).await?;
        let mut walk = Walk { chain, client, last: 0, ends: [[0; 32]; 2], without_line: 0 };
        loop {
            let after = walk.last;
            let found = app.db.read(move |tx| with_sides(tx, chain, after)).await?;
            if found.is_empty() {
                break;
            }
            for link in &found {
                walk.step(link, &mut report);
            }
        }
        without_line += walk.without_line;
        report.ends.push(End { chain, seq: walk.last, hash: walk.ends[0] });
    }
    let (lost, first, silent, waiting, oldest) = app
        .db
        .read(move |tx| {
            let lost = store::audit::lost(tx)? + without_line;
            let first = if lost > 0 { store::audit::first_lost(tx)? } else { None };
            let (silent, waiting) = (store::audit::silent(tx)?, store::audit::waiting(tx)?);
            Ok::<_, StoreError>((lost, first, silent, waiting, store::audit::oldest_waiting(tx)?))
        })
        .await?;
    report.waiting = (u64::try_from(waiting).unwrap_or(0), oldest);
    if lost != 0 {
        report.found(Broken::Cut(lost.unsigned_abs(), first.as_ref().map(Which::of)));
    }
    silent.into_iter().for_each(|slug| report.found(Broken::Silent(slug)));
    Ok(report)
}

/// Of the ends that somebody kept those that are not there any more.
///
/// # Errors
/// When the database fails.
pub async fn missing_ends(app: &App, kept: &[End]) -> Result<Vec<End>, StoreError> {
    let kept = kept.to_vec();
    app.db
        .read(move |tx| {
            let mut missing = Vec::new();
            for end in &kept {
                if store::audit::link_at(tx, end.chain, end.seq)? != Some(end.hash) {
                    missing.push(end.clone());
                }
            }
            Ok(missing)
        })
        .await
}

/// A link, and what its line holds beside.
struct Found {
    link: Link,
    side: Side,
}

/// What a line holds beside.
enum Side {
    Whole,
    Changed,
    Gone,
}

fn with_sides(tx: &mut Read<'_>, chain: Uuid, after: i64) -> Result<Vec<Found>, StoreError> {
    let links = store::audit::walk(tx, chain, after)?;
    let mut found = Vec::with_capacity(links.len());
    for link in links {
        let side = link.line.as_ref().map_or(Ok(Side::Whole), |line| side_of(tx, line))?;
        found.push(Found { link, side });
    }
    Ok(found)
}

fn side_of(tx: &mut Read<'_>, line: &Stored) -> Result<Side, StoreError> {
    let Some(hash) = line.side_hash else { return Ok(Side::Whole) };
    Ok(match store::audit::side(tx, line.id)? {
        Some((salt, detail)) if side_hash(&salt, &detail) == hash => Side::Whole,
        Some(_) => Side::Changed,
        None if store::audit::is_erased(tx, line)? => Side::Whole,
        None => Side::Gone,
    })
}

/// A chain, being walked.
struct Walk {
    chain: Uuid,
    client: Option<String>,
    last: i64,
    /// What the next link may call the one before: its hash as it is stored, and as it should be. So a line that was
    /// changed is one fault, whichever of the two was left alone.
    ends: [[u8; 32]; 2],
    without_line: i64,
}

impl Walk {
    fn step(&mut self, found: &Found, report: &mut Report) {
        let Found { link, side } = found;
        report.links += 1;
        if link.seq > self.last + 1 {
            let gone = How::Gone(link.seq - 1);
            self.fault(report, (self.last + 1, None), gone);
        } else if !self.ends.contains(&link.previous) {
            self.fault(report, (link.seq, link.line.as_ref()), How::Torn);
        }
        self.last = link.seq;
        let Some(line) = &link.line else {
            self.without_line += 1;
            self.ends = [link.hash; 2];
            return self.fault(report, (link.seq, None), How::LineGone);
        };
        let right = link_hash(&link.previous, link.seq, line);
        self.ends = [link.hash, right];
        if right != link.hash || store::audit::chain_of(line.organisation) != self.chain {
            return self.fault(report, (link.seq, Some(line)), How::Changed);
        }
        match side {
            Side::Whole => {}
            Side::Changed => self.fault(report, (link.seq, Some(line)), How::DetailChanged),
            Side::Gone => self.fault(report, (link.seq, Some(line)), How::DetailGone),
        }
    }

    fn fault(&self, report: &mut Report, (seq, line): (i64, Option<&Stored>), how: How) {
        let client = self.client.clone();
        report.found(Broken::Link(BrokenLink { client, seq, line: line.map(Which::of), how }));
    }
}
