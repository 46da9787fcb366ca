//! Pages of the administration's lists: so many behind the last one of the page before.

use crate::scim::{
    error::{Error, ErrorKind},
    limits,
};

/// How many items a page has, from the parameter `limit`.
pub fn limit(asked: Option<i64>) -> Result<usize, Error> {
    let most = limits::MAX_RESULTS;
    let limit = match asked {
        None => Some(limits::DEFAULT_PAGE),
        Some(asked) => u64::try_from(asked).ok().filter(|asked| (1..=most).contains(asked)),
    };
    limit
        .and_then(|limit| usize::try_from(limit).ok())
        .ok_or_else(|| Error::new(ErrorKind::InvalidValue, format!("limit: use 1 to {most}")))
}

/// A page of `limit` items out of one more than that, if there are so many, and what the next page is behind.
pub fn page<T>(mut items: Vec<T>, limit: usize, place: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(place);
    (items, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_page_has_no_next_one() {
        let number = |item: &i32| item.to_string();
        assert_eq!(page(vec![1, 2, 3], 2, number), (vec![1, 2], Some("2".to_owned())));
        assert_eq!(page(vec![1, 2], 2, number), (vec![1, 2], None));
        assert_eq!(page(Vec::new(), 2, number), (Vec::new(), None));
    }

    #[test]
    fn a_limit_is_within_its_bounds() {
        assert_eq!(limit(None).unwrap(), 100);
        assert_eq!(limit(Some(1)).unwrap(), 1);
        for wrong in [0, -1, 1001, i64::MAX] {
            assert!(limit(Some(wrong)).unwrap_err().detail.contains("1000"), "{wrong}");
        }
    }
}
