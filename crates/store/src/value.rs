//! Values on their way in and out of a statement, the same on both engines.

use domain::id::Id;
use domain::time::{Day, Time};
use uuid::Uuid;

use crate::error::StoreError;

/// The type a NULL would have had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 64-bit integer.
    Int,
    /// Truth value.
    Bool,
    /// Text without NUL.
    Text,
    /// Bytes.
    Bytes,
    /// UUID.
    Uuid,
}

/// An argument of a statement.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// NULL of a type.
    Null(Kind),
    /// Integer.
    Int(i64),
    /// Truth value.
    Bool(bool),
    /// Text; a NUL in it is refused.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
    /// UUID.
    Uuid(Uuid),
}

impl Arg<'_> {
    /// The type of this argument, also for NULL.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Null(kind) => *kind,
            Self::Int(_) => Kind::Int,
            Self::Bool(_) => Kind::Bool,
            Self::Text(_) => Kind::Text,
            Self::Bytes(_) => Kind::Bytes,
            Self::Uuid(_) => Kind::Uuid,
        }
    }
}

/// A value read from a row.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// NULL.
    Null,
    /// Integer.
    Int(i64),
    /// Truth value (PostgreSQL only; SQLite gives 0 or 1).
    Bool(bool),
    /// Text.
    Text(&'a str),
    /// Bytes (also a UUID on SQLite).
    Bytes(&'a [u8]),
    /// UUID (PostgreSQL only).
    Uuid(Uuid),
}

/// A Rust type that stands in a column.
pub trait Column: Sized {
    /// The column's type.
    const KIND: Kind;
    /// This value as an argument.
    fn arg(&self) -> Arg<'_>;
    /// This value from a row. NULL into a type that is not an `Option` is an error.
    ///
    /// # Errors
    /// When the stored value is not of this type.
    fn read(value: Value<'_>) -> Result<Self, StoreError>;
}

fn misread(wanted: &str, value: Value<'_>) -> StoreError {
    let found = match value {
        Value::Null => "NULL",
        Value::Int(_) => "an integer",
        Value::Bool(_) => "a truth value",
        Value::Text(_) => "text",
        Value::Bytes(_) => "bytes",
        Value::Uuid(_) => "a UUID",
    };
    StoreError::internal(format!("read {found} where {wanted} was expected"))
}

impl Column for i64 {
    const KIND: Kind = Kind::Int;
    fn arg(&self) -> Arg<'_> {
        Arg::Int(*self)
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        match value {
            Value::Int(n) => Ok(n),
            other => Err(misread("an integer", other)),
        }
    }
}

impl Column for u32 {
    const KIND: Kind = Kind::Int;
    fn arg(&self) -> Arg<'_> {
        Arg::Int(i64::from(*self))
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        Self::try_from(i64::read(value)?).map_err(|_| misread("a small whole number", value))
    }
}

impl Column for bool {
    const KIND: Kind = Kind::Bool;
    fn arg(&self) -> Arg<'_> {
        Arg::Bool(*self)
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        match value {
            Value::Bool(b) => Ok(b),
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            other => Err(misread("a truth value", other)),
        }
    }
}

impl Column for String {
    const KIND: Kind = Kind::Text;
    fn arg(&self) -> Arg<'_> {
        Arg::Text(self)
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        match value {
            Value::Text(s) => Ok(s.to_owned()),
            other => Err(misread("text", other)),
        }
    }
}

impl Column for Vec<u8> {
    const KIND: Kind = Kind::Bytes;
    fn arg(&self) -> Arg<'_> {
        Arg::Bytes(self)
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        match value {
            Value::Bytes(b) => Ok(b.to_vec()),
            other => Err(misread("bytes", other)),
        }
    }
}

impl<const N: usize> Column for [u8; N] {
    const KIND: Kind = Kind::Bytes;
    fn arg(&self) -> Arg<'_> {
        Arg::Bytes(self)
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        match value {
            Value::Bytes(b) => Self::try_from(b).map_err(|_| misread("bytes of a fixed length", value)),
            other => Err(misread("bytes", other)),
        }
    }
}

impl Column for Uuid {
    const KIND: Kind = Kind::Uuid;
    fn arg(&self) -> Arg<'_> {
        Arg::Uuid(*self)
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        match value {
            Value::Uuid(id) => Ok(id),
            Value::Bytes(b) => Self::from_slice(b).map_err(|_| misread("a UUID", value)),
            other => Err(misread("a UUID", other)),
        }
    }
}

impl<T> Column for Id<T> {
    const KIND: Kind = Kind::Uuid;
    fn arg(&self) -> Arg<'_> {
        Arg::Uuid(self.uuid())
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        Uuid::read(value).map(Self::from_uuid)
    }
}

impl Column for Time {
    const KIND: Kind = Kind::Int;
    fn arg(&self) -> Arg<'_> {
        Arg::Int(self.micros())
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        i64::read(value).map(Self::from_micros)
    }
}

