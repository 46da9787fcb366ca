//! Changes between builds that recorded all that stored data depend on: the record is made to say that this build's former
//! declaration was another, and rows are made as they would have been by it. Whole databases of earlier builds are in
//! `tests/databases`.

use scimd::store::{
    Store,
    database::{DatabaseError, Expect, Plan, Reach},
};
use sea_orm::{DbBackend, Statement};
use serde_json::{Value, json};
use tests::Database;

use crate::{
    evolution::{declared_before, stored, total, user},
    fixture::Fixture,
};

pub(crate) async fn run(fixture: &Fixture, statements: &[&str]) {
    let database = fixture.service.store.database();
    let mut plan = Plan::default();
    for sql in statements {
        plan.push(Statement::from_string(database.backend(), *sql), Expect::Any);
    }
    database.apply(plan).await.unwrap();
}

pub(crate) async fn texts(store: &Store, sql: &str) -> Vec<String> {
    let database = store.database();
    let rows = database.read(Statement::from_string(database.backend(), sql), Reach::Scan).await.unwrap();
    rows.into_iter().filter_map(|mut row| row.take_text(0)).collect()
}

/// Opens the database again, by a plan first, which must say the words and change nothing.
pub(crate) async fn opened(fixture: &Fixture, words: &[&str]) -> Store {
    let planned = Store::plan(&fixture.setting).await.unwrap();
    for words in words {
        assert!(planned.iter().any(|line| line.contains(words)), "{words} is not in {planned:?}");
    }
    let store = Store::open(&fixture.setting).await.unwrap();
    assert_eq!(Store::plan(&fixture.setting).await.unwrap(), Vec::<String>::new());
    store
}

/// The words by which the start is refused.
pub(crate) async fn refused(fixture: &Fixture) -> String {
    let planned = Store::plan(&fixture.setting).await.err();
    let opened = Store::open(&fixture.setting).await.err();
    assert_eq!(planned, opened);
    let Some(DatabaseError::Failed(reason)) = opened else { panic!("{opened:?}") };
    reason
}

async fn makes_keys_anew(database: Database) {
    let fixture = Fixture::new(database, "keys").await;
    let emails = json!([{ "value": "A@Example.com", "type": "Work" }]);
    for name in ["a", "b"] {
        fixture.create("User", &user(name, json!({ "title": "Guide", "emails": emails, "nickName": name }))).await;
    }
    // The case counted, of a column, of rows; and `nickName` had the column in which `title` is.
    let former = |declared: &mut Value| {
        declared["User"]["title"]["keys"] = json!("exact");
        declared["User"]["emails/type"]["keys"] = json!("exact");
        declared["User"]["nickName"]["place"] = json!("users.k_nick_name_2");
    };
    let rows = [
        "UPDATE users SET k_title = 'Guide', k_nick_name = 'of another'".to_owned(),
        "UPDATE user_emails SET k_type = 'Work'".to_owned(),
    ];
    declared_before(&fixture, former, &rows).await;
    assert_eq!(total(&fixture.service.store, "title eq \"guide\"").await, 0);
    let words = [
        "compare the keys in users.k_title with the documents",
        "compare the keys in users.k_nick_name with the documents",
        "make the rows of user_emails anew",
    ];
    let store = opened(&fixture, &words).await;
    for (filter, count) in [
        ("title eq \"GUIDE\"", 2),
        ("nickName eq \"A\"", 1),
        ("emails[type eq \"work\" and value eq \"a@example.com\"]", 2),
        ("userName eq \"b\"", 1),
    ] {
        assert_eq!(total(&store, filter).await, count, "{filter}");
    }
}

