//! What an organisation says of its own authorisation servers: whose access tokens are taken, and how they are checked
//! (RFC 9068, RFC 7662), and where permissions are registered by UMA 2.0.
//!
//! All that can be wrong with a setting is said when it is set. Secrets are stored and never shown again.

use std::path::PathBuf;

use reqwest::Url;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::Value;

use crate::{
    scim::{filter, generated, limits, schema::ResourceType},
    service::{access::Rights, foreign::keys::Keys, type_of_endpoint},
};

/// What stands for a secret wherever settings are shown; written back, it keeps the stored one.
pub const MASK: &str = "********";
/// The longest text of a setting, in bytes.
const TEXT: usize = 1_000;
/// The realm of a challenge unless another is given.
const REALM: &str = "scimd";

/// A secret in the settings: only storing shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The secret itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The words of the usual error would show the value.
        match Value::deserialize(deserializer)? {
            Value::String(text) => Ok(Self(text)),
            _ => Err(D::Error::custom("clientSecret must be a string")),
        }
    }
}

/// The algorithms that signatures may have: with a public key, all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "RFC 7518 §3.1 and RFC 8037 name them")]
pub enum Algorithm {
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512,
    ES256,
    ES384,
    EdDSA,
}

/// An authorisation server whose access tokens are taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuthorizationServer {
    /// Its `iss`, exactly.
    pub issuer: String,
    /// The `aud` that tokens for this organisation have.
    pub audience: String,
    /// The algorithms that are taken.
    #[serde(default = "usual_algorithms")]
    pub algorithms: Vec<Algorithm>,
    /// Where its keys are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jwks_uri: Option<String>,
    /// The file with its keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jwks_file: Option<PathBuf>,
    /// Its keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jwks: Option<Value>,
    /// Where it is asked about a token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introspection: Option<Introspection>,
    /// The claims that hold scopes.
    #[serde(default = "usual_scope_claims")]
    pub scope_claims: Vec<String>,
    /// What scopes for this server begin with; the others are for somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope_prefix: Option<String>,
    /// What every token of it may do, whatever scopes it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scopes: Option<String>,
    /// The resource that a token stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_for: Option<StandsFor>,
}

/// Token introspection (RFC 7662).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Introspection {
    /// Where to ask.
    pub endpoint: String,
    /// As whom.
    pub client_id: String,
    /// By which secret.
    pub client_secret: Secret,
    /// Whether an answer without `aud` is enough: the server tells this client of no tokens that are for others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub audience_optional: bool,
}

/// Which resource a token stands for at `/Me`: the one whose attribute has the value of a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandsFor {
    /// The claim.
    pub claim: String,
    /// The resource type.
    pub resource_type: String,
    /// The attribute, as in a filter.
    pub attribute: String,
}

/// A UMA 2.0 authorisation server that permissions are registered at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Uma {
    /// The URI of the server, which clients are sent to; the `iss` of its tokens.
    pub as_uri: String,
    /// What is protected.
    #[serde(default = "usual_realm")]
    pub realm: String,
    /// Where permissions are registered.
    pub permission_endpoint: String,
    /// Where tokens are introspected.
    pub introspection_endpoint: String,
    /// Where a protection API token is had.
    pub token_endpoint: String,
    /// The client that has it.
    pub client_id: String,
    /// The secret of the client.
    pub client_secret: Secret,
    /// The id under which the organisation's resources are registered there.
    pub resource_id: String,
    /// The scopes that are registered there with the resource, of the words that credentials have.
    #[serde(default = "usual_resource_scopes")]
    pub resource_scopes: Vec<String>,
}

fn usual_algorithms() -> Vec<Algorithm> {
    vec![Algorithm::RS256, Algorithm::ES256]
}

fn usual_scope_claims() -> Vec<String> {
    ["scope", "scp"].map(str::to_owned).to_vec()
}

fn usual_realm() -> String {
    REALM.to_owned()
}

fn usual_resource_scopes() -> Vec<String> {
    ["read", "write"].map(str::to_owned).to_vec()
}

impl AuthorizationServer {
    /// Whether tokens are verified by keys.
    pub fn has_keys(&self) -> bool {
        self.jwks_uri.is_some() || self.jwks_file.is_some() || self.jwks.is_some()
    }

