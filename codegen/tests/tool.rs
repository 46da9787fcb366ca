//! What the schema tool says, and that shipped documents, packs and starters are without fault.

use std::{io, path::Path};

use codegen::{Document, Kind, Sources, Verdict};

#[path = "../src/folders.rs"]
#[expect(dead_code, reason = "the tool uses all of it")]
mod folders;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn document(file: &str, text: &str) -> Document {
    Document { file: file.to_owned(), text: text.to_owned() }
}

/// The shipped documents and those.
fn with(own: &[(&str, &str)]) -> io::Result<Sources> {
    let shipped = folders::documents(&root().join("schemas"))?;
    Ok(Sources::sort(shipped.into_iter().chain(own.iter().map(|(file, text)| document(file, text)))))
}

const BADGE: &str = r#"{ "id": "urn:example:2.0:Badge", "name": "Badge", "attributes": [
    { "name": "number", "type": "integer" }, { "name": "label", "$comment": "kept" } ] }"#;

const ON_USER: &str = r#"{ "schemas": ["urn:scimd:params:2.0:Overlay"], "resourceType": "User", "$comment": "ours",
    "schemaExtensions": [{ "schema": "urn:example:2.0:Badge", "required": true }],
    "urn:scimd:params:2.0:Storage": { "indexes": ["urn:example:2.0:Badge:number"] } }"#;

/// Every pack by itself, and all together
#[test]
fn packs_are_without_fault() -> io::Result<()> {
    let packs = folders::packs(root())?;
    assert_eq!(packs.len(), 3, "the packs are found");
    for pack in &packs {
        let sources = folders::sources(root(), std::slice::from_ref(pack))?;
        codegen::generate(&sources).map_err(io::Error::other)?;
    }
    codegen::generate(&folders::sources(root(), &packs)?).map_err(io::Error::other)?;
    let error = folders::pack(root(), "device").err().map(|error| error.to_string()).unwrap_or_default();
    assert_eq!(error, "there is no pack \"device\"; there are agents, devices, roles");
    Ok(())
}

/// With every type and characteristic, references to its own type, names that are words of Rust, and all packs
#[test]
fn the_documents_of_the_extended_tests_are_without_fault() -> io::Result<()> {
    let mut folders = folders::packs(root())?;
    folders.push(root().join("tests/schemas"));
    codegen::generate(&folders::sources(root(), &folders)?).map_err(io::Error::other)?;
    Ok(())
}

#[test]
fn an_overlay_joins_an_extension_and_its_index_to_a_resource_type() -> io::Result<()> {
    let sources = with(&[("badge.json", BADGE), ("on-user.json", ON_USER)])?;
    let text = codegen::explain(&sources).map_err(io::Error::other)?;
    assert!(text.contains("  extension   urn:example:2.0:Badge (required)\n"), "{text}");
    assert!(text.contains("  index       users.k_badge_number (users_k_badge_number_id)\n"), "{text}");
    let generated = codegen::generate(&sources).map_err(io::Error::other)?;
    let published = r#"{\"schema\":\"urn:example:2.0:Badge\",\"required\":true}]"#;
    assert!(generated.scim.contains(published), "it is published");
    assert!(!generated.scim.contains("$comment"), "comments are not");
    Ok(())
}

#[test]
fn an_overlay_whose_resource_type_is_misspelt_is_still_taken_for_one() -> io::Result<()> {
    let misspelt = r#"{ "resourcetype": "User", "schemaExtensions": [] }"#;
    let faults = codegen::check(&with(&[("on-user.json", misspelt)])?).err().map(|faults| faults.to_string());
    let expected = "\
error: \"resourceType\" is missing
  --> on-user.json:1:1 #
  rule: docs/extending.md, overlays

error: \"resourcetype\" means nothing here
  --> on-user.json:1:3 #/resourcetype
  help: did you mean \"resourceType\"?
  rule: docs/extending.md, overlays";
    assert_eq!(faults.unwrap_or_default(), expected);
    Ok(())
}

