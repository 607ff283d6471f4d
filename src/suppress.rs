//! Takes out of what was found what the paper's owner keeps as it is, with the reason; nothing goes without one.

use std::collections::HashMap;

use crate::document::Suppression;
use crate::finding::{Finding, Suppressed};
use crate::wording::Wording;

/// Takes the findings that the paper's suppressions name out of `findings`. With a finding go those that would only say a part
/// of what it said: that other rules miss the same elements of the same item.
pub fn suppress(findings: &mut Vec<Finding>, wording: &Wording<'_>) -> Vec<Suppressed> {
    let mut suppressed = Vec::new();
    let known: HashMap<&str, &Suppression> =
        wording.document.suppressions.iter().map(|kept| (kept.fingerprint.as_str(), kept)).collect();
    if known.is_empty() {
        return suppressed;
    }
    let is_kept = |finding: &mut Finding| known.contains_key(wording.fingerprint(finding).as_str());
    for finding in findings.extract_if(.., is_kept).collect::<Vec<_>>() {
        let fingerprint = wording.fingerprint(&finding);
        if let Some(suppression) = known.get(fingerprint.as_str()) {
            suppressed.push(Suppressed { finding, fingerprint, suppression: (*suppression).clone() });
        }
    }
    let mut by_item: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, kept) in suppressed.iter().enumerate().filter(|(_, kept)| !kept.finding.missing.is_empty()) {
        by_item.entry(kept.finding.item.unwrap_or(usize::MAX)).or_default().push(at);
    }
    let said_by = |finding: &Finding| {
        let rivals = by_item.get(&finding.item?).filter(|_| !finding.missing.is_empty())?;
        let says = |at: &&usize| {
            finding.missing.iter().all(|element| suppressed[**at].finding.missing.contains(element))
        };
        rivals.iter().find(says).map(|at| suppressed[*at].suppression.clone())
    };
    let mut parts = Vec::new();
    for finding in findings.extract_if(.., |finding| said_by(finding).is_some()).collect::<Vec<_>>() {
        let fingerprint = wording.fingerprint(&finding);
        parts.extend(said_by(&finding).map(|suppression| Suppressed { finding, fingerprint, suppression }));
    }
    suppressed.extend(parts);
    suppressed.sort_by(|a, b| (a.finding.span, &a.finding.rule).cmp(&(b.finding.span, &b.finding.rule)));
    suppressed
}
