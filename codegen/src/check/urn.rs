//! The URNs of schemas (RFC 8141 §2), as far as paths, URLs and lists of attributes can be made of them.

use crate::{Faults, read::Cursor};

/// The longest URN, in characters: a path has room for it and for two names.
const LONGEST: usize = 1024;

/// What may stand behind the namespace, beside letters and digits. RFC 8141 has more: `/` and `%` break the URL of the
/// schema, `(`, `)`, `'` a filter, `,` a list of attributes.
const OTHERS: &str = "-._~:!$&*+;=@";

/// URNs that are no schema's: they begin with this, and belong to that.
const TAKEN: &[(&str, &str)] = &[
    ("urn:scimd:params:", "scimd, for keys in its documents"),
    ("urn:ietf:params:scim:api:messages:", "the messages of the protocol"),
];

/// Whether the id of a schema is a URN that works.
pub(super) fn check(document: &Cursor<'_>, id: &str, faults: &mut Faults) {
    let Some((message, help)) = problem(id) else { return };
    faults.push(document.fault_below("id", message, Some(help)).by("RFC 8141 §2"));
}

fn problem(id: &str) -> Option<(String, String)> {
    let example = || "\"urn:example:2.0:Thing\" is one".to_owned();
    let mut parts = id.splitn(3, ':');
    let (scheme, namespace, specific) = (parts.next()?, parts.next(), parts.next());
    let (Some(namespace), Some(specific)) = (namespace, specific.filter(|specific| !specific.is_empty())) else {
        return Some((format!("\"{id}\" is no URN"), example()));
    };
    if !scheme.eq_ignore_ascii_case("urn") {
        return Some((format!("\"{id}\" is no URN"), example()));
    }
    if !is_namespace(namespace) {
        let message = format!("\"{namespace}\" is no namespace of a URN");
        return Some((message, "2 to 32 letters, digits and \"-\" between \"urn:\" and the next colon".to_owned()));
    }
    if let Some(wrong) = specific.chars().find(|letter| !letter.is_ascii_alphanumeric() && !OTHERS.contains(*letter)) {
        let message = format!("{wrong:?} cannot stand in the URN of a schema, which paths and URLs are made of");
        return Some((message, format!("letters and digits can, and {OTHERS}")));
    }
    if id.len() > LONGEST {
        let message = format!("the URN has {} characters", id.len());
        return Some((message, format!("{LONGEST} at most, so that there is room for a path behind it")));
    }
    let taken = TAKEN
        .iter()
        .find(|(prefix, _)| id.get(..prefix.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(prefix)))?;
    let message = format!("what begins with \"{}\" belongs to {}", taken.0, taken.1);
    Some((message, "choose a URN of your own".to_owned()))
}

fn is_namespace(text: &str) -> bool {
    let inner = text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    inner && (2..=32).contains(&text.len()) && !text.starts_with('-') && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_urn_in_any_case_with_what_paths_can_hold_is_right() {
        for id in [
            "urn:ietf:params:scim:schemas:core:2.0:User",
            "URN:Example-1:x",
            "urn:acme:a.b_c~d!e$f&g*h+i;j=k@l:m-",
            "urn:acme:7",
        ] {
            assert_eq!(problem(id), None, "{id}");
        }
    }

    #[test]
    fn what_no_path_or_url_could_hold_is_wrong() {
        for id in [
            "",
            "urn",
            "urn:",
            "urn:acme",
            "urn:acme:",
            "urn::x",
            "uri:acme:x",
            "urn:a:x",
            "urn:-ac:x",
            "urn:ac-:x",
            "urn:a_b:x",
            "urn:acme:a b",
            "urn:acme:a/b",
            "urn:acme:a%20b",
            "urn:acme:a?b",
            "urn:acme:a#b",
            "urn:acme:a(b)",
            "urn:acme:a,b",
            "urn:acme:it's",
            "urn:acme:\"x\"",
            "urn:acme:[x]",
            "urn:acme:ü",
            "urn:acme:a\\b",
            "urn:acme:a{b}",
            "urn:SCIMD:params:2.0:Mine",
            "urn:ietf:params:scim:api:messages:2.0:Mine",
        ] {
            assert!(problem(id).is_some(), "{id}");
        }
        assert!(problem(&format!("urn:acme:{}", "x".repeat(LONGEST))).is_some());
    }
}
