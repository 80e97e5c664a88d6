//! What stands where a client wrote nothing.

use domain::texts::{Piece, Values};
use words::{Words, t};

use super::Place;
use crate::house::App;

/// The standard text of a piece; none where nothing stands.
pub(super) fn standard(app: &App, (language, piece): Place, values: &Values<'_>) -> Option<String> {
    let (w, brand) = (Words::of(language), &app.settings.brand);
    let (landlord, service) = (values.landlord, values.service);
    Some(match piece {
        Piece::Sender => service.to_owned(),
        Piece::Help => brand.help.of(language).map_or_else(|| t!(w, "mail-help-residents").into_owned(), str::to_owned),
        Piece::ResetSubject => t!(w, "mail-reset-subject").into_owned(),
        Piece::LetterGreeting => t!(w, "letter-greeting").into_owned(),
        Piece::LetterIntro => t!(w, "letter-intro", brand = service).into_owned(),
        Piece::AddressIntro => t!(w, "letter-address-intro", brand = service, landlord = landlord).into_owned(),
        Piece::LetterClosing => t!(w, "letter-closing").into_owned(),
        Piece::MailGreeting | Piece::MailClosing | Piece::ResetIntro | Piece::NamesIntro | Piece::ChangedIntro => {
            return None;
        }
    })
}
