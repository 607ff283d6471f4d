//! Faulty rule files, each fault at its place in the file.

use crate::document::Span;
use crate::error::RuleFault;
use crate::rule::Severity;
use crate::write::Look;
use crate::write::lines::{printable, wrap};
use crate::write::terminal::{ADVICE_MARGIN, Block, Excerpt, MARGIN, aligned, block};

/// Every fault with its file, line and column, the words at fault underlined, and what to write instead.
pub fn faults(faults: &[RuleFault], look: &Look) -> String {
    faults.iter().map(|fault| one(fault, look)).collect()
}

fn one(fault: &RuleFault, look: &Look) -> String {
    let span = aligned(&fault.text, fault.span);
    let before = &fault.text[..span.start];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = fault.text[line_start..span.start].chars().count() + 1;
    let help = fault.help.as_deref().unwrap_or_default();
    let help = wrap(help, look.room().saturating_sub(ADVICE_MARGIN));
    let drawing = Block {
        severity: Severity::Error,
        code: "",
        message: &fault.message,
        place: &format!("{}:{line}:{column}", fault.file),
        excerpt: source_line(&fault.text, line_start, span, look.room().saturating_sub(MARGIN)),
        help: help.into_iter().filter(|line| !line.is_empty()).collect(),
        note: Vec::new(),
    };
    block(&drawing, look)
}

/// The line that holds the start of `span`, from a little before it if it is longer than `width`.
fn source_line(text: &str, line_start: usize, span: Span, width: usize) -> Excerpt {
    let line_end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
    let before: Vec<char> = text[line_start..span.start].chars().map(printable).collect();
    let skipped = before.len().saturating_sub(width / 2);
    let mut shown: String = if skipped > 0 { "…".to_owned() } else { String::new() };
    shown.extend(&before[skipped..]);
    let start = shown.len();
    let room = width.saturating_sub(shown.chars().count());
    let words = text[span.start..line_end].char_indices().take(room);
    let mut end = start;
    for (offset, character) in words {
        shown.push(printable(character));
        if span.start + offset < span.end {
            end = shown.len();
        }
    }
    let mark = Span::new(start, end);
    let line = Span::new(0, shown.len());
    let (marks, bare) = if mark.is_empty() { (Vec::new(), vec![line]) } else { (vec![mark], Vec::new()) };
    Excerpt { text: shown, marks, bare }
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::document::Span;
    use crate::error::RuleFault;
    use crate::write::Look;
    use crate::write::example::span_of;

    fn fault(span: Span, help: Option<&str>) -> RuleFault {
        RuleFault {
            file: "rules/items/a.yaml".to_owned(),
            text: TEXT.to_owned(),
            span,
            message: "there is no such key".to_owned(),
            help: help.map(str::to_owned),
        }
    }

    const TEXT: &str = "summary: é\nscope: item\nrequires: [é, purpos]\nseverty:\n";

    #[test]
    fn each_fault_has_file_line_column_and_help() {
        let look = Look { width: 80, color: false, quote: true };
        let expected = "\
error: there is no such key
   ╭─[ rules/items/a.yaml:3:15 ]
   │
   │ requires: [é, purpos]
   │               ──────
   │
   │ Help: write \"purpose\"
───╯

error: there is no such key
   ╭─[ rules/items/a.yaml:5:1 ]
   │
───╯

";
        let end = Span::new(TEXT.len(), TEXT.len() + 9);
        let both = [fault(span_of(TEXT, "purpos"), Some("write \"purpose\"")), fault(end, None)];
        assert_eq!(faults(&both, &look), expected);
    }
}
