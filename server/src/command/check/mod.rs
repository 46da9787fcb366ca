//! `scimd check`: goes a provider's way with any SCIM server (RFC 7644) and tells step by step what does not work.
//!
//! It uses names that nobody has and deletes what it created, also after a failure and when it is interrupted.

mod client;
mod expect;
mod journey;
mod report;
mod template;
mod walk;

use std::{io::Write, time::Duration};

use clap::Args;
use scimd::config::Redacted;
use serde_json::{Value, json};

use self::{client::Client, journey::Provider, report::Report, template::Variables, walk::Walk};

/// What to check, and as whom.
#[derive(Debug, Args)]
pub struct Check {
    /// The base URL of the SCIM server, such as https://id.example.com/scim/v2
    url: String,
    /// The bearer token; - reads it from standard input
    #[arg(long, env = "SCIMD_CHECK_TOKEN", hide_env_values = true)]
    token: Redacted,
    /// The identity provider whose requests are sent
    #[arg(long = "as", value_enum, value_name = "PROVIDER", default_value = "default")]
    provider: Provider,
    /// How long to wait for an answer, and at most for a server that asks to wait, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=3600))]
    timeout: u64,
    /// Send the token over http:// to another machine
    #[arg(long)]
    allow_http: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Does it. An error is a run in which not all went well.
pub async fn run(check: Check) -> Result<(), String> {
    let token = match check.token.expose() {
        "-" => {
            let text = std::io::read_to_string(std::io::stdin());
            Redacted::from(
                text.map_err(|error| format!("cannot read the token from standard input: {error}"))?.trim().to_owned(),
            )
        }
        _ => check.token,
    };
    if token.expose().is_empty()
        || !token.expose().chars().all(|character| character.is_ascii_graphic() || character == ' ')
    {
        return Err("the token is empty, or has characters that no HTTP header can hold".to_owned());
    }
    let client = Client::new(&check.url, token, Duration::from_secs(check.timeout), check.allow_http)?;
    let journey = check.provider.journey()?;
    let (run, variables) = variables()?;
    let mut report = Report {
        url: client.clean(&check.url),
        provider: journey.name.clone(),
        profile: journey.profile.clone(),
        run,
        ..Report::default()
    };
    let mut walk = Walk::new(&client, &journey, variables);
    let finished = tokio::select! {
        () = walk.steps(&mut report) => true,
        _ = tokio::signal::ctrl_c() => false,
    };
    report.stopped = !finished;
    report.left = walk.clean_up().await;
    report.conclude();
    let text = match check.json {
        true => serde_json::to_string_pretty(&report).map_err(|error| error.to_string())?,
        false => report.text(),
    };
    let written = writeln!(std::io::stdout().lock(), "{text}");
    written.map_err(|error| format!("cannot write to standard output: {error}"))?;
    if report.ok { Ok(()) } else { Err(report.sum()) }
}

/// The variables of a run: names and ids that nobody has, and the URNs.
fn variables() -> Result<(String, Variables), String> {
    let random = || {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|error| format!("no random numbers: {error}"))?;
        Ok::<_, String>(uuid::Builder::from_random_bytes(bytes).into_uuid())
    };
    let run = format!("scimd-check-{}", random()?.simple());
    let mut variables = Variables::new();
    let mut set = |name: &str, value: Value| variables.insert(name.to_owned(), value);
    set("run", json!(run));
    set("user_name", json!(format!("{run}@example.com")));
    set("USER_NAME", json!(format!("{run}@example.com").to_uppercase()));
    set("new_name", json!(format!("{run}-new@example.com")));
    set("other_name", json!(format!("{run}-other@example.com")));
    set("group_name", json!(format!("{run} Tour Guides")));
    set("new_group_name", json!(format!("{run} Mountain Guides")));
    for name in ["uuid_1", "uuid_2", "uuid_3", "uuid_4"] {
        set(name, json!(random()?.to_string()));
    }
    set("USER", json!("urn:ietf:params:scim:schemas:core:2.0:User"));
    set("GROUP", json!("urn:ietf:params:scim:schemas:core:2.0:Group"));
    set("ENTERPRISE", json!("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"));
    set("PATCH", json!("urn:ietf:params:scim:api:messages:2.0:PatchOp"));
    Ok((run, variables))
}
