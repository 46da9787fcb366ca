//! What documents become, in words: routes, columns, indexes, paths to filter by, and names in the OpenAPI document.

use std::fmt::{self, Display, Formatter, Write};

use crate::{
    Faults, Sources,
    declaration::{Constant, DataType, Mutability, Returned, Rules, Uniqueness, Word},
    model::{Attribute, Index, Model, Place, ResourceType, Role, Table},
};

/// What the documents become, for people.
pub fn explain(sources: &Sources) -> Result<String, Faults> {
    let model = crate::model(sources)?;
    let mut text = String::new();
    // Writing to a string cannot fail.
    for resource_type in &model.resource_types {
        let _ = writeln!(text, "{}", Explained { model: &model, resource_type });
    }
    for (file, urn) in unused(sources)? {
        let _ = writeln!(text, "{urn} ({file}) is used by no resource type: {USE}");
    }
    Ok(text)
}

/// What to do about a schema that no resource type uses.
pub const USE: &str = "name it as \"schema\" of one, or in \"schemaExtensions\" of one or of an overlay";

/// The schemas that no resource type uses, but for those that describe the protocol's own documents: the file of each and
/// its URN. Clients see them, and can send nothing of them.
pub fn unused(sources: &Sources) -> Result<Vec<(String, String)>, Faults> {
    let model = crate::model(sources)?;
    let types = || model.resource_types.iter();
    let is_used = |urn: &str| {
        types().any(|one| one.schema == urn || one.extensions.iter().any(|extension| extension.schema == urn))
    };
    let unused = model.schemas.iter().filter(|schema| !OF_THE_PROTOCOL.contains(&schema.id.as_str()));
    Ok(unused.filter(|schema| !is_used(&schema.id)).map(|schema| (schema.file.clone(), schema.id.clone())).collect())
}

/// The schemas of what is read at the discovery endpoints (RFC 7643 §5, §6, §7).
const OF_THE_PROTOCOL: &[&str] = &[
    "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig",
    "urn:ietf:params:scim:schemas:core:2.0:ResourceType",
    "urn:ietf:params:scim:schemas:core:2.0:Schema",
];

/// An attribute and the path that clients write for it.
pub(crate) struct Named<'a> {
    /// As in filters: `name.familyName`, `urn:…:User:manager.value`.
    pub(crate) path: String,
    /// The path of the attribute above it.
    pub(crate) parent: Option<String>,
    pub(crate) attribute: &'a Attribute,
}

/// All attributes of a resource type, at all depths, in the order of their numbers.
pub(crate) fn named(resource_type: &ResourceType) -> Vec<Named<'_>> {
    fn walk<'a>(level: &'a [Attribute], parent: Option<(&str, char)>, all: &mut Vec<Named<'a>>) {
        for attribute in level {
            let before = parent.map_or_else(String::new, |(path, separator)| format!("{path}{separator}"));
            let path = format!("{before}{}", attribute.name);
            let separator = if attribute.role == Role::Extension { ':' } else { '.' };
            all.push(Named { path: path.clone(), parent: parent.map(|(parent, _)| parent.to_owned()), attribute });
            walk(&attribute.sub_attributes, Some((&path, separator)), all);
        }
    }
    let mut all = Vec::new();
    walk(&resource_type.attributes, None, &mut all);
    all
}

/// The operators that a filter may use on an attribute, or that there are none. `[ ]` takes a filter over single values.
fn operators(attribute: &Attribute, place: Place) -> String {
    // A comparison of a list of complex values means their `value`.
    let value = attribute.sub_attributes.iter().find(|sub| sub.name.eq_ignore_ascii_case("value"));
    let is_kept = |value: &&Attribute| value.returned != Returned::Never && !value.multi_valued;
    let value = value.filter(|value| attribute.multi_valued && is_kept(value));
    let words = match value {
        Some(value) if !matches!(place, Place::Secret | Place::None) => of_one(value, Place::Complex),
        _ => of_one(attribute, place),
    };
    let is_list = attribute.multi_valued && attribute.role != Role::Schemas && words != UNFILTERABLE;
    format!("{words}{}", if is_list { " [ ]" } else { "" })
}

const UNFILTERABLE: &str = "not filterable";

fn of_one(attribute: &Attribute, place: Place) -> &'static str {
    match (place, attribute.role, attribute.data_type) {
        (Place::Secret | Place::None, ..) => UNFILTERABLE,
        (_, Role::Version | Role::Location | Role::Ref, _) => "eq ne pr",
        (_, Role::Schemas, _) => "eq ne co sw ew pr",
        (_, _, DataType::Complex) => "pr",
        (_, _, DataType::Boolean | DataType::Binary) => "eq ne pr",
        (_, _, DataType::String | DataType::Reference) => "eq ne co sw ew gt ge lt le pr",
        (_, _, DataType::Integer | DataType::Decimal | DataType::DateTime) => "eq ne gt ge lt le pr",
    }
}