impl<T: Column> Column for Option<T> {
    const KIND: Kind = T::KIND;
    fn arg(&self) -> Arg<'_> {
        match self {
            Some(value) => value.arg(),
            None => Arg::Null(T::KIND),
        }
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        match value {
            Value::Null => Ok(None),
            other => T::read(other).map(Some),
        }
    }
}

/// Text that is only ever an argument: what borrowed strings become.
impl Column for &str {
    const KIND: Kind = Kind::Text;
    fn arg(&self) -> Arg<'_> {
        Arg::Text(self)
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        Err(misread("an owned type", value))
    }
}

/// Makes a type that has a text form into a column: `text_column!(Day, Day::parse)`.
macro_rules! text_column {
    ($type:ty, $parse:expr, $show:expr) => {
        impl $crate::value::Column for $type {
            const KIND: $crate::value::Kind = $crate::value::Kind::Text;
            fn arg(&self) -> $crate::value::Arg<'_> {
                $crate::value::Arg::Text($show(self))
            }
            fn read(value: $crate::value::Value<'_>) -> Result<Self, $crate::error::StoreError> {
                let $crate::value::Value::Text(text) = value else {
                    return Err($crate::error::StoreError::internal(concat!(
                        "no text where ",
                        stringify!($type),
                        " was expected"
                    )));
                };
                $parse(text).ok_or_else(|| {
                    $crate::error::StoreError::internal(concat!(
                        "an unknown value where ",
                        stringify!($type),
                        " was expected"
                    ))
                })
            }
        }
    };
}
pub(crate) use text_column;

/// A calendar day has no borrowed text form, so it travels as owned text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayText(String);

impl From<Day> for DayText {
    fn from(day: Day) -> Self {
        Self(day.to_string())
    }
}

impl Column for DayText {
    const KIND: Kind = Kind::Text;
    fn arg(&self) -> Arg<'_> {
        Arg::Text(&self.0)
    }
    fn read(value: Value<'_>) -> Result<Self, StoreError> {
        String::read(value).map(Self)
    }
}

impl DayText {
    /// The day it stands for.
    ///
    /// # Errors
    /// When the stored text is not an ISO day.
    pub fn day(&self) -> Result<Day, StoreError> {
        Day::parse(&self.0).map_err(|_| StoreError::internal("a stored day is not an ISO day"))
    }
}

/// An argument that owns what it holds, for statements that travel to another thread.
#[derive(Clone, Debug)]
pub enum OwnedArg {
    /// NULL of a type.
    Null(Kind),
    /// Integer.
    Int(i64),
    /// Truth value.
    Bool(bool),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// UUID.
    Uuid(Uuid),
}

impl OwnedArg {
    /// This argument, borrowed.
    #[must_use]
    pub fn arg(&self) -> Arg<'_> {
        match self {
            Self::Null(kind) => Arg::Null(*kind),
            Self::Int(n) => Arg::Int(*n),
            Self::Bool(b) => Arg::Bool(*b),
            Self::Text(s) => Arg::Text(s),
            Self::Bytes(b) => Arg::Bytes(b),
            Self::Uuid(id) => Arg::Uuid(*id),
        }
    }
}

impl From<Arg<'_>> for OwnedArg {
    fn from(arg: Arg<'_>) -> Self {
        match arg {
            Arg::Null(kind) => Self::Null(kind),
            Arg::Int(n) => Self::Int(n),
            Arg::Bool(b) => Self::Bool(b),
            Arg::Text(s) => Self::Text(s.to_owned()),
            Arg::Bytes(b) => Self::Bytes(b.to_vec()),
            Arg::Uuid(id) => Self::Uuid(id),
        }
    }
}

/// A type that is read from a row, column by column in the order of the SELECT.
pub trait Record: Sized {
    /// Reads the row.
    ///
    /// # Errors
    /// When a column does not hold what was expected.
    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError>;
}

/// The cells of one row, read from left to right.
pub struct Cells<'r> {
    pub(crate) row: Row<'r>,
    pub(crate) at: usize,
}

pub(crate) enum Row<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r tokio_postgres::Row),
}

impl Cells<'_> {
    /// The next column.
    ///
    /// # Errors
    /// When there is none or it is of another type.
    #[expect(clippy::should_implement_trait, reason = "each column has a type of its own, so it is no iterator")]
    pub fn next<T: Column>(&mut self) -> Result<T, StoreError> {
        let at = self.at;
        self.at += 1;
        match &self.row {
            Row::Sqlite(row) => T::read(crate::sqlite::value(row, at)?),
            Row::Postgres(row) => T::read(crate::postgres::value(row, at)?),
        }
    }
}

impl<A: Column> Record for (A,) {
    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok((cells.next()?,))
    }
}

impl<A: Column, B: Column> Record for (A, B) {
    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok((cells.next()?, cells.next()?))
    }
}

impl<A: Column, B: Column, C: Column> Record for (A, B, C) {
    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok((cells.next()?, cells.next()?, cells.next()?))
    }
}

impl<A: Column, B: Column, C: Column, D: Column> Record for (A, B, C, D) {
    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok((cells.next()?, cells.next()?, cells.next()?, cells.next()?))
    }
}
