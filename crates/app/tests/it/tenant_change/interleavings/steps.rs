//! What may happen.

use domain::tenant_change::Kind;
use proptest::prelude::*;

/// Whose address the comers bring.
#[derive(Clone, Copy, Debug)]
pub(super) enum Brings {
    Nothing,
    Own,
    /// The one of those who leave.
    Theirs,
}

/// A wish, with days counted from today.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wished {
    pub(super) kind: Kind,
    pub(super) last: i8,
    pub(super) vacant: u8,
    pub(super) brings: Brings,
}

/// Where time goes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Jump {
    Minutes(u16),
    /// To a second before the next moment at which access ends or begins.
    Before,
    /// To that moment.
    Exactly,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Plan(Wished),
    Replan(Wished),
    Cancel,
    Forward(Jump),
    /// One of the households that ever lived there tries its own password.
    SignIn(usize, bool),
    /// Somebody asks for a link for one of the accounts.
    Ask(bool),
    /// The mail server puts the next mail off.
    PutOff,
    Deliver,
    /// One of the households uses the newest link it holds.
    UseLink(usize),
    Worker,
}

fn wished() -> impl Strategy<Value = Wished> {
    let kind =
        prop::sample::select(vec![Kind::NewTenant, Kind::NewTenant, Kind::Vacant, Kind::Arrival, Kind::Eviction]);
    let brings = prop_oneof![Just(Brings::Own), Just(Brings::Own), Just(Brings::Theirs), Just(Brings::Nothing)];
    (kind, -2_i8..3, 0_u8..3, brings).prop_map(|(kind, last, vacant, brings)| Wished { kind, last, vacant, brings })
}

fn step() -> impl Strategy<Value = Step> {
    let jump = prop_oneof![(1_u16..3_000).prop_map(Jump::Minutes), Just(Jump::Before), Just(Jump::Exactly)];
    prop_oneof![
        3 => wished().prop_map(Step::Plan),
        1 => wished().prop_map(Step::Replan),
        1 => Just(Step::Cancel),
        4 => jump.prop_map(Step::Forward),
        3 => (0_usize..8, any::<bool>()).prop_map(|(who, device)| Step::SignIn(who, device)),
        3 => any::<bool>().prop_map(Step::Ask),
        1 => Just(Step::PutOff),
        3 => Just(Step::Deliver),
        3 => (0_usize..8).prop_map(Step::UseLink),
        2 => Just(Step::Worker),
    ]
}

pub(super) fn some() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 4..24)
}
