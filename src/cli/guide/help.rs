//! `raccordo help`: a command, a type, a field or a page of the guide, in the terminal.

use std::process::ExitCode;

use super::presence::{is_needed, presence};
use super::types::{Place, TYPES, Type, records};
use super::{anchor, examples, pages, shape, title};
use crate::base::diagnostic::Arg;
use crate::cli::args::HelpArgs;
use crate::cli::console::print_to_stdout;
use crate::cli::failure::Failure;
use crate::cli::help::command;
use crate::cli::schema::described;
use crate::messages::{Messages, UiLanguage};
use crate::notation::schema::Record;
use crate::notation::suggest::may_mean;

/// Where the guide is published. Empty until the package says so.
const GUIDE: &str = env!("CARGO_PKG_HOMEPAGE");

/// The most names that are proposed for an unknown one.
const MAX_NEAR: usize = 8;

/// Prints the help of the program, of a command, of a type or of a field, or a page of the guide.
pub(crate) fn help(args: &HelpArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let words: Vec<&str> = args.topic.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["field"] => print_to_stdout(&all_types(messages)),
        ["field", name] => print_to_stdout(&field(name, messages)?),
        ["guide"] => print_to_stdout(&all_pages(messages)),
        ["guide", name] => print_to_stdout(page(name, messages)?),
        words => match words.first().and_then(|word| Type::named(word)) {
            Some(of) => print_to_stdout(&of_type(of, messages)),
            None => print_to_stdout(&of_command_or_field(words, messages)?),
        },
    }
    Ok(ExitCode::SUCCESS)
}

fn of_command(words: &[&str], messages: &Messages) -> Result<String, Failure> {
    let mut command = &mut command(messages);
    for word in words {
        let is_known = command.find_subcommand(word).is_some();
        if !is_known {
            return Err(unknown(&words.join(" ")));
        }
        command = match command.find_subcommand_mut(word) {
            Some(found) => found,
            None => return Err(unknown(word)),
        };
    }
    Ok(command.render_help().to_string().trim_end().to_owned())
}

/// The help of a command, or of a field whose name is no command.
fn of_command_or_field(words: &[&str], messages: &Messages) -> Result<String, Failure> {
    let of_command = of_command(words, messages);
    match words {
        [name] if of_command.is_err() => field(name, messages),
        _ => of_command,
    }
}

fn all_types(messages: &Messages) -> String {
    let lines = TYPES
        .iter()
        .map(|of| format!("  {:<14}{}", of.word, title(of, messages)));
    let lines: Vec<String> = lines.collect();
    let next = messages.text("guide-help-types", &[]);
    format!("{}\n\n{next}", lines.join("\n"))
}

fn all_pages(messages: &Messages) -> String {
    let pages = pages::names(messages.language());
    let lines: Vec<String> = pages
        .map(|(name, title)| format!("  {name:<22}{title}"))
        .collect();
    let next = messages.text("guide-help-pages", &[]);
    format!("{}\n\n{next}", lines.join("\n"))
}

fn page(name: &str, messages: &Messages) -> Result<&'static str, Failure> {
    let page = pages::text(name, messages.language());
    page.ok_or_else(|| unknown_topic(name, pages_with(name, messages)))
}

/// What opens the pages of the guide in which there is a word.
fn pages_with(word: &str, messages: &Messages) -> impl Iterator<Item = String> {
    let names = pages::with_word(word, messages.language());
    names.map(|it| format!("guide {it}"))
}

/// What a name of a field or a type says.
fn field(name: &str, messages: &Messages) -> Result<String, Failure> {
    let shared = shared_name(name);
    let name = shared.as_deref().unwrap_or(name);
    let all: Vec<(&Type, Place)> = TYPES
        .iter()
        .flat_map(|of| of.fields().into_iter().map(move |place| (of, place)))
        .collect();
    let mut found: Vec<&(&Type, Place)> = all
        .iter()
        .filter(|(of, place)| full_name(of, place) == name || ends_with(&place.path, name))
        .collect();
    // A field of a type comes before those that are deeper.
    found.sort_by_key(|(_, place)| place.path.matches('.').count());
    let Some(((of, place), others)) = found.split_first().map(|(first, rest)| (*first, rest))
    else {
        let of = Type::named(name).ok_or_else(|| unknown_field(name, &all, messages))?;
        return Ok(of_type(of, messages));
    };
    let mut text = of_place(of, place, messages);
    let others: Vec<String> = others
        .iter()
        .map(|(of, place)| full_name(of, place))
        .collect();
    if !others.is_empty() {
        let names = ("names", Arg::Text(others.join(", ")));
        text += &format!("\n\n{}", messages.text("guide-help-also", &[names]));
    }
    Ok(text)
}

