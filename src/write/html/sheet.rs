//! One paper as the page shows it: its findings at all stages, numbered, and the authorities that each may print.

use std::collections::BTreeSet;

use crate::authority::Authority;
use crate::cited::{Cited, Shelf};
use crate::finding::Finding;
use crate::particular::Name;
use crate::posture::Posture;
use crate::report::Report;
use crate::rule::{ByStage, RuleSet, Scope, Severity, Stage};

/// The most findings of one paper that are written out.
const MOST_FINDINGS: usize = 3000;

/// One paper.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// What was found in it.
    pub report: &'a Report,
    /// The rules that found it.
    pub rules: &'a RuleSet,
    /// Words of the paper may be shown.
    pub quote: bool,
    /// Its number among the papers of the page, from 1.
    pub number: usize,
    /// The findings, by place.
    pub shown: Vec<Shown<'a>>,
    /// How many findings there is no room for.
    pub left_out: usize,
    /// How many findings of each severity stand at each stage, those left out included.
    pub counts: ByStage<Counts>,
    /// The authorities of each stage that are contrary to whatever was found in an item; none if nothing was.
    pub contrary: ByStage<Vec<&'a Authority>>,
    shelves: ByStage<Shelf<'a>>,
}

/// One finding that stands at a stage.
#[derive(Debug)]
pub struct Shown<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Its severity at each stage, off where another stands in its place.
    pub at: ByStage<Severity>,
    /// Its number on this paper, from 1.
    pub number: usize,
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Counts {
    /// Of this severity.
    pub fn of(self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Note => self.notes,
            Severity::Off => 0,
        }
    }

    fn at(stage: Stage, standing: &[Standing]) -> Self {
        let mut counts = Self::default();
        for (_, severities) in standing {
            counts.add(severities.at(stage));
        }
        counts
    }

    fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.notes += 1,
            Severity::Off => {}
        }
    }
}

impl<'a> Sheet<'a> {
    /// The paper of `report`, which is the `number`th of the page.
    pub fn new(report: &'a Report, rules: &'a RuleSet, quote: bool, number: usize) -> Self {
        let mut standing = report.standing();
        let counts = ByStage::from_fn(|stage| Counts::at(stage, &standing));
        let left_out = standing.len().saturating_sub(MOST_FINDINGS);
        if left_out > 0 {
            standing = the_most_severe(standing, report.stage);
        }
        let numbered = standing.into_iter().zip(1..);
        let shown = numbered.map(|((finding, at), number)| Shown { finding, at, number }).collect();
        let shelves = ByStage::from_fn(|stage| {
            let posture = Posture { stage, ..report.posture.clone() };
            Shelf::new(report.findings.iter().chain(&report.others), &posture, rules)
        });
        let mut sheet = Self {
            report,
            rules,
            quote,
            number,
            shown,
            left_out,
            counts,
            contrary: ByStage::default(),
            shelves,
        };
        sheet.contrary = ByStage::from_fn(|stage| sheet.contrary_at(stage));
        sheet
    }

    /// What may be printed with a finding at `stage`; nothing where it does not stand.
    pub fn cited(&self, shown: &Shown, stage: Stage) -> Option<&Cited<'a>> {
        let stands = shown.at.at(stage) != Severity::Off;
        self.shelves.get(stage).on(shown.finding).filter(|_| stands)
    }

    /// Every authority that a finding names at `stage`, with whether it is contrary; in order of the rules' names.
    pub fn named(&self, stage: Stage) -> Vec<(bool, &'a Authority)> {
        let standing = self.shown.iter().filter(|shown| shown.at.at(stage) != Severity::Off);
        let rules: BTreeSet<&Name> = standing.map(|shown| &shown.finding.rule).collect();
        let cited = rules.into_iter().filter_map(|rule| self.shelves.get(stage).by_rule(rule));
        let both = cited.flat_map(|cited| {
            let supporting = cited.supporting.iter().map(|authority| (false, *authority));
            supporting.chain(cited.contrary.iter().map(|authority| (true, *authority)))
        });
        both.collect()
    }

    fn contrary_at(&self, stage: Stage) -> Vec<&'a Authority> {
        let mut on_items = self.shown.iter().filter(|shown| shown.finding.item.is_some());
        let cited = on_items.find_map(|shown| self.cited(shown, stage));
        let of_stage = &self.rules.stages.get(stage).contrary;
        let contrary = cited.into_iter().flat_map(|cited| &cited.contrary);
        contrary.filter(|authority| of_stage.contains(&authority.key)).copied().collect()
    }

    /// The findings on the paper as a whole.
    pub fn on_the_paper(&self) -> impl Iterator<Item = &Shown<'a>> {
        self.shown.iter().filter(|shown| shown.finding.scope() == Scope::Response)
    }
}

impl Shown<'_> {
    /// The stages at which it stands.
    pub fn stages(&self) -> impl Iterator<Item = Stage> {
        Stage::ALL.into_iter().filter(|stage| self.at.at(*stage) != Severity::Off)
    }
}

type Standing<'a> = (&'a Finding, ByStage<Severity>);

/// As many as there is room for, in their order.
fn the_most_severe(standing: Vec<Standing<'_>>, stage: Stage) -> Vec<Standing<'_>> {
    let weight = |at: &ByStage<Severity>| (at.at(stage), Stage::ALL.iter().map(|stage| at.at(*stage)).max());
    let mut by_weight: Vec<usize> = (0..standing.len()).collect();
    by_weight.sort_by_key(|index| std::cmp::Reverse(weight(&standing[*index].1)));
    let mut is_kept = vec![false; standing.len()];
    by_weight.iter().take(MOST_FINDINGS).for_each(|index| is_kept[*index] = true);
    standing.into_iter().zip(is_kept).filter_map(|(standing, is_kept)| is_kept.then_some(standing)).collect()
}

/// The letter by which the page's filter knows a stage.
pub fn letter(stage: Stage) -> &'static str {
    match stage {
        Stage::Notice => "n",
        Stage::Particularity => "p",
        Stage::SummaryJudgment => "s",
    }
}
