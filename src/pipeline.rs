//! The one way through: from a source tree to the outputs of a site.
//!
//! `build`, `check` and everything else are this call with another ending. Only this module joins the
//! content's domain and the engine.

use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::domain::graph::{self, Graph, Input, Site};
use crate::domain::locale::Locale;
use crate::domain::markdown;
use crate::domain::parse::{self, Content, Parsed};
use crate::domain::plan::{self, Planned, TEMPLATES};
use crate::domain::rules;
use crate::domain::settings::Settings;
use crate::domain::view::View;
use crate::engine::render;
use crate::engine::theme::{Request, Theme};
use crate::vocabulary::code::{Code, Severity};
use crate::vocabulary::date::Date;
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::language::Language;
use crate::vocabulary::notation::place::{Finding, locate};
use crate::vocabulary::notation::scalar::WebAddress;
use crate::vocabulary::output::{Content as Bytes, Output, OutputPath};
use crate::vocabulary::source::{SourcePath, SourceTree};

/// How to build.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day that the site speaks of.
    pub as_of: AsOf,
    /// In place of the address in the settings.
    pub base_url: Option<WebAddress>,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether warnings are errors.
    pub strict: bool,
}

/// The day that a site speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// This day.
    Day(Date),
    /// The day on which this moment falls in the time zone of the site, in seconds since 1970.
    Moment(i64),
}

/// A stage, for who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading the texts; how many.
    Parse(usize),
    /// Making the graph and holding the content against the rules.
    Resolve,
    /// Making the pages; how many.
    Render(usize),
}

/// Who wants to know how far a build has come. Called from many threads.
pub trait Watcher: Sync {
    /// A stage begins.
    fn stage(&self, stage: Stage);
    /// One more text has been read, or page made.
    fn step(&self);
}

/// Nobody wants to know.
pub struct Unwatched;

impl Watcher for Unwatched {
    fn stage(&self, _: Stage) {}
    fn step(&self) {}
}

