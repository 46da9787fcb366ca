//! The service provider's configuration, clause by clause (RFC 7643 §5).

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Server, on_both_databases};

#[track_caller]
fn config(server: &Server) -> Value {
    server.get("/ServiceProviderConfig").expect(200).json()
}

on_both_databases! {
    /// 7643-5-01, 7643-5-22, 7643-5-23
    fn the_optional_links_are_there_or_not(server) {
        let config = config(server);
        assert_eq!(config.get("documentationUri"), None);
        for scheme in config["authenticationSchemes"].as_array().unwrap() {
            assert_eq!(scheme.get("documentationUri"), None);
            assert_eq!(scheme["specUri"], json!("https://www.rfc-editor.org/info/rfc6750"));
        }
    }

    /// 7643-5-02, 7643-5-03, 7643-5-04, 7643-5-05, 7643-5-08, 7643-5-09, 7643-5-11, 7643-5-12, 7643-5-13, 7643-5-14,
    /// 7643-5-15, 7643-5-16
    fn every_feature_says_whether_it_is_supported(server) {
        let config = config(server);
        for feature in ["patch", "bulk", "filter", "changePassword", "sort", "etag"] {
            assert!(config[feature]["supported"].is_boolean(), "{feature}: {config}");
        }
        let user = create_user(server, json!({ "password": "first-Passw0rd" }));
        let path = format!("/Users/{}", id_of(&user));
        let done = |feature: &str, is_done: bool| assert_eq!(config[feature]["supported"], json!(is_done), "{feature}");
        done("patch", server.patch(&path, &operation("replace", "nickName", json!("N"))).status == 200);
        done("changePassword", server.patch(&path, &operation("replace", "password", json!("second-Passw0rd"))).status == 200);
        done("etag", server.get(&path).header("etag").is_some());
        done("filter", resources(filtered(server, "/Users", &format!("id eq \"{}\"", id_of(&user)))).len() == 1);
        let sorted = |order: &str| {
            let filter = format!("/Users?sortBy=meta.created&sortOrder={order}&count=1&attributes=id");
            resources(server.get(&filter))[0]["id"].clone()
        };
        create_user(server, json!({}));
        done("sort", sorted("ascending") != sorted("descending"));
    }

    /// 7643-5-06, 7643-5-07, 7643-5-10
    fn the_limits_are_integers(server) {
        let config = config(server);
        for (feature, limit) in [("bulk", "maxOperations"), ("bulk", "maxPayloadSize"), ("filter", "maxResults")] {
            assert!(config[feature][limit].is_u64(), "{feature}.{limit}: {config}");
        }
        assert_eq!(config["filter"]["maxResults"], json!(1000));
    }

    /// 7643-5-17
    fn the_configuration_is_read_without_a_token(server) {
        let response = server.send(Request::new("GET", "/ServiceProviderConfig").anonymous()).expect(200);
        assert_eq!(response.json()["authenticationSchemes"], config(server)["authenticationSchemes"]);
        server.send(Request::new("GET", "/Users").anonymous()).expect(401);
    }

    /// 7643-5-18, 7643-5-19, 7643-5-20, 7643-5-21
    fn the_ways_to_authenticate_are_named_and_described(server) {
        let schemes = config(server)["authenticationSchemes"].as_array().unwrap().clone();
        assert!(!schemes.is_empty());
        for scheme in schemes {
            let known = ["oauth", "oauth2", "oauthbearertoken", "httpbasic", "httpdigest"];
            assert!(known.contains(&scheme["type"].as_str().unwrap()), "{scheme}");
            for text in ["name", "description"] {
                assert!(scheme[text].as_str().is_some_and(|text| !text.is_empty()), "{text}: {scheme}");
            }
        }
    }

    /// 7643-5-x1
    fn the_configuration_has_no_id_and_cannot_be_written(server) {
        assert_eq!(config(server).get("id"), None);
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            let response = server.send(Request::new(method, "/ServiceProviderConfig").json(&json!({ "patch": { "supported": false } })));
            assert_scim_error(&response, 405, "");
        }
        assert_eq!(config(server)["patch"], json!({ "supported": true }));
    }
}
