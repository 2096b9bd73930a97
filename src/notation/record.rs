//! Declaring types with named fields and closed lists of words: the serde side and the shape at once.

use std::borrow::Cow;

use serde::de::{Error, MapAccess};

/// A type with named fields that may be flattened into another.
pub trait Fields: Sized {
    /// The fields read so far.
    type Partial: Default;

    /// Takes the next value if the key is one of its fields.
    ///
    /// # Errors
    /// What reading the value says, or a key that came before.
    fn accept<'de, M: MapAccess<'de>>(
        partial: &mut Self::Partial,
        key: &str,
        map: &mut M,
    ) -> Result<bool, M::Error>;

    /// The value, when all required fields have come.
    ///
    /// # Errors
    /// A required field that has not come.
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

/// The key of a field: its name, without the mark of a name that is a word of Rust.
pub const fn key(field: &'static str) -> &'static str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// Declares a type with named fields: a struct, its serde side and its shape.
///
/// An absent key and an empty one are the same thing. `Option` and list (`Box<[T]>`: nobody adds to
/// what was read) fields may be left out.
/// `..shared: Type` flattens the fields of another record into this one; `refusing [keys]` names
/// keys that are turned away with a reason.
#[macro_export]
macro_rules! record {
    ($(#[doc = $doc:literal])* pub struct $Name:ident $(refusing [$($refused:literal),* $(,)?])? {
        $(..$shared:ident: $Shared:ty,)*
        $($(#[doc = $field_doc:literal])* $field:ident: $Type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, borsh::BorshSerialize, borsh::BorshDeserialize)]
        pub struct $Name {
            $(#[doc = "The fields that it shares with other types."] pub $shared: $Shared,)*
            $($(#[doc = $field_doc])* pub $field: $Type,)*
        }

        impl $Name {
            /// The fields, for readers and checkers of the notation.
            pub const RECORD: &'static $crate::notation::shape::Record =
                &$crate::notation::shape::Record {
                    doc: concat!($($doc, "\n"),*),
                    fields: &[$($crate::notation::shape::Field {
                        key: $crate::notation::record::key(stringify!($field)),
                        doc: concat!($($field_doc, "\n"),*),
                        shape: <$Type as $crate::notation::shape::Typed>::SHAPE,
                    },)*],
                    shared: &[$(<$Shared>::RECORD,)*],
                    refused: &[$($($refused),*)?],
                };
        }

        impl $crate::notation::shape::Typed for $Name {
            const SHAPE: &'static $crate::notation::shape::Shape =
                &$crate::notation::shape::Shape::Record($Name::RECORD);
        }

        const _: () = {
            use $crate::notation::record::{Fields, read_fields};
            use $crate::notation::shape::Typed;

            // The outer `Option` says that the key has come, the inner one that it was not empty.
            #[derive(Default)]
            pub struct Partial {
                $($shared: <$Shared as Fields>::Partial,)*
                $($field: Option<Option<$Type>>,)*
            }

            impl Fields for $Name {
                type Partial = Partial;

                fn accept<'de, M: serde::de::MapAccess<'de>>(
                    partial: &mut Partial, key: &str, map: &mut M,
                ) -> Result<bool, M::Error> {
                    $(if key == $crate::notation::record::key(stringify!($field)) {
                        if partial.$field.is_some() {
                            return Err(serde::de::Error::duplicate_field(stringify!($field)));
                        }
                        partial.$field = Some(map.next_value()?);
                        return Ok(true);
                    })*
                    Ok($(<$Shared>::accept(&mut partial.$shared, key, map)? ||)* false)
                }

                fn finish<E: serde::de::Error>(partial: Partial) -> Result<Self, E> {
                    Ok($Name {
                        $($shared: Fields::finish(partial.$shared)?,)*
                        $($field: partial.$field.flatten().or_else(<$Type as Typed>::absent)
                            .ok_or_else(|| E::missing_field(stringify!($field)))?,)*
                    })
                }
            }

            impl<'de> serde::Deserialize<'de> for $Name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct Visitor;
                    impl<'de> serde::de::Visitor<'de> for Visitor {
                        type Value = $Name;
                        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                            f.write_str("a mapping")
                        }
                        fn visit_map<M: serde::de::MapAccess<'de>>(self, map: M) -> Result<$Name, M::Error> {
                            read_fields(map)
                        }
                    }
                    deserializer.deserialize_map(Visitor)
                }
            }
        };
    };
}

/// Declares a closed list of words: an enum, its serde side and its shape.
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

        impl $crate::notation::shape::Typed for $Name {
            const SHAPE: &'static $crate::notation::shape::Shape =
                &$crate::notation::shape::Shape::Word(&[$($text,)*]);
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match &*<std::borrow::Cow<'_, str> as serde::Deserialize>::deserialize(deserializer)? {
                    $($text => Ok($Name::$Word),)*
                    other => Err(serde::de::Error::custom(format_args!("unknown word `{other}`"))),
                }
            }
        }
    };
}
