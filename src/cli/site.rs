//! The site that commands start from: its folder, its day, its output folder, how it is built.

use std::path::{Path, PathBuf};

use super::args::{PagesArgs, SiteArgs};
use super::failure::Failure;
use crate::base::date::Date;
use crate::base::source::SETTINGS_FILE;
use crate::build::{AsOf, Options, Site};
use crate::notation::scalar::WebAddress;
use crate::site::sources;

/// The folder beside the settings for images in other sizes, which take long to make. It is safe to delete.
const CACHE: &str = ".raccordo-cache";

/// The site that all commands start from, as typed.
pub(super) fn site(args: &SiteArgs) -> Result<Site, Failure> {
    let root = match &args.root {
        Some(root) if root.join(SETTINGS_FILE).is_file() => root
            .canonicalize()
            .map_err(|error| sources::LoadError::Io(root.clone(), error))?,
        Some(root) => return Err(sources::LoadError::NoSite(root.clone()).into()),
        None => sources::find_root(Path::new("."))?,
    };
    if let Some(jobs) = args.jobs.filter(|jobs| *jobs > 0) {
        // The pool can be built once; nobody has built it before.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(jobs)
            .build_global();
    }
    Ok(Site {
        out: root.join("public"),
        day: day(args.as_of.as_deref())?,
        options: Options {
            strict: args.strict,
            cache: Some(root.join(CACHE).join("images")),
            ..Options::default()
        },
        root,
    })
}

/// The site of a command that makes pages, as typed.
pub(super) fn site_with_pages(args: &SiteArgs, pages: &PagesArgs) -> Result<Site, Failure> {
    let site = site(args)?;
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

/// The day of the site: as typed, else `SOURCE_DATE_EPOCH`.
fn day(typed: Option<&str>) -> Result<Option<AsOf>, Failure> {
    let bad = |value: &str| Failure::new("cli-bad-as-of").text("value", value);
    if let Some(day) = typed {
        let parsed = Date::parse(day).ok_or_else(|| bad(day))?;
        return Ok(Some(AsOf::Day(parsed)));
    }
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(None);
    };
    let seconds = epoch.trim().parse().map_err(|_| bad(&epoch))?;
    Ok(Some(AsOf::Moment(seconds)))
}

/// The folder of the built site: never one that holds the sources, because it is replaced as a whole.
fn out_folder(root: &Path, typed: Option<&Path>) -> Result<PathBuf, Failure> {
    let out = typed.map_or_else(|| root.join("public"), Path::to_owned);
    let out = std::path::absolute(&out).unwrap_or(out);
    let real = real_path(&out);
    let sources = ["content", "themes", "src", ".git"].map(|folder| root.join(folder));
    if root.starts_with(&real) || sources.iter().any(|source| real.starts_with(source)) {
        return Err(Failure::new("cli-output-in-source").text("folder", out.to_string_lossy()));
    }
    Ok(out)
}

/// A path with its links followed, as far as it exists.
pub(super) fn real_path(path: &Path) -> PathBuf {
    let known = path
        .ancestors()
        .find_map(|above| Some((above.canonicalize().ok()?, path.strip_prefix(above).ok()?)));
    known.map_or_else(|| path.to_owned(), |(real, rest)| real.join(rest))
}
