//! Resolving a filter against the schemas: every name, operator and literal is checked here, whether or not there is data
//! (RFC 7644 §3.4.2.2; RFC 7643 §2.3).

use super::{Condition, Filter, Literal, Operator, primary, whole};
use crate::scim::error::{Error, ErrorKind};
use crate::scim::json::echo;
use crate::scim::key::{self, Key, TypeOfEndpoint};
use crate::scim::path::{self, AttributePath};
use crate::scim::schema::{Attribute, DataType, ResourceType, Returned, Role};

/// What becomes of an attribute that the resource type has not, or has as one that cannot be compared in that way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// 400: at the endpoint of one type it is a mistake.
    Refuse,
    /// It has no value: in a search over several types another may have it (RFC 7644 §3.4.2.1).
    NoValue,
}

/// Resolves a filter for resources of a type.
pub fn resolve(
    kind: &'static ResourceType,
    filter: Filter,
    unknown: Unknown,
    types: TypeOfEndpoint,
) -> Result<Condition, Error> {
    Resolver { scope: Scope::Resource(kind), unknown, types, stored: true }.condition(filter)
}

/// Resolves the filter in the bracket of a value path, for the values of an attribute.
pub fn resolve_element(
    attribute: &'static Attribute,
    filter: Filter,
    types: TypeOfEndpoint,
) -> Result<Condition, Error> {
    if !attribute.is_complex() && !attribute.multi_valued {
        return Err(refuse(format!("{} has no sub-attributes and is no list: use no [ ]", attribute.name)));
    }
    let scope = Scope::Element(attribute);
    Resolver { scope, unknown: Unknown::Refuse, types, stored: false }.condition(filter)
}

