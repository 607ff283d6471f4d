//! Reports → a spreadsheet: a row for each paper, then one for each item, with the state of each element. Written for
//! Excel as well: UTF-8 with a mark at its start, lines as RFC 4180 has them, and no cell that a spreadsheet would run.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};

use super::{Papers, unread_of};
use crate::finding::Finding;
use crate::particular::{Name, Particulars, State};
use crate::report::{Report, Verdict};
use crate::rule::{ElementRule, Scope, Severity, Stage};
use crate::write::cited;

/// The columns before those of the elements.
const BEFORE: [&str; 11] = [
    "paper",
    "row",
    "interrogatory",
    "number",
    "label",
    "place",
    "stage",
    "paper verdict",
    "notice",
    "particularity",
    "summary-judgment",
];
/// The columns after those of the elements.
const AFTER: [&str; 7] = ["errors", "warnings", "notes", "kept", "rules", "not read", "words"];

/// What a row is on.
struct Row<'a> {
    report: &'a Report,
    kind: &'static str,
    interrogatory: Option<usize>,
    number: String,
    label: &'a str,
    place: Option<usize>,
    verdicts: [&'static str; 3],
    particulars: Option<&'a Particulars>,
    findings: Vec<&'a Finding>,
    /// How many findings on it are kept as they are.
    kept: usize,
    words: &'a str,
}

/// Writes the table with its heading row.
///
/// # Errors
/// Those of `out`.
pub fn scorecard(out: impl Write, papers: &Papers<'_>) -> io::Result<()> {
    let all = papers.reports.iter().flat_map(|report| &report.particulars);
    let used: BTreeSet<&Name> =
        all.flat_map(|of_item| &of_item.elements).map(|element| &element.id).collect();
    // Those that apply to no item of the run would only make the table wide.
    let elements: Vec<&ElementRule> =
        papers.rules.elements.iter().filter(|element| used.contains(&element.id)).collect();
    let mut out = BufWriter::new(out);
    out.write_all("\u{feff}".as_bytes())?;
    let names = elements.iter().map(|element| &*element.id);
    line(&mut out, BEFORE.into_iter().chain(names).chain(AFTER).map(str::to_owned))?;
    for report in papers.reports {
        for row in rows(report) {
            line(&mut out, cells(papers, &row, &elements))?;
        }
    }
    for (name, why) in papers.unread {
        let incomplete = Verdict::Incomplete.name().to_owned();
        let mut cells = vec![String::new(); BEFORE.len() + elements.len() + AFTER.len()];
        (cells[0], cells[1]) = (papers.path(name), "paper".to_owned());
        cells[7..BEFORE.len()].fill(incomplete);
        cells[BEFORE.len() + elements.len() + 5].clone_from(why);
        line(&mut out, cells.into_iter())?;
    }
    out.flush()
}

/// The paper, its items, and whatever else something was found of.
fn rows(report: &Report) -> Vec<Row<'_>> {
    let paper = Row {
        report,
        kind: "paper",
        interrogatory: None,
        number: String::new(),
        label: "",
        place: None,
        verdicts: Stage::ALL.map(|stage| report.stages.at(stage).verdict.name()),
        particulars: None,
        findings: report.findings.iter().collect(),
        kept: report.suppressed.len(),
        words: "",
    };
    let mut of_items: Vec<Vec<&Finding>> = vec![Vec::new(); report.response.items.len()];
    let mut others = Vec::new();
    for finding in &report.findings {
        match finding.item {
            Some(item) => of_items[item].push(finding),
            None => others.push(other(report, finding)),
        }
    }
    let mut kept = vec![0; of_items.len()];
    for item in report.suppressed.iter().filter_map(|kept| kept.finding.item) {
        kept[item] += 1;
    }
    let items = of_items.into_iter().zip(kept).enumerate();
    let items = items.map(|(index, (findings, kept))| Row { kept, ..item(report, index, findings) });
    std::iter::once(paper).chain(items).chain(others).collect()
}

fn item<'a>(report: &'a Report, index: usize, findings: Vec<&'a Finding>) -> Row<'a> {
    let item = &report.response.items[index];
    Row {
        report,
        kind: "item",
        interrogatory: Some(item.interrogatory),
        number: item.id.rsplit('.').next().unwrap_or(&item.id).to_owned(),
        label: item.label.as_deref().unwrap_or_default(),
        place: Some(item.span.start),
        verdicts: Stage::ALL.map(|stage| report.verdicts[index].at(stage).name()),
        particulars: report.particulars.get(index),
        findings,
        kept: 0,
        words: report.document.slice(item.span),
    }
}

