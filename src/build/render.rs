//! Rendering an output: what it shows of the graph, through a template.

use std::io;

use tera::Context;

use super::images::Images;
use super::meter::Meter;
use super::subscriptions;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::base::output::OutputPath;
use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::content::graph::Reader;
use crate::content::locale::Locale;
use crate::content::pages::plan::{PlanContext, PlannedPage};
use crate::content::views::sitemap::SitemapView;
use crate::content::views::{self, OutputView, View};
use crate::incremental::memo::DependencyRecorder;
use crate::site::crawling::{self, Address};
use crate::site::direction;
use crate::site::images::ImageWriter;
use crate::site::redirects::{self, Server};
use crate::site::render;
use crate::site::theme::{Templates, Theme};

#[derive(Clone, Copy)]
pub(super) struct Renderer<'a> {
    pub context: PlanContext<'a>,
    pub locales: &'a [Locale],
    pub theme: &'a Theme,
    pub meter: &'a Meter,
}

impl Renderer<'_> {
    /// Renders an output, and notes in `recorder` what it depends on.
    pub(super) fn render(
        &self,
        page: &PlannedPage,
        images: &Images,
        recorder: &DependencyRecorder,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let (locale, templates) = self.locale_and_templates(page)?;
        match views::output_view(self.context, locale, page, recorder) {
            OutputView::Page(view) => self.meter.page(view.template, &page.path, || {
                let template = view.template;
                let context = self.template_context(*view, templates, images)?;
                let html = templates.render(template, &context)?;
                Ok(direction::write(html).into_bytes())
            }),
            OutputView::Robots(view) => Ok(crawling::robots(view.sitemap.as_deref()).into_bytes()),
            OutputView::Sitemap(view) => write_sitemap(&view).map_err(write_fault),
            OutputView::Redirects(view) => {
                let pairs = view.iter().map(|it| (it.from.as_str(), it.to.as_str()));
                Ok(redirects::write(Server::Netlify, pairs).into_bytes())
            }
            OutputView::Calendar(view) => {
                let language = locale.language.as_str();
                Ok(subscriptions::write_calendar(&view, language, templates).into_bytes())
            }
            OutputView::Feed(view) => {
                let language = locale.language.as_str();
                subscriptions::write_feed(&view, language, templates).map_err(write_fault)
            }
        }
    }

    fn locale_and_templates(
        &self,
        page: &PlannedPage,
    ) -> Result<(&Locale, &Templates), Box<Diagnostic>> {
        let locale = self.locales.get(page.id.language());
        let templates = locale.and_then(|locale| self.theme.templates(&locale.language));
        locale.zip(templates).ok_or_else(|| {
            let place = Place::whole(&SourcePath::new(SETTINGS_FILE));
            let fault = Diagnostic::new(Code::TemplateError, place);
            Box::new(fault.text("detail", "no templates"))
        })
    }

    fn template_context(
        &self,
        view: View<'_>,
        templates: &Templates,
        images: &Images,
    ) -> Result<Context, Box<Diagnostic>> {
        let picture = |file: &OutputPath| images.picture(file);
        let mut images = ImageWriter::new(&picture, &self.theme.images.attribute);
        page_context(view, templates, &mut images)
    }

    /// Where the content of a page comes from: its file, its entry in a registry, or the settings.
    pub(super) fn source(&self, page: &PlannedPage, recorder: &DependencyRecorder) -> Place {
        let Some(link) = page.id.thing() else {
            return Place::whole(&SourcePath::new(SETTINGS_FILE));
        };
        let (node, _) = Reader::new(self.context.graph, recorder).node(link);
        match node.origin.registry {
            true => node.at(NodePath::clone),
            false => Place::whole(&node.origin.file),
        }
    }
}

fn write_fault(error: io::Error) -> Box<Diagnostic> {
    let place = Place::whole(&SourcePath::new(SETTINGS_FILE));
    let fault = Diagnostic::new(Code::TemplateError, place);
    Box::new(fault.text("detail", error.to_string()))
}

fn write_sitemap(view: &SitemapView) -> io::Result<Vec<u8>> {
    match view {
        SitemapView::Index(sitemaps) => {
            crawling::sitemap_index(sitemaps.iter().map(String::as_str))
        }
        SitemapView::Pages(pages) => crawling::sitemap(pages.iter().map(|page| Address {
            location: &page.address,
            last_modified: page.updated.map(|day| day.to_string()),
            alternates: &page.alternates,
        })),
    }
}

/// The values that the template of a page sees, with texts and their components rendered.
///
/// # Errors
/// A component in a text fails.
pub fn page_context(
    view: View<'_>,
    templates: &Templates,
    images: &mut ImageWriter<'_>,
) -> Result<Context, Box<Diagnostic>> {
    let subject_key = view.subject_key();
    let View {
        template: _,
        site,
        page: mut head,
        text,
        subject,
    } = view;
    let site = render::value("site", &site)?;
    head.content = render::text(templates, &text, images, || {
        Ok(vec![
            ("site", site.clone()),
            ("page", render::value("page", &head)?),
        ])
    })?;
    let mut values = vec![("site", site), ("page", render::value("page", &head)?)];
    if let Some(key) = subject_key {
        values.push((key, render::value(key, &subject)?));
    }
    Ok(render::context(values))
}
