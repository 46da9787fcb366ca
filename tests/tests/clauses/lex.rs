//! Rust cut into the few tokens that tell where a test stands: doc comments, names and brackets. What is within strings
//! and other comments is left out.

/// A piece of source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token<'a> {
    /// A line of a doc comment, without its `///`.
    Doc(&'a str),
    /// A name or keyword.
    Name(&'a str),
    /// A bracket, an operator, a sign.
    Sign(char),
    /// A string, character, number or lifetime.
    Other,
}

/// The tokens of a source, each with its line.
pub fn tokens(source: &str) -> Vec<(usize, Token<'_>)> {
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(char) = source[at..].chars().next() {
        let rest = &source[at..];
        let (length, token) = if rest.starts_with("//") {
            let length = rest.find('\n').unwrap_or(rest.len());
            let text = rest[..length].strip_prefix("///").filter(|text| !text.starts_with('/'));
            (length, text.map(|text| Token::Doc(text.trim())))
        } else if rest.starts_with("/*") {
            (block_comment(rest), None)
        } else if let Some(length) = string(rest) {
            (length, Some(Token::Other))
        } else if char == '\'' {
            (quote(rest), Some(Token::Other))
        } else if is_name(char) {
            let length = rest.find(|char| !is_name(char)).unwrap_or(rest.len());
            let name = &rest[..length];
            (length, Some(if char.is_ascii_digit() { Token::Other } else { Token::Name(name) }))
        } else {
            (char.len_utf8(), (!char.is_whitespace()).then_some(Token::Sign(char)))
        };
        found.extend(token.map(|token| (line, token)));
        line += rest[..length].matches('\n').count();
        at += length;
    }
    found
}

fn is_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// The length of a comment that may hold others.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while let Some(char) = text[at..].chars().next() {
        if text[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if text[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += char.len_utf8();
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of a string at the beginning of a text, if one is there: plain, raw, of bytes or for C.
fn string(text: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r", ""].into_iter().find(|prefix| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            rest.starts_with('"') || (prefix.ends_with('r') && rest.trim_start_matches('#').starts_with('"'))
        })
    })?;
    let rest = &text[prefix.len()..];
    if prefix.ends_with('r') {
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let end = format!("\"{}", &rest[..hashes]);
        let open = prefix.len() + hashes + 1;
        return Some(text[open..].find(&end).map_or(text.len(), |close| open + close + end.len()));
    }
    let open = prefix.len() + 1;
    let mut escaped = false;
    for (at, char) in text[open..].char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(open + at + 1),
            _ => {}
        }
    }
    Some(text.len())
}

/// The length of a character or lifetime.
fn quote(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        // The sign after the backslash may be a quote itself.
        Some((_, '\\')) => text[3..].find('\'').map_or(text.len(), |close| close + 4),
        Some((at, char)) if text[at + char.len_utf8()..].starts_with('\'') => at + char.len_utf8() + 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str) -> Vec<&str> {
        let names = tokens(source).into_iter().filter_map(|(_, token)| match token {
            Token::Name(name) => Some(name),
            _ => None,
        });
        names.collect()
    }

    #[test]
    fn what_is_in_strings_characters_and_comments_is_no_name() {
        assert_eq!(names(r##"a "b \" c" d r#"e " f"# g 'h' i '\'' j b"k" l"##), ["a", "d", "g", "i", "j", "l"]);
        assert_eq!(
            names("a // b\nc /* d /* e */ f */ g //! h\n&'static i '\"' j '{' k"),
            ["a", "c", "g", "static", "i", "j", "k"]
        );
        assert_eq!(names("r\"a\" break_ \"日本\" b '本' c 1e3 d"), ["break_", "b", "c", "d"]);
    }

    #[test]
    fn doc_comments_come_with_their_lines() {
        let found = tokens("\"a\nb\"\n/// one\n//// none\n//! none\n    /// two\n");
        assert_eq!(found, [(1, Token::Other), (3, Token::Doc("one")), (6, Token::Doc("two"))]);
    }
}
