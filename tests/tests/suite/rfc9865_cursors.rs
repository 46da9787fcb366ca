//! Paging by cursors (RFC 9865): to the end and back, and every way to misuse a cursor.

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Database, PerDatabase, Request, Response, Server, on_both_databases};

use crate::rfc7644_search::search;

/// How many users and groups the tests page through.
const USERS: usize = 23;
const GROUPS: usize = 7;

/// Users and groups that no test changes; `externalId` is what the tests call them.
fn corpus(database: Database) -> &'static Server {
    static CORPUS: PerDatabase = PerDatabase::new();
    CORPUS.get(database, |server| {
        for index in 0..USERS {
            let mut body = user_with(&format!("User{:02}", (index * 7) % USERS), json!({ "externalId": format!("u{index:02}") }));
            // Every third has none, and values repeat.
            if index % 3 != 0 {
                body["title"] = json!(["ä", "b", "B", ""][index % 4]);
                body["active"] = json!(index % 2 == 0);
                body["emails"] = json!([{ "value": format!("{}@x.example", index % 5) }, { "value": format!("{}@y.example", index % 3), "primary": true }]);
                body["displayName"] = json!(format!("Name {}", index % 6));
            }
            server.post("/Users", &body).expect(201);
        }
        for index in 0..GROUPS {
            let body = merged(group(&format!("name {index}"), &[]), json!({ "externalId": format!("g{index:02}") }));
            server.post("/Groups", &body).expect(201);
        }
    })
}

/// One page, its shape checked.
#[track_caller]
fn page(response: Response) -> Value {
    let list = response.clone().expect(200).json();
    let found = resources(response);
    assert!(list["Resources"].is_array() && list.get("startIndex").is_none(), "{list}");
    assert_eq!(list["itemsPerPage"], json!(found.len()), "{list}");
    for name in ["nextCursor", "previousCursor"] {
        let Some(cursor) = list.get(name) else { continue };
        let cursor = cursor.as_str().unwrap_or_else(|| panic!("{name} is no string: {list}"));
        assert!(!cursor.is_empty() && cursor.len() < 4_000, "{list}");
        assert!(cursor.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)), "{cursor}");
    }
    list
}

/// What the resources of a page are called.
fn names(page: &Value) -> Vec<String> {
    page["Resources"].as_array().unwrap().iter().map(|found| found["externalId"].as_str().unwrap().to_owned()).collect()
}

/// The pages from the first to the last by `nextCursor`, and what they hold.
#[track_caller]
fn forward(ask: &dyn Fn(&str) -> Response) -> Vec<Value> {
    let mut pages = vec![page(ask(""))];
    while let Some(cursor) = pages[pages.len() - 1].get("nextCursor") {
        let next = page(ask(cursor.as_str().unwrap()));
        pages.push(next);
        assert!(pages.len() < 1_000, "there is no end");
    }
    pages
}

/// The pages from the last to the first by `previousCursor`, in the order of the list.
#[track_caller]
fn backward(last: &Value, ask: &dyn Fn(&str) -> Response) -> Vec<Value> {
    let mut pages = vec![last.clone()];
    while let Some(cursor) = pages[0].get("previousCursor") {
        let before = page(ask(cursor.as_str().unwrap()));
        pages.insert(0, before);
        assert!(pages.len() < 1_000, "there is no beginning");
    }
    pages
}

fn all(pages: &[Value]) -> Vec<String> {
    pages.iter().flat_map(names).collect()
}

