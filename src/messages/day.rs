//! Days as people write them: `DAY($date)` in a catalogue.

use fluent_bundle::FluentValue;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date as IcuDate;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_locale_core::locale;

use super::UiLanguage;
use crate::base::date::Date;

/// The Fluent function: an ISO day, or a day with a time, becomes words, any other value stays what it is.
pub(super) fn in_words(values: &[FluentValue<'_>], language: UiLanguage) -> FluentValue<'static> {
    match values.first() {
        Some(FluentValue::String(text)) => match Date::parse(text) {
            Some(day) => format(day, language)
                .unwrap_or_else(|| text.to_string())
                .into(),
            None => moment(text, language)
                .unwrap_or_else(|| text.to_string())
                .into(),
        },
        Some(value) => value.into_owned(),
        None => FluentValue::Error,
    }
}

/// A day with the time on it, to the minute: `1 luglio 2018, 15:30`.
fn moment(text: &str, language: UiLanguage) -> Option<String> {
    let (day, time) = text.split_once(['T', ' '])?;
    let day = format(Date::parse(day)?, language)?;
    let minute = time
        .get(..5)
        .filter(|time| time.as_bytes().get(2) == Some(&b':'))?;
    Some(format!("{day}, {minute}"))
}

/// A day with its month in letters, the day first: `1 luglio 2018`, `1 July 2018`.
fn format(day: Date, language: UiLanguage) -> Option<String> {
    let locale = match language {
        UiLanguage::Italian => locale!("it"),
        UiLanguage::English => locale!("en-GB"),
    };
    let (year, month, day) = day.parts();
    let date = IcuDate::try_new_iso(i32::from(year), month, day).ok()?;
    let formatter =
        DateTimeFormatter::try_new(DateTimeFormatterPreferences::from(locale), YMD::long()).ok()?;
    Some(formatter.format(&date).to_string())
}
