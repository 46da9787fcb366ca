//! Pages, cursors and searches over the resources of every type (RFC 7644 §3.4.2.4, §3.4.3, RFC 9865).

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::{
    Server,
    http::encode,
    on_both_databases,
    scim::{assert_scim_error, id_of, resources},
};

use crate::{kinds::Place, samples::World};

const SEARCH: &str = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

/// What walks over pages: from the cursor to the page.
fn walk(kind: &str, page: impl Fn(&str) -> Value) -> Vec<String> {
    let (mut seen, mut cursor) = (Vec::new(), Some(String::new()));
    while let Some(place) = cursor {
        let page = page(&place);
        let found: Vec<String> = page["Resources"].as_array().into_iter().flatten().map(id_of).collect();
        assert!(!found.is_empty() && found.len() <= 2, "{kind}: {page}");
        seen.extend(found);
        cursor = page["nextCursor"].as_str().map(str::to_owned);
        assert!(seen.len() <= 5, "{kind}: it comes to an end");
    }
    seen
}

fn get(server: &Server, target: &str) -> Value {
    server.get(target).expect(200).json()
}

on_both_databases! {
    profiles;

    /// 7644-3.4.2-05, 7644-3.4.2-07, 7644-3.4.2-08, 7644-3.4.2.4-03, 7644-3.4.2.4-04, 7644-3.4.2.4-05b,
    /// 7644-3.4.2.4-x1, 9865-2-04, 9865-2-05a, 9865-2-05b, 9865-2-08a, 9865-2.2-x1, 9865-3-x1
    fn pages_and_cursors_show_each_resource_once(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let made: Vec<String> = (0..5).map(|_| world.create(kind, &world.open(kind))).collect();
            let set: BTreeSet<&String> = made.iter().collect();
            let filter: Vec<String> = made.iter().map(|id| format!(r#"id eq "{id}""#)).collect();
            let filter = filter.join(" or ");
            let base = format!("{}?filter={}", kind.endpoint, encode(&filter));

            let mut seen = Vec::new();
            for (start, count) in [(-3, 2), (3, 2), (5, 1), (6, 0)] {
                let page = get(server, &format!("{base}&startIndex={start}&count=2"));
                assert_eq!((&page["totalResults"], page["itemsPerPage"].as_u64()), (&json!(5), Some(count)), "{page}");
                assert_eq!(page["startIndex"], json!(start.max(1)), "{page}");
                seen.extend(page["Resources"].as_array().into_iter().flatten().map(id_of));
            }
            assert_eq!((seen.len(), seen.iter().collect::<BTreeSet<_>>()), (5, set.clone()), "{}", kind.name);
            for count in [0, -1] {
                let page = get(server, &format!("{base}&count={count}"));
                assert!(page["totalResults"] == 5 && page["Resources"].get(0).is_none(), "{page}");
            }

            let sortable = kind.leaves().find(|place| {
                place.lists() == 0 && place.declared()["type"] == "string" && place.attribute.name() != "externalId"
                    && place.attribute.is_shown() && !place.either("mutability", "writeOnly")
            });
            // What is required and readOnly is for the server to give, and may be missing.
            let missing = kind.leaves().find(|place| {
                place.sub.is_none() && !place.attribute.is_list() && place.attribute.is_required()
                    && place.attribute.is("mutability", "readOnly") && !place.attribute.is("returned", "never")
            });
            let orders = [String::new()].into_iter().chain([sortable, missing].into_iter().flatten().map(|place| place.path()));
            for order in orders.chain(["meta.created".to_owned()]) {
                let sorted = if order.is_empty() { String::new() } else { format!("&sortBy={}", encode(&order)) };
                let first = walk(&kind.name, |cursor| get(server, &format!("{base}{sorted}&count=2&cursor={}", encode(cursor))));
                assert_eq!((first.len(), first.iter().collect::<BTreeSet<_>>()), (5, set.clone()), "{} {order}", kind.name);
                if !order.is_empty() {
                    // Samples grow.
                    assert_eq!(first, made, "{} {order}", kind.name);
                }
                let mut request = json!({ "schemas": [SEARCH], "filter": filter, "count": 2 });
                if !order.is_empty() {
                    request["sortBy"] = json!(order);
                }
                for endpoint in [&kind.endpoint, ""] {
                    if endpoint.is_empty() && sortable.is_none_or(|place| place.path() == order) {
                        continue;
                    }
                    let second = walk(&kind.name, |cursor| {
                        let mut request = request.clone();
                        request["cursor"] = json!(cursor);
                        server.post(&format!("{endpoint}/.search"), &request).expect(200).json()
                    });
                    assert_eq!(second, first, "{} {endpoint} {order}", kind.name);
                }
            }
            let page = get(server, &format!("{base}&count=2&cursor="));
            let cursor = encode(page["nextCursor"].as_str().unwrap());
            let other = server.get(&format!("{}?count=2&cursor={cursor}", kind.endpoint));
            assert_scim_error(&other, 400, "invalidCursor");
        }
    }

    /// 7644-3.4.2-04, 7644-3.4.2-09, 7644-3.4.2.1-02, 7644-3.4.2.1-03, 7644-3.4.2.1-05, 7644-3.4.2.1-06, 7644-3.4.3-01,
    /// 7644-3.4.3-02, 7644-3.4.3-03
    fn searches_find_by_each_attribute_at_the_endpoint_and_over_all(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let id = world.create(kind, &world.open(kind));
            let read = world.read(kind, &id);
            let comparable = |place: &Place| {
                place.lists() < 2 && !place.either("returned", "never") && !place.either("mutability", "writeOnly")
                    && place.declared()["type"] != "boolean"
            };
            for place in kind.leaves().filter(comparable) {
                let Some(value) = place.values(&read).first().cloned() else { continue };
                let filter = format!(r#"meta.resourceType eq "{}" and id eq "{id}" and {} eq {value}"#, kind.name, place.path());
                let request = json!({ "schemas": [SEARCH], "filter": filter, "attributes": ["meta.resourceType"] });
                for target in [format!("{}/.search", kind.endpoint), "/.search".to_owned()] {
                    let found = resources(server.post(&target, &request).expect(200));
                    assert_eq!(found.len(), 1, "{target} {filter}");
                    assert_eq!(found[0]["meta"], json!({ "resourceType": kind.name }), "{target}");
                }
                let target = format!("/?filter={}", encode(&filter));
                assert_eq!(resources(server.get(&target).expect(200)).len(), 1, "{target}");
            }
            let none = json!({ "schemas": [SEARCH], "filter": r#"id eq "none""# });
            for target in [format!("{}/.search", kind.endpoint), "/.search".to_owned()] {
                let answer = server.post(&target, &none).expect(200).json();
                assert_eq!(answer["totalResults"], 0, "{answer}");
                assert_scim_error(&server.post(&target, &json!({ "schemas": [SEARCH], "filter": "no" })), 400, "invalidFilter");
            }
        }
    }
}
