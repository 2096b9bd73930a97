//! Decodes an image within limits, resizes it, and encodes it in its own format and as WebP.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageError, ImageFormat,
    ImageReader, Limits,
};

use super::{ImageFault, Rendition, Renditions, Sizes, WEBP, parts};
use crate::base::digest::Digest;
use crate::base::source::Asset;
use crate::site::regular_file;

/// To be changed with everything that changes the encoded bytes, such as the versions of the encoders.
pub(super) const VERSION: &str = "2 image-0.25 webp-0.3";

/// No page needs more pixels. A small file can claim to have any number of them.
const MAX_PIXELS: u64 = 40_000_000;
const MAX_FILE_BYTES: u64 = 64 << 20;
/// The memory that a decoder may take, without the pixels.
const MAX_DECODER_BYTES: u64 = 512 << 20;
/// The largest side that the WebP format can hold.
const MAX_WEBP_PIXELS: u32 = 16_383;

/// Images with more pixels are resized one after the other, so that the memory does not grow with the processors.
const LARGE_PIXELS: u64 = 12_000_000;
static LARGE: Mutex<()> = Mutex::new(());

const JPEG_QUALITY_PERCENT: u8 = 80;
const WEBP_QUALITY_PERCENT: f32 = 78.0;

/// Resizes and encodes an image. Returns `None` if the file has changed since it was found.
pub(super) fn renditions(
    asset: &Asset,
    sizes: &Sizes,
    publish: bool,
) -> Result<Option<Renditions>, ImageFault> {
    let size = regular_file::open_with_size(&asset.on_disk).map_or(0, |(_, size)| size);
    if size > MAX_FILE_BYTES {
        return Err(ImageFault::TooLarge);
    }
    let bytes = match regular_file::read(&asset.on_disk) {
        Ok(bytes) if Digest::of(&bytes) == asset.digest => bytes,
        // The watch reports the change, and another turn follows.
        _ => return Ok(None),
    };
    // A decoder should not panic, but files can be hostile.
    let made = catch_unwind(AssertUnwindSafe(|| resize(&bytes, sizes, publish)));
    made.unwrap_or(Err(ImageFault::Broken)).map(Some)
}

fn resize(bytes: &[u8], sizes: &Sizes, publish: bool) -> Result<Renditions, ImageFault> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|_| ImageFault::Broken)?;
    let format = reader.format().ok_or(ImageFault::Broken)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODER_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(fault)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PIXELS {
        return Err(ImageFault::TooLarge);
    }
    // Decoders take what is there.
    if parts::ends_early(bytes) {
        return Err(ImageFault::Broken);
    }
    let _alone =
        (pixels > LARGE_PIXELS).then(|| LARGE.lock().unwrap_or_else(PoisonError::into_inner));
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let is_rgb = matches!(
        decoder.original_color_type(),
        ExtendedColorType::Rgb8
            | ExtendedColorType::Rgba8
            | ExtendedColorType::Rgb16
            | ExtendedColorType::Rgba16
    );
    let mut image = DynamicImage::from_decoder(decoder).map_err(fault)?;
    image.apply_orientation(orientation);
    let (width, height) = (image.width(), image.height());
    let profile = profile.filter(|profile| !is_srgb(profile));
    let is_kept = profile
        .as_ref()
        .is_none_or(|profile| is_rgb && is_of_rgb(profile));
    let files = if publish && is_kept && is_still(bytes, format) {
        encode_widths(image, format, profile.as_deref(), sizes)
    } else {
        Vec::new()
    };
    Ok(Renditions {
        width,
        height,
        size: bytes.len(),
        files,
    })
}

