//! The owners of outputs. Paths that differ only in case or in the form of Unicode are the same output, because some hosts
//! do not distinguish them.

use std::collections::{BTreeSet, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::OutputPath;
use crate::base::source::SETTINGS_FILE;
use crate::content::graph::link::AnyLink;

/// The owners of all outputs.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct OutputOwners {
    /// The outputs by their folded path. More than one for a path is a fault.
    files: HashMap<OutputPath, Vec<OwnedOutput>>,
    /// The number of outputs in each folder.
    folders: HashMap<String, usize>,
    /// The paths with several owners.
    duplicates: BTreeSet<String>,
    /// The paths at which nothing can be published.
    unpublishable: BTreeSet<String>,
    /// The paths of files that are also folders of other outputs.
    files_used_as_folders: BTreeSet<String>,
}

/// The owner of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum Owner {
    /// No content: the theme, the index from A to Z, or the search.
    Reserved,
    /// The page of an entity.
    Page(AnyLink),
    /// A file that is copied.
    Asset,
    /// The redirect from an old address of an entity.
    Alias(AnyLink),
}

#[derive(Debug, BorshSerialize, BorshDeserialize)]
struct OwnedOutput {
    owner: Owner,
    path: OutputPath,
    place: Place,
}

impl OutputOwners {
    /// Adds an owner of an output. `place` is reported if there is another.
    pub fn add(&mut self, path: &OutputPath, owner: Owner, place: Place) {
        let key = path.folded();
        let outputs = self.files.entry(key.clone());
        let outputs = outputs.or_insert_with(|| Vec::with_capacity(1));
        outputs.push(OwnedOutput {
            owner,
            path: path.clone(),
            place,
        });
        if path.fault().is_some() {
            self.unpublishable.insert(key.as_str().to_owned());
        }
        match outputs.len() {
            1 => self.add_path(&key),
            _ => drop(self.duplicates.insert(key.as_str().to_owned())),
        }
    }

    /// Removes an owner of an output.
    pub fn remove(&mut self, path: &OutputPath, owner: Owner, place: &Place) {
        let key = path.folded();
        let Some(outputs) = self.files.get_mut(&key) else {
            return;
        };
        let is_same =
            |it: &OwnedOutput| it.owner == owner && it.path == *path && it.place == *place;
        if let Some(at) = outputs.iter().position(is_same) {
            outputs.swap_remove(at);
        }
        if outputs.len() < 2 {
            self.duplicates.remove(key.as_str());
        }
        if outputs.is_empty() {
            self.files.remove(&key);
            self.unpublishable.remove(key.as_str());
            self.remove_path(&key);
        }
    }

    /// The place of an output for which another cannot be published at a path: it is there, or is a file where that one
    /// needs a folder. Returns `None` if there is none.
    pub fn obstacle_to(&self, path: &OutputPath) -> Option<&Place> {
        let key = path.folded();
        let needed = std::iter::once(key.as_str()).chain(folders_of(&key));
        let mut there = needed.filter_map(|path| self.files.get(path)?.first());
        there.next().map(|output| &output.place)
    }

    /// Whether an output has a path, or is in a folder of that name.
    pub fn is_taken(&self, path: &OutputPath) -> bool {
        let key = path.folded();
        self.folders.contains_key(key.as_str()) || self.files.contains_key(&key)
    }

    /// Reports outputs that cannot be published, outputs with several owners, and files that are also folders of other outputs.
    pub fn faults(&self) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        for key in &self.unpublishable {
            faults.extend(self.outputs_at(key).filter_map(unpublishable));
        }
        for key in &self.duplicates {
            let mut outputs = self.outputs_at(key);
            if let Some(first) = outputs.next() {
                faults.extend(outputs.map(|output| fault(output, &output.path.address(), first)));
            }
        }
        if !self.files_used_as_folders.is_empty() {
            let mut paths: Vec<&str> = self.files.keys().map(OutputPath::as_str).collect();
            paths.sort_unstable();
            for path in paths {
                let folder =
                    folders(path).find(|folder| self.files_used_as_folders.contains(*folder));
                let Some(folder) = folder else { continue };
                if let (Some(inside), Some(file)) =
                    (self.outputs_at(path).next(), self.outputs_at(folder).next())
                {
                    faults.push(fault(inside, folder, file));
                }
            }
        }
        faults
    }

    /// The outputs with a path, in an order that does not depend on the order of updates.
    fn outputs_at(&self, key: &str) -> impl Iterator<Item = &OwnedOutput> {
        let mut outputs: Vec<&OwnedOutput> = self.files.get(key).into_iter().flatten().collect();
        let order = |it: &OwnedOutput| (it.owner.rank(), format!("{:?}", it.place));
        outputs.sort_by_cached_key(|it| order(it));
        outputs.into_iter()
    }

    fn add_path(&mut self, path: &OutputPath) {
        let key = path.as_str();
        if self.folders.contains_key(key) {
            self.files_used_as_folders.insert(key.to_owned());
        }
        for folder in folders_of(path) {
            *self.folders.entry(folder.to_owned()).or_default() += 1;
            if self.files.contains_key(folder) {
                self.files_used_as_folders.insert(folder.to_owned());
            }
        }
    }

    fn remove_path(&mut self, path: &OutputPath) {
        self.files_used_as_folders.remove(path.as_str());
        for folder in folders_of(path) {
            if let Some(count) = self.folders.get_mut(folder) {
                *count -= 1;
                if *count == 0 {
                    self.folders.remove(folder);
                    self.files_used_as_folders.remove(folder);
                }
            }
        }
    }
}

impl Owner {
    /// Reports name the owner with the lowest rank as the first.
    fn rank(self) -> u8 {
        match self {
            Owner::Reserved => 0,
            Owner::Page(_) => 1,
            Owner::Asset => 2,
            Owner::Alias(_) => 3,
        }
    }
}

fn fault(output: &OwnedOutput, address: &str, first: &OwnedOutput) -> Diagnostic {
    let is_generated = |it: &OwnedOutput| it.place.file.as_str() == SETTINGS_FILE;
    // Of a page and a list that the site makes by itself, an editor changes the page.
    let (output, first) = match is_generated(output) {
        true => (first, output),
        false => (output, first),
    };
    let fault = Diagnostic::new(Code::DuplicateAddress, output.place.clone());
    let fault = fault
        .related(first.place.clone())
        .text("address", format!("/{address}"));
    match is_generated(first) {
        true => fault.hint("generated"),
        false => fault,
    }
}

/// Reports an output that cannot be published. Returns `None` if it can.
fn unpublishable(output: &OwnedOutput) -> Option<Diagnostic> {
    let hint = output.path.fault()?.hint();
    let fault = Diagnostic::new(Code::UnpublishableAddress, output.place.clone());
    let address = format!("/{}", output.path);
    Some(fault.text("address", address).hint(hint))
}

/// The folders that an output needs. One that cannot be published needs none: it may name thousands.
fn folders_of(path: &OutputPath) -> impl Iterator<Item = &str> {
    let publishable = path.fault().is_none().then(|| folders(path.as_str()));
    publishable.into_iter().flatten()
}

fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at))
}
