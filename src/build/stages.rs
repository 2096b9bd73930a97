//! The stages of a turn, in the order in which data flows through them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Options;
use super::clock::Clock;
use super::images::Resizing;
use super::meter::Meter;
use super::observer::{Observer, Stage};
use super::outputs::Reason;
use super::render::Renderer;
use super::state::State;
use crate::base::code::Code;
use crate::base::component::ThemeInterface;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::{ContentStore, MANIFEST, OutputPath};
use crate::base::source::{Asset, Changes, SourceFile, SourcePath, SourceTree};
use crate::content::addresses;
use crate::content::findings::Finder;
use crate::content::graph::{self, Input, SiteDay};
use crate::content::markdown;
use crate::content::pages::plan;
use crate::content::parse::{self, FileContent, ParsedFile};
use crate::content::rules;
use crate::incremental::memo::{Changed, DependencyRecorder, Memo};
use crate::site::active::{self, Refusal};
use crate::site::search;

/// The files that are published beside the pages.
type Files = BTreeMap<SourcePath, Asset>;

/// What the stages of a turn work with besides the state.
#[derive(Clone, Copy)]
pub(super) struct Inputs<'a> {
    pub tree: &'a SourceTree,
    pub day: SiteDay,
    pub each_lost_address: bool,
    pub options: &'a Options,
    pub store: &'a dyn ContentStore,
    pub observer: Observer<'a>,
}

/// How a turn has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// All outputs were made that can be.
    Complete,
    /// No outputs are to be made, because none were asked for or there are errors.
    Checked,
    /// Some outputs are left to the next turn.
    Cancelled,
}

impl State {
    pub(super) fn run_stages(
        &mut self,
        mut changes: Changes,
        inputs: Inputs<'_>,
        clock: &mut Clock,
    ) -> End {
        let Inputs {
            tree,
            options,
            observer,
            ..
        } = inputs;
        // Texts may have been read again since the drafts were last looked for.
        self.update_drafts(&mut changes, tree, options);
        observer.stage(Stage::Parse(changes.texts.len()));
        let texts = std::mem::take(&mut changes.texts);
        let parsed = self.parse(texts, observer, &clock.meter);
        clock.lap("parse");
        let files = self.drafts.visible_files(tree);
        self.check_files(&changes, &files);
        observer.stage(Stage::Resolve);
        let mut changed = self.resolve(&parsed, &changes, &files, inputs);
        self.take_answers(parsed, options);
        clock.lap("resolve");
        self.check_rules(&changed);
        clock.lap("rules");
        self.update_lists(&mut changed);
        clock.lap("list");
        let have_addresses_moved = self.plan(&changed, &changes, inputs);
        clock.lap("plan");
        self.update_images(&changed, &files, inputs);
        self.check_addresses(have_addresses_moved || changes.addresses.is_some(), inputs);
        self.findings.check_answers();
        clock.lap("images");
        if self.findings.has_errors(options.strict) {
            return End::Checked;
        }
        let end = self.render(&files, inputs, &clock.meter);
        clock.lap("render");
        end
    }

    /// Parses the texts that have changed, side by side. Their bytes are dropped one by one.
    fn parse(
        &mut self,
        texts: BTreeMap<SourcePath, Option<SourceFile>>,
        observer: Observer<'_>,
        meter: &Meter,
    ) -> BTreeMap<SourcePath, Option<ParsedFile>> {
        let settings = &self.settings;
        let interface = self.theme.as_ref().map(|theme| &theme.interface);
        let without = ThemeInterface::default();
        let parse = |(path, file): (SourcePath, Option<SourceFile>)| {
            observer.step();
            let parsed = file.map(|file| {
                let (parsed, found) = meter.file(&path, || {
                    parse::parse(&file, settings, interface.unwrap_or(&without))
                });
                let calls = match (&parsed.content, interface) {
                    (
                        FileContent::Page(_, text) | FileContent::Translation(_, _, text),
                        Some(interface),
                    ) => markdown::check_calls(&path, text, &interface.components),
                    _ => Vec::new(),
                };
                (parsed, found, calls)
            });
            (path, parsed)
        };
        let texts: Vec<_> = texts.into_iter().collect();
        let parsed: Vec<_> = texts.into_par_iter().map(parse).collect();
        self.parsed_for = interface.cloned();
        let unread = parsed.iter().map(|(path, parsed)| {
            let unread = parsed.as_ref().map(|(parsed, ..)| parsed.unread.clone());
            (path.clone(), unread.unwrap_or_default())
        });
        self.findings.set_unread(unread);
        let parsed = parsed.into_iter().map(|(path, parsed)| {
            let (parsed, found, calls) = match parsed {
                Some((parsed, found, calls)) => (Some(parsed), found, calls),
                None => (None, Vec::new(), Vec::new()),
            };
            self.findings.set(Finder::Parse(path.clone()), found);
            self.findings.set(Finder::Calls(path.clone()), calls);
            (path, parsed)
        });
        parsed.collect()
    }

