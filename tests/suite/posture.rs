//! What the forum, the claims, discovery and the request move, and what they leave alone.

use particulars::Error;
use particulars::load::{RuleFolder, load};
use particulars::posture::{Discovery, Posture};
use particulars::report::{Report, Verdict};
use particulars::rule::{Severity, Stage};
use particulars::shift::Effect;
use particulars::write::{Look, schema, terminal};

use crate::{FOUNDING, json, rules};

fn posture(stage: Stage, forum: &str, claims: &[&str]) -> Posture {
    let forum = (!forum.is_empty()).then(|| rules().forums.find(forum).unwrap().id.clone());
    Posture { forum, claims: claims.iter().map(|claim| (*claim).into()).collect(), ..Posture::at(stage) }
}

fn lint(text: &str, posture: &Posture) -> Report {
    particulars::lint_in("answer.txt", text.as_bytes(), &rules(), posture).unwrap()
}

fn applied(report: &Report) -> Vec<(&str, Stage, usize)> {
    report.shifts.iter().map(|applied| (&*applied.shift, applied.stage, applied.count)).collect()
}

#[test]
fn closed_discovery_hardens_notice_and_nothing_else() {
    let open = lint(FOUNDING, &Posture::at(Stage::Notice));
    let closed = Posture { discovery: Some(Discovery::Closed), ..Posture::at(Stage::Notice) };
    let report = lint(FOUNDING, &closed);
    assert_eq!(applied(&report), [("closed-discovery", Stage::Notice, 8)]);
    assert_eq!((open.verdict(), report.verdict()), (Verdict::Clear, Verdict::Deficient));
    assert_eq!(report.stages.notice.deficient, 8);
    assert_eq!(report.count(Severity::Error), 8);
    assert_eq!(report.stages.particularity, open.stages.particularity);
    assert_eq!(report.stages.summary_judgment, open.stages.summary_judgment);
    let open_ended = report.findings.iter().find(|finding| &*finding.rule == "open-ended-list").unwrap();
    assert_eq!(open_ended.severity.notice, Severity::Warning, "no more than at summary judgment");
}

#[test]
fn open_discovery_withholds_what_turned_on_its_end() {
    let keys = |discovery| {
        let report = lint(FOUNDING, &Posture { discovery, ..Posture::at(Stage::Notice) });
        json(&[report], &[], &rules(), true).matches("\"synygy\"\n").count()
    };
    assert!(keys(None) > 0 && keys(Some(Discovery::Closed)) > 0);
    let report = lint(FOUNDING, &Posture { discovery: Some(Discovery::Open), ..Posture::at(Stage::Notice) });
    assert_eq!(
        applied(&report),
        [("open-discovery", Stage::Notice, 0), ("open-discovery", Stage::Particularity, 0)]
    );
    let printed = terminal(&report, &rules(), &Look { width: 100, color: false, quote: true });
    assert!(!printed.contains("Synygy") && printed.contains("open-discovery at notice: discovery is open"));
    assert_eq!(report.stages.notice.verdict, Verdict::Clear);
}

#[test]
fn a_claim_under_the_dtsa_alone_is_not_held_to_california_s_statute() {
    let report = lint(FOUNDING, &posture(Stage::Particularity, "n.d.cal.", &["dtsa"]));
    assert_eq!(applied(&report), [("dtsa-only-ninth-circuit", Stage::Particularity, 8)]);
    assert_eq!(report.verdict(), Verdict::Clear);
    assert_eq!(report.count(Severity::Error), 0);
    assert_eq!(report.stages.summary_judgment.deficient, 8);
    for (forum, claims) in [
        ("n.d.cal.", &["dtsa", "cutsa"][..]),
        ("n.d.cal.", &["cutsa"]),
        ("n.d.cal.", &[]),
        ("s.d.n.y.", &["dtsa"]),
        ("california", &["dtsa"]),
        ("", &["dtsa"]),
    ] {
        let report = lint(FOUNDING, &posture(Stage::Particularity, forum, claims));
        assert_eq!(applied(&report), [], "{forum} {claims:?}");
        assert_eq!(report.verdict(), Verdict::Deficient, "{forum} {claims:?}");
    }
}

#[test]
fn new_york_s_own_courts_are_stricter_on_code_alone() {
    let severity = |item: &str, forum: &str| {
        let answer = format!("INTERROGATORY NO. 1: Identify all trade secrets.\n\nANSWER: {item}.");
        let report = lint(&answer, &posture(Stage::Particularity, forum, &[]));
        let found = report.findings.iter().find(|finding| &*finding.rule == "open-ended-list");
        found.unwrap().severity.particularity
    };
    let code = "the source code of the router, including but not limited to route.c, function next_hop, which drops a \
                packet when the queue holds 40 of them";
    let data = "the brewing recipe, including but not limited to a mash temperature of 66 °C and a boil time of 70 minutes";
    assert_eq!(severity(code, "NY"), Severity::Error);
    assert_eq!(severity(code, "s.d.n.y."), Severity::Warning);
    assert_eq!(severity(code, "california"), Severity::Warning);
    assert_eq!(severity(data, "NY"), Severity::Warning);
}

