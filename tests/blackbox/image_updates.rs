//! Images while their files, their texts and the theme change, turn after turn.

use std::fs;

use image::ImageFormat;
use raccordo::base::source::Changes;
use raccordo::build::{self, Observer, Options, Project};
use raccordo::site::sources::ChangeHints;
use tempfile::TempDir;

use crate::fixtures::temporary_folder;
use crate::images::{encoded, photograph, site};
use crate::in_process::{Published, day};
use crate::site::Site;

/// A site on disk that is built again in this process, turn after turn, into a folder of its own.
struct ImageSite<'s> {
    site: &'s Site,
    project: Project,
    out: TempDir,
}

impl ImageSite<'_> {
    /// Builds the site for the first time.
    fn build(site: &Site) -> ImageSite<'_> {
        let out = temporary_folder();
        let project = Project::open(build::Site {
            root: site.root.path().to_owned(),
            day: Some(day(0)),
            out: out.path().join("out"),
            options: Options {
                pages: true,
                ..Options::default()
            },
        });
        let mut built = ImageSite {
            site,
            project: project.unwrap(),
            out,
        };
        built.publish(Changes::default());
        built
    }

    /// Takes a turn. Returns whether it published something.
    fn publish(&mut self, changes: Changes) -> bool {
        let turned = self.project.turn(changes, Observer::default());
        turned.published.transpose().unwrap().is_some()
    }

    /// Takes a turn after a look at all files.
    fn turn(&mut self) -> bool {
        let changes = self.project.refresh(&ChangeHints::Everything);
        self.publish(changes)
    }

    fn published(&self) -> Published {
        Published::read(&self.out.path().join("out"))
    }

    /// Takes a turn after which the site must be that of a fresh build. Returns the paths of the image `sala`.
    fn rebuild(&mut self) -> Vec<String> {
        assert!(self.turn());
        let published = self.published();
        let fresh = ImageSite::build(self.site).published();
        assert_eq!(published.0, fresh.0);
        let paths = published.0.into_keys();
        paths.filter(|it| it.starts_with("sala.")).collect()
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
    let before = built.published();
    assert!(!built.turn());
    assert_eq!(built.published().0, before.0);
    assert!(ImageSite::build(&site).published().0.is_empty());
    site.put("content/sala.jpg", jpeg(2));
    assert_eq!(built.rebuild(), second);

    // The theme has another width.
    site.put("themes/mini/theme.toml", "image_widths = [60]\n");
    assert_eq!(built.rebuild().len(), 3);
    built.project.workspace_mut().forget_outputs();
    assert_eq!(built.rebuild().len(), 3);

    // The page goes.
    fs::remove_file(site.path("content/orari.md")).unwrap();
    let consulta = fs::read_to_string(site.path("content/consulta.md")).unwrap();
    site.put("content/consulta.md", consulta.replace("(orari.md)", "(/)"));
    built.rebuild();
}
