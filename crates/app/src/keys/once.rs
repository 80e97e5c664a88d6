//! What a program asks under an `Idempotency-Key` is done once, and answered the same for a day (decision 23). It is claimed in a write
//! of its own before it is done, and its answer kept, sealed, in another behind it. Between the two a crash leaves a claim,
//! which holds until its lease is over; whoever asks again after that meets the act's own rule about doing a thing twice.

use domain::access::{Actor, Denied};
use domain::retention::ANSWER;
use domain::time::{Span, Time};
use store::StoreError;
use store::request::{Known, Named};

use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Whoever claimed a request is taken to be at it for so long; no request is.
const LEASE: Span = Span::seconds(90);

/// What is claimed: the name that the program gave it, and all that was asked.
#[derive(Clone, Copy, Debug)]
pub struct Claiming<'a> {
    /// The `Idempotency-Key`.
    pub name: &'a str,
    /// The method.
    pub method: &'a str,
    /// Path and query.
    pub path: &'a str,
    /// The body.
    pub body: &'a [u8],
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its body.
    pub body: Vec<u8>,
}

/// A claim of one's own.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    it: Named,
    at: Time,
}

/// What came of claiming.
#[derive(Clone, Debug)]
pub enum Claimed {
    /// It is to be done now.
    Mine(Claim),
    /// It was done, and this was answered.
    Done(Answer),
    /// Another is at it.
    Running,
    /// The name stands for something else.
    Other,
}

/// Claims a request.
///
/// # Errors
/// [`Barred`]: only programs claim.
pub async fn claim(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    claiming: Claiming<'_>,
) -> Result<Claimed, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let nonce = crypto::token::hash("request-name", claiming.name);
    let asked = [claiming.method.as_bytes(), claiming.path.as_bytes(), claiming.body];
    let request = crypto::digest::sha256(&domain::audit::canonical(&asked.map(Some)));
    let done = app
        .db
        .write(move |tx| {
            let Actor::Key { key, .. } = who.actor(tx)? else { return Err(Denied::NotAllowed.into()) };
            let it = Named { key, nonce };
            let known = store::request::find(tx, it)?.filter(|known| known.ends_at > now);
            if let Some(known) = known {
                let over = known.answer.is_none() && known.lease_until <= now;
                if known.request != request || !over {
                    return Ok((it, Some(known)));
                }
            }
            store::request::claim(tx, it, &request, (now, now + LEASE, now + ANSWER))?;
            Ok((it, None))
        })
        .await;
    match done {
        Ok((it, None)) => Ok(Claimed::Mine(Claim { it, at: now })),
        Ok((it, Some(known))) => told(app, it, known, request),
        // Of two at once one is first.
        Err(Barred::Store(StoreError::Taken)) => Ok(Claimed::Running),
        Err(other) => Err(other),
    }
}

fn told(app: &App, it: Named, known: Known, request: [u8; 32]) -> Result<Claimed, Barred> {
    if known.request != request {
        return Ok(Claimed::Other);
    }
    let Some((status, sealed)) = known.answer else { return Ok(Claimed::Running) };
    let body = app.keys.open(&context(it), &sealed).map_err(|error| StoreError::Internal(Box::new(error)))?;
    let status = u16::try_from(status).map_err(|_| StoreError::internal("a stored status is none"))?;
    Ok(Claimed::Done(Answer { status, body: body.to_vec() }))
}

/// What a sealed answer is bound to: its own row.
fn context(it: Named) -> String {
    let nonce: String = it.nonce.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("api-request/{}/{nonce}", it.key)
}

/// Keeps what was answered.
///
/// # Errors
/// When the database fails.
pub async fn answer(app: &App, claim: Claim, answer: &Answer) -> Result<(), StoreError> {
    let sealed = app.keys.seal(&context(claim.it), &answer.body, &app.chance);
    let sealed = sealed.map_err(|error| StoreError::Internal(Box::new(error)))?;
    let status = i64::from(answer.status);
    app.db.write(move |tx| store::request::answer(tx, (claim.it, claim.at), (status, &sealed))).await
}

/// Lets go of what was not done: it may be asked again at once.
///
/// # Errors
/// When the database fails.
pub async fn let_go(app: &App, claim: Claim) -> Result<(), StoreError> {
    app.db.write(move |tx| store::request::let_go(tx, claim.it, claim.at)).await
}
