//! Dates, moments and periods.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::PageContext;
use crate::base::date::{PartialDate, Period, When};
use crate::content::model::Validity;

/// A day; or a month or year, where no more is known.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct DateView<'a> {
    /// The date for machines: `2018-07-01`, `2018-07` or `2018`.
    #[schemars(with = "String")]
    pub iso: PartialDate,
    /// The date in the page's language: "1º luglio 2018", "luglio 2018" or "2018".
    pub text: Cow<'a, str>,
    /// How much is known: `day`, `month` or `year`.
    pub precision: &'static str,
    /// The day of the month, on which the article before a date depends in some languages: `1`. 0 if it is not known.
    pub number: u8,
}

/// A moment, in the time zone of the site; or a day, where the hour is not known.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MomentView<'a> {
    /// The moment for machines, with the offset of the site's time zone: `2026-03-14T15:30:00+01:00`; or the day:
    /// `2026-03-14`.
    pub iso: String,
    /// The day.
    pub day: DateView<'a>,
    /// The time of day: `15:30`. `none` if it is not known.
    pub time: Option<String>,
}

/// A period of days.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct PeriodView<'a> {
    /// The first day. `none` if it is not known.
    pub from: Option<DateView<'a>>,
    /// The last day, inclusive. `none` if it is not known or still to come.
    pub until: Option<DateView<'a>>,
    /// Whether the period was over on the site's day (`site.as_of`), or on that of the page (`page.day`).
    pub ended: bool,
    /// Whether it begins after that day.
    pub begins_later: bool,
}

impl<'a> PageContext<'a> {
    pub(super) fn date(&self, date: impl Into<PartialDate>) -> DateView<'a> {
        let date = date.into();
        DateView {
            iso: date,
            text: self.locale.date(date),
            precision: date.precision().as_str(),
            number: date.day().map_or(0, |day| day.parts().2),
        }
    }

    pub(super) fn moment(&self, when: &When) -> MomentView<'a> {
        let zone = self.site.written.zone();
        MomentView {
            iso: when.in_zone(&zone),
            day: self.date(when.date(&zone)),
            time: when.time(&zone),
        }
    }

    /// A period. Returns `None` if neither end is known.
    pub(super) fn period(&self, period: Period) -> Option<PeriodView<'a>> {
        (period != Period::default()).then(|| PeriodView {
            from: period.from.map(|date| self.date(date)),
            until: period.until.map(|date| self.date(date)),
            ended: period.ended_before(self.as_of),
            begins_later: period.begins_after(self.as_of),
        })
    }

    /// A validity as typed. Returns `None` if neither end is known.
    pub(super) fn validity(&self, validity: Option<&Validity>) -> Option<PeriodView<'a>> {
        self.period(validity?.period())
    }
}
