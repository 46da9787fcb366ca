//! What differs between `tests/databases/earlier/schemas` and `tests/schemas`, and stored resources bear: each is followed.

use serde_json::{Value, json};
use tests::{Database, Earlier, Server, earlier::extended, scim};

use crate::{assert_shown, kills::enlarge, on_both, total};

const GADGET: &str = "urn:example:2.0:Gadget";
const EXTRA: &str = "urn:example:2.0:Gadget:Extra";
const BADGE: &str = "urn:example:2.0:Badge";
const VISITOR: &str = "urn:example:2.0:Visitor";
const TEAM: &str = "urn:example:2.0:Team";

/// What is answered now for a resource that the earlier build answered so.
pub(crate) fn expected(before: &Value) -> Value {
    let mut resource = before.clone();
    let object = resource.as_object_mut().unwrap();
    let remove_parts = |value: Option<&mut Value>, name: &str| {
        for part in value.and_then(Value::as_array_mut).into_iter().flatten() {
            part.as_object_mut().unwrap().remove(name);
        }
    };
    // Gone.
    for name in ["old", "olds", VISITOR] {
        object.remove(name);
    }
    object.get_mut("schemas").unwrap().as_array_mut().unwrap().retain(|urn| urn != VISITOR);
    remove_parts(object.get_mut("items"), "note");
    if let Some(badge) = object.get_mut(BADGE).and_then(Value::as_object_mut) {
        // Gone, never returned now, and returned on request now.
        for name in ["shelf", "code", "note"] {
            badge.remove(name);
        }
        remove_parts(badge.get_mut("keys"), "note");
    }
    let index = object.get("externalId").and_then(Value::as_str).and_then(|name| name.strip_prefix("gadget-"));
    if let Some(index) = index.map(str::to_owned) {
        object.remove("never");
        object.insert("try".to_owned(), format!("try-{index}").into());
        object.insert("one-decimal".to_owned(), index.parse::<f64>().unwrap().into());
        let own = object.remove("self2").unwrap();
        object.insert("Self2".to_owned(), own);
        object.get_mut(EXTRA).unwrap()["one-string"] = format!("Unseen-{index}").into();
    }
    resource
}

/// The resources of organisation `default` among what the earlier build answered.
pub(crate) fn of_default(earlier: &Earlier) -> Vec<Value> {
    earlier.answers().into_iter().filter(|answer| answer["externalId"] != "of-acme").collect()
}

#[track_caller]
pub(crate) fn assert_evolved(server: &Server, earlier: &Earlier) {
    for before in &of_default(earlier) {
        assert_shown(server, before, &expected(before));
    }
    let long = "x".repeat(1500);
    for (filter, count) in [
        // The case counts now, and did not.
        ("exact eq \"exact-0\"".to_owned(), 0),
        ("exact eq \"Exact-0\"".to_owned(), 5),
        // It does not count now, and did: in a column, in rows, in a part.
        ("match eq \"MATCH-3\"".to_owned(), 1),
        ("many_string eq \"many-4\"".to_owned(), 1),
        ("inner.display eq \"inner 3\"".to_owned(), 1),
        // Of another type.
        ("one-decimal gt 7.5".to_owned(), 2),
        ("self sw \"2020-01-0\"".to_owned(), 9),
        ("gen sw \"tw\"".to_owned(), 10),
        // Returned now, and never before.
        ("try eq \"TRY-3\"".to_owned(), 1),
        (format!("{EXTRA}:one-string eq \"unseen-3\""), 1),
        // In another column than before, in which now another attribute is.
        ("x_y eq \"under-3\"".to_owned(), 1),
        ("x-y pr".to_owned(), 0),
        ("not (x-y pr)".to_owned(), 13),
        ("Self2 eq \"self two 3\"".to_owned(), 1),
        // Longer than the keys of an index: one that is new, one that is gone.
        (format!("name eq \"Long {long}\""), 1),
        (format!("document eq \"Document {long}\""), 1),
        // New.
        ("items.ratio pr".to_owned(), 0),
        ("fixedMany pr".to_owned(), 0),
        ("one-integer pr".to_owned(), 0),
        // As before.
        ("items.value eq \"i3\"".to_owned(), 1),
        ("items.value eq \"I3\"".to_owned(), 0),
        ("inner.count ge 8".to_owned(), 2),
        ("one-dateTime lt \"2020-01-02T08:00:00Z\"".to_owned(), 1),
        ("parts pr".to_owned(), 1),
    ] {
        assert_eq!(total(server, "/Gadgets", &filter), count, "{filter}");
    }
    for (filter, count) in
        [("serial eq \"serial-1\"", 0), ("serial eq \"Serial-1\"", 1), ("colour eq \"red\"", 6), ("weight pr", 0)]
    {
        assert_eq!(total(server, "/Users", &format!("{BADGE}:{filter}")), count, "{filter}");
    }
    for refused in ["old pr", "never pr", "items[note pr]"] {
        let answer = scim::filtered(server, "/Gadgets", refused);
        scim::assert_scim_error(&answer, 400, "invalidFilter");
    }
    let refused = scim::filtered(server, "/Users", &format!("{VISITOR}:host pr"));
    scim::assert_scim_error(&refused, 400, "invalidFilter");
}

