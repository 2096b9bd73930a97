//! Themes in the site itself: the bare one of the tests, and one that says what the templates for Hugo say.

use std::io;

use super::{Put, Theme};

macro_rules! files {
    ($folder:literal: $($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!($folder, "/", $path)))),*]
    };
}

const MINI: &[(&str, &[u8])] = files![
    "../../blackbox/good/themes/mini":
    "theme.toml",
    "i18n/it.ftl",
    "i18n/de.ftl",
    "static/mini.css",
    "templates/404.html",
    "templates/area.html",
    "templates/base.html",
    "templates/body.html",
    "templates/components.html",
    "templates/composition.html",
    "templates/document.html",
    "templates/home.html",
    "templates/index.html",
    "templates/meeting.html",
    "templates/organization.html",
    "templates/page.html",
    "templates/person.html",
    "templates/redirect.html",
    "templates/section.html",
    "templates/topic.html",
];

const PLAIN: &[(&str, &[u8])] = files![
    "plain":
    "theme.toml",
    "templates/base.html",
    "templates/body.html",
    "templates/components/plain.html",
    "templates/composition.html",
    "templates/organization.html",
    "templates/parts/plain_foot.html",
    "templates/parts/plain_head.html",
    "templates/person.html",
];

/// Puts the files of a theme into the site, but for that which comes with the program.
pub fn files(theme: Theme, put: &mut Put<'_>) -> io::Result<()> {
    let files = match theme {
        Theme::Civico => return Ok(()),
        Theme::Mini => MINI,
        Theme::Plain => PLAIN,
    };
    let name = theme.name();
    files
        .iter()
        .try_for_each(|(path, bytes)| put(&format!("themes/{name}/{path}"), bytes))
}
