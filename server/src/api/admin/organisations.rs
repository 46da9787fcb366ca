//! Organisations over HTTP (RFC 7644 §6).

use poem_openapi::{
    Object, OpenApi, Tags,
    param::{Path, Query},
    types::MaybeUndefined,
};

use crate::{
    api::App,
    scim::{
        error::{Error, ErrorKind},
        json::echo,
    },
    service::{
        organisations::{OrganisationUpdate, is_slug},
        settings::OrganisationSettings,
    },
};

use super::{
    BASE_PATH,
    documents::{OrganisationDocument, OrganisationPage},
    input::Input,
    paging,
    replies::{MEDIA_TYPE, MISSING, Reply, TAKEN, TOO_LARGE, answers},
    security::Administrator,
};

#[derive(Tags)]
enum Tag {
    /// Who is served: each with users, groups, credentials and settings of its own
    Organisations,
}

/// An organisation to be created.
#[derive(Debug, Object)]
#[oai(example)]
pub struct NewOrganisation {
    /// Its id in URLs and commands: lower-case letters, digits and hyphens
    pub id: String,
    /// What people call it
    #[oai(nullable)]
    pub name: Option<String>,
    /// Its settings, such as `{"profile": "entra"}`; the defaults if they are left out
    #[oai(nullable)]
    pub settings: Option<serde_json::Value>,
}

/// What changes of an organisation (RFC 7396): what is left out stays.
#[derive(Debug, Object)]
#[oai(example)]
pub struct OrganisationPatch {
    /// Another id: the organisation's base URLs change with it
    #[oai(skip_serializing_if_is_none)]
    pub id: Option<String>,
    /// Another name; null takes it away
    #[oai(nullable)]
    pub name: MaybeUndefined<String>,
    /// `suspended`: every request of the organisation is refused, and its data kept; `active`: no longer so
    #[oai(skip_serializing_if_is_none)]
    pub status: Option<String>,
    /// All its settings, in place of those that it has; null for the defaults
    #[oai(nullable)]
    pub settings: MaybeUndefined<serde_json::Value>,
}

impl poem_openapi::types::Example for NewOrganisation {
    fn example() -> Self {
        Self {
            id: "acme-corp".to_owned(),
            name: Some("Acme Corporation".to_owned()),
            settings: Some(serde_json::json!({ "profile": "entra" })),
        }
    }
}

impl poem_openapi::types::Example for OrganisationPatch {
    fn example() -> Self {
        Self {
            id: None,
            name: MaybeUndefined::Undefined,
            status: Some("suspended".to_owned()),
            settings: MaybeUndefined::Undefined,
        }
    }
}

answers! {
    /// What creating an organisation answers.
    Created: OrganisationDocument, 201, "The organisation", &[TAKEN, TOO_LARGE, MEDIA_TYPE];
    /// What listing organisations answers.
    Listed: OrganisationPage, 200, "A page of them, in the order of their ids", &[];
    /// What reading an organisation answers.
    Shown: OrganisationDocument, 200, "The organisation", &[MISSING];
    /// What changing an organisation answers.
    Changed: OrganisationDocument, 200, "The organisation as it is now", &[MISSING, TAKEN, TOO_LARGE, MEDIA_TYPE];
    /// What deleting an organisation answers.
    Deleted: OrganisationDocument, 204, "It is gone, with everything of its own", &[MISSING];
}

/// The endpoints of organisations.
pub struct OrganisationsApi {
    app: App,
}

impl OrganisationsApi {
    /// The endpoints.
    pub fn new(app: App) -> Self {
        Self { app }
    }
}

#[OpenApi(tag = "Tag::Organisations")]
impl OrganisationsApi {
    /// Create an organisation
    #[oai(path = "/organisations", method = "post")]
    async fn create(&self, by: Administrator, body: Input<NewOrganisation>) -> Reply<Created> {
        let NewOrganisation { id, name, settings } = body.0;
        let made = async {
            let settings = match settings {
                Some(settings) => OrganisationSettings::parse(&settings.to_string())?,
                None => OrganisationSettings::default(),
            };
            self.app.service.create_organisation(&by.0, &id, name.as_deref(), &settings).await
        };
        Reply::created(made.await.map(|organisation| {
            let location = format!("{}{BASE_PATH}/organisations/{}", self.app.bases.url(), organisation.slug);
            (OrganisationDocument::new(&organisation), location)
        }))
    }

    /// List the organisations
    #[oai(path = "/organisations", method = "get")]
    async fn list(
        &self,
        _by: Administrator,
        /// How many to give at most: 1 to 1000
        limit: Query<Option<i64>>,
        /// The `next` of the page before
        after: Query<Option<String>>,
    ) -> Reply<Listed> {
        let listed = async {
            let limit = paging::limit(limit.0)?;
            if let Some(text) = after.0.as_deref().filter(|text| !is_slug(text)) {
                let detail = format!("after: {} is no id; use the next of the page before", echo(text));
                return Err(Error::new(ErrorKind::InvalidValue, detail));
            }
            let found = self.app.service.organisations(after.0.as_deref(), limit as u64 + 1).await?;
            let (items, next) = paging::page(found, limit, |organisation| organisation.slug.clone());
            Ok(OrganisationPage { items: items.iter().map(OrganisationDocument::new).collect(), next })
        };
        Reply::with(listed.await)
    }

    /// Read an organisation
    #[oai(path = "/organisations/:org", method = "get")]
    async fn show(
        &self,
        _by: Administrator,
        /// The organisation's id
        org: Path<String>,
    ) -> Reply<Shown> {
        let found = self.app.service.organisation(&org.0).await;
        Reply::with(found.map(|organisation| OrganisationDocument::new(&organisation)))
    }

    /// Rename, suspend, resume or set up an organisation
    #[oai(path = "/organisations/:org", method = "patch")]
    async fn change(
        &self,
        by: Administrator,
        /// The organisation's id
        org: Path<String>,
        body: Input<OrganisationPatch>,
    ) -> Reply<Changed> {
        let changed = async {
            let update = update(body.0)?;
            self.app.service.update_organisation(&by.0, &org.0, update).await
        };
        Reply::with(changed.await.map(|organisation| OrganisationDocument::new(&organisation)))
    }

    /// Delete an organisation, for ever
    ///
    /// Every user, group and credential of its goes with it. The id is free for another one then, which begins empty.
    #[oai(path = "/organisations/:org", method = "delete")]
    async fn delete(
        &self,
        by: Administrator,
        /// The organisation's id
        org: Path<String>,
        /// The id once more: without it nothing is deleted
        confirm: Query<Option<String>>,
    ) -> Reply<Deleted> {
        Reply::without_body(self.app.service.delete_organisation(&by.0, &org.0, confirm.0.as_deref()).await)
    }
}

fn update(patch: OrganisationPatch) -> Result<OrganisationUpdate, Error> {
    let suspended = match patch.status.as_deref() {
        None => None,
        Some("active") => Some(false),
        Some("suspended") => Some(true),
        Some(other) => {
            let detail = format!("status: {} is neither active nor suspended", echo(other));
            return Err(Error::new(ErrorKind::InvalidValue, detail));
        }
    };
    Ok(OrganisationUpdate {
        slug: patch.id,
        display_name: patch.name.as_opt_ref().map(|name| name.cloned()),
        suspended,
        settings: patch.settings.as_opt_ref().map(|settings| settings.map(|settings| settings.to_string())),
    })
}
