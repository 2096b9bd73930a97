//! HTML in Markdown that could run programs.

use crate::site::Site;

#[test]
fn scripts_in_html_are_never_published() {
    let text = "---\ntitle: A\nsummary: S.\n---\n<a href=\"javascript:alert(1)\" onclick=\"alert(2)\">x</a>\n\n<script>alert(3)</script>\n\n<img src=foto.png alt=y onerror=alert(4)>\n\n<iframe src=\"https://a.example\"></iframe>\n";
    let site = Site::new().file("content/a.md", text);
    let run = site.build_json();
    run.succeeds();
    assert!(
        run.warnings()
            .iter()
            .any(|it| it.starts_with("html-removed content/a.md:5"))
    );
    let page = site.page("a/index.html").to_lowercase();
    for word in [
        "javascript:",
        "alert(",
        "onclick",
        "onerror",
        "<script",
        "<iframe",
    ] {
        assert!(!page.contains(word), "{word}\n{page}");
    }
}

#[test]
fn what_a_comment_or_a_note_takes_from_the_page_is_told() {
    for (text, hint) in [
        ("Prima.\n\n<!-- nota\n\nTesto perduto.\n", "`-->`"),
        ("Prima.\n\n[^1]: Testo della nota.\n", "`[^1]`"),
    ] {
        let page = format!("---\ntitle: A\nsummary: Sì.\n---\n\n{text}");
        let site = Site::new().file("content/a.md", page);
        let found = site.check_in_process().findings();
        let found = found
            .iter()
            .find(|it| it.what.starts_with("html-removed content/a.md:8"));
        assert!(found.is_some_and(|it| it.hint.contains(hint)), "{text}");
    }
}
