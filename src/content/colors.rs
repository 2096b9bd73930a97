//! The colours of a site, and whether text in them can be read.
//!
//! A site sets a few colours, and a theme needs more. The others are computed here, in Oklch, where a change of
//! lightness keeps the hue. Text needs a contrast of 4.5:1 (WCAG 2.2, 1.4.3; EN 301 549, 9.1.4.3). With that,
//! the theme's focus indicator has more than 3:1 on `primary` (1.4.11).

use std::fmt::Write;

use palette::{FromColor, LinSrgb, Oklch, Srgb};

use super::settings::{Colors, SchemeColors};
use crate::notation::scalar::Color;

/// The least contrast of text with its background.
pub const MIN_CONTRAST: f32 = 4.5;

/// The colour of text on `primary`, in both schemes.
pub const ON_PRIMARY: &str = "#ffffff";

/// The darkest background of links on light pages, and the lightest on dark pages. Every theme that takes its
/// colours from a site must keep to them.
pub const BACKGROUNDS: [&str; 2] = ["#f0f5f7", "#1b2930"];

/// The theme's own `primary`. The other colours follow from it if a site only sets colours of dark pages.
const DEFAULT_PRIMARY: &str = "#0b4a63";

/// A colour with too little contrast.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The keys in the settings: `primary`, or `dark` and `link`.
    pub path: Vec<&'static str>,
    /// The colour.
    pub color: String,
    /// The colour of its text or background.
    pub against: &'static str,
    /// The contrast of the two, from 1 to 21, rounded down to two decimals.
    pub ratio: String,
    /// The nearest colour of the same hue with enough contrast.
    pub near: String,
}

/// The colours of a site with too little contrast.
pub fn faults(colors: &Colors) -> Vec<Fault> {
    let mut faults = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let set = scheme.colors(colors);
        let primary = set.and_then(|it| it.primary.as_ref());
        let link = set.and_then(|it| it.link.as_ref());
        faults.extend(primary.and_then(|it| fault(scheme, "primary", it, ON_PRIMARY)));
        faults.extend(link.and_then(|it| fault(scheme, "link", it, scheme.background())));
    }
    faults
}

/// The style sheet that sets the colours of the theme, as custom properties. It is for screens only, because
/// print has its own colours.
pub fn stylesheet(colors: &Colors) -> String {
    let mut css = String::from("/* Made from [colors] in site.toml. */\n");
    for scheme in [Scheme::Light, Scheme::Dark] {
        let media = match scheme {
            Scheme::Light => "screen",
            Scheme::Dark => "screen and (prefers-color-scheme: dark)",
        };
        let properties: String = theme_colors(scheme, colors)
            .iter()
            .map(|(name, color)| format!(" --{name}: {};", hex(*color)))
            .collect();
        // Writing into a String cannot fail.
        let _ = writeln!(css, "@media {media} {{ :root {{{properties} }} }}");
    }
    css
}

#[derive(Clone, Copy, PartialEq)]
enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    /// The colours that a site sets for the scheme.
    fn colors(self, colors: &Colors) -> Option<&SchemeColors> {
        match self {
            Scheme::Light => Some(&colors.light),
            Scheme::Dark => colors.dark.as_ref(),
        }
    }

    fn background(self) -> &'static str {
        match self {
            Scheme::Light => BACKGROUNDS[0],
            Scheme::Dark => BACKGROUNDS[1],
        }
    }
}

fn fault(scheme: Scheme, key: &'static str, color: &Color, against: &'static str) -> Option<Fault> {
    let rgb = parse(color);
    let ratio = contrast(rgb, parse(against));
    (ratio < MIN_CONTRAST).then(|| Fault {
        path: match scheme {
            Scheme::Light => vec![key],
            Scheme::Dark => vec!["dark", key],
        },
        color: color.to_string(),
        against,
        ratio: format!("{:.2}", (ratio * 100.0).floor() / 100.0),
        near: hex(readable(rgb, parse(against))),
    })
}

