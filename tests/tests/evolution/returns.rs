//! What was gone comes back with its values, and is found by them.

use serde_json::{Map, Value, json};
use tests::{Database, Earlier, earlier::extended, scim, server::binary};

use crate::{assert_same, assert_shown, changes, now, on_both, total};

const BADGE: &str = "urn:example:2.0:Badge";
const TEAM: &str = "urn:example:2.0:Team";

/// The build before had not what the one before that had: attributes, parts of attributes, an extension.
fn what_another_build_put_aside_is_there_again(database: Database) {
    let earlier = Earlier::load("between", database);
    let aside = earlier.texts("SELECT retired FROM users WHERE retired IS NOT NULL");
    assert_eq!(aside.len(), 6, "{aside:?}");
    let server = earlier.start(&extended());
    assert_same(&server, &earlier.answers());
    for (endpoint, filter, count) in [
        ("/Users", format!("{BADGE}:weight ge 4"), 3),
        ("/Users", format!("{BADGE}:keys[depth eq 13 and value eq \"K3\"]"), 1),
        ("/Groups", format!("{TEAM}:motto eq \"motto 1\""), 1),
        ("/Groups", format!("{TEAM}:number pr"), 3),
        ("/Groups", format!("{TEAM}:label eq \"b\""), 3),
        ("/Gadgets", "x-y eq \"dash-3\"".to_owned(), 1),
        ("/Gadgets", "x-y eq \"under-3\"".to_owned(), 0),
        ("/Gadgets", "x_y eq \"under-3\"".to_owned(), 1),
        ("/Gadgets", "fixedMany eq \"MANY-3\"".to_owned(), 1),
        ("/Gadgets", "fixedMany eq \"first\"".to_owned(), 6),
        ("/Gadgets", "items[value eq \"i3\" and ratio eq 3.5]".to_owned(), 1),
    ] {
        assert_eq!(total(&server, endpoint, &filter), count, "{filter}");
    }
    assert_eq!(earlier.texts("SELECT retired FROM users WHERE retired IS NOT NULL"), Vec::<String>::new());
}

fn an_extension_and_a_resource_type_go_and_return(database: Database) {
    let earlier = Earlier::load("earlier", database);
    drop(earlier.start(&extended()));

    let without = earlier.start(binary());
    let before = changes::of_default(&earlier);
    let user = before.iter().find(|one| one.get(BADGE).is_some()).unwrap();
    let shown = now(&without, user);
    assert_eq!(shown["userName"], user["userName"]);
    assert!(
        shown.get(BADGE).is_none() && shown["schemas"].as_array().is_some_and(|urns| !urns.contains(&BADGE.into()))
    );
    without.get("/Gadgets").expect(404);
    let refused = scim::filtered(&without, "/Users", &format!("{BADGE}:number eq 1"));
    scim::assert_scim_error(&refused, 400, "invalidFilter");
    // A client replaces a user without what it cannot see, and another one is new.
    let mut replacement = shown.clone();
    replacement["title"] = json!("Replaced");
    let target = format!("/Users/{}", user["id"].as_str().unwrap());
    without.put(&target, &replacement).expect(200);
    let id = without.post("/Users", &scim::user("of the time between")).expect(201).id();
    drop(without);

    let server = earlier.start(&extended());
    let back = now(&server, user);
    assert_eq!((&back[BADGE], &back["title"]), (&changes::expected(user)[BADGE], &json!("Replaced")));
    let again = scim::operations(json!([{ "op": "replace", "path": "title", "value": user["title"] }]));
    server.patch(&target, &again).expect(200);
    server.delete(&format!("/Users/{id}")).expect(204);
    // Besides version and time all is as if they had never been gone.
    let without_meta = |mut resource: Value| {
        resource.as_object_mut().map(|object: &mut Map<String, Value>| object.remove("meta"));
        resource
    };
    assert_eq!(without_meta(now(&server, user)), without_meta(changes::expected(user)));
    for before in before.iter().filter(|one| one["id"] != user["id"]) {
        assert_shown(&server, before, &changes::expected(before));
    }
    assert_eq!(total(&server, "/Users", &format!("{BADGE}:number lt 6")), 6);
    assert_eq!(total(&server, "/Users", &format!("not ({BADGE}:number pr)")), 5);
    assert_eq!(total(&server, "/Gadgets", "name sw \"gadget\""), 10);
    let taken = json!({ "schemas": [scim::USER, BADGE], "userName": "taken", BADGE: { "number": 3 } });
    scim::assert_scim_error(&server.post("/Users", &taken), 409, "uniqueness");
}

