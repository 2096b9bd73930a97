//! The language of the command line.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::messages::UiLanguage;

/// Chooses the language of `--lang`, else that of the environment, else English.
pub fn choose(flag: Option<UiLanguage>) -> UiLanguage {
    flag.unwrap_or_else(|| of_locale(sys_locale::get_locale().as_deref()))
}

/// The language of a locale such as `it-IT`. English for a locale without a catalogue, such as `C` or `POSIX`.
fn of_locale(locale: Option<&str>) -> UiLanguage {
    let language = locale
        .unwrap_or_default()
        .split(['-', '_', '.', '@'])
        .next();
    UiLanguage::ALL
        .into_iter()
        .find(|known| language.is_some_and(|tag| tag.eq_ignore_ascii_case(known.tag())))
        .unwrap_or(UiLanguage::English)
}

impl ValueEnum for UiLanguage {
    fn value_variants<'a>() -> &'a [Self] {
        const { &UiLanguage::ALL }
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.tag()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_locale_is_that_of_its_catalogue() {
        let table = [
            (Some("it-IT"), UiLanguage::Italian),
            (Some("it"), UiLanguage::Italian),
            (Some("it_CH.UTF-8"), UiLanguage::Italian),
            (Some("en-GB"), UiLanguage::English),
            (Some("de-DE"), UiLanguage::English),
            (Some("ita"), UiLanguage::English),
            (Some("C"), UiLanguage::English),
            (Some("POSIX"), UiLanguage::English),
            (Some(""), UiLanguage::English),
            (None, UiLanguage::English),
        ];
        for (locale, expected) in table {
            assert_eq!(of_locale(locale), expected, "{locale:?}");
        }
    }
}
