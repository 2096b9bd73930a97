//! Texts with a syntax: each a type of its own, so that a checked text cannot be taken for another.

use std::borrow::Cow;
use std::fmt;
use std::io;

use arcstr::ArcStr;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::shape::{Shape, Syntax, Typed};
use crate::base::code::Code;
use crate::base::date::{Date, Moment};
use crate::base::interned::interned;
use crate::base::language::Language;

pub use super::yaml::Free;

macro_rules! scalars {
    ($($(#[$doc:meta])* $Name:ident = $shape:literal, $code:ident, $admits:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Name(ArcStr);

        impl $Name {
            /// What a text must be to be one.
            pub const SYNTAX: &'static Syntax = &Syntax { name: $shape, code: Code::$code, admits: $admits };

            /// The text as one, without the white space around it, if it follows the syntax.
            pub fn parse(text: &str) -> Option<$Name> {
                let admitted = !text.trim().is_empty() && (Self::SYNTAX.admits)(text);
                admitted.then(|| $Name(interned(text.trim())))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Typed for $Name {
            const SHAPE: &'static Shape = &Shape::Text($Name::SYNTAX);
        }

        impl borsh::BorshSerialize for $Name {
            fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
                borsh::BorshSerialize::serialize(&*self.0, writer)
            }
        }

        impl borsh::BorshDeserialize for $Name {
            fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
                read_text(reader).map($Name)
            }
        }

        impl<'de> Deserialize<'de> for $Name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Cow::<str>::deserialize(deserializer)?;
                $Name::parse(&text).ok_or_else(|| serde::de::Error::custom(concat!("not a ", $shape)))
            }
        }

        impl Serialize for $Name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::ops::Deref for $Name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $Name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    )*};
}

scalars! {
    /// Any text with something in it.
    Text = "shape-text", EmptyValue, |_| true;
    /// A summary of at most 255 characters, the limit of the Italian templates for public sites.
    Summary = "shape-summary", TooLong, |text| text.trim().chars().count() <= 255;
    /// The name of a thing among its kind: ASCII letters, digits, `-`, `_` and `.`, beginning with a
    /// letter or digit, so that it can stand in an address and in a file's name as it is.
    Id = "shape-id", BadId, is_id;
    /// The name of a thing, or of a part of it: `coordinamento` or `coordinamento/tavolo-tecnico`.
    Reference = "shape-id", BadId, |text| text.trim().split('/').all(is_id);
    /// A word of a list that a site may extend: lower case letters, digits, `-` and `_`.
    Term = "shape-word", UnknownValue, is_term;
    /// An e-mail address, as HTML defines a valid one, with a dot in its domain.
    Email = "shape-email", BadEmail, is_email;
    /// A telephone number in the international form of ITU-T E.164, or a short national number.
    Phone = "shape-phone", BadPhone, is_phone;
    /// An address of the web: `http` or `https`, with a host.
    WebAddress = "shape-url", BadUrl, is_web_address;
    /// A colour as hexadecimal digits of red, green and blue: `#0b4a63` or `#0af` (CSS Color 4 §5.2).
    Color = "shape-color", BadColor, is_color;
    /// An old address of a page, from the root of the site: `/novara/coordinamento`.
    Alias = "shape-alias", BadAlias, is_alias;
    /// A code of the Italian statistical office: 2 digits for a region, 3 for a province, 6 for a municipality.
    Istat = "shape-istat", BadNumber, |text| matches!(text.trim().len(), 2 | 3 | 6) && all_digits(text);
    /// The tax code of an organization: 11 digits, the last a check digit (D.M. 23 December 1976).
    TaxCode = "shape-tax-code", BadNumber, is_tax_code;
    /// A time zone of the IANA database: `Europe/Rome`.
    TimeZone = "shape-time-zone", BadTimeZone, |text| jiff::tz::TimeZone::get(text.trim()).is_ok();
}

/// Reads a text as Borsh writes it. There are many, and nearly all are short.
fn read_text<R: io::Read>(reader: &mut R) -> io::Result<ArcStr> {
    let length = <u32 as borsh::BorshDeserialize>::deserialize_reader(reader)?;
    let mut short = [0; 128];
    match short.get_mut(..length as usize) {
        Some(bytes) => {
            reader.read_exact(bytes)?;
            let text = std::str::from_utf8(bytes).map_err(io::Error::other)?;
            Ok(text.into())
        }
        None => {
            let mut text = String::new();
            let mut rest = io::Read::take(reader, length.into());
            io::Read::read_to_string(&mut rest, &mut text)?;
            let is_whole = text.len() == length as usize;
            is_whole
                .then(|| text.into())
                .ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
        }
    }
}

macro_rules! texts_with_a_type {
    ($($Name:ident = $shape:literal, $code:ident, $admits:expr;)*) => {$(
        impl Typed for $Name {
            const SHAPE: &'static Shape =
                &Shape::Text(&Syntax { name: $shape, code: Code::$code, admits: $admits });
        }
    )*};
}

texts_with_a_type! {
    Date = "shape-date", BadDate, |text| Date::parse(text).is_some();
    Moment = "shape-time", BadTime, |text| Moment::parse(text).is_some();
    Language = "shape-language", BadLanguage, |text| Language::parse(text).is_some();
}

impl Typed for Free {
    const SHAPE: &'static Shape = &Shape::Free;

    fn absent() -> Option<Self> {
        Some(Free::default())
    }
}

/// Whether a text can be an id.
pub fn is_id(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

fn is_term(text: &str) -> bool {
    let text = text.trim();
    text.bytes().all(|byte| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_')
    })
}

fn all_digits(text: &str) -> bool {
    text.trim().bytes().all(|byte| byte.is_ascii_digit())
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.trim().split_once('@') else {
        return false;
    };
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte))
        && domain.contains('.')
        && domain.split('.').all(label)
}

fn is_phone(text: &str) -> bool {
    let text = text.trim();
    match text.strip_prefix('+') {
        Some(number) => {
            (6..=15).contains(&number.len()) && all_digits(number) && !number.starts_with('0')
        }
        None => (3..=6).contains(&text.len()) && all_digits(text),
    }
}

fn is_web_address(text: &str) -> bool {
    url::Url::parse(text.trim())
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

fn is_color(text: &str) -> bool {
    let digits = text.trim().strip_prefix('#').unwrap_or_default();
    matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_alias(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('/')
        && text.len() > 1
        && !text.starts_with("//")
        && !text.contains(['?', '#', '\\', ':', '\0'])
        && !text.split('/').any(|part| matches!(part, "." | ".."))
        && !text.contains(char::is_control)
}

fn is_tax_code(text: &str) -> bool {
    let digits: Vec<u32> = text
        .trim()
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .collect();
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    text.trim().len() == 11 && digits.len() == 11 && sum.is_multiple_of(10)
}
