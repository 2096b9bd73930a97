//! The claims to a name, and the one that holds.

use borsh::{BorshDeserialize, BorshSerialize};

use super::unresolved::ClaimSubject;
use crate::base::source::SourcePath;
use crate::content::graph::link::AnyLink;

/// The target of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum NameTarget {
    /// An entity of the graph.
    Entity(AnyLink),
    /// A draft, which is not published.
    Draft,
    /// Something in a file with faults. A reference to it is not reported as a second fault.
    Broken,
}

/// What the directory knows of a name.
#[derive(Debug, Default)]
pub(super) struct NameEntry {
    /// The link of the name, also while no entity has the name.
    pub link: Option<AnyLink>,
    pub target: Option<NameTarget>,
    /// Sorted; the first claim holds. There is nearly always one only, so the list has no spare capacity.
    pub claims: Vec<(ClaimRank, ClaimSubject)>,
}

/// The rank of a claim: its class, 1 for an entry of a registry and 0 for a page, the file, and the index in the file.
///
/// Entities come before drafts, drafts before broken claims, and generated entities last.
pub(super) type ClaimRank = (u8, u8, SourcePath, usize);

/// The rank of a claim of a file. Generated entities have the settings as their file.
pub(super) fn claim_rank(
    subject: &ClaimSubject,
    file: &SourcePath,
    index: usize,
    settings: &SourcePath,
) -> ClaimRank {
    let (class, entry) = match subject {
        ClaimSubject::Entity(it) if it.origin.file == *settings => (3, it.origin.registry),
        ClaimSubject::Entity(it) => (0, it.origin.registry),
        ClaimSubject::Draft => (1, false),
        ClaimSubject::Broken => (2, false),
    };
    (class, u8::from(entry), file.clone(), index)
}
