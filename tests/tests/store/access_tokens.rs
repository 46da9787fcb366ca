//! Access tokens by a clock that the test drives: when they end, when keys come and go, and tokens that are signed by a key
//! of the server itself and still are none (RFC 9068 §4).

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use base64::{Engine, engine::general_purpose::STANDARD, engine::general_purpose::URL_SAFE_NO_PAD};
use scimd::clock::Clock;
use scimd::scim::limits::{ACCESS_TOKEN_SECONDS, SIGNING_KEY_DAYS};
use scimd::service::credentials::{CredentialRequest, Kind, Presented, Token};
use scimd::service::oauth::{Issued, TokenRequest};
use scimd::service::{Options, Service};
use scimd::store::{Actor, Org, Store};
use serde_json::{Value, json};
use tests::Database;

use crate::fixture::START;

const ISSUER: &str = "https://id.example.com";
const SECOND: i64 = 1_000_000;

struct Issuing {
    service: Service,
    time: Arc<AtomicI64>,
    request: TokenRequest,
    directory: std::path::PathBuf,
}

impl Issuing {
    async fn new(name: &str) -> Self {
        let directory = std::env::temp_dir().join(format!("scimd-access-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let store = Store::open(&Database::Sqlite.create(&directory)).await.unwrap();
        let time = Arc::new(AtomicI64::new(START));
        let driven = time.clone();
        let clock = Clock::new(Arc::new(move || driven.load(Ordering::Relaxed)));
        let service = Service::new(store, clock, Options::default()).await.unwrap().with_issuer(ISSUER);
        service.create_default_organisation(&Token::generate().unwrap()).await.unwrap();
        let wanted = CredentialRequest::new(Kind::Client, "client");
        let (client, secret) = service.create_credential(&Actor::command(), Org(1), wanted).await.unwrap();
        let request = TokenRequest {
            grant_type: Some("client_credentials".to_owned()),
            client_id: Some(client.id.to_string()),
            client_secret: secret,
            ..TokenRequest::default()
        };
        Self { service, time, request, directory }
    }

    fn pass(&self, seconds: i64) {
        self.time.fetch_add(seconds * SECOND, Ordering::Relaxed);
    }

    async fn issue(&self) -> Issued {
        self.service.issue_token(&self.request, None).await.unwrap()
    }

    async fn accepts(&self, token: &Token) -> bool {
        self.service.recognise(Presented::Bearer(token), None).await.unwrap().is_some()
    }

    /// A token that the server's own key signs, whatever it says.
    async fn signed(&self, header: &Value, claims: &Value) -> Token {
        let keys = self.service.store.signing_keys().await.unwrap();
        let pair = RsaKeyPair::from_pkcs8(&STANDARD.decode(&keys[0].private).unwrap()).unwrap();
        let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let text = format!("{}.{}", encode(header), encode(claims));
        let mut signature = vec![0; pair.public_modulus_len()];
        pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut signature).unwrap();
        Token::given(format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }

    /// The statuses of the keys, and how many are in the set.
    async fn keys(&self) -> (Vec<&'static str>, usize) {
        let states = self.service.signing_keys().await.unwrap();
        let set: Value = serde_json::from_str(&self.service.jwk_set().await.unwrap()).unwrap();
        (states.iter().map(|state| state.status).collect(), set["keys"].as_array().unwrap().len())
    }
}

impl Drop for Issuing {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

fn part(token: &Token, index: usize) -> Value {
    let text = token.expose().split('.').nth(index).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
}

#[tokio::test]
async fn a_token_ends_after_its_ten_minutes_to_the_second() {
    let issuing = Issuing::new("end").await;
    let issued = issuing.issue().await;
    assert_eq!(issued.seconds, ACCESS_TOKEN_SECONDS);
    issuing.pass(ACCESS_TOKEN_SECONDS - 1);
    assert!(issuing.accepts(&issued.token).await);
    issuing.pass(1);
    assert!(!issuing.accepts(&issued.token).await);
}

/// RFC 8725 §3.8, §3.9, §3.11: the signature is good, and the token is for something else.
#[tokio::test]
async fn what_the_servers_key_signed_is_a_token_only_with_the_right_type_issuer_audience_and_client() {
    let issuing = Issuing::new("signed").await;
    let issued = issuing.issue().await;
    let (header, claims) = (part(&issued.token, 0), part(&issued.token, 1));
    assert!(issuing.accepts(&issuing.signed(&header, &claims).await).await, "the test signs as the server does");
    let wrong_headers = [
        json!({ "typ": "JWT" }),
        json!({ "typ": null }),
        json!({ "typ": "logout+jwt" }),
        json!({ "crit": ["exp"] }),
        json!({ "crit": [] }),
        json!({ "alg": "RS512" }),
        json!({ "alg": "PS256" }),
        json!({ "alg": "none" }),
        json!({ "kid": null }),
        json!({ "kid": "another" }),
    ];
    let other = uuid::Uuid::from_u128(7).to_string();
    let wrong_claims = [
        json!({ "iss": "https://other.example" }),
        json!({ "aud": "https://other.example" }),
        json!({ "aud": [] }),
        json!({ "aud": null }),
        json!({ "exp": START / SECOND }),
        json!({ "exp": null }),
        json!({ "exp": "9999999999" }),
        json!({ "sub": other }),
        json!({ "client_id": other }),
        json!({ "sub": other, "client_id": other }),
        json!({ "scope": null }),
    ];
    let merged = |base: &Value, change: &Value| {
        let mut copy = base.clone();
        change.as_object().unwrap().iter().for_each(|(name, value)| copy[name] = value.clone());
        copy
    };
    for change in &wrong_headers {
        assert!(!issuing.accepts(&issuing.signed(&merged(&header, change), &claims).await).await, "{change}");
    }
    for change in &wrong_claims {
        assert!(!issuing.accepts(&issuing.signed(&header, &merged(&claims, change)).await).await, "{change}");
    }
    // More rights than the client has are no more than the client has; unknown ones are none.
    let wide = issuing.signed(&header, &merged(&claims, &json!({ "scope": "admin" }))).await;
    let identity = issuing.service.recognise(Presented::Bearer(&wide), None).await.unwrap().unwrap();
    assert_eq!(identity.rights.to_string(), "");
}

/// A key is in the set before it signs, signs for a month, and leaves when its last token has ended.
#[tokio::test]
async fn keys_come_and_go_with_time_and_no_token_is_refused_meanwhile() {
    let issuing = Issuing::new("rotation").await;
    let first = part(&issuing.issue().await.token, 0)["kid"].clone();
    assert_eq!(issuing.keys().await, (vec!["signing"], 1));
    issuing.pass(SIGNING_KEY_DAYS * 86_400 - 600);
    let before = issuing.issue().await.token;
    assert_eq!(part(&before, 0)["kid"], first, "the new key is known and does not sign yet");
    assert_eq!(issuing.keys().await, (vec!["signing", "coming"], 2));
    issuing.pass(599);
    let last = issuing.issue().await.token;
    assert_eq!(part(&last, 0)["kid"], first);
    issuing.pass(1);
    let after = issuing.issue().await.token;
    assert_ne!(part(&after, 0)["kid"], first);
    assert!(!issuing.accepts(&before).await, "its ten minutes are over");
    assert!(issuing.accepts(&last).await && issuing.accepts(&after).await);
    assert_eq!(issuing.keys().await, (vec!["leaving", "signing"], 2));
    issuing.pass(ACCESS_TOKEN_SECONDS + 60);
    assert_eq!(issuing.keys().await, (vec!["signing"], 1));
    // The next key takes the place of what is gone.
    issuing.service.rotate_signing_key(true).await.unwrap();
    let rows = issuing.service.store.signing_keys().await.unwrap();
    assert_eq!(rows.iter().map(|row| row.generation).collect::<Vec<_>>(), [2, 3]);
}

/// A flood of ids that no key has costs the database a few questions a second.
#[tokio::test]
async fn unknown_keys_are_asked_for_a_few_times_a_second_however_many_there_are() {
    let issuing = Issuing::new("flood").await;
    let issued = issuing.issue().await;
    let (header, claims) = (part(&issued.token, 0), part(&issued.token, 1));
    let mut tokens = Vec::new();
    for index in 0..100 {
        let mut header = header.clone();
        header["kid"] = json!(format!("bogus-{index}"));
        tokens.push(issuing.signed(&header, &claims).await);
    }
    let before = issuing.service.store.database().statements();
    let asked: Vec<_> = tokens
        .into_iter()
        .map(|token| {
            let service = issuing.service.clone();
            tokio::spawn(async move { service.recognise(Presented::Bearer(&token), None).await })
        })
        .collect();
    for asked in asked {
        assert!(asked.await.unwrap().unwrap().is_none());
    }
    let cost = issuing.service.store.database().statements() - before;
    assert!((1..=3).contains(&cost), "{cost} statements");
    assert!(issuing.accepts(&issued.token).await);
}
