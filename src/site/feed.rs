//! Feeds for feed readers (Atom, RFC 4287).

use std::borrow::Cow;
use std::io;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

/// A feed.
pub struct Feed<'a> {
    /// An address that never changes.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The language of its words: `it`.
    pub language: &'a str,
    /// Who publishes it.
    pub author: &'a str,
    /// Its absolute address.
    pub address: &'a str,
    /// The absolute address of the page with the same content.
    pub page: &'a str,
    /// The time zone in which moments are written.
    pub zone: &'a TimeZone,
    /// The moment of the last change.
    pub updated: Timestamp,
    /// The entries, in order.
    pub entries: Vec<Entry<'a>>,
}

/// An entry of a feed.
pub struct Entry<'a> {
    /// An address that never changes.
    pub id: &'a str,
    /// Its title.
    pub title: String,
    /// The absolute address of the page.
    pub page: &'a str,
    /// The moment of the last change.
    pub updated: Timestamp,
    /// What it says, in paragraphs.
    pub paragraphs: Vec<String>,
}

/// The text of a feed.
///
/// # Errors
/// None in practice: writing into memory does not fail.
pub fn write(feed: &Feed<'_>) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element("feed");
    let root = root.with_attribute(("xmlns", NAMESPACE));
    root.with_attribute(("xml:lang", feed.language))
        .write_inner_content(|writer| {
            write_text(writer, "id", feed.id)?;
            write_text(writer, "title", feed.title)?;
            write_text(writer, "updated", &moment(feed.updated, feed.zone))?;
            writer
                .create_element("author")
                .write_inner_content(|writer| write_text(writer, "name", feed.author))?;
            write_link(writer, "self", "application/atom+xml", feed.address)?;
            write_link(writer, "alternate", "text/html", feed.page)?;
            write_text(writer, "generator", "Raccordo")?;
            for entry in &feed.entries {
                writer
                    .create_element("entry")
                    .write_inner_content(|writer| write_entry(writer, entry, feed.zone))?;
            }
            Ok(())
        })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn write_entry(writer: &mut Writer<Vec<u8>>, entry: &Entry<'_>, zone: &TimeZone) -> io::Result<()> {
    write_text(writer, "id", entry.id)?;
    write_text(writer, "title", &entry.title)?;
    write_text(writer, "updated", &moment(entry.updated, zone))?;
    write_link(writer, "alternate", "text/html", entry.page)?;
    let paragraphs = entry.paragraphs.iter();
    let paragraphs = paragraphs.map(|it| format!("<p>{}</p>", html_escape::encode_text(it)));
    let content = writer.create_element("content");
    content
        .with_attribute(("type", "html"))
        .write_text_content(BytesText::new(&clean(&paragraphs.collect::<String>())))?;
    Ok(())
}

fn write_text(writer: &mut Writer<Vec<u8>>, element: &str, text: &str) -> io::Result<()> {
    let element = writer.create_element(element);
    element.write_text_content(BytesText::new(&clean(text)))?;
    Ok(())
}

fn write_link(
    writer: &mut Writer<Vec<u8>>,
    relation: &str,
    kind: &str,
    address: &str,
) -> io::Result<()> {
    let link = writer.create_element("link");
    let link = link.with_attribute(("rel", relation));
    let link = link.with_attribute(("type", kind));
    link.with_attribute(("href", address)).write_empty()?;
    Ok(())
}

/// A moment with the offset of the zone: `2026-03-14T15:30:00+01:00`.
fn moment(moment: Timestamp, zone: &TimeZone) -> String {
    moment
        .display_with_offset(zone.to_offset(moment))
        .to_string()
}

/// A text without the characters that XML cannot hold.
fn clean(text: &str) -> Cow<'_, str> {
    let is_bad = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}');
    match text.contains(is_bad) {
        true => text.replace(is_bad, " ").into(),
        false => text.into(),
    }
}
