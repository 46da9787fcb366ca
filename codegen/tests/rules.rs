//! Rules of RFC 7643 that a schema document meets before anything is generated from it.

use std::io;

use codegen::{Document, Generated, Sources};

/// What is generated from one schema with those attributes.
fn generated(attributes: &str) -> io::Result<Generated> {
    let schema = format!(r#"{{ "id": "urn:example:2.0:Thing", "name": "Thing", "attributes": [{attributes}] }}"#);
    let resource_type = r#"{ "name": "Thing", "endpoint": "/Things", "schema": "urn:example:2.0:Thing" }"#;
    let document = |file: &str, text: &str| Document { file: file.to_owned(), text: text.to_owned() };
    let sources = Sources::sort([document("thing.json", &schema), document("things.json", resource_type)]);
    codegen::generate(&sources).map_err(io::Error::other)
}

/// 7643-2.2-x1
#[test]
fn what_an_attribute_leaves_unsaid_has_its_default_and_is_published() -> io::Result<()> {
    let short = generated(r#"{ "name": "note", "description": "Any text." }"#)?;
    let published = r#"{"name":"note","type":"string","multiValued":false,"description":"Any text.","required":false,"caseExact":false,"mutability":"readWrite","returned":"default","uniqueness":"none"}"#;
    let escaped = published.replace('"', "\\\"");
    assert!(short.scim.contains(&escaped), "{}", short.scim);
    assert_eq!(short, generated(published)?, "to say the defaults changes nothing");
    Ok(())
}

/// 7643-3.1-03, 7643-3.1-04: what a schema lists of the common attributes is published and has no effect
#[test]
fn a_schema_does_not_change_the_common_attributes() -> io::Result<()> {
    let note = r#"{ "name": "note" }"#;
    let plain = generated(note)?;
    let listed = generated(&format!(
        r#"{{ "name": "id", "mutability": "readWrite" }}, {{ "name": "externalId", "required": true }},
           {{ "name": "META", "type": "integer" }}, {note}"#
    ))?;
    let without_documents = |text: &str| {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("document: "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_ne!(listed.scim, plain.scim);
    assert_eq!(without_documents(&listed.scim), without_documents(&plain.scim));
    assert_eq!((listed.store, listed.api), (plain.store, plain.api));
    Ok(())
}
