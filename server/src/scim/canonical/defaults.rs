//! Defaults that a schema declares: what a POST or PUT leaves unassigned may get one (RFC 7643 §2.5, RFC 7644 §3.5.1).

use super::reference;
use crate::scim::schema::{Attribute, Constant, ResourceType};
use crate::scim::value::{Complex, Value};

/// Gives every attribute with a default, and without a value, its default: at the top, and within the complex attributes
/// and extensions that the client sent. `sent` is the body, if the resource has more than that.
pub fn fill(kind: &ResourceType, root: &mut Complex, sent: Option<&Complex>) {
    if kind.has_defaults {
        level(kind.attributes, root, sent);
    }
}

/// Whether any was given at this level.
fn level(attributes: &[Attribute], complex: &mut Complex, sent: Option<&Complex>) -> bool {
    let mut given = false;
    for (position, attribute) in attributes.iter().enumerate() {
        match (complex.get_mut(position), of(attribute)) {
            (Some(Value::Complex(inner)), _) => {
                let within = sent.map(|sent| sent.get(position).and_then(Value::as_complex));
                if within != Some(None) && level(attribute.sub_attributes, inner, within.flatten()) {
                    reference::link(attribute, inner);
                }
            }
            (None, Some(default)) => {
                complex.set(position, default);
                given = true;
            }
            _ => {}
        }
    }
    given
}

/// The default that an attribute declares.
pub fn of(attribute: &Attribute) -> Option<Value> {
    let default = attribute.rules?.default?;
    Some(match default {
        Constant::Boolean(value) => Value::Boolean(value),
        Constant::Integer(value) => Value::Integer(value),
        Constant::Decimal(value) => Value::Decimal(value),
        Constant::Text(text) => Value::Text(text.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scim::fixture::{PLAIN, SCHEMA, USER_REF};
    use crate::scim::schema::{DataType, Role, Rules};

    static GIVEN: Rules =
        Rules { pattern: None, minimum: None, maximum: None, max_length: None, default: Some(Constant::Text("a")) };

    static KIND: ResourceType = ResourceType {
        name: "Thing",
        endpoint: "/Things",
        description: "",
        schema: SCHEMA,
        extensions: &[],
        attribute_count: 0,
        relations: &[],
        back_references: &[],
        always_project: false,
        has_defaults: true,
        document: "{}",
        example: "{}",
        attributes: &[
            Attribute { name: "label", rules: Some(&GIVEN), ..PLAIN },
            Attribute {
                name: "urn:e",
                data_type: DataType::Complex,
                role: Role::Extension,
                sub_attributes: &[
                    Attribute { name: "level", rules: Some(&GIVEN), ..PLAIN },
                    Attribute { name: "code", ..PLAIN },
                ],
                ..PLAIN
            },
            Attribute {
                sub_attributes: &[
                    Attribute { name: "value", rules: Some(&GIVEN), ..PLAIN },
                    USER_REF,
                    Attribute { name: "note", ..PLAIN },
                ],
                name: "keeper",
                data_type: DataType::Complex,
                ..PLAIN
            },
        ],
    };

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    fn complex(position: usize, value: Value) -> Complex {
        let mut complex = Complex::default();
        complex.set(position, value);
        complex
    }

    #[test]
    fn what_is_not_there_gets_its_default_and_an_extension_only_if_it_is() {
        let mut root = Complex::default();
        fill(&KIND, &mut root, None);
        assert_eq!(root, complex(0, text("a")));
        let mut root = complex(1, Value::Complex(complex(1, text("c"))));
        fill(&KIND, &mut root, None);
        assert_eq!(root.get(1).and_then(Value::as_complex).and_then(|inner| inner.get(0)), Some(&text("a")));
    }

    #[test]
    fn an_extension_that_stays_though_it_is_not_sent_gets_none() {
        let stays = Value::Complex(complex(1, text("c")));
        let mut root = complex(1, stays.clone());
        fill(&KIND, &mut root, Some(&Complex::default()));
        assert_eq!(root.get(1), Some(&stays));
        assert_eq!(root.get(0), Some(&text("a")));
    }

    #[test]
    fn a_reference_follows_from_a_default_of_its_value() {
        let mut root = complex(2, Value::Complex(complex(2, text("n"))));
        fill(&KIND, &mut root, None);
        let keeper = root.get(2).and_then(Value::as_complex).unwrap();
        assert_eq!([keeper.get(0), keeper.get(1)], [Some(&text("a")), Some(&text("User/a"))]);
    }
}
