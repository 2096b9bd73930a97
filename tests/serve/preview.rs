//! Previews: pages that are served before they are published.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use raccordo::base::output::{OutputContent, OutputPath};
use raccordo::site::preview::{Preview, PreviewSink as _, Rest};
use serde_json::json;

use crate::client::{Response, Site, site, site_below};

fn files(names: &[&str]) -> Vec<OutputPath> {
    names.iter().map(|name| OutputPath::file(name)).collect()
}

/// Shows a preview of these pages without these removed files. `make` makes the pages that are requested.
fn show(
    site: &Site,
    pages: &'static [&'static str],
    removed: &[&str],
    make: fn(&str) -> Option<&'static str>,
) -> Arc<Preview> {
    let rest = Rest::Stays(files(removed).into_iter().collect());
    let base_path = site.base_path.to_owned();
    let preview = Preview::new(base_path, files(pages), BTreeMap::new(), rest);
    let preview = Arc::new(preview);
    site.server.show(Arc::clone(&preview));
    let maker = Arc::clone(&preview);
    thread::spawn(move || {
        while Arc::strong_count(&maker) > 1 {
            if let Some(request) = maker.next_request()
                && let Some(html) = make(pages[request.number])
            {
                request.answer(html.into());
            }
            thread::sleep(Duration::from_millis(1));
        }
    });
    preview
}

/// The page without the script that the server adds.
fn html(response: &Response) -> &str {
    let text = response.text();
    text.split("<script").next().unwrap()
}

/// Sends a request that must wait, calls `act` meanwhile, and returns the response.
fn meanwhile(site: &Site, path: &str, act: impl FnOnce()) -> Response {
    thread::scope(|scope| {
        let asking = scope.spawn(|| site.get(path));
        thread::sleep(Duration::from_millis(100));
        assert!(!asking.is_finished(), "{path} does not wait");
        act();
        asking.join().unwrap()
    })
}

#[test]
fn a_requested_page_is_served_before_the_site_is_published() {
    let site = site_below(
        "/sub/",
        &[("a/index.html", "old a"), ("b/index.html", "old b")],
    );
    let preview = show(&site, &["a/index.html", "c/index.html"], &[], |path| {
        Some(match path {
            "a/index.html" => "new a",
            _ => "new c",
        })
    });
    for (path, expected) in [
        ("/sub/a/", "new a"),
        ("/sub/a/index.html", "new a"),
        ("/sub/b/", "old b"),
        ("/sub/c/", "new c"),
    ] {
        let response = site.get(path);
        assert_eq!((response.status, html(&response)), (200, expected));
        assert_eq!(response.header("cache-control"), Some("no-store"));
    }
    assert!(site.get("/sub/a/").text().contains("data-page=\"/sub/a/\""));
    for path in ["/sub/a", "/sub/c"] {
        let response = site.get(path);
        let place = format!("{path}/");
        let expected = (301, Some(place.as_str()));
        assert_eq!((response.status, response.header("location")), expected);
    }
    site.write("a/index.html", "published a");
    site.server.published(&files(&["a/index.html"]));
    assert_eq!(html(&site.get("/sub/a/")), "published a");
    drop(preview);
}

#[test]
fn the_404_page_is_the_new_one() {
    let site = site(&[("404.html", "old")]);
    let preview = show(&site, &["404.html"], &[], |_| Some("new"));
    let response = site.get("/nowhere/");
    assert_eq!((response.status, html(&response)), (404, "new"));
    drop(preview);
}

#[test]
fn a_removed_page_waits_until_it_is_removed() {
    let site = site(&[("a/index.html", "old a")]);
    let preview = show(&site, &["b/index.html"], &["a/index.html"], |_| None);
    for path in ["/a/", "/a/index.html", "/a"] {
        let response = meanwhile(&site, path, || {
            std::fs::remove_dir_all(site.folder().join("a")).unwrap();
            site.server.published(&files(&["a/index.html"]));
        });
        assert_eq!(response.status, 404, "{path}");
        site.write("a/index.html", "old a");
        site.server.show(Arc::clone(&preview));
    }
}

