//! The logo of a client: a PNG file of anybody's making, taken apart behind bounds and written anew, so that nothing of the file
//! itself is kept or shown: no texts, no profiles, no second picture, nothing behind its end.

use std::io::Cursor;

use png::{BitDepth, ColorType, Decoder, Encoder, Limits, Transformations};

/// The largest file, in bytes.
pub const LARGEST: usize = 256 * 1024;
/// The sides of a picture, in pixels.
const SIDES: std::ops::RangeInclusive<u32> = 16..=2_000;
/// The most pixels: four bytes each while it is taken apart.
const PIXELS: u32 = 1_000_000;
/// One side is at most so many times the other: a line is no logo.
const STRETCH: u32 = 12;
/// What taking it apart may take beside the picture itself.
const MEMORY: usize = 8 * 1024 * 1024;

/// A picture in our own writing.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    png: Vec<u8>,
}

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureFault {
    /// Nothing was sent.
    #[error("there is no file")]
    Empty,
    /// A drawing that may do more than draw.
    #[error("an SVG file is not taken")]
    Svg,
    /// Not a PNG file.
    #[error("a logo is a PNG file")]
    Kind,
    /// More than [`LARGEST`].
    #[error("a logo is 256 KiB at most")]
    TooLarge,
    /// Its sides are too short, too long or too unlike.
    #[error("the sides of a logo are 16 to 2,000 pixels, and a million pixels in all")]
    Sides,
    /// It cannot be taken apart.
    #[error("the file is damaged")]
    Broken,
}

impl Picture {
    /// Takes a file apart and writes its picture anew.
    ///
    /// # Errors
    /// [`PictureFault`].
    pub fn read(file: &[u8]) -> Result<Self, PictureFault> {
        if file.is_empty() {
            return Err(PictureFault::Empty);
        }
        if file.len() > LARGEST {
            return Err(PictureFault::TooLarge);
        }
        if !file.starts_with(b"\x89PNG\r\n\x1a\n") {
            let start = String::from_utf8_lossy(file.get(..1024).unwrap_or(file)).to_lowercase();
            return Err(if start.contains("<svg") { PictureFault::Svg } else { PictureFault::Kind });
        }
        let (width, height) = sides(file).ok_or(PictureFault::Broken)?;
        let alike = width <= height.saturating_mul(STRETCH) && height <= width.saturating_mul(STRETCH);
        if !SIDES.contains(&width) || !SIDES.contains(&height) || width * height > PIXELS || !alike {
            return Err(PictureFault::Sides);
        }
        let pixels = pixels(file).ok_or(PictureFault::Broken)?;
        let png = written(width, height, &pixels).ok_or(PictureFault::Broken)?;
        Ok(Self { width, height, png })
    }

    /// Width and height, in pixels.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// The picture as a PNG file of our own.
    #[must_use]
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// A plain square, for previews and tests.
    #[must_use]
    pub fn sample() -> Option<Self> {
        let png = written(32, 32, &[180, 83, 42, 255].repeat(32 * 32))?;
        Some(Self { width: 32, height: 32, png })
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height)
    }
}

/// The sides as the head of the file tells them, before anything else of it is read.
fn sides(file: &[u8]) -> Option<(u32, u32)> {
    let head = file.get(8..24)?;
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    if head.get(4..8)? == b"IHDR" { Some((number(8)?, number(12)?)) } else { None }
}

/// The first picture in it: red, green, blue and how much of it covers, a byte each.
fn pixels(file: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: MEMORY });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut buffer = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut buffer).ok()?;
    buffer.truncate(info.buffer_size());
    let grey = |grey: u8, cover: u8| [grey, grey, grey, cover];
    Some(match info.color_type {
        ColorType::Rgba => buffer,
        ColorType::Rgb => buffer.chunks_exact(3).flat_map(|rgb| [rgb[0], rgb[1], rgb[2], u8::MAX]).collect(),
        ColorType::Grayscale => buffer.iter().flat_map(|it| grey(*it, u8::MAX)).collect(),
        ColorType::GrayscaleAlpha => buffer.chunks_exact(2).flat_map(|it| grey(it[0], it[1])).collect(),
        ColorType::Indexed => return None,
    })
}

fn written(width: u32, height: u32, pixels: &[u8]) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(pixels).ok()?;
    writer.finish().ok()?;
    Some(file)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn square(color: ColorType, data: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, 20, 20);
        encoder.set_color(color);
        encoder.set_depth(BitDepth::Eight);
        encoder.add_text_chunk("Comment".to_owned(), "Jan de Vries maakte dit".to_owned()).unwrap();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&data.repeat(400)).unwrap();
        writer.finish().unwrap();
        file
    }

    #[test]
    fn any_kind_of_png_is_written_anew_and_nothing_else_of_it_is_kept() {
        let kinds: [(ColorType, &[u8]); 4] = [
            (ColorType::Rgba, &[200, 200, 200, 255]),
            (ColorType::Rgb, &[200, 200, 200]),
            (ColorType::Grayscale, &[200]),
            (ColorType::GrayscaleAlpha, &[200, 255]),
        ];
        let mut all = Vec::new();
        for (color, data) in kinds {
            let mut file = square(color, data);
            file.extend(b"<script>behind the end</script>");
            let picture = Picture::read(&file).unwrap();
            assert_eq!(picture.size(), (20, 20));
            for foreign in ["Jan de Vries", "script"] {
                assert!(!picture.png().windows(foreign.len()).any(|part| part == foreign.as_bytes()), "{foreign}");
            }
            assert_eq!(Picture::read(picture.png()), Ok(picture.clone()), "what is kept is read the same");
            all.push(picture.png().to_vec());
        }
        all.dedup();
        assert_eq!(all.len(), 1, "the same picture, whatever it came as");
    }

    #[test]
    fn what_is_no_small_png_is_refused() {
        let good = square(ColorType::Rgb, &[1, 2, 3]);
        let sized = |width: u32, height: u32| {
            let mut file = good.clone();
            file.splice(16..24, [width.to_be_bytes(), height.to_be_bytes()].concat());
            file
        };
        for (file, fault) in [
            (Vec::new(), PictureFault::Empty),
            (b"<?xml version='1.0'?><svg xmlns='x'></svg>".to_vec(), PictureFault::Svg),
            (b"GIF89a".to_vec(), PictureFault::Kind),
            (vec![0; LARGEST + 1], PictureFault::TooLarge),
            (good[..40].to_vec(), PictureFault::Broken),
            (good[..12].to_vec(), PictureFault::Broken),
            (sized(2_001, 20), PictureFault::Sides),
            (sized(8, 20), PictureFault::Sides),
            (sized(1_500, 1_500), PictureFault::Sides),
            (sized(400, 20), PictureFault::Sides),
            (sized(u32::MAX, u32::MAX), PictureFault::Sides),
            (sized(21, 21), PictureFault::Broken),
        ] {
            assert_eq!(Picture::read(&file).map(|_| ()), Err(fault));
        }
    }

    proptest! {
        #[test]
        fn a_damaged_file_is_a_picture_or_refused(at in 0_usize..200, byte: u8, cut in 0_usize..200) {
            let mut file = square(ColorType::Rgb, &[1, 2, 3]);
            if let Some(old) = file.get_mut(at) {
                *old = byte;
            }
            file.truncate(file.len().saturating_sub(cut));
            if let Ok(picture) = Picture::read(&file) {
                prop_assert!(Picture::read(picture.png()).is_ok());
            }
        }
    }
}
