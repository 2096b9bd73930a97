//! Numbers and durations in messages.

use std::time::Duration;

use crate::base::diagnostic::Arg;
use crate::messages::{Messages, UiLanguage};

/// A number in a message. The message can select the plural by it.
pub(super) fn number(number: usize) -> Arg {
    Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A number in a message with separated thousands: `1,234`, in Italian `1.234`.
pub(super) fn grouped(number: usize, messages: &Messages) -> Arg {
    let separator = if is_italian(messages) { '.' } else { ',' };
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    Arg::Text(text)
}

pub(super) fn seconds(time: Duration, messages: &Messages) -> Arg {
    Arg::Text(decimal(time.as_secs_f64(), 2, messages))
}

pub(super) fn milliseconds(time: Duration, messages: &Messages) -> Arg {
    Arg::Text(decimal(time.as_secs_f64() * 1000.0, 1, messages))
}

/// A number with some decimal places: `1.5`, in Italian `1,5`.
pub(super) fn decimal(number: f64, places: usize, messages: &Messages) -> String {
    let text = format!("{number:.places$}");
    if is_italian(messages) {
        text.replace('.', ",")
    } else {
        text
    }
}

fn is_italian(messages: &Messages) -> bool {
    messages.language() == UiLanguage::Italian
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_style_of_the_language() {
        let table = [
            (UiLanguage::English, "1,234,567", "12", "1.50"),
            (UiLanguage::Italian, "1.234.567", "12", "1,50"),
        ];
        for (language, large, small, fraction) in table {
            let messages = Messages::new(language);
            let grouped = |number| grouped(number, &messages);
            assert_eq!(grouped(1_234_567), Arg::Text(large.to_owned()));
            assert_eq!(grouped(12), Arg::Text(small.to_owned()));
            assert_eq!(decimal(1.5, 2, &messages), fraction);
        }
    }
}
