//! Sends random requests to a server and compares what becomes of the resource with what the oracle says.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::scim::{create_group, create_user, id_of, resources, unique};
use tests::{Connection, Database, Request, Server};

use crate::generate::{Generator, Random};
use crate::patch::{Object, World, patch_and_misses, visible};
use crate::schema::{ResourceType, resource_types};
use crate::strict;

const THREADS: usize = 4;
/// Requests a thread: 4 × 1,500 = 6,000 a database.
const REQUESTS: usize = 1_500;
/// Requests to one resource, before the next one is created.
const REQUESTS_A_RESOURCE: usize = 15;

/// What all threads share.
struct Stage<'a> {
    server: &'a Server,
    kinds: Vec<ResourceType>,
    base: String,
    /// Users and groups that references point at; nobody changes them.
    directory: BTreeMap<String, (String, String)>,
    taken: BTreeSet<String>,
}

/// A resource as it was when last read, with what is never returned in clear.
struct Subject {
    path: String,
    body: Object,
    /// When it was last read: a change that comes later than that has a later time.
    read: Instant,
}

/// Compares on that database.
pub fn run(database: Database) {
    let seed = std::env::var("SCIMD_TEST_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0x5c1d_2026_u64);
    println!("seed {seed} (SCIMD_TEST_SEED)");
    let started = Instant::now();
    let server = Server::start(database);
    server.set_profile("strict");
    let stage = Stage::new(&server);
    let mut outcomes = BTreeMap::new();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|number| {
                let stage = &stage;
                scope.spawn(move || stage.compare(seed, number))
            })
            .collect();
        for thread in threads {
            for (outcome, count) in thread.join().unwrap() {
                *outcomes.entry(outcome).or_insert(0) += count;
            }
        }
    });
    println!("{database:?}: {outcomes:?} in {:?}", started.elapsed());
    let count = |outcome: &str| outcomes.get(outcome).copied().unwrap_or(0);
    let total = THREADS * REQUESTS;
    assert_eq!(outcomes.values().sum::<usize>(), total);
    assert!((total / 2..total * 8 / 10).contains(&(count("changed") + count("the same"))), "{outcomes:?}");
    assert!(count("the same") > total / 50, "{outcomes:?}");
    for error in ["invalidFilter", "invalidPath", "invalidSyntax", "invalidValue", "mutability", "noTarget"] {
        assert!(count(error) > total / 100, "{outcomes:?}");
    }
    assert!(count("uniqueness") > total / 500, "{outcomes:?}");
}

impl<'a> Stage<'a> {
    fn new(server: &'a Server) -> Self {
        let types = resources(server.get("/ResourceTypes"));
        let schemas = resources(server.get("/Schemas"));
        let kinds = resource_types(&types, &schemas);
        let mut directory = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for _ in 0..6 {
            let user = create_user(server, json!({}));
            directory.insert(id_of(&user), ("User".to_owned(), "/Users".to_owned()));
            taken.insert(user["userName"].as_str().unwrap().to_lowercase());
        }
        for _ in 0..2 {
            directory.insert(create_group(server, &[]), ("Group".to_owned(), "/Groups".to_owned()));
        }
        Self { server, kinds, base: server.base_url(), directory, taken }
    }

