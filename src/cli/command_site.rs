//! The site of a command, from its arguments: the root, the day, the output folder and the options.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use super::args::{PagesArgs, SiteArgs};
use super::failure::Failure;
use crate::base::date::Date;
use crate::base::source::SETTINGS_FILE;
use crate::build::{AsOf, Options, Site};
use crate::notation::scalar::WebAddress;
use crate::site::sources::{LoadError, find_root, resolve_links};

/// The folder, beside the settings, of the cache of resized images. It is safe to delete.
const CACHE_FOLDER: &str = ".raccordo-cache";

/// The output folder, beside the settings, unless the command names another.
const DEFAULT_OUT: &str = "public";

/// The most threads that are of use. More of them, as after a slip of the keyboard, only stop the computer.
const MAX_JOBS: usize = 256;

/// The site of a command that writes nothing. Sets the number of threads, too.
pub(super) fn site_to_check(args: &SiteArgs) -> Result<Site, Failure> {
    let root = match &args.root {
        Some(root) => match root.canonicalize() {
            Ok(real) if real.join(SETTINGS_FILE).symlink_metadata().is_ok() => real,
            _ => return Err(LoadError::NoSite(root.clone()).into()),
        },
        None => find_root(Path::new("."))?,
    };
    let processors = || std::thread::available_parallelism().map_or(1, NonZero::get);
    let jobs = args
        .jobs
        .filter(|jobs| *jobs > 0)
        .unwrap_or_else(processors);
    // Without a number, the library would take one from the environment, without bounds. This fails if there is a pool
    // already, which no earlier code has created.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.min(MAX_JOBS))
        .build_global();
    Ok(Site {
        out: root.join(DEFAULT_OUT),
        day: day(args.as_of.as_deref())?,
        options: Options {
            strict: args.strict,
            cache: Some(root.join(CACHE_FOLDER).join("images")),
            ..Options::default()
        },
        root,
    })
}

/// The site of a command that builds pages.
pub(super) fn site_to_build(args: &SiteArgs, pages: &PagesArgs) -> Result<Site, Failure> {
    let site = site_to_check(args)?;
    let base_url = pages.base_url.as_ref().map(|url| {
        WebAddress::parse(url).ok_or_else(|| Failure::new("cli-bad-base-url").text("value", url))
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

/// The output folder. It must not contain the sources or be among them, because it is replaced as a whole.
fn out_folder(root: &Path, typed: Option<&Path>) -> Result<PathBuf, Failure> {
    let out = typed.map_or_else(|| root.join(DEFAULT_OUT), Path::to_owned);
    let out = std::path::absolute(&out).unwrap_or(out);
    let real = resolve_links(&out);
    let sources = ["content", "themes", "src", ".git"].map(|folder| root.join(folder));
    if root.starts_with(&real) || sources.iter().any(|source| real.starts_with(source)) {
        return Err(Failure::new("cli-output-in-source").text("folder", out.to_string_lossy()));
    }
    Ok(out)
}
