//! The walls between organisations: whatever of another organisation's one names, and wherever, the answer is the one for a
//! thing that does not exist, and the other organisation stays as it is (RFC 7644 §6, §7.5.2).

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Organisation, Request, Response, Server, on_both_databases};

/// A UUID v7 that nobody has.
const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

/// Two organisations, each with a user, a manager of that user and a group of it.
struct Two<'a> {
    a: Organisation<'a>,
    b: Organisation<'a>,
    /// Of organisation A.
    user: String,
    group: String,
    /// Of organisation B.
    other_user: String,
    other_group: String,
}

fn populate(organisation: &Organisation<'_>) -> (String, String) {
    let boss = organisation.post("/Users", &user("boss")).expect(201).id();
    let body = user_with(
        "bjensen",
        json!({
            "externalId": "701984",
            "emails": [{ "value": "bjensen@example.com", "type": "work" }],
            ENTERPRISE: { "manager": { "value": boss } },
        }),
    );
    let user = organisation.post("/Users", &body).expect(201).id();
    let group = organisation.post("/Groups", &group("Tour Guides", &[&user])).expect(201).id();
    (user, group)
}

fn two(server: &Server) -> Two<'_> {
    let (a, b) = (server.organisation("a"), server.organisation("b"));
    let ((user, group), (other_user, other_group)) = (populate(&a), populate(&b));
    Two { a, b, user, group, other_user, other_group }
}

/// An answer without what differs between any two of them: identifiers, times, versions.
fn plain(response: &Response, named: &str) -> String {
    let headers: Vec<_> = response
        .headers
        .iter()
        .filter(|(name, _)| !["x-request-id", "date", "content-length"].contains(&name.as_str()))
        .map(|(name, value)| format!("{name}: {}", anonymous(value, named)))
        .collect();
    format!("{}\n{}\n{}", response.status, headers.join("\n"), anonymous(&response.text(), named))
}

fn anonymous(text: &str, named: &str) -> String {
    let text = text.replace(named, "NAMED");
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(character) = rest.chars().next() {
        let shaped = |shape: &str| {
            let found = rest.get(..shape.len())?;
            let fits = found.chars().zip(shape.chars()).all(|(found, expected)| match expected {
                'x' => found.is_ascii_hexdigit(),
                '0' => found.is_ascii_digit(),
                other => found == other,
            });
            fits.then_some(shape.len())
        };
        if let Some(length) = shaped("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx") {
            out.push_str("UUID");
            rest = &rest[length..];
        } else if let Some(length) = shaped("0000-00-00T00:00:00.000Z") {
            out.push_str("TIME");
            rest = &rest[length..];
        } else if let Some(tag) = rest.strip_prefix("W/") {
            out.push_str("TAG");
            rest = tag.trim_start_matches(|character: char| character.is_ascii_digit() || "\"\\".contains(character));
        } else {
            out.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    out
}

/// Sends each request twice as organisation A, once naming something of B and once naming nothing that exists: the answers
/// are alike, and B is as it was.
#[track_caller]
fn alike(two: &Two<'_>, named: &str, requests: &[&dyn Fn(&str) -> Request]) {
    let before = two.b.everything();
    for request in requests {
        let foreign = two.a.send(request(named));
        let absent = two.a.send(request(NOBODY));
        assert_eq!(plain(&foreign, named), plain(&absent, NOBODY), "{:?}", request("X"));
        assert!(foreign.status != 500, "{foreign}");
    }
    assert_eq!(two.b.everything(), before, "organisation B has changed");
}

fn bulk(operation: Value) -> Value {
    json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], "Operations": [operation] })
}

fn search(filter: &str) -> Value {
    json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], "filter": filter })
}

