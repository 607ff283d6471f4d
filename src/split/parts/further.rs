//! Headings by which an answer adds to an earlier one ("SECOND SUPPLEMENTAL RESPONSE (May 3, 2021)").

use super::signature::year_end;
use crate::document::Span;
use crate::response::{Further, FurtherKind};

/// What the heading says of an earlier answer; `earlier` is the answer it follows.
pub fn further(text: &str, heading: Span, earlier: Option<usize>) -> Option<Further> {
    let words = text[heading.start..heading.end].to_ascii_uppercase();
    let kind = if words.contains("AMENDED") || words.contains("CORRECTED") || words.contains("REVISED") {
        FurtherKind::Amended
    } else if words.contains("SUPPLEMENT") || words.contains("FURTHER ") || words.contains("ADDITIONAL ") {
        FurtherKind::Supplemental
    } else {
        return None;
    };
    Some(Further { kind, heading, date: date(text, heading), earlier })
}

/// The date that a heading bears: from the name of a month, or a row of figures, up to the year.
fn date(text: &str, heading: Span) -> Option<Span> {
    const MONTHS: [&str; 12] = [
        "JANUARY",
        "FEBRUARY",
        "MARCH",
        "APRIL",
        "MAY",
        "JUNE",
        "JULY",
        "AUGUST",
        "SEPTEMBER",
        "OCTOBER",
        "NOVEMBER",
        "DECEMBER",
    ];
    let words = text[heading.start..heading.end].to_ascii_uppercase();
    let month = MONTHS.iter().filter_map(|month| words.find(month)).min();
    let figures = || {
        let slash = words.find('/')?;
        let digits = words[..slash].bytes().rev().take_while(u8::is_ascii_digit).count();
        (digits > 0).then_some(slash - digits)
    };
    let start = month.or_else(figures)?;
    let end = start + year_end(&words[start..])?;
    Some(Span::new(heading.start + start, heading.start + end))
}

#[cfg(test)]
mod tests {
    use super::further;
    use crate::document::Span;
    use crate::response::FurtherKind;

    #[test]
    fn headings_tell_kind_and_date() {
        let text = "SUPPLEMENTAL RESPONSE (May 3, 2021):";
        let found = further(text, Span::new(0, text.len()), Some(2)).unwrap();
        assert_eq!((found.kind, found.earlier), (FurtherKind::Supplemental, Some(2)));
        let date = found.date.unwrap();
        assert_eq!(&text[date.start..date.end], "May 3, 2021");
        assert_eq!(further("ANSWER:", Span::new(0, 7), Some(0)), None);
        assert_eq!(
            further("AMENDED ANSWER 4/5/2022:", Span::new(0, 24), None).unwrap().kind,
            FurtherKind::Amended
        );
    }
}
