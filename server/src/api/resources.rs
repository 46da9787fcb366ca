//! The endpoints of a resource type, the same for all of them (RFC 7644 §3).

use std::marker::PhantomData;

use poem_openapi::{
    Object, OpenApi, Tags,
    param::{Header, Path, Query},
    registry::{MetaSchemaRef, Registry},
    types::{Any, ParseFromJSON, ToJSON, Type},
};

use crate::{
    scim::{
        error::{Error, ErrorKind},
        limits,
        projection::{self, Projection},
        quirks,
        schema::ResourceType,
    },
    service::{Caller, list::ListRequest, resources::Conditions},
    store::{table::Table, table_of},
};

use super::{
    App,
    openapi::{Answered, Shaped},
    payload::Body,
    replies::{ListResponse, MEDIA_TYPE, MISSING, Reply, STALE, Success, TAKEN, TOO_LARGE},
    search::{AttributeSearch, SearchRequest},
    security::Authenticated,
};

/// A resource type as the API sees it; generated for each.
pub trait Resource: Type + ParseFromJSON + ToJSON + Send + Sync + 'static {
    /// The endpoint: `/Users`.
    const PATH: &'static str;
    /// The metadata.
    const TYPE: &'static ResourceType;
}

#[derive(Tags)]
enum Tag {
    /// Users, groups and all other declared resource types
    Resources,
}

/// One operation of a PATCH request (RFC 7644 §3.5.2).
#[derive(Debug, Object)]
pub struct PatchOperation {
    /// `add`, `replace` or `remove`
    #[oai(validator(pattern = "^(add|replace|remove)$"))]
    pub op: String,
    /// What to change, e.g. `active` or `emails[type eq "work"].value`
    #[oai(nullable)]
    pub path: Option<String>,
    /// The new value; an object of attributes if there is no path
    #[oai(nullable)]
    pub value: Option<Any<serde_json::Value>>,
}

/// A PATCH request (RFC 7644 §3.5.2).
#[derive(Debug, Object)]
#[oai(example)]
pub struct PatchOp {
    /// `urn:ietf:params:scim:api:messages:2.0:PatchOp`
    #[oai(validator(min_items = 1, pattern = "^urn:ietf:params:scim:api:messages:2\\.0:PatchOp$"))]
    pub schemas: Vec<String>,
    /// The operations, carried out in order, all or none
    #[oai(rename = "Operations", validator(min_items = 1))]
    pub operations: Vec<PatchOperation>,
}

impl poem_openapi::types::Example for PatchOp {
    fn example() -> Self {
        Self {
            schemas: vec!["urn:ietf:params:scim:api:messages:2.0:PatchOp".to_owned()],
            operations: vec![PatchOperation {
                op: "replace".to_owned(),
                path: Some("displayName".to_owned()),
                value: Some(Any("Babs Jensen".into())),
            }],
        }
    }
}

/// The endpoints of the resource type `R`.
pub struct ResourceApi<R> {
    app: App,
    _resource: PhantomData<fn() -> R>,
}

impl<R: Resource> ResourceApi<R> {
    /// The endpoints.
    pub fn new(app: App) -> Self {
        Self { app, _resource: PhantomData }
    }

    fn table() -> Result<&'static Table, Error> {
        table_of(R::TYPE.name).ok_or_else(|| Error::new(ErrorKind::Internal, "the resource type has no table"))
    }
}

/// What an answer shows, from the parameters of the request.
pub fn project(
    caller: &Caller,
    kind: &'static ResourceType,
    attributes: Option<&str>,
    excluded: Option<&str>,
) -> Result<Projection, Error> {
    if attributes.is_none() && excluded.is_none() {
        return Ok(Projection::default_for(kind));
    }
    let names = |list| projection::names(&quirks::filter::names(&caller.quirks(), list));
    let (attributes, excluded) = (attributes.map(names), excluded.map(names));
    Projection::new(kind, attributes.as_deref(), excluded.as_deref())
}

