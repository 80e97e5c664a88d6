//! Which URLs name a mail server.

use mail::smtp::{Server, ServerFault, TlsMode};

#[test]
fn usual_urls_mean_the_usual_things() {
    let table = [
        ("smtp://mail.example.nl", "mail.example.nl:25", TlsMode::Required),
        ("smtp://MAIL.example.nl.:2525/", "mail.example.nl:2525", TlsMode::Required),
        ("smtp://u:p@mail.example.nl", "mail.example.nl:587", TlsMode::Required),
        ("smtps://u:p@mail.example.nl", "mail.example.nl:465", TlsMode::Wrapped),
        ("smtps://mail.example.nl?tls=required", "mail.example.nl:465", TlsMode::Wrapped),
        ("smtp://mail.example.nl?tls=none", "mail.example.nl:25", TlsMode::None),
        ("smtp://mail.example.nl?tls=opportunistic&ehlo=a.nl", "mail.example.nl:25", TlsMode::Opportunistic),
        ("smtp://localhost", "localhost:25", TlsMode::None),
        ("smtp://127.0.0.1:1025", "127.0.0.1:1025", TlsMode::None),
        ("smtp://[::1]:1025", "::1:1025", TlsMode::None),
        ("smtp://u:p@localhost?tls=none", "localhost:587", TlsMode::None),
        ("smtp://localhost?tls=required", "localhost:25", TlsMode::Required),
        ("smtp://192.0.2.7", "192.0.2.7:25", TlsMode::Required),
        ("smtp://localhost.example.nl", "localhost.example.nl:25", TlsMode::Required),
    ];
    for (url, name, tls) in table {
        let server = Server::parse(url).unwrap_or_else(|fault| panic!("{url}: {fault}"));
        assert_eq!((server.name().as_str(), server.tls()), (name, tls), "{url}");
    }
}

#[test]
fn other_urls_are_refused_with_the_part_that_is_wrong() {
    use ServerFault::{Ehlo, Host, Login, LoginInTheClear, Option, Port, Scheme, Tls};
    let table = [
        ("", Scheme),
        ("mail.example.nl", Scheme),
        ("http://mail.example.nl", Scheme),
        ("smtp://", Host),
        ("smtp://-mail.example.nl", Host),
        ("smtp://mail example.nl", Host),
        ("smtp://mail\r\nexample.nl", Host),
        ("smtp://[::1", Host),
        ("smtp://[mail]", Host),
        ("smtp://mail.example.nl:", Port),
        ("smtp://mail.example.nl:0", Port),
        ("smtp://mail.example.nl:65536", Port),
        ("smtp://[::1]25", Port),
        ("smtp://u@mail.example.nl", Login),
        ("smtp://u:@mail.example.nl", Login),
        ("smtp://u:%zz@mail.example.nl", Login),
        ("smtp://u:%4@mail.example.nl", Login),
        ("smtp://u:p%00@mail.example.nl", Login),
        ("smtp://u:p%0d%0aDATA@mail.example.nl", Login),
        ("smtp://u:p%FF@mail.example.nl", Login),
        ("smtp://mail.example.nl/path", Option),
        ("smtp://mail.example.nl?verify=no", Option),
        ("smtp://mail.example.nl?tls", Option),
        ("smtp://mail.example.nl?tls=maybe", Tls),
        ("smtp://mail.example.nl?tls=none&tls=required", Tls),
        ("smtps://mail.example.nl?tls=none", Tls),
        ("smtps://mail.example.nl?tls=opportunistic", Tls),
        ("smtp://mail.example.nl?ehlo=a%0d%0aMAIL", Ehlo),
        ("smtp://mail.example.nl?ehlo=a b", Ehlo),
        ("smtp://u:p@mail.example.nl?tls=none", LoginInTheClear),
        ("smtp://u:p@mail.example.nl?tls=opportunistic", LoginInTheClear),
    ];
    for (url, fault) in table {
        assert_eq!(Server::parse(url).err(), Some(fault), "{url}");
    }
}

#[test]
fn the_password_is_never_shown() {
    let server = Server::parse("smtps://post:geheimpje@mail.example.nl").unwrap();
    let shown = format!("{server:?} {}", server.name());
    assert!(!shown.contains("geheimpje") && !shown.contains("post"), "{shown}");
    let fault = Server::parse("smtp://post:geheim%zz@mail.example.nl").unwrap_err();
    assert!(!format!("{fault:?} {fault}").contains("geheim"));
}