/// A finding on no item: on persons, documents, an answer or the paper.
fn other<'a>(report: &'a Report, finding: &'a Finding) -> Row<'a> {
    let persons = finding.persons.iter().filter_map(|index| report.persons.get(*index));
    let documents = finding.documents.iter().filter_map(|index| report.documents.get(*index));
    let numbers = persons.map(|person| person.number).chain(documents.map(|document| document.number));
    let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
    let verdict = |stage| {
        if finding.severity.at(stage) == Severity::Error { Verdict::Deficient } else { Verdict::Clear }
    };
    Row {
        report,
        kind: match finding.scope() {
            Scope::Person => "persons",
            Scope::Document => "documents",
            Scope::Interrogatory => "answer",
            Scope::Item | Scope::Response => "paper as a whole",
        },
        interrogatory: finding.interrogatory,
        number: numbers.join(" "),
        label: "",
        place: Some(finding.span.start),
        verdicts: Stage::ALL.map(|stage| verdict(stage).name()),
        particulars: None,
        findings: vec![finding],
        kept: 0,
        words: report.document.slice(finding.span),
    }
}

fn cells(papers: &Papers<'_>, row: &Row<'_>, elements: &[&ElementRule]) -> std::vec::IntoIter<String> {
    let report = row.report;
    let interrogatory =
        row.interrogatory.and_then(|index| report.response.interrogatories[index].number.as_deref());
    let quoted = |words: &str| if papers.quote { words.to_owned() } else { String::new() };
    let mut cells = vec![
        papers.path(&report.document.name),
        row.kind.to_owned(),
        interrogatory.map(number).unwrap_or_default(),
        number(&row.number),
        quoted(row.label),
        row.place.map(|offset| cited(report.document.position(offset))).unwrap_or_default(),
        report.stage.name().to_owned(),
        report.verdict().name().to_owned(),
    ];
    cells.extend(row.verdicts.map(str::to_owned));
    cells.extend(elements.iter().map(|element| state(row.particulars, element).to_owned()));
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let count = row.findings.iter().filter(|finding| report.severity(finding) == severity).count();
        cells.push(count.to_string());
    }
    cells.push(row.kept.to_string());
    let mut ids: Vec<&str> = row.findings.iter().map(|finding| &*finding.rule).collect();
    ids.sort_unstable();
    ids.dedup();
    cells.push(ids.join(" "));
    cells.push(if row.kind == "paper" { unread_of(report).join(" ") } else { String::new() });
    cells.push(quoted(row.words));
    cells.into_iter()
}

/// A number that a spreadsheet neither shortens nor takes for a date.
fn number(printed: &str) -> String {
    let is_plain = printed.bytes().all(|byte| byte.is_ascii_digit()) && !printed.starts_with('0');
    if is_plain { printed.to_owned() } else { format!("No. {printed}") }
}

fn state(particulars: Option<&Particulars>, element: &ElementRule) -> &'static str {
    let found = particulars.and_then(|all| all.elements.iter().find(|found| found.id == element.id));
    match found.map(|found| found.state) {
        None => "",
        Some(State::Present) => "stated",
        Some(State::Partial) => "in part",
        Some(State::Absent) => "not stated",
        Some(State::Disclaimed) => "disclaimed",
    }
}

fn line(out: &mut impl Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        out.write_all(guarded(&cell).as_bytes())?;
    }
    out.write_all(b"\r\n")
}

/// The cell with what begins a formula made text, between quotation marks if it needs them.
fn guarded(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let cell: String = cell.chars().filter(|mark| *mark != '\0').collect();
    let cell = if runs { format!("'{cell}") } else { cell };
    if cell.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::{guarded, number};

    #[test]
    fn no_cell_runs_and_each_is_one_cell() {
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(guarded("-2, \"so\""), "\"'-2, \"\"so\"\"\"");
        assert_eq!(guarded("a\nb"), "\"a\nb\"");
        assert_eq!(guarded("plain"), "plain");
    }

    #[test]
    fn numbers_stay_as_they_are_printed() {
        assert_eq!(number("10"), "10");
        assert_eq!(number("3-1"), "No. 3-1");
        assert_eq!(number("007"), "No. 007");
    }
}
