//! One challenged item: its words, what is not stated in them, why that matters, and what would answer it.

use super::case::Case;
use super::challenge::gap;
use super::draft::{Draft, Local, capital, quoted};
use super::verbatim::{place, quotation};
use crate::clause::{Form, Gap, Place};
use crate::composed::{Block, Run};
use crate::document::Span;
use crate::finding::Finding;
use crate::particular::{Name, Particulars};

/// An item of at most this many words is quoted whole amid a sentence.
const FEW_WORDS: usize = 16;
/// What follows "the way in which" is quoted amid a sentence up to this many words.
const MORE_WORDS: usize = 25;

/// What was already said in full, by the item that it was said of.
pub(super) type Said = Vec<(String, usize)>;

/// The block of item `index`.
pub(super) fn item(draft: &mut Draft<'_, '_>, index: usize, findings: &[&Finding], said: &mut Said) {
    let case = draft.case;
    let report = case.brief.report;
    let item = &report.response.items[index];
    let number = number(case, index);
    let label = item.label.as_deref().map(|label| label.trim_end_matches([':', '.']));
    let label = label.filter(|label| *label != number.to_string());
    let label = label.map(|label| format!(", labelled {label}")).unwrap_or_default();
    draft.heading(4, format!("Item {number}{label}"));
    let lead = item.lead.map(|lead| format!(", under the words {}", quoted(report.document.slice(lead))));
    let where_it_stands = place(case, item.span);
    let lead = lead.unwrap_or_default();
    draft.paragraph(vec![Run::plain(format!(
        "{} reads ({where_it_stands}{lead}):",
        capital(case.response())
    ))]);
    draft.blocks.push(quotation(case, item.span));
    let points = points(draft, index, findings);
    numbered(draft, "What the item does not state", points.iter().map(|point| point.gap.clone()).collect());
    reason(draft, index, findings, said);
    answer(draft, &points);
    not_demanded(draft, &points, number, said);
    sayings(draft, findings);
}

/// One gap in the words of the letter.
pub(super) struct Point {
    pub gap: Vec<Run>,
    pub cure: Vec<Run>,
    not_demanded: Option<Vec<Run>>,
}

fn points(draft: &mut Draft<'_, '_>, index: usize, findings: &[&Finding]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    // What an item lacks comes before its single words.
    let (missing, others): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().copied().partition(|finding| !finding.missing.is_empty());
    for finding in missing.into_iter().chain(others) {
        let elements: Vec<Option<&Name>> = finding.missing.iter().map(Some).collect();
        let elements = if elements.is_empty() { vec![None] } else { elements };
        for element in elements {
            let point = point(draft, Some(index), finding, element);
            if !points.iter().any(|known| known.gap == point.gap) {
                points.push(point);
            }
        }
    }
    points
}

/// How a gap is put; where no clause says so, in the words of the rule that found it.
pub(super) fn point(
    draft: &mut Draft<'_, '_>,
    index: Option<usize>,
    finding: &Finding,
    element: Option<&Name>,
) -> Point {
    let case = draft.case;
    let report = case.brief.report;
    let particulars = index.map(|index| &report.particulars[index]);
    let rest = index.and_then(|index| rest(case, index));
    let subjects = particulars.map_or(&[][..], |particulars| &particulars.subjects);
    let Some(gap) = gap(case.clauses, finding, element, (subjects, rest.is_some())) else {
        let wording = report.wording(case.brief.rules);
        let message = format!("{}.", wording.message(finding, report.stage).trim_end_matches('.'));
        return Point {
            gap: vec![Run::plain(message)],
            cure: vec![Run::plain(wording.ask(finding))],
            not_demanded: None,
        };
    };
    let is_partial = element.is_some_and(|id| finding.partial.contains(id)) && gap.partial.is_some();
    let stated = index.zip(particulars);
    let evidence = element.filter(|_| is_partial).zip(stated).map(|(id, of)| evidence(case, of, id));
    let words = evidence.filter(|words| !words.is_empty()).unwrap_or_else(|| words(case, index, finding));
    let local: Local<'_> = &[("words", words), ("rest", rest.unwrap_or_default())];
    let text = gap.partial.as_deref().filter(|_| is_partial).unwrap_or(&gap.gap);
    filled(draft, gap, text, local)
}

fn filled(draft: &mut Draft<'_, '_>, gap: &Gap, text: &str, local: Local<'_>) -> Point {
    let mut cure = vec![Run::plain("State ")];
    cure.extend(lower(draft.fill(&format!(" {}", gap.cure), local)));
    cure.push(Run::plain("."));
    Point {
        gap: draft.fill(text, local),
        cure,
        not_demanded: gap.not_demanded.as_ref().map(|text| draft.fill(text, local)),
    }
}

/// Without the blank that kept the first word in small letters.
fn lower(mut runs: Vec<Run>) -> Vec<Run> {
    if let Some(first) = runs.first_mut() {
        first.words = first.words.trim_start().to_owned();
    }
    runs
}

/// The words that a sentence on the finding quotes.
fn words(case: &Case<'_>, index: Option<usize>, finding: &Finding) -> String {
    let report = case.brief.report;
    let slice = |span: Span| quoted(report.document.slice(span));
    let Some(index) = index.filter(|_| !finding.missing.is_empty() || !finding.names_words) else {
        return slice(finding.span);
    };
    let whole = report.response.items[index].span;
    let count = report.document.slice(whole).split_whitespace().count();
    slice(if count <= FEW_WORDS { whole } else { report.particulars[index].head })
}