/// Two user names that differed as long as the case counted.
async fn refuses_keys_that_clash(database: Database) {
    let fixture = Fixture::new(database, "keys-clash").await;
    let mut ids = Vec::new();
    for name in ["same", "other", "third"] {
        ids.push(fixture.create("User", &user(name, json!({}))).await);
    }
    let former = |declared: &mut Value| declared["User"]["userName"]["keys"] = json!("exact bounded");
    let rows = [
        "UPDATE users SET document = replace(document, '\"other\"', '\"SAME\"'), k_user_name = 'SAME' WHERE k_user_name = 'other'"
            .to_owned(),
    ];
    declared_before(&fixture, former, &rows).await;
    let reason = refused(&fixture).await;
    for (id, named) in ids.iter().zip([true, true, false]) {
        assert_eq!(reason.contains(id), named, "{reason}");
    }
    assert!(reason.contains("userName is unique within an organisation now"), "{reason}");
    assert_eq!(
        texts(&fixture.service.store, "SELECT k_user_name FROM users WHERE k_user_name = 'SAME'").await.len(),
        1
    );
}

async fn moves_what_is_returned_again(database: Database) {
    let fixture = Fixture::new(database, "moved").await;
    let id =
        fixture.create("User", &user("a", json!({ "title": "t", "emails": [{ "value": "x@example.com" }] }))).await;
    let former = |declared: &mut Value| {
        let user = declared["User"].as_object_mut().unwrap();
        for (path, facts) in user.iter_mut() {
            if path == "title" || path.starts_with("emails") {
                facts["kept"] = json!("apart");
                facts.as_object_mut().unwrap().remove("place");
            }
        }
    };
    let rows = [
        "UPDATE users SET k_title = NULL, document = replace(replace(document, '\"title\":\"t\",', ''), \
         ',\"emails\":[{\"value\":\"x@example.com\"}]', ''), \
         secrets = '{\"title\":\"t\",\"emails\":[{\"value\":\"x@example.com\"}]}'"
            .to_owned(),
        "DELETE FROM user_emails".to_owned(),
    ];
    declared_before(&fixture, former, &rows).await;
    let (document, _) = stored(&fixture.service.store, &id).await;
    assert!(document.get("title").is_none() && document.get("emails").is_none(), "{document}");
    let words = "User: title was kept apart from the document and is kept in the document now";
    let store = opened(&fixture, &[words]).await;
    let (document, aside) = stored(&store, &id).await;
    assert_eq!(
        (&document["title"], &document["emails"][0]["value"], aside),
        (&json!("t"), &json!("x@example.com"), None)
    );
    assert_eq!(texts(&store, "SELECT secrets FROM users").await, Vec::<String>::new());
    assert_eq!(total(&store, "title eq \"T\" and emails.value eq \"x@example.com\"").await, 1);
}

async fn refuses_what_cannot_be_kept_otherwise(database: Database) {
    let fixture = Fixture::new(database, "kept").await;
    let clear = fixture.create("User", &user("clear", json!({}))).await;
    let two = fixture.create("User", &user("two", json!({ "x509Certificates": [{ "value": "MAA=" }] }))).await;
    let manager = json!({ tests::scim::ENTERPRISE: { "manager": { "value": clear } } });
    let refers = fixture.create("User", &user("refers", manager)).await;
    let group = fixture.create("Group", &json!({ "schemas": [tests::scim::GROUP], "displayName": "g" })).await;
    let former = |declared: &mut Value| {
        declared["User"]["password"]["kept"] = json!("apart");
        declared["User"]["x509Certificates/value"]["certificate"] = json!(false);
        declared["User"][format!("{}/manager/$ref", tests::scim::ENTERPRISE)]["own"] = json!(false);
        declared["Group"]["members"]["kept"] = json!("document");
    };
    let rows = [
        "UPDATE users SET secrets = '{\"password\":\"1234\"}' WHERE k_user_name = 'clear'".to_owned(),
        "UPDATE users SET document = replace(document, 'MAA=', 'MAAwAA==') WHERE k_user_name = 'two'".to_owned(),
        "UPDATE groups SET document = replace(document, '\"displayName\"', '\"members\":[{\"value\":\"1\"}],\"displayName\"')"
            .to_owned(),
    ];
    declared_before(&fixture, former, &rows).await;
    let reason = refused(&fixture).await;
    for (id, words) in [
        (&clear, "password is kept as a hash now and was kept apart from the document, and it has a value"),
        (&two, "x509Certificates.value holds one certificate a value now, and one of its values holds more"),
        (&refers, "manager.$ref was any URI and refers to resources of this server now, and it has a value"),
        (&group, "members is kept as relation rows now and was kept in the document, and it has a value"),
    ] {
        let line = reason.lines().find(|line| line.contains(id.as_str())).unwrap_or_else(|| panic!("{id}: {reason}"));
        assert!(line.ends_with(words), "{line}");
    }
    assert!(reason.lines().count() == 5 && !reason.contains("1234"), "{reason}");
}

