//! An answer, parted into what objects and what answers.

use std::ops::Range;

use crate::document::Span;
use crate::lexicon::{AUXILIARY, CLAIM_VERB, DOCUMENT_NOUN, OBJECTION};
use crate::response::AnswerState;
use crate::split::sentences::sentences;
use crate::split::series::trim;
use crate::word::{Forms, Shape, Word};

/// An answer, parted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The objections, sentence by sentence.
    pub objections: Vec<Span>,
    /// The sentences that answer, as ranges of words; the first may start after a bridge ("Subject to ...,").
    pub body: Vec<Range<usize>>,
    /// Whether and how it was answered.
    pub state: AnswerState,
}

/// Parts the answer that `words` make up.
pub fn part(text: &str, words: &[Word]) -> Answer {
    let mut objections = Vec::new();
    let mut body = Vec::new();
    for sentence in sentences(text, words) {
        let slice = &words[sentence.clone()];
        if let Some(bridge) = bridge(text, slice) {
            if bridge.start > 0 {
                objections.push(span_of(&slice[..bridge.start]));
            }
            let after = sentence.start + bridge.end..sentence.end;
            body.extend(says_something(text, words, after));
        } else if objects(text, slice)
            || body.is_empty() && !objections.is_empty() && goes_on_objecting(text, slice)
        {
            objections.push(span_of(slice));
        } else {
            body.extend(says_something(text, words, sentence));
        }
    }
    let state = state(text, words, &objections, &body);
    Answer { objections, body, state }
}

/// The sentence, if it holds more than marks and "and".
fn says_something(text: &str, words: &[Word], sentence: Range<usize>) -> Option<Range<usize>> {
    let says = &words[trim(text, words, sentence.clone())];
    says.iter().any(|word| word.is_wordlike() || word.shape == Shape::Number).then_some(sentence)
}

/// The span from the first word to the last.
pub fn span_of(words: &[Word]) -> Span {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => Span::new(first.start as usize, last.end as usize),
        _ => Span::new(0, 0),
    }
}

/// The words that lead from objection to answer ("Subject to and without waiving the foregoing,").
fn bridge(text: &str, sentence: &[Word]) -> Option<Range<usize>> {
    if let Some(turn) = sentence.windows(2).position(|pair| {
        pair[1].has(CLAIM_VERB) && pair[0].is_one_of(text, &["otherwise", "nevertheless", "nonetheless"])
    }) {
        return Some(turn..turn + 2);
    }
    let start = sentence
        .iter()
        .enumerate()
        .filter(|(_, word)| word.is_any(text, &OPENS_BRIDGE))
        .find_map(|(at, _)| opens_bridge(text, sentence, at).then_some(at))?;
    let after_and = start > 0 && sentence[start - 1].is_one_of(text, &["and", "but"]);
    if start > 0 && !after_and && !sentence[start - 1].is(b',') {
        return None;
    }
    let refers_back = |word: &&Word| {
        word.has(OBJECTION)
            || word.is_one_of(
                text,
                &["foregoing", "thereto", "them", "same", "that", "waiving", "waiver", "these", "those"],
            )
    };
    let comma = start + bridge_end(text, &sentence[start..])?;
    let mut end = comma;
    if sentence.get(comma + 1).is_some_and(|word| word.is_one_of(text, &["and", "but"]))
        && opens_bridge(text, sentence, comma + 2)
    {
        end = comma + 1 + sentence[comma + 1..].iter().position(|word| word.is(b','))?;
    }
    let reserves = sentence[start].is_one_of(text, &["reserving"]);
    (reserves || sentence[start..=end].iter().any(|word| refers_back(&word))).then_some(start..end + 1)
}

/// The last word of a bridge: a comma, a colon, a dash that stands apart, or the objections themselves where who answers
/// follows at once ("... the foregoing objections Plaintiff states").
fn bridge_end(text: &str, sentence: &[Word]) -> Option<usize> {
    let is_apart = |at: usize| {
        at > 0
            && sentence[at - 1].end < sentence[at].start
            && sentence.get(at + 1).is_some_and(|next| next.start > sentence[at].end || next.is(b'-'))
    };
    let answers = |at: usize| {
        let after = &sentence[at + 1..sentence.len().min(at + 6)];
        sentence[at].is_one_of(text, &["objection", "objections"])
            && after
                .first()
                .is_some_and(|word| word.shape == Shape::Capitalised || word.is_one_of(text, &["it"]))
            && after.iter().any(|word| word.has(CLAIM_VERB))
    };
    (0..sentence.len()).find(|at| {
        matches!(sentence[*at].mark(), b',' | b':') || sentence[*at].is(b'-') && is_apart(*at) || answers(*at)
    })
}

const OPENS_BRIDGE: Forms = Forms::new(&[
    "subject",
    "without",
    "notwithstanding",
    "reserving",
    "over",
    "preserving",
    "despite",
    "maintaining",
    "standing",
    "with",
]);

