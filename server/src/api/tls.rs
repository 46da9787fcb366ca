//! TLS (RFC 7644 §7.2): 1.2 and 1.3, from a certificate and a key in PEM files, which may be replaced while the server runs.
//!
//! A handshake is made by its connection, not by who accepts it: a slow one holds nobody up.

use std::{
    fs, io,
    path::Path,
    pin::Pin,
    sync::{Arc, RwLock},
    task::{Context, Poll, ready},
    time::Duration,
};

use rustls::{
    ServerConfig,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    version::{TLS12, TLS13},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};
use tokio_rustls::{Accept, TlsAcceptor, server::TlsStream};

use crate::config::operation::TlsFiles;

/// How often it is looked whether the files have changed.
const LOOK: Duration = Duration::from_secs(10);

/// The TLS of a server.
pub struct Tls {
    files: TlsFiles,
    /// Read once a connection.
    current: RwLock<Arc<ServerConfig>>,
}

impl Tls {
    /// The TLS of a certificate and its key.
    pub fn open(files: &TlsFiles) -> Result<Self, String> {
        Ok(Self { files: files.clone(), current: RwLock::new(configuration(files)?) })
    }

    /// A connection on which the handshake is still to be made.
    pub fn accept(&self, stream: TcpStream) -> io::Result<Stream> {
        let current = self.current.read().map_err(|_| io::Error::other("the TLS configuration is lost"))?.clone();
        Ok(Stream::Handshake(Box::new(TlsAcceptor::from(current).accept(stream))))
    }

    /// Reads the files again. If they cannot be used, what was read before stays in force.
    pub fn reload(&self) {
        match configuration(&self.files) {
            Ok(read) => {
                if let Ok(mut current) = self.current.write() {
                    *current = read;
                }
                tracing::info!(certificate = %self.files.certificate.display(), "the TLS certificate was read again");
            }
            Err(error) => tracing::error!(error, "the TLS certificate could not be read again; the last one stays"),
        }
    }

    /// Reads the files again whenever they change, or the process gets SIGHUP.
    pub async fn watch(self: Arc<Self>) {
        let mut asked = hangups();
        let mut seen = state(&self.files);
        loop {
            let changed = tokio::select! {
                () = tokio::time::sleep(LOOK) => {
                    let now = state(&self.files);
                    std::mem::replace(&mut seen, now) != now
                }
                () = asked.next() => true,
            };
            if changed {
                let tls = self.clone();
                let _ = tokio::task::spawn_blocking(move || tls.reload()).await;
                seen = state(&self.files);
            }
        }
    }
}

/// What tells whether the files are others.
fn state(files: &TlsFiles) -> [Option<(std::time::SystemTime, u64)>; 2] {
    let of = |path: &Path| {
        let metadata = fs::metadata(path).ok()?;
        Some((metadata.modified().ok()?, metadata.len()))
    };
    [of(&files.certificate), of(&files.key)]
}

#[cfg(unix)]
struct Hangups(Option<tokio::signal::unix::Signal>);
#[cfg(not(unix))]
struct Hangups;

fn hangups() -> Hangups {
    #[cfg(unix)]
    return Hangups(tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup()).ok());
    #[cfg(not(unix))]
    Hangups
}

impl Hangups {
    async fn next(&mut self) {
        #[cfg(unix)]
        if let Some(signal) = &mut self.0
            && signal.recv().await.is_some()
        {
            return;
        }
        std::future::pending().await
    }
}

fn configuration(files: &TlsFiles) -> Result<Arc<ServerConfig>, String> {
    let named = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let certificates = CertificateDer::pem_file_iter(&files.certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| named(&files.certificate, &error))?;
    if certificates.is_empty() {
        return Err(named(&files.certificate, &"there is no certificate in it"));
    }
    let key = PrivateKeyDer::from_pem_file(&files.key).map_err(|error| named(&files.key, &error))?;
    let mut configuration = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_protocol_versions(&[&TLS13, &TLS12])
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(certificates, key))
        .map_err(|error| named(&files.certificate, &error))?;
    // Clients come back with a ticket, and need no new key exchange.
    configuration.ticketer = aws_lc_rs::Ticketer::new().map_err(|error| error.to_string())?;
    configuration.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(configuration))
}

/// A connection with or without TLS.
pub enum Stream {
    /// Without.
    Plain(TcpStream),
    /// With, and the handshake is not through.
    Handshake(Box<Accept<TcpStream>>),
    /// With.
    Secure(Box<TlsStream<TcpStream>>),
}

impl Stream {
    /// Whether it can carry a request.
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::Handshake(_))
    }

    /// Goes on with the handshake, if there is one to make.
    fn poll_open(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if let Self::Handshake(accept) = self {
            *self = Self::Secure(Box::new(ready!(Pin::new(&mut **accept).poll(context))?));
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        ready!(self.poll_open(context))?;
        match &mut *self {
            Self::Plain(stream) => Pin::new(stream).poll_read(context, buffer),
            Self::Secure(stream) => Pin::new(&mut **stream).poll_read(context, buffer),
            Self::Handshake(_) => Poll::Pending,
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &[u8]) -> Poll<io::Result<usize>> {
        ready!(self.poll_open(context))?;
        match &mut *self {
            Self::Plain(stream) => Pin::new(stream).poll_write(context, buffer),
            Self::Secure(stream) => Pin::new(&mut **stream).poll_write(context, buffer),
            Self::Handshake(_) => Poll::Pending,
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        ready!(self.poll_open(context))?;
        match &mut *self {
            Self::Plain(stream) => Pin::new(stream).poll_write_vectored(context, buffers),
            Self::Secure(stream) => Pin::new(&mut **stream).poll_write_vectored(context, buffers),
            Self::Handshake(_) => Poll::Pending,
        }
    }

    fn is_write_vectored(&self) -> bool {
        match self {
            Self::Plain(stream) => stream.is_write_vectored(),
            Self::Secure(stream) => stream.is_write_vectored(),
            Self::Handshake(_) => false,
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut *self {
            Self::Plain(stream) => Pin::new(stream).poll_flush(context),
            Self::Secure(stream) => Pin::new(&mut **stream).poll_flush(context),
            // Nothing was written yet.
            Self::Handshake(_) => Poll::Ready(Ok(())),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut *self {
            Self::Plain(stream) => Pin::new(stream).poll_shutdown(context),
            Self::Secure(stream) => Pin::new(&mut **stream).poll_shutdown(context),
            Self::Handshake(_) => Poll::Ready(Ok(())),
        }
    }
}
