//! What a clock that jumps does: time ends what is to end, and never runs backwards in what is stored (RFC 7643 §3.1,
//! RFC 7644 §7.4, RFC 9865 §2.1).

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use scimd::{
    clock::Clock,
    scim::{error::ErrorKind, projection::Projection},
    service::{
        Caller, Options, Service,
        credentials::{CredentialRequest, Kind, Presented, Token},
        list::ListRequest,
        resources::Conditions,
    },
    store::{Actor, Org, Store},
};
use serde_json::{Value, json};
use tests::Database;

use crate::fixture::{START, json as body_of, table};

const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;
const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const PATCH_OP: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/// A database, and a clock that the test sets.
struct Clocked {
    setting: String,
    time: Arc<AtomicI64>,
    directory: std::path::PathBuf,
}

impl Clocked {
    fn new(database: Database, name: &str) -> Self {
        let directory = std::env::temp_dir().join(format!("scimd-clock-{}-{name}-{database:?}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        Self { setting: database.create(&directory), time: Arc::new(AtomicI64::new(START)), directory }
    }

    /// A server that starts now: what another one remembered of the time is not known to it.
    async fn start(&self) -> Service {
        let time = self.time.clone();
        let clock = Clock::new(Arc::new(move || time.load(Ordering::Relaxed)));
        Service::new(Store::open(&self.setting).await.unwrap(), clock, Options::default()).await.unwrap()
    }

    fn jump(&self, by: i64) {
        self.time.fetch_add(by, Ordering::Relaxed);
    }
}

impl Drop for Clocked {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

fn caller() -> Caller {
    Caller::local(Org(1), "https://scim.example.com/scim/v2")
}

async fn create(service: &Service, name: &str) -> Value {
    let body = json!({ "schemas": [USER], "userName": name }).to_string();
    let projection = Projection::default_for(table("User").resource_type);
    body_of(&service.create(&caller(), table("User"), body.as_bytes(), &projection).await.unwrap())
}

async fn retitle(service: &Service, id: &str, title: &str) -> Value {
    let operation = json!({ "op": "replace", "path": "title", "value": title });
    let body = json!({ "schemas": [PATCH_OP], "Operations": [operation] }).to_string();
    let projection = Projection::default_for(table("User").resource_type);
    let conditions = Conditions::default();
    let answer = service.patch(&caller(), table("User"), id, conditions, body.as_bytes(), (&projection, true)).await;
    body_of(&answer.unwrap())
}

/// X4
async fn four_hundred_days_later(database: Database) {
    let clocked = Clocked::new(database, "later");
    let service = clocked.start().await;
    service.create_default_organisation(&Token::given("the-first-token-of-all".to_owned())).await.unwrap();
    let request = CredentialRequest::new(Kind::Token, "for a year");
    let (_, secret) = service.create_credential(&Actor::command(), Org(1), request).await.unwrap();
    let secret = secret.unwrap();
    for name in ["a", "b", "c"] {
        create(&service, name).await;
    }
    let projection = Projection::default_for(table("User").resource_type);
    let page = |cursor: String| {
        let (service, projection) = (service.clone(), &projection);
        async move {
            let request = ListRequest { count: Some(1), cursor: Some(&cursor), ..ListRequest::default() };
            service.list(&caller(), table("User"), request, projection).await
        }
    };
    let cursor = body_of(&page(String::new()).await.unwrap())["nextCursor"].as_str().unwrap().to_owned();
    page(cursor.clone()).await.unwrap();
    assert!(service.recognise(Presented::Bearer(&secret), None).await.unwrap().is_some());
    clocked.jump(400 * DAY);
    assert!(service.recognise(Presented::Bearer(&secret), None).await.unwrap().is_none(), "it is taken after its end");
    assert!(clocked.start().await.recognise(Presented::Bearer(&secret), None).await.unwrap().is_none());
    assert_eq!(page(cursor).await.unwrap_err().kind, ErrorKind::ExpiredCursor);
}

/// X4
async fn an_hour_back(database: Database) {
    let clocked = Clocked::new(database, "back");
    let mut service = clocked.start().await;
    let created = create(&service, "a").await;
    let id = created["id"].as_str().unwrap().to_owned();
    let mut seen = vec![created["meta"].clone()];
    for step in 0..6 {
        clocked.jump(-HOUR);
        if step % 2 == 1 {
            // One that has just started knows no later time.
            service = clocked.start().await;
        }
        seen.push(retitle(&service, &id, &step.to_string()).await["meta"].clone());
        create(&service, &format!("later-{step}")).await;
    }
    for pair in seen.windows(2) {
        assert!(pair[0]["lastModified"].as_str() < pair[1]["lastModified"].as_str(), "{pair:?}");
        assert_eq!(pair[0]["created"], pair[1]["created"]);
    }
    let versions: std::collections::BTreeSet<_> = seen.iter().map(|meta| meta["version"].to_string()).collect();
    assert_eq!(versions.len(), seen.len(), "{seen:?}");
}

macro_rules! on_both {
    ($($name:ident: $test:ident;)+) => {
        mod sqlite { $(#[tokio::test] async fn $name() { super::$test(tests::Database::Sqlite).await; })+ }
        mod postgres { $(#[tokio::test] async fn $name() { super::$test(tests::Database::Postgres).await; })+ }
    };
}

on_both! {
    credentials_and_cursors_end_when_the_clock_jumps_ahead: four_hundred_days_later;
    modification_times_and_versions_go_on_when_the_clock_goes_back: an_hour_back;
}
