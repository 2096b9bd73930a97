//! What editors do to a site.

use std::fs;
use std::path::{Path, PathBuf};

use super::Fallible;
use crate::generate::{Country, LARGE_PAGE, Request, another_body, person_id};

/// An edit of a file, which can be made again and again, each time another.
pub struct Edit {
    /// What is done.
    pub name: &'static str,
    /// Whether it makes every page again.
    pub of_all_pages: bool,
    /// What shows it: the address of a page, or of a file.
    pub shown: String,
    path: PathBuf,
    original: String,
    change: fn(&str, usize) -> String,
}

impl Edit {
    fn of(
        root: &Path,
        name: &'static str,
        (path, shown): (&str, &str),
        change: fn(&str, usize) -> String,
    ) -> Fallible<Edit> {
        let path = root.join(path);
        let original =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        if change(&original, 1) == original {
            return Err(format!("{name} does not change {}", path.display()).into());
        }
        Ok(Edit {
            name,
            of_all_pages: false,
            shown: shown.to_owned(),
            path,
            original,
            change,
        })
    }

    /// Makes it for the so-manieth time. Says which file was written.
    pub fn make(&self, number: usize) -> Fallible<PathBuf> {
        fs::write(&self.path, (self.change)(&self.original, number))?;
        Ok(self.path.clone())
    }

    /// Takes it back. Says which file was written.
    pub fn take_back(&self) -> Fallible<PathBuf> {
        fs::write(&self.path, &self.original)?;
        Ok(self.path.clone())
    }
}

/// An edit of the text of a body, at its end.
pub fn text(root: &Path, bodies: usize) -> Fallible<Edit> {
    let body = body_path(bodies);
    let edited = (&*body, &*address(&body));
    Edit::of(root, "text of a body", edited, |text, number| {
        format!("{text}\nRivisto {number} volte.\n")
    })
}

/// An edit of the title of an organization that many bodies seat.
pub fn rename(root: &Path) -> Fallible<Edit> {
    let large = (LARGE_PAGE, &*address(LARGE_PAGE));
    Edit::of(root, "rename of `comune-grande`", large, |text, number| {
        text.replacen("\ntitle: ", &format!("\ntitle: {number}º "), 1)
    })
}

/// All edits of one file, those that make every page again last.
pub fn all(root: &Path, request: Request) -> Fallible<Vec<Edit>> {
    let (body, theme) = (body_path(request.bodies), request.theme.name());
    let page = address(&body);
    let base = format!("themes/{theme}/templates/base.html");
    let style = format!("themes/{theme}/static/{theme}.css");
    let served_style = format!("theme/{theme}.css");
    let edited = (&*body, &*page);
    let every_page = |edit: Edit| Edit {
        of_all_pages: true,
        ..edit
    };
    Ok(vec![
        text(root, request.bodies)?,
        Edit::of(root, "title of a body", edited, |text, number| {
            text.replacen("\ntitle: \"", &format!("\ntitle: \"{number}. "), 1)
        })?,
        Edit::of(root, "holder of a seat", edited, other_holder)?,
        rename(root)?,
        Edit::of(
            root,
            "style sheet",
            (&style, &served_style),
            |text, number| format!("{text}\n/* {number} */\n"),
        )?,
        every_page(Edit::of(
            root,
            "template of every page",
            (&base, &page),
            |text, number| format!("{text}\n<!-- {number} -->\n"),
        )?),
        every_page(Edit::of(
            root,
            "title in site.toml",
            ("site.toml", &page),
            |text, number| text.replacen("title = \"", &format!("title = \"{number}º "), 1),
        )?),
    ])
}

/// Where the so-manieth new body is to be, and its text.
pub fn new_body(root: &Path, bodies: usize, number: usize) -> (PathBuf, String) {
    let country = Country::new(bodies);
    let index = bodies + number;
    (
        root.join(country.body_path(index)),
        another_body(&country, index),
    )
}

/// Removes a file. Says which.
pub fn remove(path: &Path) -> Fallible<PathBuf> {
    fs::remove_file(path)?;
    Ok(path.to_owned())
}

/// The address of the page of a file.
fn address(path: &str) -> String {
    let path = path.strip_prefix("content/").unwrap_or(path);
    format!("{}/", path.strip_suffix(".md").unwrap_or(path))
}

fn body_path(bodies: usize) -> String {
    Country::new(bodies).body_path(bodies / 2)
}

/// Puts another person into the first seat.
fn other_holder(text: &str, number: usize) -> String {
    const KEY: &str = "{person: ";
    let found = text
        .find(", from: 2024-01-15")
        .and_then(|end| Some((text.get(..end)?.rfind(KEY)? + KEY.len(), end)));
    let Some((start, end)) = found else {
        return text.to_owned();
    };
    let mut text = text.to_owned();
    // There are twelve persons in the smallest site.
    text.replace_range(start..end, &person_id(number % 12));
    text
}
