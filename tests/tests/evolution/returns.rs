//! What was gone comes back with its values, and is found by them.

use serde_json::{Map, Value, json};
use tests::{Database, Earlier, earlier::extended, scim, server::binary};

use crate::{assert_same, changes, now, on_both, total};

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
        assert_eq!(now(&server, before), changes::expected(before));
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

on_both! {
    what_another_build_put_aside_is_there_again
    an_extension_and_a_resource_type_go_and_return
    what_was_deleted_meanwhile_is_no_member_when_its_relation_returns
}
