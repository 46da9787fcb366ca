//! Starting it: what it prints, where its settings come from, what happens when they are wrong (see the README).

use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use tests::scim::*;
use tests::server::binary;
use tests::{Database, Request, Server};

/// Runs the binary with settings that must stop it, and gives what it said.
fn stopped(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut child = Command::new(binary())
        .args(arguments)
        .env("SCIMD_LISTEN", "127.0.0.1:0")
        .envs(environment.iter().copied())
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let deadline = Instant::now() + Duration::from_secs(20);
    while child.try_wait().unwrap().is_none() {
        if Instant::now() > deadline {
            child.kill().unwrap();
            panic!("{arguments:?} {environment:?} did not stop the server: {:?}", child.wait_with_output().unwrap());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let output = child.wait_with_output().unwrap();
    assert!(!output.status.success(), "{arguments:?} {environment:?}");
    output
}

#[test]
fn a_new_database_prints_the_base_url_the_token_and_the_docs_url() {
    let server = Server::start(Database::Sqlite);
    let stdout = server.stdout();
    let lines: Vec<&str> = stdout.lines().collect();
    let origin = format!("http://{}", server.address());
    assert_eq!(lines[0], format!("Base URL: {origin}/scim/v2"));
    // A token that its owner chose is not repeated in what may become a log.
    assert_eq!(lines[1], "Token: the one in SCIMD_BOOTSTRAP_TOKEN");
    assert_eq!(lines[2], format!("Docs: {origin}/docs"));
}

#[test]
fn the_public_url_is_the_one_in_locations_and_the_host_header_is_not() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let listen = format!("127.0.0.1:{port}");
    let environment = [("SCIMD_PUBLIC_URL", "https://id.example.com"), ("SCIMD_LISTEN", listen.as_str())];
    // The harness reads the port from what is printed, and here the public URL is printed: so it is started by hand.
    let directory = std::env::temp_dir().join(unique("public"));
    std::fs::create_dir_all(&directory).unwrap();
    let database = format!("sqlite:{}", directory.join("scimd.sqlite").display());
    let mut child = Command::new(binary())
        .envs(environment)
        .env("SCIMD_DATABASE", &database)
        .env("SCIMD_BOOTSTRAP_TOKEN", "a-token-for-this-test-0123456789")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let deadline = Instant::now() + Duration::from_secs(20);
    let answer = loop {
        assert!(Instant::now() < deadline, "no answer");
        let request = Request::new("POST", "/scim/v2/Users")
            .header("Authorization", "Bearer a-token-for-this-test-0123456789")
            .header("Host", "evil.example")
            .header("X-Forwarded-Host", "evil.example")
            .json(&user("public"));
        let connection = tests::Connection::open(listen.parse().unwrap());
        if let Ok(Ok(response)) = connection.map(|mut connection| connection.send(&request)) {
            break response;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    child.kill().unwrap();
    child.wait().unwrap();
    let _ = std::fs::remove_dir_all(&directory);
    let body = answer.expect(201).json();
    let location = format!("https://id.example.com/scim/v2/Users/{}", id_of(&body));
    assert_eq!(body["meta"]["location"], json!(location));
}

#[test]
fn the_host_header_never_decides_a_location() {
    let server = Server::start(Database::Sqlite);
    let request = Request::new("POST", "/Users").header("Host", "evil.example").json(&user("host"));
    let answer = server.send(request).expect(201);
    assert!(!answer.text().contains("evil.example"), "{answer}");
    assert!(!answer.header("location").unwrap().contains("evil.example"));
}

#[test]
fn settings_that_make_no_sense_stop_the_start_with_their_name() {
    for (name, value) in [
        ("SCIMD_LISTEN", "nonsense"),
        ("SCIMD_DATABASE", "nonsense://x"),
        ("SCIMD_DATABASE", "sqlite:/nonexistent/directory/scimd.sqlite"),
        ("SCIMD_PUBLIC_URL", "not a url"),
        ("SCIMD_CONFIG", "/nonexistent/scimd.toml"),
    ] {
        let output = stopped(&["serve"], &[(name, value)]);
        let said = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
        assert!(said.contains(value) || said.contains(name), "{name}={value}: {said}");
        assert!(!said.contains("panicked"), "{name}={value}: {said}");
    }
}

#[test]
fn an_unknown_command_is_refused() {
    stopped(&["fly"], &[]);
}

/// Flags before the environment, the environment before the file, the file before the defaults.
#[test]
fn settings_come_from_flags_environment_file_and_defaults_in_that_order() {
    let directory = std::env::temp_dir().join(unique("settings"));
    std::fs::create_dir_all(&directory).unwrap();
    let database = |name: &str| format!("sqlite:{}", directory.join(name).display());
    let config = directory.join("scimd.toml");
    std::fs::write(&config, format!("database = \"{}\"\nlisten = \"127.0.0.1:0\"\n", database("file"))).unwrap();
    let run = |arguments: &[&str], environment: &[(&str, &str)]| {
        let mut child = Command::new(binary())
            .args(arguments)
            .env_remove("SCIMD_DATABASE")
            .env("SCIMD_CONFIG", &config)
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
        let first = lines.next().unwrap().unwrap();
        assert!(first.starts_with("Base URL: http://127.0.0.1:"), "{first}");
        child.kill().unwrap();
        child.wait().unwrap();
    };
    run(&[], &[]);
    assert!(directory.join("file").exists(), "the file's setting");
    run(&[], &[("SCIMD_DATABASE", &database("environment"))]);
    assert!(directory.join("environment").exists(), "the environment goes before the file");
    run(&["serve", "--database", &database("flag")], &[("SCIMD_DATABASE", &database("unused"))]);
    assert!(directory.join("flag").exists() && !directory.join("unused").exists(), "flags go before the environment");
    let _ = std::fs::remove_dir_all(&directory);
}
