//! Time of processors, where the system tells it.

use std::time::Duration;

/// What this process has had of the processors until now, on all its threads.
pub(crate) fn of_process() -> Option<Duration> {
    told(Whose::Process)
}

/// What this thread has had of them.
pub(crate) fn of_thread() -> Option<Duration> {
    told(Whose::Thread)
}

enum Whose {
    Process,
    Thread,
}

#[cfg(any(
    target_os = "linux",
    target_os = "android",
    target_os = "macos",
    target_os = "freebsd"
))]
fn told(whose: Whose) -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    let clock = match whose {
        Whose::Process => ClockId::ProcessCPUTime,
        Whose::Thread => ClockId::ThreadCPUTime,
    };
    clock_gettime(clock).try_into().ok()
}

#[cfg(not(any(
    target_os = "linux",
    target_os = "android",
    target_os = "macos",
    target_os = "freebsd"
)))]
fn told(_: Whose) -> Option<Duration> {
    None
}
