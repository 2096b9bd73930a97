//! Declaring types with named fields and closed lists of words: the serde side and the schema at once.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// A type with named fields, as [`record!`](crate::record) implements it. Its fields may be flattened
/// into another type.
pub trait Fields: Sized {
    /// The fields read so far.
    type Partial: Default;

    /// Reads the next value if the key is one of the fields. Returns whether it is.
    ///
    /// # Errors
    /// The value cannot be read, or the key came before.
    fn accept<'de, M: MapAccess<'de>>(
        partial: &mut Self::Partial,
        key: &str,
        map: &mut M,
    ) -> Result<bool, M::Error>;

    /// The value, after the last key.
    ///
    /// # Errors
    /// A required field is missing.
    fn finish<E: Error>(partial: Self::Partial) -> Result<Self, E>;
}

/// Reads a mapping into a record.
///
/// # Errors
/// The first fault; [`super::check`] finds them all.
pub fn read_fields<'de, T: Fields, M: MapAccess<'de>>(mut map: M) -> Result<T, M::Error> {
    let mut partial = T::Partial::default();
    while let Some(key) = map.next_key::<Cow<'de, str>>()? {
        if !T::accept(&mut partial, &key, &mut map)? {
            return Err(Error::custom(format_args!("unknown key `{key}`")));
        }
    }
    T::finish(partial)
}

/// Reads a record: what [`record!`](crate::record) puts into `Deserialize`.
///
/// # Errors
/// As for [`read_fields`], or the value is no mapping.
pub fn read_record<'de, T: Fields, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct RecordVisitor<T>(PhantomData<T>);

    impl<'de, T: Fields> Visitor<'de> for RecordVisitor<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a mapping")
        }

        fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<T, M::Error> {
            read_fields(map)
        }
    }
    deserializer.deserialize_map(RecordVisitor(PhantomData))
}

