//! Request bodies: `application/scim+json` or `application/json`, bounded, as bytes for the service (RFC 7644 §3.8).

use std::marker::PhantomData;

use poem::{Request, RequestBody, error::ReadBodyError};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaMediaType, MetaRequest, Registry},
    types::Type,
};

use crate::scim::{
    error::{Error, ErrorKind},
    json::echo,
    limits,
};

use super::envelope::failure;

/// The media type of SCIM.
pub const SCIM_JSON: &str = "application/scim+json";
/// The media type that is accepted and answered as well.
pub const JSON: &str = "application/json";

/// A request body of at most so many bytes, documented as a `T`.
pub struct Body<T, const LIMIT: usize = { limits::BODY_BYTES }> {
    /// The bytes.
    pub bytes: Vec<u8>,
    _documented: PhantomData<fn() -> T>,
}

impl<'a, T: Type, const LIMIT: usize> ApiExtractor<'a> for Body<T, LIMIT> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }

    fn request_meta() -> Option<MetaRequest> {
        let content = [SCIM_JSON, JSON].map(|content_type| MetaMediaType { content_type, schema: T::schema_ref() });
        Some(MetaRequest { description: None, content: content.into(), required: true })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        if let Some(content_type) = request.content_type() {
            check_content_type(content_type).map_err(failure)?;
        }
        if request
            .header(poem::http::header::CONTENT_ENCODING)
            .is_some_and(|coding| !coding.eq_ignore_ascii_case("identity"))
        {
            let detail = "a body with a Content-Encoding is not accepted; send it as it is";
            return Err(failure(Error::new(ErrorKind::UnsupportedMediaType, detail)));
        }
        let too_large = || {
            let limit = match LIMIT {
                limits::BULK_BYTES => format!("maxPayloadSize ({LIMIT} bytes)"),
                _ => format!("{LIMIT} bytes"),
            };
            let detail = format!("the body is longer than {limit}; send less at a time");
            failure(Error::new(ErrorKind::TooLarge, detail))
        };
        let claimed = request.header(poem::http::header::CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
        if claimed.is_some_and(|length| length > LIMIT as u64) {
            return Err(too_large());
        }
        let bytes = body.take()?.into_bytes_limit(LIMIT).await.map_err(|error| match error {
            ReadBodyError::PayloadTooLarge => too_large(),
            _ => failure(Error::new(ErrorKind::InvalidSyntax, "the body could not be read to its end; send it again")),
        })?;
        Ok(Self { bytes: bytes.into(), _documented: PhantomData })
    }
}

fn check_content_type(content_type: &str) -> Result<(), Error> {
    let mut parts = content_type.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default();
    let json = essence.eq_ignore_ascii_case(SCIM_JSON) || essence.eq_ignore_ascii_case(JSON);
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
    });
    let utf8 =
        charset.is_none_or(|charset| charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8"));
    if json && utf8 {
        return Ok(());
    }
    let detail = format!("Content-Type {} is not accepted; send {SCIM_JSON} or {JSON}, in UTF-8", echo(content_type));
    Err(Error::new(ErrorKind::UnsupportedMediaType, detail))
}

#[cfg(test)]
mod tests {
    use super::check_content_type;

    #[test]
    fn scim_and_plain_json_are_accepted_with_parameters() {
        for fine in
            ["application/scim+json", "application/json; charset=utf-8", "Application/SCIM+JSON;charset=\"UTF-8\""]
        {
            assert!(check_content_type(fine).is_ok(), "{fine}");
        }
        for wrong in ["text/plain", "application/json; charset=iso-8859-1", "application/xml", ""] {
            assert!(check_content_type(wrong).is_err(), "{wrong}");
        }
    }
}
