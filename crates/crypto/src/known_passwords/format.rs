//! The filter file: magic, version, number of words, the parameters of a binary fuse filter (arXiv 2201.01174), its
//! 16-bit fingerprints, and a SHA-256 over all of it. Everything is little-endian. A reader that believes nothing:
//! lengths are checked against the file before memory is taken, parameters before anything is looked up with them.

use std::io::{self, Read};

use aws_lc_rs::digest;
use xorf::BinaryFuse16;

const MAGIC: &[u8; 8] = b"HSKNOWN\0";
const VERSION: u32 = 1;

/// Magic, version, words, seed, three lengths, number of fingerprints.
const HEADER: usize = 8 + 4 + 8 + 8 + 4 + 4 + 4 + 8;
const CHECKSUM: usize = digest::SHA256_OUTPUT_LEN;

/// The most words a filter holds: half a gigabyte of it.
pub(super) const MAX_WORDS: usize = 200_000_000;
const MAX_FINGERPRINTS: u64 = 250_000_000;

/// Why bytes are not a filter.
#[derive(Debug, thiserror::Error)]
pub enum BadFormat {
    /// It does not begin as one.
    #[error("it does not begin like one")]
    Magic,
    /// Made by a newer or older program.
    #[error("it has version {0}, and this program reads version {VERSION}: make it again")]
    Version(u32),
    /// Longer than what its header announces, or shorter, or than any filter may be.
    #[error("its length is not what its beginning announces, or it is too large")]
    Length,
    /// The checksum differs, or the parameters contradict each other.
    #[error("it was damaged: copy or make it again")]
    Damaged,
    /// Reading failed.
    #[error("{0}")]
    Io(#[from] io::Error),
}

/// The bytes of a file.
pub(super) fn bytes(filter: &BinaryFuse16, words: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER + 2 * filter.fingerprints.len() + CHECKSUM);
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(words as u64).to_le_bytes());
    out.extend_from_slice(&filter.descriptor.seed.to_le_bytes());
    out.extend_from_slice(&filter.descriptor.segment_length.to_le_bytes());
    out.extend_from_slice(&filter.descriptor.segment_length_mask.to_le_bytes());
    out.extend_from_slice(&filter.descriptor.segment_count_length.to_le_bytes());
    out.extend_from_slice(&(filter.fingerprints.len() as u64).to_le_bytes());
    out.extend(filter.fingerprints.iter().flat_map(|print| print.to_le_bytes()));
    let checksum = digest::digest(&digest::SHA256, &out);
    out.extend_from_slice(checksum.as_ref());
    out
}

/// Reads a filter of `length` bytes.
pub(super) fn read(mut from: impl Read, length: u64) -> Result<BinaryFuse16, BadFormat> {
    let mut header = [0; HEADER];
    exactly(&mut from, &mut header)?;
    let (mut filter, count) = read_header(&header)?;
    if length != (HEADER + CHECKSUM) as u64 + 2 * count {
        return Err(BadFormat::Length);
    }
    let mut hash = digest::Context::new(&digest::SHA256);
    hash.update(&header);
    filter.fingerprints = read_fingerprints(&mut from, count, &mut hash)?;
    let mut checksum = [0; CHECKSUM];
    exactly(&mut from, &mut checksum)?;
    if hash.finish().as_ref() != checksum {
        return Err(BadFormat::Damaged);
    }
    Ok(filter)
}

/// A filter with the parameters of the file and nothing in it yet, and the number of its fingerprints.
fn read_header(header: &[u8; HEADER]) -> Result<(BinaryFuse16, u64), BadFormat> {
    let mut rest = header.as_slice();
    if take::<8>(&mut rest)? != *MAGIC {
        return Err(BadFormat::Magic);
    }
    let version = u32::from_le_bytes(take(&mut rest)?);
    if version != VERSION {
        return Err(BadFormat::Version(version));
    }
    let _words = u64::from_le_bytes(take(&mut rest)?);
    // The library keeps the type of its parameters to itself; those of an empty filter are overwritten.
    let none: &[u64] = &[];
    let mut filter = BinaryFuse16::try_from(none).map_err(|_| BadFormat::Damaged)?;
    let descriptor = &mut filter.descriptor;
    descriptor.seed = u64::from_le_bytes(take(&mut rest)?);
    descriptor.segment_length = u32::from_le_bytes(take(&mut rest)?);
    descriptor.segment_length_mask = u32::from_le_bytes(take(&mut rest)?);
    descriptor.segment_count_length = u32::from_le_bytes(take(&mut rest)?);
    let count = u64::from_le_bytes(take(&mut rest)?);
    if count > MAX_FINGERPRINTS {
        return Err(BadFormat::Length);
    }
    // A look-up goes to a place below segment_count_length, and one and two segments further: all must exist.
    let length = descriptor.segment_length;
    let fits = length.is_power_of_two()
        && descriptor.segment_length_mask == length - 1
        && descriptor.segment_count_length > 0
        && descriptor.segment_count_length.is_multiple_of(length)
        && u64::from(descriptor.segment_count_length) + 2 * u64::from(length) == count;
    if fits { Ok((filter, count)) } else { Err(BadFormat::Damaged) }
}

fn read_fingerprints(from: &mut impl Read, count: u64, hash: &mut digest::Context) -> Result<Box<[u16]>, BadFormat> {
    let mut left = usize::try_from(count).map_err(|_| BadFormat::Length)?;
    let mut out = Vec::with_capacity(left);
    let mut chunk = [0; 16 * 1024];
    while left > 0 {
        let size = left.min(chunk.len() / 2);
        let part = chunk.get_mut(..2 * size).unwrap_or_default();
        exactly(from, part)?;
        hash.update(part);
        out.extend(part.as_chunks().0.iter().map(|pair| u16::from_le_bytes(*pair)));
        left -= size;
    }
    Ok(out.into_boxed_slice())
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], BadFormat> {
    let (first, after) = rest.split_first_chunk().ok_or(BadFormat::Length)?;
    *rest = after;
    Ok(*first)
}

fn exactly(from: &mut impl Read, into: &mut [u8]) -> Result<(), BadFormat> {
    from.read_exact(into).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => BadFormat::Length,
        _ => BadFormat::Io(error),
    })
}
