//! The operator's admins look after clients: names and counts, the day of a delivery, and the switch that freezes a client.
//! No home and no resident is seen here.

mod delivery;
mod freeze;
mod move_homes;
mod see;

pub use delivery::{project, set_delivery};
pub use freeze::{FreezeError, Freezing, freeze, freeze_mail, freezing, release};
pub use move_homes::{MoveError, MovePlan, Wish as MoveWish, plan_move, propose_move};
pub use see::{Seen, all_projects, list, see};
pub use store::client::{Client, ClientProject};
