//! Mail that no person wrote, or that went round (RFC 3834): it is never answered, or two programs would write to each other for
//! ever.

use mail_parser::{HeaderName, Message};

/// The header by which we know our own mail when it comes back.
pub(crate) const LOOP: &str = "X-Huissleutel-Loop";

/// So many servers no mail passes, unless it goes round.
const MOST_HOPS: usize = 50;

/// Why a mail is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Automatic {
    /// It says so: `Auto-Submitted`.
    Submitted,
    /// It has no sender to answer to: a bounce.
    NullSender,
    /// The sender is a program: `mailer-daemon`, `no-reply` and the like.
    Program,
    /// It went to many: `Precedence`.
    Precedence,
    /// It came over a list.
    List,
    /// We sent it ourselves.
    Loop,
    /// It passed too many servers.
    Hops,
}

/// Whether a program sent it.
pub(super) fn of(message: &Message<'_>, envelope_from: &str) -> Option<Automatic> {
    if envelope_from.is_empty() {
        return Some(Automatic::NullSender);
    }
    if is_program(envelope_from) {
        return Some(Automatic::Program);
    }
    let mut hops = 0_usize;
    for (name, value) in message.headers_raw() {
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
        let said = value.split([';', ' ', '\t', '\r', '\n']).next().unwrap_or_default();
        match name.as_str() {
            "auto-submitted" if said != "no" => return Some(Automatic::Submitted),
            "x-autoreply" | "x-autorespond" | "x-auto-response-suppress" if is_reply(&name, said) => {
                return Some(Automatic::Submitted);
            }
            "precedence" if ["bulk", "junk", "list", "auto_reply"].contains(&said) => {
                return Some(Automatic::Precedence);
            }
            "list-id" | "list-unsubscribe" | "list-post" | "list-help" => return Some(Automatic::List),
            _ if name == LOOP.to_ascii_lowercase() => return Some(Automatic::Loop),
            _ => {}
        }
        if HeaderName::parse(name) == Some(HeaderName::Received) {
            hops += 1;
        }
    }
    (hops > MOST_HOPS).then_some(Automatic::Hops)
}

/// Exchange writes `X-Auto-Response-Suppress` over what people send too: it asks for no answer by a program, and gets none only
/// when it means every kind.
fn is_reply(name: &str, said: &str) -> bool {
    name != "x-auto-response-suppress" || said == "all"
}

/// RFC 3834, 2: names that belong to programs.
fn is_program(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_ascii_lowercase();
    let bare = local.replace(['-', '_', '.'], "");
    ["mailerdaemon", "postmaster", "noreply", "donotreply", "listserv", "majordomo", "nietbeantwoorden"]
        .contains(&bare.as_str())
        || local.starts_with("owner-")
        || local.ends_with("-request")
        || local.starts_with("bounce")
}
