//! Words about what clients ask by mail.

use domain::link_request::Refusal;

use crate::key;

/// Why something that was asked by mail is not done.
#[must_use]
pub const fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotSure => key!("staff-mailin-refusal-not-sure"),
        Refusal::WrongAccount => key!("staff-mailin-refusal-wrong-account"),
        Refusal::WrongAddress => key!("staff-mailin-refusal-wrong-address"),
        Refusal::Portal => key!("staff-mailin-refusal-portal"),
        Refusal::Resident => key!("staff-mailin-refusal-resident"),
        Refusal::Done => key!("staff-mailin-refusal-done"),
        Refusal::Nothing => key!("staff-mailin-refusal-nothing"),
        Refusal::Password => key!("staff-mailin-refusal-password"),
        Refusal::Contact => key!("staff-mailin-refusal-contact"),
    }
}
