//! So many of one thing in `site.toml`.

use super::facts::{head, language};
use super::files::Files;
use super::{Kind, each};

/// The names say what there is so many of.
pub const KINDS: &[Kind] = &[
    kind("settings: unknown keys", |n| {
        settings(&each(n, |i| format!("chiave_{i} = 1\n")))
    }),
    kind("settings: unknown tables", |n| {
        settings(&each(n, |i| format!("[tavola_{i}]\na = 1\n")))
    }),
    kind("settings: unknown lists of tables", |n| {
        settings(&each(n, |i| format!("[[tavola_{i}]]\na = 1\n")))
    }),
    kind("settings: one list of tables", |n| {
        settings(&"[[tavola]]\na = 1\n".repeat(n))
    }),
    kind("settings: repeated tables", |n| {
        settings(&"[search]\n".repeat(n))
    }),
    kind("settings: repeated keys", |n| {
        settings(&"theme = \"civico\"\n".repeat(n))
    }),
    kind("settings: tables in tables", |n| {
        settings(&each(n.isqrt(), |i| {
            format!("[a{}]\nb = 1\n", ".a".repeat(i))
        }))
    }),
    kind("settings: dotted keys", |n| {
        settings(&format!("a{} = 1\n", ".a".repeat(n)))
    }),
    kind("settings: dotted names of tables", |n| {
        settings(&format!("[a{}]\n", ".a".repeat(n)))
    }),
    kind("settings: open brackets", |n| {
        settings(&format!("a = {}\n", "[".repeat(n)))
    }),
    kind("settings: nested brackets", |n| {
        settings(&format!("a = {}{}\n", "[".repeat(n), "]".repeat(n)))
    }),
    kind("settings: nested braces", |n| {
        settings(&format!("a = {}1{}\n", "{a = ".repeat(n), "}".repeat(n)))
    }),
    kind("settings: faults of syntax", |n| {
        settings(&"a = = 1\n".repeat(n))
    }),
    kind("settings: lines without a key", |n| {
        settings(&"parola\n".repeat(n))
    }),
    kind("settings: comments", |n| settings(&"# a\n".repeat(n))),
    kind("settings: lines of a text", |n| {
        settings(&format!(
            "description = \"\"\"\n{}\"\"\"\n",
            "riga\n".repeat(n)
        ))
    }),
    kind("settings: entries of a menu", |n| {
        settings(&each(n, |i| {
            format!("[[menus.main]]\ntitle = \"Voce {i}\"\nto = \"https://a.example/{i}\"\n")
        }))
    }),
    kind("settings: entries of a menu to absent pages", |n| {
        settings(&each(n, |i| {
            format!("[[menus.main]]\nto = \"ref:page/manca-{i}\"\n")
        }))
    }),
    kind("settings: entries of a menu on one line", |n| {
        settings(&format!(
            "[menus]\nmain = [{}]\n",
            "{to = \"ref:page/manca\", tito = 1}, ".repeat(n)
        ))
    }),
    kind("settings: menus", |n| {
        settings(&each(n, |i| {
            format!("[[menus.m{i}]]\ntitle = \"Voce {i}\"\nto = \"https://a.example/{i}\"\n")
        }))
    }),
    kind("settings: links of the footer", |n| {
        settings(&each(n, |i| {
            format!("[[footer.links]]\ntitle = \"Voce {i}\"\nto = \"https://a.example/{i}\"\n")
        }))
    }),
    kind("settings: contacts of the footer", |n| {
        let contact = |i| {
            format!(
                "[[footer.contacts]]\noffice = \"Ufficio {i}\"\nchannels = [{{kind = \"phone\", value = \"+390171445566\"}}]\n"
            )
        };
        settings(&each(n, contact))
    }),
    kind("settings: words of a vocabulary", |n| {
        settings(&each(n, |i| {
            format!("[vocabularies.area_kinds.k{i}]\nit = \"Parola {i}\"\n")
        }))
    }),
    kind("settings: words of a vocabulary in use", |n| {
        let words = each(n, |i| format!("k{i} = {{it = \"Parola {i}\"}}\n"));
        let mut files = settings(&format!("[vocabularies.area_kinds]\n{words}"));
        let areas = each(n, |i| {
            format!("  - {{id: a{i}, title: Area {i}, kind: k{i}}}\n")
        });
        files.add("content/aree.yaml", format!("areas:\n{areas}"));
        files
    }),
    kind("settings: misspelt words of a vocabulary", |n| {
        let words = each(n, |i| format!("parola_{i} = {{it = \"Parola {i}\"}}\n"));
        let mut files = settings(&format!("[vocabularies.area_kinds]\n{words}"));
        let areas = each(n, |i| {
            format!("  - {{id: a{i}, title: Area {i}, kind: parola_{i}x}}\n")
        });
        files.add("content/aree.yaml", format!("areas:\n{areas}"));
        files
    }),
    kind("settings: languages of the title", |n| {
        let titles = each(n, |i| format!("{} = \"A\", ", language(i)));
        let mut files = Files::default();
        files.add("site.toml", format!("title = {{it = \"A\", {titles}}}\n"));
        files
    }),
    kind("settings: languages", |n| {
        let languages = each(n / 100, |i| format!("\"{}\", ", language(i)));
        settings(&format!("languages = [\"it\", {languages}]\n"))
    }),
    kind("settings: one language repeated", |n| {
        settings(&format!("languages = [{}]\n", "\"it\", ".repeat(n)))
    }),
    kind("settings: unknown languages", |n| {
        settings(&format!(
            "languages = [\"it\", {}]\n",
            each(n, |i| format!("\"l{i}\", "))
        ))
    }),
    kind("settings: characters of the title", |n| {
        let mut files = Files::default();
        files.add("site.toml", format!("title = \"{}\"\n", "a".repeat(n)));
        files
    }),
];

const fn kind(name: &'static str, site: fn(usize) -> Files) -> Kind {
    Kind { name, site }
}

/// A site of one page with these settings.
fn settings(more: &str) -> Files {
    let mut files = Files::default();
    files.add("site.toml", format!("title = \"Prova\"\n{more}"));
    files.add("content/pagina.md", head(""));
    files
}
