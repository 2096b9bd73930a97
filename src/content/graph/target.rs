//! Where a link of a text leads.

use super::entity::AnyLink;
use crate::base::output::OutputPath;
use borsh::{BorshDeserialize, BorshSerialize};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Target {
    /// To a thing's page, and a place on it.
    Thing(AnyLink, Option<String>),
    /// To a place on the same page.
    Here(String),
    /// To a file of the site.
    File(OutputPath),
    /// Out of the site.
    Outside(String),
    /// Nowhere: a fault that has been reported.
    Broken,
}
