//! `raccordo init`: the files that a site begins with. What is there stays as it is.

mod answers;
mod plan;
mod questions;

use std::process::ExitCode;

use super::args::InitArgs;
use super::console::print_to_stdout;
use super::failure::Failure;
use super::numbers::number;
use crate::base::diagnostic::Arg;
use crate::messages::Messages;
use crate::site::new_files;
use answers::REPOSITORY;
use plan::Plan;

/// Writes all files or none, and says what has become of each.
pub(super) fn init(args: &InitArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let plan = Plan::new(args, messages)?;
    let written = new_files::create_all(&plan.new);
    written.map_err(|(path, error)| Failure::cannot_write(&path, &error))?;
    print(&plan, args, messages);
    Ok(ExitCode::SUCCESS)
}

/// The options that only a new site takes.
fn given(args: &InitArgs) -> Vec<&'static str> {
    let options = [
        ("--authority", args.authority.is_some()),
        ("--title", args.title.is_some()),
        ("--language", args.language.is_some()),
        ("--example", args.example),
    ];
    let given = options.into_iter().filter(|(_, is_given)| *is_given);
    given.map(|(option, _)| option).collect()
}

fn print(plan: &Plan, args: &InitArgs, messages: &Messages) {
    let shown = [
        ("folder", Arg::Text(args.dir.to_string_lossy().into_owned())),
        ("new", number(plan.new.len())),
        ("kept", number(plan.kept.len())),
    ];
    let (begun, left_out) = match plan.is_site {
        true => ("cli-begun-again", "cli-begun-left-out"),
        false => ("cli-begun", "cli-begun-taken"),
    };
    print_to_stdout(&messages.text(begun, &shown));
    let is_below = |it: &&new_files::NewFile| it.root != args.dir;
    for file in &plan.new {
        let root = Some(&file.root).filter(|_| is_below(&file));
        let path = root.map(|it| it.join(&file.name).to_string_lossy().into_owned());
        print_to_stdout(&format!("  + {}", path.as_ref().unwrap_or(&file.name)));
    }
    if !plan.kept.is_empty() {
        print_to_stdout(&messages.text("cli-begun-kept", &shown));
        for name in &plan.kept {
            print_to_stdout(&format!("  = {name}"));
        }
    }
    let unused = if plan.is_site {
        given(args)
    } else {
        Vec::new()
    };
    // Of the files that are written, only the workflow of a forge is called so.
    let mut new = plan.new.iter().map(|it| &it.name);
    let forge = new.find(|name| name.ends_with(".yml") && REPOSITORY.is_empty());
    for (key, name, list) in [
        (
            "cli-begun-forge",
            "file",
            forge.cloned().unwrap_or_default(),
        ),
        (
            "cli-begun-others-workflow",
            "file",
            plan.others_workflow.clone().unwrap_or_default(),
        ),
        ("cli-begun-unused", "options", unused.join(", ")),
        ("cli-begun-ignore", "lines", plan.not_ignored.join("  ")),
        (left_out, "names", plan.left_out.join(", ")),
    ] {
        if !list.is_empty() {
            print_to_stdout(&messages.text(key, &[(name, Arg::Text(list))]));
        }
    }
    print_to_stdout(&messages.text("cli-begun-next", &shown));
}
