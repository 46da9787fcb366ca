//! Lists (RFC 7644 §3.4.2): the request's parameters, checked, and the ListResponse.

use crate::{
    scim::{
        error::{Error, ErrorKind},
        filter::{self, Unknown},
        json::echo,
        limits,
        path::{self, AttributePath},
        projection::Projection,
        schema::{DataType, ResourceType, Returned, Role},
    },
    store::{list::ListQuery, table::Table},
};

use super::{
    Caller, Service,
    answer::{self, Answer, want},
    database_error, type_of_endpoint,
};

/// The parameters of a list, as the request gives them.
#[derive(Debug, Clone, Copy, Default)]
pub struct ListRequest<'a> {
    /// `filter`
    pub filter: Option<&'a str>,
    /// `sortBy`
    pub sort_by: Option<&'a str>,
    /// `sortOrder`
    pub sort_order: Option<&'a str>,
    /// `startIndex`
    pub start_index: Option<i64>,
    /// `count`
    pub count: Option<i64>,
}

impl Service {
    /// Lists the resources of a type.
    pub async fn list(
        &self,
        caller: &Caller,
        table: &'static Table,
        request: ListRequest<'_>,
        projection: &Projection,
    ) -> Result<Answer, Error> {
        let kind = table.resource_type;
        let start = request.start_index.unwrap_or(1).max(1).unsigned_abs();
        let query = ListQuery {
            condition: match request.filter {
                Some(text) => Some(filter::resolve(kind, filter::parse(text)?, Unknown::Refuse, type_of_endpoint)?),
                None => None,
            },
            sort: sort(kind, request.sort_by, request.sort_order)?,
            // More than any database can hold, and still within its integers.
            offset: (start - 1).min(i64::MAX.unsigned_abs() >> 1),
            count: match request.count {
                Some(count) => count.max(0).unsigned_abs().min(limits::MAX_RESULTS),
                None => limits::DEFAULT_PAGE,
            },
            want: want(kind, projection),
        };
        let page = self.store.list(caller.org, table, &query).await.map_err(database_error)?;
        let mut body =
            Vec::with_capacity(256 + page.resources.iter().map(|stored| stored.document.len() + 320).sum::<usize>());
        body.extend_from_slice(
            format!(
                r#"{{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":{},"startIndex":{start},"itemsPerPage":{},"Resources":["#,
                page.total,
                page.resources.len()
            )
            .as_bytes(),
        );
        for (index, stored) in page.resources.iter().enumerate() {
            if index > 0 {
                body.push(b',');
            }
            answer::resource(caller, kind, stored, projection, &mut body)?;
        }
        body.extend_from_slice(b"]}");
        Ok(Answer::body(body))
    }
}

/// What to sort by: a simple attribute, or one with a `value` (RFC 7644 §3.4.2.3).
fn sort(
    kind: &'static ResourceType,
    sort_by: Option<&str>,
    sort_order: Option<&str>,
) -> Result<Option<(AttributePath, bool)>, Error> {
    let invalid = |detail: String| Error::new(ErrorKind::InvalidValue, detail);
    let descending = match sort_order {
        None => false,
        Some(order) if order.eq_ignore_ascii_case("ascending") => false,
        Some(order) if order.eq_ignore_ascii_case("descending") => true,
        Some(order) => return Err(invalid(format!("sortOrder is ascending or descending, not {}", echo(order)))),
    };
    let Some(text) = sort_by else { return Ok(None) };
    let mut found = path::resolve(kind, text, ErrorKind::InvalidValue)?;
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
    let sortable = chain.iter().all(|attribute| {
        attribute.returned != Returned::Never
            && !matches!(attribute.role, Role::Hashed | Role::Relation(_) | Role::BackReference(_) | Role::Schemas)
    });
    if !sortable || found.attribute.data_type == DataType::Binary {
        return Err(invalid(format!("resources cannot be sorted by {}; name another attribute", echo(text))));
    }
    Ok(Some((found, descending)))
}
