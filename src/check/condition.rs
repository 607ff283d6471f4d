//! Whether a rule's condition holds, and at which words.

use super::alike::Alike;
use super::facts::places;
use crate::document::{Document, Span};
use crate::lexicon::{GLUE, Lists};
use crate::particular::{Name, Particulars, State};
use crate::pattern::Pattern;
use crate::phrase::Hit;
use crate::response::{AnswerState, Item, Response};
use crate::rule::{Condition, Fact, ItemsCondition, PaperCondition};
use crate::word::Word;

/// What a condition is asked of: an item with its reading, or an interrogatory or a paper without one.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The paper.
    pub document: &'a Document,
    /// The paper, as far as it is taken apart.
    pub response: &'a Response,
    /// The words looked at.
    pub span: Span,
    /// The stretches of them that a pattern is looked for in: of an answer, what stands outside its items.
    pub stretches: &'a [Span],
    /// The words that the hits are in.
    pub words: &'a [Word],
    /// The phrases found in those stretches.
    pub hits: &'a [Hit],
    /// What an item states.
    pub particulars: Option<&'a Particulars>,
    /// Something says what is to be stated of each person.
    pub told: bool,
    /// The state of the answer it belongs to, if it is one or a part of one.
    pub answer: Option<AnswerState>,
    /// The objections of that answer, in order.
    pub objections: &'a [Span],
    /// Of an answer as a whole: its items.
    pub items: &'a [Item],
    /// Of a whole paper: the items that are like earlier ones.
    pub alike: &'a [Alike],
    /// What each of those items states.
    pub stated: &'a [Particulars],
}

/// `None` if the condition does not hold; otherwise the words that it names, if it names any.
pub fn holds(condition: &Condition, subject: &Subject<'_>) -> Option<Option<Span>> {
    let answers = condition
        .answer
        .as_ref()
        .is_none_or(|states| subject.answer.is_some_and(|answer| states.contains(&answer)));
    let is_told = condition.told.is_none_or(|told| told == subject.told);
    if !answers || !is_told || !holds_of_item(condition, subject) {
        return None;
    }
    if condition.items.as_ref().is_some_and(|items| !holds_of_items(items, subject)) {
        return None;
    }
    let mut words = None;
    if let Some(group) = condition.phrase {
        words = Some(phrase(group, subject)?);
    }
    if let Some(pattern) = &condition.pattern {
        let found = subject
            .stretches
            .iter()
            .find_map(|stretch| matched(pattern, condition.defined, *stretch, subject))?;
        words = words.or(Some(found));
    }
    if let Some(paper) = &condition.paper {
        words = words.or(Some(of_paper(paper, subject)?));
    }
    if let Some(nested) = &condition.objection {
        words = words.or(Some(objection(nested, subject)?));
    }
    for nested in &condition.all {
        words = holds(nested, subject)?.or(words);
    }
    if !condition.any.is_empty() {
        let found = condition.any.iter().find_map(|nested| holds(nested, subject))?;
        words = words.or(found);
    }
    condition.none.iter().all(|nested| holds(nested, subject).is_none()).then_some(words)
}

/// The place that a condition on the whole paper names: the first of the last fact that it must hold.
fn of_paper(condition: &PaperCondition, subject: &Subject<'_>) -> Option<Span> {
    let first = |fact: &Fact| places(*fact, subject).first().copied();
    let mut place = None;
    for fact in &condition.has {
        place = Some(first(fact)?);
    }
    place.filter(|_| condition.lacks.iter().all(|fact| first(fact).is_none()))
}

/// The first match in a stretch that is, or is not, a term which the paper defines.
fn matched(pattern: &Pattern, defined: Option<bool>, stretch: Span, subject: &Subject<'_>) -> Option<Span> {
    let mut from = stretch.start;
    loop {
        let (start, end) = pattern.find(subject.document.slice(Span::new(from, stretch.end)))?;
        let found = Span::new(from + start, from + end);
        let words = subject.document.slice(found);
        if defined.is_none_or(|wanted| wanted == subject.response.parts.defines(words)) {
            return Some(found);
        }
        from = found.end;
        if found.is_empty() {
            return None;
        }
    }
}

fn phrase(group: u32, subject: &Subject<'_>) -> Option<Span> {
    let hits = subject.hits.iter().filter(|hit| hit.group == group);
    hits.map(|hit| hit.span(subject.words)).find(|words| subject.span.contains(*words))
}

/// The words at fault in the first objection that meets the condition: those it names, or the whole objection.
fn objection(condition: &Condition, subject: &Subject<'_>) -> Option<Span> {
    subject.objections.iter().find_map(|span| {
        let stretches = [*span];
        let objection = Subject { span: *span, stretches: &stretches, ..*subject };
        holds(condition, &objection).map(|words| words.unwrap_or(*span))
    })
}

/// The parts of a condition that only an item can meet.
fn holds_of_item(condition: &Condition, subject: &Subject<'_>) -> bool {
    let asks_of_item = condition.subject.is_some()
        || condition.first_subject.is_some()
        || condition.most_words.is_some()
        || condition.only_words.is_some()
        || condition.most_particulars.is_some()
        || !condition.elements.is_empty();
    let Some(particulars) = subject.particulars else { return !asks_of_item };
    let any =
        condition.subject.as_ref().is_none_or(|ids| particulars.subjects.iter().any(|id| ids.contains(id)));
    let first = condition
        .first_subject
        .as_ref()
        .is_none_or(|ids| particulars.subjects.first().is_some_and(|id| ids.contains(id)));
    let short = condition
        .most_words
        .is_none_or(|most| subject.words.iter().filter(|word| word.is_wordlike()).count() <= most);
    let only = condition.only_words.is_none_or(|lists| only_words(lists, subject.words));
    let few = condition.most_particulars.as_ref().is_none_or(|(kinds, most)| {
        particulars.found.iter().filter(|particular| kinds.contains(&particular.kind)).count() <= *most
    });
    let stated = condition.elements.iter().all(|(id, states)| states.contains(&particulars.state(id)));
    any && first && short && only && few && stated
}

/// The answer has items, and they are as the condition says.
fn holds_of_items(condition: &ItemsCondition, subject: &Subject<'_>) -> bool {
    let is_stated = |id: &Name| subject.stated.iter().any(|item| item.state(id) == State::Present);
    let is_labelled = || subject.items.iter().any(|item| item.label.is_some());
    subject.items.len() >= condition.at_least.max(1)
        && condition.labelled.is_none_or(|labelled| labelled == is_labelled())
        && condition.some_state.iter().all(is_stated)
        && !condition.none_state.iter().any(is_stated)
}

fn only_words(lists: Lists, words: &[Word]) -> bool {
    let mut carrying =
        words.iter().filter(|word| word.is_wordlike() && !word.has(GLUE) || word.has(lists)).peekable();
    carrying.peek().is_some() && carrying.all(|word| word.has(lists))
}
