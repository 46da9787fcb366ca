//! A walk by places in the order gives the list (RFC 9865 §2): random resources, filters, orders and page sizes.

use scimd::{
    scim::{error::ErrorKind, filter, filter::Unknown, path},
    service::{Caller, list::ListRequest, type_of_endpoint},
    store::{
        Org,
        list::ListQuery,
        resources::Want,
        walk::{Boundary, Found, From, Selection, Walk},
    },
};
use sea_orm::prelude::Uuid;
use serde_json::json;
use tests::Database;

use crate::filters::{Random, expression, group, group_leaf, user, user_leaf};
use crate::fixture::{Fixture, json as body_of, table};

const USERS: usize = 40;
const GROUPS: usize = 15;
/// Walks on each database.
const WALKS: usize = 150;
/// More than there are.
const ALL: u64 = 1_000;

/// What a list may be sorted by: of both types, of one, and nothing.
const SORTS: [&str; 24] = [
    "",
    "id",
    "meta.created",
    "meta.lastModified",
    "meta.version",
    "meta.resourceType",
    "externalId",
    "displayName",
    "userName",
    "title",
    "nickName",
    "userType",
    "active",
    "name.familyName",
    "name.formatted",
    "emails.value",
    "emails.display",
    "emails.type",
    "emails.primary",
    "roles.value",
    "addresses.country",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
    "urn:ietf:params:scim:schemas:core:2.0:Group:displayName",
];

struct Drawn {
    selections: Vec<Selection>,
    descending: bool,
    about: String,
}

fn draw(random: &mut Random, users: &[String], groups: &[String]) -> Drawn {
    let kinds: &[&str] = [&["User"][..], &["Group"], &["User", "Group"], &["Group", "User"]][random.below(4)];
    let sort_by = random.one(&SORTS);
    let descending = random.chance(5);
    let text = random.chance(5).then(|| {
        let of_users = kinds.contains(&"User") && random.chance(6);
        expression(random, 2, &mut |random| match of_users {
            true => user_leaf(random, users, groups),
            false => group_leaf(random, users, groups),
        })
    });
    let selections = kinds.iter().map(|kind| {
        let table = table(kind);
        let resolve = |text: &String| {
            let parsed = filter::parse(text).unwrap();
            filter::resolve(table.resource_type, parsed, Unknown::NoValue, type_of_endpoint).unwrap()
        };
        let sort = path::resolve(table.resource_type, sort_by, ErrorKind::InvalidValue).ok();
        Selection { table, condition: text.as_ref().map(resolve), sort, want: Want::default() }
    });
    let about = format!("{kinds:?} by {sort_by:?}, descending: {descending}, where {text:?}");
    Drawn { selections: selections.collect(), descending, about }
}

impl Drawn {
    async fn page(&self, fixture: &Fixture, from: From, count: u64) -> Vec<Found> {
        let walk = Walk { selections: self.selections.clone(), descending: self.descending, from, count };
        let found = fixture.service.store.walk(fixture.caller.org, &walk).await;
        found.unwrap_or_else(|error| panic!("{}: {error:?}", self.about))
    }

    /// The list of one type, as a page by index reads it.
    async fn listed(&self, fixture: &Fixture, selection: &Selection) -> Vec<Uuid> {
        let query = ListQuery {
            condition: selection.condition.clone(),
            sort: selection.sort.clone().map(|path| (path, self.descending)),
            count: ALL,
            ..ListQuery::default()
        };
        let page = fixture.service.store.list(fixture.caller.org, selection.table, &query).await.unwrap();
        page.resources.iter().map(|stored| stored.id).collect()
    }
}

fn ids(found: &[Found]) -> Vec<Uuid> {
    found.iter().map(|found| found.stored.id).collect()
}

