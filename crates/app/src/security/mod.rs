//! PRODUCT 3.2, 3.12: what somebody signed in does for the safety of their own account: another password, signing out other
//! devices, ending everything at once.

mod change_password;
mod devices;
mod end_everything;
mod holder;
mod prove;

pub use change_password::{Change, ChangeError, change_password};
pub use devices::{OwnDevice, devices, end_device, end_other_devices};
pub use end_everything::{EndError, end_everything};
pub(crate) use holder::held;
pub use prove::{ProveError, has_address};
pub(crate) use prove::{organisation_of, prove};
