//! `raccordo explain`: the meaning of a code.

use std::process::ExitCode;

use super::args::ExplainArgs;
use super::console::print_to_stdout;
use super::failure::Failure;
use crate::base::code::Code;
use crate::content::rules::{self, Example};
use crate::messages::Messages;
use crate::notation::suggest::nearest;

/// Prints the explanation of a code, with an example of the fault and its mending. Without a code, prints all codes.
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
    let example = rules::example(code).map(|it| shown(it, messages));
    let text = messages.explain(code) + &example.unwrap_or_default();
    print_to_stdout(text.trim_end());
    Ok(ExitCode::SUCCESS)
}

fn shown(example: &Example, messages: &Messages) -> String {
    let lines = example.text.lines().enumerate();
    let lines = lines.map(|(index, line)| match index + 1 == example.line {
        true => format!("  > {line}\n"),
        false => format!("    {line}\n"),
    });
    let mended = example.mended();
    let mended = mended.lines().map(|line| format!("    {line}\n"));
    format!(
        "\n{}:\n\n{}\n{}:\n\n{}",
        messages.text("cli-example-wrong", &[]),
        lines.collect::<String>(),
        messages.text("cli-example-mended", &[]),
        mended.collect::<String>()
    )
}
