//! The words of the protocol: URNs, request bodies, and assertions on answers.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use crate::database::serial;
use crate::http::encode;
use crate::{Response, Server};

/// The User schema.
pub const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
/// The Group schema.
pub const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
/// The enterprise extension of User.
pub const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
/// The message of a PATCH.
pub const PATCH_OP: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
/// The message of a list.
pub const LIST: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
/// The message of an error.
pub const ERROR: &str = "urn:ietf:params:scim:api:messages:2.0:Error";

/// The time within which bad input must be refused.
pub const REFUSAL: Duration = Duration::from_millis(50);

/// A name no other test uses, with a readable beginning.
pub fn unique(name: &str) -> String {
    format!("{name}-{}-{}", std::process::id(), serial())
}

/// The body of a minimal user.
pub fn user(user_name: &str) -> Value {
    json!({ "schemas": [USER], "userName": user_name })
}

/// A user body with more attributes.
pub fn user_with(user_name: &str, more: Value) -> Value {
    merged(user(user_name), more)
}

/// The body of a group with members.
pub fn group(display_name: &str, members: &[&str]) -> Value {
    let members: Vec<Value> = members.iter().map(|id| json!({ "value": id })).collect();
    json!({ "schemas": [GROUP], "displayName": display_name, "members": members })
}

/// One object with the members of two; those of the second win.
pub fn merged(mut one: Value, two: Value) -> Value {
    if let (Some(one), Value::Object(two)) = (one.as_object_mut(), two) {
        one.extend(two);
    }
    one
}

/// The body of a PATCH with those operations.
pub fn operations(operations: Value) -> Value {
    json!({ "schemas": [PATCH_OP], "Operations": operations })
}

/// The body of a PATCH with one operation; a null value is left out.
pub fn operation(op: &str, path: &str, value: Value) -> Value {
    let mut operation = json!({ "op": op });
    if !path.is_empty() {
        operation["path"] = json!(path);
    }
    if !value.is_null() {
        operation["value"] = value;
    }
    operations(json!([operation]))
}

/// Creates a user with a name of its own and gives its body.
#[track_caller]
pub fn create_user(server: &Server, more: Value) -> Value {
    server.post("/Users", &user_with(&unique("user"), more)).expect(201).json()
}

/// Creates users with names of their own and gives their ids.
#[track_caller]
pub fn create_users(server: &Server, count: usize) -> Vec<String> {
    (0..count).map(|_| id_of(&create_user(server, json!({})))).collect()
}

/// Creates a group with those members and gives its id.
#[track_caller]
pub fn create_group(server: &Server, members: &[&str]) -> String {
    server.post("/Groups", &group(&unique("group"), members)).expect(201).id()
}

/// The id of a resource.
#[track_caller]
pub fn id_of(resource: &Value) -> String {
    resource["id"].as_str().unwrap_or_else(|| panic!("no id in {resource}")).to_owned()
}

/// The user as a GET shows it.
#[track_caller]
pub fn get_user(server: &Server, id: &str) -> Value {
    server.get(&format!("/Users/{id}")).expect(200).json()
}

/// The `value`s of a multi-valued attribute.
pub fn values(resource: &Value, attribute: &str) -> BTreeSet<String> {
    let elements = resource[attribute].as_array().map(Vec::as_slice).unwrap_or_default();
    elements.iter().filter_map(|element| element["value"].as_str().map(str::to_owned)).collect()
}

/// A set of strings.
pub fn set<'a>(values: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    values.into_iter().map(str::to_owned).collect()
}

/// Lists a type with a filter.
#[track_caller]
pub fn filtered(server: &Server, endpoint: &str, filter: &str) -> Response {
    server.get(&format!("{endpoint}?filter={}", encode(filter)))
}

/// The resources of a list response, after checking its shape (RFC 7644 §3.4.2).
#[track_caller]
pub fn resources(response: Response) -> Vec<Value> {
    let list = response.expect(200).json();
    assert_eq!(list["schemas"], json!([LIST]), "{list}");
    assert!(list["totalResults"].is_u64(), "{list}");
    let resources = list["Resources"].as_array().cloned().unwrap_or_default();
    assert!(list["totalResults"].as_u64() >= Some(resources.len() as u64), "{list}");
    if let Some(items) = list.get("itemsPerPage") {
        assert_eq!(*items, json!(resources.len()), "{list}");
    }
    resources
}

/// Checks that an answer is a SCIM error of that status and `scimType` (RFC 7644 §3.12); an empty one means none. Gives
/// the detail.
#[track_caller]
pub fn assert_scim_error(response: &Response, status: u16, scim_type: &str) -> String {
    assert_eq!(response.status, status, "{response}");
    assert_eq!(response.media_type(), Some("application/scim+json"), "{response}");
    let body = response.json();
    assert_eq!(body["schemas"], json!([ERROR]), "{response}");
    assert_eq!(body["status"], json!(status.to_string()), "the status is a string: {response}");
    let expected = if scim_type.is_empty() { Value::Null } else { json!(scim_type) };
    assert_eq!(body["scimType"], expected, "{response}");
    let detail = body["detail"].as_str().unwrap_or_default().to_owned();
    assert!(!detail.is_empty(), "an error tells what is wrong: {response}");
    let lower = detail.to_lowercase();
    for leak in ["sqlite", "postgres", "select ", "insert ", "update ", "panicked", "src/", "argon2id$"] {
        assert!(!lower.contains(leak), "the detail shows the inside of the server: {detail}");
    }
    detail
}

/// The same, and the detail must have that word in it.
#[track_caller]
pub fn assert_scim_error_about(response: &Response, status: u16, scim_type: &str, word: &str) {
    let detail = assert_scim_error(response, status, scim_type);
    assert!(detail.to_lowercase().contains(&word.to_lowercase()), "the detail does not name {word:?}: {detail}");
}

/// Checks that a resource is as it was: same version, same modification time, same body.
#[track_caller]
pub fn assert_unchanged(server: &Server, endpoint: &str, before: &Value) {
    let now = server.get(&format!("{endpoint}/{}", id_of(before))).expect(200).json();
    assert_eq!(&now, before, "the resource has changed");
}
