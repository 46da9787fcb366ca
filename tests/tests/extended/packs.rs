//! The packs in `schemas/packs/`: what their pages in `docs/packs/` show is what happens where a pack is on, and where it is
//! off its endpoints are not there.

use std::path::Path;

use serde_json::Value;
use tests::{Server, guide::replay, on_both_databases, scim::assert_scim_error};

use crate::samples::World;

const PACKS: [&str; 3] = ["agents", "devices", "roles"];

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The endpoints that a pack declares.
fn endpoints(pack: &str) -> Vec<String> {
    let folder = root().join("schemas/packs").join(pack).join("resource-types");
    let documents = std::fs::read_dir(folder).unwrap().map(|entry| read(&entry.unwrap().path()));
    documents
        .map(|text| serde_json::from_str::<Value>(&text).unwrap()["endpoint"].as_str().unwrap().to_owned())
        .collect()
}

fn serves(server: &Server, endpoint: &str) -> bool {
    let types = server.get("/ResourceTypes").expect(200).json();
    types["Resources"].as_array().unwrap().iter().any(|kind| kind["endpoint"] == endpoint)
}

on_both_databases! {
    fn the_page_of_a_pack_shows_what_happens_and_a_pack_that_is_off_has_no_endpoint(server) {
        for pack in PACKS {
            let endpoints = endpoints(pack);
            assert!(!endpoints.is_empty(), "{pack}");
            if endpoints.iter().all(|endpoint| serves(server, endpoint)) {
                let name = format!("{pack}.md");
                replay(&server.organisation(pack), &name, &read(&root().join("docs/packs").join(&name)));
            } else {
                for endpoint in &endpoints {
                    assert_scim_error(&server.get(endpoint), 404, "");
                }
            }
        }
    }

    /// As RFC 9944 §7.1 nests the extensions of pairing methods
    fn an_extension_within_another_is_moved_to_the_top_and_refused_if_it_is_there_too(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let sent = world.open(kind);
            let present: Vec<&str> =
                kind.extensions.iter().map(|(urn, _)| urn.as_str()).filter(|urn| !sent[*urn].is_null()).collect();
            let [outer, inner, ..] = present[..] else { continue };
            let mut nested = sent.clone();
            let value = nested.as_object_mut().unwrap().remove(inner).unwrap();
            nested[outer][inner.to_uppercase()] = value;
            let mut twice = sent.clone();
            twice[outer][inner] = sent[inner].clone();
            assert_scim_error(&server.post(&kind.endpoint, &twice), 400, "invalidSyntax");
            let created = server.post(&kind.endpoint, &nested).expect(201).json();
            assert!(created[outer][inner].is_null() && created[outer][inner.to_uppercase()].is_null(), "{created}");
            for (name, value) in sent[inner].as_object().unwrap() {
                let shown = &created[inner][name];
                assert!(shown == value || shown.is_null() || value.is_object() || value.is_array(), "{name}: {created}");
            }
            assert!(!created[inner].is_null(), "{}", kind.name);
        }
    }
}

/// A page a pack, each in the index, and no pack without
#[test]
fn every_pack_has_a_page() {
    let names = |folder: &str| {
        let mut names: Vec<String> = std::fs::read_dir(root().join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap().trim_end_matches(".md").to_owned())
            .filter(|name| name != "README")
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("docs/packs"), PACKS);
    assert_eq!(names("schemas/packs"), PACKS);
    let index = read(&root().join("docs/packs/README.md"));
    assert!(PACKS.iter().all(|pack| index.contains(&format!("({pack}.md)"))), "{index}");
}
