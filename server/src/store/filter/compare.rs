//! Comparisons of one column: keys, and ids as the text that clients see.

use sea_orm::{
    DbBackend,
    sea_query::{Alias, Expr, ExprTrait, Func, SimpleExpr},
};
use uuid::Uuid;

use crate::{
    scim::{filter::Operator, key::Key},
    store::table::KeyKind,
};

/// Comparisons in one dialect.
#[derive(Clone, Copy)]
pub(super) struct Comparisons(pub(super) DbBackend);

impl Comparisons {
    /// A comparison of a key column; NULL is an absent value.
    pub(super) fn key_test(&self, column: SimpleExpr, operator: Operator, key: &Key, negated: bool) -> SimpleExpr {
        let value = key_value(key);
        let text = match key {
            Key::Text(text) => text.as_str(),
            _ => "",
        };
        let test = match operator {
            Operator::Equal => column.clone().eq(value.clone()),
            Operator::NotEqual => column.clone().ne(value.clone()),
            Operator::Greater => column.clone().gt(value),
            Operator::GreaterOrEqual => column.clone().gte(value),
            Operator::Less => column.clone().lt(value),
            Operator::LessOrEqual => column.clone().lte(value),
            Operator::Contains | Operator::StartsWith | Operator::EndsWith if text.is_empty() => {
                column.clone().is_not_null()
            }
            Operator::Contains => {
                let name = if self.0 == DbBackend::Postgres { "strpos" } else { "instr" };
                SimpleExpr::from(Func::cust(Alias::new(name)).arg(column.clone()).arg(Expr::val(text))).gt(0)
            }
            Operator::StartsWith => {
                let from = column.clone().gte(text);
                match successor(text) {
                    Some(end) => from.and(column.clone().lt(end)),
                    None => from,
                }
            }
            Operator::EndsWith => {
                // Bound, so that texts of every length share one statement; 32 bits are what PostgreSQL's `right` takes.
                let length = text.chars().count() as i32;
                let tail = if self.0 == DbBackend::Postgres {
                    Func::cust(Alias::new("right")).arg(column.clone()).arg(Expr::val(length))
                } else {
                    Func::cust(Alias::new("substr")).arg(column.clone()).arg(Expr::val(-length))
                };
                SimpleExpr::from(tail).eq(text)
            }
        };
        match (operator, negated) {
            (Operator::NotEqual, false) => column.is_null().or(test),
            (Operator::NotEqual, true) => column.eq(key_value(key)),
            (_, false) => test,
            (_, true) => column.is_null().or(test.not()),
        }
    }

    /// A comparison of an id column, which is never NULL, with a text that need not be an id.
    pub(super) fn id_test(&self, column: SimpleExpr, operator: Operator, text: &str, negated: bool) -> SimpleExpr {
        let id = Uuid::parse_str(text).ok().filter(|id| id.to_string() == text);
        match (operator, id) {
            (Operator::Equal, Some(id)) if !negated => column.eq(id),
            (Operator::Equal, Some(id)) => column.ne(id),
            (Operator::NotEqual, Some(id)) if !negated => column.ne(id),
            (Operator::NotEqual, Some(id)) => column.eq(id),
            (Operator::Equal, None) => constant(negated),
            (Operator::NotEqual, None) => constant(!negated),
            _ => self.key_test(self.id_text(column), operator, &Key::Text(text.to_owned()), negated),
        }
    }

    /// An id as the text that clients see.
    fn id_text(&self, column: SimpleExpr) -> SimpleExpr {
        if self.0 == DbBackend::Postgres {
            return SimpleExpr::from(Expr::cust_with_exprs("CAST($1 AS text) COLLATE \"C\"", [column]));
        }
        let hex = SimpleExpr::from(Func::lower(Func::cust(Alias::new("hex")).arg(column)));
        let part = |from: i32, length: i32| {
            SimpleExpr::from(
                Func::cust(Alias::new("substr"))
                    .arg(hex.clone())
                    .arg(Expr::cust(from.to_string()))
                    .arg(Expr::cust(length.to_string())),
            )
        };
        let dash = || SimpleExpr::from(Expr::cust("'-'"));
        let concatenate =
            |left: SimpleExpr, right: SimpleExpr| left.binary(sea_orm::sea_query::BinOper::Custom("||"), right);
        [(9, 4), (13, 4), (17, 4), (21, 12)]
            .into_iter()
            .fold(part(1, 8), |text, (from, length)| concatenate(concatenate(text, dash()), part(from, length)))
    }
}

/// A key as a bound value.
pub(in crate::store) fn key_value(key: &Key) -> sea_orm::Value {
    match key {
        Key::Boolean(value) => (*value).into(),
        Key::Integer(value) => (*value).into(),
        Key::Decimal(value) => (*value).into(),
        Key::Text(value) => value.as_str().into(),
    }
}

/// The id in a canonical reference `Type/id`, if it is of that type.
pub(super) fn resource_id(reference: &str, kind: &str) -> Option<Uuid> {
    let (found, id) = reference.rsplit_once('/')?;
    (found == kind).then(|| Uuid::parse_str(id).ok()).flatten()
}

/// `pr` of a key column: neither absent nor the empty string.
pub(super) fn filled(column: SimpleExpr, kind: KeyKind, negated: bool) -> SimpleExpr {
    match (kind, negated) {
        (KeyKind::Text, false) => column.ne(""),
        (KeyKind::Text, true) => column.clone().is_null().or(column.eq("")),
        (_, false) => column.is_not_null(),
        (_, true) => column.is_null(),
    }
}

pub(super) fn constant(value: bool) -> SimpleExpr {
    SimpleExpr::from(Expr::cust(if value { "1 = 1" } else { "1 = 0" }))
}

/// A comparison of two normalised texts, in memory.
pub(super) fn holds(operator: Operator, left: &str, right: &str) -> bool {
    match operator {
        Operator::Equal => left == right,
        Operator::NotEqual => left != right,
        Operator::Contains => left.contains(right),
        Operator::StartsWith => left.starts_with(right),
        Operator::EndsWith => left.ends_with(right),
        Operator::Greater => left > right,
        Operator::GreaterOrEqual => left >= right,
        Operator::Less => left < right,
        Operator::LessOrEqual => left <= right,
    }
}

/// The least text above all that start with `prefix`; none if there is no such text.
fn successor(prefix: &str) -> Option<String> {
    let mut characters: Vec<char> = prefix.chars().collect();
    while let Some(last) = characters.pop() {
        let next = match last {
            '\u{d7ff}' => Some('\u{e000}'),
            _ => char::from_u32(u32::from(last) + 1),
        };
        if let Some(next) = next {
            characters.push(next);
            return Some(characters.into_iter().collect());
        }
    }
    None
}
