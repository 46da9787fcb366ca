//! Walks a journey and cleans up behind it.
//!
//! A write goes to a resource that the run itself has created, and to no other, whatever the server answers to a search.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{
    client::{Answer, Client},
    expect,
    journey::{Exchange, Journey, Step},
    report::{Done, ExchangeReport, Report, StepReport},
    template::{self, Variables},
};

/// A run of a journey.
pub struct Walk<'a> {
    client: &'a Client,
    journey: &'a Journey,
    variables: Variables,
    /// Endpoint and id of what is there because of this run.
    created: Vec<(String, String)>,
    /// Everything that was ever created by it.
    own: BTreeSet<String>,
    /// Endpoint, attribute and value of what may have been created.
    unclear: Vec<(String, &'static str, String)>,
}

impl<'a> Walk<'a> {
    /// A run with variables of its own.
    pub fn new(client: &'a Client, journey: &'a Journey, variables: Variables) -> Self {
        let (created, own, unclear) = (Vec::new(), BTreeSet::new(), Vec::new());
        Self { client, journey, variables, created, own, unclear }
    }

    /// Every step, into the report as it is done.
    pub async fn steps(&mut self, report: &mut Report) {
        for step in &self.journey.steps {
            let done = self.step(step).await;
            report.steps.push(done);
        }
    }

    async fn step(&mut self, step: &Step) -> StepReport {
        let mut exchanges = Vec::new();
        for exchange in &step.exchanges {
            let done = self.exchange(exchange).await;
            let go_on = done.result == Done::Passed;
            exchanges.push(done);
            if !go_on {
                break;
            }
        }
        let result = exchanges.last().map_or(Done::Skipped, |last| last.result);
        StepReport { step: step.step.clone(), title: step.title.clone(), result, exchanges }
    }

    async fn exchange(&mut self, exchange: &Exchange) -> ExchangeReport {
        let mut report = ExchangeReport { sent: exchange.send.clone(), ..ExchangeReport::default() };
        let (method, target, body) = match self.filled(exchange) {
            Ok(filled) => filled,
            Err(missing) => {
                report.problems.push(format!("not sent: no step before it gave {missing}"));
                return report;
            }
        };
        report.sent = self.client.clean(&format!("{method} {target}"));
        report.body = body.as_ref().map(|body| self.client.clean(&body.to_string()));
        report.expected = expect::words(&exchange.expect, &self.variables);
        let (endpoint, id) = place(&target);
        if !matches!(method, "GET" | "POST") && !id.is_some_and(|id| self.own.contains(id)) {
            report.problems.push("not sent: this run has not created that resource".to_owned());
            return report;
        }
        let mut headers = self.journey.headers.clone();
        if body.is_some() {
            headers.extend(self.journey.writes.clone());
        }
        let name = body.as_ref().filter(|_| method == "POST").and_then(name);
        // Until an answer says otherwise, also when the run is interrupted meanwhile.
        let before = self.unclear.len();
        self.unclear.extend(name.clone().map(|(attribute, value)| (endpoint.to_owned(), attribute, value)));
        let answer = match self.client.send(method, &target, &headers, body.as_ref()).await {
            Ok(answer) => answer,
            Err(reason) => {
                report.result = Done::Failed;
                report.problems.push(format!("no answer: {reason}"));
                report.mend =
                    Some("See that the base URL is right, the server runs and its certificate is trusted.".to_owned());
                return report;
            }
        };
        self.unclear.truncate(before);
        let answer = match name {
            Some(name) => self.note_created(endpoint, name, answer).await,
            None => answer,
        };
        if method == "DELETE" && (200..300).contains(&answer.status) {
            self.created.retain(|(_, own)| Some(own.as_str()) != id);
        }
        report.came = self.client.clean(&came(&answer));
        report.waited = answer.waited;
        report.repeated = answer.repeated;
        report.problems = self.cleaned(expect::problems(&exchange.expect, &answer, &self.variables));
        report.result = if report.problems.is_empty() { Done::Passed } else { Done::Failed };
        if report.result == Done::Failed {
            report.mend = usual(&answer).or_else(|| exchange.mend.clone());
            return report;
        }
        if let Some(advice) = &exchange.advise {
            report.notes = self.cleaned(expect::problems(advice, &answer, &self.variables));
            if !report.notes.is_empty() {
                report.mend = exchange.mend.clone();
            }
        }
        for (name, pointer) in &exchange.save {
            if let Some(value) = answer.json.as_ref().and_then(|body| body.pointer(pointer)) {
                self.variables.insert(name.clone(), value.clone());
            }
        }
        report
    }

