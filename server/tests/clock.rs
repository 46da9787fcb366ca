//! X4: what becomes of credentials, cursors and versions when the clock jumps.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use scimd::{
    clock::Clock,
    scim::{error::ErrorKind, projection::Projection},
    service::{
        Caller, Options, Service,
        credentials::{CredentialRequest, Kind, Presented},
        list::ListRequest,
        resources::Conditions,
    },
    store::{Actor, Store, table_of},
};
use serde_json::Value;

const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;

/// A service whose clock the test sets, and the file of its database.
async fn service(name: &str) -> (Service, Arc<AtomicI64>, std::path::PathBuf) {
    let time = Arc::new(AtomicI64::new(1_800_000_000_000_000));
    let source = time.clone();
    let clock = Clock::new(Arc::new(move || source.load(Ordering::Relaxed)));
    let path = std::env::temp_dir().join(format!("scimd-clock-{name}-{}.db", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let store = Store::open(&format!("sqlite:{}", path.display())).await.unwrap();
    (Service::new(store, clock, Options::default()).await.unwrap(), time, path)
}

#[tokio::test(flavor = "multi_thread")]
async fn four_hundred_days_later_credentials_and_cursors_have_expired() {
    let (service, time, path) = service("forward").await;
    let by = Actor::command();
    let organisation = service.create_organisation(&by, "acme", None).await.unwrap();
    let request = CredentialRequest::new(Kind::Token, "test");
    let (_, token) = service.create_credential(&by, organisation.org, request).await.unwrap();
    let token = token.unwrap();
    let known = async || service.recognise(Presented::Bearer(&token), None).await.unwrap().is_some();
    assert!(known().await);

    let caller = Caller::local(organisation.org, "http://h/scim/v2");
    let users = table_of("User").unwrap();
    let projection = Projection::default_for(users.resource_type);
    for name in ["one", "two"] {
        let body = format!(r#"{{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"{name}"}}"#);
        service.create(&caller, users, body.as_bytes(), &projection).await.unwrap();
    }
    let page = async |cursor: &str| {
        let request = ListRequest {
            filter: None,
            sort_by: None,
            sort_order: None,
            start_index: None,
            count: Some(1),
            cursor: Some(cursor),
        };
        service.list(&caller, users, request, &projection).await
    };
    let first: Value = serde_json::from_slice(&page("").await.unwrap().body).unwrap();
    let next = first["nextCursor"].as_str().unwrap();
    assert!(page(next).await.is_ok());

    // Known credentials are remembered for some seconds; their end holds all the same.
    time.fetch_add(400 * DAY, Ordering::Relaxed);
    assert!(!known().await, "a credential holds for a year");
    let error = page(next).await.unwrap_err();
    assert_eq!((error.kind, error.kind.status()), (ErrorKind::ExpiredCursor, 400));
    service.store.database().close().await;
    let _ = std::fs::remove_file(path);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_goes_back_takes_no_modification_back_and_no_version_comes_twice() {
    let (service, time, path) = service("back").await;
    let organisation = service.create_organisation(&Actor::command(), "acme", None).await.unwrap();
    let caller = Caller::local(organisation.org, "http://h/scim/v2");
    let users = table_of("User").unwrap();
    let projection = Projection::default_for(users.resource_type);
    let body = br#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"one"}"#;
    let created = service.create(&caller, users, body, &projection).await.unwrap();
    let mut last: Value = serde_json::from_slice(&created.body).unwrap();
    let id = last["id"].as_str().unwrap().to_owned();
    let mut versions = vec![last["meta"]["version"].clone()];
    for step in 0..6 {
        time.fetch_add(if step == 2 { -HOUR } else { 1_000 }, Ordering::Relaxed);
        let patch = format!(
            r#"{{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{{"op":"replace","path":"title","value":"{step}"}}]}}"#
        );
        let conditions = Conditions::default();
        let changed = service.patch(&caller, users, &id, conditions, patch.as_bytes(), (&projection, true)).await;
        let now: Value = serde_json::from_slice(&changed.unwrap().body).unwrap();
        let modified = |user: &Value| user["meta"]["lastModified"].as_str().unwrap().to_owned();
        assert!(modified(&now) >= modified(&last), "{now} after {last}");
        assert!(!versions.contains(&now["meta"]["version"]), "{now}");
        versions.push(now["meta"]["version"].clone());
        last = now;
    }
    service.store.database().close().await;
    let _ = std::fs::remove_file(path);
}
