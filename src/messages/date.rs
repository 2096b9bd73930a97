//! The Fluent function `DAY($date)`: a date as people write it.

use fluent_bundle::FluentValue;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::Date as IcuDate;
use icu_locale_core::locale;

use super::UiLanguage;
use crate::base::date::{Date, PartialDate, Precision};

/// Formats an ISO date, with or without day, month or time. Any other value stays as it is.
pub(super) fn format_value(
    values: &[FluentValue<'_>],
    language: UiLanguage,
) -> FluentValue<'static> {
    let Some(value) = values.first() else {
        return FluentValue::Error;
    };
    let FluentValue::String(text) = value else {
        return value.into_owned();
    };
    let formatted = match PartialDate::parse(text) {
        Some(date) => format(date, language),
        None => format_with_time(text, language),
    };
    formatted.unwrap_or_else(|| text.to_string()).into()
}

/// Formats a date and time to the minute: `1 luglio 2018, 15:30`.
fn format_with_time(text: &str, language: UiLanguage) -> Option<String> {
    let (day, time) = text.split_once(['T', ' '])?;
    let day = format(Date::parse(day)?.into(), language)?;
    let is_clock = |time: &&str| time.as_bytes().get(2) == Some(&b':');
    let time = time.get(..5).filter(is_clock)?;
    Some(format!("{day}, {time}"))
}

/// Formats a date: `1 luglio 2018`, `July 2018`, `2018`.
fn format(date: PartialDate, language: UiLanguage) -> Option<String> {
    let locale = match language {
        UiLanguage::Italian => locale!("it"),
        UiLanguage::English => locale!("en-GB"),
    };
    let (year, month, day) = date.first().parts();
    let icu = IcuDate::try_new_iso(i32::from(year), month, day).ok()?;
    Some(match date.precision() {
        Precision::Year => year.to_string(),
        Precision::Month => {
            let formatter = DateTimeFormatter::try_new(locale.into(), YM::long()).ok()?;
            formatter.format(&icu).to_string()
        }
        Precision::Day => {
            let formatter = DateTimeFormatter::try_new(locale.into(), YMD::long()).ok()?;
            formatter.format(&icu).to_string()
        }
    })
}
