//! What the administration shows, over HTTP and with `--json`.

use poem_openapi::Object;

use crate::{
    scim::render::instant_text,
    service::{credentials::Token, settings::OrganisationSettings},
    store::{credentials::Credential, organisations::Organisation},
};

/// An organisation.
#[derive(Debug, Clone, Object)]
#[oai(rename = "Organisation")]
pub struct OrganisationDocument {
    /// Its id, in URLs and commands
    pub id: String,
    /// What people call it
    #[oai(skip_serializing_if_is_none)]
    pub name: Option<String>,
    /// `active` or `suspended`
    pub status: String,
    /// When it was created
    pub created: String,
    /// Since when it is suspended
    #[oai(skip_serializing_if_is_none)]
    pub suspended: Option<String>,
    /// How its clients are served: `default`, `entra`, `okta`, `onelogin`, `scim11` or `strict`
    pub profile: String,
    /// Its settings; secrets among them are not shown
    #[oai(skip_serializing_if_is_none)]
    pub settings: Option<serde_json::Value>,
}

/// A credential, without its secret.
#[derive(Debug, Clone, Object)]
#[oai(rename = "Credential")]
pub struct CredentialDocument {
    /// Its id; of a client its client id, of HTTP Basic its user
    pub id: String,
    /// `token`, `basic` or `client`
    pub kind: String,
    /// What it is called
    pub name: String,
    /// What it may do, separated by blanks
    pub scopes: String,
    /// `active`, `expired` or `revoked`
    pub status: String,
    /// When it was made
    pub created: String,
    /// Who made it
    pub creator: String,
    /// When it ends
    pub expires: String,
    /// When it was revoked
    #[oai(skip_serializing_if_is_none)]
    pub revoked: Option<String>,
    /// When it was used last, to the minute
    #[oai(rename = "lastUsed", skip_serializing_if_is_none)]
    pub last_used: Option<String>,
    /// From which address
    #[oai(rename = "lastUsedFrom", skip_serializing_if_is_none)]
    pub last_used_from: Option<String>,
    /// The resource that it stands for at `/Me`
    #[oai(rename = "standsFor", skip_serializing_if_is_none)]
    pub stands_for: Option<String>,
    /// The public keys by which a client proves itself
    #[oai(skip_serializing_if_is_none)]
    pub keys: Option<serde_json::Value>,
    /// The secret, this once
    #[oai(skip_serializing_if_is_none)]
    pub secret: Option<String>,
}

/// A page of organisations.
#[derive(Debug, Object)]
pub struct OrganisationPage {
    /// The organisations
    pub items: Vec<OrganisationDocument>,
    /// What to give as `after` for the next page, unless this is the last
    #[oai(skip_serializing_if_is_none)]
    pub next: Option<String>,
}

/// A page of credentials.
#[derive(Debug, Object)]
pub struct CredentialPage {
    /// The credentials
    pub items: Vec<CredentialDocument>,
    /// What to give as `after` for the next page, unless this is the last
    #[oai(skip_serializing_if_is_none)]
    pub next: Option<String>,
}

impl OrganisationDocument {
    /// An organisation as it is shown.
    pub fn new(organisation: &Organisation) -> Self {
        let settings = organisation.settings.as_deref().and_then(OrganisationSettings::shown);
        Self {
            id: organisation.slug.clone(),
            name: organisation.display_name.clone(),
            status: if organisation.suspended.is_some() { "suspended" } else { "active" }.to_owned(),
            created: instant_text(organisation.created),
            suspended: organisation.suspended.map(instant_text),
            profile: OrganisationSettings::stored(organisation.settings.as_deref()).profile.name().to_owned(),
            settings,
        }
    }
}

impl CredentialDocument {
    /// A credential as it is shown; with its secret when it has just been made.
    pub fn new(credential: &Credential, secret: Option<&Token>, now: i64) -> Self {
        let status = match credential.revoked {
            Some(_) => "revoked",
            None if credential.expires <= now => "expired",
            None => "active",
        };
        let stands_for = credential
            .subject
            .map(|subject| format!("{}/{}", subject.table.resource_type.endpoint.trim_start_matches('/'), subject.id));
        Self {
            id: credential.id.to_string(),
            kind: credential.kind.clone(),
            name: credential.name.clone(),
            scopes: credential.scopes.clone(),
            status: status.to_owned(),
            created: instant_text(credential.created),
            creator: credential.creator.clone(),
            expires: instant_text(credential.expires),
            revoked: credential.revoked.map(instant_text),
            last_used: credential.last_used.map(instant_text),
            last_used_from: credential.last_used_from.clone(),
            stands_for,
            keys: credential.keys.as_deref().and_then(|keys| serde_json::from_str(keys).ok()),
            secret: secret.map(|secret| secret.expose().to_owned()),
        }
    }
}
