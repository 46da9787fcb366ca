//! What is missing at start is made, and filled from the documents that are there.

use scimd::{
    scim::{filter, filter::Unknown},
    service::type_of_endpoint,
    store::{
        Org, Store,
        database::{DatabaseError, Expect, Plan, Reach},
        list::ListQuery,
    },
};
use sea_orm::Statement;
use serde_json::{Value, json};
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

/// Changes what the last build is said to have declared of the attributes, and runs statements besides.
pub(crate) async fn declared_before(fixture: &Fixture, change: impl FnOnce(&mut Value), statements: &[String]) {
    let database = fixture.service.store.database();
    let read = Statement::from_string(database.backend(), "SELECT value FROM settings WHERE name = 'attributes'");
    let text = database.read(read, Reach::Point).await.unwrap().remove(0).take_text(0).unwrap();
    let mut declared: Value = serde_json::from_str(&text).unwrap();
    change(&mut declared);
    let mut plan = Plan::default();
    let declared = declared.to_string();
    assert!(!declared.contains('\''));
    let record = [
        format!("UPDATE settings SET value = '{declared}' WHERE name = 'attributes'"),
        "UPDATE settings SET value = 'of another build' WHERE name = 'schemas'".to_owned(),
    ];
    for sql in record.iter().chain(statements) {
        plan.push(Statement::from_string(database.backend(), sql.as_str()), Expect::Any);
    }
    database.apply(plan).await.unwrap();
}

fn string() -> Value {
    json!({ "type": "string", "multi": false, "required": false })
}

/// The document of a user, and what was put aside of it.
pub(crate) async fn stored(store: &Store, id: &str) -> (Value, Option<Value>) {
    let database = store.database();
    let sql = "SELECT document, retired, id FROM users";
    let rows = database.read(Statement::from_string(database.backend(), sql), Reach::Scan).await.unwrap();
    let id = id.parse().ok();
    let mut row = rows.into_iter().find(|row| row.id(2) == id).unwrap();
    let parsed = |text: String| serde_json::from_str(&text).unwrap();
    (row.take_text(0).map(parsed).unwrap(), row.take_text(1).map(parsed))
}

pub(crate) async fn total(store: &Store, text: &str) -> u64 {
    let kind = table("User").resource_type;
    let condition = filter::resolve(kind, filter::parse(text).unwrap(), Unknown::Refuse, type_of_endpoint).unwrap();
    let query = ListQuery { condition: Some(condition), count: 1, ..ListQuery::default() };
    store.list(Org(1), table("User"), &query).await.unwrap().total
}

pub(crate) fn user(name: &str, more: Value) -> Value {
    tests::scim::user_with(name, more)
}

async fn puts_aside(database: Database) {
    let fixture = Fixture::new(database, "aside").await;
    let id = fixture.create("User", &user("a", json!({ "title": "t", "nickName": "n" }))).await;
    let other = fixture.create("User", &user("b", json!({}))).await;
    // An attribute of the build before that this one has not.
    let with_badge = "UPDATE users SET document = replace(document, '\"nickName\":\"n\"', '\"nickName\":\"n\",\"badge\":\"77\"') WHERE k_user_name = 'a'".to_owned();
    declared_before(&fixture, |declared| declared["User"]["badge"] = string(), &[with_badge]).await;
    let planned = Store::plan(&fixture.setting).await.unwrap();
    assert!(planned.iter().any(|line| line.contains("badge is gone")), "{planned:?}");
    assert!(planned.iter().any(|line| line == "write 1 documents of User anew"), "{planned:?}");
    let (document, _) = stored(&fixture.service.store, &id).await;
    assert_eq!(document["badge"], json!("77"), "a plan changed something");
    let store = Store::open(&fixture.setting).await.unwrap();
    let (document, aside) = stored(&store, &id).await;
    assert_eq!((document.get("badge"), &document["nickName"]), (None, &json!("n")));
    assert_eq!(aside, Some(json!({ "badge": "77" })));
    assert_eq!(stored(&store, &other).await.1, None);
    assert_eq!((total(&store, "nickName eq \"n\"").await, total(&store, "title eq \"t\"").await), (1, 1));
    assert_eq!(Store::plan(&fixture.setting).await.unwrap(), Vec::<String>::new());
}

async fn brings_back(database: Database) {
    let fixture = Fixture::new(database, "back").await;
    let id = fixture.create("User", &user("a", json!({ "nickName": "n" }))).await;
    let other = fixture.create("User", &user("b", json!({ "title": "own" }))).await;
    // What the build before had not, and the one before that had: `title`, and a part of the mail addresses.
    let forget = |declared: &mut Value| {
        declared["User"].as_object_mut().unwrap().remove("title");
    };
    let aside = ["a", "b"]
        .map(|name| format!("UPDATE users SET retired = '{{\"title\":\"of {name}\"}}' WHERE k_user_name = '{name}'"));
    declared_before(&fixture, forget, &aside).await;
    let store = Store::open(&fixture.setting).await.unwrap();
    let (document, left) = stored(&store, &id).await;
    assert_eq!((&document["title"], left), (&json!("of a"), None));
    assert_eq!(stored(&store, &other).await.0["title"], json!("own"), "what was written since is newer");
    assert_eq!(total(&store, "title eq \"of A\"").await, 1, "it is found again");
}

