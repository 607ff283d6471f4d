#![doc = include_str!("../ARCHITECTURE.md")]

pub mod analyse;
pub mod authority;
pub mod check;
pub mod document;
pub mod error;
pub mod finding;
pub mod lexicon;
pub mod load;
pub mod particular;
pub mod phrase;
pub mod read;
pub mod report;
pub mod response;
pub mod rule;
pub mod split;
pub mod word;
pub mod write;

pub use error::Error;

use check::Reading;
use report::Report;
use rule::{RuleSet, Stage};

/// Reads one paper, takes it apart, and reports what its items do not state at `stage`.
///
/// # Errors
/// When the paper is empty or is not text that can be read; see [`Error`].
pub fn lint(name: &str, bytes: impl Into<Vec<u8>>, rules: &RuleSet, stage: Stage) -> Result<Report, Error> {
    let mut document = read::read(name, bytes)?;
    let (mut particulars, mut findings) = (Vec::new(), Vec::new());
    let response = split::split(&document, &rules.lexicon, |response, index, words| {
        let analysis = analyse::analyse(&document, &response.items[index], words, rules);
        let reading = Reading { particulars: &analysis.particulars, words, hits: &analysis.hits };
        findings.extend(check::check_item(&document, response, index, &reading, rules));
        particulars.push(analysis.particulars);
    });
    findings.extend(check::check_interrogatories(&document, &response, rules));
    if response.interrogatories.is_empty() {
        document
            .unread
            .push("no answer and no statement of trade secrets was found in this paper".to_owned());
    }
    Ok(Report::new(document, response, particulars, findings, stage))
}
