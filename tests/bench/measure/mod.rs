//! Measuring.

mod builder;
pub mod child;
pub mod cold;
mod edits;
pub mod figures;
pub mod floor;
mod growth;
mod limit;
mod program;
pub mod rounds;
pub mod scale;
pub mod served;
pub mod site;
pub mod table;
pub mod turns;

use std::time::Duration;

pub use crate::hugo::Fallible;

/// Something that was done, or not.
pub type Done = Fallible<()>;

/// On so many threads everything is measured.
pub const THREADS: usize = 2;

/// Builds on two threads, as the limit does, so that figures can be compared.
pub fn use_two_threads() -> Done {
    Ok(rayon::ThreadPoolBuilder::new()
        .num_threads(THREADS)
        .build_global()?)
}

/// The time in milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The middle one; of an even number, the lower of the two.
fn median(figures: &[f64]) -> f64 {
    quantile(figures, 50)
}

/// The least figure that so many in a hundred do not exceed.
fn quantile(figures: &[f64], percent: usize) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or(f64::NAN)
}
