//! All naming: how the names of a schema become names of Rust and of SQL.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};

/// PostgreSQL cuts longer names in silence.
const SQL_NAME_LIMIT: usize = 63;

/// `familyName` → `family_name`, `$ref` → `reference`, `x509Certificates` → `x509_certificates`.
pub(crate) fn snake(name: &str) -> String {
    if name == "$ref" {
        return "reference".to_owned();
    }
    words(name).join("_")
}

/// `familyName` → `FamilyName`, `$ref` → `Reference`.
pub(crate) fn camel(name: &str) -> String {
    let capital = |word: &str| {
        let (first, rest) = word.split_at(1);
        format!("{}{rest}", first.to_ascii_uppercase())
    };
    snake(name).split('_').filter(|word| !word.is_empty()).map(capital).collect()
}

/// `EnterpriseUser` → `ENTERPRISE_USER`
pub(crate) fn screaming(name: &str) -> String {
    snake(name).to_ascii_uppercase()
}

/// The name of a column or a table made of parts: `["k", "name", "familyName"]` → `k_name_family_name`.
pub(crate) fn sql(parts: &[&str]) -> String {
    let part = |part: &&str| if *part == "$ref" { "ref".to_owned() } else { snake(part) };
    parts.iter().map(part).collect::<Vec<_>>().join("_")
}

/// The identifier of that name: raw if it is a keyword, with a trailing `_` if it cannot be raw.
pub(crate) fn ident(name: &str) -> Ident {
    if matches!(name, "self" | "Self" | "super" | "crate") {
        return Ident::new(&format!("{name}_"), Span::call_site());
    }
    // syn knows the keywords up to the edition 2021.
    if name == "gen" || syn::parse_str::<Ident>(name).is_err() {
        return Ident::new_raw(name, Span::call_site());
    }
    Ident::new(name, Span::call_site())
}

/// The lower-case words of a name, never none, the first beginning with a letter.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (index, letter) in letters.iter().enumerate() {
        if !letter.is_ascii_alphanumeric() {
            words.push(String::new());
            continue;
        }
        // A capital begins a word after a small letter or digit, and as the last of a run: userID, URLPath.
        let after_small = index > 0 && !letters[index - 1].is_ascii_uppercase();
        let before_small = letters.get(index + 1).is_some_and(char::is_ascii_lowercase);
        if letter.is_ascii_uppercase() && (after_small || before_small) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    if !words.first().is_some_and(|word| word.starts_with(|first: char| first.is_ascii_alphabetic())) {
        words.insert(0, "n".to_owned());
    }
    words
}

/// The names given away in one scope. Two are the same if they differ in case and `_` alone, since a name in snake
/// case may return in camel case.
#[derive(Default)]
pub(crate) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// A scope in which these names are taken.
    pub(crate) fn with(taken: &[&str]) -> Self {
        Self { taken: taken.iter().map(|name| fold(name)).collect() }
    }

    /// The wanted name, or the wanted name with the first free number.
    pub(crate) fn take(&mut self, wanted: String) -> String {
        self.take_with(&wanted, "")
    }

    /// As [`Self::take`], for names in snake case that SQL must understand.
    pub(crate) fn take_sql(&mut self, wanted: String) -> String {
        self.take_with(&shorten(unreserved(wanted)), "_")
    }

    fn take_with(&mut self, wanted: &str, separator: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 2;
        while !self.taken.insert(fold(&name)) {
            name = format!("{wanted}{separator}{number}");
            number += 1;
        }
        name
    }
}

fn fold(name: &str) -> String {
    name.replace('_', "").to_ascii_lowercase()
}

/// Another name for one that a database keeps for itself: catalogues begin with `pg_` and `sqlite_`, and PostgreSQL
/// calls the index of a primary key `<table>_pkey`.
fn unreserved(name: String) -> String {
    if name.starts_with("pg_") || name.starts_with("sqlite_") {
        format!("t_{name}")
    } else if name.ends_with("_pkey") {
        format!("{name}_t")
    } else {
        name
    }
}

/// Cuts a name that is too long for SQL and appends a digest of the whole (FNV-1a). No `_` stands beside another: SeaORM
/// makes one of two.
fn shorten(name: String) -> String {
    // Room for a number that a collision may add.
    if name.len() <= SQL_NAME_LIMIT - 4 {
        return name;
    }
    let digest =
        name.bytes().fold(0x811c_9dc5_u32, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{}_{digest:08x}", name[..SQL_NAME_LIMIT - 4 - 9].trim_end_matches('_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_into_words() {
        for (name, expected) in [
            ("familyName", "family_name"),
            ("x509Certificates", "x509_certificates"),
            ("userID", "user_id"),
            ("URLPath", "url_path"),
            ("cost-center", "cost_center"),
            ("$ref", "reference"),
            ("2fa", "n_2fa"),
        ] {
            assert_eq!(snake(name), expected);
        }
        assert_eq!(camel("phoneNumbers"), "PhoneNumbers");
        assert_eq!(sql(&["k", "manager", "$ref"]), "k_manager_ref");
    }

    #[test]
    fn keywords_become_raw() {
        assert_eq!(ident("type").to_string(), "r#type");
        assert_eq!(ident("gen").to_string(), "r#gen");
        assert_eq!(ident("self").to_string(), "self_");
        assert_eq!(ident("name").to_string(), "name");
    }

    #[test]
    fn names_that_meet_are_numbered() {
        let mut names = Names::with(&["Meta"]);
        assert_eq!(names.take("Meta".into()), "Meta2");
        assert_eq!(names.take_sql("k_a_1".into()), "k_a_1");
        assert_eq!(names.take_sql("k_a1".into()), "k_a1_2");
    }

    #[test]
    fn long_names_are_cut_but_stay_apart() {
        let mut names = Names::default();
        let one = names.take_sql(format!("k_{}_one", "a".repeat(80)));
        let two = names.take_sql(format!("k_{}_two", "a".repeat(80)));
        assert!(one.len() < SQL_NAME_LIMIT && two.len() < SQL_NAME_LIMIT);
        assert_ne!(one, two);
    }

    #[test]
    fn names_that_databases_keep_for_themselves_become_others() {
        let mut names = Names::default();
        for (wanted, expected) in [
            ("pg_class", "t_pg_class"),
            ("sqlite_things", "t_sqlite_things"),
            ("users_pkey", "users_pkey_t"),
            ("pgs", "pgs"),
        ] {
            assert_eq!(names.take_sql(wanted.into()), expected);
        }
    }
}
