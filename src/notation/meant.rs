//! What an editor may have meant by a text that does not follow its syntax. It is proposed only if it does follow it.

use super::suggest::nearest;
use super::syntax::is_warning;
use crate::base::code::Code;
use crate::base::date::{Date, When};

/// The beginnings of the names of the months, Italian, English and German.
const MONTHS: [&[&str]; 12] = [
    &["gen", "jan", "jän"],
    &["feb"],
    &["mar", "mär", "maer"],
    &["apr"],
    &["mag", "may", "mai"],
    &["giu", "jun"],
    &["lug", "jul"],
    &["ago", "aug"],
    &["set", "sep"],
    &["ott", "oct", "okt"],
    &["nov"],
    &["dic", "dec", "dez"],
];

/// A day: `2026-03-14` for `14/3/2026`, `14 marzo 2026`, `March 14, 2026` or `2026-3-14`.
pub(super) fn date(text: &str) -> Option<String> {
    day(&numbers(text)?)
}

/// A day, or a month of a year: `2026-03` for `marzo 2026`.
pub(super) fn partial_date(text: &str) -> Option<String> {
    let numbers = numbers(text)?;
    match *numbers {
        [month @ 1..=12, year @ 1000..=9999] | [year @ 1000..=9999, month @ 1..=12] => {
            Some(format!("{year}-{month:02}"))
        }
        _ => day(&numbers),
    }
}

/// A day, or a day with its time: `2026-03-14T15:30` for `14/3/2026, ore 15.30`.
pub(super) fn when(text: &str) -> Option<String> {
    let numbers = numbers(&text.replace('T', " "))?;
    if numbers.len() == 3 {
        return day(&numbers);
    }
    let (hour, minute) = match numbers.as_slice() {
        [_, _, _, hour, minute] => (hour, minute),
        [_, _, _, hour] => (hour, &0),
        _ => return None,
    };
    let day = day(numbers.get(..3)?)?;
    Some(format!("{day}T{hour:02}:{minute:02}"))
}

/// A period: `{from: 2024-03-01, until: 2026}` for `dal 1/3/2024 al 2026`.
pub(super) fn period(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let after = |words: &[&str]| {
        let mut rests = words.iter().filter_map(|word| text.strip_prefix(word));
        rests.next().map(str::trim)
    };
    let until = after(&["fino al ", "fino a ", "al ", "until ", "bis zum ", "bis "]);
    if let Some(until) = until {
        return Some(format!("{{until: {}}}", known_date(until)?));
    }
    let rest = after(&[
        "dal ", "dall'", "da ", "from ", "since ", "vom ", "ab ", "seit ",
    ]);
    let rest = rest.unwrap_or(&text);
    const BETWEEN: [&str; 7] = [
        " fino al ",
        " al ",
        " a ",
        " to ",
        " until ",
        " bis ",
        " - ",
    ];
    let ends = BETWEEN.iter().find_map(|word| rest.split_once(word));
    match ends {
        Some((from, until)) => {
            let (from, until) = (known_date(from)?, known_date(until)?);
            Some(format!("{{from: {from}, until: {until}}}"))
        }
        None => Some(format!("{{from: {}}}", known_date(rest)?)),
    }
}

fn known_date(text: &str) -> Option<String> {
    let text = text.trim();
    let is_year = text.len() == 4 && text.bytes().all(|it| it.is_ascii_digit());
    match is_year {
        true => Some(text.to_owned()),
        false => partial_date(text),
    }
}

/// A small number that is written as a word.
pub(super) fn number_in_words(text: &str) -> Option<i64> {
    const WORDS: [[&str; 3]; 12] = [
        ["uno", "one", "eins"],
        ["due", "two", "zwei"],
        ["tre", "three", "drei"],
        ["quattro", "four", "vier"],
        ["cinque", "five", "fünf"],
        ["sei", "six", "sechs"],
        ["sette", "seven", "sieben"],
        ["otto", "eight", "acht"],
        ["nove", "nine", "neun"],
        ["dieci", "ten", "zehn"],
        ["undici", "eleven", "elf"],
        ["dodici", "twelve", "zwölf"],
    ];
    let word = text.trim().to_lowercase();
    let at = WORDS
        .iter()
        .position(|words| words.contains(&word.as_str()))?;
    i64::try_from(at + 1).ok()
}

/// A day, maybe with its time, in a text of several words: `2026-03-03` in "Seduta del 3 marzo 2026".
pub fn when_in(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let lengths = (1..=words.len()).rev();
    let mut parts = lengths.flat_map(|length| words.windows(length));
    parts.find_map(|part| when(&part.join(" ")).filter(|it| When::parse(it).is_some()))
}

/// An address with its scheme.
pub(super) fn web_address(text: &str) -> Option<String> {
    let address = text.trim().trim_start_matches('/');
    let has_host = address.contains('.') && !address.contains([' ', '@', ':']);
    has_host.then(|| format!("https://{address}"))
}

/// An address without user, password, query and anchor, as browsers write it.
pub(super) fn base_url(text: &str) -> Option<String> {
    let address = web_address(text).unwrap_or_else(|| text.trim().to_owned());
    let mut url = url::Url::parse(&address).ok()?;
    url.set_query(None);
    url.set_fragment(None);
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    // The page that the browser shows.
    let folder = url
        .path()
        .rsplit_once('/')
        .filter(|(_, file)| file.contains(".htm"));
    if let Some(folder) = folder.map(|(folder, _)| format!("{folder}/")) {
        url.set_path(&folder);
    }
    Some(url.into())
}

