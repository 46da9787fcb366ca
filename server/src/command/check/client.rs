//! The client: sends a request as a provider does, waits when it is asked to, and asks again when an answer is lost.

use std::{collections::BTreeMap, time::Duration};

use reqwest::{Method, Url, header, redirect::Policy};
use scimd::config::Redacted;
use serde_json::Value;

/// The longest answer that is read.
const ANSWER_BYTES: usize = 8 * 1024 * 1024;
/// How often a request is sent again after a 429.
const RETRIES: usize = 3;
/// How long to wait after a 429 that names no time.
const UNNAMED_WAIT: Duration = Duration::from_secs(5);

/// Sends requests to one server.
pub struct Client {
    http: reqwest::Client,
    base: Url,
    token: Redacted,
    patience: Duration,
}

/// An answer.
#[derive(Debug, Default)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The media type, without parameters.
    pub media_type: String,
    /// The last part of the path in `Location`.
    pub located: Option<String>,
    /// Where a redirect points.
    pub redirect: Option<String>,
    /// The body as JSON.
    pub json: Option<Value>,
    /// The body.
    pub text: String,
    /// How long it waited for the server to take the request, in seconds.
    pub waited: u64,
    /// Whether an answer was lost and the request sent again.
    pub repeated: bool,
}

impl Client {
    /// A client for a base URL. The token goes to that server only, and not in the clear beyond this machine unless allowed.
    pub fn new(base: &str, token: Redacted, patience: Duration, clear: bool) -> Result<Self, String> {
        let base = Url::parse(base.trim_end_matches('/')).map_err(|error| format!("{base:?} is no URL: {error}"))?;
        let local = base.host_str().is_some_and(|host| {
            host == "localhost"
                || host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
        });
        match base.scheme() {
            "https" => {}
            "http" if local || clear => {}
            "http" => return Err("http:// would send the token in the clear: use https://, or --allow-http".to_owned()),
            _ => return Err(format!("the base URL must begin with https://, and {base} does not")),
        }
        let mut builder = reqwest::Client::builder()
            .redirect(Policy::none())
            .timeout(patience)
            .connect_timeout(patience.min(Duration::from_secs(10)));
        if local {
            builder = builder.no_proxy();
        }
        let http = builder.build().map_err(|error| format!("cannot make an HTTP client: {}", chain(&error)))?;
        Ok(Self { http, base, token, patience })
    }

    /// A text without the token, and without characters that move the cursor.
    pub fn clean(&self, text: &str) -> String {
        let text = match self.token.expose() {
            "" => text.to_owned(),
            token => text.replace(token, "[token]"),
        };
        text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
    }

    /// Sends a request. A 429 is waited out as `Retry-After` says; a request whose answer is lost is sent once more.
    pub async fn send(
        &self,
        method: &str,
        target: &str,
        headers: &BTreeMap<String, String>,
        body: Option<&Value>,
    ) -> Result<Answer, String> {
        let method = Method::from_bytes(method.as_bytes()).map_err(|error| error.to_string())?;
        let url = self.url(target)?;
        let (mut waited, mut repeated, mut retries) = (0, false, 0);
        loop {
            let mut request = self.http.request(method.clone(), url.clone());
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token.expose()));
            for (name, value) in headers {
                request = request.header(name, value);
            }
            if let Some(body) = body {
                request = request.body(body.to_string());
            }
            let answer = match receive(request).await {
                Ok(answer) => answer,
                // Nothing was sent: asking again helps nobody.
                Err(lost) if lost.connecting || repeated => return Err(self.clean(&lost.reason)),
                Err(_) => {
                    repeated = true;
                    continue;
                }
            };
            if answer.status == 429 && retries < RETRIES {
                let wait = answer.retry_after.unwrap_or(UNNAMED_WAIT);
                if wait <= self.patience {
                    tokio::time::sleep(wait).await;
                    (waited, retries) = (waited + wait.as_secs(), retries + 1);
                    continue;
                }
            }
            return Ok(Answer { waited, repeated, ..answer.answer });
        }
    }

    /// The URL of a target below the base URL. What stands in the query of the base URL stays in every request's.
    fn url(&self, target: &str) -> Result<Url, String> {
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        let mut url = self.base.clone();
        url.set_path(&format!("{}{path}", self.base.path().trim_end_matches('/')));
        let query = match (self.base.query().filter(|own| !own.is_empty()), query) {
            (Some(own), Some(query)) => Some(format!("{own}&{query}")),
            (Some(own), None) => Some(own.to_owned()),
            (None, query) => query.map(str::to_owned),
        };
        url.set_query(query.as_deref());
        url.set_fragment(None);
        Ok(url)
    }
}

struct Received {
    answer: Answer,
    status: u16,
    retry_after: Option<Duration>,
}

struct Lost {
    reason: String,
    connecting: bool,
}

impl From<reqwest::Error> for Lost {
    fn from(error: reqwest::Error) -> Self {
        Self { reason: chain(&error), connecting: error.is_connect() || error.is_builder() }
    }
}

async fn receive(request: reqwest::RequestBuilder) -> Result<Received, Lost> {
    let mut response = request.send().await?;
    let named = |name: header::HeaderName| response.headers().get(name).and_then(|value| value.to_str().ok());
    let media_type = named(header::CONTENT_TYPE).unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let location = named(header::LOCATION).map(str::to_owned);
    let retry_after = named(header::RETRY_AFTER).and_then(|text| text.trim().parse().ok()).map(Duration::from_secs);
    let status = response.status().as_u16();
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        body.extend_from_slice(&chunk);
        if body.len() > ANSWER_BYTES {
            return Err(Lost { reason: format!("the answer is longer than {ANSWER_BYTES} bytes"), connecting: true });
        }
    }
    let located =
        location.as_deref().filter(|_| status == 201).and_then(|url| url.rsplit('/').next()).map(str::to_owned);
    let answer = Answer {
        status,
        media_type,
        located,
        redirect: location.filter(|_| (300..400).contains(&status)),
        json: serde_json::from_slice(&body).ok(),
        text: String::from_utf8_lossy(&body).into_owned(),
        ..Answer::default()
    };
    Ok(Received { answer, status, retry_after })
}

/// An error with its causes.
fn chain(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words = format!("{words}: {error}");
        cause = error.source();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(base: &str) -> Result<Client, String> {
        Client::new(base, Redacted::from("geheim".to_owned()), Duration::from_secs(1), false)
    }

    #[test]
    fn targets_lie_below_the_base_url_and_keep_its_query() {
        let plain = client("https://id.example.com/scim/v2/").unwrap();
        assert_eq!(plain.url("/Users/1?").unwrap().as_str(), "https://id.example.com/scim/v2/Users/1?");
        assert_eq!(plain.url("/Users").unwrap().as_str(), "https://id.example.com/scim/v2/Users");
        let flagged = client("https://id.example.com/scim?aadOptscim062020").unwrap();
        assert_eq!(flagged.url("/Users?count=1").unwrap().query(), Some("aadOptscim062020&count=1"));
    }

    #[test]
    fn a_token_is_never_sent_in_the_clear_beyond_this_machine() {
        assert!(client("http://id.example.com/scim/v2").err().unwrap().contains("in the clear"));
        assert!(client("ftp://id.example.com").is_err());
        assert!(client("http://127.0.0.1:8080/scim/v2").is_ok());
        assert!(client("http://[::1]:8080/scim/v2").is_ok());
    }

    #[test]
    fn what_is_shown_has_neither_the_token_nor_control_characters() {
        assert_eq!(client("https://x.test").unwrap().clean("a\u{1b}[31m geheim"), "a [31m [token]");
    }
}
