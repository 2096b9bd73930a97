//! Updates of few files: what they touch, what they leave, and when the whole site is asked for.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use raccordo::base::output::{Output, OutputPath};
use raccordo::site::publish::{MANIFEST, PublishError, Publisher, Update};

use crate::site::{Site, copy, outputs, said};

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
    for names in WAYS {
        let (site, mut publisher) = started(&[("a", "1"), ("b/index.html", "b"), ("c", "1")]);
        publisher.publish(texts(names, "2")).unwrap();
        // A walk would find this one, and ask for the site.
        site.put("b/index.html", "tampered");
        publisher.publish(texts(names, "3")).unwrap();
        assert!(is_lost(publisher.tidy().unwrap_err()));
        assert_eq!(site.texts()[..2], ["a 3", "b/index.html tampered"]);
        let c = &site.texts()[2]["c ".len()..];
        let whole = Update::whole(outputs(&[("a", "3"), ("b/index.html", "b"), ("c", c)]));
        assert_eq!(said(&publisher.publish(whole).unwrap()), "~b/index.html =2");
    }
}

#[test]
fn an_update_of_one_file_replaces_it_in_place() {
    let (site, mut publisher) = started(&[("a", "1"), ("b", "2"), ("c/d", "3")]);
    let folder = || fs::metadata(site.out()).unwrap().ino();
    let before = (site.seen()["b"].clone(), folder());
    for text in ["4", "5"] {
        publisher.publish(update(&[("a", text)], &[])).unwrap();
        publisher.publish(update(&[("c/d", text)], &[])).unwrap();
        assert_eq!((site.seen()["b"].clone(), folder()), before);
    }
    // The spare tree is behind now in both files.
    publisher
        .publish(update(&[("a", "6"), ("b", "6")], &[]))
        .unwrap();
    assert_eq!(site.texts(), ["a 6", "b 6", "c/d 5"]);
    assert_ne!(folder(), before.1);
    publisher.publish(update(&[("a", "7")], &["b"])).unwrap();
    assert_eq!(site.texts(), ["a 7", "c/d 5"]);
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
fn a_foreign_file_with_the_bytes_of_a_new_one_becomes_the_site_s() {
    let (site, mut publisher) = started(&[("a", "1")]);
    site.put("x", "2");
    publisher.tidy().unwrap();
    let before = site.seen()["x"].clone();
    let new = update(&[("x", "2")], &[]);
    assert_eq!(said(&publisher.publish(new).unwrap()), "=2");
    assert_eq!(site.seen()["x"], before);
    publisher.publish(update(&[], &["x"])).unwrap();
    assert_eq!(site.texts(), ["a 1"]);
}

#[test]
fn the_first_update_is_whole() {
    let site = Site::new();
    let mut publisher = Publisher::open(&site.out()).unwrap();
    assert!(is_lost(
        publisher.publish(update(&[("a", "1")], &[])).unwrap_err()
    ));
    assert!(publisher.tidy().unwrap().is_empty());
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
    publisher.tidy().unwrap();
    let refused = update(&[("x/index.html", "x"), ("a", "2"), ("c", "3")], &["b"]);
    let error = publisher.publish(refused).unwrap_err();
    assert!(matches!(error, PublishError::InTheWay { .. }), "{error:?}");
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
    // What was checked were other bytes.
    fs::write(&source, "other bytes").unwrap();
    let refused = publisher.publish(Update::default()).unwrap_err();
    assert!(
        matches!(refused, PublishError::Vanished { .. }),
        "{refused:?}"
    );
    assert_eq!(site.texts(), ["a 1"]);
    let change = Update {
        put: vec![copy("copy", &source)],
        ..Update::default()
    };
    assert_eq!(said(&publisher.publish(change).unwrap()), "+copy =1");
    assert_eq!(site.texts(), ["a 1", "copy other bytes"]);
}

#[test]
fn a_file_that_takes_the_place_of_a_removed_page_and_its_folder_is_left_alone() {
    let files = [("a", "1"), ("d/index.html", "page")];
    let (site, mut publisher) = started(&files);
    fs::remove_dir_all(site.out().join("d")).unwrap();
    site.put("d", "theirs");
    // One update does not touch the page, one changes it, one takes it away.
    let _ = publisher.publish(update(&[("a", "2")], &[]));
    let _ = publisher.publish(Update::default());
    for wanted in [
        vec![("a", "3"), ("d/index.html", "page")],
        vec![("a", "4"), ("d/index.html", "new")],
    ] {
        let refused = publisher
            .publish(Update::whole(outputs(&wanted)))
            .unwrap_err();
        assert!(
            matches!(refused, PublishError::InTheWay { .. }),
            "{refused:?}"
        );
        assert!(site.texts().contains(&"d theirs".to_owned()));
    }
    publisher
        .publish(Update::whole(outputs(&[("a", "5")])))
        .unwrap();
    assert_eq!(site.texts(), ["a 5", "d theirs"]);
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
fn another_folder_in_the_place_of_the_site_is_noticed() {
    for names in WAYS {
        let (site, mut publisher) = started(&[("a", "1"), ("b", "2"), ("c", "1")]);
        publisher.publish(texts(names, "2")).unwrap();
        // Another tool wrote the same site, and more, by itself.
        let other = site.root.path().join("other");
        fs::create_dir(&other).unwrap();
        for file in ["a", "b", "c", MANIFEST] {
            fs::copy(site.out().join(file), other.join(file)).unwrap();
        }
        fs::write(other.join("more"), "m").unwrap();
        fs::remove_dir_all(site.out()).unwrap();
        fs::rename(&other, site.out()).unwrap();
        publisher.publish(texts(names, "3")).unwrap();
        publisher.publish(texts(&["a", "c"], "4")).unwrap();
        assert_eq!(site.texts(), ["a 4", "b 2", "c 4", "more m"]);
    }
}

#[test]
fn a_lost_work_folder_costs_time_only() {
    for names in WAYS {
        let (site, mut publisher) = started(&[("a", "1"), ("b", "2"), ("c", "1")]);
        for text in ["x0", "x1", "x2"] {
            fs::remove_dir_all(site.root.path().join(".out.raccordo")).unwrap();
            publisher.publish(texts(names, text)).unwrap();
            assert_eq!(site.texts()[..2], [format!("a {text}"), "b 2".to_owned()]);
            assert!(matches!(
                Publisher::open(&site.out()),
                Err(PublishError::Busy { .. })
            ));
        }
    }
}

#[test]
fn foreign_things_stay_through_updates() {
    let files = [("index.html", "1"), ("other", "1"), ("a/index.html", "a")];
    let (site, mut publisher) = started(&files);
    let mut round = 0;
    let mut publish = |publisher: &mut Publisher| {
        round += 1;
        // Two files: the folders are swapped each time.
        let update = texts(&["index.html", "other"], &format!("round {round}"));
        publisher.publish(update).unwrap();
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
    publisher.tidy().unwrap();
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
    // A link at the top is seen by a look at the folder itself, one below is not.
    for folder in ["a", "b/a"] {
        let [x, y, z] = ["x", "y", "z"].map(|name| format!("{folder}/{name}"));
        let (site, mut publisher) = started(&[(&x, "1"), (&y, "2"), ("b/c", "2")]);
        let outside = site.root.path().join("outside");
        fs::create_dir(&outside).unwrap();
        for name in ["x", "y"] {
            fs::write(outside.join(name), "precious").unwrap();
        }
        publisher.publish(texts(&[&x, &y], "3")).unwrap();
        fs::remove_dir_all(site.out().join(folder)).unwrap();
        symlink(&outside, site.out().join(folder)).unwrap();
        for text in ["4", "5", "6"] {
            let refused = texts(&[&x, &y, &z], text);
            let error = publisher.publish(refused).unwrap_err();
            assert!(matches!(error, PublishError::InTheWay { .. }), "{error:?}");
        }
        for name in ["x", "y"] {
            assert_eq!(fs::read(outside.join(name)).unwrap(), b"precious");
        }
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 2);
    }
}

#[test]
fn a_single_file_is_not_replaced_through_a_link() {
    let (site, mut publisher) = started(&[("b/a/x", "1"), ("b/c", "2")]);
    let outside = site.root.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("x"), "precious").unwrap();
    fs::remove_dir_all(site.out().join("b/a")).unwrap();
    symlink(&outside, site.out().join("b/a")).unwrap();
    let error = publisher
        .publish(update(&[("b/a/x", "3")], &[]))
        .unwrap_err();
    assert!(matches!(error, PublishError::InTheWay { .. }), "{error:?}");
    assert_eq!(fs::read(outside.join("x")).unwrap(), b"precious");
}

#[test]
fn folders_keep_their_permissions_through_updates() {
    let (site, mut publisher) = started(&[("a/x", "1"), ("b", "2")]);
    fs::set_permissions(site.out().join("a"), fs::Permissions::from_mode(0o750)).unwrap();
    publisher.tidy().unwrap();
    for text in ["3", "4", "5"] {
        publisher.publish(texts(&["a/x", "b"], text)).unwrap();
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
    assert!(matches!(clash, PublishError::Clash { .. }), "{clash:?}");
    publisher.publish(update(&[], &["a"])).unwrap();
    assert_eq!(site.texts(), ["a/x 3", "b 2"]);
}

/// Names of files: one that is replaced in place, and two that are swapped in.
const WAYS: [&[&str]; 2] = [&["a"], &["a", "c"]];

/// An update that gives these files the same text.
fn texts(names: &[&str], text: &str) -> Update {
    let files: Vec<(&str, &str)> = names.iter().map(|name| (*name, text)).collect();
    update(&files, &[])
}

/// A site that is published and ready for updates.
pub(crate) fn started(files: &[(&str, &str)]) -> (Site, Publisher) {
    let site = Site::new();
    let mut publisher = Publisher::open(&site.out()).unwrap();
    publisher.publish(Update::whole(outputs(files))).unwrap();
    publisher.tidy().unwrap();
    (site, publisher)
}

pub(crate) fn update(put: &[(&str, &str)], removed: &[&str]) -> Update {
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
