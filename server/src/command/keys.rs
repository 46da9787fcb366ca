//! `scimd keys`: the keys that sign access tokens of the token endpoint.

use clap::Subcommand;
use scimd::{
    api::oauth::documents::SigningKeyDocument,
    service::{Service, oauth::KeyState},
};

use super::{organisations::Format, print, table};

/// What to do with the keys.
#[derive(Debug, Subcommand)]
pub enum KeyAction {
    /// List the keys, without their private parts
    List {
        #[command(flatten)]
        format: Format,
    },
    /// Make a new key before the month of the present one is over: it signs in ten minutes
    Rotate {
        /// Sign with it at once, since the present key is known to others; tokens of that hold for their ten minutes
        #[arg(long)]
        now: bool,
        #[command(flatten)]
        format: Format,
    },
}

/// Does it.
pub async fn run(service: &Service, action: KeyAction) -> Result<(), String> {
    let (keys, format) = match action {
        KeyAction::List { format } => (service.signing_keys().await, format),
        KeyAction::Rotate { now, format } => (service.rotate_signing_key(now).await, format),
    };
    show(&keys.map_err(|error| error.detail)?, format)
}

fn show(keys: &[KeyState], format: Format) -> Result<(), String> {
    let documents: Vec<_> = keys.iter().map(SigningKeyDocument::new).collect();
    let row = |document: &SigningKeyDocument| {
        let document = document.clone();
        let leaves = document.leaves.unwrap_or_else(|| "-".to_owned());
        vec![document.kid, document.status, document.created, document.starts, leaves]
    };
    let rows: Vec<_> = documents.iter().map(row).collect();
    print(format.json, &documents, &table(&["KID", "STATUS", "CREATED", "STARTS", "LEAVES"], &rows))
}
