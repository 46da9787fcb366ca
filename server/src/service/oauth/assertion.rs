//! How a client proves itself by a key: a signed assertion (RFC 7523 §2.2, §3; `private_key_jwt` of OpenID Connect). Pure.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    scim::limits,
    service::{credentials::hexadecimal, parse_id},
};

use super::{
    UNPROVEN,
    jwk::Jwk,
    jws::{Audience, Compact, peek},
};

/// What the parameter `client_assertion_type` must say.
pub const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// How much the clocks of clients may be ahead, in seconds.
const AHEAD: f64 = 60.0;

#[derive(Deserialize)]
struct Claims {
    iss: Option<String>,
    sub: Option<String>,
    aud: Option<Audience>,
    exp: Option<f64>,
    nbf: Option<f64>,
    iat: Option<f64>,
    jti: Option<String>,
}

/// What must not be used a second time, and how long that has to be remembered.
#[derive(Debug)]
pub struct Once {
    /// Tells assertions of a client apart.
    pub mark: String,
    /// When the assertion ends, in microseconds since 1970.
    pub expires: i64,
}

/// Who an assertion says that it is of; nothing of that is proven.
pub fn client(assertion: &str) -> Option<Uuid> {
    #[derive(Deserialize)]
    struct Subject {
        sub: String,
    }
    peek::<Subject>(assertion).and_then(|claims| parse_id(&claims.sub))
}

/// Checks an assertion of a client: signed by one of its keys, made for one of the audiences, and in force. An error is for
/// the client, and says more than that it failed only of what is signed.
pub fn check(assertion: &str, client: Uuid, keys: &[Jwk], audiences: &[&str], now: i64) -> Result<Once, &'static str> {
    let token = Compact::parse(assertion).ok_or(UNPROVEN)?;
    let header = &token.header;
    let typed = header.typ.is_none() || header.is_of_type("JWT") || header.is_of_type("client-authentication+jwt");
    if !typed || !keys.iter().any(|key| key.signed(&token)) {
        return Err(UNPROVEN);
    }
    let claims: Claims =
        token.claims().ok_or("the assertion's claims are not of the types that RFC 7519 gives them")?;
    let client = client.to_string();
    if claims.iss.as_ref() != Some(&client) || claims.sub.as_ref() != Some(&client) {
        return Err("the assertion's iss and sub must both be the client id");
    }
    if !claims.aud.is_some_and(|aud| audiences.iter().any(|audience| aud.has(audience))) {
        return Err("the assertion's aud must be the token endpoint or the issuer, as the server's metadata has them");
    }
    let seconds = now as f64 / 1e6;
    let exp = claims.exp.ok_or("the assertion has no exp")?;
    if exp <= seconds {
        return Err("the assertion has expired");
    }
    if exp > seconds + limits::ASSERTION_SECONDS as f64 + AHEAD {
        return Err("the assertion's exp is more than an hour away; make it for a few minutes");
    }
    if [claims.nbf, claims.iat].into_iter().flatten().any(|time| time > seconds + AHEAD) {
        return Err("the assertion's iat or nbf is in the future; set the clock of the client");
    }
    // Without a jti an assertion is its own, but for the signature: that of some algorithms can be written differently.
    let mark = match &claims.jti {
        Some(jti) => format!("jti {jti}"),
        None => format!("jws {}", token.signed),
    };
    Ok(Once { mark: hexadecimal(&Sha256::digest(mark)), expires: (exp * 1e6).ceil() as i64 })
}
