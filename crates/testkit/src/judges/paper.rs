//! PDF under the eyes of poppler and zbar: the text of a page, the text in a window, the QR codes.

use std::path::{Path, PathBuf};

use super::{named, said};

/// A box on a page, in millimetres: left, top, width, height.
pub type Window = (u32, u32, u32, u32);

/// The lines that are not empty, blanks in them made single.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    let single = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().map(single).filter(|line| !line.is_empty()).collect()
}

/// The lines of every page, in the order in which they are read.
#[must_use]
pub fn pages(file: &Path) -> Vec<Vec<String>> {
    said("pdftotext", &["-raw", named(file), "-"]).split_terminator('\u{c}').map(lines).collect()
}

/// The text of every page inside a window.
#[must_use]
pub fn text_in(file: &Path, (x, y, width, height): Window) -> Vec<String> {
    // At 254 dots per inch a millimetre is ten dots.
    let [x, y, width, height] = [x, y, width, height].map(|millimetres| (millimetres * 10).to_string());
    let options = ["-layout", "-r", "254", "-x", &x, "-y", &y, "-W", &width, "-H", &height];
    let text = said("pdftotext", &[&options[..], &[named(file), "-"]].concat());
    text.split_terminator('\u{c}').map(|page| lines(page).join(" ")).collect()
}

/// How pages are photographed.
#[derive(Clone, Copy, Debug)]
pub struct Photo {
    /// Dots per inch. A telephone sees 120 and more.
    pub dots: u32,
    /// What of a page; none for all of it.
    pub window: Option<Window>,
    /// The first and the last page; none for all of them.
    pub pages: Option<(u32, u32)>,
}

/// The QR code of every page. A page without one is a failure; one with two is a line too many.
///
/// # Panics
/// When a page has no code that can be read.
#[must_use]
pub fn codes(file: &Path, photo: Photo) -> Vec<String> {
    let folder = crate::engines::folder();
    let pictures = taken(file, photo, &folder);
    let pictures: Vec<&str> = pictures.iter().map(|path| named(path)).collect();
    let options = ["--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable"];
    let codes = said("zbarimg", &[&options[..], &pictures].concat()).lines().map(str::to_owned).collect();
    std::fs::remove_dir_all(folder).expect("the pictures go");
    codes
}

fn taken(file: &Path, photo: Photo, folder: &Path) -> Vec<PathBuf> {
    let mut options = vec!["-gray".to_owned(), "-r".to_owned(), photo.dots.to_string()];
    if let Some((x, y, width, height)) = photo.window {
        let dots = |millimetres: u32| (millimetres * photo.dots * 10 / 254).to_string();
        let window = [("-x", x), ("-y", y), ("-W", width), ("-H", height)];
        options.extend(window.into_iter().flat_map(|(name, value)| [name.to_owned(), dots(value)]));
    }
    if let Some((first, last)) = photo.pages {
        options.extend(["-f".to_owned(), first.to_string(), "-l".to_owned(), last.to_string()]);
    }
    options.extend([named(file).to_owned(), named(&folder.join("page")).to_owned()]);
    let _ = said("pdftoppm", &options.iter().map(String::as_str).collect::<Vec<_>>());
    let entries = std::fs::read_dir(folder).expect("the pictures");
    let mut pictures: Vec<PathBuf> = entries.map(|entry| entry.expect("a picture").path()).collect();
    pictures.sort();
    pictures
}
