//! What serde reads a scalar as, where the type does not ask for a text.

use crate::notation::tree::Style;

/// What serde reads a scalar as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarKind {
    /// A text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Integer,
    /// Any other number, or a date of TOML.
    Other,
}

impl ScalarKind {
    /// The kind of a scalar; that of bare YAML is what `serde_yaml` makes of it.
    pub fn of(text: &str, style: Style) -> ScalarKind {
        match style {
            Style::Quoted => ScalarKind::Text,
            _ if matches!(text, "true" | "True" | "TRUE" | "false" | "False" | "FALSE") => {
                ScalarKind::Flag
            }
            _ if is_integer(text, style) => ScalarKind::Integer,
            Style::Bare if !is_number(text) => ScalarKind::Text,
            Style::Bare | Style::TomlLiteral => ScalarKind::Other,
        }
    }
}

/// Whether it is a whole number in decimal digits, without leading zeros. In TOML, `_` may stand
/// between digits.
fn is_integer(text: &str, style: Style) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_part = |byte: u8| byte.is_ascii_digit() || byte == b'_' && style == Style::TomlLiteral;
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(is_part)
        && (digits == "0" || !digits.starts_with('0'))
}

/// Whether `serde_yaml` reads bare YAML as a number: in another base, with a point, or not finite.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = unsigned.strip_prefix(prefix) {
            return !digits.starts_with('+') && u128::from_str_radix(digits, radix).is_ok();
        }
    }
    let has_leading_zero = unsigned.len() > 1
        && unsigned.starts_with('0')
        && unsigned.bytes().all(|byte| byte.is_ascii_digit());
    match unsigned {
        ".inf" | ".Inf" | ".INF" => true,
        ".nan" | ".NaN" | ".NAN" => unsigned == text,
        _ if has_leading_zero || unsigned.starts_with(['-', '+']) => false,
        _ => unsigned.parse().is_ok_and(f64::is_finite),
    }
}
