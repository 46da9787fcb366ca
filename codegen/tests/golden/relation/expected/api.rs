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
        ResourceApi::<scim::Person>::new(make.clone()),
        ResourceApi::<scim::Team>::new(make),
    )
}
impl Resource for scim::Person {
    const PATH: &'static str = "/People";
    const TYPE: &'static ResourceType = &scim::PERSON;
}
impl Type for scim::Person {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Person")
    }
    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Reference("Person".to_owned())
    }
    fn register(registry: &mut Registry) {
        crate::api::openapi::register_resource(registry, &scim::PERSON);
    }
    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(std::iter::once(self))
    }
}
impl IsObjectType for scim::Person {}
impl ParseFromJSON for scim::Person {
    fn parse_from_json(value: Option<serde_json::Value>) -> ParseResult<Self> {
        serde_json::from_value(value.unwrap_or_default())
            .map_err(|error| ParseError::custom(error.to_string()))
    }
}
impl ToJSON for scim::Person {
    fn to_json(&self) -> Option<serde_json::Value> {
        serde_json::to_value(self).ok()
    }
}
impl Resource for scim::Team {
    const PATH: &'static str = "/Teams";
    const TYPE: &'static ResourceType = &scim::TEAM;
}
impl Type for scim::Team {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Team")
    }
    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Reference("Team".to_owned())
    }
    fn register(registry: &mut Registry) {
        crate::api::openapi::register_resource(registry, &scim::TEAM);
    }
    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(std::iter::once(self))
    }
}
impl IsObjectType for scim::Team {}
impl ParseFromJSON for scim::Team {
    fn parse_from_json(value: Option<serde_json::Value>) -> ParseResult<Self> {
        serde_json::from_value(value.unwrap_or_default())
            .map_err(|error| ParseError::custom(error.to_string()))
    }
}
impl ToJSON for scim::Team {
    fn to_json(&self) -> Option<serde_json::Value> {
        serde_json::to_value(self).ok()
    }
}
