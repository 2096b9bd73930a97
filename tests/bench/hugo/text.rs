//! Text as Hugo wants it: links and pictures by the paths of pages, which its own template looks up.

use super::Fallible;
use super::index::{Index, Kind, Thing};

/// The text of a thing's page.
pub fn for_hugo(thing: &Thing, index: &Index) -> Fallible<String> {
    let mut text = String::with_capacity(thing.text.len() + 256);
    let mut rest = thing.text.as_str();
    while let Some((before, after)) = rest.split_once("](") {
        let (to, after) = after.split_once(')').ok_or("a link without end")?;
        text.push_str(before);
        text.push_str("](");
        text.push_str(&target(to, thing, index)?);
        text.push(')');
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}

fn target(to: &str, thing: &Thing, index: &Index) -> Fallible<String> {
    let (path, anchor) = to.split_once('#').unwrap_or((to, ""));
    let (found, table) = match path.strip_prefix("ref:") {
        Some(reference) => {
            let mut parts = reference.splitn(3, '/');
            let kind = parts
                .next()
                .and_then(Kind::named)
                .ok_or("a link to no kind")?;
            let id = parts.next().unwrap_or_default();
            (index.get(kind, id), parts.next())
        }
        None if path.ends_with(".png") => return Ok(absolute(&thing.folder, path)),
        None => {
            let path = absolute(&thing.folder, path);
            let path = path.trim_end_matches(".md").trim_end_matches("/_index");
            (index.at(path), None)
        }
    };
    let found = found.ok_or_else(|| format!("{}: a link to nothing: {to}", thing.path))?;
    let anchor = table.unwrap_or(anchor);
    let hash = if anchor.is_empty() { "" } else { "#" };
    Ok(format!("{}{hash}{anchor}", found.path))
}

/// A path from a folder, from `/`.
fn absolute(folder: &str, path: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for step in path.split('/') {
        match step {
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    format!("/{}", steps.join("/"))
}
