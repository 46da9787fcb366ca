//! What a resource type declares about its storage: indexes, hashed attributes, certificates, relations.

use super::{attributes::COMMON, schema};
use crate::{
    Fault, Faults,
    declaration::{
        AttributeDeclaration, AttributePath, BackReferenceDeclaration, DataType, Mutability, RelationDeclaration,
        ResourceTypeDeclaration, Returned, STORAGE, SchemaDeclaration, StorageDeclaration, Word,
    },
    fault::did_you_mean,
    read::Cursor,
};

/// The sub-attributes that a relation row can keep, and a back reference can show.
const RELATION_PARTS: &[&str] = &["value", "$ref", "type", "display"];

/// What may be declared.
pub(super) const KEYS: &[&str] = &["indexes", "hashed", "certificates", "relations"];

/// The document that describes what is declared here.
pub(super) const SECTION: &str = "docs/extending.md, storage";

/// Checks the storage that a document declares for the resource type at a position, and adds it to the declaration.
pub(super) fn storage(
    document: &Cursor<'_>,
    position: usize,
    schemas: &[SchemaDeclaration],
    resource_types: &mut [ResourceTypeDeclaration],
    faults: &mut Faults,
) {
    let Some(cursor) = document.member(STORAGE).map(|cursor| cursor.by(SECTION)) else { return };
    if !cursor.object(KEYS, faults) {
        return;
    }
    let owner = Owner::new(&resource_types[position], schemas);
    let mut storage = owner.declared.storage.clone();
    hashed(&cursor, &owner, &mut storage.hashed, faults);
    certificates(&cursor, &owner, &mut storage.certificates, faults);
    let before = storage.relations.len();
    for relation in cursor.list("relations", faults) {
        let Some(relation) = self::relation(&relation, &owner, schemas, resource_types, faults) else { continue };
        // An overlay adds to a relation of the resource type that is there.
        match storage.relations[..before].iter_mut().find(|other| other.attribute == relation.attribute) {
            Some(other) => {
                let label = other.label.clone();
                other.back_references.extend(relation.back_references.clone());
                other.label = label.or_else(|| relation.label.clone());
                agree(&relation, std::slice::from_ref(&*other), faults);
            }
            None => {
                agree(&relation, &storage.relations, faults);
                if storage.relations[before..].iter().any(|other| other.attribute == relation.attribute) {
                    let message = format!("\"{}\" is declared twice", relation.attribute);
                    faults.push(place(&relation, "attribute", message, Some("leave one out".to_owned())));
                }
                storage.relations.push(relation);
            }
        }
    }
    let StorageDeclaration { hashed, relations, indexes, .. } = &mut storage;
    self::indexes(&cursor, &owner, hashed, relations, indexes, faults);
    resource_types[position].storage = storage;
}

/// Whether a relation agrees with the others of its resource type: one row has one label.
fn agree(relation: &RelationDeclaration, others: &[RelationDeclaration], faults: &mut Faults) {
    let first = others.iter().find_map(|other| other.label.as_ref());
    if let (Some(label), Some(first)) = (&relation.label, first)
        && label != first
    {
        let message = format!("the label of an earlier relation is \"{first}\"");
        faults.push(place(relation, "label", message, Some("a resource type has one label".to_owned())));
    }
}

fn place(relation: &RelationDeclaration, key: &str, message: String, help: Option<String>) -> Fault {
    let pointer = Some(format!("{}/{key}", relation.pointer));
    Fault { file: relation.file.clone(), at: None, pointer, message, help, section: SECTION }
}

/// A resource type with its schemas.
pub(super) struct Owner<'a> {
    declared: &'a ResourceTypeDeclaration,
    base: Option<&'a SchemaDeclaration>,
    extensions: Vec<&'a SchemaDeclaration>,
}

impl<'a> Owner<'a> {
    pub(super) fn new(declared: &'a ResourceTypeDeclaration, schemas: &'a [SchemaDeclaration]) -> Self {
        let find = |urn: &str| schemas.iter().find(|schema| schema.id == urn);
        let extensions = declared.extensions.iter().filter_map(|extension| find(&extension.schema)).collect();
        Self { declared, base: find(&declared.schema), extensions }
    }

