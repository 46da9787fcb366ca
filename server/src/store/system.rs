//! The tables that every scimd has, whatever its schemas: organisations, credentials, counters, records, settings.

use sea_orm::{
    DbBackend,
    sea_query::{Alias, ColumnDef},
};

use super::ensure::TableDefinition;

/// Organisations: `id` is the small integer in every key, `name` the chosen slug.
pub const ORGANISATIONS: &str = "organisations";
/// Credentials; secrets as SHA-256 in hexadecimal.
pub const CREDENTIALS: &str = "credentials";
/// Where databases of the first version have their bearer tokens, which become credentials.
pub const FORMER_TOKENS: &str = "tokens";
/// How many resources of each type an organisation has, in slots that writers share.
pub const COUNTERS: &str = "counters";
/// What was written, in order, and by whom: the audit trail, and what event feeds are fed from.
pub const OUTBOX: &str = "outbox";
/// The provisioning log: the SCIM requests of each organisation.
pub const REQUESTS: &str = "requests";
/// The keys that sign access tokens.
pub const SIGNING_KEYS: &str = "signing_keys";
/// The assertions by which clients proved themselves, which are good once.
pub const ASSERTIONS: &str = "assertions";
/// Facts about this database.
pub const SETTINGS: &str = "settings";

/// The definitions of all of them.
pub fn tables(_backend: DbBackend) -> Vec<TableDefinition> {
    let integer = |name: &str| ColumnDef::new(Alias::new(name)).big_integer().not_null().to_owned();
    let text = |name: &str| ColumnDef::new(Alias::new(name)).text().not_null().to_owned();
    let instant = |name: &str| ColumnDef::new(Alias::new(name)).big_integer().null().to_owned();
    let maybe_text = |name: &str| ColumnDef::new(Alias::new(name)).text().null().to_owned();
    let maybe_id = |name: &str| ColumnDef::new(Alias::new(name)).uuid().null().to_owned();
    let sequence =
        || ColumnDef::new(Alias::new("sequence")).big_integer().not_null().auto_increment().primary_key().to_owned();
    let by_organisation = |name: &str| super::ensure::IndexDefinition {
        name: name.to_owned(),
        columns: vec!["org", "sequence"],
        unique: false,
    };
    let table = |name: &str, columns: Vec<ColumnDef>, key: &[&'static str]| TableDefinition {
        name: name.to_owned(),
        columns,
        key: key.to_vec(),
        clustered: false,
        indexes: Vec::new(),
        resource: None,
    };
    vec![
        table(SETTINGS, vec![text("name"), text("value")], &["name"]),
        TableDefinition {
            indexes: vec![super::ensure::IndexDefinition {
                name: "organisations_name".to_owned(),
                columns: vec!["name"],
                unique: true,
            }],
            ..table(
                ORGANISATIONS,
                vec![
                    integer("id"),
                    text("name"),
                    integer("created"),
                    maybe_text("display_name"),
                    // When it was suspended, or deleted.
                    instant("suspended"),
                    instant("deleted"),
                    maybe_text("settings"),
                ],
                &["id"],
            )
        },
        TableDefinition {
            indexes: vec![
                super::ensure::IndexDefinition {
                    name: "credentials_hash".to_owned(),
                    columns: vec!["hash"],
                    unique: true,
                },
                super::ensure::IndexDefinition {
                    name: "credentials_org".to_owned(),
                    columns: vec!["org", "id"],
                    unique: false,
                },
            ],
            ..table(
                CREDENTIALS,
                vec![
                    ColumnDef::new(Alias::new("id")).uuid().not_null().to_owned(),
                    integer("org"),
                    text("kind"),
                    text("name"),
                    // None of a client that proves itself by its keys.
                    maybe_text("hash"),
                    maybe_text("keys"),
                    text("scopes"),
                    integer("created"),
                    text("creator"),
                    integer("expires"),
                    instant("revoked"),
                    instant("last_used"),
                    maybe_text("last_used_from"),
                    // Whom the credential stands for (RFC 7644 §3.11): a resource type and an id.
                    maybe_text("subject_type"),
                    maybe_id("subject"),
                ],
                &["id"],
            )
        },
        table(
            SIGNING_KEYS,
            vec![integer("generation"), text("kid"), text("private"), integer("created"), integer("starts")],
            &["generation"],
        ),
        table(
            ASSERTIONS,
            vec![
                integer("org"),
                ColumnDef::new(Alias::new("client")).uuid().not_null().to_owned(),
                text("mark"),
                integer("expires"),
            ],
            &["org", "client", "mark"],
        ),
        table(
            COUNTERS,
            vec![integer("org"), text("resource_type"), integer("slot"), integer("total")],
            &["org", "resource_type", "slot"],
        ),
        TableDefinition {
            indexes: vec![by_organisation("outbox_org")],
            ..table(
                OUTBOX,
                vec![
                    sequence(),
                    integer("org"),
                    text("resource_type"),
                    ColumnDef::new(Alias::new("id")).uuid().not_null().to_owned(),
                    integer("version"),
                    text("operation"),
                    maybe_text("changes"),
                    integer("at"),
                    // What people call it, of an organisation or a credential.
                    maybe_text("target"),
                    // Who did it, from where, and in which request.
                    maybe_id("credential"),
                    maybe_text("actor"),
                    maybe_text("source"),
                    maybe_text("request"),
                    // Why it was refused, of an attempt.
                    maybe_text("refused"),
                ],
                &[],
            )
        },
        TableDefinition {
            indexes: vec![by_organisation("requests_org")],
            ..table(
                REQUESTS,
                vec![
                    sequence(),
                    integer("org"),
                    integer("at"),
                    text("request"),
                    maybe_id("credential"),
                    text("actor"),
                    maybe_text("source"),
                    text("method"),
                    text("endpoint"),
                    maybe_text("resource_type"),
                    maybe_id("resource"),
                    maybe_text("query"),
                    integer("status"),
                    maybe_text("scim_type"),
                    maybe_text("detail"),
                    integer("micros"),
                    maybe_text("quirks"),
                ],
                &[],
            )
        },
    ]
}
