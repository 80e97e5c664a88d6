//! HTTP in, HTTP out: a request is read, handed to one use case of `app`, and answered with a page. No SQL, no mail, no
//! rule about who may do what.

mod api;
mod around;
pub mod assets;
pub mod cookies;
pub mod errors;
pub mod forms;
mod headers;
pub mod language;
pub mod next;
mod other_sites;
mod pages;
pub mod qr;
pub mod router;
pub mod source;
mod state;
pub mod views;
mod visit;

/// For pages that the program adds itself: those of the demo.
pub use axum;
/// How a handler learns who is at the other end of its connection; the program puts it into every request.
pub use axum::extract::ConnectInfo;
pub use router::{Pages, router, router_with};
pub use source::Net;
pub use state::Web;
pub use visit::Visit;
