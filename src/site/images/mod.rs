//! Images in the sizes that a theme asks for.
//!
//! An image that a page shows is published as it is, without [`private_data`]. Smaller ones are published beside it: in
//! its own format and as WebP, each only where that saves bytes. No image is ever enlarged. Resized images are kept in a [`cache`].

mod cache;
mod encode;
mod format;
mod html;
mod parts;
mod private_data;

use std::path::Path;

use borsh::{BorshDeserialize, BorshSerialize};

pub use html::ImageWriter;

use format::Shown;

use crate::base::digest::Digest;
use crate::base::output::{Output, OutputPath};
use crate::base::source::Asset;
use crate::site::regular_file;

const WEBP: &str = "webp";

/// The size of the largest file in which private data are looked for.
const MAX_CLEANED_BYTES: u64 = 256 << 20;

/// How much of the name of an image is in the names of its copies.
const MAX_STEM_BYTES: usize = 200;

/// The sizes in which a theme shows images.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Sizes {
    /// The widths in pixels, ascending. If there are none, images are published only as they are.
    pub widths: Vec<u32>,
    /// The HTML attribute `sizes`: the width at which an image is shown.
    pub attribute: String,
}

impl Sizes {
    fn widest(&self) -> u32 {
        self.widths.last().copied().unwrap_or(0)
    }
}

/// An image in all its sizes and formats, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ResponsiveImage {
    /// The width in pixels, after turning it as its metadata says.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// The variants in its own format, ascending. At least the image itself.
    pub own: Vec<Variant>,
    /// The variants as WebP, ascending. None if they are not smaller.
    pub webp: Vec<Variant>,
}

/// An image in one width.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Variant {
    /// The width in pixels.
    pub width: u32,
    /// The name of its file, in the folder of the image. `None` for the image itself.
    pub name: Option<String>,
}

/// Why an image cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum ImageFault {
    /// The file is not an image, or is cut off.
    Broken,
    /// The image has more bytes or pixels than are decoded.
    TooLarge,
    /// The image is of a format that not every browser shows.
    NotShown,
    /// The file is something else than an image.
    NoImage,
}

/// The result of resizing an image.
#[derive(Debug, Default)]
pub struct ResizedImage {
    /// The image. `None` for a format that is not resized, and for a file that has changed since it was found.
    pub image: Option<ResponsiveImage>,
    /// The files to publish beside the image.
    pub files: Vec<Output>,
}

/// Resizes an image. Without `publish`, only its own size is read.
///
/// # Errors
/// [`ImageFault::Broken`] if the file cannot be decoded or ends early, [`ImageFault::TooLarge`] if it is over the limits,
/// [`ImageFault::NotShown`] and [`ImageFault::NoImage`] if browsers do not show it.
pub fn resize(
    asset: &Asset,
    output: &OutputPath,
    sizes: &Sizes,
    cache: Option<&Path>,
    publish: bool,
) -> Result<ResizedImage, ImageFault> {
    if format::of(&asset.on_disk, &extension(output))? != Shown::Resized {
        return Ok(ResizedImage::default());
    }
    let key = cache_key(asset.digest, sizes);
    if let Some(cached) = cache.and_then(|folder| cache::read(folder, &key)) {
        return Ok(cached.publish(output, asset.digest, sizes));
    }
    let Some(renditions) = encode::renditions(asset, sizes, publish)? else {
        return Ok(ResizedImage::default());
    };
    if let Some(folder) = cache.filter(|_| publish) {
        cache::write(folder, &key, &renditions);
    }
    Ok(renditions.publish(output, asset.digest, sizes))
}

/// A file of the content without the private data of an image. Returns `None` if there are none: it is to be copied.
pub fn without_private_data(asset: &Asset) -> Option<Vec<u8>> {
    let head = format::head(&asset.on_disk).ok()?;
    parts::walk(&head)?;
    let (_, size) = regular_file::open_with_size(&asset.on_disk).ok()?;
    if size > MAX_CLEANED_BYTES {
        return None;
    }
    let bytes = regular_file::read(&asset.on_disk).ok()?;
    // The watch reports a change, and another turn follows.
    (Digest::of(&bytes) == asset.digest).then(|| private_data::removed(&bytes))?
}

