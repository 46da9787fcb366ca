//! The public keys by which a client proves itself: a JWK set (RFC 7517), checked when the client is made. Pure.

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ParsedPublicKey};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value, json};

use crate::scim::{json::echo, limits};

use super::jws::{Algorithm, Compact, PublicKey};

/// The members of private and of shared keys (RFC 7518 §6): what has one is not for others to see.
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
/// The lengths of an RSA modulus, in bits.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=8192;

/// A public key of a client.
#[derive(Debug)]
pub struct Jwk {
    kid: Option<String>,
    algorithm: Option<Algorithm>,
    key: PublicKey,
}

impl Jwk {
    /// Whether a token that was taken apart may be, and is, signed by this key.
    pub fn signed(&self, token: &Compact<'_>) -> bool {
        let named = token.header.kid.is_none() || self.kid.is_none() || token.header.kid == self.kid;
        let fits = self.algorithm.is_none_or(|algorithm| algorithm == token.algorithm);
        named && fits && token.is_signed_by(&self.key)
    }
}

/// The keys of a set that was checked.
pub fn keys(set: &str) -> Vec<Jwk> {
    let set: Value = serde_json::from_str(set).unwrap_or_default();
    let keys = set["keys"].as_array().map(Vec::as_slice).unwrap_or_default();
    keys.iter().filter_map(|key| parse(key).ok()).collect()
}

/// Checks a set: what is to be stored, with the members that matter, or what is wrong and where.
pub fn check(text: &str) -> Result<String, String> {
    if text.len() > limits::TOKEN_REQUEST_BYTES {
        return Err(format!("the JWK set is longer than {} bytes", limits::TOKEN_REQUEST_BYTES));
    }
    let set: Value = serde_json::from_str(text).map_err(|_| "it is no JSON; give a JWK set".to_owned())?;
    let given = set.get("keys").and_then(Value::as_array);
    let given = given.ok_or_else(|| "it is no JWK set: an object with an array \"keys\" (RFC 7517 §5)".to_owned())?;
    if given.is_empty() || given.len() > limits::CLIENT_KEYS {
        return Err(format!("the JWK set must have 1 to {} keys, and has {}", limits::CLIENT_KEYS, given.len()));
    }
    let mut keys = Vec::with_capacity(given.len());
    for (index, value) in given.iter().enumerate() {
        let key = parse(value).map_err(|reason| format!("keys[{index}]: {reason}"))?;
        if key.kid.is_some() && keys.iter().any(|other: &Jwk| other.kid == key.kid) {
            return Err(format!("keys[{index}]: another key has the same kid; give each its own"));
        }
        keys.push(key);
    }
    Ok(json!({ "keys": keys.iter().map(document).collect::<Vec<_>>() }).to_string())
}

fn document(jwk: &Jwk) -> Value {
    let encode = |bytes: &[u8]| Value::from(URL_SAFE_NO_PAD.encode(bytes));
    let point = |curve: &str, point: &[u8]| {
        let (x, y) = point[1..].split_at(point.len() / 2);
        vec![("kty", "EC".into()), ("crv", curve.into()), ("x", encode(x)), ("y", encode(y))]
    };
    let mut members = match &jwk.key {
        PublicKey::Rsa { n, e } => vec![("kty", "RSA".into()), ("n", encode(n)), ("e", encode(e))],
        PublicKey::P256(key) => point("P-256", key),
        PublicKey::P384(key) => point("P-384", key),
        PublicKey::Ed25519(key) => vec![("kty", "OKP".into()), ("crv", "Ed25519".into()), ("x", encode(key))],
    };
    members.extend(jwk.kid.as_deref().map(|kid| ("kid", kid.into())));
    members.extend(jwk.algorithm.map(|algorithm| ("alg", algorithm.name().into())));
    members.into_iter().map(|(name, value): (&str, Value)| (name.to_owned(), value)).collect::<Map<_, _>>().into()
}

