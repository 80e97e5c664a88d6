//! What can stand in a text: words and whole numbers. A number chooses its plural and is
//! written plain, without separators; everything else is formatted before it comes here.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// A value that can be put into a text.
pub trait Value {
    /// The value as Fluent takes it.
    fn to_fluent(&self) -> FluentValue<'_>;
}

impl Value for str {
    fn to_fluent(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl Value for String {
    fn to_fluent(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

impl Value for Cow<'_, str> {
    fn to_fluent(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_ref())
    }
}

impl<T: Value + ?Sized> Value for &T {
    fn to_fluent(&self) -> FluentValue<'_> {
        (**self).to_fluent()
    }
}

macro_rules! whole_numbers {
    ($($number:ty),+) => {
        $(impl Value for $number {
            fn to_fluent(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        })+
    };
}

whole_numbers!(i8, i16, i32, i64, u8, u16, u32, u64, usize);
