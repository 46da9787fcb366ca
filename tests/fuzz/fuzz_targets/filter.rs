//! Filters (RFC 7644 §3.4.2.2): the bytes as text, and as choices of which a filter is made.
#![no_main]

use fuzz::scim::filter::{Filter, parse};
use fuzz::scim::limits::FILTER_BYTES;
use fuzz::{choices, sample, spelling};
use libfuzzer_sys::{arbitrary::Unstructured, fuzz_target};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes) {
        sample::rewrite(text);
        match parse(text) {
            Ok(filter) => read(&filter),
            Err(error) => assert!(error.detail.len() < 1000, "{error}"),
        }
    }
    if let Ok(filter) = choices::filter(&mut Unstructured::new(bytes)) {
        read(&filter);
    }
});

/// A filter is written, read again and evaluated.
fn read(filter: &Filter) {
    let text = spelling::filter(filter);
    match parse(&text) {
        Ok(again) => assert_eq!(again, *filter, "{text}"),
        // The spelling may have more brackets and escapes than the text had.
        Err(error) => {
            assert!(text.len() > FILTER_BYTES || error.detail.contains("nested too deeply"), "{error}: {text}")
        }
    }
    sample::search(filter);
}
