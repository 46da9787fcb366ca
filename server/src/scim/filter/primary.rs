//! What the absence of `primary` means in a comparison (RFC 7643 §2.4): a value that does not say so is not primary.

use super::{Condition, Operator};
use crate::scim::key::Key;
use crate::scim::path::AttributePath;
use crate::scim::schema::{Attribute, DataType};

/// Whether a sub-attribute is the `primary` of the values of a list.
pub fn is_primary(parent: &Attribute, attribute: &Attribute) -> bool {
    parent.multi_valued && attribute.data_type == DataType::Boolean && attribute.name.eq_ignore_ascii_case("primary")
}

/// One value's `primary`, whose path starts from that value, compared by `eq` or `ne`.
pub fn of_value(primary: AttributePath, operator: Operator, flag: bool) -> Condition {
    let is_true = Condition::Compare { path: primary, operator: Operator::Equal, key: Key::Boolean(true) };
    if (operator == Operator::Equal) == flag { is_true } else { Condition::Not(Box::new(is_true)) }
}

/// The `primary` of any value of a list compared by `eq` or `ne`; without values it is not identical to anything.
pub fn of_list(list: AttributePath, primary: AttributePath, operator: Operator, flag: bool) -> Condition {
    let any = |condition| Condition::Any { path: list.clone(), condition: Box::new(condition) };
    let some = any(of_value(primary, operator, flag));
    if operator == Operator::Equal {
        return some;
    }
    Condition::Or(vec![some, Condition::Not(Box::new(any(Condition::Constant(true))))])
}