/// The words that state an element in part, up to the end of their clause.
fn evidence(case: &Case<'_>, (index, particulars): (usize, &Particulars), id: &Name) -> String {
    let document = &case.brief.report.document;
    let item = case.brief.report.response.items[index].span;
    let spans = || {
        particulars.elements.iter().filter(|element| element.id == *id).flat_map(|element| &element.evidence)
    };
    let (Some(start), Some(end)) = (spans().map(|span| span.start).min(), spans().map(|span| span.end).max())
    else {
        return String::new();
    };
    let after = document.slice(Span::new(end, item.end));
    let clause = &after[..after.find([',', ';', '.', '\n']).unwrap_or(after.len())];
    let is_near = clause.split_whitespace().count() <= FEW_WORDS;
    let whole = Span::new(start, if is_near { end + clause.len() } else { end });
    let is_short = document.slice(whole).split_whitespace().count() <= MORE_WORDS;
    let shown = if is_short { whole } else { spans().next().copied().unwrap_or(whole) };
    quoted(document.slice(shown))
}

/// What follows "the way in which" and the like, if the item is no more than that.
fn rest(case: &Case<'_>, index: usize) -> Option<String> {
    const OPENINGS: [&str; 5] =
        ["the way in which ", "the manner in which ", "the way that ", "the method by which ", "how "];
    let words = case.brief.report.document.slice(case.brief.report.response.items[index].span);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_end_matches([';', ',', '.']);
    let open = OPENINGS
        .iter()
        .find(|open| words.get(..open.len()).is_some_and(|start| start.eq_ignore_ascii_case(open)))?;
    let rest = &words[open.len()..];
    let is_short =
        rest.split(' ').count() <= MORE_WORDS && !rest.contains([';', '"', ':']) && !rest.contains(". ");
    is_short.then(|| rest.to_owned())
}

fn reason(draft: &mut Draft<'_, '_>, index: usize, findings: &[&Finding], said: &mut Said) {
    let case = draft.case;
    let subject = case.brief.report.particulars[index].subjects.first();
    let fits = |reason: &&crate::clause::Reason| {
        let is_found = || findings.iter().any(|finding| reason.rule.contains(&finding.rule));
        (reason.rule.is_empty() || is_found())
            && (reason.subject.is_empty() || subject.is_some_and(|first| reason.subject.contains(first)))
    };
    let Some(reason) = case.clauses.reasons.iter().find(fits) else { return };
    let number = number(case, index);
    let words = match before(draft, said, &reason.words, number) {
        Some(earlier) => vec![Run::plain(format!("As under item {earlier}."))],
        None => draft.fill(&reason.words, &[("item", format!("item {number}"))]),
    };
    draft.labelled("Why it matters", words);
}

/// The item of this answer under which the same was said in full; a separate statement says everything in full.
fn before(draft: &Draft<'_, '_>, said: &mut Said, text: &str, number: usize) -> Option<usize> {
    if draft.case.brief.form == Form::SeparateStatement {
        return None;
    }
    let earlier = said.iter().find(|(known, _)| known == text).map(|(_, item)| *item);
    if earlier.is_none() {
        said.push((text.to_owned(), number));
    }
    earlier
}

fn answer(draft: &mut Draft<'_, '_>, points: &[Point]) {
    let mut cures: Vec<Vec<Run>> = Vec::new();
    for point in points {
        if !cures.contains(&point.cure) {
            cures.push(point.cure.clone());
        }
    }
    numbered(draft, "What would answer it", cures);
}

/// One sentence after its label, or several below it.
pub(super) fn numbered(draft: &mut Draft<'_, '_>, label: &str, mut all: Vec<Vec<Run>>) {
    match all.len() {
        0 => {}
        1 => draft.labelled(label, all.remove(0)),
        _ => {
            draft.paragraph(vec![Run::bold(format!("{label}."))]);
            draft.blocks.push(Block::Numbered(all));
        }
    }
}

fn not_demanded(draft: &mut Draft<'_, '_>, points: &[Point], number: usize, said: &mut Said) {
    let mut all: Vec<Vec<Run>> = Vec::new();
    for words in points.iter().filter_map(|point| point.not_demanded.as_ref()) {
        if !all.contains(words) {
            all.push(words.clone());
        }
    }
    if all.is_empty() {
        return;
    }
    let text: String = all.iter().flatten().map(|run| run.words.as_str()).collect();
    let words = match before(draft, said, &text, number) {
        Some(earlier) => vec![Run::plain(format!("As under item {earlier}."))],
        None => all.join(&Run::plain(" ")),
    };
    draft.labelled("What is not asked for", words);
}

/// The decisions on what was found.
pub(super) fn sayings(draft: &mut Draft<'_, '_>, findings: &[&Finding]) {
    let case = draft.case;
    let is_on = |saying: &&crate::clause::Saying| {
        findings.iter().any(|finding| saying.rule.contains(&finding.rule))
            && case.is_such(&saying.when)
            && case.may_say(&saying.words, Place::Standard)
    };
    let sayings: Vec<_> = case.clauses.sayings.iter().filter(is_on).collect();
    for saying in sayings {
        let words = draft.fill(&saying.words, &[]);
        draft.labelled("Authority", words);
    }
}

/// The number of item `index` in its answer, as the letter calls it.
pub(super) fn number(case: &Case<'_>, index: usize) -> usize {
    let id = &case.brief.report.response.items[index].id;
    id.rsplit('.').next().and_then(|number| number.parse().ok()).unwrap_or(index + 1)
}
