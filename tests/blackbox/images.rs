//! Images in texts: their files in all sizes, what pages say of them, and what is kept of them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};
use raccordo::base::digest::Digest;
use raccordo::base::source::Changes;
use raccordo::build::{self, Observer, Options, Project};
use raccordo::site::sources::ChangeHints;
use tempfile::TempDir;

use crate::in_process::{self, day};
use crate::site::{Site, good, temporary_folder};

/// Widths of 40 and 80 pixels.
const THEME: &str = "name = \"mini\"\nimage_widths = [80, 40]\nimage_sizes = \"50vw\"\n";

fn site(text: &str) -> Site {
    let page = good("content/orari.md");
    let (_, rest) = page.split_once("---\n").unwrap();
    let (front_matter, _) = rest.split_once("---\n").unwrap();
    Site::new().file("themes/mini/theme.toml", THEME).file(
        "content/orari.md",
        format!("---\n{front_matter}---\n## Sportello {{#sportello}}\n\n{text}\n"),
    )
}

/// Something like a photograph: smooth, and never twice the same.
fn photograph(width: u32, height: u32, seed: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        let noise = x
            .wrapping_mul(31)
            .wrapping_add(y.wrapping_mul(17))
            .wrapping_mul(seed)
            % 23;
        let tone = |it: u32| u8::try_from((it + noise) % 256).unwrap();
        image::Rgb([tone(x * 2), tone(y * 2), tone(x + y)])
    }))
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The first image of the page on opening hours, with `«»` for each mark in the names of files.
fn shown(site: &Site) -> String {
    let page = site.page("orari/index.html");
    let from = page.find("<p><picture>").or_else(|| page.find("<p><img"));
    let (html, _) = page[from.unwrap_or_else(|| panic!("{page}"))..]
        .split_once("</p>")
        .unwrap();
    let mut parts = html.split('.');
    let is_mark = |part: &str| part.len() == 8 && part.bytes().all(|it| it.is_ascii_hexdigit());
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |html, part| {
        html + "." + if is_mark(part) { "«»" } else { part }
    })
}

fn published(site: &Site) -> Vec<(String, ImageFormat, u32, u32)> {
    let files = site
        .built()
        .into_iter()
        .filter(|(path, _)| path.starts_with("sala"));
    let look = |(path, bytes): (String, Vec<u8>)| {
        let format = image::guess_format(&bytes).unwrap();
        let it = image::load_from_memory(&bytes).unwrap();
        let mut parts: Vec<&str> = path.split('.').collect();
        if parts.len() > 2 {
            parts.remove(1);
        }
        (parts.join("."), format, it.width(), it.height())
    };
    files.map(look).collect()
}

#[test]
fn a_photograph_is_published_in_the_widths_of_the_theme() {
    let site = site("![La sala](sala.jpg \"Ieri\") ![Di nuovo](sala.jpg)").file(
        "content/sala.jpg",
        encoded(&photograph(100, 60, 1), ImageFormat::Jpeg),
    );
    site.build().succeeds();
    let (jpeg, webp) = (ImageFormat::Jpeg, ImageFormat::WebP);
    let expected = [
        ("sala.40.jpg", jpeg, 40, 24),
        ("sala.40.webp", webp, 40, 24),
        ("sala.80.jpg", jpeg, 80, 48),
        ("sala.80.webp", webp, 80, 48),
        ("sala.jpg", jpeg, 100, 60),
    ];
    let expected =
        expected.map(|(name, format, width, height)| (name.to_owned(), format, width, height));
    assert_eq!(published(&site), expected);
    let html = shown(&site);
    let (first, second) = html.split_once("</picture> ").unwrap();
    assert_eq!(
        first,
        "<p><picture><source type=\"image/webp\" srcset=\"../sala.«».40.webp 40w, \
         ../sala.«».80.webp 80w\" sizes=\"50vw\" /><img src=\"../sala.«».80.jpg\" \
         srcset=\"../sala.«».40.jpg 40w, ../sala.«».80.jpg 80w\" sizes=\"50vw\" alt=\"La sala\" \
         title=\"Ieri\" width=\"100\" height=\"60\" decoding=\"async\" />"
    );
    assert!(second.ends_with(
        "alt=\"Di nuovo\" width=\"100\" height=\"60\" loading=\"lazy\" decoding=\"async\" /></picture>"
    ), "{second}");
}

