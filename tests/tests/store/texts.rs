//! What a request says never becomes part of a statement: values are bound, names are found in the metadata.

use std::collections::BTreeSet;

use scimd::{
    scim::projection::{Projection, names},
    service::{list::ListRequest, resources::Conditions},
};
use serde_json::{Value, json};
use tests::Database;

use crate::fixture::{Fixture, table};

const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
const PATCH_OP: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/// In every value: no statement may have it.
const MARK: &str = "mArKeR";

/// The shapes of values that quoting gets wrong.
const HOSTILE: [&str; 9] =
    ["' or 1=1 --", "\"; drop table users; --", "\\", "$1", "?1", ":name @name", "%_", "'\\''", "\u{1f600}\u{feff}"];

/// Everything that takes a value, with that text in it; the statements that were sent.
async fn all_with(database: Database, name: &str, text: &str) -> BTreeSet<String> {
    let fixture = Fixture::new(database, name).await;
    let (users, groups) = (table("User"), table("Group"));
    let user = fixture
        .create("User", &json!({
            "schemas": [USER], "userName": format!("{text}1"), "externalId": text, "displayName": text, "title": text,
            "password": text, "emails": [{ "value": text, "type": text, "primary": true }], "roles": [{ "value": text }],
        }))
        .await;
    let group = fixture
        .create(
            "Group",
            &json!({ "schemas": [GROUP], "displayName": text, "members": [{ "value": user, "display": text }] }),
        )
        .await;
    let literal = Value::from(text).to_string();
    let projection = Projection::default_for(users.resource_type);
    let group_projection = Projection::default_for(groups.resource_type);
    for attribute in [
        "userName",
        "externalId",
        "title",
        "emails.value",
        "emails",
        "groups.display",
        "groups.value",
        "id",
        "meta.version",
    ] {
        for operator in ["eq", "ne", "co", "sw", "ew", "gt", "le"] {
            let filter = format!("{attribute} {operator} {literal}");
            let request = ListRequest { filter: Some(&filter), sort_by: Some("userName"), ..ListRequest::default() };
            let _ = fixture.service.list(&fixture.caller, users, request, &projection).await;
        }
    }
    for filter in [
        format!("emails[type eq {literal} and value co {literal}]"),
        format!("not (displayName sw {literal} or title pr) and {USER}:title ew {literal}"),
    ] {
        let request = ListRequest { filter: Some(&filter), ..ListRequest::default() };
        fixture.service.list(&fixture.caller, users, request, &projection).await.unwrap();
    }
    for filter in [
        format!("members.value eq {literal}"),
        format!("members[display eq {literal}]"),
        format!("displayName eq {literal}"),
    ] {
        let request = ListRequest { filter: Some(&filter), ..ListRequest::default() };
        let _ = fixture.service.list(&fixture.caller, groups, request, &group_projection).await;
    }
    for operation in [
        json!({ "op": "replace", "path": "title", "value": format!("{text}2") }),
        json!({ "op": "add", "path": format!("emails[type eq {literal}].display"), "value": text }),
        json!({ "op": "remove", "path": format!("roles[value eq {literal}]") }),
        json!({ "op": "replace", "path": "userName", "value": format!("{text}3") }),
    ] {
        let body = json!({ "schemas": [PATCH_OP], "Operations": [operation] }).to_string();
        let conditions = Conditions::default();
        let service = &fixture.service;
        service.patch(&fixture.caller, users, &user, conditions, body.as_bytes(), (&projection, false)).await.unwrap();
    }
    let conditions = || Conditions { if_match: Some(text), if_none_match: None };
    let _ = fixture.service.read(&fixture.caller, users, text, Conditions::default(), &projection).await;
    let _ = fixture.service.delete(&fixture.caller, users, &user, conditions()).await;
    fixture.service.delete(&fixture.caller, users, &user, Conditions::default()).await.unwrap();
    fixture.service.delete(&fixture.caller, groups, &group, Conditions::default()).await.unwrap();
    fixture.statements().into_iter().collect()
}

macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($database:ident) $body:block)+) => {
        $($(#[$meta])* async fn $name($database: Database) $body)+
        mod sqlite { $(#[tokio::test] async fn $name() { super::$name(tests::Database::Sqlite).await; })+ }
        mod postgres { $(#[tokio::test] async fn $name() { super::$name(tests::Database::Postgres).await; })+ }
    };
}

on_both! {
    /// V21: the texts are a fixed set. Whatever the values are, no other is sent, and none has a value in it.
    async fn the_statements_are_the_same_whatever_the_values(database) {
        let plain = all_with(database, "plain", MARK).await;
        assert!(plain.len() > 20, "{plain:#?}");
        for (index, hostile) in HOSTILE.iter().enumerate() {
            let seen = all_with(database, &format!("hostile-{index}"), &format!("{MARK}{hostile}")).await;
            let others: Vec<_> = seen.difference(&plain).collect();
            assert!(others.is_empty(), "{hostile:?}: {others:#?}");
            assert!(seen.iter().all(|sql| !sql.to_lowercase().contains(&MARK.to_lowercase())), "{seen:#?}");
        }
    }

    /// V21: a name that no schema has reaches no statement: it is refused before one is made, or left out.
    async fn names_that_no_schema_has_send_nothing(database) {
        let fixture = Fixture::new(database, "names").await;
        let users = table("User");
        let user = fixture.create("User", &json!({ "schemas": [USER], "userName": "a" })).await;
        let projection = Projection::default_for(users.resource_type);
        fixture.statements();
        for name in ["title'", "\"title\"", "title;--", "k_title", "doc", "org", "users.doc", "(select 1)", "?", "$1", "*", "password"] {
            let filter = format!("{name} eq \"x\"");
            let filtered = ListRequest { filter: Some(&filter), ..ListRequest::default() };
            let sorted = ListRequest { sort_by: Some(name), ..ListRequest::default() };
            let ordered = ListRequest { sort_by: Some("title"), sort_order: Some(name), ..ListRequest::default() };
            for request in [filtered, sorted, ordered] {
                assert_eq!(fixture.service.list(&fixture.caller, users, request, &projection).await.map(|_| ()).unwrap_err().kind.status(), 400, "{name}");
            }
            assert_eq!(fixture.statements(), Vec::<String>::new(), "{name}");
        }
        let shown = async |attributes: &str| {
            let projection = Projection::new(users.resource_type, Some(&names(attributes)), None).unwrap();
            fixture.service.read(&fixture.caller, users, &user, Conditions::default(), &projection).await.unwrap();
            fixture.statements()
        };
        assert_eq!(shown("title', \"title\", ;--, $1").await, shown("nosuch").await);
    }
}
