//! The one normaliser and the one comparator of values (RFC 7643 §2.2 `caseExact`, §2.3; RFC 7644 §3.4.2.2).
//!
//! A value's *key* is what is stored for filters, compared, sorted, made unique and paged by, in memory and in every
//! database alike. Text keys compare by their bytes, which in UTF-8 is the order of the code points.

use super::limits::INDEXED_KEY_BYTES;
use super::schema::{Attribute, DataType, Role};
use super::value::Value;
use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;
use sha2::{Digest, Sha256};
use std::cmp::Ordering;

/// How often [`fold`] may run before it settles; three rounds suffice for every text known.
const ROUNDS: usize = 8;

/// The first of the 256 private characters that spell the digest of a key that was cut.
const DIGEST_BASE: u32 = 0x10_0000;

/// The name of the resource type behind an endpoint (`/Users` → `User`), where this server has it.
pub type TypeOfEndpoint = fn(&str) -> Option<&'static str>;

/// The comparable form of a simple value.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// boolean
    Boolean(bool),
    /// integer, and dateTime in microseconds since 1970
    Integer(i64),
    /// decimal
    Decimal(f64),
    /// everything else, normalised
    Text(String),
}

impl Key {
    /// The total order of keys: numbers by their value, text by its bytes; kinds that cannot be compared have a fixed order.
    pub fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Boolean(a), Self::Boolean(b)) => a.cmp(b),
            (Self::Integer(a), Self::Integer(b)) => a.cmp(b),
            (Self::Decimal(a), Self::Decimal(b)) => compare_decimals(*a, *b),
            (Self::Integer(a), Self::Decimal(b)) => compare_mixed(*a, *b),
            (Self::Decimal(a), Self::Integer(b)) => compare_mixed(*b, *a).reverse(),
            (Self::Text(a), Self::Text(b)) => a.as_bytes().cmp(b.as_bytes()),
            _ => self.rank().cmp(&other.rank()),
        }
    }

    /// The text of a text key.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Boolean(_) => 0,
            Self::Integer(_) | Self::Decimal(_) => 1,
            Self::Text(_) => 2,
        }
    }
}

/// JSON has no NaN, so the partial order is total here; 0 and -0 are equal.
fn compare_decimals(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or_else(|| a.total_cmp(&b))
}

/// Compares without the rounding that a conversion of the integer would bring.
fn compare_mixed(integer: i64, decimal: f64) -> Ordering {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if decimal >= LIMIT {
        return Ordering::Less;
    }
    if decimal < -LIMIT {
        return Ordering::Greater;
    }
    let whole = decimal.trunc();
    integer.cmp(&(whole as i64)).then_with(|| compare_decimals(0.0, decimal - whole))
}

/// The key of a simple canonical value; `None` for complex values, lists, hashes and what cannot be compared.
pub fn of(attribute: &Attribute, value: &Value) -> Option<Key> {
    if attribute.role == Role::Hashed {
        return None;
    }
    Some(match value {
        Value::Boolean(boolean) => Key::Boolean(*boolean),
        Value::Integer(integer) => Key::Integer(*integer),
        Value::Decimal(decimal) => Key::Decimal(*decimal),
        Value::Text(stored) => match attribute.data_type {
            DataType::DateTime => Key::Integer(date_time(stored)?),
            DataType::Binary => Key::Text(binary(stored)?),
            // What this server computes is stored as `<type name>/<id>` already.
            DataType::Reference if attribute.role != Role::Schemas => {
                Key::Text(bounded(stored.clone(), attribute.indexed))
            }
            _ => Key::Text(text(stored, is_case_exact(attribute), attribute.indexed)),
        },
        Value::Complex(_) | Value::List(_) => return None,
    })
}

/// Whether comparisons heed the case: as declared, but URNs in `schemas` never (RFC 8141 §3.1) and ids always.
pub fn is_case_exact(attribute: &Attribute) -> bool {
    match attribute.role {
        Role::Schemas => false,
        Role::Id | Role::Version => true,
        _ => attribute.case_exact,
    }
}

/// The key of a string: NFC if the case counts, else case-folded NFKC; bounded if an index serves it.
pub fn text(text: &str, case_exact: bool, indexed: bool) -> String {
    let normalised = match (text.is_ascii(), case_exact) {
        (true, true) => text.to_owned(),
        (true, false) => text.to_ascii_lowercase(),
        (false, true) => ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned(),
        (false, false) => fold(text),
    };
    bounded(normalised, indexed)
}

/// NFKC, case fold, NFKC, until nothing changes: some foldings compose to what folds again.
fn fold(text: &str) -> String {
    let normalizer = ComposingNormalizerBorrowed::new_nfkc();
    let mapper = CaseMapper::new();
    let mut current = normalizer.normalize(text).into_owned();
    for _ in 0..ROUNDS {
        let next = normalizer.normalize(&mapper.fold_string(&current)).into_owned();
        if next == current {
            break;
        }
        current = next;
    }
    current
}

