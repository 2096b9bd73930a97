//! What a theme takes from the settings: colours, and where readers report faults.

use crate::notation::scalar::{Color, Email, WebAddress};
use crate::record;

record! {
    /// The colours of light or of dark pages. A colour that is not set is computed from the others, with enough
    /// contrast.
    pub struct SchemeColors {
        /// The colour of the header and the buttons, which have white text.
        primary: Option<Color>,
        /// The colour of links.
        link: Option<Color>,
    }
}

record! {
    /// The colours of the site. Readers can ask their browsers for dark pages.
    pub struct Colors {
        ..light: SchemeColors,
        /// The colours of dark pages.
        dark: Option<SchemeColors>,
    }
}

record! {
    /// Where readers report what is wrong or missing on a page.
    pub struct Feedback {
        /// An e-mail address.
        email: Option<Email>,
        /// The web address of a form, which is used instead of the e-mail address.
        url: Option<WebAddress>,
    }
}
