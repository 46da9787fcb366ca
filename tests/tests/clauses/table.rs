//! The tables: one a RFC, tab-separated, a row a clause.

use crate::scan::Scan;

/// The first line of every table.
pub const HEADER: &str = "id\tlevel\tkind\twhat scimd does\ttests";

/// The clauses of a RFC.
#[derive(Debug)]
pub struct Table {
    pub rfc: String,
    pub rows: Vec<Row>,
}

/// A clause.
#[derive(Debug)]
pub struct Row {
    pub line: usize,
    pub id: String,
    pub level: String,
    pub kind: String,
    pub sentence: String,
    pub tests: Vec<String>,
}

impl Row {
    /// The section of the RFC: `3.4.2` of `7644-3.4.2-03`.
    pub fn section(&self) -> &str {
        self.id.split('-').nth(1).unwrap_or_default()
    }
}

impl Table {
    /// Names the tests that the sources have for each clause.
    pub fn fill(&mut self, scan: &Scan) {
        for row in &mut self.rows {
            row.tests = scan.shown_by(&row.id);
        }
    }

    /// The table as it stands in its file.
    pub fn text(&self) -> String {
        let rows = self.rows.iter().map(|row| {
            format!("{}\t{}\t{}\t{}\t{}\n", row.id, row.level, row.kind, row.sentence, row.tests.join(", "))
        });
        [format!("{HEADER}\n")].into_iter().chain(rows).collect()
    }
}

/// Reads a table. A line that is no row is a fault.
pub fn parse(rfc: &str, text: &str, faults: &mut Vec<String>) -> Table {
    let mut rows = Vec::new();
    let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    if lines.next().map(|(_, line)| line) != Some(HEADER) {
        faults.push(format!("{rfc}.tsv:1: the header must be {HEADER:?}"));
    }
    for (line, text) in lines {
        let cells: Vec<&str> = text.split('\t').collect();
        // An empty last cell may have lost its tab.
        let (Some(&[id, level, kind, sentence]), 4 | 5) = (cells.first_chunk(), cells.len()) else {
            faults.push(format!("{rfc}.tsv:{line}: a row has five cells, this has {}", cells.len()));
            continue;
        };
        let tests = cells.get(4).copied().unwrap_or_default().split(',').map(str::trim).filter(|name| !name.is_empty());
        rows.push(Row {
            line,
            id: id.to_owned(),
            level: level.to_owned(),
            kind: kind.to_owned(),
            sentence: sentence.trim().to_owned(),
            tests: tests.map(str::to_owned).collect(),
        });
    }
    Table { rfc: rfc.to_owned(), rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_written_as_it_was_read() {
        let text =
            format!("{HEADER}\n7644-1-01\tMUST\ttest\tA sentence.\ta::b, c::d\n7644-3.4.2-x1\tMAY\tclient\tB.\t\n");
        let mut faults = Vec::new();
        let table = parse("7644", &text, &mut faults);
        assert_eq!(faults, [""; 0]);
        assert_eq!(table.text(), text);
        assert_eq!(table.rows[0].tests, ["a::b", "c::d"]);
        assert_eq!(table.rows[1].section(), "3.4.2");
    }

    #[test]
    fn a_line_that_is_no_row_and_a_wrong_header_are_faults() {
        let mut faults = Vec::new();
        parse("7644", "id\tlevel\n7644-1-01\tMUST\n\n", &mut faults);
        let found: Vec<&str> = faults.iter().filter_map(|fault| fault.split(": ").next()).collect();
        assert_eq!(found, ["7644.tsv:1", "7644.tsv:2", "7644.tsv:3"]);
    }

    #[test]
    fn the_tests_column_is_filled_from_the_sources() {
        let mut table = parse("7644", &format!("{HEADER}\n7644-1-01\tMUST\ttest\tA.\tgone\n"), &mut Vec::new());
        let mut scan = Scan::default();
        scan.add_rust("b.rs", "b", "/// 7644-1-01\n#[test] fn two() {}");
        scan.add_rust("a.rs", "a", "/// 7644-1-01\n#[test] fn one() {}");
        table.fill(&scan);
        assert_eq!(table.rows[0].tests, ["a::one", "b::two"]);
    }
}
