//! A form in a body (`application/x-www-form-urlencoded`), read strictly: no parameter twice (RFC 6749 §3.2).

/// What may be there more than once (RFC 8707 §2).
const SEVERAL: &str = "resource";

/// The parameters with a value.
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads a form; an error says what is wrong with it, and repeats no value.
    pub fn parse(body: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(body).map_err(|_| "the form is no UTF-8".to_owned())?;
        let mut parameters: Vec<(String, String)> = Vec::new();
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let malformed = || "the form is not in form encoding, which writes bytes as %XX of UTF-8".to_owned();
            let (name, value) = decode(name).zip(decode(value)).ok_or_else(malformed)?;
            if name != SEVERAL && parameters.iter().any(|(other, _)| *other == name) {
                return Err("a parameter is there more than once; send each once".to_owned());
            }
            parameters.push((name, value));
        }
        Ok(Self(parameters))
    }

    /// Takes the value of a parameter; one without a value is not there (RFC 6749 §3.2).
    pub fn take(&mut self, name: &str) -> Option<String> {
        self.take_all(name).pop()
    }

    /// Takes all values of a parameter.
    pub fn take_all(&mut self, name: &str) -> Vec<String> {
        let taken = self.0.extract_if(.., |(other, _)| other == name);
        taken.map(|(_, value)| value).filter(|value| !value.is_empty()).collect()
    }
}

/// A name or a value of a form: `+` is a blank, `%XX` a byte. None if it is malformed, or no UTF-8.
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        match first {
            b'+' => bytes.push(b' '),
            b'%' => {
                let (digits, behind) = rest.split_at_checked(2)?;
                let digit = |byte: u8| char::from(byte).to_digit(16);
                bytes.push(u8::try_from(digit(digits[0])? * 16 + digit(digits[1])?).ok()?);
                rest = behind;
            }
            byte => bytes.push(*byte),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_decoded() {
        for (text, decoded) in [("a+b", "a b"), ("a%20b%2B%c3%A4", "a b+ä"), ("", ""), ("a-b_c.d~e", "a-b_c.d~e")] {
            assert_eq!(decode(text).as_deref(), Some(decoded));
        }
        for wrong in ["%", "%4", "%4g", "%+1", "%C3", "%ff"] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_parameter_twice_is_refused_and_one_without_a_value_is_not_there() {
        let mut form = Form::parse(b"a=1&b=&resource=x&resource=y&&c").unwrap();
        assert_eq!((form.take("a").as_deref(), form.take("a")), (Some("1"), None));
        assert_eq!((form.take("b"), form.take("c")), (None, None));
        assert_eq!(form.take_all("resource"), ["x", "y"]);
        for wrong in ["a=1&a=2", "a=1&%61=2", "a=&a=1", "a=1&a=1", "a=%", "\u{fffd}=%80"] {
            assert!(Form::parse(wrong.as_bytes()).is_err(), "{wrong}");
        }
        assert!(Form::parse(b"a=\xff").is_err());
    }
}
