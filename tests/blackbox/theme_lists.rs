//! The lists that a theme declares.

use crate::site::Site;

/// Two meetings to come, one that was cancelled, and one of the past.
const MEETINGS: &str = "meetings:
  - {id: terza, title: Terza, body: consulta, start: 2030-10-02T10:00}
  - {id: seconda, title: Seconda, body: consulta, start: 2030-09-15}
  - {id: annullata, title: Annullata, body: consulta, start: 2030-09-14, status: cancelled}
  - {id: prima, title: Prima, body: consulta, start: 2020-01-10, status: held, minutes: {none: riservata}}
";

/// A site whose theme declares this list, and shows it on the home page, on bodies and on sections.
fn with_list(declaration: &str) -> Site {
    let show = "{% extends \"mini/base.html\" %}{% block subject %}{% for it in page.lists.prova %}[{{ it.title }}{% if it.date %} {{ it.date.iso }}{% endif %}{% if it.parent %} di {{ it.parent.title }}{% endif %}{% if it.meeting and it.meeting.start.time %} ore {{ it.meeting.start.time }}{% endif %}]{% endfor %}{% endblock %}";
    let manifest = format!("extends = \"mini\"\n\n[lists.prova]\n{declaration}");
    let templates = ["home", "body", "section"];
    let site = Site::new()
        .replace("site.toml", "theme = \"mini\"", "theme = \"figlio\"")
        .file("themes/figlio/theme.toml", manifest)
        .file("content/sedute.yaml", MEETINGS);
    templates.iter().fold(site, |site, name| {
        site.file(&format!("themes/figlio/templates/{name}.html"), show)
    })
}

/// What the list shows on a page.
fn shown(site: &Site, page: &str) -> String {
    site.build().succeeds();
    let page = site.page(page).to_string();
    let entries = page.split('[').skip(1);
    let entries: Vec<&str> = entries.filter_map(|it| it.split(']').next()).collect();
    entries.join("; ")
}

#[test]
fn meetings_are_listed_by_date() {
    let coming = "of = [\"meeting\"]\nby = \"date\"\nwhen = \"coming\"\n";
    let site = with_list(coming);
    let both = "Seconda 2030-09-15 di Consulta provinciale; Terza 2030-10-02 di Consulta provinciale ore 10:00";
    assert_eq!(shown(&site, "index.html"), both);
    // Only the pages that are asked for have it.
    assert_eq!(shown(&site, "consulta/index.html"), "");
    let site = with_list(&format!("{coming}on = [\"body\"]\nlimit = 1\n"));
    assert_eq!(shown(&site, "index.html"), "");
    assert!(shown(&site, "consulta/index.html").starts_with("Seconda"));
    // A meeting of several days is to come until its last day.
    let long = "  - {id: lunga, title: Lunga, body: consulta, start: 2026-11-19T10:00, end: 2026-11-21T12:00}\n  - {id: finita, title: Finita, body: consulta, start: 2026-11-18, end: 2026-11-20}\n";
    let site = with_list(coming).file("content/sedute.yaml", format!("{MEETINGS}{long}"));
    assert_eq!(
        shown(&site, "index.html"),
        format!("Lunga 2026-11-19 di Consulta provinciale ore 10:00; {both}")
    );
    let past = coming.replace("coming", "past");
    let site = with_list(&past).file("content/sedute.yaml", format!("{MEETINGS}{long}"));
    let found = shown(&site, "index.html");
    assert!(
        found.contains("Finita") && !found.contains("Lunga"),
        "{found}"
    );
    let site = with_list(&format!("{past}reverse = true\nlimit = 1\n"));
    let shown = shown(&site, "index.html");
    assert!(
        shown.starts_with("Seconda seduta del 2026 2026-11-05"),
        "{shown}"
    );
}

