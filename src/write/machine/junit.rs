//! Reports → a `JUnit` report: a suite for each paper, and in it a test for each item and group of rules, those that
//! pass included. What was not read is an error.

use std::io::{self, BufWriter, Write};

use super::xml::escaped;
use super::{KEPT, Papers, UNREAD_RULE, unread_of};
use crate::finding::Finding;
use crate::report::Report;
use crate::response::Asked;

/// The name of the test that a paper was read.
const READ_IN_FULL: &str = "the paper was read in full";

/// One test.
struct Test<'a> {
    /// What it is on: the interrogatory, or the paper.
    class: String,
    name: String,
    /// What was not read, if that is the test.
    unread: Vec<&'a str>,
    /// What was found, by place.
    findings: Vec<&'a Finding>,
    /// Nothing was looked for: it neither passes nor fails.
    is_skipped: bool,
}

impl<'a> Test<'a> {
    fn new(class: String, name: impl Into<String>, findings: Vec<&'a Finding>) -> Self {
        Self { class, name: name.into(), unread: Vec::new(), findings, is_skipped: false }
    }
}

/// Writes all papers as one object of test suites.
///
/// # Errors
/// Those of `out`.
pub fn junit(out: impl Write, papers: &Papers<'_>) -> io::Result<()> {
    let suites: Vec<(&Report, Vec<Test<'_>>)> =
        papers.reports.iter().map(|report| (report, tests(papers, report))).collect();
    let unread = papers.unread.len();
    let totals = suites.iter().map(|(report, tests)| counts(papers, report, tests));
    let totals =
        totals.fold([unread, 0, unread, 0], |sum, counts| std::array::from_fn(|at| sum[at] + counts[at]));
    let mut out = BufWriter::new(out);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let [tests, failures, errors, _] = totals;
    writeln!(
        out,
        "<testsuites name=\"particulars\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">"
    )?;
    for (report, tests) in &suites {
        suite(&mut out, papers, report, tests)?;
    }
    for (name, why) in papers.unread {
        unread_suite(&mut out, &papers.path(name), why)?;
    }
    writeln!(out, "</testsuites>")?;
    out.flush()
}

/// The tests of one paper: that it was read, its items, and what else something was found of.
fn tests<'a>(papers: &Papers<'_>, report: &'a Report) -> Vec<Test<'a>> {
    let read = Test { unread: unread_of(report), ..Test::new("paper".to_owned(), READ_IN_FULL, Vec::new()) };
    let mut of_items: Vec<[Vec<&Finding>; 2]> = vec![Default::default(); report.response.items.len()];
    let mut of_answers: Vec<Vec<&Finding>> = vec![Vec::new(); report.response.interrogatories.len()];
    let mut of_paper = Vec::new();
    for finding in &report.findings {
        let is_worded = papers.rules.rule(&finding.rule).is_none_or(|rule| rule.requires.is_empty());
        match (finding.item, finding.interrogatory) {
            (Some(item), _) => of_items[item][usize::from(is_worded)].push(finding),
            (None, Some(answer)) => of_answers[answer].push(finding),
            (None, None) => of_paper.push(finding),
        }
    }
    let items = of_items.into_iter().enumerate().flat_map(|(index, groups)| {
        let item = &report.response.items[index];
        let ordinal = item.id.rsplit('.').next().unwrap_or(&item.id);
        let name = move |group: &str| format!("item {ordinal}: {group}");
        let names = [name("what it states"), name("how it is worded")];
        let class = class(report, item.interrogatory);
        names.into_iter().zip(groups).map(move |(name, findings)| Test::new(class.clone(), name, findings))
    });
    let answers = of_answers.into_iter().enumerate().map(|(index, findings)| {
        let is_looked_at = report.response.interrogatories[index].asked != Asked::Other;
        let is_skipped = !is_looked_at && findings.is_empty();
        let name = "the answer as a whole, with the persons and documents in it";
        Test { is_skipped, ..Test::new(class(report, index), name, findings) }
    });
    let paper = Test::new("paper".to_owned(), "the paper as a whole", of_paper);
    std::iter::once(read).chain([paper]).chain(items).chain(answers).collect()
}

/// "Interrogatory 9"; no stop in it, since some readers part a class's name at its stops.
fn class(report: &Report, interrogatory: usize) -> String {
    let number = report.response.interrogatories[interrogatory].number.as_deref();
    number.map_or("statement".to_owned(), |number| format!("Interrogatory {}", number.replace('.', "-")))
}

/// How many tests there are, how many fail, how many are in error, and how many are skipped.
fn counts(papers: &Papers<'_>, report: &Report, tests: &[Test<'_>]) -> [usize; 4] {
    let fails =
        |test: &&Test<'_>| test.findings.iter().any(|finding| report.severity(finding) >= papers.fails_at);
    let failures = tests.iter().filter(fails).count();
    let errors = tests.iter().filter(|test| !test.unread.is_empty()).count();
    [tests.len(), failures, errors, tests.iter().filter(|test| test.is_skipped).count()]
}

