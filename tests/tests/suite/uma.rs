//! UMA 2.0: an organisation whose authorisation server hands out permissions.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::authority::{Authority, CLIENT, CLIENT_SECRET, PROTECTION_TOKEN, now};
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

fn settings(authority: &Authority) -> Value {
    let at = |path: &str| format!("{}{path}", authority.url());
    json!({ "uma": {
        "asUri": authority.url(), "realm": "acme users", "permissionEndpoint": at("/permission"),
        "introspectionEndpoint": at("/introspect"), "tokenEndpoint": at("/token"), "clientId": CLIENT,
        "clientSecret": CLIENT_SECRET, "resourceId": "org-1", "resourceScopes": ["read", "write", "read:User"]
    } })
}

/// A server whose organisation `acme` lets requests in by UMA.
#[track_caller]
fn set_up(server: &Server, authority: &Authority) {
    assert!(server.command(&["org", "create", "acme"]).status.success());
    let done = server.set_up("acme", &settings(authority));
    assert!(done.status.success(), "{done:?}");
    assert!(!String::from_utf8_lossy(&done.stdout).contains(CLIENT_SECRET), "a secret is shown");
    let since = Instant::now();
    while !challenge(&send(server, "GET", "/Users", None)).starts_with("UMA ") {
        assert!(since.elapsed() < Duration::from_secs(5), "no challenge");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn send(server: &Server, method: &str, target: &str, token: Option<&str>) -> Response {
    let request = Request::new(method, format!("/orgs/acme/scim/v2{target}"));
    let request = match token {
        Some(token) => request.header("Authorization", format!("Bearer {token}")),
        None => request.anonymous(),
    };
    let body = if target == "/Groups" { group(&unique("g"), &[]) } else { user_with(&unique("u"), json!({})) };
    server.send_absolute(if method == "POST" { request.json(&body) } else { request })
}

fn challenge(response: &Response) -> String {
    response.header("www-authenticate").unwrap_or_default().to_owned()
}

fn permitted(scopes: &[&str], more: Value) -> Value {
    let permission = json!({ "resource_id": "org-1", "resource_scopes": scopes, "exp": now() + 300 });
    let said = json!({ "active": true, "exp": now() + 300, "sub": "party", "permissions": [merged(permission, more)] });
    said
}

on_both_databases! {
    fresh;

    /// UMA 2.0 Grant §3.2, Federated Authorization §4
    fn who_brings_no_token_gets_a_ticket_for_what_is_asked(server) {
        let authority = Authority::start();
        set_up(server, &authority);
        for (method, target, scope) in [("GET", "/Users", "read:User"), ("GET", "/Groups/1", "read"), ("POST", "/Users", "write"), ("POST", "/Groups", "write")] {
            let answer = send(server, method, target, None).expect(401);
            let expected = format!(r#"UMA realm="acme users", as_uri="{}", ticket="ticket-for-{scope}""#, authority.url());
            assert_eq!(challenge(&answer), expected, "{method} {target}");
            assert_scim_error(&answer, 401, "");
        }
        let asked = authority.asked("POST /permission");
        assert_eq!(serde_json::from_str::<Value>(&asked.last().unwrap().body).unwrap(), json!({ "resource_id": "org-1", "resource_scopes": ["write"] }));
        assert_eq!(asked.last().unwrap().headers["content-type"], "application/json");
        assert_eq!(authority.asked("POST /token").len(), 1, "one protection API token is used again");
        // Also who brings a token that is none; not on other organisations' paths.
        assert!(challenge(&send(server, "GET", "/Users", Some("nobody"))).starts_with("UMA "));
        let elsewhere = server.send_absolute(Request::new("GET", "/orgs/default/scim/v2/Users").anonymous()).expect(401);
        assert!(challenge(&elsewhere).starts_with("Bearer "), "{elsewhere}");
    }

    /// Federated Authorization for UMA 2.0 §5
    fn a_token_with_permissions_is_taken_for_what_they_allow(server) {
        let authority = Authority::start();
        set_up(server, &authority);
        authority.know("reads-users", Some(permitted(&["read:User"], json!({}))));
        authority.know("writes", Some(permitted(&["write"], json!({}))));
        send(server, "GET", "/Users", Some("reads-users")).expect(200);
        // What the permission does not cover needs another ticket.
        let more = send(server, "POST", "/Users", Some("reads-users")).expect(401);
        assert!(challenge(&more).contains("ticket-for-write"), "{more}");
        assert!(challenge(&send(server, "GET", "/Groups", Some("reads-users")).expect(401)).contains("ticket-for-read"));
        send(server, "POST", "/Users", Some("writes")).expect(201);
        send(server, "GET", "/Groups", Some("writes")).expect(200);
        for (token, said) in [
            ("other-resource", permitted(&["read"], json!({ "resource_id": "org-2" }))),
            ("permission-over", permitted(&["read"], json!({ "exp": now() - 60 }))),
            ("over", merged(permitted(&["read"], json!({})), json!({ "exp": now() - 60 }))),
            ("no-permission", json!({ "active": true, "scope": "read" })),
            ("unregistered", permitted(&["write:User"], json!({}))),
        ] {
            authority.know(token, Some(said));
            let refused = send(server, "GET", "/Users", Some(token)).expect(401);
            assert!(challenge(&refused).starts_with("UMA "), "{token}: {refused}");
        }
        let introspected = authority.asked("POST /introspect");
        assert!(introspected.iter().all(|asked| asked.headers["authorization"] == format!("Bearer {PROTECTION_TOKEN}")));
        // Taken back, it is refused within five seconds.
        authority.know("writes", None);
        let since = Instant::now();
        while send(server, "GET", "/Users", Some("writes")).status == 200 {
            assert!(since.elapsed() < Duration::from_secs(5));
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn a_protection_token_that_was_taken_back_is_renewed(server) {
        let authority = Authority::start();
        set_up(server, &authority);
        authority.renew_protection("c4nary-pat-1");
        assert!(challenge(&send(server, "GET", "/Users", None)).contains("ticket-for-read:User"));
        authority.renew_protection("c4nary-pat-2");
        authority.know("reads", Some(permitted(&["read"], json!({}))));
        send(server, "GET", "/Users", Some("reads")).expect(200);
        server.terminate();
        for secret in ["c4nary", CLIENT_SECRET, "ticket-for"] {
            assert!(!server.log().contains(secret), "{secret} is in the log");
        }
    }

    /// UMA 2.0 Grant §3.2.2
    fn without_a_ticket_the_answer_is_403_with_a_warning(server) {
        let authority = Authority::start();
        set_up(server, &authority);
        for (status, body) in [(500, ""), (400, r#"{"error":"invalid_scope"}"#), (201, "{}"), (201, r#"{"ticket":"a\"b"}"#)] {
            authority.answer("/permission", status, body);
            let answer = send(server, "GET", "/Users", None).expect(403);
            assert_eq!(answer.header("warning"), Some(r#"199 - "UMA Authorization Server Unreachable""#), "{answer}");
            assert_eq!(answer.header("www-authenticate"), None, "{answer}");
        }
        authority.down(true);
        send(server, "GET", "/Users", None).expect(403);
        // A token that nobody can introspect now is neither good nor bad.
        send(server, "GET", "/Users", Some("who-knows")).expect(503);
    }
}
