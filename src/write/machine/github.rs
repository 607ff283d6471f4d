//! Reports → workflow commands of GitHub Actions, an annotation a line. GitHub shows ten of each kind for a step and
//! fifty for a job: the worst come first, and what is not shown is counted.

use std::io::{self, Write};

use super::{Papers, UNREAD_RULE};
use crate::rule::Severity;
use crate::write::counted;
use crate::write::kept::kept_count;
use crate::write::lines::printable;

/// The most annotations of one kind that are shown for a step.
const MOST_OF_A_KIND: usize = 10;

/// The kinds of annotations, the worst first.
const KINDS: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

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
    let kept = kept_count(&papers.reports.iter().flat_map(|report| &report.suppressed).collect::<Vec<_>>());
    let of_kind = |severity| all.iter().filter(|annotation| annotation.severity == severity).count();
    // The closing lines are notices themselves.
    let room = |severity| MOST_OF_A_KIND - usize::from(severity == Severity::Note && kept.is_some());
    let is_over = KINDS.iter().any(|severity| of_kind(*severity) > room(*severity));
    let most = |severity| room(severity) - usize::from(severity == Severity::Note && is_over);
    for severity in KINDS {
        let shown = all.iter().filter(|annotation| annotation.severity == severity).take(most(severity));
        for Annotation { line, .. } in shown {
            out.write_all(line.as_bytes())?;
        }
    }
    let left_out =
        is_over.then(|| left_out(KINDS.map(|kind| (kind, of_kind(kind).saturating_sub(most(kind))))));
    for message in left_out.into_iter().chain(kept) {
        writeln!(out, "::notice title=particulars::{}", data(&message))?;
    }
    out.flush()
}

/// How many of each kind are not shown.
fn left_out(rest: [(Severity, usize); 3]) -> String {
    let said = rest.iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|(severity, count)| counted(*count, severity.name())).collect();
    let findings = counted(rest.iter().map(|(_, count)| count).sum(), "finding");
    format!("{findings} more not shown here ({}); --format json has them all", said.join(", "))
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
