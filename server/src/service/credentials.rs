//! Bearer tokens (RFC 6750): 256 random bits, of which the SHA-256 is stored.

use std::{
    collections::HashMap,
    fmt::Write as _,
    sync::RwLock,
    time::{Duration, Instant},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::{
    scim::error::Error,
    store::{Org, database::DatabaseError, organisations::Subject, resources::Want, table_of},
};

use super::{Service, database_error, parse_id, type_of_endpoint};

/// How long a token is known without asking the database: a revoked one is refused everywhere after that.
const KNOWN_FOR: Duration = Duration::from_secs(5);
/// The most tokens known at a time; unknown ones are never kept, so that a flood of them cannot fill memory.
const KNOWN: usize = 10_000;
/// What tokens begin with, for people and scanners to recognise them.
const PREFIX: &str = "scimd_";

/// The organisation that the first start creates.
pub const DEFAULT_ORGANISATION: &str = "default";

/// The tokens seen of late, by their SHA-256.
#[derive(Default)]
pub struct Tokens(RwLock<HashMap<[u8; 32], (Owner, Instant)>>);

/// The organisation of a token, and whom the token stands for.
pub type Owner = (Org, Option<Subject>);

/// A token, which only its owner is shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

impl Token {
    /// A token from the environment or a command line.
    pub fn given(text: String) -> Self {
        Self(text)
    }

    /// A new token from 256 random bits.
    pub fn generate() -> Result<Self, getrandom::Error> {
        let mut random = [0; 32];
        getrandom::fill(&mut random)?;
        Ok(Self(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random))))
    }

    /// The token itself, to be shown once.
    pub fn expose(&self) -> &str {
        &self.0
    }

    fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl Service {
    /// Whose token this is.
    pub async fn authenticate(&self, token: &Token) -> Result<Option<Owner>, Error> {
        let digest = token.digest();
        if let Ok(known) = self.tokens.0.read()
            && let Some((owner, since)) = known.get(&digest)
            && since.elapsed() < KNOWN_FOR
        {
            return Ok(Some(*owner));
        }
        let owner = self.store.token(&hexadecimal(&digest)).await.map_err(database_error)?;
        if let Ok(mut known) = self.tokens.0.write() {
            match owner {
                Some(owner) => {
                    if known.len() >= KNOWN {
                        known.clear();
                    }
                    known.insert(digest, (owner, Instant::now()));
                }
                None => {
                    known.remove(&digest);
                }
            }
        }
        Ok(owner)
    }

    /// Creates the default organisation with that token if the database is new: whether it was.
    pub async fn create_default_organisation(&self, token: &Token) -> Result<bool, DatabaseError> {
        let hash = hexadecimal(&token.digest());
        self.store.create_organisation(Org(1), DEFAULT_ORGANISATION, &hash, self.clock.now()).await
    }

    /// Makes a token of an organisation, by its name.
    pub async fn create_token(
        &self,
        organisation: &str,
        name: &str,
        subject: Option<&str>,
    ) -> Result<Token, CreateTokenError> {
        let org = self.store.organisation(organisation).await.map_err(CreateTokenError::Database)?;
        let org = org.ok_or_else(|| CreateTokenError::Organisation(organisation.to_owned()))?;
        let subject = match subject {
            Some(text) => Some(self.subject(org, text).await?),
            None => None,
        };
        let token = Token::generate().map_err(CreateTokenError::Random)?;
        let hash = hexadecimal(&token.digest());
        let added = self.store.add_token(org, &hash, name, subject, self.clock.now()).await;
        added.map_err(CreateTokenError::Database)?;
        Ok(token)
    }

    /// The resource that a text such as `Users/2819c223-…` names.
    async fn subject(&self, org: Org, text: &str) -> Result<Subject, CreateTokenError> {
        let missing = || CreateTokenError::Subject(text.to_owned());
        let (endpoint, id) = text.trim_start_matches('/').split_once('/').ok_or_else(missing)?;
        let table = type_of_endpoint(&format!("/{endpoint}")).and_then(table_of).ok_or_else(missing)?;
        let id = parse_id(id).ok_or_else(missing)?;
        let found = self.store.get(org, table, id, Want::default()).await.map_err(CreateTokenError::Database)?;
        found.map(|_| Subject { table, id }).ok_or_else(missing)
    }
}

/// Why a token could not be made.
#[derive(Debug)]
pub enum CreateTokenError {
    /// There is no organisation of that name.
    Organisation(String),
    /// There is no resource of that endpoint and id.
    Subject(String),
    /// The database.
    Database(DatabaseError),
    /// No random bytes.
    Random(getrandom::Error),
}

impl std::fmt::Display for CreateTokenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Organisation(name) => write!(f, "there is no organisation {name:?}"),
            Self::Subject(text) => {
                write!(f, "there is no resource {text:?}; name one by its endpoint and id, such as Users/2819c223-…")
            }
            Self::Database(error) => write!(f, "the database refused: {error:?}"),
            Self::Random(error) => write!(f, "the system gives no random bytes for a token: {error}"),
        }
    }
}

impl std::error::Error for CreateTokenError {}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 7644-7.4-01b
    #[test]
    fn a_token_has_256_random_bits_and_none_comes_twice() {
        let random = |token: Token| URL_SAFE_NO_PAD.decode(token.expose().strip_prefix(PREFIX).unwrap()).unwrap();
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
        assert!(token.expose().len() >= 43 + PREFIX.len());
    }
}
