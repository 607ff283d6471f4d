//! What the sentences of an answer claim, where it has no list.

use std::ops::Range;

use crate::lexicon::{GLUE, LEGAL_LABEL, NUMBER_WORD, PADDING, STORY_VERB};
use crate::split::answers::{defers, span_of};
use crate::split::claims::{Claim, claim, is_bare, is_reservation};
use crate::split::items::spoken::{is_told_in_steps, spoken};
use crate::split::items::{Found, whole};
use crate::split::series::{members, top_level, trim};
use crate::word::Word;

/// The items of an answer without labels.
pub fn claimed(text: &str, words: &[Word], body: &[Range<usize>]) -> Vec<Found> {
    if is_told_in_steps(text, words, body) {
        return vec![whole(text, words, body[0].start..body[body.len() - 1].end)];
    }
    let told = spoken(text, words, body);
    if !told.is_empty() {
        return told;
    }
    // "Defendants took it with them": a story of what was named before.
    let names = |claim: &Claim| {
        claim.is_strong || !words[claim.object.start].is_one_of(text, &["it", "them", "him", "her"])
    };
    let claims: Vec<Option<Claim>> =
        body.iter().map(|sentence| claim(text, words, sentence.clone()).filter(names)).collect();
    let has_strong = claims.iter().flatten().any(|claim| claim.is_strong);
    let mut teller = Teller { text, words, body, found: Vec::new(), last: None };
    let mut at = 0;
    while at < body.len() {
        let counts = |claim: &&Claim| claim.is_strong || !has_strong;
        let claim = claims[at].as_ref().filter(counts);
        at = match claim {
            _ if claims[at].as_ref().map_or(teller.leads_on(at), |claim| teller.announces(claim)) => {
                let told = (at + 1..body.len())
                    .take_while(|next| claims[*next].as_ref().is_none_or(|c| !counts(&c)));
                teller.announce(at, told.count())
            }
            Some(claim) if teller.points_back(at, claim) => teller.look_back(at),
            Some(claim) if is_reservation(text, words, claim.lead.clone()) => teller.reserve(at),
            Some(claim) => teller.claim(at, claim, &claims),
            None if teller.names_again(at) => at + 1,
            None => teller.tell(at),
        };
    }
    if teller.found.is_empty() {
        return unclaimed(text, words, &body[usize::from(teller.only_leads(0))..]);
    }
    teller.found
}

/// Words, with the colon, of a sentence that only leads to the next.
const LONGEST_LEAD: usize = 4;

/// Words of an item that a sentence after it can refer back to.
const FARTHEST: usize = 200;

/// Goes through the sentences of an answer; each step returns the sentence after those it has read.
pub(super) struct Teller<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) body: &'a [Range<usize>],
    pub(super) found: Vec<Found>,
    /// The last sentence that belongs to the last item, if that item stands alone in it; and the item's words.
    pub(super) last: Option<(usize, Range<usize>)>,
}

