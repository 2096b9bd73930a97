//! The texts of a site on disk.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::{SiteTexts, blob_hash};
use crate::base::source::{SETTINGS_FILE, SourceFile, SourcePath};
use crate::site::regular_file;
use crate::site::sources::names::{self, CONTENT_FOLDER, SourceKind};
use crate::site::sources::skipped::Skipped;
use crate::site::sources::{LoadError, walk};

/// The texts of the site that lies in a folder.
///
/// # Errors
/// The settings cannot be read.
pub fn texts_on_disk(root: &Path) -> Result<SiteTexts, LoadError> {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let settings = regular_file::read(&root.join(SETTINGS_FILE))
        .map_err(|error| LoadError::Settings(root.join(SETTINGS_FILE), Skipped::from_io(&error)))?;
    let walked = walk::walk(&root, Path::new(CONTENT_FOLDER));
    let read = |file: walk::FoundFile| {
        let path = names::source_path(&file.site_path)?;
        let is_text = names::source_kind(&path) == SourceKind::Text;
        let bytes = is_text.then(|| regular_file::read(&file.real_path).ok())??;
        Some((path.clone(), Arc::new(SourceFile::new(path, bytes))))
    };
    let name = |file: &walk::FoundFile| {
        let path = names::source_path(&file.site_path)?;
        let is_other = names::source_kind(&path) == SourceKind::Asset;
        let bytes = is_other.then(|| regular_file::read(&file.real_path).ok())??;
        Some((path, blob_hash(&bytes)))
    };
    let others: Vec<_> = walked.files.par_iter().filter_map(name).collect();
    let texts: Vec<_> = walked.files.into_par_iter().filter_map(read).collect();
    let settings = SourceFile::new(SourcePath::new(SETTINGS_FILE), settings);
    Ok(SiteTexts {
        settings: Arc::new(settings),
        texts: texts.into_iter().collect(),
        others: others.into_iter().collect(),
    })
}
