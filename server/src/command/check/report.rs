//! What a run tells, for people and as JSON.

use serde::Serialize;

/// How many characters of a body people are shown.
const SHOWN: usize = 400;

/// How it went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Done {
    /// As expected.
    Passed,
    /// Not as expected.
    Failed,
    /// Not tried, as what it needs is not there.
    #[default]
    Skipped,
}

/// A run.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// The base URL.
    pub url: String,
    /// The provider.
    pub provider: String,
    /// The profile of scimd that suits it.
    pub profile: String,
    /// What stands in every name that the run uses.
    pub run: String,
    /// Whether all went well.
    pub ok: bool,
    /// Whether it was stopped before the end.
    pub stopped: bool,
    /// The steps, in order.
    pub steps: Vec<StepReport>,
    /// What the run created and could not delete.
    pub left: Vec<String>,
}

/// A step.
#[derive(Debug, Serialize)]
pub struct StepReport {
    /// Its name.
    pub step: String,
    /// What it does.
    pub title: String,
    /// How it went.
    pub result: Done,
    /// Its requests, as far as they were sent.
    pub exchanges: Vec<ExchangeReport>,
}

/// A request and its answer.
#[derive(Debug, Default, Serialize)]
pub struct ExchangeReport {
    /// Method and target.
    pub sent: String,
    /// The body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// What was expected.
    pub expected: String,
    /// What came.
    pub came: String,
    /// How it went.
    pub result: Done,
    /// What is wrong.
    pub problems: Vec<String>,
    /// What could be better.
    pub notes: Vec<String>,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mend: Option<String>,
    /// How many seconds it waited as `Retry-After` said.
    pub waited: u64,
    /// Whether an answer was lost and the request sent again.
    pub repeated: bool,
}

impl Report {
    /// Says whether all went well, from what is in it.
    pub fn conclude(&mut self) {
        self.ok = !self.stopped && self.left.is_empty() && self.count(Done::Passed) == self.steps.len();
    }

    fn count(&self, result: Done) -> usize {
        self.steps.iter().filter(|step| step.result == result).count()
    }

    /// The sum, in a sentence.
    pub fn sum(&self) -> String {
        let mut sum = format!("{} of {} steps passed", self.count(Done::Passed), self.steps.len());
        let failed: Vec<&str> =
            self.steps.iter().filter(|step| step.result == Done::Failed).map(|step| step.step.as_str()).collect();
        if !failed.is_empty() {
            sum.push_str(&format!("; failed: {}", failed.join(", ")));
        }
        if self.count(Done::Skipped) > 0 {
            sum.push_str(&format!("; skipped: {}", self.count(Done::Skipped)));
        }
        if self.stopped {
            sum.push_str("; stopped before the end");
        }
        if !self.left.is_empty() {
            sum.push_str(&format!("; left behind: {}", self.left.join(", ")));
        }
        sum
    }

    /// For people.
    pub fn text(&self) -> String {
        let mut lines = vec![format!("{} at {} (profile {}, run {})", self.provider, self.url, self.profile, self.run)];
        for step in &self.steps {
            let word = match step.result {
                Done::Passed => "ok",
                Done::Failed => "FAILED",
                Done::Skipped => "skipped",
            };
            lines.push(format!("  {word:<8}{:<15} {}", step.step, step.title));
            for exchange in &step.exchanges {
                exchange.lines(&mut lines);
            }
        }
        lines.push(self.sum());
        lines.join("\n")
    }
}

impl ExchangeReport {
    fn lines(&self, lines: &mut Vec<String>) {
        let mut line = |what: &str, text: &str| lines.push(format!("          {what:<10}{}", short(text)));
        if self.result != Done::Passed || !self.notes.is_empty() {
            line("sent:", &self.sent);
            if let Some(body) = &self.body {
                line("", body);
            }
        }
        if self.result == Done::Failed {
            line("expected:", &self.expected);
            line("came:", &self.came);
        }
        for problem in &self.problems {
            line("problem:", problem);
        }
        for note in &self.notes {
            line("note:", note);
        }
        if let Some(mend) = &self.mend {
            line("mend:", mend);
        }
        if self.waited > 0 {
            line("waited:", &format!("{} s, as Retry-After said", self.waited));
        }
        if self.repeated {
            line("repeated:", "an answer was lost, and the request sent again");
        }
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
