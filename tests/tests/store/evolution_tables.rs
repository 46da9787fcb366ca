//! Tables whose names are others now, or are those of others: of resource types, of relations, of values.

use scimd::store::Store;
use sea_orm::DbBackend;
use serde_json::{Value, json};
use tests::Database;

use crate::{
    evolution::{declared_before, total, user},
    evolution_recorded::{opened, refused, run, texts},
    fixture::Fixture,
};

const MEMBER_TYPES: &str = "SELECT member_type FROM group_members";

/// A database with a user that is a member of a group.
async fn with_member(database: Database, name: &str) -> (Fixture, String) {
    let fixture = Fixture::new(database, name).await;
    let member = fixture.create("User", &user("member", json!({ "emails": [{ "value": "m@example.com" }] }))).await;
    let group = json!({ "schemas": [tests::scim::GROUP], "displayName": "g", "members": [{ "value": member }] });
    let group = fixture.create("Group", &group).await;
    (fixture, group)
}

/// The build before called the resources otherwise: these are another type's.
async fn holds_types_apart(database: Database) {
    for long_ago in [false, true] {
        let (fixture, _) = with_member(database, &format!("taken-{long_ago}")).await;
        let former = |declared: &mut Value| {
            declared["Squad"] = declared.as_object_mut().unwrap().remove("Group").unwrap();
            if long_ago {
                // There was a type of that name, elsewhere.
                declared["Group"] =
                    json!({ "": { "type": "urn:x", "multi": false, "required": true, "place": "teams" } });
            }
        };
        declared_before(&fixture, former, &[]).await;
        let reason = refused(&fixture).await;
        let expected = "the table groups, which is to hold the resources of type Group, holds the resources of type Squad; \
                        nothing was changed. Give Group another endpoint, or call it Squad as before";
        assert_eq!(reason, expected);
        assert_eq!(texts(&fixture.service.store, MEMBER_TYPES).await, ["User"]);
    }
}

/// A type returns elsewhere, whose table another type has had since.
async fn leaves_the_table_to_its_heir(database: Database) {
    let (fixture, _) = with_member(database, "heir").await;
    let former = |declared: &mut Value| {
        declared.as_object_mut().unwrap().remove("Group");
    };
    let unseen = json!({ "Group": {
        "": { "type": "urn:x", "multi": false, "required": true, "place": "users" },
    } });
    let rows = [
        format!("UPDATE settings SET value = '{unseen}' WHERE name = 'unseen attributes'"),
        "DROP TABLE groups".to_owned(),
        "DROP TABLE group_members".to_owned(),
    ];
    declared_before(&fixture, former, &rows).await;
    let store = opened(&fixture, &["create the table groups"]).await;
    assert_eq!(total(&store, "userName eq \"member\"").await, 1);
}

async fn changes_names_in_a_circle(database: Database) {
    let (fixture, group) = with_member(database, "circle").await;
    let former = |declared: &mut Value| {
        declared["User"][""]["place"] = json!("groups");
        declared["Group"][""]["place"] = json!("users");
    };
    let rows = [
        "ALTER TABLE users RENAME TO another",
        "ALTER TABLE groups RENAME TO users",
        "ALTER TABLE another RENAME TO groups",
    ];
    declared_before(&fixture, former, &rows.map(str::to_owned)).await;
    let store = opened(&fixture, &["rename the table users to users_between"]).await;
    assert_eq!(total(&store, "userName eq \"member\" and emails.value eq \"m@example.com\"").await, 1);
    let ids = match store.database().backend() {
        DbBackend::Sqlite => "SELECT lower(hex(id)) FROM groups",
        _ => "SELECT replace(id::text, '-', '') FROM groups",
    };
    assert_eq!(texts(&store, ids).await, [group.replace('-', "")]);
}

