//! A made site in memory.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use raccordo::base::digest::Digest;
use raccordo::base::source::{Asset, SourceFile, SourcePath, SourceTree};
use raccordo::site::theme::add_embedded;

use crate::generate::{self, Request};

/// Files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files of a made site.
pub fn files(request: Request) -> Files {
    let mut files = Files::new();
    let mut put = |path: &str, bytes: &[u8]| {
        let before = files.insert(path.to_owned(), bytes.to_vec());
        assert!(before.is_none(), "{path} is made twice");
        Ok(())
    };
    generate::site(request, &mut put).unwrap();
    files
}

/// The files as the sources of a site.
pub fn tree(files: &Files) -> SourceTree {
    let file = |(path, bytes): (&String, &Vec<u8>)| {
        let path = SourcePath::new(path);
        (path.clone(), SourceFile::new(path, bytes.clone()))
    };
    let asset = |(path, bytes): (&String, &Vec<u8>)| {
        let (on_disk, path) = (Arc::from(Path::new(path)), SourcePath::new(path));
        (
            path.clone(),
            Asset {
                path,
                on_disk,
                digest: Digest::of(bytes),
            },
        )
    };
    let under = |folder: &'static str| {
        files
            .iter()
            .filter(move |(path, _)| path.starts_with(folder))
    };
    let is_asset = |path: &str| path.ends_with(".png");
    let mut themes = under("themes/").map(file).collect();
    add_embedded(&mut themes);
    SourceTree {
        settings: SourceFile::new(SourcePath::new("site.toml"), files["site.toml"].clone()),
        texts: under("content/")
            .filter(|(path, _)| !is_asset(path))
            .map(file)
            .collect(),
        assets: under("content/")
            .filter(|(path, _)| is_asset(path))
            .map(asset)
            .collect(),
        themes,
    }
}
