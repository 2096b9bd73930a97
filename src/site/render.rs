//! Renders views through the templates of a theme.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::images::ImageWriter;
use super::theme::{Templates, clock};
use crate::base::code::Code;
use crate::base::component::{ArgValue, Fragment};
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::{SETTINGS_FILE, SourcePath};

/// Converts a value for templates.
///
/// # Errors
/// The value cannot be serialized. No view has such values.
pub fn value(name: &str, value: &impl Serialize) -> Result<Value, Box<Diagnostic>> {
    Value::try_from_serializable(value).map_err(|error| {
        let place = Place::whole(&SourcePath::new(SETTINGS_FILE));
        let detail = format!("{name}: {error}");
        Box::new(Diagnostic::new(Code::TemplateError, place).text("detail", detail))
    })
}

/// The values that a template sees, by name.
pub fn context(values: impl IntoIterator<Item = (impl Into<Cow<'static, str>>, Value)>) -> Context {
    let mut context = Context::new();
    for (name, value) in values {
        context.insert_value(name, value);
    }
    context
}

/// Renders the text of a page. Components see `implicits` beside their arguments.
///
/// # Errors
/// The fault of a component, at its place.
pub fn text(
    templates: &Templates,
    fragments: &[Fragment],
    images: &mut ImageWriter<'_>,
    implicits: impl FnOnce() -> Result<Vec<(&'static str, Value)>, Box<Diagnostic>>,
) -> Result<String, Box<Diagnostic>> {
    clock::begin();
    let is_component = |fragment: &Fragment| matches!(fragment, Fragment::Component(..));
    let implicits = match fragments.iter().any(is_component) {
        true => context(implicits()?),
        false => Context::new(),
    };
    write(templates, fragments, &implicits, images)
}

fn write(
    templates: &Templates,
    fragments: &[Fragment],
    implicits: &Context,
    images: &mut ImageWriter<'_>,
) -> Result<String, Box<Diagnostic>> {
    let mut html = String::new();
    for fragment in fragments {
        match fragment {
            Fragment::Html(finished) => html.push_str(finished),
            Fragment::Plain(plain) => escape(&mut html, plain),
            Fragment::Label(key) => escape(&mut html, &templates.label(key)),
            Fragment::Image(image) => images.write(image, &mut html),
            Fragment::Component(name, args, body) => {
                let body = body.as_ref();
                let body = body.map(|body| write(templates, body, implicits, images));
                let body = body.transpose()?;
                let args = args.iter();
                let args = context(args.map(|(name, value)| (name.clone(), argument(value))));
                html += &templates.component(name, &args, implicits, body.as_deref())?;
            }
        }
    }
    Ok(html)
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
