use super::*;

fn facts(data_type: &str, multi: bool, required: bool) -> Facts {
    Facts {
        data_type: data_type.to_owned(),
        multi,
        required,
        kept: Kept::Document,
        place: None,
        keys: String::new(),
        own: false,
        certificate: false,
    }
}

fn attributes(list: &[(&str, Facts)]) -> Attributes {
    list.iter().map(|(path, facts)| ((*path).to_owned(), facts.clone())).collect()
}

#[test]
fn what_changes_is_told_once_and_by_its_topmost_path() {
    let plain = || facts("string", false, false);
    let before = attributes(&[
        ("", facts("urn:x", false, true)),
        ("title", plain()),
        ("gone", facts("complex", false, false)),
        ("gone/part", plain()),
        ("emails", facts("complex", true, false)),
        ("emails/old", plain()),
        ("emails/value", plain()),
        ("level", plain()),
    ]);
    let now = attributes(&[
        ("", facts("urn:x", false, true)),
        ("title", facts("string", false, true)),
        ("new", facts("complex", false, true)),
        ("new/part", facts("string", false, true)),
        ("emails", facts("complex", true, false)),
        ("emails/value", facts("string", true, false)),
        ("emails/kind", facts("string", false, true)),
        ("level", facts("integer", false, false)),
    ]);
    let changes = changes(Some(&before), &now);
    let paths = |list: &[(String, Kept)]| list.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&changes.removed), ["emails/old", "gone"]);
    assert_eq!(paths(&changes.added), ["emails/kind", "new"]);
    assert_eq!(paths(&changes.required), ["emails/kind", "new", "title"]);
    let retyped: Vec<_> = changes.retyped.iter().map(|(path, _, words)| format!("{path} {words}")).collect();
    assert_eq!(
        retyped,
        ["emails/value was string and is multi-valued string now", "level was string and is integer now"]
    );
    assert!(!changes.unknown && changes.respelt.is_empty() && changes.moved.is_empty());
}

#[test]
fn what_is_kept_elsewhere_is_told_and_not_its_parts() {
    let kept = |kept| Facts { kept, ..facts("complex", true, false) };
    let part = |kept| Facts { kept, ..facts("string", false, false) };
    let before = attributes(&[
        ("", facts("urn:x", false, true)),
        ("answers", kept(Kept::Document)),
        ("answers/value", part(Kept::Document)),
        ("members", kept(Kept::Relation)),
        ("friends", kept(Kept::Document)),
        ("friends/value", part(Kept::Document)),
        ("selfName", facts("string", false, false)),
    ]);
    let now = attributes(&[
        ("", facts("urn:y", false, true)),
        ("answers", kept(Kept::Apart)),
        ("answers/value", part(Kept::Apart)),
        ("members", kept(Kept::Document)),
        ("members/value", part(Kept::Document)),
        ("friends", kept(Kept::Relation)),
        ("SelfName", facts("string", false, false)),
    ]);
    let changes = changes(Some(&before), &now);
    let moved = |path: &str, from, to| (path.to_owned(), from, to);
    assert_eq!(
        changes,
        Changes {
            moved: vec![
                moved("answers", Kept::Document, Kept::Apart),
                moved("friends", Kept::Document, Kept::Relation),
                moved("members", Kept::Relation, Kept::Document),
            ],
            respelt: vec![("SelfName".to_owned(), Kept::Document)],
            renamed: true,
            ..Changes::default()
        }
    );
}

#[test]
fn keys_are_stale_that_were_made_by_another_rule_or_of_another_attribute() {
    let at = |place: &str, keys: &str| Facts {
        place: Some(place.to_owned()),
        keys: keys.to_owned(),
        ..facts("string", false, false)
    };
    let root = ("", facts("urn:x", false, true));
    let before =
        attributes(&[root.clone(), ("a", at("t.a", "exact")), ("x_y", at("t.x", "folded")), ("z", at("t.z", ""))]);
    let now = attributes(&[
        root,
        ("a", at("t.a", "folded")),
        ("b", at("t.b", "folded")),
        ("x-y", at("t.x", "folded")),
        ("x_y", at("t.x_2", "folded")),
        ("Z", at("t.z", "")),
    ]);
    let stale: Vec<_> = stale(Some(&before), &now).into_iter().collect();
    let place = |place: &str, fresh| (place.to_owned(), fresh);
    assert_eq!(stale, [place("t.a", false), place("t.b", true), place("t.x", false), place("t.x_2", false)]);
    assert_eq!(super::stale(None, &now).len(), 5, "nothing is known of another build");
}

#[test]
fn values_that_fit_the_new_type_too_may_stay() {
    for (before, now, fits) in [
        ("reference", "string", true),
        ("dateTime", "string", true),
        ("integer", "decimal", true),
        ("string", "dateTime", false),
        ("decimal", "integer", false),
        ("boolean", "string", false),
    ] {
        assert_eq!(interchangeable(&facts(before, false, false), &facts(now, false, false)), fits, "{before} {now}");
    }
}

#[test]
fn a_path_is_written_as_clients_write_it() {
    assert_eq!(written("name/givenName"), "name.givenName");
    assert_eq!(written("urn:example:2.0:User/manager/value"), "urn:example:2.0:User:manager.value");
    assert_eq!(written("title"), "title");
}

#[test]
fn the_shipped_types_declare_what_is_kept_of_them() {
    let declared = declared(crate::store::generated::TABLES.iter().copied());
    let user = &declared["User"];
    assert!(user["userName"].required && user["emails"].multi && user.contains_key("emails/value"));
    assert_eq!((user["password"].kept, user["emails"].kept), (Kept::Hash, Kept::Document));
    for absent in ["groups", "meta", "id", "schemas"] {
        assert!(!user.contains_key(absent), "{absent}");
    }
    let group = &declared["Group"];
    assert_eq!(group["members"].kept, Kept::Relation);
    assert!(!group.contains_key("members/value"));
    assert_eq!(user["userName"].place.as_deref(), Some("users.k_user_name"));
    assert_eq!((user["userName"].keys.as_str(), user["nickName"].keys.as_str()), ("folded bounded", "folded"));
    assert_eq!(group[ROOT].keys, "displayName");
}
