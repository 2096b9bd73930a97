//! What the theme shows of the site's own: its colours, and where readers tell of a fault.

use crate::notation::scalar::{Color, Email, WebAddress};
use crate::record;

record! {
    /// The colours of one scheme. What is not given follows from what is, and always passes.
    pub struct SchemeColors {
        /// The head of every page and the buttons, under white text.
        primary: Option<Color>,
        /// Links on the page.
        link: Option<Color>,
    }
}

record! {
    /// The colours of the site: on light pages, and on dark ones for readers who ask for them.
    pub struct Colors {
        ..light: SchemeColors,
        /// On dark pages.
        dark: Option<SchemeColors>,
    }
}

record! {
    /// Where readers tell what is wrong or missing on a page.
    pub struct Feedback {
        /// An address that somebody reads.
        email: Option<Email>,
        /// A form, instead of it.
        url: Option<WebAddress>,
    }
}
