//! What clients say of the resources that a list refers to, and to whom it may refer (RFC 7643 §2.4, RFC 7644 §3.5).

use serde_json::{Value, json};
use tests::{
    Server, on_both_databases,
    scim::{assert_scim_error, assert_scim_error_about, assert_unchanged, operations},
};

use crate::{
    kinds::{Attribute, Kind, name, subs, targets},
    patching::{Patched, ready},
    references::references,
    samples::{World, declare},
};

/// A list with one reference, and what is said of it.
struct Listed<'a> {
    patched: Patched<'a>,
    attribute: &'a Attribute,
    base: Value,
    id: String,
    location: String,
}

impl Listed<'_> {
    fn value(&self, display: Option<&str>) -> Value {
        let mut value = json!({ "value": self.id, "$ref": self.location });
        if let Some(display) = display {
            value["display"] = json!(display);
        }
        json!([value])
    }

    fn body(&self, display: Option<&str>) -> Value {
        let mut body = self.base.clone();
        self.attribute.set(&mut body, self.value(display));
        declare(&mut body, self.attribute);
        body
    }

    /// A path of the values that a filter selects.
    fn path(&self, filter: &str) -> String {
        format!("{}[{filter}]", self.attribute.path())
    }

    fn this(&self) -> String {
        self.path(&format!(r#"value eq "{}""#, self.id))
    }

    /// The resource has the one value with that text, is found by it, and sending the same again changes nothing.
    #[track_caller]
    fn says(&self, display: Option<&str>) {
        let Patched { world, kind, id } = &self.patched;
        let read = world.server.get(&self.patched.target()).expect(200).json();
        let values = self.attribute.of(&read);
        assert_eq!(values.as_array().map(Vec::len), Some(1), "{} {}: {read}", kind.name, self.attribute.path());
        assert_eq!(values[0]["value"], self.id.as_str());
        assert_eq!(values[0].get("display"), display.map(|display| json!(display)).as_ref(), "{} {values}", kind.name);
        for other in ["zero", "one", "two", "three"] {
            let filter = format!(r#"{}.display eq "{other}""#, self.attribute.path());
            assert_eq!(
                world.find(kind, &[id], &filter).len(),
                usize::from(display == Some(other)),
                "{} {filter}",
                kind.name
            );
        }
        world.server.put(&self.patched.target(), &self.body(display)).expect(200);
        assert_unchanged(world.server, &kind.endpoint, &read);
        self.patched.done("replace", self.attribute.path(), self.value(display));
        assert_unchanged(world.server, &kind.endpoint, &read);
    }

    /// Several operations in one request.
    #[track_caller]
    fn patch(&self, several: Value) {
        let answer = self.patched.world.server.patch(&self.patched.target(), &operations(several));
        assert!([200, 204].contains(&answer.status), "{} {answer}", self.patched.kind.name);
    }
}

/// Runs a test with each list of references of which clients say what they are called; `one` is what they said first.
fn each(server: &Server, test: impl Fn(&Listed<'_>, &Value)) {
    let world = World::of(server);
    let mut any = false;
    for (kind, attribute, target) in references(&world) {
        let display = subs(&attribute.declared).find(|sub| name(sub) == "display" && sub["mutability"] != "readOnly");
        let Some(display) = display.filter(|_| attribute.is_list()) else { continue };
        any = true;
        let base = ready(&world, kind, attribute);
        let (id, location) = world.target(&target.name);
        let patched = Patched { world: &world, kind, id: String::new() };
        let mut listed = Listed { patched, attribute, base, id, location };
        listed.patched.id = world.create(kind, &listed.body(Some("one")));
        test(&listed, display);
    }
    assert!(any);
}

/// The types that a reference may not have.
fn others<'a>(world: &'a World, attribute: &Attribute) -> impl Iterator<Item = &'a Kind> {
    let allowed: Vec<String> = targets(&attribute.declared).unwrap().into_iter().map(str::to_owned).collect();
    world.kinds.iter().filter(move |kind| !allowed.contains(&kind.name))
}

on_both_databases! {
    profiles;

    /// 7644-3.5.1-04, 7644-3.5.2.3-x1: what is replaced is as it was sent last, and what is the same is no change
    fn a_list_that_is_replaced_says_of_each_resource_what_was_sent_last(server) {
        each(server, |listed, _| {
            listed.says(Some("one"));
            for display in [Some("two"), None, Some("three")] {
                server.put(&listed.patched.target(), &listed.body(display)).expect(200);
                listed.says(display);
            }
            for display in [Some("two"), None, Some("three")] {
                listed.patched.done("replace", listed.attribute.path(), listed.value(display));
                listed.says(display);
            }
        });
    }

    /// 7644-3.5.2-x2
    fn a_value_that_is_removed_and_added_in_one_request_is_as_it_was_added(server) {
        each(server, |listed, _| {
            if listed.attribute.is_required() {
                return;
            }
            let path = listed.attribute.path();
            for (remove, display) in [
                (json!({ "op": "remove", "path": path }), Some("two")),
                (json!({ "op": "remove", "path": listed.this() }), Some("three")),
                (json!({ "op": "remove", "path": listed.path("display eq \"three\"") }), None),
                (json!({ "op": "remove", "path": path }), Some("one")),
            ] {
                listed.patch(json!([remove, { "op": "add", "path": path, "value": listed.value(display) }]));
                listed.says(display);
            }
        });
    }

    /// 7644-3.5.2-x2
    fn a_filter_sees_what_the_operations_before_it_made(server) {
        each(server, |listed, _| {
            let path = listed.attribute.path();
            if listed.attribute.is_required() {
                return;
            }
            listed.patch(json!([
                { "op": "replace", "path": path, "value": listed.value(Some("two")) },
                { "op": "remove", "path": listed.path("display eq \"two\"") },
            ]));
            assert_eq!(listed.attribute.of(&listed.patched.read()), &Value::Null, "{}", listed.patched.kind.name);
            listed.patched.done("add", path.as_str(), listed.value(Some("one")));
            listed.patch(json!([
                { "op": "remove", "path": listed.this() },
                { "op": "add", "path": path, "value": listed.value(Some("two")) },
                { "op": "remove", "path": listed.path("display pr and not (display eq \"one\")") },
            ]));
            assert_eq!(listed.attribute.of(&listed.patched.read()), &Value::Null, "{}", listed.patched.kind.name);
        });
    }

    /// 7643-7-18, 7643-7-20, 7644-3.5.2.3-04, 7644-3.5.2.3-x2
    fn what_is_said_of_a_reference_is_changed_by_path_where_the_schema_lets_it(server) {
        each(server, |listed, display| {
            let path = format!("{}.display", listed.this());
            let patched = &listed.patched;
            if display["mutability"] == "immutable" {
                patched.refused("replace", &path, json!("two"), "mutability");
                return;
            }
            patched.done("replace", path.as_str(), json!("two"));
            listed.says(Some("two"));
            patched.done("replace", listed.this(), json!({ "display": "three" }));
            listed.says(Some("three"));
            patched.done("add", listed.this(), json!({ "display": "two" }));
            listed.says(Some("two"));
            patched.done("replace", format!(r#"{}.display"#, listed.path("display eq \"two\"")), json!("three"));
            listed.says(Some("three"));
            patched.done("replace", format!("{}.display", listed.attribute.path()), json!("one"));
            listed.says(Some("one"));
            patched.done("remove", path.as_str(), Value::Null);
            listed.says(None);
            patched.done("add", path.as_str(), json!("one"));
            listed.says(Some("one"));
            listed.patch(json!([
                { "op": "replace", "path": path, "value": "two" },
                { "op": "replace", "path": format!("{}.display", listed.path("display eq \"two\"")), "value": "three" },
            ]));
            listed.says(Some("three"));
            patched.refused("replace", &format!("{}.display", listed.path("display eq \"one\"")), json!("two"), "noTarget");
        });
    }

    /// 7644-3.12-04, 7644-3.5.2.3-05: an error says which operation it is about
    fn a_filter_that_selects_no_reference_is_refused_with_its_operation(server) {
        each(server, |listed, display| {
            let none = listed.path("display eq \"nobody\"");
            let path = listed.attribute.path();
            let replace = json!({ "op": "replace", "path": format!("{none}.display"), "value": "two" });
            let remove = json!({ "op": "remove", "path": none });
            let mut refused = Vec::new();
            refused.extend((display["mutability"] != "immutable").then_some(replace));
            refused.extend(listed.patched.world.is_strict().then_some(remove));
            for operation in refused {
                let several = json!([{ "op": "add", "path": path, "value": listed.value(Some("one")) }, operation]);
                let answer = server.patch(&listed.patched.target(), &operations(several));
                assert_scim_error_about(&answer, 400, "noTarget", &format!("Operations[1]: no value of {}", listed.attribute.name()));
                listed.says(Some("one"));
            }
        });
    }

    /// 7643-2.3.7-06: of this organisation, the error says what the resource is; of another's, that there is none
    fn a_resource_of_a_type_that_a_list_does_not_refer_to_is_refused_as_such(server) {
        let elsewhere = server.organisation("elsewhere");
        let world = World::of(server);
        for (kind, attribute, target) in references(&world) {
            let body = |id: &str| {
                let mut body = ready(&world, kind, attribute);
                attribute.set(&mut body, json!([{ "value": id }]));
                declare(&mut body, attribute);
                body
            };
            // Lists whose resources must be there.
            let is_checked = attribute.is_list() && {
                let answer = server.post(&kind.endpoint, &body("01890000-0000-7000-8000-00000000dead"));
                answer.status == 400
            };
            for other in others(&world, attribute).filter(|_| is_checked) {
                let id = world.create(other, &world.least(other));
                let told = format!("{id}\" is a {}, and {} refers to ", other.name, attribute.name());
                let answer = server.post(&kind.endpoint, &body(&id));
                assert_scim_error_about(&answer, 400, "invalidValue", &told);
                assert_scim_error_about(&answer, 400, "invalidValue", &target.name);
                let foreign = elsewhere.post(&other.endpoint, &world.least(other)).expect(201).id();
                let answer = server.post(&kind.endpoint, &body(&foreign));
                let detail = assert_scim_error(&answer, 400, "invalidValue");
                assert!(!detail.contains(&other.name) && detail.contains("there is no resource"), "{detail}");
            }
        }
    }
}
