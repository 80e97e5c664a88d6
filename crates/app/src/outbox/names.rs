//! Forgotten usernames: one mail to each stored way of writing an address, which lists the accounts that it is linked to.

use domain::device::Device;
use domain::email::Address;
use domain::id::{EmailLinkId, IdentityId};
use domain::mail::Mail;
use domain::time::Span;
use store::mail::{End, NewMail, Target};
use store::{StoreError, Write};

use super::prepare::{Instead, Letter, Plan, Ready, Step};

/// The usernames of an address are not mailed twice within this time.
const QUIET: Span = Span::minutes(10);

impl Plan {
    /// The usernames of one way of writing the address; other ways become mails of their own, so that each goes to
    /// exactly one stored address.
    pub(super) fn names(&self, tx: &mut Write<'_>, device: Device, crowded: bool) -> Step<Ready> {
        let key = self.asked.as_deref().unwrap_or_default();
        let all = if key.is_empty() { Vec::new() } else { store::email_link::confirmed(tx, key, self.now)? };
        let Some(first) = all.first() else { return Ok(Err(Instead::End(End::Dropped, "nobody"))) };
        if let Err(instead) = self.in_time(crowded) {
            return Ok(Err(instead));
        }
        // Over the limit, whoever was told today knows: it is merged, as a reset is while its link is alive.
        let quiet = if crowded { Span::days(1) } else { QUIET };
        if let Some(instead) = self.told_lately(tx, (first.identity, first.link), quiet)? {
            return Ok(Err(instead));
        }
        // Told apart once, and not again when this attempt has to be repeated.
        store::mail::set_intent(tx, &self.claimed, &Mail::NamesOf { link: first.link, device })?;
        let mut written = vec![first.address.as_str()];
        let mut extra = self.extra.iter();
        for other in &all {
            if written.contains(&other.address.as_str()) {
                continue;
            }
            written.push(&other.address);
            let Some((id, tag)) = extra.next() else {
                tracing::warn!(mail = %self.claimed.id, "an address is stored in more ways of writing than are mailed");
                break;
            };
            let mail = Mail::NamesOf { link: other.link, device };
            let language = self.claimed.language;
            store::mail::add(tx, &NewMail { id: *id, mail, language, tag: tag.clone(), due_at: self.now }, self.now)?;
        }
        self.names_of(tx, first.link, device)
    }

    pub(super) fn names_of(&self, tx: &mut Write<'_>, link: EmailLinkId, device: Device) -> Step<Ready> {
        let Some(key) = store::email_link::search_key(tx, link)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        let all = store::email_link::confirmed(tx, &key, self.now)?;
        let Some(own) = all.iter().find(|one| one.link == link) else {
            return Ok(Err(Instead::End(End::Dropped, "address-changed")));
        };
        let Ok(to) = Address::parse(&own.address) else { return Ok(Err(Instead::End(End::Dead, "bad-address"))) };
        if let Some(instead) = self.told_lately(tx, (own.identity, link), QUIET)? {
            return Ok(Err(instead));
        }
        let same = || all.iter().filter(|one| one.address == own.address);
        let usernames = same().map(|one| one.username.clone()).collect();
        let one_client = same().all(|one| one.organisation == own.organisation);
        let target = Target {
            organisation: Some(own.organisation),
            identity: Some(own.identity),
            generation: own.generation,
            link: Some(link),
            masked_address: to.masked(),
        };
        let language = own.language.unwrap_or(self.claimed.language);
        let letter = Letter::Names { device, usernames, one_client };
        Ok(Ok(Ready { target, to, language, letter, voice: None, file: None }))
    }

    /// A mailbox that was told its usernames just now, or is being told, is not told again.
    fn told_lately(
        &self,
        tx: &mut Write<'_>,
        (identity, link): (IdentityId, EmailLinkId),
        quiet: Span,
    ) -> Result<Option<Instead>, StoreError> {
        if store::mail::lately(tx, (identity, Some(link)), ("names", End::Sent), self.now - quiet)? > 0 {
            return Ok(Some(Instead::End(End::Merged, "sent-just-now")));
        }
        let other = store::mail::other_in_flight(tx, identity, (self.claimed.id, "names"), self.now)?;
        Ok(other.then(|| Instead::Later(self.now + Span::seconds(30))))
    }
}
