//! The paper's text with its words marked, each stretch with its findings beside it.

use crate::document::{BlockKind, Position, Span};
use crate::rule::Scope;
use crate::write::counted;
use crate::write::html::finding::finding;
use crate::write::html::marks::Marks;
use crate::write::html::page::Page;
use crate::write::html::sheet::{Sheet, Shown};
use crate::write::html::stretch::{Stretch, stretches};

/// A line of at least this many characters runs on into the next: it was broken where the paper's edge was.
const FULL_LINE: usize = 50;

/// Adds all of the text.
pub fn text(page: &mut Page, sheet: &Sheet) {
    let stretches = stretches(sheet.report, sheet.shown.iter().map(|shown| shown.finding));
    let mut marks = Marks::new(sheet);
    let mut waiting = sheet.shown.iter().filter(|shown| shown.finding.scope() != Scope::Response).peekable();
    for group in stretches.chunk_by(|a, b| a.is_open == b.is_open) {
        let is_folded = group.first().is_some_and(|first| !first.is_open);
        if is_folded {
            fold(page, sheet, group);
        }
        let mut row = Row::Closed;
        for stretch in group {
            // The last stretch takes a finding at the very end of the text as well.
            let is_last = stretch.span.end == sheet.report.document.text.len();
            let starts_here = |shown: &&Shown| is_last || shown.finding.span.start < stretch.span.end;
            let beside: Vec<&Shown> = std::iter::from_fn(|| waiting.next_if(starts_here)).collect();
            row = row.add(page, (stretch, beside.is_empty()));
            words(page, sheet, stretch, &mut marks);
            notes(page, sheet, &beside);
        }
        row.close(page);
        if is_folded {
            page.put("</details>\n");
        }
    }
}

/// A row: a stretch with its findings beside it, and below it those that have none and may stand beside them too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Closed,
    /// Its findings are written.
    Noted,
    /// What follows them is being written.
    Rest,
}

impl Row {
    /// Makes room for a stretch; `is_bare` tells that nothing was found in it.
    fn add(self, page: &mut Page, (stretch, is_bare): (&Stretch, bool)) -> Self {
        if !is_bare {
            self.close(page);
        }
        if self == Self::Closed || !is_bare {
            page.put(if stretch.is_start { "<div class=\"row start\">" } else { "<div class=\"row\">" });
        }
        if is_bare && self != Self::Rest {
            page.put("<div class=\"rest\">");
        }
        if is_bare { Self::Rest } else { Self::Noted }
    }

    fn close(self, page: &mut Page) {
        page.put(match self {
            Self::Closed => "",
            Self::Noted => "</div>\n",
            Self::Rest => "</div></div>\n",
        });
    }
}

/// The start of what is folded away, with how much that is.
fn fold(page: &mut Page, sheet: &Sheet, group: &[Stretch]) {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return };
    let document = &sheet.report.document;
    let from = document.position(first.span.start);
    let end = document.text[..last.span.end].trim_end().len().max(first.span.start);
    let to = document.position(end);
    let count = counted(group.iter().filter(|stretch| stretch.is_start).count().max(1), "paragraph");
    page.put("<details class=\"folded\"><summary>").words(&between(from, to));
    page.put(" (").words(&count).put("): no finding starts here</summary>");
}

/// `Lines 3 to 20`, `Paragraphs 3 to 20`, `p. 2, line 3, to p. 4, line 7`.
fn between(from: Position, to: Position) -> String {
    match (from, to) {
        (Position { page: Some(first), line, .. }, Position { page: Some(last), line: end, .. }) => {
            format!("Page {first}, line {line}, to page {last}, line {end}")
        }
        (Position { paragraph: Some(first), .. }, Position { paragraph: Some(last), .. }) => {
            format!("Paragraphs {first} to {last}")
        }
        _ => format!("Lines {} to {}", from.line, to.line),
    }
}

fn words(page: &mut Page, sheet: &Sheet, stretch: &Stretch, marks: &mut Marks) {
    let words = sheet.report.document.slice(stretch.span);
    let is_set = is_set_in_columns(words);
    page.put("<div class=\"words").put(if stretch.is_start { " start" } else { "" });
    page.put(class(stretch)).put(if is_set { " set\">" } else { "\">" });
    marks.write(page, stretch.span, |page, span| {
        if is_set {
            page.words(sheet.report.document.slice(span));
        } else {
            flow(page, &sheet.report.document.text, stretch.span, span);
        }
    });
    page.put("</div>");
}

fn notes(page: &mut Page, sheet: &Sheet, beside: &[&Shown]) {
    if beside.is_empty() {
        return;
    }
    page.put("<div class=\"notes\">");
    for shown in beside {
        finding(page, sheet, shown);
    }
    page.put("</div>");
}

fn class(stretch: &Stretch) -> &'static str {
    match stretch.kind {
        Some(BlockKind::Heading) => " heading",
        Some(BlockKind::Entry) => " entry",
        Some(BlockKind::Quotation) => " quotation",
        Some(BlockKind::Footnote) => " footnote",
        _ if stretch.is_asked => " asked",
        _ => "",
    }
}

/// Blanks set something in columns, as in the head of a pleading.
fn is_set_in_columns(words: &str) -> bool {
    words.lines().any(|line| line.trim().contains("   ") || line.trim().contains('\t'))
}

/// Adds the words at `part`, which stands in `stretch`; lines that were broken for want of room run on.
fn flow(page: &mut Page, text: &str, stretch: Span, part: Span) {
    let mut start = part.start;
    for (at, _) in text[part.start..part.end].match_indices('\n').map(|(at, end)| (part.start + at, end)) {
        page.words(&text[start..at]);
        if ends_line(text, stretch, at) {
            page.put("<br />");
        }
        start = at;
    }
    page.words(&text[start..part.end]);
}

/// The line feed at `at` ends a line that has to end there.
fn ends_line(text: &str, stretch: Span, at: usize) -> bool {
    let before = &text[stretch.start..at];
    let line = &before[before.rfind('\n').map_or(0, |feed| feed + 1)..];
    let rest = &text[at + 1..stretch.end];
    let next = rest.split('\n').next().unwrap_or_default();
    let is_full = line.chars().count() >= FULL_LINE;
    !rest.trim().is_empty() && (!is_full || starts_anew(next))
}

/// The line is indented, or starts with the number or the mark of an entry.
fn starts_anew(line: &str) -> bool {
    let after_number = line.trim_start_matches(|character: char| character.is_ascii_digit());
    line.starts_with(|first: char| first.is_whitespace() || "([-*•>|".contains(first))
        || after_number.len() < line.len() && after_number.starts_with(['.', ')'])
}
