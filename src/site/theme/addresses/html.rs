//! Where in the HTML a template prints: between tags, in a tag, in the value of an attribute.
//!
//! This is the part of the HTML standard's tokenizer that tells these apart. Where it cannot know, it takes the place with
//! the stricter rule.

use html_escape::decode_html_entities;

use super::trust::Trust;

/// The elements whose address is loaded with the page.
const LOADING: &[&str] = &[
    "base", "embed", "feimage", "frame", "iframe", "image", "object", "script", "use",
];

/// A place in the HTML.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Position {
    /// Between tags.
    Content,
    /// In a comment.
    Comment,
    /// In the text of a `script` or `style` element.
    Program(&'static str),
    /// After `<`.
    TagOpen,
    /// In the tag of an element.
    Tag(String, InTag),
}

/// A place in a tag.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum InTag {
    /// In the name of the element.
    Name,
    /// Between attributes.
    Between,
    /// In the name of an attribute, or after it.
    Attribute(String),
    /// After the `=` of an attribute.
    Equals(String),
    /// In the value of an attribute: the attribute, the quote, and what the template writes before.
    Value(String, Option<char>, String),
}

impl Position {
    /// The place after a text, which is written in the template as it is. `ids` gets the ids in it.
    pub(super) fn after(mut self, text: &str, ids: &mut dyn FnMut(&str)) -> Position {
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = text.get(at..).unwrap_or_default();
            let (next, length) = self.step(rest, c, ids);
            self = next;
            at += length;
        }
        self
    }

    /// The least trust that a printed value needs here.
    pub(super) fn admits(&self) -> Trust {
        match self {
            Position::Content => Trust::Markup,
            Position::Comment => Trust::Foreign,
            Position::Tag(element, InTag::Value(attribute, Some(_), start)) => {
                admitted_in(element, attribute, start)
            }
            Position::Program(_) | Position::TagOpen | Position::Tag(..) => Trust::Constant,
        }
    }

    fn step(self, rest: &str, c: char, ids: &mut dyn FnMut(&str)) -> (Position, usize) {
        let one = c.len_utf8();
        match self {
            // Browsers take these for whole comments.
            Position::Content if rest.starts_with("<!-->") => (Position::Content, 5),
            Position::Content if rest.starts_with("<!--->") => (Position::Content, 6),
            Position::Content if rest.starts_with("<!--") => (Position::Comment, 4),
            Position::Content if c == '<' => (Position::TagOpen, one),
            Position::Comment if rest.starts_with("-->") => (Position::Content, 3),
            Position::Comment if rest.starts_with("--!>") => (Position::Content, 4),
            Position::Program(name) if ends_program(rest, name) => (Position::TagOpen, one),
            Position::TagOpen if c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?') => {
                let name = c.to_ascii_lowercase().to_string();
                (Position::Tag(name, InTag::Name), one)
            }
            Position::TagOpen => (Position::Content, 0),
            Position::Tag(element, place) => step_in_tag(element, place, c, ids),
            other => (other, one),
        }
    }
}

fn step_in_tag(
    mut element: String,
    place: InTag,
    c: char,
    ids: &mut dyn FnMut(&str),
) -> (Position, usize) {
    let one = c.len_utf8();
    let is_space = c.is_ascii_whitespace();
    // Not a tag, but a comment up to the next `>`.
    if element.starts_with(['!', '?']) && c != '>' {
        return (Position::Tag(element, InTag::Name), one);
    }
    let place = match place {
        InTag::Value(attribute, quote, mut start) => {
            let is_end = quote.map_or(is_space || c == '>', |quote| c == quote);
            if !is_end {
                start.push(c);
                let value = InTag::Value(attribute, quote, start);
                return (Position::Tag(element, value), one);
            }
            match attribute.trim_end() {
                "id" => ids(&start),
                "http-equiv" if start.trim().eq_ignore_ascii_case("refresh") => {
                    element = "meta refresh".to_owned();
                }
                _ => {}
            }
            let length = if quote.is_some() { one } else { 0 };
            return (Position::Tag(element, InTag::Between), length);
        }
        InTag::Equals(_) if c == '>' => return (after_tag(&element), one),
        InTag::Equals(attribute) if is_space => InTag::Equals(attribute),
        InTag::Equals(attribute) if matches!(c, '"' | '\'') => {
            InTag::Value(attribute, Some(c), String::new())
        }
        InTag::Equals(attribute) => InTag::Value(attribute, None, c.to_string()),
        _ if c == '>' => return (after_tag(&element), one),
        InTag::Attribute(name) if c == '=' => InTag::Equals(name),
        InTag::Name if !is_space && c != '/' => {
            element.push(c.to_ascii_lowercase());
            InTag::Name
        }
        // White space may come between the name of an attribute and its `=`.
        InTag::Attribute(name) if is_space => InTag::Attribute(format!("{} ", name.trim_end())),
        _ if is_space || c == '/' => InTag::Between,
        InTag::Attribute(mut name) if !name.ends_with(' ') => {
            name.push(c.to_ascii_lowercase());
            InTag::Attribute(name)
        }
        _ => InTag::Attribute(c.to_ascii_lowercase().to_string()),
    };
    (Position::Tag(element, place), one)
}

fn after_tag(element: &str) -> Position {
    match element {
        "script" => Position::Program("script"),
        "style" => Position::Program("style"),
        _ => Position::Content,
    }
}

fn ends_program(rest: &str, name: &str) -> bool {
    let end = rest
        .strip_prefix("</")
        .and_then(|rest| rest.get(..name.len()));
    end.is_some_and(|end| end.eq_ignore_ascii_case(name))
}

