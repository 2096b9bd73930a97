//! Files of the good site with one piece replaced, so that there is one fault at a known line.

use crate::fixtures::good;

/// The text of such a file.
pub(crate) struct Composed {
    pub(crate) text: String,
    /// The number of lines before the piece.
    pub(crate) before: usize,
}

/// A page of the good site with these keys of front matter instead of its own. They come first.
pub(crate) fn with_keys(page: &str, keys: &str) -> Composed {
    let (front_matter, text) = cut(page);
    let given: Vec<&str> = blocks(keys).map(key).collect();
    let kept = blocks(&front_matter).filter(|block| !given.contains(&key(block)));
    Composed {
        text: format!("---\n{keys}{}---\n{text}", kept.collect::<String>()),
        before: 1,
    }
}

/// A page of the good site with this text instead of its own.
pub(crate) fn with_text(page: &str, text: &str) -> Composed {
    let (front_matter, _) = cut(page);
    Composed {
        text: format!("---\n{front_matter}---\n{text}"),
        before: front_matter.lines().count() + 2,
    }
}

/// The good settings with this TOML instead of the same keys and tables.
pub(crate) fn with_settings(toml: &str) -> Composed {
    let good = good("site.toml");
    let (values, tables) = good.split_once("\n\n").unwrap();
    let has = |name: &str| {
        let header = |line: &str| line.trim_start_matches('[').starts_with(name);
        toml.lines()
            .any(|line| line.starts_with('[') && header(line))
    };
    let values = values.lines().filter(|line| {
        let (name, _) = line.split_once(" =").unwrap();
        !toml
            .lines()
            .take_while(|line| !line.starts_with('['))
            .any(|line| line.starts_with(&format!("{name} =")))
    });
    let tables = tables.split("\n\n").filter(|table| {
        !["menus", "footer"]
            .iter()
            .any(|name| has(name) && table.trim_start_matches('[').starts_with(name))
    });
    let before: Vec<&str> = values.collect();
    Composed {
        text: format!(
            "{}\n{toml}\n{}",
            before.join("\n"),
            tables.collect::<Vec<_>>().join("\n\n")
        ),
        before: before.len(),
    }
}

/// The front matter of a good page, and its text.
fn cut(page: &str) -> (String, String) {
    let page = good(page);
    let (front_matter, text) = page
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("---\n"))
        .unwrap();
    (front_matter.to_owned(), text.to_owned())
}

/// Each top-level key with the lines of its value.
fn blocks(keys: &str) -> impl Iterator<Item = &str> {
    let inner = |line: &str| line.starts_with([' ', '-', '\t', '#']);
    let mut starts: Vec<usize> = keys
        .split_inclusive('\n')
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line))
        })
        .filter(|(start, line)| *start == 0 || !inner(line))
        .map(|(start, _)| start)
        .collect();
    starts.push(keys.len());
    let blocks: Vec<&str> = starts
        .windows(2)
        .map(|pair| &keys[pair[0]..pair[1]])
        .collect();
    blocks.into_iter()
}

fn key(block: &str) -> &str {
    block.split(':').next().unwrap_or_default().trim()
}
