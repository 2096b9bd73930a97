//! The update of a graph. Only new entities, and those that depend on a change, are resolved again.

use std::sync::Arc;

use rayon::prelude::*;

use super::Graph;
use super::body_facet;
use super::directory::{DirectoryChanges, Owner, PageTranslation, asset_output, claims};
use super::input::Input;
use super::key_space::KeySpace;
use super::keys::{self, Facet};
use super::link::AnyLink;
use super::resolve::{self, Candidates, ResolutionContext, Resolved};
use super::site::{Site, SiteDay};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;
use crate::content::findings::{Finder, Findings};
use crate::content::parse::{FileContent, FileKind, ParsedFile, classify, copy_fault, original};
use crate::incremental::memo::{Changed, Dependencies, DependencyRecorder};

/// The number of entities that are resolved in parallel before they are stored. A resolved entity needs more memory than a
/// stored one.
const ENTITIES_PER_BATCH: usize = 1000;

impl Graph {
    /// Updates the graph, and returns the keys that have changed. If there are errors, the graph is incomplete and must not
    /// be published.
    pub fn update(&mut self, input: Input<'_>, findings: &mut Findings) -> Changed {
        let mut changes = DirectoryChanges::default();
        for (path, file) in input.parsed {
            self.update_file(path, file.as_ref(), input, &mut changes, findings);
        }
        self.update_assets(input, &mut changes);
        self.update_reserved(input, &mut changes);
        self.directory
            .add_generated(&input.site_context(), &mut changes);
        for name in &changes.names {
            let duplicates = self.directory.duplicates(name, &input.site_context());
            findings.set(Finder::Name(name.clone()), duplicates);
        }
        if changes.outputs {
            findings.set(Finder::Outputs, self.directory.output_owners.faults());
            changes.changed.insert(KeySpace::Outputs.single());
        }
        let changed = self.resolve(input, changes, findings);
        if keys::changed_facts(&changed).next().is_some() {
            findings.set(Finder::Parents, super::cycles::parent_cycles(self));
        }
        changed
    }

    /// The settings with the targets of their links.
    pub fn site(&self, input: Input<'_>, day: SiteDay, findings: &mut Findings) -> Site {
        let (site, faults) =
            resolve::site(self.resolution_context(input, &Candidates::default()), day);
        findings.set(Finder::Site, faults);
        site
    }

    fn update_file(
        &mut self,
        path: &SourcePath,
        file: Option<&ParsedFile>,
        input: Input<'_>,
        changes: &mut DirectoryChanges,
        findings: &mut Findings,
    ) {
        let before = match file.and_then(|it| it.text_of_broken.clone()) {
            Some(text) => self.broken_texts.insert(path.clone(), text),
            None => self.broken_texts.remove(path),
        };
        if before.is_some() {
            findings.set(Finder::BrokenText(path.clone()), Vec::new());
        }
        if let FileKind::Translation(language) = classify(path, input.settings) {
            let original = original(path, input.settings);
            let translation = file.and_then(page_translation);
            let is_translation = translation.is_some();
            self.directory
                .set_translation(&original, &language, translation, changes);
            check_original(path, is_translation, input, findings);
        } else {
            let translations = self.directory.translations_of(path).into_iter().flatten();
            translations.for_each(|it| check_original(&it.file, true, input, findings));
            check_copies(path, input, findings);
        }
        let claimed = file.filter(|it| !matches!(it.content, FileContent::Translation(..)));
        let (claims, faults) = match claimed {
            Some(file) => {
                let (claims, faults) = claims(file, input.settings, input.drafts);
                (Some(claims), faults)
            }
            None => (None, Vec::new()),
        };
        findings.set(Finder::Claims(path.clone()), faults);
        self.directory
            .set_claims(path, claims, &input.site_context(), changes);
    }

    fn update_assets(&mut self, input: Input<'_>, changes: &mut DirectoryChanges) {
        for path in input.touched_assets {
            let (output, place) = (asset_output(path.as_str()), Place::whole(path));
            changes.changed.insert(KeySpace::FileContent.hash(&output));
            let (was, is) = (self.assets.contains(path), input.assets.contains_key(path));
            match (was, is) {
                (false, true) => {
                    self.assets.insert(path.clone());
                    self.directory
                        .output_owners
                        .add(&output, Owner::Asset, place);
                }
                (true, false) => {
                    self.assets.remove(path);
                    let owners = &mut self.directory.output_owners;
                    owners.remove(&output, Owner::Asset, &place);
                }
                _ => continue,
            }
            changes.outputs = true;
            changes.changed.insert(KeySpace::File.hash(path.as_str()));
            changes.changed.insert(KeySpace::Files.single());
        }
    }

    fn update_reserved(&mut self, input: Input<'_>, changes: &mut DirectoryChanges) {
        if self.reserved == input.reserved {
            return;
        }
        let place = Place::whole(input.settings_path);
        let owners = &mut self.directory.output_owners;
        for path in &self.reserved {
            owners.remove(path, Owner::Reserved, &place);
        }
        for path in input.reserved {
            owners.add(path, Owner::Reserved, place.clone());
        }
        self.reserved = input.reserved.to_vec();
        changes.outputs = true;
    }

