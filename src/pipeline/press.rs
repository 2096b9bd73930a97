//! The making of a page: a view of the graph, through a template.

use super::images::Shown;
use super::meter::Meter;
use crate::domain::alphabet::Alphabet;
use crate::domain::graph::{Graph, Site};
use crate::domain::listing::Listings;
use crate::domain::locale::Locale;
use crate::domain::memo::Reads;
use crate::domain::plan::{self, Planned, Sight};
use crate::domain::view::View;
use crate::engine::images::Images;
use crate::engine::render;
use crate::engine::theme::Theme;
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::output::OutputPath;
use crate::vocabulary::source::SourcePath;

/// What pages are made with.
#[derive(Clone, Copy)]
pub(super) struct Press<'a> {
    pub graph: &'a Graph,
    pub listings: &'a Listings,
    pub alphabet: &'a Alphabet,
    pub site: &'a Site,
    pub locales: &'a [Locale],
    pub theme: &'a Theme,
    pub meter: &'a Meter,
}

impl<'a> Press<'a> {
    fn sight(&self, locale: &'a Locale) -> Sight<'a> {
        Sight {
            graph: self.graph,
            listings: self.listings,
            alphabet: self.alphabet,
            site: self.site,
            locale,
        }
    }

    /// Makes a page: a view of the graph, through a template.
    pub(super) fn html(
        &self,
        page: &Planned,
        images: &Shown,
        reads: &Reads,
    ) -> Result<String, Box<Diagnostic>> {
        let locale = self.locales.get(page.id.language());
        let templates = locale.and_then(|locale| self.theme.templates(&locale.language));
        let (Some(locale), Some(templates)) = (locale, templates) else {
            let place = Place::whole(&SourcePath::new("site.toml"));
            let fault = Diagnostic::new(Code::TemplateError, place);
            return Err(Box::new(fault.text("detail", "no templates")));
        };
        let View {
            template,
            site,
            page: mut head,
            text,
            subject,
        } = plan::view(self.sight(locale), page, reads);
        self.meter.page(template, &page.path, || {
            let site = render::value("site", &site)?;
            let known = |file: &OutputPath| images.picture(file);
            let mut images = Images::new(&known, &self.theme.images.sizes);
            head.content = render::text(templates, &text, &mut images, || {
                Ok(vec![
                    ("site", site.clone()),
                    ("page", render::value("page", &head)?),
                ])
            })?;
            let mut values = vec![("site", site), ("page", render::value("page", &head)?)];
            if let Some(key) = subject.key() {
                values.push((key, render::value(key, &subject)?));
            }
            render::page(templates, template, values)
        })
    }
}
