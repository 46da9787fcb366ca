//! The lexical rules of binary and reference values (RFC 7643 §2.3.6, §2.3.7).

#[path = "../../../../codegen/src/reference.rs"]
mod reference;

pub use reference::is_reference;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// RFC 4648 §4, with or without padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Whether the text is base64 (RFC 4648 §4).
pub fn is_base64(text: &str) -> bool {
    BASE64.decode(text).is_ok()
}

/// Whether a certificate in base64 is followed by something else in its value (RFC 7643 §4.1.2, x509Certificates). A
/// certificate is a DER sequence that begins with a sequence (RFC 5280 §4.1); what does not begin like one is not looked into.
pub fn is_followed(text: &str) -> bool {
    let Ok(bytes) = BASE64.decode(text) else { return false };
    let [SEQUENCE, rest @ ..] = bytes.as_slice() else { return false };
    let Some((length, contents)) = der_length(rest) else { return false };
    contents.first() == Some(&SEQUENCE) && contents.len() as u64 > length
}

const SEQUENCE: u8 = 0x30;

/// The length of a DER value, and what is behind it (X.690 §8.1.3); nothing for a length that no value in memory has.
fn der_length(bytes: &[u8]) -> Option<(u64, &[u8])> {
    const LONG: u8 = 0x80;
    let (first, rest) = bytes.split_first()?;
    if *first < LONG {
        return Some((u64::from(*first), rest));
    }
    let (digits, contents) = rest.split_at_checked(usize::from(first - LONG))?;
    let length = digits.iter().try_fold(0_u64, |length, digit| Some(length.checked_mul(256)? + u64::from(*digit)))?;
    Some((length, contents))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 7643-2.3.6-01, 7643-2.3.6-03
    #[test]
    fn base64_is_the_standard_alphabet_with_optional_padding() {
        for good in ["", "TWE=", "TWE", "+/+/", "TQ=="] {
            assert!(is_base64(good), "{good}");
        }
        for bad in ["-_-_", "T", "TW E=", "TWE==", "TW=E", "é", "TWE=\n"] {
            assert!(!is_base64(bad), "{bad}");
        }
    }

    /// 7643-4.1.2-24
    #[test]
    fn what_follows_a_certificate_is_seen() {
        let encoded = |bytes: &[u8]| BASE64.encode(bytes);
        let short = [0x30, 2, 0x30, 0];
        let long = [&[0x30, 0x82, 1, 0, 0x30][..], &[0; 255]].concat();
        let huge = [&[0x30, 0x80 + 9][..], &[0xFF; 9], &short].concat();
        let other = [0x30, 2, 5, 0];
        let incomplete = [&[0x30][..], &[0x30, 5, 0x30], &[0x30, 0x82, 1], &[0x30, 0], &[]];
        for one in [&short[..], &long, &huge, &other, &[other, other].concat(), &[4, 1, 7, 4, 1, 7]]
            .into_iter()
            .chain(incomplete)
        {
            assert!(!is_followed(&encoded(one)), "{one:?}");
        }
        for two in [[short, short].concat(), [long.as_slice(), &long].concat(), [&short[..], &[0]].concat()] {
            assert!(is_followed(&encoded(&two)), "{two:?}");
        }
        assert!(!is_followed("no base64"));
    }

    /// 7643-2.3.7-02
    #[test]
    fn references_hold_no_blanks_and_no_broken_escapes() {
        for good in ["https://e.com/a?b#c", "../Users/1", "urn:x:y", "a%20b", "mailto:é@e.com", "?"] {
            assert!(is_reference(good), "{good}");
        }
        for bad in ["", "a b", "a%2", "a%zz", "%", "a\tb", "a\u{a0}b"] {
            assert!(!is_reference(bad), "{bad}");
        }
    }
}
