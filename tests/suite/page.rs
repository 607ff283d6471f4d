//! `rules/README.md`: the part between its two marks is written from the rules and from what they did on the corpus.
//! `PARTICULARS_WRITE=1 cargo test --test suite page` writes it; without, the test fails when it is stale.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::sync::OnceLock;

use particulars::cited::Cited;
use particulars::finding::Finding;
use particulars::posture::Posture;
use particulars::rule::{Authority, Confidence, Example, Rule, RuleSet, Severity, Stage};

use crate::corpus::{cases, covering, report};
use crate::rules;

const START: &str = "<!-- generated from here: see tests/suite/page.rs -->\n";
const END: &str = "<!-- generated up to here -->\n";

/// Fewer errors than this say nothing of a rule.
const ENOUGH: usize = 8;

/// On how many items held insufficient, and held sufficient, a rule fired.
#[derive(Clone, Copy, Default)]
struct Split {
    insufficient: usize,
    sufficient: usize,
}

impl Split {
    fn add(&mut self, held: &str) {
        if held == "insufficient" {
            self.insufficient += 1;
        } else {
            self.sufficient += 1;
        }
    }

    fn total(self) -> usize {
        self.insufficient + self.sufficient
    }

    fn percent(self) -> usize {
        (100 * self.insufficient + self.total() / 2).checked_div(self.total()).unwrap_or_default()
    }

    fn words(self) -> String {
        match self.total() {
            0 => "none".to_owned(),
            _ => format!(
                "{} held insufficient, {} held sufficient ({} %)",
                self.insufficient,
                self.sufficient,
                self.percent()
            ),
        }
    }
}

/// What a rule did on the corpus, each case at the stage it was decided at.
#[derive(Clone, Copy, Default)]
struct Measured {
    errors: Split,
    fired: Split,
}

impl Measured {
    /// The confidence that the errors bear out, if there are enough.
    fn confidence(self) -> Option<Confidence> {
        (self.errors.total() >= ENOUGH).then(|| match self.errors.percent() {
            90.. => Confidence::High,
            65.. => Confidence::Medium,
            _ => Confidence::Low,
        })
    }
}

fn measured() -> &'static BTreeMap<String, Measured> {
    static MEASURED: OnceLock<BTreeMap<String, Measured>> = OnceLock::new();
    MEASURED.get_or_init(|| {
        let mut all: BTreeMap<String, Measured> = BTreeMap::new();
        for case in cases() {
            let stage: Stage = case.stage.parse().unwrap();
            let report = report("answer.txt", &case.text);
            for (item, span) in case.placed().filter(|(item, _)| item.score && item.held != "not-reached") {
                let Some(index) = covering(&report, span) else { continue };
                for finding in report.found_on(index) {
                    let measured = all.entry(finding.rule.to_string()).or_default();
                    let severity = finding.severity.at(stage);
                    if severity == Severity::Error {
                        measured.errors.add(&item.held);
                    }
                    if severity != Severity::Off {
                        measured.fired.add(&item.held);
                    }
                }
            }
        }
        all
    })
}

fn measured_of(rule: &Rule) -> Measured {
    measured().get(&*rule.id).copied().unwrap_or_default()
}

fn table(rules: &RuleSet) -> String {
    let mut text =
        "| rule | what it finds | notice | particularity | summary judgment | confidence | examples |\n\
                    |---|---|---|---|---|---|---|\n"
            .to_owned();
    for rule in &rules.rules {
        let [notice, particularity, summary] = Stage::ALL.map(|stage| rule.severity.at(stage).name());
        let (id, what, sure) = (&rule.id, &rule.summary, rule.confidence.name());
        let (flagged, clean) = (rule.flagged.len(), rule.clean.len());
        let basis = if measured_of(rule).confidence().is_some() { "" } else { ", judged" };
        writeln!(
            text,
            "| [`{id}`](#{id}) | {what} | {notice} | {particularity} | {summary} | {sure}{basis} | {flagged} + {clean} |"
        )
        .unwrap();
    }
    text
}

