//! Every incident that scimd guards against is shown by a test: `tests/clauses/threats.tsv` lists them, and a test names
//! them in its doc comment. `docs/threats.md` has both.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use crate::{project, root, updating};

const INTRODUCTION: &str = "\
<!-- Written by `UPDATE_GOLDEN=1 cargo test -p tests --test clauses`. Edit tests/clauses/threats.tsv instead. -->

# What scimd guards against

Each line is something that went wrong in a server of this kind, or a wall between organisations, and the tests that fail
if it goes wrong here. `V` numbers are incidents, `T` the walls between organisations, `X` secrets and input. A test names
the number in its doc comment: `grep -rw V30 tests server` finds it.

| id | what is guarded | shown by |
|---|---|---|
";

/// How many tests are named before the rest is only counted.
const NAMED: usize = 3;

fn rows() -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join("tests/clauses/threats.tsv")).unwrap();
    let mut rows: Vec<_> = text
        .lines()
        .skip(1)
        .map(|line| line.split_once('\t').unwrap_or_else(|| panic!("no tab in {line:?}")))
        .map(|(id, guarded)| (id.to_owned(), guarded.to_owned()))
        .collect();
    rows.dedup();
    rows
}

/// The tests by the incidents that they name.
fn shown() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut shown: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for test in &project().found.tests {
        for threat in &test.threats {
            shown.entry(threat).or_default().push(&test.name);
        }
    }
    shown
}

fn document() -> String {
    let shown = shown();
    let mut text = INTRODUCTION.to_owned();
    for (id, guarded) in rows() {
        let tests = shown.get(id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let mut names: Vec<String> = tests.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
        if tests.len() > NAMED {
            names.push(format!("and {} more", tests.len() - NAMED));
        }
        let _ = writeln!(text, "| {id} | {guarded} | {} |", names.join(", "));
    }
    text
}

#[test]
fn every_incident_is_shown_by_a_test_and_every_number_is_of_an_incident() {
    let (rows, shown) = (rows(), shown());
    let missing: Vec<_> = rows.iter().filter(|(id, _)| !shown.contains_key(id.as_str())).collect();
    assert!(missing.is_empty(), "no test names {missing:#?}");
    let unknown: Vec<_> = shown.iter().filter(|(id, _)| !rows.iter().any(|(row, _)| row == *id)).collect();
    assert!(unknown.is_empty(), "no such incident: {unknown:#?}");
}

#[test]
fn the_document_of_the_incidents_is_that_of_the_table() {
    let path = root().join("docs/threats.md");
    if updating() {
        fs::write(&path, document()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == document(), "docs/threats.md differs from the table; UPDATE_GOLDEN=1 writes it anew");
}

/// Whether a word is the number of an incident: `V30`, `T4`, `X1`.
pub fn is_threat(word: &str) -> bool {
    let Some(number) = word.strip_prefix(['V', 'T', 'X']) else { return false };
    (1..=2).contains(&number.len()) && !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// The incidents that lines of a comment name.
pub fn threats<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> Vec<String> {
    let words = lines.flat_map(|(_, text)| text.split(|char: char| !char.is_ascii_alphanumeric()));
    let mut found: Vec<String> = words.filter(|word| is_threat(word)).map(str::to_owned).collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn the_number_of_an_incident_is_told_from_other_words() {
    let lines = [(1, "V30, F15: words about X509 and T (T10), V2."), (2, "X1 and V300, v4")];
    assert_eq!(threats(lines.into_iter()), ["T10", "V2", "V30", "X1"]);
}
