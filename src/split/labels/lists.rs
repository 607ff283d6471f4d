//! Which labels number the entries of the outermost list.

use crate::split::labels::{Label, Style};

/// Those labels that number the entries of the outermost list, in order; empty if there is no such list.
pub fn outermost(labels: &[Label]) -> Vec<Label> {
    let opening: Vec<&Label> = labels.iter().filter(|label| label.opens_line).collect();
    let has_lines = !opening.is_empty();
    let candidates: Vec<&Label> = if has_lines { opening } else { labels.iter().collect() };
    let named: Vec<&Label> = candidates.iter().copied().filter(|label| label.style == Style::Named).collect();
    let from = if named.is_empty() { candidates } else { named };
    for (at, first) in from.iter().enumerate() {
        let list = list_from(&from[at..], first);
        if is_list(&list, has_lines) {
            return list;
        }
    }
    if has_lines {
        outermost(&labels.iter().filter(|label| !label.opens_line).copied().collect::<Vec<_>>())
    } else {
        Vec::new()
    }
}

/// The labels that carry on the list which `first` opens.
fn list_from(labels: &[&Label], first: &Label) -> Vec<Label> {
    let mut list = vec![*first];
    for label in &labels[1..] {
        let last = list[list.len() - 1].ordinal;
        let counts_on = label.ordinal > last && label.ordinal <= last + 4;
        let restarts = label.ordinal == 1 && list.len() > 1 && label.opens_line && first.ordinal == 1;
        let carries_on = match label.style {
            Style::Bullet => label.indent <= first.indent + 1,
            Style::Named => label.ordinal != last,
            _ => counts_on || restarts,
        };
        if label.style == first.style && carries_on {
            list.push(**label);
        }
    }
    list
}

fn is_list(list: &[Label], has_lines: bool) -> bool {
    let first = list[0];
    match first.style {
        Style::Named => has_lines || list.len() > 1,
        Style::Bullet => true,
        Style::Digits(_) if has_lines => list.len() > 1 || first.ordinal <= 3,
        _ => list.len() > 1 && first.ordinal == 1,
    }
}
