//! Cursors (RFC 9865): a place in the order of a query, sealed.
//!
//! A cursor holds what a client may neither read nor change: the sort key may be a personal value, and cursors travel in
//! URLs (RFC 7644 §7.5.2). It is encrypted and authenticated with a key that every process of the database shares, and
//! bound to the organisation, to what the credential may do, and to the query; its expiry and count lie within. Nothing of it is kept by the server.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use uuid::Uuid;

use crate::{
    scim::error::{Error, ErrorKind},
    store::{Org, database::Cell, walk::Boundary},
};

/// The bytes of a nonce.
const NONCE: usize = 24;
/// The bytes of a key.
pub const KEY: usize = 32;

/// A place between two pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor {
    /// When it ends, in microseconds since 1970.
    pub expires: i64,
    /// The `count` of the first request.
    pub count: u64,
    /// How many resources matched when the first page was made.
    pub total: u64,
    /// Whether the page lies before the place.
    pub backward: bool,
    /// The place.
    pub place: Boundary,
}

/// What a cursor is good for.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// The organisation.
    pub org: Org,
    /// What the credential may do, as scopes: a cursor ends when that changes (RFC 9865 §5.2).
    pub rights: &'a str,
    /// The endpoint; empty for the root.
    pub endpoint: &'a str,
    /// The filter, the attribute and the direction of the sorting, as the request gives them.
    pub parameters: [Option<&'a str>; 3],
}

/// Seals and opens cursors.
#[derive(Clone)]
pub struct Cursors(XChaCha20Poly1305);

impl Cursors {
    /// With that key.
    pub fn new(key: &[u8; KEY]) -> Self {
        Self(XChaCha20Poly1305::new(key.into()))
    }

    /// The text of a cursor, in unreserved characters only.
    pub fn seal(&self, cursor: &Cursor, query: &Query<'_>) -> Result<String, Error> {
        let failed = || Error::new(ErrorKind::Internal, "no cursor could be made; ask for the list again");
        let mut sealed = vec![0; NONCE];
        getrandom::fill(&mut sealed).map_err(|_| failed())?;
        let payload = Payload { msg: &written(cursor), aad: &bound(query) };
        let nonce: [u8; NONCE] = sealed.as_slice().try_into().map_err(|_| failed())?;
        sealed.extend(self.0.encrypt(&nonce.into(), payload).map_err(|_| failed())?);
        Ok(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// The cursor of that text. One that is made up, changed, of another organisation or of another query gets the same
    /// words, so that nothing shows which it is (RFC 9865 §5.2).
    pub fn open(&self, text: &str, query: &Query<'_>, now: i64) -> Result<Cursor, Error> {
        let cursor = self.opened(text, query).ok_or_else(|| {
            let detail = "cursor: it is not one that this query was given; repeat the parameters of the first page, or \
                          begin anew with an empty cursor";
            Error::new(ErrorKind::InvalidCursor, detail)
        })?;
        if cursor.expires <= now {
            let detail = "cursor: it is too old; begin anew with an empty cursor";
            return Err(Error::new(ErrorKind::ExpiredCursor, detail));
        }
        Ok(cursor)
    }

    fn opened(&self, text: &str, query: &Query<'_>) -> Option<Cursor> {
        let sealed = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let payload = Payload { msg: sealed, aad: &bound(query) };
        read(&self.0.decrypt(&nonce.into(), payload).ok()?)
    }
}

/// The query as bytes that no other query has.
fn bound(query: &Query<'_>) -> Vec<u8> {
    let mut out = query.org.0.to_be_bytes().to_vec();
    for part in [Some(query.rights), Some(query.endpoint)].into_iter().chain(query.parameters) {
        // Each part with its length; an absent one has a length that no part has.
        let length = part.map_or(u64::MAX, |part| part.len() as u64);
        out.extend(length.to_be_bytes());
        out.extend(part.unwrap_or_default().as_bytes());
    }
    out
}

fn written(cursor: &Cursor) -> Vec<u8> {
    let mut out = Vec::with_capacity(64);
    out.extend(cursor.expires.to_be_bytes());
    out.extend(cursor.count.to_be_bytes());
    out.extend(cursor.total.to_be_bytes());
    out.push(u8::from(cursor.backward));
    out.extend(cursor.place.id.as_bytes());
    match &cursor.place.key {
        Cell::Integer(value) => {
            out.push(b'i');
            out.extend(value.to_be_bytes());
        }
        Cell::Real(value) => {
            out.push(b'r');
            out.extend(value.to_bits().to_be_bytes());
        }
        Cell::Text(text) => {
            out.push(b't');
            out.extend(text.as_bytes());
        }
        Cell::Null | Cell::Blob(_) => out.push(b'n'),
    }
    out
}

fn read(bytes: &[u8]) -> Option<Cursor> {
    let (expires, rest) = bytes.split_first_chunk::<8>()?;
    let (count, rest) = rest.split_first_chunk::<8>()?;
    let (total, rest) = rest.split_first_chunk::<8>()?;
    let (backward, rest) = rest.split_first()?;
    let (id, rest) = rest.split_first_chunk::<16>()?;
    let (kind, key) = rest.split_first()?;
    let number = || key.try_into().map(u64::from_be_bytes).ok();
    let key = match kind {
        b'i' => Cell::Integer(number()?.cast_signed()),
        b'r' => Cell::Real(f64::from_bits(number()?)),
        b't' => Cell::Text(String::from_utf8(key.to_vec()).ok()?),
        _ => Cell::Null,
    };
    Some(Cursor {
        expires: i64::from_be_bytes(*expires),
        count: u64::from_be_bytes(*count),
        total: u64::from_be_bytes(*total),
        backward: *backward != 0,
        place: Boundary { key, id: Uuid::from_bytes(*id) },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUERY: Query<'static> = Query {
        org: Org(7),
        rights: "read",
        endpoint: "/Users",
        parameters: [Some("title pr"), Some("userName"), None],
    };

    fn cursor(key: Cell) -> Cursor {
        Cursor { expires: 100, count: 20, total: 60, backward: true, place: Boundary { key, id: Uuid::from_u128(9) } }
    }

    /// 9865-2-x1
    #[test]
    fn a_cursor_comes_back_as_it_was_in_unreserved_characters() {
        let cursors = Cursors::new(&[1; KEY]);
        for key in [Cell::Null, Cell::Integer(-5), Cell::Real(0.5), Cell::Text("bjørn ~/+".to_owned())] {
            let cursor = cursor(key);
            let text = cursors.seal(&cursor, &QUERY).unwrap();
            assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)), "{text}");
            assert_eq!(cursors.open(&text, &QUERY, 99).unwrap(), cursor);
        }
    }

