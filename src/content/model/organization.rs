//! Organizations that run bodies or sit in them.

use super::{Change, Common, Contact, EntityKind, Existence, Ref, Validity};
use crate::notation::scalar::{Istat, TaxCode, Term, Text, WebAddress};
use crate::record;

record! {
    /// An organization that runs bodies or sits in them.
    pub struct Organization {
        ..common: Common,
        /// The kind of thing: `organization`.
        r#type: Option<EntityKind>,
        /// The name.
        title: Text,
        /// The kind of organization, a word of the controlled list `organization_kinds`.
        kind: Term,
        /// The acronym.
        acronym: Option<Text>,
        /// The code in the index of public administrations (IPA).
        ipa: Option<Text>,
        /// The tax code.
        tax_code: Option<TaxCode>,
        /// The code of the national statistical office, for the authority of an area.
        istat: Option<Istat>,
        /// The organization that it is a part of.
        parent: Option<Ref<Organization>>,
        /// The offices and persons to contact.
        contacts: Box<[Contact]>,
        /// Its web site.
        url: Option<WebAddress>,
        /// The period in which it exists.
        valid: Option<Validity>,
        /// What became of it.
        changes: Box<[Change<Organization>]>,
    }
}

impl Organization {
    /// The period in which it exists, which a merger, a division or its closing ends, too.
    pub fn existence(&self) -> Existence {
        let valid = self.valid.as_ref().map(|it| it.period());
        Existence::of(valid.unwrap_or_default(), &self.changes)
    }
}