/// The name of a field that several types share, of which one is named: `common.id` for `body.id`.
fn shared_name(name: &str) -> Option<String> {
    let (of, path) = name.split_once('.')?;
    let key = path.split('.').next()?;
    let record = Type::named(of)?.record;
    let mut shared = record.shared.iter().filter(|it| it.field(key).is_some());
    Some(format!("{}.{path}", Type::of(shared.next()?)?.word))
}

fn of_type(of: &Type, messages: &Messages) -> String {
    let mut lines = vec![
        format!("{} ({})", title(of, messages), of.word),
        String::new(),
        described(of.record, None, messages),
        String::new(),
    ];
    for field in of.record.all_fields() {
        let mark = if is_needed(of.record, field) {
            '*'
        } else {
            ' '
        };
        let doc = described(of.record, Some(field), messages);
        lines.push(format!("{mark} {:<18}{doc}", field.key));
    }
    lines.push(format!("\n{}", messages.text("guide-help-required", &[])));
    lines.extend(address(of, "", messages.language()));
    lines.join("\n")
}

fn of_place(of: &Type, place: &Place, messages: &Messages) -> String {
    let name = |record: &Record| {
        let of = Type::of(record)?;
        Some(format!("{} ({})", title(of, messages), of.word))
    };
    let example = examples::of_field(place).unwrap_or_default();
    let example = example.lines().map(|line| format!("    {line}\n"));
    let anchor = format!("#{}", anchor(&place.path));
    let text = format!(
        "{}\n\n{}\n\n{}: {}\n{}{}\n\n{}\n{}",
        full_name(of, place),
        described(place.record, Some(place.field), messages),
        messages.text("guide-shape", &[]),
        shape::in_words(place.field, messages, &name, |list| format!("`{list}`")),
        presence(place, messages),
        inner_keys(place, messages),
        example.collect::<String>(),
        address(of, &anchor, messages.language()).unwrap_or_default(),
    );
    text.trim_end().to_owned()
}

/// The keys of a group, in a line of their own. Empty for a field that is no group.
fn inner_keys(place: &Place, messages: &Messages) -> String {
    let keys = records(place.field.shape).into_iter();
    let keys = keys.flat_map(|it| it.all_fields().map(|field| field.key));
    let keys: Vec<&str> = keys.collect();
    if keys.is_empty() {
        return String::new();
    }
    let names = ("names", Arg::Text(keys.join(", ")));
    format!("\n{}", messages.text("guide-help-inner", &[names]))
}

/// The name by which a field is asked for: `body.territory.area`.
fn full_name(of: &Type, place: &Place) -> String {
    format!("{}.{}", of.word, place.path)
}

fn ends_with(path: &str, name: &str) -> bool {
    let before = path.strip_suffix(name);
    before.is_some_and(|it| it.is_empty() || it.ends_with('.'))
}

/// The address of a page of the guide, if it is published.
fn address(of: &Type, anchor: &str, language: UiLanguage) -> Option<String> {
    let language = match language {
        UiLanguage::Italian => String::new(),
        other => format!("{}/", other.tag()),
    };
    let page = format!(
        "{language}guida/{}/{}/{anchor}",
        super::TYPES_FOLDER,
        of.word
    );
    (!GUIDE.is_empty()).then(|| format!("{GUIDE}/{page}"))
}

fn unknown_field(name: &str, all: &[(&Type, Place)], messages: &Messages) -> Failure {
    let last = name.rsplit('.').next().unwrap_or(name);
    let is_near = |place: &Place| may_mean(last, place.field.key) || last == place.field.key;
    let near = all.iter().filter(|(_, place)| is_near(place));
    let mut fields: Vec<String> = near.map(|(of, place)| full_name(of, place)).collect();
    fields.sort_by_key(|name| name.matches('.').count());
    let types = TYPES.iter().filter(|of| may_mean(last, of.word));
    let types = types.map(|of| of.word.to_owned());
    let command = command(messages);
    let commands = command.get_subcommands().map(|it| it.get_name().to_owned());
    let commands = commands.filter(|it| may_mean(last, it));
    let near = types.chain(commands).chain(fields);
    unknown_topic(name, near.chain(pages_with(name, messages)))
}

/// A topic that there is not, with those that may be meant.
fn unknown_topic(name: &str, near: impl Iterator<Item = String>) -> Failure {
    let near: Vec<String> = near.take(MAX_NEAR).collect();
    match near.is_empty() {
        true => unknown(name),
        false => unknown(name)
            .text("near", near.join(", "))
            .with_hint("cli-near-fields"),
    }
}

fn unknown(name: &str) -> Failure {
    Failure::new("cli-unknown-topic").text("value", name)
}
