//! The target of a link in a text.

use super::link::AnyLink;
use crate::base::output::OutputPath;
use crate::content::destination::Suffix;
use borsh::{BorshDeserialize, BorshSerialize};

/// The target of a link.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Target {
    /// The page of an entity.
    Entity(AnyLink, Suffix),
    /// The same page.
    Here(Suffix),
    /// A file of the site.
    File(OutputPath, Suffix),
    /// A page of another site.
    Outside(String),
    /// A broken link, which was reported.
    Broken,
}
