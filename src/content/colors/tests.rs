use super::*;
use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::content::settings::Settings;

fn colors(toml: &str) -> Colors {
    let text = format!("title = \"A\"\n{toml}");
    let settings = Settings::read(&SourcePath::new(SETTINGS_FILE), &text).unwrap();
    settings.colors.unwrap()
}

/// The custom properties of each scheme that a style sheet gives.
fn properties(css: &str) -> Vec<Vec<(String, Srgb)>> {
    let schemes = css.lines().filter(|line| line.starts_with("@media"));
    let of = |line: &str| {
        let all = line.split("--").skip(1);
        let all = all.map(|it| it.split_once(": ").unwrap());
        all.map(|(name, value)| (name.to_owned(), parse(value.split(';').next().unwrap())))
            .collect()
    };
    schemes.map(of).collect()
}

#[test]
fn contrast_is_computed_as_in_wcag() {
    // Values of the definition of relative luminance, and of known tools.
    let table = [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0055aa", "#ffffff", 7.29),
        ("#0f0", "#ffffff", 1.37),
    ];
    for (one, other, expected) in table {
        let ratio = contrast(parse(one), parse(other));
        assert!((ratio - expected).abs() < 0.01, "{one} {other}: {ratio}");
    }
}

#[test]
fn a_colour_with_too_little_contrast_is_reported_with_the_nearest_that_has_enough() {
    let found = faults(&colors(
        "[colors]\nprimary = \"#00a3e0\"\nlink = \"#777777\"\n[colors.dark]\nprimary = \"#fff\"\nlink = \"#0055aa\"\n",
    ));
    let paths: Vec<String> = found.iter().map(|it| it.path.join(".")).collect();
    assert_eq!(paths, ["primary", "link", "dark.primary", "dark.link"]);
    let ratios: Vec<&str> = found.iter().map(|it| it.ratio.as_str()).collect();
    assert_eq!(ratios, ["2.87", "4.07", "1.00", "2.04"]);
    for fault in found {
        let near = contrast(parse(&fault.near), parse(fault.against));
        assert!(
            (MIN_CONTRAST..MIN_CONTRAST + 0.2).contains(&near),
            "{fault:?} {near}"
        );
    }
}

#[test]
fn a_colour_with_enough_contrast_is_used_as_it_is() {
    let given = colors("[colors]\nprimary = \"#0055AA\"\nlink = \"#05a\"\n");
    assert_eq!(faults(&given), []);
    let css = stylesheet(&given);
    assert!(
        css.contains("--brand: #0055aa;") && css.contains("--link: #0055aa;"),
        "{css}"
    );
}

#[test]
fn all_computed_colours_have_enough_contrast() {
    let steps = ["00", "55", "aa", "ff"];
    let every = |key: &str| {
        let mut all = Vec::new();
        for red in steps {
            for green in steps {
                for blue in steps {
                    all.push(format!("{key} = \"#{red}{green}{blue}\"\n"));
                }
            }
        }
        all
    };
    let tables = ["[colors]\n", "[colors.dark]\n"];
    for table in tables {
        for line in [every("primary"), every("link")].concat() {
            let css = stylesheet(&colors(&format!("{table}{line}")));
            for (scheme, ground) in properties(&css).into_iter().zip(BACKGROUNDS) {
                let tone = |name: &str| scheme.iter().find(|(it, _)| it == name).unwrap().1;
                let link = tone("link");
                for (one, other) in [
                    (tone("brand"), parse(ON_PRIMARY)),
                    (tone("brand-deep"), parse(ON_PRIMARY)),
                    (link, parse(ground)),
                    (link, tone("tint")),
                ] {
                    let ratio = contrast(one, other);
                    assert!(ratio >= MIN_CONTRAST, "{line}{css}{ratio}");
                }
            }
        }
    }
}

#[test]
fn the_theme_has_the_backgrounds_that_are_measured() {
    let css = include_str!("../../../themes/civico/static/civico.css");
    for color in BACKGROUNDS {
        assert!(css.contains(&format!("--raised: {color};")), "{color}");
    }
    let own: Vec<&str> = css.split("--brand: ").skip(1).collect();
    assert!(own[0].starts_with(DEFAULT_PRIMARY), "{DEFAULT_PRIMARY}");
}
