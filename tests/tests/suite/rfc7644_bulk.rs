//! Bulk operations (RFC 7644 §3.7): what each operation does, how it fails, and what is answered.

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

/// The message of a bulk request.
pub const BULK_REQUEST: &str = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
/// The message of a bulk response.
pub const BULK_RESPONSE: &str = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

/// The body of a bulk request.
pub fn request(operations: impl Into<Value>) -> Value {
    json!({ "schemas": [BULK_REQUEST], "Operations": operations.into() })
}

/// A POST of a resource.
pub fn create(bulk_id: &str, path: &str, data: Value) -> Value {
    json!({ "method": "POST", "path": path, "bulkId": bulk_id, "data": data })
}

/// A POST of a user of that name.
pub fn create_named(bulk_id: &str, user_name: &str) -> Value {
    create(bulk_id, "/Users", user(user_name))
}

/// A POST of a group with those members, which may be `bulkId:x`.
pub fn create_with_members(bulk_id: &str, members: &[&str]) -> Value {
    create(bulk_id, "/Groups", group(&unique("group"), members))
}

/// A change of a resource; null data are left out.
pub fn change(method: &str, path: &str, data: Value) -> Value {
    let mut operation = json!({ "method": method, "path": path });
    if !data.is_null() {
        operation["data"] = data;
    }
    operation
}

/// The path of a resource.
pub fn path(endpoint: &str, id: &str) -> String {
    format!("{endpoint}/{id}")
}

/// The results of operations that are sent without `failOnErrors`.
#[track_caller]
pub fn results(server: &Server, operations: impl Into<Value>) -> Vec<Value> {
    results_of(server, server.post("/Bulk", &request(operations)))
}

/// The results of operations that are to stop after so many errors.
#[track_caller]
pub fn results_until(server: &Server, fail_on_errors: usize, operations: impl Into<Value>) -> Vec<Value> {
    let body = merged(request(operations), json!({ "failOnErrors": fail_on_errors }));
    results_of(server, server.post("/Bulk", &body))
}

/// The results of a bulk response, after checking its shape (§3.7.3).
#[track_caller]
pub fn results_of(server: &Server, response: Response) -> Vec<Value> {
    let body = response.expect(200).json();
    assert_eq!(body["schemas"], json!([BULK_RESPONSE]), "{body}");
    let names = body.as_object().unwrap().keys().map(String::as_str);
    assert_eq!(set(names), set(["schemas", "Operations"]), "{body}");
    let results = body["Operations"].as_array().unwrap().clone();
    results.iter().for_each(|result| check(server, result));
    results
}

#[track_caller]
fn check(server: &Server, result: &Value) {
    let status: u16 = result["status"].as_str().unwrap_or_else(|| panic!("no status: {result}")).parse().unwrap();
    let location = result["location"].as_str();
    if let Some(location) = location {
        assert!(location.starts_with(&format!("{}/", server.base_url())), "{result}");
    }
    if status < 300 {
        assert!(location.is_some() && result["method"].is_string(), "{result}");
        assert_eq!(result.get("response"), None, "{result}");
        assert_eq!(result["version"].is_string(), result["method"] != json!("DELETE"), "{result}");
        return;
    }
    assert_eq!(result.get("version"), None, "{result}");
    assert!(result["method"] != json!("POST") || location.is_none(), "a failed POST has no location: {result}");
    let error = &result["response"];
    assert_eq!(error["schemas"], json!([ERROR]), "{result}");
    assert_eq!(error["status"], result["status"], "{result}");
    let detail = error["detail"].as_str().unwrap_or_default().to_lowercase();
    assert!(!detail.is_empty(), "an error tells what is wrong: {result}");
    for leak in ["sqlite", "postgres", "select ", "insert ", "update ", "panicked", "src/", "argon2id$"] {
        assert!(!detail.contains(leak), "the detail shows the inside of the server: {result}");
    }
}

/// The statuses of results.
pub fn statuses(results: &[Value]) -> Vec<&str> {
    results.iter().map(|result| result["status"].as_str().unwrap()).collect()
}