#[test]
fn an_overlay_lets_a_relation_point_to_a_further_type() -> io::Result<()> {
    let generated = codegen::generate(&folders::sources(root(), &[root().join("schemas/packs/devices")])?);
    let generated = generated.map_err(io::Error::other)?;
    assert!(generated.scim.contains(r#"targets: &["User", "Group", "Device", "EndpointApp"]"#), "{}", generated.scim);
    assert_eq!(generated.scim.matches(r#"owner: "Group""#).count(), 3, "User, Device and EndpointApp show it");
    Ok(())
}

#[test]
fn a_schema_may_have_no_attributes() -> io::Result<()> {
    let empty = r#"{ "id": "urn:example:2.0:Badge", "name": "Badge", "attributes": [] }"#;
    let on = ON_USER.replace(r#""urn:example:2.0:Badge:number""#, "").replace("true", "false");
    codegen::generate(&with(&[("badge.json", empty), ("on-user.json", &on)])?).map_err(io::Error::other)?;
    Ok(())
}

#[test]
fn starters_are_without_fault() -> io::Result<()> {
    for (kind, name) in [(Kind::Extension, "badge-data"), (Kind::ResourceType, "Printer"), (Kind::ResourceType, "type")]
    {
        let documents = codegen::starter(kind, name).unwrap_or_default();
        assert_eq!(documents.len(), 2);
        let own: Vec<(&str, &str)> =
            documents.iter().map(|document| (document.file.as_str(), document.text.as_str())).collect();
        codegen::check(&with(&own)?).map_err(io::Error::other)?;
    }
    assert!(codegen::starter(Kind::Extension, "two words").is_none());
    Ok(())
}

#[test]
fn a_diff_says_what_is_safe_and_what_stored_data_cannot_follow() -> io::Result<()> {
    let (none, old) = (with(&[])?, with(&[("badge.json", BADGE), ("on-user.json", ON_USER)])?);
    let changed = BADGE.replace("integer", "string").replace(r#""name": "label""#, r#""name": "text""#);
    let new = with(&[("badge.json", &changed), ("on-user.json", ON_USER)])?;
    let said = |old: &Sources, new: &Sources| -> io::Result<Vec<(Verdict, String, String)>> {
        let changes = codegen::diff(old, new).map_err(io::Error::other)?;
        Ok(changes.into_iter().map(|change| (change.verdict, change.place, change.what)).collect())
    };
    let one =
        |verdict, place: &str, what: &str| (verdict, format!("User urn:example:2.0:Badge{place}"), what.to_owned());
    assert_eq!(said(&none, &none)?, []);
    assert_eq!(said(&none, &old)?, [one(Verdict::Attention, "", "a new required extension")]);
    assert_eq!(said(&old, &none)?, [one(Verdict::Attention, "", "the extension is gone")]);
    assert_eq!(
        said(&old, &new)?,
        [
            one(Verdict::Attention, ":label", "the attribute is gone"),
            one(Verdict::Refused, ":number", "type is string, was integer"),
            one(Verdict::Safe, ":text", "a new attribute"),
        ]
    );
    Ok(())
}

/// A table is named after the endpoint: what the former type stored would be taken for the new one's.
#[test]
fn a_diff_refuses_a_type_at_the_endpoint_of_another_that_is_gone() -> io::Result<()> {
    let documents = codegen::starter(Kind::ResourceType, "Printer").unwrap_or_default();
    let [schema, printer] = &documents[..] else { return Err(io::Error::other("a schema and a type")) };
    let of = |kinds: &[String]| {
        let kinds = kinds.iter().enumerate().map(|(at, text)| (format!("type-{at}.json"), text.clone()));
        let kinds: Vec<(String, String)> = kinds.collect();
        let own = kinds.iter().map(|(file, text)| (file.as_str(), text.as_str()));
        with(&own.chain([("schema.json", schema.text.as_str())]).collect::<Vec<_>>())
    };
    let copier = printer.text.replace(r#": "Printer""#, r#": "Copier""#);
    let moved = printer.text.replace("/Printers", "/Machines");
    let verdicts = |new: &[String]| -> io::Result<Vec<(Verdict, String, String)>> {
        let changes = codegen::diff(&of(std::slice::from_ref(&printer.text))?, &of(new)?).map_err(io::Error::other)?;
        Ok(changes.into_iter().map(|change| (change.verdict, change.place, change.what)).collect())
    };
    let said = verdicts(std::slice::from_ref(&copier))?;
    let what = "its table printers holds what is stored of Printer, which is gone".to_owned();
    assert!(said.contains(&(Verdict::Refused, "Copier".to_owned(), what)), "{said:?}");
    let said = verdicts(&[copier, moved])?;
    assert!(said.iter().all(|(verdict, ..)| *verdict != Verdict::Refused), "{said:?}");
    Ok(())
}
