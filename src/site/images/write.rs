//! Images as HTML.

use std::fmt::Write as _;
use std::sync::Arc;

use pulldown_cmark_escape::escape_html;

use super::{Picture, Variant, WEBP};
use crate::base::component::Image;
use crate::base::output::OutputPath;

/// The images of a page.
pub struct Images<'a> {
    /// What is known of a file.
    known: &'a dyn Fn(&OutputPath) -> Option<Arc<Picture>>,
    /// How wide images are shown.
    sizes: &'a str,
    /// How many there were before.
    written: usize,
}

impl<'a> Images<'a> {
    /// The images of a page on which there is none yet.
    pub fn new(known: &'a dyn Fn(&OutputPath) -> Option<Arc<Picture>>, sizes: &'a str) -> Self {
        Images {
            known,
            sizes,
            written: 0,
        }
    }

    /// Writes an image. The first of a page is loaded at once, the others when they come into sight.
    pub(in crate::site) fn write(&mut self, image: &Image, html: &mut String) {
        let picture = image.file.as_ref().and_then(self.known);
        let webp = picture.as_ref().filter(|it| !it.webp.is_empty());
        if let Some(picture) = webp {
            let _ = write!(html, "<picture><source type=\"image/{WEBP}\" srcset=\"");
            self.candidates(image, &picture.webp, html);
            html.push_str("\" />");
        }
        let own = picture.as_ref().map_or(&[] as &[_], |it| &it.own);
        html.push_str("<img src=\"");
        // Writing into a string does not fail.
        let _ = match own.last() {
            Some(variant) => escape_html(&mut *html, &href(image, variant)),
            None => escape_html(&mut *html, &image.href),
        };
        if own.len() > 1 {
            html.push_str("\" srcset=\"");
            self.candidates(image, own, html);
        }
        html.push('"');
        html.push_str(&image.attributes);
        if let Some(picture) = &picture {
            let _ = write!(
                html,
                " width=\"{}\" height=\"{}\"",
                picture.width, picture.height
            );
        }
        if self.written > 0 {
            html.push_str(" loading=\"lazy\"");
        }
        html.push_str(" decoding=\"async\" />");
        if webp.is_some() {
            html.push_str("</picture>");
        }
        self.written += 1;
    }

    /// Writes the list of an image's widths, up to the end of the attribute after it.
    fn candidates(&self, image: &Image, list: &[Variant], html: &mut String) {
        for (number, variant) in list.iter().enumerate() {
            if number > 0 {
                html.push_str(", ");
            }
            let _ = escape_html(&mut *html, &href(image, variant));
            if list.len() > 1 {
                let _ = write!(html, " {}w", variant.width);
            }
        }
        if list.len() > 1 {
            html.push_str("\" sizes=\"");
            let _ = escape_html(html, self.sizes);
        }
    }
}

/// The way to a variant, which is in the folder of the image. What parts the addresses of a list is
/// encoded in it, as in all paths.
fn href(image: &Image, variant: &Variant) -> String {
    let Some(name) = &variant.name else {
        return image.href.clone();
    };
    let folder = image.href.rfind('/').map_or(0, |at| at + 1);
    let folder = image.href.get(..folder).unwrap_or_default();
    format!("{folder}{}", OutputPath::file(name).href())
}
