//! Destinations: what a link, an image or a field of the site says it leads to.
//!
//! There is one way to read a destination, wherever it is written: in the text of a page, in HTML within it, in the front
//! matter, in the settings, or in the arguments of a component. Here it is taken apart, and refused if its scheme could
//! run a program. Whether it leads anywhere is looked up in [`super::graph`].

use std::borrow::Cow;

use borsh::{BorshDeserialize, BorshSerialize};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use url::Url;

use crate::base::diagnostic::Diagnostic;
use crate::base::source::SourcePath;
use crate::notation::suggest::near;

/// The schemes of destinations outside the site. `ref` leads to a thing of the site.
const OUTSIDE_SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// Schemes whose addresses may run as a program.
const PROGRAM_SCHEMES: &[&str] = &["javascript", "vbscript", "data"];

/// What no address contains unencoded.
const UNPRINTABLE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

/// A destination, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// No destination was written.
    Nothing,
    /// The page itself: `#storia`, `?q=1`.
    Here(Suffix),
    /// A thing by its name, without `ref:`: `body/consulta`.
    Name(String, Suffix),
    /// A page or file of the site by its path, decoded: `../statuto.pdf`.
    Path(String, Suffix),
    /// An address outside the site.
    Outside(String),
}

/// Why a destination cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Its scheme is not one that a page may use.
    Scheme(String),
    /// It has a host and no scheme: which one is meant depends on where the page is read.
    NoScheme,
    /// It is no address: the host is missing, or has characters that no host has.
    Malformed,
}

/// The end of a destination: its query and its fragment, as written. Either may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Suffix(Box<str>);

/// The file or folder at a path that is written in a file: from its folder, or from that of the content.
pub fn file_at(file: &SourcePath, path: &str) -> Option<SourcePath> {
    match path.strip_prefix('/') {
        Some(rooted) => SourcePath::new("content/x").join(rooted),
        None => file.join(path),
    }
}

impl Destination {
    /// Takes a destination apart. Entities of HTML in it are resolved already.
    ///
    /// # Errors
    /// It cannot be used.
    pub fn parse(written: &str) -> Result<Destination, Refused> {
        // As browsers do (URL standard, "basic URL parser").
        let written = written.trim_matches(|c: char| c <= ' ');
        let text: Cow<'_, str> = match written.contains(['\t', '\n', '\r']) {
            true => written.replace(['\t', '\n', '\r'], "").into(),
            false => written.into(),
        };
        match scheme(&text) {
            Some((scheme, rest)) if scheme == "ref" => {
                let (name, suffix) = cut(rest);
                Ok(Destination::Name(name.to_owned(), suffix))
            }
            Some((scheme, rest)) if OUTSIDE_SCHEMES.contains(&scheme.as_str()) => {
                outside(&scheme, rest, &text)
            }
            Some((scheme, _)) => Err(Refused::Scheme(scheme)),
            None if text.starts_with("//") => {
                outside("https", &text, &text).and(Err(Refused::NoScheme))
            }
            None => inside(&text),
        }
    }

    /// The host of an address outside the site.
    pub fn host(&self) -> Option<String> {
        let Destination::Outside(address) = self else {
            return None;
        };
        Url::parse(address).ok()?.host_str().map(str::to_owned)
    }
}

impl Suffix {
    /// The suffix that leads to an anchor.
    pub fn anchored(anchor: &str) -> Suffix {
        Suffix(format!("#{anchor}").into())
    }

    /// The anchor, decoded.
    pub fn anchor(&self) -> Option<Cow<'_, str>> {
        let (_, fragment) = self.0.split_once('#')?;
        Some(percent_decode_str(fragment).decode_utf8_lossy())
    }

    /// Query and fragment as they are written in a link.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The fault of a destination that is refused, with what is probably meant.
#[must_use]
pub fn advised(fault: Diagnostic, written: &str) -> Diagnostic {
    match (meant_outside(written), scheme(written)) {
        (Some(meant), _) => fault.text("near", meant).hint("near"),
        // A drive, or a file of whatever system.
        (_, Some((scheme, _))) if scheme.len() == 1 || scheme == "file" => fault.hint("computer"),
        _ => fault,
    }
}

/// The address outside the site that is probably meant by what is none: `mailto:` or `https://` is missing or misspelt.
pub fn meant_outside(written: &str) -> Option<String> {
    let is_sign = |c: char| ":/\\".contains(c);
    let head = written.split(is_sign).next().unwrap_or_default();
    let rest = written.get(head.len()..).unwrap_or_default();
    let rest = rest.trim_start_matches(is_sign);
    let scheme = head.to_ascii_lowercase();
    let is_mail = |it: &str| it.contains('@') && !it.contains([':', '/', ' ']);
    let address = match scheme.as_str() {
        _ if is_mail(written) => format!("mailto:{written}"),
        _ if is_mail(rest) => format!("mailto:{rest}"),
        _ if written.contains('@') && written.contains(' ') => return None,
        _ if written.starts_with("//") => format!("https://{rest}"),
        "http" => format!("http://{rest}"),
        _ if scheme == "https" || near(&scheme, ["https"]).is_some() => format!("https://{rest}"),
        _ => format!("https://{written}"),
    };
    let host = match address.strip_prefix("mailto:") {
        Some(mail) => mail.split_once('@').map(|(_, host)| host.to_owned()),
        None => Destination::parse(&address).ok()?.host(),
    };
    let domain = host.as_deref()?.rsplit_once('.')?.1.to_ascii_lowercase();
    let is_host = written.starts_with("www.")
        || written.starts_with("//")
        || DOMAINS.contains(&domain.as_str());
    is_host.then_some(address)
}

