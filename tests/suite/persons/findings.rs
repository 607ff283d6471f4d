//! What is found of persons: minimal pairs, the founding dispute, papers that must not misfire, and growth.

use std::time::Instant;

use particulars::posture::Posture;
use particulars::report::{Report, Verdict};
use particulars::response::AnswerState;
use particulars::rule::{Severity, Stage};
use particulars::write::{Look, outline, terminal};

use crate::{json, lint, rules};

/// A paper in which the answer to a request is this.
fn paper(request: &str, answer: &str) -> String {
    format!("INTERROGATORY NO. 4: {request}\n\nRESPONSE TO INTERROGATORY NO. 4:\n\n{answer}\n")
}

const REQUEST: &str = "State the name, address and telephone number of each person who built the kiln.";

/// Each finding with the elements that it names, most severe first.
fn found(report: &Report) -> Vec<(Severity, String)> {
    let mut found: Vec<(Severity, String)> = report
        .findings
        .iter()
        .filter(|finding| !finding.persons.is_empty())
        .map(|finding| {
            let missing: Vec<&str> = finding.missing.iter().map(|id| &**id).collect();
            (report.severity(finding), format!("{}: {}", finding.rule, missing.join(" ")))
        })
        .collect();
    found.sort_by(|a, b| b.cmp(a));
    found
}

fn found_in(request: &str, answer: &str) -> Vec<(Severity, String)> {
    found(&lint("answer.txt", &paper(request, answer), Stage::Notice))
}

#[test]
fn a_street_or_a_statement_that_nothing_is_known_is_what_a_city_is_not() {
    let full = "Ida Krol, 9 Ash Lane, Salem, Oregon 97301, (503) 555-0112.";
    assert_eq!(found_in(REQUEST, full), []);
    let city = (Severity::Error, "city-only-address: address telephone".to_owned());
    assert_eq!(found_in(REQUEST, "Ida Krol, Salem, Oregon."), [city]);
    let name = (Severity::Error, "unlocated-person: address telephone".to_owned());
    assert_eq!(found_in(REQUEST, "Ida Krol, kiln hand."), [name]);
    let number = (Severity::Warning, "incomplete-person: telephone".to_owned());
    assert_eq!(found_in(REQUEST, "Ida Krol, 9 Ash Lane, Salem, Oregon 97301."), [number]);
    for unknown in [
        "Ida Krol, whose last known address and telephone number are unknown to Plaintiff after reasonable inquiry.",
        "Ida Krol, Salem, Oregon. Plaintiff does not know her address or telephone number.",
        "Ida Krol; Plaintiff has no contact information for her.",
        "Name: Ida Krol\nAddress: Unknown\nTelephone: Unknown",
    ] {
        assert_eq!(found_in(REQUEST, unknown), [], "{unknown}");
    }
    let half = (Severity::Warning, "incomplete-person: telephone".to_owned());
    assert_eq!(found_in(REQUEST, "Ida Krol, address unknown."), [half]);
}

#[test]
fn what_is_owed_is_what_the_request_the_definition_or_the_court_names() {
    let identify = "Identify each person who built the kiln.";
    let answer = "Ida Krol, 9 Ash Lane, Salem, Oregon 97301.";
    let note = (Severity::Note, "name-without-address: telephone".to_owned());
    assert_eq!(found_in(identify, answer), [note]);
    let defined = format!(
        "\"Identify,\" with respect to a person, means to give the full name, last known address and place of employment.\n\n{}",
        paper(identify, answer)
    );
    let employer = (Severity::Warning, "incomplete-person: employer".to_owned());
    assert_eq!(found(&lint("answer.txt", &defined, Stage::Notice)), std::slice::from_ref(&employer));
    let mut posture = Posture::at(Stage::Notice);
    posture.forum = Some("s.d.n.y.".into());
    let report = particulars::lint_in("answer.txt", paper(identify, answer), &rules(), &posture).unwrap();
    assert_eq!(found(&report), [employer]);
    posture.forum = Some("s.d.w.va.".into());
    let report = particulars::lint_in("answer.txt", paper(identify, answer), &rules(), &posture).unwrap();
    assert_eq!(found(&report), []);
}

