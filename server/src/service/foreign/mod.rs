//! Access tokens of an organisation's own authorisation server: signed ones (RFC 9068), opaque ones by introspection
//! (RFC 7662), and those of UMA 2.0.
//!
//! On a path with an organisation that organisation's servers say whose a token is. Elsewhere a signed token says itself
//! which issuer it is of, and is taken if it is good for exactly one organisation; an opaque one says nothing and is
//! taken nowhere. When a server cannot be asked, nobody is refused: the answer is 503.

pub mod claims;
mod introspection;
pub mod jwt;
pub mod keys;
mod seen;
mod tenants;
mod uma;

use std::{net::IpAddr, path::Path, sync::Arc};

use crate::{
    scim::{
        error::{Error, ErrorKind},
        limits,
    },
    store::{list::ListQuery, organisations::Subject, resources::Want, table_of},
};

use self::{
    claims::Claims,
    jwt::Jwt,
    keys::{Keys, Sources},
    seen::Seen,
    tenants::{Directory, Tenant},
};
use super::{
    Service,
    access::Rights,
    credentials::{Presented, Token},
    database_error,
    identity::Identity,
    outbound::Outbound,
    settings::authorization::{AuthorizationServer, StandsFor},
};

pub use self::uma::Challenge;

/// What scimd's own secrets begin with; they are never sent anywhere.
const OWN: &str = "scimd_";
/// Questions about one opaque token wait for each other in so many lanes, by its SHA-256.
const LANES: usize = 64;

/// What is known of authorisation servers and their tokens.
pub struct Foreign {
    outbound: Arc<Outbound>,
    directory: Directory,
    sources: Sources,
    seen: Seen,
    lanes: Vec<tokio::sync::Mutex<()>>,
    protection: uma::ProtectionTokens,
}

impl Default for Foreign {
    fn default() -> Self {
        Self {
            outbound: Arc::default(),
            directory: Directory::default(),
            sources: Sources::default(),
            seen: Seen::default(),
            lanes: (0..LANES).map(|_| tokio::sync::Mutex::default()).collect(),
            protection: uma::ProtectionTokens::default(),
        }
    }
}

impl Foreign {
    /// Forgets what the settings of organisations said.
    pub fn forget(&self) {
        self.directory.forget();
        self.seen.forget();
        self.protection.forget();
    }
}

/// What a token is found to be.
struct Found {
    identity: Identity,
    /// In microseconds since 1970.
    ends: Option<i64>,
}

impl Service {
    /// Who presents a bearer token, of scimd or of an authorisation server, on the path of an organisation if it has one.
    pub async fn recognise_bearer(
        &self,
        token: &Token,
        organisation: Option<&str>,
        source: Option<IpAddr>,
    ) -> Result<Option<Identity>, Error> {
        let key = (token.digest(), organisation.map(str::to_owned));
        if let Some(identity) = self.foreign.seen.good(&key, self.clock.now()) {
            return Ok(Some(identity));
        }
        if let Some(identity) = self.recognise(Presented::Bearer(token), source).await? {
            return Ok(Some(identity));
        }
        if !is_token(token.expose()) || self.tenants().await?.is_empty() {
            return Ok(None);
        }
        let asked = self.foreign.seen.ask();
        let found = match Jwt::read(token.expose()) {
            Some(jwt) if jwt.issuer().is_some() => self.signed(&jwt, token, organisation).await?,
            _ => match organisation {
                Some(organisation) => return self.opaque(token, organisation, key).await,
                None => None,
            },
        };
        Ok(found.map(|found| {
            self.foreign.seen.learn(asked, key, found.identity.clone(), found.ends);
            found.identity
        }))
    }

