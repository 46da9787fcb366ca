//! Integers compared with a number that has a fraction or an exponent: `level gt 6.5`, `level eq 7.0`, `level lt 1e30`.
//!
//! The number becomes an integer here, so that the key of an integer is one everywhere, in memory and bound to a statement.

use super::{Condition, Operator};
use crate::scim::key::Key;
use crate::scim::path::AttributePath;

/// The first number above all integers of 64 bits; its negative is the least of them.
const BEYOND: f64 = 9_223_372_036_854_775_808.0;

/// The comparison of an integer attribute with a number.
pub fn comparison(path: AttributePath, operator: Operator, number: f64) -> Condition {
    use Operator::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
    let compare = |operator, integer| Condition::Compare { path: path.clone(), operator, key: Key::Integer(integer) };
    let above = matches!(operator, Greater | GreaterOrEqual);
    let below = matches!(operator, Less | LessOrEqual);
    if !(-BEYOND..BEYOND).contains(&number) {
        let all = (above && number < 0.0) || (below && number > 0.0);
        return if all { Condition::Present(path) } else { Condition::Constant(operator == NotEqual) };
    }
    let floor = number.floor();
    let integer = floor as i64;
    match operator {
        _ if floor == number => compare(operator, integer),
        Equal => Condition::Constant(false),
        NotEqual => Condition::Constant(true),
        _ if above => compare(Greater, integer),
        _ => compare(LessOrEqual, integer),
    }
}
