//! Credentials of organisations and of the administration: made, shown once, recognised, revoked (RFC 6750, RFC 7617).
//!
//! A secret is 256 random bits behind a prefix, with a checksum behind them, so that scanners of source code find a leaked
//! one without asking anybody; its SHA-256 is stored. What was recognised is known for some seconds without asking the
//! database. Every secret ends one day (RFC 7644 §7.4).

use std::{fmt::Write as _, net::IpAddr};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    scim::{
        error::{Error, ErrorKind},
        json::echo,
        key::date_time,
        limits,
    },
    store::{
        Actor, Org,
        audit::Change,
        credentials::{ADMINISTRATION, By, Credential, NewCredential},
        database::{DatabaseError, Refusal},
        organisations::Subject,
        resources::Want,
        table_of,
    },
};

use super::{
    Service,
    access::{EVERYTHING, Rights},
    database_error,
    identity::{Identity, Known},
    oauth::{Recognised, jwk},
    parse_id, type_of_endpoint,
};

/// What secrets begin with, for people and scanners to recognise them.
const PREFIX: &str = "scimd_";
/// The characters of the random bits.
const RANDOM: usize = 43;
/// The characters of the checksum: CRC-32 of what stands before it, in base 62.
const CHECKSUM: usize = 6;
const CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
/// In microseconds.
const DAY: i64 = 86_400_000_000;
/// How exactly the last use of a credential is known, in microseconds.
const USE_NOTED_EVERY: i64 = 60_000_000;

/// A secret, which only its owner is shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

impl Token {
    /// A secret from the environment or a request.
    pub fn given(text: String) -> Self {
        Self(text)
    }

    /// A new secret from 256 random bits.
    pub fn generate() -> Result<Self, getrandom::Error> {
        let mut random = [0; 32];
        getrandom::fill(&mut random)?;
        let mut text = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random));
        text.push_str(&checksum(&text));
        Ok(Self(text))
    }

    /// The secret itself, to be shown once.
    pub fn expose(&self) -> &str {
        &self.0
    }

    pub(super) fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }

    /// Whether it has the form of a secret made here and another checksum: no database knows it.
    pub(super) fn is_mistyped(&self) -> bool {
        let body = self.0.strip_prefix(PREFIX).filter(|body| body.len() == RANDOM + CHECKSUM);
        let cut = self.0.len().saturating_sub(CHECKSUM);
        body.is_some() && self.0.split_at_checked(cut).is_none_or(|(text, sum)| checksum(text) != sum)
    }
}

fn checksum(text: &str) -> String {
    const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut rest = CRC.checksum(text.as_bytes()) as usize;
    let mut out = [b'0'; CHECKSUM];
    for digit in out.iter_mut().rev() {
        *digit = DIGITS[rest % DIGITS.len()];
        rest /= DIGITS.len();
    }
    out.map(char::from).iter().collect()
}

/// How a credential is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// As bearer token.
    Token,
    /// As user and password of HTTP Basic: its id and its secret.
    Basic,
    /// By a client of the token endpoint: its id, and its secret or its keys.
    Client,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Token, Self::Basic, Self::Client];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Basic => "basic",
            Self::Client => "client",
        }
    }
}

/// A credential to be made.
#[derive(Debug, Clone)]
pub struct CredentialRequest {
    /// How it is used.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// What it may do; everything if it is not said.
    pub scopes: Option<String>,
    /// When it ends, in microseconds since 1970; in a year if it is not said.
    pub expires: Option<i64>,
    /// The resource that it stands for at `/Me`, such as `Users/2819c223-…`.
    pub subject: Option<String>,
    /// The public keys by which a client proves itself instead of by a secret, as a JWK set.
    pub keys: Option<String>,
}

impl CredentialRequest {
    /// One with every right, for a year.
    pub fn new(kind: Kind, name: &str) -> Self {
        Self { kind, name: name.to_owned(), scopes: None, expires: None, subject: None, keys: None }
    }
}

