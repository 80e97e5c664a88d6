//! The door for a mail server, beside the pages: what it hands over is stored before it hears yes.

use std::sync::Arc;

use app::App;
use app::mail_in::{Envelope, TakeError, take};
use mail::inbound::lmtp::{self, Answer, Handed, House};
use tokio::net::TcpListener;
use tokio::sync::watch;

struct Behind(Arc<App>);

impl House for Behind {
    async fn store(&self, handed: Handed) -> Answer {
        let Handed { from, to, message } = handed;
        match take(&self.0, &self.0.command(), &Envelope { from, to }, &message).await {
            Ok(_) => Answer::Stored,
            Err(TakeError::TooLarge | TakeError::Empty) => Answer::Refused,
            Err(error) => {
                tracing::warn!(%error, "a message could not be stored; it will be tried again");
                Answer::Later
            }
        }
    }
}

/// Serves until told to stop.
pub(crate) async fn serve(listener: TcpListener, app: Arc<App>, told: watch::Receiver<bool>) {
    lmtp::serve(listener, Arc::new(Behind(app)), told).await;
}
