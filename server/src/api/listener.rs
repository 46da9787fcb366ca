//! Accepted connections: TCP_NODELAY, and SCIM bodies for the errors that the HTTP parser answers by itself.
//!
//! A request line or header that is too long, or no HTTP, never reaches a route: hyper answers it with a bare status. The
//! wrapper sees such an answer as it is written, and gives it the error body that every other error has.

use std::{
    io,
    pin::Pin,
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
    net::{TcpListener, TcpStream},
    time::{Instant, Sleep, sleep},
};

use crate::scim::error::body;

use super::payload::SCIM_JSON;

/// A connection from which nothing comes for this long is closed.
const IDLE_TIMEOUT: Duration = Duration::from_secs(75);

/// Accepts connections of a bound listener.
pub struct Connections {
    listener: TcpListener,
    local: LocalAddr,
}

impl Connections {
    /// Connections of that listener.
    pub fn new(listener: TcpListener) -> io::Result<Self> {
        let local = LocalAddr(listener.local_addr()?.into());
        Ok(Self { listener, local })
    }
}

impl Acceptor for Connections {
    type Io = Connection;

    fn local_addr(&self) -> Vec<LocalAddr> {
        vec![self.local.clone()]
    }

    async fn accept(&mut self) -> io::Result<(Self::Io, LocalAddr, RemoteAddr, Scheme)> {
        let (stream, peer) = self.listener.accept().await?;
        stream.set_nodelay(true)?;
        let connection = Connection { stream, replacement: None, idle: None, heard: Instant::now() };
        Ok((connection, self.local.clone(), RemoteAddr(peer.into()), Scheme::HTTP))
    }
}

/// A connection.
pub struct Connection {
    stream: TcpStream,
    /// What is written instead of a bare answer: the bytes, how many of them are out, and how many the parser wrote.
    replacement: Option<(Vec<u8>, usize, usize)>,
    /// Runs while the connection waits for its client. It is set anew only when it ends, since most waits are short.
    idle: Option<Pin<Box<Sleep>>>,
    /// When something last came or went.
    heard: Instant,
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
        if let Poll::Ready(read) = Pin::new(&mut this.stream).poll_read(context, buffer) {
            this.heard = Instant::now();
            return Poll::Ready(read);
        }
        let idle = this.idle.get_or_insert_with(|| Box::pin(sleep(IDLE_TIMEOUT)));
        while idle.as_mut().poll(context).is_ready() {
            let end = this.heard + IDLE_TIMEOUT;
            if end <= Instant::now() {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            idle.as_mut().reset(end);
        }
        Poll::Pending
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &[u8]) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        this.heard = Instant::now();
        if this.replacement.is_none() && buffer.starts_with(b"HTTP/1.1 4") {
            this.replacement = replacement(buffer).map(|answer| (answer, 0, buffer.len()));
        }
        if let Some((answer, out, instead_of)) = &mut this.replacement {
            while *out < answer.len() {
                match Pin::new(&mut this.stream).poll_write(context, &answer[*out..]) {
                    Poll::Ready(Ok(written)) => *out += written,
                    Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                    Poll::Pending => return Poll::Pending,
                }
            }
            let instead_of = *instead_of;
            this.replacement = None;
            return Poll::Ready(Ok(instead_of));
        }
        Pin::new(&mut this.stream).poll_write(context, buffer)
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
            _ => Pin::new(&mut self.stream).poll_write_vectored(context, buffers),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
