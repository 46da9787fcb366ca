//! The log is JSON lines on stderr and tells no secret, whatever is sent.

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Database, Request, Server, on_both_databases};

const SECRET: &str = "c4nary-Secret-7d1f";

on_both_databases! {
    fresh;

    /// 7643-4.1.1-16, 7643-9.2-01, V39
    fn neither_tokens_nor_passwords_are_logged(server) {
        let created = server.post("/Users", &user_with("canary", json!({ "password": SECRET }))).expect(201);
        let path = format!("/Users/{}", created.id());
        server.post("/Users", &user_with("canary", json!({ "password": SECRET }))).expect(409);
        server.put(&path, &user_with("canary", json!({ "password": SECRET }))).expect(200);
        server.patch(&path, &operation("replace", "password", json!(SECRET))).expect(200);
        server.patch(&path, &operation("replace", "password", json!([SECRET, SECRET]))).expect(400);
        server.send(Request::new("POST", "/Users").scim_body(format!("{{\"password\":\"{SECRET}\""))).expect(400);
        filtered(server, "/Users", &format!("password eq \"{SECRET}\"")).expect(400);
        server.send(Request::new("GET", "/Users").header("Authorization", format!("Bearer {SECRET}"))).expect(401);
        server.send(Request::new("GET", "/Users").header("Authorization", format!("Basic {SECRET}"))).expect(401);
        server.get(&format!("/Users?access_token={SECRET}"));
        server.terminate();
        let log = server.log();
        assert!(!log.is_empty(), "there is no log to look at");
        for secret in [SECRET, server.token.as_str(), "argon2id$", "canary\""] {
            let at = log.find(secret).map(|at| &log[log[..at].rfind('\n').map_or(0, |at| at + 1)..at + secret.len()]);
            assert_eq!(at, None, "a secret or a personal value is in the log");
        }
    }

    fn every_line_is_a_json_object(server) {
        create_user(server, json!({}));
        server.get("/Users/nobody").expect(404);
        server.send(Request::new("POST", "/Users").scim_body("line\nbreak")).expect(400);
        server.terminate();
        for line in server.log().lines() {
            let value: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            assert!(value.is_object(), "{line}");
        }
    }
}

/// 7643-4.1.1-16: at the most talkative level too.
#[test]
fn tracing_everything_shows_no_secret() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_LOG", "trace")], &[]);
    let created = server.post("/Users", &user_with("canary", json!({ "password": SECRET }))).expect(201);
    server.patch(&format!("/Users/{}", created.id()), &operation("replace", "password", json!(SECRET))).expect(200);
    server.send(Request::new("GET", "/Users").header("Authorization", format!("Bearer {SECRET}"))).expect(401);
    server.terminate();
    let log = server.log();
    assert!(log.lines().count() > 3, "SCIMD_LOG=trace logs more than that: {log}");
    for secret in [SECRET, server.token.as_str(), "$argon2id$"] {
        assert!(!log.contains(secret), "a secret is in the log");
    }
}
