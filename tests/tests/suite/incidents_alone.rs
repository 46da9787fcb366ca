//! What went wrong elsewhere, as far as it takes a server of its own or several on one database: see [`super::incidents`].

use std::sync::Barrier;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

fn total(server: &Server, filter: &str) -> u64 {
    filtered(server, "/Users", filter).expect(200).json()["totalResults"].as_u64().unwrap()
}

/// Sends requests at once, alternately to two processes of one database.
fn at_once(servers: [&Server; 2], requests: Vec<Request>) -> Vec<Response> {
    let barrier = Barrier::new(requests.len());
    thread::scope(|scope| {
        let senders: Vec<_> = requests
            .into_iter()
            .enumerate()
            .map(|(index, request)| {
                let (server, barrier) = (servers[index % 2], &barrier);
                scope.spawn(move || {
                    let mut connection = server.connect();
                    barrier.wait();
                    server.send_on(&mut connection, request).unwrap()
                })
            })
            .collect();
        senders.into_iter().map(|sender| sender.join().unwrap()).collect()
    })
}

fn count(answers: &[Response], status: u16) -> usize {
    answers.iter().filter(|answer| answer.status == status).count()
}

on_both_databases! {
    fresh;

    /// V31, F14: If-Match is compared in the write, also when two processes share the database
    fn of_two_patches_with_one_tag_one_is_taken_whichever_process_they_reach(server) {
        let other = server.beside();
        let id = create_users(server, 1).remove(0);
        let target = format!("/Users/{id}");
        let mut connections = [server.connect(), other.connect()];
        for round in 0..500 {
            let tag = server.get(&target).etag();
            let request = |writer: usize| {
                let body = operation("replace", "title", json!(format!("{round}-{writer}")));
                Request::new("PATCH", &target).header("If-Match", &tag).json(&body)
            };
            let barrier = Barrier::new(2);
            let answers: Vec<Response> = thread::scope(|scope| {
                let senders: Vec<_> = [server, &other]
                    .into_iter()
                    .zip(&mut connections)
                    .enumerate()
                    .map(|(writer, (server, connection))| {
                        let (request, barrier) = (request(writer), &barrier);
                        scope.spawn(move || {
                            barrier.wait();
                            server.send_on(connection, request).unwrap()
                        })
                    })
                    .collect();
                senders.into_iter().map(|sender| sender.join().unwrap()).collect()
            });
            let statuses = [answers[0].status, answers[1].status];
            assert!(statuses == [200, 412] || statuses == [412, 200], "round {round}: {statuses:?}");
            let winner = statuses.iter().position(|status| *status == 200).unwrap();
            assert_eq!(get_user(server, &id)["title"], json!(format!("{round}-{winner}")), "round {round}");
        }
    }

    /// V32, V33, F13: one name is one user, also when two processes create it, in any case and width
    fn of_a_hundred_creates_of_one_name_by_two_processes_one_succeeds(server) {
        let other = server.beside();
        for name in ["racer@example.com", "Straße", "ünal"] {
            let wide: String = name.chars().map(|c| if c.is_ascii_lowercase() { char::from_u32(c as u32 + 0xfee0).unwrap() } else { c }).collect();
            let spellings = [name.to_owned(), name.to_uppercase(), wide];
            let requests = (0..100).map(|at| Request::new("POST", "/Users").json(&user(&spellings[at % 3]))).collect();
            let answers = at_once([server, &other], requests);
            assert_eq!((count(&answers, 201), count(&answers, 409)), (1, 99), "{name}");
            assert_eq!(total(server, &format!("userName eq \"{name}\"")), 1);
            assert_eq!(total(&other, &format!("userName eq \"{}\"", name.to_uppercase())), 1);
        }
        assert_eq!(server.get("/Users?count=0").json()["totalResults"], json!(3));
    }

    /// V30, F15: members that many add at once through two processes are all there
    fn members_added_through_two_processes_are_all_there(server) {
        let other = server.beside();
        let ids = create_users(server, 50);
        let group = create_group(server, &[]);
        let add = |id: &String| Request::new("PATCH", format!("/Groups/{group}")).json(&operation("add", "members", json!([{ "value": id }])));
        let answers = at_once([server, &other], ids.iter().map(add).collect());
        assert_eq!(count(&answers, 204), 50);
        for server in [server, &other] {
            let found = server.get(&format!("/Groups/{group}")).expect(200).json();
            assert_eq!(values(&found, "members"), set(ids.iter().map(String::as_str)));
        }
    }

    /// V6: a secret that begins or ends as a good one does is none
    fn a_secret_that_is_almost_right_is_wrong(server) {
        let good = server.token_for("default", &[]);
        let second = server.token_for("default", &[]);
        let half = good.len() / 2;
        let almost = [
            good[..good.len() - 1].to_owned(),
            format!("{good}a"),
            format!("{}{}", &good[..half], &second[half..]),
            format!("{}{}", &second[..half], &good[half..]),
            good.to_lowercase(),
            good.to_uppercase(),
            format!("{}x", &good[..good.len() - 1]),
        ];
        for token in almost {
            let answer = server.send(Request::new("GET", "/Users").header("Authorization", format!("Bearer {token}")));
            assert_scim_error(&answer, 401, "");
        }
        server.send(Request::new("GET", "/Users").header("Authorization", format!("Bearer {good}"))).expect(200);
    }

    /// V5: nothing that is no secret opens anything, also where no organisation has one
    fn an_empty_or_made_up_credential_opens_nothing(server) {
        let listed: Value = serde_json::from_str(&server.done(&["token", "list", "--org", "default", "--json"])).unwrap();
        let id = listed[0]["id"].as_str().unwrap();
        let hash = "0".repeat(64);
        for value in [
            "", "Bearer", "Bearer ", "Bearer null", "Bearer undefined", "Bearer 0", "Bearer \"\"", "Basic Og==", "Basic OnNlY3JldA==", "Basic !", "bearer",
            "Digest x", "Bearer scimd_", &format!("Bearer {id}"), &format!("Bearer {hash}"), &format!("Bearer {} {}", server.token, server.token),
            &format!("Token {}", server.token),
        ] {
            let answer = server.send(Request::new("GET", "/Users").header("Authorization", value));
            assert_scim_error(&answer, 401, "");
            assert!(answer.header("www-authenticate").is_some(), "{value}: {answer}");
        }
        let good = format!("Bearer {}", server.token);
        let twice = Request::new("GET", "/Users").header("Authorization", &good).header("Authorization", &good);
        assert_scim_error(&server.send(twice), 401, "");
        server.send(Request::new("GET", "/Users").header("Authorization", format!("bEARER {}", server.token))).expect(200);
        server.done(&["token", "revoke", id, "--org", "default"]);
        thread::sleep(Duration::from_secs(4));
        for value in ["", "Bearer", "Bearer null", &good] {
            assert_scim_error(&server.send(Request::new("GET", "/Users").header("Authorization", value)), 401, "");
        }
    }

    /// V16: an evil name of the host is in no answer, whichever header or request line brings it
    fn the_host_that_a_request_names_is_in_no_answer(server) {
        let evil = "evil.example";
        let id = create_users(server, 1).remove(0);
        let base = server.base_path();
        let body = user(&unique("host")).to_string();
        let head = format!("Authorization: Bearer {}\r\nContent-Type: application/scim+json\r\n", server.token);
        for (line, headers) in [
            (format!("{base}/Users"), format!("Host: {evil}\r\n")),
            (format!("http://{evil}{base}/Users"), format!("Host: {evil}\r\n")),
            (format!("{base}/Users"), format!("Host: localhost\r\nX-Forwarded-Host: {evil}\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Prefix: /evil\r\n")),
            (format!("{base}/Users"), format!("Host: localhost\r\nForwarded: host={evil};proto=https;for=1.2.3.4\r\n")),
            (format!("{base}/Users"), format!("Host: localhost\r\nX-Original-URL: /{evil}\r\nX-Rewrite-URL: /{evil}\r\nX-HTTP-Method-Override: DELETE\r\n")),
        ] {
            for request in [
                format!("POST {line} HTTP/1.1\r\n{headers}{head}Content-Length: {}\r\n\r\n{}", body.len(), body),
                format!("GET {line}?filter={}&cursor= HTTP/1.1\r\n{headers}{head}\r\n", encode("userName pr")),
                format!("GET {line}/{id} HTTP/1.1\r\n{headers}{head}\r\n"),
                format!("GET {line}/nobody HTTP/1.1\r\n{headers}{head}\r\n"),
            ] {
                let answer = server.connect().send_raw(request.as_bytes()).unwrap();
                let seen = format!("{answer}");
                assert!(!seen.contains("evil") && !seen.contains("https://"), "{request}\n{seen}");
                if let Some(location) = answer.header("location") {
                    assert!(location.starts_with(&server.base_url()), "{location}");
                }
            }
        }
        get_user(server, &id);
    }
}
