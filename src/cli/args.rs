//! What can be typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::report::Format;
use crate::messages::UiLanguage;

/// A static-site generator for the bodies in which public authorities coordinate.
#[derive(Debug, Parser)]
#[command(name = "raccordo", version, about, max_term_width = 100)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,

    /// The language of messages. Default: that of the environment
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub lang: Option<UiLanguage>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the site
    Build(BuildArgs),
    /// Check the content and write nothing
    Check(CheckArgs),
    /// Explain the code of a message
    Explain(ExplainArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    pub site: SiteArgs,

    /// The folder of the built site. Default: `public` in the site's folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// The address of the site, in place of the one in site.toml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,

    /// Publish drafts too
    #[arg(long)]
    pub drafts: bool,

    /// Print how long each stage took
    #[arg(long)]
    pub timings: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub site: SiteArgs,
}

/// What all commands that read a site take.
#[derive(Debug, clap::Args)]
pub(super) struct SiteArgs {
    /// The site's folder. Default: the one that holds site.toml, from here upwards
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,

    /// The day that the site speaks of. Default: `SOURCE_DATE_EPOCH`, or today
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<String>,

    /// Take warnings for errors
    #[arg(long)]
    pub strict: bool,

    /// How findings are written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,

    /// How many threads work. Default: as many as there are processors
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// The code, as messages show it: `dangling-reference`. Without it, all codes are listed
    pub code: Option<String>,
}
