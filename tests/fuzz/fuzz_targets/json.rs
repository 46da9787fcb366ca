//! JSON bodies: the server's reader accepts what `serde_json` accepts, but for what it says that it refuses.
#![no_main]

use fuzz::scim::json::{Json, parse};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let other = serde_json::from_slice::<Value>(bytes);
    match parse(bytes) {
        Ok(json) => {
            let other = other.unwrap_or_else(|error| panic!("accepted, and it is not JSON: {error}"));
            assert_eq!(tree(json), other);
        }
        Err(error) => {
            assert!(!error.detail.contains(char::is_control), "{error}");
            let claims = ["nested deeper than", "occurs twice in one object", "the character U+0000"];
            match claims.iter().position(|claim| error.detail.contains(claim)) {
                Some(0) => assert!(bytes.iter().filter(|byte| b"[{".contains(byte)).count() > 64),
                Some(1) => assert!(bytes.iter().filter(|byte| **byte == b'"').count() > 3),
                Some(_) => assert!(bytes.windows(6).any(|bytes| bytes == b"\\u0000")),
                None => assert!(other.is_err(), "{error}, and yet it is JSON"),
            }
        }
    }
});

fn tree(json: Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Boolean(boolean) => Value::Bool(boolean),
        Json::Number(number) => Value::Number(number),
        Json::String(text) => Value::String(text),
        Json::Array(elements) => elements.into_iter().map(tree).collect(),
        Json::Object(members) => members.into_iter().map(|(name, json)| (name, tree(json))).collect(),
    }
}
