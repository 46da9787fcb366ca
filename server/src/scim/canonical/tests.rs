//! The rules of RFC 7643 §2 for what a client sends.

use super::*;
use crate::scim::fixture::{EXTENSION, OWNERS, SCHEMA, TYPE};
use crate::scim::json::parse;

fn json(text: &str) -> Json {
    parse(text.as_bytes()).unwrap()
}

fn create(members: &str) -> Result<Complex, Error> {
    resource(&TYPE, json(&format!(r#"{{"schemas":["{SCHEMA}"],{members}}}"#)), Purpose::Create)
}

fn user(members: &str) -> Complex {
    create(&format!(r#""userName":"a",{members}"#)).unwrap()
}

fn refusal(members: &str) -> String {
    let error = create(&format!(r#""userName":"a",{members}"#)).unwrap_err();
    assert_eq!(error.kind, ErrorKind::InvalidValue);
    error.detail
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn complex_of(parts: &[(usize, Value)]) -> Value {
    let mut complex = Complex::default();
    for (position, value) in parts {
        complex.set(*position, value.clone());
    }
    Value::Complex(complex)
}

/// 7643-2.1-x1
#[test]
fn names_are_known_in_any_case() {
    let root = create(&format!(
        r#""USERNAME":"a","Name":{{"GIVENNAME":"b"}},"{}":{{"CostCenter":"c"}}"#,
        EXTENSION.to_uppercase()
    ))
    .unwrap();
    assert_eq!(root.get(4), Some(&text("a")));
    assert_eq!(root.get(5), Some(&complex_of(&[(2, text("b"))])));
    assert_eq!(root.get(20), Some(&complex_of(&[(1, text("c"))])));
    assert_eq!(root.get(0), Some(&Value::List(vec![text(SCHEMA), text(EXTENSION)])));
}

/// 7643-3.1-08, 7643-3.1-14, 7643-7-17
#[test]
fn read_only_and_unknown_attributes_are_left_out_unread() {
    let root = user(&format!(
        r#""id":7,"meta":"x","groups":3,"nope":[1],"name":{{"middle":1}},"{EXTENSION}":{{"serial":1,"manager":{{"displayName":1}}}}"#
    ));
    assert_eq!(root.iter().map(|(position, _)| position).collect::<Vec<_>>(), [0, 4]);
}

/// 7643-2.5-01
#[test]
fn null_and_empty_lists_and_empty_objects_are_unassigned() {
    let root = user(r#""active":null,"emails":[],"tags":[null],"name":{"givenName":null},"keys":[{}],"level":[]"#);
    assert_eq!(root.iter().map(|(position, _)| position).collect::<Vec<_>>(), [0, 4]);
}

#[test]
fn values_of_every_type_are_taken() {
    let root = user(
        r#""active":false,"level":-3,"score":2,"hiredAt":"2008-01-23T04:56:22","certificate":"TWE","profileUrl":"../x","tags":["a",""]"#,
    );
    assert_eq!(root.get(7), Some(&Value::Boolean(false)));
    assert_eq!(root.get(9), Some(&Value::Integer(-3)));
    assert_eq!(root.get(10), Some(&Value::Decimal(2.0)));
    assert_eq!(root.get(11), Some(&text("2008-01-23T04:56:22")));
    assert_eq!(root.get(12), Some(&text("TWE")));
    assert_eq!(root.get(13), Some(&text("../x")));
    assert_eq!(root.get(18), Some(&Value::List(vec![text("a"), text("")])));
}

/// 7643-1.2-02, 7643-2.3.2-x1, 7643-2.3.4-01, 7643-2.3.5-01b, 7643-2.3.5-02, 7643-2.3.6-01, 7643-2.3.7-02
#[test]
fn values_of_another_type_are_refused() {
    for (members, start) in [
        (r#""active":"true""#, "active: must be true or false"),
        (r#""active":1"#, "active: "),
        (r#""level":1.0"#, "level: must be an integer"),
        (r#""level":1e2"#, "level: "),
        (r#""level":"1""#, "level: must be an integer without quotes, not a string"),
        (r#""level":9223372036854775808"#, "level: "),
        (r#""level":123456789012345678901234567890"#, "level: "),
        (r#""score":"1""#, "score: "),
        (r#""hiredAt":"2008-01-23""#, "hiredAt: must be a valid date and time"),
        (r#""hiredAt":0"#, "hiredAt: "),
        (r#""certificate":"_-""#, "certificate: must be base64"),
        (r#""profileUrl":"a b""#, "profileUrl: must be a URI"),
        (r#""badge":5"#, "badge: must be a string, not a number"),
        (r#""badge":["x"]"#, "badge: must be a string, not an array"),
        (r#""name":"x""#, "name: must be an object"),
        (r#""name":[{"givenName":"x"}]"#, "name: "),
        (r#""emails":{"value":"x"}"#, "emails: must be an array, not an object"),
        (r#""emails":["x"]"#, "emails[0]: must be an object"),
        (r#""tags":["a",["b"]]"#, "tags[1]: "),
        (r#""emails":[{"value":"x"},{"primary":"yes"}]"#, "emails[1].primary: "),
    ] {
        let detail = refusal(members);
        assert!(detail.starts_with(start), "{members}: {detail}");
    }
    let detail = refusal(&format!(r#""{EXTENSION}":{{"manager":{{"value":1}}}}"#));
    assert!(detail.starts_with(&format!("{EXTENSION}:manager.value: ")), "{detail}");
    assert!(refusal(&format!(r#""{EXTENSION}":"x""#)).contains("must be an object"));
}

#[test]
fn all_problems_are_reported_at_once() {
    let error = create(r#""active":1,"level":"x""#).unwrap_err();
    assert_eq!(error.detail.split("; ").filter(|part| part.contains(": ")).count(), 3);
    let tags = vec!["1"; 25].join(",");
    let detail = refusal(&format!(r#""tags":[{tags}]"#));
    assert!(detail.contains("tags[9]: ") && !detail.contains("tags[10]") && detail.ends_with("; and 15 more"));
}

#[test]
fn a_secret_is_never_repeated() {
    let detail = refusal(r#""password":["hunter2"],"badge":{"hunter2":1}"#);
    assert!(!detail.contains("hunter2"), "{detail}");
}

/// 7643-4.1.1-01, 7643-8.7.1-02
#[test]
fn required_attributes_must_have_a_value_that_is_not_empty() {
    for members in [r#""active":true"#, r#""userName":"""#, r#""userName":null"#] {
        let error = create(members).unwrap_err();
        assert!(error.detail.starts_with("userName: is required"), "{}", error.detail);
    }
    assert!(refusal(r#""keys":[{"value":"k"},{"fingerprint":"f"}]"#).starts_with("keys[1].value: is required"));
    let detail = refusal(&format!(r#""{EXTENSION}":{{"locker":{{"colors":["red"]}}}}"#));
    assert!(detail.starts_with(&format!("{EXTENSION}:locker.number: is required")), "{detail}");
}

/// 7643-2.4-03
#[test]
fn one_value_at_most_is_primary() {
    let two = r#""emails":[{"value":"a","primary":true},{"value":"b","primary":true}]"#;
    assert!(refusal(two).starts_with("emails: more than one value is primary"));
    user(r#""emails":[{"value":"a","primary":true},{"value":"b","primary":false}]"#);
}

/// 7643-2.4-07b
#[test]
fn equal_values_are_kept_once() {
    let root = user(r#""tags":["a","b","a"],"emails":[{"value":"x","type":"work"},{"TYPE":"work","value":"x"}]"#);
    assert_eq!(root.get(18), Some(&Value::List(vec![text("a"), text("b")])));
    assert_eq!(root.get(6).unwrap().as_list().len(), 1);
    let many: Vec<String> = (0..VALUES_PER_ATTRIBUTE).map(|n| format!("\"{}\"", n % 5000)).collect();
    assert_eq!(user(&format!(r#""tags":[{}]"#, many.join(","))).get(18).unwrap().as_list().len(), 5000);
}

#[test]
fn too_many_values_are_refused_but_in_relations() {
    let many = |value: &dyn Fn(usize) -> String| (0..=VALUES_PER_ATTRIBUTE).map(value).collect::<Vec<_>>().join(",");
    assert!(refusal(&format!(r#""tags":[{}]"#, many(&|n| format!("\"{n}\"")))).contains("more than 10000 values"));
    let root = user(&format!(r#""members":[{}]"#, many(&|n| format!(r#"{{"value":"{n}"}}"#))));
    assert_eq!(root.get(16).unwrap().as_list().len(), VALUES_PER_ATTRIBUTE + 1);
}

/// 7643-2.1-01, 7643-3-02, 7643-3-03, 7643-3-04, 7643-3-05, 7643-3.3-02a, 7643-3.3-02b
#[test]
fn schemas_must_hold_the_base_schema_and_only_schemas_of_the_type() {
    let schemas = |schemas: &str| resource(&TYPE, json(&format!(r#"{{"userName":"a"{schemas}}}"#)), Purpose::Create);
    for bad in [
        String::new(),
        r#","schemas":null"#.into(),
        r#","schemas":[]"#.into(),
        format!(r#","schemas":"{SCHEMA}""#),
        r#","schemas":[1]"#.into(),
        format!(r#","schemas":["{EXTENSION}"]"#),
    ] {
        let error = schemas(&bad).unwrap_err();
        assert_eq!(error.kind, ErrorKind::InvalidSyntax, "{bad}");
        assert!(error.detail.starts_with("schemas "), "{}", error.detail);
    }
    let error = schemas(&format!(r#","schemas":["{SCHEMA}","urn:x"]"#)).unwrap_err();
    assert!(error.kind == ErrorKind::InvalidValue && error.detail.contains("\"urn:x\""));
    let upper = SCHEMA.to_uppercase();
    let root = schemas(&format!(r#","SCHEMAS":["{upper}","{SCHEMA}","{EXTENSION}"]"#)).unwrap();
    assert_eq!(root.get(0), Some(&Value::List(vec![text(SCHEMA)])));
    assert_eq!(resource(&TYPE, json("[]"), Purpose::Create).unwrap_err().kind, ErrorKind::InvalidSyntax);
}

/// 7643-2.3.7-03
#[test]
fn a_reference_is_computed_from_the_value() {
    let manager = |manager: &str| {
        let root = user(&format!(r#""{EXTENSION}":{{"manager":{manager}}}"#));
        root.get(20).and_then(|extension| extension.as_complex()?.get(2).cloned())
    };
    let linked = |id: &str, link: &str| Some(complex_of(&[(0, text(id)), (1, text(link))]));
    assert_eq!(manager(r#"{"value":"7","$ref":"https://evil/Groups/8"}"#), linked("7", "User/7"));
    assert_eq!(manager(r#"{"$ref":"../Users/a%2Fb"}"#), linked("a/b", "User/a%2Fb"));
    assert_eq!(manager(r#"{"value":""}"#), Some(complex_of(&[(0, text(""))])));
    assert_eq!(manager(r#"{"$ref":"///"}"#), None);
}

/// 7643-2.3.7-03
#[test]
fn a_reference_says_of_which_type_it_is_where_nothing_else_does() {
    let owner = |json: &str| element(&OWNERS, super::tests::json(json), "owners").unwrap();
    let linked = |id: &str, link: &str| Some(complex_of(&[(0, text(id)), (1, text(link))]));
    assert_eq!(owner(r#"{"value":"7","$ref":"https://h/scim/v2/Groups/7"}"#), linked("7", "Group/7"));
    assert_eq!(owner(r#"{"$ref":"../users/a%2Fb?x"}"#), linked("a/b", "User/a%2Fb"));
    let unlinked = Some(complex_of(&[(0, text("7"))]));
    // To another resource, to a type that it may not have, to nothing known.
    for other in ["../Groups/8", "../Schemas/7", "7", "///"] {
        assert_eq!(owner(&format!(r#"{{"value":"7","$ref":"{other}"}}"#)), unlinked, "{other}");
    }
    assert_eq!(owner(r#"{"value":"7"}"#), unlinked);
}

#[test]
fn an_element_of_a_relation_keeps_value_type_and_display() {
    let root = user(
        r#""members":[{"value":"1","$ref":"x/9","type":"Group","display":"g"},{"$ref":"https://h/Users/2"},{"value":"1"},{}]"#,
    );
    let members = [complex_of(&[(0, text("1")), (2, text("Group")), (3, text("g"))]), complex_of(&[(0, text("2"))])];
    assert_eq!(root.get(16).unwrap().as_list(), members);
    assert!(refusal(r#""members":[{"display":"x"}]"#).starts_with("members[0]: needs a value"));
}

#[test]
fn a_single_value_for_patch_counts_as_a_list_of_one() {
    let emails = &TYPE.attributes[6];
    let expected = complex_of(&[(0, text("x"))]);
    let list = Some(Value::List(vec![expected.clone()]));
    assert_eq!(value(emails, json(r#"{"value":"x"}"#), "emails").unwrap(), list);
    assert_eq!(value(emails, json(r#"[{"value":"x"}]"#), "emails").unwrap(), list);
    assert_eq!(element(emails, json(r#"{"value":"x"}"#), "emails").unwrap(), Some(expected));
    assert_eq!(value(emails, json("null"), "emails").unwrap(), None);
    assert_eq!(value(emails, json("[]"), "emails").unwrap(), None);
    let error = value(emails, json(r#"{"primary":1}"#), "Operations[3].value").unwrap_err();
    assert!(error.detail.starts_with("Operations[3].value[0].primary: "), "{}", error.detail);
    assert!(value(&TYPE.attributes[7], json("[true]"), "active").is_err());
}

#[test]
fn after_a_change_the_whole_resource_is_checked() {
    let mut root = user(r#""tags":["a"]"#);
    assert!(check_required(&TYPE, &root).is_ok() && check_primaries(&TYPE, &root).is_ok());
    root.remove(4);
    assert!(check_required(&TYPE, &root).unwrap_err().detail.starts_with("userName"));
    let primary = complex_of(&[(3, Value::Boolean(true))]);
    root.set(6, Value::List(vec![primary.clone(), primary]));
    assert!(check_primaries(&TYPE, &root).unwrap_err().detail.starts_with("emails"));
}