    /// The attribute of the base schema of that name, or a fault at the cursor.
    fn attribute(&self, at: &Cursor<'_>, name: &str, faults: &mut Faults) -> Option<&'a AttributeDeclaration> {
        self.attribute_or(at, name, &[], faults)
    }

    /// As [`Self::attribute`], where other names would have been right too.
    fn attribute_or(
        &self,
        at: &Cursor<'_>,
        name: &str,
        others: &[&str],
        faults: &mut Faults,
    ) -> Option<&'a AttributeDeclaration> {
        let base = self.base?;
        let common = COMMON.iter().find(|common| common.eq_ignore_ascii_case(name));
        if let Some(common) = common.filter(|common| **common != "externalId") {
            let message = format!("every resource has \"{common}\", which scimd keeps by itself");
            faults.push(at.fault(message, Some("leave it out".to_owned())).by("RFC 7643 §3.1"));
            return None;
        }
        let found = base.attribute(name).filter(|_| common.is_none());
        let extension = self.extensions.iter().find_map(|extension| Some((extension, extension.attribute(name)?)));
        // Only what may also be of an extension is named by its URN.
        if let (None, Some((extension, attribute)), false) = (found, extension, others.is_empty()) {
            let message = format!("{} has no attribute \"{name}\" of its base schema", self.declared.name);
            faults.push(at.fault(message, Some(format!("\"{}:{}\" is one", extension.id, attribute.name))));
        } else if found.is_none() {
            unknown(at, name, &base.attributes, others, &self.declared.name, faults);
        }
        found
    }

    /// The extension of that URN, whatever its case.
    pub(super) fn extension(&self, urn: &str) -> Option<&'a SchemaDeclaration> {
        self.extensions.iter().copied().find(|extension| extension.id.eq_ignore_ascii_case(urn))
    }

    /// The attribute of the base schema of that name, where the URN of an extension would have been right too; or a fault at
    /// the cursor.
    pub(super) fn top(&self, at: &Cursor<'_>, name: &str, faults: &mut Faults) -> Option<&'a AttributeDeclaration> {
        let urns: Vec<&str> = self.extensions.iter().map(|extension| extension.id.as_str()).collect();
        self.attribute_or(at, name, &[&urns[..], &["externalId"]].concat(), faults)
    }

    /// The attribute at the top of a schema that a path begins with.
    fn top_level(&self, path: &AttributePath) -> Option<&'a AttributeDeclaration> {
        let schema = match &path.extension {
            Some(urn) => self.extensions.iter().copied().find(|extension| extension.id == *urn),
            None => self.base,
        };
        schema?.attribute(&path.attribute)
    }

    fn is_relation(&self, relations: &[RelationDeclaration], name: &str) -> bool {
        relations.iter().any(|relation| relation.attribute == name)
    }
}

fn unknown(
    at: &Cursor<'_>,
    name: &str,
    right: &[AttributeDeclaration],
    others: &[&str],
    owner: &str,
    faults: &mut Faults,
) {
    let right = right.iter().map(|attribute| attribute.name.as_str());
    let help = did_you_mean(name, right.chain(others.iter().copied()));
    faults.push(at.fault(format!("{owner} has no attribute \"{name}\""), help));
}

fn hashed(cursor: &Cursor<'_>, owner: &Owner<'_>, found: &mut Vec<String>, faults: &mut Faults) {
    for (at, name) in cursor.texts("hashed", faults) {
        let Some(attribute) = owner.attribute(&at, &name, faults) else { continue };
        if attribute.data_type != DataType::String
            || attribute.multi_valued
            || attribute.mutability != Mutability::WriteOnly
        {
            let message = format!("\"{name}\" cannot be hashed: only a single-valued writeOnly string can");
            faults.push(at.fault(message, Some("leave it out here".to_owned())));
        }
        if found.contains(&attribute.name) {
            faults.push(at.fault(format!("\"{name}\" is listed twice"), Some("leave one out".to_owned())));
        }
        found.push(attribute.name.clone());
    }
}