    /// Whose a signed token is.
    async fn signed(&self, jwt: &Jwt<'_>, token: &Token, organisation: Option<&str>) -> Result<Option<Found>, Error> {
        let tenants = self.tenants().await?;
        let issuer = jwt.issuer().unwrap_or_default();
        let here = organisation.and_then(|slug| tenants.of(slug));
        if let Some(tenant) = here {
            if let Some(found) = self.signed_for(tenant, jwt, token, true).await? {
                return Ok(Some(found));
            }
            if tenant.settings.uma.as_ref().is_some_and(|uma| uma.as_uri == issuer) {
                return self.permitted(tenant, token).await;
            }
        }
        let mut good = Vec::new();
        for tenant in tenants.of_issuer(issuer) {
            if here.is_some_and(|here| Arc::ptr_eq(here, tenant)) {
                continue;
            }
            match self.signed_for(tenant, jwt, token, false).await {
                Ok(found) => good.extend(found),
                // On another organisation's path this one's server does not matter.
                Err(_) if organisation.is_some() => {}
                Err(error) => return Err(error),
            }
        }
        match good.len() {
            // A good token on a path that is not its own gets 404 for it, whichever organisation it is of.
            2.. if organisation.is_none() => {
                tracing::warn!(issuer, "a token is good for several organisations: it needs one of their paths");
                Ok(None)
            }
            _ => Ok(good.pop()),
        }
    }

    /// Whose a signed token is by the servers of one organisation, which are asked about it on that organisation's path.
    async fn signed_for(
        &self,
        tenant: &Tenant,
        jwt: &Jwt<'_>,
        token: &Token,
        here: bool,
    ) -> Result<Option<Found>, Error> {
        let now = self.clock.now();
        let servers = tenant.settings.authorization_servers.iter();
        for server in servers.filter(|server| Some(server.issuer.as_str()) == jwt.issuer()) {
            let refuse = |reason| {
                let organisation = tenant.organisation.slug.as_str();
                tracing::debug!(organisation, issuer = server.issuer, reason, "a token is refused");
            };
            if server.has_keys() {
                let algorithm = match jwt.precheck(server, now) {
                    Ok(algorithm) => algorithm,
                    Err(reason) => {
                        refuse(reason);
                        continue;
                    }
                };
                let keys = self.keys(server, jwt.key_id(), now).await?;
                if !jwt.is_signed(&keys, algorithm) {
                    refuse("no key of its server has made the signature");
                    continue;
                }
            }
            // A server with both wants both: the signature, and that the token is not revoked.
            let said = match &server.introspection {
                Some(introspection) if here || server.has_keys() => {
                    match self.introspect(server, introspection, token.expose()).await? {
                        Some(said) => Some(said),
                        None => continue,
                    }
                }
                Some(_) => continue,
                None => None,
            };
            let claims = if server.has_keys() { &jwt.claims } else { said.as_ref().unwrap_or(&jwt.claims) };
            return self.found(tenant, server, claims).await.map(Some);
        }
        Ok(None)
    }

    /// Whose an opaque token is by the servers of the organisation in the path.
    async fn opaque(&self, token: &Token, organisation: &str, key: seen::Key) -> Result<Option<Identity>, Error> {
        let seen = &self.foreign.seen;
        let tenants = self.tenants().await?;
        let Some(tenant) = tenants.of(organisation) else { return Ok(None) };
        // Who asks for the same token at the same time gets the same answer.
        let _lane = self.foreign.lanes[usize::from(key.0[0]) % LANES].lock().await;
        if let Some(identity) = seen.good(&key, self.clock.now()) {
            return Ok(Some(identity));
        }
        if seen.is_bad(&key) {
            return Ok(None);
        }
        let asked = seen.ask();
        let mut failure = None;
        for server in &tenant.settings.authorization_servers {
            let Some(introspection) = &server.introspection else { continue };
            match self.introspect(server, introspection, token.expose()).await {
                Ok(Some(claims)) => {
                    let found = self.found(tenant, server, &claims).await?;
                    seen.learn(asked, key, found.identity.clone(), found.ends);
                    return Ok(Some(found.identity));
                }
                Ok(None) => {}
                Err(error) => failure = Some(error),
            }
        }
        match self.permitted(tenant, token).await {
            Ok(Some(found)) => {
                seen.learn(asked, key, found.identity.clone(), found.ends);
                return Ok(Some(found.identity));
            }
            Ok(None) => {}
            Err(error) => failure = Some(error),
        }
        match failure {
            Some(error) => Err(error),
            None => {
                seen.refuse(asked, key);
                Ok(None)
            }
        }
    }

