//! A token in the query (RFC 6750 §2.3): for trying an organisation out, and taken in its test mode alone.
//!
//! It is taken out of the request's URI before anything else sees that, so that it is in no log, no link and no cursor.

use poem::{
    Request, Response,
    http::{HeaderValue, Uri, header},
};

use crate::service::credentials::Token;

/// The name of the parameter.
const NAME: &str = "access_token";

/// The tokens in the query of a request.
#[derive(Debug, Clone)]
pub struct QueryTokens(Vec<Token>);

impl QueryTokens {
    /// The token, if there is exactly one.
    pub fn only(&self) -> Option<&Token> {
        match self.0.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// Takes the tokens out of the query; whether there was one.
pub fn take(request: &mut Request) -> bool {
    let Some(query) = request.uri().query() else { return false };
    let is_token = |pair: &&str| decoded(pair.split_once('=').map_or(*pair, |(name, _)| name)) == NAME;
    if !query.split('&').any(|pair| is_token(&pair)) {
        return false;
    }
    let (tokens, rest): (Vec<&str>, Vec<&str>) = query.split('&').partition(is_token);
    let value = |pair: &str| Token::given(decoded(pair.split_once('=').map_or("", |(_, value)| value)));
    let tokens = QueryTokens(tokens.into_iter().map(value).collect());
    let path = request.uri().path();
    let target = if rest.is_empty() { path.to_owned() } else { format!("{path}?{}", rest.join("&")) };
    // A path and query that were good stay so with a part left out; should that ever fail, the query goes.
    let uri = target.parse::<Uri>().or_else(|_| path.parse::<Uri>()).unwrap_or_default();
    *request.uri_mut() = uri;
    request.set_data(tokens);
    true
}

/// Keeps the answer to a request with a token in its URI from being stored (RFC 6750 §2.3).
pub fn keep_private(response: &mut Response) {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
}

/// A part of a query as text.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        let escaped = || {
            let digits = std::str::from_utf8(behind.get(..2)?).ok()?;
            let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            plain.then(|| u8::from_str_radix(digits, 16).ok()).flatten()
        };
        match first {
            b'+' => bytes.push(b' '),
            b'%' => match escaped() {
                Some(byte) => {
                    bytes.push(byte);
                    rest = &behind[2..];
                }
                None => bytes.push(b'%'),
            },
            byte => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(target: &str) -> (bool, String, Option<String>) {
        let mut request = Request::builder().uri(target.parse().unwrap()).finish();
        let found = take(&mut request);
        let token = request.data::<QueryTokens>().and_then(QueryTokens::only).map(|token| token.expose().to_owned());
        (found, request.uri().to_string(), token)
    }

    #[test]
    fn tokens_are_taken_out_of_the_query_however_the_name_is_written() {
        let one = |uri: &str, token: &str| (true, uri.to_owned(), Some(token.to_owned()));
        assert_eq!(taken("/Users?access_token=a%2Bb"), one("/Users", "a+b"));
        assert_eq!(taken("/Users?count=1&access%5Ftoken=x&filter=y"), one("/Users?count=1&filter=y", "x"));
        assert_eq!(taken("/Users?access_token"), one("/Users", ""));
        assert_eq!(taken("/Users?access_token=a&count=1&access_token=b"), (true, "/Users?count=1".to_owned(), None));
        for none in ["/Users", "/Users?count=1", "/Users?Access_token=a", "/Users?filter=access_token"] {
            assert_eq!(taken(none), (false, none.to_owned(), None));
        }
    }

    #[test]
    fn tokens_are_not_shown_by_debug() {
        let tokens = QueryTokens(vec![Token::given("c4nary".to_owned())]);
        assert!(!format!("{tokens:?}").contains("c4nary"));
    }
}
