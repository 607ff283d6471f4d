//! Where the object of a claim starts and ends, once its verb is found.

use crate::lexicon::{AUXILIARY, PRONOUN};
use crate::split::claims::Reader;
use crate::split::series::top_level;
use crate::word::Shape;

const ELABORATORS: &[&str] = &[
    "namely",
    "consisting",
    "comprising",
    "covering",
    "include",
    "includes",
    "comprise",
    "comprises",
    "including",
    "comprised",
];

impl Reader<'_> {
    /// Skips what stands between verb and object: "as its trade secret", "to Y", "with Y,", "among other things,".
    pub(super) fn strip(&self, mut at: usize) -> usize {
        for _ in 0..4 {
            at = self.after_limit(at);
            let comma = (at..self.sentence.end.min(at + 12)).find(|at| self.words[*at].is(b','));
            if self.is(at, &["as"]) {
                let secret =
                    (at..self.sentence.end.min(at + 6)).find(|at| self.is(*at, &["secret", "secrets"]));
                let Some(secret) = secret else { return at };
                at = secret + 1;
            } else if self.is(at, &["to", "with"])
                && self.words.get(at + 1).is_some_and(|word| word.shape != Shape::Lower)
            {
                at += 1;
                while at < self.sentence.end
                    && self.words[at].shape != Shape::Lower
                    && !self.words[at].is(b',')
                {
                    at += 1;
                }
            } else if self.is(at, &["among"])
                || self.words.get(at).is_some_and(|word| word.is(b','))
                    && self.is(at + 1, &["among", "on", "in"])
            {
                let from = if self.words[at].is(b',') { at + 1 } else { at };
                let Some(close) = (from..self.sentence.end).find(|at| self.words[*at].is(b',')) else {
                    return at;
                };
                at = close + 1;
            } else if self.is(at, &["in"]) && self.is(at + 1, &["the"]) && self.is(at + 3, &["place"]) {
                at += 4;
            } else if comma == Some(at) || self.is(at, &["follows", "that"]) {
                at += 1;
            } else if self.words.get(at).is_some_and(|word| word.shape != Shape::Lower && word.is_wordlike())
                && self.is(at + 1, &["with"])
            {
                at += 2;
            } else {
                break;
            }
        }
        at.min(self.sentence.end)
    }

    /// Skips "but are not limited to," and "without limitation,".
    fn after_limit(&self, at: usize) -> usize {
        let is_comma = |at: usize| self.sentence.contains(&at) && self.words[at].is(b',');
        let from = at + usize::from(is_comma(at));
        let window = from..self.sentence.end.min(from + 6);
        let end = if self.is(from, &["but"]) {
            window.clone().find(|at| self.is(*at, &["limited"]) && self.is(*at + 1, &["to"])).map(|at| at + 2)
        } else {
            (self.is(from, &["without"]) && self.is(from + 1, &["limitation"])).then_some(from + 2)
        };
        let skips = |at: usize| is_comma(at) || self.sentence.contains(&at) && self.words[at].is(b':');
        end.map_or(at, |end| end + usize::from(skips(end)))
    }

    /// "The information is that in the files, and concerns chiefly the ...": what is claimed is what follows.
    fn after_second_verb(&self, start: usize) -> Option<usize> {
        let verbs =
            &["concerns", "includes", "comprises", "covers", "concern", "include", "comprise", "cover"];
        let joints = top_level(self.words, start..self.sentence.end, |at| {
            self.words[at].is(b',') && self.is(at + 1, &["and"])
        });
        let verb = joints.into_iter().map(|joint| joint + 2).find(|at| self.is(*at, verbs))?;
        let is_adverb =
            |at: usize| self.sentence.contains(&at) && self.words[at].form(self.text).ends_with("ly");
        let after = verb + 1 + usize::from(is_adverb(verb + 1));
        let points = self.is(start, &["that", "those"]) || self.is(start.wrapping_sub(1), &["that", "those"]);
        (points && after < self.sentence.end).then_some(after)
    }

    /// "trade secrets, namely ...": what is claimed is what follows.
    pub(super) fn refine(&self, start: usize) -> usize {
        if let Some(after) = self.after_second_verb(start) {
            return after;
        }
        let window = start..self.sentence.end.min(start + 26);
        let Some(secret) = window.clone().find(|at| self.is_secret(*at) || self.is(*at, &["know-how"]))
        else {
            return start;
        };
        let between_is_short = secret - start < 16;
        let elaborator =
            (secret + 1..self.sentence.end.min(secret + 14)).find(|at| self.is(*at, ELABORATORS));
        let Some(mut at) = elaborator.filter(|_| between_is_short) else { return start };
        at += 1;
        while self.is(at, &["of", "the", ","]) && !self.is(at, &["the"])
            || self.words.get(at).is_some_and(|word| word.is(b',') || word.is(b':'))
        {
            at += 1;
        }
        at = self.after_limit(at);
        let unnamed = self.is(at, &["those", "that", "but", "without"]);
        if unnamed || at >= self.sentence.end { start } else { at }
    }

    /// "no others are claimed", "and nothing else".
    fn denies_more(&self, at: usize) -> bool {
        let from = at + usize::from(self.is(at, &["and", "but"]));
        self.is(from, &["no"]) && self.is(from + 1, &["other", "others"])
            || self.is(from, &["nothing"]) && self.is(from + 1, &["else", "more"])
    }

    /// "The formula and the schedule are Acme's trade secrets.": the sentence opens with what is claimed.
    pub(super) fn before_predicate(&self) -> Option<usize> {
        let start = self.sentence.start;
        let points = self.words[start].has(PRONOUN)
            && !self.words[start].is_one_of(self.text, &["its", "their"])
            || self.is(start + 1, &["foregoing", "above", "aforesaid"])
            || self.is(start, &["none", "no", "all", "both", "each", "whether"]);
        let mut verbs = (start + 2..self.sentence.end).filter(|at| self.words[*at].has(AUXILIARY));
        let is_first = verbs.next().is_some_and(|verb| self.is_predicate(verb));
        (!points && is_first).then_some(start)
    }

    /// "... are its trade secrets", "... as a trade secret." at the end: what stands before it is claimed.
    fn is_predicate(&self, at: usize) -> bool {
        let near = at + 1..self.sentence.end.min(at + 6);
        let is_label = self.is(at, &["as"]) && at + 6 >= self.sentence.end;
        (self.is(at, &["is", "are"]) || is_label)
            && near.clone().any(|near| self.is(near, &["secret", "secrets"]) && self.is(near - 1, &["trade"]))
            && near.clone().all(|near| !self.is(near, &["not", "of", "in", "that"]))
    }

    /// The object ends where a clause about all of it starts (", all of which ..."), or one that keeps something back
    /// ("; and that Plaintiff reserves the right to amend").
    pub(super) fn end(&self, start: usize) -> usize {
        let reserves = |at: usize| {
            (at + 1..at + 7).any(|near| {
                self.is(near, &["reserves", "reserve", "reserving"])
                    && self.is(near + 1, &["the", "its", "their", "all", "any"])
            })
        };
        let places = top_level(self.words, start..self.sentence.end, |at| {
            let ends_clause = self.words[at].is(b',') || self.words[at].is(b';');
            ends_clause && (reserves(at) || self.denies_more(at + 1))
                || self.is_predicate(at)
                || self.words[at].is(b',')
                    && self.is(at + 1, &["all", "both"])
                    && self.is(at + 2, &["of"])
                    && self.is(at + 3, &["which", "whom"])
        });
        places.first().copied().unwrap_or(self.sentence.end)
    }
}
