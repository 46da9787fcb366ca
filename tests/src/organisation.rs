//! An organisation of a server under test, with a token of its own.

use serde_json::Value;

use crate::{Request, Response, Server, scim::unique};

/// An organisation and a token of its that may do everything.
#[derive(Debug)]
pub struct Organisation<'a> {
    /// Its server.
    pub server: &'a Server,
    /// Its id.
    pub id: String,
    /// The token.
    pub token: String,
}

impl Server {
    /// Creates an organisation with a name of its own, and a token for it, by the commands.
    #[track_caller]
    pub fn organisation(&self, name: &str) -> Organisation<'_> {
        let id = unique(name).to_lowercase();
        self.done(&["org", "create", &id]);
        let token = self.token_for(&id, &[]);
        Organisation { server: self, id, token }
    }

    /// Makes a token of an organisation by the command, with further arguments.
    #[track_caller]
    pub fn token_for(&self, organisation: &str, arguments: &[&str]) -> String {
        let token = self.done(&[&["token", "create", "--org", organisation], arguments].concat());
        self.keep_secret(&token);
        token
    }

    /// Runs a command that must succeed, and gives what it prints.
    #[track_caller]
    pub fn done(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}

impl Organisation<'_> {
    /// The path of its base URL.
    pub fn base_path(&self) -> String {
        format!("/orgs/{}/scim/v2", self.id)
    }

    /// The base URL that stands in its answers.
    pub fn base_url(&self) -> String {
        let url = self.server.base_url();
        format!("{}{}", url.strip_suffix("/scim/v2").unwrap_or(&url), self.base_path())
    }

    /// Sends a request whose target begins below the base URL of the organisation, with its token.
    #[track_caller]
    pub fn send(&self, request: Request) -> Response {
        self.server.send_absolute(self.prepared(request))
    }

    /// The request as [`Self::send`] sends it.
    pub fn prepared(&self, request: Request) -> Request {
        request.with_prefix(&self.base_path()).header("Authorization", format!("Bearer {}", self.token))
    }

    /// GET.
    #[track_caller]
    pub fn get(&self, target: &str) -> Response {
        self.send(Request::new("GET", target))
    }

    /// POST of JSON.
    #[track_caller]
    pub fn post(&self, target: &str, body: &Value) -> Response {
        self.send(Request::new("POST", target).json(body))
    }

    /// PUT of JSON.
    #[track_caller]
    pub fn put(&self, target: &str, body: &Value) -> Response {
        self.send(Request::new("PUT", target).json(body))
    }

    /// PATCH of JSON.
    #[track_caller]
    pub fn patch(&self, target: &str, body: &Value) -> Response {
        self.send(Request::new("PATCH", target).json(body))
    }

    /// DELETE.
    #[track_caller]
    pub fn delete(&self, target: &str) -> Response {
        self.send(Request::new("DELETE", target))
    }

    /// Everything that it has, as its owner sees it: for showing that nothing changed.
    #[track_caller]
    pub fn everything(&self) -> Vec<Value> {
        let mut all = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = self.get(&format!("/?count=500&cursor={cursor}")).expect(200).json();
            all.extend(page["Resources"].as_array().cloned().unwrap_or_default());
            match page["nextCursor"].as_str() {
                Some(next) => cursor = next.to_owned(),
                None => break,
            }
        }
        all
    }
}
