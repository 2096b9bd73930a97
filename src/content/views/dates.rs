//! Days, moments and periods.

use std::borrow::Cow;

use serde::Serialize;

use super::PageContext;
use crate::base::date::{Date, Moment, Period};
use crate::content::model::Validity;

/// A day.
#[derive(Clone, Debug, Serialize)]
pub struct DayView<'a> {
    /// The day for machines: `2018-07-01`.
    pub iso: Date,
    /// The day in the page's language: "1 luglio 2018".
    pub text: Cow<'a, str>,
}

/// A moment, in the time zone of the site.
#[derive(Clone, Debug, Serialize)]
pub struct MomentView<'a> {
    /// The moment for machines, with the offset of the site's time zone: `2026-03-14T15:30:00+01:00`.
    pub iso: String,
    /// The day.
    pub day: DayView<'a>,
    /// The time of day: `15:30`.
    pub time: String,
}

/// A period of days.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodView<'a> {
    /// The first day. `none` if it is not known.
    pub from: Option<DayView<'a>>,
    /// The last day. `none` if it is not known or still to come.
    pub until: Option<DayView<'a>>,
    /// Whether the period was over on the site's day (`site.as_of`).
    pub ended: bool,
}

impl<'a> PageContext<'a> {
    pub(super) fn day(&self, date: Date) -> DayView<'a> {
        DayView {
            iso: date,
            text: self.locale.day(date),
        }
    }

    pub(super) fn moment(&self, moment: &Moment) -> MomentView<'a> {
        let zone = self.site.written.zone();
        MomentView {
            iso: moment.in_zone(&zone),
            day: self.day(moment.date(&zone)),
            time: moment.time(&zone),
        }
    }

    /// A period. Returns `None` if neither end is known.
    pub(super) fn period(&self, period: Period) -> Option<PeriodView<'a>> {
        (period != Period::default()).then(|| PeriodView {
            from: period.from.map(|day| self.day(day)),
            until: period.until.map(|day| self.day(day)),
            ended: period.ended_before(self.site.as_of),
        })
    }

    /// A validity as typed. Returns `None` if neither end is known.
    pub(super) fn validity(&self, validity: Option<&Validity>) -> Option<PeriodView<'a>> {
        self.period(validity?.period())
    }
}
