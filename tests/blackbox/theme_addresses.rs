//! What a theme may print where HTML has an address, a program or a tag.

use crate::site::Site;

/// The good site, with a page template of these lines after a first line that extends nothing.
fn with_page(template: &str) -> Site {
    Site::new().file("themes/mini/templates/page.html", template)
}

/// The site with a template beside that of the page, if that one includes it: what nothing uses is an error, too.
fn with_part(site: Site, template: &str, name: &str, part: &str) -> Site {
    match template.contains(name) {
        true => site.file(&format!("themes/mini/templates/{name}"), part),
        false => site,
    }
}

/// The good site, with a template of components that nothing calls but texts.
fn with_components(components: &str) -> Site {
    Site::new().file("themes/mini/templates/own.html", components)
}

/// A component that is given a list of things with addresses.
const LISTED: &str = "{% component listed(items: array) %}{% for x in items %}<a href=\"{{ x.href }}\">{{ x.title }}</a>{% endfor %}{% endcomponent %}";

#[track_caller]
fn is_refused(site: &Site, template: &str) {
    let run = site.check_in_process();
    let errors = run.errors();
    let refused = |error: &String| error.starts_with("unsafe-template themes/mini/templates/");
    assert!(
        errors.iter().all(refused) && !errors.is_empty(),
        "{template}\n{errors:?}"
    );
}