#[OpenApi(prefix_path = R::PATH, tag = "Tag::Resources")]
impl<R: Resource> ResourceApi<R> {
    /// Create a resource
    ///
    /// What is readOnly in the body is ignored; attributes that no schema knows are left out.
    #[oai(path = "/", method = "post")]
    async fn create(
        &self,
        caller: Authenticated,
        /// Attributes to answer with, separated by commas
        attributes: Query<Option<String>>,
        /// Attributes to leave out of the answer, separated by commas
        #[oai(name = "excludedAttributes")]
        excluded: Query<Option<String>>,
        body: Body<R>,
    ) -> Reply<Created<R>> {
        let answer = async {
            let projection = project(&caller.0, R::TYPE, attributes.0.as_deref(), excluded.0.as_deref())?;
            self.app.service.create(&caller.0, Self::table()?, &body.bytes, &projection).await
        };
        answer.await.into()
    }

    /// List resources
    ///
    /// Filtered, sorted and paged. A filter is for example `userName eq "bjensen"` or
    /// `emails[type eq "work" and value co "@example.com"]`.
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
    ) -> Reply<Listed<R>> {
        let answer = async {
            let request = ListRequest {
                filter: filter.0.as_deref(),
                sort_by: sort_by.0.as_deref(),
                sort_order: sort_order.0.as_deref(),
                start_index: start_index.0,
                count: count.0,
                cursor: cursor.0.as_deref(),
            };
            let projection = project(&caller.0, R::TYPE, attributes.0.as_deref(), excluded.0.as_deref())?;
            self.app.service.list(&caller.0, Self::table()?, request, &projection).await
        };
        answer.await.into()
    }

    /// Search resources
    ///
    /// The parameters of a list in a body, which logs of URLs do not show.
    #[oai(path = "/.search", method = "post")]
    async fn search(&self, caller: Authenticated, body: Body<SearchRequest>) -> Reply<Searched<R>> {
        let answer = async { self.app.service.search(&caller.0, Self::table()?, &body.bytes).await };
        answer.await.into()
    }

    /// Search resources by one attribute
    ///
    /// What servers had before RFC 7644, for clients that still send it. Use `.search`.
    #[oai(path = "/Search", method = "post", deprecated)]
    async fn search_by_attribute(&self, caller: Authenticated, body: Body<AttributeSearch>) -> Reply<Searched<R>> {
        let service = &self.app.service;
        let answer = async { service.search_by_attribute(&caller.0, Self::table()?, &body.bytes).await };
        answer.await.into()
    }

    /// Read a resource
    #[oai(path = "/:id", method = "get")]
    async fn read(
        &self,
        caller: Authenticated,
        /// The resource's id
        id: Path<String>,
        /// Attributes to answer with, separated by commas
        attributes: Query<Option<String>>,
        /// Attributes to leave out of the answer, separated by commas
        #[oai(name = "excludedAttributes")]
        excluded: Query<Option<String>>,
        /// The version that the client has: 304 if it is still the present one
        #[oai(name = "If-None-Match")]
        if_none_match: Header<Option<String>>,
    ) -> Reply<Shown<R>> {
        let answer = async {
            let conditions = Conditions { if_none_match: if_none_match.0.as_deref(), ..Conditions::default() };
            let projection = project(&caller.0, R::TYPE, attributes.0.as_deref(), excluded.0.as_deref())?;
            self.app.service.read(&caller.0, Self::table()?, &id.0, conditions, &projection).await
        };
        answer.await.into()
    }

    /// Replace a resource
    ///
    /// What is left out is cleared; what is readOnly is ignored, and a writeOnly attribute left out is kept.
    #[oai(path = "/:id", method = "put")]
    async fn replace(
        &self,
        caller: Authenticated,
        /// The resource's id
        id: Path<String>,
        /// Attributes to answer with, separated by commas
        attributes: Query<Option<String>>,
        /// Attributes to leave out of the answer, separated by commas
        #[oai(name = "excludedAttributes")]
        excluded: Query<Option<String>>,
        /// The version that the change is for: 412 if it is no longer the present one
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<R>,
    ) -> Reply<Replaced<R>> {
        let answer = async {
            let conditions = Conditions { if_match: if_match.0.as_deref(), ..Conditions::default() };
            let projection = project(&caller.0, R::TYPE, attributes.0.as_deref(), excluded.0.as_deref())?;
            let service = &self.app.service;
            service.replace(&caller.0, Self::table()?, &id.0, conditions, &body.bytes, &projection).await
        };
        answer.await.into()
    }

    /// Change a resource
    ///
    /// The operations are carried out in order, all or none.
    #[oai(path = "/:id", method = "patch")]
    async fn patch(
        &self,
        caller: Authenticated,
        /// The resource's id
        id: Path<String>,
        /// Attributes to answer with, separated by commas
        attributes: Query<Option<String>>,
        /// Attributes to leave out of the answer, separated by commas
        #[oai(name = "excludedAttributes")]
        excluded: Query<Option<String>>,
        /// The version that the change is for: 412 if it is no longer the present one
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<PatchOp>,
    ) -> Reply<Patched<R>> {
        let answer = async {
            let conditions = Conditions { if_match: if_match.0.as_deref(), ..Conditions::default() };
            let projection = project(&caller.0, R::TYPE, attributes.0.as_deref(), excluded.0.as_deref())?;
            let shown = attributes.0.is_some();
            let service = &self.app.service;
            service.patch(&caller.0, Self::table()?, &id.0, conditions, &body.bytes, (&projection, shown)).await
        };
        answer.await.into()
    }

    /// Delete a resource
    ///
    /// Its memberships end with it.
    #[oai(path = "/:id", method = "delete")]
    async fn delete(
        &self,
        caller: Authenticated,
        /// The resource's id
        id: Path<String>,
        /// The version that the deletion is for: 412 if it is no longer the present one
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
    ) -> Reply<Deleted> {
        let answer = async {
            let conditions = Conditions { if_match: if_match.0.as_deref(), ..Conditions::default() };
            self.app.service.delete(&caller.0, Self::table()?, &id.0, conditions).await
        };
        answer.await.into()
    }
}