/// The domains at which authorities have their sites; no file has such an ending.
const DOMAINS: &[&str] = &[
    "at", "ch", "com", "cloud", "de", "edu", "es", "eu", "fr", "gov", "hr", "info", "int", "it",
    "net", "org", "si", "sm", "uk", "va",
];

/// The scheme of an address in lower case, and what follows the colon.
fn scheme(address: &str) -> Option<(String, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme.then(|| (scheme.to_ascii_lowercase(), rest))
}

/// An address outside the site, of which `rest` follows the scheme.
fn outside(scheme: &str, rest: &str, whole: &str) -> Result<Destination, Refused> {
    let is_well_formed = match scheme {
        "mailto" => !rest.is_empty(),
        "tel" => rest.contains(|c: char| c.is_ascii_digit()),
        _ => {
            let parsed = Url::parse(&format!("{scheme}:{rest}"));
            // Browsers skip a third slash.
            rest.starts_with("//")
                && !rest.starts_with("///")
                && parsed.is_ok_and(|it| it.has_host())
        }
    };
    if !is_well_formed {
        return Err(Refused::Malformed);
    }
    Ok(Destination::Outside(printable(whole)))
}

fn inside(address: &str) -> Result<Destination, Refused> {
    // To a browser an encoded scheme is none, but one that would run a program was meant as one.
    let decoded = percent_decode_str(address).decode_utf8_lossy();
    let hidden = scheme(decoded.trim_start_matches(|c: char| c <= ' '));
    if let Some((scheme, _)) = hidden
        && PROGRAM_SCHEMES.contains(&scheme.as_str())
    {
        return Err(Refused::Scheme(scheme));
    }
    let (path, suffix) = cut(address);
    Ok(match path {
        "" if address.is_empty() => Destination::Nothing,
        "" => Destination::Here(suffix),
        path => {
            let path = percent_decode_str(path).decode_utf8_lossy();
            Destination::Path(path.into_owned(), suffix)
        }
    })
}

/// Cuts query and fragment off.
fn cut(address: &str) -> (&str, Suffix) {
    let at = address.find(['?', '#']).unwrap_or(address.len());
    let (path, suffix) = address.split_at(at);
    (path, Suffix(printable(suffix).into()))
}

/// Encodes the characters that no address may have. Letters of other scripts stay, as browsers show them.
fn printable(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for c in address.chars() {
        let mut bytes = [0; 4];
        match c.is_ascii() || c.is_control() || c.is_whitespace() {
            true => encoded.extend(utf8_percent_encode(c.encode_utf8(&mut bytes), UNPRINTABLE)),
            false => encoded.push(c),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_destination_is_taken_apart() {
        use Destination::*;
        let suffix = |text: &str| Suffix(text.into());
        let outside = |text: &str| Outside(text.to_owned());
        for (written, expected) in [
            ("", Nothing),
            (" \u{1} ", Nothing),
            ("#", Here(suffix("#"))),
            ("#a b", Here(suffix("#a%20b"))),
            ("?q=1", Here(suffix("?q=1"))),
            ("?q=1#x", Here(suffix("?q=1#x"))),
            ("a.pdf#page=3", Path("a.pdf".to_owned(), suffix("#page=3"))),
            ("a%20b.pdf?v=2", Path("a b.pdf".to_owned(), suffix("?v=2"))),
            ("/a:b", Path("/a:b".to_owned(), suffix(""))),
            (
                "\\\\evil.example",
                Path("\\\\evil.example".to_owned(), suffix("")),
            ),
            ("ref:body/x#y", Name("body/x".to_owned(), suffix("#y"))),
            ("REF:body/x", Name("body/x".to_owned(), suffix(""))),
            ("HTTPS://a.example/è b", outside("HTTPS://a.example/è%20b")),
            (
                "mailto:a@b.example?subject=x",
                outside("mailto:a@b.example?subject=x"),
            ),
            ("tel:+39\t06", outside("tel:+3906")),
        ] {
            assert_eq!(Destination::parse(written), Ok(expected), "{written:?}");
        }
    }

    #[test]
    fn an_address_without_a_host_is_none() {
        for written in [
            "https:",
            "http:a",
            "https://",
            "https:\\\\a",
            "//",
            "///",
            "mailto:",
            "tel:",
            "tel:abc",
            "https://a b/",
        ] {
            assert_eq!(
                Destination::parse(written),
                Err(Refused::Malformed),
                "{written:?}"
            );
        }
    }

    #[test]
    fn an_address_without_a_scheme_is_refused() {
        assert_eq!(Destination::parse("//a.example"), Err(Refused::NoScheme));
    }

    #[test]
    fn an_address_that_is_misspelt_is_known() {
        for (written, meant) in [
            ("mario@x.it", Some("mailto:mario@x.it")),
            ("maito:mario@x.it", Some("mailto:mario@x.it")),
            ("scrivi a info@x.it", None),
            ("regione.it/atti", Some("https://regione.it/atti")),
            ("www.x.eu", Some("https://www.x.eu")),
            ("//x.example/atti", Some("https://x.example/atti")),
            ("www.x.example", Some("https://www.x.example")),
            ("htps://x.it", Some("https://x.it")),
            ("https//x.it/a", Some("https://x.it/a")),
            ("http:/x.it", Some("http://x.it")),
            ("verbale.pdf", None),
            ("atti/2024.it.md", None),
            ("javascript:alert(1)", None),
            ("C:\\a.pdf", None),
            ("a@b", None),
        ] {
            assert_eq!(meant_outside(written).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn a_host_is_found() {
        let host = |written: &str| Destination::parse(written).unwrap().host();
        assert_eq!(
            host("https://u@A.example:80/x").as_deref(),
            Some("a.example")
        );
        assert_eq!(host("mailto:a@b.example"), None);
    }
}
