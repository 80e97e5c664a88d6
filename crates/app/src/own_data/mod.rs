//! PRODUCT 3.12: what is kept about a resident, for that resident: all of it on a page and in a file that hold the same, and who
//! looked at it or changed it.

mod ask;
mod by_contact;
mod data;
mod log;
mod requests;
mod see;

pub use ask::{AskError, ask, reach};
pub(crate) use by_contact::known_by;
pub use by_contact::{Behind as AskedOfContact, ByContactError, answer_by_contact, open_by_contact};
pub use data::{
    Account, Browser, Change, Device, Home, LogLine, Mail, Moment, Occupancy, OwnData, OwnLink, OwnPasskey, Password,
    Proposal, Requested, StepTaken, Who,
};
pub use log::{LogPage, log};
pub use requests::{AnswerError, Requests, answer, may_answer, requests};
pub use see::{NOT_TOLD, TOLD, see, take};
pub use store::data_request::{Listed as Request, Reach, Waiting};
