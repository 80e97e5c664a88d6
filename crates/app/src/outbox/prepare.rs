//! Prepare: in one transaction find out whom a mail is for, whether it may go, and what it says. The address is the stored
//! one, read here (law 4); an occupancy that ended gets nothing (law 6).

use domain::device::Device;
use domain::email::Address;
use domain::id::{IdentityId, OrganisationId};
use domain::language::Language;
use domain::link_request::Question;
use domain::mail::Mail;
use domain::maintenance::Notice;
use domain::role::Role;
use domain::time::{Day, Span, Time};
use mail::compose::Thread;
use store::credential::{Found, Holder};
use store::data_request::Listed;
use store::mail::{Attempt, Claimed, End, Target};
use store::{StoreError, Write};

use super::contact_handout;
use super::link_request::{self, Answer};
use super::pace::{MOST_ATTEMPTS, too_late};
use super::record;
use crate::house::App;
use crate::limits::{Counted, over};
use crate::link_request::Letter as Written;
use crate::reset::read_asked;
use crate::sign_in::name::Name;
use crate::texts::Voice;

/// What came of preparing.
pub(super) enum Prepared {
    /// It can be sent.
    Ready(Box<Ready>),
    /// It ended, or waits for later.
    Done,
}

/// A mail that may be sent, without its token.
#[derive(Clone, Debug)]
pub(super) struct Ready {
    pub(super) target: Target,
    pub(super) to: Address,
    pub(super) language: Language,
    pub(super) letter: Letter,
    /// The client in whose words a resident is written to, once they are looked up.
    pub(super) voice: Option<Voice>,
    /// The file that goes with it, once it is made.
    pub(super) file: Option<Vec<u8>>,
}

impl Ready {
    /// The client whose resident reads this; none for staff, and for a mail about homes of several clients.
    fn client(&self) -> Option<OrganisationId> {
        let to_resident = match &self.letter {
            Letter::Reset { staff, .. } => !staff,
            Letter::Names { one_client, .. } | Letter::Maintenance { one_client, .. } => *one_client,
            Letter::PasswordChanged { username, .. } => username.is_some(),
            Letter::AddressProposed { .. }
            | Letter::AccountAdded { .. }
            | Letter::HouseholdLeaves { .. }
            | Letter::EmailConfirm { .. }
            | Letter::EmailReplaced { .. }
            | Letter::CallerCheck(_)
            | Letter::PasskeyAdded { .. } => true,
            Letter::Invitation { .. }
            | Letter::ContactLink { .. }
            | Letter::RequestAnswer(_)
            | Letter::RequestReceived { .. }
            | Letter::ContactAsk { .. }
            | Letter::ContactHandout { .. }
            | Letter::DataAsk { .. }
            | Letter::StillHere
            | Letter::FactorChanged { .. }
            | Letter::RecoveryCodeUsed { .. } => false,
        };
        self.target.organisation.filter(|_| to_resident)
    }
}

/// What a mail tells.
#[derive(Clone, Debug)]
pub(super) enum Letter {
    Reset { device: Device, name: Option<String>, staff: bool },
    Names { device: Device, usernames: Vec<String>, one_client: bool },
    PasswordChanged { device: Device, username: Option<String> },
    PasskeyAdded { device: Device, username: String },
    Invitation { role: Role, organisation: Option<String> },
    ContactLink { client: String },
    FactorChanged { device: Device },
    AddressProposed { until: Time, waits: bool },
    AccountAdded { username: String },
    RecoveryCodeUsed { device: Device, left: u32 },
    EmailConfirm { device: Device },
    EmailReplaced { at: Time, device: Device, until: Time },
    HouseholdLeaves { username: String, last: Day, until: Time },
    StillHere,
    Maintenance { notice: Box<Notice>, one_client: bool },
    CallerCheck(Box<store::help_desk::Case>),
    RequestAnswer(Box<Answer>),
    ContactHandout { client: String, project: String },
    RequestReceived { at: Time, thread: Box<Thread> },
    DataAsk { asked: Box<Listed>, until: Time },
    ContactAsk { written: Box<Written>, at: Time, question: Question, until: Time },
}

