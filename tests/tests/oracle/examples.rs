//! The oracle on the examples of RFC 7644 §3.5.2 themselves, with schemas of its own: no server is asked.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::patch::{World, patch};
use crate::schema::{ResourceType, resource_types};

const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const BABS: &str = "2819c223-7f76-453a-919d-413861904646";
const JAMES: &str = "08e1d05d-121c-4561-8b96-473d93df9210";

fn texts(names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| json!({ "name": name })).collect()
}

fn list(name: &str, texts_of: &[&str]) -> Value {
    let mut subs = texts(texts_of);
    subs.push(json!({ "name": "primary", "type": "boolean" }));
    json!({ "name": name, "type": "complex", "multiValued": true, "subAttributes": subs })
}

fn kinds() -> Vec<ResourceType> {
    let immutable = |name: &str| json!({ "name": name, "mutability": "immutable", "caseExact": name == "value" });
    let mut members: Vec<Value> = ["value", "type", "display"].iter().map(|name| immutable(name)).collect();
    members.push(json!({
        "name": "$ref", "type": "reference", "mutability": "immutable", "referenceTypes": ["User", "Group"],
    }));
    let schemas = [
        json!({ "id": USER, "attributes": [
            { "name": "userName", "required": true, "uniqueness": "server" },
            { "name": "nickName" },
            { "name": "name", "type": "complex", "subAttributes": texts(&["givenName", "familyName"]) },
            list("emails", &["value", "type", "display"]),
            list("addresses", &["type", "streetAddress", "locality", "region", "postalCode", "country", "formatted"]),
        ] }),
        json!({ "id": ENTERPRISE, "attributes": texts(&["employeeNumber"]) }),
        json!({ "id": GROUP, "attributes": [
            { "name": "displayName", "required": true },
            { "name": "members", "type": "complex", "multiValued": true, "subAttributes": members },
        ] }),
    ];
    let types = [
        json!({ "name": "User", "endpoint": "/Users", "schema": USER,
            "schemaExtensions": [{ "schema": ENTERPRISE, "required": false }] }),
        json!({ "name": "Group", "endpoint": "/Groups", "schema": GROUP }),
    ];
    resource_types(&types, &schemas)
}

fn patched(kind: &str, before: Value, operations: Value) -> Result<Value, String> {
    let kinds = kinds();
    let user = || ("User".to_owned(), "/Users".to_owned());
    let directory = BTreeMap::from([(BABS.to_owned(), user()), (JAMES.to_owned(), user())]);
    let world = World {
        kind: kinds.iter().find(|it| it.name == kind).unwrap(),
        base: "https://example.com/v2",
        directory: &directory,
        taken: &BTreeSet::from(["taken".to_owned()]),
    };
    let message = json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations });
    match patch(&world, before.as_object().unwrap(), &message) {
        Ok(after) => Ok(after.into()),
        Err(error) => Err(format!("{} {}", error.status, error.scim_type)),
    }
}

fn user(more: Value) -> Value {
    let mut user = json!({ "schemas": [USER], "id": "1", "userName": "bjensen" });
    user.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    user
}

#[track_caller]
fn user_becomes(before: Value, operations: Value, after: Value) {
    assert_eq!(patched("User", user(before), operations), Ok(user(after)));
}

#[track_caller]
fn user_is_refused(before: Value, operation: Value, error: &str) {
    assert_eq!(patched("User", user(before), json!([operation])), Err(error.to_owned()));
}

fn member(id: &str, display: &str) -> Value {
    json!({ "display": display, "$ref": format!("https://example.com/v2/Users/{id}"), "type": "User", "value": id })
}

#[track_caller]
fn members_become(before: &[Value], operations: Value, after: &[Value]) {
    let group = |members: &[Value]| {
        let mut group = json!({ "schemas": [GROUP], "id": "2", "displayName": "Tour Guides" });
        if !members.is_empty() {
            group["members"] = json!(members);
        }
        group
    };
    assert_eq!(patched("Group", group(before), operations), Ok(group(after)));
}

