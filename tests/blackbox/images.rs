//! Images in texts: their files in all sizes, the HTML of pages, and the cache.

use std::fs;
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};

use crate::fixtures::good;
use crate::site::Site;

/// A theme with widths of 40 and 80 pixels.
const THEME: &str = "name = \"mini\"\nimage_widths = [80, 40]\nimage_sizes = \"50vw\"\n";

pub(crate) fn site(text: &str) -> Site {
    let page = good("content/orari.md");
    let (_, rest) = page.split_once("---\n").unwrap();
    let (front_matter, _) = rest.split_once("---\n").unwrap();
    Site::new().file("themes/mini/theme.toml", THEME).file(
        "content/orari.md",
        format!("---\n{front_matter}---\n## Sportello {{#sportello}}\n\n{text}\n"),
    )
}

/// An image like a photograph, smooth and another for each seed.
pub(crate) fn photograph(width: u32, height: u32, seed: u32) -> DynamicImage {
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

pub(crate) fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The HTML of the images on the page `orari`, with `«»` for each hash in a file name.
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
fn no_image_is_made_larger_or_heavier() {
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
    // An image of one colour has few bytes in any size.
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
fn animations_and_drawings_are_copied() {
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
            .replace(
                "site.toml",
                "theme = \"mini\"\n",
                "theme = \"mini\"\nmarkdown.image_hosts = [\"A.example\"]\n",
            )
            .file("content/sala.gif", gif)
            .file(
                "content/segno.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            );
    site.build().succeeds();
    let files: Vec<String> = site
        .built()
        .into_keys()
        .filter(|path| path.ends_with(".gif") || path.ends_with(".svg"))
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
fn a_photograph_is_turned_as_its_exif_says() {
    let upright = encoded(&photograph(100, 60, 1), ImageFormat::Jpeg);
    // An EXIF segment with the orientation 6: turned by a quarter.
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
fn the_cache_makes_no_difference_even_damaged() {
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
fn a_broken_image_is_an_error_where_a_text_names_it() {
    let photograph = encoded(&photograph(100, 60, 1), ImageFormat::Jpeg);
    let png = encoded(&DynamicImage::new_rgb8(20, 20), ImageFormat::Png);
    // The same image with another size in its header, and the right check sum.
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

/// A JPEG with a segment of each kind after its header.
fn with_segments(jpeg: &[u8], segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    for (marker, content) in segments {
        let length = u16::try_from(content.len() + 2).unwrap();
        bytes.extend([0xff, *marker]);
        bytes.extend(length.to_be_bytes());
        bytes.extend(*content);
    }
    [&bytes, &jpeg[2..]].concat()
}

/// A PNG with a chunk before its data.
fn with_chunk(png: &[u8], name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [name.as_slice(), content].concat();
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    let sum = crc(&named).to_be_bytes();
    [&png[..33], &length, &named, &sum, &png[33..]].concat()
}

/// An extended WebP of a simple one, with chunks after its data.
fn with_riff_chunks(webp: &[u8], flags: u8, chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = b"WEBPVP8X\x0a\0\0\0".to_vec();
    body.extend([flags, 0, 0, 0, 99, 0, 0, 59, 0, 0]);
    body.extend(&webp[12..]);
    for (name, content) in chunks {
        body.extend(*name);
        body.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
        body.extend(*content);
        body.resize(body.len().next_multiple_of(2), 0);
    }
    let size = u32::try_from(body.len()).unwrap().to_le_bytes();
    [b"RIFF".as_slice(), &size, &body].concat()
}

/// EXIF with an orientation and a secret.
fn exif(orientation: u8) -> Vec<u8> {
    let directory = *b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    let mut exif = directory.to_vec();
    exif[19] = orientation;
    [exif.as_slice(), b"SEGRETO"].concat()
}

#[test]
fn private_data_of_images_are_not_published() {
    let picture = photograph(100, 60, 1);
    let [jpeg, png, webp] =
        [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP].map(|it| encoded(&picture, it));
    let mut gif = encoded(&picture, ImageFormat::Gif);
    let trailer = gif.pop().unwrap();
    gif.extend(b"\x21\xfe\x07SEGRETO\0\x21\xff\x0bXMP DataXMP\x07SEGRETO\0");
    gif.push(trailer);
    for orientation in [1, 6] {
        let exif = exif(orientation);
        let segment = [b"Exif\0\0".as_slice(), &exif].concat();
        let mut private = with_segments(
            &jpeg,
            &[
                (0xe1, &segment),
                (0xe1, b"http://ns.adobe.com/xap/1.0/\0SEGRETO"),
                (0xed, b"Photoshop 3.0\0SEGRETO"),
                (0xe2, b"MPF\0SEGRETO"),
                (0xfe, b"SEGRETO"),
                (0xe0, b"JFXX\0SEGRETO"),
            ],
        );
        // A second picture after the end of the first, as some phones write.
        private.extend(b"SEGRETO");
        let drawing = with_chunk(&png, b"tEXt", b"Comment\0SEGRETO");
        let drawing = with_chunk(&drawing, b"eXIf", &exif);
        let chunks: [(&[u8; 4], &[u8]); 3] = [
            (b"EXIF", &exif),
            (b"XMP ", b"SEGRETO"),
            (b"ALTR", b"SEGRETO"),
        ];
        let site = site("![La sala](sala.jpg) [Scarica](atti/foto.JPG)")
            .file("content/sala.jpg", &private)
            // No page shows these, and one has the name of another format.
            .file("content/atti/foto.JPG", &private)
            .file("content/atti/foto.pdf", &private)
            .file("content/disegno.png", drawing)
            .file("content/foto.webp", with_riff_chunks(&webp, 0x0c, &chunks))
            .file("content/moto.gif", &gif);
        site.build().succeeds();
        let built = site.built();
        for (path, bytes) in &built {
            let found = bytes.windows(7).any(|it| it == b"SEGRETO");
            assert!(!found, "{path}");
        }
        // What is shown is the same, also which side is up.
        for (path, before) in [
            ("sala.jpg", &private),
            ("atti/foto.JPG", &private),
            ("atti/foto.pdf", &private),
            ("disegno.png", &png),
            ("foto.webp", &webp),
            ("moto.gif", &gif),
        ] {
            let after = &built[path];
            let [old, new] = [before, after].map(|it| image::load_from_memory(it).unwrap());
            assert!(old == new, "{path}");
            let mut decoder = image::ImageReader::new(Cursor::new(after))
                .with_guessed_format()
                .unwrap()
                .into_decoder()
                .unwrap();
            let turned = image::ImageDecoder::orientation(&mut decoder).unwrap();
            let expected = if path == "moto.gif" { 1 } else { orientation };
            assert_eq!(turned.to_exif(), expected, "{path}");
        }
        // A second build finds nothing to do.
        let before = fs::metadata(site.path("public/sala.jpg")).unwrap();
        site.build().succeeds();
        let after = fs::metadata(site.path("public/sala.jpg")).unwrap();
        assert_eq!(before.modified().unwrap(), after.modified().unwrap());
        assert_eq!(site.built(), built);
    }
}

#[test]
fn an_image_without_private_data_is_copied_byte_for_byte() {
    let picture = photograph(100, 60, 1);
    for (name, format) in [
        ("sala.jpg", ImageFormat::Jpeg),
        ("sala.png", ImageFormat::Png),
        ("sala.webp", ImageFormat::WebP),
        ("sala.gif", ImageFormat::Gif),
    ] {
        let bytes = encoded(&picture, format);
        let site = site("Niente.").file(&format!("content/{name}"), &bytes);
        site.build().succeeds();
        assert!(site.built()[name] == bytes, "{name}");
    }
}

#[test]
fn an_image_that_ends_early_is_an_error() {
    let picture = photograph(100, 60, 1);
    for (name, format) in [
        ("sala.jpg", ImageFormat::Jpeg),
        ("sala.png", ImageFormat::Png),
        ("sala.webp", ImageFormat::WebP),
        ("sala.gif", ImageFormat::Gif),
    ] {
        let whole = encoded(&picture, format);
        // The last byte of a WebP may be one that says nothing.
        for length in [2, 3, 9, whole.len() / 2, whole.len() - 20] {
            let cut = &whole[..whole.len() - length];
            let site =
                site(&format!("Uno\n\n![La sala]({name})")).file(&format!("content/{name}"), cut);
            let run = site.build_json();
            run.fails_with(&["broken-image content/orari.md:10:12"]);
        }
    }
}

#[test]
fn what_browsers_do_not_show_is_an_error_with_advice() {
    let heic: &[u8] = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic....";
    let avif: &[u8] = b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif....";
    let png = encoded(&photograph(10, 10, 1), ImageFormat::Png);
    let (export, link) = ("export it as", "write a link");
    let table: &[(&str, &[u8], &str)] = &[
        ("a.tiff", b"II*\0....", export),
        ("a.tif", b"MM\0*....", export),
        ("a.heic", heic, export),
        ("a.jpg", heic, export),
        ("a.png", b"II*\0....", export),
        ("a.jxl", b"\xff\x0a......", export),
        ("a.psd", b"8BPS....", export),
        ("a.heif", b"altro", export),
        ("a.pdf", b"%PDF-1.7", link),
        ("a.png", b"%PDF-1.7", link),
        ("a.mp4", b"\0\0\0\x18ftypisom\0\0\0\0isomiso2....", link),
        ("a.webm", b"\x1a\x45\xdf\xa3", link),
        ("a.docx", b"PK\x03\x04", link),
        ("a.txt", b"testo", link),
        ("a", b"testo", link),
        ("a.avif", b"testo", "the file is damaged"),
        ("a.svg", b"testo", "the file is damaged"),
        ("a.svg", &png, "remove the file"),
        ("a.bmp", b"", "the file is damaged"),
        ("a.avif", avif, ""),
        ("a.bmp", b"BM......", ""),
        ("a.ico", b"\0\0\x01\0....", ""),
        ("a.svg", b"\xef\xbb\xbf\n<?xml version='1.0'?><svg/>", ""),
        ("a.jpg", &png, ""),
        ("a.PNG", &png, ""),
    ];
    for (name, bytes, hint) in table {
        let site =
            site(&format!("Uno\n\n![La sala]({name})")).file(&format!("content/{name}"), bytes);
        let run = site.build_json();
        let findings = run.findings();
        match findings.first() {
            Some(found) if !hint.is_empty() => {
                assert!(found.hint.contains(hint), "{name}: {}", found.hint)
            }
            found => assert!(found.is_none() == hint.is_empty(), "{name}: {findings:?}"),
        }
    }
}

#[test]
fn a_profile_of_other_colours_is_not_given_to_copies_in_rgb() {
    for (space, copies) in [(b"CMYK", false), (b"GRAY", false), (b"RGB ", true)] {
        let mut profile = vec![0; 128];
        profile[16..20].copy_from_slice(space);
        let segment = [b"ICC_PROFILE\0\x01\x01".as_slice(), &profile].concat();
        let jpeg = encoded(&photograph(100, 60, 1), ImageFormat::Jpeg);
        let site = site("![La sala](sala.jpg)").file(
            "content/sala.jpg",
            with_segments(&jpeg, &[(0xe2, &segment)]),
        );
        site.build().succeeds();
        assert_eq!(published(&site).len() > 1, copies, "{space:?}");
        assert!(shown(&site).contains("width=\"100\" height=\"60\""));
    }
}

#[test]
fn a_source_list_has_the_whole_width() {
    // A narrow WebP is smaller than the JPEG, a wide one is not.
    for seed in 1..12 {
        for quality in [20, 40, 60, 90] {
            let mut jpeg = Vec::new();
            let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, quality);
            photograph(79, 60, seed)
                .write_with_encoder(encoder)
                .unwrap();
            let site = site("![La sala](sala.jpg)").file("content/sala.jpg", jpeg);
            site.build().succeeds();
            let html = shown(&site);
            if let Some((_, source)) = html.split_once("image/webp\" srcset=\"") {
                let (source, _) = source.split_once('"').unwrap();
                assert!(source.contains(".79.webp"), "{seed} {quality}: {source}");
            }
        }
    }
}

#[test]
fn a_broken_image_and_a_broken_theme_are_found_in_one_run() {
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
fn an_image_that_no_page_shows_is_only_copied() {
    let site = site("Niente.").file("content/sala.png", "testo");
    site.build().succeeds();
    assert!(site.built().contains_key("sala.png"));
    assert!(!site.path(".raccordo-cache").exists());
}
