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

#[test]
fn a_removed_file_of_the_site_comes_back_though_nothing_was_edited() {
    let site = Site::new();
    site.build().succeeds();
    let whole = site.built();
    for removed in ["orari/index.html", "theme/mini.css", ".raccordo-manifest"] {
        fs::remove_file(site.path("public").join(removed)).unwrap();
        site.build().succeeds();
        assert_eq!(site.built(), whole, "{removed}");
        assert!(site.path("public/.raccordo-manifest").exists());
    }
    fs::remove_dir_all(site.path("public")).unwrap();
    site.build().succeeds();
    assert_eq!(site.built(), whole);
}

#[cfg(unix)]
#[test]
fn what_others_put_in_the_place_of_a_page_stays_and_nothing_is_written() {
    use std::os::unix::fs::symlink;
    type Put = fn(&std::path::Path);
    let file: Put = |path| fs::write(path, "di altri").unwrap();
    let link: Put = |path| symlink("../site.toml", path).unwrap();
    let folder: Put = |path| {
        fs::create_dir(path).unwrap();
        fs::write(path.join("nota"), "di altri").unwrap();
    };
    for (path, put) in [
        ("index.html", file),
        ("orari/index.html", file),
        ("theme/mini.css", file),
        ("index.html", link),
        ("orari", link),
        ("index.html", folder),
        ("404.html", folder),
        ("orari", file),
        (".raccordo-manifest", folder),
    ] {
        let site = Site::new();
        let at = site.path("public").join(path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        put(&at);
        let settings = fs::read(site.path("site.toml")).unwrap();
        let before = site.built();
        let run = site.build();
        assert_eq!(run.exit, Some(2), "{path}: {}", run.stderr);
        let name = path.rsplit('/').next().unwrap();
        assert!(run.stderr.contains(name), "{path}: {}", run.stderr);
        assert!(
            run.stderr.contains("move it away"),
            "{path}: {}",
            run.stderr
        );
        assert_eq!(site.built(), before, "{path}");
        assert_eq!(fs::read(site.path("site.toml")).unwrap(), settings);
        // Once it is away, the site is published.
        match at.symlink_metadata().unwrap().is_dir() {
            true => fs::remove_dir_all(&at).unwrap(),
            false => fs::remove_file(&at).unwrap(),
        }
        site.build().succeeds();
    }
}

#[cfg(unix)]
#[test]
fn all_may_read_the_site_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new();
    let status = std::process::Command::new("sh")
        .args(["-c", "umask 077; exec \"$@\"", "sh"])
        .arg(env!("CARGO_BIN_EXE_raccordo"))
        .args(["build", "--root"])
        .arg(site.root.path())
        .stdout(std::process::Stdio::null())
        .status();
    assert!(status.unwrap().success());
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&site.path("public")), 0o755);
    assert_eq!(mode(&site.path("public/orari")), 0o755);
    for path in site.built().keys() {
        assert_eq!(mode(&site.path("public").join(path)), 0o644, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_of_others_keeps_its_owner_and_one_for_all_users_is_refused() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let site = Site::new();
    let web = site.path("web");
    fs::create_dir_all(web.join("orari")).unwrap();
    fs::set_permissions(&web, fs::Permissions::from_mode(0o1777)).unwrap();
    let refused = site.run(&["build", "--out", "web"]);
    assert_eq!(refused.exit, Some(2), "{}", refused.stderr);
    assert!(refused.stderr.contains("for the files of all users"));
    assert_eq!(fs::read_dir(&web).unwrap().count(), 1);
    // Only a superuser gives a folder to somebody else; all others see that nothing changes.
    fs::set_permissions(&web, fs::Permissions::from_mode(0o2775)).unwrap();
    let _ = chown(web.join("orari"), Some(12345), Some(12346));
    let _ = chown(&web, Some(12345), Some(12346));
    let state = |path: &std::path::Path| {
        let metadata = fs::metadata(path).unwrap();
        (metadata.uid(), metadata.gid(), metadata.mode() & 0o777)
    };
    let before = [&web, &web.join("orari")].map(|it| state(it));
    for hours in ["Ieri", "Oggi", "Domani"] {
        site.put(
            "content/orari.md",
            format!("---\ntitle: {hours}\nsummary: S.\n---\n"),
        );
        site.run(&["build", "--out", "web"]).succeeds();
        let now = [&web, &web.join("orari")].map(|it| state(it));
        assert_eq!(now, before, "{hours}");
    }
}

#[test]
fn check_finds_what_cannot_be_published() {
    let parts = |count: usize| "/a".repeat(count);
    let long = "x".repeat(256);
    for alias in [
        parts(10_000),
        parts(100_000),
        parts(500),
        format!("/{long}"),
        format!("/{}", "è".repeat(128)),
        "/aux".to_owned(),
        "/a/Con.txt/b".to_owned(),
        "/a./b".to_owned(),
    ] {
        let page = format!("---\ntitle: A\nsummary: S.\naliases: [\"{alias}\"]\n---\n");
        let site = Site::new().file("content/a.md", page);
        let start: String = alias.chars().take(40).collect();
        let errors = site.run(&["check", "--format", "json"]).errors();
        assert_eq!(errors.len(), 1, "{start}");
        assert!(
            errors[0].starts_with("unpublishable-address content/a.md:4:"),
            "{start}: {errors:?}"
        );
        site.build().fails();
    }
    for (path, text) in [
        (
            format!("content/{}.md", "x".repeat(252)),
            "---\ntitle: A\nsummary: S.\n---\n",
        ),
        (
            "content/nul.md".to_owned(),
            "---\ntitle: A\nsummary: S.\n---\n",
        ),
        ("content/a./b.pdf".to_owned(), "%PDF"),
        ("content/a\nb.pdf".to_owned(), "%PDF"),
    ] {
        let site = Site::new().file(&path, text);
        let checked = site.run(&["check", "--format", "json"]);
        // A name that a disk took is published, or an error of the check; nothing else.
        assert_eq!(checked.exit, site.build().exit, "{path}");
        assert!(checked.exit < Some(2), "{path}");
    }
    for alias in [
        "/.raccordo-manifest",
        "/.Raccordo-Manifest",
        "/.raccordo-manifest/x",
    ] {
        let page = format!("---\ntitle: A\nsummary: S.\naliases: [{alias}]\n---\n");
        let site = Site::new().file("content/a.md", page);
        let errors = site.run(&["check", "--format", "json"]).errors();
        assert!(
            errors[0].contains(" content/a.md:4:"),
            "{alias}: {errors:?}"
        );
        site.build().fails();
    }
}
