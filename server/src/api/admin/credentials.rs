//! Credentials of organisations and of the administration over HTTP (RFC 7644 §7.4).

use poem_openapi::{
    Object, OpenApi, Tags,
    param::{Path, Query},
};

use crate::{
    api::App,
    scim::{
        error::{Error, ErrorKind},
        json::echo,
    },
    service::{
        credentials::{CredentialRequest, Kind, end},
        parse_id,
    },
    store::{Actor, Org, credentials::ADMINISTRATION},
};

use super::{
    BASE_PATH,
    documents::{CredentialDocument, CredentialPage},
    input::Input,
    paging,
    replies::{MEDIA_TYPE, MISSING, Reply, TOO_LARGE, answers},
    security::Administrator,
};

#[derive(Tags)]
enum Tag {
    /// What requests of an organisation are recognised by
    Credentials,
    /// What requests to this interface are recognised by
    Administration,
}

/// A credential to be made.
#[derive(Debug, Object)]
#[oai(example)]
pub struct NewCredential {
    /// What it is called
    pub name: String,
    /// `token` (a bearer token, the default), `basic` (user and password of HTTP Basic) or `client` (of the token endpoint)
    #[oai(nullable)]
    pub kind: Option<String>,
    /// What it may do, separated by blanks: `read`, `write`, or one of them with a resource type or `Me`, such as
    /// `read:User`; everything if it is left out
    #[oai(nullable)]
    pub scopes: Option<String>,
    /// When it ends: a time, or a span from now such as `90d`, `12h`, `5m`, `30s`; in a year if it is left out
    #[oai(nullable)]
    pub expires: Option<String>,
    /// The resource that it stands for at `/Me`, such as `Users/2819c223-7f76-453a-919d-413861904646`
    #[oai(rename = "standsFor", nullable, skip_serializing_if_is_none)]
    pub stands_for: Option<String>,
    /// The public keys by which a client proves itself instead of by a secret, as a JWK set
    #[oai(nullable, skip_serializing_if_is_none)]
    pub keys: Option<serde_json::Value>,
}

/// A token of the administration to be made.
#[derive(Debug, Object)]
#[oai(example)]
pub struct NewAdministrator {
    /// What it is called
    pub name: String,
    /// What it may do: `read`, or `read write`, which it is if it is left out
    #[oai(nullable)]
    pub scopes: Option<String>,
    /// When it ends: a time, or a span from now such as `90d`, `12h`, `5m`, `30s`; in a year if it is left out
    #[oai(nullable)]
    pub expires: Option<String>,
}

impl poem_openapi::types::Example for NewCredential {
    fn example() -> Self {
        Self {
            name: "Okta, from January on".to_owned(),
            kind: Some("token".to_owned()),
            scopes: Some("read write".to_owned()),
            expires: Some("365d".to_owned()),
            stands_for: None,
            keys: None,
        }
    }
}

impl poem_openapi::types::Example for NewAdministrator {
    fn example() -> Self {
        Self { name: "monitoring".to_owned(), scopes: Some("read".to_owned()), expires: Some("90d".to_owned()) }
    }
}

answers! {
    /// What making a credential of an organisation answers.
    Made: CredentialDocument, 201, "The credential, with its secret: it is shown this once",
        &[MISSING, TOO_LARGE, MEDIA_TYPE];
    /// What making a credential of the administration answers.
    MadeHere: CredentialDocument, 201, "The credential, with its secret: it is shown this once",
        &[TOO_LARGE, MEDIA_TYPE];
    /// What listing the credentials of an organisation answers.
    Listed: CredentialPage, 200, "A page of them, in the order in which they were made", &[MISSING];
    /// What listing the credentials of the administration answers.
    ListedHere: CredentialPage, 200, "A page of them, in the order in which they were made", &[];
    /// What reading a credential answers.
    Shown: CredentialDocument, 200, "The credential, without its secret", &[MISSING];
    /// What revoking a credential answers.
    Revoked: CredentialDocument, 200, "The credential as it is now", &[MISSING];
}

/// The endpoints of credentials.
pub struct CredentialsApi {
    app: App,
}

impl CredentialsApi {
    /// The endpoints.
    pub fn new(app: App) -> Self {
        Self { app }
    }

    async fn org(&self, slug: &str) -> Result<Org, Error> {
        self.app.service.organisation(slug).await.map(|organisation| organisation.org)
    }

    async fn make(
        &self,
        by: &Actor,
        org: Org,
        new: NewCredential,
        below: &str,
    ) -> Result<(CredentialDocument, String), Error> {
        let service = &self.app.service;
        let now = service.clock.now();
        let request = CredentialRequest {
            kind: kind(new.kind.as_deref())?,
            name: new.name,
            scopes: new.scopes,
            expires: new.expires.as_deref().map(|text| end(text, now)).transpose()?,
            subject: new.stands_for,
            keys: new.keys.map(|keys| keys.to_string()),
        };
        let (credential, secret) = service.create_credential(by, org, request).await?;
        let location = format!("{}{BASE_PATH}{below}/credentials/{}", self.app.bases.url(), credential.id);
        Ok((CredentialDocument::new(&credential, secret.as_ref(), now), location))
    }

