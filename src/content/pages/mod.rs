//! Which pages a site has: one for each thing, long lists over several, everything from A to Z.

pub mod a_to_z;
mod cut;
pub mod lists;
pub mod plan;
