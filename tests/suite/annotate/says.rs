//! What comments say: the message, what to do, the stages, and authority that is known, with its caution.

use particulars::annotate::annotate;
use particulars::posture::Posture;
use particulars::rule::Stage;

use super::kit::{comments, options};
use crate::corpus::shared_rules;
use crate::word::same::word;

#[test]
fn every_authority_is_an_entry_and_bears_its_caution() {
    let (rules, bytes) = (shared_rules(), word().bytes());
    let known: Vec<_> = rules.authorities.keys().filter_map(|key| rules.authorities.get(key)).collect();
    let mut printed = 0;
    for stage in Stage::ALL {
        for forum in [None, Some("s.d.n.y."), Some("california")] {
            let posture = Posture { forum: forum.map(Into::into), ..Posture::at(stage) };
            let document = particulars::read::read("a.docx", bytes.clone()).unwrap();
            let report = particulars::lint_document(document, rules, &posture);
            let with = annotate(&bytes, &report, rules, &options()).unwrap();
            let lines = comments(&with.bytes).into_iter().flat_map(|remark| remark.paragraphs);
            for line in lines.filter(|line| line.contains("uthority: ")) {
                let (label, said) = line.split_once("uthority: ").unwrap();
                let is_contrary = label == "Contrary a";
                let of = known
                    .iter()
                    .filter(|authority| said.starts_with(authority.citation.trim_end_matches('.')));
                let authority = of.max_by_key(|authority| authority.citation.len()).expect(&line);
                assert_eq!(authority.cuts_against(), is_contrary, "{line}");
                assert!(authority.is_sound() && authority.speaks_at(stage, rules), "{line}");
                for warning in authority.caution.iter().chain(&authority.later_history) {
                    let words: Vec<&str> = warning.split_whitespace().collect();
                    assert!(line.contains(&words.join(" ")), "{line}");
                }
                printed += 1;
            }
        }
    }
    assert!(printed > 50, "{printed}");
}

#[test]
fn a_comment_says_what_when_and_why() {
    let bytes = word().bytes();
    let report = super::kit::report(&bytes);
    let with = super::kit::annotated(&bytes).bytes;
    let wording = report.wording(shared_rules());
    let said: Vec<String> = comments(&with).into_iter().map(|remark| remark.paragraphs.join("\n")).collect();
    for finding in &report.findings {
        let (message, ask) = (wording.message(finding, report.stage), wording.ask(finding));
        let holds =
            said.iter().filter(|words| words.contains(message.trim_end_matches('.')) && words.contains(&ask));
        let mark = wording.fingerprint(finding);
        let mut holds = holds.filter(|words| words.lines().last().is_some_and(|last| last.contains(&mark)));
        let words = holds.next().unwrap_or_else(|| panic!("{message} {said:?}"));
        assert!(words.contains("\nMatters at: ") && words.contains("particularity ("), "{words}");
        assert!(!words.contains(&*finding.rule), "no rule is named: {words}");
    }
}
