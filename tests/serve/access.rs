//! What the server refuses: files outside the folder, and requests for another host.

use crate::client::{Site, site};

#[test]
fn nothing_outside_the_folder_is_served() {
    let site = site(&[("index.html", "home"), ("a/b.txt", "inside")]);
    std::fs::write(site.root.path().join("secret.txt"), "secret").unwrap();
    for path in [
        "/../secret.txt",
        "/a/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/.%2E/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%2e%2e%5csecret.txt",
        "/a/..%00/secret.txt",
        "/a%00.txt",
        "/%252e%252e/secret.txt",
        "//secret.txt",
        "/a//b.txt",
        "/a/./b.txt",
        "/a/../index.html",
        "/a/%2e%2e/index.html",
    ] {
        assert_eq!(site.get(path).status, 404, "{path}");
    }
    let absolute = site.root.path().join("secret.txt");
    let absolute = absolute.to_str().unwrap();
    for path in [
        absolute.to_owned(),
        format!("/{absolute}"),
        absolute.replace('/', "%2f"),
    ] {
        let path = format!("/{}", path.trim_start_matches("//"));
        assert_ne!(site.get(&path).status, 200, "{path}");
    }
}

#[test]
fn hidden_files_are_served_except_the_manifest() {
    let site = site(&[
        (".raccordo-manifest", "ours"),
        (".well-known/security.txt", "Contact"),
        (".nojekyll", ""),
    ]);
    for path in [
        "/.raccordo-manifest",
        "/%2Eraccordo-manifest",
        "/.raccordo%2Dmanifest",
    ] {
        assert_eq!(site.get(path).status, 404, "{path}");
    }
    assert_eq!(site.get("/.well-known/security.txt").text(), "Contact");
    assert_eq!(site.get("/.nojekyll").status, 200);
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_followed_within_the_folder_only() {
    use std::os::unix::fs::symlink;
    let site = site(&[("a/index.html", "inside"), (".raccordo-manifest", "ours")]);
    let (root, folder) = (site.root.path(), site.folder());
    std::fs::create_dir(root.join("out")).unwrap();
    std::fs::write(root.join("out/index.html"), "secret").unwrap();
    symlink(root.join("out"), folder.join("folder")).unwrap();
    symlink("../out/index.html", folder.join("file.html")).unwrap();
    symlink(".raccordo-manifest", folder.join("manifest.txt")).unwrap();
    symlink("loop", folder.join("loop")).unwrap();
    symlink("a", folder.join("good")).unwrap();
    symlink("../public/a/index.html", folder.join("way round.html")).unwrap();
    for path in [
        "/folder",
        "/folder/",
        "/folder/index.html",
        "/file.html",
        "/manifest.txt",
        "/loop",
    ] {
        let response = site.get(path);
        assert_eq!(response.status, 404, "{path}");
        assert!(!response.text().contains("secret"), "{path}");
    }
    for path in ["/good/", "/good/index.html", "/way%20round.html"] {
        assert!(site.get(path).text().starts_with("inside"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_the_folder_is_followed() {
    let site = site(&[("index.html", "home")]);
    let elsewhere = site.root.path().join("elsewhere");
    std::fs::rename(site.folder(), &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, site.folder()).unwrap();
    assert!(site.get("/").text().starts_with("home"));
}

#[test]
fn foreign_host_names_are_refused() {
    let site = site(&[("index.html", "home"), ("a.txt", "a")]);
    for path in [
        "/",
        "/a.txt",
        "/missing",
        "/__raccordo/events",
        "/__raccordo/reload.js",
    ] {
        for host in [
            "example.org",
            "localhost.example.org",
            "192.168.1.7:80",
            "",
            "a@localhost",
        ] {
            refused(&site, path, &[("Host", host)]);
        }
        refused(&site, path, &[]);
        refused(
            &site,
            path,
            &[("Host", "localhost"), ("Host", "example.org")],
        );
    }
    refused(&site, "http://example.org/", &[("Host", "localhost")]);
    let port = site.server.address().port();
    for host in [
        "localhost".to_owned(),
        format!("localhost:{port}"),
        "Prova.LOCALHOST:1".to_owned(),
        format!("127.0.0.1:{port}"),
        "[::1]".to_owned(),
    ] {
        let response = site.send_only("GET", "/", &[("Host", &host)]);
        assert_eq!(response.status, 200, "{host}");
    }
    let absolute = site.send_only("GET", "http://localhost/a.txt", &[("Host", "localhost")]);
    assert_eq!(absolute.text(), "a");
}

#[track_caller]
fn refused(site: &Site, path: &str, headers: &[(&str, &str)]) {
    let response = site.send_only("GET", path, headers);
    assert!(matches!(response.status, 400 | 403), "{path} {headers:?}");
    if response.status == 403 {
        assert_eq!(response.text(), "Nome non ammesso\n");
    }
}

#[test]
fn events_are_for_pages_of_this_server_only() {
    let site = site(&[]);
    let own = format!("http://{}", site.server.address());
    let path = "/__raccordo/events";
    for header in [
        ("Origin", "http://example.org"),
        ("Origin", "http://localhost:1"),
        ("Origin", "null"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
    ] {
        let response = site.send("GET", path, &[header]);
        assert_eq!(response.status, 403, "{header:?}");
    }
    for header in [("Origin", own.as_str()), ("Sec-Fetch-Site", "same-origin")] {
        assert!(site.listen("", &[header]).next().is_some(), "{header:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_read() {
    let site = site(&[("a.txt", "")]);
    let made = std::process::Command::new("mkfifo")
        .arg(site.folder().join("pipe"))
        .status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(site.get("/pipe").status, 404);
    }
}
