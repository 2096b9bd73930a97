//! A graph from the one before: only what is new, or looked at something new, is made again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Graph;
use super::directory::{News, Owner, Surroundings, Words, asset_output, claims};
use super::entity::AnyLink;
use super::keys::{self, Side};
use super::piece;
use super::resolve::{self, Resolved, World};
use super::site::Site;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::OutputPath;
use crate::base::source::{Asset, FileState, SourcePath};
use crate::content::findings::{Finder, Findings};
use crate::content::parse::{Content, FileKind, Parsed, classify, original};
use crate::content::settings::{Settings, Vocabulary};
use crate::incremental::memo::{Changed, Looked, Reads};

/// The references of so many things are led side by side before the things are put into the graph: until then, each of
/// them takes more room than in it.
const TOGETHER: usize = 1000;

/// What a graph is made of.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The files that are new or different, parsed; `None` for those that are gone.
    pub parsed: &'a BTreeMap<SourcePath, Option<Parsed>>,
    /// All texts that there are.
    pub texts: &'a BTreeMap<SourcePath, FileState>,
    /// The other files under `content/`.
    pub assets: &'a BTreeMap<SourcePath, Asset>,
    /// Those that are new, gone or different.
    pub touched_assets: &'a BTreeSet<SourcePath>,
    /// The settings: in every update of a graph they mean the same content.
    pub settings: &'a Arc<Settings>,
    /// Where they are.
    pub settings_path: &'a SourcePath,
    /// The controlled lists: the same in every update of a graph.
    pub vocabulary: &'a Arc<Vocabulary>,
    /// Outputs that are not the content's: the theme's files.
    pub reserved: &'a [OutputPath],
    /// Whether drafts are published.
    pub drafts: bool,
}

impl Graph {
    /// Brings the graph up to date, and says what looks different. Where there are errors, it has holes
    /// and must not be published.
    pub fn update(&mut self, input: Input<'_>, ledger: &mut Findings) -> Changed {
        let mut news = News::default();
        for (path, file) in input.parsed {
            self.read(path, file.as_ref(), input, &mut news, ledger);
        }
        self.take_assets(input, &mut news);
        self.reserve(input, &mut news);
        self.directory.complete(&input.around(), &mut news);
        for name in &news.names {
            let duplicates = self.directory.duplicates(name, &input.around());
            ledger.set(Finder::Name(name.clone()), duplicates);
        }
        if news.outputs {
            ledger.set(Finder::Outputs, self.directory.taken.faults());
            news.changed.insert(keys::outputs());
        }
        let changed = self.link(input, news, ledger);
        if keys::described(&changed).next().is_some() {
            ledger.set(Finder::Parents, super::cycles::of_parents(self));
        }
        changed
    }

    /// The settings with their links led.
    pub fn site(&self, input: Input<'_>, as_of: Date, ledger: &mut Findings) -> Site {
        let (site, faults) = resolve::site(self.world(input), as_of);
        ledger.set(Finder::Site, faults);
        site
    }

    fn read(
        &mut self,
        path: &SourcePath,
        file: Option<&Parsed>,
        input: Input<'_>,
        news: &mut News,
        ledger: &mut Findings,
    ) {
        if let FileKind::Translation(language) = classify(path, input.settings) {
            let original = original(path, input.settings);
            let words = file.and_then(words);
            let is_translation = words.is_some();
            self.directory.translate(&original, &language, words, news);
            check_original(path, is_translation, input, ledger);
        } else if let Some(translations) = self.directory.translations_of(path) {
            translations.for_each(|words| check_original(&words.file, true, input, ledger));
        }
        let claimed = file.filter(|it| !matches!(it.content, Content::Translation(..)));
        let (claims, faults) = match claimed {
            Some(file) => {
                let (claims, faults) = claims(file, input.settings, input.drafts);
                (Some(claims), faults)
            }
            None => (None, Vec::new()),
        };
        ledger.set(Finder::Claims(path.clone()), faults);
        self.directory.claim(path, claims, &input.around(), news);
    }

