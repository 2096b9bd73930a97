//! Redirects from old addresses, in the languages of web servers.

use crate::site::Site;

/// The good site, with a page that had other addresses.
fn site() -> Site {
    let page = "---\ntitle: A\nsummary: S.\naliases: [/vecchia/, '/perch%C3%A9/il $1 (\"a\").html']\n---\n";
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
