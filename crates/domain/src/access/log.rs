//! Who reads which lines of the log, and how much of each (PRODUCT section 4, law 9): a client's own people and the auditor
//! all of them, support and project leads what they did themselves, an operator admin that something happened and not to
//! whom.

use super::{Act, Actor, Denied, ReadLog, Scope, Who, anywhere, in_organisation, listed, scope};
use crate::id::{OrganisationId, StaffId};

/// Which lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogLines {
    /// The chain of a client.
    Of(OrganisationId),
    /// The operator's own chain.
    Operator,
    /// What one member of staff did, in whichever chain it stands.
    By(StaffId),
}

/// Lines of the log, and how much of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogPlace {
    /// Which lines.
    pub lines: LogLines,
    /// Also whom it was about, who did it, and what was before and after; else only that it happened.
    pub whole: bool,
}

/// The right to read these lines.
///
/// # Errors
/// [`Denied::NotYours`] for another client, [`Denied::NotAllowed`] for a role that may not.
pub fn log(who: &Actor, lines: LogLines) -> Result<Scope<ReadLog, LogPlace>, Denied> {
    let whole = match (who, lines) {
        // Whoever works for a client reads no chain but that of a client.
        (Actor::Staff { role, .. }, LogLines::Operator) if role.of_client() => return Err(Denied::NotAllowed),
        (Actor::Staff { role, .. }, LogLines::Of(_) | LogLines::Operator) if may(Who::Metadata(*role)) => false,
        (Actor::Staff { role, staff, .. }, LogLines::By(whose)) if may(Who::OwnActs(*role)) && *staff == whose => true,
        (_, LogLines::Of(organisation)) => in_organisation::<ReadLog>(who, organisation).map(|_| true)?,
        (_, LogLines::Operator) => anywhere::<ReadLog>(who).map(|_| true)?,
        (_, LogLines::By(_)) => return Err(Denied::NotAllowed),
    };
    Ok(scope(who, LogPlace { lines, whole }))
}

/// The lines somebody is shown who asks for none in particular.
///
/// # Errors
/// [`Denied::NotAllowed`] for who may not read the log at all.
pub fn own_log(who: &Actor) -> Result<LogLines, Denied> {
    match who {
        Actor::Staff { organisation: Some(own), .. } => Ok(LogLines::Of(*own)),
        Actor::Staff { role, staff, .. } if may(Who::OwnActs(*role)) => Ok(LogLines::By(*staff)),
        Actor::Staff { .. } | Actor::Server => Ok(LogLines::Operator),
        Actor::Resident { .. } | Actor::Key { .. } | Actor::Contact { .. } | Actor::Job | Actor::Anonymous => {
            Err(Denied::NotAllowed)
        }
    }
}

fn may(column: Who) -> bool {
    listed(ReadLog::NAME).contains(&column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{AccountId, IdentityId, OccupancyId};
    use crate::role::Role;
    use uuid::Uuid;

    fn organisation(number: u128) -> OrganisationId {
        OrganisationId::from_uuid(Uuid::from_u128(number))
    }

    fn staff(role: Role) -> Actor {
        Actor::Staff {
            staff: StaffId::from_uuid(Uuid::from_u128(9)),
            identity: IdentityId::from_uuid(Uuid::from_u128(8)),
            role,
            organisation: role.of_client().then(|| organisation(1)),
            projects: vec![],
        }
    }

    /// `whole`, `bare`, or why not.
    fn says(who: &Actor, lines: LogLines) -> &'static str {
        match log(who, lines) {
            Ok(scope) if scope.within().whole => "whole",
            Ok(_) => "bare",
            Err(Denied::NotYours) => "not there",
            Err(Denied::NotAllowed) => "no",
        }
    }

    #[test]
    fn everybody_reads_what_the_table_of_rights_says() {
        let (me, another) = (StaffId::from_uuid(Uuid::from_u128(9)), StaffId::from_uuid(Uuid::from_u128(7)));
        let asked = [
            LogLines::Of(organisation(1)),
            LogLines::Of(organisation(2)),
            LogLines::Operator,
            LogLines::By(me),
            LogLines::By(another),
        ];
        for (role, right) in Role::ALL.into_iter().zip([
            ["whole", "not there", "no", "no", "no"],
            ["whole", "not there", "no", "no", "no"],
            ["no", "no", "no", "whole", "no"],
            ["no", "no", "no", "whole", "no"],
            ["bare", "bare", "bare", "no", "no"],
            ["whole", "whole", "whole", "no", "no"],
        ]) {
            assert_eq!(asked.map(|lines| says(&staff(role), lines)), right, "{role}");
        }
        let resident = Actor::Resident {
            identity: IdentityId::from_uuid(Uuid::from_u128(8)),
            occupancy: OccupancyId::from_uuid(Uuid::from_u128(8)),
            account: AccountId::from_uuid(Uuid::from_u128(8)),
            organisation: organisation(1),
        };
        let mut of_nobody = staff(Role::Clerk);
        if let Actor::Staff { organisation, .. } = &mut of_nobody {
            *organisation = None;
        }
        assert_eq!(says(&of_nobody, LogLines::Operator), "no", "a client's own, of none");
        for (who, elsewhere) in [(resident, "not there"), (Actor::Job, "no"), (Actor::Anonymous, "no")] {
            let right = ["no", elsewhere, "no", "no", "no"];
            assert_eq!(asked.map(|lines| says(&who, lines)), right, "{who:?}");
            assert_eq!(own_log(&who), Err(Denied::NotAllowed));
        }
        assert_eq!(asked.map(|lines| says(&Actor::Server, lines)), ["whole", "whole", "whole", "no", "no"]);
    }

    #[test]
    fn who_asks_for_nothing_in_particular_gets_what_they_may_read() {
        for role in Role::ALL {
            let lines = own_log(&staff(role)).expect("lines");
            assert!(log(&staff(role), lines).is_ok(), "{role}");
        }
    }
}
