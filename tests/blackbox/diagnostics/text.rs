//! What can be wrong in the Markdown of a page.

use super::{Case, text};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = structure();
    cases.extend(links());
    cases.extend(unsafe_links());
    cases.extend(components());
    cases
}

fn structure() -> Vec<Case> {
    vec![
        text(
            "heading-first-level",
            "Testo.\n\n# Titolo\n",
            &["top-heading 3:1"],
        ),
        text(
            "heading-underlined",
            "Titolo\n======\n",
            &["top-heading 1:1"],
        ),
        text(
            "heading-skipped",
            "## A\n\n### B\n\n##### C\n",
            &["skipped-heading 5:1"],
        ),
        text(
            "heading-skipped-at-start",
            "### A\n",
            &["skipped-heading 1:1"],
        ),
        text(
            "control-characters",
            "Testo\u{b} e `a\u{1}b`.\n\n<b>x\u{7f}</b> e &#x80;\n",
            &[
                "unprintable-character 1:6",
                "unprintable-character 1:12",
                "unprintable-character 3:5",
                "unprintable-character 3:10",
            ],
        ),
        text("heading-empty", "## A\n\n##\n", &["empty-heading 3:1"]),
        text(
            "anchor-twice",
            "## A {#x}\n\n## B {#x}\n",
            &["duplicate-anchor 3"],
        ),
        text(
            "image-silent",
            "Testo ![](foto.png)\n",
            &["image-without-alt 1:7"],
        ),
        text(
            "image-of-html",
            "<img src=\"foto.png\">\n",
            &["image-without-alt 1"],
        ),
        text("image-of-page", "![a](orari.md)\n", &["image-format 1"]),
        text("image-of-section", "![a](.)\n", &["image-format 1"]),
        text(
            "image-missing",
            "![Il palazzo](palazzo.png)\n",
            &["broken-link 1:15"],
        ),
    ]
}

fn links() -> Vec<Case> {
    vec![
        text(
            "link-to-no-page",
            "[la consulta](consulte.md)\n",
            &["broken-link 1:15"],
        ),
        text(
            "link-to-no-file",
            "[il verbale](verbale.pdf)\n",
            &["broken-link 1:14"],
        ),
        text(
            "link-to-no-folder",
            "[il seguito](altrove/)\n",
            &["broken-link 1:14"],
        ),
        text(
            "link-to-no-anchor",
            "[le origini](consulta.md#origine)\n",
            &["broken-anchor 1:14"],
        ),
        text(
            "link-to-no-anchor-here",
            "## A\n\n[più giù](#b)\n",
            &["broken-anchor 3:11"],
        ),
        text(
            "link-by-no-id",
            "[la consulta](ref:body/consulte)\n",
            &["dangling-reference 1:15"],
        ),
        text(
            "link-by-wrong-id",
            "[la consulta](ref:page/consulta)\n",
            &["wrong-type-reference 1:15"],
        ),
        text(
            "link-by-no-kind",
            "[la consulta](ref:organismo/consulta)\n",
            &["broken-link 1:15"],
        ),
        text(
            "link-by-no-id-and-no-text",
            "Vedi [](ref:organization/cisa).\n",
            &["dangling-reference 1:9"],
        ),
        text(
            "link-by-definition",
            "[La consulta][c] lavora.\n\n[c]: consulte.md\n",
            &["broken-link 3:6"],
        ),
        text(
            "link-in-table",
            "| A | B |\n|---|---|\n| [uno](x.md) | due |\n",
            &["broken-link 3:9"],
        ),
        text(
            "link-in-footnote",
            "Testo[^1].\n\n[^1]: Vedi [gli atti](atti.md).\n",
            &["broken-link 3:23"],
        ),
        text("link-empty", "[Delibera]()\n", &["broken-link 1:1"]),
        text("link-without-host", "[a](https://)\n", &["broken-link 1:5"]),
        text(
            "link-of-html",
            "Vedi <a href=\"verbale.pdf\">il verbale</a>.\n",
            &["broken-link 1:9"],
        ),
        text(
            "link-of-html-to-no-anchor",
            "Vedi <a href='consulta.md#origine'>le origini</a>.\n",
            &["broken-anchor 1:9"],
        ),
        text(
            "image-of-html-missing",
            "<img src=palazzo.png alt=\"Il palazzo\">\n",
            &["broken-link 1:6"],
        ),
        text(
            "link-without-scheme",
            "Vedi [gli atti](//atti.example/x).\n",
            &["broken-link 1:17"],
        ),
        text(
            "link-to-another-computer",
            "Vedi [il verbale](\\\\\\\\ufficio\\verbale.pdf).\n",
            &["unsafe-link 1:19"],
        ),
        text(
            "image-of-another-site",
            "![Il palazzo](https://foto.example/a.png)\n",
            &["remote-image 1:15"],
        ),
        text(
            "image-of-another-site-without-scheme",
            "![Il palazzo](//foto.example/a.png)\n",
            &["remote-image 1:15"],
        ),
        text(
            "image-of-another-site-in-html",
            "<img src=\"https://foto.example/a.png\" alt=\"Il palazzo\">\n",
            &["remote-image 1:6"],
        ),
        text(
            "anchor-of-the-theme",
            "## A {#top}\n",
            &["duplicate-anchor 1:7"],
        ),
        text(
            "link-in-component",
            "{{ <press label=\"Apri\" href=\"verbale.pdf\"/> }}\n",
            &["broken-link 1:24"],
        ),
        text(
            "script-in-component",
            "{{ <press label=\"Apri\" href=\"JavaScript:alert(1)\"/> }}\n",
            &["unsafe-link 1:24"],
        ),
        text(
            "image-of-another-site-in-component",
            "{{ <press label=\"Apri\" href=\"consulta.md\" src=\"https://foto.example/a.png\"/> }}\n",
            &["remote-image 1:43"],
        ),
        text(
            "link-twice",
            "[uno](x.md) e [due](y.md)\n",
            &["broken-link 1:7", "broken-link 1:21"],
        ),
    ]
}

