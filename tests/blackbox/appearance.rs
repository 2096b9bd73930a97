//! What a site sets of its look: colours, logo, where to tell of a fault, whom to call.

use crate::site::Site;

/// A site with the theme that comes with the program, and these settings before all tables.
fn site(top: &str, tables: &str) -> Site {
    let site = Site::new().replace("site.toml", "theme = \"mini\"", "theme = \"civico\"");
    let settings = std::fs::read_to_string(site.path("site.toml")).unwrap();
    site.file("site.toml", format!("{top}\n{settings}\n{tables}\n"))
}

#[test]
fn colours_are_a_style_sheet_of_every_page() {
    let site = site("", "[colors]\nprimary = \"#0055aa\"\n");
    site.build().succeeds();
    let css = site.page("theme/colors.css");
    assert!(css.contains("--brand: #0055aa;"), "{css}");
    assert!(css.contains("(prefers-color-scheme: dark)"), "{css}");
    let home = site.page("index.html");
    assert!(home.contains("href=\"theme/colors.css\""), "{home}");
    let body = site.page("consulta/index.html");
    assert!(body.contains("href=\"../theme/colors.css\""), "{body}");
    assert!(site.page("404.html").contains("/sito/theme/colors.css"));
}

#[test]
fn without_colours_there_is_no_such_style_sheet() {
    let site = site("", "");
    site.build().succeeds();
    assert!(!site.built().contains_key("theme/colors.css"));
    assert!(!site.page("index.html").contains("colors.css"));
}

#[test]
fn a_logo_is_a_file_of_the_site() {
    let site = site("logo = \"immagini/logo.svg\"", "");
    let site = site.file("content/immagini/logo.svg", "<svg/>");
    site.build().succeeds();
    let body = site.page("consulta/index.html");
    let logo =
        "<img class=\"logo\" src=\"../immagini/logo.svg\" alt=\"\" width=\"64\" height=\"64\">";
    assert!(body.contains(logo), "{body}");
}

#[test]
fn faults_are_told_by_letter_or_in_a_form() {
    let by_letter = site("", "[feedback]\nemail = \"urp@provincia.example\"\n");
    by_letter.build().succeeds();
    let body = by_letter.page("consulta/index.html");
    let letter = "href=\"mailto:urp@provincia.example?subject=Consulta%20";
    assert!(body.contains(letter), "{body}");
    let in_a_form = site("", "[feedback]\nurl = \"https://form.example/segnala\"\n");
    in_a_form.build().succeeds();
    let body = in_a_form.page("consulta/index.html");
    assert!(
        body.contains("href=\"https://form.example/segnala\""),
        "{body}"
    );
    let nowhere = site("", "");
    nowhere.build().succeeds();
    assert!(!nowhere.page("consulta/index.html").contains("Segnala"));
}

#[test]
fn the_foot_says_whom_to_call_and_the_head_where_the_authority_is() {
    let site = site(
        "authority = \"Provincia di Cuneo\"\nauthority_url = \"https://provincia.example/\"",
        "[[footer.contacts]]\noffice = \"URP\"\nchannels = [{ kind = \"phone\", value = \"+390171445566\", display = \"0171 445566\" }]\n",
    );
    site.build().succeeds();
    let page = site.page("privacy/index.html");
    let (head, foot) = page.split_once("<main").unwrap();
    assert!(
        head.contains("href=\"https://provincia.example/\""),
        "{head}"
    );
    assert!(
        foot.contains("href=\"tel:+390171445566\">0171 445566"),
        "{foot}"
    );
}

#[test]
fn all_styles_together_weigh_less_than_30_kb() {
    let site = site("", "[colors]\nprimary = \"#0055aa\"\n");
    site.build().succeeds();
    let styles = site
        .built()
        .into_iter()
        .filter(|(path, _)| path.ends_with(".css"));
    let weight: usize = styles.map(|(_, bytes)| bytes.len()).sum();
    assert!(weight < 30_000, "{weight}");
}