#[test]
fn a_text_is_printed_nowhere_where_it_could_run() {
    for template in [
        "<a href=\"{{ page.title }}\">x</a>",
        "<a href='{{ page.title }}'>x</a>",
        "<A HREF = \"{{ page.title }}\">x</A>",
        "<a\thref\n=\n\"{{ page.title }}\">x</a>",
        "<a href={{ site.home }}>x</a>",
        "<a href=x{{ page.title }}>x</a>",
        "<a href=\"{{ page.extra.href }}\">x</a>",
        "<a href=\"{{ page['extra']['href'] }}\">x</a>",
        "{% set x = page.extra %}<a href=\"{{ x.href }}\">x</a>",
        "{% for x in page.extra.links %}<a href=\"{{ x.url }}\">x</a>{% endfor %}",
        "{% set x = page.title %}<a href=\"{{ x }}\">x</a>",
        "{% set x = site.home %}{% if page.title %}{% set x = page.title %}{% endif %}<a href=\"{{ x }}\">x</a>",
        "<a href=\"{{ site.home if page.toc else page.title }}\">x</a>",
        "<a href=\"{{ page.extra.x or site.home }}\">x</a>",
        "<a href=\"{{ page.root ~ page.title }}\">x</a>",
        "<a href=\"{{ page.root }}{{ page.title }}\">x</a>",
        "<a href=\"{{ 'java' ~ page.title }}\">x</a>",
        "<a href=\"{{ page.title | trim }}\">x</a>",
        "<a href=\"{{ page.title | default(value=site.home) }}\">x</a>",
        "<a href=\"{{ site.home | replace(from='x', to=page.title) }}\">x</a>",
        "<a href=\"{{ t(key='footer', x=page.title) }}\">x</a>",
        "<a href=\"{{ t(key=page.title) }}\">x</a>",
        "<a href=\"{{ [page.title] | first }}\">x</a>",
        "<a href=\"java{{ page.title }}\">x</a>",
        "<a href=\"/{{ page.title }}\">x</a>",
        "<a href=\"https://{{ page.title }}\">x</a>",
        "<a href=\"javascript:go('/{{ page.title }}')\">x</a>",
        "<a href=\"mailto:{{ page.title }}\">x</a>",
        "<a {% if page.title %}href=\"{% endif %}{{ page.title }}\">x</a>",
        "<a href=\"{% if page.toc %}x{% else %}{{ page.title }}{% endif %}\">x</a>",
        "<a {{ page.title }}>x</a>",
        "<a x{{ page.title }}=\"y\">x</a>",
        "<{{ page.title }}>x",
        "<a class={{ page.title }}>x</a>",
        "<img src=\"{{ page.title }}\" alt=\"\">",
        "<img src=\"{{ site.authority_url }}\" alt=\"\">",
        "<img srcset=\"{{ page.title }} 2x\" alt=\"\">",
        "<source srcset=\"{{ page.title }}\">",
        "<video poster=\"{{ page.title }}\"></video>",
        "<form action=\"{{ page.title }}\"></form>",
        "<button formaction=\"{{ page.title }}\">x</button>",
        "<input type=\"image\" src=\"{{ page.title }}\">",
        "<iframe srcdoc=\"{{ page.title }}\"></iframe>",
        "<iframe srcdoc=\"{{ site.home }}\"></iframe>",
        "<iframe src=\"{{ page.title }}\"></iframe>",
        "<object data=\"{{ page.title }}\"></object>",
        "<embed src=\"{{ page.title }}\">",
        "<base href=\"{{ page.title }}\">",
        "<link rel=\"stylesheet\" href=\"{{ page.title }}\">",
        "<meta http-equiv=\"refresh\" content=\"0; url={{ page.title }}\">",
        "<blockquote cite=\"{{ page.title }}\"></blockquote>",
        "<svg><a xlink:href=\"{{ page.title }}\"></a></svg>",
        "<svg><use href=\"{{ page.title }}\"/></svg>",
        "<svg><animate attributeName=\"href\" to=\"{{ page.title }}\"/></svg>",
        "<math href=\"{{ page.title }}\"></math>",
        "<p style=\"color: {{ page.title }}\">x</p>",
        "<p onclick=\"f('{{ page.title }}')\">x</p>",
        "<p ONCLICK='{{ site.home }}'>x</p>",
        "<script>var x = \"{{ page.title }}\";</script>",
        "<script src=\"{{ page.title }}\"></script>",
        "<SCRIPT type=\"application/json\">{{ page.title }}</SCRIPT>",
        "<style>p { color: {{ page.title }} }</style>",
        "{{ page.title | safe }}",
        "{{ '<b>' ~ page.title ~ '</b>' | safe }}",
        "{{ page.title ~ page.content | safe }}",
        "{{ page.content | replace(from='a', to=page.title) | safe }}",
        "{% set x %}b{% endset %}{{ x | replace(from='b', to=page.title) | safe }}",
        "{% set x = page.title | safe %}{{ x }}",
        "<p title=\"{{ page.content | safe }}\">x</p>",
        "{{ <press label=\"x\" href={page.title} /> }}",
        "{{ <press label=\"x\" href={page.extra.href} /> }}",
        "{{ <press label=\"x\" href={page.title} /> ~ '' }}",
        "{{ <press label=\"x\" href={page.title} /> | upper }}",
        "{{ '' if page.toc else <press label=\"x\" href={page.title} /> }}",
        "{% set x = <press label=\"x\" href={page.title} /> %}{{ x }}",
        "{{ <box title={<press label=\"x\" href={page.title} />} /> }}",
        "{% set href = page.title %}{{ <press label=\"x\" href /> }}",
        "{{ <press label=\"x\" {...page.extra} /> }}",
        "{{ <press label=\"x\" href={site.home} src={site.authority_url} /> }}",
        "{% set x %} href=\"{{ page.title }}\"{% endset %}<a{{ x }}>x</a>",
        "{% include \"part.html\" %}",
        "<a{% include \"part.html\" %}>x</a>",
        "<a{{ <part text={page.title} /> }}>x</a>",
        "{% filter upper %}<a href=\"{{ page.title }}\">x</a>{% endfilter %}",
        "{% raw %}<a href=\"{% endraw %}{{ page.title }}\">x</a>",
        "{% block subject %}<a href=\"{{ page.title }}\">x</a>{% endblock %}",
        "<noscript><a href=\"{{ page.title }}\">x</a></noscript>",
        "<svg><script>f(\"{{ page.title }}\")</script></svg>",
        "<p title=\"{{ <press label={page.title} href={site.home} /> }}\">x</p>",
        "<a {% if page.toc %}title{% else %}href{% endif %}=\"{{ page.title }}\">x</a>",
        "<a {% if page.toc %}title=\"{% else %}href=\"{% endif %}{{ page.title }}\">x</a>",
        "<a href=\"{% if page.toc %}#{% endif %}{{ page.title }}\">x</a>",
        "<a href=\"{% for x in page.toc %}{{ site.home }}{{ x.title }}{% endfor %}\">x</a>",
        "{{ <listed items={[{\"href\": page.title}]} /> }}",
        "{{ <listed items={page.extra.links} /> }}",
        "{% for x in page.extra.links %}{% for y in x.z %}<a href=\"{{ y.url }}\">x</a>{% endfor %}{% endfor %}",
        "{% for x in page.extra.links %}{% include \"card.html\" %}{% endfor %}",
        "{% for x in page.extra.links %}{% set y = x %}<a href=\"{{ y.url }}\">x</a>{% endfor %}",
    ] {
        let site = with_page(template)
            .file("themes/mini/templates/listed.html", LISTED)
            .file(
                "themes/mini/templates/parts.html",
                "{% component part(text: string) %} href=\"{{ text }}\"{% endcomponent %}",
            );
        let site = with_part(
            site,
            template,
            "card.html",
            "<a href=\"{{ x.href }}\">x</a>",
        );
        let site = with_part(
            site,
            template,
            "part.html",
            " href=\"{{ page.title }}\" {% if page.title %}<a href='{{ page.title }}'>{% endif %}",
        );
        is_refused(&site, template);
    }
}

