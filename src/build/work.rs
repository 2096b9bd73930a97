//! What is remembered of a site, stage by stage.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::images::Studio;
use super::meter::Meter;
use super::pages::{Pages, Why};
use super::press::Press;
use super::way::End;
use super::{Options, Turn, Watcher};
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::base::digest::Digest;
use crate::base::output::{Output, OutputPath, Shelf};
use crate::base::shared::Shared;
use crate::base::source::{Changes, SourcePath, SourceTree};
use crate::content::colors::stylesheet;
use crate::content::findings::{Finder, Ledger};
use crate::content::graph::{self, AnyLink, Graph, Reader, Site};
use crate::content::locale::Locale;
use crate::content::markdown;
use crate::content::pages::a_to_z::Alphabet;
use crate::content::pages::lists::Listings;
use crate::content::pages::plan::{self, Sight, TEMPLATES};
use crate::content::parse::{self, Content, Parsed};
use crate::content::rules;
use crate::content::settings::{Settings, Vocabulary};
use crate::content::views::COLORS;
use crate::incremental::memo::{Changed, Memo, Reads};
use crate::site::search;
use crate::site::theme::{Theme, ThemeSource};

/// What came of a text, and what was found if it had to be parsed; nothing where there is none.
type Text = Option<(Parsed, Option<Vec<Diagnostic>>)>;

/// As what a text was read: its digest, and the day of its last commit.
pub(super) type State = (Digest, Option<Date>);

/// What is remembered of a site under one set of settings.
pub(super) struct Work {
    pub(super) settings: Shared<Settings>,
    vocabulary: Shared<Vocabulary>,
    locales: Vec<Locale>,
    theme: Option<Theme>,
    pub(super) files: BTreeMap<SourcePath, Shared<Parsed>>,
    pub(super) states: BTreeMap<SourcePath, State>,
    pub(super) graph: Graph,
    pub(super) site: Option<Site>,
    pub(super) ruled: Memo<Option<AnyLink>, ()>,
    pub(super) listings: Listings,
    pub(super) alphabet: Alphabet,
    pub(super) pages: Pages,
}

impl Work {
    pub(super) fn new(settings: Settings, search: bool) -> Work {
        let languages = settings.all_languages();
        Work {
            vocabulary: Shared::new(Vocabulary::new(settings.vocabularies.as_ref())),
            locales: languages.iter().map(Locale::new).collect(),
            listings: Listings::new(settings.list_length()),
            alphabet: Alphabet::new(settings.list_length(), languages.len()),
            settings: Shared::new(settings),
            theme: None,
            files: BTreeMap::new(),
            states: BTreeMap::new(),
            graph: Graph::default(),
            site: None,
            ruled: Memo::default(),
            pages: Pages::new(search),
        }
    }

    /// Whether the content is the same under other settings.
    pub(super) fn counts_under(&self, settings: &Settings) -> bool {
        let is_home_the_same =
            self.graph.has_written_home() || self.settings.title == settings.title;
        is_home_the_same && self.settings.mean_the_same_content_as(settings)
    }

    /// Reads the theme and the texts, side by side.
    pub(super) fn read(
        &mut self,
        tree: &SourceTree,
        changes: &Changes,
        watcher: &dyn Watcher,
        meter: &Meter,
        ledger: &mut Ledger,
    ) {
        let (theme, texts) = rayon::join(
            || self.theme(tree, changes),
            || self.texts(tree, changes, watcher, meter),
        );
        if let Some(theme) = theme {
            self.take_theme(theme, changes, ledger);
        }
        for (path, text) in changes.texts.iter().zip(texts) {
            self.take_text(path, text, tree, ledger);
        }
    }

    /// The theme, unless it is known.
    pub(super) fn theme(
        &self,
        tree: &SourceTree,
        changes: &Changes,
    ) -> Option<Result<Theme, Vec<Diagnostic>>> {
        if changes.themes.is_empty() && self.theme.is_some() {
            return None;
        }
        Some(Theme::load(ThemeSource {
            files: &tree.themes,
            name: self.settings.theme_name(),
            settings: &tree.settings.path,
            languages: &self.settings.all_languages(),
            views: TEMPLATES,
        }))
    }

