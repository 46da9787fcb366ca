//! Variables in journeys: `{{name}}` in a target, a header or a body.

use std::collections::BTreeMap;

use serde_json::Value;

/// The variables of a run.
pub type Variables = BTreeMap<String, Value>;

/// Fills in a text. With `encode` the values are percent-encoded. The error is the name of a variable that has no value.
pub fn text(template: &str, variables: &Variables, encode: bool) -> Result<String, String> {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let Some((name, behind)) = after.split_once("}}") else {
            out.push_str("{{");
            rest = after;
            continue;
        };
        let value = match variables.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => return Err(name.to_owned()),
        };
        out.push_str(&if encode { percent_encoded(&value) } else { value });
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

/// Fills in JSON, keys and strings. A string that is one variable and nothing else becomes the value of it.
pub fn json(template: &Value, variables: &Variables) -> Result<Value, String> {
    Ok(match template {
        Value::String(string) => {
            let whole = string.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
            match whole.and_then(|name| variables.get(name)) {
                Some(value) => value.clone(),
                None => Value::String(text(string, variables, false)?),
            }
        }
        Value::Array(elements) => {
            Value::Array(elements.iter().map(|element| json(element, variables)).collect::<Result<_, _>>()?)
        }
        Value::Object(members) => {
            let filled = members.iter().map(|(key, value)| Ok((text(key, variables, false)?, json(value, variables)?)));
            Value::Object(filled.collect::<Result<_, String>>()?)
        }
        other => other.clone(),
    })
}

/// Sets a value at a JSON pointer; the last name may be new.
pub fn set(document: &mut Value, pointer: &str, value: Value) -> bool {
    let Some((parent, name)) = pointer.rsplit_once('/') else { return false };
    match document.pointer_mut(parent) {
        Some(Value::Object(members)) => {
            members.insert(name.to_owned(), value);
            true
        }
        _ => false,
    }
}

fn percent_encoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn variables_are_filled_in_and_missing_ones_are_named() {
        let variables =
            Variables::from([("name".to_owned(), json!("a b@c")), ("whole".to_owned(), json!({ "id": 1 }))]);
        assert_eq!(
            text("/Users?filter=userName+eq+%22{{name}}%22&", &variables, true).unwrap(),
            "/Users?filter=userName+eq+%22a%20b%40c%22&"
        );
        assert_eq!(
            super::json(&json!(["{{whole}}", "x {{name}}"]), &variables).unwrap(),
            json!([{ "id": 1 }, "x a b@c"])
        );
        assert_eq!(text("{{other}}", &variables, false).unwrap_err(), "other");
    }

    #[test]
    fn a_member_is_set_at_a_pointer() {
        let mut document = json!({ "name": { "givenName": "A" } });
        assert!(set(&mut document, "/name/givenName", json!("B")));
        assert!(set(&mut document, "/active", json!(false)));
        assert!(!set(&mut document, "/nobody/is", json!(1)));
        assert_eq!(document, json!({ "name": { "givenName": "B" }, "active": false }));
    }
}