/// Why a mail is not sent now.
pub(super) enum Instead {
    End(End, &'static str),
    Later(Time),
}

pub(super) type Step<T> = Result<Result<T, Instead>, StoreError>;

/// All that preparing needs beside the transaction.
#[derive(Clone)]
pub(super) struct Plan {
    pub(super) claimed: Claimed,
    mail: Mail,
    pub(super) asked: Option<String>,
    pub(super) written: Option<Written>,
    pub(super) extra: Vec<(domain::id::MailId, String)>,
    delay: Span,
    pub(super) now: Time,
}

/// Room for this many ways of writing one address.
const WAYS_OF_WRITING: usize = 8;

pub(super) async fn prepare(app: &App, claimed: &Claimed, mail: Mail) -> Result<Prepared, StoreError> {
    let now = app.clock.now();
    let asked = match &mail {
        Mail::Reset { asked, .. } | Mail::Names { asked, .. } => match read_asked(app, asked) {
            Some(asked) => Some(asked),
            // A key that is missing today may be back tomorrow; what was accepted is not thrown away (law 12).
            None => return record::unreadable(app, claimed).await.map(|()| Prepared::Done),
        },
        _ => None,
    };
    let extra = match mail {
        Mail::Names { .. } => (0..WAYS_OF_WRITING).map(|_| (app.id(now), app.random_name())).collect(),
        _ => Vec::new(),
    };
    let delay = app.settings.limits.delay();
    let written = link_request::written(app, &mail).await?;
    let plan = Plan { claimed: claimed.clone(), mail: mail.clone(), asked, written, extra, delay, now };
    let prepared = app.db.write(move |tx| plan.run(tx)).await?;
    match prepared {
        Some(mut ready) => {
            let voice = match ready.client() {
                Some(client) => Some(crate::texts::own(app, client).await),
                None => None,
            };
            let file = contact_handout::enclosed(app, &mut ready).await;
            within_destination(app, claimed, &mail, Ready { voice, file, ..ready }).await
        }
        None => Ok(Prepared::Done),
    }
}

impl Plan {
    fn run(&self, tx: &mut Write<'_>) -> Result<Option<Ready>, StoreError> {
        if !store::mail::held(tx, self.claimed.id, self.claimed.lease, self.now)? {
            return Ok(None);
        }
        let found = match &self.mail {
            _ if self.now - self.claimed.alive_since > too_late(Some(&self.mail)) => {
                Err(Instead::End(End::Dead, "too-late"))
            }
            _ if self.claimed.attempts > MOST_ATTEMPTS => Err(Instead::End(End::Dead, "too-often")),
            _ if store::token::is_over(tx, self.claimed.id)? => Err(Instead::End(End::Dropped, "link-used")),
            Mail::Reset { device, crowded, .. } => self.reset(tx, *device, *crowded)?,
            Mail::ResetAgain { identity, device } => self.reset_again(tx, *identity, *device)?,
            Mail::Names { device, crowded, .. } => self.names(tx, *device, *crowded)?,
            Mail::NamesOf { link, device } => self.names_of(tx, *link, *device)?,
            Mail::PasswordChanged { identity, device } => self.password_changed(tx, *identity, *device)?,
            Mail::PasskeyAdded { identity, device } => self.passkey_added(tx, *identity, *device)?,
            Mail::Invitation { staff } => self.invitation(tx, *staff)?,
            Mail::FactorChanged { identity, device } => {
                self.notice(tx, *identity, Letter::FactorChanged { device: *device })?
            }
            Mail::AddressProposed { proposal, identity } => self.address_proposed(tx, *proposal, *identity)?,
            Mail::HouseholdLeaves { change, link } => self.household_leaves(tx, *change, *link)?,
            Mail::StillHere { staff, .. } => self.still_here(tx, *staff)?,
            Mail::ContactLink { contact } => self.contact_link(tx, *contact)?,
            Mail::AccountAdded { identity } => self.account_added(tx, *identity)?,
            Mail::EmailConfirm { link, device } => self.email_confirm(tx, *link, *device)?,
            Mail::EmailReplaced { link, device } => self.email_replaced(tx, *link, *device)?,
            Mail::Maintenance { notice, identity } => self.maintenance(tx, *notice, *identity)?,
            Mail::MaintenanceTest { notice, staff, language } => {
                self.maintenance_test(tx, (*notice, *staff), *language)?
            }
            Mail::CallerCheck { case } => self.caller_check(tx, *case)?,
            Mail::RequestAnswer { request, proposed, ended, letter } => {
                self.request_answer(tx, *request, (*proposed, *ended), *letter)?
            }
            Mail::ContactHandout { contact, project } => self.contact_handout(tx, (*contact, *project))?,
            Mail::RequestReceived { .. } => self.request_received()?,
            Mail::ContactAsk { contact, request, question } => self.contact_ask(tx, (*contact, *request, *question))?,
            Mail::DataAsk { contact, request } => self.data_ask(tx, (*contact, *request))?,
            Mail::RecoveryCodeUsed { identity, device } => {
                let left = store::second_factor::codes_left(tx, *identity)?;
                self.notice(tx, *identity, Letter::RecoveryCodeUsed { device: *device, left })?
            }
        };
        let found = match found {
            Ok(ready) => self.spared(tx, ready)?,
            instead => instead,
        };
        match found {
            Ok(ready) => {
                store::mail::set_target(tx, self.claimed.id, &ready.target)?;
                Ok(Some(ready))
            }
            Err(Instead::End(end, reason)) => {
                store::mail::end(tx, &self.claimed, end, (Some(reason), None), self.now)?;
                Ok(None)
            }
            Err(Instead::Later(due_at)) => {
                store::mail::again(tx, &self.claimed, Attempt::Postponed, None, due_at)?;
                Ok(None)
            }
        }
    }

