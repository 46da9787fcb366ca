//! `/Me`, the resource that the credential stands for (RFC 7644 §3.11), and the command that makes such credentials.

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

/// A request with that token.
fn with(token: &str, method: &str, target: &str) -> Request {
    Request::new(method, target).header("Authorization", format!("Bearer {token}"))
}

/// A user and a token that stands for it.
#[track_caller]
fn subject(server: &Server, more: Value) -> (Value, String) {
    let user = create_user(server, more);
    let token = server.token_of(&format!("Users/{}", id_of(&user)));
    (user, token)
}

#[track_caller]
fn assert_located(server: &Server, response: &Response, user: &Value) {
    let location = format!("{}/Users/{}", server.base_url(), id_of(user));
    assert_eq!(response.header("location"), Some(location.as_str()), "{response}");
    assert!(!response.text().contains("/Me"), "{response}");
}

/// What the command prints when it fails.
#[track_caller]
fn refused(server: &Server, arguments: &[&str]) -> String {
    let output = server.command(&[&["token", "create"], arguments].concat());
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(output.stdout.is_empty(), "{output:?}");
    let lines = String::from_utf8(output.stderr).unwrap();
    assert!(!lines.contains("panicked") && !lines.contains("postgres://"), "{lines}");
    lines.lines().last().unwrap().to_owned()
}

