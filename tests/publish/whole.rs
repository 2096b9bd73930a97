//! Publishing: what is kept, created, replaced, removed; what is never touched; what is refused.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use raccordo::base::output::Output;
use raccordo::site::publish::{MANIFEST, PublishError};

use crate::site::{Site, copy, outputs, publish, said};

#[test]
fn the_first_site_is_all_created() {
    let site = Site::new();
    let delta = site.publish(&[("index.html", "home"), ("a/b/index.html", "ab")]);
    assert_eq!(said(&delta), "+a/b/index.html +index.html =0");
    assert_eq!(site.texts(), ["a/b/index.html ab", "index.html home"]);
    let manifest = fs::read_to_string(site.out().join(MANIFEST)).unwrap();
    assert_eq!(
        manifest,
        "raccordo-manifest 2\na/b/index.html\nindex.html\n"
    );
}

#[test]
fn only_what_changed_changes() {
    let site = Site::new();
    site.publish(&[("index.html", "1"), ("kept", "k"), ("old/index.html", "o")]);
    let before = site.seen();
    let delta = site.publish(&[("index.html", "2"), ("kept", "k"), ("new/index.html", "n")]);
    assert_eq!(
        said(&delta),
        "+new/index.html ~index.html -old/index.html =1"
    );
    let after = site.seen();
    assert_eq!(before["kept"], after["kept"]);
    assert!(before["index.html"].1 < after["index.html"].1);
    assert!(!site.out().join("old").exists());
}

#[test]
fn one_file_with_other_bytes_takes_the_place_of_the_one_before() {
    let site = Site::new();
    let work = site.root.path().join(".out.raccordo");
    let folder = || fs::metadata(site.out()).unwrap().ino();
    site.publish(&[("a/index.html", "1"), ("b", "b")]);
    site.put("CNAME", "foreign");
    let (before, at) = (site.seen(), folder());
    let delta = site.publish(&[("a/index.html", "2"), ("b", "b")]);
    assert_eq!(said(&delta), "~a/index.html =1");
    let after = site.seen();
    assert_eq!(site.texts(), ["CNAME foreign", "a/index.html 2", "b b"]);
    assert_eq!((&before["b"], folder()), (&after["b"], at));
    // No other tree was made for that, and nothing is left.
    assert!(!work.join("site").exists() && !work.join("single").exists());

    let source = site.root.path().join("source");
    fs::write(&source, "3").unwrap();
    let copied = [
        copy("a/index.html", &source),
        outputs(&[("b", "b")]).remove(0),
    ];
    assert_eq!(
        said(&publish(&site.out(), &copied).unwrap()),
        "~a/index.html =1"
    );
    assert_eq!(said(&publish(&site.out(), &copied).unwrap()), "=2");
    fs::remove_file(&source).unwrap();
    let gone = publish(
        &site.out(),
        &[
            copy("b", &source),
            outputs(&[("a/index.html", "3")]).remove(0),
        ],
    );
    assert!(
        matches!(gone, Err(PublishError::Vanished { .. })),
        "{gone:?}"
    );
    assert_eq!(site.texts(), ["CNAME foreign", "a/index.html 3", "b b"]);

    // What lies in its way is no reason to give up.
    site.put("../.out.raccordo/single/by/hand", "");
    site.publish(&[("a/index.html", "4"), ("b", "b")]);
    assert_eq!(site.texts(), ["CNAME foreign", "a/index.html 4", "b b"]);
    assert_ne!(folder(), at);
    site.publish(&[("a/index.html", "5"), ("b", "c")]);
    assert_eq!(site.texts(), ["CNAME foreign", "a/index.html 5", "b c"]);
}

#[test]
fn a_file_that_goes_back_to_earlier_bytes_does_not_go_back_in_time() {
    let site = Site::new();
    site.publish(&[("a", "1")]);
    site.publish(&[("a", "2")]);
    let before = site.seen();
    site.publish(&[("a", "1")]);
    assert!(before["a"].1 <= site.seen()["a"].1);
    assert_ne!(before["a"].2, site.seen()["a"].2);
}

#[test]
fn the_same_site_again_touches_nothing() {
    let site = Site::new();
    let files = [("index.html", "home"), ("a/index.html", "a")];
    site.publish(&files);
    let (before, folders) = (site.seen(), site.folder_times());
    for _ in 0..3 {
        assert_eq!(said(&site.publish(&files)), "=2");
        assert_eq!(
            (site.seen(), site.folder_times()),
            (before.clone(), folders.clone())
        );
    }
}

