//! What is over within minutes: counters, answers to programs, challenges of passkeys. They carry their own end, by the same table of
//! terms, and the worker forgets them as it goes along.

use domain::retention::Class;
use domain::time::Time;
use store::StoreError;

use crate::house::App;

/// Forgets them. What cannot be forgotten now is tried again at the next round.
pub async fn forget(app: &App, now: Time) {
    for class in [Class::Counter, Class::Answer, Class::Challenge] {
        if let Err(error) = all(app, class, now).await {
            tracing::warn!(%error, %class, "what is over could not be forgotten");
        }
    }
}

async fn all(app: &App, class: Class, now: Time) -> Result<(), StoreError> {
    loop {
        let forgotten = match class {
            Class::Counter => store::limit::forget(&app.db, now).await?,
            Class::Answer => store::request::forget(&app.db, now).await?,
            _ => store::passkey::forget_answers(&app.db, now).await?,
        };
        if forgotten == 0 {
            return Ok(());
        }
    }
}