fn certificates(cursor: &Cursor<'_>, owner: &Owner<'_>, found: &mut Vec<AttributePath>, faults: &mut Faults) {
    for (at, text) in cursor.texts("certificates", faults) {
        let Some(Found { path, attribute, .. }) = owner.resolve(&at, &text, faults) else { continue };
        if attribute.is_none_or(|attribute| attribute.data_type != DataType::Binary) {
            faults.push(at.fault(
                format!("\"{text}\" cannot hold certificates: only a binary attribute can"),
                Some("leave it out here".to_owned()),
            ));
        } else if found.contains(&path) {
            faults.push(at.fault(format!("\"{text}\" is listed twice"), Some("leave one out".to_owned())));
        }
        found.push(path);
    }
}

fn relation(
    cursor: &Cursor<'_>,
    owner: &Owner<'_>,
    schemas: &[SchemaDeclaration],
    resource_types: &[ResourceTypeDeclaration],
    faults: &mut Faults,
) -> Option<RelationDeclaration> {
    if !cursor.object(&["attribute", "label", "targets", "backReferences"], faults) {
        return None;
    }
    let name = cursor.required_text("attribute", faults)?;
    let at = cursor.member("attribute")?;
    let attribute = owner.attribute(&at, &name, faults)?;
    parts(&at, "relation", attribute, faults);
    let (mutability, returned) = (attribute.mutability, attribute.returned);
    if mutability == Mutability::ReadOnly {
        let help = Some("leave \"mutability\" out".to_owned());
        faults.push(at.fault(format!("\"{name}\" is readOnly: nobody could write the relation"), help));
    } else if mutability != Mutability::ReadWrite {
        let message = format!("\"{name}\" is {}: a relation must be readWrite", mutability.word());
        faults.push(at.fault(message, Some("leave \"mutability\" out, or keep it as no relation".to_owned())));
    }
    if !matches!(returned, Returned::Default | Returned::Always) && mutability != Mutability::WriteOnly {
        let word = if returned == Returned::Never { "never returned" } else { "returned on request alone" };
        let message = format!("\"{name}\" is {word}: a relation is by default, or always");
        faults.push(at.fault(message, Some("leave \"returned\" out, or keep it as no relation".to_owned())));
    }
    let targets: &[String] = attribute.sub_attribute("$ref").map_or(&[], |reference| &reference.reference_types);
    let is_type = |name: &String| resource_types.iter().any(|declared| declared.name == *name);
    if !targets.is_empty() && !targets.iter().all(is_type) {
        let message =
            format!("the \"$ref\" of \"{name}\" must name resource types alone, since a relation points to them");
        faults
            .push(at.fault(message, Some("leave \"external\" and \"uri\" out, or keep it as no relation".to_owned())));
    }
    let label = cursor.text("label", faults).and_then(|label| {
        let at = cursor.member("label")?;
        let attribute = owner.attribute(&at, &label, faults)?;
        if attribute.data_type != DataType::String || attribute.multi_valued || attribute.returned == Returned::Never {
            faults.push(at.fault(
                format!("\"{label}\" is no label: a single-valued string is, if it is returned"),
                Some("name another attribute, or none".to_owned()),
            ));
        }
        Some(attribute.name.clone())
    });
    let back_references = (cursor.list("backReferences", faults).iter())
        .filter_map(|back| back_reference(back, targets, schemas, resource_types, faults))
        .collect();
    Some(RelationDeclaration {
        file: cursor.file.to_owned(),
        pointer: cursor.pointer.clone(),
        attribute: attribute.name.clone(),
        label,
        back_references,
    })
}

