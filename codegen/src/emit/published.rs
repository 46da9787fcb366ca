//! A schema as `/Schemas` publishes it: every characteristic is said (RFC 7643 §7).

use serde_json::{Map, Value};

use crate::declaration::{AttributeDeclaration, Constant, RULES, Rules, SchemaDeclaration, Word};

/// The Schema resource as compact JSON, without `meta`.
pub(super) fn schema(schema: &SchemaDeclaration) -> String {
    document(schema, false)
}

/// The same with what is declared beyond RFC 7643; none if nothing is.
pub(super) fn ruled(schema: &SchemaDeclaration) -> Option<String> {
    fn has_rules(attribute: &AttributeDeclaration) -> bool {
        attribute.rules != Rules::default() || attribute.sub_attributes.iter().any(has_rules)
    }
    schema.attributes.iter().any(has_rules).then(|| document(schema, true))
}

fn document(schema: &SchemaDeclaration, with_rules: bool) -> String {
    let mut object = Map::new();
    object.insert("schemas".into(), vec!["urn:ietf:params:scim:schemas:core:2.0:Schema"].into());
    object.insert("id".into(), schema.id.as_str().into());
    object.insert("name".into(), schema.name.as_str().into());
    if !schema.description.is_empty() {
        object.insert("description".into(), schema.description.as_str().into());
    }
    object.insert("attributes".into(), schema.attributes.iter().map(|one| attribute(one, with_rules)).collect());
    Value::Object(object).to_string()
}

fn attribute(attribute: &AttributeDeclaration, with_rules: bool) -> Value {
    let data_type = attribute.data_type;
    let mut object = Map::new();
    let mut say = |key: &str, value: Value| object.insert(key.to_owned(), value);
    say("name", attribute.name.as_str().into());
    say("type", data_type.word().into());
    say("multiValued", attribute.multi_valued.into());
    if !attribute.description.is_empty() {
        say("description", attribute.description.as_str().into());
    }
    say("required", attribute.required.into());
    if !attribute.canonical_values.is_empty() {
        say("canonicalValues", attribute.canonical_values.clone().into());
    }
    if data_type.has_case() {
        say("caseExact", attribute.case_exact.into());
    }
    say("mutability", attribute.mutability.word().into());
    say("returned", attribute.returned.word().into());
    if data_type.has_uniqueness() {
        say("uniqueness", attribute.uniqueness.word().into());
    }
    if !attribute.reference_types.is_empty() {
        say("referenceTypes", attribute.reference_types.clone().into());
    }
    if !attribute.sub_attributes.is_empty() {
        say("subAttributes", attribute.sub_attributes.iter().map(|sub| self::attribute(sub, with_rules)).collect());
    }
    if with_rules && attribute.rules != Rules::default() {
        say(RULES, rules(&attribute.rules));
    }
    Value::Object(object)
}

fn rules(rules: &Rules) -> Value {
    let Rules { index, pattern, minimum, maximum, max_length, default } = rules;
    let said = [
        ("index", index.then(|| true.into())),
        ("pattern", pattern.as_deref().map(Value::from)),
        ("minimum", minimum.as_ref().map(constant)),
        ("maximum", maximum.as_ref().map(constant)),
        ("maxLength", max_length.map(Value::from)),
        ("default", default.as_ref().map(constant)),
    ];
    Value::Object(said.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
}

fn constant(constant: &Constant) -> Value {
    match constant {
        Constant::Boolean(value) => (*value).into(),
        Constant::Integer(value) => (*value).into(),
        Constant::Decimal(value) => (*value).into(),
        Constant::Text(text) => text.as_str().into(),
    }
}
