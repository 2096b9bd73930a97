//! Every output at an address of its own, also where a host does not tell `A` from `a`.

use std::collections::{BTreeSet, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::OutputPath;
use crate::content::graph::entity::AnyLink;

/// Which outputs are taken, and by whom.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Taken {
    /// By the path in small letters.
    files: HashMap<OutputPath, Vec<Taker>>,
    /// How many taken paths lie in a folder.
    folders: HashMap<String, usize>,
    /// Paths that are taken more than once.
    crowded: BTreeSet<String>,
    /// Paths that are taken as a file and needed as a folder.
    blocked: BTreeSet<String>,
}

/// Who takes an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum Owner {
    /// The theme.
    Theme,
    /// A thing, for its page.
    Page(AnyLink),
    /// A file that is copied.
    Asset,
    /// A thing, for its old addresses.
    Alias(AnyLink),
}

#[derive(Debug, BorshSerialize, BorshDeserialize)]
struct Taker {
    owner: Owner,
    path: OutputPath,
    place: Place,
}

impl Taken {
    /// Takes an output. `place` is where to report that somebody else has it.
    pub fn take(&mut self, path: &OutputPath, owner: Owner, place: Place) {
        let key = path.to_lowercase();
        let takers = self.files.entry(key.clone());
        let takers = takers.or_insert_with(|| Vec::with_capacity(1));
        takers.push(Taker {
            owner,
            path: path.clone(),
            place,
        });
        match takers.len() {
            1 => self.enter(key.as_str()),
            _ => drop(self.crowded.insert(key.as_str().to_owned())),
        }
    }

    /// Gives an output back.
    pub fn give_back(&mut self, path: &OutputPath, owner: Owner, place: &Place) {
        let key = path.to_lowercase();
        let Some(takers) = self.files.get_mut(&key) else {
            return;
        };
        let its = |it: &Taker| it.owner == owner && it.path == *path && it.place == *place;
        if let Some(at) = takers.iter().position(its) {
            takers.swap_remove(at);
        }
        if takers.len() < 2 {
            self.crowded.remove(key.as_str());
        }
        if takers.is_empty() {
            self.files.remove(&key);
            self.leave(key.as_str());
        }
    }

    /// Where to report that somebody else needs an output that is taken.
    pub fn by(&self, path: &OutputPath) -> Option<&Place> {
        let takers = self.files.get(&path.to_lowercase())?;
        takers.first().map(|taker| &taker.place)
    }

    /// Reports outputs that are taken twice, and files that are needed as folders.
    pub fn faults(&self) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        for key in &self.crowded {
            let mut takers = self.takers(key);
            if let Some(first) = takers.next() {
                faults.extend(takers.map(|taker| fault(taker, &taker.path.address(), first)));
            }
        }
        if !self.blocked.is_empty() {
            let mut paths: Vec<&str> = self.files.keys().map(OutputPath::as_str).collect();
            paths.sort_unstable();
            for path in paths {
                let folder = folders(path).find(|folder| self.blocked.contains(*folder));
                let Some(folder) = folder else { continue };
                if let (Some(inside), Some(file)) =
                    (self.takers(path).next(), self.takers(folder).next())
                {
                    faults.push(fault(inside, folder, file));
                }
            }
        }
        faults
    }

    /// Who takes a path, in an order that does not tell who came first.
    fn takers(&self, key: &str) -> impl Iterator<Item = &Taker> {
        let mut takers: Vec<&Taker> = self.files.get(key).into_iter().flatten().collect();
        let order = |it: &Taker| (it.owner.rank(), format!("{:?}", it.place));
        takers.sort_by_cached_key(|it| order(it));
        takers.into_iter()
    }

    fn enter(&mut self, key: &str) {
        if self.folders.contains_key(key) {
            self.blocked.insert(key.to_owned());
        }
        for folder in folders(key) {
            *self.folders.entry(folder.to_owned()).or_default() += 1;
            if self.files.contains_key(folder) {
                self.blocked.insert(folder.to_owned());
            }
        }
    }

    fn leave(&mut self, key: &str) {
        self.blocked.remove(key);
        for folder in folders(key) {
            if let Some(count) = self.folders.get_mut(folder) {
                *count -= 1;
                if *count == 0 {
                    self.folders.remove(folder);
                    self.blocked.remove(folder);
                }
            }
        }
    }
}

impl Owner {
    /// Of two that take an output, the one that is named as the first.
    fn rank(self) -> u8 {
        match self {
            Owner::Theme => 0,
            Owner::Page(_) => 1,
            Owner::Asset => 2,
            Owner::Alias(_) => 3,
        }
    }
}

fn fault(taker: &Taker, address: &str, first: &Taker) -> Diagnostic {
    let fault = Diagnostic::new(Code::DuplicateAddress, taker.place.clone());
    fault
        .related(first.place.clone())
        .text("address", format!("/{address}"))
}

/// The folders above a path.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at))
}