/// Cuts an indexed key that is too long, and appends the digest of the whole: keys stay bounded, equality stays exact, and
/// order and prefixes hold for what was kept.
fn bounded(mut key: String, indexed: bool) -> String {
    if !indexed || key.len() <= INDEXED_KEY_BYTES {
        return key;
    }
    let digest = Sha256::digest(key.as_bytes());
    key.truncate(key.floor_char_boundary(INDEXED_KEY_BYTES));
    key.extend(digest.iter().filter_map(|byte| char::from_u32(DIGEST_BASE + u32::from(*byte))));
    key
}

/// The key of a binary: the digest of its bytes in hex; `None` if it is not base64 or base64url (padding may be left out).
pub fn binary(text: &str) -> Option<String> {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let bytes = GeneralPurpose::new(&STANDARD, config)
        .decode(text)
        .or_else(|_| GeneralPurpose::new(&URL_SAFE, config).decode(text))
        .ok()?;
    Some(Sha256::digest(&bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        for digit in [byte >> 4, byte & 15] {
            hex.extend(char::from_digit(u32::from(digit), 16));
        }
        hex
    }))
}

/// The key of a reference. One to a resource of this server is `<type name>/<id>`, from its last two path segments,
/// whatever stands before them; any other is the exact text.
pub fn reference(text: &str, resource: bool, indexed: bool, type_of_endpoint: TypeOfEndpoint) -> String {
    if !resource {
        return bounded(text.to_owned(), indexed);
    }
    let path = text.split(['?', '#']).next().unwrap_or(text).trim_end_matches('/');
    let mut segments = path.rsplitn(3, '/');
    let id = segments.next().unwrap_or(path);
    let key = match segments.next() {
        Some(segment) => format!("{}/{id}", type_of_endpoint(&format!("/{segment}")).unwrap_or(segment)),
        None => id.to_owned(),
    };
    bounded(key, indexed)
}

/// The instant of an xsd:dateTime in microseconds since 1970; no offset means UTC, more digits are cut (RFC 7643 §2.3.5).
pub fn date_time(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    let shape = b"0000-00-00T00:00:00";
    if bytes.len() < shape.len() || bytes.iter().zip(shape).any(|(byte, form)| *form != b'0' && byte != form) {
        return None;
    }
    let year = number(bytes.get(0..4)?)?;
    let month = number(bytes.get(5..7)?)?;
    let day = number(bytes.get(8..10)?)?;
    let hour = number(bytes.get(11..13)?)?;
    let minute = number(bytes.get(14..16)?)?;
    let second = number(bytes.get(17..19)?)?;
    if year < 1 || !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
        return None;
    }
    let (micros, zone) = fraction(bytes.get(19..)?)?;
    // 24:00:00 is the end of the day, thus the next midnight.
    let end_of_day = hour == 24 && (minute, second, micros) == (0, 0, 0);
    if (hour > 23 && !end_of_day) || minute > 59 || second > 59 {
        return None;
    }
    let seconds = days_since_1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset(zone)?;
    Some(seconds * 1_000_000 + micros)
}

/// The microseconds of a fraction, and what follows it.
fn fraction(rest: &[u8]) -> Option<(i64, &[u8])> {
    let Some(digits) = rest.strip_prefix(b".") else { return Some((0, rest)) };
    let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let kept = digits.get(..length.min(6))?;
    let micros = number(kept)? * 10_i64.pow(6 - kept.len() as u32);
    Some((micros, digits.get(length..)?))
}

/// The seconds east of UTC of `Z`, `+hh:mm`, `-hh:mm` or nothing.
fn offset(zone: &[u8]) -> Option<i64> {
    match zone {
        [] | b"Z" => Some(0),
        [sign @ (b'+' | b'-'), hours @ .., b':', tens, ones] if hours.len() == 2 => {
            let (hours, minutes) = (number(hours)?, number(&[*tens, *ones])?);
            if minutes > 59 || hours * 60 + minutes > 14 * 60 {
                return None;
            }
            let seconds = hours * 3_600 + minutes * 60;
            Some(if *sign == b'-' { -seconds } else { seconds })
        }
        _ => None,
    }
}

