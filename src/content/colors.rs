//! The colours of a site: which follow from those that it sets, and whether text on them can be read.
//!
//! A site sets few colours, the theme needs more: they are made here, in Oklch, where a change of
//! lightness leaves the hue as it is. Text needs a contrast of 4.5:1 (WCAG 2.2, 1.4.3; EN 301 549,
//! 9.1.4.3). With that, the theme's mark of the focus has more than 3:1 on `primary` (1.4.11).

use std::fmt::Write;

use palette::{FromColor, LinSrgb, Oklch, Srgb};

use super::settings::{Colors, SchemeColors};
use crate::notation::scalar::Color;

/// The contrast that text needs.
pub const NEEDED: f32 = 4.5;

/// The text on `primary`, in both schemes.
pub const ON_PRIMARY: &str = "#ffffff";

/// The darkest ground on which links stand on light pages, and the lightest on dark ones: those of the
/// theme, and of every theme that takes its colours from a site.
pub const GROUNDS: [&str; 2] = ["#f0f5f7", "#1b2930"];

/// A colour of which text cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where it stands: `primary`, or `dark` and `link`.
    pub path: Vec<&'static str>,
    /// The colour.
    pub color: String,
    /// What meets it.
    pub against: &'static str,
    /// The contrast of the two, from 1 to 21, rounded down to hundredths.
    pub ratio: String,
    /// The nearest colour of the same hue that passes.
    pub near: String,
}

/// The colours that a site sets and of which text cannot be read.
pub fn faults(colors: &Colors) -> Vec<Fault> {
    let mut faults = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let set = scheme.set(colors);
        let primary = set.and_then(|it| it.primary.as_ref());
        let link = set.and_then(|it| it.link.as_ref());
        faults.extend(primary.and_then(|it| fault(scheme, "primary", it, ON_PRIMARY)));
        faults.extend(link.and_then(|it| fault(scheme, "link", it, scheme.ground())));
    }
    faults
}

/// The style sheet that gives the theme its colours, as custom properties. On screens only: paper has
/// colours of its own.
pub fn stylesheet(colors: &Colors) -> String {
    let mut css = String::from("/* Made from [colors] in site.toml. */\n");
    for scheme in [Scheme::Light, Scheme::Dark] {
        let media = match scheme {
            Scheme::Light => "screen",
            Scheme::Dark => "screen and (prefers-color-scheme: dark)",
        };
        let tones: String = tones(scheme, colors)
            .iter()
            .map(|(name, tone)| format!(" --{name}: {};", hex(*tone)))
            .collect();
        // Writing to a text cannot fail.
        let _ = writeln!(css, "@media {media} {{ :root {{{tones} }} }}");
    }
    css
}

#[derive(Clone, Copy, PartialEq)]
enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    fn set(self, colors: &Colors) -> Option<&SchemeColors> {
        match self {
            Scheme::Light => Some(&colors.light),
            Scheme::Dark => colors.dark.as_ref(),
        }
    }

    fn ground(self) -> &'static str {
        match self {
            Scheme::Light => GROUNDS[0],
            Scheme::Dark => GROUNDS[1],
        }
    }
}

fn fault(scheme: Scheme, key: &'static str, color: &Color, against: &'static str) -> Option<Fault> {
    let tone = parse(color.as_str());
    let ratio = contrast(tone, parse(against));
    (ratio < NEEDED).then(|| Fault {
        path: match scheme {
            Scheme::Light => vec![key],
            Scheme::Dark => vec!["dark", key],
        },
        color: color.to_string(),
        against,
        ratio: format!("{:.2}", (ratio * 100.0).floor() / 100.0),
        near: hex(readable(tone, parse(against))),
    })
}

