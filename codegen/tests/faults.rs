//! Every case in `tests/faults` is refused with the message that stands in it.
//!
//! A case has documents by file name, as JSON or as text that is none; where it has none, [`THING`] and [`THINGS`]
//! stand in. Documents under `packs` are those of a pack `gadgets` that is not switched on. `UPDATE_GOLDEN=1` writes the messages anew.

use std::{env, fs, io, path::Path};

use codegen::{Document, Sources};
use serde_json::{Map, Value};

/// A schema without fault.
const THING: &str = r#"{
    "id": "urn:example:2.0:Thing",
    "name": "Thing",
    "attributes": [
        { "name": "label", "type": "string" },
        { "name": "secret", "type": "string", "mutability": "writeOnly", "returned": "never" },
        { "name": "parts", "type": "complex", "multiValued": true, "subAttributes": [
            { "name": "value", "type": "string" },
            { "name": "$ref", "type": "reference", "referenceTypes": ["Thing"] }
        ] }
    ]
}"#;

/// A resource type without fault.
const THINGS: &str = r#"{ "name": "Thing", "endpoint": "/Things", "schema": "urn:example:2.0:Thing" }"#;

/// 7643-1.2-02, 7643-2.1-02, 7643-2.3-01, 7643-2.3.8-02, 7643-6-05, 7643-6-08: a simple attribute with sub-attributes, a
/// name with a blank, a type of its own, complex in complex, two resource types of one name or endpoint
#[test]
fn every_fault_is_refused_with_its_message() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    assert!(paths.len() >= 70, "the cases are found");
    let mut wrong = Vec::new();
    for path in &paths {
        let mut case: Map<String, Value> = serde_json::from_str(&fs::read_to_string(path)?)?;
        let sources = Sources {
            schemas: documents(&case, "schemas", Some(("thing.json", THING))),
            resource_types: documents(&case, "resourceTypes", Some(("things.json", THINGS))),
            overlays: documents(&case, "overlays", None),
            elsewhere: documents(&case, "packs", None).into_iter().map(|one| ("gadgets".to_owned(), one)).collect(),
        };
        let found = match codegen::generate(&sources) {
            Ok(_) => "nothing is refused".to_owned(),
            Err(faults) => faults.to_string(),
        };
        if env::var_os("UPDATE_GOLDEN").is_some() {
            case.insert("expected".to_owned(), found.lines().collect());
            fs::write(path, format!("{}\n", serde_json::to_string_pretty(&case)?))?;
        }
        let lines = case.get("expected").and_then(Value::as_array).into_iter().flatten();
        let expected: Vec<&str> = lines.filter_map(Value::as_str).collect();
        if expected.join("\n") != found {
            wrong.push(format!("{}\nexpected:\n{}\nfound:\n{found}", path.display(), expected.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    Ok(())
}

#[test]
fn the_documents_that_stand_in_are_without_fault() -> io::Result<()> {
    let document = |file: &str, text: &str| Document { file: file.to_owned(), text: text.to_owned() };
    let sources = Sources::sort([document("thing.json", THING), document("things.json", THINGS)]);
    codegen::generate(&sources).map_err(io::Error::other)?;
    Ok(())
}

fn documents(case: &Map<String, Value>, key: &str, otherwise: Option<(&str, &str)>) -> Vec<Document> {
    let document = |file: &str, text: String| Document { file: file.to_owned(), text };
    match case.get(key).and_then(Value::as_object) {
        Some(documents) => (documents.iter())
            .map(|(file, content)| match content {
                Value::String(text) => document(file, text.clone()),
                json => document(file, format!("{json:#}")),
            })
            .collect(),
        None => otherwise.iter().map(|(file, text)| document(file, (*text).to_owned())).collect(),
    }
}
