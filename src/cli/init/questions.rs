//! The questions of `init`. They are asked at a terminal only, and only where no option has answered them.

use std::io::{IsTerminal, stdin};

use clap::ValueEnum;

use super::answers::Answers;
use crate::base::diagnostic::Arg;
use crate::cli::args::InitArgs;
use crate::cli::console::print_to_stderr;
use crate::cli::template::{SiteLanguage, one_line};
use crate::messages::Messages;

/// Asks what the options do not say.
pub(super) fn ask(args: &InitArgs, messages: &Messages) -> Answers {
    let asks = stdin().is_terminal() && std::io::stderr().is_terminal();
    let answer = |key: &str| asks.then(|| typed(key, messages))?;
    let authority = args.authority.clone();
    let title = args.title.clone();
    Answers {
        authority: authority.or_else(|| answer("cli-ask-authority")),
        title: title.or_else(|| answer("cli-ask-title")),
        language: args.language.unwrap_or_else(|| language(answer)),
    }
}

/// Asks until a language is named in which a site can begin.
fn language(answer: impl Fn(&str) -> Option<String>) -> SiteLanguage {
    loop {
        match answer("cli-ask-language").map(|it| SiteLanguage::from_str(&it, true)) {
            Some(Ok(language)) => return language,
            Some(Err(_)) => {}
            None => return of_environment(),
        }
    }
}

/// The line that is typed. Returns `None` if there is nothing in it.
fn typed(key: &str, messages: &Messages) -> Option<String> {
    let default = ("default", Arg::Text(of_environment().tag().to_owned()));
    print_to_stderr(&messages.text(key, &[default]));
    let mut line = String::new();
    stdin().read_line(&mut line).ok()?;
    Some(one_line(&line)).filter(|line| !line.is_empty())
}

/// The language of the environment, or else Italian.
fn of_environment() -> SiteLanguage {
    let locale = sys_locale::get_locale();
    let language = locale.and_then(|locale| SiteLanguage::of_tag(&locale));
    language.unwrap_or(SiteLanguage::It)
}
