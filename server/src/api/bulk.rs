//! Bulk operations (RFC 7644 §3.7).

use poem_openapi::{
    Object, OpenApi, Tags,
    registry::{MetaSchemaRef, Registry},
    types::{Any, Type},
};

use crate::scim::{bulk::BULK_REQUEST, limits::BULK_BYTES};

use super::{
    App,
    payload::Body,
    replies::{ErrorBody, MEDIA_TYPE, Reply, Success},
    security::Authenticated,
};

#[derive(Tags)]
enum Tag {
    /// Many operations in one request
    Bulk,
}

/// One operation of a bulk request.
#[derive(Debug, Object)]
pub struct BulkOperation {
    /// `POST`, `PUT`, `PATCH` or `DELETE`
    #[oai(validator(pattern = "^(POST|PUT|PATCH|DELETE)$"))]
    pub method: String,
    /// The client's name for it; a POST needs one. Elsewhere `bulkId:NAME` stands for the id of what it creates
    #[oai(rename = "bulkId", nullable)]
    pub bulk_id: Option<String>,
    /// The version that the change is for, as in `If-Match`
    #[oai(nullable)]
    pub version: Option<String>,
    /// `/Users` for a POST, else `/Users/{id}`
    pub path: String,
    /// The body of the operation
    #[oai(nullable)]
    pub data: Option<Any<serde_json::Value>>,
}

/// A bulk request.
#[derive(Debug, Object)]
#[oai(example)]
pub struct BulkRequest {
    /// `urn:ietf:params:scim:api:messages:2.0:BulkRequest`
    #[oai(validator(min_items = 1, pattern = "^urn:ietf:params:scim:api:messages:2\\.0:BulkRequest$"))]
    pub schemas: Vec<String>,
    /// After how many errors to stop; all operations are tried if it is left out
    #[oai(rename = "failOnErrors", nullable, validator(minimum(value = "1")))]
    pub fail_on_errors: Option<i64>,
    /// The operations
    #[oai(rename = "Operations", validator(min_items = 1))]
    pub operations: Vec<BulkOperation>,
}

impl poem_openapi::types::Example for BulkRequest {
    fn example() -> Self {
        let user = serde_json::json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "userName": "bjensen@example.com",
        });
        Self {
            schemas: vec![BULK_REQUEST.to_owned()],
            fail_on_errors: Some(1),
            operations: vec![BulkOperation {
                method: "POST".to_owned(),
                bulk_id: Some("bjensen".to_owned()),
                version: None,
                path: "/Users".to_owned(),
                data: Some(Any(user)),
            }],
        }
    }
}

/// The result of one operation.
#[derive(Debug, Object)]
pub struct BulkResult {
    /// The HTTP status that it would have had by itself, as a string
    #[oai(validator(pattern = "^[2-5][0-9][0-9]$"))]
    pub status: String,
    /// The method
    pub method: Option<String>,
    /// The client's name for it
    #[oai(rename = "bulkId")]
    pub bulk_id: Option<String>,
    /// The URL of the resource; a POST that failed has none
    pub location: Option<String>,
    /// The version afterwards
    pub version: Option<String>,
    /// What went wrong
    pub response: Option<ErrorBody>,
}

/// The results of a bulk request, in its order.
#[derive(Debug, Object)]
pub struct BulkResponse {
    /// `urn:ietf:params:scim:api:messages:2.0:BulkResponse`
    #[oai(validator(min_items = 1, pattern = "^urn:ietf:params:scim:api:messages:2\\.0:BulkResponse$"))]
    pub schemas: Vec<String>,
    /// A result for each operation that was tried
    #[oai(rename = "Operations")]
    pub operations: Vec<BulkResult>,
}

/// The endpoint `/Bulk`.
pub struct BulkApi {
    app: App,
}

impl BulkApi {
    /// The endpoint.
    pub fn new(app: App) -> Self {
        Self { app }
    }
}

#[OpenApi(tag = "Tag::Bulk")]
impl BulkApi {
    /// Carry out many operations
    ///
    /// Each is atomic by itself. `bulkId:NAME` in a reference or a path stands for the resource that another operation of
    /// the request creates, before or after it, also in circles. `/ServiceProviderConfig` has the limits.
    #[oai(path = "/Bulk", method = "post")]
    async fn bulk(&self, caller: Authenticated, body: Body<BulkRequest, BULK_BYTES>) -> Reply<Carried> {
        self.app.service.bulk(&caller.0, &body.bytes).await.into()
    }
}

/// What a bulk request answers.
pub struct Carried;

impl Success for Carried {
    const RESOURCE: bool = false;
    const STATUSES: &'static [(u16, &'static str, bool)] = &[(200, "The results, of failed operations too", true)];
    const FAILURES: &'static [(u16, &'static str)] =
        &[(413, "There are more operations than maxOperations, or more bytes than maxPayloadSize"), MEDIA_TYPE];

    fn schema() -> MetaSchemaRef {
        BulkResponse::schema_ref()
    }

    fn register(registry: &mut Registry) {
        BulkResponse::register(registry);
    }
}