    /// A crowded request is merged only while a delivered link is alive; else it waits, and then goes.
    fn reset(&self, tx: &mut Write<'_>, device: Device, crowded: bool) -> Step<Ready> {
        let name = Name::typed(self.asked.as_deref().unwrap_or_default());
        let Some(found) = name.find(tx, self.now)? else { return Ok(Err(Instead::End(End::Dropped, "nobody"))) };
        if found.since.is_some_and(|since| self.claimed.created_at < since) {
            // Those who asked left meanwhile; who lives there now asked nothing (laws 6 and 10).
            return Ok(Err(Instead::End(End::Dropped, "asked-by-others")));
        }
        if matches!(found.holder, Holder::Resident { .. }) {
            // Here and not at asking, which looks nothing up (law 4).
            store::progress::reset_asked(tx, found.identity, self.claimed.created_at)?;
        }
        self.reset_of(tx, &found, (device, crowded))
    }

    /// What came back is made anew for whose it was, and for nobody who came after them.
    fn reset_again(&self, tx: &mut Write<'_>, identity: IdentityId, device: Device) -> Step<Ready> {
        match store::credential::of_identity(tx, identity, self.now)? {
            Some(found) => self.reset_of(tx, &found, (device, false)),
            None => Ok(Err(Instead::End(End::Dropped, "nobody"))),
        }
    }

    fn reset_of(&self, tx: &mut Write<'_>, found: &Found, (device, crowded): (Device, bool)) -> Step<Ready> {
        let confirmed = found.confirmed;
        let staff = matches!(found.holder, Holder::Staff { .. });
        let letter = Letter::Reset { device, name: (confirmed && !staff).then(|| found.name.clone()), staff };
        let ready = match self.to(found, letter) {
            Ok(ready) => ready,
            Err(instead) => {
                // The help desk sees who asked and gets nothing.
                store::mail::set_asker(tx, self.claimed.id, found.identity)?;
                return Ok(Err(instead));
            }
        };
        let target = &ready.target;
        if self.may_merge(tx, target, crowded)? {
            // The help desk sees whose request it was.
            store::mail::set_target(tx, self.claimed.id, target)?;
            return Ok(Err(Instead::End(End::Merged, "live-link")));
        }
        // One at a time: what becomes of the other one decides about this one.
        if store::mail::other_in_flight(tx, found.identity, (self.claimed.id, "reset"), self.now)? {
            return Ok(Err(Instead::Later(self.now + Span::seconds(30))));
        }
        Ok(self.in_time(crowded).map(|()| ready))
    }

