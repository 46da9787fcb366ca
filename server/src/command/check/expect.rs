//! Compares an answer with what is expected of it.

use serde_json::Value;

use super::{
    client::Answer,
    journey::Expectation,
    template::{self, Variables},
};

/// Everything that is not as expected. An answer without content has only its status to be compared.
pub fn problems(expectation: &Expectation, answer: &Answer, variables: &Variables) -> Vec<String> {
    let mut problems = Vec::new();
    if !expectation.status.is_empty() && !expectation.status.contains(&answer.status) {
        problems.push(format!("the status is {}, not {}", answer.status, alternatives(&expectation.status)));
        return problems;
    }
    if answer.status == 204 {
        return problems;
    }
    if !expectation.media.is_empty() && !expectation.media.contains(&answer.media_type) {
        problems.push(format!("the media type is {:?}, not {}", answer.media_type, alternatives(&expectation.media)));
    }
    let about_body = !(expectation.json.is_empty()
        && expectation.present.is_empty()
        && expectation.length.is_empty()
        && expectation.has.is_empty());
    let Some(body) = &answer.json else {
        if about_body {
            problems.push("the body is no JSON".to_owned());
        }
        return problems;
    };
    let there = |pointer: &str| body.pointer(pointer).filter(|value| !value.is_null());
    let filled = |value: &Value| template::json(value, variables).unwrap_or(Value::Null);
    for (pointer, value) in &expectation.json {
        let value = filled(value);
        match there(pointer) {
            Some(found) if *found == value => {}
            Some(found) => problems.push(format!("{pointer} is {found}, not {value}")),
            None => problems.push(format!("{pointer} is not there; it should be {value}")),
        }
    }
    for pointer in expectation.present.iter().filter(|pointer| there(pointer).is_none()) {
        problems.push(format!("{pointer} is not there"));
    }
    for pointer in &expectation.absent {
        if let Some(found) = there(pointer) {
            problems.push(format!("{pointer} should not be there, and is {found}"));
        }
    }
    let elements = |pointer: &str| there(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for (pointer, length) in &expectation.length {
        let found = elements(pointer).len();
        if found != *length {
            problems.push(format!("{pointer} has {found} values, not {length}"));
        }
    }
    for (pointer, element) in &expectation.has {
        let element = filled(element);
        if !elements(pointer).iter().any(|found| includes(found, &element)) {
            problems.push(format!("{pointer} has no value with {element}"));
        }
    }
    for (pointer, element) in &expectation.lacks {
        let element = filled(element);
        if elements(pointer).iter().any(|found| includes(found, &element)) {
            problems.push(format!("{pointer} still has a value with {element}"));
        }
    }
    problems
}

/// The expectation in words.
pub fn words(expectation: &Expectation, variables: &Variables) -> String {
    let filled = |value: &Value| template::json(value, variables).unwrap_or_else(|_| value.clone());
    let mut words = vec![format!("status {}", alternatives(&expectation.status))];
    words.extend(expectation.json.iter().map(|(pointer, value)| format!("{pointer} = {}", filled(value))));
    words.extend(expectation.present.iter().map(|pointer| format!("{pointer} is there")));
    words.extend(expectation.absent.iter().map(|pointer| format!("no {pointer}")));
    words.extend(expectation.length.iter().map(|(pointer, length)| format!("{length} values in {pointer}")));
    words.extend(expectation.has.iter().map(|(pointer, value)| format!("{pointer} has {}", filled(value))));
    words.extend(expectation.lacks.iter().map(|(pointer, value)| format!("{pointer} lacks {}", filled(value))));
    words.join(", ")
}

fn alternatives<T: ToString>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ")
}

/// Whether a value has at least the members of another.
fn includes(found: &Value, wanted: &Value) -> bool {
    match (found, wanted) {
        (Value::Object(found), Value::Object(wanted)) => {
            wanted.iter().all(|(key, value)| found.get(key).is_some_and(|own| includes(own, value)))
        }
        _ => found == wanted,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answer(status: u16, json: Option<Value>) -> Answer {
        Answer { status, json, media_type: "application/scim+json".to_owned(), ..Answer::default() }
    }

    fn found(expectation: Value, answer: &Answer) -> Vec<String> {
        let expectation: Expectation = serde_json::from_value(expectation).unwrap();
        problems(&expectation, answer, &Variables::from([("user".to_owned(), json!("u1"))]))
    }

    #[test]
    fn what_is_not_as_expected_is_named() {
        let group = answer(200, Some(json!({ "displayName": "G", "members": [{ "value": "u1", "type": "User" }] })));
        for good in [
            json!({ "status": [200, 204] }),
            json!({ "has": { "/members": { "value": "{{user}}" } }, "length": { "/members": 1, "/roles": 0 } }),
            json!({ "json": { "/displayName": "G" }, "absent": ["/id"], "lacks": { "/members": { "value": "u2" } } }),
        ] {
            assert_eq!(found(good, &group), Vec::<String>::new());
        }
        for bad in [
            json!({ "status": [201] }),
            json!({ "has": { "/members": { "value": "u2" } } }),
            json!({ "lacks": { "/members": { "value": "{{user}}" } } }),
            json!({ "length": { "/members": 2 } }),
            json!({ "json": { "/displayName": "g" } }),
            json!({ "present": ["/id"] }),
            json!({ "absent": ["/displayName"] }),
            json!({ "media": ["application/json"] }),
        ] {
            assert_eq!(found(bad.clone(), &group).len(), 1, "{bad}");
        }
        assert_eq!(found(json!({ "status": [200], "present": ["/id"] }), &answer(200, None)), ["the body is no JSON"]);
        assert!(found(json!({ "status": [204], "present": ["/id"] }), &answer(204, None)).is_empty());
    }
}
