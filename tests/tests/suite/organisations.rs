//! Organisations: created, renamed, suspended, deleted, and reached at the configured base paths (RFC 7644 §1.3, §6).

use serde_json::{Value, json};
use tests::admin::Administration;
use tests::scim::*;
use tests::{Database, Request, Response, Server, on_both_databases};

/// Sends a request by a token.
#[track_caller]
fn by(server: &Server, token: &str, method: &str, target: &str, body: &Value) -> Response {
    let request = Request::new(method, target).header("Authorization", format!("Bearer {token}"));
    server.send_absolute(if body.is_null() { request } else { request.json(body) })
}

#[track_caller]
fn names(server: &Server, token: &str) -> Vec<String> {
    let users = resources(by(server, token, "GET", "/scim/v2/Users", &Value::Null));
    users.iter().map(|user| user["userName"].as_str().unwrap().to_owned()).collect()
}

on_both_databases! {
    fn an_organisation_is_created_found_and_listed(server) {
        let admin = Administration::of(server);
        let id = unique("acme");
        let made = admin.post("/organisations", &json!({ "id": id, "name": "Acme Ltd" })).expect(201);
        let url = format!("http://{}/admin/v1/organisations/{id}", server.address());
        assert_eq!(made.header("location"), Some(url.as_str()));
        let body = made.json();
        assert_eq!((&body["id"], &body["name"], &body["status"]), (&json!(id), &json!("Acme Ltd"), &json!("active")));
        let path = format!("/organisations/{id}");
        assert_eq!(admin.get(&path).expect(200).json(), body);
        let listed = admin.get("/organisations?limit=1000").expect(200).json();
        assert!(listed["items"].as_array().unwrap().contains(&body), "{listed}");
        let without_name = admin.post("/organisations", &json!({ "id": unique("acme") })).expect(201).json();
        assert!(without_name.get("name").is_none(), "{without_name}");
    }

    fn an_id_that_is_taken_or_no_slug_is_refused(server) {
        let admin = Administration::of(server);
        let id = unique("acme");
        admin.organisation(&id);
        let taken = admin.post("/organisations", &json!({ "id": id })).expect(409).json();
        assert_eq!(taken["scimType"], "uniqueness", "{taken}");
        let other = unique("acme");
        admin.organisation(&other);
        admin.patch(&format!("/organisations/{other}"), &json!({ "id": id })).expect(409);
        let long = "a".repeat(64);
        for wrong in ["", "-a", "a-", "Acme", "a_b", "a.b", "a b", "..", "a/b", "ä", "٣", "%61", "~1", &long] {
            let detail = admin.post("/organisations", &json!({ "id": wrong })).expect(400).json()["detail"].to_string();
            assert!(detail.contains("id:") && detail.contains("acme-corp"), "{wrong}: {detail}");
            admin.patch(&format!("/organisations/{other}"), &json!({ "id": wrong })).expect(400);
        }
        admin.get(&format!("/organisations/{other}")).expect(200);
    }

    fn a_rename_moves_the_base_path_and_keeps_everything(server) {
        let admin = Administration::of(server);
        let (old, new) = (unique("old"), unique("new"));
        admin.organisation(&old);
        let token = admin.token_of(&old);
        let user = by(server, &token, "POST", "/scim/v2/Users", &user(&unique("kept"))).expect(201).id();
        let renamed = admin.patch(&format!("/organisations/{old}"), &json!({ "id": new, "name": "New" })).expect(200).json();
        assert_eq!((&renamed["id"], &renamed["name"]), (&json!(new), &json!("New")));
        by(server, &token, "GET", &format!("/orgs/{new}/scim/v2/Users/{user}"), &Value::Null).expect(200);
        by(server, &token, "GET", &format!("/orgs/{old}/scim/v2/Users/{user}"), &Value::Null).expect(404);
        admin.get(&format!("/organisations/{old}")).expect(404);
        // What is left out stays, and null takes a name away.
        let same = admin.patch(&format!("/organisations/{new}"), &json!({})).expect(200).json();
        assert_eq!(same, renamed);
        let nameless = admin.patch(&format!("/organisations/{new}"), &json!({ "name": null })).expect(200).json();
        assert!(nameless.get("name").is_none(), "{nameless}");
    }

    fn a_suspended_organisation_is_refused_at_once_and_keeps_its_data(server) {
        let admin = Administration::of(server);
        let id = unique("idle");
        admin.organisation(&id);
        let token = admin.token_of(&id);
        let name = unique("kept");
        by(server, &token, "POST", "/scim/v2/Users", &user(&name)).expect(201);
        let suspended = admin.patch(&format!("/organisations/{id}"), &json!({ "status": "suspended" })).expect(200).json();
        assert_eq!(suspended["status"], "suspended");
        let since = suspended["suspended"].as_str().unwrap();
        let refused = by(server, &token, "GET", "/scim/v2/Users", &Value::Null);
        assert_scim_error_about(&refused, 403, "", "suspended");
        by(server, &token, "POST", "/scim/v2/Users", &user(&unique("lost"))).expect(403);
        // Twice is once.
        let again = admin.patch(&format!("/organisations/{id}"), &json!({ "status": "suspended" })).expect(200).json();
        assert_eq!(again["suspended"].as_str(), Some(since));
        let resumed = admin.patch(&format!("/organisations/{id}"), &json!({ "status": "active" })).expect(200).json();
        assert!(resumed["status"] == "active" && resumed.get("suspended").is_none(), "{resumed}");
        assert_eq!(names(server, &token), [name]);
    }

    fn nothing_is_deleted_without_the_id_once_more(server) {
        let admin = Administration::of(server);
        let id = unique("kept");
        admin.organisation(&id);
        let token = admin.token_of(&id);
        for query in ["", "?confirm=", "?confirm=true", "?confirm=default", "?Confirm=x"] {
            let detail = admin.delete(&format!("/organisations/{id}{query}")).expect(400).json()["detail"].to_string();
            assert!(detail.contains("confirm"), "{query}: {detail}");
        }
        assert!(names(server, &token).is_empty());
        admin.delete("/organisations/nobody-here?confirm=nobody-here").expect(404);
    }

    /// T8: whoever has the id afterwards begins with nothing.
    fn what_was_an_organisations_goes_with_it_and_its_id_is_free(server) {
        let admin = Administration::of(server);
        let (id, beside) = (unique("gone"), unique("beside"));
        admin.organisation(&id);
        admin.organisation(&beside);
        let (credential, token) = admin.credential(&id, json!({ "name": "old" }));
        let other = admin.token_of(&beside);
        let name = unique("same");
        by(server, &other, "POST", "/scim/v2/Users", &user(&name)).expect(201);
        let member = by(server, &token, "POST", "/scim/v2/Users", &user_with(&name, json!({ "emails": [{ "value": "a@b.example" }] }))).expect(201).id();
        let team = by(server, &token, "POST", "/scim/v2/Groups", &group("team", &[&member])).expect(201).id();
        admin.delete(&format!("/organisations/{id}?confirm={id}")).expect(204);
        admin.get(&format!("/organisations/{id}")).expect(404);
        by(server, &token, "GET", "/scim/v2/Users", &Value::Null).expect(401);
        let listed = admin.get("/organisations?limit=1000").expect(200).text();
        assert!(!listed.contains(&id), "{listed}");

        admin.organisation(&id);
        assert_eq!(admin.get(&format!("/organisations/{id}/credentials")).expect(200).json(), json!({ "items": [] }));
        admin.get(&format!("/organisations/{id}/credentials/{credential}")).expect(404);
        by(server, &token, "GET", &format!("/orgs/{id}/scim/v2/Users"), &Value::Null).expect(401);
        let token = admin.token_of(&id);
        assert!(names(server, &token).is_empty());
        for path in [format!("/Users/{member}"), format!("/Groups/{team}")] {
            by(server, &token, "GET", &format!("/scim/v2{path}"), &Value::Null).expect(404);
        }
        let total = by(server, &token, "GET", "/scim/v2/?count=0", &Value::Null).expect(200).json()["totalResults"].clone();
        assert_eq!(total, 0);
        // The name of the old user is free, and the neighbour has not lost his.
        by(server, &token, "POST", "/scim/v2/Users", &user(&name)).expect(201);
        assert_eq!(names(server, &other), [name]);
    }

    fn a_list_of_organisations_goes_page_by_page(server) {
        let admin = Administration::of(server);
        let ids: Vec<String> = (0..5).map(|_| unique("zz-page")).collect();
        ids.iter().for_each(|id| admin.organisation(id));
        let (mut found, mut after) = (Vec::new(), String::new());
        loop {
            let page = admin.get(&format!("/organisations?limit=2{after}")).expect(200).json();
            let items = page["items"].as_array().unwrap();
            assert!(items.len() <= 2, "{page}");
            found.extend(items.iter().map(|item| item["id"].as_str().unwrap().to_owned()));
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        assert!(found.is_sorted(), "{found:?}");
        let own = found.iter().filter(|id| ids.contains(id)).count();
        assert_eq!(own, ids.len(), "each is on one page: {found:?}");
        for wrong in ["0", "-1", "1001"] {
            let detail = admin.get(&format!("/organisations?limit={wrong}")).expect(400).json()["detail"].to_string();
            assert!(detail.contains("limit"), "{detail}");
        }
    }

    fn settings_are_checked_kept_and_taken_away(server) {
        let admin = Administration::of(server);
        let id = unique("set");
        admin.organisation(&id);
        let path = format!("/organisations/{id}");
        let set = admin.patch(&path, &json!({ "settings": { "testMode": true } })).expect(200).json();
        assert_eq!(set["settings"], json!({ "testMode": true }));
        for (wrong, word) in [(json!({ "testmode": true }), "testMode"), (json!({ "testMode": "yes" }), "boolean"), (json!(5), "settings")] {
            let detail = admin.patch(&path, &json!({ "settings": wrong })).expect(400).json()["detail"].to_string();
            assert!(detail.contains(word), "{wrong}: {detail}");
        }
        assert_eq!(admin.get(&path).expect(200).json(), set);
        let other = unique("set").to_lowercase();
        let body = json!({ "id": other, "settings": { "profile": "okta" } });
        let made = admin.post("/organisations", &body).expect(201).json();
        assert_eq!((&made["profile"], &made["settings"]), (&json!("okta"), &json!({ "profile": "okta" })));
        let wrong = json!({ "id": unique("wrong").to_lowercase(), "settings": { "profile": "nobody" } });
        assert!(admin.post("/organisations", &wrong).expect(400).json()["detail"].to_string().contains("okta"));
        let none = admin.patch(&path, &json!({ "settings": null })).expect(200).json();
        assert!(none.get("settings").is_none(), "{none}");
    }
}

/// The templates of clients that were set up for other servers, and the default ones.
const TEMPLATES: [&str; 6] = [
    "/scim/v2",
    "/orgs/{org}/scim/v2",
    "/orgs/{org}/api/v1/scim/v2",
    "/orgs/{org}/api/v1/scim2.0",
    "/t/{org}/api/v1/scim/v2",
    "/identity/seam/resource/restv1/scim/v2",
];

fn the_same_is_served_below_each_template(database: Database) {
    let server = Server::start_with(database, &[("SCIMD_BASE_PATHS", &TEMPLATES.join(","))], &[]);
    let admin = Administration::of(&server);
    admin.organisation("acme-corp");
    admin.organisation("other");
    let (token, stranger) = (admin.token_of("acme-corp"), admin.token_of("other"));
    for template in TEMPLATES {
        let base = template.replace("{org}", "acme-corp");
        let url = format!("http://{}{base}", server.address());
        let send = |method: &str, path: &str, body: &Value| by(&server, &token, method, &format!("{base}{path}"), body);
        let name = unique("here");
        let made = send("POST", "/Users", &user(&name)).expect(201);
        let location = format!("{url}/Users/{}", made.id());
        assert_eq!(made.header("location"), Some(location.as_str()), "{template}");
        assert_eq!(made.json()["meta"]["location"], json!(location), "{template}");
        let team = send("POST", "/Groups", &group(&unique("team"), &[&made.id()])).expect(201).json();
        assert_eq!(team["members"][0]["$ref"], json!(location), "{template}");
        // Discovery, and its URLs.
        let config = server.send_absolute(Request::new("GET", format!("{base}/ServiceProviderConfig")).anonymous());
        assert_eq!(config.expect(200).json()["meta"]["location"], json!(format!("{url}/ServiceProviderConfig")));
        for (path, below) in [("/Schemas", "/Schemas/"), ("/ResourceTypes", "/ResourceTypes/")] {
            let list = send("GET", path, &Value::Null).expect(200).json();
            for item in list["Resources"].as_array().unwrap() {
                let location = item["meta"]["location"].as_str().unwrap();
                assert!(location.starts_with(&format!("{url}{below}")), "{template}: {location}");
            }
        }
        // The search of servers before RFC 7644, and today's.
        let found = send("POST", "/Users/Search", &json!({ "attribute": "userName", "value": name }));
        assert_eq!(resources(found)[0]["meta"]["location"], json!(location), "{template}");
        let filter = format!("userName eq \"{name}\"");
        let message = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
        let found = send("POST", "/.search", &json!({ "schemas": [message], "filter": filter }));
        assert_eq!(resources(found)[0]["meta"]["location"], json!(location), "{template}");
        // A bulk below it, and what it made.
        let data = user(&unique("bulk"));
        let operation = json!({ "method": "POST", "path": "/Users", "bulkId": "a", "data": data });
        let message = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
        let bulk =
            send("POST", "/Bulk", &json!({ "schemas": [message], "Operations": [operation] })).expect(200).json();
        let made = bulk["Operations"][0]["location"].as_str().unwrap();
        assert!(made.starts_with(&format!("{url}/Users/")), "{template}: {made}");
        // Another organisation's credential.
        let path = location.strip_prefix(&format!("http://{}", server.address())).unwrap();
        by(&server, &stranger, "GET", path, &Value::Null).expect(404);
    }
    // What is below no template is not served.
    for path in ["/orgs/acme-corp/api/v2/scim/v2/Users", "/t/acme-corp/scim/v2/Users", "/scim/v1/Users"] {
        by(&server, &token, "GET", path, &Value::Null).expect(404);
    }
}

/// Clients that were set up for other servers keep their URLs.
#[test]
fn the_same_is_served_below_each_configured_base_path_on_sqlite() {
    the_same_is_served_below_each_template(Database::Sqlite);
}

/// The same on PostgreSQL.
#[test]
fn the_same_is_served_below_each_configured_base_path_on_postgres() {
    the_same_is_served_below_each_template(Database::Postgres);
}

/// A list of templates takes the place of the default one.
#[test]
fn a_base_path_that_is_not_configured_is_not_served() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_BASE_PATHS", "/t/{org}/scim,/scim/v2")], &[]);
    by(&server, &server.token, "GET", "/t/default/scim/Users", &Value::Null).expect(200);
    by(&server, &server.token, "GET", "/orgs/default/scim/v2/Users", &Value::Null).expect(404);
}
