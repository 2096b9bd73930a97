//! Laws, plans, acts and other documents.

use super::entity::{EntityKind, Ref, Referable};
use super::organization::Organization;
use super::page::Common;
use crate::base::date::Date;
use crate::notation::scalar::{Term, Text, WebAddress};
use crate::record;

record! {
    /// A law, plan, act or other document.
    pub struct Document {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The title.
        title: Text,
        /// What kind of document, of the controlled list `document_kinds`.
        kind: Term,
        /// Its official identifier: a URN:NIR (the naming of Italian norms) where there is one.
        identifier: Option<Text>,
        /// The day on which it was made.
        date: Option<Date>,
        /// Who made it.
        issuer: Option<Ref<Organization>>,
        /// The articles that it is known to have.
        articles: Box<[Text]>,
        /// The file, from the folder of the page or registry.
        file: Option<Text>,
        /// Where it can be read.
        url: Option<WebAddress>,
    }
}

impl Referable for Document {
    const KIND: EntityKind = EntityKind::Document;
}
