//! Web and e-mail addresses in running text, and where they end.
//!
//! linkify finds them. It takes every character outside of ASCII for a part of an address, also the quotation marks,
//! dashes and spaces with which a text sets an address apart.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

use crate::content::destination::Destination;

/// A web or e-mail address in running text.
pub(super) struct BareAddress {
    /// Its bytes in the text.
    pub(super) bytes: Range<usize>,
    /// The destination of its link: the address, with `mailto:` for e-mail.
    pub(super) destination: String,
}

pub(super) fn bare_addresses(text: &str) -> Vec<BareAddress> {
    if !text.contains("://") && !text.contains('@') {
        return Vec::new();
    }
    let mut finder = LinkFinder::new();
    finder.url_can_be_iri(true);
    let found = finder.links(text).filter_map(|link| {
        let found = link.as_str();
        let part = match link.kind() {
            LinkKind::Email => email(found)?,
            _ => web_address(found)?,
        };
        let address = found.get(part.clone())?;
        let destination = match link.kind() {
            LinkKind::Email => format!("mailto:{address}"),
            _ => address.to_owned(),
        };
        let bytes = link.start() + part.start..link.start() + part.end;
        Some(BareAddress { bytes, destination })
    });
    found.collect()
}

/// The part of a found web address that is the address.
fn web_address(found: &str) -> Option<Range<usize>> {
    let inner = found.find(is_border).unwrap_or(found.len());
    let mut address = found.get(..inner)?;
    let count = |sign: char| address.matches(sign).count();
    let mut unopened = [('(', ')'), ('[', ']')].map(|(open, close)| {
        let count = count(close).saturating_sub(count(open));
        (close, count)
    });
    while let Some(last) = address.chars().next_back() {
        let bracket = unopened
            .iter_mut()
            .find(|(close, count)| *close == last && *count > 0);
        match bracket {
            Some((_, count)) => *count -= 1,
            None if is_final(last) => {}
            None => break,
        }
        address = address.get(..address.len() - last.len_utf8())?;
    }
    let scheme = address.split_once("://")?.0.to_ascii_lowercase();
    let is_web = matches!(scheme.as_str(), "http" | "https");
    let is_address = matches!(Destination::parse(address), Ok(Destination::Outside(_)));
    (is_web && is_address).then_some(0..address.len())
}

/// The part of a found e-mail address that is the address. An apostrophe before it belongs to an article: all'urp@….
fn email(found: &str) -> Option<Range<usize>> {
    let at = found.find('@')?;
    let (local, domain) = (found.get(..at)?, found.get(at + 1..)?);
    let is_local = |c: char| c.is_alphanumeric() || "!#$%&*+-/=?^_{|}~.".contains(c);
    let start = local
        .char_indices()
        .rev()
        .find(|(_, c)| !is_local(*c))
        .map_or(0, |(before, c)| before + c.len_utf8());
    let start = start
        + local
            .get(start..)?
            .find(|c: char| c.is_alphanumeric() || c == '_')?;
    let is_domain = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    let length = domain.find(|c| !is_domain(c)).unwrap_or(domain.len());
    let domain = domain.get(..length)?.trim_end_matches(['.', '-']);
    let is_whole = start < at && domain.contains('.');
    is_whole.then_some(start..at + 1 + domain.len())
}

/// Whether a character ends an address wherever it stands.
fn is_border(c: char) -> bool {
    match c {
        '"' | '<' | '>' | '`' | '\\' | '^' | '{' | '}' | '|' => true,
        c if c.is_ascii() => c.is_ascii_whitespace() || c.is_ascii_control(),
        // Quotation marks of all languages.
        '«' | '»' | '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟' | '‹' | '›' | '❛'..='❟' => {
            true
        }
        // Ellipsis, dashes that stand between words, primes.
        '…' | '—' | '―' | '′' | '″' => true,
        // Spaces, invisible marks, and the punctuation and wide forms of Chinese, Japanese and Korean.
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => true,
        '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{3030}'
        | '\u{fe10}'..='\u{fe6f}' => true,
        '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}' => true,
        '\u{00ad}' | '¡' | '¿' | '\u{2329}' | '\u{232a}' | '\u{27e6}'..='\u{27ef}' => true,
        c => c.is_whitespace() || c.is_control(),
    }
}

/// Whether a character at the end of an address belongs to the sentence.
fn is_final(c: char) -> bool {
    ".,;:!?'*_~–‐‑·•([".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let found = bare_addresses(text).into_iter();
        found.map(|it| &text[it.bytes]).collect()
    }

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        let address = "https://x.example/atti";
        for (before, after) in [
            ("«", "»"),
            ("“", "”"),
            ("„", "“"),
            ("‘", "’"),
            ("‹", "›"),
            ("'", "'"),
            ("\"", "\""),
            ("(", ")"),
            ("[", "]"),
            ("{", "}"),
            ("（", "）"),
            ("「", "」"),
            ("《", "》"),
            ("【", "】"),
            ("", "…"),
            ("–", "–"),
            ("—", "—"),
            ("", "\u{a0}e"),
            ("", "\u{202f}»"),
            ("", "\u{2009}!"),
            ("", "\u{3000}"),
            ("", "。"),
            ("", "，"),
            ("", "."),
            ("", ","),
            ("", ";"),
            ("", ":"),
            ("", "!"),
            ("", "?"),
            ("", "...)"),
            ("", ").»"),
            ("all’", "’"),
            ("", "\u{200b}"),
            ("*", "*"),
            ("¿", "?"),
        ] {
            let text = format!("vedi {before}{address}{after} poi");
            assert_eq!(found(&text), [address], "{text}");
        }
    }

    #[test]
    fn what_belongs_to_an_address_stays() {
        for address in [
            "https://x.example/a_(b)",
            "https://x.example/a-(b)/c",
            "https://x.example/?q=a,b;c",
            "https://x.example/#a",
            "https://città.example/perché",
            "https://x.example/a–b",
            "https://x.example/l'atto",
            "http://x.example:80/",
        ] {
            assert_eq!(found(&format!("({address})")), [address]);
            assert_eq!(found(&format!("«{address}».")), [address]);
        }
    }

    #[test]
    fn an_email_address_ends_where_the_sentence_goes_on() {
        let address = "urp@x.example";
        for (before, after) in [
            ("all’", ""),
            ("all'", ""),
            ("«", "»"),
            ("“", "”"),
            ("‘", "’"),
            ("(", ")"),
            ("", "…"),
            ("–", "–"),
            ("—", "—"),
            ("\u{a0}", "\u{a0}"),
            ("\u{202f}", "\u{202f}"),
            ("", "."),
            ("", ","),
            ("：", "。"),
            ("«", "»."),
            ("*", "*"),
            ("", "’s"),
        ] {
            let text = format!("scrivi {before}{address}{after} poi");
            assert_eq!(found(&text), [address], "{text}");
        }
        assert_eq!(
            found("a.b+c_d-e@x-y.example.it"),
            ["a.b+c_d-e@x-y.example.it"]
        );
    }
}
