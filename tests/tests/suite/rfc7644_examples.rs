//! The example requests of RFC 7644 §3, each a test named by its section. Ids and entity tags are the server's; where an
//! example breaks the RFC's own rules, the comment says how.

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Database, PerDatabase, Request, Response, Server, on_both_databases};

const SEARCH: &str = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
const BULK: &str = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

/// A server of these tests alone: the examples name their users.
fn examples(database: Database) -> &'static Server {
    static EXAMPLES: PerDatabase = PerDatabase::new();
    EXAMPLES.get(database, |server| {
        server.set_profile("strict");
        for body in [
            json!({
                "userName": "jsmith", "displayName": "Smith, James", "title": "Tour Guide", "userType": "Employee",
                "name": { "givenName": "James", "familyName": "Smith" },
                "emails": [{ "value": "jsmith@example.com", "type": "work" }], ENTERPRISE: { "employeeNumber": "1" },
            }),
            json!({
                "userName": "omalley", "userType": "Intern", "name": { "familyName": "O'Malley" },
                "ims": [{ "value": "omalley@foo.com", "type": "xmpp" }], "emails": [{ "value": "o@example.org", "type": "home" }],
            }),
            json!({ "userName": "john", "userType": "Contractor", "title": "Guest" }),
        ] {
            server.post("/Users", &merged(json!({ "schemas": [USER] }), body)).expect(201);
        }
    })
}

