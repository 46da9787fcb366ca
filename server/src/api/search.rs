//! Queries over all resource types (RFC 7644 §3.4.2.1, §3.4.3).

use poem_openapi::{
    Object, OpenApi, Tags,
    param::Query,
    registry::{MetaSchemaRef, Registry},
    types::Type,
};

use crate::{
    scim::{projection, quirks, search::SEARCH_REQUEST},
    service::list::ListRequest,
};

use super::{
    App,
    openapi::{AnyAnswered, Shaped},
    payload::Body,
    replies::{ListResponse, MEDIA_TYPE, Reply, Success, TOO_LARGE},
    security::Authenticated,
};

#[derive(Tags)]
enum Tag {
    /// Queries over all resource types
    Search,
}

/// A search by POST (RFC 7644 §3.4.3, RFC 9865 §3).
#[derive(Debug, Object)]
#[oai(example)]
pub struct SearchRequest {
    /// `urn:ietf:params:scim:api:messages:2.0:SearchRequest`
    #[oai(validator(min_items = 1, pattern = "^urn:ietf:params:scim:api:messages:2\\.0:SearchRequest$"))]
    pub schemas: Vec<String>,
    /// Attributes to answer with
    #[oai(nullable)]
    pub attributes: Option<Vec<String>>,
    /// Attributes to leave out of the answer
    #[oai(rename = "excludedAttributes", nullable)]
    pub excluded_attributes: Option<Vec<String>>,
    /// Which resources (RFC 7644 §3.4.2.2)
    #[oai(nullable)]
    pub filter: Option<String>,
    /// The attribute to sort by
    #[oai(rename = "sortBy", nullable)]
    pub sort_by: Option<String>,
    /// `ascending` or `descending`
    #[oai(rename = "sortOrder", nullable, validator(pattern = "^(ascending|descending)$"))]
    pub sort_order: Option<String>,
    /// The index of the first resource to give, from 1
    #[oai(rename = "startIndex", nullable)]
    pub start_index: Option<i64>,
    /// How many resources to give at most; 0 for the total only
    #[oai(nullable)]
    pub count: Option<i64>,
    /// Where to go on; empty for the first page
    #[oai(nullable)]
    pub cursor: Option<String>,
}

/// A search by one attribute.
#[derive(Debug, Object)]
#[oai(example)]
pub struct AttributeSearch {
    /// The attribute, such as `userName`
    pub attribute: String,
    /// The value that it has
    pub value: String,
}

impl poem_openapi::types::Example for AttributeSearch {
    fn example() -> Self {
        Self { attribute: "displayName".to_owned(), value: "bjensen".to_owned() }
    }
}

impl poem_openapi::types::Example for SearchRequest {
    fn example() -> Self {
        Self {
            schemas: vec![SEARCH_REQUEST.to_owned()],
            attributes: Some(vec!["displayName".to_owned()]),
            excluded_attributes: None,
            filter: Some("displayName sw \"b\"".to_owned()),
            sort_by: Some("displayName".to_owned()),
            sort_order: Some("ascending".to_owned()),
            start_index: Some(1),
            count: Some(10),
            cursor: None,
        }
    }
}

/// The endpoints over all resource types.
pub struct SearchApi {
    app: App,
}

impl SearchApi {
    /// The endpoints.
    pub fn new(app: App) -> Self {
        Self { app }
    }
}

#[OpenApi(tag = "Tag::Search")]
impl SearchApi {
    /// List the resources of all types
    ///
    /// `meta.resourceType eq "User"` in the filter narrows it to a type; an attribute that a type has not is without a
    /// value there.
    #[oai(path = "/", method = "get")]
    #[expect(clippy::too_many_arguments, reason = "the parameters of RFC 7644 §3.4.2")]
    async fn list(
        &self,
        caller: Authenticated,
        /// Which resources (RFC 7644 §3.4.2.2)
        filter: Query<Option<String>>,
        /// The attribute to sort by
        #[oai(name = "sortBy")]
        sort_by: Query<Option<String>>,
        /// `ascending` or `descending`
        #[oai(name = "sortOrder")]
        sort_order: Query<Option<String>>,
        /// The index of the first resource to give, from 1
        #[oai(name = "startIndex")]
        start_index: Query<Option<i64>>,
        /// How many resources to give at most; 0 for the total only
        count: Query<Option<i64>>,
        /// Where to go on (RFC 9865); empty for the first page
        cursor: Query<Option<String>>,
        /// Attributes to answer with, separated by commas
        attributes: Query<Option<String>>,
        /// Attributes to leave out of the answer, separated by commas
        #[oai(name = "excludedAttributes")]
        excluded: Query<Option<String>>,
    ) -> Reply<Searched> {
        let request = ListRequest {
            filter: filter.0.as_deref(),
            sort_by: sort_by.0.as_deref(),
            sort_order: sort_order.0.as_deref(),
            start_index: start_index.0,
            count: count.0,
            cursor: cursor.0.as_deref(),
        };
        let names = |list| projection::names(&quirks::filter::names(&caller.0.quirks(), list));
        let (attributes, excluded) = (attributes.0.as_deref().map(names), excluded.0.as_deref().map(names));
        let service = &self.app.service;
        service.query_all(&caller.0, request, attributes.as_deref(), excluded.as_deref()).await.into()
    }

    /// Search the resources of all types
    ///
    /// The parameters of a list in a body, which logs of URLs do not show.
    #[oai(path = "/.search", method = "post")]
    async fn search(&self, caller: Authenticated, body: Body<SearchRequest>) -> Reply<Searched> {
        self.app.service.search_all(&caller.0, &body.bytes).await.into()
    }
}

/// What a query over all types answers.
pub struct Searched;

impl Success for Searched {
    const RESOURCE: bool = false;
    const STATUSES: &'static [(u16, &'static str, bool)] =
        &[(200, "The resources that match; there may be none", true)];
    const FAILURES: &'static [(u16, &'static str)] = &[TOO_LARGE, MEDIA_TYPE];

    fn schema() -> MetaSchemaRef {
        ListResponse::<Shaped<AnyAnswered>>::schema_ref()
    }

    fn register(registry: &mut Registry) {
        ListResponse::<Shaped<AnyAnswered>>::register(registry);
    }
}
