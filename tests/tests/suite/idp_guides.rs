//! The setup guides in `docs/idp/`: every request that a page shows is sent as it stands there, in order, to an organisation
//! of its own, and the answer must be the one that the page shows.

use std::path::PathBuf;

use tests::{guide::replay, on_both_databases};

const PROVIDERS: [&str; 10] =
    ["authentik", "cyberark", "entra", "google", "jumpcloud", "keycloak", "okta", "onelogin", "ping", "sailpoint"];

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/idp"))
}

fn page(provider: &str) -> String {
    let path = folder().join(format!("{provider}.md"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

on_both_databases! {
    /// What a page shows is what happens.
    fn every_request_of_a_guide_is_answered_as_it_says(server) {
        for provider in PROVIDERS {
            replay(&server.organisation(provider), &format!("{provider}.md"), &page(provider));
        }
    }
}

/// A page a provider, each in the index, each saying how to test and which profile; and no page beside.
#[test]
fn there_is_a_guide_for_every_provider() {
    let index = page("index");
    let mut pages: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().trim_end_matches(".md").to_owned())
        .filter(|name| name != "index")
        .collect();
    pages.sort();
    assert_eq!(pages, PROVIDERS);
    for provider in PROVIDERS {
        assert!(index.contains(&format!("({provider}.md)")), "{provider} is not in the index");
        let page = page(provider);
        assert!(page.contains("scimd check ") && page.contains(&format!("--as {provider}")), "{provider}");
        for heading in
            ["## What to enter where", "## What it sends", "## Test the connection", "## When it does not work"]
        {
            assert!(page.contains(heading), "{provider}.md has no {heading:?}");
        }
        assert!(page.contains("Profile: `"), "{provider}.md names no profile");
    }
}
