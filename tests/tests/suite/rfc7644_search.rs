//! Queries over one type and over all, by GET and by POST to `/.search` (RFC 7644 §3.4.2.1, §3.4.3).

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Database, PerDatabase, Request, Response, Server, on_both_databases};

/// The message of a search.
pub const SEARCH_REQUEST: &str = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

/// Users and groups that no test changes, created in this order; `externalId` is what the tests call them.
fn corpus(database: Database) -> &'static Server {
    static CORPUS: PerDatabase = PerDatabase::new();
    CORPUS.get(database, |server| {
        server.set_profile("strict");
        let mut ids = Vec::new();
        for body in [
            json!({ "userName": "delta", "displayName": "Mia", "title": "T", "active": true, "externalId": "u1", "emails": [{ "value": "9@x.example" }] }),
            json!({ "userName": "Alpha", "displayName": "anna", "active": false, "externalId": "u2", "emails": [{ "value": "1@x.example", "primary": true }] }),
            json!({ "userName": "charlie", "externalId": "u3", "name": { "familyName": "Zed" } }),
            json!({ "userName": "bravo", "displayName": "Zoe", "title": "S", "externalId": "u4", ENTERPRISE: { "department": "D" } }),
        ] {
            ids.push(server.post("/Users", &merged(json!({ "schemas": [USER] }), body)).expect(201).id());
        }
        for (name, external, members) in [("Crew", "g1", &ids[..1]), ("admins", "g2", &[]), ("Zulu", "g3", &ids[2..3])] {
            let members: Vec<&str> = members.iter().map(String::as_str).collect();
            server.post("/Groups", &merged(group(name, &members), json!({ "externalId": external }))).expect(201);
        }
    })
}

/// A search of all types (an empty endpoint) or of one.
#[track_caller]
pub fn search(server: &Server, endpoint: &str, parameters: Value) -> Response {
    server.post(&format!("{endpoint}/.search"), &merged(json!({ "schemas": [SEARCH_REQUEST] }), parameters))
}

