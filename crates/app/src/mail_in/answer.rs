//! The one neutral answer to who is no contact, or may be somebody else (PRODUCT 3.5). A From address is never proof, so whoever is named
//! there gets no more than one in a day, and all strangers together no more than fits: we are no amplifier for whoever forges it.

use domain::device::Device;
use domain::email::Address;
use domain::id::LinkRequestId;
use domain::language::Language;
use domain::limits::Limit;
use domain::mail::Mail;
use domain::time::{Span, Time};
use store::StoreError;
use store::mail::NewMail;

use crate::house::{App, Ctx};
use crate::limits::{Counted, over};
use crate::outbox::{counted_mailbox, intent};

/// To one mailbox.
const ONE: Limit = Limit::new(1, Span::days(1));
/// To all together.
const ALL: Limit = Limit::new(500, Span::hours(1));

fn ctx(app: &App, now: Time) -> Ctx {
    Ctx { now, ..app.ctx("job", Device::UNKNOWN, Language::Nl, domain::audit::Door::Job) }
}

/// Whether it may go to this mailbox now; counts it.
pub(super) async fn may_go(app: &App, to: &Address, now: Time) -> Result<bool, StoreError> {
    let (ctx, mailbox) = (ctx(app, now), counted_mailbox(to));
    // One mailbox uses up nothing of the others.
    if over(app, &ctx, Counted { what: "request-received", whom: &mailbox, limit: ONE }).await? {
        return Ok(false);
    }
    Ok(!over(app, &ctx, Counted { what: "request-received", whom: "all", limit: ALL }).await?)
}

/// The answer, about one of the requests that a mail became.
pub(super) fn neutral(app: &App, request: LinkRequestId, now: Time) -> NewMail {
    intent(app, &ctx(app, now), Mail::RequestReceived { request })
}
