//! A list inside a sentence, taken apart: semicolons, commas, quoted names.

mod commas;
mod long;

use std::ops::Range;

use crate::lexicon::{AUXILIARY, CONJUNCTION, GLUE, TOTALITY};
use crate::word::{Shape, Word};

/// The members of the list that `words[range]` states; the range itself if it is no list. Where the words before it speak
/// of several things, `is_plural`, members may be long and hold commas of their own.
pub fn members(text: &str, words: &[Word], range: Range<usize>, is_plural: bool) -> Vec<Range<usize>> {
    if range.is_empty() {
        return Vec::new();
    }
    let list = List { text, words };
    let by_semicolons = list.by_semicolons(range.clone());
    if by_semicolons.len() > 1 {
        return by_semicolons;
    }
    let quoted = list.quoted(range.clone());
    if quoted.len() > 1 {
        return quoted;
    }
    let by_openings = if is_plural { list.by_openings(range.clone()) } else { Vec::new() };
    let parts = if by_openings.len() > 1 { by_openings } else { list.by_commas(range) };
    parts.into_iter().flat_map(|part| list.by_owner(part)).collect()
}

/// Strips marks and conjunctions from both ends.
pub fn trim(text: &str, words: &[Word], mut range: Range<usize>) -> Range<usize> {
    let is_edge = |word: Word| matches!(word.mark(), b',' | b';' | b'.' | b':' | b'*');
    let leads = ["and", "or", "also"];
    while range.start < range.end
        && (is_edge(words[range.start]) || words[range.start].is_one_of(text, &leads))
    {
        range.start += 1;
    }
    let trails = |word: Word| is_edge(word) || word.has(CONJUNCTION) && word.is_one_of(text, &["and", "or"]);
    while range.end > range.start && trails(words[range.end - 1]) {
        range.end -= 1;
    }
    range
}

/// The places in `range` outside parentheses and quotation marks at which `separates` holds.
pub fn top_level(words: &[Word], range: Range<usize>, separates: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut depth = 0usize;
    let mut is_quoted = false;
    let mut places = Vec::new();
    for at in range {
        match words[at].mark() {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b'"' if is_quoted || !long::is_inches(words, at) => is_quoted = !is_quoted,
            _ => {}
        }
        if depth == 0 && !is_quoted && separates(at) {
            places.push(at);
        }
    }
    places
}

/// Words of a member that the next can refer back to.
const FARTHEST: usize = 200;

/// The form without the ending of the plural.
fn singular(form: &str) -> &str {
    form.strip_suffix('s').unwrap_or(form)
}

struct List<'a> {
    text: &'a str,
    words: &'a [Word],
}

