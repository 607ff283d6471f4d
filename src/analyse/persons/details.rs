//! What is said of a person in one stretch of words: addresses, telephone numbers, posts, employers.

use std::ops::Range;

use super::names::{Class, Run, is_region, run};
use crate::document::Span;
use crate::lexicon::{PARTY_NOUN, POST_NOUN, PREPOSITION};
use crate::particular::{Particular, ParticularKind};
use crate::word::{Forms, Shape, Word};

/// The details that `range` of the words states, in order of their place.
pub fn details(text: &str, words: &[Word], range: Range<usize>) -> Vec<Particular> {
    let reader = Reader { text, words, start: range.start, end: range.end };
    let mut found = Vec::new();
    let mut at = range.start;
    let mut after_post = false;
    while at < range.end {
        let firm = [
            (ParticularKind::Telephone, reader.telephone(at)),
            (ParticularKind::StreetAddress, reader.street(at)),
        ];
        if let Some((kind, Some(end))) = firm.into_iter().find(|(_, end)| end.is_some()) {
            found.push(reader.particular(at..end, kind));
            at = end;
            continue;
        }
        if let Some(run) = run(text, words, at, range.end) {
            let kind = reader.kind(&run, after_post);
            after_post = kind == Some(ParticularKind::Post);
            at = run.words.end;
            found.extend(kind.map(|kind| reader.particular(run.words, kind)));
            continue;
        }
        let word = words[at];
        if is_region(word) && word.shape == Shape::Upper {
            found.push(reader.particular(at..at + 1, ParticularKind::Place));
        } else if word.shape == Shape::Lower
            && word.has(POST_NOUN)
            && at - range.start < NEAR
            && !word.is_any(text, &LAWYERS)
        {
            found.push(reader.particular(at..at + 1, ParticularKind::Post));
            after_post = true;
        } else if !matches!(word.mark(), b',' | b'-' | b'(') && !word.has(PREPOSITION) {
            after_post = false;
        }
        at += 1;
    }
    found
}

/// Words from the start of a stretch within which a post in small letters is the person's own.
const NEAR: usize = 14;

/// Posts that in small letters are mostly those of the lawyers in the case.
const LAWYERS: Forms = Forms::new(&["counsel", "attorney", "attorneys", "lawyer", "lawyers", "custodian"]);

/// How many digits `range` of the words holds.
pub fn digits(text: &str, words: &[Word], range: Range<usize>) -> usize {
    words[range].iter().map(|word| word.form(text).bytes().filter(u8::is_ascii_digit).count()).sum()
}

/// Reads one stretch of words.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) start: usize,
    end: usize,
}

impl Reader<'_> {
    pub(super) fn word(&self, at: usize) -> Option<Word> {
        self.words.get(at).filter(|_| at < self.end).copied()
    }

    pub(super) fn is(&self, at: usize, mark: u8) -> bool {
        self.word(at).is_some_and(|word| word.is(mark))
    }

    fn particular(&self, range: Range<usize>, kind: ParticularKind) -> Particular {
        let last = self.words[range.end - 1];
        Particular { span: Span::new(self.words[range.start].start as usize, last.end as usize), kind }
    }

    pub(super) fn digits_at(&self, at: usize) -> usize {
        self.word(at)
            .filter(|word| word.shape == Shape::Number)
            .map_or(0, |word| word.form(self.text).bytes().filter(u8::is_ascii_digit).count())
    }

    /// What a row of capitalised words says of the person.
    fn kind(&self, run: &Run, after_post: bool) -> Option<ParticularKind> {
        let (start, end) = (run.words.start, run.words.end);
        let before = (start > self.start).then(|| self.words[start - 1]);
        let is_before = |forms: &[&str]| before.is_some_and(|word| word.is_one_of(self.text, forms));
        let opens = before
            .is_none_or(|word| matches!(word.mark(), b',' | b'(' | b'-' | b'|' | b':' | b'.' | b';'))
            || self.starts_line(start);
        let region_follows = self.is(end, b',') && self.word(end + 1).is_some_and(is_region)
            || self.word(end).is_some_and(|word| is_region(word) || self.digits_at(end) == 5);
        let is_part =
            opens && self.word(end).is_none_or(|word| !word.is_wordlike() || word.shape == Shape::Number);
        match run.class {
            Class::Post => Some(ParticularKind::Post),
            Class::Place => Some(ParticularKind::Place),
            Class::Entity if self.is_of_counsel(start) => None,
            Class::Entity => Some(ParticularKind::Employer),
            _ if region_follows => Some(ParticularKind::Place),
            _ if self.words[run.first].has(PARTY_NOUN) => None,
            _ if is_before(&["in", "near"]) => Some(ParticularKind::Place),
            _ if is_before(&["at", "of", "for", "with", "by"]) && after_post => {
                Some(ParticularKind::Employer)
            }
            Class::Natural if is_part && after_post => Some(ParticularKind::Employer),
            Class::Other if is_part && run.count == 1 && start > self.start => Some(ParticularKind::Place),
            _ => None,
        }
    }

    fn starts_line(&self, at: usize) -> bool {
        at > self.start
            && self.text.as_bytes()[self.words[at - 1].end as usize..self.words[at].start as usize]
                .contains(&b'\n')
    }

    /// The firm of a lawyer through whom the person is reached.
    fn is_of_counsel(&self, at: usize) -> bool {
        let near = at.saturating_sub(5).max(self.start);
        self.words[near..at]
            .iter()
            .any(|word| word.is_one_of(self.text, &["counsel", "attorneys", "attorney", "o", "care"]))
    }
}