/// Walks a query to its end and back, and compares it with the list by index.
#[track_caller]
fn walk(server: &Server, target: &str, query: &str, count: usize) {
    let expected = names(&server.get(&format!("{target}?{query}&count=1000")).expect(200).json());
    let ask = |cursor: &str| server.get(&format!("{target}?{query}&count={count}&cursor={cursor}"));
    let there = forward(&ask);
    let about = format!("{target}?{query} by {count}");
    assert_eq!(all(&there), expected, "{about}");
    assert_eq!(there.len(), expected.len().div_ceil(count).max(1), "a page is empty: {about}");
    for (index, page) in there.iter().enumerate() {
        assert_eq!(page["totalResults"], json!(expected.len()), "{about}");
        assert_eq!(page.get("previousCursor").is_some(), index > 0, "{about}, page {index}");
        assert_eq!(page.get("nextCursor").is_some(), index + 1 < there.len(), "{about}, page {index}");
        assert!(names(page).len() == count || index + 1 == there.len(), "{about}, page {index}");
    }
    let back = backward(&there[there.len() - 1], &ask);
    assert_eq!(all(&back), expected, "{about}, backwards");
    let pages = |pages: &[Value]| pages.iter().map(names).collect::<Vec<_>>();
    assert_eq!(pages(&back), pages(&there), "{about}, backwards");
}

/// The first page of a query, and its `nextCursor`.
#[track_caller]
fn first(server: &Server, target: &str, query: &str) -> String {
    let page = page(server.get(&format!("{target}?{query}&cursor=")));
    page["nextCursor"].as_str().unwrap_or_else(|| panic!("no next page: {page}")).to_owned()
}

