//! As much of CBOR (RFC 8949) as devices write: whole numbers, bytes, text, lists and maps whose length stands in front, and
//! what is skipped. Every length is held against what is there; nothing is kept, so nothing large is ever made.

/// Deeper nesting than any device writes.
const DEEPEST: u8 = 8;

/// One item, or the beginning of a list or map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item<'a> {
    /// A whole number; below zero as CBOR has it, -1 - n.
    Number(i64),
    /// Bytes.
    Bytes(&'a [u8]),
    /// Text.
    Text(&'a str),
    /// So many items follow.
    List(u64),
    /// So many pairs follow.
    Map(u64),
    /// True, false, nothing, or a number with a point.
    Simple,
}

/// Reads from the front.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// What was not read yet.
    pub(super) const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next bytes, whatever they are.
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn argument(&mut self, low: u8) -> Option<u64> {
        let wide = |bytes: &[u8]| bytes.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
        match low {
            0..=23 => Some(u64::from(low)),
            24..=27 => self.take(1 << (low - 24)).map(wide),
            // Lengths that are not told beforehand are not written by devices (CTAP 2.1, 8).
            _ => None,
        }
    }

    /// The next item. None when it is none of these, or is cut off.
    pub(super) fn item(&mut self) -> Option<Item<'a>> {
        let first = *self.take(1)?.first()?;
        let (major, low) = (first >> 5, first & 31);
        let argument = self.argument(low)?;
        let mut counted = || usize::try_from(argument).ok().and_then(|count| self.take(count));
        Some(match major {
            0 => Item::Number(i64::try_from(argument).ok()?),
            1 => Item::Number(-1 - i64::try_from(argument).ok()?),
            2 => Item::Bytes(counted()?),
            3 => Item::Text(std::str::from_utf8(counted()?).ok()?),
            4 => Item::List(argument),
            5 => Item::Map(argument),
            7 => Item::Simple,
            _ => return None,
        })
    }

    /// How many pairs the map that is next has.
    pub(super) fn map(&mut self) -> Option<u64> {
        match self.item()? {
            Item::Map(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// Goes past the next item and all that is in it.
    pub(super) fn skip(&mut self) -> Option<()> {
        self.skip_at(0)
    }

    fn skip_at(&mut self, depth: u8) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        let inside = match self.item()? {
            Item::List(items) => items,
            Item::Map(pairs) => pairs.checked_mul(2)?,
            _ => 0,
        };
        for _ in 0..inside {
            self.skip_at(depth + 1)?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_items_of_the_standard_are_read() {
        // RFC 8949, appendix A.
        for (bytes, item) in [
            (&[0x00][..], Item::Number(0)),
            (&[0x18, 0x64], Item::Number(100)),
            (&[0x1a, 0x00, 0x0f, 0x42, 0x40], Item::Number(1_000_000)),
            (&[0x20], Item::Number(-1)),
            (&[0x39, 0x03, 0xe7], Item::Number(-1000)),
            (&[0x44, 1, 2, 3, 4], Item::Bytes(&[1, 2, 3, 4])),
            (&[0x64, 0x49, 0x45, 0x54, 0x46], Item::Text("IETF")),
            (&[0x83], Item::List(3)),
            (&[0xa2], Item::Map(2)),
            (&[0xf5], Item::Simple),
        ] {
            let mut reader = Reader::new(bytes);
            assert_eq!(reader.item(), Some(item), "{bytes:x?}");
            assert!(reader.rest().is_empty());
        }
        for bad in [&[][..], &[0x18], &[0x44, 1, 2, 3], &[0x61, 0xff], &[0x5f, 0xff], &[0xc0, 0x00], &[0x1c]] {
            assert_eq!(Reader::new(bad).item(), None, "{bad:x?}");
        }
    }

    #[test]
    fn lengths_that_lie_and_nesting_without_end_stop() {
        assert_eq!(Reader::new(&[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]).skip(), None);
        assert_eq!(Reader::new(&[0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]).skip(), None);
        assert_eq!(Reader::new(&[0x81; 4000]).skip(), None);
        let mut reader = Reader::new(&[0xa1, 0x01, 0x82, 0x02, 0x41, 0x00, 0x05]);
        assert_eq!((reader.skip(), reader.item()), (Some(()), Some(Item::Number(5))));
    }

    proptest! {
        #[test]
        fn noise_never_panics(noise in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut reader = Reader::new(&noise);
            while reader.skip().is_some() {}
        }
    }
}