fn parse(value: &Value) -> Result<Jwk, String> {
    let members = value.as_object().ok_or_else(|| "is no object".to_owned())?;
    if let Some(private) = PRIVATE.iter().find(|name| members.contains_key(**name)) {
        return Err(format!("has the private member {private:?}; give public keys only, and make a new key"));
    }
    let text = |name: &str| match members.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.as_str())),
        Some(_) => Err(format!("{name:?} must be a string")),
    };
    let bytes = |name: &str| {
        let text = text(name)?.ok_or_else(|| format!("{name:?} is missing"))?;
        URL_SAFE_NO_PAD.decode(text).map_err(|_| format!("{name:?} must be in base64url without padding"))
    };
    let number = |name: &str| {
        let bytes = bytes(name)?;
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        Ok::<_, String>(bytes[zeros..].to_vec())
    };
    let point = |scheme: &'static _, length: usize| {
        let (x, y) = (bytes("x")?, bytes("y")?);
        let point: Vec<u8> = [&[4], x.as_slice(), y.as_slice()].concat();
        let sound = x.len() == length && y.len() == length && ParsedPublicKey::new(scheme, &point).is_ok();
        sound.then_some(point).ok_or_else(|| "\"x\" and \"y\" are no point of the curve".to_owned())
    };
    let key = match (text("kty")?, text("crv")?) {
        (Some("RSA"), _) => {
            let (n, e) = (number("n")?, number("e")?);
            let bits = n.first().map_or(0, |first| n.len() * 8 - first.leading_zeros() as usize);
            if !RSA_BITS.contains(&bits) {
                return Err(format!("has {bits} bits; use 2048 to 8192"));
            }
            let odd = e.last().is_some_and(|last| last % 2 == 1);
            if !odd || e == [1] || e.len() > 4 {
                return Err("\"e\" must be an odd number of at most 32 bits, such as 65537 (AQAB)".to_owned());
            }
            PublicKey::Rsa { n, e }
        }
        (Some("EC"), Some("P-256")) => PublicKey::P256(point(&ECDSA_P256_SHA256_FIXED, 32)?),
        (Some("EC"), Some("P-384")) => PublicKey::P384(point(&ECDSA_P384_SHA384_FIXED, 48)?),
        (Some("OKP"), Some("Ed25519")) => {
            let key = bytes("x")?;
            if key.len() != 32 {
                return Err("\"x\" is no key of the curve".to_owned());
            }
            PublicKey::Ed25519(key)
        }
        _ => return Err("is of a kind that is not accepted; use RSA, P-256, P-384 or Ed25519".to_owned()),
    };
    if text("use")?.is_some_and(|purpose| purpose != "sig") {
        return Err("is not for signatures: \"use\" must be \"sig\"".to_owned());
    }
    let verifies = |operations: &Value| {
        operations.as_array().is_some_and(|operations| operations.iter().any(|operation| operation == "verify"))
    };
    if !members.get("key_ops").is_none_or(verifies) {
        return Err("is not for signatures: \"key_ops\" must have \"verify\"".to_owned());
    }
    let algorithm = match text("alg")? {
        None => None,
        Some(name) => match Algorithm::of(name).filter(|algorithm| key.is_for(*algorithm)) {
            Some(algorithm) => Some(algorithm),
            None => return Err(format!("the algorithm {} is not accepted for a key of its kind", echo(name))),
        },
    };
    Ok(Jwk { kid: text("kid")?.map(str::to_owned), algorithm, key })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of RFC 7517 appendix A.1.
    fn point() -> Value {
        json!({
            "kty": "EC",
            "crv": "P-256",
            "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
            "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
            "use": "sig",
            "kid": "1",
        })
    }

    fn with(changes: Value) -> String {
        let mut key = point();
        for (name, value) in changes.as_object().unwrap() {
            key[name] = value.clone();
        }
        json!({ "keys": [key] }).to_string()
    }

    #[test]
    fn what_is_stored_are_the_members_that_matter() {
        let stored: Value = serde_json::from_str(&check(&with(json!({ "x5c": ["x"] }))).unwrap()).unwrap();
        let mut expected = point();
        expected.as_object_mut().unwrap().remove("use");
        assert_eq!(stored["keys"], json!([expected]));
        assert_eq!(keys(&stored.to_string()).len(), 1);
    }

    #[test]
    fn private_and_shared_keys_are_refused_and_not_repeated() {
        for name in PRIVATE {
            let reason = check(&with(json!({ name: "geheim" }))).unwrap_err();
            assert!(reason.contains(&format!("{name:?}")) && reason.contains("keys[0]"), "{reason}");
            assert!(!reason.contains("geheim"), "{reason}");
        }
    }

    #[test]
    fn a_key_that_cannot_verify_is_refused_with_the_reason() {
        for (changes, reason) in [
            (json!({ "kty": "oct" }), "kind"),
            (json!({ "crv": "secp256k1" }), "kind"),
            (json!({ "x": "AAAA" }), "point"),
            (json!({ "y": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4" }), "point"),
            (json!({ "x": "a=" }), "base64url"),
            (json!({ "x": 5 }), "string"),
            (json!({ "use": "enc" }), "use"),
            (json!({ "key_ops": ["sign"] }), "key_ops"),
            (json!({ "alg": "HS256" }), "HS256"),
            (json!({ "alg": "ES384" }), "ES384"),
            (json!({ "kty": "RSA", "n": "AQAB", "e": "AQAB" }), "bits"),
            (json!({ "kty": "RSA", "n": URL_SAFE_NO_PAD.encode([255; 256]), "e": "AQ" }), "odd"),
            (json!({ "kty": "OKP", "crv": "Ed25519", "x": "AAAA" }), "curve"),
        ] {
            let refused = check(&with(changes.clone())).unwrap_err();
            assert!(refused.contains(reason), "{changes}: {refused}");
        }
        for text in ["", "[]", "{}", r#"{"keys":{}}"#, r#"{"keys":[]}"#, r#"{"keys":[1]}"#] {
            assert!(check(text).is_err(), "{text}");
        }
        let twice = json!({ "keys": [point(), point()] }).to_string();
        assert!(check(&twice).unwrap_err().contains("keys[1]"));
        let many = json!({ "keys": vec![point(); limits::CLIENT_KEYS + 1] }).to_string();
        assert!(check(&many).unwrap_err().contains("16"));
    }
}