on_both_databases! {
    from corpus;

    /// 9865-2-01, 9865-2.1-02, 9865-2-04, 9865-2-06, 9865-2-07a, 9865-2-07b, 9865-2-x1
    fn a_cursor_that_is_empty_begins_and_the_next_goes_on(server) {
        let bare = page(server.get("/Users?cursor&count=2"));
        let empty = page(server.get("/Users?cursor=&count=2"));
        assert_eq!((names(&bare), names(&empty)), (vec!["u00".to_owned(), "u01".to_owned()], names(&bare)));
        assert!(bare.get("previousCursor").is_none() && empty.get("previousCursor").is_none());
        let second = page(server.get(&format!("/Users?cursor={}&count=2", bare["nextCursor"].as_str().unwrap())));
        assert_eq!(names(&second), ["u02", "u03"]);
        let again = page(server.get(&format!("/Users?cursor={}", bare["nextCursor"].as_str().unwrap())));
        assert_eq!(names(&again), names(&second), "a cursor may be used again, and holds the count");
        let before = page(server.get(&format!("/Users?cursor={}&count=2", second["previousCursor"].as_str().unwrap())));
        assert_eq!(names(&before), names(&bare));
        assert!(before.get("previousCursor").is_none() && before.get("nextCursor").is_some());
    }

    /// 9865-2-03a, 9865-2-05a, 9865-2-05b, 9865-2-09: pages of one, of an exact part, of all, and of more than all
    fn a_walk_gives_every_resource_once_and_ends_with_the_last_page(server) {
        for count in [1, 2, 23, 22, 24, 1_000] {
            walk(server, "/Users", "", count);
        }
        for count in [1, 3, 10, 15, 30] {
            walk(server, "/", "", count);
        }
        walk(server, "/Groups", "", 7);
    }

    fn a_filter_holds_over_all_pages(server) {
        for (target, filter, matches) in [
            ("/Users", "displayName pr", 15),
            ("/Users", "title eq \"b\" or active eq true", 12),
            ("/Users", "emails[value ew \"y.example\" and primary eq true]", 15),
            ("/Users", "userName eq \"user03\"", 1),
            ("/Users", "userName eq \"nobody\"", 0),
            ("/", "displayName pr", 22),
            ("/", "userName pr and not (title pr)", 11),
            ("/", "meta.resourceType eq \"Group\"", 7),
            ("/", "userName eq \"nobody\"", 0),
        ] {
            for count in [1, 4, 11] {
                walk(server, target, &format!("filter={}", encode(filter)), count);
            }
            let list = page(server.get(&format!("{target}?cursor&filter={}", encode(filter))));
            assert_eq!(list["totalResults"], json!(matches), "{filter}");
        }
        let nothing = page(server.get("/Users?cursor&filter=userName%20eq%20%22nobody%22"));
        assert_eq!((&nothing["Resources"], nothing.get("nextCursor"), nothing.get("previousCursor")), (&json!([]), None, None));
    }

    /// 9865-2.2-x1: values that are absent, equal, booleans, dates, in lists, and those that one type alone has
    fn an_order_holds_over_all_pages(server) {
        for sort_by in [
            "userName", "title", "active", "emails", "emails.value", "displayName", "id", "externalId", "meta.created",
            "meta.lastModified", "meta.version", "meta.resourceType", "name.familyName", "meta.location",
        ] {
            for order in ["", "&sortOrder=ascending", "&sortOrder=descending"] {
                walk(server, "/Users", &format!("sortBy={sort_by}{order}"), 5);
                walk(server, "/", &format!("sortBy={sort_by}{order}"), 7);
            }
        }
        for sort_by in ["title", "active", "emails"] {
            walk(server, "/", &format!("sortBy={sort_by}&sortOrder=descending"), 1);
        }
        walk(server, "/", "sortOrder=descending&filter=title%20pr%20or%20externalId%20sw%20%22g%22&sortBy=title", 2);
    }

    fn without_an_attribute_to_sort_by_the_direction_means_nothing(server) {
        for target in ["/Users", "/", "/Groups"] {
            let plain = server.get(target).expect(200).json();
            assert_eq!(names(&server.get(&format!("{target}?sortOrder=descending")).expect(200).json()), names(&plain));
            walk(server, target, "sortOrder=descending", 4);
        }
    }

    /// 9865-3-x1: the same by POST, of one type and of all
    fn a_search_by_post_takes_and_gives_cursors(server) {
        for (endpoint, total) in [("", USERS + GROUPS), ("/Users", USERS), ("/Groups", GROUPS)] {
            for parameters in [json!({ "count": 4 }), json!({ "count": 5, "sortBy": "displayName", "sortOrder": "descending", "attributes": ["externalId"] })] {
                let ask = |cursor: &str| search(server, endpoint, merged(parameters.clone(), json!({ "cursor": cursor })));
                let there = forward(&ask);
                let expected = search(server, endpoint, merged(parameters.clone(), json!({ "count": 1_000 }))).json();
                assert_eq!((all(&there), there[0]["totalResults"].as_u64().unwrap() as usize), (names(&expected), total));
                assert_eq!(all(&backward(&there[there.len() - 1], &ask)), names(&expected));
            }
        }
        // A cursor is good for the same query by GET.
        let cursor = page(search(server, "", json!({ "cursor": "", "count": 4, "sortBy": "id" })))["nextCursor"].as_str().unwrap().to_owned();
        assert_eq!(names(&page(server.get(&format!("/?cursor={cursor}&sortBy=id&count=4")))), ["u04", "u05", "u06", "u07"]);
        assert_scim_error(&search(server, "", json!({ "cursor": "", "startIndex": 1 })), 400, "invalidValue");
        assert_scim_error(&search(server, "", json!({ "cursor": 1 })), 400, "invalidSyntax");
        assert_scim_error(&search(server, "", json!({ "cursor": cursor, "count": 4 })), 400, "invalidCursor");
        for count in [json!("4"), json!(1.5), json!(9), json!(0)] {
            let response = search(server, "", json!({ "cursor": cursor, "count": count, "sortBy": "id" }));
            assert_scim_error_about(&response, 400, "invalidCount", "count");
        }
        let null = search(server, "", json!({ "cursor": null })).expect(200).json();
        assert_eq!((null.get("nextCursor"), &null["startIndex"]), (None, &json!(1)));
    }

    /// 9865-2-02, 9865-2-03b, 9865-2.1-01
    fn a_count_is_brought_into_range_or_refused(server) {
        for count in ["-1", "0", "-99999999999"] {
            for target in ["/Users", "/"] {
                let list = page(server.get(&format!("{target}?cursor&count={count}")));
                let total = if target == "/" { USERS + GROUPS } else { USERS };
                assert_eq!((&list["totalResults"], &list["Resources"]), (&json!(total), &json!([])));
                assert_eq!((list.get("nextCursor"), list.get("previousCursor")), (None, None));
            }
        }
        assert_eq!(names(&page(server.get("/Users?cursor&count=100000"))).len(), USERS);
        for query in ["cursor&count=abc", "count=abc&cursor=", "cursor=&count=1.5", "cursor=x&count=", "cursor&count=99999999999999999999"] {
            for target in ["/Users", "/", "/Groups"] {
                assert_scim_error_about(&server.get(&format!("{target}?{query}")), 400, "invalidCount", "count");
            }
        }
        for query in ["count=abc", "count=abc&startIndex=1", "count=abc&nocursor=", "count=abc&filter=cursor%3D"] {
            assert_scim_error(&server.get(&format!("/Users?{query}")), 400, "invalidValue");
        }
        let cursor = first(server, "/Users", "count=3");
        for count in ["4", "2", "0", "-1", "1000"] {
            let response = server.get(&format!("/Users?cursor={cursor}&count={count}"));
            assert_scim_error_about(&response, 400, "invalidCount", "count");
        }
        let cursor = first(server, "/Users", "count=22");
        assert_eq!(names(&page(server.get(&format!("/Users?cursor={cursor}")))), ["u22"]);
    }

    /// 9865-2-08a, 9865-2-08b, 9865-2.1-01, 9865-5.2-04: forged, cut, of another query or endpoint: the same words
    fn a_cursor_that_the_query_was_not_given_is_refused_and_nothing_shows_why(server) {
        let query = "count=3&sortBy=userName&sortOrder=ascending&filter=externalId%20pr";
        let cursor = first(server, "/Users", query);
        page(server.get(&format!("/Users?{query}&cursor={cursor}")));
        let mut refusals = Vec::new();
        let mut bent = cursor.clone().into_bytes();
        let middle = bent.len() / 2;
        bent[middle] = if bent[middle] == b'A' { b'B' } else { b'A' };
        let bent = String::from_utf8(bent).unwrap();
        let longer = format!("{cursor}A");
        for forged in ["x", "AAAA", "%%%", "%25%25%25", "0", "null", "-", "%00", "%C3%BC", &cursor[1..], &cursor[..cursor.len() - 1], &bent, &longer, &"A".repeat(3_000), &format!("{cursor}%20"), &format!("%20{cursor}"), &cursor.to_lowercase()] {
            refusals.push(server.get(&format!("/Users?{query}&cursor={forged}")));
        }
        for (target, other) in [
            ("/Groups", "count=3&sortBy=externalId&sortOrder=ascending&filter=externalId%20pr"),
            ("/", query),
            ("/Users", "count=3"),
            ("/Users", "count=3&sortBy=userName&sortOrder=ascending"),
            ("/Users", "count=3&sortBy=userName&sortOrder=ascending&filter=externalId%20pr%20or%20title%20pr"),
            ("/Users", "count=3&sortBy=title&sortOrder=ascending&filter=externalId%20pr"),
            ("/Users", "count=3&sortBy=userName&sortOrder=descending&filter=externalId%20pr"),
            ("/Users", "count=3&sortOrder=ascending&filter=externalId%20pr"),
        ] {
            refusals.push(server.get(&format!("{target}?{other}&cursor={cursor}")));
        }
        for refusal in &refusals {
            assert_scim_error(refusal, 400, "invalidCursor");
            assert_eq!(refusal.body, refusals[0].body);
        }
        assert!(!refusals[0].text().contains("AAAA"));
    }

    /// 9865-5.2-01, 9865-5.2-02: a cursor is no credential
    fn a_page_is_for_who_has_a_token(server) {
        let cursor = first(server, "/Users", "count=3");
        let target = format!("/Users?count=3&cursor={cursor}");
        assert_scim_error(&server.send(Request::new("GET", &target).anonymous()), 401, "");
        assert_scim_error(&server.send(Request::new("GET", &target).header("Authorization", "Bearer wrong")), 401, "");
        // Another credential of the same organisation has the same rights.
        let id = resources(server.get("/Users?count=1")).remove(0)["id"].as_str().unwrap().to_owned();
        let token = server.token_of(&format!("Users/{id}"));
        let other = server.send(Request::new("GET", &target).header("Authorization", format!("Bearer {token}")));
        assert_eq!(names(&page(other)), ["u03", "u04", "u05"]);
    }

    /// 9865-2.4-01, 9865-2.4-x1, 9865-2.3-01: by index unless a cursor is asked for
    fn a_list_that_asks_for_neither_is_paged_by_index(server) {
        for target in ["/Users?count=3", "/Users?startIndex=1&count=3", "/?count=3", "/Users", "/Users?count=3&Cursor="] {
            let list = server.get(target).expect(200).json();
            assert_eq!((&list["startIndex"], list.get("nextCursor"), list.get("previousCursor")), (&json!(1), None, None), "{target}");
        }
        for target in ["/Users?startIndex=1&cursor", "/?startIndex=1&cursor=", "/Users?cursor=x&startIndex=2&count=3"] {
            assert_scim_error_about(&server.get(target), 400, "invalidValue", "startIndex");
        }
    }

    /// 9865-4-01, 9865-4-02, 9865-4-03, 9865-4-04, 9865-4-05, 9865-4-06, 9865-4-07, 9865-4-08, 9865-4-10
    fn the_service_provider_config_tells_of_paging(server) {
        let config = server.get("/ServiceProviderConfig").expect(200).json();
        let pagination = json!({
            "cursor": true, "index": true, "defaultPaginationMethod": "index", "defaultPageSize": 100, "maxPageSize": 1000, "cursorTimeout": 3600,
        });
        assert_eq!(config["pagination"], pagination);
        assert_eq!(config["pagination"]["maxPageSize"], config["filter"]["maxResults"]);
    }
}

