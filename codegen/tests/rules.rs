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
           {{ "name": "META", "type": "complex", "required": true, "subAttributes": [{{ "name": "created" }}] }}, {note}"#
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

/// What is said of documents that declare one type for each of the names and endpoints.
fn refusals(types: &[(&str, &str)], attributes: &str) -> String {
    let document = |file: String, text: String| Document { file, text };
    let schema = format!(r#"{{ "id": "urn:example:2.0:Thing", "name": "Thing", "attributes": [{attributes}] }}"#);
    let types = types.iter().map(|(name, endpoint)| {
        let text = format!(r#"{{ "name": "{name}", "endpoint": "{endpoint}", "schema": "urn:example:2.0:Thing" }}"#);
        document(format!("{name}.json"), text)
    });
    let sources = Sources::sort(types.chain([document("thing.json".to_owned(), schema)]));
    codegen::check(&sources).err().map(|faults| faults.to_string()).unwrap_or_default()
}

#[test]
fn what_has_no_room_in_a_database_is_refused() {
    let things = &[("Thing", "/Things")];
    let attributes = |count: usize, rest: &str| {
        let all: Vec<String> = (0..count).map(|index| format!(r#"{{ "name": "a{index}" {rest} }}"#)).collect();
        all.join(",")
    };
    let of_a_value = |inner: &str| {
        format!(r#"{{ "name": "parts", "type": "complex", "multiValued": true, "subAttributes": [{inner}] }}"#)
    };
    let (text, number, flag) = ("", r#", "type": "integer""#, r#", "type": "boolean""#);
    for (most, rest) in [(370, text), (970, number), (1490, flag)] {
        assert_eq!(refusals(things, &attributes(most, rest)), "");
        assert!(refusals(things, &attributes(most + 20, rest)).contains("error: Thing "), "{most} {rest}");
    }
    for (most, rest) in [(370, text), (500, number), (500, flag)] {
        assert_eq!(refusals(things, &of_a_value(&attributes(most, rest))), "");
        let said = refusals(things, &of_a_value(&attributes(most + 20, rest)));
        assert!(said.contains("error: a value of \"parts\" of Thing "), "{most} {rest} {said}");
    }
    // Half of each: a number behind a text begins at a multiple of eight.
    let mixed: Vec<String> =
        (0..440).map(|index| format!(r#"{{ "name": "a{index}" {} }}"#, [text, number][index % 2])).collect();
    assert_eq!(refusals(things, &mixed[..420].join(",")), "");
    assert!(refusals(things, &mixed.join(",")).contains("8160 is the most"));
}

#[test]
fn numbers_of_attributes_and_of_types_have_an_end() {
    let named = |count: usize, rest: &str| {
        let all: Vec<String> = (0..count).map(|index| format!(r#"{{ "name": "a{index}" {rest} }}"#)).collect();
        all.join(",")
    };
    let list = format!(r#", "type": "complex", "returned": "never", "subAttributes": [{}]"#, named(255, ""));
    assert!(refusals(&[("Thing", "/Things")], &named(256, &list)).contains("65535 at most"));
    assert_eq!(refusals(&[("Thing", "/Things")], &named(255, &list)), "");
    let names: Vec<(String, String)> = (0..201).map(|index| (format!("T{index}"), format!("/E{index}"))).collect();
    let types: Vec<(&str, &str)> = names.iter().map(|(name, endpoint)| (name.as_str(), endpoint.as_str())).collect();
    assert_eq!(refusals(&types[..200], ""), "");
    assert!(refusals(&types, "").contains("there are 201 resource types"));
}

/// The names in a file of the server that stand in quotes behind one of the words.
fn names_in(file: &str, words: &[&str]) -> io::Result<Vec<String>> {
    let text = std::fs::read_to_string(format!("{}/../server/src/{file}", env!("CARGO_MANIFEST_DIR")))?;
    let quoted = |line: &str| line.split('"').nth(1).map(str::to_owned);
    Ok(text.lines().filter(|line| words.iter().any(|word| line.contains(word))).filter_map(quoted).collect())
}

#[test]
fn no_table_is_called_like_one_of_the_system() -> io::Result<()> {
    let names = names_in("store/system.rs", &["pub const ", "name: \"", "by_organisation(\""])?;
    assert!(names.len() >= 13, "{names:?}");
    for name in names {
        let sources = Sources::sort([
            Document {
                file: "thing.json".to_owned(),
                text: r#"{ "id": "urn:example:2.0:Thing", "name": "Thing", "attributes": [] }"#.to_owned(),
            },
            Document {
                file: "things.json".to_owned(),
                text: format!(r#"{{ "name": "Thing", "endpoint": "/{name}", "schema": "urn:example:2.0:Thing" }}"#),
            },
        ]);
        let generated = codegen::generate(&sources).map_err(io::Error::other)?;
        let table = format!("table_name = \"{name}\"");
        assert!(!generated.store.contains(&table) && generated.store.contains("table_name = "), "{name}");
    }
    Ok(())
}

#[test]
fn no_resource_type_is_called_like_another_component_of_the_openapi_document() -> io::Result<()> {
    let mut components = Vec::new();
    for file in ["bulk", "discovery", "documents", "replies", "resources", "search"] {
        let path = format!("{}/../server/src/api/{file}.rs", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path)?;
        let mut lines = text.lines();
        while let Some(derive) = lines.next() {
            if !derive.starts_with("#[derive(") || !["Object", "Enum"].iter().any(|kind| derive.contains(kind)) {
                continue;
            }
            let mut name = None;
            for line in lines.by_ref() {
                if let Some(renamed) = line.strip_prefix("#[oai(rename = \"") {
                    name = renamed.split('"').next().map(str::to_owned);
                }
                let declared =
                    ["pub struct ", "pub enum ", "struct ", "enum "].iter().find_map(|word| line.strip_prefix(word));
                if let Some(declared) = declared {
                    let end = declared.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(declared.len());
                    components.push(name.unwrap_or_else(|| declared[..end].to_owned()));
                    break;
                }
            }
        }
    }
    // A list of resources is a component for each type.
    components.retain(|name| name != "ListResponse" && !name.is_empty());
    assert!(components.len() >= 15, "{components:?}");
    for name in components {
        assert!(refusals(&[(&name, "/Things")], "").contains("OpenAPI document has"), "{name}");
    }
    Ok(())
}

#[test]
fn no_operation_is_called_like_one_of_the_protocol() -> io::Result<()> {
    let mut paths = Vec::new();
    for file in ["bulk", "discovery", "me", "search"] {
        paths.extend(names_in(&format!("api/{file}.rs"), &["#[oai(path = "])?);
    }
    // The root has no name, and of an older name of a path nothing is published.
    paths.retain(|path| !["/", "/ServiceProviderConfigs"].contains(&path.as_str()));
    assert!(paths.len() >= 8, "{paths:?}");
    for path in paths {
        let segments = path.split(['/', '.', ':']).filter(|segment| !segment.is_empty());
        let letters: String =
            segments.map(|segment| format!("{}{}", segment[..1].to_uppercase(), &segment[1..])).collect();
        let said = refusals(&[("Thing", &format!("/{letters}_"))], "");
        assert!(said.contains("would have one name in the OpenAPI document"), "{path}: {said}");
    }
    Ok(())
}

#[test]
fn what_is_required_may_be_the_servers_to_give_or_within_what_is_not_required() -> io::Result<()> {
    let generated = generated(
        r#"{ "name": "given", "required": true, "mutability": "readOnly" },
           { "name": "sent", "required": true },
           { "name": "part", "type": "complex", "subAttributes": [{ "name": "value", "required": true }] }"#,
    )?;
    for field in ["pub given: Option<String>", "pub sent: String", "pub part: Option<ThingPart>"] {
        assert!(generated.scim.contains(field), "{field}");
    }
    Ok(())
}