fn attributes([tests, failures, errors, skipped]: [usize; 4]) -> String {
    format!(" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\"")
}

fn suite(out: &mut impl Write, papers: &Papers<'_>, report: &Report, tests: &[Test<'_>]) -> io::Result<()> {
    let path = escaped(&papers.path(&report.document.name));
    writeln!(out, "  <testsuite name=\"{path}\"{}>", attributes(counts(papers, report, tests)))?;
    let verdict = report.verdict().name();
    let digest = &report.document.sha256;
    writeln!(out, "    <properties>")?;
    let kept = report.suppressed.len().to_string();
    let kept = (!report.suppressed.is_empty()).then_some((KEPT, kept.as_str()));
    let about = [("stage", report.stage.name()), ("verdict", verdict), ("sha256", digest)];
    for (name, value) in about.into_iter().chain(kept) {
        writeln!(out, "      <property name=\"{name}\" value=\"{}\"/>", escaped(value))?;
    }
    writeln!(out, "    </properties>")?;
    for test in tests {
        write_test(out, papers, report, test)?;
    }
    writeln!(out, "  </testsuite>")
}

fn write_test(out: &mut impl Write, papers: &Papers<'_>, report: &Report, test: &Test<'_>) -> io::Result<()> {
    let head =
        format!("    <testcase classname=\"{}\" name=\"{}\"", escaped(&test.class), escaped(&test.name));
    if test.is_skipped {
        writeln!(out, "{head}>")?;
        writeln!(
            out,
            "      <skipped>not judged: it asks for neither trade secrets, persons nor documents</skipped>"
        )?;
        return writeln!(out, "    </testcase>");
    }
    if test.unread.is_empty() && test.findings.is_empty() {
        return writeln!(out, "{head}/>");
    }
    writeln!(out, "{head}>")?;
    for sentence in &test.unread {
        writeln!(out, "      <error type=\"{UNREAD_RULE}\" message=\"{}\"/>", escaped(sentence))?;
    }
    let is_failure = |finding: &&&Finding| report.severity(finding) >= papers.fails_at;
    for finding in test.findings.iter().filter(is_failure) {
        let (kind, message) = (escaped(&finding.rule), escaped(&papers.message(report, finding)));
        writeln!(
            out,
            "      <failure type=\"{kind}\" message=\"{message}\">{}</failure>",
            place(report, finding)
        )?;
    }
    let said: Vec<String> = test
        .findings
        .iter()
        .filter(|finding| !is_failure(finding))
        .map(|finding| {
            let severity = report.severity(finding).name();
            format!(
                "{severity}[{}]: {}: {}",
                finding.rule,
                place(report, finding),
                papers.message(report, finding)
            )
        })
        .collect();
    if !said.is_empty() {
        writeln!(out, "      <system-out>{}</system-out>", escaped(&said.join("\n")))?;
    }
    writeln!(out, "    </testcase>")
}

fn place(report: &Report, finding: &Finding) -> String {
    super::cited(report.document.position(finding.span.start))
}

fn unread_suite(out: &mut impl Write, path: &str, why: &str) -> io::Result<()> {
    writeln!(out, "  <testsuite name=\"{}\"{}>", escaped(path), attributes([1, 0, 1, 0]))?;
    writeln!(out, "    <testcase classname=\"paper\" name=\"{READ_IN_FULL}\">")?;
    writeln!(out, "      <error type=\"{UNREAD_RULE}\" message=\"{}\"/>", escaped(why))?;
    writeln!(out, "    </testcase>\n  </testsuite>")
}
