//! The tests of the sources: their names, and the clause ids in the doc comments directly above them.

use crate::RFCS;
use crate::lex::{Token, tokens};
use crate::threats::threats;

/// A test, and the clauses it shows.
#[derive(Debug)]
pub struct Test {
    /// `target::module::function`, or the path of a program.
    pub name: String,
    /// File and line.
    pub place: String,
    pub clauses: Vec<String>,
    /// The incidents that it guards against.
    pub threats: Vec<String>,
}

/// What the sources have.
#[derive(Debug, Default)]
pub struct Scan {
    pub tests: Vec<Test>,
    pub faults: Vec<String>,
}

impl Scan {
    /// The tests that show a clause, by name.
    pub fn shown_by(&self, clause: &str) -> Vec<String> {
        let tests = self.tests.iter().filter(|test| test.clauses.iter().any(|id| id == clause));
        let mut names: Vec<String> = tests.map(|test| test.name.clone()).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Adds the tests of a Rust source: functions marked as one, and those in `on_both_databases!`.
    pub fn add_rust(&mut self, file: &str, module: &str, source: &str) {
        let tokens = tokens(source);
        let sign = |at: usize, char: char| matches!(tokens.get(at), Some((_, Token::Sign(found))) if *found == char);
        let name = |at: usize| match tokens.get(at) {
            Some((_, Token::Name(name))) => *name,
            _ => "",
        };
        let mut scopes = vec![Scope::Module(module.to_owned())];
        let (mut docs, mut marked) = (Vec::new(), false);
        let mut at = 0;
        while let Some((line, token)) = tokens.get(at).copied() {
            let (mut keep, mut next) = (false, at + 1);
            match token {
                Token::Doc(text) => {
                    docs.push((line, text));
                    keep = true;
                }
                Token::Sign('#') if sign(at + 1, '[') => {
                    next = close(&tokens, at + 1);
                    let path: Vec<&str> = (at + 2..next)
                        .take_while(|at| !sign(*at, '('))
                        .map(name)
                        .filter(|name| !name.is_empty())
                        .collect();
                    marked |= path.last() == Some(&"test");
                    keep = true;
                }
                Token::Name("pub" | "async") | Token::Name("crate" | "super") | Token::Sign('(' | ')') => keep = true,
                Token::Name("mod") if sign(at + 2, '{') => {
                    scopes.push(Scope::Module(name(at + 1).to_owned()));
                    next = at + 3;
                }
                Token::Name("on_both_databases") if sign(at + 1, '!') && sign(at + 2, '{') => {
                    scopes.push(Scope::Tests);
                    next = at + 3;
                }
                Token::Name("fn") if !name(at + 1).is_empty() => {
                    let is_test = marked || matches!(scopes.last(), Some(Scope::Tests));
                    self.function(file, line, &path(&scopes, name(at + 1)), &docs, is_test);
                }
                Token::Sign('{') => scopes.push(Scope::Block),
                Token::Sign('}') => drop(scopes.pop()),
                _ => {}
            }
            if !keep {
                docs.clear();
                marked = false;
            }
            at = next;
        }
    }

    fn function(&mut self, file: &str, line: usize, name: &str, docs: &[(usize, &str)], is_test: bool) {
        let place = format!("{file}:{line}");
        let clauses = self.clauses(file, docs.iter().copied());
        let threats = threats(docs.iter().copied());
        if is_test || !threats.is_empty() && file.starts_with("tests/") {
            // A function that several tests call may name the incident for all of them.
            self.tests.push(Test { name: name.to_owned(), place, clauses, threats });
        } else if let Some(clause) = clauses.first() {
            self.faults.push(format!("{place}: {name} names {clause} and is no test"));
        }
    }

    /// Adds a program that is a test as a whole: the ids are in its comments.
    pub fn add_program(&mut self, file: &str, source: &str) {
        let comments =
            source.lines().enumerate().filter_map(|(line, text)| Some((line + 1, text.trim().strip_prefix('#')?)));
        let threats = threats(comments.clone());
        let clauses = self.clauses(file, comments);
        self.tests.push(Test { name: file.to_owned(), place: file.to_owned(), clauses, threats });
    }

    /// The clause ids of a comment. One cut short, or a range, is a fault: nobody finds it by its id.
    fn clauses<'a>(&mut self, file: &str, lines: impl Iterator<Item = (usize, &'a str)>) -> Vec<String> {
        let mut clauses: Vec<String> = Vec::new();
        let mut before = "";
        for (line, text) in lines {
            let words = text.split(|char: char| char.is_whitespace() || ",;:()".contains(char));
            for word in words.map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty()) {
                let is_id = is_id(word);
                let short = is_short(word) && !clauses.is_empty();
                if short {
                    self.faults.push(format!("{file}:{line}: {word} must be a whole clause id"));
                } else if is_id && before == "to" && !clauses.is_empty() {
                    self.faults.push(format!("{file}:{line}: the clauses up to {word} must be named one by one"));
                }
                if is_id && !clauses.iter().any(|clause| clause == word) {
                    clauses.push(word.to_owned());
                }
                before = word;
            }
        }
        clauses
    }
}

