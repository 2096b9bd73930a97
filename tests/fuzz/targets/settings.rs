//! `site.toml`: any bytes are settings or have faults, and never panic.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    raccordo_fuzz::build(data, &[], &[]);
});
