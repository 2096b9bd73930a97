//! Faults of a text, by code, hint and place; and that no text takes long.

use super::*;

#[test]
fn findings_by_table() {
    let table: &[(&str, &[&str])] = &[
        ("## A {onclick=x}", &["html-removed ## A {onclick=x}"]),
        ("[![](b.png)](c)", &["image-without-alt ![](b.png)"]),
        ("[Clicca qui!](a)", &["vague-link [Clicca qui!](a)"]),
        ("[hier](a) [Statuto](a)", &["vague-link [hier](a)"]),
        ("a <u onclick=x>b</u>", &["html-removed onclick=x"]),
        ("<script>x</script>", &["html-removed <script>"]),
        (
            "<a href=\"&#106;avascript:a\">x</a>",
            &["html-removed href=\"&#106;avascript:a\""],
        ),
        ("<a href=\"b.html?c=1&amp;d=2\">x</a>", &[]),
        (
            "> <p id=x>\n> <blink>",
            &["html-removed id=x", "html-removed <blink>"],
        ),
        ("a <h1>b</h1>", &["html-removed <h1>"]),
        (
            "|a|b|\n|-|-|\n|c|d|e|f|\n| g | h | |\n|i|\nj|k|l\n",
            &["html-removed.cells e|f", "html-removed.cells l"],
        ),
        ("</div>", &["html-removed </div>"]),
        ("<!-- x -->", &[]),
        ("{{ <a/> }}", &[]),
        ("{{ <a/> }} b", &["component-syntax.glued {{ <a/> }}"]),
        (
            "b\n{{ <card/> }}",
            &["component-syntax.glued {{ <card/> }}"],
        ),
        ("b {{ <a/> }}", &[]),
        ("\\{{ <a/> }}", &[]),
        ("{{ <a x=\"1\" }}", &["component-syntax.slash }}"]),
        ("{{ <a x=1", &["component-syntax.unclosed {{ <a x=1"]),
        ("{{ <a x=y/> }}", &["component-syntax.argument y"]),
        ("{{ <a x/> }}", &["component-syntax.argument x"]),
        (
            "{{ <a x=\"1/> }}",
            &["component-syntax.unclosed-text \"1/> }}"],
        ),
        ("{{ <a x=1 x=2/> }}", &["component-syntax.repeated x=2"]),
        (
            "{% <a> %}\nb\n{% </a> %}",
            &["component-syntax.glued {% <a> %}"],
        ),
        (
            "{% <a> %}\n\nb\n{% </a> %}",
            &["component-syntax.glued {% </a> %}"],
        ),
        (
            "{% <a> %}\n\n- b\n{% </a> %}",
            &["component-syntax.glued {% </a> %}"],
        ),
        (
            "{% <a> %}\n\nb",
            &["component-syntax.unclosed-body {% <a> %}"],
        ),
        (
            "- {% <a> %}\n\nb\n\n{% </a> %}",
            &[
                "component-syntax.unclosed-body {% <a> %}",
                "component-syntax.unopened {% </a> %}",
            ],
        ),
        (
            "{% <a> %}\n\nb\n\n{% </c> %}",
            &["component-syntax.mismatched {% </c> %}"],
        ),
        ("{% </c> %}", &["component-syntax.unopened {% </c> %}"]),
        (
            "{% <a x=y> %}\n\n{% </a> %}",
            &["component-syntax.argument y"],
        ),
        ("{{ <a/> }}\n---", &["component-syntax.glued {{ <a/> }}"]),
    ];
    for (source, expected) in table {
        assert_eq!(findings(source), *expected, "{source}");
    }
}

#[test]
fn hostile_text_takes_no_time() {
    let times = 200_000;
    #[rustfmt::skip]
    let hostile = [
        "[", "> ", "*", "- ", "<b>", "<div>\n", "<a ", "&", "`", "{% <a> %}\n\n", "{{ <a/> }}\n\n",
        "{% </a> %}\n\n", "[^1]", "## a\n\n", "![", "a@", "http://", "a.b@c.", "<b></i>", "**a ", "<!--",
        "<script>", "[](a)", "](a ", "[a(", "http:/a.", "<www.a", "|a", "\\", "<p>\n\n", "> <b>\n\n", "{{ <a x=\"", "1) ",
    ];
    for part in hostile {
        let source = part.repeat(times / part.len());
        let begin = std::time::Instant::now();
        parse_with(HtmlPolicy::Sanitize, &source);
        let time = begin.elapsed();
        assert!(time.as_secs() < 20, "{part:?} took {time:?}");
    }
    let footnotes: String = (0..20_000)
        .map(|n| format!("x[^{n}]\n\n[^{n}]: y\n\n"))
        .collect();
    parse_with(HtmlPolicy::Sanitize, &footnotes);
}
