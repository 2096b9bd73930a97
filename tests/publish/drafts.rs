//! Outputs that wait on disk until they are published.

use std::fs;

use raccordo::base::digest::Digest;
use raccordo::base::output::{ContentStore, Output, OutputContent, OutputPath};
use raccordo::site::publish::{Drafts, PublishError, Publisher, Update};

use crate::site::Site;

/// A file of a megabyte.
fn large(number: u8) -> Vec<u8> {
    vec![number; 1 << 20]
}

/// Outputs that need more room than there is in memory.
fn many(store: &impl ContentStore) -> Vec<Output> {
    let outputs = (0..30).map(|number| Output {
        path: OutputPath::page(&number.to_string()),
        content: store.add(large(number)),
        digest: Digest::of(&large(number)),
    });
    outputs.collect()
}

fn drafts_among(outputs: &[Output]) -> usize {
    let is_draft = |output: &&Output| matches!(output.content, OutputContent::TemporaryFile(_));
    outputs.iter().filter(is_draft).count()
}

#[test]
fn what_waits_on_disk_is_published_and_leaves_nothing_behind() {
    let site = Site::new();
    let mut publisher = Publisher::open(&site.out()).unwrap();
    let outputs = many(&Drafts::new(|| publisher.drafts()));
    assert!((1..30).contains(&drafts_among(&outputs)));
    let drafts = publisher.drafts().unwrap();
    publisher.publish(Update::whole(outputs)).unwrap();
    for number in 0..30 {
        let page = site.out().join(format!("{number}/index.html"));
        assert_eq!(fs::read(page).unwrap(), large(number));
    }
    assert_eq!(fs::read_dir(&drafts).unwrap().count(), 0);
    drop(publisher);
    assert!(!drafts.exists());
}

#[test]
fn what_is_not_published_after_all_does_not_stay() {
    let site = Site::new();
    let publisher = Publisher::open(&site.out()).unwrap();
    let outputs = many(&Drafts::new(|| publisher.drafts()));
    let drafts = publisher.drafts().unwrap();
    assert_eq!(
        fs::read_dir(&drafts).unwrap().count(),
        drafts_among(&outputs)
    );
    drop(outputs);
    assert_eq!(fs::read_dir(&drafts).unwrap().count(), 0);
}

#[test]
fn without_a_folder_all_waits_in_memory() {
    assert_eq!(drafts_among(&many(&Drafts::new(|| None))), 0);
}

#[test]
fn drafts_that_are_gone_are_asked_for_again() {
    let site = Site::new();
    site.publish(&[("index.html", "old")]);
    let mut publisher = Publisher::open(&site.out()).unwrap();
    let outputs = many(&Drafts::new(|| publisher.drafts()));
    fs::remove_dir_all(publisher.drafts().unwrap()).unwrap();
    let error = publisher.publish(Update::whole(outputs)).unwrap_err();
    assert!(matches!(error, PublishError::Lost { .. }), "{error:?}");
    assert_eq!(site.texts(), ["index.html old"]);
    let again = many(&Drafts::new(|| publisher.drafts()));
    publisher.publish(Update::whole(again)).unwrap();
    assert_eq!(site.texts().len(), 30);
}

#[test]
fn drafts_of_a_build_that_was_killed_are_removed() {
    let site = Site::new();
    let left = site.root.path().join(".out.raccordo/drafts");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join("7"), "half a page").unwrap();
    drop(Publisher::open(&site.out()).unwrap());
    assert!(!left.exists());
}
