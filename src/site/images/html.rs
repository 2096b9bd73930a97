//! Writes images as HTML.

use std::fmt::Write as _;

use pulldown_cmark_escape::escape_html;

use super::{ResponsiveImage, Variant, WEBP};
use crate::base::component::Image;
use crate::base::output::OutputPath;
use std::sync::Arc;

/// Writes the images of one page.
///
/// The results of `write!` and `escape_html` are ignored, because writing into a string does not fail.
pub struct ImageWriter<'a> {
    /// Finds the image in a file of the site.
    find: &'a dyn Fn(&OutputPath) -> Option<Arc<ResponsiveImage>>,
    /// The HTML attribute `sizes`.
    sizes: &'a str,
    is_first: bool,
}

impl<'a> ImageWriter<'a> {
    /// A writer for a page that has no image yet.
    pub fn new(
        find: &'a dyn Fn(&OutputPath) -> Option<Arc<ResponsiveImage>>,
        sizes: &'a str,
    ) -> Self {
        ImageWriter {
            find,
            sizes,
            is_first: true,
        }
    }

    /// Writes an image. The first of a page is loaded at once, the others when they come into view.
    pub(in crate::site) fn write(&mut self, image: &Image, html: &mut String) {
        let found = image.file.as_ref().and_then(self.find);
        let webp = found.as_ref().map_or(&[] as &[_], |it| &it.webp);
        let own = found.as_ref().map_or(&[] as &[_], |it| &it.own);
        // A browser chooses among the widths of both, so both say them.
        let has_widths = webp.len() > 1 || own.len() > 1;
        if !webp.is_empty() {
            let _ = write!(html, "<picture><source type=\"image/{WEBP}\" srcset=\"");
            self.srcset(image, webp, has_widths, html);
            html.push_str("\" />");
        }
        let src = own.last().map(|variant| href(image, variant));
        html.push_str("<img src=\"");
        let _ = escape_html(&mut *html, src.as_ref().unwrap_or(&image.href));
        if own.len() > 1 {
            html.push_str("\" srcset=\"");
            self.srcset(image, own, has_widths, html);
        }
        html.push('"');
        html.push_str(&image.attributes);
        if let Some(it) = &found {
            let _ = write!(html, " width=\"{}\" height=\"{}\"", it.width, it.height);
        }
        if !std::mem::take(&mut self.is_first) {
            html.push_str(" loading=\"lazy\"");
        }
        html.push_str(" decoding=\"async\" />");
        if !webp.is_empty() {
            html.push_str("</picture>");
        }
    }

    /// Writes the value of `srcset`, then `sizes` without its closing quote if widths are given.
    fn srcset(&self, image: &Image, variants: &[Variant], has_widths: bool, html: &mut String) {
        for (number, variant) in variants.iter().enumerate() {
            if number > 0 {
                html.push_str(", ");
            }
            let _ = escape_html(&mut *html, &href(image, variant));
            if has_widths {
                let _ = write!(html, " {}w", variant.width);
            }
        }
        if has_widths {
            html.push_str("\" sizes=\"");
            let _ = escape_html(html, self.sizes);
        }
    }
}

/// The link to a variant, which is in the folder of the image. Commas and spaces, which separate the links of a
/// `srcset`, are percent-encoded as in all paths.
fn href(image: &Image, variant: &Variant) -> String {
    let Some(name) = &variant.name else {
        return image.href.clone();
    };
    let folder = image.href.rfind('/').map_or(0, |at| at + 1);
    let folder = image.href.get(..folder).unwrap_or_default();
    format!("{folder}{}", OutputPath::file(name).href())
}
