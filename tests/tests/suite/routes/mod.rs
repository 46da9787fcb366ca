//! Every route of both interfaces with every state of a credential (V4, V5, V6, V7, V14, T9).
//!
//! The routes are read from the OpenAPI documents of the running server; [`table`] says what each answers. A route that the
//! table does not have fails, and a row without a route.

mod table;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::admin::Administration;
use tests::http::base64;
use tests::scim::{ERROR, GROUP, USER, unique};
use tests::{Request, Response, Server, on_both_databases};

use self::table::{Route, answers, routes};

/// Where requests of an organisation go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The organisation is the credential's.
    Plain,
    /// The organisation is in the path.
    InPath,
}

/// An organisation with credentials in every state, and others beside it.
struct World<'a> {
    server: &'a Server,
    admin: Administration<'a>,
    organisation: String,
    suspended: String,
    /// The tokens of the organisation and of the administration, by state.
    tokens: Vec<(&'static str, String)>,
    admin_tokens: Vec<(&'static str, String)>,
    /// Ids and secrets of credentials of other kinds.
    basic: (String, String),
    client: (String, String),
    right: (String, String),
    user: String,
}

impl<'a> World<'a> {
    fn new(server: &'a Server) -> Self {
        let admin = Administration::of(server);
        let [organisation, other, suspended, deleted] = ["acme", "other", "idle", "gone"].map(unique);
        for id in [&organisation, &other, &suspended, &deleted] {
            admin.organisation(id);
        }
        let token =
            |of: &str, more: Value| admin.credential(of, tests::scim::merged(json!({ "name": "a token" }), more));
        let right = token(&organisation, json!({}));
        let (revoked_id, revoked) = token(&organisation, json!({}));
        admin.delete(&format!("/organisations/{organisation}/credentials/{revoked_id}")).expect(200);
        let tokens = vec![
            ("right", right.1.clone()),
            ("revoked", revoked),
            ("expired", token(&organisation, json!({ "expires": "1s" })).1),
            ("read-only", token(&organisation, json!({ "scopes": "read" })).1),
            ("user", token(&organisation, json!({ "scopes": "write:User" })).1),
            ("group", token(&organisation, json!({ "scopes": "write:Group" })).1),
            ("me-alone", token(&organisation, json!({ "scopes": "read:Me write:Me" })).1),
            ("other-organisation", token(&other, json!({})).1),
            ("suspended-organisation", token(&suspended, json!({})).1),
            ("deleted-organisation", token(&deleted, json!({})).1),
        ];
        let (revoked_id, revoked) = admin.administrator(json!({ "name": "revoked" }));
        admin.delete(&format!("/credentials/{revoked_id}")).expect(200);
        let admin_tokens = vec![
            ("right", admin.administrator(json!({ "name": "right" })).1),
            ("revoked", revoked),
            ("expired", admin.administrator(json!({ "name": "expired", "expires": "1s" })).1),
            ("read-only", admin.administrator(json!({ "name": "read-only", "scopes": "read" })).1),
            ("deleted-organisation", tokens.last().unwrap().1.clone()),
        ];
        admin.patch(&format!("/organisations/{suspended}"), &json!({ "status": "suspended" })).expect(200);
        admin.delete(&format!("/organisations/{deleted}?confirm={deleted}")).expect(204);
        let basic = token(&organisation, json!({ "kind": "basic" }));
        let client = token(&organisation, json!({ "kind": "client" }));
        let body = tests::scim::user(&unique("walker"));
        let user = Request::new("POST", format!("/orgs/{organisation}/scim/v2/Users")).json(&body);
        let user = server.send_absolute(user.header("Authorization", format!("Bearer {}", right.1))).expect(201).id();
        // Until what ends in a second has ended.
        let deadline = Instant::now() + Duration::from_secs(10);
        let expired = &tokens[2].1;
        while server
            .send_absolute(Request::new("GET", "/scim/v2/Users").header("Authorization", format!("Bearer {expired}")))
            .status
            == 200
        {
            assert!(Instant::now() < deadline, "a token of one second is still valid");
            std::thread::sleep(Duration::from_millis(50));
        }
        std::thread::sleep(Duration::from_millis(300));
        Self { server, admin, organisation, suspended, tokens, admin_tokens, basic, client, right, user }
    }

    /// The secret of a state on a route.
    fn secret(&self, route: &Route, state: &str) -> &str {
        let tokens = if route.interface == "admin" { &self.admin_tokens } else { &self.tokens };
        let state = match state {
            // On /Me the credential's user, in a bulk the users that it creates.
            "other-resource-type" if route.path.starts_with("/Groups") => "user",
            "other-resource-type" => "group",
            state => state,
        };
        let found = tokens.iter().find(|(name, _)| *name == state).unwrap_or(&tokens[0]);
        &found.1
    }

    /// The Authorization headers of a state.
    fn headers(&self, route: &Route, state: &str) -> Vec<String> {
        let right = self.secret(route, "right");
        let basic = |user: &str, password: &str| vec![format!("Basic {}", base64(format!("{user}:{password}")))];
        let one = |text: String| vec![text];
        match state {
            "none" => Vec::new(),
            "bearer-without-token" => one("Bearer".to_owned()),
            "bearer-and-a-blank" => one("Bearer ".to_owned()),
            "bearer-null" => one("Bearer null".to_owned()),
            "bearer-undefined" => one("Bearer undefined".to_owned()),
            "token-without-scheme" => one(right.to_owned()),
            "wrong-scheme" => one(format!("Token {right}")),
            "empty-basic" => one("Basic Og==".to_owned()),
            "no-base64" => one("Basic %%%".to_owned()),
            "two-headers" => vec![format!("Bearer {right}"); 2],
            "mistyped" => one(format!("Bearer {}", changed(right))),
            "right-prefix-only" => one(format!("Bearer {}", &right[..right.len() / 2])),
            "basic-wrong-secret" => basic(&self.basic.0, &self.client.1),
            "basic-other-user" => basic(&self.right.0, &self.basic.1),
            "basic-with-a-token" => basic(&self.right.0, &self.right.1),
            "bearer-with-a-password" => one(format!("Bearer {}", self.basic.1)),
            "bearer-with-a-client" => one(format!("Bearer {}", self.client.1)),
            "the-other-interface" if route.interface == "scim" => one(format!("Bearer {}", self.admin.token)),
            "the-other-interface" => one(format!("Bearer {}", self.right.1)),
            "basic" => basic(&self.basic.0, &self.basic.1),
            "lower-case-scheme" => one(format!("bearer {right}")),
            state => one(format!("Bearer {}", self.secret(route, state))),
        }
    }

    /// A request of that state below `/Me`, whose credential stands for a user of its own.
    fn header_of_me(&self, state: &str) -> Option<Vec<String>> {
        let scopes = match state {
            "right" | "lower-case-scheme" => "read write",
            "read-only" => "read",
            "me-alone" => "read:Me write:Me",
            "other-resource-type" => "write:Group",
            _ => return None,
        };
        let user = self.create("/Users", "user");
        let body = json!({ "name": "of a user", "scopes": scopes, "standsFor": format!("Users/{user}") });
        let (_, secret) = self.admin.credential(&self.organisation, body);
        Some(vec![format!("{} {secret}", if state == "lower-case-scheme" { "bearer" } else { "Bearer" })])
    }

    fn create(&self, endpoint: &str, body: &str) -> String {
        let request = Request::new("POST", format!("/scim/v2{endpoint}")).json(&payload(body));
        self.server.send_absolute(request.header("Authorization", format!("Bearer {}", self.right.1))).expect(201).id()
    }

    /// The path of a route, with targets that exist.
    fn path(&self, route: &Route) -> String {
        if route.interface == "admin" {
            let body = json!({ "name": "a target" });
            if route.path == "/credentials/{id}" {
                return route.path.replace("{id}", &self.admin.administrator(body).0);
            }
            if !route.path.contains("{org}") {
                return route.path.to_owned();
            }
            let org = unique("target");
            self.admin.organisation(&org);
            let (id, _) = self.admin.credential(&org, body);
            let confirm = if route.method == "DELETE" && route.path == "/organisations/{org}" {
                format!("?confirm={org}")
            } else {
                String::new()
            };
            return route.path.replace("{org}", &org).replace("{id}", &id) + &confirm;
        }
        let id = match route.path {
            "/Users/{id}" => self.create("/Users", "user"),
            "/Groups/{id}" => self.create("/Groups", "group"),
            "/ResourceTypes/{id}" => "User".to_owned(),
            "/Schemas/{id}" => USER.to_owned(),
            _ => String::new(),
        };
        route.path.replace("{id}", &id)
    }

    fn send(&self, route: &Route, base: &str, path: &str, headers: &[String]) -> Response {
        let mut request = Request::new(route.method, format!("{base}{path}")).anonymous();
        for header in headers {
            request = request.header("Authorization", header);
        }
        if route.body != "-" {
            let media_type = if route.interface == "admin" { "application/json" } else { "application/scim+json" };
            request = request.header("Content-Type", media_type).body(payload(route.body).to_string());
        }
        self.server.send_absolute(request)
    }

    /// All that a request could change, but for when credentials were used.
    fn snapshot(&self) -> Vec<String> {
        let resources = Request::new("GET", format!("/orgs/{}/scim/v2/?count=1000", self.organisation));
        let resources =
            self.server.send_absolute(resources.header("Authorization", format!("Bearer {}", self.right.1)));
        let mut all = vec![resources.expect(200).text()];
        let credentials = format!("/organisations/{}/credentials?limit=1000", self.organisation);
        for path in ["/organisations?limit=1000", "/credentials?limit=1000", &credentials] {
            let mut page = self.admin.get(path).expect(200).json();
            for item in page["items"].as_array_mut().unwrap() {
                let item = item.as_object_mut().unwrap();
                item.retain(|name, _| !name.starts_with("lastUsed"));
                // Those of the world end while it is looked at.
                item.retain(|name, value| name != "status" || value != "active" && value != "expired");
            }
            all.push(page.to_string());
        }
        all
    }
}

/// A body of that name; no two are alike.
fn payload(name: &str) -> Value {
    let user = json!({ "schemas": [USER], "userName": unique("walked") });
    match name {
        "user" => user,
        "group" => json!({ "schemas": [GROUP], "displayName": unique("walked") }),
        "patch" => tests::scim::operation("replace", "displayName", json!(unique("walked"))),
        "search" => json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], "count": 1 }),
        "by-attribute" => json!({ "attribute": "displayName", "value": "nobody" }),
        "bulk" => json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            "Operations": [{ "method": "POST", "path": "/Users", "bulkId": "a", "data": user }],
        }),
        "organisation" => json!({ "id": unique("walked") }),
        "rename" => json!({ "name": unique("walked") }),
        "credential" | "administrator" => json!({ "name": unique("walked") }),
        name => panic!("no body {name}"),
    }
}