fn back_reference(
    cursor: &Cursor<'_>,
    targets: &[String],
    schemas: &[SchemaDeclaration],
    resource_types: &[ResourceTypeDeclaration],
    faults: &mut Faults,
) -> Option<BackReferenceDeclaration> {
    if !cursor.object(&["resourceType", "attribute"], faults) {
        return None;
    }
    let resource_type = cursor.required_text("resourceType", faults);
    let name = cursor.required_text("attribute", faults)?;
    let resource_type = resource_type?;
    let Some(declared) = resource_types.iter().find(|declared| declared.name == resource_type) else {
        let help = faults.help(&resource_type, resource_types.iter().map(|declared| declared.name.as_str()));
        let message = format!("no resource type \"{resource_type}\" is declared");
        faults.push(cursor.fault_below("resourceType", message, help));
        return None;
    };
    if !targets.is_empty() && !targets.contains(&resource_type) {
        let help = Some(format!("it points to {}", targets.join(", ")));
        let message = format!("the relation does not point to \"{resource_type}\"");
        faults.push(cursor.fault_below("resourceType", message, help));
    }
    let at = cursor.member("attribute")?;
    let attribute = Owner::new(declared, schemas).attribute(&at, &name, faults)?;
    parts(&at, "back reference", attribute, faults);
    if attribute.mutability != Mutability::ReadOnly {
        faults.push(at.fault(
            format!("\"{name}\" is no back reference: it must be readOnly"),
            Some("say \"mutability\": \"readOnly\"".to_owned()),
        ));
    }
    let (file, pointer) = (cursor.file.to_owned(), cursor.pointer.clone());
    Some(BackReferenceDeclaration { file, pointer, resource_type, attribute: attribute.name.clone() })
}

/// Whether an attribute has what relation rows keep and nothing else.
fn parts(at: &Cursor<'_>, kind: &str, attribute: &AttributeDeclaration, faults: &mut Faults) {
    let name = &attribute.name;
    if attribute.data_type != DataType::Complex || !attribute.multi_valued {
        faults.push(at.fault(
            format!("\"{name}\" is no {kind}: it must be complex and multi-valued"),
            Some("name another attribute".to_owned()),
        ));
        return;
    }
    for part in ["value", "$ref"] {
        let found = attribute.sub_attribute(part);
        // What is wrong with a value that is there is said below.
        if !found.is_some_and(|found| part == "value" || found.data_type == DataType::Reference && !found.multi_valued)
        {
            let help = match part {
                "value" => "{ \"name\": \"value\", \"caseExact\": true }",
                _ => "{ \"name\": \"$ref\", \"type\": \"reference\", \"referenceTypes\": […] }",
            };
            let message = format!("\"{name}\" is no {kind}: it needs the sub-attribute \"{part}\"");
            faults.push(at.fault(message, Some(help.to_owned())));
        }
    }
    for part in ["value", "type", "display"].into_iter().filter_map(|part| attribute.sub_attribute(part)) {
        if part.data_type != DataType::String || part.multi_valued || part.returned == Returned::Never {
            let part = &part.name;
            let message =
                format!("\"{name}.{part}\" must be a single-valued string that is returned: a {kind} keeps no other");
            let help = if part == "value" { "mend it there" } else { "mend it there, or leave it out" };
            faults.push(at.fault(message, Some(help.to_owned())));
        }
    }
    for part in attribute.sub_attributes.iter().filter(|part| part.rules.index) {
        let message = format!("\"{name}.{}\" declares an index, and a {kind} has its own", part.name);
        let fault = at.fault(message, Some("leave the index out".to_owned()));
        // The mistake is where the index is declared, which is another document than the one that has the relation.
        faults.push(match part.rules_at.clone() {
            Some((file, rules)) => Fault { file, pointer: Some(format!("{rules}/index")), ..fault },
            None => fault,
        });
    }
    for extra in attribute.sub_attributes.iter().filter(|sub| !RELATION_PARTS.contains(&sub.name.as_str())) {
        let message = format!("\"{name}\" is no {kind}: there is no room for its \"{}\"", extra.name);
        faults.push(at.fault(message, Some(format!("a {kind} has {}", RELATION_PARTS.join(", ")))));
    }
}

