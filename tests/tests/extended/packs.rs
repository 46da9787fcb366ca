//! The packs in `schemas/packs/`: what their pages in `docs/packs/` show is what happens where a pack is on, and where it is
//! off its endpoints are not there.

use std::path::Path;

use serde_json::Value;
use tests::{Server, guide::replay, on_both_databases, scim::assert_scim_error};

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
