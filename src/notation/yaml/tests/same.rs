//! A tree held against what `serde_yaml` reads in the same text.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};

use crate::notation::tree::{Entry, Node, Style, Value};

/// Whether `serde_yaml` reads the same keys, texts and lists in the same order.
pub(super) fn is_same(text: &str, tree: &Node) -> Result<(), serde_yaml::Error> {
    let same = Same {
        tree,
        is_cut: false,
    };
    same.deserialize(serde_yaml::Deserializer::from_str(text))
}

/// The same for a tree that ends at a fault: what it has must be there, more may follow.
pub(super) fn is_beginning(text: &str, tree: &Node) -> Result<(), serde_yaml::Error> {
    let same = Same { tree, is_cut: true };
    same.deserialize(serde_yaml::Deserializer::from_str(text))
}

/// A node to compare. If the tree is cut, it ends within the last item of every open list or mapping.
#[derive(Clone, Copy)]
struct Same<'a> {
    tree: &'a Node,
    is_cut: bool,
}

impl<'de> DeserializeSeed<'de> for Same<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match &self.tree.value {
            // What is read last before a fault may go on behind it.
            Value::Null | Value::Scalar(..) if self.is_cut => {
                IgnoredAny::deserialize(deserializer).map(drop)
            }
            Value::Null => match Option::<IgnoredAny>::deserialize(deserializer)? {
                None => Ok(()),
                Some(_) => Err(Error::custom("not empty")),
            },
            Value::Scalar(text, Style::Quoted) => deserializer.deserialize_any(QuotedText(text)),
            Value::Scalar(text, _) => same(&String::deserialize(deserializer)?, text),
            Value::List(_) => deserializer.deserialize_seq(self),
            Value::Mapping(_) => deserializer.deserialize_map(self),
        }
    }
}

impl Same<'_> {
    fn item<'a>(self, tree: &'a Node, is_last: bool) -> Same<'a> {
        let is_cut = self.is_cut && is_last;
        Same { tree, is_cut }
    }
}

impl<'de> Visitor<'de> for Same<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.tree.value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Value::List(items) = &self.tree.value else {
            return Err(Error::custom("a list"));
        };
        for (index, item) in items.iter().enumerate() {
            let item = self.item(item, index + 1 == items.len());
            let read = seq.next_element_seed(item)?;
            read.ok_or_else(|| Error::custom("fewer items"))?;
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {
            self.more_is_read()?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Value::Mapping(entries) = &self.tree.value else {
            return Err(Error::custom("a mapping"));
        };
        for (index, entry) in entries.iter().enumerate() {
            let read = map.next_key_seed(Key(entry))?;
            read.ok_or_else(|| Error::custom("fewer keys"))?;
            map.next_value_seed(self.item(&entry.value, index + 1 == entries.len()))?;
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            self.more_is_read()?;
        }
        Ok(())
    }
}

impl Same<'_> {
    fn more_is_read<E: de::Error>(self) -> Result<(), E> {
        match self.is_cut {
            true => Ok(()),
            false => Err(Error::custom("more items")),
        }
    }
}

/// A key. A tree has no text for one that is null, a list or a mapping.
struct Key<'a>(&'a Entry);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0.key.as_str() {
            "" => IgnoredAny::deserialize(deserializer).map(drop),
            key => same(&String::deserialize(deserializer)?, key),
        }
    }
}

/// A text in quotes, which must not be read as a number.
struct QuotedText<'a>(&'a str);

impl Visitor<'_> for QuotedText<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the text {:?}", self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        same(text, self.0)
    }
}

fn same<E: de::Error>(read: &str, in_tree: &str) -> Result<(), E> {
    match read == in_tree {
        true => Ok(()),
        false => Err(E::custom(format_args!(
            "{read:?} is {in_tree:?} in the tree"
        ))),
    }
}
