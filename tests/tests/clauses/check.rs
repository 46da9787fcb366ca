//! What must hold between the tables and the tests.

use std::collections::{BTreeMap, BTreeSet};

use crate::scan::Scan;
use crate::table::{Row, Table};

/// How a clause is accounted for.
pub const KINDS: [&str; 4] = ["test", "decision", "client", "later"];

/// The levels that bind, those that advise, those that allow, and what follows from the text without such a word.
pub const LEVELS: [(&str, &[&str]); 4] = [
    ("MUST", &["MUST", "MUST NOT", "SHALL", "SHALL NOT", "REQUIRED", "READ-ONLY"]),
    ("SHOULD", &["SHOULD", "SHOULD NOT", "RECOMMENDED", "NOT RECOMMENDED"]),
    ("MAY", &["MAY", "OPTIONAL"]),
    ("IMPLIED", &["IMPLIED"]),
];

/// Who a clause of kind `client` binds: one of these must stand in its words.
const OTHERS: [&str; 5] = ["client", "author", "registra", "IANA", "expert"];

/// The group of a level in [`LEVELS`].
pub fn group(level: &str) -> Option<&'static str> {
    LEVELS.iter().find(|(_, levels)| levels.contains(&level)).map(|(group, _)| *group)
}

/// Everything that is wrong, a line a fault.
pub fn faults(tables: &[Table], scan: &Scan, rfcs: &[(&str, usize)]) -> Vec<String> {
    let mut faults = scan.faults.clone();
    let ids: BTreeSet<&str> = tables.iter().flat_map(|table| &table.rows).map(|row| row.id.as_str()).collect();
    for test in &scan.tests {
        for id in test.clauses.iter().filter(|id| !ids.contains(id.as_str())) {
            faults.push(format!("{}: {} names {id}, which no table has", test.place, test.name));
        }
    }
    for (rfc, count) in rfcs {
        let found = tables.iter().filter(|table| table.rfc == *rfc).map(|table| table.rows.len()).sum::<usize>();
        if found != *count {
            faults.push(format!("{rfc}.tsv: has {found} clauses, not {count}"));
        }
    }
    let mut seen = BTreeSet::new();
    let tests: BTreeMap<&str, &Vec<String>> =
        scan.tests.iter().map(|test| (test.name.as_str(), &test.clauses)).collect();
    for table in tables {
        for row in &table.rows {
            let mut fault = |text: String| faults.push(format!("{}.tsv:{}: {} {text}", table.rfc, row.line, row.id));
            if !seen.insert(row.id.as_str()) {
                fault("stands twice".to_owned());
            }
            if !row.id.starts_with(&format!("{}-", table.rfc)) {
                fault("is no clause of this RFC".to_owned());
            }
            words(row, &mut fault);
            names(row, scan, &tests, &mut fault);
        }
    }
    faults
}

/// Level, kind and sentence.
fn words(row: &Row, fault: &mut dyn FnMut(String)) {
    let Row { level, kind, sentence, .. } = row;
    if group(level).is_none() {
        fault(format!("has the unknown level {level:?}"));
    }
    if !KINDS.contains(&kind.as_str()) {
        fault(format!("has the unknown kind {kind:?}"));
    }
    if sentence.is_empty() {
        fault("does not say what scimd does".to_owned());
    }
    if kind == "client" && !OTHERS.iter().any(|word| sentence.to_lowercase().contains(&word.to_lowercase())) {
        fault("is of kind client, and its words do not say who is bound".to_owned());
    }
    let is_visible = !sentence.contains("from outside");
    if kind == "decision" && group(level) == Some("MUST") && is_visible {
        fault(format!("is a {level} and no decision; what cannot be seen \"from outside\" says so"));
    }
}