on_both_databases! {
    from tests::server::strict;

    /// 7644-3.11-01, 7644-3.11-02, 7644-3.11-06, 7644-3.11-07
    fn me_is_the_resource_of_the_token_at_its_own_location(server) {
        let (user, token) = subject(server, json!({ "nickName": "me", "password": "Secret1!" }));
        let answer = server.send(with(&token, "GET", "/Me")).expect(200);
        assert_eq!(answer.json(), get_user(server, &id_of(&user)));
        assert_located(server, &answer, &user);
        assert_eq!(answer.header("etag"), user["meta"]["version"].as_str());
        assert_eq!(answer.json()["meta"]["location"].as_str(), answer.header("location"));
        let named = server.send(with(&token, "GET", "/Me?attributes=nickName,password")).expect(200);
        assert_eq!(named.json(), json!({ "schemas": [USER], "id": user["id"], "nickName": "me" }));
        assert_located(server, &named, &user);
        let without = server.send(with(&token, "GET", "/Me?excludedAttributes=nickName,id,meta")).expect(200).json();
        assert_eq!(without, json!({ "schemas": [USER], "id": user["id"], "userName": user["userName"] }));
        let both = server.send(with(&token, "GET", "/Me?attributes=id&excludedAttributes=id"));
        assert_scim_error(&both, 400, "invalidValue");
    }

    /// 7644-2-08
    fn two_tokens_stand_for_two_subjects(server) {
        let (one, other) = (subject(server, json!({})), subject(server, json!({})));
        for (user, token) in [&one, &other] {
            let me = server.send(with(token, "GET", "/Me")).expect(200).json();
            assert_eq!(me["id"], user["id"]);
        }
        assert_ne!(one.0["id"], other.0["id"]);
    }

    /// 7644-3.11-01, 7644-3.11-06, 7644-3.11-07: PUT and PATCH
    fn me_can_be_replaced_and_changed(server) {
        let (user, token) = subject(server, json!({ "title": "before" }));
        let name = unique("me");
        let put = server.send(with(&token, "PUT", "/Me").json(&user_with(&name, json!({ "nickName": "put", "id": "x" })))).expect(200);
        assert_located(server, &put, &user);
        assert_eq!((&put.json()["userName"], &put.json()["nickName"], put.json().get("title")), (&json!(name), &json!("put"), None));
        let patch = server.send(with(&token, "PATCH", "/Me").json(&operation("replace", "nickName", json!("patched")))).expect(200);
        assert_located(server, &patch, &user);
        assert_eq!(patch.json(), get_user(server, &id_of(&user)));
        assert_eq!(patch.json()["nickName"], json!("patched"));
        let chosen = server.send(with(&token, "PATCH", "/Me?attributes=title").json(&operation("add", "title", json!("t")))).expect(200);
        assert_eq!(chosen.json(), json!({ "schemas": [USER], "id": user["id"], "title": "t" }));
        for (body, status, scim_type) in [
            (operation("replace", "id", json!("x")), 400, "mutability"),
            (operation("add", "nosuch", json!("x")), 400, "invalidPath"),
            (operation("remove", "userName", Value::Null), 400, "mutability"),
            (json!({}), 400, "invalidSyntax"),
        ] {
            assert_scim_error(&server.send(with(&token, "PATCH", "/Me").json(&body)), status, scim_type);
        }
        let taken = create_user(server, json!({}))["userName"].clone();
        let clash = server.send(with(&token, "PUT", "/Me").json(&user_with(taken.as_str().unwrap(), json!({}))));
        assert_scim_error_about(&clash, 409, "uniqueness", "userName");
        assert_scim_error(&server.send(with(&token, "PUT", "/Me").header("Content-Type", "text/plain").body("{}")), 415, "");
        assert_eq!(get_user(server, &id_of(&user))["title"], json!("t"));
    }

    /// 7644-3.11-06: with conditions as at the resource's own URL
    fn me_heeds_the_versions_in_conditions(server) {
        let (user, token) = subject(server, json!({}));
        let tag = user["meta"]["version"].as_str().unwrap().to_owned();
        let read = |tag: &str| server.send(with(&token, "GET", "/Me").header("If-None-Match", tag));
        let unchanged = read(&tag).expect(304);
        assert!(unchanged.body.is_empty() && unchanged.etag() == tag);
        read("W/\"9\"").expect(200);
        let body = user_with(user["userName"].as_str().unwrap(), json!({ "title": "t" }));
        let patch = operation("add", "title", json!("u"));
        for stale in [with(&token, "PUT", "/Me").json(&body), with(&token, "PATCH", "/Me").json(&patch), with(&token, "DELETE", "/Me")] {
            assert_scim_error(&server.send(stale.header("If-Match", "W/\"9\"")), 412, "");
        }
        assert_unchanged(server, "/Users", &user);
        let put = server.send(with(&token, "PUT", "/Me").header("If-Match", &tag).json(&body)).expect(200);
        assert_scim_error(&server.send(with(&token, "PATCH", "/Me").header("If-Match", &tag).json(&patch)), 412, "");
        let patched = server.send(with(&token, "PATCH", "/Me").header("If-Match", put.etag()).json(&patch)).expect(200);
        server.send(with(&token, "DELETE", "/Me").header("If-Match", patched.etag())).expect(204);
    }

    fn me_is_404_once_it_is_deleted(server) {
        let (user, token) = subject(server, json!({}));
        let deleted = server.send(with(&token, "DELETE", "/Me")).expect(204);
        assert!(deleted.body.is_empty());
        assert_scim_error(&server.get(&format!("/Users/{}", id_of(&user))), 404, "");
        for request in [
            with(&token, "GET", "/Me"),
            with(&token, "PUT", "/Me").json(&json!({ "schemas": [USER], "userName": user["userName"] })),
            with(&token, "PATCH", "/Me").json(&operation("add", "title", json!("t"))),
            with(&token, "DELETE", "/Me"),
        ] {
            assert_scim_error(&server.send(request), 404, "");
        }
        let other = create_user(server, json!({}));
        let token = server.token_of(&format!("Users/{}", id_of(&other)));
        server.delete(&format!("/Users/{}", id_of(&other))).expect(204);
        assert_scim_error(&server.send(with(&token, "GET", "/Me")), 404, "");
        // The same name is another user.
        server.post("/Users", &user_with(other["userName"].as_str().unwrap(), json!({}))).expect(201);
        assert_scim_error(&server.send(with(&token, "GET", "/Me")), 404, "");
    }

    fn a_token_that_stands_for_nothing_has_no_me(server) {
        let output = server.command(&["token", "create"]);
        let plain = String::from_utf8(output.stdout).unwrap().trim().to_owned();
        for token in [&server.token, &plain] {
            server.send(with(token, "GET", "/Users?count=0")).expect(200);
            assert_scim_error_about(&server.send(with(token, "GET", "/Me")), 404, "", "credential");
            assert_scim_error(&server.send(with(token, "PUT", "/Me").json(&user("x"))), 404, "");
            assert_scim_error(&server.send(with(token, "PATCH", "/Me").json(&operation("add", "title", json!("t")))), 404, "");
            assert_scim_error(&server.send(with(token, "DELETE", "/Me")), 404, "");
        }
        assert_scim_error(&server.send(Request::new("GET", "/Me").anonymous()), 401, "");
        assert_scim_error(&server.send(with("scimd_wrong", "GET", "/Me")), 401, "");
    }

    fn me_is_one_resource_and_no_endpoint_of_a_type(server) {
        let (_, token) = subject(server, json!({}));
        let posted = server.send(with(&token, "POST", "/Me").json(&user("x")));
        assert_scim_error(&posted, 405, "");
        assert_eq!(posted.header("allow"), Some("GET, PUT, PATCH, DELETE"));
        for target in ["/Me/x", "/Me/.search"] {
            assert_scim_error(&server.send(with(&token, "GET", target)), 404, "");
        }
        server.send(with(&token, "GET", "/Me/")).expect(200);
        let kinds = server.get("/ResourceTypes").text();
        assert!(!kinds.contains("/Me"), "{kinds}");
    }

    /// A group may stand for itself as well.
    fn a_token_stands_for_a_resource_of_any_type_and_may_do_what_others_may(server) {
        let group_id = create_group(server, &[]);
        let token = server.token_of(&format!("/groups/{group_id}"));
        let answer = server.send(with(&token, "GET", "/Me")).expect(200);
        assert_eq!(answer.json(), server.get(&format!("/Groups/{group_id}")).json());
        assert_eq!(answer.header("location"), Some(format!("{}/Groups/{group_id}", server.base_url()).as_str()));
        let member = json!([{ "value": create_users(server, 1)[0] }]);
        let patched = server.send(with(&token, "PATCH", "/Me").json(&operation("add", "members", member))).expect(204);
        assert_eq!(patched.header("location"), answer.header("location"));
        server.send(with(&token, "GET", "/Users?count=0")).expect(200);
    }

    fn the_command_prints_the_token_alone_and_it_is_good_at_once(server) {
        let id = create_users(server, 1).remove(0);
        let output = server.command(&["token", "create", "--org", "default", "--name", "of a test", "--me", &format!("Users/{id}")]);
        assert!(output.status.success(), "{output:?}");
        let printed = String::from_utf8(output.stdout).unwrap();
        let token = printed.trim_end();
        assert!(token.starts_with("scimd_") && token.len() > 40 && !token.contains(char::is_whitespace), "{printed:?}");
        assert_eq!(printed, format!("{token}\n"));
        assert!(!String::from_utf8_lossy(&output.stderr).contains(token), "the log holds the token");
        assert_eq!(server.send(with(token, "GET", "/Me")).expect(200).id(), id);
        assert_ne!(server.token_of(&format!("Users/{id}")), token);
        assert!(!server.log().contains(token), "the log holds the token");
    }

    fn a_token_that_cannot_be_is_refused_by_the_command_and_none_is_made(server) {
        let id = create_users(server, 1).remove(0);
        let user = format!("Users/{id}");
        assert!(refused(server, &["--org", "nobody"]).contains("\"nobody\""));
        assert!(refused(server, &["--org", "", "--me", &user]).contains("organisation"));
        let gone = create_users(server, 1).remove(0);
        server.delete(&format!("/Users/{gone}")).expect(204);
        for me in [
            "", "/", "Users", "Users/", &id, "Users/2819c223-7f76-453a-919d-413861904646", &format!("Users/{gone}"), &format!("Groups/{id}"),
            &format!("Nope/{id}"), &format!("Users/{id}/x"), &format!("Users/{}", id.to_uppercase()), &format!("Users/{}", id.replace('-', "")),
            &format!("{}/Users/{id}", server.base_url()), "Users/'; drop table users; --",
        ] {
            let reason = refused(server, &["--me", me]);
            assert!(reason.contains("no resource") && reason.contains("Users/"), "{me}: {reason}");
        }
        let unknown = server.command(&["token", "create", "--nosuch"]);
        assert_eq!(unknown.status.code(), Some(2), "{unknown:?}");
        server.send(with(&server.token_of(&user), "GET", "/Me")).expect(200);
    }
}