    /// Resolves the new and changed entities, and those that depend on a change.
    fn resolve(
        &mut self,
        input: Input<'_>,
        changes: DirectoryChanges,
        findings: &mut Findings,
    ) -> Changed {
        let mut changed = changes.changed;
        let is_first = self.resolved.is_empty();
        for link in changes.removed {
            self.remove_entity(link, &mut changed);
            findings.set(Finder::Links(link), Vec::new());
        }
        let mut stale = self.resolved.stale(&changed);
        stale.extend(changes.updated);
        let stale: Vec<AnyLink> = stale.into_iter().collect();
        let candidates = Candidates::default();
        for batch in stale.chunks(ENTITIES_PER_BATCH) {
            let resolved = self
                .resolution_context(input, &candidates)
                .resolve_all(batch);
            for (link, resolved) in batch.iter().zip(resolved) {
                let Some((resolved, dependencies)) = resolved else {
                    continue;
                };
                (resolved.commit)(self, &mut changed);
                findings.set(Finder::Links(*link), resolved.faults);
                self.resolved.put(*link, (), dependencies);
            }
        }
        let context = self.resolution_context(input, &candidates);
        for (path, text) in &self.broken_texts {
            let faults = context.faults_of_text(path, text);
            findings.set(Finder::BrokenText(path.clone()), faults);
        }
        if is_first {
            self.backlinks.shrink_to_fit();
            self.bodies.shrink_to_fit();
            self.organizations.shrink_to_fit();
        }
        changed
    }

    fn remove_entity(&mut self, link: AnyLink, changed: &mut Changed) {
        let relations = self.relations_of(link);
        let facets = match link {
            AnyLink::Body(body) => body_facet::all(&self.bodies[body]).collect(),
            _ => Vec::new(),
        };
        if self.remove(link) {
            let targets = self.backlinks.replace(link, &relations, &[]);
            let targets = targets.into_iter();
            changed.extend(targets.flat_map(|it| keys::changed_relations(link, it)));
            changed.extend(Facet::ALL.map(|facet| keys::facet(facet, link)));
            changed.insert(KeySpace::History.of(link));
            changed.insert(KeySpace::Addresses.single());
            changed.extend(keys::body_facets(link, facets));
            self.resolved.remove(&link);
        }
    }

    fn resolution_context<'a>(
        &'a self,
        input: Input<'a>,
        candidates: &'a Candidates,
    ) -> ResolutionContext<'a> {
        ResolutionContext {
            directory: &self.directory,
            assets: input.assets,
            site: input.site_context(),
            candidates,
        }
    }
}

impl ResolutionContext<'_> {
    /// Resolves the references of entities. The result is `None` for those that do not exist.
    fn resolve_all(self, links: &[AnyLink]) -> Vec<Option<(Resolved, Dependencies)>> {
        let resolve = |link: &AnyLink| {
            let recorder = DependencyRecorder::default();
            let entity = self.directory.unresolved(*link)?;
            Some((self.resolve(*link, entity, &recorder), recorder.finish()))
        };
        links.par_iter().map(resolve).collect()
    }
}

fn page_translation(file: &ParsedFile) -> Option<PageTranslation> {
    match &file.content {
        FileContent::Translation(_, facts, text) => Some(PageTranslation {
            file: file.path.clone(),
            facts: Arc::clone(facts),
            text: Arc::clone(text),
        }),
        _ => None,
    }
}

/// Reports pages that seem to be copies of this one, and this one if it seems to be a copy.
fn check_copies(path: &SourcePath, input: Input<'_>, findings: &mut Findings) {
    let is_there = |it: &SourcePath| input.texts.contains_key(it);
    let stem = path.as_str().trim_end_matches(".md");
    let files = input.texts.range(SourcePath::new(stem)..);
    let files = files.map(|(file, _)| file);
    let files = files.take_while(|it| it.as_str().starts_with(stem));
    let beside = files.filter(|it| it.folder() == path.folder());
    let beside = beside.filter(|it| classify(it, input.settings) == FileKind::Page);
    findings.set(Finder::Original(path.clone()), Vec::new());
    for file in beside {
        let fault = copy_fault(file, input.settings, is_there);
        findings.set(Finder::Original(file.clone()), Vec::from_iter(fault));
    }
}

/// Reports the translation of a page that does not exist. A file that was removed or is broken is no translation.
fn check_original(
    path: &SourcePath,
    is_translation: bool,
    input: Input<'_>,
    findings: &mut Findings,
) {
    let original = original(path, input.settings);
    let is_orphan = is_translation && !input.texts.contains_key(&original);
    let fault = || {
        let fault = Diagnostic::new(Code::OrphanTranslation, Place::whole(path));
        fault.text("original", original.as_str())
    };
    let faults = is_orphan.then(fault).into_iter().collect();
    findings.set(Finder::Original(path.clone()), faults);
}
