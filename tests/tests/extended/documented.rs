//! What Swagger shows of every resource type.

use serde_json::Value;
use tests::{http::Request, on_both_databases, scim};

use crate::kinds::kinds;

/// Whether a value is as documented; what has a default may have it beside that.
fn shows(read: &Value, documented: &Value) -> bool {
    match (read, documented) {
        (Value::Object(_), Value::Object(members)) => members.iter().all(|(name, value)| shows(&read[name], value)),
        (Value::Array(one), Value::Array(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| shows(one, two))
        }
        _ => read == documented,
    }
}

on_both_databases! {
    /// An example that the server itself would refuse, or answer otherwise, teaches the wrong thing.
    fn the_examples_of_every_resource_type_are_accepted_and_answered(server) {
        let document = server.send_absolute(Request::new("GET", "/docs/openapi.json").anonymous()).expect(200).json();
        let components = &document["components"]["schemas"];
        for kind in &kinds(server) {
            let example = &components[&kind.name]["example"];
            let values = example.as_object().unwrap_or_else(|| panic!("{} has no example", kind.name));
            let own = kind.attributes.iter().filter(|attribute| attribute.extension.is_none());
            let has_some = own.skip(1).any(|attribute| !attribute.is("mutability", "readOnly"));
            assert!(values.len() > usize::from(has_some) && values.values().all(|value| !value.is_null()), "{example}");
            let made = server.post(&kind.endpoint, example).expect(201).json();
            let target = format!("{}/{}", kind.endpoint, scim::id_of(&made));
            let read = server.get(&target).expect(200).json();

            let answer = components[format!("{}Response", kind.name)]["example"].as_object().unwrap();
            for (name, value) in answer.iter().filter(|(name, _)| !["id", "meta"].contains(&name.as_str())) {
                assert!(shows(&read[name], value), "{}: {name} is {}, not {value}", kind.name, read[name]);
            }
            let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
            assert_eq!(names(&answer["meta"]), names(&read["meta"]));

            let operation = &document["paths"][format!("{}/{{id}}", kind.endpoint)]["patch"];
            for (media_type, content) in operation["requestBody"]["content"].as_object().unwrap() {
                let patch = &content["example"];
                assert!(patch["Operations"].is_array(), "{} {media_type}: {content}", kind.name);
                let patched = server.patch(&target, patch);
                assert!([200, 204].contains(&patched.status), "{} {patch}: {}", kind.name, patched.text());
            }
        }
    }
}