    pub(super) fn take_theme(
        &mut self,
        theme: Result<Theme, Vec<Diagnostic>>,
        changes: &Changes,
        ledger: &mut Ledger,
    ) {
        let had = self.theme.take();
        let (theme, faults) = match theme {
            Ok(mut theme) => {
                theme.static_files.extend(colors(&self.settings));
                let findings = std::mem::take(&mut theme.findings);
                (Some(theme), findings)
            }
            Err(faults) => (None, faults),
        };
        ledger.set(Finder::Theme, faults);
        let is_static = |path: &SourcePath| path.as_str().contains("/static/");
        if had.is_none() || theme.is_none() || !changes.themes.iter().all(is_static) {
            self.pages.all_stale(Why::Theme);
        }
        let had = had.as_ref().map(|it| &it.components);
        if had != theme.as_ref().map(|it| &it.components) {
            for file in self.files.values() {
                check_calls(file, theme.as_ref(), ledger);
            }
        }
        self.theme = theme;
    }

    /// The texts that have changed, parsed, in their order.
    fn texts(
        &self,
        tree: &SourceTree,
        changes: &Changes,
        watcher: &dyn Watcher,
        meter: &Meter,
    ) -> Vec<Text> {
        let paths: Vec<&SourcePath> = changes.texts.iter().collect();
        let text = |path: &&SourcePath| {
            watcher.step();
            let file = tree.texts.get(*path)?;
            // Only the day of its last commit may have changed.
            let state = self.states.get(*path);
            let same = state.is_some_and(|(digest, _)| *digest == file.digest);
            if let Some(parsed) = self.files.get(*path).filter(|_| same) {
                let parsed = Parsed::clone(parsed).committed_on(file.committed);
                return Some((parsed, None));
            }
            let (parsed, faults) = meter.file(path, || parse::parse(file, &self.settings))?;
            file.let_go();
            Some((parsed, Some(faults)))
        };
        paths.par_iter().map(text).collect()
    }

    fn take_text(&mut self, path: &SourcePath, text: Text, tree: &SourceTree, ledger: &mut Ledger) {
        let finder = Finder::Parse(path.clone());
        let (Some((parsed, faults)), Some(file)) = (text, tree.texts.get(path)) else {
            ledger.set(finder, Vec::new());
            ledger.set(Finder::Calls(path.clone()), Vec::new());
            self.files.remove(path);
            self.states.remove(path);
            return;
        };
        if let Some(faults) = faults {
            check_calls(&parsed, self.theme.as_ref(), ledger);
            ledger.set(finder, faults);
        }
        let state = (file.digest, file.committed);
        self.states.insert(path.clone(), state);
        self.files.insert(path.clone(), Shared::new(parsed));
    }

    pub(super) fn resolve(
        &mut self,
        turn: Turn<'_>,
        changes: &Changes,
        drafts: bool,
        ledger: &mut Ledger,
    ) -> Changed {
        let statics = self.theme.iter().flat_map(|theme| &theme.static_files);
        let mut reserved: Vec<OutputPath> = statics.map(|it| it.path.clone()).collect();
        reserved.extend(plan::index_outputs(&self.settings));
        if self.settings.has_search() {
            reserved.push(OutputPath::file(search::FOLDER));
        }
        let input = graph::Input {
            files: &self.files,
            touched: &changes.texts,
            assets: &turn.tree.assets,
            touched_assets: &changes.assets,
            settings: &self.settings,
            settings_path: &turn.tree.settings.path,
            vocabulary: &self.vocabulary,
            reserved: &reserved,
            drafts,
        };
        let changed = self.graph.update(input, ledger);
        let as_of = turn.as_of.day(&self.settings);
        let site = self.graph.site(input, as_of, ledger);
        if self.site.as_ref() != Some(&site) {
            let day = self.site.as_ref().map(|site| site.as_of);
            if day.is_some_and(|day| day != as_of) {
                self.ruled = Memo::default();
                self.pages.all_stale(Why::Day);
            } else {
                self.pages.all_stale(Why::Settings);
            }
            self.site = Some(site);
        }
        changed
    }

