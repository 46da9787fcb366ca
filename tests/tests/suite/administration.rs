//! The interface of the administration: strict bodies, one form of errors, a document of its own, and how it is opened first.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tests::admin::{Administration, BASE};
use tests::scim::unique;
use tests::{Database, Request, Response, Server, on_both_databases};

/// Checks that an answer is an error of that status, as plain JSON, about something.
#[track_caller]
fn refused(response: &Response, status: u16, words: &[&str]) {
    assert_eq!((response.status, response.media_type()), (status, Some("application/json")), "{response}");
    let body = response.json();
    assert_eq!(body["status"], json!(status.to_string()), "{response}");
    let detail = body["detail"].as_str().unwrap();
    assert!(words.iter().all(|word| detail.contains(word)), "{words:?} in {detail}");
}

fn send(admin: &Administration, server: &Server, media_type: &str, body: impl Into<Vec<u8>>) -> Response {
    let request = Request::new("POST", format!("{BASE}/organisations"));
    let request = request.header("Authorization", format!("Bearer {}", admin.token));
    server.send_absolute(request.header("Content-Type", media_type).body(body))
}

on_both_databases! {
    fn a_body_has_the_documented_members_and_no_other(server) {
        let admin = Administration::of(server);
        let id = unique("strict");
        let before = admin.get("/organisations?limit=1000").expect(200).json()["items"].as_array().unwrap().len();
        for (body, words) in [
            (format!(r#"{{"id":"{id}","nam":"a"}}"#), &["\"nam\"", "\"name\""][..]),
            (format!(r#"{{"id":"{id}","colour":"red"}}"#), &["\"colour\"", "id, name"]),
            (format!(r#"{{"id":"{id}","name":5}}"#), &["name: it must be a string, or null, and is a number"]),
            (format!(r#"{{"id":"{id}","id":"{id}"}}"#), &["id"]),
            (format!(r#"{{"id":"{id}","ID":"{id}"}}"#), &["ID"]),
            (r#"{"id":null}"#.to_owned(), &["id: it must be a string, and is null"]),
            ("{}".to_owned(), &["id: it is required"]),
            (r#""text""#.to_owned(), &["an object", "a string"]),
            (r#"{"id":"#.to_owned(), &["JSON"]),
            (String::new(), &["JSON"]),
            ("[".repeat(100_000), &["JSON"]),
            (format!(r#"{{"id":"{id}"}} x"#), &["JSON"]),
        ] {
            refused(&send(&admin, server, "application/json", body), 400, words);
        }
        refused(&send(&admin, server, "application/json", vec![b'"', 0xff, b'"']), 400, &["UTF-8"]);
        refused(&admin.patch("/organisations/default", &json!({ "status": "gone" })), 400, &["status", "suspended"]);
        let after = admin.get("/organisations?limit=1000").expect(200).json();
        assert!(!after.to_string().contains(&id), "a refused request made something");
        assert!(after["items"].as_array().unwrap().len() >= before);
    }

    fn bodies_are_bounded_and_json_by_their_media_type(server) {
        let admin = Administration::of(server);
        let long = format!(r#"{{"id":"a","name":"{}"}}"#, "x".repeat(1_048_576));
        refused(&send(&admin, server, "application/json", long), 413, &["1048576"]);
        for media_type in ["text/plain", "application/xml", "application/json; charset=iso-8859-1"] {
            refused(&send(&admin, server, media_type, "{}"), 415, &["Content-Type"]);
        }
        let body = json!({ "id": unique("typed") }).to_string();
        send(&admin, server, "application/json; charset=utf-8", body).expect(201);
        refused(&admin.get(&format!("/organisations?after={}", "x".repeat(40_000))), 400, &["query"]);
        refused(&admin.get("/organisations?limit=many"), 400, &["limit", "integer"]);
        refused(&admin.get("/credentials?after=many"), 400, &["after"]);
        refused(&admin.get("/organisations?after=%00"), 400, &["after"]);
        let name = "x".repeat(100_000);
        let echoed = admin.post("/organisations", &json!({ "id": name })).expect(400).text();
        assert!(echoed.len() < 500, "{echoed}");
        let echoed = admin.post("/credentials", &json!({ "name": "a", "scopes": name })).expect(400).text();
        assert!(echoed.len() < 500, "{echoed}");
    }

    fn what_is_not_there_is_a_404_in_the_same_form(server) {
        let admin = Administration::of(server);
        for path in ["", "/", "/nothing", "/organisations/a/b", "/credentials/1/2"] {
            refused(&admin.get(path), 404, &["/docs"]);
        }
        for path in ["/organisations/nobody", "/organisations/No%20Body", "/organisations/~1", "/organisations/nobody/credentials", "/credentials/1", "/credentials/018f6f6a-0000-7000-8000-000000000000"] {
            refused(&admin.get(path), 404, &[" no "]);
        }
        // A slash at the end is forgiven, as in SCIM.
        admin.get("/organisations/").expect(200);
    }

    /// Every operation is named, described, secured, and says what it may answer.
    fn the_document_is_whole(server) {
        let document = server.send_absolute(Request::new("GET", "/docs/admin.json").anonymous()).expect(200).json();
        assert_eq!(document["servers"], json!([{ "url": "/admin/v1" }]));
        let schemes = &document["components"]["securitySchemes"];
        assert_eq!((&schemes["administrator"]["type"], &schemes["administrator"]["scheme"]), (&json!("http"), &json!("bearer")));
        assert_eq!(schemes.as_object().unwrap().len(), 1, "SCIM's schemes are not the administration's: {schemes}");
        let mut ids = BTreeSet::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let name = format!("{method} {path}");
                assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{name}: its id is another's");
                assert!(operation["summary"].is_string(), "{name} has no summary");
                assert_eq!(operation["security"], json!([{ "administrator": [] }]), "{name}");
                assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{name}");
                let statuses: BTreeSet<&str> = operation["responses"].as_object().unwrap().keys().map(String::as_str).collect();
                let mut wanted = vec!["400", "401", "403", "500", "503"];
                if path.contains('{') {
                    wanted.push("404");
                }
                if operation["requestBody"].is_object() {
                    wanted.extend(["413", "415"]);
                    let content = operation["requestBody"]["content"].as_object().unwrap();
                    assert_eq!(content.keys().collect::<Vec<_>>(), ["application/json"], "{name}");
                }
                assert!(wanted.iter().all(|status| statuses.contains(status)), "{name}: {statuses:?}");
                for parameter in operation["parameters"].as_array().into_iter().flatten() {
                    assert!(parameter["description"].is_string(), "{name}: {parameter}");
                }
            }
        }
    }

    /// An answer has the members that the document says, and no other.
    fn what_is_answered_is_as_documented(server) {
        let admin = Administration::of(server);
        let document = server.send_absolute(Request::new("GET", "/docs/admin.json").anonymous()).expect(200).json();
        let id = unique("documented");
        let organisation = admin.post("/organisations", &json!({ "id": id, "name": "a" })).expect(201).json();
        let credential = admin.post(&format!("/organisations/{id}/credentials"), &json!({ "name": "a" })).expect(201).json();
        for (name, answer) in [
            ("Organisation", organisation),
            ("Credential", credential),
            ("OrganisationPage", admin.get("/organisations?limit=1").expect(200).json()),
            ("CredentialPage", admin.get("/credentials?limit=1").expect(200).json()),
            ("Error", admin.get("/organisations/nobody").expect(404).json()),
        ] {
            let schema = &document["components"]["schemas"][name];
            let known = schema["properties"].as_object().unwrap_or_else(|| panic!("no {name} in the document"));
            let members = answer.as_object().unwrap();
            assert!(members.keys().all(|member| known.contains_key(member)), "{name}: {answer}");
            for required in schema["required"].as_array().into_iter().flatten() {
                assert!(members.contains_key(required.as_str().unwrap()), "{name} without {required}: {answer}");
            }
        }
    }

    /// An example that the server itself would refuse teaches the wrong thing.
    fn the_examples_of_bodies_are_accepted(server) {
        let admin = Administration::of(server);
        let document = server.send_absolute(Request::new("GET", "/docs/admin.json").anonymous()).expect(200).json();
        let org = unique("example");
        admin.organisation(&org);
        for (name, method, path) in [
            ("NewOrganisation", "POST", "/organisations".to_owned()),
            ("NewCredential", "POST", format!("/organisations/{org}/credentials")),
            ("NewAdministrator", "POST", "/credentials".to_owned()),
            ("OrganisationPatch", "PATCH", format!("/organisations/{org}")),
        ] {
            let mut example = document["components"]["schemas"][name]["example"].clone();
            assert!(example.is_object(), "{name} has no example");
            if name == "NewOrganisation" {
                example["id"] = json!(unique("example"));
            }
            let response = admin.send(method, &path, &example);
            assert!(response.status < 300, "{name}: {response}");
        }
    }

    /// Both interfaces are on the page, and it asks no other server.
    fn the_page_offers_both_documents(server) {
        let page = server.send_absolute(Request::new("GET", "/docs").anonymous()).expect(200);
        let policy = page.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("connect-src 'self'"), "{policy}");
        let html = page.text();
        let offered: Vec<&str> = html.match_indices("<option value=\"").map(|(at, found)| html[at + found.len()..].split('"').next().unwrap()).collect();
        assert!(offered.starts_with(&["openapi", "admin"]), "{offered:?}");
        for name in offered {
            let document = server.send_absolute(Request::new("GET", format!("/docs/{name}.json")).anonymous()).expect(200).json();
            assert!(document["openapi"].as_str().unwrap().starts_with("3."), "{name}");
        }
        // Swagger UI would otherwise have the document checked by a server of its makers.
        assert!(html.contains("validatorUrl: null"));
    }
}

const TOKEN: &str = "an-administrator-0123456789abcdef";

#[test]
fn a_new_database_can_be_given_its_first_token_of_the_administration() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_ADMIN_TOKEN", TOKEN)], &[]);
    assert!(!server.stdout().contains(TOKEN), "a token that its owner chose is not repeated");
    let first = Administration::by(&server, TOKEN);
    let listed = first.get("/credentials").expect(200).json();
    let id = listed["items"][0]["id"].as_str().unwrap();
    assert_eq!(listed["items"].as_array().unwrap().len(), 1, "{listed}");
    let second = Administration::by(&server, first.administrator(json!({ "name": "second" })).1);
    second.delete(&format!("/credentials/{id}")).expect(200);
    first.get("/credentials").expect(401);
    // The same setting does not let it in again.
    server.terminate();
    server.restart();
    first.get("/credentials").expect(401);
    second.get("/credentials").expect(200);
    assert!(!server.log().contains(TOKEN));
}

#[test]
fn a_server_without_a_token_of_the_administration_refuses_everybody() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_ADMIN_TOKEN", "")], &[]);
    for token in ["", "null", "undefined", &server.token] {
        Administration::by(&server, token).get("/organisations").expect(401);
    }
}

/// What opens everything is neither short nor an organisation's own.
#[test]
fn a_weak_token_of_the_administration_stops_the_start() {
    let directory = std::env::temp_dir().join(unique("weak"));
    std::fs::create_dir_all(&directory).unwrap();
    for (admin, organisation, word) in
        [("short", "", "32"), ("0123456789abcdef 0123456789abcdef", "", "32"), (TOKEN, TOKEN, "same")]
    {
        let child = Command::new(tests::server::binary())
            .env("SCIMD_ADMIN_TOKEN", admin)
            .env("SCIMD_BOOTSTRAP_TOKEN", organisation)
            .env("SCIMD_DATABASE", "sqlite:weak.sqlite")
            .env("SCIMD_LISTEN", "127.0.0.1:0")
            .current_dir(&directory)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&child.stderr).into_owned();
        assert!(
            !child.status.success() && said.contains("SCIMD_ADMIN_TOKEN") && said.contains(word),
            "{admin}: {said}"
        );
        assert!(!said.contains(admin), "a secret is in an error: {said}");
    }
    std::fs::remove_dir_all(directory).unwrap();
}

/// The blocks of docs/administration.md that a shell runs.
fn blocks() -> String {
    let document = include_str!("../../../docs/administration.md");
    let blocks = document.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_examples_with_curl_work_as_written() {
    let server = Server::start(Database::Sqlite);
    let admin = Administration::of(&server);
    let output = Command::new("sh")
        .args(["-euxc", &blocks()])
        .env("ADMIN", &admin.token)
        .env("SERVER", format!("http://{}", server.address()))
        .output()
        .unwrap();
    let (said, traced) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}\n{traced}");
    let answers: Vec<Value> =
        said.lines().filter(|line| line.starts_with('{')).map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(answers.len() >= 8, "{said}");
    assert!(answers.iter().any(|answer| answer["name"] == "Acme Ltd" && answer["status"] == "suspended"), "{said}");
    admin.get("/organisations/acme-corp").expect(404);
}