/// Nobody took members out of relations that were unseen.
fn what_was_deleted_meanwhile_is_no_member_when_its_relation_returns(database: Database) {
    let earlier = Earlier::load("earlier", database);
    let server = earlier.start(&extended());
    let user = server.post("/Users", &scim::user("to be deleted")).expect(201).id();
    let stays = server.post("/Users", &scim::user("to stay")).expect(201).id();
    let role = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Device"],
        "displayName": "d", "active": false,
    });
    let device = server.post("/Devices", &role).expect(201).id();
    let group = server.post("/Groups", &scim::group("of all", &[&user, &stays, &device])).expect(201).id();
    drop(server);
    let without = earlier.start(binary());
    without.delete(&format!("/Users/{user}")).expect(204);
    let shown = without.get(&format!("/Groups/{group}")).expect(200).json();
    let values: Vec<&Value> = shown["members"].as_array().unwrap().iter().map(|member| &member["value"]).collect();
    assert!(values.contains(&&json!(stays)) && !values.contains(&&json!(user)), "{shown}");
    drop(without);
    let server = earlier.start(&extended());
    let shown = server.get(&format!("/Groups/{group}")).expect(200).json();
    assert_eq!(scim::values(&shown, "members"), scim::set([stays.as_str(), device.as_str()]));
}

/// Nobody sees them in between, and a PUT of what is seen takes none of them out.
fn members_of_a_type_that_is_gone_come_back_with_it(database: Database) {
    let earlier = Earlier::load("earlier", database);
    let server = earlier.start(&extended());
    let user = server.post("/Users", &scim::user("who stays")).expect(201).id();
    let device = |name: &str| {
        let device = json!({ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Device"], "displayName": name, "active": false });
        server.post("/Devices", &device).expect(201).id()
    };
    let devices = [device("a"), device("b")];
    let group = server.post("/Groups", &scim::group("of both", &[&user, &devices[0], &devices[1]])).expect(201).id();
    let target = format!("/Groups/{group}");
    let before = server.get(&target).expect(200).json();
    drop(server);

    let planned = earlier.planned(binary());
    for told in [
        "Group: values of members of type Agent, Device, EndpointApp are put aside",
        "Device is gone: its resources stay, unseen",
    ] {
        assert!(planned.iter().any(|line| line == told), "{told}\n{}", planned.join("\n"));
    }
    let without = earlier.start(binary());
    let shown = without.get(&target).expect(200);
    assert_eq!(scim::values(&shown.json(), "members"), scim::set([user.as_str()]));
    assert_ne!(shown.json()["meta"]["version"], before["meta"]["version"], "what is shown is another version");
    assert_eq!(total(&without, "/Groups", &format!("members.value eq \"{}\"", devices[0])), 0);
    let mut replaced = shown.json();
    replaced["displayName"] = json!("of both still");
    without.put(&target, &replaced).expect(200);
    drop(without);

    let planned = earlier.planned(&extended());
    assert!(planned.iter().any(|line| line == "Device is there again, with its resources"), "{}", planned.join("\n"));
    let server = earlier.start(&extended());
    let back = server.get(&target).expect(200).json();
    assert_eq!(
        (scim::values(&back, "members"), &back["displayName"]),
        (scim::values(&before, "members"), &json!("of both still"))
    );
    server.delete(&format!("/Devices/{}", devices[0])).expect(204);
    let left = server.get(&target).expect(200).json();
    assert_eq!(scim::values(&left, "members"), scim::set([user.as_str(), devices[1].as_str()]));
}

/// Who read it before cannot overwrite what has come back since (RFC 7644 §3.14).
fn what_came_back_is_not_overwritten_by_who_did_not_see_it(database: Database) {
    let earlier = Earlier::load("earlier", database);
    drop(earlier.start(&extended()));
    let without = earlier.start(binary());
    let user = changes::of_default(&earlier).into_iter().find(|one| one.get(BADGE).is_some()).unwrap();
    let target = format!("/Users/{}", user["id"].as_str().unwrap());
    let seen = without.get(&target).expect(200);
    drop(without);
    let server = earlier.start(&extended());
    let condition = |method: &str, name: &str| tests::Request::new(method, &*target).header(name, seen.etag());
    server.send(condition("PUT", "If-Match").json(&seen.json())).expect(412);
    let again = server.send(condition("GET", "If-None-Match")).expect(200).json();
    assert_eq!(again[BADGE], changes::expected(&user)[BADGE]);
}

on_both! {
    members_of_a_type_that_is_gone_come_back_with_it
    what_came_back_is_not_overwritten_by_who_did_not_see_it
    what_another_build_put_aside_is_there_again
    an_extension_and_a_resource_type_go_and_return
    what_was_deleted_meanwhile_is_no_member_when_its_relation_returns
}
