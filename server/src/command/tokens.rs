//! `scimd token`: credentials of organisations and of the administration.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use scimd::{
    api::admin::documents::CredentialDocument,
    scim::error::Error,
    service::{
        Service,
        credentials::{CredentialRequest, Kind, end},
        organisations::DEFAULT,
    },
    store::{
        Actor, Org,
        credentials::{ADMINISTRATION, Credential},
    },
};
use uuid::Uuid;

use super::{organisations::Format, print, table};

/// How many credentials are read at a time.
const PAGE: u64 = 500;

/// What to do with credentials.
#[derive(Debug, Subcommand)]
pub enum TokenAction {
    /// Make a credential and print its secret, this once
    Create {
        #[command(flatten)]
        owner: Owner,
        /// What it is called
        #[arg(long, default_value = "token")]
        name: String,
        /// How it is used
        #[arg(long, value_enum, default_value = "token")]
        kind: KindName,
        /// What it may do: read and write, of all resource types or of one: "read write:Group" [default: read write]
        #[arg(long)]
        scopes: Option<String>,
        /// When it ends: in so many days (90d), hours (12h), minutes (5m) or seconds (30s), or a time (2030-01-31T00:00:00Z)
        /// [default: 365d]
        #[arg(long, value_name = "WHEN")]
        expires: Option<String>,
        /// The resource that it stands for at /Me, such as Users/2819c223-7f76-453a-919d-413861904646
        #[arg(long, value_name = "ENDPOINT/ID")]
        me: Option<String>,
        /// The file with the public keys of a client that proves itself by them, as a JWK set
        #[arg(long, value_name = "FILE")]
        keys: Option<PathBuf>,
        #[command(flatten)]
        format: Format,
    },
    /// List the credentials, without their secrets
    List {
        #[command(flatten)]
        owner: Owner,
        #[command(flatten)]
        format: Format,
    },
    /// Show a credential, without its secret
    Show {
        /// Its id
        id: Uuid,
        #[command(flatten)]
        owner: Owner,
        #[command(flatten)]
        format: Format,
    },
    /// Revoke a credential: every server of the database refuses it within 5 seconds
    Revoke {
        /// Its id
        id: Uuid,
        #[command(flatten)]
        owner: Owner,
        #[command(flatten)]
        format: Format,
    },
}

/// Whose credential.
#[derive(Debug, Clone, Args)]
pub struct Owner {
    /// The organisation
    #[arg(long, default_value = DEFAULT, conflicts_with = "admin")]
    org: String,
    /// The administration, instead of an organisation
    #[arg(long)]
    admin: bool,
}

/// How a credential is used.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum KindName {
    /// As bearer token
    Token,
    /// As user and password of HTTP Basic
    Basic,
    /// By a client of the token endpoint
    Client,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Token => Self::Token,
            KindName::Basic => Self::Basic,
            KindName::Client => Self::Client,
        }
    }
}

/// Does it.
pub async fn run(service: &Service, action: TokenAction) -> Result<(), String> {
    let by = Actor::command();
    match action {
        TokenAction::Create { owner, name, kind, scopes, expires, me, keys, format } => {
            let org = org(service, &owner).await?;
            let keys = match keys {
                Some(path) => {
                    let text = std::fs::read_to_string(&path);
                    Some(text.map_err(|error| format!("cannot read {}: {error}", path.display()))?)
                }
                None => None,
            };
            let now = service.clock.now();
            let expires = expires.as_deref().map(|text| end(text, now)).transpose().map_err(|error| error.detail)?;
            let request = CredentialRequest { kind: kind.into(), name, scopes, expires, subject: me, keys };
            let made = service.create_credential(&by, org, request).await;
            let (credential, secret) = made.map_err(|error| error.detail)?;
            let document = CredentialDocument::new(&credential, secret.as_ref(), now);
            // A bearer token alone on its line is easy to hand on.
            let text = match (&document.secret, kind) {
                (Some(secret), KindName::Token) => secret.clone(),
                (Some(secret), _) => format!("Client id: {}\nSecret: {secret}", document.id),
                (None, _) => format!("Client id: {}", document.id),
            };
            print(format.json, &document, &text)
        }
        TokenAction::List { owner, format } => list(service, org(service, &owner).await?, format).await,
        TokenAction::Show { id, owner, format } => {
            let org = org(service, &owner).await?;
            show(service, service.credential(org, id).await, format)
        }
        TokenAction::Revoke { id, owner, format } => {
            let org = org(service, &owner).await?;
            show(service, service.revoke_credential(&by, org, id).await, format)
        }
    }
}

fn show(service: &Service, credential: Result<Credential, Error>, format: Format) -> Result<(), String> {
    let credential = credential.map_err(|error| error.detail)?;
    let document = CredentialDocument::new(&credential, None, service.clock.now());
    print(format.json, &document, &table(&HEAD, &[row(&document)]))
}

async fn org(service: &Service, owner: &Owner) -> Result<Org, String> {
    if owner.admin {
        return Ok(ADMINISTRATION);
    }
    service.organisation(&owner.org).await.map(|organisation| organisation.org).map_err(|error| error.detail)
}

async fn list(service: &Service, org: Org, format: Format) -> Result<(), String> {
    let mut all: Vec<Credential> = Vec::new();
    loop {
        let after = all.last().map(|credential| credential.id);
        let page = service.credentials(org, after, PAGE).await.map_err(|error| error.detail)?;
        let last = (page.len() as u64) < PAGE;
        all.extend(page);
        if last {
            break;
        }
    }
    let now = service.clock.now();
    let documents: Vec<_> = all.iter().map(|credential| CredentialDocument::new(credential, None, now)).collect();
    print(format.json, &documents, &table(&HEAD, &documents.iter().map(row).collect::<Vec<_>>()))
}

const HEAD: [&str; 7] = ["ID", "KIND", "NAME", "SCOPES", "STATUS", "EXPIRES", "LAST USED"];

fn row(document: &CredentialDocument) -> Vec<String> {
    let document = document.clone();
    vec![
        document.id,
        document.kind,
        document.name,
        document.scopes,
        document.status,
        document.expires,
        document.last_used.unwrap_or_else(|| "-".to_owned()),
    ]
}