async fn keeps_relation_rows(database: Database) {
    let (fixture, _) = with_member(database, "relation").await;
    // In another spelling, which makes another name.
    let former = |declared: &mut Value| {
        let group = declared["Group"].as_object_mut().unwrap();
        let mut members = group.remove("members").unwrap();
        members["place"] = json!("group_m_embers");
        group.insert("mEmbers".to_owned(), members);
    };
    let rows = [
        "ALTER TABLE group_members RENAME TO group_m_embers",
        "DROP INDEX group_members_member_owner",
        "CREATE INDEX group_m_embers_member_owner ON group_m_embers (org, member, owner)",
    ];
    declared_before(&fixture, former, &rows.map(str::to_owned)).await;
    let store = opened(&fixture, &["rename the table group_m_embers to group_members"]).await;
    assert_eq!(texts(&store, MEMBER_TYPES).await, ["User"]);
    let indexes = match store.database().backend() {
        DbBackend::Sqlite => {
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'group_members' AND name LIKE '%owner'"
        }
        _ => "SELECT indexname::text FROM pg_indexes WHERE tablename = 'group_members' AND indexname LIKE '%owner'",
    };
    assert_eq!(texts(&store, indexes).await, ["group_members_member_owner"]);
}

/// A build in between did not have the relation: what is left of it is known by the table that its rows are in.
async fn finds_relation_rows_again(database: Database) {
    let (fixture, _) = with_member(database, "again").await;
    let relation = |place: &str| json!({ "type": "complex", "multi": true, "required": false, "kept": "relation", "place": place, "keys": "User Group" });
    let former = |declared: &mut Value| {
        let group = declared["Group"].as_object_mut().unwrap();
        group.remove("members");
        group.insert("followers".to_owned(), relation("group_followers"));
    };
    let unseen = json!({ "Group": { "mEmbers": relation("group_m_embers") } });
    let rows = [
        "ALTER TABLE group_members RENAME TO group_m_embers".to_owned(),
        "CREATE TABLE group_followers AS SELECT * FROM group_m_embers".to_owned(),
        format!("UPDATE settings SET value = '{unseen}' WHERE name = 'unseen attributes'"),
    ];
    declared_before(&fixture, former, &rows).await;
    let store = opened(&fixture, &["rename the table group_m_embers to group_members"]).await;
    assert_eq!(texts(&store, MEMBER_TYPES).await, ["User"]);
    // What this build has not is remembered, and by the one after it.
    let recorded = "SELECT value FROM settings WHERE name = 'unseen attributes'";
    for _ in 0..2 {
        let unseen: Value = serde_json::from_str(&texts(&store, recorded).await.concat()).unwrap();
        assert_eq!(unseen, json!({ "Group": { "followers": relation("group_followers") } }));
        declared_before(&fixture, |_| (), &[]).await;
        opened(&fixture, &[]).await;
    }
}

/// The endpoint of a type that is new makes the name that value rows have, and that relation rows have.
async fn makes_room_for_a_new_type(database: Database) {
    let (fixture, _) = with_member(database, "room").await;
    let former = |declared: &mut Value| {
        declared.as_object_mut().unwrap().remove("Group");
    };
    let rows = [
        "DROP TABLE groups",
        "DROP TABLE group_members",
        "CREATE TABLE groups (org bigint, id bigint, ordinal bigint, k_value text)",
        "INSERT INTO groups VALUES (1, 1, 0, 'a value')",
    ];
    declared_before(&fixture, former, &rows.map(str::to_owned)).await;
    let store = opened(&fixture, &["drop the table groups", "create the table groups"]).await;
    assert_eq!(texts(&store, "SELECT document FROM groups").await, Vec::<String>::new());

    let (fixture, _) = with_member(database, "room-relation").await;
    let former = |declared: &mut Value| {
        declared["Group"]["members"]["place"] = json!("users");
        declared.as_object_mut().unwrap().remove("User");
    };
    let rows = [
        "DROP TABLE users",
        "DROP TABLE user_emails",
        "ALTER TABLE group_members RENAME TO users",
        "UPDATE users SET member_type = 'Group', member = owner",
    ];
    declared_before(&fixture, former, &rows.map(str::to_owned)).await;
    let store = opened(&fixture, &["rename the table users to group_members", "create the table users"]).await;
    assert_eq!(texts(&store, MEMBER_TYPES).await, ["Group"]);
    assert_eq!(total(&store, "userName pr").await, 0);
}

