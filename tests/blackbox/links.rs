//! Links between the files of a built site.

use crate::fixtures::Files;
use crate::site::Site;

#[test]
fn links_are_relative_except_on_the_404_page() {
    let site = Site::new().file(
        "content/prova/_index.md",
        "---\ntitle: A\nsummary: S.\naliases: [/old, /old.html]\n---\n",
    );
    site.build().succeeds();
    for (path, bytes) in site
        .built()
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        let page = String::from_utf8_lossy(bytes);
        let rooted =
            page.contains("href=\"/") || page.contains("src=\"/") || page.contains("url=/");
        assert_eq!(rooted, path == "404.html", "{path}\n{page}");
    }
}

#[test]
fn nobody_is_offered_to_pass_on_the_404_page() {
    let site = Site::new().replace("site.toml", "theme = \"mini\"\n", "");
    site.build().succeeds();
    let offers = |path: &str| site.page(path).contains("data-do=\"copy\"");
    assert!(offers("index.html") && !offers("404.html"));
}

#[test]
fn every_link_leads_to_a_file() {
    assert_links_lead_to_files(&Site::new());
}

#[test]
fn every_link_of_the_built_in_theme_leads_to_a_file() {
    let site = Site::new().replace("site.toml", "theme = \"mini\"\n", "");
    assert_links_lead_to_files(&site);
}

#[test]
fn a_link_keeps_its_query_and_its_fragment() {
    let page = "---\ntitle: A\nsummary: S.\naliases: [/perch%C3%A9/]\n---\n\
        [a](foto.png#page=3) [b](consulta.md?x=1#origini) [c](?q=1) [d](#) [e](#top) [f](privacy/?y=2)\n\n\
        <a href=\"foto.png?v=2&amp;w=3#z\">g</a> <a href='consulta.md#origini'>h</a> <a href=ref:person/anna-rossi>i</a>\n\n\
        <img src=\"foto.png\" alt=\"Una foto\" width=\"40\"> <q cite=\"orari.md\">j</q>\n";
    let site = Site::new().file("content/x.md", page);
    let run = site.build();
    run.succeeds();
    assert_eq!(run.stderr, "");
    let page = site.page("x/index.html");
    for link in [
        "href=\"../foto.png#page=3\">a<",
        "href=\"../consulta/index.html?x=1#origini\">b<",
        "href=\"?q=1\">c<",
        "href=\"#\">d<",
        "href=\"#top\">e<",
        "href=\"../privacy/index.html?y=2\">f<",
        "href=\"../foto.png?v=2&amp;w=3#z\">g<",
        "href=\"../consulta/index.html#origini\">h<",
        "href=\"../anna-rossi/index.html\">i<",
        "src=\"../foto.png\" alt=\"Una foto\" width=\"40\"",
        "cite=\"../orari/index.html\">j<",
    ] {
        assert!(page.contains(link), "{link}\n{page}");
    }
    assert!(
        site.page("perché/index.html")
            .contains("url=../x/index.html")
    );
}

#[test]
fn an_address_of_the_site_or_of_old_is_well_formed() {
    for alias in [
        "/perch%C3",
        "/a%zz",
        "/a%",
        "/%2e%2e/a",
        "/a%2Fb",
        "/a%3Fb",
        "/a%00b",
        "/%E9",
    ] {
        let page = format!("---\ntitle: A\nsummary: S.\naliases: ['{alias}']\n---\n");
        Site::new()
            .file("content/x.md", page)
            .check_in_process()
            .fails_with(&["bad-alias content/x.md:4:11"]);
    }
}

#[track_caller]
fn assert_links_lead_to_files(site: &Site) {
    let run = site.build();
    run.succeeds();
    assert_eq!(run.stderr, "");
    let built = site.built();
    let pages = built
        .iter()
        .filter(|(path, _)| path.ends_with(".html") && *path != "404.html");
    for (path, bytes) in pages {
        let page = String::from_utf8_lossy(bytes);
        let links = ["href=\"", "src=\""].map(|start| page.split(start).skip(1));
        for link in links.into_iter().flatten() {
            let link = link.split('"').next().unwrap_or_default();
            let outside = ["https:", "mailto:", "tel:", "webcal:"]
                .iter()
                .any(|it| link.starts_with(it));
            assert!(
                outside || leads_to_file(&built, path, link),
                "{path}: {link}"
            );
        }
    }
}

fn leads_to_file(built: &Files, from: &str, href: &str) -> bool {
    let href = href.split('#').next().unwrap_or_default();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    let target = parts.join("/");
    let index = format!("{target}/index.html");
    built.contains_key(if href.is_empty() { from } else { &target })
        || built.contains_key(index.trim_start_matches('/'))
}

#[test]
fn a_heading_keeps_its_anchor_unless_a_section_of_the_page_has_it() {
    let section = "---\ntitle: Novara\nsummary: La provincia.\n---\n\n## Contatti\n\nUfficio.\n";
    let page = "---\ntitle: Guida\nsummary: Una guida.\n---\n\n## Storia {#storia}\n\nI [contatti di Novara](novara/_index.md#contatti).\n";
    let site = Site::new()
        .file("content/novara/_index.md", section)
        .file("content/guida.md", page);
    site.build().succeeds();
    assert!(site.page("novara/index.html").contains("id=\"contatti\""));
    assert!(site.page("guida/index.html").contains("id=\"storia\""));
    assert!(
        site.page("guida/index.html")
            .contains("../novara/index.html#contatti")
    );
    let lost = Site::new().file(
        "content/novara/_index.md",
        section.replace("Contatti", "Uffici"),
    );
    lost.file("content/guida.md", page)
        .build_json()
        .fails_with(&["broken-anchor content/guida.md:8:24"]);
    let taken = Site::new().replace("content/consulta.md", "{#origini}", "{#contatti}");
    taken.build_json().fails();
}

#[test]
fn an_address_without_its_beginning_is_said_to_be_incomplete() {
    let text = "---\ntitle: A\nsummary: S.\n---\n[v](www.regione.example)\n";
    let site = Site::new().file("content/x.md", text);
    let run = site.check();
    assert!(
        run.stderr.contains("https://www.regione.example"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_host_of_images_is_a_name_in_any_script() {
    let with_hosts = |hosts: &str| {
        let settings = format!("theme = \"mini\"\nmarkdown.image_hosts = [\"{hosts}\"]\n");
        Site::new()
            .replace("site.toml", "theme = \"mini\"\n", &settings)
            .file(
                "content/x.md",
                "---\ntitle: A\nsummary: S.\n---\n![a](https://xn--citt-3na.example/b.png)\n",
            )
    };
    with_hosts("città.example").check_in_process().succeeds();
    for wrong in ["https://a.example/", "a.example/b", "a b.example"] {
        let site = with_hosts(wrong);
        let run = site.check_in_process();
        assert!(
            run.errors().iter().any(|it| it.starts_with("bad-url")),
            "{wrong}"
        );
    }
}
