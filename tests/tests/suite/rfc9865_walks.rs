//! Paging by cursors through ten thousand users while others come and go: what was there throughout is on exactly one page
//! (RFC 9865 §2).

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use serde_json::{Value, json};
use tests::{Server, on_both_databases};

use crate::rfc7644_bulk::{change, create_named, path, results};

/// How many users are there throughout.
const STAY: usize = 10_000;
/// How many are there in the beginning and go.
const GO: usize = 400;
/// The resources of a page.
const COUNT: usize = 250;
/// The operations of one bulk request.
const OPERATIONS: usize = 2_000;

/// Those that stay have even numbers, so that others come between them in the order of names, too.
fn stays(index: usize) -> String {
    format!("user-{:05}", 2 * index)
}

/// Those that go.
fn goes(index: usize) -> String {
    format!("user-{:05}-goes", index * 49)
}

/// Creates the users in an order that is not that of their names; gives the ids of those that will go.
fn fill(server: &Server) -> Vec<String> {
    let mut names: Vec<String> = (0..STAY).map(|index| stays(index * 7_919 % STAY)).collect();
    for index in 0..GO {
        names.insert(index * (STAY / GO), goes(index));
    }
    let mut goers = Vec::new();
    for names in names.chunks(OPERATIONS) {
        let operations: Vec<Value> = names.iter().map(|name| create_named(name, name)).collect();
        for (name, result) in names.iter().zip(results(server, operations)) {
            assert_eq!(result["status"], json!("201"), "{result}");
            if name.ends_with("-goes") {
                goers.push(result["location"].as_str().unwrap().rsplit('/').next().unwrap().to_owned());
            }
        }
    }
    goers
}

/// Lets users come and go until it is told to stop.
fn churn(server: &Server, goers: &[String], stop: &AtomicBool, changes: &AtomicUsize) {
    let mut goers = goers.iter();
    let mut round = 0;
    while !stop.load(Ordering::Relaxed) {
        round += 1;
        // Spread over the whole order.
        let names: Vec<String> = (0..10)
            .map(|index| format!("user-{:05}-{round}", 1 + (round * 977 + index * 1_999) % (2 * STAY)))
            .collect();
        let mut operations: Vec<Value> = names.iter().map(|name| create_named(name, name)).collect();
        operations.extend(goers.by_ref().take(3).map(|id| change("DELETE", &path("/Users", id), Value::Null)));
        operations
            .extend(names.iter().skip(2).map(|name| change("DELETE", &format!("/Users/bulkId:{name}"), Value::Null)));
        for result in results(server, operations) {
            assert!(["201", "204"].contains(&result["status"].as_str().unwrap()), "{result}");
            changes.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// The names on a page, of those that stay, and the cursor of the one beside it.
#[track_caller]
fn page(server: &Server, query: &str, cursor: &str, next: &str) -> (Vec<String>, Option<String>) {
    let list = server.get(&format!("/Users?{query}&count={COUNT}&cursor={cursor}")).expect(200).json();
    let names = list["Resources"].as_array().unwrap().iter().map(|user| user["userName"].as_str().unwrap().to_owned());
    let names: Vec<String> = names.collect();
    assert!(names.len() <= COUNT);
    (names.into_iter().filter(|name| name.len() == 10).collect(), list[next].as_str().map(str::to_owned))
}

/// Walks to the end, and from there back to the beginning: all names in the order of the list.
#[track_caller]
fn there_and_back(server: &Server, query: &str) -> [Vec<String>; 2] {
    let (mut there, mut next) = page(server, query, "", "nextCursor");
    let mut last = None;
    while let Some(cursor) = next {
        let (names, after) = page(server, query, &cursor, "nextCursor");
        there.extend(names);
        last = Some(cursor);
        next = after;
    }
    let (names, mut before) = page(server, query, &last.unwrap(), "previousCursor");
    let mut back = vec![names];
    while let Some(cursor) = before {
        let (names, further) = page(server, query, &cursor, "previousCursor");
        back.push(names);
        before = further;
    }
    [there, back.into_iter().rev().flatten().collect()]
}

on_both_databases! {
    fresh;

    /// 9865-2-04, 9865-2-05a, 9865-2-06, 9865-2.2-x1, 7644-3.4.2.1-04
    fn no_page_misses_or_repeats_what_is_there_while_others_come_and_go(server) {
        let goers = fill(server);
        for target in ["/Users", "/"] {
            let list = server.get(&format!("{target}?count=5000&attributes=userName")).expect(200).json();
            assert_eq!((&list["totalResults"], &list["itemsPerPage"]), (&json!(STAY + GO), &json!(1_000)));
        }
        // By index, too, however deep.
        let mut sorted: Vec<String> = (0..STAY).map(stays).chain((0..GO).map(goes)).collect();
        sorted.sort();
        for (target, order, start) in [("/Users", "ascending", 9_001), ("/", "ascending", 1_002), ("/", "descending", 8_000)] {
            let query = format!("sortBy=userName&sortOrder={order}&startIndex={start}&count=5&attributes=userName&filter=userName%20sw%20%22user-%22");
            let list = server.get(&format!("{target}?{query}")).expect(200).json();
            let found: Vec<_> = list["Resources"].as_array().unwrap().iter().map(|user| user["userName"].clone()).collect();
            let index = |at: usize| if order == "ascending" { start - 1 + at } else { sorted.len() - start - at };
            let expected: Vec<_> = (0..5).map(|at| json!(sorted[index(at)])).collect();
            assert_eq!((found, &list["totalResults"]), (expected, &json!(sorted.len())), "{target}?{query}");
        }
        let (stop, changes) = (AtomicBool::new(false), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            let churning = scope.spawn(|| churn(server, &goers, &stop, &changes));
            let by_name: Vec<String> = (0..STAY).map(stays).collect();
            let by_age: Vec<String> = (0..STAY).map(|index| stays(index * 7_919 % STAY)).collect();
            let reversed: Vec<String> = by_name.iter().rev().cloned().collect();
            for (query, expected) in [
                ("attributes=userName&sortBy=userName", &by_name),
                ("attributes=userName", &by_age),
                ("attributes=userName&sortBy=userName&sortOrder=descending", &reversed),
            ] {
                let before = changes.load(Ordering::Relaxed);
                let walks = std::panic::catch_unwind(|| there_and_back(server, query));
                let moved = changes.load(Ordering::Relaxed) - before;
                let as_expected = walks.as_ref().is_ok_and(|walks| walks.iter().all(|names| names == expected));
                if !as_expected || moved < 50 || churning.is_finished() {
                    stop.store(true, Ordering::Relaxed);
                    assert!(as_expected, "{query}: a page misses or repeats users");
                    panic!("{query}: too little came and went: {moved}");
                }
            }
            stop.store(true, Ordering::Relaxed);
        });
    }
}