/// The least trust that a value needs in a quoted attribute, after what the template writes before it.
fn admitted_in(element: &str, attribute: &str, start: &str) -> Trust {
    let attribute = attribute.trim_end();
    let local = attribute.rsplit(':').next().unwrap_or(attribute);
    let is_animation = matches!(
        element,
        "animate" | "set" | "animatetransform" | "animatemotion"
    );
    let needed = match local {
        "style" | "srcdoc" | "http-equiv" | "attributename" | "nonce" => Trust::Constant,
        on if on.starts_with("on") => Trust::Constant,
        "href" if LOADING.contains(&element) => Trust::File,
        "src" | "srcset" | "imagesrcset" | "poster" | "data" | "background" | "dynsrc"
        | "lowsrc" => Trust::File,
        "href" | "action" | "formaction" | "cite" | "longdesc" | "ping" | "manifest"
        | "codebase" | "classid" | "archive" | "profile" | "usemap" => Trust::Address,
        "to" | "from" | "by" | "values" if is_animation => Trust::Address,
        "content" if start.to_ascii_lowercase().contains("url=") => Trust::Address,
        "content" if element == "meta refresh" => Trust::Constant,
        _ => return Trust::Foreign,
    };
    let start = match local {
        "content" => start.rsplit('=').next().unwrap_or_default(),
        _ => start,
    };
    match needed {
        Trust::Constant => needed,
        _ if start.trim().is_empty() => needed,
        _ if is_led(start) => Trust::Foreign,
        _ => Trust::Constant,
    }
}

/// Whether the beginning of an address decides where it leads, so that the rest cannot change its scheme or host.
pub(super) fn is_led(start: &str) -> bool {
    // Browsers resolve entities, and take out white space.
    let start = decode_html_entities(start).replace(['\t', '\n', '\r'], "");
    let start = start.trim_start_matches(|c: char| c <= ' ');
    let (scheme, rest) = start.split_once(':').unwrap_or(("", start));
    let is_web = ["", "http", "https"]
        .iter()
        .any(|it| it.eq_ignore_ascii_case(scheme));
    let path = rest.trim_start_matches(['/', '\\']);
    start.starts_with(['#', '?']) || is_web && path.contains(['/', '?', '#'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_needs_the_trust_of_its_attribute() {
        for (text, needed) in [
            ("", Trust::Markup),
            ("<p>a", Trust::Markup),
            ("a < b", Trust::Markup),
            ("<!-- <a href=\"", Trust::Foreign),
            ("<p title=\"", Trust::Foreign),
            ("<p data-href='", Trust::Foreign),
            ("<a href=\"", Trust::Address),
            ("<A\nHREF = '", Trust::Address),
            ("<a title=\">\" href=\"", Trust::Address),
            ("<use xlink:href=\"", Trust::File),
            ("<a href=\"#", Trust::Foreign),
            ("<a href=\"../x/", Trust::Foreign),
            ("<a href=\"/", Trust::Constant),
            ("<a href=\"//", Trust::Constant),
            ("<a href=\"java", Trust::Constant),
            ("<a href=\"javascript:f('/", Trust::Constant),
            ("<a href=\"https://", Trust::Constant),
            ("<a href=\"https://a.example/", Trust::Foreign),
            ("<a href=\"mailto:", Trust::Constant),
            ("<a href=\"javascript&#58;f('/", Trust::Constant),
            ("<a href=\"java&#115;cript&colon;", Trust::Constant),
            ("<a href=\"/\t/", Trust::Constant),
            ("<a href=\"\u{1}javascript:f('#", Trust::Constant),
            ("<a href=", Trust::Constant),
            ("<a href=x", Trust::Constant),
            ("<a ", Trust::Constant),
            ("<a on", Trust::Constant),
            ("<", Trust::Constant),
            ("<h", Trust::Constant),
            ("<img src=\"", Trust::File),
            ("<source srcset=\"", Trust::File),
            ("<video poster=\"", Trust::File),
            ("<form action=\"", Trust::Address),
            ("<button formaction=\"", Trust::Address),
            ("<p style=\"color: ", Trust::Constant),
            ("<p onclick=\"f('", Trust::Constant),
            ("<iframe srcdoc=\"", Trust::Constant),
            ("<iframe src=\"", Trust::File),
            ("<script>var a = \"", Trust::Constant),
            ("<script>a</script><p>", Trust::Markup),
            ("<style>a { b: ", Trust::Constant),
            (
                "<meta http-equiv=\"refresh\" content=\"0; url=",
                Trust::Address,
            ),
            ("<meta http-equiv=\"refresh\" content=\"", Trust::Constant),
            ("<meta name=\"description\" content=\"", Trust::Foreign),
            ("<!--><a href=\"", Trust::Address),
            ("<!-- --!><a href=\"", Trust::Address),
            ("<!x \"> <a href=\"", Trust::Address),
            ("<a/href=\"", Trust::Address),
            ("<a x='y'href=\"", Trust::Address),
            ("<animate to=\"", Trust::Address),
        ] {
            let position = Position::Content.after(text, &mut |_| {});
            assert_eq!(position.admits(), needed, "{text} {position:?}");
        }
    }

    #[test]
    fn ids_are_found() {
        let mut ids = Vec::new();
        let html = "<p id=\"a\"><b class='x' id='b'></b><i data-id=\"c\" id=d></i>";
        Position::Content.after(html, &mut |id| ids.push(id.to_owned()));
        assert_eq!(ids, ["a", "b", "d"]);
    }
}
