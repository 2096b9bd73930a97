//! The templates of a theme, compiled with the words of one language.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{ComponentArgType, Context, Kwargs, State, Tera, Value};

use super::{Labels, Layer, faults, prepared};
use crate::base::code::Code;
use crate::base::component::{ArgKind, ArgSignature, Signature};
use crate::base::diagnostic::{Diagnostic, Place};

/// The templates of a theme in one language.
pub struct Templates {
    tera: Tera,
    labels: Labels,
    written: Arc<Written>,
    /// Nothing where they do not compile, which is not known before it is asked.
    as_written: OnceLock<Option<Tera>>,
}

/// The templates of a chain of themes, as their authors wrote them.
pub(super) struct Written {
    /// What comes before the names of each theme's templates, the child's first.
    prefixes: Vec<String>,
    /// By name, with what comes before it.
    texts: Vec<(String, String)>,
    /// The same with what they include in its place.
    whole: Vec<(String, String)>,
}

impl Written {
    pub(super) fn read(chain: &[Layer<'_>]) -> Written {
        let texts = chain.iter().flat_map(|layer| {
            layer.folder("templates").map(|(name, file)| {
                let bytes = &file.bytes;
                let text = String::from_utf8_lossy(bytes).into_owned();
                (format!("{}/{name}", layer.name), text)
            })
        });
        let texts: Vec<(String, String)> = texts.collect();
        let prefixes: Vec<String> = chain.iter().map(|it| format!("{}/", it.name)).collect();
        Written {
            whole: prepared::whole(&texts, &prefixes),
            prefixes,
            texts,
        }
    }

    /// Compiles them, as they are or made ready for a language. A template of a child replaces its parents' of the
    /// same name.
    fn compile(&self, labels: &Labels, form: Form) -> tera::TeraResult<Tera> {
        let mut tera = Tera::new();
        register_words(&mut tera, labels.clone());
        tera.set_fallback_prefixes(self.prefixes.clone())?;
        match form {
            Form::Written => {
                tera.add_raw_templates(self.texts.iter().map(|(name, text)| (name, text)))?
            }
            Form::Prepared => tera.add_raw_templates(self.whole.iter().map(|(name, text)| {
                let text = prepared::worded(name, text, labels);
                (name, text)
            }))?,
        }
        Ok(tera)
    }
}

/// Templates as their authors wrote them, or made ready before any page is.
enum Form {
    Written,
    Prepared,
}

impl Templates {
    /// Compiles templates with the words of a language.
    pub(super) fn compile(written: &Arc<Written>, labels: Labels) -> tera::TeraResult<Templates> {
        // What does not compile is to be said of what its author wrote.
        let tera = written
            .compile(&labels, Form::Prepared)
            .or_else(|_| written.compile(&labels, Form::Written))?;
        Ok(Templates {
            tera,
            labels,
            written: Arc::clone(written),
            as_written: OnceLock::new(),
        })
    }

    /// Renders a template.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub fn render(&self, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.tell(template, |tera| {
            // Room for most pages, so that they need not be moved while they grow.
            let mut page = Vec::with_capacity(64 << 10);
            tera.render_to(template, context, &mut page)?;
            Ok(String::from_utf8(page)?)
        })
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
        self.tell(name, |tera| {
            tera.render_component_with_implicits(name, args, implicits, body, true)
        })
    }

    /// What is made of templates; what is wrong with them is said of what their author wrote.
    fn tell(
        &self,
        name: &str,
        make: impl Fn(&Tera) -> tera::TeraResult<String>,
    ) -> Result<String, Box<Diagnostic>> {
        make(&self.tera).map_err(|error| {
            let compile = || self.written.compile(&self.labels, Form::Written).ok();
            let again = self.as_written.get_or_init(compile).as_ref().map(make);
            let error = again.and_then(Result::err).unwrap_or(error);
            Box::new(faults::fault(&error, name))
        })
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
    pub(super) fn unknown_variables(
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
    let counted = || labels.counted(key, number(args)?);
    if let Some(word) = labels.constant(key).or_else(counted) {
        return Ok(Value::from(word));
    }
    let mut values = FluentArgs::new();
    for (name, value) in args.iter() {
        if let Some(name) = name.as_str().filter(|name| *name != "key") {
            values.set(name.to_owned(), fluent_value(value));
        }
    }
    Ok(Value::from(&*labels.text(key, Some(&values))))
}

/// The number `n`, where nothing else is to be filled in.
fn number(args: &Kwargs) -> Option<usize> {
    let mut others = args.iter().filter(|(name, _)| name.as_str() != Some("key"));
    match (others.next(), others.next()) {
        (Some((name, number)), None) if name.as_str() == Some("n") => {
            usize::try_from(number.as_i128()?).ok()
        }
        _ => None,
    }
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
