//! The menu of somebody who is signed in: each place with its address, its drawing and its name. Who may go where is not decided here.

/// A place in the menu of someone who is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The own start page.
    Start,
    /// The projects in the service portal.
    Projects,
    /// Any home of the client in the service portal.
    Users,
    /// Changes that nobody makes alone, in the service portal.
    Proposals,
    /// What residents ask about what is kept of them.
    Requests,
    /// Work lists in the service portal.
    Worklist,
    /// Letters in the service portal.
    Letters,
    /// Homes in the service portal.
    Homes,
    /// The people of a client.
    Colleagues,
    /// A client's own texts.
    Texts,
    /// The operator's own people.
    Staff,
    /// The clients.
    Clients,
    /// The projects of all clients.
    AllProjects,
    /// What two admins decide about.
    AdminProposals,
    /// Keys for programs of clients.
    Keys,
    /// Mails that could not be delivered.
    DeadLetters,
    /// What clients ask by mail.
    LinkRequests,
    /// How long what is kept is kept.
    Retention,
    /// Notices of planned maintenance.
    Maintenance,
    /// Planned maintenance that touches a client.
    Planned,
    /// The help desk.
    Desk,
    /// The cases of the help desk.
    DeskCases,
    /// What the help desk answers, ready to be sent.
    DeskTexts,
    /// The log.
    Log,
}

impl Place {
    /// The address of the place.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Start => "/",
            Self::Projects => "/service/projecten/",
            Self::Users => "/service/gebruikers/",
            Self::Proposals => "/service/voorstellen/",
            Self::Requests => super::super::service::requests::ROOT,
            Self::Worklist => "/service/werklijst/",
            Self::Letters => "/service/brieven/",
            Self::Homes => "/service/woningen/",
            Self::Colleagues => "/service/collegas/",
            Self::Texts => "/service/teksten/",
            Self::Staff => "/beheer/medewerkers/",
            Self::Clients => "/beheer/opdrachtgevers/",
            Self::AllProjects => "/beheer/projecten/",
            Self::AdminProposals => super::super::service::proposals::OPERATOR,
            Self::Keys => "/beheer/sleutels/",
            Self::DeadLetters => "/beheer/post/",
            Self::LinkRequests => super::super::support::link_requests::ROOT,
            Self::Retention => super::super::retention::RETENTION,
            Self::Maintenance => super::super::maintenance::ROOT,
            Self::Planned => super::super::maintenance::PLANNED,
            Self::Desk => super::super::support::DESK,
            Self::DeskCases => super::super::support::CASES,
            Self::DeskTexts => super::super::support::TEXTS,
            Self::Log => "/service/logboek/",
        }
    }

    /// Pages that belong to it and have an address of their own.
    pub(super) fn beside(self) -> &'static [&'static str] {
        match self {
            Self::Clients => &[super::super::clients::NEW_CLIENT],
            Self::AllProjects => &[super::super::clients::NEW_PROJECT, super::super::clients::move_homes::MOVE],
            Self::Desk => &[super::super::support::SEARCH, super::super::support::HOME],
            _ => &[],
        }
    }

    /// Its drawing in `ui.html`.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::Start | Self::Homes => "home",
            Self::Clients => "file",
            Self::Projects | Self::AllProjects => "board",
            Self::Users | Self::Desk => "search",
            Self::Proposals | Self::AdminProposals => "same",
            Self::Worklist => "rows",
            Self::Letters => "print",
            Self::Colleagues | Self::Staff | Self::Keys => "key",
            Self::Texts | Self::DeskTexts => "pen",
            Self::DeadLetters | Self::Requests | Self::LinkRequests => "letter",
            Self::Retention => "bin",
            Self::Maintenance | Self::Planned => "look",
            Self::DeskCases => "phone",
            Self::Log => "clock",
        }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Start => words::key!("shell-start"),
            Self::Projects => words::key!("service-shell-projects"),
            Self::Users => words::key!("service-shell-users"),
            Self::Proposals | Self::AdminProposals => words::key!("proposal-shell"),
            Self::Requests => words::key!("service-request-title"),
            Self::Worklist => words::key!("service-shell-worklist"),
            Self::Letters => words::key!("service-shell-letters"),
            Self::Homes => words::key!("service-shell-homes"),
            Self::Colleagues => words::key!("staff-team-title"),
            Self::Texts => words::key!("staff-texts-title"),
            Self::Staff => words::key!("staff-team-title-operator"),
            Self::Clients => words::key!("staff-client-title"),
            Self::AllProjects => words::key!("staff-client-projects"),
            Self::Keys => words::key!("staff-key-menu"),
            Self::DeadLetters => words::key!("staff-shell-post"),
            Self::LinkRequests => words::key!("staff-mailin-title"),
            Self::Retention => words::key!("staff-term-title"),
            Self::Maintenance | Self::Planned => words::key!("staff-notice-shell"),
            Self::Desk => words::key!("staff-desk-title"),
            Self::DeskCases => words::key!("staff-desk-cases"),
            Self::DeskTexts => words::key!("staff-desk-texts"),
            Self::Log => words::key!("service-log-shell"),
        }
    }
}