#[test]
fn nothing_is_made_larger_or_heavier() {
    let small = encoded(&photograph(30, 20, 1), ImageFormat::Png);
    let site_of = |bytes: &[u8]| site("![La sala](sala.png)").file("content/sala.png", bytes);
    let site = site_of(&small);
    site.build().succeeds();
    let all = published(&site);
    assert!(all.iter().all(|(_, _, width, _)| *width == 30), "{all:?}");
    assert!(
        shown(&site)
            .contains("<img src=\"../sala.png\" alt=\"La sala\" width=\"30\" height=\"20\"")
    );
    // One colour is a few bytes in any size.
    let flat = DynamicImage::ImageRgba8(RgbaImage::from_pixel(100, 60, image::Rgba([9, 9, 9, 90])));
    let flat = encoded(&flat, ImageFormat::Png);
    let site = site_of(&flat);
    site.build().succeeds();
    for (path, bytes) in site.built() {
        assert!(
            !path.starts_with("sala.") || bytes.len() <= flat.len(),
            "{path}"
        );
    }
}

#[test]
fn what_moves_or_is_drawn_stays_as_it_is() {
    let mut gif = Vec::new();
    {
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
        for seed in 1..3 {
            let frame = image::Frame::new(photograph(100, 60, seed).into_rgba8());
            encoder.encode_frame(frame).unwrap();
        }
    }
    let site =
        site("![La sala](sala.gif) ![Un segno](segno.svg) ![Fuori](https://a.example/b.png)")
            .file("content/sala.gif", gif)
            .file(
                "content/segno.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            );
    site.build().succeeds();
    let files: Vec<String> = site
        .built()
        .into_keys()
        .filter(|path| path.starts_with("s"))
        .collect();
    assert_eq!(files, ["sala.gif", "segno.svg"]);
    assert_eq!(
        shown(&site),
        "<p><img src=\"../sala.gif\" alt=\"La sala\" width=\"100\" height=\"60\" decoding=\"async\" /> \
         <img src=\"../segno.svg\" alt=\"Un segno\" loading=\"lazy\" decoding=\"async\" /> \
         <img src=\"https://a.example/b.png\" alt=\"Fuori\" loading=\"lazy\" decoding=\"async\" />"
    );
}

#[test]
fn a_photograph_is_turned_as_it_says() {
    let upright = encoded(&photograph(100, 60, 1), ImageFormat::Jpeg);
    // A segment of EXIF that says: turned by a quarter.
    let exif = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let turned = [&upright[..2], exif, &upright[2..]].concat();
    let site = site("![La sala](sala.jpg)").file("content/sala.jpg", turned);
    site.build().succeeds();
    assert!(
        shown(&site).contains("width=\"60\" height=\"100\""),
        "{}",
        shown(&site)
    );
    assert!(published(&site).contains(&("sala.40.jpg".to_owned(), ImageFormat::Jpeg, 40, 67)));
}

#[test]
fn a_cache_changes_nothing() {
    let site = site("![La sala](sala.jpg)").file(
        "content/sala.jpg",
        encoded(&photograph(100, 60, 1), ImageFormat::Jpeg),
    );
    site.build().succeeds();
    let cold = site.built();
    let cache = site.path(".raccordo-cache/images");
    let kept: Vec<_> = fs::read_dir(&cache)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    let [kept] = kept.as_slice() else {
        panic!("{kept:?}")
    };
    let whole = fs::read(kept).unwrap();
    let build = || {
        fs::remove_dir_all(site.path("public")).unwrap();
        site.build().succeeds();
        assert_eq!(site.built(), cold);
    };
    build();
    for damage in [0, 1, 31, 32, 40, whole.len() / 2, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[damage] ^= 0x55;
        fs::write(kept, &bytes).unwrap();
        build();
        assert_eq!(fs::read(kept).unwrap(), whole, "made again");
        fs::write(kept, &whole[..damage]).unwrap();
        build();
    }
    fs::remove_dir_all(&cache).unwrap();
    fs::write(&cache, "a file in the way").unwrap();
    build();
}

#[test]
fn an_image_that_cannot_be_read_is_an_error_where_it_is_named() {
    let photograph = encoded(&photograph(100, 60, 1), ImageFormat::Jpeg);
    let png = encoded(&DynamicImage::new_rgb8(20, 20), ImageFormat::Png);
    // The same with another claim of its size, and the check sum that belongs to it.
    let claiming = |width: u32, height: u32| {
        let mut bytes = png.clone();
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = crc(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        bytes
    };
    let table: [(&[u8], &str); 7] = [
        (b"testo", "the file is damaged"),
        (b"", "the file is damaged"),
        (&png[..40], "the file is damaged"),
        (&photograph[..200], "the file is damaged"),
        (&claiming(60_000, 60_000), "make it smaller"),
        (&claiming(u32::MAX >> 1, 1), "make it smaller"),
        (&claiming(7000, 7000), "make it smaller"),
    ];
    for (bytes, hint) in table {
        let site = site("Uno\n\n![La sala](sala.png)").file("content/sala.png", bytes);
        let run = site.build_json();
        run.fails_with(&["broken-image content/orari.md:10:12"]);
        assert!(
            run.findings()[0].hint.contains(hint),
            "{:?}",
            run.findings()
        );
        assert_eq!(site.check().exit, Some(1));
        assert!(!site.path(".raccordo-cache").exists());
    }
}

#[test]
fn a_broken_image_is_found_beside_a_broken_theme() {
    let site = site("Uno\n\n![La sala](sala.png)")
        .file("content/sala.png", "testo")
        .file("themes/mini/templates/page.html", "{{ page. }}");
    site.build_json().fails_with(&[
        "broken-image content/orari.md:10:12",
        "template-error themes/mini/templates/page.html:1:10",
    ]);
}

/// The check sum of PNG, bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

#[test]
fn nobody_makes_what_no_page_shows() {
    let site = site("Niente.").file("content/sala.png", "testo");
    site.build().succeeds();
    assert!(site.built().contains_key("sala.png"));
    assert!(!site.path(".raccordo-cache").exists());
}

/// A site that is built turn after turn.
struct Turns<'s> {
    site: &'s Site,
    project: Project,
    out: TempDir,
}

impl Turns<'_> {
    fn of(site: &Site) -> Turns<'_> {
        let out = temporary_folder();
        let mut turns = Turns {
            site,
            project: Project::open(build::Site {
                root: site.folder.path().to_owned(),
                day: Some(day(0)),
                out: out.path().join("out"),
                options: options(None),
            })
            .unwrap(),
            out,
        };
        turns.turn(Changes::default());
        turns
    }

    fn turn(&mut self, changes: Changes) {
        let turned = self.project.turn(changes, Observer::default());
        turned.published.transpose().unwrap();
    }

    /// Takes a turn after looking at everything.
    fn look(&mut self) {
        let changes = self.project.refresh(&ChangeHints::Everything);
        self.turn(changes);
    }

    fn published(&self) -> BTreeMap<String, Digest> {
        in_process::published(&self.out.path().join("out"))
    }

    /// Takes a turn, and holds what is published against a new beginning.
    fn again(&mut self) -> Vec<String> {
        self.look();
        let published = self.published();
        assert_eq!(published, Turns::of(self.site).published());
        let files = published.into_keys();
        files.filter(|path| path.starts_with("sala.")).collect()
    }
}