/// The build had recorded what lies in documents, and no more.
fn what_stored_resources_bear_is_followed(database: Database) {
    let unknown = "Gadget: each resource is held against the schemas, since its build recorded less";
    followed("earlier", database, &[unknown]);
}

fn what_is_recorded_is_compared(database: Database) {
    let told = [
        "compare the keys in gadgets.k_exact with the documents",
        "compare the keys in gadgets.k_match with the documents",
        "compare the keys in gadgets.k_x_y with the documents",
        "compare the keys in users.k_badge_serial with the documents",
        "make the rows of gadget_many_string anew",
        "Gadget: never was kept in the document and is kept apart from the document now",
        "Gadget: try was kept apart from the document and is kept in the document now",
        "Gadget: Self2 is written so now",
    ];
    followed("recorded", database, &told);
}

fn followed(name: &'static str, database: Database, told: &[&str]) {
    let earlier = Earlier::load(name, database);
    // One that scimd did not make.
    earlier.sql("CREATE INDEX of_the_operator ON gadgets (k_exact)");
    let before = earlier.whole();
    let planned = earlier.planned(&extended());
    assert!(earlier.whole() == before, "the plan changed something");
    for line in told {
        assert!(planned.iter().any(|said| said == line), "{line}\n{}", planned.join("\n"));
    }
    for line in [
        "create the table devices",
        "create the table gadget_fixed_many",
        "add the column gadget_items.k_ratio",
        "add the column users.k_badge_weight",
        "add the column groups.has_team",
        "make the column gadgets.k_one_decimal anew, with another type",
        "drop the index gadgets_k_one_string_id on gadgets, which is not declared any more",
        "drop the index gadgets_k_crate on gadgets, which is not declared any more",
        "drop the index users_k_badge_colour_id on users, which is not declared any more",
        "Gadget: old is gone: its values are put aside",
        "Gadget: items.note is gone: its values are put aside",
        "User: urn:example:2.0:Visitor is gone: its values are put aside",
        "Gadget: one-decimal was integer and is decimal now",
        "build the index gadgets_k_name_id on gadgets",
        "build the index gadgets_k_unique_string on gadgets",
        "build the index users_k_badge_label_id on users",
    ] {
        // A type that holds what the other held is followed in silence.
        let silent = line.contains("is decimal now");
        assert_eq!(planned.iter().any(|said| said == line), !silent, "{line}\n{}", planned.join("\n"));
    }
    let server = earlier.start(&extended());
    assert_evolved(&server, &earlier);

    // Nothing of what is gone is lost.
    let aside = earlier.texts("SELECT retired FROM gadgets WHERE retired IS NOT NULL").join("\n");
    for index in 0..10 {
        for value in ["old", "note"] {
            assert!(aside.contains(&format!("{value}-{index}\"")), "{value}-{index}\n{aside}");
        }
    }
    let aside = earlier.texts("SELECT retired FROM users WHERE retired IS NOT NULL").join("\n");
    for index in 0..6 {
        for value in ["host-", "S", "note of key "] {
            assert!(aside.contains(&format!("\"{value}{index}\"")), "{value}{index}\n{aside}");
        }
    }
    // Nor of what is never returned now.
    let apart = earlier.texts("SELECT secrets FROM gadgets WHERE secrets IS NOT NULL").join("\n");
    for index in 0..10 {
        assert!(apart.contains(&format!("\"never\":\"never-{index}\"")), "{apart}");
        assert!(apart.contains(&format!("\"hidden\":\"hidden-{index}\"")), "{apart}");
        assert!(!apart.contains(&format!("try-{index}")), "{apart}");
    }
}

