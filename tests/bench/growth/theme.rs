//! So many of one thing in a theme.

use super::facts::head;
use super::files::Files;
use super::{Kind, each};

/// The names say what there is so many of.
pub const KINDS: &[Kind] = &[
    kind("theme: labels", |n| {
        labels(&each(n, |i| format!("etichetta-{i} = Testo\n")))
    }),
    kind("theme: labels of one name", |n| {
        labels(&"etichetta = Testo\n".repeat(n))
    }),
    kind("theme: lines that are no label", |n| {
        labels(&"= a\n".repeat(n))
    }),
    kind("theme: braces of a label", |n| {
        labels(&format!("a = {}\n", "{ ".repeat(n)))
    }),
    kind("theme: nested braces of a label", |n| {
        labels(&format!("a = {}1{}\n", "{ ".repeat(n), " }".repeat(n)))
    }),
    kind("theme: nested choices of a label", |n| {
        labels(&format!(
            "a = {}x{}\n",
            "{ $n ->\n *[a] ".repeat(n),
            "\n }".repeat(n)
        ))
    }),
    kind("theme: nested arguments of a label", |n| {
        labels(&format!(
            "a = {{ {}1{} }}\n",
            "NUMBER(".repeat(n),
            ")".repeat(n)
        ))
    }),
    kind("theme: placeables of a label", |n| {
        labels(&format!("section-seats = {}\n", "{ $n }".repeat(n)))
    }),
    kind("theme: choices of a label", |n| {
        labels(&format!(
            "a = {{ $n ->\n{} *[b] x\n }}\n",
            each(n, |i| format!(" [{i}] x\n"))
        ))
    }),
    kind("theme: attributes of a label", |n| {
        labels(&format!("a = x\n{}", each(n, |i| format!(" .a{i} = x\n"))))
    }),
    kind("theme: lines of a label", |n| {
        labels(&format!("a = x\n{}", "  x\n".repeat(n)))
    }),
    kind("theme: a chain of labels", |n| {
        let label = |i: usize| format!("a{i} = {{ a{} }}\n", i + 1);
        labels(&format!(
            "section-seats = {{ a0 }}\n{}a{n} = x\n",
            each(n, label)
        ))
    }),
    kind("theme: a chain of terms", |n| {
        let label = |i: usize| format!("-a{i} = {{ -a{} }}\n", i + 1);
        labels(&format!(
            "section-seats = {{ -a0 }}\n{}-a{n} = x\n",
            each(n, label)
        ))
    }),
    kind("theme: labels that double", |n| {
        let levels = n.ilog2() as usize;
        let label = |i: usize| format!("a{i} = {{ a{} }}{{ a{} }}\n", i + 1, i + 1);
        labels(&format!(
            "section-seats = {{ a0 }}\n{}a{levels} = x\n",
            each(levels, label)
        ))
    }),
    kind("theme: comments of labels", |n| labels(&"# a\n".repeat(n))),
    kind("theme: templates", |n| {
        let mut files = theme("page.html", PAGE);
        (0..n).for_each(|i| files.add(&format!("themes/mio/templates/parts/t{i}.html"), "a"));
        files
    }),
    kind("theme: includes of one template", |n| {
        let mut files = theme(
            "page.html",
            &around(&"{% include \"parts/una.html\" %}\n".repeat(n)),
        );
        files.add("themes/mio/templates/parts/una.html", "<p>a</p>");
        files
    }),
    kind("theme: includes of a long template", |n| {
        let mut files = theme(
            "page.html",
            &around(&"{% include \"parts/una.html\" %}\n".repeat(n)),
        );
        files.add("themes/mio/templates/parts/una.html", "a".repeat(n));
        files
    }),
    kind("theme: a chain of includes", |n| {
        let mut files = theme("page.html", &around("{% include \"parts/t0.html\" %}"));
        let part = |i: usize| format!("{{% include \"parts/t{}.html\" %}}", i + 1);
        (0..n).for_each(|i| files.add(&format!("themes/mio/templates/parts/t{i}.html"), part(i)));
        files.add(&format!("themes/mio/templates/parts/t{n}.html"), "a");
        files
    }),
    kind("theme: includes that double", |n| {
        let levels = n.ilog2() as usize;
        let mut files = theme("page.html", &around("{% include \"parts/t0.html\" %}"));
        let part = |i: usize| format!("{{% include \"parts/t{}.html\" %}}", i + 1).repeat(2);
        (0..levels)
            .for_each(|i| files.add(&format!("themes/mio/templates/parts/t{i}.html"), part(i)));
        files.add(&format!("themes/mio/templates/parts/t{levels}.html"), "a");
        files
    }),
    kind("theme: absent includes", |n| {
        theme(
            "page.html",
            &around(&each(n, |i| format!("{{% include \"manca-{i}.html\" %}}"))),
        )
    }),
    kind("theme: a chain of parents", |n| {
        let mut files = theme("page.html", "{% extends \"t0.html\" %}");
        let part = |i: usize| format!("{{% extends \"t{}.html\" %}}", i + 1);
        (0..n).for_each(|i| files.add(&format!("themes/mio/templates/t{i}.html"), part(i)));
        files.add(&format!("themes/mio/templates/t{n}.html"), PAGE);
        files
    }),
    kind("theme: a chain of themes", |n| {
        let mut files = theme("page.html", PAGE);
        files.add(
            "themes/mio/theme.toml",
            "name = \"mio\"\nextends = \"t0\"\n",
        );
        for i in 0..n {
            let text = format!("name = \"t{i}\"\nextends = \"t{}\"\n", i + 1);
            files.add(&format!("themes/t{i}/theme.toml"), text);
        }
        files.add(
            &format!("themes/t{n}/theme.toml"),
            format!("name = \"t{n}\"\nextends = \"civico\"\n"),
        );
        files
    }),
    kind("theme: conditions in conditions", |n| {
        theme(
            "page.html",
            &around(&("{% if true %}".repeat(n) + "a" + &"{% endif %}".repeat(n))),
        )
    }),
    kind("theme: open conditions", |n| {
        theme("page.html", &around(&"{% if true %}".repeat(n)))
    }),
    kind("theme: loops in loops", |n| {
        theme(
            "page.html",
            &around(&("{% for a in [1] %}".repeat(n) + "a" + &"{% endfor %}".repeat(n))),
        )
    }),
    kind("theme: otherwise", |n| {
        theme(
            "page.html",
            &around(&("{% if false %}".to_owned() + &"{% elif false %}".repeat(n) + "{% endif %}")),
        )
    }),
    kind("theme: brackets in brackets", |n| {
        expression(&("(".repeat(n) + "1" + &")".repeat(n)))
    }),
    kind("theme: open brackets", |n| expression(&"(".repeat(n))),
    kind("theme: lists in lists", |n| {
        expression(&("[".repeat(n) + &"]".repeat(n) + " | length"))
    }),
    kind("theme: maps in maps", |n| {
        expression(&("{\"a\": ".repeat(n) + "1" + &"}".repeat(n) + " | length"))
    }),
    kind("theme: sums", |n| {
        expression(&("1".to_owned() + &" + 1".repeat(n)))
    }),
    kind("theme: powers", |n| {
        expression(&("1".to_owned() + &" ** 1".repeat(n)))
    }),
    kind("theme: negations", |n| {
        expression(&("not ".repeat(n) + "true"))
    }),
    kind("theme: minus signs", |n| expression(&("-".repeat(n) + "1"))),
    kind("theme: filters", |n| {
        expression(&("\"a\"".to_owned() + &" | upper".repeat(n)))
    }),
    kind("theme: attributes of a value", |n| {
        expression(&("page".to_owned() + &".a".repeat(n)))
    }),
    kind("theme: indices of a value", |n| {
        expression(&("page".to_owned() + &"[0]".repeat(n)))
    }),
    kind("theme: choices in choices", |n| {
        expression(&("1 if true else ".repeat(n) + "1"))
    }),
    kind("theme: entries of a list", |n| {
        expression(&("[".to_owned() + &"1, ".repeat(n) + "] | length"))
    }),
    kind("theme: prints", |n| {
        theme("page.html", &around(&"{{ page.title }}\n".repeat(n)))
    }),
    kind("theme: labels in a template", |n| {
        theme(
            "page.html",
            &around(&"{{ t(key=\"section-seats\") }}\n".repeat(n)),
        )
    }),
    kind("theme: unknown labels in a template", |n| {
        theme(
            "page.html",
            &around(&each(n, |i| format!("{{{{ t(key=\"manca-{i}\") }}}}\n"))),
        )
    }),
    kind("theme: variables that are absent", |n| {
        theme("page.html", &around(&"{{ manca }}\n".repeat(n)))
    }),
    kind("theme: blocks", |n| {
        theme(
            "page.html",
            &around(&each(n, |i| format!("{{% block b{i} %}}a{{% endblock %}}"))),
        )
    }),
    kind("theme: blocks in blocks", |n| {
        let open = each(n, |i| format!("{{% block b{i} %}}"));
        theme(
            "page.html",
            &around(&(open + "a" + &"{% endblock %}".repeat(n))),
        )
    }),
    kind("theme: components", |n| {
        let one = |i| format!("{{% component c{i}() %}}a{{% endcomponent c{i} %}}\n");
        let mut files = theme("page.html", PAGE);
        files.add("themes/mio/templates/components/mie.html", each(n, one));
        files
    }),
    kind("theme: comments in a template", |n| {
        theme("page.html", &around(&"{# a #}".repeat(n)))
    }),
    kind("theme: open comments in a template", |n| {
        theme("page.html", &around(&"{# ".repeat(n)))
    }),
    kind("theme: braces in a template", |n| {
        theme("page.html", &around(&"{".repeat(n)))
    }),
    kind("theme: raw", |n| {
        theme("page.html", &around(&"{% raw %}a{% endraw %}".repeat(n)))
    }),
    kind("theme: assignments", |n| {
        theme(
            "page.html",
            &around(&each(n, |i| format!("{{% set v{i} = {i} %}}"))),
        )
    }),
    kind("theme: widths of images", |n| {
        let mut files = theme("page.html", PAGE);
        let widths = each(n, |i| format!("{}, ", i + 1));
        files.add(
            "themes/mio/theme.toml",
            format!("name = \"mio\"\nextends = \"civico\"\nimage_widths = [{widths}]\n"),
        );
        files.add(
            "content/a.png",
            include_bytes!("../../blackbox/good/content/foto.png"),
        );
        files.add("content/pagina.md", head("") + "\n![a](a.png)\n");
        files
    }),
    kind("theme: static files", |n| {
        let mut files = theme("page.html", PAGE);
        (0..n).for_each(|i| files.add(&format!("themes/mio/static/f{i}.css"), "a{}"));
        files
    }),
    kind("theme: unknown keys", |n| {
        let mut files = theme("page.html", PAGE);
        let keys = each(n, |i| format!("chiave_{i} = 1\n"));
        files.add(
            "themes/mio/theme.toml",
            format!("name = \"mio\"\nextends = \"civico\"\n{keys}"),
        );
        files
    }),
];

const PAGE: &str = "{% extends \"civico/page.html\" %}";

const fn kind(name: &'static str, site: fn(usize) -> Files) -> Kind {
    Kind { name, site }
}

/// A whole page with this in its middle.
fn around(text: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"it\"><head><title>a</title></head><body>{text}</body></html>"
    )
}

fn expression(text: &str) -> Files {
    theme("page.html", &around(&format!("{{{{ {text} }}}}")))
}

/// A site of one page with a theme that has one template of its own.
fn theme(template: &str, text: &str) -> Files {
    let mut files = Files::default();
    files.add(
        "site.toml",
        "title = \"Prova\"\ntheme = \"mio\"\n[search]\nenabled = false\n",
    );
    files.add(
        "themes/mio/theme.toml",
        "name = \"mio\"\nextends = \"civico\"\n",
    );
    files.add(&format!("themes/mio/templates/{template}"), text);
    files.add("content/pagina.md", head(""));
    files
}

fn labels(text: &str) -> Files {
    let mut files = theme("page.html", PAGE);
    files.add("themes/mio/i18n/it.ftl", text);
    files
}
