//! The authenticator apps of the demo. They know what they scanned, like any phone, and never look into the database for
//! a secret: only for the last code that was used, because a code works once.

use app::staff::{Step, step_of};
use app::{App, StoreError};
use crypto::totp::{self, STEP_SECONDS};
use domain::access::Actor;
use domain::session::Level;
use domain::time::{Span, Time};
use serde::Serialize;
use web::Visit;

use super::notes::{Notes, Phone};

/// The code of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Code {
    /// The e-mail address.
    pub(super) name: String,
    pub(super) role: domain::role::Role,
    pub(super) code: String,
}

/// Every code of this moment.
pub(super) async fn codes(app: &App, notes: &Notes) -> Result<Vec<Code>, StoreError> {
    let now = app.clock.now();
    let mut codes = Vec::new();
    for phone in notes.phones() {
        let Some(secret) = secret(&phone.secret) else { continue };
        let used = last_step(app, &phone.login).await?;
        codes.push(Code { code: totp::code_at(&secret, fresh(now, used)), name: phone.login, role: phone.role });
    }
    Ok(codes)
}

/// How many seconds from now the codes change.
pub(super) fn seconds_left(now: Time) -> u32 {
    u32::try_from(STEP_SECONDS - now.seconds().rem_euclid(STEP_SECONDS)).unwrap_or_default()
}

/// Now, or the next step when the code of this one was used: it is accepted already.
fn fresh(now: Time, used: Option<i64>) -> Time {
    let step = now.seconds().div_euclid(STEP_SECONDS);
    if used.is_some_and(|used| used >= step) { now + Span::seconds(STEP_SECONDS) } else { now }
}

async fn last_step(app: &App, login: &str) -> Result<Option<i64>, StoreError> {
    let login = login.to_owned();
    app.db
        .read(move |tx| {
            let Some(staff) = store::staff::by_email(tx, &login)? else { return Ok(None) };
            let factor = store::second_factor::find(tx, staff.identity, staff.generation)?;
            Ok(factor.and_then(|factor| factor.last_step))
        })
        .await
}

/// Whoever is at the step of setting a second factor in this browser needs no phone: the demo scans the code.
pub(super) async fn scan(visit: &Visit, notes: &Notes) -> Result<(), StoreError> {
    let Some(holder) = visit.holder.as_ref().filter(|holder| holder.level == Level::Enrol) else { return Ok(()) };
    let Actor::Staff { role, .. } = holder.actor else { return Ok(()) };
    if let Some(Step::Factor { secret, email, .. }) = step_of(visit.app(), &visit.ctx, holder).await? {
        let phone = Phone { login: email, role, secret };
        notes.scanned(phone).map_err(|error| StoreError::Internal(error.into()))?;
    }
    Ok(())
}

/// Base 32 (RFC 4648) as a person would type it over.
pub(super) fn secret(typed: &str) -> Option<totp::Secret> {
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0_u32);
    for c in typed.chars().filter(|c| *c != ' ' && *c != '=') {
        let value = match c.to_ascii_uppercase() {
            c @ 'A'..='Z' => u32::from(c) - u32::from('A'),
            c @ '2'..='7' => u32::from(c) - u32::from('2') + 26,
            _ => return None,
        };
        (bits, count) = ((bits << 5 | value) & 0xfff, count + 5);
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).ok()?);
        }
    }
    // Five bits or more left over are a sign too many.
    if count < 5 { totp::Secret::from_bytes(&bytes) } else { None }
}

#[cfg(test)]
mod tests {
    use crypto::chance::Chance;

    use super::*;

    #[test]
    fn what_is_typed_over_gives_the_same_codes() {
        for seed in 0..20 {
            let made = totp::Secret::mint(&Chance::seeded(seed));
            let typed = secret(&made.base32()).unwrap();
            let now = Time::from_micros(1_795_438_980_000_000);
            assert_eq!(totp::code_at(&typed, now), totp::code_at(&made, now));
        }
        for rubbish in ["", "ABC", "A1", "é", &"A".repeat(33)] {
            assert!(secret(rubbish).is_none(), "{rubbish}");
        }
    }

    #[test]
    fn a_code_that_was_used_is_not_shown_again() {
        let secret = totp::Secret::mint(&Chance::seeded(1));
        let now = Time::from_micros(1_795_438_995_000_000);
        let step = totp::verify(&secret, &totp::code_at(&secret, fresh(now, None)), now, None);
        assert!(step.is_some());
        let next = totp::code_at(&secret, fresh(now, step));
        assert!(totp::verify(&secret, &next, now, step).is_some(), "and the next one works already");
        assert_eq!(seconds_left(Time::from_micros(1_795_438_995_000_000)), 15);
    }

    #[test]
    fn the_shape_of_the_json() {
        let code = Code { name: "a@b.test".into(), role: domain::role::Role::OperatorAdmin, code: "012345".into() };
        let json = serde_json::to_string(&code).unwrap();
        assert_eq!(json, r#"{"name":"a@b.test","role":"operator-admin","code":"012345"}"#);
    }
}