#[test]
fn what_cannot_be_known_from_one_file_is_refused() {
    for template in [
        "{% set x = site.home %}{% set y = x %}<a href=\"{{ y }}\">x</a>",
        "<a href=\"{{ site.home if page.toc else '#' }}\">x</a>",
        "<a href=\"{{ site.home | trim }}\">x</a>",
        "<a href=\"{{ site['home'] }}\">x</a>",
        "<a href=\"{{ site.menu[0].href }}\">x</a>",
        "{% set lang %} lang=\"{{ page.lang }}\"{% endset %}x",
        "{% filter upper %}x{% endfilter %}",
        "{% raw %}x{% endraw %}",
        "<h{{ page.toc | length }}>x</h1>",
        "<p{% include \"part.html\" %}>x</p>",
        "<p title=\"{% include \"part.html\" %}\">x</p>",
        "<p class=\"{% block class %}{% endblock %}\">x</p>",
        "<p class=\"{% <box title=\"x\"> %}x{% </box> %}\">x</p>",
        "<script>{% include \"part.html\" %}</script>",
        "<{% if page.toc %}p{% else %}b{% endif %}>x",
        "{% if page.toc %}<p title=\"{% endif %}x\">",
        "<a href=\"x",
        "<p title=\"x>x</p>",
        "{% set x = page.extra.note %}{{ x }}",
        "{{ <noted items={page.extra.notes} /> }}",
        "{% for x in page.extra.notes %}{% include \"part.html\" %}{% endfor %}",
        "{{ <press {...page} /> }}",
        "{{ '<b>' | safe }}",
    ] {
        let noted = "{% component noted(items=[]) %}{% for x in items %}<i>{{ x }}</i>{% endfor %}{% endcomponent %}";
        let site = with_page(template).file("themes/mini/templates/noted.html", noted);
        let site = with_part(site, template, "part.html", "x");
        is_refused(&site, template);
    }
}

