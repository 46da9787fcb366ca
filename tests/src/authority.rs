//! An authorisation server for the tests, written from the texts of RFC 7517, 7519, 7662 and UMA 2.0, and from nothing of
//! scimd: it signs with a cryptographic library of its own choice, counts what it is asked, and fails on demand.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use aws_lc_rs::{
    rand::SystemRandom,
    rsa::{KeyPair as RsaKeyPair, KeySize},
    signature::{self, EcdsaKeyPair, KeyPair},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use serde_json::{Value, json};

/// The client that may introspect.
pub const CLIENT: &str = "scimd at acme";
/// Its secret.
pub const CLIENT_SECRET: &str = "c4nary:introspection/secret";
/// The protection API token that it hands out.
pub const PROTECTION_TOKEN: &str = "c4nary-pat-0";

/// A request that reached it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The method and the path.
    pub what: String,
    /// The headers, with names in lower case.
    pub headers: HashMap<String, String>,
    /// The body.
    pub body: String,
}

impl Asked {
    /// The fields of a form.
    pub fn form(&self) -> HashMap<String, String> {
        self.body
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (plain(name), plain(value)))
            .collect()
    }
}

#[derive(Default)]
struct State {
    /// What each path answers, instead of what it would.
    answers: HashMap<String, (u16, String)>,
    keys: Vec<Value>,
    /// What introspection says, by token.
    tokens: HashMap<String, Value>,
    asked: Vec<Asked>,
    protection: String,
    down: bool,
}

/// A running authorisation server.
#[derive(Clone)]
pub struct Authority {
    url: String,
    state: Arc<Mutex<State>>,
}

/// A key that it signs with.
pub enum SigningKey {
    /// For RS256.
    Rsa(RsaKeyPair),
    /// For ES256.
    P256(EcdsaKeyPair),
}

impl SigningKey {
    /// A new RSA key.
    pub fn rsa() -> Self {
        Self::Rsa(RsaKeyPair::generate(KeySize::Rsa2048).unwrap())
    }

    /// A new key on P-256.
    pub fn p256() -> Self {
        Self::P256(EcdsaKeyPair::generate(&signature::ECDSA_P256_SHA256_FIXED_SIGNING).unwrap())
    }

    /// The name of its algorithm.
    pub fn algorithm(&self) -> &'static str {
        match self {
            Self::Rsa(_) => "RS256",
            Self::P256(_) => "ES256",
        }
    }

    /// The public half, as a JWK.
    pub fn public(&self, id: &str) -> Value {
        match self {
            Self::Rsa(key) => {
                let n = URL_SAFE_NO_PAD.encode(key.public_key().modulus().big_endian_without_leading_zero());
                let e = URL_SAFE_NO_PAD.encode(key.public_key().exponent().big_endian_without_leading_zero());
                json!({ "kty": "RSA", "use": "sig", "kid": id, "n": n, "e": e })
            }
            Self::P256(key) => {
                let (x, y) = key.public_key().as_ref()[1..].split_at(32);
                json!({ "kty": "EC", "crv": "P-256", "kid": id, "x": URL_SAFE_NO_PAD.encode(x), "y": URL_SAFE_NO_PAD.encode(y) })
            }
        }
    }

    /// A token with that header and those claims.
    pub fn sign(&self, header: &Value, claims: &Value) -> String {
        let signed = unsigned(header, claims);
        let signature = match self {
            Self::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&signature::RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature)
                    .unwrap();
                signature
            }
            Self::P256(key) => key.sign(&SystemRandom::new(), signed.as_bytes()).unwrap().as_ref().to_vec(),
        };
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

/// Header and claims of a token, before the signature.
pub fn unsigned(header: &Value, claims: &Value) -> String {
    format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims.to_string()))
}

/// The present time, in seconds since 1970.
pub fn now() -> i64 {
    #[expect(clippy::disallowed_methods, reason = "the server under test has the system's clock as well")]
    let now = std::time::SystemTime::now();
    now.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs() as i64
}

