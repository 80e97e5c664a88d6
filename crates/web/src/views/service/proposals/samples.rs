//! The states of these pages, for the gallery.

use domain::proposal::{Kind, Reason, State};
use domain::time::Time;

use super::{Home, OPERATOR, Page, ProposalPage, ProposalRow, Proposals, ROOT, Told, What};

impl ProposalRow {
    fn sample() -> Self {
        Self {
            client: Some("Woonstichting De Linde".to_owned()),
            kind: Kind::ChangeAddress,
            href: format!("{ROOT}0193-9/"),
            home: "Lindelaan 12, 7607 AB Almelo".to_owned(),
            username: "ALMELO01".to_owned(),
            masked: "j•••@e•••.nl → p•••@e•••.nl".to_owned(),
            by: "joost@delinde.test".to_owned(),
            at: Time::from_micros(1_795_438_980_000_000),
            state: State::Open,
            reason: None,
            waits_until: None,
            decided_by: None,
            decided_at: None,
        }
    }

    fn decided(state: State, reason: Option<Reason>) -> Self {
        let decided_at = Some(Time::from_micros(1_795_448_980_000_000));
        let decided_by = matches!(state, State::Approved | State::Withdrawn).then(|| "noor@delinde.test".to_owned());
        Self { state, reason, decided_at, decided_by, ..Self::sample() }
    }

    /// One of each kind that two admins decide about.
    fn of_admins() -> [Self; 3] {
        let one = |kind, masked: &str, client: Option<&str>| Self {
            href: format!("{OPERATOR}0193-9/"),
            home: String::new(),
            username: String::new(),
            kind,
            masked: masked.to_owned(),
            client: client.map(str::to_owned),
            ..Self::sample()
        };
        let linde = Some("Woonstichting De Linde");
        [
            one(Kind::Contact, "e•••@l•••.test", linde),
            one(Kind::LostFactor, "s•••@b•••.test", None),
            one(Kind::MoveHomes, "linde/zuid → esdoorn/laren, 2 woningen", linde),
        ]
    }

    fn waiting() -> Self {
        Self { waits_until: Some(Time::from_micros(1_795_698_180_000_000)), ..Self::sample() }
    }
}

impl Proposals {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |told, open: Vec<ProposalRow>| {
            let mut decided: Vec<ProposalRow> =
                Reason::ALL.iter().map(|reason| ProposalRow::decided(State::Refused, Some(*reason))).collect();
            for state in [State::Approved, State::Expired, State::Withdrawn] {
                decided.push(ProposalRow::decided(state, None));
            }
            Self { page: page.for_service(ROOT), root: ROOT, told, open, decided }
        };
        let open = || vec![ProposalRow::sample(), ProposalRow::waiting()];
        vec![
            ("proposals", state(None, open())),
            ("proposals-approved", state(Some(Told::Approved), open())),
            ("proposals-refused", state(Some(Told::Refused), open())),
            ("proposals-overtaken", state(Some(Told::Overtaken), Vec::new())),
            (
                "proposals-operator",
                Self {
                    page: page.for_staff(),
                    root: OPERATOR,
                    decided: Vec::new(),
                    ..state(None, ProposalRow::of_admins().into())
                },
            ),
            ("proposals-none", Self { decided: Vec::new(), ..state(None, Vec::new()) }),
        ]
    }
}

impl ProposalPage {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |row: ProposalRow, told| Self {
            page: page.for_service(&row.href),
            root: ROOT,
            told,
            home: Some(Home::sample()),
            what: Some(What::Address(Some("piet@example.nl".to_owned()), None)),
            hash: "5a".repeat(32),
            is_open: row.state == State::Open,
            can_decide: row.state == State::Open,
            can_withdraw: false,
            row,
        };
        let open = || state(ProposalRow::sample(), None);
        let own = |told| Self { can_decide: false, can_withdraw: true, ..state(ProposalRow::waiting(), told) };
        let typo = Some(What::Address(Some("piet@gmial.com".to_owned()), Some("piet@gmail.com".to_owned())));
        let reopen = ProposalRow {
            kind: Kind::Reopen,
            masked: "ALMELO01 j•••@e•••.nl, ALMELO77".to_owned(),
            ..ProposalRow::sample()
        };
        vec![
            ("proposal-reopen", Self { what: Some(What::Reopen), ..state(reopen, Some(Told::Proposed)) }),
            ("proposal", open()),
            ("proposal-typo", Self { what: typo, ..open() }),
            ("proposal-remove", Self { what: Some(What::Address(None, None)), ..open() }),
            ("proposal-own", own(None)),
            ("proposal-own-approved", own(Some(Told::OwnProposal))),
            ("proposal-other", state(ProposalRow::sample(), Some(Told::OtherChange))),
            ("proposal-no-reason", state(ProposalRow::sample(), Some(Told::NoReason))),
            ("proposal-withdrawn", state(ProposalRow::decided(State::Withdrawn, None), Some(Told::Withdrawn))),
            (
                "proposal-objected",
                state(ProposalRow::decided(State::Refused, Some(Reason::Objection)), Some(Told::NotOpen)),
            ),
        ]
    }

    /// Those that two admins decide about.
    pub(super) fn samples_of_admins(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |row: ProposalRow, told, can_decide| Self {
            page: page.for_staff(),
            root: OPERATOR,
            told,
            home: None,
            what: None,
            hash: "5a".repeat(32),
            is_open: row.state == State::Open,
            can_decide,
            can_withdraw: !can_decide && row.state == State::Open,
            row,
        };
        let [contact, lost, moves] = ProposalRow::of_admins();
        let over = ProposalRow { state: State::Refused, reason: Some(Reason::NotRight), ..contact.clone() };
        vec![
            ("proposal-contact", state(contact, None, true)),
            ("proposal-lost-factor", state(lost.clone(), Some(Told::AboutOneself), true)),
            ("proposal-lost-factor-own", state(lost, Some(Told::Proposed), false)),
            ("proposal-move", state(moves, None, true)),
            ("proposal-contact-refused", state(over, Some(Told::Refused), false)),
        ]
    }
}
