//! Laws, plans, acts and other documents.

use super::{Common, EntityKind, Organization, Ref};
use crate::base::date::PartialDate;
use crate::notation::scalar::{Term, Text, WebAddress};
use crate::{record, words};

record! {
    /// A law, plan, act or other document.
    pub struct Document {
        ..common: Common,
        /// The kind of thing: `document`.
        r#type: Option<EntityKind>,
        /// The title.
        title: Text,
        /// The kind of document, a word of the controlled list `document_kinds`.
        kind: Term,
        /// The official identifier, such as a URN:NIR of an Italian norm.
        identifier: Option<Text>,
        /// When it was made.
        date: Option<PartialDate>,
        /// The organization that made it.
        issuer: Option<Ref<Organization>>,
        /// How its parts are named. Default: `article`.
        cited_by: Option<CitedBy>,
        /// The articles that it is known to have.
        articles: Box<[Text]>,
        /// The path of its file, from the folder of the page or registry.
        file: Option<Text>,
        /// The web address where it can be read.
        url: Option<WebAddress>,
    }
}

words! {
    /// How the parts of an act are named when it is cited.
    pub enum CitedBy {
        /// "Articolo 11".
        Article = "article",
        /// "Section 11".
        Section = "section",
        /// "§ 11".
        ParagraphSign = "paragraph_sign",
    }
}
