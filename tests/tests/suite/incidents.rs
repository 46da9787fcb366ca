//! What went wrong elsewhere: each test is named by what it guards, and its number is that of the incident in the list of
//! known vulnerabilities and failures that scimd was built against.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

fn total(server: &Server, filter: &str) -> u64 {
    filtered(server, "/Users", filter).expect(200).json()["totalResults"].as_u64().unwrap()
}

/// Sends a request and hangs up without waiting for its answer.
fn hang_up(server: &Server, method: &str, target: &str, body: &str) {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let head = format!(
        "{method} {}{target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\nContent-Type: application/scim+json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        server.base_path(),
        server.token,
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.shutdown(std::net::Shutdown::Both).unwrap();
}

on_both_databases! {
    /// V1: an external id is the client's word for a resource, and never one of the server's
    fn an_external_id_never_becomes_an_id(server) {
        let (a, b) = (server.organisation("a"), server.organisation("b"));
        let other = b.post("/Users", &user("someone")).expect(201).id();
        let own = a.post("/Users", &user("first")).expect(201).id();
        let before = b.everything();
        let long = "x".repeat(10_000);
        for external in ["1", "0", "-1", own.as_str(), other.as_str(), "admin", "default", long.as_str()] {
            let body = user_with(&unique("external"), json!({ "externalId": external }));
            let created = a.post("/Users", &body).expect(201).json();
            assert_eq!(created["externalId"], json!(external));
            let id = id_of(&created);
            assert!(id != external && id.len() == 36, "{id}");
            if external != own {
                assert_scim_error(&a.get(&format!("/Users/{}", &external[..external.len().min(100)])), 404, "");
            }
            assert_eq!(a.get(&format!("/Users/{id}")).expect(200).id(), id);
            // Two organisations may use the same one, and one organisation may use it twice.
            a.post("/Users", &user_with(&unique("again"), json!({ "externalId": external }))).expect(201);
        }
        assert_eq!(a.get(&format!("/Users/{own}")).expect(200).json()["userName"], json!("first"));
        assert_eq!(b.everything(), before);
        server.get("/Users/1").expect(404);
    }

    /// V9: what one door forbids, no other allows: memberships, ids and what is readOnly cannot be written anywhere
    fn what_is_read_only_is_so_through_every_door(server) {
        let resource = create_user(server, json!({ "active": true }));
        let id = id_of(&resource);
        let group = create_group(server, &[]);
        let forged = json!({
            "groups": [{ "value": group, "display": "forged" }],
            "id": group,
            "meta": { "created": "2001-01-01T00:00:00Z", "location": "https://elsewhere.example/", "version": "W/\"99\"" },
        });
        let name = resource["userName"].as_str().unwrap();
        let me = server.token_of(&format!("Users/{id}"));
        let as_me = |request: Request| server.send(request.header("Authorization", format!("Bearer {me}")));
        let bulk = |method: &str, data: Value| json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            "Operations": [{ "method": method, "path": format!("/Users/{id}"), "data": data }],
        });
        server.put(&format!("/Users/{id}"), &user_with(name, forged.clone()));
        server.patch(&format!("/Users/{id}"), &operation("add", "groups", forged["groups"].clone()));
        server.patch(&format!("/Users/{id}"), &operation("add", "", forged.clone()));
        server.post("/Bulk", &bulk("PUT", user_with(name, forged.clone())));
        server.post("/Bulk", &bulk("PATCH", operation("add", "groups", forged["groups"].clone())));
        as_me(Request::new("PUT", "/Me").json(&user_with(name, forged.clone())));
        as_me(Request::new("PATCH", "/Me").json(&operation("add", "groups", forged["groups"].clone())));
        let after = get_user(server, &id);
        assert_eq!(after.get("groups"), None, "{after}");
        assert_eq!((&after["id"], &after["meta"]["created"]), (&json!(id), &resource["meta"]["created"]));
        assert_eq!(server.get(&format!("/Groups/{group}")).expect(200).json().get("members"), None);
    }

    /// V11: a POST creates or is a conflict; it never takes over who is there
    fn a_create_never_adopts_an_existing_resource(server) {
        let mail = format!("{}@example.com", unique("mail"));
        let existing = create_user(server, json!({ "emails": [{ "value": mail, "type": "work" }], "active": false }));
        let name = existing["userName"].as_str().unwrap();
        let refused = server.post("/Users", &user_with(&name.to_uppercase(), json!({ "emails": [{ "value": "new@example.com" }], "active": true })));
        assert_scim_error_about(&refused, 409, "uniqueness", "userName");
        assert_unchanged(server, "/Users", &existing);
        // The same mail address is another resource, and the first one keeps its own.
        let second = create_user(server, json!({ "emails": [{ "value": mail }] }));
        assert_ne!(second["id"], existing["id"]);
        assert_unchanged(server, "/Users", &existing);
    }

    /// V12, X3: what a client must not set stays, however its name is written and wherever it stands
    fn what_a_client_must_not_set_is_never_taken(server) {
        let before = create_user(server, json!({ "nickName": "n" }));
        let id = id_of(&before);
        let invented = ["tenantId", "tenant_id", "org", "version", "passwordHash", "createdBy", "isAdmin", "__proto__"];
        for name in invented.iter().copied().chain(["ID", "Groups", "META"]) {
            let value = if name == "META" { json!({ "created": "2001-01-01T00:00:00Z" }) } else { json!("forged") };
            let mut body = user_with(before["userName"].as_str().unwrap(), json!({ "nickName": "n" }));
            body[name] = value.clone();
            let answers = [
                server.post("/Users", &merged(body.clone(), json!({ "userName": unique("mass") }))),
                server.put(&format!("/Users/{id}"), &body),
                server.patch(&format!("/Users/{id}"), &operation("add", name, value.clone())),
                server.patch(&format!("/Users/{id}"), &operation("add", "", json!({ name: value }))),
                server.patch(&format!("/Users/{id}"), &operation("replace", "name", json!({ name: "forged" }))),
            ];
            for answer in answers {
                assert!(answer.status < 500, "{name}: {answer}");
                assert!(answer.status >= 400 || !answer.text().contains("forged"), "{name}: {answer}");
            }
            let after = get_user(server, &id);
            assert!(!after.to_string().contains("forged"), "{name}: {after}");
            assert_eq!((&after["id"], &after["meta"]["created"]), (&before["id"], &before["meta"]["created"]), "{name}");
        }
    }

    /// V15: who is made inactive is inactive, by whichever way
    fn a_deactivation_holds_by_every_way(server) {
        let deactivate: [&dyn Fn(&Value) -> Response; 5] = [
            &|user| server.patch(&format!("/Users/{}", id_of(user)), &operation("replace", "active", json!(false))),
            &|user| server.patch(&format!("/Users/{}", id_of(user)), &operation("Replace", "", json!({ "active": false }))),
            &|user| server.put(&format!("/Users/{}", id_of(user)), &user_with(user["userName"].as_str().unwrap(), json!({ "active": false }))),
            &|user| server.post("/Bulk", &json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                "Operations": [{ "method": "PATCH", "path": format!("/Users/{}", id_of(user)), "data": operation("replace", "active", json!(false)) }],
            })),
            &|user| server.patch(&format!("/Users/{}", id_of(user)), &operation("add", "active", json!(false))),
        ];
        for way in deactivate {
            let user = create_user(server, json!({ "active": true }));
            way(&user).expect(200);
            assert_eq!(get_user(server, &id_of(&user))["active"], json!(false));
            let name = user["userName"].as_str().unwrap();
            assert_eq!(total(server, &format!("userName eq \"{name}\" and active eq false")), 1);
        }
        let created = create_user(server, json!({ "active": false }));
        assert_eq!(get_user(server, &id_of(&created))["active"], json!(false));
    }

    /// V18: no URL that a client sends is ever opened
    fn urls_in_resources_are_not_followed(server) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let url = format!("http://{}/x", listener.local_addr().unwrap());
        let created = create_user(server, json!({ "profileUrl": url, "photos": [{ "value": url, "type": "photo" }] }));
        let id = id_of(&created);
        server.post("/Users", &json!({ "schemas": [USER, url], "userName": unique("ssrf") }));
        server.patch(&format!("/Users/{id}"), &operation("add", &format!("{ENTERPRISE}:manager"), json!({ "value": id, "$ref": url })));
        server.post("/Groups", &json!({ "schemas": [GROUP], "displayName": unique("g"), "members": [{ "value": id, "$ref": url }] }));
        get_user(server, &id);
        thread::sleep(Duration::from_millis(300));
        assert!(listener.accept().is_err(), "somebody connected");
    }

    /// V34: what empties a group is a request that says so, and nothing else does
    fn a_group_is_emptied_only_by_who_asks_for_it(server) {
        let ids = create_users(server, 3);
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let members = |group: &str| values(&server.get(&format!("/Groups/{group}")).expect(200).json(), "members").len();
        for (body, left) in [
            (operation("remove", "members", Value::Null), 0),
            (operation("remove", "members", json!([{ "value": ids[0] }])), 2),
            (operation("remove", "members[value eq \"nobody\"]", Value::Null), 3),
            (operation("replace", "displayName", json!("renamed")), 3),
            (operation("replace", "", json!({ "displayName": "renamed again" })), 3),
            (operation("add", "members", json!([])), 3),
        ] {
            let group = create_group(server, &ids);
            server.patch(&format!("/Groups/{group}"), &body);
            assert_eq!(members(&group), left, "{body}");
        }
        // A PUT replaces all of the resource (RFC 7644 §3.5.1): left out is taken away.
        let target = create_group(server, &ids);
        server.put(&format!("/Groups/{target}"), &json!({ "schemas": [GROUP], "displayName": "put" })).expect(200);
        assert_eq!(members(&target), 0);
    }

    /// V35, F17: who lost an answer sends the request again, and ends where one request would have ended
    fn a_request_repeated_after_a_lost_answer_ends_in_the_same_state(server) {
        let name = unique("lost");
        let body = user_with(&name, json!({ "externalId": name }));
        hang_up(server, "POST", "/Users", &body.to_string());
        // Whether the first one was carried out is not known, and does not matter.
        let again = server.post("/Users", &body);
        assert!([201, 409].contains(&again.status), "{again}");
        let found = resources(filtered(server, "/Users", &format!("externalId eq \"{name}\"")));
        assert_eq!(found.len(), 1);
        let (id, group) = (id_of(&found[0]), create_group(server, &[]));
        let target = format!("/Users/{id}");
        for (method, target, body) in [
            ("PUT", target.clone(), user_with(&name, json!({ "title": "t" }))),
            ("PATCH", target.clone(), operation("replace", "active", json!(false))),
            ("PATCH", format!("/Groups/{group}"), operation("add", "members", json!([{ "value": id }]))),
        ] {
            hang_up(server, method, &target, &body.to_string());
            let answer = server.send(Request::new(method, &target).json(&body));
            assert!([200, 204].contains(&answer.status), "{answer}");
        }
        let after = get_user(server, &id);
        assert_eq!((&after["title"], &after["active"]), (&json!("t"), &json!(false)));
        assert_eq!(values(&server.get(&format!("/Groups/{group}")).json(), "members"), set([id.as_str()]));
        hang_up(server, "DELETE", &target, "");
        assert!([204, 404].contains(&server.delete(&target).status));
        server.get(&target).expect(404);
    }

    /// V38: what a unique index or the database itself says is the operator's, and not the client's
    fn a_conflict_does_not_repeat_the_database(server) {
        let existing = create_user(server, json!({}));
        let answer = server.post("/Users", &user(existing["userName"].as_str().unwrap()));
        let detail = assert_scim_error(&answer, 409, "uniqueness").to_lowercase();
        for word in ["key", "constraint", "duplicate", "violat", "user_name", "(", "=", "index"] {
            assert!(!detail.contains(word), "{detail}");
        }
    }
}
