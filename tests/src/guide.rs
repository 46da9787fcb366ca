//! Pages of the documentation that show requests and answers: every request is sent as it stands there, in order, and the
//! answer must be the one that the page shows, as far as it shows it.
//!
//! A request is an `http` block that begins with a method; the answer is the next `http` block, which begins with `HTTP/1.1`
//! and a status. `{name}` in a shown answer is a value to remember, and in a later request that value.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{Organisation, Request};

/// A request of a page, and the answer that the page shows.
#[derive(Debug)]
struct Shown {
    request: Block,
    answer: Block,
}

/// The first line, the headers and the body of a block.
#[derive(Debug)]
struct Block {
    line: String,
    headers: Vec<(String, String)>,
    body: String,
}

/// The `http` blocks of a page, in pairs.
#[track_caller]
fn shown(page: &str) -> Vec<Shown> {
    let mut blocks = Vec::new();
    for part in page.split("```http\n").skip(1) {
        let text = part.split_once("\n```").unwrap().0;
        let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
        let mut lines = head.lines();
        let line = lines.next().unwrap().to_owned();
        let headers =
            lines.map(|line| line.split_once(": ").unwrap()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
        blocks.push(Block { line, headers, body: body.trim().to_owned() });
    }
    let mut pairs = Vec::new();
    let mut blocks = blocks.into_iter();
    while let Some(request) = blocks.next() {
        let answer = blocks.next().unwrap_or_else(|| panic!("no answer is shown for {request:?}"));
        assert!(answer.line.starts_with("HTTP/1.1 "), "{request:?} is followed by {answer:?}");
        pairs.push(Shown { request, answer });
    }
    pairs
}

fn filled(text: &str, known: &BTreeMap<String, String>) -> String {
    known.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// Compares an answer with what is shown of it; a string such as `{user}` that is not known yet is remembered.
#[track_caller]
fn compare(found: &Value, shown: &Value, known: &mut BTreeMap<String, String>, place: &str) {
    match shown {
        Value::Object(members) => {
            for (key, value) in members {
                compare(&found[key], value, known, &format!("{place}/{key}"));
            }
        }
        Value::Array(elements) => {
            assert_eq!(found.as_array().map_or(0, Vec::len), elements.len(), "{place}: {found}");
            for (at, value) in elements.iter().enumerate() {
                compare(&found[at], value, known, &format!("{place}/{at}"));
            }
        }
        Value::String(text) => {
            if let Some(name) = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
                let value = found.as_str().unwrap_or_else(|| panic!("{place} is {found}"));
                known.insert(name.to_owned(), value.to_owned());
            } else {
                assert_eq!(found.as_str(), Some(text.as_str()), "{place}");
            }
        }
        other => assert_eq!(found, other, "{place}"),
    }
}

/// Sends what a page of that name shows to an organisation.
#[track_caller]
pub fn replay(organisation: &Organisation<'_>, name: &str, page: &str) {
    let mut known = BTreeMap::new();
    let requests = shown(page);
    assert!(requests.len() >= 5, "{name} shows {} requests", requests.len());
    for Shown { request, answer } in requests {
        let (method, target) = request.line.split_once(' ').unwrap();
        let mut sent = Request::new(method, filled(target, &known));
        for (header, value) in &request.headers {
            sent = sent.header(header, value);
        }
        if !request.body.is_empty() {
            sent = sent.body(filled(&request.body, &known));
        }
        let came = organisation.send(sent);
        let status: u16 = answer.line.split(' ').nth(1).unwrap().parse().unwrap();
        assert_eq!(came.status, status, "{name}: {}: {came}", request.line);
        if !answer.body.is_empty() {
            let text = filled(&answer.body, &known);
            let shown: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}: {text}"));
            compare(&came.json(), &shown, &mut known, &format!("{name}: {}: ", request.line));
        }
    }
}
