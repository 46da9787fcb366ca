//! `scimd org`: organisations.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use scimd::{
    api::admin::{documents::OrganisationDocument, records::QuirkReport},
    scim::quirks::Profile,
    service::{Service, organisations::OrganisationUpdate, settings::OrganisationSettings},
    store::{Actor, organisations::Organisation},
};

use super::{print, table};

/// How many organisations are read at a time.
const PAGE: u64 = 500;

/// What to do with organisations.
#[derive(Debug, Subcommand)]
pub enum OrganisationAction {
    /// Create an organisation
    Create {
        /// Its id in URLs and commands: lower-case letters, digits and hyphens, such as acme-corp
        id: String,
        /// What people call it
        #[arg(long)]
        name: Option<String>,
        /// How its clients are served: default, entra, okta, onelogin, scim11 or strict
        #[arg(long, default_value = "default", value_parser = Profile::named)]
        profile: Profile,
        #[command(flatten)]
        format: Format,
    },
    /// List the organisations
    List {
        #[command(flatten)]
        format: Format,
    },
    /// Show an organisation
    Show {
        /// Its id
        id: String,
        #[command(flatten)]
        format: Format,
    },
    /// Give an organisation another id, another name, or both
    Rename {
        /// Its id
        id: String,
        /// Its new id: its base URLs change with it
        #[arg(required_unless_present = "name")]
        new: Option<String>,
        /// Its new name; an empty one takes it away
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        format: Format,
    },
    /// Refuse every request of an organisation, and keep its data
    Suspend {
        /// Its id
        id: String,
        #[command(flatten)]
        format: Format,
    },
    /// Let a suspended organisation in again
    Resume {
        /// Its id
        id: String,
        #[command(flatten)]
        format: Format,
    },
    /// Show which quirks the clients of an organisation showed, and which profile would suit them
    Quirks {
        /// Its id
        id: String,
        #[command(flatten)]
        format: Format,
    },
    /// Show the settings of an organisation, or replace them
    Settings {
        /// Its id
        id: String,
        /// The file with the new settings, as JSON; - for standard input
        #[arg(long, value_name = "FILE")]
        set: Option<PathBuf>,
        #[command(flatten)]
        format: Format,
    },
    /// Delete an organisation with every user, group and credential of its, for ever
    Delete {
        /// Its id
        id: String,
        /// The id once more
        #[arg(long, value_name = "ID")]
        confirm: Option<String>,
        #[command(flatten)]
        format: Format,
    },
}

