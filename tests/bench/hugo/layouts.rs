//! What of the site for Hugo is the same in all of them: settings, templates and their words.

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("site/", $path)))),*]
    };
}

/// The files by their paths from the root of the site.
pub const FILES: &[(&str, &str)] = files![
    "hugo.toml",
    "i18n/it.toml",
    "layouts/_default/_markup/render-link.html",
    "layouts/_default/baseof.html",
    "layouts/_default/list.html",
    "layouts/_default/single.html",
    "layouts/_default/term.html",
    "layouts/a-z/list.html",
    "layouts/area/single.html",
    "layouts/body/single.html",
    "layouts/document/single.html",
    "layouts/index.html",
    "layouts/meeting/single.html",
    "layouts/organization/single.html",
    "layouts/partials/activities.html",
    "layouts/partials/backlinks.html",
    "layouts/partials/breadcrumb.html",
    "layouts/partials/card.html",
    "layouts/partials/cards.html",
    "layouts/partials/contacts.html",
    "layouts/partials/footer.html",
    "layouts/partials/head.html",
    "layouts/partials/header.html",
    "layouts/partials/history.html",
    "layouts/partials/holder.html",
    "layouts/partials/label.html",
    "layouts/partials/link.html",
    "layouts/partials/mentions.html",
    "layouts/partials/page-header.html",
    "layouts/partials/pages.html",
    "layouts/partials/paging.html",
    "layouts/partials/period.html",
    "layouts/partials/places.html",
    "layouts/partials/seat.html",
    "layouts/partials/topics.html",
    "layouts/partials/updated.html",
    "layouts/person/single.html",
];
