//! The operations of RFC 7644 §3.5.2 with their examples, and what clients send beyond them.

mod special;

use super::*;
use crate::scim::error::{Error, ErrorKind};
use crate::scim::fixture::{EXTENSION, SCHEMA, TYPE};
use crate::scim::value::Complex;
use crate::scim::{canonical, json};

const MESSAGE: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

fn types(endpoint: &str) -> Option<&'static str> {
    (endpoint == "/Users").then_some("User")
}

fn resource(members: &str) -> Complex {
    let body = format!(r#"{{"schemas":["{SCHEMA}"],"userName":"a",{members}}}"#);
    let mut root =
        canonical::resource(&TYPE, json::parse(body.as_bytes()).unwrap(), canonical::Purpose::Create).unwrap();
    root.remove(16);
    root.set(1, Value::Text("1".into()));
    root
}

fn patch(root: &mut Complex, operations: &str) -> Result<Effects, Error> {
    let body = format!(r#"{{"schemas":["{MESSAGE}"],"Operations":[{operations}]}}"#);
    apply(&TYPE, root, parse(&TYPE, json::parse(body.as_bytes()).unwrap(), types)?)
}

/// The operations turn one resource into the other.
fn becomes(before: &str, operations: &str, after: &str) {
    let mut root = resource(before);
    let effects = patch(&mut root, operations).unwrap_or_else(|error| panic!("{operations}: {}", error.detail));
    assert_eq!(root, resource(after), "{operations}");
    assert!(effects.relations.is_empty());
}

fn fails(before: &str, operations: &str) -> (ErrorKind, String) {
    let error = patch(&mut resource(before), operations).map(|_| format!("{operations} succeeded")).unwrap_err();
    (error.kind, error.detail)
}

fn relation(operations: &str) -> Vec<(usize, RelationChange)> {
    let mut root = resource(r#""active":true"#);
    let effects = patch(&mut root, operations).unwrap_or_else(|error| panic!("{operations}: {}", error.detail));
    assert_eq!(root, resource(r#""active":true"#));
    effects.relations.into_iter().map(|effect| (effect.relation, effect.change)).collect()
}

fn member(id: &str) -> Value {
    let mut parts = Complex::default();
    parts.set(0, Value::Text(id.into()));
    Value::Complex(parts)
}

const WORK: &str = r#"{"value":"w","type":"work"}"#;
const HOME: &str = r#"{"value":"h","type":"home"}"#;

#[test]
fn add_without_a_path_adds_values_and_replaces_single_ones() {
    let before = format!(r#""emails":[{WORK}],"badge":"x","tags":["a"]"#);
    let operation = format!(r#"{{"op":"add","value":{{"emails":[{HOME}],"Active":true,"tags":"b"}}}}"#);
    becomes(&before, &operation, &format!(r#""emails":[{WORK},{HOME}],"badge":"x","active":true,"tags":["a","b"]"#));
}

#[test]
fn adding_what_is_there_changes_nothing() {
    let before = format!(r#""emails":[{WORK},{HOME}],"tags":["a"],"level":1"#);
    for value in [WORK, r#"[{"VALUE":"W"}]"#, r#"{"type":"HOME"}"#, r#""h""#, "null", "[]"] {
        becomes(&before, &format!(r#"{{"op":"Add","path":"emails","value":{value}}}"#), &before);
    }
    becomes(
        &before,
        r#"{"op":"add","path":"tags","value":["A","a"]},{"op":"replace","path":"level","value":1}"#,
        &before,
    );
    let other = r#"{"value":"w","type":"other"}"#;
    becomes(
        &before,
        &format!(r#"{{"op":"add","path":"emails","value":{other}}}"#),
        &format!(r#""emails":[{WORK},{HOME},{other}],"tags":["a"],"level":1"#),
    );
}

#[test]
fn complex_values_merge() {
    for op in ["add", "replace"] {
        becomes(
            r#""name":{"givenName":"g","familyName":"f"}"#,
            &format!(r#"{{"op":"{op}","path":"NAME","value":{{"GivenName":"h","formatted":null}}}}"#),
            r#""name":{"givenName":"h","familyName":"f"}"#,
        );
        becomes(
            r#""name":{"givenName":"g","familyName":"f"}"#,
            &format!(r#"{{"op":"{op}","path":"name.familyName","value":null}}"#),
            r#""name":{"givenName":"g"}"#,
        );
        becomes(
            r#""name":{"givenName":"g"}"#,
            &format!(r#"{{"op":"{op}","value":{{"name":{{"givenName":null}}}}}}"#),
            r#""tags":[]"#,
        );
        becomes(
            r#""active":true"#,
            &format!(r#"{{"op":"{op}","value":{{"name.givenName":"x"}}}}"#),
            r#""active":true,"name":{"givenName":"x"}"#,
        );
    }
}

#[test]
fn a_change_of_case_is_a_change() {
    becomes(
        r#""tags":["a"]"#,
        r#"{"op":"replace","path":"userName","value":"A"},{"op":"replace","path":"userName","value":"a"}"#,
        r#""tags":["a"]"#,
    );
    let mut root = resource(r#""badge":"x""#);
    patch(&mut root, r#"{"op":"replace","path":"userName","value":"A"}"#).unwrap();
    assert_eq!(root.get(4), Some(&Value::Text("A".into())));
}

#[test]
fn replace_of_a_list_replaces_all_of_it() {
    let before = format!(r#""emails":[{WORK},{HOME}]"#);
    becomes(
        &before,
        &format!(r#"{{"op":"replace","path":"emails","value":[{HOME}]}}"#),
        &format!(r#""emails":[{HOME}]"#),
    );
    becomes(&before, r#"{"op":"replace","path":"emails","value":[]}"#, r#""tags":null"#);
    becomes(&before, r#"{"op":"replace","value":{"emails":null}}"#, r#""tags":null"#);
}

#[test]
fn a_value_filter_selects_what_is_replaced() {
    let before = format!(r#""emails":[{WORK},{HOME}]"#);
    becomes(
        &before,
        r#"{"op":"replace","path":"emails[type eq \"work\"].value","value":"x"}"#,
        &format!(r#""emails":[{{"value":"x","type":"work"}},{HOME}]"#),
    );
    becomes(
        &before,
        r#"{"op":"replace","path":"emails[type eq \"work\"]","value":{"display":"d","primary":true}}"#,
        &format!(r#""emails":[{{"value":"w","type":"work","display":"d","primary":true}},{HOME}]"#),
    );
    becomes(
        &before,
        r#"{"op":"replace","path":"emails.display","value":"d"}"#,
        r#""emails":[{"value":"w","type":"work","display":"d"},{"value":"h","type":"home","display":"d"}]"#,
    );
    becomes(
        &before,
        r#"{"op":"replace","value":{"emails[type eq \"home\"].value":"y"}}"#,
        &format!(r#""emails":[{WORK},{{"value":"y","type":"home"}}]"#),
    );
    becomes(
        r#""tags":["a","b"]"#,
        r#"{"op":"replace","path":"tags[value eq \"A\"]","value":"c"}"#,
        r#""tags":["c","b"]"#,
    );
    becomes(
        r#""name":{"givenName":"g"}"#,
        r#"{"op":"replace","path":"name[givenName eq \"g\"].familyName","value":"f"}"#,
        r#""name":{"givenName":"g","familyName":"f"}"#,
    );
    for path in [r#"emails[type eq \"x\"]"#, r#"emails[type eq \"x\"].value"#] {
        assert_eq!(
            fails(&before, &format!(r#"{{"op":"replace","path":"{path}","value":"v"}}"#)).0,
            ErrorKind::NoTarget
        );
    }
}

#[test]
fn add_makes_the_value_that_a_filter_of_equalities_describes() {
    becomes(
        r#""active":true"#,
        r#"{"op":"Add","path":"emails[type eq \"Work\"].value","value":"w"}"#,
        r#""active":true,"emails":[{"value":"w","type":"Work"}]"#,
    );
    becomes(
        r#""active":true"#,
        r#"{"op":"add","path":"emails[type eq \"work\" and primary eq true]","value":{"value":"w"}}"#,
        r#""active":true,"emails":[{"value":"w","type":"work","primary":true}]"#,
    );
    becomes(
        r#""active":true"#,
        r#"{"op":"add","path":"emails.value","value":"w"}"#,
        r#""active":true,"emails":[{"value":"w"}]"#,
    );
    for filter in
        ["type ne \\\"work\\\"", "type pr", "type eq \\\"a\\\" or type eq \\\"b\\\"", "not (type eq \\\"a\\\")"]
    {
        let result = patch(
            &mut resource(r#""emails":[]"#),
            &format!(r#"{{"op":"add","path":"emails[{filter}].value","value":"x"}}"#),
        );
        assert_eq!(result.unwrap_err().kind, ErrorKind::NoTarget, "{filter}");
    }
}

#[test]
fn a_new_primary_takes_the_place_of_the_old() {
    let before = r#""emails":[{"value":"w","type":"work","primary":true},{"value":"h","type":"home"}]"#;
    let after = r#""emails":[{"value":"w","type":"work","primary":false},{"value":"h","type":"home","primary":true}]"#;
    becomes(before, r#"{"op":"replace","path":"emails[type eq \"home\"].primary","value":true}"#, after);
    becomes(
        before,
        r#"{"op":"add","path":"emails","value":{"value":"n","primary":true}}"#,
        r#""emails":[{"value":"w","type":"work","primary":false},{"value":"h","type":"home"},{"value":"n","primary":true}]"#,
    );
    let two = r#"[{"value":"a","primary":true},{"value":"b","primary":true}]"#;
    for op in ["add", "replace"] {
        assert_eq!(
            fails(before, &format!(r#"{{"op":"{op}","path":"emails","value":{two}}}"#)).0,
            ErrorKind::InvalidValue
        );
    }
    assert_eq!(fails(before, r#"{"op":"replace","path":"emails.primary","value":true}"#).0, ErrorKind::InvalidValue);
}

#[test]
fn values_that_become_equal_are_kept_once() {
    let before = r#""emails":[{"value":"a","type":"work"},{"value":"b","type":"work"},{"value":"c","type":"home"}]"#;
    becomes(
        before,
        r#"{"op":"replace","path":"emails[type eq \"work\"].value","value":"x"}"#,
        r#""emails":[{"value":"x","type":"work"},{"value":"c","type":"home"}]"#,
    );
    becomes(before, r#"{"op":"replace","path":"emails","value":["x","x"]}"#, r#""emails":[{"value":"x"}]"#);
    becomes(
        r#""emails":[{"value":"a","primary":true},{"value":"a","primary":false}]"#,
        r#"{"op":"add","path":"emails","value":{"value":"n","primary":true}}"#,
        r#""emails":[{"value":"a","primary":false},{"value":"n","primary":true}]"#,
    );
}

#[test]
fn remove_unassigns_attributes_and_the_last_value() {
    let before = format!(r#""emails":[{WORK},{HOME}],"name":{{"givenName":"g"}},"level":1"#);
    becomes(
        &before,
        r#"{"op":"remove","path":"emails[type eq \"work\" and value sw \"w\"]"}"#,
        &format!(r#""emails":[{HOME}],"name":{{"givenName":"g"}},"level":1"#),
    );
    becomes(
        &before,
        r#"{"op":"remove","path":"emails[value pr]"},{"op":"remove","path":"name.givenName"},{"op":"remove","path":"level"}"#,
        r#""tags":[]"#,
    );
    becomes(
        &before,
        r#"{"op":"remove","path":"emails[type eq \"x\"]"},{"op":"remove","path":"badge"},{"op":"remove","path":"name.formatted"}"#,
        &before,
    );
    becomes(&before, r#"{"op":"remove","path":"emails"}"#, r#""name":{"givenName":"g"},"level":1"#);
    becomes(
        &before,
        r#"{"op":"remove","path":"emails[type eq \"work\"].type"}"#,
        &format!(r#""emails":[{{"value":"w"}},{HOME}],"name":{{"givenName":"g"}},"level":1"#),
    );
    assert_eq!(fails(&before, r#"{"op":"remove"}"#).0, ErrorKind::NoTarget);
}

#[test]
fn remove_with_values_removes_those_only() {
    let before = format!(r#""emails":[{WORK},{HOME}],"tags":["a","b","c"],"level":1"#);
    becomes(
        &before,
        r#"{"op":"remove","path":"emails","value":[{"value":"W","display":"stale"}]}"#,
        &format!(r#""emails":[{HOME}],"tags":["a","b","c"],"level":1"#),
    );
    becomes(
        &before,
        r#"{"op":"remove","path":"tags","value":["A","c","x"]}"#,
        &format!(r#""emails":[{WORK},{HOME}],"tags":["b"],"level":1"#),
    );
    becomes(
        &before,
        r#"{"op":"remove","path":"emails[type eq \"work\"].value","value":"old"},{"op":"remove","path":"level","value":2}"#,
        &before,
    );
    becomes(
        &before,
        r#"{"op":"remove","path":"emails[type eq \"work\"].value","value":"w"},{"op":"remove","path":"level","value":1}"#,
        &format!(r#""emails":[{HOME}],"tags":["a","b","c"]"#),
    );
    for path in ["emails", "tags", "members"] {
        assert_eq!(
            fails(&before, &format!(r#"{{"op":"remove","path":"{path}","value":[]}}"#)).0,
            ErrorKind::InvalidValue
        );
    }
}

/// 7643-7-17, 7643-7-20
/// 7644-3.5.2-07, 7644-3.5.2-08
#[test]
fn mutability_is_kept() {
    let before = format!(r#""badge":"b","{EXTENSION}":{{"hireCode":"h"}}"#);
    for operation in [
        r#"{"op":"replace","path":"id","value":"1"}"#,
        r#"{"op":"add","path":"meta.version","value":"x"}"#,
        r#"{"op":"remove","path":"groups"}"#,
        r#"{"op":"remove","path":"groups[value eq \"x\"]"}"#,
        r#"{"op":"add","path":"manager.displayName","value":"x"}"#,
        r#"{"op":"replace","path":"badge","value":"c"}"#,
        r#"{"op":"remove","path":"badge"}"#,
        r#"{"op":"replace","value":{"id":"2"}}"#,
        r#"{"op":"replace","value":{"groups":[{"value":"x"}]}}"#,
        r#"{"op":"remove","path":"schemas"}"#,
        r#"{"op":"remove","path":"userName"}"#,
        r#"{"op":"replace","path":"hireCode","value":"i"}"#,
        r#"{"op":"replace","path":"badge","value":null}"#,
        r#"{"op":"remove","path":"members.display"}"#,
        r#"{"op":"replace","path":"members[value eq \"1\"].type","value":"x"}"#,
        r#"{"op":"remove","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"}"#,
    ] {
        assert_eq!(fails(&before, operation).0, ErrorKind::Mutability, "{operation}");
    }
    becomes(
        &before,
        r#"{"op":"replace","path":"badge","value":"b"},{"op":"replace","value":{"id":"1","schemas":[],"hireCode":"h"}}"#,
        &before,
    );
    becomes(r#""active":true"#, r#"{"op":"replace","path":"badge","value":"b"}"#, r#""active":true,"badge":"b""#);
    assert_eq!(fails(&before, r#"{"op":"replace","path":"userName","value":null}"#).0, ErrorKind::InvalidValue);
    assert_eq!(fails(&before, r#"{"op":"replace","path":"userName","value":""}"#).0, ErrorKind::InvalidValue);
    assert_eq!(
        fails(r#""keys":[{"value":"k"}]"#, r#"{"op":"remove","path":"keys[value eq \"k\"].value"}"#).0,
        ErrorKind::Mutability
    );
}
