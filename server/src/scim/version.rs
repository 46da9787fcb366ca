//! Conditional requests: `If-Match` and `If-None-Match` (RFC 7644 §3.14, RFC 9110 §13).
//!
//! Entity tags are weak and compared weakly in both headers: by the strong comparison that RFC 9110 asks of `If-Match`, no
//! weak tag would ever match, and the examples of RFC 7644 send weak tags.

/// Whether a header's list of entity tags names that version; `*` names every version.
pub fn names(header: &str, version: i64) -> bool {
    header.split(',').map(str::trim).any(|tag| {
        tag == "*" || {
            let opaque = tag.strip_prefix("W/").or_else(|| tag.strip_prefix("w/")).unwrap_or(tag);
            opaque.strip_prefix('"').and_then(|tag| tag.strip_suffix('"')) == Some(version.to_string().as_str())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn weak_and_strong_forms_of_a_tag_are_alike() {
        assert!(names("W/\"3\"", 3));
        assert!(names("\"3\"", 3));
        assert!(!names("W/\"4\"", 3));
        assert!(!names("3", 3));
    }

    #[test]
    fn a_list_matches_if_one_tag_does_and_a_star_always() {
        assert!(names("W/\"1\", W/\"3\"", 3));
        assert!(names("*", 3));
        assert!(!names("", 3));
    }
}
