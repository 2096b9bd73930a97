//! Every output at an address of its own, also where a host does not tell `A` from `a`.

use std::collections::BTreeMap;

use super::Input;
use crate::domain::graph::Graph;
use crate::domain::graph::entity::AnyLink;
use crate::domain::graph::site::in_language;
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::output::OutputPath;

/// The pages by their address: `novara/`.
pub(super) type Addresses = BTreeMap<String, AnyLink>;

/// Reports outputs that are at one address, and gives the pages by theirs.
pub(super) fn check(graph: &Graph, input: &Input<'_>, faults: &mut Vec<Diagnostic>) -> Addresses {
    let mut taken = Taken {
        files: BTreeMap::new(),
        faults,
    };
    for path in input.reserved {
        taken.take(path, Place::whole(input.settings_path));
    }
    let languages = input.settings.all_languages();
    let site_language = input.settings.default_language();
    let mut addresses = Addresses::new();
    for link in graph.all() {
        let node = graph.node(link);
        let by_id = node.origin.registry;
        let place = if by_id {
            node.at(|it| it.key("id"))
        } else {
            Place::whole(&node.origin.file)
        };
        for language in &languages {
            let path = in_language(&node.output, language, &site_language);
            taken.take(&path, place.clone());
        }
        addresses.insert(node.output.address(), link);
    }
    for asset in input.assets.values() {
        taken.take(
            &asset_output(asset.path.as_str()),
            Place::whole(&asset.path),
        );
    }
    for link in graph.all() {
        let node = graph.node(link);
        for (index, alias) in graph.common(link).aliases.iter().enumerate() {
            taken.take(
                &alias_output(alias.as_str()),
                node.at(|it| it.key("aliases").index(index)),
            );
        }
    }
    taken.no_file_is_a_folder();
    addresses
}

/// Where an asset is published.
pub fn asset_output(path: &str) -> OutputPath {
    OutputPath::file(path.strip_prefix("content/").unwrap_or(path))
}

/// Where the redirect of an alias is published.
pub fn alias_output(alias: &str) -> OutputPath {
    if alias.ends_with(".html") || alias.ends_with(".htm") {
        OutputPath::file(alias)
    } else {
        OutputPath::page(alias)
    }
}

struct Taken<'a> {
    files: BTreeMap<String, Place>,
    faults: &'a mut Vec<Diagnostic>,
}

impl Taken<'_> {
    fn take(&mut self, path: &OutputPath, place: Place) {
        let key = path.as_str().to_lowercase();
        match self.files.get(&key) {
            Some(first) => {
                let fault = Diagnostic::new(Code::DuplicateAddress, place).related(first.clone());
                self.faults
                    .push(fault.text("address", format!("/{}", path.address())));
            }
            None => {
                self.files.insert(key, place);
            }
        }
    }

    /// `a` and `a/index.html` cannot both be on one disk.
    fn no_file_is_a_folder(&mut self) {
        for (path, place) in &self.files {
            let folders = path.match_indices('/').filter_map(|(at, _)| path.get(..at));
            if let Some((folder, file)) = folders
                .filter_map(|it| Some((it, self.files.get(it)?)))
                .next()
            {
                let fault =
                    Diagnostic::new(Code::DuplicateAddress, place.clone()).related(file.clone());
                self.faults
                    .push(fault.text("address", format!("/{folder}")));
            }
        }
    }
}
