//! Whole journeys of identity providers, as their clients go: connect, find, create, change, disable and enable again, put
//! into groups and take out, rename, delete, after a lost answer once more, and everything again from the start.

use crate::profiles::{Tenant, tenant};
use scimd::scim::quirks::{Profile, Quirk, suggested};
use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Database, Request, Response, Server, on_both_databases};

/// How many users each provider has.
const USERS: usize = 3;

/// A client of a provider, and the organisation that it provisions.
struct Client<'a> {
    server: &'a Server,
    tenant: &'a Tenant,
    /// What makes its names its own.
    prefix: &'static str,
}

type Journey = fn(&Client<'_>);

impl Client<'_> {
    fn get(&self, target: &str) -> Response {
        self.tenant.get(self.server, target)
    }

    fn post(&self, target: &str, body: Value) -> Response {
        self.tenant.post(self.server, target, &body)
    }

    fn put(&self, target: &str, body: &Value) -> Response {
        self.tenant.send(self.server, Request::new("PUT", target).json(body))
    }

    fn patch(&self, target: &str, operations: Value) -> Response {
        self.tenant.patch(self.server, target, &tests::scim::operations(operations))
    }

    fn delete(&self, target: &str) -> Response {
        self.tenant.send(self.server, Request::new("DELETE", target))
    }

    fn name(&self, number: usize) -> String {
        format!("{}{number}@{}.example", self.prefix, self.prefix)
    }

    /// The resources that a filter finds, with further parameters behind it.
    fn find(&self, endpoint: &str, filter: &str, more: &str) -> Vec<Value> {
        resources(self.get(&format!("{endpoint}?filter={}{more}", encode(filter))))
    }

    /// The id of the one user of that name; none if there is no such user.
    fn user(&self, name: &str) -> Option<String> {
        let found = self.find("/Users", &format!("userName eq \"{name}\""), "");
        assert!(found.len() <= 1, "{found:?}");
        found.first().map(id_of)
    }

    fn members(&self, group: &str) -> Vec<String> {
        values(&self.get(&format!("/Groups/{group}")).expect(200).json(), "members").into_iter().collect()
    }

    /// Every user, page by page.
    fn all(&self) -> Vec<Value> {
        let (mut all, mut start) = (Vec::new(), 1);
        loop {
            let page = resources(self.get(&format!("/Users?startIndex={start}&count=2")));
            if page.is_empty() {
                return all;
            }
            start += page.len();
            all.extend(page);
        }
    }
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort_unstable();
    ids
}

