//! What `watch` has to do at certain times, without a change.

use std::time::{Duration, Instant};

use crate::build::unix_seconds;

/// The date is checked this often, because a computer that was asleep does not notice that a deadline has passed.
const DATE_CHECK_INTERVAL: Duration = Duration::from_secs(600);

/// The time without a change after which `watch` tidies up.
const IDLE_TIME: Duration = Duration::from_secs(30);

/// The work to do without a change, and its times.
#[derive(Default)]
pub(super) struct Schedule {
    /// The start of the next day of the site, in seconds since 1970.
    tomorrow: Option<i64>,
    /// Whether there was a turn after the last tidying up.
    is_untidy: bool,
}

/// The work that is due at a deadline.
pub(super) enum Due {
    /// A turn, because a new day has begun.
    NewDay,
    /// Tidying up, because nothing has changed for a while.
    Tidying,
    /// Nothing.
    Nothing,
}

impl Schedule {
    /// Notes that a turn was taken, and the time until the next day of the site.
    pub(super) fn note_turn(&mut self, until_tomorrow: Option<Duration>) {
        let left = until_tomorrow.map(|left| i64::try_from(left.as_secs()).unwrap_or(i64::MAX));
        self.tomorrow = left.map(|left| unix_seconds().saturating_add(left));
        self.is_untidy = true;
    }

    pub(super) fn note_tidied(&mut self) {
        self.is_untidy = false;
    }

    pub(super) fn due(&self) -> Due {
        match (self.is_new_day(), self.is_untidy) {
            (true, _) => Due::NewDay,
            (false, true) => Due::Tidying,
            (false, false) => Due::Nothing,
        }
    }

    pub(super) fn is_new_day(&self) -> bool {
        self.tomorrow
            .is_some_and(|tomorrow| unix_seconds() >= tomorrow)
    }

    pub(super) fn deadline(&self) -> Instant {
        let left = self
            .tomorrow
            .map(|tomorrow| tomorrow.saturating_sub(unix_seconds()));
        let left = left.map(|left| Duration::from_secs(u64::try_from(left).unwrap_or(0)));
        let pause = match self.is_untidy {
            true => IDLE_TIME,
            false => DATE_CHECK_INTERVAL,
        };
        Instant::now() + left.map_or(pause, |left| left.min(pause))
    }
}
