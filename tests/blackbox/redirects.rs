//! Redirects from old addresses, in the languages of web servers.

use crate::site::Site;

/// The good site, with a page that had other addresses.
fn site() -> Site {
    // An address that it has again is no old one.
    let page = "---\ntitle: A\nsummary: S.\naliases: [/nuova/, /vecchia/, '/perch%C3%A9/il $1 (\"a\").html']\n---\n";
    Site::new().file("content/nuova.md", page)
}

fn exported(site: &Site, server: &str) -> String {
    let run = site.run(&[
        "export",
        "redirects",
        "--for",
        server,
        "--as-of",
        "2026-11-21",
    ]);
    run.succeeds();
    run.stdout.clone()
}

#[test]
fn the_redirects_of_a_site_are_written_for_each_server() {
    let site = site();
    let netlify = "/sito/perch%C3%A9/il%20%241%20(%22a%22).html /sito/nuova/ 301!\n/sito/vecchia/ /sito/nuova/ 301!\n";
    assert_eq!(exported(&site, "netlify"), netlify);
    let nginx = "location = \"/sito/perché/il $1 (\\\"a\\\").html\" { return 301 /sito/nuova/; }\n\
        location = \"/sito/vecchia/\" { return 301 /sito/nuova/; }\n\
        location = \"/sito/vecchia/index.html\" { return 301 /sito/nuova/; }\n";
    assert_eq!(exported(&site, "nginx"), nginx);
    let apache = r#"RedirectMatch 301 "^/sito/perché/il\\ \\$1\\ \\(\\\"a\\\"\\)\\.html$" "/sito/nuova/"
RedirectMatch 301 "^/sito/vecchia/(?:index\\.html)?$" "/sito/nuova/"
"#;
    assert_eq!(exported(&site, "apache"), apache);
}

#[test]
fn hosts_of_static_sites_find_the_redirects_in_a_file() {
    let site = site();
    site.build().succeeds();
    let file = site.page("_redirects");
    assert_eq!(file, exported(&site, "netlify"));
    let site = site.replace("content/nuova.md", "/vecchia/", "/storia/");
    site.build().succeeds();
    assert_eq!(site.page("_redirects"), file.replace("vecchia", "storia"));
    let site = site.without("content/nuova.md");
    site.build().succeeds();
    assert!(!site.path("public/_redirects").exists());
    let site = site.file("content/_redirects", "/a /b\n");
    site.build().succeeds();
    assert_eq!(site.page("_redirects"), "/a /b\n");
}

#[test]
fn an_old_address_in_a_language_leads_to_the_page_in_it() {
    let settings =
        "title = \"Prova\"\nbase_url = \"https://prova.example/\"\nlanguages = [\"it\", \"en\"]\n";
    let page =
        "---\ntitle: Nuova\nsummary: S.\naliases: [/vecchia/, /en/vecchia/, /english/]\n---\n";
    let site = Site::empty()
        .file("site.toml", settings)
        .file("content/nuova.md", page)
        .file("content/nuova.en.md", "---\ntitle: New\n---\n");
    let redirects = exported(&site, "netlify");
    assert_eq!(
        redirects,
        "/en/vecchia/ /en/nuova/ 301!\n/english/ /nuova/ 301!\n/vecchia/ /nuova/ 301!\n"
    );
    site.build().succeeds();
    let old = site.page("en/vecchia/index.html");
    assert!(
        old.contains("<html lang=\"en\"") && old.contains("https://prova.example/en/nuova/"),
        "{old}"
    );
    assert!(
        site.page("vecchia/index.html")
            .contains("https://prova.example/nuova/")
    );
}

#[test]
fn who_subscribed_at_the_old_address_of_a_body_goes_on_to_get_calendar_and_feed() {
    let body = "---\ntype: body\ntitle: Tavolo\nsummary: S.\nkind: council\nauthority: ente\naliases: [/tavolo/, /tavolo.html]\nvalid: {from: 2009-01-01}\nlegal_basis: [{missing: true, relation: establishes}]\nactivities: [{id: a, text: A.}]\nseats:\n  - id: a\n    role: chair\n    basis: elected\n    holders: [{name: Ada, from: 2010-01-01, until: 2012-05-01}, {name: Bea, from: 2012-05-02}]\n---\n";
    let meeting =
        "---\ntype: meeting\ntitle: M\nsummary: S.\nbody: tavolo\nstart: 2026-12-14T15:30\n---\n";
    let site = Site::empty()
        .file(
            "site.toml",
            "title = \"Prova\"\nbase_url = \"https://prova.example/\"\n",
        )
        .file(
            "content/enti.yaml",
            "organizations: [{id: ente, title: Ente, kind: municipality}]\n",
        )
        .file("content/organi/tavolo.md", body)
        .file("content/seduta.md", meeting);
    let redirects = [
        "/tavolo.html /organi/tavolo/ 301!",
        "/tavolo/ /organi/tavolo/ 301!",
        "/tavolo/calendar.ics /organi/tavolo/calendar.ics 301!",
        "/tavolo/composizione/2010/ /organi/tavolo/composizione/2010/ 301!",
        "/tavolo/feed.xml /organi/tavolo/feed.xml 301!",
    ];
    assert_eq!(exported(&site, "netlify"), redirects.join("\n") + "\n");
    site.build().succeeds();
    assert_eq!(site.page("_redirects"), exported(&site, "netlify"));
    for file in ["calendar.ics", "feed.xml"] {
        let now = site.page(&format!("organi/tavolo/{file}"));
        assert_eq!(site.page(&format!("tavolo/{file}")), now);
    }
    let old = site.page("tavolo/composizione/2010/index.html");
    assert!(
        old.contains("url=../../../organi/tavolo/composizione/2010/index.html"),
        "{old}"
    );
    // What the site has there comes first.
    let site = site.file("content/tavolo/calendar.ics", "Mio");
    site.build().succeeds();
    assert_eq!(site.page("tavolo/calendar.ics"), "Mio");
    assert!(!site.page("_redirects").contains("/tavolo/calendar.ics "));
    // Without meetings there is nothing to lead to.
    let site = site
        .without("content/seduta.md")
        .without("content/tavolo/calendar.ics");
    site.build().succeeds();
    assert!(!site.page("_redirects").contains("calendar.ics"));
    assert!(!site.path("public/tavolo/calendar.ics").exists());
}

#[test]
fn a_site_with_errors_exports_nothing() {
    let site = site().replace("content/consulta.md", "provincia-cuneo", "nessuno");
    let run = site.run(&[
        "export",
        "redirects",
        "--for",
        "nginx",
        "--as-of",
        "2026-11-21",
    ]);
    assert_eq!(run.exit, Some(1));
    assert!(!run.stdout.contains("location ="));
}
