//! The site of a command, from its arguments: the root, the day, the output folder and the options.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use super::args::{PagesArgs, SiteArgs};
use super::failure::Failure;
use crate::base::date::Date;
use crate::base::source::SETTINGS_FILE;
use crate::build::{AsOf, Options, Site};
use crate::notation::scalar::BaseUrl;
use crate::site::output_folder::{OutputFolderError, image_cache, output_folder};
use crate::site::sources::{LoadError, find_root};

/// The output folder, beside the settings, unless the command names another.
const DEFAULT_OUT: &str = "public";

/// The most threads for each processor. More of them, as after a slip of the keyboard, only take memory.
const MAX_JOBS_PER_PROCESSOR: usize = 4;

/// The site of a command that writes nothing. Sets the number of threads, too.
pub(super) fn site_to_check(args: &SiteArgs) -> Result<Site, Failure> {
    let root = match &args.root {
        Some(root) => match root.canonicalize() {
            Ok(real) if real.join(SETTINGS_FILE).symlink_metadata().is_ok() => real,
            _ => return Err(LoadError::NoSite(root.clone()).into()),
        },
        None => find_root(Path::new("."))?,
    };
    let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
    let jobs = args.jobs.unwrap_or(processors);
    // Without a number, the library would take one from the environment, without bounds. This fails if there is a pool
    // already, which no earlier code has created.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.min(processors * MAX_JOBS_PER_PROCESSOR))
        .build_global();
    Ok(Site {
        out: root.join(DEFAULT_OUT),
        day: day(args.as_of.as_deref())?,
        options: Options {
            strict: args.strict,
            cache: Some(image_cache(&root)),
            ..Options::default()
        },
        root,
    })
}

pub(super) fn site_to_build(args: &SiteArgs, pages: &PagesArgs) -> Result<Site, Failure> {
    let site = site_to_check(args)?;
    let base_url = pages.base_url.as_ref().map(|url| {
        BaseUrl::parse(url).ok_or_else(|| Failure::new("cli-bad-base-url").text("value", url))
    });
    Ok(Site {
        out: out_folder(&site.root, pages.out.as_deref())?,
        options: Options {
            base_url: base_url.transpose()?,
            drafts: pages.drafts,
            pages: true,
            timings: pages.timings,
            ..site.options
        },
        ..site
    })
}

/// The day of `--as-of`, else of `SOURCE_DATE_EPOCH`. Returns `None` for today.
fn day(typed: Option<&str>) -> Result<Option<AsOf>, Failure> {
    if let Some(day) = typed {
        let parsed = Date::parse(day);
        let invalid = || Failure::new("cli-bad-as-of").text("value", day);
        return Ok(Some(AsOf::Day(parsed.ok_or_else(invalid)?)));
    }
    let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(None);
    };
    let seconds = epoch.to_str().and_then(|epoch| epoch.trim().parse().ok());
    let is_datable = |seconds: &i64| Date::from_unix(*seconds, &TimeZone::UTC).is_some();
    match seconds.filter(is_datable) {
        Some(seconds) => Ok(Some(AsOf::Moment(seconds))),
        None => Err(Failure::new("cli-bad-epoch").text("value", epoch.to_string_lossy())),
    }
}

/// The output folder: the one that the command names, from the folder in which it runs, else the one beside the settings.
fn out_folder(root: &Path, typed: Option<&Path>) -> Result<PathBuf, Failure> {
    let out = typed.map_or_else(|| root.join(DEFAULT_OUT), Path::to_owned);
    output_folder(root, &out).map_err(|error| {
        let failure = |key| Failure::new(key).text("folder", out.to_string_lossy());
        match error {
            OutputFolderError::InSources => failure("cli-output-in-source"),
            OutputFolderError::InProgramFolder(own) => {
                failure("cli-output-in-program-folder").text("own", own.to_string_lossy())
            }
            OutputFolderError::HoldsHome(home) => {
                failure("cli-output-holds-home").text("home", home.to_string_lossy())
            }
            OutputFolderError::Shared => failure("cli-output-shared"),
            OutputFolderError::InSite(site) => {
                failure("cli-output-in-site").text("site", site.to_string_lossy())
            }
            OutputFolderError::NotAFolder(path) => Failure::not_a_folder(&path),
            OutputFolderError::LeadsOut { link, target } => failure("cli-output-leads-out")
                .text("link", link.to_string_lossy())
                .text("target", target.to_string_lossy())
                .with_hint("cli-output-leads-out-hint"),
        }
    })
}
