//! Changes that stored resources do not bear: the start stops, names each of them, and has changed nothing.

use serde_json::Value;
use tests::{Database, Earlier, earlier::extended};

use crate::{assert_same, on_both};

/// The `externalId` of each gadget that does not bear the change from `tests/databases/refused/schemas` to `tests/schemas`,
/// and what is said of it.
const CLASHES: &[(&str, &str)] = &[
    ("type", "one-string was integer and is string now, and it has a value"),
    ("date", "one-dateTime was string and is dateTime now, and it has a value"),
    ("inner type", "inner.count was string and is integer now, and it has a value"),
    ("item type", "items.count was string and is integer now, and it has a value"),
    ("single", "many_integer was integer and is multi-valued integer now, and it has a value"),
    ("list", "one-boolean was multi-valued boolean and is boolean now, and it has a value"),
    ("nameless", "name is required now, and it has none"),
    ("twin", "unique_integer is unique within an organisation now, and another Gadget has the same value"),
    ("other twin", "unique_integer is unique within an organisation now, and another Gadget has the same value"),
    // Both were unique as long as the case counted.
    ("upper", "unique_string is unique within an organisation now, and another Gadget has the same value"),
    ("lower", "unique_string is unique within an organisation now, and another Gadget has the same value"),
    ("global", "global is unique over all organisations now, and another Gadget has the same value"),
    ("global of acme", "global is unique over all organisations now, and another Gadget has the same value"),
    ("reference", "owner.$ref refers to resources of this server now, and it has another URI"),
    ("clear", "pin is kept as a hash now and was kept apart from the document, and it has a value"),
    ("hashed", "hidden is kept apart from the document now and was kept as a hash, and it has a value"),
    ("list of parts", "parts is kept as relation rows now and was kept in the document, and it has a value"),
    ("row of a friend", "friends is kept in the document now and was kept as relation rows, and it has a value"),
];

/// What is said of one, by what its build recorded.
fn reason_of(database: &'static str, name: &str) -> &'static str {
    match (database, name) {
        ("recorded-refused", "reference") => {
            "owner.$ref was any URI and refers to resources of this server now, and it has a value"
        }
        _ => CLASHES.iter().find(|(other, _)| *other == name).unwrap().1,
    }
}

fn by_name<'a>(answers: &'a [Value], name: &str) -> &'a str {
    answers.iter().find(|gadget| gadget["externalId"] == name).unwrap()["id"].as_str().unwrap()
}

fn what_resources_do_not_bear_stops_the_start_names_them_and_changes_nothing(database: Database) {
    named("refused", database);
}

fn what_resources_of_a_recording_build_do_not_bear_stops_the_start(database: Database) {
    named("recorded-refused", database);
}

fn named(refused: &'static str, database: Database) {
    let earlier = Earlier::load(refused, database);
    let (answers, before) = (earlier.answers(), earlier.whole());
    let plan = earlier.plan(&extended());
    assert!(!plan.status.success());
    for words in [String::from_utf8(plan.stderr).unwrap(), earlier.refused(&extended())] {
        for (name, _) in CLASHES {
            let reason = reason_of(refused, name);
            let organisation = if *name == "global of acme" { "acme" } else { "default" };
            let line = format!("  Gadget {} of organisation {organisation}: {reason}", by_name(&answers, name));
            assert!(words.lines().any(|said| said == line), "{line}\nis not in\n{words}");
        }
        assert_eq!(words.lines().filter(|line| line.starts_with("  Gadget ")).count(), CLASHES.len(), "{words}");
        let said = "the stored resources do not bear the changes of the schemas; nothing was changed. Mend these with the \
                    build before, or take the change back:\n  Gadget ";
        assert!(words.contains(said), "{words}");
        assert!(!words.contains("secret of a hash") && !words.contains("1234"), "{words}");
    }
    assert_eq!(earlier.whole(), before);
}

