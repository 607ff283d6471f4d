//! One diagnostic drawn by ariadne; the only user of it. ariadne numbers the lines of the copy that it is given,
//! which would be false places: they are taken out again here, and the true place is printed in their stead.

use ariadne::{Color, Config, IndexType, Label, Report, ReportKind, Source};

use super::excerpt::Excerpt;
use crate::document::Span;
use crate::rule::Severity;
use crate::write::lines::{fit_end, wrap};
use crate::write::{Ink, Look};

/// What a diagnostic says.
#[derive(Debug)]
pub struct Block<'a> {
    /// How much it matters.
    pub severity: Severity,
    /// The rule, in brackets after the severity; empty for none.
    pub code: &'a str,
    /// What is wrong, in one sentence.
    pub message: &'a str,
    /// Where, as a person cites it.
    pub place: &'a str,
    /// The words at fault.
    pub excerpt: Excerpt,
    /// One thing to do; its lines are wrapped already.
    pub help: Vec<String>,
    /// What speaks for it; its lines are wrapped already.
    pub note: Vec<String>,
}

/// Columns that the margin takes before the paper's words.
pub const MARGIN: usize = 5;
/// Columns that the margin and "Help: " take before the advice.
pub const ADVICE_MARGIN: usize = MARGIN + 6;

/// Stands after the place in ariadne's output, before the line and column that it adds.
const AFTER_PLACE: char = '\u{1}';
/// Stands in rows that ariadne draws for the message of an underline.
const UNDERLINE: &str = "\u{2}";

/// The colour that ariadne gives to words without a label.
const CONTEXT: Color = Color::Fixed(249);

/// The diagnostic as text, with an empty line after it.
pub fn block(block: &Block, look: &Look) -> String {
    let mut text = title(block, look);
    for row in finish(&drawn(block, look)) {
        text.push_str(&row);
        text.push('\n');
    }
    text.push('\n');
    text
}

/// `warning[unspecified-data]: ` and the message; later rows stand in by two columns.
fn title(block: &Block, look: &Look) -> String {
    let kind = block.severity.name();
    let lead = if block.code.is_empty() { format!("{kind}:") } else { format!("{kind}[{}]:", block.code) };
    let rows = wrap(&format!("{lead} {}", block.message), look.room() - 2).join("\n  ");
    match rows.strip_prefix(&lead) {
        Some(rest) => format!("{}{rest}\n", look.ink(Ink::of(block.severity), &lead)),
        None => rows + "\n",
    }
}

fn drawn(block: &Block, look: &Look) -> String {
    let place = format!("{}{AFTER_PLACE}", fit_end(block.place, look.room().saturating_sub(MARGIN + 4)));
    let config = Config::new().with_color(look.color).with_index_type(IndexType::Byte);
    let report = Report::build(ReportKind::Advice, (place.clone(), 0..0)).with_config(config);
    let mut report = report.with_labels(labels(block, &place));
    if !block.help.is_empty() {
        report.set_help(block.help.join("\n"));
    }
    if !block.note.is_empty() {
        report.set_note(block.note.join("\n"));
    }
    let mut bytes = Vec::new();
    // Writing to memory does not fail, and what ariadne writes is UTF-8.
    let _ = report.finish().write((place, Source::from(block.excerpt.text.as_str())), &mut bytes);
    String::from_utf8(bytes).unwrap_or_default()
}

type PlaceLabel = Label<(String, std::ops::Range<usize>)>;

/// ariadne shows only lines that carry a label, so a line of context carries one that draws nothing.
fn labels(block: &Block, place: &str) -> Vec<PlaceLabel> {
    let Excerpt { marks, bare, .. } = &block.excerpt;
    let label = |span: &Span| Label::new((place.to_owned(), span.start..span.end));
    let marked = |span: &Span| (*span, label(span).with_message(UNDERLINE).with_color(color(block.severity)));
    let plain = |span: &Span| (*span, label(span).with_color(CONTEXT));
    let mut labels: Vec<(Span, PlaceLabel)> =
        marks.iter().map(marked).chain(bare.iter().map(plain)).collect();
    labels.sort_by_key(|(span, _)| *span);
    labels.into_iter().map(|(_, label)| label).collect()
}

fn color(severity: Severity) -> Color {
    match severity {
        Severity::Error => Color::Red,
        Severity::Warning => Color::Yellow,
        Severity::Note | Severity::Off => Color::Cyan,
    }
}

/// ariadne's rows without its title, its line numbers and the rows that only tie a message to an underline.
fn finish(drawn: &str) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    // The first row is ariadne's own title; `title` stands in its place.
    for row in drawn.lines().skip(1) {
        if let Some((before, after)) = row.split_once(AFTER_PLACE) {
            let after = after.split_once(' ').map_or("", |(_, after)| after);
            rows.push(format!("{before} {after}"));
        } else if row.contains(UNDERLINE) {
            rows.last_mut().into_iter().for_each(|row| *row = row.replace('┬', "─"));
        } else {
            let row = without_number(row);
            let is_repeated = is_empty_row(&row) && rows.last().is_some_and(|last| is_empty_row(last));
            if !is_repeated {
                rows.push(row);
            }
        }
    }
    rows
}

/// The row with blanks for the digits before its bar.
fn without_number(row: &str) -> String {
    let mut is_code = false;
    let mut is_past = false;
    let blanked = row.chars().map(|character| {
        is_past = is_past || character == '│';
        is_code = (is_code && character != 'm') || character == '\u{1b}';
        if character.is_ascii_digit() && !is_code && !is_past { ' ' } else { character }
    });
    let row: String = blanked.collect();
    row.trim_end().to_owned()
}

/// A row that holds nothing but its bar.
fn is_empty_row(row: &str) -> bool {
    let mut is_code = false;
    let visible = row.chars().filter(|character| {
        let was_code = is_code;
        is_code = (is_code && *character != 'm') || *character == '\u{1b}';
        !is_code && !was_code
    });
    visible.filter(|character| *character != ' ').eq(['│'])
}

#[cfg(test)]
mod tests {
    use super::{is_empty_row, without_number};

    #[test]
    fn only_the_gutter_loses_its_digits() {
        assert_eq!(without_number(" 12 │ section 9 "), "    │ section 9");
        assert_eq!(without_number("\u{1b}[38;5;246m 1 │\u{1b}[0m 9"), "\u{1b}[38;5;246m   │\u{1b}[0m 9");
        assert!(is_empty_row("  \u{1b}[38;5;246m │\u{1b}[0m"));
        assert!(!is_empty_row(" │ a"));
    }
}