/// The colours that the theme needs, with the names of their custom properties.
fn theme_colors(scheme: Scheme, colors: &Colors) -> [(&'static str, Srgb); 4] {
    let of = |set: Option<&SchemeColors>, pick: fn(&SchemeColors) -> Option<&Color>| {
        set.and_then(pick).map(|it| parse(it))
    };
    let (own, light) = (scheme.colors(colors), Some(&colors.light));
    let primary = |set| of(set, |it| it.primary.as_ref());
    let link = |set| of(set, |it| it.link.as_ref());
    let base = primary(light).or(link(light));
    let base = base.or(primary(own)).or(link(own));
    let base = base.unwrap_or_else(|| parse(DEFAULT_PRIMARY));
    let dark = scheme == Scheme::Dark;
    let brand = primary(own).unwrap_or_else(|| match dark {
        true => darkened(base, 0.36),
        false => base,
    });
    let brand = readable(brand, parse(ON_PRIMARY));
    let linked = link(own).unwrap_or_else(|| {
        let base = link(light).unwrap_or(base);
        if dark { pale(base, 0.8, 0.09) } else { base }
    });
    let deep = Oklch::from_color(brand);
    let deep = Oklch::new(deep.l * 0.72, deep.chroma, deep.hue);
    // Links that can be read on the background can be read on the tint.
    let background = luminance(parse(scheme.background()));
    let tint = match dark {
        true => nearest(pale(base, 0.3, 0.035), false, |it| {
            luminance(it) <= background
        }),
        false => nearest(pale(base, 0.94, 0.02), true, |it| {
            luminance(it) >= background
        }),
    };
    [
        ("brand", brand),
        ("brand-deep", rounded(deep)),
        ("link", readable(linked, parse(scheme.background()))),
        ("tint", tint),
    ]
}

/// The nearest colour of the same hue with enough contrast to another.
fn readable(color: Srgb, against: Srgb) -> Srgb {
    let lighter = luminance(against) < 0.18;
    nearest(color, lighter, |color| {
        contrast(color, against) >= MIN_CONTRAST
    })
}

/// The first colour that passes, of this one and ever lighter or darker ones.
fn nearest(color: Srgb, lighter: bool, passes: impl Fn(Srgb) -> bool) -> Srgb {
    let start = Oklch::from_color(color);
    let (direction, end) = if lighter { (1.0, 1.0) } else { (-1.0, 0.0) };
    let others = (1..=500_u16).map(|step| {
        let lightness = start.l + direction * f32::from(step) / 500.0;
        rounded(Oklch::new(
            lightness.clamp(0.0, 1.0),
            start.chroma,
            start.hue,
        ))
    });
    let mut all = std::iter::once(color).chain(others);
    all.find(|color| passes(*color))
        .unwrap_or(Srgb::new(end, end, end))
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
fn contrast(one: Srgb, other: Srgb) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The luminance of a colour, from 0 to 1 (WCAG 2.2, "relative luminance").
fn luminance(color: Srgb) -> f32 {
    let light: LinSrgb = color.into_linear();
    0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
}

/// The colour with this lightness, and with no more than this chroma.
fn pale(color: Srgb, lightness: f32, chroma: f32) -> Srgb {
    let color = Oklch::from_color(color);
    rounded(Oklch::new(lightness, color.chroma.min(chroma), color.hue))
}

/// The colour with no more than this lightness.
fn darkened(color: Srgb, lightness: f32) -> Srgb {
    let color = Oklch::from_color(color);
    rounded(Oklch::new(color.l.min(lightness), color.chroma, color.hue))
}

/// The nearest colour that CSS can name in hexadecimal digits, so that what is measured is what is shown.
fn rounded(color: Oklch) -> Srgb {
    let bytes: Srgb<u8> = Srgb::from_color(color).into_format();
    bytes.into_format()
}

/// Parses a colour. Returns black if it is none.
fn parse(text: &str) -> Srgb {
    let bytes: Srgb<u8> = text.parse().unwrap_or_default();
    bytes.into_format()
}

fn hex(color: Srgb) -> String {
    let bytes: Srgb<u8> = color.into_format();
    format!("#{bytes:x}")
}

#[cfg(test)]
mod tests;