macro_rules! success {
    ($(#[$doc:meta])* $name:ident, $one:literal, $body:ty, $statuses:expr, $failures:expr) => {
        $(#[$doc])*
        pub struct $name<R>(PhantomData<fn() -> R>);

        impl<R: Resource> Success for $name<R> {
            const RESOURCE: bool = $one;
            const STATUSES: &'static [(u16, &'static str, bool)] = $statuses;
            const FAILURES: &'static [(u16, &'static str)] = $failures;

            fn schema() -> MetaSchemaRef {
                <$body>::schema_ref()
            }

            fn register(registry: &mut Registry) {
                <$body>::register(registry);
            }
        }
    };
}

success!(
    /// What a POST answers.
    Created, true, Shaped<Answered<R>>, &[(201, "Created", true)], &[TAKEN, TOO_LARGE, MEDIA_TYPE]
);
success!(
    /// What a list answers.
    Listed, false, ListResponse<Shaped<Answered<R>>>, &[(200, "The resources that match; there may be none", true)], &[]
);
success!(
    /// What a search answers.
    Searched, false, ListResponse<Shaped<Answered<R>>>, &[(200, "The resources that match; there may be none", true)], &[TOO_LARGE, MEDIA_TYPE]
);
success!(
    /// What a GET answers.
    Shown, true, Shaped<Answered<R>>, &[(200, "The resource", true), (304, "`If-None-Match` names the present version", false)], &[MISSING]
);
success!(
    /// What a PUT answers.
    Replaced, true, Shaped<Answered<R>>, &[(200, "The resource as it is now", true)], &[MISSING, TAKEN, STALE, TOO_LARGE, MEDIA_TYPE]
);
success!(
    /// What a PATCH answers.
    Patched, true, Shaped<Answered<R>>,
    &[(200, "The resource as it is now", true), (204, "Done", false)],
    &[MISSING, TAKEN, STALE, TOO_LARGE, MEDIA_TYPE]
);

/// What a DELETE answers.
pub struct Deleted;

impl Success for Deleted {
    const RESOURCE: bool = false;
    const STATUSES: &'static [(u16, &'static str, bool)] = &[(204, "Deleted", false)];
    const FAILURES: &'static [(u16, &'static str)] = &[MISSING, TAKEN, STALE];

    fn schema() -> MetaSchemaRef {
        String::schema_ref()
    }

    fn register(_registry: &mut Registry) {}
}

/// Whether a query string is within its limit.
pub fn check_query(query: Option<&str>) -> Result<(), Error> {
    match query {
        Some(query) if query.len() > limits::QUERY_BYTES => {
            let detail = format!("the query is longer than {} bytes; filter on less at a time", limits::QUERY_BYTES);
            let kind = if query.contains("filter=") { ErrorKind::InvalidFilter } else { ErrorKind::InvalidValue };
            Err(Error::new(kind, detail))
        }
        _ => Ok(()),
    }
}
