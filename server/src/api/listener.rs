//! Accepted connections: TCP_NODELAY, an end to clients that are too slow, and SCIM bodies for the errors that the HTTP
//! parser answers by itself.
//!
//! A client has its time for a whole request, not for each byte of it: else a byte now and then would hold the connection
//! and what was read of the request for ever.
//!
//! A request line or header that is too long, or no HTTP, never reaches a route: hyper answers it with a bare status. The
//! wrapper sees such an answer as it is written, and gives it the error body that every other error has.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use poem::{
    http::uri::Scheme,
    listener::Acceptor,
    web::{LocalAddr, RemoteAddr},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpListener,
    time::{Instant, Sleep, sleep_until},
};

use crate::scim::error::body;

use super::{
    payload::SCIM_JSON,
    tls::{Stream, Tls},
};

/// How long a client may take for a TLS handshake.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// How long no connection is accepted after that failed: it fails again while, say, no file can be opened.
const PAUSE: Duration = Duration::from_millis(50);
/// The bytes of an answer for which its client gets a second more.
const SLOWEST: u64 = 16 * 1024;

/// Accepts connections of a bound listener.
pub struct Connections {
    listener: TcpListener,
    local: LocalAddr,
    patience: Duration,
    tls: Option<Arc<Tls>>,
    open: Arc<AtomicUsize>,
}

impl Connections {
    /// Connections of that listener, with or without TLS, closed when their clients take longer than that. `open` counts
    /// them.
    pub fn new(
        listener: TcpListener,
        patience: Duration,
        tls: Option<Arc<Tls>>,
        open: Arc<AtomicUsize>,
    ) -> io::Result<Self> {
        let local = LocalAddr(listener.local_addr()?.into());
        Ok(Self { listener, local, patience, tls, open })
    }
}

/// Counts a connection until it is dropped.
struct Open(Arc<AtomicUsize>);

impl Open {
    fn count(all: &Arc<AtomicUsize>) -> Self {
        all.fetch_add(1, Ordering::Relaxed);
        Self(all.clone())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Acceptor for Connections {
    type Io = Connection;

    fn local_addr(&self) -> Vec<LocalAddr> {
        vec![self.local.clone()]
    }

    async fn accept(&mut self) -> io::Result<(Self::Io, LocalAddr, RemoteAddr, Scheme)> {
        let (stream, peer) = match self.listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                tokio::time::sleep(PAUSE).await;
                return Err(error);
            }
        };
        stream.set_nodelay(true)?;
        let (stream, phase, scheme) = match &self.tls {
            Some(tls) => (tls.accept(stream)?, Phase::Handshake(Instant::now()), Scheme::HTTPS),
            None => (Stream::Plain(stream), Phase::Idle(Instant::now()), Scheme::HTTP),
        };
        let open = Open::count(&self.open);
        let patience = self.patience;
        let connection = Connection { stream, replacement: None, patience, phase, timer: None, _open: open };
        Ok((connection, self.local.clone(), RemoteAddr(peer.into()), scheme))
    }
}

/// A connection.
pub struct Connection {
    stream: Stream,
    /// What is written instead of a bare answer: the bytes, how many of them are out, and how many the parser wrote.
    replacement: Option<(Vec<u8>, usize, usize)>,
    /// How long it waits for its client.
    patience: Duration,
    phase: Phase,
    /// Runs while the connection waits for its client. It is set anew only when it ends, since most waits are short.
    timer: Option<Pin<Box<Sleep>>>,
    _open: Open,
}

/// What a connection waits for, and since when.
enum Phase {
    /// The handshake.
    Handshake(Instant),
    /// A request, of which nothing has come.
    Idle(Instant),
    /// The rest of a request, and its answer.
    Request(Instant),
    /// The client, to take the answer; the bytes it took once it was waited for. Those before lie in the system's buffers,
    /// and say nothing of the client.
    Answer(Instant, Option<u64>),
}

impl Phase {
    /// When a client with that much time has had it.
    fn end(&self, patience: Duration) -> Instant {
        match *self {
            Self::Handshake(since) => since + patience.min(HANDSHAKE),
            Self::Idle(since) | Self::Request(since) => since + patience,
            Self::Answer(since, bytes) => since + patience + Duration::from_secs(bytes.unwrap_or(0) / SLOWEST),
        }
    }
}