/// What came of a build.
#[derive(Debug)]
pub struct Outcome {
    /// Everything that the site is to hold; nothing when there are errors.
    pub outputs: Option<Vec<Output>>,
    /// What there is to say, by file and place.
    pub findings: Vec<Finding>,
    /// How many pages the site has, redirects and copied files not counted.
    pub pages: usize,
    /// How long each stage took.
    pub timings: Vec<(&'static str, Duration)>,
}

/// Builds a site, up to what is to be written. `faults` are those of loading.
pub fn build(
    tree: &SourceTree,
    faults: Vec<Diagnostic>,
    options: &Options,
    watcher: &dyn Watcher,
) -> Outcome {
    run(tree, faults, options, watcher, true)
}

/// Builds a site up to the last stage that can find a fault in content, and makes no pages.
pub fn check(
    tree: &SourceTree,
    faults: Vec<Diagnostic>,
    options: &Options,
    watcher: &dyn Watcher,
) -> Outcome {
    run(tree, faults, options, watcher, false)
}

fn run(
    tree: &SourceTree,
    mut faults: Vec<Diagnostic>,
    options: &Options,
    watcher: &dyn Watcher,
    render: bool,
) -> Outcome {
    let mut clock = Clock::start();
    let settings = match settings(tree, options) {
        Ok(settings) => settings,
        Err(found) => {
            faults.extend(found);
            return finish(tree, None, faults, options, 0, clock);
        }
    };
    let theme = load_theme(tree, &settings, &mut faults);
    clock.lap("theme");

    watcher.stage(Stage::Parse(tree.texts.len()));
    let files = parse_all(tree, &settings, watcher, &mut faults);
    clock.lap("parse");

    watcher.stage(Stage::Resolve);
    let (graph, site) = resolve(
        tree,
        &settings,
        &files,
        theme.as_ref(),
        options,
        &mut faults,
    );
    faults.extend(rules::check(&graph, &site));
    clock.lap("resolve");

    let locales: Vec<Locale> = site.languages.iter().map(Locale::new).collect();
    let pages = plan::plan(&graph, &site, &locales);
    let stop = faults
        .iter()
        .any(|fault| fault.severity(options.strict) == Severity::Error);
    let Some(theme) = theme.filter(|_| render && !stop) else {
        return finish(tree, None, faults, options, pages.len(), clock);
    };
    watcher.stage(Stage::Render(pages.len()));
    let rendered: Vec<Result<Output, Box<Diagnostic>>> = pages
        .par_iter()
        .map(|page| {
            watcher.step();
            output(&graph, &site, &locales, &theme, page)
        })
        .collect();
    let mut outputs = Vec::with_capacity(rendered.len());
    for result in rendered {
        match result {
            Ok(output) => outputs.push(output),
            Err(fault) => faults.push(*fault),
        }
    }
    outputs.extend(theme.statics.iter().cloned());
    outputs.extend(tree.assets.values().map(|asset| Output {
        path: graph::asset_output(asset.path.as_str()),
        content: Bytes::Copy(asset.on_disk.clone()),
        digest: asset.digest,
    }));
    clock.lap("render");
    finish(tree, Some(outputs), faults, options, pages.len(), clock)
}

fn settings(tree: &SourceTree, options: &Options) -> Result<Settings, Vec<Diagnostic>> {
    let path = &tree.settings.path;
    let text = std::str::from_utf8(&tree.settings.bytes).map_err(|error| {
        let at = error.valid_up_to();
        vec![Diagnostic::new(
            Code::InvalidUtf8,
            Place::span(path, at..at + 1),
        )]
    })?;
    let mut settings = Settings::read(path, text)?;
    if options.base_url.is_some() {
        settings.base_url.clone_from(&options.base_url);
    }
    Ok(settings)
}

fn load_theme(
    tree: &SourceTree,
    settings: &Settings,
    faults: &mut Vec<Diagnostic>,
) -> Option<Theme> {
    let request = Request {
        files: &tree.themes,
        name: settings.theme_name(),
        settings: &tree.settings.path,
        languages: &settings.all_languages(),
        variables: TEMPLATES,
    };
    Theme::load(request)
        .map_err(|found| faults.extend(found))
        .ok()
}

fn parse_all(
    tree: &SourceTree,
    settings: &Settings,
    watcher: &dyn Watcher,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Parsed> {
    let texts: Vec<_> = tree.texts.values().collect();
    let parsed: Vec<_> = texts
        .par_iter()
        .map(|file| {
            watcher.step();
            parse::parse(file, settings)
        })
        .collect();
    let mut files = Vec::with_capacity(parsed.len());
    for (file, found) in parsed {
        files.push(file);
        faults.extend(found);
    }
    files
}

fn resolve(
    tree: &SourceTree,
    settings: &Settings,
    files: &[Parsed],
    theme: Option<&Theme>,
    options: &Options,
    faults: &mut Vec<Diagnostic>,
) -> (Graph, Site) {
    let as_of = match options.as_of {
        AsOf::Day(day) => day,
        AsOf::Moment(seconds) => Date::from_unix(seconds, &settings.zone()),
    };
    let reserved: Vec<OutputPath> = theme
        .iter()
        .flat_map(|theme| &theme.statics)
        .map(|it| it.path.clone())
        .collect();
    if let Some(theme) = theme {
        for file in files {
            if let Content::Page(_, text) | Content::Translation(_, _, text) = &file.content {
                faults.extend(markdown::check_calls(&file.path, text, &theme.components));
            }
        }
    }
    let input = Input {
        files,
        assets: &tree.assets,
        settings,
        settings_path: &tree.settings.path,
        reserved: &reserved,
        as_of,
        drafts: options.drafts,
    };
    let (graph, site, found) = graph::resolve(input);
    faults.extend(found);
    (graph, site)
}

/// Makes a page: a view of the graph, through a template.
fn output(
    graph: &Graph,
    site: &Site,
    locales: &[Locale],
    theme: &Theme,
    page: &Planned,
) -> Result<Output, Box<Diagnostic>> {
    let missing = || {
        Diagnostic::new(
            Code::TemplateError,
            Place::whole(&SourcePath::new("site.toml")),
        )
        .text(
            "detail",
            format!("no templates for {}", page.language.as_str()),
        )
    };
    let by_language =
        |language: &Language| locales.iter().find(|locale| locale.language == *language);
    let locale = by_language(&page.language).ok_or_else(missing)?;
    let templates = theme.templates(&page.language).ok_or_else(missing)?;
    let View {
        template,
        site,
        page: mut head,
        text,
        subject,
    } = plan::view(graph, site, locale, page);
    let site = render::value("site", &site)?;
    head.content = render::text(templates, &text, || {
        Ok(vec![
            ("site", site.clone()),
            ("page", render::value("page", &head)?),
        ])
    })?;
    let mut values = vec![("site", site), ("page", render::value("page", &head)?)];
    if let Some(key) = subject.key() {
        values.push((key, render::value(key, &subject)?));
    }
    Ok(Output::of(
        page.path.clone(),
        render::page(templates, template, values)?.into_bytes(),
    ))
}

fn finish(
    tree: &SourceTree,
    outputs: Option<Vec<Output>>,
    faults: Vec<Diagnostic>,
    options: &Options,
    pages: usize,
    mut clock: Clock,
) -> Outcome {
    let failed = faults
        .iter()
        .any(|fault| fault.severity(options.strict) == Severity::Error);
    let findings = locate(faults, |path| tree.text(path));
    clock.lap("report");
    Outcome {
        outputs: outputs.filter(|_| !failed),
        findings,
        pages,
        timings: clock.laps,
    }
}

struct Clock {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn start() -> Clock {
        Clock {
            last: Instant::now(),
            laps: Vec::new(),
        }
    }

    fn lap(&mut self, name: &'static str) {
        let now = Instant::now();
        self.laps.push((name, now - self.last));
        self.last = now;
    }
}
