//! `/uitleg/…`: what residents may want to know, in plain words. Anybody reads it, signed in or not.

use axum::response::Response;

use crate::errors::Failure;
use crate::views::explain::ExplainAddress;
use crate::visit::Visit;

/// GET.
pub(crate) async fn email_address(visit: Visit) -> Result<Response, Failure> {
    visit.show(&ExplainAddress { page: visit.page() })
}
