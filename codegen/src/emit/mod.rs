//! From the model to Rust text: one file a layer.

mod encode;
mod entities;
mod metadata;
mod openapi;
mod published;
mod store;
mod structs;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::{Generated, declaration::Word, model::Model};

const HEADER: &str = "// @generated from the documents in schemas/. Change those.\n";

/// Prints everything.
pub(crate) fn emit(model: &Model) -> Generated {
    let (metadata, structs) = (metadata::metadata(model), structs::structs(model));
    let (entities, store) = (entities::entities(model), store::store(model));
    Generated {
        scim: format(quote! { #metadata #structs }),
        store: format(quote! { #entities #store }),
        api: format(openapi::openapi(model)),
    }
}

#[expect(clippy::expect_used, reason = "the emitters print Rust: anything else is a mistake in them, not in the input")]
fn format(tokens: TokenStream) -> String {
    let file = syn::parse2(tokens).expect("the emitters print Rust");
    format!("{HEADER}{}", prettyplease::unparse(&file))
}

/// A number without its type.
fn number(number: impl Into<u64>) -> Literal {
    Literal::u64_unsuffixed(number.into())
}

/// An index without its type.
fn index(index: usize) -> Literal {
    Literal::usize_unsuffixed(index)
}

/// Characters that turn the direction of a text. Rust refuses them in comments.
const DIRECTIONS: &[char] =
    &['\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

/// A doc comment; a blank one says `otherwise`.
fn doc(text: &str, otherwise: &str) -> TokenStream {
    let is_shown = |letter: &char| letter.is_whitespace() || !letter.is_control() && !DIRECTIONS.contains(letter);
    let text: String = text.chars().filter(is_shown).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = format!(" {}", if text.is_empty() { otherwise } else { &text });
    quote! { #[doc = #text] }
}

/// A variant of an enumeration of the scim layer.
fn variant<W: Word>(word: W) -> TokenStream {
    let (name, variant) = (crate::ident::ident(W::NAME), crate::ident::ident(word.variant()));
    quote! { schema::#name::#variant }
}
