//! The User resource, clause by clause (RFC 7643 §4.1).

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Server, on_both_databases};

/// The attributes with a `display` that clients may write.
const DISPLAYED: [&str; 7] = ["emails", "phoneNumbers", "ims", "photos", "entitlements", "roles", "x509Certificates"];

/// The beginning of a certificate in base64.
const CERTIFICATE: &str = "MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjELMAkGA1UEBhMCVVMx";

/// An attribute of the published User schema.
#[track_caller]
fn published(server: &Server, name: &str, sub_attribute: &str) -> Value {
    let find = |attributes: &Value, name: &str| {
        let attributes = attributes.as_array().unwrap();
        attributes.iter().find(|attribute| attribute["name"] == json!(name)).cloned().unwrap()
    };
    let schema = server.get(&format!("/Schemas/{USER}")).expect(200).json();
    find(&find(&schema["attributes"], name)["subAttributes"], sub_attribute)
}

/// That a new user has an attribute as it was sent, from the first answer on.
#[track_caller]
fn kept(server: &Server, attribute: &str, value: Value) {
    let user = create_user(server, json!({ attribute: value }));
    assert_eq!(user[attribute], value, "{attribute}");
    assert_eq!(get_user(server, &id_of(&user))[attribute], value, "{attribute}");
}

