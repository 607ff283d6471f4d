//! All that a writer needs: the findings at a stage, the verdicts at every stage, and the paper they speak of.

mod choice;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::document::Document;
use crate::finding::{Finding, Suppressed};
use crate::listed::Listed;
use crate::particular::{Name, Particulars};
use crate::person::Person;
use crate::posture::Posture;
use crate::record::Record;
use crate::response::{AnswerState, Asked, Response};
use crate::rule::{ByStage, RuleSet, Severity, Stage};
use crate::shift::Applied;
use crate::wording::Wording;
use choice::{choose, precedence, standing};

/// What was found of an item or a paper at one stage; never a legal conclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// No deficiency found.
    Clear,
    /// Something that matters at this stage is not stated.
    Deficient,
    /// A part could not be read.
    Incomplete,
}

impl Verdict {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Deficient => "deficient",
            Self::Incomplete => "incomplete",
        }
    }
}

/// The paper's verdict at one stage, with how many of its items are deficient there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StageVerdict {
    /// The paper's verdict.
    pub verdict: Verdict,
    /// How many items are deficient.
    pub deficient: usize,
    /// How many items there are.
    pub items: usize,
}

/// One paper: what it says, what was found, and the verdicts.
#[derive(Debug, Clone)]
pub struct Report {
    /// The paper.
    pub document: Document,
    /// The paper, taken apart.
    pub response: Response,
    /// What each item states, one for each of `response.items`.
    pub particulars: Vec<Particulars>,
    /// The persons whom answers name because they are asked for, in order of the answers.
    pub persons: Vec<Person>,
    /// The documents that answers list because they are asked for, in order of the answers.
    pub documents: Vec<Listed>,
    /// The records that answers point to, in order of their place in each answer.
    pub records: Vec<Record>,
    /// The stage that the findings were chosen for.
    pub stage: Stage,
    /// Where the case stands.
    pub posture: Posture,
    /// What the posture moved, in order.
    pub shifts: Vec<Applied>,
    /// The findings at that stage, by place, then by rule; none of them is off at it.
    pub findings: Vec<Finding>,
    /// Everything else that was found: off at that stage, or said by another finding already.
    pub others: Vec<Finding>,
    /// What the paper's owner keeps as it is, by place; it counts in no verdict and stands in neither list.
    pub suppressed: Vec<Suppressed>,
    /// Every rule that fired at any stage, those included whose finding gave way to another.
    pub fired: BTreeSet<Name>,
    /// Each item's verdict at every stage.
    pub verdicts: Vec<ByStage<Verdict>>,
    /// The paper's verdict at every stage.
    pub stages: ByStage<StageVerdict>,
}

impl Report {
    /// Chooses from everything that was found what matters at `stage`, and draws up the verdicts.
    pub fn new(
        document: Document,
        response: Response,
        particulars: Vec<Particulars>,
        found: Vec<Finding>,
        stage: Stage,
    ) -> Self {
        let verdicts = item_verdicts(response.items.len(), &found);
        let stages = ByStage::from_fn(|stage| stage_verdict(&document, &response, &verdicts, &found, stage));
        let mut fired = BTreeSet::new();
        for finding in &found {
            if !fired.contains(&finding.rule) {
                fired.insert(finding.rule.clone());
            }
        }
        let (findings, others) = choose(found, response.items.len(), stage);
        let (posture, shifts) = (Posture::at(stage), Vec::new());
        Self {
            document,
            response,
            particulars,
            persons: Vec::new(),
            records: Vec::new(),
            documents: Vec::new(),
            stage,
            posture,
            shifts,
            findings,
            others,
            suppressed: Vec::new(),
            fired,
            verdicts,
            stages,
        }
    }

    /// The report of a case that stands so, whose findings these shifts have moved already.
    #[must_use]
    pub fn in_posture(self, posture: Posture, shifts: Vec<Applied>) -> Self {
        Self { posture, shifts, ..self }
    }

    /// The report of a paper whose owner keeps these findings as they are.
    #[must_use]
    pub fn keeping(self, suppressed: Vec<Suppressed>) -> Self {
        Self { suppressed, ..self }
    }

    /// The report of a paper whose answers name these persons, documents and records.
    #[must_use]
    pub fn with_lists(self, persons: Vec<Person>, documents: Vec<Listed>, records: Vec<Record>) -> Self {
        Self { persons, documents, records, ..self }
    }

