//! Fills the demo, through the use cases only and in the order of a real delivery: clients and projects, staff by
//! invitation, lists, and then residents who come in one by one. Everybody chooses an own password behind the link of
//! their own mail. Happens in the past of the demo's clock.

use anyhow::{Context, bail};
use app::first_login::{Source, import};
use app::keys::{self, KeyScope};
use app::sign_in::{self, Enter};
use app::staff::{self, Invite, Step};
use app::{App, Ctx, organisation, outbox, project, reset};
use crypto::password::Secret;
use crypto::totp;
use domain::access::Actor;
use domain::audit::Door;
use domain::device::Device;
use domain::language::Language;
use domain::naming::{Name, ProjectPath, Slug};
use domain::time::{Day, Span};
use domain::username::Prefix;
use mail::smtp::Stage;
use mail::transport::{Answer, MemoryBox, Transport};

use secrecy::ExposeSecret;

use super::notes::{Key, Notes, Person, Phone, State};
use super::town::{self, Client, Colleague, Home, Project};
use super::{catcher, phones};

/// What seeding works with.
pub(super) struct Seeds<'a> {
    pub(super) app: &'a App,
    pub(super) notes: &'a Notes,
    pub(super) post: &'a MemoryBox,
    pub(super) transport: &'a Transport,
}

/// Who of the residents does something, and with which username.
struct Resident {
    home: &'static Home,
    username: String,
    who: String,
}

/// Nobody takes mail for one of the addresses, today or later.
pub(super) fn spoil(post: &MemoryBox) {
    let answer = Answer::Refuse(Stage::Rcpt, 550, "5.1.1 <verhuisd@oudadres.test>: unknown user".to_owned());
    post.answer_for(town::NOBODY, u32::MAX, answer);
}

