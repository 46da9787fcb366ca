//! Instants as text: `meta.created` and `meta.lastModified` (RFC 7643 §3.1, RFC 3339).

const MICROS_OF_DAY: i64 = 86_400_000_000;

/// An instant, in microseconds since 1970, in UTC: with milliseconds, or with microseconds where it has them, so that a
/// client can ask for exactly the instant that it was shown.
pub fn instant_text(micros: i64) -> String {
    let (year, month, day) = date(micros.div_euclid(MICROS_OF_DAY));
    let of_day = micros.rem_euclid(MICROS_OF_DAY);
    let seconds = of_day / 1_000_000;
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let fraction = of_day % 1_000_000;
    let (fraction, width) = if fraction % 1000 == 0 { (fraction / 1000, 3) } else { (fraction, 6) };
    let mut text = String::with_capacity(28);
    match year {
        0..=9999 => digits(year, 4, &mut text),
        _ => text.push_str(&format!("{year:04}")),
    }
    // Written out, since every answer has two of them.
    for (mark, number, width) in
        [('-', month, 2), ('-', day, 2), ('T', hour, 2), (':', minute, 2), (':', second, 2), ('.', fraction, width)]
    {
        text.push(mark);
        digits(number, width, &mut text);
    }
    text.push('Z');
    text
}

/// Appends the last digits of a number that is not negative.
fn digits(number: i64, width: u32, text: &mut String) {
    for place in (0..width).rev() {
        let digit = u8::try_from(number / 10_i64.pow(place) % 10).unwrap_or_default();
        text.push(char::from(b'0' + digit));
    }
}

/// The date of a day counted from 1970-01-01 in the proleptic Gregorian calendar.
///
/// Years are counted from March here, so that the leap day is the last of its year, and in eras of 400 years, after which
/// the calendar repeats.
fn date(days: i64) -> (i64, i64, i64) {
    const DAYS_OF_ERA: i64 = 146_097;
    let days = days + 719_468; // since 0000-03-01
    let (era, day) = (days.div_euclid(DAYS_OF_ERA), days.rem_euclid(DAYS_OF_ERA));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153; // since March
    let day = day - (153 * month + 2) / 5 + 1;
    let year = era * 400 + year;
    if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_have_three_digits_or_six() {
        assert_eq!(instant_text(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(instant_text(1_234_567_890_123_000), "2009-02-13T23:31:30.123Z");
        assert_eq!(instant_text(1_234_567_890_123_456), "2009-02-13T23:31:30.123456Z");
        assert_eq!(instant_text(1_234_567_890_000_001), "2009-02-13T23:31:30.000001Z");
        assert_eq!(instant_text(-1), "1969-12-31T23:59:59.999999Z");
        assert_eq!(instant_text(-62_135_596_800_000_000), "0001-01-01T00:00:00.000Z");
        assert_eq!(instant_text(253_402_300_799_999_000), "9999-12-31T23:59:59.999Z");
    }

    #[test]
    fn every_day_of_the_years_1_to_9999_follows_the_calendar() {
        let (mut year, mut month, mut day) = (1, 1, 1);
        for days in -719_162..=2_932_896 {
            assert_eq!(date(days), (year, month, day));
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let last = match month {
                2 if leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            (year, month, day) = match (month, day == last) {
                (12, true) => (year + 1, 1, 1),
                (_, true) => (year, month + 1, 1),
                _ => (year, month, day + 1),
            };
        }
        assert_eq!((year, month, day), (10_000, 1, 1));
    }
}