/// Entra ID in its default mode.
fn entra(client: &Client<'_>) {
    assert_eq!(client.user("b4b5e2d0-7d0c-4b1e-9c1e-0a52bb5d8d1c"), None);
    assert!(client.find("/Groups", "displayName eq \"b4b5e2d0\"", "&excludedAttributes=members").is_empty());
    let mut ids = Vec::new();
    for number in 0..USERS {
        let name = client.name(number);
        assert_eq!(client.user(&name), None);
        let body = json!({
            "schemas": [USER, ENTERPRISE], "externalId": format!("x{number}"), "userName": name, "active": true,
            "emails": [{ "primary": true, "type": "work", "value": name }], "meta": { "resourceType": "User" },
            "name": { "givenName": "G", "familyName": "F" }, "roles": [],
        });
        let id = client.post("/Users", body.clone()).expect(201).id();
        // The answer was lost: the client asks again, is told of the conflict, and finds what it made.
        assert_scim_error(&client.post("/Users", body), 409, "uniqueness");
        assert_eq!(client.user(&name), Some(id.clone()));
        ids.push(id);
    }
    let first = format!("/Users/{}", ids[0]);
    let manager = format!("{ENTERPRISE}:manager");
    let changed = client
        .patch(
            &first,
            json!([
                { "op": "Replace", "path": "emails[type eq \"work\"].value", "value": "new@x.example" },
                { "op": "Replace", "path": "phoneNumbers[type eq \"mobile\"].value", "value": "+47 1" },
                { "op": "Add", "path": manager, "value": ids[1] },
                { "op": "Add", "path": format!("{ENTERPRISE}:department"), "value": "Eng" },
            ]),
        )
        .expect(200)
        .json();
    assert_eq!(changed["emails"], json!([{ "value": "new@x.example", "type": "work", "primary": true }]));
    assert_eq!(changed["phoneNumbers"], json!([{ "value": "+47 1", "type": "mobile" }]));
    assert_eq!(changed[ENTERPRISE]["manager"]["value"], json!(ids[1]));
    let filter = format!("id eq \"{}\" and manager eq \"{}\"", ids[0], ids[1]);
    assert_eq!(client.find("/Users", &filter, "&attributes=id").len(), 1);
    let work = "emails[type eq \"work\"].value eq \"new@x.example\"";
    assert_eq!(client.find("/Users", work, "").len(), 1);
    client.patch(&first, json!([{ "op": "Replace", "path": manager, "value": "" }])).expect(200);
    client.patch(&first, json!([{ "op": "Replace", "path": "active", "value": "False" }])).expect(200);
    assert_eq!(client.find("/Users", work, "")[0]["active"], json!(false));
    client.patch(&first, json!([{ "op": "Replace", "path": "active", "value": "True" }])).expect(200);

    let name = format!("{} group", client.prefix);
    let body =
        json!({ "schemas": [GROUP], "externalId": "g", "displayName": name, "meta": { "resourceType": "Group" } });
    let group = client.post("/Groups", body.clone()).expect(201).id();
    assert_scim_error(&client.post("/Groups", body), 409, "uniqueness");
    let path = format!("/Groups/{group}");
    for id in &ids {
        for _ in 0..2 {
            let value = json!([{ "$ref": null, "value": id }]);
            client.patch(&path, json!([{ "op": "Add", "path": "members", "value": value }])).expect(204);
        }
    }
    let one = format!("id eq \"{group}\" and members eq \"{}\"", ids[0]);
    assert_eq!(client.find("/Groups", &one, "&attributes=id").len(), 1);
    for _ in 0..2 {
        let value = json!([{ "$ref": null, "value": ids[0] }]);
        client.patch(&path, json!([{ "op": "Remove", "path": "members", "value": value }])).expect(204);
    }
    assert_eq!(client.members(&group), sorted(ids[1..].to_vec()));
    client.patch(&path, json!([{ "op": "Replace", "path": "displayName", "value": format!("{name} 2") }])).expect(204);
    assert!(client.get(&format!("{path}?excludedAttributes=members")).expect(200).json().get("members").is_none());

    for (number, id) in ids.iter().enumerate() {
        assert_eq!(client.user(&client.name(number)).as_ref(), Some(id), "all is matched again from the start");
    }
    let missing = "/Users/00000000-0000-0000-0000-00000000dead";
    let disable = json!([{ "op": "Replace", "path": "active", "value": "False" }]);
    assert_scim_error(&client.patch(missing, disable), 404, "");
    for id in &ids {
        client.delete(&format!("/Users/{id}")).expect(204);
        client.delete(&format!("/Users/{id}")).expect(404);
    }
    assert!(client.members(&group).is_empty());
    client.delete(&path).expect(204);
}

/// Okta, with users by PUT and groups by PATCH.
fn okta(client: &Client<'_>) {
    client.get("/Users?startIndex=1&count=2").expect(200);
    client.get("/Groups?startIndex=1&count=100").expect(200);
    let mut ids = Vec::new();
    for number in 0..USERS {
        let name = client.name(number);
        assert!(client.find("/Users", &format!("userName eq \"{name}\""), "&startIndex=1&count=100").is_empty());
        let created = client.post(
            "/Users",
            json!({
                "schemas": [USER], "userName": name, "name": { "givenName": "G", "familyName": "F", "middleName": "" },
                "emails": [{ "primary": true, "value": name, "type": "work" }], "displayName": "G F", "locale": "en-US",
                "externalId": format!("00u{number}"), "groups": [], "password": "1mz050nq", "active": true,
            }),
        );
        let created = created.expect(201).json();
        assert!(created.get("password").is_none());
        ids.push(id_of(&created));
    }
    assert_eq!(client.all().len(), USERS);
    let path = format!("/Users/{}", ids[0]);
    client.patch(&path, json!([{ "op": "replace", "value": { "active": false } }])).expect(200);
    let mut user = client.find("/Users", &format!("userName eq \"{}\"", client.name(0)), "").remove(0);
    assert_eq!(user["active"], json!(false));
    user["active"] = json!(true);
    user["name"]["givenName"] = json!("Again");
    user["title"] = json!("");
    let replaced = client.put(&path, &user).expect(200).json();
    assert_eq!((&replaced["active"], &replaced["name"]["givenName"]), (&json!(true), &json!("Again")));

    let group =
        client.post("/Groups", json!({ "schemas": [GROUP], "displayName": "Pushed", "members": [] })).expect(201).id();
    let target = format!("/Groups/{group}");
    let rename =
        json!([{ "op": "replace", "value": { "id": group, "displayName": format!("{} pushed", client.prefix) } }]);
    client.patch(&target, rename).expect(204);
    let value = json!([{ "value": ids[0], "display": "G F" }]);
    client
        .patch(
            &target,
            json!([
                { "op": "remove", "path": format!("members[value eq \"{}\"]", ids[1]) },
                { "op": "add", "path": "members", "value": value },
            ]),
        )
        .expect(204);
    assert_eq!(client.members(&group), sorted(ids[..1].to_vec()));
    let full: Vec<Value> = ids[1..].iter().map(|id| json!({ "value": id })).collect();
    for _ in 0..2 {
        client.patch(&target, json!([{ "op": "replace", "path": "members", "value": full }])).expect(204);
    }
    assert_eq!(client.members(&group), sorted(ids[1..].to_vec()));
    client.patch(&target, json!([{ "op": "replace", "path": "members", "value": [] }])).expect(204);
    assert!(client.members(&group).is_empty());
    client.delete(&target).expect(204);
    // Okta deletes no users; the administrator does.
    for id in &ids {
        client.delete(&format!("/Users/{id}")).expect(204);
    }
}

