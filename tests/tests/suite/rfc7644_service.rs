//! What holds for the service as a whole: URLs, credentials, endpoints, status (RFC 7644 §1.3, §2, §3.1, §3.2, §7, §8).

use serde_json::json;
use tests::http::encode;
use tests::scim::*;
use tests::{Request, on_both_databases};

on_both_databases! {
    from tests::server::strict;

    /// 7644-1.3-01a, 7644-1.2-02
    fn urls_of_resources_are_absolute_without_a_query_and_without_what_needs_escaping(server) {
        let user = server.post("/Users?attributes=userName,meta", &user(&unique("with blank & ümlaut?"))).expect(201);
        let group = create_group(server, &[&user.id()]);
        let group = server.get(&format!("/Groups/{group}?count=1&attributes=meta,members")).expect(200).json();
        let base = server.base_url();
        assert!(!base.contains(['?', '#']), "{base}");
        let urls = [
            user.header("location").unwrap().to_owned(),
            user.json()["meta"]["location"].as_str().unwrap().to_owned(),
            group["meta"]["location"].as_str().unwrap().to_owned(),
            group["members"][0]["$ref"].as_str().unwrap().to_owned(),
        ];
        for url in urls {
            let below = url.strip_prefix(&base).unwrap_or_else(|| panic!("{url} is not below {base}"));
            assert!(below.chars().all(|char| char.is_ascii_alphanumeric() || "/-".contains(char)), "{url}");
            server.get(below).expect(200);
        }
    }

    /// 7644-1.3-01b, 7644-1.3-02
    fn endpoints_and_queries_are_appended_to_the_base_url(server) {
        let base = server.base_url();
        assert!(base.ends_with("/v2"), "{base}");
        let path = &base[base.find("//").unwrap() + 2..];
        let path = &path[path.find('/').unwrap()..];
        let list = server.send_absolute(Request::new("GET", format!("{path}/Users?count=1"))).expect(200).json();
        assert_eq!(list["schemas"], json!([LIST]));
    }

    /// 7644-2-04: nor a token in the query
    fn a_cookie_or_a_query_is_no_credential(server) {
        let token = &server.token;
        for name in ["token", "access_token", "Authorization", "session"] {
            let cookie = Request::new("GET", "/Users?count=0").anonymous().header("Cookie", format!("{name}={token}"));
            assert_scim_error(&server.send(cookie), 401, "");
            let query = Request::new("GET", format!("/Users?count=0&{name}={token}")).anonymous();
            assert_scim_error(&server.send(query), 401, "");
        }
    }

    /// 7644-7.4-05
    fn no_answer_sets_a_cookie(server) {
        let id = id_of(&create_user(server, json!({})));
        for response in [
            server.get("/Users?count=1"),
            server.get(&format!("/Users/{id}")),
            server.get("/ServiceProviderConfig"),
            server.post("/Users", &json!({})),
            server.send(Request::new("GET", "/Users").anonymous()),
            server.send(Request::new("GET", "/Users").header("Cookie", "session=1")),
        ] {
            assert_eq!(response.header("set-cookie"), None, "{response}");
        }
    }

    /// 7644-2.2-01, 7644-7.5.2-03
    fn anonymous_clients_learn_how_to_authenticate_and_nothing_else(server) {
        let config = server.send(Request::new("GET", "/ServiceProviderConfig").anonymous()).expect(200).json();
        assert_eq!(config["authenticationSchemes"][0]["type"], json!("oauthbearertoken"));
        let name = unique("self-registered");
        assert_scim_error(&server.send(Request::new("POST", "/Users").anonymous().json(&user(&name))), 401, "");
        for path in ["/Users", "/Groups", "/Schemas", "/ResourceTypes"] {
            assert_scim_error(&server.send(Request::new("GET", path).anonymous()), 401, "");
        }
        assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
    }

    /// 7644-3.1-02
    fn messages_are_told_by_their_urn(server) {
        for urn in [PATCH_OP, LIST, ERROR] {
            assert!(urn.starts_with("urn:ietf:params:scim:api:messages:2.0:"));
        }
        assert_eq!(server.get("/Users?count=0").json()["schemas"], json!([LIST]));
        assert_eq!(server.get("/Users/nobody").json()["schemas"], json!([ERROR]));
        let before = create_user(server, json!({}));
        let operations = json!([{ "op": "add", "path": "nickName", "value": "N" }]);
        for schemas in [json!([USER]), json!([LIST]), json!([]), json!(["urn:ietf:params:scim:api:messages:2.0:PatchOpp"])] {
            let body = json!({ "schemas": schemas, "Operations": operations });
            let response = server.patch(&format!("/Users/{}", id_of(&before)), &body);
            assert_scim_error_about(&response, 400, "invalidSyntax", "schemas");
        }
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.2-01, 7644-3.2-02
    fn the_endpoint_of_a_type_is_its_name_with_an_s(server) {
        let types = resources(server.get("/ResourceTypes"));
        assert_eq!(types.len(), 2);
        for kind in types {
            let endpoint = format!("/{}s", kind["name"].as_str().unwrap());
            assert_eq!(kind["endpoint"], json!(endpoint));
            assert_eq!(server.get(&format!("{endpoint}?count=0")).expect(200).json()["schemas"], json!([LIST]));
        }
    }

    /// 7644-3.2-05a, 7644-3.2-05b
    fn a_failure_shows_in_the_status_and_in_the_body(server) {
        let taken = create_user(server, json!({}))["userName"].as_str().unwrap().to_owned();
        for (response, status) in [
            (server.post("/Users", &json!({ "schemas": [USER] })), 400),
            (server.get("/Users/nobody"), 404),
            (server.delete("/Users"), 405),
            (server.post("/Users", &user(&taken)), 409),
        ] {
            assert_eq!(response.status, status, "{response}");
            assert_eq!(response.json()["status"], json!(status.to_string()), "{response}");
        }
    }

    /// 7644-3.4-01
    fn a_resource_is_the_same_by_its_url_and_by_a_query(server) {
        let user = create_user(server, json!({ "name": { "givenName": "G" }, ENTERPRISE: { "department": "D" } }));
        create_group(server, &[&id_of(&user)]);
        let read = get_user(server, &id_of(&user));
        assert_eq!(read["groups"].as_array().map(Vec::len), Some(1));
        for filter in [format!("id eq \"{}\"", id_of(&user)), format!("userName eq {}", user["userName"])] {
            assert_eq!(resources(filtered(server, "/Users", &filter)), vec![read.clone()], "{filter}");
        }
    }

    /// 7644-3.4.2-01
    fn query_parameters_work_on_one_resource_and_on_an_endpoint(server) {
        let user = create_user(server, json!({ "title": "T" }));
        let expected = json!({ "schemas": [USER], "id": user["id"], "title": "T" });
        let one = server.get(&format!("/Users/{}?attributes=title", id_of(&user))).expect(200).json();
        assert_eq!(one, expected);
        let filter = encode(&format!("id eq \"{}\"", id_of(&user)));
        assert_eq!(resources(server.get(&format!("/Users?attributes=title&filter={filter}"))), [expected]);
    }

    /// 7644-3.4.1-x1
    fn a_known_id_is_read_and_an_unknown_one_is_404(server) {
        let user = create_user(server, json!({ "title": "T" }));
        let response = server.get(&format!("/Users/{}", id_of(&user))).expect(200);
        assert_eq!(response.media_type(), Some("application/scim+json"));
        assert_eq!(response.json(), user);
        let unknown = "01890000-0000-7000-8000-0000000000aa";
        assert_scim_error_about(&server.get(&format!("/Users/{unknown}")), 404, "", unknown);
    }

    /// 7644-8.1-01
    fn every_answer_with_a_body_is_scim_json(server) {
        let user = server.post("/Users", &user(&unique("media"))).expect(201);
        let path = format!("/Users/{}", user.id());
        for response in [
            server.get(&path),
            server.get("/Users?count=1"),
            server.put(&path, &user.json()),
            server.patch(&path, &operation("add", "title", json!("T"))),
            server.get("/Schemas"),
            server.get("/ResourceTypes"),
            server.get("/ServiceProviderConfig"),
            server.get("/Users/nobody"),
            user,
        ] {
            assert_eq!(response.media_type(), Some("application/scim+json"), "{response}");
        }
    }
}
