//! The limits of a filter or path, checked on its bytes before anything is parsed: the parser recurses with the nesting, and
//! so does dropping the tree it builds.

use crate::scim::limits::{FILTER_DEPTH, FILTER_TERMS};

/// Refuses text that is too long, nested too deeply or has too many terms; one pass, no recursion.
pub fn check(text: &str, longest: usize) -> Result<(), String> {
    if text.len() > longest {
        return Err(format!("too long: {} bytes, of at most {longest}", text.len()));
    }
    let mut levels: Vec<usize> = Vec::new();
    let (mut depth, mut terms) = (0, 1);
    let mut word = (0, 0);
    let mut quoted = false;
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        if quoted {
            match byte {
                b'"' => quoted = false,
                b'\\' => _ = bytes.next(),
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'(' | b'[' => {
                let negated = byte == b'(' && is_word(text, word, "not");
                let level = if negated { 2 } else { 1 };
                depth += level;
                levels.push(level);
                if depth > FILTER_DEPTH {
                    return Err(format!("nested too deeply: more than {FILTER_DEPTH} levels of ( [ and not"));
                }
            }
            b')' | b']' => depth -= levels.pop().unwrap_or(0),
            b' ' => {}
            _ => {
                let starts = at == 0 || word.1 != at;
                word = (if starts { at } else { word.0 }, at + 1);
                continue;
            }
        }
        // A word ends here; only the first character after it counts it.
        if word.1 == at && at > 0 && (is_word(text, word, "and") || is_word(text, word, "or")) {
            terms += 1;
            if terms > FILTER_TERMS {
                return Err(format!("more than {FILTER_TERMS} terms"));
            }
        }
    }
    Ok(())
}

fn is_word(text: &str, (start, end): (usize, usize), word: &str) -> bool {
    text.get(start..end).is_some_and(|found| found.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_counts_brackets_and_not_but_nothing_in_strings() {
        assert!(check(&"(".repeat(FILTER_DEPTH), 8192).is_ok());
        assert!(check(&"[".repeat(FILTER_DEPTH + 1), 8192).is_err());
        assert!(check(&"not (".repeat(FILTER_DEPTH / 2), 8192).is_ok());
        assert!(check(&"NOT(".repeat(FILTER_DEPTH / 2 + 1), 8192).is_err());
        assert!(check(&format!("a eq \"{}\"", "(\\\"(".repeat(100)), 8192).is_ok());
        assert!(check(&"(a)".repeat(100), 8192).is_ok());
        assert!(check("))))((((", 8192).is_ok());
    }

    #[test]
    fn terms_are_counted_by_their_connectives() {
        let terms = |count: usize| vec!["a pr"; count].join(" and ");
        assert!(check(&terms(FILTER_TERMS), 8192).is_ok());
        assert!(check(&terms(FILTER_TERMS + 1), 8192).is_err());
        assert!(check(&format!("a eq \"{}\"", " or ".repeat(1000)), 8192).is_ok());
        assert!(check(&"android order ".repeat(300), 8192).is_ok());
    }
}
