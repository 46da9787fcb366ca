//! The discovery endpoints (RFC 7644 §4).

use std::marker::PhantomData;

use poem::Request;
use poem_openapi::{
    OpenApi, Tags,
    param::{Path, Query},
    registry::{MetaSchemaRef, Registry},
    types::Type,
};

use crate::{
    scim::quirks::Quirk,
    service::discovery::{self, Kind},
};

use super::{
    App,
    bases::Place,
    documents::{ResourceType, Schema, ServiceProviderConfig},
    replies::{ListResponse, MISSING, Reply, Success},
    security::Authenticated,
};

#[derive(Tags)]
enum Tag {
    /// What the server is and what it serves
    Discovery,
}

/// The discovery endpoints.
pub struct DiscoveryApi {
    app: App,
}

impl DiscoveryApi {
    /// The endpoints.
    pub fn new(app: App) -> Self {
        Self { app }
    }
}

#[OpenApi(tag = "Tag::Discovery")]
impl DiscoveryApi {
    /// Read the service provider's configuration
    ///
    /// It needs no token, so that a client can learn how to get one.
    #[oai(path = "/ServiceProviderConfig", method = "get")]
    async fn service_provider_config(
        &self,
        request: &Request,
        /// Not taken here: 403
        filter: Query<Option<String>>,
    ) -> Reply<Whole<ServiceProviderConfig>> {
        discovery::refuse_filter(filter.0.as_deref())
            .map(|()| discovery::service_provider_config(base(request, &self.app), self.app.service.cursor_seconds()))
            .into()
    }

    /// The configuration by its name in SCIM 1.1, for organisations of the profile `scim11`: hidden, since to all others
    /// there is no such endpoint.
    #[oai(path = "/ServiceProviderConfigs", method = "get", hidden)]
    async fn service_provider_configs(&self, caller: Authenticated) -> Reply<One<ServiceProviderConfig>> {
        let caller = &caller.0;
        match caller.quirks().meets(Quirk::DiscoveryOfOld) {
            true => Ok(discovery::service_provider_config(&caller.base, self.app.service.cursor_seconds())).into(),
            false => Err(discovery::no_endpoint()).into(),
        }
    }

    /// List the resource types
    #[oai(path = "/ResourceTypes", method = "get")]
    async fn resource_types(
        &self,
        caller: Authenticated,
        /// Not taken here: 403
        filter: Query<Option<String>>,
    ) -> Reply<Whole<ListResponse<ResourceType>>> {
        discovery::refuse_filter(filter.0.as_deref()).map(|()| discovery::list(&caller.0, Kind::ResourceType)).into()
    }

    /// Read a resource type
    #[oai(path = "/ResourceTypes/:id", method = "get")]
    async fn resource_type(
        &self,
        caller: Authenticated,
        /// The resource type's name
        id: Path<String>,
    ) -> Reply<One<ResourceType>> {
        discovery::one(&caller.0, Kind::ResourceType, &id.0).into()
    }

    /// List the schemas
    #[oai(path = "/Schemas", method = "get")]
    async fn schemas(
        &self,
        caller: Authenticated,
        /// Not taken here: 403
        filter: Query<Option<String>>,
        /// `urn:scimd:params:2.0:Attribute` shows what attributes declare beyond RFC 7643; anything else is ignored
        attributes: Query<Option<String>>,
    ) -> Reply<Whole<ListResponse<Schema>>> {
        discovery::refuse_filter(filter.0.as_deref()).map(|()| discovery::list(&caller.0, schemas(&attributes))).into()
    }

    /// Read a schema
    #[oai(path = "/Schemas/:id", method = "get")]
    async fn schema(
        &self,
        caller: Authenticated,
        /// The schema's URN
        id: Path<String>,
        /// `urn:scimd:params:2.0:Attribute` shows what attributes declare beyond RFC 7643; anything else is ignored
        attributes: Query<Option<String>>,
    ) -> Reply<One<Schema>> {
        discovery::one(&caller.0, schemas(&attributes), &id.0).into()
    }
}

fn schemas(attributes: &Query<Option<String>>) -> Kind {
    Kind::Schema { with_rules: discovery::asks_for_rules(attributes.0.as_deref()) }
}

/// The base URL that a request came in at.
fn base<'a>(request: &'a Request, app: &'a App) -> &'a str {
    request.data::<Place>().map_or_else(|| app.bases.shown(), |place| &place.base)
}

macro_rules! success {
    ($(#[$doc:meta])* $name:ident, $failures:expr) => {
        $(#[$doc])*
        pub struct $name<T>(PhantomData<fn() -> T>);

        impl<T: Type> Success for $name<T> {
            const RESOURCE: bool = false;
            const STATUSES: &'static [(u16, &'static str, bool)] = &[(200, "The document", true)];
            const FAILURES: &'static [(u16, &'static str)] = $failures;

            fn schema() -> MetaSchemaRef {
                T::schema_ref()
            }

            fn register(registry: &mut Registry) {
                T::register(registry);
            }
        }
    };
}

success!(
    /// What an endpoint that could be filtered answers.
    Whole, &[(403, "A filter is not taken here")]
);
success!(
    /// What an endpoint of one document answers.
    One, &[MISSING]
);
