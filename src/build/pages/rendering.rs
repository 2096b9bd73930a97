//! The making of stale pages, and of the index of the search beside them.

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
use crate::content::pages::plan::Planned;
use crate::incremental::memo::{Looked, Reads};
use crate::site::search::PageText;

/// Pages to be made.
pub(super) type Stale = Vec<(Planned, Why)>;

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
    words: Option<PageText>,
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
        let room = Room {
            press,
            shelf,
            watcher,
            showing: showing.as_ref(),
            may_be_left,
        };
        let mut end = match self.render_stale(stale, room, ledger) {
            true => End::Made,
            false => End::Outdated,
        };
        // The index of the search takes longer than the pages.
        if self.search.is_some() && watcher.is_outdated() {
            end = End::Outdated;
        }
        end
    }

    /// Makes pages. Whether none were left, because the watcher did not leave time for them.
    fn render_stale(&mut self, stale: Stale, room: Room<'_>, ledger: &mut Ledger) -> bool {
        let Room { press, shelf, .. } = room;
        let make = |page: &Planned| -> Result<Made, Box<Diagnostic>> {
            let reads = Reads::default();
            let html = press.html(page, &self.images, &reads)?;
            let digest = Digest::of(html.as_bytes());
            let is_other = self.made.get(page.id) != Some(&digest);
            let is_found = is_other && self.search.is_some() && page.id.is_found();
            Ok(Made {
                digest,
                words: is_found.then(|| PageText::of(&html)),
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
            self.stale.insert(page.id, why);
        }
        !was_left
    }

    /// Makes the index of the search, if its pages have changed. Whether it had to be made.
    pub(in crate::build) fn search(&mut self, watcher: &dyn Watcher, ledger: &mut Ledger) -> bool {
        let Some(search) = &mut self.search else {
            return false;
        };
        watcher.stage(Stage::Search);
        let index = search.build();
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
    fn take_over(&mut self, page: &Planned, made: Made, locales: &[Locale]) {
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
