//! Which pages a site has: one for each thing, long lists over several, everything from A to Z.

pub mod alphabetical_index;
mod chunked_list;
pub mod listings;
pub mod past_compositions;
pub mod plan;
pub mod theme_lists;