impl Connection {
    /// Waits for the client; fails when it has had its time.
    fn wait<T>(&mut self, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if matches!(self.phase, Phase::Handshake(_)) && self.stream.is_open() {
            self.phase = Phase::Idle(Instant::now());
        }
        let end = self.phase.end(self.patience);
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep_until(end)));
        while timer.as_mut().poll(context).is_ready() {
            let end = self.phase.end(self.patience);
            if end <= Instant::now() {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            timer.as_mut().reset(end);
        }
        Poll::Pending
    }

    /// Notes what was read.
    fn read(&mut self, bytes: usize) -> io::Result<()> {
        let now = Instant::now();
        if !matches!(self.phase, Phase::Request(_)) {
            self.phase = Phase::Request(now);
        }
        if bytes > 0 && self.phase.end(self.patience) <= now { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) }
    }

    /// Notes what was written, or waits for the client to take it.
    fn written(&mut self, written: Poll<io::Result<usize>>, context: &mut Context<'_>) -> Poll<io::Result<usize>> {
        match written {
            Poll::Ready(Ok(count)) => {
                self.phase = match self.phase {
                    Phase::Answer(since, taken) => Phase::Answer(since, taken.map(|taken| taken + count as u64)),
                    _ => Phase::Answer(Instant::now(), None),
                };
                written
            }
            Poll::Ready(Err(_)) => written,
            Poll::Pending => {
                if let Phase::Answer(_, taken) = &mut self.phase {
                    taken.get_or_insert(0);
                }
                self.wait(context)
            }
        }
    }
}

/// The answers that the HTTP parser makes, by how they begin, with their words for the client.
const BARE: [(&[u8], u16, &str); 3] = [
    (b"HTTP/1.1 400 Bad Request\r\n", 400, "the request is not valid HTTP; check its first line and its headers"),
    (
        b"HTTP/1.1 414 URI Too Long\r\n",
        414,
        "the URL is too long: its filter and other parameters; filter on less at a time",
    ),
    (
        b"HTTP/1.1 431 Request Header Fields Too Large\r\n",
        431,
        "the URL and the headers together are too long; send fewer or shorter ones",
    ),
];

/// The answer to write instead of a bare one.
fn replacement(written: &[u8]) -> Option<Vec<u8>> {
    let (start, status, detail) = BARE.iter().find(|(start, ..)| written.starts_with(start))?;
    let lower = written.to_ascii_lowercase();
    // Answers of the routes have bodies.
    memchr::memmem::find(&lower, b"\r\ncontent-length: 0\r\n")?;
    let body = body(*status, None, detail);
    let mut answer = start.to_vec();
    answer.extend_from_slice(
        format!("content-type: {SCIM_JSON}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
            .as_bytes(),
    );
    Some(answer)
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let before = buffer.filled().len();
        match Pin::new(&mut this.stream).poll_read(context, buffer) {
            Poll::Ready(Ok(())) => Poll::Ready(this.read(buffer.filled().len() - before)),
            Poll::Ready(error) => Poll::Ready(error),
            Poll::Pending => this.wait(context),
        }
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &[u8]) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        if this.replacement.is_none() && buffer.starts_with(b"HTTP/1.1 4") {
            this.replacement = replacement(buffer).map(|answer| (answer, 0, buffer.len()));
        }
        if let Some((answer, out, instead_of)) = &mut this.replacement {
            while *out < answer.len() {
                match Pin::new(&mut this.stream).poll_write(context, &answer[*out..]) {
                    Poll::Ready(Ok(written)) => *out += written,
                    Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                    Poll::Pending => return this.wait(context),
                }
            }
            let instead_of = *instead_of;
            this.replacement = None;
            return Poll::Ready(Ok(instead_of));
        }
        let written = Pin::new(&mut this.stream).poll_write(context, buffer);
        this.written(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let first = buffers.iter().find(|buffer| !buffer.is_empty());
        match first {
            Some(first) if self.replacement.is_some() || first.starts_with(b"HTTP/1.1 4") => {
                self.poll_write(context, first)
            }
            _ => {
                let written = Pin::new(&mut self.stream).poll_write_vectored(context, buffers);
                self.written(written, context)
            }
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        if flushed.is_pending() {
            return self.wait(context);
        }
        // The parser flushes when all of an answer is out.
        if let Phase::Answer(..) = self.phase {
            self.phase = Phase::Idle(Instant::now());
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match Pin::new(&mut self.stream).poll_shutdown(context) {
            Poll::Pending => self.wait(context),
            shut => shut,
        }
    }
}
