//! Law 13: what is over, and how it goes; the terms of clients, what is held, and the reports of the job. What a class is and how
//! long its term stands in `domain::retention`. The job acts for nobody, so its functions take no scope.

mod due;
mod erase;
mod hold;
mod incident;
mod report;
mod term;

pub use due::{Detail, Due, Part, details, due, narrow};
pub use erase::{Gone, erase, erase_details, mask_address};
pub use hold::{Held, NewHold, end as end_hold, holds, is_held, set as set_hold};
pub use incident::{Asked, Home, Touched, homes, touched};
pub use report::{Count, Run, begin, count, counts, end, last_end, runs};
pub use term::{Client, change, chosen, clients};
