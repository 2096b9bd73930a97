//! Whether browsers run something in an SVG picture or another XML file.
//!
//! Only elements of HTML, SVG and MathML do anything in a browser, and only if their namespace is declared. Entities of
//! a document type are not resolved here, so a document that declares some is refused, like one that is not well-formed.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::css;

/// The namespace of HTML. No picture needs it, and no other file should be a page.
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// The namespaces whose elements can be told to run something, beside HTML.
const DRAWN: [&str; 2] = [
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1998/Math/MathML",
];

/// Elements that run something, or hold HTML.
const ACTIVE_ELEMENTS: [&str; 5] = ["script", "handler", "foreignobject", "iframe", "embed"];

/// Elements that change attributes of others.
const ANIMATIONS: [&str; 4] = ["set", "animate", "animatetransform", "animatemotion"];

/// Encodings in which every sign of the markup is the same byte as in UTF-8.
const ENCODINGS: [&str; 5] = ["utf-8", "us-ascii", "ascii", "iso-8859-1", "windows-1252"];

/// Pictures that may be within an address.
const EMBEDDED: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// Why a file may not be published: the key of the reason. `is_picture` if it is SVG by its name.
pub(super) fn reason(bytes: &[u8], is_picture: bool) -> Option<&'static str> {
    // In UTF-16, which browsers know by its first bytes, the signs of the markup are not those that are looked for.
    if bytes.contains(&0) {
        return Some("active-encoding");
    }
    let text = String::from_utf8_lossy(bytes);
    let mut look = Look {
        is_drawn: is_picture,
        reason: None,
        style: None,
    };
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return look.reason.filter(|_| look.is_drawn),
            Ok(event) => {
                if let Err(reason) = look.at_event(&event) {
                    return Some(reason);
                }
            }
            Err(_) => return Some("active-broken"),
        }
    }
}

/// What was seen of a file.
struct Look {
    /// Whether it declares a namespace of [`DRAWN`].
    is_drawn: bool,
    /// What is the matter if there is such a namespace.
    reason: Option<&'static str>,
    /// The style sheet that has begun.
    style: Option<String>,
}

impl Look {
    /// Looks at a part of the file. Fails with a reason that holds whatever the namespace.
    fn at_event(&mut self, event: &Event<'_>) -> Result<(), &'static str> {
        match event {
            Event::Start(element) | Event::Empty(element) => return self.at_element(element),
            Event::End(element) if is_style(element.local_name().as_ref()) => {
                if self.style.take().is_some_and(|css| css::fetches(&css)) {
                    self.reason = self.reason.or(Some("active-remote"));
                }
            }
            Event::PI(it) if it.target().eq_ignore_ascii_case("xml-stylesheet") => {
                return Err("active-stylesheet");
            }
            // A picture may name its standard; it may not declare entities.
            Event::DocType(it) if it.contains('[') => return Err("active-entities"),
            Event::Decl(it) => {
                let is_known = it.encoding().is_none_or(|encoding| {
                    let encoding = encoding.map(|it| it.to_ascii_lowercase());
                    encoding.is_ok_and(|it| ENCODINGS.contains(&it.as_str()))
                });
                return is_known.then_some(()).ok_or("active-encoding");
            }
            _ => self.add_style(event),
        }
        Ok(())
    }

    /// Adds a text to the style sheet that has begun.
    fn add_style(&mut self, event: &Event<'_>) {
        let Some(style) = &mut self.style else { return };
        match event {
            Event::Text(text) => style.push_str(text),
            Event::CData(text) => style.push_str(text),
            Event::GeneralRef(reference) => {
                let char = reference.resolve_char_ref().ok().flatten();
                let named = || resolve_predefined_entity(reference);
                style.push_str(
                    &char.map_or_else(|| named().unwrap_or_default().to_owned(), String::from),
                );
            }
            _ => {}
        }
    }

    fn at_element(&mut self, element: &BytesStart<'_>) -> Result<(), &'static str> {
        let name = element.local_name().as_ref().to_ascii_lowercase();
        if is_style(&name) {
            self.style = Some(String::new());
        }
        if ACTIVE_ELEMENTS.contains(&name.as_str()) {
            self.reason = self.reason.or(Some("active-script"));
        }
        // That no attribute comes twice is not checked, which would take long for very many.
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| "active-broken")?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|_| "active-broken")?;
            let key = attribute.key.as_ref();
            if key == "xmlns" || key.starts_with("xmlns:") {
                if value.trim() == HTML {
                    return Err("active-html");
                }
                self.is_drawn |= DRAWN.contains(&value.trim());
                continue;
            }
            let key = attribute.key.local_name().as_ref().to_ascii_lowercase();
            self.reason = self.reason.or(reason_in_attribute(&name, &key, &value));
        }
        Ok(())
    }
}

fn is_style(name: &str) -> bool {
    name.eq_ignore_ascii_case("style")
}

fn reason_in_attribute(element: &str, key: &str, value: &str) -> Option<&'static str> {
    let is_animation = ANIMATIONS.contains(&element);
    match key {
        "attributename" if is_animation => {
            let target = value.to_ascii_lowercase();
            (target.ends_with("href") || target.trim().starts_with("on")).then_some("active-script")
        }
        "href" | "src" | "action" => reason_in_address(element, value),
        _ if key.starts_with("on") => Some("active-script"),
        // In a style or a paint, an address is written as a function.
        _ if value.contains('(') && css::fetches(value) => Some("active-remote"),
        _ => None,
    }
}

