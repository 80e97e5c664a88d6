//! The names that columns have in lists, in the usual Dutch and English spellings, and what they mean.

use unicode_normalization::UnicodeNormalization;

use super::Column;

/// The spellings, without case, blanks, dashes, dots and other signs; one line a column, as in [`Column`].
const TITLES: &[(Column, &str)] = &[
    (
        Column::ClientNumber,
        "vhe vhenummer vhenr vheid vhecode vheeenheid eenheid eenheidnummer eenheidnr eenheidsnummer eenheidsnr \
         eenheidcode eenheidscode eenheidid verhuureenheid verhuureenheidnummer verhuureenheidnr verhuureenheidcode \
         verhuureenheidid vastgoedeenheid vastgoednummer ogenummer oge ogenr ogecode objectnummer objectnr objectcode \
         objectid woningnummer woningnr woningcode complexeenheid unitnumber unitno unitnr unitcode unitid \
         clientnumber dwellingnumber dwellingid dwellingcode propertynumber propertyid propertycode propertyref \
         propertyreference rentalunit rentalunitnumber",
    ),
    (Column::Street, "straat straatnaam straatnm openbareruimte openbareruimtenaam street streetname"),
    (
        Column::HouseNumber,
        "huisnummer huisnr huisno nr hnr hsnr huisnummertoevoeging huisnummerentoevoeging huisnummermettoevoeging \
         huisnrtoevoeging huisnrentoevoeging huisnummerhuisletter huisnummervolledig volledighuisnummer housenumber \
         houseno housenr streetnumber",
    ),
    (Column::HouseLetter, "huisletter letter huisltr houseletter"),
    (
        Column::Addition,
        "toevoeging toev huisnummertoev huisnrtoev nummertoevoeging huistoevoeging adrestoevoeging addition suffix \
         housenumberaddition housenumbersuffix unitsuffix",
    ),
    (Column::Postcode, "postcode pc pcode postkode postalcode postcd zip zipcode"),
    (Column::Place, "plaats woonplaats woonplaatsnaam plaatsnaam stad gemeente dorp city town place residence"),
    (
        Column::Email,
        "email emailadres emailadres1 emailadres2 email1 email2 eemail mail mailadres mailadres1 emailbewoner \
         emailadresbewoner emailhuurder emailadreshuurder emailhuurder1 emailadreshuurder1 emailhoofdhuurder \
         emailadreshoofdhuurder emailadrescontactpersoon bewoneremail huurderemail hoofdhuurderemail mailbewoner \
         mailhuurder mailadresbewoner mailadreshuurder emailprive emailadresprive elektronischadres emailaddress \
         emailaddress1 mailaddress residentemail tenantemail emailresident emailtenant emailid",
    ),
    (
        Column::BuildNumber,
        "bouwnummer bouwnr bnr bouwno kavel kavelnummer kavelnr bouwkavel bouwplannummer buildnumber buildno \
         buildingnumber buildingno plot plotnumber plotno lotnumber",
    ),
    (
        Column::Address,
        "adres woonadres adresregel adresregel1 volledigadres straatenhuisnummer straathuisnummer straatennummer \
         straatnummer straatenhuisnr straathuisnr straatennr straatnr straatnaamenhuisnummer straatnaamhuisnummer \
         objectadres adreswoning woningadres adresvhe adreseenheid address fulladdress addressline addressline1 \
         addressline2 streetaddress streetandnumber streetandhousenumber",
    ),
    (
        Column::PostcodePlace,
        "postcodeenplaats postcodeplaats postcodeenwoonplaats postcodewoonplaats pcplaats pcwoonplaats pcenplaats \
         pcenwoonplaats postcodeplaatsnaam postcodestad postcodeandcity postcodecity postalcodecity \
         postalcodeandcity postcodeandtown postcodetown zipcity",
    ),
    (
        Column::Bag,
        "bag bagid bagnr bagnummer bagcode bagidentificatie bagverblijfsobject bagverblijfsobjectid bagvbo bagvboid \
         bagidverblijfsobject bagidvbo vboid verblijfsobject verblijfsobjectid verblijfsobjectidentificatie \
         nummeraanduiding nummeraanduidingid bagnummeraanduiding bagnummeraanduidingid bagidnummeraanduiding \
         bagnummeraanduidingidentificatie bagpand bagpandid pandid",
    ),
    (
        Column::Date,
        "opleverdatum oplevering opgeleverd datumoplevering opleveringsdatum ingangsdatum ingangsdatumhuur \
         ingangsdatumcontract huuringang datumingang startdatum startdatumhuur begindatum begindatumhuur \
         begindatumcontract huurvanaf sleuteldatum datumsleuteloverdracht deliverydate datedelivered delivered \
         startdate movein moveindate tenancystart leasestart",
    ),
];

