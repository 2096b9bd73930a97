//! The words for everything that Raccordo says to a person, in the reader's language.
//!
//! One Fluent catalogue per language, with the same keys. The key of a diagnostic's message is the
//! slug of its code. The attributes of that message are its hints (`hint`, or a name that the stage
//! chose), the label of a second place (`related`) and the text of `raccordo explain` (`why`). The
//! message itself may select on `$hint`, the name of the chosen hint.
//!
//! A label (`type-body`) is a word that messages name; its attributes are its forms with an article
//! (`a`, `the`) or with "no" (`none`). A message that names the label `type` reads the forms as
//! `$type`, `$type_a`, `$type_the`, `$type_none`; a label without forms stands for them itself.

mod day;

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::base::code::{Code, Severity};
use crate::base::diagnostic::{Arg, Diagnostic};

/// A language in which Raccordo speaks to the people who use it.
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

    fn source(self) -> &'static str {
        match self {
            UiLanguage::Italian => include_str!("it.ftl"),
            UiLanguage::English => include_str!("en.ftl"),
        }
    }
}

/// The catalogue of one language.
pub struct Messages {
    language: UiLanguage,
    bundle: FluentBundle<FluentResource>,
}

/// The forms of a label, and the endings of the variables that hold them.
const FORMS: [(&str, &str); 3] = [("a", "_a"), ("the", "_the"), ("none", "_none")];

/// A longer value makes a message that nobody reads; the source line shows it anyway.
const LONGEST_VALUE: usize = 400;

impl Messages {
    /// Reads the catalogue of a language.
    pub fn new(language: UiLanguage) -> Messages {
        let locale = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        // A fault in a catalogue costs the message it is in, never the run; tests find it first.
        let (Ok(catalogue) | Err((catalogue, _))) =
            FluentResource::try_new(language.source().to_owned());
        let _ = bundle.add_resource(catalogue);
        let _ = bundle.add_function("DAY", move |values, _| day::in_words(values, language));
        let _ = bundle.add_function("GIVEN", |values, _| given(values).into());
        Messages { language, bundle }
    }

    /// The language of the catalogue.
    pub fn language(&self) -> UiLanguage {
        self.language
    }

    /// What a diagnostic says, in one line.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        let mut args = args(diagnostic);
        args.push(("hint", Arg::Text(chosen_hint(diagnostic).to_owned())));
        self.text(diagnostic.code.slug(), &args)
    }

    /// What a diagnostic advises, if it advises anything.
    pub fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        let hint = self.attribute(diagnostic, chosen_hint(diagnostic));
        debug_assert!(
            hint.is_some() || diagnostic.hint.is_none(),
            "{} has no hint {:?}",
            diagnostic.code,
            diagnostic.hint
        );
        hint.or_else(|| self.attribute(diagnostic, "hint"))
    }

    /// What the second place of a diagnostic is.
    pub fn related(&self, diagnostic: &Diagnostic) -> Option<String> {
        diagnostic.related.as_ref()?;
        let related = self.attribute(diagnostic, "related");
        debug_assert!(related.is_some(), "{} has no `related`", diagnostic.code);
        related
    }

    /// What a code means, why it matters and what to do, in Markdown.
    pub fn explain(&self, code: Code) -> String {
        let why = self
            .pattern(code.slug(), Some("why"), &[])
            .unwrap_or_default();
        let severity = self.severity(code.severity());
        format!("# {} ({severity})\n\n{why}\n", code.slug())
    }

    /// A code in one sentence, whatever the values in its message: the first of its explanation.
    pub fn gist(&self, code: Code) -> String {
        let why = self
            .pattern(code.slug(), Some("why"), &[])
            .unwrap_or_default();
        let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
        match why.find(". ") {
            Some(end) => why.get(..=end).unwrap_or_default().to_owned(),
            None => why,
        }
    }

    /// The word for a severity.
    pub fn severity(&self, severity: Severity) -> String {
        self.text(
            match severity {
                Severity::Error => "severity-error",
                Severity::Warning => "severity-warning",
            },
            &[],
        )
    }

    /// Any message of the catalogue, or its key when the catalogue lacks it.
    pub fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.pattern(key, None, args)
            .unwrap_or_else(|| key.to_owned())
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
        let args = self.values(args);
        // An absent variable is shown by its name, `{$near}`: better than no message.
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors);
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
                    for (form, ending) in FORMS {
                        let form = self.pattern(key, Some(form), &[]);
                        values.set(
                            format!("{name}{ending}"),
                            form.unwrap_or_else(|| label.clone()),
                        );
                    }
                    values.set(*name, label);
                }
            }
        }
        values
    }
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
        Some(FluentValue::String(text)) if text.is_empty() => "no",
        Some(FluentValue::String(_) | FluentValue::Number(_)) => "yes",
        _ => "no",
    }
}

/// A value as it can stand in a line of text: no line breaks, not endless.
fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let short = match text.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    };
    if short.contains(['\n', '\r', '\t']) {
        Cow::Owned(short.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        short
    }
}

#[cfg(test)]
mod tests;