#[test]
fn foreign_things_stay() {
    let site = Site::new();
    site.publish(&[("index.html", "1"), ("a/index.html", "a")]);
    site.put("CNAME", "example.org");
    site.put(".git/objects/x", "object");
    site.put("a/notes.txt", "notes");
    fs::create_dir_all(site.out().join("empty/er")).unwrap();
    let private = fs::Permissions::from_mode(0o700);
    fs::set_permissions(site.out().join(".git"), private).unwrap();
    symlink("nowhere", site.out().join("link")).unwrap();
    let before = site.seen();
    for round in 0..3 {
        site.publish(&[("index.html", &format!("round {round}"))]);
        let after = site.seen();
        for path in ["CNAME", ".git/objects/x", "a/notes.txt", "link"] {
            assert_eq!(before[path], after[path], "{path}");
        }
        assert!(site.out().join("empty/er").is_dir());
        assert!(!site.out().join("a/index.html").exists());
        let mode = fs::metadata(site.out().join(".git")).unwrap().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
    fs::remove_file(site.out().join("CNAME")).unwrap();
    site.publish(&[("index.html", "last")]);
    site.publish(&[("index.html", "very last")]);
    assert!(!site.out().join("CNAME").exists());
}

#[test]
fn a_foreign_file_in_the_place_of_an_output_stays_and_nothing_is_published() {
    for is_first in [true, false] {
        let site = Site::new();
        if !is_first {
            site.publish(&[("index.html", "home")]);
        }
        site.put("a/robots.txt", "theirs");
        let before = (site.seen(), site.folder_times());
        let wanted = outputs(&[("index.html", "new"), ("a/robots.txt", "ours")]);
        let error = publish(&site.out(), &wanted).unwrap_err();
        assert!(matches!(error, PublishError::InTheWay { .. }), "{error:?}");
        assert_eq!((site.seen(), site.folder_times()), before);
    }
}

#[test]
fn an_output_with_the_bytes_of_a_foreign_file_is_ours_from_then_on() {
    let site = Site::new();
    site.put("same.txt", "same");
    let before = site.seen();
    assert_eq!(said(&site.publish(&[("same.txt", "same")])), "=1");
    assert_eq!(before["same.txt"], site.seen()["same.txt"]);
    assert_eq!(said(&site.publish(&[])), "-same.txt =0");
    assert!(site.texts().is_empty());
}

#[test]
fn without_the_manifest_a_file_is_ours_as_long_as_nobody_edits_it() {
    for damage in [None, Some("damaged"), Some("")] {
        let site = Site::new();
        site.publish(&[("a", "1"), ("b", "1")]);
        std::thread::sleep(std::time::Duration::from_millis(100));
        site.publish(&[("a", "1"), ("b", "1")]);
        let manifest = site.out().join(MANIFEST);
        match damage {
            Some(text) => fs::write(manifest, text).unwrap(),
            None => fs::remove_file(manifest).unwrap(),
        }
        site.put("b", "edited");
        let refused = publish(&site.out(), &outputs(&[("a", "2"), ("b", "2")]));
        let refused = refused.unwrap_err();
        assert!(
            matches!(&refused, PublishError::InTheWay { path } if path.ends_with("out/b")),
            "{refused:?}"
        );
        fs::remove_file(site.out().join("b")).unwrap();
        assert_eq!(said(&site.publish(&[("a", "2"), ("b", "2")])), "+b ~a =0");
    }
}

#[test]
fn what_is_published_can_be_read_by_all_whatever_the_umask() {
    let site = Site::new();
    let source = site.root.path().join("source");
    fs::write(&source, "bytes").unwrap();
    let wanted = || {
        let mut wanted = outputs(&[("a/b/index.html", "page")]);
        wanted.push(copy("a/copy", &source));
        wanted
    };
    publish(&site.out(), &wanted()).unwrap();
    let mode = |path: &str| fs::metadata(site.out().join(path)).unwrap().mode() & 0o777;
    let modes = || ["a/copy", "a/b/index.html", "a/b", "a", ""].map(mode);
    assert_eq!(modes(), [0o644, 0o644, 0o755, 0o755, 0o755]);
    // What not even its owner may read is no page.
    let none = fs::Permissions::from_mode(0o000);
    fs::set_permissions(site.out().join("a/b/index.html"), none).unwrap();
    publish(&site.out(), &wanted()).unwrap();
    assert_eq!(modes(), [0o644, 0o644, 0o755, 0o755, 0o755]);
}

#[test]
fn nothing_is_written_through_a_link_in_the_place_of_an_own_file() {
    let victims = ["file", "folder/file"];
    for (link, target) in [
        ("stamps", "file"),
        ("stamps.new", "file"),
        ("memory", "file"),
        ("snapshot", "file"),
        ("snapshot.new", "file"),
        ("lock", "file"),
        ("lock", "nowhere"),
        ("clock", "file"),
        ("file", "file"),
        ("site", "folder"),
        ("drafts", "folder"),
        ("old", "folder"),
        ("", "folder"),
    ] {
        let site = Site::new();
        let at = |path: &str| site.root.path().join(path);
        fs::create_dir(at("folder")).unwrap();
        victims
            .iter()
            .for_each(|it| fs::write(at(it), "precious").unwrap());
        let own = at(".out.raccordo");
        if !link.is_empty() {
            fs::create_dir(&own).unwrap();
        }
        symlink(
            at(target),
            own.join(link).components().collect::<std::path::PathBuf>(),
        )
        .unwrap();
        for text in ["1", "2", "3"] {
            // Refusing is as good as doing without it.
            let published = publish(&site.out(), &outputs(&[("a", text), ("b/c", text)]));
            let refused = matches!(published, Err(PublishError::NotOwn { .. }));
            assert!(published.is_ok() || refused, "{link}: {published:?}");
            for victim in victims {
                assert_eq!(fs::read(at(victim)).unwrap(), b"precious", "{link}");
            }
            assert_eq!(fs::read_dir(at("folder")).unwrap().count(), 1, "{link}");
            assert!(!at("nowhere").exists(), "{link}");
        }
    }
}

#[test]
fn what_was_edited_or_deleted_by_hand_is_put_right() {
    let site = Site::new();
    let files = [("a", "aaa"), ("b/c", "ccc"), ("d", "ddd"), ("e", "eee")];
    site.publish(&files);
    site.publish(&files[..3]);
    site.publish(&files);
    // Old enough for the digests to be remembered: what is read again now is read for a reason.
    std::thread::sleep(std::time::Duration::from_millis(100));
    site.publish(&files);
    let before = site.seen();
    site.put("a", "xxx");
    fs::File::options()
        .write(true)
        .open(site.out().join("a"))
        .and_then(|file| file.set_modified(before["a"].1))
        .unwrap();
    fs::remove_dir_all(site.out().join("b")).unwrap();
    fs::remove_file(site.out().join("d")).unwrap();
    fs::create_dir(site.out().join("d")).unwrap();
    assert_eq!(said(&site.publish(&files)), "+b/c +d ~a =1");
    assert_eq!(site.texts(), ["a aaa", "b/c ccc", "d ddd", "e eee"]);
    assert_eq!(before["e"], site.seen()["e"]);
}

#[test]
fn a_file_becomes_a_folder_and_back() {
    let site = Site::new();
    site.publish(&[("a", "file")]);
    assert_eq!(said(&site.publish(&[("a/b", "inside")])), "+a/b -a =0");
    assert_eq!(said(&site.publish(&[("a", "file")])), "+a -a/b =0");
    assert_eq!(site.texts(), ["a file"]);
}

#[test]
fn with_a_damaged_manifest_nothing_is_removed_and_the_site_is_ours_again() {
    for damage in [
        &b"not a manifest"[..],
        b"",
        b"\xff\xfe",
        b"raccordo-manifest 2\nx",
    ] {
        let site = Site::new();
        site.publish(&[("a", "a"), ("b", "b")]);
        fs::write(site.out().join(MANIFEST), damage).unwrap();
        let before = site.seen();
        assert_eq!(said(&site.publish(&[("a", "a")])), "=1");
        assert_eq!(site.texts(), ["a a", "b b"]);
        assert_eq!(before["a"], site.seen()["a"]);
        assert_eq!(said(&site.publish(&[])), "-a =0");
        assert_eq!(site.texts(), ["b b"]);
    }
}

#[test]
fn a_manifest_cannot_lead_out_of_the_folder() {
    let site = Site::new();
    let outside = site.root.path().join("outside");
    fs::write(&outside, "precious").unwrap();
    site.put(MANIFEST, "raccordo-manifest 2\n../outside\n");
    site.publish(&[("a", "a")]);
    assert_eq!(fs::read(&outside).unwrap(), b"precious");
}

#[test]
fn a_linked_folder_is_followed_and_parents_are_made() {
    let site = Site::new();
    let real = site.root.path().join("deep/er/real");
    publish(&real, &outputs(&[("a", "1")])).unwrap();
    symlink(&real, site.out()).unwrap();
    assert_eq!(said(&site.publish(&[("a", "2")])), "~a =0");
    assert!(fs::symlink_metadata(site.out()).unwrap().is_symlink());
    assert_eq!(fs::read(real.join("a")).unwrap(), b"2");
}

#[test]
fn what_cannot_be_done_is_said_and_leaves_the_site_alone() {
    let vanished = copy("b", Path::new("/nowhere/at/all"));
    let folder = copy("b", Path::new("/"));
    let table: Vec<(Vec<Output>, &str)> = vec![
        (vec![vanished], "Vanished { path: \"/nowhere/at/all\" }"),
        (vec![folder], "Vanished { path: \"/\" }"),
        (
            outputs(&[("b", "1"), ("b", "2")]),
            "Clash { first: \"b\", second: \"b\" }",
        ),
        (
            outputs(&[("b", ""), ("b-c", ""), ("b/c", "")]),
            "Clash { first: \"b\", second: \"b/c\" }",
        ),
        (
            outputs(&[(MANIFEST, "")]),
            "Clash { first: \".raccordo-manifest\", second: \".raccordo-manifest\" }",
        ),
        (
            outputs(&[("CNAME/index.html", "")]),
            "InTheWay { path: \"OUT/CNAME\" }",
        ),
        (outputs(&[(".git", "")]), "InTheWay { path: \"OUT/.git\" }"),
    ];
    for (bad, message) in table {
        let site = Site::new();
        site.publish(&[("a", "a"), ("b", "b")]);
        site.put("CNAME", "example.org");
        site.put(".git/HEAD", "ref");
        let before = (site.seen(), site.folder_times());
        let mut wanted = outputs(&[("a", "other"), ("c", "new")]);
        wanted.extend(bad);
        let error = publish(&site.out(), &wanted).unwrap_err();
        let root = fs::canonicalize(site.root.path()).unwrap();
        let message = message.replace("OUT", &format!("{}/out", root.display()));
        assert_eq!(format!("{error:?}"), message);
        assert_eq!((site.seen(), site.folder_times()), before, "{message}");
        assert_eq!(
            said(&site.publish(&[("a", "other"), ("c", "new")])),
            "+c ~a -b =0"
        );
    }
}

#[test]
fn a_file_or_a_dead_link_is_no_output_folder() {
    let site = Site::new();
    fs::write(site.out(), "file").unwrap();
    let refused = || publish(&site.out(), &[]).unwrap_err();
    assert!(
        matches!(refused(), PublishError::NotAFolder { .. }),
        "{:?}",
        refused()
    );
    fs::remove_file(site.out()).unwrap();
    symlink("nowhere", site.out()).unwrap();
    assert!(
        matches!(refused(), PublishError::NotAFolder { .. }),
        "{:?}",
        refused()
    );
}

#[test]
fn two_builds_at_the_same_time_do_not_mix() {
    let site = Site::new();
    site.publish(&[("a", "1")]);
    let lock = fs::File::open(site.root.path().join(".out.raccordo/lock")).unwrap();
    lock.lock().unwrap();
    let error = publish(&site.out(), &outputs(&[("a", "2")])).unwrap_err();
    assert!(matches!(error, PublishError::Busy { .. }), "{error:?}");
    assert_eq!(site.texts(), ["a 1"]);
    drop(lock);
    site.publish(&[("a", "2")]);
}

#[test]
fn copies_have_the_bytes_but_not_the_permissions_of_their_source() {
    let site = Site::new();
    let source = site.root.path().join("source");
    fs::write(&source, "bytes").unwrap();
    fs::set_permissions(&source, fs::Permissions::from_mode(0o4755)).unwrap();
    publish(&site.out(), &[copy("copy", &source)]).unwrap();
    assert_eq!(site.texts(), ["copy bytes"]);
    assert_eq!(
        fs::metadata(site.out().join("copy")).unwrap().mode() & 0o4111,
        0
    );
    assert_eq!(
        said(&publish(&site.out(), &[copy("copy", &source)]).unwrap()),
        "=1"
    );
}
