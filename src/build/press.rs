//! The making of a page: a view of the graph, through a template.

use super::images::Shown;
use super::meter::Meter;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::locale::Locale;
use crate::content::pages::plan::{PlanContext, PlannedPage};
use crate::content::views::{self, View};
use crate::incremental::memo::Reads;
use crate::site::images::Images;
use crate::site::render::{self, Sheet};
use crate::site::theme::{Templates, Theme};

/// What pages are made with.
#[derive(Clone, Copy)]
pub(super) struct Press<'a> {
    pub sight: PlanContext<'a>,
    pub locales: &'a [Locale],
    pub theme: &'a Theme,
    pub meter: &'a Meter,
}

impl Press<'_> {
    /// Makes a page.
    pub(super) fn html(
        &self,
        page: &PlannedPage,
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
        let view = views::view(self.sight, locale, page, reads);
        self.meter.page(view.template, &page.path, || {
            let known = |file: &OutputPath| images.picture(file);
            let mut images = Images::new(&known, &self.theme.images.sizes);
            sheet(view, templates, &mut images)?.print()
        })
    }
}

/// Makes the values that the template of a page sees, texts and their components among them.
///
/// # Errors
/// What is wrong with a component.
pub fn sheet<'a>(
    view: View<'_>,
    templates: &'a Templates,
    images: &mut Images<'_>,
) -> Result<Sheet<'a>, Box<Diagnostic>> {
    let subject_key = view.subject_key();
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
    if let Some(key) = subject_key {
        values.push((key, render::value(key, &subject)?));
    }
    Ok(Sheet::new(templates, template, values))
}
