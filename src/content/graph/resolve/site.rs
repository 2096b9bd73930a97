//! Menus and foot: where their entries lead.

use std::sync::Arc;

use super::World;
use super::lookup::Resolver;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::graph::directory::asset_output;
use crate::content::graph::site::{FooterEntry, MenuEntry, Site};
use crate::content::graph::target::Target;
use crate::content::settings::LocalText;
use crate::incremental::memo::Reads;
use crate::notation::scalar::Text;

/// Paths in the settings begin in the folder of this file.
const CONTENT: &str = "content/site.toml";

/// The settings with their links resolved.
pub(in crate::content::graph) fn resolve(world: World<'_>, as_of: Date) -> (Site, Vec<Diagnostic>) {
    let settings = world.around.settings;
    // Made anew each time, so that nobody need know at what it looked.
    let reads = Reads::default();
    let mut resolver = world.resolver(&reads);
    let mut entry = |title: Option<&LocalText>, to: &Text, path: NodePath| {
        let place = || Place {
            file: world.around.settings_path.clone(),
            at: At::Value(path.key("to")),
        };
        MenuEntry {
            title: title.cloned(),
            target: target(&mut resolver, to.as_str(), &place),
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
    let logo = settings.logo.as_ref();
    let logo = logo.and_then(|file| logo_file(&mut resolver, file.as_str(), &world));
    let site = Site {
        logo,
        language: settings.default_language(),
        languages: settings.all_languages(),
        as_of,
        written: Arc::clone(settings),
        vocabulary: Arc::clone(world.around.vocabulary),
        menus,
        footer,
    };
    (site, resolver.faults)
}

/// The file of the logo. Nothing from another site: pages send no request there.
fn logo_file(resolver: &mut Resolver<'_>, file: &str, world: &World<'_>) -> Option<OutputPath> {
    let path = SourcePath::new(CONTENT).join(file);
    let path = path.filter(|path| resolver.is_asset(path));
    if path.is_none() {
        let place = Place {
            file: world.around.settings_path.clone(),
            at: At::Value(NodePath::default().key("logo")),
        };
        let fault = Diagnostic::new(Code::BrokenLink, place).text("destination", file);
        resolver.faults.push(fault.hint("from-content"));
    }
    path.map(|path| asset_output(path.as_str()))
}

fn target(resolver: &mut Resolver<'_>, to: &str, place: &dyn Fn() -> Place) -> Target {
    let scheme = to
        .split_once(':')
        .map_or("", |(scheme, _)| scheme)
        .to_ascii_lowercase();
    if !matches!(
        scheme.as_str(),
        "" | "ref" | "http" | "https" | "mailto" | "tel"
    ) {
        let fault = Diagnostic::new(Code::UnsafeLink, place());
        resolver.faults.push(fault.text("destination", to));
        return Target::Broken;
    }
    resolver.target(&SourcePath::new(CONTENT), to, false, place)
}
