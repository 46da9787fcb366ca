//! Organisations, as the administration handles them (RFC 7644 §6).

use crate::{
    scim::{
        error::{Error, ErrorKind},
        json::echo,
    },
    store::{
        Actor,
        audit::Change,
        database::{DatabaseError, Refusal},
        organisations::{Organisation, OrganisationChange},
    },
};

use super::{Service, database_error, settings::OrganisationSettings};

/// The organisation that the first start creates.
pub const DEFAULT: &str = "default";
/// The most characters of a slug: it can be a label of a host name.
const SLUG: usize = 63;
/// The most characters of a name.
const NAME: usize = 200;

/// Whether a text is a slug: lower-case letters and digits, with hyphens within.
pub fn is_slug(text: &str) -> bool {
    let within = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = text.as_bytes();
    (1..=SLUG).contains(&bytes.len())
        && bytes.iter().all(|byte| within(*byte) || *byte == b'-')
        && bytes.first().is_some_and(|byte| within(*byte))
        && bytes.last().is_some_and(|byte| within(*byte))
}

fn check_slug(text: &str) -> Result<(), Error> {
    if is_slug(text) {
        return Ok(());
    }
    let detail = format!(
        "id: {} is not a slug; use 1 to {SLUG} of a-z, 0-9 and -, with a letter or digit at both ends, such as acme-corp",
        echo(text)
    );
    Err(Error::new(ErrorKind::InvalidValue, detail))
}

/// Whether a name is one that people can read in lists and logs.
pub(super) fn check_name(what: &str, text: &str) -> Result<(), Error> {
    let characters = text.chars().count();
    if (1..=NAME).contains(&characters) && text.trim() == text && !text.chars().any(char::is_control) {
        return Ok(());
    }
    let detail = format!("{what}: use 1 to {NAME} characters, no control characters, no blanks at the ends");
    Err(Error::new(ErrorKind::InvalidValue, detail))
}

/// A change of an organisation, as it is asked for; what is none stays.
#[derive(Clone, Default)]
pub struct OrganisationUpdate {
    /// Another id.
    pub slug: Option<String>,
    /// Another name; none takes it away.
    pub display_name: Option<Option<String>>,
    /// Whether it is suspended.
    pub suspended: Option<bool>,
    /// Other settings, as JSON; none for the defaults.
    pub settings: Option<Option<String>>,
}

/// Without the settings: they may hold secrets.
impl std::fmt::Debug for OrganisationUpdate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { slug, display_name, suspended, settings: _ } = self;
        f.debug_struct("OrganisationUpdate")
            .field("slug", slug)
            .field("display_name", display_name)
            .field("suspended", suspended)
            .finish_non_exhaustive()
    }
}

impl Service {
    /// Creates an organisation with settings of its own.
    pub async fn create_organisation(
        &self,
        by: &Actor,
        slug: &str,
        display_name: Option<&str>,
        settings: &OrganisationSettings,
    ) -> Result<Organisation, Error> {
        let created = self.created_organisation(by, slug, display_name, settings).await;
        self.audit_refusal(Change::organisation(by, None, "create", self.clock.now()).called(slug), &created).await;
        created
    }

    async fn created_organisation(
        &self,
        by: &Actor,
        slug: &str,
        display_name: Option<&str>,
        settings: &OrganisationSettings,
    ) -> Result<Organisation, Error> {
        check_slug(slug)?;
        if let Some(name) = display_name {
            check_name("name", name)?;
        }
        let (name, now) = ((slug, display_name), self.clock.now());
        let created = self.store.create_organisation(by, name, settings.text(), None, now).await;
        created.map_err(database_error)?.ok_or_else(|| taken(slug))
    }

    /// The organisation of that slug.
    pub async fn organisation(&self, slug: &str) -> Result<Organisation, Error> {
        let found = match is_slug(slug) {
            true => self.store.organisation(slug).await.map_err(database_error)?,
            false => None,
        };
        found.ok_or_else(|| {
            let detail = format!("there is no organisation {}; list them to see which there are", echo(slug));
            Error::new(ErrorKind::NotFound, detail)
        })
    }

    /// So many organisations behind a slug.
    pub async fn organisations(&self, after: Option<&str>, count: u64) -> Result<Vec<Organisation>, Error> {
        self.store.organisations(after, count).await.map_err(database_error)
    }

    /// Renames, suspends, resumes or sets up an organisation.
    pub async fn update_organisation(
        &self,
        by: &Actor,
        slug: &str,
        update: OrganisationUpdate,
    ) -> Result<Organisation, Error> {
        let operation = operation(&update);
        let organisation = self.organisation(slug).await;
        let org = organisation.as_ref().ok().map(|organisation| organisation.org);
        let updated = match organisation {
            Ok(organisation) => self.updated_organisation(by, organisation, operation, update).await,
            Err(error) => Err(error),
        };
        self.audit_refusal(Change::organisation(by, org, operation, self.clock.now()).called(slug), &updated).await;
        updated
    }

