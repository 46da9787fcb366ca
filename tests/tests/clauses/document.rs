//! `docs/conformance.md`, made of the tables.

use std::fmt::Write;

use crate::check::{KINDS, LEVELS, group};
use crate::table::{Row, Table};

const INTRODUCTION: &str = "\
<!-- Written by `UPDATE_GOLDEN=1 cargo test -p tests --test clauses`. Edit tests/clauses/*.tsv instead. -->

# Conformance

Every normative statement of the RFCs that scimd implements, what scimd does about it, and which tests show it. A test
compares this page with the tables in [`tests/clauses/`](../tests/clauses) and with the tests themselves: a clause whose
test is gone, or a test whose clause is gone, fails the tests.

An id is RFC, section and number of the clause (`7644-3.5.2.2-06`); `x` numbers are rules that follow from the text without
one of its key words. The same id stands in the doc comment of each test that shows the clause:
`grep -r 7644-3.5.2.2-06 tests server codegen` finds them. A clause is accounted for in one of four ways:

- **test**: at least one test fails if scimd does otherwise.
- **decision**: a choice the RFC leaves open, or something that cannot be seen from outside; the words give the reason.
- **client**: binds clients, registries or authors; there is nothing for a server to do.
- **later**: not kept yet; the words say what it waits for.
";

/// The names of the RFCs, for headings.
const TITLES: [(&str, &str); 3] = [("7643", "Core Schema"), ("7644", "Protocol"), ("9865", "Cursor-Based Pagination")];

/// How many tests are named before the rest is only counted.
const NAMED: usize = 3;

/// The whole document.
pub fn write(tables: &[Table]) -> String {
    let mut text = String::from(INTRODUCTION);
    summary(&mut text, tables);
    for table in tables {
        let title = TITLES.iter().find(|(rfc, _)| *rfc == table.rfc).map_or("", |(_, title)| *title);
        let _ = writeln!(text, "\n## RFC {}: {title}", table.rfc);
        for section in table.rows.chunk_by(|one, two| one.section() == two.section()) {
            let number = section.first().map_or("", Row::section);
            let _ =
                writeln!(text, "\n### [§{number}](https://www.rfc-editor.org/rfc/rfc{}#section-{number})\n", table.rfc);
            text.push_str("| clause | level | what scimd does | shown by |\n|---|---|---|---|\n");
            for row in section {
                let _ = writeln!(text, "| {} | {} | {} | {} |", row.id, row.level, cell(&row.sentence), shown_by(row));
            }
        }
    }
    text
}

/// How many clauses of each level are accounted for in each way.
fn summary(text: &mut String, tables: &[Table]) {
    let _ = writeln!(text, "\n| RFC | level | {} | all |", KINDS.join(" | "));
    text.push_str("|---|---|---:|---:|---:|---:|---:|\n");
    let all: Vec<&Row> = tables.iter().flat_map(|table| &table.rows).collect();
    for table in tables {
        let rows: Vec<&Row> = table.rows.iter().collect();
        for (level, _) in LEVELS {
            let of_level: Vec<&Row> = rows.iter().copied().filter(|row| group(&row.level) == Some(level)).collect();
            counts(text, &table.rfc, level, &of_level);
        }
        counts(text, &table.rfc, "all", &rows);
    }
    counts(text, "all", "all", &all);
    text.push_str("\nMUST counts SHALL, REQUIRED and READ-ONLY too, SHOULD counts RECOMMENDED, MAY counts OPTIONAL; each with its negative.\n");
}

fn counts(text: &mut String, rfc: &str, level: &str, rows: &[&Row]) {
    let of_kind = KINDS.map(|kind| rows.iter().filter(|row| row.kind == kind).count().to_string());
    let _ = writeln!(text, "| {rfc} | {level} | {} | {} |", of_kind.join(" | "), rows.len());
}

/// The last cell: the kind, or the tests in code font.
fn shown_by(row: &Row) -> String {
    if row.tests.is_empty() {
        return format!("*{}*", row.kind);
    }
    let mut names: Vec<String> = row.tests.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    if row.tests.len() > NAMED {
        names.push(format!("and {} more", row.tests.len() - NAMED));
    }
    names.join("<br>")
}

/// Text that does not end its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{HEADER, parse};

    fn document() -> String {
        let rows = "7644-3.3-07\tSHALL\ttest\tA create | is 201.\ta::b, a::c, a::d, a::e, a::f\n\
            7644-3.3-08\tSHOULD\ttest\tB.\ta::b\n7644-3.4-01\tMAY\tclient\tClients may.\t\n";
        write(&[parse("7644", &format!("{HEADER}\n{rows}"), &mut Vec::new())])
    }

    #[test]
    fn clauses_stand_by_rfc_and_section() {
        let text = document();
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is not in {text}"));
        assert!(at("## RFC 7644: Protocol") < at("### [§3.3](https://www.rfc-editor.org/rfc/rfc7644#section-3.3)"));
        assert!(at("| 7644-3.3-08 | SHOULD | B. | `a::b` |") < at("### [§3.4]"));
        assert_eq!(text.matches("### ").count(), 2);
    }

    #[test]
    fn three_tests_are_named_and_the_rest_counted() {
        assert!(document().contains("| A create \\| is 201. | `a::b`<br>`a::c`<br>`a::d`<br>and 2 more |"));
    }

    #[test]
    fn a_clause_without_tests_shows_its_kind() {
        assert!(document().contains("| 7644-3.4-01 | MAY | Clients may. | *client* |"));
    }

    #[test]
    fn the_summary_counts_by_level_and_kind() {
        let text = document();
        for line in [
            "| 7644 | MUST | 1 | 0 | 0 | 0 | 1 |",
            "| 7644 | MAY | 0 | 0 | 1 | 0 | 1 |",
            "| 7644 | all | 2 | 0 | 1 | 0 | 3 |",
        ] {
            assert!(text.contains(line), "{line} is not in {text}");
        }
    }
}
