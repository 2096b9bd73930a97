//! Rendering an output: what it shows of the graph, through a template.

use super::images::Images;
use super::meter::Meter;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::locale::Locale;
use crate::content::pages::plan::{self, Planned, Sight};
use crate::content::views::View;
use crate::incremental::memo::Reads;
use crate::site::images::Images as PageImages;
use crate::site::render::{self, Sheet};
use crate::site::theme::{Templates, Theme};

/// Renders the outputs of a site.
#[derive(Clone, Copy)]
pub(super) struct Renderer<'a> {
    pub sight: Sight<'a>,
    pub locales: &'a [Locale],
    pub theme: &'a Theme,
    pub meter: &'a Meter,
}

impl Renderer<'_> {
    /// Renders an output, and notes in `reads` what it depends on.
    ///
    /// # Errors
    /// The template, or a component in a text, fails.
    pub(super) fn render(
        &self,
        page: &Planned,
        images: &Images,
        reads: &Reads,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let locale = self.locales.get(page.id.language());
        let templates = locale.and_then(|locale| self.theme.templates(&locale.language));
        let (Some(locale), Some(templates)) = (locale, templates) else {
            let place = Place::whole(&SourcePath::new("site.toml"));
            let fault = Diagnostic::new(Code::TemplateError, place);
            return Err(Box::new(fault.text("detail", "no templates")));
        };
        let view = plan::view(self.sight, locale, page, reads);
        self.meter.page(view.template, &page.path, || {
            let picture = |file: &OutputPath| images.picture(file);
            let mut images = PageImages::new(&picture, &self.theme.images.sizes);
            let html = page_context(view, templates, &mut images)?.print()?;
            Ok(html.into_bytes())
        })
    }
}

/// The values that the template of a page sees, with texts and their components rendered.
///
/// # Errors
/// A component in a text fails.
pub fn page_context<'a>(
    view: View<'_>,
    templates: &'a Templates,
    images: &mut PageImages<'_>,
) -> Result<Sheet<'a>, Box<Diagnostic>> {
    let View {
        template,
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
    if let Some(key) = subject.key() {
        values.push((key, render::value(key, &subject)?));
    }
    Ok(Sheet::new(templates, template, values))
}
