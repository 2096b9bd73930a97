//! `theme.toml`: what a theme is called and what it builds on.

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;
use crate::notation::scalar::{Id, Text};
use crate::notation::toml;
use crate::record;

record! {
    /// What a theme says of itself.
    pub struct Manifest {
        /// Its name: that of its folder.
        name: Option<Id>,
        /// What it is called.
        title: Option<Text>,
        /// The theme whose templates, labels and files it has where it has none of its own.
        extends: Option<Id>,
        /// The widths in pixels in which it wants images, beside their own.
        image_widths: Box<[u32]>,
        /// How wide images are shown: the attribute `sizes` of HTML.
        image_sizes: Option<Text>,
        /// The licence under which it may be used, by its SPDX identifier.
        licence: Option<Text>,
    }
}

impl Manifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// Every fault of syntax or shape.
    pub fn read(path: &SourcePath, bytes: &[u8]) -> Result<Manifest, Vec<Diagnostic>> {
        match std::str::from_utf8(bytes) {
            Ok(text) => toml::read(path, text),
            Err(error) => {
                let at = error.valid_up_to();
                Err(vec![Diagnostic::new(
                    Code::InvalidUtf8,
                    Place::span(path, at..at + 1),
                )])
            }
        }
    }
}

impl Default for Manifest {
    /// A theme without a manifest builds on the theme that is always there.
    fn default() -> Self {
        Manifest {
            name: None,
            title: None,
            extends: Id::parse(super::embedded::NAME),
            image_widths: Box::default(),
            image_sizes: None,
            licence: None,
        }
    }
}
