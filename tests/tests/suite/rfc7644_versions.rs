//! Entity tags (RFC 7644 §3.14): where they stand and when they change. Conditional requests are in `crud`.

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

#[track_caller]
fn tag(server: &Server, path: &str) -> String {
    let response = server.get(path).expect(200);
    assert_eq!(response.json()["meta"]["version"], json!(response.etag()));
    response.etag()
}

on_both_databases! {
    /// 7644-3.14-01, 7644-3.14-02a, 7644-3.14-02b
    fn every_answer_about_one_resource_has_its_tag(server) {
        let created = server.post("/Users", &user(&unique("tag"))).expect(201);
        let path = format!("/Users/{}", created.id());
        let put = server.put(&path, &merged(created.json(), json!({ "nickName": "N" }))).expect(200);
        let patched = server.patch(&path, &operation("add", "title", json!("T"))).expect(200);
        let read = server.get(&path).expect(200);
        for response in [&created, &put, &patched, &read] {
            let tag = response.etag();
            assert_eq!(response.json()["meta"]["version"], json!(tag), "letter by letter");
            let inner = tag.strip_prefix("W/\"").and_then(|tag| tag.strip_suffix('"')).unwrap_or_else(|| panic!("{tag} is not weak"));
            assert!(!inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"'), "{tag}");
        }
        assert_eq!(read.etag(), patched.etag());
        let narrow = server.get(&format!("{path}?attributes=title")).expect(200);
        assert_eq!(narrow.etag(), read.etag(), "the tag is that of the whole resource");
        let same = server.send(Request::new("GET", &path).header("If-None-Match", read.etag())).expect(304);
        assert_eq!(same.etag(), read.etag());
        let group = create_group(server, &[]);
        let bare = server.patch(&format!("/Groups/{group}"), &operation("add", "externalId", json!("e"))).expect(204);
        assert_eq!(bare.etag(), tag(server, &format!("/Groups/{group}")));
    }

    /// 7644-3.14-02b: the version in a list is that of the resource, and the list itself has none
    fn resources_in_a_list_have_their_versions_and_the_list_none(server) {
        let user = create_user(server, json!({}));
        server.patch(&format!("/Users/{}", id_of(&user)), &operation("add", "title", json!("T"))).expect(200);
        let list = filtered(server, "/Users", &format!("id eq {}", user["id"])).expect(200);
        assert_eq!(list.header("etag"), None);
        assert_eq!(list.json()["Resources"][0]["meta"]["version"], json!(tag(server, &format!("/Users/{}", id_of(&user)))));
    }

    /// 7644-3.14-x1
    fn the_tag_changes_with_every_change_and_never_comes_again(server) {
        let user = create_user(server, json!({ "title": "A" }));
        let path = format!("/Users/{}", id_of(&user));
        let mut seen = vec![user["meta"]["version"].as_str().unwrap().to_owned()];
        for value in ["B", "A", "B", "a", "A"] {
            let tag = server.patch(&path, &operation("replace", "title", json!(value))).expect(200).etag();
            assert!(!seen.contains(&tag), "{tag} was there before");
            seen.push(tag);
        }
        for body in [operation("replace", "title", json!("A")), operation("remove", "nickName", Value::Null)] {
            assert_eq!(Some(&server.patch(&path, &body).expect(200).etag()), seen.last());
        }
        let now = get_user(server, &id_of(&user));
        assert_eq!(Some(&server.put(&path, &now).expect(200).etag()), seen.last());
        assert_eq!(Some(&tag(server, &path)), seen.last());
    }

    /// 7644-3.14-x1: members are of the group; a user's groups are read from there, and are no change of the user
    fn a_change_of_members_is_a_change_of_the_group_alone(server) {
        let user = id_of(&create_user(server, json!({})));
        let group = create_group(server, &[]);
        let (user_path, group_path) = (format!("/Users/{user}"), format!("/Groups/{group}"));
        let (user_tag, group_tag) = (tag(server, &user_path), tag(server, &group_path));
        server.patch(&group_path, &operation("add", "members", json!([{ "value": user }]))).expect(204);
        assert_ne!(tag(server, &group_path), group_tag);
        assert_eq!(tag(server, &user_path), user_tag);
        assert_eq!(values(&get_user(server, &user), "groups"), set([group.as_str()]));
    }

    /// 7644-3.14-03, 7644-3.14-04: by the tag of any answer
    fn a_tag_of_any_answer_guards_the_next_request(server) {
        let created = server.post("/Users", &user(&unique("guard"))).expect(201);
        let path = format!("/Users/{}", created.id());
        let guarded = |method: &str, tag: &str, body: &Value| -> Response {
            server.send(Request::new(method, &path).json(body).header("If-Match", tag))
        };
        let add = |value: &str| operation("add", "title", json!(value));
        let patched = guarded("PATCH", &created.etag(), &add("1")).expect(200);
        let put = guarded("PUT", &patched.etag(), &merged(patched.json(), json!({ "title": "2" }))).expect(200);
        let from_meta = put.json()["meta"]["version"].as_str().unwrap().to_owned();
        let last = guarded("PATCH", &from_meta, &add("3")).expect(200);
        for old in [created.etag(), patched.etag(), put.etag()] {
            assert_scim_error(&guarded("PATCH", &old, &add("4")), 412, "");
            server.send(Request::new("GET", &path).header("If-None-Match", &old)).expect(200);
        }
        server.send(Request::new("GET", &path).header("If-None-Match", last.etag())).expect(304);
        assert_eq!(server.get(&path).json()["title"], json!("3"));
    }
}
