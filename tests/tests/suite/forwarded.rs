//! Host and forwarded headers: what clients say of the server's name never shows, what a trusted proxy says may.

use serde_json::json;
use tests::scim::*;
use tests::{Database, Request, Response, Server};

const EVIL: &str = "evil.example";

/// Sends a request with every header and form by which a client could name another host.
fn poisoned(server: &Server, method: &str, path: &str, body: Option<serde_json::Value>) -> Response {
    let target = format!("http://{EVIL}{}{path}", server.base_path());
    let request = Request::new(method, target)
        .header("Authorization", format!("Bearer {}", server.token))
        .header("Host", EVIL)
        .header("X-Forwarded-For", "6.6.6.6")
        .header("X-Forwarded-Host", EVIL)
        .header("X-Forwarded-Proto", "gopher")
        .header("X-Forwarded-Prefix", "/evil.example")
        .header("X-Forwarded-Server", EVIL)
        .header("X-Original-URL", "http://evil.example/")
        .header("Forwarded", "for=6.6.6.6;host=evil.example;proto=gopher");
    server.send_absolute(match body {
        Some(body) => request.json(&body),
        None => request,
    })
}

#[track_caller]
fn clean(answer: &Response) {
    let whole = format!("{:?}{}", answer.headers, answer.text());
    for word in [EVIL, "gopher", "6.6.6.6"] {
        assert!(!whole.contains(word), "{word}: {answer}");
    }
}

/// V16, X2
#[test]
fn no_host_that_a_client_names_shows_in_an_answer() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_LOG", "debug")], &[]);
    let created = poisoned(&server, "POST", "/Users", Some(user("poisoned"))).expect(201);
    clean(&created);
    let id = created.id();
    let location = format!("{}/Users/{id}", server.base_url());
    assert_eq!(created.header("location"), Some(location.as_str()));
    assert_eq!(created.json()["meta"]["location"], json!(location));
    let group = json!({ "schemas": [GROUP], "displayName": "Poisoned", "members": [{ "value": id }] });
    let group = poisoned(&server, "POST", "/Groups", Some(group)).expect(201);
    clean(&group);
    assert_eq!(group.json()["members"][0]["$ref"], json!(location));
    for path in ["/Users", "/Users?count=1&cursor=", "/Groups", "/Schemas", "/ResourceTypes", "/ServiceProviderConfig"]
    {
        let answer = poisoned(&server, "GET", path, None).expect(200);
        clean(&answer);
    }
    clean(&poisoned(&server, "GET", "/Users/none", None).expect(404));
    server.terminate();
    assert!(!server.log().contains("6.6.6.6") && !server.log().contains(EVIL), "{}", server.log());
}

/// A trusted proxy says what the public URL is where none is configured.
#[test]
fn a_trusted_proxy_names_the_public_url() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_TRUSTED_PROXIES", "127.0.0.1")], &[]);
    let ask = |headers: &[(&str, &str)]| {
        let mut request = Request::new("POST", "/Users").json(&user(&unique("proxied")));
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        let created = server.send(request).expect(201);
        (created.json()["meta"]["location"].as_str().unwrap().to_owned(), created)
    };
    let (location, created) = ask(&[("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "id.example.com")]);
    assert_eq!(location, format!("https://id.example.com/scim/v2/Users/{}", created.id()));
    assert_eq!(created.header("location"), Some(location.as_str()));
    // Neither what is none, nor what comes in the form that the proxy does not set.
    for headers in [
        &[("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example/path")][..],
        &[("X-Forwarded-Proto", "gopher"), ("X-Forwarded-Host", "evil.example")],
        &[("Forwarded", "host=evil.example;proto=https")],
        &[("Host", "evil.example")],
    ] {
        let (location, created) = ask(headers);
        assert_eq!(location, format!("{}/Users/{}", server.base_url(), created.id()), "{headers:?}");
    }
}

/// With `Forwarded` as the header of the proxies, the others are those of clients.
#[test]
fn the_form_that_proxies_do_not_set_is_ignored() {
    let settings = [("SCIMD_TRUSTED_PROXIES", "127.0.0.0/8,::1"), ("SCIMD_FORWARDED_HEADER", "forwarded")];
    let server = Server::start_with(Database::Sqlite, &settings, &[]);
    let request = Request::new("POST", "/Users")
        .header("X-Forwarded-Host", EVIL)
        .header("Forwarded", "for=192.0.2.1;host=evil.example, for=192.0.2.2;host=\"id.example.com:8443\";proto=https");
    let created = server.send(request.json(&user("forwarded"))).expect(201);
    let location = format!("https://id.example.com:8443/scim/v2/Users/{}", created.id());
    assert_eq!(created.json()["meta"]["location"], json!(location));
}
