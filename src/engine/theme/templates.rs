//! The templates of a theme, compiled with the words of one language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{ComponentArgType, Context, Kwargs, State, Tera, Value};

use super::{Labels, Layer, faults};
use crate::vocabulary::code::Code;
use crate::vocabulary::component::{ArgKind, ArgSignature, Signature};
use crate::vocabulary::diagnostic::{Diagnostic, Place};

/// The templates of a theme in one language.
#[derive(Clone)]
pub struct Templates {
    tera: Tera,
    labels: Labels,
}

impl Templates {
    /// Compiles the templates of a chain of themes. A template of a child replaces its parents' of
    /// the same name. They have no words yet.
    pub(super) fn compile(
        chain: &[Layer<'_>],
        variables: &[(&'static str, &'static [&'static str])],
    ) -> Result<Templates, Vec<Diagnostic>> {
        let mut tera = Tera::new();
        let labels = Labels::default();
        register_words(&mut tera, labels.clone());
        let sources = chain.iter().flat_map(|layer| {
            layer.folder("templates").map(|(name, file)| {
                let bytes = file.bytes().unwrap_or_default();
                let text = String::from_utf8_lossy(&bytes).into_owned();
                (format!("{}/{name}", layer.name), text)
            })
        });
        let compiled = tera
            .set_fallback_prefixes(chain.iter().map(|layer| format!("{}/", layer.name)))
            .and_then(|()| tera.add_raw_templates(sources.collect::<Vec<_>>()));
        compiled.map_err(|error| faults::of_compiling(chain, &error))?;
        let templates = Templates { tera, labels };
        let unknown = templates.unknown_variables(chain, variables);
        if unknown.is_empty() {
            Ok(templates)
        } else {
            Err(unknown)
        }
    }

    /// The same templates with these words.
    pub(super) fn with(mut self, labels: Labels) -> Templates {
        register_words(&mut self.tera, labels.clone());
        Templates { labels, ..self }
    }

    /// Renders a template.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub fn render(&self, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        // Room for most pages, so that they need not be moved while they grow.
        let mut page = Vec::with_capacity(64 << 10);
        let rendered = self.tera.render_to(template, context, &mut page);
        rendered
            .and_then(|()| Ok(String::from_utf8(page)?))
            .map_err(|error| Box::new(faults::fault(&error, template)))
    }

    /// Renders a component that an editor's text calls. `implicits` are what it sees beside its arguments.
    ///
    /// # Errors
    /// What is wrong with the component.
    pub fn component(
        &self,
        name: &str,
        args: &Context,
        implicits: &Context,
        body: Option<&str>,
    ) -> Result<String, Box<Diagnostic>> {
        let rendered = self
            .tera
            .render_component_with_implicits(name, args, implicits, body, true);
        rendered.map_err(|error| Box::new(faults::fault(&error, name)))
    }

    /// A word of the theme.
    pub fn label<'a>(&'a self, key: &'a str) -> Cow<'a, str> {
        self.labels.text(key, None)
    }

    /// What each component takes.
    pub(super) fn components(&self) -> BTreeMap<String, Signature> {
        let names = self.tera.get_component_names();
        names
            .filter_map(|name| Some((name.to_owned(), signature(&self.tera, name)?)))
            .collect()
    }

    /// Variables that no view has. A misspelt one would otherwise fail on the first page that meets it.
    fn unknown_variables(
        &self,
        chain: &[Layer<'_>],
        variables: &[(&'static str, &'static [&'static str])],
    ) -> Vec<Diagnostic> {
        let mut unknown: Vec<Diagnostic> = Vec::new();
        for (template, known) in variables {
            let Ok(used) = self.tera.get_template_variables(template) else {
                let theme = chain.first().map_or("", |layer| &layer.name);
                let path = faults::template_path(&format!("{theme}/{template}"));
                let detail = format!("the theme has no template {template}");
                let fault = Diagnostic::new(Code::TemplateError, Place::whole(&path));
                unknown.push(fault.text("detail", detail));
                continue;
            };
            let mut strange: Vec<&str> = used
                .into_iter()
                .filter(|name| !known.contains(name))
                .collect();
            strange.sort_unstable();
            for name in strange {
                let place = faults::place_of_word(chain, template, name);
                let detail = format!("{name}: not one of {}", known.join(", "));
                // A template that many others extend is one fault.
                if !unknown.iter().any(|fault| fault.place == place) {
                    let fault = Diagnostic::new(Code::TemplateError, place);
                    unknown.push(fault.text("detail", detail));
                }
            }
        }
        unknown
    }
}

fn signature(tera: &Tera, name: &str) -> Option<Signature> {
    let info = tera.get_component_definition(name)?;
    let args = info
        .args()
        .iter()
        .filter(|arg| !arg.is_implicit())
        .map(|arg| {
            let kind = arg.arg_type().map(|kind| match kind {
                ComponentArgType::String => ArgKind::Text,
                ComponentArgType::Bool => ArgKind::Flag,
                ComponentArgType::Integer => ArgKind::Integer,
                ComponentArgType::Float | ComponentArgType::Number => ArgKind::Number,
                _ => ArgKind::Other,
            });
            (
                arg.name().to_owned(),
                ArgSignature {
                    kind,
                    required: arg.is_required(),
                },
            )
        });
    Some(Signature {
        args: args.collect(),
        open: info.rest_param().is_some(),
    })
}

fn register_words(tera: &mut Tera, labels: Labels) {
    tera.register_function("t", move |args: Kwargs, _: &State<'_>| {
        label(&labels, &args)
    });
}

/// `t(key="section-contacts", n=3)`: a word of the theme, in the language of the page.
fn label(labels: &Labels, args: &Kwargs) -> tera::TeraResult<Value> {
    let key: &str = args.must_get("key")?;
    let mut values = FluentArgs::new();
    for (name, value) in args.iter() {
        if let Some(name) = name.as_str().filter(|name| *name != "key") {
            values.set(name.to_owned(), fluent_value(value));
        }
    }
    Ok(Value::from(&*labels.text(key, Some(&values))))
}

fn fluent_value(value: &Value) -> FluentValue<'static> {
    match (
        value.as_str(),
        value
            .as_f64()
            .or_else(|| value.as_i128().map(|whole| whole as f64)),
    ) {
        (Some(text), _) => FluentValue::from(text.to_owned()),
        (None, Some(number)) => FluentValue::from(number),
        (None, None) => FluentValue::None,
    }
}
