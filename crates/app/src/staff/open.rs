//! What the page behind an invitation shows. Changes nothing (law 5).

use std::fmt;

use crypto::recovery;
use domain::role::Role;
use domain::session::Level;
use domain::time::Span;
use domain::token::{Dead, Purpose};
use store::StoreError;
use store::session::SignedIn;

use crate::house::{App, Ctx};
use crate::sign_in::{seal_context, secret_of, who};

/// How long after setting the second factor its owner can still see the recovery codes.
const CODES_SHOWN: Span = Span::minutes(10);

/// Where somebody is.
#[derive(Clone)]
pub enum Step {
    /// Choose a password.
    Password {
        /// The own address.
        email: String,
        /// The role that waits.
        role: Role,
        /// The client.
        organisation: Option<String>,
    },
    /// Set the second factor.
    Factor {
        /// For the QR code.
        otpauth_url: String,
        /// To type over.
        secret: String,
        /// The own address.
        email: String,
    },
    /// The recovery codes, to be kept.
    Codes {
        /// Ten of them.
        codes: Vec<String>,
    },
    /// All done, or somebody else's session.
    Dead(Dead),
}

impl fmt::Debug for Step {
    /// Names the step and shows no secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Password { role, .. } => write!(f, "Password({role})"),
            Self::Factor { .. } => f.write_str("Factor(…)"),
            Self::Codes { codes } => write!(f, "Codes({} …)", codes.len()),
            Self::Dead(dead) => write!(f, "Dead({dead})"),
        }
    }
}

/// Where the holder of a link, and perhaps of a session that began with it, is.
///
/// # Errors
/// When the database fails.
pub async fn open(app: &App, ctx: &Ctx, token: &str, cookie: Option<&str>) -> Result<Step, StoreError> {
    let (hash, now) = (crypto::token::hash(Purpose::Invitation.as_str(), token), ctx.now);
    let found = app
        .db
        .read(move |tx| match store::token::look(tx, &hash, Purpose::Invitation, now)? {
            Ok(alive) => Ok::<_, StoreError>(Ok(store::staff::by_identity(tx, alive.identity)?)),
            Err(dead) => Ok(Err(dead)),
        })
        .await?;
    match found {
        Ok(Some(staff)) => {
            Ok(Step::Password { email: staff.email, role: staff.role, organisation: staff.organisation_name })
        }
        Ok(None) => Ok(Step::Dead(Dead::Ended)),
        Err(Dead::Used) => Ok(going_on(app, ctx, cookie).await?.unwrap_or(Step::Dead(Dead::Used))),
        Err(dead) => Ok(Step::Dead(dead)),
    }
}

async fn going_on(app: &App, ctx: &Ctx, cookie: Option<&str>) -> Result<Option<Step>, StoreError> {
    let Some(cookie) = cookie else { return Ok(None) };
    let Some(signed_in) = who(app, ctx, cookie).await? else { return Ok(None) };
    step_of(app, ctx, &signed_in).await
}

/// The step of somebody who has a session: the factor to set, or the codes just made.
///
/// # Errors
/// When the database fails.
pub async fn step_of(app: &App, ctx: &Ctx, signed_in: &SignedIn) -> Result<Option<Step>, StoreError> {
    let (identity, generation) = (signed_in.identity, signed_in.generation);
    let factor = app.db.read(move |tx| store::second_factor::find(tx, identity, generation)).await?;
    let Some(factor) = factor else { return Ok(None) };
    match (signed_in.level, factor.set_at, factor.sealed_codes) {
        (Level::Enrol, None, _) => {
            let secret = secret_of(app, identity, &factor.sealed)?;
            let otpauth_url = secret.otpauth_url(&app.settings.brand.name, &signed_in.name).to_string();
            Ok(Some(Step::Factor { otpauth_url, secret: secret.base32().to_string(), email: signed_in.name.clone() }))
        }
        (Level::Full, Some(set_at), Some(sealed)) if ctx.now - set_at <= CODES_SHOWN => {
            let opened = app.keys.open(&seal_context(identity), &sealed);
            let plain = opened.map_err(|error| StoreError::Internal(Box::new(error)))?;
            let codes: Vec<String> = String::from_utf8_lossy(&plain).lines().map(str::to_owned).collect();
            Ok((codes.len() == recovery::COUNT).then_some(Step::Codes { codes }))
        }
        _ => Ok(None),
    }
}
