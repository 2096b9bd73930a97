//! The site of which benchmarks take the time: what it has wrong would be measured too, and an error ends a build early.

#[allow(dead_code, unused_imports)]
#[path = "../bench/generate/mod.rs"]
mod generate;

use generate::{Request, Theme};

use crate::in_process;
use crate::process::write;

#[test]
fn nothing_is_found_in_the_site_of_the_benchmarks() {
    for (theme, german) in [(Theme::Plain, false), (Theme::Civico, true)] {
        let request = Request {
            bodies: 60,
            theme,
            german,
            ..Request::default()
        };
        let folder = tempfile::tempdir().unwrap();
        for (path, bytes) in generate::files(request).unwrap() {
            write(&folder.path().join(path), &bytes);
        }
        let (options, day) = (in_process::options(), in_process::day(0));
        let built = in_process::fresh_turn_on_disk(&options, folder.path(), day);
        assert!(built.findings.is_empty(), "{:#?}", built.findings);
        assert!(built.update.is_some());
    }
}