async fn agree(database: Database) {
    let seed = std::env::var("SCIMD_TEST_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0x9865_2026);
    println!("seed {seed} (SCIMD_TEST_SEED)");
    let mut random = Random(seed);
    let fixture = Fixture::new(database, "walk").await.strict();
    let (mut users, mut groups) = (Vec::new(), Vec::new());
    for index in 0..USERS.max(GROUPS) {
        if index < USERS {
            let body = user(&mut random, index, &users);
            users.push(fixture.create("User", &body).await);
        }
        if index < GROUPS {
            let body = group(&mut random, index, &users);
            groups.push(fixture.create("Group", &body).await);
        }
    }
    let (mut pages, mut resources) = (0, 0);
    for _ in 0..WALKS {
        let drawn = draw(&mut random, &users, &groups);
        let whole = drawn.page(&fixture, From::Offset(0), ALL).await;
        let list = ids(&whole);
        let about = format!("{}\nseed {seed}", drawn.about);
        // Each type by itself is in the order of its own list.
        let mut count = 0;
        for (index, selection) in drawn.selections.iter().enumerate() {
            let of_type: Vec<Uuid> =
                whole.iter().filter(|found| found.selection == index).map(|found| found.stored.id).collect();
            let expected = if drawn.selections.len() == 1 || selection.sort.is_some() || !drawn.descending {
                drawn.listed(&fixture, selection).await
            } else {
                // What has no sort key is in the order of the ids, backwards like all the rest.
                let mut listed = drawn.listed(&fixture, selection).await;
                listed.sort();
                listed.reverse();
                listed
            };
            if selection.sort.is_some() || drawn.selections.len() > 1 {
                assert_eq!(of_type, expected, "{about}");
            }
            count += of_type.len();
        }
        assert_eq!(count, list.len(), "{about}");
        assert!(whole.iter().all(|found| found.stored.version > 0 && !found.stored.document.is_empty()), "{about}");
        resources += list.len();

        let size = 1 + random.below(12) as u64;
        let offset = random.below(list.len() + 3);
        let by_offset = drawn.page(&fixture, From::Offset(offset as u64), size).await;
        assert_eq!(
            ids(&by_offset),
            list.iter().copied().skip(offset).take(size as usize).collect::<Vec<_>>(),
            "{about}"
        );

        let mut there: Vec<Found> = drawn.page(&fixture, From::Offset(0), size).await;
        while let Some(last) = there.last() {
            let page = drawn.page(&fixture, From::After(last.place.clone()), size).await;
            assert!(page.len() as u64 <= size);
            pages += 1;
            if page.is_empty() {
                break;
            }
            there.extend(page);
        }
        assert_eq!(ids(&there), list, "forward by {size}: {about}");
        let mut back: Vec<Found> = whole.last().cloned().into_iter().collect();
        while let Some(first) = back.first() {
            let mut page = drawn.page(&fixture, From::Before(first.place.clone()), size).await;
            assert!(page.len() as u64 <= size);
            pages += 1;
            if page.is_empty() {
                break;
            }
            page.append(&mut back);
            back = page;
        }
        assert_eq!(ids(&back), list, "backward by {size}: {about}");

        // A place where nothing is (any more) parts the list as well.
        if !whole.is_empty() {
            let mut place: Boundary = whole[random.below(whole.len())].place.clone();
            match random.below(3) {
                0 => {}
                1 => place.id = whole[random.below(whole.len())].place.id,
                _ => place.id = Uuid::from_u128(place.id.as_u128() ^ (1 << random.below(100))),
            }
            let mut parted = ids(&drawn.page(&fixture, From::Before(place.clone()), ALL).await);
            parted.extend(whole.iter().filter(|found| found.place == place).map(|found| found.stored.id));
            parted.extend(ids(&drawn.page(&fixture, From::After(place.clone()), ALL).await));
            assert_eq!(parted, list, "parted at {place:?}: {about}");
        }
    }
    println!("{pages} pages of {resources} resources agree");
    assert!(pages > 4 * WALKS && resources > 10 * WALKS, "{pages} pages, {resources} resources");
}

/// The first page of an organisation's users, or the page of a cursor.
async fn users(fixture: &Fixture, org: i64, cursor: &str) -> Result<serde_json::Value, ErrorKind> {
    let caller = Caller { org: Org(org), ..fixture.caller.clone() };
    let table = table("User");
    let projection = scimd::scim::projection::Projection::default_for(table.resource_type);
    let request = ListRequest { cursor: Some(cursor), count: Some(1), ..ListRequest::default() };
    let answer = fixture.service.list(&caller, table, request, &projection).await;
    answer.map(|answer| body_of(&answer)).map_err(|error| error.kind)
}

async fn apart(database: Database) {
    let fixture = Fixture::new(database, "walk-organisations").await;
    for index in 0..3 {
        let body =
            json!({ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": format!("u{index}") });
        fixture.create("User", &body).await;
    }
    let page = users(&fixture, 1, "").await.unwrap();
    let cursor = page["nextCursor"].as_str().unwrap();
    assert_eq!(users(&fixture, 1, cursor).await.unwrap()["Resources"][0]["userName"], json!("u1"));
    assert_eq!(users(&fixture, 2, cursor).await.unwrap_err(), ErrorKind::InvalidCursor);
    let other = users(&fixture, 2, "").await.unwrap();
    assert_eq!((&other["totalResults"], &other["Resources"]), (&json!(0), &json!([])));
}

mod sqlite {
    /// 9865-2-04, 9865-2-06, 9865-2.2-x1
    #[tokio::test(flavor = "multi_thread")]
    async fn a_walk_by_places_gives_the_list_forward_and_backward() {
        super::agree(tests::Database::Sqlite).await;
    }

    /// 9865-5.2-01
    #[tokio::test(flavor = "multi_thread")]
    async fn a_cursor_of_another_organisation_is_refused() {
        super::apart(tests::Database::Sqlite).await;
    }
}

mod postgres {
    /// 9865-2-04, 9865-2-06, 9865-2.2-x1
    #[tokio::test(flavor = "multi_thread")]
    async fn a_walk_by_places_gives_the_list_forward_and_backward() {
        super::agree(tests::Database::Postgres).await;
    }

    /// 9865-5.2-01
    #[tokio::test(flavor = "multi_thread")]
    async fn a_cursor_of_another_organisation_is_refused() {
        super::apart(tests::Database::Postgres).await;
    }
}
