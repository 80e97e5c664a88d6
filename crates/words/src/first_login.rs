//! The words for what an import says about files, headers, rows and cells: on pages, in the error file and on the command
//! line alike.

use domain::first_login::progress::WorkList;
use domain::first_login::{BatchFault, Column, Encoding, FileFault, HeaderFault, Judgement, Layout, Reason, Remark};

use crate::{Words, key, t};

/// The key of a judgement.
#[must_use]
pub const fn judgement(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::New => key!("list-judgement-new"),
        Judgement::Unchanged => key!("list-judgement-unchanged"),
        Judgement::Changed => key!("list-judgement-changed"),
        Judgement::Conflict => key!("list-judgement-conflict"),
        Judgement::Refused => key!("list-judgement-refused"),
    }
}

/// The key of the name of a work list.
#[must_use]
pub const fn work_list(list: WorkList) -> &'static str {
    match list {
        WorkList::NotTold => key!("service-list-not-told"),
        WorkList::Bounced => key!("service-list-bounced"),
        WorkList::NoAddress => key!("service-list-no-address"),
        WorkList::NoResetAsked => key!("service-list-no-reset"),
        WorkList::NeverSignedIn => key!("service-list-never"),
    }
}

/// The key of a column.
#[must_use]
pub const fn column(column: Column) -> &'static str {
    match column {
        Column::ClientNumber => key!("list-column-client-number"),
        Column::Street => key!("list-column-street"),
        Column::HouseNumber => key!("list-column-house-number"),
        Column::HouseLetter => key!("list-column-house-letter"),
        Column::Addition => key!("list-column-addition"),
        Column::Postcode => key!("list-column-postcode"),
        Column::Place => key!("list-column-place"),
        Column::Email => key!("list-column-email"),
        Column::BuildNumber => key!("list-column-build-number"),
        Column::Address => key!("list-column-address"),
        Column::PostcodePlace => key!("list-column-postcode-place"),
        Column::Bag => key!("list-column-bag"),
        Column::Date => key!("list-column-date"),
        Column::Bsn => key!("list-column-bsn"),
        Column::BirthDate => key!("list-column-birth-date"),
    }
}

/// The key of a reason.
#[must_use]
pub const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::NoKey => key!("list-reason-no-key"),
        Reason::Postcode => key!("list-reason-postcode"),
        Reason::HouseNumber => key!("list-reason-house-number"),
        Reason::NoHouseNumber => key!("list-reason-no-house-number"),
        Reason::TooLong => key!("list-reason-too-long"),
        Reason::Sign => key!("list-reason-sign"),
        Reason::ExtraCells => key!("list-reason-extra-cells"),
        Reason::EmailNoAt => key!("list-reason-email-no-at"),
        Reason::ErrorCell => key!("list-reason-error-cell"),
        Reason::NoOutcome => key!("list-reason-no-outcome"),
        Reason::BecameDate => key!("list-reason-became-date"),
        Reason::AddressUnclear => key!("list-reason-address-unclear"),
        Reason::Moved => key!("list-reason-moved"),
        Reason::Repaired => key!("list-reason-repaired"),
        Reason::Garbled => key!("list-reason-garbled"),
        Reason::Formula => key!("list-reason-formula"),
        Reason::Bag => key!("list-reason-bag"),
        Reason::BagPadded => key!("list-reason-bag-padded"),
        Reason::BagDamaged => key!("list-reason-bag-damaged"),
        Reason::Date => key!("list-reason-date"),
        Reason::DateForm => key!("list-reason-date-form"),
        Reason::EmailPlaceholder => key!("list-reason-email-placeholder"),
        Reason::EmailTidied => key!("list-reason-email-tidied"),
        Reason::EmailMany => key!("list-reason-email-many"),
        Reason::EmailSign => key!("list-reason-email-sign"),
        Reason::EmailDot => key!("list-reason-email-dot"),
        Reason::EmailDomain => key!("list-reason-email-domain"),
        Reason::EmailTooLong => key!("list-reason-email-too-long"),
        Reason::Completed => key!("list-reason-completed"),
        Reason::EmailTypo => key!("list-reason-email-typo"),
        Reason::TwiceInList => key!("list-reason-twice-in-list"),
        Reason::TwoHomes => key!("list-reason-two-homes"),
        Reason::OtherProject => key!("list-reason-other-project"),
        Reason::Confirmed => key!("list-reason-confirmed"),
        Reason::InUse => key!("list-reason-in-use"),
    }
}

