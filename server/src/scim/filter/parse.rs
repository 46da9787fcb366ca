//! From the text of a filter or a PATCH path to a tree (RFC 7644 §3.4.2.2, §3.5.2).

use super::guard;
use super::{Filter, Literal, Operator};
use crate::scim::error::{Error, ErrorKind};
use crate::scim::json::echo;
use crate::scim::limits::{FILTER_BYTES, PATH_BYTES};
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use pest::iterators::Pair;

/// The parser that pest derives from the grammar, along with the rules.
#[derive(pest_derive::Parser)]
#[grammar = "scim/filter/grammar.pest"]
struct Grammar;

/// A PATCH path: `attribute`, `attribute[filter]` or `attribute[filter].sub`.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The attribute, or the URN of an extension.
    pub attribute: String,
    /// Which of its values are meant.
    pub filter: Option<Filter>,
    /// The sub-attribute after the bracket.
    pub sub: Option<String>,
}

/// What is wrong, and at which byte.
struct Problem {
    at: usize,
    what: String,
}

/// Parses a filter; anything wrong with it is 400 `invalidFilter`.
pub fn parse(text: &str) -> Result<Filter, Error> {
    let refuse = |what: String| Error::new(ErrorKind::InvalidFilter, format!("the filter is {what}"));
    guard::check(text, FILTER_BYTES).map_err(refuse)?;
    read(text, Rule::whole_filter)
        .and_then(|whole| inner(whole, Rule::filter))
        .and_then(filter)
        .map_err(|problem| Error::new(ErrorKind::InvalidFilter, format!("filter {}", describe(text, &problem))))
}

/// Parses a PATCH path; what is wrong within the bracket is 400 `invalidFilter`, anything else `invalidPath`.
pub fn parse_path(text: &str) -> Result<Path, Error> {
    let refuse = |what: String| Error::new(ErrorKind::InvalidPath, format!("the path is {what}"));
    guard::check(text, PATH_BYTES).map_err(refuse)?;
    read(text, Rule::whole_path).and_then(path).map_err(|problem| {
        let bracket = text.find('[').is_some_and(|open| problem.at > open);
        let inside = bracket && text.rfind(']').is_none_or(|close| problem.at <= close);
        let kind = if inside { ErrorKind::InvalidFilter } else { ErrorKind::InvalidPath };
        Error::new(kind, format!("path {}", describe(text, &problem)))
    })
}

fn describe(text: &str, problem: &Problem) -> String {
    let before = text.get(..problem.at).unwrap_or(text);
    format!("at character {}: {}", before.chars().count() + 1, problem.what)
}

fn read(text: &str, rule: Rule) -> Result<Pair<'_, Rule>, Problem> {
    let failed = |error: pest::error::Error<Rule>| {
        let at = match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        };
        Problem { at, what: expected(&error.variant) }
    };
    let found = Grammar::parse(rule, text).map_err(failed)?.next();
    found.ok_or_else(|| Problem { at: 0, what: "nothing there".to_owned() })
}

fn path(whole: Pair<'_, Rule>) -> Result<Path, Problem> {
    let mut path = Path { attribute: String::new(), filter: None, sub: None };
    for part in whole.into_inner() {
        match part.as_rule() {
            Rule::attribute => path.attribute = part.as_str().to_owned(),
            Rule::selection => path.filter = Some(filter(inner(part, Rule::filter)?)?),
            Rule::name => path.sub = Some(part.as_str().to_owned()),
            _ => {}
        }
    }
    Ok(path)
}

/// The recursion is as deep as the nesting, which the guard has bounded.
fn filter(pair: Pair<'_, Rule>) -> Result<Filter, Problem> {
    let conjunctions = pair.into_inner().filter(|pair| pair.as_rule() == Rule::conjunction);
    Ok(joined(conjunctions.map(conjunction).collect::<Result<_, _>>()?, Filter::Or))
}

fn conjunction(pair: Pair<'_, Rule>) -> Result<Filter, Problem> {
    let terms = pair.into_inner().filter(|pair| pair.as_rule() == Rule::term);
    Ok(joined(terms.map(term).collect::<Result<_, _>>()?, Filter::And))
}

fn joined(mut filters: Vec<Filter>, join: fn(Vec<Filter>) -> Filter) -> Filter {
    match filters.pop() {
        Some(only) if filters.is_empty() => only,
        Some(last) => {
            filters.push(last);
            join(filters)
        }
        None => join(filters),
    }
}

fn term(pair: Pair<'_, Rule>) -> Result<Filter, Problem> {
    let what = first(pair)?;
    match what.as_rule() {
        Rule::negation => Ok(Filter::Not(Box::new(filter(inner(inner(what, Rule::group)?, Rule::filter)?)?))),
        Rule::group => filter(inner(what, Rule::filter)?),
        _ => condition(what),
    }
}

