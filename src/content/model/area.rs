//! Areas: parts of the country.

use super::{Common, EntityKind, Organization, Ref, Validity};
use crate::notation::scalar::{Istat, Term, Text};
use crate::record;

record! {
    /// A part of the country.
    pub struct Area {
        ..common: Common,
        /// The kind of thing: `area`.
        r#type: Option<EntityKind>,
        /// The name.
        title: Text,
        /// The kind of area, a word of the controlled list `area_kinds`.
        kind: Term,
        /// The code of the national statistical office.
        istat: Option<Istat>,
        /// The area that it is a part of.
        parent: Option<Ref<Area>>,
        /// The organization that leads it.
        lead: Option<Ref<Organization>>,
        /// The period in which it exists.
        valid: Option<Validity>,
    }
}
