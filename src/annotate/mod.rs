//! Findings as native comments of a Word paper: the report and the original bytes to new bytes.
//! Every byte that need not change stays; comments of others are never touched.

mod beside;
mod marks;
mod notes;
mod paper;
mod sheet;
mod sites;
mod survey;
mod targets;
mod ties;

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::deadline::Day;
use crate::document::Comment;
use crate::error::Error;
use crate::finding::Finding;
use crate::ooxml::Fault;
use crate::report::Report;
use crate::rule::RuleSet;
use paper::Paper;

/// How comments are signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Whom they are by.
    pub author: String,
    /// The day that they bear; without one they bear none.
    pub date: Option<Day>,
}

impl Options {
    /// For comments that are not written.
    fn unsigned() -> Self {
        Self { author: String::new(), date: None }
    }
}

/// A Word paper with or without comments of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotated {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// How many comments were written.
    pub written: usize,
    /// How many findings are only counted: there is more on one item, or in the paper, than anybody reads as comments.
    pub counted: usize,
    /// How many of this program's earlier comments were taken out.
    pub removed: usize,
    /// How many of them stay, because somebody resolved or answered them.
    pub kept: usize,
}

/// Writes the findings of `report` into the Word paper `bytes` that it was made of, in the place of those that an earlier run
/// wrote. A comment that keeps a finding stays, and so does one that somebody answered while its finding is still found.
///
/// # Errors
/// The paper is no Word paper, is signed, or cannot be written into.
pub fn annotate(
    bytes: &[u8],
    report: &Report,
    rules: &RuleSet,
    options: &Options,
) -> Result<Annotated, Error> {
    let told = |fault: Fault| unwritten(&report.document.name, &fault);
    let mut paper = Paper::open(bytes).map_err(told)?;
    let stays = standing(report, rules);
    let findings = untold(report, rules, &stays);
    paper.annotated(report, rules, (&findings, &stays), options).map_err(told)
}

/// Takes the comments of this program out of the Word paper `bytes`, and leaves everything else.
///
/// # Errors
/// The paper is no Word paper, is signed, or cannot be written into.
pub fn strip(name: &str, bytes: &[u8]) -> Result<Annotated, Error> {
    let told = |fault: Fault| unwritten(name, &fault);
    Paper::open(bytes).and_then(Paper::stripped).map_err(told)
}

fn unwritten(name: &str, fault: &Fault) -> Error {
    Error::Unreadable { name: name.to_owned(), what: fault.what.clone(), next: fault.next.to_owned() }
}

/// The earlier comments that stay, as indices.
fn standing(report: &Report, rules: &RuleSet) -> HashSet<usize> {
    let document = &report.document;
    let kept: HashSet<&str> = document.suppressions.iter().map(|kept| kept.fingerprint.as_str()).collect();
    let others = document.comments.iter().filter(|comment| !comment.is_ours());
    let answered: HashSet<usize> = others.filter_map(|comment| comment.answers).collect();
    let wording = report.wording(rules);
    let findings = report.findings.iter().filter(|_| !answered.is_empty());
    let found: HashSet<String> = findings.map(|finding| wording.fingerprint(finding)).collect();
    let stays = |(at, comment): &(usize, &Comment)| {
        comment.fingerprints.iter().any(|fingerprint| {
            kept.contains(fingerprint.as_str()) || (answered.contains(at) && found.contains(fingerprint))
        })
    };
    document.comments.iter().enumerate().filter(stays).map(|(at, _)| at).collect()
}

/// The findings that no comment which stays tells of, the heaviest first.
fn untold<'a>(report: &'a Report, rules: &RuleSet, stays: &HashSet<usize>) -> Vec<&'a Finding> {
    let comments = report.document.comments.iter().enumerate().filter(|(at, _)| stays.contains(at));
    let told: HashSet<&String> = comments.flat_map(|(_, comment)| &comment.fingerprints).collect();
    let wording = report.wording(rules);
    let is_told = |finding: &&Finding| !told.is_empty() && told.contains(&wording.fingerprint(finding));
    let mut findings: Vec<&Finding> = report.findings.iter().filter(|finding| !is_told(finding)).collect();
    findings.sort_by_key(|finding| Reverse(report.severity(finding)));
    findings
}
