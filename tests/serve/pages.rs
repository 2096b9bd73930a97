//! Pages: folders, the 404 page, the base path, and the script that is added.

use crate::client::{site, site_below};

const PAGE: &str = "<!doctype html><title>x</title><body><p>è</p></BODY></html>";

#[test]
fn a_folder_shows_its_index() {
    let site = site(&[("index.html", "home"), ("a b/è/index.html", "inner")]);
    for (path, text) in [
        ("/", "home"),
        ("/?q", "home"),
        ("/index.html", "home"),
        ("/a%20b/%C3%A8/", "inner"),
        ("/a%20b/%C3%A8/index.html", "inner"),
    ] {
        let response = site.get(path);
        assert_eq!(response.status, 200, "{path}");
        assert!(response.text().starts_with(text), "{path}");
        assert_eq!(
            response.header("content-type"),
            Some("text/html; charset=utf-8")
        );
    }
}

#[test]
fn a_folder_without_its_slash_is_redirected() {
    let site = site(&[("a b/index.html", ""), ("empty/a.txt", "")]);
    let response = site.get("/a%20b?q=1&r=%2F");
    assert_eq!(response.status, 301);
    assert_eq!(response.header("location"), Some("/a%20b/?q=1&r=%2F"));
    assert_eq!(response.header("cache-control"), Some("no-store"));
    // There is nothing to show, and no redirect that could lead to another host.
    for path in [
        "/empty",
        "/empty/",
        "//a%20b",
        "//example.org",
        "/a%20b/index.html/",
        "/a%20b//",
    ] {
        assert_eq!(site.get(path).status, 404, "{path}");
    }
}

#[test]
fn a_missing_page_is_the_404_page() {
    let site = site(&[("404.html", PAGE)]);
    for path in ["/missing", "/missing/a/", "/missing.css"] {
        let response = site.get(path);
        assert_eq!(response.status, 404, "{path}");
        assert!(response.text().contains("<p>è</p>"), "{path}");
        assert!(
            response.text().contains("data-page=\"/404.html\""),
            "{path}"
        );
        assert_eq!(
            response.header("content-type"),
            Some("text/html; charset=utf-8")
        );
        assert_eq!(response.header("cache-control"), Some("no-store"));
    }
}

#[test]
fn without_a_404_page_a_plain_one_is_served() {
    let site = site(&[]);
    for _ in 0..2 {
        let response = site.get("/");
        assert_eq!(response.status, 404);
        assert!(response.text().contains("<p>Qui no &amp; basta</p>"));
        assert!(response.text().contains("<html lang=\"it\">"));
        assert!(response.text().contains("/__raccordo/reload.js"));
        site.write("a.txt", "now there is a site");
    }
}

#[test]
fn a_site_can_be_below_a_path() {
    let files = [
        ("index.html", "home"),
        ("a/index.html", "a"),
        ("404.html", "none"),
    ];
    for base in ["/sub/x", "/sub/x/"] {
        let site = site_below(base, &files);
        for path in ["/", "/sub/x"] {
            let response = site.get(&format!("{path}?q"));
            assert_eq!(response.status, 302, "{path}");
            assert_eq!(response.header("location"), Some("/sub/x/?q"), "{path}");
        }
        assert!(site.get("/sub/x/").text().starts_with("home"));
        assert_eq!(site.get("/sub/x/a").header("location"), Some("/sub/x/a/"));
        for path in ["/sub/x/missing", "/a/", "/sub", "/sub/", "/sub/xa/"] {
            let response = site.get(path);
            assert_eq!(response.status, 404, "{path}");
            assert!(response.text().starts_with("none"), "{path}");
            assert!(response.text().contains("data-page=\"/sub/x/404.html\""));
        }
        assert_eq!(site.get("/__raccordo/reload.js").status, 200);
    }
}

#[test]
fn the_script_is_added_to_pages_before_their_end() {
    let site = site(&[
        ("index.html", PAGE),
        ("bare.html", "<p>no end"),
        ("odd.htm", "</body></body>"),
    ]);
    let response = site.get("/");
    let text = response.text();
    let (before, after) = text
        .split_once("<script src=\"/__raccordo/reload.js\" ")
        .unwrap();
    assert!(before.ends_with("<p>è</p>"));
    assert!(after.ends_with("data-page=\"/\" defer></script>\n</BODY></html>"));
    assert_eq!(
        response.header("content-length"),
        Some(text.len().to_string().as_str())
    );
    assert!(site.get("/bare.html").text().ends_with("defer></script>\n"));
    assert!(site.get("/odd.htm").text().ends_with("</script>\n</body>"));
    assert_eq!(
        std::fs::read_to_string(site.folder().join("index.html")).unwrap(),
        PAGE
    );
}

#[test]
fn a_page_is_always_sent_whole() {
    let site = site(&[("index.html", PAGE)]);
    let whole = site.get("/");
    assert_eq!(
        (whole.header("etag"), whole.header("last-modified")),
        (None, None)
    );
    for header in [
        ("Range", "bytes=0-3"),
        ("If-None-Match", "*"),
        ("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"),
        ("If-Match", "\"other\""),
    ] {
        let response = site.send("GET", "/", &[header]);
        assert_eq!(
            (response.status, response.text()),
            (200, whole.text()),
            "{header:?}"
        );
    }
}

#[test]
fn a_replaced_output_folder_is_served() {
    let site = site(&[("index.html", "old")]);
    assert!(site.get("/").text().starts_with("old"));
    std::fs::rename(site.folder(), site.root.path().join("retired")).unwrap();
    assert_eq!(site.get("/").status, 404);
    site.write("index.html", "new");
    assert!(site.get("/").text().starts_with("new"));
}

#[test]
fn requests_wait_while_the_folder_is_swapped() {
    let site = site(&[("index.html", "there"), ("a.txt", "there")]);
    let away = site.root.path().join("retired");
    let requests = std::thread::scope(|scope| {
        let swapping = scope.spawn(|| {
            for _ in 0..100 {
                std::fs::rename(site.folder(), &away).unwrap();
                std::fs::rename(&away, site.folder()).unwrap();
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
        });
        let mut requests = 0;
        while !swapping.is_finished() {
            for path in ["/", "/a.txt"] {
                assert_eq!(site.get(path).status, 200);
                requests += 1;
            }
        }
        requests
    });
    assert!(requests > 20, "{requests}");
}
