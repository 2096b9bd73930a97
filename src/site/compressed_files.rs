//! Compressed copies of text files, which a web server sends as they are to browsers that take them.

use std::fs;
use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::regular_file;
use crate::base::digest::Digest;
use crate::base::output::{Output, OutputContent, OutputPath};
use crate::base::portable_path::PathFault;

/// The endings of files that get smaller: texts.
const ENDINGS: [&str; 8] = ["html", "css", "js", "svg", "xml", "ics", "json", "txt"];

/// The quality of Brotli, from 0 to 11. 11 takes ten times as long for a few per cent.
const BROTLI_QUALITY: i32 = 9;

/// The size of the window of Brotli, as a power of two: 4 MiB.
const BROTLI_WINDOW: i32 = 22;

/// The level of Zstandard, from 1 to 22. Higher ones take twice as long for less than a per cent.
const ZSTANDARD_LEVEL: i32 = 19;

/// Compresses these bytes. The same bytes give the same bytes.
type Compress = fn(&[u8]) -> io::Result<Vec<u8>>;

/// The formats, by what is added to the name of a file.
const FORMATS: [(&str, Compress); 3] = [(".br", brotli), (".gz", gzip), (".zst", zstandard)];

/// Whether a file has a name that a compressed copy may have.
pub fn is_copy_name(path: &str) -> bool {
    FORMATS.iter().any(|(ending, _)| path.ends_with(ending))
}

/// The paths that the compressed copies of a file have. None if it is no text, or if its name leaves no room for their endings.
pub fn paths(of: &OutputPath) -> Vec<OutputPath> {
    let ending = of.as_str().rsplit_once('.').map(|(_, ending)| ending);
    let is_text = ending.is_some_and(|it| ENDINGS.contains(&it));
    let formats = FORMATS.iter().filter(|_| is_text);
    let paths: Vec<String> = formats.map(|(ending, _)| format!("{of}{ending}")).collect();
    let have_room = paths.iter().all(|it| PathFault::of(it).is_none());
    let paths = paths.iter().filter(|_| have_room);
    paths.map(|it| OutputPath::file(it)).collect()
}

/// The compressed copies of a file of the site that are smaller than it. None if its bytes cannot be read, or are no
/// longer those of its digest: publishing says what is wrong with it.
pub fn copies(of: &Output) -> Vec<(OutputPath, Vec<u8>)> {
    let paths = paths(&of.path);
    let bytes = (!paths.is_empty()).then(|| bytes(&of.content));
    let Some(Ok(bytes)) = bytes else {
        return Vec::new();
    };
    if Digest::of(&bytes) != of.digest {
        return Vec::new();
    }
    let copies = paths
        .into_iter()
        .zip(FORMATS)
        .filter_map(|(path, (_, compress))| {
            let copy = compress(&bytes).ok()?;
            (copy.len() < bytes.len()).then_some((path, copy))
        });
    copies.collect()
}

fn bytes(content: &OutputContent) -> io::Result<Vec<u8>> {
    match content {
        OutputContent::Bytes(bytes) => Ok(bytes.to_vec()),
        OutputContent::Copy(path) => regular_file::read(path),
        OutputContent::TemporaryFile(file) => fs::read(file.path()),
    }
}

/// Without a name or a time, which would be others in each build.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut copy = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: BROTLI_WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut copy, &parameters)?;
    Ok(copy)
}

fn zstandard(bytes: &[u8]) -> io::Result<Vec<u8>> {
    zstd::bulk::compress(bytes, ZSTANDARD_LEVEL)
}
