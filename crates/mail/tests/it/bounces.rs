//! What comes back is read as what it says, and never as more. The messages are written by hand in the manner of the mail servers
//! whose names they bear.

use mail::bounce::{Fate, Read, Report, read};
use mail::smtp::Cause;

/// A message, and what it says about the address of the first recipient.
const TABLE: &[(&str, &str, Fate)] = &[
    (include_str!("bounces/postfix_unknown_user.eml"), "jan@example.nl", Fate::Refused(Cause::Recipient)),
    (include_str!("bounces/postfix_host_not_found.eml"), "jan@exampel.test", Fate::Refused(Cause::Server)),
    (include_str!("bounces/postfix_delayed.eml"), "jan@example.nl", Fate::Delayed),
    (include_str!("bounces/postfix_expired.eml"), "jan@example.nl", Fate::GivenUp(Cause::Server)),
    (include_str!("bounces/postfix_mailbox_full.eml"), "jan@example.nl", Fate::Refused(Cause::MailboxFull)),
    (include_str!("bounces/postfix_delivered.eml"), "jan@example.nl", Fate::Delivered),
    (include_str!("bounces/postfix_relayed.eml"), "jan@example.nl", Fate::Passed),
    (include_str!("bounces/postfix_policy.eml"), "jan@example.nl", Fate::Refused(Cause::Policy)),
    (include_str!("bounces/exchange_unknown_user.eml"), "jan@contoso.example", Fate::Refused(Cause::Recipient)),
    (include_str!("bounces/exchange_access_denied.eml"), "jan@contoso.example", Fate::Refused(Cause::Recipient)),
    (include_str!("bounces/exchange_quota_base64.eml"), "jan@contoso.example", Fate::Refused(Cause::MailboxFull)),
    (include_str!("bounces/gmail_no_such_user.eml"), "jan@gmail.example", Fate::Refused(Cause::Recipient)),
    (include_str!("bounces/gmail_disabled.eml"), "jan@gmail.example", Fate::Refused(Cause::Recipient)),
    (include_str!("bounces/gmail_unauthenticated.eml"), "jan@gmail.example", Fate::Refused(Cause::Policy)),
    (include_str!("bounces/gmail_over_quota_given_up.eml"), "jan@gmail.example", Fate::GivenUp(Cause::MailboxFull)),
    (include_str!("bounces/exim_with_status.eml"), "jan@example.nl", Fate::Refused(Cause::Recipient)),
    // A bare 550 may be about anything: the address is not blamed.
    (include_str!("bounces/exim_nothing_but_550.eml"), "jan@example.nl", Fate::Refused(Cause::Server)),
    (include_str!("bounces/several_recipients.eml"), "piet@elsewhere.example", Fate::Refused(Cause::Recipient)),
    (include_str!("bounces/international.eml"), "jan@xn--caf-dma.example", Fate::Refused(Cause::Recipient)),
    (include_str!("bounces/quoted_printable.eml"), "jan@example.nl", Fate::Refused(Cause::Recipient)),
];

/// What is no report about a delivery.
const OTHERS: &[(&str, Read)] = &[
    (include_str!("bounces/qmail.eml"), Read::Unreadable),
    (include_str!("bounces/exim_frozen_text.eml"), Read::Unreadable),
    (include_str!("bounces/read_receipt.eml"), Read::Unreadable),
    (include_str!("bounces/feedback_report.eml"), Read::Unreadable),
    (include_str!("bounces/no_action.eml"), Read::Unreadable),
    (include_str!("bounces/no_boundary.eml"), Read::Unreadable),
    (include_str!("bounces/report_in_a_forward.eml"), Read::Unreadable),
    (include_str!("bounces/truncated.eml"), Read::Unreadable),
    (include_str!("bounces/out_of_office.eml"), Read::Answer),
    ("", Read::Unreadable),
];

