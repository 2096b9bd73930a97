//! Updates of few files: what they touch, what they leave, and when the whole site is asked for.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use raccordo::base::digest::Digest;
use raccordo::base::output::{Output, OutputPath};
use raccordo::site::publish::{MANIFEST, MemoryWriter, PublishError, Publisher, Update};

use crate::site::{Site, copy, outputs, publish, said};

#[test]
fn an_update_changes_what_it_names() {
    let (site, mut publisher) =
        started(&[("index.html", "1"), ("kept", "k"), ("old/index.html", "o")]);
    let before = site.seen();
    let change = update(
        &[("index.html", "2"), ("new/index.html", "n")],
        &["old/index.html"],
    );
    assert_eq!(
        said(&publisher.publish(change).unwrap()),
        "+new/index.html ~index.html -old/index.html =1"
    );
    assert_eq!(site.texts(), ["index.html 2", "kept k", "new/index.html n"]);
    assert_eq!(before["kept"], site.seen()["kept"]);
    assert!(!site.out().join("old").exists());
    let manifest = fs::read_to_string(site.out().join(MANIFEST)).unwrap();
    assert_eq!(
        manifest,
        "raccordo-manifest 2\nindex.html\nkept\nnew/index.html\n"
    );

    let manifest = site.seen()[MANIFEST].clone();
    for round in 0..4 {
        let text = round.to_string();
        assert_eq!(
            said(&publisher.publish(update(&[("kept", &text)], &[])).unwrap()),
            "~kept =2"
        );
        assert_eq!(
            site.texts(),
            ["index.html 2", &format!("kept {text}"), "new/index.html n"]
        );
    }
    assert_eq!(manifest, site.seen()[MANIFEST]);
}

#[test]
fn an_update_does_not_walk_the_site() {
    let (site, mut publisher) = started(&[("a", "1"), ("b/index.html", "b")]);
    publisher.publish(update(&[("a", "2")], &[])).unwrap();
    // A walk would find this one, and ask for the site.
    site.put("b/index.html", "tampered");
    assert_eq!(
        said(&publisher.publish(update(&[("a", "3")], &[])).unwrap()),
        "~a =1"
    );
    assert_eq!(site.texts(), ["a 3", "b/index.html tampered"]);
    assert!(is_lost(publisher.prepare().unwrap_err()));
    let whole = Update::whole(outputs(&[("a", "3"), ("b/index.html", "b")]));
    assert_eq!(said(&publisher.publish(whole).unwrap()), "~b/index.html =1");
}

#[test]
fn an_update_with_the_same_bytes_touches_nothing() {
    let (site, mut publisher) = started(&[("a", "1"), ("b", "2")]);
    let before = (site.seen(), site.folder_times());
    let same = update(&[("a", "1"), ("b", "2")], &["c"]);
    assert_eq!(said(&publisher.publish(same).unwrap()), "=2");
    assert_eq!(said(&publisher.publish(Update::default()).unwrap()), "=2");
    assert_eq!((site.seen(), site.folder_times()), before);
}

#[test]
fn the_first_update_is_whole() {
    let site = Site::new();
    let mut publisher = Publisher::open(&site.out()).unwrap();
    assert!(is_lost(
        publisher.publish(update(&[("a", "1")], &[])).unwrap_err()
    ));
    assert!(publisher.prepare().unwrap().is_empty());
    assert!(!site.out().exists());
    publisher
        .publish(Update::whole(outputs(&[("b", "1")])))
        .unwrap();
    assert_eq!(site.texts(), ["b 1"]);
}

#[test]
fn what_could_not_be_published_is_published_with_the_next_update() {
    let (site, mut publisher) = started(&[("a", "1"), ("b", "2")]);
    site.put("x", "theirs");
    publisher.prepare().unwrap();
    let refused = update(&[("x/index.html", "x"), ("a", "2"), ("c", "3")], &["b"]);
    let error = publisher.publish(refused).unwrap_err();
    assert!(matches!(error, PublishError::InTheWay { .. }), "{error}");
    assert_eq!(site.texts(), ["a 1", "b 2", "x theirs"]);
    // Newer wins.
    let more = publisher.publish(update(&[("a", "3"), ("b", "4")], &["c"]));
    assert!(matches!(more, Err(PublishError::InTheWay { .. })));
    fs::remove_file(site.out().join("x")).unwrap();
    let delta = publisher.publish(Update::default()).unwrap();
    assert_eq!(said(&delta), "+x/index.html ~a ~b =0");
    assert_eq!(site.texts(), ["a 3", "b 4", "x/index.html x"]);
}

