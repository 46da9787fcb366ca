//! JSON Web Signatures in compact form (RFC 7515 §7.1), with the care that RFC 8725 asks for. Pure: no clock, no I/O.
//!
//! The algorithms are a closed list without `none` and without any that uses a shared secret, and each works with keys of
//! its own type alone: a public key can never be taken for a secret.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256, RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512,
    RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Deserializer, de::IgnoredAny};

/// An algorithm of signatures that is accepted (RFC 7518 §3.1, RFC 8037 §3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// The same with SHA-384.
    Rs384,
    /// The same with SHA-512.
    Rs512,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// The same with SHA-384.
    Ps384,
    /// The same with SHA-512.
    Ps512,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// Ed25519.
    EdDsa,
}

impl Algorithm {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Rs256,
        Self::Rs384,
        Self::Rs512,
        Self::Ps256,
        Self::Ps384,
        Self::Ps512,
        Self::Es256,
        Self::Es384,
        Self::EdDsa,
    ];

    /// Its name in headers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Ps256 => "PS256",
            Self::Ps384 => "PS384",
            Self::Ps512 => "PS512",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::EdDsa => "EdDSA",
        }
    }

    /// The algorithm of a name; `Ed25519` is the newer name of the only curve of `EdDSA` here (RFC 9864 §2.2).
    pub fn of(name: &str) -> Option<Self> {
        let name = if name == "Ed25519" { "EdDSA" } else { name };
        Self::ALL.into_iter().find(|algorithm| algorithm.name() == name)
    }

    /// What it is on RSA keys.
    fn rsa(self) -> Option<&'static RsaParameters> {
        match self {
            Self::Rs256 => Some(&RSA_PKCS1_2048_8192_SHA256),
            Self::Rs384 => Some(&RSA_PKCS1_2048_8192_SHA384),
            Self::Rs512 => Some(&RSA_PKCS1_2048_8192_SHA512),
            Self::Ps256 => Some(&RSA_PSS_2048_8192_SHA256),
            Self::Ps384 => Some(&RSA_PSS_2048_8192_SHA384),
            Self::Ps512 => Some(&RSA_PSS_2048_8192_SHA512),
            Self::Es256 | Self::Es384 | Self::EdDsa => None,
        }
    }
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// RSA: modulus and exponent, without zeros in front.
    Rsa {
        /// The modulus.
        n: Vec<u8>,
        /// The exponent.
        e: Vec<u8>,
    },
    /// A point of P-256, uncompressed.
    P256(Vec<u8>),
    /// A point of P-384, uncompressed.
    P384(Vec<u8>),
    /// Of Ed25519.
    Ed25519(Vec<u8>),
}

impl PublicKey {
    /// Whether keys of this type are for that algorithm.
    pub fn is_for(&self, algorithm: Algorithm) -> bool {
        match self {
            Self::Rsa { .. } => algorithm.rsa().is_some(),
            Self::P256(_) => algorithm == Algorithm::Es256,
            Self::P384(_) => algorithm == Algorithm::Es384,
            Self::Ed25519(_) => algorithm == Algorithm::EdDsa,
        }
    }

    fn verifies(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        if !self.is_for(algorithm) {
            return false;
        }
        let (scheme, key): (&'static dyn VerificationAlgorithm, _) = match self {
            Self::Rsa { n, e } => {
                let key = RsaPublicKeyComponents { n, e };
                return algorithm.rsa().is_some_and(|scheme| key.verify(scheme, message, signature).is_ok());
            }
            Self::P256(point) => (&ECDSA_P256_SHA256_FIXED, point),
            Self::P384(point) => (&ECDSA_P384_SHA384_FIXED, point),
            Self::Ed25519(key) => (&ED25519, key),
        };
        UnparsedPublicKey::new(scheme, key).verify(message, signature).is_ok()
    }
}

/// What the header says that matters.
#[derive(Debug, Deserialize)]
pub struct Header {
    alg: String,
    /// What kind of token it is.
    pub typ: Option<String>,
    /// Which key signed it.
    pub kid: Option<String>,
    /// Whether it has extensions that must be understood: none is.
    #[serde(default, deserialize_with = "present")]
    crit: bool,
}

fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    IgnoredAny::deserialize(deserializer).map(|_| true)
}

impl Header {
    /// Whether the token is of that type; `application/` may stand before it (RFC 7515 §4.1.9).
    pub fn is_of_type(&self, name: &str) -> bool {
        let typ = self.typ.as_deref().unwrap_or_default();
        let prefix = "application/";
        let bare = match typ.get(..prefix.len()) {
            Some(start) if start.eq_ignore_ascii_case(prefix) => &typ[prefix.len()..],
            _ => typ,
        };
        bare.eq_ignore_ascii_case(name)
    }
}