/// Encodes an image in all widths, ascending. Each is resized from the next larger one.
fn encode_widths(
    image: DynamicImage,
    format: ImageFormat,
    profile: Option<&[u8]>,
    sizes: &Sizes,
) -> Vec<Rendition> {
    let own_width = image.width();
    let smaller = sizes.widths.iter().copied().filter(|it| *it < own_width);
    let mut widths: Vec<u32> = smaller.collect();
    if own_width <= sizes.widest() {
        widths.push(own_width);
    }
    // All formats have eight bits for each colour.
    let mut image = match image.color().has_alpha() {
        true => DynamicImage::ImageRgba8(image.into_rgba8()),
        false => DynamicImage::ImageRgb8(image.into_rgb8()),
    };
    let mut files = Vec::new();
    for width in widths.into_iter().rev() {
        if width < image.width() {
            image = shrink(&image, width);
        }
        let mut add = |extension: &str, bytes: Option<Vec<u8>>| {
            files.extend(bytes.map(|bytes| Rendition {
                width,
                extension: extension.to_owned(),
                bytes,
            }));
        };
        // The image file itself is the rendition of its own width in its own format.
        let is_own_width = width == own_width;
        match format {
            ImageFormat::Jpeg if !is_own_width => add("jpg", encode_jpeg(&image, profile)),
            ImageFormat::Png if !is_own_width => add("png", encode_png(&image, profile)),
            _ => {}
        }
        // The WebP encoder cannot write a colour profile.
        if profile.is_none() && !(is_own_width && format == ImageFormat::WebP) {
            // PNGs are mostly drawings, which become blurred with loss.
            add(WEBP, encode_webp(&image, format == ImageFormat::Png));
        }
    }
    files.reverse();
    files
}

fn shrink(image: &DynamicImage, width: u32) -> DynamicImage {
    let own_width = u64::from(image.width());
    let height = (u64::from(image.height()) * u64::from(width) + own_width / 2) / own_width;
    let height = u32::try_from(height).unwrap_or(1).max(1);
    // This filter is simple arithmetic, which gives the same bytes on every machine.
    image.resize_exact(width, height, FilterType::CatmullRom)
}

fn encode_jpeg(image: &DynamicImage, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY_PERCENT);
    write(image, encoder, profile).map(|()| bytes)
}

fn encode_png(image: &DynamicImage, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    write(image, PngEncoder::new(&mut bytes), profile).map(|()| bytes)
}

fn write(image: &DynamicImage, mut to: impl ImageEncoder, profile: Option<&[u8]>) -> Option<()> {
    if let Some(profile) = profile {
        to.set_icc_profile(profile.to_vec()).ok()?;
    }
    image.write_with_encoder(to).ok()
}

fn encode_webp(image: &DynamicImage, is_lossless: bool) -> Option<Vec<u8>> {
    let (width, height) = (image.width(), image.height());
    let encoder = match image {
        _ if width.max(height) > MAX_WEBP_PIXELS => return None,
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, width, height),
        DynamicImage::ImageRgb8(pixels) => webp::Encoder::from_rgb(pixels, width, height),
        _ => return None,
    };
    let webp = encoder.encode_simple(is_lossless, WEBP_QUALITY_PERCENT);
    Some(webp.ok()?.to_vec())
}

/// Whether an image is not animated. Formats that may be animated and of which this cannot be said are.
fn is_still(bytes: &[u8], format: ImageFormat) -> bool {
    let bytes = Cursor::new(bytes);
    match format {
        ImageFormat::Png => {
            let is_animated = |it: PngDecoder<_>| it.is_apng().unwrap_or(true);
            !PngDecoder::new(bytes).is_ok_and(is_animated)
        }
        ImageFormat::WebP => !WebPDecoder::new(bytes).is_ok_and(|it| it.has_animation()),
        ImageFormat::Jpeg => true,
        _ => false,
    }
}

/// Whether a colour profile is sRGB, which browsers assume where there is none.
fn is_srgb(profile: &[u8]) -> bool {
    // The name in the description of the profile, as ICC version 2 or 4 encodes it.
    let names: [&[u8]; 2] = [b"sRGB", b"\0s\0R\0G\0B"];
    let contains = |name: &&[u8]| profile.windows(name.len()).any(|part| part == *name);
    names.iter().any(contains)
}

/// Whether a colour profile is of colours in RGB, as those of all resized images are. The profile of others, such as CMYK
/// and gray, says nothing of these.
fn is_of_rgb(profile: &[u8]) -> bool {
    profile.get(16..20) == Some(b"RGB ")
}

fn fault(error: ImageError) -> ImageFault {
    match error {
        ImageError::Limits(_) => ImageFault::TooLarge,
        _ => ImageFault::Broken,
    }
}
