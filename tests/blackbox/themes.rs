//! Themes: inheritance, faults in them, and the theme `italia`.

use crate::languages::in_italia;
use crate::site::Site;

fn with_child() -> Site {
    Site::new()
        .replace("site.toml", "theme = \"mini\"", "theme = \"figlio\"")
        .file(
            "themes/figlio/theme.toml",
            "name = \"figlio\"\nextends = \"mini\"\n",
        )
}

#[test]
fn a_child_overrides_a_template_a_label_and_a_file() {
    let site = with_child()
        .file(
            "themes/figlio/templates/page.html",
            "{% extends \"base.html\" %}\n{% block subject %}<p>Figlio</p>{% endblock %}\n",
        )
        .file("themes/figlio/i18n/it.ftl", "footer = Piè di pagina\n")
        .file("themes/figlio/static/mini.css", "h1 { color: green }\n");
    site.build().succeeds();
    assert!(site.page("orari/index.html").contains("<p>Figlio</p>"));
    assert!(!site.page("consulta/index.html").contains("<p>Figlio</p>"));
    assert!(site.page("consulta/index.html").contains("Piè di pagina"));
    assert!(site.page("theme/mini.css").contains("green"));
}

#[test]
fn a_child_can_extend_its_parents_template_of_the_same_name() {
    let site = with_child().file(
        "themes/figlio/templates/body.html",
        "{% extends \"mini/body.html\" %}\n{% block subject %}<p>Prima</p>{{ super() }}{% endblock %}\n",
    );
    site.build().succeeds();
    let page = site.page("consulta/index.html");
    assert!(
        page.contains("<p>Prima</p>") && page.contains("Anna Rossi"),
        "{page}"
    );
}

fn broken(template: &str) -> Site {
    Site::new().file("themes/mini/templates/page.html", template)
}

#[test]
fn a_template_is_checked_before_any_page_is_made() {
    let place = "template-error themes/mini/templates/page.html";
    let table = [
        (
            "{% extends \"base.html\" %}\n{% if %}\n",
            format!("{place}:2"),
        ),
        ("{% extends \"basso.html\" %}\n", place.to_owned()),
        ("Uno\n{{ pagina.title }}\n", format!("{place}:2:4")),
        ("Uno\n{{ page.titolo }}\n", format!("{place}:2")),
        ("Uno\n{{ page.title | grande }}\n", format!("{place}:2")),
        ("Uno\n{{ <nessuno/> }}\n", format!("{place}:2")),
        // The label is longer or shorter than the call that it replaces; the column is that in the file as written.
        (
            "{{ t(key=\"footer\") }} {{ page.titolo }}\n",
            format!("{place}:1:31"),
        ),
        (
            "{{ t(key=\"footer\") }} {{ page.title | grande }}\n",
            format!("{place}:1:39"),
        ),
    ];
    for (template, expected) in table {
        let site = broken(template);
        let run = site.build_json();
        let errors = run.errors();
        let at = errors.iter().all(|error| error.starts_with(&expected));
        assert!(at && !errors.is_empty(), "{template}\n{}", run.stdout);
        run.fails();
    }
}

