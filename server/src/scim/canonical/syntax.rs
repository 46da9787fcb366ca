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

/// Whether a DER value (X.690 §8.1) in base64, such as a certificate, is followed by something else. What does not begin
/// like a sequence is not looked into.
pub fn is_followed(text: &str) -> bool {
    const SEQUENCE: u8 = 0x30;
    const LONG: u8 = 0x80;
    let Ok(bytes) = BASE64.decode(text) else { return false };
    let [SEQUENCE, first, rest @ ..] = bytes.as_slice() else { return false };
    let (length, contents) = if *first < LONG {
        (u64::from(*first), rest)
    } else {
        let Some((digits, contents)) = rest.split_at_checked(usize::from(first - LONG)) else { return false };
        (digits.iter().fold(0_u64, |length, digit| length.saturating_mul(256) + u64::from(*digit)), contents)
    };
    contents.len() as u64 > length
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
    fn what_follows_a_der_sequence_is_seen() {
        let encoded = |bytes: &[u8]| BASE64.encode(bytes);
        let short = [0x30, 2, 5, 0];
        let mut long = vec![0x30, 0x82, 1, 0];
        long.extend([0; 256]);
        for one in [&short[..], &long, &[0x30, 0], &[0x30], &[0x30, 5, 1], &[0x30, 0x82, 1], &[4, 1, 7, 4, 1, 7], &[]] {
            assert!(!is_followed(&encoded(one)), "{one:?}");
        }
        for two in [[short, short].concat(), [long.as_slice(), &long].concat(), vec![0x30, 0, 0]] {
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
