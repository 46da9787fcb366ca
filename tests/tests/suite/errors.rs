//! Every error has a SCIM body (RFC 7644 §3.12), those of the HTTP layer too.

use serde_json::json;
use tests::scim::*;
use tests::{Request, on_both_databases};

on_both_databases! {
    /// 7644-3.12-01, 7644-3.13-03, 7644-3.13-04
    fn unknown_routes_are_404(server) {
        for path in ["/Nope", "/Users/a/b", "/users/x/y", "/Nope/.search"] {
            assert_scim_error(&server.get(path), 404, "");
        }
        for path in ["/nope", "/", "/scim", "/scim/v1/Users", "/scim/v9/Users"] {
            let response = server.send_absolute(Request::new("GET", path));
            assert_scim_error(&response, 404, "");
        }
    }

    /// 7644-3.12-01
    fn a_method_a_route_does_not_know_is_405_with_allow(server) {
        let id = create_users(server, 1).remove(0);
        for (method, path, allowed) in [
            ("PUT", "/Users".to_owned(), "POST"),
            ("PATCH", "/Users".to_owned(), "GET"),
            ("DELETE", "/Users".to_owned(), "GET"),
            ("DELETE", "/Groups".to_owned(), "POST"),
            ("POST", format!("/Users/{id}"), "PATCH"),
        ] {
            let response = server.send(Request::new(method, &path).json(&json!({})));
            assert_scim_error(&response, 405, "");
            let allow = response.header("allow").unwrap_or_default();
            assert!(allow.contains(allowed), "{method} {path}: Allow is {allow:?}");
        }
        server.get(&format!("/Users/{id}")).expect(200);
    }

    /// 7644-2-02, 7644-2-05, 7644-3.12-01
    /// 7644-2-06: RFC 6750 §3
    fn missing_or_wrong_credentials_are_401_with_a_challenge(server) {
        let anonymous = server.send(Request::new("GET", "/Users").anonymous());
        assert_scim_error(&anonymous, 401, "");
        assert!(anonymous.header("www-authenticate").is_some_and(|value| value.starts_with("Bearer")), "{anonymous}");
        for value in ["Bearer wrong", "Bearer ", "Bearer", "Basic dXNlcjpwYXNz", "nonsense", "Bearer a b", "Bearer \u{e9}"] {
            let response = server.send(Request::new("GET", "/Users").header("Authorization", value));
            assert_scim_error(&response, 401, "");
            assert!(response.header("www-authenticate").is_some_and(|value| value.starts_with("Bearer")), "{response}");
            assert!(!response.text().contains("wrong"), "the token is not repeated");
        }
        let wrong = server.send(Request::new("GET", "/Users").header("Authorization", "Bearer wrong"));
        assert!(wrong.header("www-authenticate").unwrap().contains("invalid_token"), "{wrong}");
        for scheme in ["bearer", "BEARER"] {
            server.send(Request::new("GET", "/Users").header("Authorization", format!("{scheme} {}", server.token))).expect(200);
        }
    }

    /// 7644-2.2-01
    /// The credentials are looked at first: nobody learns what exists, and nothing is written.
    fn without_credentials_nothing_is_told_or_done(server) {
        let id = create_users(server, 1).remove(0);
        let name = unique("anonymous");
        for request in [
            Request::new("GET", format!("/Users/{id}")),
            Request::new("GET", "/Users/nobody"),
            Request::new("POST", "/Users").json(&user(&name)),
            Request::new("POST", "/Users").scim_body("{"),
            Request::new("DELETE", format!("/Users/{id}")),
            Request::new("GET", "/Users?filter=nonsense"),
            Request::new("PATCH", format!("/Users/{id}")).json(&operation("replace", "nickName", json!("x"))),
        ] {
            assert_scim_error(&server.send(request.anonymous()), 401, "");
        }
        server.get(&format!("/Users/{id}")).expect(200);
        assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
    }

    /// 7644-3.8-03, 7644-3.8-04a, 7644-3.12-01
    fn other_media_types_are_415(server) {
        let body = user(&unique("media")).to_string();
        for media in ["text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense"] {
            let response = server.send(Request::new("POST", "/Users").header("Content-Type", media).body(body.clone()));
            assert_scim_error(&response, 415, "");
        }
    }

    /// 7644-3.8-05a, 7644-3.8-05b, 7644-3.8-x1
    fn scim_and_plain_json_are_both_accepted_and_scim_json_answered(server) {
        for media in ["application/scim+json", "application/json", "application/scim+json; charset=utf-8", "APPLICATION/JSON;charset=UTF-8"] {
            let body = user(&unique("media")).to_string();
            let response = server.send(Request::new("POST", "/Users").header("Content-Type", media).body(body)).expect(201);
            assert_eq!(response.media_type(), Some("application/scim+json"), "{media}");
        }
        for accept in ["application/scim+json", "application/json", "*/*", "application/*;q=0.5"] {
            server.send(Request::new("GET", "/Users?count=0").header("Accept", accept)).expect(200);
        }
    }

    /// 7644-3.12-02, 7644-3.2-05b
    fn an_error_body_gives_the_status_as_a_string(server) {
        let response = server.get("/Users/nobody");
        let body = response.json();
        assert_eq!(body["schemas"], json!([ERROR]));
        assert_eq!(body["status"], json!("404"));
        assert!(body["detail"].as_str().unwrap().contains("nobody"));
        let known = ["schemas", "status", "scimType", "detail"];
        assert!(body.as_object().unwrap().keys().all(|key| known.contains(&key.as_str())), "{body}");
    }

    fn a_credential_that_stands_for_no_resource_has_no_me(server) {
        assert_scim_error(&server.get("/Me"), 404, "");
    }
}
