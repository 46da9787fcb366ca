//! Credentials: shown once, stored as a hash, ending, several at a time, and rotated without a gap (V17, RFC 7644 §7.4).

use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::admin::Administration;
use tests::scim::*;
use tests::{Database, Request, Server, on_both_databases};

fn status(server: &Server, token: &str) -> u16 {
    server
        .send_absolute(Request::new("GET", "/scim/v2/Users").header("Authorization", format!("Bearer {token}")))
        .status
}

/// Everything that the database keeps of credentials, as bytes.
fn kept(server: &Server) -> Vec<u8> {
    match server.database {
        Database::Sqlite => {
            let files = std::fs::read_dir(server.directory()).unwrap().map(|entry| entry.unwrap().path());
            files.filter(|path| path.is_file()).flat_map(|path| std::fs::read(path).unwrap()).collect()
        }
        Database::Postgres => {
            let psql = std::env::var("SCIMD_TEST_PSQL").unwrap_or_else(|_| "psql".to_owned());
            let mut command = Command::new(psql);
            command.args([
                "--no-psqlrc",
                "--dbname",
                server.database_setting(),
                "--command",
                "select * from credentials",
            ]);
            command.output().unwrap().stdout
        }
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

on_both_databases! {
    /// V17: the server makes it, shows it once, and keeps a hash.
    fn a_secret_is_shown_once_and_never_stored(server) {
        let admin = Administration::of(server);
        let org = unique("acme");
        admin.organisation(&org);
        let path = format!("/organisations/{org}/credentials");
        for kind in ["token", "basic", "client"] {
            let name = unique("secret");
            let made = admin.post(&path, &json!({ "name": name, "kind": kind })).expect(201);
            assert_eq!(made.header("cache-control"), Some("no-store"));
            let body = made.json();
            let secret = body["secret"].as_str().unwrap();
            assert!(secret.starts_with("scimd_") && secret.len() == 55, "a prefix, 256 bits, a checksum: {secret}");
            let id = body["id"].as_str().unwrap();
            let location = format!("http://{}/admin/v1{path}/{id}", server.address());
            assert_eq!(made.header("location"), Some(location.as_str()));
            let mut shown = body.clone();
            shown.as_object_mut().unwrap().remove("secret");
            assert_eq!(admin.get(&format!("{path}/{id}")).expect(200).json(), shown);
            assert!(!admin.get(&path).expect(200).text().contains(secret));
            let bytes = kept(server);
            assert!(holds(&bytes, &name), "this is where credentials are kept");
            assert!(!holds(&bytes, secret), "a secret is in the database");
            assert!(!holds(&bytes, &secret[6..49]), "its random part is");
        }
    }

    /// 7644-7.4-03: when its maker says, or in a year.
    fn every_credential_ends(server) {
        let admin = Administration::of(server);
        let org = unique("acme");
        admin.organisation(&org);
        let path = format!("/organisations/{org}/credentials");
        let year = |value: &Value| value.as_str().unwrap()[..4].parse::<i32>().unwrap();
        let default = admin.post(&path, &json!({ "name": "a year", "expires": null })).expect(201).json();
        assert_eq!(year(&default["expires"]), year(&default["created"]) + 1, "{default}");
        for wrong in ["", "never", "0s", "-1d", "3651d", "2001-01-01T00:00:00Z", "9999-12-31T00:00:00Z", "2030-01-31"] {
            let answer = admin.post(&path, &json!({ "name": "wrong", "expires": wrong })).expect(400).json();
            assert!(answer["detail"].as_str().unwrap().starts_with("expires:"), "{wrong}: {answer}");
        }
        let (id, short) = admin.credential(&org, json!({ "name": "short", "expires": "1s" }));
        let deadline = Instant::now() + Duration::from_secs(10);
        while status(server, &short) != 401 {
            assert!(Instant::now() < deadline, "a token of one second is still valid");
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(admin.get(&format!("{path}/{id}")).expect(200).json()["status"], "expired");
    }

    fn several_are_valid_at_a_time_and_one_is_revoked_alone_and_at_once(server) {
        let admin = Administration::of(server);
        let org = unique("acme");
        admin.organisation(&org);
        let made: Vec<_> = (0..3).map(|_| admin.credential(&org, json!({ "name": "one of three" }))).collect();
        assert!(made.iter().all(|(_, token)| status(server, token) == 200));
        let path = format!("/organisations/{org}/credentials/{}", made[1].0);
        let revoked = admin.delete(&path).expect(200).json();
        assert!(revoked["status"] == "revoked" && revoked["revoked"].is_string(), "{revoked}");
        assert_eq!(made.iter().map(|(_, token)| status(server, token)).collect::<Vec<_>>(), [200, 401, 200]);
        // Twice is once, and it stays in the list.
        assert_eq!(admin.delete(&path).expect(200).json()["revoked"], revoked["revoked"]);
        let listed = admin.get(&format!("/organisations/{org}/credentials?limit=2")).expect(200).json();
        let ids: Vec<_> = listed["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(ids, [&made[0].0, &made[1].0], "in the order in which they were made");
        let next = listed["next"].as_str().unwrap();
        let rest = admin.get(&format!("/organisations/{org}/credentials?limit=2&after={next}")).expect(200).json();
        assert_eq!(rest["items"][0]["id"], json!(made[2].0));
        assert!(rest.get("next").is_none(), "{rest}");
    }

    fn who_made_it_and_when_it_was_used_is_known(server) {
        let admin = Administration::of(server);
        let org = unique("acme");
        admin.organisation(&org);
        let creator = unique("Jo Admin");
        let jo = Administration::by(server, admin.administrator(json!({ "name": creator })).1);
        let (id, token) = jo.credential(&org, json!({ "name": "used" }));
        let path = format!("/organisations/{org}/credentials/{id}");
        let unused = admin.get(&path).expect(200).json();
        assert!(unused["creator"] == json!(creator) && unused.get("lastUsed").is_none(), "{unused}");
        assert_eq!(status(server, &token), 200);
        // It is noted beside the request.
        let deadline = Instant::now() + Duration::from_secs(10);
        let used = loop {
            let now = admin.get(&path).expect(200).json();
            if now.get("lastUsed").is_some() {
                break now;
            }
            assert!(Instant::now() < deadline, "the use of a credential is not noted");
            std::thread::sleep(Duration::from_millis(20));
        };
        assert_eq!(used["lastUsedFrom"], "127.0.0.1");
        let output = server.command(&["token", "create", "--org", &org, "--json"]);
        let made: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(made["creator"], "command line");
    }

    fn what_cannot_be_a_credential_is_refused_with_the_reason(server) {
        let admin = Administration::of(server);
        let org = unique("acme");
        admin.organisation(&org);
        let path = format!("/organisations/{org}/credentials");
        for (body, words) in [
            (json!({}), &["name: it is required"][..]),
            (json!({ "name": "" }), &["name:"]),
            (json!({ "name": "a", "kind": "password" }), &["kind:", "token, basic, client"]),
            (json!({ "name": "a", "scopes": "admin" }), &["scopes:", "admin", "User", "read:"]),
            (json!({ "name": "a", "scopes": "" }), &["scopes:"]),
            (json!({ "name": "a", "scopes": ["read"] }), &["scopes: it must be a string"]),
            (json!({ "name": "a", "scope": "read" }), &["\"scope\"", "\"scopes\""]),
            (json!({ "name": "a", "standsFor": "Users/nobody" }), &["Users/"]),
            (json!({ "name": "a", "keys": { "keys": [] } }), &["keys"]),
        ] {
            let answer = admin.post(&path, &body).expect(400).json();
            let detail = answer["detail"].as_str().unwrap();
            assert!(words.iter().all(|word| detail.contains(word)), "{body}: {detail}");
        }
        assert_eq!(admin.get(&path).expect(200).json(), json!({ "items": [] }));
        for (body, word) in [
            (json!({ "name": "a", "scopes": "read:User" }), "scopes"),
            (json!({ "name": "a", "scopes": "read write:User" }), "scopes"),
            (json!({ "name": "a", "kind": "basic" }), "kind"),
        ] {
            let answer = admin.post("/credentials", &body).expect(400).json();
            assert!(answer["detail"].as_str().unwrap().contains(word), "{body}: {answer}");
        }
    }
}

fn what_one_server_changes_another_knows(database: Database) {
    let one = Server::start(database);
    let other = Server::start_with(Database::Sqlite, &[("SCIMD_DATABASE", one.database_setting())], &[]);
    let admin = Administration::of(&one);
    admin.organisation("acme-corp");
    let (id, revoked) = admin.credential("acme-corp", json!({ "name": "a token" }));
    let kept = admin.token_of("acme-corp");
    let changes: [(&str, &dyn Fn(), &str, u16); 3] = [
        (
            "revoked",
            &|| drop(admin.delete(&format!("/organisations/acme-corp/credentials/{id}")).expect(200)),
            &revoked,
            401,
        ),
        (
            "suspended",
            &|| drop(admin.patch("/organisations/acme-corp", &json!({ "status": "suspended" })).expect(200)),
            &kept,
            403,
        ),
        ("deleted", &|| drop(admin.delete("/organisations/acme-corp?confirm=acme-corp").expect(204)), &kept, 401),
    ];
    for (what, change, token, refusal) in changes {
        // Both know the token well.
        let before = [status(&one, token), status(&other, token)];
        assert_eq!(before[0], before[1], "{what}");
        change();
        let changed = Instant::now();
        assert_eq!(status(&one, token), refusal, "{what}: at once where it was changed");
        while status(&other, token) != refusal {
            assert!(changed.elapsed() < Duration::from_secs(5), "{what}: not known elsewhere after 5 s");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Revoking takes effect at once on that node and within 5 seconds on every other.
#[test]
fn what_one_server_revokes_another_refuses_within_5_seconds_on_sqlite() {
    what_one_server_changes_another_knows(Database::Sqlite);
}

/// The same on PostgreSQL.
#[test]
fn what_one_server_revokes_another_refuses_within_5_seconds_on_postgres() {
    what_one_server_changes_another_knows(Database::Postgres);
}

/// The commands of the section "Rotate a token", as they are written.
fn walk() -> Vec<String> {
    let document = include_str!("../../../docs/administration.md");
    let section = document.split("### Rotate a token").nth(1).unwrap().split("\n## ").next().unwrap();
    section.lines().filter_map(|line| line.trim().strip_prefix("$ ")).map(str::to_owned).collect()
}

/// Runs a command line of the documentation on the database of a server.
#[track_caller]
fn run(server: &Server, line: &str, first: &str) -> String {
    let directory = tests::server::binary().parent().unwrap();
    let path = format!("{}:{}", directory.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new("sh");
    command.args(["-euc", line]).env("PATH", path).env("FIRST", first).env("SCIMD_DATABASE", server.database_setting());
    let output = command.current_dir(server.directory()).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn a_token_is_rotated_without_a_gap(database: Database) {
    let server = &Server::start(database);
    let admin = Administration::of(server);
    admin.organisation("acme-corp");
    let (first, old) = admin.credential("acme-corp", json!({ "name": "IdP, first" }));
    let (in_use, over, sent) = (&Mutex::new(old.clone()), &AtomicBool::new(false), &AtomicUsize::new(0));
    let [create, show, revoke] = &walk()[..] else { panic!("three commands: {:?}", walk()) };
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(move || {
                    let mut connection = server.connect();
                    let mut refused = Vec::new();
                    while !over.load(Ordering::SeqCst) {
                        // A client holds the lock until it has its answer, so that a switch is between two requests.
                        let token = in_use.lock().unwrap();
                        let request = if sent.load(Ordering::SeqCst).is_multiple_of(4) {
                            Request::new("POST", "/orgs/acme-corp/scim/v2/Users").json(&user(&unique("traffic")))
                        } else {
                            Request::new("GET", "/scim/v2/Users?count=1")
                        };
                        let answer =
                            connection.send(&request.header("Authorization", format!("Bearer {token}"))).unwrap();
                        sent.fetch_add(1, Ordering::SeqCst);
                        if answer.status >= 300 {
                            refused.push(answer.to_string());
                        }
                    }
                    refused
                })
            })
            .collect();
        let traffic = |requests: usize| {
            let until = sent.load(Ordering::SeqCst) + requests;
            let deadline = Instant::now() + Duration::from_secs(30);
            while sent.load(Ordering::SeqCst) < until {
                assert!(Instant::now() < deadline, "there is no traffic");
                std::thread::sleep(Duration::from_millis(2));
            }
        };
        traffic(30);
        let new = run(server, create, &first);
        traffic(30);
        // Step 2: the identity provider is switched.
        new.clone_into(&mut in_use.lock().unwrap());
        traffic(30);
        assert!(run(server, show, &first).contains("IdP, first"));
        run(server, revoke, &first);
        let revoked = Instant::now();
        // The command is another process: within 5 seconds this one knows.
        while status(server, &old) != 401 {
            assert!(
                revoked.elapsed() < Duration::from_secs(5),
                "the first token is not refused 5 s after it was revoked"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
        traffic(30);
        over.store(true, Ordering::SeqCst);
        let refused: Vec<_> = clients.into_iter().flat_map(|client| client.join().unwrap()).collect();
        assert!(refused.is_empty(), "{} of {} were refused: {refused:?}", refused.len(), sent.load(Ordering::SeqCst));
    });
}

/// The walk of docs/administration.md, under continuous traffic.
#[test]
fn a_token_is_rotated_as_documented_without_a_gap_on_sqlite() {
    a_token_is_rotated_without_a_gap(Database::Sqlite);
}

/// The same on PostgreSQL.
#[test]
fn a_token_is_rotated_as_documented_without_a_gap_on_postgres() {
    a_token_is_rotated_without_a_gap(Database::Postgres);
}
