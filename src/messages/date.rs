//! The Fluent function `DAY($date)`: a date as people write it.

use fluent_bundle::FluentValue;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date as IcuDate;
use icu_locale_core::locale;

use super::UiLanguage;
use crate::base::date::Date;

/// Formats an ISO date, with or without a time. Any other value stays as it is.
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
    let formatted = match Date::parse(text) {
        Some(day) => format(day, language),
        None => format_with_time(text, language),
    };
    formatted.unwrap_or_else(|| text.to_string()).into()
}

/// Formats a date and time to the minute: `1 luglio 2018, 15:30`.
fn format_with_time(text: &str, language: UiLanguage) -> Option<String> {
    let (day, time) = text.split_once(['T', ' '])?;
    let day = format(Date::parse(day)?, language)?;
    let is_clock = |time: &&str| time.as_bytes().get(2) == Some(&b':');
    let time = time.get(..5).filter(is_clock)?;
    Some(format!("{day}, {time}"))
}

/// Formats a date: `1 luglio 2018`, `1 July 2018`.
fn format(day: Date, language: UiLanguage) -> Option<String> {
    let locale = match language {
        UiLanguage::Italian => locale!("it"),
        UiLanguage::English => locale!("en-GB"),
    };
    let (year, month, day) = day.parts();
    let date = IcuDate::try_new_iso(i32::from(year), month, day).ok()?;
    let formatter = DateTimeFormatter::try_new(locale.into(), YMD::long()).ok()?;
    Some(formatter.format(&date).to_string())
}