fn condition(pair: Pair<'_, Rule>) -> Result<Filter, Problem> {
    let mut path = String::new();
    let mut result = None;
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::attribute => path = part.as_str().to_owned(),
            Rule::test => result = Some(test(std::mem::take(&mut path), part)?),
            Rule::element_test => result = Some(element_test(std::mem::take(&mut path), part)?),
            _ => {}
        }
    }
    result.ok_or_else(|| Problem { at: 0, what: "expected an operator".to_owned() })
}

/// `emails[type eq "work"].value eq "x"` means the same element: `emails[type eq "work" and value eq "x"]`.
fn element_test(path: String, pair: Pair<'_, Rule>) -> Result<Filter, Problem> {
    let mut name = String::new();
    let mut filters = Vec::with_capacity(2);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::selection => filters.push(filter(inner(part, Rule::filter)?)?),
            Rule::name => name = part.as_str().to_owned(),
            Rule::test => filters.push(test(std::mem::take(&mut name), part)?),
            _ => {}
        }
    }
    Ok(Filter::ValuePath { path, filter: Box::new(joined(filters, Filter::And)) })
}

fn test(path: String, pair: Pair<'_, Rule>) -> Result<Filter, Problem> {
    let mut found = None;
    for part in pair.into_inner() {
        let at = part.as_span().start();
        match (part.as_rule(), found) {
            (Rule::presence, _) => return Ok(Filter::Present(path)),
            (Rule::operator, _) => {
                let unknown = || format!("unknown operator {}, expected {OPERATORS}", echo(part.as_str()));
                found = Some(Operator::named(part.as_str()).ok_or_else(|| Problem { at, what: unknown() })?);
            }
            (_, Some(operator)) => {
                let value = literal(&part).map_err(|what| Problem { at, what })?;
                return Ok(Filter::Compare { path, operator, value });
            }
            _ => {}
        }
    }
    Err(Problem { at: 0, what: format!("expected {OPERATORS}") })
}

/// The literals are those of JSON (RFC 8259).
fn literal(pair: &Pair<'_, Rule>) -> Result<Literal, String> {
    let text = pair.as_str();
    if pair.as_rule() == Rule::string {
        let string: String = serde_json::from_str(text)
            .map_err(|_| "not a JSON string: check its escapes and control characters".to_owned())?;
        if string.contains('\0') {
            return Err("the character U+0000 is not allowed".to_owned());
        }
        return Ok(Literal::String(string));
    }
    match text {
        "null" => Ok(Literal::Null),
        "true" => Ok(Literal::Boolean(true)),
        "false" => Ok(Literal::Boolean(false)),
        _ => serde_json::from_str(text)
            .map(Literal::Number)
            .map_err(|_| format!("{} is no value, expected {VALUES}", echo(text))),
    }
}

fn first(pair: Pair<'_, Rule>) -> Result<Pair<'_, Rule>, Problem> {
    let at = pair.as_span().start();
    pair.into_inner().next().ok_or_else(|| Problem { at, what: format!("expected {TERMS}") })
}

fn inner(pair: Pair<'_, Rule>, rule: Rule) -> Result<Pair<'_, Rule>, Problem> {
    let at = pair.as_span().start();
    let found = pair.into_inner().find(|pair| pair.as_rule() == rule);
    found.ok_or_else(|| Problem { at, what: format!("expected {TERMS}") })
}

const OPERATORS: &str = "eq, ne, co, sw, ew, gt, ge, lt, le or pr";
const VALUES: &str = "a string in double quotes, a number, true, false or null";
const TERMS: &str = "an attribute, not or \"(\"";

fn expected(variant: &ErrorVariant<Rule>) -> String {
    let ErrorVariant::ParsingError { positives, .. } = variant else { return "malformed".to_owned() };
    let mut words: Vec<&str> = Vec::new();
    for rule in positives {
        let word = match rule {
            Rule::EOI => "the end",
            Rule::and => "and",
            Rule::or => "or",
            Rule::open => "\"(\"",
            Rule::gap => "a blank",
            Rule::close => "\")\"",
            Rule::close_bracket => "\"]\"",
            Rule::attribute => "an attribute",
            Rule::name => "a sub-attribute",
            Rule::element_test | Rule::selection => "a blank or \"[\"",
            Rule::test | Rule::presence | Rule::operator => OPERATORS,
            Rule::string | Rule::bare => VALUES,
            _ => TERMS,
        };
        if !words.contains(&word) {
            words.push(word);
        }
    }
    match words.as_slice() {
        [] => "malformed".to_owned(),
        words => format!("expected {}", words.join(", or ")),
    }
}

#[cfg(test)]
mod tests;