    /// 9865-2-08a, 9865-5.2-04
    #[test]
    fn a_cursor_of_anything_else_is_refused_with_the_same_words() {
        let cursors = Cursors::new(&[1; KEY]);
        let text = cursors.seal(&cursor(Cell::Null), &QUERY).unwrap();
        let mut refusals = Vec::new();
        for query in [
            Query { org: Org(8), ..QUERY },
            Query { rights: "read:User", ..QUERY },
            Query { endpoint: "/Groups", ..QUERY },
            Query { endpoint: "", ..QUERY },
            Query { parameters: [Some("title pr"), Some("userName"), Some("")], ..QUERY },
            Query { parameters: [Some("title pruserName"), None, None], ..QUERY },
            Query { parameters: [None; 3], ..QUERY },
        ] {
            refusals.push(cursors.open(&text, &query, 99).unwrap_err());
        }
        refusals.push(Cursors::new(&[2; KEY]).open(&text, &QUERY, 99).unwrap_err());
        for position in 0..text.len() {
            let mut bent = text.clone().into_bytes();
            bent[position] = if bent[position] == b'A' { b'B' } else { b'A' };
            let bent = String::from_utf8(bent).unwrap();
            // The last character has bits that stand for nothing: such a text is no other cursor.
            refusals.push(cursors.open(&bent, &QUERY, 99).unwrap_err());
        }
        for end in 0..text.len() {
            refusals.push(cursors.open(&text[..end], &QUERY, 99).unwrap_err());
        }
        assert!(refusals.iter().all(|refusal| *refusal == refusals[0] && refusal.kind == ErrorKind::InvalidCursor));
    }

    /// 9865-2.1-01, 9865-4-08
    #[test]
    fn a_cursor_is_good_until_it_expires() {
        let cursors = Cursors::new(&[1; KEY]);
        let text = cursors.seal(&cursor(Cell::Null), &QUERY).unwrap();
        assert!(cursors.open(&text, &QUERY, 99).is_ok());
        assert_eq!(cursors.open(&text, &QUERY, 100).unwrap_err().kind, ErrorKind::ExpiredCursor);
        let other = Query { org: Org(8), ..QUERY };
        assert_eq!(cursors.open(&text, &other, 100).unwrap_err().kind, ErrorKind::InvalidCursor);
    }
}