#[test]
fn persons_who_lack_the_same_are_one_finding_and_a_name_is_enough_the_second_time() {
    let answer = "1. Ida Krol, Salem, Oregon.\n2. Per Lund, Utah.\n3. Sara Winn, 2 Elm Road, Provo, Utah 84601, 801-555-0170.\n4. Max Orr, Ohio.";
    let text = paper(REQUEST, answer);
    let report = lint("answer.txt", &text, Stage::SummaryJudgment);
    assert_eq!(found(&report).len(), 1);
    assert_eq!(report.findings[0].persons, [0, 1, 3]);
    assert_eq!(report.deficient_persons(Stage::Notice), 3);
    let message = report.wording(&rules()).message(&report.findings[0], Stage::Notice);
    assert!(message.contains("persons 1, 2 and 4 of Interrogatory No. 4"), "{message}");
    let again = format!(
        "{text}\nINTERROGATORY NO. 5: State the name and address of each person who fired the kiln.\n\n\
         RESPONSE TO INTERROGATORY NO. 5: Sara Winn and Ms. Krol.\n"
    );
    let report = lint("answer.txt", &again, Stage::Notice);
    assert_eq!(report.persons.len(), 6);
    assert_eq!((report.persons[4].earlier, report.persons[5].earlier), (Some(2), Some(0)));
    assert_eq!(found(&report).len(), 1);
}

#[test]
fn the_founding_dispute_over_witnesses_is_decided_as_it_was() {
    let definition = "When the identification of any person is requested, provide the person's full name, present or last \
                      known address, and when referring to a natural person, the present or last known place of employment.";
    let request = "Identify each person likely to have discoverable information about the tag.";
    let cities = "1. Vikram Sethi, current employee of Defendant, Bangalore.\n2. Dana Whitlock, former employee of Defendant, \
                  California.\n3. Rohan Iyer, former employee of Defendant, India.\n4. Lee Marsh, current employee of Defendant.";
    for stage in Stage::ALL {
        let report = lint("answer.txt", &format!("{definition}\n\n{}", paper(request, cities)), stage);
        assert_eq!(report.verdict(), Verdict::Deficient, "{stage}");
        assert_eq!(report.deficient_persons(stage), 4);
        let rules: Vec<&str> = report.findings.iter().map(|finding| &*finding.rule).collect();
        assert_eq!(rules, ["city-only-address", "unlocated-person"]);
    }
    let report = lint("answer.txt", &format!("{definition}\n\n{}", paper(request, cities)), Stage::Notice);
    let printed = terminal(&report, &rules(), &Look { width: 100, color: false, quote: true });
    let words = printed.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("1 Vikram Sethi; 2 Dana Whitlock; 3 Rohan Iyer"));
    let part = words.matches("(S.D.N.Y. June 22, 2016) (part IV)").count();
    assert!(part > 0);
    assert_eq!(words.matches("June 22, 2016)").count(), part, "the rest of the decision went the other way");
}

#[test]
fn answers_without_persons_name_none() {
    let answers = [
        "Defendant objects to this interrogatory as overbroad, unduly burdensome and vague.",
        "See the documents produced at ACME-0001234 to ACME-0001240.",
        "Pursuant to Rule 33(d), Defendant refers to its Initial Disclosures and to the documents produced on May 4, 2016.",
        "Defendant will supplement this answer as Discovery proceeds.",
        "None.",
        "Defendant is not aware of any such person.",
        "The Copper Finch project was finished in March 2014, and Senior Management approved it in New York.",
    ];
    for answer in answers {
        let report = lint("answer.txt", &paper(REQUEST, answer), Stage::Notice);
        assert!(report.persons.is_empty(), "{answer}: {:?}", report.persons);
        let is_answered = report.response.interrogatories[0].state == AnswerState::Answered;
        assert_eq!(
            report.document.notes.iter().any(|note| note.contains("no person was found")),
            is_answered
        );
        assert!(!report.findings.iter().any(|finding| !finding.persons.is_empty()), "{answer}");
    }
}

