//! The manifest of a theme, `theme.toml`.

use std::collections::BTreeMap;

use crate::base::source::SourcePath;
use crate::base::utf8::utf8_text;
use crate::notation::query::Query;
use crate::notation::reading::Reading;
use crate::notation::scalar::{Id, Text};
use crate::notation::toml;
use crate::record;

record! {
    /// The content of `theme.toml`.
    pub struct Manifest {
        /// The name of the theme, which is that of its folder.
        name: Option<Id>,
        /// The title of the theme, for people.
        title: Option<Text>,
        /// The parent theme, whose templates, labels and files are used where the theme has none of its own.
        extends: Option<Id>,
        /// The widths in pixels to which images are resized, beside their own width.
        image_widths: Box<[u32]>,
        /// The width at which images are shown, as the HTML attribute `sizes`.
        image_sizes: Option<Text>,
        /// The lists that templates show, by the names under which they find them in `page.lists`.
        lists: BTreeMap<String, Query>,
        /// The SPDX identifier of the theme's licence.
        licence: Option<Text>,
    }
}

impl Manifest {
    /// Reads what can be read of a manifest. Its faults are bytes that are not UTF-8, wrong TOML syntax, unknown keys and
    /// wrong types.
    pub fn read(path: &SourcePath, bytes: &[u8]) -> Reading<Manifest> {
        match utf8_text(path, bytes) {
            Ok(text) => toml::read_in_part(path, text),
            Err(fault) => Reading::failed(vec![fault]),
        }
    }
}