    fn compare(&self, seed: u64, number: usize) -> BTreeMap<&'static str, usize> {
        let ids: Vec<String> = self.directory.keys().cloned().collect();
        let mut random = Random(seed ^ (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut connection = self.server.connect();
        let mut outcomes = BTreeMap::new();
        let mut done = 0;
        while done < REQUESTS {
            let kind = if random.percent(70) { "User" } else { "Group" };
            let kind = self.kinds.iter().find(|it| it.name == kind).unwrap();
            let world = World { kind, base: &self.base, directory: &self.directory, taken: &self.taken };
            let taken = self.taken.first().unwrap().clone();
            let prefix = unique(&format!("oracle-{number}"));
            let mut generator = Generator { random: random.clone(), kind, ids: &ids, prefix, taken, count: 0 };
            let resource = generator.resource();
            let mut subject = self.create(&mut connection, kind, &resource);
            if kind.name == "User" && generator.random.percent(20) {
                create_group(self.server, &[subject.body["id"].as_str().unwrap()]);
                subject = self.read(&mut connection, kind, subject);
            }
            for _ in 0..REQUESTS_A_RESOURCE.min(REQUESTS - done) {
                let message = generator.request(&subject.body);
                let before = subject.body.clone();
                match self.step(&mut connection, &world, &mut subject, &message) {
                    Ok(outcome) => *outcomes.entry(outcome).or_insert(0) += 1,
                    Err(difference) => {
                        let fewest = self.fewest(&mut connection, &world, &before, &message);
                        panic!(
                            "{difference}\nresource {}\nrequest {message}\nfewest {fewest}\nseed {seed}, thread {number}",
                            Value::from(before)
                        );
                    }
                }
                done += 1;
            }
            random = generator.random;
        }
        outcomes
    }

    /// One request: gives what came of it, or how server and oracle differ.
    fn step(
        &self,
        connection: &mut Connection,
        world: &World<'_>,
        subject: &mut Subject,
        message: &Value,
    ) -> Result<&'static str, String> {
        let (expected, missed) = patch_and_misses(world, &subject.body, message);
        let mut refusals = strict::refusals(world.kind, message);
        refusals.extend(missed.then_some("noTarget"));
        let waited = subject.read.elapsed() > Duration::from_millis(3);
        let request = Request::new("PATCH", &subject.path).json(message);
        let response = self.server.send_on(connection, request).unwrap();
        let after = self.get(connection, &subject.path);
        let before = &subject.body;
        let differs = |what: &str| {
            let expected = match &expected {
                Ok(body) => parts(&visible(world.kind, body), &after),
                Err(error) => format!("{} {}", error.status, error.scim_type),
            };
            let told = if response.status < 300 { parts(&after, before) } else { response.text() };
            Err(format!("{what}\noracle {expected}\nserver {} {told}", response.status))
        };
        let meta = |body: &Object, name: &str| body["meta"][name].as_str().unwrap_or_default().to_owned();
        let outcome = match &expected {
            // What strict alone refuses may stand before or behind what the oracle refuses.
            _ if !refusals.is_empty() => {
                refusals.extend(expected.as_ref().err().map(|error| error.scim_type));
                let body = if response.body.is_empty() { Value::Null } else { response.json() };
                let told = body["scimType"].as_str().unwrap_or_default();
                if !(400..500).contains(&response.status) || !refusals.contains(told) {
                    return differs("another answer than the error of strict");
                }
                let same = ordered(world.kind, &visible(world.kind, before)) == ordered(world.kind, &after);
                if !same || before["meta"] != after["meta"] {
                    return differs("an error, and the resource has changed");
                }
                return Ok("strict");
            }
            Err(error) => {
                let body = if response.body.is_empty() { Value::Null } else { response.json() };
                if response.status != error.status || body["scimType"] != error.scim_type {
                    return differs("another answer than the error");
                }
                let same = ordered(world.kind, &visible(world.kind, before)) == ordered(world.kind, &after);
                if !same || before["meta"] != after["meta"] {
                    return differs("an error, and the resource has changed");
                }
                error.scim_type
            }
            Ok(expected) => {
                if ![200, 204].contains(&response.status) {
                    return differs("an error where there should be none");
                }
                if response.status == 200 && response.json() != Value::from(after.clone()) {
                    return differs("the answer is not the resource");
                }
                if response.header("etag") != Some(&meta(&after, "version")) {
                    return differs("the ETag is not that of the resource");
                }
                if ordered(world.kind, &visible(world.kind, expected)) != ordered(world.kind, &after) {
                    return differs("another resource");
                }
                let same = ordered(world.kind, expected) == ordered(world.kind, before);
                if same != (meta(&after, "version") == meta(before, "version")) {
                    return differs("the version tells of a change exactly if there was one");
                }
                let (old, new) = (meta(before, "lastModified"), meta(&after, "lastModified"));
                if if same { old != new } else { old > new || (waited && old == new) } {
                    return differs("the time tells of a change exactly if there was one");
                }
                if same { "the same" } else { "changed" }
            }
        };
        if let Ok(mut expected) = expected {
            expected["meta"] = after["meta"].clone();
            subject.body = expected;
            subject.read = Instant::now();
        }
        Ok(outcome)
    }

