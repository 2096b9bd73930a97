//! Texts with a syntax, each a type of its own, so that one cannot be taken for another.

use std::borrow::Cow;
use std::fmt;
use std::io;

use arcstr::ArcStr;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::meant;
use super::schema::{Shape, Syntax, Typed};
use super::syntax::{
    is_alias, is_base_url, is_color, is_email, is_host, is_host_and_folder, is_id, is_istat,
    is_phone, is_reference, is_tax_code, is_time_zone, is_warning, is_web_address,
};
use super::value::Value;
use crate::base::code::Code;
use crate::base::date::{Date, PartialDate, When};
use crate::base::interner::intern;
use crate::base::language::Language;

macro_rules! scalars {
    ($($(#[$doc:meta])* $Name:ident = $shape:literal, $code:ident, $admits:expr, $meant:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Name(ArcStr);

        impl $Name {
            /// What such a text must look like.
            pub const SYNTAX: &'static Syntax = &Syntax { name: $shape, code: Code::$code, admits: $admits, meant: $meant };

            /// The text, trimmed. Returns `None` if it does not follow the syntax.
            pub fn parse(text: &str) -> Option<$Name> {
                let admitted = !text.trim().is_empty() && (Self::SYNTAX.admits)(text);
                admitted.then(|| $Name(intern(text.trim())))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Typed for $Name {
            const SHAPE: &'static Shape = &Shape::Text($Name::SYNTAX);

            fn to_value(&self) -> Value {
                Value::Text(self.to_string())
            }
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
    Text = "shape-text", EmptyValue, |_| true, |_| None;
    /// A summary of at most 255 characters, the limit of the Italian templates for public sites.
    Summary = "shape-summary", TooLong, |text| text.trim().chars().count() <= 255, |_| None;
    /// The name of a thing among its kind: ASCII letters, digits, `-`, `_` and `.`, beginning with a
    /// letter or digit, so that it can stand in an address and in a file's name as it is.
    Id = "shape-id", BadId, is_id, meant::id;
    /// The name of a thing, or of a part of it: `coordinamento` or `coordinamento/tavolo-tecnico`.
    Reference = "shape-reference", BadId, is_reference, |_| None;
    /// Whatever is typed where a [`Reference`] goes, so that a title is looked up as well as an id.
    WrittenReference = "shape-reference", EmptyValue, |_| true, |_| None;
    /// A word of a list that a site may extend. Whether the list has it is known to the settings only.
    Term = "shape-word", UnknownValue, |_| true, |_| None;
    /// The code of a warning that an editor may accept.
    WarningCode = "shape-warning", UnknownValue, is_warning, meant::warning;
    /// An e-mail address, as HTML defines a valid one, with a dot in its domain.
    Email = "shape-email", BadEmail, is_email, meant::email;
    /// A telephone number in the international form of ITU-T E.164, or a short national number.
    Phone = "shape-phone", BadPhone, is_phone, |_| None;
    /// An address of the web: `http` or `https`, with a host.
    WebAddress = "shape-url", BadUrl, is_web_address, meant::web_address;
    /// The address of a site, to which the paths of its pages are added: a host and maybe a folder.
    BaseUrl = "shape-base-url", BadBaseUrl, is_base_url, meant::base_url;
    /// The name of a host: `foto.example.it`.
    Host = "shape-host", BadUrl, is_host, |_| None;
    /// The name of a host, and maybe a folder on it: `www.example.it/organi`.
    HostAndFolder = "shape-host-and-folder", BadUrl, is_host_and_folder, |_| None;
    /// A colour as hexadecimal digits of red, green and blue: `#0b4a63` or `#0af` (CSS Color 4 §5.2).
    Color = "shape-color", BadColor, is_color, meant::color;
    /// An old address of a page, from the root of the site: `/novara/coordinamento`.
    Alias = "shape-alias", BadAlias, is_alias, meant::alias;
    /// A code of the Italian statistical office: 2 digits for a region, 3 for a province, 6 for a municipality.
    Istat = "shape-istat", BadNumber, is_istat, |_| None;
    /// The tax code of an organization: 11 digits, the last a check digit (D.M. 23 December 1976).
    TaxCode = "shape-tax-code", BadNumber, is_tax_code, |_| None;
    /// A time zone of the IANA database: `Europe/Rome`.
    TimeZone = "shape-time-zone", BadTimeZone, is_time_zone, |_| None;
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
    ($($Name:ident = $shape:literal, $code:ident, $admits:expr, $meant:expr;)*) => {$(
        impl Typed for $Name {
            const SHAPE: &'static Shape =
                &Shape::Text(&Syntax { name: $shape, code: Code::$code, admits: $admits, meant: $meant });

            fn to_value(&self) -> Value {
                Value::Text(self.to_string())
            }
        }
    )*};
}

texts_with_a_type! {
    Date = "shape-date", BadDate, |text| Date::parse(text).is_some(), meant::date;
    PartialDate = "shape-partial-date", BadDate, |text| PartialDate::parse(text).is_some(), meant::partial_date;
    When = "shape-time", BadTime, |text| When::parse(text).is_some(), meant::when;
    Language = "shape-language", BadLanguage, |text| Language::parse(text).is_some(), |_| None;
}