fn report(message: &str) -> Report {
    let report = match read(message.as_bytes()) {
        Read::Report(report) => Some(report),
        Read::Answer | Read::Unreadable => None,
    };
    report.unwrap()
}

#[test]
fn every_report_is_read_as_what_it_says() {
    for (message, to, fate) in TABLE {
        let told = report(message).told.remove(0);
        assert_eq!((told.to.map(|to| to.as_str().to_owned()).as_deref(), told.fate), (Some(*to), *fate), "{message}");
    }
}

#[test]
fn what_is_no_report_is_not_guessed_at() {
    for (message, what) in OTHERS {
        assert_eq!(read(message.as_bytes()), *what, "{message}");
    }
}

#[test]
fn servers_and_their_words_are_kept_on_one_line() {
    let found = report(include_str!("bounces/gmail_no_such_user.eml"));
    assert_eq!(found.server.as_deref(), Some("googlemail.example"));
    assert!(found.told[0].server.as_deref().unwrap().starts_with("gmail-smtp-in.l.example."));
    assert!(found.told[0].said.starts_with("550-5.1.1 The email account"), "{}", found.told[0].said);
    assert!(found.told[0].said.ends_with("unnecessary spaces."));
    let cut = report(include_str!("bounces/quoted_printable.eml"));
    assert!(cut.told[0].said.ends_with("https://example.nl/?a=b"), "{}", cut.told[0].said);
}

#[test]
fn each_recipient_has_a_fate_of_its_own() {
    let told = report(include_str!("bounces/several_recipients.eml")).told;
    let fates: Vec<Fate> = told.iter().map(|it| it.fate).collect();
    assert_eq!(fates, [Fate::Refused(Cause::Recipient), Fate::Delivered, Fate::Passed]);
    assert_eq!(told[1].to.as_ref().unwrap().as_str(), "Jan@example.nl");
    assert!(told[2].to.is_none(), "an address of another world");
}

#[test]
fn a_report_without_end_is_read_within_bounds() {
    let one = "Final-Recipient: rfc822; jan@example.nl\nAction: failed\nStatus: 5.1.1\n\n";
    let start = "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n";
    let many = format!("{start}Reporting-MTA: dns; a\n\n{}\n--b--\n", one.repeat(20_000));
    assert_eq!(report(&many).told.len(), 50);
    let parts = format!("Content-Type: multipart/report; boundary=b\n\n{}", "--b\n\n".repeat(200_000));
    assert_eq!(read(parts.as_bytes()), Read::Unreadable);
    let fields = "a: b\n".repeat(200_000);
    assert_eq!(read(fields.as_bytes()), Read::Unreadable);
}

#[test]
fn every_cut_and_every_broken_sign_is_survived() {
    for (message, _, _) in TABLE {
        let bytes = message.as_bytes();
        for end in (0..bytes.len()).step_by(31) {
            let _ = read(&bytes[..end]);
        }
        for at in (0..bytes.len()).step_by(53) {
            for sign in [0, b'\n', b'=', b'"', b'\\', 0xff] {
                let mut broken = bytes.to_vec();
                broken[at] = sign;
                let _ = read(&broken);
            }
        }
    }
}

/// As much as is looked at: a reader that begins anew for each of them is not done with it today.
#[test]
fn empty_lines_without_end_are_read_in_one_go() {
    let head = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\
                Content-Type: message/delivery-status\r\n\r\n";
    let lines = "\n".repeat(500_000);
    assert_eq!(read(format!("{head}{lines}").as_bytes()), Read::Unreadable);
    let fields =
        "Reporting-MTA: dns; mx.example.nl\n{}Final-Recipient: rfc822; jan@example.nl\nAction: failed\nStatus: 5.1.1\n";
    let told = report(&format!("{head}{lines}{}", fields.replace("{}", "\n\n\n"))).told;
    assert_eq!(told.len(), 1, "and what stands behind them is read");
}
