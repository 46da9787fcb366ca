//! Trace context (W3C Trace Context, level 1): the trace that a request belongs to, from `traceparent`.

/// The trace and the span of a request's caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trace {
    /// The trace.
    pub trace: u128,
    /// The caller's span.
    pub parent: u64,
}

/// The characters of a version 00 header.
const LENGTH: usize = 55;

impl Trace {
    /// The trace in a header; none if it is not well-formed, or all zeros.
    pub fn parse(header: &str) -> Option<Self> {
        let (fields, rest) = header.trim().split_at_checked(LENGTH)?;
        let mut fields = fields.split('-');
        let mut field = |length: usize| {
            let lower = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
            fields.next().filter(|field| field.len() == length && field.bytes().all(lower))
        };
        let (version, trace, parent, _flags) = (field(2)?, field(32)?, field(16)?, field(2)?);
        // A later version may have more fields, and ff is none.
        if version == "ff" || !rest.is_empty() && (version == "00" || !rest.starts_with('-')) {
            return None;
        }
        let trace = u128::from_str_radix(trace, 16).ok().filter(|trace| *trace != 0)?;
        let parent = u64::from_str_radix(parent, 16).ok().filter(|parent| *parent != 0)?;
        Some(Self { trace, parent })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_traceparent_is_read_to_the_letter() {
        let fine = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        let expected = Trace { trace: 0x4bf9_2f35_77b3_4da6_a3ce_929d_0e0e_4736, parent: 0x00f0_67aa_0ba9_02b7 };
        assert_eq!(Trace::parse(fine), Some(expected));
        assert_eq!(Trace::parse(&format!("{}-what-comes", fine.replacen("00", "cc", 1))), Some(expected));
        for wrong in [
            String::new(),
            fine.to_uppercase(),
            format!("{fine}-more"),
            fine.replacen("00", "ff", 1),
            format!("{}x", fine.replacen("00", "cc", 1)),
            fine.replace("4bf92f3577b34da6a3ce929d0e0e4736", &"0".repeat(32)),
            fine.replace("00f067aa0ba902b7", &"0".repeat(16)),
            fine.replace("-01", "-0x"),
            fine.replace('-', "_"),
            fine[..54].to_owned(),
            format!("00-{}", "é".repeat(40)),
        ] {
            assert_eq!(Trace::parse(&wrong), None, "{wrong}");
        }
    }
}
