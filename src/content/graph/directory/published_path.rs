//! The paths at which files and redirects are published.

use crate::base::output::OutputPath;
use crate::base::source::SourcePath;

/// The output of an asset.
pub fn asset_output(path: &str) -> OutputPath {
    OutputPath::file(path.strip_prefix("content/").unwrap_or(path))
}

/// The file under `content/` that is published as this output.
pub fn asset_source(output: &OutputPath) -> SourcePath {
    SourcePath::new(&format!("content/{output}"))
}

/// The output of the redirect of an alias, which may be percent-encoded.
pub fn alias_output(alias: &str) -> OutputPath {
    let alias = &*percent_encoding::percent_decode_str(alias).decode_utf8_lossy();
    if alias.ends_with(".html") || alias.ends_with(".htm") {
        OutputPath::file(alias)
    } else {
        OutputPath::page(alias)
    }
}
