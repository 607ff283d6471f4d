//! Reports made by hand, for the tests of the writers.

use crate::document::{Document, Span};
use crate::finding::Finding;
use crate::lexicon::Lexicon;
use crate::particular::{Element, Ground, Name, Particular, ParticularKind, Particulars, Reason, State};
use crate::report::Report;
use crate::response::{AnswerState, Asked, Interrogatory, Item, Kind, Response};
use crate::rule::{
    Authorities, Authority, ByStage, Condition, Confidence, ElementRule, Evidence, Inquiries, Rule, RuleSet,
    Scope, Severity, Stage, StageRule,
};

/// The answer in the founding opinion, with eight items in one sentence.
pub const FOUNDING: &str = "RESPONSE TO INTERROGATORY NO. 9:\n\nLivePerson's tag; the way in which LivePerson's tag \
and LivePerson's application server communicate; the data transmitted to and from LivePerson's tag; LivePerson's \
customized designs for its clients' engagement objectives; the way in which LivePerson's applications process website \
visitor behavior; the way in which LivePerson's applications determine whether to initiate an engagement; the outputs \
from LivePerson's applications; and the outputs contained in LivePerson's reports, transcripts, data extracts, or other \
forms.\n";

/// The elements that the made-up items are held to.
const ELEMENTS: [(&str, &str, &str); 5] = [
    ("content", "content", "What are the data?"),
    ("purpose", "purpose", "What are they for?"),
    ("sender-and-recipient", "exchange", "Who sends them, and who receives them?"),
    ("secret-portion", "secret part", "Which part is secret?"),
    ("means", "means", "How is it done?"),
];

pub fn span_of(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words stand in the text");
    Span::new(start, start + words.len())
}

/// The founding answer with one finding on each item.
pub fn founding(stage: Stage) -> Report {
    let answer = FOUNDING.find("LivePerson's tag;").expect("it starts so");
    let words = FOUNDING[answer..].trim_end().trim_end_matches('.');
    let items: Vec<Span> =
        words.split("; ").map(|item| span_of(FOUNDING, item.trim_start_matches("and "))).collect();
    report("answer.txt", FOUNDING, &items, stage)
}

/// A report on `text` with these items, one finding on each.
pub fn report(name: &str, text: &str, items: &[Span], stage: Stage) -> Report {
    let found = items.iter().enumerate().map(|(index, span)| finding(index, *span)).collect();
    let particulars = items.iter().map(|span| particulars(*span, span.len() > 40)).collect();
    let items = items.iter().enumerate().map(|(index, span)| item(index, *span)).collect();
    let response = Response {
        kind: Kind::Response,
        legend: None,
        interrogatories: vec![Interrogatory {
            number: Some("9".to_owned()),
            request: None,
            objections: Vec::new(),
            answer: Some(Span::new(0, text.len())),
            state: AnswerState::Answered,
            asked: Asked::Secrets,
            further: None,
        }],
        items,
        parts: crate::response::Parts::default(),
    };
    let document = Document::plain(name, text.to_owned(), "0".repeat(64));
    Report::new(document, response, particulars, found, stage)
}

fn item(index: usize, span: Span) -> Item {
    let label = Some("(label)".to_owned());
    Item { id: format!("9.{}", index + 1), interrogatory: 0, label, span, lead: None }
}

fn finding(index: usize, span: Span) -> Finding {
    Finding {
        rule: Name::from("unspecified-data"),
        severity: ByStage {
            notice: Severity::Warning,
            particularity: Severity::Error,
            summary_judgment: Severity::Error,
        },
        item: Some(index),
        earlier: None,
        persons: Vec::new(),
        documents: Vec::new(),
        interrogatory: Some(0),
        names_words: true,
        span,
        missing: names(&["content", "purpose", "sender-and-recipient", "secret-portion"]),
        partial: names(&["sender-and-recipient"]),
        shifts: Vec::new(),
    }
}

