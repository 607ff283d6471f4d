//! Which labels number the entries of the outermost list.

use std::collections::HashMap;

use crate::split::labels::{Label, Style, UNKNOWN};

/// The most numbers that a list may skip between two entries, less one.
const WIDEST_STEP: u32 = 4;

/// Those labels that number the entries of the outermost list, in order; empty if there is no such list.
pub fn outermost(labels: &[Label]) -> Vec<Label> {
    let opening: Vec<Label> = labels.iter().copied().filter(|label| label.opens_line).collect();
    if opening.is_empty() {
        return first_list(labels, false);
    }
    let by_lines = first_list(&opening, true);
    if by_lines.len() > 1 {
        return through_sections(&opening, &by_lines).unwrap_or(by_lines);
    }
    // "1. One thing. 2. Another thing.": only the first of a list may stand at the start of a line.
    let within_lines = first_list(labels, false);
    if within_lines.len() > by_lines.len() { within_lines } else { by_lines }
}

/// Bytes between the label of a section and that of its first entry, at most: the section has a title and no words.
const LONGEST_TITLE: usize = 60;

/// The entries that count on through sections: "I. Mixing / 1. ... / 2. ... / II. Pressing / 3. ...".
fn through_sections(labels: &[Label], sections: &[Label]) -> Option<Vec<Label>> {
    let style = sections[0].style;
    let is_section = |label: &Label| sections.iter().any(|section| section.span == label.span);
    let first = labels.iter().position(is_section).and_then(|at| labels.get(at + 1))?;
    let inner: Vec<Label> = labels.iter().copied().filter(|label| label.style == first.style).collect();
    let counts_on = inner.iter().enumerate().all(|(at, label)| label.ordinal as usize == at + 1);
    if !counts_on {
        return None;
    }
    let only_titles = sections.iter().all(|section| {
        let next = inner.get(inner.partition_point(|label| label.span.start <= section.span.start));
        next.is_some_and(|next| next.span.start - section.span.end <= LONGEST_TITLE)
    });
    (first.style != style && inner.len() > sections.len() && only_titles).then_some(inner)
}

/// The list of the first label that opens one; labels that name trade secrets go before all others.
fn first_list(labels: &[Label], has_lines: bool) -> Vec<Label> {
    let named: Vec<Label> = labels.iter().copied().filter(|label| label.style == Style::Named).collect();
    if !named.is_empty() {
        let list = list_from(&named);
        if has_lines || list.len() > 1 {
            return list;
        }
    }
    let others: Vec<Label> = labels.iter().copied().filter(|label| label.style != Style::Named).collect();
    let mut last: HashMap<(Style, u32), usize> = HashMap::new();
    for (at, label) in others.iter().enumerate() {
        last.insert((label.style, label.ordinal), at);
    }
    let goes_on = |at: usize, first: &Label| {
        (1..=WIDEST_STEP).any(|step| {
            last.get(&(first.style, first.ordinal.saturating_add(step))).is_some_and(|place| *place > at)
        })
    };
    let opens = |at: usize, first: &Label| match first.style {
        Style::Bullet(_) => first.is_set_off || last.get(&(first.style, 0)).is_some_and(|place| *place > at),
        Style::Digits(_) if has_lines => first.ordinal <= 3 || first.is_set_off || goes_on(at, first),
        _ => first.ordinal == 1 && goes_on(at, first),
    };
    let start = others.iter().enumerate().position(|(at, first)| opens(at, first));
    start.map_or_else(Vec::new, |start| list_from(&others[start..]))
}

/// The labels that carry on the list which the first of them opens.
fn list_from(labels: &[Label]) -> Vec<Label> {
    let first = labels[0];
    let is_next = |label: &&Label| label.style == first.style && label.opens_line;
    let indent = match first.indent {
        UNKNOWN => labels[1..].iter().find(is_next).map_or(0, |label| label.indent),
        indent => indent,
    };
    let mut list = vec![first];
    for label in &labels[1..] {
        let last = list[list.len() - 1].ordinal;
        let counts_on = label.ordinal > last && label.ordinal <= last.saturating_add(WIDEST_STEP);
        let restarts = label.ordinal == 1 && list.len() > 1 && label.opens_line && first.ordinal == 1;
        let carries_on = match label.style {
            Style::Bullet(_) => label.indent <= indent.saturating_add(1),
            // A number given twice by a slip must lose no item.
            Style::Named => label.ordinal != last || label.opens_line && label.is_set_off,
            _ => (counts_on || restarts) && (!label.opens_line || label.indent <= indent.saturating_add(2)),
        };
        if label.style == first.style && carries_on {
            list.push(*label);
        }
    }
    list
}
