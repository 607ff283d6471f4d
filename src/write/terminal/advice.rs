//! What a finding asks for, and the authority that stands behind it.

use std::collections::BTreeMap;

use super::block::ADVICE_MARGIN;
use crate::authority::Authority;
use crate::cited::Shelf;
use crate::finding::Finding;
use crate::particular::Name;
use crate::posture::Posture;
use crate::report::Report;
use crate::rule::RuleSet;
use crate::write::Look;
use crate::write::citation::citation;
use crate::write::lines::{hang, wrap};

/// Most authorities that one finding prints.
const MOST_AUTHORITIES: usize = 2;

/// The one thing to do, and each missing element as a question.
pub fn help(finding: &Finding, report: &Report, rules: &RuleSet, look: &Look) -> Vec<String> {
    let most = look.room().saturating_sub(ADVICE_MARGIN);
    let mut lines = wrap(&report.wording(rules).ask(finding), most);
    if look.quote && !finding.persons.is_empty() {
        lines.extend(named(finding, report, most));
    }
    for id in &finding.missing {
        let question = rules.element(id).map_or(&**id, |element| element.question.as_str());
        let stated = if finding.partial.contains(id) { " (stated in part)" } else { "" };
        lines.extend(hang("- ", &format!("{question}{stated}"), most).lines().map(str::to_owned));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The names of the persons whom a finding concerns, as far as there is room for them.
fn named(finding: &Finding, report: &Report, most: usize) -> Vec<String> {
    const MOST: usize = 12;
    let persons: Vec<_> = finding.persons.iter().filter_map(|index| report.persons.get(*index)).collect();
    let names = persons.iter().take(MOST).map(|person| {
        let name = report.document.slice(person.name).split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{} {name}", person.number)
    });
    let mut names = names.collect::<Vec<_>>().join("; ");
    if persons.len() > MOST {
        names.push_str(&format!("; and {} more", persons.len() - MOST));
    }
    hang("Persons: ", &names, most).lines().map(str::to_owned).collect()
}

/// The authorities that one paper's findings have printed so far: each is printed in full once.
#[derive(Debug)]
pub struct Authorities<'a> {
    rules: &'a RuleSet,
    posture: &'a Posture,
    shelf: Shelf<'a>,
    width: usize,
    printed: BTreeMap<Name, String>,
}

impl<'a> Authorities<'a> {
    /// None printed so far.
    pub fn new(report: &'a Report, rules: &'a RuleSet, look: &Look) -> Self {
        let posture = &report.posture;
        let shelf = Shelf::new(&report.findings, posture, rules);
        let width = look.room().saturating_sub(ADVICE_MARGIN);
        Self { rules, posture, shelf, width, printed: BTreeMap::new() }
    }

    /// The lines that print a finding's authorities: those of its stage and forum that do not cut against it.
    pub fn note(&mut self, finding: &Finding) -> Vec<String> {
        let supporting = self.shelf.on(finding).map(|cited| cited.supporting.as_slice()).unwrap_or_default();
        let chosen: Vec<&Authority> = supporting.iter().copied().take(MOST_AUTHORITIES).collect();
        chosen.into_iter().flat_map(|authority| self.print(authority)).collect()
    }

    fn print(&mut self, authority: &Authority) -> Vec<String> {
        if let Some(short) = self.printed.get(&authority.key) {
            return wrap(&format!("{short} (see above)"), self.width);
        }
        let name = case_name(&authority.citation);
        let is_taken = self.printed.values().any(|short| short == name);
        let short = if is_taken { authority.citation.clone() } else { name.to_owned() };
        self.printed.insert(authority.key.clone(), short);
        citation(authority, self.posture, self.rules, self.width)
    }
}

/// The citation up to the number, volume or section that follows the parties' names.
fn case_name(citation: &str) -> &str {
    let starts_number =
        |rest: &str| rest.starts_with("No. ") || rest.starts_with(|c: char| c.is_ascii_digit());
    let mut commas = citation.match_indices(", ");
    let end = commas.find(|(at, comma)| starts_number(&citation[at + comma.len()..]));
    end.map_or(citation, |(at, _)| &citation[..at])
}

#[cfg(test)]
mod tests {
    use super::case_name;

    #[test]
    fn short_citations_keep_the_parties() {
        let name = case_name(
            "LivePerson, Inc. v. 24/7 Customer, Inc., No. 14 Civ. 1559 (RWS) (S.D.N.Y. June 22, 2016)",
        );
        assert_eq!(name, "LivePerson, Inc. v. 24/7 Customer, Inc.");
        assert_eq!(
            case_name("In re Cont'l Gen. Tire, Inc., 979 S.W.2d 609 (Tex. 1998)"),
            "In re Cont'l Gen. Tire, Inc."
        );
        assert_eq!(case_name("Fed. R. Civ. P. 26(b)(1)"), "Fed. R. Civ. P. 26(b)(1)");
    }
}
