//! PRODUCT 3.12: what is kept about a resident, for that resident: all of it on a page and in a file that hold the same, and who
//! looked at it or changed it.

mod data;
mod log;
mod see;

pub use data::{
    Account, Browser, Change, Device, Home, LogLine, Mail, Moment, Occupancy, OwnData, OwnLink, OwnPasskey, Password,
    Proposal, StepTaken, Who,
};
pub use log::{LogPage, log};
pub use see::{NOT_TOLD, TOLD, see, take};
