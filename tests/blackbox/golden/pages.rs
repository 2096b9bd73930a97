//! A golden page of every kind. The site is small and uses every field and component once at least.

use std::sync::LazyLock;

use raccordo::base::digest::Digest;

use super::assert_golden;
use crate::fixtures::{Files, folder, full_pages};
use crate::site::Site;

static CIVICO: LazyLock<Files> = LazyLock::new(|| built(full_site()));
/// The site that `init --example` writes.
static EXAMPLE: LazyLock<Files> = LazyLock::new(|| built(Site::of(folder("src/cli/init/example"))));
static ITALIA: LazyLock<Files> = LazyLock::new(|| {
    let site = full_site().folder("themes/italia", "themes/italia/");
    built(site.replace("site.toml", "theme = \"civico\"", "theme = \"italia\""))
});

/// The good site, the pages of `full`, and those of `golden/site`.
fn full_site() -> Site {
    Site::of(full_pages()).folder("tests/blackbox/golden/site", "")
}

fn built(site: Site) -> Files {
    site.build().succeeds();
    site.built()
}

#[track_caller]
fn assert_golden_file(site: &Files, name: &str, path: &str) {
    assert_golden(name, std::str::from_utf8(&site[path]).unwrap());
}

/// A test for each page: its name, which is that of the golden file, the site, and the path in the site.
macro_rules! golden_pages {
    ($($name:ident: $site:ident $path:literal,)*) => {
        $(
            #[test]
            fn $name() {
                assert_golden_file(&$site, stringify!($name), $path);
            }
        )*
    };
}

golden_pages! {
    page_home: CIVICO "index.html",
    page_section: CIVICO "consorzio/index.html",
    page_section_with_body: CIVICO "tavoli/index.html",
    page_body: CIVICO "cabina/index.html",
    page_body_ended_with_all_kinds_of_seats: CIVICO "osservatorio/index.html",
    page_table_grown_to_a_body: CIVICO "tavoli/tecnico/index.html",
    page_organization: CIVICO "consorzio/unione-langhe/index.html",
    page_organization_of_registry: CIVICO "enti/comune-alba/index.html",
    page_person: CIVICO "anna-rossi/index.html",
    page_meeting: CIVICO "seduta/index.html",
    page_document: CIVICO "atti/piano/index.html",
    page_area: CIVICO "provincia-cuneo-area/index.html",
    page_topic: CIVICO "casa/index.html",
    page_plain: CIVICO "consorzio/guida/index.html",
    page_404: CIVICO "404.html",
    page_redirect_of_alias: CIVICO "vecchia-cabina/index.html",
    page_redirect_of_alias_with_file_name: CIVICO "vecchia/regia.html",
    page_a_to_z: CIVICO "indice/index.html",
    page_list: CIVICO "enti/index.html",
    page_list_second: CIVICO "enti/2/index.html",
    page_home_second: CIVICO "2/index.html",
    page_plain_in_german: CIVICO "de/consorzio/guida/index.html",
    page_body_in_german: CIVICO "de/cabina/index.html",
    page_organization_not_translated: CIVICO "de/consorzio/unione-langhe/index.html",
    style_sheet_of_colors: CIVICO "theme/colors.css",
    italia_page_home: ITALIA "index.html",
    italia_page_body: ITALIA "cabina/index.html",
    italia_page_organization: ITALIA "consorzio/unione-langhe/index.html",
    italia_page_404: ITALIA "404.html",
    example_home: EXAMPLE "index.html",
    example_body: EXAMPLE "sociale/comitato-sociale/index.html",
    example_body_in_german: EXAMPLE "de/sociale/comitato-sociale/index.html",
    example_meeting_cancelled: EXAMPLE "sedute/seduta-giugno-2026/index.html",
    italia_page_list_second: ITALIA "enti/2/index.html",
}

/// The paths of all files, and a digest of all pages together: a change of a page that has no golden file is seen here.
#[test]
fn files_of_site() {
    let mut pages = String::new();
    let mut paths = String::new();
    for (path, bytes) in CIVICO.iter() {
        paths.push_str(&format!("{path}\n"));
        if path.ends_with(".html") {
            pages.push_str(&format!("{path} {}\n", Digest::of(bytes)));
        }
    }
    let digest = Digest::of(pages.as_bytes());
    assert_golden("files_of_site", &format!("{paths}all pages: {digest}\n"));
}
