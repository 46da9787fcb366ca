//! Organisations are apart: identifiers, names and references of one are nothing to another (RFC 7643 §3.1, §7, §9.3).

use scimd::{
    scim::{
        error::{Error, ErrorKind},
        filter,
        filter::Unknown,
        projection::Projection,
    },
    service::{Caller, answer::Answer, resources::Conditions, type_of_endpoint},
    store::{Org, list::ListQuery},
};
use serde_json::{Value, json};
use tests::{
    Database,
    scim::{group, id_of, user_with},
};

use crate::fixture::{Fixture, json as body_of, table};

/// Creates a resource in an organisation.
async fn create(fixture: &Fixture, org: i64, kind: &str, body: &Value) -> Result<Value, Error> {
    let (table, caller) = (table(kind), caller(fixture, org));
    let projection = Projection::default_for(table.resource_type);
    let answer = fixture.service.create(&caller, table, body.to_string().as_bytes(), &projection).await?;
    Ok(body_of(&answer))
}

async fn read(fixture: &Fixture, org: i64, id: &str) -> Result<Answer, Error> {
    let (table, caller) = (table("User"), caller(fixture, org));
    let projection = Projection::default_for(table.resource_type);
    fixture.service.read(&caller, table, id, Conditions::default(), &projection).await
}

async fn delete(fixture: &Fixture, org: i64, id: &str) -> Result<Answer, Error> {
    fixture.service.delete(&caller(fixture, org), table("User"), id, Conditions::default()).await
}

/// How many users of an organisation a filter selects.
async fn found(fixture: &Fixture, org: i64, text: &str) -> u64 {
    let table = table("User");
    let parsed = filter::parse(text).unwrap();
    let condition = filter::resolve(table.resource_type, parsed, Unknown::Refuse, type_of_endpoint).unwrap();
    let query = ListQuery { condition: Some(condition), count: 10, ..ListQuery::default() };
    fixture.service.store.list(Org(org), table, &query).await.unwrap().total
}

fn caller(fixture: &Fixture, org: i64) -> Caller {
    Caller { org: Org(org), ..fixture.caller.clone() }
}

async fn names(database: Database) {
    let fixture = Fixture::new(database, "organisations-names").await;
    let body = user_with("bjensen", json!({ "externalId": "701984" }));
    let one = create(&fixture, 1, "User", &body).await.unwrap();
    let two = create(&fixture, 2, "User", &body).await.unwrap();
    assert_ne!(one["id"], two["id"]);
    for org in [1, 2] {
        for filter in ["externalId eq \"701984\"", "userName eq \"BJENSEN\"", "userName pr"] {
            assert_eq!(found(&fixture, org, filter).await, 1, "{filter} in {org}");
        }
        let again = create(&fixture, org, "User", &user_with("BJensen", json!({}))).await.unwrap_err();
        assert_eq!(again.kind, ErrorKind::Uniqueness);
    }
}

async fn resources(database: Database) {
    let fixture = Fixture::new(database, "organisations-resources").await;
    let user = create(&fixture, 1, "User", &user_with("alice", json!({}))).await.unwrap();
    let id = id_of(&user);
    for refused in [read(&fixture, 2, &id).await, delete(&fixture, 2, &id).await] {
        assert_eq!(refused.unwrap_err().kind, ErrorKind::NotFound);
    }
    assert_eq!(found(&fixture, 2, &format!("id eq \"{id}\"")).await, 0);
    let member = create(&fixture, 2, "Group", &group("g", &[&id])).await.unwrap_err();
    assert_eq!(member.kind, ErrorKind::InvalidValue);
    assert_eq!(body_of(&read(&fixture, 1, &id).await.unwrap()), user);
}

mod sqlite {
    /// 7643-3.1-12, 7643-7-26a
    #[tokio::test(flavor = "multi_thread")]
    async fn organisations_use_the_same_names_and_see_their_own() {
        super::names(tests::Database::Sqlite).await;
    }

    /// 7643-9.3-x1
    #[tokio::test(flavor = "multi_thread")]
    async fn a_resource_of_another_organisation_is_not_found_and_cannot_be_referred_to() {
        super::resources(tests::Database::Sqlite).await;
    }
}

mod postgres {
    /// 7643-3.1-12, 7643-7-26a
    #[tokio::test(flavor = "multi_thread")]
    async fn organisations_use_the_same_names_and_see_their_own() {
        super::names(tests::Database::Postgres).await;
    }

    /// 7643-9.3-x1
    #[tokio::test(flavor = "multi_thread")]
    async fn a_resource_of_another_organisation_is_not_found_and_cannot_be_referred_to() {
        super::resources(tests::Database::Postgres).await;
    }
}
