//! JSON that two readers understand differently: names twice, numbers and characters at the edge.

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

/// Sends a body to everything that takes one, about a user and a group that exist.
fn everywhere(server: &Server, user: &str, group: &str, body: &[u8]) -> Vec<(String, Response)> {
    let requests = [
        ("POST", "/Users".to_owned()),
        ("PUT", format!("/Users/{user}")),
        ("PATCH", format!("/Users/{user}")),
        ("POST", "/Groups".to_owned()),
        ("PUT", format!("/Groups/{group}")),
        ("PATCH", format!("/Groups/{group}")),
    ];
    requests
        .into_iter()
        .map(|(method, target)| {
            (format!("{method} {target}"), server.send(Request::new(method, target).scim_body(body)))
        })
        .collect()
}

/// A body that is a user, a group and a PATCH in one, with those members.
fn body(members: &str) -> Vec<u8> {
    let operations = r#""Operations":[{"op":"add","path":"displayName","value":"x"}]"#;
    format!(
        r#"{{"schemas":["{USER}","{GROUP}","{PATCH_OP}"],"userName":"u","displayName":"d",{operations},{members}}}"#
    )
    .into()
}

on_both_databases! {
    /// V24: of two readers that each keep another of two equal names, one checks what the other does not store. Names are the
    /// same whatever their case, and so none may come twice, wherever it stands and however it is spelt.
    fn no_name_comes_twice_in_any_body(server) {
        let (user, group) = (create_user(server, json!({})), create_group(server, &[]));
        let group = server.get(&format!("/Groups/{group}")).expect(200).json();
        for members in [
            r#""roles":[],"roles":[{"value":"admin"}]"#,
            r#""roles":[{"value":"admin"}],"ROLES":[]"#,
            r#""roles":[{"value":"guest","value":"admin"}]"#,
            r#""r\u006fles":[{"value":"admin"}],"roles":[]"#,
            r#""userName":"other""#,
            r#""Username":"other""#,
            r#""SCHEMAS":[]"#,
            r#""operations":[]"#,
            r#""unknown":{"a":{"b":[{"c":1,"C":2}]}}"#,
            r#""":1,"":2"#,
        ] {
            for (request, response) in everywhere(server, &id_of(&user), &id_of(&group), &body(members)) {
                assert_eq!((response.status, &response.json()["scimType"]), (400, &json!("invalidSyntax")), "{request} {members}: {response}");
            }
        }
        for operation in [
            r#"{"op":"add","op":"remove","path":"title","value":"x"}"#,
            r#"{"op":"add","path":"nickName","Path":"title","value":"x"}"#,
            r#"{"op":"add","path":"title","value":"x","VALUE":"y"}"#,
            r#"{"op":"add","value":{"title":"x","Title":"y"}}"#,
            r#"{"op":"add","path":"name","value":{"givenName":"x","givenname":"y"}}"#,
        ] {
            let patch = format!(r#"{{"schemas":["{PATCH_OP}"],"Operations":[{operation}]}}"#);
            let response = server.send(Request::new("PATCH", format!("/Users/{}", id_of(&user))).scim_body(patch));
            assert_scim_error(&response, 400, "invalidSyntax");
        }
        assert_unchanged(server, "/Users", &user);
        assert_unchanged(server, "/Groups", &group);
    }

    /// V25: each reader draws the line elsewhere; here it is drawn for both databases alike, and before anything is written.
    fn values_at_the_edge_of_json_are_refused_everywhere(server) {
        let (user, group) = (create_user(server, json!({})), create_group(server, &[]));
        let group = server.get(&format!("/Groups/{group}")).expect(200).json();
        let deep = |depth: usize| format!(r#""unknown":{}{}"#, "[".repeat(depth), "]".repeat(depth));
        for members in [
            deep(64).as_str(),
            deep(127).as_str(),
            deep(200).as_str(),
            r#""title":"\ud800""#,
            r#""title":"\udc00\ud800""#,
            r#""title":"a\u0000b""#,
            r#""unknown":"\u0000""#,
            r#""ti\u0000tle":"x""#,
            r#""unknown":1e400"#,
            r#""unknown":-1e400"#,
            r#""unknown":NaN"#,
            r#""unknown":Infinity"#,
            r#""unknown":01"#,
            r#""unknown":+1"#,
            r#""unknown":.5"#,
            r#""unknown":0x10"#,
            r#""unknown":"\x41""#,
            "\"unknown\":\"\n\"",
            r#""unknown":undefined"#,
            r#""unknown":1,"#,
            r#""unknown":1 /* no */"#,
        ] {
            for (request, response) in everywhere(server, &id_of(&user), &id_of(&group), &body(members)) {
                assert_eq!((response.status, &response.json()["scimType"]), (400, &json!("invalidSyntax")), "{request} {members}: {response}");
            }
        }
        for whole in [&b"\xef\xbb\xbf{}"[..], b"{}{}", b"{}\0", b"\"\xed\xa0\x80\"", b"{\"a\":\"\xc0\x80\"}", b"\xff\xfe{\0}\0"] {
            for (request, response) in everywhere(server, &id_of(&user), &id_of(&group), whole) {
                assert_eq!((response.status, &response.json()["scimType"]), (400, &json!("invalidSyntax")), "{request}: {response}");
            }
        }
        assert_unchanged(server, "/Users", &user);
        assert_unchanged(server, "/Groups", &group);
    }

    /// V25: up to the limit it is read, so that the limit is the only reason.
    fn what_is_within_the_limits_is_read(server) {
        for members in [
            format!(r#""unknown":{}{}"#, "[".repeat(63), "]".repeat(63)),
            r#""unknown":[9223372036854775807,-9223372036854775808,18446744073709551615,1e308,-0,1E-400]"#.to_owned(),
            r#""title":"\ud83d\ude00\u0001\uffff\u2028""#.to_owned(),
        ] {
            let body = format!(r#"{{"schemas":["{USER}"],"userName":"{}",{members}}}"#, unique("edge"));
            let created = server.send(Request::new("POST", "/Users").scim_body(body)).expect(201).json();
            if members.contains("title") {
                assert_eq!(get_user(server, &id_of(&created))["title"], json!("\u{1f600}\u{1}\u{ffff}\u{2028}"));
            }
        }
    }

    /// V25: an integer too long for 64 bits is not rounded to one that fits.
    fn long_numbers_are_no_value_of_any_attribute(server) {
        let before = create_user(server, json!({}));
        for number in ["9".repeat(30), "9223372036854775808".to_owned(), "1e2".to_owned(), "-0.0".to_owned()] {
            for attribute in ["active", "title", "userName"] {
                let patch = format!(r#"{{"schemas":["{PATCH_OP}"],"Operations":[{{"op":"replace","path":"{attribute}","value":{number}}}]}}"#);
                let response = server.send(Request::new("PATCH", format!("/Users/{}", id_of(&before))).scim_body(patch));
                assert_scim_error(&response, 400, "invalidValue");
            }
            let filter = format!("active eq {number}");
            assert_scim_error(&filtered(server, "/Users", &filter), 400, "invalidFilter");
        }
        assert_unchanged(server, "/Users", &before);
    }

    /// V25: U+0000, which not every database can keep, is refused in a URL too, or matches nothing; it is never a 500.
    fn a_nul_in_a_url_reaches_no_database(server) {
        let id = create_users(server, 1).remove(0);
        for (target, allowed) in [
            (format!("/Users?filter={}", encode("title eq \"a\u{0}\"")), vec![400]),
            (format!("/Users?filter={}", encode(r#"title eq "a\u0000""#)), vec![400]),
            (format!("/Users?filter={}", encode(r#"title co "\ud800""#)), vec![400]),
            ("/Users?sortBy=title%00".to_owned(), vec![400]),
            (format!("/Users/{id}%00"), vec![404]),
            ("/Users/%00".to_owned(), vec![404]),
            (format!("/Users/{id}?attributes=title%00"), vec![200]),
            ("/Schemas/%00".to_owned(), vec![404]),
            ("/Users?filter=title%20eq%20%22%ff%22".to_owned(), vec![200, 400]),
        ] {
            let response = server.get(&target);
            assert!(allowed.contains(&response.status), "{target}: {response}");
        }
        let response = server.patch(&format!("/Users/{id}"), &operation("add", "title\u{0}", Value::from("x")));
        assert!(response.status == 400, "{response}");
    }
}