    /// How many persons something matters of that is not stated, at `stage`.
    pub fn deficient_persons(&self, stage: Stage) -> usize {
        let errors = self.findings.iter().chain(&self.others);
        let errors = errors.filter(|finding| finding.severity.at(stage) == Severity::Error);
        errors.flat_map(|finding| &finding.persons).collect::<BTreeSet<_>>().len()
    }

    /// Puts the findings into words; `rules` are those that made them.
    pub fn wording<'a>(&'a self, rules: &'a RuleSet) -> Wording<'a> {
        Wording {
            document: &self.document,
            response: &self.response,
            persons: &self.persons,
            documents: &self.documents,
            rules,
        }
    }

    /// The severity of `finding` at this report's stage.
    pub fn severity(&self, finding: &Finding) -> Severity {
        finding.severity.at(self.stage)
    }

    /// The paper's verdict at this report's stage.
    pub fn verdict(&self) -> Verdict {
        self.stages.at(self.stage).verdict
    }

    /// How many findings have this severity at this report's stage.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| self.severity(finding) == severity).count()
    }

    /// Everything found of item `index` or of the whole answer it stands in, at whatever stage.
    pub fn found_on(&self, index: usize) -> Vec<&Finding> {
        let answer = self.response.items[index].interrogatory;
        let concerns = |finding: &&Finding| match finding.item {
            Some(item) => item == index,
            None => finding.interrogatory == Some(answer),
        };
        let mut found: Vec<&Finding> = self.findings.iter().chain(&self.others).filter(concerns).collect();
        found.sort_by(|a, b| a.rule.cmp(&b.rule));
        found
    }

    /// The finding that stands in place of `finding` at `stage`, if one does.
    pub fn stands_before(&self, finding: &Finding, stage: Stage) -> Option<&Finding> {
        let item = finding.item.filter(|_| !finding.missing.is_empty())?;
        let is_rival = |other: &&Finding| {
            other.item == Some(item) && !other.missing.is_empty() && other.severity.at(stage) != Severity::Off
        };
        let rivals = self.findings.iter().chain(&self.others).filter(is_rival);
        rivals.min_by(|a, b| precedence(a, b, stage)).filter(|first| first.rule != finding.rule)
    }

    /// Every finding that a report at one of the stages would hold, by place, with its severity at each: off where
    /// another finding stands in its place.
    pub fn standing(&self) -> Vec<(&Finding, ByStage<Severity>)> {
        let found = self.findings.iter().chain(&self.others).collect();
        standing(found, self.response.items.len())
    }

    /// The findings on item `index`.
    pub fn findings_on(&self, index: usize) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.item == Some(index))
    }
}

fn item_verdicts(items: usize, found: &[Finding]) -> Vec<ByStage<Verdict>> {
    let clear = ByStage::from_fn(|_| Verdict::Clear);
    let mut verdicts = vec![clear; items];
    for finding in found {
        let Some(item) = finding.item else { continue };
        let before = verdicts[item];
        verdicts[item] = ByStage::from_fn(|stage| match finding.severity.at(stage) {
            Severity::Error => Verdict::Deficient,
            _ => before.at(stage),
        });
    }
    verdicts
}

fn stage_verdict(
    document: &Document,
    response: &Response,
    verdicts: &[ByStage<Verdict>],
    found: &[Finding],
    stage: Stage,
) -> StageVerdict {
    let deficient = verdicts.iter().filter(|verdict| verdict.at(stage) == Verdict::Deficient).count();
    let has_error = found.iter().any(|finding| finding.severity.at(stage) == Severity::Error);
    let verdict = if !document.unread.is_empty() || states_nothing(response) {
        Verdict::Incomplete
    } else if has_error {
        Verdict::Deficient
    } else {
        Verdict::Clear
    };
    StageVerdict { verdict, deficient, items: response.items.len() }
}

/// No item was found, and no answer that says why there is none.
fn states_nothing(response: &Response) -> bool {
    let explains = |state| {
        matches!(state, AnswerState::NoAnswer | AnswerState::ObjectionOnly | AnswerState::DocumentsOnly)
    };
    response.items.is_empty()
        && !response
            .interrogatories
            .iter()
            .any(|interrogatory| interrogatory.asked != Asked::Secrets || explains(interrogatory.state))
}
