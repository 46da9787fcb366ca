//! A filter selects the same resources in SQL as in memory (RFC 7644 §3.4.2.2): random resources, random filters.

use std::collections::BTreeSet;

use scimd::{
    scim::{
        filter::{self, Condition, Unknown},
        schema::Role,
        value::{Complex, Value as Scim},
    },
    service::{answer, type_of_endpoint},
    store::{list::ListQuery, resources::Want, table::Table},
};
use serde_json::{Value, json};
use tests::Database;

use crate::fixture::{Fixture, START, table};

const USERS: usize = 120;
const GROUPS: usize = 40;
/// Filters on each type and database: with the resources they make (120 + 40) × 160 = 25,600 pairs a database.
const FILTERS: usize = 160;

const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// Texts that databases, cases and encodings treat differently.
const TEXTS: [&str; 30] = [
    "",
    "a",
    "A",
    "b",
    "Ab",
    "aB c",
    "ß",
    "SS",
    "ss",
    "É",
    "é",
    "e\u{301}",
    "日本",
    "%",
    "_",
    "a_b",
    "a%b",
    "'",
    "\"",
    "\\",
    "ﬁsh",
    "FISH",
    "\u{212a}",
    "k",
    "İ",
    "ı",
    "z z",
    "😀",
    "ad\u{fffd}min",
    "x\u{10ffff}",
];
const TYPES: [&str; 6] = ["work", "WORK", "home", "other", "boat", ""];

/// xorshift64*: the same numbers for the same seed on every machine.
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end
    }

    pub fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    pub fn chance(&mut self, of_ten: usize) -> bool {
        self.below(10) < of_ten
    }

    /// A text, sometimes made of two.
    fn text(&mut self) -> String {
        let mut text = self.one(&TEXTS).to_owned();
        if self.chance(2) {
            text.push_str(self.one(&TEXTS));
        }
        text
    }
}

fn some(random: &mut Random, object: &mut Value, name: &str, value: Value) {
    if random.chance(5) {
        object[name] = value;
    }
}

fn elements(random: &mut Random, more: &[&str]) -> Value {
    let mut primary = random.chance(5);
    let count = random.below(4);
    let list: Vec<Value> = (0..count)
        .map(|_| {
            let mut element = json!({});
            for name in more {
                let text = random.text();
                some(random, &mut element, name, text.into());
            }
            let kind = random.one(&TYPES);
            some(random, &mut element, "type", kind.into());
            if random.chance(3) {
                element["primary"] = std::mem::take(&mut primary).into();
            }
            element
        })
        .collect();
    list.into()
}

pub fn user(random: &mut Random, index: usize, ids: &[String]) -> Value {
    let mut user = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": format!("{}{index}", random.text()),
    });
    for name in ["externalId", "displayName", "nickName", "title", "userType"] {
        let text = random.text();
        some(random, &mut user, name, text.into());
    }
    let active = random.chance(5);
    some(random, &mut user, "active", active.into());
    let mut name = json!({});
    for part in ["familyName", "givenName", "formatted"] {
        let text = random.text();
        some(random, &mut name, part, text.into());
    }
    user["name"] = name;
    user["emails"] = elements(random, &["value", "display"]);
    user["roles"] = elements(random, &["value"]);
    user["addresses"] = elements(random, &["locality", "country"]);
    let certificate = random.one(&["AAAA", "AAA=", "AAA", "c2NpbWQ="]);
    some(random, &mut user, "x509Certificates", json!([{ "value": certificate }]));
    let mut enterprise = json!({});
    for name in ["employeeNumber", "department"] {
        let text = random.text();
        some(random, &mut enterprise, name, text.into());
    }
    if !ids.is_empty() && random.chance(4) {
        enterprise["manager"] = json!({ "value": ids[random.below(ids.len())] });
    }
    user[ENTERPRISE] = enterprise;
    user
}

