//! The patterns of texts with a syntax, for JSON Schema. They tell an editor at once what is certainly wrong; a syntax
//! may refuse more.

/// A year whose February has 29 days.
macro_rules! leap_year {
    () => {
        "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
    };
}

/// A month with its day, as the end of a date, but for the 29th of February.
macro_rules! month_and_day {
    () => {
        r"(?:02-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01]))"
    };
}

/// A day, a month or a year.
macro_rules! partial_date {
    () => {
        concat!(
            "(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2]|",
            month_and_day!(),
            "))?|",
            leap_year!(),
            "-02-29)"
        )
    };
}

/// A day.
macro_rules! date {
    () => {
        concat!(
            "(?:[0-9]{4}-",
            month_and_day!(),
            "|",
            leap_year!(),
            "-02-29)"
        )
    };
}

const DATE: &str = concat!(r"^\s*", date!(), r"\s*$");
const PARTIAL_DATE: &str = concat!(r"^\s*", partial_date!(), r"\s*$");
const TIME: &str = concat!(
    r"^\s*",
    date!(),
    r"(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]\S*)?\s*$"
);

/// A regular expression (ECMA-262) that every text of a syntax matches. Each admits blanks around it, as the syntax does.
pub fn pattern(syntax: &str) -> &'static str {
    match syntax {
        "shape-summary" => r"^\s*\S[\s\S]{0,254}\s*$",
        "shape-id" => r"^\s*[A-Za-z0-9][A-Za-z0-9._-]*\s*$",
        "shape-reference" => {
            r"^\s*[A-Za-z0-9][A-Za-z0-9._-]*\s*(?:/\s*[A-Za-z0-9][A-Za-z0-9._-]*\s*)*$"
        }
        "shape-date" => DATE,
        "shape-partial-date" => PARTIAL_DATE,
        "shape-time" => TIME,
        "shape-email" => r"^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$",
        "shape-phone" => r"^\s*(?:\+[1-9][0-9]{5,14}|[0-9]{3,6})\s*$",
        "shape-url" | "shape-base-url" => r"^\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*$",
        "shape-host" => r"^\s*[^\s/:?#@]+\s*$",
        "shape-color" => r"^\s*#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\s*$",
        "shape-alias" => r"^\s*/[^/?#][^?#]*$",
        "shape-istat" => r"^\s*(?:[0-9]{2}|[0-9]{3}|[0-9]{6})\s*$",
        "shape-tax-code" => r"^\s*[0-9]{11}\s*$",
        "shape-language" => r"^\s*[A-Za-z]{2}",
        _ => r"\S",
    }
}

/// The least and the most number that a text of a syntax may be, where it is written without quotes. Zeros before it are
/// not counted: `004078` is one.
pub(super) fn numbers(syntax: &str) -> (i64, i64) {
    match syntax {
        "shape-partial-date" => (1000, 9999),
        "shape-istat" => (0, 999_999),
        "shape-tax-code" => (0, 99_999_999_999),
        "shape-id" | "shape-reference" | "shape-phone" => (0, i64::MAX),
        _ => (i64::MIN, i64::MAX),
    }
}
