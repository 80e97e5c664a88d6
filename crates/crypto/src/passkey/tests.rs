//! A device that does as it should is taken, and one that alters any one field is not (norms A46).

use proptest::prelude::*;

#[path = "../../../testkit/src/phone.rs"]
#[expect(unreachable_pub, dead_code, reason = "shared with testkit, where it is public and all is used")]
mod phone;

use phone::{Answered, COPIED, Created, ELIGIBLE, PRESENT, Phone, Said, VERIFIED, base64url};

use super::*;

const ORIGIN: &str = "https://login.example.nl";
const CHALLENGE: &[u8] = b"a challenge of 32 bytes or so, once";

fn party() -> Party {
    Party::of(ORIGIN).unwrap()
}

fn said() -> Said {
    Said::at(ORIGIN, &base64url(CHALLENGE))
}

fn registered(created: &Created) -> Result<Made, Refused> {
    register(&party(), CHALLENGE, &ClientData::read(&created.client_data)?, &created.attestation)
}

fn used(made: &Made, answered: &Answered) -> Result<Used, Refused> {
    let known = Known { key: &made.key, counter: made.counter, backup_eligible: made.backup_eligible };
    let client = ClientData::read(&answered.client_data)?;
    let answer = Answer { client: &client, data: &answered.data, signature: &answered.signature };
    assert(&party(), CHALLENGE, known, answer)
}

fn good() -> (Phone, Made) {
    let (phone, created) = Phone::make(&said(), b"handle");
    (phone, registered(&created).unwrap())
}

/// One thing that is said otherwise.
type Bend = fn(&mut Said);

/// Each field that both ceremonies say, and what comes of altering it.
const BENDS: [(Bend, Refused); 17] = [
    (|it| it.kind = "webauthn.other".to_owned(), Refused::Ceremony),
    (|it| it.kind = "payment.get".to_owned(), Refused::Ceremony),
    (|it| it.challenge = base64url(b"another challenge"), Refused::Challenge),
    (|it| it.challenge = String::new(), Refused::Challenge),
    (|it| it.challenge = base64url(&CHALLENGE[1..]), Refused::Challenge),
    (|it| it.challenge = "not base64url!".to_owned(), Refused::ClientData),
    (|it| it.origin = "https://elders.test".to_owned(), Refused::Origin),
    (|it| it.origin = "http://login.example.nl".to_owned(), Refused::Origin),
    (|it| it.origin = "https://login.example.nl:8443".to_owned(), Refused::Origin),
    (|it| it.origin = "https://login.example.nl.elders.test".to_owned(), Refused::Origin),
    (|it| it.cross_origin = Some(true), Refused::CrossOrigin),
    (|it| it.top_origin = Some("https://elders.test".to_owned()), Refused::CrossOrigin),
    (|it| it.party = "elders.test".to_owned(), Refused::Party),
    (|it| it.party = "example.nl".to_owned(), Refused::Party),
    (|it| it.flags &= !PRESENT, Refused::Presence),
    (|it| it.flags &= !VERIFIED, Refused::Verification),
    (|it| it.flags = PRESENT | VERIFIED | COPIED, Refused::Backup),
];

#[test]
fn a_device_that_does_as_it_should_is_taken() {
    for (phone, created) in [Phone::make(&said(), b"handle"), Phone::make_rsa(&said(), b"handle")] {
        let made = registered(&created).unwrap();
        assert_eq!(made.credential, phone.credential);
        assert_eq!((made.counter, made.backup_eligible, made.backed_up), (0, true, true));
        assert_eq!(PublicKey::read(made.key.written()).as_ref(), Some(&made.key), "as it is kept");
        let answered = phone.answer(&said());
        assert_eq!(used(&made, &answered), Ok(Used { counter: 0, backed_up: true }));
        let apart = phone.answer(&Said { flags: PRESENT | VERIFIED | ELIGIBLE, ..said() });
        assert_eq!(used(&made, &apart), Ok(Used { counter: 0, backed_up: false }), "no longer copied");
    }
    let silent = Said { cross_origin: None, ..said() };
    assert!(registered(&Phone::make(&silent, b"handle").1).is_ok(), "older browsers do not say it");
}

#[test]
fn each_altered_field_is_refused_when_one_is_made_and_when_it_is_used() {
    let (phone, made) = good();
    for (number, (bend, refused)) in BENDS.into_iter().enumerate() {
        let mut said = said();
        bend(&mut said);
        assert_eq!(registered(&Phone::make(&said, b"handle").1), Err(refused), "made, {number}");
        assert_eq!(used(&made, &phone.answer(&said)), Err(refused), "used, {number}");
    }
    let create = Said { kind: "webauthn.create".to_owned(), ..said() };
    assert_eq!(used(&made, &phone.answer(&create)), Err(Refused::Ceremony), "made where one is used");
    let get = Said { kind: "webauthn.get".to_owned(), ..said() };
    assert_eq!(registered(&Phone::make(&get, b"handle").1), Err(Refused::Ceremony), "used where one is made");
    let fixed = Said { flags: PRESENT | VERIFIED, ..said() };
    assert_eq!(used(&made, &phone.answer(&fixed)), Err(Refused::Backup), "it could be copied before");
}

