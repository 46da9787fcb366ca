//! Writers side by side: uniqueness, members and entity tags hold (RFC 7644 §3.3, §3.14).

use std::sync::Barrier;
use std::thread;

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

/// Sends all requests at once, each on its own connection.
fn at_once(server: &Server, requests: Vec<Request>) -> Vec<Response> {
    let barrier = Barrier::new(requests.len());
    thread::scope(|scope| {
        let threads: Vec<_> = requests
            .into_iter()
            .map(|request| {
                let mut connection = server.connect();
                let barrier = &barrier;
                scope.spawn(move || {
                    barrier.wait();
                    server.send_on(&mut connection, request).unwrap()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

fn count(answers: &[Response], status: u16) -> usize {
    answers.iter().filter(|answer| answer.status == status).count()
}

on_both_databases! {
    fresh;

    /// 7643-7-27
    /// 7644-3.3-10
    fn of_two_hundred_creates_of_one_name_one_succeeds_and_the_rest_are_409(server) {
        let name = unique("Only");
        let requests = (0..200)
            .map(|number| if number % 2 == 0 { name.clone() } else { name.to_uppercase() })
            .map(|name| Request::new("POST", "/Users").json(&user(&name)))
            .collect();
        let answers = at_once(server, requests);
        assert_eq!((count(&answers, 201), count(&answers, 409)), (1, 199));
        for answer in answers.iter().filter(|answer| answer.status == 409) {
            assert_scim_error_about(answer, 409, "uniqueness", "userName");
        }
        assert_eq!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).len(), 1);
        assert_eq!(server.get("/Users?count=0").json()["totalResults"], json!(1), "the counter counts what is there");
    }

    /// 7643-7-27
    fn of_many_renames_to_one_name_one_succeeds(server) {
        let ids = create_users(server, 30);
        let body = operation("replace", "userName", json!("the-one"));
        let answers = at_once(server, ids.iter().map(|id| Request::new("PATCH", format!("/Users/{id}")).json(&body)).collect());
        assert_eq!((count(&answers, 200), count(&answers, 409)), (1, 29));
    }

    fn fifty_patches_that_add_different_members_all_hold(server) {
        let ids = create_users(server, 50);
        let group = create_group(server, &[]);
        let add = |id: &String| Request::new("PATCH", format!("/Groups/{group}")).json(&operation("add", "members", json!([{ "value": id }])));
        let answers = at_once(server, ids.iter().map(add).collect());
        assert_eq!(count(&answers, 204), 50);
        let tags: std::collections::BTreeSet<String> = answers.iter().map(Response::etag).collect();
        assert_eq!(tags.len(), 50, "each change has a version of its own");
        let found = server.get(&format!("/Groups/{group}")).expect(200).json();
        assert_eq!(values(&found, "members"), set(ids.iter().map(String::as_str)));
    }

    fn members_added_and_removed_at_once_end_as_asked(server) {
        let ids = create_users(server, 60);
        let (staying, leaving) = ids.split_at(30);
        let leaving_refs: Vec<&str> = leaving.iter().map(String::as_str).collect();
        let group = create_group(server, &leaving_refs);
        let patch = |body: Value| Request::new("PATCH", format!("/Groups/{group}")).json(&body);
        let mut requests: Vec<Request> =
            staying.iter().map(|id| patch(operation("add", "members", json!([{ "value": id }])))).collect();
        requests.extend(leaving.iter().map(|id| patch(operation("remove", &format!("members[value eq \"{id}\"]"), Value::Null))));
        let answers = at_once(server, requests);
        assert_eq!(count(&answers, 204), 60);
        let found = server.get(&format!("/Groups/{group}")).expect(200).json();
        assert_eq!(values(&found, "members"), set(staying.iter().map(String::as_str)));
    }

    /// 7644-3.14-04
    fn of_two_puts_with_one_tag_one_succeeds_and_the_other_is_412(server) {
        for round in 0..25 {
            let before = create_user(server, json!({}));
            let tag = before["meta"]["version"].as_str().unwrap();
            let put = |nick: String| {
                let body = user_with(before["userName"].as_str().unwrap(), json!({ "nickName": nick }));
                Request::new("PUT", format!("/Users/{}", id_of(&before))).header("If-Match", tag).json(&body)
            };
            let answers = at_once(server, vec![put(format!("a{round}")), put(format!("b{round}"))]);
            assert_eq!((count(&answers, 200), count(&answers, 412)), (1, 1), "round {round}");
            let winner = answers.iter().find(|answer| answer.status == 200).unwrap();
            assert_eq!(get_user(server, &id_of(&before)), winner.json(), "the final state is the winner's");
            assert_scim_error(answers.iter().find(|answer| answer.status == 412).unwrap(), 412, "");
        }
    }

    /// Without If-Match a lost race is tried again by the server.
    fn patches_of_different_attributes_of_one_user_all_hold(server) {
        let id = create_users(server, 1).remove(0);
        let attributes = ["nickName", "title", "displayName", "userType", "locale", "timezone", "preferredLanguage"];
        let patch = |name: &&str| Request::new("PATCH", format!("/Users/{id}")).json(&operation("replace", name, json!("value")));
        let answers = at_once(server, attributes.iter().map(patch).collect());
        assert_eq!(count(&answers, 200), attributes.len());
        let found = get_user(server, &id);
        for name in attributes {
            assert_eq!(found[name], json!("value"), "{name} is lost");
        }
    }

    fn a_member_deleted_while_it_is_added_is_in_no_group(server) {
        for _ in 0..20 {
            let user = create_users(server, 1).remove(0);
            let group = create_group(server, &[]);
            let add = operation("add", "members", json!([{ "value": user }]));
            let answers = at_once(server, vec![
                Request::new("PATCH", format!("/Groups/{group}")).json(&add),
                Request::new("DELETE", format!("/Users/{user}")),
            ]);
            assert!([204, 400].contains(&answers[0].status), "{}", answers[0]);
            assert_eq!(answers[1].status, 204);
            let found = server.get(&format!("/Groups/{group}")).expect(200).json();
            assert_eq!(found.get("members"), None, "a group holds a deleted user");
        }
    }

    fn totals_are_right_after_many_writers(server) {
        let requests = (0..64).map(|_| Request::new("POST", "/Users").json(&user(&unique("total")))).collect();
        assert_eq!(count(&at_once(server, requests), 201), 64);
        let list = server.get("/Users").expect(200).json();
        assert_eq!(list["totalResults"], json!(64));
        let ids: Vec<String> = resources(server.get("/Users")).iter().map(id_of).collect();
        let deletes = ids[..32].iter().map(|id| Request::new("DELETE", format!("/Users/{id}"))).collect();
        assert_eq!(count(&at_once(server, deletes), 204), 32);
        assert_eq!(server.get("/Users").json()["totalResults"], json!(32));
    }
}
