//! Whole sites: files that refer to each other, from the first stage to the last. An input holds files,
//! see `common.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let files: Vec<(String, Vec<u8>)> = raccordo_fuzz::files(data)
        .into_iter()
        .map(|(path, bytes)| (format!("content/{path}"), bytes))
        .filter(|(path, _)| path.ends_with(".md") || path.ends_with(".yaml"))
        .collect();
    raccordo_fuzz::build(raccordo_fuzz::SETTINGS.as_bytes(), &files, &[]);
});
