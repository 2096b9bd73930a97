//! Menus and foot: where their entries lead.

use super::Input;
use super::addresses::Addresses;
use super::names::Names;
use super::texts::Atlas;
use crate::domain::graph::Graph;
use crate::domain::graph::site::{FooterEntry, MenuEntry, Site};
use crate::domain::graph::target::Target;
use crate::domain::settings::Vocabulary;
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::vocabulary::notation::scalar::Text;
use crate::vocabulary::source::SourcePath;

/// The settings with their links resolved.
pub(super) fn resolve(
    graph: &Graph,
    names: &Names,
    addresses: &Addresses,
    input: &Input<'_>,
    vocabulary: Vocabulary,
    faults: &mut Vec<Diagnostic>,
) -> Site {
    let settings = input.settings;
    let atlas = Atlas::new(graph, names, addresses, input);
    let mut entry = |title: Option<&Text>, to: &Text, path: NodePath| {
        let place = Place {
            file: input.settings_path.clone(),
            at: At::Value(path.key("to")),
        };
        MenuEntry {
            title: title.map(Text::to_string),
            target: target(&atlas, to.as_str(), place, faults),
        }
    };
    let root = NodePath::default();
    let menus = settings.menus.iter().map(|(name, items)| {
        let path = root.key("menus").key(name);
        let items = items.iter().enumerate();
        (
            name.clone(),
            items
                .map(|(at, item)| entry(item.title.as_ref(), &item.to, path.index(at)))
                .collect(),
        )
    });
    let menus = menus.collect();
    let links = settings
        .footer
        .iter()
        .flat_map(|footer| footer.links.iter().enumerate());
    let footer = links.map(|(at, link)| FooterEntry {
        entry: entry(
            link.title.as_ref(),
            &link.to,
            root.key("footer").key("links").index(at),
        ),
        duty: link.duty(),
    });
    let footer = footer.collect();
    Site {
        language: settings.default_language(),
        languages: settings.all_languages(),
        as_of: input.as_of,
        written: settings.clone(),
        vocabulary,
        menus,
        footer,
    }
}

fn target(atlas: &Atlas<'_>, to: &str, place: Place, faults: &mut Vec<Diagnostic>) -> Target {
    let scheme = to
        .split_once(':')
        .map_or("", |(scheme, _)| scheme)
        .to_ascii_lowercase();
    if !matches!(
        scheme.as_str(),
        "" | "ref" | "http" | "https" | "mailto" | "tel"
    ) {
        faults.push(Diagnostic::new(Code::UnsafeLink, place).text("destination", to));
        return Target::Broken;
    }
    // A path in the settings is one from `content/`.
    atlas.target(
        &SourcePath::new("content/site.toml"),
        to,
        false,
        place,
        faults,
    )
}