/// The id at the end of a result's location.
#[track_caller]
pub fn id_in(result: &Value) -> String {
    let location = result["location"].as_str().unwrap_or_else(|| panic!("no location: {result}"));
    location.rsplit('/').next().unwrap().to_owned()
}

/// Checks that a result is an error of that status and `scimType` (empty for none), and gives its detail.
#[track_caller]
pub fn assert_failed(result: &Value, status: &str, scim_type: &str, word: &str) {
    assert_eq!(result["status"], json!(status), "{result}");
    let expected = if scim_type.is_empty() { Value::Null } else { json!(scim_type) };
    assert_eq!(result["response"]["scimType"], expected, "{result}");
    let detail = result["response"]["detail"].as_str().unwrap_or_default();
    assert!(detail.to_lowercase().contains(&word.to_lowercase()), "the detail does not name {word:?}: {result}");
}

/// How many users have that name: one or none.
#[track_caller]
pub fn named(server: &Server, user_name: &str) -> usize {
    resources(filtered(server, "/Users", &format!("userName eq \"{user_name}\""))).len()
}

on_both_databases! {
    from tests::server::strict;

    /// 7644-3.7-08, 7644-3.7-10, 7644-3.7-12, 7644-3.7.3-01, 7644-3.7.3-02, 7644-3.7.3-03
    fn every_method_does_in_a_bulk_what_it_does_by_itself(server) {
        let (replaced, patched, deleted) = (create_user(server, json!({ "title": "T" })), create_user(server, json!({})), create_user(server, json!({})));
        let (name, group_id) = (unique("posted"), create_group(server, &[&id_of(&patched)]));
        let paths = [&replaced, &patched, &deleted].map(|user| path("/Users", &id_of(user)));
        let answers = results(server, json!([
            create("new", "/Users", user_with(&name, json!({ "active": false }))),
            change("PUT", &paths[0], user_with("renamed", json!({ "userName": unique("put"), "nickName": "N" }))),
            change("PATCH", &paths[1], operation("add", "nickName", json!("P"))),
            change("DELETE", &paths[2], Value::Null),
            change("PATCH", &path("/Groups", &group_id), operation("remove", "members", Value::Null)),
        ]));
        assert_eq!(statuses(&answers), ["201", "200", "200", "204", "204"]);
        let methods: Vec<_> = answers.iter().map(|result| result["method"].as_str().unwrap()).collect();
        assert_eq!(methods, ["POST", "PUT", "PATCH", "DELETE", "PATCH"]);
        assert_eq!(answers[0]["bulkId"], json!("new"));
        assert!(answers[1..].iter().all(|result| result.get("bulkId").is_none()));
        for (result, path) in answers[1..4].iter().zip(&paths) {
            assert_eq!(result["location"], json!(format!("{}{path}", server.base_url())));
        }
        let posted = server.get(&path("/Users", &id_in(&answers[0]))).expect(200).json();
        assert_eq!((&posted["userName"], &posted["active"]), (&json!(name), &json!(false)));
        let now = paths.each_ref().map(|path| server.get(path));
        assert_eq!((&now[0].json()["nickName"], now[0].json().get("title")), (&json!("N"), None));
        assert_eq!(now[1].json()["nickName"], json!("P"));
        assert_scim_error(&now[2], 404, "");
        assert_eq!(server.get(&path("/Groups", &group_id)).json().get("members"), None);
        for (result, resource) in answers.iter().zip([&posted, &now[0].json(), &now[1].json()]) {
            assert_eq!((&result["version"], &result["location"]), (&resource["meta"]["version"], &resource["meta"]["location"]));
        }
    }

    /// 7644-3.7-17, 7644-3.7-03
    fn the_bulk_id_comes_back_as_it_was_sent_and_a_method_is_known_in_any_case(server) {
        for bulk_id in ["1", "ü 日本 😀", "a\"b\\c", "bulkId:x", "A", "x".repeat(2_000).as_str()] {
            let posted = merged(create_named(bulk_id, &unique("id")), json!({ "method": "post" }));
            let answers = results(server, json!([posted]));
            assert_eq!((&answers[0]["status"], &answers[0]["method"], &answers[0]["bulkId"]), (&json!("201"), &json!("POST"), &json!(bulk_id)));
            let target = path("/Users", &id_in(&answers[0]));
            let patched = merged(change("Patch", &target, operation("add", "title", json!("t"))), json!({ "bulkId": bulk_id }));
            assert_eq!(results(server, json!([patched]))[0]["bulkId"], json!(bulk_id));
        }
    }

    /// 7643-3.1-09
    fn no_id_holds_the_word_that_begins_a_reference(server) {
        let body = user_with(&unique("id"), json!({ "id": "bulkId:mine" }));
        let answers = results(server, json!([create("mine", "/Users", body.clone())]));
        let ids = [id_in(&answers[0]), server.post("/Users", &merged(body, json!({ "userName": unique("id") }))).expect(201).id()];
        for id in ids {
            assert!(!id.to_lowercase().contains("bulkid"), "{id}");
            assert_scim_error(&server.get("/Users/bulkId:mine"), 404, "");
            server.get(&path("/Users", &id)).expect(200);
        }
    }

    /// 7644-3.7-09, 7644-3.7-11, 7644-3.7-14, 7644-3.7.3-04, 7644-3.12-11
    fn a_failure_has_the_error_in_its_result_and_does_not_stop_the_others(server) {
        let (taken, fresh) = (unique("taken"), unique("fresh"));
        server.post("/Users", &user(&taken)).expect(201);
        let answers = results(server, json!([create_named("a", &taken.to_uppercase()), create_named("b", &fresh)]));
        assert_eq!(statuses(&answers), ["409", "201"]);
        assert_failed(&answers[0], "409", "uniqueness", "userName");
        assert_eq!(answers[0]["bulkId"], json!("a"));
        assert_eq!((named(server, &taken), named(server, &fresh)), (1, 1));
    }

    /// 7644-3.7-08, 7644-3.7.3-02, 7644-3.7.3-03
    fn an_operation_fails_with_the_status_that_it_has_by_itself(server) {
        let before = create_user(server, json!({ "emails": [{ "value": "a@x.example", "type": "work" }] }));
        let (here, nowhere) = (path("/Users", &id_of(&before)), "/Users/2819c223-7f76-453a-919d-413861904646");
        for (method, path, data) in [
            ("POST", "/Users", json!({ "schemas": [USER] })),
            ("POST", "/Users", user(before["userName"].as_str().unwrap())),
            ("POST", "/Groups", group("g", &["2819c223-7f76-453a-919d-413861904646"])),
            ("PUT", nowhere, user("x")),
            ("PATCH", nowhere, operation("add", "title", json!("t"))),
            ("DELETE", nowhere, Value::Null),
            ("DELETE", "/Users/x", Value::Null),
            ("PUT", &here, json!({ "schemas": [USER], "active": "x" })),
            ("PATCH", &here, operation("replace", "id", json!("x"))),
            ("PATCH", &here, operation("add", "nosuch", json!("x"))),
            ("PATCH", &here, operation("remove", "", Value::Null)),
            ("PATCH", &here, operation("replace", "emails[type eq \"home\"].value", json!("x"))),
            ("PATCH", &here, operation("replace", "emails[type eqq \"home\"].value", json!("x"))),
            ("PATCH", &here, json!({ "Operations": [] })),
        ] {
            let alone = server.send(match &data {
                Value::Null => Request::new(method, path),
                data => Request::new(method, path).json(data),
            });
            let mut operation = change(method, path, data);
            operation["bulkId"] = json!("b");
            let answers = results(server, json!([operation]));
            assert_eq!(answers[0]["response"], alone.json(), "{operation}");
            assert_eq!(answers[0]["status"], json!(alone.status.to_string()), "{operation}");
            let location = if method == "POST" { Value::Null } else { json!(format!("{}{path}", server.base_url())) };
            assert_eq!(answers[0]["location"], location, "{operation}");
        }
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.7-01, 7644-3.7-02, 7644-3.7-04, 7644-3.7-13
    fn a_request_of_the_wrong_shape_is_400_and_does_nothing(server) {
        let name = unique("wrong");
        let whole = json!([create_named("a", &name)]);
        for (body, word) in [
            (json!({ "schemas": [BULK_REQUEST] }), "Operations"),
            (json!({ "schemas": [BULK_REQUEST], "Operations": null }), "Operations"),
            (json!({ "schemas": [BULK_REQUEST], "Operations": [] }), "Operations"),
            (json!({ "schemas": [BULK_REQUEST], "Operations": whole[0] }), "Operations"),
            (json!({ "Operations": whole }), "schemas"),
            (json!({ "schemas": [PATCH_OP], "Operations": whole }), "schemas"),
            (json!({ "schemas": BULK_REQUEST, "Operations": whole }), "schemas"),
            (merged(request(whole.clone()), json!({ "failOnErrors": "x" })), "failOnErrors"),
            (merged(request(whole.clone()), json!({ "failOnErrors": 0 })), "failOnErrors"),
            (merged(request(whole.clone()), json!({ "failOnErrors": -1 })), "failOnErrors"),
            (merged(request(whole.clone()), json!({ "failOnErrors": 1.5 })), "failOnErrors"),
            (request(json!([create_named("a", &name), create_named("a", &unique("other"))])), "bulkId"),
            (json!([]), "object"),
        ] {
            assert_scim_error_about(&server.post("/Bulk", &body), 400, "invalidSyntax", word);
        }
        let cut = request(whole).to_string();
        let broken = server.send(Request::new("POST", "/Bulk").scim_body(&cut[..cut.len() - 1]));
        assert_scim_error(&broken, 400, "invalidSyntax");
        let body = request(json!([create_named("a", &name)])).to_string();
        let text = Request::new("POST", "/Bulk").header("Content-Type", "text/plain").body(body.clone());
        assert_scim_error(&server.send(text), 415, "");
        assert_scim_error(&server.send(Request::new("POST", "/Bulk").anonymous().scim_body(body)), 401, "");
        assert_eq!(server.get("/Bulk").expect(405).header("allow"), Some("POST"));
        assert_eq!(named(server, &name), 0);
    }

    /// 7644-3.7-03, 7644-3.7-04, 7644-3.7-06, 7644-3.7-07
    fn an_operation_of_the_wrong_shape_fails_by_itself(server) {
        let before = create_user(server, json!({}));
        let (id, name) = (id_of(&before), unique("shape"));
        let data = user(&name);
        let here = path("/Users", &id);
        let url = format!("{}/Users", server.base_url());
        for (operation, status, scim_type, word) in [
            (json!(1), "400", "invalidSyntax", "object"),
            (json!({ "path": "/Users", "bulkId": "a", "data": data }), "400", "invalidSyntax", "method"),
            (json!({ "method": "GET", "path": here }), "400", "invalidSyntax", "method"),
            (json!({ "method": "HEAD", "path": here }), "400", "invalidSyntax", "method"),
            (json!({ "method": 1, "path": here }), "400", "invalidSyntax", "method"),
            (json!({ "method": "POST", "path": "/Users", "data": data }), "400", "invalidSyntax", "bulkId"),
            (json!({ "method": "POST", "path": "/Users", "bulkId": "", "data": data }), "400", "invalidSyntax", "bulkId"),
            (json!({ "method": "POST", "path": "/Users", "bulkId": 1, "data": data }), "400", "invalidSyntax", "bulkId"),
            (json!({ "method": "POST", "bulkId": "a", "data": data }), "400", "invalidSyntax", "path"),
            (json!({ "method": "DELETE" }), "400", "invalidSyntax", "path"),
            (json!({ "method": "DELETE", "path": 1 }), "400", "invalidSyntax", "path"),
            (json!({ "method": "POST", "path": "/Users", "bulkId": "a" }), "400", "invalidSyntax", "data"),
            (json!({ "method": "POST", "path": "/Users", "bulkId": "a", "data": null }), "400", "invalidSyntax", "data"),
            (json!({ "method": "POST", "path": "/Users", "bulkId": "a", "data": [data] }), "400", "invalidSyntax", "data"),
            (json!({ "method": "PUT", "path": here }), "400", "invalidSyntax", "data"),
            (json!({ "method": "PATCH", "path": here, "data": "x" }), "400", "invalidSyntax", "data"),
            (json!({ "method": "PUT", "path": here, "version": 1, "data": data }), "400", "invalidSyntax", "version"),
            (create("a", &here, data.clone()), "400", "invalidPath", "id"),
            (create("a", "/Users/.search", data.clone()), "400", "invalidPath", "path"),
            (create("a", "/Users/", data.clone()), "400", "invalidPath", "path"),
            (create("a", "/Users?attributes=id", data.clone()), "404", "", "endpoint"),
            (create("a", "Users", data.clone()), "400", "invalidPath", "slash"),
            (create("a", &url, data.clone()), "400", "invalidPath", "slash"),
            (create("a", "/scim/v2/Users", data.clone()), "404", "", "endpoint"),
            (create("a", "/Nope", data.clone()), "404", "", "endpoint"),
            (create("a", "", data.clone()), "400", "invalidPath", "path"),
            (create("a", "/", data.clone()), "404", "", "endpoint"),
            (create("a", "/Bulk", request(json!([create_named("b", &name)]))), "404", "", "endpoint"),
            (create("a", "/Me", data.clone()), "404", "", "endpoint"),
            (create("a", "/ServiceProviderConfig", data.clone()), "404", "", "endpoint"),
            (change("PUT", "/Users", data.clone()), "400", "invalidPath", "one resource"),
            (change("DELETE", "/Users/", Value::Null), "400", "invalidPath", "one resource"),
            (change("DELETE", &format!("{here}?x=1"), Value::Null), "400", "invalidPath", "query"),
            (change("DELETE", &format!("{here}/"), Value::Null), "400", "invalidPath", "one resource"),
            (change("DELETE", &format!("/Users/../Users/{id}"), Value::Null), "400", "invalidPath", "one resource"),
            (change("DELETE", &format!("{}{here}", server.base_url()), Value::Null), "400", "invalidPath", "slash"),
        ] {
            let fine = unique("fine");
            let answers = results(server, json!([operation, create_named("fine", &fine)]));
            assert_failed(&answers[0], status, scim_type, word);
            assert_eq!((&answers[1]["status"], named(server, &fine)), (&json!("201"), 1), "{operation}");
            let sent = operation["bulkId"].as_str().filter(|bulk_id| !bulk_id.is_empty());
            assert_eq!(answers[0]["bulkId"].as_str(), sent, "{operation}");
        }
        assert_eq!(named(server, &name), 0);
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.7-05
    fn a_stale_version_is_412_and_changes_nothing(server) {
        let before = create_user(server, json!({}));
        let (target, version) = (path("/Users", &id_of(&before)), &before["meta"]["version"]);
        let with = |method: &str, data: Value, version: &Value| merged(change(method, &target, data), json!({ "version": version }));
        let patch = || operation("add", "title", json!(unique("title")));
        let body = user_with(before["userName"].as_str().unwrap(), json!({ "nickName": "put" }));
        for operation in [with("PUT", body.clone(), &json!("W/\"9\"")), with("PATCH", patch(), &json!("W/\"9\"")), with("DELETE", Value::Null, &json!("W/\"9\""))] {
            let answers = results(server, json!([operation]));
            assert_failed(&answers[0], "412", "", "version");
            assert_unchanged(server, "/Users", &before);
        }
        let answers = results(server, json!([
            with("PATCH", patch(), version), with("PUT", body.clone(), version), with("DELETE", Value::Null, version),
        ]));
        assert_eq!(statuses(&answers), ["200", "412", "412"]);
        let answers = results(server, json!([with("PUT", body, &answers[0]["version"])]));
        assert_eq!(statuses(&answers), ["200"]);
        let answers = results(server, json!([with("DELETE", Value::Null, &answers[0]["version"])]));
        assert_eq!(statuses(&answers), ["204"]);
    }

    fn a_resource_may_be_changed_again_and_again_in_one_bulk(server) {
        let before = create_user(server, json!({}));
        let target = path("/Users", &id_of(&before));
        let name = before["userName"].as_str().unwrap();
        let answers = results(server, json!([
            change("PUT", &target, user_with(name, json!({ "title": "one" }))),
            change("PATCH", &target, operation("add", "nickName", json!("two"))),
            change("PATCH", &target, operation("replace", "title", json!("three"))),
            change("PATCH", &target, operation("replace", "title", json!("three"))),
        ]));
        assert_eq!(statuses(&answers), ["200"; 4]);
        let versions: Vec<_> = answers.iter().map(|result| result["version"].as_str().unwrap()).collect();
        assert_eq!(versions, ["W/\"2\"", "W/\"3\"", "W/\"4\"", "W/\"4\""]);
        let now = server.get(&target).expect(200).json();
        assert_eq!((&now["title"], &now["nickName"], &now["meta"]["version"]), (&json!("three"), &json!("two"), &json!("W/\"4\"")));
        let answers = results(server, json!([
            change("PUT", &target, user_with(name, json!({ "title": "five" }))),
            change("PATCH", &target, operation("add", "nickName", json!("six"))),
            change("DELETE", &target, Value::Null),
            change("PATCH", &target, operation("add", "nickName", json!("seven"))),
            change("DELETE", &target, Value::Null),
        ]));
        assert_eq!(statuses(&answers), ["200", "200", "204", "404", "404"]);
        assert_scim_error(&server.get(&target), 404, "");
    }

    /// 7643-7-27
    fn a_unique_value_is_unique_within_one_bulk_too(server) {
        let (name, other) = (unique("Twin"), unique("other"));
        let before = create_user(server, json!({}));
        let target = path("/Users", &id_of(&before));
        let answers = results(server, json!([
            create_named("a", &name),
            create_named("b", &name.to_uppercase()),
            change("PATCH", &target, operation("replace", "userName", json!(name))),
            change("PUT", &target, user(&name)),
            create_named("c", &other),
            create_named("d", &other),
        ]));
        assert_eq!(statuses(&answers), ["201", "409", "409", "409", "201", "409"]);
        assert_failed(&answers[2], "409", "uniqueness", "userName");
        assert_eq!((named(server, &name), named(server, &other)), (1, 1));
        assert_unchanged(server, "/Users", &before);
    }

    fn a_name_is_free_again_for_what_comes_behind_in_the_bulk(server) {
        let (deleted, renamed) = (create_user(server, json!({})), create_user(server, json!({})));
        let names = [&deleted, &renamed].map(|user| user["userName"].as_str().unwrap().to_owned());
        let answers = results(server, json!([
            change("DELETE", &path("/Users", &id_of(&deleted)), Value::Null),
            create_named("a", &names[0]),
            change("PATCH", &path("/Users", &id_of(&renamed)), operation("replace", "userName", json!(unique("renamed")))),
            create_named("b", &names[1]),
        ]));
        assert_eq!(statuses(&answers), ["204", "201", "200", "201"]);
        for (name, result) in names.iter().zip([&answers[1], &answers[3]]) {
            let found = resources(filtered(server, "/Users", &format!("userName eq \"{name}\"")));
            assert_eq!((found.len(), id_of(&found[0])), (1, id_in(result)));
        }
    }

    fn an_operation_is_done_whole_or_not_at_all(server) {
        let before = create_user(server, json!({}));
        let group_name = unique("half");
        let members = json!([{ "value": id_of(&before) }, { "value": "2819c223-7f76-453a-919d-413861904646" }]);
        let half = operations(json!([
            { "op": "add", "path": "title", "value": "t" }, { "op": "replace", "path": "emails[type eq \"x\"].value", "value": "v" },
        ]));
        let answers = results(server, json!([
            create("a", "/Groups", json!({ "schemas": [GROUP], "displayName": group_name, "members": members })),
            change("PATCH", &path("/Users", &id_of(&before)), half),
        ]));
        assert_eq!(statuses(&answers), ["400", "400"]);
        assert!(resources(filtered(server, "/Groups", &format!("displayName eq \"{group_name}\""))).is_empty());
        assert_unchanged(server, "/Users", &before);
    }

    fn the_path_says_which_resource_is_changed_whatever_the_body_says(server) {
        let (one, other) = (create_user(server, json!({})), create_user(server, json!({})));
        let body = merged(other.clone(), json!({ "userName": one["userName"], "title": "t" }));
        let answers = results(server, json!([change("PUT", &path("/Users", &id_of(&one)), body)]));
        assert_eq!((statuses(&answers), id_in(&answers[0])), (vec!["200"], id_of(&one)));
        assert_unchanged(server, "/Users", &other);
        let crossed = results(server, json!([change("DELETE", &path("/Groups", &id_of(&one)), Value::Null)]));
        assert_failed(&crossed[0], "404", "", &id_of(&one));
        assert_eq!(get_user(server, &id_of(&one))["title"], json!("t"));
    }

    /// 7643-4.1.1-12
    fn passwords_are_never_shown_also_where_the_operation_fails(server) {
        let before = create_user(server, json!({}));
        let target = path("/Users", &id_of(&before));
        let secret = unique("Secret1");
        let taken = before["userName"].as_str().unwrap();
        let body = request(json!([
            create("a", "/Users", user_with(&unique("new"), json!({ "password": secret }))),
            create("b", "/Users", user_with(taken, json!({ "password": secret }))),
            create("c", "/Users", json!({ "schemas": [USER], "password": secret })),
            create("d", "/Users", user_with(&unique("new"), json!({ "password": [secret] }))),
            change("PUT", &target, user_with(taken, json!({ "password": secret }))),
            change("PATCH", &target, operation("replace", "password", json!(secret))),
            change("PATCH", &target, operation("replace", "password", json!({ "x": secret }))),
            change("PATCH", &target, operation("remove", &format!("emails[password eq \"{secret}\"]"), Value::Null)),
        ]));
        let response = server.post("/Bulk", &body);
        let text = response.text();
        let answers = results_of(server, response);
        assert_eq!(statuses(&answers), ["201", "409", "400", "400", "200", "200", "400", "400"]);
        assert!(!text.contains(&secret) && !text.contains("argon2"), "{text}");
        let created = server.get(&format!("{}?attributes=password,userName", path("/Users", &id_in(&answers[0])))).expect(200);
        assert!(!created.text().contains("password"), "{created}");
        assert!(!server.log().contains(&secret), "the log holds the password");
    }

    fn bulks_at_the_same_time_lose_no_change_of_the_same_group(server) {
        let group_id = create_group(server, &[]);
        let ids: Vec<Vec<String>> = (0..4).map(|_| create_users(server, 5)).collect();
        std::thread::scope(|scope| {
            for ids in &ids {
                let target = path("/Groups", &group_id);
                scope.spawn(move || {
                    let add = |id: &String| change("PATCH", &target, operation("add", "members", json!([{ "value": id }])));
                    let rename = change("PATCH", &target, operation("replace", "displayName", json!(unique("renamed"))));
                    let operations: Vec<Value> = ids.iter().flat_map(|id| [add(id), rename.clone()]).collect();
                    assert_eq!(statuses(&results(server, operations)), ["204"; 10]);
                });
            }
        });
        let members = values(&server.get(&path("/Groups", &group_id)).expect(200).json(), "members");
        assert_eq!(members, ids.into_iter().flatten().collect());
    }
}
