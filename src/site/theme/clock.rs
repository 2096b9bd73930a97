//! How long a page may take, and how long its texts may be: functions that templates call where they could go on for ever.

use std::cell::Cell;
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, Instant};

use tera::{Error, Kwargs, State, TeraResult, Value};

use crate::site::cpu;

/// The longest time that the processor may spend on a page, or on the components in its text.
const MAX_TIME: Duration = Duration::from_secs(10);

/// The same, right after another page was stopped: if all pages of a site go on for ever, it is enough to wait for one.
const SHORT_TIME: Duration = Duration::from_millis(20);

/// The greatest length of a text that a template puts together, in bytes.
const MAX_TEXT: usize = 16 << 20;

/// Why a page of more than the greatest length is stopped.
const TOO_LONG: &str = "a page of more than 256 MiB";

/// Where a page was stopped: the number of a template, and the place in it.
#[derive(Clone, Copy)]
pub(super) struct Stopped {
    pub(super) template: usize,
    pub(super) at: usize,
    pub(super) why: &'static str,
}

/// When a page was begun.
#[derive(Clone, Copy)]
struct Begun {
    at: Instant,
    processor: Duration,
    /// How long it may take.
    limit: Duration,
    /// Whether it is too long.
    is_full: bool,
}

/// When a page was last stopped because it took too long.
static LAST_STOP: Mutex<Option<Instant>> = Mutex::new(None);

thread_local! {
    // A page is rendered by one thread from its begin to its end, and Tera hands nothing of ours to a function.
    static BEGUN: Cell<Option<Begun>> = const { Cell::new(None) };
    static STOPPED: Cell<Option<Stopped>> = const { Cell::new(None) };
}

/// Begins a page, or the components in its text.
pub(in crate::site) fn begin() {
    BEGUN.set(Some(Begun {
        at: Instant::now(),
        processor: processor_time(),
        limit: match was_one_stopped() {
            true => SHORT_TIME,
            false => MAX_TIME,
        },
        is_full: false,
    }));
}

/// Says that the page has its greatest length: it is stopped where the clock is looked at next.
pub(super) fn end_page() {
    BEGUN.set(BEGUN.get().map(|begun| Begun {
        is_full: true,
        ..begun
    }));
}

/// # Errors
/// The page was too long, and the clock was not looked at again.
pub(super) fn check_length() -> TeraResult<()> {
    match BEGUN.get().is_some_and(|begun| begun.is_full) {
        true => Err(Error::message(TOO_LONG)),
        false => Ok(()),
    }
}

fn was_one_stopped() -> bool {
    let last = LAST_STOP.lock().map_or(None, |last| *last);
    last.is_some_and(|last| last.elapsed() < MAX_TIME)
}

/// Where the page was stopped since this was last asked.
pub(super) fn take_stopped() -> Option<Stopped> {
    STOPPED.take()
}

/// The function of templates that looks at the clock. It prints nothing.
pub(super) fn look(args: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    if check_length().is_err() {
        return stop(&args, TOO_LONG);
    }
    // To ask for the time of the processor takes much longer.
    let is_late = |begun: Begun| {
        begun.at.elapsed() > begun.limit && processor_time() > begun.processor + begun.limit
    };
    if !BEGUN.get().is_some_and(is_late) {
        return Ok(Value::safe_string(""));
    }
    if let Ok(mut last) = LAST_STOP.lock() {
        *last = Some(Instant::now());
    }
    stop(&args, "the page takes too long")
}

/// The function of templates that looks at a text.
pub(super) fn look_at(args: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let text: Option<&Value> = args.get("text")?;
    let length = text.and_then(Value::as_str).map_or(0, str::len);
    match length > MAX_TEXT {
        true => stop(&args, "the text is too long"),
        false => look(args, state),
    }
}

fn stop(args: &Kwargs, why: &'static str) -> TeraResult<Value> {
    STOPPED.set(Some(Stopped {
        template: args.must_get("of")?,
        at: args.must_get("at")?,
        why,
    }));
    Err(Error::message(why))
}

/// How long the processor has worked for this thread. Where the system does not tell, the time that has passed.
fn processor_time() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    cpu::of_thread().unwrap_or_else(|| START.elapsed())
}
