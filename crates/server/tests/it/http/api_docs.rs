//! The lines of `docs/api/README.md` work: each request that a line would make curl send is sent, in their order, and is answered well.

use app::keys::KeyScope;

use crate::testapp::TestApp;

const README: &str = include_str!("../../../../../docs/api/README.md");

/// The words of a line as a shell reads them: blanks part them, quotes hold them together and go.
fn words(line: &str) -> Vec<String> {
    let (mut all, mut word, mut quote) = (Vec::new(), None::<String>, None::<char>);
    for sign in line.chars() {
        match (quote, sign) {
            (Some(open), _) if open == sign => quote = None,
            (None, '\'' | '"') => {
                word.get_or_insert_default();
                quote = Some(sign);
            }
            (None, ' ') => all.extend(word.take()),
            _ => word.get_or_insert_default().push(sign),
        }
    }
    assert!(quote.is_none(), "a quote is open in {line}");
    all.extend(word);
    all
}

/// What curl would send: method, address, headers and body.
fn request(line: &str) -> (String, String, Vec<(String, String)>, Option<String>) {
    let (mut method, mut url, mut headers, mut body) = ("GET".to_owned(), String::new(), Vec::new(), None);
    let mut all = words(line).into_iter().skip(1);
    while let Some(word) = all.next() {
        match word.as_str() {
            "-s" => {}
            "-X" => method = all.next().unwrap(),
            "-d" => body = all.next(),
            "-H" => {
                let header = all.next().unwrap();
                let (name, value) = header.split_once(": ").unwrap();
                headers.push((name.to_owned(), value.to_owned()));
            }
            address => address.clone_into(&mut url),
        }
    }
    (method, url, headers, body)
}

#[test]
fn lines_are_read_as_a_shell_reads_them() {
    assert_eq!(words(r#"curl -d '{"a":"'x'"}' "b c" d"#), ["curl", "-d", r#"{"a":"x"}"#, "b c", "d"]);
}

#[tokio::test]
async fn every_line_of_the_readme_works() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    house.clients().await;
    let username = house.home("linde/zuid", "V1", None).await;
    house.seen.address("bewoner@example.nl");
    let program = house.program("linde", KeyScope::ALL).await;
    let key = program.client.headers.iter().find_map(|(_, value)| value.strip_prefix("Bearer ")).unwrap().to_owned();
    let found = program.get("/api/v1/dwellings").await.expect(200).json();
    let dwelling = found["dwellings"][0]["id"].as_str().unwrap().to_owned();
    let mut second = String::new();
    let lines: Vec<&str> = README.lines().filter(|line| line.starts_with("curl ")).collect();
    assert!(lines.len() >= 10, "{lines:?}");
    for line in lines {
        let named = [
            ("$KEY", key.as_str()),
            ("$USERNAME", &username),
            ("$DWELLING", &dwelling),
            ("$SECOND", &second),
            ("$PROJECT", "zuid"),
            ("$URL", ""),
        ];
        let line = named.iter().fold(line.to_owned(), |line, (name, value)| line.replace(name, value));
        let (method, path, headers, body) = request(&line);
        let mut client = house.client().with("Origin", "").with("Sec-Fetch-Site", "");
        client.headers.extend(headers);
        let answer = client.send(&method, &path, body.as_deref().map(str::as_bytes)).await;
        assert!((200..300).contains(&answer.status), "{line}\n{answer:?}");
        if path.ends_with("/accounts") {
            answer.json()["username"].as_str().unwrap().clone_into(&mut second);
        }
    }
    house.finish().await;
}
