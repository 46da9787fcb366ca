//! Lists: totals, pages and order (RFC 7644 §3.4.2, §3.4.2.3, §3.4.2.4).

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Database, PerDatabase, Response, Server, on_both_databases};

const USERS: usize = 125;

/// 125 users `u000`…`u124` and two groups.
fn corpus(database: Database) -> &'static Server {
    static CORPUS: PerDatabase = PerDatabase::new();
    CORPUS.get(database, |server| {
        for number in 0..USERS {
            let more = json!({ "displayName": format!("D{:03}", USERS - number), "title": if number % 2 == 0 { "even" } else { "odd" } });
            server.post("/Users", &user_with(&format!("u{number:03}"), more)).expect(201);
        }
        create_group(server, &[]);
        create_group(server, &[]);
    })
}

/// Users whose order is known: name, given name, emails, externalId.
fn sortable(database: Database) -> &'static Server {
    static SORTABLE: PerDatabase = PerDatabase::new();
    SORTABLE.get(database, |server| {
        for body in [
            json!({ "userName": "b", "externalId": "B", "active": true, "name": { "givenName": "Zoe" }, "emails": [{ "value": "1@x.example" }, { "value": "9@x.example", "primary": true }] }),
            json!({ "userName": "A", "externalId": "a", "active": false, "name": { "givenName": "adam" }, "emails": [{ "value": "5@x.example" }, { "value": "0@x.example" }] }),
            json!({ "userName": "ä", "externalId": "b", "emails": [{ "value": "7@x.example" }] }),
            json!({ "userName": "C", "externalId": "A", "name": { "givenName": "Bea" } }),
        ] {
            server.post("/Users", &merged(json!({ "schemas": [USER] }), body)).expect(201);
        }
    })
}

#[track_caller]
fn names(response: Response) -> Vec<String> {
    resources(response).iter().map(|user| user["userName"].as_str().unwrap().to_owned()).collect()
}

#[track_caller]
fn page(server: &Server, query: &str) -> Value {
    server.get(&format!("/Users?{query}")).expect(200).json()
}

on_both_databases! {
    from corpus;

    /// 7644-3.4.2-03, 7644-3.4.2-04, 7644-3.4.2-05, 7644-3.4.2-06, 7644-3.4.2-07, 7644-3.4.2-08
    fn a_list_without_parameters_is_the_first_hundred_in_the_order_of_creation(server) {
        let list = page(server, "");
        assert_eq!(list["schemas"], json!([LIST]));
        assert_eq!(list["totalResults"], json!(USERS));
        assert_eq!(list["itemsPerPage"], json!(100));
        assert_eq!(list["startIndex"], json!(1));
        let expected: Vec<String> = (0..100).map(|number| format!("u{number:03}")).collect();
        assert_eq!(names(server.get("/Users")), expected);
        assert_eq!(server.get("/Users").media_type(), Some("application/scim+json"));
    }

    fn pages_follow_each_other_without_gap_or_repetition(server) {
        let mut seen = Vec::new();
        for start in (1..=USERS).step_by(20) {
            let list = page(server, &format!("startIndex={start}&count=20"));
            assert_eq!(list["startIndex"], json!(start));
            assert_eq!(list["totalResults"], json!(USERS));
            let count = list["Resources"].as_array().unwrap().len();
            assert_eq!(count, 20.min(USERS + 1 - start));
            assert_eq!(list["itemsPerPage"], json!(count));
            seen.extend(names(server.get(&format!("/Users?startIndex={start}&count=20"))));
        }
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), USERS);
        assert_eq!(seen.len(), USERS);
    }

    /// 7644-3.4.2.4-03, 7644-3.4.2.4-05a, 7644-3.4.2.4-05b, 7644-3.4.2.4-x1
    fn odd_numbers_are_brought_into_range(server) {
        for query in ["startIndex=0&count=2", "startIndex=-5&count=2", "count=2"] {
            let list = page(server, query);
            assert_eq!(list["startIndex"], json!(1), "{query}");
            assert_eq!(list["Resources"].as_array().unwrap().len(), 2, "{query}");
        }
        for query in ["count=0", "count=-1", "count=-99999999999"] {
            let list = page(server, query);
            assert_eq!(list["totalResults"], json!(USERS), "{query}");
            assert!(list["Resources"].as_array().is_none_or(Vec::is_empty), "{query}");
        }
        let past = page(server, "startIndex=9999");
        assert_eq!(past["totalResults"], json!(USERS));
        assert!(past["Resources"].as_array().is_none_or(Vec::is_empty));
        assert_eq!(page(server, "count=100000")["Resources"].as_array().unwrap().len(), USERS);
        assert_eq!(page(server, "count=2147483648&startIndex=125")["Resources"].as_array().unwrap().len(), 1);
    }

    /// 7644-3.4.2.4-x1
    fn what_is_no_number_is_refused_by_name(server) {
        for query in ["count=abc", "startIndex=abc", "count=1.5", "startIndex=1e3", "count="] {
            let word = query.split('=').next().unwrap();
            assert_scim_error_about(&server.get(&format!("/Users?{query}")), 400, "invalidValue", word);
        }
    }

    /// 7644-3.4.2-09
    fn no_match_is_an_empty_list(server) {
        let list = filtered(server, "/Users", "userName eq \"nobody\"").expect(200).json();
        assert_eq!(list["totalResults"], json!(0));
        assert_eq!(list["schemas"], json!([LIST]));
        assert!(list["Resources"].as_array().is_none_or(Vec::is_empty));
    }

    /// 7644-3.4.2.2-04
    fn the_total_counts_the_matches_of_the_filter(server) {
        let filter = encode("title eq \"odd\"");
        let list = page(server, &format!("filter={filter}&count=5&startIndex=3"));
        assert_eq!(list["totalResults"], json!(USERS / 2));
        assert_eq!(names(server.get(&format!("/Users?filter={filter}&count=3&startIndex=3"))), ["u005", "u007", "u009"]);
    }

    fn totals_follow_every_kind_of_write(server) {
        let before = server.get("/Groups?count=0").expect(200).json()["totalResults"].as_u64().unwrap();
        let id = create_group(server, &[]);
        assert_eq!(server.get("/Groups?count=0").json()["totalResults"], json!(before + 1));
        server.delete(&format!("/Groups/{id}")).expect(204);
        assert_eq!(server.get("/Groups?count=0").json()["totalResults"], json!(before));
    }

    /// 7644-3.4.2-02b
    fn unknown_parameters_are_ignored(server) {
        assert_eq!(names(server.get("/Users?foo=bar&count=1")), ["u000"]);
    }

    fn pages_of_a_sorted_list_follow_each_other(server) {
        let mut seen = Vec::new();
        for start in [1, 51, 101] {
            seen.extend(names(server.get(&format!("/Users?sortBy=displayName&count=50&startIndex={start}"))));
        }
        let expected: Vec<String> = (0..USERS).rev().map(|number| format!("u{number:03}")).collect();
        assert_eq!(seen, expected);
    }

    /// 7644-3.4.2.4-02
    fn equal_sort_keys_keep_a_stable_order(server) {
        let mut seen = Vec::new();
        for start in (1..=USERS).step_by(25) {
            seen.extend(names(server.get(&format!("/Users?sortBy=title&count=25&startIndex={start}"))));
        }
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), USERS, "a page repeats or skips users");
    }
}

