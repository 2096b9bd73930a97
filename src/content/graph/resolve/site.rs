//! The targets of the links in the settings: menus, footer, logo.

use std::sync::Arc;

use super::ResolutionContext;
use super::lookup::Resolver;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::graph::site::{FooterEntry, MenuEntry, Site, SiteDay};
use crate::content::graph::target::Target;
use crate::content::markdown::LinkKind;
use crate::content::settings::LocalText;
use crate::incremental::memo::DependencyRecorder;
use crate::notation::scalar::Text;

/// Relative paths in the settings start in the folder of this path.
pub(super) const BASE_OF_PATHS: &str = "content/site.toml";

/// The settings with their links resolved.
pub(in crate::content::graph) fn resolve(
    context: ResolutionContext<'_>,
    day: SiteDay,
) -> (Site, Vec<Diagnostic>) {
    let settings = context.site.settings;
    // The site is resolved again in each build, so its dependencies are not needed.
    let recorder = DependencyRecorder::default();
    let mut resolver = context.resolver(&recorder);
    let mut entry = |title: Option<&LocalText>, to: &Text, path: NodePath| {
        let place = || Place::value(context.site.settings_path, path.key("to"));
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
    let logo = logo.and_then(|file| logo_file(&mut resolver, file.as_str(), &context));
    let site = Site {
        logo,
        language: settings.default_language(),
        languages: settings.all_languages(),
        as_of: day.date,
        is_day_chosen: day.is_chosen,
        written: Arc::clone(settings),
        vocabulary: Arc::clone(context.site.vocabulary),
        menus,
        footer,
    };
    (site, resolver.faults)
}

/// The file of the logo. It must be a file of the site, because pages must not send requests to other sites.
fn logo_file(
    resolver: &mut Resolver<'_>,
    file: &str,
    context: &ResolutionContext<'_>,
) -> Option<OutputPath> {
    let path = || NodePath::default().key("logo");
    let place = || Place::value(context.site.settings_path, path());
    let base = SourcePath::new(BASE_OF_PATHS);
    match resolver.target(&base, file, LinkKind::Anchor, &place) {
        Target::File(path, _) => Some(path),
        Target::Broken => None,
        _ => {
            let fault = Diagnostic::new(Code::BrokenLink, place()).text("destination", file);
            resolver.faults.push(fault.hint("from-content"));
            None
        }
    }
}

/// The target of a link on every page. It cannot be the page itself.
fn target(resolver: &mut Resolver<'_>, to: &str, place: &dyn Fn() -> Place) -> Target {
    let file = SourcePath::new(BASE_OF_PATHS);
    let target = resolver.target(&file, to, LinkKind::Anchor, place);
    if !matches!(target, Target::Here(_)) {
        return target;
    }
    let fault = Diagnostic::new(Code::BrokenLink, place());
    let fault = fault.text("destination", to).hint("from-content");
    resolver.faults.push(fault);
    Target::Broken
}
