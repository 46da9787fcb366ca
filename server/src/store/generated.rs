//! The tables of the declared resource types, generated from `schemas/`.
#![expect(missing_docs, reason = "the schema documents describe the attributes")]

include!(concat!(env!("OUT_DIR"), "/store.rs"));
