//! How long what is kept is kept (law 13, PRODUCT 3.12): the job that erases what is over, what holds it back, the terms that a client
//! has of its own, and what is shown of all that.

mod details;
mod hold;
mod incident;
mod run;
mod see;
mod short;
mod sweep;
mod terms;

pub use hold::{HoldError, NewHold, end_hold, set_hold};
pub use incident::{Answer, IncidentError, Question, ask_incident, list_incident};
pub use run::{Counted, Report, daily, dry_run, run};
pub use see::{ClientTerms, Seen, incident_clients, may_keep, see};
pub use short::forget;
pub use store::retention::{Client, Held, Run, Touched};
pub use terms::{TermError, change_term};
