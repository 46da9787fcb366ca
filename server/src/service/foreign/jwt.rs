//! Access tokens that are JWTs (RFC 9068 §4, RFC 8725): what is checked before a claim is believed.
//!
//! The reasons of a refusal are for the operator's log; the client is told that the token is not valid, and no more.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value};

use crate::service::settings::authorization::{Algorithm, AuthorizationServer};

use super::{claims::Claims, keys::Keys};

/// A token of the form of a signed JWT; nothing of it is believed yet.
#[derive(Debug)]
pub struct Jwt<'a> {
    header: Map<String, Value>,
    /// What it claims.
    pub claims: Claims,
    signed: &'a str,
    signature: &'a str,
}

impl<'a> Jwt<'a> {
    /// Takes a token apart; none if it is no JWT.
    pub fn read(token: &'a str) -> Option<Self> {
        let (signed, signature) = token.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        let header = object(header)?;
        header.get("alg")?;
        Some(Self { header, claims: Claims(object(claims)?), signed, signature })
    }

    /// The server that it claims to be of.
    pub fn issuer(&self) -> Option<&str> {
        self.claims.text("iss")
    }

    /// The key that it names.
    pub fn key_id(&self) -> Option<&str> {
        self.header.get("kid").and_then(Value::as_str)
    }

    /// Whether it can be an access token for this organisation; the error says why not. The signature is still to be
    /// verified.
    pub fn precheck(&self, server: &AuthorizationServer, now: i64) -> Result<Algorithm, &'static str> {
        let name = self.header.get("alg").and_then(Value::as_str).ok_or("alg is no text")?;
        let algorithm = server.algorithms.iter().copied().find(|algorithm| algorithm.name() == name);
        let algorithm = algorithm.ok_or("alg is not among the algorithms of the settings")?;
        if self.header.contains_key("crit") {
            return Err("crit names what is not understood");
        }
        if self.header.get("kid").is_some_and(|id| !id.is_string()) {
            return Err("kid is no text");
        }
        if !self.has_fitting_type() {
            return Err("typ is neither at+jwt nor JWT");
        }
        if self.issuer() != Some(&server.issuer) {
            return Err("iss is another");
        }
        if !self.claims.is_for(&server.audience) {
            return Err("aud does not name this audience");
        }
        // An ID token tells its client who has logged in; it opens nothing (RFC 8725 §3.12).
        if ["nonce", "at_hash", "c_hash", "s_hash", "events"].iter().any(|name| self.claims.0.contains_key(*name)) {
            return Err("it is an ID or event token");
        }
        if self.claims.needs_proof() {
            return Err("cnf asks for a proof of possession");
        }
        match self.claims.ends(now)? {
            Some(_) => Ok(algorithm),
            None => Err("exp is missing"),
        }
    }

    /// Whether one of the keys has made its signature.
    pub fn is_signed(&self, keys: &Keys, algorithm: Algorithm) -> bool {
        keys.verify(self.key_id(), algorithm, self.signed, self.signature)
    }

    /// A type that is left out is a JWT's.
    fn has_fitting_type(&self) -> bool {
        let Some(typ) = self.header.get("typ") else { return true };
        let typ = typ.as_str().unwrap_or_default().to_ascii_lowercase();
        matches!(typ.strip_prefix("application/").unwrap_or(&typ), "at+jwt" | "jwt")
    }
}

