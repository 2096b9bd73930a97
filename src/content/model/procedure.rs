//! How a body works: when it meets, how it decides, who prepares its meetings.

use super::{Document, Ref};
use crate::notation::scalar::Text;
use crate::record;

record! {
    /// How a body works.
    pub struct Procedure {
        /// How often it meets.
        meets: Option<Text>,
        /// How many must be present.
        quorum: Option<Text>,
        /// How it decides: by what majority, and whether votes have a weight.
        decisions: Option<Text>,
        /// Who convenes it, and how long before.
        convened_by: Option<Text>,
        /// Where it meets.
        venue: Option<Text>,
        /// Who keeps its papers: the id of an organization, or a text.
        secretariat: Option<Text>,
        /// Whether everybody may attend its meetings. Not typed if it is not known.
        public: Option<bool>,
        /// Its standing orders.
        rules: Option<Ref<Document>>,
    }
}
