//! Which quirks the clients of an organisation showed, credential by credential, and which profile would suit them.
//!
//! It is read from the provisioning log: of what that leaves out, nothing is known here either.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::{
    scim::{
        error::Error,
        quirks::{Profile, Quirk, suggested},
    },
    store::Org,
};

use super::{Service, database_error};

/// A quirk that a client showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The quirk.
    pub quirk: Quirk,
    /// In how many requests.
    pub requests: u64,
    /// In the last one of them, in microseconds since 1970.
    pub last: i64,
}

/// The quirks of the client that uses a credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientQuirks {
    /// The credential, if it is one of scimd's.
    pub credential: Option<Uuid>,
    /// What it is called.
    pub name: String,
    /// The profile that would suit the client.
    pub suggested: Profile,
    /// What it showed, in the order of the list of quirks.
    pub quirks: Vec<Shown>,
}

impl Service {
    /// The quirks of an organisation's clients, those whose credentials were made first coming first.
    pub async fn quirk_report(&self, org: Org) -> Result<Vec<ClientQuirks>, Error> {
        let seen = self.store.quirks_seen(org).await.map_err(database_error)?;
        let mut clients: BTreeMap<(Option<Uuid>, String), Vec<Shown>> = BTreeMap::new();
        for row in seen {
            let shown = clients.entry((row.credential, row.actor)).or_default();
            let names: Vec<&str> = row.quirks.split(' ').collect();
            // A quirk that this version no longer knows is passed over.
            for quirk in Quirk::ALL.iter().copied().filter(|quirk| names.contains(&quirk.facts().name)) {
                match shown.iter_mut().find(|shown| shown.quirk == quirk) {
                    Some(known) => {
                        known.requests += row.requests;
                        known.last = known.last.max(row.last);
                    }
                    None => shown.push(Shown { quirk, requests: row.requests, last: row.last }),
                }
            }
        }
        let report = clients.into_iter().map(|((credential, name), mut quirks)| {
            quirks.sort_by_key(|shown| shown.quirk as usize);
            let suggested = suggested(quirks.iter().map(|shown| (shown.quirk, shown.requests)));
            ClientQuirks { credential, name, suggested, quirks }
        });
        Ok(report.collect())
    }
}
