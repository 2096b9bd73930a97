//! Files are served as a static host serves them.

use crate::client::site;

#[test]
fn a_file_is_sent_with_its_media_type() {
    let site = site(&[]);
    for (name, kind) in [
        ("a.css", "text/css; charset=utf-8"),
        ("a.JS", "text/javascript; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.xml", "application/xml; charset=utf-8"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.atom", "application/atom+xml; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("a.webp", "image/webp"),
        ("a.png", "image/png"),
        ("a.ico", "image/x-icon"),
        ("a.woff2", "font/woff2"),
        ("a.pdf", "application/pdf"),
        ("a.ttl", "text/turtle; charset=utf-8"),
        ("a.jsonld", "application/ld+json; charset=utf-8"),
        ("a.nt", "application/n-triples; charset=utf-8"),
        ("a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("pagefind/wasm.it.pagefind", "application/octet-stream"),
        ("pagefind/a.pf_meta", "application/octet-stream"),
        ("CNAME", "application/octet-stream"),
    ] {
        site.write(name, "</body> è");
        let response = site.get(&format!("/{name}"));
        assert_eq!(response.status, 200, "{name}");
        assert_eq!(response.header("content-type"), Some(kind), "{name}");
        assert_eq!(response.header("content-length"), Some("10"), "{name}");
        assert_eq!(response.header("cache-control"), Some("no-store"), "{name}");
        assert_eq!(response.text(), "</body> è", "{name}");
    }
}

#[test]
fn names_may_have_spaces_accents_and_signs() {
    let site = site(&[("carta e penna/è+100%.txt", "sì")]);
    for path in [
        "/carta%20e%20penna/%C3%A8+100%25.txt",
        "/%63arta%20e%20penna/%c3%a8%2B100%25.txt?query=%2F..",
    ] {
        assert_eq!(site.get(path).text(), "sì", "{path}");
    }
    assert_eq!(site.get("/%FF.txt").status, 404);
}

#[test]
fn head_has_the_headers_of_get() {
    let site = site(&[("a.txt", "abc"), ("index.html", "<body></body>")]);
    for path in ["/a.txt", "/", "/missing"] {
        let (mut get, mut head) = (site.get(path), site.send("HEAD", path, &[]));
        assert!(!get.body.is_empty(), "{path}");
        assert_eq!(head.body, b"", "{path}");
        assert_eq!(head.status, get.status, "{path}");
        for response in [&mut get, &mut head] {
            response.headers.retain(|(name, _)| name != "date");
        }
        assert_eq!(head.headers, get.headers, "{path}");
    }
}

#[test]
fn other_methods_are_refused() {
    let site = site(&[("a.txt", "abc")]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "X"] {
        for path in ["/a.txt", "/missing"] {
            let response = site.send(method, path, &[]);
            assert_eq!(response.status, 405, "{method} {path}");
            assert_eq!(response.header("allow"), Some("GET, HEAD"), "{method}");
        }
    }
    let response = site.send("POST", "/__raccordo/events", &[]);
    assert_eq!(response.status, 405);
}

#[test]
fn a_range_of_a_file_is_sent() {
    let site = site(&[("a.txt", "0123456789")]);
    let part = |range: &str| site.send("GET", "/a.txt", &[("Range", range)]);
    let response = part("bytes=2-4");
    assert_eq!((response.status, response.text()), (206, "234"));
    assert_eq!(response.header("content-range"), Some("bytes 2-4/10"));
    assert_eq!(
        response.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    assert_eq!(part("bytes=-3").text(), "789");
    assert_eq!(part("bytes=7-").text(), "789");
    assert_eq!(part("bytes=10-").status, 416);
    for whole in ["bytes=0-1,4-5", "lines=1-2"] {
        let response = part(whole);
        assert_eq!(
            (response.status, response.text()),
            (200, "0123456789"),
            "{whole}"
        );
    }
}

#[test]
fn a_range_of_changed_bytes_is_the_whole_file() {
    let site = site(&[("a.txt", "0123456789")]);
    let tag = site.get("/a.txt").header("etag").unwrap().to_owned();
    let part = |tag: &str| {
        let headers = [("Range", "bytes=2-4"), ("If-Range", tag)];
        site.send("GET", "/a.txt", &headers)
    };
    assert_eq!(part(&tag).status, 206);
    site.write("a.txt", "abcdefghijk");
    let response = part(&tag);
    assert_eq!((response.status, response.text()), (200, "abcdefghijk"));
}

#[test]
fn an_unchanged_file_is_not_sent_again() {
    let site = site(&[("a.txt", "abc")]);
    let tag = site.get("/a.txt").header("etag").unwrap().to_owned();
    let again = || site.send("GET", "/a.txt", &[("If-None-Match", &tag)]);
    let response = again();
    assert_eq!((response.status, response.text()), (304, ""));
    assert_eq!(response.header("etag"), Some(tag.as_str()));
    std::thread::sleep(std::time::Duration::from_millis(20));
    site.write("a.txt", "abd");
    assert_eq!((again().status, again().text()), (200, "abd"));
}

#[test]
fn last_modified_is_sent_for_settled_files_only() {
    let site = site(&[("a.txt", "abc")]);
    assert_eq!(site.get("/a.txt").header("last-modified"), None);
    let file = std::fs::File::options()
        .write(true)
        .open(site.folder().join("a.txt"));
    let hour_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    file.unwrap().set_modified(hour_ago).unwrap();
    let date = site
        .get("/a.txt")
        .header("last-modified")
        .unwrap()
        .to_owned();
    let again = site.send("GET", "/a.txt", &[("If-Modified-Since", &date)]);
    assert_eq!(again.status, 304);
}

#[test]
fn a_large_file_is_sent_whole() {
    let text = "0123456789".repeat(100_000);
    let site = site(&[("a.bin", &text)]);
    assert_eq!(site.get("/a.bin").text(), text);
}
