//! Bad input: each a 4xx SCIM error within 50 ms that names the attribute, path or position, and no change.
//!
//! The time is the best of some tries: a machine may be busy, a server that needs longer than 50 ms never is fast.

use serde_json::json;
use tests::http::encode;
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

/// Sends it a few times: always the same error, at least once within the time, and the process lives.
#[track_caller]
fn refused(server: &Server, request: &Request, status: u16, scim_type: &str) -> String {
    let pid = server.pid();
    let answers: Vec<Response> = (0..5).map(|_| server.send(request.clone())).collect();
    let details: Vec<String> = answers.iter().map(|answer| assert_scim_error(answer, status, scim_type)).collect();
    assert!(details[0].len() < 2_000, "the detail repeats the input: {} bytes", details[0].len());
    let best = answers.iter().map(|answer| answer.elapsed).min().unwrap();
    assert!(best < REFUSAL, "refused only after {best:?}");
    assert!(server.is_running() && server.pid() == pid, "the process has changed");
    details.into_iter().next().unwrap()
}

#[track_caller]
fn post(server: &Server, body: impl Into<Vec<u8>>, scim_type: &str) -> String {
    refused(server, &Request::new("POST", "/Users").scim_body(body), 400, scim_type)
}

fn nested(depth: usize, open: &str, close: &str, middle: &str) -> String {
    format!("{}{middle}{}", open.repeat(depth), close.repeat(depth))
}