pub fn group(random: &mut Random, index: usize, ids: &[String]) -> Value {
    let members: Vec<Value> = (0..random.below(5))
        .map(|_| {
            let mut member = json!({ "value": ids[random.below(ids.len())] });
            let text = random.text();
            some(random, &mut member, "display", text.into());
            member
        })
        .collect();
    let mut group = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
        "displayName": format!("{}{}", random.text(), index % 7),
        "members": members,
    });
    let text = random.text();
    some(random, &mut group, "externalId", text.into());
    group
}

/// A comparison of a text: operator and literal.
fn text_comparison(random: &mut Random, path: &str) -> String {
    let operator = random.one(&["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "eq", "Eq"]);
    format!("{path} {operator} {}", Value::from(random.text()))
}

fn equality(random: &mut Random, path: &str, literal: &str) -> String {
    format!("{path} {} {}", random.one(&["eq", "ne"]), Value::from(literal))
}

fn id_comparison(random: &mut Random, path: &str, ids: &[String]) -> String {
    let id = ids[random.below(ids.len())].clone();
    match random.below(4) {
        0 => format!("{path} {} {}", random.one(&["co", "sw", "ew"]), Value::from(&id[random.below(30)..])),
        1 => format!("{path} {} {}", random.one(&["gt", "ge", "lt", "le"]), Value::from(id)),
        _ => equality(random, path, &id),
    }
}

/// An instant near those of the resources, in some offset and precision.
fn date(random: &mut Random) -> String {
    let second = random.below(USERS + GROUPS) as i64 + (START / 1_000_000);
    let text = scimd::scim::render::instant_text(second * 1_000_000);
    let minute_and_second = &text[14..19];
    let hour: i64 = text[11..13].parse().unwrap();
    match random.below(4) {
        0 => text,
        1 => format!("{}T{:02}:{minute_and_second}.0000+02:00", &text[..10], hour + 2),
        2 => format!("{}T{:02}:{minute_and_second}.000000000Z", &text[..10], hour),
        _ => format!("{}T{:02}:{minute_and_second}.5Z", &text[..10], hour),
    }
}

pub fn user_leaf(random: &mut Random, ids: &[String], groups: &[String]) -> String {
    let text = [
        "userName",
        "USERNAME",
        "externalId",
        "displayName",
        "nickName",
        "title",
        "name.familyName",
        "name.givenName",
        "emails.value",
        "emails.type",
        "emails.display",
        "emails",
        "roles.value",
        "addresses.locality",
        "addresses.country",
        "groups.display",
        "department",
        "urn:ietf:params:scim:schemas:core:2.0:User:nickName",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber",
    ];
    match random.below(14) {
        0..=4 => {
            let path = random.one(&text);
            text_comparison(random, path)
        }
        5 => {
            let path = random.one(&[
                "title",
                "name",
                "emails",
                "roles",
                "groups",
                "active",
                "emails.primary",
                "addresses.country",
                ENTERPRISE,
                "userName",
                "name.familyName",
                "emails.type",
                "x509Certificates",
                "meta.created",
                "manager",
            ]);
            format!("{path} pr")
        }
        6 => {
            format!("{} {} {}", random.one(&["active", "emails.primary"]), random.one(&["eq", "ne"]), random.chance(5))
        }
        7 => {
            let path = random.one(&["meta.created", "meta.lastModified"]);
            format!("{path} {} \"{}\"", random.one(&["eq", "ne", "gt", "ge", "lt", "le"]), date(random))
        }
        8 => {
            let path = random.one(&["id", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value"]);
            id_comparison(random, path, ids)
        }
        9 => {
            let id = &groups[random.below(groups.len())];
            match random.below(3) {
                0 => equality(random, "groups.value", id),
                1 => equality(random, "groups.$ref", &format!("https://scim.example.com/scim/v2/Groups/{id}")),
                _ => equality(random, "groups.type", "Direct"),
            }
        }
        10 => {
            let path = random.one(&["emails.primary", "title", "emails.value", "active", "department"]);
            format!("{path} {} null", random.one(&["eq", "ne"]))
        }
        11 => {
            let urn = random.one(&[ENTERPRISE, "urn:ietf:params:scim:schemas:core:2.0:User", "urn:x"]);
            let comparison = format!("{} {}", random.one(&["eq", "ne", "co", "sw", "ew"]), Value::from(urn));
            if random.chance(5) { format!("schemas {comparison}") } else { format!("schemas[value {comparison}]") }
        }
        12 => match random.below(5) {
            0 => equality(random, "meta.resourceType", "User"),
            4 => format!("meta[{}]", equality(random, "resourceType", "User")),
            1 => equality(random, "meta.version", "W/\"1\""),
            2 => {
                let id = &ids[random.below(ids.len())];
                equality(random, "meta.location", &format!("https://scim.example.com/scim/v2/Users/{id}"))
            }
            _ => {
                let certificate = random.one(&["AAAA", "AAA=", "AAA", "c2NpbWQ"]);
                equality(random, "x509Certificates.value", certificate)
            }
        },
        _ => value_path(random, &["emails", "roles", "addresses", "name"]),
    }
}

fn value_path(random: &mut Random, of: &[&'static str]) -> String {
    let attribute = random.one(of);
    let subs: &[&str] = match attribute {
        "name" => &["familyName", "givenName", "formatted"],
        "addresses" => &["locality", "country", "type"],
        "roles" => &["value", "type"],
        _ => &["value", "type", "display"],
    };
    let mut inner = String::new();
    for index in 0..1 + random.below(3) {
        if index > 0 {
            inner.push_str(random.one(&[" and ", " or "]));
        }
        let sub = random.one(subs);
        let leaf = match random.below(6) {
            0 => format!("{sub} pr"),
            1 if attribute != "name" => format!("primary {} {}", random.one(&["eq", "ne"]), random.chance(5)),
            2 => format!("{sub} {} null", random.one(&["eq", "ne"])),
            _ if sub == "type" => {
                format!("type {} {}", random.one(&["eq", "ne", "co"]), Value::from(random.one(&TYPES)))
            }
            _ => text_comparison(random, sub),
        };
        inner.push_str(&if random.chance(2) { format!("not ({leaf})") } else { leaf });
    }
    format!("{attribute}[{inner}]")
}

pub fn group_leaf(random: &mut Random, ids: &[String], groups: &[String]) -> String {
    match random.below(9) {
        0..=2 => {
            let path = random.one(&["displayName", "externalId", "members.display"]);
            text_comparison(random, path)
        }
        3 => format!("{} pr", random.one(&["members", "externalId", "members.display", "displayName", "members.type"])),
        4 => id_comparison(random, "members.value", ids),
        5 => {
            let kind = random.one(&["User", "user", "Group", "x"]);
            equality(random, "members.type", kind)
        }
        6 => {
            let id = &ids[random.below(ids.len())];
            equality(random, "members.$ref", &format!("https://other.example.com/v2/Users/{id}"))
        }
        7 => {
            let id = &ids[random.below(ids.len())];
            format!(
                "members[value eq \"{id}\" {} display {} {}]",
                random.one(&["and", "or"]),
                random.one(&["eq", "sw", "ne"]),
                Value::from(random.text())
            )
        }
        _ => id_comparison(random, "id", groups),
    }
}

pub fn expression(random: &mut Random, depth: usize, leaf: &mut dyn FnMut(&mut Random) -> String) -> String {
    if depth == 0 || random.chance(3) {
        return leaf(random);
    }
    match random.below(4) {
        0 => format!("not ({})", expression(random, depth - 1, leaf)),
        1 => format!("({} or {})", expression(random, depth - 1, leaf), expression(random, depth - 1, leaf)),
        2 => format!("{} and {}", expression(random, depth - 1, leaf), expression(random, depth - 1, leaf)),
        _ => format!("{} or {}", expression(random, depth - 1, leaf), expression(random, depth - 1, leaf)),
    }
}

/// All resources of a type in memory, as filters see them.
async fn in_memory(fixture: &Fixture, table: &'static Table) -> Vec<(String, Complex)> {
    let want = Want { relations: true, back_references: true, secrets: false };
    let query = ListQuery { count: 10_000, want, ..ListQuery::default() };
    let page = fixture.service.store.list(fixture.caller.org, table, &query).await.unwrap();
    let kind = table.resource_type;
    let meta = kind.attributes.iter().position(|attribute| attribute.role == Role::Meta).unwrap();
    let location = kind.attributes[meta].sub_attribute("location").unwrap().0;
    page.resources
        .iter()
        .map(|stored| {
            let mut root = answer::load(&fixture.caller, kind, stored).unwrap();
            // Locations are compared as references to resources of this server.
            if let Some(Scim::Complex(meta)) = root.get_mut(meta) {
                meta.set(location, Scim::Text(format!("{}/{}", kind.name, stored.id)));
            }
            (stored.id.to_string(), root)
        })
        .collect()
}

async fn selected(fixture: &Fixture, table: &'static Table, condition: Condition) -> BTreeSet<String> {
    let query = ListQuery { condition: Some(condition), count: 10_000, ..ListQuery::default() };
    let page = fixture.service.store.list(fixture.caller.org, table, &query).await.unwrap();
    assert_eq!(page.total, page.resources.len() as u64);
    page.resources.iter().map(|stored| stored.id.to_string()).collect()
}

async fn agree(database: Database) {
    let seed = std::env::var("SCIMD_TEST_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0x5c1d_2026);
    println!("seed {seed} (SCIMD_TEST_SEED)");
    let mut random = Random(seed);
    let fixture = Fixture::new(database, "filters").await.strict();
    let (mut users, mut groups) = (Vec::new(), Vec::new());
    for index in 0..USERS {
        let body = user(&mut random, index, &users);
        users.push(fixture.create("User", &body).await);
    }
    for index in 0..GROUPS {
        let body = group(&mut random, index, &users);
        groups.push(fixture.create("Group", &body).await);
    }
    let mut pairs = 0;
    let mut matched = 0;
    for kind in ["User", "Group"] {
        let table = table(kind);
        let resources = in_memory(&fixture, table).await;
        for _ in 0..FILTERS {
            let text = expression(&mut random, 3, &mut |random| match kind {
                "User" => user_leaf(random, &users, &groups),
                _ => group_leaf(random, &users, &groups),
            });
            let parsed = filter::parse(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
            let condition = filter::resolve(table.resource_type, parsed, Unknown::Refuse, type_of_endpoint)
                .unwrap_or_else(|error| panic!("{text}: {error}"));
            let in_sql = selected(&fixture, table, condition.clone()).await;
            for (id, root) in &resources {
                let in_memory = filter::matches(&condition, root);
                assert_eq!(in_sql.contains(id), in_memory, "{kind} {id}: {text}\nseed {seed}\n{condition:?}\n{root:?}");
                pairs += 1;
                matched += usize::from(in_memory);
            }
        }
    }
    println!("{pairs} pairs agree, {matched} of them match");
    assert!(pairs >= 20_000 && matched > pairs / 10 && matched < pairs * 9 / 10, "{matched} of {pairs}");
}

mod sqlite {
    #[tokio::test(flavor = "multi_thread")]
    async fn a_filter_selects_the_same_in_sql_as_in_memory() {
        super::agree(tests::Database::Sqlite).await;
    }
}

mod postgres {
    #[tokio::test(flavor = "multi_thread")]
    async fn a_filter_selects_the_same_in_sql_as_in_memory() {
        super::agree(tests::Database::Postgres).await;
    }
}