/// Reads a word of a closed list: what [`words!`](crate::words) puts into `Deserialize`.
///
/// # Errors
/// The word is not in the list.
pub fn read_word<'de, T: Copy, D: Deserializer<'de>>(
    deserializer: D,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<T, D::Error> {
    let word = Cow::<str>::deserialize(deserializer)?;
    let mut words = all.iter().copied();
    let found = words.find(|it| as_str(*it) == word);
    found.ok_or_else(|| Error::custom(format_args!("unknown word `{word}`")))
}

/// The key of a field: its name, without the `r#` before a word of Rust.
pub const fn key(field: &'static str) -> &'static str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// Declares a type with named fields.
///
/// ```text
/// record! {
///     /// A stretch of time.
///     pub struct Validity refusing ["tax_code"] {
///         ..common: Common,
///         /// The first day.
///         from: Date,
///         /// The last day.
///         until: Option<Date>,
///     }
/// }
/// ```
///
/// declares `pub struct Validity { pub common: Common, pub from: Date, pub until: Option<Date> }` with
///
/// - `Deserialize`: `from` must be there; `until` may be left out or empty; any other key is refused,
///   unless `Common` has it, whose keys stand beside those of `Validity` in the text;
/// - `Validity::RECORD`, its schema: the keys, their docs and shapes, and `tax_code` as a key that is
///   refused with a reason; [`check`](crate::notation::check) reports all faults by it;
/// - `Typed`, which ties the two together, and `Fields`, by which others may flatten it;
/// - Borsh, for the memory between runs.
///
/// A list is a `Box<[T]>`: nothing is added to it after it was read. It may be left out.
#[macro_export]
macro_rules! record {
    ($(#[doc = $doc:literal])* $(#[derive($Derive:ident)])? pub struct $Name:ident $(refusing [$($refused:literal),* $(,)?])? {
        $(..$shared:ident: $Shared:ty,)*
        $($(#[doc = $field_doc:literal])* $field:ident: $Type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, borsh::BorshSerialize, borsh::BorshDeserialize)]
        $(#[derive($Derive)])?
        pub struct $Name {
            $(#[doc = "The fields that it shares with other types."] pub $shared: $Shared,)*
            $($(#[doc = $field_doc])* pub $field: $Type,)*
        }

        impl $Name {
            /// The schema of the fields.
            pub const RECORD: &'static $crate::notation::schema::Record =
                &$crate::notation::schema::Record {
                    name: stringify!($Name),
                    doc: concat!($($doc, "\n"),*),
                    fields: &[$($crate::notation::schema::Field {
                        key: $crate::notation::record::key(stringify!($field)),
                        doc: concat!($($field_doc, "\n"),*),
                        shape: <$Type as $crate::notation::schema::Typed>::SHAPE,
                    },)*],
                    shared: &[$(<$Shared>::RECORD,)*],
                    refused: &[$($($refused),*)?],
                };
        }

        impl $crate::notation::schema::Typed for $Name {
            const SHAPE: &'static $crate::notation::schema::Shape =
                &$crate::notation::schema::Shape::Record($Name::RECORD);

            fn to_value(&self) -> $crate::notation::value::Value {
                use $crate::notation::{record::key, value::Value};
                let own = Value::record([$((key(stringify!($field)), self.$field.to_value()),)*]);
                own$(.and(self.$shared.to_value()))*
            }
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::notation::record::read_record(deserializer)
            }
        }

        // In a block of its own, so that every record can have a `Partial`.
        const _: () = {
            use $crate::notation::record::{Fields, key};
            use $crate::notation::schema::Typed;

            // `None`: the key has not come. `Some(None)`: it came and is empty.
            #[derive(Default)]
            pub struct Partial {
                $($shared: <$Shared as Fields>::Partial,)*
                $($field: Option<Option<$Type>>,)*
            }

            impl Fields for $Name {
                type Partial = Partial;

                fn accept<'de, M: serde::de::MapAccess<'de>>(
                    partial: &mut Partial, name: &str, map: &mut M,
                ) -> Result<bool, M::Error> {
                    $(if name == key(stringify!($field)) {
                        if partial.$field.is_some() {
                            return Err(serde::de::Error::duplicate_field(stringify!($field)));
                        }
                        partial.$field = Some(map.next_value()?);
                        return Ok(true);
                    })*
                    Ok($(<$Shared>::accept(&mut partial.$shared, name, map)? ||)* false)
                }

                fn finish<E: serde::de::Error>(partial: Partial) -> Result<Self, E> {
                    Ok($Name {
                        $($shared: Fields::finish(partial.$shared)?,)*
                        $($field: partial.$field.flatten().or_else(<$Type as Typed>::absent)
                            .ok_or_else(|| E::missing_field(stringify!($field)))?,)*
                    })
                }
            }
        };
    };
}

/// Declares a closed list of words.
///
/// ```text
/// words! {
///     /// Where a number comes from.
///     pub enum CountSource {
///         /// The act says it.
///         Stated = "stated",
///         /// Nobody has said it.
///         Unknown = "unknown",
///     }
/// }
/// ```
///
/// declares the enum with `ALL`, `as_str`, `Deserialize`, its schema and Borsh.
#[macro_export]
macro_rules! words {
    ($(#[doc = $doc:literal])* pub enum $Name:ident {
        $($(#[doc = $word_doc:literal])* $Word:ident = $text:literal,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            borsh::BorshSerialize, borsh::BorshDeserialize,
        )]
        pub enum $Name { $($(#[doc = $word_doc])* $Word,)* }

        impl $Name {
            /// Every word, in order.
            pub const ALL: &'static [$Name] = &[$($Name::$Word,)*];

            /// The word as it is written.
            pub fn as_str(self) -> &'static str {
                match self { $($Name::$Word => $text,)* }
            }
        }

        impl $crate::notation::schema::Typed for $Name {
            const SHAPE: &'static $crate::notation::schema::Shape =
                &$crate::notation::schema::Shape::Word(&[$($text,)*]);

            fn to_value(&self) -> $crate::notation::value::Value {
                $crate::notation::value::Value::Word(self.as_str().to_owned())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::notation::record::read_word(deserializer, $Name::ALL, $Name::as_str)
            }
        }
    };
}
