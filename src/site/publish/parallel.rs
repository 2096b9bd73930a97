//! Doing the same with many files.

use rayon::prelude::*;

use super::error::PublishError;

/// To wake other threads takes longer than to handle this many files.
const MAX_SERIAL_FILES: usize = 16;

/// Does the same with all items, in parallel if they are many. The results are in the order of the items.
pub(super) fn map_all<'a, T: Sync, R: Send>(
    items: &'a [T],
    act: impl Fn(&'a T) -> Result<R, PublishError> + Send + Sync,
) -> Result<Vec<R>, PublishError> {
    if items.len() <= MAX_SERIAL_FILES {
        items.iter().map(act).collect()
    } else {
        items.par_iter().map(act).collect()
    }
}
