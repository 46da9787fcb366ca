//! What may be written down of a request: its shape, without the values that the client sent (RFC 7644 §7.5.2).

use std::{collections::HashSet, sync::OnceLock};

use uuid::Uuid;

use super::{
    filter::{self, Filter},
    generated,
    schema::Attribute,
};

/// What stands for a value of a filter.
const VALUE: &str = "?";
/// What stands for a value in an error's detail.
const HIDDEN: &str = "\"…\"";
/// The most bytes of a shape.
const LONGEST: usize = 500;

/// A filter with `?` for each value, and for each name that no schema declares.
pub fn filter_shape(text: &str) -> String {
    let Ok(filter) = filter::parse(text) else { return VALUE.to_owned() };
    let mut out = String::new();
    write(&filter, &mut out);
    if out.len() > LONGEST {
        out.truncate(out.floor_char_boundary(LONGEST));
        out.push('…');
    }
    out
}

fn write(filter: &Filter, out: &mut String) {
    match filter {
        Filter::And(parts) => joined(parts, " and ", out),
        Filter::Or(parts) => joined(parts, " or ", out),
        Filter::Not(inner) => {
            out.push_str("not (");
            write(inner, out);
            out.push(')');
        }
        Filter::Present(path) => {
            out.push_str(name(path));
            out.push_str(" pr");
        }
        Filter::Compare { path, operator, .. } => {
            out.push_str(name(path));
            out.push(' ');
            out.push_str(operator.name());
            out.push(' ');
            out.push_str(VALUE);
        }
        Filter::ValuePath { path, filter } => {
            out.push_str(name(path));
            out.push('[');
            write(filter, out);
            out.push(']');
        }
    }
}

fn joined(parts: &[Filter], word: &str, out: &mut String) {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push_str(word);
        }
        let nested = matches!(part, Filter::And(_) | Filter::Or(_));
        out.push_str(if nested { "(" } else { "" });
        write(part, out);
        out.push_str(if nested { ")" } else { "" });
    }
}

/// The path of an attribute as it was written, if schemas declare all of it.
pub fn name(path: &str) -> &str {
    if is_declared(path) { path } else { VALUE }
}

/// The detail of an error, with an ellipsis for each quoted text of the client that is neither an id nor declared: a
/// client that sends a name where an id or an operator belongs would else have it written down. What is said to be no
/// attribute, schema or operator stays if it has the form of one, since that is what the reader must know.
pub fn detail(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, quoted)) = rest.split_once('"') {
        out.push_str(before);
        let (inside, behind) = quoted.split_once('"').unwrap_or((quoted, ""));
        let about = before.trim_end().rsplit(' ').next().unwrap_or_default();
        let named = ["attribute", "schema", "op", "operator"].contains(&about) && is_name(inside);
        if named || Uuid::try_parse(inside).is_ok() || is_declared(inside) {
            out.push('"');
            out.push_str(inside);
            out.push('"');
        } else {
            out.push_str(HIDDEN);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Whether a text has the form of an attribute's name, a URN or an operator.
fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|character| character.is_ascii_alphanumeric() || "-_.:$".contains(character))
}

/// Whether a text is the name of a schema or the path of an attribute, with the URN of its schema or without.
fn is_declared(text: &str) -> bool {
    static NAMES: OnceLock<HashSet<String>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names: HashSet<String> =
            generated::SCHEMAS.iter().map(|schema| schema.id.to_ascii_lowercase()).collect();
        for kind in generated::RESOURCE_TYPES {
            names.insert(kind.name.to_ascii_lowercase());
            declared(kind.attributes, &mut names);
        }
        names
    });
    let text = text.to_ascii_lowercase();
    if names.contains(&text) {
        return true;
    }
    let path = match text.rsplit_once(':') {
        Some((urn, path)) if names.contains(urn) => path,
        Some(_) => return false,
        None => &text,
    };
    path.split('.').all(|name| names.contains(name))
}

fn declared(attributes: &[Attribute], names: &mut HashSet<String>) {
    for attribute in attributes {
        names.insert(attribute.name.to_ascii_lowercase());
        declared(attribute.sub_attributes, names);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// V36
    #[test]
    fn the_shape_of_a_filter_has_its_names_and_operators_and_no_value() {
        for (filter, shape) in [
            (r#"userName eq "bjensen""#, "userName eq ?"),
            (r#"emails[type eq "work" and value co "@example.com"]"#, "emails[type eq ? and value co ?]"),
            (
                r#"not (name.familyName sw "J") or active eq true and title pr"#,
                "not (name.familyName sw ?) or (active eq ? and title pr)",
            ),
            (
                r#"urn:ietf:params:scim:schemas:core:2.0:User:userName ne "x""#,
                "urn:ietf:params:scim:schemas:core:2.0:User:userName ne ?",
            ),
            (r#"bjensen eq "x""#, "? eq ?"),
            ("bjensen@example.com", "?"),
            (r#"meta.lastModified gt "2011-05-13T04:42:34Z""#, "meta.lastModified gt ?"),
        ] {
            assert_eq!(filter_shape(filter), shape);
        }
    }

    /// V36
    #[test]
    fn a_detail_keeps_what_is_declared_and_ids_and_hides_the_rest() {
        let id = "2819c223-7f76-453a-919d-413861904646";
        for (given, kept) in [
            (format!("there is no User with the id \"{id}\""), format!("there is no User with the id \"{id}\"")),
            ("there is no User with the id \"bjensen\"".to_owned(), "there is no User with the id \"…\"".to_owned()),
            (
                "User has no attribute \"usrName\"; rather userName?".to_owned(),
                "User has no attribute \"usrName\"; rather userName?".to_owned(),
            ),
            ("User has no attribute \"b@example.com\"".to_owned(), "User has no attribute \"…\"".to_owned()),
            ("\"emails.value\" and \"geheim".to_owned(), "\"emails.value\" and \"…\"".to_owned()),
            ("no quotes at all".to_owned(), "no quotes at all".to_owned()),
        ] {
            assert_eq!(detail(&given), kept);
        }
    }
}