async fn renames(database: Database) {
    let fixture = Fixture::new(database, "renamed").await;
    let id = fixture.create("User", &user("a", json!({ "title": "t" }))).await;
    // Another endpoint, another URN of the schema, another spelling of a name.
    let former = |declared: &mut Value| {
        let user = declared["User"].as_object_mut().unwrap();
        user[""]["place"] = json!("people");
        user[""]["type"] = json!("urn:example:2.0:Person");
        let title = user.remove("title").unwrap();
        user.insert("TITLE".to_owned(), title);
    };
    let rows = [
        "UPDATE users SET document = replace(replace(document, 'core:2.0:User', 'core:2.0:Person'), '\"title\"', '\"TITLE\"')",
        "ALTER TABLE users RENAME TO people",
        "DROP INDEX users_k_user_name",
        "CREATE UNIQUE INDEX people_k_user_name ON people (org, k_user_name)",
    ];
    declared_before(&fixture, former, &rows.map(str::to_owned)).await;
    let store = opened(&fixture, &["rename the table people to users", "User: title is written so now"]).await;
    let (document, aside) = stored(&store, &id).await;
    assert_eq!((&document["schemas"], &document["title"], aside), (&json!([tests::scim::USER]), &json!("t"), None));
    assert_eq!(total(&store, "title eq \"T\" and userName eq \"A\"").await, 1);
    let indexes = match store.database().backend() {
        DbBackend::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'users'",
        _ => "SELECT indexname::text FROM pg_indexes WHERE tablename = 'users'",
    };
    let indexes = texts(&store, indexes).await;
    assert!(indexes.iter().any(|name| name == "users_k_user_name"), "{indexes:?}");
    assert!(!indexes.iter().any(|name| name == "people_k_user_name"), "{indexes:?}");
}

async fn keeps_two_types_apart(database: Database) {
    let fixture = Fixture::new(database, "apart").await;
    let former = |declared: &mut Value| declared["User"][""]["place"] = json!("groups");
    declared_before(&fixture, former, &[]).await;
    let reason = refused(&fixture).await;
    assert!(reason.contains("Give one of the two types another endpoint"), "{reason}");
}

async fn keeps_the_declared_indexes_and_the_operators(database: Database) {
    let fixture = Fixture::new(database, "indexes").await;
    fixture.create("User", &user("a", json!({ "title": "t" }))).await;
    run(
        &fixture,
        &[
            // Unique once, and of all organisations once.
            "CREATE UNIQUE INDEX users_k_title ON users (org, k_title)",
            "DROP INDEX users_k_user_name",
            "CREATE UNIQUE INDEX users_k_user_name ON users (k_user_name)",
            "CREATE INDEX of_the_operator ON users (org, k_nick_name)",
            "CREATE INDEX named_by_a_build ON users (org, k_display_name)",
        ],
    )
    .await;
    let recorded = "UPDATE settings SET value = '[\"named_by_a_build\"]' WHERE name = 'indexes'";
    declared_before(&fixture, |_| (), &[recorded.to_owned()]).await;
    let words = [
        "drop the index users_k_title on users",
        "drop the index named_by_a_build",
        "build the index users_k_user_name",
    ];
    let store = opened(&fixture, &words).await;
    let of_org = match store.database().backend() {
        DbBackend::Sqlite => "SELECT name FROM pragma_index_info('users_k_user_name') WHERE name = 'org'",
        _ => {
            "SELECT indexname::text FROM pg_indexes WHERE indexname = 'users_k_user_name' AND indexdef LIKE '%(org, %'"
        }
    };
    assert_eq!(texts(&store, of_org).await.len(), 1);
    let there = match store.database().backend() {
        DbBackend::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'index'",
        _ => "SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema()",
    };
    let there = texts(&store, there).await;
    let has = |name: &str| there.iter().any(|index| index == name);
    assert!(has("of_the_operator") && !has("users_k_title") && !has("named_by_a_build"), "{there:?}");
}

