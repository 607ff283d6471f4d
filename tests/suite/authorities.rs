//! What is cited: only what is verified, fits the stage, the forum and the claims, and does not cut against the finding.

use particulars::Error;
use particulars::authority::Authority;
use particulars::cited::Cited;
use particulars::load::{RuleFolder, load};
use particulars::posture::Posture;
use particulars::rule::{RuleSet, Stage};
use particulars::write::{Look, terminal};

use crate::{FOUNDING, json, lint, rules};

fn all(rules: &RuleSet) -> impl Iterator<Item = &Authority> {
    rules.authorities.keys().map(|key| &rules.authorities[key])
}

#[test]
fn the_built_in_lists_hold_only_what_they_may() {
    let rules = rules();
    for stage in Stage::ALL {
        for key in &rules.stages.get(stage).contrary {
            let authority = &rules.authorities[key];
            assert!(
                authority.is_sound() && authority.cuts_against() && authority.speaks_at(stage, &rules),
                "{key}"
            );
        }
    }
    for key in rules.shifts.iter().flat_map(|shift| shift.authorities.iter().chain(&shift.withholds)) {
        assert!(rules.authorities[key].is_sound(), "{key}");
    }
    for authority in all(&rules) {
        for claim in &authority.claims {
            assert!(
                rules.claims.iter().any(|known| known.id == *claim),
                "{} speaks of {claim}",
                authority.key
            );
        }
    }
}

#[test]
fn every_authority_fits_its_stage_and_its_side() {
    let rules = rules();
    for rule in &rules.rules {
        for stage in Stage::ALL {
            let cited = Cited::of(rule, &Posture::at(stage), &rules);
            for authority in cited.supporting.iter().chain(&cited.contrary) {
                assert!(
                    authority.is_sound() && authority.speaks_at(stage, &rules),
                    "{} {}",
                    rule.id,
                    authority.key
                );
            }
            assert!(
                cited.supporting.iter().all(|authority| authority.holds_for != "sufficient"),
                "{}",
                rule.id
            );
            assert!(
                cited.contrary.iter().all(|authority| authority.holds_for == "sufficient"),
                "{}",
                rule.id
            );
        }
    }
}

#[test]
fn the_founding_decision_is_contrary_authority_and_never_a_finding_s_own() {
    let report = lint("answer.txt", FOUNDING, Stage::Notice);
    let value: serde_json::Value =
        serde_json::from_str(&json(std::slice::from_ref(&report), &[], &rules(), true)).unwrap();
    let findings = value["documents"][0]["findings"].as_array().unwrap();
    let cites = |finding: &serde_json::Value| {
        finding["authorities"].as_array().unwrap().iter().any(|key| key == "liveperson-2016")
    };
    assert!(!findings.iter().any(cites));
    let on_items: Vec<_> = findings.iter().filter(|finding| !finding["item"].is_null()).collect();
    assert!(on_items.len() >= 8);
    for finding in on_items {
        let has = |list: &str| finding[list].as_array().unwrap().iter().any(|key| key == "liveperson-2016");
        assert!(has("contrary") && !has("authorities"), "{finding}");
    }
    let printed = terminal(&report, &rules(), &Look { width: 100, color: false, quote: true });
    let (findings, contrary) = printed.split_once("authority to the contrary at notice").unwrap();
    assert!(!findings.contains("LivePerson, Inc. v. 24/7"));
    assert!(contrary.contains("LivePerson, Inc. v. 24/7 Customer, Inc., No. 14 Civ. 1559"));
}

#[test]
fn whatever_is_printed_is_printed_with_its_caution() {
    let rules = rules();
    let words = |text: &str| text.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    for stage in Stage::ALL {
        let printed = words(&terminal(
            &lint("answer.txt", FOUNDING, stage),
            &rules,
            &Look { width: 100, color: false, quote: true },
        ));
        let mut count = 0;
        for authority in all(&rules).filter(|known| printed.contains(&words(&known.citation))) {
            count += 1;
            assert!(authority.is_sound(), "{}", authority.key);
            let caution = authority.caution.as_deref().map(words).unwrap_or_default();
            assert!(printed.contains(&caution), "{} lacks its caution at {stage}", authority.key);
        }
        assert!(count > 2, "{stage}");
    }
}

#[test]
fn a_decision_on_california_s_statute_is_not_cited_for_a_claim_under_the_dtsa_alone() {
    let rules = rules();
    for authority in all(&rules).filter(|known| &*known.key != "quintara") {
        let text = [
            &authority.citation,
            &authority.proposition,
            authority.caution.as_ref().unwrap_or(&String::new()),
        ]
        .map(String::as_str)
        .concat();
        let speaks = text.contains("2019.210") || text.contains("CUTSA");
        assert!(
            !speaks || authority.claims.iter().any(|claim| &**claim == "cutsa"),
            "{} lacks its claim",
            authority.key
        );
    }
    let forum = rules.forums.find("n.d.cal.").map(|forum| forum.id.clone());
    let dtsa = Posture { forum, claims: vec!["dtsa".into()], ..Posture::at(Stage::Particularity) };
    let both = Posture { claims: vec!["dtsa".into(), "cutsa".into()], ..dtsa.clone() };
    let keys = |posture: &Posture| -> Vec<&str> {
        let all = rules.rules.iter().map(|rule| Cited::of(rule, posture, &rules));
        all.flat_map(|cited| cited.supporting.into_iter().chain(cited.contrary))
            .map(|known| &*known.key)
            .collect()
    };
    for key in ["swarmify", "diodes", "brescia", "advanced-modular"] {
        assert!(!keys(&dtsa).contains(&key) && keys(&both).contains(&key), "{key}");
    }
}

#[test]
fn rules_of_court_are_cited_where_they_bind_and_the_forum_s_own_come_first() {
    let rules = rules();
    let at = |forum: &str, rule: &str| -> Vec<&str> {
        let forum = rules.forums.find(forum).map(|forum| forum.id.clone());
        let posture = Posture { forum, ..Posture::at(Stage::Notice) };
        Cited::of(rules.rule(rule).unwrap(), &posture, &rules)
            .supporting
            .iter()
            .map(|known| &*known.key)
            .collect()
    };
    assert!(at("s.d. ohio", "pointer-without-statement").starts_with(&["frcp-33-d", "safety-today"]));
    assert!(!at("ohio", "pointer-without-statement").contains(&"frcp-33-d"));
    assert_eq!(at("s.d. cal.", "unspecified-data")[0], "human-longevity");
    assert_eq!(at("e.d. pa.", "unspecified-data")[0], "synygy");
}

#[test]
fn what_did_not_hold_an_identification_enough_is_not_contrary() {
    let yaml = "extends: totality\ncontrary: [rexa]\n";
    let files = vec![("softer.yaml".to_owned(), yaml.to_owned())];
    let Err(Error::Rules(faults)) = load(&[RuleFolder { name: "pack".to_owned(), files }]) else {
        panic!("rexa was held insufficient")
    };
    assert!(faults[0].message.contains("did not hold an identification enough"), "{}", faults[0].message);
}
