//! All that pages are made with, as the pipeline makes it in a first turn.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use raccordo::base::date::Date;
use raccordo::base::output::OutputPath;
use raccordo::base::shared::Shared;
use raccordo::base::source::{Changes, SourcePath, SourceTree};
use raccordo::content::findings::Ledger;
use raccordo::content::graph::{self, Graph, Site};
use raccordo::content::locale::Locale;
use raccordo::content::pages::a_to_z::Alphabet;
use raccordo::content::pages::lists::Listings;
use raccordo::content::pages::plan::{self, Planned, Sight, TEMPLATES};
use raccordo::content::parse::{self, Parsed};
use raccordo::content::settings::{Settings, Vocabulary};
use raccordo::incremental::memo::Changed;
use raccordo::site::images::{self, ResponsiveImage};
use raccordo::site::theme::{Theme, ThemeSource};
use rayon::prelude::*;

use super::super::sources::Sources;
use super::Fallible;
use crate::generate::AS_OF;

/// All that pages are made with, and which pages there are.
pub struct Scene {
    pub locales: Vec<Locale>,
    pub theme: Theme,
    pub pictures: BTreeMap<OutputPath, Shared<ResponsiveImage>>,
    pub pages: Vec<Planned>,
    graph: Graph,
    site: Site,
    listings: Listings,
    alphabet: Alphabet,
}

impl Scene {
    /// Reads a site and links it.
    pub fn open(root: &Path) -> Fallible<Scene> {
        let sources = Sources::open(root)?;
        let tree = sources.tree();
        let text = tree.settings.text().ok_or("no settings")?;
        let settings = Settings::read(&tree.settings.path, text);
        let settings = Shared::new(settings.map_err(said)?);
        let languages = settings.all_languages();
        let locales: Vec<Locale> = languages.iter().map(Locale::new).collect();
        let theme = Theme::load(ThemeSource {
            files: &tree.themes,
            name: settings.theme_name(),
            settings: &tree.settings.path,
            languages: &languages,
            views: TEMPLATES,
        });
        let theme = theme.map_err(said)?;
        let (graph, site, changed) = linked(tree, &settings, &theme)?;
        let mut listings = Listings::new(settings.list_length());
        let mut alphabet = Alphabet::new(settings.list_length(), languages.len());
        // No page has looked at a list yet.
        let _ = listings.update(&graph, &locales, &changed);
        let _ = alphabet.update(&graph, &locales, &changed);
        let mut scene = Scene {
            locales,
            pictures: pictures(tree, &graph, &theme.images),
            theme,
            pages: Vec::new(),
            graph,
            site,
            listings,
            alphabet,
        };
        let sight = scene.sight();
        let pages = sight.graph.all().flat_map(|link| plan::pages(sight, link));
        let more = plan::others(sight);
        scene.pages = pages.chain(more).collect();
        Ok(scene)
    }

    /// The site as it was linked and listed.
    pub fn sight(&self) -> Sight<'_> {
        Sight {
            graph: &self.graph,
            listings: &self.listings,
            alphabet: &self.alphabet,
            site: &self.site,
        }
    }
}

fn linked(
    tree: &SourceTree,
    settings: &Shared<Settings>,
    theme: &Theme,
) -> Fallible<(Graph, Site, Changed)> {
    let statics = theme.static_files.iter().map(|it| it.path.clone());
    let reserved: Vec<OutputPath> = statics.chain(plan::index_outputs(settings)).collect();
    let vocabulary = Shared::new(Vocabulary::new(settings.vocabularies.as_ref()));
    let (files, everything) = (parsed(tree, settings)?, Changes::everything(tree));
    let input = graph::Input {
        files: &files,
        touched: &everything.texts,
        assets: &tree.assets,
        touched_assets: &everything.assets,
        settings,
        settings_path: &tree.settings.path,
        vocabulary: &vocabulary,
        reserved: &reserved,
        drafts: false,
    };
    let (mut graph, mut ledger) = (Graph::default(), Ledger::default());
    let changed = graph.update(input, &mut ledger);
    let as_of = Date::parse(AS_OF).ok_or("no day")?;
    let site = graph.site(input, as_of, &mut ledger);
    if ledger.has_errors(false) {
        return Err("the site has errors".into());
    }
    Ok((graph, site, changed))
}

fn parsed(
    tree: &SourceTree,
    settings: &Settings,
) -> Fallible<BTreeMap<SourcePath, Shared<Parsed>>> {
    let files: Vec<_> = tree.texts.iter().collect();
    let parsed = files.into_par_iter().map(|(path, file)| {
        let (parsed, _) = parse::parse(file, settings).ok_or("a source is gone")?;
        file.let_go();
        Ok((path.clone(), Shared::new(parsed)))
    });
    parsed.collect()
}

/// What is known of the images in texts.
fn pictures(
    tree: &SourceTree,
    graph: &Graph,
    wanted: &images::Sizes,
) -> BTreeMap<OutputPath, Shared<ResponsiveImage>> {
    let shown = graph.all().flat_map(|link| graph.images(link));
    let shown: BTreeSet<OutputPath> = shown.map(|(output, _)| output).collect();
    let made = shown.into_par_iter().filter_map(|output| {
        let asset = tree.assets.get(&graph::asset_source(&output))?;
        let made = images::resize(asset, &output, wanted, None, true).ok()?;
        Some((output, Shared::new(made.image?)))
    });
    made.collect()
}

fn said<T: std::fmt::Debug>(faults: T) -> String {
    format!("{faults:?}")
}
