//! The Dutch words for what an import says about rows and cells, and for the columns of the lists that go back.

use app::first_login::usernames::Status;
use domain::first_login::{BatchFault, Column, Judgement, Reason, Remark};
use domain::language::Language;
use words::{Words, key, t};

/// The lists go to Dutch clients.
pub(crate) fn dutch() -> Words {
    Words::of(Language::Nl)
}

pub(crate) const fn judgement(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::New => key!("cli-import-new"),
        Judgement::Unchanged => key!("cli-import-unchanged"),
        Judgement::Changed => key!("cli-import-changed"),
        Judgement::Conflict => key!("cli-import-conflict"),
        Judgement::Refused => key!("cli-import-refused"),
    }
}

pub(crate) const fn column(column: Column) -> &'static str {
    match column {
        Column::ClientNumber => key!("cli-column-client-number"),
        Column::Street => key!("cli-column-street"),
        Column::HouseNumber => key!("cli-column-house-number"),
        Column::HouseLetter => key!("cli-column-house-letter"),
        Column::Addition => key!("cli-column-addition"),
        Column::Postcode => key!("cli-column-postcode"),
        Column::Place => key!("cli-column-place"),
        Column::Email => key!("cli-column-email"),
        Column::BuildNumber => key!("cli-column-build-number"),
    }
}

const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::NoKey => key!("cli-reason-no-key"),
        Reason::Postcode => key!("cli-reason-postcode"),
        Reason::HouseNumber => key!("cli-reason-house-number"),
        Reason::NoHouseNumber => key!("cli-reason-no-house-number"),
        Reason::TooLong => key!("cli-reason-too-long"),
        Reason::Sign => key!("cli-reason-sign"),
        Reason::ExtraCells => key!("cli-reason-extra-cells"),
        Reason::EmailNoAt => key!("cli-reason-email-no-at"),
        Reason::EmailMany => key!("cli-reason-email-many"),
        Reason::EmailSign => key!("cli-reason-email-sign"),
        Reason::EmailDot => key!("cli-reason-email-dot"),
        Reason::EmailDomain => key!("cli-reason-email-domain"),
        Reason::EmailTooLong => key!("cli-reason-email-too-long"),
        Reason::EmailTypo => key!("cli-reason-email-typo"),
        Reason::TwiceInList => key!("cli-reason-twice-in-list"),
        Reason::TwoHomes => key!("cli-reason-two-homes"),
        Reason::OtherProject => key!("cli-reason-other-project"),
        Reason::Confirmed => key!("cli-reason-confirmed"),
        Reason::InUse => key!("cli-reason-in-use"),
    }
}

/// A remark as a sentence, with its column in front.
pub(crate) fn remark(remark: &Remark) -> String {
    let why = dutch().t(reason(remark.reason));
    match remark.column {
        Some(at) => format!("{}: {why}", dutch().t(column(at))),
        None => why.into_owned(),
    }
}

pub(crate) const fn status(status: Status) -> &'static str {
    match status {
        Status::Vacant => key!("cli-status-vacant"),
        Status::NoAddress => key!("cli-status-no-address"),
        Status::AddressRefused => key!("cli-status-address-refused"),
        Status::Linked => key!("cli-status-linked"),
        Status::Confirmed => key!("cli-status-confirmed"),
    }
}

/// Why a list is refused whole.
pub(crate) fn fault(fault: &BatchFault) -> String {
    let said = match fault {
        BatchFault::Shifted { moved, rows } => t!(dutch(), "cli-import-shifted", moved = *moved, rows = *rows),
        BatchFault::TooManyChanges(count) => t!(dutch(), "cli-import-many", count = *count),
    };
    said.into_owned()
}
