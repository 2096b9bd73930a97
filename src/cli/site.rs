//! What all commands start from: the site's folder, its day, its output folder.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::args::{PagesArgs, SiteArgs};
use super::failure::Failure;
use crate::base::date::Date;
use crate::build::{AsOf, Options};
use crate::notation::scalar::WebAddress;
use crate::site::sources;

/// The folder beside the settings in which is kept what is dear to make. It is safe to delete.
const CACHE: &str = ".raccordo-cache";

/// What was typed, understood.
pub(super) struct Site {
    /// The folder of the site.
    pub root: PathBuf,
    /// The day that was asked for; none is today, whenever that is.
    pub day: Option<AsOf>,
    /// The output folder.
    pub out: PathBuf,
    /// How to build.
    pub options: Options,
}

impl Site {
    /// Finds the site and understands what all commands take.
    pub(super) fn open(args: &SiteArgs) -> Result<Site, Failure> {
        let root = match &args.root {
            Some(root) if root.join(sources::SETTINGS).is_file() => root
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

    /// The folder that the program itself writes; what it needs beside that is hidden.
    pub(super) fn written(&self) -> PathBuf {
        real_path(&self.out)
    }

    /// Understands what the commands take that make pages.
    pub(super) fn for_pages(self, args: &PagesArgs) -> Result<Site, Failure> {
        let base_url = args.base_url.as_ref().map(|url| {
            WebAddress::parse(url)
                .ok_or_else(|| Failure::new("cli-bad-base-url").text("value", url))
        });
        Ok(Site {
            out: out_folder(&self.root, args.out.as_deref())?,
            options: Options {
                base_url: base_url.transpose()?,
                drafts: args.drafts,
                pages: true,
                timings: args.timings,
                ..self.options
            },
            ..self
        })
    }

    /// The day that the site speaks of: as asked for, else today.
    pub(super) fn as_of(&self) -> AsOf {
        self.day.unwrap_or_else(|| AsOf::Moment(now()))
    }
}

/// Now, in seconds since 1970.
pub(super) fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    i64::try_from(now.unwrap_or_default().as_secs()).unwrap_or(i64::MAX)
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

/// The path with its links followed, as far as it exists.
fn real_path(path: &Path) -> PathBuf {
    let known = path
        .ancestors()
        .find_map(|above| Some((above.canonicalize().ok()?, path.strip_prefix(above).ok()?)));
    known.map_or_else(|| path.to_owned(), |(real, rest)| real.join(rest))
}
