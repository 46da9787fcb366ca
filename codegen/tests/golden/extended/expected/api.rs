// @generated from the documents in schemas/. Change those.
use std::borrow::Cow;
use poem_openapi::{
    registry::{MetaSchemaRef, Registry},
    types::{IsObjectType, ParseError, ParseFromJSON, ParseResult, ToJSON, Type},
};
use crate::{
    api::resources::{Resource, ResourceApi},
    scim::{generated as scim, schema::ResourceType},
};
/// The endpoints of every resource type.
pub fn apis(make: crate::api::App) -> impl poem_openapi::OpenApi {
    (
        ResourceApi::<scim::Device>::new(make.clone()),
        ResourceApi::<scim::Server>::new(make),
    )
}
impl Resource for scim::Device {
    const PATH: &'static str = "/Devices";
    const TYPE: &'static ResourceType = &scim::DEVICE;
}
impl Type for scim::Device {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Device")
    }
    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Reference("Device".to_owned())
    }
    fn register(registry: &mut Registry) {
        crate::api::openapi::register_resource(registry, &scim::DEVICE);
    }
    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(std::iter::once(self))
    }
}
impl IsObjectType for scim::Device {}
impl ParseFromJSON for scim::Device {
    fn parse_from_json(value: Option<serde_json::Value>) -> ParseResult<Self> {
        serde_json::from_value(value.unwrap_or_default())
            .map_err(|error| ParseError::custom(error.to_string()))
    }
}
impl ToJSON for scim::Device {
    fn to_json(&self) -> Option<serde_json::Value> {
        serde_json::to_value(self).ok()
    }
}
impl Resource for scim::Server {
    const PATH: &'static str = "/Servers";
    const TYPE: &'static ResourceType = &scim::SERVER;
}
impl Type for scim::Server {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Server")
    }
    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Reference("Server".to_owned())
    }
    fn register(registry: &mut Registry) {
        crate::api::openapi::register_resource(registry, &scim::SERVER);
    }
    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(std::iter::once(self))
    }
}
impl IsObjectType for scim::Server {}
impl ParseFromJSON for scim::Server {
    fn parse_from_json(value: Option<serde_json::Value>) -> ParseResult<Self> {
        serde_json::from_value(value.unwrap_or_default())
            .map_err(|error| ParseError::custom(error.to_string()))
    }
}
impl ToJSON for scim::Server {
    fn to_json(&self) -> Option<serde_json::Value> {
        serde_json::to_value(self).ok()
    }
}