/// Columns of ours, when a list that went back comes in again: not taken for the client's.
const OURS: &[&str] = &["gebruikersnaam", "username", "status", "opmerking", "remark", "reden", "reason"];

/// Titles that mean something else beside a better one.
const WEAK: &[&str] = &["nr", "gemeente", "letter", "huisnrtoev", "huisnummertoev", "mail"];

/// What a title means; `None` for one that is not ours to read.
pub(super) fn meaning(title: &str) -> Option<Column> {
    let title = plain(title);
    let known = |(column, titles): &(Column, &str)| titles.split(' ').any(|it| it == title).then_some(*column);
    private(&title).or_else(|| TITLES.iter().find_map(known))
}

/// Law 13: what a title says that is never read, whatever a person chooses.
pub(super) fn private_title(title: &str) -> Option<Column> {
    private(&plain(title))
}

fn private(plain: &str) -> Option<Column> {
    const BSN: &[&str] = &["burgerservice", "sofinummer", "sofinr", "socialsecurity", "citizenservice", "nationalid"];
    const BIRTH: &[&str] = &["geboorte", "geborendatum", "birthd", "dateofbirth", "birthday", "bornon"];
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    if plain.starts_with("bsn") || plain.ends_with("bsn") || has(BSN) {
        return Some(Column::Bsn);
    }
    (has(BIRTH) || ["gebdatum", "gebdat", "gbdatum", "gebdtm", "dob", "geboren"].contains(&plain))
        .then_some(Column::BirthDate)
}

/// True for a title that gives way to a better one.
pub(super) fn is_weak(title: &str) -> bool {
    WEAK.contains(&plain(title).as_str())
}

/// True for a column that we added to a list before.
pub(super) fn is_ours(title: &str) -> bool {
    OURS.contains(&plain(title).as_str())
}

/// A title without what spellings differ in. Long titles are not read: no known one is.
pub(super) fn plain(title: &str) -> String {
    title.chars().take(100).nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_means_one_thing_and_is_written_plainly() {
        let all: Vec<&str> = TITLES.iter().flat_map(|(_, titles)| titles.split(' ')).collect();
        for (at, title) in all.iter().enumerate() {
            assert_eq!(plain(title), *title, "{title}");
            assert!(!all[at + 1..].contains(title), "{title} stands twice");
            assert!(private(title).is_none() && !is_ours(title), "{title}");
        }
    }

    #[test]
    fn what_the_law_keeps_out_is_known_by_its_title() {
        for title in ["BSN", "BSN-nummer", "Burgerservicenummer", "Sofinummer", "bsn huurder", "Huurder BSN"] {
            assert_eq!(meaning(title), Some(Column::Bsn), "{title}");
        }
        for title in ["Geboortedatum", "Geb. datum", "Date of birth", "DOB", "geboortedatum partner", "Birthdate"] {
            assert_eq!(meaning(title), Some(Column::BirthDate), "{title}");
        }
        for title in ["Absnummer", "Naam", "Gebouw", "Gebied"] {
            assert_eq!(private_title(title), None, "{title}");
        }
    }
}