impl Authority {
    /// Starts one on a free port.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state = State { protection: PROTECTION_TOKEN.to_owned(), ..State::default() };
        let authority = Self { url, state: Arc::new(Mutex::new(state)) };
        let serving = authority.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let serving = serving.clone();
                std::thread::spawn(move || serving.serve(&stream));
            }
        });
        authority
    }

    /// Its URL, which is its `iss`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Publishes these keys.
    pub fn publish(&self, keys: Vec<Value>) {
        self.state().keys = keys;
    }

    /// Knows a token from now on, by what introspection says of it; none takes it back.
    pub fn know(&self, token: &str, said: Option<Value>) {
        match said {
            Some(said) => self.state().tokens.insert(token.to_owned(), said),
            None => self.state().tokens.remove(token),
        };
    }

    /// Answers a path in that way from now on.
    pub fn answer(&self, path: &str, status: u16, body: &str) {
        self.state().answers.insert(path.to_owned(), (status, body.to_owned()));
    }

    /// Whether it closes connections without an answer.
    pub fn down(&self, down: bool) {
        self.state().down = down;
    }

    /// Takes the protection API tokens back; another is handed out from now on.
    pub fn renew_protection(&self, token: &str) {
        self.state().protection = token.to_owned();
    }

    /// What it was asked at a path, such as `GET /jwks`.
    pub fn asked(&self, what: &str) -> Vec<Asked> {
        self.state().asked.iter().filter(|asked| asked.what == what).cloned().collect()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn serve(&self, stream: &TcpStream) {
        let mut reader = BufReader::new(stream);
        while let Some(asked) = read(&mut reader) {
            let (status, body) = {
                let mut state = self.state();
                state.asked.push(asked.clone());
                if state.down {
                    return;
                }
                reply(&state, &asked)
            };
            let head =
                format!("HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\n", body.len());
            let location = if status == 302 { format!("Location: {}/jwks\r\n", self.url) } else { String::new() };
            let mut stream = stream;
            if stream.write_all(format!("{head}{location}\r\n{body}").as_bytes()).is_err() {
                return;
            }
        }
    }
}

fn reply(state: &State, asked: &Asked) -> (u16, String) {
    let path = asked.what.split(' ').nth(1).unwrap_or_default();
    if let Some((status, body)) = state.answers.get(path) {
        return (*status, body.clone());
    }
    let authorization = asked.headers.get("authorization").map_or("", String::as_str);
    let client = authorization
        .strip_prefix("Basic ")
        .and_then(|text| STANDARD.decode(text).ok())
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .and_then(|text| text.split_once(':').map(|(id, secret)| (plain(id), plain(secret))));
    let is_client = client.is_some_and(|(id, secret)| id == CLIENT && secret == CLIENT_SECRET);
    let protected = authorization == format!("Bearer {}", state.protection);
    let is_form = asked.headers.get("content-type").is_some_and(|kind| kind == "application/x-www-form-urlencoded");
    match asked.what.as_str() {
        "GET /jwks" => (200, json!({ "keys": state.keys }).to_string()),
        // RFC 7662 §2.1, and with a protection API token Federated Authorization for UMA 2.0 §5.
        "POST /introspect" if (is_client || protected) && is_form => {
            let said = asked.form().get("token").and_then(|token| state.tokens.get(token)).cloned();
            (200, said.unwrap_or_else(|| json!({ "active": false })).to_string())
        }
        // RFC 6749 §4.4, with the scope of Federated Authorization for UMA 2.0 §1.4.1.
        "POST /token" if is_client && is_form => {
            let form = asked.form();
            let fits = form.get("grant_type").is_some_and(|grant| grant == "client_credentials")
                && form.get("scope").is_some_and(|scope| scope == "uma_protection");
            match fits {
                true => (
                    200,
                    json!({ "access_token": state.protection, "token_type": "Bearer", "expires_in": 600 }).to_string(),
                ),
                false => (400, json!({ "error": "invalid_scope" }).to_string()),
            }
        }
        // Federated Authorization for UMA 2.0 §4.1: one permission, or a list of them.
        "POST /permission" if protected => {
            let body: Value = serde_json::from_str(&asked.body).unwrap_or_default();
            let scopes = body["resource_scopes"].as_array().cloned().unwrap_or_default();
            let known = ["read", "write", "read:User", "write:Group"];
            if body["resource_id"] != "org-1" {
                (400, json!({ "error": "invalid_resource_id" }).to_string())
            } else if scopes.is_empty() || !scopes.iter().all(|scope| known.iter().any(|known| scope == known)) {
                (400, json!({ "error": "invalid_scope" }).to_string())
            } else {
                let words: Vec<_> = scopes.iter().filter_map(Value::as_str).collect();
                (201, json!({ "ticket": format!("ticket-for-{}", words.join("-")) }).to_string())
            }
        }
        "POST /introspect" | "POST /token" | "POST /permission" => {
            (401, json!({ "error": "invalid_client" }).to_string())
        }
        _ => (404, String::new()),
    }
}

fn read(reader: &mut impl BufRead) -> Option<Asked> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|count| *count > 0)?;
    let mut words = line.split(' ');
    let what = format!("{} {}", words.next()?, words.next()?);
    let mut headers = HashMap::new();
    loop {
        line.clear();
        reader.read_line(&mut line).ok().filter(|count| *count > 0)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Asked { what, headers, body: String::from_utf8(body).ok()? })
}

fn plain(text: &str) -> String {
    let text = text.replace('+', " ");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        if *first == b'%' {
            bytes.push(u8::from_str_radix(&String::from_utf8_lossy(&behind[..2]), 16).unwrap());
            rest = &behind[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).unwrap()
}
