//! The catalogue: every rule's own examples, and what a broken pack of a user's is told.

use particulars::Error;
use particulars::load::{RuleFolder, load};
use particulars::rule::{Example, Rule, Severity, Stage};

use crate::rules;

fn fires(rule: &Rule, example: &Example) -> bool {
    let text = example.text.replace(['⟦', '⟧'], "");
    let report = particulars::lint("example.txt", text.as_bytes(), &rules(), Stage::SummaryJudgment).unwrap();
    report.fired.contains(&rule.id)
}

#[test]
fn every_rule_finds_its_flagged_examples_and_leaves_its_clean_ones() {
    for rule in &rules().rules {
        assert!(Stage::ALL.iter().any(|stage| rule.severity.at(*stage) != Severity::Off), "{}", rule.id);
        assert!(!rule.flagged.is_empty() && !rule.clean.is_empty(), "{} lacks examples", rule.id);
        for example in &rule.flagged {
            assert!(fires(rule, example), "{} misses: {}", rule.id, example.text);
        }
        for example in &rule.clean {
            assert!(!fires(rule, example), "{} finds: {}", rule.id, example.text);
        }
    }
}

#[test]
fn doubtful_authorities_are_never_cited() {
    let rules = rules();
    for rule in &rules.rules {
        for key in &rule.authorities {
            assert_ne!(rules.authorities[key].confidence, "low", "{} cites {key}", rule.id);
        }
    }
}

fn faults(yaml: &str) -> Vec<(String, String, Option<String>)> {
    let folder =
        RuleFolder { name: "pack".to_owned(), files: vec![("hazy-term.yaml".to_owned(), yaml.to_owned())] };
    match load(&[folder]) {
        Err(Error::Rules(faults)) => faults
            .into_iter()
            .map(|fault| (fault.text[fault.span.start..fault.span.end].to_owned(), fault.message, fault.help))
            .collect(),
        other => panic!("no fault: {:?}", other.map(|rules| rules.rules.len())),
    }
}

const RULE: &str = "summary: s\nscope: item\nwhen: { phrase: [hazy _] }\nseverity: { notice: note, particularity: warning, summary-judgment: error }\nconfidence: low\nmessage: m\nask: a\nwhy: w\nexamples:\n  flagged: [hazy things]\n  clean: [sharp things]\n";

#[test]
fn a_misspelt_word_is_shown_at_its_place_with_the_right_one() {
    let found = faults(&RULE.replace("confidence:", "confidense:"));
    assert_eq!(found[0].0, "confidense");
    assert!(found[0].2.as_deref().is_some_and(|help| help.contains("`confidence`")), "{found:?}");
    let found = faults(&RULE.replace("particularity: warning", "particularity: warnign"));
    assert_eq!(found[0].0, "warnign");
    assert!(found[0].2.as_deref().is_some_and(|help| help.contains("`warning`")), "{found:?}");
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    let broken = RULE
        .replace("scope: item", "scope: itme")
        .replace("{ phrase: [hazy _] }", "{ pattern: '(', subject: dataa }");
    let words: Vec<String> = faults(&broken).into_iter().map(|(words, ..)| words).collect();
    assert!(
        words.iter().any(|words| words == "itme") && words.iter().any(|words| words == "dataa"),
        "{words:?}"
    );
    assert_eq!(words.len(), 3, "{words:?}");
}

#[test]
fn a_pack_adds_a_rule_and_changes_another() {
    let files = vec![
        ("hazy-term.yaml".to_owned(), RULE.to_owned()),
        ("softer.yaml".to_owned(), "extends: open-ended-list\nseverity: { notice: error }\n".to_owned()),
    ];
    let rules = load(&[RuleFolder { name: "pack".to_owned(), files }]).unwrap();
    assert_eq!(rules.rule("open-ended-list").unwrap().severity.notice, Severity::Error);
    let report =
        particulars::lint("a.txt", b"ANSWER: the hazy things of the plant", &rules, Stage::Notice).unwrap();
    assert!(report.fired.contains("hazy-term"));
}

#[test]
fn a_condition_on_objections_reads_nothing_else_of_the_answer() {
    let rule = RULE
        .replace("scope: item", "scope: interrogatory")
        .replace("{ phrase: [hazy _] }", "{ objection: { pattern: burden, none: [{ pattern: because }] } }")
        .replace("flagged: [hazy things]", "flagged: ['RESPONSE: Plaintiff objects to the burden.']");
    let files = vec![("hazy-term.yaml".to_owned(), rule)];
    let rules = load(&[RuleFolder { name: "pack".to_owned(), files }]).unwrap();
    let underlined = |answer: &str| {
        let text =
            format!("INTERROGATORY NO. 1: Identify each trade secret.\n\nRESPONSE TO NO. 1: {answer}\n");
        let report = particulars::lint("a.txt", text.as_bytes(), &rules, Stage::Notice).unwrap();
        let found = report.findings.iter().find(|finding| &*finding.rule == "hazy-term");
        found.map(|finding| report.document.slice(finding.span).to_owned())
    };
    let objection = "Plaintiff objects to the burden.";
    assert_eq!(underlined(&format!("{objection} The cam of 9 mm.")).as_deref(), Some("burden"));
    assert_eq!(underlined("Plaintiff objects to the burden because 40 mills are closed. The cam."), None);
    assert_eq!(underlined("Plaintiff objects to the word \"all\". The burden rope of 9 mm."), None);
}

#[test]
fn a_condition_on_the_paper_names_what_it_has() {
    let of_paper = |paper: &str| {
        let rule = RULE.replace("scope: item", "scope: response");
        faults(&rule.replace("{ phrase: [hazy _] }", &format!("{{ paper: {paper} }}")))
    };
    let found = of_paper("{ has: signatur }");
    assert_eq!(found[0].0, "signatur");
    assert!(found[0].2.as_deref().is_some_and(|help| help.contains("`signature`")), "{found:?}");
    assert!(of_paper("{ lacks: signature }").iter().any(|fault| fault.1.contains("paper: has")));
}

#[test]
fn no_phrase_loses_its_number_to_a_comment() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let folders =
        std::fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = folders.chain([root]).flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let files =
        files.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "yaml"));
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let cut = text
            .lines()
            .find(|line| line.trim_start().starts_with("- ") && !line.contains('"') && line.contains(" #"));
        assert_eq!(cut, None, "{}: quote the phrase, YAML reads # as a comment", path.display());
    }
}