fn no_more_resources_are_named_than_an_operator_can_read(database: Database) {
    let earlier = Earlier::load("refused", database);
    let id = if database == Database::Sqlite { "randomblob(16)" } else { "gen_random_uuid()" };
    earlier.sql(&format!(
        "INSERT INTO gadgets (org, id, version, created, last_modified, document) \
         SELECT g.org, {id}, 1, g.created, g.created, g.document FROM gadgets g, (SELECT 1 FROM gadgets LIMIT 10) AS ten, \
         (SELECT 1 FROM gadgets LIMIT 10) AS times WHERE g.k_external_id = 'nameless'"
    ));
    let before = earlier.whole();
    let words = earlier.refused(&extended());
    assert_eq!(words.lines().filter(|line| line.starts_with("  Gadget ")).count(), 50, "{words}");
    let further = words.lines().last().unwrap().trim().strip_prefix("and ").and_then(|rest| rest.strip_suffix(" more"));
    assert_eq!(further.map(|number| number.parse::<usize>().unwrap()), Some(100 + CLASHES.len() - 50), "{words}");
    assert_eq!(earlier.whole(), before);
}

/// Of each kind of clash alone: one resource is enough.
fn each_of_the_clashes_alone_stops_the_start(database: Database) {
    // What is recorded of changes is looked at one by one.
    let loaded = Earlier::load("recorded-refused", database);
    let answers = loaded.answers();
    for (name, _) in CLASHES {
        let reason = reason_of("recorded-refused", name);
        // What is unique now clashes in pairs.
        let kept: Vec<&str> = CLASHES
            .iter()
            .filter(|(other, said)| other == name || *said == reason && said.contains("unique"))
            .map(|(name, _)| *name)
            .collect();
        let earlier = loaded.copy();
        leave(&earlier, &answers, &kept);
        let before = earlier.whole();
        let words = earlier.refused(&extended());
        assert_eq!(words.lines().filter(|line| line.starts_with("  Gadget ")).count(), kept.len(), "{words}");
        assert!(words.contains(reason) && words.contains(by_name(&answers, name)), "{words}");
        assert!(earlier.whole() == before, "{name} changed something");
    }
}

/// Deletes every gadget that does not bear the change, but for some.
fn leave(earlier: &Earlier, answers: &[Value], kept: &[&str]) {
    for (name, _) in CLASHES.iter().filter(|(name, _)| !kept.contains(name)) {
        let id = by_name(answers, name);
        let id = match earlier.database {
            Database::Sqlite => format!("X'{}'", id.replace('-', "")),
            Database::Postgres => format!("'{id}'"),
        };
        earlier.sql(&format!(
            "DELETE FROM gadgets WHERE id = {id}; DELETE FROM gadget_friends WHERE owner = {id}; \
             DELETE FROM gadget_items WHERE id = {id}; DELETE FROM gadget_one_boolean WHERE id = {id}; \
             DELETE FROM gadget_parts WHERE id = {id}"
        ));
    }
    earlier.sql(&format!(
        "UPDATE counters SET total = 0 WHERE slot > 0; UPDATE counters SET total = {} WHERE org = 1",
        1 + kept.len()
    ));
}

fn once_they_are_mended_the_build_starts(database: Database) {
    let earlier = Earlier::load("refused", database);
    leave(&earlier, &earlier.answers(), &[]);
    let server = earlier.start(&extended());
    let fine: Vec<Value> = earlier.answers().into_iter().filter(|gadget| gadget["externalId"] == "fine").collect();
    assert_eq!(fine.len(), 1);
    assert_same(&server, &fine);
}

on_both! {
    what_resources_do_not_bear_stops_the_start_names_them_and_changes_nothing
    what_resources_of_a_recording_build_do_not_bear_stops_the_start
    no_more_resources_are_named_than_an_operator_can_read
    each_of_the_clashes_alone_stops_the_start
    once_they_are_mended_the_build_starts
}