impl Teller<'_> {
    /// The claim only announces: "the trade secrets are these", "answers in three parts".
    fn announces(&self, claim: &Claim) -> bool {
        let only_leads = |word: &Word| {
            !word.is_wordlike()
                || word.has(GLUE.with(NUMBER_WORD))
                || word.is_one_of(self.text, &["follows", "parts", "respects", "ways", "kinds", "things"])
        };
        claim.object.len() < 8 && self.words[claim.object.clone()].iter().all(only_leads)
    }

    /// The sentence claims nothing and ends "..., which is as follows".
    fn leads_on(&self, at: usize) -> bool {
        let sentence = self.body[at].clone();
        let is = |back: usize, form: &str| {
            sentence.len() > back && self.words[sentence.end - back].is_one_of(self.text, &[form])
        };
        at + 1 < self.body.len() && is(3, "as") && is(2, "follows")
    }

    /// "Norvik adds:" before what it adds.
    fn only_leads(&self, at: usize) -> bool {
        let sentence = self.body[at].clone();
        at + 1 < self.body.len() && sentence.len() <= LONGEST_LEAD && self.words[sentence.end - 1].is(b':')
    }

    /// The `count` sentences after an announcement tell one item.
    fn announce(&mut self, at: usize, count: usize) -> usize {
        let mut told = (at + 1..=at + count).filter(|next| !self.is_background(*next));
        if let Some(first) = told.next() {
            let last = told.next_back().unwrap_or(first);
            self.found.push(whole(self.text, self.words, self.body[first].start..self.body[last].end));
            self.last = None;
        }
        at + count + 1
    }

    /// The claim names what was told before it: "X claims this sequence and not the materials".
    fn points_back(&self, at: usize, claim: &Claim) -> bool {
        let first = self.words[claim.object.start];
        let second = self.words.get(claim.object.start + 1);
        let points = first.is_one_of(self.text, &["this", "these", "that", "those"])
            || first.is_one_of(self.text, &["the"])
                && second.is_some_and(|word| word.is_one_of(self.text, &["foregoing", "above", "aforesaid"]));
        points && at > 0 && self.found.is_empty()
    }

    /// All that was told before sentence `at` is one item.
    fn look_back(&mut self, at: usize) -> usize {
        self.found.push(whole(self.text, self.words, self.body[0].start..self.body[at - 1].end));
        self.last = None;
        at + 1
    }

    fn reserve(&mut self, at: usize) -> usize {
        self.found.push(whole(self.text, self.words, self.body[at].clone()));
        self.last = None;
        at + 1
    }

    fn claim(&mut self, at: usize, claim: &Claim, claims: &[Option<Claim>]) -> usize {
        let end = self.list_end(at, claim, claims);
        let mut claim = claim.clone();
        if end > at {
            claim.object = trim(self.text, self.words, claim.object.start..self.body[end].end);
        }
        let found = split_claim(self.text, self.words, &claim);
        self.last = (found.len() == 1).then_some((end, claim.object));
        self.found.extend(found);
        end + 1
    }

    /// A list between semicolons that has not come to its "; and" goes on in the sentences after.
    fn list_end(&self, at: usize, claim: &Claim, claims: &[Option<Claim>]) -> usize {
        let joints = |range: Range<usize>| top_level(self.words, range, |at| self.words[at].is(b';'));
        let closes = |joint: &usize| self.words[joint + 1].is_one_of(self.text, &["and", "or"]);
        let open = joints(claim.object.clone());
        if open.is_empty() || open.iter().any(closes) {
            return at;
        }
        let next = (at + 1..self.body.len().min(at + 4)).take_while(|next| claims[*next].is_none());
        let mut next = next.filter(|next| {
            let sentence = self.body[*next].clone();
            joints(sentence.start..sentence.end - 1).iter().any(closes)
        });
        next.next().unwrap_or(at)
    }

    /// A sentence that claims nothing: more of an item, or what "that proprietary ..." refers back to.
    fn tell(&mut self, at: usize) -> usize {
        let sentence = self.body[at].clone();
        let denies = ["none", "nothing", "no"];
        let says = trim(self.text, self.words, sentence.clone());
        if self.words[sentence.start].is_one_of(self.text, &denies)
            || says.is_empty()
            || defers(self.text, &self.words[sentence.clone()])
        {
            return at + 1;
        }
        let alone = self.found.len() == 1 && !self.is_background(at);
        let refers = self.last.as_ref().is_some_and(|(last, object)| {
            last + 1 == at && self.refers_to(sentence.clone(), object.clone(), false)
        });
        if alone || refers {
            if let Some(last) = self.found.last_mut() {
                last.span.end = span_of(&self.words[trim(self.text, self.words, sentence)]).end;
            }
            self.last = self.last.take().map(|(_, object)| (at, object));
        } else if at > 0
            && !self.is_found(at - 1)
            && !self.is_background(at - 1)
            && self.refers_to(sentence.clone(), self.body[at - 1].clone(), true)
        {
            self.found.push(whole(self.text, self.words, self.body[at - 1].start..sentence.end));
            self.last = None;
        }
        at + 1
    }

    /// The last item reaches into the sentence.
    fn is_found(&self, at: usize) -> bool {
        let start = self.words[self.body[at].start].start as usize;
        self.found.last().is_some_and(|found| found.span.end > start)
    }

    fn is_background(&self, at: usize) -> bool {
        is_background(self.text, &self.words[self.body[at].clone()])
    }

    /// "those documents", where `object` names documents; `by_label` wants "that proprietary ..." at the start.
    fn refers_to(&self, sentence: Range<usize>, object: Range<usize>, by_label: bool) -> bool {
        let points = |at: &usize| {
            self.words[*at].is_one_of(self.text, &["that", "this", "these", "those", "such"])
                && (!by_label || *at == sentence.start && self.words[at + 1].has(LEGAL_LABEL))
        };
        let object = object.start.max(object.end.saturating_sub(FARTHEST))..object.end;
        let names = |at: usize| {
            let noun = (at + 1..sentence.end).find(|at| !self.words[*at].has(LEGAL_LABEL));
            noun.is_some_and(|noun| {
                let form = self.words[noun].form(self.text);
                self.words[noun].is_wordlike()
                    && self.words[object.clone()]
                        .iter()
                        .any(|word| word.form(self.text).eq_ignore_ascii_case(form))
            })
        };
        let places = sentence.start..(sentence.end - 1).min(sentence.start + 12);
        places.filter(points).any(names)
    }
}

