//! The head of a paper: court, docket number, parties and title, in one column or in two.

use super::court::{court, docket};
use super::head::{Line, head};
use super::joined::Joined;
use super::parties::{Names, is_noise, parties};
use super::title::{Title, asked_and_answered, labels, title};
use crate::document::Span;
use crate::response::Caption;

/// The head of the paper in `text[front]`; `None` if nothing there looks like one.
pub fn caption(text: &str, front: Span) -> Option<Caption> {
    let mut head = head(text, front);
    let start = head.iter().find(|line| !line.span.is_empty()).map(|line| line.span.start)?;
    let court = court(text, &head);
    let docket = docket(text, &head);
    if let Some(docket) = docket {
        for line in &mut head {
            line.leave_out(text, docket);
        }
    }
    let title = title(text, &head);
    let before_title = title.as_ref().filter(|title| title.is_left).map_or(head.len(), |title| title.line);
    let has_court = !court.lines.is_empty();
    let below = parties(text, &head[court.after.min(before_title)..before_title], has_court);
    // A table of parties can stand over the court.
    let is_above = below.parties.is_empty() && court.after > 0;
    let Names { parties, last } =
        if is_above { parties(text, &head[..before_title], has_court) } else { below };
    let is_case = !court.lines.is_empty() || !parties.is_empty() || docket.is_some();
    let mut caption = Caption {
        span: Span::new(start, start),
        court: court.lines,
        docket,
        parties,
        title: Vec::new(),
        propounding: Vec::new(),
        responding: Vec::new(),
        set: None,
    };
    if let Some(Title { spans, .. }) = title.filter(|title| is_case || title.is_sure) {
        asked_and_answered(&Joined::new(text, &spans), &mut caption);
        caption.title = spans;
    }
    labels(text, &head, &mut caption);
    let end = last.into_iter().chain(ends(&caption)).max()?;
    caption.span.end = with_rules(text, &head, end);
    let is_known = caption.names_the_case() || !caption.title.is_empty();
    is_known.then_some(caption)
}

/// Where each part of the caption ends.
fn ends(caption: &Caption) -> impl Iterator<Item = usize> {
    let Caption { court, title, propounding, responding, .. } = caption;
    let lines = [court, title, propounding, responding].into_iter().flatten();
    lines.copied().chain(caption.docket).chain(caption.set).map(|span| span.end)
}

/// The end of the line that holds `at`, and of the rules of hyphens after it.
fn with_rules(text: &str, head: &[Line], at: usize) -> usize {
    let Some(line) = head.iter().position(|line| line.span.end >= at) else { return at };
    let after = head[line + 1..].iter().take_while(|line| is_noise(&text[line.span.start..line.span.end]));
    after.filter(|line| !line.span.is_empty()).last().map_or(head[line].span.end, |line| line.span.end)
}

/// Every word but the small ones opens with a capital.
pub fn is_title_case(words: &str) -> bool {
    const SMALL: [&str; 12] = ["of", "the", "for", "and", "in", "to", "a", "an", "by", "on", "s", "under"];
    let mut long =
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !SMALL.contains(word));
    long.all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        && words.starts_with(|c: char| c.is_uppercase())
}