/// What is wrong with an address: it runs something, or is fetched from elsewhere as soon as the file is shown.
fn reason_in_address(element: &str, value: &str) -> Option<&'static str> {
    if is_elsewhere(value) {
        return (element != "a").then_some("active-remote");
    }
    let address = without_dropped(value);
    let (scheme, rest) = scheme(&address)?;
    match scheme {
        "http" | "https" | "mailto" | "tel" => None,
        "data" => {
            let kind = rest.split([';', ',']).next().unwrap_or_default();
            (!EMBEDDED.contains(&kind)).then_some("active-script")
        }
        _ => Some("active-script"),
    }
}

/// Whether an address leads to another host.
pub(super) fn is_elsewhere(address: &str) -> bool {
    let address = without_dropped(address);
    match scheme(&address) {
        Some((scheme, _)) => matches!(scheme, "http" | "https" | "ftp" | "ws" | "wss"),
        None => address.starts_with("//"),
    }
}

/// An address in lower case without the characters that browsers drop before they look for its parts (WHATWG URL, 4.4).
fn without_dropped(address: &str) -> String {
    let is_dropped = |char: char| char.is_ascii_control() || char.is_whitespace();
    let address = address.replace(is_dropped, "").replace('\\', "/");
    address.to_ascii_lowercase()
}

/// The scheme of an address, and what comes after it.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then_some((scheme, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inner: &str) -> Option<&'static str> {
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             viewBox=\"0 0 9 9\">{inner}</svg>"
        );
        reason(text.as_bytes(), true)
    }

    #[test]
    fn plain_pictures_and_data_are_harmless() {
        for inner in [
            "<title>Logo</title><path d=\"M0 0h9v9z\" fill=\"#0b4a63\"/>",
            "<defs><linearGradient id=\"a\"/></defs><use xlink:href=\"#a\"/>",
            "<a href=\"https://www.example.org/\"><text>Sito</text></a>",
            "<image href=\"data:image/png;base64,AAAA\"/>",
            "<style>path { fill: red }</style><rect fill=\"url(#a)\" transform=\"rotate(9)\"/>",
            "<animate attributeName=\"opacity\" values=\"0;1\"/>",
        ] {
            assert_eq!(svg(inner), None, "{inner}");
        }
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \
                    \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n\
                    <!-- <script> --><svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        assert_eq!(reason(head.as_bytes(), true), None);
        let data = "<dati once=\"si\"><script>x</script><link href=\"https://a.example\"/></dati>";
        assert_eq!(reason(data.as_bytes(), false), None);
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>citt\xe0</a>";
        assert_eq!(reason(latin, false), None);
    }

    #[test]
    fn what_runs_is_found_however_it_is_written() {
        let active = [
            "<script>alert(1)</script>",
            "<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>",
            "<SCRIPT/>",
            "<g onload=\"alert(1)\"/>",
            "<g OnClick=\"alert(1)\"/>",
            "<a xlink:href=\"javascript:alert(1)\"/>",
            "<a href=\"&#106;ava&#x0A;script:alert(1)\"/>",
            "<a href=\" \u{1}JaVaScRiPt:alert(1)\"/>",
            "<a href=\"vbscript:x\"/>",
            "<a href=\"data:text/html,x\"/>",
            "<use href=\"data:image/svg+xml,x\"/>",
            "<foreignObject/>",
            "<iframe src=\"x\"/>",
            "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
            "<animate attributeName=\"xlink:href\" values=\"javascript:alert(1)\"/>",
        ];
        for inner in active {
            assert_eq!(svg(inner), Some("active-script"), "{inner}");
        }
        for inner in [
            "<image href=\"https://tracker.example/x.png\"/>",
            "<use href=\"//tracker.example/x.svg#a\"/>",
            "<image href=\"\\\\tracker.example/x.png\"/>",
            "<style>@import 'https://tracker.example/x.css';</style>",
            "<style>&#64;imp<![CDATA[ort]]> 'x.css';</style>",
            "<rect fill=\"url(https://tracker.example/x.svg#a)\"/>",
            "<g style=\"fill: url('//tracker.example/x.svg#a')\"/>",
        ] {
            assert_eq!(svg(inner), Some("active-remote"), "{inner}");
        }
        let html = "<h:img xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"x\" onerror=\"a\"/>";
        assert_eq!(svg(html), Some("active-html"));
        assert_eq!(reason(html.as_bytes(), false), Some("active-html"));
        let hidden = "<x xmlns=\"http://www.w3.org/1999/xhtm&#108;\"/>";
        assert_eq!(reason(hidden.as_bytes(), false), Some("active-html"));
        let inside = "<dati><a><script xmlns=\"http://www.w3.org/2000/svg\">x</script></a></dati>";
        assert_eq!(reason(inside.as_bytes(), false), Some("active-script"));
    }

    #[test]
    fn what_cannot_be_looked_through_is_refused() {
        let refused = [
            ("<?xml-stylesheet href=\"x.xsl\"?><a/>", "active-stylesheet"),
            (
                "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>",
                "active-entities",
            ),
            (
                "<?xml version=\"1.0\" encoding=\"utf-7\"?><a/>",
                "active-encoding",
            ),
            ("<a><b></a>", "active-broken"),
            ("<a b=\"&e;\"/>", "active-broken"),
        ];
        for (text, expected) in refused {
            assert_eq!(reason(text.as_bytes(), false), Some(expected), "{text}");
        }
        let utf16: Vec<u8> = "\u{feff}<script/>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(reason(&utf16, true), Some("active-encoding"));
    }
}