#[test]
fn a_whole_site_that_could_not_be_published_is_not_lost_either() {
    let site = Site::new();
    site.put("x", "theirs");
    let mut publisher = Publisher::open(&site.out()).unwrap();
    let whole = Update::whole(outputs(&[("x/y", "1"), ("z", "2")]));
    assert!(matches!(
        publisher.publish(whole),
        Err(PublishError::InTheWay { .. })
    ));
    let delta = publisher.publish(update(&[("w", "3")], &["x/y"])).unwrap();
    assert_eq!(said(&delta), "+w +z =0");
    assert_eq!(site.texts(), ["w 3", "x theirs", "z 2"]);
}

#[test]
fn a_source_that_vanished_is_tried_again() {
    let (site, mut publisher) = started(&[("a", "1")]);
    let source = site.root.path().join("source");
    fs::write(&source, "bytes").unwrap();
    let put = copy("copy", &source);
    fs::remove_file(&source).unwrap();
    let change = Update {
        put: vec![put],
        ..Update::default()
    };
    assert!(publisher.publish(change).is_err());
    assert_eq!(site.texts(), ["a 1"]);
    fs::write(&source, "other bytes").unwrap();
    publisher.publish(Update::default()).unwrap();
    assert_eq!(site.texts(), ["a 1", "copy other bytes"]);
    // What counts is what was copied.
    fs::write(&source, "bytes").unwrap();
    let change = Update {
        put: vec![copy("copy", &source)],
        ..Update::default()
    };
    assert_eq!(said(&publisher.publish(change).unwrap()), "~copy =1");
    assert_eq!(site.texts(), ["a 1", "copy bytes"]);
}

#[test]
fn if_the_folder_is_gone_the_whole_site_is_asked_for() {
    let files = [("a", "1"), ("b/c", "2")];
    let (site, mut publisher) = started(&files);
    fs::remove_dir_all(site.out()).unwrap();
    assert!(is_lost(
        publisher.publish(update(&[("a", "3")], &[])).unwrap_err()
    ));
    assert!(is_lost(publisher.publish(Update::default()).unwrap_err()));
    publisher
        .publish(Update::whole(outputs(&[("a", "3"), files[1]])))
        .unwrap();
    assert_eq!(site.texts(), ["a 3", "b/c 2"]);
    publisher.publish(update(&[("a", "4")], &[])).unwrap();
    assert_eq!(site.texts(), ["a 4", "b/c 2"]);
}

#[test]
fn if_the_folder_is_another_one_that_is_seen() {
    let (site, mut publisher) = started(&[("a", "1"), ("b", "2")]);
    publisher.publish(update(&[("a", "2")], &[])).unwrap();
    // Another tool wrote the same site, and more, by itself.
    let other = site.root.path().join("other");
    fs::create_dir(&other).unwrap();
    for file in ["a", "b", MANIFEST] {
        fs::copy(site.out().join(file), other.join(file)).unwrap();
    }
    fs::write(other.join("more"), "m").unwrap();
    fs::remove_dir_all(site.out()).unwrap();
    fs::rename(&other, site.out()).unwrap();
    publisher.publish(update(&[("a", "3")], &[])).unwrap();
    assert_eq!(site.texts(), ["a 3", "b 2", "more m"]);
}

#[test]
fn a_lost_work_folder_costs_time_only() {
    let (site, mut publisher) = started(&[("a", "1"), ("b", "2")]);
    for round in 0..3 {
        fs::remove_dir_all(site.root.path().join(".out.raccordo")).unwrap();
        publisher
            .publish(update(&[("a", &format!("x{round}"))], &[]))
            .unwrap();
        assert_eq!(site.texts(), [format!("a x{round}"), "b 2".to_owned()]);
        assert!(matches!(
            Publisher::open(&site.out()),
            Err(PublishError::Busy { .. })
        ));
    }
}

