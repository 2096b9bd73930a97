//! Images while their files, their texts and the theme change, turn after turn.

use std::fs;

use image::ImageFormat;
use raccordo::base::source::Changes;
use raccordo::build::{Outcome, Workspace};
use raccordo::site::sources::{Hints, Sources};

use crate::images::{encoded, photograph, site};
use crate::in_process::{Published, build, day, options, turn};
use crate::site::Site;

/// A site on disk that is built again in this process, turn after turn.
struct ImageSite<'s> {
    site: &'s Site,
    sources: Sources,
    workspace: Workspace,
    published: Published,
}

impl ImageSite<'_> {
    fn build(site: &Site) -> ImageSite<'_> {
        let sources = Sources::open(site.root.path()).unwrap();
        let mut workspace = Workspace::new(options());
        let everything = Changes::everything(sources.tree());
        let first = turn(&mut workspace, sources.tree(), &everything, day(0));
        ImageSite {
            site,
            sources,
            workspace,
            published: Published::of(first.update.unwrap()),
        }
    }

    fn turn(&mut self) -> Outcome {
        let changes = self.sources.refresh(&Hints::Everything);
        turn(&mut self.workspace, self.sources.tree(), &changes, day(0))
    }

    /// Takes a turn after which the site must be that of a fresh build. Returns the paths of the image `sala`.
    fn rebuild(&mut self) -> Vec<String> {
        let outcome = self.turn();
        self.published.take(outcome.update.unwrap());
        let fresh = Sources::open(self.site.root.path()).unwrap();
        let fresh = Published::of(build(fresh.tree()).update.unwrap());
        assert_eq!(self.published.0, fresh.0);
        let paths = self.published.0.keys();
        paths
            .filter(|it| it.starts_with("sala."))
            .cloned()
            .collect()
    }
}

#[test]
fn images_follow_their_files_texts_and_theme() {
    let jpeg = |seed| encoded(&photograph(100, 60, seed), ImageFormat::Jpeg);
    let site = site("![La sala](sala.jpg)").file("content/sala.jpg", jpeg(1));
    let mut built = ImageSite::build(&site);
    let first = built.rebuild();
    assert_eq!(first.len(), 5);

    // Other bytes: all sizes get other names.
    site.put("content/sala.jpg", jpeg(2));
    let second = built.rebuild();
    assert_eq!(second.len(), 5);
    let same: Vec<_> = first.iter().filter(|it| second.contains(it)).collect();
    assert_eq!(same, ["sala.jpg"]);

    // The text shows another image.
    let page = fs::read_to_string(site.path("content/orari.md")).unwrap();
    site.put("content/orari.md", page.replace("sala.jpg", "foto.svg"));
    site.put("content/foto.svg", "<svg/>");
    assert_eq!(built.rebuild(), ["sala.jpg"]);
    site.put("content/orari.md", &page);
    assert_eq!(built.rebuild(), second);

    // The image is broken for a while.
    site.put("content/sala.jpg", "rotta");
    assert!(built.turn().update.is_none());
    let fresh = Sources::open(site.root.path()).unwrap();
    assert!(build(fresh.tree()).update.is_none());
    site.put("content/sala.jpg", jpeg(2));
    assert_eq!(built.rebuild(), second);

    // The theme has another width.
    site.put("themes/mini/theme.toml", "image_widths = [60]\n");
    assert_eq!(built.rebuild().len(), 3);
    built.workspace.forget_pages();
    assert_eq!(built.rebuild().len(), 3);

    // The page goes.
    fs::remove_file(site.path("content/orari.md")).unwrap();
    let consulta = fs::read_to_string(site.path("content/consulta.md")).unwrap();
    site.put("content/consulta.md", consulta.replace("(orari.md)", "(/)"));
    built.rebuild();
}
