//! The organigram of a body and the map of bodies. The golden pages show both; here are the cases without.

use crate::site::Site;

fn site() -> Site {
    Site::new()
        .replace("site.toml", "theme = \"mini\"", "theme = \"civico\"")
        .file("content/cabina.md", include_str!("full/cabina.md"))
        .file("content/tecnico.md", include_str!("full/tecnico.md"))
        .file("content/persone.yaml", include_str!("full/persone.yaml"))
        .file(
            "content/tavoli/_index.md",
            "---\ntitle: Tavoli\nsummary: I tavoli.\n---\n",
        )
}

/// The part of a page between two texts.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let start = page
        .find(from)
        .unwrap_or_else(|| panic!("{from} in {page}"));
    let end = page[start..].find(to).unwrap();
    &page[start..start + end]
}

#[test]
fn diagrams_need_no_styles_of_their_own() {
    let site = site();
    site.build().succeeds();
    for page in ["cabina/index.html", "index.html"] {
        let page = site.page(page);
        let picture = between(&page, "<figure class=\"picture", "</figure>");
        assert!(picture.contains("<svg") && !picture.contains("style="));
    }
}

#[test]
fn the_organigram_calls_seats_as_the_table_does() {
    let site = site().replace(
        "content/cabina.md",
        "  - {id: vice, role: vice_chair,",
        "  - {id: eletti, basis: elected, office: Consigliere, title: Gli eletti}\n  - {id: esperto, basis: expert, subject: cure primarie}\n  - {id: vice, role: vice_chair,",
    );
    site.build().succeeds();
    let page = site.page("cabina/index.html");
    let picture = between(&page, "<figure class=\"picture organigram", "</figure>");
    for name in ["Gli eletti", "cure primarie"] {
        assert!(picture.contains(name), "{name} is not in\n{picture}");
    }
}

#[test]
fn a_body_with_one_seat_has_no_organigram() {
    let site = site().replace("content/tecnico.md", "parent: cabina\n", "");
    let site = site.replace(
        "content/tecnico.md",
        "(ref:body/cabina#politico)",
        "(cabina.md)",
    );
    site.build().succeeds();
    assert!(!site.page("tecnico/index.html").contains("organigram"));
}

#[test]
fn with_many_bodies_the_home_page_has_a_map_of_sections() {
    let mut site = site();
    for number in 0..40 {
        let body = include_str!("full/tecnico.md")
            .replace("id: politico", &format!("id: tavolo-{number}"))
            .replace("parent: cabina\n", "")
            .replace("(ref:body/cabina#politico)", "(/)");
        site = site.file(&format!("content/tavoli/tavolo-{number}.md"), body);
    }
    site.build().succeeds();
    let page = site.page("index.html");
    let picture = between(&page, "<figure class=\"picture map\">", "</figure>");
    assert!(picture.contains(">40 organismi<"), "{picture}");
    assert!(picture.contains("tavoli/index.html"), "{picture}");
    assert!(!site.page("tavoli/index.html").contains("picture map"));
}