#[test]
fn foreign_things_stay_through_updates() {
    let (site, mut publisher) = started(&[("index.html", "1"), ("a/index.html", "a")]);
    let mut round = 0;
    let mut publish = |publisher: &mut Publisher| {
        round += 1;
        publisher
            .publish(update(&[("index.html", &format!("round {round}"))], &[]))
            .unwrap();
    };
    publish(&mut publisher);
    // At once: what appears or changes at the top, and what is known to be foreign.
    site.put("CNAME", "example.org");
    site.put(".git/index", "old");
    publish(&mut publisher);
    publish(&mut publisher);
    fs::write(site.root.path().join("index.new"), "new").unwrap();
    fs::rename(
        site.root.path().join("index.new"),
        site.out().join(".git/index"),
    )
    .unwrap();
    site.put(".git/objects", "object");
    for _ in 0..3 {
        publish(&mut publisher);
        let texts = site.texts();
        assert_eq!(
            texts[..3],
            [".git/index new", ".git/objects object", "CNAME example.org"]
        );
    }
    fs::remove_file(site.out().join("CNAME")).unwrap();
    for _ in 0..3 {
        publish(&mut publisher);
        assert!(!site.out().join("CNAME").exists());
    }
    // Deep in a folder of the site: at the latest when there is time.
    site.put("a/notes.txt", "notes");
    fs::create_dir(site.out().join("a/empty")).unwrap();
    publish(&mut publisher);
    publisher.prepare().unwrap();
    for _ in 0..3 {
        let notes = fs::read_to_string(site.out().join("a/notes.txt")).unwrap();
        assert_eq!(notes, "notes");
        publish(&mut publisher);
    }
    publisher
        .publish(Update::whole(outputs(&[("index.html", "1")])))
        .unwrap();
    assert!(site.out().join("a/notes.txt").exists());
}

#[test]
fn no_update_leads_through_a_link_out_of_the_folder() {
    let (site, mut publisher) = started(&[("a/x", "1"), ("b", "2")]);
    let outside = site.root.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("x"), "precious").unwrap();
    publisher.publish(update(&[("a/x", "3")], &[])).unwrap();
    fs::remove_dir_all(site.out().join("a")).unwrap();
    symlink(&outside, site.out().join("a")).unwrap();
    for text in ["4", "5", "6"] {
        let error = publisher
            .publish(update(&[("a/x", text), ("a/y", text)], &[]))
            .unwrap_err();
        assert!(matches!(error, PublishError::InTheWay { .. }), "{error}");
    }
    assert_eq!(fs::read(outside.join("x")).unwrap(), b"precious");
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
}

#[test]
fn folders_keep_their_permissions_through_updates() {
    let (site, mut publisher) = started(&[("a/x", "1"), ("b", "2")]);
    fs::set_permissions(site.out().join("a"), fs::Permissions::from_mode(0o750)).unwrap();
    publisher.prepare().unwrap();
    for text in ["2", "3", "4"] {
        publisher.publish(update(&[("a/x", text)], &[])).unwrap();
        let mode = fs::metadata(site.out().join("a")).unwrap().mode();
        assert_eq!(mode & 0o777, 0o750);
    }
}

#[test]
fn files_become_folders_and_folders_files() {
    let (site, mut publisher) = started(&[("a", "1"), ("b", "2")]);
    for _ in 0..3 {
        let delta = publisher
            .publish(update(&[("a/c/d", "3")], &["a"]))
            .unwrap();
        assert_eq!(said(&delta), "+a/c/d -a =1");
        assert_eq!(site.texts(), ["a/c/d 3", "b 2"]);
        let delta = publisher
            .publish(update(&[("a", "1")], &["a/c/d"]))
            .unwrap();
        assert_eq!(said(&delta), "+a -a/c/d =1");
        assert_eq!(site.texts(), ["a 1", "b 2"]);
    }
    let clash = publisher.publish(update(&[("a/x", "3")], &[])).unwrap_err();
    assert!(matches!(clash, PublishError::Clash { .. }), "{clash}");
    publisher.publish(update(&[], &["a"])).unwrap();
    assert_eq!(site.texts(), ["a/x 3", "b 2"]);
}

