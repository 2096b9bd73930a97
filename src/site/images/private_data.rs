//! Takes out of an image what is not the picture: where and when it was taken, with which device, by whom, comments,
//! smaller copies. Its pixels and colours stay as they are, byte for byte, and so does which side is up.

use std::ops::Range;

use flate2::Crc;
use image::metadata::Orientation;

use super::parts::{self, Part, PartKind};

/// The flags in the header of a WebP that say that there are EXIF and XMP.
const WEBP_EXIF: u8 = 0x08;
const WEBP_XMP: u8 = 0x04;

/// An image without private data. Returns `None` if it has none, or is of a format in which they are not looked for.
pub(super) fn removed(bytes: &[u8]) -> Option<Vec<u8>> {
    let removed = without_private_data(bytes, &parts::of(bytes)?.parts);
    (removed != bytes).then_some(removed)
}

fn without_private_data(bytes: &[u8], parts: &[Part]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(bytes.len());
    let mut header = None;
    for Part { kind, range } in parts {
        let part = bytes.get(range.clone()).unwrap_or_default();
        match kind {
            PartKind::Picture => kept.extend(part),
            PartKind::Private => {}
            // Without its thumbnail: marker, length, name, version and density are 18 bytes, and two zeros follow.
            PartKind::Jfif => {
                kept.extend(b"\xff\xe0\0\x10");
                kept.extend(part.get(4..16).unwrap_or_default());
                kept.extend([0, 0]);
            }
            PartKind::WebpHeader => {
                header = Some(kept.len() + 8);
                kept.extend(part);
            }
            PartKind::JpegExif => {
                if let Some(exif) = orientation(part, 10) {
                    kept.extend(b"\xff\xe1\0\x22Exif\0\0");
                    kept.extend(exif);
                }
            }
            PartKind::PngExif => {
                if let Some(exif) = orientation(part, 8) {
                    let mut sum = Crc::new();
                    sum.update(b"eXIf");
                    sum.update(&exif);
                    kept.extend(b"\0\0\0\x1aeXIf");
                    kept.extend(exif);
                    kept.extend(sum.sum().to_be_bytes());
                }
            }
            PartKind::WebpExif => {
                let has_exif = orientation(part, 8);
                if let Some(flags) = header.and_then(|at: usize| kept.get_mut(at)) {
                    let exif = if has_exif.is_some() { WEBP_EXIF } else { 0 };
                    *flags = (*flags & !(WEBP_EXIF | WEBP_XMP)) | exif;
                }
                if let Some(exif) = has_exif {
                    kept.extend(b"EXIF\x1a\0\0\0");
                    kept.extend(exif);
                }
            }
            PartKind::WebpXmp => {
                if let Some(flags) = header.and_then(|at: usize| kept.get_mut(at)) {
                    *flags &= !WEBP_XMP;
                }
            }
        }
    }
    if let (true, Ok(length)) = (bytes.starts_with(b"RIFF"), u32::try_from(kept.len())) {
        set(&mut kept, 4..8, &length.saturating_sub(8).to_le_bytes());
    }
    kept
}

fn set(bytes: &mut [u8], range: Range<usize>, value: &[u8; 4]) {
    if let Some(place) = bytes.get_mut(range) {
        place.copy_from_slice(value);
    }
}

/// EXIF that has nothing but the orientation of this one, which begins at an offset in its part. Returns `None` for an
/// image that is upright as it is.
fn orientation(part: &[u8], offset: usize) -> Option<[u8; 26]> {
    let exif = part.get(offset..)?;
    let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    let orientation = Orientation::from_exif_chunk(exif)?;
    let mut only = *b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    *only.get_mut(19)? = orientation.to_exif();
    (orientation != Orientation::NoTransforms).then_some(only)
}