impl Seeds<'_> {
    /// Does it all. The clock ends where it began.
    pub(super) async fn sow(&self) -> anyhow::Result<()> {
        let today = Day::of(self.app.clock.now());
        let mut ago = Span::ZERO;
        self.go_back(&mut ago, Span::days(30));
        for client in &town::CLIENTS {
            self.client(client).await?;
        }
        for project in &town::PROJECTS {
            self.project(project, today).await.with_context(|| project.name)?;
        }
        let mut people = Vec::new();
        for colleague in town::COLLEAGUES.iter().filter(|colleague| colleague.password.is_some()) {
            people.push(self.colleague(colleague).await.with_context(|| colleague.name)?);
        }
        let mut residents = Vec::new();
        for project in &town::PROJECTS {
            residents.extend(self.list(project).await.with_context(|| project.name)?);
        }
        self.go_back(&mut ago, Span::days(9));
        for resident in &residents {
            self.come_in(resident).await.with_context(|| resident.username.clone())?;
        }
        self.go_back(&mut ago, Span::hours(2));
        for colleague in town::COLLEAGUES.iter().filter(|colleague| colleague.password.is_none()) {
            people.push(self.invited(colleague).await.with_context(|| colleague.name)?);
        }
        for resident in residents.iter().filter(|resident| resident.home.state == State::MailAsked) {
            self.ask(resident).await?;
        }
        self.deliver().await?;
        self.go_back(&mut ago, Span::ZERO);
        self.keys().await.context("the keys of the programs")?;
        people.extend(residents.iter().map(Resident::person));
        self.notes.seeded(people)
    }

    /// Sets the clock to `to` before now; it is `from` before now.
    fn go_back(&self, from: &mut Span, to: Span) {
        self.app.clock.forward(Span::from_micros(from.micros() - to.micros()));
        *from = to;
    }

    /// Somebody with a browser at home.
    fn visit(&self) -> Ctx {
        self.app.ctx("127.0.0.1", Device::sample(), Language::Nl, Door::Page)
    }

    async fn deliver(&self) -> anyhow::Result<()> {
        while outbox::deliver_due(self.app, self.transport).await? > 0 {}
        Ok(())
    }

    /// The secret at the end of a link in the newest mail to somebody.
    fn link(&self, to: &str, page: &str) -> anyhow::Result<String> {
        let mails = catcher::all(self.post);
        let links = mails.iter().filter(|mail| mail.to == to).flat_map(|mail| &mail.links);
        let token = links.filter_map(|link| link.split_once(page)).map(|(_, token)| token.trim_end_matches('/'));
        let token = token.into_iter().next().with_context(|| format!("no link to {page} for {to}"))?;
        Ok(token.to_owned())
    }

    async fn client(&self, client: &Client) -> anyhow::Result<()> {
        let (slug, name) = (Slug::parse(client.slug)?, Name::parse(client.name)?);
        let new = organisation::Add { name, slug, portal: client.portal };
        Ok(organisation::add(self.app, &self.app.command(), Actor::Server, new).await?)
    }

    async fn project(&self, project: &Project, today: Day) -> anyhow::Result<()> {
        let delivered = today.starts_at() + Span::hours(12) + Span::days(project.delivered_in_days);
        let new = project::Add {
            path: project.path()?,
            name: Name::parse(project.name)?,
            prefix: Prefix::parse(project.prefix)?,
            delivered_on: Some(Day::of(delivered)),
        };
        Ok(project::add(self.app, &self.app.command(), Actor::Server, new).await?)
    }

    /// Two programs of the first client: one that may do all, one that reads.
    async fn keys(&self) -> anyhow::Result<()> {
        let (now, client) = (self.app.clock.now(), Slug::parse(town::CLIENTS[0].slug)?);
        let last_day = Day::of(now + Span::days(365));
        for (name, scopes) in [("ERP", KeyScope::ALL), ("Dashboard", &[KeyScope::HomesRead])] {
            let (scopes, client) = (scopes.to_vec(), client.clone());
            let new = keys::NewKey { client, name: Name::parse(name)?, scopes, last_day };
            let key = keys::make(self.app, &self.app.command(), &Actor::Server, new).await?;
            self.notes.made(Key { name: name.to_owned(), key: key.expose_secret().to_owned() })?;
        }
        Ok(())
    }

    async fn invite(&self, colleague: &Colleague) -> anyhow::Result<()> {
        let invite = Invite {
            email: colleague.email.to_owned(),
            role: colleague.role,
            organisation: colleague.client.map(str::to_owned),
            projects: colleague.projects.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect(),
        };
        staff::invite(self.app, &self.app.command(), Actor::Server, invite).await?;
        self.deliver().await
    }

    async fn invited(&self, colleague: &Colleague) -> anyhow::Result<Person> {
        self.invite(colleague).await?;
        Ok(colleague.person(State::Invited))
    }

    /// Invited, own password, own second factor.
    async fn colleague(&self, colleague: &Colleague) -> anyhow::Result<Person> {
        self.invite(colleague).await?;
        let token = self.link(colleague.email, "/invitation/")?;
        let password = Secret::from(colleague.password.unwrap_or_default());
        let entered = staff::accept(self.app, &self.visit(), &token, password).await?;
        let cookie = entered.session.expose();
        let Step::Factor { secret, .. } = staff::open(self.app, &self.visit(), &token, Some(cookie)).await? else {
            bail!("no second factor was offered");
        };
        let shared = phones::secret(&secret).context("the secret cannot be typed over")?;
        let code = totp::code_at(&shared, self.app.clock.now());
        staff::set_factor(self.app, &self.visit(), cookie, &code).await?;
        self.notes.scanned(Phone { login: colleague.email.to_owned(), role: colleague.role, secret })?;
        self.deliver().await?;
        Ok(colleague.person(State::Works))
    }

    /// Imports the list of a client; its homes get their usernames.
    async fn list(&self, project: &'static Project) -> anyhow::Result<Vec<Resident>> {
        let mut issued = Vec::new();
        let source = Source::bytes(project.list().into_bytes());
        let ctx = self.app.command();
        import::confirm(self.app, &ctx, &Actor::Server, (&project.path()?, &source), |line| {
            issued.extend(line.home.client_number.clone().zip(line.username.map(ToString::to_string)));
        })
        .await?;
        let resident = |home: &'static Home| {
            let number = project.client_number(home);
            let username = issued.iter().find(|(known, _)| *known == number).map(|(_, username)| username.clone());
            let username = username.with_context(|| format!("{number} got no username"))?;
            Ok(Resident { home, username, who: project.address(home) })
        };
        project.homes.iter().map(resident).collect()
    }

    async fn come_in(&self, resident: &Resident) -> anyhow::Result<()> {
        if resident.home.state == State::Refused {
            self.ask(resident).await?;
            return self.deliver().await;
        }
        let Some(password) = resident.home.password else { return Ok(()) };
        self.ask(resident).await?;
        self.deliver().await?;
        let email = resident.home.email.unwrap_or_default();
        let token = self.link(email, "/login/accounts/pass/reset/")?;
        let username = Some(resident.username.clone());
        let new = reset::NewPassword { password: Secret::from(password), username };
        reset::set(self.app, &self.visit(), &token, new).await?;
        self.deliver().await?;
        if resident.home.state == State::SignedIn {
            let enter = Enter { name: resident.username.clone(), password: Secret::from(password), device: None };
            sign_in::enter(self.app, &self.visit(), enter).await?;
        }
        Ok(())
    }

    async fn ask(&self, resident: &Resident) -> anyhow::Result<()> {
        Ok(reset::ask(self.app, &self.visit(), &resident.username).await?)
    }
}

impl Resident {
    fn person(&self) -> Person {
        Person {
            login: self.username.clone(),
            who: self.who.clone(),
            email: self.home.email.map(str::to_owned),
            role: None,
            state: self.home.state,
            password: self.home.password.map(str::to_owned),
        }
    }
}

impl Colleague {
    fn person(&self, state: State) -> Person {
        Person {
            login: self.email.to_owned(),
            who: self.name.to_owned(),
            email: None,
            role: Some(self.role),
            state,
            password: self.password.map(str::to_owned),
        }
    }
}

impl Project {
    fn path(&self) -> anyhow::Result<ProjectPath> {
        Ok(ProjectPath { organisation: Slug::parse(self.client)?, project: Slug::parse(self.slug)? })
    }
}