#[test]
fn the_next_process_carries_on() {
    let (site, mut publisher) = started(&[("a", "1"), ("b", "2")]);
    // Old enough for the digests to be saved.
    std::thread::sleep(std::time::Duration::from_millis(100));
    publisher.prepare().unwrap();
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
fn who_goes_on_puts_one_file_in_the_place_of_another() {
    let site = Site::new();
    let stamps = || fs::read(site.root.path().join(".out.raccordo/stamps")).unwrap();
    let mut publisher = gone_on(&site, &[("a", "1"), ("b", "2")]);
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
    let mut publisher = gone_on(&site, &[("a", "3"), ("b", "2")]);
    fs::remove_file(site.out().join("a")).unwrap();
    publisher.publish(update(&[("a", "4")], &[])).unwrap();
    drop(publisher);
    assert_eq!(site.texts(), ["CNAME foreign", "a 4", "b 2"]);

    // A new file is listed, though somebody's lies at its path.
    site.put("c", "foreign");
    let mut publisher = gone_on(&site, &[("a", "4"), ("b", "2")]);
    publisher.publish(update(&[("c", "5")], &[])).unwrap();
    drop(publisher);
    assert_eq!(said(&site.publish(&[("a", "4"), ("b", "2")])), "-c =2");
    assert_eq!(site.texts(), ["CNAME foreign", "a 4", "b 2"]);
}

#[test]
fn nobody_goes_on_where_nothing_says_what_is_published() {
    let site = Site::new();
    let of = Digest::of(b"this");
    let mut publisher = Publisher::open(&site.out()).unwrap();
    let keep = |publisher: &Publisher| {
        let keeper = publisher.memory_keeper();
        assert!(keeper.keep(of, MemoryWriter::end_block));
    };
    keep(&publisher);
    assert!(publisher.resume(of, |_| Some(())).is_none());
    publisher.publish(Update::whole(Vec::new())).unwrap();
    drop(publisher);
    let listed = fs::read(site.out().join(MANIFEST)).unwrap();

    for other in ["raccordo-manifest 2\n\n", "raccordo-manifest 1\n", ""] {
        site.put(MANIFEST, other);
        let mut publisher = Publisher::open(&site.out()).unwrap();
        keep(&publisher);
        assert!(publisher.resume(of, |_| Some(())).is_none(), "{other:?}");
        publisher.publish(Update::whole(Vec::new())).unwrap();
        assert_eq!(fs::read(site.out().join(MANIFEST)).unwrap(), listed);
    }
}

/// A publisher that goes on where the last one ended, with a site of these files, all of which are known.
fn gone_on(site: &Site, files: &[(&str, &str)]) -> Publisher {
    let of = Digest::of(b"this");
    site.publish(files);
    std::thread::sleep(std::time::Duration::from_millis(100));
    site.publish(files);
    let mut publisher = Publisher::open(&site.out()).unwrap();
    let keeper = publisher.memory_keeper();
    assert!(keeper.keep(of, MemoryWriter::end_block));
    publisher.look_through();
    let went_on = publisher.resume(of, |_| Some(()));
    assert_eq!(went_on.unwrap().1.len(), files.len());
    publisher
}

/// A site that is published and ready for updates.
fn started(files: &[(&str, &str)]) -> (Site, Publisher) {
    let site = Site::new();
    let mut publisher = Publisher::open(&site.out()).unwrap();
    publisher.publish(Update::whole(outputs(files))).unwrap();
    publisher.prepare().unwrap();
    (site, publisher)
}

fn update(put: &[(&str, &str)], removed: &[&str]) -> Update {
    Update {
        whole: false,
        put: put
            .iter()
            .map(|(path, text)| Output::of(OutputPath::file(path), text.as_bytes().to_vec()))
            .collect(),
        removed: removed.iter().map(|path| OutputPath::file(path)).collect(),
    }
}

fn is_lost(error: PublishError) -> bool {
    matches!(error, PublishError::Lost { .. })
}
