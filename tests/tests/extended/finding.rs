//! Filters, sorting, projection, search and cursors on every resource type.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::{
    Server,
    http::encode,
    on_both_databases,
    scim::{assert_scim_error, resources},
};

use crate::kinds::{Kind, create, is_list, kinds, subs, whole};

/// An attribute that can be compared, with its value in a resource.
struct Leaf<'a> {
    path: String,
    declared: &'a Value,
    value: Value,
    /// In how many lists it is.
    lists: usize,
}

/// All that a resource shows.
fn leaves<'a>(kind: &'a Kind, resource: &Value) -> Vec<Leaf<'a>> {
    let first = |value: &Value| value.get(0).unwrap_or(value).clone();
    let mut all = Vec::new();
    for attribute in &kind.attributes {
        let (declared, value) = (&attribute.declared, first(attribute.of(resource)));
        let lists = usize::from(attribute.is_list());
        if declared["type"] == "complex" {
            for sub in subs(declared) {
                let name = sub["name"].as_str().unwrap();
                let path = format!("{}.{name}", attribute.path());
                all.push(Leaf {
                    path,
                    declared: sub,
                    value: first(&value[name]),
                    lists: lists + usize::from(is_list(sub)),
                });
            }
        } else {
            all.push(Leaf { path: attribute.path(), declared, value, lists });
        }
    }
    all.retain(|leaf| !leaf.value.is_null());
    all
}

/// The operators that find a value itself and those that do not, as the type allows them (RFC 7644 §3.4.2.2).
fn operators(declared: &Value) -> (&'static [&'static str], &'static [&'static str], &'static [&'static str]) {
    match declared["type"].as_str().unwrap() {
        _ if declared["name"] == "$ref" => (&["eq"], &["ne"], &["gt", "co"]),
        "boolean" | "binary" => (&["eq"], &["ne"], &["gt", "ge", "lt", "le", "co", "sw", "ew"]),
        "integer" | "decimal" | "dateTime" => (&["eq", "ge", "le"], &["ne", "gt", "lt"], &["co", "sw", "ew"]),
        _ => (&["eq", "ge", "le", "co", "sw", "ew"], &["ne", "gt", "lt"], &[]),
    }
}

fn search(server: &Server, kind: &Kind, filter: &str) -> tests::Response {
    server.get(&format!("{}?filter={}", kind.endpoint, encode(filter)))
}

