//! JSON strings (RFC 8259 §7).

/// Appends a text as a JSON string with its quotes.
pub fn json_string(text: &str, out: &mut Vec<u8>) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    escape(text, out);
    out.push(b'"');
}

/// Appends a text as it stands within a JSON string; runs without escapes are copied whole.
pub fn escape(text: &str, out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|&byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        out.extend_from_slice(&rest[..at]);
        match rest[at] {
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            quoted @ (b'"' | b'\\') => out.extend_from_slice(&[b'\\', quoted]),
            control => {
                out.extend_from_slice(b"\\u00");
                out.extend_from_slice(&[HEX[usize::from(control >> 4)], HEX[usize::from(control & 15)]]);
            }
        }
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
}

#[cfg(test)]
mod tests {
    use super::json_string;

    #[test]
    fn every_character_survives_a_round_trip() {
        let mut all: String = (0..0x300).filter_map(char::from_u32).collect();
        all.push_str("\"\\/\u{2028}\u{10ffff}");
        let mut out = Vec::new();
        json_string(&all, &mut out);
        assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), all);
        let mut out = Vec::new();
        json_string("a\"\u{1}\n", &mut out);
        assert_eq!(out, br#""a\"\u0001\n""#);
    }
}
