//! Attributes: numbers, roles, fields.

use super::{Structs, common, schema};
use crate::{
    declaration::{
        AttributeDeclaration, AttributePath, DataType, Mutability, ResourceTypeDeclaration, Returned, Rules,
        SchemaDeclaration, Uniqueness,
    },
    ident::{self, Names},
    model::{Arity, Attribute, FieldType, Role},
};

/// The top level of a resource: the common attributes, the base schema's, one for each extension.
pub(super) fn top_level(
    declared: &ResourceTypeDeclaration,
    schemas: &[SchemaDeclaration],
    back_references: &[(String, String, usize)],
    struct_name: &str,
    structs: &mut Structs,
) -> Vec<Attribute> {
    let mut lowering = Lowering { declared, number: 0, structs };
    let mut fields = Names::default();
    let mut attributes = Vec::new();
    let common = common::attributes();
    let is_common = |name: &str| common.iter().any(|(common, _)| common.name.eq_ignore_ascii_case(name));
    for (attribute, role) in &common {
        let level = Level { schema: "", owner: "", prefix: "", extension: None, path: Vec::new(), top: false };
        attributes.push(lowering.attribute(attribute, *role, &level, &mut fields));
    }
    if let Some(base) = schema(schemas, &declared.schema) {
        let owner = format!("{}/", declared.name);
        let level = Level {
            schema: &base.id,
            owner: &owner,
            prefix: struct_name,
            extension: None,
            path: Vec::new(),
            top: true,
        };
        for attribute in base.attributes.iter().filter(|attribute| !is_common(&attribute.name)) {
            let role = role(attribute, declared, back_references);
            attributes.push(lowering.attribute(attribute, role, &level, &mut fields));
        }
    }
    for extension in &declared.extensions {
        if let Some(schema) = schema(schemas, &extension.schema) {
            attributes.push(lowering.extension(schema, extension.required, &mut fields));
        }
    }
    attributes
}

fn role(
    attribute: &AttributeDeclaration,
    declared: &ResourceTypeDeclaration,
    back_references: &[(String, String, usize)],
) -> Role {
    let name = &attribute.name;
    if declared.storage.hashed.contains(name) {
        Role::Hashed
    } else if let Some(index) = declared.storage.relations.iter().position(|relation| relation.attribute == *name) {
        Role::Relation(index)
    } else if let Some(index) = back_references.iter().position(|(back, _, _)| back == name) {
        Role::BackReference(index)
    } else {
        Role::Plain
    }
}

/// Whether a list of the storage declaration has an attribute.
fn lists(listed: &[AttributePath], extension: Option<&str>, path: &[&str]) -> bool {
    let wanted = AttributePath {
        extension: extension.map(str::to_owned),
        attribute: path.first().copied().unwrap_or_default().to_owned(),
        sub_attribute: path.get(1).map(|name| (*name).to_owned()),
    };
    listed.contains(&wanted)
}

/// Where an attribute stands.
struct Level<'a> {
    /// The URN of the schema.
    schema: &'a str,
    /// What tells structs of the same wanted name apart.
    owner: &'a str,
    /// What the names of nested structs begin with.
    prefix: &'a str,
    extension: Option<&'a str>,
    /// The names above.
    path: Vec<&'a str>,
    /// Whether this is the base schema's top level.
    top: bool,
}

struct Lowering<'a> {
    declared: &'a ResourceTypeDeclaration,
    number: u16,
    structs: &'a mut Structs,
}

