//! An evolution beside processes that write: what they saved is kept, and what they would spoil is refused.

use std::time::Duration;

use scimd::{
    scim::projection::Projection,
    service::resources::Conditions,
    store::{
        Store,
        database::{Expect, Plan},
    },
};
use sea_orm::Statement;
use serde_json::{Value, json};
use tests::Database;

use crate::{
    evolution::{declared_before, stored, total, user},
    evolution_recorded::texts,
    fixture::{Fixture, table},
};

/// A plan of statements, as a process that runs already makes one.
fn plan(fixture: &Fixture, statements: &[&str]) -> Plan {
    let mut plan = Plan::default();
    for sql in statements {
        let backend = fixture.service.store.database().backend();
        let expect = if sql.starts_with("SELECT") { Expect::Read } else { Expect::Any };
        plan.push(Statement::from_string(backend, *sql), expect);
    }
    plan
}

/// What is written while an evolution waits, or reads, is not overwritten by what it had read before.
async fn keeps_writes(database: Database) {
    let fixture = Fixture::new(database, "beside").await;
    let id = fixture.create("User", &user("a", json!({ "title": "old" }))).await;
    let gone = |declared: &mut serde_json::Value| {
        declared["User"]["badge"] = json!({ "type": "string", "multi": false, "required": false });
    };
    let with_badge =
        "UPDATE users SET document = replace(document, '\"title\":\"old\"', '\"title\":\"old\",\"badge\":\"7\"')";
    declared_before(&fixture, gone, &[with_badge.to_owned()]).await;
    let write = "UPDATE users SET version = version + 1, document = replace(document, '\"old\"', '\"new\"')";
    let statements: &[&str] = match database {
        Database::Sqlite => &[write],
        Database::Postgres => &[write, "SELECT pg_sleep(1)"],
    };
    let late = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        Store::open(&fixture.setting).await
    };
    let (written, opened) = tokio::join!(fixture.service.store.database().apply(plan(&fixture, statements)), late);
    written.unwrap();
    let (document, aside) = stored(&opened.unwrap(), &id).await;
    assert_eq!((&document["title"], document.get("badge")), (&json!("new"), None));
    assert_eq!(aside, Some(json!({ "badge": "7" })));
}

/// A database server ends one of two transactions that wait for each other: an evolution begins again.
async fn begins_again(database: Database) {
    let fixture = Fixture::new(database, "again").await;
    fixture.create("User", &user("a", json!({}))).await;
    declared_before(&fixture, |_| (), &[]).await;
    let statements: &[&str] = match database {
        Database::Sqlite => &["UPDATE users SET version = version", "UPDATE groups SET version = version"],
        Database::Postgres => {
            &["UPDATE users SET version = version", "SELECT pg_sleep(1)", "UPDATE groups SET version = version"]
        }
    };
    let late = async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        Store::open(&fixture.setting).await
    };
    let (written, opened) = tokio::join!(fixture.service.store.database().apply(plan(&fixture, statements)), late);
    written.unwrap();
    assert_eq!(total(&opened.unwrap(), "userName eq \"a\"").await, 1);
}

/// A process of the build before does not know what the new one keeps: it would lose it with its next write.
async fn refuses_the_outdated(database: Database) {
    let fixture = Fixture::new(database, "outdated").await;
    let id = fixture.create("User", &user("a", json!({}))).await;
    let group = fixture.create("Group", &tests::scim::group("g", &[])).await;
    let (service, caller) = (&fixture.service, &fixture.caller);
    let before = stored(&service.store, &id).await;
    declared_before(&fixture, |_| (), &[]).await;
    let (users, groups) = (table("User"), table("Group"));
    let (as_user, as_group) =
        (Projection::default_for(users.resource_type), Projection::default_for(groups.resource_type));
    let add = |value: Value| tests::scim::operations(json!([{ "op": "add", "value": value }])).to_string();
    let (titled, joined) = (add(json!({ "title": "t" })), add(json!({ "members": [{ "value": id }] })));
    let (new, other) = (user("b", json!({})).to_string(), user("a", json!({ "title": "t" })).to_string());
    let any = Conditions::default();
    for refused in [
        service.create(caller, users, new.as_bytes(), &as_user).await,
        service.replace(caller, users, &id, any, other.as_bytes(), &as_user).await,
        service.patch(caller, users, &id, any, titled.as_bytes(), (&as_user, true)).await,
        service.patch(caller, groups, &group, any, joined.as_bytes(), (&as_group, true)).await,
        service.delete(caller, users, &id, any).await,
    ] {
        let error = refused.unwrap_err();
        assert_eq!(error.kind.status(), 503, "{error:?}");
        assert!(error.detail.contains("nothing was saved"), "{error:?}");
    }
    assert_eq!(stored(&service.store, &id).await, before);
    assert_eq!(total(&service.store, "userName pr").await, 1);
    assert_eq!(texts(&service.store, "SELECT member_type FROM group_members").await, Vec::<String>::new());
    assert_eq!(texts(&service.store, "SELECT operation FROM outbox WHERE resource_type = 'User'").await, ["create"]);
}

on_both! {
    what_is_written_beside_an_evolution_is_kept: keeps_writes;
    an_evolution_that_the_server_ends_for_another_transaction_begins_again: begins_again;
    a_process_that_another_build_has_outdated_saves_nothing: refuses_the_outdated;
}