/// What the theme needs, by the names of its custom properties.
fn tones(scheme: Scheme, colors: &Colors) -> [(&'static str, Srgb); 4] {
    let of = |set: Option<&SchemeColors>, pick: fn(&SchemeColors) -> Option<&Color>| {
        set.and_then(pick).map(|it| parse(it.as_str()))
    };
    let (own, light) = (scheme.set(colors), Some(&colors.light));
    let primary = |set| of(set, |it| it.primary.as_ref());
    let link = |set| of(set, |it| it.link.as_ref());
    let base = primary(light).or(link(light));
    let base = base.or(primary(own)).or(link(own));
    let base = base.unwrap_or_else(|| parse(DEFAULT));
    let dark = scheme == Scheme::Dark;
    let brand = primary(own).unwrap_or_else(|| match dark {
        true => at_most(base, 0.36),
        false => base,
    });
    let brand = readable(brand, parse(ON_PRIMARY));
    let linked = link(own).unwrap_or_else(|| {
        let base = link(light).unwrap_or(base);
        if dark { pale(base, 0.8, 0.09) } else { base }
    });
    let deep = Oklch::from_color(brand);
    let deep = Oklch::new(deep.l * 0.72, deep.chroma, deep.hue);
    // Links that can be read on the ground can be read on the tint.
    let ground = luminance(parse(scheme.ground()));
    let tint = match dark {
        true => nearest(pale(base, 0.3, 0.035), false, |it| luminance(it) <= ground),
        false => nearest(pale(base, 0.94, 0.02), true, |it| luminance(it) >= ground),
    };
    [
        ("brand", brand),
        ("brand-deep", whole(deep)),
        ("link", readable(linked, parse(scheme.ground()))),
        ("tint", tint),
    ]
}

/// The theme's own `primary`, from which the others follow when a site sets but one for dark pages.
const DEFAULT: &str = "#0b4a63";

/// The nearest colour of the same hue that can be read on or under another.
fn readable(tone: Srgb, against: Srgb) -> Srgb {
    let lighter = luminance(against) < 0.18;
    nearest(tone, lighter, |tone| contrast(tone, against) >= NEEDED)
}

/// The first colour that passes, of this one and those that are ever lighter, or darker, to the end.
fn nearest(tone: Srgb, lighter: bool, passes: impl Fn(Srgb) -> bool) -> Srgb {
    let start = Oklch::from_color(tone);
    let (way, end) = if lighter { (1.0, 1.0) } else { (-1.0, 0.0) };
    let others = (1..=500_u16).map(|step| {
        let lightness = start.l + way * f32::from(step) / 500.0;
        whole(Oklch::new(
            lightness.clamp(0.0, 1.0),
            start.chroma,
            start.hue,
        ))
    });
    let mut all = std::iter::once(tone).chain(others);
    all.find(|tone| passes(*tone))
        .unwrap_or(Srgb::new(end, end, end))
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
fn contrast(one: Srgb, other: Srgb) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// How bright a colour is, from 0 to 1 (WCAG 2.2, "relative luminance").
fn luminance(tone: Srgb) -> f32 {
    let light: LinSrgb = tone.into_linear();
    0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
}

/// A colour of this lightness, and of no more than this chroma.
fn pale(tone: Srgb, lightness: f32, chroma: f32) -> Srgb {
    let tone = Oklch::from_color(tone);
    whole(Oklch::new(lightness, tone.chroma.min(chroma), tone.hue))
}

fn at_most(tone: Srgb, lightness: f32) -> Srgb {
    let tone = Oklch::from_color(tone);
    whole(Oklch::new(tone.l.min(lightness), tone.chroma, tone.hue))
}

/// The colour that a page can name: what is measured is what is shown.
fn whole(tone: Oklch) -> Srgb {
    let bytes: Srgb<u8> = Srgb::from_color(tone).into_format();
    bytes.into_format()
}

/// The colour of a text that is one, or black.
fn parse(text: &str) -> Srgb {
    let bytes: Srgb<u8> = text.parse().unwrap_or_default();
    bytes.into_format()
}

fn hex(tone: Srgb) -> String {
    let bytes: Srgb<u8> = tone.into_format();
    format!("#{bytes:x}")
}

#[cfg(test)]
mod tests;
