//! What further attributes cost: `bench --extensions`.
//!
//! Three servers in one run: one as it is shipped, and two of a build with ten extensions of User that have twenty
//! attributes each, of every type. The first two have the same users; those of the third have values in three of the
//! extensions. Each is measured in turn, several times over: the figure is the median, the ratio the median of the ratios
//! of a turn, so that what else happens on the machine meets all alike.
//!
//! The second build is made with the documents that this program writes to `target/bench-schemas`, and left beside the
//! first as `scimd-extensions`; `SCIMD_BIN_EXTENSIONS` names one that was made before.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tests::{Database, Server, server::binary};

use super::load::{Connection, measure};
use super::{Case, Client, body, create_users, reads};

const EXTENSIONS: usize = 10;
const ATTRIBUTES: usize = 20;
/// Of so many extensions the third server's users have values.
const FILLED: usize = 3;
const CONNECTIONS: [usize; 2] = [1, 64];
const ROUNDS: usize = 7;

pub(crate) async fn run(database: Database, seconds: Duration, users: usize, only: &str) {
    let extended = extended_binary();
    let builds = [
        ("as shipped", binary(), 0),
        ("ten extensions", extended.as_path(), 0),
        ("values in three", extended.as_path(), FILLED),
    ];
    let mut servers = Vec::new();
    for (name, binary, filled) in builds {
        let server = Server::start_binary(binary, database, &[("SCIMD_LOG", "warn")]);
        let client = Client { address: server.address(), base: server.base_path(), token: server.token.clone() };
        eprintln!("creating {users} users: {name}");
        let ids = Arc::new(create_users(&client, users, move |number| user(number, filled)).await);
        let cases = reads(&client, &ids);
        servers.push((server, client, cases));
    }
    println!("{database:?}, {users} users, {ROUNDS} turns of {} s a figure\n", seconds.as_secs_f64());
    println!("| operation | connections | as shipped | ten extensions | ratio | values in three | ratio |");
    println!("|---|--:|--:|--:|--:|--:|--:|");
    let names: Vec<&str> = servers[0].2.iter().map(|case| case.name).collect();
    for (index, name) in names.into_iter().enumerate().filter(|(_, name)| name.contains(only)) {
        for connections in CONNECTIONS {
            let mut rates = vec![Vec::new(); servers.len()];
            for round in 0..ROUNDS {
                for turn in 0..servers.len() {
                    // No server is always the first.
                    let which = (turn + round) % servers.len();
                    let (_, client, cases) = &servers[which];
                    rates[which].push(measure(client.address, connections, seconds, &cases[index].request).await.rate);
                }
            }
            let ratio = |which: usize| -> Vec<f64> {
                rates[which].iter().zip(&rates[0]).map(|(rate, shipped)| rate / shipped).collect()
            };
            println!(
                "| {name} | {connections} | {:.0} | {:.0} | {:.2} | {:.0} | {:.2} |",
                median(&rates[0]),
                median(&rates[1]),
                median(&ratio(1)),
                median(&rates[2]),
                median(&ratio(2)),
            );
        }
    }
    println!();
    for ((name, ..), (_, client, cases)) in builds.iter().zip(&servers) {
        println!("A user of \"{name}\" has {} bytes.", size(client, &cases[0]).await);
    }
}

async fn size(client: &Client, case: &Case) -> usize {
    Connection::open(client.address).await.exchange(&(case.request)(0, 0)).await.body.len()
}

fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

// --- the second build ------------------------------------------------------------------------------------------------

/// The binary with the extensions, built if none is given.
fn extended_binary() -> PathBuf {
    if let Some(path) = std::env::var_os("SCIMD_BIN_EXTENSIONS") {
        return path.into();
    }
    // target/<profile>/bench
    let profile = std::env::current_exe().unwrap().parent().unwrap().to_owned();
    let target = profile.parent().unwrap();
    let folder = target.join("bench-schemas");
    write_documents(&folder);
    eprintln!("building scimd with {}", folder.display());
    let mut build = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    build.args(["build", "-p", "scimd", "--bin", "scimd", "--target-dir"]).arg(target);
    build.current_dir(env!("CARGO_MANIFEST_DIR")).env("SCIMD_SCHEMAS", &folder).env_remove("SCIMD_PACKS");
    if profile.ends_with("release") {
        build.arg("--release");
    }
    assert!(build.status().unwrap().success(), "scimd cannot be built with {}", folder.display());
    let built = profile.join("scimd-extensions");
    std::fs::copy(profile.join("scimd"), &built).unwrap();
    // The one as it is shipped is built again, if none is given.
    built
}

/// Writes the documents of the extensions into a folder of their own.
pub(crate) fn write_documents(folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let write = |name: String, document: Value| std::fs::write(folder.join(name), format!("{document:#}\n")).unwrap();
    for extension in 0..EXTENSIONS {
        let attributes: Vec<Value> = (0..ATTRIBUTES).map(|number| attribute(number).0).collect();
        let schema = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
            "id": urn(extension), "name": format!("Bench{extension}"), "attributes": attributes,
        });
        write(format!("extension-{extension}.json"), schema);
    }
    let joined = |extension| json!({ "schema": urn(extension), "required": false });
    let overlay = json!({
        "schemas": ["urn:scimd:params:2.0:Overlay"],
        "resourceType": "User",
        "schemaExtensions": (0..EXTENSIONS).map(joined).collect::<Vec<_>>(),
        "urn:scimd:params:2.0:Storage": {
            "indexes": (0..EXTENSIONS).map(|extension| format!("{}:a00", urn(extension))).collect::<Vec<_>>(),
        },
    });
    write("overlay.json".to_owned(), overlay);
}

fn urn(extension: usize) -> String {
    format!("urn:example:bench:2.0:Extension{extension}")
}

/// An attribute of an extension with a value of it.
fn attribute(number: usize) -> (Value, Value) {
    let (characteristics, value) = match number % 10 {
        0 => (json!({ "type": "string" }), json!("Universal Studios")),
        1 => (json!({ "type": "string", "caseExact": true }), json!("4130-B")),
        2 => (json!({ "type": "boolean" }), json!(true)),
        3 => (json!({ "type": "integer" }), json!(701_984)),
        4 => (json!({ "type": "decimal" }), json!(12.5)),
        5 => (json!({ "type": "dateTime" }), json!("2026-03-01T09:30:00Z")),
        6 => (json!({ "type": "reference", "referenceTypes": ["external"] }), json!("https://example.com/badges/7")),
        7 => (json!({ "type": "binary" }), json!("c2NpbWQ=")),
        8 => {
            let subs = json!([{ "name": "code", "type": "string" }, { "name": "since", "type": "dateTime" }, { "name": "level", "type": "integer" }]);
            let value = json!({ "code": "T-7", "since": "2026-03-01T09:30:00Z", "level": 3 });
            (json!({ "type": "complex", "subAttributes": subs }), value)
        }
        _ => (json!({ "type": "string", "multiValued": true }), json!(["north", "south gate"])),
    };
    (tests::scim::merged(json!({ "name": format!("a{number:02}") }), characteristics), value)
}

/// A user with values in so many of the extensions.
fn user(number: usize, filled: usize) -> Value {
    let mut user = body(number, "user");
    for extension in 0..filled {
        let values = (0..ATTRIBUTES).map(|number| (format!("a{number:02}"), attribute(number).1));
        user[urn(extension)] = Value::Object(values.collect());
    }
    user
}
