//! What each operation costs in statements, on both databases.

use scimd::{
    scim::projection::Projection,
    service::{list::ListRequest, resources::Conditions},
};
use serde_json::json;
use tests::Database;

use crate::fixture::{Fixture, table};

const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";

async fn filled(database: Database, name: &str) -> (Fixture, Vec<String>, String) {
    let fixture = Fixture::new(database, name).await;
    let mut users = Vec::new();
    for index in 0..120 {
        users.push(fixture.create("User", &json!({ "schemas": [USER], "userName": format!("user-{index:03}") })).await);
    }
    let members: Vec<_> = users.iter().take(60).map(|id| json!({ "value": id })).collect();
    let group =
        fixture.create("Group", &json!({ "schemas": [GROUP], "displayName": "group", "members": members })).await;
    fixture.statements();
    (fixture, users, group)
}

macro_rules! on_both {
    ($(async fn $name:ident($database:ident) $body:block)+) => {
        $(async fn $name($database: Database) $body)+
        mod sqlite { $(#[tokio::test] async fn $name() { super::$name(tests::Database::Sqlite).await; })+ }
        mod postgres { $(#[tokio::test] async fn $name() { super::$name(tests::Database::Postgres).await; })+ }
    };
}

on_both! {
    async fn a_read_by_id_is_one_statement_with_its_groups_or_members(database) {
        let (fixture, users, group) = filled(database, "read").await;
        for (kind, id, rows) in [("User", &users[0], "groups"), ("Group", &group, "members")] {
            let table = table(kind);
            let projection = Projection::default_for(table.resource_type);
            let answer =
                fixture.service.read(&fixture.caller, table, id, Conditions::default(), &projection).await.unwrap();
            assert!(!crate::fixture::json(&answer)[rows].as_array().unwrap().is_empty());
            let statements = fixture.statements();
            assert_eq!(statements.len(), 1, "{statements:#?}");
        }
    }

    async fn a_filter_by_user_name_is_one_statement_with_the_groups(database) {
        let (fixture, _, _) = filled(database, "name").await;
        let table = table("User");
        let request = ListRequest { filter: Some("userName eq \"USER-007\""), ..ListRequest::default() };
        let projection = Projection::default_for(table.resource_type);
        let answer = fixture.service.list(&fixture.caller, table, request, &projection).await.unwrap();
        let answer = crate::fixture::json(&answer);
        assert_eq!((&answer["totalResults"], &answer["Resources"][0]["userName"]), (&json!(1), &json!("user-007")));
        assert_eq!(answer["Resources"][0]["groups"].as_array().unwrap().len(), 1);
        let statements = fixture.statements();
        assert_eq!(statements.len(), 1, "{statements:#?}");
    }

    async fn a_page_of_a_hundred_users_with_groups_is_three_statements_at_most(database) {
        let (fixture, _, _) = filled(database, "page").await;
        let table = table("User");
        let projection = Projection::default_for(table.resource_type);
        let answer = fixture.service.list(&fixture.caller, table, ListRequest::default(), &projection).await.unwrap();
        let answer = crate::fixture::json(&answer);
        assert_eq!((&answer["totalResults"], &answer["itemsPerPage"]), (&json!(120), &json!(100)));
        let in_groups = answer["Resources"].as_array().unwrap().iter().filter(|user| user["groups"].is_array()).count();
        assert_eq!(in_groups, 60);
        let statements = fixture.statements();
        assert!(statements.len() <= 3, "{statements:#?}");
    }

    // V30: in particular nothing is deleted that a request does not name.
    async fn a_member_that_comes_or_goes_touches_its_row_the_group_and_the_outbox_alone(database) {
        let (fixture, users, group) = filled(database, "member").await;
        let table = table("Group");
        let projection = Projection::default_for(table.resource_type);
        let add = json!([{ "op": "add", "path": "members", "value": [{ "value": users[100] }] }]);
        let remove = json!([{ "op": "remove", "path": format!("members[value eq \"{}\"]", users[100]) }]);
        for operations in [add, remove] {
            let body = json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations });
            let answer = fixture
                .service
                .patch(&fixture.caller, table, &group, Conditions::default(), body.to_string().as_bytes(), (&projection, false))
                .await
                .unwrap();
            assert_eq!(answer.status, 204);
            let statements = fixture.statements();
            let mut writes: Vec<String> = statements
                .iter()
                .filter(|sql| ["INSERT", "UPDATE", "DELETE"].iter().any(|verb| sql.starts_with(verb)))
                .map(|sql| sql.split_whitespace().find(|word| word.starts_with('"')).unwrap().replace('"', ""))
                .collect();
            writes.sort();
            assert_eq!(writes, ["group_members", "groups", "outbox"], "{statements:#?}");
            let deletes: Vec<_> = statements.iter().filter(|sql| sql.starts_with("DELETE")).collect();
            let removing = body["Operations"][0]["op"] == json!("remove");
            assert_eq!(deletes.len(), usize::from(removing), "{statements:#?}");
            assert!(deletes.iter().all(|sql| sql.contains(r#""member" ="#) || sql.contains(r#""member" IN"#)), "{deletes:?}");
            let reads_of_members = statements.iter().filter(|sql| sql.starts_with("SELECT") && sql.contains("group_members"));
            assert!(reads_of_members.clone().all(|sql| sql.contains(r#""member" IN"#)), "{statements:#?}");
            assert!(statements.len() <= 9, "{statements:#?}");
        }
    }

    async fn a_bulk_of_a_thousand_creates_commits_a_few_times(database) {
        let fixture = Fixture::new(database, "bulk").await;
        let create = |path: &str, bulk_id: String, data: serde_json::Value| {
            json!({ "method": "POST", "path": path, "bulkId": bulk_id, "data": data })
        };
        let user = |index: usize| create("/Users", index.to_string(), json!({ "schemas": [USER], "userName": format!("bulk-{index}") }));
        let members: Vec<_> = (0..1_000).map(|index| json!({ "value": format!("bulkId:{index}") })).collect();
        let group = create("/Groups", "g".to_owned(), json!({ "schemas": [GROUP], "displayName": "g", "members": members }));
        let operations: Vec<_> = std::iter::once(group).chain((0..1_000).map(user)).collect();
        for (fail_on_errors, statuses) in [(1_001, "201"), (1, "409"), (1_001, "409")] {
            fixture.statements();
            let body = json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                "failOnErrors": fail_on_errors,
                "Operations": operations,
            });
            // The second and the third time every name is taken, and each failure is an end of a journey of its own.
            let answer = fixture.service.bulk(&fixture.caller, body.to_string().as_bytes()).await.unwrap();
            let results = crate::fixture::json(&answer)["Operations"].as_array().unwrap().clone();
            assert!(results.iter().all(|result| result["status"] == json!(statuses)), "{results:?}");
            assert_eq!(results.len(), if fail_on_errors == 1 { 1 } else { 1_001 });
            let commits = fixture.statements().iter().filter(|sql| *sql == "COMMIT").count();
            if statuses == "201" {
                assert!((1..=4).contains(&commits), "{commits} commits");
            }
        }
    }

    async fn a_bulk_does_not_go_on_asking_a_database_that_is_gone(database) {
        let (fixture, users, _) = filled(database, "gone").await;
        fixture.service.store.database().close().await;
        let data = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": [{ "op": "add", "path": "title", "value": "t" }],
        });
        let change = |_| json!({ "method": "PATCH", "path": format!("/Users/{}", users[0]), "data": data });
        let body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            "Operations": (0..20).map(change).collect::<Vec<_>>(),
        });
        let answer = fixture.service.bulk(&fixture.caller, body.to_string().as_bytes()).await.unwrap();
        let results = crate::fixture::json(&answer)["Operations"].as_array().unwrap().clone();
        assert_eq!(results.len(), 20);
        assert!(results.iter().all(|result| result["status"] == json!("503")), "{results:?}");
        let statements = fixture.statements();
        assert!(statements.len() <= 2, "{statements:#?}");
    }

    // V30: what a list says of its members is compared with the rows, and only what differs is written, many at once.
    async fn a_list_of_members_sent_again_writes_what_is_said_anew_alone(database) {
        let (fixture, users, _) = filled(database, "displays").await;
        let body = |first: &str, rest: &str| {
            let display = |index: usize| if index == 0 { first.to_owned() } else { format!("{rest} {index}") };
            let members: Vec<_> =
                users.iter().enumerate().map(|(index, id)| json!({ "value": id, "display": display(index) })).collect();
            json!({ "schemas": [GROUP], "displayName": "displays", "members": members })
        };
        let group = fixture.create("Group", &body("one", "member")).await;
        let table = table("Group");
        let projection = Projection::default_for(table.resource_type);
        for (first, rest, updates) in [("one", "member", 0), ("two", "member", 1), ("two", "person", 1)] {
            fixture.statements();
            let body = body(first, rest).to_string();
            let caller = &fixture.caller;
            let answer =
                fixture.service.replace(caller, table, &group, Conditions::default(), body.as_bytes(), &projection).await;
            assert_eq!(answer.unwrap().status, 200);
            let statements = fixture.statements();
            let written: Vec<_> = statements.iter().filter(|sql| !sql.starts_with("SELECT")).collect();
            let of_members = written.iter().filter(|sql| sql.contains("group_members"));
            assert_eq!(of_members.clone().count(), updates, "{statements:#?}");
            assert!(of_members.clone().all(|sql| sql.starts_with(r#"UPDATE "group_members""#)), "{statements:#?}");
            if updates == 0 {
                assert!(written.is_empty(), "{statements:#?}");
            }
            assert!(statements.len() <= 9, "{statements:#?}");
        }
    }

    async fn a_change_that_changes_nothing_writes_nothing(database) {
        let (fixture, users, group) = filled(database, "noop").await;
        let projection = Projection::default_for(table("Group").resource_type);
        let body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": [{ "op": "add", "path": "members", "value": [{ "value": users[0] }] }],
        });
        let answer = fixture
            .service
            .patch(&fixture.caller, table("Group"), &group, Conditions::default(), body.to_string().as_bytes(), (&projection, false))
            .await
            .unwrap();
        assert_eq!(answer.etag.as_deref(), Some("W/\"1\""));
        let statements = fixture.statements();
        assert!(statements.iter().all(|sql| sql.starts_with("SELECT")), "{statements:#?}");
    }
}
