//! TLS: only with it, from 1.2 on, with a certificate that may be replaced, and with handshakes that hold nobody up.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, ProtocolVersion, RootCertStore, StreamOwned, SupportedProtocolVersion};
use tests::scim::*;
use tests::server::binary;

const TOKEN: &str = "a-token-for-this-test-0123456789";

struct Secure {
    child: Child,
    directory: PathBuf,
    address: SocketAddr,
    greeting: String,
}

impl Drop for Secure {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

/// Writes a new certificate for localhost with its key, and gives it.
fn certificate(directory: &Path) -> CertificateDer<'static> {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    std::fs::write(directory.join("key.pem"), made.signing_key.serialize_pem()).unwrap();
    std::fs::write(directory.join("certificate.pem"), made.cert.pem()).unwrap();
    made.cert.der().clone()
}

fn start() -> (Secure, CertificateDer<'static>) {
    let directory = std::env::temp_dir().join(unique("scimd-tls"));
    std::fs::create_dir_all(&directory).unwrap();
    let certificate = certificate(&directory);
    let mut child = Command::new(binary())
        .args(["serve", "--listen", "127.0.0.1:0", "--tls-certificate", "certificate.pem", "--tls-key", "key.pem"])
        .env("SCIMD_DATABASE", "sqlite:scimd.sqlite")
        .env("SCIMD_BOOTSTRAP_TOKEN", TOKEN)
        .current_dir(&directory)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut greeting = String::new();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    while !greeting.contains("Docs: ") {
        assert!(lines.read_line(&mut greeting).unwrap() > 0, "the server ended: {greeting}");
    }
    let url = greeting.strip_prefix("Base URL: https://").unwrap_or_else(|| panic!("{greeting}"));
    let address = url.split('/').next().unwrap().parse().unwrap();
    (Secure { child, directory, address, greeting }, certificate)
}

/// A GET over TLS by a client that trusts that certificate: the version of TLS and the answer.
fn get(
    server: &Secure,
    trusted: &CertificateDer<'static>,
    versions: &[&'static SupportedProtocolVersion],
) -> Result<(ProtocolVersion, String), std::io::Error> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(versions)
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    let stream = TcpStream::connect(server.address)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let connection = ClientConnection::new(Arc::new(config), name).map_err(std::io::Error::other)?;
    let mut stream = StreamOwned::new(connection, stream);
    let request = format!(
        "GET /scim/v2/ServiceProviderConfig HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok((stream.conn.protocol_version().unwrap(), answer))
}

const BOTH: &[&SupportedProtocolVersion] = &[&rustls::version::TLS13, &rustls::version::TLS12];

/// 7644-7.2-01, 7644-7.2-02a, 7644-7.2-02b
#[test]
fn tls_1_2_and_1_3_are_spoken_and_plain_http_is_not() {
    let (server, certificate) = start();
    assert!(server.greeting.contains("Docs: https://"), "{}", server.greeting);
    let (version, answer) = get(&server, &certificate, BOTH).unwrap();
    assert_eq!(version, ProtocolVersion::TLSv1_3);
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains(&format!("https://{}/scim/v2", server.address)));
    let (version, answer) = get(&server, &certificate, &[&rustls::version::TLS12]).unwrap();
    assert_eq!(version, ProtocolVersion::TLSv1_2);
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let mut plain = TcpStream::connect(server.address).unwrap();
    plain.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    plain.write_all(b"GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer);
    assert!(!answer.starts_with(b"HTTP"), "{}", String::from_utf8_lossy(&answer));
}

#[test]
fn the_health_command_speaks_tls_where_the_server_does() {
    let (server, _) = start();
    let health = |more: &[&str]| {
        let mut health = Command::new(binary());
        health.args(["health", "--listen", &server.address.to_string()]).args(more).current_dir(&server.directory);
        health.output().unwrap().status.success()
    };
    assert!(health(&["--tls-certificate", "certificate.pem", "--tls-key", "key.pem"]));
    assert!(!health(&[]));
}

#[test]
fn handshakes_that_do_not_go_on_hold_nobody_up_and_end() {
    let (server, certificate) = start();
    let mut stuck: Vec<TcpStream> = (0..100).map(|_| TcpStream::connect(server.address).unwrap()).collect();
    let began = Instant::now();
    get(&server, &certificate, BOTH).unwrap();
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    for stream in &mut stuck {
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let mut rest = Vec::new();
        let closed = stream.read_to_end(&mut rest);
        assert!(closed.is_ok() || closed.is_err_and(|error| error.kind() != std::io::ErrorKind::WouldBlock));
    }
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
}

#[test]
fn a_certificate_is_replaced_while_the_server_runs_and_a_broken_one_is_not_taken() {
    let (server, first) = start();
    let hangup = || {
        let pid = server.child.id().to_string();
        assert!(Command::new("kill").args(["-HUP", &pid]).status().unwrap().success());
    };
    let eventually = |trusted: &CertificateDer<'static>| {
        let deadline = Instant::now() + Duration::from_secs(10);
        while get(&server, trusted, BOTH).is_err() {
            assert!(Instant::now() < deadline, "the certificate is not in force");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    eventually(&first);
    let second = certificate(&server.directory);
    hangup();
    eventually(&second);
    assert!(get(&server, &first, BOTH).is_err(), "the first certificate is still in force");
    std::fs::write(server.directory.join("certificate.pem"), "no certificate").unwrap();
    hangup();
    std::thread::sleep(Duration::from_millis(300));
    get(&server, &second, BOTH).unwrap();
}

#[test]
fn files_that_are_no_certificate_stop_the_start_with_their_name() {
    let directory = std::env::temp_dir().join(unique("scimd-tls-wrong"));
    std::fs::create_dir_all(&directory).unwrap();
    certificate(&directory);
    std::fs::write(directory.join("wrong.pem"), "nothing").unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new(binary())
            .args(arguments)
            .args(["--listen", "127.0.0.1:0", "--database", "sqlite:scimd.sqlite"])
            .current_dir(&directory)
            .output()
            .unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(run(&["serve", "--tls-certificate", "certificate.pem", "--tls-key", "wrong.pem"]).contains("wrong.pem"));
    assert!(run(&["serve", "--tls-certificate", "none.pem", "--tls-key", "key.pem"]).contains("none.pem"));
    assert!(run(&["serve", "--tls-certificate", "certificate.pem"]).contains("tls_key"));
    let _ = std::fs::remove_dir_all(&directory);
}

/// 7644-7.4-02: tokens do not travel in clear unless the operator says so
#[test]
fn an_address_that_others_reach_is_not_served_by_plain_http() {
    let directory = std::env::temp_dir().join(unique("scimd-plain"));
    std::fs::create_dir_all(&directory).unwrap();
    let output = Command::new(binary())
        .args(["serve", "--listen", "0.0.0.0:0", "--database", "sqlite:scimd.sqlite"])
        .current_dir(&directory)
        .output()
        .unwrap();
    let reason = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    for remedy in ["--tls-certificate", "--trusted-proxies", "127.0.0.1", "--allow-plain-http"] {
        assert!(reason.contains(remedy), "{reason}");
    }
    let _ = std::fs::remove_dir_all(&directory);
}
