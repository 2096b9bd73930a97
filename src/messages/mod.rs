//! The messages of the program, in the language of its user.
//!
//! Each language has a Fluent catalogue with the same keys. The key of a diagnostic's message is the slug of its code.
//! The attributes of the message are its hints (`hint`, or the name that the diagnostic chose), the label of its second
//! place (`related`) and the text of `raccordo explain` (`why`). The message may select on `$hint`, the name of the
//! hint.
//!
//! A label (`type-body`) is a word for use in messages. Its attributes are its forms with an article (`a`, `the`) and
//! with "no" (`none`). A message with the label `type` has the variables `$type`, `$type_a`, `$type_the` and
//! `$type_none`. A form that the label lacks is the label itself.

mod date;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::base::code::{Code, Severity};
use crate::base::diagnostic::{Arg, Diagnostic};
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::content::locale::Locale;
use crate::notation::scalar::Text;
use crate::notation::toml;

/// A language of the program's own messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UiLanguage {
    /// Italian.
    Italian,
    /// English.
    English,
}

impl UiLanguage {
    /// Every language that has a catalogue.
    pub const ALL: [UiLanguage; 2] = [UiLanguage::Italian, UiLanguage::English];

    /// The BCP 47 tag: `it`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            UiLanguage::Italian => "it",
            UiLanguage::English => "en",
        }
    }

    /// The rules by which dates are written.
    fn dates(self) -> Locale {
        let tag = match self {
            UiLanguage::Italian => "it",
            UiLanguage::English => "en-GB",
        };
        Locale::new(&Language::parse(tag).unwrap_or_else(Language::italian))
    }

    fn source(self) -> &'static str {
        match self {
            UiLanguage::Italian => include_str!("it.ftl"),
            UiLanguage::English => include_str!("en.ftl"),
        }
    }
}

/// The messages in one language.
pub struct Messages {
    language: UiLanguage,
    bundle: FluentBundle<FluentResource>,
    descriptions: LazyLock<Descriptions, fn() -> Descriptions>,
}

/// What fields are, by type and key.
type Descriptions = BTreeMap<String, BTreeMap<String, Text>>;

/// The forms of a label, and the suffixes of the variables that hold them.
const FORMS: [(&str, &str); 3] = [("a", "_a"), ("the", "_the"), ("none", "_none")];

/// The number of characters to which values are cut in messages: the words of a list with their names are told whole. The
/// source line shows the whole value.
const MAX_VALUE_CHARS: usize = 1_000;

impl Messages {
    /// Reads the catalogue of a language.
    pub fn new(language: UiLanguage) -> Messages {
        let locale = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        // A fault in a catalogue only loses the message that it is in. A test finds it first.
        let (Ok(catalogue) | Err((catalogue, _))) =
            FluentResource::try_new(language.source().to_owned());
        let _ = bundle.add_resource(catalogue);
        let dates = LazyLock::new(move || language.dates());
        let _ = bundle.add_function("DAY", move |values, _| date::format_value(values, &dates));
        let _ = bundle.add_function("PRECISION", |values, _| date::precision(values).into());
        let _ = bundle.add_function("GIVEN", |values, _| given(values).into());
        let descriptions = match language {
            UiLanguage::Italian => LazyLock::new(italian_descriptions as fn() -> Descriptions),
            UiLanguage::English => LazyLock::new(Descriptions::new as fn() -> Descriptions),
        };
        Messages {
            language,
            bundle,
            descriptions,
        }
    }

    /// The language of the catalogue.
    pub fn language(&self) -> UiLanguage {
        self.language
    }

