//! Themes: any `theme.toml`, template or catalogue is used or has faults. An input holds files, see
//! `common.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let files: Vec<(String, Vec<u8>)> = raccordo_fuzz::files(data)
        .into_iter()
        .map(|(path, bytes)| (format!("themes/x/{path}"), bytes))
        .chain([("themes/x/templates/empty.html".to_owned(), Vec::new())])
        .collect();
    let settings = format!("theme = \"x\"\n{}", raccordo_fuzz::SETTINGS);
    let home = (
        "content/_index.md".to_owned(),
        b"---\ntitle: t\n---\n{{ <x /> }}\n".to_vec(),
    );
    raccordo_fuzz::build(settings.as_bytes(), &[home], &files);
});