    fn take_assets(&mut self, input: Input<'_>, news: &mut News) {
        for path in input.touched_assets {
            let (output, place) = (asset_output(path.as_str()), Place::whole(path));
            let (was, is) = (self.assets.contains(path), input.assets.contains_key(path));
            match (was, is) {
                (false, true) => {
                    self.assets.insert(path.clone());
                    self.directory.taken.take(&output, Owner::Asset, place);
                }
                (true, false) => {
                    self.assets.remove(path);
                    let taken = &mut self.directory.taken;
                    taken.give_back(&output, Owner::Asset, &place);
                }
                _ => continue,
            }
            news.outputs = true;
            news.changed.insert(keys::file(path.as_str()));
            news.changed.insert(keys::files());
        }
    }

    fn reserve(&mut self, input: Input<'_>, news: &mut News) {
        if self.reserved == input.reserved {
            return;
        }
        let place = Place::whole(input.settings_path);
        let taken = &mut self.directory.taken;
        for path in &self.reserved {
            taken.give_back(path, Owner::Theme, &place);
        }
        for path in input.reserved {
            taken.take(path, Owner::Theme, place.clone());
        }
        self.reserved = input.reserved.to_vec();
        news.outputs = true;
    }

    /// Leads the references of everything that is new or looked at something new.
    fn link(&mut self, input: Input<'_>, news: News, ledger: &mut Findings) -> Changed {
        let mut changed = news.changed;
        let is_first = self.linked.is_empty();
        for link in news.gone {
            self.unlink(link, &mut changed);
            ledger.set(Finder::Links(link), Vec::new());
        }
        let mut stale = self.linked.stale(&changed);
        stale.extend(news.described);
        let stale: Vec<AnyLink> = stale.into_iter().collect();
        for some in stale.chunks(TOGETHER) {
            let resolved = self.world(input).resolve_all(some);
            for (link, resolved) in some.iter().zip(resolved) {
                let Some((resolved, reads)) = resolved else {
                    continue;
                };
                (resolved.put)(self, &mut changed);
                ledger.set(Finder::Links(*link), resolved.faults);
                self.linked.put(*link, (), reads);
            }
        }
        if is_first {
            self.mentions.settle();
            self.bodies.settle();
            self.organizations.settle();
        }
        changed
    }

    fn unlink(&mut self, link: AnyLink, changed: &mut Changed) {
        let said = self.mentions_by(link);
        let pieces = match link {
            AnyLink::Body(body) => piece::all(&self.bodies[body]).collect(),
            _ => Vec::new(),
        };
        if self.remove(link) {
            let touched = self.mentions.replace(link, &said, &[]);
            let lost = touched.into_iter();
            changed.extend(lost.flat_map(|it| keys::mentioned_by(link, it)));
            changed.extend(Side::ALL.map(|side| keys::side(side, link)));
            changed.insert(keys::life(link));
            changed.insert(keys::addresses());
            changed.extend(keys::pieces(link, pieces));
            self.linked.remove(&link);
        }
    }

    fn world<'a>(&'a self, input: Input<'a>) -> World<'a> {
        World {
            directory: &self.directory,
            assets: input.assets,
            around: input.around(),
        }
    }
}

impl<'a> Input<'a> {
    fn around(self) -> Surroundings<'a> {
        Surroundings {
            settings: self.settings,
            settings_path: self.settings_path,
            vocabulary: self.vocabulary,
        }
    }
}

impl World<'_> {
    /// Leads the references of some things, each if it is there.
    fn resolve_all(self, links: &[AnyLink]) -> Vec<Option<(Resolved, Looked)>> {
        let resolve = |link: &AnyLink| {
            let reads = Reads::default();
            let draft = self.directory.draft(*link)?;
            Some((self.resolve(*link, draft, &reads), reads.settled()))
        };
        links.par_iter().map(resolve).collect()
    }
}

fn words(file: &Parsed) -> Option<Words> {
    match &file.content {
        Content::Translation(_, translation, text) => Some(Words {
            file: file.path.clone(),
            translation: Arc::clone(translation),
            text: Arc::clone(text),
        }),
        _ => None,
    }
}

/// Reports a file that translates a page that does not exist. A file that is gone or broken is no translation.
fn check_original(
    path: &SourcePath,
    is_translation: bool,
    input: Input<'_>,
    ledger: &mut Findings,
) {
    let original = original(path, input.settings);
    let is_orphan = is_translation && !input.texts.contains_key(&original);
    let fault = || {
        let fault = Diagnostic::new(Code::OrphanTranslation, Place::whole(path));
        fault.text("original", original.as_str())
    };
    let faults = is_orphan.then(fault).into_iter().collect();
    ledger.set(Finder::Original(path.clone()), faults);
}
