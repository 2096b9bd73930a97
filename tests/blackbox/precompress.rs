//! `build --precompress`: compressed copies beside text files, which come and go with them.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::os::unix::fs::MetadataExt;

use crate::fixtures::{Files, full_files};
use crate::site::Site;

const TEXTS: [&str; 8] = ["html", "css", "js", "svg", "xml", "ics", "json", "txt"];

/// The larger of the sites, with the copies.
fn site() -> Site {
    Site::of(full_files()).file("content/stile.css", "a { color: red }\n".repeat(20))
}

fn build(site: &Site) -> Files {
    site.run(&["build", "--as-of", "2026-11-21", "--precompress"])
        .succeeds();
    site.built()
}

fn is_copy(path: &str) -> bool {
    [".br", ".gz", ".zst"].iter().any(|it| path.ends_with(it))
}

fn unpacked(path: &str, bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    match path.rsplit_once('.').unwrap().1 {
        "gz" => drop(
            flate2::read::GzDecoder::new(bytes)
                .read_to_end(&mut text)
                .unwrap(),
        ),
        "br" => brotli::BrotliDecompress(&mut &*bytes, &mut text).unwrap(),
        _ => zstd::stream::copy_decode(bytes, &mut text).unwrap(),
    }
    text
}

/// The inode of each file: another one was written anew.
fn inodes(site: &Site, files: &Files) -> BTreeSet<(String, u64)> {
    let inode = |path: &String| fs::metadata(site.path("public").join(path)).unwrap().ino();
    files.keys().map(|it| (it.clone(), inode(it))).collect()
}

#[test]
fn text_files_have_smaller_copies_with_the_same_text() {
    let built = build(&site());
    let mut endings = BTreeSet::new();
    for (path, bytes) in built.iter().filter(|(path, _)| is_copy(path)) {
        let (of, _) = path.rsplit_once('.').unwrap();
        assert_eq!(&unpacked(path, bytes), &built[of], "{path}");
        assert!(bytes.len() < built[of].len(), "{path}");
        endings.insert(of.rsplit_once('.').unwrap().1.to_owned());
    }
    assert!(
        endings.iter().all(|it| TEXTS.contains(&it.as_str())),
        "{endings:?}"
    );
    assert!(
        endings.contains("html") && endings.contains("css"),
        "{endings:?}"
    );
    for page in built.keys().filter(|path| path.ends_with(".html")) {
        // What leads on from an old address is short.
        let is_long = built[page].len() > 1000;
        for ending in [".br", ".gz", ".zst"] {
            assert!(
                !is_long || built.contains_key(&format!("{page}{ending}")),
                "{page}"
            );
        }
    }
    assert_eq!(built, build(&site()));
}

#[test]
fn a_file_whose_name_has_no_room_for_an_ending_has_no_copy() {
    let name = format!("{}.txt", "a".repeat(251));
    let site = site().file(&format!("content/{name}"), "parole ".repeat(500));
    let built = build(&site);
    assert!(built.contains_key(&name));
    assert!(!built.keys().any(|it| it.starts_with("aaa") && is_copy(it)));
}

#[test]
fn without_the_option_there_are_none_and_those_of_before_are_removed() {
    let with = site();
    let copied = build(&with);
    with.build().succeeds();
    let without = with.built();
    assert!(!without.keys().any(|path| is_copy(path)));
    assert_eq!(
        without.len(),
        copied.keys().filter(|path| !is_copy(path)).count()
    );
}

#[test]
fn copies_change_with_their_file_only() {
    let site = site();
    let before = build(&site);
    let at = inodes(&site, &before);
    assert_eq!(before, build(&site));
    assert_eq!(inodes(&site, &before), at);

    site.put("content/nota.txt", "una riga\n".repeat(40));
    let after = build(&site);
    let fresh: BTreeSet<String> = inodes(&site, &after)
        .difference(&at)
        .map(|it| it.0.clone())
        .collect();
    let fresh: Vec<&str> = fresh
        .iter()
        .map(String::as_str)
        .filter(|it| it.contains("nota"))
        .collect();
    assert_eq!(
        fresh,
        ["nota.txt", "nota.txt.br", "nota.txt.gz", "nota.txt.zst"]
    );

    site.put("content/nota.txt", "altra riga\n".repeat(40));
    let changed = build(&site);
    assert_eq!(
        unpacked("nota.txt.gz", &changed["nota.txt.gz"]),
        changed["nota.txt"]
    );
    assert_eq!(
        unpacked("nota.txt.br", &changed["nota.txt.br"]),
        changed["nota.txt"]
    );

    fs::remove_file(site.path("content/nota.txt")).unwrap();
    assert_eq!(build(&site), before);
}

#[test]
fn a_file_of_the_content_keeps_its_place_and_a_copy_that_somebody_changed_is_mended() {
    let site = site();
    site.put("content/nota.txt", "una riga\n".repeat(40));
    let before = build(&site);
    fs::write(site.path("public/nota.txt.gz"), "x").unwrap();
    fs::remove_file(site.path("public/nota.txt.br")).unwrap();
    assert_eq!(build(&site), before);

    site.put("content/nota.txt.gz", "mio");
    let own = build(&site);
    assert_eq!(own["nota.txt.gz"], b"mio");
    assert_eq!(own["nota.txt.br"], before["nota.txt.br"]);
    fs::remove_file(site.path("content/nota.txt.gz")).unwrap();
    assert_eq!(build(&site), before);
}
