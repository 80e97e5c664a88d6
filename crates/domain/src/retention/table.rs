//! The table of terms itself, in the order in which the job goes through it: what hangs on something before the thing itself.

use super::{Bounds, Class, Does, Kept, Rule, Term};

pub(super) const LIST_COPY: u32 = 30;
pub(super) const ANSWER: u32 = 1;
pub(super) const BROWSER: u32 = 400;

const fn client(class: Class, (least, usual, most): (u32, u32, u32), tables: &'static [&'static str]) -> Rule {
    Rule { class, term: Term::Client(Bounds { least, usual, most }), does: Does::Erases, tables }
}

const fn house(class: Class, days: u32, tables: &'static [&'static str]) -> Rule {
    Rule { class, term: Term::House(days), does: Does::Erases, tables }
}

/// Every class of data.
///
/// A list can be undone as long as its rows are there, and a tenant change is what tells the undoing that somebody else lives there
/// since: so no rows of a list are kept longer than any tenant change.
pub const RULES: &[Rule] = &[
    house(Class::Link, 90, &["token"]),
    house(Class::Session, 30, &["session"]),
    house(Class::Browser, BROWSER, &["device"]),
    house(Class::Mail, 365, &["mail", "mail_event", "token", "maintenance_mail"]),
    house(Class::Inbound, 365, &["inbound_mail", "link_request"]),
    client(Class::Address, (30, 90, 730), &["email_link"]),
    house(Class::ListCopy, LIST_COPY, &["import_part"]),
    client(Class::ListRows, (90, 365, 365), &["import_batch", "import_row"]),
    client(Class::Letters, (90, 365, 730), &["letter_run", "letter"]),
    Rule { does: Does::ErasesDetail, ..client(Class::LogDetail, (365, 730, 2555), &["audit_side"]) },
    client(
        Class::Household,
        (30, 730, 1825),
        &[
            "occupancy",
            "identity",
            "progress",
            "email_link",
            "password",
            "passkey",
            "passkey_user",
            "session",
            "device",
            "token",
            "mail",
            "maintenance_mail",
            "mail_event",
            "letter",
            "data_request",
            "help_desk_case",
            "audit_side",
        ],
    ),
    client(Class::TenantChange, (365, 730, 1825), &["tenant_change", "tenant_change_end"]),
    client(Class::Proposal, (90, 730, 1825), &["proposal"]),
    client(Class::Request, (90, 365, 1095), &["data_request"]),
    client(Class::Case, (90, 365, 1095), &["help_desk_case"]),
    client(
        Class::Contact,
        (90, 730, 1825),
        &["contact", "identity", "token", "mail", "mail_event", "maintenance_mail"],
    ),
    Rule {
        does: Does::Masks,
        ..house(Class::Staff, 730, &["staff", "staff_project", "password", "second_factor", "recovery_code", "passkey"])
    },
    house(Class::Review, 1825, &["rights_review"]),
    house(Class::Hold, 1095, &["retention_hold"]),
    house(Class::Report, 1095, &["retention_run", "retention_count"]),
    house(Class::Maintenance, 365, &["maintenance", "maintenance_home", "maintenance_mail"]),
    house(Class::Counter, 0, &["limit_count"]),
    house(Class::Answer, ANSWER, &["api_request"]),
    house(Class::Challenge, 0, &["passkey_answer"]),
];

/// The tables that are in no class.
pub const KEPT: &[(&str, Kept)] = &[
    ("dwelling", Kept::Home),
    ("account", Kept::Home),
    ("retired_username", Kept::Home),
    ("organisation", Kept::Client),
    ("project", Kept::Client),
    ("client_text", Kept::Client),
    ("client_logo", Kept::Client),
    ("api_key", Kept::Client),
    ("retention_term", Kept::Client),
    ("audit_line", Kept::Log),
    ("audit_chain", Kept::Log),
    ("audit_unsealed", Kept::Log),
    ("house", Kept::House),
    ("lease", Kept::House),
    ("migration", Kept::House),
];