/// A data item that states its content and not its purpose, nor which part is secret.
const MESSAGE: &str = "ANSWER: the visitor message sent by the tag in the visitor's browser to the engagement server, whose \
                       fields are vid, score and chatState.";

fn at_notice(request: &str) -> (Severity, String) {
    let report = lint(&format!("{request}\n\n{MESSAGE}"), &Posture::at(Stage::Notice));
    let finding = report.findings.iter().find(|finding| &*finding.rule == "unspecified-data").unwrap();
    (report.severity(finding), report.wording(&rules()).message(finding, report.stage))
}

#[test]
fn what_the_request_did_not_ask_for_is_a_note_at_notice() {
    let (severity, message) = at_notice("INTERROGATORY NO. 1: Identify all trade secrets.");
    assert_eq!(severity, Severity::Note);
    assert!(message.ends_with(" (not asked)"), "{message}");
    for request in [
        "INTERROGATORY NO. 1: Identify with particularity all trade secrets.",
        "INTERROGATORY NO. 1: Describe in detail each trade secret.",
        "INTERROGATORY NO. 1: Identify each trade secret and the purpose of each.",
        "INTERROGATORY NO. 1: What are your trade secrets?",
        "“Identify,” when used of a trade secret, means to state its content and its purpose.\n\nINTERROGATORY NO. 1: Identify all \
         trade secrets.",
    ] {
        let (severity, message) = at_notice(request);
        assert_eq!(severity, Severity::Warning, "{request}");
        assert!(!message.contains("not asked"), "{request}");
    }
}

#[test]
fn the_request_caps_nothing_at_later_stages_and_nothing_that_was_asked() {
    let paper = format!("INTERROGATORY NO. 1: Identify all trade secrets.\n\n{MESSAGE}");
    for stage in [Stage::Particularity, Stage::SummaryJudgment] {
        let report = lint(&paper, &Posture::at(stage));
        let finding = &report.findings_on(0).next().unwrap();
        assert_eq!(report.severity(finding), Severity::Error, "{stage}");
        assert!(!report.wording(&rules()).message(finding, stage).contains("not asked"), "{stage}");
    }
    let report = lint(FOUNDING, &Posture::at(Stage::Notice));
    assert_eq!(applied(&report), [], "each item lacks its content, which is asked for");
}

#[test]
fn the_words_that_are_given_stand_in_for_a_request_that_the_paper_does_not_print() {
    let with = |asked: Option<&str>, paper: &str| {
        let posture = Posture { asked: asked.map(str::to_owned), ..Posture::at(Stage::Notice) };
        let report = lint(paper, &posture);
        report.severity(report.findings_on(0).next().unwrap())
    };
    assert_eq!(with(None, MESSAGE), Severity::Warning);
    assert_eq!(with(Some("Identify each trade secret."), MESSAGE), Severity::Note);
    assert_eq!(with(Some("Describe each trade secret in detail."), MESSAGE), Severity::Warning);
    let printed = format!("INTERROGATORY NO. 1: Describe each trade secret.\n\n{MESSAGE}");
    assert_eq!(with(Some("Identify each trade secret."), &printed), Severity::Warning);
}

#[test]
fn a_posture_is_shown_in_every_form() {
    let mut case = posture(Stage::Notice, "e.d.pa.", &["dtsa"]);
    case.discovery = Some(Discovery::Closed);
    case.asked = Some("Identify the secrets of the reader".to_owned());
    let report = lint(FOUNDING, &case);
    for width in [40, 80, 120] {
        let printed = terminal(&report, &rules(), &Look { width, color: false, quote: true });
        assert!(printed.lines().all(|line| line.chars().count() <= width), "{width}: {printed}");
    }
    let printed = terminal(&report, &rules(), &Look { width: 100, color: false, quote: true });
    for part in [
        "posture: Eastern District of Pennsylvania; claims dtsa; discovery closed; asked “Identify",
        "  closed-discovery at notice, 8 items: discovery is closed",
        "    Caution: Turned on discovery having closed; weigh the stage.",
    ] {
        assert!(printed.contains(part), "{part} is not in {printed}");
    }
    let validator = jsonschema::validator_for(&serde_json::from_str(schema()).unwrap()).unwrap();
    for quote in [true, false] {
        let text = json(std::slice::from_ref(&report), &[], &rules(), quote);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        let posture = &value["documents"][0]["posture"];
        assert_eq!(
            (posture["forum"].as_str(), posture["discovery"].as_str()),
            (Some("e.d.pa."), Some("closed"))
        );
        assert_eq!(posture["asked"].is_null(), !quote);
        assert_eq!(posture["shifts"][0]["authorities"], serde_json::json!(["synygy"]));
        let moved = &value["documents"][0]["findings"][0]["shifts"][0];
        assert_eq!((moved["from"].as_str(), moved["to"].as_str()), (Some("warning"), Some("error")));
    }
}

