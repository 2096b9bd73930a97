//! Which files of the output folder a build writes, removes and leaves alone.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::site::Site;

#[test]
fn only_changed_files_are_written() {
    let site = Site::new();
    site.build().succeeds();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in site.built().keys() {
        let file = fs::File::options()
            .write(true)
            .open(site.path("public").join(path))
            .unwrap();
        file.set_modified(long_ago).unwrap();
    }
    let site = site.replace("content/privacy.md", "Nessun dato", "Nessun altro dato");
    site.build().succeeds();
    let changed: Vec<String> = site
        .built()
        .into_keys()
        .filter(|path| {
            let metadata = fs::metadata(site.path("public").join(path)).unwrap();
            metadata.modified().unwrap() != long_ago
        })
        .collect();
    assert_eq!(changed, ["privacy/index.html"]);
}

#[test]
fn a_removed_page_is_unpublished_and_foreign_files_stay() {
    let site = Site::new().file("content/vecchia.md", "---\ntitle: A\nsummary: S.\n---\n");
    site.build().succeeds();
    assert!(site.path("public/vecchia/index.html").exists());
    site.put("public/CNAME", "consulte.example");
    let site = site.without("content/vecchia.md");
    site.build().succeeds();
    assert!(!site.path("public/vecchia").exists());
    assert_eq!(site.page("CNAME"), "consulte.example");
}

#[test]
fn a_failed_build_leaves_the_published_site_alone() {
    let site = Site::new();
    site.build().succeeds();
    let before = site.built();
    let site = site.replace("content/orari.md", "title: Orari", "titolo: Orari");
    assert_eq!(site.build().exit, Some(1));
    assert_eq!(site.built(), before);
}
