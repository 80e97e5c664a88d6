//! The job: lists the homes of a notice that was approved, then tells them at the rate that is set. One process at a time does it. Who
//! lives in a home, and whether an address is linked, is looked up when its turn comes, and once more when the mail leaves.

use domain::access::Actor;
use domain::audit::{Act, Door, canonical};
use domain::device::Device;
use domain::email::Address;
use domain::id::{DwellingId, MaintenanceId};
use domain::language::Language;
use domain::mail::Mail;
use domain::maintenance::{State, allowance};
use domain::time::{Span, Time};
use store::mail::NewMail;
use store::maintenance::{Home, Work};
use store::{StoreError, Write};
use uuid::Uuid;

use super::{by, line};
use crate::house::{App, Ctx};
use crate::outbox::intent;
use crate::small_writes::{another_try, fitting};

/// How long one process has the job to itself.
const LEASE: Span = Span::minutes(1);
/// Homes in one write, at least and at most.
const HOMES: (usize, usize) = (20, 500);
/// So many accounts of a home are mailed.
const MAILS_OF_A_HOME: usize = 10;
/// So many writes before other notices have their turn.
const WRITES: usize = 50;

/// Brings the notices further that are being told; how many homes were listed or told. `holder` names the process.
///
/// # Errors
/// When the database fails.
pub async fn work(app: &App, holder: Uuid) -> Result<usize, StoreError> {
    let all = app.db.read(store::maintenance::work).await?;
    let now = app.clock.now();
    if all.is_empty() || !store::lease::take(&app.db, "maintenance", holder, now + LEASE, now).await? {
        return Ok(0);
    }
    let ctx = app.ctx("job", Device::UNKNOWN, Language::Nl, Door::Job);
    let mut worked = 0;
    for work in all {
        worked +=
            if work.state == State::Approved { list_homes(app, &work).await? } else { tell(app, &ctx, &work).await? };
    }
    Ok(worked)
}

/// Lists more homes, in small writes; the telling begins behind the last one.
async fn list_homes(app: &App, work: &Work) -> Result<usize, StoreError> {
    let (mut work, mut most, mut listed, mut tries) = (work.clone(), HOMES.0, 0, 0);
    for _ in 0..WRITES {
        let (asked, begun) = (work.clone(), app.clock.now());
        let write = app.db.write(move |tx| {
            let most = u32::try_from(most).unwrap_or(1);
            let last = if asked.listed { None } else { store::maintenance::list_homes(tx, &asked, most)? };
            if last.is_none() {
                store::maintenance::end_of_list(tx, asked.id)?;
            }
            Ok::<_, StoreError>(last)
        });
        match write.await {
            Ok(None) => return Ok(listed + 1),
            Ok(Some((last, count))) => {
                (work.listed_to, listed) = (Some(last), listed + count);
                most = fitting(count, app.clock.now() - begun, HOMES);
            }
            // Whoever reads the notice anew knows how far it came.
            Err(error) if another_try(&error, &mut tries).await => return Ok(listed),
            Err(error) => return Err(error),
        }
    }
    Ok(listed)
}

/// Tells as many homes as the rate allows now, in small writes.
async fn tell(app: &App, ctx: &Ctx, work: &Work) -> Result<usize, StoreError> {
    let now = app.clock.now();
    let since = work.paced_at.map_or(Span::seconds(1), |at| now - at);
    let mut left = allowance(app.settings.notice_rate, since);
    let (mut most, mut told) = (HOMES.0, 0);
    while left > 0 && !work.notice.window.is_over(now) {
        let begun = app.clock.now();
        let count = tell_some(app, ctx, (work.id, left.min(most)), now).await?;
        if count == 0 {
            break;
        }
        (left, told) = (left.saturating_sub(count), told + count);
        most = fitting(count, app.clock.now() - begun, HOMES);
    }
    if told == 0 {
        end(app, ctx, work, now).await?;
    }
    Ok(told)
}

/// One write: the next homes, who lives there now, and a mail to each who has an address.
async fn tell_some(app: &App, ctx: &Ctx, (id, most): (MaintenanceId, usize), now: Time) -> Result<usize, StoreError> {
    let drawn: Vec<NewMail> = (0..most * MAILS_OF_A_HOME)
        .map(|_| intent(app, ctx, Mail::Maintenance { notice: id, identity: app.id(now) }))
        .collect();
    let most = u32::try_from(most).unwrap_or(1);
    let told = app.db.write(move |tx| {
        // Paused or stopped a moment ago: nothing more of it.
        if !store::maintenance::is_going(tx, id, State::Sending)? {
            return Ok(0);
        }
        let homes = store::maintenance::next_homes(tx, id, most)?;
        let (mut mails, mut settled, mut spare) = (Vec::new(), Vec::with_capacity(homes.len()), drawn.iter());
        for home in homes {
            let residents = store::maintenance::residents(tx, home, now)?;
            let before = mails.len();
            for resident in residents.iter().filter(|it| it.link.is_some()).take(MAILS_OF_A_HOME) {
                let Some(new) = spare.next() else { break };
                let mail = Mail::Maintenance { notice: id, identity: resident.identity };
                mails.push(NewMail { mail, ..new.clone() });
            }
            let became = match (mails.len() > before, residents.is_empty()) {
                (true, _) => Home::Mailed,
                (false, true) => Home::Vacant,
                (false, false) => Home::Letter,
            };
            settled.push((home, became));
        }
        keep(tx, (id, &settled), &mails, now)
    });
    let told = told.await?;
    if told > 0 {
        app.ring();
    }
    Ok(told)
}

fn keep(
    tx: &mut Write<'_>,
    (id, settled): (MaintenanceId, &[(DwellingId, Home)]),
    mails: &[NewMail],
    now: Time,
) -> Result<usize, StoreError> {
    store::maintenance::queue(tx, id, mails, now)?;
    store::maintenance::settle(tx, id, settled)?;
    store::maintenance::keep_pace(tx, id, (settled, mails.len()), now)?;
    Ok(settled.len())
}

/// Once nothing waits and nothing is under way, everybody was told who could be.
async fn end(app: &App, ctx: &Ctx, work: &Work, now: Time) -> Result<(), StoreError> {
    let (id, line) = (work.id, by(&line(app, ctx, Act::MaintenanceDone, work.id), &Actor::Job, work.notice.audience));
    app.db.write(move |tx| if store::maintenance::done(tx, id, now)? { line.write(tx) } else { Ok(()) }).await
}

/// What a mailbox is known by among those of a notice: of no use for any other notice.
pub(crate) fn mailbox(id: MaintenanceId, to: &Address) -> [u8; 32] {
    let (notice, key) = (id.uuid(), to.search_key());
    let fields: [Option<&[u8]>; 3] = [Some(b"maintenance"), Some(notice.as_bytes()), Some(key.as_bytes())];
    crypto::digest::sha256(&canonical(&fields))
}
