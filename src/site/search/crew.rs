//! Parts of indexes, made side by side, and while other parts still wait for their pages.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use super::part::{Job, Part};
use super::{PartName, SearchError};

/// A part that was made.
type Made = (PartName, Part);

/// As many hands as Rayon has threads. They are not Rayon's own: Pagefind gives those work too, and waits for it.
pub(super) struct Crew {
    /// What is to be made; nothing any more when no other will come.
    jobs: Option<Sender<Job>>,
    hands: Vec<JoinHandle<Result<Vec<Made>, SearchError>>>,
    /// What was given to them so far.
    given: BTreeSet<PartName>,
    /// Whether nobody wants it any longer.
    is_over: Arc<AtomicBool>,
}

impl Crew {
    /// A crew that waits for work.
    pub(super) fn new() -> Crew {
        let (jobs, queue) = mpsc::channel();
        let queue = Arc::new(Mutex::new(queue));
        let is_over = Arc::new(AtomicBool::new(false));
        let hands = 0..rayon::current_num_threads();
        let hand = |_| {
            let (queue, is_over) = (Arc::clone(&queue), Arc::clone(&is_over));
            thread::spawn(move || work(&queue, &is_over))
        };
        Crew {
            jobs: Some(jobs),
            hands: hands.map(hand).collect(),
            given: BTreeSet::new(),
            is_over,
        }
    }

    /// Gives it a part to make.
    pub(super) fn give(&mut self, job: Job) {
        self.given.insert(job.name.clone());
        if let Some(jobs) = &self.jobs {
            // Where all hands broke off, that is said at the end.
            let _ = jobs.send(job);
        }
    }

    /// Whether it was given this part.
    pub(super) fn has(&self, name: &PartName) -> bool {
        self.given.contains(name)
    }

    /// Waits for all that it was given. Not to be called on a thread of Rayon's.
    pub(super) fn finish(mut self) -> Result<Vec<Made>, SearchError> {
        self.jobs = None;
        let mut made = Vec::new();
        for hand in std::mem::take(&mut self.hands) {
            let broken = |_| Err(SearchError("it broke off".to_owned()));
            made.extend(hand.join().unwrap_or_else(broken)?);
        }
        Ok(made)
    }
}

impl Drop for Crew {
    /// Whoever is still at work ends with the page at which he is.
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

fn work(queue: &Mutex<Receiver<Job>>, is_over: &AtomicBool) -> Result<Vec<Made>, SearchError> {
    let next = || {
        let queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.recv().ok()
    };
    let mut made = Vec::new();
    while let Some(job) = next() {
        let name = job.name.clone();
        made.push((name, job.make(is_over)?));
    }
    Ok(made)
}
