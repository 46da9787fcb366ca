use super::super::{Fired, Profile};
use super::*;
use crate::scim::fixture::{EXTENSION, TYPE};
use crate::scim::json::parse;
use crate::scim::patch;

fn rewritten(profile: Profile, operation: &str) -> (Result<Json, Error>, Vec<&'static str>) {
    let fired = Fired::default();
    let text = format!(r#"{{"schemas":["{PATCH_OP}"],"Operations":[{operation}]}}"#);
    let result = rewrite(&Quirks { profile, fired: &fired }, &TYPE, parse(text.as_bytes()).unwrap());
    let operation = result.map(|json| json.get("Operations").unwrap().as_array().unwrap()[0].clone());
    (operation, fired.names())
}

/// The operation is rewritten on the default profile, and is clean then.
#[track_caller]
fn becomes(operation: &str, clean: &str, names: &[&str]) {
    let (json, fired) = rewritten(Profile::Default, operation);
    assert_eq!(json.unwrap(), parse(clean.as_bytes()).unwrap(), "{operation}");
    assert_eq!(fired, names, "{operation}");
}

#[track_caller]
fn is_refused_on_strict(operation: &str, kind: ErrorKind) {
    let (result, fired) = rewritten(Profile::Strict, operation);
    let error = match result {
        Err(error) => error,
        // What no rewriter refuses is for the engine to refuse.
        Ok(json) => {
            let text = Json::Object(vec![
                ("schemas".into(), Json::Array(vec![Json::String(PATCH_OP.into())])),
                ("Operations".into(), Json::Array(vec![json])),
            ]);
            patch::parse(&TYPE, text, |_| None).map(|_| operation).unwrap_err()
        }
    };
    assert_eq!(error.kind, kind, "{operation}: {}", error.detail);
    assert!(fired.is_empty());
}

#[test]
fn clean_operations_stay_as_they_are() {
    for operation in [
        r#"{"op":"add","path":"members","value":[{"value":"1"}]}"#,
        r#"{"op":"replace","value":{"active":false,"name":{"givenName":"A"}}}"#,
        r#"{"op":"remove","path":"emails[type eq \"work\"].value","value":"a@b"}"#,
        r#"{"op":"replace","path":"members","value":[{"value":"1"}]}"#,
        r#"{"op":"remove","path":"members","value":""}"#,
        r#"{"op":"update","path":"active","value":"x"}"#,
    ] {
        becomes(operation, operation, &[]);
    }
}

#[test]
fn an_operation_on_an_unknown_attribute_does_nothing() {
    let nothing = r#"{"op":"add","value":{}}"#;
    becomes(r#"{"op":"Remove","path":"shoeSize"}"#, nothing, &["op-case", "unknown-path"]);
    becomes(r#"{"op":"add","path":"emails[type eq \"work\"].size","value":"x"}"#, nothing, &["unknown-path"]);
    is_refused_on_strict(r#"{"op":"add","path":"shoeSize","value":"x"}"#, ErrorKind::InvalidPath);
    // What is no path at all is refused, and an operation that is none is not skipped.
    becomes(r#"{"op":"add","path":"a b","value":"x"}"#, r#"{"op":"add","path":"a b","value":"x"}"#, &[]);
    becomes(r#"{"op":"frob","path":"shoeSize"}"#, r#"{"op":"frob","path":"shoeSize"}"#, &[]);
}

#[test]
fn the_case_of_an_operation_is_noted_on_every_profile() {
    for profile in Profile::ALL {
        let (json, fired) = rewritten(profile, r#"{"op":"Add","path":"active","value":true}"#);
        assert_eq!(json.unwrap().get("op").and_then(Json::as_str), Some("add"));
        assert_eq!(fired, ["op-case"]);
    }
}

#[test]
fn a_text_may_hold_the_object() {
    becomes(
        r#"{"op":"replace","value":"{\"displayName\":\"x\",\"active\":\"True\"}"}"#,
        r#"{"op":"replace","value":{"displayName":"x","active":true}}"#,
        &["boolean-string", "json-in-string"],
    );
    is_refused_on_strict(r#"{"op":"replace","value":"{\"displayName\":\"x\"}"}"#, ErrorKind::InvalidValue);
}

#[test]
fn values_to_remove_may_be_nested() {
    becomes(
        r#"{"op":"remove","path":"members","value":{"members":[{"value":"1"}]}}"#,
        r#"{"op":"remove","path":"members","value":[{"value":"1"}]}"#,
        &["nested-remove"],
    );
}

#[test]
fn an_add_may_name_the_value_in_its_path() {
    becomes(
        r#"{"op":"add","path":"members[value eq 1]"}"#,
        r#"{"op":"add","path":"members[value eq \"1\"]","value":{}}"#,
        &["add-by-filter", "unquoted-value"],
    );
    is_refused_on_strict(r#"{"op":"add","path":"members[value eq \"1\"]"}"#, ErrorKind::InvalidValue);
}

/// Finding 2: on `entra` alone a list of members to replace with is a list to add, and an empty one is still none.
#[test]
fn replace_adds_members_on_entra_alone() {
    let operation = r#"{"op":"replace","path":"members","value":[{"value":"1"}]}"#;
    let (json, fired) = rewritten(Profile::Entra, operation);
    assert_eq!(json.unwrap().get("op").and_then(Json::as_str), Some("add"));
    assert_eq!(fired, ["replace-adds-members"]);
    for (profile, operation) in
        [(Profile::Okta, operation), (Profile::Entra, r#"{"op":"replace","path":"members","value":[]}"#)]
    {
        let (json, fired) = rewritten(profile, operation);
        assert_eq!(json.unwrap().get("op").and_then(Json::as_str), Some("replace"));
        assert!(fired.is_empty());
    }
}

#[test]
fn names_in_a_value_may_be_paths_but_not_on_strict() {
    let urn = EXTENSION;
    for (key, value, quirk) in [
        ("name.givenName", "\"A\"", "paths-as-keys"),
        (&format!("{urn}:costCenter") as &str, "\"A\"", "paths-as-keys"),
        (r#"emails[type eq \"work\"].value"#, "\"a@b\"", "paths-as-keys"),
    ] {
        let operation = format!(r#"{{"op":"replace","value":{{"{key}":{value}}}}}"#);
        becomes(&operation, &operation, &[quirk]);
        is_refused_on_strict(&operation, ErrorKind::InvalidSyntax);
    }
    let whole = format!(r#"{{"op":"replace","value":{{"{urn}":{{"costCenter":"A"}}}}}}"#);
    assert!(rewritten(Profile::Strict, &whole).0.is_ok());
}

#[test]
fn an_echo_of_what_is_read_only_is_noted_and_not_strict() {
    let operation = r#"{"op":"replace","value":{"id":"1","displayName":"x"}}"#;
    becomes(operation, operation, &["read-only-echo"]);
    is_refused_on_strict(operation, ErrorKind::Mutability);
}

#[test]
fn a_message_without_its_urn_is_one() {
    let fired = Fired::default();
    let quirks = Quirks { profile: Profile::Default, fired: &fired };
    for text in [r#"{"Operations":[]}"#, r#"{"schemas":[],"Operations":[]}"#, r#"{"schemas":["x"],"Operations":[]}"#] {
        let json = rewrite(&quirks, &TYPE, parse(text.as_bytes()).unwrap()).unwrap();
        assert_eq!(json.get("schemas"), Some(&Json::Array(vec![Json::String(PATCH_OP.into())])), "{text}");
    }
    assert_eq!(fired.names(), ["schemas-missing", "schemas-unknown"]);
}

#[test]
fn what_selects_nothing_is_made_refused_or_left_alone_by_profile() {
    let unmatched = |profile, operation: &str| {
        let fired = Fired::default();
        let text = format!(r#"{{"schemas":["{PATCH_OP}"],"Operations":[{operation}]}}"#);
        let mut read = patch::parse(&TYPE, parse(text.as_bytes()).unwrap(), |_| None).unwrap();
        settle(&Quirks { profile, fired: &fired }, &mut read);
        read[0].unmatched
    };
    let named = r#"{"op":"replace","path":"emails[type eq \"work\"].value","value":"a"}"#;
    assert_eq!(unmatched(Profile::Default, named), Unmatched::Made);
    assert_eq!(unmatched(Profile::Strict, named), Unmatched::Usual);
    let other = r#"{"op":"replace","path":"emails[value sw \"a\"].value","value":"a"}"#;
    assert_eq!(unmatched(Profile::Default, other), Unmatched::Usual);
    let removed = r#"{"op":"remove","path":"emails[type eq \"work\"]"}"#;
    assert_eq!(unmatched(Profile::Default, removed), Unmatched::Usual);
    assert_eq!(unmatched(Profile::Strict, removed), Unmatched::Refused);
}
