//! The making of a page: a view of the graph, through a template.

use tera::Context;

use super::images::Shown;
use super::meter::Meter;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::locale::Locale;
use crate::content::pages::plan::{self, Planned, Sight};
use crate::content::views::View;
use crate::incremental::memo::Reads;
use crate::site::images::ImageWriter;
use crate::site::render;
use crate::site::theme::{Templates, Theme};

/// What pages are made with.
#[derive(Clone, Copy)]
pub(super) struct Press<'a> {
    pub sight: Sight<'a>,
    pub locales: &'a [Locale],
    pub theme: &'a Theme,
    pub meter: &'a Meter,
}

impl Press<'_> {
    /// Makes a page.
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
        let view = plan::view(self.sight, locale, page, reads);
        self.meter.page(view.template, &page.path, || {
            let known = |file: &OutputPath| images.picture(file);
            let mut images = ImageWriter::new(&known, &self.theme.images.attribute);
            let template = view.template;
            let context = page_context(view, templates, &mut images)?;
            templates.render(template, &context)
        })
    }
}

/// Makes the values that the template of a page sees, texts and their components among them.
///
/// # Errors
/// What is wrong with a component.
pub fn page_context(
    view: View<'_>,
    templates: &Templates,
    images: &mut ImageWriter<'_>,
) -> Result<Context, Box<Diagnostic>> {
    let View {
        site,
        page: mut head,
        text,
        subject,
        ..
    } = view;
    let site = render::value("site", &site)?;
    head.content = render::text(templates, &text, images, || {
        Ok(vec![
            ("site", site.clone()),
            ("page", render::value("page", &head)?),
        ])
    })?;
    let mut values = vec![("site", site), ("page", render::value("page", &head)?)];
    if let Some(key) = subject.key() {
        values.push((key, render::value(key, &subject)?));
    }
    Ok(render::context(values))
}
