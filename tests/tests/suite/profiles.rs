//! Organisations of each profile: how a profile is chosen, and where two of them differ.

use serde_json::{Value, json};
use tests::http::base64;
use tests::scim::{assert_scim_error, group, operation, unique, user};
use tests::{Database, Request, Response, Server, on_both_databases};

/// An organisation on a server, with its credentials.
#[derive(Debug, Clone)]
pub struct Tenant {
    /// Its bearer token.
    pub token: String,
    /// The Base64 of a user and password of HTTP Basic.
    pub basic: String,
}

/// Makes an organisation of a profile.
#[track_caller]
pub fn tenant(server: &Server, slug: &str, profile: &str) -> Tenant {
    server.done(&["org", "create", slug, "--profile", profile]);
    let token = server.token_for(slug, &[]);
    let basic = server.done(&["token", "create", "--org", slug, "--kind", "basic", "--json"]);
    let basic: Value = serde_json::from_str(&basic).unwrap();
    let secret = basic["secret"].as_str().unwrap();
    server.keep_secret(secret);
    let pair = format!("{}:{secret}", basic["id"].as_str().unwrap());
    Tenant { token, basic: base64(pair.as_bytes()) }
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
        let shown = server.done(&["org", "show", "acme", "--json"]);
        let shown: Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(shown["profile"], json!("entra"), "{shown}");
        let shown = server.done(&["org", "show", "default", "--json"]);
        assert_eq!(serde_json::from_str::<Value>(&shown).unwrap()["profile"], json!("default"), "{shown}");
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
        server.done(&["org", "settings", "acme", "--set", settings.to_str().unwrap()]);
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

    /// Quirk 52: errors, discovery and media type of SCIM 1.1, from the first answer to whom is recognised.
    fn scim11_answers_in_the_forms_of_older_versions(server) {
        let old = tenant(server, "old", "scim11");
        let missing = old.get(server, "/Users/nobody").expect(404);
        assert_eq!(missing.media_type(), Some("application/json"));
        let body = missing.json();
        assert_eq!(body["Errors"][0]["code"], json!("404"), "{body}");
        assert!(body["Errors"][0]["description"].as_str().is_some_and(|text| text.contains("nobody")), "{body}");
        assert_eq!(body.as_object().unwrap().len(), 1, "{body}");
        let config = old.get(server, "/ServiceProviderConfigs").expect(200).json();
        assert_eq!(config["patch"]["supported"], json!(true));
        assert_eq!(old.get(server, "/Schemas/Group").expect(200).json()["id"], json!(tests::scim::GROUP));
        let named = Request::new("GET", "/Users?count=0").header("Accept", "application/scim+json");
        assert_eq!(old.send(server, named).expect(200).media_type(), Some("application/scim+json"));
    }

    /// Quirk 19: the whole push of a group must not fail because of one user who is gone.
    fn okta_is_spared_members_that_do_not_exist(server) {
        let okta = tenant(server, "okta", "okta");
        let id = okta.post(server, "/Users", &user(&unique("u"))).expect(201).id();
        let gone = "00000000-0000-0000-0000-00000000dead";
        let group = okta.post(server, "/Groups", &group(&unique("g"), &[&id, gone, "999"])).expect(201);
        let members = group.json()["members"].as_array().unwrap().len();
        assert_eq!(members, 1, "{group}");
        let push = operation("replace", "members", json!([{ "value": gone }, { "value": id }]));
        okta.patch(server, &format!("/Groups/{}", group.id()), &push).expect(204);
        let after = okta.get(server, &format!("/Groups/{}", group.id())).expect(200).json();
        assert_eq!(after["members"].as_array().unwrap().len(), 1, "{after}");
    }

    /// Quirk 45: two requests at once cannot make two groups of one name.
    fn of_two_groups_of_one_name_at_once_one_is_made(server) {
        for _ in 0..10 {
            let name = unique("race");
            let made: usize = std::thread::scope(|scope| {
                let threads: Vec<_> =
                    (0..4).map(|_| scope.spawn(|| server.post("/Groups", &group(&name, &[])).status)).collect();
                threads.into_iter().map(|thread| usize::from(thread.join().unwrap() == 201)).sum()
            });
            assert_eq!(made, 1, "{name}");
        }
        let (one, two) = (unique("one"), unique("two"));
        server.post("/Groups", &group(&one, &[])).expect(201);
        let id = server.post("/Groups", &group(&two, &[])).expect(201).id();
        let rename = operation("replace", "displayName", json!(one.to_uppercase()));
        assert_scim_error(&server.patch(&format!("/Groups/{id}"), &rename), 409, "uniqueness");
        assert_scim_error(&server.put(&format!("/Groups/{id}"), &group(&one, &[])), 409, "uniqueness");
        server.put(&format!("/Groups/{id}"), &group(&two.to_uppercase(), &[])).expect(200);
    }
}

/// The log of a request names the quirks that it showed, and nothing of what they were about.
#[test]
fn the_log_names_the_quirks_of_a_request() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_LOG", "debug")], &[]);
    server.post("/Users", &json!({ "userName": "s3cret-name", "active": "True" })).expect(201);
    server.post("/Users", &user("clean")).expect(201);
    server.terminate();
    let log = server.log();
    let lines: Vec<&str> = log.lines().filter(|line| line.contains("\"quirks\"")).collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("schemas-missing") && lines[0].contains("boolean-string"), "{lines:?}");
    assert!(!lines[0].contains("s3cret-name"));
}