impl List<'_> {
    fn cut(&self, range: Range<usize>, places: &[usize]) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = range.start;
        for place in places.iter().copied().chain([range.end]) {
            let part = trim(self.text, self.words, start..place);
            if !part.is_empty() {
                parts.push(part);
            }
            start = (place + 1).min(range.end);
        }
        parts
    }

    fn by_semicolons(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let places = top_level(self.words, range.clone(), |at| self.words[at].is(b';'));
        if places.is_empty() {
            return vec![range];
        }
        let parts = self.cut(range, &places);
        let is_stepwise = parts.first().is_some_and(|first| self.tells_steps(first.clone()));
        let clauses_throughout = parts.iter().all(|part| self.has_verb(part.clone()));
        let mut members: Vec<Range<usize>> = Vec::new();
        for part in parts {
            match members.last_mut() {
                Some(last)
                    if self.is_and_so_on(&part)
                        || is_stepwise && self.is_step(&part)
                        || self.carries_on(last.clone(), part.clone(), clauses_throughout) =>
                {
                    last.end = part.end;
                }
                _ => members.push(part),
            }
        }
        members
    }

    /// "made by dispersing ...", "a method comprising mixing ...": what follows can be its further steps.
    fn tells_steps(&self, part: Range<usize>) -> bool {
        part.clone().skip(1).any(|at| {
            self.is_doing(at)
                && self.words[at - 1]
                    .is_one_of(self.text, &["by", "comprising", "of", "steps", "involving", "includes", "in"])
                && (self.words[at - 1].is_one_of(self.text, &["by", "comprising"])
                    || self.words[part.start..at]
                        .iter()
                        .any(|word| word.is_one_of(self.text, &["process", "method", "procedure", "steps"])))
        })
    }

    /// "feeding the prepolymer over 50 minutes", "then adding ...".
    fn is_step(&self, part: &Range<usize>) -> bool {
        self.is_doing(part.start)
            || self.words[part.start].is_one_of(self.text, &["then", "finally", "thereafter"])
    }

    fn is_doing(&self, at: usize) -> bool {
        self.words[at].shape == Shape::Lower && self.words[at].form(self.text).ends_with("ing")
    }

    /// "etc": no member of its own.
    fn is_and_so_on(&self, part: &Range<usize>) -> bool {
        part.len() == 1 && self.words[part.start].is_one_of(self.text, &["etc", "etcetera"])
    }

    /// The part tells more of the member before it ("of these only the score is secret").
    fn carries_on(&self, before: Range<usize>, part: Range<usize>, clauses_throughout: bool) -> bool {
        let has_verb = self.has_verb(part.clone());
        let first = self.words[part.start];
        let second = self.words.get(part.start + 1);
        let refers = first.is_one_of(
            self.text,
            &[
                "of",
                "it",
                "they",
                "this",
                "these",
                "those",
                "which",
                "that",
                "only",
                "no",
                "none",
                "each",
                "such",
                "thus",
                "then",
                "there",
                "in",
                "if",
                "when",
                "for",
                "wherever",
                "otherwise",
            ],
        );
        let rest = second.is_some_and(|word| {
            word.is_one_of(self.text, &["remaining", "remainder", "rest", "other", "others", "latter"])
                && !first.has(TOTALITY)
        });
        self.disclaims(&part)
            || has_verb && (refers || rest || !clauses_throughout && self.names_again(before, part))
    }

    /// "the transform that it calls is not claimed", "the splice is standard": no claim of its own.
    fn disclaims(&self, part: &Range<usize>) -> bool {
        let last = &self.words[part.end.saturating_sub(4).max(part.start)..part.end];
        let verb = last.iter().position(|word| word.is_one_of(self.text, &["is", "are"]));
        verb.is_some_and(|verb| {
            last[verb + 1..].iter().any(|word| {
                word.is_one_of(
                    self.text,
                    &["claimed", "public", "standard", "conventional", "published", "known", "disclosed"],
                )
            })
        })
    }

    /// One of the first words of the part names what was named before it ("the zone temperatures are shown").
    fn names_again(&self, before: Range<usize>, part: Range<usize>) -> bool {
        let names = |word: &&Word| word.is_wordlike() && !word.has(GLUE);
        let head = self.words[part].iter().take(4).filter(names);
        { head }.any(|word| {
            let form = singular(word.form(self.text));
            self.words[before.start.max(before.end.saturating_sub(FARTHEST))..before.end]
                .iter()
                .any(|other| singular(other.form(self.text)).eq_ignore_ascii_case(form))
        })
    }

    /// A finite verb stands in the part outside relative clauses.
    fn has_verb(&self, part: Range<usize>) -> bool {
        let relative = |word: &Word| {
            word.is_one_of(
                self.text,
                &["that", "which", "who", "whose", "where", "whereby", "by", "how", "so"],
            )
        };
        let is_finite = |word: &Word| {
            word.has(AUXILIARY) && !word.is_one_of(self.text, &["being", "been", "having", "be"])
        };
        let end = self.words[part.clone()].iter().position(relative).map_or(part.end, |at| part.start + at);
        self.words[part.start..end].iter().any(is_finite)
    }

    fn quoted(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let marks: Vec<usize> = range.clone().filter(|at| self.is_quote(*at, &range)).collect();
        let pairs: Vec<Range<usize>> =
            marks.chunks_exact(2).map(|pair| pair[0] + 1..pair[1]).filter(|pair| !pair.is_empty()).collect();
        let is_series = pairs.len() > 2
            && pairs.windows(2).all(|pair| {
                let between = &self.words[pair[0].end + 1..pair[1].start - 1];
                between.len() <= 2
                    && between.iter().all(|word| word.is(b',') || word.is(b';') || word.has(CONJUNCTION))
            });
        if is_series {
            pairs.into_iter().map(|pair| trim(self.text, self.words, pair)).collect()
        } else {
            vec![range]
        }
    }

    fn is_quote(&self, at: usize, range: &Range<usize>) -> bool {
        let word = self.words[at];
        if word.is(b'"') {
            return true;
        }
        let opens = at == range.start || self.words[at - 1].end < word.start;
        let closes = self.words.get(at + 1).is_none_or(|next| next.start > word.end || next.mark() != 0);
        word.is(b'\'') && opens != closes
    }

    /// "its film data and its process": parted where a further owned thing starts.
    fn by_owner(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let owned = |at: usize| {
            self.words.get(at).is_some_and(|word| word.is_one_of(self.text, &["its", "their"]))
                || self.owner_at(at)
        };
        if !owned(range.start) && !self.words[range.start].is_one_of(self.text, &["the"]) {
            return vec![range];
        }
        let joins = |at: usize| {
            at > range.start + 1
                && (self.words[at].is_one_of(self.text, &["and"]) && owned(at + 1)
                    || self.words[at].is_one_of(self.text, &["with"])
                        && self.words[at - 1].is_one_of(self.text, &["together", "along"])
                        && owned(at + 1))
        };
        let relative = self.words[range.clone()]
            .iter()
            .position(|word| word.is_one_of(self.text, &["which", "that", "whose", "combination", "how"]));
        let end = relative.map_or(range.end, |at| range.start + at);
        let places = top_level(self.words, range.start..end, joins);
        if places.is_empty() { vec![range] } else { self.cut_at_joints(range, &places) }
    }

    fn cut_at_joints(&self, range: Range<usize>, places: &[usize]) -> Vec<Range<usize>> {
        let mut parts = self.cut(range, places);
        for part in &mut parts {
            let trailing = part.end > part.start
                && self.words[part.end - 1].is_one_of(self.text, &["together", "along"]);
            if trailing {
                *part = trim(self.text, self.words, part.start..part.end - 1);
            }
        }
        parts
    }

    fn owner_at(&self, at: usize) -> bool {
        let capital = |word: &Word| matches!(word.shape, Shape::Capitalised | Shape::Upper | Shape::Mixed);
        let names =
            self.words[at.min(self.words.len())..].iter().take(4).take_while(|word| capital(word)).count();
        names > 0 && self.words.get(at + names).is_some_and(|word| word.shape == Shape::Possessive)
    }
}
