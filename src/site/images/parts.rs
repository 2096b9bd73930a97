//! The parts of image files, without decoding them: JPEG (ITU-T T.81), PNG (<https://www.w3.org/TR/png-3/>), WebP (RFC
//! 9649) and GIF (<https://www.w3.org/Graphics/GIF/spec-gif89a.txt>).

use std::ops::Range;

/// The chunks of PNG that are needed to show the picture as it is meant, moving pictures included.
const PNG_PICTURE: &[&[u8]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
    b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The same of WebP.
const WEBP_PICTURE: &[&[u8]] = &[b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// The extensions of GIF that make it move again, or have its colours.
const GIF_PICTURE: &[&[u8]] = &[b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

/// A part of an image file.
pub(super) struct Part {
    pub kind: PartKind,
    pub range: Range<usize>,
}

/// What a part is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum PartKind {
    /// Needed to show the picture as it is meant.
    Picture,
    /// Not needed for that.
    Private,
    /// The header of a JPEG, which may have a thumbnail.
    Jfif,
    /// The header of a WebP, which names other parts.
    WebpHeader,
    /// Metadata, of which the orientation is needed.
    JpegExif,
    PngExif,
    WebpExif,
    /// Metadata that the header names.
    WebpXmp,
}

/// The parts of a file, in its order. What follows the end of the image is none.
pub(super) struct Parts {
    pub parts: Vec<Part>,
    /// Whether the file breaks off.
    pub ends_early: bool,
}

/// Finds the parts of an image. Returns `None` if the image ends early.
type Walk = fn(&[u8], &mut Vec<Part>) -> Option<()>;

/// The walk through a format, by the first bytes of a file. Returns `None` for other formats.
pub(super) fn walk(bytes: &[u8]) -> Option<Walk> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(jpeg),
        [0x89, b'P', b'N', b'G', ..] => Some(png),
        [b'G', b'I', b'F', b'8', ..] => Some(gif),
        _ if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => Some(webp),
        _ => None,
    }
}

/// The parts of an image. Returns `None` if it has none of the formats.
pub(super) fn of(bytes: &[u8]) -> Option<Parts> {
    let mut parts = Vec::new();
    let end = walk(bytes)?(bytes, &mut parts);
    if end.is_none() {
        // What the walk did not reach is kept: it may be of the picture.
        let end = parts.last().map_or(0, |part| part.range.end);
        parts.push(Part {
            kind: PartKind::Picture,
            range: end..bytes.len(),
        });
    }
    let ends_early = end.is_none();
    Some(Parts { parts, ends_early })
}

/// Whether an image breaks off before its end. Not for other formats.
pub(super) fn ends_early(bytes: &[u8]) -> bool {
    of(bytes).is_some_and(|it| it.ends_early)
}

fn jpeg(bytes: &[u8], parts: &mut Vec<Part>) -> Option<()> {
    let mut at = 0;
    loop {
        // Any number of filling bytes precede a marker.
        while *bytes.get(at)? != 0xff || *bytes.get(at + 1)? == 0xff {
            at += 1;
        }
        let marker = *bytes.get(at + 1)?;
        let end = match marker {
            0x00 | 0x01 | 0xd0..=0xd9 => at + 2,
            _ => at + 2 + big_endian(bytes, at + 2, 2)?,
        };
        let content = bytes.get(at + 2..end)?;
        let content = content.get(2..).unwrap_or_default();
        let end = if marker == 0xda {
            scan_end(bytes, end)?
        } else {
            end
        };
        let kind = match marker {
            0xe0 if content.starts_with(b"JFIF\0") && content.len() >= 14 => PartKind::Jfif,
            0xe1 if content.starts_with(b"Exif\0\0") => PartKind::JpegExif,
            0xe2 if content.starts_with(b"ICC_PROFILE\0") => PartKind::Picture,
            0xee if content.starts_with(b"Adobe") => PartKind::Picture,
            0xe0..=0xef | 0xfe => PartKind::Private,
            _ => PartKind::Picture,
        };
        let range = at..end;
        parts.push(Part { kind, range });
        if marker == 0xd9 {
            return Some(());
        }
        at = end;
    }
}

