//! When `watch` has something to do although nothing has changed.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A machine that slept does not know that a deadline has passed, so that the date is checked this often.
const DATE_CHECK_INTERVAL: Duration = Duration::from_secs(600);

/// After this long without a change there is time to tidy up.
const IDLE_TIME: Duration = Duration::from_secs(30);

/// What is due, and when.
#[derive(Default)]
pub(super) struct Schedule {
    /// When the site speaks of another day, in seconds since 1970.
    tomorrow: Option<i64>,
    /// Whether there is something to tidy up.
    is_untidy: bool,
}

/// What is due at a deadline.
pub(super) enum Due {
    /// A turn, because the site speaks of another day.
    NewDay,
    /// Tidying up, because nothing has changed for a while.
    Tidying,
    /// Nothing.
    Nothing,
}

impl Schedule {
    /// A turn was taken; the site speaks of another day after this time, if ever.
    pub(super) fn turn_taken(&mut self, until_tomorrow: Option<Duration>) {
        let left = until_tomorrow.map(|left| i64::try_from(left.as_secs()).unwrap_or(i64::MAX));
        self.tomorrow = left.map(|left| now().saturating_add(left));
        self.is_untidy = true;
    }

    /// Everything is tidy.
    pub(super) fn tidied(&mut self) {
        self.is_untidy = false;
    }

    /// What is due now.
    pub(super) fn due(&self) -> Due {
        match (self.is_new_day(), self.is_untidy) {
            (true, _) => Due::NewDay,
            (false, true) => Due::Tidying,
            (false, false) => Due::Nothing,
        }
    }

    /// Whether the site speaks of another day than in the last turn.
    pub(super) fn is_new_day(&self) -> bool {
        self.tomorrow.is_some_and(|tomorrow| now() >= tomorrow)
    }

    /// The next deadline.
    pub(super) fn deadline(&self) -> Instant {
        let left = self.tomorrow.map(|tomorrow| tomorrow.saturating_sub(now()));
        let left = left.map(|left| Duration::from_secs(u64::try_from(left).unwrap_or(0)));
        let pause = match self.is_untidy {
            true => IDLE_TIME,
            false => DATE_CHECK_INTERVAL,
        };
        Instant::now() + left.map_or(pause, |left| left.min(pause))
    }
}

/// Now, in seconds since 1970.
fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    i64::try_from(now.unwrap_or_default().as_secs()).unwrap_or(i64::MAX)
}
