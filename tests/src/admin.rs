//! The administration of a server under test: its interface, and what tests make by it.

use serde_json::{Value, json};

use crate::{Request, Response, Server};

/// Where it is.
pub const BASE: &str = "/admin/v1";

/// One who administers a server, by a token.
#[derive(Debug, Clone)]
pub struct Administration<'a> {
    server: &'a Server,
    /// The token.
    pub token: String,
}

impl<'a> Administration<'a> {
    /// Of that server, by a new token that the command makes.
    #[track_caller]
    pub fn of(server: &'a Server) -> Self {
        let output = server.command(&["token", "create", "--admin", "--name", "test"]);
        assert!(output.status.success(), "token create --admin: {}", String::from_utf8_lossy(&output.stderr));
        let token = String::from_utf8(output.stdout).unwrap().trim().to_owned();
        server.keep_secret(&token);
        Self { server, token }
    }

    /// Of that server, by a given token.
    pub fn by(server: &'a Server, token: impl Into<String>) -> Self {
        Self { server, token: token.into() }
    }

    /// Sends a request whose target begins below `/admin/v1`; a null is no body.
    #[track_caller]
    pub fn send(&self, method: &str, target: &str, body: &Value) -> Response {
        let request = Request::new(method, format!("{BASE}{target}"));
        let request = request.header("Authorization", format!("Bearer {}", self.token));
        self.server.send_absolute(match body {
            Value::Null => request,
            body => request.header("Content-Type", "application/json").body(body.to_string()),
        })
    }

    /// GET.
    #[track_caller]
    pub fn get(&self, target: &str) -> Response {
        self.send("GET", target, &Value::Null)
    }

    /// POST.
    #[track_caller]
    pub fn post(&self, target: &str, body: &Value) -> Response {
        self.send("POST", target, body)
    }

    /// PATCH.
    #[track_caller]
    pub fn patch(&self, target: &str, body: &Value) -> Response {
        self.send("PATCH", target, body)
    }

    /// DELETE.
    #[track_caller]
    pub fn delete(&self, target: &str) -> Response {
        self.send("DELETE", target, &Value::Null)
    }

    /// Creates an organisation.
    #[track_caller]
    pub fn organisation(&self, id: &str) {
        self.post("/organisations", &json!({ "id": id })).expect(201);
    }

    /// Makes a credential of an organisation, and gives its id and secret.
    #[track_caller]
    pub fn credential(&self, organisation: &str, body: Value) -> (String, String) {
        self.kept(made(self.post(&format!("/organisations/{organisation}/credentials"), &body)))
    }

    /// Makes a bearer token of an organisation with every right.
    #[track_caller]
    pub fn token_of(&self, organisation: &str) -> String {
        self.credential(organisation, json!({ "name": "test" })).1
    }

    /// Makes a token of the administration, and gives its id and secret.
    #[track_caller]
    pub fn administrator(&self, body: Value) -> (String, String) {
        self.kept(made(self.post("/credentials", &body)))
    }

    fn kept(&self, made: (String, String)) -> (String, String) {
        self.server.keep_secret(&made.1);
        made
    }
}

#[track_caller]
fn made(response: Response) -> (String, String) {
    let body = response.expect(201).json();
    let text = |name: &str| body[name].as_str().unwrap_or_else(|| panic!("no {name} in {body}")).to_owned();
    (text("id"), text("secret"))
}
