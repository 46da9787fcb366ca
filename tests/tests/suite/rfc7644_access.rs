//! Who may do what: credentials with scopes, of organisations (RFC 7644 §2, §6, §7.4, §7.7; RFC 6750 §3).

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Organisation, Request, Response, on_both_databases};

/// Sends a request to an organisation with another of its tokens.
fn with(organisation: &Organisation<'_>, token: &str, request: Request) -> Response {
    let request = request.with_prefix(&organisation.base_path()).header("Authorization", format!("Bearer {token}"));
    organisation.server.send_absolute(request)
}

fn challenge(response: &Response) -> &str {
    response.header("www-authenticate").unwrap_or_default()
}

on_both_databases! {
    /// 7644-2-07, 7644-2.1-01
    fn a_credential_that_may_read_may_not_write(server) {
        let organisation = server.organisation("readers");
        let id = organisation.post("/Users", &user("someone")).expect(201).id();
        let before = organisation.everything();
        let reader = server.token_for(&organisation.id, &["--scopes", "read"]);
        let send = |method: &str, target: &str, body: Option<Value>| {
            let request = Request::new(method, target);
            with(&organisation, &reader, body.iter().fold(request, |request, body| request.json(body)))
        };
        let target = format!("/Users/{id}");
        send("GET", &target, None).expect(200);
        send("GET", "/Users", None).expect(200);
        let search = json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"] });
        send("POST", "/Users/.search", Some(search)).expect(200);
        for (method, target, body) in [
            ("POST", "/Users", Some(user("another"))),
            ("PUT", &target, Some(user("renamed"))),
            ("PATCH", &target, Some(operation("replace", "active", json!(false)))),
            ("DELETE", &target, None),
        ] {
            let refused = send(method, target, body);
            assert_scim_error_about(&refused, 403, "", "write");
            assert!(challenge(&refused).contains(r#"error="insufficient_scope""#), "{refused}");
        }
        let bulk = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            "Operations": [{ "method": "DELETE", "path": target }, { "method": "POST", "path": "/Users", "bulkId": "a", "data": user("bulk") }],
        });
        let answer = send("POST", "/Bulk", Some(bulk));
        let statuses: Vec<String> = match answer.status {
            200 => answer.json()["Operations"].as_array().unwrap().iter().map(|operation| operation["status"].as_str().unwrap().to_owned()).collect(),
            status => vec![status.to_string()],
        };
        assert!(statuses.iter().all(|status| status == "403"), "{answer}");
        assert_eq!(organisation.everything(), before);
    }

    /// 7644-2-09, 7644-7.7-03
    fn a_credential_of_one_resource_type_reaches_no_other(server) {
        let organisation = server.organisation("types");
        let user_id = organisation.post("/Users", &user("someone")).expect(201).id();
        let group_id = organisation.post("/Groups", &group("group", &[&user_id])).expect(201).id();
        let before = organisation.everything();
        let of_users = server.token_for(&organisation.id, &["--scopes", "write:User"]);
        let send = |method: &str, target: &str| with(&organisation, &of_users, Request::new(method, target));
        send("GET", &format!("/Users/{user_id}")).expect(200);
        for (method, target) in [("GET", "/Groups".to_owned()), ("GET", format!("/Groups/{group_id}")), ("DELETE", format!("/Groups/{group_id}")), ("GET", format!("/Groups/{user_id}"))] {
            let refused = send(method, &target);
            assert_scim_error_about(&refused, 403, "", "Group");
            assert!(challenge(&refused).contains("insufficient_scope"), "{refused}");
        }
        // A query over all types shows those that it may read.
        let all = send("GET", "/").expect(200).json();
        assert_eq!((&all["totalResults"], &all["Resources"][0]["id"]), (&json!(1), &json!(user_id)));
        // Nor is a group written through a bulk or found through a search.
        let bulk = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            "Operations": [{ "method": "DELETE", "path": format!("/Groups/{group_id}") }],
        });
        let answer = with(&organisation, &of_users, Request::new("POST", "/Bulk").json(&bulk)).expect(200).json();
        assert_eq!(answer["Operations"][0]["status"], json!("403"));
        assert_eq!(organisation.everything(), before);
    }

    /// 7644-2-10
    fn a_credential_for_me_alone_reaches_its_own_resource_and_no_other(server) {
        let organisation = server.organisation("self");
        let own = organisation.post("/Users", &user("own")).expect(201).id();
        let other = organisation.post("/Users", &user("other")).expect(201).id();
        let token = server.token_for(&organisation.id, &["--scopes", "write:Me", "--me", &format!("Users/{own}")]);
        let send = |request: Request| with(&organisation, &token, request);
        assert_eq!(send(Request::new("GET", "/Me")).expect(200).id(), own);
        send(Request::new("GET", format!("/Users/{own}"))).expect(200);
        send(Request::new("PATCH", "/Me").json(&operation("replace", "title", json!("t")))).expect(200);
        for target in [format!("/Users/{other}"), "/Users".to_owned(), "/Groups".to_owned(), "/".to_owned()] {
            assert_scim_error(&send(Request::new("GET", target)), 403, "");
        }
        assert_scim_error(&send(Request::new("DELETE", format!("/Users/{other}"))), 403, "");
        assert_scim_error(&send(Request::new("POST", "/Users").json(&user("third"))), 403, "");
        organisation.get(&format!("/Users/{other}")).expect(200);
    }

    /// 7644-6-01, 7644-6.1-01, 7644-6.1-02
    fn the_organisation_is_in_the_credential_and_may_be_in_the_path_too(server) {
        let (a, b) = (server.organisation("a"), server.organisation("b"));
        let id = a.post("/Users", &user("of-a")).expect(201).id();
        b.post("/Users", &user("of-b")).expect(201);
        let bearer = |organisation: &Organisation<'_>| format!("Bearer {}", organisation.token);
        let plain = |organisation: &Organisation<'_>| {
            server.send(Request::new("GET", "/Users").header("Authorization", bearer(organisation))).expect(200).json()
        };
        assert_eq!(plain(&a)["Resources"][0]["userName"], json!("of-a"));
        assert_eq!(plain(&b)["Resources"][0]["userName"], json!("of-b"));
        // Both ways lead to the same resource, each with the base URL that was used.
        let through_path = a.get(&format!("/Users/{id}")).expect(200).json();
        assert_eq!(through_path["meta"]["location"], json!(format!("{}/Users/{id}", a.base_url())));
        let through_token = server.send(Request::new("GET", format!("/Users/{id}")).header("Authorization", bearer(&a))).expect(200).json();
        assert_eq!(through_token["meta"]["location"], json!(format!("{}/Users/{id}", server.base_url())));
        let wrong = Request::new("GET", format!("{}/Users", b.base_path())).header("Authorization", bearer(&a));
        assert_scim_error(&server.send_absolute(wrong), 404, "");
    }

    /// 7644-6.2-x1
    fn an_external_id_is_unique_to_no_more_than_an_organisation(server) {
        let (a, b) = (server.organisation("a"), server.organisation("b"));
        let body = user_with("same", json!({ "externalId": "701984" }));
        a.post("/Users", &body).expect(201);
        b.post("/Users", &body).expect(201);
    }

    /// 7644-7.4-03, V39
    fn a_credential_ends(server) {
        let organisation = server.organisation("ends");
        let token = server.token_for(&organisation.id, &["--expires", "2s"]);
        let get = || with(&organisation, &token, Request::new("GET", "/Users"));
        get().expect(200);
        std::thread::sleep(std::time::Duration::from_millis(2_100));
        let refused = get();
        assert_scim_error(&refused, 401, "");
        assert!(challenge(&refused).contains(r#"error="invalid_token""#), "{refused}");
        // None is made that does not end.
        for expires in ["0s", "-1d", "100000d", "never", "2001-01-01T00:00:00Z"] {
            let output = server.command(&["token", "create", "--org", &organisation.id, &format!("--expires={expires}")]);
            assert!(!output.status.success(), "{expires}");
            assert!(String::from_utf8_lossy(&output.stderr).contains("expires"), "{expires}");
        }
    }

    /// 9865-5.2-03
    fn a_cursor_ends_when_what_the_credential_may_do_is_another(server) {
        let organisation = server.organisation("cursors");
        for name in ["a", "b", "c"] {
            organisation.post("/Users", &user(name)).expect(201);
        }
        let cursor = organisation.get("/Users?count=1&cursor=").expect(200).json()["nextCursor"].as_str().unwrap().to_owned();
        let page = |token: &str| with(&organisation, token, Request::new("GET", format!("/Users?count=1&cursor={cursor}")));
        page(&organisation.token).expect(200);
        // A rotated token has the same rights, and goes on where the old one was.
        page(&server.token_for(&organisation.id, &[])).expect(200);
        let narrower = server.token_for(&organisation.id, &["--scopes", "read:User"]);
        assert_scim_error(&page(&narrower), 400, "invalidCursor");
    }
}
