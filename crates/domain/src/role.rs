//! The roles of staff. What each may do is the table in `access`.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// What a member of staff is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Of a client: works with its homes.
    Clerk,
    /// Of a client: also invites colleagues.
    OrgAdmin,
    /// Of the operator: the help desk.
    Support,
    /// Of the operator: delivers the projects assigned to them.
    ProjectLead,
    /// Of the operator: clients, settings, staff.
    OperatorAdmin,
    /// Of the operator: reads the log.
    Auditor,
}

/// The text is not a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a role (clerk, org-admin, support, project-lead, operator-admin, auditor)")]
pub struct NotARole;

impl Role {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Clerk, Self::OrgAdmin, Self::Support, Self::ProjectLead, Self::OperatorAdmin, Self::Auditor];

    /// As on the command line and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Clerk => "clerk",
            Self::OrgAdmin => "org-admin",
            Self::Support => "support",
            Self::ProjectLead => "project-lead",
            Self::OperatorAdmin => "operator-admin",
            Self::Auditor => "auditor",
        }
    }

    /// Belongs to one client, and always has an organisation; the others belong to the operator and never do.
    #[must_use]
    pub const fn of_client(self) -> bool {
        matches!(self, Self::Clerk | Self::OrgAdmin)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = NotARole;
    fn from_str(text: &str) -> Result<Self, NotARole> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(NotARole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
        }
        assert_eq!("admin".parse::<Role>(), Err(NotARole));
        assert_eq!(Role::ALL.into_iter().filter(|role| role.of_client()).count(), 2);
    }
}