mod expiring {
    use std::time::{Duration, Instant};

    use super::*;

    fn short(database: Database) -> &'static Server {
        static SHORT: [std::sync::OnceLock<Server>; 2] = [const { std::sync::OnceLock::new() }; 2];
        let slot = &SHORT[usize::from(database == Database::Postgres)];
        slot.get_or_init(|| Server::start_with(database, &[("SCIMD_CURSOR_TIMEOUT", "1")], &[]))
    }

    on_both_databases! {
        from super::expiring::short;

        /// 9865-2.1-01, 9865-4-08
        fn a_cursor_is_too_old_after_its_timeout(server) {
            create_users(server, 3);
            assert_eq!(server.get("/ServiceProviderConfig").json()["pagination"]["cursorTimeout"], json!(1));
            let made = Instant::now();
            let cursor = first(server, "/Users", "count=1");
            let target = format!("/Users?count=1&cursor={cursor}");
            let mut good = 0;
            let expired = loop {
                let asked = made.elapsed();
                let response = server.get(&target);
                if response.status != 200 {
                    assert!(made.elapsed() >= Duration::from_secs(1), "it ended early");
                    break response;
                }
                assert!(asked < Duration::from_secs(5), "it does not end");
                good += 1;
                std::thread::sleep(Duration::from_millis(50));
            };
            assert!(good > 0, "it was never good");
            assert_scim_error_about(&expired, 400, "expiredCursor", "old");
            // Of another query it is not even that.
            assert_scim_error(&server.get(&format!("/Groups?count=1&cursor={cursor}")), 400, "invalidCursor");
        }
    }
}
