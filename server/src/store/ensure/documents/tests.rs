use super::*;
use crate::scim::{fixture, generated::RESOURCE_TYPES};

const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

fn user() -> &'static ResourceType {
    RESOURCE_TYPES.iter().find(|kind| kind.name == "User").unwrap()
}

fn gone(list: &[&str]) -> Vec<(String, Kept)> {
    list.iter().map(|path| ((*path).to_owned(), Kept::Document)).collect()
}

fn texts(document: &Value, retired: Option<&str>) -> Texts {
    Texts { document: document.to_string(), retired: retired.map(str::to_owned), secrets: None }
}

#[track_caller]
fn rewritten(changes: &Changes, document: &Value, retired: Option<&str>) -> (Value, Option<Value>) {
    match migrated(user(), changes, &texts(document, retired)) {
        Verdict::Changes(new) => {
            let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap();
            (parsed(&new.document), new.retired.as_deref().map(parsed))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_removed_is_put_aside_and_comes_back_where_it_was() {
    let document = json!({
        "schemas": [user().schema, ENTERPRISE],
        "userName": "a",
        "name": { "givenName": "b", "nick": "n" },
        "badge": 7,
        "emails": [{ "value": "x", "note": "one" }, { "value": "y" }, { "value": "z", "note": "two" }],
        ENTERPRISE: { "desk": "d" },
    });
    let paths = ["badge", "emails/note", "name/nick", &format!("{ENTERPRISE}/desk")];
    let removed = Changes { removed: gone(&paths), ..Changes::default() };
    let (without, aside) = rewritten(&removed, &document, None);
    assert_eq!(
        without,
        json!({
            "schemas": [user().schema],
            "userName": "a",
            "name": { "givenName": "b" },
            "emails": [{ "value": "x" }, { "value": "y" }, { "value": "z" }],
        })
    );
    let aside = aside.unwrap();
    assert_eq!(aside.as_object().map(Map::len), Some(4));
    // What is unknown is put aside although nobody said that it was there.
    let unknown = Changes { unknown: true, ..Changes::default() };
    let (same, found) = rewritten(&unknown, &document, None);
    assert_eq!((same, found.unwrap()), (without, aside));
}

#[test]
fn what_returns_finds_its_way_back() {
    let back = |before: Value, aside: Value, path: &str| {
        let changes = Changes { added: gone(&[path]), ..Changes::default() };
        let (after, left) = rewritten(&changes, &before, Some(&aside.to_string()));
        (after, left)
    };
    let schemas = json!([user().schema]);
    // Meanwhile an element went, and a value came.
    let before =
        json!({ "schemas": schemas, "userName": "a", "title": "new", "emails": [{ "value": "y" }, { "value": "z" }] });
    let parts = json!([{ "of": { "value": "x" }, "value": "home" }, { "of": { "value": "z" }, "value": "work" }]);
    let (after, left) = back(before.clone(), json!({ "emails/type": parts }), "emails/type");
    assert_eq!(after["emails"], json!([{ "value": "y" }, { "value": "z", "type": "work" }]));
    let unplaced = json!({ "emails/type": [{ "of": { "value": "x" }, "value": "home" }] });
    assert_eq!(left, Some(unplaced), "what finds no place stays aside");
    let (after, _) = back(before.clone(), json!({ "title": "old", "NickName": "n" }), "title");
    assert_eq!(after["title"], json!("new"), "what is there stays");
    let (after, _) = back(before.clone(), json!({ "NickName": "n" }), "nickName");
    assert_eq!(after["nickName"], json!("n"), "in whatever case it was put aside");
    let path = format!("{ENTERPRISE}/department");
    let (after, _) = back(before, json!({ path.clone(): "d" }), &path);
    assert_eq!(after[ENTERPRISE]["department"], json!("d"));
    assert_eq!(after["schemas"], json!([user().schema, ENTERPRISE]));
}

#[test]
fn what_a_document_does_not_bear_is_told() {
    let document = json!({ "schemas": [user().schema], "userName": "a", "emails": [{ "value": "x" }] });
    let clash = |changes: Changes| match migrated(user(), &changes, &texts(&document, None)) {
        Verdict::Clashes(reason) => reason,
        other => panic!("{other:?}"),
    };
    let retyped = vec![("userName".to_owned(), Kept::Document, "was string and is integer now".to_owned())];
    assert_eq!(
        clash(Changes { retyped, ..Changes::default() }),
        "userName was string and is integer now, and it has a value"
    );
    let required = gone(&["title"]);
    assert_eq!(clash(Changes { required, ..Changes::default() }), "title is required now, and it has none");
    let required = gone(&["emails/type"]);
    assert!(clash(Changes { required, ..Changes::default() }).contains("emails.type"));
    let moved = vec![("userName".to_owned(), Kept::Document, Kept::Hash)];
    assert_eq!(
        clash(Changes { moved, ..Changes::default() }),
        "userName is kept as a hash now and was kept in the document, and it has a value"
    );
}

#[test]
fn what_does_not_concern_a_document_leaves_it() {
    let document = json!({ "schemas": [user().schema], "userName": "a" });
    let changes = Changes {
        removed: gone(&["badge", "emails/note"]),
        added: gone(&["title"]),
        retyped: vec![("nickName".to_owned(), Kept::Document, "…".to_owned())],
        required: gone(&["emails/value", "userName"]),
        moved: vec![("title".to_owned(), Kept::Document, Kept::Apart)],
        certificates: vec!["x509Certificates/value".to_owned()],
        own: vec![format!("{ENTERPRISE}/manager/$ref")],
        respelt: gone(&["title"]),
        renamed: true,
        unknown: true,
    };
    assert_eq!(migrated(user(), &changes, &texts(&document, None)), Verdict::Stays);
    assert_eq!(migrated(user(), &changes, &texts(&document, Some(r#"{"other":1}"#))), Verdict::Stays);
}

#[test]
fn what_comes_back_with_another_type_is_a_clash() {
    let document = json!({ "schemas": [user().schema], "userName": "a" });
    let changes = Changes { added: gone(&["title"]), ..Changes::default() };
    let texts = texts(&document, Some(r#"{"title":5}"#));
    let expected = Verdict::Clashes("title has a value that does not fit its type now".to_owned());
    assert_eq!(migrated(user(), &changes, &texts), expected);
}

/// It was a string, and is a reference or binary now.
#[test]
fn what_comes_back_with_another_type_of_text_is_a_clash_unless_it_fits() {
    let document = json!({ "schemas": [user().schema], "userName": "a", "photos": [{ "type": "photo" }] });
    for (added, aside, path) in [
        ("profileUrl", json!({ "profileUrl": "not a URI" }), Some("profileUrl")),
        ("profileUrl", json!({ "profileUrl": "https://example.com/a" }), None),
        ("x509Certificates", json!({ "x509Certificates": [{ "value": "{}" }] }), Some("x509Certificates.value")),
        ("x509Certificates", json!({ "x509Certificates": [{ "value": "MAA=" }] }), None),
        (
            "photos/value",
            json!({ "photos/value": [{ "of": { "type": "photo" }, "value": "not a URI" }] }),
            Some("photos.value"),
        ),
    ] {
        let changes = Changes { added: gone(&[added]), ..Changes::default() };
        let verdict = migrated(user(), &changes, &texts(&document, Some(&aside.to_string())));
        match path {
            Some(path) => {
                let reason = format!("{path} has a value that does not fit its type now");
                assert_eq!(verdict, Verdict::Clashes(reason));
            }
            None => assert!(matches!(verdict, Verdict::Changes(_)), "{verdict:?}"),
        }
    }
}

#[test]
fn values_move_between_the_document_and_what_is_apart_and_hashes_do_not() {
    let document = json!({ "schemas": [user().schema], "userName": "a", "title": "t" });
    let before = Texts { secrets: Some(r#"{"nickName":"n"}"#.to_owned()), ..texts(&document, None) };
    let moved =
        vec![("title".to_owned(), Kept::Document, Kept::Apart), ("nickName".to_owned(), Kept::Apart, Kept::Document)];
    let Verdict::Changes(new) = migrated(user(), &Changes { moved, ..Changes::default() }, &before) else { panic!() };
    assert!(new.document.contains(r#""nickName":"n""#) && !new.document.contains("title"), "{new:?}");
    assert_eq!(new.secrets.as_deref(), Some(r#"{"title":"t"}"#));
    // A build that recorded less did not say whether it kept a hash.
    let unknown = Changes { unknown: true, ..Changes::default() };
    let clear = Texts { secrets: Some(r#"{"password":"clear"}"#.to_owned()), ..texts(&document, None) };
    assert!(
        matches!(migrated(user(), &unknown, &clear), Verdict::Clashes(reason) if reason.contains("password is kept as a hash now"))
    );
    let hash = Texts { secrets: Some(r#"{"password":"$argon2id$v=19$x"}"#.to_owned()), ..texts(&document, None) };
    assert_eq!(migrated(user(), &unknown, &hash), Verdict::Stays);
    // What was apart, or a hash, comes back as what it was alone.
    let removed = Changes { removed: vec![("password".to_owned(), Kept::Hash)], ..Changes::default() };
    let Verdict::Changes(gone) = migrated(user(), &removed, &hash) else { panic!() };
    assert_eq!((gone.secrets.clone(), gone.retired.is_some()), (None, true));
    let back = |kept| Changes { added: vec![("password".to_owned(), kept)], ..Changes::default() };
    assert_eq!(migrated(user(), &back(Kept::Document), &gone), Verdict::Stays);
    assert_eq!(migrated(user(), &back(Kept::Hash), &gone), Verdict::Changes(hash));
}

#[test]
fn names_are_written_as_the_schema_writes_them() {
    let document = json!({ "schemas": [user().schema], "userName": "a", "TITLE": "t", "emails": [{ "VALUE": "x" }] });
    let respelt = Changes { respelt: gone(&["title"]), ..Changes::default() };
    let (after, aside) = rewritten(&respelt, &document, None);
    assert_eq!((&after["title"], &after["emails"], aside), (&json!("t"), &json!([{ "value": "x" }]), None));
}

/// Puts aside by one change after the other and brings back by further ones; what is there in the end, and what is aside.
#[track_caller]
fn to_and_fro(document: &Value, removed: &[&[&str]], added: &[&[&str]]) -> (Value, Option<Value>) {
    let removed = removed.iter().map(|paths| Changes { removed: gone(paths), ..Changes::default() });
    let added = added.iter().map(|paths| Changes { added: gone(paths), ..Changes::default() });
    removed.chain(added).fold((document.clone(), None), |(document, aside), changes| {
        rewritten(&changes, &document, aside.map(|aside| aside.to_string()).as_deref())
    })
}

fn with_emails(emails: &Value) -> Value {
    json!({ "schemas": [user().schema], "userName": "a", "emails": emails })
}

#[test]
fn several_parts_of_a_list_come_back_to_their_elements() {
    let emails = json!([{ "value": "x", "type": "work", "display": "X" }, { "value": "y", "type": "home" }]);
    let document = with_emails(&emails);
    let both: &[&str] = &["emails/display", "emails/type"];
    let one_by_one: &[&[&str]] = &[&["emails/display"], &["emails/type"]];
    for removed in [&[both], one_by_one] {
        for added in [&[both], one_by_one] {
            assert_eq!(to_and_fro(&document, removed, added), (document.clone(), None), "{removed:?} {added:?}");
        }
        let (after, aside) = to_and_fro(&document, removed, &[&["emails/display"]]);
        assert_eq!(after["emails"], json!([{ "value": "x", "display": "X" }, { "value": "y" }]));
        assert_eq!(aside.unwrap()["emails/type"].as_array().map(Vec::len), Some(2));
    }
}

#[test]
fn elements_that_are_alike_each_get_their_part_back() {
    let document = with_emails(&json!([{ "value": "x", "type": "work" }, { "value": "y", "type": "work" }]));
    assert_eq!(to_and_fro(&document, &[&["emails/value"]], &[&["emails/value"]]), (document, None));
}

#[test]
fn an_element_that_held_nothing_else_comes_back_whole() {
    for emails in [json!([{ "display": "only" }]), json!([{ "value": "x" }, { "display": "only" }])] {
        let document = with_emails(&emails);
        let back = to_and_fro(&document, &[&["emails/display"]], &[&["emails/display"]]);
        assert_eq!(back, (document, None));
    }
    let document = with_emails(&json!([{ "display": "d", "type": "t" }]));
    let both: &[&str] = &["emails/display", "emails/type"];
    assert_eq!(to_and_fro(&document, &[both], &[both]), (document, None), "whichever comes first");
}

#[test]
fn what_is_put_aside_joins_what_found_no_place() {
    let document = with_emails(&json!([{ "value": "x", "type": "work" }]));
    let part = |value: &str| json!({ "of": { "value": value }, "value": "work" });
    let aside = json!({ "emails/type": [part("gone")] }).to_string();
    let removed = Changes { removed: gone(&["emails/type"]), ..Changes::default() };
    let (_, aside) = rewritten(&removed, &document, Some(&aside));
    assert_eq!(aside, Some(json!({ "emails/type": [part("gone"), part("x")] })));
}

/// A list whose elements have an attribute `of` is no list of parts.
#[test]
fn a_list_of_objects_comes_back_into_an_extension_that_is_gone() {
    let mut root = Map::new();
    let list = json!([{ "of": "a", "value": "b" }, { "of": "c", "value": "d" }]);
    assert_eq!(put(&mut root, &format!("{ENTERPRISE}/pieces"), list.clone()), None);
    assert_eq!(root[ENTERPRISE]["pieces"], list);
    let list = json!([{ "of": "a", "more": "b" }]);
    assert_eq!(put(&mut root, "name/pieces", list.clone()), None);
    assert_eq!(root["name"]["pieces"], list);
}

#[test]
fn a_part_that_went_before_its_parent_comes_back_with_it() {
    let document = json!({
        "schemas": [user().schema, ENTERPRISE],
        "userName": "a",
        "name": { "givenName": "g", "familyName": "f" },
        "emails": [{ "value": "x", "type": "work" }],
        ENTERPRISE: { "department": "d", "division": "v" },
    });
    let part = format!("{ENTERPRISE}/division");
    let removed: &[&[&str]] = &[&["name/familyName", "emails/type", &part], &["name", "emails", ENTERPRISE]];
    let back = to_and_fro(&document, removed, &[&["name", "emails", ENTERPRISE]]);
    assert_eq!(back, (document.clone(), None));
    // What is not there yet waits.
    let aside = json!({ "NAME/givenName": "g", "name/nick": "n" }).to_string();
    let added = Changes { added: gone(&["name"]), ..Changes::default() };
    let (after, aside) = rewritten(&added, &with_emails(&json!([{ "value": "x" }])), Some(&aside));
    assert_eq!((&after["name"], aside), (&json!({ "givenName": "g" }), Some(json!({ "name/nick": "n" }))));
}

#[test]
fn what_was_in_the_document_does_not_become_relation_rows() {
    let document = json!({ "schemas": [user().schema], "userName": "a" });
    let changes = Changes { added: vec![("owners".to_owned(), Kept::Relation)], ..Changes::default() };
    let aside = r#"{"owners":[{"value":"1"}]}"#;
    let expected = "owners is kept as relation rows now and was kept in the document, and it has a value";
    assert_eq!(migrated(user(), &changes, &texts(&document, Some(aside))), Verdict::Clashes(expected.to_owned()));
    assert_eq!(migrated(user(), &changes, &texts(&document, None)), Verdict::Stays);
}

/// What was aside has the names of the build that put it there.
#[test]
fn what_comes_back_is_written_as_the_schema_writes_it() {
    let document = json!({ "schemas": [user().schema], "userName": "a", "emails": [{ "value": "x" }] });
    let aside = json!({
        "NAME": { "GIVENNAME": "g" },
        "photos": [{ "VALUE": "https://example.com/p" }],
        "emails/TYPE": [{ "of": { "value": "x" }, "value": "work" }],
    });
    let added = Changes { added: gone(&["name", "photos", "emails/type"]), ..Changes::default() };
    let (after, left) = rewritten(&added, &document, Some(&aside.to_string()));
    assert_eq!(
        (&after["name"], &after["photos"]),
        (&json!({ "givenName": "g" }), &json!([{ "value": "https://example.com/p" }]))
    );
    assert_eq!((&after["emails"], left), (&json!([{ "value": "x", "type": "work" }]), None));
    // A part of what comes back, too.
    let (after, left) = rewritten(
        &added,
        &with_emails(&json!([{ "value": "x" }])),
        Some(&json!({ "name/GIVENNAME": "g" }).to_string()),
    );
    assert_eq!((&after["name"], left), (&json!({ "givenName": "g" }), None));
}

/// Of the type of the fixture, whose `keys` need a `value`, and the `locker` of whose extension needs a `number`.
fn of_fixture(document: Value, aside: Value, added: &[&str]) -> Verdict {
    let changes = Changes { added: gone(added), ..Changes::default() };
    migrated(&fixture::TYPE, &changes, &texts(&document, Some(&aside.to_string())))
}

#[test]
fn what_comes_back_without_what_is_required_within_it_is_told() {
    let plain = || json!({ "schemas": [fixture::SCHEMA], "userName": "a" });
    let locker = format!("{}/locker", fixture::EXTENSION);
    for (added, aside, lacked) in [
        ("keys", json!({ "keys": [{ "value": "v" }, { "comment": "c" }] }), "keys.value"),
        (fixture::EXTENSION, json!({ fixture::EXTENSION: { "locker": { "colors": ["red"] } } }), "locker.number"),
    ] {
        match of_fixture(plain(), aside, &[added]) {
            Verdict::Clashes(reason) => {
                assert!(reason.ends_with(&format!("{lacked} is required now, and it has none")), "{reason}");
            }
            other => panic!("{added}: {other:?}"),
        }
    }
    let whole = json!({ "keys": [{ "value": "v" }], locker.clone(): { "number": "n" } });
    assert!(matches!(of_fixture(plain(), whole, &["keys", &locker]), Verdict::Changes(_)));
}

/// A client took away, as a whole, what had a part that it could not see.
#[test]
fn a_part_waits_for_what_cannot_be_without_a_part_that_is_gone() {
    let plain = || json!({ "schemas": [fixture::SCHEMA], "userName": "a" });
    let (colors, number) =
        (format!("{}/locker/colors", fixture::EXTENSION), format!("{}/locker/number", fixture::EXTENSION));
    let aside = json!({ colors.clone(): ["red"], "keys/comment": [{ "of": {}, "value": "c" }] });
    assert_eq!(of_fixture(plain(), aside.clone(), &[&colors, "keys/comment"]), Verdict::Stays);
    // With the part it is whole again.
    let mut both = aside.clone();
    both[&number] = json!("n");
    let Verdict::Changes(new) = of_fixture(plain(), both, &[&colors, &number]) else { panic!() };
    let document: Value = serde_json::from_str(&new.document).unwrap();
    assert_eq!(document[fixture::EXTENSION], json!({ "locker": { "number": "n", "colors": ["red"] } }));
    // A part of what needs none comes back with it.
    let Verdict::Changes(new) = of_fixture(plain(), json!({ "name/givenName": "g" }), &["name/givenName"]) else {
        panic!()
    };
    assert!(new.document.contains(r#""name":{"givenName":"g"}"#), "{new:?}");
}

#[test]
fn what_is_new_and_required_needs_a_build_in_between() {
    let changes = Changes { added: gone(&["title"]), required: gone(&["title", "nickName"]), ..Changes::default() };
    let reason = |document: Value| match migrated(user(), &changes, &texts(&document, None)) {
        Verdict::Clashes(reason) => reason,
        other => panic!("{other:?}"),
    };
    let without = json!({ "schemas": [user().schema], "userName": "a" });
    let expected = "title is required now, and it has none; let a build have it first that does not require it";
    assert_eq!(reason(without.clone()), expected);
    let mut titled = without;
    titled["title"] = json!("t");
    assert_eq!(reason(titled), "nickName is required now, and it has none");
}

/// A client changed another part of it.
#[test]
fn a_part_comes_back_to_the_element_of_the_same_value() {
    let document = with_emails(&json!([{ "value": "y", "type": "home" }, { "value": "x", "type": "home" }]));
    let aside = json!({ "emails/display": [
        { "of": { "value": "x", "type": "work" }, "value": "X" },
        { "of": { "value": "z", "type": "home" }, "value": "Z" },
    ] });
    let added = Changes { added: gone(&["emails/display"]), ..Changes::default() };
    let (after, left) = rewritten(&added, &document, Some(&aside.to_string()));
    assert_eq!(after["emails"][1], json!({ "value": "x", "type": "home", "display": "X" }));
    assert_eq!(after["emails"][0], json!({ "value": "y", "type": "home" }));
    assert_eq!(left, Some(json!({ "emails/display": [{ "of": { "value": "z", "type": "home" }, "value": "Z" }] })));
}
