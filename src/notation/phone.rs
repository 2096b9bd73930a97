//! Telephone numbers as people write them, which a library understands by the numbering plan of a country.

use icu_locale::{LanguageIdentifier, LocaleExpander};
use phonenumber::{Mode, country};

use crate::base::language::Language;

/// A number as it was meant.
#[derive(Debug, PartialEq, Eq)]
pub struct Meant {
    /// The number in the form of ITU-T E.164: `+390321378851`.
    pub number: String,
    /// Whether it has an extension, which that form does not have.
    pub has_extension: bool,
}

/// What a text is meant as, if it is a number of its country: of the one whose code it begins with after `+`, else of the
/// country of a language. The language says its region (`en-GB`), or else the most likely one is taken.
pub fn meant(text: &str, language: &Language) -> Option<Meant> {
    // A word before the number, as in `tel. 0171 445566`.
    let start = text.find(|c: char| c.is_ascii_digit() || "+(".contains(c))?;
    let number = text.get(start..)?;
    // Of another country, the library would take away the zero that Italian numbers keep.
    let country = if number.starts_with('+') {
        None
    } else {
        country(language)
    };
    let number = phonenumber::parse(country, number).ok()?;
    number.is_valid().then(|| Meant {
        number: phonenumber::format(&number).mode(Mode::E164).to_string(),
        has_extension: number.extension().is_some(),
    })
}

/// A number of the country of a language, as an example.
pub fn example(language: &Language) -> Option<String> {
    let country = country(language)?;
    let country = phonenumber::metadata::DATABASE.by_id(country.as_ref())?;
    let number = country.descriptors().fixed_line()?.example()?;
    Some(format!("+{}{number}", country.country_code()))
}

fn country(language: &Language) -> Option<country::Id> {
    let mut id = LanguageIdentifier::try_from_str(language.as_str()).ok()?;
    if id.region.is_none() {
        let _ = LocaleExpander::new_extended().maximize(&mut id);
    }
    id.region?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_country() {
        for (tag, text, expected) in [
            ("it", "0321/123456", Some("+390321123456")),
            ("it", "tel. 0171 445566", Some("+390171445566")),
            ("it", "0039 (0171) 445566", Some("+390171445566")),
            ("it", "347 123.4567", Some("+393471234567")),
            ("it", "800 123456", Some("+39800123456")),
            ("it", "+49 30 9018-20", Some("+4930901820")),
            ("de", "030/9018-20", Some("+4930901820")),
            ("de", "0049 30 901820", Some("+4930901820")),
            ("de", "0800 1110111", Some("+498001110111")),
            ("de-AT", "01 4000", Some("+4314000")),
            ("en-GB", "020 7946 0000", Some("+442079460000")),
            ("en-GB", "+39 0171 445566", Some("+390171445566")),
            ("sl", "05 335 01 11", Some("+38653350111")),
            ("it", "02 1", None),
            ("it", "0321 123456 - 0321 123457", None),
            ("it", "chiamare Anna", None),
            ("en", "020 7946 0000", None),
            ("it", "", None),
        ] {
            let language = Language::parse(tag).unwrap();
            let found = meant(text, &language).map(|it| it.number);
            assert_eq!(found.as_deref(), expected, "{tag}: {text}");
        }
    }

    #[test]
    fn an_example_is_of_the_country() {
        for (tag, expected) in [("it", "+3902"), ("de", "+49"), ("en-GB", "+44")] {
            let example = example(&Language::parse(tag).unwrap()).unwrap();
            assert!(example.starts_with(expected), "{tag}: {example}");
        }
    }

    #[test]
    fn an_extension_is_noticed() {
        let meant = meant("0321/123456 int. 4", &Language::italian()).unwrap();
        assert_eq!(meant.number, "+390321123456");
        assert!(meant.has_extension);
    }
}