/// Where an attribute is kept: `users.k_user_name`.
pub(crate) fn kept(table: &Table, place: Place) -> String {
    match place {
        Place::Column(at) => format!("{}.{}", table.name, table.keys[at].column),
        Place::Values(at) => table.values[at].name.clone(),
        Place::ValueColumn(at, column) => {
            format!("{}.{}", table.values[at].name, table.values[at].columns[column].column)
        }
        Place::Extension(at) => format!("{}.{}", table.name, table.presence[at].column),
        Place::Relation(at) => table.relations[at].name.clone(),
        Place::Id => format!("{}.id", table.name),
        Place::Created => format!("{}.created", table.name),
        Place::LastModified => format!("{}.last_modified", table.name),
        Place::Version => format!("{}.version", table.name),
        Place::Secret => format!("{}.secrets", table.name),
        _ => String::new(),
    }
}

/// The characteristics that are not the defaults of RFC 7643 §2.2, and the rules beyond.
fn characteristics(attribute: &Attribute) -> String {
    let mut words = vec![attribute.data_type.word().to_owned()];
    if !attribute.reference_types.is_empty() && attribute.role != Role::Schemas {
        words.push(format!("to {}", attribute.reference_types.join("|")));
    }
    let mut add = |condition: bool, word: &str| {
        if condition {
            words.push(word.to_owned());
        }
    };
    add(attribute.multi_valued, "multiValued");
    add(attribute.required, "required");
    add(attribute.case_exact && attribute.data_type.has_case(), "caseExact");
    add(attribute.mutability != Mutability::ReadWrite, attribute.mutability.word());
    add(attribute.returned != Returned::Default, attribute.returned.word());
    add(attribute.uniqueness != Uniqueness::None, "unique");
    add(attribute.indexed, "indexed");
    let mut text = words.join(" ");
    let Rules { pattern, minimum, maximum, max_length, default, .. } = &attribute.rules;
    let rules = [
        ("pattern", pattern.as_ref().map(|pattern| Constant::Text(pattern.clone()))),
        ("minimum", minimum.clone()),
        ("maximum", maximum.clone()),
        ("maxLength", max_length.map(|length| Constant::Integer(length.into()))),
        ("default", default.clone()),
    ];
    for (key, value) in rules.iter().filter_map(|(key, value)| Some((key, value.as_ref()?))) {
        // Writing to a string cannot fail.
        let _ = write!(text, " {key} {value}");
    }
    text
}

struct Explained<'a> {
    model: &'a Model,
    resource_type: &'a ResourceType,
}

impl Display for Explained<'_> {
    fn fmt(&self, text: &mut Formatter<'_>) -> fmt::Result {
        let ResourceType { name, endpoint, table, schema, extensions, .. } = self.resource_type;
        writeln!(text, "{name}")?;
        writeln!(text, "  schema      {schema}")?;
        for extension in extensions {
            let required = if extension.required { " (required)" } else { "" };
            writeln!(text, "  extension   {}{required}", extension.schema)?;
        }
        writeln!(
            text,
            "  routes      GET POST {endpoint}; GET PUT PATCH DELETE {endpoint}/{{id}}; POST {endpoint}/.search"
        )?;
        writeln!(text, "  OpenAPI     {name} is sent, {name}Response is answered; {}", operations(endpoint))?;
        writeln!(
            text,
            "  table       {}, with {} columns of attributes",
            table.name,
            table.presence.len() + table.keys.len()
        )?;
        for values in &table.values {
            writeln!(text, "  values      {}", values.name)?;
        }
        for relation in &table.relations {
            writeln!(text, "  relation    {}", relation.name)?;
        }
        for back in &self.resource_type.back_references {
            let owner = self.model.resource_types.iter().find(|other| other.name == back.owner);
            let relation = owner.and_then(|owner| owner.table.relations.get(back.relation));
            let (attribute, relation) =
                (&self.resource_type.attributes[back.position].name, relation.map(|one| &one.name));
            writeln!(text, "  read from   {attribute}: {}", relation.map_or("", String::as_str))?;
        }
        let indexes = table.indexes.iter().map(|index| (&table.name, index));
        let of_values = table.values.iter().flat_map(|values| values.indexes.iter().map(|index| (&values.name, index)));
        for (table, Index { name, columns, unique }) in indexes.chain(of_values) {
            let unique = if *unique == Uniqueness::None { "" } else { " unique" };
            writeln!(text, "  index       {table}.{}{unique} ({name})", columns.join(", "))?;
        }
        writeln!(
            text,
            "  attributes  path in filters, sortBy, PATCH and attributes: characteristics; operators; its column. [ ] takes a filter over single values"
        )?;
        for (Named { path, attribute, .. }, place) in named(self.resource_type).iter().zip(&table.places) {
            let kept = kept(table, *place);
            let kept = if kept.is_empty() { kept } else { format!("; {kept}") };
            writeln!(text, "    {path}: {}; {}{kept}", characteristics(attribute), operators(attribute, *place))?;
        }
        Ok(())
    }
}

/// The names of an endpoint's operations in the OpenAPI document.
fn operations(endpoint: &str) -> String {
    let letters: String = endpoint.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut first = letters.chars();
    let path =
        first.next().map_or_else(String::new, |letter| format!("{}{}", letter.to_ascii_uppercase(), first.as_str()));
    let of_one = ["get", "put", "patch", "delete"].map(|method| format!("{method}{path}Id")).join(" ");
    format!("get{path} post{path} post{path}Search {of_one}")
}
