//! PATCH paths (RFC 7644 §3.5.2) and attribute notation (§3.10): the bytes as text, and as choices of which a path is made.
#![no_main]

use fuzz::scim::filter::parse_path;
use fuzz::scim::limits::PATH_BYTES;
use fuzz::scim::projection::{Projection, names};
use fuzz::scim::{canonical, json, key, path, render};
use fuzz::{choices, sample, spelling};
use libfuzzer_sys::{arbitrary::Unstructured, fuzz_target};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes) {
        read(text);
        project(text);
        compare(text);
    }
    if let Ok((text, _)) = choices::path(&mut Unstructured::new(bytes)) {
        read(&text);
    }
});

/// A path is read, written, read again, and what it names is removed and set.
fn read(text: &str) {
    match parse_path(text) {
        Ok(path) => {
            let again = spelling::path(&path);
            match parse_path(&again) {
                Ok(again) => assert_eq!(again, path, "{text}"),
                Err(error) => {
                    assert!(again.len() > PATH_BYTES || error.detail.contains("nested too deeply"), "{error}: {again}");
                }
            }
        }
        Err(error) => assert!(error.detail.len() < 1000, "{error}"),
    }
    for operation in [
        serde_json::json!({ "op": "remove", "path": text }),
        serde_json::json!({ "op": "add", "path": text, "value": "a" }),
        serde_json::json!({ "op": "replace", "path": text, "value": { "value": "a", "type": "b", "primary": true } }),
        serde_json::json!({ "op": "replace", "value": { text: true } }),
    ] {
        let schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
        let body = serde_json::json!({ "schemas": schemas, "Operations": [operation] });
        sample::patch(body.to_string().as_bytes());
    }
}

/// The text as `attributes` and `excludedAttributes` of an answer.
fn project(text: &str) {
    let names = names(text);
    let base = render::Base { url: "https://example.com/scim/v2", endpoint_of: |_| "/Users" };
    for (kind, root) in sample::RESOURCES.iter() {
        for name in &names {
            if let Ok(found) = path::lookup(kind, name) {
                assert_eq!(found.chain(kind).len(), found.steps.len(), "{name}");
            }
        }
        let (only, without) = (Projection::new(kind, Some(&names), None), Projection::new(kind, None, Some(&names)));
        for projection in [only, without].into_iter().flatten() {
            let mut shown = Vec::new();
            render::resource(kind, root, &projection, &base, &mut shown);
            let shown = json::parse(&shown).unwrap_or_else(|error| panic!("{error}: {text}"));
            assert!(shown.get("id").is_some() && shown.get("schemas").is_some(), "what is always returned: {text}");
            assert!(shown.get("password").is_none(), "what is never returned: {text}");
        }
    }
}

/// The text as a value that is compared.
fn compare(text: &str) {
    for case_exact in [false, true] {
        let once = key::text(text, case_exact, false);
        assert_eq!(key::text(&once, case_exact, false), once, "a key is the key of itself");
    }
    let _ = (key::date_time(text), key::binary(text));
    let reference = key::reference(text, true, false, sample::type_of_endpoint);
    assert_eq!(key::reference(&reference, true, false, sample::type_of_endpoint), reference, "{text}");
    if let Some(id) = canonical::referenced_id(text) {
        assert!(!id.is_empty() && !id.contains('\0'), "{text}");
    }
}
