//! The records: an audit trail of every change, and a log of the SCIM requests of each organisation.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::admin::Administration;
use tests::scim::*;
use tests::{Organisation, Request, Response, on_both_databases};

/// How long the log may take to have what was answered.
const WRITTEN: Duration = Duration::from_secs(10);

#[track_caller]
fn items(response: Response) -> Vec<Value> {
    response.expect(200).json()["items"].as_array().unwrap().clone()
}

/// What the audit trail has of an organisation, the oldest first.
#[track_caller]
fn audit(admin: &Administration<'_>, organisation: &str, filter: &str) -> Vec<Value> {
    let mut found = items(admin.get(&format!("/audit?organisation={organisation}{filter}")));
    found.reverse();
    found
}

/// What the log has of an organisation once it has so many records, the oldest first.
#[track_caller]
fn log(admin: &Administration<'_>, organisation: &str, filter: &str, count: usize) -> Vec<Value> {
    let deadline = Instant::now() + WRITTEN;
    loop {
        let mut found = items(admin.get(&format!("/organisations/{organisation}/log?limit=1000{filter}")));
        if found.len() >= count || Instant::now() > deadline {
            found.reverse();
            assert_eq!(found.len(), count, "{found:#?}");
            return found;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn request_id(response: &Response) -> Value {
    json!(response.header("x-request-id").unwrap())
}

/// The id and the name of the organisation's token.
fn credential(organisation: &Organisation<'_>) -> Value {
    let listed = organisation.server.done(&["token", "list", "--org", &organisation.id, "--json"]);
    serde_json::from_str::<Value>(&listed).unwrap()[0]["id"].clone()
}

on_both_databases! {
    fn every_change_is_recorded_with_who_when_from_where_and_in_which_request(server) {
        let (admin, organisation) = (Administration::of(server), server.organisation("audited"));
        let credential = credential(&organisation);
        let created = organisation.post("/Users", &user_with("a", json!({ "title": "t" }))).expect(201);
        let id = created.id();
        let target = format!("/Users/{id}");
        let replaced = organisation.put(&target, &user_with("a", json!({ "nickName": "n" }))).expect(200);
        let patched = organisation.patch(&target, &operation("replace", "active", json!(false))).expect(200);
        let grouped = organisation.post("/Groups", &group("g", &[])).expect(201);
        let group_target = format!("/Groups/{}", grouped.id());
        let joined = organisation.patch(&group_target, &operation("add", "members", json!([{ "value": id }]))).expect(204);
        let deleted = organisation.delete(&target).expect(204);
        let records = audit(&admin, &organisation.id, "");
        let written: Vec<&Value> = records.iter().filter(|record| ["User", "Group"].contains(&record["type"].as_str().unwrap())).collect();
        let answers = [
            (&created, "create", "User", None),
            (&replaced, "update", "User", Some(vec!["nickName", "title"])),
            (&patched, "update", "User", Some(vec!["active"])),
            (&grouped, "create", "Group", None),
            (&joined, "update", "Group", Some(vec!["members"])),
        ];
        for (answer, operation, kind, changed) in answers {
            let own: Vec<_> = written.iter().filter(|record| record["request"] == request_id(answer)).collect();
            assert_eq!(own.len(), 1, "{operation} {kind}: {written:#?}");
            let record = own[0];
            assert_eq!((&record["operation"], &record["type"], &record["outcome"]), (&json!(operation), &json!(kind), &json!("success")), "{record}");
            assert_eq!((&record["credential"], &record["source"]), (&credential, &json!("127.0.0.1")), "{record}");
            assert_eq!(record["organisation"], json!(organisation.id));
            if let Some(mut expected) = changed {
                let mut names: Vec<_> = record["changed"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
                names.sort_unstable();
                expected.sort_unstable();
                assert_eq!(names, expected, "{record}");
            }
        }
        // The group lost a member when the user went: both are changes of that request.
        let of_delete: Vec<_> = written.iter().filter(|record| record["request"] == request_id(&deleted)).collect();
        assert!(of_delete.iter().any(|record| record["operation"] == json!("delete") && record["id"] == json!(id)), "{of_delete:#?}");
        assert!(records.iter().all(|record| !record.to_string().contains("\"t\"") && !record.to_string().contains("\"n\"")), "a value is in the trail");
    }

    fn what_is_refused_or_changes_nothing_is_in_the_log_and_not_in_the_trail(server) {
        let (admin, organisation) = (Administration::of(server), server.organisation("refused"));
        let id = organisation.post("/Users", &user("a")).expect(201).id();
        let before = audit(&admin, &organisation.id, "").len();
        let taken = organisation.post("/Users", &user("A"));
        assert_scim_error(&taken, 409, "uniqueness");
        let wrong = organisation.patch(&format!("/Users/{id}"), &operation("replace", "emails[typo eq 1].value", json!("x")));
        assert!(wrong.status == 400, "{wrong}");
        let missing = organisation.get("/Users/nobody@example.com");
        assert_scim_error(&missing, 404, "");
        organisation.patch(&format!("/Users/{id}"), &operation("replace", "userName", json!("a"))).expect(200);
        assert_eq!(audit(&admin, &organisation.id, "").len(), before, "what changed nothing is in the trail");
        let records = log(&admin, &organisation.id, "", 5);
        let of = |answer: &Response| records.iter().find(|record| record["request"] == request_id(answer)).unwrap();
        assert_eq!((&of(&taken)["status"], &of(&taken)["scimType"]), (&json!(409), &json!("uniqueness")));
        assert!(of(&taken)["detail"].as_str().unwrap().contains("userName"), "{}", of(&taken));
        assert_eq!(of(&wrong)["status"], json!(400));
        assert_eq!(of(&missing)["endpoint"], json!("/Users/{id}"));
        assert!(!of(&missing).to_string().contains("nobody@"), "{}", of(&missing));
        let failures = log(&admin, &organisation.id, "&status=4xx", 3);
        assert!(failures.iter().all(|record| record["status"].as_i64().unwrap() >= 400));
        assert_eq!(log(&admin, &organisation.id, "&method=PATCH&status=400", 1)[0]["resource"], json!(id));
    }

    fn each_operation_of_a_bulk_is_a_change_of_its_own(server) {
        let (admin, organisation) = (Administration::of(server), server.organisation("bulk"));
        let create = |bulk_id: &str, name: &str| json!({ "method": "POST", "path": "/Users", "bulkId": bulk_id, "data": user(name) });
        let answer = organisation.post("/Bulk", &json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            "Operations": [create("one", "a"), create("two", "b"), create("three", "A"), { "method": "POST", "path": "/Groups", "bulkId": "g", "data": group("g", &["bulkId:two"]) }],
        })).expect(200);
        let request = format!("&request={}", answer.header("x-request-id").unwrap());
        let records = audit(&admin, &organisation.id, &request);
        assert_eq!(records.len(), 3, "one of the four was refused: {records:#?}");
        assert_eq!(log(&admin, &organisation.id, &request, 1)[0]["endpoint"], json!("/Bulk"));
    }

    fn what_administrators_do_is_recorded_also_what_they_are_refused(server) {
        let admin = Administration::of(server);
        let id = unique("managed").to_lowercase();
        admin.organisation(&id);
        let (credential, _) = admin.credential(&id, json!({ "name": "for the log" }));
        admin.patch(&format!("/organisations/{id}"), &json!({ "status": "suspended" })).expect(200);
        admin.patch(&format!("/organisations/{id}"), &json!({ "status": "active", "name": "Managed" })).expect(200);
        admin.delete(&format!("/organisations/{id}/credentials/{credential}")).expect(200);
        let refused = admin.post("/organisations", &json!({ "id": id }));
        assert_scim_type(&refused, 409);
        let records = audit(&admin, &id, "");
        let did = |operation: &str, kind: &str| records.iter().filter(|record| record["operation"] == json!(operation) && record["type"] == json!(kind)).count();
        for (operation, kind) in [("create", "organisation"), ("create", "credential"), ("suspend", "organisation"), ("resume", "organisation"), ("revoke", "credential")] {
            assert_eq!(did(operation, kind), 1, "{operation} {kind}: {records:#?}");
        }
        assert!(records.iter().all(|record| record["credential"].is_string() && record["source"] == json!("127.0.0.1")), "{records:#?}");
        let refusals = items(admin.get("/audit?outcome=refused&type=organisation&limit=1000"));
        assert!(refusals.iter().any(|record| record["request"] == request_id(&refused) && record["detail"].is_string()), "{refusals:#?}");
        admin.delete(&format!("/organisations/{id}?confirm={id}")).expect(204);
        let all = items(admin.get("/audit?type=organisation&operation=delete&limit=1000"));
        assert!(all.iter().any(|record| record["name"] == json!(id)), "the deletion outlives the organisation: {all:#?}");
        assert_eq!(admin.get(&format!("/organisations/{id}/log")).status, 404);
        // Another one of that id begins with an empty log.
        admin.organisation(&id);
        assert_eq!(items(admin.get(&format!("/organisations/{id}/log"))).len(), 0);
    }

    fn the_command_line_shows_the_same_records(server) {
        let (admin, organisation) = (Administration::of(server), server.organisation("shown"));
        organisation.post("/Users", &user("a")).expect(201);
        log(&admin, &organisation.id, "", 1);
        let shown: Value = serde_json::from_str(&server.done(&["log", "--org", &organisation.id, "--json"])).unwrap();
        assert_eq!(shown, json!(items(admin.get(&format!("/organisations/{}/log", organisation.id)))));
        let audited: Value = serde_json::from_str(&server.done(&["log", "--audit", "--org", &organisation.id, "--json"])).unwrap();
        assert_eq!(audited, json!(items(admin.get(&format!("/audit?organisation={}", organisation.id)))));
        let table = server.done(&["log", "--org", &organisation.id, "--status", "2xx", "--since", "1h"]);
        assert!(table.contains("STATUS") && table.contains("/Users"), "{table}");
        for wrong in [&["log", "--status", "nine"][..], &["log", "--since", "soon"], &["log", "--org", "nobody-here"]] {
            assert!(!server.command(wrong).status.success(), "{wrong:?}");
        }
    }

    fn pages_are_neither_short_nor_double_while_others_write(server) {
        let (admin, organisation) = (Administration::of(server), server.organisation("paged"));
        for _ in 0..20 {
            organisation.post("/Users", &user(&unique("before"))).expect(201);
        }
        let all: Vec<_> = audit(&admin, &organisation.id, "&type=User").iter().map(|record| record["sequence"].clone()).collect();
        assert_eq!(all.len(), 20);
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let page = admin.get(&format!("/audit?organisation={}&type=User&limit=3{after}", organisation.id)).expect(200).json();
            seen.extend(page["items"].as_array().unwrap().iter().map(|record| record["sequence"].clone()));
            organisation.post("/Users", &user(&unique("meanwhile"))).expect(201);
            match page["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        seen.reverse();
        assert_eq!(seen, all);
        for wrong in ["after=x", "limit=0", "limit=1001", "since=soon", "id=1", "outcome=perhaps"] {
            assert_scim_type(&admin.get(&format!("/audit?{wrong}")), 400);
        }
    }

    fn the_quirks_of_a_client_are_in_the_log_by_their_names(server) {
        let (admin, organisation) = (Administration::of(server), server.organisation("quirks"));
        let id = organisation.post("/Users", &json!({ "userName": "no-schemas", "active": "True" })).expect(201).id();
        organisation.get(&format!("/Users/{id}")).expect(200);
        let records = log(&admin, &organisation.id, "", 2);
        let names: Vec<_> = records[0]["quirks"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(names.contains(&"schemas-missing") && names.len() == 2, "{names:?}");
        assert_eq!(records[1].get("quirks"), None);
    }

    fn an_organisation_says_what_is_logged(server) {
        let (admin, organisation) = (Administration::of(server), server.organisation("chosen"));
        let set = |what: &str| {
            admin.patch(&format!("/organisations/{}", organisation.id), &json!({ "settings": { "provisioningLog": what } })).expect(200);
        };
        set("off");
        organisation.post("/Users", &user("a")).expect(201);
        set("writesAndErrors");
        organisation.get("/Users").expect(200);
        organisation.get("/Users/nobody").expect(404);
        organisation.post("/Users", &user("b")).expect(201);
        let statuses: Vec<_> = log(&admin, &organisation.id, "", 2).iter().map(|record| record["status"].clone()).collect();
        assert_eq!(statuses, [json!(404), json!(201)]);
    }

    /// Whoever looks for the reason of a slow provisioning finds it in the log.
    fn requests_that_come_too_often_are_in_the_log(server) {
        let (admin, organisation) = (Administration::of(server), server.organisation("hasty"));
        let settings = json!({ "settings": { "rateLimit": { "perSecond": 1, "burst": 1 } } });
        admin.patch(&format!("/organisations/{}", organisation.id), &settings).expect(200);
        let refused = (0..5).map(|_| organisation.get("/Users")).find(|answer| answer.status == 429);
        let refused = refused.unwrap_or_else(|| panic!("five at once are taken"));
        let request = format!("&request={}", refused.header("x-request-id").unwrap());
        let record = log(&admin, &organisation.id, &request, 1).remove(0);
        assert_eq!(record["status"], json!(429));
        assert!(record["detail"].as_str().is_some_and(|detail| detail.contains("a second")), "{record}");
    }

    /// Whatever refuses a request: what reads it, who asks, what it is about, or what it says.
    fn every_refusal_is_in_the_log_with_its_detail(server) {
        let (admin, organisation) = (Administration::of(server), server.organisation("told"));
        let reader = server.token_for(&organisation.id, &["--scopes", "read:User"]);
        let as_reader = |request: Request| {
            let request = request.with_prefix(&organisation.base_path()).header("Authorization", format!("Bearer {reader}"));
            server.send_absolute(request)
        };
        let refused = [
            organisation.send(Request::new("POST", "/Users").header("Content-Type", "text/plain").body("x")),
            organisation.send(Request::new("POST", "/Users").scim_body("{")),
            organisation.send(Request::new("POST", "/Users").scim_body(vec![b' '; 2_000_000])),
            organisation.post("/Users", &json!({ "schemas": [USER] })),
            organisation.get("/Users?count=many"),
            organisation.get("/Users?filter=userName"),
            organisation.get("/Groups/nobody"),
            as_reader(Request::new("POST", "/Users").json(&user("x"))),
            as_reader(Request::new("GET", "/Groups")),
        ];
        let records = log(&admin, &organisation.id, "", refused.len());
        for answer in refused {
            let record = records.iter().find(|record| record["request"] == request_id(&answer)).unwrap();
            assert_eq!(record["status"], json!(answer.status), "{answer}");
            assert!(record["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{answer} without detail: {record}");
        }
        admin.patch(&format!("/organisations/{}", organisation.id), &json!({ "status": "suspended" })).expect(200);
        let request = format!("&request={}", organisation.get("/Users").expect(403).header("x-request-id").unwrap());
        assert!(log(&admin, &organisation.id, &request, 1)[0]["detail"].as_str().unwrap().contains("suspended"));
    }

    /// A token that is none belongs to no organisation, whatever the path says: nobody fills another's log.
    fn requests_without_a_good_credential_are_in_no_log(server) {
        let (admin, organisation) = (Administration::of(server), server.organisation("quiet"));
        let path = format!("{}/Users", organisation.base_path());
        for token in ["Bearer nobody", "Basic Og=="] {
            server.send_absolute(Request::new("GET", &path).header("Authorization", token)).expect(401);
        }
        let other = server.organisation("loud");
        let foreign = Request::new("GET", &path).header("Authorization", format!("Bearer {}", other.token));
        server.send_absolute(foreign).expect(404);
        organisation.get("/Users").expect(200);
        assert_eq!(log(&admin, &organisation.id, "", 1)[0]["status"], json!(200));
    }
}

mod alone {
    use super::*;

    on_both_databases! {
        fresh;

        fn the_log_is_complete_when_the_server_stops(server) {
            for _ in 0..100 {
                server.post("/Users", &user(&unique("stop"))).expect(201);
            }
            assert_eq!(server.terminate(), Some(0));
            let shown = server.done(&["log", "--method", "post", "--count", "1000", "--json"]);
            assert_eq!(serde_json::from_str::<Vec<Value>>(&shown).unwrap().len(), 100);
        }
    }
}

#[track_caller]
fn assert_scim_type(response: &Response, status: u16) {
    assert_eq!(response.status, status, "{response}");
    assert!(response.json()["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{response}");
}
