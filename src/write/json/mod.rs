//! Reports as JSON: one object for a run, or one line for each paper. The shape is published in
//! `report-v1.schema.json`.

mod listed;
mod paper;
mod parts;
mod person;
mod record;
mod standing;

use std::io::{self, BufWriter, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use self::paper::{Paper, Unreadable};
use crate::report::{Report, Verdict};
use crate::rule::{RuleSet, Severity, Stage};

/// The name of this shape; it changes when a field goes or changes its meaning.
const SCHEMA: &str = "report-v1";

/// The JSON Schema, draft 2020-12, that [`json`] keeps to; a line of [`json_line`] keeps to its `document`, one of
/// [`unread_line`] to its `unreadable`.
pub fn schema() -> &'static str {
    include_str!("../report-v1.schema.json")
}

/// Writes all papers as one object; `unread` holds the name of each paper that could not be read, and why.
/// Without `quote` no word of a paper is in it.
///
/// # Errors
/// Those of `out`.
pub fn json(
    out: impl Write,
    reports: &[Report],
    unread: &[(String, String)],
    rules: &RuleSet,
    quote: bool,
) -> io::Result<()> {
    let whole = Whole {
        schema: SCHEMA,
        tool: Tool::new(rules),
        stage: reports.first().map(|report| report.stage),
        documents: reports.iter().map(|report| Paper::new(report, rules, quote)).collect(),
        summary: Summary::new(reports, unread),
    };
    let mut out = BufWriter::with_capacity(BUFFER, out);
    serde_json::to_writer_pretty(&mut out, &whole)?;
    end(out)
}

/// Writes one paper as one line, with a line feed.
///
/// # Errors
/// Those of `out`.
pub fn json_line(out: impl Write, report: &Report, rules: &RuleSet, quote: bool) -> io::Result<()> {
    line(out, &Paper::new(report, rules, quote))
}

/// Writes a paper that could not be read as one line with a line feed.
///
/// # Errors
/// Those of `out`.
pub fn unread_line(out: impl Write, name: &str, message: &str) -> io::Result<()> {
    line(out, &Unreadable::new(name, message))
}

fn line(out: impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(BUFFER, out);
    serde_json::to_writer(&mut out, value)?;
    end(out)
}

fn end(mut out: impl Write) -> io::Result<()> {
    out.write_all(b"\n")?;
    out.flush()
}

/// Bytes that are written at a time: a report can be several times as long as its paper.
const BUFFER: usize = 1 << 16;

#[derive(Serialize)]
struct Whole<'a> {
    schema: &'static str,
    tool: Tool,
    stage: Option<Stage>,
    documents: Vec<Paper<'a>>,
    summary: Summary<'a>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
    rules: Rules,
}

impl Tool {
    fn new(rules: &RuleSet) -> Self {
        let rules = Rules { count: rules.rules.len(), digest: digest(rules) };
        Self { name: "particulars", version: env!("CARGO_PKG_VERSION"), rules }
    }
}

#[derive(Serialize)]
struct Rules {
    count: usize,
    digest: String,
}

/// Sixteen hexadecimal digits that stay the same while the rules and their severities do.
fn digest(rules: &RuleSet) -> String {
    let mut hasher = Sha256::new();
    for rule in &rules.rules {
        let severities = Stage::ALL.map(|stage| rule.severity.at(stage).name()).join(" ");
        hasher.update(format!("{} {severities}\n", rule.id));
    }
    let first = hasher.finalize().iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte));
    format!("{first:016x}")
}

#[derive(Serialize)]
struct Summary<'a> {
    documents: usize,
    verdicts: Verdicts,
    items: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    unread: Vec<Unreadable<'a>>,
}

#[derive(Serialize)]
struct Verdicts {
    clear: usize,
    deficient: usize,
    incomplete: usize,
}

impl<'a> Summary<'a> {
    fn new(reports: &[Report], unread: &'a [(String, String)]) -> Self {
        let verdicts = |verdict| reports.iter().filter(|report| report.verdict() == verdict).count();
        let findings = |severity| reports.iter().map(|report| report.count(severity)).sum();
        Self {
            documents: reports.len(),
            verdicts: Verdicts {
                clear: verdicts(Verdict::Clear),
                deficient: verdicts(Verdict::Deficient),
                incomplete: verdicts(Verdict::Incomplete),
            },
            items: reports.iter().map(|report| report.response.items.len()).sum(),
            errors: findings(Severity::Error),
            warnings: findings(Severity::Warning),
            notes: findings(Severity::Note),
            unread: unread.iter().map(|(name, message)| Unreadable::new(name, message)).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