/// OneLogin: bare question marks and ampersands, schemas that are none, groups by PATCH.
fn onelogin(client: &Client<'_>) {
    assert!(resources(client.get("/Users?filter=userName+eq+%22nobody%22&")).is_empty());
    let mut ids = Vec::new();
    for number in 0..USERS {
        let created = client.post(
            "/Users",
            json!({
                "schemas": ["urn:scim:schemas:core:2.0"], "userName": client.name(number), "active": "true", "id": null,
                "emails": [{ "value": client.name(number) }],
                ENTERPRISE: { "manager": { "managerId": "77" } },
            }),
        );
        let created = created.expect(201).json();
        assert_eq!((&created["active"], &created[ENTERPRISE]["manager"]["value"]), (&json!(true), &json!("77")));
        ids.push(id_of(&created));
    }
    let suspended = json!({ "schemas": ["urn:scim:schemas:core:2.0"], "userName": client.name(0), "active": false });
    let path = format!("/Users/{}?", ids[0]);
    assert_eq!(client.put(&path, &suspended).expect(200).json()["active"], json!(false));
    let group = client.post("/Groups", json!({ "displayName": format!("{} role", client.prefix) })).expect(201).id();
    let target = format!("/Groups/{group}?");
    client.patch(&target, json!([{ "op": "add", "path": "members", "value": [{ "value": ids[0] }] }])).expect(204);
    client.patch(&target, json!([{ "op": "add", "path": format!("members[value eq \"{}\"]", ids[1]) }])).expect(204);
    assert_eq!(client.members(&group), sorted(ids[..2].to_vec()));
    client.patch(&target, json!([{ "op": "remove", "path": format!("members[value eq \"{}\"]", ids[0]) }])).expect(204);
    assert_eq!(client.members(&group), sorted(ids[1..2].to_vec()));
    for id in &ids {
        client.delete(&format!("/Users/{id}?")).expect(204);
    }
    client.delete(&target).expect(204);
}

/// authentik: no schemas, filters without quotes, the whole group in a value without a path.
fn authentik(client: &Client<'_>) {
    assert_eq!(client.get("/ServiceProviderConfig").expect(200).json()["patch"]["supported"], json!(true));
    let mut ids = Vec::new();
    for number in 0..USERS {
        let name = client.name(number);
        let body = json!({
            "active": true, "userName": name, "externalId": format!("a{number}"), "photos": [],
            "name": { "familyName": "", "formatted": name, "givenName": "" }, "emails": [{ "value": name, "type": "other", "primary": true }],
        });
        client.post("/Users", body.clone()).expect(201);
        assert_scim_error(&client.post("/Users", body.clone()), 409, "uniqueness");
        let id = id_of(&client.find("/Users", &format!("userName eq {name}"), "")[0]);
        let mut whole = merged(body, json!({ "displayName": name, "id": id }));
        whole["active"] = json!(true);
        assert_eq!(client.put(&format!("/Users/{id}"), &whole).expect(200).json()["displayName"], json!(name));
        ids.push(id);
    }
    let name = format!("{} Admins", client.prefix);
    let group = client.post("/Groups", json!({ "displayName": name, "externalId": "g" })).expect(201).id();
    let target = format!("/Groups/{group}");
    let whole = json!({ "schemas": [GROUP], "id": group, "displayName": name, "externalId": "g2" });
    client.patch(&target, json!([{ "op": "replace", "value": whole }])).expect(204);
    let each: Vec<Value> =
        ids.iter().map(|id| json!({ "op": "add", "path": "members", "value": [{ "value": id }] })).collect();
    client.patch(&target, json!(each)).expect(204);
    assert_eq!(client.members(&group), sorted(ids.clone()));
    client.patch(&target, json!([{ "op": "remove", "path": "members", "value": [{ "value": ids[0] }] }])).expect(204);
    assert_eq!(client.members(&group), sorted(ids[1..].to_vec()));
    for id in &ids {
        client.delete(&format!("/Users/{id}")).expect(204);
    }
    client.delete(&target).expect(204);
}

