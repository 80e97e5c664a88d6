//! Notices that nobody asked for: to whom each goes, and what keeps it from going. What is told to residents goes to an address
//! that they proved, or nowhere (law 10).

use domain::device::Device;
use domain::email::Address;
use domain::help_desk::Standing;
use domain::id::{ContactId, EmailLinkId, HelpDeskCaseId, IdentityId, ProposalId, StaffId, TenantChangeId};
use domain::linking::UNDOES;
use domain::staff::State;
use domain::tenant_change::State as ChangeState;
use domain::time::Span;
use store::Write;
use store::credential::Holder;
use store::mail::{End, Target};

use super::prepare::{Instead, Letter, Plan, Ready, Step};

/// So long after the last day somebody can say to live there still.
const STILL_HERE: Span = domain::tenant_change::REOPENS;

impl Plan {
    pub(super) fn password_changed(&self, tx: &mut Write<'_>, identity: IdentityId, device: Device) -> Step<Ready> {
        let Some(found) = store::credential::of_identity(tx, identity, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        if !found.confirmed {
            // An unconfirmed mailbox may be a stranger's: it hears neither username nor news (law 10).
            return Ok(Err(Instead::End(End::Dropped, "unconfirmed")));
        }
        let username = matches!(found.holder, Holder::Resident { .. }).then(|| found.name.clone());
        Ok(self.to(&found, Letter::PasswordChanged { device, username }))
    }

    /// To the mailbox of somebody who is to be a contact, until it is proven.
    pub(super) fn contact_link(&self, tx: &mut Write<'_>, contact: ContactId) -> Step<Ready> {
        let open = |it: &store::contact::Contact| it.ended_at.is_none() && it.proven_at.is_none();
        let found = store::contact::by_id(tx, contact)?.filter(open);
        let Some(contact) = found else { return Ok(Err(Instead::End(End::Dropped, "nobody"))) };
        let client = store::organisation::by_id(tx, contact.organisation)?.map(|client| client.name);
        let Ok(to) = Address::parse(&contact.email) else { return Ok(Err(Instead::End(End::Dead, "bad-address"))) };
        let target = Target {
            organisation: Some(contact.organisation),
            identity: Some(contact.identity),
            generation: contact.generation,
            link: None,
            masked_address: to.masked(),
        };
        let letter = Letter::ContactLink { client: client.unwrap_or_default() };
        Ok(Ok(Ready { target, to, language: self.claimed.language, letter, voice: None, file: None }))
    }

    /// Only an address that its owner proved hears of it (law 10).
    pub(super) fn passkey_added(&self, tx: &mut Write<'_>, identity: IdentityId, device: Device) -> Step<Ready> {
        let Some(found) = store::credential::of_identity(tx, identity, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        if !found.confirmed {
            return Ok(Err(Instead::End(End::Dropped, "unconfirmed")));
        }
        Ok(self.to(&found, Letter::PasskeyAdded { device, username: found.name.clone() }))
    }

    /// Only an address that its owner proved hears of it: an unconfirmed mailbox may be a stranger's (law 10). What was decided
    /// meanwhile is no news.
    pub(super) fn address_proposed(
        &self,
        tx: &mut Write<'_>,
        proposal: ProposalId,
        identity: IdentityId,
    ) -> Step<Ready> {
        let told = store::proposal::of_identity(tx, identity, self.now)?.filter(|told| told.id == proposal);
        let Some(told) = told else { return Ok(Err(Instead::End(End::Dropped, "decided"))) };
        let Some(found) = store::credential::of_identity(tx, identity, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        if !found.confirmed {
            return Ok(Err(Instead::End(End::Dropped, "unconfirmed")));
        }
        let until = told.waits_until.unwrap_or(told.expires_at);
        Ok(self.to(&found, Letter::AddressProposed { until, waits: told.waits_until.is_some() }))
    }

    /// The one mail that goes to people whose access may be over: that it ends. Only to an address that they proved.
    pub(super) fn household_leaves(
        &self,
        tx: &mut Write<'_>,
        change: TenantChangeId,
        link: EmailLinkId,
    ) -> Step<Ready> {
        let Some(found) = store::tenant_change::leaver(tx, change, link)? else {
            return Ok(Err(Instead::End(End::Dropped, "address-changed")));
        };
        if found.state == ChangeState::Cancelled {
            return Ok(Err(Instead::End(End::Dropped, "called-off")));
        }
        let Ok(to) = Address::parse(&found.address) else { return Ok(Err(Instead::End(End::Dead, "bad-address"))) };
        let target = Target {
            organisation: Some(found.organisation),
            identity: Some(found.identity),
            generation: found.generation,
            link: Some(link),
            masked_address: to.masked(),
        };
        let until = found.ends_at.max(self.now) + STILL_HERE;
        let letter = Letter::HouseholdLeaves { username: found.username, last: found.last, until };
        Ok(Ok(Ready {
            target,
            to,
            language: found.language.unwrap_or(self.claimed.language),
            letter,
            voice: None,
            file: None,
        }))
    }

    /// To the new address, which nobody proved: it hears neither username nor home (law 10). What was asked anew, or is confirmed,
    /// waits no longer.
    pub(super) fn email_confirm(&self, tx: &mut Write<'_>, link: EmailLinkId, device: Device) -> Step<Ready> {
        let Some(asked) = store::own_address::asked(tx, link, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "address-changed")));
        };
        let Ok(to) = Address::parse(&asked.address) else { return Ok(Err(Instead::End(End::Dead, "bad-address"))) };
        let target = Target {
            organisation: Some(asked.organisation),
            identity: Some(asked.identity),
            generation: asked.generation,
            link: Some(link),
            masked_address: to.masked(),
        };
        let (language, letter) = (asked.language.unwrap_or(self.claimed.language), Letter::EmailConfirm { device });
        Ok(Ok(Ready { target, to, language, letter, voice: None, file: None }))
    }

