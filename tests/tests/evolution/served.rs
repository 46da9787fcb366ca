//! Databases with what scimd ships, served by today's builds.

use std::path::Path;

use serde_json::{Value, json};
use tests::{Database, Earlier, earlier::extended, scim, server::binary};

use crate::{assert_same, on_both, total};

/// Today's build answers for each resource what the earlier one did, and goes on from there.
fn served(name: &'static str, database: Database, program: &Path) {
    let earlier = Earlier::load(name, database);
    let planned = earlier.planned(program);
    assert!(planned.iter().all(|line| !line.contains("anew")), "{planned:?}");
    let server = earlier.start(program);
    let answers = earlier.answers();
    assert_eq!(answers.len(), 14);
    assert_same(&server, &answers);

    for (endpoint, filter, expected) in [
        ("/Users", "userName eq \"USER.3@example.COM\"", 1),
        ("/Users", "title eq \"patched\"", 1),
        ("/Users", "emails.value ew \"home.example\"", 10),
        ("/Users", "emails[type eq \"work\" and value eq \"user.7@example.com\"]", 1),
        ("/Users", "name.familyName eq \"STRASSE\"", 6),
        ("/Users", "active eq false", 1),
        ("/Users", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"tours\"", 4),
        ("/Users", "not (externalId pr)", 0),
        ("/Groups", "displayName eq \"group 1\"", 1),
    ] {
        assert_eq!(total(&server, endpoint, filter), expected, "{filter}");
    }
    let of_type =
        |kind: &str| answers.iter().filter(|answer| answer["meta"]["resourceType"] == kind).collect::<Vec<_>>();
    let (users, groups) = (of_type("User"), of_type("Group"));
    let member = format!("members.value eq \"{}\"", users[0]["id"].as_str().unwrap());
    assert_eq!(total(&server, "/Groups", &member), 2);

    // What was unique is unique, and writes go on from the version that was there.
    let taken = server.post("/Users", &scim::user("user.1@EXAMPLE.com"));
    scim::assert_scim_error(&taken, 409, "uniqueness");
    let id = server.post("/Users", &scim::user("of today")).expect(201).id();
    let target = format!("/Groups/{}", groups[0]["id"].as_str().unwrap());
    let added = scim::operations(json!([{ "op": "add", "path": "members", "value": [{ "value": id }] }]));
    server.patch(&target, &added).expect(204);
    let group = server.get(&target).expect(200).json();
    assert_eq!(group["members"].as_array().map(Vec::len), Some(7));
    assert_eq!(group["meta"]["version"], Value::from("W/\"2\""));
    assert_eq!(server.get("/Users?count=0").expect(200).json()["totalResults"], 12);
    server.delete(&format!("/Users/{id}")).expect(204);
    drop(server);
    assert_eq!(earlier.planned(program), ["nothing to change: the database is as this build has it"]);
}

/// The build before organisations and credentials; its tokens hold.
fn a_database_of_the_first_build_is_served_as_it_was(database: Database) {
    served("first", database, binary());
}

fn a_database_of_the_first_build_is_served_by_one_with_more_schemas(database: Database) {
    served("first", database, &extended());
}

fn a_database_of_an_earlier_build_is_served_as_it_was(database: Database) {
    served("shipped", database, binary());
}

fn organisations_of_an_earlier_build_keep_what_is_theirs(database: Database) {
    let earlier = Earlier::load("shipped", database);
    let server = earlier.start(&extended());
    let output = server.command(&["token", "create", "--org", "acme", "--name", "of a test"]);
    let token = String::from_utf8(output.stdout).unwrap().trim().to_owned();
    let list = tests::Request::new("GET", "/Users").header("Authorization", format!("Bearer {token}"));
    let users = server.send(list).expect(200).json();
    assert_eq!((&users["totalResults"], &users["Resources"][0]["userName"]), (&json!(1), &json!("user.1@example.com")));
}

on_both! {
    a_database_of_the_first_build_is_served_as_it_was
    a_database_of_the_first_build_is_served_by_one_with_more_schemas
    a_database_of_an_earlier_build_is_served_as_it_was
    organisations_of_an_earlier_build_keep_what_is_theirs
}
