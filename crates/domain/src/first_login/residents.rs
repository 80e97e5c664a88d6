//! The question of law 7, answered by whoever confirms a list.

/// Who lives behind the addresses that a list brings to homes that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Residents {
    /// The same as before: the list links first addresses and corrects others.
    Same,
    /// Others: that is a tenant change, which no list makes.
    New,
    /// Nobody said.
    NotSaid,
}
