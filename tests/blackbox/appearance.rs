//! What a site sets of its appearance. The golden pages show it set; here it is set otherwise, or not at all.

use crate::site::Site;

/// A site with the built-in theme, with these settings and these tables of settings.
fn site(top: &str, tables: &str) -> Site {
    let site = Site::new().replace("site.toml", "theme = \"mini\"", "theme = \"civico\"");
    let settings = std::fs::read_to_string(site.path("site.toml")).unwrap();
    site.file("site.toml", format!("{top}\n{settings}\n{tables}\n"))
}

#[test]
fn without_colours_no_page_has_a_style_sheet_of_colours() {
    let site = site("", "");
    site.build().succeeds();
    assert!(!site.built().contains_key("theme/colors.css"));
    assert!(!site.page("index.html").contains("colors.css"));
}

#[test]
fn feedback_can_lead_to_a_form() {
    let site = site("", "[feedback]\nurl = \"https://form.example/segnala\"\n");
    site.build().succeeds();
    let body = site.page("consulta/index.html");
    let form = "href=\"https://form.example/segnala\"";
    assert!(body.contains(form), "{body}");
}

#[test]
fn without_an_address_for_feedback_no_page_asks_for_it() {
    let site = site("", "");
    site.build().succeeds();
    assert!(!site.page("consulta/index.html").contains("Segnala"));
}

#[test]
fn style_sheets_weigh_less_than_30_kb() {
    let site = site("", "[colors]\nprimary = \"#0055aa\"\n");
    site.build().succeeds();
    let styles = site
        .built()
        .into_iter()
        .filter(|(path, _)| path.ends_with(".css"));
    let weight: usize = styles.map(|(_, bytes)| bytes.len()).sum();
    assert!(weight < 30_000, "{weight}");
}

#[test]
fn the_logo_is_the_icon_of_the_site() {
    let page = |top: &str| {
        let site = site(top, "");
        site.build().succeeds();
        site.page("orari/index.html")
    };
    let without = page("");
    assert!(
        without
            .contains("<link rel=\"icon\" href=\"../theme/favicon.svg\" type=\"image/svg+xml\">")
    );
    assert!(!without.contains("apple-touch-icon"));
    let page = page("logo = \"foto.png\"");
    assert!(
        page.contains("<link rel=\"icon\" href=\"../foto.png\">"),
        "{page}"
    );
    assert!(page.contains("<link rel=\"apple-touch-icon\" href=\"../foto.png\">"));
    assert!(!page.contains("favicon.svg"));
}
