//! The targets of the links in texts.

use std::sync::Arc;

use super::candidates::composed;
use super::lookup::Resolver;
use super::site::BASE_OF_PATHS;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::content::destination::{Destination, Refused, Suffix, advised, file_at, meant_outside};
use crate::content::graph::directory::{FileTarget, UnresolvedEntity, asset_output};
use crate::content::graph::key_space::KeySpace;
use crate::content::graph::link::AnyLink;
use crate::content::graph::target::Target;
use crate::content::graph::texts::PageText;
use crate::content::markdown::{LinkKind, ParsedText};
use crate::content::model::EntityKind;
use crate::content::page_section::PageSection;
use crate::content::parse::Facts;
use crate::notation::suggest::{Near, is_slip, near, propose};

impl Resolver<'_> {
    pub(super) fn text(
        &mut self,
        file: &SourcePath,
        text: &Arc<ParsedText>,
        page: AnyLink,
        language: &Language,
    ) -> PageText {
        let links = text.links.decompress();
        let targets = links.iter().map(|link| {
            let place = || Place::span(file, link.span.clone());
            let target = self.target(file, &link.destination, link.kind, &place);
            if let Target::Here(suffix) = &target {
                self.check_anchor(page, suffix, language, &place);
            }
            target
        });
        PageText {
            targets: targets.collect(),
            text: Arc::clone(text),
            file: Some(file.clone()),
        }
    }

    /// The target of a destination that is written in `file`. Reports a broken one at `place`.
    pub(super) fn target(
        &mut self,
        file: &SourcePath,
        written: &str,
        kind: LinkKind,
        place: &dyn Fn() -> Place,
    ) -> Target {
        let broken = |code| Diagnostic::new(code, place()).text("destination", written);
        let is_image = kind == LinkKind::Image;
        let destination = match Destination::parse(written) {
            Ok(destination) => destination,
            Err(refused) => {
                self.faults.push(match refused {
                    Refused::Scheme(_) => advised(broken(Code::UnsafeLink), written),
                    Refused::NoScheme if is_image => broken(Code::RemoteImage),
                    Refused::NoScheme | Refused::Malformed => {
                        advised(broken(Code::BrokenLink).hint("malformed"), written)
                    }
                });
                return Target::Broken;
            }
        };
        let fault = match destination {
            Destination::Path(path, suffix) => {
                return self.path(file, (written, &path, suffix), kind, place);
            }
            Destination::Name(name, suffix) if !is_image => {
                return self.name(&name, suffix, place);
            }
            Destination::Here(suffix) if !is_image => return Target::Here(suffix),
            Destination::Outside(_) if is_image && !self.may_be_asked(&destination) => {
                broken(Code::RemoteImage)
            }
            Destination::Outside(address) => return Target::Outside(address),
            Destination::Nothing => broken(Code::BrokenLink).hint("missing"),
            Destination::Name(..) | Destination::Here(_) => broken(Code::BrokenLink),
        };
        self.faults.push(fault);
        Target::Broken
    }

    /// Whether the browsers of readers may ask the host of an address for an image.
    fn may_be_asked(&self, destination: &Destination) -> bool {
        let mut hosts = self.site.settings.image_hosts().iter();
        let Some(host) = destination.host() else {
            return false;
        };
        // The name that is written may have letters of other scripts.
        hosts.any(|it| url::Host::parse(it.as_str()).is_ok_and(|it| it.to_string() == host))
    }

    /// The page or file at a path, which is written within a destination.
    fn path(
        &mut self,
        file: &SourcePath,
        (written, path, suffix): (&str, &str, Suffix),
        kind: LinkKind,
        place: &dyn Fn() -> Place,
    ) -> Target {
        let joined = file_at(file, path);
        let is_inside = |joined: &SourcePath| {
            let rest = joined.as_str().strip_prefix("content");
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let Some(joined) = joined.filter(is_inside) else {
            let fault = Diagnostic::new(Code::UnsafeLink, place());
            let fault = fault.text("destination", written);
            self.faults.push(fault.hint("outside"));
            return Target::Broken;
        };
        match self.page_at(&joined, path) {
            Some(_) if kind == LinkKind::Image => {
                let fault = Diagnostic::new(Code::ImageFormat, place()).text("file", path);
                self.faults.push(fault.hint("no-image"));
                Target::Broken
            }
            Some(page) => self.entity(page, suffix, place),
            None if self.is_asset(&joined) => Target::File(asset_output(joined.as_str()), suffix),
            None if self.is_faulty_page(&joined) => Target::Broken,
            None => {
                let fault = self.broken_link(file, (written, path), &joined, place());
                self.faults.push(fault);
                Target::Broken
            }
        }
    }

    /// Whether a page is missing because of its own fault. A link to it is not reported as a second fault.
    fn is_faulty_page(&self, path: &SourcePath) -> bool {
        let folder = path.as_str().trim_end_matches('/');
        let candidates = [
            folder.to_owned(),
            format!("{folder}/_index.md"),
            format!("{folder}.md"),
        ];
        candidates.iter().any(|candidate| {
            let target = self.file_target(&SourcePath::new(candidate));
            matches!(target, Some(FileTarget::Broken | FileTarget::Page(_)))
        })
    }

    /// The page of a source file, of a folder, or at an address of the built site.
    fn page_at(&self, joined: &SourcePath, path: &str) -> Option<AnyLink> {
        let of = |path: &SourcePath| match self.file_target(path) {
            Some(FileTarget::Page(link)) => Some(link),
            _ => None,
        };
        if let Some(page) = of(joined) {
            return Some(page);
        }
        if let Some(page) = of(&SourcePath::new(&format!("{joined}/_index.md"))) {
            return Some(page);
        }
        let address = joined
            .as_str()
            .trim_start_matches("content")
            .trim_matches('/');
        let address = address.trim_end_matches("index.html").trim_end_matches('/');
        let address = if address.is_empty() {
            String::new()
        } else {
            format!("{address}/")
        };
        self.page_at_address(&address)
            .filter(|_| !path.ends_with(".md"))
    }

    /// The thing with a name such as `body/consulta`.
    fn name(&mut self, name: &str, suffix: Suffix, place: &dyn Fn() -> Place) -> Target {
        let (kind, id) = name.split_once('/').unwrap_or((name, ""));
        let Some(kind) = EntityKind::of_word(kind) else {
            let fault = Diagnostic::new(Code::BrokenLink, place());
            let fault = fault.text("destination", format!("ref:{name}"));
            let kinds = || EntityKind::ALL.iter().map(|kind| kind.as_str());
            let written = format!("ref:{kind}/{id}");
            // The id alone, or with the word of another list.
            let named = if id.is_empty() { kind } else { id };
            let kind_of_named = self
                .kind_of(named)
                .map(|kind| format!("ref:{}/{named}", kind.as_str()));
            self.faults.push(match near(kind, kinds()) {
                Some(near) => {
                    let word = format!("ref:{}/{id}", near.word);
                    let near = Near {
                        word: &word,
                        ..near
                    };
                    near.propose(fault, &written, "near")
                }
                None if let Some(meant) = kind_of_named => fault.text("near", meant).hint("near"),
                None => fault
                    .text("kinds", kinds().collect::<Vec<_>>().join(", "))
                    .hint("kinds"),
            });
            return Target::Broken;
        };
        let (id, suffix) = match id.split_once('/') {
            Some((body, table)) if kind == EntityKind::Body && suffix.anchor().is_none() => {
                (body, Suffix::anchored(table))
            }
            Some((body, _)) if kind == EntityKind::Body => (body, suffix),
            _ => (id, suffix),
        };
        let known = self.faults.len();
        if let Some(link) = self.any_link(kind, id, place) {
            return self.entity(link, suffix, place);
        }
        let is_new = self.faults.len() > known;
        let wrong = self
            .faults
            .pop_if(|it| is_new && it.code == Code::WrongTypeReference);
        if let Some(fault) = wrong {
            let found = self.kind_of(id);
            self.faults.push(match found {
                Some(found) => {
                    let form = format!("ref:{}/{id}", found.as_str());
                    fault.text("form", form).hint("form")
                }
                None => fault,
            });
        }
        Target::Broken
    }

    fn entity(&mut self, page: AnyLink, suffix: Suffix, place: &dyn Fn() -> Place) -> Target {
        let language = self.site.settings.default_language();
        self.check_anchor(page, &suffix, &language, place);
        Target::Entity(page, suffix)
    }

    /// Reports an anchor that a page does not have.
    fn check_anchor(
        &mut self,
        page: AnyLink,
        suffix: &Suffix,
        language: &Language,
        place: &dyn Fn() -> Place,
    ) {
        let Some(anchor) = suffix.anchor() else {
            return;
        };
        let anchor = &*anchor;
        let Some(entity) = self.entity_for_anchors(page) else {
            return;
        };
        let sections = PageSection::of(entity.name.kind).iter();
        let sections = sections.map(|section| section.anchor(language));
        if matches!(entity.facts, Facts::Body(_)) {
            self.recorder
                .record(KeySpace::BodyParts.hash(entity.name.id.as_str()));
        }
        let names = self.candidates.anchors(page, || self.anchors_of(entity));
        if is_top(anchor)
            || is_footnote(anchor)
            || names.contains(anchor)
            || sections.clone().any(|it| it == anchor)
        {
            return;
        }
        let fault = Diagnostic::new(Code::BrokenAnchor, place())
            .text("anchor", anchor)
            .text("page", &*entity.title);
        let of_page = near(anchor, sections.clone());
        let of_text = names.near(anchor);
        let near = match (of_page, of_text) {
            (Some(one), Some(other)) => near(anchor, [one.word, other.word]).map(|it| Near {
                is_certain: it.is_certain && (it == one || it == other),
                ..it
            }),
            (one, other) => one.or(other),
        };
        let near = near.map(|it| Near {
            is_certain: it.is_certain && is_slip(anchor, it.word),
            ..it
        });
        self.faults.push(propose(near, fault, anchor));
    }

    /// The anchors of the texts and of the parts of a page.
    fn anchors_of<'e>(&'e self, entity: &'e UnresolvedEntity) -> Vec<&'e str> {
        let translations = self.directory.translations(entity).into_iter().flatten();
        let texts = [&entity.text].into_iter();
        let texts = texts.chain(translations.map(|(_, translation)| &translation.text));
        let headings = texts.flat_map(|text| text.headings.iter().map(|it| it.id.as_str()));
        let mut anchors: Vec<&str> = headings.collect();
        if let Facts::Body(body) = &entity.facts {
            anchors.extend(body.tables.iter().map(|table| table.id.as_str()));
            anchors.extend(self.child_bodies(entity.name.id.as_str()));
        }
        anchors
    }

    /// The fault of a destination in `from`, with a path that leads to `joined`, where nothing is.
    fn broken_link(
        &self,
        from: &SourcePath,
        (written, path): (&str, &str),
        joined: &SourcePath,
        place: Place,
    ) -> Diagnostic {
        // Two slashes before a path of Windows name another computer.
        if path.starts_with("\\\\") {
            let fault = Diagnostic::new(Code::UnsafeLink, place).text("destination", written);
            return fault.hint("computer");
        }
        let fault = Diagnostic::new(Code::BrokenLink, place).text("destination", written);
        let fault = match from.as_str() == BASE_OF_PATHS {
            true => fault.hint("from-content"),
            false => fault,
        };
        if let Some(meant) = meant_outside(written) {
            return fault.text("near", meant).hint("near");
        }
        if path.contains('\\') {
            let near = path.replace('\\', "/");
            return fault.text("form", near).hint("slashes");
        }
        if let Some((kind, id)) = path.split_once('/')
            && let Some(kind) = EntityKind::of_word(kind)
            && self.name_target(kind, id).is_some()
        {
            return fault.text("near", format!("ref:{path}")).hint("near");
        }
        let sections = std::iter::successors(Some(joined.folder()), |folder| {
            folder.rsplit_once('/').map(|(above, _)| above)
        });
        let mut pages = sections.map(|folder| SourcePath::new(&format!("{folder}/_index.md")));
        let is_draft = |page: &SourcePath| self.file_target(page) == Some(FileTarget::Draft);
        if is_draft(joined) || pages.any(|page| is_draft(&page)) {
            return fault.hint("draft");
        }
        self.recorder.record(KeySpace::Files.single());
        let found = self.candidates.file(joined, || self.files());
        let Some((file, is_certain)) = found.filter(|(file, _)| file != from) else {
            let id = path.strip_suffix(".md").unwrap_or(path);
            return match self.kind_of(id) {
                Some(kind) => {
                    let near = format!("ref:{}/{id}", kind.as_str());
                    fault.text("near", near).hint("near")
                }
                None => fault,
            };
        };
        let word = as_destination(&file.relative_from(from));
        let near = Near {
            word: &word,
            is_certain,
        };
        let path = written.split(['#', '?']).next().unwrap_or_default();
        if composed(file.as_str()) == composed(joined.as_str()) {
            near.propose(fault, path, "unicode")
        } else if word == written {
            fault
        } else {
            near.propose(fault, path, "file")
        }
    }
}

/// Whether an anchor is the top of any page (HTML standard, "the indicated part of the document").
fn is_top(anchor: &str) -> bool {
    anchor.is_empty() || anchor.eq_ignore_ascii_case("top")
}

/// A path as it is written in a link.
fn as_destination(path: &str) -> String {
    let written = path.chars().map(|c| match c {
        ' ' | '(' | ')' | '#' | '?' | '%' => format!("%{:02X}", u32::from(c)),
        c => c.to_string(),
    });
    written.collect()
}

fn is_footnote(anchor: &str) -> bool {
    anchor.starts_with("fn-") || anchor.starts_with("fnref-")
}
