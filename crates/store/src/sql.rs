//! SQL texts. A statement is one text for both engines; the few that differ are pairs in `dialect.rs`.
//!
//! Parameters are `$1`, `$2`, …: bound **by name** on SQLite (which numbers them by first appearance) and prepared
//! with our argument's type on PostgreSQL.

/// One statement, known at compile time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sql {
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

impl Sql {
    /// A text both engines understand. Use [`crate::sql!`], so that the test over the source finds it.
    #[must_use]
    pub const fn same(text: &'static str) -> Self {
        Self { sqlite: text, postgres: text }
    }

    /// Two texts; only in `dialect.rs`.
    pub(crate) const fn pair(sqlite: &'static str, postgres: &'static str) -> Self {
        Self { sqlite, postgres }
    }
}

/// A statement in one text. What several statements begin with is a macro of its own, whose name stands before the rest
/// (`standing! "FROM …"`). The macro exists so that a test can find every statement in the source.
#[macro_export]
macro_rules! sql {
    ($($head:ident!)* $text:literal) => {
        $crate::sql::Sql::same(concat!($($head!(),)* $text))
    };
}

/// The arguments of a statement, in the order of `$1`, `$2`, ….
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => {
        &[$($crate::value::Column::arg(&$value)),*]
    };
}