/// A number of at most six decimal digits.
fn number(digits: &[u8]) -> Option<i64> {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(digits.iter().fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0')))
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days of the proleptic Gregorian calendar; the year begins in March here, so that the leap day is its last.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_is_idempotent() {
        for sample in
            ["Straße", "ẞ", "İstanbul", "ﬁ", "Å", "ΌΣΟΣ", "\u{345}\u{3b1}", "ᾳ\u{301}", "ǰ\u{323}", "Ⅷ", "ｈａｌｆ"]
        {
            let once = text(sample, false, false);
            assert_eq!(text(&once, false, false), once, "{sample}");
        }
        for code in (0x80..0x3400).chain(0xa640..0xabc0).chain(0xf900..0x1_0600).filter_map(char::from_u32) {
            let once = text(&format!("{code}\u{345}\u{301}"), false, false);
            assert_eq!(text(&once, false, false), once, "U+{:04X}", u32::from(code));
        }
    }

    #[test]
    fn folding_ignores_case_and_form() {
        for (a, b) in [("STRASSE", "straße"), ("Ünal", "u\u{308}NAL"), ("ﬁn", "FIN"), ("ＡＢ", "ab"), ("ΌΣ", "ός")]
        {
            assert_eq!(text(a, false, false), text(b, false, false));
        }
        assert_ne!(text("Ab", true, false), text("ab", true, false));
        assert_eq!(text("u\u{308}", true, false), text("ü", true, false));
        assert_ne!(text("ﬁ", true, false), text("fi", true, false));
    }

    #[test]
    fn long_indexed_keys_are_bounded_and_still_differ() {
        let (a, b) = (format!("{}é1", "x".repeat(999)), format!("{}é2", "x".repeat(999)));
        let (key_a, key_b) = (text(&a, true, true), text(&b, true, true));
        assert_ne!(key_a, key_b);
        assert_eq!(key_a, text(&a, true, true));
        assert!(key_a.starts_with(&"x".repeat(999)) && key_a.chars().count() == 999 + 32);
        assert_eq!(text(&"y".repeat(1000), true, true).len(), 1000);
        assert_eq!(text(&a, true, false), a);
    }

    /// 7643-2.3.5-01a
    #[test]
    fn date_times_are_instants() {
        assert_eq!(date_time("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(date_time("2010-01-23T04:56:22Z"), Some(1_264_222_582_000_000));
        assert_eq!(date_time("2010-01-23T04:56:22"), date_time("2010-01-23T05:56:22.000+01:00"));
        assert_eq!(date_time("2010-01-23T04:56:22.1Z"), Some(1_264_222_582_100_000));
        assert_eq!(date_time("2010-01-23T04:56:22.1234567899Z"), Some(1_264_222_582_123_456));
        assert_eq!(date_time("0001-01-01T00:00:00Z"), Some(-62_135_596_800_000_000));
        assert_eq!(date_time("9999-12-31T23:59:59.999999Z"), Some(253_402_300_799_999_999));
        assert!(date_time("2024-02-29T00:00:00Z").is_some());
        assert_eq!(date_time("2010-01-23T24:00:00Z"), date_time("2010-01-24T00:00:00Z"));
        assert_eq!(date_time("2000-03-01T00:00:00-14:00"), date_time("2000-03-01T14:00:00Z"));
    }

    /// 7643-2.3.5-01a, 7643-2.3.5-01b
    #[test]
    fn what_is_no_date_time_is_refused() {
        for wrong in [
            "",
            "2010",
            "2010-01-23",
            "2010-01-23 04:56:22Z",
            "2010-01-23T24:00:01Z",
            "2010-01-23T24:00:00.1Z",
            "2010-01-23T23:59:60Z",
            "2023-02-29T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "2010-13-01T00:00:00Z",
            "2010-01-00T00:00:00Z",
            "2010-01-23T04:56:22.Z",
            "2010-01-23T04:56:22z",
            "2010-01-23T04:56:22+0100",
            "2010-01-23T04:56:22+14:01",
            "2010-01-23T04:56:22+01:60",
            "2010-01-23T04:56:22Zé",
            "é010-01-23T04:56:22Z",
            "+010-01-23T04:56:22Z",
            "2010-01-23T04:56:22+1:00",
            "20100-01-23T04:56:22Z",
        ] {
            assert_eq!(date_time(wrong), None, "{wrong}");
        }
    }

    /// 7643-2.3.6-03
    #[test]
    fn binaries_compare_by_their_bytes() {
        assert_eq!(binary("TWE="), binary("TWE"));
        assert_eq!(binary("-_8="), binary("+/8="));
        assert!(binary("TWE=").is_some_and(|key| key.len() == 64));
        assert_eq!(binary("no base64!"), None);
    }

    /// 7643-2.3.7-03, 7643-2.4-05
    #[test]
    fn references_to_resources_compare_by_type_and_id() {
        fn types(endpoint: &str) -> Option<&'static str> {
            (endpoint == "/Users").then_some("User")
        }
        for same in
            ["https://h/scim/v2/Users/1", "https://h/Users/1/", "../Users/1", "Users/1", "User/1", "/Users/1?x=/y"]
        {
            assert_eq!(reference(same, true, false, types), "User/1");
        }
        assert_eq!(reference("1", true, false, types), "1");
        assert_eq!(reference("https://h/Users/1", false, false, types), "https://h/Users/1");
    }

    #[test]
    fn numbers_compare_by_value() {
        assert_eq!(Key::Integer(1).compare(&Key::Decimal(1.5)), Ordering::Less);
        assert_eq!(Key::Decimal(1.0).compare(&Key::Integer(1)), Ordering::Equal);
        assert_eq!(Key::Integer(i64::MAX).compare(&Key::Decimal(9_223_372_036_854_775_808.0)), Ordering::Less);
        assert_eq!(Key::Integer(-1).compare(&Key::Decimal(-1.5)), Ordering::Greater);
        assert_eq!(Key::Decimal(-0.0).compare(&Key::Decimal(0.0)), Ordering::Equal);
    }
}
