//! What is known of a site under one set of settings.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::outputs::{Outputs, Reason};
use crate::base::component::Signature;
use crate::base::output::{Output, OutputPath};
use crate::base::source::{Changes, SourcePath, SourceTree};
use crate::content::colors::stylesheet;
use crate::content::draft_pages::DraftPages;
use crate::content::findings::{Finder, Findings};
use crate::content::graph::{AnyLink, Graph, Site};
use crate::content::locale::Locale;
use crate::content::pages::alphabetical_index::AlphabeticalIndex;
use crate::content::pages::listings::Listings;
use crate::content::settings::{Settings, Vocabulary};
use crate::content::views::{COLORS, TEMPLATES};
use crate::incremental::memo::Memo;
use crate::incremental::snapshot::{SnapshotReader, SnapshotWriter};
use crate::site::theme::{Theme, ThemeSource};

/// The components of a theme, by name.
type Components = BTreeMap<String, Signature>;

/// What is known of a site under one set of settings: the products of every stage.
pub(super) struct State {
    pub(super) settings: Arc<Settings>,
    pub(super) vocabulary: Arc<Vocabulary>,
    pub(super) locales: Vec<Locale>,
    /// `None` while it cannot be used.
    pub(super) theme: Option<Theme>,
    /// The components against which the calls in all texts were checked; `None` if some were not.
    pub(super) checked_components: Option<Components>,
    /// None while drafts are published.
    pub(super) drafts: DraftPages,
    pub(super) graph: Graph,
    pub(super) site: Option<Site>,
    /// What the rules looked at for each thing, and for the site.
    pub(super) rules: Memo<Option<AnyLink>, ()>,
    pub(super) listings: Listings,
    pub(super) index: AlphabeticalIndex,
    pub(super) outputs: Outputs,
    pub(super) findings: Findings,
}

impl State {
    pub(super) fn new(settings: Settings, search: bool) -> State {
        let languages = settings.all_languages();
        State {
            vocabulary: Arc::new(Vocabulary::new(settings.vocabularies.as_ref())),
            locales: languages.iter().map(Locale::new).collect(),
            listings: Listings::new(settings.list_length()),
            index: AlphabeticalIndex::new(settings.list_length(), languages.len()),
            settings: Arc::new(settings),
            theme: None,
            checked_components: None,
            drafts: DraftPages::default(),
            graph: Graph::default(),
            site: None,
            rules: Memo::default(),
            outputs: Outputs::new(search),
            findings: Findings::default(),
        }
    }

    /// Whether the texts mean the same under other settings.
    pub(super) fn means_the_same_under(&self, settings: &Settings) -> bool {
        let is_home_the_same =
            self.graph.has_written_home() || self.settings.title == settings.title;
        is_home_the_same && self.settings.have_same_content_as(settings)
    }

    /// Loads the theme, where it has changed. Returns whether the calls in all texts must be checked again, because it
    /// has other components than those against which they were checked.
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
        let Some(theme) = &self.theme else {
            let is_call = |finder: &Finder| matches!(finder, Finder::Calls(_));
            if self.findings.clear(is_call) {
                self.checked_components = None;
            }
            return false;
        };
        let is_other = self.checked_components.as_ref() != Some(&theme.components);
        is_other && !self.rules.is_empty()
    }

    fn take_theme(&mut self, tree: &SourceTree) {
        let theme = Theme::load(ThemeSource {
            files: &tree.themes,
            name: self.settings.theme_name(),
            settings: &tree.settings.path,
            languages: &self.settings.all_languages(),
            views: TEMPLATES,
        });
        let (theme, found) = match theme {
            Ok(mut theme) => {
                theme.static_files.extend(color_stylesheet(&self.settings));
                let found = std::mem::take(&mut theme.findings);
                (Some(theme), found)
            }
            Err(faults) => (None, faults),
        };
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
    ///
    /// # Errors
    /// The error of the writer.
    pub(super) fn save(&self, to: &mut SnapshotWriter<'_>) -> io::Result<()> {
        self.graph.save(to)?;
        to.values(&self.rules.entries())?;
        to.value(&(
            &self.drafts,
            &self.site,
            &self.listings,
            &self.index,
            &self.findings,
        ))?;
        self.outputs.save(to)
    }

    /// The state that was saved, under settings and with a theme that mean the same as then.
    pub(super) fn restore(saved: SavedState, settings: Settings, tree: &SourceTree) -> State {
        let mut state = State {
            drafts: saved.drafts,
            graph: saved.graph,
            site: saved.site,
            rules: saved.rules,
            listings: saved.listings,
            index: saved.index,
            outputs: saved.outputs,
            findings: saved.findings,
            ..State::new(settings, false)
        };
        state.take_theme(tree);
        let components = state.theme.as_ref().map(|theme| theme.components.clone());
        state.checked_components = components;
        state
    }
}

/// What a snapshot holds of a state.
pub(super) struct SavedState {
    drafts: DraftPages,
    graph: Graph,
    site: Option<Site>,
    rules: Memo<Option<AnyLink>, ()>,
    listings: Listings,
    index: AlphabeticalIndex,
    pub(super) outputs: Outputs,
    findings: Findings,
}

impl SavedState {
    /// Decodes a state from a snapshot. The site of the state is published in the folder `published`.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] if the snapshot holds something else.
    pub(super) fn load<'s>(
        from: &mut SnapshotReader<'s>,
        published: &'s Path,
    ) -> io::Result<SavedState> {
        let graph = Graph::load(from)?;
        let (rules, rest) = (from.section()?, from.section()?);
        let outputs = Outputs::load(from, published)?;
        let ((graph, outputs), (rules, rest)) = rayon::join(
            || rayon::join(graph, outputs),
            || rayon::join(|| rules.values(), || rest.value()),
        );
        let (drafts, site, listings, index, findings) = rest?;
        Ok(SavedState {
            drafts,
            graph: graph?,
            site,
            rules: Memo::from_entries(rules?),
            listings,
            index,
            outputs: outputs?,
            findings,
        })
    }
}

/// The style sheet of the colours that the site sets.
fn color_stylesheet(settings: &Settings) -> Option<Output> {
    let colors = settings.colors.as_ref()?;
    let css = stylesheet(colors).into_bytes();
    Some(Output::of(OutputPath::file(COLORS), css))
}