/// How to print.
#[derive(Debug, Clone, Copy, Args)]
pub struct Format {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Does it.
pub async fn run(service: &Service, action: OrganisationAction) -> Result<(), String> {
    let by = Actor::command();
    let words = |error: scimd::scim::error::Error| error.detail;
    let (organisation, format) = match action {
        OrganisationAction::Create { id, name, profile, format } => {
            let settings = OrganisationSettings { profile, ..OrganisationSettings::default() };
            (service.create_organisation(&by, &id, name.as_deref(), &settings).await, format)
        }
        OrganisationAction::List { format } => return list(service, format).await,
        OrganisationAction::Show { id, format } => (service.organisation(&id).await, format),
        OrganisationAction::Rename { id, new, name, format } => {
            let display_name = name.map(|name| Some(name).filter(|name| !name.is_empty()));
            let update = OrganisationUpdate { slug: new, display_name, ..OrganisationUpdate::default() };
            (service.update_organisation(&by, &id, update).await, format)
        }
        OrganisationAction::Suspend { id, format } => (suspend(service, &by, &id, true).await, format),
        OrganisationAction::Resume { id, format } => (suspend(service, &by, &id, false).await, format),
        OrganisationAction::Quirks { id, format } => return quirks(service, &id, format).await,
        OrganisationAction::Settings { id, set, format } => return settings(service, &by, &id, set, format).await,
        OrganisationAction::Delete { id, confirm, format } => {
            return delete(service, &by, &id, confirm.as_deref(), format).await;
        }
    };
    let organisation = organisation.map_err(words)?;
    let document = OrganisationDocument::new(&organisation);
    print(format.json, &document, &table(&HEAD, &[row(&organisation)]))
}

async fn suspend(
    service: &Service,
    by: &Actor,
    id: &str,
    suspended: bool,
) -> Result<Organisation, scimd::scim::error::Error> {
    let update = OrganisationUpdate { suspended: Some(suspended), ..OrganisationUpdate::default() };
    service.update_organisation(by, id, update).await
}

async fn list(service: &Service, format: Format) -> Result<(), String> {
    let mut all: Vec<Organisation> = Vec::new();
    loop {
        let after = all.last().map(|organisation| organisation.slug.clone());
        let page = service.organisations(after.as_deref(), PAGE).await.map_err(|error| error.detail)?;
        let last = (page.len() as u64) < PAGE;
        all.extend(page);
        if last {
            break;
        }
    }
    let documents: Vec<_> = all.iter().map(OrganisationDocument::new).collect();
    print(format.json, &documents, &table(&HEAD, &all.iter().map(row).collect::<Vec<_>>()))
}

async fn delete(service: &Service, by: &Actor, id: &str, confirm: Option<&str>, format: Format) -> Result<(), String> {
    let organisation = service.organisation(id).await.map_err(|error| error.detail)?;
    service.delete_organisation(by, id, confirm).await.map_err(|error| {
        let remedy = if confirm.is_none() { format!(": --confirm {id}") } else { String::new() };
        format!("{}{remedy}", error.detail)
    })?;
    let document = OrganisationDocument { status: "deleted".to_owned(), ..OrganisationDocument::new(&organisation) };
    print(format.json, &document, &format!("{id} is deleted"))
}

async fn settings(service: &Service, by: &Actor, id: &str, set: Option<PathBuf>, format: Format) -> Result<(), String> {
    let organisation = match set {
        None => service.organisation(id).await,
        Some(path) => {
            let read = match path.as_os_str() == "-" {
                true => std::io::read_to_string(std::io::stdin()),
                false => std::fs::read_to_string(&path),
            };
            let text = read.map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            let update = OrganisationUpdate { settings: Some(Some(text)), ..OrganisationUpdate::default() };
            service.update_organisation(by, id, update).await
        }
    };
    let organisation = organisation.map_err(|error| error.detail)?;
    let settings = OrganisationDocument::new(&organisation).settings.unwrap_or_else(|| serde_json::json!({}));
    // For people it is spread over lines; it can be edited and given back.
    print(format.json, &settings, &format!("{settings:#}"))
}

async fn quirks(service: &Service, id: &str, format: Format) -> Result<(), String> {
    let organisation = service.organisation(id).await.map_err(|error| error.detail)?;
    let clients = service.quirk_report(organisation.org).await.map_err(|error| error.detail)?;
    let settings = OrganisationSettings::stored(organisation.settings.as_deref());
    let report = QuirkReport::new(settings.profile, &clients);
    let rows = report.items.iter().flat_map(|client| {
        client.quirks.iter().map(|quirk| {
            let requests = quirk.requests.to_string();
            vec![client.actor.clone(), client.suggested.clone(), quirk.name.clone(), requests, quirk.last.clone()]
        })
    });
    let rows: Vec<_> = rows.collect();
    print(format.json, &report, &table(&["CREDENTIAL", "SUGGESTED PROFILE", "QUIRK", "REQUESTS", "LAST"], &rows))
}

const HEAD: [&str; 4] = ["ID", "NAME", "STATUS", "CREATED"];

fn row(organisation: &Organisation) -> Vec<String> {
    let document = OrganisationDocument::new(organisation);
    vec![document.id, document.name.unwrap_or_else(|| "-".to_owned()), document.status, document.created]
}