fn unsafe_links() -> Vec<Case> {
    let link = |name, destination: &str| {
        text(
            name,
            &format!("[premi](<{destination}>)\n"),
            &["unsafe-link 1"],
        )
    };
    vec![
        link("script", "javascript:alert(1)"),
        link("script-in-capitals", "JaVaScRiPt:alert(1)"),
        link("script-by-entity", "java&#115;cript:alert(1)"),
        link("script-by-entity-of-colon", "javascript&colon;alert(1)"),
        link("script-by-tab", "java&Tab;script:alert(1)"),
        link("script-by-percent", "javascript%3Aalert(1)"),
        link("script-by-control", "&#1;javascript:alert(1)"),
        link("script-of-basic", "vbscript:alert"),
        link(
            "data",
            "data:text/html,<b>x</b>"
                .split('<')
                .next()
                .unwrap_or_default(),
        ),
        link("script-of-blob", "blob:https://a.example/b"),
        link("file-scheme", "file:///etc/passwd"),
        link("unknown-scheme", "whatsapp:send"),
        link("outside-root", "../../../../etc/passwd"),
        link("outside-content", "../site.toml"),
        link("outside-by-percent", "%2e%2e/%2e%2e/etc/passwd"),
        link("outside-from-root", "/../site.toml"),
        text(
            "script-in-image",
            "![Foto](javascript:alert)\n",
            &["unsafe-link 1"],
        ),
        text(
            "script-in-autolink",
            "<javascript:alert>\n",
            &["unsafe-link 1"],
        ),
        text(
            "script-in-definition",
            "[premi]\n\n[premi]: javascript:alert\n",
            &["unsafe-link 3"],
        ),
    ]
}

fn components() -> Vec<Case> {
    vec![
        text(
            "component-unknown",
            "{{ <avviso text=\"Chiuso\"/> }}\n",
            &["unknown-component 1:1"],
        ),
        text(
            "component-unclosed",
            "{{ <notice text=\"Chiuso\" }}\n",
            &["component-syntax 1"],
        ),
        text(
            "component-argument-unknown",
            "{{ <notice text=\"A\" colour=\"B\"/> }}\n",
            &["component-argument 1:21"],
        ),
        text(
            "component-argument-missing",
            "{{ <notice level=2/> }}\n",
            &["component-argument 1"],
        ),
        text(
            "component-argument-type",
            "{{ <notice text=2/> }}\n",
            &["component-argument 1:12"],
        ),
        text(
            "component-argument-twice",
            "{{ <notice text=\"A\" text=\"B\"/> }}\n",
            &["component-syntax 1"],
        ),
        text(
            "component-body-open",
            "{% <notice text=\"A\"> %}\n\nTesto.\n",
            &["component-syntax 1"],
        ),
    ]
}
