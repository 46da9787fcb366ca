//! Two builds that serve one database for a while: the one that another has outdated reads on, and saves nothing, since it
//! would lose what it does not know.

use serde_json::{Value, json};
use tests::{Database, Earlier, Response, earlier::extended, scim, server::binary};

use crate::on_both;

const BADGE: &str = "urn:example:2.0:Badge";

#[track_caller]
fn assert_outdated(response: &Response) {
    let error = response.json();
    assert_eq!((response.status, &error["status"]), (503, &json!("503")), "{error}");
    assert!(error["detail"].as_str().unwrap().contains("nothing was saved"), "{error}");
}

fn a_process_of_the_build_before_saves_nothing_any_more(database: Database) {
    let earlier = Earlier::load("shipped", database);
    let before = earlier.start(binary());
    let id = before.post("/Users", &scim::user("between two")).expect(201).id();
    let target = format!("/Users/{id}");

    let new = earlier.start(&extended());
    let badge = json!({ "number": 7, "label": "seven" });
    let add = |value: Value| scim::operations(json!([{ "op": "add", "value": value }]));
    let with_badge = new.patch(&target, &add(json!({ BADGE: badge.clone() }))).expect(200).json();

    // It reads.
    assert_eq!(before.get(&target).expect(200).json()["userName"], "between two");
    let replacement = scim::user_with("between two", json!({ "title": "t" }));
    assert_outdated(&before.post("/Users", &scim::user("another")));
    assert_outdated(&before.put(&target, &replacement));
    assert_outdated(&before.patch(&target, &add(json!({ "title": "t" }))));
    assert_outdated(&before.delete(&target));
    assert_outdated(&before.post("/Groups", &scim::group("g", &[&id])));
    let bulk = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
        "Operations": [
            { "method": "POST", "path": "/Users", "bulkId": "a", "data": scim::user("of a bulk") },
            { "method": "PATCH", "path": target, "data": add(json!({ "title": "t" })) },
            { "method": "DELETE", "path": target },
        ],
    });
    let answers = before.post("/Bulk", &bulk).expect(200).json();
    let statuses: Vec<&Value> = answers["Operations"].as_array().unwrap().iter().map(|one| &one["status"]).collect();
    assert_eq!(statuses, ["503"; 3], "{answers}");
    assert!(before.log().contains("another build has evolved the database"));

    assert_eq!(new.get(&target).expect(200).json(), with_badge);
    assert_eq!(with_badge[BADGE], badge);
    assert_eq!(
        scim::filtered(&new, "/Users", "userName eq \"another\" or userName eq \"of a bulk\"").json()["totalResults"],
        0
    );
    // The other way round: what the build with less puts aside, the one with more does not put back.
    drop(before);
    let back = earlier.start(binary());
    assert_outdated(&new.patch(&target, &add(json!({ BADGE: { "note": "n" } }))));
    let shown = back.get(&target).expect(200).json();
    assert!(shown.get(BADGE).is_none(), "{shown}");
    back.patch(&target, &add(json!({ "title": "t" }))).expect(200);
}

on_both! {
    a_process_of_the_build_before_saves_nothing_any_more
}