    /// What is wrong with it, after the name of the setting.
    fn check(&self) -> Result<(), String> {
        url("issuer", &self.issuer)?;
        text("audience", &self.audience)?;
        if self.algorithms.is_empty() {
            return Err("algorithms: name at least one, or leave them out for RS256 and ES256".to_owned());
        }
        let sources = [self.jwks_uri.is_some(), self.jwks_file.is_some(), self.jwks.is_some()];
        if sources.iter().filter(|given| **given).count() > 1 {
            return Err("jwksUri: give one of jwksUri, jwksFile and jwks".to_owned());
        }
        if !self.has_keys() && self.introspection.is_none() {
            return Err("jwksUri: give jwksUri, jwksFile or jwks for signed tokens, or introspection".to_owned());
        }
        if let Some(uri) = &self.jwks_uri {
            url("jwksUri", uri)?;
        }
        if self.jwks_file.as_ref().is_some_and(|path| !path.is_absolute()) {
            return Err("jwksFile: give the whole path, from / on".to_owned());
        }
        if let Some(jwks) = &self.jwks {
            Keys::read(jwks).map_err(|reason| format!("jwks: {reason}"))?;
        }
        if let Some(introspection) = &self.introspection {
            let at = |reason: String| format!("introspection.{reason}");
            url("endpoint", &introspection.endpoint).map_err(at)?;
            client(&introspection.client_id, &introspection.client_secret).map_err(at)?;
        }
        if self.scope_claims.iter().any(|claim| text("", claim).is_err()) || self.scope_claims.is_empty() {
            return Err("scopeClaims: name the claims that hold scopes, or leave them out".to_owned());
        }
        if let Some(prefix) = &self.scope_prefix {
            text("scopePrefix", prefix)?;
        }
        if let Some(scopes) = &self.scopes {
            Rights::parse(scopes).map_err(|error| format!("scopes: {error}"))?;
        }
        self.stands_for.as_ref().map_or(Ok(()), StandsFor::check).map_err(|reason| format!("standsFor.{reason}"))
    }
}

impl StandsFor {
    /// The resource type.
    pub fn kind(&self) -> Option<&'static ResourceType> {
        generated::RESOURCE_TYPES.iter().copied().find(|kind| kind.name == self.resource_type)
    }

    /// The filter that finds the resource with a value.
    pub fn condition(&self, value: &str) -> Result<filter::Condition, String> {
        let kind = self.kind().ok_or_else(|| {
            let names: Vec<_> = generated::RESOURCE_TYPES.iter().map(|kind| kind.name).collect();
            format!("resourceType: use one of {}", names.join(", "))
        })?;
        let text = format!("{} eq {}", self.attribute, Value::from(value));
        filter::parse(&text)
            .and_then(|parsed| filter::resolve(kind, parsed, filter::Unknown::Refuse, type_of_endpoint))
            .map_err(|error| format!("attribute: {}", error.detail))
    }

    fn check(&self) -> Result<(), String> {
        text("claim", &self.claim)?;
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b":._-$".contains(&byte);
        if self.attribute.is_empty() || !self.attribute.bytes().all(plain) {
            return Err("attribute: name one attribute, such as userName".to_owned());
        }
        self.condition("x").map(|_| ())
    }
}

impl Uma {
    fn check(&self) -> Result<(), String> {
        let urls = [
            ("asUri", &self.as_uri),
            ("permissionEndpoint", &self.permission_endpoint),
            ("introspectionEndpoint", &self.introspection_endpoint),
            ("tokenEndpoint", &self.token_endpoint),
        ];
        for (name, value) in urls {
            url(name, value)?;
        }
        let printable = |character: char| (' '..='~').contains(&character) && !matches!(character, '"' | '\\');
        if self.realm.len() > TEXT || !self.realm.chars().all(printable) {
            return Err("realm: use letters, digits and blanks".to_owned());
        }
        text("resourceId", &self.resource_id)?;
        client(&self.client_id, &self.client_secret)?;
        if self.resource_scopes.is_empty() {
            return Err("resourceScopes: name the registered scopes, or leave them out for read and write".to_owned());
        }
        Rights::parse(&self.resource_scopes.join(" ")).map_err(|error| format!("resourceScopes: {error}"))?;
        Ok(())
    }
}