#[track_caller]
fn names(server: &Server, filter: &str) -> Vec<String> {
    let filter = format!("({filter}) and (userName eq \"jsmith\" or userName eq \"omalley\" or userName eq \"john\")");
    let mut names: Vec<String> = resources(filtered(server, "/Users", &filter))
        .iter()
        .map(|user| user["userName"].as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

/// The user of §3.3, with a name of its own.
fn bjensen() -> Value {
    json!({
        "schemas": [USER],
        "userName": unique("bjensen"),
        "externalId": "bjensen",
        "name": { "formatted": "Ms. Barbara J Jensen III", "familyName": "Jensen", "givenName": "Barbara" },
    })
}

#[track_caller]
fn with_if_match(server: &Server, method: &str, path: &str, body: &Value) -> Response {
    let tag = server.get(path).expect(200).etag();
    server.send(Request::new(method, path).header("If-Match", tag).json(body))
}

/// A group with those members; PATCHes go to it with the current tag in If-Match, as in the examples.
#[track_caller]
fn patch_group(server: &Server, before: &[&str], body: &Value) -> std::collections::BTreeSet<String> {
    let path = format!("/Groups/{}", create_group(server, before));
    let answer = with_if_match(server, "PATCH", &path, body).expect(204);
    let after = server.get(&path).expect(200);
    assert_eq!(answer.etag(), after.etag());
    values(&after.json(), "members")
}

fn member(server: &Server, id: &str, display: &str) -> Value {
    json!({ "display": display, "$ref": format!("{}/Users/{id}", server.base_url()), "value": id })
}

#[track_caller]
fn patch_user(server: &Server, before: Value, body: &Value) -> Value {
    let path = format!("/Users/{}", id_of(&create_user(server, before)));
    with_if_match(server, "PATCH", &path, body).expect(200).json()
}

fn two_addresses() -> Value {
    json!({ "addresses": [
        { "type": "work", "streetAddress": "100 Universal City Plaza", "locality": "Hollywood", "country": "US" },
        { "type": "home", "streetAddress": "456 Hollywood Blvd", "primary": true },
    ] })
}

on_both_databases! {
    from examples;

    fn section_3_3_create_a_user(server) {
        let body = bjensen();
        let answer = server.post("/Users", &body).expect(201);
        let user = answer.json();
        for name in ["schemas", "userName", "externalId", "name"] {
            assert_eq!(user[name], body[name], "{name}");
        }
        assert_eq!(answer.header("location"), user["meta"]["location"].as_str());
        assert_eq!(answer.header("etag"), user["meta"]["version"].as_str());
        assert_eq!(user["meta"]["created"], user["meta"]["lastModified"]);
    }

    fn section_3_4_1_retrieve_a_known_resource(server) {
        let user = server.post("/Users", &bjensen()).expect(201).json();
        let request = Request::new("GET", format!("/Users/{}", id_of(&user))).header("Accept", "application/scim+json");
        let answer = server.send(request).expect(200);
        assert_eq!(answer.json(), user);
        assert_eq!(answer.header("etag"), user["meta"]["version"].as_str());
        assert_eq!(answer.media_type(), Some("application/scim+json"));
    }

    fn section_3_4_2_list_users_with_attributes_user_name(server) {
        let answer = server.get("/Users?attributes=userName").expect(200).json();
        assert_eq!(answer["schemas"], json!([LIST]));
        for user in answer["Resources"].as_array().unwrap() {
            let names = user.as_object().unwrap().keys().map(String::as_str);
            assert_eq!(set(names), set(["schemas", "id", "userName"]));
        }
    }

    /// The RFC prints the values without quotes, which its grammar does not allow.
    fn section_3_4_2_1_restrict_by_resource_type(server) {
        let quoted = r#"(meta.resourceType eq "User") or (meta.resourceType eq "Group")"#;
        assert_eq!(names(server, quoted), ["john", "jsmith", "omalley"]);
        let unquoted = "(meta.resourceType eq User) or (meta.resourceType eq Group)";
        assert_scim_error(&filtered(server, "/Users", unquoted), 400, "invalidFilter");
        create_group(server, &[]);
        let root = server.get(&format!("/?filter={}", encode(quoted)));
        let kinds: std::collections::BTreeSet<_> =
            resources(root).iter().map(|found| found["meta"]["resourceType"].to_string()).collect();
        assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["\"Group\"", "\"User\""]);
    }

    fn section_3_4_2_2_names_and_operators_in_any_case(server) {
        assert_eq!(names(server, r#"userName Eq "john""#), ["john"]);
        assert_eq!(names(server, r#"Username eq "john""#), ["john"]);
    }

    fn section_3_4_2_2_figure_2_filters(server) {
        for (filter, expected) in [
            (r#"userName eq "bjensen""#.to_owned(), &[][..]),
            (r#"name.familyName co "O'Malley""#.to_owned(), &["omalley"]),
            (r#"userName sw "J""#.to_owned(), &["john", "jsmith"]),
            (format!(r#"{USER}:userName sw "J""#), &["john", "jsmith"]),
            ("title pr".to_owned(), &["john", "jsmith"]),
            (r#"meta.lastModified gt "2011-05-13T04:42:34Z""#.to_owned(), &["john", "jsmith", "omalley"]),
            (r#"meta.lastModified ge "2011-05-13T04:42:34Z""#.to_owned(), &["john", "jsmith", "omalley"]),
            (r#"meta.lastModified lt "2011-05-13T04:42:34Z""#.to_owned(), &[]),
            (r#"meta.lastModified le "2011-05-13T04:42:34Z""#.to_owned(), &[]),
            (r#"title pr and userType eq "Employee""#.to_owned(), &["jsmith"]),
            (r#"title pr or userType eq "Intern""#.to_owned(), &["john", "jsmith", "omalley"]),
            (format!(r#"schemas eq "{ENTERPRISE}""#), &["jsmith"]),
            // The examples compare the complex `emails` itself: read as emails.value.
            (r#"userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")"#.to_owned(), &["jsmith"]),
            (r#"userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")"#.to_owned(), &["john"]),
            (r#"userType eq "Employee" and (emails.type eq "work")"#.to_owned(), &["jsmith"]),
            (r#"userType eq "Employee" and emails[type eq "work" and value co "@example.com"]"#.to_owned(), &["jsmith"]),
            (
                r#"emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]"#.to_owned(),
                &["jsmith", "omalley"],
            ),
        ] {
            assert_eq!(names(server, &filter), expected, "{filter}");
        }
    }

    fn section_3_4_2_3_sort_by_given_name(server) {
        let answer = server.get("/Users?sortBy=name.givenName&attributes=name.givenName&count=1000").expect(200).json();
        let found: Vec<String> = answer["Resources"].as_array().unwrap().iter().filter_map(|user| user["name"]["givenName"].as_str().map(str::to_lowercase)).collect();
        let mut sorted = found.clone();
        sorted.sort();
        assert_eq!(found, sorted);
        assert!(found.contains(&"james".to_owned()));
    }

    fn section_3_4_2_4_the_first_ten(server) {
        create_users(server, 10);
        let answer = server.get("/Users?startIndex=1&count=10").expect(200).json();
        assert_eq!((&answer["startIndex"], &answer["itemsPerPage"]), (&json!(1), &json!(10)));
        assert!(answer["totalResults"].as_u64() > Some(10));
        assert_eq!(answer["Resources"].as_array().unwrap().len(), 10);
    }

    fn section_3_4_3_search_with_post(server) {
        let body = json!({
            "schemas": [SEARCH], "attributes": ["displayName", "userName"],
            "filter": "displayName sw \"smith\"", "startIndex": 1, "count": 10,
        });
        let answer = server.post("/.search", &body);
        let found = resources(answer);
        assert_eq!(found.len(), 1);
        assert_eq!((&found[0]["userName"], &found[0]["displayName"]), (&json!("jsmith"), &json!("Smith, James")));
    }

    fn section_3_5_1_put(server) {
        let before = server.post("/Users", &merged(bjensen(), json!({ "roles": [{ "value": "r" }] }))).expect(201).json();
        let path = format!("/Users/{}", id_of(&before));
        let body = json!({
            "schemas": [USER], "id": "2819c223-7f76-453a-919d-413861904646", "userName": before["userName"], "externalId": "bjensen",
            "name": { "formatted": "Ms. Barbara J Jensen III", "familyName": "Jensen", "givenName": "Barbara", "middleName": "Jane" },
            "roles": [], "emails": [{ "value": "bjensen@example.com" }, { "value": "babs@jensen.org" }],
        });
        let answer = with_if_match(server, "PUT", &path, &body).expect(200);
        let after = answer.json();
        assert_eq!(after["id"], before["id"]);
        assert_eq!(after["name"], body["name"]);
        assert_eq!(after["emails"], body["emails"]);
        assert_eq!(after.get("roles"), None);
        assert_eq!(answer.header("etag"), after["meta"]["version"].as_str());
        assert_ne!(after["meta"]["version"], before["meta"]["version"]);
    }

    /// The last of the five paths names `displayName`, which members have not: they have `display`.
    fn section_3_5_2_example_paths(server) {
        let id = create_users(server, 1).remove(0);
        let path = format!("/Groups/{}", create_group(server, &[&id]));
        server.patch(&path, &operation("add", "members", json!([{ "value": id }]))).expect(204);
        server.patch(&path, &operation("remove", &format!("members[value eq \"{id}\"]"), Value::Null)).expect(204);
        let unknown = format!("members[value eq \"{id}\"].displayName");
        assert_scim_error(&server.patch(&path, &operation("remove", &unknown, Value::Null)), 400, "invalidPath");
        patch_user(server, json!({ "name": { "familyName": "F" } }), &operation("replace", "name.familyName", json!("G")));
        let after = patch_user(server, two_addresses(), &operation("remove", "addresses[type eq \"work\"]", Value::Null));
        assert_eq!(after["addresses"].as_array().unwrap().len(), 1);
    }

    fn section_3_5_2_1_add_a_member(server) {
        let id = create_users(server, 1).remove(0);
        let body = operation("add", "members", json!([member(server, &id, "Babs Jensen")]));
        assert_eq!(patch_group(server, &[], &body), set([id.as_str()]));
    }

    fn section_3_5_2_1_add_without_a_path(server) {
        let body = operation("add", "", json!({ "emails": [{ "value": "babs@jensen.org", "type": "home" }], "nickname": "Babs" }));
        let after = patch_user(server, json!({ "emails": [{ "value": "bjensen@example.com" }], "nickName": "B" }), &body);
        assert_eq!(after["nickName"], json!("Babs"));
        assert_eq!(values(&after, "emails"), set(["bjensen@example.com", "babs@jensen.org"]));
    }

    fn section_3_5_2_2_remove_a_single_member(server) {
        let ids = create_users(server, 2);
        let body = operation("remove", &format!("members[value eq \"{}\"]", ids[0]), Value::Null);
        assert_eq!(patch_group(server, &[&ids[0], &ids[1]], &body), set([ids[1].as_str()]));
    }

    fn section_3_5_2_2_remove_all_members(server) {
        let ids = create_users(server, 2);
        assert_eq!(patch_group(server, &[&ids[0], &ids[1]], &operation("remove", "members", Value::Null)), set([]));
    }

    fn section_3_5_2_2_remove_by_a_complex_filter(server) {
        let emails = json!({ "emails": [
            { "value": "a@example.com", "type": "work" }, { "value": "b@example.com", "type": "home" }, { "value": "c@x.org", "type": "work" },
        ] });
        let body = operation("remove", "emails[type eq \"work\" and value ew \"example.com\"]", Value::Null);
        assert_eq!(values(&patch_user(server, emails, &body), "emails"), set(["b@example.com", "c@x.org"]));
    }

    /// The RFC prints `members[value eq"…"]`, without the blank that its grammar demands.
    fn section_3_5_2_2_replace_one_member_by_another(server) {
        let ids = create_users(server, 2);
        let body = |blank: &str| operations(json!([
            { "op": "remove", "path": format!("members[value eq{blank}\"{}\"]", ids[0]) },
            { "op": "add", "path": "members", "value": [member(server, &ids[1], "James Smith")] },
        ]));
        assert_eq!(patch_group(server, &[&ids[0]], &body(" ")), set([ids[1].as_str()]));
        let path = format!("/Groups/{}", create_group(server, &[&ids[0]]));
        let as_printed = server.patch(&path, &body(""));
        if as_printed.status == 204 {
            assert_eq!(values(&server.get(&path).json(), "members"), set([ids[1].as_str()]));
        } else {
            assert_scim_error(&as_printed, 400, "invalidFilter");
            assert_eq!(values(&server.get(&path).json(), "members"), set([ids[0].as_str()]));
        }
    }

    fn section_3_5_2_2_replace_all_members_by_remove_and_add(server) {
        let ids = create_users(server, 3);
        let body = operations(json!([
            { "op": "remove", "path": "members" },
            { "op": "add", "path": "members", "value": [member(server, &ids[1], "Babs Jensen"), member(server, &ids[2], "James Smith")] },
        ]));
        assert_eq!(patch_group(server, &[&ids[0]], &body), set([ids[1].as_str(), ids[2].as_str()]));
    }

    fn section_3_5_2_3_replace_all_members(server) {
        let ids = create_users(server, 3);
        let body = operation("replace", "members", json!([member(server, &ids[1], "Babs Jensen"), member(server, &ids[2], "James Smith")]));
        assert_eq!(patch_group(server, &[&ids[0]], &body), set([ids[1].as_str(), ids[2].as_str()]));
    }

    fn section_3_5_2_3_replace_the_work_address(server) {
        let address = json!({
            "type": "work", "streetAddress": "911 Universal City Plaza", "locality": "Hollywood", "region": "CA", "postalCode": "91608",
            "country": "US", "formatted": "911 Universal City Plaza\nHollywood, CA 91608 US", "primary": true,
        });
        let after = patch_user(server, two_addresses(), &operation("replace", "addresses[type eq \"work\"]", address.clone()));
        let addresses = after["addresses"].as_array().unwrap();
        assert!(addresses.contains(&address), "{addresses:?}");
        let home = addresses.iter().find(|address| address["type"] == json!("home")).unwrap();
        assert_ne!(home["primary"], json!(true), "the server resets primary of the others");
    }

    fn section_3_5_2_3_replace_the_street_of_the_work_address(server) {
        let after = patch_user(server, two_addresses(), &operation("replace", "addresses[type eq \"work\"].streetAddress", json!("1010 Broadway Ave")));
        assert_eq!(after["addresses"][0], json!({ "type": "work", "streetAddress": "1010 Broadway Ave", "locality": "Hollywood", "country": "US" }));
        assert_eq!(after["addresses"][1], two_addresses()["addresses"][1]);
    }

    fn section_3_5_2_3_replace_without_a_path(server) {
        let emails = json!([{ "value": "bjensen@example.com", "type": "work", "primary": true }, { "value": "babs@jensen.org", "type": "home" }]);
        let body = operation("replace", "", json!({ "emails": emails, "nickname": "Babs" }));
        let after = patch_user(server, json!({ "emails": [{ "value": "old@x.example" }], "title": "T" }), &body);
        assert_eq!(after["emails"], emails);
        assert_eq!((&after["nickName"], &after["title"]), (&json!("Babs"), &json!("T")));
    }

    fn section_3_6_delete_and_look_again(server) {
        let user = server.post("/Users", &bjensen()).expect(201);
        let path = format!("/Users/{}", user.id());
        let deleted = server.send(Request::new("DELETE", &path).header("If-Match", user.etag())).expect(204);
        assert!(deleted.body.is_empty());
        assert_scim_error_about(&server.get(&path), 404, "", &user.id());
    }

    fn section_3_7_bulk(server) {
        let alice = unique("Alice");
        let bodies = [
            // §3.7.1: two groups that name each other
            json!({ "schemas": [BULK], "Operations": [
                { "method": "POST", "path": "/Groups", "bulkId": "qwerty", "data": { "schemas": [GROUP], "displayName": "Group A", "members": [{ "type": "Group", "value": "bulkId:ytrewq" }] } },
                { "method": "POST", "path": "/Groups", "bulkId": "ytrewq", "data": { "schemas": [GROUP], "displayName": "Group B", "members": [{ "type": "Group", "value": "bulkId:qwerty" }] } },
            ] }),
            // §3.7.2: a user and a group of which it is a member
            json!({ "schemas": [BULK], "Operations": [
                { "method": "POST", "path": "/Users", "bulkId": "qwerty", "data": { "schemas": [USER], "userName": alice } },
                { "method": "POST", "path": "/Groups", "bulkId": "ytrewq", "data": { "schemas": [GROUP], "displayName": "Tour Guides", "members": [{ "type": "User", "value": "bulkId:qwerty" }] } },
            ] }),
        ];
        for body in bodies {
            let answer = server.post("/Bulk", &body).expect(200).json();
            for operation in answer["Operations"].as_array().unwrap() {
                assert_eq!(operation["status"], json!("201"), "{answer}");
            }
        }
    }

    fn section_3_8_json_without_accept_and_with(server) {
        for request in [Request::new("GET", "/Users?count=1"), Request::new("GET", "/Users?count=1").header("Accept", "application/json")] {
            let answer = server.send(request).expect(200);
            assert!(answer.media_type().is_some_and(|media| media.ends_with("json")));
        }
    }

    fn section_3_9_attributes_user_name(server) {
        let user = server.post("/Users", &bjensen()).expect(201).json();
        let answer = server.get(&format!("/Users/{}?attributes=userName", id_of(&user))).expect(200).json();
        assert_eq!(answer, json!({ "schemas": [USER], "id": user["id"], "userName": user["userName"] }));
    }

    fn section_3_10_attribute_notation(server) {
        for name in ["userName", "name.familyName"] {
            for notation in [name.to_owned(), format!("{USER}:{name}")] {
                let filter = format!("{notation} sw \"j\" or {notation} sw \"O'\"");
                let expected: &[&str] = if name == "userName" { &["john", "jsmith"] } else { &["omalley"] };
                assert_eq!(names(server, &filter), expected, "{notation}");
            }
        }
    }

    fn section_3_12_errors(server) {
        assert_scim_error_about(&server.get("/Users/2819c223-7f76-453a-919d-413861904646"), 404, "", "2819c223-7f76-453a-919d-413861904646");
        let user = server.post("/Users", &bjensen()).expect(201).json();
        let answer = server.patch(&format!("/Users/{}", id_of(&user)), &operation("replace", "id", json!("x")));
        assert_scim_error_about(&answer, 400, "mutability", "id");
    }

    /// 7644-1.3-02, 7644-3.13-01, 7644-3.13-02
    fn section_3_13_the_version_stands_before_the_endpoint(server) {
        server.send_absolute(Request::new("GET", "/scim/v2/Users?count=0")).expect(200);
        assert_scim_error(&server.send_absolute(Request::new("GET", "/scim/Users/v2")), 404, "");
    }

    fn section_3_14_get_and_put_with_a_version(server) {
        let user = server.post("/Users", &bjensen()).expect(201);
        let path = format!("/Users/{}", user.id());
        let again = server.send(Request::new("GET", &path).header("If-None-Match", user.etag())).expect(304);
        assert_eq!(again.etag(), user.etag());
        let answer = with_if_match(server, "PUT", &path, &merged(user.json(), json!({ "nickName": "Babs" }))).expect(200);
        assert_ne!(answer.etag(), user.etag());
        assert_scim_error(&server.send(Request::new("PUT", &path).header("If-Match", user.etag()).json(&user.json())), 412, "");
    }
}