/// The end that a text such as `90d` or a time names, in microseconds since 1970.
pub fn end(text: &str, now: i64) -> Result<i64, Error> {
    let wrong = || {
        let detail = format!(
            "expires: {} is no end; give a number of days, hours, minutes or seconds (90d, 12h, 5m, 30s), or a time such as 2030-01-31T00:00:00Z",
            echo(text)
        );
        Error::new(ErrorKind::InvalidValue, detail)
    };
    if let Some(instant) = date_time(text) {
        return Ok(instant);
    }
    let (number, unit) = text.split_at_checked(text.len().saturating_sub(1)).ok_or_else(wrong)?;
    let unit = match unit {
        "d" => 86_400,
        "h" => 3_600,
        "m" => 60,
        "s" => 1,
        _ => return Err(wrong()),
    };
    let number = number.bytes().all(|byte| byte.is_ascii_digit()).then_some(number).ok_or_else(wrong)?;
    let seconds = number.parse::<i64>().ok().and_then(|number| number.checked_mul(unit)).ok_or_else(wrong)?;
    seconds.checked_mul(1_000_000).and_then(|micros| now.checked_add(micros)).ok_or_else(wrong)
}

/// What a request brings to be recognised by.
#[derive(Debug, Clone, Copy)]
pub enum Presented<'a> {
    /// A bearer token.
    Bearer(&'a Token),
    /// User and password.
    Basic(&'a str, &'a Token),
}

impl Service {
    /// Who presents this: none for a credential that is unknown, of another kind, revoked or expired.
    pub async fn recognise(&self, presented: Presented<'_>, source: Option<IpAddr>) -> Result<Option<Identity>, Error> {
        let (kind, id, secret) = match presented {
            Presented::Bearer(secret) => (Kind::Token, None, secret),
            Presented::Basic(id, secret) => match parse_id(id) {
                Some(id) => (Kind::Basic, Some(id), secret),
                None => return Ok(None),
            },
        };
        if secret.is_mistyped() {
            return Ok(None);
        }
        if kind == Kind::Token {
            match self.recognise_access_token(secret, source).await? {
                Recognised::Of(identity) => return Ok(Some(*identity)),
                Recognised::Invalid => return Ok(None),
                Recognised::Other => {}
            }
        }
        let digest = secret.digest();
        let known = match self.identities.get(&digest) {
            Some(known) => known,
            None => {
                let asked = self.identities.ask();
                let hash = hexadecimal(&digest);
                let found = self.store.credential(By::Hash(&hash)).await.map_err(database_error)?;
                let Some((credential, organisation)) = found else { return Ok(None) };
                self.note_use(&credential, source);
                self.identities.learn(asked, digest, Known::new(credential, organisation))
            }
        };
        let credential = &known.credential;
        let fits = credential.kind == kind.name() && id.is_none_or(|id| id == credential.id);
        Ok((fits && self.is_in_force(credential)).then(|| Identity::of(&known)))
    }

    /// Whether a credential is neither revoked nor expired.
    pub(super) fn is_in_force(&self, credential: &Credential) -> bool {
        credential.revoked.is_none() && self.clock.now() < credential.expires
    }

    /// Notes the use of a credential, beside the request.
    pub(super) fn note_use(&self, credential: &Credential, source: Option<IpAddr>) {
        let now = self.clock.now();
        let recent = credential.last_used.is_some_and(|last| now - last < USE_NOTED_EVERY);
        if recent || !self.is_in_force(credential) {
            return;
        }
        let (store, id) = (self.store.clone(), credential.id);
        tokio::spawn(async move {
            if let Err(error) = store.credential_used(id, now, source.map(|source| source.to_string())).await {
                tracing::warn!(?error, credential = %id, "the use of a credential could not be noted");
            }
        });
    }

    /// Makes a credential of an organisation or of the administration: what is stored, and its secret if it has one.
    pub async fn create_credential(
        &self,
        by: &Actor,
        org: Org,
        request: CredentialRequest,
    ) -> Result<(Credential, Option<Token>), Error> {
        let name = echo(&request.name);
        let created = self.created_credential(by, org, request).await;
        self.audit_refusal(Change::credential(by, org, "create", self.clock.now()).called(&name), &created).await;
        created
    }

    async fn created_credential(
        &self,
        by: &Actor,
        org: Org,
        request: CredentialRequest,
    ) -> Result<(Credential, Option<Token>), Error> {
        let secret = match request.keys {
            Some(_) => None,
            None => Some(Token::generate().map_err(|error| {
                tracing::error!(%error, "the system gives no random bytes");
                Error::new(ErrorKind::Internal, "no secret could be made; the server's log has the reason")
            })?),
        };
        let new = self.new_credential(by, org, request, secret.as_ref()).await?;
        self.store.add_credential(by, &new).await.map_err(database_error)?;
        let credential = self.credential(org, new.id).await?;
        Ok((credential, secret))
    }

