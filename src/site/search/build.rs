//! Builds parts of the index with Pagefind, side by side.

use std::cmp::Reverse;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;
use serde_json::{Map, Value};

use super::{PageText, files};
use crate::base::language::Language;
use crate::base::output::{Output, OutputPath};

/// A part of an index.
pub(super) struct Part {
    /// The content of the file with which a browser begins.
    pub(super) entry: Map<String, Value>,
    /// All other files.
    pub(super) files: Vec<Output>,
}

/// A part to be built, and the place for it.
pub(super) struct PartTask<'a> {
    pub(super) language: &'a Language,
    pub(super) number: usize,
    pub(super) pages: Vec<(&'a OutputPath, &'a Option<PageText>)>,
    /// The folder of the published site, for pages without a text.
    pub(super) published: &'a Path,
    pub(super) part: &'a mut Option<Part>,
}

/// Builds all parts, on threads of their own.
pub(super) fn build_all(mut tasks: Vec<PartTask<'_>>) -> Result<(), String> {
    // The largest part first, so that all threads end at about the same time.
    tasks.sort_by_key(|task| Reverse(task.pages.len()));
    let queue = Mutex::new(tasks.into_iter());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || -> Result<(), String> {
        while let Some(task) = next() {
            *task.part = Some(task.build()?);
        }
        Ok(())
    };
    thread::scope(|scope| {
        let threads = 0..rayon::current_num_threads();
        let threads: Vec<_> = threads.map(|_| scope.spawn(work)).collect();
        // All threads are joined before the first error is returned: the scope panics if one panicked unnoticed.
        let results: Vec<_> = threads.into_iter().map(|it| it.join()).collect();
        let panicked = |_| Err("it broke off".to_owned());
        results
            .into_iter()
            .try_for_each(|it| it.unwrap_or_else(panicked))
    })
}

impl PartTask<'_> {
    fn build(&self) -> Result<Part, String> {
        let language = self.language.as_str().to_lowercase();
        let config = PagefindServiceConfig::builder()
            .force_language(language)
            .build();
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        // All pages are read by one thread, instead of each by a new one.
        let runtime = runtime.max_blocking_threads(1).build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        let files = runtime.block_on(async {
            let mut index = PagefindIndex::new(Some(config))?;
            for (path, text) in &self.pages {
                let url = format!("/{}", path.address());
                let text = match text {
                    Some(text) => text.clone(),
                    None => PageText::of(&fs::read_to_string(self.published.join(path.as_str()))?),
                };
                index.add_html_file(None, Some(url), text.html()).await?;
            }
            index.get_files().await
        });
        let files = files.map_err(|error| error.to_string())?;
        files::part(self.number, files.into_iter().map(named))
    }
}

fn named(file: SyntheticFile) -> (String, Vec<u8>) {
    let names = file.filename.iter().map(|name| name.to_string_lossy());
    (names.collect::<Vec<_>>().join("/"), file.contents)
}
