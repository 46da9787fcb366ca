//! A run with secrets and personal values everywhere, at the most talkative level: afterwards no secret is in anything that
//! was written down, and no personal value but where it belongs. The names of attributes that a client makes up are written
//! down: whoever looks for the fault must see them.

use serde_json::{Value, json};
use tests::admin::Administration;
use tests::http::{base64, encode};
use tests::scim::*;
use tests::{Database, Request, Response, Server};

/// What must be nowhere.
struct Secrets(Vec<String>);

impl Secrets {
    #[track_caller]
    fn are_not_in(&self, place: &str, text: &str) {
        for secret in &self.0 {
            if let Some(at) = text.find(secret.as_str()) {
                let from = (0..=at.saturating_sub(200)).rev().find(|from| text.is_char_boundary(*from)).unwrap_or(0);
                let until = (at + secret.len()).min(text.len());
                panic!("{place} has {secret:?}: {}", &text[from..until]);
            }
        }
    }
}

fn run(database: Database) {
    let password = "canary-p4ssw0rd-7f3a";
    let personal = ["canary-person-5d1c", "canary-mail-9b2e@example.com", "canary-filter-3c7d", "canary-title-8e4f"];
    let server = Server::start_with(database, &[("SCIMD_LOG", "trace")], &[]);
    let admin = Administration::of(&server);
    let organisation = server.organisation("canaries");
    let basic = admin.credential(&organisation.id, json!({ "name": "basic", "kind": "basic" }));
    let client = admin.credential(&organisation.id, json!({ "name": "client", "kind": "client" }));
    let second = admin.token_of(&organisation.id);
    let (revoked_id, revoked) = admin.credential(&organisation.id, json!({ "name": "revoked" }));
    admin.delete(&format!("/organisations/{}/credentials/{revoked_id}", organisation.id)).expect(200);
    let pair = base64(format!("{}:{}", basic.0, basic.1));
    let unknown = "canary-unknown-token-1a2b";
    let secrets = Secrets(
        [
            password,
            &basic.1,
            &client.1,
            &second,
            &revoked,
            &pair,
            unknown,
            &server.token,
            &admin.token,
            &organisation.token,
        ]
        .map(str::to_owned)
        .to_vec(),
    );
    let mut answers: Vec<Response> = Vec::new();
    let body = |name: &str| {
        user_with(name, json!({ "password": password, "title": personal[3], "emails": [{ "value": personal[1] }] }))
    };
    let created = organisation.post("/Users", &body(personal[0])).expect(201);
    let target = format!("/Users/{}", created.id());
    let bulk = |operation: Value| json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], "Operations": [operation] });
    let requests = [
        Request::new("POST", "/Users").json(&body(personal[0])),
        Request::new("PUT", &target).json(&body(personal[0])),
        Request::new("PATCH", &target).json(&operation("replace", "password", json!(password))),
        Request::new("PATCH", &target).json(&operation("replace", &format!("password[value eq \"{password}\"]"), json!(password))),
        Request::new("PATCH", &target).json(&operation("add", "", json!({ "password": { "x": password }, "title": personal[3] }))),
        Request::new("PATCH", &target).json(&operation("nonsense", "title", json!(password))),
        Request::new("POST", "/Users").json(&json!({ "schemas": [USER], "userName": 5, "password": password })),
        Request::new("POST", "/Users").scim_body(format!("{{\"schemas\":[\"{USER}\"],\"password\":\"{password}\",")),
        Request::new("POST", "/Bulk").json(&bulk(json!({ "method": "PATCH", "path": target, "data": operation("replace", "password", json!(password)) }))),
        Request::new("POST", "/Bulk").json(&bulk(json!({ "method": "nonsense", "path": "/Users", "data": body("x") }))),
        Request::new("GET", format!("/Users?filter={}", encode(&format!("userName eq \"{}\"", personal[2])))),
        Request::new("GET", format!("/Users?filter={}", encode(&format!("password eq \"{password}\"")))),
        Request::new("GET", format!("/Users?filter={}", encode(&format!("nothing eq \"{password}\"")))),
        Request::new("GET", format!("/Users?filter={}", encode(&format!("title eq \"{password}")))),
        Request::new("GET", format!("/Users?access_token={second}")),
        Request::new("GET", format!("/Users?{password}={password}")),
        Request::new("GET", format!("/Users?attributes=nothing&count={password}")),
        Request::new("GET", format!("/Users/{password}")),
        Request::new("GET", format!("/{password}")),
        Request::new("GET", "/Users?sortBy=nothing".to_owned()),
        Request::new("POST", "/Users/.search").json(&json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], "filter": format!("password sw \"{password}\""),
        })),
    ];
    // What a client sends in the wrong place comes back to that client alone: answers are looked through for credentials.
    let credentials = Secrets(secrets.0[1..].to_vec());
    for request in requests {
        let answer = organisation.send(request.clone());
        assert!(answer.status < 500, "{request:?}: {answer}");
        answers.push(answer);
    }
    let path = format!("{}/Users", organisation.base_path());
    for authorization in [
        format!("Bearer {unknown}"),
        format!("Bearer {revoked}"),
        format!("Bearer {}x", organisation.token),
        format!("Basic {pair}"),
        format!("Basic {}", base64(format!("{}:{password}", basic.0))),
        format!("{password} {second}"),
        second.clone(),
    ] {
        answers.push(server.send_absolute(Request::new("GET", &path).header("Authorization", authorization)));
    }
    let bad = [
        admin.post("/organisations", &json!({ "id": "no slug", "secret": password })),
        admin.post(
            &format!("/organisations/{}/credentials", organisation.id),
            &json!({ "name": "x", "scopes": second }),
        ),
        admin.get(&format!("/organisations/{}/credentials", organisation.id)),
        Administration::by(&server, unknown).get("/organisations"),
    ];
    for answer in answers.iter().chain(&bad) {
        credentials.are_not_in("an answer", &answer.to_string());
    }
    let shown = organisation.get(&target).expect(200);
    secrets.are_not_in("a representation", &shown.text());
    let metrics = server.send_absolute(Request::new("GET", "/metrics").anonymous());
    secrets.are_not_in("the metrics", &metrics.text());
    std::thread::sleep(std::time::Duration::from_millis(500));
    let records = [
        ("the audit trail", admin.get("/audit?limit=1000").expect(200).text()),
        (
            "the provisioning log",
            admin.get(&format!("/organisations/{}/log?limit=1000", organisation.id)).expect(200).text(),
        ),
    ];
    for (place, text) in &records {
        secrets.are_not_in(place, text);
        Secrets(personal.map(str::to_owned).to_vec()).are_not_in(place, text);
    }
    assert!(records[1].1.contains("userName eq ?"), "the log has the shapes of filters");
    assert_eq!(server.terminate(), Some(0));
    let log = server.log();
    assert!(log.lines().count() > 20, "it logs little at that level");
    secrets.are_not_in("the log", &log);
    Secrets(personal.map(str::to_owned).to_vec()).are_not_in("the log", &log);
    if database == Database::Sqlite {
        for entry in std::fs::read_dir(server.directory()).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            secrets.are_not_in("the database", &String::from_utf8_lossy(&bytes));
        }
    }
}

/// X1, V36, V37, V38
#[test]
fn no_secret_is_in_logs_errors_metrics_records_or_the_database_on_sqlite() {
    run(Database::Sqlite);
}

/// X1, V36, V37, V38
#[test]
fn no_secret_is_in_logs_errors_metrics_or_records_on_postgres() {
    run(Database::Postgres);
}
