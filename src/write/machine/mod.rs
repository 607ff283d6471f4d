//! Reports for other programs: code scanning, annotations, tests, spreadsheets and reviewers. Quotes no word of a paper
//! unless it is asked to, and shows a paper that was not read in full as passing in none of them.

mod github;
mod junit;
mod rdjson;
mod sarif;
mod scorecard;
mod xml;

pub use github::github;
pub use junit::junit;
pub use rdjson::rdjson;
pub use sarif::sarif;
pub use scorecard::scorecard;

use super::cited;
use super::kept::kept_count;
use super::lines::{fit, printable};
use crate::finding::Finding;
use crate::report::{Report, Verdict};
use crate::rule::{RuleSet, Severity};

/// The papers of one run.
#[derive(Debug, Clone, Copy)]
pub struct Papers<'a> {
    /// Those that could be read, in order.
    pub reports: &'a [Report],
    /// The name of each paper that could not be read, and why.
    pub unread: &'a [(String, String)],
    /// The rules that made the reports.
    pub rules: &'a RuleSet,
    /// Words of the papers may be printed.
    pub quote: bool,
    /// The least severity that fails a test; only tests ask for it.
    pub fails_at: Severity,
    /// The folder that paths are given from, for papers within it; empty for none.
    pub root: &'a str,
}

/// A part that was not read, or a paper that could not be read at all.
#[derive(Debug, Clone)]
struct Unread<'a> {
    /// The paper's path.
    path: String,
    /// What was not read, in one sentence.
    sentence: &'a str,
}

/// The name by which formats of rules know that something was not read; no rule has it.
const UNREAD_RULE: &str = "unread-part";
/// The name by which formats of rules know that findings are kept as they are; no rule has it.
const KEPT: &str = "kept-findings";
/// The most characters of the paper that are quoted after a message.
const MOST_QUOTED: usize = 200;

impl<'a> Papers<'a> {
    /// The path of paper `name`: from the root on, with forward slashes.
    fn path(&self, name: &str) -> String {
        let name = if cfg!(windows) { name.replace('\\', "/") } else { name.to_owned() };
        let root = self.root.trim_end_matches('/');
        let inside = name.strip_prefix(root).and_then(|rest| rest.strip_prefix('/'));
        let mut path = inside.filter(|_| !root.is_empty()).unwrap_or(&name);
        while let Some(rest) = path.strip_prefix("./") {
            path = rest;
        }
        path.to_owned()
    }

    /// All that was not read, paper by paper.
    fn unread(&self) -> Vec<Unread<'a>> {
        let parts = self.reports.iter().flat_map(|report| {
            unread_of(report).into_iter().map(|sentence| (report.document.name.as_str(), sentence))
        });
        let whole = self.unread.iter().map(|(name, why)| (name.as_str(), why.as_str()));
        parts.chain(whole).map(|(name, sentence)| Unread { path: self.path(name), sentence }).collect()
    }

    /// The path of each paper whose owner keeps findings as they are, with how many in one sentence.
    fn kept(&self) -> Vec<(String, String)> {
        let of_paper = |report: &Report| {
            let count = kept_count(&report.suppressed.iter().collect::<Vec<_>>())?;
            Some((self.path(&report.document.name), count + "."))
        };
        self.reports.iter().filter_map(of_paper).collect()
    }

    /// What `finding` says and asks for, on one line; with the words at fault if they may be quoted.
    fn message(&self, report: &Report, finding: &Finding) -> String {
        let wording = report.wording(self.rules);
        let mut message = wording.message(finding, report.stage);
        if !message.ends_with(['.', '?', '!']) {
            message.push('.');
        }
        for part in [wording.ask(finding), self.quoted(report, finding)] {
            if !part.is_empty() {
                message.push(' ');
                message.push_str(&part);
            }
        }
        message.chars().map(printable).collect()
    }

    /// The words at fault, or nothing.
    fn quoted(&self, report: &Report, finding: &Finding) -> String {
        let words = fit(report.document.slice(finding.span), MOST_QUOTED);
        if self.quote && !words.is_empty() { format!("It reads: \"{words}\"") } else { String::new() }
    }

    /// [`Self::message`] with the place before it, for a paper without lines that a program could show.
    fn placed(&self, report: &Report, finding: &Finding) -> String {
        let message = self.message(report, finding);
        if report.document.is_text() {
            return message;
        }
        format!("{}: {message}", cited(report.document.position(finding.span.start)))
    }
}

/// What was not read of a paper; never empty for one that is incomplete.
fn unread_of(report: &Report) -> Vec<&str> {
    let mut sentences: Vec<&str> = report.document.unread.iter().map(String::as_str).collect();
    if sentences.is_empty() && report.verdict() == Verdict::Incomplete {
        sentences.push("no item was found in what answers the requests; see `particulars outline`");
    }
    sentences
}
