//! Those who appoint or propose the holders of a seat.

use super::{Body, Organization, Ref};
use crate::notation::scalar::{Reference, Text};
use crate::record;

record! {
    /// Somebody who appoints or proposes. Exactly one of the four is typed.
    pub struct Party {
        /// An organization.
        organization: Option<Ref<Organization>>,
        /// A body, or a table of it.
        body: Option<Ref<Body>>,
        /// The holder of a seat of the same part or of its body, of `table/seat`, or of `body/seat`.
        seat: Option<Reference>,
        /// The name of somebody who has no page.
        name: Option<Text>,
    }
}