impl Lowering<'_> {
    fn attribute(
        &mut self,
        declared: &AttributeDeclaration,
        role: Role,
        level: &Level<'_>,
        fields: &mut Names,
    ) -> Attribute {
        let number = self.next();
        let field = fields.take(ident::snake(&declared.name));
        let complex = declared.data_type == DataType::Complex;
        let top = level.path.is_empty() && level.extension.is_none();
        let secret = role == Role::Hashed || declared.returned == Returned::Never;
        let field_type = match declared.data_type {
            DataType::Complex => {
                let owner = format!("{}{}", level.owner, declared.name);
                let wanted = format!("{}{}", level.prefix, ident::camel(&declared.name));
                // `meta` is the same in every resource and its name is kept for it.
                let meta = role == Role::Meta;
                FieldType::Struct(if meta { "Meta".to_owned() } else { self.structs.give(&owner, wanted) })
            }
            DataType::Boolean => FieldType::Boolean,
            DataType::Integer => FieldType::Integer,
            DataType::Decimal => FieldType::Decimal,
            _ if secret => FieldType::Secret,
            _ => FieldType::Text,
        };
        // What clients must send is always there; a required readOnly attribute is up to the server.
        let assigned = declared.required && declared.mutability != Mutability::ReadOnly;
        let arity = if declared.multi_valued {
            Arity::Many
        } else if level.top && assigned && !complex && !secret {
            Arity::One
        } else {
            Arity::Optional
        };
        let prefix = match &field_type {
            FieldType::Struct(name) => name.clone(),
            _ => String::new(),
        };
        let mut path = level.path.clone();
        path.push(&declared.name);
        let storage = &self.declared.storage;
        let listed = lists(&storage.indexes, level.extension, &path) || declared.rules.index;
        let indexed = !complex && (declared.uniqueness != Uniqueness::None || listed);
        let certificate = role == Role::Plain && lists(&storage.certificates, level.extension, &path);
        let role = if certificate { Role::Certificate } else { role };
        let inner = Level { prefix: &prefix, path, top: false, ..*level };
        let mut inner_fields = Names::default();
        let sub_attributes = (declared.sub_attributes.iter())
            .map(|sub| {
                let role = match role {
                    Role::Meta => common::meta_role(&sub.name),
                    _ if declared.computes(sub) => Role::Ref,
                    _ => Role::Plain,
                };
                self.attribute(sub, role, &inner, &mut inner_fields)
            })
            .collect();
        Attribute {
            number,
            name: declared.name.clone(),
            schema: level.schema.to_owned(),
            description: declared.description.clone(),
            data_type: declared.data_type,
            multi_valued: declared.multi_valued,
            required: declared.required,
            canonical_values: declared.canonical_values.clone(),
            case_exact: declared.case_exact,
            mutability: declared.mutability,
            returned: declared.returned,
            uniqueness: declared.uniqueness,
            reference_types: declared.reference_types.clone(),
            sub_attributes,
            role,
            indexed,
            rules: declared.rules.clone(),
            field,
            field_type,
            arity,
            skipped: top && secret,
        }
    }

    fn extension(&mut self, schema: &SchemaDeclaration, required: bool, fields: &mut Names) -> Attribute {
        let number = self.next();
        let name = self.structs.give(&schema.id, ident::camel(&schema.name));
        let owner = format!("{}/", schema.id);
        let level = Level {
            schema: &schema.id,
            owner: &owner,
            prefix: &name,
            extension: Some(&schema.id),
            path: Vec::new(),
            top: false,
        };
        let mut inner = Names::default();
        let sub_attributes = (schema.attributes.iter())
            .map(|attribute| self.attribute(attribute, Role::Plain, &level, &mut inner))
            .collect();
        Attribute {
            number,
            name: schema.id.clone(),
            schema: schema.id.clone(),
            description: schema.description.clone(),
            data_type: DataType::Complex,
            multi_valued: false,
            required,
            canonical_values: Vec::new(),
            case_exact: false,
            mutability: Mutability::ReadWrite,
            returned: Returned::Default,
            uniqueness: Uniqueness::None,
            reference_types: Vec::new(),
            sub_attributes,
            role: Role::Extension,
            indexed: false,
            rules: Rules::default(),
            field: fields.take(ident::snake(&schema.name)),
            field_type: FieldType::Struct(name),
            arity: Arity::Optional,
            skipped: false,
        }
    }

    fn next(&mut self) -> u16 {
        let number = self.number;
        self.number = number.saturating_add(1);
        number
    }
}
