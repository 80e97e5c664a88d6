//! Notices of planned maintenance: who gets one is found when it leaves. Who left since gets nothing (law 6), and each mailbox is told
//! once. The mail holds no username and no home, whoever reads it (law 10).

use domain::id::{IdentityId, MaintenanceId, StaffId};
use domain::language::Language;
use domain::maintenance::{Audience, State};
use domain::staff;
use domain::time::Span;
use store::Write;
use store::credential::Holder;
use store::mail::End;

use super::prepare::{Instead, Letter, Plan, Ready, Step};
use crate::maintenance::mailbox;

/// A mail of a notice that is paused is looked at again after this.
const PAUSED: Span = Span::minutes(1);

impl Plan {
    pub(super) fn maintenance(&self, tx: &mut Write<'_>, id: MaintenanceId, identity: IdentityId) -> Step<Ready> {
        let Some(kept) = store::maintenance::by_id(tx, id)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        match kept.facts.state {
            State::Paused => return Ok(Err(Instead::Later(self.now + PAUSED))),
            State::Approved | State::Sending | State::Done => {}
            State::Stopped | State::Draft | State::Proposed => {
                return Ok(Err(Instead::End(End::Dropped, "stopped")));
            }
        }
        if kept.notice.window.is_over(self.now) {
            return Ok(Err(Instead::End(End::Dropped, "too-late")));
        }
        let Some(found) = store::credential::of_identity(tx, identity, self.now)? else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        if !matches!(found.holder, Holder::Resident { .. }) {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        }
        let one_client = kept.notice.audience != Audience::All;
        let ready = match self.to(&found, Letter::Maintenance { notice: Box::new(kept.notice), one_client }) {
            Ok(ready) => ready,
            Err(instead) => return Ok(Err(instead)),
        };
        if store::maintenance::told_already(tx, (id, self.claimed.id), &mailbox(id, &ready.to))? {
            return Ok(Err(Instead::End(End::Merged, "sent-just-now")));
        }
        Ok(Ok(ready))
    }

    /// To whoever works on the notice.
    pub(super) fn maintenance_test(
        &self,
        tx: &mut Write<'_>,
        (id, staff): (MaintenanceId, StaffId),
        language: Language,
    ) -> Step<Ready> {
        let found = store::staff::by_id(tx, staff)?.filter(|staff| staff.state == staff::State::Active);
        let (Some(staff), Some(kept)) = (found, store::maintenance::by_id(tx, id)?) else {
            return Ok(Err(Instead::End(End::Dropped, "nobody")));
        };
        let letter = Letter::Maintenance { notice: Box::new(kept.notice), one_client: false };
        Ok(self.notice(tx, staff.identity, letter)?.map(|ready| Ready { language, ..ready }))
    }
}
