//! Pages, translations and registries: any bytes are read or have faults.
#![no_main]

use std::sync::LazyLock;

use raccordo::base::source::SourcePath;
use raccordo::content::parse::parse;
use raccordo::content::settings::Settings;

const PATHS: &[&str] = &[
    "content/a.md",
    "content/a.de.md",
    "content/_index.md",
    "content/organizations.yaml",
    "content/areas.yaml",
    "content/persons.yaml",
    "content/topics.yaml",
    "content/documents.yaml",
];

static SETTINGS: LazyLock<Settings> = LazyLock::new(|| {
    Settings::read(&SourcePath::new("site.toml"), raccordo_fuzz::SETTINGS).expect("they are right")
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((path, text)) = data.split_first() else {
        return;
    };
    let path = PATHS[usize::from(*path) % PATHS.len()];
    let file = raccordo_fuzz::file(path, text);
    let faults = || parse(&file, &SETTINGS).1;
    assert_eq!(faults(), faults(), "the same faults twice");
});
