//! Reports → workflow commands of GitHub Actions, an annotation a line. GitHub shows ten of each kind for a step and
//! fifty for a job: the worst come first, and what is not shown is counted.

use std::io::{self, Write};

use super::{Papers, UNREAD_RULE};
use crate::rule::Severity;
use crate::write::counted;
use crate::write::lines::printable;

/// The most annotations of one kind that are shown for a step.
const MOST_OF_A_KIND: usize = 10;

/// One annotation.
struct Annotation {
    severity: Severity,
    line: String,
}

/// Writes the annotations; nothing if there is nothing to say.
///
/// # Errors
/// Those of `out`.
pub fn github(mut out: impl Write, papers: &Papers<'_>) -> io::Result<()> {
    let mut all: Vec<Annotation> = unread(papers).chain(findings(papers)).collect();
    // A stable sort: what was not read is worst, then papers and places in their order.
    all.sort_by_key(|annotation| std::cmp::Reverse(annotation.severity));
    let of_kind = |severity| all.iter().filter(|annotation| annotation.severity == severity).count();
    let left_out = |severity, most: usize| of_kind(severity).saturating_sub(most);
    let kinds = [Severity::Error, Severity::Warning, Severity::Note];
    let is_over = kinds.iter().any(|severity| of_kind(*severity) > MOST_OF_A_KIND);
    let most = |severity| {
        // The closing line is a notice itself.
        if is_over && severity == Severity::Note { MOST_OF_A_KIND - 1 } else { MOST_OF_A_KIND }
    };
    for severity in kinds {
        let shown = all.iter().filter(|annotation| annotation.severity == severity).take(most(severity));
        for Annotation { line, .. } in shown {
            out.write_all(line.as_bytes())?;
        }
    }
    if is_over {
        let rest = kinds.map(|severity| (severity, left_out(severity, most(severity))));
        let said = rest.iter().filter(|(_, count)| *count > 0);
        let said: Vec<String> = said.map(|(severity, count)| counted(*count, severity.name())).collect();
        let total: usize = rest.iter().map(|(_, count)| count).sum();
        let findings = counted(total, "finding");
        let message =
            format!("{findings} more not shown here ({}); --format json has them all", said.join(", "));
        writeln!(out, "::notice title=particulars::{}", data(&message))?;
    }
    out.flush()
}

fn unread<'p>(papers: &'p Papers<'_>) -> impl Iterator<Item = Annotation> + 'p {
    papers.unread().into_iter().map(|unread| {
        let sentence: String = unread.sentence.chars().map(printable).collect();
        let message = data(&format!("Not read in full: {sentence}"));
        let line = format!("::error file={},title={UNREAD_RULE}::{message}\n", property(&unread.path));
        Annotation { severity: Severity::Error, line }
    })
}

fn findings<'p>(papers: &'p Papers<'_>) -> impl Iterator<Item = Annotation> + 'p {
    papers.reports.iter().flat_map(move |report| {
        let file = property(&papers.path(&report.document.name));
        report.findings.iter().map(move |finding| {
            let severity = report.severity(finding);
            let place = if report.document.is_text() {
                lines(report.document.points(finding.span))
            } else {
                String::new()
            };
            let kind = kind(severity);
            let (title, message) = (property(&finding.rule), data(&papers.placed(report, finding)));
            let line = format!("::{kind} file={file}{place},title={title}::{message}\n");
            Annotation { severity, line }
        })
    })
}

/// Columns are taken only if first and last line agree.
fn lines((start, end): (crate::document::Point, crate::document::Point)) -> String {
    if start.line == end.line {
        format!(",line={},endLine={},col={},endColumn={}", start.line, end.line, start.column, end.column)
    } else {
        format!(",line={},endLine={}", start.line, end.line)
    }
}

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note | Severity::Off => "notice",
    }
}

/// A message: it ends at the line's end, and `%` begins an escape.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value between commas, which ends at `,` or `::`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
