//! Attributes and their types, clause by clause (RFC 7643 §1, §2).

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Server, on_both_databases};

/// The user as a PUT with more attributes leaves it.
#[track_caller]
fn put(server: &Server, before: &Value, more: Value) -> Value {
    let body = user_with(before["userName"].as_str().unwrap(), more);
    server.put(&format!("/Users/{}", id_of(before)), &body).expect(200).json()
}

/// How many users match a filter.
#[track_caller]
fn count(server: &Server, filter: &str) -> usize {
    resources(filtered(server, "/Users", filter)).len()
}

on_both_databases! {
    from tests::server::strict;

    /// 7643-1.1-04
    fn quotation_marks_around_a_value_are_no_part_of_it(server) {
        let response = server.post("/Users", &user_with(&unique("quotes"), json!({ "emails": [{ "value": "q@x.example", "type": "work" }] })));
        let text = response.expect(201).text();
        for member in [r#""resourceType":"User""#, r#""type":"work""#, r#""value":"q@x.example""#] {
            assert!(text.contains(member), "{member} is not in {text}");
        }
    }

    /// 7643-1.2-01
    fn the_schemas_are_served(server) {
        let schemas = resources(server.get("/Schemas"));
        assert!(schemas.iter().any(|schema| schema["id"] == json!(USER)), "{schemas:?}");
    }

    /// 7643-2.1-01
    fn every_resource_names_its_schemas(server) {
        let response = server.post("/Users", &json!({ "userName": unique("schemaless") }));
        assert_scim_error_about(&response, 400, "invalidSyntax", "schemas");
        let user = create_user(server, json!({}));
        let before = server.put(&format!("/Users/{}", id_of(&user)), &json!({ "userName": user["userName"] }));
        assert_scim_error_about(&before, 400, "invalidSyntax", "schemas");
        create_group(server, &[&id_of(&user)]);
        for path in ["/Users?count=5", "/Groups?count=5", "/Users?count=5&attributes=userName", "/Groups?count=5&excludedAttributes=schemas",
            "/Schemas", "/ResourceTypes"] {
            let listed = resources(server.get(path));
            assert!(!listed.is_empty(), "{path}");
            for resource in listed {
                let schemas = resource["schemas"].as_array();
                assert!(schemas.is_some_and(|schemas| !schemas.is_empty() && schemas.iter().all(Value::is_string)), "{path}: {resource}");
            }
        }
    }

    /// 7643-2.1-02
    fn published_attribute_names_fit_the_grammar(server) {
        fn walk(attributes: &Value, names: &mut Vec<String>) {
            for attribute in attributes.as_array().into_iter().flatten() {
                names.push(attribute["name"].as_str().unwrap().to_owned());
                walk(&attribute["subAttributes"], names);
            }
        }
        let mut names = Vec::new();
        for schema in resources(server.get("/Schemas")) {
            walk(&schema["attributes"], &mut names);
        }
        assert!(names.len() > 100, "{names:?}");
        for name in names {
            let fits = name.starts_with(|first: char| first.is_ascii_alphabetic())
                && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "$-_".contains(letter));
            assert!(fits || name == "$ref", "{name}");
        }
        for filter in [r#"1abc eq "x""#, r#"-a eq "x""#, r#"é eq "x""#, r#"a!b eq "x""#] {
            assert_scim_error(&filtered(server, "/Users", filter), 400, "invalidFilter");
        }
    }

    /// 7643-2.3.5-01a, 7643-3.1-15
    fn the_times_in_meta_are_xsd_date_times(server) {
        let user = create_user(server, json!({}));
        for name in ["created", "lastModified"] {
            let time = user["meta"][name].as_str().unwrap();
            let shape: String = time.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
            assert_eq!(shape, "0000-00-00T00:00:00.000Z", "{name}: {time}");
            assert_eq!(count(server, &format!("id eq \"{}\" and meta.{name} eq \"{time}\"", id_of(&user))), 1);
        }
    }

    /// 7643-2.3.6-01, 7643-2.3.6-03
    fn base64_may_leave_its_padding_out_and_means_the_same(server) {
        for value in ["***", "TW E=", "T", "TWE=="] {
            let more = json!({ "x509Certificates": [{ "value": value }] });
            assert_scim_error_about(&server.post("/Users", &user_with(&unique("base64"), more)), 400, "invalidValue", "x509Certificates");
        }
        for value in ["TWE=", "TWE"] {
            let user = create_user(server, json!({ "x509Certificates": [{ "value": value }] }));
            assert_eq!(values(&user, "x509Certificates"), set([value]));
            for asked in ["TWE=", "TWE"] {
                assert_eq!(count(server, &format!("id eq \"{}\" and x509Certificates.value eq \"{asked}\"", id_of(&user))), 1);
            }
        }
    }

    /// 7643-2.3.7-02
    fn a_reference_is_an_absolute_or_relative_uri(server) {
        for (attribute, bad) in [("profileUrl", "not a uri %%"), ("profileUrl", "https://x.example/a b"), ("profileUrl", "a%zz")] {
            let response = server.post("/Users", &user_with(&unique("uri"), json!({ attribute: bad })));
            assert_scim_error_about(&response, 400, "invalidValue", attribute);
        }
        for good in ["https://x.example/me", "../Users/1", "Users/1", "urn:example:me"] {
            assert_eq!(create_user(server, json!({ "profileUrl": good }))["profileUrl"], json!(good));
        }
    }

    /// 7643-2.3.7-03: the base is what stands before the endpoint, and what is given back is absolute
    fn a_relative_reference_starts_from_the_base_of_the_endpoints(server) {
        let target = create_user(server, json!({}));
        let (id, location) = (id_of(&target), target["meta"]["location"].clone());
        for reference in [format!("../Users/{id}"), format!("Users/{id}"), format!("/scim/v2/Users/{id}"), location.as_str().unwrap().to_owned()] {
            let body = json!({ "schemas": [GROUP], "displayName": unique("relative"), "members": [{ "$ref": reference }] });
            let member = server.post("/Groups", &body).expect(201).json()["members"][0].clone();
            assert_eq!((&member["value"], &member["$ref"]), (&json!(id), &location), "{reference}");
            let user = create_user(server, json!({ ENTERPRISE: { "manager": { "$ref": reference } } }));
            let manager = &user[ENTERPRISE]["manager"];
            assert_eq!((&manager["value"], &manager["$ref"]), (&json!(id), &location), "{reference}");
        }
    }

    /// 7643-2.3.7-04, 7643-2.3.7-05, 7643-4.3-02, 7643-8.7.1-31
    fn a_get_of_a_reference_gives_the_resource_or_says_that_it_is_gone(server) {
        let manager = create_user(server, json!({ "displayName": "Boss" }));
        let user = create_user(server, json!({ ENTERPRISE: { "manager": { "value": manager["id"] } } }));
        let reference = user[ENTERPRISE]["manager"]["$ref"].as_str().unwrap().to_owned();
        let get = || server.send_absolute(Request::new("GET", reference.strip_prefix(&origin(server)).unwrap()));
        assert_eq!(get().expect(200).json(), manager);
        server.delete(&format!("/Users/{}", id_of(&manager))).expect(204);
        assert_scim_error(&get(), 404, "");
        assert_eq!(get_user(server, &id_of(&user))[ENTERPRISE]["manager"]["$ref"], json!(reference), "a manager may be gone");
    }

    /// 7643-2.3.7-01, 7643-2.3.7-06, 7643-2.3.7-x1: members are checked, a manager and links to the outside are not
    fn a_reference_may_point_to_a_resource_or_to_the_outside(server) {
        let stranger = "01890000-0000-7000-8000-00000000beef";
        let user = create_user(server, json!({
            "profileUrl": "https://Outside.example/Me", "photos": [{ "value": "https://outside.example/p.png" }],
            ENTERPRISE: { "manager": { "value": stranger } },
        }));
        assert_eq!(user[ENTERPRISE]["manager"]["value"], json!(stranger));
        assert_scim_error_about(&server.post("/Groups", &group(&unique("g"), &[stranger])), 400, "invalidValue", stranger);
        let with = |text: &str| count(server, &format!("id eq \"{}\" and profileUrl eq \"{text}\"", id_of(&user)));
        assert_eq!((with("https://Outside.example/Me"), with("https://outside.example/me")), (1, 0));
    }

    /// 7643-2.3.8-01
    fn the_order_of_members_means_nothing(server) {
        let name = unique("order");
        let body = format!(
            r#"{{"emails":[{{"primary":true,"type":"work","value":"o@x.example"}}],"name":{{"givenName":"G","familyName":"F"}},"userName":"{name}","schemas":["{USER}"]}}"#
        );
        let user = server.send(Request::new("POST", "/Users").scim_body(body)).expect(201).json();
        assert_eq!(user["emails"], json!([{ "value": "o@x.example", "type": "work", "primary": true }]));
        let reversed = format!(
            r#"{{"name":{{"familyName":"F","givenName":"G"}},"userName":"{name}","emails":[{{"value":"o@x.example","primary":true,"type":"work"}}],"schemas":["{USER}"]}}"#
        );
        let path = format!("/Users/{}", id_of(&user));
        assert_eq!(server.send(Request::new("PUT", path).scim_body(reversed)).expect(200).json(), user, "nothing has changed");
    }

    /// 7643-2.4-01
    fn values_of_a_list_are_selected_by_their_parts(server) {
        let user = create_user(server, json!({ "emails": [{ "value": "a@x.example", "type": "work" }, { "value": "b@x.example", "type": "home" }] }));
        let with = |filter: &str| count(server, &format!("id eq \"{}\" and {filter}", id_of(&user)));
        assert_eq!(with(r#"emails[type eq "work"]"#), 1);
        assert_eq!(with(r#"emails[type eq "work" and value eq "a@x.example"]"#), 1);
        assert_eq!(with(r#"emails[type eq "work" and value eq "b@x.example"]"#), 0);
    }

    /// 7643-2.4-03, 7643-8.7.1-12, 7643-8.7.1-15, 7643-8.7.1-17, 7643-8.7.1-19, 7643-8.7.1-24, 7643-8.7.1-26, 7643-8.7.1-28
    fn one_value_of_a_list_is_primary_at_most(server) {
        for attribute in ["emails", "phoneNumbers", "ims", "photos", "addresses", "entitlements", "roles", "x509Certificates"] {
            let part = if attribute == "addresses" { "locality" } else { "value" };
            let two = json!([{ part: "AAAA", "primary": true }, { part: "BBBB", "primary": true }]);
            let response = server.post("/Users", &user_with(&unique("primary"), json!({ attribute: two })));
            assert_scim_error_about(&response, 400, "invalidValue", attribute);
            let one = json!([{ part: "AAAA", "primary": true }, { part: "BBBB", "primary": false }]);
            let before = create_user(server, json!({ attribute: one }));
            let path = format!("/Users/{}", id_of(&before));
            let body = user_with(before["userName"].as_str().unwrap(), json!({ attribute: two }));
            assert_scim_error_about(&server.put(&path, &body), 400, "invalidValue", attribute);
            assert_unchanged(server, "/Users", &before);
            let add = operation("add", attribute, json!([{ part: "CCCC", "primary": true }]));
            let after = server.patch(&path, &add).expect(200).json();
            let primaries: Vec<_> = after[attribute].as_array().unwrap().iter().filter(|value| value["primary"] == json!(true)).collect();
            assert_eq!(primaries, [&json!({ part: "CCCC", "primary": true })], "{attribute}");
        }
    }

    /// 7643-2.4-04
    fn a_value_that_does_not_say_is_not_primary(server) {
        let user = create_user(server, json!({ "emails": [{ "value": "a@x.example" }, { "value": "b@x.example" }] }));
        let path = format!("/Users/{}", id_of(&user));
        let with = |filter: &str| count(server, &format!("id eq \"{}\" and {filter}", id_of(&user)));
        assert_eq!(with("emails.primary eq false"), 1);
        assert_eq!(with("emails[primary eq false]"), 1);
        assert_eq!((with("emails.primary eq true"), with("emails[primary ne false]")), (0, 0));
        let make = operation("replace", r#"emails[value eq "b@x.example" and primary eq false].primary"#, json!(true));
        let after = server.patch(&path, &make).expect(200).json();
        assert_eq!(after["emails"], json!([{ "value": "a@x.example" }, { "value": "b@x.example", "primary": true }]));
        assert_eq!(with(r#"emails[value eq "b@x.example" and primary eq false]"#), 0);
    }

    /// 7643-2.4-05
    fn references_are_alike_whatever_version_stands_in_them(server) {
        let ids = create_users(server, 2);
        let group = create_group(server, &[&ids[0]]);
        let user = create_user(server, json!({ ENTERPRISE: { "manager": { "value": ids[0] } } }));
        for base in ["https://h.example/", "https://h.example/v2/", "https://h.example/scim/v1/", "../", ""] {
            for (id, found) in [(&ids[0], 1), (&ids[1], 0)] {
                let groups = filtered(server, "/Groups", &format!("id eq \"{group}\" and members.$ref eq \"{base}Users/{id}\""));
                assert_eq!(resources(groups).len(), found, "{base}");
                let manager = format!("id eq \"{}\" and {ENTERPRISE}:manager.$ref eq \"{base}Users/{id}\"", id_of(&user));
                assert_eq!(count(server, &manager), found, "{base}");
            }
            let other = filtered(server, "/Groups", &format!("id eq \"{group}\" and members.$ref eq \"{base}Groups/{}\"", ids[0]));
            assert!(resources(other).is_empty(), "another endpoint is another resource");
        }
    }

    /// 7643-2.4-06: by choice values come back as they were sent
    fn values_are_not_made_canonical(server) {
        let emails = json!([{ "value": "W@X.example", "type": "WORK" }]);
        let user = create_user(server, json!({ "emails": emails }));
        assert_eq!(user["emails"], emails);
        assert_eq!(count(server, &format!("id eq \"{}\" and emails[type eq \"work\" and value eq \"w@x.example\"]", id_of(&user))), 1);
    }

    /// 7643-2.4-07a, 7643-2.4-07b
    fn equal_values_are_kept_once_and_one_value_may_have_two_types(server) {
        let work = json!({ "value": "a@x.example", "type": "work" });
        let home = json!({ "value": "a@x.example", "type": "home" });
        let user = create_user(server, json!({ "emails": [work, home, work] }));
        assert_eq!(user["emails"], json!([work, home]));
        let add = operation("add", "emails", json!([home, { "type": "work", "value": "a@x.example" }]));
        let after = server.patch(&format!("/Users/{}", id_of(&user)), &add).expect(200).json();
        assert_eq!(after, user, "nothing is added");
    }

    /// 7643-2.5-01, 7643-2.5-02
    fn null_an_empty_list_and_nothing_at_all_are_one_state(server) {
        let full = json!({ "nickName": "N", "emails": [{ "value": "a@x.example" }], "name": { "givenName": "G" } });
        for unassigned in [json!({ "nickName": null, "emails": [], "name": {} }), json!({ "nickName": null, "emails": null, "name": null }), json!({})] {
            let before = create_user(server, full.clone());
            let after = put(server, &before, unassigned);
            for name in ["nickName", "emails", "name"] {
                assert_eq!(after.get(name), None, "{name} has no value and is left out");
                assert_eq!(count(server, &format!("id eq \"{}\" and {name} pr", id_of(&before))), 0);
                assert_eq!(count(server, &format!("id eq \"{}\" and {name} eq null", id_of(&before))), 1);
            }
            assert_eq!(get_user(server, &id_of(&before)), after);
        }
        let response = server.post("/Groups", &json!({ "schemas": [GROUP], "displayName": [] }));
        assert_scim_error_about(&response, 400, "invalidValue", "displayName");
    }
}

/// The base URL without its path.
fn origin(server: &Server) -> String {
    let base = server.base_url();
    base.strip_suffix(&server.base_path()).unwrap().to_owned()
}