#[test]
fn a_shift_rests_on_authority_of_its_stage_and_of_the_side_that_it_helps() {
    let rules = rules();
    for shift in &rules.shifts {
        let helps = match shift.effect {
            Some(Effect::Cap(_)) => "sufficient",
            Some(Effect::Raise(_) | Effect::Toward(_)) => "insufficient",
            None => continue,
        };
        assert!(!shift.authorities.is_empty(), "{}", shift.id);
        for authority in shift.authorities.iter().map(|key| &rules.authorities[key]) {
            assert_eq!(authority.holds_for, helps, "{} rests on {}", shift.id, authority.key);
            for stage in &shift.when.stages {
                assert!(authority.speaks_at(*stage, &rules), "{} at {stage}", shift.id);
            }
        }
    }
}

#[test]
fn every_court_stands_where_it_should() {
    let rules = rules();
    let is_id = |id: &str| rules.forums.iter().any(|forum| *forum.id == *id);
    for forum in rules.forums.iter() {
        assert!(forum.within.iter().chain(&forum.sits_in).all(|id| is_id(id)), "{}", forum.id);
        assert!(rules.forums.is_within(&forum.id, "all"), "{}", forum.id);
    }
    for shift in &rules.shifts {
        assert!(shift.when.forums.iter().flatten().all(|id| is_id(id)), "{}", shift.id);
    }
    let districts = rules.forums.iter().filter(|forum| forum.sits_in.is_some());
    assert_eq!(districts.clone().count(), 94);
    for district in districts {
        assert!(rules.forums.is_within(&district.id, "federal"), "{}", district.id);
        assert!(rules.forums.find(&district.name).is_some_and(|found| found.id == district.id));
    }
    let within = |court: &str, area: &str| {
        let id = rules.forums.find(court).unwrap().id.clone();
        rules.forums.is_within(&id, area)
    };
    assert!(within("S.D.N.Y.", "2d-cir.") && within("D. Del.", "3d-cir.") && within("cand", "9th-cir."));
    assert!(!within("S.D.N.Y.", "new-york") && !within("California", "federal") && !within("ITC", "federal"));
}

fn faults(file: &str, yaml: &str) -> Vec<(String, String)> {
    let files = vec![(file.to_owned(), yaml.to_owned())];
    match load(&[RuleFolder { name: "pack".to_owned(), files }]) {
        Err(Error::Rules(faults)) => faults
            .into_iter()
            .map(|fault| (fault.text[fault.span.start..fault.span.end].to_owned(), fault.message))
            .collect(),
        other => panic!("no fault: {:?}", other.map(|rules| rules.shifts.len())),
    }
}

const SHIFT: &str = "- id: ours\n  summary: s\n  when: {stage: notice, forum: 9th-cir., claims: dtsa, subject: data, rule: totality}\n  \
                     effect: {cap: note}\n  authorities: [synygy]\n  why: w\n";

#[test]
fn a_wrong_word_in_a_posture_is_told_at_its_place() {
    for (right, wrong) in [
        ("stage: notice", "stage: notise"),
        ("9th-cir.", "12th-cir."),
        ("dtsa", "dtas"),
        ("subject: data", "subject: dataa"),
        ("totality", "totalitee"),
        ("cap: note", "cap: off"),
        ("synygy", "synergy"),
    ] {
        let word = wrong.rsplit(' ').next().unwrap();
        let found = faults("posture.yaml", &SHIFT.replace(right, wrong));
        assert!(found.iter().any(|(words, _)| words == word), "{wrong}: {found:?}");
    }
    assert!(faults("posture.yaml", &SHIFT.replace("synygy", "krawiec"))[0].1.contains("never printed"));
    assert!(faults("posture.yaml", &SHIFT.replace("{cap: note}", "{}"))[0].1.contains("needs one effect"));
    let both = SHIFT.replace("{cap: note}", "{cap: note, raise: error}");
    assert!(faults("posture.yaml", &both)[0].1.contains("needs one effect"));
    assert_eq!(faults("posture.yaml", &SHIFT.replace("effect:", "efect:"))[0].0, "efect");
    assert!(
        faults("forums.yaml", "- {id: x, name: X, within: nowhere}\n")[0].1.contains("no forum \"nowhere\"")
    );
    assert_eq!(faults("requests.yaml", "- {id: x, words: [x], asks: [contnt]}\n")[0].0, "contnt");
}

#[test]
fn a_firm_s_posture_is_laid_over_ours() {
    let files = vec![("posture.yaml".to_owned(), SHIFT.to_owned())];
    let rules = load(&[RuleFolder { name: "pack".to_owned(), files }]).unwrap();
    assert_eq!(rules.shifts.last().map(|shift| &*shift.id), Some("ours"));
}
