//! The profile `strict` refuses what the RFCs refuse, quirk by quirk, and changes nothing then; `default` takes the same
//! request. Each test names the quirk of `docs/profiles.md` that it is about.

use serde_json::{Value, json};
use tests::scim::*;
use tests::server::{shared, strict};
use tests::{Request, Response, Server, on_both_databases};

/// What a request must come to on `strict`.
type Refusal = (u16, &'static str);

const INVALID_SYNTAX: Refusal = (400, "invalidSyntax");
const INVALID_VALUE: Refusal = (400, "invalidValue");
const INVALID_PATH: Refusal = (400, "invalidPath");
const INVALID_FILTER: Refusal = (400, "invalidFilter");
const NO_TARGET: Refusal = (400, "noTarget");
const MUTABILITY: Refusal = (400, "mutability");

/// The same database with the tolerant profile.
fn tolerant(server: &Server) -> &'static Server {
    shared(server.database)
}

#[track_caller]
fn refused(response: &Response, (status, scim_type): Refusal) {
    assert_scim_error(response, status, scim_type);
}

/// A POST of a user is refused on strict and creates one on default.
#[track_caller]
fn posts(server: &Server, refusal: Refusal, body: impl Fn(&str) -> Value) {
    let name = unique("quirk");
    refused(&server.post("/Users", &body(&name)), refusal);
    assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
    tolerant(server).post("/Users", &body(&unique("quirk"))).expect(201);
}

/// A PATCH of a user is refused on strict, which leaves it as it is, and is carried out on default.
#[track_caller]
fn patches(server: &Server, refusal: Refusal, user: Value, body: Value) {
    let before = create_user(server, user.clone());
    refused(&server.patch(&format!("/Users/{}", id_of(&before)), &body), refusal);
    assert_unchanged(server, "/Users", &before);
    let other = create_user(tolerant(server), user);
    tolerant(server).patch(&format!("/Users/{}", id_of(&other)), &body).expect(200);
}

/// The same of a group with a member, whom `{member}` in the body stands for.
#[track_caller]
fn group_patches(server: &Server, refusal: Refusal, body: &Value) {
    let of = |server: &Server| {
        let ids = create_users(server, 2);
        let group = create_group(server, &[&ids[0]]);
        let text = body.to_string().replace("{member}", &ids[0]).replace("{other}", &ids[1]);
        (group, serde_json::from_str::<Value>(&text).unwrap())
    };
    let (group, body) = of(server);
    let before = server.get(&format!("/Groups/{group}")).expect(200).json();
    refused(&server.patch(&format!("/Groups/{group}"), &body), refusal);
    assert_unchanged(server, "/Groups", &before);
    let (group, body) = of(tolerant(server));
    tolerant(server).patch(&format!("/Groups/{group}"), &body).expect(204);
}

#[track_caller]
fn filters(server: &Server, refusal: Refusal, filter: &str) {
    refused(&filtered(server, "/Users", filter), refusal);
    filtered(tolerant(server), "/Users", filter).expect(200);
}

