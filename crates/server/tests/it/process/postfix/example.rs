//! The examples of `docs/operate/mail.md`: what an operator copies is what runs here. Only what is of this machine is put in the place of
//! what is of theirs.

use super::Plan;

const DOCS: &str = include_str!("../../../../../../docs/operate/mail.md");

/// The mailbox of requests in the examples.
pub(super) const REQUESTS: &str = "koppelen@post.example.nl";
/// The domain of bounces in the examples.
pub(super) const BOUNCES: &str = "terug.example.nl";

/// The example with the listener, which is there.
pub(super) fn listener(port: u16) -> Plan {
    plan("lmtp:inet:", &[("127.0.0.1:2424", &format!("127.0.0.1:{port}"))])
}

/// The example with the pipe, with that program and those settings.
pub(super) fn pipe(program: &str, settings: &str) -> Plan {
    let own = [
        ("/usr/local/bin/huissleutel", program),
        ("/etc/huissleutel/huissleutel.toml", settings),
        ("user=huissleutel", "user=nobody"),
    ];
    plan("argv=", &own)
}

/// The files of the example that holds this.
fn plan(mark: &str, own: &[(&str, &str)]) -> Plan {
    let blocks = DOCS.split("```").skip(1).step_by(2).filter(|block| block.starts_with("\n# /etc/postfix/"));
    let mut found: Vec<&str> = blocks.filter(|block| block.contains(mark)).collect();
    assert_eq!(found.len(), 1, "one example has {mark}");
    let mut text = found.remove(0).to_owned();
    for (theirs, ours) in own {
        assert!(text.contains(theirs), "{theirs} in {text}");
        text = text.replace(theirs, ours);
    }
    let mut plan = Plan::default();
    for file in text.split("# /etc/postfix/").skip(1) {
        let (name, lines) = file.split_once('\n').unwrap();
        match name {
            "main.cf" => plan.main.push_str(lines),
            "master.cf" => plan.master.push_str(lines),
            _ => plan.files.push((name.to_owned(), lines.to_owned())),
        }
    }
    plan
}