on_both_databases! {
    /// 7643-4.1.1-01, 7643-8.7.1-02
    fn a_user_name_is_required_and_not_empty(server) {
        for body in [json!({ "schemas": [USER] }), user(""), json!({ "schemas": [USER], "userName": null }), json!({ "schemas": [USER], "userName": [] })] {
            assert_scim_error_about(&server.post("/Users", &body), 400, "invalidValue", "userName");
        }
        let before = create_user(server, json!({}));
        let path = format!("/Users/{}", id_of(&before));
        assert_scim_error_about(&server.put(&path, &user("")), 400, "invalidValue", "userName");
        assert_scim_error_about(&server.patch(&path, &operation("remove", "userName", Value::Null)), 400, "mutability", "userName");
        assert_unchanged(server, "/Users", &before);
    }

    /// 7643-4.1.1-02, 7643-4.1.1-03, 7643-7-24, 7643-7-26a, 7643-8.7.1-03, 7643-8.7.1-04
    fn a_user_name_is_unique_in_any_case(server) {
        let name = unique("BJensen");
        let id = server.post("/Users", &user(&name)).expect(201).id();
        for twin in [name.clone(), name.to_lowercase(), name.to_uppercase()] {
            assert_scim_error_about(&server.post("/Users", &user(&twin)), 409, "uniqueness", "userName");
            let found = resources(filtered(server, "/Users", &format!("userName eq \"{twin}\"")));
            assert_eq!((found.len(), id_of(&found[0])), (1, id.clone()));
        }
    }

    /// 7643-4.1.1-04, 7643-8.7.1-05
    fn a_name_comes_whole_in_parts_or_both(server) {
        let parts = json!({ "familyName": "Jensen", "givenName": "Barbara", "middleName": "J", "honorificPrefix": "Ms.", "honorificSuffix": "III" });
        kept(server, "name", json!({ "formatted": "Ms. Barbara J Jensen, III" }));
        kept(server, "name", parts.clone());
        kept(server, "name", merged(parts, json!({ "formatted": "Ms. Barbara J Jensen, III" })));
    }

    /// 7643-4.1.1-06
    fn a_display_name_may_be_there_or_not(server) {
        kept(server, "displayName", json!("Babs Jensen"));
        assert_eq!(create_user(server, json!({ "name": { "formatted": "Babs" } })).get("displayName"), None, "none is made up");
    }

    /// 7643-4.1.1-05, 7643-4.1.1-07, 7643-4.1.1-08, 7643-4.1.1-10, 7643-8.7.1-06, 7643-8.7.1-07, 7643-8.7.1-08: by choice names
    /// are the client's, and not compared with each other
    fn names_need_not_agree(server) {
        let name = unique("babs");
        let more = json!({ "name": { "formatted": "Barbara Jensen", "givenName": "Ann" }, "displayName": "@babs", "nickName": name });
        let user = server.post("/Users", &user_with(&name, more.clone())).expect(201).json();
        for attribute in ["name", "displayName", "nickName"] {
            assert_eq!(user[attribute], more[attribute]);
        }
        assert_eq!(user["userName"], user["nickName"]);
    }

    /// 7643-4.1.1-11: language tags are kept as they are sent
    fn a_locale_may_have_an_underscore(server) {
        kept(server, "locale", json!("en_US"));
        kept(server, "locale", json!("en-US"));
    }

    /// 7643-4.1.1-12, 7643-4.1.1-18, 7643-7-21, 7643-7-22
    fn a_password_may_be_set_at_any_time_and_is_never_shown(server) {
        let user = create_user(server, json!({ "password": "t1meMa$heen-0" }));
        let path = format!("/Users/{}", id_of(&user));
        let mut version = user["meta"]["version"].clone();
        for (op, value) in [("replace", json!("t1meMa$heen-1")), ("add", json!("t1meMa$heen-2")), ("remove", Value::Null), ("add", json!("t1meMa$heen-3"))] {
            let answer = server.patch(&format!("{path}?attributes=password,meta"), &operation(op, "password", value)).expect(200);
            assert!(!answer.text().contains("t1meMa") && !answer.text().contains("argon2"), "{answer}");
            assert_eq!(answer.json().get("password"), None);
            assert_ne!(answer.json()["meta"]["version"], version, "{op} changes the user");
            version = answer.json()["meta"]["version"].clone();
        }
    }

    /// 7643-4.1.2-01, 7643-4.1.2-02, 7643-4.1.2-03, 7643-8.7.1-09, 7643-8.7.1-10: by choice mail addresses are kept as sent
    fn emails_are_kept_as_they_are_sent(server) {
        kept(server, "emails", json!([{ "value": "Babs@Jensen.EXAMPLE.org", "display": "babs@jensen.example.org", "type": "home" }]));
        kept(server, "emails", json!([{ "value": "nonsense" }]));
    }

    /// 7643-2.3.1-02, 7643-4.1.2-04, 7643-4.1.2-08, 7643-7-10, 7643-7-11, 7643-8.7.2-09, 7643-8.7.2-11: canonical values are
    /// suggestions
    fn other_types_than_the_suggested_are_kept(server) {
        for attribute in ["emails", "phoneNumbers", "ims", "photos", "entitlements", "roles"] {
            kept(server, attribute, json!([{ "value": "x", "type": "boat" }]));
        }
        kept(server, "addresses", json!([{ "country": "SE", "type": "boat" }]));
    }

    /// 7643-4.1.2-05, 7643-4.1.2-06, 7643-4.1.2-07, 7643-8.7.1-13: by choice phone numbers are kept as sent
    fn phone_numbers_are_kept_as_they_are_sent(server) {
        kept(server, "phoneNumbers", json!([{ "value": "tel:+1-201-555-0123", "display": "+1 201 555 0123", "type": "work" }]));
        kept(server, "phoneNumbers", json!([{ "value": "555-555-5555", "type": "mobile" }, { "value": "+1 201 555 0123" }]));
    }

    /// 7643-4.1.2-09: by choice
    fn instant_messaging_addresses_are_kept_as_they_are_sent(server) {
        kept(server, "ims", json!([{ "value": "Some Aim Handle", "type": "aim" }]));
    }

    /// 7643-2.4-09, 7643-4.1.2-10, 7643-8.7.2-08, 7643-8.7.2-10
    fn the_suggested_types_are_published(server) {
        for (attribute, types) in [
            ("emails", json!(["work", "home", "other"])),
            ("phoneNumbers", json!(["work", "home", "mobile", "fax", "pager", "other"])),
            ("ims", json!(["aim", "gtalk", "icq", "xmpp", "msn", "skype", "qq", "yahoo", "other"])),
            ("photos", json!(["photo", "thumbnail"])),
            ("addresses", json!(["work", "home", "other"])),
            ("groups", json!(["direct", "indirect"])),
        ] {
            assert_eq!(published(server, attribute, "type")["canonicalValues"], types, "{attribute}");
        }
        let members = server.get(&format!("/Schemas/{GROUP}")).expect(200).json()["attributes"][1].clone();
        let kind = members["subAttributes"].as_array().unwrap().iter().find(|sub| sub["name"] == json!("type")).cloned();
        assert_eq!(kind.unwrap()["canonicalValues"], json!(["User", "Group"]));
    }

    /// 7643-4.1.2-15, 7643-4.1.2-16, 7643-4.1.2-17, 7643-8.7.1-20, 7643-8.7.1-21
    fn an_address_has_any_of_its_parts_and_may_have_lines(server) {
        kept(server, "addresses", json!([{ "country": "SE" }, { "locality": "Hollywood" }, { "type": "work", "primary": true }]));
        kept(server, "addresses", json!([{ "formatted": "100 Universal City Plaza\nHollywood, CA 91608 USA", "streetAddress": "456 Hollywood Blvd\nUnit 7" }]));
    }

    /// 7643-4.1.2-18: a code is for the client to choose; the RFC's own examples have none, and they are taken too
    fn a_country_is_kept_as_it_is_sent(server) {
        kept(server, "addresses", json!([{ "country": "US" }, { "country": "USA" }]));
    }

    /// 7643-4.1.2-24: what begins like a certificate, a sequence in a sequence, is followed by another
    fn a_value_holds_one_certificate(server) {
        let two = json!({ "x509Certificates": [{ "value": "MAIwAA==" }, { "value": "MAIwADACMAA=" }] });
        let response = server.post("/Users", &user_with(&unique("certificates"), two));
        assert_scim_error_about(&response, 400, "invalidValue", "x509Certificates[1].value");
        let user = create_user(server, json!({ "x509Certificates": [{ "value": "MAIwAA==" }] }));
        let add = operation("add", "x509Certificates", json!([{ "value": "MAIwADACMAA=" }]));
        assert_scim_error(&server.patch(&format!("/Users/{}", id_of(&user)), &add), 400, "invalidValue");
        assert_unchanged(server, "/Users", &user);
    }

    /// 7643-4.1.2-23: what is in the certificate is not looked at
    fn a_certificate_is_base64(server) {
        kept(server, "x509Certificates", json!([{ "value": CERTIFICATE, "display": "CN=test" }]));
        for value in ["-----BEGIN CERTIFICATE-----", "MIIB_-8=", "***"] {
            let more = json!({ "x509Certificates": [{ "value": value }] });
            let response = server.post("/Users", &user_with(&unique("certificate"), more));
            assert_scim_error_about(&response, 400, "invalidValue", "x509Certificates");
        }
    }

    /// 7643-4.1.2-19, 7643-4.1.2-20, 7643-4.1.2-21: a user shows the groups it is a direct member of
    fn a_nested_membership_is_changed_at_the_group_that_has_it(server) {
        let id = id_of(&create_user(server, json!({})));
        let inner = create_group(server, &[&id]);
        let outer = create_group(server, &[&inner]);
        let groups = get_user(server, &id)["groups"].clone();
        assert_eq!(groups.as_array().unwrap().len(), 1, "{groups}");
        assert_eq!((&groups[0]["value"], &groups[0]["type"]), (&json!(inner), &json!("direct")));
        assert_eq!(groups[0]["$ref"], json!(format!("{}/Groups/{inner}", server.base_url())));
        server.get(&format!("/Groups/{inner}")).expect(200);
        server.patch(&format!("/Groups/{outer}"), &operation("remove", &format!("members[value eq \"{inner}\"]"), Value::Null)).expect(204);
        assert_eq!(get_user(server, &id)["groups"], groups);
        server.patch(&format!("/Groups/{inner}"), &operation("remove", &format!("members[value eq \"{id}\"]"), Value::Null)).expect(204);
        assert_eq!(get_user(server, &id).get("groups"), None);
    }

    /// 7643-8.7.1-11, 7643-8.7.1-14, 7643-8.7.1-16, 7643-8.7.1-18, 7643-8.7.1-23, 7643-8.7.1-25, 7643-8.7.1-27: as the
    /// mutability of each `display` says, and the published description does not say otherwise
    fn a_display_is_the_clients_to_write(server) {
        for attribute in DISPLAYED {
            let display = published(server, attribute, "display");
            assert_eq!(display["mutability"], json!("readWrite"), "{attribute}");
            assert!(!display["description"].as_str().unwrap().contains("READ-ONLY"), "{attribute}: {display}");
            let user = create_user(server, json!({ attribute: [{ "value": "AAAA", "display": "one" }] }));
            assert_eq!(user[attribute][0]["display"], json!("one"), "{attribute}");
            let change = operation("replace", &format!("{attribute}[display eq \"one\"].display"), json!("two"));
            let after = server.patch(&format!("/Users/{}", id_of(&user)), &change).expect(200).json();
            assert_eq!(after[attribute], json!([{ "value": "AAAA", "display": "two" }]));
        }
    }

    /// 7643-8.7.1-22
    fn the_display_of_a_group_of_a_user_is_the_servers(server) {
        assert_eq!(published(server, "groups", "display")["mutability"], json!("readOnly"));
        let id = id_of(&create_user(server, json!({})));
        let group = create_group(server, &[&id]);
        let before = get_user(server, &id);
        let path = format!("/Users/{id}");
        for target in ["groups.display".to_owned(), format!("groups[value eq \"{group}\"].display")] {
            let response = server.patch(&path, &operation("replace", &target, json!("mine")));
            assert_scim_error_about(&response, 400, "mutability", "groups");
        }
        let put = merged(before.clone(), json!({ "groups": [{ "value": group, "display": "mine" }] }));
        assert_eq!(server.put(&path, &put).expect(200).json(), before);
    }

    /// 7643-4.1.2-22
    fn memberships_are_changed_through_groups_only(server) {
        let user = create_user(server, json!({ "groups": [{ "value": "01890000-0000-7000-8000-00000000dead" }] }));
        assert_eq!(user.get("groups"), None);
        let (id, group) = (id_of(&user), create_group(server, &[]));
        let put = merged(user, json!({ "groups": [{ "value": group }] }));
        assert_eq!(server.put(&format!("/Users/{id}"), &put).expect(200).json().get("groups"), None);
        for op in ["add", "replace", "remove"] {
            let value = if op == "remove" { Value::Null } else { json!([{ "value": group }]) };
            assert_scim_error_about(&server.patch(&format!("/Users/{id}"), &operation(op, "groups", value)), 400, "mutability", "groups");
        }
        let add = operation("add", "members", json!([{ "value": id }]));
        server.patch(&format!("/Groups/{group}"), &add).expect(204);
        assert_eq!(get_user(server, &id)["groups"][0]["value"], json!(group));
    }

    /// 7643-7-18
    fn a_read_write_attribute_may_change_at_any_time(server) {
        let path = format!("/Users/{}", id_of(&create_user(server, json!({}))));
        for value in ["A", "B", "A"] {
            let after = server.patch(&path, &operation("replace", "nickName", json!(value))).expect(200).json();
            assert_eq!(after["nickName"], json!(value));
        }
    }
}
