//! Parts of the country.

use super::entity::{EntityKind, Ref, Referable};
use super::history::Validity;
use super::organization::Organization;
use super::page::Common;
use crate::notation::scalar::{Istat, Term, Text};
use crate::record;

record! {
    /// A part of the country.
    pub struct Area {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The name.
        title: Text,
        /// What kind of area, of the controlled list `area_kinds`.
        kind: Term,
        /// The code of the statistical office.
        istat: Option<Istat>,
        /// The area that it is a part of.
        parent: Option<Ref<Area>>,
        /// The organization that leads it.
        lead: Option<Ref<Organization>>,
        /// From when to when it exists.
        valid: Option<Validity>,
    }
}

impl Referable for Area {
    const KIND: EntityKind = EntityKind::Area;
}
