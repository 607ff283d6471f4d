//! A series between commas: where it parts, and which parts lean on the part before.

use std::ops::Range;

use crate::lexicon::{
    AUXILIARY, CONJUNCTION, DETERMINER, DOCUMENT_NOUN, GENERIC_MODIFIER, GENERIC_NOUN, PREPOSITION, PRONOUN,
    STRUCTURE_NOUN,
};
use crate::split::series::{List, top_level};
use crate::word::{Shape, Word};

impl List<'_> {
    pub(super) fn by_commas(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let places = top_level(self.words, range.clone(), |at| self.words[at].is(b','));
        let closes = |place: &usize| self.words.get(place + 1).is_some_and(|word| word.has(CONJUNCTION));
        let ends_in_and = || {
            places.last().is_some_and(|last| {
                self.words[*last..range.end].iter().any(|word| word.is_one_of(self.text, &["and"]))
            })
        };
        if places.is_empty()
            || !(places.iter().any(closes) || ends_in_and())
            || self.is_one_thing(range.clone(), places[0])
        {
            return vec![range];
        }
        let parts = self.cut(range.clone(), &places);
        let parts = self.with_last_pair(parts);
        let merged = self.merge(parts);
        if merged.len() > 1
            && !self.is_catch_all(&merged)
            && merged.iter().all(|part| self.is_noun_phrase(part.clone()))
        {
            merged
        } else {
            vec![range]
        }
    }

    /// "its code, its methods, and its other trade secrets": bare categories that claim everything at once.
    fn is_catch_all(&self, parts: &[Range<usize>]) -> bool {
        let is_bare = |part: &Range<usize>| part.len() < 6;
        let last = parts.last().map_or(&[][..], |last| &self.words[last.clone()]);
        let has = |forms: &[&str]| last.iter().any(|word| word.is_one_of(self.text, forms));
        parts.iter().all(is_bare) && has(&["other"]) && has(&["secret", "secrets"])
    }

    /// "a, b and c": the last pair is parted as well, if both of it stand by themselves.
    fn with_last_pair(&self, mut parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let Some(last) = parts.last().cloned() else { return parts };
        let and = top_level(self.words, last.clone(), |at| self.words[at].is_one_of(self.text, &["and"]))
            .first()
            .copied();
        if let Some(and) = and {
            let (before, after) = (last.start..and, and + 1..last.end);
            if before.len() > 1
                && self.is_noun_phrase(before.clone())
                && self.is_noun_phrase(after.clone())
                && !self.has_preposition(before.clone())
            {
                parts.pop();
                parts.extend([before, after]);
            }
        }
        parts
    }

    fn has_preposition(&self, part: Range<usize>) -> bool {
        self.words[part].iter().any(|word| word.has(PREPOSITION))
    }

    /// The words before the first comma already say that one thing is described.
    fn is_one_thing(&self, range: Range<usize>, comma: usize) -> bool {
        let describes = |word: &Word| {
            word.is_one_of(
                self.text,
                &[
                    "which",
                    "that",
                    "whose",
                    "where",
                    "whereby",
                    "wherein",
                    "how",
                    "when",
                    "combination",
                    "between",
                    "including",
                    "comprising",
                    "contained",
                    "embodied",
                    "found",
                ],
            )
        };
        let lists = |word: &Word| {
            word.is_one_of(
                self.text,
                &["namely", "being", "consisting", "comprising", "i.e", "containing", "specifically"],
            )
        };
        let spells_out =
            self.words.get(comma + 1).is_some_and(|word| word.is_one_of(self.text, &["including"]));
        spells_out
            || self.tells_contents(range.start..comma)
            || self.words[range.start..comma].iter().any(describes)
            || self.words[range].iter().any(lists)
    }

    /// "the list showing for each dealer its rate": what follows between commas stands in the list as well.
    fn tells_contents(&self, part: Range<usize>) -> bool {
        (part.start + 1..part.end).any(|at| {
            self.words[at].is_one_of(
                self.text,
                &["showing", "listing", "recording", "giving", "noting", "stating", "tabulating", "tracking"],
            ) && self.words[at - 1].has(DOCUMENT_NOUN.with(STRUCTURE_NOUN))
        })
    }

    /// Parts that do not stand by themselves go to the part they lean on.
    fn merge(&self, parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut merged: Vec<Range<usize>> = Vec::new();
        let mut waiting: Option<usize> = None;
        let mut in_clause = false;
        for part in parts {
            let start = waiting.take().unwrap_or(part.start);
            let whole = start..part.end;
            in_clause = self.is_in_clause(merged.last(), part.clone(), in_clause);
            if in_clause || self.leans_back(part.clone()) {
                match merged.last_mut() {
                    Some(last) => last.end = part.end,
                    None => merged.push(whole),
                }
            } else if self.shares_its_head(part) {
                waiting = Some(start);
            } else {
                merged.push(whole);
            }
        }
        if let (Some(start), Some(last)) = (waiting, merged.last_mut()) {
            last.end = start.max(last.end);
        }
        merged
    }

    /// The part is one more verb of the clause before it ("by which it designs, tests and sells its ferries").
    fn is_in_clause(&self, before: Option<&Range<usize>>, part: Range<usize>, in_clause: bool) -> bool {
        let first = self.words[part.start];
        if in_clause {
            return !first.has(DETERMINER) && !self.starts_with_owner(part);
        }
        let Some(before) = before.filter(|_| part.len() == 1 && first.shape == Shape::Lower) else {
            return false;
        };
        before.len() > 3
            && self.words[before.end - 2].is_one_of(self.text, &["it", "they", "he", "she", "we"])
            && self.words[before.end - 3]
                .is_one_of(self.text, &["which", "that", "whom", "how", "where", "when"])
    }

    /// "including ...", "such as ...", "some of which ...": more of the part before.
    fn leans_back(&self, part: Range<usize>) -> bool {
        let first = self.words[part.start];
        let second = self.words.get(part.start + 1);
        self.is_and_so_on(&part)
            || first.is_one_of(self.text, &["the"])
                && second.is_some_and(|word| word.is_one_of(self.text, &["like"]))
            || first.is_one_of(
                self.text,
                &[
                    "including",
                    "such",
                    "especially",
                    "particularly",
                    "as",
                    "in",
                    "with",
                    "some",
                    "both",
                    "from",
                    "for",
                    "to",
                    "on",
                    "at",
                    "by",
                    "of",
                    "namely",
                    "collectively",
                    "respectively",
                ],
            )
            || first.is_one_of(self.text, &["that"])
            || self.names_only(part.clone())
            || first.is_one_of(self.text, &["a", "an"])
                && (part.start + 1..part.end.min(part.start + 4))
                    .any(|at| self.words[at].is_one_of(self.text, &["which", "that", "whose"]))
            || first.has(PRONOUN) && !first.has(DETERMINER)
            || first.is_one_of(self.text, &["all", "each"])
                && second.is_some_and(|word| word.has(PREPOSITION))
    }

    /// "Publix and Aldi": names that go on a series of names.
    fn names_only(&self, part: Range<usize>) -> bool {
        let is_name = |word: &Word| matches!(word.shape, Shape::Capitalised | Shape::Upper);
        part.start > 2
            && is_name(&self.words[part.start - 2])
            && self.words[part].iter().all(|word| is_name(word) || word.has(CONJUNCTION))
    }

    /// "sales" in "sales, marketing and business strategies".
    fn shares_its_head(&self, part: Range<usize>) -> bool {
        let last = self.words[part.end - 1];
        last.has(GENERIC_MODIFIER) && !last.has(GENERIC_NOUN)
            || part.len() == 1 && !last.has(GENERIC_NOUN) && !last.form(self.text).ends_with('s')
    }

    /// Starts as a noun phrase, and its head (before any preposition) is a noun as far as can be told.
    fn is_noun_phrase(&self, part: Range<usize>) -> bool {
        let slice = &self.words[part.clone()];
        let ends_head =
            |word: &Word| word.has(PREPOSITION) || word.is_one_of(self.text, &["learned", "used", "known"]);
        let head_end = slice.iter().position(ends_head).unwrap_or(slice.len());
        let quoted = |word: &&Word| !word.is(b'"') && !word.is(b'\'');
        let Some(head) = slice[..head_end].iter().rev().find(quoted) else { return false };
        let first = slice[0];
        let owns = first.has(DETERMINER) || self.starts_with_owner(part);
        let is_noun = head.has(GENERIC_NOUN) || head.form(self.text).ends_with('s') || owns;
        is_noun
            && (head.is_wordlike() || head.shape == Shape::Number || head.is(b')') || head.is(b'"'))
            && !first.has(AUXILIARY)
    }

    pub(super) fn starts_with_owner(&self, part: Range<usize>) -> bool {
        self.words[part].iter().take(5).any(|word| word.shape == Shape::Possessive)
    }
}
