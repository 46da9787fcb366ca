//! The token endpoint of scimd's own authorisation server: client credentials (RFC 6749 §4.4) for access tokens (RFC 9068).
//!
//! A client is a credential of kind `client`. It proves itself by its secret or by a key, one way a request, and gets a
//! token for what it may do, or for the part of it that it asks for. The words of the errors are for the client's owner;
//! none tells whether a client exists.

mod access;
mod assertion;
pub mod jwk;
pub mod jws;
mod signing;

use std::net::IpAddr;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use uuid::Uuid;

use crate::{
    scim::error::Error,
    store::{
        credentials::{By, Credential},
        organisations::Organisation,
    },
};

use super::{
    Service,
    access::Rights,
    credentials::{Kind, Token, hexadecimal},
    database_error, parse_id,
};

pub use self::{
    access::Recognised,
    assertion::TYPE as ASSERTION_TYPE,
    signing::{KeyState, SET_SECONDS, SigningKeys},
};

/// Where the token endpoint is, below the issuer.
pub const TOKEN_PATH: &str = "/oauth/token";
/// Where the JWK set is, below the issuer.
pub const JWKS_PATH: &str = "/oauth/jwks";
/// The only grant.
pub const GRANT_TYPE: &str = "client_credentials";

/// A request to the token endpoint. An empty parameter is one that was left out.
#[derive(Debug, Clone, Default)]
pub struct TokenRequest {
    /// The user and the password of HTTP Basic: client id and secret, decoded.
    pub basic: Option<(String, Token)>,
    /// `grant_type`
    pub grant_type: Option<String>,
    /// `scope`
    pub scope: Option<String>,
    /// `resource`, each of them (RFC 8707)
    pub resources: Vec<String>,
    /// `client_id`
    pub client_id: Option<String>,
    /// `client_secret`
    pub client_secret: Option<Token>,
    /// `client_assertion_type`
    pub assertion_type: Option<String>,
    /// `client_assertion`
    pub assertion: Option<Token>,
}

/// What the token endpoint gives.
#[derive(Debug)]
pub struct Issued {
    /// The access token.
    pub token: Token,
    /// How many seconds it holds.
    pub seconds: i64,
    /// What it may do.
    pub scope: String,
}

/// Why the token endpoint gives nothing (RFC 6749 §5.2).
#[derive(Debug)]
pub struct TokenError {
    /// Its kind.
    pub kind: TokenErrorKind,
    /// What is wrong, and what to do.
    pub description: String,
}

/// The kinds of errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenErrorKind {
    /// A parameter is missing, twice there, or malformed.
    InvalidRequest,
    /// The request is too long.
    TooLarge,
    /// The client did not prove itself.
    InvalidClient,
    /// The client proved itself and may have no token.
    UnauthorizedClient,
    /// The grant is not offered.
    UnsupportedGrantType,
    /// The scope is unknown or more than the client has.
    InvalidScope,
    /// The resource is not here (RFC 8707 §2).
    InvalidTarget,
    /// The server is at fault; with its status.
    Server(u16),
}

impl TokenError {
    /// An error of a kind.
    pub fn new(kind: TokenErrorKind, description: impl Into<String>) -> Self {
        Self { kind, description: description.into() }
    }
}

impl From<Error> for TokenError {
    fn from(error: Error) -> Self {
        Self::new(TokenErrorKind::Server(error.kind.status()), error.detail)
    }
}

/// What is said of every client that did not prove itself, whatever the reason.
const UNPROVEN: &str = "the client is unknown, or its secret or assertion is not valid";

impl Service {
    /// The issuer of access tokens, and their audience: the URL of the server. Empty beside the server.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The service, as the issuer that is reached by a URL.
    #[must_use]
    pub fn with_issuer(self, url: &str) -> Self {
        Self { issuer: url.into(), ..self }
    }