    async fn updated_organisation(
        &self,
        by: &Actor,
        organisation: Organisation,
        operation: &str,
        update: OrganisationUpdate,
    ) -> Result<Organisation, Error> {
        if let Some(slug) = &update.slug {
            check_slug(slug)?;
        }
        if let Some(Some(name)) = &update.display_name {
            check_name("name", name)?;
        }
        let settings = match &update.settings {
            Some(Some(text)) => {
                let stored = OrganisationSettings::stored(organisation.settings.as_deref());
                Some(OrganisationSettings::replacing(text, &stored)?.text())
            }
            Some(None) => Some(None),
            None => None,
        };
        let now = self.clock.now();
        let slug = update.slug.clone().unwrap_or_else(|| organisation.slug.clone());
        let changes = Some(changed_names(&update));
        let change = OrganisationChange {
            slug: update.slug,
            display_name: update.display_name,
            // One that is suspended already keeps its time.
            suspended: update.suspended.map(|suspended| suspended.then(|| organisation.suspended.unwrap_or(now))),
            settings,
        };
        let audit = Change::organisation(by, Some(organisation.org), operation, now).called(&slug);
        let changed = self.store.change_organisation(organisation.org, &change, Change { changes, ..audit }).await;
        self.identities.forget();
        self.foreign.forget();
        match changed {
            Ok(()) => self.organisation(&slug).await,
            Err(DatabaseError::Refused(Refusal::Taken(_))) => Err(taken(&slug)),
            Err(DatabaseError::Refused(_)) => self.organisation(&slug).await,
            Err(error) => Err(database_error(error)),
        }
    }

    /// Deletes an organisation with everything of its own. `confirmed` is its id once more.
    pub async fn delete_organisation(&self, by: &Actor, slug: &str, confirmed: Option<&str>) -> Result<(), Error> {
        let organisation = self.organisation(slug).await;
        let org = organisation.as_ref().ok().map(|organisation| organisation.org);
        let deleted = match organisation {
            Ok(organisation) => self.deleted_organisation(by, &organisation, confirmed).await,
            Err(error) => Err(error),
        };
        self.audit_refusal(Change::organisation(by, org, "delete", self.clock.now()).called(slug), &deleted).await;
        deleted
    }

    async fn deleted_organisation(
        &self,
        by: &Actor,
        organisation: &Organisation,
        confirmed: Option<&str>,
    ) -> Result<(), Error> {
        let slug = &organisation.slug;
        if confirmed != Some(slug) {
            let detail = format!(
                "confirm: this deletes every user, group and credential of {slug}, for ever; confirm it by the organisation's id"
            );
            return Err(Error::new(ErrorKind::InvalidValue, detail));
        }
        let deleted = self.store.delete_organisation(by, (organisation.org, slug), self.clock.now()).await;
        self.identities.forget();
        self.foreign.forget();
        match deleted {
            Ok(()) => Ok(()),
            Err(DatabaseError::Refused(_)) => self.organisation(slug).await.map(|_| ()),
            Err(error) => Err(database_error(error)),
        }
    }
}

/// What the audit trail calls an update.
fn operation(update: &OrganisationUpdate) -> &'static str {
    match update {
        OrganisationUpdate { suspended: Some(true), .. } => "suspend",
        OrganisationUpdate { suspended: Some(false), .. } => "resume",
        _ => "update",
    }
}

/// The names of what an update sets, as a JSON list.
fn changed_names(update: &OrganisationUpdate) -> String {
    let names = [
        ("id", update.slug.is_some()),
        ("name", update.display_name.is_some()),
        ("status", update.suspended.is_some()),
        ("settings", update.settings.is_some()),
    ];
    let names: Vec<&str> = names.into_iter().filter(|(_, set)| *set).map(|(name, _)| name).collect();
    serde_json::Value::from(names).to_string()
}

fn taken(slug: &str) -> Error {
    Error::new(ErrorKind::Uniqueness, format!("id: there is an organisation {slug} already; choose another id"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_lower_case_ascii_that_fits_a_host_name() {
        for fine in ["a", "acme-corp", "4you", "a--b", &"a".repeat(63)] {
            assert!(is_slug(fine), "{fine}");
        }
        for wrong in ["", "-a", "a-", "Acme", "a.b", "a_b", "ä", "a b", "a/b", "..", "٣", "%61", "~1", &"a".repeat(64)]
        {
            assert!(!is_slug(wrong), "{wrong}");
        }
    }
}