fn section(rule: &Rule, rules: &RuleSet) -> String {
    let mut text = format!("\n### {}\n\n{} {}\n", rule.id, rule.summary, rule.why.trim());
    write!(text, "\nFlagged:\n\n{}\n", quoted(&rule.flagged[0])).unwrap();
    let (message, ask) = said(rule, rules);
    write!(text, "\n> {message}.\n> {ask}\n").unwrap();
    write!(text, "\nClean:\n\n{}\n", quoted(&rule.clean[0])).unwrap();
    let measured = measured_of(rule);
    let basis = if measured.confidence().is_some() { "measured" } else { "judged" };
    writeln!(
        text,
        "\nOn the corpus: errors {}; any severity {}. Confidence: {}, {basis}.",
        measured.errors.words(),
        measured.fired.words(),
        rule.confidence.name()
    )
    .unwrap();
    let authorities = authorities(rule, rules);
    if !authorities.is_empty() {
        write!(text, "\n{authorities}").unwrap();
    }
    text
}

fn quoted(example: &Example) -> String {
    let text = example.text.replace(['⟦', '⟧'], "");
    let lines = text.trim().lines().map(|line| format!("    {line}").trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

/// What the program says of the first flagged example.
fn said(rule: &Rule, rules: &RuleSet) -> (String, String) {
    let text = rule.flagged[0].text.replace(['⟦', '⟧'], "");
    let report = particulars::lint("example.txt", text.as_bytes(), rules, Stage::SummaryJudgment).unwrap();
    let mut found = report.findings.iter().chain(&report.others);
    let finding: &Finding = found.find(|finding| finding.rule == rule.id).unwrap();
    (report.wording(rules).message(finding, report.stage), report.wording(rules).ask(finding))
}

/// What may be printed with the rule's findings, with the stages at which it may.
fn authorities(rule: &Rule, rules: &RuleSet) -> String {
    let mut cited: Vec<(&Authority, Vec<&str>)> = Vec::new();
    for stage in Stage::ALL.into_iter().filter(|stage| rule.severity.at(*stage) != Severity::Off) {
        for authority in Cited::of(rule, &Posture::at(stage), rules).supporting {
            match cited.iter_mut().find(|(known, _)| known.key == authority.key) {
                Some((_, stages)) => stages.push(stage.name()),
                None => cited.push((authority, vec![stage.name()])),
            }
        }
    }
    let lines = cited.into_iter().map(|(authority, stages)| {
        let held = match authority.holds_for.as_str() {
            "insufficient" => "held insufficient",
            _ => "states the standard",
        };
        let proposition = authority.proposition.trim();
        let mut line = format!("- {} ({}; {held}): {proposition}", authority.citation, stages.join(", "));
        for (label, words) in [("Later history", &authority.later_history), ("Caution", &authority.caution)] {
            if let Some(words) = words {
                write!(line, " {label}: {}", words.trim()).unwrap();
            }
        }
        line + "\n"
    });
    lines.collect()
}

fn generated(rules: &RuleSet) -> String {
    let sections = rules.rules.iter().map(|rule| section(rule, rules));
    format!("\n{}{}\n", table(rules), sections.collect::<String>())
}

#[test]
fn the_page_of_the_rules_is_not_stale() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/README.md");
    let page = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (before, rest) = page.split_once(START).expect("the first mark");
    let (stands, after) = rest.split_once(END).expect("the second mark");
    let fresh = generated(&rules());
    if std::env::var_os("PARTICULARS_WRITE").is_some() {
        std::fs::write(path, [before, START, &fresh, END, after].concat()).unwrap();
        return;
    }
    let differs = stands.lines().zip(fresh.lines()).find(|(stands, fresh)| stands != fresh);
    assert!(
        stands == fresh,
        "rules/README.md is stale; run `PARTICULARS_WRITE=1 cargo test --test suite page`: {differs:?}"
    );
}

#[test]
fn the_page_names_every_rule_and_no_other() {
    let page = include_str!("../../rules/README.md");
    let by_hand = [page.split(START).next(), page.split(END).nth(1)].map(Option::unwrap_or_default).concat();
    let rules = rules();
    let rows = by_hand.lines().filter(|line| line.starts_with("| ") && line.contains(" | `"));
    let named: Vec<&str> = rows.flat_map(|row| row.split('`').skip(1).step_by(2)).collect();
    for name in &named {
        assert!(rules.rule(name).is_some(), "there is no rule {name}");
    }
    for rule in &rules.rules {
        assert!(named.contains(&&*rule.id), "no wording is given for {}", rule.id);
    }
}

#[test]
fn no_rule_is_surer_of_itself_than_it_was_right() {
    let rules = rules();
    let surer = rules.rules.iter().filter_map(|rule| {
        let measured = measured_of(rule).confidence()?;
        (rule.confidence > measured).then(|| format!("{}: {}", rule.id, measured.name()))
    });
    let surer: Vec<String> = surer.collect();
    assert!(surer.is_empty(), "{surer:?}");
}