    pub(super) fn hold_against_rules(&mut self, changed: &Changed, ledger: &mut Ledger) {
        let Some(site) = &self.site else { return };
        let mut stale = self.ruled.stale(changed);
        if self.ruled.is_empty() {
            stale.extend(self.graph.all().map(Some));
        }
        stale.extend(graph::described(changed).map(Some));
        stale.insert(None);
        let stale: Vec<Option<AnyLink>> = stale.into_iter().collect();
        let graph = &self.graph;
        let found: Vec<_> = stale
            .par_iter()
            .map(|subject| {
                if subject.is_some_and(|link| !graph.has(link)) {
                    return None;
                }
                let reads = Reads::default();
                let context = rules::Context {
                    graph: Reader::new(graph, &reads),
                    site,
                    subject: *subject,
                };
                Some((rules::check(context), reads.settled()))
            })
            .collect();
        for (subject, found) in stale.into_iter().zip(found) {
            let faults = match found {
                Some((faults, reads)) => {
                    self.ruled.put(subject, (), reads);
                    faults
                }
                None => {
                    self.ruled.remove(subject);
                    Vec::new()
                }
            };
            ledger.set(Finder::Rules(subject), faults);
        }
    }

    /// Brings the long lists up to date, and adds to what has changed which of their pages have.
    pub(super) fn list(&mut self, changed: &mut Changed) {
        let (graph, locales) = (&self.graph, &self.locales);
        let (listed, indexed) = rayon::join(
            || self.listings.update(graph, locales, changed),
            || self.alphabet.update(graph, locales, changed),
        );
        changed.extend(listed);
        changed.extend(indexed);
    }

    /// Finds out which pages there are, and which of them are stale.
    pub(super) fn plan(
        &mut self,
        tree: &SourceTree,
        changed: &Changed,
        explain: bool,
        ledger: &mut Ledger,
    ) {
        let Some(site) = &self.site else { return };
        let sight = Sight {
            graph: &self.graph,
            listings: &self.listings,
            alphabet: &self.alphabet,
            site,
        };
        let settings = &tree.settings.path;
        self.pages.plan(sight, settings, changed, explain, ledger);
    }

    /// Looks at the images of pages that are stale, and of those that are gone.
    pub(super) fn look_at_images(
        &mut self,
        tree: &SourceTree,
        changed: &Changed,
        options: &Options,
        ledger: &mut Ledger,
    ) {
        let studio = Studio {
            tree,
            wanted: self.theme.as_ref().map(|theme| &theme.images),
            cache: options.cache.as_deref(),
            publish: options.pages,
        };
        self.pages
            .look_at_images(&self.graph, changed, studio, ledger);
    }

    pub(super) fn render(
        &mut self,
        tree: &SourceTree,
        shelf: &dyn Shelf,
        watcher: &dyn Watcher,
        meter: &Meter,
        ledger: &mut Ledger,
    ) -> End {
        let (Some(site), Some(theme)) = (&self.site, &self.theme) else {
            return End::Made;
        };
        self.pages.copy(tree, theme);
        let sight = Sight {
            graph: &self.graph,
            listings: &self.listings,
            alphabet: &self.alphabet,
            site,
        };
        let press = Press {
            sight,
            locales: &self.locales,
            theme,
            meter,
        };
        self.pages.render(press, shelf, watcher, ledger)
    }
}

/// The style sheet of the colours that the site sets.
fn colors(settings: &Settings) -> Option<Output> {
    let colors = settings.colors.as_ref()?;
    let css = stylesheet(colors).into_bytes();
    Some(Output::of(OutputPath::file(COLORS), css))
}

/// Holds the calls in a file against the components of the theme.
fn check_calls(file: &Parsed, theme: Option<&Theme>, ledger: &mut Ledger) {
    let faults = match (&file.content, theme) {
        (Content::Page(_, text) | Content::Translation(_, _, text), Some(theme)) => {
            markdown::check_calls(&file.path, text, &theme.components)
        }
        _ => Vec::new(),
    };
    ledger.set(Finder::Calls(file.path.clone()), faults);
}
