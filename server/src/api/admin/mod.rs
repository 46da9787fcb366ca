//! The administration of the server: organisations, credentials, records. Apart from SCIM, and with credentials of its own.
//!
//! Each operation is one call of the service, the same that the command makes.

pub mod credentials;
pub mod documents;
pub mod input;
pub mod organisations;
pub mod paging;
pub mod records;
pub mod replies;
pub mod security;
pub mod trail;

use poem_openapi::{OpenApi, OpenApiService, ServerObject};

use super::App;

/// Where the administration is, below the server's URL.
pub const BASE_PATH: &str = "/admin/v1";

/// The endpoints of the administration, with a document of their own.
pub fn service(app: &App) -> OpenApiService<impl OpenApi, ()> {
    let apis = (
        organisations::OrganisationsApi::new(app.clone()),
        credentials::CredentialsApi::new(app.clone()),
        trail::RecordsApi::new(app.clone()),
    );
    OpenApiService::new(apis, "scimd administration", env!("CARGO_PKG_VERSION"))
        .description(
            "Organisations and credentials of a scimd server. Press Authorize and paste a token of the administration; \
             `scimd token create --admin` makes one.",
        )
        .server(ServerObject::new(BASE_PATH))
}

/// Whether a path is one of the administration's.
pub fn is_below(path: &str) -> bool {
    path.strip_prefix(BASE_PATH).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The methods of an endpoint, by the shape of its path.
pub fn allowed(path: &str) -> &'static str {
    let below = path.strip_prefix(BASE_PATH).unwrap_or(path).trim_matches('/');
    let segments: Vec<&str> = below.split('/').collect();
    match segments.as_slice() {
        ["organisations"] | ["credentials"] | ["organisations", _, "credentials"] => "GET, POST",
        ["organisations", _] => "GET, PATCH, DELETE",
        ["credentials", _] | ["organisations", _, "credentials", _] => "GET, DELETE",
        _ => "GET",
    }
}
