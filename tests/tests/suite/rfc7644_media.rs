//! What bodies are sent as and answered as (RFC 7644 §3.8).

use serde_json::json;
use tests::scim::*;
use tests::{Request, on_both_databases};

const SCIM: &str = "application/scim+json";
const JSON: &str = "application/json";

on_both_databases! {
    /// 7644-3.8-02, 7644-3.8-04a: with parameters, in any case of letters, and without
    fn bodies_are_json_of_either_name_in_utf_8(server) {
        for media in [
            SCIM, JSON, "Application/SCIM+JSON", "application/scim+json;charset=utf-8", "application/scim+json; charset=\"UTF-8\"",
            "application/json ; charset=Utf-8", "application/scim+json; version=2", "application/json; profile=\"x\"; charset=utf-8",
        ] {
            let name = unique("Zoë 日本 🦀");
            let request = Request::new("POST", "/Users").header("Content-Type", media).body(user(&name).to_string());
            let body = server.send(request).expect(201).json();
            assert_eq!(body["userName"], json!(name), "{media}");
        }
        let name = unique("without");
        let body = server.send(Request::new("POST", "/Users").body(user(&name).to_string())).expect(201).json();
        assert_eq!(body["userName"], json!(name), "without a Content-Type");
    }

    /// 7644-3.8-03, 7644-3.8-04a
    fn other_media_types_and_charsets_are_415_and_nothing_is_written(server) {
        let name = unique("media");
        let before = create_user(server, json!({}));
        for media in [
            "text/plain", "text/json", "application/xml", "application/scim+xml", "application/json-patch+json", "application/*", "*/*",
            "application/scim+json; charset=iso-8859-1", "application/json; charset=utf-16", "application/jsonx", "json", "multipart/form-data",
        ] {
            for (method, path) in [("POST", "/Users".to_owned()), ("PUT", format!("/Users/{}", id_of(&before)))] {
                let request = Request::new(method, path).header("Content-Type", media).body(user(&name).to_string());
                assert_scim_error_about(&server.send(request), 415, "", SCIM);
            }
            let path = format!("/Users/{}", id_of(&before));
            let body = operation("add", "nickName", json!("N")).to_string();
            assert_scim_error_about(&server.send(Request::new("PATCH", path).header("Content-Type", media).body(body)), 415, "", SCIM);
        }
        let compressed = Request::new("POST", "/Users").header("Content-Encoding", "gzip").scim_body(user(&name).to_string());
        assert_scim_error_about(&server.send(compressed), 415, "", "Content-Encoding");
        assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.8-01: bytes of another encoding, whatever the header says
    fn bytes_that_are_no_utf_8_are_refused(server) {
        let text = user(&unique("bytes")).to_string();
        let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let latin_1 = [text.replace("bytes", "b").into_bytes(), vec![0xe9]].concat();
        let overlong = text.replace("bytes", "b\u{1}").into_bytes().into_iter().flat_map(|byte| if byte == 1 { vec![0xc0, 0x80] } else { vec![byte] });
        for body in [utf_16, latin_1, overlong.collect()] {
            let request = Request::new("POST", "/Users").header("Content-Type", "application/scim+json; charset=utf-8").body(body);
            assert_scim_error(&server.send(request), 400, "invalidSyntax");
        }
    }

    /// 7644-3.8-04b, 7644-3.8-05a, 7644-3.8-05b, 7644-3.8-x1
    fn accept_picks_the_media_type_and_scim_json_goes_first(server) {
        let id = id_of(&create_user(server, json!({})));
        for (accept, expected) in [
            ("", SCIM),
            ("*/*", SCIM),
            ("application/*", SCIM),
            (SCIM, SCIM),
            ("APPLICATION/SCIM+JSON; charset=utf-8", SCIM),
            ("application/json, application/scim+json;q=0.9", SCIM),
            ("text/html, application/xhtml+xml, */*;q=0.8", SCIM),
            (JSON, JSON),
            ("Application/JSON; charset=utf-8", JSON),
            ("application/xml, application/json;q=0.5", JSON),
            ("application/scim+json;q=0, application/json", JSON),
            ("application/scim+json; q=0, */*", JSON),
            ("application/*, application/scim+json;q=0.0", JSON),
            ("application/json;q=0, */*", SCIM),
        ] {
            for path in ["/Users?count=1", &format!("/Users/{id}"), "/ServiceProviderConfig", "/Schemas"] {
                let response = server.send(Request::new("GET", path).header("Accept", accept)).expect(200);
                assert_eq!(response.media_type(), Some(expected), "Accept: {accept}, {path}");
                assert!(response.json().is_object());
            }
            let write = Request::new("POST", "/Users").header("Accept", accept).json(&user(&unique("accept")));
            assert_eq!(server.send(write).expect(201).media_type(), Some(expected), "Accept: {accept}");
        }
        assert_eq!(server.get("/Users?count=1").media_type(), Some(SCIM), "without Accept");
    }

    /// 7644-3.8-04b, 7644-3.8-05b: a list in several headers is one list
    fn several_accept_headers_are_one(server) {
        for (lines, expected) in [(["text/html", JSON], JSON), (["text/html", SCIM], SCIM), ([JSON, SCIM], SCIM), (["application/scim+json;q=0", "*/*"], JSON)] {
            let request = Request::new("GET", "/Users?count=0").header("Accept", lines[0]).header("Accept", lines[1]);
            assert_eq!(server.send(request).expect(200).media_type(), Some(expected), "{lines:?}");
        }
    }

    /// 7644-3.8-05a, 7644-3.8-05b, 7644-3.8-x1: whatever layer of the server an error is from
    fn errors_are_answered_in_the_accepted_media_type_too(server) {
        let failures = [
            Request::new("GET", "/Users/nobody"),
            Request::new("GET", "/Nope"),
            Request::new("DELETE", "/Users"),
            Request::new("GET", "/Users?count=x"),
            Request::new("GET", "/Users").anonymous(),
            Request::new("GET", "/Users").header("Authorization", "Bearer wrong"),
            Request::new("POST", "/Users").header("Content-Type", "text/plain").body("x"),
            Request::new("POST", "/Users").scim_body("{"),
            Request::new("GET", "/Schemas?filter=id%20pr"),
        ];
        for request in failures {
            for (accept, expected) in [(JSON, JSON), (SCIM, SCIM), ("*/*", SCIM)] {
                let response = server.send(request.clone().header("Accept", accept));
                assert!(response.status >= 400, "{response}");
                assert_eq!(response.media_type(), Some(expected), "Accept: {accept}: {response}");
                assert_eq!(response.json()["schemas"], json!([ERROR]), "{response}");
            }
        }
    }

    /// 7644-3.8-04b: and what could not be answered is not done
    fn who_accepts_neither_gets_406_and_nothing_is_written(server) {
        let before = create_user(server, json!({}));
        let path = format!("/Users/{}", id_of(&before));
        let name = unique("accept");
        for accept in ["text/html", "application/xml", "application/scim+xml", "text/*", "application/scim+json;q=0", "*/*;q=0", "nonsense", "application/json;q=0, application/scim+json;q=0.000, */*"] {
            let with = |request: Request| server.send(request.header("Accept", accept));
            for response in [
                with(Request::new("GET", &path)),
                with(Request::new("GET", "/Users")),
                with(Request::new("POST", "/Users").json(&user(&name))),
                with(Request::new("PUT", &path).json(&user(&name))),
                with(Request::new("PATCH", &path).json(&operation("add", "nickName", json!("N")))),
                with(Request::new("DELETE", &path)),
            ] {
                assert_scim_error_about(&response, 406, "", SCIM);
            }
        }
        assert_unchanged(server, "/Users", &before);
        assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
    }
}
