//! People of a house, made what they are by doing what people do.

use app::staff::{self, Invite};
use crypto::totp;
use domain::access::Actor;
use domain::role::Role;
use domain::time::Span;

use super::answer::words_of;
use super::{Answer, Client, GOOD, TestApp};

/// A resident with a password and a confirmed address.
pub(crate) struct Resident {
    pub(crate) username: String,
    pub(crate) address: String,
    /// The own browser: recognised, not signed in.
    pub(crate) client: Client,
}

/// A member of staff with a second factor.
pub(crate) struct Staff {
    pub(crate) email: String,
    pub(crate) codes: Vec<String>,
    /// The own browser, signed in.
    pub(crate) client: Client,
    /// The path of the invitation.
    pub(crate) invitation: String,
    secret: totp::Secret,
}

impl TestApp {
    /// Somebody asks for a link; its path.
    pub(crate) async fn reset_link(&self, username: &str) -> String {
        self.client().ask_reset(username).await.leads_to("/login/accounts/pass/reset/gevraagd/");
        self.only_mail().await.path()
    }

    /// A home with a resident who set the password [`GOOD`].
    pub(crate) async fn resident(&self, project: &str, number: &str, address: &str) -> Resident {
        let username = self.home(project, number, Some(address)).await;
        let link = self.reset_link(&username).await;
        let mut client = self.client();
        client.get(&link).await.expect(200);
        let form = [("username", username.as_str()), ("password", GOOD)];
        client.post_form(&link, &form).await.leads_to("/login/?after=password");
        assert!(self.only_mail().await.says(&username), "the notice");
        Resident { username, address: address.to_owned(), client }
    }

    /// The same, signed in.
    pub(crate) async fn signed_in(&self, project: &str, number: &str, address: &str) -> Resident {
        let mut resident = self.resident(project, number, address).await;
        resident.client.post_login(&resident.username, GOOD).await.leads_to("/");
        resident
    }

    /// Invites somebody by the command line; the path of the link. Project leads get the first client's project.
    pub(crate) async fn invite(&self, email: &str, role: Role, organisation: &str) -> String {
        self.seen.address(email);
        let projects = if role == Role::ProjectLead { vec![("linde".into(), "zuid".into())] } else { Vec::new() };
        let organisation = role.of_client().then(|| organisation.to_owned());
        let cmd = Invite { email: email.to_owned(), role, organisation, projects };
        staff::invite(&self.app, &self.app.command(), Actor::Server, cmd).await.unwrap();
        let mail = self.only_mail().await;
        assert_eq!(mail.to, email);
        mail.path()
    }

    /// A member of staff, from the link of their invitation.
    pub(crate) async fn joined(&self, email: &str, invitation: String) -> Staff {
        let (mut client, secret) = self.enrolling(&invitation).await;
        let code = self.code(&secret);
        client.post_form(&invitation, &[("code", &code)]).await.leads_to(&invitation);
        let codes = codes_on(&client.get(&invitation).await.expect(200));
        for code in &codes {
            self.seen.secret(code);
        }
        let notices = self.deliver_mail().await;
        assert_eq!(notices.len(), 2, "a password and a second factor were set: {notices:?}");
        // The step that was just used is not to be used again.
        self.forward(Span::minutes(1));
        Staff { email: email.to_owned(), codes, client, invitation, secret }
    }

    /// A member of staff, signed in.
    pub(crate) async fn staff(&self, email: &str, role: Role, organisation: &str) -> Staff {
        let invitation = self.invite(email, role, organisation).await;
        self.joined(email, invitation).await
    }

    /// Somebody who set a password and has yet to set the second factor.
    pub(crate) async fn enrolling(&self, invitation: &str) -> (Client, totp::Secret) {
        let mut client = self.client();
        client.get(invitation).await.expect(200);
        client.post_form(invitation, &[("password", GOOD)]).await.leads_to(invitation);
        let secret = secret_on(&client.get(invitation).await.expect(200));
        self.seen.secret(&secret.base32());
        (client, secret)
    }

    pub(crate) fn code(&self, secret: &totp::Secret) -> String {
        totp::code_at(secret, self.clock.now())
    }

    /// The password was right, the second factor is asked.
    pub(crate) async fn half_way(&self, staff: &Staff) -> Client {
        let mut client = self.client();
        client.post_login(&staff.email, GOOD).await.leads_to("/login/second-factor/");
        client
    }

    /// The code of now.
    pub(crate) fn code_of(&self, staff: &Staff) -> String {
        self.code(&staff.secret)
    }
}

/// The secret that the page shows to be typed over.
fn secret_on(page: &Answer) -> totp::Secret {
    let html = page.text();
    let shown =
        html.split("hs-code--long\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a secret on the page");
    let bits: String = shown
        .chars()
        .filter(|sign| !sign.is_whitespace())
        .map(|sign| format!("{:05b}", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(sign).unwrap()))
        .collect();
    let bytes: Vec<u8> = bits
        .as_bytes()
        .chunks_exact(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap())
        .collect();
    totp::Secret::from_bytes(&bytes).unwrap()
}

/// The recovery codes that the page shows.
fn codes_on(page: &Answer) -> Vec<String> {
    let html = page.text();
    let list =
        html.split("id=\"codes\">").nth(1).and_then(|rest| rest.split("</ul>").next()).expect("codes on the page");
    let codes: Vec<String> = words_of(list).split_whitespace().map(str::to_owned).collect();
    assert_eq!(codes.len(), 10);
    codes
}
