//! The fourth stage: which pages the site has.

use crate::domain::graph::{AnyLink, Graph, Site, alias_output};
use crate::domain::locale::Locale;
use crate::domain::view::{Lens, Subject, View};
use crate::vocabulary::language::Language;
use crate::vocabulary::output::OutputPath;

/// A page that the site is to have.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its file.
    pub path: OutputPath,
    /// Its language.
    pub language: Language,
    /// What is on it.
    pub what: What,
}

/// What is on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A thing of the graph.
    Thing(AnyLink),
    /// Nothing but the way to a thing's page.
    Redirect(AnyLink),
    /// That there is no page.
    NotFound,
}

/// The variables that each template sees.
pub const TEMPLATES: &[(&str, &[&str])] = &[
    ("home.html", &["site", "page", "section"]),
    ("section.html", &["site", "page", "section"]),
    ("body.html", &["site", "page", "body"]),
    ("organization.html", &["site", "page", "organization"]),
    ("person.html", &["site", "page", "person"]),
    ("meeting.html", &["site", "page", "meeting"]),
    ("document.html", &["site", "page", "document"]),
    ("area.html", &["site", "page", "area"]),
    ("topic.html", &["site", "page", "topic"]),
    ("page.html", &["site", "page"]),
    ("404.html", &["site", "page"]),
    ("redirect.html", &["site", "page", "target"]),
];

/// All pages of the site, in every language.
pub fn plan(graph: &Graph, site: &Site, locales: &[Locale]) -> Vec<Planned> {
    let mut pages = Vec::new();
    for locale in locales {
        let lens = Lens {
            graph,
            site,
            locale,
            root: "",
        };
        let language = &locale.language;
        let page = |path, what| Planned {
            path,
            language: language.clone(),
            what,
        };
        pages.extend(
            graph
                .all()
                .map(|link| page(lens.output(link), What::Thing(link))),
        );
    }
    let own = |path, what| Planned {
        path,
        language: site.language.clone(),
        what,
    };
    for link in graph.all() {
        let aliases = &graph.common(link).aliases;
        pages.extend(
            aliases
                .iter()
                .map(|alias| own(alias_output(alias.as_str()), What::Redirect(link))),
        );
    }
    pages.push(own(OutputPath::file("404.html"), What::NotFound));
    pages
}

/// What the template of a page sees.
pub fn view(graph: &Graph, site: &Site, locale: &Locale, planned: &Planned) -> View {
    // A host shows the page of errors at any address, so its links start at the root of the host.
    let root = match planned.what {
        What::NotFound => site.written.base_path(),
        What::Thing(_) | What::Redirect(_) => planned.path.to_root(),
    };
    let lens = Lens {
        graph,
        site,
        locale,
        root: &root,
    };
    match planned.what {
        What::Thing(link) => thing(lens, link),
        What::Redirect(link) => View {
            template: "redirect.html",
            site: lens.site(None),
            page: lens.page(link, "redirect"),
            text: Vec::new(),
            subject: Subject::Target(lens.href(link)),
        },
        What::NotFound => View {
            template: "404.html",
            site: lens.site(None),
            page: lens.not_found(),
            text: Vec::new(),
            subject: Subject::Nothing,
        },
    }
}

fn thing(lens: Lens<'_>, link: AnyLink) -> View {
    let (template, subject) = match link {
        AnyLink::Body(it) => ("body.html", Subject::Body(lens.body(it))),
        AnyLink::Organization(it) => (
            "organization.html",
            Subject::Organization(lens.organization(it)),
        ),
        AnyLink::Person(it) => ("person.html", Subject::Person(lens.person(it))),
        AnyLink::Meeting(it) => ("meeting.html", Subject::Meeting(lens.meeting(it))),
        AnyLink::Document(it) => ("document.html", Subject::Document(lens.document(it))),
        AnyLink::Area(it) => ("area.html", Subject::Area(lens.area(it))),
        AnyLink::Topic(it) => ("topic.html", Subject::Topic(lens.topic(it))),
        AnyLink::Page(_) => ("page.html", Subject::Nothing),
        AnyLink::Section(it) => {
            let home = lens.graph.sections[it].node.section.is_none();
            (
                if home { "home.html" } else { "section.html" },
                Subject::Section(lens.section(it)),
            )
        }
    };
    let kind = template.trim_end_matches(".html");
    View {
        template,
        site: lens.site(Some(link)),
        page: lens.page(link, kind),
        text: lens.text(link),
        subject,
    }
}
