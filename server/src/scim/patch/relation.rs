//! Operations on relations, whose values are rows and not part of the resource: they become [`RelationChange`]s.

use super::{Op, RelationChange, list};
use crate::scim::error::{Error, ErrorKind};
use crate::scim::filter::Condition;
use crate::scim::json::Json;
use crate::scim::schema::Attribute;

/// The change that an operation on the whole attribute makes, if any.
pub fn whole(attribute: &'static Attribute, op: Op, value: Option<Json>) -> Result<Option<RelationChange>, Error> {
    let value = value.filter(|json| *json != Json::Null);
    match (op, value) {
        (Op::Add, None) => Ok(None),
        (Op::Add, Some(json)) => {
            let elements = list::elements(attribute, json)?;
            Ok((!elements.is_empty()).then_some(RelationChange::Add(elements)))
        }
        (Op::Replace, None) => cleared(attribute, ErrorKind::InvalidValue),
        (Op::Replace, Some(json)) if json.is_unassigned() => cleared(attribute, ErrorKind::InvalidValue),
        (Op::Replace, Some(json)) => {
            let elements = list::elements(attribute, json)?;
            // Elements without content name nobody, which is not a wish to remove everybody.
            list::some(attribute, elements).map(|elements| Some(RelationChange::Replace(elements)))
        }
        (Op::Remove, None) => cleared(attribute, ErrorKind::Mutability),
        (Op::Remove, Some(json)) => {
            let elements = list::elements(attribute, json)?;
            list::some(attribute, elements).map(|elements| Some(RelationChange::Remove(elements)))
        }
    }
}

/// The change that an operation on the values of a condition makes, if any. Relations hold their values unchanged.
pub fn selected(
    attribute: &'static Attribute,
    op: Op,
    condition: Condition,
    sub: Option<&'static Attribute>,
    seed: Option<Vec<(String, Json)>>,
    value: Option<Json>,
) -> Result<Option<RelationChange>, Error> {
    if let Some(sub) = sub {
        let detail = format!("{}.{} cannot be changed: remove the value and add another", attribute.name, sub.name);
        return Err(Error::new(ErrorKind::Mutability, detail));
    }
    let value = value.filter(|json| *json != Json::Null);
    match (op, value) {
        (Op::Remove, _) | (Op::Replace, None) => Ok(Some(RelationChange::RemoveWhere(condition))),
        (Op::Add, None) => Ok(None),
        (Op::Add, Some(json)) => {
            let element = list::from_seed(attribute, seed, None, json)?;
            Ok(element.map(|element| RelationChange::Add(vec![element])))
        }
        (Op::Replace, Some(_)) => {
            let detail = format!("a value of {} cannot be changed: remove it and add another", attribute.name);
            Err(Error::new(ErrorKind::Mutability, detail))
        }
    }
}

fn cleared(attribute: &Attribute, kind: ErrorKind) -> Result<Option<RelationChange>, Error> {
    if attribute.required {
        return Err(Error::new(kind, format!("{} is required: it cannot be removed", attribute.name)));
    }
    Ok(Some(RelationChange::RemoveAll))
}
