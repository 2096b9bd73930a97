//! The templates of a theme, compiled with the labels of one language.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, OnceLock};

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{ComponentArgType, Context, Kwargs, Tera, TeraResult, Value};

use super::clock::{self, Stopped};
use super::{Labels, Layer, faults, inline, limits};
use crate::base::component::{AddressKind, ArgKind, ArgSignature, Signature};
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;
use crate::base::utf8::utf8_text;

/// The templates of a theme in one language.
pub struct Templates {
    tera: Tera,
    labels: Labels,
    /// Those of the embedded theme, for themes that do not extend it.
    embedded_labels: Labels,
    sources: Arc<TemplateSources>,
    /// Compiled when a page first fails: faults are reported in what the author wrote. `None` if that does not compile.
    tera_as_written: OnceLock<Option<Tera>>,
}

/// The greatest length of a page. A template that repeats itself by mistake is stopped there.
const MAX_PAGE_BYTES: usize = 256 << 20;

/// A page that is being written. What goes beyond the greatest length is dropped until the next look at the clock.
struct BoundedPage(Vec<u8>);

impl io::Write for BoundedPage {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MAX_PAGE_BYTES {
            clock::end_page();
        } else {
            self.0.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The sources of the templates of a theme and its parents, by name: `civico/body.html`.
pub(super) struct TemplateSources {
    /// The prefix of each theme's template names, the child's first.
    prefixes: Vec<String>,
    as_written: Vec<(String, String)>,
    /// With looks at the clock.
    with_looks: Vec<(String, String)>,
    /// With looks at the clock, and includes inlined.
    inlined: Vec<(String, String)>,
}

impl TemplateSources {
    /// Reads the templates of a chain.
    ///
    /// # Errors
    /// Templates nest too deep, or are put together of too many.
    pub(super) fn read(chain: &[Layer<'_>]) -> Result<TemplateSources, Vec<Diagnostic>> {
        let as_written = chain.iter().flat_map(|layer| {
            layer.folder("templates").map(|(name, file)| {
                let text = utf8_text(&file.path, &file.bytes)?;
                Ok((format!("{}/{name}", layer.name), text.to_owned()))
            })
        });
        let as_written: Result<Vec<(String, String)>, Diagnostic> = as_written.collect();
        let as_written = as_written.map_err(|fault| vec![fault])?;
        let prefixes: Vec<String> = chain.iter().map(|it| format!("{}/", it.name)).collect();
        if let Some(fault) = limits::template_fault(&as_written, &prefixes) {
            return Err(vec![fault]);
        }
        let with_looks = as_written.iter().enumerate();
        let with_looks = with_looks
            .map(|(number, (name, text))| (name.clone(), inline::with_looks(number, text)));
        let with_looks: Vec<(String, String)> = with_looks.collect();
        Ok(TemplateSources {
            inlined: inline::inline_includes(&with_looks, &prefixes),
            with_looks,
            prefixes,
            as_written,
        })
    }

    /// The templates as written, by name, the child's first.
    pub(super) fn as_written(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.as_written.iter();
        all.map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The file of a template, or of the template that defines a component.
    fn file_of(&self, name: &str) -> SourcePath {
        let definition = format!("component {name}(");
        let mut templates = self.prefixes.iter().map(|prefix| format!("{prefix}{name}"));
        let as_written = || self.as_written.iter();
        let template = templates.find(|full| as_written().any(|(it, _)| it == full));
        let component = || as_written().find(|(_, text)| text.contains(&definition));
        let found = template.or_else(|| component().map(|(name, _)| name.clone()));
        faults::template_path(&found.unwrap_or_else(|| name.to_owned()))
    }

    /// The fault of a page that was stopped.
    fn stopped(&self, stopped: Stopped) -> Diagnostic {
        let template = self.as_written.get(stopped.template);
        let (name, text) = template.map_or(("", ""), |(name, text)| (name, text));
        let tag = inline::tokens(text.get(stopped.at..).unwrap_or_default());
        let end = stopped.at + tag.into_iter().next().map_or(0, str::len);
        let place = Place::span(&faults::template_path(name), stopped.at..end);
        faults::template_error(place, stopped.why)
    }

    /// Compiles the templates with includes and labels inlined.
    fn compile_inlined(&self, labels: &Labels) -> TeraResult<Tera> {
        self.compile(&self.inlined, labels, |name, text| {
            match name.ends_with(".html") {
                true => Cow::Owned(inline::inline_labels(text, labels)),
                false => Cow::Borrowed(text),
            }
        })
    }

    fn compile_with_looks(&self, labels: &Labels) -> TeraResult<Tera> {
        self.compile(&self.with_looks, labels, |_, text| Cow::Borrowed(text))
    }

    fn compile_as_written(&self, labels: &Labels) -> TeraResult<Tera> {
        self.compile(&self.as_written, labels, |_, text| Cow::Borrowed(text))
    }

    /// Compiles templates. A child's template replaces its parents' of the same name.
    fn compile<'a>(
        &self,
        templates: &'a [(String, String)],
        labels: &Labels,
        prepare: impl Fn(&str, &'a str) -> Cow<'a, str>,
    ) -> TeraResult<Tera> {
        let mut tera = Tera::new();
        // Whatever the name of a template: what it prints becomes a part of a page.
        tera.autoescape_on([""]);
        let labels = labels.clone();
        tera.register_function("t", move |args: Kwargs, _: &tera::State<'_>| {
            label(&labels, &args)
        });
        tera.register_function(inline::LOOK, clock::look);
        tera.register_function(inline::LOOK_AT, clock::look_at);
        tera.set_fallback_prefixes(self.prefixes.clone())?;
        let templates = templates.iter();
        tera.add_raw_templates(templates.map(|(name, text)| (name, prepare(name, text))))?;
        Ok(tera)
    }
}

impl Templates {
    /// Compiles templates with the labels of a language.
    pub(super) fn compile(
        sources: &Arc<TemplateSources>,
        labels: Labels,
        embedded_labels: Labels,
    ) -> TeraResult<Templates> {
        let tera = sources.compile_inlined(&labels);
        let tera = tera.or_else(|_| sources.compile_with_looks(&labels));
        // An error is reported in what the author wrote.
        let in_source = |error| sources.compile_as_written(&labels).err().unwrap_or(error);
        let tera = tera.map_err(in_source)?;
        Ok(Templates {
            tera,
            labels,
            embedded_labels,
            sources: Arc::clone(sources),
            tera_as_written: OnceLock::new(),
        })
    }

    /// Renders a template.
    ///
    /// # Errors
    /// The fault of the template, at its place.
    pub fn render(&self, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        clock::begin();
        self.run(template, |tera| {
            // Room for most pages, so that they need not be moved while they grow.
            let mut page = BoundedPage(Vec::with_capacity(64 << 10));
            tera.render_to(template, context, &mut page)?;
            clock::check_length()?;
            Ok(String::from_utf8(page.0)?)
        })
    }

    /// Renders a component that an editor's text calls. Beside its arguments it sees `implicits`.
    ///
    /// # Errors
    /// The fault of the component, at its place.
    pub fn component(
        &self,
        name: &str,
        args: &Context,
        implicits: &Context,
        body: Option<&str>,
    ) -> Result<String, Box<Diagnostic>> {
        self.run(name, |tera| {
            tera.render_component_with_implicits(name, args, implicits, body, true)
        })
    }

    /// Renders something. If that fails, renders it again from the templates as written, for the place of the fault.
    fn run(
        &self,
        name: &str,
        render: impl Fn(&Tera) -> TeraResult<String>,
    ) -> Result<String, Box<Diagnostic>> {
        render(&self.tera).map_err(|error| {
            if let Some(stopped) = clock::take_stopped() {
                return Box::new(self.sources.stopped(stopped));
            }
            let compile = || self.sources.compile_as_written(&self.labels).ok();
            let as_written = self.tera_as_written.get_or_init(compile).as_ref();
            let same_error = as_written.and_then(|tera| render(tera).err());
            Box::new(faults::fault(
                &same_error.unwrap_or(error),
                &self.sources.file_of(name),
            ))
        })
    }

    /// A label of an output that is no page, with these variables: of the theme, else of the embedded one. Returns the key
    /// if neither has it.
    pub fn words<'a>(&'a self, key: &'a str, args: Option<&FluentArgs<'_>>) -> Cow<'a, str> {
        let found = self.labels.find(key, args);
        found.unwrap_or_else(|| self.embedded_labels.text(key, args))
    }

    /// A label of the theme. Returns the key if there is none.
    pub fn label<'a>(&'a self, key: &'a str) -> Cow<'a, str> {
        self.labels.text(key, None)
    }

    /// The arguments of each component.
    pub(super) fn components(&self) -> BTreeMap<String, Signature> {
        let signature = |name: &str| Some((name.to_owned(), signature(&self.tera, name)?));
        self.tera
            .get_component_names()
            .filter_map(signature)
            .collect()
    }

    /// The faults of templates that are missing or name variables that their view lacks.
    ///
    /// Without this check, a misspelt variable would fail on the first page that renders it. `views` are the
    /// templates and the variables that each of them sees.
    pub(super) fn check_variables(
        &self,
        chain: &[Layer<'_>],
        views: &[(&'static str, &'static [&'static str])],
    ) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = Vec::new();
        for (template, known) in views {
            let Ok(used) = self.tera.get_template_variables(template) else {
                let theme = chain.first().map_or("", |layer| &layer.name);
                let path = faults::template_path(&format!("{theme}/{template}"));
                let detail = format!("the theme has no template {template}");
                found.push(faults::template_error(Place::whole(&path), detail));
                continue;
            };
            let used: BTreeSet<&str> = used.into_iter().collect();
            for name in used.into_iter().filter(|name| !known.contains(name)) {
                let place = faults::place_of_word(chain, template, name);
                // A template that many others extend is reported once.
                if !found.iter().any(|fault| fault.place == place) {
                    let detail = format!("{name}: not one of {}", known.join(", "));
                    found.push(faults::template_error(place, detail));
                }
            }
        }
        found
    }
}

fn signature(tera: &Tera, name: &str) -> Option<Signature> {
    let component = tera.get_component_definition(name)?;
    let args = component.args().iter().filter(|arg| !arg.is_implicit());
    let declared = |list: &str, arg: &str| {
        let list = component.metadata().get(list).and_then(Value::as_array);
        list.is_some_and(|list| list.iter().any(|it| it.as_str() == Some(arg)))
    };
    let args = args.map(|arg| {
        let address = match () {
            () if declared("links", arg.name()) => Some(AddressKind::Link),
            () if declared("images", arg.name()) => Some(AddressKind::Image),
            () => None,
        };
        let kind = arg.arg_type().map(|kind| match kind {
            ComponentArgType::String => ArgKind::Text,
            ComponentArgType::Bool => ArgKind::Flag,
            ComponentArgType::Integer => ArgKind::Integer,
            ComponentArgType::Float | ComponentArgType::Number => ArgKind::Number,
            _ => ArgKind::Other,
        });
        let kind = address.map(ArgKind::Address).or(kind);
        let required = arg.is_required();
        (arg.name().to_owned(), ArgSignature { kind, required })
    });
    Some(Signature {
        args: args.collect(),
        open: component.rest_param().is_some(),
    })
}

/// The Tera function `t(key="section-contacts", n=3)`: a label in the language of the page.
fn label(labels: &Labels, args: &Kwargs) -> TeraResult<Value> {
    let key: &str = args.must_get("key")?;
    if let Some(label) = labels.constant(key) {
        return Ok(Value::from(label));
    }
    let format = || {
        let named = variables(args).map(|(name, value)| (name.to_owned(), fluent_value(value)));
        let named = FluentArgs::from_iter(named);
        labels.text(key, Some(&named)).into_owned()
    };
    let kept = only_number(args).and_then(|number| labels.counted(key, number));
    Ok(match kept {
        Some(kept) => Value::from(kept.get_or_init(format).as_str()),
        None => Value::from(format()),
    })
}

/// The variables of a label.
fn variables(args: &Kwargs) -> impl Iterator<Item = (&str, &Value)> {
    args.iter().filter_map(|(name, value)| {
        let name = name.as_str().filter(|name| *name != "key")?;
        Some((name, value))
    })
}

/// The variable `n`, if there is no other and it is a whole number.
fn only_number(args: &Kwargs) -> Option<usize> {
    let mut variables = variables(args);
    let (name, value) = variables.next()?;
    let is_only = name == "n" && variables.next().is_none();
    let number = value.as_i128().filter(|_| is_only)?;
    usize::try_from(number).ok()
}

fn fluent_value(value: &Value) -> FluentValue<'static> {
    let whole = || value.as_i128().map(|whole| whole as f64);
    match (value.as_str(), value.as_f64().or_else(whole)) {
        (Some(text), _) => FluentValue::from(text.to_owned()),
        (None, Some(number)) => FluentValue::from(number),
        (None, None) => FluentValue::None,
    }
}
