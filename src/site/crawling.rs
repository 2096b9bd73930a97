//! Files for crawlers: `robots.txt` (RFC 9309) and sitemaps (<https://www.sitemaps.org/protocol.html>).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

const SITEMAP_NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML_NAMESPACE: &str = "http://www.w3.org/1999/xhtml";

/// An address in a sitemap.
pub struct Address<'a> {
    /// The absolute address.
    pub location: &'a str,
    /// The day of the last change: `2026-11-21`.
    pub last_modified: Option<String>,
    /// The addresses of the same page in other languages, by language tag.
    pub alternates: &'a [(String, String)],
}

/// The text of `robots.txt`: crawlers may visit everything, and find the sitemap at this address.
pub fn robots(sitemap: Option<&str>) -> String {
    let sitemap = sitemap.map(|address| format!("\nSitemap: {address}\n"));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}

/// The text of a sitemap with these addresses.
///
/// # Errors
/// None in practice: writing into memory does not fail.
pub fn sitemap<'a>(addresses: impl Iterator<Item = Address<'a>>) -> io::Result<Vec<u8>> {
    let mut writer = started()?;
    let root = writer.create_element("urlset");
    let root = root.with_attribute(("xmlns", SITEMAP_NAMESPACE));
    root.with_attribute(("xmlns:xhtml", XHTML_NAMESPACE))
        .write_inner_content(|writer| {
            for address in addresses {
                writer
                    .create_element("url")
                    .write_inner_content(|writer| write_address(writer, &address))?;
            }
            Ok(())
        })?;
    Ok(ended(writer))
}

/// The text of an index of the sitemaps at these addresses.
///
/// # Errors
/// None in practice: writing into memory does not fail.
pub fn sitemap_index<'a>(sitemaps: impl Iterator<Item = &'a str>) -> io::Result<Vec<u8>> {
    let mut writer = started()?;
    let root = writer.create_element("sitemapindex");
    root.with_attribute(("xmlns", SITEMAP_NAMESPACE))
        .write_inner_content(|writer| {
            for location in sitemaps {
                writer
                    .create_element("sitemap")
                    .write_inner_content(|writer| write_text(writer, "loc", location))?;
            }
            Ok(())
        })?;
    Ok(ended(writer))
}

fn started() -> io::Result<Writer<Vec<u8>>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(writer)
}

fn ended(writer: Writer<Vec<u8>>) -> Vec<u8> {
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn write_address(writer: &mut Writer<Vec<u8>>, address: &Address<'_>) -> io::Result<()> {
    write_text(writer, "loc", address.location)?;
    if let Some(day) = &address.last_modified {
        write_text(writer, "lastmod", day)?;
    }
    for (language, location) in address.alternates {
        let link = writer.create_element("xhtml:link");
        let link = link.with_attribute(("rel", "alternate"));
        let link = link.with_attribute(("hreflang", language.as_str()));
        link.with_attribute(("href", location.as_str()))
            .write_empty()?;
    }
    Ok(())
}

fn write_text(writer: &mut Writer<Vec<u8>>, element: &str, text: &str) -> io::Result<()> {
    let element = writer.create_element(element);
    element.write_text_content(BytesText::new(text))?;
    Ok(())
}
