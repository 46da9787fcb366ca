//! What lies aside, and what is in the way: members of types that are unseen, names that are taken, how many clash; and a plan
//! of a database that there is not.

use scimd::store::Store;
use sea_orm::DbBackend;
use serde_json::{Value, json};
use tests::Database;

use crate::{
    evolution::{declared_before, total, user},
    evolution_recorded::{opened, refused, run, texts},
    fixture::Fixture,
};

/// The names of the types of those who are read as members, and of those who are aside.
async fn members(store: &Store) -> (Vec<String>, Vec<String>) {
    let of = async |condition: &str| {
        texts(store, &format!("SELECT member_type FROM group_members WHERE {condition} ORDER BY member_type")).await
    };
    (of("org > 0").await, of("org < 0").await)
}

/// A type that a relation points to goes, and returns: nobody sees it in between, and nobody takes it out.
async fn keeps_members_of_unseen_types(database: Database) {
    let fixture = Fixture::new(database, "unseen-members").await;
    let member = fixture.create("User", &user("member", json!({}))).await;
    let group = fixture.create("Group", &tests::scim::group("g", &[&member])).await;
    let id = match fixture.service.store.database().backend() {
        DbBackend::Sqlite => "randomblob(16)",
        _ => "gen_random_uuid()",
    };
    let device = format!(
        "INSERT INTO group_members (org, owner, member, member_type) SELECT org, owner, {id}, 'Device' FROM group_members"
    );
    let pointed = |declared: &mut Value| declared["Group"]["members"]["keys"] = json!("Device User Group");
    declared_before(&fixture, pointed, &[device]).await;
    let store = opened(&fixture, &["Group: values of members of type Device are put aside"]).await;
    let both = (vec!["User".to_owned()], vec!["Device".to_owned()]);
    assert_eq!(members(&store).await, both);
    // Another evolution, of a relation that was unseen itself, leaves what is aside.
    let unseen = |declared: &mut Value| {
        declared["Group"].as_object_mut().unwrap().remove("members");
    };
    declared_before(&fixture, unseen, &[]).await;
    assert_eq!(members(&opened(&fixture, &[]).await).await, both);
    // A build whose relation has the type brings it back: here users are what was aside, one of them deleted since.
    let returned = |declared: &mut Value| declared["Group"]["members"]["keys"] = json!("Group");
    let aside = [
        "UPDATE group_members SET org = -org WHERE member_type = 'User'".to_owned(),
        format!(
            "INSERT INTO group_members (org, owner, member, member_type) SELECT org, owner, {id}, 'User' FROM group_members \
             WHERE member_type = 'User'"
        ),
    ];
    declared_before(&fixture, returned, &aside).await;
    let store = opened(&fixture, &["Group: values of members of type User that were put aside come back"]).await;
    assert_eq!(members(&store).await, both);
    let of_group = match store.database().backend() {
        DbBackend::Sqlite => "SELECT lower(hex(owner)) || lower(hex(member)) FROM group_members WHERE org > 0",
        _ => "SELECT replace(owner::text || member::text, '-', '') FROM group_members WHERE org > 0",
    };
    assert_eq!(texts(&store, of_group).await, [format!("{group}{member}").replace('-', "")]);
}

/// Tables and indexes have one space of names.
async fn makes_room_for_names(database: Database) {
    for own in [true, false] {
        let fixture = Fixture::new(database, &format!("names-{own}")).await;
        fixture.create("User", &user("a", json!({ "emails": [{ "value": "a@example.com" }] }))).await;
        // As of a build with a table `user` and an attribute `emails`, and of one with another table for these indexes; the
        // groups were at another endpoint, and their name was that of an index.
        let elsewhere = |declared: &mut Value| declared["Group"][""]["place"] = json!("squads");
        let rows = [
            "ALTER TABLE groups RENAME TO squads",
            "CREATE INDEX groups ON squads (k_display_name)",
            "DROP TABLE user_emails",
            "CREATE INDEX user_emails ON users (k_title)",
            "DROP INDEX users_k_user_name",
            "CREATE INDEX users_k_user_name ON squads (k_external_id)",
        ];
        declared_before(&fixture, elsewhere, &rows.map(str::to_owned)).await;
        if own {
            run(
                &fixture,
                &["UPDATE settings SET value = '[\"user_emails\", \"users_k_user_name\", \"groups\"]' WHERE name = 'indexes'"],
            )
            .await;
            let words = [
                "drop the index user_emails on users, whose name is needed",
                "drop the index groups on squads, whose name is needed",
                "rename the table squads to groups",
                "build the index users_k_user_name on users",
            ];
            let store = opened(&fixture, &words).await;
            assert_eq!(total(&store, "emails.value eq \"a@example.com\"").await, 1);
            let unique = match store.database().backend() {
                DbBackend::Sqlite => "SELECT tbl_name FROM sqlite_schema WHERE name = 'users_k_user_name'",
                _ => "SELECT tablename::text FROM pg_indexes WHERE indexname = 'users_k_user_name'",
            };
            assert_eq!(texts(&store, unique).await, ["users"]);
            continue;
        }
        let reason = refused(&fixture).await;
        let found = ["user_emails on users", "groups on squads"].map(|index| format!("there is an index {index}"));
        assert!(found.iter().any(|words| reason.contains(words)) && reason.contains("nothing was changed"), "{reason}");
    }
}

async fn counts_all(database: Database) {
    let fixture = Fixture::new(database, "counts").await;
    for index in 0..130 {
        fixture.create("User", &user(&format!("user-{index}"), json!({}))).await;
    }
    let rows = ["DROP INDEX users_k_user_name", "UPDATE users SET k_user_name = 'same'"];
    declared_before(&fixture, |_| (), &rows.map(str::to_owned)).await;
    // The keys are what is compared: nothing makes them anew.
    let reason = refused(&fixture).await;
    assert_eq!(reason.lines().count(), 52, "{reason}");
    assert_eq!(reason.lines().last(), Some("  and 80 more"));
}

/// A plan changes nothing: it makes no file either.
async fn plans_what_is_not_there(database: Database) {
    let fixture = Fixture::new(database, "not-there").await;
    let Some(there) = fixture.setting.strip_prefix("sqlite:") else { return };
    let missing = format!("{there}.missing");
    let planned = Store::plan(&format!("sqlite:{missing}")).await.unwrap();
    assert!(planned.contains(&"create the table users".to_owned()), "{planned:?}");
    assert!(!std::path::Path::new(&missing).exists());
}

on_both! {
    members_of_types_that_are_unseen_are_kept_and_come_back: keeps_members_of_unseen_types;
    a_name_that_another_build_gave_to_an_index_is_made_free: makes_room_for_names;
    all_that_clash_are_counted: counts_all;
    a_plan_makes_no_database: plans_what_is_not_there;
}
