//! sortBy and sortOrder (RFC 7644 §3.4.2.3) on users whose order is known, each attribute in its own way.

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Database, PerDatabase, Response, Server, on_both_databases};

/// Six users, by their externalId in the order of creation: `a` … `f`.
///
/// `f` has nothing to sort by. Titles tie, some in another case; the last name of `d` and `e` differ by a character beyond
/// the basic plane, which UTF-16 would order the other way.
fn corpus(database: Database) -> &'static Server {
    static CORPUS: PerDatabase = PerDatabase::new();
    CORPUS.get(database, |server| {
        for body in [
            json!({
                "externalId": "a", "title": "x", "active": true, "name": { "familyName": "zebra" },
                "profileUrl": "https://x.example/b",
                "emails": [{ "value": "9@x.example", "type": "work" }, { "value": "1@x.example", "type": "home" }],
                ENTERPRISE: { "employeeNumber": "10", "manager": { "value": "m2" } },
            }),
            json!({
                "externalId": "b", "title": "X", "active": false, "name": { "familyName": "Äbel" },
                "profileUrl": "https://x.example/B",
                "emails": [{ "value": "8@x.example", "type": "other" }, { "value": "2@x.example", "type": "home", "primary": true }],
                ENTERPRISE: { "employeeNumber": "9", "manager": { "value": "m1" } },
            }),
            json!({
                "externalId": "c", "title": "w", "active": true, "name": { "familyName": "Yak" },
                "profileUrl": "https://x.example/a", "emails": [{ "value": "5@x.example" }],
                ENTERPRISE: { "employeeNumber": "1" },
            }),
            json!({ "externalId": "d", "title": "x", "name": { "familyName": "\u{1F980}" }, "emails": [{ "type": "work", "primary": true }, { "value": "0@x.example" }] }),
            json!({ "externalId": "e", "title": "W", "name": { "familyName": "\u{FFFD}" } }),
            json!({ "externalId": "f" }),
        ] {
            let name = json!({ "schemas": [USER], "userName": format!("user {}", body["externalId"].as_str().unwrap()) });
            server.post("/Users", &merged(name, body)).expect(201);
        }
    })
}

#[track_caller]
fn order(response: Response) -> String {
    resources(response).iter().map(|user| user["externalId"].as_str().unwrap().to_owned()).collect()
}

/// The order by that attribute, ascending and descending.
#[track_caller]
fn sorted(server: &Server, attribute: &str) -> (String, String) {
    let attribute = encode(attribute);
    let by = |order: &str| server.get(&format!("/Users?sortBy={attribute}&sortOrder={order}"));
    assert_eq!(order(server.get(&format!("/Users?sortBy={attribute}"))), order(by("ascending")), "{attribute}");
    (order(by("ascending")), order(by("descending")))
}

fn both(ascending: &str, descending: &str) -> (String, String) {
    (ascending.to_owned(), descending.to_owned())
}

