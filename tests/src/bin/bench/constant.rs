//! The handler that answers a constant: what poem and this machine can do when there is nothing to do.

use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{Body, Response, Route, Server, endpoint::make};

/// The process that answers constants.
pub(crate) struct Constant {
    process: Child,
    pub(crate) address: SocketAddr,
}

impl Constant {
    pub(crate) fn start(sizes: &[usize]) -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .arg("--constant")
            .args(sizes.iter().map(usize::to_string))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let stdout = process.stdout.take().unwrap();
        std::io::BufRead::read_line(&mut std::io::BufReader::new(stdout), &mut line).unwrap();
        Self { process, address: line.trim().parse().unwrap() }
    }
}

impl Drop for Constant {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Serves `/0`, `/1`, … with answers of those sizes on a free port, which it prints.
pub(crate) fn serve(sizes: Vec<usize>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut routes = Route::new();
        for (index, size) in sizes.into_iter().enumerate() {
            let bytes: &'static [u8] = vec![b'x'; size].leak();
            routes = routes.at(
                format!("/{index}"),
                make(move |request| async move {
                    // A request with a body is read whole, as any server must.
                    let body: Body = request.into_body();
                    let _ = body.into_bytes().await;
                    Response::builder().content_type("application/scim+json").body(bytes)
                }),
            );
        }
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
        println!("{}", acceptor.local_addr()[0].as_socket_addr().unwrap());
        Server::new_with_acceptor(acceptor).run(routes).await.unwrap();
    });
}