fn indexes(
    cursor: &Cursor<'_>,
    owner: &Owner<'_>,
    hashed: &[String],
    relations: &[RelationDeclaration],
    found: &mut Vec<AttributePath>,
    faults: &mut Faults,
) {
    for (at, text) in cursor.texts("indexes", faults) {
        let Some(Found { path, attribute, .. }) = owner.resolve(&at, &text, faults) else { continue };
        let parent = path.sub_attribute.as_ref().and_then(|_| owner.top_level(&path));
        if attribute.is_some_and(|attribute| attribute.data_type == DataType::Complex) {
            let help = attribute
                .and_then(|attribute| attribute.sub_attributes.first())
                .map(|sub| format!("\"{text}.{}\" is one", sub.name));
            faults.push(at.fault(format!("\"{text}\" is complex: name one of its sub-attributes"), help));
        } else if let (Some(parent), Some(true)) = (parent, attribute.map(|attribute| attribute.multi_valued))
            && parent.multi_valued
        {
            faults.push(at.fault(
                format!("\"{text}\" is a list within a list, which no filter can look into"),
                Some("leave it out here".to_owned()),
            ));
        } else if [attribute, parent].into_iter().flatten().any(|attribute| attribute.returned == Returned::Never)
            || path.extension.is_none() && hashed.contains(&path.attribute)
        {
            faults.push(at.fault(
                format!("\"{text}\" is never returned and cannot be compared"),
                Some("leave it out here".to_owned()),
            ));
        } else if path.extension.is_none() && owner.is_relation(relations, &path.attribute) {
            faults.push(at.fault(
                format!("\"{text}\" is a relation, which has its indexes"),
                Some("leave it out here".to_owned()),
            ));
        } else if found.contains(&path) {
            faults.push(at.fault(format!("\"{text}\" is listed twice"), Some("leave one out".to_owned())));
        }
        found.push(path);
    }
}

/// What a path means.
pub(super) struct Found<'a> {
    pub(super) path: AttributePath,
    /// The attribute; none for `externalId`, which no schema declares.
    pub(super) attribute: Option<&'a AttributeDeclaration>,
    /// The attribute itself, or the one that it belongs to.
    pub(super) top: Option<&'a AttributeDeclaration>,
}

impl<'a> Owner<'a> {
    /// The attribute that a path means, or a fault at the cursor.
    pub(super) fn resolve(&self, at: &Cursor<'_>, text: &str, faults: &mut Faults) -> Option<Found<'a>> {
        if text.eq_ignore_ascii_case("externalId") {
            let path = AttributePath { extension: None, attribute: "externalId".to_owned(), sub_attribute: None };
            return Some(Found { path, attribute: None, top: None });
        }
        // The longest URN that fits, since one may begin with another. That of the base schema may be left out.
        let fitting = self.extensions.iter().copied().chain(self.base).filter_map(|schema| {
            let (urn, rest) = text.split_at_checked(schema.id.len())?;
            Some((schema, rest.strip_prefix(':')?)).filter(|_| urn.eq_ignore_ascii_case(&schema.id))
        });
        let (schema, path) = match fitting.max_by_key(|(schema, _)| schema.id.len()) {
            Some((schema, path)) => (Some(schema).filter(|schema| schema.id != self.declared.schema), path),
            None if schema::looks_like_urn(text) => {
                let urns = self.extensions.iter().map(|extension| extension.id.as_str());
                let urn = text.rsplit_once(':').map_or(text, |(urn, _)| urn);
                let message = format!("{} has no extension \"{urn}\"", self.declared.name);
                faults.push(at.fault(message, did_you_mean(urn, urns)));
                return None;
            }
            None => (None, text),
        };
        let (name, sub_name) = path.split_once('.').map_or((path, None), |(name, sub_name)| (name, Some(sub_name)));
        let attribute = match schema {
            Some(schema) => match schema.attribute(name) {
                Some(attribute) => attribute,
                None => {
                    unknown(at, name, &schema.attributes, &[], &schema.name, faults);
                    return None;
                }
            },
            None => self.attribute_or(at, name, &["externalId"], faults)?,
        };
        let sub_attribute = match sub_name {
            Some(sub_name) => match attribute.sub_attribute(sub_name) {
                Some(sub_attribute) => Some(sub_attribute),
                None => {
                    unknown(at, sub_name, &attribute.sub_attributes, &[], &format!("\"{}\"", attribute.name), faults);
                    return None;
                }
            },
            None => None,
        };
        let path = AttributePath {
            extension: schema.map(|schema| schema.id.clone()),
            attribute: attribute.name.clone(),
            sub_attribute: sub_attribute.map(|sub_attribute| sub_attribute.name.clone()),
        };
        Some(Found { path, attribute: Some(sub_attribute.unwrap_or(attribute)), top: Some(attribute) })
    }
}
