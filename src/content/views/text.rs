//! The text of a page: its placeholders are replaced by links and titles.

use super::PageContext;
use crate::base::component::{ArgValue, Fragment, Image};
use crate::base::language::Language;
use crate::content::graph::{AnyLink, BodyPart, PageText, TableFacet, Target};
use crate::content::markdown::{ComponentCall, Segment};

/// The text of a page, and its language: the page's, or the site's.
#[derive(Clone, Copy)]
struct Source<'a> {
    text: &'a PageText,
    language: &'a Language,
}

impl<'a> PageContext<'a> {
    /// The text of a thing's page. Only the first page of a long list has it.
    pub(super) fn text(&self, link: AnyLink) -> Vec<Fragment> {
        if !self.is_first_list_page() {
            return Vec::new();
        }
        let (text, language) = self.page_text(link);
        self.fragments(text.text.segments.decompress(), Source { text, language })
    }

    /// The text of a thing's page in the page's language, or else in the site's; and which of the two.
    pub(super) fn page_text(&self, link: AnyLink) -> (&'a PageText, &'a Language) {
        let texts = self.graph.texts(link);
        let translated = texts.others.get(self.language());
        let translated = translated.filter(|it| !it.text.segments.is_empty());
        let own = (&texts.own, &self.site.language);
        translated.map_or(own, |text| (text, self.language()))
    }

    fn fragments(&self, segments: Vec<Segment>, source: Source<'a>) -> Vec<Fragment> {
        let mut fragments = Vec::with_capacity(segments.len());
        let target = |link| source.text.targets.get(link);
        for segment in segments {
            match segment {
                Segment::Html(html) => fragments.push(Fragment::Html(html)),
                Segment::Label(key) => fragments.push(Fragment::Label(key)),
                Segment::Image(link, attributes) => {
                    fragments.push(self.image(target(link), attributes));
                }
                Segment::Href(link) => {
                    let href = target(link).map(|target| self.target_href(target));
                    fragments.push(Fragment::Plain(href.unwrap_or_default()));
                }
                Segment::Title(link) => {
                    let title = target(link).map(|it| self.target_title(it, source.language));
                    let (title, lang) = title.unwrap_or_default();
                    fragments.extend(marked(title, lang));
                }
                Segment::Component(number) => {
                    let call = source.text.text.calls.get(number);
                    fragments.extend(call.map(|call| self.component(call, source)));
                }
            }
        }
        fragments
    }

    fn image(&self, target: Option<&Target>, attributes: String) -> Fragment {
        let file = match target {
            Some(Target::File(file, _)) => Some(file.clone()),
            _ => None,
        };
        if let Some(file) = &file {
            self.graph.record_file(file);
        }
        let href = target.map(|target| self.target_href(target));
        Fragment::Image(Image {
            href: href.unwrap_or_default(),
            file,
            attributes,
        })
    }

    fn component(&self, call: &ComponentCall, source: Source<'a>) -> Fragment {
        let body = call.body.clone();
        let body = body.map(|segments| self.fragments(segments, source));
        let args = call.args.iter().map(|arg| {
            let target = arg.link.and_then(|link| source.text.targets.get(link));
            let href = target.map(|target| ArgValue::Text(self.target_href(target)));
            (arg.name.clone(), href.unwrap_or_else(|| arg.value.clone()))
        });
        Fragment::Component(call.name.clone(), args.collect(), body)
    }

    /// The title of what a link leads to, for a text in a language; and the language of the title if it is
    /// another.
    pub(super) fn target_title(
        &self,
        target: &'a Target,
        language: &Language,
    ) -> (&'a str, Option<&'a str>) {
        let lang_unless = |is_translated: bool| {
            let is_foreign = *language != self.site.language && !is_translated;
            is_foreign.then(|| self.site.language.as_str())
        };
        match target {
            Target::Entity(link, suffix) => {
                if let Some(table) = self.table_at(*link, suffix.anchor().as_deref()) {
                    let translated = table.title_in(language);
                    let title = translated.unwrap_or(table.title);
                    return (title, lang_unless(translated.is_some()));
                }
                let face = self.graph.summary(*link);
                (
                    face.title(language),
                    lang_unless(face.is_titled_in(language)),
                )
            }
            Target::File(path, _) => (path.as_str(), None),
            Target::Here(suffix) => (suffix.as_str(), None),
            Target::Outside(address) => (address, None),
            Target::Broken => ("", None),
        }
    }

    /// The table of a body at an anchor of its page. Returns `None` if there is no table.
    fn table_at(&self, link: AnyLink, anchor: Option<&str>) -> Option<TableFacet<'a>> {
        let (AnyLink::Body(body), Some(anchor)) = (link, anchor) else {
            return None;
        };
        let table = self.graph.get(body).written.tables.position(anchor);
        self.graph.table(BodyPart { body, table })
    }
}

/// A title, marked with its language if it has one.
fn marked(title: &str, lang: Option<&str>) -> impl Iterator<Item = Fragment> {
    let start = lang.map(|lang| Fragment::Html(format!("<span lang=\"{lang}\">")));
    let end = lang.map(|_| Fragment::Html("</span>".to_owned()));
    let title = Fragment::Plain(title.to_owned());
    start.into_iter().chain([title]).chain(end)
}
