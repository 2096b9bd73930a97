//! What an image file is, by its first bytes, and whether browsers show it.

use std::io::Read;
use std::path::Path;

use super::{ImageFault, parts};
use crate::site::regular_file;

/// The bytes at the beginning of a file that tell what it is.
const HEAD_BYTES: u64 = 256;

/// A format that every browser shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shown {
    /// JPEG, PNG, GIF or WebP, which are resized.
    Resized,
    /// Another, which is published as it is.
    AsItIs,
}

/// The format of a file.
///
/// # Errors
/// [`ImageFault::NotShown`] for an image that not every browser shows, [`ImageFault::NoImage`] for another file, and
/// [`ImageFault::Broken`] for one that is not what its name says. Nothing is said of a file that cannot be read.
pub(super) fn of(file: &Path, extension: &str) -> Result<Shown, ImageFault> {
    let Ok(head) = head(file) else {
        return Ok(Shown::AsItIs);
    };
    by_content(&head, extension).unwrap_or_else(|| by_name(&head, extension))
}

/// The first bytes of a file.
pub(super) fn head(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    regular_file::open(file)?
        .take(HEAD_BYTES)
        .read_to_end(&mut head)?;
    Ok(head)
}

/// The format that the first bytes tell.
fn by_content(head: &[u8], extension: &str) -> Option<Result<Shown, ImageFault>> {
    let shown = match head {
        // Browsers look into images themselves, but not into what is sent as a drawing.
        _ if parts::walk(head).is_some() => match extension {
            "svg" => Err(ImageFault::Broken),
            _ => Ok(Shown::Resized),
        },
        // Bitmaps and icons.
        [b'B', b'M', ..] if extension == "bmp" => Ok(Shown::AsItIs),
        [0, 0, 1, 0, ..] => Ok(Shown::AsItIs),
        // AVIF and HEIC are films of one picture, each with the names of what they are compatible with.
        [_, _, _, length, b'f', b't', b'y', b'p', brands @ ..] => {
            let length = usize::from(*length).saturating_sub(8);
            let mut brands = brands.get(..length).unwrap_or(brands).chunks(4);
            match brands.any(|it| matches!(it, b"avif" | b"avis")) {
                true => Ok(Shown::AsItIs),
                false if matches!(extension, "mp4" | "m4v" | "mov" | "m4a" | "3gp") => {
                    Err(ImageFault::NoImage)
                }
                false => Err(ImageFault::NotShown),
            }
        }
        // TIFF and most raw formats, JPEG XL, JPEG 2000, Photoshop, PostScript.
        [b'I', b'I', b'*', 0, ..]
        | [b'M', b'M', 0, b'*', ..]
        | [0xff, 0x0a, ..]
        | [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..]
        | [0, 0, 0, 12, b'j', b'P', b' ', b' ', ..]
        | [b'8', b'B', b'P', b'S', ..]
        | [b'%', b'!', b'P', b'S', ..] => Err(ImageFault::NotShown),
        [b'%', b'P', b'D', b'F', ..] | [b'P', b'K', 3, 4, ..] => Err(ImageFault::NoImage),
        _ => return None,
    };
    Some(shown)
}

/// The format that the name tells, of a file whose first bytes tell none.
fn by_name(head: &[u8], extension: &str) -> Result<Shown, ImageFault> {
    match extension {
        "svg" => {
            let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
            let is_markup = text.trim_ascii_start().starts_with(b"<");
            // UTF-16 has its own mark.
            match is_markup || matches!(head, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
                true => Ok(Shown::AsItIs),
                false => Err(ImageFault::Broken),
            }
        }
        "png" | "apng" | "jpg" | "jpeg" | "jpe" | "jfif" | "gif" | "webp" | "avif" | "bmp"
        | "ico" | "cur" => Err(ImageFault::Broken),
        "tif" | "tiff" | "heic" | "heif" | "hif" | "jxl" | "jp2" | "j2k" | "jpx" | "psd"
        | "xcf" | "ai" | "eps" | "svgz" | "wmf" | "emf" | "dng" | "cr2" | "cr3" | "nef" | "arw"
        | "raw" => Err(ImageFault::NotShown),
        _ => Err(ImageFault::NoImage),
    }
}
