//! The fifth stage: a view becomes a page.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::images::Images;
use super::theme::Templates;
use crate::base::code::Code;
use crate::base::component::{ArgValue, Fragment};
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;

/// A value as templates see it.
///
/// # Errors
/// It cannot be serialized, which no view allows to happen.
pub fn value(name: &str, value: &impl Serialize) -> Result<Value, Box<Diagnostic>> {
    Value::try_from_serializable(value).map_err(|error| internal(name, &error.to_string()))
}

/// A page of which nothing but the rendering is left to do.
pub struct Sheet<'a> {
    templates: &'a Templates,
    template: &'static str,
    context: Context,
}

impl<'a> Sheet<'a> {
    /// A template, and the values that it sees, by name.
    pub fn new(
        templates: &'a Templates,
        template: &'static str,
        values: Vec<(&'static str, Value)>,
    ) -> Sheet<'a> {
        Sheet {
            templates,
            template,
            context: context(values),
        }
    }

    /// The page: what the template makes of the values.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub fn print(&self) -> Result<String, Box<Diagnostic>> {
        self.templates.render(self.template, &self.context)
    }
}

/// Renders the text of a page. Components see `implicits` beside their arguments.
///
/// # Errors
/// What is wrong with a component.
pub fn text(
    templates: &Templates,
    fragments: &[Fragment],
    images: &mut Images<'_>,
    implicits: impl FnOnce() -> Result<Vec<(&'static str, Value)>, Box<Diagnostic>>,
) -> Result<String, Box<Diagnostic>> {
    let calls = fragments
        .iter()
        .any(|fragment| matches!(fragment, Fragment::Component(..)));
    let implicits = if calls {
        context(implicits()?)
    } else {
        Context::new()
    };
    let mut html = String::new();
    write(templates, fragments, &implicits, images, &mut html)?;
    Ok(html)
}

fn write(
    templates: &Templates,
    fragments: &[Fragment],
    implicits: &Context,
    images: &mut Images<'_>,
    html: &mut String,
) -> Result<(), Box<Diagnostic>> {
    for fragment in fragments {
        match fragment {
            Fragment::Html(finished) => html.push_str(finished),
            Fragment::Plain(plain) => escape(html, plain),
            Fragment::Label(key) => escape(html, &templates.label(key)),
            Fragment::Image(image) => images.write(image, html),
            Fragment::Component(name, args, body) => {
                let body = body.as_ref().map(|body| {
                    let mut html = String::new();
                    write(templates, body, implicits, images, &mut html).map(|()| html)
                });
                let args = args
                    .iter()
                    .map(|(name, value)| (name.clone(), argument(value)));
                let body = body.transpose()?;
                html.push_str(&templates.component(
                    name,
                    &context(args),
                    implicits,
                    body.as_deref(),
                )?);
            }
        }
    }
    Ok(())
}

fn context(values: impl IntoIterator<Item = (impl Into<Cow<'static, str>>, Value)>) -> Context {
    let mut context = Context::new();
    values
        .into_iter()
        .for_each(|(name, value)| context.insert_value(name, value));
    context
}

fn argument(value: &ArgValue) -> Value {
    match value {
        ArgValue::Text(text) => Value::from(text.as_str()),
        ArgValue::Flag(flag) => Value::from(*flag),
        ArgValue::Integer(number) => Value::from(*number),
        ArgValue::Float(number) => Value::from(*number),
    }
}

fn escape(html: &mut String, text: &str) {
    // Writing into a string does not fail.
    let _ = pulldown_cmark_escape::escape_html(html, text);
}

fn internal(name: &str, detail: &str) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::new(Code::TemplateError, Place::whole(&SourcePath::new(name)))
            .text("detail", detail),
    )
}