    /// The message of a diagnostic, in one line.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        let mut args = args(diagnostic);
        args.push(("hint", Arg::Text(chosen_hint(diagnostic).to_owned())));
        self.text(diagnostic.code.slug(), &args)
    }

    /// The hint of a diagnostic, if it has one.
    pub fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        let (code, name) = (diagnostic.code, chosen_hint(diagnostic));
        let hint = self.attribute(diagnostic, name);
        debug_assert!(
            hint.is_some() || name == "hint",
            "{code} has no hint {name}"
        );
        hint.or_else(|| self.attribute(diagnostic, "hint"))
    }

    /// The label of a diagnostic's second place, if it has one.
    pub fn related(&self, diagnostic: &Diagnostic) -> Option<String> {
        diagnostic.related.as_ref()?;
        let related = self.attribute(diagnostic, "related");
        debug_assert!(related.is_some(), "{} has no `related`", diagnostic.code);
        related
    }

    /// What a code means, why it matters and what to do, in Markdown.
    pub fn explain(&self, code: Code) -> String {
        let why = self.why(code);
        let severity = self.severity(code.severity());
        format!("# {} ({severity})\n\n{why}\n", code.slug())
    }

    /// The first sentence of a code's explanation, which has no values of a diagnostic.
    pub fn summary(&self, code: Code) -> String {
        let why = join_lines(&self.why(code));
        match why.split_once(". ") {
            Some((summary, _)) => format!("{summary}."),
            None => why,
        }
    }

    /// What a field of a type is, or the type itself if the key is empty. Returns `None` where the doc of the type, which
    /// is in English, says it.
    pub fn description(&self, of_type: &str, key: &str) -> Option<String> {
        let key = if key.is_empty() { "_" } else { key };
        let text = self.descriptions.get(of_type)?.get(key)?;
        Some(text.as_str().to_owned())
    }

    /// The name of a severity.
    pub fn severity(&self, severity: Severity) -> String {
        let key = match severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Accepted => "severity-accepted",
        };
        self.text(key, &[])
    }

    /// The message with this key. Returns the key if there is no message.
    pub fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let text = self.pattern(key, None, args);
        text.unwrap_or_else(|| key.to_owned())
    }

    /// What a code means, why it matters and what to do, in Markdown without a title.
    pub fn why(&self, code: Code) -> String {
        let why = self.pattern(code.slug(), Some("why"), &[]);
        why.unwrap_or_default()
    }

    fn attribute(&self, diagnostic: &Diagnostic, name: &str) -> Option<String> {
        self.pattern(diagnostic.code.slug(), Some(name), &args(diagnostic))
    }

    fn pattern(&self, key: &str, attribute: Option<&str>, args: &[(&str, Arg)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        // A missing variable is shown as its name, `{$near}`, which is better than no message.
        let (values, mut errors) = (self.values(args), Vec::new());
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut errors);
        let is_complete = errors.is_empty() || args.is_empty() || !text.contains("{$");
        debug_assert!(is_complete, "{key}: {errors:?}");
        Some(text.into_owned())
    }

    fn values<'a>(&self, args: &[(&'a str, Arg)]) -> FluentArgs<'a> {
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, one_line(text).into_owned()),
                Arg::Number(number) => values.set(*name, *number),
                Arg::Label(key) => {
                    let label = self.text(key, &[]);
                    for (form, suffix) in FORMS {
                        let form = self.pattern(key, Some(form), &[]);
                        let form = form.unwrap_or_else(|| label.clone());
                        values.set(format!("{name}{suffix}"), form);
                    }
                    values.set(*name, label);
                }
            }
        }
        values
    }
}

fn italian_descriptions() -> Descriptions {
    let path = SourcePath::new("fields.it.toml");
    toml::read(&path, include_str!("fields.it.toml")).unwrap_or_default()
}

fn args(diagnostic: &Diagnostic) -> Vec<(&str, Arg)> {
    let args = diagnostic.args.iter();
    args.map(|(name, arg)| (&**name, arg.clone())).collect()
}

fn chosen_hint(diagnostic: &Diagnostic) -> &str {
    diagnostic.hint.as_deref().unwrap_or("hint")
}

/// The Fluent function `GIVEN($value)`, for selectors: `no` for an empty text, else `yes`.
fn given(values: &[FluentValue<'_>]) -> &'static str {
    match values.first() {
        Some(FluentValue::String(text)) if !text.is_empty() => "yes",
        Some(FluentValue::Number(_)) => "yes",
        _ => "no",
    }
}

/// A value without line breaks and other characters that are not seen, cut if it is too long.
fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let short = match text.char_indices().nth(MAX_VALUE_CHARS) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    };
    if short.contains(['\n', '\r', '\t']) {
        return Cow::Owned(join_lines(&short).replace(char::is_control, "\u{fffd}"));
    }
    match short.contains(char::is_control) {
        true => Cow::Owned(short.replace(char::is_control, "\u{fffd}")),
        false => short,
    }
}

fn join_lines(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