fn two_emails() -> Value {
    json!([
        { "value": "bjensen@example.com", "type": "work", "primary": true },
        { "value": "babs@jensen.org", "type": "home" },
    ])
}

/// 7644-3.5.2.1-x2, 7644-3.5.2.1-04a
#[test]
fn a_member_is_added_once() {
    let babs = member(BABS, "Babs Jensen");
    let add = json!([{ "op": "add", "path": "members", "value": [{
        "display": "Babs Jensen", "$ref": format!("https://example.com/v2/Users/{BABS}"), "value": BABS,
    }] }]);
    members_become(&[], add.clone(), std::slice::from_ref(&babs));
    members_become(std::slice::from_ref(&babs), add, std::slice::from_ref(&babs));
}

/// 7644-3.5.2.1-x1
#[test]
fn attributes_are_added_without_a_path() {
    user_becomes(
        json!({ "emails": [{ "value": "bjensen@example.com", "type": "work" }], "nickName": "Barb" }),
        json!([{ "op": "add", "value": {
            "emails": [{ "value": "babs@jensen.org", "type": "home" }], "nickname": "Babs",
        } }]),
        json!({ "emails": [
            { "value": "bjensen@example.com", "type": "work" }, { "value": "babs@jensen.org", "type": "home" },
        ], "nickName": "Babs" }),
    );
}

/// 7644-3.5.2.2-03, 7644-3.5.2.2-x2, 7644-3.5.2.2-02
#[test]
fn members_are_removed_one_or_all() {
    let (babs, james) = (member(BABS, "Babs Jensen"), member(JAMES, "James Smith"));
    let one = json!([{ "op": "remove", "path": format!("members[value eq \"{BABS}\"]") }]);
    members_become(&[babs.clone(), james.clone()], one.clone(), std::slice::from_ref(&james));
    members_become(std::slice::from_ref(&james), one.clone(), std::slice::from_ref(&james));
    members_become(std::slice::from_ref(&babs), one, &[]);
    members_become(&[babs, james], json!([{ "op": "remove", "path": "members" }]), &[]);
}

#[test]
fn a_value_of_a_list_is_removed_by_two_terms() {
    user_becomes(
        json!({ "emails": two_emails() }),
        json!([{ "op": "remove", "path": "emails[type eq \"work\" and value ew \"example.com\"]" }]),
        json!({ "emails": [{ "value": "babs@jensen.org", "type": "home" }] }),
    );
}

/// The example has no blank after `eq`.
#[test]
fn a_member_is_removed_and_another_added() {
    members_become(
        &[member(BABS, "Babs Jensen")],
        json!([
            { "op": "remove", "path": format!("members[value eq\"{BABS}\"]") },
            { "op": "add", "path": "members", "value": [{ "display": "James Smith", "value": JAMES }] },
        ]),
        &[member(JAMES, "James Smith")],
    );
}

#[test]
fn all_members_are_replaced_in_two_operations_or_in_one() {
    let new = json!([{ "display": "Babs Jensen", "value": BABS }, { "display": "James Smith", "value": JAMES }]);
    for operations in [
        json!([{ "op": "remove", "path": "members" }, { "op": "add", "path": "members", "value": new }]),
        json!([{ "op": "replace", "path": "members", "value": new }]),
    ] {
        members_become(
            &[member(JAMES, "James Smith")],
            operations,
            &[member(BABS, "Babs Jensen"), member(JAMES, "James Smith")],
        );
    }
}

/// 7644-3.5.2.3-04, 7644-3.5.2-13
#[test]
fn a_work_address_is_replaced_and_becomes_the_primary_one() {
    let work = json!({
        "type": "work", "streetAddress": "911 Universal City Plaza", "locality": "Hollywood", "region": "CA",
        "postalCode": "91608", "country": "US", "formatted": "911 Universal City Plaza\nHollywood, CA 91608 US",
        "primary": true,
    });
    let old = json!({ "type": "work", "streetAddress": "100 Universal City Plaza" });
    user_becomes(
        json!({ "addresses": [{ "type": "home", "primary": true }, old] }),
        json!([{ "op": "replace", "path": "addresses[type eq \"work\"]", "value": work }]),
        json!({ "addresses": [{ "type": "home", "primary": false }, work] }),
    );
}

