//! The making of stale pages, and of the index of the search beside them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::showing::Showing;
use super::{FEW, Pages, Why};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::digest::Digest;
use crate::base::output::{Content as Bytes, Output, Shelf};
use crate::base::source::SourcePath;
use crate::build::press::Press;
use crate::build::way::End;
use crate::build::{Stage, Watcher};
use crate::content::findings::{Finder, Ledger};
use crate::content::locale::Locale;
use crate::content::pages::plan::PlannedPage;
use crate::incremental::memo::{Looked, Reads};
use crate::site::search::{PartName, Search, Words};

/// Pages to be made.
pub(super) type Stale = Vec<(PlannedPage, Why)>;

/// Pages to be made, and the part of the index in which they are.
struct Batch {
    part: Option<PartName>,
    stale: Stale,
}

/// What is around while pages are made.
#[derive(Clone, Copy)]
struct Room<'a> {
    press: Press<'a>,
    shelf: &'a dyn Shelf,
    watcher: &'a dyn Watcher,
    showing: Option<&'a Showing>,
    may_be_left: bool,
}

/// A page that was made.
struct Made {
    digest: Digest,
    /// Its bytes, if they are others than the last time.
    content: Option<Bytes>,
    /// What a search finds in it, if that can have changed.
    words: Option<Words>,
    reads: Looked,
}

impl Pages {
    /// Makes the stale pages, or as many as the watcher leaves time for.
    pub(in crate::build) fn render(
        &mut self,
        press: Press<'_>,
        shelf: &dyn Shelf,
        watcher: &dyn Watcher,
        ledger: &mut Ledger,
    ) -> End {
        let stale = std::mem::take(&mut self.stale).into_iter();
        let stale = stale.filter_map(|(id, why)| {
            let page = self.page(id)?.clone();
            Some((page, why))
        });
        let stale: Stale = stale.collect();
        watcher.stage(Stage::Render(stale.len()));
        let may_be_left = stale.len() > FEW;
        let showing = self.show(&stale, press, watcher);
        let mut end = End::Made;
        for batch in self.batches(stale, press.locales) {
            let room = Room {
                press,
                shelf,
                watcher,
                showing: showing.as_ref(),
                may_be_left,
            };
            if !self.render_batch(batch, room, ledger) {
                end = End::Outdated;
            }
        }
        // The index of the search takes longer than the pages.
        if self.search.is_some() && watcher.is_outdated() {
            end = End::Outdated;
        }
        end
    }

    /// The pages of one part of the index after those of another, so that a part can be made while the next pages are.
    /// All in one batch where most pages stay as they are.
    fn batches(&mut self, stale: Stale, locales: &[Locale]) -> Vec<Batch> {
        let are_most = stale.len() > self.contents / 2;
        let search = self.search.as_mut().filter(|_| are_most);
        let Some(search) = search else {
            return vec![Batch { part: None, stale }];
        };
        let language = |page: &PlannedPage| {
            let language = locales.get(page.id.language()).map(|it| &it.language);
            language.filter(|_| page.id.is_searchable())
        };
        let found = stale
            .iter()
            .filter_map(|(page, _)| Some((language(page)?, &page.path)));
        search.expect(found);
        let mut batches: BTreeMap<Option<PartName>, Stale> = BTreeMap::new();
        for (page, why) in stale {
            let part = language(&page).map(|it| search.part(it, &page.path));
            batches.entry(part).or_default().push((page, why));
        }
        let batches = batches.into_iter();
        batches.map(|(part, stale)| Batch { part, stale }).collect()
    }

    /// Makes pages. Whether none were left, because the watcher did not leave time for them.
    fn render_batch(
        &mut self,
        Batch { part, stale }: Batch,
        room: Room<'_>,
        ledger: &mut Ledger,
    ) -> bool {
        let Room { press, shelf, .. } = room;
        let make = |page: &PlannedPage| -> Result<Made, Box<Diagnostic>> {
            let reads = Reads::default();
            let html = press.html(page, &self.images, &reads)?;
            let digest = Digest::of(html.as_bytes());
            let is_other = self.made.get(page.id) != Some(&digest);
            let is_found = is_other && self.search.is_some() && page.id.is_searchable();
            Ok(Made {
                digest,
                words: is_found.then(|| Words::of(&html)),
                content: is_other.then(|| shelf.keep(html.into_bytes())),
                reads: reads.settled(),
            })
        };
        let rendered: Vec<_> = stale
            .par_iter()
            // A few large pages beside many small ones are not all for one processor.
            .with_max_len(1)
            .map(|(page, _)| {
                if room.may_be_left && room.watcher.is_outdated() {
                    return None;
                }
                room.watcher.step();
                if let Some(showing) = room.showing {
                    showing.serve(|page| self.only_shown(page, press));
                }
                Some(make(page))
            })
            .collect();
        let mut is_whole = true;
        let mut was_left = false;
        for ((page, why), result) in stale.into_iter().zip(rendered) {
            match result {
                Some(Ok(made)) => {
                    self.take_over(&page, made, press.locales);
                    self.unpublished.insert(page.id, why);
                    continue;
                }
                Some(Err(fault)) => ledger.set(Finder::Page(page.id), vec![*fault]),
                None => was_left = true,
            }
            is_whole = false;
            self.stale.insert(page.id, why);
        }
        if let (Some(search), Some(part), true) = (&mut self.search, part, is_whole) {
            search.begin(part);
        }
        !was_left
    }

    /// Makes no index of the search, because these pages will not be published.
    pub(in crate::build) fn stop_search(&mut self) {
        self.search.iter_mut().for_each(Search::stop);
    }

    /// Makes the index of the search, if its pages have changed. Whether it had to be made.
    pub(in crate::build) fn search(&mut self, watcher: &dyn Watcher, ledger: &mut Ledger) -> bool {
        let Some(search) = &mut self.search else {
            return false;
        };
        watcher.stage(Stage::Search);
        let index = search.index();
        let place = || Place::whole(&SourcePath::new("site.toml"));
        let fault = index.as_ref().err().map(|error| {
            Diagnostic::new(Code::SearchFailed, place()).text("detail", error.to_string())
        });
        ledger.set(Finder::Search, fault.into_iter().collect());
        let Ok(Some(files)) = index else {
            return false;
        };
        self.pending.put_all(files, &mut self.indexed);
        true
    }

    /// Takes over a page that was made.
    fn take_over(&mut self, page: &PlannedPage, made: Made, locales: &[Locale]) {
        self.made.put(page.id, made.digest, made.reads);
        let language = locales.get(page.id.language()).map(|it| &it.language);
        if let (Some(search), Some(language), Some(words)) =
            (&mut self.search, language, made.words)
        {
            search.put(language, &page.path, words);
        }
        if let Some(content) = made.content {
            self.pending.put(Output {
                path: page.path.clone(),
                content,
                digest: made.digest,
            });
        }
    }
}