fn opens_bridge(text: &str, sentence: &[Word], at: usize) -> bool {
    let is = |at: usize, forms: &[&str]| sentence.get(at).is_some_and(|word| word.is_one_of(text, forms));
    is(at, &["subject"]) && is(at + 1, &["to", "thereto"])
        || is(at, &["without"]) && is(at + 1, &["waiving", "waiver", "prejudice"])
        || is(at, &["notwithstanding"])
        || is(at, &["reserving"]) && is(at + 1, &["the", "its", "all"])
        || is(at, &["over", "preserving", "despite", "maintaining", "standing", "with"])
            && (at + 1..at + 5).any(|near| sentence.get(near).is_some_and(|word| word.has(OBJECTION)))
}

/// The sentence objects: "X objects to ...", "Objection, ...", "X incorporates its general objections".
fn objects(text: &str, sentence: &[Word]) -> bool {
    let is = |at: usize, forms: &[&str]| sentence.get(at).is_some_and(|word| word.is_one_of(text, forms));
    let speaks_of_request = is(0, &["this", "the"])
        && is(1, &["request", "interrogatory"])
        && is(2, &["is", "calls", "seeks", "also", "further", "asks", "requires"]);
    if speaks_of_request {
        return true;
    }
    let head = &sentence[..sentence.len().min(12)];
    head.iter().enumerate().any(|(at, word)| {
        word.has(OBJECTION)
            && (!word.is_one_of(text, &["object", "objects"])
                || sentence.get(at + 1).is_some_and(|next| {
                    next.is_one_of(text, &["to", "that", "on", "as", "because", "insofar"])
                        || next.is(b'.')
                        || next.is(b',')
                }))
    })
}

/// "The request calls for ...": more of the objection before it.
fn goes_on_objecting(text: &str, sentence: &[Word]) -> bool {
    let head = &sentence[..sentence.len().min(3)];
    head.iter().any(|word| word.is_one_of(text, &["request", "interrogatory", "calls"]))
}

fn state(text: &str, words: &[Word], objections: &[Span], body: &[Range<usize>]) -> AnswerState {
    if body.is_empty() {
        return if objections.is_empty() { AnswerState::NoAnswer } else { AnswerState::ObjectionOnly };
    }
    let bodies = || body.iter().map(|sentence| &words[sentence.clone()]);
    if bodies().all(|sentence| defers(text, sentence)) {
        return if objections.is_empty() { AnswerState::NoAnswer } else { AnswerState::ObjectionOnly };
    }
    if bodies().all(|sentence| points(text, sentence) || defers(text, sentence)) {
        return AnswerState::DocumentsOnly;
    }
    AnswerState::Answered
}

/// The sentence only puts the answer off ("Plaintiff will supplement this response.").
pub fn defers(text: &str, sentence: &[Word]) -> bool {
    let has = |forms: &[&str]| sentence.iter().any(|word| word.is_one_of(text, forms));
    let claims = (1..sentence.len()).any(|at| {
        sentence[at].has(CLAIM_VERB)
            && !sentence[at].is_one_of(text, &["states", "answers", "responds"])
            && !sentence[at - 1].has(AUXILIARY)
            && !sentence[at - 1].is_one_of(text, &["to", "not"])
    });
    let promises = sentence.windows(2).any(|pair| {
        pair[0].is_one_of(text, &["will", "shall"])
            && pair[1].is_one_of(
                text,
                &["identify", "disclose", "provide", "state", "supplement", "describe", "respond", "answer"],
            )
    });
    let puts_off = promises && has(&["discovery", "later", "course", "after", "upon", "once"]);
    sentence.len() < 40 && !claims && puts_off
        || sentence.len() < 40
            && !claims
            && (has(&["supplement", "amend", "confer"]) && has(&["will", "reserves", "reserve", "right"])
                || has(&["investigation", "discovery"]) && has(&["ongoing", "continuing", "continues"]))
            && !has(&["secret", "secrets"])
        || sentence.iter().all(|word| word.mark() != 0 || word.is_one_of(text, &["blank", "tbd", "pending"]))
}

/// The sentence points to documents and states nothing ("See the documents produced at ...").
fn points(text: &str, sentence: &[Word]) -> bool {
    let first_is_see = sentence.first().is_some_and(|word| word.is_one_of(text, &["see"]));
    let refers = sentence.iter().take(10).any(|word| word.is_one_of(text, &["refers", "directs", "refer"]))
        && !sentence.iter().any(|word| word.has(CLAIM_VERB));
    let produces = sentence
        .iter()
        .any(|word| word.is_one_of(text, &["produce", "produced", "produces", "found", "production"]))
        && sentence.iter().any(|word| word.has(DOCUMENT_NOUN))
        && sentence.iter().any(|word| {
            word.is_one_of(text, &["responsive", "answer", "33", "derived", "ascertained", "found"])
        });
    sentence.len() < 90 && (first_is_see || refers || produces)
}