on_both_databases! {
    from strict;

    /// schemas-missing
    fn schemas_must_be_there(server) {
        posts(server, INVALID_SYNTAX, |name| json!({ "userName": name }));
        posts(server, INVALID_SYNTAX, |name| json!({ "schemas": [], "userName": name }));
        patches(server, INVALID_SYNTAX, json!({}), json!({ "Operations": [{ "op": "add", "path": "title", "value": "t" }] }));
    }

    /// schemas-unknown
    fn schemas_must_be_those_of_the_type(server) {
        posts(server, INVALID_SYNTAX, |name| json!({ "schemas": ["urn:scim:schemas:core:1.0"], "userName": name }));
        posts(server, INVALID_VALUE, |name| json!({ "schemas": [USER, "urn:example:no:such"], "userName": name }));
    }

    /// active-null: nothing is assumed of an account about which nothing is said.
    fn null_is_no_value(server) {
        let body = |name: &str| user_with(name, json!({ "active": null }));
        let created = server.post("/Users", &body(&unique("null"))).expect(201).json();
        assert_eq!(created.get("active"), None, "{created}");
        let created = tolerant(server).post("/Users", &body(&unique("null"))).expect(201).json();
        assert_eq!(created["active"], json!(true));
    }

    /// omitted-kept (RFC 7644 §3.5.1): what a PUT leaves out is cleared.
    fn a_put_clears_what_it_leaves_out(server) {
        for (server, kept) in [(server, None), (tolerant(server), Some(&json!(false)))] {
            let before = create_user(server, json!({ "active": false, "externalId": "e" }));
            let name = before["userName"].as_str().unwrap();
            let after = server.put(&format!("/Users/{}", id_of(&before)), &user(name)).expect(200).json();
            assert_eq!(after.get("active"), kept, "{after}");
            assert_eq!(after.get("externalId").is_some(), kept.is_some(), "{after}");
        }
    }

    /// group-name-unique: no schema says that displayName is unique.
    fn groups_may_share_a_name(server) {
        let name = unique("shared");
        for server in [server, tolerant(server)] {
            server.post("/Groups", &group(&name, &[])).expect(201);
        }
        server.post("/Groups", &group(&name, &[])).expect(201);
        refused(&tolerant(server).post("/Groups", &group(&name.to_uppercase(), &[])), (409, "uniqueness"));
    }

    /// boolean-string (RFC 7643 §2.3.2)
    fn a_boolean_has_no_quotes(server) {
        posts(server, INVALID_VALUE, |name| user_with(name, json!({ "active": "True" })));
        patches(server, INVALID_VALUE, json!({ "active": true }), operation("replace", "active", json!("False")));
        filters(server, INVALID_FILTER, "active eq \"true\"");
        patches(server, INVALID_FILTER, json!({ "roles": [{ "value": "r", "primary": true }] }),
            operation("replace", "roles[primary eq \"True\"].value", json!("s")));
    }

    /// empty-string: it is a value like any other.
    fn an_empty_string_is_kept(server) {
        for (server, kept) in [(server, Some(&json!(""))), (tolerant(server), None)] {
            let created = create_user(server, json!({ "title": "" }));
            assert_eq!(created.get("title"), kept, "{created}");
        }
    }

    /// scalar-for-complex (RFC 7643 §2.3.8)
    fn a_complex_value_is_an_object(server) {
        posts(server, INVALID_VALUE, |name| user_with(name, json!({ "emails": ["a@x.example"] })));
        let manager = format!("{ENTERPRISE}:manager");
        patches(server, INVALID_VALUE, json!({}), operation("add", &manager, json!("boss")));
        group_patches(server, INVALID_VALUE, &operation("add", "members", json!(["{other}"])));
    }

    /// array-for-single, single-for-array, object-for-scalar (RFC 7643 §2.4)
    fn one_value_and_many_are_not_the_same(server) {
        posts(server, INVALID_VALUE, |name| user_with(name, json!({ "title": ["t"] })));
        posts(server, INVALID_VALUE, |name| user_with(name, json!({ "emails": { "value": "a@x.example" } })));
        posts(server, INVALID_VALUE, |name| user_with(name, json!({ "title": { "value": "t" } })));
    }

    /// display-name-for-display, id-for-value: names that the schema has not are ignored.
    fn names_of_other_versions_are_unknown(server) {
        let body = json!({ "schemas": [USER, ENTERPRISE],
            "roles": [{ "value": "r", "displayName": "R" }], ENTERPRISE: { "manager": { "managerId": "7" } } });
        let created = create_user(server, body.clone());
        assert_eq!(created["roles"], json!([{ "value": "r" }]));
        assert_eq!(created.get(ENTERPRISE), None, "{created}");
        let created = create_user(tolerant(server), body);
        assert_eq!(created["roles"], json!([{ "value": "r", "display": "R" }]));
        assert_eq!(created[ENTERPRISE]["manager"]["value"], json!("7"));
    }

    /// several-primaries (RFC 7643 §2.4)
    fn one_value_is_primary_at_most(server) {
        let emails = json!({ "emails": [{ "value": "a", "primary": true }, { "value": "b", "primary": true }] });
        posts(server, INVALID_VALUE, |name| user_with(name, emails.clone()));
    }

    /// json-in-string
    fn a_value_without_a_path_is_an_object(server) {
        patches(server, INVALID_VALUE, json!({}), operation("replace", "", json!("{\"title\":\"t\"}")));
    }

    /// nested-remove
    fn values_to_remove_are_values_of_the_attribute(server) {
        group_patches(server, INVALID_VALUE, &operation("remove", "members", json!({ "members": [{ "value": "{member}" }] })));
    }

    /// add-by-filter (RFC 7644 §3.5.2.1)
    fn an_add_needs_a_value(server) {
        group_patches(server, INVALID_VALUE, &operation("add", "members[value eq \"{other}\"]", Value::Null));
    }

    /// filtered-upsert (RFC 7644 §3.5.2.3)
    fn a_replace_needs_a_target(server) {
        patches(server, NO_TARGET, json!({}), operation("replace", "emails[type eq \"work\"].value", json!("a@x.example")));
    }

    /// remove-no-match (7644 Table 9)
    fn a_remove_needs_a_target(server) {
        patches(server, NO_TARGET, json!({}), operation("remove", "emails[type eq \"work\"]", Value::Null));
        group_patches(server, NO_TARGET, &operation("remove", "members[value eq \"{other}\"]", Value::Null));
        group_patches(server, NO_TARGET, &operation("remove", "members[value eq \"nobody\"]", Value::Null));
        group_patches(server, NO_TARGET, &operation("remove", "members[type eq \"Group\"]", Value::Null));
        group_patches(server, NO_TARGET, &operations(json!([
            { "op": "remove", "path": "members[value eq \"{member}\"]" }, { "op": "remove", "path": "members[value eq \"{member}\"]" },
        ])));
    }

    /// unknown-path (7644 Table 9)
    fn a_path_names_an_attribute(server) {
        patches(server, INVALID_PATH, json!({}), operation("add", "shoeSize", json!("44")));
        patches(server, INVALID_PATH, json!({}), operation("remove", "emails[type eq \"work\"].size", Value::Null));
    }

    /// paths-as-keys
    fn names_in_a_value_are_no_paths(server) {
        patches(server, INVALID_SYNTAX, json!({}), operation("replace", "", json!({ "name.givenName": "G" })));
        let name = format!("{ENTERPRISE}:department");
        patches(server, INVALID_SYNTAX, json!({}), operation("replace", "", json!({ name: "D" })));
    }

    /// read-only-echo (RFC 7643 §7 `mutability`)
    fn what_is_read_only_is_refused_in_a_patch_even_unchanged(server) {
        for (server, status) in [(server, 400), (tolerant(server), 200)] {
            let before = create_user(server, json!({}));
            let body = operation("replace", "", json!({ "id": before["id"], "title": "t" }));
            let response = server.patch(&format!("/Users/{}", id_of(&before)), &body).expect(status);
            if status == 400 {
                refused(&response, MUTABILITY);
                assert_unchanged(server, "/Users", &before);
            }
        }
    }

    /// unquoted-value, single-quotes, value-after-bracket, extra-blanks, complex-by-value (RFC 7644 §3.4.2.2, Figure 1)
    fn a_filter_follows_the_grammar(server) {
        for filter in [
            "userName eq kim",
            "userName eq 'kim'",
            "emails[type eq \"work\"].value eq \"a@x.example\"",
            "userName  eq \"kim\"",
            "manager eq \"boss\"",
        ] {
            filters(server, INVALID_FILTER, filter);
        }
    }

    /// filter-in-attributes: no attribute has that name, so that nothing is shown for it.
    fn attributes_are_named_without_filters(server) {
        for (server, shown) in [(server, false), (tolerant(server), true)] {
            let id = id_of(&create_user(server, json!({ "emails": [{ "value": "a", "type": "work" }] })));
            let user = server.get(&format!("/Users/{id}?attributes=emails%5Btype%20eq%20%22work%22%5D")).expect(200).json();
            assert_eq!(user.get("emails").is_some(), shown, "{user}");
        }
    }

    /// oauth-scheme, bare-token (RFC 7644 §2, RFC 6750 §2.1)
    fn a_token_is_a_bearer_token(server) {
        for (server, status) in [(server, 401), (tolerant(server), 200)] {
            for value in [format!("OAuth {}", server.token), server.token.clone()] {
                let response = server.send(Request::new("GET", "/Users?count=0").header("Authorization", value)).expect(status);
                if status == 401 {
                    refused(&response, (401, ""));
                }
            }
        }
    }

    /// discovery-1.1, json-answers: on default as on strict.
    fn there_is_no_endpoint_of_older_versions(server) {
        for server in [server, tolerant(server)] {
            refused(&server.get("/ServiceProviderConfigs"), (404, ""));
            refused(&server.get("/Schemas/User"), (404, ""));
            assert_eq!(server.get("/Users?count=0").expect(200).media_type(), Some("application/scim+json"));
        }
    }
}
