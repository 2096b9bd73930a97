//! The Fluent functions of dates: `DAY($date)`, as people write it, and `PRECISION($date)`, how much of it is known.

use fluent_bundle::FluentValue;

use crate::base::date::{Date, PartialDate, Precision};
use crate::content::locale::Locale;

/// Formats an ISO date, with or without day, month or time. Any other value stays as it is.
pub(super) fn format_value(values: &[FluentValue<'_>], locale: &Locale) -> FluentValue<'static> {
    let Some(value) = values.first() else {
        return FluentValue::Error;
    };
    let FluentValue::String(text) = value else {
        return value.into_owned();
    };
    let formatted = match PartialDate::parse(text) {
        Some(date) => Some(locale.date(date).into_owned()),
        None => format_with_time(text, locale),
    };
    formatted.unwrap_or_else(|| text.to_string()).into()
}

/// For selectors: `year` or `month` if no more is known than that, else `day`.
pub(super) fn precision(values: &[FluentValue<'_>]) -> &'static str {
    let date = match values.first() {
        Some(FluentValue::String(text)) => PartialDate::parse(text),
        _ => None,
    };
    date.map_or(Precision::Day, PartialDate::precision).as_str()
}

/// Formats a date and time to the minute: `1º luglio 2018, 15:30`.
fn format_with_time(text: &str, locale: &Locale) -> Option<String> {
    let (day, time) = text.split_once(['T', ' '])?;
    let day = locale.day(Date::parse(day)?);
    let is_clock = |time: &&str| time.as_bytes().get(2) == Some(&b':');
    let time = time.get(..5).filter(is_clock)?;
    Some(format!("{day}, {time}"))
}