    /// A mailbox that does not exist gets what its resident asks for, once a day, and nothing else.
    fn spared(&self, tx: &mut Write<'_>, ready: Ready) -> Step<Ready> {
        let Some(link) = ready.target.link else { return Ok(Ok(ready)) };
        if !store::email_link::is_refused(tx, link)? {
            return Ok(Ok(ready));
        }
        let tried = store::mail::tried(tx, (link, self.claimed.id), self.now - Span::days(1))?;
        if self.mail.was_asked() && !tried {
            return Ok(Ok(ready));
        }
        store::mail::set_target(tx, self.claimed.id, &ready.target)?;
        Ok(Err(Instead::End(End::Dropped, "refused-address")))
    }

    /// Only while a delivered link can be used. Not crowded, a request is merged only when it would push out a link that
    /// is younger than an hour: nobody can kill a resident's link by asking again and again (norms A21).
    fn may_merge(&self, tx: &mut Write<'_>, target: &Target, crowded: bool) -> Result<bool, StoreError> {
        let Some(identity) = target.identity else { return Ok(false) };
        let usable = store::token::usable(tx, (identity, target.generation), target.link, self.now)?;
        let sent = usable.iter().any(|request| request.sent);
        let pushes_out =
            usable.len() == 3 && usable.iter().all(|request| self.now - request.handed_at < Span::hours(1));
        Ok(sent && (crowded || pushes_out))
    }

    pub(super) fn in_time(&self, crowded: bool) -> Result<(), Instead> {
        let due_at = self.claimed.created_at + self.delay;
        if crowded && self.now < due_at { Err(Instead::Later(due_at)) } else { Ok(()) }
    }

    pub(super) fn to(&self, found: &Found, letter: Letter) -> Result<Ready, Instead> {
        let Some((link, address)) = &found.address else { return Err(Instead::End(End::Dropped, "no-address")) };
        let Ok(to) = Address::parse(address) else { return Err(Instead::End(End::Dead, "bad-address")) };
        let organisation = match &found.holder {
            Holder::Resident { organisation, .. } => Some(*organisation),
            Holder::Staff { organisation, .. } => *organisation,
        };
        let target = Target {
            organisation,
            identity: Some(found.identity),
            generation: found.generation,
            link: *link,
            masked_address: to.masked(),
        };
        Ok(Ready {
            target,
            to,
            language: found.language.unwrap_or(self.claimed.language),
            letter,
            voice: None,
            file: None,
        })
    }
}

/// Mails to one mailbox are counted at sending, by a form that providers' dots and tags do not multiply.
async fn within_destination(app: &App, claimed: &Claimed, mail: &Mail, ready: Ready) -> Result<Prepared, StoreError> {
    if !mail.was_asked() || claimed.attempts > 1 {
        return Ok(Prepared::Ready(Box::new(ready)));
    }
    let mailbox = counted_mailbox(&ready.to);
    let limit = app.settings.limits.destination;
    let ctx = app.command();
    if !over(app, &ctx, Counted { what: "destination", whom: &mailbox, limit }).await? {
        return Ok(Prepared::Ready(Box::new(ready)));
    }
    let (claimed, now) = (claimed.clone(), app.clock.now());
    let later = now + app.settings.limits.delay();
    let is_reset = matches!(mail, Mail::Reset { .. } | Mail::ResetAgain { .. });
    let waits = app
        .db
        .write(move |tx| {
            let target = &ready.target;
            let usable = match target.identity {
                Some(identity) => store::token::usable(tx, (identity, target.generation), target.link, now)?,
                None => Vec::new(),
            };
            if is_reset && usable.iter().any(|request| request.sent) {
                store::mail::end(tx, &claimed, End::Merged, (Some("live-link"), None), now)?;
                return Ok(None);
            }
            // It has waited once: a person who asks is never left without a link.
            if now >= claimed.created_at + (later - now) {
                return Ok(Some(ready.clone()));
            }
            store::mail::again(tx, &claimed, Attempt::Postponed, None, later)?;
            Ok::<_, StoreError>(None)
        })
        .await?;
    Ok(waits.map_or(Prepared::Done, |ready| Prepared::Ready(Box::new(ready))))
}

/// `a.b+1@example.nl` and `ab@example.nl` share a count, and nothing else.
pub(crate) fn counted_mailbox(to: &Address) -> String {
    let local = to.local().split('+').next().unwrap_or_default().replace('.', "").to_ascii_lowercase();
    format!("{local}@{}", to.domain())
}