/// A client that keeps to the RFCs.
fn compliant(client: &Client<'_>) {
    client.get("/ServiceProviderConfig").expect(200);
    let mut ids = Vec::new();
    for number in 0..USERS {
        let more = json!({ "active": true, "externalId": format!("c{number}"), "emails": [{ "value": "a@x.example", "type": "work" }] });
        ids.push(client.post("/Users", user_with(&client.name(number), more)).expect(201).id());
    }
    let path = format!("/Users/{}", ids[0]);
    client
        .patch(
            &path,
            json!([
                { "op": "replace", "path": "emails[type eq \"work\"].value", "value": "b@x.example" },
                { "op": "replace", "path": "active", "value": false },
                { "op": "add", "value": { "title": "T", "name": { "givenName": "G" } } },
            ]),
        )
        .expect(200);
    let whole = client.get(&path).expect(200).json();
    client.put(&path, &whole).expect(200);
    let members: Vec<&str> = ids.iter().map(String::as_str).collect();
    let group = client.post("/Groups", group(&format!("{} group", client.prefix), &members)).expect(201).id();
    let target = format!("/Groups/{group}");
    client.patch(&target, json!([{ "op": "remove", "path": format!("members[value eq \"{}\"]", ids[0]) }])).expect(204);
    assert_eq!(client.find("/Groups", &format!("members.value eq \"{}\"", ids[1]), "").len(), 1);
    client.delete(&target).expect(204);
    for id in &ids {
        client.delete(&format!("/Users/{id}")).expect(204);
    }
}

on_both_databases! {
    fresh;

    /// Four providers at once, each on its profile and on `default`: none sees what another does.
    fn four_providers_provision_four_organisations_at_once(server) {
        let journeys: [(&'static str, &str, Journey); 7] = [
            ("entra", "entra", entra),
            ("entra", "default", entra),
            ("okta", "okta", okta),
            ("okta", "default", okta),
            ("onelogin", "onelogin", onelogin),
            ("onelogin", "default", onelogin),
            ("authentik", "default", authentik),
        ];
        let tenants = journeys.map(|(prefix, profile, journey)| {
            (tenant(server, &format!("{prefix}-on-{profile}"), profile), prefix, journey)
        });
        std::thread::scope(|scope| {
            for (tenant, prefix, journey) in &tenants {
                scope.spawn(move || (0..2).for_each(|_| journey(&Client { server, tenant, prefix })));
            }
        });
        for (tenant, prefix, _) in &tenants {
            let left = tenant.get(server, "/?count=0").expect(200).json();
            assert_eq!(left["totalResults"], json!(0), "{prefix}");
        }
    }

    /// The same journey of a client that keeps to the RFCs comes to the same on every profile.
    fn a_compliant_client_is_served_alike_on_every_profile(server) {
        for profile in Profile::ALL {
            let tenant = tenant(server, &format!("on-{}", profile.name()), profile.name());
            compliant(&Client { server, tenant: &tenant, prefix: "c" });
        }
    }
}

/// What is noted of a journey on `default` names the profile that would suit its client.
#[test]
fn the_quirks_of_a_journey_speak_for_the_profile_of_its_client() {
    let journeys: [(&'static str, Journey, Profile); 4] = [
        ("entra", entra, Profile::Entra),
        ("okta", okta, Profile::Okta),
        ("onelogin", onelogin, Profile::Onelogin),
        ("compliant", compliant, Profile::Default),
    ];
    for (prefix, journey, suits) in journeys {
        let server = Server::start_with(Database::Sqlite, &[("SCIMD_LOG", "debug")], &[]);
        let tenant = tenant(&server, "acme", "default");
        journey(&Client { server: &server, tenant: &tenant, prefix });
        server.terminate();
        let log = server.log();
        let lines = log.lines().filter(|line| line.contains("\"quirks\"")).collect::<Vec<_>>().join("\n");
        let seen: Vec<(Quirk, u64)> = Quirk::ALL
            .iter()
            .map(|quirk| (*quirk, lines.matches(&format!("\\\"{}\\\"", quirk.facts().name)).count() as u64))
            .collect();
        assert_eq!(suggested(seen), suits, "{prefix}: {lines}");
        assert_eq!(lines.is_empty(), suits == Profile::Default, "a compliant client shows no quirk: {lines}");
    }
}