#[test]
fn what_a_template_names_must_be_there() {
    let at = |place: &str| format!("template-error themes/mini/templates/page.html:{place}");
    for (template, expected) in [
        ("{% if page.titolo %}x{% endif %}", at("1:12")),
        ("{% for it in page.topicks %}x{% endfor %}", at("1:19")),
        (
            "{% for it in page.topics %}{{ it.titel }}{% endfor %}",
            at("1:34"),
        ),
        (
            "{% set day = page.updated %}{% if day.isso %}x{% endif %}",
            at("1:39"),
        ),
        ("{% if page.title.text %}x{% endif %}", at("1:18")),
        ("{% if page.topics[0].nome %}x{% endif %}", at("1:22")),
        ("{% if page.lists.meetings %}x{% endif %}", at("1:18")),
        (
            "{% for a in [it.titolo for it in page.topics] %}x{% endfor %}",
            at("1:17"),
        ),
        ("{{ t(key=\"foter\") }}", at("1:10")),
        ("{% set x = t(key=\"foter\", n=2) %}", at("1:18")),
    ] {
        let site = broken(template);
        let run = site.build_json();
        let errors = run.errors();
        let at = errors.len() == 1 && errors[0].starts_with(&expected);
        assert!(at, "{template}\n{errors:?}");
    }
    let good = "{% if page.extra.a %}{% for it in page.extra.c %}{{ it.d }}{% endfor %}{% endif %}
        {% for it in page.topics %}{{ loop.index }}{{ it.title }}{% endfor %}
        {% set map = {\"mine\": page.title} %}{{ map.mine }}{{ t(key=\"type-\" ~ page.kind) }}";
    broken(good).build().succeeds();
}

#[test]
fn a_template_that_nothing_uses_is_an_error() {
    let site = with_child().file("themes/figlio/templates/bodi.html", "x");
    let run = site.build_json();
    run.fails_with(&["template-error themes/figlio/templates/bodi.html:1:1"]);
    assert!(run.stdout.contains("body.html"), "{}", run.stdout);
    let included = "{% include \"bodi.html\" %}";
    site.file("themes/figlio/templates/page.html", included)
        .build()
        .succeeds();
}

/// The errors of a site with these templates, each with the place of the page that it names.
fn template_errors(templates: &[(&str, &str)], text: &str) -> Vec<(String, String)> {
    let site = templates.iter().fold(Site::new(), |site, (name, text)| {
        site.file(&format!("themes/mini/templates/{name}"), text)
    });
    let orari = crate::fixtures::good("content/orari.md");
    let site = site.file("content/orari.md", orari + text);
    let errors = site.build_json().findings().into_iter();
    let errors = errors.filter(|it| it.what.starts_with("template-error"));
    let errors: Vec<_> = errors.map(|it| (it.what, it.related)).collect();
    for (what, _) in &errors {
        let file = what.split([' ', ':']).nth(1).unwrap();
        assert!(site.path(file).is_file(), "{what}");
    }
    errors
}

#[test]
fn a_template_that_fails_on_many_pages_is_one_error_that_a_check_finds_too() {
    let site = broken("Uno\n{{ page.title | round }}\n");
    for run in [site.check_in_process(), site.build_json()] {
        run.fails_with(&["template-error themes/mini/templates/page.html:2:4"]);
        let fault = &run.findings()[0];
        assert_eq!(fault.related, "content/note-legali.md:1:1");
    }
}

#[test]
fn a_template_that_fails_for_an_entry_of_a_registry_names_the_entry() {
    let errors = template_errors(&[("area.html", "{{ page.title | round }}\n")], "");
    let page = "content/areas.yaml:2:5";
    assert_eq!(errors[0].1, page, "{errors:?}");
}

#[test]
fn a_component_that_fails_is_named_by_its_file_and_found_without_building() {
    let component =
        "{% component prova(text: string) %}{{ text | round }}{% endcomponent prova %}\n";
    let orari = crate::fixtures::good("content/orari.md");
    let site = Site::new()
        .file("themes/mini/templates/components.html", component)
        .file(
            "content/orari.md",
            orari + "\n\n{{ <prova text=\"Uno\"/> }}\n",
        );
    let place = "template-error themes/mini/templates/components.html:1:39";
    for run in [site.check_in_process(), site.build_json()] {
        run.fails_with(&[place]);
        let fault = &run.findings()[0];
        assert_eq!(fault.related, "content/orari.md:1:1");
    }
}

#[test]
fn a_template_that_would_go_on_for_ever_is_stopped_where_it_does() {
    let hundred_thousand = "range(end=100000)";
    let within = format!(
        "{{% for a in {hundred_thousand} %}}{{% for b in {hundred_thousand} %}}{{% endfor %}}{{% endfor %}}"
    );
    let twice = "{% for a in range(end=99) %}\n{% set_global s = s ~ s %}{% endfor %}";
    let doubled = "{% for a in range(end=17) %}{% set_global s = s ~ s %}{% endfor %}";
    let long = format!("{{% set s = \"12345678\" %}}{doubled}");
    let comprehension =
        format!("{{% set a = [[b for b in {hundred_thousand}] for a in {hundred_thousand}] %}}");
    for (template, line) in [
        (format!("Uno\n{within}"), 2),
        (format!("Uno\n\n{{% set s = \"aa\" %}}{twice}"), 4),
        (format!("\n{comprehension}"), 2),
        (
            format!(
                "{long}\n{{% for a in {hundred_thousand} %}}{{% for b in [1] %}}{{{{ s }}}}{{% endfor %}}{{% endfor %}}"
            ),
            2,
        ),
    ] {
        let errors = template_errors(&[("page.html", &template)], "");
        let place = format!("template-error themes/mini/templates/page.html:{line}:");
        let first = errors.first().map(|(what, _)| what.as_str());
        assert!(first.is_some_and(|it| it.starts_with(&place)), "{errors:?}");
    }
    let calls = |it: usize| format!("{{{{ <c{}/> }}}}", it + 1).repeat(4);
    let component = |it| {
        let calls = calls(it);
        format!("{{% component c{it}() %}}{calls}{{% endcomponent c{it} %}}\n")
    };
    let last = "{% component c16() %}{% endcomponent c16 %}\n".to_owned();
    let components: String = (0..16).map(component).chain([last]).collect();
    let templates = [
        ("components/c.html", &*components),
        ("page.html", "{{ <c0/> }}"),
    ];
    let errors = template_errors(&templates, "");
    let place = "template-error themes/mini/templates/components/c.html:";
    assert!(errors[0].0.starts_with(place), "{errors:?}");
}

#[test]
fn a_theme_that_does_not_compile_is_an_error_in_one_of_its_files() {
    let component = "{% component prova() %}{% endcomponent prova %}\n";
    let twice = [
        ("components/a.html", component),
        ("components/b.html", component),
    ];
    let circle = [
        ("a.html", "{% include \"b.html\" %}"),
        ("b.html", "{% include \"a.html\" %}"),
    ];
    let parents = [
        ("a.html", "{% extends \"b.html\" %}"),
        ("b.html", "{% extends \"a.html\" %}"),
    ];
    let missing = [("page.html", "{% include \"manca.html\" %}")];
    let component = [(
        "components/a.html",
        "{% component a(x: numero) %}{% endcomponent a %}",
    )];
    for templates in [&twice[..], &circle, &parents, &missing, &component] {
        let errors = template_errors(templates, "");
        assert!(!errors.is_empty(), "{templates:?}");
    }
}

#[test]
fn a_theme_must_have_every_template() {
    let site = Site::new().without("themes/mini/templates/topic.html");
    let run = site.build_json();
    assert!(
        run.errors()
            .iter()
            .all(|it| it.starts_with("template-error themes/")),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("topic.html"));
    run.fails();
}

#[test]
fn the_manifest_and_labels_of_a_theme_are_checked() {
    let manifest = |text: &str| with_child().file("themes/figlio/theme.toml", text);
    let fails = |site: Site, expected: &str| {
        site.build_json().fails_with(&[expected]);
    };
    fails(
        manifest("extends = \"madre\"\n"),
        "unknown-theme themes/figlio/theme.toml:1:11",
    );
    fails(
        manifest("extends = \"figlio\"\n"),
        "unknown-theme themes/figlio/theme.toml:1:11",
    );
    fails(
        manifest("extends = \"mini\"\ncolour = \"red\"\n"),
        "unknown-key themes/figlio/theme.toml:2:1",
    );
    fails(
        manifest("title = \n"),
        "toml-syntax themes/figlio/theme.toml:1",
    );
    let labels = with_child().file("themes/figlio/i18n/it.ftl", "footer = A\nnon va\n");
    fails(labels, "labels-syntax themes/figlio/i18n/it.ftl:2");
    for wrong in ["{ footer }", "{ manca }", "{ -manca }", "{ FOO(\"x\") }"] {
        let labels = format!("altra = A\nfooter = {wrong}\n");
        let site = with_child().file("themes/figlio/i18n/it.ftl", labels);
        fails(site, "labels-syntax themes/figlio/i18n/it.ftl:2");
    }
    fails(
        with_child().file("themes/figlio/i18n/it.ftl", b"footer = \xff\n"),
        "invalid-utf8 themes/figlio/i18n/it.ftl:1",
    );
    fails(
        with_child().file("themes/figlio/templates/page.html", b"<p>\xff</p>\n"),
        "invalid-utf8 themes/figlio/templates/page.html:1",
    );
}

#[test]
fn a_site_adds_kinds_to_the_controlled_lists() {
    let lists = "[vocabularies.body_kinds]\nforum = { it = \"Foro\", en = \"Forum\" }\n\n[vocabularies.area_kinds]\nquartiere = { it = \"Quartiere\" }\n";
    let settings = format!("{}\n{lists}", crate::fixtures::good("site.toml"));
    let site = Site::new()
        .file("site.toml", settings)
        .replace("content/consulta.md", "kind: coordination", "kind: forum")
        .file(
            "content/quartieri.yaml",
            "areas:\n  - {id: centro, title: Centro, kind: quartiere}\n",
        );
    site.build().succeeds();
    assert!(site.page("consulta/index.html").contains("<p>Foro</p>"));
}

#[test]
fn the_theme_italia_needs_no_file_that_it_does_not_bring() {
    let site = in_italia();
    site.build().succeeds();
    let built = site.built();
    let text = |path: &str| String::from_utf8_lossy(&built[path]).into_owned();
    let exists = |from: &str, to: &str| {
        let path = to.trim_start_matches("../").trim_start_matches('/');
        let path = path.split(['#', '?']).next().unwrap();
        assert!(built.contains_key(path), "{from} names {to}");
    };
    for path in built.keys().filter(|path| path.ends_with(".html")) {
        let page = text(path);
        let head = page.split("</head>").next().unwrap();
        for mark in [
            " rel=\"stylesheet\" href=\"",
            "<img src=\"",
            "<script src=\"",
        ] {
            for named in page.split(mark).skip(1) {
                exists(path, named.split('"').next().unwrap());
            }
        }
        assert!(!page.contains("<script>"), "{path} holds a script");
        assert!(!page.contains(" style=\""), "{path} has a style of its own");
        let redirect = page.contains("http-equiv=\"refresh\"");
        assert!(redirect || page.contains("it-header-wrapper"), "{path}");
        assert!(head.contains("bootstrap-italia.min.css"), "{path}");
    }
    for path in built.keys().filter(|path| path.ends_with(".css")) {
        let style = text(path);
        assert!(
            !style.contains("@import") && !style.contains("sourceMappingURL"),
            "{path}"
        );
        for named in style.split("url(").skip(1) {
            let named = named.trim_start_matches(['"', '\'']);
            let named = named.split(['"', '\'', ')']).next().unwrap();
            assert!(!named.starts_with("http"), "{path} names {named}");
            if !named.starts_with("data:") {
                exists(path, &format!("theme/{named}"));
            }
        }
    }
    for licence in [
        "LICENSE.txt",
        "fonts/Lora/OFL.txt",
        "fonts/Titillium_Web/OFL.txt",
    ] {
        exists("the licence", &format!("theme/bootstrap-italia/{licence}"));
    }
    // The theme is in the repository and not in the published crate.
    let manifest = include_str!("../../Cargo.toml");
    assert!(manifest.contains("\"themes/civico\"") && !manifest.contains("italia"));
}

#[test]
fn a_text_cannot_give_what_only_templates_have() {
    let component = "{% component own(card) %}{{ card.title }}{% endcomponent own %}\n";
    let page = "---\ntitle: A\nsummary: Sì.\n---\n\n{{ <own card=\"x\" /> }}\n\n{{ <onw /> }}\n";
    let site = Site::new()
        .file("themes/mini/templates/own.html", component)
        .file("content/a.md", page);
    let run = site.check_in_process();
    assert_eq!(
        run.errors(),
        [
            "component-argument content/a.md:6:9",
            "unknown-component content/a.md:8:1"
        ]
    );
    let found = run.findings();
    assert!(found.iter().all(|it| !it.hint.contains("`own`")));
}