/// The same as a GET.
#[track_caller]
fn get(server: &Server, endpoint: &str, parameters: &Value) -> Response {
    let parameters = parameters.as_object().unwrap().iter().map(|(name, value)| {
        let value = match value {
            Value::Array(names) => names.iter().map(|name| name.as_str().unwrap()).collect::<Vec<_>>().join(","),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        format!("{name}={}", encode(&value))
    });
    server.get(&format!("{endpoint}/?{}", parameters.collect::<Vec<_>>().join("&")))
}

/// What the resources of a list are called, in order.
#[track_caller]
fn names(response: Response) -> Vec<String> {
    resources(response).iter().map(|found| found["externalId"].as_str().unwrap().to_owned()).collect()
}

/// The same of a query of the root by its filter.
#[track_caller]
fn filtered_names(server: &Server, filter: &str) -> Vec<String> {
    names(filtered(server, "/", filter))
}

#[track_caller]
fn sorted_names(server: &Server, sort_by: &str, sort_order: &str) -> Vec<String> {
    names(search(server, "", json!({ "sortBy": sort_by, "sortOrder": sort_order })))
}

const ALL: [&str; 7] = ["u1", "u2", "u3", "u4", "g1", "g2", "g3"];
const USERS: [&str; 4] = ["u1", "u2", "u3", "u4"];
const GROUPS: [&str; 3] = ["g1", "g2", "g3"];

on_both_databases! {
    from corpus;

    /// 7644-3.4.2.1-01, 7644-3.4.3-01, 7644-3.4.3-03, 7644-3.4.3-05, 7644-3.4.3-06, 7644-3.4.3-08, 7644-3.4.3-09,
    /// 7644-3.4.3-11, 7644-3.4.3-12, 7644-3.4.3-14, 7644-3.4.3-15, 7644-3.4.3-16, 7644-3.4.3-17: one and all of the
    /// parameters, left out or not
    fn a_search_by_post_answers_what_a_get_answers(server) {
        for parameters in [
            json!({}),
            json!({ "filter": "externalId pr" }),
            json!({ "filter": "externalId ew \"1\" or externalId eq \"none ü & + \\\"\"" }),
            json!({ "filter": "displayName sw \"z\"", "count": 1 }),
            json!({ "sortBy": "displayName" }),
            json!({ "sortBy": "DISPLAYNAME", "sortOrder": "Descending" }),
            json!({ "sortOrder": "descending" }),
            json!({ "sortBy": "meta.created", "sortOrder": "descending", "startIndex": 2, "count": 2 }),
            json!({ "startIndex": 2 }),
            json!({ "startIndex": 0, "count": 3 }),
            json!({ "startIndex": -7, "count": 3 }),
            json!({ "startIndex": 1_000_000, "count": 3 }),
            json!({ "count": 0 }),
            json!({ "count": -1 }),
            json!({ "count": 100_000 }),
            json!({ "attributes": ["externalId"] }),
            json!({ "attributes": ["displayName", "meta.resourceType", "nosuch"], "count": 3 }),
            json!({ "excludedAttributes": ["meta", "displayName", "id", "schemas"] }),
            json!({ "filter": "not (displayName eq \"crew\")", "sortBy": "externalId", "sortOrder": "ascending", "startIndex": 2, "count": 2, "attributes": ["externalId"] }),
        ] {
            for endpoint in ["", "/Users", "/Groups"] {
                let (by_post, by_get) = (search(server, endpoint, parameters.clone()), get(server, endpoint, &parameters));
                assert_eq!((by_post.status, by_get.status), (200, 200), "{endpoint} {parameters}: {by_post} {by_get}");
                assert_eq!(by_post.json(), by_get.json(), "{endpoint} {parameters}");
                assert_eq!(by_post.media_type(), Some("application/scim+json"));
            }
        }
    }

    /// 7644-3.4.3-04, 7644-3.4.3-10, 7644-3.4.3-13, 7644-3.4.3-15, 7644-3.4.3-16
    fn a_search_that_cannot_be_is_refused_by_the_name_of_its_parameter(server) {
        let schemas = json!([SEARCH_REQUEST]);
        for endpoint in ["", "/Users", "/Groups"] {
            for (body, scim_type, word) in [
                (json!({}), "invalidSyntax", "schemas"),
                (json!({ "schemas": [PATCH_OP] }), "invalidSyntax", "schemas"),
                (json!({ "schemas": [LIST], "filter": "id pr" }), "invalidSyntax", "schemas"),
                (json!({ "schemas": SEARCH_REQUEST }), "invalidSyntax", "schemas"),
                (json!([]), "invalidSyntax", "object"),
                (json!({ "schemas": schemas, "filter": "bad" }), "invalidFilter", ""),
                (json!({ "schemas": schemas, "filter": "" }), "invalidFilter", ""),
                (json!({ "schemas": schemas, "filter": "nosuch eq 1" }), "invalidFilter", "nosuch"),
                (json!({ "schemas": schemas, "filter": 1 }), "invalidSyntax", "filter"),
                (json!({ "schemas": schemas, "sortBy": "nosuch" }), "invalidValue", "nosuch"),
                (json!({ "schemas": schemas, "sortBy": "meta" }), "invalidValue", "meta"),
                (json!({ "schemas": schemas, "sortBy": ["id"] }), "invalidSyntax", "sortBy"),
                (json!({ "schemas": schemas, "sortBy": "id", "sortOrder": "sideways" }), "invalidValue", "sortOrder"),
                (json!({ "schemas": schemas, "startIndex": "1" }), "invalidSyntax", "startIndex"),
                (json!({ "schemas": schemas, "count": "1" }), "invalidSyntax", "count"),
                (json!({ "schemas": schemas, "count": 1.5 }), "invalidSyntax", "count"),
                (json!({ "schemas": schemas, "attributes": "id" }), "invalidSyntax", "attributes"),
                (json!({ "schemas": schemas, "excludedAttributes": [1] }), "invalidSyntax", "excludedAttributes"),
                (json!({ "schemas": schemas, "attributes": ["id"], "excludedAttributes": ["id"] }), "invalidValue", "excludedAttributes"),
            ] {
                let response = server.post(&format!("{endpoint}/.search"), &body);
                assert_scim_error_about(&response, 400, scim_type, word);
            }
        }
    }

    /// 7644-3.4.3-02
    fn a_search_creates_nothing_and_stands_at_the_endpoints_of_types_and_at_the_root_alone(server) {
        let body = merged(user("searched"), json!({ "schemas": [SEARCH_REQUEST, USER] }));
        assert_eq!(names(server.post("/Users/.search", &body)), USERS);
        assert_eq!(names(search(server, "", json!({}))), ALL);
        assert!(filtered_names(server, "userName eq \"searched\"").is_empty());
        for (endpoint, status) in [("/Nope", 404), ("/ServiceProviderConfig", 404), ("/Users/1", 404), ("/Bulk", 404), ("/Me", 404), ("/Schemas", 405), ("/ResourceTypes", 405)] {
            assert_scim_error(&search(server, endpoint, json!({})), status, "");
        }
        for target in ["/.search", "/Users/.search"] {
            let response = server.get(target);
            assert_scim_error(&response, 405, "");
            assert_eq!(response.header("allow"), Some("POST"));
            let body = json!({ "schemas": [SEARCH_REQUEST] }).to_string();
            assert_scim_error(&server.send(Request::new("POST", target).anonymous().scim_body(body.clone())), 401, "");
            assert_scim_error(&server.send(Request::new("POST", target).header("Content-Type", "text/plain").body(body)), 415, "");
        }
    }

    /// 7644-3.4.3-05, 7644-3.4.3-07, 7644-3.4.3-08: with the URN of the schema and in any case; a type that has not the
    /// attribute goes without
    fn attributes_are_chosen_for_each_type(server) {
        let keys = |found: &Value| set(found.as_object().unwrap().keys().map(String::as_str));
        let attributes = json!([format!("{USER}:USERNAME"), "members.value", "name.familyName", ENTERPRISE, "externalId"]);
        for found in resources(search(server, "", json!({ "attributes": attributes }))) {
            let mut expected = vec!["schemas", "id", "externalId"];
            expected.extend(match found["externalId"].as_str().unwrap() {
                "u1" | "u2" => &["userName"][..],
                "u3" => &["userName", "name"],
                "u4" => &["userName", ENTERPRISE],
                "g2" => &[],
                _ => &["members"],
            });
            assert_eq!(keys(&found), set(expected), "{found}");
            for member in found["members"].as_array().into_iter().flatten() {
                assert_eq!(keys(member), set(["value"]), "{found}");
            }
        }
        let excluded = json!({ "excludedAttributes": ["id", "ID", "members", format!("{USER}:emails"), "meta", "groups"] });
        for found in resources(search(server, "", excluded)) {
            assert!(found["id"].is_string() && found["schemas"].is_array(), "{found}");
            for gone in ["members", "emails", "meta", "groups"] {
                assert_eq!(found.get(gone), None, "{found}");
            }
            assert!(found["userName"].is_string() || found["displayName"].is_string(), "{found}");
        }
    }

    /// 7644-3.4.2.1-02
    fn a_query_of_the_root_covers_all_resource_types_and_no_discovery(server) {
        for target in ["", "/", "?count=100", "/?count=100"] {
            assert_eq!(names(server.get(target)), ALL, "{target}");
        }
        let list = server.get("/").expect(200).json();
        assert_eq!((&list["totalResults"], &list["startIndex"], &list["itemsPerPage"]), (&json!(7), &json!(1), &json!(7)));
        for found in list["Resources"].as_array().unwrap() {
            let kind = found["meta"]["resourceType"].as_str().unwrap();
            let alone = server.get(&format!("/{kind}s/{}", id_of(found))).expect(200).json();
            assert_eq!(values(found, "members"), values(&alone, "members"));
            // The members of a group come in any order.
            let without = |resource: &Value| merged(resource.clone(), json!({ "members": null }));
            assert_eq!(without(found), without(&alone));
        }
        for kind in ["Schema", "ResourceType", "ServiceProviderConfig", "user"] {
            assert!(filtered_names(server, &format!("meta.resourceType eq \"{kind}\"")).is_empty());
        }
        assert_scim_error(&server.send(Request::new("GET", "/").anonymous()), 401, "");
        let posted = server.post("/", &user("root"));
        assert_scim_error(&posted, 405, "");
    }

    /// 7644-3.4.2.1-03
    fn the_resource_type_in_the_filter_narrows_a_query_of_the_root(server) {
        for (filter, expected) in [
            (r#"meta.resourceType eq "User""#, &USERS[..]),
            (r#"meta.resourceType eq "Group""#, &GROUPS),
            (r#"(meta.resourceType eq "User") or (meta.resourceType eq "Group")"#, &ALL),
            (r#"meta.resourceType ne "User""#, &GROUPS),
            (r#"not (meta.resourceType eq "Group")"#, &USERS),
            (r#"meta.resourceType eq "Group" and displayName sw "z""#, &["g3"]),
            (r#"meta[resourceType eq "Group"]"#, &GROUPS),
            (r#"not (meta[resourceType eq "Group" and created lt "2000-01-01T00:00:00Z"])"#, &ALL),
            (r#"not (meta[resourceType eq "Group"])"#, &USERS),
            (&format!("schemas eq \"{USER}\""), &USERS),
            (&format!("schemas eq \"{ENTERPRISE}\""), &["u4"]),
        ] {
            assert_eq!(filtered_names(server, filter), expected, "{filter}");
        }
    }

    /// 7644-3.4.2.1-05, 7644-3.4.2.1-06
    fn an_attribute_that_a_type_has_not_is_without_a_value_there(server) {
        for (filter, expected) in [
            (r#"userName eq "alpha""#, &["u2"][..]),
            (r#"userName ne "alpha""#, &["u1", "u3", "u4", "g1", "g2", "g3"]),
            (r#"not (userName eq "alpha")"#, &["u1", "u3", "u4", "g1", "g2", "g3"]),
            ("userName pr", &USERS),
            ("not (userName pr)", &GROUPS),
            ("userName eq null", &GROUPS),
            ("members pr", &["g1", "g3"]),
            ("members eq null", &["u1", "u2", "u3", "u4", "g2"]),
            (r#"members.type eq "User""#, &["g1", "g3"]),
            (r#"members[type eq "User"]"#, &["g1", "g3"]),
            (r#"not (members[type eq "User"])"#, &["u1", "u2", "u3", "u4", "g2"]),
            (r#"emails[value sw "1"] or displayName eq "ZULU""#, &["u2", "g3"]),
            (r#"displayName gt "m" and not (active eq false)"#, &["u1", "u4", "g3"]),
            (r#"active eq true or members pr"#, &["u1", "g1", "g3"]),
            (&format!(r#"{ENTERPRISE}:department eq "d""#), &["u4"]),
            (r#"groups pr and title pr"#, &["u1"]),
        ] {
            assert_eq!(filtered_names(server, filter), expected, "{filter}");
            assert_eq!(names(search(server, "", json!({ "filter": filter }))), expected, "{filter}");
            let list = filtered(server, "/", filter).json();
            assert_eq!(list["totalResults"], json!(expected.len()), "{filter}");
        }
    }

    /// 7644-3.4.2.1-05: the same refusals as at one endpoint
    fn what_no_type_has_or_allows_is_refused_at_the_root(server) {
        for (filter, word) in [
            (r#"nosuch eq "x""#, "nosuch"),
            (r#"userName eq "x" or nosuch pr"#, "nosuch"),
            (r#"name.nosuch pr"#, "nosuch"),
            (r#"emails[nosuch eq "x"]"#, "nosuch"),
            (r#"urn:x:userName eq "x""#, "urn:x"),
            (r#"password eq "x""#, "password"),
            (r#"not (password pr)"#, "password"),
            ("active gt true", "active"),
            ("active eq \"true\"", "active"),
            (r#"userName gt 1"#, "userName"),
            (r#"meta.created gt "yesterday""#, "created"),
            (r#"userName eqq "x""#, "eqq"),
        ] {
            assert_scim_error_about(&filtered(server, "/", filter), 400, "invalidFilter", word);
            assert_scim_error_about(&search(server, "", json!({ "filter": filter })), 400, "invalidFilter", word);
        }
    }

    fn resources_of_all_types_are_sorted_by_an_attribute_of_both(server) {
        // u3 has no displayName: last, or first.
        assert_eq!(sorted_names(server, "displayName", "ascending"), ["g2", "u2", "g1", "u1", "u4", "g3", "u3"]);
        assert_eq!(sorted_names(server, "displayName", "descending"), ["u3", "g3", "u4", "u1", "g1", "u2", "g2"]);
        assert_eq!(sorted_names(server, "externalId", "ascending"), ["g1", "g2", "g3", "u1", "u2", "u3", "u4"]);
        for sort_by in ["id", "meta.created", "meta.lastModified"] {
            assert_eq!(sorted_names(server, sort_by, "ascending"), ALL, "{sort_by}");
            let reversed: Vec<&str> = ALL.into_iter().rev().collect();
            assert_eq!(sorted_names(server, sort_by, "descending"), reversed, "{sort_by}");
        }
        assert_eq!(sorted_names(server, "meta.resourceType", "ascending"), ["g1", "g2", "g3", "u1", "u2", "u3", "u4"]);
        assert_eq!(sorted_names(server, "meta.resourceType", "descending"), ["u4", "u3", "u2", "u1", "g3", "g2", "g1"]);
        assert_eq!(names(search(server, "", json!({ "sortOrder": "descending" }))), names(server.get("/?sortOrder=descending")));
    }

    fn resources_without_the_attribute_come_last_or_first(server) {
        assert_eq!(sorted_names(server, "userName", "ascending"), ["u2", "u4", "u3", "u1", "g1", "g2", "g3"]);
        assert_eq!(sorted_names(server, "userName", "descending"), ["g3", "g2", "g1", "u1", "u3", "u4", "u2"]);
        assert_eq!(sorted_names(server, "title", "ascending"), ["u4", "u1", "u2", "u3", "g1", "g2", "g3"]);
        assert_eq!(sorted_names(server, "title", "descending"), ["g3", "g2", "g1", "u3", "u2", "u1", "u4"]);
        assert_eq!(sorted_names(server, "active", "ascending"), ["u2", "u1", "u3", "u4", "g1", "g2", "g3"]);
        assert_eq!(sorted_names(server, "emails", "ascending"), ["u2", "u1", "u3", "u4", "g1", "g2", "g3"]);
        assert_eq!(sorted_names(server, "emails.value", "descending"), ["g3", "g2", "g1", "u4", "u3", "u1", "u2"]);
        assert_eq!(sorted_names(server, &format!("{ENTERPRISE}:department"), "ascending")[0], "u4");
        for sort_by in ["members", "members.value", "password", "groups", "schemas", "name", "x509Certificates"] {
            assert_scim_error_about(&search(server, "", json!({ "sortBy": sort_by })), 400, "invalidValue", sort_by);
        }
    }

    /// 7644-3.4.2.1-04: all that there are can be had page by page
    fn pages_over_all_types_follow_each_other(server) {
        for sort_by in ["displayName", "userName", "meta.created", "title"] {
            for sort_order in ["ascending", "descending"] {
                let whole = sorted_names(server, sort_by, sort_order);
                for count in 1..=4 {
                    let mut seen = Vec::new();
                    for start in (1..=ALL.len()).step_by(count) {
                        let page = json!({ "sortBy": sort_by, "sortOrder": sort_order, "startIndex": start, "count": count });
                        let list = search(server, "", page.clone());
                        assert_eq!((&list.json()["startIndex"], &list.json()["totalResults"]), (&json!(start), &json!(ALL.len())));
                        seen.extend(names(list));
                    }
                    assert_eq!(seen, whole, "{sort_by} {sort_order} {count}");
                }
            }
        }
        for start in [8_i64, 1_001, 100_000, i64::from(i32::MAX) + 1, i64::MAX] {
            for endpoint in ["", "/Users"] {
                let list = search(server, endpoint, json!({ "startIndex": start, "count": 5 })).expect(200).json();
                let total = if endpoint.is_empty() { 7 } else { 4 };
                assert_eq!((&list["totalResults"], &list["Resources"]), (&json!(total), &json!([])), "{start}");
            }
        }
    }

    /// 7644-7.5.2-02: what a filter asks for is in no URL and no log
    fn a_filter_with_personal_data_can_be_posted_and_is_not_logged(server) {
        let secret = unique("Personal");
        for filter in [
            format!("userName eq \"{secret}\""),
            format!("emails[type eq \"work\" and value co \"{secret}\"]"),
            format!("name.familyName sw \"{secret}\" or (title pr and not (externalId ew \"{secret}\"))"),
            format!("bad \"{secret}\""),
        ] {
            for endpoint in ["", "/Users"] {
                let status = search(server, endpoint, json!({ "filter": filter })).status;
                assert_eq!(status, if filter.starts_with("bad") { 400 } else { 200 });
            }
        }
        assert!(!server.log().contains(&secret), "the log holds the filter");
    }

    fn a_filter_of_any_length_or_depth_is_refused_at_once_by_the_same_process(server) {
        let pid = server.pid();
        for filter in [
            "(".repeat(10_000),
            "not (".repeat(10_000),
            format!("{}title pr{}", "(".repeat(10_000), ")".repeat(10_000)),
            format!("{}title pr{} bad", "not (".repeat(10_000), ")".repeat(10_000)),
            format!("title pr{}", " and title pr".repeat(10_000)),
            format!("title pr{} bad", " and title pr".repeat(10_000)),
            format!("title pr{}", " or title eq 1".repeat(10_000)),
            format!("emails[{}]", "(".repeat(10_000)),
        ] {
            for endpoint in ["", "/Users"] {
                let answers: Vec<Response> = (0..5).map(|_| search(server, endpoint, json!({ "filter": filter }))).collect();
                let detail = assert_scim_error(&answers[0], 400, "invalidFilter");
                assert!(detail.len() < 2_000);
                let best = answers.iter().map(|answer| answer.elapsed).min().unwrap();
                assert!(best < REFUSAL, "refused only after {best:?}");
            }
        }
        assert!(server.is_running() && server.pid() == pid);
    }
}

mod filtered_pages {
    use super::*;

    on_both_databases! {
        /// 7644-3.4.2.1-05: also of a resource that matches by several values
        fn a_page_by_index_counts_a_resource_once_however_many_of_its_values_match(server) {
            let domain = unique("domain");
            let emails: Vec<Value> = (0..3).map(|index| json!({ "value": format!("{index}@{domain}"), "display": domain })).collect();
            let ids: Vec<String> = (0..6).map(|_| id_of(&create_user(server, json!({ "emails": emails })))).collect();
            for filter in [format!("emails.value ew \"{domain}\""), format!("emails[display eq \"{domain}\" and value co \"@\"]")] {
                for endpoint in ["", "/Users"] {
                    let page = |start: usize| {
                        let list = search(server, endpoint, json!({ "filter": filter, "startIndex": start, "count": 2 }));
                        assert_eq!(list.json()["totalResults"], json!(6));
                        resources(list).iter().map(id_of).collect::<Vec<_>>()
                    };
                    let pages: Vec<Vec<String>> = [1, 3, 5, 7].map(page).into();
                    assert_eq!(pages, [&ids[..2], &ids[2..4], &ids[4..], &[]], "{endpoint} {filter}");
                }
            }
        }
    }
}
