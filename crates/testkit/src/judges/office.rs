//! LibreOffice without a screen, with a profile of its own.

use std::path::{Path, PathBuf};

use super::{named, said};

/// How Calc writes a list: `;` and UTF-8, each cell as it is shown, every sheet in a file of its own.
pub const AS_SHOWN: &str = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";
/// As a spreadsheet.
pub const AS_XLSX: &str = "xlsx:Calc MS Excel 2007 XML";

/// An office of a test, in a folder that goes with it.
pub struct Office {
    folder: PathBuf,
}

impl Office {
    /// Opens one; it starts when it is asked something.
    #[must_use]
    pub fn open() -> Self {
        Self { folder: crate::engines::folder() }
    }

    /// Converts files with one start; they come into a folder of this name. `reading` says how text is read (a filter of
    /// LibreOffice); none where the file says so itself.
    ///
    /// # Panics
    /// When LibreOffice fails.
    #[must_use]
    pub fn convert(&self, name: &str, files: &[&Path], (reading, to): (Option<&str>, &str)) -> PathBuf {
        let out = self.folder.join(name);
        let profile = format!("-env:UserInstallation=file://{}/profile", self.folder.display());
        let reading = reading.map(|filter| format!("--infilter={filter}"));
        let mut arguments = vec![profile.as_str(), "--headless"];
        arguments.extend(reading.as_deref());
        arguments.extend(["--convert-to", to, "--outdir", named(&out)]);
        arguments.extend(files.iter().map(|file| named(file)));
        let _ = said("soffice", &arguments);
        out
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        // A folder that stays behind lies among the temporary ones.
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// Whether Calc is there; else the test ends, or fails where everything is required.
///
/// # Panics
/// When this run requires everything and it is missing.
#[must_use]
pub fn calc_is_there() -> bool {
    let there = super::there(&["soffice"]) && Path::new("/usr/lib/libreoffice/program/libsclo.so").exists();
    if !there {
        crate::needs::missing("LibreOffice Calc");
    }
    there
}
