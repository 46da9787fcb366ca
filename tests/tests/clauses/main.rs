//! Every normative statement of the RFCs is shown by a test, or it is said why not.
//!
//! The tables in `tests/clauses/` have a row a clause; the doc comments of tests name the clauses that they show. This
//! target compares the two, and `docs/conformance.md` with both. `UPDATE_GOLDEN=1` writes the last column of the tables
//! and the document anew; what only a person can mend still fails.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod check;
mod document;
mod lex;
mod scan;
mod table;
mod threats;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{env, fs};

use scan::Scan;
use table::Table;

/// The RFCs and the number of their clauses: a row that is lost is missed.
const RFCS: [(&str, usize); 3] = [("7643", 242), ("7644", 309), ("9865", 35)];

/// Where tests are, with the name of their target; none where the file is the target.
const SOURCES: [(&str, Option<&str>); 8] = [
    ("tests/tests/suite", Some("suite")),
    ("tests/tests/store", Some("store")),
    ("tests/tests/extended", Some("extended")),
    ("tests/tests/clauses", Some("clauses")),
    ("server/src", Some("scimd")),
    ("server/tests", None),
    ("codegen/src", Some("codegen")),
    ("codegen/tests", None),
];

/// Code that the generator made; it has no tests.
const GENERATED: &str = "codegen/tests/golden/";

struct Project {
    tables: Vec<Table>,
    found: Scan,
    faults: Vec<String>,
}

/// What lies in the repository, read once; brought up to date first if that is asked for.
fn project() -> &'static Project {
    static PROJECT: OnceLock<Project> = OnceLock::new();
    PROJECT.get_or_init(|| {
        let root = root();
        let found = sources(&root);
        let mut faults = Vec::new();
        let mut tables = Vec::new();
        for (rfc, _) in RFCS {
            let path = root.join(format!("tests/clauses/{rfc}.tsv"));
            let text = fs::read_to_string(&path).unwrap_or_default();
            let before = faults.len();
            let mut table = table::parse(rfc, &text, &mut faults);
            // A table that cannot be read whole is not written over.
            if updating() && faults.len() == before {
                table.fill(&found);
                fs::write(&path, table.text()).unwrap();
            }
            tables.push(table);
        }
        if updating() {
            fs::write(document_path(&root), document::write(&tables)).unwrap();
        }
        Project { tables, found, faults }
    })
}

fn updating() -> bool {
    env::var_os("UPDATE_GOLDEN").is_some()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn document_path(root: &Path) -> PathBuf {
    root.join("docs/conformance.md")
}

/// The tests of all sources and programs.
fn sources(root: &Path) -> Scan {
    let mut scan = Scan::default();
    for (folder, target) in SOURCES {
        for path in files(&root.join(folder), "rs") {
            let file = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            if file.starts_with(GENERATED) {
                continue;
            }
            let module = scan::module(target, file.strip_prefix(folder).unwrap());
            scan.add_rust(&file, &module, &fs::read_to_string(&path).unwrap());
        }
    }
    for path in files(&root.join("tests"), "py") {
        let file = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        scan.add_program(&file, &fs::read_to_string(&path).unwrap());
    }
    assert!(scan.tests.len() > 300, "the tests are found");
    scan
}

/// The files of a folder and the folders below it, by name.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found
}

#[test]
fn every_clause_is_shown_by_a_test_or_accounted_for() {
    let Project { tables, found, faults } = project();
    let mut faults = faults.clone();
    faults.extend(check::faults(tables, found, &RFCS));
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_document_is_that_of_the_tables() {
    let expected = document::write(&project().tables);
    let written = fs::read_to_string(document_path(&root())).unwrap_or_default();
    let line = written.lines().zip(expected.lines()).position(|(written, expected)| written != expected);
    assert!(
        written == expected,
        "docs/conformance.md differs from the tables from line {} on; UPDATE_GOLDEN=1 writes it anew",
        line.unwrap_or(written.lines().count().min(expected.lines().count())) + 1
    );
}
