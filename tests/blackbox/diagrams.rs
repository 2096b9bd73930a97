//! The organigram of a body and the map of bodies, as the default theme draws them.

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

/// The lines of a page from one that holds a text to another.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let start = page
        .find(from)
        .unwrap_or_else(|| panic!("{from} in {page}"));
    let end = page[start..].find(to).unwrap();
    &page[start..start + end]
}

#[test]
fn a_body_has_an_organigram_with_all_its_seats() {
    let site = site();
    site.build().succeeds();
    let page = site.page("cabina/index.html");
    let picture = between(&page, "<figure class=\"picture organigram\">", "</figure>");
    let expected = [
        "<svg viewBox=\"0 0 320 ",
        "role=\"group\" aria-label=\"Organigramma\">",
        "<tspan x=\"10\" y=\"22\">Cabina</tspan>",
        "<g aria-hidden=\"true\" class=\"chair\"><text x=\"36\" y=\"54\">Presidente</text>",
        "<path class=\"held\" d=\"M42 ",
        "<a href=\"#tecnico\" class=\"table-head\">",
        ">uno per ciascun ente membro</text>",
        "<a href=\"../tecnico/index.html\" class=\"node\">",
        "<path class=\"arrow\" d=\"M",
        "Un tavolo, 6 tipi di seggio.",
        "seggio occupato",
    ];
    for part in expected {
        assert!(picture.contains(part), "{part} in {picture}");
    }
    // One line that has a figure or a sign for each kind of seat.
    assert_eq!(picture.matches("<g aria-hidden=\"true\"").count(), 6 + 1);
    assert!(!picture.contains("style="), "a strict policy forbids it");
    let small = site.page("tecnico/index.html");
    let picture = between(&small, "<svg viewBox", "</svg>");
    assert!(picture.contains("Cabina di regia"), "{picture}");
}

#[test]
fn a_body_of_one_seat_has_none() {
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
fn the_home_page_has_a_map_of_few_bodies() {
    let site = site();
    site.build().succeeds();
    let page = site.page("index.html");
    let picture = between(&page, "<figure class=\"picture map\">", "</figure>");
    assert_eq!(picture.matches("class=\"body-head\"").count(), 3);
    assert_eq!(picture.matches("class=\"node\"").count(), 3);
    assert!(
        picture.contains("3 organismi, a sinistra, e i 3 enti"),
        "{picture}"
    );
    assert!(picture.contains("Comune di Alba</span>, "), "{picture}");
}

#[test]
fn the_home_page_has_a_map_of_sections_where_there_are_many_bodies() {
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
