//! What ends an access takes effect at once where it was asked for, and within five seconds on every other server of the
//! database (RFC 7644 §7.4).

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::{Request, Response, Server, on_both_databases};

/// How long another server may take to hear of it.
const ELSEWHERE: Duration = Duration::from_secs(5);

struct Admin<'a> {
    server: &'a Server,
    token: String,
}

impl Admin<'_> {
    #[track_caller]
    fn send(&self, method: &str, target: &str, body: Option<Value>) -> Response {
        let mut request = Request::new(method, format!("/admin/v1{target}"))
            .header("Authorization", format!("Bearer {}", self.token));
        if let Some(body) = body {
            request = request.header("Content-Type", "application/json").body(body.to_string());
        }
        self.server.send_absolute(request)
    }

    /// Makes a credential: its id, and the header that it is sent in.
    #[track_caller]
    fn credential(&self, organisation: &str, kind: &str) -> (String, String) {
        let made = self.send(
            "POST",
            &format!("/organisations/{organisation}/credentials"),
            Some(json!({ "name": kind, "kind": kind })),
        );
        let made = made.expect(201).json();
        let (id, secret) = (made["id"].as_str().unwrap().to_owned(), made["secret"].as_str().unwrap());
        let header = match kind {
            "basic" => format!("Basic {}", base64(&format!("{id}:{secret}"))),
            _ => format!("Bearer {secret}"),
        };
        (id, header)
    }
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |bits: usize| char::from(DIGITS[bits & 63]);
    text.as_bytes()
        .chunks(3)
        .flat_map(|chunk| {
            let bits = chunk.iter().chain([&0; 2]).take(3).fold(0, |bits, byte| bits << 8 | usize::from(*byte));
            let digits = [digit(bits >> 18), digit(bits >> 12), digit(bits >> 6), digit(bits)];
            (0..4).map(move |at| if at <= chunk.len() { digits[at] } else { '=' })
        })
        .collect()
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
        let admin = Admin { server, token: server.done(&["token", "create", "--admin"]) };
        for kind in ["token", "basic"] {
            let (id, header) = admin.credential("default", kind);
            let (_, second) = admin.credential("default", kind);
            ends([server, &other], &header, 401, || {
                admin.send("DELETE", &format!("/organisations/default/credentials/{id}"), None).expect(200);
            });
            assert_eq!((status(server, &second), status(&other, &second)), (200, 200), "another credential ends with it");
        }
    }

    fn a_suspended_organisation_is_refused_here_at_once_and_elsewhere_in_five_seconds(server) {
        let other = server.beside();
        let admin = Admin { server, token: server.done(&["token", "create", "--admin"]) };
        admin.send("POST", "/organisations", Some(json!({ "id": "paused" }))).expect(201);
        let (_, header) = admin.credential("paused", "token");
        let set = |suspended: bool| {
            admin.send("PATCH", "/organisations/paused", Some(json!({ "status": if suspended { "suspended" } else { "active" } }))).expect(200);
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
            admin.send("DELETE", "/organisations/paused?confirm=paused", None).expect(204);
        });
        assert_eq!(server.get("/Users?count=0").status, 200, "another organisation goes with it");
    }

    fn a_revoked_administrator_ends_here_at_once(server) {
        let admin = Admin { server, token: server.done(&["token", "create", "--admin"]) };
        let made = admin.send("POST", "/credentials", Some(json!({ "name": "second" }))).expect(201).json();
        let second = Admin { server, token: made["secret"].as_str().unwrap().to_owned() };
        second.send("GET", "/organisations", None).expect(200);
        admin.send("DELETE", &format!("/credentials/{}", made["id"].as_str().unwrap()), None).expect(200);
        second.send("GET", "/organisations", None).expect(401);
        admin.send("GET", "/organisations", None).expect(200);
    }
}
