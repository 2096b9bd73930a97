//! All that pages are made with, as the pipeline makes it in a first turn.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use raccordo::base::component::ThemeInterface;
use raccordo::base::date::Date;
use raccordo::base::output::OutputPath;
use raccordo::base::source::{Changes, SourceFile, SourcePath, SourceTree};
use raccordo::content::findings::Findings;
use raccordo::content::graph::{self, Graph, Site, SiteDay};
use raccordo::content::locale::Locale;
use raccordo::content::model::EntityKind;
use raccordo::content::news::News;
use raccordo::content::pages::alphabetical_index::AlphabeticalIndex;
use raccordo::content::pages::listings::Listings;
use raccordo::content::pages::plan::{self, PlanContext, PlannedPage};
use raccordo::content::pages::theme_lists::ThemeLists;
use raccordo::content::parse::{self, ParsedFile};
use raccordo::content::settings::{Settings, Vocabulary};
use raccordo::content::views::{self, TEMPLATES};
use raccordo::incremental::memo::Changed;
use raccordo::site::images::{self, ResponsiveImage};
use raccordo::site::sources::Sources;
use raccordo::site::theme::{AddressFields, Theme, ThemeSource};
use rayon::prelude::*;

use super::Fallible;
use crate::generate::AS_OF;

/// All that pages are made with, and which pages there are.
pub struct Scene {
    pub locales: Vec<Locale>,
    pub theme: Theme,
    pub pictures: BTreeMap<OutputPath, Arc<ResponsiveImage>>,
    pub pages: Vec<PlannedPage>,
    graph: Graph,
    site: Site,
    listings: Listings,
    index: AlphabeticalIndex,
    theme_lists: ThemeLists,
    news: News,
}

impl Scene {
    /// Reads a site and links it.
    pub fn open(root: &Path) -> Fallible<Scene> {
        let mut sources = Sources::open(root).map_err(said)?;
        let everything = sources.everything();
        let tree = sources.tree();
        let settings = Settings::read(&tree.settings.path, &tree.settings.text());
        let settings = Arc::new(settings.map_err(said)?);
        let languages = settings.all_languages();
        let locales: Vec<Locale> = languages.iter().map(Locale::new).collect();
        let kinds: Vec<&str> = EntityKind::ALL.iter().map(|it| it.as_str()).collect();
        let theme = Theme::load(ThemeSource {
            files: &tree.themes,
            name: settings.theme_name(),
            settings: &tree.settings.path,
            languages: &languages,
            views: TEMPLATES,
            kinds: &kinds,
            fields: &views::VIEW_FIELDS,
            addresses: AddressFields {
                links: views::ADDRESS_FIELDS,
                files: views::FILE_FIELDS,
            },
        });
        let theme = theme.map_err(said)?;
        let (graph, site, changed) = linked(tree, everything, &settings, &theme)?;
        let mut listings = Listings::new(settings.list_length());
        let mut index = AlphabeticalIndex::new(settings.list_length(), languages.len());
        // No page has looked at a list yet.
        let _ = listings.update(&graph, &locales, &changed);
        let _ = index.update(&graph, &locales, &changed);
        let mut theme_lists = ThemeLists::default();
        theme_lists.declare(&theme.lists.queries(), locales.len());
        let _ = theme_lists.update(&graph, &site, &locales, &changed);
        let mut scene = Scene {
            locales,
            pictures: pictures(tree, &graph, &theme.images),
            theme,
            pages: Vec::new(),
            graph,
            site,
            listings,
            index,
            theme_lists,
            news: News::default(),
        };
        let context = scene.context();
        let pages = context
            .graph
            .all()
            .flat_map(|link| plan::pages_of_thing(context, link));
        let more = plan::other_pages(context, 0).into_iter();
        // Files for crawlers are made by no template.
        let more = more.filter(|page| page.path.as_str().ends_with(".html"));
        scene.pages = pages.chain(more).collect();
        Ok(scene)
    }

    /// The site as it was linked and listed.
    pub fn context(&self) -> PlanContext<'_> {
        PlanContext {
            graph: &self.graph,
            listings: &self.listings,
            index: &self.index,
            theme_lists: &self.theme_lists,
            news: &self.news,
            site: &self.site,
        }
    }
}

fn linked(
    tree: &SourceTree,
    everything: Changes,
    settings: &Arc<Settings>,
    theme: &Theme,
) -> Fallible<(Graph, Site, Changed)> {
    let statics = theme.static_files.iter().map(|it| it.path.clone());
    let reserved: Vec<OutputPath> = statics.chain(plan::index_outputs(settings)).collect();
    let vocabulary = Arc::new(Vocabulary::new(settings.vocabularies.as_ref()));
    let parsed = parsed(everything.texts, settings);
    let input = graph::Input {
        parsed: &parsed,
        texts: &tree.texts,
        assets: &tree.assets,
        touched_assets: &everything.assets,
        settings,
        settings_path: &tree.settings.path,
        vocabulary: &vocabulary,
        reserved: &reserved,
        drafts: None,
    };
    let (mut graph, mut findings) = (Graph::default(), Findings::default());
    let changed = graph.update(input, &mut findings);
    let day = SiteDay {
        date: Date::parse(AS_OF).ok_or("no day")?,
        is_chosen: true,
    };
    let site = graph.site(input, day, &mut findings);
    if findings.has_errors(false) {
        return Err("the site has errors".into());
    }
    Ok((graph, site, changed))
}

fn parsed(
    texts: BTreeMap<SourcePath, Option<SourceFile>>,
    settings: &Settings,
) -> BTreeMap<SourcePath, Option<ParsedFile>> {
    let texts: Vec<_> = texts.into_iter().collect();
    let parsed = texts.into_par_iter().map(|(path, file)| {
        let parsed = file.map(|file| parse::parse(&file, settings, &ThemeInterface::default()).0);
        (path, parsed)
    });
    parsed.collect()
}

/// What is known of the images in texts.
fn pictures(
    tree: &SourceTree,
    graph: &Graph,
    wanted: &images::Sizes,
) -> BTreeMap<OutputPath, Arc<ResponsiveImage>> {
    let shown = graph.all().flat_map(|link| graph.images(link));
    let shown: BTreeSet<OutputPath> = shown.map(|(output, _)| output).collect();
    let made = shown.into_par_iter().filter_map(|output| {
        let asset = tree.assets.get(&graph::asset_source(&output))?;
        let made = images::resize(asset, &output, wanted, None, true).ok()?;
        Some((output, Arc::new(made.image?)))
    });
    made.collect()
}

fn said<T: std::fmt::Debug>(faults: T) -> String {
    format!("{faults:?}")
}
