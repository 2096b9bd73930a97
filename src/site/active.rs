//! Whether browsers would run something in a file that is copied beside the pages, or the file is the copy of a page.
//!
//! A file in which browsers run something has the rights of the site: it can read and change what its pages show. The table of names
//! ([`NAME_RULES`](super::sources::NAME_RULES)) says which files are looked at.

mod css;
mod xml;

use super::regular_file;
use super::sources::{Fate, fate};
use crate::base::source::Asset;

/// What browsers may look at to guess what a file is (WHATWG MIME Sniffing, 7.1, without the white space before it).
const SNIFFED_BYTES: usize = 512;

/// Why a file may not be published unless the settings trust it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Browsers run something in it: the key of the reason in the catalogue.
    Active(&'static str),
    /// Its type is unknown or plain text, and it begins with front matter as a page does: it may be the copy of one.
    Page,
}

/// Why a file may not be published. `None` if nothing is wrong with it.
pub fn refusal(asset: &Asset) -> Option<Refusal> {
    let fate = fate(asset.path.file_name());
    match fate {
        Fate::Program => Some(Refusal::Active("active-program")),
        // The ending that editors of texts give.
        Fate::Copied if has_ending(asset, &["txt"]) => {
            let bytes = regular_file::read(&asset.on_disk).ok()?;
            begins_as_page(&bytes).then_some(Refusal::Page)
        }
        Fate::Markup | Fate::Unknown => {
            // What cannot be opened, because it is gone again, is not published either.
            let bytes = regular_file::read(&asset.on_disk).ok()?;
            match fate {
                Fate::Markup if is_compressed(asset) => Some(Refusal::Active("active-compressed")),
                Fate::Markup => xml::reason(&bytes, is_picture(asset)).map(Refusal::Active),
                _ if begins_as_html(&bytes) => Some(Refusal::Active("active-html")),
                _ => begins_as_page(&bytes).then_some(Refusal::Page),
            }
        }
        _ => None,
    }
}

fn begins_as_page(bytes: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix(b"---") else {
        return false;
    };
    let mut lines = rest.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    lines.next() == Some(b"") && lines.any(|line| line == b"---")
}

fn is_picture(asset: &Asset) -> bool {
    let mut endings = asset.path.file_name().split('.').skip(1);
    endings.any(|it| it.eq_ignore_ascii_case("svg"))
}

/// Whether servers may give the file as the compressed copy of another.
fn is_compressed(asset: &Asset) -> bool {
    has_ending(asset, &["gz", "br", "zst"])
}

fn has_ending(asset: &Asset, endings: &[&str]) -> bool {
    let ending = asset.path.file_name().rsplit('.').next();
    ending.is_some_and(|it| endings.iter().any(|known| it.eq_ignore_ascii_case(known)))
}

/// Whether browsers may take a file of unknown type for HTML or XML.
fn begins_as_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_space = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    let start = bytes
        .iter()
        .take(SNIFFED_BYTES)
        .find(|byte| !is_space(byte));
    start == Some(&b'<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_unknown_type_that_begins_with_a_tag_may_be_html() {
        for html in ["<p>", " \n<!DOCTYPE html>", "\u{feff}<script>"] {
            assert!(begins_as_html(html.as_bytes()), "{html:?}");
        }
        for other in ["", "Testo <b>", "%PDF-1.7", "PK\u{3}\u{4}"] {
            assert!(!begins_as_html(other.as_bytes()), "{other:?}");
        }
    }
}