    /// Takes over the answers to warnings. What is not published is not warned about.
    fn take_answers(
        &mut self,
        parsed: BTreeMap<SourcePath, Option<ParsedFile>>,
        options: &Options,
    ) {
        for (path, file) in parsed {
            let mut answers = file.map(|file| file.answers).unwrap_or_default();
            let is_hidden = self.drafts.hide(&path);
            answers.retain(|it| options.drafts || !is_hidden && !it.is_draft);
            self.findings.set_answers(&path, answers);
        }
    }

    /// Looks for drafts in changed texts. Returns whether all texts must be parsed again, because some are hidden now or
    /// hidden no more.
    pub(super) fn update_drafts(
        &mut self,
        changes: &mut Changes,
        tree: &SourceTree,
        options: &Options,
    ) -> bool {
        let is_updated = !options.drafts && self.drafts.update(changes, tree, &self.settings);
        if is_updated {
            self.news.mark_stale();
        }
        is_updated
    }

    /// Looks into the changed files that are copied for what browsers would run.
    fn check_files(&mut self, changes: &Changes, files: &Files) {
        let settings = &self.settings;
        let check = |path: &SourcePath| {
            let file = files.get(path).filter(|_| !settings.trusts(path));
            let fault = |code| Diagnostic::new(code, Place::whole(path));
            let found = file.and_then(active::refusal).map(|refusal| match refusal {
                Refusal::Active(reason) => fault(Code::ActiveFile)
                    .label("detail", reason)
                    .text("file", path.as_str()),
                Refusal::Page => fault(Code::MisnamedFile).text("detail", ".md"),
            });
            (path.clone(), Vec::from_iter(found))
        };
        let found: Vec<_> = changes.assets.par_iter().map(check).collect();
        for (path, found) in found {
            self.findings.set(Finder::Active(path), found);
        }
    }

    /// Resolves the references of what is new, or depends on what is new. Returns what looks different.
    fn resolve(
        &mut self,
        parsed: &BTreeMap<SourcePath, Option<ParsedFile>>,
        changes: &Changes,
        files: &Files,
        inputs: Inputs<'_>,
    ) -> Changed {
        let Inputs {
            tree, day, options, ..
        } = inputs;
        let statics = self.theme.iter().flat_map(|theme| &theme.static_files);
        let mut reserved: Vec<OutputPath> = statics.map(|it| it.path.clone()).collect();
        reserved.extend(plan::index_outputs(&self.settings));
        reserved.push(plan::not_found_output());
        reserved.push(OutputPath::file(MANIFEST));
        if self.settings.has_search() {
            reserved.push(OutputPath::file(search::FOLDER));
        }
        let input = Input {
            parsed,
            texts: &tree.texts,
            assets: files,
            touched_assets: &changes.assets,
            settings: &self.settings,
            settings_path: &tree.settings.path,
            vocabulary: &self.vocabulary,
            reserved: &reserved,
            drafts: (!options.drafts).then_some(&self.drafts),
        };
        let mut changed = self.graph.update(input, &mut self.findings);
        let site = self.graph.site(input, day, &mut self.findings);
        if self.site.as_ref() != Some(&site) {
            if self.site.as_ref().is_some_and(|before| before.day() != day) {
                self.rules = Memo::default();
                changed.insert(graph::day());
                self.outputs.invalidate(&Reason::Day);
            } else {
                self.outputs.invalidate(&Reason::Settings);
            }
            self.site = Some(site);
        }
        changed
    }

    /// Checks the rules for each thing that is new, or for which they looked at what has changed; and for the site.
    fn check_rules(&mut self, changed: &Changed) {
        let Some(site) = &self.site else { return };
        let mut stale = self.rules.stale(changed);
        if self.rules.is_empty() {
            stale.extend(self.graph.all().map(Some));
        }
        stale.extend(graph::changed_facts(changed).map(Some));
        stale.insert(None);
        let stale: Vec<_> = stale.into_iter().collect();
        let graph = &self.graph;
        let check = |subject: &Option<graph::AnyLink>| {
            if subject.is_some_and(|link| !graph.has(link)) {
                return None;
            }
            let recorder = DependencyRecorder::default();
            let context = rules::Context {
                graph: graph::Reader::new(graph, &recorder),
                site,
                subject: *subject,
            };
            Some((rules::check(context), recorder.finish()))
        };
        let found: Vec<Option<(Vec<Diagnostic>, _)>> = stale.par_iter().map(check).collect();
        for (subject, found) in stale.into_iter().zip(found) {
            let found = match found {
                Some((found, dependencies)) => {
                    self.rules.put(subject, (), dependencies);
                    found
                }
                None => {
                    self.rules.remove(&subject);
                    Vec::new()
                }
            };
            self.findings.set(Finder::Rules(subject), found);
        }
    }