/// What is wrong with them, with the path of the setting.
pub(super) fn check(servers: &[AuthorizationServer], uma: Option<&Uma>) -> Result<(), String> {
    if servers.len() > limits::AUTHORIZATION_SERVERS {
        return Err(format!("authorizationServers: at most {} are taken", limits::AUTHORIZATION_SERVERS));
    }
    for (index, server) in servers.iter().enumerate() {
        server.check().map_err(|reason| format!("authorizationServers[{index}].{reason}"))?;
        let same = |other: &AuthorizationServer| other.issuer == server.issuer && other.audience == server.audience;
        if servers[..index].iter().any(same) {
            let detail = "issuer: another one has the same issuer and audience; give one of both";
            return Err(format!("authorizationServers[{index}].{detail}"));
        }
    }
    uma.map_or(Ok(()), Uma::check).map_err(|reason| format!("uma.{reason}"))
}

/// Puts the stored secrets where masks were written back; a mask with nothing behind it is an error.
///
/// A secret stays with the endpoint and the client that it was given for: nobody gets hold of it by another address.
pub(super) fn keep_secrets(
    servers: &mut [AuthorizationServer],
    uma: Option<&mut Uma>,
    stored: (&[AuthorizationServer], Option<&Uma>),
) -> Result<(), String> {
    let again =
        "clientSecret: write the secret again; the stored one is for another endpoint or client, or there is none";
    for (index, server) in servers.iter_mut().enumerate() {
        let issuer = server.issuer.clone();
        let Some(own) = server.introspection.as_mut().filter(|own| own.client_secret.0 == MASK) else { continue };
        let same = |old: &&Introspection| old.endpoint == own.endpoint && old.client_id == own.client_id;
        let before = stored.0.iter().filter(|old| old.issuer == issuer);
        let kept = before.filter_map(|old| old.introspection.as_ref()).find(same);
        let kept = kept.ok_or_else(|| format!("authorizationServers[{index}].introspection.{again}"))?;
        own.client_secret = kept.client_secret.clone();
    }
    if let Some(own) = uma.filter(|own| own.client_secret.0 == MASK) {
        let same = |old: &&Uma| {
            let urls = |uma: &Uma| {
                let urls = [&uma.permission_endpoint, &uma.introspection_endpoint, &uma.token_endpoint, &uma.client_id];
                urls.map(String::clone)
            };
            urls(old) == urls(own)
        };
        let kept = stored.1.filter(same).ok_or_else(|| format!("uma.{again}"))?;
        own.client_secret = kept.client_secret.clone();
    }
    Ok(())
}

/// Masks every secret in settings that are shown.
pub(super) fn mask(settings: &mut Value) {
    match settings {
        Value::Object(members) => {
            for (name, value) in members {
                if name == "clientSecret" {
                    *value = MASK.into();
                } else {
                    mask(value);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(mask),
        _ => {}
    }
}

/// A URL that secrets and tokens may be sent to: by TLS, or within this machine.
fn url(name: &str, given: &str) -> Result<(), String> {
    text(name, given)?;
    let parsed = Url::parse(given).map_err(|error| format!("{name}: this is no URL: {error}"))?;
    let host = parsed.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let loopback = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    if parsed.scheme() != "https" && !(parsed.scheme() == "http" && loopback) {
        return Err(format!("{name}: use https; http is taken for this machine's own addresses only"));
    }
    if !parsed.username().is_empty() || parsed.password().is_some() || parsed.fragment().is_some() {
        return Err(format!("{name}: leave user, password and fragment out of the URL"));
    }
    Ok(())
}

fn client(id: &str, secret: &Secret) -> Result<(), String> {
    text("clientId", id)?;
    if secret.0.is_empty() || secret.0.len() > TEXT {
        return Err(format!("clientSecret: use 1 to {TEXT} bytes"));
    }
    Ok(())
}

fn text(name: &str, given: &str) -> Result<(), String> {
    let fine = (1..=TEXT).contains(&given.len()) && !given.chars().any(|character| character.is_control());
    if fine { Ok(()) } else { Err(format!("{name}: use 1 to {TEXT} bytes and no control characters")) }
}
