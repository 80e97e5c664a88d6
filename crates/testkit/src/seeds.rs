//! Lists that tests are about, kept as the first ones that a fuzzer changes. See `fuzz/README.md`.

use std::path::PathBuf;

use crypto::digest::sha256;

/// The folder to keep them in; nothing is kept when it is not set.
const FOLDER: &str = "HUISSLEUTEL_FUZZ_SEEDS";

/// A fuzzer changes a few bytes at a time: of a larger list it would never reach most.
const LARGEST: usize = 16 * 1024;

/// Keeps a list when this run asks for it. Its name is its hash: the same list twice is one seed.
///
/// # Panics
/// When it cannot be written.
pub fn keep(list: &[u8]) {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    if list.len() > LARGEST {
        return;
    }
    let name: String = sha256(list).iter().take(10).map(|byte| format!("{byte:02x}")).collect();
    std::fs::create_dir_all(&folder).expect("a folder for seeds");
    std::fs::write(folder.join(name), list).expect("a seed");
}