    /// To the address that gave way, which its owner had proved, while that can be taken back.
    pub(super) fn email_replaced(&self, tx: &mut Write<'_>, link: EmailLinkId, device: Device) -> Step<Ready> {
        let Some(found) = store::own_address::replaced(tx, link, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "settled")));
        };
        let until = found.at + UNDOES;
        if until <= self.now {
            return Ok(Err(Instead::End(End::Dropped, "too-late")));
        }
        let Ok(to) = Address::parse(&found.address) else { return Ok(Err(Instead::End(End::Dead, "bad-address"))) };
        let target = Target {
            organisation: Some(found.organisation),
            identity: Some(found.identity),
            generation: found.generation,
            link: Some(link),
            masked_address: to.masked(),
        };
        let language = found.language.unwrap_or(self.claimed.language);
        let letter = Letter::EmailReplaced { at: found.at, device, until };
        Ok(Ok(Ready { target, to, language, letter, voice: None, file: None }))
    }

    /// To an address that its owner proved and that mail reaches, while the case waits for an answer.
    pub(super) fn caller_check(&self, tx: &mut Write<'_>, case: HelpDeskCaseId) -> Step<Ready> {
        let case = store::help_desk::by_id(tx, case)?.filter(|it| it.facts.standing(self.now) == Standing::Waits);
        let Some(case) = case else { return Ok(Err(Instead::End(End::Dropped, "decided"))) };
        let Some(found) = store::credential::of_identity(tx, case.identity, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        let link = found.address.as_ref().and_then(|(link, _)| *link);
        let refused = link.map(|link| store::email_link::is_refused(tx, link)).transpose()?.unwrap_or(true);
        if !found.confirmed || refused {
            return Ok(Err(Instead::End(End::Dropped, "unconfirmed")));
        }
        Ok(self.to(&found, Letter::CallerCheck(Box::new(case))))
    }

    pub(super) fn still_here(&self, tx: &mut Write<'_>, staff: StaffId) -> Step<Ready> {
        match store::staff::by_id(tx, staff)?.filter(|staff| staff.state == State::Active) {
            Some(staff) => self.notice(tx, staff.identity, Letter::StillHere),
            None => Ok(Err(Instead::End(End::Dropped, "nobody"))),
        }
    }

    /// Only an address that its owner proved hears of it (law 10).
    pub(super) fn account_added(&self, tx: &mut Write<'_>, identity: IdentityId) -> Step<Ready> {
        let Some(found) = store::credential::of_identity(tx, identity, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        if !found.confirmed {
            return Ok(Err(Instead::End(End::Dropped, "unconfirmed")));
        }
        Ok(self.to(&found, Letter::AccountAdded { username: found.name.clone() }))
    }

    pub(super) fn notice(&self, tx: &mut Write<'_>, identity: IdentityId, letter: Letter) -> Step<Ready> {
        let Some(found) = store::credential::of_identity(tx, identity, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        Ok(self.to(&found, letter))
    }

    pub(super) fn invitation(&self, tx: &mut Write<'_>, staff: StaffId) -> Step<Ready> {
        let Some(staff) = store::staff::by_id(tx, staff)?.filter(|staff| staff.state != State::Ended) else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        if staff.joined_at.is_some_and(|joined_at| joined_at >= self.claimed.created_at) {
            return Ok(Err(Instead::End(End::Dropped, "joined")));
        }
        if staff.is_frozen {
            // Its link would be dead. Once the client is released, who still wants to invite does so again.
            return Ok(Err(Instead::End(End::Dropped, "frozen")));
        }
        let Some(found) = store::credential::of_identity(tx, staff.identity, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        Ok(self.to(&found, Letter::Invitation { role: staff.role, organisation: staff.organisation_name }))
    }
}
