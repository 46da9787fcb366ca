//! A small HTTP/1.1 client that sends exactly what it is told, so that malformed requests can be sent too.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;

/// How long a test waits for an answer before it calls the server hung.
const PATIENCE: Duration = Duration::from_secs(60);

/// A request, to be sent with [`Connection::send`] or one of the methods of [`crate::Server`].
#[derive(Debug, Clone)]
pub struct Request {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
    authorize: bool,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The headers, with names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// From the first byte sent to the last byte received.
    pub elapsed: Duration,
}

/// One connection, kept alive until the server closes it.
#[derive(Debug)]
pub struct Connection {
    stream: BufReader<TcpStream>,
    /// Whether the server still takes requests on it.
    pub(crate) alive: bool,
}

impl Request {
    /// A request with a target as it stands on the request line; nothing is encoded.
    pub fn new(method: &str, target: impl Into<String>) -> Self {
        Self { method: method.to_owned(), target: target.into(), headers: Vec::new(), body: None, authorize: true }
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// Sets a JSON body, with the content type of SCIM.
    #[must_use]
    pub fn json(self, body: &Value) -> Self {
        self.scim_body(body.to_string())
    }

    /// Sets a body of any bytes, with the content type of SCIM.
    #[must_use]
    pub fn scim_body(self, body: impl Into<Vec<u8>>) -> Self {
        self.header("Content-Type", "application/scim+json").body(body)
    }

    /// Sets a body of any bytes, with no content type.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Leaves the server's own token out.
    #[must_use]
    pub fn anonymous(mut self) -> Self {
        self.authorize = false;
        self
    }

    pub(crate) fn wants_authorization(&self) -> bool {
        self.authorize && !self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("authorization"))
    }

    /// The request with something before its target.
    #[must_use]
    pub fn with_prefix(mut self, prefix: &str) -> Self {
        self.target.insert_str(0, prefix);
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.target);
        if !self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
            head.push_str("Host: localhost\r\n");
        }
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(body) = &self.body {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(self.body.as_deref().unwrap_or_default());
        bytes
    }
}

impl Response {
    /// The body as JSON; the test fails when it is none.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("the body is no JSON ({error}): {self}"))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The media type of the body, without parameters.
    pub fn media_type(&self) -> Option<&str> {
        Some(self.header("content-type")?.split(';').next()?.trim())
    }

    /// The `ETag` header; the test fails when there is none.
    #[track_caller]
    pub fn etag(&self) -> String {
        self.header("etag").unwrap_or_else(|| panic!("no ETag: {self}")).to_owned()
    }

    /// The `id` of the resource in the body; the test fails when there is none.
    #[track_caller]
    pub fn id(&self) -> String {
        self.json()["id"].as_str().unwrap_or_else(|| panic!("no id: {self}")).to_owned()
    }

    /// Fails the test unless the status is that.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self}");
        self
    }
}

impl std::fmt::Display for Response {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = self.text();
        let shown: String = text.chars().take(2_000).collect();
        write!(f, "{} {:?}\n{shown}", self.status, self.headers)
    }
}

impl Connection {
    /// Connects.
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(Self { stream: BufReader::new(stream), alive: true })
    }

    /// Sends one request and waits for its answer.
    pub fn send(&mut self, request: &Request) -> io::Result<Response> {
        let started = Instant::now();
        // A server may refuse a large body before it has read it: then writing fails, and the answer is still there.
        let sent = self.stream.get_mut().write_all(&request.bytes());
        if sent.is_err() {
            self.alive = false;
        }
        match self.receive(&request.method) {
            Ok(response) => Ok(Response { elapsed: started.elapsed(), ..response }),
            Err(error) => {
                self.alive = false;
                Err(sent.err().unwrap_or(error))
            }
        }
    }

    /// Sends bytes as they are.
    pub fn send_raw(&mut self, bytes: &[u8]) -> io::Result<Response> {
        let started = Instant::now();
        let sent = self.stream.get_mut().write_all(bytes);
        self.alive = false;
        let response = self.receive("").map_err(|error| sent.err().unwrap_or(error))?;
        Ok(Response { elapsed: started.elapsed(), ..response })
    }

    fn receive(&mut self, method: &str) -> io::Result<Response> {
        let status_line = self.line()?;
        let status = status_line
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .ok_or_else(|| io::Error::other(format!("not a status line: {status_line:?}")))?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').ok_or_else(|| io::Error::other("a header without a colon"))?;
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let header = |name: &str| headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let close = header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
        let chunked = header("transfer-encoding").is_some_and(|value| value.eq_ignore_ascii_case("chunked"));
        let length = header("content-length").and_then(|value| value.parse::<usize>().ok());
        let mut body = Vec::new();
        if method == "HEAD" || status == 204 || status == 304 {
        } else if chunked {
            loop {
                let size = self.line()?;
                let size = usize::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16)
                    .map_err(|_| io::Error::other(format!("not a chunk size: {size:?}")))?;
                let at = body.len();
                body.resize(at + size, 0);
                self.stream.read_exact(&mut body[at..])?;
                self.line()?;
                if size == 0 {
                    break;
                }
            }
        } else if let Some(length) = length {
            body.resize(length, 0);
            self.stream.read_exact(&mut body)?;
        } else {
            self.stream.read_to_end(&mut body)?;
            self.alive = false;
        }
        if close {
            self.alive = false;
        }
        Ok(Response { status, headers, body, elapsed: Duration::ZERO })
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = Vec::new();
        self.stream.read_until(b'\n', &mut line)?;
        if line.pop() != Some(b'\n') {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        String::from_utf8(line).map_err(|_| io::Error::other("a head that is not UTF-8"))
    }
}

/// Percent-encodes a value for a query.
pub fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len() * 3);
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Base64, as HTTP Basic has it (RFC 7617 §2).
pub fn base64(bytes: impl AsRef<[u8]>) -> String {
    STANDARD.encode(bytes)
}