fn options(cache: Option<&Path>) -> Options {
    Options {
        pages: true,
        cache: cache.map(Path::to_owned),
        ..Options::default()
    }
}

#[test]
fn images_follow_their_files_and_texts() {
    let jpeg = |seed| encoded(&photograph(100, 60, seed), ImageFormat::Jpeg);
    let site = site("![La sala](sala.jpg)").file("content/sala.jpg", jpeg(1));
    let mut turns = Turns::of(&site);
    let first = turns.again();
    assert_eq!(first.len(), 5);
    site.put("content/sala.jpg", jpeg(2));
    let second = turns.again();
    assert_eq!(second.len(), 5);
    assert_eq!(
        first
            .iter()
            .filter(|it| second.contains(it))
            .collect::<Vec<_>>(),
        ["sala.jpg"]
    );
    let page = fs::read_to_string(site.path("content/orari.md")).unwrap();
    site.put("content/orari.md", page.replace("sala.jpg", "foto.svg"));
    site.put("content/foto.svg", "<svg/>");
    assert_eq!(turns.again(), ["sala.jpg"]);
    site.put("content/orari.md", &page);
    assert_eq!(turns.again(), second);
    site.put("content/sala.jpg", "rotta");
    let before = turns.published();
    turns.look();
    // An image that is broken is a fault: nothing is published.
    assert_eq!(turns.published(), before);
    assert_eq!(Turns::of(&site).published().len(), 0);
    site.put("content/sala.jpg", jpeg(2));
    assert_eq!(turns.again(), second);
    site.put("themes/mini/theme.toml", "image_widths = [60]\n");
    assert_eq!(turns.again().len(), 3);
    turns.project.workspace_mut().forget_outputs();
    assert_eq!(turns.again().len(), 3);
    fs::remove_file(site.path("content/orari.md")).unwrap();
    let consulta = fs::read_to_string(site.path("content/consulta.md")).unwrap();
    site.put("content/consulta.md", consulta.replace("(orari.md)", "(/)"));
    turns.again();
}