/// The secret with another letter in its middle.
fn changed(secret: &str) -> String {
    let at = secret.len() / 2;
    let letter = if &secret[at..=at] == "A" { "B" } else { "A" };
    format!("{}{letter}{}", &secret[..at], &secret[at + 1..])
}

/// The operations of an OpenAPI document, as method and path.
fn documented(server: &Server, document: &str) -> BTreeSet<(String, String)> {
    let document = server.send_absolute(Request::new("GET", document).anonymous()).expect(200).json();
    let mut found = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            found.insert((method.to_uppercase(), path.clone()));
        }
    }
    found
}

const DOCUMENTS: [(&str, &str, &str); 2] =
    [("scim", "/scim/v2", "/docs/openapi.json"), ("admin", tests::admin::BASE, "/docs/admin.json")];

/// Whether an answer is the tabled one, and what it is instead.
fn check(route: &Route, answer: &str, response: &Response) -> Result<(), String> {
    let admin = route.interface == "admin";
    let challenges: Vec<&str> = response
        .headers
        .iter()
        .filter(|(name, _)| name == "www-authenticate")
        .map(|(_, value)| value.as_str())
        .collect();
    let status = match answer {
        "401" | "invalid" => 401,
        "scope" | "forbidden" => 403,
        "404" => 404,
        "each" => 200,
        _ => route.right,
    };
    let wrong = |what: &str| Err(format!("{what}: {response}"));
    if response.status != status {
        return wrong(&format!("not {status}"));
    }
    if status >= 400 {
        let media_type = if admin { "application/json" } else { "application/scim+json" };
        if response.media_type() != Some(media_type) {
            return wrong("the media type");
        }
        let body = response.json();
        if body["schemas"] != json!([ERROR])
            || body["status"].as_str().is_none_or(|text| text != format!("{status}"))
            || body["detail"].as_str().is_none_or(str::is_empty)
        {
            return wrong("not the body of an error");
        }
    }
    let realm = if admin { r#"Bearer realm="scimd administration""# } else { r#"Bearer realm="scimd""# };
    let bearer = match answer {
        "401" => Some(realm.to_owned()),
        "invalid" => Some(format!("{realm}, error=\"invalid_token\"")),
        "scope" => Some(r#"Bearer realm="scimd", error="insufficient_scope""#.to_owned()),
        _ => None,
    };
    // Basic is for organisations alone.
    let basic = (status == 401 && !admin).then(|| r#"Basic realm="scimd", charset="UTF-8""#.to_owned());
    if !challenges.iter().copied().eq(bearer.iter().chain(&basic)) {
        return wrong("the challenges");
    }
    if answer == "each" {
        let operations = response.json()["Operations"].as_array().cloned().unwrap_or_default();
        if operations.is_empty() || operations.iter().any(|operation| operation["status"] != "403") {
            return wrong("not each operation is refused");
        }
    }
    Ok(())
}

/// What the table says, for where the request goes.
fn expected<'a>(route: &Route, place: Place, state: &str, answer: &'a str) -> &'a str {
    match (answer, place, state) {
        // A credential of one organisation on the path of another.
        ("own", Place::InPath, _) => "404",
        ("own", Place::Plain, _) if matches!(route.path, "/Users/{id}" | "/Groups/{id}") || route.path == "/Me" => {
            "404"
        }
        ("own", Place::Plain, _) => "ok",
        (answer, ..) => answer,
    }
}

fn walk(world: &World, interface: &str, place: Place) {
    let mut faults = Vec::new();
    let mut requests = 0;
    for route in routes().iter().filter(|route| route.interface == interface) {
        let safe = route.method == "GET" || matches!(route.body, "search" | "by-attribute");
        let target = world.path(route);
        for (state, answer) in answers(route.needs) {
            let base = match (interface, place) {
                ("admin", _) => tests::admin::BASE.to_owned(),
                (_, Place::Plain) => "/scim/v2".to_owned(),
                (_, Place::InPath) if state == "suspended-organisation" => format!("/orgs/{}/scim/v2", world.suspended),
                (_, Place::InPath) => format!("/orgs/{}/scim/v2", world.organisation),
            };
            let answer = expected(route, place, state, answer);
            let allowed = matches!(answer, "ok");
            let path = if allowed && !safe { world.path(route) } else { target.clone() };
            let me = if route.path == "/Me" { world.header_of_me(state) } else { None };
            let headers = me.unwrap_or_else(|| world.headers(route, state));
            let before = (!allowed && !safe).then(|| world.snapshot());
            let response = world.send(route, &base, &path, &headers);
            requests += 1;
            let what = format!("{} {base}{path} with {state}", route.method);
            if let Err(fault) = check(route, answer, &response) {
                faults.push(format!("{what}, {answer}: {fault}"));
            }
            if before.is_some_and(|before| before != world.snapshot()) {
                faults.push(format!("{what} was refused and has changed something"));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {requests} answers are not the tabled ones:\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(requests > 300, "only {requests} requests");
}

on_both_databases! {
    // Nobody else may change what is looked at.
    fresh;

    /// V4: a new route has its row before it is served, and a row its route.
    fn the_table_has_every_route_and_no_other(server) {
        for (interface, _, document) in DOCUMENTS {
            let tabled = routes().into_iter().filter(|route| route.interface == interface);
            let tabled: BTreeSet<_> = tabled.map(|route| (route.method.to_owned(), route.path.to_owned())).collect();
            let served = documented(server, document);
            let missing: Vec<_> = served.difference(&tabled).collect();
            assert!(missing.is_empty(), "routes without a row in the table: {missing:?}");
            let gone: Vec<_> = tabled.difference(&served).collect();
            assert!(gone.is_empty(), "rows without a route: {gone:?}");
        }
    }

    /// V4, V5, V6, V7: an organisation's interface, the organisation taken from the credential.
    fn every_scim_route_answers_each_credential_as_tabled(server) {
        walk(&World::new(server), "scim", Place::Plain);
    }

    /// V4, V5, V6, V7: the same with the organisation in the path, where a credential of another one finds nothing.
    fn every_scim_route_of_an_organisation_answers_each_credential_as_tabled(server) {
        walk(&World::new(server), "scim", Place::InPath);
    }

    /// V4, V14, T9: the administration's interface, which no organisation's credential opens.
    fn every_route_of_the_administration_answers_each_credential_as_tabled(server) {
        walk(&World::new(server), "admin", Place::Plain);
    }

    /// V7, T10: the path of another organisation and of none are alike, in every byte but the request's id and time.
    fn another_organisation_is_not_told_from_none(server) {
        let world = World::new(server);
        let token = &world.tokens.iter().find(|(name, _)| *name == "other-organisation").unwrap().1;
        for route in routes().iter().filter(|route| route.interface == "scim" && route.needs != "open") {
            let path = world.path(route);
            let headers = [format!("Bearer {token}")];
            let answers = [&world.organisation, "nobody", &world.suspended].map(|org| {
                let response = world.send(route, &format!("/orgs/{org}/scim/v2"), &path, &headers).expect(404);
                let mut headers = response.headers.clone();
                headers.retain(|(name, _)| name != "x-request-id" && name != "date");
                (headers, response.text())
            });
            assert!(answers.iter().all(|answer| *answer == answers[0]), "{} {path}: {answers:?}", route.method);
        }
        // What is open says nothing of who is there either.
        let config = |org: &str| {
            let path = format!("/orgs/{org}/scim/v2/ServiceProviderConfig");
            let text = server.send_absolute(Request::new("GET", path).anonymous()).expect(200).text();
            text.replace(org, "ORG")
        };
        assert_eq!(config(&world.organisation), config("nobody"));
    }

    /// T9: what is another organisation's is not found below this one, by whoever administers.
    fn a_credential_is_found_below_its_own_organisation_alone(server) {
        let world = World::new(server);
        let (other, foreign) = (unique("foreign"), &world.right.0);
        world.admin.organisation(&other);
        let before = world.snapshot();
        for method in ["GET", "DELETE"] {
            for path in [format!("/organisations/{other}/credentials/{foreign}"), format!("/credentials/{foreign}")] {
                let found = world.admin.send(method, &path, &Value::Null).expect(404).text();
                let none = world.admin.send(method, &path.replace(foreign, &world.user), &Value::Null).expect(404).text();
                assert_eq!(found.replace(foreign, "ID"), none.replace(&world.user, "ID"), "{method} {path}");
            }
        }
        assert_eq!(world.snapshot(), before);
    }

    /// What a route does not offer is refused with what it does.
    fn a_method_that_is_not_documented_is_refused_with_those_that_are(server) {
        let world = World::new(server);
        for (interface, base, document) in DOCUMENTS {
            let served = documented(server, document);
            let paths: BTreeSet<&String> = served.iter().map(|(_, path)| path).collect();
            let token = if interface == "admin" { &world.admin.token } else { &world.right.1 };
            for path in paths {
                let offered: BTreeSet<&str> = served.iter().filter(|(_, of)| of == path).map(|(method, _)| method.as_str()).collect();
                for method in ["GET", "POST", "PUT", "PATCH", "DELETE"].iter().filter(|method| !offered.contains(**method)) {
                    let request = Request::new(method, format!("{base}{path}")).header("Authorization", format!("Bearer {token}"));
                    let response = server.send_absolute(request).expect(405);
                    let allowed: BTreeSet<&str> = response.header("allow").unwrap_or_default().split(", ").collect();
                    assert_eq!(allowed, offered, "{method} {path}");
                    assert_eq!(response.json()["status"], "405", "{method} {path}");
                }
            }
        }
    }
}
