//! What can be the value of a reference attribute (RFC 7643 §2.3.7). The server includes this file as well: a default that a
//! schema declares is held to the same rule as what clients send.

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
