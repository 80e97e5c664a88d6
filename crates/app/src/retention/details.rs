//! What lines of the log tell of before and after goes when its term is over; the lines stay. A line of the job says up to which line
//! of its chain that is, so that a check of the log tells what was erased from what is missing.

use std::collections::BTreeMap;

use domain::audit::Subject;
use domain::id::{AuditId, OrganisationId};
use domain::retention::Class;
use store::StoreError;
use store::retention::{Count, Detail, Part, narrow};
use uuid::Uuid;

use super::sweep::{MOST, Sweep, first_behind, number};

impl Sweep<'_> {
    /// Erases it, chain by chain as they come; false when told to stop.
    pub(super) async fn details(&mut self, go_on: &(impl Fn() -> bool + Sync)) -> Result<bool, StoreError> {
        let own = self.over_before(Class::LogDetail, None);
        let terms = self.clients.iter().map(|it| self.over_before(Class::LogDetail, Some(it.id)));
        // The shortest term of all; whose is longer is sorted out below.
        let until = first_behind(terms.fold(own, |shortest, before| shortest.max(before)));
        let (mut after, now) = (Uuid::nil(), self.ctx.now);
        loop {
            if !go_on() {
                return Ok(false);
            }
            let part = Part { after, until, most: number(MOST) };
            let found = self.app.db.read(move |tx| store::retention::details(tx, part, now)).await?;
            let Some(last) = found.last().map(|it| it.line.uuid()) else { return Ok(true) };
            let mut of_chain: BTreeMap<Option<OrganisationId>, Vec<Detail>> = BTreeMap::new();
            for it in found.into_iter().filter(|it| it.at <= self.over_before(Class::LogDetail, it.client)) {
                of_chain.entry(it.client).or_default().push(it);
            }
            for (client, due) in of_chain {
                self.of_chain(client, &due).await?;
            }
            after = last;
        }
    }

    async fn of_chain(&mut self, client: Option<OrganisationId>, due: &[Detail]) -> Result<(), StoreError> {
        let n = due.len() as u64;
        if self.writes.is_some() {
            let (Some(first), Some(last)) = (due.first(), due.last()) else { return Ok(()) };
            let before = Uuid::from_u128(first.line.uuid().as_u128().saturating_sub(1));
            let part = narrow(before, last.line.uuid(), number(MOST));
            let erased = self.erase_details(client, part).await?;
            *self.counts.entry((Class::LogDetail, client)).or_default() += erased;
        } else {
            *self.counts.entry((Class::LogDetail, client)).or_default() += n;
        }
        Ok(())
    }

    async fn erase_details(&mut self, client: Option<OrganisationId>, part: Part) -> Result<u64, StoreError> {
        let run = self.keep_up().await?;
        let (over, now) = (self.over_before(Class::LogDetail, client), self.ctx.now);
        let mut line = self.line("audit-line");
        let up_to = AuditId::from_parts(over, [0xff; 10]);
        (line.line.organisation, line.line.subject) = (client, Subject::new("audit-line", up_to.uuid()));
        let says = !self.told.contains(&client);
        let erased = self
            .patiently(move |tx| {
                let found = store::retention::details(tx, part, now)?;
                let due = found.iter().filter(|it| it.client == client && it.at <= over);
                let lines: Vec<AuditId> = due.map(|it| it.line).collect();
                let n = store::retention::erase_details(tx, &lines)?;
                if n > 0 && says {
                    line.write(tx)?;
                }
                store::retention::count(tx, run, Count { class: Class::LogDetail, client, n })?;
                Ok(n)
            })
            .await?;
        if erased > 0 {
            self.told.insert(client);
        }
        Ok(erased)
    }
}
