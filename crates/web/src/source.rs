//! From which address a request comes: the peer of the connection, or, when that is a proxy the operator trusts, what
//! that proxy says. No other header, and no word of anybody else, counts (decision 7; ASVS 4.1.3, 15.3.4).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

use axum::http::HeaderMap;

/// The one header that is read.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// More proxies in a row than anybody has.
const MOST_HOPS: usize = 32;

/// A network: an address and how many of its bits count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Net {
    address: IpAddr,
    bits: u32,
}

/// The text is no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a network (such as 10.0.0.0/8, 192.0.2.7 or 2001:db8::/32)")]
pub struct NotANet;

impl Net {
    /// True when `address` lies in it.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(net), IpAddr::V4(other)) => {
                same_bits(net.to_bits().into(), other.to_bits().into(), 32, self.bits)
            }
            (IpAddr::V6(net), IpAddr::V6(other)) => same_bits(net.to_bits(), other.to_bits(), 128, self.bits),
            _ => false,
        }
    }
}

fn same_bits(one: u128, other: u128, width: u32, bits: u32) -> bool {
    // A shift by the whole width is no shift at all in Rust: no bits that count means that all addresses are in.
    (one ^ other).checked_shr(width.saturating_sub(bits)).unwrap_or(0) == 0
}

impl FromStr for Net {
    type Err = NotANet;

    fn from_str(text: &str) -> Result<Self, NotANet> {
        let (address, bits) = match text.trim().split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text.trim(), None),
        };
        let address: IpAddr = address.parse().map_err(|_| NotANet)?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(width), str::parse).map_err(|_| NotANet)?;
        if bits > width { Err(NotANet) } else { Ok(Self { address, bits }) }
    }
}

/// The client's address, as tries are counted by it: an IPv4 address, or the /64 of an IPv6 address, because one line at
/// home has all of a /64 to itself. `peer` is the other end of the connection.
#[must_use]
pub fn of(peer: Option<IpAddr>, headers: &HeaderMap, trusted: &[Net]) -> String {
    written(client(peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)).to_canonical(), headers, trusted))
}

fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[Net]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|net| net.contains(address));
    let mut nearest = peer;
    let lines: Vec<&str> = headers.get_all(FORWARDED_FOR).iter().filter_map(|line| line.to_str().ok()).collect();
    let hops = lines.iter().rev().flat_map(|line| line.rsplit(','));
    for hop in hops.take(MOST_HOPS) {
        if !is_trusted(nearest) {
            break;
        }
        // What a trusted proxy wrote and we cannot read ends the walk: further left stands only what others wrote.
        let Some(address) = address(hop.trim()) else { break };
        nearest = address;
    }
    nearest
}

/// An address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let address = text.parse::<SocketAddr>().map(|socket| socket.ip()).or_else(|_| bare.parse::<IpAddr>());
    address.ok().map(|address| address.to_canonical())
}

fn written(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seen(peer: &str, forwarded: &[&str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED_FOR, line.parse().expect("a header"));
        }
        let trusted: Vec<Net> = trusted.iter().map(|net| net.parse().expect("a network")).collect();
        of(Some(peer.parse().expect("an address")), &headers, &trusted)
    }

    #[test]
    fn a_stranger_says_nothing_about_its_address() {
        for said in ["198.51.100.1", "127.0.0.1", "10.0.0.1, 10.0.0.2", ""] {
            assert_eq!(seen("203.0.113.9", &[said], &[]), "203.0.113.9");
            assert_eq!(seen("203.0.113.9", &[said], &["10.0.0.0/8"]), "203.0.113.9");
        }
    }

    #[test]
    fn behind_trusted_proxies_the_right_end_counts() {
        let trusted = ["10.0.0.0/8", "2001:db8::/32"];
        assert_eq!(seen("10.0.0.1", &["198.51.100.7"], &trusted), "198.51.100.7");
        assert_eq!(seen("10.0.0.1", &["1.1.1.1, 198.51.100.7"], &trusted), "198.51.100.7");
        assert_eq!(seen("10.0.0.1", &["1.1.1.1, 198.51.100.7, 10.2.0.3"], &trusted), "198.51.100.7");
        assert_eq!(seen("10.0.0.1", &["1.1.1.1", "198.51.100.7", "10.2.0.3"], &trusted), "198.51.100.7");
        assert_eq!(seen("::ffff:10.0.0.1", &["198.51.100.7:4711"], &trusted), "198.51.100.7");
        assert_eq!(seen("2001:db8::1", &["[2001:db9:1:2:3::4]:443"], &trusted), "2001:db9:1:2::/64");
        assert_eq!(seen("10.0.0.1", &[], &trusted), "10.0.0.1");
        assert_eq!(seen("10.0.0.1", &["10.9.9.9"], &trusted), "10.9.9.9");
        for unreadable in ["1.1.1.1, unknown", "1.1.1.1, _hidden", "1.1.1.1, ", "1.1.1.1,198.51.100.7 evil"] {
            assert_eq!(seen("10.0.0.1", &[unreadable], &trusted), "10.0.0.1", "{unreadable}");
        }
    }

    #[test]
    fn one_home_is_one_source() {
        assert_eq!(seen("2001:db8:1:2:aaaa::1", &[], &[]), seen("2001:db8:1:2:bbbb::2", &[], &[]));
        assert_ne!(seen("2001:db8:1:2::1", &[], &[]), seen("2001:db8:1:3::1", &[], &[]));
        assert_eq!(of(None, &HeaderMap::new(), &[]), "0.0.0.0");
    }

    #[test]
    fn networks_are_read_and_hold_what_they_should() {
        let holds = |net: &str, address: &str| {
            net.parse::<Net>().expect("a network").contains(address.parse().expect("an address"))
        };
        assert!(holds("10.0.0.0/8", "10.255.0.1") && !holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("192.0.2.7", "192.0.2.7") && !holds("192.0.2.7", "192.0.2.8"));
        assert!(holds("0.0.0.0/0", "8.8.8.8") && !holds("0.0.0.0/0", "::1"));
        assert!(holds("::/0", "2001:db8::1") && holds("::1", "::1") && !holds("::1", "::2"));
        for text in ["", "10.0.0.0/33", "10.0.0.0/-1", "::1/129", "example.nl", "10.0.0.0/", "10.0/8"] {
            assert_eq!(text.parse::<Net>(), Err(NotANet), "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_left_end_never_counts(said in "[0-9a-f.:,\\[\\] ]{0,60}") {
            let line = format!("{said}, 198.51.100.7");
            prop_assert_eq!(seen("10.0.0.1", &[&line], &["10.0.0.0/8"]), "198.51.100.7");
        }
    }
}
