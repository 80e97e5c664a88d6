//! Nothing in an address can end a command line (SMTP injection).

use domain::email::Address;
use mail::smtp::{Envelope, PathFault, ReversePath};

use crate::support::{message, peer, pool};

/// Addresses that carry a second command, a second address, or an end of line.
fn attacks() -> Vec<String> {
    let mut all = Vec::new();
    let pieces = [
        "\r\n",
        "\n",
        "\r",
        "\0",
        "\u{85}",
        "\u{2028}",
        "\u{b}",
        "\t",
        " ",
        "<",
        ">",
        "<>",
        ">\r\nRCPT TO:<x@example.nl",
        "> NOTIFY=NEVER",
        "\r\n.\r\nMAIL FROM:<x@example.nl>",
        ",x@example.nl",
        ";",
        ":",
        "(a)",
        "\"",
        "\"a b\"",
        "\\",
    ];
    for piece in pieces {
        all.push(format!("jan{piece}@example.nl"));
        all.push(format!("jan@exam{piece}ple.nl"));
        all.push(format!("{piece}jan@example.nl"));
        all.push(format!("jan@example.nl{piece}"));
    }
    all.extend(
        [
            "",
            "@",
            "jan",
            "jan@",
            "@example.nl",
            "a@b@example.nl",
            "jan@-a.nl",
            "jan@a-.nl",
            "jan@a..nl",
            ".jan@a.nl",
            "j..n@a.nl",
            "jan.@a.nl",
        ]
        .map(str::to_owned),
    );
    all.push(format!("{}@example.nl", "a".repeat(65)));
    all.push(format!("a@{}.nl", "a".repeat(64)));
    all.push(format!("a@{}nl", "aaaa.".repeat(60)));
    all
}

#[test]
fn no_attack_is_an_envelope_sender() {
    for attack in attacks() {
        assert!(ReversePath::parse(&attack).is_err(), "{attack:?}");
    }
    let long = format!("{}@example.nl", "a".repeat(65));
    assert_eq!(ReversePath::parse(&long), Err(PathFault::TooLong));
}

#[test]
fn senders_with_bounce_tags_are_fine() {
    for good in ["post@example.nl", "bounce+0192f3.k7=x@b.example.nl", "p_o-st'@xn--caf-dma.nl"] {
        assert_eq!(ReversePath::parse(good).unwrap().as_str(), good);
    }
    assert_eq!(ReversePath::null().as_str(), "");
}

#[tokio::test]
async fn whatever_is_an_address_reaches_the_server_as_one_recipient_as_stored() {
    let peer = peer().await;
    let pool = pool(&peer);
    let tame = ["jan@example.nl", "J.An+x@Example.NL", "o'neil@example.nl", "a!#$%&'*+-/=?^_`{|}~@example.nl"];
    let addresses: Vec<Address> =
        attacks().iter().map(String::as_str).chain(tame).filter_map(|text| Address::parse(text).ok()).collect();
    assert!(addresses.len() >= tame.len());
    for to in &addresses {
        let envelope = Envelope { from: ReversePath::null(), to: to.clone() };
        pool.begin(&envelope).await.unwrap().data(&message("x")).await.unwrap();
    }
    let received: Vec<Vec<String>> = peer.messages().into_iter().map(|message| message.to).collect();
    let stored: Vec<Vec<String>> = addresses.iter().map(|to| vec![to.as_str().to_owned()]).collect();
    assert_eq!(received, stored);
    assert!(peer.flaws().is_empty(), "{:?}", peer.flaws());
}