fn particulars(span: Span, is_process: bool) -> Particulars {
    let states = [State::Absent, State::Absent, State::Partial, State::Absent, State::Present];
    let applying = if is_process { 5 } else { 4 };
    let elements = ELEMENTS.iter().zip(states).take(applying).map(|((id, ..), state)| Element {
        id: Name::from(*id),
        state,
        evidence: if state == State::Present { vec![span] } else { Vec::new() },
    });
    let found = if is_process { vec![Particular { span, kind: ParticularKind::Means }] } else { Vec::new() };
    let reasons = vec![Reason { ground: Ground::Head, span }];
    Particulars { subjects: names(&["data"]), reasons, head: span, found, elements: elements.collect() }
}

/// One rule, five elements and three authorities.
pub fn rules() -> RuleSet {
    RuleSet {
        rules: vec![rule()],
        elements: ELEMENTS.map(element).into(),
        authorities: authorities(),
        stages: ByStage {
            notice: stage_rule("notice-discovery"),
            particularity: stage_rule("reasonable-particularity"),
            summary_judgment: stage_rule("summary-judgment"),
        },
        lexicon: Lexicon::new(),
        ..RuleSet::default()
    }
}

fn stage_rule(courts_say: &str) -> StageRule {
    StageRule { courts_say: vec![courts_say.to_owned()], ..StageRule::default() }
}

fn element((id, short, question): (&str, &str, &str)) -> ElementRule {
    ElementRule {
        scope: Scope::Item,
        id: Name::from(id),
        short: short.to_owned(),
        question: question.to_owned(),
        wording: id.to_owned(),
        engineer: Inquiries::default(),
        is_of_every_item: false,
        present: Evidence::default(),
        partial: Evidence::default(),
        disclaimed: Evidence::default(),
        labels: Vec::new(),
    }
}

fn authorities() -> Authorities {
    let authority = |key: &str, citation: &str, stage: &str, held: &str, confidence: &str| Authority {
        key: Name::from(key),
        name: key.to_owned(),
        citation: citation.to_owned(),
        pincite: None,
        court: "S.D.N.Y.".to_owned(),
        year: None,
        kind: Some("case".to_owned()),
        stage: vec![stage.to_owned()],
        jurisdictions: Vec::new(),
        claims: Vec::new(),
        holds_for: held.to_owned(),
        proposition: format!(
            "What {key} stands for, in a sentence that is long enough to need a second line."
        ),
        caution: Some(format!("What a user must know before citing {key}.")),
        later_history: None,
        confidence: confidence.to_owned(),
    };
    let founding = "LivePerson, Inc. v. 24/7 Customer, Inc., No. 14 Civ. 1559 (RWS) (S.D.N.Y. June 22, 2016)";
    let later = "Big Vision Private Ltd. v. E.I. DuPont de Nemours & Co., 1 F. Supp. 3d 224 (S.D.N.Y. 2014)";
    let all = [
        authority("founding-2016", founding, "notice-discovery", "sufficient", "high"),
        authority("later-2014", later, "summary-judgment", "insufficient", "medium"),
        authority(
            "unsure-1999",
            "Unsure v. Doubtful, 1 F.9th 1 (1999)",
            "notice-discovery",
            "insufficient",
            "low",
        ),
    ];
    all.into_iter().collect()
}

fn rule() -> Rule {
    Rule {
        id: Name::from("unspecified-data"),
        summary: String::new(),
        scope: Scope::Item,
        when: Condition::default(),
        requires: ELEMENTS.iter().map(|(id, _, _)| Name::from(*id)).collect(),
        severity: ByStage {
            notice: Severity::Warning,
            particularity: Severity::Error,
            summary_judgment: Severity::Error,
        },
        confidence: Confidence::High,
        message: "{item} claims data but does not state what they are, what they are for, who sends and receives them, or \
                  which part is secret"
            .to_owned(),
        ask: "State the content, the purpose, the sender and the recipient, and the secret part.".to_owned(),
        engineer: None,
        why: String::new(),
        authorities: names(&["unsure-1999", "founding-2016", "later-2014"]),
        contrary: Vec::new(),
        flagged: Vec::new(),
        clean: Vec::new(),
        known_miss: Vec::new(),
        origin: "built-in".into(),
    }
}

fn names(names: &[&str]) -> Vec<Name> {
    names.iter().map(|name| Name::from(*name)).collect()
}
