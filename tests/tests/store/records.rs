//! The records page by page while others write, and how long they are kept.

use scimd::{
    service::{
        records::{Page, Paging, Retention},
        settings::OrganisationSettings,
    },
    store::{
        Actor, Org,
        audit::{AuditQuery, Audited},
        records::Span,
        requests::{Request, RequestQuery},
    },
};
use serde_json::json;
use tests::Database;

use crate::fixture::{Fixture, START};

const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
/// In microseconds.
const DAY: i64 = 86_400_000_000;

async fn user(fixture: &Fixture, name: &str) {
    fixture.create("User", &json!({ "schemas": [USER], "userName": name })).await;
}

fn request(org: Org, at: i64) -> Request {
    Request {
        org,
        at,
        actor: Actor::command(),
        method: "GET".to_owned(),
        endpoint: "/Users".to_owned(),
        kind: Some("User"),
        resource: None,
        query: None,
        status: 200,
        scim_type: None,
        detail: None,
        micros: 1,
        quirks: None,
    }
}

async fn pages_show_each_record_once_while_others_come(database: Database) {
    let fixture = Fixture::new(database, "pages").await;
    for index in 0..25 {
        user(&fixture, &format!("before-{index}")).await;
    }
    let query = AuditQuery { org: Some(Org(1)), ..AuditQuery::default() };
    let (mut seen, mut cursor): (Vec<i64>, Option<String>) = (Vec::new(), None);
    for page in 0.. {
        let paging = Paging { cursor: cursor.as_deref(), count: Some(10) };
        let Page { items, next } = fixture.service.audit_trail(&query, paging).await.unwrap();
        seen.extend(items.iter().map(|item: &Audited| item.sequence));
        user(&fixture, &format!("meanwhile-{page}")).await;
        cursor = next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 25);
    assert!(seen.windows(2).all(|pair| pair[0] > pair[1]), "the newest first, none twice: {seen:?}");
    let paging = Paging { cursor: Some("x"), count: None };
    assert!(fixture.service.audit_trail(&query, paging).await.unwrap_err().detail.contains("after"));
}

async fn a_span_of_time_has_what_happened_in_it(database: Database) {
    let fixture = Fixture::new(database, "span").await;
    let hours: Vec<Request> = (0..200).map(|hour| request(Org(1), START + hour * DAY / 24)).collect();
    fixture.service.store.add_requests(&hours).await.unwrap();
    let at = |hour: i64| START + hour * DAY / 24;
    for (since, until, count) in [
        (None, None, 200),
        (Some(at(150)), None, 50),
        (None, Some(at(20)), 20),
        (Some(at(50)), Some(at(60)), 10),
        (Some(at(500)), None, 0),
    ] {
        let query = RequestQuery { span: Span { since, until }, ..RequestQuery::default() };
        let paging = Paging { cursor: None, count: Some(1_000) };
        let page = fixture.service.provisioning_log(Org(1), &query, paging).await.unwrap();
        assert_eq!(page.items.len(), count, "{since:?} to {until:?}");
    }
    let query = RequestQuery::default();
    assert!(fixture.service.provisioning_log(Org(2), &query, Paging::default()).await.unwrap().items.is_empty());
}

async fn what_is_too_old_is_removed_and_nothing_else(database: Database) {
    let fixture = Fixture::new(database, "retention").await;
    // The clock of the fixture goes on by a second with each reading.
    let old = (0..2_500).map(|_| request(Org(1), START - 31 * DAY));
    let young = (0..100).map(|_| request(Org(1), START - 29 * DAY));
    let all: Vec<Request> = old.chain(young).collect();
    fixture.service.store.add_requests(&all).await.unwrap();
    user(&fixture, "bjensen").await;
    fixture.service.sweep(Retention { audit_days: 1, log_days: 30 }).await.unwrap();
    let paging = Paging { cursor: None, count: Some(1_000) };
    let log = fixture.service.provisioning_log(Org(1), &RequestQuery::default(), paging).await.unwrap();
    assert_eq!(log.items.len(), 100);
    assert_eq!(fixture.service.audit_trail(&AuditQuery::default(), paging).await.unwrap().items.len(), 1);
    while fixture.service.store.expire_audit(START + DAY).await.unwrap() {}
    assert!(fixture.service.audit_trail(&AuditQuery::default(), paging).await.unwrap().items.is_empty());
}

async fn a_deleted_organisation_leaves_its_deletion_alone_also_when_a_request_was_under_way(database: Database) {
    let fixture = Fixture::new(database, "deleted").await;
    let by = Actor::command();
    let organisation =
        fixture.service.create_organisation(&by, "acme", None, &OrganisationSettings::default()).await.unwrap();
    fixture.service.store.add_requests(&[request(organisation.org, START)]).await.unwrap();
    fixture.service.delete_organisation(&by, "acme", Some("acme")).await.unwrap();
    fixture.service.store.add_requests(&[request(organisation.org, START)]).await.unwrap();
    let query = RequestQuery::default();
    let log = fixture.service.provisioning_log(organisation.org, &query, Paging::default()).await.unwrap();
    assert!(log.items.is_empty());
    let query = AuditQuery { operation: Some("delete".to_owned()), ..AuditQuery::default() };
    let trail = fixture.service.audit_trail(&query, Paging::default()).await.unwrap().items;
    assert_eq!(trail.iter().map(|row| row.target.as_deref()).collect::<Vec<_>>(), [Some("acme")]);
}

macro_rules! on_both {
    ($($name:ident)+) => {
        mod sqlite { $(#[tokio::test] async fn $name() { super::$name(tests::Database::Sqlite).await; })+ }
        mod postgres { $(#[tokio::test] async fn $name() { super::$name(tests::Database::Postgres).await; })+ }
    };
}

on_both! {
    pages_show_each_record_once_while_others_come
    a_span_of_time_has_what_happened_in_it
    what_is_too_old_is_removed_and_nothing_else
    a_deleted_organisation_leaves_its_deletion_alone_also_when_a_request_was_under_way
}
