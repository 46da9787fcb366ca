//! startIndex and count (RFC 7644 §3.4.2, §3.4.2.4) on a list that nobody writes to.

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Database, PerDatabase, Server, on_both_databases};

const USERS: usize = 7;

fn corpus(database: Database) -> &'static Server {
    static CORPUS: PerDatabase = PerDatabase::new();
    CORPUS.get(database, |server| {
        for number in 1..=USERS {
            server.post("/Users", &user_with(&format!("u{number}"), json!({ "title": "T" }))).expect(201);
        }
    })
}

#[track_caller]
fn page(server: &Server, query: &str) -> Value {
    server.get(&format!("/Users?{query}")).expect(200).json()
}

/// The numbers of the users on a page.
#[track_caller]
fn numbers(page: &Value) -> String {
    page["Resources"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|user| user["userName"].as_str().unwrap()[1..].to_owned())
        .collect()
}

on_both_databases! {
    from corpus;

    /// 7644-3.4.2-04, 7644-3.4.2-05, 7644-3.4.2-06, 7644-3.4.2-07, 7644-3.4.2-08, 7644-3.4.2.4-04
    fn a_page_says_where_it_is_and_how_much_there_is(server) {
        for (query, start, expected) in [
            ("count=3", 1, "123"),
            ("startIndex=4&count=3", 4, "456"),
            ("startIndex=7&count=3", 7, "7"),
            ("startIndex=2&count=1", 2, "2"),
            ("count=7", 1, "1234567"),
            ("count=8", 1, "1234567"),
            ("startIndex=6", 6, "67"),
        ] {
            let list = page(server, query);
            assert_eq!(numbers(&list), expected, "{query}");
            assert_eq!(list["totalResults"], json!(USERS), "{query}");
            assert_eq!(list["startIndex"], json!(start), "{query}");
            assert_eq!(list["itemsPerPage"], json!(expected.len()), "{query}");
        }
    }

    /// 7644-3.4.2.4-03
    fn a_start_below_one_is_one(server) {
        for start in ["0", "-1", "-9223372036854775808"] {
            let list = page(server, &format!("startIndex={start}&count=2"));
            assert_eq!((numbers(&list).as_str(), &list["startIndex"]), ("12", &json!(1)), "{start}");
        }
    }

    /// 7644-3.4.2.4-05b, 7644-3.4.2.4-x1
    fn a_count_of_nothing_gives_the_total_alone(server) {
        for query in ["count=0", "count=-1", "count=-9223372036854775808", "count=0&startIndex=3", "count=0&sortBy=title", "count=0&filter=title%20pr"] {
            let list = page(server, query);
            assert_eq!((numbers(&list).as_str(), &list["totalResults"], &list["itemsPerPage"]), ("", &json!(USERS), &json!(0)), "{query}");
        }
    }

    /// 7644-3.4.2.4-x1
    fn a_start_past_the_end_gives_no_resources(server) {
        for start in ["8", "9999", "9223372036854775807"] {
            let list = page(server, &format!("startIndex={start}"));
            assert_eq!((numbers(&list).as_str(), &list["totalResults"]), ("", &json!(USERS)), "{start}");
        }
        for (query, word) in [
            ("count=two", "count"), ("count=", "count"), ("count=1.0", "count"), ("count=99999999999999999999", "count"),
            ("startIndex=1%202", "startIndex"), ("startIndex=0x1", "startIndex"), ("startIndex=", "startIndex"),
        ] {
            assert_scim_error_about(&server.get(&format!("/Users?{query}")), 400, "invalidValue", word);
        }
    }

    /// 7644-3.4.2.4-02
    fn a_page_asked_for_again_is_the_same(server) {
        for query in ["startIndex=3&count=2", "startIndex=3&count=2&sortBy=title", "startIndex=3&count=2&sortBy=title&sortOrder=descending"] {
            assert_eq!(page(server, query), page(server, query), "{query}");
        }
    }

    /// 7644-3.4.2-03, 7644-3.4.2-06, 7644-3.4.2-09: one match or none make a list too
    fn one_match_is_a_list_and_none_is_an_empty_one(server) {
        for (filter, count) in [("userName eq \"u4\"", 1), ("userName eq \"u8\"", 0), ("title pr and userName gt \"u9\"", 0)] {
            let list = filtered(server, "/Users", filter).expect(200).json();
            assert_eq!(list["schemas"], json!([LIST]));
            assert_eq!((&list["totalResults"], &list["itemsPerPage"]), (&json!(count), &json!(count)), "{filter}");
            assert_eq!(list["Resources"].as_array().map_or(0, Vec::len), count, "{filter}");
        }
    }

    /// 7644-3.4.2.2-04, 7644-3.4.2.4-04
    fn pages_of_a_filter_count_its_matches_only(server) {
        let filter = encode("userName gt \"u2\" and userName ne \"u5\"");
        let list = page(server, &format!("filter={filter}&startIndex=2&count=2"));
        assert_eq!((numbers(&list).as_str(), &list["totalResults"]), ("46", &json!(4)));
        let list = page(server, &format!("filter={filter}&startIndex=4&count=2"));
        assert_eq!((numbers(&list).as_str(), &list["totalResults"]), ("7", &json!(4)));
    }

    /// 7644-3.4.2-02b
    fn parameters_nobody_knows_are_ignored_on_every_method(server) {
        let plain = page(server, "");
        assert_eq!(page(server, "foo=bar&Count=1&FILTER=nonsense&sortby=x"), plain);
        let user = &plain["Resources"][0];
        let path = format!("/Users/{}?foo=bar&filter=nonsense&count=x", id_of(user));
        assert_eq!(server.get(&path).expect(200).json(), *user);
        assert_eq!(server.put(&path, user).expect(200).json(), *user);
    }
}