async fn refuses_the_names_of_others(database: Database) {
    // Relation rows that nobody knows in the place of resources.
    let (fixture, _) = with_member(database, "rows-of-another").await;
    let former = |declared: &mut Value| {
        declared.as_object_mut().unwrap().remove("Group");
    };
    let rows = ["DROP TABLE groups", "ALTER TABLE group_members RENAME TO groups"];
    declared_before(&fixture, former, &rows.map(str::to_owned)).await;
    let expected = "the table groups, which is to hold the resources of type Group, holds the rows of a relation; nothing \
                    was changed. Give Group another endpoint";
    assert_eq!(refused(&fixture).await, expected);

    // Resources that this build has not in the place of relation rows, and of value rows.
    let unseen = |declared: &mut Value, place: &str| {
        declared["Other"] = json!({ "": { "type": "urn:x", "multi": false, "required": true, "place": place } });
    };
    let (fixture, _) = with_member(database, "resources-of-another").await;
    let former = |declared: &mut Value| {
        declared["Group"]["members"]["place"] = json!("group_members_2");
        unseen(declared, "group_members");
    };
    let rows = [
        "ALTER TABLE group_members RENAME TO group_members_2",
        "CREATE TABLE group_members (org bigint, id bigint, document text)",
    ];
    declared_before(&fixture, former, &rows.map(str::to_owned)).await;
    let expected = "the rows of Group members lie in the table group_members_2, and the table group_members that they have \
                    now holds the resources of type Other; nothing was changed. Give the type of those resources another \
                    endpoint, with a build that has it still";
    assert_eq!(refused(&fixture).await, expected);

    let (fixture, _) = with_member(database, "values-of-another").await;
    let rows = ["DROP TABLE user_emails", "CREATE TABLE user_emails (org bigint, id bigint, document text)"];
    declared_before(&fixture, |declared| unseen(declared, "user_emails"), &rows.map(str::to_owned)).await;
    let expected = "the table user_emails, which is to hold values of User, holds the resources of type Other; nothing was \
                    changed. Give the type of those resources another endpoint, with a build that has it still";
    assert_eq!(refused(&fixture).await, expected);
}

/// While a type was unseen, what was deleted of it stayed: with the organisation, or with the resource.
async fn forgets_the_deleted(database: Database) {
    let (fixture, _) = with_member(database, "deleted").await;
    let store = &fixture.service.store;
    let id = match store.database().backend() {
        DbBackend::Sqlite => "x'00000000000000000000000000000001'",
        _ => "'00000000-0000-0000-0000-000000000001'",
    };
    let columns = match store.database().backend() {
        DbBackend::Sqlite => "SELECT group_concat(name) FROM pragma_table_info('users')",
        _ => "SELECT string_agg(column_name, ',') FROM information_schema.columns WHERE table_name = 'users'",
    };
    let columns = texts(store, columns).await.concat();
    let selected: Vec<&str> = columns.split(',').map(|name| if name == "org" { "5" } else { name }).collect();
    let selected = selected.join(",");
    run(
        &fixture,
        &[
            "INSERT INTO organisations (id, name, created, deleted) VALUES (5, '~5', 0, 1)",
            &format!("INSERT INTO users ({columns}) SELECT {selected} FROM users"),
            "INSERT INTO user_emails (org, id, ordinal, k_value) SELECT 5, id, ordinal, k_value FROM user_emails",
            &format!("INSERT INTO group_members (org, owner, member, member_type) VALUES (5, {id}, {id}, 'User')"),
        ],
    )
    .await;
    let former = |declared: &mut Value| declared.as_object_mut().unwrap().clear();
    let unseen = "UPDATE settings SET value = (SELECT value FROM settings WHERE name = 'attributes') \
                  WHERE name = 'unseen attributes'";
    run(&fixture, &[unseen]).await;
    declared_before(&fixture, former, &[]).await;
    let words = ["delete what users holds of deleted organisations"];
    let store = opened(&fixture, &words).await;
    for table in ["users", "user_emails", "group_members"] {
        let left = texts(&store, &format!("SELECT 'left' FROM {table} WHERE org = 5")).await;
        assert_eq!(left, Vec::<String>::new(), "{table}");
    }
    let emails = "SELECT k_value FROM user_emails";
    assert_eq!(texts(&store, emails).await, ["m@example.com"]);

    // The type stayed, the attribute was gone, and a resource was deleted meanwhile.
    run(
        &fixture,
        &[&format!("INSERT INTO user_emails (org, id, ordinal, k_value) VALUES (1, {id}, 0, 'gone@example.com')")],
    )
    .await;
    let former = |declared: &mut Value| {
        declared["User"].as_object_mut().unwrap().retain(|path, _| !path.starts_with("emails"));
    };
    declared_before(&fixture, former, &[]).await;
    let store = opened(&fixture, &["make the rows of user_emails anew"]).await;
    assert_eq!(texts(&store, emails).await, ["m@example.com"]);
}