/// The digest of everything that determines the renditions of an image.
fn cache_key(digest: Digest, sizes: &Sizes) -> String {
    let text = format!("{} {digest} {:?}", encode::VERSION, sizes.widths);
    Digest::of(text.as_bytes()).to_string()
}

/// An image in several widths and formats, before it is decided which of them are published.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
struct Renditions {
    width: u32,
    height: u32,
    /// The size of the image file in bytes.
    size: usize,
    /// By ascending width.
    files: Vec<Rendition>,
}

/// An image in one width and format.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
struct Rendition {
    width: u32,
    extension: String,
    bytes: Vec<u8>,
}

impl Renditions {
    /// Names the files that are worth publishing.
    fn publish(self, output: &OutputPath, digest: Digest, sizes: &Sizes) -> ResizedImage {
        let is_webp = extension(output) == WEBP;
        let files = self.files.into_iter();
        let (webp, own): (Vec<_>, Vec<_>) =
            files.partition(|file| file.extension == WEBP && !is_webp);
        let own = without_heavier(own, self.size);
        let mut webp = without_heavier(webp, self.size);
        // A browser takes all its files from one format, so WebP must be smaller on the whole.
        let replaced = |file: &Rendition| {
            let same_width = own.iter().find(|own| own.width == file.width);
            same_width.map_or(self.size, |own| own.bytes.len())
        };
        let webp_size: usize = webp.iter().map(|file| file.bytes.len()).sum();
        let widest = sizes.widest();
        // It must also have the width that the other has, or a narrow file is stretched.
        let is_whole = webp
            .last()
            .is_some_and(|it| it.width == self.width.min(widest));
        if !is_whole || webp_size >= webp.iter().map(replaced).sum() {
            webp.clear();
        }
        let largest = own.last().map_or(0, |file| file.width);
        let mut files = Vec::new();
        let mut name = |rendition: Rendition| {
            let name = file_name(output, digest, &rendition);
            let path = OutputPath::file(&format!("{}{name}", output.folder()));
            files.push(Output::of(path, rendition.bytes));
            Variant {
                width: rendition.width,
                name: Some(name),
            }
        };
        let mut image = ResponsiveImage {
            width: self.width,
            height: self.height,
            own: own.into_iter().map(&mut name).collect(),
            webp: webp.into_iter().map(&mut name).collect(),
        };
        if self.width <= widest || largest < widest {
            image.own.push(Variant {
                width: self.width,
                name: None,
            });
        }
        let image = Some(image);
        ResizedImage { image, files }
    }
}

/// The files that have fewer bytes than the image itself and than all wider files.
fn without_heavier(mut files: Vec<Rendition>, size: usize) -> Vec<Rendition> {
    let mut least = size;
    files.reverse();
    files.retain(|file| {
        let is_lighter = file.bytes.len() < least;
        least = least.min(file.bytes.len());
        is_lighter
    });
    files.reverse();
    files
}

/// A file name that depends on the content and name of the image, so that no other image has it.
fn file_name(output: &OutputPath, digest: Digest, rendition: &Rendition) -> String {
    let name = output.as_str();
    let name = name.rsplit_once('/').map_or(name, |(_, name)| name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    // With what follows it, the name is not longer than disks allow.
    let stem = stem
        .get(..stem.floor_char_boundary(MAX_STEM_BYTES))
        .unwrap_or(stem);
    let mark = Digest::of(format!("{} {name} {digest}", encode::VERSION).as_bytes());
    let mark: String = mark.to_string().chars().take(8).collect();
    format!("{stem}.{mark}.{}.{}", rendition.width, rendition.extension)
}

fn extension(output: &OutputPath) -> String {
    let name = output.as_str().rsplit_once('.');
    name.map_or_else(String::new, |(_, extension)| extension.to_lowercase())
}
