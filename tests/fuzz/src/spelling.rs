//! Filters as text: the parser must read them as they were.

use crate::scim::filter::{Filter, Literal, Path};

/// The text of a filter, with a bracket wherever one could make a difference.
pub fn filter(filter: &Filter) -> String {
    match filter {
        Filter::And(filters) => joined(filters, " and "),
        Filter::Or(filters) => joined(filters, " or "),
        Filter::Not(filter) => format!("not ({})", self::filter(filter)),
        Filter::Present(path) => format!("{path} pr"),
        Filter::Compare { path, operator, value } => format!("{path} {} {}", operator.name(), literal(value)),
        Filter::ValuePath { path, filter } => format!("{path}[{}]", self::filter(filter)),
    }
}

/// The text of a PATCH path.
pub fn path(path: &Path) -> String {
    let selection = path.filter.as_ref().map(|selection| format!("[{}]", filter(selection))).unwrap_or_default();
    let sub = path.sub.as_ref().map(|sub| format!(".{sub}")).unwrap_or_default();
    format!("{}{selection}{sub}", path.attribute)
}

fn joined(filters: &[Filter], between: &str) -> String {
    let part = |part: &Filter| match part {
        Filter::And(_) | Filter::Or(_) => format!("({})", filter(part)),
        single => filter(single),
    };
    filters.iter().map(part).collect::<Vec<_>>().join(between)
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(boolean) => boolean.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::String(text) => serde_json::Value::from(text.as_str()).to_string(),
    }
}