fn object(part: &str) -> Option<Map<String, Value>> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::service::settings::OrganisationSettings;

    const NOW: i64 = 1_800_000_000_000_000;
    const SECONDS: i64 = NOW / 1_000_000;

    fn server() -> AuthorizationServer {
        let settings = json!({ "authorizationServers": [{
            "issuer": "https://as.example.com", "audience": "scim", "jwksUri": "https://as.example.com/keys"
        }] });
        OrganisationSettings::parse(&settings.to_string()).unwrap().authorization_servers.remove(0)
    }

    fn token(header: &Value, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        format!("{}.{}.c2ln", part(header), part(claims))
    }

    fn check(header: Value, claims: Value) -> Result<Algorithm, &'static str> {
        let mut head = json!({ "alg": "RS256", "typ": "at+jwt", "kid": "a" });
        let mut body = json!({ "iss": "https://as.example.com", "aud": "scim", "exp": SECONDS + 60, "sub": "x" });
        for (whole, changes) in [(&mut head, &header), (&mut body, &claims)] {
            for (name, value) in changes.as_object().unwrap() {
                whole[name] = value.clone();
            }
            whole.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        }
        let token = token(&head, &body);
        Jwt::read(&token).unwrap().precheck(&server(), NOW)
    }

    /// RFC 9068 §4, RFC 8725 §3
    #[test]
    fn a_token_is_refused_for_any_one_fault() {
        assert_eq!(check(json!({}), json!({})), Ok(Algorithm::RS256));
        for typ in [json!("AT+JWT"), json!("application/at+jwt"), json!("JWT"), json!(null)] {
            assert!(check(json!({ "typ": typ }), json!({})).is_ok(), "{typ}");
        }
        assert!(
            check(json!({}), json!({ "aud": ["other", "scim"], "nbf": SECONDS + 20, "exp": SECONDS - 20 })).is_ok()
        );
        for (header, claims, reason) in [
            (json!({ "alg": "none" }), json!({}), "alg"),
            (json!({ "alg": "HS256" }), json!({}), "alg"),
            (json!({ "alg": "rs256" }), json!({}), "alg"),
            (json!({ "alg": "PS256" }), json!({}), "alg"),
            (json!({ "alg": 1 }), json!({}), "alg"),
            (json!({ "crit": ["b64"] }), json!({}), "crit"),
            (json!({ "kid": 7 }), json!({}), "kid"),
            (json!({ "typ": "dpop+jwt" }), json!({}), "typ"),
            (json!({ "typ": 7 }), json!({}), "typ"),
            (json!({}), json!({ "iss": "https://as.example.com/" }), "iss"),
            (json!({}), json!({ "iss": null }), "iss"),
            (json!({}), json!({ "aud": "scim2" }), "aud"),
            (json!({}), json!({ "aud": null }), "aud"),
            (json!({}), json!({ "aud": { "scim": true } }), "aud"),
            (json!({}), json!({ "exp": null }), "exp is missing"),
            (json!({}), json!({ "exp": SECONDS - 30 }), "exp is past"),
            (json!({}), json!({ "exp": "tomorrow" }), "exp is no time"),
            (json!({}), json!({ "exp": -1 }), "exp is no time"),
            (json!({}), json!({ "nbf": SECONDS + 31 }), "nbf is in the future"),
            (json!({}), json!({ "nbf": "now" }), "nbf is no time"),
            (json!({}), json!({ "iat": SECONDS + 31 }), "iat is in the future"),
            (json!({}), json!({ "nonce": "n" }), "ID"),
            (json!({}), json!({ "at_hash": "n" }), "ID"),
            (json!({}), json!({ "events": {} }), "event"),
            (json!({}), json!({ "cnf": { "jkt": "x" } }), "cnf"),
        ] {
            let refused = check(header.clone(), claims.clone());
            assert!(refused.is_err_and(|error| error.contains(reason)), "{header} {claims}: {refused:?}");
        }
    }

    #[test]
    fn what_is_no_signed_jwt_is_opaque() {
        let (header, claims) = (json!({ "alg": "RS256" }), json!({ "iss": "x" }));
        assert!(Jwt::read(&token(&header, &claims)).is_some());
        let encrypted = format!("{}.more.parts", token(&header, &claims));
        for text in
            ["", "a", "a.b", "a.b.c", "..", &token(&json!({}), &claims), &token(&header, &json!([])), &encrypted]
        {
            assert!(Jwt::read(text).is_none(), "{text}");
        }
    }
}