#[test]
fn a_request_that_waits_in_vain_gets_the_published_page() {
    let site = site(&[("a/index.html", "old a")]);
    let preview = show(&site, &["a/index.html"], &[], |_| None);
    let response = meanwhile(&site, "/a/", || {
        site.write("a/index.html", "new a");
        site.server.published(&files(&["a/index.html"]));
    });
    assert_eq!(html(&response), "new a");
    site.server.show(Arc::clone(&preview));
    preview.close();
    let response = meanwhile(&site, "/a/", || site.server.withdraw_preview());
    assert_eq!(html(&response), "new a");
}

#[test]
fn a_waiting_request_does_not_stop_the_server_from_ending() {
    let site = site(&[("a/index.html", "old a")]);
    let preview = show(&site, &["a/index.html"], &[], |_| None);
    let address = site.server.address();
    let asking = thread::spawn(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        let request = format!("GET /a/ HTTP/1.1\r\nHost: {address}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        // The server may end before it answers.
        let _ = stream.read_to_end(&mut Vec::new());
    });
    thread::sleep(Duration::from_millis(100));
    preview.close();
    let began = Instant::now();
    drop(site);
    assert!(began.elapsed() < Duration::from_secs(5));
    asking.join().unwrap();
}

#[test]
fn open_pages_reload_once_for_a_preview() {
    let site = site(&[("a/index.html", "")]);
    let mut stream = site.listen("", &[]);
    stream.next().unwrap();
    site.server.overlay(Some("<p>wrong</p>".to_owned()));
    stream.next().unwrap();
    let preview = show(&site, &["a/index.html"], &[], |_| Some(""));
    let event = stream.next().unwrap();
    assert_eq!(event.data, json!({ "changed": ["/a/"] }));
    assert_eq!(site.get("/a/").state(), event.id);
    assert_eq!(stream.next().unwrap().data["html"], json!(null));
    site.server
        .published(&files(&["a/index.html", "gone/index.html"]));
    let event = stream.next().unwrap();
    assert_eq!(event.data, json!({ "changed": ["/gone/"] }));

    site.server.show(Arc::clone(&preview));
    stream.next().unwrap();
    site.server.published(&files(&["a/index.html"]));
    assert!(stream.is_silent());

    site.server.show(Arc::clone(&preview));
    stream.next().unwrap();
    site.server.withdraw_preview();
    let event = stream.next().unwrap();
    assert_eq!(event.data, json!({ "changed": ["/a/"] }));
    site.server.withdraw_preview();
    assert!(stream.is_silent());

    // What is published is other than what an outdated preview has shown.
    site.server.show(Arc::clone(&preview));
    stream.next().unwrap();
    site.server.outdate_preview();
    site.server.published(&files(&["a/index.html"]));
    let event = stream.next().unwrap();
    assert_eq!(event.data, json!({ "changed": ["/a/"] }));
}

#[test]
fn a_site_that_was_never_published_is_served_with_its_files() {
    let site = site(&[]);
    let text = |text: &str| OutputContent::Bytes(text.as_bytes().into());
    let files_of_site = BTreeMap::from([(OutputPath::file("stile.css"), text("a {}"))]);
    let preview = Preview::new(
        "/sub/".to_owned(),
        files(&["a/index.html"]),
        files_of_site,
        Rest::Goes,
    );
    let preview = Arc::new(preview);
    site.server.show(Arc::clone(&preview));
    let response = site.get("/sub/stile.css");
    assert_eq!((response.status, response.text()), (200, "a {}"));
    let media_type = response.header("content-type");
    assert_eq!(media_type, Some("text/css; charset=utf-8"));
    assert_eq!(site.get("/sub/a").status, 301);
    let response = meanwhile(&site, "/sub/vecchia.html", || {
        site.server.published(&files(&["a/index.html"]));
    });
    assert_eq!(response.status, 404);
}
