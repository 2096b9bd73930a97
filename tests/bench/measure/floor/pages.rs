//! Templates alone: `tera` makes pages of values that are there.

use std::fs;
use std::path::Path;

use raccordo::base::diagnostic::Diagnostic;
use raccordo::base::output::OutputPath;
use raccordo::build::page_context;
use raccordo::content::pages::plan::PlannedPage;
use raccordo::content::views::{self, OutputView};
use raccordo::incremental::memo::DependencyRecorder;
use raccordo::site::images::ImageWriter;
use raccordo::site::theme::Templates;
use tera::Context;

use super::super::rounds;
use super::scene::Scene;
use super::{Fallible, timed};

/// A page of which nothing but the rendering is left to do.
struct Ready<'a> {
    path: OutputPath,
    templates: &'a Templates,
    template: &'static str,
    context: Context,
    /// The size of the page that the program made, in bytes.
    size: u64,
}

/// The templates of the theme make every page of the site, of the values that the program makes, texts with their
/// components and words of the theme among them. In milliseconds. Each page is held against the one that the
/// program made of the same (in `out`).
pub fn templates(root: &Path, out: &Path) -> Fallible<f64> {
    let scene = Scene::open(root)?;
    let (planned, built) = (scene.pages.len(), rounds::size(out)?.pages);
    if planned != built {
        return Err(format!("{planned} pages, and the program has made {built}").into());
    }
    timed(&scene.pages, |page| ready(&scene, page, out), made)
}

fn made(page: &Ready<'_>) -> Fallible<()> {
    let html = page
        .templates
        .render(page.template, &page.context)
        .map_err(said)?;
    if html.len() as u64 == page.size {
        return Ok(());
    }
    let (path, sizes) = (&page.path, (html.len(), page.size));
    Err(format!("{path} is not as the program made it: {sizes:?} bytes").into())
}

/// Makes the values of a page.
fn ready<'a>(scene: &'a Scene, page: &PlannedPage, out: &Path) -> Fallible<Ready<'a>> {
    let locale = scene.locales.get(page.id.language()).ok_or("no language")?;
    let templates = scene.theme.templates(&locale.language);
    let templates = templates.ok_or("no templates")?;
    let recorder = DependencyRecorder::default();
    let view = views::output_view(scene.context(), locale, page, &recorder);
    let OutputView::Page(view) = view else {
        return Err("no page".into());
    };
    let known = |file: &OutputPath| scene.pictures.get(file).cloned();
    let mut images = ImageWriter::new(&known, &scene.theme.images.attribute);
    Ok(Ready {
        path: page.path.clone(),
        templates,
        template: view.template,
        context: page_context(*view, templates, &mut images).map_err(said)?,
        size: fs::metadata(out.join(page.path.as_str()))?.len(),
    })
}

fn said(fault: Box<Diagnostic>) -> String {
    format!("{fault:?}")
}
