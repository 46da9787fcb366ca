//! Schema documents (RFC 7643 §6, §7): what the generator accepts becomes Rust in which no two things have one name.
//!
//! An input is a case as in `codegen/tests/faults`: an object with `schemas`, `resourceTypes` and `overlays`, each an object
//! of documents by file name, where a string stands for a document that may not be JSON. Anything else is the text of a schema.
#![no_main]

use std::collections::HashSet;

use codegen::{Document, Sources};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// Stands in where a case has no resource types.
const THINGS: &str = r#"{ "name": "Thing", "endpoint": "/Things", "schema": "urn:example:2.0:Thing" }"#;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let case = serde_json::from_str::<Value>(text).ok();
    let schemas =
        case.as_ref().and_then(|case| documents(case, "schemas")).unwrap_or_else(|| vec![document("thing", text)]);
    let resource_types = case.as_ref().and_then(|case| documents(case, "resourceTypes"));
    let resource_types = resource_types.unwrap_or_else(|| vec![document("things", THINGS)]);
    let overlays = case.as_ref().and_then(|case| documents(case, "overlays")).unwrap_or_default();
    match codegen::generate(&Sources { schemas, resource_types, overlays, ..Sources::default() }) {
        Ok(generated) => {
            for text in [generated.scim, generated.store, generated.api] {
                let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
                check(&file.items);
            }
        }
        Err(faults) => assert!(!faults.to_string().is_empty()),
    }
});

fn documents(case: &Value, key: &str) -> Option<Vec<Document>> {
    let documents = case.get(key)?.as_object()?.iter().map(|(file, content)| match content {
        Value::String(text) => document(file, text),
        json => document(file, &json.to_string()),
    });
    Some(documents.collect())
}

fn document(file: &str, text: &str) -> Document {
    Document { file: file.to_owned(), text: text.to_owned() }
}

/// Whether all names in a module, and of the parts of its items, differ.
fn check(items: &[syn::Item]) {
    use syn::Item;
    let (mut types, mut values) = (HashSet::new(), HashSet::new());
    for item in items {
        match item {
            Item::Struct(item) => {
                differ(item.fields.iter().filter_map(|field| field.ident.as_ref()));
                assert!(types.insert(&item.ident), "{} occurs twice", item.ident);
            }
            Item::Enum(item) => {
                differ(item.variants.iter().map(|variant| &variant.ident));
                assert!(types.insert(&item.ident), "{} occurs twice", item.ident);
            }
            Item::Mod(item) => {
                check(item.content.as_ref().map_or(&[], |(_, items)| items));
                assert!(types.insert(&item.ident), "{} occurs twice", item.ident);
            }
            Item::Type(item) => assert!(types.insert(&item.ident), "{} occurs twice", item.ident),
            Item::Fn(item) => assert!(values.insert(&item.sig.ident), "{} occurs twice", item.sig.ident),
            Item::Const(item) => assert!(values.insert(&item.ident), "{} occurs twice", item.ident),
            Item::Static(item) => assert!(values.insert(&item.ident), "{} occurs twice", item.ident),
            _ => {}
        }
    }
}

fn differ<'a>(names: impl Iterator<Item = &'a syn::Ident>) {
    let mut seen = HashSet::new();
    names.for_each(|name| assert!(seen.insert(name), "{name} occurs twice"));
}