#[test]
fn an_argument_that_is_an_address_must_be_declared() {
    for components in [
        "{% component own(href: string) %}<a href=\"{{ href }}\">x</a>{% endcomponent %}",
        "{% component own(target: string) %}<a href=\"{{ target }}\">x</a>{% endcomponent %}",
        "{% component own(loop: string) %}<a href=\"{{ loop }}\">x</a>{% endcomponent %}",
        "{% component own(href) %}<a href=\"{{ href }}\">x</a>{% endcomponent %}",
        "{% component own(href=\"#\") %}<a href=\"{{ href }}\">x</a>{% endcomponent %}",
        "{% component own(href: string) %}{% set x = href %}<a href=\"{{ x }}\">x</a>{% endcomponent %}",
        "{% component own(href: string, @page) %}<a href=\"{{ page.root ~ href }}\">x</a>{% endcomponent %}",
        "{% component own(href: string) %}{{ <press label=\"x\" href /> }}{% endcomponent %}",
        "{% component own(href: string) {\"links\": [\"href\"]} %}{% set href = 'x' ~ href %}<a href=\"{{ href }}\">x</a>{% endcomponent %}",
        "{% component own(href: string, list: array) {\"links\": [\"href\"]} %}{% for href in list %}<a href=\"{{ href }}\">x</a>{% endfor %}{% endcomponent %}",
        "{% component other(href: string) {\"links\": [\"href\"]} %}x{% endcomponent %}{% component own(href: string) %}<a href=\"{{ href }}\">x</a>{% endcomponent %}",
        "{% component other() %}{% set href = 'x' %}x{% endcomponent %}{% component own(href: string) %}<a href=\"{{ href }}\">x</a>{% endcomponent %}",
        "{% component own(...rest) %}{% include \"base.html\" %}{% endcomponent %}",
        "{% component own(href: string) {\"images\": [\"hrefs\"]} %}<a href=\"{{ href }}\">x</a>{% endcomponent %}",
        "{% component own(src: string) {\"links\": [\"src\"]} %}<img src=\"{{ src }}\" alt=\"\">{% endcomponent %}",
        "{% component own(...rest) %}<a href=\"{{ rest.href }}\">x</a>{% endcomponent %}",
        "{% component own(...rest) %}{{ <press label=\"x\" {...rest} /> }}{% endcomponent %}",
        "{% component own(...rest) %}<a{% for k, v in rest %} {{ k }}=\"{{ v }}\"{% endfor %}>x</a>{% endcomponent %}",
        "{% component own(text: string) %}{{ text | safe }}{% endcomponent %}",
        "{% component own(text: string) %}<p onclick=\"{{ text }}\">x</p>{% endcomponent %}",
        "{% component own(text: string) %}<p title={{ text }}>x</p>{% endcomponent %}",
        "{% component own() %}<a href=\"{{ body }}\">x</a>{% endcomponent %}",
        "{% component own() %}<p title=\"{{ body | safe }}\">x</p>{% endcomponent %}",
        "{% component own(list: array) %}{% for x in list %}<a href=\"{{ x.href }}\">x</a>{% endfor %}{% endcomponent %}\
         {% component other(@page) %}{{ <own list={page.extra.links} /> }}{% endcomponent %}",
        "{% component own(list: array) %}{% for x in list %}<a href=\"{{ x.href }}\">x</a>{% endfor %}{% endcomponent %}\
         {% component other(text: string) %}{{ <own list={[{\"href\": text}]} /> }}{% endcomponent %}",
    ] {
        is_refused(&with_components(components), components);
    }
}

#[test]
fn a_component_is_looked_at_whatever_its_file_is_called() {
    let own = "{% component own(href: string) %}<a href=\"{{ href }}\">x</a>{% endcomponent %}";
    for name in ["own.txt", "own", "own.md", "own.html.tera", "a/b.xml"] {
        let site = Site::new().file(&format!("themes/mini/templates/{name}"), own);
        is_refused(&site, name);
    }
    // What a template prints is escaped, whatever its name.
    let own = "{% component own(text: string) %}<b>{{ text }}</b>{% endcomponent %}";
    let text = "---\ntitle: A\nsummary: S.\n---\n{{ <own text=\"<i>\" /> }}\n";
    let site = Site::new()
        .file("themes/mini/templates/own.txt", own)
        .file("content/x.md", text);
    site.build().succeeds();
    assert!(site.page("x/index.html").contains("<b>&lt;i&gt;</b>"));
}

