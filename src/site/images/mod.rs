//! Images in the sizes that a theme asks for.
//!
//! An image that a page shows is published as it is, and beside it smaller ones: in its own format and
//! as WebP, each only if that makes it smaller. None is ever made larger. What was made is kept in a
//! [`cache`], by what it was made of.

mod cache;
mod make;
mod write;

use borsh::{BorshDeserialize, BorshSerialize};
pub use write::Images;

use std::path::Path;

use crate::base::digest::Digest;
use crate::base::output::{Output, OutputPath};
use crate::base::source::Asset;

/// How a theme wants images.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Wanted {
    /// The widths in pixels, ascending; without any, images are published as they are.
    pub widths: Vec<u32>,
    /// How wide an image is shown: the `sizes` of HTML.
    pub sizes: String,
}

/// An image as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Picture {
    /// How wide it is, in pixels, as it is seen: turned if it says so.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// In its own format, ascending; at least the file itself.
    pub own: Vec<Variant>,
    /// As WebP, ascending; nothing where that is no smaller.
    pub webp: Vec<Variant>,
}

/// An image in one width.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Variant {
    /// The width in pixels.
    pub width: u32,
    /// The name of the file in the folder of the image; none for the image itself.
    pub name: Option<String>,
}

/// Why there is nothing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Fault {
    /// The file is not an image, or not a whole one.
    Broken,
    /// It has more pixels than a page can want.
    TooLarge,
}

/// What came of an image.
#[derive(Debug)]
pub struct Made {
    /// The image; nothing for a file that is not resized and of which nothing is known.
    pub picture: Option<Picture>,
    /// The files to publish beside it.
    pub files: Vec<Output>,
}

/// Makes an image ready for pages. Without `publish`, it is only looked at.
///
/// # Errors
/// What is wrong with the image.
pub fn make(
    asset: &Asset,
    output: &OutputPath,
    wanted: &Wanted,
    cache: Option<&Path>,
    publish: bool,
) -> Result<Made, Fault> {
    if !is_raster(output) {
        return Ok(Made::nothing());
    }
    let key = key(asset.digest, wanted);
    let kept = cache.and_then(|folder| cache::read(folder, &key));
    let entry = match kept {
        Some(entry) => entry,
        None => {
            let Some(entry) = make::entry(asset, wanted, publish)? else {
                return Ok(Made::nothing());
            };
            if let Some(folder) = cache.filter(|_| publish) {
                cache::write(folder, &key, &entry);
            }
            entry
        }
    };
    Ok(entry.named(
        output,
        asset.digest,
        wanted.widths.last().copied().unwrap_or(0),
    ))
}

/// What an image is made into, without names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    width: u32,
    height: u32,
    /// The size of the file itself, in bytes.
    size: usize,
    files: Vec<File>,
}

/// An image in one width and format.
#[derive(Clone, Debug, PartialEq, Eq)]
struct File {
    width: u32,
    extension: String,
    bytes: Vec<u8>,
}

const WEBP: &str = "webp";

impl Entry {
    /// Chooses what is worth publishing, and names it.
    fn named(self, output: &OutputPath, digest: Digest, widest: u32) -> Made {
        let itself = extension(output) == WEBP;
        let (webp, own): (Vec<File>, Vec<File>) = self
            .files
            .into_iter()
            .partition(|file| file.extension == WEBP && !itself);
        let own = lighter(own, self.size);
        let webp = lighter(webp, self.size);
        let largest = own.last().map_or(0, |file| file.width);
        let with_itself = self.width <= widest || largest < widest;
        // Browsers take one format whole.
        let instead = |file: &File| {
            let other = own.iter().find(|own| own.width == file.width);
            other.map_or(self.size, |other| other.bytes.len())
        };
        let saves = webp.iter().map(|file| file.bytes.len()).sum::<usize>()
            < webp.iter().map(instead).sum();
        let webp = if saves { webp } else { Vec::new() };
        let mut picture = Picture {
            width: self.width,
            height: self.height,
            own: Vec::new(),
            webp: Vec::new(),
        };
        let mut files = Vec::new();
        for (list, made) in [(&mut picture.own, own), (&mut picture.webp, webp)] {
            for file in made {
                let name = file_name(output, digest, &file);
                let path = OutputPath::file(&format!("{}{name}", output.folder()));
                list.push(Variant {
                    width: file.width,
                    name: Some(name),
                });
                files.push(Output::of(path, file.bytes));
            }
        }
        if with_itself {
            picture.own.push(Variant {
                width: self.width,
                name: None,
            });
        }
        Made {
            picture: Some(picture),
            files,
        }
    }
}

/// The files that are lighter than all wider ones; they come ascending.
fn lighter(files: Vec<File>, size: usize) -> Vec<File> {
    let mut least = size;
    let mut kept: Vec<File> = Vec::new();
    for file in files.into_iter().rev() {
        if file.bytes.len() < least {
            least = file.bytes.len();
            kept.push(file);
        }
    }
    kept.reverse();
    kept
}

impl Made {
    fn nothing() -> Made {
        Made {
            picture: None,
            files: Vec::new(),
        }
    }
}

/// The digest of everything that decides on what is made.
fn key(digest: Digest, wanted: &Wanted) -> String {
    let text = format!("{} {digest} {:?}", make::VERSION, wanted.widths);
    Digest::of(text.as_bytes()).to_string()
}

/// A name that no other image makes: it holds the image's content and its own name.
fn file_name(output: &OutputPath, digest: Digest, file: &File) -> String {
    let (_, name) = output
        .as_str()
        .rsplit_once('/')
        .unwrap_or(("", output.as_str()));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mark = Digest::of(format!("{} {name} {digest}", make::VERSION).as_bytes());
    let mark: String = mark.to_string().chars().take(8).collect();
    format!("{stem}.{mark}.{}.{}", file.width, file.extension)
}

fn is_raster(output: &OutputPath) -> bool {
    matches!(
        extension(output).as_str(),
        "png" | "jpg" | "jpeg" | "gif" | WEBP
    )
}

fn extension(output: &OutputPath) -> String {
    let name = output.as_str().rsplit_once('.');
    name.map_or_else(String::new, |(_, extension)| extension.to_lowercase())
}