#[test]
fn names_in_secrets_are_no_persons_unless_persons_are_asked_for() {
    let answer = "(a) the Krol glaze of Ida Krol, fired at 1,285 °C for 47 minutes; (b) the Lund kiln, built by Per Lund.";
    for request in
        ["Identify each trade secret.", "State whether the glaze is sold.", "Describe Your damages."]
    {
        let report = lint("answer.txt", &paper(request, answer), Stage::Notice);
        assert!(report.persons.is_empty(), "{request}");
    }
    let both = "Identify each trade secret and identify all persons who developed it.";
    let answer = "The glaze of 12 percent ash, fired at 1,285 °C for 47 minutes. It was developed by Ida Krol and Per Lund.";
    let report = lint("answer.txt", &paper(both, answer), Stage::Notice);
    let names: Vec<&str> = report.persons.iter().map(|person| report.document.slice(person.name)).collect();
    assert_eq!(names, ["Ida Krol", "Per Lund"]);
    assert!(!report.response.items.is_empty());
    let answer = "(a) Copper Finch, the glaze of 12 percent ash; (b) Harlan Frit, known only to Dr. Ida Krol; (c) Orrin Slip, shown \
                  in drawing K-4.";
    let report = lint("answer.txt", &paper(both, answer), Stage::Notice);
    let names: Vec<&str> = report.persons.iter().map(|person| report.document.slice(person.name)).collect();
    assert_eq!(names, ["Dr. Ida Krol"]);
}

#[test]
fn documents_are_held_to_what_is_asked_of_them() {
    let request = "Identify each document on which You rely, by date, author and Bates number.";
    let answer = "Plaintiff relies on:\n1. a memorandum on the kiln;\n2. the letter of March 3, 2015 from Ida Krol, KILN-000112;\n\
                  3. KILN-000119 to KILN-000121.";
    let report = lint("answer.txt", &paper(request, answer), Stage::Notice);
    let missing: Vec<(Vec<usize>, usize)> =
        report.findings.iter().map(|finding| (finding.documents.clone(), finding.missing.len())).collect();
    assert_eq!(missing, [(vec![0], 3), (vec![2], 2)]);
    let message = report.wording(&rules()).message(&report.findings[0], Stage::Notice);
    assert!(message.ends_with("of document 1 of Interrogatory No. 4"), "{message}");
    let pages: Vec<Option<u64>> = report.records.iter().map(|record| record.pages).collect();
    assert_eq!(pages, [Some(1), Some(3)]);
    for answer in ["See KILN-000112 to KILN-000940.", "Plaintiff objects that the request is overbroad."] {
        let report = lint("answer.txt", &paper(request, answer), Stage::Notice);
        assert!(report.documents.is_empty() && report.findings.is_empty(), "{answer}");
    }
    let secrets = "Identify all documents that contain the trade secrets.";
    assert!(lint("answer.txt", &paper(secrets, answer), Stage::Notice).documents.is_empty());
}

#[test]
fn numbered_companies_are_persons_of_their_own() {
    let answer = "1. Krol Kilns, Inc., Salem, Oregon.\n2. ZELLER GLAS GMBH, Hauptstr. 4, 10115 Berlin, Germany, +49 30 5550143.";
    let city = (Severity::Error, "city-only-address: address telephone".to_owned());
    assert_eq!(found_in(REQUEST, answer), [city]);
}

