//! The text of a page: its holes filled with what links lead to and what things are called.

use super::lens::Lens;
use crate::base::component::{Fragment, Image};
use crate::base::language::Language;
use crate::content::graph::{AnyLink, BodyPart, PageText, Target};
use crate::content::markdown::{Call, Piece};

/// A text and its language: the page's, or the site's.
#[derive(Clone, Copy)]
struct Words<'a> {
    words: &'a PageText,
    language: &'a Language,
}

impl<'a> Lens<'a> {
    /// The text of a page in its language, or in the site's; it is on the first page of a long list.
    pub fn text(&self, link: AnyLink) -> Vec<Fragment> {
        if self.number > 0 {
            return Vec::new();
        }
        let (words, language) = self.page_text(link);
        let pieces = words.text.pieces.open();
        self.parts(pieces, Words { words, language })
    }

    /// The text of a page, and its language.
    pub(super) fn page_text(&self, link: AnyLink) -> (&'a PageText, &'a Language) {
        let texts = self.graph.texts(link);
        let translated = texts.others.get(self.language());
        let translated = translated.filter(|it| !it.text.pieces.is_nothing());
        let own = (&texts.own, &self.site.language);
        translated.map_or(own, |words| (words, self.language()))
    }

    fn parts(&self, pieces: Vec<Piece>, text: Words<'a>) -> Vec<Fragment> {
        let mut fragments = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let target = |link| text.words.targets.get(link);
            match piece {
                Piece::Html(html) => fragments.push(Fragment::Html(html)),
                Piece::Label(key) => fragments.push(Fragment::Label(key)),
                Piece::Image(link, attributes) => {
                    fragments.push(self.image(target(link), attributes));
                }
                Piece::Href(link) => {
                    let href = target(link).map(|target| self.target(target));
                    fragments.push(Fragment::Plain(href.unwrap_or_default()));
                }
                Piece::Title(link) => {
                    let title = target(link).map(|it| self.target_title(it, text.language));
                    let (title, lang) = title.unwrap_or_default();
                    let marked = lang.map(|lang| Fragment::Html(format!("<span lang=\"{lang}\">")));
                    let end = marked.is_some();
                    fragments.extend(marked);
                    fragments.push(Fragment::Plain(title.to_owned()));
                    fragments.extend(end.then(|| Fragment::Html("</span>".to_owned())));
                }
                Piece::Component(call) => {
                    let call = text.words.text.components.get(call);
                    fragments.extend(call.map(|call| self.called(call, text)));
                }
            }
        }
        fragments
    }

    fn image(&self, target: Option<&Target>, attributes: String) -> Fragment {
        let file = match target {
            Some(Target::File(file)) => Some(file.clone()),
            _ => None,
        };
        if let Some(file) = &file {
            self.graph.looks_at_file(file);
        }
        Fragment::Image(Image {
            href: target.map(|target| self.target(target)).unwrap_or_default(),
            file,
            attributes,
        })
    }

    fn called(&self, call: &Call, text: Words<'a>) -> Fragment {
        let body = call.body.clone().map(|body| self.parts(body, text));
        let args = call.args.iter();
        let args = args.map(|arg| (arg.name.clone(), arg.value.clone()));
        Fragment::Component(call.name.clone(), args.collect(), body)
    }

    /// What a link leads to is called in a text of a language; and in which language that is, if in
    /// another.
    pub(super) fn target_title(
        &self,
        target: &'a Target,
        language: &Language,
    ) -> (&'a str, Option<&'a str>) {
        let foreign = |is_said: bool| {
            let other = *language != self.site.language && !is_said;
            other.then(|| self.site.language.as_str())
        };
        match target {
            Target::Thing(link, anchor) => {
                if let (AnyLink::Body(body), Some(anchor)) = (link, anchor) {
                    let mut tables = self.graph.get(*body).written.tables.iter();
                    let table = tables.position(|table| table.id.as_str() == anchor);
                    if let Some(table) = self.graph.table(BodyPart { body: *body, table }) {
                        let title = table.title_in(language);
                        return (title.unwrap_or(table.title), foreign(title.is_some()));
                    }
                }
                let face = self.graph.face(*link);
                let is_said = face.is_titled_in(language);
                (face.title(language), foreign(is_said))
            }
            Target::File(path) => (path.as_str(), None),
            Target::Here(text) | Target::Outside(text) => (text, None),
            Target::Broken => ("", None),
        }
    }
}
