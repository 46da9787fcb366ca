//! Spans of time as people write them: `90d`, `12h`, `5m`, `30s`.

/// In microseconds.
const SECOND: i64 = 1_000_000;

/// A span in microseconds.
fn micros(text: &str) -> Option<i64> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let unit = match unit {
        "d" => 86_400,
        "h" => 3_600,
        "m" => 60,
        "s" => 1,
        _ => return None,
    };
    number.parse::<i64>().ok()?.checked_mul(unit)?.checked_mul(SECOND)
}

/// The time so long ago, or the time itself, in microseconds since 1970.
pub fn before(text: &str, now: i64) -> Result<i64, String> {
    let instant = scimd::scim::key::date_time(text).or_else(|| now.checked_sub(micros(text)?));
    instant.ok_or_else(|| {
        format!("{text:?}: give a number of days, hours, minutes or seconds (7d, 12h, 5m, 30s), or a time such as 2030-01-31T00:00:00Z")
    })
}

#[cfg(test)]
mod tests {
    use super::before;

    #[test]
    fn a_time_is_so_long_ago_or_itself() {
        assert_eq!(before("2s", 5_000_000), Ok(3_000_000));
        assert_eq!(before("1h", 3_600_000_000), Ok(0));
        assert_eq!(before("1970-01-01T00:00:01Z", 5), Ok(1_000_000));
        for wrong in ["", "d", "9", "9w", "1.5d", "ä", "99999999999999999d"] {
            assert!(before(wrong, 0).unwrap_err().contains("7d"), "{wrong}");
        }
    }
}
