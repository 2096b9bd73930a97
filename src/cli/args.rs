//! The arguments of the command line.

use std::net::{IpAddr, Ipv4Addr};
use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::builder::RangedU64ValueParser;
use clap::{Parser, Subcommand, ValueEnum};

use super::diff::DiffFormat;
use super::log::LogFormat;
use super::report::Format;
use super::template::SiteLanguage;
use crate::content::model::EntityKind;
use crate::messages::UiLanguage;

/// The version, with the commit and its day where the program is a release.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), env!("RACCORDO_COMMIT"));

/// The options that take a number, and which numbers they take.
const RANGES: [(&str, RangeInclusive<u64>); 3] = [
    ("--jobs", 1..=9999),
    ("--port", 0..=65535),
    // An hour: who looks less often can run `build`.
    ("--poll", 10..=3_600_000),
];

/// The numbers that an option takes. Returns `None` for another option.
pub(super) fn range_of(option: &str) -> Option<RangeInclusive<u64>> {
    let mut ranges = RANGES.into_iter();
    ranges.find_map(|(name, range)| (name == option).then_some(range))
}

/// Reads the number of an option.
fn number_for<T>(option: &str) -> RangedU64ValueParser<T>
where
    T: TryFrom<u64> + Clone + Send + Sync + 'static,
    <T as TryFrom<u64>>::Error: Send + Sync + 'static + std::error::Error,
{
    let range = range_of(option).unwrap_or(0..=0);
    RangedU64ValueParser::new().range(range)
}

/// A value of an option, as it is typed.
pub(super) fn word(value: impl ValueEnum) -> String {
    let value = value.to_possible_value();
    value.map_or_else(String::new, |it| it.get_name().to_owned())
}

