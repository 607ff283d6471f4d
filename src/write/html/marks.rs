//! The words at fault, marked in the text: where findings overlap, each stretch that the same findings cover is one mark.

use crate::document::Span;
use crate::rule::{Severity, Stage};
use crate::write::html::page::Page;
use crate::write::html::sheet::{Sheet, Shown, letter};

/// The severities that a mark can show, the one that matters least first.
const SEVERITIES: [Severity; 3] = [Severity::Note, Severity::Warning, Severity::Error];
/// Findings on more bytes than this, of a whole answer as a rule, are marked by a line alone.
const WIDE: usize = 400;

/// The marks of one paper, written stretch by stretch in the order of the text.
#[derive(Debug)]
pub struct Marks<'a> {
    sheet: &'a Sheet<'a>,
    /// Where findings start and end, in order; at one place ends come first.
    edges: Vec<Edge>,
    next: usize,
    /// How many findings cover the place that was reached, by stage and severity, and how many that are wide.
    covering: [[[usize; 2]; SEVERITIES.len()]; Stage::ALL.len()],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    at: usize,
    is_start: bool,
    /// Index of the finding.
    shown: usize,
}

impl<'a> Marks<'a> {
    /// Those of the paper, none written yet.
    pub fn new(sheet: &'a Sheet<'a>) -> Self {
        let mut edges = Vec::with_capacity(2 * sheet.shown.len());
        for (shown, Shown { finding, .. }) in sheet.shown.iter().enumerate() {
            if !finding.span.is_empty() {
                edges.push(Edge { at: finding.span.start, is_start: true, shown });
                edges.push(Edge { at: finding.span.end, is_start: false, shown });
            }
        }
        edges.sort_unstable();
        Self { sheet, edges, next: 0, covering: [[[0; 2]; SEVERITIES.len()]; Stage::ALL.len()] }
    }

    /// Writes the words of `span`, which follows the one before; `put` adds those of each part.
    pub fn write(&mut self, page: &mut Page, span: Span, mut put: impl FnMut(&mut Page, Span)) {
        let mut at = span.start;
        while at < span.end {
            let opens = self.take(at, true);
            let end = self.edges.get(self.next).map_or(span.end, |edge| edge.at.min(span.end));
            let closes = self.peek(end);
            let is_marked = self.covering.iter().flatten().flatten().any(|count| *count > 0);
            if is_marked {
                self.start(page, &opens, &closes);
            }
            put(page, Span::new(at, end));
            if is_marked {
                page.put("</mark>");
            }
            self.take(end, false);
            for shown in closes {
                self.number(page, shown);
            }
            at = end;
        }
    }

    /// Passes the edges of this sort at `at`, and gives their findings.
    fn take(&mut self, at: usize, is_start: bool) -> Vec<usize> {
        let mut taken = Vec::new();
        while let Some(edge) =
            self.edges.get(self.next).filter(|edge| edge.at == at && edge.is_start == is_start)
        {
            let Shown { finding, at: severities, .. } = &self.sheet.shown[edge.shown];
            let width = usize::from(finding.span.len() > WIDE);
            for (covering, stage) in self.covering.iter_mut().zip(Stage::ALL) {
                for (counts, severity) in covering.iter_mut().zip(SEVERITIES) {
                    let count = &mut counts[width];
                    if severities.at(stage) == severity {
                        *count = if is_start { *count + 1 } else { count.saturating_sub(1) };
                    }
                }
            }
            taken.push(edge.shown);
            self.next += 1;
        }
        taken
    }

    /// The findings that end at `at`.
    fn peek(&self, at: usize) -> Vec<usize> {
        let ending = self.edges[self.next..].iter().take_while(|edge| edge.at == at && !edge.is_start);
        ending.map(|edge| edge.shown).collect()
    }

    fn start(&self, page: &mut Page, opens: &[usize], closes: &[usize]) {
        page.put("<mark");
        for (covering, stage) in self.covering.iter().zip(Stage::ALL) {
            let covered = SEVERITIES.iter().zip(covering);
            let names: Vec<String> =
                covered.flat_map(|(severity, counts)| names(*severity, *counts)).collect();
            if !names.is_empty() {
                page.put(" data-").put(letter(stage)).put("=\"").put(&names.join(" ")).put("\"");
            }
        }
        for (name, findings) in [("opens", opens), ("closes", closes)] {
            if !findings.is_empty() {
                let numbers: Vec<String> =
                    findings.iter().map(|shown| self.sheet.shown[*shown].number.to_string()).collect();
                page.put(" data-").put(name).put("=\"").put(&numbers.join(" ")).put("\"");
            }
        }
        page.put(">");
    }

    /// The number that leads from the words to the finding.
    fn number(&self, page: &mut Page, shown: usize) {
        let shown = &self.sheet.shown[shown];
        let id = format!("p{}", self.sheet.number);
        page.put("<a class=\"ref\" id=\"").put(&id).put("-m").number(shown.number);
        page.put("\" href=\"#").put(&id).put("-f").number(shown.number).put("\"");
        severities(page, shown);
        page.put(" aria-label=\"finding ").number(shown.number).put("\">").number(shown.number).put("</a>");
    }
}

/// `error` where a finding covers the place, `error-wide` where one on a long stretch does.
fn names(severity: Severity, [narrow, wide]: [usize; 2]) -> impl Iterator<Item = String> {
    let name = |count: usize, ending| (count > 0).then(|| format!("{}{ending}", severity.name()));
    [name(wide, "-wide"), name(narrow, "")].into_iter().flatten()
}

/// Adds the attributes by which the page's filter knows a finding: `data-n="warning" data-p="error"`.
pub fn severities(page: &mut Page, shown: &Shown) {
    for stage in shown.stages() {
        page.put(" data-").put(letter(stage)).put("=\"").put(shown.at.at(stage).name()).put("\"");
    }
}
