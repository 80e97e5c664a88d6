//! The domain's own words as columns: each is stored as the text it calls itself.

use domain::data_request::{self, About, Answer};
use domain::diagnosis::What;
use domain::first_login::{BatchState, Judgement, LetterChoice, Proof};
use domain::language::Language;
use domain::proposal;
use domain::retention;
use domain::role::Role;
use domain::session::Level;
use domain::staff;
use domain::tenant_change::{Kind, State};
use domain::texts::Piece;
use domain::token::Purpose;

use crate::value::text_column;

text_column!(Role, |text: &str| text.parse().ok(), |role: &Role| role.as_str());
text_column!(Language, Language::parse, |language: &Language| language.code());
text_column!(Piece, Piece::parse, |piece: &Piece| piece.as_str());
text_column!(Level, Level::parse, |level: &Level| level.as_str());
text_column!(Purpose, Purpose::parse, |purpose: &Purpose| purpose.as_str());
text_column!(Judgement, Judgement::parse, |judgement: &Judgement| judgement.as_str());
text_column!(Proof, Proof::parse, |proof: &Proof| proof.as_str());
text_column!(LetterChoice, LetterChoice::parse, |choice: &LetterChoice| choice.as_str());
text_column!(Kind, Kind::parse, |kind: &Kind| kind.as_str());
text_column!(State, State::parse, |state: &State| state.as_str());
text_column!(staff::State, staff::State::parse, |state: &staff::State| state.as_str());
text_column!(proposal::Kind, proposal::Kind::parse, |kind: &proposal::Kind| kind.as_str());
text_column!(proposal::State, proposal::State::parse, |state: &proposal::State| state.as_str());
text_column!(proposal::Reason, proposal::Reason::parse, |reason: &proposal::Reason| reason.as_str());
text_column!(data_request::Kind, data_request::Kind::parse, |kind: &data_request::Kind| kind.as_str());
text_column!(About, About::parse, |about: &About| about.as_str());
text_column!(Answer, Answer::parse, |answer: &Answer| answer.as_str());
text_column!(What, What::parse, |what: &What| what.as_str());
text_column!(BatchState, BatchState::parse, |state: &BatchState| state.as_str());
text_column!(retention::Class, retention::Class::parse, |class: &retention::Class| class.as_str());
text_column!(retention::Why, retention::Why::parse, |why: &retention::Why| why.as_str());
