//! How the parts of an act are cited: articles and paragraphs as editors type them.

use std::borrow::Cow;

use super::LegalBasis;

/// An article or section of an act, and a paragraph of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Citation<'a> {
    /// The article without the word: `71-bis`.
    pub article: Option<&'a str>,
    /// The paragraph without the word: `2`.
    pub paragraph: Option<&'a str>,
}

/// The words before the number of an article, in lower case.
const ARTICLE_WORDS: &str = "articolo articoli artt. art. art article articles artikel sezione section sections sec. s. abschnitt \
    §§ §";

/// The words before the number of a paragraph, in lower case.
const PARAGRAPH_WORDS: &str =
    "comma commi co. c. paragraph paragraphs paragrafo para. par. subsection absatz abs.";

impl<'a> Citation<'a> {
    /// Parses an article that may have a paragraph after it: `11, comma 2`, `art. 71-bis`, `194(1)`.
    pub fn parse(text: &'a str) -> Citation<'a> {
        let text = after_word(text.trim(), ARTICLE_WORDS).unwrap_or(text.trim());
        let cut = |(at, _): (usize, char)| {
            let (article, rest) = text.split_at_checked(at)?;
            let rest = rest.trim_start_matches([',', ' ']);
            let paragraph = match rest.strip_prefix('(') {
                // `194(2)(a)` has more than a paragraph.
                Some(inner) => inner.strip_suffix(')').filter(|it| !it.contains('('))?,
                None => after_word(rest, PARAGRAPH_WORDS)?,
            };
            let article = article.trim_end();
            (starts_with_digit(article) && starts_with_digit(paragraph))
                .then_some((article, paragraph))
        };
        let mut breaks = text.char_indices();
        let parts = breaks.find_map(|it| matches!(it.1, ',' | ' ' | '(').then(|| cut(it))?);
        match parts {
            Some((article, paragraph)) => Citation {
                article: Some(article),
                paragraph: Some(paragraph),
            },
            None => Citation {
                article: Some(text),
                paragraph: None,
            },
        }
    }

    /// Whether the article is a number, and not words such as "Allegato A".
    pub fn is_numbered(self) -> bool {
        self.article.is_none_or(starts_with_digit)
    }
}

impl LegalBasis {
    /// The cited part of the act.
    pub fn citation(&self) -> Citation<'_> {
        Citation::of(self.article.as_deref(), self.paragraph.as_deref())
    }
}

impl<'a> Citation<'a> {
    /// What two fields cite. A paragraph that was typed as such comes before one after the article.
    pub fn of(article: Option<&'a str>, paragraph: Option<&'a str>) -> Citation<'a> {
        let parsed = article.map(Citation::parse).unwrap_or_default();
        let written = paragraph.map(|it| after_word(it, PARAGRAPH_WORDS).unwrap_or(it));
        Citation {
            article: parsed.article,
            paragraph: written.or(parsed.paragraph),
        }
    }
}

/// Whether two texts name the same article: `71-bis` and `71 bis`.
pub fn is_same_article(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

fn folded(text: &str) -> String {
    let article = Citation::parse(text).article.map_or("".into(), Cow::from);
    let letters = article.chars().filter(|it| !matches!(it, ' ' | '-' | '.'));
    letters.flat_map(char::to_lowercase).collect()
}

/// The text after one of these words, if it begins with one.
fn after_word<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    words.split(' ').find_map(|word| {
        let (start, rest) = text.split_at_checked(word.len())?;
        let is_word =
            !word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic);
        let rest = rest.trim_start();
        (is_word && !rest.is_empty() && start.to_lowercase() == word).then_some(rest)
    })
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (&str, Option<&str>) {
        let Citation { article, paragraph } = Citation::parse(text);
        (article.unwrap(), paragraph)
    }

    #[test]
    fn a_paragraph_after_an_article_is_understood() {
        assert_eq!(parsed("11, comma 2"), ("11", Some("2")));
        assert_eq!(
            parsed("art. 11 comma 2, lettera b)"),
            ("11", Some("2, lettera b)"))
        );
        assert_eq!(parsed("§ 71 Abs. 1"), ("71", Some("1")));
        assert_eq!(parsed("Section 194(1)"), ("194", Some("1")));
        assert_eq!(parsed("71-bis c. 3"), ("71-bis", Some("3")));
    }

    #[test]
    fn what_is_no_paragraph_stays_with_the_article() {
        for text in [
            "71-bis",
            "71 bis",
            "18, 19",
            "194(2)(a)",
            "18 e 19",
            "Allegato A",
            "s",
            "§",
        ] {
            assert_eq!(parsed(text), (text, None));
        }
        assert!(!Citation::parse("Allegato A").is_numbered());
    }

    #[test]
    fn articles_are_compared_without_words_and_separators() {
        assert!(is_same_article("71-bis", "Art. 71 bis"));
        assert!(is_same_article("11, comma 2", "11"));
        assert!(!is_same_article("71-bis", "71"));
    }
}
