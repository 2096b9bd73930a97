//! What is known of a site under one set of settings.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::outputs::{Outputs, Reason};
use crate::base::component::ThemeInterface;
use crate::base::output::{Output, OutputPath};
use crate::base::source::{Changes, SourcePath, SourceTree};
use crate::content::colors::stylesheet;
use crate::content::draft_pages::DraftPages;
use crate::content::findings::{Finder, Findings};
use crate::content::graph::{AnyLink, Graph, Site};
use crate::content::locale::Locale;
use crate::content::model::EntityKind;
use crate::content::news::News;
use crate::content::pages::alphabetical_index::AlphabeticalIndex;
use crate::content::pages::listings::Listings;
use crate::content::pages::theme_lists::ThemeLists;
use crate::content::settings::{Settings, Vocabulary};
use crate::content::views::{ADDRESS_FIELDS, COLORS, FILE_FIELDS, TEMPLATES, VIEW_FIELDS};
use crate::incremental::memo::Memo;
use crate::incremental::snapshot::{SnapshotReader, SnapshotWriter};
use crate::site::theme::{AddressFields, Lists, Theme, ThemeSource};

/// What is known of a site under one set of settings: the products of every stage.
pub(super) struct State {
    pub(super) settings: Arc<Settings>,
    pub(super) vocabulary: Arc<Vocabulary>,
    pub(super) locales: Vec<Locale>,
    /// `None` while it cannot be used.
    pub(super) theme: Option<Theme>,
    /// The lists of the theme, even if it has faults.
    pub(super) declared_lists: Lists,
    /// What the theme meant for the texts when they were parsed; `None` if they were parsed without a theme.
    pub(super) parsed_for: Option<ThemeInterface>,
    /// Empty while drafts are published.
    pub(super) drafts: DraftPages,
    pub(super) graph: Graph,
    pub(super) site: Option<Site>,
    /// What the rules looked at for each thing, and for the site.
    pub(super) rules: Memo<Option<AnyLink>, ()>,
    pub(super) listings: Listings,
    pub(super) index: AlphabeticalIndex,
    pub(super) theme_lists: ThemeLists,
    pub(super) news: News,
    pub(super) outputs: Outputs,
    pub(super) findings: Findings,
    /// Set if the published addresses were looked for since the site was opened or had errors: whether each lost one is
    /// a fault of its own.
    pub(super) checked_addresses: Option<bool>,
    /// The pages that the history knows to have been elsewhere.
    pub(super) moved_pages: BTreeMap<OutputPath, OutputPath>,
    /// The published addresses whose pages are gone, and of which the content does not tell where they are.
    pub(super) missed_pages: BTreeSet<String>,
    /// Those of which the history was asked.
    pub(super) sought_pages: BTreeSet<String>,
}

impl State {
    pub(super) fn new(settings: Settings, search: bool) -> State {
        let languages = settings.all_languages();
        State {
            vocabulary: Arc::new(Vocabulary::new(settings.vocabularies.as_ref())),
            locales: languages.iter().map(Locale::new).collect(),
            listings: Listings::new(settings.list_length()),
            index: AlphabeticalIndex::new(settings.list_length(), languages.len()),
            theme_lists: ThemeLists::default(),
            news: News::default(),
            settings: Arc::new(settings),
            theme: None,
            declared_lists: Lists::default(),
            parsed_for: None,
            drafts: DraftPages::default(),
            graph: Graph::default(),
            site: None,
            rules: Memo::default(),
            outputs: Outputs::new(search),
            findings: Findings::default(),
            checked_addresses: None,
            moved_pages: BTreeMap::new(),
            missed_pages: BTreeSet::new(),
            sought_pages: BTreeSet::new(),
        }
    }

    /// Whether the texts mean the same under other settings.
    pub(super) fn means_the_same_under(&self, settings: &Settings) -> bool {
        let is_home_the_same =
            self.graph.has_written_home() || self.settings.title == settings.title;
        is_home_the_same && self.settings.have_same_content_as(settings)
    }