/// An address without what stands around it in a letter.
pub(super) fn email(text: &str) -> Option<String> {
    let address = text.trim().trim_start_matches("mailto:");
    Some(address.trim_matches(['<', '>', ' ']).to_owned())
}

/// A colour with its sign.
pub(super) fn color(text: &str) -> Option<String> {
    Some(format!("#{}", text.trim()))
}

/// A path from the root, also of a whole address.
pub(super) fn alias(text: &str) -> Option<String> {
    let path = match text.trim().split_once("://") {
        Some((_, address)) => address.split_once('/')?.1,
        None => text.trim(),
    };
    Some(format!("/{}", path.replace('\\', "/")))
}

/// An id that is made of a title.
pub(super) fn id(text: &str) -> Option<String> {
    Some(slug::slugify(text))
}

/// The first two-digit year that is one of the last century: acts are older than mandates are long.
const LAST_CENTURY: u32 = 50;

fn day(numbers: &[u32]) -> Option<String> {
    let [first, month, last] = *numbers else {
        return None;
    };
    let (day, year) = match (first, last) {
        (1000.., day) => (day, first),
        (day, 1000..) => (day, last),
        (day, 0..LAST_CENTURY) => (day, 2000 + last),
        (day, LAST_CENTURY..100) => (day, 1900 + last),
        _ => return None,
    };
    Some(format!("{year}-{month:02}-{day:02}"))
}

/// The last day of a month, for one after it: `2024-06-30` for `2024-06-31`.
pub(super) fn last_day(text: &str) -> Option<String> {
    let day = date(text)?;
    let (month, number) = day.rsplit_once('-')?;
    let is_known = matches!(number.parse(), Ok(29..=31_u32));
    let days = ["30", "29", "28"].into_iter();
    let mut days = days.map(|number| format!("{month}-{number}"));
    days.find(|it| is_known && Date::parse(it).is_some())
}

/// The words for an end that has not come.
const STILL: &[&str] = &[
    "in carica",
    "in corso",
    "tuttora",
    "ad oggi",
    "a oggi",
    "oggi",
    "attuale",
    "attualmente",
    "current",
    "ongoing",
    "present",
    "today",
    "now",
    "heute",
    "laufend",
    "im amt",
];

/// Whether a text says that an end has not come.
pub(super) fn is_still(text: &str) -> bool {
    STILL.contains(&text.trim().to_lowercase().as_str())
}

/// The numbers in a text, and the months as numbers, after the day. `None` if there are words that are neither.
fn numbers(text: &str) -> Option<Vec<u32>> {
    const FILLERS: [&str; 9] = ["", "ore", "alle", "h", "del", "dell", "at", "um", "Uhr"];
    let words = text.split(|c: char| !c.is_alphanumeric() || c == 'º');
    let words: Vec<&str> = words.filter(|word| !FILLERS.contains(word)).collect();
    let numbers = words
        .iter()
        .map(|word| number(word).or_else(|| month(word)));
    let mut numbers: Vec<u32> = numbers.collect::<Option<_>>()?;
    // March 4, 2026
    if let (Some(name), [_, 1..=31, _, ..]) = (words.first(), &*numbers)
        && number(name).is_none()
    {
        numbers.swap(0, 1);
    }
    Some(numbers)
}

/// A number, also as English counts days: `4th`.
fn number(word: &str) -> Option<u32> {
    const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];
    let digits = ORDINALS.iter().find_map(|end| word.strip_suffix(end));
    digits.unwrap_or(word).parse().ok()
}

fn month(word: &str) -> Option<u32> {
    let begins = |names: &&[&str]| {
        names
            .iter()
            .any(|name| word.to_lowercase().starts_with(name))
    };
    let at = MONTHS.iter().position(begins)?;
    u32::try_from(at + 1).ok()
}

/// The code of a warning that is most like this text.
pub(super) fn warning(text: &str) -> Option<String> {
    let codes = Code::ALL.iter().map(|code| code.slug());
    let warnings = codes.filter(|it| is_warning(it));
    nearest(text.trim(), warnings).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_understood_as_each_language_writes_it() {
        for (text, meant) in [
            ("March 4, 2020", "2020-03-04"),
            ("May 5th 2015", "2015-05-05"),
            ("4 March 2020", "2020-03-04"),
            ("3. März 2027", "2027-03-03"),
            ("3. Maerz 2027", "2027-03-03"),
            ("1. Mai 2021", "2021-05-01"),
            ("5. Jänner 2022", "2022-01-05"),
            ("7. Dezember 2022", "2022-12-07"),
        ] {
            assert_eq!(date(text).as_deref(), Some(meant), "{text}");
        }
        for (text, meant) in [
            ("Seduta dell'8 aprile 2027, ore 15.30", "2027-04-08T15:30"),
            ("Sitzung vom 3. März 2027 um 10 Uhr", "2027-03-03T10:00"),
            ("Meeting of March 4, 2027", "2027-03-04"),
        ] {
            assert_eq!(when_in(text).as_deref(), Some(meant), "{text}");
        }
        assert_eq!(partial_date("Mai 2021").as_deref(), Some("2021-05"));
    }

    #[test]
    fn a_year_of_two_digits_is_one_of_this_century_or_of_the_last() {
        for (text, meant) in [
            ("14/3/26", "2026-03-14"),
            ("31.12.49", "2049-12-31"),
            ("12-3-98", "1998-03-12"),
            ("1/3/62", "1962-03-01"),
        ] {
            assert_eq!(date(text).as_deref(), Some(meant), "{text}");
        }
    }
}
