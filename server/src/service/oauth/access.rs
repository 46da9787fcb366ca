//! Access tokens of the token endpoint: signed JWTs of RFC 9068, made and recognised.
//!
//! A token says which client it is of and what it may do. Whether the client may still do that is asked of its credential
//! at each use, so that revoking the client ends its tokens.

use std::{net::IpAddr, sync::Arc};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    scim::{error::Error, limits},
    service::{
        Service,
        access::Rights,
        credentials::{Kind, Token},
        database_error,
        identity::{Identity, Known},
        parse_id,
    },
    store::credentials::{By, Credential},
};

use super::{
    jws::{Audience, Compact, peek},
    signing::SigningKey,
};

/// The type in the header (RFC 9068 §2.1).
const TYPE: &str = "at+jwt";
const SECOND: i64 = 1_000_000;

/// What a token says (RFC 9068 §2.2).
#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    sub: &'a str,
    client_id: &'a str,
    aud: &'a str,
    iat: i64,
    exp: i64,
    jti: String,
    scope: &'a str,
}

/// What a token must say.
#[derive(Deserialize)]
struct Said {
    iss: String,
    sub: String,
    client_id: String,
    aud: Audience,
    exp: i64,
    scope: String,
}

/// Whose a bearer token is.
#[derive(Debug)]
pub enum Recognised {
    /// Not one of the token endpoint.
    Other,
    /// It says that it is one of the token endpoint, and is not valid.
    Invalid,
    /// A client's.
    Of(Box<Identity>),
}

impl Service {
    /// Makes an access token of a client, and says how many seconds it holds: never a second longer than the credential.
    pub(super) async fn access_token(&self, client: &Credential, scope: &str) -> Result<(Token, i64), Error> {
        let key = self.signing_key().await?;
        let now = self.clock.now();
        let iat = now / SECOND;
        // The second in which the credential ends: it is asked itself at each use.
        let exp = (iat + limits::ACCESS_TOKEN_SECONDS).min((client.expires + SECOND - 1) / SECOND);
        let (issuer, id) = (&*self.issuer, client.id.to_string());
        let claims = Claims {
            iss: issuer,
            sub: &id,
            client_id: &id,
            aud: issuer,
            iat,
            exp,
            jti: self.new_id()?.to_string(),
            scope,
        };
        let header = json!({ "typ": TYPE, "alg": SigningKey::ALGORITHM.name(), "kid": key.kid });
        let encode = |part: &[u8]| URL_SAFE_NO_PAD.encode(part);
        let signed =
            format!("{}.{}", encode(header.to_string().as_bytes()), encode(json!(claims).to_string().as_bytes()));
        let signature = key.sign(signed.as_bytes())?;
        Ok((Token::given(format!("{signed}.{}", encode(&signature))), exp - iat))
    }

    /// Recognises an access token of the token endpoint. Whether it claims to be one is told by its issuer alone.
    pub(in crate::service) async fn recognise_access_token(
        &self,
        token: &Token,
        source: Option<IpAddr>,
    ) -> Result<Recognised, Error> {
        #[derive(Deserialize)]
        struct Issuer {
            iss: String,
        }
        let text = token.expose();
        let issuer = (text.len() <= limits::TOKEN_REQUEST_BYTES).then(|| peek::<Issuer>(text)).flatten();
        if self.issuer.is_empty() || issuer.is_none_or(|claims| claims.iss != *self.issuer) {
            return Ok(Recognised::Other);
        }
        Ok(match self.proven(text).await? {
            Some(said) => self.identity_of(&said, source).await?.map_or(Recognised::Invalid, Recognised::Of),
            None => Recognised::Invalid,
        })
    }

    /// What a token says, if it is a token of ours in force (RFC 9068 §4).
    async fn proven(&self, text: &str) -> Result<Option<Said>, Error> {
        let Some(token) = Compact::parse(text) else { return Ok(None) };
        if token.algorithm != SigningKey::ALGORITHM || !token.header.is_of_type(TYPE) {
            return Ok(None);
        }
        let Some(kid) = &token.header.kid else { return Ok(None) };
        let Some(key) = self.verifying_key(kid).await? else { return Ok(None) };
        if !token.is_signed_by(&key.public) {
            return Ok(None);
        }
        let said: Option<Said> = token.claims();
        Ok(said.filter(|said| {
            *said.iss == *self.issuer
                && said.aud.has(&self.issuer)
                && said.sub == said.client_id
                && self.clock.now() < said.exp.saturating_mul(SECOND)
        }))
    }

    async fn identity_of(&self, said: &Said, source: Option<IpAddr>) -> Result<Option<Box<Identity>>, Error> {
        let Some(id) = parse_id(&said.client_id) else { return Ok(None) };
        let Some(known) = self.known_client(id, source).await? else { return Ok(None) };
        let credential = &known.credential;
        if credential.kind != Kind::Client.name() || !self.is_in_force(credential) {
            return Ok(None);
        }
        let mut identity = Identity::of(&known);
        identity.rights = Rights::of(&said.scope).within(&known.rights);
        Ok(Some(Box::new(identity)))
    }

    /// A client, known for some seconds without asking the database.
    async fn known_client(&self, id: Uuid, source: Option<IpAddr>) -> Result<Option<Arc<Known>>, Error> {
        // Among the digests of secrets: no secret has this one, and a client's credential is taken for no bearer token.
        let digest = Sha256::new_with_prefix("client\0").chain_update(id.as_bytes()).finalize().into();
        if let Some(known) = self.identities.get(&digest) {
            return Ok(Some(known));
        }
        let asked = self.identities.ask();
        let found = self.store.credential(By::Id(id)).await.map_err(database_error)?;
        Ok(found.map(|(credential, organisation)| {
            self.note_use(&credential, source);
            self.identities.learn(asked, digest, Known::new(credential, organisation))
        }))
    }
}
