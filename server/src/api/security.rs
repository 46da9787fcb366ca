//! Who asks: bearer tokens (RFC 6750, RFC 7644 §2).

use poem::Request;
use poem_openapi::{SecurityScheme, auth::Bearer};

use crate::{
    scim::error::{Error, ErrorKind},
    service::{Caller, credentials::Token},
};

use super::{App, envelope::failure};

/// A request with a valid token, and the organisation that the token belongs to.
#[derive(SecurityScheme)]
#[oai(ty = "bearer", rename = "bearer", checker = "check")]
pub struct Authenticated(
    /// The caller.
    pub Caller,
);

async fn check(request: &Request, bearer: Bearer) -> poem::Result<Caller> {
    let Some(app) = request.data::<App>() else {
        return Err(failure(Error::new(ErrorKind::Internal, "the server is not set up")));
    };
    match app.service.authenticate(&Token::given(bearer.token)).await.map_err(failure)? {
        Some((org, subject)) => Ok(Caller { org, base: app.base.clone(), subject }),
        None => Err(failure(Error::new(
            ErrorKind::Unauthorized,
            "the token is not valid; send Authorization: Bearer with a token of your organisation",
        ))),
    }
}
