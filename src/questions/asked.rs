//! Which questions are put: those that the stage calls for, and those that will matter later.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::particular::{Name, State};
use crate::questions::Asker;
use crate::report::Report;
use crate::rule::{ByStage, Inquiry, RuleSet, Severity, Stage};

/// One question to engineers.
pub(super) struct Asked<'a> {
    /// The question, with what answers it.
    pub inquiry: Cow<'a, Inquiry>,
    /// A part of the answer stands in the paper already.
    pub is_partial: bool,
    /// When the answer matters.
    pub when: When,
}

/// When an answer matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum When {
    /// At the stage of the report.
    Now,
    /// More at these stages than at the stage of the report.
    Later(Vec<Stage>),
    /// No finding asks for it; a careful reader does once the rest is stated.
    Next,
}

/// The findings at all stages by what they concern, each list in the order of the report.
pub(super) struct Findings<'a> {
    items: BTreeMap<usize, Vec<&'a Finding>>,
    answers: BTreeMap<usize, Vec<&'a Finding>>,
    pub persons: BTreeMap<usize, Vec<&'a Finding>>,
    pub documents: BTreeMap<usize, Vec<&'a Finding>>,
}

impl<'a> Findings<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let (mut items, mut answers) = (BTreeMap::new(), BTreeMap::new());
        let (mut persons, mut documents) = (BTreeMap::new(), BTreeMap::new());
        let add = |to: &mut BTreeMap<usize, Vec<&'a Finding>>, index: usize, finding: &'a Finding| {
            to.entry(index).or_default().push(finding);
        };
        for finding in report.findings.iter().chain(&report.others) {
            finding.persons.iter().for_each(|index| add(&mut persons, *index, finding));
            finding.documents.iter().for_each(|index| add(&mut documents, *index, finding));
            match (finding.item, finding.interrogatory) {
                (Some(item), _) => add(&mut items, item, finding),
                (None, Some(answer)) if finding.persons.is_empty() && finding.documents.is_empty() => {
                    add(&mut answers, answer, finding);
                }
                _ => {}
            }
        }
        Self { items, answers, persons, documents }
    }
}

impl<'a> Asker<'a> {
    /// What is asked of item `index`, as the elements and then the rules come.
    pub(super) fn of_item(&self, index: usize) -> Vec<Asked<'a>> {
        let none = Vec::new();
        let findings = self.findings.items.get(&index).unwrap_or(&none);
        let Some(particulars) = self.report.particulars.get(index).filter(|_| !findings.is_empty()) else {
            return Vec::new();
        };
        let mut asked = Vec::new();
        for element in particulars.elements.iter().filter(|element| is_missing(element.state)) {
            let Some(rule) = self.rules.element(&element.id).filter(|rule| !rule.is_of_every_item) else {
                continue;
            };
            let on = findings.iter().filter(|finding| finding.missing.contains(&element.id));
            let when = self.when(on.copied()).unwrap_or(When::Next);
            let inquiry = self.inquiry(&rule.id, &particulars.subjects);
            asked.push(Asked { inquiry, is_partial: element.state == State::Partial, when });
        }
        self.add_rules(findings, &mut asked);
        asked
    }

    /// What is asked of answer `index` as a whole.
    pub(super) fn of_answer(&self, index: usize) -> Vec<Asked<'a>> {
        let none = Vec::new();
        let findings = self.findings.answers.get(&index).unwrap_or(&none);
        let mut asked = Vec::new();
        for element in &self.rules.elements {
            let on = findings.iter().filter(|finding| finding.missing.contains(&element.id));
            if let Some(when) = self.when(on.copied()) {
                let inquiry = self.inquiry(&element.id, &[]);
                asked.push(Asked { inquiry, is_partial: false, when });
            }
        }
        self.add_rules(findings, &mut asked);
        asked
    }

    /// What is asked for element `id` of a thing of these kinds.
    pub(super) fn inquiry(&self, id: &str, subjects: &[Name]) -> Cow<'a, Inquiry> {
        let Some(element) = self.rules.element(id) else { return Cow::Owned(Inquiry::default()) };
        match element.engineer.of_kinds(subjects) {
            Some(inquiry) => Cow::Borrowed(inquiry),
            // An element of a user's own file that says no more.
            None => Cow::Owned(Inquiry {
                question: element.question.clone(),
                complete: element.wording.clone(),
                form: String::new(),
            }),
        }
    }

    /// Adds what the rules ask whose findings name no element; nothing is asked twice.
    fn add_rules(&self, findings: &[&'a Finding], asked: &mut Vec<Asked<'a>>) {
        for finding in findings {
            let inquiry = self.rules.rule(&finding.rule).and_then(|rule| rule.engineer.as_ref());
            if let (Some(inquiry), Some(when)) = (inquiry, self.when([*finding])) {
                let inquiry = self.filled(inquiry, finding);
                if !asked.iter().any(|known| known.inquiry.question == inquiry.question) {
                    asked.push(Asked { inquiry, is_partial: false, when });
                }
            }
        }
    }

    /// The question with the words at fault and the earlier item in its gaps.
    fn filled(&self, inquiry: &'a Inquiry, finding: &Finding) -> Cow<'a, Inquiry> {
        if !inquiry.question.contains('{') {
            return Cow::Borrowed(inquiry);
        }
        let words = self.report.document.slice(finding.span).split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.trim_matches(|edge: char| edge == ',' || edge == ';' || edge.is_whitespace());
        let earlier = finding.earlier.and_then(|index| self.report.response.items.get(index));
        let earlier = earlier.map_or("", |item| item.id.as_str());
        // The earlier item first: the paper's words may hold what looks like a gap.
        let question = inquiry.question.replace("{earlier}", earlier).replace("{words}", words);
        Cow::Owned(Inquiry { question, ..inquiry.clone() })
    }

    /// When what these findings ask for matters; `None` if it never does.
    pub(super) fn when<'f>(&self, findings: impl IntoIterator<Item = &'f Finding>) -> Option<When> {
        let mut worst = ByStage::from_fn(|_| Severity::Off);
        for finding in findings {
            let before = worst;
            worst = ByStage::from_fn(|stage| before.at(stage).max(finding.severity.at(stage)));
        }
        let here = worst.at(self.report.stage);
        let later: Vec<Stage> = Stage::ALL.into_iter().filter(|stage| worst.at(*stage) > here).collect();
        match here {
            Severity::Off if later.is_empty() => None,
            Severity::Off | Severity::Note if !later.is_empty() => Some(When::Later(later)),
            _ => Some(When::Now),
        }
    }
}

/// The state leaves something to ask.
pub(super) fn is_missing(state: State) -> bool {
    matches!(state, State::Absent | State::Partial)
}

/// The rule asks of an answer what the table of every item asks: where it is written down, what is generally known.
pub(super) fn is_of_every_item(rule: &str, rules: &RuleSet) -> bool {
    let Some(rule) = rules.rule(rule) else { return false };
    let elements = rule.when.items.iter().flat_map(|items| &items.none_state);
    { elements }.any(|id| rules.element(id).is_some_and(|element| element.is_of_every_item))
}
