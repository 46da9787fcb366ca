//! PATCH requests (RFC 7644 §3.5.2): the bytes as a body, and as choices of which a body is made.
#![no_main]

use fuzz::{choices, sample};
use libfuzzer_sys::{arbitrary::Unstructured, fuzz_target};

fuzz_target!(|bytes: &[u8]| {
    sample::patch(bytes);
    if let Ok(body) = choices::patch(&mut Unstructured::new(bytes)) {
        sample::patch(body.to_string().as_bytes());
    }
});
