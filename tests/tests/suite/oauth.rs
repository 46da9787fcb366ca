//! scimd's own token endpoint (RFC 6749 §4.4, RFC 7523, RFC 9068, RFC 8414): how clients prove themselves, what their tokens
//! may do, and which tokens are none.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use base64::{Engine, engine::general_purpose::STANDARD, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde_json::{Value, json};
use tests::http::encode as percent;
use tests::scim::*;
use tests::server::binary;
use tests::{Connection, Database, Request, Response, Server, on_both_databases};

const FORM: &str = "application/x-www-form-urlencoded";
const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A client of organisation `default`, and its secret if it has one.
struct Client {
    id: String,
    secret: String,
}

fn command(server: &Server, arguments: &[&str]) -> Value {
    let output = server.command(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn client(server: &Server, more: &[&str]) -> Client {
    let made = command(server, &[&["token", "create", "--kind", "client", "--json"], more].concat());
    let text = |name: &str| made[name].as_str().unwrap_or_default().to_owned();
    Client { id: text("id"), secret: text("secret") }
}

fn form(pairs: &[(&str, &str)]) -> Request {
    let body: Vec<_> = pairs.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect();
    Request::new("POST", "/oauth/token").anonymous().header("Content-Type", FORM).body(body.join("&"))
}

fn basic(id: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")))
}

fn ask(server: &Server, client: &Client, more: &[(&str, &str)]) -> Response {
    let pairs = [&[("grant_type", "client_credentials")], more].concat();
    server.send_absolute(form(&pairs).header("Authorization", basic(&client.id, &client.secret)))
}

fn token(server: &Server, client: &Client, more: &[(&str, &str)]) -> String {
    ask(server, client, more).expect(200).json()["access_token"].as_str().unwrap().to_owned()
}

fn with(token: &str, method: &str, target: &str) -> Request {
    Request::new(method, target).header("Authorization", format!("Bearer {token}"))
}

fn users(server: &Server, token: &str) -> Response {
    server.send(with(token, "GET", "/Users?count=0"))
}

#[track_caller]
fn assert_error(response: &Response, status: u16, error: &str) {
    assert_eq!((response.status, response.json()["error"].as_str()), (status, Some(error)), "{response}");
    assert_eq!(response.header("cache-control"), Some("no-store"), "{response}");
    assert_eq!(response.header("www-authenticate").is_some(), status == 401, "{response}");
}

/// Seconds since 1970, by the server's own clock.
fn now(server: &Server) -> i64 {
    let maker = client(server, &[]);
    part(&token(server, &maker, &[]), 1)["iat"].as_i64().unwrap()
}

fn part(token: &str, index: usize) -> Value {
    let text = token.split('.').nth(index).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
}

fn forged(header: &Value, claims: &Value, sign: impl Fn(&str) -> Vec<u8>) -> String {
    let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", encode(header), encode(claims));
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(sign(&signed)))
}

/// A key of P-256 and its public half.
struct Key {
    pair: EcdsaKeyPair,
    public: Value,
}

impl Key {
    fn new(kid: &str) -> Self {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
        let point = pair.public_key().as_ref().to_vec();
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let public =
            json!({ "kty": "EC", "crv": "P-256", "kid": kid, "x": text(&point[1..33]), "y": text(&point[33..]) });
        Self { pair, public }
    }

    fn sign(&self, message: &str) -> Vec<u8> {
        self.pair.sign(&SystemRandom::new(), message.as_bytes()).unwrap().as_ref().to_vec()
    }
}

fn write(server: &Server, keys: &[&Value]) -> String {
    let path = server.directory().join(unique("keys"));
    std::fs::write(&path, json!({ "keys": keys }).to_string()).unwrap();
    path.display().to_string()
}

fn client_of(server: &Server, key: &Key) -> Client {
    let path = write(server, &[&key.public]);
    client(server, &["--keys", &path])
}

fn claims(server: &Server, client: &Client, now: i64) -> Value {
    let aud = format!("http://{}/oauth/token", server.address());
    json!({ "iss": client.id, "sub": client.id, "aud": aud, "iat": now, "exp": now + 60, "jti": unique("jti") })
}

fn assert_with(server: &Server, assertion: &str) -> Response {
    let pairs =
        [("grant_type", "client_credentials"), ("client_assertion_type", ASSERTION), ("client_assertion", assertion)];
    server.send_absolute(form(&pairs))
}

on_both_databases! {
    /// 7644-2-02: client_secret_basic, in form encoding within Basic (RFC 6749 §2.3.1), and client_secret_post.
    fn a_client_proves_itself_by_its_secret_in_two_ways(server) {
        let client = client(server, &["--name", "two ways"]);
        let answer = ask(server, &client, &[]).expect(200);
        let body = answer.json();
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.media_type(), Some("application/json"));
        assert_eq!((&body["token_type"], &body["expires_in"]), (&json!("Bearer"), &json!(600)));
        assert_eq!(body["scope"], "read write");
        users(server, body["access_token"].as_str().unwrap()).expect(200);
        let post = [
            ("grant_type", "client_credentials"),
            ("client_id", client.id.as_str()),
            ("client_secret", client.secret.as_str()),
        ];
        let token = server.send_absolute(form(&post)).expect(200).json();
        users(server, token["access_token"].as_str().unwrap()).expect(200);
        let encoded = basic(&client.id.replace('-', "%2D"), &client.secret.replace('_', "%5f"));
        let grant = [("grant_type", "client_credentials"), ("client_id", client.id.as_str())];
        server.send_absolute(form(&grant).header("Authorization", encoded)).expect(200);
    }

    /// RFC 6749 §5.2: each fault has its error, and a client that is none is told nothing more.
    fn each_fault_has_its_error(server) {
        let client = client(server, &["--scopes", "read:User"]);
        let auth = basic(&client.id, &client.secret);
        let grant = ("grant_type", "client_credentials");
        let (id, secret) = (client.id.as_str(), client.secret.as_str());
        let post = [grant, ("client_id", id), ("client_secret", secret)];
        let send = |pairs: &[(&str, &str)], auth: Option<&str>| {
            let request = form(pairs);
            server.send_absolute(match auth {
                Some(auth) => request.header("Authorization", auth),
                None => request,
            })
        };
        let good = Some(auth.as_str());
        assert_error(&send(&[], good), 400, "invalid_request");
        assert_error(&send(&[("grant_type", "")], good), 400, "invalid_request");
        assert_error(&send(&[("grant_type", "password")], good), 400, "unsupported_grant_type");
        assert_error(&send(&[grant, grant], good), 400, "invalid_request");
        assert_error(&send(&[grant, ("scope", "read:User"), ("scope", "read:User")], good), 400, "invalid_request");
        assert_error(&send(&post, good), 400, "invalid_request");
        assert_error(&send(&[grant, ("client_id", &server.token)], good), 400, "invalid_request");
        assert_error(&send(&[grant, ("scope", "admin")], good), 400, "invalid_scope");
        assert_error(&send(&[grant, ("resource", "https://other.example")], good), 400, "invalid_target");
        assert_error(&send(&[grant], None), 401, "invalid_client");
        assert_error(&send(&[grant, ("client_id", id)], None), 401, "invalid_client");
        assert_error(&send(&[grant], Some(&format!("Bearer {}", server.token))), 401, "invalid_client");
        assert_error(&send(&[grant], Some("Basic !")), 401, "invalid_client");
        let plain = Request::new("POST", "/oauth/token").anonymous().body("grant_type=client_credentials");
        assert_error(&server.send_absolute(plain), 400, "invalid_request");
        let target = format!("/oauth/token?client_secret={secret}");
        let query = Request::new("POST", target).anonymous().header("Content-Type", FORM).body("");
        assert_error(&server.send_absolute(query), 400, "invalid_request");
        let long = form(&[grant, ("x", &"x".repeat(scimd::scim::limits::TOKEN_REQUEST_BYTES))]);
        assert_error(&server.send_absolute(long), 413, "invalid_request");
        let get = server.send_absolute(Request::new("GET", "/oauth/token").anonymous()).expect(405);
        assert_eq!(get.header("allow"), Some("POST"));
        // Unknown, wrong and of another kind are told in the same words.
        let other = command(server, &["token", "create", "--kind", "basic", "--json"]);
        let other = (other["id"].as_str().unwrap(), other["secret"].as_str().unwrap());
        let nobody = "01a214f8-c872-7000-9a59-660f089d518e";
        let refusals = [(id, "wrong"), (nobody, secret), ("nobody", secret), other].map(|(id, secret)| {
            let answer = send(&[grant], Some(&basic(id, secret)));
            assert_error(&answer, 401, "invalid_client");
            answer.text()
        });
        assert!(refusals.iter().all(|text| *text == refusals[0] && !text.contains(secret)), "{refusals:?}");
        send(&[grant, ("scope", "read:User"), ("unknown", "x")], good).expect(200);
    }

    /// A token may do what was asked for, and what was asked for is never more than the client has.
    fn a_scope_narrows_and_never_widens(server) {
        let wide = client(server, &["--scopes", "read write:User"]);
        let narrow = token(server, &wide, &[("scope", "read:User")]);
        users(server, &narrow).expect(200);
        let create = |token: &str, target: &str, body: &Value| server.send(with(token, "POST", target).json(body));
        create(&narrow, "/Users", &user(&unique("narrow"))).expect(403);
        server.send(with(&narrow, "GET", "/Groups")).expect(403);
        let whole = token(server, &wide, &[]);
        create(&whole, "/Users", &user(&unique("whole"))).expect(201);
        server.send(with(&whole, "GET", "/Groups")).expect(200);
        create(&whole, "/Groups", &json!({ "schemas": [GROUP], "displayName": unique("g") })).expect(403);
        for more in ["write", "read write", "write:Group", "read write:User write:Group"] {
            let refused = ask(server, &wide, &[("scope", more)]);
            assert_error(&refused, 400, "invalid_scope");
        }
        assert_eq!(ask(server, &wide, &[("scope", "write:User")]).json()["scope"], "read:User write:User");
    }

    /// RFC 9068 §2, §4: another implementation verifies the token with nothing but the metadata.
    fn a_token_is_verified_by_the_key_set_that_the_metadata_name(server) {
        let client = client(server, &[]);
        let text = token(server, &client, &[]);
        let get = |path: &str| server.send_absolute(Request::new("GET", path).anonymous()).expect(200);
        let metadata = get("/.well-known/oauth-authorization-server").json();
        let issuer = format!("http://{}", server.address());
        assert_eq!(metadata["issuer"], json!(issuer));
        let path = |name: &str| metadata[name].as_str().unwrap().strip_prefix(&issuer).unwrap().to_owned();
        assert_eq!(path("token_endpoint"), "/oauth/token");
        let set = get(&path("jwks_uri"));
        assert!(set.header("cache-control").is_some_and(|value| value.contains("max-age")), "{set}");
        for private in ["\"d\"", "\"p\"", "\"q\"", "\"dp\"", "\"qi\""] {
            assert!(!set.text().contains(private), "{set}");
        }
        let header = decode_header(&text).unwrap();
        assert_eq!((header.typ.as_deref(), header.alg), (Some("at+jwt"), Algorithm::RS256));
        let set = set.json();
        let keys = set["keys"].as_array().unwrap();
        let key = keys.iter().find(|key| key["kid"].as_str() == header.kid.as_deref()).unwrap();
        let (n, e) = (key["n"].as_str().unwrap(), key["e"].as_str().unwrap());
        let mut validation = Validation::new(Algorithm::RS256);
        validation.set_issuer(&[&issuer]);
        validation.set_audience(&[&issuer]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        let key = DecodingKey::from_rsa_components(n, e).unwrap();
        let claims = decode::<Value>(&text, &key, &validation).unwrap().claims;
        assert_eq!((&claims["sub"], &claims["client_id"]), (&json!(client.id), &json!(client.id)));
        assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 600);
        assert!(claims["jti"].is_string() && claims["scope"] == "read write", "{claims}");
    }

    /// RFC 7523 §3: private_key_jwt; an assertion is good once.
    fn a_client_proves_itself_by_a_key_and_an_assertion_is_good_once(server) {
        let key = Key::new("one");
        let client = client_of(server, &key);
        let now = now(server);
        let make = |claims: &Value| forged(&json!({ "alg": "ES256", "kid": "one" }), claims, |text| key.sign(text));
        let assertion = make(&claims(server, &client, now));
        let body = assert_with(server, &assertion).expect(200).json();
        users(server, body["access_token"].as_str().unwrap()).expect(200);
        assert_error(&assert_with(server, &assertion), 401, "invalid_client");
        // The same jti in another assertion, and no jti at all.
        let mut again = part(&assertion, 1);
        again["exp"] = json!(now + 90);
        assert_error(&assert_with(server, &make(&again)), 401, "invalid_client");
        again.as_object_mut().unwrap().remove("jti");
        assert_with(server, &make(&again)).expect(200);
        assert_error(&assert_with(server, &make(&again)), 401, "invalid_client");
        // The issuer is an audience as well, among others.
        let mut issuer = claims(server, &client, now);
        issuer["aud"] = json!(["https://other.example", format!("http://{}", server.address())]);
        assert_with(server, &make(&issuer)).expect(200);
        let wrong = [("grant_type", "client_credentials"), ("client_assertion_type", "x"), ("client_assertion", "y")];
        assert_error(&server.send_absolute(form(&wrong)), 400, "invalid_request");
    }

    /// RFC 7523 §3, RFC 8725 §3: an assertion that is not the client's, for this server, and in force is none.
    fn an_assertion_that_proves_nothing_is_refused(server) {
        let key = Key::new("one");
        let client = client_of(server, &key);
        let now = now(server);
        let header = json!({ "alg": "ES256", "kid": "one" });
        let good = || claims(server, &client, now);
        for (name, value) in [
            ("aud", json!("https://other.example/oauth/token")),
            ("aud", json!([])),
            ("aud", json!(null)),
            ("iss", json!("01a214f8-c872-7000-9a59-660f089d518e")),
            ("iss", json!(null)),
            ("sub", json!("nobody")),
            ("exp", json!(now - 1)),
            ("exp", json!(now + 86_400)),
            ("exp", json!("soon")),
            ("exp", json!(null)),
            ("nbf", json!(now + 600)),
            ("iat", json!(now + 600)),
        ] {
            let mut claims = good();
            claims[name] = value;
            let answer = assert_with(server, &forged(&header, &claims, |text| key.sign(text)));
            assert_error(&answer, 401, "invalid_client");
        }
        let stranger = Key::new("one");
        let x = URL_SAFE_NO_PAD.decode(key.public["x"].as_str().unwrap()).unwrap();
        let shared = EncodingKey::from_secret(&x);
        let confused = encode(&Header { kid: Some("one".to_owned()), ..Header::new(Algorithm::HS256) }, &good(), &shared);
        for assertion in [
            forged(&header, &good(), |text| stranger.sign(text)),
            forged(&json!({ "alg": "ES256", "kid": "two" }), &good(), |text| key.sign(text)),
            forged(&json!({ "alg": "ES256", "typ": "at+jwt" }), &good(), |text| key.sign(text)),
            forged(&json!({ "alg": "ES256", "crit": ["exp"] }), &good(), |text| key.sign(text)),
            forged(&json!({ "alg": "ES256", "jwk": stranger.public }), &good(), |text| stranger.sign(text)),
            forged(&json!({ "alg": "none" }), &good(), |_| Vec::new()),
            forged(&header, &good(), |_| vec![0; 64]),
            confused.unwrap(),
            "a.b.c".to_owned(),
        ] {
            assert_error(&assert_with(server, &assertion), 401, "invalid_client");
        }
        assert_with(server, &forged(&header, &good(), |text| key.sign(text))).expect(200);
    }

    /// RFC 7517 §9.2: a set with private keys is not taken.
    fn only_public_keys_are_taken(server) {
        let mut private = Key::new("one").public;
        private["d"] = json!("c4nary-private-half");
        let path = write(server, &[&private]);
        let output = server.command(&["token", "create", "--kind", "client", "--keys", &path]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        assert!(!output.status.success() && said.contains("keys[0]") && said.contains("\"d\""), "{said}");
        assert!(!said.contains("c4nary"), "{said}");
    }

    /// RFC 8725: none of these is a token of this server.
    fn a_forged_token_is_refused(server) {
        let client = client(server, &["--scopes", "read:User"]);
        let real = token(server, &client, &[]);
        users(server, &real).expect(200);
        let (header, claims) = (part(&real, 0), part(&real, 1));
        let set = server.send_absolute(Request::new("GET", "/oauth/jwks").anonymous()).json();
        let public = set["keys"][0]["n"].as_str().unwrap().to_owned();
        let key = Key::new("mine");
        let changed = |of: &Value, name: &str, value: Value| {
            let mut copy = of.clone();
            copy[name] = value;
            copy
        };
        let hs256 = |secret: &[u8]| {
            let header = Header {
                typ: Some("at+jwt".to_owned()),
                kid: header["kid"].as_str().map(str::to_owned),
                ..Header::new(Algorithm::HS256)
            };
            encode(&header, &claims, &EncodingKey::from_secret(secret)).unwrap()
        };
        let signature = |token: &str| URL_SAFE_NO_PAD.decode(token.rsplit('.').next().unwrap()).unwrap();
        let own = signature(&real);
        let mut flipped = own.clone();
        flipped[10] ^= 1;
        for token in [
            forged(&changed(&header, "alg", json!("none")), &claims, |_| Vec::new()),
            forged(&changed(&header, "alg", json!("none")), &claims, |_| own.clone()),
            hs256(public.as_bytes()),
            hs256(&URL_SAFE_NO_PAD.decode(&public).unwrap()),
            hs256(set["keys"][0].to_string().as_bytes()),
            forged(&header, &changed(&claims, "scope", json!("read write")), |_| own.clone()),
            forged(&header, &changed(&claims, "exp", json!(9_999_999_999_i64)), |_| own.clone()),
            forged(&changed(&header, "typ", json!("JWT")), &claims, |_| own.clone()),
            forged(&changed(&header, "crit", json!(["exp"])), &claims, |_| own.clone()),
            forged(&changed(&header, "kid", json!("mine")), &claims, |_| own.clone()),
            forged(&changed(&header, "alg", json!("ES256")), &claims, |text| key.sign(text)),
            forged(&json!({ "alg": "ES256", "typ": "at+jwt", "kid": "mine", "jwk": key.public }), &claims, |text| key.sign(text)),
            forged(&header, &claims, |_| flipped.clone()),
            forged(&header, &claims, |_| own[..255].to_vec()),
            forged(&header, &claims, |_| Vec::new()),
            format!("{real}."),
            format!("{real}="),
            real[..real.len() - 1].to_owned(),
        ] {
            let answer = users(server, &token).expect(401);
            assert!(answer.text().contains("not valid"), "{answer}");
        }
        users(server, &real).expect(200);
    }

    /// 4. Revoking a client ends its tokens at once on this server; so does suspending its organisation.
    fn the_tokens_of_a_client_that_is_revoked_are_refused(server) {
        let client = client(server, &[]);
        let held = token(server, &client, &[]);
        users(server, &held).expect(200);
        // Revoked by another process: within five seconds.
        command(server, &["token", "revoke", &client.id, "--json"]);
        let revoked = Instant::now();
        assert_error(&ask(server, &client, &[]), 401, "invalid_client");
        while users(server, &held).status != 401 {
            assert!(revoked.elapsed() < Duration::from_secs(5), "still accepted");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    fn a_suspended_organisation_gets_no_tokens_and_a_client_of_another_has_none_here(server) {
        let org = unique("oauth").to_lowercase();
        command(server, &["org", "create", &org, "--json"]);
        let client = client(server, &["--org", &org]);
        let held = token(server, &client, &[]);
        users(server, &held).expect(200);
        let elsewhere = with(&held, "GET", "/orgs/default/scim/v2/Users");
        server.send_absolute(elsewhere).expect(404);
        server.send_absolute(with(&held, "GET", &format!("/orgs/{org}/scim/v2/Users"))).expect(200);
        command(server, &["org", "suspend", &org, "--json"]);
        let suspended = Instant::now();
        assert_error(&ask(server, &client, &[]), 400, "unauthorized_client");
        while users(server, &held).status != 403 {
            assert!(suspended.elapsed() < Duration::from_secs(5), "still accepted");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// A token never outlives the credential of its client.
    fn a_token_ends_with_its_client(server) {
        let client = client(server, &["--expires", "4s"]);
        let answer = ask(server, &client, &[]).expect(200).json();
        // To the second, from the one that has begun.
        assert!(answer["expires_in"].as_i64().unwrap() <= 5, "{answer}");
        let held = answer["access_token"].as_str().unwrap();
        users(server, held).expect(200);
        let began = Instant::now();
        while users(server, held).status != 401 {
            assert!(began.elapsed() < Duration::from_secs(10), "still accepted");
            std::thread::sleep(Duration::from_millis(100));
        }
        assert_error(&ask(server, &client, &[]), 401, "invalid_client");
    }

    /// The secret of a client is for the token endpoint alone.
    fn the_secret_of_a_client_opens_no_resource(server) {
        let client = client(server, &[]);
        users(server, &client.secret).expect(401);
        let request = Request::new("GET", "/Users").header("Authorization", basic(&client.id, &client.secret));
        server.send(request).expect(401);
    }
}

/// A further process on the database of a server, reached by the same public URL.
struct Second {
    child: Child,
    address: std::net::SocketAddr,
}

impl Second {
    fn start(server: &Server) -> Self {
        let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let child = Command::new(binary())
            .arg("serve")
            .env("SCIMD_DATABASE", server.database_setting())
            .env("SCIMD_LISTEN", address.to_string())
            .env("SCIMD_PUBLIC_URL", format!("http://{}", server.address()))
            .current_dir(server.directory())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let second = Self { child, address };
        let deadline = Instant::now() + Duration::from_secs(30);
        while Connection::open(address).is_err() {
            assert!(Instant::now() < deadline, "the second process does not listen");
            std::thread::sleep(Duration::from_millis(10));
        }
        second
    }

    fn send(&self, request: &Request) -> Response {
        Connection::open(self.address).unwrap().send(request).unwrap()
    }
}

impl Drop for Second {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

mod together {
    use super::*;

    on_both_databases! {
        fresh;

        /// What one process signs, each other verifies at once, from the very first token on.
        fn two_processes_accept_each_others_tokens(server) {
            let second = Second::start(server);
            let client = client(server, &[]);
            let here = token(server, &client, &[]);
            let users_of = |token: &str| with(token, "GET", "/scim/v2/Users?count=0");
            second.send(&users_of(&here)).expect(200);
            let grant = [("grant_type", "client_credentials")];
            let request = form(&grant).header("Authorization", basic(&client.id, &client.secret));
            let there = second.send(&request).expect(200).json()["access_token"].as_str().unwrap().to_owned();
            server.send_absolute(users_of(&there)).expect(200);
            assert_eq!(part(&here, 0)["kid"], part(&there, 0)["kid"], "they sign with one key");
            // A key that is made beside both signs and verifies everywhere.
            command(server, &["keys", "rotate", "--now", "--json"]);
            let began = Instant::now();
            let newer = loop {
                let newer = token(server, &client, &[]);
                if part(&newer, 0)["kid"] != part(&here, 0)["kid"] {
                    break newer;
                }
                assert!(began.elapsed() < Duration::from_secs(10), "the new key does not sign");
                std::thread::sleep(Duration::from_millis(100));
            };
            second.send(&users_of(&newer)).expect(200);
            second.send(&users_of(&here)).expect(200);
            // An assertion that one process took, the other refuses.
            let key = Key::new("one");
            let signer = client_of(server, &key);
            let claims = claims(server, &signer, part(&newer, 1)["iat"].as_i64().unwrap());
            let assertion = forged(&json!({ "alg": "ES256" }), &claims, |text| key.sign(text));
            assert_with(server, &assertion).expect(200);
            let pairs = [
                ("grant_type", "client_credentials"),
                ("client_assertion_type", ASSERTION),
                ("client_assertion", assertion.as_str()),
            ];
            assert_error(&second.send(&form(&pairs)), 401, "invalid_client");
        }

        /// Both start without a key, and both make one: they end up with the same.
        fn processes_that_make_the_first_key_at_once_share_it(server) {
            let second = Second::start(server);
            let client = client(server, &[]);
            let grant = [("grant_type", "client_credentials")];
            let request = form(&grant).header("Authorization", basic(&client.id, &client.secret));
            let kids: Vec<_> = std::thread::scope(|scope| {
                let ask = |address| {
                    let request = &request;
                    scope.spawn(move || {
                        let answer = Connection::open(address).unwrap().send(request).unwrap().expect(200).json();
                        part(answer["access_token"].as_str().unwrap(), 0)["kid"].clone()
                    })
                };
                let asked: Vec<_> =
                    [server.address(), second.address, server.address(), second.address].map(ask).into_iter().collect();
                asked.into_iter().map(|asked| asked.join().unwrap()).collect()
            });
            assert!(kids.iter().all(|kid| *kid == kids[0]), "{kids:?}");
            assert_eq!(command(server, &["keys", "list", "--json"]).as_array().unwrap().len(), 1);
        }

        /// A new key is known before it signs, and the old one as long as a token of it may be good.
        fn a_rotation_refuses_no_token(server) {
            let client = client(server, &[]);
            let before = token(server, &client, &[]);
            let keys = command(server, &["keys", "rotate", "--json"]);
            let statuses: Vec<_> = keys.as_array().unwrap().iter().map(|key| key["status"].clone()).collect();
            assert_eq!(statuses, ["signing", "coming"]);
            assert!(!keys.to_string().contains("private"), "{keys}");
            std::thread::sleep(Duration::from_millis(1_100));
            let kids = |server: &Server| -> Vec<Value> {
                let set = server.send_absolute(Request::new("GET", "/oauth/jwks").anonymous()).expect(200).json();
                set["keys"].as_array().unwrap().iter().map(|key| key["kid"].clone()).collect()
            };
            assert_eq!(kids(server), [keys[0]["kid"].clone(), keys[1]["kid"].clone()]);
            // It does not sign yet.
            assert_eq!(part(&token(server, &client, &[]), 0)["kid"], part(&before, 0)["kid"]);
            let keys = command(server, &["keys", "rotate", "--now", "--json"]);
            std::thread::sleep(Duration::from_millis(1_100));
            assert_eq!(kids(server).len(), 3);
            let after = token(server, &client, &[]);
            assert_eq!(part(&after, 0)["kid"], keys[2]["kid"]);
            users(server, &before).expect(200);
            users(server, &after).expect(200);
            // Also by a process that has just started.
            server.terminate();
            server.restart();
            users(server, &before).expect(200);
            users(server, &after).expect(200);
        }
    }
}

/// V12: at the most talkative level no secret, no assertion, no token and no private key is logged.
#[test]
fn tracing_everything_shows_no_secret_of_a_client() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_LOG", "trace")], &[]);
    let client = client(&server, &[]);
    let held = token(&server, &client, &[]);
    users(&server, &held).expect(200);
    let post = [("grant_type", "client_credentials"), ("client_id", &client.id), ("client_secret", "c4nary-wrong")];
    assert_error(&server.send_absolute(form(&post)), 401, "invalid_client");
    let key = Key::new("one");
    let signer = client_of(&server, &key);
    let claims = claims(&server, &signer, part(&held, 1)["iat"].as_i64().unwrap());
    let assertion = forged(&json!({ "alg": "ES256" }), &claims, |text| key.sign(text));
    assert_with(&server, &assertion).expect(200);
    assert_error(&assert_with(&server, &assertion), 401, "invalid_client");
    server.terminate();
    let log = server.log();
    assert!(log.contains("/oauth/token"), "the log has the requests");
    let encoded = basic(&client.id, &client.secret);
    for secret in [&client.secret, "c4nary-wrong", &held, &assertion, &encoded["Basic ".len()..]] {
        assert!(!log.contains(secret), "a secret is in the log");
    }
}