/// The items that one claim states.
pub fn split_claim(text: &str, words: &[Word], claim: &Claim) -> Vec<Found> {
    split_nested(text, words, claim, DEEPEST)
}

/// How deep claims can stand in one another ("...; that, more particularly, its trade secrets include ...").
const DEEPEST: usize = 3;

fn split_nested(text: &str, words: &[Word], claim: &Claim, depth: usize) -> Vec<Found> {
    let found = |part: Range<usize>, lead: Range<usize>| Found {
        label: None,
        span: span_of(&words[part]),
        lead: (!lead.is_empty()).then(|| span_of(&words[lead])),
    };
    let beside = claim.beside.iter().map(|beside| found(beside.clone(), claim.lead.start..beside.start));
    let parts = members(text, words, claim.object.clone(), claim.is_plural);
    // "...; that, more particularly, its trade secrets include ...": a claim of its own.
    let inner = |part: &Range<usize>| {
        let is_clause = depth > 0 && words[part.start].is_one_of(text, &["that"]);
        is_clause.then(|| self::claim(text, words, part.clone())).flatten().filter(|claim| claim.is_strong)
    };
    let split = parts.into_iter().flat_map(|part| match inner(&part) {
        Some(inner) => split_nested(text, words, &inner, depth - 1),
        None => vec![found(part, claim.lead.clone())],
    });
    beside.chain(split).collect()
}

/// The sentence tells of effort, value or secrecy, or of what the other side did.
fn is_background(text: &str, sentence: &[Word]) -> bool {
    let padding = sentence.iter().filter(|word| word.has(PADDING)).count();
    let story = sentence.iter().take(14).filter(|word| word.has(STORY_VERB)).count();
    let names_other_side =
        sentence.iter().take(3).any(|word| word.is_one_of(text, &["defendant", "defendants", "defendant's"]));
    padding > 1 || padding + story > 1 || names_other_side
}

/// An answer that claims nothing in so many words: a bare list, or a story in runs between its turns.
fn unclaimed(text: &str, words: &[Word], body: &[Range<usize>]) -> Vec<Found> {
    if body.len() == 1 || is_bare(text, words, body[0].clone()) {
        return body
            .iter()
            .filter(|sentence| is_bare(text, words, (*sentence).clone()) || body.len() == 1)
            .flat_map(|sentence| members(text, words, trim(text, words, sentence.clone()), false))
            .map(|part| Found { label: None, span: span_of(&words[part]), lead: None })
            .collect();
    }
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut opens = true;
    for sentence in body {
        if turns(text, &words[sentence.clone()]) {
            opens = true;
        } else if opens {
            runs.push(sentence.clone());
            opens = false;
        } else if let Some(run) = runs.last_mut() {
            run.end = sentence.end;
        }
    }
    runs.into_iter().map(|run| whole(text, words, run)).collect()
}

/// A short sentence that only turns to the next thing ("It then turned to weight.").
fn turns(text: &str, sentence: &[Word]) -> bool {
    sentence.len() < 14
        && sentence.iter().any(|word| {
            word.is_one_of(
                text,
                &["turned", "turning", "finally", "second", "third", "next", "lastly", "answers", "responds"],
            )
        })
}