on_both_databases! {
    from tests::server::strict;

    fn malformed_json_is_refused_with_its_position(server) {
        for body in [
            "", " ", "{", "}", "{\"schemas\":", "{\"a\" 1}", "{'a':1}", "{\"a\":1,}", "nul", "{\"a\":01}", "{\"a\":\"\\x\"}",
            "{\"a\":\"\u{1}\"}", "{} {}", "\u{feff}{}", "{\"a\":\"\\ud800\"}", "{\"a\":1e999}",
        ] {
            post(server, body, "invalidSyntax");
        }
        let detail = post(server, format!("{{\"schemas\":[\"{USER}\"],\n\"userName\": oops }}"), "invalidSyntax");
        assert!(detail.contains("line 2") || detail.chars().filter(char::is_ascii_digit).count() >= 2, "no position: {detail}");
    }

    fn what_is_no_object_is_refused(server) {
        for body in ["[]", "1", "\"x\"", "null", "true", "[{}]"] {
            post(server, body, "invalidSyntax");
        }
    }

    /// 7644-3.8-01
    fn invalid_utf_8_is_refused(server) {
        post(server, b"{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"\xff\xfe\"}".to_vec(), "invalidSyntax");
    }

    fn wrong_types_are_refused_by_name(server) {
        let detail = post(server, user_with(&unique("x"), json!({ "name": { "givenName": 3 } })).to_string(), "invalidValue");
        assert!(detail.contains("givenName"), "{detail}");
    }

    fn missing_required_values_are_refused_by_name(server) {
        let detail = post(server, json!({ "schemas": [USER] }).to_string(), "invalidValue");
        assert!(detail.contains("userName"), "{detail}");
    }

    /// V24
    fn duplicate_keys_are_refused_by_name_at_every_depth_and_in_any_case(server) {
        for (body, word) in [
            (format!(r#"{{"schemas":["{USER}"],"userName":"a","userName":"b"}}"#), "userName"),
            (format!(r#"{{"schemas":["{USER}"],"userName":"a","USERNAME":"b"}}"#), "username"),
            (format!(r#"{{"schemas":["{USER}"],"userName":"a","user\u004eame":"b"}}"#), "userName"),
            (format!(r#"{{"schemas":["{USER}"],"userName":"a","name":{{"givenName":"b","GivenName":"c"}}}}"#), "givenName"),
            (format!(r#"{{"schemas":["{USER}"],"userName":"a","emails":[{{"value":"b","type":"work","value":"c"}}]}}"#), "value"),
            (format!(r#"{{"schemas":["{USER}"],"userName":"a","unknown":{{"x":1,"X":2}}}}"#), "x"),
            (format!(r#"{{"schemas":["{USER}"],"userName":"a","{ENTERPRISE}":{{}},"{}":{{}}}}"#, ENTERPRISE.to_uppercase()), "enterprise"),
        ] {
            let detail = post(server, body, "invalidSyntax");
            assert!(detail.to_lowercase().contains(&word.to_lowercase()), "{word} is not in {detail:?}");
        }
        let id = create_users(server, 1).remove(0);
        let body = format!(r#"{{"schemas":["{PATCH_OP}"],"Operations":[{{"op":"add","path":"nickName","value":"a","VALUE":"b"}}]}}"#);
        refused(server, &Request::new("PATCH", format!("/Users/{id}")).scim_body(body), 400, "invalidSyntax");
    }

    fn a_patch_path_no_schema_knows_is_refused_by_name(server) {
        let before = create_user(server, json!({}));
        let request = Request::new("PATCH", format!("/Users/{}", id_of(&before))).json(&operation("replace", "favouriteColour", json!("x")));
        let detail = refused(server, &request, 400, "invalidPath");
        assert!(detail.contains("favouriteColour"), "{detail}");
        assert_unchanged(server, "/Users", &before);
    }

    fn a_filter_with_a_typo_is_refused_with_its_place(server) {
        for (filter, word) in [(r#"userNam eq "x""#, "userNam"), (r#"userName eqq "x""#, "eqq")] {
            let request = Request::new("GET", format!("/Users?filter={}", encode(filter)));
            let detail = refused(server, &request, 400, "invalidFilter");
            assert!(detail.contains(word), "{detail}");
        }
    }

    /// V26
    fn a_body_of_five_megabytes_is_413(server) {
        let body = user_with(&unique("large"), json!({ "displayName": "x".repeat(5_000_000) })).to_string();
        let detail = refused(server, &Request::new("POST", "/Users").scim_body(body), 413, "");
        assert!(detail.chars().any(|char| char.is_ascii_digit()), "the limit is named: {detail}");
    }

    fn a_large_body_in_chunks_or_of_a_claimed_length_is_413_or_400(server) {
        let mut head = format!("POST {}/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Type: application/scim+json\r\n", server.base_path(), server.token);
        let claimed = format!("{head}Content-Length: 99999999999\r\n\r\n{{}}");
        let response = server.connect().send_raw(claimed.as_bytes()).unwrap();
        assert_scim_error(&response, 413, "");
        head.push_str("Transfer-Encoding: chunked\r\n\r\n");
        let mut bytes = head.into_bytes();
        for _ in 0..80 {
            bytes.extend_from_slice(b"10000\r\n");
            bytes.extend(std::iter::repeat_n(b' ', 0x10000));
            bytes.extend_from_slice(b"\r\n");
        }
        bytes.extend_from_slice(b"0\r\n\r\n");
        let response = server.connect().send_raw(&bytes).unwrap();
        assert_scim_error(&response, 413, "");
        assert!(server.is_running());
    }

    /// V25, F19
    fn json_nested_ten_thousand_deep_is_refused(server) {
        for deep in [
            nested(10_000, "[", "]", ""),
            nested(10_000, "{\"a\":", "}", "1"),
            format!("{{\"schemas\":[\"{USER}\"],\"userName\":\"x\",\"emails\":{}}}", nested(10_000, "[", "]", "")),
            format!("{{\"schemas\":[\"{USER}\"],\"userName\":\"x\",\"unknown\":{}}}", nested(10_000, "{\"a\":", "}", "1")),
            "[".repeat(900_000),
            "{\"a\":".repeat(150_000),
        ] {
            post(server, deep, "invalidSyntax");
        }
    }

    /// V19, F20
    fn a_filter_of_a_hundred_thousand_characters_is_refused(server) {
        for filter in [
            format!("userName eq \"{}\"", "x".repeat(100_000)),
            format!("userName eq \"x\"{}", " or title pr".repeat(9_000)),
            "x".repeat(100_000),
        ] {
            let target = format!("/Users?filter={}", encode(&filter));
            let response = server.send(Request::new("GET", &target));
            let scim_type = response.json()["scimType"].as_str().unwrap_or_default().to_owned();
            assert!([400, 413, 414, 431].contains(&response.status), "{response}");
            refused(server, &Request::new("GET", target), response.status, &scim_type);
        }
    }

    /// V19, F20
    fn a_filter_of_ten_thousand_brackets_is_refused(server) {
        for filter in [
            nested(10_000, "(", ")", "title pr"),
            "(".repeat(10_000),
            "not (".repeat(5_000),
            nested(3_000, "not (", ")", "title pr"),
            "emails[".repeat(5_000),
            format!("emails[{}]", nested(3_000, "(", ")", "type pr")),
        ] {
            refused(server, &Request::new("GET", format!("/Users?filter={}", encode(&filter))), 400, "invalidFilter");
        }
    }

    /// V19, F20: the same walls stand round a PATCH path.
    fn a_patch_path_of_any_length_or_depth_is_refused(server) {
        let before = create_user(server, json!({}));
        for path in [
            format!("emails[{}]", nested(10_000, "(", ")", "type pr")),
            format!("emails[value eq \"{}\"]", "x".repeat(100_000)),
            format!("emails[type pr{}]", " and type pr".repeat(10_000)),
            "[".repeat(10_000),
            "a.".repeat(50_000),
        ] {
            let target = format!("/Users/{}", id_of(&before));
            let request = Request::new("PATCH", target).json(&operation("remove", &path, json!(null)));
            let response = server.send(request.clone());
            let scim_type = response.json()["scimType"].as_str().unwrap_or_default().to_owned();
            assert!(["invalidPath", "invalidFilter"].contains(&scim_type.as_str()), "{response}");
            refused(server, &request, 400, &scim_type);
        }
        assert_unchanged(server, "/Users", &before);
    }

    fn a_patch_of_very_many_operations_is_refused_or_done(server) {
        let before = create_user(server, json!({}));
        let many = operations(vec![json!({ "op": "replace", "path": "nickName", "value": "n" }); 5_000].into());
        let response = server.patch(&format!("/Users/{}", id_of(&before)), &many);
        assert!([200, 400, 413].contains(&response.status), "{response}");
        assert!(server.is_running());
    }

    /// V25: 30 digits silently become a float in many parsers.
    fn numbers_out_of_range_are_refused_not_rounded(server) {
        let body = format!("{{\"schemas\":[\"{USER}\"],\"userName\":\"x\",\"active\":{}}}", "9".repeat(30));
        post(server, body, "invalidValue");
    }

    fn a_request_that_is_no_http_is_400_and_the_server_goes_on(server) {
        for bytes in [&b"nonsense\r\n\r\n"[..], b"GET /scim/v2/Users HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n"] {
            if let Ok(response) = server.connect().send_raw(bytes) {
                assert!((400..=505).contains(&response.status), "{response}");
            }
        }
        server.get("/Users?count=0").expect(200);
    }

    fn nothing_of_it_is_written_and_nothing_panics(server) {
        let before = server.get("/Users?count=0").expect(200).json()["totalResults"].clone();
        assert!(before.is_u64());
        let name = unique("never");
        post(server, format!("{{\"schemas\":[\"{USER}\"],\"userName\":\"{name}\",\"active\":\"x\"}}"), "invalidValue");
        assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
        let log = server.log();
        assert!(!log.contains("panicked"), "the log tells of a panic");
        assert!(!log.contains("\"status\":500"), "the log tells of a 500");
    }
}