/// The key of what is wrong with a file.
#[must_use]
pub const fn file_fault(fault: FileFault) -> &'static str {
    match fault {
        FileFault::Empty => key!("list-file-empty"),
        FileFault::NoRows => key!("list-file-no-rows"),
        FileFault::TooBig => key!("list-file-too-big"),
        FileFault::TooLong => key!("list-file-too-long"),
        FileFault::Pdf => key!("list-file-pdf"),
        FileFault::Document => key!("list-file-document"),
        FileFault::Archive => key!("list-file-archive"),
        FileFault::OldSpreadsheet => key!("list-file-old-spreadsheet"),
        FileFault::Locked => key!("list-file-locked"),
        FileFault::OtherSpreadsheet => key!("list-file-other-spreadsheet"),
        FileFault::WebPage => key!("list-file-web-page"),
        FileFault::Picture => key!("list-file-picture"),
        FileFault::Unknown => key!("list-file-unknown"),
        FileFault::Damaged => key!("list-file-damaged"),
        FileFault::Swollen => key!("list-file-swollen"),
        FileFault::NoSheet => key!("list-file-no-sheet"),
    }
}

/// The key of an encoding.
#[must_use]
pub const fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => key!("list-encoding-utf-8"),
        Encoding::Windows1252 => key!("list-encoding-windows-1252"),
        Encoding::Utf16Le | Encoding::Utf16Be => key!("list-encoding-utf-16"),
    }
}

/// A row of a list that does not end.
#[must_use]
pub fn endless(words: Words, line: u64) -> String {
    t!(words, "list-file-endless", line = line).into_owned()
}

/// What a person has to choose before a list can be read.
#[must_use]
pub fn header_fault(words: Words, fault: HeaderFault) -> String {
    let said = match fault {
        HeaderFault::Unknown => t!(words, "list-header-unknown"),
        HeaderFault::Twice(twice) => t!(words, "list-header-twice", column = words.t(column(twice))),
        HeaderFault::NoKey => t!(words, "list-header-no-key"),
        HeaderFault::TooWide => t!(words, "list-header-too-wide"),
    };
    said.into_owned()
}

/// How a list was read, in a few words.
#[must_use]
pub fn layout(words: Words, layout: &Layout) -> String {
    let said = match (&layout.sheet, layout.encoding) {
        (Some(sheet), _) => t!(words, "list-read-sheet", sheet = sheet),
        (None, Some(found)) => t!(words, "list-read-text", encoding = words.t(encoding(found))),
        (None, None) => words.t("list-read-unknown"),
    };
    said.into_owned()
}

/// A remark as a sentence, with its column in front.
#[must_use]
pub fn remark(words: Words, remark: &Remark) -> String {
    let why = words.t(reason(remark.reason));
    match remark.column {
        Some(at) => format!("{}: {why}", words.t(column(at))),
        None => why.into_owned(),
    }
}

/// Why a list is refused whole.
#[must_use]
pub fn batch_fault(words: Words, fault: &BatchFault) -> String {
    let said = match fault {
        BatchFault::Shifted { moved, rows } => t!(words, "list-fault-shifted", moved = *moved, rows = *rows),
        BatchFault::TooManyChanges(count) => t!(words, "list-fault-many", count = *count),
    };
    said.into_owned()
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn a_remark_names_its_column_in_both_languages() {
        let it = Remark::at(Column::Bag, Reason::BagDamaged);
        assert!(remark(Words::of(Language::Nl), &it).starts_with("BAG-nummer: Excel bewaart 15 cijfers"));
        assert!(remark(Words::of(Language::En), &it).starts_with("BAG number: Excel keeps 15 digits"));
        let twice = header_fault(Words::of(Language::Nl), HeaderFault::Twice(Column::Email));
        assert!(twice.contains("E-mailadres"), "{twice}");
    }

    #[test]
    fn every_reason_is_said_and_never_by_its_key() {
        for language in [Language::Nl, Language::En] {
            let words = Words::of(language);
            for it in Reason::ALL {
                let said = words.t(reason(*it));
                assert!(said.ends_with('.') && !said.starts_with("list-"), "{said}");
            }
        }
    }
}
