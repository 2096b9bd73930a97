//! The history of an organization.

use std::any::Any;

use super::entity::{Entity, Linked};
use super::link::Link;
use crate::base::date::{Date, Period};
use crate::content::model::{Change, Existence, Organization, stopped_together};

/// The changes of an organization, and the period in which it exists.
#[derive(Clone, Copy, PartialEq)]
pub struct OrganizationHistory<'a> {
    /// The changes as written.
    pub changes: &'a [Change<Organization>],
    /// The successor that each change names.
    pub successors: &'a [Option<Link<Organization>>],
    /// The period in which it exists, as written.
    pub valid: Period,
}

impl<'a> OrganizationHistory<'a> {
    /// The period in which it exists, which a merger, a division or its closing ends, too.
    pub fn existence(self) -> Existence {
        Existence::of(self.valid, self.changes)
    }

    /// The organizations that took over when it stopped: several, where it was divided.
    pub fn heirs(self, day: Date) -> impl Iterator<Item = Link<Organization>> + use<'a> {
        let all = stopped_together(self.changes, day);
        all.filter_map(move |at| *self.successors.get(at)?)
    }

    pub(super) fn of(organization: &'a Entity<Organization>) -> OrganizationHistory<'a> {
        let valid = organization.written.valid.as_ref();
        OrganizationHistory {
            changes: &organization.written.changes,
            successors: &organization.links.successors,
            valid: valid.map(|valid| valid.period()).unwrap_or_default(),
        }
    }

    pub(super) fn of_entity<T: Linked>(entity: &'a Entity<T>) -> Option<OrganizationHistory<'a>> {
        let entity: &dyn Any = entity;
        entity.downcast_ref().map(OrganizationHistory::of)
    }
}