    /// The keys of a server.
    async fn keys(&self, server: &AuthorizationServer, id: Option<&str>, now: i64) -> Result<Arc<Keys>, Error> {
        let found = if let Some(set) = &server.jwks {
            return Keys::read(set).map(Arc::new).map_err(|reason| unreachable(&server.issuer, &reason));
        } else if let Some(uri) = &server.jwks_uri {
            let (outbound, url) = (self.foreign.outbound.clone(), uri.clone());
            let fetch = async move {
                let answer = outbound.get(&url).await.map_err(|error| format!("{url}: {error}"))?;
                if answer.status == 200 { Ok(answer.body) } else { Err(format!("{url}: it answers {}", answer.status)) }
            };
            self.foreign.sources.of(uri).keys(now, id, fetch).await
        } else if let Some(path) = server.jwks_file.clone() {
            let name = format!("file:{}", path.display());
            let fetch = async move {
                let read = tokio::task::spawn_blocking(move || read_file(&path)).await;
                read.unwrap_or_else(|error| Err(error.to_string()))
            };
            self.foreign.sources.of(&name).keys(now, id, fetch).await
        } else {
            None
        };
        found.ok_or_else(|| unreachable(&server.issuer, "there are no keys to verify its tokens with"))
    }

    /// A token with these claims, of a server of that organisation.
    async fn found(&self, tenant: &Tenant, server: &AuthorizationServer, claims: &Claims) -> Result<Found, Error> {
        let mut subject = None;
        if let Some(rule) = &server.stands_for
            && let Some(value) = claims.text(&rule.claim)
        {
            subject = self.resource_of(tenant, rule, value).await?;
        }
        let rights = claims.rights(server);
        let ends = claims.ends(self.clock.now()).unwrap_or_default();
        Ok(found(tenant, claims.name(&server.issuer), rights, subject, ends))
    }

    /// The resource whose attribute has that value, if exactly one has.
    async fn resource_of(&self, tenant: &Tenant, rule: &StandsFor, value: &str) -> Result<Option<Subject>, Error> {
        let table = rule.kind().and_then(|kind| table_of(kind.name));
        // A value that no filter can ask for is no resource's.
        let (Some(table), Ok(condition)) = (table, rule.condition(value)) else { return Ok(None) };
        let query = ListQuery { condition: Some(condition), sort: None, offset: 0, count: 2, want: Want::default() };
        let page = self.store.list(tenant.organisation.org, table, &query).await.map_err(database_error)?;
        match page.resources.as_slice() {
            [only] => Ok(Some(Subject { table, id: only.id })),
            _ => Ok(None),
        }
    }
}

fn found(tenant: &Tenant, name: String, rights: Rights, subject: Option<Subject>, ends: Option<i64>) -> Found {
    let identity = Identity {
        credential: None,
        name: Arc::from(name),
        organisation: Some(tenant.organisation.clone()),
        rights,
        settings: tenant.settings.clone(),
        subject,
    };
    Found { identity, ends }
}

/// Whether a text can be an access token of another server (RFC 6750 §2.1).
fn is_token(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte);
    text.len() <= limits::TOKEN_BYTES && !text.starts_with(OWN) && text.bytes().all(plain)
}

fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let most = limits::ANSWER_BYTES as u64;
    let read = std::fs::File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    read.map_err(|error| format!("{}: {error}", path.display()))?;
    if bytes.len() as u64 > most {
        Err(format!("{}: it is longer than {most} bytes", path.display()))
    } else {
        Ok(bytes)
    }
}

/// The error when an authorisation server cannot say what it must; the operator reads the reason in the log.
fn unreachable(server: &str, reason: &str) -> Error {
    tracing::error!(server, reason, "an authorisation server does not answer as it should");
    let detail = "the authorisation server of the organisation cannot be asked at present; try again";
    Error::new(ErrorKind::Unavailable, detail)
}
