//! Tokens of an organisation's own authorisation server: signed (RFC 9068) and opaque (RFC 7662), and in the query.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::authority::{Authority, CLIENT, CLIENT_SECRET, SigningKey, now, unsigned};
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

/// How long settings that a command changed may be unknown to the server, and a revoked token good.
const NOTICE: Duration = Duration::from_secs(5);

fn organisation(server: &Server, name: &str) {
    let made = server.command(&["org", "create", name]);
    assert!(made.status.success(), "{made:?}");
}

#[track_caller]
fn set_up(server: &Server, organisation: &str, settings: &Value) {
    let done = server.set_up(organisation, settings);
    assert!(done.status.success(), "{done:?}");
    assert!(!String::from_utf8_lossy(&done.stdout).contains(CLIENT_SECRET), "a secret is shown");
}

fn by_keys(authority: &Authority, more: Value) -> Value {
    let base = json!({ "issuer": authority.url(), "audience": "scim", "jwksUri": format!("{}/jwks", authority.url()) });
    merged(base, more)
}

fn by_introspection(authority: &Authority) -> Value {
    json!({ "issuer": authority.url(), "audience": "scim", "introspection": {
        "endpoint": format!("{}/introspect", authority.url()), "clientId": CLIENT, "clientSecret": CLIENT_SECRET
    } })
}

fn header(key: &SigningKey, id: &str) -> Value {
    json!({ "alg": key.algorithm(), "typ": "at+jwt", "kid": id })
}

fn claims(authority: &Authority, more: Value) -> Value {
    let base =
        json!({ "iss": authority.url(), "aud": "scim", "sub": "robot", "scope": "read write", "exp": now() + 300 });
    let mut all = merged(base, more);
    all.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    all
}

fn get(server: &Server, organisation: &str, target: &str, token: &str) -> Response {
    let base = if organisation.is_empty() { "/scim/v2".to_owned() } else { format!("/orgs/{organisation}/scim/v2") };
    let request = Request::new("GET", format!("{base}{target}"));
    server.send_absolute(request.header("Authorization", format!("Bearer {token}")))
}

