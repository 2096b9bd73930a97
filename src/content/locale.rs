//! Dates and the order of words by the rules of a language (Unicode CLDR, through ICU).

use std::borrow::Cow;
use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::Date as IcuDate;
use icu_locale_core::Locale as IcuLocale;

use super::day_cache::DayCache;
use crate::base::date::{Date, PartialDate, Precision};
use crate::base::language::Language;

/// The rules of one language.
pub struct Locale {
    /// The language.
    pub language: Language,
    date_format: Option<DateTimeFormatter<YMD>>,
    month_format: Option<DateTimeFormatter<YM>>,
    days: DayCache,
    collator: Option<CollatorBorrowed<'static>>,
    /// A collator for which letters that differ only in accents and case are the same.
    letter_collator: Option<CollatorBorrowed<'static>>,
}

impl Locale {
    /// The rules of a language. If ICU does not know the language, dates are in ISO 8601 and words are sorted
    /// by their characters.
    pub fn new(language: &Language) -> Locale {
        let tag = match language.as_str() {
            // Without a country it is meant as in Europe: 1 July 2018.
            "en" => "en-GB",
            tag => tag,
        };
        let locale: Option<IcuLocale> = tag.parse().ok();
        let collator = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = strength;
            let mut preferences = CollatorPreferences::from(locale.as_ref()?);
            // "Ambito 2" before "Ambito 10".
            preferences.numeric_ordering = Some(CollationNumericOrdering::True);
            Collator::try_new(preferences, options).ok()
        };
        Locale {
            language: language.clone(),
            date_format: locale.as_ref().and_then(date_format),
            month_format: locale.as_ref().and_then(month_format),
            days: DayCache::default(),
            collator: collator(None),
            letter_collator: collator(Some(Strength::Primary)),
        }
    }

    /// A date in the long form: "1º luglio 2018", "luglio 2018" or "2018".
    pub fn date(&self, date: PartialDate) -> Cow<'_, str> {
        let (year, month, day) = date.first().parts();
        match date.precision() {
            Precision::Day => self.day(date.first()),
            Precision::Year => Cow::Owned(year.to_string()),
            Precision::Month => {
                let icu = IcuDate::try_new_iso(i32::from(year), month, day).ok();
                let format = self.month_format.as_ref().zip(icu);
                let text = format.map(|(format, icu)| format.format(&icu).to_string());
                Cow::Owned(text.unwrap_or_else(|| date.to_string()))
            }
        }
    }

    /// A day in the long form: "1º luglio 2018".
    pub fn day(&self, date: Date) -> Cow<'_, str> {
        self.days.get_or_format(date, || self.format_day(date))
    }

    fn format_day(&self, date: Date) -> String {
        let (year, month, day) = date.parts();
        let icu = IcuDate::try_new_iso(i32::from(year), month, day).ok();
        match (&self.date_format, icu) {
            (Some(formatter), Some(icu)) => self.with_ordinal(formatter.format(&icu).to_string()),
            _ => date.to_string(),
        }
    }

    /// Writes the first day of a month as people do, which Unicode CLDR leaves out: "1º luglio 2018".
    fn with_ordinal(&self, day: String) -> String {
        let first = match self.language.base() {
            "it" => "1º ",
            "fr" => "1er ",
            _ => "1 ",
        };
        match day.strip_prefix("1 ") {
            Some(rest) => format!("{first}{rest}"),
            None => day,
        }
    }

    /// Makes bytes that sort as the word does.
    pub fn sort_key(&self, word: &str) -> Box<[u8]> {
        let mut key = Vec::new();
        if let Some(collator) = &self.collator {
            let Ok(()) = collator.write_sort_key_to(word, &mut key);
        }
        // The word itself decides last, as in `compare`. No key has a zero byte in it.
        key.push(0);
        key.extend(word.as_bytes());
        key.into()
    }

    /// The letter of a word in an index. It has no accent if the accented letter is none of the language.
    /// Returns `0-9` for all figures, and `#` for a word without letters and figures.
    pub fn initial(&self, word: &str) -> String {
        match word.chars().find(|it| it.is_alphanumeric()) {
            None => "#".to_owned(),
            Some(figure) if figure.is_numeric() => "0-9".to_owned(),
            Some(letter) => {
                let letter: String = letter.to_uppercase().take(1).collect();
                let mut plain = ('A'..='Z').map(String::from);
                let plain = plain.find(|plain| self.is_same_letter(plain, &letter));
                plain.unwrap_or(letter)
            }
        }
    }

    fn is_same_letter(&self, a: &str, b: &str) -> bool {
        let collator = self.letter_collator.as_ref();
        a == b || collator.is_some_and(|it| it.compare(a, b) == Ordering::Equal)
    }

    /// The order of two words.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        match &self.collator {
            _ if a == b => Ordering::Equal,
            Some(collator) => collator.compare(a, b).then_with(|| a.cmp(b)),
            None => a.cmp(b),
        }
    }
}