/// A unique index of a type that a build has not is known when the type returns without it.
async fn remembers_indexes(database: Database) {
    let (fixture, _) = with_member(database, "index-names").await;
    run(&fixture, &["CREATE TABLE of_another (org bigint)", "CREATE INDEX cut_with_a_digest ON of_another (org)"])
        .await;
    let recorded = "UPDATE settings SET value = '[\"cut_with_a_digest\", \"gone\"]' WHERE name = 'indexes'".to_owned();
    declared_before(&fixture, |_| (), &[recorded]).await;
    let store = Store::open(&fixture.setting).await.unwrap();
    let recorded = texts(&store, "SELECT value FROM settings WHERE name = 'indexes'").await.concat();
    assert!(recorded.contains("\"cut_with_a_digest\"") && recorded.contains("\"users_k_user_name\""), "{recorded}");
    assert!(!recorded.contains("\"gone\""), "{recorded}");
}

async fn tells_what_it_takes(database: Database) {
    let (fixture, _) = with_member(database, "told").await;
    run(
        &fixture,
        &[
            "ALTER TABLE users DROP COLUMN k_title",
            "ALTER TABLE users ADD COLUMN k_title bigint",
            "CREATE INDEX of_the_operator ON users (k_title)",
        ],
    )
    .await;
    let former = |declared: &mut Value| {
        declared["Group"].as_object_mut().unwrap().remove("members");
    };
    declared_before(&fixture, former, &[]).await;
    let words = [
        "drop the index of_the_operator on users, whose column is made anew",
        "delete the rows of group_members whose owner or member was deleted meanwhile",
    ];
    opened(&fixture, &words).await;
}

on_both! {
    a_type_at_the_endpoint_of_another_that_is_gone_stops_the_start: holds_types_apart;
    a_type_that_returns_leaves_its_table_to_the_type_that_has_it_now: leaves_the_table_to_its_heir;
    two_types_that_change_endpoints_keep_what_is_theirs: changes_names_in_a_circle;
    a_relation_by_another_name_keeps_its_rows: keeps_relation_rows;
    a_relation_that_returns_by_another_name_finds_its_rows: finds_relation_rows_again;
    a_new_type_whose_table_has_the_name_of_rows_gets_one: makes_room_for_a_new_type;
    tables_that_hold_what_cannot_be_made_again_stop_the_start: refuses_the_names_of_others;
    what_was_deleted_while_it_was_unseen_stays_deleted: forgets_the_deleted;
    the_names_of_indexes_of_unseen_types_are_remembered: remembers_indexes;
    a_plan_tells_of_dropped_indexes_and_deleted_rows: tells_what_it_takes;
}
