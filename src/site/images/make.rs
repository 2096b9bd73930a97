//! The making of images: read within limits, turned, made smaller, written.

use std::fs;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader, Limits,
};

use super::{Entry, Fault, File, WEBP, Wanted};
use crate::base::digest::Digest;
use crate::base::source::Asset;

/// Changes with everything that changes the bytes that are made, the encoders' versions among it.
pub(super) const VERSION: &str = "1 image-0.25 webp-0.3";

/// No page wants more; a small file can claim to hold as many as it likes.
const MOST_PIXELS: u64 = 40_000_000;
/// Nor larger files.
const MOST_BYTES: u64 = 64 << 20;
/// What a decoder may ask for beside the pixels.
const MOST_MEMORY: u64 = 512 << 20;

const JPEG_QUALITY: u8 = 80;
const WEBP_QUALITY: f32 = 78.0;
/// The format cannot hold more.
const WEBP_WIDEST: u32 = 16_383;

/// What an image is made into; nothing if the file is no longer what it was.
pub(super) fn entry(asset: &Asset, wanted: &Wanted, publish: bool) -> Result<Option<Entry>, Fault> {
    let size = fs::metadata(&asset.on_disk).map_or(0, |it| it.len());
    if size > MOST_BYTES {
        return Err(Fault::TooLarge);
    }
    let bytes = match fs::read(&asset.on_disk) {
        Ok(bytes) if Digest::of(&bytes) == asset.digest => bytes,
        // Whoever watches the file will come again.
        _ => return Ok(None),
    };
    // Decoders are made for hostile files, and yet.
    let made = catch_unwind(AssertUnwindSafe(|| of_bytes(&bytes, wanted, publish)));
    made.unwrap_or(Err(Fault::Broken)).map(Some)
}

fn of_bytes(bytes: &[u8], wanted: &Wanted, publish: bool) -> Result<Entry, Fault> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| Fault::Broken)?;
    let format = reader.format().ok_or(Fault::Broken)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(fault)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Fault::TooLarge);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let mut image = DynamicImage::from_decoder(decoder).map_err(fault)?;
    image.apply_orientation(orientation);
    let mut entry = Entry {
        width: image.width(),
        height: image.height(),
        size: bytes.len(),
        files: Vec::new(),
    };
    if publish && !moves(bytes, format) {
        let profile = profile.filter(|profile| !is_srgb(profile));
        entry.files = files(image, format, profile, wanted);
    }
    Ok(entry)
}

/// The image in all widths, the smallest first; each is made of the next larger.
fn files(
    image: DynamicImage,
    format: ImageFormat,
    profile: Option<Vec<u8>>,
    wanted: &Wanted,
) -> Vec<File> {
    let own = image.width();
    let widest = wanted.widths.last().copied().unwrap_or(0);
    let mut widths: Vec<u32> = wanted
        .widths
        .iter()
        .copied()
        .filter(|it| *it < own)
        .collect();
    if own <= widest {
        widths.push(own);
    }
    // Eight bits for each colour, as all formats have them.
    let mut image = match image.color().has_alpha() {
        true => DynamicImage::ImageRgba8(image.into_rgba8()),
        false => DynamicImage::ImageRgb8(image.into_rgb8()),
    };
    let mut files = Vec::new();
    for width in widths.into_iter().rev() {
        if width < image.width() {
            let height = u64::from(image.height()) * u64::from(width);
            let height = (height + u64::from(image.width()) / 2) / u64::from(image.width());
            let height = u32::try_from(height).unwrap_or(1).max(1);
            // Polynomials of simple arithmetic: the same bytes on every machine.
            image = image.resize_exact(width, height, FilterType::CatmullRom);
        }
        // In its own format, the whole image is there already.
        if width < own && format != ImageFormat::WebP {
            files.extend(in_own(&image, format, profile.as_deref()));
        }
        // A WebP is written without a profile of colours.
        let again = format == ImageFormat::WebP && width == own;
        if profile.is_none() && !again {
            files.extend(as_webp(&image, format));
        }
    }
    files.reverse();
    files
}

fn in_own(image: &DynamicImage, format: ImageFormat, profile: Option<&[u8]>) -> Option<File> {
    let mut bytes = Vec::new();
    let extension = match format {
        ImageFormat::Jpeg => {
            let mut encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
            if let Some(profile) = profile {
                encoder.set_icc_profile(profile.to_vec()).ok()?;
            }
            image.write_with_encoder(encoder).ok()?;
            "jpg"
        }
        ImageFormat::Png => {
            let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
            if let Some(profile) = profile {
                encoder.set_icc_profile(profile.to_vec()).ok()?;
            }
            image.write_with_encoder(encoder).ok()?;
            "png"
        }
        _ => return None,
    };
    Some(File {
        width: image.width(),
        extension: extension.to_owned(),
        bytes,
    })
}

/// Drawings stay as sharp as they are, photographs are made as small as the eye allows.
fn as_webp(image: &DynamicImage, format: ImageFormat) -> Option<File> {
    if image.width().max(image.height()) > WEBP_WIDEST {
        return None;
    }
    let (width, height) = (image.width(), image.height());
    let encoder = match image {
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, width, height),
        DynamicImage::ImageRgb8(pixels) => webp::Encoder::from_rgb(pixels, width, height),
        _ => return None,
    };
    let lossless = format == ImageFormat::Png;
    let bytes = encoder.encode_simple(lossless, WEBP_QUALITY).ok()?;
    Some(File {
        width,
        extension: WEBP.to_owned(),
        bytes: bytes.to_vec(),
    })
}

/// Whether it is left as it is, because it may move.
fn moves(bytes: &[u8], format: ImageFormat) -> bool {
    match format {
        ImageFormat::Png => {
            PngDecoder::new(Cursor::new(bytes)).is_ok_and(|it| it.is_apng().unwrap_or(true))
        }
        ImageFormat::WebP => {
            WebPDecoder::new(Cursor::new(bytes)).is_ok_and(|it| it.has_animation())
        }
        ImageFormat::Jpeg => false,
        _ => true,
    }
}

/// Whether a profile is the one that browsers take where there is none.
fn is_srgb(profile: &[u8]) -> bool {
    // The description, in the letters of ICC version 2 or 4.
    let names: [&[u8]; 2] = [b"sRGB", b"\0s\0R\0G\0B"];
    names
        .iter()
        .any(|name| profile.windows(name.len()).any(|word| word == *name))
}

fn fault(error: ImageError) -> Fault {
    match error {
        ImageError::Limits(_) => Fault::TooLarge,
        _ => Fault::Broken,
    }
}