mod sorting {
    use super::*;

    on_both_databases! {
        from super::sortable;

        /// 7644-3.4.2.3-03, 7644-3.4.2.3-04, 7644-3.4.2.3-05
        fn text_is_sorted_by_its_folded_characters_ascending_unless_told_otherwise(server) {
            assert_eq!(names(server.get("/Users?sortBy=userName")), ["A", "b", "C", "ä"]);
            assert_eq!(names(server.get("/Users?sortBy=userName&sortOrder=ascending")), ["A", "b", "C", "ä"]);
            assert_eq!(names(server.get("/Users?sortBy=userName&sortOrder=descending")), ["ä", "C", "b", "A"]);
        }

        /// 7644-3.4.2.3-05
        fn case_exact_attributes_are_sorted_by_their_characters(server) {
            assert_eq!(names(server.get("/Users?sortBy=externalId")), ["C", "b", "A", "ä"]);
        }

        /// 7644-3.4.2.3-x1: without a value last when ascending, first when descending; a list by its primary or first value
        fn absent_values_are_last_and_lists_are_sorted_by_their_primary_value(server) {
            assert_eq!(names(server.get("/Users?sortBy=name.givenName")), ["A", "C", "b", "ä"]);
            assert_eq!(names(server.get("/Users?sortBy=name.givenName&sortOrder=descending")), ["ä", "b", "C", "A"]);
            assert_eq!(names(server.get("/Users?sortBy=emails.value")), ["A", "ä", "b", "C"]);
            assert_eq!(names(server.get("/Users?sortBy=emails.value&sortOrder=descending")), ["C", "b", "ä", "A"]);
        }

        fn dates_urns_and_any_case_of_the_name_sort_too(server) {
            assert_eq!(names(server.get("/Users?sortBy=meta.created")), ["b", "A", "ä", "C"]);
            assert_eq!(names(server.get("/Users?sortBy=meta.lastModified&sortOrder=descending")), ["C", "ä", "A", "b"]);
            assert_eq!(names(server.get(&format!("/Users?sortBy={}:USERNAME", encode(&USER.to_uppercase())))), ["A", "b", "C", "ä"]);
        }

        /// 7644-3.4.3-13, 7644-3.4.3-15
        fn a_sort_that_cannot_be_is_refused(server) {
            for (query, word) in [("sortBy=nosuch", "nosuch"), ("sortBy=name", "name"), ("sortBy=userName&sortOrder=sideways", "sortOrder")] {
                let response = server.get(&format!("/Users?{query}"));
                let scim_type = response.json()["scimType"].as_str().unwrap_or_default().to_owned();
                assert!(["invalidValue", "invalidPath"].contains(&scim_type.as_str()), "{response}");
                assert_scim_error_about(&response, 400, &scim_type, word);
            }
            assert_eq!(server.get("/Users?sortBy=password").status, 400, "the order would tell of the hash");
        }
    }
}

mod counting {
    use super::*;

    on_both_databases! {
        fresh;

        /// 7643-5-10: no page holds more than maxResults
        fn a_page_never_holds_more_than_the_maximum(server) {
            let config = server.get("/ServiceProviderConfig").expect(200).json();
            let maximum = config["filter"]["maxResults"].as_u64().unwrap() as usize;
            assert_eq!(maximum, 1000);
            std::thread::scope(|scope| {
                for part in 0..4 {
                    scope.spawn(move || {
                        for number in 0..(maximum + 40) / 4 {
                            server.post("/Users", &user(&format!("u{part}-{number}"))).expect(201);
                        }
                    });
                }
            });
            let list = server.get("/Users?count=5000").expect(200).json();
            assert_eq!(list["totalResults"], json!(maximum + 40));
            assert_eq!(list["Resources"].as_array().unwrap().len(), maximum);
            assert_eq!(list["itemsPerPage"], json!(maximum));
        }
    }
}
