//! Warnings that editors accept.

use crate::notation::scalar::{Text, WarningCode};
use crate::record;

record! {
    /// A warning that is true and will stay.
    pub struct Accepted {
        /// The code of the warning.
        code: WarningCode,
        /// Where it is: an id or key of the front matter, `seats/presidente`, or words of the text. Default: anywhere.
        at: Option<Text>,
        /// Why it is accepted.
        because: Text,
    }
}
