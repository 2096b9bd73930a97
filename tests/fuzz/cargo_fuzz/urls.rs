#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| raccordo_fuzz::targets::urls(data));
