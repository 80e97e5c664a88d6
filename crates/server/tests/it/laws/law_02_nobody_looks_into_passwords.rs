//! Law 2: only a keyed hash is stored, and a password never leaves the sign-in code. [`TestApp::finish`] searches log,
//! rows and disk after *every* test; here everything is typed that can be, and the hash itself is attacked.

use std::sync::Arc;

use crypto::chance::Chance;
use crypto::keys::Keys;
use crypto::password::{Hasher, Secret, Settings, StoredHash, Turn};
use domain::role::Role;
use testkit::each_engine;

use crate::testapp::{GOOD, OTHER, TestApp};

#[tokio::test]
async fn what_is_typed_stands_nowhere() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let staff = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let name = resident.username.clone();
        for wrong in
            ["canary een verkeerd wachtwoord", "canary\u{301} é met een streepje", "canary nog een, 100% & zo = raar"]
        {
            resident.client.post_login(&name, wrong).await.expect(401);
            house.client().post_login("ALMELO99", wrong).await.expect(401);
            house.client().post_login(&staff.email, wrong).await.expect(401);
        }
        // In the wrong field: as a name, as an address, as a code, in the query.
        let wrong_field = "canary wachtwoord in het verkeerde veld";
        house.seen.secret("canary+wachtwoord+in+het+verkeerde+veld");
        house.client().post_form("/login/", &[("username", wrong_field), ("password", "x")]).await.expect(401);
        house.client().ask_reset(wrong_field).await.expect(303);
        house.client().post_form("/login/accounts/name/", &[("email", wrong_field)]).await.expect(422);
        house.client().get("/login/?username=canary+wachtwoord+in+het+verkeerde+veld").await.expect(200);
        house.half_way(&staff).await.post_form("/login/second-factor/", &[("code", wrong_field)]).await;
        house.seen.secret(wrong_field);
        assert!(house.deliver_mail().await.is_empty());
        // Refused by the rules, and accepted.
        let link = house.reset_link(&name).await;
        for weak in ["canarykort", "Huissleutel2026!", &"a".repeat(2000)] {
            let page = resident.client.post_form(&link, &[("password", weak)]).await.expect(422);
            assert!(!page.text().contains(weak));
        }
        resident.client.post_form(&link, &[("password", "canary zin die wel lang genoeg is")]).await.expect(303);
        let notice = house.only_mail().await;
        assert!(!notice.says("canary"));
        let rows = house.tables().await;
        assert!(rows["password"].iter().all(|row| row.contains("$argon2id$")), "{:?}", rows["password"]);
        assert!(!format!("{rows:?}").contains("canary"), "{}", house.engine);
        house.finish().await;
    })
    .await;
}

/// A thief of the database alone cannot even check a guess (norms N8, A47).
#[tokio::test]
async fn without_the_key_file_a_hash_tells_nothing() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let rows = house.tables().await;
        let row = rows["password"].first().unwrap();
        let start = row.find("$argon2id$").unwrap();
        let end = row[start..].find([' ', '"']).map_or(row.len(), |end| start + end);
        let stored = StoredHash { phc: row[start..end].to_owned(), key_number: 1 };
        let verify = async |keys: Arc<Keys>| {
            let hasher = Hasher::start(keys, Chance::seeded(9), Settings::for_tests()).unwrap();
            hasher
                .verify(Secret::from(GOOD), Some(stored.clone()), Turn::Usual)
                .await
                .is_ok_and(|verdict| verdict.right)
        };
        assert!(!verify(Arc::new(Keys::generate(&Chance::seeded(8)))).await, "{}", house.engine);
        assert!(verify(Arc::clone(&house.app.keys)).await, "with the key it is the right one");
        house.finish().await;
    })
    .await;
}

/// Two people with one password have two hashes, and a stored secret opens nothing when it is sent back (norms 6.5.2).
#[tokio::test]
async fn what_is_stored_opens_nothing() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let one = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        let two = house.signed_in("linde/zuid", "V2", "twee@example.nl").await;
        let link = house.reset_link(&one.username).await;
        let rows = house.tables().await;
        let phc: Vec<&str> = rows["password"].iter().filter_map(|row| row.split("$argon2id$").nth(1)).collect();
        assert!(phc.len() == 2 && phc[0] != phc[1], "{}", house.engine);
        // Every word that stands in the rows, tried as a session, a link and a password.
        let mut words: Vec<String> = Vec::new();
        for table in ["password", "session", "token", "device", "mail", "identity"] {
            for row in &rows[table] {
                words.extend(
                    row.split([' ', '=', '"', ',', ':', '/', '\\']).filter(|word| word.len() >= 32).map(str::to_owned),
                );
            }
        }
        words.sort();
        words.dedup();
        assert!(words.len() > 10);
        let plain = |word: &&String| word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        for word in words.iter().filter(plain) {
            for word in [word.as_str(), &word[..32], word.get(..43).unwrap_or_default()] {
                let mut thief = house.client();
                thief.get(&format!("/login/accounts/pass/reset/{word}/")).await;
                thief.jar.insert("__Host-session".to_owned(), word.to_owned());
                thief.get("/").await.expect(303);
            }
        }
        assert!(!words.iter().any(|word| link.contains(word.as_str())));
        let device = two.client.jar.get("__Host-device").unwrap();
        assert!(!format!("{rows:?}").contains(device.as_str()));
        house.client().post_login(&one.username, OTHER).await.expect(401);
        house.finish().await;
    })
    .await;
}