#[test]
fn without_quotes_no_name_or_address_is_in_any_output() {
    let answer = "1. Ida Krol, Salem, Oregon.\n2. Zbigniew Quark, 9 Ash Lane, Salem, Oregon 97301.";
    let report = lint("answer.txt", &paper(REQUEST, answer), Stage::Notice);
    let look = Look { width: 80, color: false, quote: false };
    let printed = [
        terminal(&report, &rules(), &look),
        outline(&report, &look),
        json(std::slice::from_ref(&report), &[], &rules(), false),
    ];
    for text in printed {
        for word in ["Krol", "Zbigniew", "Quark", "Salem", "Ash Lane", "97301", "kiln"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
}

#[test]
fn spans_of_persons_stand_in_the_paper_and_report_is_sound() {
    let answer = "Zoë Ångström (Näktergal AB, Årstaängsvägen 21, Stockholm); «Łukasz Żak», Kraków | — ; ; ( and , Ms. . O'";
    let report = lint("answer.txt", &paper(REQUEST, answer), Stage::Notice);
    for person in &report.persons {
        let spans = person.stretches.iter().chain(person.fields.iter().flat_map(|field| &field.evidence));
        for span in spans.chain(person.details.iter().map(|detail| &detail.span)).chain([&person.name]) {
            assert!(!report.document.slice(*span).trim().is_empty());
        }
    }
    assert!(report.persons.iter().any(|person| report.document.slice(person.name) == "Zoë Ångström"));
}

#[test]
fn tables_and_lists_of_word_and_markdown_papers_are_read_as_plain_ones_are() {
    let table = "| Name | Address | Telephone |\n|---|---|---|\n| Ida Krol | 9 Ash Lane, Salem, OR 97301 | (503) 555-0112 |\n| Per Lund | Utah | unknown |";
    let list = "- **Ida Krol**, 9 Ash Lane, Salem, OR 97301, (503) 555-0112\n- **Per Lund**, Utah, telephone unknown";
    for answer in [table, list] {
        for name in ["answer.txt", "answer.md"] {
            let report = lint(name, &paper(REQUEST, answer), Stage::Notice);
            let names: Vec<&str> =
                report.persons.iter().map(|person| report.document.slice(person.name)).collect();
            assert_eq!(names, ["Ida Krol", "Per Lund"], "{name}: {answer}");
            let city = (Severity::Error, "city-only-address: address".to_owned());
            assert_eq!(found(&report), [city], "{name}: {answer}");
        }
    }
}

/// Ten thousand persons take no more than some forty times as long as five hundred.
#[test]
fn time_grows_with_the_number_of_persons_and_no_faster() {
    let forms: [fn(usize) -> String; 5] = [
        |at| format!("{at}. Ida{at} Krol, Salem, Oregon.\n"),
        |at| format!("Ida Kr{}ol, ", "o".repeat(at % 40)),
        |at| format!("Name: Ida K{}\nAddress: Salem\n\n", name(at)),
        |at| format!("Ida K{} knows Max Orr, and they both know all of these persons; ", name(at)),
        |at| format!("Ida K{}, Analyst, and Bo L{}, Clerk, Salem, ", name(at), name(at)),
    ];
    for (index, form) in forms.iter().enumerate() {
        let time = |count: usize| {
            let answer: String = (0..count).map(form).collect();
            let text = paper(REQUEST, &answer);
            let rules = rules();
            let start = Instant::now();
            let report = particulars::lint("answer.txt", text, &rules, Stage::Notice).unwrap();
            assert!(index < 2 || report.persons.len() > count / 2, "form {index}: {}", report.persons.len());
            start.elapsed()
        };
        let (few, many) = (time(500), time(10_000));
        assert!(many.as_secs_f64() < 60.0 * few.as_secs_f64().max(0.01), "form {index}: {few:?}, {many:?}");
    }
}

/// Letters that stand for a number.
fn name(mut number: usize) -> String {
    let mut letters = String::new();
    while number > 0 || letters.is_empty() {
        letters.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    letters
}
