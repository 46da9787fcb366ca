//! Sorting by every attribute and sub-attribute (RFC 7644 §3.4.2.3).

use std::cmp::Ordering;

use serde_json::{Value, json};
use tests::{
    http::encode,
    on_both_databases,
    scim::{assert_scim_error, id_of, resources},
};

use crate::{kinds::Place, samples::World};

/// What a resource is sorted by: its value, or that of its primary element, or of its first.
fn key(place: Place, resource: &Value) -> Option<Value> {
    let value = match place.attribute.of(resource) {
        Value::Array(values) => values.iter().find(|value| value["primary"] == true).or_else(|| values.first()),
        Value::Null => None,
        one => Some(one),
    };
    let value = match place.sub {
        Some(sub) => value?.get(sub["name"].as_str()?)?.clone(),
        None => value?.clone(),
    };
    match value.get(0).cloned().unwrap_or(value) {
        Value::String(text) if place.declared()["caseExact"] != true => Some(json!(text.to_lowercase())),
        Value::Array(_) | Value::Null => None,
        value => Some(value),
    }
}

/// Ascending, what has no value last.
fn compare(one: &Option<Value>, two: &Option<Value>) -> Ordering {
    match (one, two) {
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Greater,
        (_, None) => Ordering::Less,
        (Some(Value::String(one)), Some(Value::String(two))) => one.cmp(two),
        (Some(Value::Bool(one)), Some(Value::Bool(two))) => one.cmp(two),
        (Some(one), Some(two)) => one.as_f64().unwrap().total_cmp(&two.as_f64().unwrap()),
    }
}

on_both_databases! {
    profiles;

    /// 7644-3.4.2.3-03, 7644-3.4.2.3-04, 7644-3.4.2.3-05, 7644-3.4.2.3-x1, 7644-3.4.3-12, 7644-3.4.3-13
    fn resources_are_sorted_by_each_attribute_or_it_is_refused(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            // Neither in this order nor in the other one.
            let bodies = [world.least(kind), world.open(kind), world.open(kind), world.least(kind), world.open(kind)];
            let ids: Vec<String> = [2, 0, 1, 4, 3].iter().map(|at: &usize| world.create(kind, &bodies[*at])).collect();
            let all: Vec<Value> = ids.iter().map(|id| world.read(kind, id)).collect();
            let among: Vec<String> = ids.iter().map(|id| format!(r#"id eq "{id}""#)).collect();
            let among = among.join(" or ");
            for place in kind.leaves() {
                let (path, declared) = (place.path(), place.declared());
                let refused = declared["type"] == "binary"
                    || place.lists() > 1
                    || place.either("returned", "never")
                    || place.either("mutability", "writeOnly");
                for order in [None, Some("ascending"), Some("descending")] {
                    let parameter = order.map(|order| format!("&sortOrder={order}")).unwrap_or_default();
                    let target = format!("{}?filter={}&sortBy={}{parameter}", kind.endpoint, encode(&among), encode(&path));
                    let answer = server.get(&target);
                    // A list of references may be kept apart from the resource.
                    if refused || place.lists() > 0 && place.attribute.refers() && answer.status == 400 {
                        assert_eq!(answer.status, 400, "{} {path}: {answer}", kind.name);
                        assert_scim_error(&answer, 400, "invalidValue");
                        continue;
                    }
                    let found = resources(answer.expect(200));
                    let found: Vec<String> = found.iter().map(id_of).collect();
                    let key_of = |id: &String| key(place, &all[ids.iter().position(|known| known == id).unwrap()]);
                    let keys: Vec<Option<Value>> = found.iter().map(key_of).collect();
                    let mut expected = keys.clone();
                    expected.sort_by(compare);
                    if order == Some("descending") {
                        expected.reverse();
                    }
                    assert_eq!(keys, expected, "{} {path} {order:?}", kind.name);
                    assert_eq!(keys.len(), ids.len());
                    let mut request = json!({
                        "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                        "filter": among, "sortBy": path.to_uppercase(),
                    });
                    if let Some(order) = order {
                        request["sortOrder"] = order.into();
                    }
                    let searched = resources(server.post(&format!("{}/.search", kind.endpoint), &request).expect(200));
                    assert_eq!(searched.iter().map(id_of).collect::<Vec<_>>(), found, "{} {path} {order:?}", kind.name);
                }
            }
        }
    }

    /// 7644-3.4.3-13, 7644-3.4.3-15
    fn what_nothing_can_be_sorted_by_is_refused(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let complex = kind.attributes.iter().filter(|attribute| attribute.is("type", "complex") && !attribute.is_list());
            let names = complex.map(|attribute| attribute.path()).chain(["nothing".to_owned(), "schemas".to_owned()]);
            for name in names {
                assert_scim_error(&server.get(&format!("{}?sortBy={}", kind.endpoint, encode(&name))), 400, "invalidValue");
            }
            assert_scim_error(&server.get(&format!("{}?sortBy=id&sortOrder=sideways", kind.endpoint)), 400, "invalidValue");
        }
    }
}