on_both_databases! {
    /// T1: B's ids in the path, by every method
    fn ids_of_another_organisation_in_the_path_are_not_found(server) {
        let two = two(server);
        for (endpoint, named) in [("/Users", &two.other_user), ("/Groups", &two.other_group)] {
            let body = if endpoint == "/Users" { user("new-name") } else { group("new name", &[]) };
            let name = if endpoint == "/Users" { "userName" } else { "displayName" };
            alike(&two, named, &[
                &|id| Request::new("GET", format!("{endpoint}/{id}")),
                &|id| Request::new("GET", format!("{endpoint}/{id}?attributes=groups,members")),
                &|id| Request::new("PUT", format!("{endpoint}/{id}")).json(&body),
                &|id| Request::new("PATCH", format!("{endpoint}/{id}")).json(&operation("replace", name, json!("x"))),
                &|id| Request::new("PATCH", format!("{endpoint}/{id}")).json(&operation("nonsense", name, json!("x"))),
                &|id| Request::new("DELETE", format!("{endpoint}/{id}")),
            ]);
            assert_scim_error(&two.a.get(&format!("{endpoint}/{named}")), 404, "");
        }
    }

    /// T2, V8: the id of the path is the one that is changed, whatever the body says
    fn ids_of_another_organisation_in_the_body_change_nothing_of_it(server) {
        let two = two(server);
        let location = format!("{}/Users/{}", two.b.base_url(), two.other_user);
        let echo = |id: &str| json!({ "id": id, "meta": { "resourceType": "User", "location": location, "version": "W/\"9\"" } });
        let target = format!("/Users/{}", two.user);
        alike(&two, &two.other_user, &[
            &|id| Request::new("PUT", &target).json(&user_with("bjensen", echo(id))),
            &|id| Request::new("PATCH", &target).json(&operation("replace", "", echo(id))),
            &|id| Request::new("PATCH", &target).json(&operation("replace", "id", json!(id))),
            &|id| Request::new("PATCH", &target).json(&operation("add", "meta.location", json!(format!("{location}/{id}")))),
        ]);
        let created = two.a.post("/Users", &user_with("with-an-id", echo(&two.other_user))).expect(201).json();
        assert_ne!(created["id"], json!(two.other_user));
        assert_eq!(created["meta"]["location"], json!(format!("{}/Users/{}", two.a.base_url(), id_of(&created))));
        assert_eq!(two.a.get(&target).expect(200).json()["id"], json!(two.user));
    }

    /// T3, V10: B's ids as members, as managers, and in the value filters of a PATCH
    fn ids_of_another_organisation_as_values_are_those_of_nobody(server) {
        let two = two(server);
        let (group_of_a, user_of_a) = (format!("/Groups/{}", two.group), format!("/Users/{}", two.user));
        let manager = format!("{ENTERPRISE}:manager");
        for named in [&two.other_user, &two.other_group] {
            alike(&two, named, &[
                &|id| Request::new("POST", "/Groups").json(&group("g", &[id])),
                &|id| Request::new("PUT", &group_of_a).json(&group("Tour Guides", &[id])),
                &|id| Request::new("PATCH", &group_of_a).json(&operation("add", "members", json!([{ "value": id }]))),
                &|id| Request::new("PATCH", &group_of_a).json(&operation("add", "members", json!([{ "value": id, "type": "Group" }]))),
                &|id| Request::new("PATCH", &group_of_a).json(&operation("replace", "members", json!([{ "value": id }]))),
                &|id| Request::new("PATCH", &group_of_a).json(&operation("remove", &format!("members[value eq \"{id}\"]"), Value::Null)),
                &|id| Request::new("PATCH", &group_of_a).json(&operation("remove", "members", json!([{ "value": id }]))),
                &|id| Request::new("PATCH", &group_of_a).json(&operation("replace", &format!("members[value eq \"{id}\"].display"), json!("x"))),
                &|id| Request::new("PATCH", &user_of_a).json(&operation("replace", &manager, json!({ "value": id }))),
                &|id| Request::new("PATCH", &user_of_a).json(&operation("remove", &format!("groups[value eq \"{id}\"]"), Value::Null)),
            ]);
        }
        let refusal = two.a.post("/Groups", &group("g", &[&two.other_user]));
        assert_scim_error_about(&refusal, 400, "invalidValue", "members");
        let members = values(&two.a.get(&group_of_a).expect(200).json(), "members");
        assert!(!members.contains(&two.other_user), "A's group has a member of B");
        assert_eq!(two.b.get(&format!("/Users/{}", two.other_user)).json()["groups"].as_array().map(Vec::len), Some(1));
    }

    /// T4: references to B, and to foreign hosts, lead nowhere
    fn references_to_another_organisation_are_those_to_nobody(server) {
        let two = two(server);
        let group_of_a = format!("/Groups/{}", two.group);
        let hosts = [two.b.base_url(), "https://elsewhere.example/scim/v2".to_owned(), String::new(), "..".to_owned()];
        for host in &hosts {
            let reference = |id: &str| format!("{host}/Users/{id}");
            alike(&two, &two.other_user, &[
                &|id| Request::new("PATCH", &group_of_a).json(&operation("add", "members", json!([{ "$ref": reference(id) }]))),
                &|id| Request::new("PATCH", &group_of_a).json(&operation("add", "members", json!([{ "value": id, "$ref": reference(id) }]))),
                &|id| Request::new("PATCH", &group_of_a).json(&operation("remove", &format!("members[$ref eq \"{}\"]", reference(id)), Value::Null)),
                &|id| Request::new("GET", format!("/Groups?filter={}", encode(&format!("members.$ref eq \"{}\"", reference(id))))),
            ]);
        }
        let with_reference = json!([{ "value": two.user, "$ref": format!("{}/Users/{}", two.b.base_url(), two.other_user) }]);
        let answer = two.a.patch(&group_of_a, &operation("add", "members", with_reference));
        assert!([204, 400].contains(&answer.status), "{answer}");
        let shown = two.a.get(&group_of_a).expect(200).text();
        assert!(!shown.contains(&two.other_user) && !shown.contains(&two.b.base_url()), "{shown}");
    }

    /// T5: filters and searches see the organisation's own only
    fn filters_find_nothing_of_another_organisation(server) {
        let two = two(server);
        for (endpoint, named, filters) in [
            ("/Users", &two.other_user, vec!["id eq \"ID\"", "groups.value eq \"ID\"", "meta.location ew \"ID\"", "id sw \"ID\" or id eq \"ID\"", "not (id ne \"ID\")", "manager.value eq \"ID\"", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq \"ID\""]),
            ("/Users", &two.other_group, vec!["groups.value eq \"ID\"", "groups[value eq \"ID\"]"]),
            ("/Groups", &two.other_user, vec!["members.value eq \"ID\"", "members[value eq \"ID\"]", "members eq \"ID\""]),
            ("/Groups", &two.other_group, vec!["id eq \"ID\"", "id gt \"ID\" and id lt \"ID\""]),
        ] {
            for filter in filters {
                let of = |id: &str| filter.replace("ID", id);
                alike(&two, named, &[
                    &|id| Request::new("GET", format!("{endpoint}?filter={}", encode(&of(id)))),
                    &|id| Request::new("GET", format!("/?filter={}", encode(&of(id)))),
                    &|id| Request::new("POST", format!("{endpoint}/.search")).json(&search(&of(id))),
                    &|id| Request::new("POST", "/.search").json(&search(&of(id))),
                ]);
            }
        }
        let found = two.a.get("/Users?filter=userName%20pr&sortBy=userName").expect(200).json();
        assert_eq!(found["totalResults"], json!(2), "A has two users: {found}");
        assert_eq!(two.a.get("/").json()["totalResults"], json!(3));
    }

    /// T6: Bulk is the same doors again
    fn bulk_reaches_nothing_of_another_organisation(server) {
        let two = two(server);
        let post = |data: Value, path: &str| json!({ "method": "POST", "path": path, "bulkId": "one", "data": data });
        alike(&two, &two.other_user, &[
            &|id| Request::new("POST", "/Bulk").json(&bulk(json!({ "method": "DELETE", "path": format!("/Users/{id}") }))),
            &|id| Request::new("POST", "/Bulk").json(&bulk(json!({ "method": "PUT", "path": format!("/Users/{id}"), "data": user("x") }))),
            &|id| Request::new("POST", "/Bulk").json(&bulk(json!({ "method": "PATCH", "path": format!("/Users/{id}"), "data": operation("replace", "active", json!(false)) }))),
            &|id| Request::new("POST", "/Bulk").json(&bulk(json!({ "method": "PATCH", "path": format!("/Users/{id}"), "version": "W/\"1\"", "data": operation("replace", "active", json!(false)) }))),
            &|id| Request::new("POST", "/Bulk").json(&bulk(post(group("bulk", &[id]), "/Groups"))),
            &|id| Request::new("POST", "/Bulk").json(&bulk(post(group("bulk", &[&format!("bulkId:{id}")]), "/Groups"))),
            &|id| Request::new("POST", "/Bulk").json(&json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                "Operations": [
                    { "method": "POST", "path": "/Groups", "bulkId": "outer", "data": group("outer", &["bulkId:inner"]) },
                    { "method": "POST", "path": "/Groups", "bulkId": "inner", "data": group("inner", &[id]) },
                ],
            })),
        ]);
    }

    /// T7: a cursor is good for the organisation, the credential's validity and the query that it was made for
    fn cursors_of_another_organisation_are_refused_like_forged_ones(server) {
        let two = two(server);
        let of_b = two.b.get("/Users?count=1&cursor=").expect(200).json()["nextCursor"].as_str().unwrap().to_owned();
        let of_a = two.a.get("/Users?count=1&cursor=").expect(200).json()["nextCursor"].as_str().unwrap().to_owned();
        let forged: String = of_a.chars().rev().collect();
        let page = |cursor: &str| two.a.get(&format!("/Users?count=1&cursor={}", encode(cursor)));
        let refusal = page(&forged);
        assert_scim_error(&refusal, 400, "invalidCursor");
        for cursor in [of_b.as_str(), &of_a[..of_a.len() - 1], NOBODY, "x"] {
            assert_eq!(plain(&page(cursor), "-"), plain(&refusal, "-"), "{cursor}");
        }
        for at in 0..of_a.len() {
            let mut flipped = of_a.clone().into_bytes();
            flipped[at] = if flipped[at] == b'A' { b'B' } else { b'A' };
            let flipped = String::from_utf8(flipped).unwrap();
            if flipped != of_a {
                assert_eq!(page(&flipped).status, 400, "at {at}");
            }
        }
        page(&of_a).expect(200);
        // The cursor outlives a page, and not the token.
        let listed: Value = serde_json::from_str(&server.done(&["token", "list", "--org", &two.a.id, "--json"])).unwrap();
        server.done(&["token", "revoke", listed[0]["id"].as_str().unwrap(), "--org", &two.a.id]);
        let deadline = std::time::Instant::now() + std::time::Duration::from_secs(5);
        while page(&of_a).status != 401 {
            assert!(std::time::Instant::now() < deadline, "a revoked token is taken after five seconds");
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
    }

    /// T8, V2, V3, V13: names, mail addresses, external ids and entity tags are each organisation's own
    fn names_of_another_organisation_are_free_and_never_a_conflict(server) {
        let (a, b) = (server.organisation("a"), server.organisation("b"));
        let (_, _) = populate(&b);
        let before = b.everything();
        let taken = user_with("bjensen", json!({ "externalId": "701984", "emails": [{ "value": "bjensen@example.com", "type": "work" }] }));
        for filter in ["userName eq \"bjensen\"", "externalId eq \"701984\"", "emails.value eq \"bjensen@example.com\""] {
            assert_eq!(a.get(&format!("/Users?filter={}", encode(filter))).expect(200).json()["totalResults"], json!(0), "{filter}");
        }
        let own = a.post("/Users", &taken).expect(201);
        assert_scim_error(&a.post("/Users", &taken), 409, "uniqueness");
        let second = a.post("/Users", &user("second")).expect(201).id();
        a.put(&format!("/Users/{second}"), &user("boss")).expect(200);
        a.patch(&format!("/Users/{second}"), &operation("replace", "userName", json!("nobody"))).expect(200);
        a.post("/Groups", &group("Tour Guides", &[])).expect(201);
        assert_eq!(b.everything(), before);
        // A tag of B's says nothing about A's resource.
        let target = format!("/Users/{}", own.id());
        let foreign = b.get("/Users?filter=userName%20eq%20%22bjensen%22").json()["Resources"][0].clone();
        b.patch(&format!("/Users/{}", id_of(&foreign)), &operation("replace", "title", json!("x"))).expect(200);
        let tag = b.get(&format!("/Users/{}", id_of(&foreign))).etag();
        assert_eq!(a.send(Request::new("PATCH", &target).header("If-Match", &tag).json(&operation("replace", "title", json!("y")))).status, 412);
        a.delete(&target).expect(204);
        assert_eq!(b.get(&format!("/Users/{}", id_of(&foreign))).expect(200).etag(), tag);
    }

    /// T10: a path of another organisation is as one of an organisation that does not exist, however it is written
    fn paths_of_another_organisation_are_those_of_none(server) {
        let two = two(server);
        let before = two.b.everything();
        let send = |path: &str, host: &str| {
            let request = Request::new("GET", path).header("Host", host).header("Authorization", format!("Bearer {}", two.a.token));
            two.a.server.send_absolute(request)
        };
        let (a, b) = (&two.a.id, &two.b.id);
        for rest in ["", "/", "/Users", "/Groups?count=1", "/Me", "/Bulk", "/.search"] {
            let (foreign, none) = (send(&format!("/orgs/{b}/scim/v2{rest}"), "localhost"), send(&format!("/orgs/nobody-here/scim/v2{rest}"), "localhost"));
            assert_eq!(plain(&foreign, b), plain(&none, "nobody-here"), "{rest}");
            assert!([404, 405].contains(&foreign.status), "{foreign}");
            // Without a good credential it is 401 for each of them.
            for authorization in ["", "Bearer unknown", "Basic Og=="] {
                let request = |id: &str| Request::new("GET", format!("/orgs/{id}/scim/v2{rest}")).header("Authorization", authorization);
                let (foreign, none) = (server.send_absolute(request(b)), server.send_absolute(request("nobody-here")));
                assert_eq!(plain(&foreign, b), plain(&none, "nobody-here"), "{rest} {authorization}");
                assert!([401, 404, 405].contains(&foreign.status), "{foreign}");
            }
        }
        for path in [
            format!("/orgs/{b}/scim/v2/Users/{}", two.other_user),
            format!("/orgs/{}/scim/v2/Users", b.to_uppercase()),
            format!("/orgs/{a}/../{b}/scim/v2/Users"),
            format!("/orgs/{a}%2f..%2f{b}/scim/v2/Users"),
            format!("/orgs/{a}/scim/v2/../../../{b}/scim/v2/Users"),
            format!("/orgs/{a}/scim/v2/%2e%2e/%2e%2e/%2e%2e/orgs/{b}/scim/v2/Users"),
            format!("/orgs//{b}/scim/v2/Users"),
            format!("//orgs/{b}/scim/v2/Users"),
            format!("/orgs/{b}/./scim/v2/Users"),
            format!("/orgs/{b};{a}/scim/v2/Users"),
            format!("/orgs/%{:02x}{}/scim/v2/Users", b.as_bytes()[0], &b[1..]),
            "/orgs/\u{661}/scim/v2/Users".to_owned(),
            format!("/orgs/{a}/orgs/{b}/scim/v2/Users"),
            format!("/orgs/{b}/scim/v2/Users?org={a}"),
        ] {
            let answer = send(&path, "localhost");
            assert!([400, 401, 404].contains(&answer.status), "{path}: {answer}");
            assert!(!answer.text().contains("bjensen"), "{path}: {answer}");
        }
        // The organisation is in the path or in the credential, and never in the name of the host.
        for host in [format!("{b}.localhost"), b.clone(), format!("{b}:80")] {
            let listed = send("/scim/v2/Users?filter=userName%20pr", &host).expect(200).json();
            assert_eq!(listed["totalResults"], json!(2));
            assert!(!listed.to_string().contains(&two.other_user), "{host}");
        }
        assert_eq!(two.b.everything(), before);
    }

    /// V9: a credential stands for a resource of its own organisation only
    fn me_is_nobody_of_another_organisation(server) {
        let two = two(server);
        let output = |id: &str| {
            let output = server.command(&["token", "create", "--org", &two.a.id, "--me", &format!("Users/{id}")]);
            assert!(!output.status.success(), "a token of A for {id}");
            anonymous(&String::from_utf8_lossy(&output.stderr), id)
        };
        assert_eq!(output(&two.other_user), output(NOBODY));
        let own = server.token_for(&two.a.id, &["--me", &format!("Users/{}", two.user)]);
        let me = |path: &str| server.send_absolute(Request::new("GET", path).header("Authorization", format!("Bearer {own}")));
        assert_eq!(me(&format!("{}/Me", two.a.base_path())).expect(200).id(), two.user);
        assert_scim_error(&me(&format!("{}/Me", two.b.base_path())), 404, "");
    }

    /// What exists for another organisation takes no longer to refuse than what does not exist at all: the fastest of many
    /// tries are alike, so that nobody learns by the clock.
    fn what_is_anothers_is_refused_as_fast_as_what_is_nobodys(server) {
        let two = two(server);
        let mut connection = server.connect();
        let mut fastest = |targets: [String; 2]| {
            let mut best = [std::time::Duration::MAX; 2];
            for _ in 0..150 {
                for (best, target) in best.iter_mut().zip(&targets) {
                    let request = Request::new("GET", target).header("Authorization", format!("Bearer {}", two.a.token));
                    *best = connection.send(&request).unwrap().elapsed.min(*best);
                }
            }
            best
        };
        let base = two.a.base_path();
        for targets in [
            [format!("{base}/Users/{}", two.other_user), format!("{base}/Users/{NOBODY}")],
            [format!("{}/Users", two.b.base_path()), "/orgs/nobody-here/scim/v2/Users".to_owned()],
            [format!("{}/Users/{}", two.b.base_path(), two.other_user), format!("{}/Users/{NOBODY}", two.b.base_path())],
        ] {
            let [foreign, absent] = fastest(targets.clone());
            let allowed = |other: std::time::Duration| other * 2 + std::time::Duration::from_micros(500);
            assert!(foreign < allowed(absent) && absent < allowed(foreign), "{targets:?}: {foreign:?} and {absent:?}");
        }
    }
}
