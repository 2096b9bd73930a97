//! Signs that are nearly markup.

use crate::content::markdown::near_misses::{Start, near_misses};

fn forms(text: &str) -> Vec<String> {
    let found = near_misses(text, Start::Block).into_iter();
    found
        .map(|it| format!("{} {} → {}", it.hint, &text[it.bytes], it.form))
        .collect()
}

#[test]
fn what_is_nearly_markup_is_found() {
    for (text, expected) in [
        (
            "v. [V](verbale 2024.pdf).",
            "destination [V](verbale 2024.pdf) → [V](<verbale 2024.pdf>)",
        ),
        ("[v] (x.pdf)", "destination [v] (x.pdf) → [v](x.pdf)"),
        (
            "[v] (https://a.example)",
            "destination [v] (https://a.example) → [v](https://a.example)",
        ),
        ("(x.pdf)[v]", "destination (x.pdf)[v] → [v](x.pdf)"),
        (
            "v. [a](https://x .it/b c)",
            "destination [a](https://x .it/b c) → [a](https://x.it/b%20c)",
        ),
        ("!(x.png)[v]", "image !(x.png)[v] → ![v](x.png)"),
        ("(x.png)![v]", "image (x.png)![v] → ![v](x.png)"),
        ("![v](x y.png)", "image ![v](x y.png) → ![v](<x y.png>)"),
        ("vedi [x][manca]", "reference [x][manca] → [x](…)"),
        ("nota[^9].", "footnote [^9] → [^9]:"),
        (
            "[[Pagina uno]]",
            "unknown-destination [[Pagina uno]] → [Pagina uno](…)",
        ),
        (
            "[[uno|la prima]]",
            "unknown-destination [[uno|la prima]] → [la prima](…)",
        ),
        (
            "{% note_box title=\"a\" %}",
            "component {% note_box title=\"a\" %} → {% <note_box …> %}",
        ),
        (
            "{% endnote_box %}",
            "component {% endnote_box %} → {% </note_box> %}",
        ),
        (
            "{{< figure src=\"a\" >}}",
            "component {{< figure src=\"a\" >}} → {{ <figure … /> }}",
        ),
        ("{{% /note %}}", "component {{% /note %}} → {% </note> %}"),
        (
            "a {{ <button text=\"b\" /> }}",
            "component {{ <button text=\"b\" /> }} → {{ <button … /> }}",
        ),
        ("==detto==", "mark ==detto== → <mark>detto</mark>"),
        ("** importante **", "bold ** importante ** → **importante**"),
        ("__ detto __", "bold __ detto __ → **detto**"),
        ("[v]{x.pdf}", "destination [v]{x.pdf} → [v](x.pdf)"),
        ("[v](x.pdf", "destination [v](x.pdf → [v](x.pdf)"),
        (
            "[v](<a b.pdf)",
            "destination [v](<a b.pdf) → [v](<a b.pdf>)",
        ),
        (
            "[V](verbale 2024.pdf \"t\")",
            "destination [V](verbale 2024.pdf \"t\") → [V](<verbale 2024.pdf> \"t\")",
        ),
        (
            "[V](verbale(2024.pdf)",
            "destination [V](verbale(2024.pdf) → [V](<verbale(2024.pdf>)",
        ),
        (
            "[a]](orari.md)",
            "destination [a]](orari.md) → [a](orari.md)",
        ),
        (
            "[alt](foto.png =100x200)",
            "destination [alt](foto.png =100x200) → [alt](foto.png)",
        ),
        (
            "[a](ref: body/consulta)",
            "destination [a](ref: body/consulta) → [a](ref:body/consulta)",
        ),
        (
            "[a](mailto: urp@x.it)",
            "destination [a](mailto: urp@x.it) → [a](mailto:urp@x.it)",
        ),
        (
            "[a](tel: 0171 123)",
            "destination [a](tel: 0171 123) → [a](tel:0171123)",
        ),
        (
            "[testo](tra parentesi)",
            "unknown-destination [testo](tra parentesi) → [testo](…)",
        ),
        (
            "[[orari#sportello]]",
            "unknown-destination [[orari#sportello]] → [orari#sportello](…)",
        ),
        (
            "[a](https://x.it e poi altro (nota) e fine",
            "destination [a](https://x.it → [a](https://x.it)",
        ),
        (
            "[a](https://x.it/atti e poi altro.",
            "destination [a](https://x.it/atti → [a](https://x.it/atti)",
        ),
        (
            "[a](verbale 2024.pdf, e poi",
            "destination [a](verbale 2024.pdf → [a](<verbale 2024.pdf>)",
        ),
        (
            "(v. [a](https://x.it/b e poi)",
            "destination [a](https://x.it/b → [a](https://x.it/b)",
        ),
        (
            "(v. [V](verbale (2024).pdf))",
            "destination [V](verbale (2024).pdf) → [V](<verbale (2024).pdf>)",
        ),
        (
            "[a](mailto:urp@x.it per dire",
            "destination [a](mailto:urp@x.it → [a](mailto:urp@x.it)",
        ),
        ("[a(orari.md) e", "destination [a(orari.md) → [a](orari.md)"),
        (
            "(www.x.it)[ASL]",
            "destination (www.x.it)[ASL] → [ASL](https://www.x.it)",
        ),
        ("– Anna Rossi", "list – Anna Rossi → - Anna Rossi"),
        (
            "v. https//x.it/a.",
            "address https//x.it/a → https://x.it/a",
        ),
        ("<www.x.it>", "address <www.x.it> → <https://www.x.it>"),
        ("(http:/x.it)", "address http:/x.it → http://x.it"),
        ("[x][]", "reference [x][] → [x](…)"),
        ("{{ page.title }}", "code {{ page.title }} → "),
        ("{% include \"x\" %}", "code {% include \"x\" %} → "),
        ("{# nota #}", "comment {# nota #} → <!-- nota -->"),
        ("{target=_blank}", "attributes {target=_blank} → "),
        ("**grassetto **testo", "bold **grassetto ** → **grassetto**"),
        ("• a", "list • a → - a"),
        ("|a|b|", "table |a|b| → |---|---|"),
        (
            "[!NOTE] Attenzione",
            "box-line [!NOTE] Attenzione → [!NOTE]",
        ),
        ("[[x.pdf]]", "destination [[x.pdf]] → [x.pdf](x.pdf)"),
        ("[TOC]", "contents [TOC] → "),
        ("[!NOTA]", "box [!NOTA] → "),
        ("::warning", "box ::warning → "),
        ("???+ note", "box ???+ note → "),
        ("::: note", "box ::: note → "),
        ("!!! warning", "box !!! warning → "),
        ("##Titolo", "heading ##Titolo → ## Titolo"),
        ("##\u{a0}Titolo", "heading ##\u{a0}Titolo → ## Titolo"),
        ("#\u{a0}Titolo", "heading #\u{a0}Titolo → ## Titolo"),
        ("#Titolo", "heading #Titolo → ## Titolo"),
        ("(v)[x.pdf]", "destination (v)[x.pdf] → [v](x.pdf)"),
        ("-la prima voce", "list -la prima voce → - la prima voce"),
        ("1)la prima", "list 1)la prima → 1) la prima"),
        ("-primo", "list -primo → - primo"),
        ("· primo", "list · primo → - primo"),
        ("\u{f0b7}\tprimo", "list \u{f0b7}\tprimo → - primo"),
        ("2.La seconda", "list 2.La seconda → 2. La seconda"),
    ] {
        assert_eq!(forms(text), [expected], "{text}");
    }
}

#[test]
fn plain_prose_is_left_alone() {
    for text in [
        "disse [sic] che […] e [...] (pag. 3)",
        "[1] (2024)",
        "[nota] (n.3)",
        "a[1][2]",
        "x == y == z",
        "a = b",
        "\\[V](verbale 2024.pdf)",
        "{a} {b}",
        "2 ** 3",
        "(**) nota",
        "***",
        "art. 3 (L. 4/2004) [omissis]",
        "#tema",
        "-5 gradi",
        "2.5 per cento",
        "2024.Un anno",
        "(v)[1]",
        "# Titolo",
        "[ ]",
        "[]",
        "(vedi [allegato])",
        "f(x)[0]",
        "[a][…]",
        "[a](b",
        "– disse il sindaco – e poi",
        "https://x.it e http://y.it",
        "[a (orari.md)]",
        "[a (orari.md) b] c",
        "[a]{b}",
        "il_nome __ e __init__",
        "compilare: ______ (firma) ______",
        "{{",
        "%}",
        "====",
        "[Rossi] (assente)",
        "[[1]]",
        "!!!",
        "Attenzione!!!",
        "\\{% x %}",
    ] {
        assert_eq!(forms(text), [] as [&str; 0], "{text}");
    }
}
