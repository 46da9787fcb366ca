//! The hot filters use an index: what the databases themselves say.

use scimd::{
    scim::{filter, filter::Unknown, projection::Projection},
    service::{list::ListRequest, type_of_endpoint},
    store::{Org, database::Reach, list::ListQuery},
};
use sea_orm::{DbBackend, Statement, Value};
use serde_json::json;
use tests::Database;

use crate::fixture::{Fixture, table};

/// Each hot filter, the resource type it is for, and the index that must find it.
const HOT: [(&str, &str, &str); 7] = [
    ("User", "userName eq \"user-7\"", "users_k_user_name"),
    ("User", "externalId eq \"e-7\"", "users_k_external_id"),
    ("User", "emails.value eq \"user-7@example.com\"", "user_emails_k_value_k_type"),
    ("User", "emails[type eq \"work\" and value eq \"user-7@example.com\"]", "user_emails_k_value_k_type"),
    ("User", "displayName sw \"user 77\"", "users_k_display_name"),
    ("Group", "displayName sw \"group 55\"", "groups_k_display_name"),
    ("Group", "members.value eq \"ID\"", "group_members_member_owner"),
];

async fn plans(database: Database) {
    let fixture = Fixture::new(database, "plans").await;
    let mut ids = Vec::new();
    for index in 0..600 {
        let user = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "userName": format!("user-{index}"),
            "externalId": format!("e-{index}"),
            "displayName": format!("user {index}"),
            "emails": [
                { "type": "work", "value": format!("user-{index}@example.com") },
                { "type": "home", "value": format!("home-{index}@example.org") },
            ],
        });
        ids.push(fixture.create("User", &user).await);
    }
    for (index, chunk) in ids.chunks(1).enumerate() {
        let members: Vec<_> = chunk.iter().map(|id| json!({ "value": id })).collect();
        let group = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
            "displayName": format!("group {index}"),
            "members": members,
        });
        fixture.create("Group", &group).await;
    }
    let store = &fixture.service.store;
    let backend = store.database().backend();
    let run = async |sql: Statement| store.database().read(sql, Reach::Scan).await.unwrap();
    if backend == DbBackend::Postgres {
        run(Statement::from_string(backend, "ANALYZE")).await;
    }
    let explain = if backend == DbBackend::Postgres { "EXPLAIN" } else { "EXPLAIN QUERY PLAN" };
    for (kind, text, index) in HOT {
        let table = table(kind);
        let text = text.replace("ID", &ids[5]);
        let condition =
            filter::resolve(table.resource_type, filter::parse(&text).unwrap(), Unknown::Refuse, type_of_endpoint)
                .unwrap();
        let query = ListQuery { condition: Some(condition), count: 100, ..ListQuery::default() };
        let mut statement = backend.build(&store.page_select(Org(1), table, &query));
        statement.sql = format!("{explain} {}", statement.sql);
        let plan: Vec<String> = run(statement)
            .await
            .into_iter()
            .flat_map(|mut row| row.take_text(if backend == DbBackend::Postgres { 0 } else { 3 }))
            .collect();
        let plan = plan.join("\n");
        assert!(plan.contains(index), "{text} does not use {index}:\n{plan}");
        assert!(!plan.contains("Seq Scan on users") && !plan.contains("SCAN users"), "{text}:\n{plan}");
    }

    // What a filter for a unique name really sends: the user and its groups in one statement.
    let request = ListRequest { filter: Some("userName eq \"user-7\""), ..ListRequest::default() };
    fixture.statements();
    let users = table("User");
    let projection = Projection::default_for(users.resource_type);
    fixture.service.list(&fixture.caller, users, request, &projection).await.unwrap();
    let sql = format!("{explain} {}", fixture.statements().remove(0));
    let name = || Value::from("user-7");
    let values = [1_i64.into(), name(), 1_i64.into(), 1_i64.into(), name()];
    let mut plan = String::new();
    for mut row in run(Statement::from_sql_and_values(backend, sql, values)).await {
        plan.extend(row.take_text(if backend == DbBackend::Postgres { 0 } else { 3 }));
        plan.push('\n');
    }
    for index in ["users_k_user_name", "group_members_member_owner"] {
        assert!(plan.contains(index), "userName eq does not use {index}:\n{plan}");
    }
    for scan in ["Seq Scan", "SCAN users", "SCAN group"] {
        assert!(!plan.contains(scan), "userName eq scans:\n{plan}");
    }
}

mod sqlite {
    #[tokio::test(flavor = "multi_thread")]
    async fn the_hot_filters_use_an_index() {
        super::plans(tests::Database::Sqlite).await;
    }
}

mod postgres {
    #[tokio::test(flavor = "multi_thread")]
    async fn the_hot_filters_use_an_index() {
        super::plans(tests::Database::Postgres).await;
    }
}