    async fn new_credential(
        &self,
        by: &Actor,
        org: Org,
        request: CredentialRequest,
        secret: Option<&Token>,
    ) -> Result<NewCredential, Error> {
        let invalid = |detail: String| Error::new(ErrorKind::InvalidValue, detail);
        super::organisations::check_name("name", &request.name)?;
        let scopes = request.scopes.as_deref().unwrap_or(EVERYTHING);
        let rights = Rights::parse(scopes).map_err(|error| invalid(format!("scopes: {error}")))?;
        if rights == Rights::none() {
            return Err(invalid("scopes: a credential without any is of no use; give it read or write".to_owned()));
        }
        let now = self.clock.now();
        let expires = request.expires.unwrap_or(now + limits::CREDENTIAL_DAYS * DAY);
        if expires <= now || expires > now + limits::CREDENTIAL_DAYS_AT_MOST * DAY {
            let detail = "expires: it must be in the future, at most";
            return Err(invalid(format!("{detail} {} days from now", limits::CREDENTIAL_DAYS_AT_MOST)));
        }
        if request.keys.is_some() && request.kind != Kind::Client {
            return Err(invalid("keys: only a client proves itself by keys; leave them out".to_owned()));
        }
        let keys = match &request.keys {
            Some(set) => Some(jwk::check(set).map_err(|reason| invalid(format!("keys: {reason}")))?),
            None => None,
        };
        if org == ADMINISTRATION && (request.kind != Kind::Token || request.subject.is_some()) {
            let detail = "kind: a credential of the administration is a bearer token and stands for no resource";
            return Err(invalid(detail.to_owned()));
        }
        if org == ADMINISTRATION && ![Rights::of("read"), Rights::of(EVERYTHING)].contains(&rights) {
            let detail = "scopes: a credential of the administration has read, or read write; name no resource type";
            return Err(invalid(detail.to_owned()));
        }
        let subject = match &request.subject {
            Some(text) => Some(self.subject(org, text).await?),
            None => None,
        };
        Ok(NewCredential {
            id: self.new_id()?,
            org,
            kind: request.kind.name(),
            name: request.name,
            hash: secret.map(|secret| hexadecimal(&secret.digest())),
            keys,
            scopes: rights.to_string(),
            created: now,
            creator: by.name.to_string(),
            expires,
            subject,
        })
    }

    /// The resource that a text such as `Users/2819c223-…` names.
    async fn subject(&self, org: Org, text: &str) -> Result<Subject, Error> {
        let missing = || {
            let detail = format!(
                "there is no resource {}; name one by its endpoint and id, such as Users/2819c223-…",
                echo(text)
            );
            Error::new(ErrorKind::InvalidValue, detail)
        };
        let (endpoint, id) = text.trim_start_matches('/').split_once('/').ok_or_else(missing)?;
        let table = type_of_endpoint(&format!("/{endpoint}")).and_then(table_of).ok_or_else(missing)?;
        let id = parse_id(id).ok_or_else(missing)?;
        let found = self.store.get(org, table, id, Want::default()).await.map_err(database_error)?;
        found.map(|_| Subject { table, id }).ok_or_else(missing)
    }

    /// A credential of an organisation.
    pub async fn credential(&self, org: Org, id: Uuid) -> Result<Credential, Error> {
        let found = self.store.credential(By::Id(id)).await.map_err(database_error)?;
        let credential = found.map(|(credential, _)| credential).filter(|credential| credential.org == org);
        credential.ok_or_else(|| no_credential(id))
    }

    /// So many credentials of an organisation behind one of them, in the order in which they were made.
    pub async fn credentials(&self, org: Org, after: Option<Uuid>, count: u64) -> Result<Vec<Credential>, Error> {
        self.store.credentials(org, after, count).await.map_err(database_error)
    }

    /// Revokes a credential: at once in this process, in a few seconds in others. One that was revoked already stays so.
    pub async fn revoke_credential(&self, by: &Actor, org: Org, id: Uuid) -> Result<Credential, Error> {
        let revoked = self.revoked_credential(by, org, id).await;
        let name = id.to_string();
        self.audit_refusal(Change::credential(by, org, "revoke", self.clock.now()).about(id, &name), &revoked).await;
        revoked
    }

    async fn revoked_credential(&self, by: &Actor, org: Org, id: Uuid) -> Result<Credential, Error> {
        let credential = self.credential(org, id).await?;
        if credential.revoked.is_none() {
            let now = self.clock.now();
            self.store.revoke_credential(by, org, (id, &credential.name), now).await.map_err(database_error)?;
        }
        self.identities.forget();
        self.credential(org, id).await
    }