/// A signed token that was taken apart; nothing in it is proven.
#[derive(Debug)]
pub struct Compact<'a> {
    /// Its header.
    pub header: Header,
    /// How it claims to be signed.
    pub algorithm: Algorithm,
    /// Header and payload as they are signed.
    pub signed: &'a str,
    payload: Vec<u8>,
    signature: Vec<u8>,
}

impl<'a> Compact<'a> {
    /// Takes a token apart: none if it is no such token, by an algorithm that is not accepted, or with `crit`.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (signed, signature) = text.rsplit_once('.')?;
        let (header, payload) = signed.split_once('.')?;
        let decode = |part: &str| URL_SAFE_NO_PAD.decode(part).ok();
        let header: Header = serde_json::from_slice(&decode(header)?).ok()?;
        let algorithm = Algorithm::of(&header.alg).filter(|_| !header.crit)?;
        Some(Self { header, algorithm, signed, payload: decode(payload)?, signature: decode(signature)? })
    }

    /// The claims, which are only claims before [`Self::is_signed_by`] says more.
    pub fn claims<T: for<'de> Deserialize<'de>>(&self) -> Option<T> {
        serde_json::from_slice(&self.payload).ok()
    }

    /// Whether that key signed it.
    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        key.verifies(self.algorithm, self.signed.as_bytes(), &self.signature)
    }
}

/// The claims of what looks like a signed token, by whatever algorithm: to see whose it may be.
pub fn peek<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
    let mut parts = text.split('.');
    let (_, payload, _) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).ok()?).ok()
}

/// One audience or several (RFC 7519 §4.1.3).
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Audience {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl Audience {
    /// Whether one of them is that.
    pub fn has(&self, audience: &str) -> bool {
        match self {
            Self::One(one) => one == audience,
            Self::Many(many) => many.iter().any(|one| one == audience),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(header: &str, payload: &str) -> String {
        format!("{}.{}.AAAA", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload))
    }

    #[test]
    fn only_asymmetric_algorithms_of_the_list_are_accepted() {
        for name in ["none", "None", "NONE", "", "HS256", "HS512", "rs256", "RS1", "ES512", "ES256K", "A128KW", "dir"] {
            let text = token(&format!("{{\"alg\":{name:?}}}"), "{}");
            assert!(Compact::parse(&text).is_none(), "{name}");
        }
        for algorithm in Algorithm::ALL {
            assert!(Compact::parse(&token(&format!("{{\"alg\":{:?}}}", algorithm.name()), "{}")).is_some());
        }
    }

    #[test]
    fn a_header_that_is_a_riddle_is_refused() {
        for header in [
            r#"{"alg":"RS256","crit":["exp"]}"#,
            r#"{"alg":"RS256","crit":null}"#,
            r#"{"alg":"RS256","crit":[]}"#,
            r#"{"alg":"RS256","alg":"ES256"}"#,
            r#"{"alg":"RS256","kid":"a","kid":"b"}"#,
            r#"{"alg":["RS256"]}"#,
            r#"{"typ":"at+jwt"}"#,
            "[]",
            "",
        ] {
            assert!(Compact::parse(&token(header, "{}")).is_none(), "{header}");
        }
        let fine = token(r#"{"alg":"RS256"}"#, "{}");
        assert!(Compact::parse(&fine).is_some());
        for text in ["", ".", "..", "a.b", &format!("{fine}."), &format!("{fine}="), &fine.replace("AAAA", "AAA+")] {
            assert!(Compact::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_type_may_stand_behind_its_registry() {
        let header = |typ: &str| Header { alg: String::new(), typ: Some(typ.to_owned()), kid: None, crit: false };
        for fine in ["at+jwt", "AT+JWT", "application/at+jwt", "Application/at+JWT"] {
            assert!(header(fine).is_of_type("at+jwt"), "{fine}");
        }
        for wrong in ["JWT", "", "application/", "at+jwt ", "text/at+jwt", "äpplication/at+jwt"] {
            assert!(!header(wrong).is_of_type("at+jwt"), "{wrong}");
        }
    }

    #[test]
    fn a_key_works_with_algorithms_of_its_own_type_alone() {
        let keys = [
            PublicKey::Rsa { n: vec![1; 256], e: vec![1, 0, 1] },
            PublicKey::P256(vec![4; 65]),
            PublicKey::P384(vec![4; 97]),
            PublicKey::Ed25519(vec![1; 32]),
        ];
        for algorithm in Algorithm::ALL {
            assert_eq!(keys.iter().filter(|key| key.is_for(algorithm)).count(), 1, "{algorithm:?}");
        }
    }
}
