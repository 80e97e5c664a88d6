//! How a notice reads as a mail, before anybody gets it; and the same mail to whoever works on it.

use domain::access::SteerMaintenance;
use domain::id::MaintenanceId;
use domain::language::Language;
use domain::mail::Mail;
use domain::maintenance::Notice;
use mail::compose::{Block, plain};
use mail::content::Maintenance;
use words::Words;

use super::{NoticeError, find, person};
use crate::caller::Caller;
use crate::house::{App, Ctx};
use crate::outbox::intent;

/// A mail as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The address it comes from.
    pub from: String,
    /// The subject.
    pub subject: String,
    /// What stands under the heading.
    pub blocks: Vec<Block>,
    /// The same without formatting.
    pub text: String,
}

/// The content of the mail of a notice.
pub(crate) fn content(notice: &Notice, language: Language) -> mail::compose::Content {
    let words = &notice.words;
    Maintenance {
        subject: words.subject(language).to_owned(),
        paragraphs: words.paragraphs(language).map(str::to_owned).collect(),
        from: notice.window.from,
        to: notice.window.to,
    }
    .content(Words::of(language))
}

/// How a notice reads in a language.
#[must_use]
pub fn preview(app: &App, notice: &Notice, language: Language) -> Preview {
    let content = content(notice, language);
    Preview {
        from: app.settings.notice_from().as_str().to_owned(),
        text: plain(&content, &app.settings.brand),
        subject: content.subject,
        blocks: content.blocks,
    }
}

/// Sends the mail to whoever asks, in a language, whatever became of the notice.
///
/// # Errors
/// [`NoticeError`].
pub async fn test_to_self(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, language): (MaintenanceId, Language),
) -> Result<(), NoticeError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    // Who is asked for is found in the transaction.
    let pattern = intent(app, ctx, Mail::MaintenanceTest { notice: id, staff: app.id(now), language });
    app.db
        .write(move |tx| {
            let (scope, _) = find::<SteerMaintenance>(tx, &who, id)?;
            let mut new = pattern.clone();
            new.mail = Mail::MaintenanceTest { notice: id, staff: person(scope.by())?, language };
            Ok::<_, NoticeError>(store::mail::add(tx, &new, now)?)
        })
        .await?;
    app.ring();
    Ok(())
}