fn date_format(locale: &IcuLocale) -> Option<DateTimeFormatter<YMD>> {
    let of = |locale: &IcuLocale| DateTimeFormatter::try_new(locale.into(), YMD::long()).ok();
    let day = IcuDate::try_new_iso(2018, 7, 1).ok()?;
    let show = |format: &DateTimeFormatter<_>| format.format(&day).to_string();
    known(of(locale)?, of(&IcuLocale::UNKNOWN)?, show)
}

fn month_format(locale: &IcuLocale) -> Option<DateTimeFormatter<YM>> {
    let of = |locale: &IcuLocale| DateTimeFormatter::try_new(locale.into(), YM::long()).ok();
    let day = IcuDate::try_new_iso(2018, 7, 1).ok()?;
    let show = |format: &DateTimeFormatter<_>| format.format(&day).to_string();
    known(of(locale)?, of(&IcuLocale::UNKNOWN)?, show)
}

/// The format of a language. Returns `None` if it is that of the root locale ("2018 M07 1"), which nobody uses.
fn known<F>(own: F, root: F, show: impl Fn(&F) -> String) -> Option<F> {
    (show(&own) != show(&root)).then_some(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::new(&Language::parse(tag).unwrap())
    }

    #[test]
    fn days_have_the_format_of_the_language() {
        let day = Date::parse("2018-07-01").unwrap();
        let table = [
            ("it", "1º luglio 2018"),
            ("de", "1. Juli 2018"),
            ("en", "1 July 2018"),
            ("en-US", "July 1, 2018"),
            ("fr", "1er juillet 2018"),
            ("sl", "01. julij 2018"),
            ("lld", "1 de messé 2018"),
            // ICU does not know the date format of Mòcheno.
            ("mhn", "2018-07-01"),
        ];
        for (tag, expected) in table {
            assert_eq!(locale(tag).day(day), expected, "{tag}");
        }
    }

    #[test]
    fn dates_say_what_is_known() {
        for (tag, date, expected) in [
            ("it", "2010", "2010"),
            ("it", "2010-08", "agosto 2010"),
            ("it", "2010-08-19", "19 agosto 2010"),
            ("de", "2010-03", "März 2010"),
            ("en", "2010-08", "August 2010"),
            ("sl", "2010-08", "avgust 2010"),
            ("mhn", "2010-08", "2010-08"),
        ] {
            let date = PartialDate::parse(date).unwrap();
            assert_eq!(locale(tag).date(date), expected, "{tag}");
        }
    }

    #[test]
    fn words_have_the_order_of_the_language() {
        let sorted = |tag: &str, words: &[&'static str]| {
            let locale = locale(tag);
            let mut words = words.to_vec();
            words.sort_by(|a, b| locale.compare(a, b));
            let mut keyed = words.clone();
            keyed.sort_by_key(|word| locale.sort_key(word));
            assert_eq!(words, keyed, "{tag}");
            words
        };
        let numbered = [
            "Ambito 10",
            "Ambito 2",
            "Ambito 1 bis",
            "2.10",
            "2.9",
            "Legge 328/2000",
        ];
        let expected = [
            "2.9",
            "2.10",
            "Ambito 1 bis",
            "Ambito 2",
            "Ambito 10",
            "Legge 328/2000",
        ];
        for tag in ["it", "de", "ar", "mhn"] {
            assert_eq!(sorted(tag, &numbered), expected, "{tag}");
        }
        let words = ["Zug", "Ärzte", "Čas", "Cena", "Dan"];
        assert_eq!(sorted("de", &words), ["Ärzte", "Čas", "Cena", "Dan", "Zug"]);
        assert_eq!(sorted("sl", &words), ["Ärzte", "Cena", "Čas", "Dan", "Zug"]);
        assert_eq!(
            sorted("lld", &words),
            ["Ärzte", "Čas", "Cena", "Dan", "Zug"]
        );
    }

    #[test]
    fn initials_are_letters_of_the_language() {
        for (language, word, letter) in [
            ("it", "atti", "A"),
            ("it", "Èze", "E"),
            ("it", "«Tavolo»", "T"),
            ("it", "328/2000", "0-9"),
            ("it", "…", "#"),
            ("it", "", "#"),
            ("de", "Ämter", "A"),
            ("sl", "Županija", "Ž"),
            ("sv", "Åland", "Å"),
            ("it", "Åland", "A"),
            ("el", "δήμος", "Δ"),
        ] {
            assert_eq!(locale(language).initial(word), letter, "{language} {word}");
        }
    }
}