/// Asks until the answer has that status.
#[track_caller]
fn until(status: u16, ask: impl Fn() -> Response) -> Duration {
    let since = Instant::now();
    loop {
        let answer = ask();
        if answer.status == status {
            return since.elapsed();
        }
        assert!(since.elapsed() < NOTICE, "still {answer}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

on_both_databases! {
    fresh;

    /// T4: by issuer, audience, time, algorithm, key and signature; each fault alone is enough to be refused.
    fn a_signed_token_is_taken_if_nothing_is_wrong_with_it(server) {
        let authority = Authority::start();
        let (rsa, ec, stranger) = (SigningKey::rsa(), SigningKey::p256(), SigningKey::rsa());
        authority.publish(vec![rsa.public("r"), ec.public("e"), json!({ "kty": "unheard-of" })]);
        organisation(server, "acme");
        set_up(server, "acme", &json!({ "authorizationServers": [by_keys(&authority, json!({}))] }));
        let good = claims(&authority, json!({}));
        for (key, id) in [(&rsa, "r"), (&ec, "e")] {
            let token = key.sign(&header(key, id), &good);
            until(200, || get(server, "acme", "/Users", &token));
            get(server, "", "/Users", &token).expect(200);
        }
        let head = header(&rsa, "r");
        let token = rsa.sign(&head, &good);
        let (signed, _) = token.rsplit_once('.').unwrap();
        let mut faults = vec![
            ("another key", stranger.sign(&head, &good)),
            ("no signature", format!("{signed}.")),
            ("none", format!("{}.", unsigned(&json!({ "alg": "none", "kid": "r" }), &good))),
            ("HMAC", rsa.sign(&json!({ "alg": "HS256", "kid": "r" }), &good)),
            ("another algorithm", rsa.sign(&json!({ "alg": "PS256", "kid": "r" }), &good)),
            ("the key of another algorithm", rsa.sign(&json!({ "alg": "RS256", "kid": "e" }), &good)),
            ("an unknown key", rsa.sign(&header(&rsa, "x"), &good)),
            ("crit", rsa.sign(&merged(head.clone(), json!({ "crit": ["exp"] })), &good)),
            ("typ", rsa.sign(&merged(head.clone(), json!({ "typ": "logout+jwt" })), &good)),
        ];
        for (what, change) in [
            ("another issuer", json!({ "iss": format!("{}/", authority.url()) })),
            ("another audience", json!({ "aud": "elsewhere" })),
            ("no audience", json!({ "aud": null })),
            ("no end", json!({ "exp": null })),
            ("over", json!({ "exp": now() - 31 })),
            ("not yet", json!({ "nbf": now() + 60 })),
            ("from the future", json!({ "iat": now() + 60 })),
            ("an ID token", json!({ "nonce": "n" })),
            ("bound to a key", json!({ "cnf": { "jkt": "x" } })),
        ] {
            faults.push((what, rsa.sign(&head, &claims(&authority, change))));
        }
        for (what, token) in &faults {
            for place in ["acme", ""] {
                let refused = get(server, place, "/Users", token);
                assert_eq!(refused.status, 401, "{what}: {refused}");
                assert!(refused.header("www-authenticate").unwrap().contains("invalid_token"), "{what}: {refused}");
            }
        }
        get(server, "acme", "/Users", &token).expect(200);
        server.terminate();
        for (what, token) in &faults {
            assert!(!server.log().contains(token.as_str()), "{what}");
        }
    }

    fn a_tokens_scopes_are_its_rights_and_its_claim_its_resource(server) {
        let authority = Authority::start();
        let key = SigningKey::p256();
        authority.publish(vec![key.public("k")]);
        let user = server.post("/Users", &user_with("robot", json!({}))).expect(201).id();
        let stands_for = json!({ "claim": "sub", "resourceType": "User", "attribute": "userName" });
        let settings = |more: Value| json!({ "authorizationServers": [by_keys(&authority, merged(more, json!({ "standsFor": stands_for })))] });
        set_up(server, "default", &settings(json!({ "scopePrefix": "scim:" })));
        let token = |more: Value| key.sign(&header(&key, "k"), &claims(&authority, more));
        let reads = token(json!({ "scope": "openid scim:read:User write" }));
        until(200, || get(server, "default", "/Users", &reads));
        get(server, "default", "/Groups", &reads).expect(403);
        let write = Request::new("POST", "/orgs/default/scim/v2/Users").header("Authorization", format!("Bearer {reads}"));
        let refused = server.send_absolute(write.json(&user_with("other", json!({}))));
        assert!(refused.status == 403 && refused.header("www-authenticate").unwrap().contains("insufficient_scope"), "{refused}");
        assert_eq!(get(server, "default", "/Me", &reads).expect(200).id(), user);
        get(server, "default", "/Me", &token(json!({ "scope": "scim:read", "sub": "nobody" }))).expect(404);
        get(server, "default", "/Me", &token(json!({ "scope": "scim:read", "sub": "x\" or userName pr or userName eq \"" }))).expect(404);
        get(server, "default", "/Users", &token(json!({ "scope": null, "scp": ["scim:read"] }))).expect(200);
        get(server, "default", "/Users", &token(json!({ "scope": null }))).expect(403);
        set_up(server, "default", &settings(json!({ "scopes": "read" })));
        until(200, || get(server, "default", "/Groups", &token(json!({ "scope": null, "jti": now() }))));
    }

    /// T1, T5: of two organisations with the same server neither takes the other's tokens.
    fn a_token_opens_the_organisation_of_its_audience_alone(server) {
        let authority = Authority::start();
        let key = SigningKey::p256();
        authority.publish(vec![key.public("k")]);
        for name in ["one", "two"] {
            organisation(server, name);
            set_up(server, name, &json!({ "authorizationServers": [by_keys(&authority, json!({ "audience": name }))] }));
        }
        let token = |audience: Value| key.sign(&header(&key, "k"), &claims(&authority, json!({ "aud": audience })));
        let (one, both) = (token(json!("one")), token(json!(["one", "two"])));
        until(200, || get(server, "one", "/Users", &one));
        get(server, "", "/Users", &one).expect(200);
        let there = get(server, "two", "/Users", &one).expect(404);
        let nowhere = get(server, "nobody", "/Users", &one).expect(404);
        assert_eq!(there.body, nowhere.body, "nothing shows which organisations there are");
        for place in ["one", "two"] {
            get(server, place, "/Users", &both).expect(200);
        }
        get(server, "", "/Users", &both).expect(401);
        assert!(server.command(&["org", "suspend", "one"]).status.success());
        until(403, || get(server, "one", "/Users", &one));
    }

    /// A new key is found at once, and however many unknown keys tokens name, they are asked for once in ten seconds.
    fn keys_rotate_and_a_floor_lies_between_readings(server) {
        let authority = Authority::start();
        let (old, new) = (SigningKey::p256(), SigningKey::p256());
        authority.publish(vec![old.public("old")]);
        set_up(server, "default", &json!({ "authorizationServers": [by_keys(&authority, json!({}))] }));
        let token = |key: &SigningKey, id: &str| key.sign(&header(key, id), &claims(&authority, json!({})));
        until(200, || get(server, "default", "/Users", &token(&old, "old")));
        let since = Instant::now();
        let read = authority.asked("GET /jwks").len();
        authority.publish(vec![new.public("new")]);
        for count in 0..20 {
            get(server, "default", "/Users", &token(&new, &format!("unknown-{count}"))).expect(401);
        }
        assert!(authority.asked("GET /jwks").len() <= read + 1);
        std::thread::sleep(Duration::from_secs(11).saturating_sub(since.elapsed()));
        let read = authority.asked("GET /jwks").len();
        get(server, "default", "/Users", &token(&new, "new")).expect(200);
        assert_eq!(authority.asked("GET /jwks").len(), read + 1);
        get(server, "default", "/Users", &token(&old, "old")).expect(401);
        assert!(authority.asked("GET /jwks").iter().all(|asked| !asked.headers.contains_key("authorization")));
    }

    /// Nobody is refused because the server cannot be reached: 503 without keys, and known keys go on.
    fn an_outage_of_the_key_server_is_no_refusal(server) {
        let authority = Authority::start();
        let key = SigningKey::p256();
        set_up(server, "default", &json!({ "authorizationServers": [by_keys(&authority, json!({}))] }));
        let token = |more: Value| key.sign(&header(&key, "k"), &claims(&authority, more));
        for (status, body) in [(302, ""), (200, "no JSON"), (200, r#"{"keys":[]}"#), (500, "")] {
            authority.answer("/jwks", status, body);
            let elsewhere = by_keys(&authority, json!({ "jwksUri": format!("{}/jwks?{status}{}", authority.url(), body.len()) }));
            authority.answer(&format!("/jwks?{status}{}", body.len()), status, body);
            set_up(server, "default", &json!({ "authorizationServers": [elsewhere] }));
            until(503, || get(server, "default", "/Users", &token(json!({}))));
            let unavailable = get(server, "default", "/Users", &token(json!({})));
            assert!(unavailable.status == 503 && unavailable.header("retry-after").is_some(), "{unavailable}");
            assert!(!unavailable.text().contains(authority.url()), "{unavailable}");
        }
        let other = Authority::start();
        other.publish(vec![key.public("k")]);
        set_up(server, "default", &json!({ "authorizationServers": [by_keys(&other, json!({ "issuer": authority.url() }))] }));
        until(200, || get(server, "default", "/Users", &token(json!({}))));
        other.down(true);
        get(server, "default", "/Users", &token(json!({ "jti": "another" }))).expect(200);
    }

    /// X4: a revoked token is refused within five seconds.
    fn an_opaque_token_is_introspected_and_its_revocation_takes_effect(server) {
        let authority = Authority::start();
        organisation(server, "acme");
        set_up(server, "acme", &json!({ "authorizationServers": [by_introspection(&authority)] }));
        let said = |more: Value| Some(merged(json!({ "active": true, "aud": "scim", "scope": "read", "client_id": "robot" }), more));
        authority.know("opaque-token", said(json!({ "exp": now() + 300, "iss": authority.url() })));
        until(200, || get(server, "acme", "/Users", "opaque-token"));
        let before = authority.asked("POST /introspect").len();
        for _ in 0..20 {
            get(server, "acme", "/Users", "opaque-token").expect(200);
        }
        assert!(authority.asked("POST /introspect").len() <= before + 2, "the answer is known for a moment");
        let asked = authority.asked("POST /introspect");
        assert_eq!(asked.last().unwrap().form()["token"], "opaque-token");
        // It is known to that server alone.
        get(server, "", "/Users", "opaque-token").expect(401);
        get(server, "default", "/Users", "opaque-token").expect(401);
        authority.know("opaque-token", None);
        until(401, || get(server, "acme", "/Users", "opaque-token"));
        for (what, more) in [
            ("for-another", json!({ "aud": "elsewhere" })),
            ("for-nobody", json!({ "aud": null })),
            ("of-another", json!({ "iss": "https://other.example.com" })),
            ("over", json!({ "exp": now() - 60 })),
            ("inactive", json!({ "active": false })),
        ] {
            authority.know(what, said(more));
            get(server, "acme", "/Users", what).expect(401);
        }
        // What is scimd's own, or no token at all, is never sent there.
        let count = authority.asked("POST /introspect").len();
        for own in ["scimd_abc", "two words", "quo\"te"] {
            get(server, "acme", "/Users", own).expect(401);
        }
        get(server, "acme", "/Users", &server.token).expect(404);
        assert_eq!(authority.asked("POST /introspect").len(), count);
    }

    fn an_outage_of_introspection_is_503(server) {
        let authority = Authority::start();
        set_up(server, "default", &json!({ "authorizationServers": [by_introspection(&authority)] }));
        until(401, || get(server, "default", "/Users", "nobody-0"));
        authority.down(true);
        let unavailable = get(server, "default", "/Users", "nobody-1").expect(503);
        assert!(unavailable.header("retry-after").is_some() && !unavailable.text().contains("nobody"), "{unavailable}");
        authority.down(false);
        for (status, body) in [(401, "{}"), (500, ""), (200, "[]"), (200, r#"{"active":"true"}"#), (302, "")] {
            authority.answer("/introspect", status, body);
            get(server, "default", "/Users", &format!("nobody-{status}{}", body.len())).expect(503);
        }
        // scimd's own credentials go on.
        server.get("/Users").expect(200);
        server.terminate();
        let log = server.log();
        for secret in [CLIENT_SECRET, "c4nary", "nobody-1"] {
            assert!(!log.contains(secret), "{secret} is in the log");
        }
    }

    fn secrets_of_settings_are_kept_when_they_are_written_back_as_shown(server) {
        let authority = Authority::start();
        set_up(server, "default", &json!({ "authorizationServers": [by_introspection(&authority)] }));
        authority.know("good-token", Some(json!({ "active": true, "aud": "scim", "scope": "read" })));
        let shown = server.command(&["org", "settings", "default"]).stdout;
        let shown: Value = serde_json::from_slice(&shown).unwrap();
        assert_eq!(shown["authorizationServers"][0]["introspection"]["clientSecret"], "********");
        set_up(server, "default", &shown);
        until(200, || get(server, "default", "/Users", "good-token"));
        let mut stolen = shown.clone();
        stolen["authorizationServers"][0]["introspection"]["endpoint"] = json!("https://elsewhere.example.com/");
        let refused = server.set_up("default", &stolen);
        assert!(!refused.status.success() && String::from_utf8_lossy(&refused.stderr).contains("write the secret again"), "{refused:?}");
    }

    /// RFC 6750 §2, §2.3
    fn a_token_in_the_query_is_taken_in_test_mode_alone(server) {
        let by_query = |token: &str| server.send(Request::new("GET", format!("/Users?count=1&access_token={token}")).anonymous());
        let refused = by_query(&server.token).expect(401);
        assert_eq!(refused.body, server.send(Request::new("GET", "/Users").anonymous()).body, "like no token");
        assert!(!refused.header("www-authenticate").unwrap().contains("invalid_token"), "{refused}");
        set_up(server, "default", &json!({ "testMode": true }));
        until(200, || by_query(&server.token));
        let answer = by_query(&server.token).expect(200);
        assert!(answer.header("cache-control").unwrap().contains("no-store") && !answer.text().contains(&server.token), "{answer}");
        by_query("another").expect(401);
        let twice = server.get(&format!("/Users?access_token={}", server.token)).expect(400);
        assert!(twice.header("www-authenticate").unwrap().contains("invalid_request"), "{twice}");
        let token = server.token.clone();
        server.send(Request::new("GET", format!("/Users?access_token={token}&access%5Ftoken={token}")).anonymous()).expect(400);
        server.terminate();
        assert!(!server.log().contains(&token), "the token is in the log");
    }
}
