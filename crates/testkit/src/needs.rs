//! What a test run says about itself: whether everything must be there, and how long it may take. The environment is read
//! here, so that tests need no door of their own to it.

/// Set when a missing engine or program is a failure, never a skip (`cargo xtask check` sets it).
const REQUIRE_ALL: &str = "HUISSLEUTEL_TEST_REQUIRE_ALL";

/// Set for the long fault runs.
const FAULTS_FULL: &str = "HUISSLEUTEL_FAULTS_FULL";

fn is_set(name: &str) -> bool {
    std::env::var(name).is_ok_and(|value| !value.is_empty() && value != "0")
}

/// True when a fault run should take all the time it needs.
#[must_use]
pub fn full() -> bool {
    is_set(FAULTS_FULL)
}

/// A test cannot run here, because of this: it fails when everything is required. To be followed by `return`.
///
/// # Panics
/// When this run requires everything.
pub fn missing(what: &str) {
    assert!(!is_set(REQUIRE_ALL), "everything is required, and missing is: {what}");
}
