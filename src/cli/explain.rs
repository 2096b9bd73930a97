//! `raccordo explain`: the meaning of a code.

use std::process::ExitCode;

use super::args::ExplainArgs;
use super::console::print_to_stdout;
use super::failure::Failure;
use crate::base::code::Code;
use crate::content::rules;
use crate::messages::Messages;
use crate::notation::suggest::nearest;

/// Prints the explanation of a code, with an example. Without a code, prints all codes.
pub(super) fn explain(args: &ExplainArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let Some(slug) = &args.code else {
        let slugs: Vec<&str> = Code::ALL.iter().map(|code| code.slug()).collect();
        let title = messages.text("cli-codes", &[]);
        print_to_stdout(&format!("{title}\n\n{}", slugs.join("\n")));
        return Ok(ExitCode::SUCCESS);
    };
    let Ok(code) = slug.parse::<Code>() else {
        let suggestion = nearest(slug, Code::ALL.iter().map(|code| code.slug()));
        let failure = Failure::new("cli-unknown-code").text("value", slug);
        return Err(match suggestion {
            Some(code) => failure.text("code", code).with_hint("cli-near-code"),
            None => failure,
        });
    };
    print_to_stdout(&messages.explain(code));
    if let Some(example) = rules::example(code) {
        let quoted = example.text.lines().map(|line| format!("    {line}\n"));
        let title = messages.text("cli-example", &[]);
        print_to_stdout(&format!("\n{title}:\n\n{}", quoted.collect::<String>()));
    }
    Ok(ExitCode::SUCCESS)
}