    fn filled<'e>(&self, exchange: &'e Exchange) -> Result<(&'e str, String, Option<Value>), String> {
        let (method, target) = exchange.send.split_once(' ').unwrap_or(("GET", &exchange.send));
        let target = template::text(target, &self.variables, true)?;
        let mut body = exchange.body.as_ref().map(|body| template::json(body, &self.variables)).transpose()?;
        for (pointer, value) in &exchange.set {
            let value = template::json(value, &self.variables)?;
            if !body.as_mut().is_some_and(|body| template::set(body, pointer, value)) {
                return Err(pointer.clone());
            }
        }
        Ok((method, target, body))
    }

    fn cleaned(&self, problems: Vec<String>) -> Vec<String> {
        problems.iter().map(|problem| self.client.clean(problem)).collect()
    }

    /// Notes what a POST has created. When an answer was lost and the second request is refused as a duplicate, the first
    /// has created it: like a provider, it is found by name.
    async fn note_created(
        &mut self,
        endpoint: &str,
        (attribute, value): (&'static str, String),
        answer: Answer,
    ) -> Answer {
        let made = (200..300).contains(&answer.status);
        let id = answer.json.as_ref().and_then(|body| body["id"].as_str()).or(answer.located.as_deref());
        if let Some(id) = id.filter(|_| made) {
            self.note(endpoint, id.to_owned());
            if answer.repeated {
                self.unclear.push((endpoint.to_owned(), attribute, value));
            }
            return answer;
        }
        if answer.status == 409 && answer.repeated {
            let found = self.named(endpoint, attribute, &value).await;
            if let [resource] = found.as_slice()
                && let Some(id) = resource["id"].as_str()
            {
                self.note(endpoint, id.to_owned());
                return Answer { status: 201, text: resource.to_string(), json: Some(resource.clone()), ..answer };
            }
        }
        if made || answer.repeated || answer.status >= 500 {
            self.unclear.push((endpoint.to_owned(), attribute, value));
        }
        answer
    }

    fn note(&mut self, endpoint: &str, id: String) {
        self.own.insert(id.clone());
        self.created.push((endpoint.to_owned(), id));
    }

    /// The resources of that very name, also when the server pays no heed to the filter.
    async fn named(&self, endpoint: &str, attribute: &str, value: &str) -> Vec<Value> {
        let variables = Variables::from([("value".to_owned(), json!(value))]);
        let target =
            template::text(&format!("{endpoint}?filter={attribute}%20eq%20%22{{{{value}}}}%22"), &variables, true);
        let Ok(target) = target else { return Vec::new() };
        let Ok(answer) = self.client.send("GET", &target, &self.journey.headers, None).await else { return Vec::new() };
        let mut resources =
            answer.json.as_ref().and_then(|list| list["Resources"].as_array()).cloned().unwrap_or_default();
        resources.retain(|resource| resource[attribute].as_str().is_some_and(|own| own.eq_ignore_ascii_case(value)));
        resources
    }

    /// Deletes what this run has created and what it may have created; gives what stays behind.
    pub async fn clean_up(&mut self) -> Vec<String> {
        for (endpoint, attribute, value) in std::mem::take(&mut self.unclear) {
            for resource in self.named(&endpoint, attribute, &value).await {
                if let Some(id) = resource["id"].as_str()
                    && !self.created.iter().any(|(_, own)| own == id)
                {
                    self.created.push((endpoint.clone(), id.to_owned()));
                }
            }
        }
        let mut left = Vec::new();
        for (endpoint, id) in std::mem::take(&mut self.created).into_iter().rev() {
            let target = format!("{endpoint}/{id}");
            match self.client.send("DELETE", &target, &BTreeMap::new(), None).await {
                Ok(answer) if (200..300).contains(&answer.status) || answer.status == 404 => {}
                Ok(answer) => left.push(self.client.clean(&format!("{target} (DELETE gave {})", answer.status))),
                Err(reason) => left.push(format!("{target} ({reason})")),
            }
        }
        left
    }
}

/// Endpoint and id of a target such as `/Users/1?attributes=id`.
fn place(target: &str) -> (&str, Option<&str>) {
    let path = target.split('?').next().unwrap_or_default().trim_end_matches('/');
    match path.rsplit_once('/') {
        Some((endpoint, id)) if !endpoint.is_empty() => (endpoint, Some(id)),
        _ => (path, None),
    }
}

/// The attribute that a new resource can be found by, and its value.
fn name(body: &Value) -> Option<(&'static str, String)> {
    ["userName", "displayName"]
        .into_iter()
        .find_map(|attribute| body[attribute].as_str().map(|value| (attribute, value.to_owned())))
}

fn came(answer: &Answer) -> String {
    let to = answer.redirect.as_ref().map(|url| format!(" to {url}")).unwrap_or_default();
    format!("{}{to} {}", answer.status, answer.text).trim().to_owned()
}

/// What to do about statuses that mean the same in every step.
fn usual(answer: &Answer) -> Option<String> {
    let words = match answer.status {
        300..=399 => "Give the base URL that the server redirects to: a token is not sent on to another address.",
        401 => {
            "See that the token is right and has not ended, and that the server takes it as `Authorization: Bearer`."
        }
        403 => {
            "Give the token the right to read and write users and groups; see that no firewall stands before the server."
        }
        415 => "Take application/scim+json and application/json, with and without `; charset=utf-8`.",
        429 => "Lower the rate, or let the server name a shorter Retry-After.",
        500..=599 => "The server has failed: its log says why.",
        _ => return None,
    };
    Some(words.to_owned())
}
