//! What is wrong with the documents: where, what, and what was probably meant.

use std::{collections::BTreeMap, fmt};

use crate::{Sources, locate::locate};

/// One mistake in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The name of the document.
    pub file: String,
    /// Where it is in the text: the line and the column, from 1.
    pub at: Option<(usize, usize)>,
    /// The JSON pointer (RFC 6901) to it, unless the text is not JSON.
    pub pointer: Option<String>,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// The section of the standard, or of our documents, that has the rule.
    pub section: &'static str,
}

impl Fault {
    /// The same, by the rule of another section.
    pub(crate) fn by(self, section: &'static str) -> Self {
        Self { section, ..self }
    }
}

/// Every mistake that was found, in the order of the documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    found: Vec<Fault>,
    elsewhere: BTreeMap<String, String>,
}

impl Faults {
    /// The single mistakes.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.found.iter()
    }

    /// None yet, knowing which resource types and schemas are in packs that are not switched on, by the pack's name.
    pub(crate) fn knowing(elsewhere: BTreeMap<String, String>) -> Self {
        Self { found: Vec::new(), elsewhere }
    }

    pub(crate) fn push(&mut self, fault: Fault) {
        self.found.push(fault);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// What helps where a name is not declared: the pack that declares it, or the nearest name that is.
    pub(crate) fn help<'a>(&self, name: &str, right: impl IntoIterator<Item = &'a str>) -> Option<String> {
        let pack = self.elsewhere.get(name).map(|pack| {
            format!("it is in the pack {pack}: switch that on by SCIMD_PACKS={pack}, and here by --packs {pack}")
        });
        pack.or_else(|| did_you_mean(name, right))
    }

    /// With the lines and columns of the documents that they are in, and in the order of these.
    pub(crate) fn located(mut self, sources: &Sources) -> Self {
        for fault in self.found.iter_mut().filter(|fault| fault.at.is_none()) {
            let (text, pointer) = (sources.text(&fault.file), fault.pointer.as_deref());
            fault.at = text.zip(pointer).map(|(text, pointer)| locate(text, pointer));
        }
        self.found.sort_by_key(|fault| (sources.position(&fault.file), fault.at));
        self
    }

    /// `value`, unless something is wrong.
    pub(crate) fn or<T>(self, value: T) -> Result<T, Self> {
        if self.found.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "error: {}", self.message)?;
        write!(formatter, "  --> {}", self.file)?;
        if let Some((line, column)) = self.at {
            write!(formatter, ":{line}:{column}")?;
        }
        if let Some(pointer) = &self.pointer {
            write!(formatter, " #{pointer}")?;
        }
        if let Some(help) = &self.help {
            write!(formatter, "\n  help: {help}")?;
        }
        write!(formatter, "\n  rule: {}", self.section)
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.found.iter().enumerate() {
            if index > 0 {
                formatter.write_str("\n\n")?;
            }
            fault.fmt(formatter)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// "did you mean …?", if one of the right names is near.
pub fn did_you_mean<'a>(wrong: &str, right: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let limit = wrong.chars().count().div_ceil(3);
    let nearest = right
        .into_iter()
        .map(|name| (distance(&wrong.to_ascii_lowercase(), &name.to_ascii_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)?;
    Some(format!("did you mean \"{}\"?", nearest.1))
}

/// The number of letters to insert, remove or replace to make `right` of `left` (Levenshtein).
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.chars().count()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, b) in right.chars().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}
