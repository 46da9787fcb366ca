//! Requests that scimd itself makes, to the authorisation servers of organisations.
//!
//! Each is short: little time, little memory, no redirect, no proxy from the environment. What went wrong is for the log
//! and names neither what was sent nor a secret.

use std::{sync::OnceLock, time::Duration};

use reqwest::{
    Client, Method, RequestBuilder,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue},
    redirect::Policy,
};
use tokio::sync::Semaphore;

use crate::scim::limits;

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(2);
/// How long everything may take, with the wait for a place.
const WHOLE: Duration = Duration::from_secs(5);
/// How many requests are under way at a time.
const PLACES: usize = 64;

/// The one client of the process, made when it is first needed.
pub struct Outbound {
    client: OnceLock<Option<Client>>,
    places: Semaphore,
}

/// An answer.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its body.
    pub body: Vec<u8>,
}

/// Why there is no answer, for the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed(pub String);

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Default for Outbound {
    fn default() -> Self {
        Self { client: OnceLock::new(), places: Semaphore::new(PLACES) }
    }
}

impl Outbound {
    /// Reads a document.
    pub async fn get(&self, url: &str) -> Result<Answer, Failed> {
        let request = self.request(Method::GET, url)?;
        self.send(request).await
    }

    /// Sends a body, as whom `authorization` says.
    pub async fn post(
        &self,
        url: &str,
        authorization: &str,
        media_type: &'static str,
        body: String,
    ) -> Result<Answer, Failed> {
        let mut authorization = HeaderValue::from_str(authorization)
            .map_err(|_| Failed("the credential for it fits no header".to_owned()))?;
        authorization.set_sensitive(true);
        let request = self.request(Method::POST, url)?.header(AUTHORIZATION, authorization);
        self.send(request.header(CONTENT_TYPE, media_type).body(body)).await
    }

    fn request(&self, method: Method, url: &str) -> Result<RequestBuilder, Failed> {
        let client = self.client.get_or_init(|| {
            let client = Client::builder().connect_timeout(CONNECT).timeout(WHOLE).redirect(Policy::none()).no_proxy();
            client.build().inspect_err(|error| tracing::error!(%error, "no HTTP client can be made")).ok()
        });
        let client = client.as_ref().ok_or_else(|| Failed("there is no HTTP client".to_owned()))?;
        Ok(client.request(method, url).header(ACCEPT, "application/json"))
    }

    async fn send(&self, request: RequestBuilder) -> Result<Answer, Failed> {
        let answer = async {
            let failed = |error: reqwest::Error| Failed(causes(&error.without_url()));
            let _place = self.places.acquire().await.map_err(|error| Failed(error.to_string()))?;
            let mut response = request.send().await.map_err(failed)?;
            let mut body = Vec::new();
            while let Some(chunk) = response.chunk().await.map_err(failed)? {
                if body.len() + chunk.len() > limits::ANSWER_BYTES {
                    return Err(Failed(format!("the answer is longer than {} bytes", limits::ANSWER_BYTES)));
                }
                body.extend_from_slice(&chunk);
            }
            Ok(Answer { status: response.status().as_u16(), body })
        };
        let in_time = tokio::time::timeout(WHOLE, answer).await;
        in_time.unwrap_or_else(|_| Err(Failed(format!("no answer within {} s", WHOLE.as_secs()))))
    }
}

/// An error with what caused it.
fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

/// The value of `Authorization` for a client and its secret (RFC 6749 §2.3.1).
pub fn basic(id: &str, secret: &str) -> String {
    use base64::{Engine, engine::general_purpose::STANDARD};
    format!("Basic {}", STANDARD.encode(format!("{}:{}", form_encoded(id), form_encoded(secret))))
}

/// A form as a body (RFC 6749 appendix B).
pub fn form(fields: &[(&str, &str)]) -> String {
    let fields: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", form_encoded(value))).collect();
    fields.join("&")
}

fn form_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn client_and_secret_are_encoded_before_they_are_joined() {
        assert_eq!(form(&[("token", "a b+c:é")]), "token=a+b%2Bc%3A%C3%A9");
        assert_eq!(basic("a:b", "c d"), "Basic YSUzQWI6Yytk");
    }
}
