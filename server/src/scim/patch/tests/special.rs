//! PATCH of extensions, references, relations and secrets, and the shape of the message.

use super::*;
use crate::scim::fixture::OWNERS;

#[test]
fn extensions_come_and_go_with_their_data() {
    let set = format!(r#""{EXTENSION}":{{"costCenter":"c"}}"#);
    for operation in [
        format!(r#"{{"op":"add","path":"{EXTENSION}:costCenter","value":"c"}}"#),
        format!(r#"{{"op":"add","path":"{}","value":{{"COSTCENTER":"c","nope":1}}}}"#, EXTENSION.to_uppercase()),
        format!(r#"{{"op":"replace","value":{{"{EXTENSION}":{{"costCenter":"c"}}}}}}"#),
        format!(
            r#"{{"op":"replace","value":{{"{EXTENSION}:costCenter":"c","schemas":["{EXTENSION}"],"nope":{{"a":1}}}}}}"#
        ),
        r#"{"op":"add","path":"costCenter","value":"c"}"#.into(),
    ] {
        becomes(r#""active":true"#, &operation, &format!(r#""active":true,{set}"#));
    }
    for operation in [
        format!(r#"{{"op":"remove","path":"{EXTENSION}"}}"#),
        format!(r#"{{"op":"remove","path":"{EXTENSION}:costCenter"}}"#),
        format!(r#"{{"op":"replace","value":{{"{EXTENSION}":null}}}}"#),
        format!(r#"{{"op":"replace","path":"{EXTENSION}","value":{{"costCenter":null}}}}"#),
    ] {
        becomes(&format!(r#""active":true,{set}"#), &operation, r#""active":true"#);
    }
    assert_eq!(fails(&set, r#"{"op":"add","path":"schemas","value":["urn:x"]}"#).0, ErrorKind::InvalidValue);
}

#[test]
fn a_manager_is_an_id_with_a_reference_that_follows() {
    let manager = |id: &str| format!(r#""{EXTENSION}":{{"manager":{{"value":"{id}"}}}}"#);
    for value in [
        r#""2""#,
        r#"{"value":"2"}"#,
        r#"{"value":"2","$ref":"https://h/Users/9","displayName":"D"}"#,
        r#"{"$ref":"../Users/2"}"#,
    ] {
        for path in ["manager".to_owned(), format!("{EXTENSION}:manager")] {
            if !value.contains("\"../") {
                becomes(
                    &manager("1"),
                    &format!(r#"{{"op":"replace","path":"{path}","value":{value}}}"#),
                    &manager("2"),
                );
            }
            becomes(
                r#""active":true"#,
                &format!(r#"{{"op":"add","path":"{path}","value":{value}}}"#),
                &format!(r#""active":true,{}"#, manager("2")),
            );
        }
    }
    becomes(&manager("1"), r#"{"op":"replace","path":"manager.value","value":"2"}"#, &manager("2"));
    becomes(&manager("1"), r#"{"op":"replace","path":"manager.$ref","value":"../Users/2"}"#, &manager("2"));
    for (op, path, value) in [
        ("replace", "manager", r#""""#),
        ("replace", "manager", r#"{"value":""}"#),
        ("replace", "manager", "null"),
        ("replace", "manager.value", r#""""#),
        ("remove", "manager.value", "null"),
        ("remove", "manager", r#""1""#),
    ] {
        becomes(
            &format!(r#""active":true,{}"#, manager("1")),
            &format!(r#"{{"op":"{op}","path":"{path}","value":{value}}}"#),
            r#""active":true"#,
        );
    }
    becomes(&manager("1"), r#"{"op":"remove","path":"manager","value":"2"}"#, &manager("1"));
}

#[test]
fn relations_are_not_in_the_resource_and_leave_effects() {
    let value = r#"[{"display":"Babs Jensen","$ref":"https://example.com/v2/Users/2","value":"2"}]"#;
    let changes = relation(&format!(r#"{{"op":"add","path":"members","value":{value}}}"#));
    assert!(matches!(changes.as_slice(), [(0, RelationChange::Add(added))] if added.len() == 1));
    assert_eq!(relation(r#"{"op":"remove","path":"members"}"#), [(0, RelationChange::RemoveAll)]);
    assert_eq!(relation(r#"{"op":"replace","path":"members","value":[]}"#), [(0, RelationChange::RemoveAll)]);
    assert_eq!(
        relation(r#"{"op":"replace","path":"members","value":"2"}"#),
        [(0, RelationChange::Replace(vec![member("2")]))]
    );
    assert_eq!(
        relation(r#"{"op":"Remove","path":"members","value":[{"value":"2"},{"value":"3"}]}"#),
        [(0, RelationChange::Remove(vec![member("2"), member("3")]))]
    );
    let changes =
        relation(r#"{"op":"remove","path":"members[value eq\"2\"]"},{"op":"add","value":{"members":[{"value":"3"}]}}"#);
    assert!(matches!(changes.as_slice(), [(0, RelationChange::RemoveWhere(condition)), (0, RelationChange::Add(_))]
        if crate::scim::filter::element_matches(condition, &member("2")) && !crate::scim::filter::element_matches(condition, &member("3"))));
    assert_eq!(relation(r#"{"op":"add","path":"members","value":[]}"#), []);
    assert_eq!(
        fails(r#""active":true"#, r#"{"op":"add","path":"members","value":[{"display":"x"}]}"#).0,
        ErrorKind::InvalidValue
    );
    assert_eq!(
        fails(r#""active":true"#, r#"{"op":"replace","path":"members","value":[{}]}"#).0,
        ErrorKind::InvalidValue
    );
}

#[test]
fn what_is_written_is_noted() {
    let effects = patch(&mut resource(r#""active":true"#), r#"{"op":"add","value":{"notes":"n","name":{"givenName":"g"}}},{"op":"add","path":"emails[type eq \"a\"].value","value":"x"}"#).unwrap();
    assert_eq!(effects.written, [10, 13, 14, 15, 27]);
}

#[test]
fn the_message_has_its_schema_its_operations_and_known_ops() {
    for (body, kind) in [
        ("[]".to_owned(), ErrorKind::InvalidSyntax),
        (r#"{"Operations":[{"op":"add","value":{}}]}"#.into(), ErrorKind::InvalidSyntax),
        (format!(r#"{{"schemas":["{SCHEMA}"],"Operations":[{{"op":"add","value":{{}}}}]}}"#), ErrorKind::InvalidSyntax),
        (format!(r#"{{"schemas":["{MESSAGE}"]}}"#), ErrorKind::InvalidSyntax),
        (format!(r#"{{"schemas":["{MESSAGE}"],"Operations":[]}}"#), ErrorKind::InvalidSyntax),
        (format!(r#"{{"schemas":["{MESSAGE}"],"Operations":[1]}}"#), ErrorKind::InvalidSyntax),
        (format!(r#"{{"schemas":["{MESSAGE}"],"Operations":[{{"path":"a"}}]}}"#), ErrorKind::InvalidSyntax),
        (
            format!(r#"{{"schemas":["{MESSAGE}"],"Operations":[{{"op":"update","path":"a","value":1}}]}}"#),
            ErrorKind::InvalidSyntax,
        ),
        (
            format!(r#"{{"schemas":["{MESSAGE}"],"Operations":[{{"op":"add","path":1,"value":1}}]}}"#),
            ErrorKind::InvalidSyntax,
        ),
        (
            format!(r#"{{"schemas":["{MESSAGE}"],"Operations":[{{"op":"replace","path":"members"}}]}}"#),
            ErrorKind::InvalidValue,
        ),
        (
            format!(r#"{{"schemas":["{MESSAGE}"],"Operations":[{{"op":"replace","value":"x"}}]}}"#),
            ErrorKind::InvalidValue,
        ),
    ] {
        assert_eq!(parse(&TYPE, json::parse(body.as_bytes()).unwrap(), types).unwrap_err().kind, kind, "{body}");
    }
    let body = format!(
        r#"{{"SCHEMAS":["{}"],"operations":[{{"OP":"Replace","PATH":"active","Value":true}}]}}"#,
        MESSAGE.to_lowercase()
    );
    assert_eq!(parse(&TYPE, json::parse(body.as_bytes()).unwrap(), types).unwrap().len(), 1);
}

#[test]
fn paths_are_known_attributes() {
    for path in [
        "nope",
        "__proto__",
        "constructor.x",
        "name.nope",
        "emails[type pr].nope",
        "userName[value pr]",
        "urn:x:y",
        "emails[type pr]x",
        "",
        "a b",
        "emails[0]x",
    ] {
        let kind = fails(r#""active":true"#, &format!(r#"{{"op":"replace","path":"{path}","value":"x"}}"#)).0;
        assert!(kind == ErrorKind::InvalidPath || path == "emails[0]x", "{path} {kind:?}");
    }
    for path in [
        "emails[nope pr]",
        "emails[type zz 1]",
        "emails[primary gt true]",
        "keys[secret eq \\\"x\\\"]",
        "emails[",
        "emails[0]",
    ] {
        let kind = fails(r#""active":true"#, &format!(r#"{{"op":"replace","path":"{path}","value":"x"}}"#)).0;
        assert_eq!(kind, ErrorKind::InvalidFilter, "{path}");
    }
    let (kind, detail) =
        fails(r#""active":true"#, r#"{"op":"add","value":{}},{"op":"replace","path":"actve","value":true}"#);
    assert_eq!(kind, ErrorKind::InvalidPath);
    assert!(detail.starts_with("Operations[1]: ") && detail.ends_with("did you mean \"active\"?"), "{detail}");
}

#[test]
fn secrets_are_set_and_removed_without_comparison() {
    becomes(r#""password":"hash""#, r#"{"op":"replace","path":"password","value":"new"}"#, r#""password":"new""#);
    becomes(
        r#""active":true,"password":"hash""#,
        r#"{"op":"remove","path":"password","value":"guess"}"#,
        r#""active":true"#,
    );
}

#[test]
fn values_are_checked_and_operations_apply_in_order() {
    let (kind, detail) = fails(r#""active":true"#, r#"{"op":"replace","path":"active","value":"x"}"#);
    assert!(
        kind == ErrorKind::InvalidValue && detail.starts_with("Operations[0]: active: must be true or false"),
        "{detail}"
    );
    becomes(
        r#""level":1"#,
        r#"{"op":"remove","path":"level"},{"op":"add","path":"level","value":2},{"op":"replace","path":"level","value":3}"#,
        r#""level":3"#,
    );
    let locker = format!(r#""{EXTENSION}":{{"locker":{{"number":"1","colors":["red"]}}}}"#);
    becomes(
        &locker,
        r#"{"op":"add","path":"locker.colors","value":"blue"},{"op":"add","path":"locker","value":{"colors":["green"]}}"#,
        &locker.replace("red\"", "red\",\"blue\",\"green\""),
    );
    assert_eq!(fails(&locker, r#"{"op":"remove","path":"locker.number"}"#).0, ErrorKind::Mutability);
}

#[test]
fn long_lists_are_patched_in_time() {
    let values = |from: usize| {
        (0..9_000)
            .map(|n| format!(r#"{{"value":"{}@example.com","type":"work"}}"#, n + from))
            .collect::<Vec<_>>()
            .join(",")
    };
    let before = format!(r#""emails":[{}]"#, values(0));
    let start = std::time::Instant::now();
    let mut root = resource(&before);
    patch(
        &mut root,
        &format!(
            r#"{{"op":"add","path":"emails","value":[{}]}},{{"op":"remove","path":"emails","value":[{}]}}"#,
            values(1000),
            values(9)
        ),
    )
    .unwrap();
    assert_eq!(root.get(6).unwrap().as_list().len(), 9 + 991);
    assert!(start.elapsed() < std::time::Duration::from_secs(5));
}

#[test]
fn a_reference_to_one_of_several_types_lasts_as_long_as_its_value() {
    let parts = |json: &str| match canonical::element(&OWNERS, json::parse(json.as_bytes()).unwrap(), "owners").unwrap()
    {
        Some(Value::Complex(parts)) => parts,
        other => panic!("{other:?}"),
    };
    let group = r#"{"value":"7","$ref":"../Groups/7"}"#;
    for (op, change, after) in [
        (Op::Add, r#"{"display":"x"}"#, group),
        (Op::Replace, r#"{"value":"7"}"#, group),
        (Op::Replace, r#"{"value":"7","$ref":"../Users/7"}"#, r#"{"value":"7","$ref":"../Users/7"}"#),
        (Op::Replace, r#"{"$ref":"../Users/8"}"#, r#"{"value":"8","$ref":"../Users/8"}"#),
        (Op::Replace, r#"{"value":"8"}"#, r#"{"value":"8"}"#),
    ] {
        let mut changed = parts(group);
        single::merge(&OWNERS, &mut changed, op, json::parse(change.as_bytes()).unwrap()).unwrap();
        assert_eq!(changed, parts(after), "{change}");
    }
}