/// A static-site generator for the bodies in which public authorities coordinate.
#[derive(Debug, Parser)]
#[command(name = "raccordo", version = VERSION, about, max_term_width = 100)]
#[command(disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,

    /// The language of messages. Default: that of the environment
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub lang: Option<UiLanguage>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Begin a site
    Init(InitArgs),
    /// Begin a page, or an entry of a registry
    New(NewArgs),
    /// Build the site
    Build(BuildArgs),
    /// Check the content
    Check(CheckArgs),
    /// Build the site again whenever a file changes
    Watch(WatchArgs),
    /// The same, and show it in the browser
    Serve(ServeArgs),
    /// Tell what changed between two git revisions
    Diff(DiffArgs),
    /// Tell what changed in each commit
    Log(LogArgs),
    /// Explain the code of a message
    Explain(ExplainArgs),
    /// Print what other programs need of the site
    Export(ExportArgs),
    /// Print the addresses of the site, or accept that others are missing
    Urls(UrlsArgs),
    /// Print the JSON Schema of what editors write
    Schema(SchemaArgs),
    /// Print the completions for a shell
    Completions(CompletionsArgs),
    /// Print the page of the manual
    Manual,
    /// Print the help of a command, a type or a field
    Help(HelpArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct UrlsArgs {
    #[command(flatten)]
    pub site: SiteArgs,

    /// Write the addresses into the list of those that must stay
    #[arg(long)]
    pub accept: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    #[command(subcommand)]
    pub kind: ExportKind,
}

#[derive(Debug, Subcommand)]
pub(super) enum ExportKind {
    /// The redirects from old addresses, for a web server
    Redirects(RedirectsArgs),
    /// The pages of the guide about fields, messages and words
    Guide(GuideArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct GuideArgs {
    /// The folder of the guide
    #[arg(value_name = "DIR")]
    pub guide: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct HelpArgs {
    /// A command; a type, as `body`; or `field` and the name of a field, as `seats` or `body.seats`
    #[arg(value_name = "TOPIC")]
    pub topic: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct RedirectsArgs {
    #[command(flatten)]
    pub site: SiteArgs,

    /// The web server
    #[arg(long = "for", value_enum, value_name = "SERVER")]
    pub server: RedirectServer,
}

/// A web server that redirects are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum RedirectServer {
    Netlify,
    Nginx,
    Apache,
}

#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// The folder of the site
    #[arg(value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,

    /// The authority that publishes the site
    #[arg(long, value_name = "NAME")]
    pub authority: Option<String>,

    /// The name of the site
    #[arg(long)]
    pub title: Option<String>,

    /// The language of the site
    #[arg(long, value_enum)]
    pub language: Option<SiteLanguage>,

    /// The forge that checks and publishes the site
    #[arg(long, value_enum)]
    pub forge: Option<Forge>,

    /// Write the site of a fictitious province that shows every feature
    #[arg(long, conflicts_with_all = ["authority", "title", "language"])]
    pub example: bool,
}

/// A forge that checks sites and publishes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Forge {
    Github,
    Gitlab,
    Forgejo,
}

#[derive(Debug, clap::Args)]
pub(super) struct NewArgs {
    /// The kind of thing
    #[arg(value_enum)]
    pub what: Thing,

    /// The title, or the name of a person
    #[arg(value_name = "TITLE", allow_hyphen_values = true)]
    pub name: String,

    /// Where it belongs: a folder or a registry below content; of a table or a meeting, the body
    #[arg(long = "in", value_name = "PLACE")]
    pub place: Option<String>,

    /// The id. Default: made of the title
    #[arg(long)]
    pub id: Option<String>,

    /// Open the file in the editor
    #[arg(long)]
    pub edit: bool,

    /// The site's folder. Default: the one that holds site.toml, from here upwards
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}

/// A kind of thing that an editor can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Thing {
    Body,
    Table,
    Meeting,
    Organization,
    Person,
    Document,
    Area,
    Topic,
    Page,
    Section,
}

impl Thing {
    /// Its kind. Returns `None` for a table, which is a part of a body.
    pub(super) fn kind(self) -> Option<EntityKind> {
        let mut kinds = EntityKind::ALL.iter().copied();
        kinds.find(|kind| kind.as_str() == word(self))
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    pub site: SiteArgs,

    #[command(flatten)]
    pub pages: PagesArgs,

    /// Write compressed copies beside text files: `.gz`, `.br` and `.zst`
    #[arg(long)]
    pub precompress: bool,
}

/// The arguments that all commands that build pages have in common.
#[derive(Debug, clap::Args)]
pub(super) struct PagesArgs {
    /// The folder of the built site. Default: `public` in the site's folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// The address of the site, in place of the one in site.toml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,

    /// Publish drafts too
    #[arg(long)]
    pub drafts: bool,

    /// Print how long each stage took, and the slowest files and templates
    #[arg(long)]
    pub timings: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct WatchArgs {
    #[command(flatten)]
    pub site: SiteArgs,

    #[command(flatten)]
    pub pages: PagesArgs,

    /// Tell why each page was made again
    #[arg(long)]
    pub explain: bool,

    /// Make the index of the search too
    #[arg(long)]
    pub search: bool,

    /// Check all files every so many milliseconds, where the system does not tell of changes
    #[arg(long, value_name = "MS", num_args = 0..=1, default_missing_value = "1000")]
    #[arg(value_parser = number_for::<u64>("--poll"), allow_negative_numbers = true)]
    pub poll: Option<u64>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    pub watch: WatchArgs,

    /// The port. Default: the first free one from 8000
    #[arg(long, value_name = "N")]
    #[arg(value_parser = number_for::<u16>("--port"), allow_negative_numbers = true)]
    pub port: Option<u16>,

    /// The address to listen at. Default: this machine only
    #[arg(long, value_name = "IP", default_value_t = IpAddr::from(Ipv4Addr::LOCALHOST))]
    pub host: IpAddr,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub site: SiteArgs,

    /// Show the accepted warnings too, with the reasons
    #[arg(long)]
    pub accepted: bool,

    /// List the mandates that end within this time
    #[arg(long, value_name = "TIME")]
    pub mandates: Option<String>,

    /// Make the corrections that are certain, and show them
    #[arg(long, conflicts_with = "mandates")]
    pub fix: bool,

    /// Show what would be corrected, and write nothing
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
}

/// The arguments of all commands that read a site.
#[derive(Debug, Default, clap::Args)]
pub(super) struct SiteArgs {
    /// The site's folder. Default: the one that holds site.toml, from here upwards
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,

    /// The day that the site speaks of. Default: `SOURCE_DATE_EPOCH`, or today
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<String>,

    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,

    /// Show all warnings, not only the first of each kind
    #[arg(long)]
    pub all: bool,

    /// The format of findings
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,

    /// The number of threads; at most four for each processor are started. Default: one for each
    #[arg(long, value_name = "N")]
    #[arg(value_parser = number_for::<usize>("--jobs"), allow_negative_numbers = true)]
    pub jobs: Option<usize>,
}

#[derive(Debug, clap::Args)]
pub(super) struct DiffArgs {
    /// The revisions: `A..B`, `A...B`, or `A` to compare it with the files on disk. Default: HEAD
    #[arg(value_name = "REV[..REV]")]
    pub revisions: Option<String>,

    /// The site's folder, or a bare repository
    #[arg(id = "diff_root", long = "root", value_name = "DIR")]
    pub root: Option<PathBuf>,

    /// How to show the changes
    #[arg(id = "diff_format", long = "format", value_enum, default_value_t)]
    pub format: DiffFormat,
}

#[derive(Debug, clap::Args)]
pub(super) struct SchemaArgs {
    /// The type. Default: any page
    #[arg(value_name = "TYPE", value_enum)]
    pub of: Option<SchemaType>,

    /// The site whose words it has. Default: the one that holds site.toml, from here upwards
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,

    /// The file to write it to. It stays as it was if the schema cannot be made
    #[arg(long = "out", value_name = "FILE")]
    pub file: Option<PathBuf>,
}

/// A type that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaType {
    Body,
    Organization,
    Person,
    Meeting,
    Document,
    Area,
    Topic,
    Page,
    Section,
    Translation,
    Registry,
    Settings,
    // What `diff --format json` prints, and a line of what `log` does.
    Diff,
    Log,
    #[value(skip)]
    Any,
}

#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
pub(super) struct LogArgs {
    /// The id of a body, or of another thing. Default: all
    pub body: Option<String>,

    /// The site's folder, or a bare repository
    #[arg(id = "diff_root", long = "root", value_name = "DIR")]
    pub root: Option<PathBuf>,

    /// How to show the changes
    #[arg(id = "log_format", long = "format", value_enum, default_value_t)]
    pub format: LogFormat,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// The code, as messages show it: `dangling-reference`. Without it, all codes are listed
    pub code: Option<String>,
}
