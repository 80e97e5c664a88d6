//! A home that somebody types in a form: read and judged as a row of a list with these columns.

use super::{Column, Header, Reading, Reason, Remark, Row};
use crate::home::Home;

/// The fields of the form.
pub const FIELDS: [Column; 7] = [
    Column::ClientNumber,
    Column::Street,
    Column::HouseNumber,
    Column::Addition,
    Column::Postcode,
    Column::Place,
    Column::BuildNumber,
];

/// Reads what was typed, a text for each of [`FIELDS`].
///
/// # Errors
/// Every reason why it is no home, each at its field; nothing typed at all is no key.
pub fn read_typed(texts: &[&str; 7]) -> Result<Home, Vec<Remark>> {
    let columns = FIELDS.map(Some).to_vec();
    let read = Header::of(vec![String::new(); FIELDS.len()], columns).map(|header| header.read(1, texts));
    match read {
        Ok(Reading::Row(Row { home, .. })) => Ok(home),
        Ok(Reading::Refused { remarks, .. }) => {
            Err(remarks.into_iter().filter(|remark| !remark.reason.is_advice()).collect())
        }
        Ok(Reading::Blank) | Err(_) => Err(vec![Remark::row(Reason::NoKey)]),
    }
}

/// The same home as it stands in the form.
#[must_use]
pub fn written(home: &Home) -> [String; 7] {
    let parts = [
        &home.client_number,
        &home.street,
        &home.house_number,
        &home.addition,
        &home.postcode,
        &home.place,
        &home.build_number,
    ];
    parts.map(|part| part.clone().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_typed_is_read_as_a_row_of_a_list() {
        let home = read_typed(&[" V 12 ", "Lindelaan", "12", "a", "7607ab", "Almelo", ""]).unwrap();
        assert_eq!((home.postcode.as_deref(), home.client_number.as_deref()), (Some("7607 AB"), Some("V 12")));
        assert_eq!(home.keys().address.as_deref(), Some("7607AB|12|A"));
        let faults = |texts| read_typed(texts).unwrap_err();
        assert_eq!(faults(&[""; 7]), [Remark::row(Reason::NoKey)]);
        assert_eq!(faults(&["", "Lindelaan", "", "", "", "Almelo", ""]), [Remark::row(Reason::NoKey)]);
        let wrong = faults(&["V1", "Lindelaan", "laan", "", "1234", "", ""]);
        let at = |column, reason| Remark::at(column, reason);
        assert!(wrong.contains(&at(Column::HouseNumber, Reason::HouseNumber)), "{wrong:?}");
        assert!(wrong.contains(&at(Column::Postcode, Reason::Postcode)), "{wrong:?}");
        assert_eq!(
            faults(&["", "Lindelaan", "", "", "7607AB", "", ""]),
            [at(Column::HouseNumber, Reason::NoHouseNumber)]
        );
        assert!(!faults(&["a\nb", "", "", "", "", "", ""]).is_empty());
    }

    proptest! {
        #[test]
        fn a_home_is_the_same_when_it_is_written_and_read_again(texts in prop::array::uniform7("[a-zA-Z0-9 -]{0,12}")) {
            let texts = texts.each_ref().map(String::as_str);
            if let Ok(home) = read_typed(&texts) {
                let again = written(&home);
                prop_assert_eq!(read_typed(&again.each_ref().map(String::as_str)), Ok(home));
            }
        }
    }
}
