//! A service over a fresh database, with a clock that the test drives.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicI64, Ordering},
};

use scimd::{
    clock::Clock,
    scim::{projection::Projection, quirks::Profile},
    service::{Caller, Options, Service, answer::Answer, settings::OrganisationSettings},
    store::{Org, Store, table::Table, table_of},
};
use serde_json::Value;
use tests::Database;

/// 2026-01-01T00:00:00Z in microseconds; the first reading of the clock.
pub const START: i64 = 1_767_225_600_000_000;

/// A service in organisation 1 of a fresh database.
pub struct Fixture {
    /// The service.
    pub service: Service,
    /// The setting that opens its database.
    pub setting: String,
    /// Its caller.
    pub caller: Caller,
    seen: Arc<Mutex<Vec<String>>>,
    directory: std::path::PathBuf,
}

impl Fixture {
    /// Opens a fresh database; every reading of the clock is a second later than the last.
    pub async fn new(database: Database, name: &str) -> Self {
        let directory = std::env::temp_dir().join(format!("scimd-store-{}-{name}-{database:?}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let setting = database.create(&directory);
        let store = Store::open(&setting).await.unwrap();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let statements = seen.clone();
        store.database().observe(Arc::new(move |sql: &str| statements.lock().unwrap().push(sql.to_owned())));
        let time = AtomicI64::new(START);
        let clock = Clock::new(Arc::new(move || time.fetch_add(1_000_000, Ordering::Relaxed)));
        let caller = Caller::local(Org(1), "https://scim.example.com/scim/v2");
        let service = Service::new(store, clock, Options::default()).await.unwrap();
        Self { service, setting, caller, seen, directory }
    }

    /// The same for an organisation of the profile `strict`, where groups may share a name.
    pub fn strict(mut self) -> Self {
        let settings = OrganisationSettings { profile: Profile::Strict, ..OrganisationSettings::default() };
        self.caller.settings = Arc::new(settings);
        self
    }

    /// Creates a resource and gives its id.
    pub async fn create(&self, kind: &str, body: &Value) -> String {
        let table = table(kind);
        let projection = Projection::default_for(table.resource_type);
        let answer = self.service.create(&self.caller, table, body.to_string().as_bytes(), &projection).await.unwrap();
        json(&answer)["id"].as_str().unwrap().to_owned()
    }

    /// The statements since the last call.
    pub fn statements(&self) -> Vec<String> {
        std::mem::take(&mut self.seen.lock().unwrap())
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

/// The table of a resource type.
pub fn table(kind: &str) -> &'static Table {
    table_of(kind).unwrap()
}

/// The body of an answer.
pub fn json(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap()
}