/// The end of the compressed data that begins at an offset: the next marker that does not only separate such data.
fn scan_end(bytes: &[u8], start: usize) -> Option<usize> {
    let pairs = bytes.get(start..)?.windows(2);
    let is_marker =
        |pair: &[u8]| matches!(pair, [0xff, next] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff));
    pairs
        .enumerate()
        .find(|(_, pair)| is_marker(pair))
        .map(|(at, _)| start + at)
}

fn png(bytes: &[u8], parts: &mut Vec<Part>) -> Option<()> {
    parts.push(Part {
        kind: PartKind::Picture,
        range: 0..bytes.get(..8)?.len(),
    });
    let mut at = 8;
    loop {
        let end = big_endian(bytes, at, 4)?.checked_add(at + 12)?;
        let chunk = bytes.get(at..end)?;
        let name = chunk.get(4..8)?;
        let kind = match name {
            b"eXIf" => PartKind::PngExif,
            _ if PNG_PICTURE.contains(&name) => PartKind::Picture,
            _ => PartKind::Private,
        };
        let range = at..end;
        parts.push(Part { kind, range });
        if name == b"IEND" {
            return Some(());
        }
        at = end;
    }
}

fn webp(bytes: &[u8], parts: &mut Vec<Part>) -> Option<()> {
    parts.push(Part {
        kind: PartKind::Picture,
        range: 0..12,
    });
    let whole = little_endian(bytes, 4)?.checked_add(8)?;
    let mut at = 12;
    while at < whole {
        let size = little_endian(bytes, at + 4)?;
        // A chunk of an odd size has one more byte, which some programs leave out at the end.
        let padded = size.checked_add(at + 8 + size % 2)?;
        let end = padded.min(bytes.len());
        let chunk = bytes.get(at..end).filter(|it| it.len() >= 8 + size)?;
        let kind = match chunk.get(..4)? {
            b"VP8X" => PartKind::WebpHeader,
            b"EXIF" => PartKind::WebpExif,
            b"XMP " => PartKind::WebpXmp,
            name if WEBP_PICTURE.contains(&name) => PartKind::Picture,
            _ => PartKind::Private,
        };
        let range = at..end;
        parts.push(Part { kind, range });
        at = end.max(padded);
    }
    Some(())
}

fn gif(bytes: &[u8], parts: &mut Vec<Part>) -> Option<()> {
    let mut at = 13 + color_table(*bytes.get(10)?);
    parts.push(Part {
        kind: PartKind::Picture,
        range: 0..bytes.get(..at)?.len(),
    });
    loop {
        let (start, mut kind) = (at, PartKind::Picture);
        let introducer = *bytes.get(at)?;
        at += match introducer {
            0x21 => 2,
            0x2c => 11 + color_table(*bytes.get(at + 9)?),
            _ => 1,
        };
        if introducer == 0x21 {
            let name = bytes.get(at + 1..at + 12).unwrap_or_default();
            kind = match *bytes.get(start + 1)? {
                0xff if !GIF_PICTURE.contains(&name) => PartKind::Private,
                0xfe => PartKind::Private,
                _ => PartKind::Picture,
            };
        }
        if matches!(introducer, 0x21 | 0x2c) {
            loop {
                let size = usize::from(*bytes.get(at)?);
                at += 1 + size;
                if size == 0 {
                    break;
                }
            }
        }
        parts.push(Part {
            kind,
            range: start..bytes.get(..at)?.len(),
        });
        if introducer == 0x3b {
            return Some(());
        }
    }
}

/// The size of a table of colours, by the flags that say whether there is one.
fn color_table(flags: u8) -> usize {
    match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    }
}

fn big_endian(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let number = bytes.get(at..at + length)?.iter();
    Some(number.fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

fn little_endian(bytes: &[u8], at: usize) -> Option<usize> {
    let number = bytes.get(at..at + 4)?.iter().rev();
    Some(number.fold(0, |number, byte| number << 8 | usize::from(*byte)))
}
