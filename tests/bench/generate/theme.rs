//! A bare theme, in the site itself: that of the tests.

use std::io;

use super::Put;

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../blackbox/good/themes/mini/", $path)))),*]
    };
}

const FILES: &[(&str, &[u8])] = files![
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

/// The files of the theme.
pub fn mini(put: &mut Put<'_>) -> io::Result<()> {
    FILES
        .iter()
        .try_for_each(|(path, bytes)| put(&format!("themes/mini/{path}"), bytes))
}
