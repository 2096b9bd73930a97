//! So many files, and what they have to do with each other.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::facts::{head, registry};
use super::{Kind, each};
use crate::measure::Done;

/// The files of a site, by path from its root.
#[derive(Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds a file.
    pub fn add(&mut self, path: &str, text: impl Into<Vec<u8>>) {
        self.0.insert(path.to_owned(), text.into());
    }

    /// How long all of them are.
    pub fn bytes(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// Writes them into a folder, with settings if there are none.
    pub fn write(mut self, root: &Path) -> Done {
        let settings = "title = \"Prova\"\n[search]\nenabled = false\n";
        self.0
            .entry("site.toml".to_owned())
            .or_insert(settings.into());
        for (path, bytes) in self.0 {
            let path = root.join(path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, bytes)?;
        }
        Ok(())
    }
}

/// The names say what there is so many of.
pub const KINDS: &[Kind] = &[
    kind("files: pages in a folder", |n| {
        pages(n, |i| (format!("p{i}"), String::new()))
    }),
    kind("files: pages in folders", |n| {
        pages(n, |i| (format!("f{i}/p"), String::new()))
    }),
    kind("files: folders in folders", |n| {
        let depth = n.min(1500);
        pages(1, |_| ("a/".repeat(depth) + "p", String::new()))
    }),
    kind("files: sections", |n| {
        pages(n, |i| (format!("f{i}/_index"), String::new()))
    }),
    kind("files: pages of one id", |n| {
        pages(n, |i| (format!("p{i}"), "id: uno\n".to_owned()))
    }),
    kind("files: pages of one alias", |n| {
        pages(n, |i| {
            (format!("p{i}"), "aliases: [/vecchia/]\n".to_owned())
        })
    }),
    kind("files: pages without a title", |n| {
        let mut files = Files::default();
        (0..n).for_each(|i| files.add(&format!("content/p{i}.md"), "---\nsummary: a\n---\n"));
        files
    }),
    kind("files: pages without front matter", |n| {
        let mut files = Files::default();
        (0..n).for_each(|i| files.add(&format!("content/p{i}.md"), "Testo\n"));
        files
    }),
    kind("files: drafts", |n| {
        pages(n, |i| (format!("p{i}"), "draft: true\n".to_owned()))
    }),
    kind("files: pages of one topic", |n| {
        let mut files = pages(n, |i| (format!("p{i}"), "topics: [tema]\n".to_owned()));
        files.add(
            "content/temi.yaml",
            "topics: [{id: tema, title: Tema, summary: Un tema.}]\n",
        );
        files
    }),
    kind("files: pages of many topics", |n| {
        let side = n.isqrt();
        let topics = format!("topics: [{}]\n", each(side, |i| format!("t{i}, ")));
        let mut files = pages(side, |i| (format!("p{i}"), topics.clone()));
        let registry = each(side, |i| {
            format!("  - {{id: t{i}, title: Tema {i}, summary: Un tema.}}\n")
        });
        files.add("content/temi.yaml", format!("topics:\n{registry}"));
        files
    }),
    kind("files: pages that link to one", |n| {
        let mut files = Files::default();
        let page =
            |i: usize| format!("---\ntitle: Pagina {i}\nsummary: Una pagina.\n---\n\n[](p0.md)\n");
        (0..n).for_each(|i| files.add(&format!("content/p{i}.md"), page(i)));
        files
    }),
    kind("files: pages that link to absent ones", |n| {
        let mut files = Files::default();
        let page = |i: usize| {
            format!("---\ntitle: Pagina {i}\nsummary: Una pagina.\n---\n\n[a](pp{i}.md)\n")
        };
        (0..n).for_each(|i| files.add(&format!("content/pagina-{i}.md"), page(i)));
        files
    }),
    kind("files: pages that name absent ids", |n| {
        let mut files = Files::default();
        let page = |i: usize| {
            format!(
                "---\ntitle: Pagina {i}\nsummary: Una pagina.\n---\n\n[a](ref:page/pagina-{i}x)\n"
            )
        };
        (0..n).for_each(|i| files.add(&format!("content/pagina-{i}.md"), page(i)));
        files
    }),
    kind("files: bodies of one organization", |n| {
        let facts = "type: body\nkind: council\nauthority: ente\nactivities: [{id: a, text: Fa.}]\nseats: [{id: s, basis: representative, from: [ente]}]\n";
        let mut files = pages(n, |i| (format!("b{i}"), facts.to_owned()));
        files.add(
            "content/ente.yaml",
            "organizations: [{id: ente, title: Ente, kind: province}]\n",
        );
        files
    }),
    kind("files: a chain of bodies", |n| {
        let facts = |i: usize| {
            let parent = if i == 0 {
                String::new()
            } else {
                format!("parent: b{}\n", i - 1)
            };
            format!(
                "type: body\nkind: council\nauthority: ente\n{parent}activities: [{{id: a, text: Fa.}}]\nseats: [{{id: s, basis: representative, from: [ente]}}]\n"
            )
        };
        let mut files = pages(n, |i| (format!("b{i}"), facts(i)));
        files.add(
            "content/ente.yaml",
            "organizations: [{id: ente, title: Ente, kind: province}]\n",
        );
        files
    }),
    kind("files: meetings of one body", |n| {
        let mut files = pages(n, |i| {
            (
                format!("m{i}"),
                "type: meeting\nbody: b\nstart: 2026-01-01T10:00\n".to_owned(),
            )
        });
        files.add("content/b.md", head("type: body\nkind: council\nauthority: ente\nactivities: [{id: a, text: Fa.}]\nseats: [{id: s, basis: representative, from: [ente]}]\n"));
        files.add(
            "content/ente.yaml",
            "organizations: [{id: ente, title: Ente, kind: province}]\n",
        );
        files
    }),
    kind("files: holders of one person", |n| {
        let facts = "type: body\nkind: council\nauthority: ente\nactivities: [{id: a, text: Fa.}]\nseats: [{id: s, basis: elected, holders: [{person: anna}]}]\n";
        let mut files = pages(n, |i| (format!("b{i}"), facts.to_owned()));
        files.add(
            "content/ente.yaml",
            "organizations: [{id: ente, title: Ente, kind: province}]\n",
        );
        files.add(
            "content/anna.yaml",
            "persons: [{id: anna, given: Anna, family: Rossi, publication_basis: law}]\n",
        );
        files
    }),
    kind("files: registries", |n| {
        let mut files = Files::default();
        (0..n).for_each(|i| {
            files.add(
                &format!("content/e{i}.yaml"),
                format!("organizations: [{{id: e{i}, title: Ente {i}, kind: municipality}}]\n"),
            )
        });
        files
    }),
    kind("files: other files", |n| {
        let mut files = Files::default();
        (0..n).for_each(|i| files.add(&format!("content/a{i}.txt"), format!("{i}")));
        files
    }),
    kind("files: images of a page", |n| {
        let mut files = Files::default();
        let count = n / 40;
        (0..count).for_each(|i| {
            files.add(
                &format!("content/a{i}.png"),
                include_bytes!("../../blackbox/good/content/foto.png"),
            )
        });
        let text = each(count, |i| format!("![a](a{i}.png)\n\n"));
        files.add("content/pagina.md", head("") + &text);
        files
    }),
    kind("files: translated pages", |n| {
        let mut files = pages(n / 2, |i| (format!("p{i}"), String::new()));
        (0..n / 2).for_each(|i| files.add(&format!("content/p{i}.en.md"), head("")));
        files.add(
            "site.toml",
            "title = \"Prova\"\nlanguages = [\"it\", \"en\"]\n[search]\nenabled = false\n",
        );
        files
    }),
    kind("files: translations of nothing", |n| {
        let mut files = Files::default();
        (0..n).for_each(|i| files.add(&format!("content/p{i}.en.md"), head("")));
        files.add(
            "site.toml",
            "title = \"Prova\"\nlanguages = [\"it\", \"en\"]\n[search]\nenabled = false\n",
        );
        files
    }),
    kind("files: names with the same beginning", |n| {
        registry("persons", n, |i| {
            format!(
                "{{id: anna-maria-rossi-{i}, given: Anna Maria, family: Rossi, publication_basis: law}}"
            )
        })
    }),
];

const fn kind(name: &'static str, site: fn(usize) -> Files) -> Kind {
    Kind { name, site }
}

/// So many pages, each with its path below `content/`, without its ending, and facts.
fn pages(count: usize, page: impl Fn(usize) -> (String, String)) -> Files {
    let mut files = Files::default();
    for number in 0..count {
        let (path, facts) = page(number);
        files.add(&format!("content/{path}.md"), head(&facts));
    }
    files
}
