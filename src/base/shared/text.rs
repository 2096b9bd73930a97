//! Texts that many hold.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::io::{self, Read, Write};
use std::ops::Deref;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::{book, writing};

/// A text that many hold. It is understood with what it is in: it is too small to wait.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SharedStr(Arc<str>);

/// What is written is once in it, whoever holds it there.
impl BorshSerialize for SharedStr {
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        match writing::name_text(&self.0) {
            Some(0) => {
                0_u32.serialize(writer)?;
                BorshSerialize::serialize(&*self.0, writer)
            }
            Some(number) => number.serialize(writer),
            None => BorshSerialize::serialize(&*self.0, writer),
        }
    }
}

impl BorshDeserialize for SharedStr {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        let text = |reader: &mut R| Ok(SharedStr(String::deserialize_reader(reader)?.into()));
        if !book::names_texts() {
            return text(reader);
        }
        match u32::deserialize_reader(reader)? {
            0 => {
                let text = text(reader)?;
                book::add_text(&text);
                Ok(text)
            }
            number => book::text(number),
        }
    }
}

impl Deref for SharedStr {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for SharedStr {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SharedStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&str> for SharedStr {
    fn from(text: &str) -> Self {
        SharedStr(text.into())
    }
}

impl From<String> for SharedStr {
    fn from(text: String) -> Self {
        SharedStr(text.into())
    }
}

impl From<Cow<'_, str>> for SharedStr {
    fn from(text: Cow<'_, str>) -> Self {
        SharedStr(text.into())
    }
}

impl serde::Serialize for SharedStr {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for SharedStr {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <String as serde::Deserialize>::deserialize(deserializer).map(Into::into)
    }
}