    /// Loads the theme, where it has changed. Returns whether all texts must be parsed again, because it has other
    /// components or ids than the theme for which they were parsed.
    pub(super) fn load_theme(&mut self, tree: &SourceTree, changes: &Changes) -> bool {
        if changes.themes.is_empty() && self.theme.is_some() {
            return false;
        }
        let before = self.theme.take();
        self.take_theme(tree);
        let is_static = |path: &SourcePath| path.as_str().contains("/static/");
        if before.is_none() || self.theme.is_none() || !changes.themes.iter().all(is_static) {
            self.outputs.invalidate(&Reason::Theme);
        }
        let interface = self.theme.as_ref().map(|theme| &theme.interface);
        self.parsed_for.as_ref() != interface && !self.rules.is_empty()
    }

    fn take_theme(&mut self, tree: &SourceTree) {
        let kinds: Vec<&str> = EntityKind::ALL.iter().map(|it| it.as_str()).collect();
        let theme = Theme::load(ThemeSource {
            files: &tree.themes,
            name: self.settings.theme_name(),
            settings: &tree.settings.path,
            languages: &self.settings.all_languages(),
            views: TEMPLATES,
            kinds: &kinds,
            fields: &VIEW_FIELDS,
            addresses: AddressFields {
                links: ADDRESS_FIELDS,
                files: FILE_FIELDS,
            },
        });
        let (theme, found, lists) = match theme {
            Ok(mut theme) => {
                theme.static_files.extend(color_stylesheet(&self.settings));
                let found = std::mem::take(&mut theme.findings);
                let lists = std::mem::take(&mut theme.lists);
                (Some(theme), found, lists)
            }
            Err(faulty) => (None, faulty.faults, faulty.lists),
        };
        let queries = lists.queries();
        self.theme_lists.declare(&queries, self.locales.len());
        self.declared_lists = lists;
        self.findings.set(Finder::Theme, found);
        self.theme = theme;
    }

    /// Does ahead what the next turn would have to do first.
    pub(super) fn tidy(&mut self) {
        self.graph.index_dependents();
        self.rules.index_dependents();
        self.outputs.tidy();
    }

    /// Writes what cannot quickly be found out again into a snapshot. All of it must be published.
    pub(super) fn save(&self, to: &mut SnapshotWriter<'_>) -> io::Result<()> {
        self.graph.save(to)?;
        to.values(&self.rules.entries())?;
        to.value(&(
            &self.drafts,
            &self.site,
            &self.listings,
            &self.index,
            &self.theme_lists,
            &self.news,
            &self.findings,
        ))?;
        self.outputs.save(to)
    }

    /// Decodes a state from a snapshot. It is to be taken up under its settings. The site of the state is published in the
    /// folder `published`.
    pub(super) fn load<'s>(
        from: &mut SnapshotReader<'s>,
        published: &'s Path,
    ) -> io::Result<State> {
        let graph = Graph::load(from)?;
        let (rules, rest) = (from.section()?, from.section()?);
        let outputs = Outputs::load(from, published)?;
        let ((graph, outputs), (rules, rest)) = rayon::join(
            || rayon::join(graph, outputs),
            || rayon::join(|| rules.values(), || rest.value()),
        );
        let (drafts, site, listings, index, theme_lists, news, findings) = rest?;
        Ok(State {
            drafts,
            graph: graph?,
            site,
            rules: Memo::from_entries(rules?),
            listings,
            index,
            theme_lists,
            news,
            outputs: outputs?,
            findings,
            ..State::new(Settings::default(), false)
        })
    }

    /// Takes up a state that was loaded, under settings and with a theme that mean the same as when it was saved.
    pub(super) fn take_up(&mut self, settings: Settings, tree: &SourceTree) {
        let fresh = State::new(settings, false);
        (self.settings, self.vocabulary, self.locales) =
            (fresh.settings, fresh.vocabulary, fresh.locales);
        self.take_theme(tree);
        self.parsed_for = self.theme.as_ref().map(|theme| theme.interface.clone());
    }
}

/// The style sheet of the colours that the site sets.
fn color_stylesheet(settings: &Settings) -> Option<Output> {
    let colors = settings.colors.as_ref()?;
    let css = stylesheet(colors).into_bytes();
    Some(Output::of(OutputPath::file(COLORS), css))
}
