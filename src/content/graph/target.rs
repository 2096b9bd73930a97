//! The target of a link in a text.

use super::link::AnyLink;
use crate::base::output::OutputPath;
use borsh::{BorshDeserialize, BorshSerialize};

/// The target of a link.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Target {
    /// The page of an entity, and an anchor on it.
    Entity(AnyLink, Option<String>),
    /// An anchor on the same page.
    Here(String),
    /// A file of the site.
    File(OutputPath),
    /// A page of another site.
    Outside(String),
    /// A broken link, which was reported.
    Broken,
}
