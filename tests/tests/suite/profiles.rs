//! Organisations of each profile: how a profile is chosen, and where two of them differ.

use serde_json::{Value, json};
use std::process::Output;
use tests::scim::{assert_scim_error, group, operation, unique, user};
use tests::{Request, Response, Server, on_both_databases};

/// An organisation on a server, with its credentials.
#[derive(Debug, Clone)]
pub struct Tenant {
    /// Its id.
    pub slug: String,
    /// Its bearer token.
    pub token: String,
    /// The Base64 of a user and password of HTTP Basic.
    pub basic: String,
}

/// Makes an organisation of a profile.
#[track_caller]
pub fn tenant(server: &Server, slug: &str, profile: &str) -> Tenant {
    printed(&server.command(&["org", "create", slug, "--profile", profile]));
    let token = printed(&server.command(&["token", "create", "--org", slug]));
    let basic = printed(&server.command(&["token", "create", "--org", slug, "--kind", "basic", "--json"]));
    let basic: Value = serde_json::from_str(&basic).unwrap();
    let pair = format!("{}:{}", basic["id"].as_str().unwrap(), basic["secret"].as_str().unwrap());
    Tenant { slug: slug.to_owned(), token, basic: base64(pair.as_bytes()) }
}

#[track_caller]
fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap().trim().to_owned()
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let block = chunk.iter().fold(0_u32, |block, byte| block << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for at in 0..4 {
            let index = (block >> (18 - 6 * at)) & 63;
            out.push(if at > chunk.len() { '=' } else { char::from(ALPHABET[index as usize]) });
        }
    }
    out
}

impl Tenant {
    /// Sends a request as this organisation.
    #[track_caller]
    pub fn send(&self, server: &Server, request: Request) -> Response {
        server.send(request.header("Authorization", format!("Bearer {}", self.token)))
    }

    /// GET.
    #[track_caller]
    pub fn get(&self, server: &Server, target: &str) -> Response {
        self.send(server, Request::new("GET", target))
    }

    /// POST of JSON.
    #[track_caller]
    pub fn post(&self, server: &Server, target: &str, body: &Value) -> Response {
        self.send(server, Request::new("POST", target).json(body))
    }

    /// PUT of JSON.
    #[track_caller]
    pub fn put(&self, server: &Server, target: &str, body: &Value) -> Response {
        self.send(server, Request::new("PUT", target).json(body))
    }

    /// PATCH of JSON.
    #[track_caller]
    pub fn patch(&self, server: &Server, target: &str, body: &Value) -> Response {
        self.send(server, Request::new("PATCH", target).json(body))
    }

    /// Deletes every resource of the organisation.
    #[track_caller]
    pub fn clear(&self, server: &Server) {
        loop {
            let list = self.get(server, "/?attributes=id&count=200").expect(200).json();
            let resources = list["Resources"].as_array().unwrap();
            if resources.is_empty() {
                return;
            }
            for resource in resources {
                let endpoint = if resource["schemas"].to_string().contains("Group") { "/Groups" } else { "/Users" };
                let target = format!("{endpoint}/{}", resource["id"].as_str().unwrap());
                self.send(server, Request::new("DELETE", target)).expect(204);
            }
        }
    }
}

on_both_databases! {
    fresh;

    /// Finding 2 of the report: `replace members` is the whole list for all but Entra, where it is one more member.
    fn the_profile_is_chosen_at_creation_and_can_be_changed(server) {
        let acme = tenant(server, "acme", "entra");
        let shown = printed(&server.command(&["org", "show", "acme", "--json"]));
        let shown: Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(shown["settings"]["profile"], json!("entra"), "{shown}");
        let members = |tenant: &Tenant, id: &str| {
            tenant.get(server, &format!("/Groups/{id}")).expect(200).json()["members"].as_array().map_or(0, Vec::len)
        };
        let people: Vec<String> =
            (0..2).map(|_| acme.post(server, "/Users", &user(&unique("u"))).expect(201).id()).collect();
        let id = acme.post(server, "/Groups", &group(&unique("g"), &[&people[0]])).expect(201).id();
        let replace = operation("replace", "members", json!([{ "value": people[1] }]));
        acme.patch(server, &format!("/Groups/{id}"), &replace).expect(204);
        assert_eq!(members(&acme, &id), 2, "on entra it adds");

        let settings = server.directory().join("settings.json");
        std::fs::write(&settings, r#"{"profile":"okta"}"#).unwrap();
        printed(&server.command(&["org", "settings", "acme", "--set", settings.to_str().unwrap()]));
        // Another process changed it: what is known of the credential here ends within five seconds.
        std::thread::sleep(std::time::Duration::from_secs(5));
        acme.patch(server, &format!("/Groups/{id}"), &replace).expect(204);
        assert_eq!(members(&acme, &id), 1, "on okta it replaces");
    }

    /// A profile that is none is refused by name, and no organisation is made.
    fn an_unknown_profile_makes_no_organisation(server) {
        let output = server.command(&["org", "create", "acme", "--profile", "azure"]);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && words.contains("azure") && words.contains("entra"), "{words}");
        assert!(!server.command(&["org", "show", "acme"]).status.success());
    }

    /// The User-Agent decides nothing: what calls itself Entra is treated by the profile.
    fn no_client_is_known_by_its_user_agent(server) {
        let strict = tenant(server, "strict", "strict");
        let request = Request::new("POST", "/Users")
            .header("User-Agent", "Microsoft-Azure-AD-SCIM/1.0")
            .json(&json!({ "userName": unique("u") }));
        assert_scim_error(&strict.send(server, request), 400, "invalidSyntax");
    }
}
