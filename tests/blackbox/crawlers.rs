//! `robots.txt` and `sitemap.xml`, and what the content may put in their place.

use crate::site::Site;

#[test]
fn crawlers_are_told_of_every_page() {
    let site = Site::new();
    site.build().succeeds();
    let built = site.built();
    let text = |path: &str| String::from_utf8(built[path].clone()).unwrap();
    assert!(text("robots.txt").contains("Sitemap: https://consulte.example/sito/sitemap.xml\n"));
    assert!(text("sitemap.xml").contains("<loc>https://consulte.example/sito/privacy/</loc>"));
    assert!(!text("sitemap.xml").contains("404"));
}

#[test]
fn without_an_address_there_is_no_sitemap() {
    let address = "base_url = \"https://consulte.example/sito\"\n";
    let site = Site::new().replace("site.toml", address, "");
    site.build().succeeds();
    assert!(site.path("public/robots.txt").exists());
    assert!(!site.path("public/sitemap.xml").exists());
}

#[test]
fn content_takes_the_place_of_a_file_for_crawlers() {
    let site = Site::new();
    site.build().succeeds();
    let generated = site.built();

    let site = site.file("content/robots.txt", "User-agent: *\nDisallow: /\n");
    site.build().succeeds();
    assert_eq!(site.built()["robots.txt"], b"User-agent: *\nDisallow: /\n");

    let site = site.without("content/robots.txt");
    site.build().succeeds();
    assert_eq!(site.built(), generated);
}

#[test]
fn no_folder_takes_the_place_of_a_file_for_crawlers() {
    Site::new()
        .file("content/sitemap.xml/map.txt", "A file in a folder")
        .check_in_process()
        .fails_with(&["unpublishable-address content/sitemap.xml/map.txt:1:1"]);
    for alias in ["/robots.txt", "/feed.xml", "/_redirects"] {
        let page = format!("---\ntitle: A\nsummary: Sì.\naliases: [{alias}]\n---\n");
        let site = Site::new().file("content/a.md", page);
        site.check_in_process()
            .fails_with(&["unpublishable-address content/a.md:4:11"]);
    }
}

#[test]
fn no_content_takes_the_place_of_the_page_for_lost_readers() {
    for path in ["content/404.html", "content/404.html/x.txt"] {
        Site::new()
            .replace(
                "site.toml",
                "theme = \"mini\"",
                "theme = \"mini\"\ntrusted_files = [\"content/404.html\"]",
            )
            .file(path, "X")
            .build_json()
            .fails_with(&[&format!("duplicate-address {path}:1:1")]);
    }
}