#[test]
fn pages_are_listed_by_their_extra_and_section() {
    let page = |title: &str, extra: &str| {
        format!("---\ntitle: {title}\nsummary: Una pagina.\nextra: {{{extra}}}\n---\n\nTesto.\n")
    };
    let site = |declaration: &str| {
        with_list(&format!("of = [\"page\"]\n{declaration}"))
            .file(
                "content/notizie/_index.md",
                "---\ntype: section\ntitle: Notizie\nsummary: Notizie.\n---\n",
            )
            .file(
                "content/notizie/2026/_index.md",
                "---\ntype: section\ntitle: Duemila\nsummary: Notizie.\n---\n",
            )
            .file("content/notizie/uno.md", page("Uno", "rank: 10, on: true"))
            .file("content/notizie/2026/due.md", page("Due", "rank: 9"))
            .file("content/notizie/tre.md", page("Tre", "rank: -1, on: true"))
            .file("content/quattro.md", page("Quattro", "rank: 1"))
    };
    let by_rank = site("by = \"extra.rank\"\n");
    assert_eq!(
        shown(&by_rank, "index.html"),
        "Tre di Notizie; Quattro di Consulte della provincia; Due di Duemila; Uno di Notizie"
    );
    let in_section = site("by = \"title\"\nsection = \"notizie\"\nreverse = true\n");
    assert_eq!(
        shown(&in_section, "index.html"),
        "Uno di Notizie; Tre di Notizie; Due di Duemila"
    );
    let with_value = site("extra = {on = true}\n");
    assert_eq!(
        shown(&with_value, "index.html"),
        "Tre di Notizie; Uno di Notizie"
    );
}

#[test]
fn all_faults_of_a_list_are_told_at_once() {
    let site = with_list(
        "of = [\"bodies\"]\non = [\"hom\"]\nsection = \"zz\"\nwhen = \"soon\"\nlimit = 0\nfoo = 1\n",
    );
    let mut found = site.build_json().errors();
    found.sort();
    let expected = [
        "dangling-reference themes/figlio/theme.toml:6:11",
        "out-of-range themes/figlio/theme.toml:8:9",
        "unknown-key themes/figlio/theme.toml:9:1",
        "unknown-value themes/figlio/theme.toml:4:7",
        "unknown-value themes/figlio/theme.toml:5:7",
        "unknown-value themes/figlio/theme.toml:7:8",
    ];
    assert_eq!(found, expected);
    // Nor do they hide those of templates.
    let site = with_list("of = [\"body\"]\nfoo = 1\nlimit = 0\n").file(
        "themes/figlio/templates/page.html",
        "{{ page.titel }}{{ page.lists.altro }}",
    );
    let errors = site.build_json().errors();
    let in_template = |it: &&String| it.contains("themes/figlio/templates/page.html");
    assert_eq!(errors.len(), 4, "{errors:?}");
    assert_eq!(errors.iter().filter(in_template).count(), 2, "{errors:?}");
    // What follows from another fault only is none.
    let site = with_list("of = 3\nby = 1\nwhen = \"coming\"\n");
    assert_eq!(site.build_json().errors().len(), 2);
}

#[test]
fn a_list_that_cannot_be_made_is_an_error_at_its_place() {
    let manifest = "themes/figlio/theme.toml";
    for (declaration, expected) in [
        ("of = [\"meetings\"]\n", "unknown-value:4:7"),
        ("by = \"date\"\n", "missing-key:3"),
        ("of = [\"body\"]\non = [\"hom\"]\n", "unknown-value:5:7"),
        ("of = [\"body\"]\nby = \"data\"\n", "unknown-value:5:6"),
        ("of = [\"body\"]\nwhen = \"coming\"\n", "unknown-value:5:8"),
        (
            "of = [\"body\"]\nby = \"date\"\nwhen = \"next\"\n",
            "unknown-value:6:8",
        ),
        ("of = [\"body\"]\nlimit = 0\n", "out-of-range:5:9"),
        ("of = [\"body\"]\nsort = 0\n", "unknown-key:5:1"),
        (
            "of = [\"body\"]\nsection = \"notizie\"\n",
            "dangling-reference:5:11",
        ),
    ] {
        let (code, place) = expected.split_once(':').unwrap();
        let expected = format!("{code} {manifest}:{place}");
        let site = with_list(declaration);
        let run = site.build_json();
        let errors = run.errors();
        assert!(
            errors.len() == 1 && errors[0].starts_with(&expected),
            "{declaration}{errors:?}"
        );
    }
}
