//! Time of processors, where the system tells it.

pub(super) use told::{of_process, of_thread};

#[cfg(any(
    target_os = "linux",
    target_os = "android",
    target_os = "macos",
    target_os = "freebsd"
))]
mod told {
    use std::time::Duration;

    use rustix::time::{ClockId, clock_gettime};

    /// What this process has had of the processors until now, on all its threads.
    pub(in crate::pipeline) fn of_process() -> Option<Duration> {
        clock_gettime(ClockId::ProcessCPUTime).try_into().ok()
    }

    /// What this thread has had of them.
    pub(in crate::pipeline) fn of_thread() -> Option<Duration> {
        clock_gettime(ClockId::ThreadCPUTime).try_into().ok()
    }
}

#[cfg(not(any(
    target_os = "linux",
    target_os = "android",
    target_os = "macos",
    target_os = "freebsd"
)))]
mod told {
    use std::time::Duration;

    pub(in crate::pipeline) fn of_process() -> Option<Duration> {
        None
    }

    pub(in crate::pipeline) fn of_thread() -> Option<Duration> {
        None
    }
}
