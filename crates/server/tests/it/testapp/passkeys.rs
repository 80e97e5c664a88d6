//! Passkeys of residents and staff, made and used by the pages, with a device of the tests.

use testkit::phone::{Phone, Said, base64url, from_base64url};

use super::{Answer, Client, GOOD, PUBLIC};

pub(crate) const NEW_PASSKEY: &str = "/beveiliging/passkeys/nieuw/";
pub(crate) const PASSKEYS: &str = "/beveiliging/passkeys/";

impl Answer {
    /// What the page tells its script.
    #[track_caller]
    pub(crate) fn data(&self, name: &str) -> String {
        let html = self.text();
        let found = html.split(&format!(" data-{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        found.unwrap_or_else(|| panic!("no {name}: {self:?}")).to_owned()
    }
}

impl Client {
    /// Somebody signed in, whose password is [`GOOD`], makes a passkey. Its mail is on its way.
    pub(crate) async fn make_passkey(&mut self) -> Phone {
        let form = [("name", "telefoon"), ("current", GOOD)];
        let page = self.post_form(NEW_PASSKEY, &form).await.expect(200);
        let handle = from_base64url(&page.data("handle"));
        let (phone, created) = Phone::make(&Said::at(PUBLIC, &page.data("challenge")), &handle);
        let (client_data, attestation) = (base64url(created.client_data), base64url(created.attestation));
        let form = [("name", "telefoon"), ("client_data", client_data.as_str()), ("attestation", attestation.as_str())];
        self.post_form(PASSKEYS, &form).await.leads_to("/beveiliging/?told=passkey");
        phone
    }

    /// Signs in with it, and says something else where `bend` does.
    pub(crate) async fn use_passkey(&mut self, phone: &Phone, bend: fn(&mut Said)) -> Answer {
        let fields = self.answer_challenge("/login/passkey/challenge/", phone, bend).await;
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.post_form("/login/passkey/", &fields).await
    }

    /// What somebody signed in sends in the place of the password of now.
    pub(crate) async fn once_more(&mut self, phone: &Phone) -> [(&'static str, String); 5] {
        self.answer_challenge("/beveiliging/passkeys/vraag/", phone, |_| {}).await
    }

    async fn answer_challenge(&mut self, at: &str, phone: &Phone, bend: fn(&mut Said)) -> [(&'static str, String); 5] {
        let offer = self.post_form(at, &[]).await.expect(200).text();
        let challenge = offer.split("\"challenge\":\"").nth(1).and_then(|rest| rest.split('"').next());
        let mut said = Said::at(PUBLIC, challenge.expect("a challenge"));
        bend(&mut said);
        let answered = phone.answer(&said);
        [
            ("credential", base64url(&phone.credential)),
            ("handle", base64url(&phone.handle)),
            ("client_data", base64url(answered.client_data)),
            ("data", base64url(answered.data)),
            ("signature", base64url(answered.signature)),
        ]
    }
}