#[test]
fn a_theme_prints_addresses_and_texts_where_they_belong() {
    let page = "{% extends \"base.html\" %}{% block subject %}\n\
        <a href=\"{{ site.home }}\" title=\"{{ page.title }}\">{{ page.title }}</a>\n\
        <a href='#{{ page.id }}'>x</a> <a href=\"?q={{ page.title }}\">x</a> <a href=\"../x/{{ page.title }}\">x</a>\n\
        <a href=\"https://a.example/?u={{ page.title | upper }}\">x</a> <a href=\"{{ site.home }}#{{ page.title }}\">x</a>\n\
        <img src=\"{{ page.root }}theme/{{ page.id }}.png\" alt=\"{{ page.title }}\">\n\
        {% for it in page.breadcrumb %}<a href=\"{{ it.href }}\">{{ it.title }}</a>{% endfor %}\n\
        {% set url = site.authority_url or site.home %}<a href=\"{{ url }}\">x</a> <a href=\"{{ page.canonical or '#' }}\">x</a>\n\
        {% set it = page.breadcrumb | first %}<a href=\"{{ it?.href }}\">x</a>\n\
        <a{% if page.title %} href=\"{{ site.home }}\"{% endif %}>x</a> <a {% if page.title %}href=\"{{ site.home }}\"{% else %}hidden{% endif %}>x</a>\n\
        <a href=\"{% if page.toc %}#{% else %}{{ site.home }}{% endif %}\">x</a>\n\
        <h{% if page.toc %}2{% else %}3{% endif %} class=\"x\">x</h{% if page.toc %}2{% else %}3{% endif %}>\n\
        {{ <press label={page.title} href={site.home} /> }} {{ <press label=\"x\" href=\"#a\" src={page.root} /> }}\n\
        {{ <press label={page.extra.note or ''} href={site.home} /> }}\n\
        {{ <listed items={[{\"href\": site.home, \"title\": page.title}]} /> }}\n\
        {% for note in page.extra.notes or [] %}<p title=\"{{ note }}\">{{ note }}</p>{% endfor %}\n\
        <p data-note=\"{{ page.extra.note or '' }}\" class=\"{{ page.extra.class or '' }}{% if page.toc %} x{% endif %}\">{{ page.extra.note or '' }}</p>\n\
        <!-- {{ page.title }} --> <style>p { color: red }</style> <script src=\"{{ page.root }}theme/x.js\"></script>\n\
        <script>f(\"{{ t(key='footer') }}\")</script> <noscript>{{ t(key='footer') }}</noscript>\n\
        {% <box title=\"x\"> %}{% if page.toc %}<p>{% else %}<p class=\"x\">{% endif %}</p>{% </box> %}\n\
        {% endblock %}";
    let components = "{% component passed(label: string, href: string) {\"links\": [\"href\"]} %}{{ <press label href /> }}{{ <press label={label} href={href} /> }}{% endcomponent %}";
    let site = with_components(components)
        .file("themes/mini/templates/page.html", page)
        .file("themes/mini/templates/listed.html", LISTED)
        .replace(
            "content/orari.md",
            "summary:",
            "extra: {note: A, class: b, notes: [c]}\nsummary:",
        );
    let run = site.build();
    run.succeeds();
    assert_eq!(run.stderr, "");
}

#[test]
fn a_fault_of_a_template_has_its_place() {
    let template = "<p>\n  <a title=\"x\" href=\"{{ page.title }}\">x</a>\n";
    with_page(template)
        .check_in_process()
        .fails_with(&["unsafe-template themes/mini/templates/page.html:2:25"]);
}

#[test]
fn an_address_in_a_component_leads_where_a_link_would() {
    let text = "---\ntitle: A\nsummary: S.\n---\n\
        {{ <press label=\"a\" href=\"../consulta.md#origini\" /> }}\n\n\
        {{ <press label=\"b\" href=\"ref:person/anna-rossi\" /> }}\n\n\
        {{ <press label=\"c\" href=\"../foto.png#a\" src=\"/foto.png\" /> }}\n\n\
        {{ <press label=\"d\" href=\"https://a.example/?b&c\" /> }}\n\n\
        {% <box title=\"e\"> %}\n\n[f](../orari.md)\n\n{{ <press label=\"g\" href=\"#top\" /> }}\n\n{% </box> %}\n";
    let site = Site::new().file("content/x/_index.md", text);
    site.build().succeeds();
    let page = site.page("x/index.html");
    for link in [
        "href=\"../consulta/index.html#origini\">a",
        "href=\"../anna-rossi/index.html\">b",
        "href=\"../foto.png#a\"><img src=\"../foto.png\" alt=\"\">c",
        "href=\"https://a.example/?b&amp;c\">d",
        "href=\"../orari/index.html\">f",
        "href=\"#top\">g",
    ] {
        assert!(page.contains(link), "{link}\n{page}");
    }
}

#[test]
fn no_heading_has_an_id_of_the_theme() {
    let text = "---\ntitle: A\nsummary: S.\n---\n## Top\n\n## Page footer\n\n## Page main\n\n## Search words\n\nTesto.\n";
    let site = Site::new()
        .replace("site.toml", "theme = \"mini\"\n", "")
        .replace("site.toml", "enabled = false", "enabled = true")
        .file("content/x.md", text);
    site.build().succeeds();
    let page = site.page("x/index.html");
    let mut ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|it| it.split('"').next())
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{ids:?}");
    for id in [
        "top",
        "top-2",
        "page-footer-2",
        "page-main-2",
        "search-words-2",
    ] {
        assert!(ids.contains(&id), "{id}: {ids:?}");
    }
}