on_both_databases! {
    from corpus;

    /// 7644-3.4.2.3-03, 7644-3.4.2.3-04
    fn the_order_is_that_of_the_attribute_ascending_unless_told_otherwise(server) {
        assert_eq!(sorted(server, "externalId"), both("abcdef", "fedcba"));
        assert_eq!(sorted(server, "userName"), both("abcdef", "fedcba"));
        assert_eq!(sorted(server, "id"), both("abcdef", "fedcba"));
        assert_eq!(order(server.get("/Users?sortBy=externalId&sortOrder=DESCENDING")), "fedcba");
        assert_eq!(order(server.get("/Users?sortOrder=descending&sortBy=EXTERNALID")), "fedcba");
    }

    /// 7644-3.4.2.3-04: without sortBy there is nothing to turn round
    fn sort_order_alone_changes_nothing(server) {
        assert_eq!(order(server.get("/Users?sortOrder=descending")), order(server.get("/Users")));
    }

    /// 7644-3.4.2.3-05: text by folded characters in the order of Unicode, no locale
    fn text_is_ordered_by_code_points_after_folding_case(server) {
        assert_eq!(sorted(server, "name.familyName"), both("cabedf", "fdebac"));
    }

    /// 7644-3.4.2.3-05
    fn case_exact_text_is_ordered_by_code_points(server) {
        // B, a, b: capitals come first.
        assert_eq!(sorted(server, "profileUrl"), both("bcadef", "fedacb"));
    }

    /// 7644-3.4.2.3-05: digits in text are characters
    fn numbers_in_text_are_text(server) {
        assert_eq!(sorted(server, &format!("{ENTERPRISE}:employeeNumber")), both("cabdef", "fedbac"));
    }

    /// 7644-3.4.2.3-05: dates by their instants
    fn dates_are_ordered_by_time(server) {
        assert_eq!(sorted(server, "meta.created"), both("abcdef", "fedcba"));
        let first = resources(filtered(server, "/Users", "externalId eq \"a\"")).remove(0);
        let path = format!("/Users/{}", id_of(&first));
        server.patch(&path, &operation("add", "locale", json!("en"))).expect(200);
        server.patch(&path, &operation("remove", "locale", Value::Null)).expect(200);
        assert_eq!(sorted(server, "meta.lastModified"), both("bcdefa", "afedcb"));
    }

    fn false_comes_before_true(server) {
        assert_eq!(sorted(server, "active"), both("bacdef", "fedcab"));
    }

    /// 7644-3.4.2.3-x1: resources without a value last, then first
    fn extension_attributes_sort_and_resources_without_one_come_last_then_first(server) {
        let manager = format!("{ENTERPRISE}:manager.value");
        assert_eq!(sorted(server, &manager), both("bacdef", "fedcab"));
        assert_eq!(sorted(server, &manager.to_uppercase()), both("bacdef", "fedcab"));
    }

    /// 7644-3.4.2.3-x1: the primary value, else the first
    fn a_list_is_sorted_by_its_primary_or_first_value(server) {
        // a: 9 (first, though 1 is less), b: 2 (primary, though 8 is first), c: 5; the primary value of d has none.
        assert_eq!(sorted(server, "emails.value"), both("bcadef", "fedacb"));
        assert_eq!(sorted(server, "emails"), sorted(server, "emails.value"));
        // b: home (primary), a and d: work.
        assert_eq!(sorted(server, "emails.type"), both("badcef", "fecdab"));
    }

    /// 7644-3.4.2.3-05, 7644-3.4.2.4-02: ties by id, in the direction of the order
    fn equal_values_are_ordered_by_id(server) {
        assert_eq!(sorted(server, "title"), both("ceabdf", "fdbaec"));
    }

    /// 7644-3.4.2.3-03: each page is a part of one order
    fn sorting_goes_with_filters_and_pages(server) {
        let filter = encode("title pr");
        for (attribute, expected) in [("title", "ceabd"), ("name.familyName", "cabed"), ("emails.value", "bcade")] {
            let by = |start: usize| format!("/Users?filter={filter}&sortBy={attribute}&count=2&startIndex={start}");
            let pages: Vec<String> = [1, 3, 5, 7].into_iter().map(|start| order(server.get(&by(start)))).collect();
            assert_eq!(pages, [&expected[..2], &expected[2..4], &expected[4..], ""], "{attribute}");
        }
    }

    /// 7644-3.4.3-13: a name in attribute notation, of something that has an order
    fn what_has_no_order_is_refused_by_name(server) {
        for name in ["", "nosuch", "name", "name.nosuch", "schemas", "password", "groups", "groups.value", "x509Certificates.value", "emails[type pr]"] {
            let response = server.get(&format!("/Users?sortBy={}", encode(name)));
            assert_scim_error_about(&response, 400, "invalidValue", name.rsplit('.').next().unwrap().split('[').next().unwrap());
        }
        assert_scim_error_about(&server.get("/Groups?sortBy=members.value"), 400, "invalidValue", "members");
        assert_scim_error_about(&server.get("/Users?sortBy=title&sortOrder=up"), 400, "invalidValue", "sortOrder");
    }
}
