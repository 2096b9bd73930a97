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
fn every_link_leads_to_a_file() {
    assert_links_lead_to_files(&Site::new());
}

#[test]
fn every_link_of_the_built_in_theme_leads_to_a_file() {
    let site = Site::new().replace("site.toml", "theme = \"mini\"\n", "");
    assert_links_lead_to_files(&site);
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
            let outside = ["https:", "mailto:", "tel:"]
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