on_both_databases! {
    /// RFC 7644 §3.4.2.2
    fn each_attribute_is_found_by_each_operator_that_its_type_allows(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            let id = create(server, kind, &whole(server, &kinds, kind));
            let read = server.get(&format!("{}/{id}", kind.endpoint)).expect(200).json();
            for Leaf { path, declared, value, lists } in leaves(kind, &read) {
                let (finding, missing, refused) = operators(declared);
                let filter = |operator: &str| format!(r#"id eq "{id}" and {path} {operator} {value}"#);
                if lists > 1 {
                    assert_scim_error(&search(server, kind, &filter("eq")), 400, "invalidFilter");
                    continue;
                }
                for (operators, count) in [(finding, 1), (missing, 0)] {
                    for operator in operators {
                        let filter = filter(operator);
                        let found = resources(search(server, kind, &filter).expect(200));
                        assert_eq!(found.len(), count, "{} {filter}", kind.name);
                    }
                }
                for operator in refused {
                    assert_scim_error(&search(server, kind, &filter(operator)), 400, "invalidFilter");
                }
                let present = format!(r#"id eq "{id}" and {path} pr"#);
                assert_eq!(resources(search(server, kind, &present).expect(200)).len(), 1, "{} {present}", kind.name);
            }
        }
    }

    /// RFC 7644 §3.4.2.3
    fn resources_are_sorted_by_each_single_valued_attribute(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            let one = create(server, kind, &whole(server, &kinds, kind));
            let two = create(server, kind, &whole(server, &kinds, kind));
            let (read, other) = (server.get(&format!("{}/{one}", kind.endpoint)).json(), server.get(&format!("{}/{two}", kind.endpoint)).json());
            let others = leaves(kind, &other);
            for leaf in leaves(kind, &read).into_iter().filter(|leaf| leaf.lists == 0 && leaf.declared["type"] != "binary") {
                // Samples grow, but for flags, and for what other resources are.
                let grows = others.iter().any(|other| other.path == leaf.path && other.value != leaf.value);
                let referring = leaf.path.ends_with(".$ref") || leaf.path.ends_with(".value");
                for (order, expected) in [("ascending", [&one, &two]), ("descending", [&two, &one])] {
                    let filter = encode(&format!(r#"id eq "{one}" or id eq "{two}""#));
                    let target = format!("{}?filter={filter}&sortBy={}&sortOrder={order}", kind.endpoint, encode(&leaf.path));
                    let found = resources(server.get(&target).expect(200));
                    let ids: Vec<&str> = found.iter().filter_map(|one| one["id"].as_str()).collect();
                    assert_eq!(ids.len(), 2);
                    if grows && !referring {
                        assert_eq!(ids, expected, "{} {} {order}", kind.name, leaf.path);
                    }
                }
            }
        }
    }

    /// RFC 7644 §3.4.2.5
    fn each_attribute_is_shown_alone_and_left_out(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            let sent = whole(server, &kinds, kind);
            let target = format!("{}/{}", kind.endpoint, create(server, kind, &sent));
            let always: BTreeSet<String> = (kind.attributes.iter())
                .filter(|attribute| attribute.is("returned", "always"))
                .map(|attribute| attribute.extension.clone().unwrap_or_else(|| attribute.name().to_owned()))
                .collect();
            for attribute in kind.attributes.iter().filter(|attribute| !attribute.of(&sent).is_null()) {
                let path = attribute.path();
                let only = server.get(&format!("{target}?attributes={}", encode(&path))).expect(200).json();
                let shown = !attribute.is("returned", "never");
                assert_eq!(!attribute.of(&only).is_null(), shown, "{} {path}: {only}", kind.name);
                let top = attribute.extension.clone().unwrap_or_else(|| attribute.name().to_owned());
                let expected = |name: &String| ["schemas", "id"].contains(&name.as_str()) || *name == top || always.contains(name);
                assert!(only.as_object().unwrap().keys().all(expected), "{} {path}: {only}", kind.name);
                let without = server.get(&format!("{target}?excludedAttributes={}", encode(&path))).expect(200).json();
                assert_eq!(!attribute.of(&without).is_null(), attribute.is("returned", "always"), "{} {path}", kind.name);
            }
        }
    }

    /// RFC 7644 §3.4.3
    fn search_finds_a_resource_at_its_endpoint_and_over_all(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            let id = create(server, kind, &whole(server, &kinds, kind));
            let request = json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                "filter": format!(r#"id eq "{id}""#),
            });
            for target in [format!("{}/.search", kind.endpoint), "/.search".to_owned()] {
                let found = resources(server.post(&target, &request).expect(200));
                assert_eq!(found.len(), 1, "{target}");
                assert_eq!(found[0]["meta"]["resourceType"], kind.name.as_str());
            }
        }
    }

    /// RFC 9865
    fn a_cursor_walks_over_the_resources_once(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            let made: BTreeSet<String> =
                (0..3).map(|_| create(server, kind, &whole(server, &kinds, kind))).collect();
            let filter: Vec<String> = made.iter().map(|id| format!(r#"id eq "{id}""#)).collect();
            let base = format!("{}?count=1&filter={}", kind.endpoint, encode(&filter.join(" or ")));
            let (mut seen, mut cursor) = (Vec::new(), Some(String::new()));
            while let Some(place) = cursor {
                let page = server.get(&format!("{base}&cursor={}", encode(&place))).expect(200).json();
                seen.extend(page["Resources"].as_array().into_iter().flatten().map(|one| one["id"].as_str().unwrap().to_owned()));
                cursor = page["nextCursor"].as_str().map(str::to_owned);
                assert!(seen.len() <= 3, "{}: it comes to an end", kind.name);
            }
            assert_eq!((seen.len(), seen.into_iter().collect::<BTreeSet<_>>()), (3, made), "{}", kind.name);
        }
    }
}
