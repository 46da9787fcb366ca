//! The tables that every scimd has, whatever its schemas: organisations, tokens, counters, outbox, settings.

use sea_orm::{
    DbBackend,
    sea_query::{Alias, ColumnDef},
};

use super::ensure::TableDefinition;

/// Organisations: `id` is the small integer in every key.
pub const ORGANISATIONS: &str = "organisations";
/// Bearer tokens, as SHA-256 in hexadecimal.
pub const TOKENS: &str = "tokens";
/// How many resources of each type an organisation has, in slots that writers share.
pub const COUNTERS: &str = "counters";
/// What was written, in order, for the audit trail and event feeds.
pub const OUTBOX: &str = "outbox";
/// Facts about this database.
pub const SETTINGS: &str = "settings";

/// The definitions of all of them.
pub fn tables(_backend: DbBackend) -> Vec<TableDefinition> {
    let integer = |name: &str| ColumnDef::new(Alias::new(name)).big_integer().not_null().to_owned();
    let text = |name: &str| ColumnDef::new(Alias::new(name)).text().not_null().to_owned();
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
            ..table(ORGANISATIONS, vec![integer("id"), text("name"), integer("created")], &["id"])
        },
        table(
            TOKENS,
            vec![
                text("hash"),
                integer("org"),
                text("name"),
                integer("created"),
                // Whom the token stands for (RFC 7644 §3.11): a resource type and an id.
                ColumnDef::new(Alias::new("subject_type")).text().null().to_owned(),
                ColumnDef::new(Alias::new("subject")).uuid().null().to_owned(),
            ],
            &["hash"],
        ),
        table(
            COUNTERS,
            vec![integer("org"), text("resource_type"), integer("slot"), integer("total")],
            &["org", "resource_type", "slot"],
        ),
        table(
            OUTBOX,
            vec![
                ColumnDef::new(Alias::new("sequence"))
                    .big_integer()
                    .not_null()
                    .auto_increment()
                    .primary_key()
                    .to_owned(),
                integer("org"),
                text("resource_type"),
                ColumnDef::new(Alias::new("id")).uuid().not_null().to_owned(),
                integer("version"),
                text("operation"),
                ColumnDef::new(Alias::new("changes")).text().null().to_owned(),
                integer("at"),
            ],
            &[],
        ),
    ]
}
