//! The events that open pages receive.

use raccordo::base::output::OutputPath;
use serde_json::json;

use crate::client::{Event, Site, Stream, settings, site, site_below};

fn files(names: &[&str]) -> Vec<OutputPath> {
    names.iter().map(|name| OutputPath::file(name)).collect()
}

/// Opens a stream and reads its first event, the overlay.
fn open(site: &Site, since: &str) -> (Stream, Event) {
    let mut stream = site.listen(&format!("?since={since}"), &[]);
    let first = stream.next().unwrap();
    (stream, first)
}

#[test]
fn the_first_event_is_the_present_state() {
    let site = site(&[("index.html", "")]);
    let state = site.get("/").state();
    for query in [
        String::new(),
        format!("?since={state}"),
        "?since=nonsense".to_owned(),
    ] {
        let mut stream = site.listen(&query, &[]);
        let event = stream.next().unwrap();
        assert_eq!((event.name.as_str(), &event.id), ("overlay", &state));
        assert_eq!(event.data["html"], json!(null));
        assert_eq!(event.data["label"], json!("Errori"));
        assert_eq!(event.data["close"], json!("Chiudi"));
        assert_eq!(event.data["language"], json!("it"));
        assert!(stream.is_silent());
    }
}

#[test]
fn a_reload_event_names_the_changed_files() {
    let site = site(&[("index.html", "")]);
    let (mut stream, first) = open(&site, &site.get("/").state());
    site.server
        .published(&files(&["index.html", "a b/index.html", "css/x.css"]));
    let event = stream.next().unwrap();
    assert_eq!(event.name, "reload");
    assert_eq!(
        event.data,
        json!({ "changed": ["/a%20b/", "/css/x.css", "/"] })
    );
    assert_ne!(event.id, first.id);
    assert_eq!(site.get("/").state(), event.id);
    site.server.published(&[]);
    assert!(stream.is_silent());
}

#[test]
fn addresses_are_below_the_base_path() {
    let site = site_below("/sub", &[]);
    let (mut stream, _) = open(&site, "");
    site.server.published(&files(&["a/index.html"]));
    assert_eq!(
        stream.next().unwrap().data,
        json!({ "changed": ["/sub/a/"] })
    );
    site.server.configure(settings("/other/"));
    assert_eq!(stream.next().unwrap().data, json!({ "all": true }));
    site.server.published(&files(&["a/index.html"]));
    assert_eq!(
        stream.next().unwrap().data,
        json!({ "changed": ["/other/a/"] })
    );
}

#[test]
fn many_changed_files_reload_every_page() {
    let site = site(&[]);
    let (mut stream, _) = open(&site, "");
    let many = (0..201).map(|i| OutputPath::page(&i.to_string()));
    site.server.published(&many.collect::<Vec<_>>());
    assert_eq!(stream.next().unwrap().data, json!({ "all": true }));
}

#[test]
fn a_reconnected_page_hears_what_it_missed() {
    let site = site(&[("index.html", "")]);
    let state = site.get("/").state();
    site.server.published(&files(&["a.css"]));
    let between = site.get("/").state();
    site.server.published(&files(&["b.css"]));
    let (_, both) = open(&site, &state);
    assert_eq!(both.data, json!({ "changed": ["/a.css", "/b.css"] }));
    let (_, one) = open(&site, &between);
    assert_eq!(one.data, json!({ "changed": ["/b.css"] }));
    let mut by_itself = site.listen(&format!("?since={state}"), &[("Last-Event-ID", &between)]);
    assert_eq!(by_itself.next().unwrap().data, one.data);
    let (_, other_run) = open(&site, "1-1");
    assert_eq!(other_run.data, json!({ "all": true }));
}

#[test]
fn the_overlay_comes_and_goes() {
    let site = site(&[]);
    let (mut stream, _) = open(&site, "");
    let html = "<p>\"è\"</p>\r\n\nline\0";
    site.server.overlay(Some(html.to_owned()));
    assert_eq!(stream.next().unwrap().data["html"], json!(html));
    let (_, other) = open(&site, "");
    assert_eq!(other.data["html"], json!(html));
    site.server.overlay(Some(html.to_owned()));
    assert!(stream.is_silent());
    site.server.overlay(None);
    let event = stream.next().unwrap();
    assert_eq!(
        (event.name.as_str(), &event.data["html"]),
        ("overlay", &json!(null))
    );
}

#[test]
fn every_open_page_hears_of_a_change() {
    let site = site(&[]);
    let mut streams: Vec<Stream> = (0..20).map(|_| open(&site, "").0).collect();
    site.server.published(&files(&["a.css"]));
    for stream in &mut streams {
        assert_eq!(stream.next().unwrap().name, "reload");
    }
}

#[test]
fn script_and_style_of_the_reload_are_served() {
    let site = site(&[]);
    for (path, kind) in [
        ("/__raccordo/reload.js", "text/javascript; charset=utf-8"),
        ("/__raccordo/overlay.css", "text/css; charset=utf-8"),
    ] {
        let response = site.get(path);
        assert_eq!(response.status, 200);
        assert_eq!(response.header("content-type"), Some(kind));
        assert_eq!(response.header("cache-control"), Some("no-store"));
    }
    assert_eq!(site.get("/__raccordo/other").status, 404);
}