async fn names_what_clashes(database: Database) {
    let fixture = Fixture::new(database, "clashes").await;
    let mut ids = Vec::new();
    for index in 0..60 {
        let more = if index == 0 { json!({ "title": "5" }) } else { json!({}) };
        ids.push(fixture.create("User", &user(&format!("user-{index}"), more)).await);
    }
    let change = |declared: &mut Value| {
        declared["User"]["title"]["type"] = json!("integer");
        declared["User"]["userName"]["required"] = json!(false);
    };
    // A user without what is required now, and two who share what is unique now.
    let statements = [
        "UPDATE users SET document = replace(document, '\"userName\":\"user-1\"', '\"nickName\":\"user-1\"') WHERE k_user_name = 'user-1'".to_owned(),
        "DROP INDEX users_k_user_name".to_owned(),
        "UPDATE users SET k_user_name = 'user-2' WHERE k_user_name = 'user-3'".to_owned(),
    ];
    declared_before(&fixture, change, &statements).await;
    for refused in [Store::open(&fixture.setting).await.err(), Store::plan(&fixture.setting).await.err()] {
        let Some(DatabaseError::Failed(reason)) = refused else { panic!("{refused:?}") };
        for (id, words) in [
            (0, "title was integer and is string now"),
            (1, "userName is required now"),
            (2, "userName is unique"),
            (3, "userName is unique"),
        ] {
            let line = reason.lines().find(|line| line.contains(&ids[id])).unwrap_or_else(|| panic!("{id}: {reason}"));
            assert!(line.contains(words), "{line}");
        }
        assert_eq!(reason.lines().count(), 5, "{reason}");
    }
    // Nothing was changed: the first build's words are still there.
    let (document, _) = stored(&fixture.service.store, &ids[0]).await;
    assert_eq!(document["title"], json!("5"));
    let many = (0..60).map(|index| format!("UPDATE users SET document = replace(document, '\"userName\"', '\"nickName\"') WHERE k_user_name = 'user-{index}'"));
    declared_before(&fixture, |_| (), &many.collect::<Vec<_>>()).await;
    let Some(DatabaseError::Failed(reason)) = Store::open(&fixture.setting).await.err() else { panic!("it opens") };
    assert!(reason.lines().count() == 52 && reason.ends_with(" more"), "{reason}");
}

/// A start that ends in the middle, at many moments, leaves a database that starts and has everything.
async fn survives_its_end(database: Database) {
    let fixture = Fixture::new(database, "killed").await;
    let id = fixture.create("User", &user("a", json!({ "title": "t", "nickName": "n" }))).await;
    for index in 0..700 {
        fixture.create("User", &user(&format!("user-{index}"), json!({ "title": "t" }))).await;
    }
    let mut killed = 0;
    for round in 0..8 {
        let with_badge = "UPDATE users SET document = replace(document, '\"title\":\"t\"', '\"title\":\"t\",\"badge\":\"77\"'), retired = NULL";
        let statements = [with_badge.to_owned(), "DROP INDEX users_k_external_id_id".to_owned()];
        declared_before(&fixture, |declared| declared["User"]["badge"] = string(), &statements).await;
        let mut server = std::process::Command::new(tests::server::binary())
            .env("SCIMD_DATABASE", &fixture.setting)
            .env("SCIMD_LISTEN", "127.0.0.1:0")
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(30 + 60 * round)).await;
        let _ = server.kill();
        let _ = server.wait();
        // All of it or nothing of it was done.
        let (document, aside) = stored(&fixture.service.store, &id).await;
        let (before, after) = (document["badge"] == json!("77"), aside == Some(json!({ "badge": "77" })));
        assert!(before != after, "{document} {aside:?}");
        killed += usize::from(before);
        let store = Store::open(&fixture.setting).await.unwrap();
        let (document, aside) = stored(&store, &id).await;
        assert_eq!((document.get("badge"), &document["title"]), (None, &json!("t")));
        assert_eq!(aside, Some(json!({ "badge": "77" })));
        assert_eq!(total(&store, "userName pr").await, 701);
        store.database().close().await;
    }
    assert!(killed > 0, "no start was ended early enough");
}

on_both! {
    what_is_missing_is_made_and_filled_from_the_documents: evolves;
    a_changed_type_stops_the_start_with_the_conflict: refuses;
    values_of_an_attribute_that_is_gone_are_put_aside_and_unseen: puts_aside;
    values_of_an_attribute_that_returns_come_back: brings_back;
    a_start_that_is_killed_leaves_a_database_that_starts: survives_its_end;
    a_change_that_resources_do_not_bear_names_each_of_them_and_changes_nothing: names_what_clashes;
}
