//! The days that were formatted in a language. The pages of a site name the same few days over and over.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::base::date::Date;

/// The first year whose days are cached.
const FIRST_YEAR: i16 = 1800;
/// The number of years whose days are cached. Other days are formatted every time.
const YEARS: usize = 400;
/// The number of days in a year, if every month had 31.
const DAYS_PER_YEAR: usize = 12 * 31;

/// Formatted days. Threads that use the cache at once only wait for each other if they want the same day.
pub(super) struct DayCache(Box<[OnceLock<Year>]>);

type Year = Box<[OnceLock<Box<str>>]>;

impl Default for DayCache {
    fn default() -> DayCache {
        DayCache(empty_slots(YEARS))
    }
}

impl DayCache {
    pub(super) fn get_or_format(&self, day: Date, format: impl Fn() -> String) -> Cow<'_, str> {
        match self.slot(day) {
            Some(slot) => Cow::Borrowed(slot.get_or_init(|| format().into())),
            None => Cow::Owned(format()),
        }
    }

    fn slot(&self, day: Date) -> Option<&OnceLock<Box<str>>> {
        let (year, month, day) = day.parts();
        let year = self.0.get(usize::try_from(year - FIRST_YEAR).ok()?)?;
        let (month, day) = (usize::from(month) - 1, usize::from(day) - 1);
        year.get_or_init(|| empty_slots(DAYS_PER_YEAR))
            .get(month * 31 + day)
    }
}

fn empty_slots<T>(count: usize) -> Box<[OnceLock<T>]> {
    (0..count).map(|_| OnceLock::new()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_has_its_own_slot() {
        let cache = DayCache::default();
        let day = |text| Date::parse(text).unwrap();
        let cached = ["1800-01-01", "2026-01-31", "2026-02-01", "2199-12-31"];
        for text in cached {
            assert_eq!(cache.get_or_format(day(text), || text.to_owned()), text);
        }
        for text in cached {
            let again = cache.get_or_format(day(text), || "again".to_owned());
            assert!(matches!(again, Cow::Borrowed(it) if it == text), "{text}");
        }
        for text in ["1321-09-14", "1799-12-31", "2200-01-01", "9999-12-31"] {
            assert_eq!(cache.get_or_format(day(text), || text.to_owned()), text);
            let again = cache.get_or_format(day(text), || "again".to_owned());
            assert_eq!(again, "again");
        }
    }
}