/// The tests of a clause: the kind agrees with them, and the column is what the sources have.
fn names(row: &Row, scan: &Scan, tests: &BTreeMap<&str, &Vec<String>>, fault: &mut dyn FnMut(String)) {
    let found = scan.shown_by(&row.id);
    if row.kind == "test" && found.is_empty() {
        fault("has no test".to_owned());
    }
    if row.kind != "test" && !found.is_empty() {
        fault(format!("is of kind {} and is shown by {}", row.kind, found.join(", ")));
    }
    for name in &row.tests {
        match tests.get(name.as_str()) {
            None => fault(format!("names the test {name}, which does not exist")),
            Some(clauses) if !clauses.contains(&row.id) => {
                fault(format!("names the test {name}, which does not carry its id"))
            }
            Some(_) => {}
        }
    }
    if row.tests != found {
        fault("has other tests than its row says; UPDATE_GOLDEN=1 writes them anew".to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{HEADER, parse};

    const FINE: &str = "7644-1-01\tMUST\ttest\tA.\tsuite::a";

    /// The faults of rows, with a test `suite::a` of the first clause and a test `suite::b` of none.
    fn of(rows: &[&str]) -> Vec<String> {
        let mut scan = Scan::default();
        scan.add_rust("suite.rs", "suite", "/// 7644-1-01\n#[test] fn a() {}\n#[test] fn b() {}");
        with(rows, &scan)
    }

    fn with(rows: &[&str], scan: &Scan) -> Vec<String> {
        let mut faults = Vec::new();
        let table = parse("7644", &format!("{HEADER}\n{}\n", rows.join("\n")), &mut faults);
        assert_eq!(faults, [""; 0]);
        super::faults(&[table], scan, &[("7644", rows.len())])
    }

    #[track_caller]
    fn one(rows: &[&str], words: &str) {
        let found = of(rows);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains(words), "{found:?}");
    }

    #[test]
    fn rows_and_tests_that_agree_are_without_fault() {
        assert_eq!(
            of(&[
                FINE,
                "7644-1-02\tMAY\tdecision\tNo.\t",
                "7644-1-03\tMUST\tclient\tBinds clients.\t",
                "7644-1-04\tMUST\tdecision\tIt cannot be seen from outside.\t",
                "7644-1-05\tSHOULD\tlater\tWith TLS.\t",
            ]),
            [""; 0]
        );
    }

    #[test]
    fn a_row_of_kind_test_needs_one() {
        one(&[FINE, "7644-1-02\tMUST\ttest\tA.\t"], "7644-1-02 has no test");
    }

    #[test]
    fn a_row_of_another_kind_has_none() {
        for kind in ["decision", "client", "later"] {
            let row = format!("7644-1-01\tMAY\t{kind}\tClients may.\tsuite::a");
            one(&[&row], &format!("is of kind {kind} and is shown by suite::a"));
        }
    }

    #[test]
    fn a_test_names_clauses_that_a_table_has() {
        let mut scan = Scan::default();
        scan.add_rust("suite.rs", "suite", "/// 7644-1-01, 7644-9-99\n#[test] fn a() {}");
        assert_eq!(with(&[FINE], &scan), ["suite.rs:2: suite::a names 7644-9-99, which no table has"]);
    }

    #[test]
    fn a_fault_of_the_sources_is_told() {
        let mut scan = Scan::default();
        scan.add_rust("suite.rs", "suite", "/// 7644-1-01, -02\n#[test] fn a() {}");
        assert_eq!(with(&[FINE], &scan), ["suite.rs:1: -02 must be a whole clause id"]);
    }

    #[test]
    fn a_test_named_in_a_row_exists_and_carries_the_id() {
        let found = of(&["7644-1-01\tMUST\ttest\tA.\tsuite::a, suite::b, suite::gone"]);
        assert!(found[0].ends_with("names the test suite::b, which does not carry its id"), "{found:?}");
        assert!(found[1].ends_with("names the test suite::gone, which does not exist"), "{found:?}");
    }

    #[test]
    fn the_tests_of_a_row_are_those_of_the_sources() {
        one(&["7644-1-01\tMUST\ttest\tA.\t"], "has other tests than its row says");
    }

    #[test]
    fn kinds_and_levels_are_known() {
        one(&[FINE, "7644-1-02\tMAY\tperhaps\tA.\t"], "unknown kind \"perhaps\"");
        one(&[FINE, "7644-1-02\tOUGHT\tdecision\tA.\t"], "unknown level \"OUGHT\"");
    }

    #[test]
    fn every_row_says_what_scimd_does() {
        one(&["7644-1-01\tMUST\ttest\t \tsuite::a"], "does not say what scimd does");
    }

    #[test]
    fn a_row_of_kind_client_says_who_is_bound() {
        one(&[FINE, "7644-1-02\tMUST\tclient\tSomething.\t"], "do not say who is bound");
    }

    #[test]
    fn what_binds_is_no_decision_unless_nobody_can_see_it() {
        for level in ["MUST", "MUST NOT", "SHALL", "SHALL NOT", "REQUIRED", "READ-ONLY"] {
            one(&[FINE, &format!("7644-1-02\t{level}\tdecision\tNo.\t")], "and no decision");
        }
    }

    #[test]
    fn an_id_stands_once_and_in_the_table_of_its_rfc() {
        one(&[FINE, FINE], "7644.tsv:3: 7644-1-01 stands twice");
        one(&[FINE, "7643-1-02\tMAY\tdecision\tA.\t"], "is no clause of this RFC");
    }

    #[test]
    fn no_row_vanishes() {
        let table = parse("7644", &format!("{HEADER}\n"), &mut Vec::new());
        let found = super::faults(&[table], &Scan::default(), &[("7644", 2), ("9865", 1)]);
        assert_eq!(found, ["7644.tsv: has 0 clauses, not 2", "9865.tsv: has 0 clauses, not 1"]);
    }
}
