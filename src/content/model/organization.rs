//! Organizations that run bodies or sit in them.

use super::contact::Contact;
use super::entity::{EntityKind, Ref, Referable};
use super::history::{Change, Validity};
use super::page::Common;
use crate::notation::scalar::{Istat, TaxCode, Term, Text, WebAddress};
use crate::record;

record! {
    /// An organization that runs bodies or sits in them.
    pub struct Organization {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The name.
        title: Text,
        /// What kind of organization, of the controlled list `organization_kinds`.
        kind: Term,
        /// The name in letters.
        acronym: Option<Text>,
        /// The code in the index of public administrations (IPA).
        ipa: Option<Text>,
        /// The tax code.
        tax_code: Option<TaxCode>,
        /// The code of the statistical office, for the authority of an area.
        istat: Option<Istat>,
        /// The organization that it is a part of.
        parent: Option<Ref<Organization>>,
        /// Whom to call.
        contacts: Box<[Contact]>,
        /// Its site.
        url: Option<WebAddress>,
        /// From when to when it exists.
        valid: Option<Validity>,
        /// What became of it.
        changes: Box<[Change<Organization>]>,
    }
}

impl Referable for Organization {
    const KIND: EntityKind = EntityKind::Organization;
}