    /// Creates the default organisation with that token if the database has never had one: whether it did.
    pub async fn create_default_organisation(&self, token: &Token) -> Result<bool, DatabaseError> {
        let (first, by) = (self.first(Org(1), token)?, Actor::start());
        let name = super::organisations::DEFAULT;
        match self.store.create_organisation(&by, (name, None), None, Some(&first), self.clock.now()).await {
            Ok(created) => Ok(created.is_some()),
            Err(DatabaseError::Refused(Refusal::Taken(_))) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Lets that token administer, unless it does already.
    pub async fn create_first_administrator(&self, token: &Token) -> Result<(), DatabaseError> {
        match self.store.add_credential(&Actor::start(), &self.first(ADMINISTRATION, token)?).await {
            Err(DatabaseError::Refused(Refusal::Taken(_))) => Ok(()),
            added => added,
        }
    }

    /// The credential that a new database has for a token.
    fn first(&self, org: Org, token: &Token) -> Result<NewCredential, DatabaseError> {
        let now = self.clock.now();
        Ok(NewCredential {
            id: self.clock.id().map_err(|error| DatabaseError::Unavailable(error.to_string()))?,
            org,
            kind: Kind::Token.name(),
            name: "first".to_owned(),
            hash: Some(hexadecimal(&token.digest())),
            keys: None,
            scopes: EVERYTHING.to_owned(),
            created: now,
            creator: "start".to_owned(),
            expires: now + limits::CREDENTIAL_DAYS * DAY,
            subject: None,
        })
    }
}

fn no_credential(id: Uuid) -> Error {
    Error::new(
        ErrorKind::NotFound,
        format!("the organisation has no credential {id}; list them to see which there are"),
    )
}

/// Bytes in hexadecimal.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_a_span_from_now_or_a_time() {
        assert_eq!(end("2s", 1_000_000), Ok(3_000_000));
        assert_eq!(end("3m", 0), Ok(180_000_000));
        assert_eq!(end("1h", 0), Ok(3_600_000_000));
        assert_eq!(end("90d", 0), Ok(90 * 86_400_000_000));
        assert_eq!(end("1970-01-01T00:00:01Z", 5), Ok(1_000_000));
        for wrong in ["", "d", "9", "9w", "1.5d", "-1d", "+1d", "ä", "99999999999999999d", "2030-01-31"] {
            assert!(end(wrong, 0).unwrap_err().detail.contains("90d"), "{wrong}");
        }
    }

    /// 7644-7.4-01b
    #[test]
    fn a_token_has_256_random_bits_and_none_comes_twice() {
        let random = |token: Token| {
            let body = token.expose().strip_prefix(PREFIX).unwrap().to_owned();
            URL_SAFE_NO_PAD.decode(&body[..RANDOM]).unwrap()
        };
        let tokens: std::collections::HashSet<_> = (0..100).map(|_| random(Token::generate().unwrap())).collect();
        assert_eq!(tokens.len(), 100);
        assert!(tokens.iter().all(|bytes| bytes.len() == 32));
        // No bit is the same in all of them.
        let (ones, zeros) = tokens.iter().fold(([0; 32], [0; 32]), |(mut ones, mut zeros), bytes| {
            bytes.iter().enumerate().for_each(|(at, byte)| {
                ones[at] |= byte;
                zeros[at] |= !byte;
            });
            (ones, zeros)
        });
        assert!(ones.iter().chain(&zeros).all(|byte| *byte == 0xff));
    }

    #[test]
    fn a_token_is_not_shown_by_debug() {
        let token = Token::generate().unwrap();
        assert_eq!(format!("{token:?}"), "Token");
        assert_eq!(token.expose().len(), PREFIX.len() + RANDOM + CHECKSUM);
    }

    #[test]
    fn a_token_with_a_changed_character_is_seen_to_be_none_without_the_database() {
        let token = Token::generate().unwrap();
        assert!(!token.is_mistyped());
        for at in PREFIX.len()..token.expose().len() {
            let mut changed = token.expose().as_bytes().to_vec();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            assert!(Token::given(String::from_utf8(changed).unwrap()).is_mistyped(), "at {at}");
        }
        // Secrets that were not made here may have any form.
        for other in ["", "geheim", "scimd_", "scimd_äöü", &format!("{PREFIX}{}", "A".repeat(RANDOM))] {
            assert!(!Token::given(other.to_owned()).is_mistyped(), "{other}");
        }
    }

    #[test]
    fn the_checksum_is_crc_32_in_base_62() {
        // CRC-32 of "123456789" is 0xcbf43926 = 3421780262.
        assert_eq!(checksum("123456789"), "3jZRME");
    }
}
