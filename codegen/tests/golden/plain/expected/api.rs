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
    ResourceApi::<scim::Thing>::new(make)
}
impl Resource for scim::Thing {
    const PATH: &'static str = "/Things";
    const TYPE: &'static ResourceType = &scim::THING;
}
impl Type for scim::Thing {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Thing")
    }
    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Reference("Thing".to_owned())
    }
    fn register(registry: &mut Registry) {
        crate::api::openapi::register_resource(registry, &scim::THING);
    }
    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(std::iter::once(self))
    }
}
impl IsObjectType for scim::Thing {}
impl ParseFromJSON for scim::Thing {
    fn parse_from_json(value: Option<serde_json::Value>) -> ParseResult<Self> {
        serde_json::from_value(value.unwrap_or_default())
            .map_err(|error| ParseError::custom(error.to_string()))
    }
}
impl ToJSON for scim::Thing {
    fn to_json(&self) -> Option<serde_json::Value> {
        serde_json::to_value(self).ok()
    }
}
