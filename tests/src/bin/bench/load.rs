//! How it is measured: one kind of request over so many connections, by hand-written HTTP.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Makes a request; it gets the connection and the number of the request on it.
pub(crate) type RequestMaker = Arc<dyn Fn(usize, usize) -> Vec<u8> + Send + Sync>;

pub(crate) struct Figure {
    pub(crate) rate: f64,
    pub(crate) p50: Duration,
    pub(crate) p99: Duration,
}

/// Runs one kind of request on so many connections, after a short warm-up.
pub(crate) async fn measure(address: SocketAddr, connections: usize, time: Duration, request: &RequestMaker) -> Figure {
    let warm = Instant::now() + Duration::from_millis(300);
    let end = warm + time;
    let mut tasks = Vec::new();
    for index in 0..connections {
        let request = Arc::clone(request);
        tasks.push(tokio::spawn(async move {
            let mut connection = Connection::open(address).await;
            let mut latencies = Vec::with_capacity(100_000);
            let mut number = 0;
            loop {
                let bytes = request(index, number);
                let started = Instant::now();
                connection.exchange(&bytes).await;
                let now = Instant::now();
                number += 1;
                if started >= warm && now <= end {
                    latencies.push(now - started);
                }
                // An even number of requests leaves a member where it was.
                if now > end && number % 2 == 0 {
                    return latencies;
                }
            }
        }));
    }
    let mut latencies = Vec::new();
    for task in tasks {
        latencies.extend(task.await.unwrap());
    }
    latencies.sort_unstable();
    assert!(!latencies.is_empty(), "no request was answered in time");
    let at = |part: f64| latencies[((latencies.len() - 1) as f64 * part) as usize];
    Figure { rate: latencies.len() as f64 / time.as_secs_f64(), p50: at(0.5), p99: at(0.99) }
}

pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

pub(crate) struct Answer<'a> {
    pub(crate) body: &'a [u8],
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, buffer: Vec::with_capacity(256 * 1024) }
    }

    /// Sends a request and reads its answer; an answer that is no success ends the benchmark.
    pub(crate) async fn exchange(&mut self, request: &[u8]) -> Answer<'_> {
        self.stream.write_all(request).await.unwrap();
        self.buffer.clear();
        let mut total = None;
        let mut head = 0;
        loop {
            let count = self.stream.read_buf(&mut self.buffer).await.unwrap();
            assert!(count > 0, "the server has closed the connection");
            if total.is_none()
                && let Some(at) = self.buffer.windows(4).position(|window| window == b"\r\n\r\n")
            {
                head = at + 4;
                total = Some(head + length(&self.buffer[..head]));
            }
            if total.is_some_and(|total| self.buffer.len() >= total) {
                break;
            }
        }
        if self.buffer.get(9) != Some(&b'2') {
            let request = String::from_utf8_lossy(request);
            panic!("{request}\n\n{}", String::from_utf8_lossy(&self.buffer));
        }
        Answer { body: &self.buffer[head..] }
    }
}

/// The length of the body by its header.
fn length(head: &[u8]) -> usize {
    for line in head.split(|byte| *byte == b'\n') {
        if line.len() > 15 && line[..15].eq_ignore_ascii_case(b"content-length:") {
            return std::str::from_utf8(&line[15..]).unwrap().trim().parse().unwrap();
        }
        assert!(
            !(line.len() > 18 && line[..18].eq_ignore_ascii_case(b"transfer-encoding:")),
            "this client reads answers of a known length only"
        );
    }
    0
}
