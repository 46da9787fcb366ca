//! What ends an access takes effect at once where it was asked for, and within five seconds on every other server of the
//! database (RFC 7644 §7.4).

use std::time::{Duration, Instant};

use serde_json::json;
use tests::admin::Administration;
use tests::http::base64;
use tests::{Request, Server, on_both_databases};

/// How long another server may take to hear of it.
const ELSEWHERE: Duration = Duration::from_secs(5);

/// Makes a credential of an organisation: its id, and the header that it is sent in.
#[track_caller]
fn credential(administration: &Administration<'_>, organisation: &str, kind: &str) -> (String, String) {
    let (id, secret) = administration.credential(organisation, json!({ "name": kind, "kind": kind }));
    let header = match kind {
        "basic" => format!("Basic {}", base64(format!("{id}:{secret}"))),
        _ => format!("Bearer {secret}"),
    };
    (id, header)
}

fn status(server: &Server, authorization: &str) -> u16 {
    server.send(Request::new("GET", "/Users?count=0").header("Authorization", authorization)).status
}

/// Ends an access on one server: it is refused there at once, and on the other one within five seconds.
#[track_caller]
fn ends([here, there]: [&Server; 2], authorization: &str, refusal: u16, end: impl FnOnce()) {
    for server in [here, there] {
        assert_eq!(status(server, authorization), 200);
    }
    end();
    let ended = Instant::now();
    assert_eq!(status(here, authorization), refusal, "it is not refused at once");
    while status(there, authorization) != refusal {
        assert!(ended.elapsed() < ELSEWHERE, "it is taken elsewhere after {:?}", ended.elapsed());
        std::thread::sleep(Duration::from_millis(50));
    }
    // It stays so, whatever was remembered.
    for server in [here, there] {
        assert_eq!(status(server, authorization), refusal);
    }
}

on_both_databases! {
    fresh;

    fn a_revoked_credential_ends_here_at_once_and_elsewhere_in_five_seconds(server) {
        let other = server.beside();
        let admin = Administration::of(server);
        for kind in ["token", "basic"] {
            let (id, header) = credential(&admin, "default", kind);
            let (_, second) = credential(&admin, "default", kind);
            ends([server, &other], &header, 401, || {
                admin.delete(&format!("/organisations/default/credentials/{id}")).expect(200);
            });
            assert_eq!((status(server, &second), status(&other, &second)), (200, 200), "another credential ends with it");
        }
    }

    fn a_suspended_organisation_is_refused_here_at_once_and_elsewhere_in_five_seconds(server) {
        let other = server.beside();
        let admin = Administration::of(server);
        admin.organisation("paused");
        let (_, header) = credential(&admin, "paused", "token");
        let set = |suspended: bool| {
            admin.patch("/organisations/paused", &json!({ "status": if suspended { "suspended" } else { "active" } })).expect(200);
        };
        ends([server, &other], &header, 403, || set(true));
        set(false);
        assert_eq!(status(server, &header), 200);
        let resumed = Instant::now();
        while status(&other, &header) != 200 {
            assert!(resumed.elapsed() < ELSEWHERE, "it is refused elsewhere after {:?}", resumed.elapsed());
            std::thread::sleep(Duration::from_millis(50));
        }
        ends([server, &other], &header, 401, || {
            admin.delete("/organisations/paused?confirm=paused").expect(204);
        });
        assert_eq!(server.get("/Users?count=0").status, 200, "another organisation goes with it");
    }

    fn a_revoked_administrator_ends_here_at_once(server) {
        let admin = Administration::of(server);
        let (id, secret) = admin.administrator(json!({ "name": "second" }));
        let second = Administration::by(server, secret);
        second.get("/organisations").expect(200);
        admin.delete(&format!("/credentials/{id}")).expect(200);
        second.get("/organisations").expect(401);
        admin.get("/organisations").expect(200);
    }
}
