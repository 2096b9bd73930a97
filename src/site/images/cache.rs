//! What was made of images, kept on disk by what it was made of.
//!
//! A file for each image. It begins with a digest of the rest: what is damaged does not count, and is
//! made again. It may be deleted at any time.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use super::{Entry, File};

/// What is kept under a key, if it is whole.
pub(super) fn read(folder: &Path, key: &str) -> Option<Entry> {
    let kept = fs::read(folder.join(key)).ok()?;
    let (digest, rest) = kept.split_at_checked(blake3::OUT_LEN)?;
    if blake3::hash(rest).as_bytes().as_slice() != digest {
        return None;
    }
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (head, mut bytes) = rest.split_at_checked(end + 1)?;
    let head: Value = serde_json::from_slice(head).ok()?;
    let number = |value: &Value| value.as_u64().and_then(|it| usize::try_from(it).ok());
    let small = |value: &Value| value.as_u64().and_then(|it| u32::try_from(it).ok());
    let mut files = Vec::new();
    for file in head.get("files")?.as_array()? {
        let (own, others) = bytes.split_at_checked(number(file.get("length")?)?)?;
        bytes = others;
        files.push(File {
            width: small(file.get("width")?)?,
            extension: file.get("extension")?.as_str()?.to_owned(),
            bytes: own.to_vec(),
        });
    }
    Some(Entry {
        width: small(head.get("width")?)?,
        height: small(head.get("height")?)?,
        size: number(head.get("size")?)?,
        files,
    })
}

/// Keeps something under a key, whole or not at all. A cache that cannot be written is none.
pub(super) fn write(folder: &Path, key: &str, entry: &Entry) {
    let files = entry.files.iter().map(|file| {
        json!({"width": file.width, "extension": file.extension, "length": file.bytes.len()})
    });
    let head = json!({
        "width": entry.width,
        "height": entry.height,
        "size": entry.size,
        "files": files.collect::<Vec<_>>(),
    });
    let mut rest = format!("{head}\n").into_bytes();
    entry
        .files
        .iter()
        .for_each(|file| rest.extend_from_slice(&file.bytes));
    let unfinished = folder.join(format!("{key}.{}", std::process::id()));
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut file = fs::File::create(&unfinished)?;
        file.write_all(blake3::hash(&rest).as_bytes())?;
        file.write_all(&rest)?;
        fs::rename(&unfinished, folder.join(key))
    };
    if write().is_err() {
        // Nothing is lost but time.
        let _ = fs::remove_file(&unfinished);
    }
}