    /// Gives a client an access token.
    pub async fn issue_token(&self, request: &TokenRequest, source: Option<IpAddr>) -> Result<Issued, TokenError> {
        use TokenErrorKind::{InvalidRequest, InvalidTarget, UnauthorizedClient, UnsupportedGrantType};
        match request.grant_type.as_deref() {
            Some(GRANT_TYPE) => {}
            Some(_) => {
                let description = format!("the grant is not offered; use grant_type={GRANT_TYPE}");
                return Err(TokenError::new(UnsupportedGrantType, description));
            }
            None => {
                let description = format!("grant_type is missing; send grant_type={GRANT_TYPE}");
                return Err(TokenError::new(InvalidRequest, description));
            }
        }
        let (client, organisation) = self.authenticate(request).await?;
        if organisation.suspended.is_some() {
            let description = "the organisation is suspended; ask the administrator of this server";
            return Err(TokenError::new(UnauthorizedClient, description));
        }
        let here = |resource: &String| {
            let rest = resource.strip_prefix(&*self.issuer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if !request.resources.iter().all(here) {
            let description = format!("tokens are for resources of {} alone", self.issuer);
            return Err(TokenError::new(InvalidTarget, description));
        }
        let scope = granted(&client, request.scope.as_deref())?;
        let (token, seconds) = self.access_token(&client, &scope).await?;
        self.note_use(&client, source);
        Ok(Issued { token, seconds, scope })
    }

    /// The client that proves itself by a request, in one of the three ways.
    async fn authenticate(&self, request: &TokenRequest) -> Result<(Credential, Organisation), TokenError> {
        let invalid = |description: &str| TokenError::new(TokenErrorKind::InvalidRequest, description);
        let unproven = || TokenError::new(TokenErrorKind::InvalidClient, UNPROVEN);
        let ways = [request.basic.is_some(), request.client_secret.is_some(), request.assertion.is_some()];
        if ways.into_iter().filter(|way| *way).count() > 1 {
            return Err(invalid("the client proves itself in more than one way; use one (RFC 6749 section 2.3)"));
        }
        let named = request.client_id.as_deref();
        let (id, secret) = match (&request.basic, &request.client_secret, &request.assertion) {
            (Some((id, secret)), ..) => (parse_id(id), Some(secret)),
            (_, Some(secret), _) => (named.and_then(parse_id), Some(secret)),
            (.., Some(assertion)) if request.assertion_type.as_deref() == Some(ASSERTION_TYPE) => {
                (assertion::client(assertion.expose()), None)
            }
            (.., Some(_)) => return Err(invalid(&format!("client_assertion_type must be {ASSERTION_TYPE}"))),
            (None, None, None) => {
                let description = "the client does not prove itself; send its id and secret by HTTP Basic, or client_id \
                                   and client_secret, or a client_assertion";
                return Err(TokenError::new(TokenErrorKind::InvalidClient, description));
            }
        };
        let id = id.ok_or_else(unproven)?;
        if named.is_some_and(|named| parse_id(named) != Some(id)) {
            return Err(invalid("client_id is another than that of the client that proves itself; send one of them"));
        }
        let found = self.store.credential(By::Id(id)).await.map_err(database_error)?;
        let Some((client, Some(organisation))) = found else { return Err(unproven()) };
        if client.kind != Kind::Client.name() || !self.is_in_force(&client) {
            return Err(unproven());
        }
        match secret {
            Some(secret) if fits(secret, &client) => {}
            Some(_) => return Err(unproven()),
            None => self.check_assertion(request, &client, id).await?,
        }
        Ok((client, organisation))
    }

    async fn check_assertion(&self, request: &TokenRequest, client: &Credential, id: Uuid) -> Result<(), TokenError> {
        let refused = |description: &str| TokenError::new(TokenErrorKind::InvalidClient, description);
        let (Some(assertion), Some(keys)) = (&request.assertion, &client.keys) else { return Err(refused(UNPROVEN)) };
        let endpoint = format!("{}{TOKEN_PATH}", self.issuer);
        let now = self.clock.now();
        let audiences = [endpoint.as_str(), &*self.issuer];
        let once = assertion::check(assertion.expose(), id, &jwk::keys(keys), &audiences, now).map_err(refused)?;
        let first = self.store.use_assertion(client.org, id, &once.mark, once.expires, now).await;
        if first.map_err(database_error)? {
            return Ok(());
        }
        Err(refused("the assertion was used already; make a new one, with another jti, for each request"))
    }
}

fn fits(secret: &Token, client: &Credential) -> bool {
    let digest = hexadecimal(&secret.digest());
    let hash = client.hash.as_deref().unwrap_or_default();
    verify_slices_are_equal(digest.as_bytes(), hash.as_bytes()).is_ok()
}

/// The scope of a token: what the client may do, or as much of it as was asked for.
fn granted(client: &Credential, asked: Option<&str>) -> Result<String, TokenError> {
    let own = Rights::of(&client.scopes);
    let Some(asked) = asked else { return Ok(own.to_string()) };
    let invalid = |description: String| TokenError::new(TokenErrorKind::InvalidScope, description);
    let asked = Rights::parse(asked).map_err(|error| invalid(error.to_string()))?;
    if asked.within(&own) != asked {
        return Err(invalid(format!("the client may not do all of that; its scope is: {own}")));
    }
    Ok(asked.to_string())
}
