//! Whether more people sit at one time than there are places.

use crate::base::date::{Date, PartialDate, Period};

/// A time at which more sit than there are places.
pub(super) struct Crowd {
    /// When the last of them began.
    pub date: PartialDate,
    /// The numbers of those who sit, in order.
    pub sitting: Vec<usize>,
}

/// A holder's number, and the days on which the holder certainly sits.
struct Stay {
    number: usize,
    period: Period,
    /// The first of them.
    start: Date,
    /// The last day, which belongs to who comes next if somebody begins on it.
    end: Option<Date>,
}

/// Finds a time at which more of these holders sit than there are places, whichever days their dates mean.
///
/// Who has no dates sits today. Where dates are known in part, the shortest stay is looked at that they may mean.
pub(super) fn crowd(
    holders: impl Iterator<Item = (usize, Period)>,
    places: usize,
    as_of: Date,
) -> Option<Crowd> {
    let stays = holders.filter(|(_, period)| !period.is_upside_down());
    let mut stays: Vec<Stay> = stays
        .map(|(number, period)| Stay::new(number, period, as_of))
        .collect();
    if stays.len() <= places {
        return None;
    }
    stays.sort_by_key(|stay| (stay.start, stay.number));
    let mut begun: Vec<&Stay> = Vec::new();
    for beginning in stays.chunk_by(|one, next| one.start == next.start) {
        if begun.len() >= places {
            begun.retain(|stay| !stay.is_long_over(beginning));
        }
        begun.extend(beginning.iter().filter(|stay| !stay.is_short()));
        if begun.len() < places {
            continue;
        }
        for newest in beginning {
            let others = begun.iter().filter(|it| it.number != newest.number);
            let others = others.filter(|it| it.meets(newest));
            let mut sitting: Vec<usize> = others.map(|it| it.number).collect();
            sitting.push(newest.number);
            if sitting.len() > places {
                sitting.sort_unstable();
                return Some(Crowd {
                    date: newest.period.from.unwrap_or(newest.start.into()),
                    sitting,
                });
            }
        }
    }
    None
}

/// The last day that a date may mean is fewer days than this after the first.
const MAX_DOUBT: i64 = 366;

impl Stay {
    fn new(number: usize, period: Period, as_of: Date) -> Stay {
        let end = period.until.map(|until| until.first());
        let start = period.from.map(|from| from.last());
        Stay {
            number,
            period,
            start: start.unwrap_or_else(|| end.map_or(as_of, |end| end.min(as_of))),
            end,
        }
    }

    /// Whether it may be over on the day on which it begins.
    fn is_short(&self) -> bool {
        self.end.is_some_and(|end| end <= self.start)
    }

    /// Whether it was over before whatever begins with these or after them.
    fn is_long_over(&self, beginning: &[Stay]) -> bool {
        let first = beginning.first().map(|it| it.start);
        let days = self
            .end
            .zip(first)
            .map(|(end, first)| first.days_since(end));
        days.is_some_and(|days| days > MAX_DOUBT)
    }

    /// Whether it goes on when `newest` begins. A short stay may lie anywhere between its dates, so only what goes on
    /// before and after all of them meets it.
    fn meets(&self, newest: &Stay) -> bool {
        let goes_on_after = |day: Date| self.end.is_none_or(|end| day < end);
        if self.is_short() {
            return false;
        }
        match (newest.is_short(), newest.period.from, newest.period.until) {
            (false, ..) => self.start <= newest.start && goes_on_after(newest.start),
            (true, Some(from), Some(until)) => {
                self.start < from.first() && goes_on_after(until.last())
            }
            (true, ..) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    /// Whether these stays, `from/until`, need more than one place.
    fn is_crowd(stays: &[&str]) -> bool {
        let periods = stays.iter().map(|stay| {
            let (from, until) = stay.split_once('/').unwrap();
            Period {
                from: PartialDate::parse(from),
                until: PartialDate::parse(until),
            }
        });
        crowd(periods.enumerate(), 1, Date::parse("2026-06-01").unwrap()).is_some()
    }

    #[test]
    fn what_must_be_is_found_and_nothing_else() {
        for (stays, expected) in [
            // A handover, and a day too many.
            (["2020-01-01/2020-05-31", "2020-05-31/"], false),
            (["2020-01-01/2020-05-31", "2020-05-30/"], true),
            (["2020-05-31/", "2020-01-01/2020-05-31"], false),
            // Known in part: it need not be.
            (["2005/2010", "2010/2015"], false),
            (["2005/2010-03", "2010/2015"], false),
            (["2005/2011", "2010/2015"], true),
            (["2005/2011", "2010-12/2015"], true),
            (["2010/2010", "2010/2010"], false),
            (["2010-08/", "2010/2010-09"], false),
            (["2010-08/", "2010-08-01/2010-09"], true),
            // A day, or some days, in the midst of another's mandate.
            (["2020-01-01/2020-12-31", "2020-06-01/2020-06-01"], true),
            (["2005/2015", "2010/2010"], true),
            (["2010-06/2015", "2010/2010"], false),
            (["2020-06-01/2020-06-01", "2020-06-01/2020-06-01"], false),
            // Unknown beginnings and ends.
            (["/", "/"], true),
            (["/", "2005/2010"], false),
            (["/2010", "/2015"], false),
            (["/2010", "2005/2015"], false),
            (["/", "2030/"], true),
            (["2005/", "2015/"], true),
            // A fault of its own.
            (["2015/2010", "2005/2020"], false),
        ] {
            assert_eq!(is_crowd(&stays), expected, "{stays:?}");
        }
    }
}
