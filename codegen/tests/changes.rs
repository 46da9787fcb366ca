//! What `diff` says of single changes, for clients and for stored data.

use std::io;

use codegen::{Change, Document, Sources, Verdict};

const RULES: &str = "urn:scimd:params:2.0:Attribute";

/// A schema with those attributes, and a resource type of it at that endpoint and with that storage.
fn sources(attributes: &str, endpoint: &str, storage: &str) -> Sources {
    let schema = format!(r#"{{ "id": "urn:example:2.0:Thing", "name": "Thing", "attributes": [{attributes}] }}"#);
    let kind = format!(
        r#"{{ "name": "Thing", "endpoint": "{endpoint}", "schema": "urn:example:2.0:Thing",
            "urn:scimd:params:2.0:Storage": {{ {storage} }} }}"#
    );
    let documents = [("thing.json", schema), ("things.json", kind)];
    Sources::sort(documents.map(|(file, text)| Document { file: file.to_owned(), text }))
}

fn changes(old: &Sources, new: &Sources) -> io::Result<Vec<Change>> {
    codegen::diff(old, new).map_err(io::Error::other)
}

const NAME: &str = r#"{ "name": "name" }"#;

#[test]
fn what_is_new_is_said_as_clients_meet_it() -> io::Result<()> {
    let with = |attribute: &str| sources(&format!("{NAME}, {attribute}"), "/Things", "");
    for (attribute, clients) in [
        (r#"{ "name": "a" }"#.to_owned(), "they may send it"),
        (
            r#"{ "name": "a", "mutability": "readOnly" }"#.to_owned(),
            "they see it where it has a value, and what they send of it is ignored",
        ),
        (
            format!(r#"{{ "name": "a", "{RULES}": {{ "default": "x" }} }}"#),
            "they may send it, and POST and PUT without it give it its default",
        ),
    ] {
        let said = changes(&sources(NAME, "/Things", ""), &with(&attribute))?;
        let found: Vec<_> = said.iter().map(|change| (change.verdict, change.place.as_str(), change.clients)).collect();
        assert_eq!(found, [(Verdict::Safe, "Thing a", clients)]);
    }
    Ok(())
}

/// The table is renamed with all that is in it, and nothing in it is made anew.
#[test]
fn another_endpoint_is_one_change() -> io::Result<()> {
    let old = sources(NAME, "/Things", "");
    let said = changes(&old, &sources(NAME, "/Objects", ""))?;
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].data, "its table is named after the endpoint, and is renamed at start");
    let said = changes(&old, &sources(NAME, "/things", ""))?;
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].data, "nothing: its table keeps its name");
    Ok(())
}

/// Each integer is a decimal, and not each decimal an integer.
#[test]
fn a_wider_type_takes_more_and_a_narrower_one_refuses() -> io::Result<()> {
    let of = |data_type: &str| sources(&format!(r#"{{ "name": "a", "type": "{data_type}" }}"#), "/Things", "");
    let wider = "more values are taken, and compared as those of the new type";
    let narrower = "values of the other type are refused";
    for (old, new, verdict, clients) in [
        ("integer", "decimal", Verdict::Attention, wider),
        ("dateTime", "string", Verdict::Attention, wider),
        ("decimal", "integer", Verdict::Refused, narrower),
    ] {
        let said = changes(&of(old), &of(new))?;
        let found: Vec<_> = said.iter().map(|change| (change.verdict, change.clients)).collect();
        assert_eq!(found, [(verdict, clients)], "{old} to {new}");
    }
    Ok(())
}

#[test]
fn another_label_is_a_change() -> io::Result<()> {
    let parts = r#"{ "name": "parts", "type": "complex", "multiValued": true, "subAttributes": [{ "name": "value" },
        { "name": "$ref", "type": "reference", "referenceTypes": ["Thing"] }] }"#;
    let with = |label: &str| {
        let relation = format!(r#""relations": [{{ "attribute": "parts", "label": "{label}" }}]"#);
        sources(&format!(r#"{NAME}, {{ "name": "title" }}, {parts}"#), "/Things", &relation)
    };
    let said = changes(&with("name"), &with("title"))?;
    let found: Vec<_> = said.iter().map(|change| (change.verdict, change.what.as_str())).collect();
    assert_eq!(found, [(Verdict::Attention, "the label of its relations is title, was name")]);
    Ok(())
}

/// A line break in a pattern would end the line that says it, and a great number would fill many.
#[test]
fn what_is_declared_is_said_on_one_line() -> io::Result<()> {
    let attributes = format!(
        r#"{{ "name": "code", "{RULES}": {{ "pattern": "(?x)\n^\\d" }} }},
            {{ "name": "size", "type": "decimal", "{RULES}": {{ "maximum": 1e300 }} }}"#
    );
    let text = codegen::explain(&sources(&attributes, "/Things", "")).map_err(io::Error::other)?;
    assert!(text.contains(r#"    code: string pattern "(?x)\n^\d"; eq"#), "{text}");
    assert!(text.contains("    size: decimal maximum 1e300; eq"), "{text}");
    Ok(())
}

/// RFC 7644 §3.10: an attribute may be named with the URN of its schema
#[test]
fn a_path_may_begin_with_the_urn_of_the_base_schema() -> io::Result<()> {
    let indexes = r#""indexes": ["urn:example:2.0:thing:name"]"#;
    let text = codegen::explain(&sources(NAME, "/Things", indexes)).map_err(io::Error::other)?;
    assert!(text.contains("  index       things.k_name (things_k_name_id)\n"), "{text}");
    assert_eq!(codegen::explain(&sources(NAME, "/Things", r#""indexes": ["name"]"#)).map_err(io::Error::other)?, text);
    Ok(())
}
