//! Names that no two resources of a type share in an organisation, where its profile says so: those of groups.

use crate::{
    scim::{
        key,
        path::AttributePath,
        quirks::Quirk,
        schema::{Attribute, ResourceType, Uniqueness},
        value::Complex,
    },
    store::names::Name,
};

use super::Caller;

/// The attributes by which the relations of a type are known, unless a schema declares them unique: the name of a group.
pub(super) fn named(kind: &'static ResourceType) -> impl Iterator<Item = (usize, &'static Attribute)> {
    let labels = kind.relations.iter().filter_map(|relation| relation.label);
    let attributes = labels.filter_map(|position| Some((position, kind.attributes.get(position)?)));
    attributes.filter(|(_, attribute)| attribute.uniqueness == Uniqueness::None)
}

/// The new names of a resource that no other may have, where the profile says so.
pub(super) fn new_names(
    caller: &Caller,
    kind: &'static ResourceType,
    before: Option<&Complex>,
    after: &Complex,
) -> Vec<Name> {
    if !caller.quirks().has(Quirk::GroupNameUnique) {
        return Vec::new();
    }
    let name = |(position, attribute): (usize, &'static Attribute)| {
        let value = after.get(position)?;
        let is_new = before.is_none_or(|before| before.get(position) != Some(value));
        let key = key::of(attribute, value).filter(|_| is_new)?;
        Some((AttributePath { steps: vec![position], attribute }, key))
    };
    named(kind).filter_map(name).collect()
}
