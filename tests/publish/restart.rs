//! What a new process takes over from the one before.

use std::fs;
use std::os::unix::fs::MetadataExt;

use raccordo::base::digest::Digest;
use raccordo::site::publish::{MANIFEST, Publisher, SnapshotFile, Update};

use crate::site::{Site, outputs, publish, said};
use crate::stat_cache::{forge_digest, settle};
use crate::updates::{started, update};

#[test]
fn unchanged_files_are_not_touched_after_a_kill() {
    let (site, mut publisher) = started(&[("a", "1"), ("b", "2")]);
    // Old enough for the digests to be saved.
    settle();
    publisher.tidy().unwrap();
    publisher
        .publish(update(&[("a", "3"), ("c", "4")], &["b"]))
        .unwrap();
    // As a kill does: nothing of what is in memory is saved.
    let saved = fs::read(site.root.path().join(".out.raccordo/stamps")).unwrap();
    drop(publisher);
    fs::write(site.root.path().join(".out.raccordo/stamps"), saved).unwrap();
    let before = site.seen();
    let wanted = outputs(&[("a", "3"), ("c", "4")]);
    assert_eq!(said(&publish(&site.out(), &wanted).unwrap()), "=2");
    assert_eq!(before, site.seen());
    assert_eq!(said(&publish(&site.out(), &[]).unwrap()), "-a -c =0");
}

#[test]
fn a_new_process_replaces_one_file_in_place() {
    let site = Site::new();
    let stamps = || fs::read(site.root.path().join(".out.raccordo/stamps")).unwrap();
    let mut publisher = restarted(&site, &[("a", "1"), ("b", "2")]);
    site.put("CNAME", "foreign");
    let (before, folder, known) = (site.seen(), fs::metadata(site.out()).unwrap(), stamps());
    let delta = publisher.publish(update(&[("a", "3")], &[])).unwrap();
    drop(publisher);
    assert_eq!(said(&delta), "~a =1");
    assert_eq!(site.texts(), ["CNAME foreign", "a 3", "b 2"]);
    assert_eq!(before["b"], site.seen()["b"]);
    assert_eq!(fs::metadata(site.out()).unwrap().ino(), folder.ino());
    assert_eq!(stamps(), known, "nothing else is looked at or written");

    // What somebody did since the look is no reason to give up.
    let mut publisher = restarted(&site, &[("a", "3"), ("b", "2")]);
    fs::remove_file(site.out().join("a")).unwrap();
    publisher.publish(update(&[("a", "4")], &[])).unwrap();
    drop(publisher);
    assert_eq!(site.texts(), ["CNAME foreign", "a 4", "b 2"]);

    // A new file is listed, though somebody's with the same bytes lies at its path; with others it is refused.
    site.put("c", "5");
    let mut publisher = restarted(&site, &[("a", "4"), ("b", "2")]);
    publisher.publish(update(&[("c", "6")], &[])).unwrap_err();
    publisher.publish(update(&[("c", "5")], &[])).unwrap();
    drop(publisher);
    assert_eq!(said(&site.publish(&[("a", "4"), ("b", "2")])), "-c =2");
    assert_eq!(site.texts(), ["CNAME foreign", "a 4", "b 2"]);
}

#[test]
fn without_an_exact_manifest_it_is_unknown_what_is_published() {
    let site = Site::new();
    let mut publisher = Publisher::open(&site.out()).unwrap();
    assert!(publisher.published_files().is_none());
    publisher.publish(Update::whole(Vec::new())).unwrap();
    drop(publisher);
    let listed = fs::read(site.out().join(MANIFEST)).unwrap();

    for other in ["raccordo-manifest 2\n\n", "raccordo-manifest 1\n", ""] {
        site.put(MANIFEST, other);
        let mut publisher = Publisher::open(&site.out()).unwrap();
        assert!(publisher.published_files().is_none(), "{other:?}");
        publisher.publish(Update::whole(Vec::new())).unwrap();
        assert_eq!(fs::read(site.out().join(MANIFEST)).unwrap(), listed);
    }
}