    async fn page(&self, org: Org, limit: Option<i64>, after: Option<&str>) -> Result<CredentialPage, Error> {
        let service = &self.app.service;
        let limit = paging::limit(limit)?;
        let after = after.map(|text| {
            parse_id(text).ok_or_else(|| {
                let detail = format!("after: {} is no id; use the next of the page before", echo(text));
                Error::new(ErrorKind::InvalidValue, detail)
            })
        });
        let found = service.credentials(org, after.transpose()?, limit as u64 + 1).await?;
        let (items, next) = paging::page(found, limit, |credential| credential.id.to_string());
        let now = service.clock.now();
        let items = items.iter().map(|credential| CredentialDocument::new(credential, None, now)).collect();
        Ok(CredentialPage { items, next })
    }

    async fn one(&self, org: Org, id: &str) -> Result<CredentialDocument, Error> {
        let credential = self.app.service.credential(org, known(id)?).await?;
        Ok(CredentialDocument::new(&credential, None, self.app.service.clock.now()))
    }

    async fn end(&self, by: &Actor, org: Org, id: &str) -> Result<CredentialDocument, Error> {
        let credential = self.app.service.revoke_credential(by, org, known(id)?).await?;
        Ok(CredentialDocument::new(&credential, None, self.app.service.clock.now()))
    }
}

#[OpenApi]
impl CredentialsApi {
    /// Make a credential of an organisation
    #[oai(path = "/organisations/:org/credentials", method = "post", tag = "Tag::Credentials")]
    async fn create(
        &self,
        by: Administrator,
        /// The organisation's id
        org: Path<String>,
        body: Input<NewCredential>,
    ) -> Reply<Made> {
        let made = async {
            let number = self.org(&org.0).await?;
            self.make(&by.0, number, body.0, &format!("/organisations/{}", org.0)).await
        };
        Reply::created(made.await)
    }

    /// List the credentials of an organisation
    ///
    /// Also those that were revoked or have expired.
    #[oai(path = "/organisations/:org/credentials", method = "get", tag = "Tag::Credentials")]
    async fn list(
        &self,
        _by: Administrator,
        /// The organisation's id
        org: Path<String>,
        /// How many to give at most: 1 to 1000
        limit: Query<Option<i64>>,
        /// The `next` of the page before
        after: Query<Option<String>>,
    ) -> Reply<Listed> {
        let listed = async {
            let number = self.org(&org.0).await?;
            self.page(number, limit.0, after.0.as_deref()).await
        };
        Reply::with(listed.await)
    }

    /// Read a credential of an organisation
    #[oai(path = "/organisations/:org/credentials/:id", method = "get", tag = "Tag::Credentials")]
    async fn show(
        &self,
        _by: Administrator,
        /// The organisation's id
        org: Path<String>,
        /// The credential's id
        id: Path<String>,
    ) -> Reply<Shown> {
        let found = async { self.one(self.org(&org.0).await?, &id.0).await };
        Reply::with(found.await)
    }

    /// Revoke a credential of an organisation
    ///
    /// This server refuses it at once, others of the same database within 5 seconds. It stays in the list.
    #[oai(path = "/organisations/:org/credentials/:id", method = "delete", tag = "Tag::Credentials")]
    async fn revoke(
        &self,
        by: Administrator,
        /// The organisation's id
        org: Path<String>,
        /// The credential's id
        id: Path<String>,
    ) -> Reply<Revoked> {
        let revoked = async { self.end(&by.0, self.org(&org.0).await?, &id.0).await };
        Reply::with(revoked.await)
    }

    /// Make a token of the administration
    #[oai(path = "/credentials", method = "post", tag = "Tag::Administration")]
    async fn create_here(&self, by: Administrator, body: Input<NewAdministrator>) -> Reply<MadeHere> {
        let NewAdministrator { name, scopes, expires } = body.0;
        let new = NewCredential { name, kind: None, scopes, expires, stands_for: None, keys: None };
        Reply::created(self.make(&by.0, ADMINISTRATION, new, "").await)
    }

    /// List the tokens of the administration
    #[oai(path = "/credentials", method = "get", tag = "Tag::Administration")]
    async fn list_here(
        &self,
        _by: Administrator,
        /// How many to give at most: 1 to 1000
        limit: Query<Option<i64>>,
        /// The `next` of the page before
        after: Query<Option<String>>,
    ) -> Reply<ListedHere> {
        Reply::with(self.page(ADMINISTRATION, limit.0, after.0.as_deref()).await)
    }

    /// Read a token of the administration
    #[oai(path = "/credentials/:id", method = "get", tag = "Tag::Administration")]
    async fn show_here(
        &self,
        _by: Administrator,
        /// The credential's id
        id: Path<String>,
    ) -> Reply<Shown> {
        Reply::with(self.one(ADMINISTRATION, &id.0).await)
    }

    /// Revoke a token of the administration
    ///
    /// The server's own machine can always make another one: `scimd token create --admin`.
    #[oai(path = "/credentials/:id", method = "delete", tag = "Tag::Administration")]
    async fn revoke_here(
        &self,
        by: Administrator,
        /// The credential's id
        id: Path<String>,
    ) -> Reply<Revoked> {
        Reply::with(self.end(&by.0, ADMINISTRATION, &id.0).await)
    }
}

fn kind(name: Option<&str>) -> Result<Kind, Error> {
    let Some(name) = name else { return Ok(Kind::Token) };
    Kind::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| {
        let names = Kind::ALL.map(Kind::name).join(", ");
        Error::new(ErrorKind::InvalidValue, format!("kind: {} is none of {names}", echo(name)))
    })
}

/// The id of a credential in a path.
fn known(id: &str) -> Result<uuid::Uuid, Error> {
    parse_id(id).ok_or_else(|| {
        let detail = format!("there is no credential {}; list them to see which there are", echo(id));
        Error::new(ErrorKind::NotFound, detail)
    })
}
