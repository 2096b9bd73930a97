//! Faults that only a file system can cause: links, permissions, names.
#![cfg(unix)]

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};

use tempfile::TempDir;

use crate::fixtures::temporary_folder;
use crate::site::Site;

/// A folder outside of the site, with a page that must not be read.
fn folder_with_a_secret() -> TempDir {
    let folder = temporary_folder();
    let page = "---\ntitle: Segreto\n---\n";
    fs::write(folder.path().join("secret.md"), page).unwrap();
    folder
}

#[test]
fn a_link_out_of_the_site_is_not_followed() {
    let elsewhere = folder_with_a_secret();
    let site = Site::new();
    symlink(
        elsewhere.path().join("secret.md"),
        site.path("content/file.md"),
    )
    .unwrap();
    symlink(elsewhere.path(), site.path("content/folder")).unwrap();
    symlink("../../../../etc/passwd", site.path("content/passwd.txt")).unwrap();
    let run = site.build_json();
    run.fails_with(&[
        "unreadable-file content/file.md:1:1",
        "unreadable-file content/folder:1:1",
        "unreadable-file content/passwd.txt:1:1",
    ]);
    assert!(!run.stdout.contains("Segreto"));
}

#[test]
fn content_that_is_a_link_out_of_the_site_is_not_read() {
    let elsewhere = folder_with_a_secret();
    let site = Site::new();
    fs::rename(site.path("content"), site.path("old")).unwrap();
    symlink(elsewhere.path(), site.path("content")).unwrap();
    let run = site.build_json();
    assert!(
        run.errors()
            .iter()
            .any(|it| it.starts_with("unreadable-file content")),
        "{}",
        run.stdout
    );
    run.fails();
}

#[test]
fn a_link_to_a_folder_above_is_an_error() {
    let site = Site::new();
    symlink("..", site.path("content/above")).unwrap();
    symlink("loop", site.path("content/loop")).unwrap();
    let run = site.build_json();
    assert_eq!(run.exit, Some(1), "{}", run.stdout);
}

#[test]
fn a_link_within_the_site_is_followed() {
    let site = Site::new();
    symlink("orari.md", site.path("content/anche.md")).unwrap();
    site.build().succeeds();
    assert!(site.built().contains_key("anche/index.html"));
}

#[test]
fn a_file_that_cannot_be_read() {
    let site = Site::new();
    let path = site.path("content/privacy.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_err() {
        let run = site.build_json();
        assert!(
            run.errors()
                .contains(&"unreadable-file content/privacy.md:1:1".to_owned())
        );
        run.fails();
    }
}

#[test]
fn a_name_that_is_not_text() {
    let site = Site::new();
    let name = std::ffi::OsStr::from_bytes(b"citt\xe0.md");
    fs::write(site.path("content").join(name), "---\ntitle: A\n---\n").unwrap();
    let run = site.build_json();
    assert!(
        run.errors()
            .iter()
            .all(|it| it.starts_with("unreadable-file content/citt")),
        "{}",
        run.stdout
    );
    run.fails();
}