#[test]
fn a_challenge_of_nothing_is_answered_by_nobody() {
    let (phone, made) = good();
    let answered = phone.answer(&Said { challenge: String::new(), ..said() });
    let client = ClientData::read(&answered.client_data).unwrap();
    let known = Known { key: &made.key, counter: 0, backup_eligible: true };
    let answer = Answer { client: &client, data: &answered.data, signature: &answered.signature };
    assert_eq!(assert(&party(), b"", known, answer), Err(Refused::Challenge));
}

#[test]
fn a_counter_goes_up_or_stays_nothing() {
    let (phone, made) = good();
    let at = |before: u32, now: u32| {
        let made = Made { counter: before, ..made.clone() };
        used(&made, &phone.answer(&Said { counter: now, ..said() })).map(|used| used.counter)
    };
    assert_eq!((at(0, 0), at(0, 5), at(5, 6)), (Ok(0), Ok(5), Ok(6)));
    assert_eq!((at(5, 5), at(5, 4), at(5, 0)), (Err(Refused::Counter), Err(Refused::Counter), Err(Refused::Counter)));
}

#[test]
fn every_bit_of_what_is_signed_and_of_the_signature_counts() {
    let (phone, made) = good();
    let answered = phone.answer(&said());
    for bit in 0..answered.data.len() * 8 {
        let mut bent = answered.clone();
        bent.data[bit / 8] ^= 1 << (bit % 8);
        assert!(used(&made, &bent).is_err(), "bit {bit} of the data");
    }
    for byte in 0..answered.signature.len() {
        let mut bent = answered.clone();
        bent.signature[byte] ^= 0x10;
        assert!(used(&made, &bent).is_err(), "byte {byte} of the signature");
    }
    let mut spaced = answered.clone();
    spaced.client_data.push(b' ');
    assert_eq!(used(&made, &spaced), Err(Refused::Signature), "the bytes are signed, not what they mean");
    let other = good();
    assert_eq!(used(&other.1, &answered), Err(Refused::Signature), "another passkey's key");
    assert_eq!(used(&made, &Answered { signature: Vec::new(), ..answered }), Err(Refused::Signature));
}

#[test]
fn what_is_cut_off_or_longer_is_refused() {
    let created = Phone::make(&said(), b"handle").1;
    for length in 0..created.attestation.len() {
        let cut = Created { attestation: created.attestation[..length].to_vec(), ..created.clone() };
        assert_eq!(registered(&cut), Err(Refused::Data), "{length}");
    }
    let longer = Created { attestation: [&created.attestation[..], &[0]].concat(), ..created.clone() };
    assert_eq!(registered(&longer), Err(Refused::Data));
    let (phone, made) = good();
    let answered = phone.answer(&said());
    let longer = Answered { data: [&answered.data[..], &[0]].concat(), ..answered };
    assert_eq!(used(&made, &longer), Err(Refused::Data));
    let twice =
        br#"{"type":"webauthn.get","type":"webauthn.create","challenge":"YQ","origin":"https://login.example.nl"}"#;
    assert_eq!(ClientData::read(twice).err(), Some(Refused::ClientData));
}

#[test]
fn only_keys_that_were_asked_for_are_keys() {
    let point =
        [&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20][..], &[1; 32], &[0x22, 0x58, 0x20], &[1; 32]];
    assert_eq!(PublicKey::read(&point.concat()), None, "no point of the curve");
    let key = good().1.key.written().to_vec();
    for (at, other, why) in
        [(2, 0x03, "another kind"), (4, 0x27, "EdDSA"), (6, 0x02, "another curve"), (1, 0x02, "a field misses")]
    {
        let mut bent = key.clone();
        bent[at] = other;
        assert_eq!(PublicKey::read(&bent), None, "{why}");
    }
    assert_eq!(PublicKey::read(&[&key[..], &[0]].concat()), None, "something behind it");
    assert_eq!(PublicKey::read(&[0xa0]), None);
}

proptest! {
    #[test]
    fn noise_never_panics(noise in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = ClientData::read(&noise);
        let _ = PublicKey::read(&noise);
        let client = ClientData::read(&Phone::make(&said(), b"h").1.client_data).unwrap();
        prop_assert!(register(&party(), CHALLENGE, &client, &noise).is_err());
    }
}
