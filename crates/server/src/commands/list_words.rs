//! The Dutch words of the command line for lists; what an import says stands in [`words::first_login`].

use domain::language::Language;
use words::Words;

/// The lists go to Dutch clients.
pub(crate) fn dutch() -> Words {
    Words::of(Language::Nl)
}
