//! SHA-256 of bytes that hold no secret: the links of the audit chains, a file to recognise. Tokens and codes have hashes
//! of their own.

use aws_lc_rs::digest::{SHA256, digest};

/// The hash.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    out.copy_from_slice(digest(&SHA256, bytes).as_ref());
    out
}
