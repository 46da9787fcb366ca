//! What the tool says of the changes that the tests of evolution make to stored databases is what the server does about
//! them (`tests/tests/evolution`).

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use codegen::{Change, Verdict};

#[path = "../src/folders.rs"]
#[expect(dead_code, reason = "packs play no part here")]
mod folders;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The changes from the schemas of a database of an earlier build to `tests/schemas`.
fn changes(name: &str) -> io::Result<Vec<Change>> {
    let sources = |folder: PathBuf| folders::sources(&root(), &[folder]);
    let old = sources(root().join("tests/databases").join(name).join("schemas"))?;
    codegen::diff(&old, &sources(root().join("tests/schemas"))?).map_err(io::Error::other)
}

#[test]
fn what_stops_the_start_is_said_to() -> io::Result<()> {
    let changes = changes("refused")?;
    let stops: BTreeSet<(String, bool)> = (changes.iter())
        .filter(|change| change.place.starts_with("Gadget ") && change.data.contains("stops"))
        .map(|change| (change.place["Gadget ".len()..].to_owned(), change.verdict == Verdict::Refused))
        .collect();
    let expected = [
        ("one-string", true),
        ("one-dateTime", true),
        ("inner.count", true),
        ("items.count", true),
        ("many_integer", true),
        ("one-boolean", true),
        ("owner.$ref", true),
        ("pin", true),
        ("hidden", true),
        ("parts", true),
        ("friends", true),
        ("name", false),
        ("unique_integer", false),
        ("unique_string", false),
        ("global", false),
    ];
    for (place, refused) in expected {
        assert!(stops.contains(&(place.to_owned(), refused)), "{place} is not said to stop the start: {stops:?}");
    }
    Ok(())
}

#[test]
fn what_stored_resources_bear_is_not_said_to_be_refused() -> io::Result<()> {
    let changes = changes("earlier")?;
    let said = |place: &str, what: &str, data: &str| {
        let found = changes.iter().any(|change| change.place == place && change.what == what && change.data == data);
        let of_place: Vec<_> = changes.iter().filter(|change| change.place == place).collect();
        assert!(found, "{place}: {what}: {data}\n{of_place:?}");
    };
    let refused: Vec<&Change> = changes.iter().filter(|change| change.verdict == Verdict::Refused).collect();
    assert!(refused.is_empty(), "{refused:?}");
    let anew = "the keys of stored values are made anew at start";
    said("Gadget exact", "caseExact is true, was false", anew);
    said("Gadget many_string", "caseExact is false, was true", anew);
    let widened = "stored values stay, and their keys are made anew at start";
    said("Gadget one-decimal", "type is decimal, was integer", widened);
    said("Gadget self", "type is string, was dateTime", widened);
    said("Gadget gen", "type is string, was binary", widened);
    let moved = "stored values are moved at start";
    said("Gadget never", "it is kept apart from the document, was kept in the document", moved);
    said("Gadget try", "it is kept in the document, was kept apart from the document", moved);
    said("Gadget crate", "uniqueness is none, was server", "the unique index is dropped at start");
    said("Gadget one-string", "an index is gone", "the index is dropped at start");
    said("Gadget name", "an index is new", "the index is built at start");
    said("Gadget Self2", "it is written Self2, was self2", "documents are written anew at start");
    said("Gadget x_y", "it is kept in gadgets.k_x_y_2, was in gadgets.k_x_y", "its keys are made anew at start");
    said("Gadget old", "the attribute is gone", "values stay, unseen, and come back if it returns");
    said("User urn:example:2.0:Visitor", "the extension is gone", "values stay, unseen, and come back if it returns");
    said("Group urn:example:2.0:Team", "a new extension", "what it needs is made at start");
    Ok(())
}

/// Of a relation the server puts aside what points to a type that it has no more.
#[test]
fn members_of_a_type_that_is_gone_are_said_to_come_back_with_it() -> io::Result<()> {
    let with = folders::sources(&root(), &[root().join("tests/schemas"), root().join("schemas/packs/devices")])?;
    let without = folders::sources(&root(), &[root().join("tests/schemas")])?;
    let changes = codegen::diff(&with, &without).map_err(io::Error::other)?;
    let found = changes.iter().find(|change| change.place == "Group members.$ref");
    let data = found.map(|change| (change.verdict, change.data));
    let expected = "values that refer to a type that is gone stay, unseen, and come back with it";
    assert_eq!(data, Some((Verdict::Attention, expected)), "{changes:?}");
    Ok(())
}
