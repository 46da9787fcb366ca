//! What a list is sorted by (RFC 7644 §3.4.2.3): a simple attribute, or a multi-valued one with a `value`.

use crate::scim::{
    error::{Error, ErrorKind},
    json::echo,
    path::{self, AttributePath},
    schema::{DataType, ResourceType, Returned, Role},
};

/// The order of a list.
#[derive(Debug, Clone)]
pub struct Sorting {
    /// The attribute; none for the order of creation, and for a type that has no such attribute.
    pub path: Option<AttributePath>,
    /// Whether the order is descending; that of creation never is.
    pub descending: bool,
}

/// The order of the resources of a type.
pub fn of_type(kind: &'static ResourceType, sort_by: Option<&str>, sort_order: Option<&str>) -> Result<Sorting, Error> {
    let descending = descending(sort_order)? && sort_by.is_some();
    let path = match sort_by {
        Some(text) => Some(sortable(kind, path::resolve(kind, text, ErrorKind::InvalidValue)?, text)?),
        None => None,
    };
    Ok(Sorting { path, descending })
}

/// The order of the resources of several types, one of which at least must have the attribute.
pub fn of_types(
    kinds: &[&'static ResourceType],
    sort_by: Option<&str>,
    sort_order: Option<&str>,
) -> Result<Vec<Sorting>, Error> {
    let descending = descending(sort_order)?;
    let Some(text) = sort_by else { return Ok(vec![Sorting { path: None, descending: false }; kinds.len()]) };
    let mut sortings = Vec::with_capacity(kinds.len());
    for kind in kinds {
        let path = path::lookup(kind, text).ok().map(|path| sortable(kind, path, text)).transpose()?;
        sortings.push(Sorting { path, descending });
    }
    let mut found = sortings.iter().filter_map(|sorting| sorting.path.as_ref());
    let Some(first) = found.next() else {
        let detail = format!("sortBy: no resource type has an attribute {}", echo(text));
        return Err(Error::new(ErrorKind::InvalidValue, detail));
    };
    let comparable = |path: &AttributePath| {
        let class = |kind| match kind {
            DataType::String | DataType::Reference | DataType::Binary => 0,
            DataType::Integer | DataType::DateTime => 1,
            DataType::Decimal => 2,
            DataType::Boolean => 3,
            DataType::Complex => 4,
        };
        class(path.attribute.data_type) == class(first.attribute.data_type)
    };
    if found.all(comparable) {
        return Ok(sortings);
    }
    let detail = format!("sortBy: {} has different data types; sort the resources of one type", echo(text));
    Err(Error::new(ErrorKind::InvalidValue, detail))
}

fn descending(sort_order: Option<&str>) -> Result<bool, Error> {
    match sort_order {
        None => Ok(false),
        Some(order) if order.eq_ignore_ascii_case("ascending") => Ok(false),
        Some(order) if order.eq_ignore_ascii_case("descending") => Ok(true),
        Some(order) => {
            let detail = format!("sortOrder is ascending or descending, not {}", echo(order));
            Err(Error::new(ErrorKind::InvalidValue, detail))
        }
    }
}

fn sortable(kind: &'static ResourceType, mut found: AttributePath, text: &str) -> Result<AttributePath, Error> {
    let invalid = |detail: String| Error::new(ErrorKind::InvalidValue, detail);
    if found.attribute.data_type == DataType::Complex {
        match found.attribute.sub_attribute("value") {
            Some((position, value)) if found.attribute.multi_valued => found = found.child(position, value),
            _ => {
                let detail = format!("sortBy {} names a complex attribute; name one of its sub-attributes", echo(text));
                return Err(invalid(detail));
            }
        }
    }
    let chain = found.chain(kind);
    if chain.iter().filter(|attribute| attribute.multi_valued).count() > 1 {
        let detail =
            format!("sortBy {} names a list within a list, which has no order; name another attribute", echo(text));
        return Err(invalid(detail));
    }
    let fit = chain.iter().all(|attribute| {
        attribute.returned != Returned::Never
            && !matches!(attribute.role, Role::Hashed | Role::Relation(_) | Role::BackReference(_) | Role::Schemas)
    });
    if !fit || found.attribute.data_type == DataType::Binary {
        return Err(invalid(format!("resources cannot be sorted by {}; name another attribute", echo(text))));
    }
    Ok(found)
}
