//! Languages that are written from right to left.

use crate::site::Site;

const THEMES: [&str; 2] = ["civico", "italia"];

/// A site in Italian and in a language that is written from right to left.
fn site(theme: &str, language: &str) -> Site {
    let page =
        "---\ntitle: Uffici\nsummary: Gli uffici.\n---\nUno <span lang=\"ar\">اثنان</span>.\n";
    let translation = "---\ntitle: مكاتب\nsummary: مكاتب.\n---\nنص.\n";
    Site::empty()
        .folder("themes/italia", "themes/italia/")
        .file(
            "site.toml",
            format!(
                "title = \"Sito\"\ntheme = \"{theme}\"\nlanguages = [\"it\", \"{language}\"]\n"
            ),
        )
        .file(
            "content/_index.md",
            "---\ntitle: Casa\nsummary: Casa.\n---\n",
        )
        .file("content/uffici.md", page)
        .file(&format!("content/uffici.{language}.md"), translation)
        .file(
            "content/enti.yaml",
            "organizations:\n  - {id: b, title: بلدية 12, kind: municipality}\n",
        )
}

#[test]
fn pages_and_parts_have_the_direction_of_their_language() {
    for theme in THEMES {
        for language in ["ar", "he", "fa", "ur", "ckb"] {
            let site = site(theme, language);
            site.build().succeeds();
            let page = site.page(&format!("{language}/uffici/index.html"));
            let root = format!("<html lang=\"{language}\" dir=\"rtl\">");
            assert!(page.contains(&root), "{theme} {page}");
            let home = site.page(&format!("{language}/index.html"));
            assert!(home.contains(&root));
            assert!(home.contains("<h1 lang=\"it\" dir=\"ltr\">"), "{home}");
            let page = site.page("uffici/index.html");
            assert!(page.contains("<html lang=\"it\" dir=\"ltr\">"));
            assert!(page.contains("<span lang=\"ar\" dir=\"rtl\">"), "{page}");
            assert!(page.contains(&format!("hreflang=\"{language}\" dir=\"rtl\"")));
        }
    }
}

#[test]
fn names_of_another_direction_are_isolated() {
    for theme in THEMES {
        let site = site(theme, "de").without("content/uffici.de.md");
        site.build().succeeds();
        let list = site.page("enti/index.html");
        assert!(list.contains("<bdi>بلدية 12</bdi></a>"), "{list}");
    }
}

#[test]
fn a_site_from_left_to_right_says_nothing_of_directions() {
    let site = crate::languages::four();
    site.build().succeeds();
    for (path, bytes) in site.built() {
        let has_direction = String::from_utf8_lossy(&bytes).contains(" dir=\"");
        assert!(!path.ends_with(".html") || !has_direction, "{path}");
    }
}
