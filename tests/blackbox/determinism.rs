//! The same sources make the same bytes and the same report, whatever the number of threads.

use raccordo::base::output::OutputContent;

use crate::fixtures::good_files;
use crate::in_process::{day, fresh_turn_on_disk, options};
use crate::site::Site;

#[test]
fn the_same_files_make_the_same_bytes() {
    let one = Site::new().arg("--jobs").arg("1");
    let many = good_files()
        .into_iter()
        .rev()
        .fold(Site::empty(), |site, (path, bytes)| site.file(&path, bytes))
        .arg("--jobs")
        .arg("2");
    one.build().succeeds();
    many.build().succeeds();
    assert_eq!(one.built(), many.built());
    let in_process = fresh_turn_on_disk(&options(), one.root.path(), day(0));
    let outputs = in_process.update.unwrap().put;
    assert!(outputs.iter().all(|output| match &output.content {
        OutputContent::Bytes(bytes) => one.built()[output.path.as_str()] == **bytes,
        _ => true,
    }));
}

#[test]
fn the_same_faults_are_reported_in_the_same_order() {
    let broken = |site: Site| {
        let pages = ["a", "b", "c", "d", "e", "f"];
        pages.iter().fold(site, |site, page| {
            site.file(
                &format!("content/{page}.md"),
                "---\ntitel: A\n---\n# B\n\n[c](x.md)\n",
            )
        })
    };
    let one = broken(Site::new()).arg("--jobs").arg("1");
    let two = broken(Site::new()).arg("--jobs").arg("2");
    assert_eq!(one.check().stderr, two.check().stderr);
}
