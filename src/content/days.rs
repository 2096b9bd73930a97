//! Days as a language writes them, each written once: the pages of a site name the same few over and over.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::base::date::Date;

/// The years whose days are kept; those of others are as good, and written every time.
const FIRST: i16 = 1800;
const YEARS: usize = 400;

/// So many days has a year, if every month has 31.
const DAYS: usize = 12 * 31;

/// The days that were written. Many threads ask at once, and none waits for another but where both want the same.
pub(super) struct Days(Box<[OnceLock<Year>]>);

type Year = Box<[OnceLock<Box<str>>]>;

impl Default for Days {
    fn default() -> Days {
        Days(blank(YEARS))
    }
}

impl Days {
    /// A day as it was written before, or as it is written now.
    pub(super) fn once(&self, day: Date, write: impl Fn() -> String) -> Cow<'_, str> {
        match self.place(day) {
            Some(place) => Cow::Borrowed(place.get_or_init(|| write().into())),
            None => Cow::Owned(write()),
        }
    }

    fn place(&self, day: Date) -> Option<&OnceLock<Box<str>>> {
        let (year, month, day) = day.parts();
        let year = self.0.get(usize::try_from(year - FIRST).ok()?)?;
        let day = usize::from(month) * 31 + usize::from(day);
        // Months and days are counted from 1.
        year.get_or_init(|| blank(DAYS)).get(day.checked_sub(32)?)
    }
}

fn blank<T>(count: usize) -> Box<[OnceLock<T>]> {
    (0..count).map(|_| OnceLock::new()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_once_and_for_no_other() {
        let days = Days::default();
        let day = |text| Date::parse(text).unwrap();
        let kept = ["1800-01-01", "2026-01-31", "2026-02-01", "2199-12-31"];
        for text in kept {
            assert_eq!(days.once(day(text), || text.to_owned()), text);
        }
        for text in kept {
            let again = days.once(day(text), || "again".to_owned());
            assert!(matches!(again, Cow::Borrowed(it) if it == text), "{text}");
        }
        for text in ["1321-09-14", "1799-12-31", "2200-01-01", "9999-12-31"] {
            assert_eq!(days.once(day(text), || text.to_owned()), text);
            assert_eq!(days.once(day(text), || "again".to_owned()), "again");
        }
    }
}
