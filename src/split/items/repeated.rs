//! Sentences whose parts name the party again and again: "Acme grows ...; Acme stops ...; and Acme cleans ...".

use std::ops::Range;

use crate::split::items::claimed::Teller;
use crate::split::items::{Found, whole};
use crate::split::series::{top_level, trim};
use crate::word::Shape;

impl Teller<'_> {
    /// "Acme grows ...; Acme stops ...; and Acme cleans ...": each part with the same subject is an item, and what only
    /// announced them ("as to which it provides the following particulars") is none.
    pub(super) fn names_again(&mut self, at: usize) -> bool {
        let sentence = self.body[at].clone();
        let joints = top_level(self.words, sentence.clone(), |at| self.words[at].is(b';'));
        let starts = joints.iter().map(|joint| joint + 1);
        let mut parts = Vec::new();
        let mut start = sentence.start;
        for next in starts.chain([sentence.end + 1]) {
            parts.push(trim(self.text, self.words, start..(next - 1).min(sentence.end)));
            start = next;
        }
        if parts[0].is_empty() {
            return false;
        }
        let subject = |part: &Range<usize>| self.words[part.start].form(self.text);
        let first = subject(&parts[0]);
        let is_named = first.starts_with(char::is_uppercase)
            && self.words[parts[0].start + 1..parts[0].end]
                .first()
                .is_some_and(|verb| verb.shape == Shape::Lower);
        let repeats = parts.len() > 2
            && is_named
            && parts[1..].iter().all(|part| {
                !part.is_empty()
                    && (subject(part) == first
                        || self.words[part.start].is_one_of(self.text, &["it", "they"]))
            });
        if repeats {
            let announces = |found: &Found| {
                let end = self.words.partition_point(|word| (word.end as usize) <= found.span.end);
                self.words[end.saturating_sub(4)..end]
                    .iter()
                    .any(|word| word.is_one_of(self.text, &["following"]))
            };
            self.found.pop_if(|found| announces(found));
            self.last = None;
            let items: Vec<Found> =
                parts.into_iter().map(|part| whole(self.text, self.words, part)).collect();
            self.found.extend(items);
        }
        repeats
    }
}
