//! Roman numbers, and letters that are Roman numbers.

use crate::split::labels::{Label, Style};

/// The value of a Roman number in small letters, below 40.
pub(super) fn roman(token: &str) -> Option<u32> {
    let value = |byte| match byte {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        _ => None,
    };
    let values = token.bytes().map(value).collect::<Option<Vec<i32>>>()?;
    let signed = values.iter().enumerate().map(|(at, value)| {
        let is_taken_away = values.get(at + 1).is_some_and(|next| next > value);
        if is_taken_away { -value } else { *value }
    });
    u32::try_from(signed.sum::<i32>()).ok().filter(|sum| (1..40).contains(sum))
}

/// A lone "i", "v" or "x" is a number where the list it stands in counts in Roman numbers.
pub(super) fn read_as_roman(labels: &mut [Label]) {
    for at in 0..labels.len() {
        let (roman_style, letter) = match labels[at].style {
            Style::Small(frame) => (Style::SmallRoman(frame), labels[at].ordinal),
            Style::Capital(frame) => (Style::CapitalRoman(frame), labels[at].ordinal),
            _ => continue,
        };
        let value = match letter {
            9 => 1,
            22 => 5,
            24 => 10,
            _ => continue,
        };
        let is_near = |other: &Label| other.style == roman_style && other.ordinal.abs_diff(value) == 1;
        let follows_letter = labels[..at]
            .iter()
            .rev()
            .take(4)
            .any(|other| other.style == labels[at].style && other.ordinal + 1 == letter);
        let counts_on = labels[at + 1..].iter().take(6).chain(labels[..at].iter().rev().take(6)).any(is_near);
        if counts_on && !follows_letter || value == 1 && letter == 9 && !follows_letter {
            labels[at].style = roman_style;
            labels[at].ordinal = value;
        }
    }
}
