//! Rules beyond RFC 7643: what they become, what an overlay gives to shipped attributes, and what their changes mean.

use std::{io, path::Path};

use codegen::{Document, Sources, Verdict};

#[path = "../src/folders.rs"]
#[expect(dead_code, reason = "the tool uses all of it")]
mod folders;

/// The shipped documents, and one overlay of User with these rules.
fn ruled(rules: &str) -> io::Result<Sources> {
    let overlay = format!(
        r#"{{ "schemas": ["urn:scimd:params:2.0:Overlay"], "resourceType": "User",
            "urn:scimd:params:2.0:Attribute": {{ {rules} }} }}"#
    );
    let shipped = folders::documents(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas"))?;
    Ok(Sources::sort(shipped.into_iter().chain([Document { file: "ours.json".to_owned(), text: overlay }])))
}

#[test]
fn an_overlay_gives_shipped_attributes_rules_and_an_index() -> io::Result<()> {
    let sources =
        ruled(r#""title": { "index": true, "maxLength": 40, "default": "Ms" }, "emails.value": { "pattern": "@" }"#)?;
    let text = codegen::explain(&sources).map_err(io::Error::other)?;
    for line in [
        "    title: string indexed maxLength 40 default \"Ms\"; eq ne co sw ew gt ge lt le pr; users.k_title\n",
        "  index       users.k_title (users_k_title_id)\n",
    ] {
        assert!(text.contains(line), "{line}{text}");
    }
    let generated = codegen::generate(&sources).map_err(io::Error::other)?;
    assert!(generated.scim.contains(r#"static PATTERN__0: schema::Pattern = schema::Pattern::new("@");"#));
    assert_eq!(generated.scim.matches("pattern: Some(&PATTERN__0)").count(), 1);
    Ok(())
}

/// Statics of patterns and of resource types have one scope.
#[test]
fn a_resource_type_may_be_called_like_a_pattern() -> io::Result<()> {
    for name in ["Pattern_0", "pattern-0", "Pattern__0", "pattern0"] {
        let schema = r#"{ "id": "urn:example:2.0:Thing", "name": "Thing", "attributes": [
            { "name": "code", "urn:scimd:params:2.0:Attribute": { "pattern": "^[a-z]" } }] }"#;
        let kind = format!(r#"{{ "name": "{name}", "endpoint": "/Things", "schema": "urn:example:2.0:Thing" }}"#);
        let document = |file: &str, text: &str| Document { file: file.to_owned(), text: text.to_owned() };
        let sources = Sources::sort([document("thing.json", schema), document("things.json", &kind)]);
        let generated = codegen::generate(&sources).map_err(io::Error::other)?;
        let statics = generated.scim.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("static "));
        let mut names: Vec<&str> = statics.filter_map(|line| line.split(':').next()).collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert!(count >= 4 && names.len() == count, "{name}: {names:?}");
    }
    Ok(())
}

/// Absent by default, also from what is published unasked
#[test]
fn without_rules_there_are_none() -> io::Result<()> {
    let generated = codegen::generate(&ruled("")?).map_err(io::Error::other)?;
    assert!(!generated.scim.contains("urn:scimd:params:2.0:Attribute"));
    assert!(!generated.scim.contains("rules: Some"));
    assert!(!generated.scim.contains("ruled: Some"));
    let generated = codegen::generate(&ruled(r#""title": { "maxLength": 40 }"#)?).map_err(io::Error::other)?;
    assert_eq!(
        generated.scim.matches("urn:scimd:params:2.0:Attribute").count(),
        1,
        "in the document for those who ask"
    );
    Ok(())
}

#[test]
fn a_diff_says_what_becomes_of_values_when_rules_change() -> io::Result<()> {
    let said = |old: &str, new: &str| -> io::Result<Vec<(Verdict, String, String)>> {
        let changes = codegen::diff(&ruled(old)?, &ruled(new)?).map_err(io::Error::other)?;
        Ok(changes.into_iter().map(|change| (change.verdict, change.place, change.what)).collect())
    };
    let one = |verdict, what: &str| (verdict, "User title".to_owned(), what.to_owned());
    let (loose, tight) = (r#""title": { "maxLength": 40 }"#, r#""title": { "maxLength": 20, "pattern": "^[A-Z]" }"#);
    assert_eq!(said(loose, loose)?, []);
    assert_eq!(
        said(loose, tight)?,
        [
            one(Verdict::Attention, "pattern is \"^[A-Z]\", was none"),
            one(Verdict::Attention, "maxLength is 20, was 40")
        ]
    );
    assert_eq!(said(loose, "")?, [one(Verdict::Safe, "maxLength is gone")]);
    assert_eq!(said("", r#""title": { "default": "Ms" }"#)?, [one(Verdict::Attention, "the default is \"Ms\"")]);
    assert_eq!(said("", r#""title": { "index": true }"#)?, [one(Verdict::Safe, "an index is new")]);
    Ok(())
}

/// What is required and has a default need not be sent; stored resources have no default.
#[test]
fn a_diff_asks_clients_for_what_is_required_and_has_no_default() -> io::Result<()> {
    let kind = r#"{ "name": "Thing", "endpoint": "/Things", "schema": "urn:example:2.0:Thing" }"#;
    let with = |attributes: &str| {
        let schema = format!(r#"{{ "id": "urn:example:2.0:Thing", "name": "Thing", "attributes": [{attributes}] }}"#);
        let document = |file: &str, text: &str| Document { file: file.to_owned(), text: text.to_owned() };
        Sources::sort([document("thing.json", &schema), document("things.json", kind)])
    };
    let said = |old: &str, new: &str| -> io::Result<Vec<(Verdict, &'static str, &'static str)>> {
        let changes = codegen::diff(&with(old), &with(new)).map_err(io::Error::other)?;
        Ok(changes.into_iter().map(|change| (change.verdict, change.clients, change.data)).collect())
    };
    let optional = r#"{ "name": "code" }"#;
    let required = r#"{ "name": "code", "required": true }"#;
    let default = r#"{ "name": "code", "required": true, "urn:scimd:params:2.0:Attribute": { "default": "x" } }"#;
    let (must, may) = ("they must send it", "they may leave it out, and it has its default then");
    let lacking = "the start stops where a stored resource lacks it";
    assert_eq!(said("", required)?, [(Verdict::Attention, must, lacking)]);
    assert_eq!(said("", default)?, [(Verdict::Attention, may, lacking)]);
    assert_eq!(said(optional, required)?, [(Verdict::Attention, must, lacking)]);
    assert_eq!(said(optional, default)?[0], (Verdict::Attention, may, lacking));
    assert_eq!(said(default, required)?, [(Verdict::Attention, must, "stored resources stay")]);
    Ok(())
}