    /// Brings up to date the long lists and what the history tells, and adds to what has changed what of them has.
    fn update_lists(&mut self, changed: &mut Changed) {
        let (graph, locales) = (&self.graph, &self.locales);
        let (listed, indexed) = rayon::join(
            || self.listings.update(graph, locales, changed),
            || self.index.update(graph, locales, changed),
        );
        let declared = self.site.as_ref().map(|site| {
            let lists = &mut self.theme_lists;
            lists.update(graph, site, locales, changed)
        });
        changed.extend(listed);
        changed.extend(indexed);
        changed.extend(declared.into_iter().flatten());
        let place = |list: &str| self.declared_lists.section(list);
        let faults = self.theme_lists.faults(graph, place);
        self.findings.set(Finder::ThemeLists, faults);
        changed.extend(self.news.update(&self.drafts));
    }

    /// Plans which outputs there are, and which of them are stale. Returns whether pages may be at other addresses.
    fn plan(&mut self, changed: &Changed, changes: &Changes, inputs: Inputs<'_>) -> bool {
        let Some(site) = &self.site else { return true };
        let context = plan::PlanContext {
            graph: &self.graph,
            listings: &self.listings,
            index: &self.index,
            theme_lists: &self.theme_lists,
            news: &self.news,
            site,
        };
        let (settings, explain) = (&inputs.tree.settings.path, inputs.options.explain);
        let findings = &mut self.findings;
        let have_moved = (self.outputs).plan(context, settings, changed, explain, findings);
        self.outputs.note_copies(changes);
        have_moved
    }

    /// Looks for the addresses that were published. What errors hide is not missed, so it is done when there are no others.
    fn check_addresses(&mut self, may_differ: bool, inputs: Inputs<'_>) {
        let (Some(site), Some(list)) = (&self.site, &inputs.tree.addresses) else {
            self.findings.set(Finder::Addresses, Vec::new());
            self.missed_pages.clear();
            return;
        };
        let each = inputs.each_lost_address;
        let is_checked = self.checked_addresses == Some(each);
        if is_checked && !may_differ && !self.findings.has_errors(false) {
            return;
        }
        self.findings.set(Finder::Addresses, Vec::new());
        self.missed_pages.clear();
        self.checked_addresses = (!self.findings.has_errors(false)).then_some(each);
        if self.checked_addresses.is_some() {
            let is_written = |file: &SourcePath| inputs.tree.texts.contains_key(file);
            let lost = addresses::lost(
                &self.graph,
                site,
                (&list.path, &list.text()),
                &self.moved_pages,
                is_written,
                each,
            );
            self.findings.set(Finder::Addresses, lost.faults);
            self.missed_pages = lost.unknown;
        }
    }

    /// Brings up to date the images that stale pages show.
    fn update_images(&mut self, changed: &Changed, files: &Files, inputs: Inputs<'_>) {
        let resizing = Resizing {
            assets: files,
            wanted: self.theme.as_ref().map(|theme| &theme.images),
            cache: inputs.options.cache.as_deref(),
            publish: inputs.options.pages,
        };
        self.outputs
            .update_images(&self.graph, changed, resizing, &mut self.findings);
    }

    /// Renders the stale pages; without pages, tries some of them.
    fn render(&mut self, files: &Files, inputs: Inputs<'_>, meter: &Meter) -> End {
        let (Some(site), Some(theme)) = (&self.site, &self.theme) else {
            return End::Complete;
        };
        let context = plan::PlanContext {
            graph: &self.graph,
            listings: &self.listings,
            index: &self.index,
            theme_lists: &self.theme_lists,
            news: &self.news,
            site,
        };
        let renderer = Renderer {
            context,
            locales: &self.locales,
            theme,
            meter,
        };
        if !inputs.options.pages {
            self.outputs.try_pages(renderer, &mut self.findings);
            return End::Checked;
        }
        self.outputs.copy(files, theme, inputs.store);
        self.outputs
            .render(renderer, inputs.store, inputs.observer, &mut self.findings)
    }
}