enum Scope {
    Module(String),
    Tests,
    Block,
}

fn path(scopes: &[Scope], name: &str) -> String {
    let modules = scopes.iter().filter_map(|scope| match scope {
        Scope::Module(name) => Some(name.as_str()),
        _ => None,
    });
    modules.chain([name]).collect::<Vec<_>>().join("::")
}

/// The place after the bracket that closes the one at a place.
fn close(tokens: &[(usize, Token<'_>)], open: usize) -> usize {
    let mut depth = 0;
    for (at, (_, token)) in tokens.iter().enumerate().skip(open) {
        match token {
            Token::Sign('[') => depth += 1,
            Token::Sign(']') if depth == 1 => return at + 1,
            Token::Sign(']') => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}

/// The module of a file below the folder of a target: `/scim/path.rs` of `scimd` is `scimd::scim::path`. Where the folder
/// has no target of its own, the file is one.
pub fn module(target: Option<&str>, path: &str) -> String {
    let path = path.trim_start_matches('/').trim_end_matches(".rs");
    let mut parts: Vec<&str> = target.into_iter().chain(path.split('/')).collect();
    if parts.len() > 1 && matches!(parts.last(), Some(&"mod" | &"main" | &"lib")) {
        parts.pop();
    }
    parts.join("::")
}

/// Whether a word is meant as a clause id: `7644-3.3-07`.
fn is_id(word: &str) -> bool {
    RFCS.iter().any(|(rfc, _)| word.strip_prefix(rfc).is_some_and(|rest| rest.starts_with('-')))
}

/// Whether a word is the end of a clause id: `-07`, `-05b`, `-x1`.
fn is_short(word: &str) -> bool {
    let Some(rest) = word.strip_prefix('-') else { return false };
    let rest = rest.strip_prefix('x').unwrap_or(rest);
    let digits = rest.trim_end_matches(|char: char| char.is_ascii_lowercase());
    !digits.is_empty() && rest.len() <= digits.len() + 1 && digits.chars().all(|char| char.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(source: &str) -> Scan {
        let mut scan = Scan::default();
        scan.add_rust("file.rs", "suite::crud", source);
        scan
    }

    fn found(source: &str) -> Vec<(String, Vec<String>)> {
        let scan = scan(source);
        assert_eq!(scan.faults, [""; 0]);
        scan.tests.into_iter().map(|test| (test.name, test.clauses)).collect()
    }

    fn test(name: &str, clauses: &[&str]) -> (String, Vec<String>) {
        (name.to_owned(), clauses.iter().map(|clause| (*clause).to_owned()).collect())
    }

    #[test]
    fn a_test_has_the_ids_of_the_doc_comment_directly_above() {
        let source = "/// 7644-1-01\n#[test]\n#[ignore = \"x\"]\npub fn one() { fn helper() {} }\n\n/// 7644-1-02: words; 7643-2.4-x1,\n/// 9865-2-05a.\n#[tokio::test]\nasync fn two() {}\n#[test] fn three() {}";
        assert_eq!(
            found(source),
            [
                test("suite::crud::one", &["7644-1-01"]),
                test("suite::crud::two", &["7644-1-02", "7643-2.4-x1", "9865-2-05a"]),
                test("suite::crud::three", &[]),
            ]
        );
        assert_eq!(found("/// 7644-1-01\nconst A: u8 = 1;\n#[test] fn a() {}"), [test("suite::crud::a", &[])]);
        assert_eq!(found("const A: &str = \"\n/// 7644-1-01\n\"; #[test] fn a() {}"), [test("suite::crud::a", &[])]);
    }

    #[test]
    fn functions_of_on_both_databases_are_tests_and_modules_are_part_of_the_name() {
        let source = "fn helper() {}\non_both_databases! { from x;\n/// 7644-1-01\nfn a(server) { let b = || { fn inner() {} }; }\nfn c(server) {} }\n\
            mod sorting { use x; on_both_databases! { fresh; fn d(server) {} } }\n#[cfg(test)] mod tests { #[test] fn e() {} }\nfn f() {}";
        assert_eq!(
            found(source),
            [
                test("suite::crud::a", &["7644-1-01"]),
                test("suite::crud::c", &[]),
                test("suite::crud::sorting::d", &[]),
                test("suite::crud::tests::e", &[]),
            ]
        );
    }

    #[test]
    fn an_id_cut_short_is_a_fault_with_file_and_line() {
        for (comment, short) in
            [("7644-3.3-07, -08", "-08"), ("7644-3.3-07; -x1", "-x1"), ("7644-3.3-07 to -09b: words", "-09b")]
        {
            let faults = scan(&format!("\n/// {comment}\n#[test] fn a() {{}}")).faults;
            assert_eq!(faults, [format!("file.rs:2: {short} must be a whole clause id")]);
        }
        assert_eq!(scan("/// -08 is a number, `-x` an option\n#[test] fn a() {}").faults, [""; 0]);
        assert_eq!(scan("/// 7644-3.3-07: count=-1, x-08\n#[test] fn a() {}").faults, [""; 0]);
    }

    #[test]
    fn a_range_of_ids_is_a_fault() {
        let faults = scan("/// 7644-3.3-07 to 7644-3.3-09\n#[test] fn a() {}").faults;
        assert_eq!(faults, ["file.rs:1: the clauses up to 7644-3.3-09 must be named one by one"]);
    }

    #[test]
    fn an_id_above_what_is_no_test_is_a_fault() {
        assert_eq!(
            scan("/// 7644-3.3-07\nfn a() {}").faults,
            ["file.rs:2: suite::crud::a names 7644-3.3-07 and is no test"]
        );
    }

    #[test]
    fn a_program_has_the_ids_of_its_comments() {
        let mut scan = Scan::default();
        scan.add_program("tests/conformance.py", "x = 1\n# 7644-3.3-07\ny = '7644-3.3-08'\n");
        assert_eq!(scan.shown_by("7644-3.3-07"), ["tests/conformance.py"]);
        assert_eq!(scan.shown_by("7644-3.3-08"), [""; 0]);
    }

    #[test]
    fn modules_are_named_by_target_and_path() {
        for (target, path, expected) in [
            (Some("suite"), "/crud.rs", "suite::crud"),
            (Some("suite"), "/main.rs", "suite"),
            (Some("scimd"), "/scim/filter/mod.rs", "scimd::scim::filter"),
            (Some("scimd"), "/lib.rs", "scimd"),
            (Some("scimd"), "/scim/filter/parse/tests.rs", "scimd::scim::filter::parse::tests"),
            (None, "/golden_plain.rs", "golden_plain"),
        ] {
            assert_eq!(module(target, path), expected);
        }
    }
}