/// 7644-3.5.2.3-x2
#[test]
fn a_street_address_is_replaced() {
    user_becomes(
        json!({ "addresses": [{ "type": "work", "streetAddress": "1", "locality": "Hollywood" }, { "type": "home" }] }),
        json!([{ "op": "replace", "path": "addresses[type eq \"work\"].streetAddress", "value": "1010 Broadway Ave" }]),
        json!({ "addresses": [
            { "type": "work", "streetAddress": "1010 Broadway Ave", "locality": "Hollywood" }, { "type": "home" },
        ] }),
    );
}

#[test]
fn attributes_are_replaced_without_a_path() {
    user_becomes(
        json!({ "emails": [{ "value": "old@example.com" }], "nickName": "Barb", "name": { "givenName": "Barbara" } }),
        json!([{ "op": "replace", "value": { "emails": two_emails(), "nickname": "Babs" } }]),
        json!({ "emails": two_emails(), "nickName": "Babs", "name": { "givenName": "Barbara" } }),
    );
}

/// 7644-3.5.2-12
#[test]
fn a_qualified_attribute_adds_its_schema() {
    user_becomes(
        json!({}),
        json!([{ "op": "add", "path": format!("{ENTERPRISE}:employeeNumber"), "value": "7" }]),
        json!({ "schemas": [USER, ENTERPRISE], ENTERPRISE: { "employeeNumber": "7" } }),
    );
}

/// 7644-3.5.2.2-x1, 7644-3.5.2.2-06, 7644-3.5.2.3-05, 7644-3.5.2-07
#[test]
fn what_the_rfc_refuses_is_refused() {
    let emails = || json!({ "emails": two_emails() });
    for (operation, error) in [
        (json!({ "op": "remove" }), "400 noTarget"),
        (json!({ "op": "remove", "path": "userName" }), "400 mutability"),
        (json!({ "op": "remove", "path": "meta.created" }), "400 mutability"),
        (json!({ "op": "replace", "path": "id", "value": "2" }), "400 mutability"),
        (json!({ "op": "replace", "path": "emails[type eq \"boat\"].value", "value": "x" }), "400 noTarget"),
        (json!({ "op": "replace", "path": "emails[primary gt true]", "value": {} }), "400 invalidFilter"),
        (json!({ "op": "replace", "path": "emails[type eq \"a\" or]", "value": {} }), "400 invalidFilter"),
        (json!({ "op": "replace", "path": "emails.nosuch", "value": "x" }), "400 invalidPath"),
        (json!({ "op": "add", "path": "name", "value": "x" }), "400 invalidValue"),
        (json!({ "op": "move", "path": "nickName", "value": "x" }), "400 invalidSyntax"),
        (json!({ "op": "replace", "path": "userName", "value": "Taken" }), "409 uniqueness"),
    ] {
        user_is_refused(emails(), operation, error);
    }
}

/// `and` before `or`, `not` before both (RFC 7644 §3.4.2.2, Table 4).
#[test]
fn filters_bind_as_the_rfc_says() {
    for (filter, left) in [
        ("type eq \"work\" or type eq \"home\" and value eq \"no\"", 1),
        ("(type eq \"work\" or type eq \"home\") and value eq \"no\"", 2),
        ("not (type eq \"work\") and type eq \"home\"", 1),
        ("NOT(type eq \"work\" Or type eq \"home\")", 2),
        ("display ne \"x\"", 0),
        ("primary eq false", 1),
        ("display pr", 2),
        ("value co \"]\" or value sw \"BABS@\"", 1),
    ] {
        let operation = json!([{ "op": "remove", "path": format!("emails[{filter}]") }]);
        let after = patched("User", user(json!({ "emails": two_emails() })), operation).unwrap();
        assert_eq!(after["emails"].as_array().map_or(0, Vec::len), left, "{filter}");
    }
}
