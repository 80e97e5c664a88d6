//! A QR code as a PNG of one bit per pixel, for a document.

use std::io::Write;

use flate2::{Compression, Crc, write::ZlibEncoder};

use crate::qr::{Code, QUIET};

/// Pixels to a module: a module is a byte of eight equal pixels.
const PIXELS: usize = 8;
const WHITE: u8 = 0xff;

/// The picture, with the quiet edge around the code.
pub(super) fn png(code: &Code) -> Vec<u8> {
    let side = code.size + 2 * QUIET;
    let mut rows = vec![vec![WHITE; side]; side];
    for dark in &code.runs {
        let from = QUIET + dark.from;
        if let Some(run) = rows.get_mut(QUIET + dark.row).and_then(|row| row.get_mut(from..from + dark.length)) {
            run.fill(0);
        }
    }
    let mut pixels = Vec::with_capacity((side + 1) * side * PIXELS);
    for row in rows.iter().flat_map(|row| std::iter::repeat_n(row, PIXELS)) {
        // Every row begins with the number of its filter: none.
        pixels.push(0);
        pixels.extend(row);
    }
    let width = u32::try_from(side * PIXELS).unwrap_or(0).to_be_bytes();
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut out, *b"IHDR", &[&width[..], &width[..], &[1, 0, 0, 0, 0]].concat());
    chunk(&mut out, *b"IDAT", &squeezed(&pixels));
    chunk(&mut out, *b"IEND", &[]);
    out
}

/// Writing into memory does not fail.
fn squeezed(pixels: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let written = encoder.write_all(pixels);
    written.and_then(|()| encoder.finish()).unwrap_or_default()
}

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    let mut sum = Crc::new();
    sum.update(&kind);
    sum.update(data);
    out.extend(u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
    out.extend(kind);
    out.extend(data);
    out.extend(sum.sum().to_be_bytes());
}
