//! What a token says, or an authorisation server of a token (RFC 7519 §4.1, RFC 7662 §2.2): whose it is, for whom, until
//! when, and for what.

use serde_json::{Map, Value};

use crate::{
    scim::limits,
    service::{access::Rights, settings::authorization::AuthorizationServer},
};

const SECOND: f64 = 1_000_000.0;
/// The most characters of the name in the records.
const NAME: usize = 200;

/// The claims of a token.
#[derive(Debug)]
pub struct Claims(pub Map<String, Value>);

impl Claims {
    /// A claim that is a text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    /// Whether one of the audiences is that.
    pub fn is_for(&self, audience: &str) -> bool {
        match self.0.get("aud") {
            Some(Value::String(text)) => text == audience,
            Some(Value::Array(texts)) => texts.iter().any(|text| text == audience),
            _ => false,
        }
    }

    /// Whether this says that only the holder of a key may use the token, which nothing here can prove (RFC 7800).
    pub fn needs_proof(&self) -> bool {
        self.0.contains_key("cnf")
    }

    /// When the token ends, in microseconds since 1970; the error says what is wrong with its times.
    pub fn ends(&self, now: i64) -> Result<Option<i64>, &'static str> {
        let leeway = limits::CLOCK_LEEWAY_SECONDS as f64 * SECOND;
        let present = now as f64;
        let time = |name: &str, wrong: &'static str| match self.0.get(name) {
            None => Ok(None),
            Some(value) => value.as_f64().filter(|time| *time >= 0.0).map(|time| Some(time * SECOND)).ok_or(wrong),
        };
        let ends = time("exp", "exp is no time")?.map(|ends| ends + leeway);
        if ends.is_some_and(|ends| present >= ends) {
            return Err("exp is past");
        }
        if time("nbf", "nbf is no time")?.is_some_and(|begins| present + leeway < begins) {
            return Err("nbf is in the future");
        }
        if time("iat", "iat is no time")?.is_some_and(|issued| present + leeway < issued) {
            return Err("iat is in the future");
        }
        // What is beyond the integers is as good as never.
        Ok(ends.map(|ends| ends as i64))
    }

    /// What the token may do by the rules of its server.
    pub fn rights(&self, server: &AuthorizationServer) -> Rights {
        if let Some(scopes) = &server.scopes {
            return Rights::of(scopes);
        }
        let mut words: Vec<&str> = Vec::new();
        for claim in &server.scope_claims {
            match self.0.get(claim) {
                Some(Value::String(text)) => words.extend(text.split_ascii_whitespace()),
                Some(Value::Array(texts)) => words.extend(texts.iter().filter_map(Value::as_str)),
                _ => {}
            }
        }
        let prefix = server.scope_prefix.as_deref().unwrap_or_default();
        let own: Vec<_> = words.into_iter().filter_map(|word| word.strip_prefix(prefix)).collect();
        Rights::of(&own.join(" "))
    }

    /// Whose it is, for the records.
    pub fn name(&self, issuer: &str) -> String {
        let who = ["sub", "client_id", "azp", "username"].iter().find_map(|name| self.text(name));
        let text = format!("{} at {issuer}", who.unwrap_or("a client"));
        let printable = |character: char| if character.is_control() { ' ' } else { character };
        text.chars().map(printable).take(NAME).collect()
    }
}
