//! Searches by POST, of one type and of all (RFC 7644 §3.4.3), and the query of the root (§3.4.2.1).

use crate::{
    scim::{
        error::{Error, ErrorKind},
        json,
        projection::Projection,
        search,
    },
    store::{generated::TABLES, table::Table},
};

use super::{Caller, Service, access::Action, answer::Answer, list::ListRequest};

impl Service {
    /// POST `/{type}/.search`
    pub async fn search(&self, caller: &Caller, table: &'static Table, body: &[u8]) -> Result<Answer, Error> {
        let request = search::parse(json::parse(body)?)?;
        let (attributes, excluded) = (request.attributes.as_deref(), request.excluded_attributes.as_deref());
        let projection = Projection::new(table.resource_type, attributes, excluded)?;
        self.list(caller, table, parameters(&request), &projection).await
    }

    /// POST `/{type}/Search`, of an attribute and its value
    pub async fn search_by_attribute(
        &self,
        caller: &Caller,
        table: &'static Table,
        body: &[u8],
    ) -> Result<Answer, Error> {
        let filter = search::attribute_filter(json::parse(body)?)?;
        let request = ListRequest { filter: Some(&filter), ..ListRequest::default() };
        self.list(caller, table, request, &Projection::default_for(table.resource_type)).await
    }

    /// POST `/.search`
    pub async fn search_all(&self, caller: &Caller, body: &[u8]) -> Result<Answer, Error> {
        let request = search::parse(json::parse(body)?)?;
        let (attributes, excluded) = (request.attributes.as_deref(), request.excluded_attributes.as_deref());
        self.query_all(caller, parameters(&request), attributes, excluded).await
    }

    /// GET of the root: the resources of all types that the credential may read.
    pub async fn query_all(
        &self,
        caller: &Caller,
        request: ListRequest<'_>,
        attributes: Option<&[String]>,
        excluded: Option<&[String]>,
    ) -> Result<Answer, Error> {
        let readable = || TABLES.iter().filter(|table| caller.rights.allow(Action::Read, table.resource_type));
        if readable().next().is_none() {
            let detail = "the credential may not read resources of any type; use one with the scope read";
            return Err(Error::new(ErrorKind::InsufficientScope, detail));
        }
        let projections = readable()
            .map(|table| Ok((*table, Projection::new(table.resource_type, attributes, excluded)?)))
            .collect::<Result<Vec<_>, Error>>()?;
        let shown: Vec<_> = projections.iter().map(|(table, projection)| (*table, projection)).collect();
        self.list_all(caller, request, &shown).await
    }
}

fn parameters(request: &search::SearchRequest) -> ListRequest<'_> {
    ListRequest {
        filter: request.filter.as_deref(),
        sort_by: request.sort_by.as_deref(),
        sort_order: request.sort_order.as_deref(),
        start_index: request.start_index,
        count: request.count,
        cursor: request.cursor.as_deref(),
    }
}