    /// The difference with as few of the operations as show it, on copies that take the place of the resource.
    fn fewest(&self, connection: &mut Connection, world: &World<'_>, before: &Object, message: &Value) -> String {
        let mut operations = message["Operations"].as_array().cloned().unwrap_or_default();
        let mut path = format!("{}/{}", world.kind.endpoint, before["id"].as_str().unwrap());
        let mut differs = |operations: &[Value]| {
            self.server.delete(&path).expect(204);
            let mut subject = self.create(connection, world.kind, &Value::from(before.clone()));
            path = subject.path.clone();
            let message = json!({ "schemas": message["schemas"], "Operations": operations });
            self.step(connection, world, &mut subject, &message).err()
        };
        let mut difference = differs(&operations).unwrap_or_else(|| "on this resource only".to_owned());
        let mut at = 0;
        while at < operations.len() {
            let mut fewer = operations.clone();
            fewer.remove(at);
            match differs(&fewer) {
                Some(found) => (operations, difference) = (fewer, found),
                None => at += 1,
            }
        }
        format!("{}\non {}\n{difference}", Value::from(operations), parts(&visible(world.kind, before), &Object::new()))
    }

    fn create(&self, connection: &mut Connection, kind: &ResourceType, body: &Value) -> Subject {
        let request = Request::new("POST", &kind.endpoint).json(body);
        let response = self.server.send_on(connection, request).unwrap().expect(201);
        let path = format!("{}/{}", kind.endpoint, response.id());
        let hidden = |name: &&String| kind.attributes.iter().any(|it| it.hidden && it.name == **name);
        let given = body.as_object().unwrap();
        let secrets = given.keys().filter(hidden).map(|name| (name.clone(), given[name].clone())).collect();
        self.read(connection, kind, Subject { path, body: secrets, read: Instant::now() })
    }

    /// The resource as it is now, with the secrets it had.
    fn read(&self, connection: &mut Connection, kind: &ResourceType, old: Subject) -> Subject {
        let hidden = |name: &String| kind.attributes.iter().any(|it| it.hidden && it.name == *name);
        let mut body = self.get(connection, &old.path);
        body.extend(old.body.into_iter().filter(|(name, _)| hidden(name)));
        Subject { path: old.path, body, read: Instant::now() }
    }

    fn get(&self, connection: &mut Connection, path: &str) -> Object {
        let response = self.server.send_on(connection, Request::new("GET", path)).unwrap().expect(200);
        response.json().as_object().unwrap().clone()
    }
}

/// The attributes of a body that are not the same in another.
fn parts(body: &Object, other: &Object) -> String {
    let absent = other.keys().filter(|name| !body.contains_key(*name)).map(|name| (name.clone(), Value::Null));
    let different = body.iter().filter(|(name, value)| *name != "meta" && other.get(*name) != Some(value));
    let all: Object = different.map(|(name, value)| (name.clone(), value.clone())).chain(absent).collect();
    Value::from(all).to_string()
}

/// The body without `meta`. Elements known by their `value` have no order (RFC 7643 §2.4 gives lists none).
fn ordered(kind: &ResourceType, body: &Object) -> Object {
    let mut body = body.clone();
    body.remove("meta");
    for attribute in kind.attributes.iter().filter(|attribute| attribute.has_whole_elements()) {
        if let Some(Value::Array(list)) = body.get_mut(&attribute.name) {
            list.sort_by_key(|element| element["value"].to_string());
        }
    }
    body
}