/// What the names in a filter start from.
#[derive(Clone, Copy)]
enum Scope {
    Resource(&'static ResourceType),
    Element(&'static Attribute),
}

struct Resolver {
    scope: Scope,
    unknown: Unknown,
    types: TypeOfEndpoint,
    /// Whether the filter is for what is stored, whose rows have no room for a list within a list.
    stored: bool,
}

fn refuse(detail: String) -> Error {
    Error::new(ErrorKind::InvalidFilter, detail)
}

impl Resolver {
    fn condition(&self, filter: Filter) -> Result<Condition, Error> {
        match filter {
            Filter::And(filters) => Ok(Condition::And(self.all(filters)?)),
            Filter::Or(filters) => Ok(Condition::Or(self.all(filters)?)),
            Filter::Not(filter) => Ok(Condition::Not(Box::new(self.condition(*filter)?))),
            Filter::Present(text) => Ok(match self.path(&text)? {
                Some(path) => Condition::Present(path),
                None => Condition::Constant(false),
            }),
            Filter::Compare { path: text, operator, value } => match self.path(&text)? {
                Some(path) => match self.comparison(path, operator, value) {
                    Err(_) if self.is_one_of_several() => Ok(Condition::Constant(operator == Operator::NotEqual)),
                    comparison => comparison,
                },
                // `eq null` asks for what has no value.
                None => Ok(Condition::Constant((operator == Operator::NotEqual) != (value == Literal::Null))),
            },
            Filter::ValuePath { path: text, filter } => self.value_path(&text, *filter),
        }
    }

    fn all(&self, filters: Vec<Filter>) -> Result<Vec<Condition>, Error> {
        filters.into_iter().map(|filter| self.condition(filter)).collect()
    }

    fn value_path(&self, text: &str, filter: Filter) -> Result<Condition, Error> {
        if matches!(self.scope, Scope::Element(_)) {
            return Err(refuse(format!("{}[ ]: a value path cannot stand within another", echo(text))));
        }
        let Some(path) = self.path(text)? else { return Ok(Condition::Constant(false)) };
        if !path.attribute.is_complex() && !path.attribute.multi_valued {
            if self.is_one_of_several() {
                return Ok(Condition::Constant(false));
            }
            return Err(refuse(format!("{} has no sub-attributes and is no list: use no [ ]", echo(text))));
        }
        let inner = Resolver { scope: Scope::Element(path.attribute), ..*self };
        let condition = inner.condition(filter)?;
        Ok(Condition::Any { path, condition: Box::new(condition) })
    }

    /// Whether another type may have what this one has not: `known` has seen that one has.
    fn is_one_of_several(&self) -> bool {
        self.unknown == Unknown::NoValue && matches!(self.scope, Scope::Resource(_))
    }

    /// The attribute of that name; none if the type has it not and that is no mistake.
    fn path(&self, text: &str) -> Result<Option<AttributePath>, Error> {
        let found = match self.scope {
            Scope::Resource(kind) => {
                path::lookup(kind, text).and_then(|path| match path.chain(kind).into_iter().find(is_secret) {
                    None => Ok(path),
                    Some(secret) => Err(format!("{} cannot be used in a filter", secret.name)),
                })
            }
            Scope::Element(parent) => element_path(parent, text),
        };
        match (found, self.unknown) {
            (Ok(path), _) => self.looked_into(path).map(Some),
            (Err(_), Unknown::NoValue) if !self.is_secret_name(text) => Ok(None),
            (Err(detail), _) => Err(refuse(detail)),
        }
    }

    /// Whether a name that did not resolve stands for something that must not be compared, which no search may hide.
    fn is_secret_name(&self, text: &str) -> bool {
        match self.scope {
            Scope::Resource(kind) => path::lookup(kind, text).is_ok(),
            Scope::Element(parent) => path::sub_attribute(parent, text).is_ok(),
        }
    }

    /// A path that a filter can look into.
    fn looked_into(&self, path: AttributePath) -> Result<AttributePath, Error> {
        let refuse = |detail: &str| Err(refuse(format!("{} {detail}; use another attribute", path.attribute.name)));
        if self.stored && self.is_list_in_list(&path) {
            refuse("is a list within a list, which no filter can look into")
        } else if self.stored && has_no_rows(path.attribute) {
            refuse("holds nothing that a filter can look into")
        } else {
            Ok(path)
        }
    }

    fn is_list_in_list(&self, path: &AttributePath) -> bool {
        let above = match self.scope {
            Scope::Resource(kind) => path.chain(kind).iter().filter(|attribute| attribute.multi_valued).count(),
            Scope::Element(parent) => {
                usize::from(parent.multi_valued) + usize::from(parent.is_complex() && path.attribute.multi_valued)
            }
        };
        above > 1
    }

    fn comparison(&self, mut path: AttributePath, operator: Operator, value: Literal) -> Result<Condition, Error> {
        if value == Literal::Null {
            return match operator {
                Operator::Equal => Ok(Condition::Not(Box::new(Condition::Present(path)))),
                Operator::NotEqual => Ok(Condition::Present(path)),
                _ => Err(refuse(format!("{}: null can be compared with eq and ne only", path.attribute.name))),
            };
        }
        if path.attribute.is_complex() {
            path = self.looked_into(default_value(&path)?)?;
        }
        let attribute = path.attribute;
        if !allows(attribute, operator) {
            let detail =
                format!("{} cannot be compared with {}: {}", attribute.name, operator.name(), allowed(attribute));
            return Err(refuse(detail));
        }
        let key = self.key(attribute, operator, value)?;
        if let (DataType::Integer, Key::Decimal(decimal)) = (attribute.data_type, &key) {
            return Ok(whole::comparison(path, operator, *decimal));
        }
        Ok(match (self.parent(&path), &key) {
            (Some((parent, list)), Key::Boolean(flag)) if primary::is_primary(parent, attribute) => match list {
                None => primary::of_value(path, operator, *flag),
                Some(list) => {
                    let steps = path.steps.last().copied().into_iter().collect();
                    primary::of_list(list, AttributePath { steps, attribute }, operator, *flag)
                }
            },
            _ => Condition::Compare { path, operator, key },
        })
    }

    /// The attribute that a sub-attribute belongs to, with its path unless that is where paths start.
    fn parent(&self, path: &AttributePath) -> Option<(&'static Attribute, Option<AttributePath>)> {
        match self.scope {
            Scope::Element(parent) => Some((parent, None)),
            Scope::Resource(kind) => {
                let chain = path.chain(kind);
                let parent = *chain.get(chain.len().checked_sub(2)?)?;
                let steps = path.steps[..path.steps.len() - 1].to_vec();
                Some((parent, Some(AttributePath { steps, attribute: parent })))
            }
        }
    }

    fn key(&self, attribute: &Attribute, operator: Operator, value: Literal) -> Result<Key, Error> {
        // A part of a text is compared as it is: a digest at its end would hide it.
        let part = matches!(operator, Operator::Contains | Operator::StartsWith | Operator::EndsWith);
        let indexed = attribute.indexed && !part;
        let expected = |what: &str| refuse(format!("{} must be compared with {what}", attribute.name));
        match (attribute.data_type, value) {
            (DataType::Boolean, Literal::Boolean(boolean)) => Ok(Key::Boolean(boolean)),
            (DataType::Boolean, _) => Err(expected("true or false, without quotes")),
            (DataType::Integer | DataType::Decimal, Literal::Number(number)) => {
                match (number.as_i64(), number.as_f64()) {
                    (Some(integer), _) if attribute.data_type == DataType::Integer => Ok(Key::Integer(integer)),
                    (_, Some(decimal)) => Ok(Key::Decimal(decimal)),
                    _ => Err(expected("a number of 64 bits")),
                }
            }
            (DataType::Integer | DataType::Decimal, _) => Err(expected("a number, without quotes")),
            (DataType::DateTime, Literal::String(text)) => key::date_time(&text)
                .map(Key::Integer)
                .ok_or_else(|| expected("a date and time such as \"2011-05-13T04:42:34Z\" (in a URL, write + as %2B)")),
            (DataType::Binary, Literal::String(text)) => {
                key::binary(&text).map(Key::Text).ok_or_else(|| expected("a string in base64"))
            }
            (DataType::Reference, Literal::String(text)) if attribute.role != Role::Schemas => {
                let resource = matches!(attribute.role, Role::Ref | Role::Location);
                Ok(Key::Text(key::reference(&text, resource, indexed, self.types)))
            }
            (DataType::String | DataType::Reference, Literal::String(text)) => {
                Ok(Key::Text(key::text(&text, key::is_case_exact(attribute), indexed)))
            }
            _ => Err(expected("a string in double quotes")),
        }
    }
}

/// Whether a list of complex values has no part that its rows keep.
fn has_no_rows(attribute: &'static Attribute) -> bool {
    let parts = attribute.sub_attributes;
    attribute.multi_valued && !parts.is_empty() && parts.iter().all(|part| part.multi_valued || is_secret(&part))
}

/// What is never returned is never compared: the answer would disclose it bit by bit.
fn is_secret(attribute: &&'static Attribute) -> bool {
    attribute.role == Role::Hashed || attribute.returned == Returned::Never
}

pub(super) fn element_path(parent: &'static Attribute, name: &str) -> Result<AttributePath, String> {
    if !parent.is_complex() {
        if name.eq_ignore_ascii_case("value") {
            return Ok(AttributePath { steps: Vec::new(), attribute: parent });
        }
        return Err(format!(
            "a value of {} has no attribute {}, only \"value\", the value itself",
            parent.name,
            echo(name)
        ));
    }
    let (position, attribute) = path::sub_attribute(parent, name)?;
    if is_secret(&attribute) {
        return Err(format!("{} cannot be used in a filter", attribute.name));
    }
    Ok(AttributePath { steps: vec![position], attribute })
}

/// The `value` of the elements, which a comparison of a complex multi-valued attribute means.
fn default_value(path: &AttributePath) -> Result<AttributePath, Error> {
    let value = path.attribute.sub_attribute("value").filter(|(_, sub)| !is_secret(sub));
    match value {
        Some((position, attribute)) if path.attribute.multi_valued => Ok(path.child(position, attribute)),
        _ => {
            let name = path.attribute.name;
            let example = path.attribute.sub_attributes.first().map_or("…", |sub| sub.name);
            let separator = if path.attribute.role == Role::Extension { ':' } else { '.' };
            Err(refuse(format!(
                "{name} is complex: name one of its sub-attributes, such as {name}{separator}{example}"
            )))
        }
    }
}

fn allows(attribute: &Attribute, operator: Operator) -> bool {
    use Operator::{Contains, EndsWith, Equal, NotEqual, StartsWith};
    let equality = matches!(operator, Equal | NotEqual);
    let part = matches!(operator, Contains | StartsWith | EndsWith);
    match (attribute.role, attribute.data_type) {
        (Role::Version | Role::Location | Role::Ref, _) => equality,
        (Role::Schemas, _) => equality || part,
        (_, DataType::Boolean | DataType::Binary) => equality,
        (_, DataType::String | DataType::Reference) => true,
        (_, DataType::Integer | DataType::Decimal | DataType::DateTime) => !part,
        (_, DataType::Complex) => false,
    }
}

fn allowed(attribute: &Attribute) -> &'static str {
    use Operator::{Contains, Greater};
    match (allows(attribute, Contains), allows(attribute, Greater)) {
        (false, false) => "use eq, ne or pr",
        (true, false) => "use eq, ne, co, sw, ew or pr",
        (false, true) => "use eq, ne, gt, ge, lt, le or pr",
        (true, true) => "use another operator",
    }
}
