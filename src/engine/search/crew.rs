//! Parts of indexes, made side by side.

use std::sync::{Mutex, PoisonError};
use std::thread;

use super::SearchError;
use super::part::Job;

/// Makes parts, the largest first, on as many threads as Rayon has. These are not Rayon's own: Pagefind
/// gives those work too, and waits for it.
pub(super) fn make(mut jobs: Vec<Job<'_>>) -> Result<(), SearchError> {
    jobs.sort_by_key(Job::len);
    let hands = rayon::current_num_threads().min(jobs.len());
    let jobs = Mutex::new(jobs);
    let work = || {
        while let Some(job) = next(&jobs) {
            job.make()?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let hands: Vec<_> = (0..hands).map(|_| scope.spawn(work)).collect();
        hands.into_iter().try_for_each(|it| {
            it.join()
                .unwrap_or_else(|_| Err(SearchError("it broke off".to_owned())))
        })
    })
}

fn next<'a>(jobs: &Mutex<Vec<Job<'a>>>) -> Option<Job<'a>> {
    jobs.lock().unwrap_or_else(PoisonError::into_inner).pop()
}
