//! The commands beside the server: the operations of the administration, on the database itself.

pub mod check;
pub mod health;
pub mod keys;
pub mod log;
pub mod organisations;
pub mod schema;
pub mod span;
pub mod tokens;

use std::io::Write;

use poem_openapi::types::ToJSON;

/// Prints something for people, or as JSON.
fn print<D: ToJSON>(json: bool, document: &D, text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    let written = match json {
        true => writeln!(out, "{}", document.to_json_string()),
        false => writeln!(out, "{text}"),
    };
    written.map_err(|error| format!("cannot write to standard output: {error}"))
}

/// Prints a table: each column as wide as its widest cell.
fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = head.iter().map(|cell| cell.chars().count()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let padded = cells.zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut lines = vec![line(&mut head.iter().copied())];
    lines.extend(rows.iter().map(|row| line(&mut row.iter().map(String::as_str))));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn a_column_is_as_wide_as_its_widest_cell() {
        let rows = [vec!["acme".to_owned(), "a".to_owned()], vec!["b".to_owned(), "äöü".to_owned()]];
        assert_eq!(table(&["id", "name"], &rows), "id    name\nacme  a\nb     äöü");
    }
}