fn what_is_new_can_be_used(database: Database) {
    let earlier = Earlier::load("earlier", database);
    let server = earlier.start(&extended());
    let gadget =
        |more: Value| scim::merged(json!({ "schemas": [GADGET], "name": scim::unique("New"), "always": "A" }), more);
    let new = gadget(json!({ "fixedMany": ["a", "B"], "items": [{ "value": "v", "ratio": 0.5 }], "x-y": "Dash" }));
    let id = server.post("/Gadgets", &new).expect(201).id();
    for filter in ["fixedMany eq \"b\"", "items[ratio lt 1]", "x-y eq \"dash\""] {
        assert_eq!(total(&server, "/Gadgets", filter), 1, "{filter}");
    }
    // An attribute and a part of one, on a resource of before.
    let user = of_default(&earlier).remove(0);
    let target = format!("/Users/{}", user["id"].as_str().unwrap());
    let change = scim::operations(json!([
        { "op": "add", "path": format!("{BADGE}:weight"), "value": 1.25 },
        { "op": "add", "path": format!("{BADGE}:keys[value eq \"K0\"].depth"), "value": 9 },
    ]));
    let changed = server.patch(&target, &change).expect(200).json();
    assert_eq!((&changed[BADGE]["weight"], &changed[BADGE]["keys"][0]["depth"]), (&json!(1.25), &json!(9)));
    assert_eq!(total(&server, "/Users", &format!("{BADGE}:keys[depth eq 9 and value eq \"K0\"]")), 1);
    // An extension, and resource types.
    let group = of_default(&earlier).into_iter().find(|one| one["meta"]["resourceType"] == "Group").unwrap();
    let target = format!("/Groups/{}", group["id"].as_str().unwrap());
    let add = scim::operations(json!([{ "op": "add", "value": { TEAM: { "motto": "Onwards", "number": 4 } } }]));
    server.patch(&target, &add).expect(204);
    assert_eq!(server.get(&target).expect(200).json()[TEAM]["number"], 4);
    assert_eq!(total(&server, "/Groups", &format!("{TEAM}:number eq 4")), 1);
    assert_eq!(total(&server, "/Groups", &format!("not ({TEAM}:motto pr)")), 2);
    for endpoint in ["/Devices", "/Roles", "/Agents"] {
        assert_eq!(server.get(endpoint).expect(200).json()["totalResults"], 0, "{endpoint}");
    }
    // A part of a relation of before.
    let part = json!({ "parts": [{ "value": id }] });
    server.post("/Gadgets", &gadget(part)).expect(201);
    assert_eq!(server.get(&format!("/Gadgets/{id}")).expect(200).json()["wholes"].as_array().map(Vec::len), Some(1));
}

fn what_is_unique_now_is_and_what_is_not_any_more_is_not(database: Database) {
    let earlier = Earlier::load("earlier", database);
    let server = earlier.start(&extended());
    let gadget =
        |more: Value| scim::merged(json!({ "schemas": [GADGET], "name": scim::unique("New"), "always": "A" }), more);
    let create = |more: Value| server.post("/Gadgets", &gadget(more));
    // Of before: unique; required.
    create(json!({ "crate": "crate-1" })).expect(201);
    create(json!({ "crate": "crate-1" })).expect(201);
    assert_eq!(total(&server, "/Gadgets", "crate eq \"crate-1\""), 3);
    // Of now: unique; unique over all organisations, of which another one has the value.
    scim::assert_scim_error(&create(json!({ "unique_string": "UNIQUE-1" })), 409, "uniqueness");
    scim::assert_scim_error(&create(json!({ "global": "of-acme" })), 409, "uniqueness");
    create(json!({ "unique_string": "another", "global": "OF-acme" })).expect(201);
}

fn an_index_that_is_new_serves_comparisons_and_one_that_is_gone_is_gone(database: Database) {
    let earlier = Earlier::load("earlier", database);
    earlier.sql("CREATE INDEX of_the_operator ON gadgets (k_exact)");
    // PostgreSQL chooses among the indexes of a table of a few rows as it likes.
    enlarge(&earlier);
    drop(earlier.start(&extended()));
    earlier.sql("ANALYZE");
    let indexes = match database {
        Database::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'index'",
        Database::Postgres => "SELECT indexname::text FROM pg_indexes WHERE schemaname = 'public'",
    };
    let indexes = earlier.texts(indexes);
    let there = |name: &str| indexes.iter().any(|index| index == name);
    for name in ["gadgets_k_name_id", "gadgets_k_unique_string", "users_k_badge_label_id", "of_the_operator"] {
        assert!(there(name), "{name} is not among {indexes:?}");
    }
    for name in ["gadgets_k_one_string_id", "gadgets_k_document_id", "gadgets_k_crate", "users_k_badge_colour_id"] {
        assert!(!there(name), "{name} is there");
    }
    for (from, condition, index) in [
        ("gadgets", "k_name = 'gadget 3'", "gadgets_k_name_id"),
        ("gadgets", "k_unique_string = 'unique-3'", "gadgets_k_unique_string"),
        ("users", "k_badge_label = 'label 3'", "users_k_badge_label_id"),
        ("user_badge_keys", "k_value = 'K3'", "user_badge_keys_k_value"),
    ] {
        let select = format!("SELECT id FROM {from} WHERE org = 1 AND {condition}");
        let plan = match database {
            Database::Sqlite => earlier.texts(&format!("EXPLAIN QUERY PLAN {select}")).join("\n"),
            Database::Postgres if from != "gadgets" => continue,
            Database::Postgres => earlier.texts(&format!("EXPLAIN {select}")).join("\n"),
        };
        assert!(plan.contains(index), "{condition}: {plan}");
    }
}

on_both! {
    what_stored_resources_bear_is_followed
    what_is_recorded_is_compared
    what_is_new_can_be_used
    what_is_unique_now_is_and_what_is_not_any_more_is_not
    an_index_that_is_new_serves_comparisons_and_one_that_is_gone_is_gone
}
