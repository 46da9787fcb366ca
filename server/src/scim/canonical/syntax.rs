//! The lexical rules of binary and reference values (RFC 7643 §2.3.6, §2.3.7).

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

/// Whether the text can be a URI reference, absolute or relative (RFC 3986), or its international form (RFC 3987):
/// blanks and broken escapes are all that is refused, since clients send much that the grammar would not allow.
pub fn is_reference(text: &str) -> bool {
    !text.is_empty()
        && !text.contains(|character: char| character.is_whitespace() || character.is_control())
        && text.split('%').skip(1).all(|escape| {
            let digits = escape.as_bytes();
            digits.len() >= 2 && digits[..2].iter().all(u8::is_ascii_hexdigit)
        })
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
