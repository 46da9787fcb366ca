//! From a JSON pointer (RFC 6901) to the line and the column in a text.

/// Where the value that a pointer means stands in a JSON text: a member by its key, an element by its start. Where
/// there is no such value, the nearest one above it that exists. Lines and columns count from 1.
pub(crate) fn locate(text: &str, pointer: &str) -> (usize, usize) {
    let scanner = Scanner { bytes: text.as_bytes() };
    let mut value = scanner.blank(0);
    let mut place = value;
    for segment in pointer.split('/').skip(1) {
        let segment = segment.replace("~1", "/").replace("~0", "~");
        let found = match scanner.at(value) {
            b'{' => scanner.member(text, value, &segment),
            b'[' => segment.parse().ok().and_then(|index| scanner.element(value, index)).map(|at| (at, at)),
            _ => None,
        };
        let Some((shown, inner)) = found else { break };
        (place, value) = (shown, inner);
    }
    self::place(text, place)
}

/// The line and the column of a byte.
pub(crate) fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// A text that is JSON; what is none ends every search early.
struct Scanner<'a> {
    bytes: &'a [u8],
}

impl Scanner<'_> {
    fn at(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b'}')
    }

    /// The first place from here that is no blank.
    fn blank(&self, mut at: usize) -> usize {
        while self.bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        at
    }

    /// The place behind the string that begins here.
    fn string(&self, mut at: usize) -> usize {
        at += 1;
        while let Some(byte) = self.bytes.get(at) {
            match byte {
                b'"' => return at + 1,
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        at
    }

    /// The place behind the value that begins here.
    fn value(&self, mut at: usize) -> usize {
        let mut depth = 0_usize;
        while let Some(byte) = self.bytes.get(at) {
            match byte {
                b'"' => {
                    at = self.string(at);
                    if depth == 0 {
                        return at;
                    }
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth == 0 => return at,
                b'}' | b']' => {
                    depth -= 1;
                    if depth == 0 {
                        return at + 1;
                    }
                }
                b',' if depth == 0 => return at,
                _ => {}
            }
            at += 1;
        }
        at
    }

    /// The places of the key and of the value of a member of the object that begins here.
    fn member(&self, text: &str, object: usize, name: &str) -> Option<(usize, usize)> {
        let mut at = self.blank(object + 1);
        while self.at(at) == b'"' {
            let key = at;
            let end = self.string(at);
            let colon = self.blank(end);
            let value = self.blank(colon + 1);
            let found: Option<String> = text.get(key..end).and_then(|text| serde_json::from_str(text).ok());
            if found.as_deref() == Some(name) {
                return Some((key, value));
            }
            at = self.next(value)?;
        }
        None
    }

    /// The place of an element of the array that begins here.
    fn element(&self, array: usize, index: usize) -> Option<usize> {
        let mut at = self.blank(array + 1);
        for _ in 0..index {
            at = self.next(at)?;
        }
        (at < self.bytes.len() && self.at(at) != b']').then_some(at)
    }

    /// The place of what follows the value that begins here and its comma.
    fn next(&self, value: usize) -> Option<usize> {
        let comma = self.blank(self.value(value));
        (self.bytes.get(comma) == Some(&b',')).then(|| self.blank(comma + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"a\": \"}, \\\" ß\", \"b~/c\": [1, [2, 3],\n    {\"d\": null}]\n}\n";

    #[test]
    fn a_member_stands_at_its_key_and_an_element_at_its_start() {
        for (pointer, expected) in [
            ("", (1, 1)),
            ("/a", (2, 3)),
            ("/b~0~1c", (2, 19)),
            ("/b~0~1c/0", (2, 28)),
            ("/b~0~1c/1", (2, 31)),
            ("/b~0~1c/1/1", (2, 35)),
            ("/b~0~1c/2", (3, 5)),
            ("/b~0~1c/2/d", (3, 6)),
        ] {
            assert_eq!(locate(TEXT, pointer), expected, "{pointer}");
        }
    }

    #[test]
    fn what_is_missing_stands_at_what_it_is_missing_from() {
        assert_eq!(locate(TEXT, "/c"), (1, 1));
        assert_eq!(locate(TEXT, "/b~0~1c/3"), (2, 19));
        assert_eq!(locate(TEXT, "/b~0~1c/2/e/f"), (3, 5));
        assert_eq!(locate("[1", "/7"), (1, 1));
        assert_eq!(locate("", "/a"), (1, 1));
    }
}