#[test]
fn a_file_with_a_known_stamp_is_not_read() {
    let site = Site::new();
    drop(restarted(&site, &[("a", "1"), ("b", "2")]));
    let stamps = site.root.path().join(".out.raccordo/stamps");
    let (digest, other) = (Digest::of(b"1"), Digest::of(b"other"));
    let forged = forge_digest(&fs::read(&stamps).unwrap(), digest, other);
    fs::write(&stamps, forged).unwrap();
    let digests = || -> Vec<Digest> {
        let mut publisher = Publisher::open(&site.out()).unwrap();
        publisher
            .published_files()
            .unwrap()
            .values()
            .copied()
            .collect()
    };
    assert_eq!(digests(), [other, Digest::of(b"2")]);
    fs::remove_file(stamps).unwrap();
    assert_eq!(digests(), [digest, Digest::of(b"2")]);
}

#[test]
fn a_missing_file_makes_it_unknown_what_is_published() {
    let site = Site::new();
    let files = [("a", "1"), ("b", "2")];
    drop(restarted(&site, &files));
    fs::remove_file(site.out().join("a")).unwrap();
    let mut publisher = Publisher::open(&site.out()).unwrap();
    assert!(publisher.published_files().is_none());
    assert!(publisher.publish(update(&[("b", "3")], &[])).is_err());
    publisher.publish(Update::whole(outputs(&files))).unwrap();
    assert_eq!(publisher.published_files().unwrap().len(), 2);
    assert_eq!(site.texts(), ["a 1", "b 2"]);
}

#[test]
fn a_snapshot_is_read_back_whole_or_not_at_all() {
    let site = Site::new();
    assert!(Publisher::read_snapshot(&site.out()).is_none());
    assert_eq!(fs::read_dir(site.root.path()).unwrap().count(), 0);
    site.publish(&[("a", "1")]);
    assert!(Publisher::read_snapshot(&site.out()).is_none());

    let publisher = Publisher::open(&site.out()).unwrap();
    let file = publisher.snapshot_file();
    for payload in [&b""[..], b"some bytes", &[7; 300_000]] {
        assert!(save(&file, payload));
        assert_eq!(Publisher::read_snapshot(&site.out()).unwrap(), payload);
    }
    assert!(save(&file, b"some bytes"));
    let path = site.root.path().join(".out.raccordo/snapshot");
    let whole = fs::read(&path).unwrap();
    let is_read = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        Publisher::read_snapshot(&site.out()).is_some()
    };
    assert!(is_read(&whole));
    for at in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[at] ^= 4;
        assert!(!is_read(&flipped), "{at}");
        assert!(!is_read(&whole[..at]), "{at}");
        assert!(!is_read(&whole[at + 1..]), "{at}");
    }
}

#[test]
fn a_snapshot_can_be_saved_while_a_site_is_published() {
    let site = Site::new();
    let mut publisher = Publisher::open(&site.out()).unwrap();
    let file = publisher.snapshot_file();
    let saving = std::thread::spawn(move || save(&file, b"some bytes"));
    publisher
        .publish(Update::whole(outputs(&[("a", "1")])))
        .unwrap();
    assert!(saving.join().unwrap());
    let snapshot = Publisher::read_snapshot(&site.out());
    assert_eq!(snapshot.unwrap(), b"some bytes");
}

#[test]
fn a_snapshot_that_cannot_be_saved_leaves_the_one_before() {
    let site = Site::new();
    site.publish(&[("a", "1")]);
    let publisher = Publisher::open(&site.out()).unwrap();
    let file = publisher.snapshot_file();
    assert!(save(&file, b"first"));
    // A folder is where the new file is written first.
    fs::create_dir(site.root.path().join(".out.raccordo/snapshot.new")).unwrap();
    assert!(!save(&file, b"second"));
    assert_eq!(Publisher::read_snapshot(&site.out()).unwrap(), b"first");
}

fn save(file: &SnapshotFile, payload: &[u8]) -> bool {
    file.save(|to| to.write_all(payload))
}

/// A publisher of a new process, after a site of these files was published. Their digests are known.
fn restarted(site: &Site, files: &[(&str, &str)]) -> Publisher {
    site.publish(files);
    settle();
    site.publish(files);
    let mut publisher = Publisher::open(&site.out()).unwrap();
    assert_eq!(publisher.published_files().unwrap().len(), files.len());
    publisher
}
