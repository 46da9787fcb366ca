//! What is missing at start is made, and filled from the documents that are there.

use scimd::{
    scim::{filter, filter::Unknown},
    service::type_of_endpoint,
    store::{
        Org, Store,
        database::{Expect, Plan},
        list::ListQuery,
    },
};
use sea_orm::Statement;
use serde_json::json;
use tests::Database;

use crate::fixture::{Fixture, table};

/// A database as an earlier build would have left it: without a column, a value table, and an index.
async fn earlier(fixture: &Fixture) {
    let database = fixture.service.store.database();
    let mut plan = Plan::default();
    for sql in [
        "DROP INDEX users_k_external_id_id",
        "DROP TABLE user_emails",
        "ALTER TABLE users DROP COLUMN k_title",
        "DELETE FROM settings",
    ] {
        plan.push(Statement::from_string(database.backend(), sql), Expect::Any);
    }
    database.apply(plan).await.unwrap();
}

async fn evolves(database: Database) {
    let fixture = Fixture::new(database, "evolution").await;
    for index in 0..700 {
        let user = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "userName": format!("user-{index}"),
            "externalId": format!("e-{index}"),
            "title": format!("Title {}", index % 7),
            "emails": [{ "type": "work", "value": format!("user-{index}@example.com") }],
        });
        fixture.create("User", &user).await;
    }
    earlier(&fixture).await;
    let store = Store::open(&fixture.setting).await.unwrap();
    let table = table("User");
    for (text, expected) in [
        ("title eq \"title 3\"", 100),
        ("not (title pr)", 0),
        ("emails.value eq \"user-699@example.com\"", 1),
        ("emails[type eq \"work\"]", 700),
        ("externalId eq \"e-5\"", 1),
    ] {
        let parsed = filter::parse(text).unwrap();
        let condition = filter::resolve(table.resource_type, parsed, Unknown::Refuse, type_of_endpoint).unwrap();
        let query = ListQuery { condition: Some(condition), count: 1_000, ..ListQuery::default() };
        assert_eq!(store.list(Org(1), table, &query).await.unwrap().total, expected, "{text}");
    }

    // A start that finds everything in place changes nothing.
    let before = store.database().statements();
    drop(store);
    let again = Store::open(&fixture.setting).await.unwrap();
    assert!(before > 700 && again.database().statements() <= 1, "{} then {}", before, again.database().statements());
}

async fn refuses(database: Database) {
    let fixture = Fixture::new(database, "conflict").await;
    let store = fixture.service.store.database();
    let mut plan = Plan::default();
    for sql in
        ["ALTER TABLE users DROP COLUMN k_title", "ALTER TABLE users ADD COLUMN k_title bigint", "DELETE FROM settings"]
    {
        plan.push(Statement::from_string(store.backend(), sql), Expect::Any);
    }
    store.apply(plan).await.unwrap();
    let refused = Store::open(&fixture.setting).await.err().map(|error| format!("{error:?}")).unwrap_or_default();
    for word in ["users.k_title", "integer", "text"] {
        assert!(refused.contains(word), "{refused}");
    }
}

mod sqlite {
    #[tokio::test(flavor = "multi_thread")]
    async fn what_is_missing_is_made_and_filled_from_the_documents() {
        super::evolves(tests::Database::Sqlite).await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_changed_type_stops_the_start_with_the_conflict() {
        super::refuses(tests::Database::Sqlite).await;
    }
}

mod postgres {
    #[tokio::test(flavor = "multi_thread")]
    async fn what_is_missing_is_made_and_filled_from_the_documents() {
        super::evolves(tests::Database::Postgres).await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_changed_type_stops_the_start_with_the_conflict() {
        super::refuses(tests::Database::Postgres).await;
    }
}
