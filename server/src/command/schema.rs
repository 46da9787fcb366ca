//! `scimd schema`: what the schemas of this build mean for a database.

use clap::Subcommand;
use scimd::{config::Config, serve::StartError, store::Store};

use super::{organisations::Format, print};

/// What to do about the schemas.
#[derive(Debug, Subcommand)]
pub enum SchemaAction {
    /// Show what the next start with this build changes in the database, and what stands in its way; nothing is changed
    Plan {
        #[command(flatten)]
        format: Format,
    },
}

/// Does it.
pub async fn run(config: &Config, action: SchemaAction) -> Result<(), String> {
    let SchemaAction::Plan { format } = action;
    let planned = Store::plan(config.database.expose()).await;
    let lines = planned.map_err(|error| StartError::Database(error).to_string())?;
    let text = match lines.as_slice() {
        [] => "nothing to change: the database is as this build has it".to_owned(),
        lines => lines.join("\n"),
    };
    print(format.json, &lines, &text)
}
