//! What makes a rebuild as small as its cause: what was made from what.

pub mod memo;
pub mod snapshot;