/// What is known of a resource type that a build has not is known again when it returns.
async fn remembers_what_it_does_not_serve(database: Database) {
    let fixture = Fixture::new(database, "unseen").await;
    let former =
        |declared: &mut Value| declared["Gone"] = json!({ "": { "type": "urn:x", "multi": false, "required": true } });
    declared_before(&fixture, former, &[]).await;
    let store = Store::open(&fixture.setting).await.unwrap();
    let unseen = "SELECT value FROM settings WHERE name = 'unseen attributes'";
    assert!(texts(&store, unseen).await.concat().contains("\"Gone\""));
    declared_before(&fixture, |_| (), &[]).await;
    let store = Store::open(&fixture.setting).await.unwrap();
    assert!(texts(&store, unseen).await.concat().contains("\"Gone\""), "a second build forgot it");
}

/// As long as a relation was unseen, nobody took members out of it that were deleted.
async fn forgets_members_that_are_gone(database: Database) {
    let fixture = Fixture::new(database, "dangling").await;
    let member = fixture.create("User", &user("member", json!({}))).await;
    let group = json!({ "schemas": [tests::scim::GROUP], "displayName": "g", "members": [{ "value": member }] });
    fixture.create("Group", &group).await;
    let id = match fixture.service.store.database().backend() {
        DbBackend::Sqlite => "randomblob(16)",
        _ => "gen_random_uuid()",
    };
    let former = |declared: &mut Value| {
        declared["Group"].as_object_mut().unwrap().remove("members");
    };
    let rows = [
        format!(
            "INSERT INTO group_members (org, owner, member, member_type) SELECT org, owner, {id}, 'User' FROM group_members"
        ),
        format!(
            "INSERT INTO group_members (org, owner, member, member_type) SELECT org, {id}, member, 'User' FROM group_members"
        ),
    ];
    declared_before(&fixture, former, &rows).await;
    let all = "SELECT member_type FROM group_members";
    assert_eq!(texts(&fixture.service.store, all).await.len(), 4);
    let store = opened(&fixture, &["Group: members is new: values that were put aside come back"]).await;
    assert_eq!(texts(&store, all).await.len(), 1);
}

on_both! {
    keys_of_another_rule_or_attribute_are_made_anew: makes_keys_anew;
    unique_keys_that_are_equal_by_the_rule_of_now_stop_the_start: refuses_keys_that_clash;
    what_was_never_returned_moves_into_the_document_when_it_is: moves_what_is_returned_again;
    hashes_relations_references_and_certificates_that_cannot_follow_stop_the_start: refuses_what_cannot_be_kept_otherwise;
    another_endpoint_urn_or_spelling_is_followed: renames;
    an_endpoint_whose_table_is_anothers_stops_the_start: keeps_two_types_apart;
    indexes_are_those_that_are_declared_and_those_of_the_operator: keeps_the_declared_indexes_and_the_operators;
    members_that_were_deleted_while_a_relation_was_unseen_are_forgotten: forgets_members_that_are_gone;
    a_resource_type_that_is_gone_is_remembered: remembers_what_it_does_not_serve;
}
