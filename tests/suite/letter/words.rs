//! The words of letters: every gap has its own, and a firm's stand before the built-in ones.

use particulars::Error;
use particulars::clause::Gap;
use particulars::letter::{Brief, Form, letter};
use particulars::load::RuleFolder;
use particulars::matter::Matter;
use particulars::rule::{Rule, Scope, Severity, Stage};

use super::plain;
use crate::FOUNDING;
use crate::corpus::shared_rules;

#[test]
fn every_gap_that_the_rules_find_has_words_of_the_letter() {
    let rules = shared_rules();
    let gaps = &rules.letters.clauses().gaps;
    for element in rules.elements.iter().filter(|one| matches!(one.scope, Scope::Item | Scope::Interrogatory))
    {
        let is_plain = |gap: &&Gap| gap.rule.is_empty() && gap.subject.is_empty() && !gap.rest;
        let words = gaps.iter().filter(|gap| gap.element.as_ref() == Some(&element.id)).find(is_plain);
        assert!(words.is_some(), "{} has no words of its own", element.id);
    }
    let is_open = |rule: &&Rule| Stage::ALL.iter().any(|stage| rule.severity.at(*stage) >= Severity::Warning);
    for rule in rules.rules.iter().filter(|rule| rule.requires.is_empty()).filter(is_open) {
        let words = gaps.iter().find(|gap| gap.element.is_none() && gap.rule.contains(&rule.id));
        assert!(words.is_some() || rule.scope == Scope::Person, "{} has no words of its own", rule.id);
    }
}

#[test]
fn a_firm_s_own_words_stand_before_the_built_in_ones() {
    let letters = |text: &str| {
        let files = vec![("letter.yaml".to_owned(), text.to_owned())];
        particulars::load::load(&[RuleFolder { name: "firm".to_owned(), files }])
    };
    let own = "paragraphs:\n- {id: reservation, place: reservation, words: 'All rights of {requester} are reserved.'}\n\
               gaps:\n- {element: purpose, gap: No use is stated., cure: the use}\n";
    let rules = letters(own).unwrap();
    let report = particulars::lint("a.txt", FOUNDING, &rules, Stage::Notice).unwrap();
    let matter = Matter::default();
    let brief = Brief {
        report: &report,
        rules: &rules,
        matter: &matter,
        form: Form::Letter,
        items: None,
        all: false,
    };
    let words = plain(&letter(&brief).unwrap().paper);
    assert!(
        words.contains("All rights of the requesting party are reserved.")
            && words.contains("No use is stated.")
    );
    assert!(!words.contains("waives no right"));
    for (wrong, why) in [
        (
            "paragraphs:\n- {id: a, place: purpose, words: 'See {liveperson-2061}.'}",
            "no fact or authority \"liveperson-2061\"",
        ),
        ("gaps:\n- {element: purpos, gap: a, cure: b}", "no element \"purpos\""),
        ("paragraphs:\n- {id: a, place: purpos, words: a}", "purpos"),
    ] {
        let Err(Error::Rules(faults)) = letters(wrong) else { panic!("{wrong} is at fault") };
        assert!(
            faults[0].message.contains(why) || faults[0].help.as_deref().unwrap_or_default().contains(why),
            "{faults:?}"
        );
    }
}
