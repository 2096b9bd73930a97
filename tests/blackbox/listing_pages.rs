//! Pages that list things: none is empty, and numbers in titles have their order.

use crate::site::Site;

const THEMES: [&str; 2] = ["civico", "italia"];

const REGISTRIES: [(&str, &str, &str); 5] = [
    (
        "organizations",
        "title: Cosa {n}, kind: municipality",
        "enti",
    ),
    ("documents", "title: Cosa {n}, kind: law", "atti"),
    ("areas", "title: Cosa {n}, kind: province", "territori"),
    (
        "persons",
        "given: Ugo, family: Cosa {n}, publication_basis: legge",
        "persone",
    ),
    ("topics", "title: Cosa {n}", "argomenti"),
];

fn empty(theme: &str) -> Site {
    Site::empty()
        .folder("themes/italia", "themes/italia/")
        .file(
            "site.toml",
            format!("title = \"Sito\"\ntheme = \"{theme}\"\n"),
        )
        .file(
            "content/_index.md",
            "---\ntitle: Casa\nsummary: Casa.\n---\n",
        )
}

/// What follows the first heading of a page, up to the footer.
fn main_of(page: &str) -> &str {
    let (_, main) = page.split_once("<h1").unwrap();
    main.split_once("</main>").unwrap().0
}

/// Whether a page continues the list of the section `parte`.
fn is_continued(path: &str) -> bool {
    let name = path.strip_prefix("parte/");
    let name = name.and_then(|it| it.strip_suffix("/index.html"));
    name.is_some_and(|it| it.parse::<u32>().is_ok())
}

fn has_in_order(page: &str, words: &[&str]) -> bool {
    let places: Option<Vec<usize>> = words.iter().map(|it| page.find(it)).collect();
    places.is_some_and(|it| it.is_sorted())
}

#[test]
fn the_page_of_a_registry_lists_its_entries_in_the_order_of_their_numbers() {
    for theme in THEMES {
        for (registry, fields, folder) in REGISTRIES {
            let entries = [10, 2, 1].map(|number| {
                let fields = fields.replace("{n}", &number.to_string());
                format!("  - {{id: c-{number}, {fields}}}\n")
            });
            let site = empty(theme).file(
                "content/registro.yaml",
                format!("{registry}:\n{}", entries.concat()),
            );
            site.build().succeeds();
            let expected = ["c-1/", "c-2/", "c-10/"];
            for path in [
                format!("{folder}/index.html"),
                "indice/index.html".to_owned(),
            ] {
                let page = site.page(&path);
                assert!(
                    has_in_order(main_of(&page), &expected),
                    "{theme} {path} {page}"
                );
            }
        }
    }
}

#[test]
fn a_section_lists_whatever_is_in_it() {
    let pages = [
        ("ente.md", "type: organization\nkind: municipality"),
        ("atto.md", "type: document\nkind: law"),
        ("area.md", "type: area\nkind: province"),
        ("tema.md", "type: topic"),
        ("pagina.md", "type: page"),
        (
            "organo.md",
            "type: body\nkind: council\nauthority: ente\nactivities:\n  - {id: a, text: Decide.}\nseats:\n  - {id: s, basis: elected}",
        ),
        (
            "seduta.md",
            "type: meeting\nbody: organo\nstart: 2020-01-02T10:00",
        ),
        ("sotto/_index.md", "type: section"),
    ];
    for theme in THEMES {
        for list_length in [2, 200] {
            let mut site = empty(theme)
                .replace(
                    "site.toml",
                    "theme =",
                    &format!("list_length = {list_length}\ntheme ="),
                )
                .file(
                    "content/parte/_index.md",
                    "---\ntitle: Parte\nsummary: Parte.\n---\n",
                )
                .file(
                    "content/parte/persona.md",
                    "---\ntype: person\ngiven: Ugo\nfamily: Rossi\npublication_basis: legge\n---\n",
                );
            for (name, fields) in pages {
                let text = format!("---\ntitle: {name}\nsummary: Prova.\n{fields}\n---\n");
                site = site.file(&format!("content/parte/{name}"), text);
            }
            assert_eq!(site.build().exit, Some(0));
            let built = site.built().into_iter();
            let lists =
                built.filter(|(path, _)| path.starts_with("parte/") && !path.contains(".ics"));
            let is_list = |path: &str| path == "parte/index.html" || is_continued(path);
            let mut all = String::new();
            for (path, bytes) in lists {
                if is_list(&path) {
                    all += main_of(&String::from_utf8(bytes).unwrap());
                }
            }
            for (name, _) in pages {
                let (stem, _) = name.split_once(['.', '/']).unwrap();
                assert!(
                    all.contains(&format!("{stem}/index.html\"")),
                    "{theme} {name} {all}"
                );
            }
            assert!(all.contains("persona/index.html\""), "{theme}");
        }
    }
}

#[test]
fn an_organization_lists_the_documents_that_it_issued() {
    let documents = (1..=30).map(|number| {
        format!("  - {{id: d-{number}, title: Delibera {number}, kind: law, issuer: e}}\n")
    });
    for theme in THEMES {
        let site = empty(theme)
            .replace("site.toml", "theme =", "list_length = 10\ntheme =")
            .file(
                "content/registro.yaml",
                format!(
                    "organizations:\n  - {{id: e, title: Ente, kind: municipality}}\ndocuments:\n{}",
                    documents.clone().collect::<String>()
                ),
            );
        site.build().succeeds();
        let built = site.built().into_iter();
        let pages = built.filter(|(path, _)| path.starts_with("enti/e/") || path.contains("/e/"));
        let pages: Vec<String> = pages
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
            .collect();
        assert!(pages.len() > 1);
        for page in &pages {
            assert!(main_of(page).contains("/d-"), "{theme} {page}");
        }
    }
}
