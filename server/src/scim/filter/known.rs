//! A filter over several resource types: what no type has is a mistake, what one has is none (RFC 7644 §3.4.2.1).

use super::{Filter, Unknown, resolve, resolve::element_path};
use crate::scim::error::{Error, ErrorKind};
use crate::scim::json::echo;
use crate::scim::key::TypeOfEndpoint;
use crate::scim::path;
use crate::scim::schema::{Attribute, ResourceType};

/// Checks that each attribute of the filter is one of at least one of the types, which can compare it as the filter does.
pub fn check_known(kinds: &[&'static ResourceType], filter: &Filter, types: TypeOfEndpoint) -> Result<(), Error> {
    match filter {
        Filter::And(filters) | Filter::Or(filters) => {
            filters.iter().try_for_each(|filter| check_known(kinds, filter, types))
        }
        Filter::Not(filter) => check_known(kinds, filter, types),
        Filter::Present(name) => named(kinds, name).map(|_| ()),
        Filter::Compare { path, .. } => {
            named(kinds, path)?;
            let mut refusal = Ok(());
            for kind in kinds.iter().filter(|kind| path::lookup(kind, path).is_ok()) {
                match resolve(kind, filter.clone(), Unknown::Refuse, types) {
                    Ok(_) => return Ok(()),
                    Err(error) => refusal = Err(error),
                }
            }
            refusal
        }
        Filter::ValuePath { path, filter } => {
            let named = named(kinds, path)?;
            if !named.iter().any(|attribute| attribute.is_complex() || attribute.multi_valued) {
                let detail = format!("{} has no sub-attributes and is no list: use no [ ]", echo(path));
                return Err(Error::new(ErrorKind::InvalidFilter, detail));
            }
            check_element(&named, filter)
        }
    }
}

fn named(kinds: &[&'static ResourceType], name: &str) -> Result<Vec<&'static Attribute>, Error> {
    let found: Vec<_> = kinds.iter().filter_map(|kind| Some(path::lookup(kind, name).ok()?.attribute)).collect();
    if found.is_empty() {
        let detail = format!("no resource type has an attribute {}", echo(name));
        return Err(Error::new(ErrorKind::InvalidFilter, detail));
    }
    Ok(found)
}

fn check_element(parents: &[&'static Attribute], filter: &Filter) -> Result<(), Error> {
    match filter {
        Filter::And(filters) | Filter::Or(filters) => {
            filters.iter().try_for_each(|filter| check_element(parents, filter))
        }
        Filter::Not(filter) => check_element(parents, filter),
        Filter::Present(name) | Filter::Compare { path: name, .. } | Filter::ValuePath { path: name, .. } => {
            let mut last = String::new();
            for parent in parents {
                match element_path(parent, name) {
                    Ok(_) => return Ok(()),
                    Err(detail) => last = detail,
                }
            }
            Err(Error::new(ErrorKind::InvalidFilter, last))
        }
    }
}
